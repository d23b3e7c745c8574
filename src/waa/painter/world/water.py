"""Water: a mirror of what is painted above it, broken by ripples in perspective."""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Colour, F, look_up, ramp, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.world.land import perspective


def water(
    canvas: Canvas,
    horizon: float,
    near: Colour,
    far: Colour,
    light: Light,
    rng: np.random.Generator,
    *,
    mirror: float = 0.75,
    choppy: float = 1.0,
    glint: Colour | None = None,
    glint_x: float | None = None,
    bottom: float | None = None,
    darken: float = 0.85,
) -> None:
    """Water from the horizon down to `bottom`. `glint` is the road of light under a sun or moon at `glint_x`."""
    top = int(horizon)
    height = (canvas.height if bottom is None else int(bottom)) - top
    width = canvas.width
    if height <= 0:
        return
    u, v, _ = (part[:height] for part in perspective(canvas, horizon - 1, 3.0))
    tile = noise.tile(512, 64, 4, rng, 0.6)
    ripple = (noise.sample(tile, u * F(0.25), v * F(0.9)) - F(0.5)) * F(0.65)
    ripple += (noise.sample(tile, u * F(0.7) + F(0.3), v * F(2.1) + F(0.2)) - F(0.5)) * F(0.35)
    y = np.arange(height, dtype=F)[:, None]
    depth = np.clip(y / F(height), 0, 1)
    unit = F(canvas.unit * choppy)
    map_x = np.arange(width, dtype=F)[None] + ripple * unit * (8 + 70 * depth)
    map_y = np.clip(top - 1 - y - np.abs(ripple) * unit * (6 + 60 * depth), 0, max(0, top - 1))
    mirrored = cv2.remap(
        canvas.pixels,
        np.ascontiguousarray(map_x, F),
        np.ascontiguousarray(map_y, F),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )
    own = look_up(ramp([(0, far), (1, near)], 256), depth[:, 0])[:, None]
    share = np.clip(F(mirror) * (1 - F(0.55) * depth) + ripple * F(0.5 * choppy), 0, 1)[..., None]
    colour = own * (1 - share) + mirrored * F(darken) * share
    crest = smoothstep(0.13, 0.3, ripple) * (F(0.15) + F(0.6) * depth)
    colour += rgb(light.rim) * (crest * F(0.25))[..., None]
    if glint is not None:
        x = F(width / 2 if glint_x is None else glint_x)
        band = np.exp(
            -(
                ((np.arange(width, dtype=F)[None] - x) / (F(22 * canvas.unit) + depth * F(150 * canvas.unit)))
                ** 2
            )
        )
        sparkle = smoothstep(0.02, 0.22, ripple + F(0.1) * band) * band
        colour += rgb(glint) * (sparkle * (1 - F(0.35) * depth))[..., None]
    canvas.lay(0, top, np.clip(colour, 0, 1.3))
