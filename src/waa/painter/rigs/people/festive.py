"""For dance, feasts and temples."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, mix
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.limbs import bare_arms, bare_legs
from waa.painter.rigs.people.sewing import (
    armholes,
    edge,
    in_chest,
    patch,
    seam,
)
from waa.painter.rigs.people.tailor import crew_neck, cuffs, skirt, top
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, join, tube


@piece("dance_dress")
def dance_dress(fig: Figure, colour: Array) -> Mesh:
    """Sleeveless with wide straps, a ruffled skirt in two tiers, something that glitters."""
    light = mix(colour, "#ffffff", 0.22)
    g = fig.wear(0.024)
    clay = fig.trunk(g, colour)
    body = fig.modelled(clay, gloss=0.28)

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        neck = edge(0.215 - np.hypot(p[:, 0], (p[:, 1] + 0.03) * 0.9))
        return over(c, fig.face.skin, np.maximum(neck, armholes(fig, v, 1.45)))

    lower = skirt(fig, colour, length=0.64, flare=0.30, fold=0.08, start=0.26, folds=9, gloss=0.28)
    upper = (
        skirt(fig, light, length=0.36, flare=0.24, fold=0.09, start=0.26, grow=0.05, folds=8, gloss=0.28)
        if not fig.pose.lap
        else None
    )
    belt = fig.band(clay, fig.bones.waist, -0.06, 0.06, 0.018, "#e3b04b", 0.5).finished(metal=0.4)
    return join(
        painted_finely(body, paint, most=fig.detail(6000)),
        lower,
        upper,
        belt,
        bare_arms(fig, fig.face.skin),
        bare_legs(fig, fig.face.skin, 0.3),
    )


@piece("santa_coat")
def santa_coat(fig: Figure, colour: Array) -> Mesh:
    """Red, belted, trimmed with fur."""
    fur = "#fbf8f3"
    body = top(fig, colour, grow=0.085, flare=0.01, tucked=True)
    clay = fig.trunk(fig.grown)
    belly = ball((0.30, 0.30, 0.22), (0, 0, 0), colour, 0.08).moved(
        *(float(v) for v in fig.bones.waist.point(0, -0.06, 0.14))
    )
    lower = skirt(fig, colour, length=0.28, flare=0.10, fold=0.0, start=0.26, grow=0.09)
    hem = (
        skirt(fig, fur, length=0.33, flare=0.13, fold=0.0, start=-0.22 * fig.build.stride, grow=0.10)
        if not fig.pose.lap
        else None
    )
    front = seam(fig, clay, [(0, -0.12), (0, -0.25), (0, -0.40), (0, -0.50)], fur, 0.050)
    return join(body, belly, lower, hem, front, cuffs(fig, fur, grow=0.10, share=0.94, height=0.12))


@piece("kasaya")
def kasaya(fig: Figure, colour: Array) -> Mesh:
    """A monk's cloth over the left shoulder, a ring at the heart."""
    clay = fig.trunk(fig.grown)
    edge = [(0.24, -0.04), (0.15, -0.22), (0.0, -0.42), (-0.16, -0.60), (-0.27, -0.72)]
    shape = np.array(
        [*edge, (-0.26, -0.86), (0.0, -0.90), (0.27, -0.86), (0.30, -0.55), (0.33, -0.25), (0.31, -0.08)]
    )
    cloth = patch(fig, clay, shape, colour, 0.030)
    trim = seam(fig, clay, edge, mix(colour, "#ffcf7a", 0.6), 0.022)
    ring = patch(
        fig,
        clay,
        [(0.10 + 0.06 * math.cos(a), -0.30 + 0.06 * math.sin(a)) for a in np.linspace(0, 6.28, 16)[:-1]],
        "#e3b04b",
        0.055,
        gloss=0.5,
    )
    heart = patch(
        fig,
        clay,
        [(0.10 + 0.034 * math.cos(a), -0.30 + 0.034 * math.sin(a)) for a in np.linspace(0, 6.28, 12)[:-1]],
        colour,
        0.062,
    )
    return join(cloth, trim, ring, heart)


