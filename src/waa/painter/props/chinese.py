"""Chinese buildings: a temple, a pagoda, a pavilion."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.props.masonry import STONE, arch_outline, bar, building, column, flight, lantern, put
from waa.painter.props.motor import Kit
from waa.painter.props.roofs import ngon, rectangle, ridge, sweeping
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus, tube
from waa.painter.solid.model import Lamp, Model

RED, GOLD, GREEN = "#b3261f", "#d9a63f", "#2f8a5c"


def plaque(
    text: str,
    width: float,
    height: float,
    *,
    paper: Colour = "#1f2a4a",
    ink: Colour = "#f2c75a",
    vertical: bool = False,
) -> Mesh:
    """A board with gilt letters in a carved frame, looking ahead."""
    board = box(width + 0.14, height + 0.14, 0.08, GOLD, 0.5, bevel=0.03).moved(0, -height / 2 - 0.07, -0.03)
    face = lettered(
        text, width, height, ink, paper, rows=22, fill=0.9, font="serif-900", vertical=vertical, gloss=0.35
    )
    return join(board, face.moved(0, 0, 0.018))


def lattice(kit: Kit, at: tuple[float, float, float], width: float, height: float, *, yaw: float = 0.0,
frame: Colour = "#8f241c",
            bars: int = 5) -> None:  # fmt: skip
    """A window of crossed bars over paper, lit at night."""
    w, h = width / 2, height / 2
    paper = bar(width, height, 0.03, "#f0e3c4", 0.1).moved(0, -h, 0)
    strips = [bar(0.03, height, 0.03, frame, 0.3).moved(x, -h, 0.025) for x in np.linspace(-w, w, bars)]
    strips += [bar(width, 0.03, 0.03, frame, 0.3).moved(0, y, 0.027) for y in np.linspace(-h, h - 0.03, bars)]
    put(kit, at, yaw, paper, *strips)
    kit.night += [
        paper.painted("#ffc66a")
        .finished(glow=0.95)
        .scaled(0.98, 0.98, 1)
        .moved(0, 0, 0.004)
        .turned(yaw)
        .moved(*at)
    ]


@draws("pavilion", yaw=12)
def pavilion(look: Look) -> Model:
    """Six red columns, a seat all round, a green roof that turns up at its corners, a lantern inside."""
    tile = look.tint(GREEN)
    kit = Kit()
    for k, (r, h) in enumerate(((2.25, 0.16), (2.05, 0.16))):
        kit.add(_hexagon(r, h, mix(STONE, "#ffffff", 0.12 * k)).moved(0, 0.16 * k, 0))
    kit.add(flight(1.1, 2, 0.16, 0.24, STONE).moved(0, 0, 2.42))
    corners = ngon(6, 1.62, 0)
    for x, z in corners:
        kit.add(column(0.105, 2.5, RED).moved(x, 0.32, z))
    ring = [*corners, corners[0]]
    for k, (a, b) in enumerate(itertools.pairwise(ring)):
        for y, r, colour in ((2.62, 0.085, "#2a6f74"), (2.80, 0.06, GOLD)):
            kit.add(tube([(a[0], y, a[1]), (b[0], y, b[1])], r, colour, 0.4, steps=8))
        if k == 5:  # the way in
            continue
        kit.add(
            tube([(a[0], 0.86, a[1]), (b[0], 0.86, b[1])], 0.05, RED, 0.4, steps=8),
            tube(
                [(a[0] * 0.94, 0.66, a[1] * 0.94), (b[0] * 0.94, 0.66, b[1] * 0.94)],
                0.085,
                "#9a5a34",
                0.3,
                steps=8,
            ),
        )
        for t in np.linspace(0.14, 0.86, 5):
            x, z = (p * (1 - t) + q * t for p, q in zip(a, b, strict=True))
            kit.add(tube([(x, 0.32, z), (x, 0.86, z)], 0.028, RED, 0.3, steps=6))
    kit.add(
        sweeping(ngon(6, 2.35), ngon(6, 0.16), 2.86, 4.25, tile, lift=0.42, flare=0.10, every=0.26, rib=0.058)
    )
    kit.add(
        lathe(
            [(0.22, 0), (0.26, 0.10), (0.14, 0.20), (0.20, 0.36), (0.24, 0.46), (0.12, 0.62), (0.0, 0.84)],
            GOLD,
            0.6,
            steps=24,
        ).moved(0, 4.20, 0)
    )
    front = plaque("聽雨", 0.74, 0.36)
    kit.add(front.moved(0, 2.42, 1.55))
    lantern(kit, (0, 2.35, 0), 0.26)
    kit.add(
        cylinder(0.42, 0.08, "#a9a398", steps=24).moved(0, 0.86, 0),
        cylinder(0.14, 0.56, "#a9a398", steps=16).moved(0, 0.32, 0),
    )
    for turn in (0.9, 2.9, 5.0):
        kit.add(
            cylinder(0.17, 0.40, "#9a958c", steps=16, bevel=0.05).moved(
                0.72 * math.sin(turn), 0.32, 0.72 * math.cos(turn)
            )
        )
    return building(kit, (0, 5.0, 0), 0.8)


def _hexagon(radius: float, height: float, colour: Colour) -> Mesh:

    outline = np.array([(x, z) for x, z in ngon(6, radius)])
    return extrude(outline, height, colour, 0.1, crease=20).turned(0, -90).moved(0, height / 2, 0)


@draws("pagoda", yaw=10)
def pagoda(look: Look) -> Model:
    """Seven storeys, eight sides, each storey a little smaller; bells at the corners, a spire of rings."""
    tile = look.tint("#3a7f9a")
    kit = Kit()
    wall = "#f3e6cc"
    kit.add(
        _octagon(2.5, 0.30, STONE),
        _octagon(2.2, 0.30, mix(STONE, "#ffffff", 0.15)).moved(0, 0.30, 0),
        flight(1.2, 3, 0.2, 0.26, STONE).moved(0, 0, 2.95),
    )
    y, radius = 0.60, 1.62
    for storey in range(7):
        high = 0.98 - 0.055 * storey
        kit.add(_octagon(radius, high, wall).moved(0, y, 0))
        for x, z in ngon(8, radius * 1.01):
            kit.add(
                tube([(0, 0, 0), (0, high, 0)], 0.075 - 0.004 * storey, RED, 0.4, steps=8, caps=False).moved(
                    x, y, z
                )
            )
        flat = radius * math.cos(math.pi / 8)
        for k in range(8):
            yaw = 45.0 * k
            a = math.radians(yaw)
            at = (flat * math.sin(a), y + high * 0.48, flat * math.cos(a))
            if storey == 0 and k == 0:
                continue
            if k % 2 == 0:
                lattice(kit, at, radius * 0.42, high * 0.52, yaw=yaw, bars=3)
        eave = radius + 0.62 - 0.035 * storey
        top = radius * 0.90 if storey < 6 else 0.10
        rise = 0.40 if storey < 6 else 0.95
        kit.add(
            sweeping(
                ngon(8, eave),
                ngon(8, top),
                y + high,
                y + high + rise,
                tile,
                lift=0.20,
                flare=0.07,
                every=0.40,
                rib=0.05,
                fine=3,
                beasts=0,
            )
        )
        y, radius = y + high + (0.26 if storey < 6 else 0.9), radius - 0.155
    kit.add(_pagoda_door(1.62 * math.cos(math.pi / 8)))
    rings = [
        torus(0.22 - 0.022 * k, 0.045, GOLD, 0.6, steps=20).moved(0, y + 0.14 + 0.15 * k, 0) for k in range(6)
    ]
    kit.add(
        *rings,
        tube([(0, y - 0.3, 0), (0, y + 1.35, 0)], [0.09, 0.02], GOLD, 0.6, steps=10),
        ball(0.10, (0, y + 1.2, 0), GOLD, 0.7, steps=12),
    )
    kit.lamps += [
        Lamp(at=(0, 1.1 + 1.1 * k, 1.5 - 0.12 * k), radius=1.3, colour="#ffb95e", strength=0.35)
        for k in range(6)
    ]
    return building(kit, (0, y + 1.3, 0), 0.6)


def _octagon(radius: float, height: float, colour: Colour) -> Mesh:

    outline = np.array([(x, z) for x, z in ngon(8, radius)])
    return extrude(outline, height, colour, 0.1, crease=20).turned(0, -90).moved(0, height / 2, 0)


def _pagoda_door(z: float) -> Mesh:

    frame = extrude(arch_outline(0.66, 0.84), 0.08, GOLD, 0.4, crease=30)
    leaf = extrude(arch_outline(0.54, 0.76), 0.06, RED, 0.4, crease=30).moved(0, -0.02, 0.03)
    return join(frame, leaf, box(0.02, 0.74, 0.02, "#5a1410").moved(0, -0.40, 0.065)).moved(0, 1.02, z)


@draws("temple", yaw=-20)
def temple(look: Look) -> Model:
    """A hall of two roofs on a terrace: green tiles, red columns, lanterns, a burner before the doors."""
    tile = look.tint(GREEN)
    kit = Kit()
    kit.add(
        box(6.6, 0.42, 4.9, STONE, 0.1, bevel=0.05),
        box(6.2, 0.16, 4.5, mix(STONE, "#ffffff", 0.2), 0.1, bevel=0.04).moved(0, 0.40, 0),
    )
    kit.add(flight(2.2, 4, 0.14, 0.26, mix(STONE, "#ffffff", 0.1)).moved(0, 0, 3.45))
    kit.add(box(5.0, 2.3, 3.1, "#c9574a", 0.1, bevel=0.03).moved(0, 0.55, -0.25))
    xs = (-2.55, -0.98, 0.98, 2.55)
    for x in xs:
        kit.add(column(0.15, 2.35, RED).moved(x, 0.55, 1.85), column(0.15, 2.35, RED).moved(x, 0.55, -1.95))
    kit.add(
        box(5.6, 0.26, 0.18, "#2a6f74", 0.3, bevel=0.03).moved(0, 2.62, 1.85),
        box(5.6, 0.08, 0.22, GOLD, 0.4, bevel=0.02).moved(0, 2.86, 1.85),
    )
    for x in np.linspace(-2.5, 2.5, 9):
        kit.add(
            bar(0.16, 0.14, 0.30, ("#2f7f78", GOLD, "#2f6fa0")[int(abs(x) * 2) % 3], 0.3).moved(
                float(x), 2.90, 1.92
            )
        )
    _temple_doors(kit)
    for x in (-1.76, 1.76):
        lattice(kit, (x, 1.62, 1.32), 0.95, 0.95)
    for yaw, x in ((90, 2.52), (-90, -2.52)):
        lattice(kit, (x, 1.62, -0.2), 0.95, 0.95, yaw=yaw)
    kit.add(
        sweeping(
            rectangle(7.2, 5.6),
            rectangle(4.6, 2.5),
            2.98,
            3.95,
            tile,
            lift=0.46,
            flare=0.035,
            every=0.30,
            rib=0.07,
            fine=6,
        )
    )
    kit.add(
        box(4.4, 0.72, 2.3, "#c9574a", 0.1).moved(0, 3.72, 0),
        plaque("文武廟", 1.30, 0.46).moved(0, 2.44, 2.06),
    )
    kit.add(
        sweeping(
            rectangle(5.4, 3.5),
            rectangle(3.3, 0.02),
            4.42,
            5.70,
            tile,
            lift=0.42,
            flare=0.04,
            every=0.30,
            rib=0.07,
            fine=6,
        )
    )
    kit.add(ridge(3.9, 5.72, tile, radius=0.12))
    for x in (-1.76, 1.76):
        lantern(kit, (x, 2.30, 2.25), 0.21)
    kit.add(*_burner((0, 0, 3.0 + 1.0)))
    kit.lamps.append(Lamp(at=(0, 1.5, 1.6), radius=2.2, colour="#ffb95e", strength=0.4))
    return building(kit, (0, 5.95, 0), 1.4)


def _temple_doors(kit: Kit) -> None:
    for side in (-1, 1):
        x = side * 0.42
        kit.add(box(0.80, 1.80, 0.08, "#8f1f19", 0.35, bevel=0.02).moved(x, 0.56, 1.33))
        kit.add(
            *(
                ball(0.036, (x + dx, 0.80 + 0.28 * j, 1.385), "#e3b04b", 0.7, steps=6)
                for j in range(5)
                for dx in (-0.22, 0, 0.22)
            )
        )
        kit.add(torus(0.07, 0.016, "#e3b04b", 0.7, steps=14).turned(0, 90).moved(side * 0.14, 1.42, 1.39))
        strip = lettered(
            "國泰民安" if side < 0 else "風調雨順",
            0.24,
            1.35,
            "#f7d884",
            "#b3261f",
            rows=60,
            fill=0.95,
            font="serif-900",
            vertical=True,
        )
        kit.add(
            strip.moved(side * 0.98, 1.75, 2.02),
            box(0.30, 1.44, 0.03, GOLD, 0.3, bevel=0.01).moved(side * 0.98, 1.03, 1.99),
        )


def _burner(at: tuple[float, float, float]) -> list[Mesh]:
    """A bronze incense burner on three legs, sticks smoking in it."""
    bronze = "#a9803a"
    bowl = lathe(
        [
            (0.0, 0.24),
            (0.26, 0.26),
            (0.42, 0.42),
            (0.44, 0.60),
            (0.38, 0.70),
            (0.46, 0.74),
            (0.46, 0.80),
            (0.38, 0.80),
            (0.34, 0.70),
            (0, 0.66),
        ],
        bronze,
        0.5,
        steps=36,
    )
    legs = [
        tube(
            [(0.26 * math.sin(a), 0.34, 0.26 * math.cos(a)), (0.36 * math.sin(a), 0.0, 0.36 * math.cos(a))],
            0.07,
            bronze,
            0.5,
            steps=8,
        )
        for a in (0.5, 2.6, 4.7)
    ]
    ears = [torus(0.10, 0.035, bronze, 0.5, steps=16).turned(0, 90).moved(s * 0.44, 0.90, 0) for s in (-1, 1)]
    sticks = [
        tube(
            [
                (0.14 * math.sin(k * 2.4), 0.70, 0.14 * math.cos(k * 2.4)),
                (0.17 * math.sin(k * 2.4), 1.16, 0.17 * math.cos(k * 2.4)),
            ],
            0.012,
            "#c0392b",
            0.1,
            steps=5,
        )
        for k in range(7)
    ]
    tips = [
        ball(
            0.02, (0.17 * math.sin(k * 2.4), 1.17, 0.17 * math.cos(k * 2.4)), "#ff9a4a", 0.1, steps=5
        ).finished(glow=1)
        for k in range(7)
    ]
    return [m.finished(metal=0.3).moved(*at) for m in (bowl, *legs, *ears)] + [
        m.moved(*at) for m in (*sticks, *tips)
    ]
