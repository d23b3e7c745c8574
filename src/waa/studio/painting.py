"""Painting one job: whom to ask, what it may cost, and who takes over when that one cannot.

    1  the ways there are, best first: the chosen offer's accounts, then the offers below it (upstreams.routes)
    2  money is set aside before anybody is asked; a budget that is spent leads to the next way
    3  the engine paints
    4  what it cost is settled; what was set aside for nothing is released
    5  when it failed and nothing can have been paid, the next way is tried; otherwise the job fails with its sentence
    6  what the person wanted kept is put back from the picture before (painter.photo.keeping)

Whoever was asked in vain, and why, is told on the card. The picture names who really painted it.
"""

from __future__ import annotations

import dataclasses
import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection
from django.utils import timezone

from waa.engines import registry
from waa.engines.base import (
    BeyondCapabilities,
    Engine,
    EngineError,
    EngineRefused,
    PictureRequest,
    PictureResult,
    Pixels,
    Progress,
)
from waa.engines.offers import OFFERS
from waa.lib.errors import Unavailable, WaaError
from waa.studio import keeping, requests, thinking
from waa.studio.models import Job
from waa.studio.pictures import Painted
from waa.upstreams import routes
from waa.upstreams.routes import Reservation, Route

log = logging.getLogger("waa.studio")

_brushes = threading.BoundedSemaphore(
    settings.WORKER_SLOTS
)  # local engines in use; remote jobs may come to need one

Note = tuple[str, str]

PATIENCE = 600.0  # seconds for a place with a provider whose hands are full
CROWDED = 0.5  # seconds between two looks


@dataclass(eq=False)
class _Attempt:
    """One job on its way through the possible painters."""

    job: Job
    progress: Progress
    trail: list[Note] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)

    def tell(self, *notes: Note | None) -> None:
        for note in notes:
            if note is not None and note not in self.trail:
                self.trail.append(note)


def paint(job: Job, progress: Progress) -> Painted:
    """The picture of a job. WaaError when nobody could paint it, Cancelled when its visitor stopped it."""
    attempt = _Attempt(job, progress)
    if job.ticket is None:
        routes.settle_earlier(job_id=str(job.pk), attempt=job.attempts, now=timezone.now())
    last: WaaError | None = None
    while (route := _next_way(attempt)) is not None:
        try:
            painted = _by(attempt, route)
        except (EngineError, BeyondCapabilities) as error:
            if not _may_go_on(error, route):
                raise
            last = error
            attempt.tell(_in_vain(route, error))
            log.warning("%s could not (%s), asking the next", route.name, error.code)
        else:
            if painted is not None:
                return painted
        attempt.tried.add(route.name)
    raise last or _nobody()


def _next_way(attempt: _Attempt) -> Route | None:
    """Whom to ask now. Where all hands of the best are full, a place is waited for: nobody is given a lesser picture
    only because of a crowd."""
    until = time.monotonic() + PATIENCE
    while True:
        left = [way for way in ways(attempt.job) if way.name not in attempt.tried]
        if not left:
            return None
        has_place = _ticket_of(attempt.job, left[0]) is not None  # it was never given back
        if has_place or not left[0].is_full or time.monotonic() > until:
            return left[0]
        attempt.progress(0.0, "queue")
        let_go()
        time.sleep(CROWDED)


def ways(job: Job) -> list[Route]:
    """Every way to paint it, best first. An engine that is no offer, such as a package's own, is the only way."""
    brief = job.brief
    if job.offer not in OFFERS:
        return [routes.direct(job.offer)]
    paid = (job.ticket or {}).get("route", "")
    found = routes.routes(
        offer=job.offer,
        edit=brief.is_edit,
        width=brief.width,
        height=brief.height,
        references=len(brief.shown),
        mask=False,  # where an engine takes none, the rest is put back afterwards
        now=timezone.now(),
        resumes=paid,
    )
    return sorted(found, key=lambda route: route.name != paid)  # a paid picture is fetched first


def _is_local(route: Route) -> bool:
    return registry.kind(route.kind).is_local


def _by(attempt: _Attempt, route: Route) -> Painted | None:
    """Painted by that one; None when its budget was spent, or its hands full, a moment before."""
    job, now = attempt.job, timezone.now()
    references = requests.reference_count(job.brief, route.capabilities)
    attempt.tell(route.note)
    held: Reservation | None = None
    if route.upstream_id is not None:
        held = routes.reserve(
            route=route,
            job_id=str(job.pk),
            attempt=job.attempts,
            edit=references > 0,
            now=now,
            resumes=_ticket_of(job, route) is not None,
        )
        if held is None:
            attempt.tell(_full(route))
            return None
    try:
        result, engine = _draw(attempt, route)
    except BaseException as error:
        _give_back(held, route, error)
        raise
    return Painted(
        result=result,
        engine=engine,
        label=route.model_name,
        cost_usd_micros=_cost(held, result),
        trail=tuple(attempt.trail),
        settle=lambda: _settle(held, route, result),
    )


