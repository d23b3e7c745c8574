"""Circuit breaker: when an account or a model is left alone for a while, and when it gets another chance.

    closed ──3 failures in a row──► open ──30 s, 60 s … 15 min──► half open ──one trial──► closed, or open for twice as long
    closed ──"not before …"──► paused ──then──► closed
    any ──the operator has to act──► open for 15 min, or until the account changes

Pure: `now` is handed in, and what comes out is written by routes.py with a conditional UPDATE, for all processes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from waa.engines.base import EngineBusy, EngineError, EngineMisconfigured

IN_A_ROW = 3
FIRST = timedelta(seconds=30)
LONGEST = timedelta(minutes=15)
TRIAL = timedelta(minutes=5)  # after that long without an answer another trial may begin

State = Literal["closed", "paused", "open", "half-open", "trial"]


@dataclass(frozen=True)
class Health:
    """`failures` in a row; `openings` in a row, with no success between; `on_trial` while one request finds out."""

    failures: int = 0
    openings: int = 0
    open_until: datetime | None = None
    on_trial: bool = False

    def state(self, now: datetime) -> State:
        if self.open_until is None:
            return "closed"
        if self.open_until > now:
            return "trial" if self.on_trial else "open" if self.openings else "paused"
        return "half-open" if self.openings else "closed"

    def takes(self, now: datetime) -> bool:
        """Whether a request may be sent; one that is half open takes a single one."""
        return self.state(now) in ("closed", "half-open")


def on_trial(health: Health, now: datetime) -> Health:
    """Half open, and somebody has gone to find out."""
    return replace(health, open_until=now + TRIAL, on_trial=True)


def after_success(health: Health) -> Health:
    return Health()


def after_nothing(health: Health, now: datetime) -> Health:
    """The trial came back without a verdict: cancelled, or the request itself was at fault. The next one may try."""
    return replace(health, open_until=now, on_trial=False) if health.on_trial else health


def after_failure(health: Health, error: EngineError, now: datetime) -> Health:
    """What an error means for those who come after."""
    if isinstance(error, EngineMisconfigured):
        return Health(health.failures + 1, max(1, health.openings), now + LONGEST)
    if isinstance(error, EngineBusy) and error.retry_after is not None:
        return _pause(health, now + min(LONGEST, timedelta(seconds=max(0.0, error.retry_after))))
    if not error.retryable:
        return after_nothing(health, now)
    state = health.state(now)
    if state in ("open", "paused"):  # it was sent before; what it has to say is known
        return health
    failures = health.failures + 1
    if state == "closed" and failures < IN_A_ROW:
        return replace(health, failures=failures)
    length = min(LONGEST, FIRST * 2 ** min(health.openings, 10))
    return Health(failures, health.openings + 1, now + length)


def _pause(health: Health, until: datetime) -> Health:
    later = until if health.on_trial or health.open_until is None else max(until, health.open_until)
    return replace(health, open_until=later, on_trial=False)
