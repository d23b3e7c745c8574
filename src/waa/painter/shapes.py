"""Outlines: every function gives an (n, 2) float array of x, y points (pixels unless said otherwise)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Outline: TypeAlias = NDArray[np.float64]


def bezier(p0: ArrayLike, p1: ArrayLike, p2: ArrayLike, p3: ArrayLike, steps: int = 14) -> Outline:
    """A cubic curve from p0 to p3; works for points of any dimension."""
    a, b, c, d = (np.asarray(p, float) for p in (p0, p1, p2, p3))
    t = np.linspace(0, 1, steps)[:, None]
    curve: Outline = (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t**3 * d
    return curve


def smooth(points: ArrayLike, closed: bool = True, steps: int = 8) -> Outline:
    """A Catmull-Rom curve through the points; works for points of any dimension."""
    p = np.asarray(points, float)
    count = len(p)
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = p[(i - 1) % count], p[i], p[(i + 1) % count], p[(i + 2) % count]
        else:
            p0, p1, p2, p3 = p[max(i - 1, 0)], p[i], p[i + 1], p[min(i + 2, count - 1)]
        pieces.append(
            0.5
            * (
                2 * p1
                + (p2 - p0) * t
                + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
                + (3 * p1 - p0 - 3 * p2 + p3) * t**3
            )
        )
    if not closed:
        pieces.append(p[-1:])
    return np.concatenate(pieces)


def ellipse(
    cx: float,
    cy: float,
    rx: float,
    ry: float | None = None,
    turn: float = 0.0,
    *,
    steps: int = 48,
    start: float = 0.0,
    end: float = 2 * math.pi,
) -> Outline:
    """An ellipse, or the arc of it from `start` to `end` (radians, clockwise on screen)."""
    ry = rx if ry is None else ry
    t = np.linspace(start, end, steps, endpoint=(end - start) < 2 * math.pi - 1e-6)
    x, y = rx * np.cos(t), ry * np.sin(t)
    c, s = math.cos(turn), math.sin(turn)
    return np.stack([cx + x * c - y * s, cy + x * s + y * c], -1)


def rounded(x: float, y: float, width: float, height: float, radius: float, steps: int = 6) -> Outline:
    """A rectangle with round corners."""
    r = min(radius, width / 2, height / 2)
    corners = (
        (x + width - r, y + r, -90),
        (x + width - r, y + height - r, 0),
        (x + r, y + height - r, 90),
        (x + r, y + r, 180),
    )
    arcs = []
    for cx, cy, angle in corners:
        t = np.radians(np.linspace(angle, angle + 90, steps))
        arcs.append(np.stack([cx + r * np.cos(t), cy + r * np.sin(t)], -1))
    return np.concatenate(arcs)


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    return np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], float)


def ribbon(points: ArrayLike, radius: float, end_radius: float | None = None) -> Outline:
    """A stroke of changing width along a line, with round ends."""
    p = np.asarray(points, float)
    end_radius = radius if end_radius is None else end_radius
    along = np.gradient(p, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], -1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
    r = np.linspace(radius, end_radius, len(p))[:, None]
    a = math.atan2(along[-1, 1], along[-1, 0])
    b = math.atan2(-along[0, 1], -along[0, 0])
    cap = ellipse(
        float(p[-1, 0]),
        float(p[-1, 1]),
        float(r[-1, 0]),
        steps=10,
        start=a - math.pi / 2,
        end=a + math.pi / 2,
    )
    tail = ellipse(
        float(p[0, 0]), float(p[0, 1]), float(r[0, 0]), steps=10, start=b - math.pi / 2, end=b + math.pi / 2
    )
    return np.concatenate([p - normal * r, cap, (p + normal * r)[::-1], tail])


def star(
    cx: float, cy: float, outer: float, inner: float, points: int = 5, turn: float = -math.pi / 2
) -> Outline:
    t = turn + np.arange(points * 2) * math.pi / points
    r = np.where(np.arange(points * 2) % 2 == 0, outer, inner)
    return np.stack([cx + r * np.cos(t), cy + r * np.sin(t)], -1)


def bounds(outlines: Sequence[Outline]) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) round all outlines."""
    points = outlines[0] if len(outlines) == 1 else np.concatenate([np.asarray(o, float) for o in outlines])
    (left, top), (right, bottom) = points.min(0), points.max(0)
    return float(left), float(top), float(right), float(bottom)