def _draw(attempt: _Attempt, route: Route) -> tuple[PictureResult, Engine]:
    job = attempt.job
    engine = routes.engine_for(route)
    request = requests.request_of(
        job,
        engine.capabilities,
        rewrite=thinking.rewrite(),
        ticket=_ticket_of(job, route),
        keep_ticket=_keep_ticket(job, route),
    )
    if engine.capabilities.paints_scenes and job.brief.settings.get("unknown") and not job.brief.shown:
        request = dataclasses.replace(request, scene=thinking.scene_of(job.brief.words, request.scene))
    result = (
        _with_brush(engine, request, attempt.progress)
        if engine.is_local
        else _from_afar(engine, request, attempt)
    )
    return keeping.kept(job, request, result, engine.capabilities), engine


def _with_brush(engine: Engine, request: PictureRequest, progress: Progress) -> PictureResult:
    while not _brushes.acquire(timeout=CROWDED):
        progress(0.0, "queue")  # which hears of a stop
        let_go()
    try:
        return engine.draw(request, progress)
    finally:
        _brushes.release()


def _from_afar(engine: Engine, request: PictureRequest, attempt: _Attempt) -> PictureResult:
    """The connection goes while the request is already on its way."""

    def progress(share: float, step: str, preview: Pixels | None = None) -> None:
        attempt.progress(share, step, preview)
        let_go()

    return engine.draw(request, progress)


def let_go() -> None:
    """A job that waits holds no connection to the database: there may be hundreds."""
    if not connection.in_atomic_block:
        connection.close()


def _ticket_of(job: Job, route: Route) -> Mapping[str, str] | None:
    ticket = job.ticket or {}
    return ticket.get("ticket") if ticket.get("route") == route.name else None


def _keep_ticket(job: Job, route: Route) -> Callable[[Mapping[str, str]], None]:
    def keep(ticket: Mapping[str, str]) -> None:
        kept = {"route": route.name, "ticket": dict(ticket)}
        Job.objects.running_as(job).update(ticket=kept)
        job.ticket = kept
        let_go()

    return keep


def _cost(held: Reservation | None, result: PictureResult) -> int | None:
    """What the provider says, else what was set aside."""
    if held is None:
        return None
    return held.usd_micros if result.cost_usd_micros is None else result.cost_usd_micros


def _settle(held: Reservation | None, route: Route, result: PictureResult) -> None:
    """The books, once the picture can be seen: whoever waits for it need not wait for them. A kill in between leaves
    them to the sweep of the upstreams."""
    if held is not None:
        now = timezone.now()
        routes.settle(reservation=held, usd_micros=result.cost_usd_micros, now=now)
        routes.succeeded(route=route, now=now)


def _give_back(held: Reservation | None, route: Route, error: BaseException) -> None:
    """Released where nothing can have been paid; else the operator's budget counts it as spent. The person never pays."""
    if held is None:
        return
    now = timezone.now()
    if isinstance(error, EngineError):
        routes.failed(route=route, error=error, now=now)
    is_free = isinstance(error, EngineRefused | BeyondCapabilities) or getattr(error, "is_unpaid", False)
    if is_free:
        routes.release(reservation=held, now=now)
    else:
        routes.settle(reservation=held, usd_micros=None, now=now)


def _may_go_on(error: WaaError, route: Route) -> bool:
    """Another painter may try when this one took nothing, and has not said that nobody should paint it."""
    if isinstance(error, EngineRefused):
        return False
    return isinstance(error, BeyondCapabilities) or _is_local(route) or getattr(error, "is_unpaid", False)


def _in_vain(route: Route, error: WaaError) -> Note:
    name = route.model_name or route.kind
    return f"{name} 今次畫唔到：{error.zh}", f"{name} could not paint this: {error.en}"


def _full(route: Route) -> Note:
    name = route.model_name or route.kind
    return (
        f"{name} 而家冇位，或者今日嘅預算用晒。",
        f"{name} is full just now, or has spent its budget for today.",
    )


def _nobody() -> Unavailable:
    return Unavailable(
        "no_engine_free",
        "而家冇引擎畫得到呢幅，冇扣任何額度。請稍後再試，或者揀第二個引擎。",
        "No engine can paint this now. Nothing was charged; try again later or choose another engine.",
        retryable=True,
    )
