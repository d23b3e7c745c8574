"""What flies: an airliner, a helicopter."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.motor import CHROME, Kit, lit, window
from waa.painter.shapes import smooth
from waa.painter.solid.bodywork import Skin, dense, loft, seam, shell
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    mirrored,
    torus,
    tube,
)
from waa.painter.solid.model import Anchor, Lamp, Model

# -- the airliner ------------------------------------------------------------------------------------------


def blade(root: tuple[float, float, float], tip: tuple[float, float, float], chords: tuple[float, float],
thick: tuple[float, float],
          colour: Colour, gloss: float = 0.6) -> Mesh:  # fmt: skip
    """A wing from `root` to `tip` (the middles of its chords, which run along z), with a rounded leading edge."""
    t = np.concatenate([np.linspace(0, 1, 7), [1.015]])
    shape = np.array([(0.5, 0.0), (0.47, 0.55), (0.36, 0.95), (0.15, 1.0), (-0.2, 0.62), (-0.5, 0.04),
                      (-0.2, -0.5), (0.15, -0.75), (0.36, -0.7), (0.47, -0.45)])  # fmt: skip
    outline = smooth(shape, closed=True, steps=2)
    a, b = np.asarray(root), np.asarray(tip)
    rings = []
    for s in t:
        k = min(s, 1.0)
        chord, height = chords[0] + (chords[1] - chords[0]) * k, thick[0] + (thick[1] - thick[0]) * k
        if s > 1:
            chord, height = chord * 0.86, height * 0.2
        middle = a + (b - a) * s
        rings.append(
            np.column_stack(
                [
                    np.full(len(outline), middle[0]),
                    middle[1] + outline[:, 1] * height / 2,
                    middle[2] + outline[:, 0] * chord,
                ]
            )
        )
    mesh = shell(np.stack(rings), colour, gloss)
    return mesh if (b - a)[0] > 0 else replace(mesh, faces=mesh.faces[:, ::-1].copy(), normals=-mesh.normals)


@draws("airplane", yaw=54)
def airplane(look: Look) -> Model:
    """A chubby airliner, nose up a little, as toys are."""
    paint = look.tint("#1f8a8a")
    white = "#f6f5f1"
    body = loft(
        ((-3.0, 0.10, 1.55, 1.80, 0.1, 0.1), (-2.6, 0.26, 1.34, 1.88, 0.26, 0.26),
        (-1.8, 0.52, 0.98, 1.96, 0.5, 0.48), (-0.8, 0.66, 0.72, 2.02, 0.64, 0.62),
         (0.6, 0.68, 0.68, 2.03, 0.66, 0.62), (1.6, 0.66, 0.70, 2.02, 0.62, 0.62),
         (2.3, 0.56, 0.76, 1.86, 0.52, 0.54), (2.75, 0.36, 0.90, 1.58, 0.34, 0.34),
         (2.95, 0.14, 1.06, 1.32, 0.13, 0.13)), white, 0.7, corner=8,
    )  # fmt: skip
    kit = Kit()
    band = rgb(paint)

    def livery(v: Array, n: Array, c: Array) -> Array:
        belly = v[:, 1] < 1.02 + 0.06 * np.maximum(-v[:, 2] - 1.4, 0) ** 2 * 3
        tail = v[:, 2] + 0.9 * (v[:, 1] - 1.5) < -2.05
        return np.where((belly | tail)[:, None], band, c)

    kit.add(painted_finely(body, livery, levels=4, most=9000))
    side, front = Skin(body, "right"), Skin(body, "front")
    for k in range(12):
        z = -1.55 + 0.27 * k
        kit.pair(
            window(
                side,
                [(-z - 0.065, 1.42), (-z + 0.065, 1.42), (-z + 0.065, 1.62), (-z - 0.065, 1.62)],
                0.06,
                seal=0.018,
                glint=False,
                cells=4,
            )
        )
        kit.night.append(
            mirrored(
                lit(
                    side,
                    [(-z - 0.065, 1.42), (-z + 0.065, 1.42), (-z + 0.065, 1.62), (-z - 0.065, 1.62)],
                    0.06,
                    cells=4,
                    strength=0.95,
                )
            )
        )
    for z in (-1.9, 1.86):
        door = dense(
            [(-z - 0.13, 1.06), (-z - 0.13, 1.66), (-z + 0.13, 1.66), (-z + 0.13, 1.06), (-z - 0.13, 1.06)],
            0.08,
        )
        kit.pair(seam(side, door, 0.018, "#b9b7b0"))
    for corners in ([(0.02, 1.60), (0.30, 1.57), (0.32, 1.76), (0.03, 1.80)],):
        kit.pair(window(front, corners, 0.04, seal=0.02, cells=6, glint=False))
    kit.pair(
        window(
            side,
            [(-2.44, 1.58), (-2.12, 1.58), (-2.12, 1.76), (-2.34, 1.76)],
            0.05,
            seal=0.02,
            cells=6,
            glint=False,
        )
    )
    for skin, sign in ((side, -1), (Skin(body, "left"), 1)):
        words = lettered("話畫航空", 1.0, 0.22, paint, white, rows=22, fill=0.98, bare=True)
        kit.add(skin.lay(words.moved(sign * 1.0, 1.80, 0), 0.012))
    _wings(kit, paint, white)
    kit.lamps += [Lamp(at=(2.9, 1.32, -0.9), radius=0.35, colour="#ff4040", strength=0.9),
    Lamp(at=(-2.9, 1.32, -0.9), radius=0.35, colour="#40ff70", strength=0.9),
                  Lamp(at=(0, 0.9, 2.6), radius=0.9, colour="#fff3d2", strength=0.5)]  # fmt: skip
    return kit.model(
        {
            "seat": Anchor(at=(0, 2.03, 0.6), size=0.9),
            "top": Anchor(at=(0, 2.03, 0.6), size=1.0),
            "inside": Anchor(at=(0, 1.98, 1.2), size=0.7),
        }
    )


def _wings(kit: Kit, paint: Colour, white: Colour) -> None:
    grey = "#dfe2e5"
    wing = blade((0.45, 0.92, 0.15), (2.85, 1.28, -0.95), (1.45, 0.50), (0.24, 0.07), grey)
    winglet = blade((2.82, 1.26, -0.97), (3.0, 1.72, -1.25), (0.46, 0.26), (0.07, 0.04), paint)
    plane = blade((0.12, 1.72, -2.48), (1.20, 1.88, -2.86), (0.72, 0.34), (0.13, 0.05), grey)
    kit.pair(wing, winglet, plane)
    fin = (
        blade((0.0, 0.0, 0.0), (1.25, 0.0, -0.62), (1.10, 0.50), (0.16, 0.07), paint)
        .turned(0, 0, 90)
        .moved(0, 1.78, -2.28)
    )
    kit.add(fin)
    kit.add(lathe([(0.0, 0), (0.19, 0.0), (0.19, 0.012), (0, 0.012)], white, 0.5, steps=28).turned(0, 0,
    -90).moved(0.062, 2.55, -2.62),
            lathe([(0.0, 0), (0.19, 0.0), (0.19, 0.012), (0, 0.012)], white, 0.5, steps=28).turned(0, 0,
            90).moved(-0.062, 2.55, -2.62))  # fmt: skip
    for sign in (1, -1):
        mark = lettered("話", 0.26, 0.26, paint, white, rows=20, fill=0.95, bare=True).turned(90 * sign)
        kit.add(mark.moved(sign * 0.078, 2.55, -2.62))
    engine = lathe(
        [(0.20, -0.42), (0.27, -0.2), (0.30, 0.15), (0.30, 0.36), (0.265, 0.42), (0.235, 0.36), (0.22, 0.2)],
        paint,
        0.7,
        steps=32,
    ).turned(0, 90)
    lip = torus(0.268, 0.035, CHROME, 0.8, steps=32).turned(0, 90).moved(0, 0, 0.40).finished(metal=0.7)
    fan = join(cylinder(0.235, 0.02, "#2b2e35", 0.4, steps=28).turned(0, 90).moved(0, 0, 0.24),
    ball((0.07, 0.07, 0.12), (0, 0, 0.27), "#c9ced5", 0.6, steps=12),
               *(box(0.035, 0.20, 0.012, "#6d737d", 0.5, bevel=0.004).moved(0, 0.03, 0.27).turned(0, 0,
               30 * k) for k in range(12)))  # fmt: skip
    back = cylinder(0.19, 0.02, "#2b2e35", 0.3, steps=24).turned(0, 90).moved(0, 0, -0.42)
    pylon = box(0.10, 0.30, 0.6, "#dfe2e5", 0.5, bevel=0.03).moved(0, 0.18, -0.08)
    kit.pair(join(engine, lip, fan, back, pylon).moved(1.35, 0.72, 0.36))
    for x, z in ((0.0, 2.0), (0.42, -0.25), (-0.42, -0.25)):  # the wheels are out: it can stand
        leg = tube([(x, 0.85, z), (x, 0.2, z)], 0.05, CHROME, 0.6)
        pair = [
            torus(0.13, 0.06, "#26272b", 0.25, steps=20).turned(0, 0, 90).moved(x + dx, 0.19, z)
            for dx in (-0.09, 0.09)
        ]
        hubs = [ball((0.05, 0.09, 0.09), (x + dx, 0.19, z), "#c9ced5", 0.5, steps=8) for dx in (-0.12, 0.12)]
        kit.add(leg, *pair, *hubs)


# -- the helicopter ----------------------------------------------------------------------------------------


@draws("helicopter", yaw=50)
def helicopter(look: Look) -> Model:
    """A bubble of glass, a tail boom, skids and a turning rotor."""
    paint = look.tint("#e8a92a")
    dark = "#2b2d33"
    kit = Kit()
    clay = (
        Clay(0.14)
        .ball((0, 1.25, 0.35), (0.78, 0.74, 1.05), paint)
        .ball((0, 1.36, -0.5), (0.58, 0.56, 0.7), paint)
    )
    clay.limb((0, 1.55, -0.7), (0, 1.78, -2.9), 0.30, 0.11, paint).ball(
        (0, 1.98, -0.1), (0.32, 0.22, 0.6), paint
    )
    body = clay.mesh(64, gloss=0.7)
    kit.add(body)
    front, side = Skin(body, "front"), Skin(body, "right")
    for corners in ([(0.04, 0.92), (0.56, 0.96), (0.50, 1.72), (0.04, 1.78)],):
        kit.pair(window(front, corners, 0.12, cells=12))
    kit.pair(window(side, [(-0.98, 1.10), (-0.48, 1.06), (-0.42, 1.72), (-0.80, 1.66)], 0.10, cells=10))
    kit.pair(window(side, [(-0.36, 1.06), (0.20, 1.08), (0.16, 1.66), (-0.32, 1.72)], 0.10, cells=10))
    kit.pair(
        seam(
            side,
            dense([(-0.42, 1.80), (-0.44, 0.80), (0.24, 0.80), (0.20, 1.74)], 0.08),
            0.018,
            mix(paint, "#000000", 0.5),
        )
    )
    kit.pair(
        seam(
            side,
            dense([(-1.2, 0.88), (0.4, 0.90), (1.2, 1.30), (2.7, 1.72)], 0.1),
            0.10,
            "#f6f4ee",
            0.6,
            0.005,
        )
    )
    kit.add(
        cylinder(0.09, 0.5, dark, 0.5).moved(0, 2.0, -0.05),
        cylinder(0.20, 0.10, CHROME, 0.6).moved(0, 2.38, -0.05).finished(metal=0.5),
    )
    for k in range(4):
        arm = loft(((0.1, 0.05, -0.02, 0.02, 0.015, 0.015), (0.5, 0.15, -0.015, 0.02, 0.012, 0.015),
        (2.3, 0.14, -0.05, -0.02, 0.01, 0.01),
                    (2.42, 0.06, -0.055, -0.03, 0.01, 0.01)), "#3a3d45", 0.4)  # fmt: skip
        tip = loft(
            ((2.1, 0.148, -0.052, -0.015, 0.01, 0.012), (2.38, 0.13, -0.058, -0.024, 0.01, 0.01)),
            "#f2d23a",
            0.4,
        )
        kit.add(join(arm, tip).turned(25 + 90 * k).moved(0, 2.44, -0.05))
    fin = (
        extrude([(-0.30, 0.0), (0.16, 0.0), (-0.12, 0.82), (-0.36, 0.86)], 0.07, paint, 0.6)
        .turned(-90)
        .moved(0, 1.72, -2.80)
    )
    kit.add(fin, box(1.2, 0.05, 0.26, paint, 0.6, bevel=0.02).moved(0, 1.72, -2.35))
    for k in range(4):
        kit.add(
            box(0.02, 0.42, 0.09, "#3a3d45", 0.4, bevel=0.008)
            .turned(0, 45 + 90 * k)
            .moved(-0.16, 1.86, -2.98)
        )
    kit.add(ball(0.06, (-0.15, 1.86, -2.98), CHROME, 0.6, steps=10))
    for x in (-0.62, 0.62):
        skid = smooth(
            [(x, 0.20, 1.20), (x, 0.07, 1.02), (x, 0.05, 0.6), (x, 0.05, -0.8), (x, 0.06, -1.0)], closed=False
        )
        kit.add(tube(skid, 0.05, dark, 0.5, steps=10))
        for z in (0.62, -0.42):
            kit.add(
                tube(
                    smooth([(x, 0.06, z), (x * 0.85, 0.35, z), (x * 0.45, 0.68, z)], closed=False),
                    0.04,
                    dark,
                    0.5,
                    steps=8,
                )
            )
    kit.add(ball(0.09, (0, 0.62, 1.02), "#fdf7e6", 0.9, steps=12))
    kit.night.append(ball(0.095, (0, 0.62, 1.02), "#fff6da", steps=12).finished(glow=1.0))
    kit.lamps += [
        Lamp(at=(0, 0.6, 1.1), radius=0.9, strength=0.8),
        Lamp(at=(0, 2.62, -2.95), radius=0.4, colour="#ff4040", strength=0.9),
    ]
    kit.add(ball(0.05, (0, 2.62, -3.12), "#e02a2a", 0.9, steps=8))
    return kit.model(
        {
            "seat": Anchor(at=(0, 2.1, 0.3), size=0.9),
            "top": Anchor(at=(0, 2.5, 0), size=0.9),
            "inside": Anchor(at=(0, 1.9, 0.3), size=0.7),
        }
    )
