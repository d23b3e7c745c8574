"""Tall ones by themselves: a lighthouse on its rock, a windmill."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.hulls import cloth
from waa.painter.props.masonry import bar, building, door, window
from waa.painter.props.motor import Kit
from waa.painter.props.roofs import gable, gable_wall
from waa.painter.shapes import smooth
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, torus, tube
from waa.painter.solid.model import Lamp, Model
from waa.painter.solid.relief import noise3, raised

# -- the lighthouse ----------------------------------------------------------------------------------------


@draws("lighthouse", yaw=-20)
def lighthouse(look: Look) -> Model:
    """Banded red and white on its rock, its lamp burning, a keeper's cottage at its foot."""
    red, white = look.tint("#d0342c"), "#f6f2e8"
    kit = Kit()
    for x, z, r, h in (
        (0, 0, 1.75, 0.62),
        (-1.2, 0.6, 0.85, 0.42),
        (1.3, 0.4, 0.95, 0.46),
        (0.5, 1.25, 0.7, 0.34),
        (-0.6, -1.1, 0.9, 0.4),
        (1.9, 0.95, 0.45, 0.24),
        (-1.85, 1.15, 0.4, 0.2),
    ):
        kit.add(_rock((x, 0, z), r, h))
    tower = lathe(
        smooth([(1.02, 0.5), (0.95, 1.2), (0.80, 3.0), (0.68, 4.8), (0.64, 5.3)], closed=False, steps=8),
        white,
        0.35,
        steps=40,
        crease=80,
    )

    def bands(v: Array, n: Array, c: Array) -> Array:
        return np.where((np.floor((v[:, 1:2] - 0.5) / 0.80) % 2 < 1), rgb(white), rgb(red))

    kit.add(painted_finely(tower, bands, levels=3, most=6000))
    kit.add(lathe([(0.64, 5.22), (0.98, 5.42), (1.02, 5.52), (0.4, 5.52)], "#3a3f48", 0.4, steps=36))
    for a in np.linspace(0, 2 * math.pi, 17)[:-1]:
        kit.add(
            tube(
                [
                    (0.96 * math.sin(a), 5.5, 0.96 * math.cos(a)),
                    (0.96 * math.sin(a), 5.86, 0.96 * math.cos(a)),
                ],
                0.018,
                "#3a3f48",
                0.4,
                steps=5,
                caps=False,
            )
        )
    kit.add(
        torus(0.96, 0.026, "#3a3f48", 0.4, steps=36).moved(0, 5.86, 0),
        torus(0.96, 0.018, "#3a3f48", 0.4, steps=36).moved(0, 5.68, 0),
    )
    kit.add(
        cylinder(0.50, 0.18, red, 0.4, steps=28).moved(0, 5.52, 0),
        ball((0.26, 0.30, 0.26), (0, 6.02, 0), "#ffe7a0", 0.9, steps=16).finished(glow=0.7),
    )
    for a in np.linspace(0, 2 * math.pi, 9)[:-1]:
        kit.add(
            tube(
                [
                    (0.48 * math.sin(a), 5.66, 0.48 * math.cos(a)),
                    (0.48 * math.sin(a), 6.38, 0.48 * math.cos(a)),
                ],
                0.026,
                "#3a3f48",
                0.4,
                steps=5,
                caps=False,
            )
        )
    kit.add(
        lathe(
            smooth([(0.66, 6.36), (0.54, 6.58), (0.28, 6.82), (0.05, 6.95)], closed=False, steps=4),
            red,
            0.5,
            steps=32,
            crease=80,
        ),
        ball(0.09, (0, 7.0, 0), "#e0b24a", 0.7, steps=10),
    )
    kit.night.append(ball((0.32, 0.36, 0.32), (0, 6.02, 0), "#fff6d2", steps=16).finished(glow=1.0))
    kit.lamps += [
        Lamp(at=(0, 6.02, 0.3), radius=3.4, colour="#ffe9a8", strength=0.95),
        Lamp(at=(0, 6.02, 0.3), radius=1.2, colour="#fff6d8", strength=0.9),
    ]
    for y, yaw in ((1.75, 20), (3.1, -25), (4.4, 15)):
        a = math.radians(yaw)
        r = float(np.interp(y, [0.5, 5.3], [1.02, 0.64])) - 0.02
        window(
            kit,
            (r * math.sin(a), y, r * math.cos(a)),
            0.28,
            0.44,
            yaw=yaw,
            arched=True,
            bars=1,
            cross=False,
            sill=False,
        )
    _cottage(kit, red, white)
    glass = lathe([(0.47, 5.68), (0.47, 6.36)], "#dff2fa", 0.9, steps=24)
    model = building(kit, (0, 7.0, 0), 0.6)
    return replace(model, glass=glass)


