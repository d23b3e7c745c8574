"""Undergrowth: the fern, the tuft of grass."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb, shift
from waa.painter.shapes import bezier
from waa.painter.solid import foliage
from waa.painter.solid.mesh import Mesh, join, tube
from waa.painter.solid.model import Anchor, Model


@draws("fern")
def fern(look: Look) -> Model:
    """A fern of 60 cm: a shuttlecock of arching fronds."""
    rng = look.rng("fern")
    green = look.tint("#6fa83e")
    fronds = []
    for k in range(15):
        angle = 2.39996 * k + rng.uniform(-0.2, 0.2)
        lift = 0.95 if k < 5 else rng.uniform(0.35, 0.75)
        fronds.append(_fern_frond(angle, lift, rng.uniform(0.62, 0.85), green, rng))
    return Model(mesh=join(*fronds), anchors={"top": Anchor(at=(0, 0.5, 0), size=0.3)})


def _fern_frond(angle: float, lift: float, length: float, green: Colour, rng: np.random.Generator) -> Mesh:
    out, up = np.array([math.sin(angle), 0, math.cos(angle)]), np.array([0, 1.0, 0])
    path = bezier(
        out * 0.02,
        out * length * 0.16 + up * length * 0.55 * lift,
        out * length * 0.55 + up * length * 0.85 * lift,
        out * length * 0.95 + up * length * (0.62 * lift - 0.18),
        steps=18,
    )
    path[:, 1] = np.maximum(path[:, 1], 0.012)
    rib = tube(path, np.linspace(0.009, 0.003, len(path)).tolist(), mix(green, "#c9b45a", 0.4), 0.1, steps=4)
    t = np.linspace(0.16, 0.99, 19)
    at = np.stack([np.interp(t, np.linspace(0, 1, len(path)), path[:, i]) for i in range(3)], -1)
    along = np.gradient(at, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, up)
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    normal = np.cross(side, along)
    size = length * 0.30 * np.sin(np.pi * (0.16 + 0.82 * t)) ** 0.8
    dark = rgb(shift(green, 0.02, 1.1, 0.55))
    tint = dark + (rgb(green) - dark) * (0.25 + 0.75 * t)[:, None].astype(F)
    parts = [rib]
    for s in (-1, 1):
        grows = along * 0.45 + side * s - up * 0.22 + rng.normal(0, 0.04, (len(t), 3))
        shade = tint * rng.uniform(0.9, 1.08, (len(t), 1)).astype(F)
        parts.append(
            foliage.cards(
                at,
                grows,
                normal,
                size,
                np.clip(shade, 0, 1),
                outline=foliage.BLADE * (1.3, 1),
                lit_from=normal + up * 0.5 + side * s * 0.3,
                gloss=0.1,
            )
        )
    return join(*parts)


@draws("grass")
def grass(look: Look) -> Model:
    """A tuft of grass, 30 cm."""
    rng = look.rng("grass")
    green = look.tint("#86b547")
    count = 46
    angle, reach = rng.uniform(0, 2 * math.pi, count), 0.11 * np.sqrt(rng.random(count))
    out = np.stack([np.sin(angle), np.zeros(count), np.cos(angle)], -1)
    along = out * rng.uniform(0.15, 0.75, (count, 1)) + (0, 1, 0)
    dark = rgb(shift(green, 0.01, 1.1, 0.62))
    tints = dark + (rgb(green) - dark) * rng.random((count, 1)).astype(F)
    up = np.tile([0.0, 1.0, 0.35], (count, 1)) + out * 0.4
    blades = foliage.cards(
        out * reach[:, None],
        along,
        out + (0, 0.1, 0),
        rng.uniform(0.16, 0.33, count),
        tints,
        outline=foliage.NEEDLE * (0.75, 1),
        lit_from=up,
        tip=0.3,
    )
    return Model(mesh=blades, anchors={"top": Anchor(at=(0, 0.3, 0), size=0.1)})
