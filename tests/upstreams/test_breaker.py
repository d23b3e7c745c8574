"""The circuit breaker: what every order of failures, successes and waiting leads to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.engines.base import EngineBroken, EngineBusy, EngineError, EngineMisconfigured, EngineRefused
from waa.upstreams import breaker
from waa.upstreams.breaker import FIRST, IN_A_ROW, LONGEST, Health, after_failure, after_success

START = datetime(2026, 11, 25, 7, tzinfo=UTC)


def broken(retryable: bool = True) -> EngineError:
    return EngineBroken("broken", "壞咗", "broken", retryable=retryable)


def busy(seconds: float | None = None) -> EngineError:
    return EngineBusy("busy", "好忙", "busy", retryable=True, retry_after=seconds)


WRONG_KEY = EngineMisconfigured("wrong_key", "密鑰唔啱", "wrong key")


def failing(health: Health, times: int, now: datetime = START) -> Health:
    for _ in range(times):
        health = after_failure(health, broken(), now)
    return health


def test_two_failures_are_bad_luck_and_the_third_opens_for_half_a_minute() -> None:
    assert failing(Health(), IN_A_ROW - 1).takes(START)
    health = failing(Health(), IN_A_ROW)
    assert health.state(START) == "open"
    assert not health.takes(START + FIRST - timedelta(seconds=1))
    assert health.state(START + FIRST) == "half-open"


def test_a_success_between_begins_the_count_anew() -> None:
    health = failing(after_success(failing(Health(), 2)), 2)
    assert health.state(START) == "closed"


def test_one_trial_goes_through_and_its_success_closes() -> None:
    health, later = failing(Health(), 3), START + FIRST
    assert health.takes(later)
    health = breaker.on_trial(health, later)
    assert health.state(later) == "trial"
    assert not health.takes(later)
    assert after_success(health) == Health()


def test_every_trial_that_fails_doubles_the_wait_up_to_a_quarter_of_an_hour() -> None:
    health, now, waits = failing(Health(), 3), START, []
    for _ in range(7):
        assert health.open_until is not None
        waits.append((health.open_until - now).total_seconds())
        now = health.open_until
        health = after_failure(breaker.on_trial(health, now), broken(), now)
    assert waits == [30, 60, 120, 240, 480, 900, 900]


def test_what_was_sent_before_does_not_make_it_worse() -> None:
    """Ten requests were on their way when it broke down: that is one breakdown."""
    assert failing(Health(), 10) == failing(Health(), 3)


def test_a_trial_that_never_answers_makes_room_for_another() -> None:
    health = breaker.on_trial(failing(Health(), 3), START + FIRST)
    assert health.takes(START + FIRST + breaker.TRIAL)


def test_a_trial_without_a_verdict_makes_room_at_once() -> None:
    health = breaker.on_trial(failing(Health(), 3), START + FIRST)
    for after in (
        breaker.after_nothing(health, START + FIRST),
        after_failure(health, broken(False), START + FIRST),
    ):
        assert after.state(START + FIRST) == "half-open"
        assert after.openings == 1


def test_a_setting_that_is_wrong_opens_at_once_and_then_is_tried_again() -> None:
    health = after_failure(Health(), WRONG_KEY, START)
    assert not health.takes(START + LONGEST - timedelta(seconds=1))
    assert health.state(START + LONGEST) == "half-open"


def test_too_busy_is_a_pause_with_no_trial_after_it() -> None:
    health = after_failure(Health(), busy(20), START)
    assert health.state(START) == "paused"
    assert health.state(START + timedelta(seconds=20)) == "closed"
    assert after_failure(Health(), busy(90_000), START).takes(START + LONGEST), "nobody is believed for a day"
    assert after_failure(Health(), busy(-5), START).takes(START)


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    health = after_failure(after_failure(Health(), busy(60), START), busy(2), START)
    assert not health.takes(START + timedelta(seconds=59))


def test_too_busy_without_a_time_counts_like_any_failure() -> None:
    health = Health()
    for _ in range(3):
        health = after_failure(health, busy(), START)
    assert health.state(START) == "open"


@pytest.mark.parametrize("error", [broken(False), EngineRefused("refused", "唔畫", "will not")])
def test_the_fault_of_a_request_is_nobodys_illness(error: EngineError) -> None:
    health = Health()
    for _ in range(9):
        health = after_failure(health, error, START)
    assert health == Health()


ERRORS = st.sampled_from([broken(), broken(False), busy(), busy(5), busy(300), WRONG_KEY])
STEPS = st.lists(st.tuples(st.sampled_from("fail succeed trial wait".split()), ERRORS, st.integers(0, 1200)))


@given(STEPS)
def test_whatever_happens(steps: list[tuple[str, EngineError, int]]) -> None:
    """It is never shut for longer than the longest time, and one success heals it."""
    health, now = Health(), START
    for what, error, seconds in steps:
        if what == "wait":
            now += timedelta(seconds=seconds)
        elif what == "succeed":
            health = after_success(health)
            assert health.state(now) == "closed"
        elif what == "trial":
            if health.state(now) == "half-open":
                health = breaker.on_trial(health, now)
                assert not health.takes(now)
        else:
            before = health
            health = after_failure(health, error, now)
            assert health.openings in (before.openings, before.openings + 1)
            assert health.openings >= before.openings
        assert health.takes(now + LONGEST)
        if health.open_until is not None and health.open_until > now and not health.on_trial:
            assert health.open_until - now <= LONGEST
        assert health.state(now) != "half-open" or health.openings
