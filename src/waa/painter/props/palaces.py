"""Palaces: the round hall where emperors prayed for harvests, the restaurant that floats."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.chinese import GOLD, GREEN, RED, plaque
from waa.painter.props.hulls import cloth
from waa.painter.props.masonry import bar, building, flight, lantern
from waa.painter.props.motor import Kit
from waa.painter.props.panes import cells, quads
from waa.painter.props.roofs import rectangle, ridge, sweeping
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, lathe, torus, tube
from waa.painter.solid.model import Lamp, Model

MARBLE, BLUE = "#eeebe2", "#2f5fae"


@draws("temple_of_heaven", yaw=-10)
def temple_of_heaven(look: Look) -> Model:
    """Three round roofs of blue tiles under a gilt ball, on three terraces of marble."""
    tile = look.tint(BLUE)
    kit = Kit()
    _terraces(kit)
    y = 1.20
    for radius, high, out, rise in (
        (1.62, 1.15, 2.35, 0.72),
        (1.22, 0.62, 1.80, 0.62),
        (0.82, 0.55, 1.34, 1.15),
    ):
        _drum(kit, radius, y, high)
        kit.add(*_round_roof(out, radius * 0.72 if rise < 1 else 0.10, y + high, rise, tile))
        y += high + rise * 0.80
    top = y + 0.20
    finial = [(0.16, 0), (0.13, 0.10), (0.20, 0.18), (0.24, 0.36), (0.18, 0.54), (0.07, 0.62), (0.0, 0.72)]
    kit.add(lathe(finial, "#e3b64a", 0.7, steps=20).moved(0, top, 0))
    for x in (-1.0, 1.0):
        lantern(kit, (x, 2.0, 1.75), 0.14)
    kit.lamps.append(Lamp(at=(0, 1.7, 1.8), radius=1.6, colour="#ffcf80", strength=0.5))
    return building(kit, (0, top + 0.6, 0), 0.8)


def _terraces(kit: Kit) -> None:
    for k, radius in enumerate((3.3, 2.85, 2.4)):
        low = 0.40 * k
        lip = radius + 0.05
        wall = [(radius, low), (radius, low + 0.30), (lip, low + 0.32), (lip, low + 0.40), (0, low + 0.40)]
        kit.add(lathe(wall, MARBLE, 0.15, steps=56, crease=30))
        count = round(radius * 11)
        gap = 0.62 / radius
        for j in range(count):
            a = 2 * math.pi * (j + 0.5) / count
            if abs((a + math.pi) % (2 * math.pi) - math.pi) > gap:
                post = bar(0.09, 0.26, 0.08, "#fbf9f2", 0.15).turned(math.degrees(a))
                kit.add(post.moved(radius * math.sin(a), low + 0.40, radius * math.cos(a)))
        arc = np.linspace(gap, 2 * math.pi - gap, 56)
        kit.add(
            tube(
                np.column_stack([radius * np.sin(arc), np.full(56, low + 0.63), radius * np.cos(arc)]),
                0.045,
                "#fbf9f2",
                0.15,
                steps=6,
            )
        )
    kit.add(flight(1.05, 12, 1.20 / 12, 0.145, "#f3f0e8").moved(0, 0, 4.05))
    for s in (-1, 1):
        kit.add(tube([(s * 0.60, 0.14, 4.02), (s * 0.60, 1.34, 2.38)], 0.085, "#fbf9f2", 0.15, steps=7))


def _drum(kit: Kit, radius: float, low: float, high: float) -> None:
    """Red columns, lattice doors between them, a painted frieze."""
    kit.add(cylinder(radius * 0.94, high, "#9c2a20", 0.2, steps=36, bevel=0.01).moved(0, low, 0))
    count = round(radius * 10)
    doors = []
    for k in range(count):
        r, sill, head = radius * 0.955, low + 0.04, low + high * 0.66
        (x0, z0), (x1, z1) = (
            (r * math.sin(t), r * math.cos(t)) for t in (2 * math.pi * (k + s) / count for s in (0.16, 0.84))
        )
        doors.append([(x0, sill, z0), (x1, sill, z1), (x1, head, z1), (x0, head, z0)])
        a = 2 * math.pi * k / count
        kit.add(
            cylinder(0.075, high, "#c23a2a", 0.4, steps=9, bevel=0.01).moved(
                radius * math.sin(a), low, radius * math.cos(a)
            )
        )
    panels = np.concatenate([cells(d, 3, 4, (0.22, 0.18)) for d in doors])
    kit.add(
        quads(np.array(doors), rgb("#8a2a1e"), gloss=0.2),
        quads(panels, rgb("#d9a85a"), lift=0.006, gloss=0.3),
    )
    kit.night.append(quads(panels, rgb("#ffc66a"), lift=0.010, glow=0.85))
    for y, tint, thick in ((0.72, "#2f7f78", 0.045), (0.82, "#23508f", 0.05), (0.93, GOLD, 0.04)):
        kit.add(torus(radius, thick, tint, 0.4, steps=32).moved(0, low + high * y, 0))


def _round_roof(out: float, inner: float, low: float, rise: float, tile: Colour) -> list[Mesh]:
    """A concave cone of tiles, ribs running down it, a gilt rim."""
    t = np.linspace(0, 1, 9)
    profile = np.column_stack([out + (inner - out) * t, low + rise * t**1.55])
    soffit = lathe(
        [(inner * 0.9, low - 0.06), (out * 0.985, low - 0.05), (out, low)], "#8a2f22", 0.2, steps=48
    )
    parts = [lathe(profile, tile, 0.45, steps=56, crease=80), soffit]
    for k in range(round(out * 22)):
        a = 2 * math.pi * k / round(out * 22)
        path = np.column_stack(
            [profile[::2, 0] * math.sin(a), profile[::2, 1] + 0.02, profile[::2, 0] * math.cos(a)]
        )
        parts.append(tube(path, 0.030, mix(tile, "#ffffff", 0.12), 0.5, steps=4, caps=False))
    parts += [
        torus(out, 0.045, GOLD, 0.6, steps=44).moved(0, low, 0),
        torus(max(inner, 0.12), 0.05, GOLD, 0.6, steps=32).moved(0, low + rise, 0),
    ]
    return parts


# -- the floating restaurant ----------------------------------------------------------------------------------


@draws("jumbo", yaw=-22)
def jumbo(look: Look) -> Model:
    """A palace on a barge: three decks of red columns, green roofs, lights along every edge."""
    tile = look.tint(GREEN)
    kit = Kit()
    s, t = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(0, 1, 5))
    for z in (-1, 1):
        half = 1.55 - 0.35 * np.abs(s) ** 6
        side = np.stack([4.2 * s * (0.96 + 0.04 * t), 0.02 + 0.62 * t, z * half * (0.90 + 0.10 * t)], -1)
        kit.add(cloth(side if z < 0 else side[:, ::-1], _hull, thick=0.03))
    for low, high, tint in ((0.02, 0.22, "#7c2a24"), (0.24, 0.32, "#f2ead6")):
        kit.add(bar(8.12, high, 2.1, tint, 0.2).moved(0, low, 0))
    kit.add(box(8.3, 0.10, 2.9, "#b98a52", 0.2, bevel=0.04).moved(0, 0.60, 0))
    y = 0.70
    for wide, deep, high in ((7.4, 2.5, 0.85), (6.2, 2.1, 0.80), (4.4, 1.7, 0.75)):
        _deck(kit, wide, deep, y, high)
        eaves, ridges = rectangle(wide + 0.65, deep + 0.65), rectangle(wide * 0.86, deep * 0.62)
        kit.add(sweeping(eaves, ridges, y + high, y + high + 0.30, tile, lift=0.16, flare=0.05, every=0.36, rib=0.05,
                         fine=3, beasts=0))  # fmt: skip
        y += high + 0.24
    kit.add(sweeping(rectangle(2.6, 1.9), rectangle(1.5, 0.03), y + 0.42, y + 1.02, tile, lift=0.26, flare=0.06,
                     every=0.30, rib=0.05, fine=4))  # fmt: skip
    kit.add(
        box(1.9, 0.50, 1.2, "#a8322a", 0.2, bevel=0.03).moved(0, y - 0.04, 0),
        ridge(1.5, y + 1.04, tile, radius=0.08),
    )
    board = plaque("珍饈畫舫", 1.5, 0.36, paper="#1f3f8a").moved(0, y + 0.22, 0.66)
    kit.add(board)
    kit.night.append(board.finished(glow=0.5).moved(0, 0, 0.004))
    for x in (-3.1, -1.6, 1.6, 3.1):
        lantern(kit, (x, 1.20, 1.42), 0.15)
    for x, dy in ((-2.4, 1.0), (0.0, 1.4), (2.4, 1.0)):
        kit.lamps.append(Lamp(at=(x, dy, 1.5), radius=1.9, colour="#ffc870", strength=0.42))
    model = building(kit, (0, y + 1.1, 0), 1.0)
    return Model(mesh=model.mesh, night=model.night, lamps=model.lamps, anchors=model.anchors, waterline=0.24)


def _hull(v: Array, n: Array, c: Array) -> Array:
    y = v[:, 1:2]
    return np.asarray(
        np.where(y < 0.24, rgb("#7c2a24"), np.where(y > 0.54, rgb(GOLD), rgb("#f2ead6"))), np.float32
    )


def _deck(kit: Kit, wide: float, deep: float, low: float, high: float) -> None:
    """Columns, windows between them, a rail of gold, a row of bulbs."""
    kit.add(bar(wide - 0.3, high, deep - 0.3, "#a8322a", 0.2).moved(0, low, 0))
    z, bays = deep / 2, round(wide / 0.52)
    sill, head, half = low + 0.12, low + high * 0.80, wide / 2 - 0.2
    front = [(-half, sill, z - 0.14), (half, sill, z - 0.14), (half, head, z - 0.14), (-half, head, z - 0.14)]
    panes = cells(front, bays, 1, (0.30, 0.0))
    lattice = cells(front, bays * 2, 2, (0.62, 0.12))
    kit.add(quads(panes, rgb("#3a4f55"), gloss=0.8), quads(lattice, rgb("#d9a85a"), lift=0.006))
    kit.night.append(quads(panes, rgb("#ffcf7a"), lift=0.012, glow=0.85))
    for s in (-1, 1):
        x = s * (wide / 2 - 0.14)
        near, far = (z - 0.25, -z + 0.25) if s > 0 else (-z + 0.25, z - 0.25)
        end = cells([(x, sill, near), (x, sill, far), (x, head, far), (x, head, near)], 4, 1, (0.3, 0.0))
        kit.add(quads(end, rgb("#3a4f55"), gloss=0.8))
        kit.night.append(quads(end, rgb("#ffcf7a"), lift=0.012, glow=0.85))
    for x, side in itertools.product(np.linspace(-wide / 2, wide / 2, bays + 1), (1, -1)):
        kit.add(bar(0.09, high, 0.09, RED, 0.4).moved(float(x), low, side * z))
    for y, thick in ((0.22, 0.035), (0.06, 0.03)):
        kit.add(
            tube([(-wide / 2, low + y, z + 0.05), (wide / 2, low + y, z + 0.05)], thick, GOLD, 0.5, steps=5)
        )
    for x in np.linspace(-wide / 2 - 0.2, wide / 2 + 0.2, bays + 3):
        bulb = ball(0.045, (float(x), low + high - 0.02, z + 0.30), "#fff0c8", 0.6, steps=4)
        kit.add(bulb)
        kit.night.append(bulb.finished(glow=1.0).moved(0, 0, 0.004))
