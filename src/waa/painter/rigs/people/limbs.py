"""Hands, bare skin, socks and shoes."""

from __future__ import annotations

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.kept import kept
from waa.painter.rigs.people.figure import Figure, piece, skin
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.shapes import smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, cylinder, extrude, join, lathe

# -- hands --------------------------------------------------------------------------------------------------


@kept
def hand_shape(grip: str) -> Mesh:
    """A left hand below the origin, its thumb ahead and its palm to the right; grey, to be painted."""
    c = "#888888"
    clay = Clay(0.022)
    clay.limb((0, 0.04, 0), (0, -0.05, 0), 0.062, 0.066, c)
    clay.ball((0, -0.105, 0), (0.056, 0.082, 0.078), c, blend=0.04)
    if grip in ("fist", "hold"):
        clay.ball((-0.020, -0.150, 0.0), (0.062, 0.052, 0.074), c)
        clay.strand([(0.0, -0.075, 0.055), (-0.035, -0.115, 0.090), (-0.062, -0.145, 0.068)], 0.036, 0.031, c)
    else:
        long, fan = (0.115, 0.034) if grip in ("open", "flat") else (0.100, 0.006)
        curl = 0.0 if grip in ("open", "flat") else -0.030
        for k in range(4):
            z = (1.5 - k) * 0.037
            tip = long - 0.012 * abs(k - 1.3)
            spread = (1.5 - k) * (fan if grip == "open" else 0.004)
            clay.strand(
                [
                    (0, -0.15, z),
                    (curl * 0.4, -0.16 - tip * 0.5, z + spread * 0.6),
                    (curl, -0.16 - tip, z + spread),
                ],
                0.029,
                0.024,
                c,
                blend=0.014,
            )
        out = 0.085 if grip == "open" else 0.035
        clay.strand(
            [(0, -0.065, 0.050), (-0.02, -0.105, 0.070 + out * 0.6), (-0.028, -0.150, 0.075 + out)],
            0.035,
            0.027,
            c,
        )
    return clay.mesh(18, gloss=0.1)


def hands(fig: Figure, colour: Colour, swell: float = 1.0) -> Mesh:
    """Both hands: skin, or gloves a little thicker."""
    parts = []
    for s in SIDES:
        limb = fig.pose.left_arm if s == 1 else fig.pose.right_arm
        shape = hand_shape(limb.grip).painted(colour).scaled(fig.build.hand * swell)
        parts.append(fig.bones.arms[s].hand.place(shape if s == 1 else shape.scaled(-1, 1, 1)))
    return join(*parts)


# -- skin ---------------------------------------------------------------------------------------------------


def neck(fig: Figure, colour: Colour) -> Mesh:
    clay = Clay(0.05)
    low, high = fig.bones.chest.point(0, -0.12, -0.01), fig.bones.head.point(0, -0.30, -0.04)
    clay.limb(low, high, 0.150, 0.140, colour)
    clay.ball(
        [float(v) for v in fig.bones.chest.point(0, -0.13, 0.0)], (0.22, 0.11, 0.17), colour, blend=0.06
    )
    return skin(fig.modelled(clay, 0.05))


def bare_arms(fig: Figure, colour: Colour, start: float = 0.0) -> Mesh:
    """Skin from `start` of the way down the arm to the wrist."""
    clay, r = Clay(0.05), fig.build.arm
    for s in SIDES:
        arm = fig.bones.arms[s]
        first = fig.arm_at(s, min(start, 0.5)).at
        clay.limb(first, arm.elbow, r * 0.94, r * 0.82, colour).limb(
            arm.elbow, arm.wrist, r * 0.82, r * 0.66, colour
        )
    return skin(fig.modelled(clay, 0.048))


def bare_legs(fig: Figure, colour: Colour, start: float = 0.0, glow: bool = True) -> Mesh:
    """Skin (or stockings) from `start` of the way down the leg to the ankle."""
    clay, r = Clay(0.05), fig.build.leg
    for s in SIDES:
        leg = fig.bones.legs[s]
        first = fig.leg_at(s, min(start, 0.45)).at
        clay.limb(first, leg.knee, r * 0.94, r * 0.76, colour).limb(
            leg.knee, leg.ankle, r * 0.76, r * 0.54, colour
        )
        calf = fig.leg_at(s, 0.68)
        clay.ball([float(v) for v in calf.point(0, 0, -0.025)], (r * 0.70, r * 1.3, r * 0.70), colour)
    mesh = fig.modelled(clay, 0.048)
    return skin(mesh) if glow else mesh


# -- shoes --------------------------------------------------------------------------------------------------


@kept
def _upper(high: float, slim: float) -> Mesh:
    """The upper of a shoe, standing on the ground, the ankle over the origin; grey."""
    c = "#888888"
    clay = Clay(0.07)
    clay.ball((0, 0.085, 0.195), (0.128 * slim, 0.085, 0.125), c)
    clay.ball((0, 0.095, 0.07), (0.115 * slim, 0.095, 0.150), c)
    clay.ball((0, 0.100, -0.055), (0.108 * slim, 0.105, 0.095), c)
    clay.limb((0, 0.10, -0.02), (0, 0.13 + high, -0.015), 0.098, 0.100, c, blend=0.05)
    return clay.mesh(19, gloss=0.2)


def _sole(colour: Colour, thick: float, slim: float = 1.0) -> Mesh:
    outline = smooth(
        [
            (0.118 * slim, 0.20),
            (0.0, 0.345),
            (-0.118 * slim, 0.20),
            (-0.095 * slim, 0.03),
            (-0.105 * slim, -0.09),
            (0, -0.165),
            (0.105 * slim, -0.09),
            (0.095 * slim, 0.03),
        ],
        steps=5,
    ) * np.array([1.06, 1])
    return (
        extrude(outline, thick, colour, 0.15, crease=70)
        .turned(0, -90, 0)
        .scaled(1, 1, -1)
        .moved(0, thick / 2, 0)
    )


