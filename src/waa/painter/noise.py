"""Chance with a name. Each stream is seeded by what it is for, so adding a dog never moves a cloud."""

from __future__ import annotations

import hashlib

import cv2
import numpy as np
from numpy.typing import ArrayLike

from waa.painter.colour import Array, F


def stream(*names: object) -> np.random.Generator:
    """The random stream of that name: the same names give the same numbers, on every machine."""
    digest = hashlib.sha256("|".join(map(str, names)).encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:8], "little")))


def smoothstep(low: float, high: float, x: ArrayLike) -> Array:
    """0 below `low`, 1 above `high`, an S-curve between; `low` may be the larger to turn it round."""
    t = np.clip((np.asarray(x, F) - F(low)) / F(high - low), 0, 1)
    eased: Array = t * t * (3 - 2 * t)
    return eased


def value_noise(
    height: int, width: int, cell: float, rng: np.random.Generator, cell_x: float | None = None
) -> Array:
    """(height, width) in about 0..1, smooth over `cell` pixels (`cell_x` across, when it differs)."""
    cell_x = cell_x or cell
    rows, columns = int(height / cell) + 4, int(width / cell_x) + 4
    grid = rng.random((rows, columns), dtype=F)
    size = (int(columns * cell_x) + 1, int(rows * cell) + 1)
    large = np.asarray(cv2.resize(grid, size, interpolation=cv2.INTER_CUBIC), F)
    y, x = int(cell * 1.2), int(cell_x * 1.2)
    return large[y : y + height, x : x + width]


def fractal(
    height: int,
    width: int,
    cell: float,
    octaves: int,
    rng: np.random.Generator,
    *,
    gain: float = 0.5,
    cell_x: float | None = None,
    ridged: bool = False,
) -> Array:
    """Octaves of value noise added up, in about 0..1. `ridged` folds each octave into crests."""
    cell_x = cell_x or cell
    total = np.zeros((height, width), F)
    weight, weights = 1.0, 0.0
    for _ in range(octaves):
        if cell < 1.5:
            break
        octave = value_noise(height, width, cell, rng, cell_x)
        if ridged:
            octave = 1 - np.abs(octave * 2 - 1)
        total += F(weight) * octave
        weights += weight
        weight *= gain
        cell, cell_x = cell / 2, cell_x / 2
    return total / F(max(weights, 1e-6))


def soft_fractal(height: int, width: int, cell: float, octaves: int, rng: np.random.Generator, *, shrink: int = 2,
                 **more: float) -> Array:  # fmt: skip
    """`fractal` made at 1/shrink of the size and enlarged: a quarter of the time for what is smooth anyway."""
    small = fractal(height // shrink + 2, width // shrink + 2, max(1.6, cell / shrink), octaves, rng,
                    gain=more.get("gain", 0.5),
                    cell_x=more["cell_x"] / shrink if "cell_x" in more else None)  # fmt: skip
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), F)


def line_noise(length: int, cell: float, octaves: int, rng: np.random.Generator, gain: float = 0.5) -> Array:
    """(length,) in about 0..1: the outline of a ridge, a shore, a fold."""
    total = np.zeros(length, F)
    weight, weights = 1.0, 0.0
    for _ in range(octaves):
        grid = rng.random(int(length / cell) + 4).astype(F)
        x = np.arange(length) / cell
        i = x.astype(int)
        t = (x - i).astype(F)
        t = t * t * (3 - 2 * t)
        total += F(weight) * (grid[i] * (1 - t) + grid[i + 1] * t)
        weights += weight
        weight *= gain
        cell = max(2.0, cell / 2)
    return total / F(weights)


def tile(size: int, cell: int, octaves: int, rng: np.random.Generator, gain: float = 0.5) -> Array:
    """(size, size) noise that repeats without a seam, for sampling in perspective."""
    total = np.zeros((size, size), F)
    weight, weights = 1.0, 0.0
    while cell >= 2 and octaves > 0:
        grid = np.pad(rng.random((size // cell, size // cell), dtype=F), 2, mode="wrap")
        large = cv2.resize(grid, None, fx=cell, fy=cell, interpolation=cv2.INTER_CUBIC)
        total += F(weight) * large[2 * cell : 2 * cell + size, 2 * cell : 2 * cell + size]
        weights += weight
        weight *= gain
        cell //= 2
        octaves -= 1
    return total / F(weights)


def sample(texture: Array, u: Array, v: Array) -> Array:
    """Read a `tile` at (u, v), where 1.0 is one repeat."""
    size = texture.shape[0]
    x, y = ((u % 1) * size).astype(F), ((v % 1) * size).astype(F)
    return np.asarray(cv2.remap(texture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP), F)
