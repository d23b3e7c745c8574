"""Glaze: what shiny surfaces mirror.

Porcelain, chocolate, wet fruit and lacquer show a window and the bright air round them, polished metal a
whole studio; clay, whose gloss is low, nothing.
"""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, F, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep

LEAST = 0.28  # gloss below this mirrors nothing: clay, cloth, wood, bread


def dot(n: Array, direction: Array) -> Array:
    """(3, …) with (3,) -> (…)."""
    product: Array = n[0] * F(direction[0]) + n[1] * F(direction[1]) + n[2] * F(direction[2])
    return product


def level(n: Array, turn: Array) -> Array:
    """Normals in camera directions (3, …) -> in the thing's own, y up; `turn` is the camera's (3, 3)."""
    return np.stack([dot(n, column) for column in turn.T])


def glazed(colour: Array, n: Array, turn: Array, gloss: Array, lit: Array, light: Light) -> Array:
    """`colour` (3, n) with reflections laid over it where it is glossy.

    `n` are normals in camera directions (3, n), `turn` the camera's (3, 3); `gloss` and `lit` (n,) 0..1.
    """
    shiny = np.flatnonzero(gloss > LEAST)  # often no more than a pair of eyes
    if len(shiny) == 0:
        return colour
    if len(shiny) == len(gloss):
        return _mirroring(colour, n, turn, gloss, lit, light)
    glossy = colour.copy()
    glossy[:, shiny] = _mirroring(colour[:, shiny], n[:, shiny], turn, gloss[shiny], lit[shiny], light)
    return glossy


def _mirroring(colour: Array, n: Array, turn: Array, gloss: Array, lit: Array, light: Light) -> Array:
    amount = smoothstep(LEAST, 0.85, gloss)
    own = level(n, turn)
    upward = 2 * own[2] * own[1]
    # Towards the edges everything mirrors (Schlick 1994, softened: a toy, not a photograph).
    edge = np.clip(1 - n[2], 0, 1)
    above = smoothstep(-0.35, 0.75, upward)
    air = rgb(light.key) * F(0.55) + rgb(light.shade) * F(0.25) + rgb(light.haze) * F(0.2)
    below = rgb(light.bounce) * rgb(light.shade)
    around = below[:, None] + (air - below)[:, None] * above
    share = amount * (F(0.03) + F(0.42) * edge * edge * edge) * (F(0.4) + F(0.6) * lit)
    veiled: Array = colour + (around - colour) * share
    pane = window(own, light) * amount * (F(0.25) + F(0.75) * lit)
    glare = (rgb(light.key) * F(1.05))[:, None] - veiled * F(0.6)
    return np.asarray(veiled + glare * (pane * F(0.62)), F)


def window(own: Array, light: Light) -> Array:
    """0..1: where a tall window of two panes is mirrored, on the side of the light; brighter towards its top.

    `own` are normals in the thing's own directions (3, …), y up: it is mirrored as seen from the thing's own
    height, since a camera that looks down would find only the table in upright walls.
    """
    twice = 2 * own[2]
    x, y, z = twice * own[0], twice * own[1], twice * own[2] - 1
    toward = light.toward
    bearing = math.atan2(float(toward[0]), max(float(toward[2]), 0.3))
    # Never behind the viewer, never dead ahead.
    bearing = math.copysign(min(max(abs(bearing), 0.55), 0.95), bearing)
    # Sine and cosine of the angle along the horizon between what is mirrored and the window.
    level_length = np.sqrt(x * x + z * z) + F(1e-4)
    across = (x * F(math.cos(bearing)) - z * F(math.sin(bearing))) / level_length
    ahead = x * F(math.sin(bearing)) + z * F(math.cos(bearing)) > 0
    frame = F(0.35) + F(0.65) * smoothstep(0.01, 0.06, np.abs(across + F(0.04)))
    pane = smoothstep(0.42, 0.30, np.abs(across)) * frame
    tall = smoothstep(-0.85, -0.25, y) * smoothstep(0.90, 0.78, y)
    seen: Array = pane * tall * ahead * (F(0.62) + F(0.38) * np.clip(y, 0, 1))
    return seen


def polished(colour: Array, albedo: Array, n: Array, height: Array, light: Light, metal: Array) -> Array:
    """Polished metal mirrors a studio: a floor, a bright horizon, tall soft boxes, dark gaps between them.

    All (3, n), but `height` (n,), the normals' share of up, and `metal` (n,) 0..1.
    """
    shiny = np.flatnonzero(metal > 0.004)
    n, twice = n[:, shiny], 2 * n[2, shiny]
    mirror_y = twice * height[shiny]
    mirror_x = twice * n[0] * F(-np.sign(light.toward[0]) or 1)
    bright = F(0.34) + smoothstep(-0.7, 0.1, mirror_y) * F(0.3) + smoothstep(0.1, 0.9, mirror_y) * F(0.25)
    bright += np.exp(-(((mirror_x + F(0.62)) * F(1 / 0.20)) ** 2)) * F(0.75)
    bright += np.exp(-(((mirror_x - F(0.80)) * F(1 / 0.12)) ** 2)) * F(0.35)
    bright -= np.exp(-(((mirror_x - F(0.35)) * F(1 / 0.24)) ** 2)) * F(0.30)
    tint = albedo[:, shiny] * (rgb(light.key) * F(0.8) + rgb(light.shade) * F(0.2))[:, None]
    glare = tint * np.clip(bright, 0.08, 1.6) + np.clip(bright - F(1.0), 0, 1) * F(0.7)
    mixed = colour.copy()
    mixed[:, shiny] += (glare - colour[:, shiny]) * metal[shiny]
    return mixed
