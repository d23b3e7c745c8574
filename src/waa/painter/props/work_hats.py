"""Hats of trades and of the field: peaked caps, helmets, the toque, the bamboo hat. Shapes only, as in `hats.py`."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.props.hat_parts import DEEP, GOLD, curve, dome, lathe_fine, turned, visor
from waa.painter.shapes import smooth, star
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    box,
    cylinder,
    extrude,
    join,
    torus,
    tube,
)


def peaked_cap(colour: Colour = "#1f2b47") -> Mesh:
    """A police officer's or pilot's: a wide top, a dark band, a glossy peak, a badge."""
    top = turned(
        curve((0.50, 0.10), (0.60, 0.22), (0.71, 0.33), (0.69, 0.40), (0.50, 0.43), (0.2, 0.44), (0.0, 0.44)),
        colour,
        0.14,
        crease=90,
    )
    band = turned(
        [(0.49, -0.02), (0.515, -0.01), (0.520, 0.14), (0.50, 0.16)], mix(colour, "#000000", 0.55), 0.2
    )
    cord = tube(
        [
            (0.5 * math.sin(a), 0.02 - 0.02 * math.cos(a), 0.54 * DEEP * math.cos(a))
            for a in np.linspace(-1.1, 1.1, 15)
        ],
        0.018,
        GOLD,
        0.5,
        steps=8,
    )
    badge = join(
        extrude(star(0, 0, 0.10, 0.055, 8), 0.03, GOLD, 0.5),
        ball((0.042, 0.042, 0.03), (0, 0, 0.015), "#f3f0e8", 0.4, steps=12),
    ).finished(metal=0.35)
    return join(
        top.turned(0, -7, 0),
        band,
        visor("#15161c", reach=0.26, half=58, droop=0.13, root=0.51, gloss=0.6),
        cord,
        badge.turned(0, -12, 0).moved(0, 0.19, 0.575),
    )


def hard_hat(colour: Colour = "#f6c12f") -> Mesh:
    ridge = [
        tube(
            [
                (x, 0.445 * math.sin(t) * (1 - 0.5 * x * x) + 0.02, 0.50 * math.cos(t))
                for t in np.linspace(0.25, math.pi - 0.25, 15)
            ],
            0.045 if x == 0 else 0.028,
            shift(colour, 0, 1, 0.96),
            0.45,
            steps=10,
        )
        for x in (0, -0.17, 0.17)
    ]
    brim = turned(
        curve((0.47, -0.02), (0.56, -0.035), (0.62, -0.035), (0.62, -0.01), (0.53, 0.03)), colour, 0.45
    )
    return join(
        dome(colour, 0.46, 0.53, 0.45),
        brim,
        visor(colour, reach=0.28, half=58, droop=0.08, gloss=0.45),
        *ridge,
    )


def fire_helmet(colour: Colour = "#f0c62f") -> Mesh:
    """A firefighter's: a comb over the top, a badge, a long brim behind."""
    comb = extrude(
        smooth([(0.46, 0.05), (0.36, 0.40), (0.0, 0.58), (-0.40, 0.42), (-0.50, 0.08), (0.0, 0.25)], steps=5),
        0.075,
        shift(colour, 0, 1, 0.93),
        0.4,
    ).turned(-90)
    rings = [
        Ring(at=(0, y, -0.06 * k), wide=w, deep=w * (DEEP + 0.06 * k))
        for k, (w, y) in enumerate(((0.50, 0.02), (0.60, -0.03), (0.68, -0.08)))
    ]
    brim = loft(list(reversed(rings)), colour, gloss=0.4, between=3)
    under = loft(
        [Ring(at=(r.at[0], r.at[1] - 0.03, r.at[2]), wide=r.wide - 0.01, deep=r.deep - 0.01) for r in rings],
        shift(colour, 0, 1, 0.7),
        between=3,
    )
    badge = join(
        extrude(
            smooth(
                [(0, -0.15), (0.12, -0.06), (0.12, 0.10), (0, 0.16), (-0.12, 0.10), (-0.12, -0.06)], steps=4
            ),
            0.04,
            "#c8342c",
            0.4,
        ),
        extrude(star(0, 0, 0.07, 0.03), 0.06, GOLD, 0.5),
    )
    return join(
        dome(colour, 0.48, 0.525, 0.4), comb, brim, under, badge.turned(0, -16, 0).moved(0, 0.20, 0.50)
    )


