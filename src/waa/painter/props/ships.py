"""Ships: the ferry of Victoria Harbour, an ocean liner, a yellow submarine."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix, rgb
from waa.painter.props.boats import afloat, banded
from waa.painter.props.buses import box_of
from waa.painter.props.hulls import Lines, deck, hull, posts, rail, sail
from waa.painter.props.motor import CHROME, Kit, lit, window
from waa.painter.shapes import smooth
from waa.painter.solid.bodywork import Side, Skin, disc, loft
from waa.painter.solid.clay import Clay
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, cylinder, extrude, join, torus, tube
from waa.painter.solid.model import Lamp, Model

BOTH: tuple[tuple[Side, int], ...] = (("left", 1), ("right", -1))


# -- the ferry -------------------------------------------------------------------------------------------------

_HALF: Lines = (
    (0.0, 1.30, 1.30, 0.0, 1.6),
    (1.3, 1.26, 1.30, 0.02, 1.5),
    (2.4, 1.06, 1.34, 0.16, 1.3),
    (3.1, 0.72, 1.44, 0.50, 1.1),
    (3.5, 0.40, 1.54, 0.86, 1.0),
)
_FERRY: Lines = (
    *((-z, beam, sheer, keel, full) for z, beam, sheer, keel, full in reversed(_HALF[1:])),
    *_HALF,
)


@draws("ferry", yaw=62)
def ferry(look: Look) -> Model:
    """Green below, white above, alike at both ends: two decks of open windows and one funnel amidships."""
    green, white = look.tint("#17694a"), "#f5f2e6"
    kit = Kit()
    kit.add(hull(_FERRY, banded((0.52, "#7c2a24"), (0.58, "#f5f2e6"), top=green), gloss=0.4))
    kit.add(deck(_FERRY, "#8f6a45", drop=0.06), rail(_FERRY, 0.06, mix(green, "#ffffff", 0.15)))
    for y, half, wide, tall, colour, count in (
        (1.28, 2.75, 2.16, 1.0, green, 11),
        (2.30, 2.35, 2.00, 0.95, white, 9),
    ):
        house = loft(_house(half, wide, y, y + tall), colour, 0.45, steps=3, corner=3)
        kit.add(
            house,
            loft(
                _house(half + 0.34, wide + 0.34, y + tall - 0.02, y + tall + 0.10),
                white,
                0.4,
                steps=3,
                corner=3,
            ),
        )
        for side, s in BOTH:
            _arcade(kit, Skin(house, side), half - 0.30, y + 0.30, y + tall - 0.12, count)
            del s
        for side in ("front", "back"):
            skin = Skin(house, side)
            for x in (-0.55, 0.0, 0.55):
                corners = box_of(x - 0.2, x + 0.2, y + 0.32, y + tall - 0.14)
                kit.add(window(skin, corners, 0.05, seal=0.02, cells=4))
                kit.night.append(lit(skin, corners, 0.05, "#ffe0a2", cells=4))
    for line, level in ((_FERRY, 0.34),):
        kit.add(
            rail(line, 0.022, white, lift=level, inset=0.05),
            *posts(line, level, white, spacing=2, inset=0.05),
        )
    for z in (-2.15, 2.15):  # wheelhouses look both ways
        _wheelhouse(kit, z, white, green)
    _funnel(kit, (0, 3.30, 0), 0.34, 1.05, "#f0c23c", "#26272c")
    name = lettered("曉星", 0.62, 0.24, white, green, rows=18, fill=0.96, bare=True)
    for side, s in BOTH:
        skin = Skin(kit.day[0], side)
        for end in (-2.35, 2.35):
            kit.add(skin.lay(name.moved(s * end, 1.02, 0), 0.012))
        for k in range(5):
            ring = torus(0.13, 0.045, "#f3eee2", 0.4, steps=16).turned(0, 90).moved(0, 0, 0)
            colours = np.where(
                (np.arctan2(ring.vertices[:, 0], ring.vertices[:, 1]) * 4 / math.pi % 2 < 0.8)[:, None],
                rgb("#e0562e"),
                ring.colours,
            )
            kit.add(
                ring.painted(colours).turned(90 * s).moved(s * 1.13, 2.66 - 0.98, -1.6 + 0.8 * k)
                if k % 2
                else ring.painted(colours).turned(90 * s).moved(s * 1.06, 2.44, -1.6 + 0.8 * k)
            )
    for z in (-3.2, 3.2):
        kit.add(tube([(0, 1.4, z * 0.96), (0, 3.9, z * 0.93)], 0.035, white, 0.4, steps=6))
        kit.lamps.append(Lamp(at=(0, 3.9, z * 0.93), radius=0.5, colour="#fff3d2", strength=0.8))
    kit.add(
        sail(
            [(0, 3.5, -3.0), (0, 3.5, -3.55), (0, 3.85, -3.5), (0, 3.85, -3.0)],
            0.06,
            "#c8202d",
            rows=7,
            columns=9,
        )
    )
    kit.lamps += [
        Lamp(at=(s * 1.2, 1.85, z), radius=1.2, colour="#ffd58a", strength=0.4)
        for s in (1, -1)
        for z in (-1.5, 0, 1.5)
    ]
    return afloat(kit, 0.62, (0, 3.36, 1.1), 1.4, (0, 3.36, 1.1))


def _house(half: float, width: float, low: float, high: float) -> list[tuple[float, ...]]:
    """A deckhouse with rounded ends, for `loft`."""
    w = width / 2
    return [(-half, w * 0.55, low, high, 0.02, 0.04), (-half + 0.10, w * 0.80, low, high, 0.02, 0.05),
    (-half + 0.35, w * 0.96, low, high, 0.02, 0.05),
            (-half + 0.8, w, low, high, 0.02, 0.05), (0, w, low, high, 0.02, 0.05),
            (half - 0.8, w, low, high, 0.02, 0.05),
            (half - 0.35, w * 0.96, low, high, 0.02, 0.05), (half - 0.10, w * 0.80, low, high, 0.02, 0.05),
            (half, w * 0.55, low, high, 0.02, 0.04)]  # fmt: skip


def _arcade(kit: Kit, skin: Skin, reach: float, low: float, high: float, count: int) -> None:
    """Windows in a row from -reach to reach, lit at night."""
    step = 2 * reach / count
    for k in range(count):
        x = -reach + (k + 0.5) * step
        corners = box_of(x - step * 0.40, x + step * 0.40, low, high)
        kit.add(window(skin, corners, 0.05, seal=0.0, cells=4, glint=k % 2 == 0))
        kit.night.append(lit(skin, corners, 0.05, "#ffe0a2", cells=4))


def _wheelhouse(kit: Kit, z: float, white: Colour, trim: Colour) -> None:
    house = loft(_house(0.5, 1.3, 3.32, 4.05), white, 0.45, steps=3, corner=3)
    kit.add(
        house.moved(0, 0, z), loft(_house(0.62, 1.5, 4.03, 4.15), trim, 0.4, steps=3, corner=3).moved(0, 0, z)
    )
    for side in ("front", "back", "left", "right"):
        skin = Skin(house.moved(0, 0, z), side)
        middle = {"left": z, "right": -z}.get(side, 0.0)
        corners = box_of(middle - 0.34, middle + 0.34, 3.58, 3.93)
        kit.add(window(skin, corners, 0.06, seal=0.025, cells=6))
        kit.night.append(lit(skin, corners, 0.06, "#ffe9bd", cells=6, strength=0.6))


def _funnel(
    kit: Kit, at: tuple[float, float, float], radius: float, height: float, paint: Colour, cap: Colour
) -> None:
    x, y, z = at
    stack = cylinder(radius, height, paint, 0.5, top=radius * 0.92, steps=36, bevel=0.02).scaled(1, 1, 1.35)
    band = (
        cylinder(radius * 0.965, height * 0.24, cap, 0.4, top=radius * 0.935, steps=36, bevel=0.02)
        .scaled(1, 1, 1.36)
        .moved(0, height * 0.78, 0)
    )
    hole = (
        cylinder(radius * 0.76, 0.02, "#0f1013", 0.1, steps=28).scaled(1, 1, 1.35).moved(0, height * 1.015, 0)
    )
    kit.add(join(stack, band, hole).turned(0, -4).moved(x, y, z))


# -- a liner -----------------------------------------------------------------------------------------------

_LINER: Lines = (
    (-4.2, 0.62, 1.62, 0.90, 1.5), (-3.8, 0.92, 1.56, 0.36, 1.5), (-2.6, 1.16, 1.48, 0.02, 1.7),
    (0.0, 1.22, 1.44, 0.0, 1.9), (2.2, 1.08, 1.54, 0.02, 1.5),
    (3.4, 0.66, 1.76, 0.10, 1.0), (4.2, 0.22, 2.02, 0.30, 0.7), (4.55, 0.03, 2.14, 0.70, 0.5),
)  # fmt: skip


@draws("ship", yaw=58)
def ship(look: Look) -> Model:
    """An ocean liner: dark hull, white decks in steps, two funnels, hundreds of lights."""
    paint = look.tint("#1f2f52")
    white = "#f6f3ea"
    kit = Kit()
    body = hull(
        _LINER, banded((0.50, "#b5342c"), (0.56, white), (1.30, paint), top=white), gloss=0.5, most=11000
    )
    kit.add(body, deck(_LINER, "#c79a66", drop=0.05), rail(_LINER, 0.05, white))
    for side, _ in BOTH:
        skin = Skin(body, side)
        for k in range(18):
            x = -3.3 + 0.38 * k
            hole = disc(x, 1.08, 0.075, None, "#1b2836", 0.9, steps=12)
            kit.add(
                skin.lay(disc(x, 1.08, 0.10, None, "#d9a63f", 0.6, steps=12), 0.008), skin.lay(hole, 0.014)
            )
            kit.night.append(
                skin.lay(disc(x, 1.08, 0.08, None, "#ffd98f", steps=12), 0.02).finished(glow=1.0)
            )
    for level, (half, wide, shift) in enumerate(((3.0, 1.96, -0.25), (2.5, 1.76, -0.30), (1.8, 1.5, -0.15))):
        y = 1.42 + 0.60 * level
        house = loft(_house(half, wide, y, y + 0.56), white, 0.45, steps=3, corner=3).moved(0, 0, shift)
        kit.add(
            house,
            loft(
                _house(half + 0.10, wide + 0.16, y + 0.54, y + 0.62),
                mix(white, "#c9b48a", 0.25),
                0.4,
                steps=3,
                corner=3,
            ).moved(0, 0, shift),
        )
        for side, s in BOTH:
            skin = Skin(house, side)
            count = round(half * 4)
            for k in range(count):
                x = s * (shift - half + 0.4 + (2 * half - 0.8) * (k + 0.5) / count)
                corners = box_of(x - 0.12, x + 0.12, y + 0.16, y + 0.40)
                kit.add(window(skin, corners, 0.04, seal=0.0, cells=3, glint=False))
                kit.night.append(lit(skin, corners, 0.04, "#ffd98f", cells=3, strength=0.95))
        skin = Skin(house, "front")
        kit.add(window(skin, box_of(-wide * 0.36, wide * 0.36, y + 0.18, y + 0.42), 0.08, seal=0.02, cells=8))
        kit.night.append(
            lit(
                skin,
                box_of(-wide * 0.36, wide * 0.36, y + 0.18, y + 0.42),
                0.08,
                "#ffe9bd",
                cells=8,
                strength=0.6,
            )
        )
    for z in (0.55, -1.05):
        _funnel(kit, (0, 3.2, z), 0.36, 1.15, "#d2332a", "#1f2126")
    for z in (2.4, -3.0):
        kit.add(tube([(0, 1.5, z), (0, 4.7, z - 0.25)], [0.05, 0.025], "#d9b06a", 0.3, steps=8))
        kit.lamps.append(Lamp(at=(0, 4.7, z - 0.25), radius=0.5, strength=0.9))
    for k in range(4):
        kit.pair(_lifeboat().moved(0.98, 2.18, -1.9 + 0.95 * k))
    string = [(0, 2.2, 4.3), (0, 4.7, 2.15), (0, 4.55, -0.4), (0, 4.7, -3.25), (0, 1.8, -4.1)]
    kit.add(tube(string, 0.012, "#8d939c", 0.3, steps=4, caps=False))
    for a, b in itertools.pairwise(string):
        for t in np.linspace(0.12, 0.9, 7):
            p = np.asarray(a) + (np.asarray(b) - a) * t
            colour = ("#e2493f", "#f6c443", "#3aa6a0", "#2f6fb5")[int(t * 40) % 4]
            flag = sail(
                [p, p - (0, 0, 0.16), p - (0, 0.17, 0.10), p - (0, 0.17, 0.06)],
                0.02,
                colour,
                rows=3,
                columns=3,
            )
            kit.add(flag)
    kit.lamps += [Lamp(at=(-1.0, 1.9, z), radius=1.3, colour="#ffd58a", strength=0.35) for z in (-2, 0, 2)]
    return afloat(kit, 0.58, (0, 3.24, 1.15), 1.2, (0, 3.24, 1.15))


def _lifeboat() -> Mesh:
    return join(
        ball((0.13, 0.11, 0.36), (0, 0, 0), "#e8873a", 0.4, steps=8),
        ball((0.135, 0.06, 0.365), (0, 0.05, 0), "#f6f3ea", 0.4, steps=8),
    )


# -- a submarine -------------------------------------------------------------------------------------------


@draws("submarine", yaw=62)
def submarine(look: Look) -> Model:
    """Yellow, round, riveted, with portholes, a conning tower and a periscope."""
    paint = look.tint("#f3bb22")
    trim = mix(paint, "#c2571f", 0.75) if look.colour is None else mix(paint, "#000000", 0.45)
    kit = Kit()
    clay = (
        Clay(0.25)
        .ball((0, 0.95, 0.1), (0.88, 0.88, 1.75), paint)
        .ball((0, 1.0, -1.2), (0.46, 0.48, 1.0), paint)
    )
    body = clay.mesh(64, gloss=0.75)
    kit.add(body)
    tower = loft(((-0.62, 0.20, 1.5, 2.28, 0.05, 0.10), (-0.5, 0.32, 1.5, 2.36, 0.05, 0.14),
    (0.1, 0.36, 1.5, 2.40, 0.05, 0.16), (0.50, 0.28, 1.5, 2.36, 0.05, 0.14),
                  (0.62, 0.16, 1.5, 2.28, 0.05, 0.10)), paint, 0.7)  # fmt: skip
    kit.add(tower.moved(0, 0, 0.10), loft(((-0.66, 0.22, 2.26, 2.34, 0.03, 0.03),
    (-0.5, 0.36, 2.30, 2.40, 0.03, 0.03), (0.1, 0.40, 2.34, 2.44, 0.03, 0.03),
            (0.5, 0.32, 2.30, 2.40, 0.03, 0.03), (0.66, 0.18, 2.26, 2.34, 0.03, 0.03)), trim, 0.6).moved(0, 0.02,
            0.10))  # fmt: skip
    for side, s in BOTH:
        skin = Skin(body, side)
        for z, r in ((0.98, 0.23), (0.30, 0.27), (-0.40, 0.23)):
            _porthole(kit, skin, s * z, 1.05, r, trim)
    _porthole(kit, Skin(body, "front"), 0.0, 1.08, 0.34, trim)
    _porthole(kit, Skin(tower.moved(0, 0, 0.1), "front"), 0.0, 1.98, 0.15, trim)
    scope = smooth([(0, 2.3, -0.1), (0, 3.02, -0.1), (0, 3.14, 0.02), (0, 3.15, 0.20)], closed=False)
    kit.add(
        tube(scope, 0.075, trim, 0.6, steps=12),
        ball((0.075, 0.075, 0.03), (0, 3.15, 0.23), "#22384c", 0.95, steps=12),
        tube([(0.14, 2.3, -0.3), (0.14, 2.85, -0.3)], 0.025, CHROME, 0.6),
    )
    kit.add(*_screw(trim))
    for x in (-1, 1):
        fin = extrude(
            smooth([(0.5, -0.10), (1.15, -0.22), (1.20, 0.05), (0.5, 0.34)], steps=5),
            0.09,
            trim,
            0.6,
            crease=80,
        ).turned(0, 90)
        kit.add(fin.scaled(x, 1, 1).moved(x * 0.12, 0.92, 0.45))
    tail = extrude(
        smooth([(-0.05, 0.0), (0.5, 0.0), (0.34, 0.72), (0.02, 0.78)], steps=5), 0.09, trim, 0.6, crease=80
    )
    kit.add(tail.turned(90).moved(0, 1.25, -1.55), tail.scaled(1, -0.75, 1).turned(90).moved(0, 0.75, -1.55))
    kit.add(
        join(*(tail.scaled(1, 0.8, 1).turned(90).turned(0, 0, r).moved(0, 1.0, -1.55) for r in (90, -90)))
    )
    for z in np.linspace(-0.9, 1.2, 8):
        r = 0.90 * math.sqrt(max(0.0, 1 - ((z - 0.1) / 1.78) ** 2))
        kit.add(
            *(
                ball(0.028, (r * math.sin(a), 0.95 + r * math.cos(a), float(z)), trim, 0.6, steps=6)
                for a in (-0.75, -0.45, 0.45, 0.75)
            )
        )
    kit.lamps.append(Lamp(at=(0, 1.08, 1.9), radius=1.2, colour="#ffe7a8", strength=0.7))
    return afloat(kit, 0.85, (0, 2.42, 0.1), 0.7, (0, 2.42, 0.1))


def _porthole(kit: Kit, skin: Skin, x: float, y: float, r: float, trim: Colour) -> None:
    ring = skin.points(
        [(x + r * math.sin(a), y + r * math.cos(a)) for a in np.linspace(0, 2 * math.pi, 33)], 0.015
    )
    kit.add(
        tube(ring, r * 0.20, trim, 0.7, steps=8, caps=False),
        skin.lay(disc(x, y, r, None, "#2b5a7a", 0.95, bulge=r * 0.2), 0.012),
    )
    kit.add(skin.lay(disc(x - r * 0.34, y + r * 0.36, r * 0.28, r * 0.16, "#d6ecf8", 0.9), 0.03 + r * 0.16))
    kit.night.append(
        skin.lay(disc(x, y, r, None, "#ffe3a0", bulge=r * 0.2), 0.05 + r * 0.16).finished(glow=1.0)
    )


def _screw(trim: Colour) -> list[Mesh]:
    blades = [
        ball((0.10, 0.26, 0.035), (0, 0.26, 0), CHROME, 0.7, steps=12)
        .turned(28)
        .turned(0, 0, 120 * k)
        .moved(0, 1.0, -2.26)
        .finished(metal=0.5)
        for k in range(3)
    ]
    ring = torus(0.50, 0.055, trim, 0.6, steps=36).turned(0, 90).moved(0, 1.0, -2.22)
    return [*blades, ball((0.10, 0.10, 0.16), (0, 1.0, -2.28), trim, 0.6, steps=12), ring]
