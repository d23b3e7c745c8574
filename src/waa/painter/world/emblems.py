"""Emblems: what a news cover puts on its pedestal, by theme. Each stands on y = 0 round the origin, about 1.3 m high."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise, shapes
from waa.painter.colour import Colour, mix, rgb
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, make, torus, tube

Tints = tuple[str, str, str, str]


def coin(radius: float = 0.16) -> Mesh:
    """A gold coin that looks at the viewer, its middle at the origin."""
    thick = radius * 0.22
    body = (
        cylinder(radius, thick, "#f2b93b", 0.6, steps=36, bevel=radius * 0.05)
        .moved(0, -thick / 2, 0)
        .turned(0, 90)
    )
    rim = torus(radius * 0.86, radius * 0.06, "#ffd667", 0.6, steps=36).turned(0, 90).moved(0, 0, thick / 2)
    mark = lettered("$", radius * 0.9, radius * 1.1, "#b97c12", "#f7c64e", rows=28, fill=0.95).moved(
        0, 0, thick / 2 + 0.002
    )
    return join(body, rim, mark)


def coins(radius: float = 0.16) -> list[Mesh]:
    """Some that float round the pedestal."""
    spots = (
        (-1.02, 1.28, 0.1, 25),
        (-0.80, 0.66, 0.45, -30),
        (1.06, 1.02, 0.2, -35),
        (0.92, 0.42, 0.5, 20),
        (-0.35, 1.56, -0.3, 40),
    )
    return [
        coin(radius * s).turned(yaw, 0, yaw * 0.5).moved(x, y, z)
        for (x, y, z, yaw), s in zip(spots, (1.0, 0.8, 1.15, 0.9, 0.7), strict=True)
    ]


def finance(tints: Tints) -> Mesh:
    """Columns that rise, an arrow over them, coins."""
    parts = []
    heights = (0.34, 0.50, 0.72, 0.98, 1.30)
    for k, h in enumerate(heights):
        tint = mix(tints[0], tints[1], k / 4) if k < 4 else rgb(tints[3])
        x = -0.68 + 0.34 * k
        parts += [
            cylinder(0.115, h, tint, 0.55, steps=32, bevel=0.025).moved(x, 0, -0.15),
            cylinder(0.085, 0.012, mix(tint, "#ffffff", 0.4), 0.5, steps=28).moved(x, h, -0.15),
        ]
    curve = shapes.bezier((-0.86, 0.52, 0.05), (-0.3, 0.60, 0.05), (0.20, 0.92, 0.05), (0.74, 1.46, 0.05), 20)
    parts.append(tube(curve, np.linspace(0.030, 0.045, 20).tolist(), "#ffffff", 0.5, steps=12))
    head = (
        extrude(np.array([(0, 0.15), (-0.13, -0.10), (0, -0.04), (0.13, -0.10)]), 0.07, "#ffffff", 0.5)
        .turned(0, 0, -44)
        .moved(0.80, 1.53, 0.05)
    )
    return join(*parts, head, *coins())


def tech(tints: Tints) -> Mesh:
    """A chip the size of a door, its pins gilded, cubes of light round it."""
    board = box(1.06, 1.06, 0.10, "#1d2a55", 0.4, bevel=0.03)
    core = box(0.58, 0.58, 0.07, mix(tints[0], "#10183c", 0.35), 0.5, bevel=0.03).moved(0, 0.24, 0.07)
    mark = (
        lettered("AI", 0.44, 0.34, "#ffffff", "#2a3a86", rows=40, fill=0.9)
        .finished(glow=0.85)
        .moved(0, 0.53, 0.109)
    )
    pins = []
    pin = box(0.05, 0.13, 0.05, "#e8b64a", 0.6, bevel=0.01)
    lying = pin.turned(0, 0, 90)
    for k in range(9):
        at = -0.44 + 0.11 * k
        pins += [pin.moved(at, 1.03, 0), pin.moved(at, -0.10, 0)]
        pins += [lying.moved(0.63, 0.53 + at, 0), lying.moved(-0.50, 0.53 + at, 0)]
    traces = []
    for k in range(6):
        at = -0.40 + 0.16 * k
        traces.append(
            box(0.014, 0.20, 0.01, tints[2]).finished(glow=0.9).moved(at, 0.02 if k % 2 else 0.84, 0.055)
        )
        traces.append(
            box(0.20, 0.014, 0.01, tints[2])
            .finished(glow=0.9)
            .moved(-0.41 if k % 2 else 0.41, 0.53 + at, 0.055)
        )
    chip = join(board, core, mark, *pins, *traces).turned(-14, -8, 0).moved(0, 0.12, -0.1)
    rng = noise.stream("tech cubes")
    cubes = []
    for k in range(9):
        angle = k * 2.4
        size = float(rng.uniform(0.06, 0.13))
        tint = tints[k % 4]
        cube = box(size, size, size, tint, 0.5, bevel=size * 0.16).turned(
            float(rng.uniform(0, 90)), float(rng.uniform(-30, 30))
        )
        cubes.append(
            (cube.finished(glow=0.35)).moved(
                0.98 * math.cos(angle) + 0.04, 0.30 + 1.15 * float(rng.random()), 0.55 * math.sin(angle)
            )
        )
    ring = torus(0.98, 0.012, tints[2], steps=60).finished(glow=0.8).turned(0, 14, 10).moved(0, 0.72, 0)
    return join(chip, *cubes, ring)


def food(tints: Tints) -> Mesh:
    """A bowl of noodles with an egg and spring onions, chopsticks, two baskets of dim sum."""
    bowl = lathe(
        [
            (0, 0),
            (0.24, 0),
            (0.26, 0.05),
            (0.44, 0.20),
            (0.58, 0.44),
            (0.60, 0.47),
            (0.55, 0.47),
            (0.42, 0.24),
            (0, 0.14),
        ],
        "#f7f2e8",
        0.6,
        steps=56,
    )
    band = lathe([(0.575, 0.40), (0.592, 0.435)], "#2f6fb0", 0.5, steps=56)
    soup = cylinder(0.545, 0.02, "#d9892f", 0.5, steps=48).moved(0, 0.405, 0)
    rng = noise.stream("noodles")
    strands = []
    for _ in range(26):
        a, r = rng.uniform(0, 6.28), rng.uniform(0.05, 0.30)
        t = np.linspace(0, 1.6, 9)
        path = np.column_stack(
            [r * np.cos(a + t) + 0.05 * np.sin(t * 5), 0.43 + 0.03 * np.sin(t * 4 + a), r * np.sin(a + t)]
        )
        strands.append(tube(path, 0.020, "#f6d588", 0.3, steps=6))
    egg = join(
        ball((0.13, 0.09, 0.13), (0.24, 0.45, 0.20), "#fffaf0", 0.5, steps=18),
        ball((0.075, 0.05, 0.075), (0.24, 0.505, 0.22), "#ff9a2e", 0.6, steps=14),
    )
    greens = [
        cylinder(0.022, 0.02, "#6fbf5a", 0.3, steps=10)
        .turned(float(rng.uniform(0, 90)), 40)
        .moved(float(rng.uniform(-0.3, 0.3)), 0.46, float(rng.uniform(-0.1, 0.35)))
        for _ in range(14)
    ]
    sticks = [
        tube([(-0.62 + dx, 0.60, 0.30), (0.50 + dx, 1.05, -0.35)], [0.022, 0.014], tints[3], 0.4, steps=8)
        for dx in (0.0, 0.07)
    ]
    noodles = join(bowl, band, soup, *strands, egg, *greens, *sticks).moved(-0.12, 0, 0.05)
    basket = join(
        cylinder(0.27, 0.17, "#d9ac6a", 0.2, steps=36, bevel=0.01),
        torus(0.268, 0.02, "#b98544", steps=36).moved(0, 0.16, 0),
        cylinder(0.24, 0.01, "#efd9a8", steps=30).moved(0, 0.165, 0),
    )
    buns = [
        ball(
            (0.085, 0.075, 0.085),
            (0.11 * math.cos(k * 2.1), 0.20, 0.11 * math.sin(k * 2.1)),
            "#fffaf2",
            0.3,
            steps=14,
        )
        for k in range(3)
    ]
    return join(
        noodles,
        join(basket, basket.moved(0, 0.18, 0), *[b.moved(0, 0.18, 0) for b in buns]).moved(0.66, 0, -0.28),
    )


def nature(tints: Tints) -> Mesh:
    """A green hill with trees and a windmill, a sun, clouds."""
    hill = ball((0.86, 0.36, 0.62), (0, 0, -0.05), "#5fb86a", 0.1, steps=30)
    parts = [hill]
    for x, z, h in (
        (-0.52, 0.05, 0.52),
        (-0.26, 0.26, 0.40),
        (-0.36, -0.28, 0.62),
        (0.12, 0.34, 0.34),
        (0.56, 0.12, 0.36),
    ):
        y = 0.36 * math.sqrt(max(0.0, 1 - (x / 0.86) ** 2 - ((z + 0.05) / 0.62) ** 2))
        trunk = cylinder(0.028, h * 0.4, "#8a5a34", steps=10)
        crown = [
            lathe(
                [(h * 0.30 - 0.06 * k, 0), (0.004, h * 0.42)], mix("#2f8f5a", "#9fd86a", k / 3), steps=20
            ).moved(0, h * (0.22 + 0.24 * k), 0)
            for k in range(3)
        ]
        parts.append(join(trunk, *crown).moved(x, y - 0.03, z))
    blades = [
        extrude(
            shapes.smooth([(0, 0.02), (0.05, 0.16), (0.02, 0.46), (-0.02, 0.16)], steps=5),
            0.02,
            "#ffffff",
            0.3,
        ).turned(0, 0, 120 * k + 20)
        for k in range(3)
    ]
    mill = join(
        cylinder(0.035, 1.12, "#ffffff", 0.3, top=0.02, steps=16),
        *[b.moved(0, 1.12, 0.06) for b in blades],
        ball(0.05, (0, 1.12, 0.06), "#f2f4f5", steps=12),
    )
    parts.append(mill.moved(0.34, 0.26, -0.12))
    parts.append(ball(0.20, (0.86, 1.36, -0.5), "#ffd35a", steps=24).finished(glow=0.9))
    for x, y, z in ((-0.86, 1.18, -0.1), (0.62, 0.86, 0.45), (-0.14, 1.48, -0.5)):
        parts += [
            ball(r, (x + dx, y + dy, z), "#ffffff", 0.05, steps=16)
            for dx, dy, r in ((-0.13, 0, 0.10), (0, 0.05, 0.14), (0.14, 0, 0.11), (0.03, -0.03, 0.12))
        ]
    return join(*parts)


def city(tints: Tints) -> Mesh:
    """A handful of towers, their windows lit."""
    rng = noise.stream("cover city")
    parts = []
    for x, z, w, h in (
        (-0.62, 0.10, 0.26, 0.62),
        (-0.36, -0.25, 0.28, 1.05),
        (-0.06, 0.22, 0.24, 0.52),
        (-0.02, -0.20, 0.26, 1.42),
        (0.28, 0.12, 0.26, 0.78),
        (0.46, -0.28, 0.28, 1.18),
        (0.68, 0.10, 0.24, 0.56),
    ):
        tint = mix(tints[int(rng.integers(2))], "#1b2452", 0.35)
        parts.append(box(w, h, w, tint, 0.4, bevel=0.02).moved(x, 0, z))
        rows = int(h / 0.085)
        for i in range(3):
            for j in range(rows):
                if rng.random() < 0.62:
                    pane = box(w * 0.17, 0.042, 0.01, "#ffe3a0", bevel=0.002).finished(glow=1.0)
                    parts.append(pane.moved(x + (i - 1) * w * 0.29, 0.05 + j * 0.085, z + w / 2 + 0.002))
        if h > 1:
            parts += [
                cylinder(0.012, 0.28, "#dfe6ff", steps=8).moved(x, h, z),
                ball(0.022, (x, h + 0.29, z), "#ff5a4d", steps=8).finished(glow=1.0),
            ]
    return join(*parts)


def sport(tints: Tints) -> Mesh:
    """A golden cup on the winners' steps, a football, a medal."""
    steps = [
        box(0.50, h, 0.50, tint, 0.3, bevel=0.02).moved(x, 0, -0.15)
        for x, h, tint in ((0, 0.42, tints[0]), (-0.51, 0.28, tints[1]), (0.51, 0.18, tints[1]))
    ]
    marks = [
        lettered(str(n), 0.2, 0.2, "#ffffff", t, rows=24, fill=0.9).moved(x, h / 2, 0.105)
        for n, x, h, t in ((1, 0, 0.42, tints[0]), (2, -0.51, 0.28, tints[1]), (3, 0.51, 0.18, tints[1]))
    ]
    cup = lathe(
        [
            (0, 0),
            (0.15, 0),
            (0.15, 0.05),
            (0.05, 0.10),
            (0.04, 0.22),
            (0.10, 0.28),
            (0.21, 0.46),
            (0.235, 0.70),
            (0.25, 0.73),
            (0.22, 0.73),
            (0.18, 0.50),
            (0, 0.34),
        ],
        "#f2b93b",
        0.7,
        steps=44,
    )
    ears = [
        tube(
            [(s * 0.21, 0.64, 0), (s * 0.36, 0.62, 0), (s * 0.35, 0.46, 0), (s * 0.19, 0.42, 0)],
            0.022,
            "#f2b93b",
            0.7,
            steps=10,
        )
        for s in (-1, 1)
    ]
    star = extrude(shapes.star(0, 0, 0.085, 0.036, turn=math.pi / 2), 0.02, "#fff3c8", 0.4).moved(
        0, 0.58, 0.235
    )
    football = _football(0.21).moved(0.62, 0.21, 0.42)
    return join(*steps, *marks, join(cup, *ears, star).moved(0, 0.42, -0.15), football, *_medal(tints))


