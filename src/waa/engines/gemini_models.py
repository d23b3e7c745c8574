"""Gemini's picture models as data: ratios, sizes and prices. They are told a ratio and a size, and choose the pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from waa.engines import shapes
from waa.engines.base import Capabilities, Model, Pixels
from waa.engines.gemini_answer import WHO, Rates

AREAS = {"512": 1 << 18, "1K": 1 << 20, "2K": 1 << 22, "4K": 1 << 24}  # pixels, about

_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
_LONG_RATIOS = (*_RATIOS, "1:4", "4:1", "1:8", "8:1")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What one model knows beyond its Capabilities. `prices` are Google's list prices for one picture, millionths of a
    US dollar by size; with a single size the model takes no wish for one. `thinking`: the levels it can be told."""

    prices: Mapping[str, int]
    ratios: tuple[str, ...] = _RATIOS
    thinking: tuple[str, ...] = ()
    rates: Rates | None = None

    def shape(self, width: int, height: int) -> tuple[str, str]:
        """The nearest ratio and size of this model's to what is wanted."""
        ratio = min(self.ratios, key=lambda r: abs(math.log(value(r) * height / width)))
        return ratio, nearest_size(width, height, self.prices)


# Google's list of November 2026: ai.google.dev/gemini-api/docs/pricing.
FACTS: dict[str, Facts] = {
    "gemini-3-pro-image": Facts(
        prices={"1K": 134_000, "2K": 134_000, "4K": 240_000}, rates=(2.0, 12.0, 120.0)
    ),
    "gemini-nano-banana-2.1": Facts(
        prices={"1K": 33_600, "2K": 50_400, "4K": 113_400},
        ratios=_LONG_RATIOS,
        thinking=("minimal", "medium", "high"),
        rates=(1.5, 7.5, 30.0),
    ),
    "gemini-3.1-flash-lite-image": Facts(prices={"1K": 33_600}, rates=(0.25, 1.5, 30.0)),
    "gemini-2.5-flash-image": Facts(prices={"1K": 39_000}, rates=(0.3, 2.5, 30.0)),
}
# A model that nobody listed has the shapes of the first, and a price that only the operator knows.
_UNKNOWN = replace(FACTS["gemini-3-pro-image"], rates=None)


def _model(model_id: str, name: str, offer: str, seconds: float, *, references: int = 14) -> Model:
    facts = FACTS[model_id]
    is_small = "4K" not in facts.prices
    return Model(
        id=model_id,
        name=name,
        offer=offer,
        capabilities=Capabilities(
            modes=frozenset({"draw", "edit"}),
            min_side=64,
            max_side=2048 if is_small else 4096,
            max_pixels=1_100_000 if is_small else AREAS["4K"],
            max_references=references,
            is_exact=False,
            trained=True,
        ),
        price_usd_micros=facts.prices["1K"],
        seconds=seconds,
        licence="Google APIs terms",
    )


MODELS = (
    _model("gemini-3-pro-image", "Nano Banana Pro", "gemini-pro", 25.0),
    _model("gemini-nano-banana-2.1", "Nano Banana 2.1", "gemini", 12.0),
    _model("gemini-3.1-flash-lite-image", "Nano Banana 2 Lite", "gemini", 4.0),
    _model("gemini-2.5-flash-image", "Nano Banana", "gemini", 9.0, references=3),
)


def facts_of(model_id: str) -> Facts:
    return FACTS.get(model_id, _UNKNOWN)


def value(ratio: str) -> float:
    """ "16:9" -> 1.78."""
    width, height = ratio.split(":")
    return int(width) / int(height)


def nearest_size(width: int, height: int, sizes: Mapping[str, int]) -> str:
    """The size whose area is nearest, by factors: 1500 x 1500 is rather 2K than 1K."""
    return min(sizes, key=lambda size: abs(math.log(width * height / AREAS[size])))


def notes_on(pixels: Pixels, wanted: shapes.Size, size: str) -> tuple[shapes.Note, ...]:
    """What came out otherwise than it was asked for."""
    high, wide = pixels.shape[:2]
    notes = shapes.notes_on(WHO, (wide, high), wanted)
    if (came := nearest_size(wide, high, AREAS)) == size:
        return notes
    zh = f"要嘅大細係 {size}，Gemini 交返嚟係 {came}（{wide}×{high}）。"
    en = f"The size asked for was {size}; Gemini sent {came} ({wide}×{high})."
    return (*notes, (zh, en))
