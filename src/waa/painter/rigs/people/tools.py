"""Arms and tools that people carry."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.people.carried import STEEL, WOOD, grip, rod, upright
from waa.painter.rigs.people.figure import Figure, piece
from waa.painter.rigs.people.skeleton import LEFT, Frame
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, rotation, torus, tube


@piece("sword")
def sword(fig: Figure, colour: Array) -> Mesh:
    blade = extrude(
        [(-0.052, 0.10), (0.052, 0.10), (0.044, 0.92), (0, 1.06), (-0.044, 0.92)], 0.03, STEEL, 0.7
    ).finished(metal=0.75)
    guard = box(0.34, 0.06, 0.07, colour, 0.5, bevel=0.02).moved(0, 0.06, 0)
    hilt = join(
        rod(0.24, -0.16, 0.034, "#5b3a28"), ball(0.058, (0, -0.18, 0), colour, 0.5, steps=10)
    ).finished()
    return upright(fig, join(blade, guard.finished(metal=0.5), hilt), pitch=14, roll=10)


@piece("sabre")
def sabre(fig: Figure, colour: Array) -> Mesh:
    spine = smooth(
        [(0.0, 0.06), (0.03, 0.45), (0.14, 0.86), (0.22, 0.98), (0.06, 0.82), (-0.06, 0.45), (-0.07, 0.06)],
        steps=5,
    )
    blade = extrude(spine, 0.028, STEEL, 0.7).finished(metal=0.75)
    guard = (
        torus(0.10, 0.020, colour, 0.5, steps=20).turned(0, 90, 0).moved(0.07, -0.04, 0).finished(metal=0.5)
    )
    return upright(
        fig,
        join(
            blade,
            guard,
            box(0.20, 0.045, 0.08, colour, 0.5, bevel=0.015).moved(0, 0.03, 0),
            rod(0.22, -0.16, 0.032, "#3a2a22"),
        ),
        pitch=14,
        roll=14,
    )


@piece("shield")
def shield(fig: Figure, colour: Array) -> Mesh:
    outline = smooth(
        [(-0.30, 0.34), (0, 0.40), (0.30, 0.34), (0.29, -0.05), (0.0, -0.44), (-0.29, -0.05)], steps=5
    )
    board = extrude(outline, 0.06, STEEL, 0.6).finished(metal=0.6)
    field = extrude(outline * 0.86, 0.075, colour, 0.3)
    cross = join(
        extrude([(-0.05, -0.30), (0.05, -0.30), (0.05, 0.30), (-0.05, 0.30)], 0.095, "#f4efe2", 0.3),
        extrude([(-0.22, 0.02), (0.22, 0.02), (0.22, 0.12), (-0.22, 0.12)], 0.095, "#f4efe2", 0.3),
    )
    return Frame(
        grip(fig, LEFT) + fig.bones.chest.turn @ np.array([0.03, 0.05, 0.12], F),
        fig.bones.chest.turn @ rotation(14, 0, 0),
    ).place(join(board, field, cross))


@piece("hammer")
def hammer(fig: Figure, colour: Array) -> Mesh:
    head_ = join(
        cylinder(0.058, 0.15, STEEL, 0.5, steps=20).turned(0, 0, -90).moved(-0.03, 0.30, 0),
        extrude([(0.10, 0.26), (0.10, 0.34), (0.22, 0.27), (0.21, 0.25)], 0.08, STEEL, 0.5).moved(
            -0.24, 0, 0
        ),
    ).finished(metal=0.6)
    return upright(fig, join(rod(0.50, -0.18, 0.028, colour), head_), pitch=16, roll=8)


@piece("sack")
def sack(fig: Figure, colour: Array) -> Mesh:
    """Over the left shoulder: Santa's."""
    from waa.painter.solid.clay import Clay

    at = fig.bones.chest
    clay = Clay(0.08)
    clay.ball(at.point(0.34, -0.42, -0.46).tolist(), (0.42, 0.46, 0.36), colour)
    clay.strand(
        [
            at.point(0.34, -0.10, -0.40).tolist(),
            at.point(0.40, 0.06, -0.16).tolist(),
            grip(fig, LEFT).tolist(),
        ],
        0.14,
        0.06,
        colour,
    )
    rope = (
        torus(0.10, 0.026, "#e2c27a", 0.1, steps=20)
        .turned(0, 30, -30)
        .moved(*(float(v) for v in at.point(0.40, 0.05, -0.14)))
    )
    return join(clay.mesh(30, gloss=0.06), rope)


