"""The big wheel at the harbour."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, code, mix, rgb, shift
from waa.painter.props.masonry import bar, bush
from waa.painter.props.motor import Kit
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, make, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

RADIUS, HUB, HALF = 3.7, 4.75, 0.30  # metres; HALF is half the width of the wheel
CABINS = 16
_PAINTS = ("#e5524d", "#f08a3c", "#f4bf3e", "#7cbf5a", "#38a89d", "#3f8fd6", "#6a6fd0", "#d9669f")


@draws("ferris_wheel", yaw=-26)
def ferris_wheel(look: Look) -> Model:
    """A white wheel with sixteen coloured cabins on its two legs; the spokes run through all colours at night."""
    white = look.tint("#f4f2ee")
    kit = Kit()
    _rims(kit, white)
    _legs(kit, white)
    for k in range(CABINS):
        a = 2 * math.pi * k / CABINS
        at = (RADIUS * math.sin(a), HUB + RADIUS * math.cos(a), 0.0)
        _cabin(kit, at, _PAINTS[k % len(_PAINTS)], white)
    _platform(kit, white)
    for k in range(8):
        a = 2 * math.pi * k / 8
        tint = shift("#ff5a5a", k / 8, 1.0, 1.0)
        kit.lamps.append(Lamp(at=_polar(RADIUS * 0.8, a, 0.3), radius=1.5, colour=code(tint), strength=0.22))
    low = HUB - RADIUS - 0.85
    seat = Anchor(at=(0, low + 0.2, 0.2), size=1.0)
    return kit.model({"seat": seat, "inside": seat, "top": Anchor(at=(0, HUB + RADIUS, 0), size=0.8)})


def _ring(radius: float, z: float, thick: float, colour: Colour) -> Mesh:
    a = np.linspace(0, 2 * math.pi, 65)
    return tube(np.column_stack([radius * np.sin(a), HUB + radius * np.cos(a), np.full_like(a, z)]), thick, colour, 0.4,
                steps=6, caps=False)  # fmt: skip


def _round_the_clock(v: Array, n: Array, c: Array) -> Array:
    """All colours once round the hub."""
    turn = np.arctan2(v[:, 0], v[:, 1] - HUB) / (2 * math.pi)
    wheel = np.array([shift("#ff4f5e", k / 24, 0.92, 1.0) for k in range(25)])
    at = (turn % 1) * 24
    low = np.floor(at).astype(int)
    blend: Array = wheel[low] + (wheel[np.minimum(low + 1, 24)] - wheel[low]) * (at - low)[:, None]
    return blend.astype(np.float32)


def _rims(kit: Kit, white: Colour) -> None:
    rims, ties, spokes = [], [], []
    for z in (-HALF, HALF):
        rims += [_ring(RADIUS, z, 0.055, white), _ring(RADIUS - 0.42, z, 0.035, white)]
        for k in range(CABINS):
            a = 2 * math.pi * k / CABINS
            spokes.append(_spoke(a, a, z, 0.026, white))
        for k, m in itertools.product(range(CABINS), (0, 1)):
            a = 2 * math.pi * (k + 0.5 * m) / CABINS
            b = 2 * math.pi * (k + 0.5 * m + 0.5) / CABINS
            inner, outer = RADIUS - 0.42, RADIUS
            r0, r1 = (outer, inner) if m == 0 else (inner, outer)
            ties.append(tube([_polar(r0, a, z), _polar(r1, b, z)], 0.020, white, 0.3, steps=4, caps=False))
    for k in range(CABINS):
        a = 2 * math.pi * k / CABINS
        ties.append(
            tube([_polar(RADIUS, a, -HALF), _polar(RADIUS, a, HALF)], 0.035, white, 0.3, steps=5, caps=False)
        )
    kit.add(*rims, *ties, *spokes)
    burning = join(*rims, *spokes).painted(_round_the_clock).finished(glow=0.95)
    kit.night.append(_fatter(burning))
    axle = cylinder(0.34, 2 * HALF + 0.5, mix(white, "#3f8fd6", 0.55), 0.4, steps=24, bevel=0.05)
    kit.add(axle.turned(pitch=90).moved(0, HUB, -HALF - 0.25))
    disc = cylinder(0.62, 0.10, white, 0.4, steps=28, bevel=0.03).turned(pitch=90)
    kit.add(disc.moved(0, HUB, HALF - 0.03), disc.moved(0, HUB, -HALF - 0.07))
    boss = ball((0.26, 0.26, 0.16), (0, HUB, HALF + 0.28), "#e5524d", 0.5, steps=12)
    kit.add(boss)
    kit.night.append(boss.painted("#ff8a70").finished(glow=0.9).moved(0, 0, 0.01))


def _fatter(mesh: Mesh) -> Mesh:
    """A hair larger than the same thing by day, so that it covers it."""
    return Mesh(
        mesh.vertices + mesh.normals * np.float32(0.006), mesh.faces, mesh.normals, mesh.colours, mesh.surface
    )


def _polar(radius: float, angle: float, z: float) -> tuple[float, float, float]:
    return radius * math.sin(angle), HUB + radius * math.cos(angle), z


def _spoke(inner: float, outer: float, z: float, thick: float, colour: Colour) -> Mesh:
    path = [_polar(r, inner + (outer - inner) * r / RADIUS, z) for r in np.linspace(0.5, RADIUS, 5)]
    return tube(path, thick, colour, 0.3, steps=5, caps=False)


def _legs(kit: Kit, white: Colour) -> None:
    for z in (-1, 1):
        for x in (-1, 1):
            foot, top = (x * 2.15, 0.25, z * 1.35), (x * 0.16, HUB, z * (HALF + 0.30))
            kit.add(tube([foot, top], [0.17, 0.12], white, 0.35, steps=12))
            kit.add(box(0.62, 0.34, 0.62, "#b9b4aa", 0.1, bevel=0.05).moved(foot[0], 0.12, foot[2]))
        at = [tuple(np.array((x * 2.15, 0.25, z * 1.35)) * 0.55 + np.array((x * 0.16, HUB, z * (HALF + 0.30))) * 0.45)
              for x in (-1, 1)]  # fmt: skip
        kit.add(tube(at, 0.06, white, 0.3, steps=8))
        kit.add(ball(0.24, (0, HUB, z * (HALF + 0.32)), white, 0.4, steps=12))


def _cabin(kit: Kit, at: tuple[float, float, float], paint: Colour, white: Colour) -> None:
    """A round cabin that hangs below its axle, windows all round."""
    x, y, z = at
    body = [(0.0, -0.84), (0.18, -0.83), (0.30, -0.74), (0.345, -0.58)]
    glass = [(0.345, -0.58), (0.335, -0.34), (0.30, -0.22)]
    roof = [(0.325, -0.23), (0.30, -0.16), (0.20, -0.06), (0.07, 0.0), (0.0, 0.0)]
    lower = lathe(body, paint, 0.5, steps=16, crease=80)
    window = lathe(glass, "#4d6f86", 0.9, steps=16, crease=80).painted(
        lambda v, n, c: (
            rgb("#34536b") + (rgb("#b9dcec") - rgb("#34536b")) * np.clip((v[:, 1:2] + 0.58) / 0.36, 0, 1)
        )
    )
    cap = lathe(roof, mix(paint, "#ffffff", 0.16), 0.5, steps=16, crease=80)
    belt = torus(0.345, 0.022, white, 0.4, steps=16).moved(0, -0.58, 0)
    posts = []
    for a in np.arange(6) * math.pi / 3:
        ends = [(r * math.sin(a), h, r * math.cos(a)) for r, h in ((0.345, -0.58), (0.31, -0.20))]
        posts.append(tube(ends, 0.018, white, 0.3, steps=4, caps=False))
    kit.add(*(m.moved(x, y, z) for m in (lower, window, cap, belt, *posts)))
    lit = lathe([(r + 0.006, h) for r, h in glass], "#ffdf9e", 0.3, steps=16, crease=80).finished(glow=0.8)
    kit.night.append(lit.moved(x, y, z))


def _platform(kit: Kit, white: Colour) -> None:
    kit.add(box(5.4, 0.12, 3.9, "#a9a59b", 0.1, bevel=0.05),
            box(3.0, 0.22, 1.9, "#c98f5e", 0.15, bevel=0.04).moved(0, 0.0, 0.2))  # fmt: skip
    for k in range(7):
        kit.add(bar(2.98, 0.006, 0.02, "#a5713f").moved(0, 0.22, -0.6 + 0.27 * k))
    for x in (-1, 1):
        rail = [(x * 1.42, 0.62, -0.55), (x * 1.42, 0.62, 1.05), (x * 0.6, 0.62, 1.05)]
        kit.add(tube(rail, 0.03, white, 0.4, steps=6))
        kit.add(
            *(
                tube([(p[0], 0.2, p[2]), p], 0.024, white, 0.4, steps=5)
                for p in (*rail, (x * 1.42, 0.62, 0.25))
            )
        )
    _booth(kit, (1.10, 0.12, 1.50), white)
    for left, z, size in ((-2.3, 1.55, 0.26), (-1.85, 1.65, 0.2), (2.45, -1.2, 0.24)):
        kit.add(bush((left, 0.10, z), size, steps=8))


def _booth(kit: Kit, at: tuple[float, float, float], white: Colour) -> None:
    """Where the tickets are sold."""
    x, y, z = at
    kit.add(box(0.80, 1.0, 0.70, "#e5524d", 0.3, bevel=0.04).moved(x, y, z),
            box(0.70, 0.38, 0.06, "#39566a", 0.8, bevel=0.01).moved(x, y + 0.52, z + 0.34),
            box(0.74, 0.06, 0.2, white, 0.3, bevel=0.02).moved(x, y + 0.44, z + 0.42))  # fmt: skip
    for k in range(8):
        start, end = (2 * math.pi * (k + j) / 8 + math.pi / 8 for j in (0.0, 1.0))
        ring = [(0.62 * math.sin(t), 0.0, 0.56 * math.cos(t)) for t in (start, (start + end) / 2, end)]
        tint = "#e5524d" if k % 2 else "#fbf4e4"
        kit.add(fan(ring, 0.42, tint).moved(x, y + 1.0, z))
    kit.add(ball(0.06, (x, y + 1.45, z), "#f4bf3e", 0.5, steps=8))
    kit.night.append(
        box(0.70, 0.38, 0.06, "#ffd98f", 0.2, bevel=0.01).finished(glow=0.95).moved(x, y + 0.52, z + 0.35)
    )
    kit.lamps.append(Lamp(at=(x, y + 0.7, z + 0.5), radius=0.8, strength=0.6))


def fan(ring: list[tuple[float, float, float]], high: float, colour: Colour) -> Mesh:
    """One stripe of a pointed roof, its hem hanging."""
    tip = (0.0, high, 0.0)
    hem = [(x * 1.01, -0.10, z * 1.01) for x, _, z in ring]
    points = np.array([*ring, tip, *hem])
    return make(
        points, [(0, 1, 3), (1, 2, 3), (4, 5, 0), (5, 1, 0), (5, 6, 1), (6, 2, 1)], None, colour, 0.15
    )
