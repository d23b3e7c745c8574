"""Whole costumes that replace a body: space suit, armour, a mermaid's tail, a ballerina's tutu."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from waa.painter.colour import Array, F, mix, shift
from waa.painter.noise import smoothstep
from waa.painter.props.hats import GOLD
from waa.painter.rigs.people.clothes import edge, in_chest, patch, seam, stand_collar
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.limbs import _upper, bare_arms, bare_legs
from waa.painter.rigs.people.skeleton import SIDES, Frame
from waa.painter.rigs.people.tailor import cuffs, skirt, top, trousers
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, torus, tube

# -- astronaut ---------------------------------------------------------------------------------------------------


@piece("space_suit")
def space_suit(fig: Figure, colour: Array) -> Mesh:
    """Padded, with a panel on the chest, a pack on the back and orange rings."""
    grey, accent = "#c5cbd6", "#ee7b33"
    body = top(fig, colour, grow=0.10, sleeve=0.92, flare=0.015, tucked=True)
    lower = trousers(fig, colour, grow=0.085, share=0.90, flare=0.01, turn_up=grey)
    clay = fig.trunk(fig.grown)
    belt = fig.band(clay, fig.bones.pelvis, 0.06, 0.09, 0.020, grey)
    panel = patch(
        fig, clay, [(-0.20, -0.32), (0.20, -0.32), (0.20, -0.58), (-0.20, -0.58)], "#dfe4ec", 0.07, gloss=0.3
    )
    lights = [
        patch(
            fig,
            clay,
            [(x - 0.028, y + 0.028), (x + 0.028, y + 0.028), (x + 0.028, y - 0.028), (x - 0.028, y - 0.028)],
            tone,
            0.10,
            gloss=0.6,
        ).finished(glow=0.3)
        for x, y, tone in ((-0.12, -0.39, "#e2453c"), (-0.04, -0.39, "#3f8fe0"), (0.04, -0.39, "#4fc06a"))
    ]
    screen = patch(
        fig, clay, [(0.085, -0.36), (0.17, -0.36), (0.17, -0.46), (0.085, -0.46)], "#2b4468", 0.09, gloss=0.6
    )
    knob = patch(fig, clay, [(-0.15, -0.48), (0.05, -0.48), (0.05, -0.52), (-0.15, -0.52)], "#8d97a8", 0.09)
    rings = [
        cuffs(fig, accent, grow=0.10, share=0.92, height=0.07),
        *(_limb_ring(fig, s, 0.34, 0.105, accent) for s in SIDES),
    ]
    back = fig.bones.chest.place(
        box(0.62, 0.74, 0.26, "#e9edf3", 0.3, bevel=0.08).moved(
            0, -0.86, -fig.build.chest[1] - fig.grown - 0.08
        )
    )
    hoses = [
        fig.bones.chest.place(
            tube(
                [
                    (s * 0.22, -0.30, -0.40),
                    (s * 0.34, -0.16, -0.20),
                    (s * 0.30, -0.22, 0.16),
                    (s * 0.20, -0.36, 0.34),
                ],
                0.035,
                grey,
                0.2,
                steps=10,
            )
        )
        for s in SIDES
    ]
    neck_ring = fig.bones.chest.place(
        torus(0.33, 0.06, grey, 0.4, steps=40).turned(0, 4, 0).moved(0, 0.0, 0.0)
    )
    return join(
        body,
        lower,
        belt,
        panel,
        screen,
        knob,
        *lights,
        *rings,
        back,
        *hoses,
        neck_ring,
        _moon_boots(fig, colour),
    )


def _limb_ring(fig: Figure, side: int, share: float, grow: float, colour: str) -> Mesh:
    r = fig.build.arm + grow
    return fig.arm_at(side, share).place(
        lathe([(r * 0.9, 0), (r + 0.004, 0.006), (r + 0.004, 0.05), (r * 0.9, 0.056)], colour, 0.2, steps=24)
    )


def _moon_boots(fig: Figure, colour: Array) -> Mesh:
    size = fig.build.foot * 1.18
    boot = join(
        _upper(0.06, 1.06).painted(colour), _upper(0.06, 1.06).painted("#8d97a8").scaled(1.05, 0.35, 1.03)
    )
    return join(*(fig.bones.legs[s].foot.place(boot.scaled(s * size, size * 0.95, size)) for s in SIDES))


@piece("space_helmet")
def space_helmet(fig: Figure, colour: Array) -> Mesh:
    """A white shell round a clear visor, so that the face is seen."""
    frame = Frame(fig.bones.head.point(0, 0.015, -0.01), fig.bones.head.turn)
    shell = ball((0.635, 0.640, 0.620), (0, 0, -0.03), colour, 0.35, steps=36)
    v = shell.vertices[shell.faces].mean(1)
    opening = ((v[:, 0] / 0.475) ** 2 + ((v[:, 1] + 0.02) / 0.435) ** 2 < 1) & (v[:, 2] > 0)
    shell = shell.kept(~opening)
    lining = ball((0.60, 0.605, 0.585), (0, 0, -0.03), "#3b4358", 0.1, steps=18)
    lining = lining.kept(lining.vertices[lining.faces].mean(1)[:, 2] < 0.05)
    lining = Mesh(
        lining.vertices, lining.faces[:, ::-1].copy(), -lining.normals, lining.colours, lining.surface
    )
    a = np.linspace(0, 2 * math.pi, 61)
    x, y = 0.475 * np.cos(a), 0.435 * np.sin(a) - 0.02
    z = 0.620 * np.sqrt(np.clip(1 - (x / 0.635) ** 2 - (y / 0.640) ** 2, 0, 1)) - 0.03
    rim = tube(np.stack([x, y, z], -1), 0.042, "#d5dae3", 0.5, steps=12, caps=False)
    gold = tube(np.stack([x * 0.955, y * 0.955, z + 0.018], -1), 0.016, "#ee7b33", 0.4, steps=8, caps=False)
    ears = [
        join(cylinder(0.15, 0.09, "#d5dae3", 0.4, steps=28), cylinder(0.09, 0.12, "#ee7b33", 0.4, steps=24))
        .turned(0, 0, -s * 90)
        .moved(s * 0.60, -0.04, -0.03)
        for s in SIDES
    ]
    lamp = join(
        cylinder(0.05, 0.12, "#c5cbd6", 0.4, steps=16).turned(0, 90, 0).moved(0.50, 0.30, 0.08),
        ball((0.045, 0.045, 0.02), (0.50, 0.30, 0.205), "#fff6cf", 0.6, steps=10).finished(glow=0.8),
    )
    dome = ball(
        (1.0, 1.0, 1.0), (0, -0.02, -0.45), "#bcd6ee", 0.9, steps=60
    )  # flatter than the shell: it mirrors less
    middle = dome.vertices[dome.faces].mean(1)
    dome = dome.kept(
        ((middle[:, 0] / 0.47) ** 2 + ((middle[:, 1] + 0.02) / 0.43) ** 2 < 1) & (middle[:, 2] > 0)
    )
    fig.glass.append(frame.place(dome))
    return frame.place(join(shell, lining, rim, gold, *ears, lamp))


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

    parts = [painted_finely(plate, paint, most=8000)]
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


# -- others --------------------------------------------------------------------------------------------------------


@piece("bodysuit")
def bodysuit(fig: Figure, colour: Array) -> Mesh:
    """Close-fitting from neck to ankle: heroes, ninjas, swimmers in the cold."""
    return join(
        top(fig, colour, grow=0.018, tucked=True),
        trousers(fig, colour, grow=0.010, flare=0.0),
        stand_collar(fig, shift(colour, 0, 1, 0.85), 0.05),
    )


@piece("hero_belt")
def hero_belt(fig: Figure, colour: Array) -> Mesh:
    """A hero's belt and gauntlets."""
    belt = fig.band(fig.trunk(0.03), fig.bones.pelvis, 0.15, 0.075, 0.016, GOLD, 0.4)
    gloves = [
        fig.arm_at(s, 0.97).place(
            lathe([(0.08, -0.02), (0.115, -0.02), (0.135, 0.18), (0.12, 0.20)], colour, 0.2, steps=24)
        )
        for s in SIDES
    ]
    return join(belt, *gloves)


