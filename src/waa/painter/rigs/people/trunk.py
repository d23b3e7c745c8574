"""On the trunk: belts, aprons, badges, capes, backpacks, wings."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, mix, shift
from waa.painter.props import hats, wear
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.sewing import edge, in_chest, patch, seam
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.rigs.people.tailor import skirt
from waa.painter.shapes import ellipse, star
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, ball, box, join, tube

GOLD = hats.GOLD


@piece("belt")
def belt(fig: Figure, colour: Array) -> Mesh:
    """With a buckle, between shirt and trousers."""
    clay = fig.trunk(max(fig.grown, 0.035))
    frame = fig.bones.pelvis
    ring = fig.girth(clay, frame, 0.06)
    buckle = join(
        box(0.12, 0.085, 0.03, GOLD, 0.5, bevel=0.012), box(0.06, 0.04, 0.04, colour, 0.2).moved(0, 0.022, 0)
    ).finished(metal=0.35)
    return join(
        fig.band(clay, frame, 0.05, 0.085, 0.016, colour, 0.25),
        frame.place(buckle.moved(0, 0.01, ring.at[2] + ring.deep + 0.018)),
    )


@piece("wide_belt")
def wide_belt(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(max(fig.grown, 0.04))
    frame = fig.bones.waist
    ring = fig.girth(clay, frame, -0.06)
    buckle = join(
        box(0.20, 0.15, 0.035, GOLD, 0.5, bevel=0.02), box(0.11, 0.075, 0.05, colour, 0.2).moved(0, 0.037, 0)
    ).finished(metal=0.35)
    return join(
        fig.band(clay, frame, -0.06, 0.12, 0.024, colour, 0.25),
        frame.place(buckle.moved(0, -0.135, ring.at[2] + ring.deep + 0.024)),
    )


@piece("sash")
def sash(fig: Figure, colour: Array) -> Mesh:
    """Tied round the waist, its ends hanging."""
    clay = fig.trunk(max(fig.grown, 0.04))
    frame = fig.bones.waist
    ring = fig.girth(clay, frame, -0.06)
    z = ring.at[2] + ring.deep + 0.03
    ends = [
        leaf(
            [(0.10, -0.06, z), (0.13 + 0.05 * k, -0.26, z + 0.05), (0.15 + 0.07 * k, -0.48, z + 0.03)],
            (0, 0, 1),
            0.10,
            0.03,
            colour,
            outline=(0.6, 0.9, 1, 1, 1, 1, 0.9),
            steps=8,
            across=7,
        )
        for k in (0, 1)
    ]
    return join(
        fig.band(clay, frame, -0.06, 0.12, 0.022, colour),
        frame.place(
            join(
                ball((0.07, 0.06, 0.05), (0.10, -0.06, z), colour, steps=10), *([] if fig.pose.lap else ends)
            )
        ),
    )


@piece("apron")
def apron(fig: Figure, colour: Array) -> Mesh:
    """Over the lap, tied at the waist."""
    clay = fig.trunk(fig.grown + 0.015)
    cloth = (
        skirt(
            fig, colour, length=0.42, flare=0.06, fold=0.015, start=0.26, grow=fig.grown + 0.03, arc=(-78, 78)
        )
        if not fig.pose.lap
        else None
    )
    return join(cloth, fig.band(clay, fig.bones.waist, -0.08, 0.06, 0.016, shift(colour, 0, 1, 0.93)))


@piece("bib_apron")
def bib_apron(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown + 0.015)
    bib = patch(fig, clay, [(-0.15, -0.26), (0.15, -0.26), (0.24, -0.70), (-0.24, -0.70)], colour, 0.02)
    straps = [
        seam(
            fig,
            clay,
            [(s * 0.145, -0.27), (s * 0.17, -0.14), (s * 0.175, -0.04)],
            shift(colour, 0, 1, 0.92),
            0.020,
        )
        for s in SIDES
    ]
    return join(apron(fig, colour), bib, *straps)


@piece("hi_vis")
def hi_vis(fig: Figure, colour: Array) -> Mesh:
    """A safety vest with silver stripes."""
    g = fig.wear(fig.grown + 0.028)
    clay = fig.trunk(g, colour)
    body = fig.cut(fig.modelled(clay, gloss=0.12), fig.bones.pelvis, -0.06)
    shoulders = [a.shoulder for a in fig.bones.arms.values()]
    off = np.min([np.linalg.norm(body.vertices - s, axis=1) for s in shoulders], axis=0)
    body = body.kept((off > fig.build.arm * 1.0)[body.faces].all(1))

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        level = np.maximum(edge(0.045 - np.abs(p[:, 1] + 0.60)), edge(0.045 - np.abs(p[:, 1] + 0.80)))
        brace = edge(0.042 - np.abs(np.abs(p[:, 0]) - 0.17)) * (p[:, 1] > -0.60)
        return over(c, "#f1f3f2", np.maximum(level, brace))

    zip_ = seam(fig, clay, [(0, -0.12 - 0.1 * k) for k in range(9)], shift(colour, 0, 1, 0.6), 0.012)
    return join(
        painted_finely(body, paint, most=fig.detail(7000)),
        zip_,
        fig.band(clay, fig.bones.pelvis, -0.06, 0.035, 0.012, shift(colour, 0, 1, 0.9)),
    )


@piece("badge")
def badge(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown)
    outline = star(0, 0, 0.062, 0.030, 6)[:, :2] * (1, -1) + (0.165, -0.30)
    return patch(fig, clay, outline, colour, 0.024, gloss=0.5).finished(metal=0.4)


@piece("name_tag")
def name_tag(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown)
    return join(
        patch(fig, clay, [(-0.23, -0.30), (-0.11, -0.30), (-0.11, -0.38), (-0.23, -0.38)], colour, 0.02),
        patch(fig, clay, [(-0.21, -0.33), (-0.13, -0.33), (-0.13, -0.35), (-0.21, -0.35)], "#3a5fa8", 0.026),
    )


@piece("epaulettes")
def epaulettes(fig: Figure, colour: Array) -> Mesh:
    parts = []
    for s in SIDES:
        board = box(0.17, 0.03, 0.10, colour, 0.3, bevel=0.004)
        bars = [
            box(0.022, 0.036, 0.10, GOLD, 0.4, bevel=0.002).moved(0.03 + 0.04 * k - 0.04, 0, 0)
            for k in range(3)
        ]
        parts.append(
            fig.bones.chest.place(
                join(board, *bars)
                .turned(0, 0, -s * 18)
                .moved(s * (fig.build.shoulder - 0.05), -0.055 + fig.grown, 0)
            )
        )
    return join(*parts)


@piece("emblem")
def emblem(fig: Figure, colour: Array) -> Mesh:
    """A hero's star in a shield."""
    clay = fig.trunk(fig.grown)
    shield = [(-0.17, -0.24), (0, -0.20), (0.17, -0.24), (0.15, -0.40), (0, -0.52), (-0.15, -0.40)]
    inner = star(0, 0, 0.098, 0.045)[:, :2] * (1, -1) + (0, -0.345)
    return join(
        patch(fig, clay, shield, colour, 0.022, gloss=0.3),
        patch(fig, clay, inner, "#d9413d", 0.032, gloss=0.3),
    )


