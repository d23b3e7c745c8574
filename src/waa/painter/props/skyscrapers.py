"""Skyscrapers: a group of towers on their square, mirrors of the sky by day, lanterns by night."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.masonry import bar, building, bush
from waa.painter.props.motor import Kit
from waa.painter.props.panes import cells, glazed, lit
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, make, tube
from waa.painter.solid.model import Lamp, Model

Point = tuple[float, float, float]
OFFICES = ("#ffe2a8", "#fff1d0", "#ffd083", "#d8ecff", "#fff6e4")


@dataclass(frozen=True, kw_only=True)
class Glass:
    """The skin of a tower: its panes from the foot to the top, its bars, how many are lit and in what colours."""

    low: Colour
    high: Colour
    bars: Colour
    lit: float = 0.45
    gap: tuple[float, float] = (0.16, 0.22)
    tints: tuple[str, ...] = OFFICES


@draws("skyscraper", yaw=-24)
def skyscraper(look: Look) -> Model:
    """A tall one with a crown, one of triangles, a round one, an old one of concrete, trees on the square."""
    steel = look.tint("#3f7fbc")
    kit = Kit()
    _square(kit)
    deep, pale = mix(steel, "#10233c", 0.45), mix(steel, "#d9f0ff", 0.42)
    _crowned(kit, (0.1, 0.14, -0.55), Glass(low=deep, high=pale, bars=mix(steel, "#e8f2f8", 0.45)))
    _triangled(kit, (-1.72, 0.14, 0.35), Glass(low="#1c4a63", high="#8fd0dc", bars="#2d6780", lit=0.34))
    _round(
        kit,
        (1.72, 0.14, 0.40),
        Glass(low="#7a5a4a", high="#f2cf9a", bars="#f3e7d3", lit=0.5, gap=(0.14, 0.40)),
    )
    _old(kit, (1.45, 0.14, -1.45))
    _low(
        kit,
        (-0.15, 0.14, 1.25),
        Glass(low="#2b5148", high="#a9d8c4", bars="#e9efe6", lit=0.7, gap=(0.12, 0.3)),
    )
    return building(kit, (0.1, 10.1, -0.55), 1.2)


def _square(kit: Kit) -> None:
    kit.add(box(6.2, 0.10, 5.0, "#8f9490", 0.1, bevel=0.05), box(5.6, 0.14, 4.4, "#c9c4b8", 0.1, bevel=0.04))
    for x, z, size in ((-2.5, 1.9, 0.30), (-2.0, 2.0, 0.24), (2.45, 1.95, 0.30), (1.1, 2.05, 0.22), (-2.55, -0.7, 0.28),
                       (2.6, -0.5, 0.26), (1.95, 2.02, 0.24)):  # fmt: skip
        kit.add(bush((x, 0.12, z), size, "#5a9a4a", steps=6))


# -- walls of glass ----------------------------------------------------------------------------------------


def _sheen(mesh: Mesh) -> Mesh:
    """A broad slanting glint, as a tower mirrors a bright cloud."""

    def paint(v: Array, n: Array, c: Array) -> Array:
        at = (v[:, 1] * 0.35 + v[:, 0] - v[:, 2]) * 0.55
        wave = smoothstep(0.55, 0.95, np.sin(at * 1.9 + 0.6)) * 0.34
        return c + (rgb("#e8f7ff") - c) * wave[:, None]

    return mesh.painted(paint)


def _wall(
    kit: Kit, corners: list[Point], columns: int, rows: int, glass: Glass, rng: np.random.Generator
) -> None:
    each = cells(corners, columns, rows, glass.gap)
    kit.add(_sheen(glazed(each, glass.low, glass.high, rng, uneven=0.09, lift=0.006)))
    burning = lit(each, rng, glass.lit, tints=glass.tints, lift=0.012, strength=0.85)
    if burning is not None:
        kit.night.append(burning)


def _block(kit: Kit, at: Point, width: float, depth: float, height: float, glass: Glass, *, pane: float = 0.20,
           storey: float = 0.24, top: float | None = None) -> None:  # fmt: skip
    """A tower's body with panes on its front and its sides; `top` is its width above where it narrows."""
    x, y, z = at
    rng = noise.stream("tower", round(x * 100), round(y * 100), round(width * 100))
    w, d, k = width / 2, depth / 2, (top or width) / width
    ground = [(-w, d), (w, d), (w, -d), (-w, -d)]
    low = [(x + a, y, z + b) for a, b in ground]
    high = [(x + a * k, y + height, z + b * k) for a, b in ground]
    body = np.array([*low, *high])
    sides = [(i, (i + 1) % 4) for i in range(4)]
    faces = [f for i, j in sides for f in ((i, j, j + 4), (i, j + 4, i + 4))] + [(4, 5, 6), (4, 6, 7)]
    flat = body[np.array(faces)].reshape(-1, 3)
    kit.add(make(flat, np.arange(len(flat)).reshape(-1, 3), None, glass.bars, 0.4))
    for i, j in ((0, 1), (1, 2), (3, 0)):
        long = math.dist(low[i], low[j])
        corners = [low[i], low[j], high[j], high[i]]
        _wall(kit, corners, max(2, round(long / pane)), max(2, round(height / storey)), glass, rng)


