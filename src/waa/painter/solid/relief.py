"""Relief: crusts, peels and cracks. Noise in space, and meshes whose skin is raised and lowered by it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.colour import Array, F
from waa.painter.solid.mesh import Mesh, face_normals

_LATTICE = 16


def noise3(points: Array, cell: float, rng: np.random.Generator, octaves: int = 1) -> Array:
    """(n, 3) metres -> (n,) in about 0..1, smooth over `cell` metres; octaves halve size and strength."""
    total, weight, weights = np.zeros(len(points), F), 1.0, 0.0
    for octave in range(octaves):
        lattice = rng.random((_LATTICE,) * 3, dtype=F)
        total += F(weight) * _trilinear(lattice, points / F(cell / 2**octave))
        weights += weight
        weight /= 2
    return total / F(weights)


def _trilinear(lattice: Array, points: Array) -> Array:
    low = np.floor(points)
    t = points - low
    t = t * t * (3 - 2 * t)
    i = low.astype(np.int64) % _LATTICE
    j = (i + 1) % _LATTICE
    total = np.zeros(len(points), F)
    for corner in range(8):
        sides = [(corner >> axis) & 1 for axis in range(3)]
        index = tuple((j if side else i)[:, axis] for axis, side in enumerate(sides))
        weight = np.prod([t[:, axis] if side else 1 - t[:, axis] for axis, side in enumerate(sides)], axis=0)
        total += lattice[index] * weight
    return total


def cracks(points: Array, seeds: ArrayLike) -> Array:
    """How far each point (n, 3) is from the border between the cells of two `seeds` (k, 3), in metres.

    Worley's cellular noise (1996): 0 on a border, growing inwards.
    """
    s = np.asarray(seeds, F)
    squared = (points**2).sum(1)[:, None] + (s**2).sum(1)[None] - 2 * points @ s.T
    nearest = np.sqrt(np.maximum(np.partition(squared, 1, axis=1)[:, :2], 0))
    return ((nearest[:, 1] - nearest[:, 0]) / 2).astype(F)


def nearest(points: Array, seeds: ArrayLike) -> Array:
    """The distance from each point (n, 3) to the nearest of the `seeds` (k, 3), in metres."""
    s = np.asarray(seeds, F)
    squared = (points**2).sum(1)[:, None] + (s**2).sum(1)[None] - 2 * points @ s.T
    return np.sqrt(np.maximum(squared.min(1), 0)).astype(F)


def raised(mesh: Mesh, heights: Array) -> Mesh:
    """Each vertex moved along its normal by `heights` (n,) metres; the light falls on the new skin."""
    vertices = mesh.vertices + mesh.normals * np.asarray(heights, F)[:, None]
    return replace(mesh, vertices=vertices, normals=smooth_normals(replace(mesh, vertices=vertices)))


def smooth_normals(mesh: Mesh) -> Array:
    """Normals from the faces; vertices that lie on each other (poles, seams) share theirs."""
    normals = face_normals(mesh.vertices, mesh.faces)
    size = max(float(np.abs(mesh.vertices).max()), 1e-6)
    keys = np.round(mesh.vertices / F(size) * 20000).astype(np.int64)
    _, which = np.unique(keys @ np.array([1, 65537, 65537**2]), return_inverse=True)
    shared = np.stack([np.bincount(which, normals[:, axis])[which] for axis in range(3)], -1)
    return (shared / (np.linalg.norm(shared, axis=1, keepdims=True) + 1e-9)).astype(F)
