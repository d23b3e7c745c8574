"""Surface nets: a grid of signed distances -> triangles (Gibson 1998, "Constrained elastic surface nets")."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, F
from waa.painter.solid.mesh import Faces

_CORNERS = list(itertools.product((0, 1), repeat=3))
_EDGES = [(a, b) for a, b in itertools.combinations(range(8), 2)
          if sum(x != y for x, y in zip(_CORNERS[a], _CORNERS[b], strict=True)) == 1]  # fmt: skip


def surface_net(grid: Array, low: Array, step: float) -> tuple[Array, Faces, Array]:
    """(vertices, faces, normals) where `grid`, spaced by `step` from the corner `low`, changes its sign."""
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
