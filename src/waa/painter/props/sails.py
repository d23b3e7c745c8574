"""Under sail: the junk of Victoria Harbour, a yacht."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.boats import WOOD, afloat, banded, planked
from waa.painter.props.hulls import Lines, cloth, deck, hull, posts, rail, sail
from waa.painter.props.motor import Kit
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, ball, box, join, tube
from waa.painter.solid.model import Lamp, Model

# -- a junk ------------------------------------------------------------------------------------------------

_JUNK: Lines = (
    (-3.3, 0.92, 2.55, 1.15, 1.7), (-2.9, 1.10, 2.30, 0.62, 1.7), (-2.1, 1.25, 1.85, 0.22, 1.6),
    (-0.8, 1.36, 1.38, 0.02, 1.5), (0.6, 1.34, 1.30, 0.0, 1.4),
    (1.8, 1.10, 1.50, 0.10, 1.3), (2.7, 0.74, 1.92, 0.50, 1.2), (3.2, 0.46, 2.25, 0.95, 1.3),
    (3.35, 0.36, 2.35, 1.15, 1.4),
)  # fmt: skip


@draws("junk", yaw=64)
def junk(look: Look) -> Model:
    """The junk of the harbour: a high dark stern, three battened sails, gilded carving, lanterns."""
    red = look.tint("#c0271f")
    kit = Kit()
    paint = planked("#6b3a20", 0.17)

    def timber(v: Array, n: Array, c: Array) -> Array:
        colours = paint(v, n, c)
        colours[v[:, 1] < 0.55] = rgb("#3a2018")
        colours[(v[:, 1] > 0.55) & (v[:, 1] < 0.66)] = rgb("#d9a63f")
        return colours

    kit.add(hull(_JUNK, timber, gloss=0.30, steps=7), deck(_JUNK, "#b07a48", drop=0.16, plank="#7a4c28"))
    kit.add(rail(_JUNK, 0.085, "#7c2418"), rail(_JUNK, 0.04, "#d9a63f", lift=-0.20, inset=-0.015))
    kit.add(*_stern(kit, red))
    for mast, height, size in (
        ((0, 0, 0.05), 6.7, 1.0),
        ((0, 0, 2.35), 5.3, 0.72),
        ((0, 0, -2.35), 5.3, 0.56),
    ):
        kit.add(tube([(0, 0.8, mast[2]), (0, height, mast[2])], [0.11, 0.06], "#5a351f", 0.3, steps=12))
        foot = 1.78 if size == 1.0 else (2.15 if size > 0.7 else 3.0)
        kit.add(
            *_batten_sail(red, mast[2], foot, height - 0.25, size),
            ball(0.08, (0, height + 0.04, mast[2]), "#d9a63f", 0.6, steps=10),
        )
    kit.add(
        sail(
            [(0, 6.70, 0.03), (0, 6.70, -0.75), (0, 7.0, -0.68), (0, 7.08, 0.03)],
            0.08,
            "#e9c04e",
            rows=7,
            columns=9,
        )
    )
    for side in (1, -1):  # eyes that find the way
        eye = join(
            ball((0.045, 0.17, 0.17), (0, 0, 0), "#f6f1e2", 0.5, steps=14),
            ball((0.03, 0.09, 0.09), (side * 0.035, 0, 0.02), "#1b1c20", 0.8, steps=12),
        )
        kit.add(eye.turned(side * -24).moved(side * 0.72, 1.52, 2.72))
    return afloat(kit, 0.52, (0, 1.2, 0.75), 1.6, (0, 1.22, 0.75))


def _stern(kit: Kit, red: Colour) -> list[Mesh]:
    """The poop: a cabin with lit windows, a carved transom, two lanterns."""
    parts = [
        box(1.70, 0.95, 1.35, "#7a4526", 0.3, bevel=0.05).moved(0, 1.60, -2.25),
        box(1.95, 0.12, 1.65, "#4a2a1a", 0.3, bevel=0.04).moved(0, 2.52, -2.28),
    ]
    for side in (1, -1):
        for z in (-2.62, -2.25, -1.88):
            parts.append(box(0.03, 0.42, 0.24, "#2a1a14", 0.5, bevel=0.01).moved(side * 0.86, 1.92, z))
            kit.night.append(
                box(0.035, 0.40, 0.22, "#ffc25e", 0.3, bevel=0.01)
                .finished(glow=0.95)
                .moved(side * 0.862, 1.93, z)
            )
        lamp_at = (side * 0.80, 2.70, -3.18)
        parts.append(
            tube(
                [(lamp_at[0], 2.2, -3.2), (lamp_at[0], 3.0, -3.25), (lamp_at[0], 2.98, -3.18)],
                0.025,
                "#d9a63f",
                0.5,
                steps=6,
            )
        )
        parts.append(ball((0.14, 0.17, 0.14), lamp_at, red, 0.4, steps=14))
        kit.night.append(ball((0.145, 0.175, 0.145), lamp_at, "#ff8a4a", steps=14).finished(glow=0.95))
        kit.lamps.append(Lamp(at=lamp_at, radius=1.2, colour="#ff9a4a", strength=0.8))
    kit.lamps.append(Lamp(at=(-0.9, 2.1, -2.2), radius=1.3, colour="#ffb95e", strength=0.5))
    parts.append(box(1.10, 0.06, 0.55, "#d9a63f", 0.5, bevel=0.02).turned(0, 90).moved(0, 2.0, -3.34))
    parts.append(tube([(0, 0.25, -3.2), (0, 2.7, -3.4)], 0.09, "#4a2a1a", 0.3, steps=8))
    parts.append(box(0.08, 1.0, 0.75, "#4a2a1a", 0.3, bevel=0.02).moved(0, 0.1, -3.45))
    return parts


def _batten_sail(red: Colour, mast: float, foot: float, head: float, size: float) -> list[Mesh]:
    """A fan of cloth on bamboo battens, with its scalloped leech, a little before and mostly behind the mast."""
    panels = 6
    luff, leech = 0.78 * size, -2.30 * size
    levels = np.linspace(0, 1, panels * 4 + 1)
    grid = []
    for t in levels:
        swell = 0.5 - 0.5 * math.cos(2 * math.pi * panels * t)
        width = 0.80 + 0.34 * math.sin(math.pi * min(1.0, 0.12 + 0.80 * t)) - 0.34 * t**3
        front = mast + luff * (1 - 0.45 * t * t) + 0.03 * swell
        back = mast + leech * width - 0.12 * size * swell * (0.5 + t)
        rise = (-0.16 + 1.25 * t**1.2) * size
        z = np.linspace(front, back, 15)
        share = (z - front) / (back - front)
        y = foot + (head - foot - 0.95 * size) * t + share * rise
        x = -0.13 - 0.24 * size * np.sin(np.pi * share) ** 0.9 - 0.085 * size * swell * np.sin(np.pi * share)
        grid.append(np.column_stack([x, y, z]))
    points = np.stack(grid)
    dark, light = mix(red, "#5a0f0c", 0.40), mix(red, "#ff8a5a", 0.22)

    def dyed(v: Array, n: Array, c: Array) -> Array:
        share = np.clip((v[:, 1:2] - foot) / (head - foot), 0, 1)
        return np.clip(
            rgb(red) + (light - rgb(red)) * share * 0.8 + (dark - rgb(red)) * (1 - share) * 0.35, 0, 1
        )

    parts = [cloth(points, dyed, thick=0.02)]
    for k in range(panels + 1):
        row = points[k * 4]
        parts.append(
            tube(row[[0, 4, 8, 11, 14]] - (0.03, 0, 0), 0.034 * size + 0.012, "#e0b468", 0.3, steps=6)
        )
        parts.append(
            tube(row[[0, 4, 8, 11, 14]] + (0.05, 0, 0), 0.030 * size + 0.010, "#c99a50", 0.3, steps=6)
        )
    sheet = [tuple(points[k * 4][14]) for k in range(0, panels, 2)]
    parts += [
        tube([p, (0.1, foot - 0.35, mast + leech * 1.02)], 0.010, "#e8d9b0", 0.1, steps=4, caps=False)
        for p in sheet
    ]
    return parts


# -- a yacht -----------------------------------------------------------------------------------------------

_YACHT: Lines = (
    (-2.3, 0.62, 0.92, 0.42, 1.6), (-1.8, 0.78, 0.90, 0.18, 1.4), (-0.6, 0.92, 0.88, 0.0, 1.2),
    (0.7, 0.80, 0.94, 0.02, 1.0), (1.7, 0.44, 1.06, 0.18, 0.8),
    (2.3, 0.12, 1.18, 0.44, 0.6), (2.48, 0.02, 1.22, 0.62, 0.5),
)  # fmt: skip


@draws("sailboat", yaw=58)
def sailboat(look: Look) -> Model:
    """A white yacht heeling a little, its sails full."""
    paint = look.tint("#24508f")
    kit = Kit()
    kit.add(
        hull(
            _YACHT,
            banded((0.34, "#b5342c"), (0.40, "#f6f3ea"), (0.74, "#f6f3ea"), (0.84, paint), top="#f6f3ea"),
            gloss=0.6,
        )
    )
    kit.add(deck(_YACHT, "#d2a066", drop=0.05, plank="#9a6a38"), rail(_YACHT, 0.045, "#f6f3ea"))
    kit.add(
        rail(_YACHT, 0.018, "#cfd4da", lift=0.32, inset=0.06, gloss=0.7),
        *posts(_YACHT, 0.32, "#cfd4da", inset=0.06),
    )
    cabin = box(0.95, 0.36, 1.5, "#f6f3ea", 0.6, bevel=0.10).moved(0, 0.86, 0.15)
    kit.add(cabin)
    for k in range(3):
        kit.pair(ball((0.02, 0.09, 0.14), (0.475, 1.06, -0.25 + 0.42 * k), "#1f3446", 0.9, steps=12))
        kit.night.append(
            join(
                *(
                    ball(
                        (0.024, 0.088, 0.138), (s * 0.476, 1.06, -0.25 + 0.42 * k), "#ffd98f", steps=12
                    ).finished(glow=0.95)
                    for s in (1, -1)
                )
            )
        )
    kit.add(box(0.9, 0.26, 0.9, "#8a5a34", 0.3, bevel=0.04).moved(0, 0.68, -1.35))
    mast_z, top = 0.45, 6.3
    kit.add(
        tube([(0, 0.9, mast_z), (0, top, mast_z)], [0.06, 0.04], "#e9ebee", 0.6, steps=10),
        tube([(0, 1.42, mast_z), (-0.25, 1.40, -1.95)], 0.045, "#e9ebee", 0.6, steps=8),
    )

    def main(v: Array, n: Array, c: Array) -> Array:
        colours = np.tile(rgb("#ffffff"), (len(v), 1))
        colours[(v[:, 1] > 4.1) & (v[:, 1] < 4.5)] = rgb(paint)
        colours[(v[:, 1] > 4.6) & (v[:, 1] < 4.75)] = rgb("#d8392e")
        return colours

    kit.add(
        sail(
            [
                (-0.25, 1.50, -1.92),
                (-0.03, 1.50, mast_z - 0.06),
                (0.02, top - 0.1, mast_z - 0.05),
                (0.03, top - 0.12, mast_z - 0.22),
            ],
            0.42,
            main,
            rows=31,
            towards=(-1, 0, 0),
        )
    )
    jib = mix(paint, "#ffffff", 0.10) if look.colour else rgb("#d8392e")
    kit.add(
        sail(
            [(0.10, 1.34, 0.70), (0.02, 1.30, 2.36), (0.01, 5.4, 0.62), (0.02, 5.36, 0.56)],
            0.34,
            jib,
            rows=27,
            towards=(-1, 0, 0),
        )
    )
    for line in (
        [(0, 1.25, 2.44), (0, top - 0.7, mast_z)],
        [(0, 0.95, -2.25), (0, top, mast_z)],
        [(0.8, 0.9, 0.2), (0, top - 1.2, mast_z)],
        [(-0.8, 0.9, 0.2), (0, top - 1.2, mast_z)],
    ):
        kit.add(tube(line, 0.012, "#8d939c", 0.4, steps=4, caps=False))
    flag = sail(
        [
            (0, top + 0.05, mast_z),
            (0, top + 0.05, mast_z - 0.5),
            (0, top + 0.25, mast_z - 0.42),
            (0, top + 0.30, mast_z),
        ],
        0.06,
        "#d8392e",
        rows=7,
        columns=9,
    )
    kit.add(flag, tube([(0, top, mast_z), (0, top + 0.34, mast_z)], 0.02, "#e9ebee", 0.5, steps=6))
    kit.lamps.append(Lamp(at=(0.5, 1.06, 0.1), radius=0.7, strength=0.5))
    helm = smooth([(0, 0.95, -2.1), (0, 1.12, -1.7), (0, 1.14, -1.45)], closed=False)
    kit.add(tube(helm, 0.03, WOOD, 0.3, steps=6))
    return afloat(kit, 0.36, (0, 0.92, -1.2), 0.8, (0, 1.22, 0.15))
