"""What grows along a road: shrubs, royal palms."""

from __future__ import annotations

import numpy as np

from waa.painter import noise
from waa.painter.colour import Array, mix, shift
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, ball, join, make, tube


def shrub(r: float, tint: Array | str) -> Mesh:
    rng = noise.stream("shrub", round(r * 100))
    lumps = []
    for _ in range(4):
        x, z, s = rng.uniform(-r, r), rng.uniform(-r, r), r * rng.uniform(0.5, 0.9)
        lumps.append(
            _lump(s).painted(shift(tint, 0, 1, float(rng.uniform(0.85, 1.1)))).moved(float(x), 0, float(z))
        )
    return join(*lumps)


@kept
def _lump(size: float) -> Mesh:
    return ball((size, size * 0.9, size), (0, size * 0.5, 0), steps=8)


def palm(height: float, seed: int) -> Mesh:
    """A royal palm: a smooth leaning trunk, a crown of fronds that droop."""
    rng = noise.stream("palm", seed)
    lean = float(rng.uniform(-0.5, 0.3))
    top = np.array([lean, height, 0])
    t = np.linspace(0, 1, 7)[:, None]
    trunk = tube(
        np.array([0, 0, 0]) * (1 - t) + top * t + np.array([lean * 0.3, 0, 0]) * np.sin(np.pi * t),
        np.linspace(0.17, 0.10, 7).tolist(),
        "#9a8468",
        steps=8,
    )
    shaft = tube([top, top + (lean * 0.05, 0.5, 0)], [0.12, 0.09], "#6f9a4a", steps=8)
    fronds = [
        _frond(height * 0.36, float(rng.uniform(0.2, 0.75)), k)
        .turned(k * 137.5 + seed * 40)
        .moved(*(top + (0, 0.45, 0)))
        for k in range(13)
    ]
    return join(trunk, shaft, *fronds)


def _frond(length: float, rise: float, number: int) -> Mesh:
    """A feather along +z that rises and falls, both sides seen."""
    t = np.linspace(0, 1, 10)
    spine = np.column_stack(
        [0 * t, length * (rise * t - (0.55 + 0.5 * rise) * t**2.2), length * t * (1 - 0.12 * t)]
    )
    half = length * 0.20 * np.sin(np.pi * np.clip(t * 0.92 + 0.06, 0, 1)) ** 0.7
    left, right = (
        spine + np.column_stack([-half, -0.35 * half, 0 * t]),
        spine + np.column_stack([half, -0.35 * half, 0 * t]),
    )
    n = len(t)
    faces = []
    for i in range(n - 1):
        for a, b in ((0, n), (n, 2 * n)):
            faces += [(a + i, a + i + 1, b + i), (b + i, a + i + 1, b + i + 1)]
    vertices = np.concatenate([left, spine, right])
    tint = mix("#3f7f3a", "#8fb04a", (number % 4) / 5)
    upper = make(vertices, faces, None, tint, 0.2)
    return join(upper, make(vertices, np.array(faces)[:, ::-1], None, shift(tint, 0, 1, 0.7), 0.1))
