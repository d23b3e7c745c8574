"""Clay: soft bodies modelled from balls and limbs that melt into each other, turned into a mesh.

Signed distances and the smooth union after Inigo Quilez, "distance functions" and "smooth minimum"; the mesh by
surface nets (Gibson 1998) on a grid that is only evaluated near the surface.
"""

from __future__ import annotations

import hashlib
import itertools
import math
import os
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from waa.painter import cache
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.solid.mesh import Faces, Mesh, rotation

_BLOCK = 8  # cells of the grid that are evaluated together
_CORNERS = list(itertools.product((0, 1), repeat=3))
_EDGES = [(a, b) for a, b in itertools.combinations(range(8), 2)
          if sum(x != y for x, y in zip(_CORNERS[a], _CORNERS[b], strict=True)) == 1]  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Lump:
    """One piece: a tapered limb from `a` to `b`, or (where `b` is None) an ellipsoid at `a`."""

    a: Array
    b: Array | None
    radii: Array  # of the two ends of a limb, or of the ellipsoid's axes
    turn: Array | None
    colour: Array
    blend: float
    carves: bool

    @property
    def reach(self) -> float:
        return float(self.radii.max())

    def distance(self, points: Array) -> Array:
        if self.b is not None:
            axis = self.b - self.a
            t = np.clip((points - self.a) @ axis / F(float(axis @ axis) + 1e-9), 0, 1)
            nearest = points - self.a - t[:, None] * axis
            return np.sqrt(np.einsum("ij,ij->i", nearest, nearest)) - (self.radii[0] + (self.radii[1] - self.radii[0]) * t)
        q = points - self.a
        if self.turn is not None:
            q = q @ self.turn
        first, second = q / self.radii, q / (self.radii * self.radii)
        k0 = np.sqrt(np.einsum("ij,ij->i", first, first))
        k1 = np.sqrt(np.einsum("ij,ij->i", second, second)) + F(1e-9)
        return k0 * (k0 - 1) / k1

    def bounds(self, pad: float) -> tuple[Array, Array]:
        ends = self.a[None] if self.b is None else np.stack([self.a, self.b])
        r = self.reach + pad
        return ends.min(0) - r, ends.max(0) + r

    def key(self) -> bytes:
        parts = (self.a, self.b, self.radii, self.turn, np.array([self.blend, self.carves], F))
        return b"".join(b"-" if p is None else np.asarray(p, F).tobytes() for p in parts)


class Clay:
    """Add lumps, then take the `mesh`. Later lumps melt into the earlier ones over `blend` metres.

    >>> cat = Clay().ball((0, .3, 0), (.2, .3, .2), "#f2a354").limb((0, .1, -.2), (.3, .1, -.1), .04, .04, "#f2a354")
    """

    def __init__(self, blend: float = 0.04) -> None:
        self._lumps: list[_Lump] = []
        self._blend = blend

    def ball(self, at: Sequence[float], radius: float | Sequence[float], colour: Colour, *, blend: float | None = None,
             yaw: float = 0, pitch: float = 0, roll: float = 0, carves: bool = False) -> Clay:  # fmt: skip
        """An ellipsoid, turned in degrees as `Mesh.turned` does."""
        turn = rotation(yaw, pitch, roll) if (yaw or pitch or roll) else None
        radii = np.broadcast_to(np.asarray(radius, F), 3).astype(F)
        return self._add(np.asarray(at, F), None, radii, turn, colour, blend, carves)

    def limb(self, start: Sequence[float], end: Sequence[float], radius: float, end_radius: float | None, colour: Colour,
             *, blend: float | None = None, carves: bool = False) -> Clay:  # fmt: skip
        """A stick with round ends that tapers from `radius` to `end_radius`."""
        radii = np.array([radius, radius if end_radius is None else end_radius], F)
        return self._add(np.asarray(start, F), np.asarray(end, F), radii, None, colour, blend, carves)

    def strand(self, points: Sequence[Sequence[float]], radius: float, end_radius: float | None, colour: Colour, *,
               blend: float | None = None) -> Clay:  # fmt: skip
        """Limbs through the points: a tail, a bent arm, a trunk."""
        last = radius if end_radius is None else end_radius
        radii = np.linspace(radius, last, len(points))
        for i in range(len(points) - 1):
            self.limb(points[i], points[i + 1], float(radii[i]), float(radii[i + 1]), colour, blend=blend)
        return self

    def _add(self, a: Array, b: Array | None, radii: Array, turn: Array | None, colour: Colour, blend: float | None,
             carves: bool) -> Clay:  # fmt: skip
        k = self._blend if blend is None else blend
        self._lumps.append(_Lump(a, b, radii, turn, rgb(colour), max(k, 1e-4), carves))
        return self

    def distance(self, points: Array) -> Array:
        """Signed distance to the surface, negative inside; (n, 3) -> (n,)."""
        total = np.full(len(points), 1e3, F)
        for lump in self._lumps:
            total = _melt(total, lump.distance(points), lump)
        return total

    def surface(self, points: Sequence[Sequence[float]], direction: Sequence[float]) -> tuple[Array, Array]:
        """Walk from each point along `direction` to the surface: where it is met, and the normal there.

        For eyes, mouths and buttons, which have to sit on the skin exactly.
        """
        p = np.atleast_2d(np.asarray(points, F)).copy()
        d = np.asarray(direction, F) / F(np.linalg.norm(direction))
        for _ in range(24):
            p += d * self.distance(p)[:, None]
        return p, self._gradient(p)

    def _gradient(self, points: Array) -> Array:
        step = np.eye(3, dtype=F) * F(1e-3)
        g = np.stack([self.distance(points + s) - self.distance(points - s) for s in step], -1)
        normals: Array = g / (np.linalg.norm(g, axis=1, keepdims=True) + F(1e-9))
        return normals

    def mesh(self, cells: int = 64, *, gloss: float = 0.10) -> Mesh:
        """The clay as triangles, `cells` along its longest side."""
        form = _form(self, cells)
        colours = np.stack([lump.colour for lump in self._lumps])
        mixed = np.einsum("ijk,ij->ik", colours[form.lumps], form.weights)
        surface = np.tile(np.array([gloss, 0, 0], F), (len(form.vertices), 1))
        return Mesh(form.vertices, form.faces, form.normals, mixed.astype(F), surface)

    def key(self, cells: int) -> str:
        digest = hashlib.sha256(b"|".join(lump.key() for lump in self._lumps))
        digest.update(f"clay1:{cells}".encode())
        return digest.hexdigest()[:32]


