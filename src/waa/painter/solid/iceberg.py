"""Icebergs: tilted slabs of ice with sheer sides, snow on what looks up, blue in the cracks and by the water."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise
from waa.painter.colour import Array, F, rgb
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import Mesh, face_normals, grid_faces
from waa.painter.solid.model import Model

_ACROSS, _DEEP = 110, 56


def berg(variant: int) -> Model:
    """An iceberg 2 m wide; its foot is the water line."""
    return Model(mesh=berg_mesh(noise.stream("iceberg", variant), (0.9, 0.45, 0.25, 0.6)[variant % 4]))


def berg_mesh(rng: np.random.Generator, peaked: float, *, table: float = 0.0) -> Mesh:
    """`peaked` 0..1 is how steeply its slabs lean; `table` is the height of a level floe before them, 0 for none."""
    x, z = np.meshgrid(np.linspace(-1.05, 1.05, _ACROSS, dtype=F), np.linspace(-0.55, 0.55, _DEEP, dtype=F))
    height, crack = _slabs(x, z, rng, peaked)
    if table:
        height, crack = _with_table(x, z, height, crack, table)
    ripple = noise.fractal(_DEEP, _ACROSS, 7, 3, rng) - F(0.5)
    shift = ripple * F(0.06) * (height > 0.02)  # sheer faces are fluted
    vertices = np.stack([x + shift, height, z + shift], -1).reshape(-1, 3).astype(F)
    faces = grid_faces(_DEEP, _ACROSS, wraps=False)
    normals = face_normals(vertices, faces)
    if float(normals[:, 1].mean()) < 0:
        faces, normals = np.ascontiguousarray(faces[:, ::-1]), -normals
    up = (height > 0.004).reshape(-1)
    keep = up[faces].any(1)
    ice = np.tile(np.array([0.25, 0, 0], F), (len(vertices), 1))
    return Mesh(vertices, faces[keep], normals, _tint(vertices, normals, crack.reshape(-1)), ice)


def _with_table(x: Array, z: Array, height: Array, crack: Array, table: float) -> tuple[Array, Array]:
    """Slabs only at the back; a level floe with a rounded edge in front, for somebody to stand on."""
    behind = smoothstep(-0.06, -0.16, z)
    edge = np.sqrt((x / F(1.0)) ** 2 + ((z - F(0.02)) / F(0.52)) ** 2) + F(0.05) * np.sin(
        np.arctan2(z, x) * 5
    )
    floe = F(table) * smoothstep(1.0, 0.90, edge)
    return np.maximum(height * behind, floe).astype(F), crack * behind


def _slabs(x: Array, z: Array, rng: np.random.Generator, peaked: float) -> tuple[Array, Array]:
    """(height, 0..1 along cracks) of slabs that lean against each other, the highest near the middle."""
    height, crack = np.zeros(x.shape, F), np.zeros(x.shape, F)
    for k in range(7):
        cx, cz = (0.0 if k == 0 else rng.uniform(-0.75, 0.75)), rng.uniform(-0.18, 0.18)
        wide, deep = rng.uniform(0.26, 0.50) * (1 - 0.35 * abs(cx)), rng.uniform(0.22, 0.34)
        turn, lean = (
            rng.uniform(-0.5, 0.5),
            rng.uniform(0.4, 1.3) * peaked * (1 if rng.random() < 0.5 else -1),
        )
        u = ((x - cx) * math.cos(turn) + (z - cz) * math.sin(turn)) / wide
        v = ((z - cz) * math.cos(turn) - (x - cx) * math.sin(turn)) / deep
        edge = np.maximum(np.maximum(np.abs(u), np.abs(v)), (np.abs(u) + np.abs(v)) * 0.78)
        top = (
            (0.85 - 0.62 * abs(cx)) * rng.uniform(0.55, 1.0)
            + lean * 0.5 * u * wide * 2
            + 0.25 * peaked * v * deep
        )
        slab = np.clip(top, 0.05, None) * smoothstep(1.0, 0.86, edge)
        crack = np.maximum(
            crack * (slab < height), np.exp(-(((slab - height) / 0.03) ** 2)) * (height > 0.05)
        )
        height = np.maximum(height, slab)
    return height.astype(F), crack.astype(F)


def _tint(v: Array, n: Array, crack: Array) -> Array:
    deep, pale = rgb("#3fa6d2"), rgb("#b5e4f3")
    face = deep + (pale - deep) * smoothstep(0.0, 0.38, v[:, 1])[:, None]
    bands = F(0.5) + F(0.5) * np.sin(v[:, 1] * 46 + v[:, 0] * 5)
    face = face * (F(0.94) + F(0.08) * bands)[:, None]
    top = smoothstep(0.30, 0.62, n[:, 1]) * smoothstep(0.03, 0.12, v[:, 1])  # the foot is under the snow line
    white = np.maximum(top, F(0.75) * smoothstep(0.15, 0.75, v[:, 1]))[:, None]
    painted = face + (rgb("#fafdff") - face) * white
    return np.clip(painted + (deep - painted) * (crack * F(0.45))[:, None], 0, 1).astype(F)
