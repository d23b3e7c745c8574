"""What stands in stone and pots: the fountain."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, rgb
from waa.painter.noise import smoothstep
from waa.painter.shapes import bezier
from waa.painter.solid.mesh import Mesh, ball, join, lathe, tube
from waa.painter.solid.model import Anchor, Model

# -- the fountain -----------------------------------------------------------------------------------------


@draws("fountain")
def fountain(look: Look) -> Model:
    """Two bowls of pale stone over a round basin, 2.5 m; water runs over their rims and leaps from the top."""
    stone = look.tint("#efe6d6")
    basin = [(0, 0), (1.42, 0), (1.46, 0.06), (1.36, 0.14), (1.34, 0.40), (1.46, 0.46), (1.48, 0.54), (1.42,
        0.58), (1.28, 0.58),
             (1.24, 0.52), (1.22, 0.40), (0, 0.40)]  # fmt: skip
    column = [(0.40, 0.40), (0.42, 0.50), (0.26, 0.58), (0.17, 0.80), (0.16, 1.0), (0.24, 1.14), (0.22, 1.20),
        (0.30, 1.26),
              (0.66, 1.38), (0.80, 1.50), (0.82, 1.56), (0.77, 1.58), (0.70, 1.53), (0, 1.50)]  # fmt: skip
    upper = [(0.20, 1.50), (0.13, 1.56), (0.10, 1.72), (0.15, 1.80), (0.17, 1.84), (0.34, 1.92), (0.42, 2.0),
        (0.40, 2.04), (0.34, 2.0),
             (0.10, 1.99), (0.08, 2.08), (0.10, 2.14), (0, 2.2)]  # fmt: skip
    parts = [_stone(lathe(p, stone, 0.12, steps=56, crease=50), stone) for p in (basin, column, upper)]
    parts += [_pool(1.235, 0.50), _pool(0.75, 1.545), _pool(0.375, 2.015)]
    parts += _falls(look.rng("water"))
    return Model(
        mesh=join(*parts),
        anchors={"top": Anchor(at=(0, 2.2, 0), size=0.4), "inside": Anchor(at=(0, 0.5, 0.7), size=0.5)},
    )


def _stone(mesh: Mesh, colour: Colour) -> Mesh:
    """A little darker where water has run and where it meets the ground."""
    v = mesh.vertices
    streak = np.sin(np.arctan2(v[:, 0], v[:, 2]) * 22) * F(0.5) + F(0.5)
    tone = (
        F(0.86)
        + F(0.14) * smoothstep(-0.4, 0.8, mesh.normals[:, 1])
        - F(0.06) * streak * smoothstep(0.4, -0.2, mesh.normals[:, 1])
    )
    tone *= F(0.80) + F(0.20) * smoothstep(0.0, 0.18, v[:, 1])
    return mesh.painted(np.asarray(np.clip(rgb(colour) * tone[:, None], 0, 1).astype(F), F))


def _pool(radius: float, y: float) -> Mesh:
    """A disc of water with rings on it."""
    reach = np.linspace(1, 0, 14) * radius
    disc = lathe(
        np.column_stack([reach, y + 0.008 * np.sin(reach / radius * 22)]),
        "#5fb8d8",
        0.95,
        steps=48,
        crease=180,
    )
    share = np.hypot(disc.vertices[:, 0], disc.vertices[:, 2])[:, None] / F(radius)
    pale, deep = rgb("#a8e6f2"), rgb("#4aa6cf")
    return disc.painted(np.asarray(pale + (deep - pale) * share, F))


def _falls(rng: np.random.Generator) -> list[Mesh]:
    """Strands over the rims of both bowls, jets from the top, and froth where they meet the water."""
    strands: list[Mesh] = []
    for count, reach, high, low, out in ((18, 0.80, 1.57, 0.50, 0.30), (12, 0.41, 2.03, 1.54, 0.17)):
        for k in range(count):
            angle = 2 * math.pi * (k + rng.uniform(-0.15, 0.15)) / count
            strands += _strand(angle, reach, high, reach + out, low, 0.10, 0.020 + 0.006 * rng.random(), rng)
    for k in range(8):
        angle = 2 * math.pi * (k + 0.5) / 8
        strands += _strand(angle, 0.03, 2.18, 0.30, 2.02, 0.42, 0.017, rng)
    return strands


def _strand(angle: float, start: float, high: float, end: float, low: float, leap: float, thick: float,
            rng: np.random.Generator) -> list[Mesh]:  # fmt: skip
    way = bezier(
        (start, high),
        (start + (end - start) * 0.5, high + leap),
        (end, high + leap * 0.4),
        (end, low),
        steps=12,
    )
    path = np.column_stack([math.sin(angle) * way[:, 0], way[:, 1], math.cos(angle) * way[:, 0]])
    water = tube(path, np.linspace(thick * 0.8, thick * 1.2, 12).tolist(), "#d3f1fb", 0.9, steps=6)
    foot = path[-1]
    froth = [ball(rng.uniform(0.022, 0.045), (foot[0] + rng.normal(0, 0.04), foot[1] + 0.01,
        foot[2] + rng.normal(0, 0.04)), "#f6fdff", 0.4, steps=6)
             for _ in range(3)]  # fmt: skip
    return [water.finished(glow=0.22), *froth]
