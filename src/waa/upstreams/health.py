"""Health: what breaker.py decides, written down for all processes.

Every change is one UPDATE on condition that nobody changed the row meanwhile; who loses looks again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from waa.engines.base import EngineError, EngineMisconfigured, EngineRefused
from waa.upstreams import breaker
from waa.upstreams.breaker import Health
from waa.upstreams.models import Upstream, UpstreamModel, told
from waa.upstreams.offered import Route

_TRIES = 8


def succeeded(*, route: Route, now: datetime) -> None:
    """It painted, or answered as a healthy provider does."""
    for rows in (_model(route), _upstream(route)):
        change(rows, lambda health: breaker.after_success(health), last_ok_at=now)


def failed(*, route: Route, error: EngineError, now: datetime) -> None:
    """It did not. Whoever's fault it was, the account or the model, may be left alone for a while."""
    if isinstance(error, EngineRefused):  # it works, and will not paint this
        succeeded(route=route, now=now)
        return
    at_fault, other = _model(route), _upstream(route)
    if _is_of_the_whole_account(error):
        at_fault, other = other, at_fault
    change(at_fault, lambda health: breaker.after_failure(health, error, now), last_error=told(error, now))
    change(other, lambda health: breaker.after_nothing(health, now))


def _is_of_the_whole_account(error: EngineError) -> bool:
    """A wrong key, no credit, nobody there: true of every model."""
    is_setting = isinstance(error, EngineMisconfigured) and error.code != "model_gone"
    return is_setting or error.code == "provider_unreachable"


def let_through(rows: QuerySet[Any], health: Health, now: datetime) -> bool:
    """Whether a request may go there, of which `health` was read: where it is half open, one goes and finds out."""
    if not health.takes(now):
        return False
    if health.state(now) == "closed":
        return True
    return _replace(rows, health, breaker.on_trial(health, now))


def end_trial(rows: QuerySet[Any], now: datetime) -> None:
    """Whoever went to find out came back without an answer."""
    change(rows, lambda health: breaker.after_nothing(health, now))


def change(rows: QuerySet[Any], decide: Callable[[Health], Health], **more: object) -> None:
    """Decide from what stands there, and write that, with `more`, if it still stands there."""
    for _ in range(_TRIES):
        row = rows.first()
        if row is None:
            return
        after = decide(row.health)
        if (after == row.health and not more) or _replace(rows, row.health, after, **more):
            return


def _replace(rows: QuerySet[Any], before: Health, after: Health, **more: object) -> bool:
    return bool(rows.filter(**columns(before)).update(**columns(after), **more))


def columns(health: Health) -> dict[str, Any]:
    """As a row keeps it."""
    return {
        "failures": health.failures,
        "openings": health.openings,
        "open_until": health.open_until,
        "on_trial": health.on_trial,
    }


def _model(route: Route) -> QuerySet[UpstreamModel]:
    return UpstreamModel.objects.filter(pk=route.model_pk)


def _upstream(route: Route) -> QuerySet[Upstream]:
    return Upstream.objects.filter(pk=route.upstream_id)