def _football(radius: float) -> Mesh:
    """White, with dark pentagons where an icosahedron has its corners."""
    g = (1 + 5**0.5) / 2
    corners = np.array(
        [(0, s, t * g) for s in (-1, 1) for t in (-1, 1)]
        + [(s, t * g, 0) for s in (-1, 1) for t in (-1, 1)]
        + [(t * g, 0, s) for s in (-1, 1) for t in (-1, 1)]
    )
    corners /= np.linalg.norm(corners, axis=1, keepdims=True)
    sphere = ball(radius, (0, 0, 0), "#f7f7f5", 0.4, steps=40)

    def patches(v: np.ndarray, n: np.ndarray, c: np.ndarray) -> np.ndarray:
        near = (n @ corners.T).max(1)[:, None]
        return np.where(near > 0.945, rgb("#23252c"), c)

    return sphere.painted(patches)


def _medal(tints: Tints) -> list[Mesh]:
    ribbon = [
        box(0.06, 0.34, 0.012, tint, bevel=0.004).turned(0, 0, s * 14).moved(-0.86 + s * 0.04, 1.06, 0.2)
        for s, tint in ((-1, tints[0]), (1, tints[3]))
    ]
    return [
        *ribbon,
        cylinder(0.15, 0.03, "#f2b93b", 0.6, steps=32).turned(0, 90).moved(-0.86, 1.0, 0.2),
        lettered("1", 0.14, 0.16, "#b97c12", "#f7c64e", rows=24).moved(-0.86, 1.0, 0.235),
    ]


