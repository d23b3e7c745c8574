"""The dragon boat of the fifth day of the fifth moon."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, rgb
from waa.painter.props.boats import afloat
from waa.painter.props.hulls import Lines, hull, rail, sail
from waa.painter.props.motor import Kit
from waa.painter.shapes import smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus, tube
from waa.painter.solid.model import Model

# -- a dragon boat -----------------------------------------------------------------------------------------

_LONG: Lines = (
    (-2.9, 0.24, 1.02, 0.62, 1.2), (-2.5, 0.44, 0.76, 0.24, 1.4), (-1.5, 0.64, 0.58, 0.02, 1.5),
    (0, 0.70, 0.54, 0.0, 1.5), (1.5, 0.64, 0.58, 0.02, 1.5),
    (2.4, 0.46, 0.74, 0.20, 1.4), (2.8, 0.30, 0.98, 0.52, 1.2),
)  # fmt: skip


@draws("dragon_boat", yaw=64)
def dragon_boat(look: Look) -> Model:
    """Long and low, scaled from stem to stern, a dragon's head with streaming whiskers, a drum, two rows of paddles."""
    paint = look.tint("#d2332a")
    gold = "#f0b93a"
    kit = Kit()

    def scales(v: Array, n: Array, c: Array) -> Array:
        wave = 0.34 + 0.09 * np.abs(np.sin(v[:, 2:3] * 5.4))
        upper = np.where(v[:, 1:2] > wave + 0.035, rgb(paint), rgb(gold))
        return np.where(v[:, 1:2] < wave, rgb("#1f7a5a"), upper)

    kit.add(hull(_LONG, scales, inside="#c08a50", floor=0.08, gloss=0.5, steps=9), rail(_LONG, 0.05, gold))
    for k in range(7):
        z = -1.80 + 0.58 * k
        width = float(np.interp(z, [r[0] for r in _LONG], [r[1] for r in _LONG]))
        kit.add(box(2 * width - 0.14, 0.05, 0.20, "#8a5a34", 0.2, bevel=0.012).moved(0, 0.36, z))
        if 0 < k < 6:
            kit.pair(_paddle(paint).moved(width + 0.05, 0.66, z + 0.05))
    drum = join(cylinder(0.30, 0.42, paint, 0.5, steps=32, bevel=0.04).scaled(1.0, 1, 1.0),
    cylinder(0.27, 0.02, "#f4e8cf", 0.2, steps=28).moved(0, 0.415, 0),
                torus(0.30, 0.022, gold, 0.5, steps=30).moved(0, 0.06, 0),
                torus(0.30, 0.022, gold, 0.5, steps=30).moved(0, 0.37, 0))  # fmt: skip
    kit.add(drum.moved(0, 0.42, 2.02))
    kit.add(_dragon_head(paint, gold).scaled(1.5).moved(0, 0.92, 2.78), _dragon_tail(paint, gold))
    kit.add(tube([(0, 0.6, -2.1), (0.06, 2.05, -2.2)], 0.025, gold, 0.5, steps=6))
    kit.add(
        sail(
            [(0.06, 1.44, -2.18), (0.06, 1.36, -2.86), (0.06, 1.94, -2.78), (0.06, 2.02, -2.2)],
            0.10,
            "#f6c443",
            rows=11,
            columns=13,
        )
    )
    mark = lettered("龍", 0.34, 0.34, paint, "#f6c443", rows=22, fill=0.95, bare=True)
    kit.add(mark.turned(-90).moved(-0.06, 1.68, -2.5), mark.turned(90).moved(0.20, 1.68, -2.5))
    kit.add(
        tube([(0.1, 0.78, -2.2), (0.5, 0.2, -3.3)], 0.03, "#8a5a34", 0.3, steps=6),
        box(0.05, 0.5, 0.22, "#8a5a34", 0.3, bevel=0.015).turned(0, -60).moved(0.5, 0.0, -3.2),
    )
    return afloat(kit, 0.22, (0, 0.42, 0.3), 0.7)


def _paddle(paint: Colour) -> Mesh:
    """Held ready on the right: the shaft leans out, the blade in the water."""
    shaft = tube([(0, 0.42, 0), (0, -0.30, 0)], 0.022, "#d2a066", 0.3, steps=6)
    blade = extrude(
        smooth(
            [(-0.05, -0.28), (0.05, -0.28), (0.10, -0.52), (0.085, -0.70), (-0.085, -0.70), (-0.10, -0.52)],
            steps=3,
        ),
        0.025,
        paint,
        0.5,
        crease=70,
    )
    grip = tube([(-0.06, 0.42, 0), (0.06, 0.42, 0)], 0.022, "#d2a066", 0.3, steps=6)
    return join(shaft, blade.turned(90), grip).turned(0, -14, 24)


