"""Clay: soft bodies modelled from balls and limbs that melt into each other, turned into a mesh.

Signed distances and the smooth union after Inigo Quilez, "distance functions" and "smooth minimum"; the mesh by
surface nets (Gibson 1998) on a grid that is only evaluated near the surface.
"""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from zipfile import BadZipFile

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter import cache
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.kept import STORE
from waa.painter.solid.mesh import Faces, Mesh, rotation
from waa.painter.solid.nets import surface_net

_THERE = 4e-6  # metres: nearer to the surface than anybody can see
_BLOCK = 6  # points of the grid, each way, that are evaluated together


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
            return np.sqrt(np.einsum("ij,ij->i", nearest, nearest)) - (
                self.radii[0] + (self.radii[1] - self.radii[0]) * t
            )
        q = points - self.a
        if self.turn is not None:
            q = q @ self.turn
        own = (q / self.radii) ** 2
        return self._estimate(own.sum(1), (own / self.radii**2).sum(1))

    def _estimate(self, k0: Array, k1: Array) -> Array:
        """An ellipsoid's distance from Σ(p/r)² and Σ(p/r²)²; at its very middle it is the shortest radius."""
        tiny = F(1e-12)
        root = np.sqrt(k0 + tiny)
        estimate: Array = root * (root - 1) / np.sqrt(k1 + tiny / self.radii.min() ** 2)
        return estimate

    def clearance(self, points: Array, distance: Array) -> Array:
        """`distance` at the points, brought nearer to 0 until the surface is certainly no nearer than that.

        A limb's grows as steeply as it tapers. Deep in an ellipsoid the estimate is a long radius where the short one
        is the way out; there the distance in units of the radii, times the shortest, is safe.
        """
        if self.b is not None:
            axis = self.b - self.a
            square = float(axis @ axis)
            taper = float(self.radii[1] - self.radii[0]) * math.sqrt(square) / (square + 1e-9)
            return distance / F(math.sqrt(1 + taper * taper))
        q = points - self.a
        if self.turn is not None:
            q = q @ self.turn
        within = F(self.radii.min()) * (np.linalg.norm(q / self.radii, axis=1) - 1)
        return np.where(distance < 0, np.maximum(distance, within), distance).astype(F)

    def sample(self, x: Array, y: Array, z: Array) -> Array:
        """`distance` on little grids, (n, m) ticks along each axis -> (n, m, m, m).

        All that is squared or projected is a sum over the axes, so most of the work is done on ticks.
        """

        def summed(a: Array, b: Array, c: Array) -> Array:
            flat: Array = (a[:, :, None] + b[:, None, :])[..., None] + c[:, None, None, :]
            return flat

        p = [x - self.a[0], y - self.a[1], z - self.a[2]]
        if self.b is not None:
            axis = self.b - self.a
            square = F(float(axis @ axis) + 1e-9)
            t = np.clip(summed(*(q * (s / square) for q, s in zip(p, axis, strict=True))), 0, 1)
            # |p - t axis|² at the foot point of p, from p², p·axis and axis².
            along = summed(*(q * s for q, s in zip(p, axis, strict=True)))
            nearest = summed(*(q * q for q in p)) + t * (t * square - 2 * along)
            return np.sqrt(np.maximum(nearest, 0)) - (self.radii[0] + (self.radii[1] - self.radii[0]) * t)
        turned = p if self.turn is None else [
            summed(*(q * w for q, w in zip(p, column, strict=True))) for column in self.turn.T
        ]  # fmt: skip
        first = [(q / s) ** 2 for q, s in zip(turned, self.radii, strict=True)]
        second = [q / (s * s) for q, s in zip(first, self.radii, strict=True)]
        if self.turn is None:
            return self._estimate(summed(*first), summed(*second))
        return self._estimate(first[0] + first[1] + first[2], second[0] + second[1] + second[2])

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
        self._heap: _Heap | None = None

    def ball(self, at: ArrayLike, radius: ArrayLike, colour: Colour, *, blend: float | None = None,
             yaw: float = 0, pitch: float = 0, roll: float = 0, carves: bool = False) -> Clay:  # fmt: skip
        """An ellipsoid, turned in degrees as `Mesh.turned` does."""
        turn = rotation(yaw, pitch, roll) if (yaw or pitch or roll) else None
        radii = np.broadcast_to(np.asarray(radius, F), 3).astype(F)
        return self._add(np.asarray(at, F), None, radii, turn, colour, blend, carves)

    def limb(self, start: ArrayLike, end: ArrayLike, radius: float, end_radius: float | None, colour: Colour,
             *, blend: float | None = None, carves: bool = False) -> Clay:  # fmt: skip
        """A stick with round ends that tapers from `radius` to `end_radius`; one shorter than it tapers has a cliff."""
        radii = np.array([radius, radius if end_radius is None else end_radius], F)
        return self._add(np.asarray(start, F), np.asarray(end, F), radii, None, colour, blend, carves)

    def strand(self, points: Sequence[ArrayLike] | Array, radius: float, end_radius: float | None, colour: Colour, *,
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
        if self._heap is None or self._heap.count != len(self._lumps):
            self._heap = _Heap(self._lumps)
        total = np.full(len(points), 1e3, F)
        for lump, d in zip(self._lumps, self._heap.distances(points), strict=True):
            if _changes(total, d, lump):
                total = _melt(total, d, lump)
        return total

    def surface(self, points: ArrayLike, direction: ArrayLike) -> tuple[Array, Array]:
        """Walk from each point along `direction` to the surface: where it is met, and the normal there.

        For eyes, mouths and buttons, which have to sit on the skin exactly.
        """
        p = np.atleast_2d(np.asarray(points, F)).copy()
        d = np.asarray(direction, F) / F(np.linalg.norm(np.asarray(direction, F)))
        for _ in range(24):
            left = self.distance(p)
            p += d * left[:, None]
            if np.abs(left).max(initial=0) < _THERE:
                break
        return p, self._gradient(p)

    def _gradient(self, points: Array) -> Array:
        steps = np.concatenate([np.eye(3, dtype=F), -np.eye(3, dtype=F)]) * F(1e-3)
        d = self.distance((points + steps[:, None]).reshape(-1, 3)).reshape(6, -1)
        g = (d[:3] - d[3:]).T
        normals: Array = g / (np.linalg.norm(g, axis=1, keepdims=True) + F(1e-9))
        return normals

    @property
    def longest(self) -> float:
        """The longest side of the box that holds all lumps, in metres: to choose `cells` for triangles of one size."""
        low = np.min([lump.bounds(0)[0] for lump in self._lumps], axis=0)
        high = np.max([lump.bounds(0)[1] for lump in self._lumps], axis=0)
        return float((high - low).max())

    def mesh(self, cells: int = 64, *, gloss: float = 0.10) -> Mesh:
        """The clay as triangles, `cells` along its longest side."""
        form = _form(self, cells)
        colours = np.stack([lump.colour for lump in self._lumps])
        mixed = np.einsum("ijk,ij->ik", colours[form.lumps], form.weights)
        surface = np.tile(np.array([gloss, 0, 0], F), (len(form.vertices), 1))
        return Mesh(form.vertices, form.faces, form.normals, mixed.astype(F), surface)

    def key(self, cells: int) -> str:
        digest = hashlib.sha256(b"|".join(lump.key() for lump in self._lumps))
        digest.update(f"clay4:{cells}".encode())
        return digest.hexdigest()[:32]


class _Heap:
    """The distances of a few points from all lumps at once: for walks, where NumPy's calls cost more than its work."""

    def __init__(self, lumps: Sequence[_Lump]) -> None:
        self.count = len(lumps)
        self._limbs = [i for i, lump in enumerate(lumps) if lump.b is not None]
        self._balls = [i for i, lump in enumerate(lumps) if lump.b is None]
        limbs, balls = ([lumps[i] for i in chosen] for chosen in (self._limbs, self._balls))
        self._start = np.array([lump.a for lump in limbs], F)
        self._axis = np.array([lump.b - lump.a for lump in limbs if lump.b is not None], F)
        self._ends = np.array([lump.radii for lump in limbs], F)
        self._middle = np.array([lump.a for lump in balls], F)
        self._radii = np.array([lump.radii for lump in balls], F)
        self._turn = np.array([np.eye(3) if lump.turn is None else lump.turn for lump in balls], F)

    def distances(self, points: Array) -> Array:
        """(n, 3) -> (lumps, n), each as `_Lump.distance` has it."""
        found = np.empty((self.count, len(points)), F)
        if self._limbs:
            found[self._limbs] = self._of_limbs(points)
        if self._balls:
            found[self._balls] = self._of_balls(points)
        return found

    def _of_limbs(self, points: Array) -> Array:
        from_start = points - self._start[:, None]
        square = np.einsum("li,li->l", self._axis, self._axis)[:, None] + F(1e-9)
        t = np.minimum(np.maximum(np.einsum("lni,li->ln", from_start, self._axis) / square, 0), 1)
        away = from_start - t[..., None] * self._axis[:, None]
        radius = self._ends[:, :1] + (self._ends[:, 1:] - self._ends[:, :1]) * t
        return np.asarray(np.sqrt(np.einsum("lni,lni->ln", away, away)) - radius, F)

    def _of_balls(self, points: Array) -> Array:
        own = np.matmul(points - self._middle[:, None], self._turn) / self._radii[:, None]
        own *= own
        k0, k1 = own.sum(-1), (own / self._radii[:, None] ** 2).sum(-1)
        tiny = F(1e-12)
        root = np.sqrt(k0 + tiny)
        least = self._radii.min(1, keepdims=True)
        return np.asarray(root * (root - 1) / np.sqrt(k1 + tiny / least**2), F)


def _changes(total: Array, d: Array, lump: _Lump) -> bool:
    """Whether `_melt` would change anything."""
    if lump.carves:
        return bool((total + d).min(initial=9) < lump.blend)
    return bool((total - d).max(initial=-9) > -lump.blend)


def _melted(lumps: list[_Lump], distances: list[Array]) -> Array:
    total = np.full(len(distances[0]), 1e3, F)
    for lump, d in zip(lumps, distances, strict=True):
        total = _melt(total, d, lump)
    return total


def _melt(total: Array, d: Array, lump: _Lump) -> Array:
    k = F(lump.blend)
    if lump.carves:  # smooth subtraction
        h = np.minimum(np.maximum(0.5 - 0.5 * (total + d) / k, 0), 1)
        return total + (-d - total) * h + k * h * (1 - h)
    h = np.minimum(np.maximum(0.5 + 0.5 * (total - d) / k, 0), 1)
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


def _form(clay: Clay, cells: int) -> _Form:
    key = clay.key(cells)
    return STORE.get(("clay", key), lambda: _read(key) or _keep(key, _shape(clay, cells)))


def _read(key: str) -> _Form | None:
    """A shape made once is read back in a millisecond or two."""
    folder = cache.folder("shapes")
    if folder is None:
        return None
    try:
        with (folder / f"{key}.npz").open("rb") as file, np.load(file) as data:
            return _Form(*(data[name] for name in ("vertices", "faces", "normals", "lumps", "weights")))
    except (
        OSError,
        ValueError,
        KeyError,
        EOFError,
        BadZipFile,
    ):  # not there, or cut short by a full disk: make it again
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
    room = (
        2 * step + max(lump.blend for lump in lumps) / 4
    )  # where lumps melt together they swell by that much
    low = low - room
    blocks = np.ceil((high + room + step - low) / (step * _BLOCK)).astype(int)
    vertices, faces, normals = surface_net(_near_surface(lumps, low, step, blocks), low, step)
    picked, weights = _belonging(lumps, vertices, step)
    return _Form(vertices, faces, normals, picked, weights)


def _near_surface(lumps: list[_Lump], low: Array, step: float, blocks: NDArray[np.int_]) -> Array:
    """The distances on a grid, exact in blocks that the surface may pass, only the right sign elsewhere."""
    origins = np.stack(np.meshgrid(*[np.arange(b) for b in blocks], indexing="ij"), -1).reshape(-1, 3)
    centres = (low + (origins * _BLOCK + (_BLOCK - 1) / 2) * step).astype(F)
    reach = F(_BLOCK * step * math.sqrt(3) / 2)
    each = [lump.distance(centres) for lump in lumps]
    middle = _melted(lumps, each)
    clear = _melted(lumps, [lump.clearance(centres, d) for lump, d in zip(lumps, each, strict=True)])
    active = np.nonzero(np.abs(clear) < reach + step)[0]
    grid = np.broadcast_to(np.where(middle < 0, F(-1), F(1))[:, None], (len(centres), _BLOCK**3)).copy()
    near = [
        _matters(lump, d[active], middle[active], reach, lumps) for lump, d in zip(lumps, each, strict=True)
    ]
    grid[active] = _block_distances(lumps, near, (low + origins[active] * (_BLOCK * step)).astype(F), step)
    by_block = grid.reshape(*blocks, _BLOCK, _BLOCK, _BLOCK).transpose(0, 3, 1, 4, 2, 5)
    return np.ascontiguousarray(by_block).reshape(blocks * _BLOCK)


def _matters(lump: _Lump, d: Array, total: Array, reach: np.float32, lumps: list[_Lump]) -> NDArray[np.int_]:
    """Blocks in which a lump may change the surface: those it comes nearer to than the rest, give or take the blend.

    `d` and `total` are distances of the blocks' middles from the lump and from the surface. An ellipsoid's
    distance is an estimate that can grow faster than it should, hence the room.
    """
    room = F(max(other.blend for other in lumps)) + 3 * reach
    return np.nonzero(d < (room if lump.carves else total + room))[0]


def _block_distances(lumps: list[_Lump], near: list[NDArray[np.int_]], corners: Array, step: float) -> Array:
    """`Clay.distance` at all points of the blocks at `corners`, each lump only in its blocks: (n, _BLOCK³)."""
    ticks = np.arange(_BLOCK, dtype=F) * F(step)
    x, y, z = (corners[:, i, None] + ticks for i in range(3))
    total = np.full((len(corners), _BLOCK, _BLOCK, _BLOCK), 1e3, F)
    for lump, at in zip(lumps, near, strict=True):
        total[at] = _melt(total[at], lump.sample(x[at], y[at], z[at]), lump)
    return np.minimum(total, F(1.0)).reshape(len(corners), -1)


def _belonging(lumps: list[_Lump], vertices: Array, step: float) -> tuple[NDArray[np.uint8], Array]:
    """The three nearest lumps of each vertex and their weights; colours meet over about one cell."""
    distances = np.stack(
        [np.full(len(vertices), 9.0, F) if lump.carves else lump.distance(vertices) for lump in lumps], -1
    )
    kept = min(3, len(lumps))
    picked = np.argpartition(distances, kept - 1, axis=1)[:, :kept]
    nearest = np.take_along_axis(distances, picked, 1)
    weights = np.exp(-(nearest - nearest.min(1, keepdims=True)) / F(step * 0.8))
    weights /= weights.sum(1, keepdims=True)
    return picked.astype(np.uint8), weights.astype(F)
