"""Working vehicles: a lorry, a fire engine with its ladder, an ambulance."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.props.buses import BOTH, Coach, box_of, hull_of
from waa.painter.props.cars import light_bar
from waa.painter.props.motor import (
    AMBER,
    CHROME,
    RUBBER,
    STEEL,
    TAIL,
    Kit,
    axle,
    bumper,
    handle,
    plate,
    round_lamp,
    seat_on,
    square_lamp,
)  # fmt: skip
from waa.painter.solid.bodywork import Skin, dense, disc, loft, pane, seam
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, box, cylinder, join, torus, tube
from waa.painter.solid.model import Model


def _cab(paint: Colour, z: float, *, high: float = 2.35, width: float = 1.96, long: float = 1.5) -> Mesh:
    """A forward-control cab, its back at `z`."""
    w, front = width / 2, z + long
    return loft(
        ((z, w - 0.04, 0.50, high - 0.03, 0.10, 0.14), (z + 0.10, w, 0.44, high, 0.12, 0.20),
        (z + 0.7, w, 0.42, high, 0.14, 0.24),
         (front - 0.42, w, 0.42, high - 0.02, 0.14, 0.26), (front - 0.14, w - 0.02, 0.42, high - 0.16, 0.14, 0.28),
         (front - 0.02, w - 0.10, 0.46, high - 0.42, 0.14, 0.26),
         (front + 0.02, w - 0.24, 0.54, high - 0.62, 0.10, 0.20)),
        paint, 0.6,
    )  # fmt: skip


def _face(coach: Coach, z: float, front: float, *, high: float = 2.35, width: float = 1.96) -> None:
    """What every cab has: windows, lamps, a grille, mirrors, doors."""
    kit, w = coach.kit, width / 2
    coach.pane("front", [(-w + 0.16, high - 1.02), (w - 0.16, high - 1.02), (w - 0.22, high - 0.26),
    (0.22 - w, high - 0.26)], 0.14,
               light=None, cells=10)  # fmt: skip
    for side, s in BOTH:
        x0, x1 = sorted((s * (z + 0.34), s * (front - 0.30)))
        coach.pane(side, box_of(x0, x1, high - 0.98, high - 0.34), 0.10, light=None, cells=8)
        edge = [(s * (z + 0.26), high - 0.25), (s * (z + 0.26), 0.72), (s * (front - 0.30), 0.72)]
        kit.add(seam(coach.skins[side], dense(edge, 0.1), 0.018, "#4a1a1a" if s else RUBBER))
    kit.pair(handle(coach.skins["right"], z + 0.44, high - 1.16, CHROME, 0.18))
    round_lamp(kit, coach.skins["front"], w - 0.27, 0.86, 0.135, reach=0.7)
    kit.add(coach.skins["front"].lay(pane(box_of(-0.44, 0.44, 0.74, 1.02), 0.06, "#1d1e23", 0.4), 0.012))
    for k in range(3):
        line = dense([(-0.40, 0.80 + 0.08 * k), (0.40, 0.80 + 0.08 * k)], 0.1)
        kit.add(seam(coach.skins["front"], line, 0.025, CHROME, 0.7, 0.02))
    square_lamp(
        kit, coach.skins["front"], box_of(w - 0.36, w - 0.18, 0.62, 0.67), colour=AMBER, rim=None, strength=0
    )
    bar = bumper(width, 0.22, "#2b2d33", wrap=0.3).moved(0, 0.48, front - 0.03)
    kit.add(bar, plate(Skin(bar, "front"), 0.48, width=0.56))
    arm = tube(
        [(w - 0.06, high - 0.6, front - 0.34), (w + 0.16, high - 0.66, front - 0.30)],
        0.022,
        RUBBER,
        0.3,
        steps=8,
    )
    kit.pair(
        join(arm, box(0.15, 0.34, 0.09, RUBBER, 0.4, bevel=0.03).moved(w + 0.17, high - 1.0, front - 0.30))
    )


def _wheels(coach: Coach, at: tuple[float, ...], radius: float = 0.44) -> None:
    """Wheels that stand free under the frame, each with its mudguard."""
    for z in at:
        axle(coach.kit, z, 1.98, radius, 0.30, "#cfd3d8")
        guard = [
            (radius * 1.16 * math.sin(a), radius + radius * 1.16 * math.cos(a))
            for a in np.linspace(-1.45, 1.45, 15)
        ]
        coach.kit.pair(
            tube([(0.84, y, z + dz) for dz, y in guard], 0.035, "#26272c", 0.3, steps=6).scaled(1.0, 1, 1)
        )


def _frame(kit: Kit, back: float, front: float) -> None:
    kit.add(box(0.9, 0.26, front - back, "#2a2c31", 0.3, bevel=0.05).moved(0, 0.42, (front + back) / 2))
    kit.pair(
        cylinder(0.20, 0.62, STEEL, 0.6)
        .turned(0, 90)
        .moved(0.66, 0.50, (front + back) / 2 - 0.3)
        .finished(metal=0.3)
    )


@draws("truck", yaw=48)
def truck(look: Look) -> Model:
    """A delivery lorry, its box lettered by its owner."""
    paint = look.tint("#2f86c9")
    cab = _cab(paint, 0.86)
    coach = Coach(cab)
    kit = coach.kit
    _face(coach, 0.86, 2.36)
    _frame(kit, -2.4, 1.0)
    cargo = box(2.12, 1.98, 3.1, "#f3f0e8", 0.4, bevel=0.09).moved(0, 0.74, -0.86)
    kit.add(cargo, box(2.16, 0.10, 3.14, mix(paint, "#1b1c20", 0.35), 0.4, bevel=0.03).moved(0, 0.70, -0.86))
    for side, sign in BOTH:
        skin = Skin(cargo, side)
        kit.add(seam(skin, dense([(-sign * 2.33, 1.12), (sign * 0.62, 1.12)], 0.3), 0.22, paint, 0.5, 0.006))
        words = lettered(
            "好運搬屋", 2.0, 0.52, paint, "#f3f0e8", rows=26, fill=0.94, font="sans-900", bare=True
        )
        kit.add(skin.lay(words.moved(-sign * 0.86, 1.90, 0), 0.010))
        small = lettered("上落平安", 0.90, 0.16, "#f3f0e8", paint, rows=14, fill=0.95, bare=True)
        kit.add(skin.lay(small.moved(-sign * 0.86, 1.12, 0), 0.016))
        square_lamp(
            kit,
            skin,
            box_of(-sign * 0.86 - 0.05, -sign * 0.86 + 0.05, 2.60, 2.65),
            colour=AMBER,
            rim=None,
            strength=0,
            twin=False,
        )
    rear = Skin(cargo, "back")
    kit.add(seam(rear, dense([(0, 0.84), (0, 2.66)], 0.3), 0.03, "#8f8a80"))
    for x in (-0.5, 0.5):
        kit.add(seam(rear, dense([(x, 0.9), (x, 2.6)], 0.3), 0.035, STEEL, 0.6, 0.012))
    square_lamp(kit, rear, box_of(0.82, 0.98, 0.84, 1.0), colour=TAIL, rim=RUBBER, reach=0.4, strength=0.6)
    deflector = loft(
        (
            (0.9, 0.84, 2.30, 2.66, 0.02, 0.10),
            (1.2, 0.82, 2.30, 2.60, 0.02, 0.12),
            (1.62, 0.74, 2.30, 2.36, 0.02, 0.03),
        ),
        paint,
        0.6,
    )
    kit.add(deflector)
    coach.wheels((1.62,), 2.0, 0.44, 0.30, 0.43, paint)
    _wheels(coach, (-1.62,))
    return kit.model(seat_on(2.72, 1.7, -0.86))


@draws("fire_engine", yaw=48)
def fire_engine(look: Look) -> Model:
    """Red and white, a silver ladder on its back, blue lights, hoses and roller shutters."""
    paint = look.tint("#cf1f24")
    coach = Coach(_cab(paint, 0.80, high=2.40, long=1.6))
    kit = coach.kit
    _face(coach, 0.80, 2.40, high=2.40)
    _frame(kit, -2.4, 1.0)
    body = box(2.04, 1.62, 3.0, paint, 0.6, bevel=0.10).moved(0, 0.62, -0.74)
    kit.add(body, box(2.08, 0.16, 3.06, "#f2f0ea", 0.5, bevel=0.04).moved(0, 0.60, -0.74))
    yellow = "#f7d23a"
    for side, sign in BOTH:
        skin = Skin(body, side)
        for k in range(3):  # roller shutters
            x = -sign * (0.0 + 0.74) + (k - 1) * 0.94
            kit.add(
                skin.lay(
                    pane(box_of(x - 0.40, x + 0.40, 1.18, 2.06), 0.05, "#c9cdd3", 0.6, cells=6), 0.008
                ).finished(metal=0.25)
            )
            for j in range(6):
                y = 1.27 + 0.13 * j
                kit.add(seam(skin, [(x - 0.37, y), (x + 0.37, y)], 0.02, "#8a9099", 0.4, 0.014))
        kit.add(seam(skin, dense([(-sign * 2.18, 0.98), (sign * 0.70, 0.98)], 0.3), 0.16, yellow, 0.5, 0.006))
        words = lettered("消防 FIRE", 1.2, 0.15, paint, yellow, rows=18, fill=0.96, bare=True)
        kit.add(skin.lay(words.moved(-sign * 0.74, 0.98, 0), 0.012))
        cab_side = coach.skins[side]
        kit.add(
            seam(cab_side, dense([(sign * 0.86, 0.98), (sign * 2.18, 0.98)], 0.15), 0.16, yellow, 0.5, 0.006)
        )
    name = lettered("消防局", 0.66, 0.22, "#ffffff", paint, rows=20, fill=0.96, bare=True)
    kit.add(coach.skins["front"].lay(name.moved(0, 1.17, 0), 0.012))
    rear = Skin(body, "back")
    kit.add(rear.lay(pane(box_of(-0.6, 0.6, 1.0, 2.0), 0.05, "#c9cdd3", 0.6), 0.008))
    square_lamp(kit, rear, box_of(0.78, 0.94, 0.95, 1.25), colour=TAIL, rim=RUBBER, reach=0.4, strength=0.6)
    kit.add(_ladder(3.3, 0.62).turned(0, -4).moved(0, 2.44, -0.78))
    kit.add(
        box(0.9, 0.22, 0.7, "#e9e6de", 0.4, bevel=0.06).moved(0, 2.22, -1.7),
        cylinder(0.24, 0.2, "#c62a2a").moved(0, 2.24, 0.25),
    )
    reel = join(
        torus(0.19, 0.075, "#e7c65a", steps=24),
        torus(0.10, 0.05, "#b08f2f", steps=20),
        cylinder(0.05, 0.04, STEEL).moved(0, -0.02, 0),
    )
    kit.pair(reel.turned(0, 0, -90).moved(1.03, 0.86, 0.45))
    light_bar(kit, 2.38, 1.55, 1.2, right="#1f5ff0")
    coach.wheels((1.62,), 2.0, 0.46, 0.30, 0.43, paint)
    _wheels(coach, (-1.45,), 0.46)
    return kit.model(seat_on(2.45, 1.7, -0.7))


def _ladder(length: float, width: float) -> Mesh:
    """Two rails and their rungs, lying along z."""
    parts = []
    for level, w in ((0.0, width), (0.13, width * 0.74)):
        for x in (-w / 2, w / 2):
            parts.append(
                box(0.06, 0.09, length, CHROME, 0.6, bevel=0.02).moved(x, level, 0).finished(metal=0.4)
            )
        for z in np.linspace(-length / 2 + 0.12, length / 2 - 0.12, 12):
            parts.append(
                tube(
                    [(-w / 2, level + 0.045, z), (w / 2, level + 0.045, z)],
                    0.024,
                    CHROME,
                    0.6,
                    steps=6,
                    caps=False,
                )
            )
    return join(*parts)


@draws("ambulance", yaw=47)
def ambulance(look: Look) -> Model:
    """White, a red band, the star of life, blue lights."""
    paint = look.tint("#f6f4ee")
    red = "#d3222a"
    table = hull_of(2.15, 2.02, 0.34, 2.56, corner=0.22, nose=0.5)
    coach = Coach(
        loft(
            table[:-2] + [(2.06, 0.97, 0.36, 2.16, 0.12, 0.28), (2.15, 0.84, 0.46, 1.72, 0.10, 0.20)],
            paint,
            0.6,
        )
    )
    kit = coach.kit
    for side, sign in BOTH:
        coach.stripe(1.10, 0.30, red, -2.02, 1.92)
        x0, x1 = sorted((sign * 1.00, sign * 1.66))
        coach.pane(side, box_of(x0, x1, 1.42, 2.02), 0.09, light=None, cells=8)
        x0, x1 = sorted((sign * -0.60, sign * 0.30))
        coach.pane(side, box_of(x0, x1, 1.62, 2.06), 0.09)
        words = lettered("救護車", 1.05, 0.25, "#ffffff", red, rows=22, fill=0.98, bare=True)
        kit.add(coach.skins[side].lay(words.moved(-sign * 0.55, 1.10, 0), 0.014))
        kit.add(*(coach.skins[side].lay(m.moved(-sign * 1.36, 1.83, 0), 0.010) for m in _star_of_life(0.27)))
        line = [(sign * 0.90, 2.10), (sign * 0.90, 0.60), (sign * 1.66, 0.60)]
        kit.add(seam(coach.skins[side], dense(line, 0.12), 0.016, "#b9b5ab"))
    coach.pane(
        "front", [(-0.84, 1.36), (0.84, 1.36), (0.76, 2.06), (-0.76, 2.06)], 0.16, light=None, cells=10
    )
    coach.pane("back", box_of(-0.72, -0.06, 1.50, 2.10), 0.08)
    coach.pane("back", box_of(0.06, 0.72, 1.50, 2.10), 0.08)
    kit.add(seam(coach.skins["back"], dense([(0, 0.6), (0, 2.3)], 0.2), 0.02, "#b9b5ab"))
    bonnet = lettered("AMBULANCE", 1.2, 0.16, red, paint, rows=16, fill=0.97, bare=True).scaled(-1, 1, 1)
    kit.add(coach.skins["front"].lay(bonnet.moved(0, 1.20, 0), 0.012))
    square_lamp(kit, coach.skins["front"], box_of(0.52, 0.84, 0.80, 0.98), reach=0.7)
    kit.add(coach.skins["front"].lay(pane(box_of(-0.38, 0.38, 0.76, 0.98), 0.05, "#1d1e23", 0.4), 0.012))
    square_lamp(
        kit,
        coach.skins["back"],
        box_of(0.76, 0.90, 0.9, 1.3),
        colour=TAIL,
        rim=RUBBER,
        reach=0.4,
        strength=0.6,
    )
    for ahead in (1, -1):
        bar = (
            bumper(1.84, 0.20, "#2b2d33", wrap=0.3)
            .turned(0 if ahead > 0 else 180)
            .moved(0, 0.46, ahead * 2.06)
        )
        kit.add(bar, plate(Skin(bar, "front" if ahead > 0 else "back"), 0.46, back=ahead < 0, width=0.56))
    light_bar(kit, 2.52, 1.10, 1.3, left="#2f7bff", right="#2f7bff")
    light_bar(kit, 2.56, -1.75, 0.8, left="#2f7bff", right="#2f7bff")
    coach.wheels((1.22, -1.24), 2.04, 0.38, 0.26, 0.34, paint)
    return kit.model(seat_on(2.56, 1.6, -0.4))


def _star_of_life(radius: float) -> list[Mesh]:
    """A six-barred blue star."""
    bars = [
        box(radius * 0.5, radius * 2, 0.006, "#2560c8", 0.5, bevel=0.002)
        .moved(0, -radius, 0)
        .turned(0, 0, turn)
        for turn in (0, 60, 120)
    ]
    rod = box(radius * 0.14, radius * 1.2, 0.004, "#ffffff", 0.5, bevel=0.001).moved(0, -radius * 0.6, 0.007)
    return [*bars, rod, disc(0, radius * 0.62, radius * 0.12, None, "#ffffff", 0.5).moved(0, 0, 0.012)]
