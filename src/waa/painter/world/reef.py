"""A coral reef in clay: corals, sponges, anemones and weed, and whole heads of them on a rock."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from waa.painter import noise
from waa.painter.colour import Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.shapes import bezier
from waa.painter.solid.boulder import boulder
from waa.painter.solid.foliage import cards
from waa.painter.solid.mesh import Mesh, ball, join, lathe, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import noise3, raised

Rng = np.random.Generator
Point = NDArray[np.float64]

_PINK, _ORANGE, _PURPLE, _GOLD, _ROSE, _MINT = (
    "#ff8f86",
    "#ffa552",
    "#b07ae0",
    "#ffd868",
    "#e8609c",
    "#7fd6a8",
)
_TINTS = (_PINK, _ORANGE, _PURPLE, _GOLD, _ROSE, _MINT)


def staghorn(rng: Rng, colour: Colour, *, tall: float = 0.5, arms: int = 9) -> Mesh:
    """Branches that fork upwards, with pale round tips."""
    parts: list[Mesh] = []

    def grow(start: Point, along: Point, length: float, thick: float, forks: int) -> None:
        end = start + along * length
        bend = start + along * length * 0.5 + rng.normal(0, 0.04 * length, 3)
        path = bezier(start, bend, bend, end, steps=7)
        limb = tube(path, np.linspace(thick, thick * 0.72, 7).tolist(), colour, 0.25, steps=9)
        share = smoothstep(0.45, 1.0, np.linalg.norm(limb.vertices - start.astype(F), axis=1) / F(length))
        tip = mix(colour, "#fff6e4", 0.75 if forks == 0 else 0.1)
        parts.append(limb.painted(rgb(colour) + (tip - rgb(colour)) * share[:, None]))
        for side in range(2 if forks else 0):
            turned = along + _spread(rng, 0.62, side * math.pi + rng.uniform(-0.6, 0.6)) + (0, 0.22, 0)
            grow(
                end,
                turned / np.linalg.norm(turned),
                length * rng.uniform(0.66, 0.84),
                thick * 0.74,
                forks - 1,
            )

    for k in range(arms):
        out = _spread(rng, rng.uniform(0.15, 0.95), 2 * math.pi * k / arms) + (0, 1.0, 0)
        grow(np.zeros(3), out / np.linalg.norm(out), tall * rng.uniform(0.30, 0.42), tall * 0.062, 2)
    return join(*parts)


def _spread(rng: Rng, reach: float, angle: float) -> Point:
    return np.array([math.sin(angle) * reach, rng.uniform(-0.05, 0.1), math.cos(angle) * reach])


def brain(rng: Rng, colour: Colour, *, wide: float = 0.5) -> Mesh:
    """A dome with winding furrows."""
    dome = ball((wide / 2, wide * 0.42, wide / 2), (0, wide * 0.10, 0), colour, 0.2, steps=44)
    folds = np.abs(noise3(dome.vertices, wide * 0.17, rng, 2) * 2 - 1)
    crest = smoothstep(0.03, 0.22, folds)
    dome = raised(dome, (crest - F(0.5)) * F(0.045 * wide))
    deep = shift(colour, 0.02, 1.15, 0.55)
    return dome.painted(deep + (mix(colour, "#fff4d8", 0.18) - deep) * crest[:, None])


def sponge(rng: Rng, colour: Colour, *, tall: float = 0.5) -> Mesh:
    """A family of open tubes."""
    parts = []
    for k in range(6):
        high = tall * rng.uniform(0.5, 1.0) * (1.0 if k else 1.1)
        r = tall * rng.uniform(0.10, 0.14)
        inner = high * 0.55
        profile = [(r * 0.7, 0), (r * 0.95, high * 0.4), (r * 1.12, high * 0.86), (r * 1.16, high * 0.97), (r * 1.0, high),
                   (r * 0.80, high * 0.97), (r * 0.66, high * 0.8), (r * 0.5, inner), (0, inner)]  # fmt: skip
        pipe = lathe(profile, colour, 0.2, steps=22, crease=75)
        dark, pale = shift(colour, 0.02, 1.2, 0.42), mix(colour, "#fff2da", 0.5)
        v = pipe.vertices
        inside = (np.hypot(v[:, 0], v[:, 2]) < r * 0.84) & (v[:, 1] > inner * 0.9)
        base = rgb(colour) + (pale - rgb(colour)) * smoothstep(0.7, 1.0, v[:, 1] / F(high))[:, None]
        pipe = pipe.painted(np.where(inside[:, None], dark, base))
        angle, reach = 2.4 * k, (0.0 if k == 0 else tall * 0.22)
        lean = 14.0 if k else 0.0
        parts.append(pipe.turned(pitch=lean).turned(yaw=math.degrees(angle)).moved(
            math.sin(angle) * reach, -0.02, math.cos(angle) * reach))  # fmt: skip
    return join(*parts)


def fan(rng: Rng, colour: Colour, *, tall: float = 0.7) -> Mesh:
    """A sea fan: one flat plane of fine branches."""
    parts: list[Mesh] = []

    def grow(x: float, y: float, angle: float, length: float, thick: float, forks: int) -> None:
        ends = (x + math.sin(angle) * length, y + math.cos(angle) * length)
        side = 0.12 * length * (1 if forks % 2 else -1)
        path = bezier(
            (x, y, 0),
            (x, y + length * 0.3, side * 0.3),
            (ends[0], ends[1] - length * 0.2, side * 0.3),
            (*ends, 0.0),
            steps=5,
        )
        tint = mix(colour, "#fff0e6", 0.10 * (6 - forks))
        parts.append(tube(path, np.linspace(thick, thick * 0.8, 5).tolist(), tint, 0.2, steps=5))
        if forks:
            for turn in (-0.46, 0.04, 0.52) if forks >= 3 else (-0.30, 0.30):
                wide = angle * 0.92 + turn + rng.normal(0, 0.07)
                grow(*ends, wide, length * rng.uniform(0.74, 0.94), thick * 0.76, forks - 1)

    grow(0, -0.02, rng.normal(0, 0.06), tall * 0.18, tall * 0.034, 5)
    mesh = join(*parts)
    bowed = mesh.vertices.copy()
    bowed[:, 2] += F(0.25) * bowed[:, 0] ** 2 / F(tall)
    return Mesh(bowed, mesh.faces, mesh.normals, mesh.colours, mesh.surface)


def anemone(rng: Rng, colour: Colour, *, wide: float = 0.4) -> Mesh:
    """A foot and a head of soft arms with bright tips."""
    foot = lathe([(wide * 0.26, 0), (wide * 0.22, wide * 0.3), (wide * 0.34, wide * 0.42), (0, wide * 0.46)],
                 shift(colour, 0.03, 1.0, 0.6), 0.2, steps=24, crease=80)  # fmt: skip
    parts = [foot]
    tip = mix(colour, "#fff2ff", 0.72)
    for k in range(54):
        angle, share = 2.39996 * k, math.sqrt((k + 0.5) / 54)
        out = np.array([math.sin(angle), 0, math.cos(angle)])
        start = out * wide * 0.28 * share + (0, wide * 0.42, 0)
        end = start + out * wide * 0.34 * share + np.array([0, wide * (0.42 - 0.20 * share**2), 0])
        bend = start + (0, wide * 0.24, 0) + rng.normal(0, 0.03 * wide, 3)
        arm = tube(
            bezier(start, bend, bend, end, steps=7),
            [wide * r for r in (0.034, 0.034, 0.032, 0.03, 0.028, 0.032, 0.044)],
            colour,
            0.4,
            steps=7,
        )
        far = smoothstep(
            0.62,
            0.95,
            np.linalg.norm(arm.vertices - start.astype(F), axis=1) / F(np.linalg.norm(end - start)),
        )
        parts.append(arm.painted(rgb(colour) + (tip - rgb(colour)) * far[:, None]))
    return join(*parts)


def table_coral(rng: Rng, colour: Colour, *, wide: float = 0.7) -> Mesh:
    """A plate on a stalk, knobbly on top."""
    stalk = lathe(
        [(wide * 0.14, 0), (wide * 0.09, wide * 0.18), (wide * 0.30, wide * 0.34)],
        shift(colour, 0, 1, 0.6),
        steps=20,
    )
    plate = ball((wide / 2, wide * 0.05, wide * 0.46), (0, wide * 0.36, 0), colour, 0.2, steps=34)
    knobs = noise3(plate.vertices, wide * 0.075, rng, 2)
    v = plate.vertices
    rim = np.hypot(v[:, 0] / F(wide / 2), v[:, 2] / F(wide * 0.46))
    plate = raised(plate, (knobs - F(0.5)) * F(0.075 * wide) * smoothstep(-0.2, 0.5, plate.normals[:, 1]))
    tone = rgb(colour) * (F(0.62) + F(0.55) * knobs)[:, None]
    pale = mix(colour, "#fff6e2", 0.65)
    painted = tone + (pale - tone) * smoothstep(0.86, 1.0, rim)[:, None]
    return join(stalk, plate.painted(np.clip(painted, 0, 1)))


def weed(rng: Rng, colour: Colour, *, tall: float = 2.2, strands: int = 5) -> Mesh:
    """Kelp: stems that sway, each with blades to both sides."""
    parts = []
    for k in range(strands):
        angle, reach = 2.4 * k, 0.16 * math.sqrt(k)
        foot = np.array([math.sin(angle) * reach, -0.02, math.cos(angle) * reach])
        high, sway = tall * rng.uniform(0.6, 1.0), rng.uniform(0.10, 0.2) * (1 if k % 2 else -1)
        path = bezier(
            foot,
            foot + (sway, high * 0.33, 0),
            foot + (-sway * 1.6, high * 0.66, 0.05),
            foot + (sway * 1.4, high, 0),
            steps=40,
        )
        tint = shift(colour, rng.uniform(-0.02, 0.02), 1, rng.uniform(0.85, 1.1))
        parts.append(tube(path, np.linspace(0.022, 0.008, 40).tolist(), shift(tint, 0.02, 1, 0.7), steps=6))
        t = np.linspace(0.10, 1.0, 15)
        at = np.stack([np.interp(t, np.linspace(0, 1, 40), path[:, i]) for i in range(3)], -1)
        for side in (-1, 1):
            along = np.stack([np.full(15, side * 0.7), np.full(15, 0.8), rng.normal(0, 0.3, 15)], -1)
            size = tall * 0.24 * np.sin(np.pi * (0.16 + 0.74 * t)) * rng.uniform(0.8, 1.15, 15)
            colours = rgb(tint) * rng.uniform(0.82, 1.12, (15, 1)).astype(F)
            parts.append(
                cards(
                    at,
                    along,
                    (0.25 * side, 0.35, 1),
                    size,
                    np.clip(colours, 0, 1),
                    outline=_BLADE,
                    fold=0.5,
                    gloss=0.3,
                )
            )
    return join(*parts)


_BLADE = np.array([(0, 0), (0.10, 0.12), (0.15, 0.34), (0.10, 0.52), (0.13, 0.72), (0.07, 0.9), (0, 1.0),
                   (-0.07, 0.9), (-0.13, 0.72), (-0.10, 0.52), (-0.15, 0.34), (-0.10, 0.12)])  # fmt: skip


def sea_grass(rng: Rng, colour: Colour, *, tall: float = 0.4, count: int = 46) -> Mesh:
    """A tuft of ribbons."""
    angle, reach = rng.uniform(0, 2 * math.pi, count), 0.16 * np.sqrt(rng.random(count))
    at = np.stack([np.sin(angle) * reach, np.full(count, -0.01), np.cos(angle) * reach], -1)
    along = np.stack(
        [np.sin(angle) * 0.35 + rng.normal(0, 0.16, count), np.ones(count), np.cos(angle) * 0.25], -1
    )
    facing = np.stack([np.sin(angle) * 0.5, np.full(count, 0.3), np.ones(count)], -1)
    colours = np.clip(rgb(colour) * rng.uniform(0.65, 1.15, (count, 1)).astype(F), 0, 1)
    outline = np.array([(0, 0), (0.045, 0.3), (0.04, 0.75), (0, 1.0), (-0.04, 0.75), (-0.045, 0.3)])
    return cards(
        at,
        along,
        facing,
        tall * rng.uniform(0.55, 1.0, count),
        colours,
        outline=outline,
        fold=0.3,
        tip=0.3,
        gloss=0.2,
    )


# -- heads of coral ---------------------------------------------------------------------------------------

_PLACES = (
    (-0.05, 0.0),
    (-0.55, 0.26),
    (0.50, 0.24),
    (0.14, 0.50),
    (-0.26, 0.42),
    (0.32, -0.1),
    (-0.86, 0.12),
    (0.84, 0.14),
    (-0.36, -0.12),
    (0.66, -0.08),
    (-0.66, -0.05),
    (0.40, 0.52),
)
_CORALS = (staghorn, brain, sponge, anemone, table_coral)


def head(variant: int) -> Model:
    """A rock of about 1.4 m overgrown with corals; `variant` 0..5."""
    rng = noise.stream("reef", variant)
    rocks = [boulder(rng, "#8d86a4", steps=30, flat=0.8, patches="#b05c8c").scaled(1.25)]
    for k, (x, z, size) in enumerate(((-0.62, 0.12, 0.75), (0.60, 0.05, 0.68), (0.1, 0.42, 0.6))):
        rocks.append(
            boulder(rng, "#8a83a0", steps=22, flat=0.66, patches=_TINTS[(variant + k) % 6])
            .scaled(size)
            .moved(x, 0, z)
        )
    return Model(mesh=join(*rocks, *_grown(rng, join(*rocks), variant)))


def _grown(rng: Rng, rock: Mesh, variant: int) -> list[Mesh]:
    """Corals on the rock, the largest on its top; those on its sides lean outwards."""
    parts = []
    for k, (x, z) in enumerate(_PLACES):
        x, z = x + rng.normal(0, 0.05), z + rng.normal(0, 0.03)
        y = _top(rock, x, z)
        tint = shift(_TINTS[(variant * 2 + k) % 6], rng.uniform(-0.02, 0.02))
        if k == 0 and variant % 2 == 0:
            coral = fan(rng, tint, tall=0.95)
        else:
            make = _CORALS[(variant + k * 2) % 5]
            coral = make(rng, tint)
            coral = coral.scaled((0.74 if k == 0 else rng.uniform(0.42, 0.60)) / float(coral.size.max()))
        parts.append(coral.turned(roll=-16 * x).moved(x, y - 0.04, z))
    for _ in range(3):
        parts.append(
            sea_grass(rng, "#6fbf7a", tall=0.42).moved(rng.uniform(-0.9, 0.9), 0, rng.uniform(0.35, 0.6))
        )
    return parts


def _top(rock: Mesh, x: float, z: float) -> float:
    """How high the rock is there."""
    v = rock.vertices
    near = np.hypot(v[:, 0] - F(x), v[:, 2] - F(z)) < 0.10
    return float(v[near, 1].max()) if near.any() else 0.0


def small(variant: int) -> Model:
    """One coral alone on the sand, about half a metre; `variant` 0..7."""
    rng = noise.stream("small reef", variant)
    tint = _TINTS[variant % 6]
    makers = (staghorn, brain, anemone, sponge, table_coral)
    mesh = sea_grass(rng, "#63b878", tall=0.6, count=60) if variant >= 6 else makers[variant % 5](rng, tint)
    return Model(mesh=mesh)


def kelp(variant: int) -> Model:
    rng = noise.stream("kelp", variant)
    return Model(mesh=weed(rng, ("#5f9a4a", "#8a9a3a", "#4f9468")[variant % 3], strands=4 + variant % 3))
