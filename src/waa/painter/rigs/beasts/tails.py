"""Tails: how each kind is carried, and how it lies on the ground."""

from __future__ import annotations

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.beasts.shape import Point, Tail
from waa.painter.shapes import smooth

# (aside, up, back) in tail lengths from the rump, by the way it is carried and by what the beast is doing.
CARRIED: dict[str, dict[str, tuple[Point, ...]]] = {
    "cat": {
        "stand": ((0, 0, 0), (0, 0.05, 0.22), (0.03, 0.30, 0.36), (0.06, 0.56, 0.30), (0.05, 0.78, 0.36),
                  (0.04, 0.90, 0.48)),
        "run": ((0, 0, 0), (0, 0.08, 0.28), (0.03, 0.18, 0.52), (0.05, 0.34, 0.74), (0.04, 0.52, 0.88)),
    },
    "whip": {  # a big cat's: down and up again at the tip
        "stand": ((0, 0, 0), (0, 0.04, 0.16), (0.03, -0.10, 0.34), (0.06, -0.22, 0.52), (0.08, -0.14, 0.70),
                  (0.07, 0.06, 0.78)),
        "run": ((0, 0, 0), (0, 0.08, 0.28), (0.03, 0.14, 0.52), (0.05, 0.26, 0.74), (0.04, 0.44, 0.88)),
    },
    "brush": {  # swung to its right, where the viewer sees its tip
        "stand": ((0, 0, 0), (-0.03, 0.05, 0.20), (-0.12, 0.06, 0.42), (-0.28, 0.12, 0.60), (-0.44, 0.28, 0.70)),
        "run": ((0, 0, 0), (0, 0.06, 0.3), (0.02, 0.10, 0.6), (0.03, 0.12, 0.85), (0.03, 0.18, 1.05)),
    },
    "curl": {
        "stand": ((0, 0, 0), (0, 0.26, 0.14), (0.03, 0.50, 0.10), (0.12, 0.62, -0.12), (0.20, 0.50, -0.28)),
    },
    "flag": {  # a happy dog's
        "stand": ((0, 0, 0), (0, 0.10, 0.22), (0.04, 0.36, 0.42), (0.10, 0.64, 0.44), (0.14, 0.86, 0.34)),
        "run": ((0, 0, 0), (0, 0.10, 0.28), (0.03, 0.26, 0.54), (0.05, 0.46, 0.72)),
    },
    "hang": {
        "stand": ((0, 0, 0), (0, 0.02, 0.13), (0, -0.18, 0.24), (0, -0.50, 0.26), (0.02, -0.84, 0.24)),
        "run": ((0, 0, 0), (0, 0.10, 0.22), (0, 0.10, 0.46), (0, 0.0, 0.70), (0.02, -0.14, 0.90)),
    },
    "heavy": {
        "stand": ((0, 0, 0), (0, -0.12, 0.25), (0, -0.26, 0.52), (0.03, -0.34, 0.78), (0.10, -0.30, 1.0)),
        "run": ((0, 0, 0), (0, -0.02, 0.28), (0, -0.02, 0.56), (0.03, 0.02, 0.82), (0.08, 0.10, 1.0)),
    },
    "drag": {  # straight out and along the ground
        "stand": ((0, 0, 0), (0, -0.04, 0.22), (0.02, -0.10, 0.48), (0.10, -0.13, 0.76), (0.24, -0.12, 1.0)),
    },
    "plume": {  # a squirrel's, up behind its back
        "stand": ((0, 0, 0), (0, -0.02, 0.22), (0, 0.26, 0.40), (0, 0.62, 0.34), (0, 0.86, 0.40), (0, 0.90, 0.62)),
    },
    "stub": {"stand": ((0, 0, 0), (0, 0.25, 0.75), (0, 0.4, 1.0))},
    "spiral": {
        "stand": ((0, 0, 0), (0.0, 0.10, 0.35), (0.28, 0.40, 0.46), (0.0, 0.62, 0.52), (-0.26, 0.34, 0.60),
                  (0.02, 0.12, 0.72)),
    },
}  # fmt: skip
# On the ground: (aside, forward) from the rump in tail lengths, and how high the tip is raised.
_LAID: dict[str, tuple[tuple[float, float], ...]] = {
    "sit": ((0, 0), (0.10, -0.16), (0.34, -0.20), (0.54, -0.06), (0.60, 0.18), (0.52, 0.40)),
    "lie": ((0, 0), (0.10, -0.18), (0.32, -0.26), (0.54, -0.18), (0.68, 0.02), (0.70, 0.22)),
    "curl": ((0, 0), (0.18, 0.10), (0.20, 0.34), (0.02, 0.52), (-0.26, 0.56), (-0.50, 0.46)),
}
_NEVER_LAID = ("stub", "spiral", "plume", "curl", "drag")


def tail_path(tail: Tail, how: str, rump: Array, ground: float, girth: float) -> Array:
    """Points along a tail from the `rump`; laid round a body `girth` wide, or carried above `ground`."""
    if how in _LAID and tail.kind not in _NEVER_LAID:
        return _laid(tail, how, rump, girth)
    shapes = CARRIED[tail.kind]
    points = np.array([(x, y, -z) for x, y, z in shapes.get(how, shapes["stand"])], F) * F(tail.length) + rump
    points[:, 1] = np.maximum(points[:, 1], tail.radii[-1] * 0.9 + ground)
    return smooth(points, closed=False, steps=3).astype(F)


def _laid(tail: Tail, how: str, rump: Array, girth: float) -> Array:
    flat = np.array(_LAID[how], F) * F(min(tail.length, 0.62) if how == "curl" else tail.length)
    radii = np.interp(np.linspace(0, 1, len(flat)), np.linspace(0, 1, len(tail.radii)), tail.radii)
    aside = np.minimum(1, np.arange(len(flat)) / 2) * girth * (0.5 if how != "curl" else 0.12)
    points = np.stack([rump[0] + flat[:, 0] + aside, radii * 0.95, rump[2] + flat[:, 1]], -1)
    points[0] = rump
    if how == "sit":
        points[-1, 1] += 0.07 * tail.length
    return smooth(points, closed=False, steps=3).astype(F)


def tail_radii(tail: Tail, count: int) -> Array:
    spread = np.interp(np.linspace(0, 1, count), np.linspace(0, 1, len(tail.radii)), tail.radii)
    return spread.astype(F)
