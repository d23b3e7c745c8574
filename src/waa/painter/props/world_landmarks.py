"""Landmarks from abroad: the tower of iron, the pyramids, the red gate, the long wall."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.masonry import bar, building, bush
from waa.painter.props.motor import Kit
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Lamp, Model

Point = tuple[float, float, float]


# -- Paris ---------------------------------------------------------------------------------------------------

_LEGS = (
    (0.0, 1.62, 0.44),
    (1.35, 1.18, 0.38),
    (2.55, 0.86, 0.32),
    (4.3, 0.47, 0.23),
    (6.2, 0.22, 0.14),
    (8.3, 0.09, 0.075),
)


def _leg(y: float) -> tuple[float, float]:
    """(how far the middle of a leg is from the axis, half its width) at a height."""
    heights = [row[0] for row in _LEGS]
    return tuple(float(np.interp(y, heights, [row[k] for row in _LEGS])) for k in (1, 2))  # type: ignore[return-value]


@draws("eiffel_tower", yaw=-24)
def eiffel_tower(look: Look) -> Model:
    """Four legs of lattice that meet, arches between them, three platforms; it glitters at night."""
    iron = look.tint("#8d6a4c")
    kit = Kit()
    kit.add(box(4.9, 0.08, 4.9, "#cfc6b2", 0.1, bevel=0.03), box(3.1, 0.10, 3.1, "#8fb06a", 0.05, bevel=0.03))
    lattice: list[Mesh] = []
    for sx, sz in itertools.product((-1, 1), (-1, 1)):
        kit.add(box(1.1, 0.24, 1.1, "#b9b1a0", 0.1, bevel=0.04).moved(sx * 1.62, 0.06, sz * 1.62))
        lattice.append(_lattice(sx, sz, iron))
    lattice += _arches(iron)
    for y, half, tall in ((2.35, 1.28, 0.22), (4.15, 0.82, 0.18), (7.55, 0.27, 0.14)):
        lattice += [bar(half * 2, tall, half * 2, mix(iron, "#ffffff", 0.06), 0.3).moved(0, y, 0),
                    bar(half * 2.12, 0.05, half * 2.12, mix(iron, "#ffffff", 0.15), 0.3).moved(0, y + tall, 0)]  # fmt: skip
    lattice.append(cylinder(0.16, 0.30, iron, 0.3, top=0.10, steps=12).moved(0, 7.75, 0))
    lattice.append(tube([(0, 7.9, 0), (0, 9.4, 0)], [0.05, 0.012], mix(iron, "#ffffff", 0.2), 0.4, steps=6))
    tower = join(*lattice)
    kit.add(tower)
    _glitter(kit, tower)
    for x, z, size in ((-2.15, 0.0, 0.26), (2.15, 0.1, 0.28), (0.1, 2.2, 0.24), (-0.2, -2.2, 0.26)):
        kit.add(bush((x, 0.06, z), size, "#5a9a4a", steps=7))
    for y, r in ((1.0, 2.0), (3.2, 1.7), (5.6, 1.4), (8.0, 1.0)):
        kit.lamps.append(Lamp(at=(0, y, 0.5), radius=r, colour="#ffb54a", strength=0.42))
    return building(kit, (0, 8.2, 0), 0.6)


def _lattice(sx: int, sz: int, iron: Colour) -> Mesh:
    """One leg: four edges and crossed braces on each of its sides."""
    levels = np.concatenate([np.linspace(0.28, 4.2, 11), np.linspace(4.7, 8.1, 8)])

    def corner(y: float, a: int, b: int) -> Point:
        away, half = _leg(y)
        return sx * away + a * half, y, sz * away + b * half

    parts = []
    for a, b in itertools.product((-1, 1), (-1, 1)):
        thick = [0.055 - 0.004 * (y / 2) for y in levels]
        parts.append(tube([corner(float(y), a, b) for y in levels], thick, iron, 0.35, steps=5, caps=False))
    sides = (((-1, -1), (1, -1)), ((1, -1), (1, 1)), ((1, 1), (-1, 1)), ((-1, 1), (-1, -1)))
    for y0, y1 in itertools.pairwise(levels):
        thin = 0.026 - 0.0015 * float(y0)
        for first, second in sides:
            for p, q in ((first, second), (second, first)):
                parts.append(
                    tube(
                        [corner(float(y0), *p), corner(float(y1), *q)],
                        thin,
                        mix(iron, "#000000", 0.12),
                        0.3,
                        steps=4,
                        caps=False,
                    )
                )
    return join(*parts)


def _arches(iron: Colour) -> list[Mesh]:
    parts = []
    a = np.linspace(0, math.pi, 19)
    for turn in (0, 90, 180, 270):
        for radius, thick in ((1.36, 0.05), (1.20, 0.035)):
            arc = np.column_stack(
                [radius * np.cos(a), 0.72 + (radius + 0.16) * np.sin(a), 1.52 - 0.30 * np.sin(a)]
            )
            parts.append(tube(arc, thick, mix(iron, "#ffffff", 0.10), 0.35, steps=5).turned(turn))
        for t in a[1:-1]:
            ends = [
                (r * math.cos(t), 0.72 + (r + 0.16) * math.sin(t), 1.52 - 0.30 * math.sin(t))
                for r in (1.36, 1.20)
            ]
            parts.append(tube(ends, 0.018, iron, 0.3, steps=4, caps=False).turned(turn))
    return parts


def _glitter(kit: Kit, tower: Mesh) -> None:
    """Lit golden from within, white sparks all over."""
    glow = tower.painted(
        lambda v, n, c: np.asarray(
            rgb("#ffb44a") + (rgb("#ffe0a0") - rgb("#ffb44a")) * np.clip(v[:, 1:2] / 9, 0, 1), np.float32
        )
    )
    kit.night.append(
        Mesh(
            glow.vertices + glow.normals * np.float32(0.006),
            glow.faces,
            glow.normals,
            glow.colours * np.float32(0.8),
            glow.surface,
        ).finished(glow=0.7)
    )
    rng = noise.stream("glitter")
    for k in rng.choice(len(tower.vertices), 70, replace=False):
        at = tower.vertices[k] + tower.normals[k] * 0.02
        kit.night.append(ball(0.035, tuple(float(v) for v in at), "#ffffff", steps=4).finished(glow=1.0))


# -- Giza ----------------------------------------------------------------------------------------------------


@draws("pyramid", yaw=-32)
def pyramid(look: Look) -> Model:
    """Three of them in steps of stone, the smooth cap still on the largest, palms at their feet."""
    sand = look.tint("#e0b872")
    kit = Kit()
    for x, z, half, high, cap in (
        (0.0, 0.0, 2.6, 3.5, True),
        (2.9, -1.7, 1.55, 2.05, False),
        (-2.75, 1.55, 0.85, 1.1, False),
    ):
        kit.add(_steps((x, 0.0, z), half, high, sand, cap=cap))
    dune = lathe(
        [(4.9, 0), (4.4, 0.035), (3.4, 0.05), (0, 0.05)], mix(sand, "#f2d9a4", 0.5), 0.05, steps=48, crease=80
    )
    kit.add(dune.scaled(1.0, 1.0, 0.85))
    kit.add(bar(0.55, 0.62, 0.12, "#6f5334").moved(0.0, 0.05, 2.56),
            bar(0.30, 0.46, 0.14, "#2f2318").moved(0.0, 0.05, 2.58),
            bar(0.8, 0.12, 0.2, mix(sand, "#ffffff", 0.15)).moved(0.0, 0.62, 2.55))  # fmt: skip
    for x, z, tall, seed in ((3.3, 1.6, 1.5, 1), (3.75, 1.35, 1.15, 2), (-3.6, 0.2, 1.25, 3)):
        kit.add(_date_palm((x, 0.03, z), tall, seed))
    return building(kit, (0, 3.45, 0), 0.7)


def _steps(at: Point, half: float, high: float, sand: Colour, *, cap: bool) -> Mesh:
    """Courses of blocks, each of its own shade; smooth limestone at the top."""
    rng = noise.stream("pyramid", round(half * 100))
    courses = max(9, round(high / 0.15))
    parts = []
    for k in range(courses):
        share = k / courses
        wide, tall = half * (1 - share), high / courses
        if cap and share > 0.80:
            break
        count = max(2, round(wide * 2 / 0.34))
        for side in range(4):
            shades = rng.uniform(0.86, 1.08, count)
            for j in range(count):
                w = 2 * wide / count
                stone = bar(w * 0.985, tall * 0.97, wide * 0.5, np.clip(rgb(sand) * shades[j], 0, 1), 0.06)
                parts.append(
                    _half(stone).moved(-wide + w * (j + 0.5), tall * k, wide * 0.75).turned(90 * side)
                )
    if cap:
        base, low = half * 0.22, high * 0.795
        tip = np.array(
            [(-base, 0, base), (base, 0, base), (base, 0, -base), (-base, 0, -base), (0, high * 0.22, 0)]
        )
        faces = np.array([(0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4)])
        flat = tip[faces].reshape(-1, 3)
        parts.append(
            make(flat, np.arange(12).reshape(4, 3), None, mix(sand, "#fff6e0", 0.55), 0.2).moved(0, low, 0)
        )
    return join(*parts).moved(*at)


def _half(stone: Mesh) -> Mesh:
    """Only what can be seen of a block in a course: its face and its top."""
    n = stone.normals[stone.faces[:, 0]]
    return stone.kept((n[:, 2] > 0.5) | (n[:, 1] > 0.5))


def _date_palm(at: Point, tall: float, seed: int) -> Mesh:
    trunk = tube(
        [(0, 0.06, 0), (0.06, tall * 0.5, 0), (0.10, tall, 0)], [0.075, 0.06, 0.05], "#8a6a48", 0.1, steps=7
    )
    leaves = []
    for k in range(9):
        t = np.linspace(0, 1, 6)
        spine = np.column_stack([0 * t, tall + 0.32 * t - 0.62 * t**2.2, 0.62 * t])
        half = 0.085 * np.sin(np.pi * np.clip(t * 0.9 + 0.08, 0, 1))
        left, right = (
            spine + np.column_stack([-half, -0.4 * half, 0 * t]),
            spine + np.column_stack([half, -0.4 * half, 0 * t]),
        )
        sheet = np.concatenate([left, spine, right])
        faces = grid_faces(3, 6, wraps=False)
        tint = mix("#4f8a3c", "#8fb04a", (k % 3) / 3)
        both = (
            make(sheet, faces[:, ::-1], None, tint, 0.1),
            make(sheet, faces, None, mix(tint, "#000000", 0.25), 0.1),
        )
        leaves.append(join(*both).turned(k * 40 + seed * 23))
    return join(trunk, *(m.moved(0.10, 0, 0) for m in leaves)).moved(*at)


# -- Japan ---------------------------------------------------------------------------------------------------


@draws("torii", yaw=-16)
def torii(look: Look) -> Model:
    """Two red posts under two beams, the upper one curved and roofed in black, a rope before it."""
    red, black = look.tint("#d8432f"), "#2b2a30"
    kit = Kit()
    for s in (-1, 1):
        kit.add(lathe([(0.48, 0), (0.46, 0.22), (0.36, 0.34), (0.34, 0.34)], black, 0.2, steps=28).moved(s * 1.95, 0, 0),
                tube([(s * 2.00, 0.28, 0), (s * 1.78, 4.55, 0)], [0.27, 0.22], red, 0.4, steps=24),
                cylinder(0.30, 0.12, black, 0.3, steps=24).moved(s * 1.80, 4.38, 0))  # fmt: skip
        for z in (-1, 1):
            kit.add(tube([(s * 1.95, 0.13, z * 0.95), (s * 1.94, 1.75, z * 0.95)], 0.12, red, 0.4, steps=12),
                    cylinder(0.15, 0.10, black, 0.3, steps=14).moved(s * 1.94, 1.76, z * 0.95))  # fmt: skip
        kit.add(box(0.14, 0.18, 2.1, red, 0.4, bevel=0.03).moved(s * 1.92, 1.25, 0))
    kit.add(box(4.9, 0.30, 0.26, red, 0.4, bevel=0.04).moved(0, 3.55, 0))
    for low, tall, half, deep, colour in (
        (4.50, 0.24, 2.72, 0.42, red),
        (4.72, 0.22, 2.92, 0.50, red),
        (4.92, 0.14, 3.05, 0.62, black),
    ):
        kit.add(_beam(low, tall, half, deep, colour))
    kit.add(box(0.62, 0.68, 0.12, black, 0.3, bevel=0.02).moved(0, 3.85, 0.06),
            bar(0.46, 0.52, 0.02, "#d9a63f", 0.5).moved(0, 3.93, 0.125),
            bar(0.36, 0.42, 0.02, "#23438a", 0.3).moved(0, 3.98, 0.135))  # fmt: skip
    t = np.linspace(-1, 1, 25)
    rope = np.column_stack([1.72 * t, 3.36 - 0.42 * (1 - t**2), 0.24 + 0 * t])
    kit.add(tube(rope, list(0.05 + 0.10 * (1 - t**2)), "#e6d6a8", 0.1, steps=10))
    for k, x in enumerate((-1.05, -0.36, 0.36, 1.05)):
        y = 3.36 - 0.42 * (1 - (x / 1.72) ** 2)
        zigzag = [
            (0, 0),
            (0.13, 0),
            (0.13, -0.18),
            (0.26, -0.18),
            (0.26, -0.36),
            (0.13, -0.36),
            (0.13, -0.20),
            (0, -0.20),
        ]
        paper = extrude(np.array(zigzag) * (1 if k % 2 else -1, 1), 0.012, "#fbfaf4", 0.1, crease=10)
        kit.add(paper.moved(x, y - 0.08, 0.34))
    return building(kit, (0, 5.35, 0), 1.0)


def _beam(low: float, tall: float, half: float, deep: float, colour: Colour) -> Mesh:
    """A beam whose ends rise."""
    x = np.linspace(-half, half, 25)
    rise = 0.34 * (np.abs(x) / half) ** 2.4
    outline = np.concatenate(
        [np.column_stack([x, low + rise]), np.column_stack([x, low + tall + rise * 1.05])[::-1]]
    )
    return extrude(outline, deep, colour, 0.4, crease=30)


# -- the Great Wall ------------------------------------------------------------------------------------------


def _spine(s: float) -> tuple[float, float, float]:
    """The middle of the wall's foot at a share 0..1 of its length: it winds and climbs to the back."""
    return (
        -3.3 + 6.4 * s + 0.5 * math.sin(s * 5.2),
        0.52 + 1.9 * s**1.25,
        1.5 - 3.3 * s + 0.75 * math.sin(s * 6.6 + 0.6),
    )


