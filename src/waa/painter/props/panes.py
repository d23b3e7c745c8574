"""Panes: whole walls of windows as flat quads, four vertices each, with those that are lit at night."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.solid.mesh import Mesh, make

Quads = NDArray[np.float64]
AT_HOME = ("#ffd98a", "#ffc874", "#ffe6b4", "#ffb95e", "#dcecff")


def cells(corners: ArrayLike, columns: int, rows: int, gap: tuple[float, float] = (0.1, 0.1)) -> Quads:
    """Quads (rows * columns, 4, 3) over a face (4, 3), row by row from below; `gap` is the share left between two.

    Corners run counter-clockwise seen from outside, the lower left first, in the face and in every quad.
    """
    a, b, c, d = np.asarray(corners, float)
    i, j = np.meshgrid(np.arange(columns), np.arange(rows))
    u0, u1 = (i + gap[0] / 2) / columns, (i + 1 - gap[0] / 2) / columns
    v0, v1 = (j + gap[1] / 2) / rows, (j + 1 - gap[1] / 2) / rows

    def at(u: NDArray[np.float64], v: NDArray[np.float64]) -> NDArray[np.float64]:
        u, v = u.reshape(-1, 1), v.reshape(-1, 1)
        point: NDArray[np.float64] = (a * (1 - u) + b * u) * (1 - v) + (d * (1 - u) + c * u) * v
        return point

    return np.stack([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)], axis=1)


def quads(
    corners: Quads, colours: ArrayLike, *, lift: float = 0.0, gloss: float = 0.2, glow: float = 0.0
) -> Mesh:
    """Flat quads (n, 4, 3), `lift` metres out of their faces; colours (3,), (n, 1, 3) or (n, 4, 3)."""
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 3] - corners[:, 0])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-9
    vertices = (corners + normals[:, None] * lift).reshape(-1, 3)
    faces = (np.arange(len(corners))[:, None, None] * 4 + np.array([(0, 1, 2), (0, 2, 3)])).reshape(-1, 3)
    mesh = make(vertices, faces, np.repeat(normals, 4, axis=0), gloss=gloss)
    each = np.broadcast_to(np.asarray(colours, F), corners.shape).reshape(-1, 3)
    return mesh.painted(each).finished(glow=glow)


def glazed(corners: Quads, low: Colour, high: Colour, rng: np.random.Generator, *, uneven: float = 0.12,
           curtains: float = 0.0, lift: float = 0.0) -> Mesh:  # fmt: skip
    """Panes by day: `low` at the foot of the wall and `high` at its top, where it mirrors the sky; no two alike."""
    y = corners[..., 1]
    share = (y - y.min()) / max(float(np.ptp(y)), 1e-6)
    colours = rgb(low) + (rgb(high) - rgb(low)) * share[..., None]
    colours = colours * (1 + rng.uniform(-uneven, uneven, (len(corners), 1, 1)))
    drawn = rng.random((len(corners), 1, 1)) < curtains
    tints = np.array([mix(low, tint, 0.55) for tint in ("#e8d9b8", "#c9806a", "#86a88e", "#d9c08a")])
    colours = np.where(drawn, tints[rng.integers(0, len(tints), len(corners))][:, None], colours)
    return quads(corners, np.clip(colours, 0, 1), lift=lift, gloss=0.85)


def lit(corners: Quads, rng: np.random.Generator, share: float, *, tints: Sequence[Colour] = AT_HOME,
        lift: float = 0.008, strength: float = 0.9) -> Mesh | None:  # fmt: skip
    """The panes behind which there is light, `share` of them, paler towards their tops; None when all are dark."""
    chosen = corners[rng.random(len(corners)) < share]
    if not len(chosen):
        return None
    palette: Array = np.array([rgb(t) for t in tints])
    tint = palette[rng.integers(0, len(palette), len(chosen))][:, None] * rng.uniform(
        0.75, 1.0, (len(chosen), 1, 1)
    )
    pale = np.array([0.82, 0.82, 1.05, 1.05])[None, :, None]
    return quads(chosen, np.clip(tint * pale, 0, 1), lift=lift, gloss=0.3, glow=strength)