@piece("boutonniere")
def boutonniere(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown)
    petals = [
        patch(
            fig,
            clay,
            ellipse(0.185 + 0.032 * math.cos(a), -0.26 + 0.032 * math.sin(a), 0.034, steps=10),
            colour,
            0.03,
        )
        for a in np.linspace(0, 6.28, 6)[:-1]
    ]
    return join(
        *petals,
        patch(fig, clay, ellipse(0.185, -0.26, 0.024, steps=10), "#f3c64f", 0.045),
        patch(fig, clay, ellipse(0.20, -0.335, 0.018, 0.05, steps=10), "#6c9a4c", 0.022),
    )


@piece("cape")
def cape(fig: Figure, colour: Array) -> Mesh:
    """From the shoulders down the back, blown out a little."""
    frame = fig.bones.chest
    low = -0.95 * (fig.build.torso + (0.5 if fig.pose.lap else 0.62 * fig.build.legs))
    blow = 0.34 if fig.pose.lift or fig.pose.whole != (0, 0, 0) else 0.16
    rings = [
        Ring(
            at=(0, low * t - 0.02, -0.06 - blow * t * t),
            wide=0.30 + 0.30 * t**0.7,
            deep=0.25 + 0.20 * t,
            fold=0.02 + 0.06 * t,
        )
        for t in np.linspace(1, 0, 6)
    ]
    cloth = loft(rings, colour, folds=9, arc=(84, 276), around=38, between=3, gloss=0.12)
    knots = [
        ball((0.055, 0.055, 0.05), (s * 0.20, -0.07, 0.17), GOLD, 0.5, steps=10).finished(metal=0.5)
        for s in SIDES
    ]
    cord = tube([(0.20, -0.08, 0.18), (0, -0.13, 0.265), (-0.20, -0.08, 0.18)], 0.022, GOLD, 0.4, steps=8)
    return frame.place(join(cloth, *knots, cord))


