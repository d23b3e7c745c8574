"""Sea: water with waves of its own, on a terrain's fan. It mirrors what is painted above the horizon, shows its depth
where one looks down into it, and glitters under the sun.

    waves = swell(fan, rng, 0.10)
    colour = mirrored(canvas, fan, waves, light, deep="#0f5f8a", sky_x=sun_x)
    lay_terrain(canvas, fan, waves, colour)
"""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.world import terrain
from waa.painter.world.terrain import Fan


def swell(fan: Fan, rng: np.random.Generator, tall: float, *, long: float = 3.0, octaves: int = 5) -> Array:
    """Heights in metres about 0: waves `long` metres from crest to crest and `tall` from trough to crest, smaller ones on
    them; crests lie across the view."""
    height = np.zeros(fan.shape, F)
    size, weight = long, 1.0
    for _ in range(octaves):
        n = terrain.octave(fan, rng, size, stretch=2.6)
        height += F(weight) * (1 - np.minimum(np.abs(n * 2 - 1), 1) ** F(0.85) - F(0.5))
        size, weight = size / 2.1, weight * 0.50
    return height * F(tall * 0.6)


def mirrored(
    canvas: Canvas,
    fan: Fan,
    height: Array,
    light: Light,
    deep: Colour | Array,
    *,
    clear: float = 0.02,
    glint: Colour | None = None,
    glint_x: float | None = None,
    glint_width: float = 1.0,
    calm: float = 1.0,
) -> Array:
    """(rows, columns, 3): the water's colour, before haze.

    `deep` is the body's colour, one or (rows, columns, 3), in full light. `clear` is how much it mirrors seen straight
    down. `glint` is the colour of a low sun or moon that stands at `glint_x` pixels. `calm` scales how far waves
    carry reflections astray.
    """
    right, away = terrain.slopes(fan, height)
    right, away = right * F(calm), away * F(calm)
    lens = fan.lens
    # The line of sight, then its mirror image: (x, up, away), per metre of depth.
    down = (F(lens.eye) / fan.depth)[:, None]
    a = fan.across[None]
    longer = 1 / np.sqrt(1 + right * right + away * away)
    nx, ny, nz = -right * longer, longer, -away * longer
    facing = nx * a - ny * down + nz
    rx, ry, rz = a - 2 * facing * nx, -down - 2 * facing * ny, 1 - 2 * facing * nz
    ahead = np.maximum(rz, F(0.25))
    scale = F(canvas.width / lens.width)
    # A wave's back that looks at the water before it mirrors the sky all the same: what it meets there is bright too.
    rise = np.abs(ry) / ahead
    x = (F(lens.middle) + rx / ahead * F(lens.focal)) * scale
    y = (F(lens.horizon) - rise * F(lens.focal)) * scale - F(1)
    above = np.ascontiguousarray(canvas.pixels[: max(2, int(lens.horizon * scale))])
    small = cv2.resize(
        above, (max(1, above.shape[1] // 2), max(1, above.shape[0] // 2)), interpolation=cv2.INTER_AREA
    )
    sky = cv2.remap(small, x * F(0.5), y * F(0.5), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    cosine = np.clip(-facing / np.sqrt(1 + a * a + down * down), 0, 1)
    share = F(clear) + F(1 - clear) * (1 - cosine) ** F(4.2)
    toward = light.toward
    sunny = np.clip(nx * toward[0] + ny * toward[1] - nz * toward[2], 0, 1)
    body = rgb(deep) * (rgb(light.shade) * F(0.55) + rgb(light.key) * F(0.55) * sunny[..., None])
    colour = body + (sky - body) * np.clip(share, 0, 1)[..., None]
    if glint is not None:
        colour += rgb(glint) * _glitter(canvas, fan, right, away, glint_x, glint_width)[..., None]
    return np.clip(colour, 0, 1.25).astype(F)


def _glitter(canvas: Canvas, fan: Fan, right: Array, away: Array, x: float | None, width: float) -> Array:
    """Where the waves throw the sun at the viewer: a road of sparks that widens towards him."""
    lens = fan.lens
    middle = lens.middle if x is None else x * lens.width / canvas.width
    at = F((middle - lens.middle) / lens.focal)
    off = (fan.across[None] - at) * F(1.0)
    down = (F(lens.eye) / fan.depth)[:, None]
    spread = F(0.035 * width) + down * F(0.42 * width)
    road = np.exp(-((off / spread) ** 2))
    tilt = np.sqrt(right * right * F(1.6) + (away + down * F(0.25)) ** 2)
    local = tilt / (F(0.02) + terrain_mean(tilt))
    spark = smoothstep(0.95, 0.30, local)
    far = np.exp(-down * F(3.0))
    return np.asarray(road * (spark * F(0.95) + F(0.22) * far), F)


def terrain_mean(values: Array) -> Array:
    """The mean of each row, (rows, 1)."""
    return values.mean(1, keepdims=True)
