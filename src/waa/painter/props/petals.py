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
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, make, tube

Rng = np.random.Generator
Point = tuple[float, float, float]
GREEN = "#74b04c"
THROUGH = 0.10  # petals are thin: some light comes through


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
    return both_sides(sheet.painted(np.clip(base + (pale - base) * edge, 0, 1)).finished(glow=THROUGH))


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
            ).finished(glow=THROUGH)
        )
    return join(*parts)


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