def general(tints: Tints) -> Mesh:
    """A globe in its grid of lines, two bubbles of talk, a paper aeroplane."""
    r = 0.48
    globe = ball(r, (0, 0, 0), mix(tints[2], tints[0], 0.35), 0.5, steps=44)
    thin, line = 0.011, mix(tints[2], "#ffffff", 0.75)
    grid = [torus(r, thin, line, 0.4, steps=56).turned(0, 90).turned(45 * k) for k in range(4)]
    for height in (-0.28, 0.0, 0.28):
        grid.append(torus(math.sqrt(r * r - height * height), thin, line, 0.4, steps=56).moved(0, height, 0))
    world = join(globe, *grid).turned(20, 0, 16).moved(0, 0.62, -0.1)
    stand = join(
        cylinder(0.26, 0.05, "#ffffff", 0.5, steps=36),
        cylinder(0.05, 0.14, "#ffffff", 0.5, steps=16).moved(0, 0.05, 0),
    ).moved(0, 0, -0.1)
    ring = torus(0.66, 0.020, tints[3], 0.5, steps=64).turned(0, 22, 16).moved(0, 0.62, -0.1)
    first = _bubble(0.62, 0.40, tints[1]).turned(14).moved(-0.66, 1.12, 0.25)
    second = _bubble(0.48, 0.32, tints[3]).scaled(-1, 1, 1).turned(-16).moved(0.70, 0.86, 0.35)
    plane = _paper_plane().turned(-40, 0, 18).moved(0.52, 1.46, 0.0)
    return join(world, stand, ring, first, second, plane)


