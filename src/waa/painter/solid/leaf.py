"""Leaf: a thin rounded blade along a curve: ears, petals, fins, feathers, leaves, tongues."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.noise import smoothstep
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, face_normals, grid_faces

# Half-widths along a blade, from its root to its tip, of the widest point.
POINTED = (0.86, 1.0, 0.93, 0.78, 0.58, 0.36, 0.10)
ROUND = (0.62, 0.86, 0.98, 1.0, 0.93, 0.74, 0.20)
LONG = (0.42, 0.72, 0.92, 1.0, 0.98, 0.80, 0.16)
DROP = (0.30, 0.50, 0.70, 0.90, 1.0, 0.88, 0.18)


def leaf(path: ArrayLike, facing: Sequence[float], width: float, thickness: float, colour: Colour, *,
         outline: Sequence[float] = POINTED, cup: float = 0.0, inside: Colour | None = None, border: float = 0.26,
         gloss: float = 0.1, steps: int = 18, across: int = 15) -> Mesh:  # fmt: skip
    """A blade along the points of `path`, its front towards `facing`, `width` from edge to edge at its widest.

    `outline` tells the half-width from root to tip; `cup` > 0 rolls the edges forward, as in a cat's ear, by that
    share of the half-width. `inside` colours the front except for a `border` (share of the half-width).
    """
    spine = smooth(path, closed=False, steps=6)
    at = np.linspace(0, 1, len(spine))
    # Denser near the tip, where the outline closes.
    u = 1 - (1 - np.linspace(0, 1, steps)) ** 1.5
    centre = np.stack([np.interp(u, at, spine[:, i]) for i in range(3)], -1)
    along = np.gradient(centre, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    side = np.cross(along, np.asarray(facing, float))
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    front = np.cross(side, along)
    half = np.interp(u, np.linspace(0, 1, len(outline)), outline) * width / 2
    half[-1] = width * 0.01
    v = np.sin(np.linspace(-np.pi / 2, np.pi / 2, across))
    body = np.sqrt(np.clip(1 - v**2, 0, 1))
    swell = np.sqrt(np.clip(half / half.max(), 0, 1))[:, None] * body[None] * thickness / 2
    lift = cup * half[:, None] * (v**2 - 0.3)[None]
    middle = centre[:, None] + side[:, None] * (half[:, None] * v[None])[..., None]
    faces: list[NDArray[np.int32]] = []
    vertices: list[NDArray[np.float64]] = []
    for sign in (1, -1):
        sheet = middle + front[:, None] * (lift + sign * swell)[..., None]
        faces.append(grid_faces(steps, across, wraps=False)[:, ::sign] + len(vertices) * steps * across)
        vertices.append(sheet.reshape(-1, 3))
    points = np.concatenate(vertices).astype(F)
    triangles = np.concatenate(faces).astype(np.int32)
    colours = np.tile(rgb(colour), (len(points), 1)).astype(F)
    if inside is not None:
        within = (
            smoothstep(1.04 - border, 0.92 - border, np.abs(v))[None] * smoothstep(0.90, 0.80, u)[:, None]
        )
        colours[: steps * across] += (rgb(inside) - rgb(colour)) * within.reshape(-1, 1)
    surface = np.tile(np.array([gloss, 0, 0], F), (len(points), 1))
    return Mesh(
        points, np.ascontiguousarray(triangles), _welded(points, triangles, steps * across), colours, surface
    )


def _welded(points: Array, triangles: np.ndarray, sheet: int) -> Array:
    """Normals, averaged over the rim where the front and the back sheet meet."""
    normals = face_normals(points, triangles)
    front, back = normals[:sheet], normals[sheet:]
    meets = np.linalg.norm(points[:sheet] - points[sheet:], axis=1) < 1e-6
    rim = front[meets] + back[meets]
    rim /= np.linalg.norm(rim, axis=1, keepdims=True) + F(1e-9)
    front[meets] = back[meets] = rim
    return np.concatenate([front, back])