@piece("ninja_wraps")
def ninja_wraps(fig: Figure, colour: Array) -> Mesh:
    """A crossed jacket, a sash, bands on arms and shins."""
    clay = fig.trunk(fig.grown)
    lines = [
        seam(
            fig,
            clay,
            [(s * 0.17, 0.0), (s * 0.10, -0.14), (-s * 0.05, -0.40), (-s * 0.16, -0.55)],
            colour,
            0.024,
        )
        for s in SIDES
    ]
    bands = []
    for s in SIDES:
        bands += [
            fig.arm_at(s, t).place(torus(0.105, 0.017, colour, 0.05, steps=20))
            for t in (0.72, 0.79, 0.86, 0.93)
        ]
        bands += [
            fig.leg_at(s, t).place(torus(0.140, 0.019, colour, 0.05, steps=20))
            for t in (0.72, 0.79, 0.86, 0.93)
        ]
    belt = fig.band(clay, fig.bones.waist, -0.08, 0.12, 0.02, colour)
    hilt = fig.bones.chest.place(
        tube([(-0.30, 0.10, -0.34), (0.26, -0.70, -0.34)], 0.045, "#3a3440", 0.3, steps=10)
    )
    grip = fig.bones.chest.place(
        join(
            tube([(-0.33, 0.14, -0.34), (-0.50, 0.38, -0.34)], 0.034, colour, 0.1, steps=10),
            cylinder(0.075, 0.03, GOLD, 0.5, steps=16).turned(0, 0, 35).moved(-0.32, 0.12, -0.34),
        )
    )
    return join(*lines, *bands, belt, hilt, grip)