def _beacon(kit: Kit, at: Point) -> None:
    """The red light that aeroplanes see."""
    kit.add(ball(0.06, at, "#d8382e", 0.5, steps=7))
    kit.night.append(ball(0.065, at, "#ff5a48", steps=7).finished(glow=1.0))
    kit.lamps.append(Lamp(at=at, radius=0.5, colour="#ff4a3a", strength=0.7))


# -- the towers --------------------------------------------------------------------------------------------


def _crowned(kit: Kit, at: Point, glass: Glass) -> None:
    """It steps in as it rises and ends in a crown of fins that bend inwards."""
    x, y, z = at
    for low, high, width in ((0.0, 0.7, 1.98), (0.7, 4.4, 1.86), (4.4, 7.2, 1.68), (7.2, 9.0, 1.48)):
        _block(kit, (x, y + low, z), width, width, high - low, glass)
        kit.add(
            box(width + 0.05, 0.07, width + 0.05, glass.bars, 0.4, bevel=0.02).moved(x, y + high - 0.04, z)
        )
        for dx in (-1, 1):
            for dz in (-1, 1):
                post = bar(0.10, high - low, 0.10, mix(glass.bars, "#ffffff", 0.35), 0.5)
                kit.add(post.moved(x + dx * (width / 2 - 0.02), y + low, z + dz * (width / 2 - 0.02)))
    fins = []
    for k in range(9):
        t = -0.62 + 1.24 * k / 8
        tall = 1.02 - 0.42 * (k / 4 - 1) ** 2
        for s in (-1, 1):
            for swap in (False, True):
                foot, tip = (t, s * 0.70), (t * 0.86, s * 0.50)
                a, b = (foot[::-1], tip[::-1]) if swap else (foot, tip)
                bend = ((a[0] + b[0] * 2) / 3, tall * 0.85, (a[1] + b[1] * 2) / 3)
                path = [(a[0], 0, a[1]), (a[0], tall * 0.55, a[1]), bend, (b[0], tall, b[1])]
                fins.append(tube(path, 0.038, "#eef4f8", 0.5, steps=4, caps=False))
    crown = join(*fins).moved(x, y + 9.0, z)
    kit.add(crown, box(1.1, 0.45, 1.1, glass.bars, 0.3, bevel=0.04).moved(x, y + 9.0, z))
    kit.night.append(crown.painted("#dff2ff").finished(glow=0.75).moved(0, 0.004, 0))
    kit.lamps.append(Lamp(at=(x, y + 9.5, z), radius=1.5, colour="#bfe4ff", strength=0.6))


