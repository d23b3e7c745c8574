"""Furniture of sets: plain, rounded, seen at a distance.

Each piece stands on the ground round the origin and looks at the viewer.
"""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise
from waa.painter.colour import Colour, mix, rgb, shift
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, make, tube


def sofa(colour: Colour, width: float = 1.9) -> Mesh:
    """Two seats, round arms, two cushions."""
    dark, light = shift(colour, 0, 1, 0.86), mix(colour, "#ffffff", 0.08)
    seat_w = (width - 0.4) / 2
    parts = [
        box(width, 0.30, 0.82, dark, bevel=0.06).moved(0, 0.10, 0),
        box(width, 0.52, 0.24, colour, bevel=0.11).moved(0, 0.34, -0.32),
    ]
    for side in (-1, 1):
        parts.append(box(0.22, 0.36, 0.84, colour, bevel=0.10).moved(side * (width / 2 - 0.11), 0.26, 0))
        parts.append(box(seat_w, 0.20, 0.62, light, bevel=0.08).moved(side * seat_w / 2, 0.38, 0.08))
        parts.append(
            box(seat_w * 0.96, 0.40, 0.20, light, bevel=0.09)
            .turned(0, -12, 0)
            .moved(side * seat_w / 2, 0.54, -0.16)
        )
        for z in (-0.3, 0.3):
            parts.append(cylinder(0.03, 0.12, "#5a3a24").moved(side * (width / 2 - 0.12), 0, z))
    return join(*parts)


def cushion(colour: Colour, size: float = 0.42) -> Mesh:
    return box(size, size, 0.15, colour, bevel=0.07)


def chair(colour: Colour, legs: Colour = "#5a3a24") -> Mesh:
    """A wooden chair seen from its front."""
    parts = [
        box(0.42, 0.05, 0.42, colour, bevel=0.02).moved(0, 0.43, 0),
        box(0.42, 0.22, 0.04, colour, bevel=0.018).moved(0, 0.68, -0.19),
    ]
    for x in (-0.18, 0.18):
        parts.append(box(0.035, 0.43, 0.035, legs, bevel=0.01).moved(x, 0, 0.18))
        parts.append(box(0.035, 0.88, 0.035, legs, bevel=0.01).moved(x, 0, -0.19))
    return join(*parts)


def stool(colour: Colour = "#d8342c") -> Mesh:
    """The plastic stool of every Hong Kong stall."""
    legs = [
        tube([(x, 0, z), (x * 0.82, 0.40, z * 0.82)], 0.022, shift(colour, 0, 1, 0.85), 0.3)
        for x in (-0.15, 0.15)
        for z in (-0.15, 0.15)
    ]
    return join(box(0.31, 0.05, 0.31, colour, 0.35, bevel=0.02).moved(0, 0.40, 0), *legs)


def table(width: float, depth: float, height: float, top: Colour, legs: Colour) -> Mesh:
    parts = [box(width, 0.05, depth, top, 0.3, bevel=0.015).moved(0, height - 0.05, 0)]
    for x in (-1, 1):
        for z in (-1, 1):
            parts.append(
                box(0.06, height - 0.05, 0.06, legs, bevel=0.012).moved(
                    x * (width / 2 - 0.07), 0, z * (depth / 2 - 0.07)
                )
            )
    return join(*parts)


def floor_lamp(shade: Colour = "#fff0cf") -> Mesh:
    """A lit shade on a brass stem, 1.65 m."""
    profile = [(0.20, 0), (0.13, 0.30)]
    lit = lathe(profile, shade, steps=28).finished(glow=0.95).moved(0, 1.32, 0)
    return join(cylinder(0.15, 0.03, "#b08a4a"), cylinder(0.014, 1.5, "#c79a4e", 0.5, steps=10), lit)


def pendant(colour: Colour, drop: float, radius: float = 0.24, *, glow: float = 1.0) -> Mesh:
    """A lamp that hangs `drop` metres down from the origin."""
    shade = lathe(
        [(radius, 0), (radius * 0.82, 0.11), (radius * 0.30, 0.2), (0.03, 0.24)], colour, 0.35, steps=28
    )
    inside = lathe(
        [(radius * 0.28, 0.17), (radius * 0.97, 0.005)], mix(colour, "#fff2cf", 0.7), steps=28
    ).finished(glow=glow)
    bulb = ball(0.055, (0, 0.05, 0), "#fff6dc").finished(glow=glow)
    cord = cylinder(0.008, max(0.05, drop - 0.22), "#3a2c26", steps=6).moved(0, 0.22, 0)
    return join(shade, inside, bulb, cord).moved(0, -drop, 0)


