"""On face, ears and hair: glasses, beards, masks, earrings, flowers."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, Colour
from waa.painter.props import wear
from waa.painter.rigs.beasts.faces import on_skin
from waa.painter.rigs.people.face import skull
from waa.painter.rigs.people.figure import Figure, piece
from waa.painter.rigs.people.skeleton import SIDES, Frame
from waa.painter.rigs.people.wig import Wig
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, box, join, torus, tube


@piece("hair_flower")
def hair_flower(fig: Figure, colour: Array) -> Mesh:
    """Blossoms and a hanging pin at the temple."""
    petals = []
    for x, y, z, size in ((0.40, 0.30, 0.20, 0.060), (0.45, 0.22, 0.12, 0.046), (0.35, 0.39, 0.17, 0.042)):
        for k in range(5):
            a = math.radians(72 * k)
            petals.append(
                ball(
                    (size * 0.75, size * 0.75, size * 0.45),
                    (x + size * math.cos(a) * 0.8, y + size * math.sin(a), z + 0.02),
                    colour,
                    0.15,
                    steps=10,
                )
            )
        petals.append(ball(size * 0.45, (x + 0.015, y, z + 0.045), "#f2c14e", 0.2, steps=8))
    beads = [
        ball(0.016, (0.475, 0.14 - 0.045 * k, 0.13), "#e3b04b", 0.5, steps=8).finished(metal=0.4)
        for k in range(4)
    ]
    return fig.bones.head.place(join(*petals, *beads))


@piece("glasses")
def glasses(fig: Figure, colour: Array) -> Mesh:
    frame, _ = wear.spectacles(
        colour, thick=0.6 if fig.fine else 1.0
    )  # panes would hide the eyes behind what they mirror
    return _before_eyes(fig).place(frame.scaled(0.86))


@piece("sunglasses")
def sunglasses(fig: Figure, colour: Array) -> Mesh:
    frame, panes = wear.spectacles(colour, dark=True, thick=0.7 if fig.fine else 1.0)
    return _before_eyes(fig).place(join(frame, panes).scaled(0.86))


def _before_eyes(fig: Figure) -> Frame:
    found, _ = on_skin(skull(fig.face), [(0, fig.face.eye_y, 0)])
    return Frame(
        fig.bones.head.point(0, fig.face.eye_y - 0.005, float(found[0, 2]) + 0.045), fig.bones.head.turn
    )


@piece("beard")
def beard(fig: Figure, colour: Array) -> Mesh:
    """Full and short, with a moustache."""
    return fig.bones.head.place(_beard(colour, 0.10))


@piece("long_beard")
def long_beard(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(_beard(colour, 0.48))


@piece("santa_beard")
def santa_beard(fig: Figure, colour: Array) -> Mesh:
    """White clouds round the cheeks and chin."""
    clay = Clay(0.04)
    for k in range(15):
        a = math.radians(-112 + 16 * k)
        clay.ball(
            (0.39 * math.sin(a), -0.26 - 0.14 * math.cos(a), 0.16 + 0.20 * math.cos(a)),
            (0.115, 0.12, 0.10),
            colour,
        )
    for k in range(7):
        a = math.radians(-60 + 20 * k)
        clay.ball((0.24 * math.sin(a), -0.50 - 0.14 * math.cos(a), 0.28), (0.12, 0.13, 0.10), colour)
    clay.ball((0, -0.46, 0.27), (0.25, 0.16, 0.10), colour)
    clay.ball((0, -0.325, 0.52), (0.075, 0.04, 0.09), colour, blend=0.03, carves=True)
    return fig.bones.head.place(join(clay.mesh(34, gloss=0.05), _moustache(colour, 0.20, 0.062)))


def _beard(colour: Colour, long: float) -> Mesh:
    """Locks from ear to ear that hang `long` below the chin in the middle."""
    wig = Wig(colour)
    wig.ball((0, -0.36, 0.10), (0.34, 0.16, 0.26), 0.06)
    wig.carve((0, -0.18, 0.42), (0.27, 0.19, 0.30), 0.05)
    for a in (-76, 76, -58, 58, -40, 40, -20, 20, 0):
        s, c = math.sin(math.radians(a)), math.cos(math.radians(a))
        drop = long * c**1.5
        wig.hanging(
            [
                (0.405 * s, -0.20 - 0.17 * c, 0.02 + 0.33 * c),
                (0.40 * s, -0.34 - 0.08 * c, 0.03 + 0.36 * c),
                (0.34 * s, -0.47 - 0.3 * drop, 0.04 + 0.33 * c),
                (0.16 * s, -0.52 - drop, 0.08 + 0.28 * c),
            ],
            0.085,
            tip=0.1,
            thick=0.05,
        )
    return join(wig.mesh(), _moustache(colour, 0.15, 0.042))


@piece("moustache")
def moustache(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(_moustache(colour, 0.15, 0.042))


def _moustache(colour: Colour, half: float, thick: float) -> Mesh:
    clay = Clay(0.02)
    for s in SIDES:
        clay.strand(
            [
                (s * 0.015, -0.238, 0.440),
                (s * half * 0.55, -0.262, 0.425),
                (s * half, -0.285, 0.375),
                (s * half * 1.12, -0.268, 0.350),
            ],
            thick,
            thick * 0.32,
            colour,
        )
    return clay.mesh(26, gloss=0.1)


@piece("eye_patch")
def eye_patch(fig: Figure, colour: Array) -> Mesh:
    face = fig.face
    found, _ = on_skin(skull(face), [(-face.eye_x, face.eye_y, 0)])
    pad = ball(
        (0.115, 0.105, 0.045),
        (float(found[0, 0]), face.eye_y, float(found[0, 2]) + 0.012),
        colour,
        0.2,
        steps=14,
    )
    cord = [
        (0.472 * math.sin(a), face.eye_y + 0.10 - 0.13 * math.sin(a), 0.455 * math.cos(a) - 0.02)
        for a in np.linspace(-0.9, 1.5, 24)
    ]
    return fig.bones.head.place(join(pad, tube(cord, 0.016, colour, 0.2, steps=8)))


@piece("hero_mask")
def hero_mask(fig: Figure, colour: Array) -> Mesh:
    """Round the eyes; the eyes look through."""
    from waa.painter.solid.applique import applique

    face, skin = fig.face, skull(fig.face)
    upper = [(x, face.eye_y + 0.145 - 0.03 * math.cos(x * 9)) for x in np.linspace(-0.36, 0.36, 19)]
    lower = [
        (x, face.eye_y - 0.135 + 0.055 * math.exp(-((x / 0.07) ** 2))) for x in np.linspace(0.36, -0.36, 19)
    ]
    return fig.bones.head.place(applique(skin, upper + lower, colour, 0.010, gloss=0.2))


@piece("hair_bow")
def hair_bow(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(wear.bow(colour, 0.20).turned(24, -20, -18).moved(0.22, 0.46, 0.18))


@piece("earrings")
def earrings(fig: Figure, colour: Array) -> Mesh:
    drops = [ball(0.032, (s * 0.485, -0.20, 0.0), colour, 0.6, steps=10).finished(metal=0.5) for s in SIDES]
    return fig.bones.head.place(join(*drops))


@piece("goggles")
def goggles(fig: Figure, colour: Array) -> Mesh:
    """A diver's mask, pushed up on the brow."""
    ring = (
        torus(0.475, 0.03, "#26262c", 0.1, steps=40)
        .scaled(1, 1.4, 0.97)
        .turned(0, -14, 0)
        .moved(0, 0.21, -0.055)
    )
    frame = box(0.56, 0.20, 0.09, colour, 0.3, bevel=0.03).turned(0, -18, 0).moved(0, 0.13, 0.40)
    pane = box(0.48, 0.13, 0.02, "#9fd0ea", 0.9, bevel=0.008).turned(0, -18, 0).moved(0, 0.165, 0.448)
    return fig.bones.head.place(join(ring, frame, pane))


