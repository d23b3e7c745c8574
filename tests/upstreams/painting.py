"""What the fakes paint: quickly, the same for the same request, and so that a person sees that something happened.

Words alone give a small landscape in the words' own colours. References keep the first as it is, with a star stuck on,
all of them as numbered tiles, and the words below. A mask changes nothing outside it.
"""

from __future__ import annotations

import colorsys
import hashlib
import io
import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from waa.painter.type import font

Pixels = NDArray[np.uint8]
BADGE = "示範 DEMO"
_SMOOTH = cv2.LINE_AA


def answer_picture(
    prompt: str,
    seed: int,
    width: int,
    height: int,
    references: Sequence[bytes] = (),
    mask: NDArray[np.uint8] | None = None,
    *,
    kind: str = "png",
) -> bytes:
    """A picture file ("png", "jpeg", "webp"). `references` are files in their order; `mask` is (h, w), 255 where the first
    reference is to change."""
    return encoded(answer_pixels(prompt, seed, width, height, references, mask), kind)


def answer_pixels(
    prompt: str,
    seed: int,
    width: int,
    height: int,
    references: Sequence[bytes] = (),
    mask: NDArray[np.uint8] | None = None,
) -> Pixels:
    """(height, width, 3) uint8 RGB."""
    dice = np.random.default_rng(list(hashlib.sha256(f"{prompt}|{seed}".encode()).digest()))
    if not references:
        pixels = _landscape(width, height, dice)
        return _with_words(pixels, prompt)
    pictures = [decoded(data) for data in references]
    base = _covering(pictures[0], width, height)
    if mask is not None:
        return _within_mask(base, mask, dice)
    pixels = base.copy()
    _star(pixels, (0.2 + 0.6 * dice.random()) * width, (0.2 + 0.35 * dice.random()) * height, dice)
    if len(pictures) > 1:
        _tiles(pixels, pictures)
    return _with_words(pixels, prompt)


