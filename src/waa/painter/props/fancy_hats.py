"""Hats to dress up in: crowns, flowers, wizards, pirates, Santa. Shapes only, as in `hats.py`."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import stream
from waa.painter.props.hat_parts import DEEP, GOLD, dome, lathe_fine, turned, visor
from waa.painter.shapes import smooth, star
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    box,
    extrude,
    face_normals,
    grid_faces,
    join,
    make,
    torus,
    tube,
)


def santa_hat(colour: Colour = "#d3372f") -> Mesh:
    clay = Clay(0.06)
    path = smooth(
        [
            (0, 0.20, 0),
            (0.02, 0.38, -0.02),
            (0.14, 0.56, -0.06),
            (0.38, 0.60, -0.06),
            (0.56, 0.42, -0.02),
            (0.62, 0.24, 0.02),
        ],
        closed=False,
        steps=4,
    )
    t = np.linspace(0, 1, len(path))
    radius = np.interp(t, [0, 0.15, 0.45, 0.75, 1], [0.48, 0.40, 0.25, 0.14, 0.075])
    for k in range(len(path) - 1):
        clay.limb(
            list(path[k]), list(path[k + 1]), float(radius[k]), float(radius[k + 1]), colour, blend=0.05
        )
    fur = "#fbf7f0"
    puffs = [
        ball(0.105, (0.50 * math.sin(a), 0.02, 0.50 * DEEP * math.cos(a)), fur, 0.05, steps=7)
        for a in np.linspace(0, 2 * math.pi, 18, endpoint=False)
    ]
    cone = clay.mesh(30, gloss=0.06)
    cone = cone.kept((cone.vertices[cone.faces, 1] > -0.03).any(1))
    return join(
        cone,
        torus(0.5, 0.095, fur, 0.05, steps=28).scaled(1, 1.1, DEEP),
        *puffs,
        ball(0.14, (0.63, 0.17, 0.03), fur, 0.05, steps=14),
    )


def pointed_hat(colour: Colour = "#34418f", *, stars: bool = True) -> Mesh:
    """A wizard's with stars, or a witch's with a buckle."""
    wave = [
        Ring(at=(0, y, 0), wide=w, deep=w * DEEP, fold=f)
        for w, y, f in (
            (0.46, 0.02, 0),
            (0.70, -0.01, 0.02),
            (0.94, -0.07, 0.05),
            (0.96, -0.04, 0.05),
            (0.72, 0.03, 0.02),
            (0.48, 0.06, 0),
        )
    ]
    brim = loft(wave, shift(colour, 0, 1, 0.92), folds=5, between=3)
    path = smooth(
        [(0, 0.0, 0), (-0.01, 0.34, -0.02), (0.05, 0.68, -0.06), (0.17, 0.94, -0.12), (0.33, 1.06, -0.14)],
        closed=False,
        steps=4,
    )
    t = np.linspace(0, 1, len(path))
    cone = tube(
        path,
        [float(r) for r in np.interp(t, [0, 0.35, 0.7, 1], [0.50, 0.31, 0.15, 0.04])],
        colour,
        0.1,
        steps=32,
    ).scaled(1, 1, DEEP)
    band = turned(
        [(0.47, 0.06), (0.500, 0.07), (0.465, 0.19), (0.44, 0.195)], GOLD if stars else "#7a4fb0", 0.2
    )
    parts = [brim, cone, band]
    if stars:
        for x, y, z, s in (
            (-0.12, 0.42, 0.33, 0.085),
            (0.16, 0.30, 0.37, 0.06),
            (0.09, 0.62, 0.19, 0.07),
            (-0.26, 0.26, 0.34, 0.05),
            (0.14, 0.84, 0.05, 0.05),
        ):
            parts.append(
                extrude(star(0, 0, s, s * 0.45), 0.03, "#ffd766", 0.3)
                .turned(math.degrees(math.atan2(x, z)) * 0.8, -20, 0)
                .moved(x, y, z)
                .finished(glow=0.35)
            )
    else:
        parts.append(
            join(box(0.20, 0.17, 0.03, GOLD, 0.5), box(0.11, 0.085, 0.04, "#7a4fb0", 0.2).moved(0, 0.042, 0))
            .finished(metal=0.2)
            .turned(0, -14, 0)
            .moved(0, 0.045, 0.475)
        )
    return join(*parts)


def crown(colour: Colour = GOLD, *, small: bool = False) -> Mesh:
    points = 7 if small else 9
    angle = np.linspace(0, 2 * math.pi, points * 8, endpoint=False)
    saw = 1 - np.abs(((angle * points / (2 * math.pi)) % 1) - 0.5) * 2
    top = (0.16 if small else 0.20) + (0.16 if small else 0.20) * saw**1.2 * (
        1 + 0.5 * np.clip(np.cos(angle), 0, 1) ** 4
    )
    sheets = []
    for radius in (0.47, 0.445):
        flare = 1 + 0.12 * top
        low = np.stack(
            [radius * np.sin(angle), np.full_like(angle, -0.02), radius * DEEP * np.cos(angle)], -1
        )
        high = np.stack([radius * flare * np.sin(angle), top, radius * flare * DEEP * np.cos(angle)], -1)
        sheets.append(np.stack([low, low + (high - low) * 0.5, high]))
    rows = np.concatenate([sheets[0], sheets[1][::-1]])
    faces = grid_faces(len(rows), len(angle), wraps=True)
    gold = make(rows.reshape(-1, 3), faces, None, colour, 0.5).finished(metal=0.75)
    rim = join(
        *(
            torus(0.468 + 0.004 * k, 0.026, colour, 0.5, steps=32).scaled(1, 1, DEEP).moved(0, y, 0)
            for k, y in enumerate((-0.015, 0.13))
        )
    ).finished(metal=0.75)
    parts = [gold, rim]
    for k in range(points):
        a = (k + 0.5) * 2 * math.pi / points
        tip = float(np.interp(a, angle, top)) + 0.03
        r = 0.47 * (1 + 0.12 * tip)
        parts.append(
            ball(0.042, (r * math.sin(a), tip, r * DEEP * math.cos(a)), colour, 0.5, steps=8).finished(
                metal=0.75
            )
        )
        gem = ("#d8334a", "#2f7fd8", "#35a56a")[k % 3]
        parts.append(
            ball((0.045, 0.052, 0.03), (0, 0, 0), gem, 0.9, steps=8)
            .moved(0, 0.06, 0.478)
            .turned(math.degrees(a))
            .scaled(1, 1, DEEP)
        )
    if not small:
        parts.append(dome("#a3273a", 0.24, 0.45).moved(0, 0.02, 0))
    return join(*parts)


def tricorn(colour: Colour = "#2c2730") -> Mesh:
    """A pirate's: a brim turned up on three sides, a skull badge."""
    angle = np.linspace(0, 2 * math.pi, 72, endpoint=False)[None]
    u = np.linspace(0, 1, 8)[:, None]
    lobe = 0.5 + 0.5 * np.cos(3 * angle)
    out = 0.47 + (0.30 + 0.24 * (1 - lobe)) * u**0.9
    x, z = out * np.sin(angle), out * np.cos(angle)
    y = 0.0 + (0.16 + 0.44 * lobe) * u**1.2
    sheets = [np.stack([x + 0 * y, y + s * 0.018, z + 0 * y], -1).reshape(-1, 3) for s in (1, -1)]
    faces = grid_faces(8, 72, wraps=True)
    points = np.concatenate(sheets).astype(F)
    both = np.concatenate([faces, faces[:, ::-1] + 8 * 72]).astype(np.int32)
    brim = make(points, both, face_normals(points, both), colour, 0.1)
    a = np.linspace(0, 2 * math.pi, 73)
    lobes = 0.5 + 0.5 * np.cos(3 * a)
    edge = np.stack(
        [
            (0.47 + 0.30 + 0.24 * (1 - lobes)) * np.sin(a),
            0.16 + 0.44 * lobes,
            (0.47 + 0.30 + 0.24 * (1 - lobes)) * np.cos(a),
        ],
        -1,
    )
    trim = tube(edge, 0.022, GOLD, 0.4, steps=8, caps=False)
    bone = "#f6f1e6"
    skull = [
        ball((0.10, 0.095, 0.05), (0, 0.03, 0), bone, steps=12),
        box(0.10, 0.07, 0.05, bone, bevel=0.02).moved(0, -0.09, 0),
        *(ball(0.028, (s * 0.038, 0.025, 0.04), "#2c2730", steps=8) for s in (1, -1)),
        *(
            tube([(-0.15, -s * 0.10 - 0.05, -0.01), (0.15, s * 0.10 - 0.05, -0.01)], 0.022, bone, steps=8)
            for s in (1, -1)
        ),
    ]
    return join(brim, dome(colour, 0.40, 0.49), trim, join(*skull).turned(0, -20, 0).moved(0, 0.36, 0.715))


