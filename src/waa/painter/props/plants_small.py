"""Small things out of doors: the mushroom, the cactus, the campfire."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.props import flower_heads, petals
from waa.painter.props.garnish import planted, spots
from waa.painter.shapes import bezier
from waa.painter.solid import foliage
from waa.painter.solid.boulder import boulder
from waa.painter.solid.foliage import bark, cards
from waa.painter.solid.mesh import Mesh, ball, join, lathe, tube
from waa.painter.solid.model import Anchor, Lamp, Model
from waa.painter.solid.relief import smooth_normals

# -- mushrooms --------------------------------------------------------------------------------------------


@draws("mushroom")
def mushroom(look: Look) -> Model:
    """A toadstool of 15 cm with a red cap, two small ones beside it, grass at their feet."""
    rng = look.rng("mushroom")
    cap = look.tint("#e23a2e")
    parts = [
        _toadstool(cap, 1.0, rng),
        _toadstool(cap, 0.56, rng).turned(roll=-8).moved(0.066, 0, 0.030),
        _toadstool(cap, 0.40, rng).turned(roll=11).moved(-0.058, 0, 0.036),
    ]
    count = 46
    angle, reach = rng.uniform(0, 2 * math.pi, count), rng.uniform(0.03, 0.085, count)
    at = np.stack([np.sin(angle) * reach, np.full(count, -0.002), np.cos(angle) * reach], -1)
    along = np.stack([np.sin(angle) * 0.5, np.ones(count), np.cos(angle) * 0.4], -1)
    tints = np.clip(rgb("#86bd50") * rng.uniform(0.7, 1.15, (count, 1)).astype(F), 0, 1)
    grass = cards(
        at,
        along,
        (0, 0.3, 1.0),
        rng.uniform(0.026, 0.048, count),
        tints,
        outline=foliage.BLADE * (0.6, 1),
        tip=0.3,
    )
    top = Anchor(at=(0, 0.148, 0), size=0.1)
    return Model(
        mesh=join(*parts, grass),
        anchors={"top": top, "seat": top, "grip": Anchor(at=(0, 0.04, 0), size=0.12)},
    )


def _toadstool(cap: Colour, scale: float, rng: np.random.Generator) -> Mesh:
    stem = lathe(
        [(0, 0), (0.024, 0.0), (0.027, 0.012), (0.019, 0.035), (0.0165, 0.075), (0.018, 0.098)],
        "#f7efdf",
        0.1,
        steps=24,
    )
    skirt = lathe(
        [(0.017, 0.080), (0.026, 0.070), (0.030, 0.062), (0.0285, 0.062), (0.018, 0.074)],
        "#fbf5e8",
        0.1,
        steps=28,
    )
    profile = [
        (0.016, 0.096),
        (0.045, 0.088),
        (0.060, 0.086),
        (0.066, 0.088),
        (0.068, 0.093),
        (0.064, 0.108),
        (0.052, 0.128),
        (0.032, 0.143),
        (0.012, 0.149),
        (0, 0.150),
    ]
    hat = lathe(profile, cap, 0.45, steps=48, crease=180)
    v = hat.vertices
    under = smoothstep(0.10, -0.35, hat.normals[:, 1])
    gills = F(0.80) + F(0.20) * np.cos(np.arctan2(v[:, 0], v[:, 2]) * 34)
    tone = rgb(cap) * (F(0.86) + F(0.20) * smoothstep(0.09, 0.15, v[:, 1]))[:, None]
    hat = hat.painted(
        np.clip(tone + (rgb("#f6ead4") * gills[:, None] - tone) * under[:, None], 0, 1).astype(F)
    )
    at, up = spots(hat, 22, 0.021, rng, (v[:, 1] > 0.098) & (hat.normals[:, 1] > 0.12))
    dots = planted(ball((0.0082, 0.0030, 0.0082), colour="#fff9ee", steps=10), at, up, rng, sizes=(0.6, 1.25))
    return join(stem, skirt, hat, dots).scaled(scale)


# -- the cactus -------------------------------------------------------------------------------------------


@draws("cactus")
def cactus(look: Look) -> Model:
    """A saguaro of a metre with two arms, spines on its ribs, a flower on its head."""
    rng = look.rng("cactus")
    green = look.tint("#4fa565")
    trunk = [(0, 0.02, 0), (0, 0.10, 0), (0, 0.3, 0), (0, 0.55, 0), (0, 0.76, 0), (0, 0.86, 0)]
    left = bezier((-0.08, 0.34, 0), (-0.30, 0.30, 0.02), (-0.29, 0.42, 0.03), (-0.28, 0.66, 0.02), steps=12)
    right = bezier((0.08, 0.46, 0), (0.27, 0.42, 0.02), (0.27, 0.52, 0.03), (0.26, 0.72, 0.02), steps=12)
    limbs = [
        _ribbed(trunk, [0.105, 0.125, 0.138, 0.136, 0.122, 0.10], 11, green),
        _ribbed(left, np.linspace(0.066, 0.072, 12), 8, green),
        _ribbed(right, np.linspace(0.060, 0.064, 12), 8, green),
    ]
    spines = [_spines(limb, count, rng) for limb, count in zip(limbs, (210, 80, 70), strict=True)]
    bloom = flower_heads.daisy_head("#ff7fae", 0.16, rng, count=10, fine=False)
    small = bloom.scaled(0.55)
    parts = [
        *limbs,
        *spines,
        petals.nodding(bloom, (0.02, 0.945, 0.05), 32),
        petals.nodding(small, (-0.28, 0.727, 0.045), 30),
    ]
    stones = [
        boulder(noise.stream("cactus stone", k), "#c9ae86", steps=14, flat=0.6).scaled(s).moved(x, 0, z)
        for k, (x, z, s) in enumerate(((-0.19, 0.07, 0.13), (0.17, 0.10, 0.10), (0.05, 0.17, 0.08)))
    ]
    mesh = join(*parts, *stones)
    flat = mesh.vertices.copy()
    flat[:, 1] = np.maximum(flat[:, 1], 0)
    return Model(mesh=replace(mesh, vertices=flat), anchors={"top": Anchor(at=(0, 0.96, 0), size=0.2)})


def _ribbed(path: ArrayLike, radii: ArrayLike, ribs: int, colour: Colour) -> Mesh:
    """A column with ribs, paler on them and darker in the grooves."""
    points, r = np.asarray(path, float), np.asarray(radii, float)
    steps, fine = ribs * 6, np.linspace(0, len(points) - 1, 22)
    spine = np.stack([np.interp(fine, np.arange(len(points)), points[:, k]) for k in range(3)], -1)
    thick = np.interp(fine, np.arange(len(r)), r)
    column = tube(spine, thick.tolist(), colour, 0.12, steps=steps)
    wave = np.cos(np.arange(len(column.vertices)) % steps * (2 * math.pi / 6)).astype(F)
    ends = smoothstep(
        0.2, 0.7, np.linalg.norm(column.vertices - _nearest(column.vertices, spine), axis=1) / F(thick.mean())
    )
    grooved = replace(
        column, vertices=column.vertices + column.normals * (wave * ends * F(0.10 * thick.mean()))[:, None]
    )
    grooved = replace(grooved, normals=smooth_normals(grooved))
    deep, pale = shift(colour, 0.03, 1.1, 0.62), mix(colour, "#dff0a8", 0.28)
    return grooved.painted(np.asarray(deep + (pale - deep) * (wave * F(0.5) + F(0.5))[:, None], F))


def _nearest(points: np.ndarray, spine: np.ndarray) -> np.ndarray:
    """The point of the spine that is nearest to each point."""
    d = ((points[:, None] - spine[None].astype(F)) ** 2).sum(-1)
    return spine.astype(F)[d.argmin(1)]


def _spines(limb: Mesh, count: int, rng: np.random.Generator) -> Mesh:
    """Stars of pale needles on the ribs."""
    bright = limb.colours.sum(1)
    at, up = spots(limb, count, 0.030, rng, bright > np.percentile(bright, 72))
    along = np.repeat(up, 3, axis=0) + rng.normal(0, 0.75, (len(at) * 3, 3)).astype(F)
    facing = np.cross(along, rng.normal(size=along.shape)).astype(F)
    return cards(
        np.repeat(at, 3, axis=0),
        along,
        facing,
        0.030,
        rgb("#fff4d6"),
        outline=foliage.NEEDLE * (0.9, 1),
        lit_from=np.repeat(up, 3, axis=0),
    )


# -- the campfire -----------------------------------------------------------------------------------------


@draws("campfire")
def campfire(look: Look) -> Model:
    """Logs leant together in a ring of stones, 70 cm with its flames; it lights what is round it."""
    rng = look.rng("fire")
    parts = []
    for k in range(9):
        angle = 2 * math.pi * (k + rng.uniform(-0.12, 0.12)) / 9
        size = rng.uniform(0.15, 0.20)
        stone = boulder(rng, ("#8d8a88", "#7d7a7c", "#a09a92")[k % 3], steps=16, flat=0.7).scaled(size)
        parts.append(
            stone.turned(yaw=rng.uniform(0, 360)).moved(math.sin(angle) * 0.33, 0, math.cos(angle) * 0.30)
        )
    for k in range(6):
        angle = 2 * math.pi * (k + 0.4) / 6
        out = np.array([math.sin(angle), 0, math.cos(angle)])
        foot, tip = out * 0.23 + (0, 0.02, 0), -out * 0.06 + (0, 0.27, 0)
        log = bark(
            [foot, (foot + tip) / 2, tip],
            [0.040, 0.038, 0.034],
            "#7d5434",
            rng,
            steps=12,
            between=4,
            stripes=0.5,
        )
        burnt = smoothstep(0.10, 0.26, log.vertices[:, 1])[:, None]
        parts.append(
            log.painted(np.asarray(log.colours + (rgb("#2a1a14") - log.colours) * burnt * F(0.85), F))
        )
        parts.append(
            ball((0.034, 0.034, 0.008), (0, 0, 0), "#d9ab74", steps=10)
            .turned(yaw=math.degrees(angle))
            .moved(*(foot + out * 0.006))
        )
    parts.append(ball((0.20, 0.035, 0.18), (0, 0.01, 0), "#ff6a1c", steps=16).finished(glow=0.85))
    parts += flames(rng)
    lamps = (
        Lamp(at=(0, 0.32, 0.1), radius=1.5, colour="#ff9a3c", strength=0.55),
        Lamp(at=(0, 0.26, 0.12), radius=0.5, colour="#ffd27a", strength=0.6),
    )
    return Model(mesh=join(*parts), lamps=lamps, anchors={"top": Anchor(at=(0, 0.62, 0), size=0.3)})


@draws("fire")
def fire(look: Look) -> Model:
    """Flames by themselves, 60 cm, on their embers."""
    glow = ball((0.19, 0.030, 0.17), (0, 0.03, 0), "#ff6a1c", steps=16).finished(glow=0.85)
    burning = join(*flames(look.rng("fire")), glow)
    burning = burning.moved(y=-float(burning.low[1]))
    lamp = Lamp(at=(0, 0.26, 0.1), radius=1.1, colour="#ff9a3c", strength=0.55)
    return Model(mesh=burning, lamps=(lamp,), anchors={"grip": Anchor(at=(0, 0.05, 0))})


def flames(rng: np.random.Generator) -> list[Mesh]:
    """Tongues that lick upwards: red outside, then orange, then yellow, almost white within."""
    parts = []
    layers = (
        ("#ff5a1f", 7, 0.135, 0.50, 0.070, 0.0),
        ("#ff9326", 6, 0.085, 0.52, 0.060, 0.10),
        ("#ffc93f", 4, 0.045, 0.40, 0.054, 0.20),
        ("#fff2b0", 1, 0.0, 0.26, 0.050, 0.28),
    )
    for colour, count, reach, tall, thick, ahead in layers:
        for k in range(count):
            angle = 2 * math.pi * (k + 0.3 * rng.random()) / count
            x, z = math.sin(angle) * reach, math.cos(angle) * reach * 0.8 + ahead * 0.5
            high = tall * rng.uniform(0.72, 1.12) * (1 - 0.38 * max(0.0, math.cos(angle)) * (reach > 0.05))
            parts.append(_tongue((x, 0.10, z), high, thick * rng.uniform(0.85, 1.15), colour, rng))
    sparks = np.stack([rng.normal(0, 0.11, 9), rng.uniform(0.55, 0.78, 9), rng.normal(0.05, 0.06, 9)], -1)
    return [*parts, petals.dotted(sparks, 0.0075, "#ffb84a").finished(glow=1.0)]


def _tongue(
    foot: tuple[float, float, float], tall: float, thick: float, colour: Colour, rng: np.random.Generator
) -> Mesh:
    x, y, z = foot
    sway = rng.uniform(0.03, 0.07) * (1 if rng.random() < 0.5 else -1)
    path = bezier(
        (x, y, z),
        (x + sway, y + tall * 0.4, z),
        (x * 0.35 - sway, y + tall * 0.62, z),
        (x * 0.2 + sway * 0.6, y + tall, z),
        steps=16,
    )
    t = np.linspace(0, 1, 16)
    radii = thick * np.sin(np.pi * np.clip(0.22 + 0.78 * t, 0, 1)) ** 0.9 * (1 - 0.35 * t) + 0.001
    flame = tube(path, radii.tolist(), colour, 0.0, steps=12)
    share = smoothstep(y, y + tall, flame.vertices[:, 1])[:, None]
    root, tip = mix(colour, "#ffe28a", 0.45), shift(colour, -0.015, 1.05, 0.96)
    return flame.painted(np.asarray(root + (tip - root) * share, F)).finished(glow=0.92)