def _melt(total: Array, d: Array, lump: _Lump) -> Array:
    k = F(lump.blend)
    if lump.carves:  # smooth subtraction
        h = np.clip(0.5 - 0.5 * (total + d) / k, 0, 1)
        return total + (-d - total) * h + k * h * (1 - h)
    h = np.clip(0.5 + 0.5 * (total - d) / k, 0, 1)
    melted: Array = total + (d - total) * h - k * h * (1 - h)
    return melted


# -- from distance to triangles, remembered by shape ------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Form:
    """A shape without its colours: which three lumps each vertex belongs to, and how much."""

    vertices: Array
    faces: Faces
    normals: Array
    lumps: NDArray[np.uint8]
    weights: Array


_memory: OrderedDict[str, _Form] = OrderedDict()
_KEPT_IN_MEMORY = 96  # about 0.6 MB each


def _form(clay: Clay, cells: int) -> _Form:
    key = clay.key(cells)
    form = _memory.get(key)
    if form is None:
        form = _read(key) or _keep(key, _shape(clay, cells))
        _memory[key] = form
        while len(_memory) > _KEPT_IN_MEMORY:
            _memory.popitem(last=False)
    _memory.move_to_end(key)
    return form


def _read(key: str) -> _Form | None:
    """A shape made once is read back in a millisecond or two."""
    folder = cache.folder("shapes")
    if folder is None:
        return None
    try:
        with np.load(folder / f"{key}.npz") as data:
            return _Form(*(data[name] for name in ("vertices", "faces", "normals", "lumps", "weights")))
    except (OSError, ValueError, KeyError, EOFError):  # not there, or cut short by a full disk: make it again
        return None


def _keep(key: str, form: _Form) -> _Form:
    folder = cache.folder("shapes")
    if folder is not None:
        part = folder / f"{key}.{os.getpid()}.{id(form)}.part"
        try:
            with part.open("wb") as file:
                np.savez(file, **vars(form))
            part.replace(folder / f"{key}.npz")
        except OSError:  # a full disk costs time, not the picture
            part.unlink(missing_ok=True)
    return form


def _shape(clay: Clay, cells: int) -> _Form:
    lumps = clay._lumps
    low = np.min([lump.bounds(0)[0] for lump in lumps], axis=0)
    high = np.max([lump.bounds(0)[1] for lump in lumps], axis=0)
    step = float((high - low).max()) / cells
    low = low - 2 * step
    blocks = np.ceil((high + 2 * step - low) / (step * _BLOCK)).astype(int)
    grid = _near_surface(clay, low, step, blocks)
    vertices, faces, normals = _surface_net(grid, low, step)
    picked, weights = _belonging(clay, vertices, step)
    return _Form(vertices, faces, normals, picked, weights)