@piece("tutu")
def tutu(fig: Figure, colour: Array) -> Mesh:
    """A bodice with straps and layers of tulle that stand out."""
    g = fig.wear(0.022)
    clay = fig.trunk(g, colour)
    body = fig.modelled(clay, gloss=0.2)

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        strap = edge(0.036 - np.abs(np.abs(p[:, 0]) - 0.16))
        bare = edge(p[:, 1] + 0.22 - 0.05 * np.cos(p[:, 0] * 14)) * (1 - strap)
        return over(c, fig.face.skin, bare)

    layers = []
    for k, (out, drop) in enumerate(((0.62, 0.16), (0.56, 0.23), (0.48, 0.29))):
        rings = [
            Ring(at=(0, 0.16 - drop, 0), wide=out, deep=out * 0.95, fold=0.06),
            Ring(at=(0, 0.16 - drop * 0.5, 0), wide=out * 0.78, deep=out * 0.70, fold=0.04),
            Ring(at=(0, 0.20, 0), wide=fig.build.hips[0] + 0.02, deep=fig.build.hips[1] + 0.02),
        ]
        layers.append(
            loft(rings, mix(colour, "#ffffff", 0.25 + 0.2 * k), folds=19, phase=k * 1.3, around=64, between=2)
        )
    waist = fig.band(clay, fig.bones.waist, -0.06, 0.05, 0.014, shift(colour, 0, 1.15, 0.9), 0.3)
    return join(
        painted_finely(body, paint, most=6000),
        fig.bones.pelvis.place(join(*layers)),
        waist,
        bare_arms(fig, fig.face.skin),
        bare_legs(fig, "#fbe3dc", 0.0, glow=False),
    )


@piece("ballet_shoes")
def ballet_shoes(fig: Figure, colour: Array) -> Mesh:
    size = fig.build.foot
    shoe = _upper(-0.02, 0.82).painted(colour).finished(gloss=0.3)
    ribbons = []
    for s in SIDES:
        ribbons += [
            fig.leg_at(s, t).place(
                torus(fig.build.leg * 0.62, 0.012, colour, 0.2, steps=20).turned(0, tilt, 0)
            )
            for t, tilt in ((0.86, 16), (0.91, -16), (0.96, 12))
        ]
    return join(
        *(fig.bones.legs[s].foot.place(shoe.scaled(s * size, size * 0.9, size)) for s in SIDES), *ribbons
    )


