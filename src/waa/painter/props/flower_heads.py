"""Heads of flowers, in clay: each looks straight up from the origin; their width is given in metres."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Colour, mix, rgb, shift
from waa.painter.props.garnish import both_sides
from waa.painter.props.petals import THROUGH, Rng, dotted, ring, shell
from waa.painter.solid.leaf import POINTED
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, lathe, make, tube


def rose_head(colour: Colour, wide: float, rng: Rng, *, fine: bool = True) -> Mesh:
    """A half-open rose: a tight spiral within ever wider petals whose rims roll back."""
    w, grid = wide / 2, (9, 9) if fine else (6, 7)
    rings = (
        (3, [(0.03, 0.30), (0.12, 0.64), (0.13, 1.00)], 1.35, 0.0, 0.10),
        (4, [(0.08, 0.20), (0.26, 0.56), (0.27, 0.95)], 1.15, 0.03, 0.12),
        (5, [(0.10, 0.10), (0.42, 0.40), (0.48, 0.76), (0.47, 0.90)], 1.00, 0.05, 0.16),
        (5, [(0.10, 0.02), (0.56, 0.24), (0.70, 0.58), (0.80, 0.76), (0.84, 0.76)], 0.94, 0.04, 0.22),
        (5, [(0.10, -0.04), (0.60, 0.06), (0.88, 0.30), (1.02, 0.44), (1.10, 0.42)], 0.90, 0.02, 0.30),
    )
    parts = [_heart(colour, w, 40 if fine else 26)]
    for k, (count, profile, half, curl, point) in enumerate(rings[0 if fine else 2 :], 0 if fine else 2):
        tint = shift(colour, 0, 1, 0.90 + 0.03 * k)
        for j in range(count):
            turn = 2 * math.pi * (j + 0.5 * (k % 2)) / count + k * 0.35 + rng.normal(0, 0.06)
            scaled = [(r * w, y * w) for r, y in profile]
            parts.append(
                shell(
                    scaled,
                    turn,
                    half,
                    tint,
                    point=point,
                    curl=curl * w,
                    rows=grid[0],
                    columns=grid[1],
                    lift=rng.normal(0, 0.012) * w,
                )
            )
    return join(*parts)


def _heart(colour: Colour, w: float, steps: int) -> Mesh:
    """The rolled petals in the middle."""
    t = np.linspace(0, 1, steps)
    radius = (0.015 + (0.085 if steps > 30 else 0.22) * t) * w
    angle = 4.6 * math.pi * t
    rows = np.array([0.35, 0.70, 0.94, 0.97])[:, None] * w
    vertices = np.stack(
        [np.sin(angle) * radius + 0 * rows, rows + 0 * t, np.cos(angle) * radius + 0 * rows], -1
    ).reshape(-1, 3)
    sheet = make(vertices, grid_faces(4, steps, wraps=False), colour=shift(colour, 0, 1.05, 0.86), gloss=0.12)
    return both_sides(sheet.finished(glow=THROUGH))


def daisy_head(
    colour: Colour, wide: float, rng: Rng, *, count: int = 9, heart: Colour = "#f9c433", fine: bool = True
) -> Mesh:
    """Round petals about a golden button."""
    r = wide / 2
    petals = ring(
        count,
        r * 0.18,
        r * 0.82,
        r * 6.0 / count,
        colour,
        rise=0.16,
        droop=0.06,
        rng=rng,
        steps=12 if fine else 7,
    )
    button = ball((r * 0.32, r * 0.20, r * 0.32), (0, r * 0.10, 0), heart, 0.1, steps=16)
    return join(
        petals,
        button,
        _dots(r * 0.31, r * 0.10, r * 0.19, 46 if fine else 18, r * 0.035, mix(heart, "#f08a1c", 0.45)),
    )


def _dots(radius: float, base: float, high: float, count: int, size: float, colour: Colour) -> Mesh:
    """Little balls in a golden spiral over a dome."""
    k = np.arange(count) + 0.5
    reach = np.sqrt(k / count)
    angle = 2.39996 * k
    at = np.stack(
        [
            np.sin(angle) * reach * radius,
            base + high * np.sqrt(1 - 0.92 * reach**2),
            np.cos(angle) * reach * radius,
        ],
        -1,
    )
    return dotted(at, size, colour)


def sunflower_head(colour: Colour, wide: float, rng: Rng) -> Mesh:
    """Two rows of pointed petals about a disc of seeds in golden spirals."""
    r = wide / 2
    parts = [
        ring(
            19,
            r * 0.42,
            r * 0.58,
            r * 0.26,
            shift(colour, -0.015, 1.05, 0.92),
            rise=0.04,
            outline=POINTED,
            turn=0.16,
            rng=rng,
            steps=9,
        ),
        ring(
            19, r * 0.42, r * 0.54, r * 0.26, colour, rise=0.22, droop=0.08, outline=POINTED, rng=rng, steps=9
        ),
        ball((r * 0.50, r * 0.16, r * 0.50), (0, r * 0.02, 0), "#4a2c17", 0.05, steps=22),
    ]
    for low, count, size, tint in ((0.0, 130, 0.030, "#6b3f1d"), (0.62, 150, 0.030, "#a8692a")):
        k = np.arange(count) + 0.5
        reach = low + (1 - low) * np.sqrt(k / count) * (0.98 if low else 0.62)
        angle = 2.39996 * k
        high = 0.02 * r + 0.16 * r * np.sqrt(np.clip(1 - reach**2, 0, 1))
        at = np.stack([np.sin(angle) * reach * 0.47 * r, high, np.cos(angle) * reach * 0.47 * r], -1)
        parts.append(dotted(at, size * r, tint))
    sepals = ring(12, r * 0.2, r * 0.42, r * 0.2, "#5f9a3e", rise=-0.1, outline=POINTED, steps=6)
    return join(*parts, sepals.moved(y=-0.05 * r))


def tulip_head(colour: Colour, wide: float, rng: Rng, *, fine: bool = True) -> Mesh:
    """Six petals that close to a cup."""
    w, grid = wide / 2, (11, 9) if fine else (7, 7)
    parts = []
    for k, (profile, tone) in enumerate(
        (
            ([(0.10, 0.02), (0.78, 0.42), (0.86, 1.1), (0.66, 1.75), (0.52, 2.05)], 0.9),
            ([(0.10, 0.0), (0.86, 0.36), (0.98, 1.0), (0.84, 1.62), (0.74, 1.95)], 1.0),
        )
    ):
        for j in range(3):
            turn = 2 * math.pi * (j + 0.5 * k) / 3 + math.pi / 6
            scaled = [(r * w, y * w) for r, y in profile]
            parts.append(
                shell(
                    scaled,
                    turn,
                    0.98,
                    shift(colour, 0, 1, tone),
                    point=0.26,
                    rows=grid[0],
                    columns=grid[1],
                    curl=0.02 * w,
                )
            )
    pistil = lathe(
        [(0.10 * w, 0.1 * w), (0.08 * w, 0.9 * w), (0.14 * w, 1.0 * w), (0, 1.08 * w)], "#c9d46a", steps=8
    )
    return join(*parts, pistil)


def lotus_head(colour: Colour, wide: float, rng: Rng) -> Mesh:
    """Four rows of boat-shaped petals, a pod and a crown of stamens."""
    r = wide / 2
    parts = []
    for k, (count, length, rise, droop) in enumerate(
        ((9, 0.96, 0.34, 0.06), (9, 0.92, 0.75, 0.05), (8, 0.84, 1.25, 0.1), (6, 0.72, 1.9, 0.2))
    ):
        scale = 1 / math.hypot(1, rise)
        tip = mix(colour, "#ffffff", 0.10 * k)
        parts.append(
            ring(
                count,
                r * 0.12,
                r * length * scale * 1.05,
                r * 0.46,
                tip,
                rise=rise,
                droop=droop,
                turn=k * math.pi / 9,
                outline=POINTED,
                inside=mix(colour, "#fff6e8", 0.72),
                cup=0.55,
                thick=0.05,
                rng=rng,
                steps=10,
            )
        )
    pod = lathe(
        [
            (0.05 * r, 0.08 * r),
            (0.20 * r, 0.34 * r),
            (0.22 * r, 0.42 * r),
            (0.19 * r, 0.45 * r),
            (0, 0.45 * r),
        ],
        "#e2c94f",
        0.2,
        steps=20,
    )
    angle = 2 * math.pi * np.arange(26) / 26
    seeds = np.stack(
        [np.sin(angle[:7] * 3.7) * 0.12 * r, np.full(7, 0.455 * r), np.cos(angle[:7] * 3.7) * 0.12 * r], -1
    )
    tips = np.stack(
        [
            np.sin(angle) * 0.30 * r,
            np.full(26, 0.40 * r) + rng.uniform(-0.04, 0.04, 26) * r,
            np.cos(angle) * 0.30 * r,
        ],
        -1,
    )
    threads = [
        tube([(x * 0.4, 0.14 * r, z * 0.4), (x, y, z)], 0.008 * r, "#f6d873", steps=4, caps=False)
        for x, y, z in tips
    ]
    return join(*parts, pod, dotted(seeds, 0.03 * r, "#8fa83e"), dotted(tips, 0.024 * r, "#f3b93a"), *threads)


def star_head(colour: Colour, wide: float, *, lip: Colour | None = None, heart: Colour = "#f9c433") -> Mesh:
    """A moth orchid: two round petals, three narrow sepals, a small bright lip; small enough for many on a spray."""
    r = wide / 2
    deep = mix(colour, "#c0408a", 0.30)
    sepals = ring(
        3, r * 0.05, r * 0.92, r * 0.62, mix(colour, deep, 0.2), rise=0.02, inside=deep, turn=math.pi, steps=7
    )
    sides = [
        ring(
            1,
            r * 0.05,
            r * 0.95,
            r * 1.15,
            colour,
            rise=0.12,
            inside=mix(colour, deep, 0.6),
            turn=a,
            cup=0.1,
            steps=8,
        ).moved(y=0.04 * r)
        for a in (math.pi / 2 + 0.12, -math.pi / 2 - 0.12)
    ]
    mouth = rgb("#d8347e") if lip is None else rgb(lip)
    lobe = ring(3, r * 0.04, r * 0.34, r * 0.24, mouth, rise=0.6, cup=0.5, steps=6).moved(y=0.08 * r)
    return join(sepals, *sides, lobe, ball(r * 0.11, (0, r * 0.20, 0), heart, 0.2, steps=8))
