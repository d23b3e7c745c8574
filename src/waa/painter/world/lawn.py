"""Lawn: blades of grass over a terrain, row behind row, each in the colour of the ground that it grows from.

lay_terrain(canvas, fan, height, colour)
grow(canvas, fan, height, rng, tall=0.08, grows=1 - path)
"""

from __future__ import annotations

import math

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Array, F
from waa.painter.kept import kept
from waa.painter.noise import smoothstep
from waa.painter.world import terrain
from waa.painter.world.terrain import Fan

_WIDE, _TALL, _STRIPS = 1024, 64, 4
_OVER = 1.15  # how far the longest blades reach over the mean height of a row
_WAVES = (noise.line_noise(8192, 11, 3, noise.stream("rows of grass"), 0.6) - F(0.5)) * F(
    1.1
)  # so that no row is seen as a line


@kept
def _strip(number: int) -> Array:
    """(64, 1024, 2), how bright and how opaque a row of blades is; it repeats without a seam."""
    rng = noise.stream("blades", number)
    tone, cover = np.full((_TALL, _WIDE), 172, np.uint8), np.zeros((_TALL, _WIDE), np.uint8)
    for _ in range(270):
        x, high = rng.uniform(0, _WIDE), _TALL * (0.08 + 0.90 * rng.random() ** 1.3)
        lean, half, shade = rng.normal(0, 0.30) * high, rng.uniform(1.6, 3.1), int(rng.uniform(95, 250))
        t = np.linspace(0, 1, 5)
        spine = np.stack([x + lean * t**2, _TALL - high * t * (1 - 0.12 * t * abs(lean) / high)], -1)
        width = half * (1 - t**1.6)
        blade = np.concatenate(
            [spine - np.stack([width, 0 * t], -1), (spine + np.stack([width, 0 * t], -1))[::-1]]
        )
        for around in (-_WIDE, 0, _WIDE):
            points = [np.round((blade + (around, 0)) * 16).astype(np.int32)]
            cv2.fillPoly(tone, points, shade, cv2.LINE_AA, 4)
            cv2.fillPoly(cover, points, 255, cv2.LINE_AA, 4)
    up = np.linspace(1, 0, _TALL, dtype=F)[:, None]  # 0 at the root
    bright = (F(0.88) + F(0.20) * up) * (F(0.55) + tone.astype(F) / F(255) * F(0.75))
    return np.asarray(cv2.merge([bright.astype(F), cover.astype(F) / F(255)]), F)


def grow(
    canvas: Canvas,
    fan: Fan,
    height: Array,
    rng: np.random.Generator,
    *,
    tall: float = 0.08,
    far: float = 15.0,
    grows: Array | None = None,
) -> None:
    """Grass `tall` metres high over the ground, as far off as `far` metres.

    `grows` (rows, columns) of the fan is where there is grass, 0..1: it is shorter, then gone, where it is less.
    """
    y = terrain.on_screen(fan, height)
    risen = np.minimum.accumulate(y, axis=0)
    scale = canvas.width / fan.lens.width
    z = float(fan.depth[0])
    depths = []
    while z < far:
        depths.append(z)
        z *= 1 + max(0.034, 0.45 * tall / fan.lens.eye)
    ground = canvas.pixels.copy()
    tufts = noise.line_noise(fan.shape[1] * 2, 5, 2, rng) - F(0.5)
    for z in reversed(depths):
        row = float(np.interp(z, fan.depth, np.arange(len(fan.depth))))
        k = min(int(row), len(fan.depth) - 2)
        share = F(row - k)
        foot = y[k] * (1 - share) + y[k + 1] * share
        seen = (foot <= risen[k] + 1.0).astype(F)
        if grows is not None:
            start = int(rng.integers(fan.shape[1]))
            seen *= np.clip(
                grows[k]
                + tufts[start : start + fan.shape[1]] * F(0.9) * ((grows[k] > 0.02) & (grows[k] < 0.999)),
                0,
                1,
            )
        high = tall * fan.lens.focal * scale / z
        _row(
            canvas,
            ground,
            foot * F(scale),
            seen,
            high,
            int(rng.integers(_STRIPS)),
            float(rng.random()),
            fade=float(smoothstep(far, far * 0.6, z)),
        )


def _row(
    canvas: Canvas,
    ground: Array,
    foot: Array,
    seen: Array,
    high: float,
    number: int,
    shift: float,
    *,
    fade: float,
) -> None:
    """One row of blades: `foot` and `seen` for each column of the fan, `high` in pixels."""
    if seen.max() < 0.05:
        return
    at = np.linspace(0, len(foot) - 1, canvas.width).astype(F)
    feet, grass = (np.interp(at, np.arange(len(foot)), part).astype(F) for part in (foot, seen))
    feet += np.interp(at * F(14 / max(high, 3.0)) + F(shift * 2000), np.arange(len(_WAVES)), _WAVES).astype(
        F
    ) * F(high)
    top, bottom = max(0, math.floor(feet.min() - high * _OVER)), min(canvas.height, math.ceil(feet.max()) + 1)
    if bottom <= top or top >= canvas.height:
        return
    rows = np.arange(top, bottom, dtype=F)[:, None]
    # Where grass ends it is shorter.
    up = (feet[None] - rows) / (F(high * _OVER) * np.maximum(F(0.35) + F(0.65) * grass, F(0.05)))[None]
    v = (1 - up) * F(_TALL)
    u = np.arange(canvas.width, dtype=F) / F(max(high, 1e-3)) * F(_TALL) + F(shift * _WIDE)
    u = np.ascontiguousarray(np.broadcast_to((u % F(_WIDE))[None], v.shape))
    blades = cv2.remap(
        _strip(number), u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(1, 0)
    )
    tone, alpha = cv2.split(blades)
    index = np.clip(feet, 0, canvas.height - 1).astype(np.int64)
    base = ground[index, np.arange(canvas.width)]
    paint = cv2.multiply(cv2.merge([tone] * 3), np.ascontiguousarray(np.broadcast_to(base, (*tone.shape, 3))))
    canvas.lay(
        0, top, np.asarray(paint, F), np.asarray(alpha * (smoothstep(0.15, 0.6, grass) * F(fade))[None], F)
    )
