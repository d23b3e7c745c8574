"""Loft: a skin over oval rings: skirts, coats, capes, cuffs, crowns of hats."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from waa.painter.colour import Colour, F
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, face_normals, grid_faces, make

FULL = (-180.0, 180.0)


@dataclass(frozen=True, kw_only=True)
class Ring:
    """An oval: `at` its middle, `wide` and `deep` half its size, `fold` how deep cloth folds there (a share)."""

    at: Sequence[float]
    wide: float
    deep: float
    fold: float = 0.0
    tilt: float = 0.0  # degrees, nose down as in Mesh.turned
    lean: float = 0.0  # degrees, as the roll of Mesh.turned


def loft(rings: Sequence[Ring], colour: Colour, *, gloss: float = 0.1, folds: int = 9, phase: float = 0.0,
         around: int = 48, between: int = 5, arc: tuple[float, float] = FULL, thickness: float = 0.0,
         closed: bool = False) -> Mesh:  # fmt: skip
    """Cloth over `rings`, from the bottom up; `folds` waves run round it where rings ask for them.

    `arc` (degrees; 0 in front, positive to its left) leaves it open: a cape, a coat. `thickness` turns the lowest
    edge in, so that a hem looks like cloth. `closed` covers the top with a flat cap.
    """
    table = np.array([[*r.at, r.wide, r.deep, r.fold, r.tilt, r.lean] for r in rings], float)
    rows = smooth(table, closed=False, steps=between) if between > 1 else table
    if thickness:
        rows = _hemmed(rows, thickness)
    whole = arc == FULL
    angle = np.radians(np.linspace(arc[0], arc[1], around, endpoint=not whole))
    wave = np.cos(angle * folds + phase) * 0.7 + np.cos(angle * (folds * 2 - 3) + phase * 2.3) * 0.3
    vertices = np.stack([_ring(row, angle, wave) for row in rows])
    if closed:
        vertices = np.concatenate([vertices, np.broadcast_to(vertices[-1].mean(0), vertices[-1:].shape)])
    faces = grid_faces(len(vertices), around, wraps=whole)
    points = vertices.reshape(-1, 3).astype(F)
    normals = face_normals(points, faces)
    if not whole:  # both sides are seen
        faces = np.concatenate([faces, faces[:, ::-1] + len(points)])
        points, normals = np.concatenate([points, points]), np.concatenate([normals, -normals])
    return make(points, faces, normals, colour, gloss)


def _hemmed(rows: np.ndarray, thickness: float) -> np.ndarray:
    """Two more rows below the first: the edge turned under and a little way up inside."""
    edge, inside = rows[0].copy(), rows[0].copy()
    edge[1] -= thickness * 0.4
    edge[3:5] -= thickness * 0.5
    inside[1] += thickness * 1.5
    inside[3:5] -= thickness * 1.6
    return np.concatenate([[inside, edge], rows])


def _ring(row: np.ndarray, angle: np.ndarray, wave: np.ndarray) -> np.ndarray:
    x, y, z, wide, deep, fold, tilt, lean = row
    swell = 1 + fold * wave
    across, ahead = np.sin(angle) * wide * swell, np.cos(angle) * deep * swell
    a, b = math.radians(tilt), math.radians(lean)
    down = -ahead * math.sin(a)
    out = np.stack([x + across * math.cos(b) - down * math.sin(b), y + down * math.cos(b) + across * math.sin(b),
                    z + ahead * math.cos(a)], -1)  # fmt: skip
    return out