@piece("horns")
def horns(fig: Figure, colour: Array) -> Mesh:
    """Two small ones, curved."""
    pair = [
        tube(
            [(s * 0.24, 0.42, 0.06), (s * 0.34, 0.58, 0.06), (s * 0.30, 0.72, 0.10)],
            [0.075, 0.055, 0.012],
            colour,
            0.3,
            steps=12,
        )
        for s in SIDES
    ]
    return fig.bones.head.place(join(*pair))


@piece("pointed_ears")
def pointed_ears(fig: Figure, colour: Array) -> Mesh:
    pair = [
        leaf(
            [(s * 0.43, -0.06, 0.0), (s * 0.58, 0.06, -0.03), (s * 0.70, 0.20, -0.06)],
            (0, 0, 1),
            0.17,
            0.05,
            fig.face.skin,
            outline=(0.9, 1, 0.85, 0.55, 0.1),
            steps=10,
            across=9,
        )
        for s in SIDES
    ]
    return fig.bones.head.place(join(*pair).finished(glow=0.2))


@piece("red_nose")
def red_nose(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(ball(0.075, (0, -0.150, 0.435), colour, 0.5, steps=16))


@piece("talisman")
def talisman(fig: Figure, colour: Array) -> Mesh:
    """A yellow paper on the brow with a red sign."""
    paper = box(0.20, 0.44, 0.012, colour, 0.05, bevel=0.003)
    strokes = [
        box(w, 0.022, 0.014, "#c8262f", bevel=0.003).moved(0, y, 0.004)
        for y, w in ((0.36, 0.12), (0.28, 0.08), (0.20, 0.13), (0.10, 0.06))
    ]
    strokes.append(box(0.018, 0.30, 0.014, "#c8262f", bevel=0.003).moved(0, 0.08, 0.004))
    return fig.bones.head.place(join(paper, *strokes).turned(0, -6, 0).moved(0, -0.16, 0.475))


@piece("monkey_fur")
def monkey_fur(fig: Figure, colour: Array) -> Mesh:
    """The Monkey King's: a ring of fur round the face, and round ears."""
    clay = Clay(0.035)
    for k in range(26):
        a = 2 * math.pi * (k + 0.5) / 26
        size = 0.095 if k % 2 else 0.078
        clay.ball(
            (0.435 * math.sin(a), -0.05 + 0.435 * math.cos(a), 0.10 - 0.05 * math.cos(a)),
            (size, size, 0.09),
            colour,
        )
    ears = [
        join(
            ball((0.12, 0.14, 0.05), (s * 0.53, 0.02, -0.02), colour, 0.1, steps=16),
            ball((0.08, 0.10, 0.04), (s * 0.535, 0.02, 0.015), fig.face.skin, 0.1, steps=14),
        )
        for s in SIDES
    ]
    return fig.bones.head.place(join(clay.mesh(40 if fig.fine else 28, gloss=0.05), *ears))
