"""What makes a role: ties, belts, aprons, badges, stripes."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, Colour, F, shift
from waa.painter.props import hats, wear
from waa.painter.rigs.people.figure import Figure, piece
from waa.painter.rigs.people.sewing import patch, seam, stand_collar
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.rigs.people.tailor import buttons
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, torus, tube

GOLD = hats.GOLD

# -- round the neck -----------------------------------------------------------------------------------------------


@piece("tie")
def tie(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown)
    knot = patch(
        fig,
        clay,
        [(-0.045, -0.045), (0.045, -0.045), (0.030, -0.115), (-0.030, -0.115)],
        shift(colour, 0, 1, 0.9),
        0.045,
    )
    blade = patch(
        fig,
        clay,
        [(-0.028, -0.11), (0.028, -0.11), (0.060, -0.44), (0, -0.52), (-0.060, -0.44)],
        colour,
        0.030,
    )
    return join(knot, blade)


@piece("bow_tie")
def bow_tie(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.chest.place(
        wear.bow(colour, 0.145).moved(0, -0.085, fig.build.chest[1] * 0.72 + fig.grown + 0.02)
    )


@piece("neckerchief")
def neckerchief(fig: Figure, colour: Array) -> Mesh:
    ring = (
        torus(0.205, 0.055, colour, 0.08, steps=32)
        .scaled(1.05, 0.9, 0.95)
        .turned(0, 16, 0)
        .moved(0, -0.045, 0.01)
    )
    ends = [
        leaf(
            [(0, -0.10, 0.21), (s * 0.05, -0.19, 0.255), (s * 0.10, -0.28, 0.262)],
            (0, 0, 1),
            0.12,
            0.045,
            colour,
            outline=(0.5, 0.8, 1, 0.95, 0.8, 0.6, 0.4),
            steps=8,
            across=9,
        )
        for s in SIDES
    ]
    return fig.bones.chest.place(
        join(ring, ball((0.055, 0.05, 0.045), (0, -0.10, 0.215), colour, steps=10), *ends)
    )


@piece("wound_scarf")
def wound_scarf(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.chest.place(wear.wound_scarf(colour).scaled(0.62).moved(0, 0.0, 0.0))


@piece("stethoscope")
def stethoscope(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown + 0.02)
    left = seam(fig, clay, [(0.185, 0.0), (0.19, -0.12), (0.17, -0.30), (0.08, -0.42)], colour, 0.020)
    right = seam(fig, clay, [(-0.185, 0.0), (-0.19, -0.12), (-0.17, -0.30), (-0.155, -0.48)], colour, 0.020)
    bell = buttons(fig, clay, [(0.07, -0.43), (-0.155, -0.50)], "#c9ced6", 0.058, 0.6).finished(metal=0.5)
    back = tube(
        [(0.185 * math.cos(a), 0.02, -0.19 * math.sin(a)) for a in np.linspace(0, math.pi, 15)],
        0.020,
        colour,
        0.2,
        steps=8,
    )
    return join(left, right, bell, fig.bones.chest.place(back))


@piece("garland")
def garland(fig: Figure, colour: Array) -> Mesh:
    """Beads or a chain to the middle of the chest."""
    clay = fig.trunk(fig.grown + 0.02)
    frame, out = fig.bones.chest, fig.bones.chest.turn[:, 2]
    line = [(0.195 * math.sin(a), -0.20 - 0.22 * math.cos(a)) for a in np.linspace(-2.3, 2.3, 21)]
    found, _ = clay.surface(
        [(frame.point(x, y, 0) + out * F(1.5)).tolist() for x, y in line], (-out).tolist()
    )
    beads = join(*(ball(0.036, tuple(map(float, p)), colour, 0.35, steps=7) for p in found))
    return join(beads, buttons(fig, clay, [(0, -0.46)], shift(colour, 0, 1.1, 0.8), 0.05, 0.5))


@piece("medal")
def medal(fig: Figure, colour: Array) -> Mesh:
    """A whistle or a medal on a ribbon."""
    clay = fig.trunk(fig.grown + 0.01)
    ribbons = [
        seam(fig, clay, [(s * 0.15, -0.04), (s * 0.08, -0.22), (0, -0.38)], colour, 0.018) for s in SIDES
    ]
    return join(*ribbons, buttons(fig, clay, [(0, -0.42)], GOLD, 0.062, 0.6).finished(metal=0.5))


@piece("quilt_stripes")
def fire_stripes(fig: Figure, colour: Array) -> Mesh:
    """Reflecting bands round sleeves, trunk and legs of a firefighter's jacket."""
    parts = []
    clay = fig.trunk(fig.grown)
    for y in (0.10, -0.13):
        for grow, high, tone in ((0.016, 0.085, "#f0e13a"), (0.020, 0.035, "#e9edef")):
            parts.append(fig.band(clay, fig.bones.waist, y, high, grow, tone))
    for s in SIDES:
        for share in (0.34, 0.80):
            r = fig.build.arm * (0.98 if share < 0.5 else 0.86) + fig.grown + 0.006
            parts += [
                fig.arm_at(s, share).place(_stripe(r, 0.085, "#f0e13a")),
                fig.arm_at(s, share).place(_stripe(r + 0.005, 0.035, "#e9edef").moved(0, 0.025, 0)),
            ]
        r = fig.build.leg * 0.76 + 0.05
        parts += [
            fig.leg_at(s, 0.80).place(_stripe(r, 0.085, "#f0e13a")),
            fig.leg_at(s, 0.80).place(_stripe(r + 0.005, 0.035, "#e9edef").moved(0, 0.025, 0)),
        ]
    return join(*parts)


