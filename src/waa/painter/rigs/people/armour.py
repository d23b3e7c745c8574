"""Armour of East and West."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, F, shift
from waa.painter.props.hats import GOLD
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.limbs import _upper
from waa.painter.rigs.people.sewing import edge, in_chest, patch
from waa.painter.rigs.people.skeleton import SIDES, Frame
from waa.painter.rigs.people.tailor import skirt, top, trousers
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, tube

# -- armour ------------------------------------------------------------------------------------------------------


@piece("armour")
def armour(fig: Figure, colour: Array) -> Mesh:
    """Plates over mail, a surcoat with a crest."""
    mail, steel = "#8b94a3", colour
    arms = join(top(fig, mail, grow=0.035, tucked=True), trousers(fig, mail, grow=0.02))
    g = fig.wear(0.075)
    clay = fig.trunk(g, steel)
    plate = fig.modelled(clay, gloss=0.6)
    shoulders = [a.shoulder for a in fig.bones.arms.values()]
    off = np.min([np.linalg.norm(plate.vertices - s, axis=1) for s in shoulders], axis=0)
    plate = fig.cut(
        plate.kept((off > fig.build.arm * 1.15)[plate.faces].all(1)), fig.bones.pelvis, 0.10
    ).finished(metal=0.6)
    pads = []
    for s in SIDES:
        for k in range(3):
            cup = lathe(
                [
                    (0.20 - 0.02 * k, -0.10),
                    (0.205 - 0.02 * k, -0.08),
                    (0.17 - 0.02 * k, 0.02),
                    (0.08, 0.085),
                    (0, 0.10),
                ],
                steel,
                0.6,
                steps=18,
            ).finished(metal=0.6)
            pads.append(fig.arm_at(s, 0.06 + 0.10 * k).place(cup))
        cop = ball((0.125, 0.10, 0.125), (0, 0, 0), steel, 0.6, steps=9).finished(metal=0.6)
        pads += [
            Frame(fig.bones.arms[s].elbow, np.eye(3, dtype=F)).place(cop),
            Frame(fig.bones.legs[s].knee, np.eye(3, dtype=F)).place(cop.scaled(1.3)),
        ]
        pads.append(
            fig.arm_at(s, 0.94).place(
                lathe(
                    [(0.085, -0.02), (0.12, -0.02), (0.15, 0.16), (0.14, 0.17)], steel, 0.6, steps=16
                ).finished(metal=0.6)
            )
        )
        pads.append(
            fig.leg_at(s, 0.93).place(
                lathe(
                    [(0.12, -0.04), (0.145, 0.02), (0.165, 0.26), (0.15, 0.28)], steel, 0.6, steps=16
                ).finished(metal=0.6)
            )
        )
    coat = skirt(
        fig, "#c2413c", length=0.40, flare=0.10, fold=0.03, start=0.28, grow=fig.grown, arc=(-150, 150)
    )
    tabard = patch(fig, clay, [(-0.19, -0.16), (0.19, -0.16), (0.21, -0.70), (-0.21, -0.70)], "#c2413c", 0.02)
    crest = patch(
        fig,
        clay,
        [(-0.07, -0.28), (0, -0.24), (0.07, -0.28), (0.06, -0.38), (0, -0.46), (-0.06, -0.38)],
        "#f0cf6a",
        0.034,
    )
    return join(
        arms,
        plate,
        *pads,
        coat,
        tabard,
        crest,
        fig.band(clay, fig.bones.waist, -0.08, 0.08, 0.02, "#5b3a28", 0.2),
        _boots(fig, steel),
    )


def _boots(fig: Figure, colour: Array) -> Mesh:
    size = fig.build.foot
    return join(
        *(
            fig.bones.legs[s].foot.place(
                _upper(0.0, 1.04).painted(colour).finished(metal=0.6, gloss=0.6).scaled(s * size, size, size)
            )
            for s in SIDES
        )
    )


@piece("hood:helm")
def helm(fig: Figure, colour: Array) -> Mesh:
    """A knight's helmet, its visor up, a plume."""
    shell = Clay(0.05)
    shell.ball((0, 0.09, -0.04), (0.530, 0.500, 0.530), colour).ball(
        (0, -0.24, -0.04), (0.50, 0.34, 0.47), colour, blend=0.10
    )
    shell.ball((0, -0.15, 0.62), (0.365, 0.34, 0.44), colour, blend=0.03, carves=True)
    body = fig.modelled(shell, gloss=0.6).finished(metal=0.6)
    visor = ball((0.555, 0.50, 0.575), (0, 0.08, -0.03), colour, 0.6, steps=30)
    mid = visor.vertices[visor.faces].mean(1)
    visor = visor.kept((mid[:, 2] > 0.10) & (mid[:, 1] > 0.22) & (mid[:, 1] < 0.47)).finished(metal=0.6)
    slits = [
        tube([(x, 0.335, 0.50), (x * 1.1, 0.42, 0.44)], 0.012, "#3a3f4a", steps=6)
        for x in np.linspace(-0.2, 0.2, 5)
    ]
    rivets = [ball(0.05, (s * 0.53, 0.12, -0.02), GOLD, 0.5, steps=10).finished(metal=0.5) for s in SIDES]
    plume = Clay(0.06)
    for k in range(6):
        t = k / 5
        plume.ball(
            (0, 0.64 + 0.14 * math.sin(t * 2.6), 0.10 - 0.62 * t), (0.085, 0.14 - 0.04 * t, 0.14), "#d23c3a"
        )
    return fig.bones.head.place(join(body, visor, *slits, *rivets, plume.mesh(22, gloss=0.05)))