def _shod(fig: Figure, shoe: Mesh) -> Mesh:
    size = fig.build.foot
    return join(*(fig.bones.legs[s].foot.place(shoe.scaled(s * size, size, size)) for s in SIDES))


@piece("sneakers")
def sneakers(fig: Figure, colour: Array) -> Mesh:
    white = mix(colour, "#ffffff", 0.86)
    upper = _upper(0.02, 1.0).painted(
        lambda v, n, c: np.where(
            (v[:, 2:3] > 0.235) | (v[:, 1:2] > 0.16), mix(colour, "#ffffff", 0.55), colour
        ).astype(F)
    )
    laces = [
        cylinder(0.012, 0.10, white, 0.2, steps=10)
        .turned(0, 0, 90)
        .moved(0.05, 0.165 - 0.012 * k, 0.075 + 0.045 * k)
        for k in range(3)
    ]
    return _shod(fig, join(upper, _sole(white, 0.062), *laces))


@piece("shoes")
def shoes(fig: Figure, colour: Array) -> Mesh:
    """Leather shoes with a heel."""
    dark = shift(colour, 0, 1, 0.55)
    return _shod(
        fig,
        join(
            _upper(-0.01, 0.94).painted(colour).finished(gloss=0.42),
            _sole(dark, 0.040, 0.94),
            cylinder(0.085, 0.045, dark, 0.2).moved(0, 0, -0.075),
        ),
    )


@piece("flats")
def flats(fig: Figure, colour: Array) -> Mesh:
    """Low shoes that show the foot."""
    foot = _upper(-0.02, 0.86).painted(
        lambda v, n, c: np.where(
            v[:, 1:2] + 0.30 * np.abs(v[:, 2:3] - 0.06) < 0.155,
            colour,
            np.asarray(mix(fig.face.skin, "#000000", 0.02)),
        ).astype(F)
    )
    return _shod(fig, join(foot.finished(gloss=0.3), _sole(shift(colour, 0, 1, 0.6), 0.022, 0.86)))


@piece("boots")
def boots(fig: Figure, colour: Array) -> Mesh:
    dark = shift(colour, 0, 1, 0.55)
    rim = lathe(
        [(0.105, 0.30), (0.125, 0.30), (0.132, 0.325), (0.125, 0.352), (0.10, 0.355)],
        shift(colour, 0, 1, 0.85),
        0.2,
        steps=24,
    ).moved(0, 0, -0.015)
    return _shod(
        fig, join(_upper(0.20, 1.02).painted(colour).finished(gloss=0.3), _sole(dark, 0.055, 1.02), rim)
    )


@piece("tall_boots")
def tall_boots(fig: Figure, colour: Array) -> Mesh:
    dark = shift(colour, 0, 1, 0.55)
    shoe = _shod(fig, join(_upper(0.10, 1.0).painted(colour).finished(gloss=0.35), _sole(dark, 0.055)))
    r, parts = fig.build.leg, [shoe]
    for s in SIDES:
        top, low = fig.leg_at(s, 0.64), fig.leg_at(s, 0.97)
        long = float(np.linalg.norm(top.at - low.at))
        shaft = lathe(
            [
                (0.085, 0),
                (0.115, 0.02),
                (r * 0.86, long * 0.5),
                (r * 0.98, long - 0.05),
                (r * 1.04, long - 0.03),
                (r * 1.02, long),
                (r * 0.8, long),
            ],
            colour,
            0.35,
            steps=28,
        )
        parts.append(low.place(shaft))
    return join(*parts)


@piece("barefoot")
def barefoot(fig: Figure, colour: Array) -> Mesh:
    tone = fig.face.skin
    foot = _upper(-0.03, 0.82).painted(tone).scaled(1, 0.92, 0.96)
    toes = Clay(0.015)
    for k in range(5):
        toes.ball(
            (-0.072 + 0.036 * k, 0.045, 0.285 - 0.012 * abs(k - 1.2) ** 1.6),
            (0.030 - 0.002 * k, 0.036, 0.040),
            tone,
        )
    return skin(_shod(fig, join(foot, toes.mesh(16))))


@piece("sandals")
def sandals(fig: Figure, colour: Array) -> Mesh:
    tone = fig.face.skin
    foot = _upper(-0.03, 0.82).painted(tone).scaled(1, 0.92, 0.96).moved(0, 0.02, 0).finished(glow=0.16)
    strap = lathe([(0.100, 0), (0.108, 0.01), (0.108, 0.05), (0.100, 0.06)], colour, 0.2, steps=24)
    bands = [
        strap.turned(0, 58, 0).scaled(1.02, 0.92, 1).moved(0, 0.085, 0.13),
        strap.turned(0, 12, 0).moved(0, 0.155, -0.03),
    ]
    return _shod(fig, join(foot, _sole(shift(colour, 0, 1, 0.7), 0.035, 0.9), *bands))


@piece("slippers")
def slippers(fig: Figure, colour: Array) -> Mesh:
    """Cloth shoes over white socks: kung fu, monks, ballet."""

    def paint(v: Array, n: Array, c: Array) -> Array:
        return np.where(
            v[:, 1:2] + 0.25 * np.abs(v[:, 2:3] - 0.05) < 0.15, colour, mix(colour, "#ffffff", 0.8)
        ).astype(F)

    return _shod(fig, join(_upper(0.02, 0.88).painted(paint), _sole("#f2ead8", 0.028, 0.88)))
