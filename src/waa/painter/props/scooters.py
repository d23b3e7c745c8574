"""A scooter, the Italian kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, rgb
from waa.painter.props.cycles import rod, round_light, saddle, tail_light, upright
from waa.painter.props.motor import CHROME, Kit
from waa.painter.shapes import bezier
from waa.painter.solid.bodywork import loft, stack
from waa.painter.solid.clay import Clay
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe, torus, tube
from waa.painter.solid.model import Model

# -- scooter -----------------------------------------------------------------------------------------------


@draws("scooter", yaw=52)
def scooter(look: Look) -> Model:
    """An Italian one: round cowls, a leg shield, a saddle for two."""
    paint = look.tint("#8fd0c1")
    cream = "#f4ead4" if look.colour not in ("white", "cream", "beige") else "#b0562f"
    kit = Kit()
    for z in (-0.46, 0.52):
        tyre = torus(0.165, 0.055, "#26272b", 0.25, steps=32)
        hub = lathe(
            [(0.0, 0.05), (0.10, 0.045), (0.13, 0.02), (0.13, -0.02), (0.10, -0.045), (0, -0.05)],
            "#dfe3e7",
            0.6,
            steps=26,
        )
        kit.add(upright(join(tyre, hub.finished(metal=0.3))).moved(0, 0.22, z))
    kit.add(_cowls(paint), _shield(paint, cream))
    seat = loft(((-0.38, 0.10, 0.0, 0.10, 0.04, 0.05), (-0.28, 0.14, 0.0, 0.12, 0.04, 0.06),
    (0.0, 0.145, 0.0, 0.11, 0.04, 0.06),
                 (0.22, 0.11, 0.0, 0.10, 0.04, 0.05), (0.30, 0.06, 0.01, 0.08, 0.03, 0.03)), "#9a5a34",
                 0.35)  # fmt: skip
    kit.add(seat.moved(0, 0.70, -0.30))
    floor = loft(
        (
            (-0.22, 0.15, 0.24, 0.29, 0.02, 0.02),
            (0.0, 0.17, 0.24, 0.29, 0.02, 0.02),
            (0.30, 0.16, 0.24, 0.30, 0.02, 0.02),
        ),
        paint,
        0.6,
    )
    kit.add(
        floor,
        *(
            box(0.022, 0.012, 0.44, cream, 0.3, bevel=0.004).moved(x, 0.288, 0.04)
            for x in (-0.10, -0.05, 0.05, 0.10)
        ),
    )
    bars = bezier((-0.30, 0.98, 0.28), (-0.18, 1.03, 0.46), (0.18, 1.03, 0.46), (0.30, 0.98, 0.28), 16)
    kit.add(tube(bars, 0.020, paint, 0.6, steps=10))
    head = (
        Clay(0.05)
        .ball((0, 0.99, 0.40), (0.13, 0.085, 0.12), paint)
        .ball((0, 0.98, 0.45), (0.09, 0.085, 0.09), paint)
    )
    kit.add(head.mesh(28, gloss=0.7))
    for x in (-1, 1):
        kit.add(rod((x * 0.27, 0.99, 0.32), (x * 0.34, 0.975, 0.22), 0.027, cream, 0.3))
        kit.add(
            rod((x * 0.16, 1.02, 0.38), (x * 0.22, 1.16, 0.36), 0.009, CHROME),
            ball((0.058, 0.058, 0.02), (x * 0.23, 1.19, 0.36), CHROME, 0.7, steps=12).finished(metal=0.5),
        )
        kit.add(ball((0.035, 0.03, 0.03), (x * 0.19, 0.72, 0.395), "#ff9c24", 0.9, steps=8))
    round_light(kit, (0, 0.985, 0.53), 0.078, reach=0.55)
    tail_light(kit, (0, 0.60, -0.79), 0.045)
    kit.add(
        lettered("WA 852", 0.19, 0.09, "#17171a", "#f6c21c", rows=12, fill=0.85, font="sans-700")
        .turned(180)
        .moved(0, 0.48, -0.80)
    )
    kit.add(
        tube(
            [(0.10, 0.20, -0.40), (0.13, 0.19, -0.62), (0.13, 0.21, -0.74)], [0.03, 0.04, 0.03], CHROME, 0.7
        ).finished(metal=0.6)
    )
    return kit.model(saddle(0.81, -0.34, 0.32))


def _cowls(paint: Colour) -> Mesh:
    """The rear body with a round cheek on either side, and the front mudguard."""
    clay = (
        Clay(0.05)
        .ball((0, 0.50, -0.42), (0.15, 0.20, 0.36), paint)
        .ball((0, 0.34, -0.18), (0.13, 0.12, 0.14), paint)
    )
    for x in (-0.15, 0.15):
        clay.ball((x, 0.43, -0.48), (0.095, 0.165, 0.29), paint, blend=0.03)
    clay.ball((0, 0.22, -0.46), (0.10, 0.235, 0.225), paint, blend=0.02, carves=True)
    front = Clay(0.03).ball((0, 0.29, 0.52), (0.115, 0.20, 0.27), paint)
    front.limb((-0.075, 0.21, 0.52), (0.075, 0.21, 0.52), 0.225, None, paint, blend=0.015, carves=True)
    front.ball((0, -0.10, 0.50), (0.5, 0.26, 0.8), paint, blend=0.015, carves=True)
    return join(clay.mesh(52, gloss=0.7), front.mesh(52, gloss=0.7))


def _shield(paint: Colour, cream: Colour) -> Mesh:
    """The leg shield: a curved plate, paint in front and cream behind, and the steering column."""
    rows: Sequence[tuple[float, float, float, float, float, float]] = (
        (0.28, 0.16, 0.28, 0.34, 0.02, 0.02), (0.40, 0.21, 0.35, 0.40, 0.02, 0.02),
        (0.60, 0.225, 0.40, 0.45, 0.02, 0.02),
        (0.80, 0.20, 0.41, 0.46, 0.02, 0.02), (0.93, 0.12, 0.40, 0.46, 0.02, 0.02),
    )  # fmt: skip

    def curved(mesh: Mesh) -> Mesh:
        v = mesh.vertices.copy()
        v[:, 2] -= 1.9 * v[:, 0] ** 2
        return replace(mesh, vertices=v)

    plate = curved(stack(rows, paint, 0.7))
    plate = plate.painted(np.where(plate.normals[:, 2:3] < -0.3, rgb(cream), plate.colours))
    column = tube([(0, 0.30, 0.55), (0, 0.62, 0.47), (0, 0.95, 0.42)], [0.06, 0.065, 0.05], paint, 0.7)
    trim = tube(
        np.column_stack(
            [np.zeros(6), np.linspace(0.42, 0.88, 6), 0.49 + 0.02 * np.sin(np.linspace(0, 3, 6))]
        ),
        0.018,
        CHROME,
        0.7,
    )
    return join(plate, column, trim.finished(metal=0.4))