@draws("great_wall", yaw=-12)
def great_wall(look: Look) -> Model:
    """It winds up a ridge from tower to tower, battlements on both sides."""
    stone = look.tint("#b5a88e")
    kit = Kit()
    kit.add(_ridge())
    steps = np.linspace(0, 1, 46)
    points = np.array([_spine(float(s)) for s in steps])
    along = np.gradient(points, axis=0)
    across = np.column_stack([-along[:, 2], np.zeros(len(steps)), along[:, 0]])
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    half, high = 0.32, 0.72
    rng = noise.stream("great wall")
    for k in range(len(steps) - 1):
        middle = (points[k] + points[k + 1]) / 2

        def there(mesh: Mesh, y: float, turn: float, at: np.ndarray = middle) -> Mesh:
            return mesh.turned(turn).moved(float(at[0]), y, float(at[2]))

        turn = math.degrees(math.atan2(-(points[k + 1] - points[k])[2], (points[k + 1] - points[k])[0]))
        length = float(np.hypot(*(points[k + 1] - points[k])[[0, 2]])) * 1.12
        shade = np.clip(rgb(stone) * float(rng.uniform(0.93, 1.06)), 0, 1)
        y = float(min(points[k][1], points[k + 1][1]))
        kit.add(there(bar(length, high + 0.5, half * 2, shade, 0.06), y - 0.5, turn))
        kit.add(there(bar(length, 0.03, half * 1.7, mix(stone, "#8f8468", 0.5), 0.05), y + high, turn))
        for side in (-1, 1):
            tall, wide = (0.26, 0.72) if k % 2 else (0.15, 1.0)
            merlon = bar(length * wide, tall, 0.09, mix(shade, "#ffffff", 0.10), 0.06)
            kit.add(there(merlon, y + high, turn, middle + across[k] * half * 0.92 * side))
    for s in (0.06, 0.50, 0.95):
        _watchtower(kit, s, stone)
    return building(kit, (_spine(0.5)[0], _spine(0.5)[1] + 2.0, _spine(0.5)[2]), 0.9)