@piece("shell_bow")
def shell_bow(fig: Figure, colour: Array) -> Mesh:
    """A star and shells in the hair."""
    parts = []
    for x, y, z, size, tone in (
        (0.30, 0.38, 0.26, 0.13, colour),
        (0.40, 0.26, 0.20, 0.09, mix(colour, "#fff3dc", 0.6)),
        (0.20, 0.47, 0.25, 0.08, mix(colour, "#ffffff", 0.5)),
    ):
        for k in range(5):
            a = math.radians(72 * k)
            end = np.array([x + size * math.sin(a), y + size * math.cos(a) * 0.9, z + 0.02])
            parts.append(
                tube(
                    [(x, y, z + 0.03), tuple((np.array([x, y, z + 0.03]) + end) / 2), tuple(end)],
                    [size * 0.34, size * 0.28, size * 0.12],
                    tone,
                    0.25,
                    steps=8,
                )
            )
    return fig.bones.head.place(join(*parts))


@piece("petal_dress")
def petal_dress(fig: Figure, colour: Array) -> Mesh:
    """A fairy's: a skirt of petals and leaves."""
    body = join(
        top(fig, colour, grow=0.024, sleeve=0.22, flare=0.03, tucked=True),
        bare_arms(fig, fig.face.skin, 0.1),
        bare_legs(fig, fig.face.skin, 0.1),
    )
    frame, petals = fig.bones.pelvis, []
    drop = -0.10 if fig.pose.lap else -0.46
    for row, (count, long, tone) in enumerate(((11, 1.0, colour), (9, 0.72, mix(colour, "#f7b9d0", 0.75)))):
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * row) / count
            out, x, z = 0.24 + 0.02 * row, math.sin(a), math.cos(a)
            root = np.array([x * fig.build.hips[0] * 0.95, 0.24, z * fig.build.hips[1] * 0.95])
            tip = root + np.array([x * out * 1.5, (drop - 0.10) * long, z * out * 1.5])
            middle = (root + tip) / 2 + np.array([x * 0.07, 0.03, z * 0.07])
            petals.append(
                leaf(
                    [root, middle, tip],
                    (x, 0.4, z),
                    0.27,
                    0.02,
                    tone,
                    outline=(0.5, 0.75, 0.95, 1, 0.95, 0.7, 0.2),
                    steps=9,
                    across=7,
                )
            )
    belt = fig.band(fig.trunk(fig.grown), fig.bones.waist, -0.06, 0.05, 0.014, "#f7d35e")
    collar = [
        leaf(
            [(0, -0.07, 0.20), (0, -0.11, 0.26), (0, -0.22, 0.275)],
            (0, 0.2, 1),
            0.16,
            0.02,
            mix(colour, "#f7b9d0", 0.75),
            steps=8,
            across=7,
        ).turned(a)
        for a in (-70, -35, 0, 35, 70)
    ]
    return join(body, frame.place(join(*petals)), belt, fig.bones.chest.place(join(*collar)))


@piece("white_robe")
def white_robe(fig: Figure, colour: Array) -> Mesh:
    """An angel's: wide sleeves, a gold cord."""
    body = top(fig, colour, grow=0.035, sleeve=0.80, flare=0.10, tucked=True)
    gold = "#e8bf5a"
    lower = skirt(fig, colour, length=0.92, flare=0.20, fold=0.05, start=0.34, grow=0.04, folds=11)
    belt = fig.band(fig.trunk(fig.grown), fig.bones.waist, -0.04, 0.045, 0.020, gold, 0.4)
    return join(
        body,
        lower,
        belt,
        cuffs(fig, gold, grow=0.035, share=0.80, flare=0.10, height=0.03),
        crew_neck(fig, gold),
        bare_arms(fig, fig.face.skin, 0.5),
    )
