"""Roofs: slopes of tiles or shingles, and Chinese roofs that sweep down and turn up at their corners."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter import noise
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, make, tube

Points = NDArray[np.float64]


def slope(corners: ArrayLike, colour: Colour, *, tiles: int = 12, courses: int = 7, bulge: float = 0.05,
step: float = 0.035,
          scallop: bool = False, name: str = "slope", snow: float = 0.0, gloss: float = 0.2) -> Mesh:  # fmt: skip
    """A sloping face (4, 3), eaves first, left to right, then up: tiles in courses, each of its own shade.

    Barrel tiles `bulge` metres high, or shingles with round ends when `scallop`; `snow` 0..1 lies on the lower part.
    """
    a, b, c, d = np.asarray(corners, float)
    per = 5
    s = np.linspace(0, 1, tiles * per + 1)
    t = np.concatenate([[k + 0.001, k + 0.5, k + 0.999] for k in range(courses)]) / courses
    sg, tg = np.meshgrid(s, t)
    flat = (a * (1 - sg[..., None]) + b * sg[..., None]) * (1 - tg[..., None])
    flat = flat + (d * (1 - sg[..., None]) + c * sg[..., None]) * tg[..., None]
    normal = np.cross(b - a, d - a)
    normal /= np.linalg.norm(normal) + 1e-9
    course, within = np.floor(tg * courses).astype(int), (tg * courses) % 1
    column = sg * tiles + 0.5 * (course % 2) * scallop
    rise = step * (1 - within)
    rise = rise + (bulge * (0.25 if scallop else 1.0)) * np.abs(np.sin(np.pi * column)) ** 0.7
    if scallop:  # round ends hang down
        down = (a - d) / (np.linalg.norm(a - d) + 1e-9)
        hang = 0.35 * np.linalg.norm(d - a) / courses * np.abs(np.sin(np.pi * column)) ** 0.8 * (within < 0.1)
        flat = flat + down * hang[..., None]
    points = flat + normal * rise[..., None]
    rng = noise.stream("tiles", name)
    shades = rng.uniform(0.84, 1.10, (courses, tiles + 2))
    tone = shades[course, np.minimum(np.floor(column).astype(int), tiles + 1)]
    colours = np.clip(rgb(colour) * tone[..., None], 0, 1)
    colours *= (0.78 + 0.22 * np.clip(within * 2 + 0.3, 0, 1))[..., None] if scallop else 1.0
    if snow > 0:
        edge = 0.9 - snow + 0.06 * np.sin(sg * 23) + 0.04 * np.sin(sg * 51)
        colours = np.where((tg > edge)[..., None], rgb("#f6f9fd"), colours)
        points = points + normal * (np.clip((tg - edge) * 6, 0, 1) * 0.06)[..., None]
    mesh = make(points.reshape(-1, 3), grid_faces(len(t), len(s), wraps=False), None, gloss=gloss)
    return _facing(mesh, normal).painted(colours.reshape(-1, 3).astype(F))


def _facing(mesh: Mesh, normal: Points) -> Mesh:
    if float((mesh.normals @ normal).sum()) >= 0:
        return mesh
    return replace(mesh, faces=np.ascontiguousarray(mesh.faces[:, ::-1]), normals=-mesh.normals)


def gable(width: float, depth: float, low: float, rise: float, colour: Colour, *, over: float = 0.3,
thick: float = 0.12,
          edge: Colour = "#f4efe2", name: str = "gable", **more: float | bool) -> Mesh:  # fmt: skip
    """Two slopes with the ridge along x, `over` metres beyond the walls all round, `low` the height of the walls."""
    w, run = width / 2 + over, depth / 2
    pitch = rise / run
    out, drop = run + over, low - over * pitch
    top = low + rise
    parts = []
    for sign in (1, -1):
        eave, ridge = out * sign, 0.0
        corners = [
            (-w * sign, drop + thick, eave),
            (w * sign, drop + thick, eave),
            (w * sign, top + thick, ridge),
            (-w * sign, top + thick, ridge),
        ]
        parts.append(slope(corners, colour, name=f"{name}{sign}", **more))  # type: ignore[arg-type]
        for x in (-w, w):  # the barge boards under the edges
            parts.append(
                tube(
                    [(x, drop + thick * 0.4, eave), (x, top + thick * 0.4, 0)],
                    thick * 0.55,
                    edge,
                    0.3,
                    steps=6,
                )
            )
        parts.append(
            tube(
                [(-w, drop + thick * 0.4, eave), (w, drop + thick * 0.4, eave)],
                thick * 0.5,
                edge,
                0.3,
                steps=6,
            )
        )
        under = np.array([(-w, drop, eave), (w, drop, eave), (w, top, 0), (-w, top, 0)])
        parts.append(
            _facing(
                make(under, [(0, 1, 2), (0, 2, 3)], None, mix(edge, "#5a4632", 0.35)), np.array([0, -1.0, 0])
            )
        )
    parts.append(
        tube(
            [(-w, top + thick * 1.2, 0), (w, top + thick * 1.2, 0)],
            thick * 0.9,
            mix(colour, "#000000", 0.12),
            0.25,
            steps=8,
        )
    )
    return join(*parts)


def gable_wall(width: float, rise: float, low: float, x: float, colour: Colour) -> Mesh:
    """The triangle of wall under a gable whose ridge runs along x, at the end `x`."""
    points = np.array([(x, low, -width / 2), (x, low, width / 2), (x, low + rise, 0)])
    mesh = make(points, [(0, 1, 2)], None, colour)
    return _facing(mesh, np.array([math.copysign(1, x), 0, 0]))


# -- Chinese roofs -----------------------------------------------------------------------------------------


def sweeping(eaves: Sequence[tuple[float, float]], tops: Sequence[tuple[float, float]], low: float, high: float,
tile: Colour, *,
             lift: float = 0.25, flare: float = 0.08, every: float = 0.30, rib: float = 0.055,
             trim: Colour = "#d9a63f",
             under: Colour = "#8a2f22", sag: float = 0.62, fine: int = 8, beasts: int = 2) -> Mesh:  # fmt: skip
    """A roof over a polygon `eaves` (x, z) up to `tops`, as many corners: concave slopes, corners lifted and drawn out.

    Corners run counter-clockwise as seen from above with x to the right and z down the page. Ribs of half-round
    tiles stand `every` metres; the hips and eaves wear `trim`, and so many `beasts` sit on each hip.
    """
    count = len(eaves)
    parts = []
    for k in range(count):
        side = _Side(eaves, tops, k, low, high, lift, flare, sag)
        parts += side.skin(tile, under, fine)
        parts += side.ribs(tile, every, rib)
        parts.append(
            tube(
                side.at(np.linspace(0, 1, 2 * fine + 1), 0.0) - (0, 0.02, 0),
                rib * 0.95,
                trim,
                0.5,
                steps=6,
                caps=False,
            )
        )
        hip = side.at(np.zeros(7), np.linspace(0, 1, 7)) + (0, rib * 0.9, 0)
        parts.append(
            tube(
                hip,
                np.linspace(rib * 1.5, rib * 1.2, 7).tolist(),
                mix(tile, "#10302a", 0.25),
                0.5,
                steps=6,
                caps=False,
            )
        )
        tip = hip[0] + (hip[0] - hip[1]) * 0.12
        parts.append(ball(rib * 1.6, tuple(tip + (0, rib * 1.2, 0)), trim, 0.6, steps=6))
        parts += [
            ball(rib * 1.15, tuple(hip[i + 1] + (0, rib * 2.0, 0)), trim, 0.6, steps=5) for i in range(beasts)
        ]
    return join(*parts)


class _Side:
    """One slope of a sweeping roof."""

    def __init__(self, eaves: Sequence[tuple[float, float]], tops: Sequence[tuple[float, float]], k: int,
    low: float, high: float, lift: float,
                 flare: float, sag: float) -> None:  # fmt: skip
        n = len(eaves)
        self._a, self._b = np.asarray(eaves[k], float), np.asarray(eaves[(k + 1) % n], float)
        self._c, self._d = np.asarray(tops[(k + 1) % n], float), np.asarray(tops[k], float)
        self._low, self._high, self._lift, self._flare, self._sag = low, high, lift, flare, sag
        self.width, self.top = (
            float(np.linalg.norm(self._b - self._a)),
            float(np.linalg.norm(self._c - self._d)),
        )

    def at(self, s: ArrayLike, t: ArrayLike) -> Points:
        """(n, 3) at shares `s` along and `t` up the slope."""
        s, t = np.broadcast_arrays(np.asarray(s, float), np.asarray(t, float))
        corner = np.abs(2 * s - 1) ** 4
        eave = self._a * (1 - s[..., None]) + self._b * s[..., None]
        eave = eave * (1 + self._flare * corner[..., None])
        ridge = self._d * (1 - s[..., None]) + self._c * s[..., None]
        plan = eave + (ridge - eave) * t[..., None]
        rise = (1 - self._sag) * t + self._sag * t**2
        y = self._low + (self._high - self._low) * rise + self._lift * corner * (1 - t) ** 2
        return np.stack([plan[..., 0], y, plan[..., 1]], -1)

    def skin(self, tile: Colour, under: Colour, fine: int) -> list[Mesh]:
        s, t = np.meshgrid(np.linspace(0, 1, 2 * fine + 1), np.linspace(0, 1, fine))
        points = self.at(s, t)
        up = np.array([0, 1.0, 0])
        top = _facing(
            make(
                points.reshape(-1, 3),
                grid_faces(fine, 2 * fine + 1, wraps=False),
                None,
                mix(tile, "#0c1f1a", 0.35),
                0.45,
            ),
            up,
        )
        soffit = points - np.array([0, 0.09, 0])
        below = _facing(
            make(soffit.reshape(-1, 3), grid_faces(fine, 2 * fine + 1, wraps=False), None, under, 0.15), -up
        )
        return [top, below]

    def ribs(self, tile: Colour, every: float, radius: float) -> list[Mesh]:
        count = max(2, round(self.width / every))
        parts = []
        for k in range(count):
            u = (k + 0.5) / count * self.width - self.width / 2
            last = (
                1.0
                if abs(u) <= self.top / 2
                else (self.width / 2 - abs(u)) / max(1e-6, self.width / 2 - self.top / 2)
            )
            if last < 0.08:
                continue
            t = np.linspace(0, last, 3 + round(3 * last))
            s = 0.5 + u / (self.width + (self.top - self.width) * t)
            path = self.at(np.clip(s, 0, 1), t) + (0, radius * 0.25, 0)
            parts.append(tube(path, radius, tile, 0.55, steps=5, caps=False))
        return parts


def ngon(sides: int, radius: float, turn: float = 0.0) -> list[tuple[float, float]]:
    """Corners (x, z) of a regular polygon, in the order that `sweeping` wants, one side to the front."""
    angle = [math.radians(turn) + 2 * math.pi * (k + 0.5) / sides for k in range(sides)]
    return [(radius * math.sin(a), radius * math.cos(a)) for a in angle]


def rectangle(width: float, depth: float) -> list[tuple[float, float]]:
    w, d = width / 2, depth / 2
    return [(-w, d), (w, d), (w, -d), (-w, -d)]


def ridge(
    length: float, y: float, tile: Colour, trim: Colour = "#d9a63f", *, radius: float = 0.10, z: float = 0.0
) -> Mesh:
    """The beam along the top of a hall: a course of tiles, its ends curling up, a pearl in flames in the middle."""
    x = np.linspace(-1, 1, 25)
    lift = 0.30 * length / 3 * np.abs(x) ** 7
    line = np.column_stack([x * length / 2, y + lift, np.full_like(x, z)])
    parts = [
        tube(line, radius, tile, 0.5, steps=8),
        tube(line + (0, radius * 1.1, 0), radius * 0.55, trim, 0.5, steps=8),
    ]
    for side in (1, -1):
        base = np.array([side * length * 0.44, y + radius + 0.3 * length / 3 * 0.88**7, z])
        curl = [
            base,
            base + (side * radius * 0.5, radius * 2.0, 0),
            base + (-side * radius * 0.6, radius * 3.4, 0),
            base + (-side * radius * 1.7, radius * 3.2, 0),
        ]
        parts.append(
            tube(
                curl,
                [radius * 0.9, radius * 0.8, radius * 0.5, radius * 0.2],
                mix(tile, "#2f6fa0", 0.5),
                0.5,
                steps=6,
            )
        )
    top = y + radius * 2.6
    parts.append(ball(radius * 1.5, (0, top, z), "#e4483a", 0.7, steps=10))
    for a in np.linspace(0.35, math.pi - 0.35, 5):
        way = np.array([math.cos(a), math.sin(a), 0.0])
        parts.append(
            tube(
                [np.array([0, top, z]) + way * radius * 1.2, np.array([0, top, z]) + way * radius * 2.9],
                [radius * 0.5, radius * 0.08],
                "#f2b93b",
                0.4,
                steps=6,
            )
        )
    return join(*parts)
