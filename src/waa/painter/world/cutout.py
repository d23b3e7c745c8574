"""Cut-outs: models that stand about in a landscape, photographed once for a light and laid as often as wanted.

Stones, trees, bushes: a handful of variants, each at a few sizes, make a whole countryside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.archive import recalled
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.kept import kept
from waa.painter.light import Light
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.model import Model

Maker = Callable[[int], Model]
Bytes = NDArray[np.uint8]
_SIZES = (
    24,
    48,
    96,
    160,
    260,
    420,
    700,
    1100,
)  # heights that are kept; others are made from the next larger one


@dataclass(frozen=True, eq=False)
class _Card:
    """What a cut-out looks like: `pixels` (h, w, 4) premultiplied, where its foot is in them, and its shadow (h, w)
    with the place of its corner from the foot. Bytes: they are resized four times as fast as floats. `lamps` are as
    those of a sprite.
    """

    pixels: Bytes
    foot: tuple[float, float]
    shadow: Bytes | None
    shadow_at: tuple[float, float]
    lamps: tuple[tuple[float, float, float, str, float], ...]


@kept
def _seen(make: Maker, variant: int, light: Light, tall: int, pitch: float) -> _Card:
    """Kept in memory, and on disk where the maker's name says all that it is."""
    if getattr(make, "__closure__", True) or "<" in make.__qualname__:
        return _photographed(make, variant, light, tall, pitch)
    name = f"card {make.__module__} {make.__qualname__} {variant} {light} {tall} {pitch}"
    return recalled(name, lambda: _photographed(make, variant, light, tall, pitch))


def _photographed(make: Maker, variant: int, light: Light, tall: int, pitch: float) -> _Card:
    sprite = photograph(_model(make, variant), light, tall, View(pitch=pitch), width_limit=tall * 3.0)
    solid = np.dstack([sprite.pixels[..., :3] * sprite.pixels[..., 3:], sprite.pixels[..., 3]])
    shadow = None if sprite.shadow is None else _bytes(sprite.shadow)
    return _Card(
        _bytes(solid), (float(sprite.foot[0]), float(sprite.foot[1])), shadow, sprite.shadow_at, sprite.lamps
    )


@kept
def _model(make: Maker, variant: int) -> Model:
    return make(variant)


def _bytes(pixels: Array) -> Bytes:
    return (np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8)


def stand(
    canvas: Canvas,
    make: Maker,
    variant: int,
    light: Light,
    x: float,
    foot: float,
    height: float,
    *,
    pitch: float = 8.0,
    haze: float = 0.0,
    haze_colour: Colour | None = None,
    flip: bool = False,
    soft: float = 0.0,
    shadow: float = 1.0,
) -> None:
    """Stand variant `variant` of what `make` builds with its foot at (x, foot), `height` pixels tall.

    `haze` is how much of the air's colour lies over it, `soft` puts it out of focus by so many pixels, `flip` mirrors
    it (which its light forgives where it is small), `shadow` scales the one it throws.
    """
    if height < 1.5:
        return
    kept = next((s for s in _SIZES if s >= height * 0.8), _SIZES[-1])
    card = _seen(make, variant, light, kept, pitch)
    scale = height / kept
    if card.shadow is not None and shadow * (1 - haze) > 0.05:
        left, top = x + card.shadow_at[0] * scale, foot + card.shadow_at[1] * scale
        seen = _placed(canvas, card.shadow, left, top, scale, False, 0.0)
        if seen is not None:
            dark = F(light.shadow_opacity * shadow * (1 - haze) / 255)
            canvas.lay(seen[0], seen[1], rgb(light.shadow), np.clip(seen[2] * dark, 0, F(0.9)))
    foot_x = card.pixels.shape[1] - card.foot[0] if flip else card.foot[0]
    seen = _placed(canvas, card.pixels, x - foot_x * scale, foot - card.foot[1] * scale, scale, flip, soft)
    if seen is None:
        return
    canvas.lay_bytes(*seen, haze, light.haze if haze_colour is None else haze_colour)
    for dx, dy, radius, tint, strength in card.lamps:
        canvas.glow(
            x + dx * scale * (-1 if flip else 1),
            foot + dy * scale,
            radius * scale,
            tint,
            strength * (1 - haze),
        )


def _placed(
    canvas: Canvas, pixels: Bytes, left: float, top: float, scale: float, flip: bool, soft: float
) -> tuple[int, int, Bytes] | None:
    """(x, y, the part of `pixels` that falls on the canvas there), made `scale` times as large and blurred."""
    height, width = pixels.shape[:2]
    x, y, w, h = canvas.window(left, top, left + width * scale, top + height * scale, pad=soft * 3 + 1)
    if w <= 0 or h <= 0:
        return None
    if scale < 0.5:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
        width, scale = pixels.shape[1], 1.0
    turn, start = (-1 / scale, (left - x) / scale + width) if flip else (1 / scale, (x - left) / scale)
    start += (-0.5 if flip else 0.5) / scale - 0.5
    move = np.array([[turn, 0, start], [0, 1 / scale, (y - top + 0.5) / scale - 0.5]])
    seen = cv2.warpAffine(pixels, move, (w, h), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    if soft > 0.3:
        seen = np.asarray(blur(seen, soft))
    return x, y, np.asarray(seen, np.uint8)
