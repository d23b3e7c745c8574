"""Black Forest Labs' models as data, and what each of them is sent.

A reference is sent as JPEG in base64, no larger than the model looks at: one alone up to four megapixels, several up to
one each, and with the picture to come never more than the nine that BFL takes in all. Each megapixel more is paid for.
"""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from waa.engines import shapes
from waa.engines.base import BeyondCapabilities, Capabilities, Model, PictureRequest, Pixels
from waa.lib import images

MEGAPIXEL = 1 << 20
MOST_IN_ALL = 9_000_000  # pixels, in and out
MOST_ALONE = 4_000_000
LONGEST = 7 / 3  # of the sides where a ratio is asked for


@dataclass(frozen=True, kw_only=True)
class Facts:
    """How a model is asked. `sides`: for a width and a height, else for a ratio. `takes_mask`: the picture goes as
    `image`, with its `mask`, and comes back in its own size. `most_tolerance`: the end of its scale of safety."""

    sides: bool = True
    takes_mask: bool = False
    most_tolerance: int = 5


_FLUX1 = Facts(sides=False, most_tolerance=6)
FACTS: dict[str, Facts] = {
    "flux-kontext-pro": _FLUX1,
    "flux-kontext-max": _FLUX1,
    "flux-pro-1.1": Facts(most_tolerance=6),
    "flux-pro-1.0-fill": Facts(sides=False, takes_mask=True, most_tolerance=6),
}
_PLAIN = Facts()


def facts_of(model_id: str) -> Facts:
    """Of an id that nobody listed, those of FLUX.2, as what comes after it is likely to be asked in the same way."""
    return FACTS.get(model_id, _PLAIN)


def _flux2(model_id: str, name: str, draw: int, edit: int, seconds: float, references: int) -> Model:
    can = Capabilities(
        modes=frozenset({"draw", "edit"}),
        min_side=64,
        max_side=4096,
        max_pixels=MOST_ALONE,
        side_step=16,
        max_references=references,
        languages=frozenset({"en"}),
        trained=True,
    )
    return Model(id=model_id, name=name, offer="flux", capabilities=can, price_usd_micros=draw,
                 edit_price_usd_micros=edit, seconds=seconds, licence="BFL API terms")  # fmt: skip


def _flux1(model_id: str, name: str, price: int, seconds: float, can: Capabilities) -> Model:
    return Model(id=model_id, name=name, offer="flux", capabilities=can, price_usd_micros=price, seconds=seconds,
                 licence="BFL API terms")  # fmt: skip


_KONTEXT = Capabilities(modes=frozenset({"draw", "edit"}), min_side=64, max_side=2048, max_pixels=1_100_000,
                        max_references=1, is_exact=False, languages=frozenset({"en"}), trained=True)  # fmt: skip
_PRO11 = Capabilities(max_side=1440, max_pixels=1440 * 1440, side_step=32, languages=frozenset({"en"}),
                      trained=True)  # fmt: skip
_FILL = Capabilities(modes=frozenset({"edit"}), min_side=64, max_side=4096, max_pixels=MOST_ALONE, max_references=1,
                     supports_mask=True, needs_mask=True, is_exact=False, languages=frozenset({"en"}),
                     trained=True)  # fmt: skip

# BFL's list of November 2026, docs.bfl.ai/quick_start/pricing: for one megapixel, with one more of reference for an edit.
MODELS = (
    _flux2("flux-2-klein-4b", "FLUX.2 klein 4B", 14_000, 15_000, 2.0, 4),
    _flux2("flux-2-klein-9b", "FLUX.2 klein 9B", 15_000, 17_000, 2.5, 4),
    _flux2("flux-2-pro", "FLUX.2 pro", 30_000, 45_000, 8.0, 8),
    _flux2("flux-2-max", "FLUX.2 max", 70_000, 100_000, 15.0, 8),
    _flux2("flux-2-flex", "FLUX.2 flex", 50_000, 100_000, 20.0, 8),
    _flux1("flux-kontext-pro", "FLUX.1 Kontext pro", 40_000, 6.0, _KONTEXT),
    _flux1("flux-kontext-max", "FLUX.1 Kontext max", 80_000, 8.0, _KONTEXT),
    _flux1("flux-pro-1.1", "FLUX1.1 pro", 40_000, 5.0, _PRO11),
    _flux1("flux-pro-1.0-fill", "FLUX.1 Fill pro", 50_000, 8.0, _FILL),
)


