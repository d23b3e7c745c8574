"""On two wheels: a bicycle and a motorcycle. Riders sit on the saddle, their feet beside."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.props.motor import CHROME, HEADLIGHT, RUBBER, TAIL, Kit
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.bodywork import loft
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

Point = tuple[float, float, float]


def rod(a: Point, b: Point, radius: float, colour: Colour, gloss: float = 0.6) -> Mesh:
    return tube([a, b], radius, colour, gloss, steps=10)


def upright(ring: Mesh) -> Mesh:
    """Something that lies flat, stood up with its axle along x."""
    return ring.turned(0, 0, -90)


def round_light(kit: Kit, at: Point, radius: float, shell: Colour = CHROME, reach: float = 0.5) -> None:
    """A round headlight that looks ahead."""
    x, y, z = at
    kit.add(
        ball((radius, radius, radius * 1.1), (x, y, z - radius * 0.4), shell, 0.7, steps=14).finished(
            metal=0.5
        )
    )
    kit.add(
        ball(
            (radius * 0.86, radius * 0.86, radius * 0.45), (x, y, z + radius * 0.30), "#fdf7e6", 0.9, steps=12
        )
    )
    kit.night.append(
        ball(
            (radius * 0.88, radius * 0.88, radius * 0.50), (x, y, z + radius * 0.32), "#fff6da", steps=12
        ).finished(glow=1.0)
    )
    kit.lamps.append(Lamp(at=(x, y, z + radius * 0.8), radius=reach, colour=HEADLIGHT, strength=0.85))


def tail_light(kit: Kit, at: Point, radius: float) -> None:
    kit.add(ball(radius, at, TAIL, 0.9, steps=10))
    kit.night.append(ball(radius * 1.06, at, "#ff3a3a", steps=10).finished(glow=1.0))
    kit.lamps.append(Lamp(at=at, radius=0.25, colour=TAIL, strength=0.6))


# -- bicycle -----------------------------------------------------------------------------------------------


def _spoked(radius: float, spokes: int = 18) -> Mesh:
    tyre = torus(radius - 0.024, 0.024, "#2a2b30", 0.25, steps=44)
    rim = torus(radius - 0.056, 0.011, "#d9dde2", 0.7, steps=40).finished(metal=0.5)
    hub = cylinder(0.032, 0.09, CHROME, 0.7, steps=14).moved(0, -0.045, 0).finished(metal=0.5)
    wires = []
    for k in range(spokes):
        a = 2 * math.pi * k / spokes
        side = 0.03 if k % 2 else -0.03
        start = (0.026 * math.sin(a + 0.5), side, 0.026 * math.cos(a + 0.5))
        end = ((radius - 0.06) * math.sin(a), 0.0, (radius - 0.06) * math.cos(a))
        wires.append(tube([start, end], 0.0042, "#cfd4da", 0.6, steps=4, caps=False))
    return upright(join(tyre, rim, hub, *wires))


@draws("bicycle", yaw=58)
def bicycle(look: Look) -> Model:
    """A town bicycle with a basket, mudguards, a bell and a sprung saddle."""
    paint = look.tint("#2a9d8f")
    leather = "#8a4f2c"
    kit = Kit()
    back, front, crank = (0.0, 0.34, -0.54), (0.0, 0.34, 0.56), (0.0, 0.30, -0.06)
    perch, head_top, head_low = (0.0, 0.80, -0.26), (0.0, 0.88, 0.36), (0.0, 0.72, 0.41)
    for hub in (back, front):
        kit.add(_spoked(0.34).moved(*hub))
        arc = [
            (0, hub[1] + 0.375 * math.cos(a), hub[2] + 0.375 * math.sin(a))
            for a in np.linspace(-1.75, 0.9, 22)
        ]
        guard = tube(arc, 0.034, paint, 0.6, steps=8).scaled(1, 1, 1)
        kit.add(guard)
    for a, b, r in ((crank, perch, 0.024), (head_low, crank, 0.028), (head_low, (0, 0.56, -0.16), 0.022)):
        kit.add(rod(a, b, r, paint))
    for x in (-0.06, 0.06):
        kit.add(rod(crank, (x, *back[1:]), 0.014, paint), rod((0, 0.68, -0.22), (x, *back[1:]), 0.013, paint))
        fork = smooth([(x * 0.3, 0.70, 0.42), (x, 0.58, 0.47), (x, 0.34, 0.56)], closed=False)
        kit.add(tube(fork, 0.016, paint, 0.6, steps=8))
    kit.add(rod(head_low, head_top, 0.032, paint), rod(perch, (0, 0.88, -0.285), 0.016, CHROME))
    bars = bezier((-0.27, 1.00, 0.12), (-0.26, 1.04, 0.46), (0.26, 1.04, 0.46), (0.27, 1.00, 0.12), 20)
    kit.add(
        tube(bars, 0.014, CHROME, 0.7, steps=8).finished(metal=0.6),
        rod(head_top, (0, 1.02, 0.35), 0.018, CHROME),
    )
    for x in (-0.27, 0.27):
        kit.add(rod((x, 1.00, 0.20), (x * 1.01, 0.99, 0.07), 0.022, leather, 0.3))
    kit.add(ball((0.035, 0.025, 0.035), (0.10, 1.045, 0.33), CHROME, 0.8, steps=10).finished(metal=0.7))
    seat = loft(((-0.17, 0.10, 0.02, 0.09, 0.03, 0.03), (-0.10, 0.115, 0.0, 0.10, 0.03, 0.035),
    (0.02, 0.07, 0.0, 0.085, 0.03, 0.03),
                 (0.15, 0.03, 0.01, 0.075, 0.02, 0.025)), leather, 0.35)  # fmt: skip
    kit.add(seat.moved(0, 0.88, -0.28))
    kit.add(_basket().moved(0, 0.80, 0.56), *_pedals(crank, leather))
    ring = upright(
        join(
            torus(0.085, 0.012, CHROME, 0.7, steps=28),
            cylinder(0.075, 0.012, mix(paint, "#ffffff", 0.25), 0.5).moved(0, -0.006, 0),
        )
    )
    guard = extrude([(-0.09, -0.07), (0.52, -0.045), (0.52, 0.045), (-0.09, 0.085)], 0.03, paint, 0.6).turned(
        90
    )
    kit.add(ring.moved(0.06, *crank[1:]), guard.moved(0.055, crank[1] + 0.0, crank[2]))
    rack = [rod((x, 0.74, -0.80), (x, 0.74, -0.34), 0.010, CHROME) for x in (-0.07, 0.0, 0.07)]
    kit.add(*rack, rod((-0.08, 0.74, -0.62), (0.08, 0.74, -0.62), 0.010, CHROME),
    rod((-0.07, 0.74, -0.72), (-0.06, 0.36, -0.54), 0.008, CHROME),
            rod((0.07, 0.74, -0.72), (0.06, 0.36, -0.54), 0.008, CHROME))  # fmt: skip
    round_light(kit, (0, 0.80, 0.50), 0.045, reach=0.35)
    tail_light(kit, (0, 0.66, -0.88), 0.028)
    return kit.model(
        {**saddle(0.97, -0.28, 0.24), **rests((0.27, 1.00, 0.13), (0.15, 0.18, 0.03), (0.15, 0.42, -0.15))}
    )


def saddle(y: float, z: float, width: float) -> dict[str, Anchor]:
    return {
        "seat": Anchor(at=(0, y, z), size=width),
        "top": Anchor(at=(0, y, z), size=width),
        "inside": Anchor(at=(0, y, z), size=width),
    }


def rests(grip: Point, left: Point, right: Point) -> dict[str, Anchor]:
    """Where a rider's hands and feet go."""
    x, y, z = right
    return {
        "grip_left": Anchor(at=grip),
        "grip_right": Anchor(at=(-grip[0], *grip[1:])),
        "pedal_left": Anchor(at=left),
        "pedal_right": Anchor(at=(-x, y, z)),
    }


