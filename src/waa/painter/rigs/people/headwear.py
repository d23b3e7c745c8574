"""Hats, hoods, crowns and veils."""

from __future__ import annotations

import numpy as np

from waa.painter.colour import Array, F, mix, shift
from waa.painter.noise import stream
from waa.painter.props import hats, wear
from waa.painter.rigs.people.figure import Figure, piece
from waa.painter.rigs.people.skeleton import SIDES, Frame
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe, rotation, torus, tube

GOLD = hats.GOLD


def hat_frame(fig: Figure, tilt: float = -8.0) -> Frame:
    return Frame(fig.bones.head.point(0, 0.24, -0.05), fig.bones.head.turn @ rotation(0, tilt, 0))


def _hat(name: str) -> None:
    @piece(f"hat:{name}")
    def put_on(fig: Figure, colour: Array) -> Mesh:
        return hat_frame(fig).place(hats.HATS[name](colour).scaled(1.04))


for _name in hats.HATS:
    _hat(_name)


@piece("hat:beanie")
def beanie(fig: Figure, colour: Array) -> Mesh:
    """Knitted, with a turned-up brim and a bobble."""
    crown = lathe(
        [(0.515, -0.06), (0.53, 0.06), (0.50, 0.22), (0.38, 0.36), (0.18, 0.43), (0, 0.44)],
        colour,
        0.05,
        steps=44,
    )
    rim = lathe(
        [(0.52, -0.10), (0.555, -0.09), (0.57, 0.0), (0.555, 0.09), (0.52, 0.10)],
        shift(colour, 0, 1, 0.88),
        0.05,
        steps=44,
    )
    ribbed = join(crown, rim).painted(
        lambda v, n, c: (
            c * (F(1) - F(0.10) * (np.cos(np.arctan2(v[:, 0], v[:, 2]) * 22) > 0.2))[:, None]
        ).astype(F)
    )
    bobble = ball(0.13, (0, 0.49, 0), mix(colour, "#ffffff", 0.75), 0.03, steps=16)
    return hat_frame(fig, -12).place(join(ribbed.scaled(1, 1, 0.96), bobble).moved(0, 0.02, -0.01))


@piece("hat:bucket_hat")
def bucket_hat(fig: Figure, colour: Array) -> Mesh:
    profile = [(0.53, 0.02), (0.50, 0.20), (0.43, 0.29), (0.20, 0.31), (0, 0.31)]
    brim = [
        (0.53, 0.04),
        (0.60, -0.06),
        (0.68, -0.17),
        (0.69, -0.19),
        (0.67, -0.19),
        (0.57, -0.06),
        (0.52, 0.0),
    ]
    cloth = join(
        lathe(profile, colour, 0.06, steps=44, crease=60),
        lathe(brim, shift(colour, 0, 1, 0.93), 0.06, steps=44, crease=60),
    )
    return hat_frame(fig, -10).place(cloth.scaled(1.02, 1, 0.98).moved(0, 0.03, 0))


@piece("hat:ears")
def animal_ears(fig: Figure, colour: Array) -> Mesh:
    """A rabbit's, on a hoop."""
    hoop = torus(0.475, 0.026, colour, 0.1, steps=40).turned(0, 90, 0).scaled(1, 1.0, 1)
    ears = [
        leaf(
            [(s * 0.17, 0.40, 0), (s * 0.21, 0.70, 0.0), (s * 0.27, 1.02, -0.02)],
            (0, 0, 1),
            0.19,
            0.075,
            colour,
            outline=(0.5, 0.8, 1, 1, 0.9, 0.7, 0.35),
            inside="#f7b9c4",
            border=0.34,
            steps=14,
            across=11,
        )
        for s in SIDES
    ]
    return fig.bones.head.place(join(hoop, *ears).moved(0, 0.09, -0.02))