def flower_crown(colour: Colour = "#f29ab4") -> Mesh:
    rng = stream("flower crown")
    parts = [torus(0.5, 0.035, "#6f8f4a", 0.1).scaled(1, 1, DEEP)]
    tones = [colour, "#fff3dc", mix(colour, "#ffd0a0", 0.5), "#f7d35e"]
    for k in range(13):
        a = 2 * math.pi * k / 13
        at = (0.50 * math.sin(a), 0.03, 0.50 * DEEP * math.cos(a))
        size = float(rng.uniform(0.11, 0.16)) * (1.1 if math.cos(a) > 0 else 0.9)
        flower = (
            _blossom(tones[k % 4], size)
            .turned(0, 55 + float(rng.uniform(-12, 12)), 0)
            .turned(math.degrees(a))
        )
        parts.append(flower.moved(*at))
        green = leaf(
            [(0, 0, 0), (0, 0.07, 0.03), (0, 0.14, 0.02)],
            (0, 0, 1),
            0.07,
            0.012,
            "#7fa554",
            steps=6,
            across=5,
        )
        parts.append(
            green.turned(0, 40, 60 if k % 2 else -60)
            .turned(math.degrees(a + 0.2))
            .moved(0.51 * math.sin(a + 0.2), 0.02, 0.51 * DEEP * math.cos(a + 0.2))
        )
    return join(*parts)