def _basket() -> Mesh:
    """Wicker, open above."""
    parts = []
    for y, half in ((0.0, 0.115), (0.055, 0.128), (0.11, 0.14), (0.165, 0.152), (0.20, 0.160)):
        ring = [(half * math.copysign(abs(math.cos(a)) ** 0.5, math.cos(a)), y,
        0.8 * half * math.copysign(abs(math.sin(a)) ** 0.5, math.sin(a)))
                for a in np.linspace(0, 2 * math.pi, 29)]  # fmt: skip
        parts.append(tube(ring, 0.016 if y > 0.19 else 0.011, "#c99557", 0.2, steps=6, caps=False))
    for a in np.linspace(0, 2 * math.pi, 20, endpoint=False):
        c, s = (math.copysign(abs(f(a)) ** 0.5, f(a)) for f in (math.cos, math.sin))
        parts.append(
            tube(
                [(0.115 * c, 0, 0.092 * s), (0.158 * c, 0.20, 0.127 * s)],
                0.010,
                "#b98446",
                0.2,
                steps=5,
                caps=False,
            )
        )
    return join(*parts, box(0.20, 0.012, 0.16, "#b98446", 0.2))


def _pedals(crank: Point, colour: Colour) -> list[Mesh]:
    parts = [upright(cylinder(0.03, 0.16, CHROME, 0.6, steps=14).moved(0, -0.08, 0)).moved(*crank)]
    for side, turn in ((1, 0.6), (-1, 0.6 + math.pi)):
        y, z = crank[1] - 0.15 * math.cos(turn), crank[2] + 0.15 * math.sin(turn)
        parts.append(rod((side * 0.085, *crank[1:]), (side * 0.095, y, z), 0.014, CHROME))
        parts.append(
            box(0.10, 0.025, 0.08, mix(colour, "#1b1c20", 0.6), 0.3, bevel=0.008).moved(
                side * 0.15, y - 0.012, z
            )
        )
    return parts