@piece("small_crown")
def small_crown(fig: Figure, colour: Array) -> Mesh:
    """A princess's."""
    at = Frame(fig.bones.head.point(0, 0.415, -0.02), fig.bones.head.turn @ rotation(0, -6, 0))
    return at.place(hats.crown(colour, small=True).scaled(0.66))


@piece("hood:ninja")
def ninja_hood(fig: Figure, colour: Array) -> Mesh:
    """All but the eyes, a plated band on the brow."""
    clay = Clay(0.05)
    clay.ball((0, 0.10, -0.04), (0.530, 0.475, 0.51), colour).ball(
        (0, -0.18, 0.02), (0.480, 0.36, 0.43), colour, blend=0.12
    )
    for s in SIDES:
        clay.ball((s * 0.46, -0.075, -0.03), (0.085, 0.13, 0.10), colour)
    clay.ball((0, -0.045, 0.58), (0.40, 0.135, 0.32), colour, blend=0.03, carves=True)
    hood = fig.modelled(clay, gloss=0.08)
    band = (
        torus(0.488, 0.045, "#b23a36", 0.1, steps=36)
        .scaled(1, 1.5, 0.98)
        .turned(0, -10, 0)
        .moved(0, 0.165, -0.04)
    )
    plate = (
        box(0.30, 0.11, 0.03, "#c9ced6", 0.6, bevel=0.012)
        .finished(metal=0.6)
        .turned(0, -14, 0)
        .moved(0, 0.145, 0.475)
    )
    knot = [
        tube(
            [(0.02, 0.10, -0.53), (s * 0.12, -0.02, -0.62), (s * 0.16 + 0.05, -0.22, -0.60)],
            [0.05, 0.045, 0.02],
            "#b23a36",
            steps=10,
        )
        for s in SIDES
    ]
    return fig.bones.head.place(join(hood, band, plate, *knot))