def _watchtower(kit: Kit, s: float, stone: Colour) -> None:
    x, y, z = _spine(s)
    turn = 28.0 + 20 * s
    parts = [
        bar(1.05, 1.75, 1.05, stone, 0.06).moved(0, -0.5, 0),
        bar(1.16, 0.10, 1.16, mix(stone, "#ffffff", 0.15)).moved(0, 1.22, 0),
    ]
    for k in range(4):
        for j in range(4):
            parts.append(
                bar(0.18, 0.20, 0.12, mix(stone, "#ffffff", 0.08))
                .moved(-0.42 + 0.28 * j, 1.30, 0.50)
                .turned(90 * k)
            )
        for dx in (-0.26, 0.26):
            parts.append(bar(0.20, 0.32, 0.04, "#3a3228").moved(dx, 0.62, 0.52).turned(90 * k))
        parts.append(
            cylinder(0.10, 0.04, "#3a3228", steps=12, bevel=0.005)
            .turned(pitch=90)
            .moved(-0.26, 0.94, 0.50)
            .turned(90 * k)
        )
    parts += [bar(0.62, 0.34, 0.62, "#8f3f2c").moved(0, 1.30, 0)]
    roof = (
        lathe([(0.66, 0), (0.40, 0.14), (0.06, 0.40), (0, 0.40)], "#5f6468", 0.2, steps=4, crease=20)
        .turned(45)
        .moved(0, 1.62, 0)
    )
    kit.add(*(p.turned(turn).moved(x, y, z) for p in (*parts, roof)))
    kit.lamps.append(Lamp(at=(x, y + 0.8, z + 0.5), radius=0.7, colour="#ffb95e", strength=0.5))
    windows = [
        bar(0.20, 0.32, 0.04, "#ffca70").moved(dx, 0.62, 0.526).turned(90 * k)
        for k in range(4)
        for dx in (-0.26, 0.26)
    ]
    kit.night.append(join(*windows).turned(turn).moved(x, y, z).finished(glow=0.9))