def plant(height: float, leaf: Colour = "#4f8f4a", pot: Colour = "#c9714a", seed: int = 0) -> Mesh:
    """A pot with broad leaves."""
    rng = noise.stream("plant", seed)
    r = height * 0.17
    vessel = lathe(
        [
            (0, 0),
            (r * 0.7, 0),
            (r, height * 0.26),
            (r * 1.06, height * 0.27),
            (r * 0.9, height * 0.27),
            (0, height * 0.25),
        ],
        pot,
        0.25,
        steps=24,
    )
    parts = [vessel]
    for k in range(17):
        angle, rise = k * 2.4 + rng.normal() * 0.2, 0.30 + 0.66 * (k / 16)
        reach = height * (0.34 - 0.22 * rise)
        out = np.array([math.sin(angle), 0, math.cos(angle)])
        tip = out * reach + (0, height * (0.30 + 0.58 * rise), 0)
        root = np.array([0, height * 0.25, 0])
        parts.append(
            tube([root, (root + tip) / 2 - out * reach * 0.2, tip], height * 0.007, "#5d7a3c", steps=6)
        )
        tint = mix(leaf, "#b9d36a", float(rng.uniform(0, 0.4)))
        parts.append(
            _leaf(height * rng.uniform(0.26, 0.34), tint)
            .turned(0, -48 + 70 * (1 - rise), 0)
            .turned(math.degrees(angle))
            .moved(*tip)
        )
    return join(*parts)


def _leaf(length: float, colour: Colour) -> Mesh:
    """A broad leaf along +z from the origin, folded along its middle and bent down at its tip."""
    t = np.linspace(0, 1, 9)
    half = 0.30 * length * np.sin(np.pi * t**0.8) ** 0.8
    droop = -0.35 * length * t**2
    middle = np.column_stack([np.zeros_like(t), droop - 0.04 * length * np.sin(np.pi * t), t * length])
    left, right = (
        middle + np.column_stack([-half, 0.05 * length * np.sin(np.pi * t), 0 * t]),
        middle + np.column_stack([half, 0.05 * length * np.sin(np.pi * t), 0 * t]),
    )
    vertices = np.concatenate([left, middle, right])
    n = len(t)
    faces = []
    for i in range(n - 1):
        for a, b in ((i, n + i), (n + i, 2 * n + i)):
            faces += [(a, a + 1, b), (b, a + 1, b + 1)]
    upper = make(vertices, faces, None, colour, 0.3)
    return join(upper, make(vertices, np.array(faces)[:, ::-1], None, shift(colour, 0, 0.9, 0.8), 0.1))


def curtain(width: float, height: float, colour: Colour, folds: int = 5) -> Mesh:
    """A hanging cloth in folds, its upper left at (0, height)."""
    x = np.linspace(0, width, folds * 8 + 1)
    z = 0.045 * np.sin(x / width * folds * 2 * math.pi)
    upper, lower = (
        np.column_stack([x, np.full_like(x, height), z]),
        np.column_stack([x, np.zeros_like(x), z * 1.3]),
    )
    n = len(x)
    faces = [(i, n + i, i + 1) for i in range(n - 1)] + [(i + 1, n + i, n + i + 1) for i in range(n - 1)]
    return make(np.concatenate([upper, lower]), faces, None, colour, 0.05)


def shelves(width: float, height: float, depth: float, rows: int, colour: Colour) -> Mesh:
    """An open bookcase."""
    dark = shift(colour, 0, 1, 0.62)
    parts = [box(width, height, 0.03, dark, bevel=0.002).moved(0, 0, -depth / 2)]
    for x in (-1, 1):
        parts.append(box(0.04, height, depth, colour, bevel=0.008).moved(x * (width / 2 - 0.02), 0, 0))
    for k in range(rows + 1):
        parts.append(box(width, 0.035, depth, colour, bevel=0.006).moved(0, k * (height - 0.035) / rows, 0))
    return join(*parts)


def books(
    width: float, height: float, depth: float, rng: np.random.Generator, spines: tuple[str, ...]
) -> Mesh:
    """A row of books that fills a shelf."""
    parts, x = [], -width / 2
    while x < width / 2 - 0.03:
        thick, tall = rng.uniform(0.025, 0.06), height * rng.uniform(0.62, 0.95)
        tint = rgb(spines[int(rng.integers(len(spines)))]) * rng.uniform(0.85, 1.08)
        if rng.random() > 0.1:
            parts.append(
                box(min(thick, width / 2 - x) - 0.003, tall, depth, tint, 0.2, bevel=0.004).moved(
                    x + thick / 2, 0, 0
                )
            )
        x += thick
    return join(*parts)


def air_conditioner(colour: Colour = "#ece8de") -> Mesh:
    """The box that sits in the window of every flat."""
    grille = [
        box(0.44, 0.012, 0.01, "#b9b4a8", bevel=0.002).moved(-0.06, 0.06 + 0.035 * k, 0.17) for k in range(8)
    ]
    return join(
        box(0.64, 0.40, 0.34, colour, 0.2, bevel=0.03),
        *grille,
        box(0.10, 0.26, 0.01, "#d3cec2", bevel=0.002).moved(0.24, 0.07, 0.17),
    )


def carrier_bag() -> Mesh:
    """The red, white and blue bag."""
    parts = [box(0.62, 0.46, 0.34, "#f3f1ea", bevel=0.04)]
    for k, x in enumerate(np.arange(-0.27, 0.28, 0.09)):
        parts.append(
            box(0.042, 0.44, 0.352, ("#d9433b", "#2f5fb3")[k % 2], bevel=0.015).moved(float(x), 0.01, 0)
        )
    for z in (-0.1, 0.1):
        parts.append(
            tube(
                [(-0.12, 0.44, z), (-0.09, 0.58, z), (0.09, 0.58, z), (0.12, 0.44, z)],
                0.012,
                "#d9433b",
                steps=6,
            )
        )
    return join(*parts)