def _bubble(width: float, height: float, tint: Colour) -> Mesh:
    outline = shapes.rounded(-width / 2, 0, width, height, height * 0.42)
    tail = np.array(
        [(-width * 0.22, 0.06 * height), (-width * 0.34, -0.24 * height), (-width * 0.02, 0.06 * height)]
    )
    dots = [
        ball(
            (height * 0.10, height * 0.10, 0.02),
            (width * 0.24 * k, height * 0.5, 0.055),
            "#ffffff",
            0.3,
            steps=12,
        )
        for k in (-1, 0, 1)
    ]
    return join(extrude(outline, 0.10, tint, 0.4), extrude(tail, 0.10, tint, 0.4), *dots)


def _paper_plane() -> Mesh:
    v = np.array(
        [(0, 0, 0.34), (-0.24, 0.02, -0.22), (0, -0.02, -0.16), (0.24, 0.02, -0.22), (0, -0.12, -0.18)]
    )
    faces = [(0, 2, 1), (0, 3, 2), (0, 2, 4)]
    both = faces + [f[::-1] for f in faces]
    corners = np.concatenate([v[list(f)] for f in both])
    return make(corners, np.arange(len(corners)).reshape(-1, 3), None, "#ffffff", 0.2)


def pedestal(radius: float, tint: Colour, glow: Colour) -> Mesh:
    """Two round steps, a line of light between them; its top is y = 0."""
    top = cylinder(radius, 0.10, mix(tint, "#ffffff", 0.22), 0.4, steps=80, bevel=0.02).moved(0, -0.10, 0)
    low = cylinder(radius * 1.10, 0.16, tint, 0.3, steps=80, bevel=0.02).moved(0, -0.28, 0)
    return join(top, low, torus(radius * 1.01, 0.014, glow, steps=80).finished(glow=1.0).moved(0, -0.11, 0))


THEMES = {
    "finance": finance,
    "tech": tech,
    "food": food,
    "nature": nature,
    "city": city,
    "sport": sport,
    "general": general,
}
