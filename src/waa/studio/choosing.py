"""Choosing: what a person may choose to paint with, what it costs, and what is chosen when they do not say.

An offer (engines.offers) is painted by one of the accounts behind it (upstreams.routes). A kind of engine that needs no
account, such as one from a package of somebody's own, can be chosen by its name too.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from waa.engines import registry
from waa.engines.base import Capabilities
from waa.engines.offers import OFFERS
from waa.lib.errors import NotHere
from waa.studio.models import Job
from waa.upstreams import routes
from waa.upstreams.routes import Quote


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What was chosen: `lane` is where its jobs wait, prices are millionths of a US dollar for one picture."""

    offer: str
    capabilities: Capabilities
    lane: str
    price_usd_micros: int
    edit_price_usd_micros: int

    def quote(self, *, edit: bool) -> int:
        return self.edit_price_usd_micros if edit else self.price_usd_micros


def offers() -> list[Quote]:
    """Everything that can be chosen here; what comes with Waa is always among it, and first."""
    return routes.quotes(now=timezone.now())


def default_offer(known: list[Quote] | None = None) -> str:
    """The operator's, else FLUX where there is one, else what comes with Waa."""
    if settings.ENGINE:
        return str(settings.ENGINE)
    known = offers() if known is None else known
    return "flux" if any(q.offer == "flux" and q.is_open for q in known) else "offline"


def choose(name: str | None) -> Choice:
    """By the name of an offer or of an engine without an account; NotHere for what is neither, or not set up here."""
    known = offers()
    wanted = name or default_offer(known)
    if wanted not in OFFERS:
        return _of_engine(wanted)
    quote = next((q for q in known if q.offer == wanted), None)
    if quote is None:
        raise _not_set_up(wanted)
    return Choice(
        offer=wanted,
        capabilities=quote.capabilities,
        lane=Job.Lane.LOCAL if quote.is_local else Job.Lane.REMOTE,
        price_usd_micros=quote.price_usd_micros,
        edit_price_usd_micros=quote.edit_price_usd_micros,
    )


def _of_engine(kind: str) -> Choice:
    engine = registry.get(kind)
    return Choice(offer=kind, capabilities=engine.capabilities, lane=Job.Lane.LOCAL if engine.is_local else Job.Lane.REMOTE,
                  price_usd_micros=0, edit_price_usd_micros=0)  # fmt: skip


def _not_set_up(offer: str) -> NotHere:
    told = OFFERS[offer]
    return NotHere(
        "engine_not_set_up",
        f"呢度未設定「{told.zh}」，請揀第二個引擎。",
        f"{told.en} is not set up here. Choose another engine.",
    )
