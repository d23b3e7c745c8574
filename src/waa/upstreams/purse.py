"""Purse: money and places held before a picture is painted, then spent or given back.

Each sum is changed by one conditional UPDATE, so that no two processes spend the same cent. Rows are always locked in the
same order (model, account, day, month). A Reservation ends once; to end it again does nothing.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet

from waa.upstreams import health
from waa.upstreams.models import Reservation, Spending, Upstream, UpstreamModel, periods
from waa.upstreams.offered import Route

log = logging.getLogger("waa.upstreams")

KEPT = timedelta(days=90)  # after that the sums say enough
LEFT_OPEN = timedelta(hours=1)  # longer than any picture takes: whoever held it was killed


def has_room(spending: Spending | None, budget: int | None, usd_micros: int) -> bool:
    """Whether that much more is within the budget of a period; `spending` is None where there was none yet."""
    gone = spending.reserved_usd_micros + spending.spent_usd_micros if spending else 0
    return budget is None or gone + usd_micros <= budget


def reserve(
    *, route: Route, job_id: str, attempt: int, edit: bool, now: datetime, resumes: bool = False
) -> Reservation | None:
    """Hold the price and a place. None where the budget was spent, all places were taken, or the way was closed
    meanwhile. Asked twice for the same attempt, it is the same Reservation. What an earlier attempt at the job left open
    on its death counts as spent, unless this one `resumes` it (a ticket: it is paid for already) and takes it over.
    A way that needs no account gives a Reservation that holds nothing."""
    if route.model_pk is None:
        return Reservation(job_id=job_id, attempt=attempt, usd_micros=0, created_at=now)
    mine = Reservation.objects.filter(job_id=job_id, model=route.model_pk, status=Reservation.Status.OPEN)
    if resumes:
        mine.filter(attempt__lt=attempt).update(attempt=attempt)
    settle_earlier(job_id=job_id, attempt=attempt, now=now)
    if (held := mine.filter(attempt=attempt).first()) is not None:
        return held
    try:
        with transaction.atomic():
            return _hold(route, job_id, attempt, edit, now)
    except _NoRoom:
        return None
    except IntegrityError:  # somebody asked for the same attempt at the same instant
        return mine.filter(attempt=attempt).first()


class _NoRoom(Exception):
    """Undoes what was held already."""


def _hold(route: Route, job_id: str, attempt: int, edit: bool, now: datetime) -> Reservation:
    model = _place(UpstreamModel.objects.filter(pk=route.model_pk), now)
    _place(Upstream.objects.filter(pk=route.upstream_id), now)
    price = model.price(edit=edit)
    day, month = periods(now)
    sums = [Spending(model=model, period=period) for period in (day, month)]
    Spending.objects.bulk_create(sums, ignore_conflicts=True)
    _hold_back(model, day, model.daily_budget_usd_micros, price)
    _hold_back(model, month, model.monthly_budget_usd_micros, price)
    return Reservation.objects.create(
        model=model, job_id=job_id, attempt=attempt, usd_micros=price, created_at=now
    )


def _place(rows: QuerySet[Any], now: datetime) -> Any:
    """Take a place at a model or an account; the row as it is now, which nobody else changes before we are done."""
    if not rows.filter(is_enabled=True, running__lt=F("concurrency")).update(running=F("running") + 1):
        raise _NoRoom
    row = rows.get()
    if not health.let_through(rows, row.health, now):
        raise _NoRoom
    return row


def _hold_back(model: UpstreamModel, period: str, budget: int | None, price: int) -> None:
    rows = Spending.objects.filter(model=model, period=period)
    if budget is not None:
        rows = rows.filter(reserved_usd_micros__lte=budget - price - F("spent_usd_micros"))
    if not rows.update(reserved_usd_micros=F("reserved_usd_micros") + price):
        raise _NoRoom


def settle(*, reservation: Reservation, usd_micros: int | None = None, now: datetime) -> None:
    """It was painted, or may have been: what it cost, by default what was held, is spent."""
    spent = reservation.usd_micros if usd_micros is None else usd_micros
    _end(reservation, Reservation.Status.SETTLED, spent, now)


def release(*, reservation: Reservation, now: datetime) -> None:
    """Nothing can have been paid: all of it is given back."""
    _end(reservation, Reservation.Status.RELEASED, None, now)


def _end(reservation: Reservation, status: str, spent: int | None, now: datetime) -> None:
    if reservation.pk is None:  # it holds nothing
        return
    with transaction.atomic():
        still_open = Reservation.objects.filter(pk=reservation.pk, status=Reservation.Status.OPEN)
        if not still_open.update(status=status, settled_usd_micros=spent):
            return
        model = UpstreamModel.objects.filter(pk=reservation.model_id)
        upstream = Upstream.objects.filter(models=reservation.model_id)
        for rows in (model, upstream):
            rows.update(running=F("running") - 1)
            health.end_trial(rows, now)  # where neither success nor failure was told: it was stopped
        for period in reservation.periods:
            Spending.objects.filter(model=reservation.model_id, period=period).update(
                reserved_usd_micros=F("reserved_usd_micros") - reservation.usd_micros,
                spent_usd_micros=F("spent_usd_micros") + (spent or 0),
            )


def settle_earlier(*, job_id: str, attempt: int, now: datetime) -> None:
    """What attempts at the job before this one left open on their death: it may have been paid, and takes no place any
    more."""
    if attempt <= 1:
        return  # attempts are counted from one: nothing to ask the database for on the usual way
    left = Reservation.objects.filter(job_id=job_id, attempt__lt=attempt, status=Reservation.Status.OPEN)
    for reservation in left:
        settle(reservation=reservation, now=now)


def sweep(now: datetime) -> int:
    """Settle what was left open by somebody who was killed: it may have been paid. How many there were. What ended long
    ago is forgotten."""
    left = Reservation.objects.filter(status=Reservation.Status.OPEN, created_at__lt=now - LEFT_OPEN)
    for reservation in left:
        log.warning("the reservation of job %s was left open and counts as spent", reservation.job_id)
        settle(reservation=reservation, now=now)
    ended = (Reservation.Status.SETTLED, Reservation.Status.RELEASED)
    Reservation.objects.filter(status__in=ended, created_at__lt=now - KEPT).delete()
    return len(left)
