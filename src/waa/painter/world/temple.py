"""A temple in parts: the hall, its roof with all that lives on it, incense, lions of stone."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import F, mix, rgb
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, torus, tube
from waa.painter.world.diorama import block, quad

HALL = 4.3  # half its width


EAVE = 3.35


RIDGE = 5.05


_COLUMNS = (-3.7, -2.25, -0.95, 0.95, 2.25, 3.7)


_RED = "#b3261f"


def hall() -> list[Mesh]:
    parts = [quad((-HALL, EAVE + 1.2, 0), (2 * HALL, 0, 0), (0, -EAVE - 1.2, 0), "#8f9a94")]
    parts.append(block(0, 0.30, 0.02, 2 * HALL, 0.85, 0.06, "#9aa19a"))
    for x in _COLUMNS:
        parts.append(cylinder(0.15, EAVE - 0.62, _RED, 0.45, steps=28, bevel=0.01).moved(x, 0.62, 1.3))
        parts.append(
            lathe(
                [(0.24, 0.36), (0.24, 0.42), (0.18, 0.50), (0.22, 0.56), (0.17, 0.64)], "#a9a398", steps=24
            ).moved(x, 0, 1.3)
        )
        for k in range(3):  # brackets that carry the eave
            parts.append(
                box(0.26 + 0.22 * k, 0.10, 0.22, ("#2f7f78", "#d9a63f", "#2f6fa0")[k], 0.2, bevel=0.03).moved(
                    x, EAVE - 0.30 + 0.10 * k, 1.35
                )
            )
    parts.append(box(2 * HALL + 0.1, 0.26, 0.2, "#2a6f74", 0.3, bevel=0.03).moved(0, EAVE - 0.58, 1.3))
    parts.append(box(2 * HALL + 0.1, 0.09, 0.24, "#d9a63f", 0.4, bevel=0.03).moved(0, EAVE - 0.33, 1.3))
    for side in (-1, 1):  # doors, open a little
        parts.append(
            box(0.74, 2.1, 0.07, "#a5231c", 0.4, bevel=0.02).turned(side * -18).moved(side * 0.44, 0.36, 0.14)
        )
        for i in range(3):
            for j in range(5):
                parts.append(
                    ball(
                        0.032,
                        (side * (0.24 + 0.19 * i), 0.75 + 0.33 * j, 0.22 + 0.05 * (i - 1)),
                        "#e3b04b",
                        0.6,
                        steps=8,
                    )
                )
    parts.append(block(0, 0.36, 0.05, 0.5, 2.0, 0.02, "#ffcf8a", glow=0.5))
    parts.append(box(2.0, 0.16, 0.16, "#7c1a16", 0.3, bevel=0.03).moved(0, 2.46, 0.12))
    parts.append(box(1.60, 0.56, 0.10, "#1f1a1c", 0.4, bevel=0.03).moved(0, 2.62, 1.44))
    return parts


def roof(snowy: bool) -> Mesh:
    """Rows of glazed tiles that sweep down and curl up at the corners; a ridge with dragons and a pearl."""
    columns, rows = 241, 13
    half = HALL + 0.75
    x = np.linspace(-half, half, columns)
    t = np.linspace(0, 1, rows)[:, None]
    lift = 0.52 * np.abs(x / half) ** 5
    profile = RIDGE - 0.1 - (RIDGE - EAVE - 0.12) * (1 - (1 - t) ** 1.7)
    wave = np.cos(x * 2 * math.pi / 0.30)
    y = profile + lift * t**1.5 + 0.035 * wave
    z = 0.1 + 2.15 * t + 0 * x
    vertices = np.stack([np.broadcast_to(x, y.shape), y, z], -1).reshape(-1, 3)
    tone = (0.80 + 0.24 * wave) * np.ones_like(t)
    glaze = rgb("#e8eef4") if snowy else rgb("#2f8a5c")
    colour = (glaze * np.repeat(tone.ravel()[:, None], 3, 1)).astype(F)
    tiles = make(vertices, grid_faces(rows, columns, wraps=False)[:, ::-1], None, "#2f8a5c", 0.5)
    if float(tiles.normals[:, 1].mean()) < 0:
        tiles = make(vertices, grid_faces(rows, columns, wraps=False), None, "#2f8a5c", 0.5)
    parts = [tiles.painted(colour)]
    edge = np.column_stack([x, EAVE + 0.02 + lift + 0 * x, np.full_like(x, 2.27)])
    parts.append(tube(edge[::4], 0.06, "#d9a63f", 0.4, steps=8))
    ends = [
        ball(0.062, (float(a), float(EAVE + 0.02 + b), 2.30), "#3fa070", 0.5, steps=8)
        for a, b in zip(x[4::8], lift[4::8], strict=False)
    ]
    curl = np.linspace(0, 1, 24)
    ridge = np.column_stack(
        [
            (curl * 2 - 1) * (half - 0.5),
            RIDGE + 0.06 + 0.42 * np.abs(curl * 2 - 1) ** 6,
            np.full_like(curl, 0.05),
        ]
    )
    parts += [
        tube(ridge, 0.15, "#2a7f8a", 0.4, steps=10),
        tube(ridge + (0, 0.16, 0), 0.07, "#d9a63f", 0.4, steps=8),
    ]
    parts.append(ball(0.20, (0, RIDGE + 0.48, 0.1), "#e8443a", 0.7, steps=16))
    flames = [
        tube(
            [
                (0.16 * math.cos(a), RIDGE + 0.48 + 0.16 * math.sin(a), 0.1),
                (0.34 * math.cos(a + 0.25), RIDGE + 0.48 + 0.34 * math.sin(a + 0.25), 0.1),
            ],
            [0.05, 0.01],
            "#f0b64a",
            0.3,
            steps=6,
        )
        for a in np.linspace(0.3, math.pi - 0.3, 5)
    ]
    dragons = [_ridge_dragon().scaled(side, 1, 1).moved(side * 1.55, RIDGE + 0.22, 0.1) for side in (-1, 1)]
    fish = [
        _ridge_fish().scaled(side, 1, 1).moved(side * (half - 1.0), RIDGE + 0.30, 0.05) for side in (-1, 1)
    ]
    return join(*parts, *ends, *flames, *dragons, *fish)


def _ridge_dragon() -> Mesh:
    """Looking at the pearl, which is on its left."""
    t = np.linspace(0, 1, 20)
    body = np.column_stack([-0.55 + 1.35 * t, 0.12 + 0.16 * np.sin(t * 9), 0 * t])
    spine = tube(body, (0.10 * (1 - t) + 0.03).tolist(), "#3fa070", 0.5, steps=8)
    head = join(
        ball((0.15, 0.12, 0.11), (-0.62, 0.24, 0), "#3fa070", 0.5, steps=12),
        ball((0.09, 0.06, 0.08), (-0.76, 0.20, 0), "#e0b252", 0.4, steps=8),
        tube([(-0.56, 0.33, 0.04), (-0.42, 0.48, 0.05)], [0.03, 0.008], "#e0b252", steps=5),
    )
    fins = [
        tube(
            [(float(x), float(y) + 0.06, 0), (float(x) + 0.06, float(y) + 0.20, 0)],
            [0.045, 0.01],
            "#e8763a",
            steps=5,
        )
        for x, y, _ in body[3:17:2]
    ]
    return join(spine, head, *fins)


def _ridge_fish() -> Mesh:
    """Standing on its head, tail in the air."""
    body = tube(
        [(0, 0, 0), (0.10, 0.22, 0), (0.06, 0.44, 0), (-0.10, 0.60, 0)],
        [0.13, 0.14, 0.09, 0.04],
        "#2f7fa0",
        0.5,
        steps=8,
    )
    tail = [
        tube([(-0.10, 0.58, 0), (-0.10 + dx, 0.80, 0)], [0.03, 0.05], "#e0b252", 0.4, steps=6)
        for dx in (-0.16, 0.04)
    ]
    return join(body, *tail)


def coil() -> Mesh:
    """A cone of incense that burns for days, hung by its top."""
    t = np.linspace(0, 1, 120)
    r = 0.03 + 0.30 * t
    path = np.column_stack([r * np.cos(t * 12 * math.pi), -0.62 * t, r * np.sin(t * 12 * math.pi)])
    tag = box(0.09, 0.30, 0.006, "#d8342c", bevel=0.002).moved(0, -0.78, 0)
    return join(tube(path, 0.014, "#b8682f", steps=6), tag, cylinder(0.005, 0.25, "#5a3a24", steps=4))


def burner() -> Mesh:
    """A bronze cauldron on three feet, full of joss sticks."""
    bowl = lathe(
        [
            (0.10, 0.30),
            (0.30, 0.36),
            (0.42, 0.52),
            (0.44, 0.70),
            (0.38, 0.80),
            (0.44, 0.86),
            (0.44, 0.90),
            (0.36, 0.90),
            (0.34, 0.82),
            (0, 0.80),
        ],
        "#8f6a34",
        0.5,
        steps=36,
    )
    legs = [
        tube(
            [
                (0.26 * math.cos(a), 0.36, 0.26 * math.sin(a)),
                (0.34 * math.cos(a), 0.16, 0.34 * math.sin(a)),
                (0.30 * math.cos(a), 0, 0.30 * math.sin(a)),
            ],
            [0.08, 0.06, 0.07],
            "#7c5a2c",
            0.4,
            steps=8,
        )
        for a in (math.pi / 2, math.pi * 7 / 6, math.pi * 11 / 6)
    ]
    ears = [
        box(0.10, 0.26, 0.12, "#8f6a34", 0.5, bevel=0.03).turned(0, 0, -s * 12).moved(s * 0.46, 0.84, 0)
        for s in (-1, 1)
    ]
    sticks = []
    for k in range(22):
        a, r = k * 2.4, 0.05 + 0.22 * (k / 22)
        foot = np.array([r * math.cos(a), 0.80, r * math.sin(a)])
        top = foot * (1.25, 1, 1.25) + (0, 0.46, 0)
        sticks += [
            tube([foot, top], 0.007, "#c8433a", steps=4),
            ball(0.014, tuple(top), "#ff7a3a", steps=6).finished(glow=1.0),
        ]
    band = torus(0.445, 0.025, "#c79a4e", 0.5, steps=30).moved(0, 0.62, 0)
    return join(bowl, *legs, *ears, *sticks, band, cylinder(0.55, 0.08, "#a9a398", steps=30).scaled(1, 1, 1))


def lion() -> Mesh:
    """A stone lion on its base, its paw on a ball."""
    stone = "#b5b0a6"
    base = join(
        box(0.78, 0.50, 0.70, "#a39d92", bevel=0.04),
        box(0.86, 0.10, 0.78, "#b5afa4", bevel=0.03).moved(0, 0.50, 0),
    )
    parts = [
        ball((0.24, 0.34, 0.26), (0, 0.92, -0.04), stone),
        ball((0.21, 0.20, 0.20), (0, 1.36, 0.10), stone),
        ball((0.13, 0.10, 0.10), (0, 1.29, 0.28), stone, steps=14),
    ]
    for k in range(11):
        a = k / 11 * 2 * math.pi
        parts.append(
            ball(
                0.085,
                (0.21 * math.cos(a), 1.36 + 0.20 * math.sin(a), 0.02),
                mix(stone, "#8f897e", 0.3),
                steps=10,
            )
        )
    for s in (-1, 1):
        parts += [
            tube([(s * 0.14, 1.0, 0.14), (s * 0.15, 0.66, 0.22)], [0.09, 0.08], stone, steps=10),
            ball((0.09, 0.06, 0.11), (s * 0.15, 0.65, 0.27), stone, steps=10),
        ]
        parts += [
            ball((0.15, 0.16, 0.20), (s * 0.20, 0.74, -0.04), stone, steps=14),
            ball(0.03, (s * 0.085, 1.42, 0.27), "#4a463f", steps=8),
        ]
    parts += [
        ball(0.11, (0.24, 0.71, 0.30), "#9d978b", steps=14),
        ball((0.06, 0.12, 0.06), (0, 1.05, -0.30), stone, steps=10),
        ball(0.04, (0, 1.33, 0.38), "#7a756b", steps=8),
    ]
    return join(base, *parts)


def kumquat() -> Mesh:
    """A pot of kumquats: gold for the house."""
    pot = lathe(
        [(0, 0), (0.15, 0), (0.20, 0.26), (0.22, 0.28), (0.18, 0.28), (0, 0.26)], "#c8332c", 0.5, steps=20
    )
    leaves = [
        ball((0.27 - 0.06 * k, 0.17, 0.27 - 0.06 * k), (0, 0.44 + 0.19 * k, 0), "#2f6f3a", 0.2, steps=14)
        for k in range(3)
    ]
    fruit = []
    for k in range(26):
        y = 0.36 + 0.52 * (k / 26)
        r = 0.27 - 0.20 * (k / 26)
        fruit.append(ball(0.038, (r * math.cos(k * 2.4), y, r * math.sin(k * 2.4)), "#ff9a2e", 0.4, steps=8))
    return join(pot, *leaves, *fruit)
