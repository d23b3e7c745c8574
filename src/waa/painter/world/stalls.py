"""Market stalls and what they sell."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise
from waa.painter.colour import mix, shift
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, torus, tube
from waa.painter.world.diorama import block, quad

LONG = 2.7  # metres along the lane


CANOPIES = (
    ("#c8332c", "#f4efe6"),
    ("#2f6fb3", "#f4efe6"),
    ("#2f8f6e", "#f4efe6"),
    ("#e0982f", "#f7ecd2"),
    ("#d8433a", "#2f5fb3"),
)


def stall(goods: str, canopy: tuple[str, str], snowy: bool, seed: int) -> Mesh:
    """A counter with what it sells, four poles, a striped canopy, a row of bulbs; it looks at +z."""
    rng = noise.stream("stall", goods, seed)
    half = LONG / 2
    parts = [*_cloth(canopy), box(LONG, 0.06, 1.05, "#a8743f", 0.2, bevel=0.015).moved(0, 0.80, 0.12)]
    for x in (-half + 0.05, half - 0.05):
        for z, h in ((-0.65, 2.75), (0.68, 2.35)):
            parts.append(cylinder(0.025, h, "#9aa0a6", 0.4, steps=8).moved(x, 0, z))
    stripes = 9
    for k in range(stripes):
        tint = canopy[k % 2] if not snowy else mix(canopy[k % 2], "#f4f8fc", 0.75)
        x = -half - 0.1 + k * (LONG + 0.2) / stripes
        w = (LONG + 0.2) / stripes
        parts.append(quad((x, 2.80, -0.75), (w, 0, 0), (0, -0.50, 1.65), tint))
        parts.append(quad((x, 2.30, 0.90), (w, 0, 0), (0, -0.20, 0.02), tint))
        parts.append(quad((x + w, 2.79, -0.75), (-w, 0, 0), (0, -0.50, 1.65), shift(tint, 0, 1.1, 0.8)))
    parts.append(quad((-half, 2.6, -0.72), (LONG, 0, 0), (0, -2.6, 0), shift(canopy[0], 0, 0.8, 0.5)))
    for k in range(5):
        x = -half + 0.3 + k * (LONG - 0.6) / 4
        parts.append(
            ball((0.05, 0.065, 0.05), (x, 2.10 - 0.04 * (k % 2), 0.74), "#fff0c0", steps=8).finished(glow=1.0)
        )
    parts.append(tube([(-half, 2.26, 0.74), (0, 2.14, 0.74), (half, 2.26, 0.74)], 0.008, "#2a2420", steps=4))
    return join(*parts, _WARES[goods](rng))


def _cloth(canopy: tuple[str, str]) -> list[Mesh]:
    """The counter is wrapped in the stuff of the canopy, with a fringe at its edge."""
    parts = []
    for k in range(12):
        tint = mix(canopy[k % 2], "#7a4a2c", 0.12)
        w = (LONG - 0.1) / 12
        parts.append(block(-(LONG - 0.1) / 2 + (k + 0.5) * w, 0.04, 0.1, w, 0.76, 0.9, tint))
    for s in (-1, 1):
        x = s * (LONG - 0.08) / 2
        for k in range(4):
            tint = mix(canopy[k % 2], "#7a4a2c", 0.12)
            parts.append(block(x, 0.04, -0.24 + 0.225 * k, 0.02, 0.76, 0.225, tint))
    return parts


def _fruit(rng: np.random.Generator) -> Mesh:
    parts = []
    for k, tint in enumerate(("#f08a2c", "#d8342c", "#8fc04a", "#f5c52e", "#a8467a")):
        x = -1.0 + 0.5 * k
        parts.append(box(0.44, 0.14, 0.5, "#b98a54", bevel=0.01).turned(0, 14).moved(x, 0.86, 0.25))
        for i in range(3):
            for j in range(2):
                parts.append(
                    ball(
                        0.075,
                        (x - 0.13 + 0.13 * i, 1.06 + 0.05 * (1 - j), 0.14 + 0.15 * j),
                        shift(tint, 0, 1, float(rng.uniform(0.88, 1.08))),
                        0.35,
                        steps=8,
                    )
                )
    return join(*parts)


def _noodles(rng: np.random.Generator) -> Mesh:
    """A wok over a flame, a steaming pot, bowls in a stack."""
    wok = lathe(
        [(0, 0), (0.16, 0.02), (0.30, 0.12), (0.34, 0.19), (0.31, 0.19), (0, 0.06)], "#2c2e34", 0.5, steps=24
    ).moved(-0.55, 1.02, 0.2)
    flame = [
        ball(
            (0.05, 0.12, 0.05),
            (-0.55 + 0.13 * math.cos(a), 0.96, 0.2 + 0.13 * math.sin(a)),
            "#ff9a3a",
            steps=8,
        ).finished(glow=1.0)
        for a in np.arange(6) * 1.05
    ]
    pot = join(
        cylinder(0.26, 0.36, "#c3c8cc", 0.6, steps=24).moved(0.25, 0.86, 0.1),
        torus(0.26, 0.02, "#dfe3e6", 0.6, steps=24).moved(0.25, 1.22, 0.1),
        cylinder(0.24, 0.01, "#d9892f", 0.5, steps=20).moved(0.25, 1.20, 0.1),
    )
    bowls = [
        cylinder(0.07, 0.05, ("#f7f2e8", "#cfe0ee")[k % 2], 0.5, top=0.11, steps=16).moved(
            0.85, 0.86 + 0.05 * k, 0.3
        )
        for k in range(6)
    ]
    skewers = [
        join(
            tube([(x, 0.88, 0.45), (x + 0.02, 1.28, 0.40)], 0.008, "#d9b070", steps=4),
            *[ball(0.045, (x + 0.01, 1.02 + 0.085 * j, 0.43), "#e8b45a", 0.3, steps=8) for j in range(3)],
        )
        for x in (-1.15, -1.02, -0.89)
    ]
    return join(wok, *flame, pot, *bowls, *skewers)


def _toys(rng: np.random.Generator) -> Mesh:
    """Bears in rows, balls, windmills that turn."""
    parts = []
    for k in range(5):
        tint = ("#c98a52", "#f2efe6", "#e88aa8", "#7fb0d8", "#e0b04a")[k]
        x = -1.0 + 0.5 * k
        parts += [
            ball((0.12, 0.13, 0.11), (x, 0.98, 0.15), tint, steps=10),
            ball(0.10, (x, 1.16, 0.17), tint, steps=10),
        ]
        parts += [ball(0.042, (x + s * 0.075, 1.25, 0.16), tint, steps=6) for s in (-1, 1)]
        parts += [ball(0.016, (x + s * 0.04, 1.18, 0.262), "#2a2420", steps=6) for s in (-1, 1)]
    for k in range(4):
        x = -0.9 + 0.6 * k
        parts += [cylinder(0.008, 0.5, "#d9b070", steps=4).moved(x, 0.86, 0.48)]
        parts += [
            ball((0.085, 0.03, 0.01), (0.07, 0, 0), ("#ff5a4d", "#ffd166", "#5ad17f", "#58b8ff")[j], steps=8)
            .turned(0, 0, 90 * j)
            .moved(x, 1.36, 0.49)
            for j in range(4)
        ]
    parts += [
        ball(
            0.13,
            (-0.9 + 0.45 * k, 1.92, 0.5),
            ("#ff5a4d", "#ffd166", "#58b8ff", "#ff8fd0", "#5ad17f")[k],
            0.5,
            steps=12,
        )
        for k in range(5)
    ]
    return join(*parts)


def _clothes(rng: np.random.Generator) -> Mesh:
    """Shirts on a rail, folded heaps on the counter."""
    parts = [tube([(-1.2, 2.0, 0.35), (1.2, 2.0, 0.35)], 0.014, "#c3c8cc", 0.4, steps=6)]
    for k in range(7):
        tint = ("#e8443a", "#f2f0ea", "#3f7fc0", "#f0c24a", "#2f8f6e", "#2a2d34", "#e88aa8")[k]
        x = -1.05 + 0.35 * k
        parts += [
            box(0.30, 0.46, 0.05, tint, bevel=0.02).moved(x, 1.48, 0.35),
            box(0.44, 0.14, 0.05, tint, bevel=0.02).moved(x, 1.80, 0.35),
        ]
    for k in range(5):
        for j in range(3):
            parts.append(
                box(
                    0.36,
                    0.06,
                    0.30,
                    shift(("#d8443a", "#3f7fc0", "#f0c24a", "#5aa886", "#c98ad0")[(k + j) % 5], 0, 0.9, 1),
                    bevel=0.025,
                ).moved(-1.0 + 0.5 * k, 0.86 + 0.06 * j, 0.25)
            )
    return join(*parts)


def _jade(rng: np.random.Generator) -> Mesh:
    """Rings and Buddhas, lucky cats in gold."""
    parts = []
    for k in range(6):
        x = -1.05 + 0.42 * k
        parts.append(
            torus(0.075, 0.022, ("#5fbf8a", "#a8dcb8", "#f2efe6")[k % 3], 0.6, steps=16)
            .turned(0, 60)
            .moved(x, 0.95, 0.42)
        )
    for k in range(4):
        x, tint = -0.85 + 0.57 * k, ("#e8b64a", "#f7f2e8", "#d8342c", "#e8b64a")[k]
        parts += [
            ball((0.12, 0.13, 0.10), (x, 0.98, 0.12), tint, 0.5, steps=12),
            ball(0.105, (x, 1.17, 0.14), tint, 0.5, steps=12),
            ball((0.035, 0.08, 0.035), (x + 0.12, 1.22, 0.16), tint, 0.5, steps=8),
        ]
        parts += [ball((0.03, 0.05, 0.02), (x + s * 0.065, 1.27, 0.13), tint, 0.5, steps=6) for s in (-1, 1)]
        parts += [ball(0.014, (x + s * 0.04, 1.18, 0.235), "#2a2420", steps=6) for s in (-1, 1)]
    return join(*parts)


_WARES = {"fruit": _fruit, "noodles": _noodles, "toys": _toys, "clothes": _clothes, "jade": _jade}


GOODS = tuple(_WARES)


def gate() -> Mesh:
    """The arch at the end of the lane: red columns, three green roofs."""
    parts = []
    for x in (-3.4, -1.9, 1.9, 3.4):
        parts.append(cylinder(0.20, 4.4 if abs(x) < 2 else 3.6, "#b3261f", 0.4, steps=18).moved(x, 0, 0))
    for middle, width, y in ((0, 4.6, 4.3), (-2.9, 2.2, 3.5), (2.9, 2.2, 3.5)):
        parts += [
            box(width, 0.42, 0.3, "#2a6f74", 0.3, bevel=0.04).moved(middle, y - 0.5, 0),
            box(width + 0.5, 0.16, 0.8, "#d9a63f", 0.3, bevel=0.05).moved(middle, y, 0),
        ]
        parts += [
            box(width + 0.9 - 0.5 * k, 0.15, 1.3 - 0.35 * k, "#2f8a5c", 0.4, bevel=0.06).moved(
                middle, y + 0.15 + 0.14 * k, 0
            )
            for k in range(3)
        ]
    return join(*parts)
