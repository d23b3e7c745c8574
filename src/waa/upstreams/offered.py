"""What the room hands out: a Quote for a form, a Route for whoever paints."""

from __future__ import annotations

from dataclasses import dataclass

from waa.engines.base import Capabilities


@dataclass(frozen=True, kw_only=True)
class Quote:
    """An offer as a form shows it. `is_local`: its pictures take a processor here; others are only waited for.

    Where it cannot be had, `why_zh` and `why_en` say so in a sentence, and `steps_down_to` is the offer that would
    paint instead. Prices are for one picture.
    """

    offer: str
    zh: str
    en: str
    price_usd_micros: int
    edit_price_usd_micros: int
    capabilities: Capabilities
    model_name: str
    seconds: float
    is_local: bool = True
    is_open: bool = True
    why_zh: str = ""
    why_en: str = ""
    steps_down_to: str | None = None


@dataclass(frozen=True, kw_only=True)
class Route:
    """One way to paint. `upstream_id` and `model_pk` are None for an engine that needs no account. `is_full`: as many
    pictures are on their way there as it takes; waiting helps. `note` (zh, en) says why another offer was taken."""

    offer: str
    kind: str
    upstream_id: int | None
    model_pk: int | None
    upstream_name: str
    model_id: str
    model_name: str
    price_usd_micros: int
    edit_price_usd_micros: int | None
    capabilities: Capabilities
    seconds: float
    is_full: bool = False
    note: tuple[str, str] | None = None

    @property
    def name(self) -> str:
        """The same for the same model of the same account, whenever it is asked for."""
        return f"{self.kind}:{self.upstream_name}:{self.model_id}"

    def price(self, *, edit: bool) -> int:
        return (
            self.edit_price_usd_micros
            if edit and self.edit_price_usd_micros is not None
            else self.price_usd_micros
        )