def scooter_helmet(colour: Colour = "#e2e0da") -> Mesh:
    """An open helmet down to the ears, with a stripe. The visor is glass: `wear.py` adds it."""
    clay = Clay(0.05)
    clay.ball((0, -0.01, -0.03), (0.63, 0.58, 0.62), colour)
    clay.ball((0, -0.40, 0.62), (0.47, 0.42, 0.56), "#3a3a42", blend=0.04, carves=True)
    clay.ball((0, -1.22, -0.05), (1.0, 0.84, 1.0), "#3a3a42", blend=0.04, carves=True)
    accent = mix("#e2503f", colour, 0.12) if float(rgb(colour).min()) > 0.6 else mix(colour, "#ffffff", 0.8)
    shell = clay.mesh(46, gloss=0.5)

    def stripe(v: Array, n: Array, c: Array) -> Array:
        on = (np.abs(v[:, 0]) < 0.10) & (v[:, 1] > 0.05)
        return np.where(on[:, None], rgb(accent), c).astype(F)

    return painted_finely(shell, stripe)


def toque(colour: Colour = "#fdfcf8") -> Mesh:
    """A cook's: a tall band and a puffed, pleated top."""
    band = turned([(0.47, -0.03), (0.50, -0.02), (0.495, 0.28), (0.47, 0.30)], colour, 0.06)
    rings = [
        Ring(at=(0, y, 0), wide=w, deep=w * DEEP, fold=f)
        for w, y, f in (
            (0.46, 0.24, 0.02),
            (0.58, 0.36, 0.05),
            (0.68, 0.50, 0.06),
            (0.64, 0.66, 0.05),
            (0.45, 0.76, 0.03),
            (0.2, 0.79, 0.0),
            (0.01, 0.79, 0.0),
        )
    ]
    return join(band, loft(rings, colour, folds=14, between=4, gloss=0.06, around=72))


def bamboo_hat(colour: Colour = "#dfc07e") -> Mesh:
    """A wide cone of woven bamboo, as farmers and fishermen wear it."""
    cone = turned(
        curve((0.86, -0.02), (0.88, -0.005), (0.62, 0.17), (0.30, 0.36), (0.10, 0.46), (0.0, 0.49)),
        colour,
        0.12,
        crease=90,
    )
    under = turned([(0.0, 0.42), (0.30, 0.30), (0.86, -0.025)], shift(colour, 0, 1, 0.7), 0.05)

    def woven(v: Array, n: Array, c: Array) -> Array:
        angle, far = np.arctan2(v[:, 0], v[:, 2]), np.hypot(v[:, 0], v[:, 2])
        weave = np.sin(angle * 22 + far * 26) * np.sin(angle * 22 - far * 26)
        return (c * (1 + F(0.10) * weave.astype(F))[:, None]).astype(F)

    return join(
        lathe_fine(cone).painted(woven),
        under,
        torus(0.865, 0.02, shift(colour, 0, 1, 0.78)).scaled(1, 1, DEEP).moved(0, -0.01, 0),
    )


def head_scarf(colour: Colour = "#c2473f") -> Mesh:
    """A kerchief tied over the hair."""
    clay = Clay(0.05)
    clay.ball((0, 0.06, -0.02), (0.535, 0.42, 0.51), colour)
    clay.ball((0, -0.42, 0.10), (0.8, 0.40, 0.8), colour, blend=0.03, carves=True)
    for s in (1, -1):
        clay.strand(
            [(0.02 * s, 0.0, -0.50), (0.12 * s, -0.14, -0.60), (0.17 * s, -0.30, -0.58)], 0.07, 0.03, colour
        )
    return clay.mesh(34, gloss=0.06)


def nurse_cap(colour: Colour = "#fdfcf8") -> Mesh:
    rings = [
        Ring(at=(0, y, z), wide=w, deep=d)
        for y, z, w, d in (
            (0.16, 0.16, 0.34, 0.22),
            (0.24, 0.13, 0.40, 0.25),
            (0.40, 0.06, 0.46, 0.25),
            (0.44, 0.04, 0.45, 0.24),
            (0.40, 0.04, 0.38, 0.18),
            (0.36, 0.04, 0.02, 0.02),
        )
    ]
    cross = join(
        box(0.13, 0.045, 0.02, "#d9413d", bevel=0.006).moved(0, -0.0225, 0),
        box(0.045, 0.13, 0.02, "#d9413d", bevel=0.006).moved(0, -0.065, 0),
    )
    return join(loft(rings, colour, gloss=0.06, between=3), cross.turned(0, -16, 0).moved(0, 0.30, 0.35))


def mortarboard(colour: Colour = "#2a2d3a") -> Mesh:
    tassel = tube(
        [(0.02, 0.37, 0), (0.40, 0.375, 0.12), (0.56, 0.33, 0.18), (0.57, 0.08, 0.18)],
        0.016,
        GOLD,
        0.2,
        steps=8,
    )
    return join(
        dome(colour, 0.34, 0.51),
        box(1.16, 0.04, 1.16, colour, 0.15, bevel=0.012).turned(45).moved(0, 0.335, 0),
        tassel,
        cylinder(0.045, 0.15, GOLD, 0.2, top=0.02, steps=12).moved(0.57, -0.02, 0.18),
        ball(0.04, (0, 0.38, 0), GOLD, steps=10),
    )
