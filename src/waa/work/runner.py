"""Runner: takes jobs from a line and sees each of them through, whatever dies on the way.

The line (who is next) is a table of the room that owns the jobs; DBOS makes the running of a job durable: it notes
a workflow before it starts, and starts it again when this worker comes back after a kill. Why both:
docs/decisions/0002-our-table-is-the-line-dbos-does-the-work.md
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID
from sqlalchemy import Engine, event

from waa.work.bell import Listener

log = logging.getLogger("waa.work")

FINISH_SECONDS = 1.5  # for what is nearly done when the worker is told to end; the rest runs again


class CannotStart(Exception):
    """DBOS's database does not answer; the message says what it says."""


class Line(Protocol):
    """Who is next, and what to do with them. Every method may be called from several threads."""

    def claim(self, worker: str) -> str | None:
        """Take the next job for this worker: its run's id, another for each claim; None when there is none."""

    def perform(self, run_id: str, worker: str) -> None:
        """Do the job to an end; must be safe to call again after a crash in the middle."""

    def forget(self, worker: str, known: Callable[[str], bool]) -> None:
        """Give back what this worker claimed before it died and DBOS never heard of (`known` tells)."""


@dataclass(frozen=True)
class Chore:
    """Something to be done every `seconds`, by every worker; it must not mind company."""

    seconds: float
    do: Callable[[], object]


@dataclass
class _State:
    """What DBOS's registered functions need to find; set by `run`."""

    line: Line | None = None
    worker: str = ""
    active: set[str] = field(default_factory=set)
    changed: threading.Condition = field(default_factory=threading.Condition)
    wake: Callable[[], None] = lambda: None


_state = _State()


@DBOS.workflow(name="run_job")
def run_job(run_id: str) -> None:
    """One attempt at a job. DBOS calls it again, with the same id, if this process dies in it. No step of DBOS's inside:
    `perform` may be called again by its contract, and noting a step takes longer than all else that is noted."""
    assert _state.line is not None
    with _state.changed:
        _state.active.add(run_id)
    try:
        _state.line.perform(run_id, _state.worker)
    finally:
        with _state.changed:
            _state.active.discard(run_id)
            _state.changed.notify_all()
        _state.wake()  # a place is free: take the next one now, not at the next poll


def configure(*, database_url: str, worker: str, threads: int = 64) -> None:
    """Set up DBOS. `worker` must be the same after a restart, and no two live workers may share it; `threads` is how
    many runs there may be at the same time."""
    if database_url.startswith("sqlite:///"):
        # DBOS leaves its file in journal mode delete; WAL stays with the file, and commits four times as fast.
        with contextlib.closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        event.listen(Engine, "connect", _commit_lightly)
    DBOS(
        config=DBOSConfig(
            name="waa",
            system_database_url=database_url,
            executor_id=worker,
            application_version="1",  # else a hash of the code: jobs of the former version would wait for ever
            serializer=DBOSPortableJSONSerializer(),  # the default is pickle
            log_level="ERROR",
            max_executor_threads=threads,
        )
    )


def _commit_lightly(connection: sqlite3.Connection, _: object) -> None:
    """No wait for the disk at each commit, a third of what it takes to begin a run. What a power cut takes of DBOS's
    notes, the line's own table still knows, and its sweep begins again; a kill takes nothing."""
    connection.execute("PRAGMA synchronous=NORMAL")


def run(line: Line, *, worker: str, listener: Listener, stop: threading.Event, slots: int = 2, poll: float = 0.25,
        chores: Sequence[Chore] = ()) -> None:  # fmt: skip
    """Work until `stop` is set, then wait a little for what is running. Call `configure` before. CannotStart."""
    _state.line, _state.worker, _state.wake = line, worker, listener.nudge
    try:
        DBOS.launch()
    except Exception as error:
        raise CannotStart(str(error).splitlines()[0]) from error
    line.forget(worker, lambda run_id: DBOS.get_workflow_status(run_id) is not None)
    due = {id(chore): 0.0 for chore in chores}
    while not stop.is_set():
        _fill(line, worker, slots)
        _do_chores(chores, due)
        listener.wait(poll)
    with _state.changed:
        _state.changed.wait_for(lambda: not _state.active, timeout=FINISH_SECONDS)


def _fill(line: Line, worker: str, slots: int) -> None:
    while True:
        with _state.changed:
            if len(_state.active) >= slots:
                return
        try:
            run_id = line.claim(worker)
        except Exception:
            log.exception("the line could not be read")
            return
        if run_id is None:
            return
        _begin(run_id)


def _begin(run_id: str) -> None:
    with _state.changed:
        _state.active.add(run_id)
    try:
        with SetWorkflowID(run_id):
            DBOS.start_workflow(run_job, run_id)
    except Exception:  # DBOS could not note it, e.g. on a full disk; the line's sweep finds the job again
        log.exception("a job could not be begun")
        with _state.changed:
            _state.active.discard(run_id)


def _do_chores(chores: Sequence[Chore], due: dict[int, float]) -> None:
    now = time.monotonic()
    for chore in chores:
        if now >= due[id(chore)]:
            due[id(chore)] = now + chore.seconds
            try:
                chore.do()
            except Exception:
                log.exception("a chore failed")


def running() -> frozenset[str]:
    """The run ids this process is at."""
    with _state.changed:
        return frozenset(_state.active)


def prune(keep_seconds: float = 86_400) -> int:
    """Delete finished workflows older than that; DBOS keeps them for ever. How many went."""
    before = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - keep_seconds))
    ended = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
    old = DBOS.list_workflows(
        status=ended, completed_before=before, limit=1000, load_input=False, load_output=False
    )
    if old:
        DBOS.delete_workflows([w.workflow_id for w in old])
    return len(old)


def leave() -> None:
    """End the process for good: DBOS's threads do not, and what is unfinished is noted and runs again."""
    with contextlib.suppress(Exception):
        DBOS.destroy(workflow_completion_timeout_sec=0)
    os._exit(0)
