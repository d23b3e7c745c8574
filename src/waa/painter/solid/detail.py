"""Detail: paint whose edges are sharper than the triangles it falls on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, F
from waa.painter.solid.mesh import Faces, Mesh

Paint = Callable[[Array, Array, Array], Array]

# How a triangle (0, 1, 2) is cut when some of its edges are: 3, 4 and 5 are the middles of the edges 01, 12 and 20.
_CUTS: dict[int, list[tuple[int, int, int]]] = {
    0b001: [(0, 3, 2), (3, 1, 2)],
    0b010: [(0, 1, 4), (0, 4, 2)],
    0b100: [(0, 1, 5), (5, 1, 2)],
    0b011: [(3, 1, 4), (0, 3, 4), (0, 4, 2)],
    0b110: [(4, 2, 5), (0, 1, 4), (0, 4, 5)],
    0b101: [(0, 3, 5), (3, 1, 2), (3, 2, 5)],
    0b111: [(0, 3, 5), (3, 1, 4), (5, 4, 2), (3, 4, 5)],
}


def painted_finely(
    mesh: Mesh, paint: Paint, levels: int = 2, contrast: float = 0.10, most: int = 20000
) -> Mesh:
    """`mesh.painted(paint)`, with triangles halved where neighbours differ by more than `contrast` in a channel.

    Each level halves again, so stripes and spots come out crisp while plain coat costs nothing. `paint` is asked
    for the new vertices alone, so it has to go by their places. Refining ends before there are `most` vertices.
    """
    painted = mesh.painted(paint)
    for _ in range(levels):
        ends, edge_of = _edges(painted.faces)
        cut = np.abs(painted.colours[ends[:, 0]] - painted.colours[ends[:, 1]]).max(1) > contrast
        if not cut.any() or len(painted.vertices) + int(cut.sum()) > most:
            break
        finer, old = _halved(painted, ends, edge_of, cut), len(painted.vertices)
        new = paint(finer.vertices[old:], finer.normals[old:], finer.colours[old:])
        painted = replace(finer, colours=np.concatenate([painted.colours, np.asarray(new, F)]))
    return painted


def _edges(faces: Faces) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The edges (m, 2), each once, and which three of them each face has: (n, 3) in the order 01, 12, 20."""
    pairs = np.stack([faces, np.roll(faces, -1, axis=1)], -1).reshape(-1, 2).astype(np.int64)
    pairs.sort(axis=1)
    count = int(faces.max()) + 1
    keys, edge_of = np.unique(pairs[:, 0] * count + pairs[:, 1], return_inverse=True)
    return np.stack([keys // count, keys % count], -1), edge_of.reshape(-1, 3)


def _halved(mesh: Mesh, ends: NDArray[np.int64], edge_of: NDArray[np.int64], cut: NDArray[np.bool_]) -> Mesh:
    """The edges where `cut` is true get a vertex in their middle; no cracks, since both sides share it."""
    middle = np.cumsum(cut) - 1 + len(mesh.vertices)

    def with_middles(values: Array) -> Array:
        return np.concatenate([values, (values[ends[cut, 0]] + values[ends[cut, 1]]) * F(0.5)])

    normals = with_middles(mesh.normals)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + F(1e-9)
    corners = np.concatenate([mesh.faces, middle[edge_of]], axis=1)
    pattern = (cut[edge_of] * np.array([1, 2, 4])).sum(1)
    pieces = [mesh.faces[pattern == 0]]
    for code, triangles in _CUTS.items():
        chosen = corners[pattern == code]
        pieces += [chosen[:, list(t)] for t in triangles]
    faces = np.concatenate(pieces).astype(np.int32)
    return Mesh(
        with_middles(mesh.vertices),
        np.ascontiguousarray(faces),
        normals.astype(F),
        with_middles(mesh.colours),
        with_middles(mesh.surface),
    )
