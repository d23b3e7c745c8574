"""The housing estate: slabs in all colours of the rainbow over a ball court."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix, rgb
from waa.painter.props.masonry import bar, building, bush
from waa.painter.props.motor import Kit
from waa.painter.props.panes import cells, glazed, lit, quads
from waa.painter.shapes import ellipse
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, torus, tube
from waa.painter.solid.model import Lamp, Model

RAINBOW = ("#e57373", "#f2a263", "#f5d676", "#98cf86", "#76c4cc", "#7c9be0", "#b089d8")
LOW, STOREY, STOREYS = 0.62, 0.46, 13
WIDE, DEEP = 6.3, 1.3
HIGH = LOW + STOREY * STOREYS


@draws("public_housing", yaw=-20)
def public_housing(look: Look) -> Model:
    """A long slab, each stair in its own colour, washing out of the windows, a court of bright paint before it."""
    colours = (
        RAINBOW
        if look.colour is None
        else tuple(mix(look.tint("#8fa8dc"), "#ffffff", 0.1 * (k % 3)) for k in range(7))
    )
    kit = Kit()
    kit.add(box(7.2, 0.12, 5.2, "#b3b0a8", 0.1, bevel=0.04).moved(0, 0, 0.2))
    _slab(kit, (0.0, -1.55), colours)
    _court(kit, 0.12)
    for x, size in ((-3.25, 0.34), (-2.85, 0.26), (3.25, 0.34), (2.9, 0.24)):
        kit.add(bush((x, 0.12, -0.55), size, "#5a9a4a", steps=7))
    for x in (-3.3, 3.3):
        _floodlight(kit, (x, 0.12, 2.45))
    return building(kit, (0, HIGH + 0.1, -1.55), 2.0)


def _slab(kit: Kit, at: tuple[float, float], colours: tuple[Colour, ...]) -> None:
    x0, z0 = at
    front = z0 + DEEP / 2
    bay = WIDE / len(colours)
    rng = noise.stream("estate")
    kit.add(
        bar(WIDE, LOW, DEEP - 0.1, "#8f8a82", 0.1).moved(x0, 0.12, z0),
        bar(WIDE + 0.1, 0.10, DEEP + 0.1, "#f4f0e6", 0.2).moved(x0, HIGH, z0),
    )
    for k, colour in enumerate(colours):
        x = x0 - WIDE / 2 + bay * (k + 0.5)
        kit.add(bar(bay, HIGH - LOW, DEEP, colour, 0.12).moved(x, LOW, z0))
        kit.add(
            bar(0.07, HIGH - LOW + 0.1, 0.08, mix(colour, "#ffffff", 0.55), 0.2).moved(
                x + bay / 2, LOW, front + 0.02
            )
        )
        left, right = x - bay * 0.46, x + bay * 0.46
        face = [(left, LOW, front), (right, LOW, front), (right, HIGH, front), (left, HIGH, front)]
        _windows(kit, face, mix(colour, "#ffffff", 0.5), rng)
        kit.add(bar(bay * 0.30, LOW - 0.06, 0.04, "#4d6a78", 0.5).moved(x, 0.14, front))
    for side, colour in ((-1, colours[0]), (1, colours[-1])):
        x = x0 + side * WIDE / 2
        near, far = (front - 0.1, z0 - DEEP / 2 + 0.1) if side > 0 else (z0 - DEEP / 2 + 0.1, front - 0.1)
        _windows(
            kit,
            [(x, LOW, near), (x, LOW, far), (x, HIGH, far), (x, HIGH, near)],
            mix(colour, "#ffffff", 0.5),
            rng,
            columns=3,
        )
    floors = [
        bar(WIDE + 0.04, 0.035, 0.05, "#f7f3ea", 0.2).moved(x0, LOW + STOREY * k, front)
        for k in range(STOREYS + 1)
    ]
    kit.add(*floors)
    _washing(kit, x0, front, rng)
    for x, wide in ((-2.2, 0.8), (0.3, 1.1), (2.3, 0.7)):
        kit.add(box(wide, 0.34, 0.6, "#e9e2d2", 0.1, bevel=0.03).moved(x0 + x, HIGH + 0.1, z0))
    kit.add(tube([(x0 + 0.3, HIGH + 0.4, z0), (x0 + 0.3, HIGH + 1.0, z0)], 0.02, "#8b9096", 0.4, steps=5))


def _windows(
    kit: Kit,
    face: list[tuple[float, float, float]],
    frame: Colour,
    rng: np.random.Generator,
    *,
    columns: int = 4,
) -> None:
    frames = cells(face, columns, STOREYS, (0.26, 0.40))
    kit.add(quads(frames, rgb(frame), lift=0.008))
    panes = cells(face, columns, STOREYS, (0.40, 0.52))
    kit.add(glazed(panes, "#2c4452", "#9cc4d6", rng, curtains=0.15, lift=0.014))
    burning = lit(panes, rng, 0.55, tints=("#ffd58a", "#ffc070", "#ffe9bd", "#d6ecff", "#ffb0a0"), lift=0.018)
    kit.night += [burning] if burning is not None else []


def _washing(kit: Kit, x0: float, front: float, rng: np.random.Generator) -> None:
    """Poles with shirts and sheets, and the boxes of air conditioners."""
    tints = ("#f5f1e6", "#e0665a", "#5f96c8", "#f0c04f", "#8d6fb3", "#ffffff")
    for _ in range(34):
        x, floor = x0 + float(rng.uniform(-0.47, 0.47)) * WIDE, int(rng.integers(0, STOREYS))
        y = LOW + STOREY * floor + 0.10
        if rng.random() < 0.45:
            kit.add(bar(0.16, 0.11, 0.10, "#d8d6cf", 0.2).moved(x, y - 0.06, front + 0.06))
            continue
        kit.add(bar(0.012, 0.012, 0.34, "#b9a06a").moved(x, y, front + 0.18))
        for k in range(2):
            z, long = front + 0.12 + 0.13 * k, float(rng.uniform(0.12, 0.22))
            kit.add(bar(0.012, long, 0.10, tints[int(rng.integers(len(tints)))], 0.05).moved(x, y - long, z))


# -- the court ---------------------------------------------------------------------------------------------


def _court(kit: Kit, ground: float) -> None:
    wide, deep, z = 5.9, 2.5, 1.25
    y = ground + 0.005
    kit.add(
        _flat(wide + 0.5, deep + 0.36, "#e38a6f", (0, y, z)), _flat(wide, deep, "#58a7a0", (0, y + 0.006, z))
    )
    white = "#fbf8ef"
    lines = [
        (wide, 0.05, 0, -deep / 2),
        (wide, 0.05, 0, deep / 2),
        (0.05, deep, -wide / 2, 0),
        (0.05, deep, wide / 2, 0),
        (0.05, deep, 0, 0),
    ]
    kit.add(*(_flat(w, d, white, (x, y + 0.018, z + dz)) for w, d, x, dz in lines))
    for side in (-1, 1):
        kit.add(_flat(1.15, 0.95, "#f2c65a", (side * (wide / 2 - 0.6), y + 0.012, z)))
        arc = ellipse(side * (wide / 2 - 1.15), 0, 0.48, 0.48, steps=25)
        kit.add(
            tube(
                np.column_stack([arc[:, 0], np.full(25, y + 0.02), arc[:, 1] + z]),
                0.022,
                white,
                0.1,
                steps=4,
                caps=False,
            )
        )
        kit.add(*_hoop((side * (wide / 2 + 0.10), ground, z), side))
    ring = ellipse(0, 0, 0.52, 0.52, steps=29)
    kit.add(
        tube(
            np.column_stack([ring[:, 0], np.full(29, y + 0.02), ring[:, 1] + z]),
            0.022,
            white,
            0.1,
            steps=4,
            caps=False,
        )
    )
    kit.add(ball(0.11, (0.55, ground + 0.12, z + 0.45), "#e07a2e", 0.3, steps=10))


def _flat(width: float, depth: float, colour: Colour, at: tuple[float, float, float]) -> Mesh:
    w, d = width / 2, depth / 2
    x, y, z = at
    return quads(
        np.array([[(x - w, y, z + d), (x + w, y, z + d), (x + w, y, z - d), (x - w, y, z - d)]]),
        rgb(colour),
        gloss=0.2,
    )


def _hoop(at: tuple[float, float, float], side: int) -> list[Mesh]:
    x, y, z = at
    post = tube([(x, y, z), (x, y + 1.05, z), (x - side * 0.34, y + 1.28, z)], 0.05, "#3f6fb0", 0.4, steps=8)
    board = box(0.05, 0.50, 0.74, "#fbf8ef", 0.4, bevel=0.01).moved(x - side * 0.36, y + 1.08, z)
    square = [bar(0.006, 0.02, 0.30, "#d8433a").moved(x - side * 0.388, y + h, z) for h in (1.20, 1.38)]
    rim = torus(0.15, 0.018, "#e2622e", 0.4, steps=18).moved(x - side * 0.56, y + 1.22, z)
    net = []
    for a in np.arange(8) * math.pi / 4:
        ends = [
            (x - side * 0.56 + r * math.sin(b), y + h, z + r * math.cos(b))
            for r, b, h in ((0.15, a, 1.21), (0.08, a + 0.4, 1.0))
        ]
        net.append(tube(ends, 0.007, "#f5f2ea", steps=4, caps=False))
    return [post, board, *square, rim, *net]


def _floodlight(kit: Kit, at: tuple[float, float, float]) -> None:
    x, y, z = at
    side = -1 if x > 0 else 1
    kit.add(
        cylinder(0.10, 0.10, "#6d7478", 0.2, steps=12).moved(x, y, z),
        tube([(x, y, z), (x, y + 2.1, z)], 0.04, "#8b9096", 0.4, steps=8),
    )
    lamps = join(
        *(
            box(0.22, 0.16, 0.10, "#fdf6df", 0.4, bevel=0.02).moved(x + side * 0.05 + dx, y + 2.05, z)
            for dx in (-0.13, 0.13)
        )
    )
    kit.add(lamps)
    kit.night.append(lamps.painted("#fff4cf").finished(glow=1.0).scaled(1.002))
    kit.lamps.append(Lamp(at=(x, y + 2.1, z), radius=1.1, colour="#fff0c8", strength=0.7))