def _dragon_head(paint: Colour, gold: Colour) -> Mesh:
    """Looking to +z, its neck at the origin."""
    green, cream = "#1f8a5e", "#fff4dc"
    clay = (
        Clay(0.06)
        .limb((0, -0.25, -0.25), (0, 0.30, 0.02), 0.24, 0.22, paint)
        .ball((0, 0.46, 0.12), (0.27, 0.25, 0.30), paint)
    )
    clay.ball((0, 0.40, 0.48), (0.21, 0.13, 0.28), paint).ball(
        (0, 0.45, 0.68), (0.17, 0.10, 0.11), paint
    ).ball((0, 0.17, 0.42), (0.15, 0.075, 0.26), gold, blend=0.03)
    clay.ball((-0.10, 0.53, 0.70), 0.065, gold, blend=0.02).ball((0.10, 0.53, 0.70), 0.065, gold, blend=0.02)
    for x in (-0.13, 0.13):
        clay.ball((x, 0.62, 0.26), (0.12, 0.12, 0.12), paint, blend=0.03).ball(
            (x * 1.1, 0.71, 0.22), (0.13, 0.04, 0.13), green, blend=0.02, roll=14 if x < 0 else -14
        )
    parts = [
        clay.mesh(48, gloss=0.55),
        ball((0.13, 0.03, 0.22), (0, 0.265, 0.44), "#7c1420", 0.4, steps=12),
        ball((0.06, 0.03, 0.20), (0, 0.24, 0.58), "#ff7f8e", 0.5, steps=10),
    ]
    for x in (-1, 1):
        parts += [
            ball(0.085, (x * 0.165, 0.635, 0.32), "#fffdf2", 0.8, steps=14),
            ball(0.048, (x * 0.185, 0.64, 0.385), "#15161a", 0.95, steps=10),
            ball(0.016, (x * 0.17, 0.665, 0.425), "#ffffff", 0.9, steps=6),
        ]
        horn = smooth(
            [(x * 0.12, 0.70, 0.06), (x * 0.20, 0.94, -0.10), (x * 0.22, 1.12, -0.32)], closed=False
        )
        parts.append(tube(horn, np.linspace(0.055, 0.016, len(horn)).tolist(), gold, 0.5, steps=8))
        parts.append(
            tube([(x * 0.20, 0.92, -0.09), (x * 0.30, 1.04, -0.08)], [0.032, 0.012], gold, 0.5, steps=6)
        )
        whisker = smooth(
            [(x * 0.14, 0.44, 0.74), (x * 0.36, 0.40, 0.82), (x * 0.52, 0.56, 0.62), (x * 0.60, 0.50, 0.36)],
            closed=False,
        )
        parts.append(tube(whisker, np.linspace(0.028, 0.008, len(whisker)).tolist(), gold, 0.5, steps=6))
        for k in range(4):  # the mane
            lock = smooth(
                [
                    (x * 0.20, 0.52 - 0.16 * k, -0.02 - 0.08 * k),
                    (x * (0.40 - 0.02 * k), 0.58 - 0.18 * k, -0.20 - 0.08 * k),
                    (x * 0.42, 0.66 - 0.19 * k, -0.44 - 0.06 * k),
                ],
                closed=False,
            )
            parts.append(
                tube(
                    lock,
                    np.linspace(0.085, 0.014, len(lock)).tolist(),
                    green if k % 2 else gold,
                    0.4,
                    steps=8,
                )
            )
        for k in range(4):  # teeth
            parts.append(
                lathe([(0.0, -0.07), (0.022, 0.0)], cream, 0.5, steps=8).moved(
                    x * (0.13 - 0.012 * k), 0.345, 0.42 + 0.09 * k
                )
            )
            parts.append(
                lathe([(0.020, 0.0), (0.0, 0.055)], cream, 0.5, steps=8).moved(
                    x * (0.10 - 0.012 * k), 0.215, 0.42 + 0.07 * k
                )
            )
    for k in range(4):
        parts.append(
            ball((0.045, 0.14 - 0.012 * k, 0.07), (0, 0.72 - 0.17 * k, -0.06 - 0.10 * k), gold, 0.5, steps=10)
        )
    beard = [
        tube(
            smooth([(x, 0.12, 0.58), (x * 1.4, -0.02, 0.62), (x * 1.2, -0.16, 0.52)], closed=False),
            0.035,
            green,
            0.4,
            steps=6,
        )
        for x in (-0.07, 0.0, 0.07)
    ]
    return join(*parts, *beard)


def _dragon_tail(paint: Colour, gold: Colour) -> Mesh:
    curl = smooth([(0, 0.80, -2.66), (0, 1.10, -3.15), (0, 1.6, -3.28), (0, 2.0, -3.0)], closed=False)
    parts = [tube(curl, np.linspace(0.25, 0.08, len(curl)).tolist(), paint, 0.5, steps=12)]
    for k, a in enumerate((-30, 0, 30, 60)):
        parts.append(
            ball((0.06, 0.32, 0.11), (0, 0.26, 0), gold if k % 2 else "#1f8a5e", 0.5, steps=10)
            .turned(0, a)
            .moved(0, 1.96, -3.0)
        )
    return join(*parts)
