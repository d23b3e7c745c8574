"""The last pass: bloom, curve, saturation, vignette and a fine grain over everything, so that it is one picture."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import noise
from waa.painter.canvas import Canvas, as_bytes, halves
from waa.painter.colour import Array, F
from waa.painter.noise import smoothstep
from waa.painter.stage import Finish, Stage
from waa.painter.together import together


def finish(canvas: Canvas, wanted: Finish) -> None:
    _bloom(canvas, wanted.bloom)
    corner, grain = _lens(canvas.width, canvas.height)
    parts = zip(halves(canvas.pixels), halves(corner), halves(grain), strict=True)
    together([partial(_developed, *part, wanted) for part in parts])


def _developed(pixels: Array, corner: Array, grain: Array, wanted: Finish) -> None:
    """Curve, saturation, vignette and grain, in place."""
    toned = np.asarray(cv2.LUT(as_bytes(pixels), _curve(wanted.contrast, wanted.shadow_tint)), np.uint8)
    if wanted.saturation != 1:
        grey = cv2.cvtColor(cv2.cvtColor(toned, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
        toned = np.asarray(
            cv2.addWeighted(toned, wanted.saturation, grey, 1 - wanted.saturation, 0), np.uint8
        )
    dark = corner * F(wanted.vignette)
    fade = (1 - dark) * F(1 / 255)
    planes = zip(cv2.split(toned), _IN_THE_CORNERS, strict=True)
    pixels[:] = cv2.merge([plane * fade + cv2.scaleAdd(dark, tint, grain) for plane, tint in planes])


_MOODS = {
    "monochrome": {"saturation": 0.0, "contrast": 0.10},
    "retro": {"saturation": 0.72, "contrast": -0.02, "shadow_tint": (0.05, 0.025, 0.0)},
    "lonely": {"saturation": 0.82},
    "epic": {"contrast": 0.09},
}  # fmt: skip


def in_mood(stage: Stage, mood: str | None) -> Stage:
    """The stage with the finish that a mood asks for: black and white, faded, deep."""
    wanted = _MOODS.get(mood or "")
    return replace(stage, finish=replace(stage.finish, **wanted)) if wanted else stage  # type: ignore[arg-type]


def _bloom(canvas: Canvas, amount: float) -> None:
    """What is brighter than paper spills over its edges."""
    w, h = max(1, canvas.width // 4), max(1, canvas.height // 4)
    small = cv2.resize(canvas.pixels, (w, h), interpolation=cv2.INTER_AREA)
    bright = small * smoothstep(0.74, 1.05, small.max(-1, keepdims=True))
    sigma = 3.5 * canvas.unit
    tiny = cv2.resize(bright, (max(1, w // 4), max(1, h // 4)), interpolation=cv2.INTER_AREA)
    wide = cv2.resize(cv2.GaussianBlur(tiny, (0, 0), sigma + 0.3), (w, h), interpolation=cv2.INTER_LINEAR)
    small_spill = (cv2.GaussianBlur(bright, (0, 0), sigma + 0.5) + wide) * F(0.6 * amount)
    spill = cv2.resize(small_spill, (canvas.width, canvas.height), interpolation=cv2.INTER_LINEAR)
    np.clip(canvas.pixels, 0, 1, out=canvas.pixels)
    canvas.pixels += np.asarray(spill, F) * (1 - canvas.pixels)


@lru_cache(32)
def _curve(contrast: float, shadow_tint: tuple[float, float, float]) -> NDArray[np.uint8]:
    x = np.linspace(0, 1, 256)
    y = x + contrast * (x - x * x) * (x - 0.5) * 2.2
    channels = [np.clip(y + tint * (1 - x) ** 2, 0, 1) * 255 for tint in shadow_tint]
    return np.stack(channels, -1).astype(np.uint8)[None]


_IN_THE_CORNERS = (0.02, 0.01, 0.06)  # a little violet where the vignette is dark


@lru_cache(2)
def _lens(width: int, height: int) -> tuple[Array, Array]:
    """(how far in the corners, 0..1; film grain), (height, width) each."""
    y, x = np.linspace(-1, 1, height, dtype=F)[:, None], np.linspace(-1, 1, width, dtype=F)[None]
    corner = np.asarray(np.clip((y * y + x * x) / 2, 0, 1) ** F(1.1), F)
    size = 512
    tile = noise.stream("grain").standard_normal((size, size)).astype(F)
    tile = np.asarray(cv2.GaussianBlur(tile, (0, 0), 0.6), F)
    grain = np.tile(tile / tile.std(), (height // size + 1, width // size + 1))[:height, :width] * F(0.0085)
    return corner, np.ascontiguousarray(grain, F)