def _triangled(kit: Kit, at: Point, glass: Glass) -> None:
    """Four triangular shafts of different heights, drawn in white lines, and two masts."""
    x, y, z = at
    half, heights = 0.78, (4.3, 5.6, 6.9, 8.2)  # front, left, right, back
    corners = [(-half, half), (half, half), (half, -half), (-half, -half)]
    shafts = ((0, 1), (3, 0), (1, 2), (2, 3))
    rng = noise.stream("tower", "triangles")
    white: list[Mesh] = []

    def line(a: Point, b: Point) -> None:
        white.append(tube([a, b], 0.034, "#f4f8fa", 0.4, steps=5, caps=False))

    for (i, j), tall in zip(shafts, heights, strict=True):
        (ax, az), (bx, bz) = corners[i], corners[j]
        a, b = (x + ax, y, z + az), (x + bx, y, z + bz)
        slope = 1.15  # the roof of a shaft rises to the middle
        ridge = (x, y + tall + slope, z)
        a1, b1 = (a[0], y + tall, a[2]), (b[0], y + tall, b[2])
        body = np.array([a, b, b1, a1, a1, b1, ridge, a, a1, ridge, (x, y, z), b, (x, y, z), ridge, b1])
        kit.add(make(body, [(0, 1, 2), (0, 2, 3), (4, 5, 6), (7, 8, 9), (7, 9, 10), (11, 12, 13), (11, 13, 14)], None,
                     glass.bars, 0.5))  # fmt: skip
        if (i, j) != (2, 3):
            _wall(kit, [a, b, b1, a1], 8, round(tall / 0.24), glass, rng)
        for inner in _inner_walls((ax + x, az + z), (bx + x, bz + z), (x, z), y + 4.3, y + tall, slope):
            each = cells(inner, 4, max(2, round((tall - 3.9) / 0.3)), glass.gap)
            kit.add(glazed(each, mix(glass.low, glass.high, 0.35), glass.high, rng, lift=0.006))
        roof = cells([a1, b1, ridge, ridge], 6, 4, (0.14, 0.14))
        kit.add(
            glazed(roof, mix(glass.low, glass.high, 0.5), glass.high, rng, lift=0.008).finished(gloss=0.35)
        )
        for start, end in ((a, a1), (b, b1), (a1, b1), (a1, ridge), (b1, ridge)):
            line(start, end)
        bays = 3 if tall > 5 else 2
        for k in range(bays):
            y0, y1 = y + tall * k / bays, y + tall * (k + 1) / bays
            line((a[0], y0, a[2]), (b[0], y1, b[2]))
            line((b[0], y0, b[2]), (a[0], y1, a[2]))
            line((a[0], y1, a[2]), (b[0], y1, b[2]))
    lines = join(*white)
    kit.add(lines)
    kit.night.append(lines.painted("#e6f4ff").finished(glow=0.85).moved(0.003, 0, 0.004))
    top = y + heights[3] + 0.9
    for dx in (-0.16, 0.16):
        kit.add(
            tube(
                [(x + dx, top - 0.6, z - 0.1), (x + dx, top + 0.95, z - 0.1)],
                [0.035, 0.014],
                "#f4f8fa",
                0.4,
                steps=5,
            )
        )
    _beacon(kit, (x - 0.16, top + 0.98, z - 0.1))
    kit.lamps.append(Lamp(at=(x, y + 5.2, z + half), radius=1.5, colour="#9fe0ff", strength=0.35))


def _inner_walls(a: tuple[float, float], b: tuple[float, float], middle: tuple[float, float], low: float, high: float,
                 slope: float) -> list[list[Point]]:  # fmt: skip
    """The walls of a shaft that stand over the roofs of its lower neighbours; none of the lowest one."""
    if high <= low:
        return []
    foot, ridge = (middle[0], low, middle[1]), (middle[0], high + slope, middle[1])
    return [
        [foot, (a[0], low, a[1]), (a[0], high, a[1]), ridge],
        [(b[0], low, b[1]), foot, ridge, (b[0], high, b[1])],
    ]


