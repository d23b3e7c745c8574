"""Routes: who paints, what it costs, and what becomes of it. What the studio calls; see docs/upstreams.md.

quotes(now=…)                    what a form shows: each offer, its price, whether it can be had
routes(offer=…, …)               every way to paint something, best first; the built-in painter last
engine_for(route)                the engine that goes that way
reserve / settle / release       money and a place (purse.py)
succeeded / failed               health, for all processes (health.py)
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.conf import settings

from waa.engines import offers, registry
from waa.engines.base import Capabilities, Engine, EngineMisconfigured, Model
from waa.engines.offers import Offer
from waa.lib.errors import NotHere
from waa.upstreams import given, opening, reasons
from waa.upstreams.health import failed, succeeded
from waa.upstreams.models import Reservation, Spending, Upstream, UpstreamModel, periods
from waa.upstreams.offered import Quote, Route
from waa.upstreams.purse import has_room, release, reserve, settle, settle_earlier, sweep

__all__ = ["Quote", "Reservation", "Route", "direct", "engine_for", "failed", "quotes", "release", "reserve", "routes",
           "settle", "settle_earlier", "succeeded", "sweep"]  # fmt: skip

log = logging.getLogger("waa.upstreams")

OFFLINE = "offline"


# -- what can be had ---------------------------------------------------------------------------------------


def quotes(*, now: datetime) -> list[Quote]:
    """Every offer that is set up, in the order of the ladder; the built-in painter always. Two queries."""
    found: dict[str, list[_Candidate]] = {}
    for candidate in _candidates(now):
        found.setdefault(candidate.row.offer, []).append(candidate)
    names = [name for name in offers.OFFERS if name in found or name == OFFLINE]
    names += [name for name in dict.fromkeys((*found, settings.ENGINE)) if name and name not in offers.OFFERS]
    closed = {name: _why_closed(found.get(name), now) for name in names}
    return [quote for name in names if (quote := _quote(name, found.get(name), closed, now)) is not None]


def _why_closed(candidates: list[_Candidate] | None, now: datetime) -> str | None:
    """None for an offer with a model that takes requests, or that needs no account."""
    if candidates is None:
        return None
    why = [c.why_closed(now) for c in candidates]
    return None if None in why else reasons.telling({w for w in why if w})


def _quote(
    name: str, candidates: list[_Candidate] | None, closed: dict[str, str | None], now: datetime
) -> Quote | None:
    if candidates is None:
        engine = given.engine_class(name)
        if engine is None:
            return None
        model, is_local = _without_account(name, engine), True
        price = edit_price = model.price_usd_micros
    else:
        best = min(candidates, key=lambda c: (c.why_closed(now) is not None, c.row.price(edit=False)))
        model, price, edit_price = best.model, best.row.price(edit=False), best.row.price(edit=True)
        engine = given.engine_class(best.row.upstream.kind)
        is_local = engine is not None and engine.is_local
    offer, below = offer_of(name), None
    reason = closed[name]
    if reason:
        below = next((step for step in ladder(name)[1:] if closed.get(step.name, "absent") is None), None)
    why = reasons.why(reason, offer, below) if reason else ("", "")
    return Quote(
        offer=name,
        zh=offer.zh,
        en=offer.en,
        price_usd_micros=price,
        edit_price_usd_micros=edit_price,
        capabilities=model.capabilities,
        model_name=model.name,
        seconds=model.seconds,
        is_local=is_local,
        is_open=reason is None,
        why_zh=why[0],
        why_en=why[1],
        steps_down_to=below.name if below else None,
    )


def offer_of(name: str) -> Offer:
    """An offer by name; one that somebody else's engine brought is called as it calls itself."""
    if name in offers.OFFERS:
        return offers.OFFERS[name]
    engine = given.engine_class(name)
    zh, en = engine.label if engine is not None else ("", "")
    return Offer(name, zh or name, en or name, below=OFFLINE)


def ladder(name: str) -> list[Offer]:
    """The offer and those that take its place, in order; the built-in painter is the last."""
    return offers.ladder(name) if name in offers.OFFERS else [offer_of(name), *offers.ladder(OFFLINE)]


# -- every way to paint something --------------------------------------------------------------------------


def routes(
    *,
    offer: str,
    edit: bool,
    width: int,
    height: int,
    references: int,
    mask: bool,
    now: datetime,
    resumes: str = "",
    seed: int | None = None,
) -> list[Route]:
    """All ways from this very process, best first: those of the offer by price, then by weight; then down the ladder,
    each with a note that says why; the built-in painter last. Models that cannot do it, that are left alone because
    they failed, or whose budget is spent, are not among them; but the Route of the name `resumes`, where a picture is paid
    for already, is open whatever happened meanwhile. `seed` is for tests. One query or two."""
    unable = partial(reasons.unable, edit=edit, width=width, height=height, references=references, mask=mask)
    steps = ladder(offer)
    here = [c for c in _candidates(now) if c.is_here(now)]
    paid = {c for c in here if resumes and c.route(now, None).name == resumes}
    dice = random.Random(seed)  # noqa: S311 - it shares work out
    ways, reason = [], "failed"
    for step in steps:
        own = [c for c in here if c.row.offer == step.name]
        taken, why_not = _best(own, paid, unable, edit, dice, now)
        if step is steps[0] and not taken and not _needs_no_account(step.name):
            reason = reasons.telling(why_not or {"absent"})
        note = None if step is steps[0] else reasons.note(reason, steps[0], step)
        ways += [c.route(now, note) for c in taken]
        if _needs_no_account(step.name) and not own:
            ways.append(direct(step.name, note))
    return ways


