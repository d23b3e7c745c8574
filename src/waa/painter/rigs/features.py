"""Faces for creatures of clay: eyes, mouths and cheeks set exactly on the skin."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from waa.painter.colour import Array, Colour, F
from waa.painter.shapes import smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, join, tube

FRONT = (0.0, 0.0, -1.0)  # walking in from the viewer


def eye(clay: Clay, x: float, y: float, size: float, *, iris: Colour = "#241a18", white: Colour | None = None,
        toward: Sequence[float] = FRONT, start: Sequence[float] | None = None) -> Mesh:  # fmt: skip
    """A glossy eye with a spark, `size` its half height; on the skin at (x, y) seen along `toward`."""
    point, normal = clay.surface([start if start is not None else (x, y, 3.0)], toward)
    at, out = point[0], normal[0]
    side = np.cross(np.array([0, 1, 0], F), out)
    side /= np.linalg.norm(side) + 1e-6
    up = np.cross(out, side)
    parts = []
    if white is not None:
        parts.append(_disc(at, out, side, up, size * 1.25, size * 1.3, size * 0.5, white, 0.7))
    parts.append(_disc(at + out * size * 0.12, out, side, up, size * 0.86, size, size * 0.55, iris, 0.95))
    spark = at + out * size * 0.62 - side * size * 0.28 + up * size * 0.36
    parts.append(ball(size * 0.27, spark, "#ffffff", 0.3, steps=10).finished(glow=0.6))
    parts.append(
        ball(
            size * 0.12,
            at + out * size * 0.60 + side * size * 0.26 - up * size * 0.34,
            "#ffffff",
            0.3,
            steps=8,
        ).finished(glow=0.35)
    )
    return join(*parts)


def _disc(
    at: Array,
    out: Array,
    side: Array,
    up: Array,
    wide: float,
    tall: float,
    thick: float,
    colour: Colour,
    gloss: float,
) -> Mesh:
    """An ellipsoid lying on the skin."""
    base = ball((wide, tall, thick), (0, 0, 0), colour, gloss, steps=18)
    frame = np.stack([side, up, out]).astype(F)
    return Mesh(
        base.vertices @ frame + at.astype(F), base.faces, base.normals @ frame, base.colours, base.surface
    )


def eyes(clay: Clay, x: float, y: float, size: float, **more: object) -> Mesh:
    """A pair, at x and -x."""
    return join(*(eye(clay, s * x, y, size, **more) for s in (-1, 1)))  # type: ignore[arg-type]


def mouth(
    clay: Clay, points: Sequence[tuple[float, float]], thick: float, colour: Colour = "#4a2f2a"
) -> Mesh:
    """A line of (x, y) laid on the front of the skin."""
    line = smooth(points, closed=False, steps=5)
    found, _ = clay.surface([(x, y, 3.0) for x, y in line], FRONT)
    return tube(found, thick, colour, 0.2, steps=8)


def cheeks(clay: Clay, x: float, y: float, size: float, colour: Colour = "#f6a79a") -> Mesh:
    """Two soft spots of blush."""
    parts = []
    for s in (-1, 1):
        point, normal = clay.surface([(s * x, y, 3.0)], FRONT)
        out = normal[0]
        side = np.cross(np.array([0, 1, 0], F), out)
        side /= np.linalg.norm(side) + 1e-6
        parts.append(
            _disc(
                point[0] - out * size * 0.10,
                out,
                side,
                np.cross(out, side),
                size,
                size * 0.72,
                size * 0.18,
                colour,
                0.05,
            )
        )
    return join(*parts)
