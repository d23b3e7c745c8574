"""Small craft: a rowing boat, a sampan; and how boats sit in the water and are painted."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.hulls import Lines, cloth, deck, hull, rail
from waa.painter.props.motor import Kit
from waa.painter.solid.detail import Paint
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

WOOD, DARK, PALE = "#9a6236", "#5a351f", "#d2a066"


def afloat(
    kit: Kit,
    waterline: float,
    seat: tuple[float, float, float],
    size: float,
    top: tuple[float, float, float] | None = None,
) -> Model:
    """A boat's model: who is in it or on it sits at `seat`."""
    place = Anchor(at=seat, size=size)
    model = kit.model({"seat": place, "inside": place, "top": Anchor(at=top or seat, size=size)})
    return replace(model, waterline=waterline)


def banded(*bands: tuple[float, Colour], top: Colour) -> Paint:
    """A paint of level bands: (up to this height, colour), …, and `top` above them."""

    def paint(v: Array, n: Array, c: Array) -> Array:
        colours = np.tile(rgb(top), (len(v), 1))
        for height, colour in reversed(bands):
            colours[v[:, 1] < height] = rgb(colour)
        return colours

    return paint


def planked(base: Colour, every: float = 0.13) -> Paint:
    """A paint of strakes: dark seams along the hull, each plank of its own tone."""
    light = rgb(base)

    def paint(v: Array, n: Array, c: Array) -> Array:
        row = v[:, 1] / every
        tone = 1 + 0.10 * np.sin(np.floor(row) * 2.4 + 1)
        seam = np.abs(row % 1 - 0.5) > 0.43
        return np.clip(light * (tone * np.where(seam, 0.62, 1.0))[:, None], 0, 1)

    return paint


# -- a rowing boat ---------------------------------------------------------------------------------------------

_DINGHY: Lines = (
    (-1.45, 0.46, 0.62, 0.14, 1.2), (-1.1, 0.60, 0.57, 0.03, 1.2), (-0.3, 0.72, 0.52, 0.0, 1.15),
    (0.5, 0.66, 0.55, 0.0, 1.0), (1.15, 0.40, 0.66, 0.05, 0.8),
    (1.55, 0.14, 0.78, 0.20, 0.6), (1.68, 0.02, 0.82, 0.34, 0.5),
)  # fmt: skip


@draws("boat", yaw=58)
def boat(look: Look) -> Model:
    """A rowing boat in two colours, oars out, a ring and a rope on board."""
    paint = look.tint("#2e7fb8")
    kit = Kit()
    white = "#f4efe2"
    kit.add(
        hull(
            _DINGHY,
            banded((0.24, mix(paint, "#000000", 0.15)), (0.28, white), top=paint),
            inside=PALE,
            floor=0.10,
        )
    )
    kit.add(rail(_DINGHY, 0.042, white))
    for z, wide in ((-0.78, 1.12), (0.02, 1.30), (0.76, 0.80)):
        kit.add(box(wide, 0.055, 0.26, WOOD, 0.25, bevel=0.015).moved(0, 0.36, z))
    for k in range(7):
        z = -1.2 + 0.29 * k
        width = float(np.interp(z, [r[0] for r in _DINGHY], [r[1] for r in _DINGHY]))
        rib = [
            (width * 0.90 * math.sin(a), 0.55 - 0.40 * math.cos(a) ** 0.6, z)
            for a in np.linspace(-1.4, 1.4, 13)
        ]
        kit.add(tube(rib, 0.018, mix(PALE, DARK, 0.35), 0.2, steps=6))
    for side in (1, -1):
        kit.add(torus(0.045, 0.012, "#b9bec6", 0.7, steps=14).turned(0, 90).moved(side * 0.73, 0.62, 0.10))
        kit.add(_oar().turned(side * 78, side * 0).turned(0, 0, side * -13).moved(side * 0.70, 0.62, 0.12))
    buoy = torus(0.15, 0.055, "#f3eee2", 0.4, steps=32)
    kit.add(
        buoy.painted(
            lambda v, n, c: np.where(
                (np.arctan2(v[:, 0], v[:, 2]) * 4 / math.pi % 2 < 0.9)[:, None], rgb("#d8392e"), c
            )
        )
        .turned(20, 62)
        .moved(0.16, 0.46, -0.72)
    )
    coil = [(0.13 * math.cos(a), 0.30 + 0.006 * a, 1.15 + 0.11 * math.sin(a)) for a in np.linspace(0, 18, 60)]
    kit.add(tube(coil, 0.020, "#d9c08a", 0.1, steps=6))
    return afloat(kit, 0.20, (0, 0.42, 0.0), 0.8)


def _oar() -> Mesh:
    """Lying along +z from the rowlock outwards, its handle inboard."""
    shaft = tube([(0, 0, -0.55), (0, 0, 1.05)], 0.024, PALE, 0.3, steps=8)
    blade = box(0.15, 0.018, 0.46, PALE, 0.3, bevel=0.008).moved(0, -0.009, 1.22)
    tip = box(0.152, 0.020, 0.14, "#d8392e", 0.3, bevel=0.008).moved(0, -0.010, 1.40)
    return join(shaft, blade, tip)


# -- a sampan ----------------------------------------------------------------------------------------------

