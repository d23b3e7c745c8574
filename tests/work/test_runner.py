"""The parts of the runner that need no DBOS; the whole of it is tried in tests/processes."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import pytest

from waa.work import runner
from waa.work.runner import Chore


class Row:
    """A line of so many jobs."""

    def __init__(self, *jobs: str) -> None:
        self.waiting = list(jobs)
        self.is_away = False

    def claim(self, worker: str) -> str | None:
        if self.is_away:
            raise ConnectionError("the database is away")
        return self.waiting.pop(0) if self.waiting else None

    def perform(self, run_id: str, worker: str) -> None:
        raise AssertionError("nobody begins anything here")

    def forget(self, worker: str, known: Callable[[str], bool]) -> None:
        raise AssertionError("nobody died here")


def test_a_job_that_cannot_be_noted_is_let_go(caplog: pytest.LogCaptureFixture) -> None:
    """DBOS is not running in this process, as it would be with its disk full: the line's sweep finds such jobs."""
    line = Row("a", "b")
    runner._fill(line, "w", 2)
    assert not line.waiting
    assert runner.running() == frozenset()
    assert caplog.messages == ["a job could not be begun"] * 2


def test_a_line_that_cannot_be_read_is_read_again_at_the_next_turn(caplog: pytest.LogCaptureFixture) -> None:
    line = Row("a")
    line.is_away = True
    runner._fill(line, "w", 2)
    assert line.waiting == ["a"]
    assert caplog.messages == ["the line could not be read"]


def test_no_more_is_claimed_than_there_are_slots() -> None:
    line = Row("a")
    runner._state.active.update({"x", "y"})
    runner._fill(line, "w", 2)
    runner._state.active.clear()
    assert line.waiting == ["a"]


def test_chores_are_done_when_they_are_due_and_one_that_fails_does_no_harm(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done: list[str] = []

    def fail() -> None:
        done.append("fails")
        raise OSError("no room")

    chores = [
        Chore(60, fail),
        Chore(0.05, lambda: done.append("often")),
        Chore(60, lambda: done.append("seldom")),
    ]
    due = {id(chore): 0.0 for chore in chores}
    with caplog.at_level(logging.ERROR):
        runner._do_chores(chores, due)
        assert done == ["fails", "often", "seldom"]
        runner._do_chores(chores, due)
        time.sleep(0.06)
        runner._do_chores(chores, due)
    assert done == ["fails", "often", "seldom", "often"]
    assert caplog.messages == ["a chore failed"]
