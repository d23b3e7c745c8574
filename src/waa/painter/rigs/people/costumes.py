"""Clothes that make a role: space suits, heroes, dancers, mermaids, babies."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from waa.painter.colour import Array, F, mix, shift
from waa.painter.noise import smoothstep
from waa.painter.props.hats import GOLD
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.limbs import _upper, bare_arms, bare_legs
from waa.painter.rigs.people.sewing import edge, in_chest, patch, seam, stand_collar
from waa.painter.rigs.people.skeleton import SIDES, Frame
from waa.painter.rigs.people.tailor import cuffs, top, trousers
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
        painted_finely(body, paint, most=fig.detail(6000)),
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
        painted_finely(body, scales, most=fig.detail(10500)),
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
