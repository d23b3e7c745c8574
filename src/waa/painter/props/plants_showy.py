"""Trees that one names for how they look: in flower, golden, weeping or bare."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.props.plants_trees import boughs_to, round_crown
from waa.painter.solid import foliage
from waa.painter.solid.foliage import Clump, bark, crown
from waa.painter.solid.mesh import Mesh, join
from waa.painter.solid.model import Anchor, Model

_FAN = np.array(
    [
        (0, 0),
        (0.10, 0.42),
        (0.52, 0.70),
        (0.40, 0.95),
        (0.06, 0.86),
        (0, 0.72),
        (-0.06, 0.86),
        (-0.40, 0.95),
        (-0.52, 0.70),
        (-0.10, 0.42),
    ]
)


def _whole(height: float, *meshes: Mesh) -> Model:
    return Model(mesh=join(*meshes), anchors={"top": Anchor(at=(0, height, 0), size=height * 0.22)})


def _umbrella(rng: np.random.Generator, wide: float, low: float, count: int) -> list[Clump]:
    """A flat wide crown that sinks a little to its rim."""
    clumps = []
    for k in range(count):
        angle, reach = 2.39996 * k, wide * math.sqrt((k + 0.4) / count)
        at = (math.sin(angle) * reach, low + 0.9 - 0.09 * reach**2, math.cos(angle) * reach * 0.72)
        r = rng.uniform(0.75, 1.0)
        clumps.append(Clump(at=at, radii=(r, r * 0.58, r)))
    return clumps


def _ends(clumps: Sequence[Clump], step: int, sink: float = 0.3) -> list[tuple[float, float, float]]:
    """Where boughs end: inside some of the clumps."""
    return [(float(c.at[0]), float(c.at[1]) - sink, float(c.at[2])) for c in clumps[::step]]


@draws("flame_tree")
def flame_tree(look: Look) -> Model:
    """A flame of the forest, 5 m: a wide umbrella, scarlet above feathery green."""
    rng = look.rng("flame tree")
    red, wood = look.tint("#f2452f"), "#9b8468"
    clumps = _umbrella(rng, 2.7, 3.3, 13)
    trunk = bark(
        [(0.1, -0.02, 0), (-0.1, 0.9, 0.05), (0.05, 1.8, 0)], [0.28, 0.21, 0.18], wood, rng, flare=0.8
    )
    green = crown(clumps, 1100, 0.24, "#7fb046", "#35602a", rng, droop=0.5)
    upper = [Clump(at=(c.at[0], c.at[1] + 0.22, c.at[2]), radii=[r * 0.94 for r in c.radii]) for c in clumps]
    fire = crown(
        upper,
        1500,
        0.21,
        red,
        shift(red, -0.01, 1.1, 0.62),
        rng,
        outline=foliage.BROAD,
        droop=0.0,
        spread=0.35,
        accents=(mix(red, "#ffb13d", 0.5), mix(red, "#ff7a4a", 0.5)),
        accent_share=0.35,
        core=False,
    )
    return _whole(4.6, trunk, *boughs_to((0.05, 1.7, 0), _ends(clumps, 3), 0.14, wood, rng), green, fire)


@draws("jacaranda")
def jacaranda(look: Look) -> Model:
    """A jacaranda in flower, 5.2 m, violet blue; blossoms lie round its foot."""
    rng = look.rng("jacaranda")
    violet, wood = look.tint("#9a7fe6"), "#7d6a5c"
    clumps = round_crown(rng, 3.4, 2.2, 1.5, 15, 0.74)
    trunk = bark(
        [(0, -0.02, 0), (0.12, 0.8, 0), (0, 1.6, 0), (0.05, 2.8, 0)],
        [0.25, 0.19, 0.16, 0.08],
        wood,
        rng,
        flare=0.7,
    )
    petals = crown(
        clumps,
        2500,
        0.21,
        violet,
        shift(violet, 0.01, 1.15, 0.58),
        rng,
        outline=foliage.BROAD,
        droop=0.1,
        spread=0.4,
        accents=(mix(violet, "#ffffff", 0.45), mix(violet, "#6f8f4a", 0.55)),
        accent_share=0.25,
    )
    ends = [(-1.3, 2.7, 0.3), (1.4, 2.8, 0.1), (0.4, 3.2, 0.8), (-0.3, 3.3, -0.7)]
    return _whole(4.8, trunk, *boughs_to((0, 1.5, 0), ends, 0.11, wood, rng), petals, _carpet(rng, violet))


@draws("trumpet_tree")
def trumpet_tree(look: Look) -> Model:
    """A golden trumpet tree, 4.6 m: nothing but yellow bells on thin grey boughs."""
    rng = look.rng("trumpet tree")
    gold, wood = look.tint("#ffd02e"), "#9a8d80"
    clumps = round_crown(rng, 3.1, 1.75, 1.3, 17, 0.56)[1:]
    trunk = bark([(0, -0.02, 0), (-0.06, 0.8, 0), (0.02, 1.5, 0)], [0.18, 0.14, 0.12], wood, rng, flare=0.6)
    bells = crown(
        clumps,
        1900,
        0.22,
        gold,
        shift(gold, -0.02, 1.1, 0.68),
        rng,
        outline=foliage.BLOSSOM,
        droop=0.2,
        spread=0.4,
        accents=(mix(gold, "#fff6c0", 0.6),),
        accent_share=0.3,
    )
    return _whole(
        4.3,
        trunk,
        *boughs_to((0.02, 1.4, 0), _ends(clumps, 2, 0.2), 0.085, wood, rng),
        bells,
        _carpet(rng, gold),
    )


@draws("ginkgo_tree")
def ginkgo_tree(look: Look) -> Model:
    """A ginkgo in autumn, 5.6 m: a tall golden cone of fan-shaped leaves, a golden ring at its foot."""
    rng = look.rng("ginkgo")
    gold, wood = look.tint("#f6c02c"), "#8a7660"
    clumps = []
    for k in range(16):
        t = (k + 0.5) / 16
        reach = 1.2 * (1 - t) ** 0.8 * rng.uniform(0.75, 1.0)
        angle, r = 2.39996 * k, 0.92 - 0.42 * t
        clumps.append(
            Clump(
                at=(math.sin(angle) * reach, 1.9 + 3.2 * t, math.cos(angle) * reach * 0.9),
                radii=(r, r * 0.78, r),
            )
        )
    trunk = bark([(0, -0.02, 0), (0, 1.4, 0), (0, 4.6, 0)], [0.24, 0.18, 0.05], wood, rng, flare=0.7)
    leaves = crown(
        clumps,
        1900,
        0.27,
        gold,
        shift(gold, -0.03, 1.15, 0.58),
        rng,
        outline=_FAN,
        spread=0.45,
        accents=(mix(gold, "#fff2a8", 0.5), mix(gold, "#c9c243", 0.5)),
        accent_share=0.3,
    )
    return _whole(5.3, trunk, leaves, _carpet(rng, gold, _FAN))


@draws("kapok_tree")
def kapok_tree(look: Look) -> Model:
    """A red cotton tree in March, 6 m: a straight trunk, level boughs, great red flowers and no leaf."""
    rng = look.rng("kapok")
    red, wood = look.tint("#e23c26"), "#a39a8c"
    parts = [
        bark([(0, -0.02, 0), (0, 2.5, 0), (0, 5.7, 0)], [0.30, 0.20, 0.05], wood, rng, flare=1.1, between=10)
    ]
    at, along = [], []
    for k in range(17):
        y, angle = 1.9 + 0.22 * k, 2.39996 * k + rng.uniform(-0.3, 0.3)
        length = 2.3 * (1 - (k / 19) ** 1.6) * rng.uniform(0.8, 1.05) + 0.35
        out = np.array([math.sin(angle), 0, math.cos(angle) * 0.8])
        tip = np.array([0, y, 0]) + out * length + (0, 0.35, 0)
        middle = np.array([0, y, 0]) + out * length * 0.5 + (0, 0.02, 0)
        parts.append(bark([(0, y, 0), middle, tip], [0.085, 0.06, 0.025], wood, rng, steps=7, between=4))
        for t in np.linspace(0.25, 1.0, 9):
            at.append(
                np.array([0, y, 0]) * (1 - t)
                + tip * t
                - (0, 0.18 * math.sin(math.pi * t), 0)
                + rng.normal(0, 0.06, 3)
            )
            along.append(np.array([0, 1.0, 0]) + rng.normal(0, 0.4, 3))
    parts += _cups(np.array(at), np.array(along), red, rng)
    return _whole(5.6, *parts, _carpet(rng, red))


def _cups(at: Array, along: Array, colour: Colour, rng: np.random.Generator) -> list[Mesh]:
    """Flowers of five thick petals round golden stamens."""
    up = along / np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(up, rng.normal(size=up.shape))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    other = np.cross(up, side)
    meshes = []
    for k in range(5):
        out = side * math.cos(2 * math.pi * k / 5) + other * math.sin(2 * math.pi * k / 5)
        tint = np.clip(rgb(colour) * rng.uniform(0.85, 1.1, (len(at), 1)).astype(F), 0, 1)
        petals = foliage.cards(
            at,
            out + up * 0.75,
            up * 0.8 - out * 0.4,
            0.21,
            tint,
            outline=foliage.BROAD * (0.9, 1),
            lit_from=up + out * 0.6 + (0, 0.5, 0.3),
            fold=0.3,
            gloss=0.2,
        )
        meshes.append(petals)
    stamens = foliage.cards(
        at, up, side, 0.16, rgb("#ffcf5a"), outline=foliage.NEEDLE, lit_from=up + (0, 0.5, 0.5)
    )
    return [*meshes, stamens]


@draws("willow")
def willow(look: Look) -> Model:
    """A weeping willow, 5 m: a leaning trunk and curtains of long leaves."""
    rng = look.rng("willow")
    green, wood = look.tint("#a3c24e"), "#84705a"
    clumps = _umbrella(rng, 1.9, 3.4, 11)
    trunk = bark(
        [(0.2, -0.02, 0), (-0.1, 0.9, 0.05), (0.1, 1.9, 0)],
        [0.32, 0.25, 0.2],
        wood,
        rng,
        flare=0.8,
        stripes=0.5,
    )
    dark = shift(green, 0.02, 1.1, 0.5)
    top = crown(clumps, 1700, 0.25, green, dark, rng, droop=0.5)
    return _whole(
        4.7, trunk, *boughs_to((0.1, 1.8, 0), _ends(clumps, 2), 0.15, wood, rng), top, _curtain(green, rng)
    )


def _curtain(green: Array, rng: np.random.Generator) -> Mesh:
    """Strands that hang from the rim of the crown, some to the ground; leaves along them, alternately."""
    strands, leaves = 110, 15
    angle, reach = rng.uniform(0, 2 * math.pi, strands), rng.uniform(1.2, 2.65, strands)
    length = (1.5 + 1.7 * rng.random(strands)) * (0.72 + 0.12 * reach)
    t = np.linspace(0, 1, leaves)
    out = np.stack([np.sin(angle), np.zeros(strands), np.cos(angle) * 0.75], -1)
    y = (4.35 - 0.12 * reach**2)[:, None] - length[:, None] * t[None] ** 1.1
    spread = reach[:, None] * (1 + 0.10 * np.sin(2.4 * t))[None]
    at = out[:, None] * spread[..., None]
    at[..., 1] = np.maximum(y, 0.12)
    sway = (
        np.where(np.arange(leaves) % 2 == 0, 1.0, -1.0)[None, :, None]
        * np.cross(out, (0, 1, 0))[:, None]
        * 0.35
    )
    along = np.array([0, -1.0, 0]) + sway + rng.normal(0, 0.1, at.shape)
    facing = np.broadcast_to(out[:, None] + (0, 0.2, 0), at.shape)
    shade = (0.62 + 0.45 * rng.random((strands, 1)))[..., None] * (1.05 - 0.15 * t)[None, :, None]
    tints = np.clip(rgb(green) * shade, 0, 1).reshape(-1, 3)
    return foliage.cards(
        at.reshape(-1, 3),
        along.reshape(-1, 3),
        facing.reshape(-1, 3),
        0.26,
        tints,
        outline=foliage.BLADE * (0.8, 1),
        lit_from=facing.reshape(-1, 3),
    )


@draws("dead_tree")
def dead_tree(look: Look) -> Model:
    """A bare tree of 5 m, its boughs forking to twigs."""
    rng = look.rng("dead tree")
    wood = look.tint("#8d8078")
    parts = [
        bark(
            [(0, -0.02, 0), (-0.12, 0.9, 0), (0.05, 1.7, 0)],
            [0.30, 0.22, 0.19],
            wood,
            rng,
            flare=0.9,
            stripes=0.55,
            between=8,
        )
    ]
    tips = [
        (np.array([0.05, 1.65, 0]), np.array([x, 1.0, z]), 0.15)
        for x, z in ((-0.75, 0.2), (0.7, 0.1), (0.05, -0.3), (0.1, 0.5))
    ]
    for length in (1.25, 0.95, 0.7, 0.45):
        grown = []
        for start, way, thick in tips:
            way = way / np.linalg.norm(way)
            end = start + way * length * rng.uniform(0.8, 1.15)
            bend = (start + end) / 2 + rng.normal(0, 0.10 * length, 3)
            parts.append(
                bark([start, bend, end], [thick, thick * 0.75, thick * 0.5], wood, rng, steps=7, between=3)
            )
            for turn in (-1, 1):
                fork = way + turn * np.cross(way, rng.normal(size=3)) * 0.55 + (0, 0.12, 0)
                grown.append((end, fork, thick * 0.52))
        tips = grown
    return _whole(4.6, *parts)


def _carpet(rng: np.random.Generator, colour: Colour, outline: np.ndarray = foliage.OVAL) -> Mesh:
    """What has fallen round the foot."""
    count = 110
    angle, reach = rng.uniform(0, 2 * math.pi, count), 1.9 * np.sqrt(rng.random(count))
    at = np.stack([np.sin(angle) * reach, np.full(count, 0.015), np.cos(angle) * reach], -1)
    along = np.stack([np.cos(angle * 3), rng.uniform(-0.1, 0.1, count), np.sin(angle * 3)], -1)
    tints = np.clip(rgb(colour) * rng.uniform(0.8, 1.08, (count, 1)).astype(F), 0, 1)
    return foliage.cards(
        at, along, np.tile([0.0, 1, 0.15], (count, 1)), 0.13, tints, outline=outline, fold=0.12
    )