def _stripe(radius: float, height: float, colour: Colour) -> Mesh:
    return lathe(
        [(radius * 0.9, 0), (radius, 0.004), (radius, height - 0.004), (radius * 0.9, height)],
        colour,
        0.3,
        steps=24,
    )


@piece("holster")
def holster(fig: Figure, colour: Array) -> Mesh:
    """A duty belt with pouches and a radio."""
    clay = fig.trunk(max(fig.grown, 0.035))
    ring = fig.girth(clay, fig.bones.pelvis, 0.05)
    parts = [fig.band(clay, fig.bones.pelvis, 0.05, 0.095, 0.018, colour, 0.25)]
    for a, tall in ((-70, 0.13), (-40, 0.10), (40, 0.10), (66, 0.16)):
        x, z = math.sin(math.radians(a)) * (ring.wide + 0.03), math.cos(math.radians(a)) * (ring.deep + 0.03)
        parts.append(
            fig.bones.pelvis.place(
                box(0.10, tall, 0.06, colour, 0.2, bevel=0.016).turned(a).moved(x, 0.07 - tall, z)
            )
        )
    buckle = (
        box(0.09, 0.07, 0.03, "#c9ced6", 0.5, bevel=0.01)
        .finished(metal=0.5)
        .moved(0, 0.015, ring.at[2] + ring.deep + 0.02)
    )
    return join(*parts, fig.bones.pelvis.place(buckle))


@piece("sword_at_side")
def sword_at_side(fig: Figure, colour: Array) -> Mesh:
    """A katana in its sheath, through the sash on the left."""
    y = np.linspace(-0.62, 0.62, 9)
    sheath = tube(np.stack([0 * y, 0.05 * (y / 0.62) ** 2, y], -1), 0.034, colour, 0.45, steps=10)
    hilt = tube([(0, 0.06, 0.66), (0, 0.09, 0.96)], 0.032, "#f0ead9", 0.15, steps=10)
    wraps = [
        torus(0.034, 0.010, "#2b2f45", steps=12)
        .turned(0, 90, 0)
        .moved(0, 0.065 + 0.0028 * k, 0.70 + 0.052 * k)
        for k in range(5)
    ]
    guard = (
        cylinder(0.075, 0.022, GOLD, 0.5, steps=20).finished(metal=0.5).turned(0, 90, 0).moved(0, 0.06, 0.635)
    )
    sword = join(sheath, hilt, guard, *wraps)
    return fig.bones.pelvis.place(sword.turned(-8, -22, 0).moved(fig.build.hips[0] + 0.06, 0.12, 0.0))


@piece("quiver_brush")
def brushes(fig: Figure, colour: Array) -> Mesh:
    """Brushes in the apron's pocket."""
    clay = fig.trunk(fig.grown + 0.02)
    pocket = patch(
        fig,
        clay,
        [(-0.11, -0.46), (0.11, -0.46), (0.10, -0.62), (-0.10, -0.62)],
        shift(colour, 0, 1, 0.85),
        0.03,
    )
    sticks = []
    for k, tip in enumerate(("#d9413d", "#3f7fc4", "#f2b33d")):
        x = -0.06 + 0.06 * k
        z = fig.build.chest[1] + fig.grown + 0.02
        sticks += [
            tube([(x, -0.55, z), (x + 0.01, -0.36, z + 0.02)], 0.012, "#c49a5a", steps=8),
            ball((0.020, 0.036, 0.020), (x + 0.012, -0.335, z + 0.024), tip, steps=8),
        ]
    return join(pocket, fig.bones.chest.place(join(*sticks)))


@piece("jabot")
def jabot(fig: Figure, colour: Array) -> Mesh:
    """A judge's white bands."""
    ends = [
        leaf([(s * 0.02, -0.08, 0.27), (s * 0.045, -0.20, 0.31), (s * 0.06, -0.32, 0.325)], (0, 0, 1), 0.085, 0.02, colour,
             outline=(0.7, 0.9, 1, 1, 1), steps=6, across=5)
        for s in SIDES
    ]  # fmt: skip
    return join(stand_collar(fig, colour, 0.06), fig.bones.chest.place(join(*ends)))


@piece("stand_collar")
def clerical_collar(fig: Figure, colour: Array) -> Mesh:
    return stand_collar(fig, colour, 0.075)
