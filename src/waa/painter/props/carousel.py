"""The merry-go-round: eight horses under a striped roof, mirrors in the middle, a ring of bulbs."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.kept import kept
from waa.painter.props.masonry import flag
from waa.painter.props.motor import Kit
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, extrude, grid_faces, join, lathe, make, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

GOLD, CREAM = "#e0b04a", "#fbf3e2"
DECK, EAVES, WIDE = 0.42, 3.05, 2.75  # metres
# Coat, mane and saddle of each horse.
_HORSES = (
    ("#fbf6ec", "#e2b24e", "#d8443c"), ("#f3c4cf", "#fbf6ec", "#7c52b8"), ("#d9b183", "#7a4a2c", "#2f8f86"),
    ("#bcdcf0", "#fbf6ec", "#e58a2e"), ("#fbf6ec", "#c96f86", "#3f7fd0"), ("#f6e2a6", "#b9772e", "#c23a6a"),
    ("#cfe6c4", "#fbf6ec", "#d8443c"), ("#8d6a58", "#f0dcb8", "#e2b24e"),
)  # fmt: skip


@draws("carousel", yaw=-8)
def carousel(look: Look) -> Model:
    """Horses that gallop round, each of its own colour; the bulbs along the eaves burn at night."""
    paint = look.tint("#d8443c")
    kit = Kit()
    _floor(kit, paint)
    _drum(kit, paint)
    for k, (coat, mane, saddle) in enumerate(_HORSES):
        a = 2 * math.pi * (k + 0.35) / len(_HORSES)
        lift = 0.30 + 0.24 * (math.sin(k * math.pi / 2 + 0.6) * 0.5 + 0.5)
        x, z = 1.95 * math.sin(a), 1.95 * math.cos(a)
        kit.add(
            _horse(coat, mane, saddle).scaled(1.14).turned(math.degrees(a)).moved(x, DECK + lift + 0.10, z)
        )
        kit.add(_pole(x, z))
    _roof(kit, paint)
    seat = Anchor(at=(0.4, DECK + 1.05, 1.95), size=0.7)
    return kit.model({"seat": seat, "inside": seat, "top": Anchor(at=(0, 4.6, 0), size=0.6)})


def _floor(kit: Kit, paint: Colour) -> None:
    kit.add(
        lathe([(WIDE + 0.35, 0), (WIDE + 0.35, 0.10), (WIDE + 0.30, 0.14), (WIDE + 0.1, 0.14)], "#b9a284", 0.1, steps=48),
        lathe([(WIDE + 0.1, 0.0), (WIDE + 0.1, 0.28), (WIDE, 0.28)], mix(paint, "#3a1a1a", 0.25), 0.3, steps=48),
        lathe([(WIDE, 0.28), (WIDE, DECK - 0.04), (WIDE - 0.04, DECK), (0.0, DECK)], "#d9a35e", 0.3, steps=48, crease=30),
        torus(WIDE + 0.02, 0.045, GOLD, 0.7, steps=48).moved(0, DECK - 0.02, 0),
    )  # fmt: skip
    for k in range(24):
        a = 2 * math.pi * k / 24
        stud = ball(0.06, ((WIDE + 0.1) * math.sin(a), 0.20, (WIDE + 0.1) * math.cos(a)), GOLD, 0.6, steps=6)
        kit.add(stud)


def _drum(kit: Kit, paint: Colour) -> None:
    """Mirrors between gilt ribs round the engine."""
    radius, sides = 0.92, 8
    for k in range(sides):
        a, b = (2 * math.pi * (k + j) / sides for j in (0.0, 1.0))
        middle = math.degrees((a + b) / 2)
        wide = 2 * radius * math.sin(math.pi / sides)
        away = radius * math.cos(math.pi / sides)
        board = extrude(_rectangle(wide, EAVES - DECK), 0.06, mix(paint, CREAM, 0.82), 0.3).finished(glow=0.2)
        mirror = extrude(_arched(wide * 0.66, 1.35), 0.03, "#a9d3e2", 0.95, crease=30).finished(glow=0.3)
        frame = extrude(_arched(wide * 0.66 + 0.10, 1.45), 0.03, GOLD, 0.6, crease=30)
        lit = extrude(_arched(wide * 0.66, 1.35), 0.03, "#ffdf9c", 0.3, crease=30).finished(glow=0.75)

        def at(mesh: Mesh, y: float, out: float, turn: float = middle, away: float = away) -> Mesh:
            return mesh.moved(0, y, away + out).turned(turn)

        kit.add(
            at(board, (EAVES + DECK) / 2, 0), at(frame, DECK + 1.25, 0.03), at(mirror, DECK + 1.25, 0.045)
        )
        kit.night.append(at(lit, DECK + 1.25, 0.05))
        kit.add(
            tube(
                [(radius * math.sin(a), y, radius * math.cos(a)) for y in (DECK, EAVES)],
                0.06,
                GOLD,
                0.6,
                steps=8,
            )
        )
    kit.lamps.append(Lamp(at=(0, DECK + 1.2, 1.2), radius=2.4, colour="#ffd79a", strength=0.55))


def _rectangle(width: float, height: float) -> np.ndarray:
    w, h = width / 2, height / 2
    return np.array([(-w, -h), (w, -h), (w, h), (-w, h)])


def _arched(width: float, height: float) -> np.ndarray:
    w, h = width / 2, height / 2
    a = np.linspace(0, math.pi, 11)
    return np.concatenate([[(-w, -h), (w, -h)], np.column_stack([w * np.cos(a), h - w + w * np.sin(a)])])


# -- horses ------------------------------------------------------------------------------------------------


@kept
def _body() -> tuple[Mesh, Mesh]:
    """(the horse, its mane and tail), galloping to +x, its girth at the origin."""
    body = Clay(0.05).ball((0, 0, 0), (0.34, 0.20, 0.17), "#ffffff")
    body.ball((0.24, 0.04, 0), (0.19, 0.20, 0.16), "#ffffff").ball(
        (-0.26, 0.02, 0), (0.19, 0.19, 0.165), "#ffffff"
    )
    body.limb((0.30, 0.10, 0), (0.50, 0.48, 0), 0.125, 0.085, "#ffffff")
    body.limb((0.48, 0.50, 0), (0.72, 0.38, 0), 0.095, 0.062, "#ffffff")
    for side in (-1, 1):
        z = side * 0.095
        body.limb((0.47, 0.56, side * 0.05), (0.45, 0.68, side * 0.065), 0.035, 0.012, "#ffffff", blend=0.02)
        bent = 0.12 if side > 0 else 0.0
        body.limb((0.30, -0.05, z), (0.52 + bent * 0.3, -0.24 + bent, z), 0.075, 0.05, "#ffffff")
        body.limb(
            (0.52 + bent * 0.3, -0.24 + bent, z),
            (0.40 + bent * 0.7, -0.46 + bent, z),
            0.045,
            0.042,
            "#ffffff",
        )
        body.limb((-0.30, -0.05, z), (-0.42 - bent * 0.4, -0.26, z), 0.085, 0.052, "#ffffff")
        body.limb((-0.42 - bent * 0.4, -0.26, z), (-0.62 - bent * 0.3, -0.44, z), 0.045, 0.042, "#ffffff")
    mane = Clay(0.03).strand(
        [(0.50, 0.64, 0), (0.38, 0.52, 0), (0.28, 0.34, 0), (0.20, 0.20, 0)], 0.06, 0.07, "#ffffff"
    )
    mane.strand([(0.56, 0.60, 0), (0.60, 0.52, 0.0)], 0.045, 0.025, "#ffffff")
    tail = Clay(0.03).strand(
        [(-0.42, 0.06, 0), (-0.58, 0.14, 0), (-0.74, 0.02, 0), (-0.80, -0.20, 0)], 0.05, 0.085, "#ffffff"
    )
    return body.mesh(24, gloss=0.45), join(mane.mesh(12, gloss=0.4), tail.mesh(12, gloss=0.4))


def _horse(coat: str, mane: str, saddle: str) -> Mesh:
    body, hair = _body()
    parts = [body.painted(coat), hair.painted(mane)]
    seat = ball((0.17, 0.05, 0.165), (-0.03, 0.185, 0), saddle, 0.5, steps=8)
    cloth = ball((0.21, 0.215, 0.188), (-0.03, -0.005, 0), mix(saddle, CREAM, 0.25), 0.3, steps=8)
    cloth = cloth.kept((cloth.vertices[cloth.faces, 1] > -0.06).all(1))
    parts += [cloth, seat, torus(0.115, 0.018, GOLD, 0.6, steps=8).turned(0, 0, 62).moved(0.37, 0.28, 0)]
    for side in (-1, 1):
        parts += [ball((0.026, 0.034, 0.02), (0.565, 0.495, side * 0.082), "#2a211f", 0.9, steps=6),
                  ball(0.009, (0.573, 0.508, side * 0.099), "#ffffff", 0.9, steps=4),
                  ball(0.013, (0.755, 0.375, side * 0.035), mix(coat, "#7a3a3a", 0.5), 0.2, steps=4)]  # fmt: skip
        bridle = [
            (0.62, 0.44, side * 0.078),
            (0.52, 0.42, side * 0.10),
            (0.42, 0.30, side * 0.13),
            (0.12, 0.20, side * 0.12),
        ]
        parts.append(tube(bridle, 0.013, saddle, 0.4, steps=4, caps=False))
        bent = 0.12 if side > 0 else 0.0
        for x, y in ((0.40 + bent * 0.7, -0.46 + bent), (-0.62 - bent * 0.3, -0.44)):
            parts.append(
                ball(
                    (0.055, 0.045, 0.055),
                    (x, y - 0.015, side * 0.095),
                    mix(mane, "#5a3a20", 0.55),
                    0.5,
                    steps=7,
                )
            )
    return join(*parts).finished(glow=0.14)  # the bulbs under the roof


def _pole(x: float, z: float) -> Mesh:
    twist = torus(0.045, 0.014, GOLD, 0.7, steps=8)
    rings = [twist.moved(x, DECK + 1.45 + 0.4 * k, z) for k in range(2)]
    return join(
        tube([(x, DECK, z), (x, EAVES + 0.1, z)], 0.035, GOLD, 0.8, steps=8).finished(metal=0.4), *rings
    )


# -- the roof ----------------------------------------------------------------------------------------------


def _roof(kit: Kit, paint: Colour) -> None:
    stripes, rim, top = 24, WIDE + 0.12, 4.35
    profile = [(rim, EAVES + 0.30), (rim * 0.62, EAVES + 0.62), (rim * 0.28, EAVES + 0.98), (0.10, top)]
    for k in range(stripes):
        a, b = (2 * math.pi * (k + j) / stripes for j in (0.0, 1.0))
        tint = paint if k % 2 == 0 else CREAM
        kit.add(_gore(profile, a, b, tint))
        kit.add(
            _scallop(rim + 0.02, (a + b) / 2, CREAM if k % 2 == 0 else paint, 2 * math.pi * rim / stripes)
        )
        bulb = (rim * 1.015 * math.sin(a), EAVES + 0.34, rim * 1.015 * math.cos(a))
        kit.add(ball(0.065, bulb, "#fff3cf", 0.8, steps=6))
        kit.night.append(ball(0.072, bulb, "#fff0bd", steps=6).finished(glow=1.0))
        if k % 3 == 0:
            kit.lamps.append(Lamp(at=bulb, radius=0.5, colour="#ffd98a", strength=0.5))
    under = lathe(
        [(0.0, EAVES + 0.05), (rim - 0.02, EAVES + 0.05)], mix(CREAM, "#c98f5e", 0.3), 0.1, steps=32
    )
    kit.add(
        under.scaled(1, -1, 1).moved(0, 2 * EAVES + 0.10, 0),
        torus(rim, 0.05, GOLD, 0.7, steps=48).moved(0, EAVES + 0.30, 0),
    )
    kit.add(lathe([(0.30, 0), (0.34, 0.08), (0.18, 0.16), (0.24, 0.28), (0.12, 0.42), (0.0, 0.46)], GOLD, 0.7, steps=20)
            .moved(0, top - 0.08, 0), flag((0, top + 0.30, 0), 0.75, paint))  # fmt: skip


def _gore(profile: list[tuple[float, float]], a: float, b: float, colour: Colour) -> Mesh:
    """One stripe of the roof."""
    angles = np.linspace(a, b, 4)
    points = np.array([[(r * math.sin(t), y, r * math.cos(t)) for t in angles] for r, y in profile])
    return make(points.reshape(-1, 3), grid_faces(len(profile), 4, wraps=False), None, colour, 0.25)


def _scallop(radius: float, angle: float, colour: Colour, width: float) -> Mesh:
    """A round tongue of the valance."""
    t = np.linspace(0, math.pi, 8)
    w = width / 2 * 0.98
    outline = np.concatenate(
        [[(w, 0.30), (-w, 0.30)], np.column_stack([-w * np.cos(t), 0.08 - w * 0.55 * np.sin(t)])]
    )
    return extrude(outline, 0.04, colour, 0.25, crease=30).moved(0, EAVES, radius).turned(math.degrees(angle))
