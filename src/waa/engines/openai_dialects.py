"""Who speaks OpenAI's image wire, and how each one's speech differs: data, so that the engine has no `if server`.

Looked up in the released packages (openai 3.57, SGLang 0.5.23, vLLM-Omni 0.30), in LocalAI's source and OpenAI's notices.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from dataclasses import dataclass

from waa.engines.base import Capabilities, Model


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """One server's habits.

    `checks_model`: it paints only with a model that it lists. `mask_field` is the multipart field of a mask, "" where
    the server takes none or silently ignores it; `has_alpha_mask`: see-through marks what may change, else white does.
    `least_pixels`: a smaller picture is asked for larger, and shrunk here. `longest` is the most one side may be of the
    other. `extra` are its names for our optional settings. `splits_at_bar`: what follows a `|` would be what is not
    wanted.
    """

    name: str
    label: str
    is_hosted: bool = False
    needs_key: bool = False
    checks_model: bool = True
    sends_response_format: bool = True
    sends_output_format: bool = True
    streams: bool = False
    edits: bool = True
    mask_field: str = ""
    has_alpha_mask: bool = True
    sends_seed: bool = True
    moderates: bool = False
    max_references: int = 4
    max_side: int = 2048
    max_pixels: int = 4_194_304
    side_step: int = 16
    least_pixels: int = 0
    longest: float = 4.0
    is_exact: bool = True
    extra: tuple[tuple[str, str], ...] = (("steps", "num_inference_steps"), ("guidance", "guidance_scale"))
    splits_at_bar: bool = False
    health: str = "/health"
    languages: frozenset[str] = frozenset({"en"})
    offer: str = "flux"

    def capabilities(self) -> Capabilities:
        return Capabilities(
            modes=frozenset({"draw", "edit"}) if self.edits else frozenset({"draw"}),
            min_side=128,
            max_side=self.max_side,
            max_pixels=self.max_pixels,
            side_step=self.side_step,
            max_references=self.max_references if self.edits else 0,
            is_exact=self.is_exact,
            supports_seed=self.sends_seed,
            supports_mask=bool(self.mask_field) and self.edits,
            supports_preview=self.streams,
            languages=self.languages,
            trained=True,
        )

    def asked_size(self, width: int, height: int) -> tuple[int, int]:
        """What to ask for so that the picture can be shrunk to width x height: the same, unless that is too small."""
        if width * height >= self.least_pixels:
            return width, height
        scale = math.sqrt(self.least_pixels / (width * height))
        return self._up(width * scale), self._up(height * scale)

    def _up(self, side: float) -> int:
        return math.ceil(side / self.side_step) * self.side_step


DIALECTS: dict[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        Dialect(
            name="openai",
            label="OpenAI",
            is_hosted=True,
            needs_key=True,
            sends_response_format=False,  # GPT image models answer with an error to it
            streams=True,
            mask_field="mask",
            sends_seed=False,
            moderates=True,
            max_references=16,
            max_side=3840,
            max_pixels=3840 * 2160,
            least_pixels=655_360,
            longest=3.0,
            extra=(),
            health="",
            languages=frozenset({"yue", "zh", "en"}),
            offer="openai",
        ),
        # It takes a field `mask` and paints as if there were none; without b64_json it answers 400.
        Dialect(name="sglang", label="SGLang Diffusion", checks_model=False),
        Dialect(name="vllm-omni", label="vLLM-Omni", sends_output_format=False, mask_field="mask_image",
                has_alpha_mask=False),
        Dialect(name="localai", label="LocalAI", edits=False, sends_output_format=False, is_exact=False,
                extra=(("steps", "step"),), splits_at_bar=True, health="/readyz"),
        Dialect(name="other", label="OpenAI-compatible server", sends_seed=False, sends_output_format=False,
                is_exact=False, extra=(), health=""),
    )
}  # fmt: skip

OPENAI = DIALECTS["openai"]

# Millionths of a dollar for a square picture of a megapixel, to reserve a budget with; what was really paid is told by
# the answer's usage. "auto" may choose the dearest that is usual.
PRICES = {"low": 6_000, "medium": 53_000, "high": 211_000, "xhigh": 320_000, "max": 420_000, "auto": 211_000}
REFERENCE_PRICE = 20_000
# Dollars for a million tokens, which is millionths of a dollar for one: text in, pictures in, pictures out.
TEXT_IN, IMAGE_IN, IMAGE_OUT = 5.0, 8.0, 30.0


def _hosted(model_id: str, name: str, seconds: float) -> Model:
    return Model(
        id=model_id,
        name=name,
        offer="openai",
        capabilities=OPENAI.capabilities(),
        price_usd_micros=PRICES["medium"],
        edit_price_usd_micros=PRICES["medium"] + REFERENCE_PRICE,
        seconds=seconds,
        licence="OpenAI terms",
    )


MODELS = (
    _hosted("gpt-image-2.6-sunburst", "GPT Image 2.6 Sunburst", 30.0),
    _hosted("gpt-image-2.6-flare", "GPT Image 2.6 Flare", 15.0),
    _hosted("gpt-image-2.5-sunburst", "GPT Image 2.5 Sunburst", 30.0),
    _hosted("gpt-image-2.5-flare", "GPT Image 2.5 Flare", 15.0),
    _hosted("gpt-image-2", "GPT Image 2", 30.0),
)

# When OpenAI ends, or ended, a model.
ENDS = {
    "dall-e-2": dt.date(2026, 5, 12),
    "dall-e-3": dt.date(2026, 5, 12),
    "gpt-image-1": dt.date(2026, 10, 23),
    "gpt-image-1-mini": dt.date(2026, 12, 1),
    "gpt-image-1.5": dt.date(2026, 12, 1),
    "chatgpt-image-latest": dt.date(2026, 12, 1),
}


def is_openais(model_id: str) -> bool:
    """Whether the id is one of OpenAI's own image models, listed or not."""
    return model_id.startswith(("gpt-image-", "chatgpt-image", "dall-e-"))


def self_hosted(model_id: str, dialect: Dialect) -> Model:
    """A model that an operator serves: nothing is charged, and what it can do is what its server can."""
    return Model(
        id=model_id,
        name=model_id.rsplit("/", 1)[-1] or dialect.label,
        offer=dialect.offer,
        capabilities=dialect.capabilities(),
        seconds=8.0,
    )


def priced(model: Model, quality: str) -> Model:
    """The model with the estimate for that quality."""
    price = PRICES.get(quality, PRICES["auto"])
    return dataclasses.replace(model, price_usd_micros=price, edit_price_usd_micros=price + REFERENCE_PRICE)
