"""The great bronze Buddha on his lotus, on an altar of three rounds, at the head of a long stair."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix
from waa.painter.props.masonry import bar, building, flight
from waa.painter.props.motor import Kit
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, cylinder, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Lamp, Model

BRONZE, STONE, RAIL = "#a5814f", "#cfc8ba", "#f1ece0"
THRONE = 1.42  # metres: where the lotus stands
LAP = THRONE + 0.86  # where he sits
# Rows of petals: how many, how far out, how far they lean, from where up, how large, by what share of one turned.
_PETALS = (
    (15, 2.02, 26, 0.20, 0.98, 0.5),
    (15, 2.04, 44, 0.16, 0.92, 0.0),
    (18, 1.98, 132, 0.26, 0.66, 0.25),
)
Point = tuple[float, float, float]


@draws("big_buddha", yaw=-14)
def big_buddha(look: Look) -> Model:
    """He sits cross-legged, his right hand raised to take away fear, his left open on his knee."""
    bronze = look.tint(BRONZE)
    kit = Kit()
    _altar(kit)
    kit.add(*(m.moved(0, THRONE, 0) for m in _lotus(bronze)))
    body = join(_figure(bronze), *_head(bronze)).moved(0, LAP, 0)
    kit.add(_aged(body, bronze))
    for x in (-1.9, 0.0, 1.9):
        kit.lamps.append(Lamp(at=(x, THRONE + 0.5, 2.0), radius=2.2, colour="#ffd08a", strength=0.40))
    return building(kit, (0, LAP + 5.3, 0), 1.6)


def _aged(mesh: Mesh, bronze: Colour) -> Mesh:
    """Darker in what looks down, brighter where hands of light have polished it."""
    dark = mix(bronze, "#3b3a22", 0.55)

    def paint(v: Array, n: Array, c: Array) -> Array:
        up = np.clip(0.55 + 0.45 * n[:, 1:2], 0, 1)
        return c * (0.35 + 0.65 * up) + dark * (0.65 * (1 - up))

    return mesh.painted(paint).finished(gloss=0.28, metal=0.08, glow=0.20)


# -- the altar ---------------------------------------------------------------------------------------------


def _altar(kit: Kit) -> None:
    tiers = ((3.65, 0.0, 0.50), (3.20, 0.50, 0.48), (2.76, 0.98, 0.44))
    for radius, low, high in tiers:
        wall = [(radius, low), (radius, low + high - 0.10), (radius + 0.06, low + high - 0.08), (radius + 0.06, low + high),
                (0.0, low + high)]  # fmt: skip
        kit.add(lathe(wall, STONE, 0.12, steps=56, crease=30))
        count = round(radius * 12)
        for k in range(count):
            a = 2 * math.pi * (k + 0.5) / count
            if abs((a + math.pi) % (2 * math.pi) - math.pi) < 0.62 / radius:
                continue  # the stair comes up here
            tall = 0.30 if k % 5 else 0.36
            post = bar(0.10 if k % 5 else 0.13, tall, 0.10, RAIL, 0.15)
            kit.add(
                post.turned(math.degrees(a)).moved(radius * math.sin(a), low + high, radius * math.cos(a))
            )
        open_at = 0.60 / radius
        arc = np.linspace(open_at, 2 * math.pi - open_at, 60)
        rail = np.column_stack([radius * np.sin(arc), np.full(60, low + high + 0.28), radius * np.cos(arc)])
        kit.add(tube(rail, 0.055, RAIL, 0.15, steps=6))
    kit.add(lathe([(4.1, 0), (4.1, 0.06), (3.6, 0.06)], "#a9a498", 0.1, steps=56, crease=30))
    kit.add(flight(1.0, 12, 1.42 / 12, 0.155, mix(STONE, "#ffffff", 0.2)).moved(0, 0, 4.50))
    for side in (-1, 1):
        slope = [(side * 0.58, 0.28, 4.50), (side * 0.58, 1.64, 2.76)]
        kit.add(tube(slope, 0.11, RAIL, 0.15, steps=6))
        kit.add(tube([(side * 0.58, 0.13, 4.46), (side * 0.58, 1.36, 2.76)], 0.12, STONE, 0.1, steps=6))
        kit.add(cylinder(0.15, 0.42, RAIL, 0.2, steps=12, bevel=0.02).moved(side * 0.58, 0, 4.56))
        lamp = ball(0.12, (side * 0.58, 0.50, 4.56), "#fff3d6", 0.5, steps=8)
        kit.add(lamp)
        kit.night.append(lamp.painted("#ffe2a0").finished(glow=1.0))
        kit.lamps.append(Lamp(at=(side * 0.58, 0.50, 4.6), radius=0.9, colour="#ffd08a", strength=0.6))
    kit.add(*_burner((0, 0.98, 0)))


def _burner(at: Point) -> list[Mesh]:
    """A three-legged pot for incense, before the throne."""
    x, y, z = at
    z += 2.98
    pot = lathe(
        [(0.10, 0.10), (0.20, 0.14), (0.23, 0.26), (0.20, 0.34), (0.22, 0.36), (0.16, 0.36)],
        "#7a5f3a",
        0.5,
        steps=20,
    )
    legs = [
        ball((0.05, 0.09, 0.05), (0.15 * math.sin(a), 0.07, 0.15 * math.cos(a)), "#7a5f3a", 0.4, steps=6)
        for a in (0, 2.1, 4.2)
    ]
    sticks = [
        bar(0.014, 0.26, 0.014, "#b3362c").moved(dx, 0.30, dz)
        for dx, dz in ((-0.06, 0), (0.0, 0.05), (0.06, -0.02))
    ]
    return [m.moved(x, y + 0.02, z) for m in (pot, *legs, *sticks)]


def _lotus(bronze: Colour) -> list[Mesh]:
    """Two rows of petals that open upwards and one that hangs down."""
    pale = mix(bronze, "#d9b77a", 0.35)
    parts = [
        lathe(
            [(1.75, 0), (1.70, 0.25), (1.9, 0.50), (2.10, 0.80), (2.0, 0.88), (0, 0.88)],
            bronze,
            0.4,
            steps=40,
        )
    ]
    for count, radius, lean, y, size, turn in (
        (14, 1.72, 38, 0.22, 1.0, 0.0),
        (14, 1.62, 24, 0.30, 1.02, 0.5),
        (16, 1.72, 128, 0.30, 0.72, 0.25),
    ):
        for k in range(count):
            petal = _petal(0.84 * size, 0.78 * size, pale if turn == 0.0 else mix(pale, bronze, 0.6))
            petal = petal.turned(pitch=lean).moved(0, y, radius).turned(360 * (k + turn) / count)
            parts.append(petal)
    return [m.finished(gloss=0.28, metal=0.08, glow=0.16) for m in parts]


def _petal(width: float, height: float, colour: Colour) -> Mesh:
    """A thick pointed petal, its root at the origin, cupped towards -z."""
    t, s = np.meshgrid(np.linspace(0, 1, 7), np.linspace(-1, 1, 7), indexing="ij")
    half = width / 2 * np.sin(np.pi * np.clip(t * 0.80 + 0.19, 0, 1)) ** 0.75 * np.where(t > 0.999, 0.02, 1)
    bulge = 0.22 * width * (1 - s**2) * np.sin(np.pi * np.clip(t, 0.02, 0.98)) ** 0.6
    points = np.stack([s * half, t * height, bulge - 0.10 * width * t**2], -1)
    return make(points.reshape(-1, 3), grid_faces(7, 7, wraps=False), None, colour, 0.4)


# -- the figure, sitting at the origin -------------------------------------------------------------------------


def _figure(bronze: Colour) -> Mesh:
    c = bronze
    body = Clay(0.16)
    body.ball((0, 1.55, -0.12), (1.16, 1.45, 0.88), c).ball((0, 2.75, -0.04), (1.28, 1.0, 0.84), c)
    body.ball((0, 0.55, -0.1), (1.5, 0.7, 1.0), c)
    body.limb((0, 3.2, -0.05), (0, 3.95, 0.0), 0.50, 0.40, c)
    for side in (-1, 1):
        body.ball((side * 1.08, 3.12, -0.06), (0.55, 0.48, 0.52), c)
        body.limb((side * 0.75, 0.46, 0.0), (side * 1.82, 0.40, 0.62), 0.62, 0.52, c)
        body.limb((side * 1.80, 0.38, 0.66), (side * -0.30, 0.30, 1.20), 0.46, 0.34, c)
        body.limb((side * 1.26, 3.02, -0.06), (side * 1.62, 1.75, 0.12), 0.47, 0.42, c)
    body.ball((0.62, 0.70, 1.10), (0.46, 0.15, 0.24), c, yaw=14).ball(
        (-0.62, 0.62, 1.12), (0.46, 0.15, 0.24), c, yaw=-14
    )
    # His right arm, on the viewer's left, is raised; the sleeve hangs from it.
    body.limb((-1.62, 1.78, 0.12), (-1.28, 2.40, 1.00), 0.40, 0.27, c)
    body.limb((-1.60, 1.75, 0.35), (-1.62, 0.95, 0.55), 0.34, 0.42, c, blend=0.25)
    # His left arm comes down to his knee.
    body.limb((1.62, 1.75, 0.12), (1.15, 1.02, 0.98), 0.42, 0.30, c)
    body.limb((1.60, 1.55, 0.25), (1.62, 0.80, 0.55), 0.34, 0.36, c, blend=0.25)
    _robe(body, c)
    return join(body.mesh(48), _raised_hand(c), _open_hand(c))


def _robe(body: Clay, c: Colour) -> None:
    """Folds: the hem from both shoulders to the waist, curves over the breast, waves over the lap."""
    for side in (-1, 1):
        hem = [
            (side * 0.46, 3.62, 0.22),
            (side * 0.62, 3.05, 0.74),
            (side * 0.50, 2.35, 0.90),
            (side * 0.12, 1.75, 0.86),
        ]
        body.strand(hem, 0.13, 0.11, c, blend=0.10)
        for k in range(3):
            y = 2.55 - 0.50 * k
            fold = [
                (side * 1.22, y + 0.50, 0.36 - 0.04 * k),
                (side * 0.98, y + 0.10, 0.64),
                (side * 0.66, y - 0.12, 0.80),
            ]
            body.strand(fold, 0.075, 0.05, c, blend=0.16)
        for k in range(3):
            x = 0.55 + 0.42 * k
            fold = [
                (side * x, 0.92 - 0.03 * k, 0.30),
                (side * (x + 0.14), 0.76, 0.86),
                (side * (x + 0.02), 0.36, 1.22 - 0.10 * k),
            ]
            body.strand(fold, 0.085, 0.06, c, blend=0.16)
        for k in range(2):
            x = side * (1.40 + 0.16 * k)
            body.strand(
                [(x, 3.1 - 0.2 * k, 0.36), (x * 1.12, 2.4, 0.50), (x * 1.10, 1.8, 0.50)],
                0.05,
                0.05,
                c,
                blend=0.09,
            )
    for y, drop, wide in ((1.62, 0.30, 0.66), (1.28, 0.34, 0.78), (0.96, 0.30, 0.80)):
        t = np.linspace(-1, 1, 9)
        sash = [(wide * s, y - drop * (1 - s * s), 0.62 + 0.24 * (1 - s * s)) for s in t]
        body.strand(sash, 0.07, 0.07, c, blend=0.15)
    body.strand(
        [(-0.5, 0.10, 1.42), (-0.2, 0.05, 1.56), (0.2, 0.05, 1.56), (0.5, 0.10, 1.42)],
        0.13,
        0.13,
        c,
        blend=0.14,
    )


def _raised_hand(c: Colour) -> Mesh:
    """Palm to the viewer, fingers up."""
    hand = (
        Clay(0.045)
        .ball((0, 0, 0), (0.27, 0.32, 0.13), c)
        .limb((0, -0.35, -0.05), (0, -0.10, 0), 0.22, 0.20, c)
    )
    for k, (x, long) in enumerate(((-0.195, 0.40), (-0.068, 0.50), (0.062, 0.52), (0.190, 0.44))):
        lean = (k - 1.5) * 0.018
        hand.limb((x, 0.20, 0.0), (x + lean, 0.22 + long, 0.01), 0.075, 0.056, c, blend=0.03)
    hand.limb((0.22, -0.08, 0.05), (0.34, 0.24, 0.12), 0.09, 0.062, c)
    return hand.mesh(24).turned(8, -6, 4).moved(-1.25, 2.82, 1.10)


def _open_hand(c: Colour) -> Mesh:
    """Resting on the knee, palm up, fingers towards the viewer."""
    hand = Clay(0.045).ball((0, 0, 0), (0.27, 0.12, 0.34), c)
    for k, (x, long) in enumerate(((-0.195, 0.36), (-0.068, 0.46), (0.062, 0.48), (0.190, 0.40))):
        hand.limb((x, 0.01, 0.22), (x + (k - 1.5) * 0.02, -0.05, 0.24 + long), 0.074, 0.055, c, blend=0.03)
    hand.limb((-0.22, 0.05, -0.05), (-0.30, 0.16, 0.24), 0.088, 0.06, c)
    return hand.mesh(24).turned(-12, 12, 0).moved(1.06, 0.98, 1.22)


def _head(bronze: Colour) -> list[Mesh]:
    """Calm: the lids lowered, the mouth just smiling, long ears, snail curls, the mark between the brows."""
    c = bronze
    head = Clay(0.10).ball((0, 0, 0), (0.68, 0.78, 0.72), c).ball((0, -0.30, 0.16), (0.52, 0.44, 0.50), c)
    head.ball((0, -0.52, 0.30), (0.22, 0.15, 0.20), c, blend=0.16)
    for side in (-1, 1):
        head.ball((side * 0.36, -0.20, 0.42), (0.24, 0.24, 0.20), c, blend=0.16)  # cheeks
        head.ball((side * 0.265, 0.02, 0.595), (0.175, 0.105, 0.085), c, blend=0.045)  # lids
        head.limb((side * 0.68, 0.16, -0.06), (side * 0.70, -0.52, 0.0), 0.12, 0.10, c, blend=0.05)
        head.ball((side * 0.70, 0.14, -0.05), (0.10, 0.20, 0.19), c, blend=0.05)
    head.limb((0, 0.10, 0.70), (0, -0.16, 0.80), 0.055, 0.085, c, blend=0.07)
    for side in (-1, 1):
        head.ball((side * 0.085, -0.175, 0.755), (0.06, 0.05, 0.06), c, blend=0.05)
    head.ball((0, -0.325, 0.665), (0.165, 0.040, 0.07), c, blend=0.035).ball(
        (0, -0.405, 0.65), (0.125, 0.045, 0.07), c, blend=0.035
    )
    parts = [head.mesh(38)]
    line = mix(bronze, "#1d1710", 0.72)
    for side in (-1, 1):
        eye = [
            (side * x, y)
            for x, y in ((0.095, -0.035), (0.18, -0.078), (0.27, -0.090), (0.36, -0.072), (0.445, -0.02))
        ]
        brow = [
            (side * x, y)
            for x, y in ((0.07, 0.13), (0.16, 0.205), (0.27, 0.235), (0.38, 0.205), (0.49, 0.115))
        ]
        parts += [_drawn(head, eye, (0.012, 0.026, 0.028, 0.024, 0.010), line),
                  _drawn(head, brow, (0.012, 0.026, 0.028, 0.022, 0.010), mix(bronze, line, 0.55))]  # fmt: skip
    mouth = [(-0.185, -0.345), (-0.10, -0.366), (0, -0.362), (0.10, -0.366), (0.185, -0.345)]
    parts.append(_drawn(head, mouth, (0.012, 0.020, 0.018, 0.020, 0.012), line))
    mark, _ = head.surface([(0, 0.245, 1.5)], (0, 0, -1))
    parts.append(ball(0.05, tuple(float(v) for v in mark[0]), "#f0cf82", 0.8, steps=8))
    parts += _curls(mix(bronze, "#33291a", 0.45))
    return [m.scaled(1.04).moved(0, 4.48, 0.06) for m in parts]


def _drawn(head: Clay, line: Sequence[tuple[float, float]], radii: Sequence[float], colour: Colour) -> Mesh:
    """A line on the face, half sunk in."""
    points, _ = head.surface([(x, y, 1.5) for x, y in line], (0, 0, -1))
    return tube(points, list(radii), colour, 0.3, steps=6)


def _curls(colour: Colour) -> list[Mesh]:
    """Rows of snail curls over the skull and over the bump of wisdom."""
    cap = ball((0.70, 0.72, 0.72), (0, 0.12, -0.06), colour, 0.4, steps=16)
    cap = cap.kept((cap.vertices[cap.faces] @ np.array([0, 1.0, -0.62], np.float32) > 0.20).all(1))
    curls = [cap, ball((0.36, 0.30, 0.36), (0, 0.78, -0.10), colour, 0.4, steps=12)]
    for centre, radii, rows, size, limit in (((0, 0.12, -0.06), (0.70, 0.72, 0.72), 8, 0.088, 0.20),
                                             ((0, 0.78, -0.10), (0.36, 0.30, 0.36), 4, 0.080, -9.0)):  # fmt: skip
        for row in range(rows):
            polar = (row + 0.5) / rows * math.pi * (0.62 if limit > 0 else 0.5)
            count = max(1, round(2 * math.pi * math.sin(polar) * radii[0] / (size * 1.95)))
            for k in range(count):
                a = 2 * math.pi * (k + 0.5 * (row % 2)) / count
                unit = np.array(
                    [math.sin(polar) * math.sin(a), math.cos(polar), math.sin(polar) * math.cos(a)]
                )
                at: NDArray[np.float64] = np.array(centre) + unit * radii
                if at[1] - 0.62 * at[2] > limit:
                    curls.append(ball(size, tuple(at), colour, 0.45, steps=4))
    return curls
