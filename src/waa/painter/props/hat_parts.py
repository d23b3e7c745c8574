"""What hats are built from: the dome, the peak, turned shapes on the oval of a head, one wide where the head goes in."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from waa.painter.colour import Colour, F
from waa.painter.shapes import smooth
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import (
    Mesh,
    face_normals,
    grid_faces,
    lathe,
    make,
)

GOLD = "#e8b64c"

DEEP = 0.95  # how deep heads are for their width

Hat = Callable[[Colour], Mesh]


def turned(
    profile: Sequence[tuple[float, float]],
    colour: Colour,
    gloss: float = 0.12,
    steps: int = 44,
    crease: float = 60,
) -> Mesh:
    """Turned like a lathe's work, on the oval of a head."""
    return lathe(profile, colour, gloss, steps=steps, crease=crease).scaled(1, 1, DEEP)


def curve(*points: tuple[float, float]) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in smooth(points, closed=False, steps=4)]


def dome(colour: Colour, height: float = 0.44, radius: float = 0.52, gloss: float = 0.12) -> Mesh:
    t = np.linspace(0, math.pi / 2, 11)
    edge = [(radius * 0.93, -0.03), (radius, -0.02)]
    return turned([*edge, *((radius * math.cos(a) ** 0.85, height * math.sin(a)) for a in t)], colour, gloss)


def visor(colour: Colour, *, reach: float = 0.40, half: float = 62.0, droop: float = 0.12, root: float = 0.47,
          thick: float = 0.026, gloss: float = 0.15) -> Mesh:  # fmt: skip
    """A peak over the forehead."""
    u, v = np.linspace(0, 1, 9)[:, None], np.linspace(-1, 1, 25)[None]
    angle = np.radians(half) * v
    out = root + reach * np.sqrt(np.clip(1 - v**2, 0, 1)) * u
    x, z = out * np.sin(angle), out * np.cos(angle) * DEEP
    y = -droop * (u * np.sqrt(np.clip(1 - v**2, 0, 1))) - 0.22 * x**2 + 0.035
    sheets = [
        np.stack([x, y + s * thick / 2 * np.sqrt(1 - 0.9 * u**4), z + 0 * y], -1).reshape(-1, 3)
        for s in (1, -1)
    ]
    faces = grid_faces(9, 25, wraps=False)
    points = np.concatenate(sheets).astype(F)
    both = np.concatenate([faces, faces[:, ::-1] + 9 * 25]).astype(np.int32)
    return make(points, both, face_normals(points, both), colour, gloss)


def lathe_fine(mesh: Mesh) -> Mesh:
    """A lathe's work has few vertices along its length: enough for its shape, too few for a pattern."""
    return painted_finely(
        mesh, lambda v, n, c: (v * F(40) % 1).astype(F), levels=1, contrast=0.0, most=3500
    ).painted(mesh.colours[0])