def _cottage(kit: Kit, red: Colour, white: Colour) -> None:
    own = Kit()
    own.add(
        box(1.5, 0.95, 1.1, white, 0.1, bevel=0.03),
        *(gable_wall(1.1, 0.6, 0.94, x, white) for x in (-0.75, 0.75)),
    )
    own.add(gable(1.5, 1.1, 0.94, 0.6, red, tiles=7, courses=4, over=0.14, thick=0.06, name="keeper"))
    door(own, (-0.32, 0.02, 0.56), 0.36, 0.66, "#2f6a8a", step=None, planks=3)
    window(own, (0.30, 0.52, 0.56), 0.34, 0.34)
    kit.add(*(m.turned(8).moved(1.25, 0.40, 0.55) for m in own.day))
    kit.night += [m.turned(8).moved(1.25, 0.40, 0.55) for m in own.night]
    kit.lamps.append(Lamp(at=(1.6, 0.95, 1.2), radius=0.6, strength=0.5))


def _rock(at: tuple[float, float, float], radius: float, high: float) -> Mesh:
    stone = ball((radius, high, radius * 0.9), (0, 0, 0), "#7d7770", 0.05, steps=18)
    rng = noise.stream("rock", at[0], at[2])
    bumps = noise3(stone.vertices + 9, radius * 0.8, rng, 2) - 0.5
    shaped = raised(stone, bumps * radius * 0.35)
    tone = 0.82 + 0.5 * noise3(stone.vertices + 5, radius * 0.5, rng, 2)
    return shaped.painted(np.clip(rgb("#8a837a") * tone[:, None], 0, 1)).moved(at[0], 0, at[2])


# -- the windmill ------------------------------------------------------------------------------------------


