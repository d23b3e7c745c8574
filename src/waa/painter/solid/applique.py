"""Applique: flat pieces laid on a skin of clay: mouths, pockets, badges, lapels, blush."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.colour import Array, Colour, F
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, face_normals, make

# How far out each ring of a piece lies, and how thick it is there: flat inside, round at the edge.
_RINGS = ((0.0, 1.0), (0.35, 1.0), (0.66, 1.0), (0.86, 0.92), (0.96, 0.62), (1.0, -0.3))


def applique(skin: Clay, outline: ArrayLike, colour: Colour, thickness: float, *, axes: ArrayLike | None = None,
             at: Sequence[float] = (0, 0, 0), gloss: float = 0.1, start: float = 2.0) -> Mesh:  # fmt: skip
    """A piece of `thickness` cut to `outline` (n, 2), laid on `skin`.

    The outline is drawn in a plane through `at`, whose right, up and outward directions are the columns of
    `axes` (3, 3); the piece falls onto the skin from `start` metres out. It should be seen whole from its middle.
    """
    points = np.asarray(outline, F)
    turn = np.eye(3, dtype=F) if axes is None else np.asarray(axes, F)
    if _clockwise(points):
        points = points[::-1]
    middle = points.mean(0)
    flat = np.concatenate([middle + (points - middle) * F(r) for r, _ in _RINGS[1:]])
    flat = np.concatenate([middle[None], flat])
    out = turn[:, 2]
    above = np.asarray(at, F) + flat @ turn[:, :2].T + out * F(start)
    found, _ = skin.surface([[float(v) for v in p] for p in above], [-float(v) for v in out])
    count = len(points)
    thick = np.concatenate([[1.0], np.repeat([t for _, t in _RINGS[1:]], count)]).astype(F) * F(thickness)
    vertices = found + out * thick[:, None]
    faces = _fan(count, len(_RINGS) - 1)
    return make(vertices, faces, face_normals(vertices, faces), colour, gloss)


def _clockwise(points: Array) -> bool:
    x, y = points[:, 0], points[:, 1]
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) < 0


def _fan(count: int, rings: int) -> np.ndarray:
    """Triangles from the middle to the first ring, then from ring to ring."""
    i = np.arange(count)
    j = (i + 1) % count
    faces = [np.stack([np.zeros(count, int), 1 + i, 1 + j], -1)]
    for ring in range(rings - 1):
        a, b = 1 + ring * count, 1 + (ring + 1) * count
        faces += [np.stack([a + i, b + i, b + j], -1), np.stack([a + i, b + j, a + j], -1)]
    return np.concatenate(faces).astype(np.int32)
