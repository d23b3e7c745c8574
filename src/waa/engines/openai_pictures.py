"""Pictures on OpenAI's wire: references and masks as files, and what comes back as pixels, notes and costs."""

from __future__ import annotations

import base64
import binascii
import io
import json
import logging
from collections.abc import Mapping
from typing import Any

import numpy as np
from PIL import Image

from waa.engines import openai_dialects as dialects
from waa.engines import shapes, wire
from waa.engines.base import PictureRequest, Pixels
from waa.engines.openai_dialects import Dialect
from waa.engines.troubles import broken_answer
from waa.lib import images

log = logging.getLogger("waa.engines")

PREVIEW_SIDE = 320
AS_PNG = 2_000_000  # pixels of a reference; a larger one is sent as JPEG of high quality
File = tuple[str, tuple[str, bytes, str]]  # field, (file name, bytes, type)


def photo(pixels: Pixels, number: int, request: PictureRequest) -> File:
    """A reference as a file. The one a mask is for stays a PNG, as the mask is."""
    is_masked = number == 1 and request.mask_image is not None
    kind = "png" if is_masked or pixels.shape[0] * pixels.shape[1] <= AS_PNG else "jpg"
    data = images.encode(pixels, kind, quality=95)
    return "image[]", (f"image-{number}.{kind}", data, images.FORMATS[kind][1])


def mask_file(mask: Pixels, size: tuple[int, int], *, alpha: bool) -> bytes:
    """Our mask, 255 where the picture may change, as a PNG of `size` = (width, height): see-through there for OpenAI,
    white there for servers that paint as diffusers does."""
    shown = Image.fromarray(mask)
    if shown.size != size:
        shown = shown.resize(size, Image.Resampling.NEAREST)
    out = io.BytesIO()
    if alpha:
        kept = Image.fromarray(255 - np.asarray(shown))
        black = Image.new("L", size)
        shown = Image.merge("RGBA", (black, black, black, kept))
    shown.save(out, "PNG", compress_level=1)
    return out.getvalue()


def preview(data: object) -> Pixels | None:
    """A picture on the way, small; None when it cannot be read, for the last one may be well."""
    try:
        return images.thumbnail(images.read_answer(base64.b64decode(str(data))), PREVIEW_SIDE)
    except (images.ImageRefused, binascii.Error, ValueError):
        return None


def read(answer: bytes | dict[str, Any], who: str) -> dict[str, Any]:
    try:
        told = json.loads(answer) if isinstance(answer, bytes) else answer
    except ValueError as error:
        raise broken_answer(who) from error
    if not isinstance(told, dict):
        raise broken_answer(who)
    return told


def entry_of(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """The picture in an answer: the first of `data`, or the event of a stream itself."""
    data = told.get("data")
    if isinstance(data, list) and data and isinstance(data[0], Mapping):
        return data[0]
    return told


def of_size(
    pixels: Pixels, width: int, height: int, dialect: Dialect
) -> tuple[Pixels, tuple[shapes.Note, ...]]:
    """What came back in the size that was meant, where it was asked for larger; a note where its shape is another."""
    came = (int(pixels.shape[1]), int(pixels.shape[0]))
    if came == (width, height):
        return pixels, ()
    if came == dialect.asked_size(width, height):
        small = Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS)
        return np.asarray(small, np.uint8), ()
    log.info("%s painted %dx%d instead of %dx%d", dialect.label, *came, width, height)
    return pixels, shapes.notes_on(dialect.label, came, (width, height))


def cost_of(usage: object) -> int | None:
    """Millionths of a dollar from the tokens that were used; None where they are not told."""
    if not isinstance(usage, Mapping) or not (made := _count(usage, "output_tokens")):
        return None
    parts = usage.get("input_tokens_details")
    parts = parts if isinstance(parts, Mapping) else {}
    seen = _count(parts, "image_tokens")
    read = _count(parts, "text_tokens") or max(0, _count(usage, "input_tokens") - seen)
    return round(made * dialects.IMAGE_OUT + seen * dialects.IMAGE_IN + read * dialects.TEXT_IN)


def _count(told: Mapping[str, Any], name: str) -> int:
    value = told.get(name)
    return value if type(value) is int and value > 0 else 0


def pixels_of(entry: Mapping[str, Any], who: str) -> Pixels:
    """The picture of an answer, (h, w, 3) uint8; EngineBroken for anything that is none, whatever it says it is."""
    try:
        data = entry.get("file") or base64.b64decode(str(entry.get("b64_json") or ""))
    except (binascii.Error, ValueError) as error:
        raise broken_answer(who) from error
    return wire.picture(data, who)
