"""Rail: a train of the Mass Transit Railway."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.props.buses import Coach, box_of, hull_of
from waa.painter.props.motor import RUBBER, TAIL, axle, seat_on, square_lamp
from waa.painter.solid.bodywork import loft, pane
from waa.painter.solid.mesh import Mesh, box, join
from waa.painter.solid.model import Model

_WIDTH, _LOW, _HIGH = 2.3, 0.50, 2.85


@draws("train", yaw=50)
def train(look: Look) -> Model:
    """Two cars in steel with a band of the line's colour, bound for Tsuen Wan."""
    band = look.tint("#c8202d")
    head = Coach(_head(-1.9, 3.3))
    _car(head, -1.75, 1.95, band, doors=2)
    _nose(head, 3.3, band)
    second = Coach(loft(hull_of(1.35, _WIDTH, _LOW, _HIGH, corner=0.34), "#ccd1d7", 0.6))
    _car(second, -1.2, 1.2, band, doors=1)
    tail = second.kit
    parts = [m.moved(0, 0, -3.42) for m in tail.day]
    head.kit.add(box(1.5, 2.0, 0.5, "#2b2d32", 0.2, bevel=0.05).moved(0, 0.56, -1.98), *parts)
    head.kit.night += [m.moved(0, 0, -3.42) for m in tail.night]
    return head.kit.model(seat_on(_HIGH, 1.6, 0.8))


def _head(back: float, front: float) -> Mesh:
    w = _WIDTH / 2
    table = list(hull_of(-back, _WIDTH, _LOW, _HIGH, corner=0.34)[:4])
    table += [(front - 1.3, w, _LOW, _HIGH, 0.12, 0.34), (front - 0.66, w, _LOW, _HIGH - 0.03, 0.14, 0.40),
              (front - 0.26, w - 0.03, _LOW + 0.02, _HIGH - 0.26, 0.16, 0.46),
              (front - 0.05, w - 0.12, _LOW + 0.06, _HIGH - 0.80, 0.18, 0.36),
              (front, w - 0.26, _LOW + 0.16, _HIGH - 1.2, 0.16, 0.24)]  # fmt: skip
    return loft(table, "#ccd1d7", 0.6)


def _car(coach: Coach, z0: float, z1: float, band: Colour, doors: int) -> None:
    """Windows between doors, a band under them, bogies."""
    for y, width, colour in ((1.24, 0.16, band), (2.46, 0.05, band), (0.72, 0.05, "#8b929b")):
        coach.stripe(y, width, colour, z0 - 0.1, z1 + 0.25)
    step = (z1 - z0) / doors
    for k in range(doors):
        middle = z0 + (k + 0.5) * step
        for side in ("left", "right"):
            s = 1 if side == "left" else -1
            for half in (-1, 1):  # a pair of sliding doors
                x = s * middle + half * 0.31
                coach.kit.add(
                    coach.skins[side].lay(
                        pane(
                            box_of(x - 0.30, x + 0.30, 0.62, 2.34),
                            0.05,
                            mix(band, "#e3e7ec", 0.95),
                            0.6,
                            cells=5,
                        ),
                        0.012,
                    )
                )
                coach.pane(side, box_of(x - 0.19, x + 0.19, 1.36, 2.18), 0.07, seal=0.02)
            for edge in (-1, 1):
                wide = step / 2 - 0.64
                x = s * (middle + edge * (0.64 + wide / 2))
                coach.pane(side, box_of(x - wide / 2 + 0.03, x + wide / 2 - 0.03, 1.40, 2.18), 0.09)
    for z in np.linspace(z0 + 0.45, z1 - 0.3, 2):
        coach.kit.add(box(1.7, 0.30, 0.95, "#2b2d32", 0.2, bevel=0.05).moved(0, 0.24, z))
        for dz in (-0.3, 0.3):
            axle(coach.kit, z + dz, 1.86, 0.27, 0.16, "#7d838c")
    coach.kit.add(box(1.5, 0.30, (z1 - z0) * 0.4, "#5d636c", 0.3, bevel=0.06).moved(0, 0.26, (z0 + z1) / 2))
    for z in (z0 + 0.7, z1 - 0.7):  # air conditioning
        coach.kit.add(box(1.3, 0.16, 0.9, "#aab0b8", 0.4, bevel=0.06).moved(0, _HIGH - 0.05, z))


def _nose(coach: Coach, front: float, band: Colour) -> None:
    """The driver's face: a black mask, the name of the terminus in lights, a band, lamps."""
    kit, skin = coach.kit, coach.skins["front"]
    mask = pane([(-0.92, 1.20), (0.92, 1.20), (0.84, 2.56), (-0.84, 2.56)], 0.26, "#17181c", 0.75, cells=14)
    kit.add(skin.lay(mask, 0.006))
    coach.pane(
        "front",
        [(-0.76, 1.40), (0.76, 1.40), (0.70, 2.12), (-0.70, 2.12)],
        0.16,
        cells=10,
        light="#cfe0ea",
        seal=0.0,
    )
    coach.sign("front", "荃灣", 0, 2.34, 0.80, 0.28, rows=24, fill=0.95)
    kit.add(
        skin.lay(
            pane([(-0.98, 0.98), (0.98, 0.98), (0.96, 1.16), (-0.96, 1.16)], 0.05, band, 0.6, cells=14), 0.008
        )
    )
    square_lamp(
        kit,
        skin,
        [(0.52, 0.78), (0.80, 0.80), (0.78, 0.92), (0.52, 0.92)],
        rim=RUBBER,
        reach=0.9,
        colour="#f4f8ff",
    )
    square_lamp(
        kit,
        skin,
        [(0.36, 0.78), (0.47, 0.78), (0.47, 0.92), (0.36, 0.92)],
        rim=RUBBER,
        colour=TAIL,
        strength=0,
    )
    coupler = join(
        box(0.34, 0.20, 0.5, "#2b2d32", 0.3, bevel=0.05),
        box(0.44, 0.26, 0.14, "#3b3e45", 0.3, bevel=0.05).moved(0, -0.03, 0.26),
    )
    kit.add(coupler.moved(0, 0.42, front - 0.20))
