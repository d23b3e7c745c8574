"""Where people live: a house, a log cabin, a barn."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix, rgb
from waa.painter.props.masonry import STONE, bar, building, bush, chimney, door, put, window
from waa.painter.props.motor import Kit
from waa.painter.props.roofs import gable, gable_wall, slope
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    make,
    torus,
    tube,
)
from waa.painter.solid.model import Lamp, Model


@draws("house", yaw=-28)
def house(look: Look) -> Model:
    """A cottage: tiled roof, a round-headed door, flower boxes, a chimney, shrubs by the wall."""
    roof = look.tint("#c9553d")
    wall, timber = "#f5ead2", "#8a5f3f"
    kit = Kit()
    kit.add(box(4.4, 2.3, 3.4, wall, 0.08, bevel=0.06), box(4.56, 0.34, 3.56, STONE, 0.08, bevel=0.06))
    kit.add(*(gable_wall(3.4, 1.75, 2.28, x, wall) for x in (-2.2, 2.2)))
    kit.add(gable(4.4, 3.4, 2.28, 1.75, roof, tiles=15, courses=8, over=0.36, name="house"))
    _porch(kit, roof, wall)
    for x in (-1.45, 1.45):
        window(kit, (x, 1.30, 1.72), 0.80, 0.86, shutters=mix(roof, "#2f6a72", 0.85))
        _flower_box(kit, (x, 0.74, 1.84), 0.95, 0.0)
    for yaw, x in ((90, 2.22), (-90, -2.22)):
        window(kit, (x, 1.30, 0.0), 0.82, 0.86, yaw=yaw)
        window(kit, (x, 2.75, 0.0), 0.56, 0.62, yaw=yaw, arched=True, bars=2)
    for x in (-2.2, 2.2):
        put(kit, (x, 0.3, 1.7), 0, box(0.16, 2.0, 0.05, timber, 0.15, bevel=0.01))
    kit.add(chimney((1.25, 3.0, -0.55), 0.52, 1.45), _smoke((1.25, 4.75, -0.55)))
    for x, s in ((-2.35, 0.42), (2.3, 0.38), (0.95, 0.26), (-0.92, 0.24)):
        kit.add(bush((x, 0, 1.95), s, flowers=("#f28fb0" if x < 0 else "#f6d04a")))
    return building(kit, (0, 4.2, 0), 1.6)


def _porch(kit: Kit, roof: Colour, wall: Colour) -> None:
    """A little gabled porch over the door."""
    door(kit, (0, 0.12, 1.74), 0.86, 1.62, "#3f7f86")
    for x in (-0.66, 0.66):
        kit.add(box(0.11, 1.95, 0.11, "#f6f1e4", 0.2, bevel=0.02).moved(x, 0, 2.30))
    hood = gable(1.0, 1.5, 2.05, 0.55, roof, tiles=4, courses=4, over=0.18, thick=0.08, name="porch").turned(
        90
    )
    kit.add(hood.moved(0, 0, 2.02))
    front = make(
        np.array([(-0.75, 2.05, 2.52), (0.75, 2.05, 2.52), (0, 2.58, 2.52)]), [(0, 1, 2)], None, wall
    )
    kit.add(front)
    kit.add(ball(0.09, (0, 1.95, 2.36), "#ffe9b8", 0.6, steps=10))
    kit.lamps.append(Lamp(at=(0, 1.95, 2.5), radius=0.9, strength=0.55))


def _flower_box(kit: Kit, at: tuple[float, float, float], width: float, yaw: float) -> None:
    tints = ("#ee6f8e", "#f6c74a", "#f4f0e6", "#e4573f")
    boxed = box(width, 0.14, 0.20, "#9a6236", 0.15, bevel=0.02)
    leaves = [
        ball(0.085, (-width / 2 + 0.10 + 0.14 * k, 0.16, 0.02), "#5a9a4a", 0.05, steps=8)
        for k in range(int(width / 0.14))
    ]
    blooms = [
        ball(0.058, (-width / 2 + 0.10 + 0.14 * k, 0.23 + 0.03 * (k % 2), 0.06), tints[k % 4], 0.2, steps=7)
        for k in range(int(width / 0.14))
    ]
    put(kit, at, yaw, boxed, *leaves, *blooms)


def _smoke(at: tuple[float, float, float]) -> Mesh:
    x, y, z = at
    return join(
        *(
            ball(
                0.13 + 0.055 * k,
                (x + 0.10 * k + 0.05 * math.sin(k * 2), y + 0.24 * k, z),
                "#eef0f2",
                0.0,
                steps=10,
            ).finished(glow=0.1)
            for k in range(4)
        )
    )


@draws("cabin", yaw=-30)
def cabin(look: Look) -> Model:
    """Round logs that cross at the corners, a deep roof of shingles, a chimney of field stones."""
    log = look.tint("#a8703f")
    kit = Kit()
    for k in range(9):
        y, tone = 0.16 + 0.235 * k, 1.0 + 0.08 * math.sin(k * 2.1)
        colour = np.clip(rgb(log) * tone, 0, 1)
        for z in (-1.4, 1.4):
            kit.add(_log((0, y, z), 4.3, 0.13, colour))
        for x in (-1.9, 1.9):
            kit.add(_log((x, y + 0.115, 0), 3.3 if k < 7 else 2.8, 0.13, colour, along_z=True))
    kit.add(box(3.75, 2.2, 2.75, mix(log, "#3a2413", 0.55), 0.05))
    rise = 1.5
    for x in (-1.9, 1.9):
        for k in range(6):
            y = 2.28 + 0.24 * k
            length = 2.8 * (1 - (y - 2.2) / rise) - 0.22
            if length > 0.3:
                kit.add(_log((x, y, 0), length, 0.13, log, along_z=True))
    snowy = 0.75 if "snowy" in look.traits else 0.0
    kit.add(
        gable(
            3.8,
            2.8,
            2.20,
            rise,
            "#6b4a38",
            tiles=13,
            courses=8,
            over=0.46,
            edge="#7a5232",
            scallop=True,
            snow=snowy,
            name="cabin",
        )
    )
    door(kit, (0.25, 0.12, 1.52), 0.84, 1.62, "#7c3f24", arched=False, frame="#d2a066")
    for x in (-1.05, 1.30):
        window(kit, (x, 1.18, 1.52), 0.66, 0.66, frame="#d2a066")
    window(kit, (-2.04, 1.20, 0.0), 0.7, 0.66, yaw=-90, frame="#d2a066")
    window(kit, (2.04, 1.20, 0.0), 0.7, 0.66, yaw=90, frame="#d2a066")
    kit.add(*_field_chimney((1.0, 0, -1.75)), _smoke((1.0, 4.85, -1.75)))
    kit.add(
        *(
            _log(
                (-1.75 + 0.2 * k + 0.1 * row, 0.14 + 0.2 * row, 1.95),
                0.55,
                0.10,
                "#b98450",
                along_z=True,
                cut="#e8c896",
            )
            for row in range(3)
            for k in range(4 - row)
        )
    )
    kit.add(ball(0.085, (0.85, 1.72, 1.60), "#ffe9b8", 0.6, steps=10))
    kit.lamps.append(Lamp(at=(0.85, 1.72, 1.7), radius=0.8, strength=0.7))
    return building(kit, (0, 3.8, 0), 1.4)


def _log(
    at: tuple[float, float, float],
    length: float,
    radius: float,
    colour: Colour,
    *,
    along_z: bool = False,
    cut: Colour = "#dcb27c",
) -> Mesh:
    body = tube([(-length / 2, 0, 0), (length / 2, 0, 0)], radius, colour, 0.12, steps=10, caps=False)
    ends = [
        cylinder(radius, 0.02, cut, 0.1, steps=12, bevel=0.004).turned(0, 0, -90).moved(s * length / 2, 0, 0)
        for s in (-1, 1)
    ]
    mesh = join(body, *ends)
    return (mesh.turned(90) if along_z else mesh).moved(*at)


def _field_chimney(at: tuple[float, float, float]) -> list[Mesh]:
    x, y, z = at
    parts = []
    for k in range(15):
        for j in range(3):
            shade = 0.86 + 0.09 * ((k * 3 + j * 5) % 4)
            parts.append(
                ball(
                    (0.20, 0.165, 0.19),
                    (x - 0.24 + 0.24 * j + 0.06 * (k % 2), y + 0.16 + 0.30 * k, z + 0.03 * ((k + j) % 2)),
                    np.clip(rgb("#9b958c") * shade, 0, 1),
                    0.05,
                    steps=7,
                )
            )
    return parts


@draws("barn", yaw=-28)
def barn(look: Look) -> Model:
    """Red boards, white cross-braced doors, a roof that breaks, a silo beside it."""
    red, white = look.tint("#b8322a"), "#f5f1e6"
    kit = Kit()
    outline = np.array([(-2.2, 0), (2.2, 0), (2.2, 2.2), (1.45, 3.35), (0, 4.05), (-1.45, 3.35), (-2.2, 2.2)])
    kit.add(extrude(outline, 4.4, red, 0.1, crease=20))
    for k in range(13):  # boards
        x = -2.1 + 0.35 * k
        top = float(np.interp(abs(x), [0, 1.45, 2.2], [4.05, 3.35, 2.2]))
        kit.add(bar(0.025, top - 0.05, 0.02, mix(red, "#000000", 0.25), 0.05).moved(x, 0, 2.20))
    roof = "#5a6068"
    for side in (1, -1):
        for (x0, y0), (x1, y1), name in (
            ((2.46, 1.86), (1.45, 3.42), "low"),
            ((1.52, 3.36), (0, 4.14), "high"),
        ):
            corners = [
                (x0, y0, 2.5 * side),
                (x0, y0, -2.5 * side),
                (x1, y1, -2.5 * side),
                (x1, y1, 2.5 * side),
            ]
            face = slope(
                [(side * x, y, z) for x, y, z in corners],
                roof,
                tiles=11,
                courses=4,
                bulge=0.02,
                step=0.04,
                name=name,
            )
            kit.add(face.moved(0, 0.06, 0))
            for z in (-2.5, 2.5):
                kit.add(
                    tube([(side * x0, y0 + 0.03, z), (side * x1, y1 + 0.03, z)], 0.075, white, 0.2, steps=6)
                )
    kit.add(tube([(0, 4.2, -2.5), (0, 4.2, 2.5)], 0.08, roof, 0.2, steps=8))
    _barn_doors(kit, red, white)
    window(kit, (0, 3.02, 2.22), 0.72, 0.72, frame=white)
    for yaw, x in ((90, 2.22), (-90, -2.22)):
        for z in (-1.1, 0.3):
            window(kit, (x, 1.35, z), 0.6, 0.6, yaw=yaw, frame=white)
    kit.add(*_silo((3.15, 0, -0.9)), *_hay((-1.6, 0, 2.75)))
    return building(kit, (0, 4.2, 0), 1.6)


def _barn_doors(kit: Kit, red: Colour, white: Colour) -> None:
    for side in (-1, 1):
        x = side * 0.62
        kit.add(box(1.16, 1.95, 0.06, mix(red, "#000000", 0.10), 0.1, bevel=0.01).moved(x, 0.04, 2.22))
        for plank in ((1.16, 0.11, 0.0, 0.04), (1.16, 0.11, 0.0, 1.88)):
            kit.add(box(plank[0], plank[1], 0.05, white, 0.1, bevel=0.012).moved(x, plank[3], 2.27))
        for dx in (-0.53, 0.53):
            kit.add(box(0.11, 1.95, 0.05, white, 0.1, bevel=0.012).moved(x + dx, 0.04, 2.27))
        for flip in (-1, 1):
            kit.add(
                tube(
                    [(x - 0.5, 0.12 if flip > 0 else 1.9, 2.29), (x + 0.5, 1.9 if flip > 0 else 0.12, 2.29)],
                    0.05,
                    white,
                    0.1,
                    steps=6,
                )
            )
    kit.add(
        box(2.6, 0.14, 0.08, white, 0.1, bevel=0.02).moved(0, 2.02, 2.24),
        ball(0.1, (0, 2.36, 2.36), "#ffe9b8", 0.5, steps=10),
    )
    kit.lamps.append(Lamp(at=(0, 2.36, 2.5), radius=1.3, strength=0.7))


def _silo(at: tuple[float, float, float]) -> list[Mesh]:
    steel = "#cfd5db"
    body = cylinder(0.85, 3.7, steel, 0.4, steps=36, bevel=0.02)
    rings = [torus(0.855, 0.025, "#9aa2ac", 0.4, steps=36).moved(0, y, 0) for y in (0.6, 1.4, 2.2, 3.0)]
    dome = lathe([(0.88, 3.66), (0.80, 4.05), (0.52, 4.38), (0.0, 4.5)], "#b9402f", 0.4, steps=36, crease=80)
    return [m.moved(*at) for m in (body, *rings, dome)]


def _hay(at: tuple[float, float, float]) -> list[Mesh]:
    bales = []
    for k, (x, y, z, turn) in enumerate(((0, 0, 0, 10), (0.75, 0, -0.1, -14), (0.36, 0.42, -0.05, 4))):
        bale = (
            cylinder(0.30, 0.62, mix("#e2bd5c", "#c79a3a", 0.2 * k), 0.05, steps=20, bevel=0.05)
            .turned(0, 0, -90)
            .moved(0.31, 0.30, 0)
        )
        bales.append(
            join(
                bale,
                torus(0.305, 0.02, "#a8762f", 0.1, steps=20).turned(0, 0, 90).moved(0.76, 0.30, 0),
                torus(0.305, 0.02, "#a8762f", 0.1, steps=20).turned(0, 0, 90).moved(0.48, 0.30, 0),
            )
            .turned(turn)
            .moved(at[0] + x, at[1] + y, at[2] + z)
        )
    return bales
