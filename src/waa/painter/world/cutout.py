"""Cut-outs: models that stand about in a landscape, photographed once for a light and laid as often as wanted.

Stones, trees, bushes: a handful of variants, each at a few sizes, make a whole countryside.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.light import Light
from waa.painter.solid.camera import Sprite, View, photograph
from waa.painter.solid.model import Model

Maker = Callable[[int], Model]
_SIZES = (
    24,
    48,
    96,
    160,
    260,
    420,
)  # heights in pixels that are kept; others are made from the next larger one


@lru_cache(72)
def _seen(make: Maker, variant: int, light: Light, tall: int, pitch: float) -> Sprite:
    return photograph(_model(make, variant), light, tall, View(pitch=pitch), width_limit=tall * 3.0)


@lru_cache(48)
def _model(make: Maker, variant: int) -> Model:
    return make(variant)


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
    sprite = _seen(make, variant, light, kept, pitch)
    scale = height / kept
    pixels = _resized(sprite.pixels, scale, flip)
    if soft > 0.3:
        pixels = _blurred(pixels, soft)
    if haze > 0:
        air = rgb(light.haze if haze_colour is None else haze_colour)
        pixels = pixels.copy()
        pixels[..., :3] += (air - pixels[..., :3]) * F(haze)
    foot_x = sprite.width - sprite.foot[0] if flip else sprite.foot[0]
    if sprite.shadow is not None and shadow > 0:
        _lay_shadow(canvas, sprite, light, x, foot, scale, shadow * (1 - haze))
    pad = (pixels.shape[0] - round(sprite.height * scale)) // 2 if soft > 0.3 else 0
    canvas.stamp(x - foot_x * scale - pad, foot - sprite.foot[1] * scale - pad, pixels)


def _resized(pixels: Array, scale: float, flip: bool) -> Array:
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    solid = np.dstack([pixels[..., :3] * pixels[..., 3:], pixels[..., 3]])
    small = np.asarray(cv2.resize(solid, size, interpolation=how), F)
    small[..., :3] /= np.maximum(small[..., 3:], F(1e-3))
    return small[:, ::-1] if flip else small


def _blurred(pixels: Array, sigma: float) -> Array:
    pad = int(sigma * 3) + 1
    wide = np.pad(pixels, ((pad, pad), (pad, pad), (0, 0)))
    wide[..., :3] *= wide[..., 3:]
    wide = np.asarray(blur(wide, sigma), F)
    wide[..., :3] /= np.maximum(wide[..., 3:], F(1e-3))
    return wide


def _lay_shadow(
    canvas: Canvas, sprite: Sprite, light: Light, x: float, foot: float, scale: float, strength: float
) -> None:
    assert sprite.shadow is not None
    h, w = sprite.shadow.shape
    size = (max(1, round(w * scale)), max(1, round(h * scale)))
    shadow = np.asarray(
        cv2.resize(sprite.shadow, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR), F
    )
    cover = np.clip(shadow * F(light.shadow_opacity * strength), 0, 0.9)
    canvas.lay(x + sprite.shadow_at[0] * scale, foot + sprite.shadow_at[1] * scale, rgb(light.shadow), cover)