@piece("mermaid_tail")
def mermaid_tail(fig: Figure, colour: Array) -> Mesh:
    """A jacket of scales, and a tail for legs that ends in a broad fin."""
    b, pelvis = fig.build, fig.bones.pelvis
    light = mix(colour, "#bff5e6", 0.5)
    g = fig.wear(0.020)
    clay = fig.trunk(g, colour)
    bend = 1 if not fig.pose.lap else 2.2
    path = [
        (0, 0.10, 0.0),
        (0, -0.22 * b.stride, 0.05 * bend),
        (0.02, -0.52 * b.stride, 0.13 * bend),
        (0.06, -0.80 * b.stride, 0.04 * bend),
        (0.16, -0.95 * b.stride, -0.06),
    ]
    radii = (0.33, 0.28, 0.20, 0.12, 0.07)
    for (p, q), (r0, r1) in zip(pairwise(path), pairwise(radii), strict=True):
        clay.limb(pelvis.point(*p).tolist(), pelvis.point(*q).tolist(), r0 + g, r1 + g, colour, blend=0.14)
    body = fig.modelled(clay, gloss=0.4)

    def scales(v: Array, n: Array, c: Array) -> Array:
        p = (v - pelvis.at) @ pelvis.turn
        chest = in_chest(fig, v)
        row = p[:, 1] / F(0.125)
        turn = np.arctan2(p[:, 0], p[:, 2]) * F(7 / math.pi) + np.where(np.floor(row) % 2 == 0, 0.5, 0.0)
        rim = smoothstep(0.36, 0.18, np.abs((row % 1) - 1.4 * ((turn % 1) - 0.5) ** 2))
        bare = edge(chest[:, 1] + 0.20 - 0.04 * np.cos(chest[:, 0] * 16))
        return over(over(c, light, rim * F(0.75)), fig.face.skin, bare)

    end = np.array(path[-1])
    fins = []
    for s in SIDES:
        tip = end + np.array([s * 0.46 + 0.10, 0.02 - 0.10 * s, -0.05])
        fins.append(
            leaf(
                [end + (0, 0.03, 0), end + np.array([s * 0.22 + 0.04, -0.12, 0.0]), tip],
                (0, 0, 1),
                0.34,
                0.05,
                light,
                outline=(0.35, 0.7, 0.95, 1, 0.9, 0.6, 0.15),
                inside=colour,
                border=0.5,
                gloss=0.4,
            )
        )
    hips = [
        leaf(
            [(s * 0.31, 0.06, 0), (s * 0.46, -0.06, 0), (s * 0.52, -0.24, 0)],
            (0, 0, 1),
            0.16,
            0.04,
            light,
            gloss=0.4,
            steps=8,
            across=7,
        )
        for s in SIDES
    ]
    pearls = seam(
        fig,
        fig.trunk(g),
        [(-0.2, -0.19), (-0.1, -0.22), (0, -0.235), (0.1, -0.22), (0.2, -0.19)],
        "#fff6ea",
        0.020,
    )
    return join(
        painted_finely(body, scales, most=10500),
        pelvis.place(join(*fins, *hips)),
        pearls,
        bare_arms(fig, fig.face.skin),
    )


@piece("rompers")
def rompers(fig: Figure, colour: Array) -> Mesh:
    """A baby's all-in-one with a round belly patch and feet."""
    body = join(
        top(fig, colour, grow=0.040, tucked=True, sleeve=0.96),
        cuffs(fig, mix(colour, "#ffffff", 0.6), grow=0.04, share=0.94),
        trousers(fig, colour, grow=0.035, share=0.96),
    )
    clay = fig.trunk(fig.grown)
    bear = [
        patch(
            fig,
            clay,
            [(0.15 * math.cos(a), -0.36 + 0.13 * math.sin(a)) for a in np.linspace(0, 6.28, 20)[:-1]],
            mix(colour, "#ffffff", 0.75),
            0.016,
        )
    ]
    bear += [
        patch(
            fig,
            clay,
            [(x + r * math.cos(a), y + r * math.sin(a)) for a in np.linspace(0, 6.28, 10)[:-1]],
            tone,
            0.026,
        )
        for x, y, r, tone in (
            (-0.05, -0.33, 0.016, "#5a4036"),
            (0.05, -0.33, 0.016, "#5a4036"),
            (0, -0.385, 0.026, "#d99a7a"),
        )
    ]
    size = fig.build.foot
    feet = join(
        *(
            fig.bones.legs[s].foot.place(
                _upper(0.0, 0.95).painted(mix(colour, "#ffffff", 0.35)).scaled(s * size, size, size)
            )
            for s in SIDES
        )
    )
    return join(
        body,
        *bear,
        feet,
        fig.bones.chest.place(
            torus(0.19, 0.045, mix(colour, "#ffffff", 0.7), 0.06, steps=28)
            .scaled(1.05, 0.8, 0.95)
            .turned(0, 12, 0)
            .moved(0, -0.035, 0)
        ),
    )
