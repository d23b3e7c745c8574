"""A bowl of fruit and a crate of vegetables."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, shift
from waa.painter.props.bowls import greens
from waa.painter.props.fruit import apple, banana, peach, skin_of, strawberry_mesh
from waa.painter.props.furniture import wooden
from waa.painter.props.garnish import leaf
from waa.painter.props.market import aubergine_mesh, cucumber_mesh, pepper_mesh
from waa.painter.props.tableware import PORCELAIN, deep_bowl
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe, tube
from waa.painter.solid.model import Anchor, Model


@draws("fruit")
def fruit(look: Look) -> Model:
    """A bowl of fruit: apples, a peach, bananas, strawberries."""
    plain = Look()
    bowl = deep_bowl(0.135, 0.075, look.tint("#3f7fb5"), inner=PORCELAIN, wall=0.005)
    things = [
        banana(plain).mesh.scaled(0.92).turned(yaw=200, roll=6).moved(0.018, 0.070, -0.060),
        apple(plain).mesh.moved(-0.062, 0.044, 0.012),
        apple(replace(plain, concept="green apple", colour="green"))
        .mesh.turned(yaw=90, roll=-8)
        .moved(0.066, 0.046, 0.010),
        peach(plain).mesh.turned(yaw=-30).moved(0.004, 0.044, 0.060),
        *(
            strawberry_mesh(size=0.038, fine=False).turned(roll=r, pitch=20).moved(x, 0.070, z)
            for x, z, r in ((-0.052, 0.094, 60), (0.052, 0.094, -50))
        ),
    ]
    return _full(bowl, things)


def _full(vessel: Mesh, things: list[Mesh]) -> Model:
    mesh = join(vessel, *things)
    top = float(mesh.high[1])
    return Model(
        mesh=mesh, anchors={"grip": Anchor(at=(0, 0.04, 0)), "top": Anchor(at=(0, top * 0.9, 0), size=0.1)}
    )


@draws("vegetable", yaw=-14)
def vegetable(look: Look) -> Model:
    """A wooden crate of vegetables: greens, tomatoes, peppers, aubergine, cucumber, carrots."""
    rng = look.rng("crate")
    w, h, d = 0.30, 0.10, 0.20
    wood = "#c99a5a"
    slats = [
        wooden(box(w, 0.040, 0.010, wood, 0.2)).moved(0, y, s * d / 2)
        for y in (0.006, 0.056)
        for s in (-1, 1)
    ]
    slats += [
        wooden(box(0.010, 0.040, d, wood, 0.2)).moved(s * w / 2, y, 0)
        for y in (0.006, 0.056)
        for s in (-1, 1)
    ]
    posts = [box(0.020, h + 0.006, 0.020, shift(wood, 0, 1, 0.85), 0.2).moved(sx * (w / 2 - 0.006), 0, sz * (d / 2 - 0.006))
        for sx in (-1, 1) for sz in (-1, 1)]  # fmt: skip
    floor = box(w - 0.01, 0.070, d - 0.01, "#6b4a2c", 0.1)
    red, y = skin_of(Look(), "#d8281f"), 0.066
    things = [
        greens(5, 0.17, rng).turned(roll=66).turned(yaw=-14).moved(-0.086, y + 0.030, -0.052),
        greens(4, 0.15, rng).turned(roll=74).turned(yaw=160).moved(-0.036, y + 0.020, -0.058),
        aubergine_mesh(skin_of(Look(), "#4a2560")).turned(roll=-36, pitch=-16).moved(0.030, y + 0.004, -0.058),
        pepper_mesh(red).turned(yaw=30, roll=10).moved(0.094, y - 0.004, -0.022),
        pepper_mesh(skin_of(Look(), "#fbc02a")).turned(yaw=80, roll=-12).moved(0.106, y - 0.010, 0.056),
        _simple_tomato().moved(-0.106, y + 0.022, 0.054),
        _simple_tomato().moved(-0.050, y + 0.020, 0.066),
        cucumber_mesh(skin_of(Look(), "#3f8a36"), rng).turned(yaw=24, roll=12).moved(0.034, y + 0.026, 0.056),
        *(_simple_carrot().turned(roll=r).moved(x, y - 0.062, z) for x, z, r in ((-0.098, 0.004, 12), (-0.060, 0.014, -4),
            (-0.026, 0.008, -14))),
    ]  # fmt: skip
    return _full(join(*slats, *posts, floor), things)


def _simple_tomato() -> Mesh:
    star = [leaf(0.020, 0.007, "#4f9a34", bend=0.3).turned(yaw=k * 72).moved(0, 0.0285, 0) for k in range(5)]
    return join(ball((0.033, 0.029, 0.033), (0, 0, 0), "#e0301e", 0.8, steps=20), *star)


def _simple_carrot(colour: Colour = "#f5821f") -> Mesh:
    """One carrot among many, upright, tip down."""
    root = lathe(smooth([(0, 0), (0.008, 0.05), (0.0165, 0.115), (0.015, 0.128), (0, 0.131)], closed=False,
        steps=6), colour, 0.4,
        steps=24, crease=180)  # fmt: skip
    tops = [tube([(0, 0.128, 0), (0.010 * math.sin(a), 0.150, 0.010 * math.cos(a)), (0.026 * math.sin(a),
        0.172, 0.026 * math.cos(a))],
        [0.002, 0.005, 0.001], "#58a53e", 0.2, steps=7) for a in np.arange(6) * 1.05]  # fmt: skip
    return join(root, *tops)