@piece("fur_collar")
def fur_collar(fig: Figure, colour: Array) -> Mesh:
    clay = Clay(0.03)
    for k in range(20):
        a = 2 * math.pi * k / 20
        clay.ball(
            (0.27 * math.sin(a), -0.10 - 0.035 * math.cos(a), 0.235 * math.cos(a)),
            (0.088, 0.075, 0.08),
            colour,
        )
    spots = [
        ball(0.020, (0.31 * math.sin(a), -0.09 - 0.035 * math.cos(a), 0.29 * math.cos(a)), "#2b2a31", steps=7)
        for a in np.linspace(-1.4, 1.4, 7)
    ]
    return fig.bones.chest.place(join(clay.mesh(30, gloss=0.05), *spots))


@piece("backpack")
def backpack(fig: Figure, colour: Array) -> Mesh:
    size = 0.66
    clay = fig.trunk(fig.grown)
    pack = (
        wear.rucksack(colour)
        .scaled(size)
        .turned(180)
        .moved(0, -0.42 * fig.build.torso, -fig.build.chest[1] - fig.grown - 0.01)
    )
    straps = [
        seam(
            fig,
            clay,
            [(s * 0.20, -0.06), (s * 0.215, -0.22), (s * 0.235, -0.42), (s * 0.26, -0.55)],
            shift(colour, 0, 1, 0.75),
            0.034,
        )
        for s in SIDES
    ]
    return join(fig.bones.chest.place(pack), *straps)


@piece("wings")
def wings(fig: Figure, colour: Array) -> Mesh:
    """An angel's: three rows of feathers."""
    parts = []
    for s in SIDES:
        for row, (count, long, wide) in enumerate(((8, 0.84, 0.21), (7, 0.56, 0.19), (6, 0.34, 0.17))):
            for k in range(count):
                t = k / (count - 1)
                root = np.array([s * (0.10 + 0.66 * t), -0.24 + 0.62 * t**0.7, -0.33 + 0.03 * row])
                way = np.array([s * (0.20 + 0.95 * t), -1.0 + 1.15 * t, -0.05])
                way /= np.linalg.norm(way)
                size = long * (0.75 + 0.35 * t)
                tone = mix(colour, "#c9d6f0", 0.10 * (2 - row))
                parts.append(
                    leaf(
                        [root, root + way * size * 0.5, root + way * size],
                        (0, 0, 1),
                        wide,
                        0.035,
                        tone,
                        outline=(0.4, 0.7, 0.92, 1, 0.95, 0.7, 0.3),
                        steps=7,
                        across=6,
                    )
                )
        parts.append(
            tube(
                [(s * 0.08, -0.28, -0.27), (s * 0.38, 0.14, -0.28), (s * 0.78, 0.38, -0.30)],
                [0.06, 0.085, 0.05],
                colour,
                0.1,
                steps=10,
            )
        )
    return fig.bones.chest.place(join(*parts))


@piece("fairy_wings")
def fairy_wings(fig: Figure, colour: Array) -> Mesh | None:
    """Like a dragonfly's."""
    parts = []
    for s in SIDES:
        for up, out, long, wide in ((0.55, 0.80, 0.92, 0.46), (-0.35, 0.85, 0.64, 0.36)):
            way = np.array([s * out, up, -0.22])
            way /= np.linalg.norm(way)
            root = np.array([s * 0.05, -0.30, -0.28])
            path = [root, root + way * long * 0.5, root + way * long]
            blade = leaf(
                path,
                (0, 0.1, 1),
                wide,
                0.02,
                colour,
                outline=(0.15, 0.5, 0.85, 1, 1, 0.8, 0.25),
                inside=mix(colour, "#ffffff", 0.7),
                border=0.22,
                gloss=0.5,
                steps=12,
                across=11,
            )
            parts.append(blade.finished(glow=0.35))
            for bend in (-0.30, 0.0, 0.30):
                across = np.cross(way, (0, 0, 1)) * bend * wide
                vein = [root, root + way * long * 0.5 + across, root + way * long * 0.86 + across * 0.8]
                parts.append(
                    tube(
                        np.array(vein) + (0, 0, 0.016),
                        [0.012, 0.010, 0.004],
                        mix(colour, "#7fb6d9", 0.6),
                        0.3,
                        steps=6,
                    )
                )
    return fig.bones.chest.place(join(*parts))
