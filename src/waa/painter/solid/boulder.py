"""Boulders: stones with flat faces and worn edges, as frost and falls leave them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import Mesh, ball
from waa.painter.solid.relief import noise3, raised, smooth_normals


def boulder(
    rng: np.random.Generator,
    colour: Colour = "#8f8d8a",
    *,
    facets: int = 16,
    wear: float = 0.035,
    steps: int = 26,
    flat: float = 0.75,
    patches: Colour | None = None,
) -> Mesh:
    """A stone about 1 m across, sunk a little into the ground; `flat` is its height to its width.

    `facets` planes cut it and `wear` rounds their edges. `patches` is the colour of what grows on its top.
    """
    stone = ball(0.5, steps=steps)
    unit = stone.vertices * F(2)
    shape = unit * (_cut(unit, rng, facets, wear) * F(0.5))[:, None] * np.array([1.0, flat, 0.9], F)
    stone = replace(stone, vertices=shape.astype(F))
    stone = replace(stone, normals=smooth_normals(stone))
    rough = noise3(stone.vertices, 0.30, rng, 4)
    stone = raised(stone, (rough - F(0.5)) * F(0.07))
    sunk = stone.vertices - np.array([0, float(stone.low[1]) + 0.20 * flat, 0], F)
    sunk[:, 1] = np.maximum(sunk[:, 1], -0.004)
    return replace(stone, vertices=sunk).painted(_weathered(sunk, stone.normals, rough, colour, patches, rng))


def _cut(unit: Array, rng: np.random.Generator, facets: int, wear: float) -> Array:
    """(n,): how far out the stone reaches in each direction, 1 where no plane cuts it."""
    planes = rng.normal(size=(facets, 3))
    planes /= np.linalg.norm(planes, axis=1, keepdims=True)
    reach = rng.uniform(0.62, 0.92, facets)
    # A soft maximum over the planes keeps the edges round.
    over = np.concatenate([(unit @ planes.T) / reach, np.ones((len(unit), 1))], 1)
    most = over.max(1, keepdims=True)
    soft = most[:, 0] + np.log(np.exp((over - most) / wear).sum(1)) * wear
    return (1 / soft).astype(F)


def _weathered(
    v: Array, n: Array, rough: Array, colour: Colour, patches: Colour | None, rng: np.random.Generator
) -> Array:
    """Darker where it meets the ground, paler on top, veined; moss or lichen in patches."""
    stain = noise3(v, 0.45, rng, 4)
    tone = (
        F(0.80)
        + F(0.26) * smoothstep(-0.3, 0.9, n[:, 1])
        + (stain - F(0.5)) * F(0.55)
        + (rough - F(0.5)) * F(0.5)
    )
    tone *= F(0.72) + F(0.28) * smoothstep(0.0, 0.12, v[:, 1])
    warm = noise3(v, 0.6, rng, 2)
    base = (
        rgb(colour)
        + (rgb(mix(colour, "#c9a888", 0.35)) - rgb(colour)) * smoothstep(0.45, 0.75, warm)[:, None]
    )
    painted: Array = (base * tone[:, None]).astype(F)
    if patches is not None:
        grown = smoothstep(
            0.50, 0.60, stain * F(0.55) + F(0.45) * smoothstep(0.1, 0.9, n[:, 1]) * rough * F(1.6)
        )
        painted += (rgb(patches) * (F(0.75) + F(0.5) * rough)[:, None] - painted) * grown[:, None]
    return np.clip(painted, 0, 1)
