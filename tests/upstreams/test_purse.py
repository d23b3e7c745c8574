"""Money and places: held once, ended once, never more than there is; on both databases and from many threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.upstreams.painters import CENT, a_model, an_account, registered
from waa.engines.base import EngineBroken
from waa.upstreams import health, purse, routes
from waa.upstreams.models import Reservation, Spending, Upstream, UpstreamModel
from waa.upstreams.routes import Route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("painters")]

BROKEN = EngineBroken("broken", "壞咗", "broken", retryable=True)


def the_route(now: datetime) -> Route:
    asked: dict[str, Any] = {"width": 512, "height": 512, "references": 0, "mask": False, "edit": False}
    return routes.routes(offer="gemini-pro", now=now, **asked)[0]


def hold(route: Route, now: datetime, job: str = "job", attempt: int = 1, **more: Any) -> Reservation | None:
    return purse.reserve(
        route=route, job_id=job, attempt=attempt, edit=more.pop("edit", False), now=now, **more
    )


def sums(period: str = "2026-11-25") -> tuple[int, int]:
    """(held, spent), in cents."""
    row = Spending.objects.get(period=period)
    return row.reserved_usd_micros // CENT, row.spent_usd_micros // CENT


def places() -> tuple[int, int]:
    return UpstreamModel.objects.get().running, Upstream.objects.get().running


def test_held_then_spent(now: datetime) -> None:
    an_account("ours", a_model(edit_price_usd_micros=14 * CENT))
    held = hold(the_route(now), now)
    assert held is not None
    assert (sums(), sums("2026-11"), places()) == ((10, 0), (10, 0), (1, 1))
    purse.settle(reservation=held, usd_micros=None, now=now)
    assert (sums(), sums("2026-11"), places()) == ((0, 10), (0, 10), (0, 0))
    other = hold(the_route(now), now, "other", edit=True)
    assert other is not None
    assert sums() == (14, 10)
    purse.settle(reservation=other, usd_micros=12 * CENT, now=now)
    assert sums() == (0, 22)


def test_held_then_given_back(now: datetime) -> None:
    an_account("ours", a_model())
    held = hold(the_route(now), now)
    assert held is not None
    purse.release(reservation=held, now=now)
    assert (sums(), places()) == ((0, 0), (0, 0))


def test_an_end_is_an_end(now: datetime) -> None:
    an_account("ours", a_model())
    held = hold(the_route(now), now)
    assert held is not None
    for end in (purse.settle, purse.release, purse.settle):
        end(reservation=held, now=now)
    assert (sums(), places()) == ((0, 10), (0, 0))


def test_asked_twice_it_is_the_same(now: datetime) -> None:
    an_account("ours", a_model())
    route = the_route(now)
    assert hold(route, now) == hold(route, now)
    assert (sums(), places()) == ((10, 0), (1, 1))


def test_after_it_was_given_back_the_same_attempt_may_try_again(now: datetime) -> None:
    an_account("ours", a_model())
    first = hold(the_route(now), now)
    assert first is not None
    purse.release(reservation=first, now=now)
    again = hold(the_route(now), now)
    assert again is not None
    assert again != first


def test_a_later_attempt_finds_the_earlier_one_spent(now: datetime) -> None:
    """The worker died: the provider may have painted, and charged."""
    an_account("ours", a_model())
    hold(the_route(now), now)
    hold(the_route(now), now, attempt=2)
    assert (sums(), places()) == ((10, 10), (1, 1))


def test_who_resumes_takes_the_earlier_one_over(now: datetime) -> None:
    an_account("ours", a_model())
    first = hold(the_route(now), now)
    assert hold(the_route(now), now, attempt=2, resumes=True) == first
    assert sums() == (10, 0)


@pytest.mark.parametrize("which", ["daily_budget_usd_micros", "monthly_budget_usd_micros"])
def test_a_budget_is_never_overstepped(now: datetime, which: str) -> None:
    an_account("ours", a_model(**{which: 25 * CENT}))
    route = the_route(now)
    held = [hold(route, now, f"job {n}") for n in range(3)]
    assert [h is not None for h in held] == [True, True, False]
    assert (sums(), places()) == ((20, 0), (2, 2)), "what was not held left nothing behind"
    assert held[0] is not None
    purse.release(reservation=held[0], now=now)
    assert hold(route, now, "another") is not None


def test_a_budget_of_nothing_buys_nothing_and_what_is_free_needs_none(now: datetime) -> None:
    an_account(
        "ours",
        a_model(daily_budget_usd_micros=5 * CENT),
        a_model("paid-fast", cents=0, daily_budget_usd_micros=0),
    )
    assert [r.model_id for r in routes.routes(offer="gemini-pro", edit=False, width=512, height=512, references=0,
                                              mask=False, now=now)] == ["paid-fast", ""]  # fmt: skip
    assert hold(the_route(now), now) is not None


def test_tomorrow_is_another_day_and_december_another_month(now: datetime) -> None:
    an_account("ours", a_model(daily_budget_usd_micros=10 * CENT, monthly_budget_usd_micros=20 * CENT))
    route = the_route(now)
    before_midnight = datetime(2026, 11, 25, 15, 59, tzinfo=UTC)
    assert hold(route, before_midnight, "a") is not None
    assert hold(route, before_midnight, "b") is None
    late = hold(route, before_midnight + timedelta(minutes=1), "c")
    assert late is not None, "midnight is Hong Kong's"
    assert late.periods == ("2026-11-26", "2026-11")
    assert hold(route, now + timedelta(days=3), "d") is None
    assert hold(route, datetime(2026, 11, 30, 16, 0, tzinfo=UTC), "e") is not None


def test_what_is_settled_later_is_spent_on_the_day_it_was_held(now: datetime) -> None:
    an_account("ours", a_model())
    held = hold(the_route(now), now)
    assert held is not None
    purse.settle(reservation=held, now=now + timedelta(days=40))
    assert sums("2026-11-25") == (0, 10)


def test_places_of_a_model_and_of_the_account(now: datetime) -> None:
    models = [a_model(concurrency=1), a_model("paid-fast", offer="gemini")]
    an_account("ours", *models, concurrency=2)
    route = the_route(now)
    assert hold(route, now, "a") is not None
    assert hold(route, now, "b") is None
    assert the_route(now).is_full
    fast = routes.routes(
        offer="gemini", edit=False, width=512, height=512, references=0, mask=False, now=now
    )[0]
    assert hold(fast, now, "c") is not None
    assert hold(fast, now, "d") is None


def test_what_was_switched_off_meanwhile_is_not_held(now: datetime) -> None:
    an_account("ours", a_model())
    route = the_route(now)
    Upstream.objects.update(is_enabled=False)
    assert hold(route, now) is None
    Upstream.objects.all().delete()
    assert hold(route, now) is None


def test_half_open_lets_one_through_for_all_processes(now: datetime) -> None:
    an_account("ours", a_model())
    route = the_route(now)
    for _ in range(3):
        health.failed(route=route, error=BROKEN, now=now)
    assert hold(route, now, "a") is None
    later = now + timedelta(seconds=31)
    trial = hold(route, later, "b")
    assert trial is not None
    assert hold(route, later, "c") is None
    purse.settle(reservation=trial, now=later)  # stopped: neither success nor failure
    assert hold(route, later, "d") is not None
    health.succeeded(route=route, now=later)
    assert hold(route, later, "e") is not None


def test_the_sweep_takes_what_was_left_open_as_spent(now: datetime) -> None:
    an_account("ours", a_model())
    hold(the_route(now), now)
    assert purse.sweep(now + purse.LEFT_OPEN) == 0
    assert purse.sweep(now + purse.LEFT_OPEN + timedelta(seconds=1)) == 1
    assert (sums(), places()) == ((0, 10), (0, 0))


def test_the_sweep_forgets_what_ended_long_ago_but_not_what_it_cost(now: datetime) -> None:
    an_account("ours", a_model())
    held = hold(the_route(now), now)
    assert held is not None
    purse.settle(reservation=held, now=now)
    purse.sweep(now + purse.KEPT)
    assert Reservation.objects.exists()
    purse.sweep(now + purse.KEPT + timedelta(days=1))
    assert not Reservation.objects.exists()
    assert sums() == (0, 10)


def test_an_engine_without_an_account_costs_nothing_and_needs_no_rows(now: datetime) -> None:
    route = the_route(now)
    held = hold(route, now)
    assert route.upstream_id is None
    assert held is not None
    purse.settle(reservation=held, now=now)
    purse.release(reservation=held, now=now)
    assert not Reservation.objects.exists()


# -- whatever happens in whatever order --------------------------------------------------------------------

PICK = st.integers(0, 1000)


class ThePurse(RuleBasedStateMachine):
    DAILY, MONTHLY, PLACES = 50 * CENT, 90 * CENT, 4

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 11, 29, 7, 0, tzinfo=UTC)
        Upstream.objects.all().delete()
        an_account("ours", a_model(cents=13, edit_price_usd_micros=17 * CENT, concurrency=self.PLACES,
                                   daily_budget_usd_micros=self.DAILY, monthly_budget_usd_micros=self.MONTHLY))  # fmt: skip
        self.route = the_route(self.now)
        self.held: list[Reservation] = []
        self.jobs = 0

    @rule(edit=st.booleans())
    def begin(self, edit: bool) -> None:
        self.jobs += 1
        got = hold(self.route, self.now, f"job {self.jobs}", edit=edit)
        if got is not None:
            self.held.append(got)

    @rule(pick=PICK, again=st.booleans())
    def begin_again(self, pick: int, again: bool) -> None:
        """Another attempt at a job, or the same one asked for twice."""
        if self.held:
            one = self.held[pick % len(self.held)]
            got = hold(self.route, self.now, one.job_id, one.attempt + again)
            if got is not None and got not in self.held:
                self.held.append(got)

    @rule(pick=PICK, cost=st.one_of(st.none(), st.integers(0, 13 * CENT)))
    def spend(self, pick: int, cost: int | None) -> None:
        if self.held:
            purse.settle(reservation=self.held[pick % len(self.held)], usd_micros=cost, now=self.now)

    @rule(pick=PICK)
    def give_back(self, pick: int) -> None:
        if self.held:
            purse.release(reservation=self.held[pick % len(self.held)], now=self.now)

    @rule(hours=st.integers(1, 20))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def sweep(self) -> None:
        purse.sweep(self.now)

    @invariant()
    def the_books_balance(self) -> None:
        for spending in Spending.objects.all():
            rows = [r for r in Reservation.objects.all() if spending.period in r.periods]
            by = {status: [r for r in rows if r.status == status] for status in Reservation.Status.values}
            assert spending.reserved_usd_micros == sum(r.usd_micros for r in by["open"])
            assert spending.spent_usd_micros == sum(r.settled_usd_micros or 0 for r in by["settled"])
            cap = self.MONTHLY if len(spending.period) == 7 else self.DAILY
            assert spending.reserved_usd_micros + spending.spent_usd_micros <= cap
        total = Reservation.objects.aggregate(Sum("usd_micros"))["usd_micros__sum"] or 0
        parts = [
            Reservation.objects.filter(status=status).aggregate(s=Sum("usd_micros"))["s"] or 0
            for status in Reservation.Status.values
        ]
        assert total == sum(parts)

    @invariant()
    def places_are_those_of_open_reservations(self) -> None:
        still_open = Reservation.objects.filter(status=Reservation.Status.OPEN).count()
        assert places() == (still_open, still_open)
        assert still_open <= self.PLACES


def test_the_books_balance_whatever_happens(db: None) -> None:
    with registered():
        run_state_machine_as_test(
            ThePurse,
            settings=settings(max_examples=12, stateful_step_count=20, deadline=None,
                              suppress_health_check=list(HealthCheck)),
        )  # fmt: skip


# -- many at once ------------------------------------------------------------------------------------------


def at_once(do: Callable[[int], Any]) -> list[Any]:
    """What eight threads get that do it in the same instant."""
    gate = threading.Barrier(8)

    def one(n: int) -> Any:
        gate.wait()
        try:
            return do(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(one, range(8)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scarce", ["money", "places"])
def test_of_eight_at_once_exactly_one_gets_the_last(now: datetime, scarce: str) -> None:
    limit = {"daily_budget_usd_micros": 10 * CENT} if scarce == "money" else {"concurrency": 1}
    an_account("ours", a_model(**limit))
    route = the_route(now)
    got = [held for held in at_once(lambda n: hold(route, now, f"job {n}")) if held is not None]
    assert len(got) == 1
    assert (sums(), places()) == ((10, 0), (1, 1))


@pytest.mark.django_db(transaction=True)
def test_of_eight_at_once_exactly_one_goes_and_finds_out(now: datetime) -> None:
    an_account("ours", a_model(openings=1, open_until=now - timedelta(seconds=1)))
    route = the_route(now)
    got = at_once(lambda n: hold(route, now, f"job {n}"))
    assert len([held for held in got if held is not None]) == 1
    assert places() == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_of_eight_failures_at_once_each_is_counted_once(now: datetime) -> None:
    an_account("ours", a_model())
    route = the_route(now)
    at_once(lambda n: health.failed(route=route, error=BROKEN, now=now))
    model = UpstreamModel.objects.get()
    assert (model.failures, model.openings) == (3, 1), "the third opened it, the others came from before"


@pytest.mark.django_db(transaction=True)
def test_ended_by_eight_at_once_it_is_ended_once(now: datetime) -> None:
    an_account("ours", a_model())
    held = hold(the_route(now), now)
    assert held is not None
    at_once(lambda n: (purse.settle if n % 2 else purse.release)(reservation=held, now=now))
    assert sums() in ((0, 10), (0, 0))
    assert places() == (0, 0)