def half_done(picture: Pixels, share: float) -> Pixels:
    """The picture as it may look when `share` (0..1) of the work is done: coarse, then finer."""
    height, width = picture.shape[:2]
    cell = max(1, round(48 * (1 - share)))
    small = cv2.resize(picture, (max(1, width // cell), max(1, height // cell)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def decoded(data: bytes) -> Pixels:
    """(h, w, 3) uint8; ValueError for what is no picture."""
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR_RGB) if data else None
    if picture is None:
        raise ValueError("not a picture")
    return np.asarray(picture, np.uint8)


def mask_of_alpha(data: bytes) -> NDArray[np.uint8]:
    """(h, w) uint8, 255 where a picture is see-through: what OpenAI's masks say. ValueError for one without alpha."""
    with Image.open(io.BytesIO(data)) as image:
        if "A" not in image.getbands():
            raise ValueError("the mask has no alpha")
        return np.asarray(255 - np.asarray(image.getchannel("A")), np.uint8)


def mask_of_light(data: bytes) -> NDArray[np.uint8]:
    """(h, w) uint8, 255 where a picture is white: what most other masks say."""
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("L"), np.uint8)


def encoded(pixels: Pixels, kind: str = "png") -> bytes:
    bgr = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    quick = [cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_SUB]
    done, data = cv2.imencode(
        {"png": ".png", "jpeg": ".jpg", "webp": ".webp"}[kind], bgr, quick if kind == "png" else []
    )
    assert done
    return data.tobytes()


def _colour(dice: np.random.Generator, lightness: float, saturation: float = 0.6) -> tuple[int, int, int]:
    red, green, blue = colorsys.hls_to_rgb(float(dice.random()), lightness, saturation)
    return int(red * 255), int(green * 255), int(blue * 255)


def _landscape(width: int, height: int, dice: np.random.Generator) -> Pixels:
    """A sky, a sun with its halo, three rows of hills."""
    top, bottom = (np.array(_colour(dice, light), np.float32) for light in (0.62, 0.86))
    fall = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    rows = (top + (bottom - top) * fall).astype(np.uint8)
    pixels = np.ascontiguousarray(np.broadcast_to(rows[:, None], (height, width, 3)))
    unit = min(width, height)
    centre = int((0.2 + 0.6 * dice.random()) * width), int((0.2 + 0.15 * dice.random()) * height)
    for size, colour in ((0.2, (255, 236, 190)), (0.15, (255, 222, 140)), (0.1, (255, 198, 74))):
        cv2.circle(pixels, centre, int(size * unit), colour, -1, _SMOOTH)
    for row in range(3):
        _hills(pixels, 0.5 + 0.13 * row, 0.55 - 0.12 * row, dice)
    return pixels


def _hills(pixels: Pixels, level: float, lightness: float, dice: np.random.Generator) -> None:
    height, width = pixels.shape[:2]
    across = np.linspace(0, 1, 48)
    phase, waves = dice.random() * 6.3, 1.0 + 2 * dice.random()
    up = level + 0.06 * np.sin(phase + waves * 6.3 * across) + 0.02 * np.sin(2.7 * phase + 17 * across)
    ridge = np.stack([across * width, up * height], 1)
    outline = np.concatenate([ridge, [[width, height], [0, height]]]).astype(np.int32)
    cv2.fillPoly(pixels, [outline], _colour(dice, lightness, 0.45), _SMOOTH)


def _star(pixels: Pixels, x: float, y: float, dice: np.random.Generator) -> None:
    """A sticker: a star with a white border."""
    size = 0.13 * min(pixels.shape[:2])
    for reach, colour in ((1.25, (255, 255, 255)), (1.0, _colour(dice, 0.55, 0.9))):
        spikes = [
            (x + size * reach * r * math.sin(turn), y - size * reach * r * math.cos(turn))
            for turn, r in ((math.pi * n / 5, 1.0 if n % 2 == 0 else 0.48) for n in range(10))
        ]
        cv2.fillPoly(pixels, [np.array(spikes, np.int32)], colour, _SMOOTH)


def _tiles(pixels: Pixels, pictures: Sequence[Pixels]) -> None:
    """All references along the top in their order, each with its number."""
    height, width = pixels.shape[:2]
    side = int(min(0.2 * min(width, height), 0.94 * width / len(pictures) - 4))
    for place, picture in enumerate(pictures):
        left, top = int(0.03 * width) + place * (side + 4), int(0.03 * height)
        pixels[top - 2 : top + side + 2, left - 2 : left + side + 2] = 255
        pixels[top : top + side, left : left + side] = _covering(picture, side, side)
        words = _words(str(place + 1), max(10, side // 3))
        _stamp(pixels, words, left + 3, top + 1)


def _within_mask(base: Pixels, mask: NDArray[np.uint8], dice: np.random.Generator) -> Pixels:
    height, width = base.shape[:2]
    inside = np.asarray(cv2.resize(mask, (width, height), interpolation=cv2.INTER_NEAREST)) > 127
    tint = np.empty_like(base)
    tint[:] = _colour(dice, 0.6, 0.9)
    changed = np.asarray(cv2.addWeighted(base, 0.5, tint, 0.5, 0), np.uint8)
    if inside.any():
        columns, rows = np.nonzero(inside.any(0))[0], np.nonzero(inside.any(1))[0]
        _star(changed, float(columns.mean()), float(rows.mean()), dice)
    return np.asarray(cv2.copyTo(changed, inside.astype(np.uint8), base.copy()), np.uint8)


def _covering(picture: Pixels, width: int, height: int) -> Pixels:
    """The picture over the whole of that size, its middle kept."""
    h, w = picture.shape[:2]
    if (w, h) == (width, height):
        return picture
    scale = max(width / w, height / h)
    size = max(width, round(w * scale)), max(height, round(h * scale))
    large = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    return large[top : top + height, left : left + width]


def _with_words(pixels: Pixels, prompt: str) -> Pixels:
    """The first words on a band at the foot, and the badge that says what this is."""
    height, width = pixels.shape[:2]
    size = max(10, int(min(width, height) * 0.045))
    pixels[height - 2 * size :] = (24, 20, 38)
    shown = " ".join("".join(c if c.isprintable() else " " for c in prompt[:80]).split())
    room = max(1, int(width * 0.94) // size)
    while shown and font("sans-700", size).getlength(shown) > room * size:
        shown = shown[:-1]
    _stamp(pixels, _words(shown, size), int(0.03 * width), height - int(1.75 * size))
    badge = _words(BADGE, max(10, size * 2 // 3))
    _stamp(pixels, badge, width - badge.shape[1] - int(0.03 * width), height - 2 * size - badge.shape[0])
    return pixels


def _words(text: str, size: int) -> NDArray[np.uint8]:
    """Coverage 0..255 of a line of type."""
    face = font("sans-700", size)
    image = Image.new("L", (max(1, int(face.getlength(text)) + 4), int(size * 1.5)))
    ImageDraw.Draw(image).text((2, 0), text, font=face, fill=255)
    return np.asarray(image)


def _stamp(pixels: Pixels, cover: NDArray[np.uint8], left: int, top: int) -> None:
    """White words with a dark edge; what reaches beyond the picture is cut."""
    height, width = pixels.shape[:2]
    left, top = max(0, left), max(0, top)
    cover = cover[: height - top, : width - left]
    under = pixels[top : top + cover.shape[0], left : left + cover.shape[1]].astype(np.float32)
    edge = cv2.dilate(cover, np.ones((3, 3), np.uint8)).astype(np.float32)[..., None] / 255
    share = cover.astype(np.float32)[..., None] / 255
    done = under * (1 - 0.6 * edge) * (1 - share) + 255 * share
    pixels[top : top + cover.shape[0], left : left + cover.shape[1]] = done.astype(np.uint8)
