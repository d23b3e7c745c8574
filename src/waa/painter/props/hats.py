"""Hats, one wide where the head goes in: the fitting point is the origin, the crown above it, the front at +z.

Shapes only; `wear.py` registers them as things, and the people's clothes put them on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import stream
from waa.painter.shapes import smooth, star
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    box,
    cylinder,
    extrude,
    face_normals,
    grid_faces,
    join,
    lathe,
    make,
    torus,
    tube,
)

GOLD = "#e8b64c"
DEEP = 0.95  # how deep heads are for their width

Hat = Callable[[Colour], Mesh]


def _round(
    profile: Sequence[tuple[float, float]],
    colour: Colour,
    gloss: float = 0.12,
    steps: int = 44,
    crease: float = 60,
) -> Mesh:
    """Turned like a lathe's work, on the oval of a head."""
    return lathe(profile, colour, gloss, steps=steps, crease=crease).scaled(1, 1, DEEP)


def _curve(*points: tuple[float, float]) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in smooth(points, closed=False, steps=4)]


def dome(colour: Colour, height: float = 0.44, radius: float = 0.52, gloss: float = 0.12) -> Mesh:
    t = np.linspace(0, math.pi / 2, 11)
    edge = [(radius * 0.93, -0.03), (radius, -0.02)]
    return _round([*edge, *((radius * math.cos(a) ** 0.85, height * math.sin(a)) for a in t)], colour, gloss)


def visor(colour: Colour, *, reach: float = 0.40, half: float = 62.0, droop: float = 0.12, root: float = 0.47,
          thick: float = 0.026, gloss: float = 0.15) -> Mesh:  # fmt: skip
    """A peak over the forehead."""
    u, v = np.linspace(0, 1, 9)[:, None], np.linspace(-1, 1, 25)[None]
    angle = np.radians(half) * v
    out = root + reach * np.sqrt(np.clip(1 - v**2, 0, 1)) * u
    x, z = out * np.sin(angle), out * np.cos(angle) * DEEP
    y = -droop * (u * np.sqrt(np.clip(1 - v**2, 0, 1))) - 0.22 * x**2 + 0.035
    sheets = [
        np.stack([x, y + s * thick / 2 * np.sqrt(1 - 0.9 * u**4), z + 0 * y], -1).reshape(-1, 3)
        for s in (1, -1)
    ]
    faces = grid_faces(9, 25, wraps=False)
    points = np.concatenate(sheets).astype(F)
    both = np.concatenate([faces, faces[:, ::-1] + 9 * 25]).astype(np.int32)
    return make(points, both, face_normals(points, both), colour, gloss)


def top_hat(colour: Colour = "#2b2a31") -> Mesh:
    brim = _round(
        _curve(
            (0.47, 0.0),
            (0.62, -0.015),
            (0.78, 0.035),
            (0.80, 0.065),
            (0.76, 0.065),
            (0.62, 0.03),
            (0.5, 0.04),
        ),
        colour,
        0.25,
    )
    crown = _round(
        [(0.50, 0.0), (0.495, 0.25), (0.53, 0.66), (0.545, 0.72), (0.525, 0.745), (0, 0.75)],
        colour,
        0.25,
        crease=50,
    )
    ribbon = _round([(0.50, 0.03), (0.512, 0.05), (0.508, 0.19), (0.496, 0.20)], "#a8343c", 0.3)
    return join(brim, crown, ribbon)


def cap(colour: Colour = "#dd4b3e") -> Mesh:
    seams = []
    for k in range(6):
        a = math.pi * (k / 3 + 1 / 6)
        t = np.linspace(0.02, math.pi / 2, 9)
        path = np.stack(
            [
                0.523 * np.cos(t) ** 0.85 * math.sin(a),
                0.443 * np.sin(t),
                0.523 * DEEP * np.cos(t) ** 0.85 * math.cos(a),
            ],
            -1,
        )
        seams.append(tube(path, 0.009, shift(colour, 0, 1, 0.82), 0.1, steps=6))
    return join(
        dome(colour),
        visor(shift(colour, 0, 1.02, 0.9)),
        ball((0.05, 0.03, 0.05), (0, 0.445, 0), shift(colour, 0, 1, 0.85), steps=10),
        *seams,
    )


