"""Two small cars: a round hatchback and a low sports car."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.props.cars import Shell, skinned
from waa.painter.props.motor import (
    CHROME,
    TAIL,
    Kit,
    arch,
    axle,
    bumper,
    door_lines,
    handle,
    mirror,
    plate,
    round_lamp,
    seat_on,
    sideways,
    square_lamp,
    window,
)  # fmt: skip
from waa.painter.solid.bodywork import Skin, dense, loft, pane, seam, stack
from waa.painter.solid.mesh import box
from waa.painter.solid.model import Model

HATCH = (
    (-1.46, 0.60, 0.46, 0.80, 0.10, 0.10), (-1.41, 0.75, 0.35, 0.93, 0.14, 0.14),
    (-1.20, 0.83, 0.28, 1.00, 0.16, 0.15),
    (-0.6, 0.86, 0.26, 1.02, 0.16, 0.15), (0.2, 0.865, 0.25, 1.01, 0.16, 0.16), (0.78, 0.855, 0.26, 0.97, 0.16, 0.18),
    (1.16, 0.82, 0.28, 0.90, 0.15, 0.20), (1.39, 0.74, 0.34, 0.80, 0.13, 0.17), (1.46, 0.60, 0.44, 0.68, 0.10, 0.10),
)  # fmt: skip
HATCH_CABIN = (
    (0.90, 0.78, -1.34, 0.84, 0.34, 0.34), (1.04, 0.77, -1.31, 0.76, 0.34, 0.34),
    (1.30, 0.725, -1.18, 0.56, 0.33, 0.33),
    (1.52, 0.665, -1.02, 0.36, 0.32, 0.32), (1.63, 0.60, -0.90, 0.22, 0.30, 0.30),
    (1.685, 0.48, -0.74, 0.06, 0.26, 0.26),
    (1.70, 0.26, -0.5, -0.16, 0.15, 0.15),
)  # fmt: skip


@draws("car", yaw=46)
def car(look: Look) -> Model:
    """A little round hatchback with large round eyes, two-coloured."""
    paint = look.tint("#3f9fd8")
    roof = (
        mix(paint, "#ffffff", 0.86) if look.colour not in ("white", "silver") else mix(paint, "#3a3f48", 0.65)
    )
    shell = skinned(loft(HATCH, paint, 0.65), stack(HATCH_CABIN, roof, 0.65))
    kit = Kit()
    kit.add(shell.body, shell.cabin)
    kit.add(window(shell.screen, ((-0.60, 1.045), (0.60, 1.045), (0.50, 1.50), (-0.50, 1.50)), 0.14))
    kit.add(window(shell.rear_screen, ((-0.56, 1.08), (0.56, 1.08), (0.48, 1.46), (-0.48, 1.46)), 0.12))
    for corners in (
        ((-0.22, 1.07), (0.52, 1.07), (0.26, 1.50), (-0.22, 1.50)),
        ((-1.00, 1.07), (-0.31, 1.07), (-0.31, 1.50), (-0.80, 1.50)),
    ):
        kit.pair(window(shell.glazing, sideways(corners), 0.08))
    for z in (0.86, -0.88):
        kit.pair(arch(shell.side, z, 0.335, 0.42, 0.27, mix(paint, "#1b1c20", 0.75), 0.035))
        axle(kit, z, 1.80, 0.345, 0.24, "#e6e8ea")
    doors = (((0.60, 0.96), (0.60, 0.50), (0.46, 0.36), (-0.24, 0.36), (-0.27, 1.00)),)
    for line in door_lines(shell.side, doors, paint):
        kit.pair(line)
    kit.pair(
        seam(shell.side, dense([(-1.30, 0.44), (1.30, 0.44)], 0.1), 0.045, CHROME, 0.7),
        mirror(paint, 0.10).moved(0.78, 1.02, 0.48),
    )
    kit.pair(handle(shell.side, -0.16, 0.88, CHROME))
    round_lamp(kit, shell.front, 0.53, 0.70, 0.125, reach=0.65)
    round_lamp(kit, shell.back, 0.56, 0.78, 0.085, colour=TAIL, reach=0.35, strength=0.6)
    smile = [(-0.30, 0.56), (0.30, 0.56), (0.24, 0.72), (-0.24, 0.72)]
    kit.add(shell.front.lay(pane(smile, 0.07, CHROME, 0.7), 0.006).finished(metal=0.5))
    kit.add(shell.front.lay(pane(np.array(smile) * 0.86 + (0, 0.09), 0.05, "#1a1b1f", 0.3), 0.012))
    for ahead, skin in ((1, shell.front), (-1, shell.back)):
        bar = (
            bumper(1.40, 0.15, CHROME, 0.6, wrap=0.26)
            .finished(metal=0.5)
            .turned(0 if ahead > 0 else 180)
            .moved(0, 0.42, ahead * 1.44)
        )
        kit.add(bar, plate(Skin(bar, "front" if ahead > 0 else "back"), 0.42, back=ahead < 0, width=0.44))
        del skin
    return kit.model(seat_on(1.69, 1.0, -0.3))


WEDGE = (
    (-1.88, 0.70, 0.46, 0.74, 0.08, 0.08), (-1.82, 0.84, 0.34, 0.82, 0.10, 0.10),
    (-1.55, 0.92, 0.24, 0.845, 0.12, 0.14),
    (-1.05, 0.945, 0.18, 0.82, 0.12, 0.16), (-0.3, 0.90, 0.16, 0.74, 0.12, 0.16), (0.5, 0.90, 0.16, 0.70, 0.12, 0.17),
    (1.10, 0.945, 0.17, 0.69, 0.12, 0.18), (1.50, 0.935, 0.19, 0.62, 0.10, 0.17),
    (1.78, 0.84, 0.23, 0.50, 0.08, 0.12),
    (1.86, 0.70, 0.28, 0.42, 0.05, 0.06),
)  # fmt: skip
WEDGE_CABIN = (
    (0.62, 0.76, -1.42, 0.86, 0.40, 0.46), (0.74, 0.74, -1.26, 0.62, 0.40, 0.46),
    (0.90, 0.66, -0.98, 0.26, 0.38, 0.40),
    (1.04, 0.575, -0.74, -0.02, 0.34, 0.34), (1.105, 0.50, -0.60, -0.16, 0.21, 0.21),
    (1.135, 0.36, -0.50, -0.24, 0.12, 0.12),
    (1.14, 0.18, -0.42, -0.30, 0.05, 0.05),
)  # fmt: skip


@draws("sports_car", yaw=52)
def sports_car(look: Look) -> Model:
    """A low wedge with wide hips, slim eyes and a wing."""
    paint = look.tint("#d6242c")
    shell = skinned(loft(WEDGE, paint, 0.85), stack(WEDGE_CABIN, paint, 0.85))
    kit = Kit()
    kit.add(shell.body, shell.cabin)
    kit.add(
        window(
            shell.screen,
            ((-0.62, 0.735), (0.62, 0.735), (0.47, 1.055), (-0.47, 1.055)),
            0.10,
            glass="#141b24",
        )
    )
    kit.add(
        window(
            shell.rear_screen,
            ((-0.52, 0.78), (0.52, 0.78), (0.42, 1.04), (-0.42, 1.04)),
            0.08,
            glass="#141b24",
        )
    )
    kit.pair(
        window(
            shell.glazing,
            sideways(((-0.66, 0.80), (0.44, 0.765), (0.02, 1.03), (-0.50, 1.05))),
            0.05,
            glass="#141b24",
        )
    )
    for z, r in ((1.12, 0.325), (-1.10, 0.345)):
        kit.pair(arch(shell.side, z, r, r + 0.065, 0.19, paint, 0.03))
        axle(kit, z, 1.92, r, 0.27, "#dfe3e8", spokes=5)
    for line in door_lines(
        shell.side, (((0.52, 0.66), (0.46, 0.34), (0.34, 0.26), (-0.48, 0.26), (-0.56, 0.72)),), paint
    ):
        kit.pair(line)
    scoop = sideways(((-0.86, 0.40), (-0.58, 0.34), (-0.60, 0.62), (-0.80, 0.62)))
    kit.pair(
        shell.side.lay(pane(scoop, 0.04, "#17181c", 0.4), 0.012), mirror(paint, 0.085).moved(0.70, 0.80, 0.44)
    )
    kit.pair(handle(shell.side, -0.42, 0.60, mix(paint, "#000000", 0.2), 0.13))
    sill = seam(shell.side, dense([(-0.78, 0.215), (0.80, 0.215)], 0.08), 0.06, "#1b1c20")
    kit.pair(sill)
    _sports_ends(kit, shell, paint)
    return kit.model(seat_on(1.13, 0.9, -0.35))


def _sports_ends(kit: Kit, shell: Shell, paint: Colour) -> None:
    for corners in (((-0.34, 0.25), (0.34, 0.25), (0.30, 0.345), (-0.30, 0.345)),):
        kit.add(shell.front.lay(pane(corners, 0.03, "#15161a", 0.4), 0.010))
    for side in (1, -1):
        duct = np.array([(0.44, 0.25), (0.68, 0.29), (0.66, 0.37), (0.46, 0.345)]) * (side, 1)
        kit.add(shell.front.lay(pane(duct if side > 0 else duct[[1, 0, 3, 2]], 0.03, "#15161a", 0.4), 0.010))
    square_lamp(
        kit,
        shell.front,
        ((0.44, 0.435), (0.78, 0.47), (0.76, 0.545), (0.50, 0.50)),
        rim="#1b1c20",
        reach=0.6,
        colour="#eef6ff",
    )
    square_lamp(
        kit,
        shell.back,
        ((0.34, 0.64), (0.78, 0.64), (0.78, 0.72), (0.34, 0.70)),
        colour=TAIL,
        rim="#1b1c20",
        reach=0.4,
        strength=0.7,
    )
    kit.add(
        shell.back.lay(
            pane([(-0.6, 0.38), (0.6, 0.38), (0.6, 0.56), (-0.6, 0.56)], 0.05, "#17181c", 0.4), 0.008
        )
    )
    kit.add(plate(shell.front, 0.40, width=0.36), plate(shell.back, 0.50, back=True, width=0.42))
    pipe = box(0.16, 0.09, 0.12, CHROME, 0.7, bevel=0.04).finished(metal=0.8)
    kit.pair(pipe.moved(0.36, 0.26, -1.84))
    wing = loft(((-0.16, 0.80, 0.0, 0.02, 0.01, 0.01), (0.0, 0.82, -0.01, 0.035, 0.02, 0.02),
    (0.14, 0.80, -0.02, 0.01, 0.01, 0.01)),
                mix(paint, "#000000", 0.12), 0.7)  # fmt: skip
    kit.add(wing.turned(0, -6).moved(0, 1.03, -1.62))
    kit.pair(box(0.05, 0.24, 0.14, "#1b1c20", 0.4, bevel=0.015).turned(0, 12).moved(0.52, 0.80, -1.60))
    splitter = bumper(1.50, 0.05, "#1b1c20", 0.4, depth=0.2, wrap=0.3).moved(0, 0.205, 1.74)
    kit.add(splitter)
    top = Skin(shell.body, "top")
    for side in (1, -1):  # creases of the bonnet
        kit.add(
            seam(
                top,
                dense([(side * 0.50, -0.86), (side * 0.42, -1.66)], 0.08),
                0.016,
                mix(paint, "#000000", 0.45),
            )
        )
        louvre = np.array([(0.16, -1.06), (0.34, -1.02), (0.33, -0.94), (0.16, -0.98)]) * (side, 1)
        kit.add(top.lay(pane(louvre if side > 0 else louvre[[1, 0, 3, 2]], 0.02, "#15161a", 0.4), 0.008))