def _round(kit: Kit, at: Point, glass: Glass) -> None:
    """A drum of white bands and warm windows under a restaurant that turns."""
    x, y, z = at
    radius, tall, floors, around = 0.80, 6.1, 21, 22
    rng = noise.stream("tower", "round")
    kit.add(cylinder(radius, tall, glass.bars, 0.3, steps=40, bevel=0.02).moved(x, y, z))
    edge = np.linspace(-math.pi * 0.72, math.pi * 0.72, around + 1)
    ring = [(x + (radius + 0.008) * math.sin(a), z + (radius + 0.008) * math.cos(a)) for a in edge]
    strips = []
    for (ax, az), (bx, bz) in itertools.pairwise(ring):
        corners = [(ax, y + 0.35, az), (bx, y + 0.35, bz), (bx, y + tall - 0.1, bz), (ax, y + tall - 0.1, az)]
        strips.append(cells(corners, 1, floors, glass.gap))
    each = np.concatenate(strips)
    kit.add(_sheen(glazed(each, glass.low, glass.high, rng, uneven=0.12)))
    burning = lit(each, rng, glass.lit, tints=("#ffd591", "#ffc873", "#ffe7bb"), lift=0.006)
    if burning is not None:
        kit.night.append(burning)
    deck = [(0.80, 0), (1.0, 0.10), (1.04, 0.22), (1.04, 0.40), (0.9, 0.52), (0.5, 0.62), (0.0, 0.64)]
    kit.add(lathe(deck, "#f3e7d3", 0.4, steps=36, crease=60).moved(x, y + tall - 0.05, z))
    band = lathe([(1.05, 0.24), (1.05, 0.38)], "#5a3f36", 0.8, steps=36).moved(x, y + tall - 0.05, z)
    kit.add(band)
    kit.night.append(band.painted("#ffd58a").finished(glow=0.95).moved(0.002, 0, 0.006))
    kit.add(tube([(x, y + tall + 0.5, z), (x, y + tall + 1.1, z)], [0.04, 0.015], "#d9dde2", 0.4, steps=5))
    _beacon(kit, (x, y + tall + 1.12, z))


def _old(kit: Kit, at: Point) -> None:
    """A block of flats, small windows in pale concrete."""
    flats = Glass(low="#3a4a56", high="#8fa9b8", bars="#e2c3ae", lit=0.5, gap=(0.52, 0.50),
                  tints=("#ffd591", "#ffc873", "#ffe7bb", "#ffb7a0"))  # fmt: skip
    _block(kit, at, 1.7, 1.3, 7.0, flats, pane=0.28, storey=0.27)
    x, y, z = at
    kit.add(box(1.78, 0.10, 1.38, "#c99a86", 0.1, bevel=0.02).moved(x, y + 6.95, z),
            box(0.7, 0.4, 0.6, "#d8b7a2", 0.1, bevel=0.03).moved(x + 0.2, y + 7.0, z))  # fmt: skip


def _low(kit: Kit, at: Point, glass: Glass) -> None:
    """Shops and a hall of glass in front, trees on its roof."""
    x, y, z = at
    _block(kit, at, 2.0, 1.0, 1.35, glass, pane=0.24, storey=0.42)
    kit.add(box(2.2, 0.10, 1.2, "#f1efe6", 0.3, bevel=0.03).moved(x, y + 1.33, z),
            box(1.0, 0.06, 0.4, "#f1efe6", 0.3, bevel=0.02).moved(x, y + 0.42, z + 0.62))  # fmt: skip
    for dx, size in ((-0.7, 0.24), (-0.25, 0.18), (0.35, 0.22), (0.78, 0.2)):
        kit.add(bush((x + dx, y + 1.42, z + 0.1), size, "#6aa84f", steps=6))
    kit.lamps.append(Lamp(at=(x, y + 0.5, z + 0.7), radius=1.3, colour="#ffdca0", strength=0.5))