@piece("halo")
def halo(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(
        torus(0.30, 0.036, colour, 0.5).turned(0, -14, 0).moved(0, 0.76, -0.08).finished(glow=0.75)
    )


@piece("veil")
def veil(fig: Figure, colour: Array) -> Mesh:
    """A tiara of flowers and a veil down the back."""
    frame = fig.bones.head
    rings = [
        Ring(at=(0, y, z), wide=w, deep=d, fold=f)
        for y, z, w, d, f in (
            (-1.55, -0.34, 0.66, 0.46, 0.07),
            (-0.9, -0.26, 0.58, 0.44, 0.06),
            (-0.2, -0.12, 0.55, 0.52, 0.03),
            (0.25, -0.05, 0.51, 0.52, 0.02),
            (0.47, -0.08, 0.30, 0.34, 0.0),
            (0.55, -0.10, 0.03, 0.03, 0.0),
        )
    ]
    cloth = loft(rings, colour, folds=13, arc=(78, 282), around=44, between=3, gloss=0.15).finished(glow=0.3)
    crown = hats.flower_crown("#f7b9c8").scaled(0.98).turned(0, -12, 0).moved(0, 0.26, -0.04)
    return frame.place(join(cloth, crown))


@piece("headset")
def headset(fig: Figure, colour: Array) -> Mesh:
    return hat_frame(fig, 0).place(wear.ear_cups(colour).scaled(1.03))


@piece("sweatband")
def sweatband(fig: Figure, colour: Array) -> Mesh:
    ring = (
        torus(0.482, 0.038, colour, 0.06, steps=40)
        .scaled(1, 1.4, 0.97)
        .turned(0, -12, 0)
        .moved(0, 0.20, -0.055)
    )
    return fig.bones.head.place(ring)


@piece("hat:pillbox")
def pillbox(fig: Figure, colour: Array) -> Mesh:
    """A page's, or an old scholar's: low and round with a knob."""
    crown = lathe(
        [(0.40, 0.0), (0.42, 0.02), (0.41, 0.20), (0.38, 0.235), (0, 0.24)], colour, 0.15, steps=40, crease=60
    )
    band = torus(0.418, 0.02, GOLD, 0.4, steps=40).moved(0, 0.045, 0).finished(metal=0.4)
    knob = ball(0.045, (0, 0.26, 0), GOLD, 0.4, steps=12)
    return hat_frame(fig, -10).place(join(crown, band, knob).moved(0.02, 0.12, 0))


@piece("hat:bearskin")
def bearskin(fig: Figure, colour: Array) -> Mesh:
    """A royal guard's tall fur cap with its gold chain."""
    clay = Clay(0.10)
    clay.ball((0, 0.30, -0.02), (0.50, 0.52, 0.48), colour).ball(
        (0, 0.06, -0.02), (0.525, 0.26, 0.51), colour
    )
    clay.ball((0, -0.22, 0.42), (0.36, 0.20, 0.30), colour, blend=0.05, carves=True)
    rng = stream("fur")
    fur = clay.mesh(34, gloss=0.03).painted(
        lambda v, n, c: (c * (0.85 + 0.3 * rng.random((len(v), 1)))).astype(F)
    )
    return hat_frame(fig, -6).place(fur.moved(0, 0.02, 0))


@piece("hat:sailor_cap")
def sailor_cap(fig: Figure, colour: Array) -> Mesh:
    """White and flat, a dark band with ribbons behind."""
    top = lathe([(0.47, 0.10), (0.60, 0.17), (0.61, 0.20), (0.52, 0.25), (0, 0.27)], colour, 0.08, steps=44)
    band = lathe([(0.50, -0.02), (0.515, 0.0), (0.515, 0.10), (0.48, 0.13)], "#22304f", 0.15, steps=44)
    tails = [
        leaf(
            [(s * 0.06, 0.03, -0.50), (s * 0.10, -0.16, -0.56), (s * 0.13, -0.36, -0.55)],
            (0, 0, -1),
            0.09,
            0.02,
            "#22304f",
            steps=6,
            across=5,
            outline=(1, 1, 1, 1, 0.9),
        )
        for s in SIDES
    ]
    return hat_frame(fig, -8).place(join(top, band, *tails).moved(0, 0.03, 0))


@piece("wimple")
def wimple(fig: Figure, colour: Array) -> Mesh:
    """A nun's veil over a white band."""
    clay = Clay(0.05)
    clay.ball((0, 0.09, -0.06), (0.535, 0.49, 0.50), "#fdfcf8").ball(
        (0, -0.24, -0.02), (0.47, 0.36, 0.42), "#fdfcf8", blend=0.12
    )
    clay.ball((0, -0.06, 0.56), (0.345, 0.36, 0.36), "#fdfcf8", blend=0.03, carves=True)
    rings = [
        Ring(at=(0, y, z), wide=w, deep=d, fold=f)
        for y, z, w, d, f in (
            (-1.05, -0.30, 0.60, 0.40, 0.05),
            (-0.3, -0.14, 0.57, 0.50, 0.03),
            (0.25, -0.06, 0.56, 0.53, 0.0),
            (0.50, -0.09, 0.36, 0.38, 0.0),
            (0.62, -0.10, 0.03, 0.03, 0.0),
        )
    ]
    veil = loft(rings, colour, folds=11, arc=(52, 308), around=44, between=3, gloss=0.06)
    return fig.bones.head.place(join(fig.modelled(clay, gloss=0.05), veil))


@piece("tiara_band")
def tiara_band(fig: Figure, colour: Array) -> Mesh:
    """A golden ring round the head."""
    ring = (
        torus(0.476, 0.024, colour, 0.5, steps=44)
        .scaled(1, 1.1, 0.97)
        .turned(0, -14, 0)
        .moved(0, 0.215, -0.055)
    )
    gem = ball((0.04, 0.04, 0.025), (0, 0.165, 0.425), "#d9263a", 0.8, steps=12)
    return fig.bones.head.place(join(ring.finished(metal=0.5), gem))