def _best(
    own: Sequence[_Candidate],
    paid: Collection[_Candidate],
    unable: Callable[[Capabilities], str | None],
    edit: bool,
    dice: random.Random,
    now: datetime,
) -> tuple[list[_Candidate], set[str]]:
    """Those that can be asked, best first, and the reasons why the others cannot."""
    why_not = [
        None if c in paid else unable(c.model.capabilities) or c.why_closed(now, edit=edit) for c in own
    ]
    able = [c for c, reason in zip(own, why_not, strict=True) if reason is None]
    # Weighted and without favour: the largest of u^(1/weight) is each one's as often as its weight says.
    luck = {c.row.pk: dice.random() ** (1 / c.row.weight) if c.row.weight else 0.0 for c in able}
    able.sort(key=lambda c: (c.is_full, c.row.price(edit=edit), -luck[c.row.pk]))
    return able, {reason for reason in why_not if reason}


def _needs_no_account(name: str) -> bool:
    """The built-in painter, and engines of others that have nothing to fill in."""
    engine = given.engine_class(name) if name == OFFLINE or name not in offers.OFFERS else None
    return engine is not None and given.needs_no_account(engine)


def direct(kind: str, note: tuple[str, str] | None = None) -> Route:
    """The way to an engine that needs no account. NotHere for a kind nobody registered."""
    model = _without_account(kind, registry.kind(kind))
    return Route(
        offer=kind,
        kind=kind,
        upstream_id=None,
        model_pk=None,
        upstream_name=offer_of(kind).en,
        model_id=model.id,
        model_name=model.name,
        price_usd_micros=model.price_usd_micros,
        edit_price_usd_micros=model.edit_price_usd_micros,
        capabilities=model.capabilities,
        seconds=model.seconds,
        note=note,
    )


def _without_account(name: str, engine: type[Engine]) -> Model:
    """The model of an engine that needs no account."""
    if engine.models:
        return engine.models[0]
    return Model(id="", name=offer_of(name).en, offer=name, capabilities=engine.capabilities, seconds=1.0)


def engine_for(route: Route) -> Engine:
    """The engine, opened on first use. EngineMisconfigured where its account is gone or its key cannot be opened."""
    if route.upstream_id is None:
        return registry.get(route.kind)
    upstream = Upstream.objects.filter(pk=route.upstream_id).first()
    if upstream is None:
        raise EngineMisconfigured(
            "no_such_upstream",
            "呢個帳戶已經冇咗，冇扣任何費用。請再試一次。",
            "This account is gone. Nothing was charged; please try again.",
            retryable=True,
            is_unpaid=True,
        )
    try:
        return opening.opened(upstream, route.model_id)
    except (NotHere, ImportError, TypeError) as error:
        log.warning("%s cannot be opened: %s", upstream.name, type(error).__name__)
        raise EngineMisconfigured(
            "engine_not_here",
            f"呢部機用唔到{upstream.name}，冇扣任何費用。請站長行 waa doctor 睇下。",
            f"{upstream.name} cannot be used on this machine. Nothing was charged; the operator may ask `waa doctor`.",
            is_unpaid=True,
        ) from error


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A model of an account, with its facts and what it has spent."""

    row: UpstreamModel
    model: Model
    spendings: dict[str, Spending]  # by period

    def why_closed(self, now: datetime, *, edit: bool = False) -> str | None:
        healths = (self.row.health, self.row.upstream.health)
        if not all(health.takes(now) for health in healths):
            return "busy" if all(h.takes(now) or h.state(now) == "paused" for h in healths) else "down"
        price = self.row.price(edit=edit)
        budgets = (self.row.daily_budget_usd_micros, self.row.monthly_budget_usd_micros)
        for name, period, budget in zip(("day", "month"), periods(now), budgets, strict=True):
            if not has_room(self.spendings.get(period), budget, price):
                return name
        return None

    @property
    def is_full(self) -> bool:
        upstream = self.row.upstream
        return self.row.running >= self.row.concurrency or upstream.running >= upstream.concurrency

    def is_here(self, now: datetime) -> bool:
        return opening.is_openable(self.row.upstream, now)

    def route(self, now: datetime, note: tuple[str, str] | None) -> Route:
        upstream = self.row.upstream
        return Route(
            offer=self.row.offer,
            kind=upstream.kind,
            upstream_id=upstream.pk,
            model_pk=self.row.pk,
            upstream_name=upstream.name,
            model_id=self.row.model_id,
            model_name=self.model.name,
            price_usd_micros=self.row.price(edit=False),
            edit_price_usd_micros=self.row.price(edit=True),
            capabilities=self.model.capabilities,
            seconds=self.model.seconds,
            is_full=self.is_full,
            note=note,
        )


def _candidates(now: datetime) -> list[_Candidate]:
    """Every model in use, of every account in use. Two queries."""
    rows = list(
        UpstreamModel.objects.filter(is_enabled=True, upstream__is_enabled=True)
        .filter(upstream__in=Upstream.objects.present(now))
        .select_related("upstream")
        .order_by("pk")
    )
    spendings: dict[int, dict[str, Spending]] = {row.pk: {} for row in rows}
    for spending in Spending.objects.filter(model__in=rows, period__in=periods(now)) if rows else ():
        spendings[spending.model_id][spending.period] = spending
    return [c for row in rows if (c := _candidate(row, spendings[row.pk])) is not None]


def _candidate(row: UpstreamModel, spendings: dict[str, Spending]) -> _Candidate | None:
    model = opening.facts(row)
    return None if model is None else _Candidate(row, model, spendings)