def _blossom(colour: Colour, size: float) -> Mesh:
    """Five petals round a yellow heart, facing up."""
    heart = "#f2b33d" if float(np.abs(rgb(colour) - rgb("#f7d35e")).max()) > 0.2 else "#b5672c"
    petals = [
        ball((size * 0.46, size * 0.16, size * 0.46), (0, 0, size * 0.5), colour, 0.08, steps=5).turned(
            72 * k
        )
        for k in range(5)
    ]
    return join(
        *petals, ball((size * 0.28, size * 0.22, size * 0.28), (0, size * 0.1, 0), heart, 0.1, steps=5)
    )


def deerstalker(colour: Colour = "#9a7f55") -> Mesh:
    """A detective's, with peaks before and behind, checked."""

    def checked(v: Array, n: Array, c: Array) -> Array:
        grid = (np.sin(v[:, 0] * 24) > 0.75) | (np.sin(v[:, 2] * 24) > 0.75)
        return np.where(grid[:, None], c * F(0.72), c).astype(F)

    both = join(visor(colour, reach=0.30, droop=0.12), visor(colour, reach=0.26, droop=0.12).turned(180))
    knot = [
        ball((0.10, 0.05, 0.06), (s * 0.09, 0.47, 0), shift(colour, 0, 1, 0.7), steps=10) for s in (1, -1)
    ]
    flaps = [
        ball((0.06, 0.24, 0.24), (0, 0, 0), shift(colour, 0, 1, 0.92), steps=14)
        .turned(0, 0, s * 42)
        .moved(s * 0.40, 0.28, 0)
        for s in (1, -1)
    ]
    return join(
        lathe_fine(dome(colour, 0.45, 0.52)).painted(checked),
        lathe_fine(both).painted(checked),
        *knot,
        *flaps,
    )
