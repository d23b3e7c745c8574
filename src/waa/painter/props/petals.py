"""Heads of flowers, in clay: each looks straight up from the origin,
its width in metres given. Stems and leaves, too."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.props.garnish import both_sides
from waa.painter.shapes import bezier
from waa.painter.solid.leaf import DROP, POINTED, leaf
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, lathe, make, tube

Rng = np.random.Generator
Point = tuple[float, float, float]
GREEN = "#74b04c"
_THROUGH = 0.10  # petals are thin: some light comes through


def tints(colour: Colour) -> tuple[Array, Array]:
    """(the deep colour of a petal's foot, the pale one of its rim)."""
    return shift(colour, 0.010, 1.10, 0.84), mix(colour, "#ffffff", 0.22)


def shell(
    profile: Sequence[tuple[float, float]],
    turn: float,
    half: float,
    colour: Colour,
    *,
    point: float = 0.12,
    curl: float = 0.0,
    rows: int = 9,
    columns: int = 9,
    lift: float = 0.0,
) -> Mesh:
    """A petal as a piece of a bowl: `profile` is (radius, height) from foot to rim, `turn` where it stands round the
    axis and `half` how far it reaches to each side, in radians. `point` lowers its corners, `curl` rolls them out."""
    table = np.asarray(profile, float)
    v = np.linspace(0, 1, rows)[:, None]
    u = np.linspace(-1, 1, columns)[None]
    at = np.linspace(0, 1, len(table))
    along = np.clip(v * (1 - point * u**2), 0, 1)
    radius, y = (np.interp(along, at, table[:, k]) for k in (0, 1))
    wide = np.sin(np.pi * np.clip(0.16 + 0.62 * v, 0, 0.78)) ** 0.7
    angle = turn + half * u * wide
    radius = radius * (1 + 0.05 * u) + curl * smoothstep(0.55, 1.0, v) * u**2  # each overlaps the next
    vertices = np.stack([np.sin(angle) * radius, y + lift + 0 * u, np.cos(angle) * radius], -1).reshape(-1, 3)
    sheet = make(vertices, grid_faces(rows, columns, wraps=False)[:, ::-1], colour=colour, gloss=0.12)
    deep, pale = tints(colour)
    share = np.broadcast_to(v**1.3, angle.shape).reshape(-1, 1).astype(F)
    edge = np.broadcast_to(smoothstep(0.80, 1.0, v) * 0.35, angle.shape).reshape(-1, 1).astype(F)
    base = deep + (rgb(colour) - deep) * smoothstep(0.0, 0.75, share)
    return both_sides(sheet.painted(np.clip(base + (pale - base) * edge, 0, 1)).finished(glow=_THROUGH))


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
    return both_sides(sheet.finished(glow=_THROUGH))


def ring(
    count: int,
    start: float,
    length: float,
    width: float,
    colour: Colour,
    *,
    rise: float = 0.2,
    droop: float = 0.0,
    turn: float = 0.0,
    outline: Sequence[float] = DROP,
    inside: Colour | None = None,
    cup: float = 0.25,
    thick: float = 0.03,
    rng: Rng | None = None,
    steps: int = 10,
) -> Mesh:
    """Petals that spread from the axis: each begins `start` from it,
    is `length` long and rises by `rise` of that, its tip
    falling by `droop` of it."""
    parts = []
    for k in range(count):
        jitter = rng.normal(0, 0.05) if rng is not None else 0.0
        angle = turn + 2 * math.pi * k / count + jitter
        out = np.array([math.sin(angle), 0, math.cos(angle)])
        path = [
            out * start,
            out * (start + length * 0.5) + (0, length * rise * 0.75, 0),
            out * (start + length) + (0, length * (rise - droop), 0),
        ]
        facing = (-out[0] * rise, 1.0, -out[2] * rise)
        petal = leaf(
            path,
            facing,
            width,
            length * thick,
            colour,
            outline=outline,
            cup=cup,
            gloss=0.12,
            steps=steps,
            across=9,
        )
        share = np.clip(np.linalg.norm(petal.vertices - (out * start).astype(F), axis=1) / F(length), 0, 1)[
            :, None
        ]
        deep, pale = tints(colour)
        foot = deep if inside is None else rgb(inside)
        tone = foot + (rgb(colour) - foot) * smoothstep(0.05, 0.60, share)
        parts.append(
            petal.painted(
                np.clip(tone + (pale - tone) * smoothstep(0.72, 1.0, share) * F(0.6), 0, 1)
            ).finished(glow=_THROUGH)
        )
    return join(*parts)


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


def dotted(at: ArrayLike, size: float, colour: Colour) -> Mesh:
    """Small balls at points (n, 3)."""
    bead = ball(size, (0, 0, 0), colour, 0.15, steps=5 if len(np.atleast_2d(at)) > 99 else 6)
    points = np.asarray(at, F)
    n, m = len(points), len(bead.vertices)
    vertices = (points[:, None] + bead.vertices[None]).reshape(-1, 3)
    faces = (bead.faces[None] + (np.arange(n) * m)[:, None, None]).reshape(-1, 3).astype(np.int32)
    return Mesh(
        vertices,
        faces,
        np.tile(bead.normals, (n, 1)),
        np.tile(bead.colours, (n, 1)),
        np.tile(bead.surface, (n, 1)),
    )


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


# -- what carries them ------------------------------------------------------------------------------------


def stalk(
    top: Point,
    thick: float,
    colour: Colour = GREEN,
    *,
    bow: float = 0.04,
    lean: float = 0.0,
    foot: Point = (0, 0, 0),
) -> Mesh:
    """A stem from the ground to `top`; it leaves its foot upright and arrives leaning to the viewer by `lean` metres."""
    end = np.asarray(top, float)
    start = np.asarray(foot, float)
    high = float(end[1] - start[1])
    path = bezier(start, start + (bow, high * 0.4, 0), end - (bow * 0.4, high * 0.30, lean), end, steps=16)
    stem = tube(path, np.linspace(thick, thick * 0.8, 16).tolist(), colour, 0.15, steps=9)
    low = float(start[1])
    share = smoothstep(low, low + high, stem.vertices[:, 1])[:, None]
    deep = shift(colour, 0.02, 1.05, 0.82)
    return stem.painted(np.asarray(deep + (rgb(colour) - deep) * share, F))


def blade(
    at: Point,
    angle: float,
    length: float,
    width: float,
    colour: Colour = GREEN,
    *,
    rise: float = 0.6,
    droop: float = 0.35,
    outline: Sequence[float] = POINTED,
    fold: float = 0.35,
) -> Mesh:
    """A leaf with a pale midrib that leaves the stem at `at` towards `angle` (degrees, 0 to the viewer)."""
    a = math.radians(angle)
    out: NDArray[np.float64] = np.array([math.sin(a), 0, math.cos(a)])
    start = np.asarray(at, float)
    path = [
        start,
        start + out * length * 0.5 + (0, length * rise * 0.62, 0),
        start + out * length + (0, length * (rise - droop), 0),
    ]
    sheet = leaf(
        path,
        (-out[0] * 0.6, 1.0, 0.9 - out[2] * 0.6),
        width,
        length * 0.03,
        colour,
        outline=outline,
        cup=fold,
        gloss=0.25,
        steps=12,
        across=9,
    )
    along = ((sheet.vertices - start.astype(F)) @ out.astype(F)) / F(length)
    side = np.abs((sheet.vertices - start.astype(F)) @ np.array([math.cos(a), 0, -math.sin(a)], F)) / F(
        width / 2
    )
    rib = smoothstep(0.10, 0.0, side) * smoothstep(1.0, 0.7, along)
    veins = F(0.5) + F(0.5) * np.sin((along - side * F(0.22)) * F(44))
    tone = rgb(colour) * (F(0.80) + F(0.18) * np.clip(along, 0, 1) + F(0.07) * veins)[:, None]
    return sheet.painted(np.clip(tone + (mix(colour, "#eef5c0", 0.5) - tone) * rib[:, None] * F(0.8), 0, 1))


def calyx(wide: float, colour: Colour = GREEN) -> Mesh:
    """The green cup and its five tips under a head."""
    r = wide / 2
    cup = ball((r * 0.26, r * 0.22, r * 0.26), (0, -r * 0.02, 0), colour, 0.15, steps=12)
    tips = ring(5, r * 0.14, r * 0.46, r * 0.24, colour, rise=0.30, droop=0.5, outline=POINTED, steps=7)
    return join(cup, tips.moved(y=0.02 * r))


def nodding(head: Mesh, at: Point, pitch: float, *, yaw: float = 0.0, roll: float = 0.0) -> Mesh:
    """A head set on a stem's end, tilted to the viewer by `pitch` degrees, then turned."""
    return replace(head.turned(yaw=roll).turned(pitch=pitch).turned(yaw=yaw)).moved(*at)
