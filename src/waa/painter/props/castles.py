"""Old and grand: a castle with pointed towers, a church with stained glass."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.masonry import (
    STONE,
    arch_outline,
    bar,
    building,
    bush,
    door,
    flag,
    put,
    round_stones,
    stones,
    window,
)
from waa.painter.props.motor import Kit
from waa.painter.props.roofs import gable, gable_wall, slope
from waa.painter.shapes import smooth
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus
from waa.painter.solid.model import Lamp, Model

# -- the castle ----------------------------------------------------------------------------------------------


@draws("castle", yaw=-22)
def castle(look: Look) -> Model:
    """Five round towers under pointed roofs, battlements between them, a gate, pennants flying."""
    wall = (
        look.tint("#e6dccb")
        if look.colour in ("white", "pink", "grey", "cream", "beige", "purple", None)
        else rgb("#e6dccb")
    )
    roof = "#3f6fb5" if look.colour in ("white", "grey", "cream", "beige", None) else look.tint("#3f6fb5")
    if look.colour == "pink":
        wall, roof = rgb("#f7dfe2"), rgb("#d86a92")
    kit = Kit()
    kit.add(cylinder(4.3, 0.22, "#7fae5c", 0.05, steps=56).scaled(1.05, 1, 0.9))
    for (x0, z0), (x1, z1) in (
        ((-2.6, 1.7), (2.6, 1.7)),
        ((2.6, 1.7), (2.6, -1.7)),
        ((2.6, -1.7), (-2.6, -1.7)),
        ((-2.6, -1.7), (-2.6, 1.7)),
    ):
        _curtain(kit, (x0, z0), (x1, z1), 2.1, wall)
    for x, z, r, h in (
        (-2.6, 1.7, 0.72, 3.2),
        (2.6, 1.7, 0.72, 3.2),
        (2.6, -1.7, 0.72, 3.6),
        (-2.6, -1.7, 0.72, 3.6),
    ):
        _round_tower(kit, (x, 0.15, z), r, h, wall, roof)
    kit.add(box(2.7, 3.6, 2.2, wall, 0.08, bevel=0.05).moved(0, 0.15, -0.75))
    _merlons(kit, (-1.35, 0.35), (1.35, 0.35), 3.75, wall)
    for x in (-0.62, 0.62):
        window(kit, (x, 2.85, 0.36), 0.44, 0.72, arched=True, frame="#cfc3ae", sill=False)
    window(kit, (1.36, 2.6, -0.75), 0.44, 0.72, yaw=90, arched=True, frame="#cfc3ae", sill=False)
    _round_tower(kit, (0.1, 0.15, -1.0), 0.95, 5.6, wall, roof)
    _gatehouse(kit, wall, roof)
    for x, s in ((-3.3, 0.5), (3.35, 0.46), (-1.75, 0.34), (1.8, 0.36)):
        kit.add(bush((x, 0.15, 2.5 - abs(x) * 0.12), s))
    return building(kit, (0, 3.8, 0), 1.2)


def _curtain(kit: Kit, a: tuple[float, float], b: tuple[float, float], high: float, wall: Colour) -> None:
    """A wall from a to b with battlements."""
    (x0, z0), (x1, z1) = a, b
    long, turn = math.dist(a, b), math.degrees(math.atan2(x1 - x0, z1 - z0)) - 90
    middle = ((x0 + x1) / 2, 0.15, (z0 + z1) / 2)
    kit.add(box(long, high, 0.46, wall, 0.08, bevel=0.04).turned(turn).moved(*middle))
    kit.add(
        box(long, 0.14, 0.58, mix(wall, "#8f8574", 0.25), 0.08, bevel=0.03)
        .turned(turn)
        .moved(middle[0], middle[1] + high - 0.14, middle[2])
    )
    _merlons(kit, a, b, 0.15 + high, wall)
    if z0 == z1 > 0:
        spots = [
            ((x, y, z0 + 0.24), 0.0)
            for x, y in ((-1.75, 0.7), (-1.3, 1.45), (1.35, 0.65), (1.75, 1.5), (-1.6, 1.1), (1.55, 1.05))
        ]
        stones(kit, spots, (0.34, 0.17), mix(wall, "#8f8574", 0.28), name="curtain")


def _merlons(kit: Kit, a: tuple[float, float], b: tuple[float, float], y: float, wall: Colour) -> None:
    count = max(3, round(math.dist(a, b) / 0.46))
    for k in range(count):
        t = (k + 0.5) / count
        kit.add(
            bar(0.26, 0.30, 0.26, wall, 0.08).moved(a[0] + (b[0] - a[0]) * t, y, a[1] + (b[1] - a[1]) * t)
        )


def _round_tower(
    kit: Kit, at: tuple[float, float, float], radius: float, high: float, wall: Colour, roof: Colour
) -> None:
    """A tower that widens under its battlement, with a pointed roof, arched windows and a pennant."""
    x, y, z = at
    body = lathe(
        [
            (radius * 1.10, 0),
            (radius, 0.3),
            (radius * 0.96, high - 0.5),
            (radius * 1.16, high - 0.22),
            (radius * 1.16, high + 0.06),
            (radius * 0.9, high + 0.06),
        ],
        wall,
        0.08,
        steps=32,
    )
    kit.add(body.moved(x, y, z))
    for k in range(9):
        a = 2 * math.pi * k / 9
        kit.add(
            bar(0.22, 0.22, 0.16, wall, 0.08)
            .turned(math.degrees(a))
            .moved(x + radius * 1.08 * math.sin(a), y + high, z + radius * 1.08 * math.cos(a))
        )
    kit.add(_cone(radius * 1.14, radius * 2.5, roof).moved(x, y + high + 0.10, z))
    round_stones(
        kit,
        radius * 1.0,
        0.5,
        high - 0.7,
        12,
        mix(wall, "#8f8574", 0.28),
        name=f"tower{x}{z}",
        size=(0.28, 0.15),
        at=at,
    )
    for yaw, share in ((0, 0.62), (55, 0.40), (-60, 0.45)):
        a = math.radians(yaw)
        r = radius * 0.97
        window(
            kit,
            (x + r * math.sin(a), y + high * share, z + r * math.cos(a)),
            0.30,
            0.52,
            yaw=yaw,
            arched=True,
            frame="#cfc3ae",
            sill=False,
            bars=1,
            cross=False,
            glow=0.3,
        )
    kit.add(flag((x, y + high + radius * 2.5, z), 0.8, "#e0483a", yaw=12))


def _cone(radius: float, high: float, colour: Colour) -> Mesh:
    """A pointed roof of shingles in rings, bell-shaped at its foot."""
    profile = smooth(
        [
            (radius * 1.10, -0.04),
            (radius * 0.92, high * 0.13),
            (radius * 0.58, high * 0.42),
            (radius * 0.24, high * 0.76),
            (0.0, high),
        ],
        closed=False,
        steps=5,
    )
    mesh = lathe(profile, colour, 0.25, steps=28, crease=80)

    def shingles(v: Array, n: Array, c: Array) -> Array:
        row = v[:, 1:2] / high * 13
        tone = 0.86 + 0.20 * (row % 1) + 0.05 * np.sin(np.floor(row) * 2.2)
        return np.clip(rgb(colour) * tone, 0, 1)

    return join(
        painted_finely(mesh, shingles, levels=1, most=1000),
        lathe([(radius * 1.10, -0.04), (0, -0.02)], mix(colour, "#000000", 0.4), steps=24).scaled(1, -1, 1),
    )


def _gatehouse(kit: Kit, wall: Colour, roof: Colour) -> None:
    kit.add(box(1.9, 2.6, 0.8, mix(wall, "#8f8574", 0.10), 0.08, bevel=0.05).moved(0, 0.15, 1.85))
    _merlons(kit, (-0.95, 2.1), (0.95, 2.1), 2.75, wall)
    frame = extrude(arch_outline(1.24, 1.80), 0.12, "#cfc3ae", 0.08, crease=30).moved(0, 1.06, 2.24)
    dark = extrude(arch_outline(1.0, 1.66), 0.06, "#2b2118", 0.05, crease=30).moved(0, 0.99, 2.28)
    kit.add(frame, dark)
    kit.night.append(dark.painted("#ffb95e").finished(glow=0.9).moved(0, 0, 0.004))
    for x in np.linspace(-0.36, 0.36, 5):
        kit.add(bar(0.05, 1.35, 0.04, "#5a4632", 0.3).moved(float(x), 0.45, 2.33))
    for y in (0.8, 1.15, 1.5):
        kit.add(bar(0.96, 0.05, 0.04, "#5a4632", 0.3).moved(0, y, 2.34))
    kit.add(box(1.0, 0.10, 1.1, "#8a5f3f", 0.1, bevel=0.02).turned(0, 6).moved(0, 0.16, 2.75))
    shield = extrude(
        smooth([(-0.20, 0.22), (0.20, 0.22), (0.19, -0.05), (0, -0.28), (-0.19, -0.05)], steps=4),
        0.05,
        roof,
        0.5,
        crease=50,
    )
    kit.add(shield.moved(0, 2.36, 2.28), ball((0.09, 0.09, 0.03), (0, 2.38, 2.32), "#e0b24a", 0.7, steps=12))
    kit.lamps.append(Lamp(at=(0, 1.0, 2.5), radius=1.3, colour="#ffb95e", strength=0.6))


# -- the church --------------------------------------------------------------------------------------------

_STAINED = ("#e0483a", "#f2b93b", "#3f8fd0", "#4fae6a", "#8a5fd0", "#f08a3c")


@draws("church", yaw=-32)
def church(look: Look) -> Model:
    """White walls, a steeple with a spire, stained glass that glows at night."""
    wall, roof = look.tint("#f4efe4"), "#5f6f82"
    kit = Kit()
    kit.add(
        box(3.0, 2.5, 4.6, wall, 0.08, bevel=0.05).moved(0, 0, -0.6),
        box(3.2, 0.3, 4.8, STONE, 0.08, bevel=0.04).moved(0, 0, -0.6),
    )
    kit.add(
        gable(4.6, 3.0, 2.45, 1.75, roof, tiles=16, courses=8, over=0.22, scallop=True, name="church")
        .turned(90)
        .moved(0, 0, -0.6)
    )
    for x in (-2.3, 2.3):
        kit.add(gable_wall(3.0, 1.75, 2.45, x, wall).turned(90).moved(0, 0, -0.6))
    for z in (-2.1, -0.9, 0.3):
        for yaw, x in ((90, 1.52), (-90, -1.52)):
            _stained(kit, (x, 1.35, z), 0.62, 1.35, yaw)
        for x in (-1.62, 1.62):
            kit.add(box(0.26, 2.2, 0.22, mix(wall, "#b9b1a3", 0.3), 0.08, bevel=0.03).moved(x, 0, z + 0.6))
    _steeple(kit, wall, roof)
    for x, s in ((-2.1, 0.42), (2.15, 0.40), (-1.1, 0.25), (1.1, 0.25)):
        kit.add(bush((x, 0, 1.9), s, flowers="#f6d5e0"))
    return building(kit, (0, 4.2, -0.8), 1.2)


def _steeple(kit: Kit, wall: Colour, roof: Colour) -> None:
    z = 1.85
    kit.add(
        box(1.8, 4.4, 1.8, wall, 0.08, bevel=0.05).moved(0, 0, z),
        box(2.0, 0.3, 2.0, STONE, 0.08, bevel=0.04).moved(0, 0, z),
        box(2.0, 0.16, 2.0, mix(wall, "#b9b1a3", 0.3), 0.1, bevel=0.03).moved(0, 4.3, z),
    )
    kit.add(
        box(1.5, 1.15, 1.5, wall, 0.08, bevel=0.04).moved(0, 4.44, z),
        box(1.75, 0.12, 1.75, mix(wall, "#b9b1a3", 0.3), 0.1, bevel=0.03).moved(0, 5.56, z),
    )
    for k in range(4):
        corners = np.array([(-0.92, 5.66, 0.92), (0.92, 5.66, 0.92), (0.02, 8.0, 0.02), (-0.02, 8.0, 0.02)])
        kit.add(
            slope(corners, roof, tiles=7, courses=10, scallop=True, name=f"spire{k}")
            .turned(90 * k)
            .moved(0, 0, z)
        )
    kit.add(
        bar(0.09, 0.75, 0.09, "#e0b24a", 0.7).moved(0, 7.95, z),
        bar(0.42, 0.09, 0.09, "#e0b24a", 0.7).moved(0, 8.38, z),
    )
    for yaw in (0, 90, -90, 180):
        a = math.radians(yaw)
        opening = extrude(arch_outline(0.62, 0.86), 0.05, "#2b2f38", 0.2, crease=30)
        at = (0.75 * math.sin(a), 5.0, z + 0.75 * math.cos(a))
        put(
            kit,
            at,
            yaw,
            opening,
            *(
                bar(0.6, 0.04, 0.05, mix(wall, "#b9b1a3", 0.4)).moved(0, -0.35 + 0.17 * k, 0.03)
                for k in range(4)
            ),
        )
    kit.add(ball((0.24, 0.26, 0.24), (0, 4.95, z), "#c9973a", 0.7, steps=14))
    _rose(kit, (0, 3.35, z + 0.92), 0.48)
    door(kit, (0, 0.16, z + 0.92), 0.96, 1.75, "#7c3f24", frame="#d9cfbd")
    kit.lamps.append(Lamp(at=(0, 2.2, z + 1.1), radius=1.0, strength=0.5))


def _stained(kit: Kit, at: tuple[float, float, float], width: float, height: float, yaw: float) -> None:
    """A lancet of coloured panes."""
    put(kit, at, yaw, extrude(arch_outline(width * 1.18, height * 1.08), 0.08, "#cfc6b6", 0.1, crease=30))
    panes = []
    for row in range(5):
        for column in range(2):
            w, h = width * 0.46, height * 0.17
            x, y = (column - 0.5) * width * 0.48, -height * 0.40 + row * height * 0.19
            panes.append(bar(w, h, 0.03, _STAINED[(row * 2 + column * 3) % 6], 0.8).moved(x, y, 0.045))
    panes.append(
        extrude(arch_outline(width * 0.9, width * 0.9), 0.03, _STAINED[1], 0.8, crease=30).moved(
            0, height * 0.5 - width * 0.38, 0.035
        )
    )
    put(kit, at, yaw, *panes)
    kit.night += [
        p.painted(lambda v, n, c: np.clip(c * 1.2 + 0.08, 0, 1))
        .finished(glow=0.95)
        .moved(0, 0, 0.006)
        .turned(yaw)
        .moved(*at)
        for p in panes
    ]
    a = math.radians(yaw)
    kit.lamps.append(
        Lamp(
            at=(at[0] + 0.1 * math.sin(a), at[1], at[2] + 0.1 * math.cos(a)),
            radius=0.8,
            colour="#ffb97a",
            strength=0.35,
        )
    )


def _rose(kit: Kit, at: tuple[float, float, float], radius: float) -> None:
    """A round window like a flower."""
    kit.add(torus(radius * 1.05, radius * 0.14, "#cfc6b6", 0.2, steps=32).turned(0, 90).moved(*at))
    petals = [
        ball(
            (radius * 0.24, radius * 0.36, 0.03), (0, radius * 0.55, 0), _STAINED[k % 6], 0.8, steps=10
        ).turned(0, 0, 45 * k)
        for k in range(8)
    ]
    parts = [*petals, ball((radius * 0.24, radius * 0.24, 0.04), (0, 0, 0.01), "#f2b93b", 0.8, steps=12)]
    kit.add(
        cylinder(radius, 0.02, "#2b3550", 0.6, steps=32).turned(0, 90).moved(*at),
        *(p.moved(*at) for p in parts),
    )
    kit.night += [
        p.painted(lambda v, n, c: np.clip(c * 1.2 + 0.1, 0, 1))
        .finished(glow=1.0)
        .scaled(1.0, 1.0, 1.2)
        .moved(*at)
        for p in parts
    ]
    kit.lamps.append(Lamp(at=(at[0], at[1], at[2] + 0.1), radius=0.9, colour="#ffb97a", strength=0.5))