# -- motorcycle --------------------------------------------------------------------------------------------


def _fat_wheel(radius: float, width: float, hub: Colour) -> Mesh:
    r, w = radius, width
    tyre = torus(r - w / 2, w / 2, "#26272b", 0.22, steps=40)
    rim = lathe([(r - w * 0.92, -w * 0.34), (r - w * 0.80, -w * 0.36), (r - w * 0.80, w * 0.36),
    (r - w * 0.92, w * 0.34), (r - w * 1.15, 0.0),
                 (r - w * 0.92, -w * 0.34)], hub, 0.6, steps=36).finished(metal=0.4)  # fmt: skip
    arms = [
        rod((0, 0, 0), ((r - w) * math.sin(a), 0, (r - w) * math.cos(a)), 0.020, hub)
        for a in np.linspace(0, 2 * math.pi, 7)[:-1]
    ]
    hub_mesh = cylinder(0.055, w * 0.8, "#8d939c", 0.6, steps=18).moved(0, -w * 0.4, 0).finished(metal=0.4)
    disc = cylinder(r * 0.42, 0.012, "#b9bec6", 0.7, steps=28).moved(0, w * 0.36, 0).finished(metal=0.6)
    return upright(join(tyre, rim, hub_mesh, disc, *arms))


@draws("motorcycle", yaw=56)
def motorcycle(look: Look) -> Model:
    """A classic roadster: round lamp, teardrop tank, finned twin, two chrome pipes."""
    paint = look.tint("#c3272b")
    kit = Kit()
    back, front = (0.0, 0.33, -0.66), (0.0, 0.33, 0.74)
    for hub, width in ((back, 0.17), (front, 0.14)):
        kit.add(_fat_wheel(0.33, width, "#d5d9de").moved(*hub))
    for hub, low, high in ((back, -1.5, 0.55), (front, -1.1, 0.75)):
        arc = [
            (0, hub[1] + 0.365 * math.cos(a), hub[2] + 0.365 * math.sin(a))
            for a in np.linspace(low, high, 18)
        ]
        kit.add(tube(arc, 0.075, paint, 0.75, steps=12).scaled(1.0, 1, 1))
    tank = loft(((-0.30, 0.07, 0.70, 0.82, 0.05, 0.06), (-0.18, 0.13, 0.66, 0.90, 0.06, 0.10),
    (0.02, 0.18, 0.66, 0.97, 0.07, 0.14),
                 (0.20, 0.17, 0.68, 0.98, 0.07, 0.14), (0.32, 0.11, 0.74, 0.94, 0.06, 0.09),
                 (0.36, 0.05, 0.80, 0.90, 0.04, 0.04)), paint, 0.8)  # fmt: skip
    kit.add(
        tank.moved(0, 0, 0.10),
        cylinder(0.045, 0.03, CHROME, 0.7, steps=16).moved(0, 0.97, 0.24).finished(metal=0.7),
    )
    seat = loft(((-0.46, 0.10, 0.0, 0.13, 0.04, 0.05), (-0.36, 0.14, -0.01, 0.13, 0.04, 0.06),
    (-0.1, 0.15, 0.0, 0.09, 0.04, 0.045),
                 (0.12, 0.12, 0.0, 0.09, 0.03, 0.045), (0.20, 0.07, 0.02, 0.08, 0.02, 0.03)), "#2b2422",
                 0.3)  # fmt: skip
    kit.add(seat.moved(0, 0.74, -0.40))
    kit.add(*_engine(), *_pipes())
    for x in (-0.10, 0.10):
        kit.add(
            rod((x, 0.98, 0.42), (x, 0.33, 0.74), 0.030, CHROME),
            rod((x * 1.05, 0.33, -0.66), (x * 1.05, 0.40, -0.05), 0.026, "#2b2d32"),
        )
        kit.add(
            rod((x * 1.15, 0.70, -0.52), (x * 1.15, 0.36, -0.66), 0.030, "#3b3e45"),
            rod((x, 0.72, 0.30), (x, 0.40, 0.10), 0.022, "#2b2d32"),
        )
    kit.add(rod((0, 0.70, 0.46), (0, 0.96, 0.36), 0.04, "#2b2d32"))
    bars = bezier((-0.36, 1.06, 0.22), (-0.22, 1.12, 0.44), (0.22, 1.12, 0.44), (0.36, 1.06, 0.22), 18)
    kit.add(tube(bars, 0.017, CHROME, 0.7, steps=8).finished(metal=0.6))
    for x in (-1, 1):
        kit.add(rod((x * 0.33, 1.075, 0.26), (x * 0.39, 1.045, 0.16), 0.026, RUBBER, 0.3))
        kit.add(
            rod((x * 0.22, 1.09, 0.36), (x * 0.27, 1.22, 0.34), 0.009, CHROME),
            ball((0.06, 0.05, 0.02), (x * 0.29, 1.24, 0.34), CHROME, 0.7, steps=10).finished(metal=0.5),
        )
        kit.add(
            ball(0.035, (x * 0.18, 0.88, 0.54), "#ff9c24", 0.9, steps=10),
            ball(0.032, (x * 0.15, 0.70, -0.94), "#ff9c24", 0.9, steps=8),
        )
    kit.add(
        cylinder(0.055, 0.07, CHROME, 0.7, steps=18).turned(0, 55).moved(0, 1.05, 0.40).finished(metal=0.5)
    )
    round_light(kit, (0, 0.92, 0.60), 0.115, reach=0.7)
    tail_light(kit, (0, 0.74, -0.98), 0.05)
    kit.add(
        lettered("WA 852", 0.20, 0.10, "#17171a", "#f6c21c", rows=12, fill=0.85, font="sans-700")
        .turned(180)
        .moved(0, 0.62, -1.02)
    )
    return kit.model(
        {**saddle(0.84, -0.32, 0.34), **rests((0.36, 1.06, 0.21), (0.26, 0.30, -0.02), (0.26, 0.30, -0.02))}
    )