def _ridge() -> Mesh:
    """The hills that the wall follows: green, brown where they are steep."""
    x, z = np.meshgrid(np.linspace(-4.3, 4.3, 45), np.linspace(-3.2, 3.2, 35))
    s = np.linspace(0, 1, 40)
    spine = np.array([_spine(float(v)) for v in s])
    away = np.hypot(x[..., None] - spine[:, 0], z[..., None] - spine[:, 2])
    nearest = away.argmin(-1)
    crest = spine[nearest, 1]
    d = away.min(-1)
    y = crest * np.exp(-((d / 1.25) ** 2)) + 0.22 * np.sin(x * 2.1 + 1) * np.sin(z * 1.7) * np.clip(d, 0, 1)
    reach = (np.abs(x) / 4.3) ** 3 + (np.abs(z) / 3.2) ** 3
    edge = np.clip((1 - reach) * 4, 0, 1) ** 0.6
    y = np.maximum(y, 0.10) * edge
    points = np.stack([x, y, z], -1)
    mesh = make(points.reshape(-1, 3), grid_faces(35, 45, wraps=False)[:, ::-1], None, "#6f9a4c", 0.05)

    def paint(v: Array, n: Array, c: Array) -> Array:
        steep = np.clip((0.86 - n[:, 1:2]) * 4, 0, 1)
        leafy = 0.5 + 0.5 * np.sin(v[:, :1] * 7 + np.sin(v[:, 2:] * 5) * 2)
        grass = rgb("#5f8f43") + (rgb("#8fb85a") - rgb("#5f8f43")) * leafy
        return np.asarray(grass + (rgb("#9a8358") - grass) * steep * 0.7, np.float32)

    return mesh.kept((reach.ravel()[mesh.faces] < 1.05).all(1)).painted(paint)