_SAMPAN: Lines = (
    (-2.2, 0.50, 0.92, 0.42, 2.0), (-1.7, 0.66, 0.74, 0.16, 1.8), (-0.8, 0.80, 0.62, 0.02, 1.6),
    (0.4, 0.80, 0.60, 0.0, 1.6), (1.3, 0.62, 0.70, 0.10, 1.6),
    (2.0, 0.40, 0.92, 0.36, 1.8), (2.3, 0.30, 1.06, 0.56, 2.0),
)  # fmt: skip


@draws("sampan", yaw=56)
def sampan(look: Look) -> Model:
    """A harbour sampan: weathered planks, an arched awning, tyres along its side, a lamp."""
    awning = look.tint("#2f8f6b")
    kit = Kit()
    kit.add(hull(_SAMPAN, planked("#8a5a35"), inside="#a97a4c", floor=0.20, gloss=0.25))
    kit.add(
        rail(_SAMPAN, 0.05, "#6b4226"),
        deck(_SAMPAN[:2], "#a97a4c", drop=0.03),
        deck(_SAMPAN[4:], "#a97a4c", drop=0.03),
    )
    kit.add(deck(_SAMPAN[1:5], "#b98a5a", drop=0.34, plank="#7c5330"))
    a = np.linspace(-1.45, 1.45, 21)
    z = np.linspace(-1.15, 0.75, 29)
    ripple = 0.018 * np.cos(z * 2 * math.pi / 0.38)[:, None]
    arch = np.stack([(0.80 + ripple) * np.sin(a)[None] + 0 * z[:, None],
    0.62 + (1.02 + ripple) * np.cos(a)[None] + 0 * z[:, None],
                     np.broadcast_to(z[:, None], (29, 21))], -1)  # fmt: skip
    pale = mix(awning, "#f7f0dc", 0.85)

    def stripes(v: Array, n: Array, c: Array) -> Array:
        return np.where((np.floor((v[:, 2] + 1.15) / 0.38) % 2 < 1)[:, None], rgb(awning), pale)

    kit.add(cloth(arch[:, ::-1], stripes, thick=0.03))
    for end in (-1.12, 0.72):
        kit.add(
            tube([(0.80 * math.sin(t), 0.62 + 1.03 * math.cos(t), end) for t in a], 0.028, PALE, 0.3, steps=8)
        )
    for k, zt in enumerate((-1.2, -0.4, 0.5, 1.2)):
        beam = float(np.interp(zt, [r[0] for r in _SAMPAN], [r[1] for r in _SAMPAN]))
        tyre = torus(0.15, 0.065, "#26272b", 0.2, steps=24).turned(0, 0, 90)
        kit.pair(tyre.moved(beam + 0.05, 0.46 - 0.02 * (k % 2), zt))
        kit.pair(tube([(beam, 0.66, zt), (beam + 0.04, 0.58, zt)], 0.012, "#cbb487", 0.1, steps=5))
    oar = join(
        tube([(0, 0, -0.9), (0, 0, 1.6)], 0.03, PALE, 0.3, steps=8),
        box(0.16, 0.03, 0.8, PALE, 0.3, bevel=0.01).moved(0, -0.015, 1.7),
    )
    kit.add(oar.turned(180).turned(0, -24).moved(0.12, 1.06, -2.1))
    _lantern(kit, (0.0, 1.24, 0.86))
    kit.add(*_cargo())
    return afloat(kit, 0.26, (0, 0.42, 1.22), 0.8, (0, 1.66, -0.2))


def _lantern(kit: Kit, at: tuple[float, float, float]) -> None:
    x, y, z = at
    kit.add(
        tube([(x, y + 0.30, z - 0.12), (x, y + 0.34, z), (x, y + 0.20, z)], 0.012, "#3a2a1c", 0.2, steps=5)
    )
    bulb = ball((0.11, 0.13, 0.11), (x, y + 0.08, z), "#e4473a", 0.4, steps=14)
    kit.add(
        bulb,
        cylinder(0.05, 0.03, "#d9a63f", 0.5).moved(x, y + 0.20, z),
        cylinder(0.05, 0.03, "#d9a63f", 0.5).moved(x, y - 0.06, z),
    )
    kit.night.append(ball((0.114, 0.134, 0.114), (x, y + 0.08, z), "#ff7a45", steps=14).finished(glow=0.9))
    kit.lamps.append(Lamp(at=(x, y + 0.08, z + 0.1), radius=0.9, colour="#ff9a4a", strength=0.8))


def _cargo() -> list[Mesh]:
    basket = join(
        cylinder(0.20, 0.22, "#c99557", 0.15, top=0.25, steps=24, bevel=0.02),
        torus(0.245, 0.025, "#b07a3e", steps=24).moved(0, 0.215, 0),
    )
    fruit = [ball(0.075, (0.10 * math.cos(k * 2.4) * (k > 0), 0.235 + 0.02 * (k % 2),
    0.10 * math.sin(k * 2.4) * (k > 0)), ("#f0a030", "#e8703a")[k % 2], 0.4, steps=10)
             for k in range(6)]  # fmt: skip
    return [
        join(basket, *fruit).moved(-0.25, 0.34, 1.55),
        cylinder(0.14, 0.30, "#3f7fb0", 0.3, steps=20).moved(0.30, 0.30, 1.62),
    ]