def check(model_id: str, request: PictureRequest) -> None:
    """Raise BeyondCapabilities for what the numbers of Capabilities do not say."""
    facts = facts_of(model_id)
    if facts.takes_mask and (request.mask_image is None or not request.reference_images):
        raise BeyondCapabilities(
            "mask_needed",
            "呢個模型要有一張相同埋遮罩，請塗出想改嘅地方。",
            "This model needs a picture with a mask: paint over what is to change.",
        )
    longer, shorter = max(request.width, request.height), min(request.width, request.height)
    if not facts.sides and not facts.takes_mask and longer > LONGEST * shorter:
        raise BeyondCapabilities(
            "size_unsupported",
            "長邊最多係短邊嘅 7/3 倍。",
            "The longer side may be 7/3 of the shorter at most.",
        )


def body_of(model_id: str, request: PictureRequest, prompt: str, tolerance: int) -> dict[str, Any]:
    """The JSON to submit."""
    facts = facts_of(model_id)
    body: dict[str, Any] = {
        "prompt": prompt,
        "seed": request.seed,
        "safety_tolerance": max(0, min(tolerance, facts.most_tolerance)),
        "output_format": "png",
    }
    if facts.takes_mask:
        return body | _masked(request)
    if facts.sides:
        body |= {"width": request.width, "height": request.height}
    else:
        body["aspect_ratio"] = ratio(request.width, request.height)
    for number, pixels in enumerate(shrunk(request), 1):
        body["input_image" if number == 1 else f"input_image_{number}"] = _base64(
            images.encode(pixels, "jpg", quality=95)
        )
    return body


def ratio(width: int, height: int) -> str:
    """1024 x 768 -> "4:3"."""
    common = math.gcd(width, height)
    return f"{width // common}:{height // common}"


def shrunk(request: PictureRequest) -> list[Pixels]:
    """The references, none larger than is looked at."""
    count = len(request.reference_images)
    if not count:
        return []
    room = (MOST_IN_ALL - request.width * request.height) // count
    each = min(MOST_ALONE if count == 1 else MEGAPIXEL, room)
    return [_at_most(pixels, each) for pixels in request.reference_images]


def _at_most(pixels: Pixels, most: int) -> Pixels:
    height, width = pixels.shape[:2]
    if height * width <= most:
        return pixels
    scale = math.sqrt(most / (height * width))
    size = max(1, int(width * scale)), max(1, int(height * scale))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _masked(request: PictureRequest) -> dict[str, str]:
    """The picture and its mask in one size, white where it may change; both without loss, as they have to fit."""
    assert request.mask_image is not None
    picture = _at_most(request.reference_images[0], MOST_ALONE)
    size = (picture.shape[1], picture.shape[0])
    mask = np.asarray(cv2.resize(request.mask_image, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    return {"image": _base64(images.encode(picture, "png")), "mask": _base64(images.encode_mask(mask))}


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def sized(pixels: Pixels, request: PictureRequest, model: Model) -> tuple[Pixels, tuple[shapes.Note, ...]]:
    """What came back in the size that was asked for, if it was promised; a note where its shape is another."""
    height, width = pixels.shape[:2]
    if (width, height) == (request.width, request.height):
        return pixels, ()
    size = (request.width, request.height)
    notes = shapes.notes_on(model.name, (width, height), size)
    if notes or not model.capabilities.is_exact:
        return pixels, notes
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8), ()