@piece("hose_axe")
def axe(fig: Figure, colour: Array) -> Mesh:
    blade = extrude(
        smooth([(0.02, 0.42), (0.20, 0.52), (0.24, 0.36), (0.20, 0.22), (0.02, 0.30)], steps=5),
        0.05,
        colour,
        0.5,
    )
    edge = extrude(
        smooth(
            [(0.19, 0.51), (0.235, 0.52), (0.28, 0.36), (0.235, 0.21), (0.19, 0.23), (0.225, 0.36)], steps=4
        ),
        0.035,
        STEEL,
        0.6,
    ).finished(metal=0.6)
    return upright(fig, join(rod(0.86, -0.36, 0.030, "#e0b25a"), blade, edge), pitch=8, roll=10)


@piece("wok")
def wok(fig: Figure, colour: Array) -> Mesh:
    """A wok in the left hand, a spatula in the right, vegetables on their way."""
    at = grip(fig, LEFT) + fig.bones.chest.turn @ np.array([-0.30, -0.02, 0.26], F)
    pan = lathe(
        [
            (0, -0.10),
            (0.14, -0.09),
            (0.27, -0.01),
            (0.33, 0.06),
            (0.315, 0.065),
            (0.25, 0.0),
            (0.12, -0.07),
            (0, -0.075),
        ],
        colour,
        0.4,
        steps=36,
    )
    food = [
        ball(
            (0.05, 0.03, 0.045),
            (
                0.17 * math.sin(2.4 * k) * (k / 9) ** 0.5,
                -0.035 + 0.01 * (k % 3),
                0.17 * math.cos(2.4 * k) * (k / 9) ** 0.5,
            ),
            ("#5fae55", "#e2573f", "#f2c14e", "#f6efe0")[k % 4],
            0.4,
            steps=8,
        )
        for k in range(10)
    ]
    flying = [
        ball((0.04, 0.028, 0.036), p, tone, 0.4, steps=8)
        for p, tone in (
            ((0.06, 0.22, 0.02), "#5fae55"),
            ((-0.08, 0.30, 0.0), "#f2c14e"),
            ((0.0, 0.38, 0.05), "#e2573f"),
        )
    ]
    frame = Frame(at.astype(F), np.eye(3, dtype=F))
    handle = tube(
        [
            at + np.array([0.24, 0.02, -0.2], F),
            grip(fig, LEFT),
            grip(fig, LEFT) + np.array([0.06, 0.02, -0.06], F),
        ],
        0.032,
        WOOD,
        steps=10,
    )
    blade = box(0.13, 0.16, 0.022, STEEL, 0.5, bevel=0.01).finished(metal=0.5).moved(0, -0.46, 0)
    spatula = upright(
        fig, join(tube([(0, 0.12, 0), (0, -0.32, 0)], 0.020, WOOD, steps=8), blade), pitch=-34, roll=-22
    )
    return join(frame.place(join(pan, *food, *flying)), handle, spatula)


@piece("ladle")
def ladle(fig: Figure, colour: Array) -> Mesh:
    bowl = ball((0.095, 0.062, 0.095), (0, 0.40, 0.05), colour, 0.6, steps=16).finished(metal=0.6)
    return upright(
        fig,
        join(
            tube([(0, -0.14, 0), (0, 0.2, 0), (0, 0.38, 0.01)], 0.018, colour, 0.5, steps=8).finished(
                metal=0.5
            ),
            bowl,
        ),
        pitch=12,
        roll=8,
    )


@piece("broom")
def broom(fig: Figure, colour: Array) -> Mesh:
    foot = -float(grip(fig)[1])
    twigs = lathe(
        [(0.045, 0), (0.16, -0.06), (0.20, -0.30), (0.13, -0.40), (0, -0.40)], colour, 0.05, steps=20
    )
    twigs = twigs.painted(
        lambda v, n, c: (c * (1 + F(0.16) * np.sin(np.arctan2(v[:, 0], v[:, 2]) * 14))[:, None]).astype(F)
    )
    stick = rod(1.2 - (foot + 0.40), foot + 0.40, 0.030, WOOD)
    return upright(
        fig,
        join(
            stick,
            twigs.moved(0, foot + 0.42, 0),
            torus(0.05, 0.02, "#b23a36", steps=16).moved(0, foot + 0.41, 0),
        ),
    )
