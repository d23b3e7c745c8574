"""Broad-leaved trees and the bush."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.solid import foliage
from waa.painter.solid.foliage import Clump, bark, crown
from waa.painter.solid.mesh import Mesh, join
from waa.painter.solid.model import Anchor, Model


def boughs_to(
    fork: tuple[float, float, float],
    ends: list[tuple[float, float, float]],
    thick: float,
    colour: Colour,
    rng: np.random.Generator,
) -> list[Mesh]:
    """Boughs that leave the trunk at `fork` and bend upwards to their ends."""
    start = np.asarray(fork, float)
    meshes = []
    for end in ends:
        tip = np.asarray(end, float)
        middle = start + (tip - start) * 0.5 + (0, -0.10 * np.linalg.norm(tip - start), 0)
        meshes.append(
            bark([start, middle, tip], [thick, thick * 0.7, thick * 0.3], colour, rng, steps=8, between=4)
        )
    return meshes


def round_crown(
    rng: np.random.Generator, middle: float, wide: float, tall: float, count: int, size: float
) -> list[Clump]:
    """Clumps in a loose ball: one in the middle, others round it on a spiral."""
    clumps = [Clump(at=(0, middle, 0), radii=(wide * 0.66, tall * 0.66, wide * 0.62))]
    for k in range(count):
        y = 1 - 2 * (k + 0.5) / count
        reach = math.sqrt(max(0.0, 1 - y * y))
        angle = 2.39996 * k + rng.uniform(-0.35, 0.35)
        r = size * rng.uniform(0.82, 1.2)
        at = (
            math.sin(angle) * reach * wide * 0.62,
            middle + y * tall * 0.62,
            math.cos(angle) * reach * wide * 0.58,
        )
        clumps.append(Clump(at=at, radii=(r, r * 0.82, r)))
    return clumps


def _leaf_tints(look: Look, default: Colour) -> tuple[Array, Array]:
    """(light, dark) of the leaves; bright colours get a darker, warmer depth."""
    light = look.tint(default)
    return light, shift(light, 0.015, 1.12, 0.50)


@draws("tree")
def tree(look: Look) -> Model:
    """A round-headed tree of 5 m."""
    rng = look.rng("tree")
    light, dark = _leaf_tints(look, "#86b84a")
    wood = "#a88258"
    lean = rng.uniform(-0.15, 0.15)
    fork = (lean * 0.6, 1.45, 0.0)
    clumps = round_crown(rng, 3.15, 2.0, 1.62, 14, 0.86)
    trunk = bark(
        [(0, -0.02, 0), (lean * 0.3, 0.8, 0.02), fork, (lean, 2.9, 0)],
        [0.29, 0.22, 0.18, 0.08],
        wood,
        rng,
        flare=0.8,
    )
    ends = [(-1.0, 2.3, 0.3), (1.05, 2.5, 0.2), (0.1, 2.8, 0.7), (-0.1, 2.8, -0.6)]
    leaves = crown(clumps, 2700, 0.275, light, dark, rng)
    return Model(mesh=join(trunk, *boughs_to(fork, ends, 0.12, wood, rng), leaves), anchors=_top(4.6))


def _top(height: float) -> dict[str, Anchor]:
    return {"top": Anchor(at=(0, height, 0), size=height * 0.22)}


@draws("cherry_tree")
def cherry_tree(look: Look) -> Model:
    """A cherry in full blossom, 4.5 m, wider than tall; petals lie round its foot."""
    rng = look.rng("cherry")
    light = look.tint("#ffc4d8")
    dark = mix(shift(light, 0.01, 1.35, 0.84), "#b8507c", 0.15)
    wood = "#7a564a"
    fork = (0.05, 1.0, 0.0)
    trunk = bark(
        [(0.12, -0.02, 0), (-0.05, 0.5, 0.05), fork], [0.27, 0.21, 0.19], wood, rng, flare=0.7, stripes=0.5
    )
    ends = [(-1.75, 2.5, 0.2), (1.8, 2.6, 0.1), (0.6, 3.1, 0.9), (-0.7, 3.2, -0.8), (0.0, 3.4, 0.2)]
    boughs = boughs_to(fork, ends, 0.15, wood, rng)
    clumps = [Clump(at=(x, y + 0.25, z), radii=(0.82, 0.56, 0.75)) for x, y, z in ends]
    for k in range(11):
        angle, reach = 2.39996 * k, rng.uniform(0.4, 2.0)
        r = rng.uniform(0.48, 0.70)
        y = 3.55 - 0.30 * reach**1.4 + rng.uniform(-0.2, 0.25)
        clumps.append(
            Clump(at=(math.sin(angle) * reach, y, math.cos(angle) * reach * 0.8), radii=(r, r * 0.72, r))
        )
    accents = (mix(light, "#ffffff", 0.6), mix(light, "#e87aa2", 0.4))
    petals = crown(
        clumps,
        1900,
        0.20,
        light,
        dark,
        rng,
        outline=foliage.BROAD,
        droop=0.0,
        spread=0.4,
        accents=accents,
        accent_share=0.3,
    )
    blossom = crown(
        clumps,
        480,
        0.25,
        mix(light, "#ffffff", 0.25),
        mix(dark, light, 0.5),
        rng,
        outline=foliage.BLOSSOM,
        droop=0.0,
        spread=0.2,
        core=False,
        accents=accents,
        accent_share=0.5,
    )
    return Model(
        mesh=join(trunk, *boughs, petals, blossom, _fallen(rng, 90, 1.9, 0.11, light, foliage.OVAL)),
        anchors=_top(4.2),
    )


def _fallen(
    rng: np.random.Generator, count: int, reach: float, size: float, colour: Colour, outline: np.ndarray
) -> Mesh:
    """Leaves or petals on the ground."""
    angle, r = rng.uniform(0, 2 * math.pi, count), reach * np.sqrt(rng.random(count))
    at = np.stack([np.sin(angle) * r, np.full(count, 0.015), np.cos(angle) * r], -1)
    along = np.stack([np.cos(angle * 3), rng.uniform(-0.1, 0.1, count), np.sin(angle * 3)], -1)
    tints = rgb(colour) * rng.uniform(0.8, 1.08, (count, 1)).astype(F)
    return foliage.cards(
        at, along, np.tile([0.0, 1, 0.15], (count, 1)), size, np.clip(tints, 0, 1), outline=outline, fold=0.12
    )


@draws("maple_tree")
def maple_tree(look: Look) -> Model:
    """A maple in autumn, 4.8 m, crimson to gold; its leaves are maple leaves, on the ground too."""
    rng = look.rng("maple")
    light = look.tint("#ee5a2a")
    dark = shift(light, -0.015, 1.15, 0.48)
    wood = "#84685a"
    fork = (-0.05, 1.25, 0.0)
    trunk = bark(
        [(0, -0.02, 0), (0.1, 0.6, 0), fork, (-0.1, 2.6, 0)], [0.25, 0.19, 0.16, 0.07], wood, rng, flare=0.75
    )
    ends = [(-1.2, 2.5, 0.3), (1.25, 2.4, 0.1), (0.3, 2.9, 0.8), (-0.2, 2.9, -0.7)]
    clumps = round_crown(rng, 3.0, 2.0, 1.45, 13, 0.80)
    warm = () if look.colour else ("#f7a52e", "#d8332a", "#ffc94a", "#b81f2c")
    leaves = crown(
        clumps,
        1250,
        0.34,
        light,
        dark,
        rng,
        outline=foliage.MAPLE,
        spread=0.42,
        accents=warm,
        accent_share=0.5,
    )
    fallen = _fallen(rng, 70, 1.9, 0.19, light, foliage.MAPLE)
    return Model(mesh=join(trunk, *boughs_to(fork, ends, 0.11, wood, rng), leaves, fallen), anchors=_top(4.5))


@draws("banyan")
def banyan(look: Look) -> Model:
    """A wall-root banyan of 7 m, as over Hong Kong's stone walls: a bundle of trunks, aerial roots, a wide dark crown."""
    rng = look.rng("banyan")
    light, dark = _leaf_tints(look, "#5f9a45")
    wood = "#b39f86"
    parts = []
    for k in range(8):
        angle = 2 * math.pi * k / 8 + rng.uniform(-0.25, 0.25)
        foot, neck = rng.uniform(0.40, 0.62), rng.uniform(0.14, 0.28)
        path = [
            (math.sin(angle) * foot, -0.02, math.cos(angle) * foot * 0.8),
            (math.sin(angle) * neck * 1.2, 0.9, math.cos(angle) * neck),
            (math.sin(angle + 0.5) * neck, 2.0, math.cos(angle + 0.5) * neck),
            (math.sin(angle) * 0.75, 3.4, math.cos(angle) * 0.6),
        ]
        parts.append(bark(path, [0.24, 0.19, 0.21, 0.12], wood, rng, steps=10, between=4, flare=0.9))
    ends = [
        (-2.9, 3.9, 0.2),
        (2.9, 4.0, 0.0),
        (1.4, 4.3, 1.5),
        (-1.4, 4.3, 1.4),
        (-1.2, 4.6, -1.4),
        (1.3, 4.6, -1.4),
    ]
    parts += boughs_to((0.0, 2.6, 0.0), ends, 0.24, wood, rng)
    for k in range(22):
        reach, angle = rng.uniform(0.8, 2.6), rng.uniform(0, 2 * math.pi)
        x, z = math.sin(angle) * reach, math.cos(angle) * reach * 0.6
        low = 0.0 if k % 3 == 0 else rng.uniform(1.0, 2.6)
        path = [(x, 4.2, z), (x + rng.uniform(-0.1, 0.1), 2.8, z), (x + rng.uniform(-0.12, 0.12), low, z)]
        parts.append(
            bark(
                path,
                [0.035, 0.03, 0.04 if low == 0 else 0.008],
                "#8d7559",
                rng,
                steps=6,
                between=3,
                rough=0.0,
            )
        )
    clumps = [Clump(at=(x, y + 0.55, z), radii=(1.25, 0.80, 1.1)) for x, y, z in ends]
    for k in range(10):
        angle, reach = 2.39996 * k, 2.9 * math.sqrt((k + 0.5) / 10)
        at = (
            math.sin(angle) * reach,
            5.75 - 0.13 * reach**2 + rng.uniform(-0.1, 0.2),
            math.cos(angle) * reach * 0.72,
        )
        clumps.append(Clump(at=at, radii=(1.15, 0.75, 1.0)))
    leaves = crown(clumps, 2300, 0.33, light, dark, rng, gloss=0.14)
    return Model(mesh=join(*parts, leaves), anchors=_top(6.6))


@draws("bush")
def bush(look: Look) -> Model:
    """A rounded shrub of 1.1 m."""
    rng = look.rng("bush")
    light, dark = _leaf_tints(look, "#74a843")
    clumps = [Clump(at=(0, 0.46, 0), radii=(0.55, 0.52, 0.5))]
    for k in range(8):
        angle = 2.39996 * k + rng.uniform(-0.3, 0.3)
        reach, y = rng.uniform(0.28, 0.50), rng.uniform(0.22, 0.62)
        r = rng.uniform(0.24, 0.34)
        clumps.append(
            Clump(at=(math.sin(angle) * reach * 1.15, y, math.cos(angle) * reach), radii=(r, r * 0.9, r))
        )
    leaves = crown(clumps, 1700, 0.105, light, dark, rng, droop=0.15)
    flat = leaves.vertices.copy()
    flat[:, 1] = np.maximum(flat[:, 1], 0.0)
    mesh = Mesh(flat, leaves.faces, leaves.normals, leaves.colours, leaves.surface)
    return Model(mesh=mesh, anchors=_top(0.95))
