"""Mesh: triangles with colour and surface, and the shapes they are built from.

Metres; x right, y up, z towards the viewer; the ground is y = 0 and the middle of a thing stands at the origin.
Faces run counter-clockwise seen from outside. Every method gives a new mesh.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F, rgb

Faces = NDArray[np.int32]
WHITE = (0.8, 0.8, 0.8)


@dataclass(frozen=True, eq=False)
class Mesh:
    """`vertices`, `normals`, `colours` and `surface` are (n, 3) float32, `faces` (m, 3) int32.

    `surface` is (gloss, glow, metal), each 0..1: how sharp the highlight is, how much the surface shines by
    itself, how much it mirrors its surroundings instead of scattering light.
    """

    vertices: Array
    faces: Faces
    normals: Array
    colours: Array
    surface: Array

    # -- looks ------------------------------------------------------------------------------------------

    def painted(self, colour: Colour | Callable[[Array, Array, Array], Array]) -> Mesh:
        """One colour, one for each vertex, or a function of (vertices, normals, colours) that answers those."""
        if callable(colour):
            colour = colour(self.vertices, self.normals, self.colours)
        return replace(self, colours=np.array(np.broadcast_to(rgb(colour), self.vertices.shape), F))

    def finished(
        self, *, gloss: float | None = None, glow: float | None = None, metal: float | None = None
    ) -> Mesh:
        """Change the surface; what is not named stays."""
        surface = self.surface.copy()
        for column, value in enumerate((gloss, glow, metal)):
            if value is not None:
                surface[:, column] = value
        return replace(self, surface=surface)

    # -- places -----------------------------------------------------------------------------------------

    def moved(self, x: float = 0, y: float = 0, z: float = 0) -> Mesh:
        return replace(self, vertices=self.vertices + np.array([x, y, z], F))

    def scaled(self, x: float, y: float | None = None, z: float | None = None) -> Mesh:
        """Scale about the origin; one number scales all three. Negative numbers mirror."""
        factors = np.array([x, x if y is None else y, x if z is None else z], F)
        normals = self.normals / factors
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + F(1e-9)
        faces = self.faces[:, ::-1] if np.prod(factors) < 0 else self.faces
        return replace(
            self,
            vertices=self.vertices * factors,
            normals=normals.astype(F),
            faces=np.ascontiguousarray(faces),
        )

    def turned(self, yaw: float = 0, pitch: float = 0, roll: float = 0) -> Mesh:
        """Degrees about y (to its left), then x (nose down), then z (counter-clockwise)."""
        r = rotation(yaw, pitch, roll).T
        return replace(self, vertices=self.vertices @ r, normals=self.normals @ r)

    def kept(self, faces: ArrayLike) -> Mesh:
        """Only some of its faces (m,), and the vertices that they need."""
        chosen = self.faces[np.asarray(faces, bool)]
        used, index = np.unique(chosen, return_inverse=True)
        parts = (part[used] for part in (self.normals, self.colours, self.surface))
        return Mesh(self.vertices[used], index.reshape(-1, 3).astype(np.int32), *parts)

    @property
    def low(self) -> Array:
        return np.ascontiguousarray(self.vertices.T).min(
            1
        )  # along the rows: NumPy is slow across three columns

    @property
    def high(self) -> Array:
        return np.ascontiguousarray(self.vertices.T).max(1)

    @property
    def size(self) -> Array:
        """(width, height, depth) in metres."""
        extent: Array = self.high - self.low
        return extent


def rotation(yaw: float = 0, pitch: float = 0, roll: float = 0) -> Array:
    """(3, 3) for column vectors; see `Mesh.turned`."""
    a, b, c = (math.radians(v) for v in (yaw, pitch, roll))
    about_y = np.array([[math.cos(a), 0, math.sin(a)], [0, 1, 0], [-math.sin(a), 0, math.cos(a)]])
    about_x = np.array([[1, 0, 0], [0, math.cos(b), -math.sin(b)], [0, math.sin(b), math.cos(b)]])
    about_z = np.array([[math.cos(c), -math.sin(c), 0], [math.sin(c), math.cos(c), 0], [0, 0, 1]])
    turned: Array = (about_z @ about_x @ about_y).astype(F)
    return turned


def make(vertices: ArrayLike, faces: ArrayLike, normals: ArrayLike | None = None, colour: Colour = WHITE,
         gloss: float = 0.12) -> Mesh:  # fmt: skip
    """A mesh of one colour; without `normals` they are averaged from the faces."""
    v = np.ascontiguousarray(vertices, F)
    f = np.ascontiguousarray(faces, np.int32)
    n = face_normals(v, f) if normals is None else np.ascontiguousarray(normals, F)
    surface = np.tile(np.array([gloss, 0, 0], F), (len(v), 1))
    return Mesh(v, f, n, np.tile(rgb(colour), (len(v), 1)), surface)


def face_normals(vertices: Array, faces: Faces) -> Array:
    """Smooth vertex normals: the faces round each vertex, by area."""
    x, y, z = (np.ascontiguousarray(vertices[:, axis])[faces.T] for axis in range(3))
    ux, uy, uz, vx, vy, vz = (v[corner] - v[0] for corner in (1, 2) for v in (x, y, z))
    corners = faces.T.ravel()
    total = np.stack(
        [
            np.bincount(corners, np.tile(cross, 3), len(vertices)).astype(F)
            for cross in (uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx)
        ],
        -1,
    )
    normals: Array = total / (np.linalg.norm(total, axis=1, keepdims=True) + F(1e-9))
    return normals


def join(*meshes: Mesh | None) -> Mesh:
    """Several meshes as one."""
    present = [m for m in meshes if m is not None and len(m.vertices)]
    offsets = np.cumsum([0] + [len(m.vertices) for m in present[:-1]])
    return Mesh(
        np.concatenate([m.vertices for m in present]).astype(F),
        np.concatenate([m.faces + int(o) for m, o in zip(present, offsets, strict=True)]).astype(np.int32),
        np.concatenate([m.normals for m in present]).astype(F),
        np.concatenate([m.colours for m in present]).astype(F),
        np.concatenate([m.surface for m in present]).astype(F),
    )


def mirrored(mesh: Mesh) -> Mesh:
    """The mesh and its twin across x = 0: arms, ears, wheels."""
    return join(mesh, mesh.scaled(-1, 1, 1))


# -- shapes -----------------------------------------------------------------------------------------------


@lru_cache(256)
def grid_faces(rows: int, columns: int, *, wraps: bool) -> Faces:
    """Two triangles for each cell of a (rows, columns) sheet of vertices, row by row. Shared: not to be changed."""
    i = np.arange(rows - 1)[:, None] * columns
    j = np.arange(columns if wraps else columns - 1)[None]
    following = (j + 1) % columns
    a, b, c, d = i + j, i + following, i + columns + j, i + columns + following
    first, second = np.stack([a, b, c], -1), np.stack([b, d, c], -1)
    faces = np.concatenate([first.reshape(-1, 3), second.reshape(-1, 3)]).astype(np.int32)
    faces.setflags(write=False)
    return faces


def ball(radius: float | Sequence[float], at: Sequence[float] = (0, 0, 0), colour: Colour = WHITE, gloss: float = 0.12,
         steps: int = 24) -> Mesh:  # fmt: skip
    """A sphere, or an ellipsoid of three radii."""
    theta, phi = np.linspace(0, math.pi, steps), np.linspace(0, 2 * math.pi, steps * 2, endpoint=False)
    t, p = np.meshgrid(theta, phi, indexing="ij")
    unit = np.stack([np.sin(t) * np.sin(p), np.cos(t), np.sin(t) * np.cos(p)], -1).reshape(-1, 3)
    radii = np.broadcast_to(np.asarray(radius, float), 3)
    normals = unit / radii
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    faces = grid_faces(steps, steps * 2, wraps=True)[:, ::-1]
    return make(unit * radii + np.asarray(at, float), faces, normals, colour, gloss)


def lathe(
    profile: ArrayLike, colour: Colour = WHITE, gloss: float = 0.12, *, steps: int = 48, crease: float = 40
) -> Mesh:
    """Turn a profile [(radius, y), …], from the bottom up, about the y axis. Corners over `crease` degrees stay sharp."""
    points = np.asarray(profile, float)
    angle = np.linspace(0, 2 * math.pi, steps, endpoint=False)
    ring = np.stack([np.sin(angle), np.cos(angle)], -1)
    pieces = []
    for run in _smooth_runs(points, crease):
        along = np.gradient(run, axis=0)
        outward = np.stack([along[:, 1], -along[:, 0]], -1)
        outward /= np.linalg.norm(outward, axis=1, keepdims=True) + 1e-9
        vertices = _swept(run[:, 0], run[:, 1], ring)
        normals = _swept(outward[:, 0], outward[:, 1], ring)
        pieces.append(make(vertices, grid_faces(len(run), steps, wraps=True), normals, colour, gloss))
    return join(*pieces)


def _swept(
    radius: NDArray[np.float64], height: NDArray[np.float64], ring: NDArray[np.float64]
) -> NDArray[np.float64]:
    x = radius[:, None] * ring[None, :, 0]
    z = radius[:, None] * ring[None, :, 1]
    return np.stack([x, np.broadcast_to(height[:, None], x.shape), z], -1).reshape(-1, 3)


def _smooth_runs(points: NDArray[np.float64], crease: float) -> list[NDArray[np.float64]]:
    """Cut a polyline where it turns by more than `crease` degrees."""
    step = np.diff(points, axis=0)
    heading = np.arctan2(step[:, 1], step[:, 0])
    turn = np.abs((np.diff(heading) + math.pi) % (2 * math.pi) - math.pi)
    cuts = [0, *(np.nonzero(turn > math.radians(crease))[0] + 1).tolist(), len(points) - 1]
    return [points[a : b + 1] for a, b in itertools.pairwise(cuts) if b > a]


def cylinder(radius: float, height: float, colour: Colour = WHITE, gloss: float = 0.12, *, top: float | None = None,
             bevel: float | None = None, steps: int = 40) -> Mesh:  # fmt: skip
    """Standing on the ground; `top` is the upper radius where it differs."""
    upper = radius if top is None else top
    b = min(radius, upper, height / 2) * 0.25 if bevel is None else bevel
    b = max(1e-4, b)
    t = np.linspace(0, math.pi / 2, 5)
    lower_edge = np.stack([radius - b + b * np.sin(t), b - b * np.cos(t)], -1)
    upper_edge = np.stack([upper - b + b * np.cos(t), height - b + b * np.sin(t)], -1)
    return lathe(
        np.concatenate([[(0, 0)], lower_edge, upper_edge, [(0, height)]]), colour, gloss, steps=steps
    )


def box(width: float, height: float, depth: float, colour: Colour = WHITE, gloss: float = 0.12, *,
        bevel: float | None = None) -> Mesh:  # fmt: skip
    """Standing on the ground, edges rounded by `bevel` (a tenth of the shortest side by default)."""
    half = np.array([width, height, depth]) / 2
    b = float(half.min()) * 0.2 if bevel is None else min(bevel, float(half.min()) * 0.999)
    steps = 4 if b > 0.06 * float(half.max()) else 2  # nobody sees how round a fine edge is
    sides = []
    for axis, sign in itertools.product(range(3), (1, -1)):
        across, along = (axis + 1) % 3, (axis + 2) % 3
        u, v = np.meshgrid(
            _bevel_ticks(half[across], b, steps), _bevel_ticks(half[along], b, steps), indexing="ij"
        )
        shell = np.zeros((u.size, 3))
        shell[:, axis], shell[:, across], shell[:, along] = sign * half[axis], u.ravel(), v.ravel()
        core = np.clip(shell, -(half - b), half - b)
        normals = shell - core
        normals /= np.linalg.norm(normals, axis=1, keepdims=True)
        faces = grid_faces(u.shape[0], u.shape[1], wraps=False)[:, ::-sign]
        sides.append(make(core + normals * b + (0, half[1], 0), faces, normals, colour, gloss))
    return join(*sides)


def _bevel_ticks(half: float, bevel: float, steps: int) -> NDArray[np.float64]:
    """Where to cut a side of a box: finely over the rounded edge, once across the flat."""
    edge = half - bevel + bevel * np.tan(np.linspace(0, math.pi / 4, steps))
    return np.concatenate([-edge[::-1], edge])


def tube(path: ArrayLike, radius: float | Sequence[float], colour: Colour = WHITE, gloss: float = 0.12, *,
         steps: int = 14, caps: bool = True) -> Mesh:  # fmt: skip
    """A pipe along points (n, 3); one radius, or one for each point. Round ends unless `caps` is off."""
    p = np.asarray(path, float)
    r = np.broadcast_to(np.asarray(radius, float), len(p)).copy()
    if caps:
        p, r = _round_ends(p, r)
    along = np.gradient(p, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    across = _frames(along)
    upward = np.cross(along, across)
    angle = np.linspace(0, 2 * math.pi, steps, endpoint=False)
    normals = (
        across[:, None] * np.cos(angle)[None, :, None] + upward[:, None] * np.sin(angle)[None, :, None]
    ).reshape(-1, 3)
    vertices = np.repeat(p, steps, axis=0) + normals * np.repeat(r, steps)[:, None]
    faces = grid_faces(len(p), steps, wraps=True)
    return make(vertices, faces, None if caps else normals, colour, gloss)


def _round_ends(
    p: NDArray[np.float64], r: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    t = np.array([0.0, 0.4, 0.75, 0.95])
    first, last = p[0] - p[1], p[-1] - p[-2]
    first, last = first / (np.linalg.norm(first) + 1e-9), last / (np.linalg.norm(last) + 1e-9)
    bulge = np.sqrt(1 - t**2)[::-1]
    head = p[0] + first * (t[::-1] * r[0])[:, None]
    tail = p[-1] + last * (t * r[-1])[:, None]
    points = np.concatenate([[p[0] + first * r[0]], head, p[1:-1], tail, [p[-1] + last * r[-1]]])
    radii = np.concatenate([[1e-5], bulge * r[0], r[1:-1], bulge[::-1] * r[-1], [1e-5]])
    return points, radii


def _frames(along: NDArray[np.float64]) -> NDArray[np.float64]:
    """A direction across each point of a path that does not twist."""
    points: list[tuple[float, float, float]] = []
    x, y, z = along[0].tolist()
    cx, cy, cz = (z, 0.0, -x) if abs(y) < 0.9 else (0.0, -z, y)
    for x, y, z in along.tolist():  # plain numbers: NumPy is slow on three of them
        turn = cx * x + cy * y + cz * z
        cx, cy, cz = cx - x * turn, cy - y * turn, cz - z * turn
        length = math.sqrt(cx * cx + cy * cy + cz * cz) + 1e-9
        cx, cy, cz = cx / length, cy / length, cz / length
        points.append((cx, cy, cz))
    return np.array(points)


def torus(
    radius: float, thickness: float, colour: Colour = WHITE, gloss: float = 0.12, *, steps: int = 40
) -> Mesh:
    """A ring lying flat round the origin, its middle at y = 0."""
    angle, around = (
        np.linspace(0, 2 * math.pi, steps, endpoint=False),
        np.linspace(0, 2 * math.pi, 16, endpoint=False),
    )
    a, b = np.meshgrid(angle, around, indexing="ij")
    normals = np.stack([np.cos(b) * np.sin(a), np.sin(b), np.cos(b) * np.cos(a)], -1).reshape(-1, 3)
    centre = np.stack([np.sin(a), np.zeros_like(a), np.cos(a)], -1).reshape(-1, 3) * radius
    rows = np.arange(steps)[:, None] * 16
    cols = np.arange(16)[None]
    next_row, next_col = (rows + 16) % (steps * 16), (cols + 1) % 16
    p, q, s, t = rows + cols, rows + next_col, next_row + cols, next_row + next_col
    faces = np.concatenate([np.stack([p, s, q], -1).reshape(-1, 3), np.stack([q, s, t], -1).reshape(-1, 3)])
    return make(centre + normals * thickness, faces, normals, colour, gloss)


def extrude(
    outline: ArrayLike, depth: float, colour: Colour = WHITE, gloss: float = 0.12, *, crease: float = 40
) -> Mesh:
    """A slab: the outline (n, 2) in x and y, `depth` thick about z = 0. Corners over `crease` degrees stay sharp."""
    points = np.asarray(outline, float)
    if _area(points) < 0:
        points = points[::-1]
    half = depth / 2
    flat = np.array(_ears(points), np.int32)
    front = np.column_stack([points, np.full(len(points), half)])
    back = np.column_stack([points, np.full(len(points), -half)])
    up = np.tile([0.0, 0, 1], (len(points), 1))
    sides = []
    for run in _smooth_runs(np.concatenate([points, points[:1]]), crease):
        along = np.gradient(run, axis=0)
        normal = np.column_stack([along[:, 1], -along[:, 0], np.zeros(len(run))])
        normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
        rim = np.concatenate(
            [
                np.column_stack([run, np.full(len(run), -half)]),
                np.column_stack([run, np.full(len(run), half)]),
            ]
        )
        sides.append(make(rim, grid_faces(2, len(run), wraps=False), np.tile(normal, (2, 1)), colour, gloss))
    return join(make(front, flat, up, colour, gloss), make(back, flat[:, ::-1], -up, colour, gloss), *sides)


def _area(points: NDArray[np.float64]) -> float:
    x, y = points[:, 0], points[:, 1]
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2


def _ears(points: NDArray[np.float64]) -> list[tuple[int, int, int]]:
    """Triangles of a simple counter-clockwise polygon, by cutting ears (Meisters 1975)."""
    left = list(range(len(points)))
    triangles: list[tuple[int, int, int]] = []
    while len(left) > 3:
        for k in range(len(left)):
            i, j, m = left[k - 1], left[k], left[(k + 1) % len(left)]
            if _is_ear(points, i, j, m, left):
                triangles.append((i, j, m))
                left.pop(k)
                break
        else:  # touching or crossing edges: take what is there rather than fail
            triangles.append((left[0], left[1], left[2]))
            left.pop(1)
    triangles.append((left[0], left[1], left[2]))
    return triangles


def _is_ear(points: NDArray[np.float64], i: int, j: int, m: int, left: list[int]) -> bool:
    a, b, c = points[i], points[j], points[m]
    if _cross(a, b, c) <= 1e-12:
        return False
    others = points[[k for k in left if k not in (i, j, m)]]
    inside = (_cross(a, b, others) >= 0) & (_cross(b, c, others) >= 0) & (_cross(c, a, others) >= 0)
    return not bool(np.any(inside))


def _cross(a: NDArray[np.float64], b: NDArray[np.float64], p: NDArray[np.float64]) -> NDArray[np.float64]:
    q = np.atleast_2d(p)
    value: NDArray[np.float64] = (b[0] - a[0]) * (q[:, 1] - a[1]) - (b[1] - a[1]) * (q[:, 0] - a[0])
    return value if p.ndim > 1 else value[0]