@piece("samurai_armour")
def samurai_armour(fig: Figure, colour: Array) -> Mesh:
    """A laced cuirass, shoulder boards and skirt plates over a kimono."""
    gold, cord = "#d9a441", "#f2e3c2"
    g = fig.wear(fig.grown + 0.035)
    clay = fig.trunk(g, colour)
    plate = fig.modelled(clay, gloss=0.3)
    shoulders = [a.shoulder for a in fig.bones.arms.values()]
    off = np.min([np.linalg.norm(plate.vertices - s, axis=1) for s in shoulders], axis=0)
    plate = fig.cut(plate.kept((off > fig.build.arm * 1.5)[plate.faces].all(1)), fig.bones.pelvis, 0.06)

    def paint(v: Array, n: Array, c: Array) -> Array:
        y = in_chest(fig, v)[:, 1]
        return over(c, cord, edge(0.018 - np.abs((y % 0.17) - 0.03)) * edge(-0.14 - y))

    parts = [painted_finely(plate, paint, most=fig.detail(8000))]
    for s in SIDES:
        board = join(
            *(
                box(
                    0.30, 0.105, 0.045, colour if k % 2 == 0 else shift(colour, 0, 1, 0.85), 0.35, bevel=0.005
                ).moved(0, -0.115 * (k + 1), 0.012 * k)
                for k in range(3)
            ),
            box(0.31, 0.04, 0.055, gold, 0.5, bevel=0.005).moved(0, 0, 0),
        )
        shoulder = fig.arm_at(s, 0.02)
        parts.append(
            Frame(
                shoulder.at + fig.bones.chest.turn @ np.array([s * 0.15, 0.06, 0.0], F), fig.bones.chest.turn
            ).place(board.turned(s * 78).turned(0, 0, s * 14))
        )
    if not fig.pose.lap:
        for a in (-64, -22, 22, 64, 140, -140):
            flap = join(
                *(
                    box(
                        0.25,
                        0.115,
                        0.035,
                        colour if k % 2 == 0 else shift(colour, 0, 1, 0.85),
                        0.35,
                        bevel=0.005,
                    ).moved(0, -0.125 * (k + 1), 0.014 * k)
                    for k in range(3)
                )
            )
            x, z = math.sin(math.radians(a)), math.cos(math.radians(a))
            parts.append(
                fig.bones.pelvis.place(
                    flap.turned(0, -10, 0)
                    .turned(a)
                    .moved(x * (fig.build.hips[0] + 0.11), 0.10, z * (fig.build.hips[1] + 0.11))
                )
            )
    return join(*parts, fig.band(clay, fig.bones.waist, -0.10, 0.09, 0.022, gold, 0.3))


@piece("hood:kabuto")
def kabuto(fig: Figure, colour: Array) -> Mesh:
    """A samurai's helmet with golden horns."""
    bowl = lathe(
        [(0.54, -0.04), (0.545, -0.02), (0.52, 0.16), (0.42, 0.33), (0.24, 0.44), (0.05, 0.47), (0, 0.47)],
        colour,
        0.4,
        steps=44,
        crease=90,
    )
    bowl = bowl.painted(
        lambda v, n, c: (
            c * (1 - F(0.28) * (np.cos(np.arctan2(v[:, 0], v[:, 2]) * 16) > 0.82))[:, None]
        ).astype(F)
    )
    guard = [
        loft(
            [
                Ring(at=(0, -0.22 - 0.12 * k, -0.05 - 0.02 * k), wide=0.62 + 0.04 * k, deep=0.62 + 0.04 * k),
                Ring(at=(0, -0.05 - 0.12 * k, -0.02), wide=0.545 + 0.05 * k, deep=0.545 + 0.05 * k),
            ],
            colour if k % 2 == 0 else "#f2e3c2",
            arc=(62, 298),
            gloss=0.3,
        )
        for k in range(2)
    ]
    horns = [
        tube(
            [(s * 0.06, 0.10, 0.54), (s * 0.20, 0.28, 0.60), (s * 0.32, 0.58, 0.56), (s * 0.30, 0.78, 0.50)],
            [0.045, 0.05, 0.035, 0.012],
            GOLD,
            0.5,
            steps=10,
        ).finished(metal=0.7)
        for s in SIDES
    ]
    crest = (
        cylinder(0.095, 0.03, GOLD, 0.5, steps=24).turned(0, 90, 0).moved(0, 0.08, 0.545).finished(metal=0.7)
    )
    peak = loft(
        [Ring(at=(0, -0.08, 0.02), wide=0.60, deep=0.66), Ring(at=(0, -0.02, 0.0), wide=0.535, deep=0.54)],
        shift(colour, 0, 1, 0.8),
        arc=(-64, 64),
        gloss=0.3,
    )
    return Frame(fig.bones.head.point(0, 0.20, -0.04), fig.bones.head.turn).place(
        join(bowl, *guard, *horns, crest, peak)
    )