def _near_surface(clay: Clay, low: Array, step: float, blocks: NDArray[np.int_]) -> Array:
    """The distances on a grid, exact in blocks that the surface may pass, only the right sign elsewhere."""
    size = blocks * _BLOCK
    origins = np.stack(np.meshgrid(*[np.arange(b) for b in blocks], indexing="ij"), -1).reshape(-1, 3)
    centres = (low + (origins + 0.5) * _BLOCK * step).astype(F)
    reach = _BLOCK * step * math.sqrt(3) / 2
    middle = clay.distance(centres)
    active = origins[np.abs(middle) < reach + step]
    grid = np.full(tuple(size + 1), 1.0, F)
    for origin in origins[middle <= -(reach + step)]:
        grid[tuple(slice(o * _BLOCK, o * _BLOCK + _BLOCK + 1) for o in origin)] = -1.0
    local = np.stack(np.meshgrid(*[np.arange(_BLOCK + 1)] * 3, indexing="ij"), -1).reshape(-1, 3)
    index = (active[:, None] * _BLOCK + local[None]).reshape(-1, 3)
    flat = np.unique(np.ravel_multi_index(tuple(index.T), tuple(size + 1)))
    points = (low + np.stack(np.unravel_index(flat, tuple(size + 1)), -1) * step).astype(F)
    grid.reshape(-1)[flat] = _distance_culled(clay, points)
    return grid


def _distance_culled(clay: Clay, points: Array) -> Array:
    """`Clay.distance`, each lump only where it can matter: most lumps are small."""
    total = np.full(len(points), 1e3, F)
    for lump in clay._lumps:
        # A lump changes the union only where it is nearer than the rest by `blend`; far off it can only be large.
        lo, hi = lump.bounds(lump.blend + lump.reach)
        near = np.nonzero(((points >= lo) & (points <= hi)).all(1))[0]
        total[near] = _melt(total[near], lump.distance(points[near]), lump)
    return np.minimum(total, F(1.0))


def _surface_net(grid: Array, low: Array, step: float) -> tuple[Array, Faces, Array]:
    inside = grid < 0
    size = np.array(grid.shape) - 1
    corners = [grid[i : i + size[0], j : j + size[1], k : k + size[2]] for i, j, k in _CORNERS]
    count = np.sum([c < 0 for c in corners], axis=0, dtype=np.int8)
    cells = np.argwhere((count > 0) & (count < 8))
    at = tuple(cells.T)
    values = np.stack([c[at] for c in corners], -1)
    total, crossings = np.zeros((len(cells), 3), F), np.zeros(len(cells), F)
    for a, b in _EDGES:
        crosses = (values[:, a] < 0) != (values[:, b] < 0)
        t = np.where(crosses, values[:, a] / np.where(crosses, values[:, a] - values[:, b], 1), 0)
        start, end = np.array(_CORNERS[a], F), np.array(_CORNERS[b], F)
        total += (start + t[:, None] * (end - start)) * crosses[:, None]
        crossings += crosses
    vertices = (low + (cells + total / crossings[:, None]) * step).astype(F)
    normals = _corner_gradient(values)
    number = np.full(tuple(size), -1, np.int32)
    number[at] = np.arange(len(cells), dtype=np.int32)
    return vertices, _quads(inside, number), normals


def _corner_gradient(values: Array) -> Array:
    gradient = np.stack(
        [sum(values[:, n] * (1 if _CORNERS[n][axis] else -1) for n in range(8)) for axis in range(3)], -1
    )
    normals: Array = (gradient / (np.linalg.norm(gradient, axis=1, keepdims=True) + 1e-9)).astype(F)
    return normals


def _quads(inside: NDArray[np.bool_], number: NDArray[np.int32]) -> Faces:
    """Two triangles across every grid edge that the surface cuts."""
    size = number.shape
    faces = []
    here = inside[: size[0], : size[1], : size[2]]
    for axis in range(3):
        ahead = [slice(0, s) for s in size]
        ahead[axis] = slice(1, size[axis] + 1)
        edges = np.argwhere(here != inside[tuple(ahead)])
        u, v = (axis + 1) % 3, (axis + 2) % 3
        edges = edges[(edges[:, u] > 0) & (edges[:, v] > 0)]
        ring = []
        for du, dv in ((0, 0), (-1, 0), (-1, -1), (0, -1)):
            cell = edges.copy()
            cell[:, u] += du
            cell[:, v] += dv
            ring.append(number[tuple(cell.T)])
        quad = np.stack(ring, -1)
        outward = here[tuple(edges.T)]
        quad[~outward] = quad[~outward][:, ::-1]
        faces += [quad[:, [0, 1, 2]], quad[:, [0, 2, 3]]]
    triangles = np.concatenate(faces)
    return np.ascontiguousarray(triangles[(triangles >= 0).all(1)], np.int32)


def _belonging(clay: Clay, vertices: Array, step: float) -> tuple[NDArray[np.uint8], Array]:
    """The three nearest lumps of each vertex and their weights; colours meet over about one cell."""
    lumps = [lump for lump in clay._lumps]
    distances = np.stack([np.full(len(vertices), 9.0, F) if lump.carves else lump.distance(vertices) for lump in lumps], -1)
    kept = min(3, len(lumps))
    picked = np.argpartition(distances, kept - 1, axis=1)[:, :kept]
    nearest = np.take_along_axis(distances, picked, 1)
    weights = np.exp(-(nearest - nearest.min(1, keepdims=True)) / F(step * 0.8))
    weights /= weights.sum(1, keepdims=True)
    return picked.astype(np.uint8), weights.astype(F)
