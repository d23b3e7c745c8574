"""Shapes that food is made of: domes, pillows, puddles, strands; and the crust on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, lathe, make, tube
from waa.painter.solid.relief import noise3, raised, smooth_normals

GOLDEN = "#dd9a3e"
BROWNED = "#a8591c"
CRUMB = "#f8e6b8"


def blend(low: Colour, high: Colour, share: Array) -> Array:
    """(n, 3) colours from `low` to `high` by `share` (n,)."""
    return (rgb(low) + (rgb(high) - rgb(low)) * np.asarray(share, F)[..., None]).astype(F)


def over(colours: Array, colour: Colour, share: Array) -> Array:
    """`colour` laid over `colours` (n, 3), as much as `share` (n,) says."""
    return (colours + (rgb(colour) - colours) * np.asarray(share, F)[..., None]).astype(F)


def dome(radius: float, height: float, colour: Colour = GOLDEN, gloss: float = 0.3, *, rings: int = 36, steps: int = 96,
         waist: float = 0.2) -> Mesh:  # fmt: skip
    """A bun: flat below, widest at `waist` of its height, round above."""
    t = np.linspace(0, math.pi / 2, rings)
    upper = np.column_stack([radius * np.cos(t) ** 0.85, height * (waist + (1 - waist) * np.sin(t) ** 0.95)])
    s = np.linspace(-math.pi / 2, 0, max(4, rings // 4), endpoint=False)
    foot = 0.84 * radius
    lower = np.column_stack([foot + (radius - foot) * np.cos(s), waist * height * (1 + np.sin(s))])
    upper[-1, 0] = 0
    return lathe(np.concatenate([[(0, 0)], lower, upper]), colour, gloss, steps=steps, crease=75)


def faceted(normals: ArrayLike, radii: ArrayLike, colour: Colour, gloss: float = 0.2, *, power: float = 8,
            steps: int = 32) -> Mesh:  # fmt: skip
    """A rounded solid round the origin with a flat side at distance `radii[i]` along each of `normals` (k, 3); the
    higher `power`, the sharper its edges."""
    unit = ball(1, steps=steps)
    n = np.asarray(normals, float)
    n = n / np.linalg.norm(n, axis=1, keepdims=True)
    facing = np.clip(unit.vertices @ n.T / np.asarray(radii, float), 0, None)
    reach = 1 / ((facing**power).sum(1) ** (1 / power) + 1e-9)
    mesh = replace(unit, vertices=(unit.vertices * reach[:, None]).astype(F))
    return replace(mesh, normals=smooth_normals(mesh)).painted(colour).finished(gloss=gloss)


def pillow(width: float, height: float, depth: float, colour: Colour, gloss: float = 0.2, *, power: float = 6,
           steps: int = 32) -> Mesh:  # fmt: skip
    """A box as soft as a pillow, standing on the ground: toast, tofu, butter."""
    sides = np.concatenate([np.eye(3), -np.eye(3)])
    half = np.array([width, height, depth]) / 2
    # A cube first, then stretched: its skin is cut evenly whatever its proportions.
    mesh = faceted(sides, np.ones(6), colour, gloss, power=power,
        steps=steps).scaled(*(float(h) for h in half))  # fmt: skip
    return mesh.moved(y=height / 2)


def cushion(
    outline: ArrayLike, thick: float, *, rings: int = 14, soft: float = 0.17, gloss: float = 0.2
) -> tuple[Mesh, Array]:
    """A slab over an outline (n, 2), lying on y = 0 with rounded edges: a slice, a steak, a biscuit.

    Also the share (vertices,) of the way from the middle to the edge. The outline's y runs away from the viewer.
    """
    t = np.linspace(0, math.pi / 2, 6)
    edge = [1 - soft * 0.5, *(1 - soft * (1 - np.cos(t)) * 0.9)]
    r = np.concatenate([edge, np.linspace(edge[-1], 0, rings + 1)[1:]])
    y = np.concatenate([[0, *(0.45 + 0.55 * np.sin(t))], np.ones(rings)]) * thick
    points = np.asarray(outline, float)
    x, z = points.T
    if float(np.sum(x * np.roll(z, -1) - np.roll(x, -1) * z)) < 0:
        points = points[::-1]
    flat = r[:, None, None] * points[None]
    vertices = np.stack([flat[..., 0], np.broadcast_to(y[:, None], flat.shape[:2]), -flat[..., 1]], -1)
    mesh = make(vertices.reshape(-1, 3), grid_faces(len(r), len(points), wraps=True), gloss=gloss)
    return mesh, np.repeat(r, len(points)).astype(F)


def puddle(radius: float, thick: float, colour: Colour, rng: np.random.Generator, *, wobble: float = 0.18,
           gloss: float = 0.8, lobes: int = 7) -> Mesh:  # fmt: skip
    """Sauce, icing, syrup: a flat drop with a wandering edge, lying on y = 0."""
    t = np.linspace(0, math.pi / 2, 9)
    rim = np.column_stack([radius * (0.86 + 0.14 * np.cos(t)), thick * np.sin(t)])
    mesh = lathe([*rim, (0.5 * radius, thick * 1.03), (0, thick * 1.03)], colour, gloss, steps=96, crease=180)
    return wandering(mesh, rng, wobble, lobes)


def wandering(mesh: Mesh, rng: np.random.Generator, wobble: float, lobes: int = 7) -> Mesh:
    """A round thing made less round: its radius wanders by `wobble` of itself."""
    angle = np.arctan2(mesh.vertices[:, 0], mesh.vertices[:, 2])
    grown = np.ones(len(angle))
    for k in range(2, lobes + 1):
        grown += wobble * float(rng.normal()) / math.sqrt(lobes) * np.cos(k * angle
            + float(rng.uniform(0, 6.3)))  # fmt: skip
    factors = np.stack([grown, np.ones_like(grown), grown], -1)
    moved = replace(mesh, vertices=(mesh.vertices * factors).astype(F))
    return replace(moved, normals=smooth_normals(moved))


def lumpy(mesh: Mesh, amount: float, cell: float, rng: np.random.Generator, octaves: int = 2) -> Mesh:
    """The skin raised and lowered by up to `amount` metres."""
    return raised(mesh, (noise3(mesh.vertices, cell, rng, octaves) - F(0.5)) * F(2 * amount))


def baked(mesh: Mesh, rng: np.random.Generator, *, pale: Colour = "#f0c878", gold: Colour = GOLDEN, dark: Colour = BROWNED,
          cell: float = 0.02) -> Mesh:  # fmt: skip
    """Oven colours: paler low down, golden at the sides, browned on top, patchy."""
    v = mesh.vertices
    low, high = float(v[:, 1].min()), float(v[:, 1].max())
    patch = noise3(v, cell, rng, 2) - F(0.5)
    share = np.clip((v[:, 1] - low) / (high - low) + patch * F(0.5), 0, 1)
    colours = blend(pale, gold, smoothstep(0.05, 0.45, share))
    return mesh.painted(over(colours, dark, smoothstep(0.55, 1.05, share) * F(0.85)))


def noodles(radius: float, height: float, count: int, thick: float, colour: Colour, rng: np.random.Generator, *,
            gloss: float = 0.5) -> Mesh:  # fmt: skip
    """A heap of noodles on y = 0: loops wandering over a low dome."""
    strands = []
    for _ in range(count):
        t = np.linspace(0, 1, 34)
        reach = radius * math.sqrt(float(rng.uniform(0.05, 0.85)))
        turn = float(rng.uniform(0, 6.3)) + np.cumsum(rng.normal(0, 0.05, 34)) + t * float(rng.uniform(2.0,
            4.5)) * rng.choice([-1, 1])  # fmt: skip
        r = np.clip(reach + radius * 0.22 * np.sin(t * float(rng.uniform(4, 9)) + float(rng.uniform(0, 6))),
            0.02 * radius, 0.94 * radius)  # fmt: skip
        lift = height * np.sqrt(np.clip(1 - (r / radius) ** 2, 0, 1)) + thick * rng.uniform(-0.6, 0.8)
        sag = thick * 0.8 * np.sin(t * float(rng.uniform(6, 14)) + float(rng.uniform(0, 6)))
        path = np.stack([r * np.sin(turn), np.maximum(lift + sag, thick * 0.3), r * np.cos(turn)], -1)
        shade = mix(colour, "#b06a18", float(rng.uniform(0, 0.22)))
        strands.append(tube(path, thick, shade, gloss, steps=6, caps=False))
    return join(*strands)


def heap(part: Sequence[Mesh] | Mesh, count: int, radius: float, height: float, rng: np.random.Generator, *,
         flat: bool = False) -> Mesh:  # fmt: skip
    """Copies of `part` piled on a low dome on y = 0; `flat` keeps them lying."""
    parts = [part] if isinstance(part, Mesh) else list(part)
    copies = []
    for k in range(count):
        r = radius * math.sqrt((k + 0.5) / count)
        angle = k * 2.39996
        y = height * (1 - (r / radius) ** 2)
        turns = {"yaw": float(rng.uniform(0, 360))}
        if not flat:
            turns |= {"pitch": float(rng.uniform(-40, 40)), "roll": float(rng.uniform(-40, 40))}
        copies.append(parts[k % len(parts)].turned(**turns).moved(r * math.sin(angle), y,
            r * math.cos(angle)))  # fmt: skip
    return join(*copies)


def bent(mesh: Mesh, radius: float) -> Mesh:
    """A flat sheet in z = 0 bent round an upright cylinder of that radius, facing outwards."""
    v, n = mesh.vertices, mesh.normals
    angle = v[:, 0] / F(radius)
    s, c = np.sin(angle), np.cos(angle)
    reach = F(radius) + v[:, 2]
    vertices = np.stack([reach * s, v[:, 1], reach * c], -1).astype(F)
    normals = np.stack([n[:, 2] * s + n[:, 0] * c, n[:, 1], n[:, 2] * c - n[:, 0] * s], -1).astype(F)
    return replace(mesh, vertices=vertices, normals=normals)


def slumped(mesh: Mesh, floor: float = 0.0) -> Mesh:
    """Pressed flat where it would reach below `floor`."""
    v = mesh.vertices.copy()
    v[:, 1] = np.maximum(v[:, 1], F(floor))
    return replace(mesh, vertices=v)