@draws("windmill", yaw=-18)
def windmill(look: Look) -> Model:
    """A Dutch mill: brick below, thatch above, a gallery, four lattice sails, tulips round it."""
    body, sailcloth = look.tint("#8a5a3f"), "#f5efe0"
    kit = Kit()
    kit.add(
        lathe(
            smooth([(1.45, 0), (1.38, 0.6), (1.22, 1.5)], closed=False, steps=4),
            "#b5624a",
            0.08,
            steps=8,
            crease=80,
        ).turned(22.5)
    )
    kit.add(
        lathe(
            smooth([(1.22, 1.5), (0.98, 2.6), (0.80, 3.7), (0.76, 3.9)], closed=False, steps=5),
            body,
            0.05,
            steps=8,
            crease=80,
        ).turned(22.5)
    )
    for k in range(8):
        a = math.radians(45 * k + 22.5)
        edge = [
            (r * math.sin(a), y, r * math.cos(a))
            for r, y in ((1.46, 0), (1.23, 1.5), (0.99, 2.6), (0.79, 3.8))
        ]
        kit.add(tube(edge, 0.05, "#f0e6d0", 0.2, steps=6))
    kit.add(cylinder(1.72, 0.09, "#a8703f", 0.1, steps=8).turned(22.5).moved(0, 1.5, 0))
    ring = [(1.64 * math.sin(a), 1.98, 1.64 * math.cos(a)) for a in np.linspace(0, 2 * math.pi, 33)]
    kit.add(tube(ring, 0.035, "#f0e6d0", 0.2, steps=6, caps=False))
    kit.add(
        *(
            tube(
                [
                    (1.64 * math.sin(a), 1.56, 1.64 * math.cos(a)),
                    (1.64 * math.sin(a), 1.98, 1.64 * math.cos(a)),
                ],
                0.025,
                "#f0e6d0",
                0.2,
                steps=5,
                caps=False,
            )
            for a in np.linspace(0, 2 * math.pi, 17)[:-1]
        )
    )
    cap = ball((0.92, 0.72, 1.02), (0, 0, 0), mix(body, "#3a2a1c", 0.35), 0.1, steps=20)
    kit.add(
        cap.painted(lambda v, n, c: np.clip(c * (0.85 + 0.25 * ((v[:, 1:2] * 7) % 1)), 0, 1)).moved(
            0, 3.92, 0.05
        ),
        torus(0.86, 0.09, "#f0e6d0", 0.2, steps=28).moved(0, 3.92, 0.02),
    )
    kit.add(
        tube([(0, 4.12, 0.6), (0, 4.20, 1.45)], 0.12, "#5a4632", 0.2, steps=10),
        ball(0.16, (0, 4.20, 1.50), "#d0342c", 0.5, steps=12),
    )
    for k in range(4):
        kit.add(_windsail(sailcloth).turned(0, 0, 22 + 90 * k).moved(0, 4.20, 1.42))
    door(kit, (0, 0.10, 1.32), 0.72, 1.10, "#2f7a55")
    for y, r in ((2.35, 0.97), (3.2, 0.82)):
        window(kit, (0, y, r), 0.34, 0.40, bars=2)
    for yaw in (50, -52):
        a = math.radians(yaw)
        window(kit, (1.24 * math.sin(a), 0.85, 1.24 * math.cos(a)), 0.36, 0.42, yaw=yaw)
    for k in range(26):
        a = 0.5 + k * 2.399
        r = 1.75 + 0.45 * ((k * 0.618) % 1)
        if math.cos(a) > -0.5 and abs(math.sin(a) * r) > 0.45:
            kit.add(
                *_tulip(
                    (r * math.sin(a), 0, r * math.cos(a)), ("#e0483a", "#f2b93b", "#ee6f9e", "#8a5fd0")[k % 4]
                )
            )
    return building(kit, (0, 4.65, 0), 0.8)


def _windsail(colour: Colour) -> Mesh:
    """A spar with its lattice, cloth spread on one side."""
    wood = "#6b4a2f"
    parts = [tube([(0, 0, 0), (0, 2.75, 0)], [0.07, 0.04], wood, 0.2, steps=8)]
    for y in np.linspace(0.55, 2.70, 9):
        parts.append(bar(0.62, 0.035, 0.03, wood).moved(0.29, float(y), 0.0))
    for x in (0.30, 0.58):
        parts.append(bar(0.035, 2.18, 0.03, wood).moved(x, 0.55, 0.0))
    s, t = np.meshgrid(np.linspace(0, 1, 5), np.linspace(0, 1, 9))
    grid = np.stack(
        [
            0.03 + 0.27 * s,
            0.58 + 2.08 * t,
            0.03 + 0.05 * np.sin(np.pi * s) * np.abs(np.sin(np.pi * t * 4)) ** 0.5,
        ],
        -1,
    )
    return join(*parts, cloth(grid, colour, thick=0.01))


def _tulip(at: tuple[float, float, float], colour: str) -> list[Mesh]:
    x, y, z = at
    return [
        tube([(x, y, z), (x, y + 0.26, z)], 0.015, "#4f8f45", 0.1, steps=4, caps=False),
        ball((0.06, 0.085, 0.06), (x, y + 0.31, z), colour, 0.3, steps=6),
        ball((0.02, 0.10, 0.05), (x + 0.05, y + 0.10, z), "#5a9a4a", 0.1, steps=5),
    ]