def peaked_cap(colour: Colour = "#1f2b47") -> Mesh:
    """A police officer's or pilot's: a wide top, a dark band, a glossy peak, a badge."""
    top = _round(
        _curve(
            (0.50, 0.10), (0.60, 0.22), (0.71, 0.33), (0.69, 0.40), (0.50, 0.43), (0.2, 0.44), (0.0, 0.44)
        ),
        colour,
        0.14,
        crease=90,
    )
    band = _round(
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


def beret(colour: Colour = "#b03a3a") -> Mesh:
    clay = Clay(0.08)
    clay.ball((0.07, 0.15, -0.02), (0.64, 0.15, 0.60), colour, roll=-9).ball(
        (0.0, 0.06, 0.0), (0.50, 0.12, 0.47), colour
    )
    return join(
        clay.mesh(34, gloss=0.06),
        _round([(0.47, -0.03), (0.515, -0.02), (0.515, 0.04), (0.48, 0.06)], shift(colour, 0, 1, 0.8)),
        tube([(0.08, 0.28, -0.02), (0.10, 0.36, -0.03)], 0.022, colour, steps=8),
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
    band = _round(
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
    brim = _round(
        _curve((0.47, -0.02), (0.56, -0.035), (0.62, -0.035), (0.62, -0.01), (0.53, 0.03)), colour, 0.45
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
    band = _round([(0.47, -0.03), (0.50, -0.02), (0.495, 0.28), (0.47, 0.30)], colour, 0.06)
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


def cowboy_hat(colour: Colour = "#8a5a38") -> Mesh:
    u, v = np.linspace(0, 1, 8)[:, None], np.linspace(0, 2 * math.pi, 56, endpoint=False)[None]
    out = 0.47 + (0.44 + 0.10 * np.abs(np.cos(v))) * u
    x, z = out * np.sin(v), out * np.cos(v) * 1.02
    y = 0.02 + 0.34 * u**2 * np.sin(v) ** 2 - 0.10 * u**2 * np.cos(v) ** 2
    sheets = [np.stack([x + 0 * y, y + s * 0.016, z + 0 * y], -1).reshape(-1, 3) for s in (1, -1)]
    faces = grid_faces(8, 56, wraps=True)
    points = np.concatenate(sheets).astype(F)
    both = np.concatenate([faces, faces[:, ::-1] + 8 * 56]).astype(np.int32)
    brim = make(points, both, face_normals(points, both), colour, 0.1)
    clay = Clay(0.06)
    clay.ball((0, 0.18, 0), (0.49, 0.34, 0.47), colour).ball((0, 0.02, 0), (0.50, 0.20, 0.47), colour)
    clay.ball((0, 0.60, 0.0), (0.10, 0.20, 0.52), colour, blend=0.12, carves=True)
    for s in (1, -1):
        clay.ball((s * 0.40, 0.52, 0.34), (0.20, 0.20, 0.20), colour, blend=0.12, carves=True)
    band = _round(
        [(0.49, 0.04), (0.520, 0.05), (0.512, 0.13), (0.485, 0.14)], shift(colour, 0.0, 1, 0.55), 0.2
    )
    return join(brim, clay.mesh(32, gloss=0.1), band)


def bamboo_hat(colour: Colour = "#dfc07e") -> Mesh:
    """A wide cone of woven bamboo, as farmers and fishermen wear it."""
    cone = _round(
        _curve((0.86, -0.02), (0.88, -0.005), (0.62, 0.17), (0.30, 0.36), (0.10, 0.46), (0.0, 0.49)),
        colour,
        0.12,
        crease=90,
    )
    under = _round([(0.0, 0.42), (0.30, 0.30), (0.86, -0.025)], shift(colour, 0, 1, 0.7), 0.05)

    def woven(v: Array, n: Array, c: Array) -> Array:
        angle, far = np.arctan2(v[:, 0], v[:, 2]), np.hypot(v[:, 0], v[:, 2])
        weave = np.sin(angle * 22 + far * 26) * np.sin(angle * 22 - far * 26)
        return (c * (1 + F(0.10) * weave.astype(F))[:, None]).astype(F)

    return join(
        lathe_fine(cone).painted(woven),
        under,
        torus(0.865, 0.02, shift(colour, 0, 1, 0.78)).scaled(1, 1, DEEP).moved(0, -0.01, 0),
    )


def lathe_fine(mesh: Mesh) -> Mesh:
    """A lathe's work has few vertices along its length: enough for its shape, too few for a pattern."""
    return painted_finely(
        mesh, lambda v, n, c: (v * F(40) % 1).astype(F), levels=1, contrast=0.0, most=3500
    ).painted(mesh.colours[0])


def straw_hat(colour: Colour = "#ecd08d") -> Mesh:
    brim = _round(
        _curve(
            (0.47, 0.0), (0.66, 0.01), (0.86, -0.04), (0.93, -0.02), (0.90, 0.015), (0.66, 0.04), (0.48, 0.04)
        ),
        colour,
    )
    crown_ = _round(
        _curve((0.49, 0.0), (0.50, 0.18), (0.44, 0.36), (0.28, 0.42), (0, 0.42)), colour, crease=90
    )
    return join(
        brim, crown_, _round([(0.495, 0.03), (0.512, 0.04), (0.508, 0.14), (0.495, 0.15)], "#c2473f", 0.2)
    )


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


HATS: dict[str, Hat] = {
    "top_hat": top_hat, "cap": cap, "peaked_cap": peaked_cap, "beret": beret, "santa_hat": santa_hat, "wizard_hat": pointed_hat, "crown": crown,
    "hard_hat": hard_hat, "fire_helmet": fire_helmet, "scooter_helmet": scooter_helmet, "toque": toque, "cowboy_hat": cowboy_hat,
    "bamboo_hat": bamboo_hat, "straw_hat": straw_hat, "tricorn": tricorn, "flower_crown": flower_crown, "head_scarf": head_scarf,
    "deerstalker": deerstalker, "nurse_cap": nurse_cap, "mortarboard": mortarboard,
    "witch_hat": lambda colour: pointed_hat(colour, stars=False),
    "tiara": lambda colour: crown(colour, small=True),
}  # fmt: skip