def _engine() -> list[Mesh]:
    """A finned twin in a polished case."""
    steel, dark = "#b9bec6", "#5a5f68"
    parts = [loft(((-0.24, 0.12, 0.30, 0.46, 0.06, 0.06), (-0.12, 0.17, 0.26, 0.52, 0.08, 0.08),
    (0.10, 0.17, 0.26, 0.52, 0.08, 0.08),
                   (0.22, 0.12, 0.30, 0.48, 0.06, 0.06)), steel, 0.7).finished(metal=0.4)]  # fmt: skip
    for k in range(5):
        parts.append(
            box(0.34, 0.022, 0.30, dark if k % 2 else steel, 0.5, bevel=0.008).moved(
                0, 0.51 + 0.036 * k, 0.06
            )
        )
    parts.append(box(0.24, 0.20, 0.22, dark, 0.4, bevel=0.03).moved(0, 0.50, 0.06))
    for x in (-0.17, 0.17):
        parts.append(
            upright(cylinder(0.10, 0.05, CHROME, 0.7, steps=22).moved(0, -0.025, 0))
            .moved(x, 0.39, -0.06)
            .finished(metal=0.6)
        )
    return parts


def _pipes() -> list[Mesh]:
    parts = []
    for x in (-1, 1):
        path = smooth(
            [
                (x * 0.12, 0.60, 0.20),
                (x * 0.17, 0.44, 0.36),
                (x * 0.20, 0.26, 0.20),
                (x * 0.20, 0.23, -0.20),
                (x * 0.20, 0.25, -0.52),
            ],
            closed=False,
        )
        parts.append(tube(path, 0.028, CHROME, 0.8, steps=10).finished(metal=0.8))
        parts.append(
            tube(
                [(x * 0.20, 0.245, -0.42), (x * 0.205, 0.27, -0.70), (x * 0.205, 0.30, -0.98)],
                [0.034, 0.052, 0.046],
                CHROME,
                0.8,
                steps=14,
            ).finished(metal=0.8)
        )
    return parts
