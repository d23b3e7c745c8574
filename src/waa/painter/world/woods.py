"""Woods: the makers of forest trees: tall ones with a crown, trunks that leave the picture, boughs that hang into it."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise
from waa.painter.colour import Array, Colour, F, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.solid import foliage
from waa.painter.solid.foliage import Clump, bark, crown
from waa.painter.solid.mesh import Mesh, join, lathe, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import noise3
from waa.painter.world.cutout import Maker

SNOW, MOSS = "#f2f6fd", "#6f9a3c"

# The leaves of a wood by season: (light, dark, accents).
LEAVES: dict[str, tuple[Colour, Colour, tuple[str, ...]]] = {
    "summer": ("#8fbf45", "#2f5a24", ()),
    "spring": ("#b5d75a", "#56862f", ("#f7c6d8", "#fbe3ea")),
    "bamboo": ("#a5cc55", "#4a7a30", ()),
    "autumn": ("#f0982e", "#8a3a1a", ("#f7c53c", "#d9452a", "#e8702a", "#c23a24")),
}


def tall_tree(season: str) -> Maker:
    """A broad-leaved tree of 12 m whose crown begins at 4 m."""
    return _TALL[season]


def bough(season: str) -> Maker:
    """Leaves of a bough that hangs into the picture from above, 2 m long, its top at the origin's height."""
    return _BOUGHS[season]


def _tall(season: str, variant: int) -> Model:
    rng = noise.stream("forest tree", season, variant)
    light, dark, accents = LEAVES[season]
    turned = shift(light, rng.uniform(-0.025, 0.02), 1.0, rng.uniform(0.86, 1.04))
    lean = rng.uniform(-0.5, 0.5)
    wood = ("#8d7458", "#9b8468", "#7d684f")[variant % 3]
    trunk = bark(
        [(0, -0.05, 0), (lean * 0.2, 2.5, 0), (lean * 0.5, 5.5, 0), (lean, 9.5, 0)],
        [0.34, 0.26, 0.21, 0.08],
        wood,
        rng,
        flare=0.9,
        between=8,
    )
    clumps = []
    for k in range(15):
        t = (k + 0.5) / 15
        angle, reach = (
            2.39996 * k + rng.uniform(-0.4, 0.4),
            2.3 * math.sin(math.pi * (0.12 + 0.80 * t)) * rng.uniform(0.6, 1.0),
        )
        r = rng.uniform(0.95, 1.35)
        at = (lean * 0.8 + math.sin(angle) * reach, 4.9 + 6.2 * t, math.cos(angle) * reach * 0.8)
        clumps.append(Clump(at=at, radii=(r, r * 0.72, r)))
    boughs = [
        bark(
            [(lean * 0.4, 3.6 + 0.5 * k, 0), (s * 0.8, 4.3 + 0.5 * k, 0.2), (s * 1.7, 5.2 + 0.6 * k, 0.3)],
            [0.11, 0.08, 0.03],
            wood,
            rng,
            steps=7,
            between=4,
        )
        for k, s in enumerate((-1, 1, -1, 1))
    ]
    leaves = crown(
        clumps,
        2300,
        0.46,
        turned,
        dark,
        rng,
        accents=accents,
        accent_share=0.4 if season == "autumn" else 0.12,
    )
    return Model(mesh=join(trunk, *boughs, leaves))


def trunk(variant: int) -> Model:
    """The lower 9 m of an old tree, 60 cm thick, mossy at its foot; its upper end is meant to be out of the picture."""
    rng = noise.stream("trunk", variant)
    sway = rng.normal(0, 0.10, 6)
    path = [(sway[k] if k else 0.0, -0.05 + 9.0 * k / 5, 0) for k in range(6)]
    wood = ("#7f6650", "#8a7258", "#6f5c4c", "#93785a")[variant % 4]
    mesh = bark(
        path,
        [0.33, 0.28, 0.265, 0.255, 0.245, 0.24],
        wood,
        rng,
        flare=1.0,
        rough=0.20,
        steps=30,
        between=26,
        stripes=0.55,
    )
    stubs = []
    for _ in range(2):
        y, angle = rng.uniform(1.6, 5.2), rng.uniform(-1.4, 1.4)
        out = np.array([math.sin(angle), 0.35, math.cos(angle)])
        x = float(np.interp(y, [p[1] for p in path], [p[0] for p in path]))
        start = np.array([x, y, 0]) + out * 0.16
        stubs.append(
            bark(
                [start, start + out * 0.12, start + out * rng.uniform(0.22, 0.36)],
                [0.08, 0.06, 0.045],
                wood,
                rng,
                steps=8,
            )
        )
    return Model(mesh=join(mesh.painted(_mossy(mesh, rng)), *stubs))


def _mossy(mesh: Mesh, rng: np.random.Generator) -> Array:
    v = mesh.vertices
    patch = noise3(v * np.array([1, 0.5, 1], F), 0.45, rng, 3)
    grown = smoothstep(
        0.52,
        0.62,
        patch + F(0.30) * np.exp(-v[:, 1] / F(0.8)) + F(0.06) * mesh.normals[:, 0] - F(0.04) * v[:, 1] / 3,
    )
    moss = rgb(MOSS) * (F(0.62) + F(0.7) * noise3(v, 0.07, rng, 2))[:, None]
    furrow = noise3(v * np.array([1, 0.12, 1], F), 0.09, rng, 2)
    wood = mesh.colours * (F(0.72) + F(0.5) * furrow)[:, None]
    return np.clip(wood + (moss - wood) * (grown * F(0.85))[:, None], 0, 1)


def cane(variant: int) -> Model:
    """A cane of giant bamboo, 9 m, its upper end out of the picture; a few leaves at its joints."""
    rng = noise.stream("giant bamboo", variant)
    green = shift("#86b04a", rng.uniform(-0.03, 0.02), 1.0, rng.uniform(0.85, 1.08))
    at = np.linspace(0, 1, 150)
    lean = rng.uniform(-0.35, 0.35)
    path = np.stack([lean * at**1.6, -0.05 + 9.05 * at, np.zeros_like(at)], -1)
    phase = (at * 22) % 1
    node = np.exp(-((np.minimum(phase, 1 - phase) / 0.06) ** 2))
    pole = tube(path, (0.095 * (1 - 0.2 * at) * (1 + 0.14 * node)).tolist(), green, 0.3, steps=16)
    ring = np.interp(pole.vertices[:, 1], path[:, 1], node).astype(F)[:, None]
    tone = rgb(green) * (F(0.86) + F(0.14) * noise3(pole.vertices, 0.5, rng, 2))[:, None]
    count = 60
    y = np.repeat(rng.choice(np.arange(7, 21) / 22 * 9, 10), 6)
    angle = np.repeat(rng.uniform(0, 2 * math.pi, 10), 6) + rng.normal(0, 0.5, count)
    out = np.stack([np.sin(angle), rng.normal(-0.35, 0.25, count), np.cos(angle)], -1)
    foot = np.stack([lean * (y / 9) ** 1.6, y, np.zeros(count)], -1) + out * rng.uniform(0.1, 0.6, (count, 1))
    tints = rgb(green) * rng.uniform(0.7, 1.1, (count, 1)).astype(F)
    sprays = foliage.cards(
        foot, out, (0, 0.9, 0.5), rng.uniform(0.3, 0.5, count), np.clip(tints, 0, 1), outline=foliage.BLADE
    )
    return Model(
        mesh=join(pole.painted(np.clip(tone + (rgb("#e9e6bc") - tone) * (ring * F(0.5)), 0, 1)), sprays)
    )


def snowy_trunk(variant: int) -> Model:
    """The same trunk in winter: snow on its roots and blown against one side."""
    mesh = trunk(variant).mesh
    rng = noise.stream("snowy trunk", variant)
    patch = noise3(mesh.vertices, 0.25, rng, 3)
    lies = smoothstep(
        0.62,
        0.80,
        patch * F(0.55)
        + F(0.34) * smoothstep(-0.2, 0.9, mesh.normals[:, 1] - mesh.normals[:, 0] * F(0.5))
        + F(0.35) * np.exp(-mesh.vertices[:, 1] / F(0.22)),
    )
    return Model(mesh=mesh.painted(np.clip(mesh.colours + (rgb(SNOW) - mesh.colours) * lies[:, None], 0, 1)))


def _bough(season: str, variant: int) -> Model:
    rng = noise.stream("bough", season, variant)
    light, dark, accents = LEAVES[season]
    clumps = [
        Clump(
            at=(
                1.9 * (t - 0.5),
                0.95 - 0.35 * t - 0.28 * (k % 3) + rng.uniform(-0.1, 0.1),
                rng.uniform(-0.2, 0.2),
            ),
            radii=(0.34 - 0.05 * (k % 3), 0.20, 0.30),
        )
        for k, t in enumerate(np.linspace(0, 1, 9))
    ]
    leaves = crown(
        clumps,
        460,
        0.27,
        light,
        dark,
        rng,
        droop=0.9,
        core=False,
        spread=0.6,
        accents=accents,
        accent_share=0.4 if season == "autumn" else 0.15,
    )
    arm = bark([(-1.2, 1.15, 0), (0, 1.0, 0), (1.1, 0.62, 0)], [0.06, 0.05, 0.015], "#6f5a44", rng, steps=8)
    return Model(mesh=join(leaves, arm))


def conifer(variant: int) -> Model:
    """A slim spruce of 9 m."""
    return Model(mesh=_spruce(variant))


def snowy_conifer(variant: int) -> Model:
    """A spruce of 9 m, loaded with snow."""
    rng = noise.stream("snow on spruce", variant)
    return Model(mesh=foliage.snowed(_spruce(variant), rng, 0.92, steep=0.02))


def _spruce(variant: int) -> Mesh:
    rng = noise.stream("spruce", variant)
    light = shift("#5d9a68", rng.uniform(-0.03, 0.03), 1.0, rng.uniform(0.85, 1.05))
    dark = shift(light, 0.02, 1.1, 0.42)
    wide = rng.uniform(1.35, 1.8)
    storeys = []
    for k in range(9):
        t = k / 9
        low, reach = 0.9 + 7.6 * t**0.92, wide * (1 - t) ** 0.85 + 0.14
        high = low + 1.75 - 0.06 * k
        count = round(430 * (reach / 1.5) ** 1.2) + 40
        storeys.append(
            foliage.tier(
                low,
                high,
                reach,
                0.05,
                count,
                0.50 - 0.02 * k,
                light,
                dark,
                rng,
                boughs=11 - k // 2,
                droop=0.65,
            )
        )
        storeys.append(
            lathe([(reach * 0.72, low + 0.15), (0.02, high)], rgb(dark) * F(0.75), 0.0, steps=16, crease=180)
        )
    stem = bark([(0, -0.02, 0), (0, 1.5, 0), (0, 8.0, 0)], [0.22, 0.17, 0.04], "#6f5642", rng, flare=0.5)
    return join(stem, *storeys)


def _summer(variant: int) -> Model:
    return _tall("summer", variant)


def _spring(variant: int) -> Model:
    return _tall("spring", variant)


def _autumn(variant: int) -> Model:
    return _tall("autumn", variant)


def _summer_bough(variant: int) -> Model:
    return _bough("summer", variant)


def _spring_bough(variant: int) -> Model:
    return _bough("spring", variant)


def _autumn_bough(variant: int) -> Model:
    return _bough("autumn", variant)


# Makers are kept by identity, so each season has its own.
_TALL: dict[str, Maker] = {"summer": _summer, "spring": _spring, "autumn": _autumn}
_BOUGHS: dict[str, Maker] = {"summer": _summer_bough, "spring": _spring_bough, "autumn": _autumn_bough}


def mountain_pine(variant: int) -> Model:
    """A pine of 4 m that the wind has bent: a crooked trunk, needles in level pads."""
    return Model(mesh=_mountain_pine(variant))


def snowy_mountain_pine(variant: int) -> Model:
    """The same pine with snow on its pads."""
    return Model(
        mesh=foliage.snowed(_mountain_pine(variant), noise.stream("snow on pine", variant), 0.95, steep=0.35)
    )


def _mountain_pine(variant: int) -> Mesh:
    rng = noise.stream("mountain pine", variant)
    path = [(-0.5, -0.05, 0), (-0.15, 0.8, 0.05), (0.25, 1.6, 0.0), (0.10, 2.5, -0.05), (0.45, 3.4, 0.0)]
    wood = "#8a5f48"
    parts = [
        bark(path, [0.24, 0.20, 0.16, 0.12, 0.06], wood, rng, flare=0.8, rough=0.18, between=10, stripes=0.5)
    ]
    clumps = []
    for x, y, z, wide in (
        (1.55, 1.75, 0.2, 0.95),
        (-1.15, 2.15, 0.1, 0.80),
        (1.25, 2.65, -0.1, 0.80),
        (-0.55, 2.95, 0.15, 0.72),
        (0.45, 3.55, 0.0, 0.85),
    ):
        start = np.array([np.interp(y - 0.35, [p[1] for p in path], [p[0] for p in path]), y - 0.35, 0.0])
        end = np.array([x, y - 0.06, z])
        parts.append(
            bark(
                [start, (start + end) / 2 + (0, 0.10, 0), end],
                [0.085, 0.06, 0.03],
                wood,
                rng,
                steps=8,
                between=4,
            )
        )
        for k in range(3):
            spread = (k - 1) * wide * 0.55
            clumps.append(
                Clump(
                    at=(x + spread, y + 0.04 * rng.normal(), z + 0.15 * rng.normal()),
                    radii=(wide * 0.55, 0.20, wide * 0.5),
                )
            )
    light = shift("#5c9150", rng.uniform(-0.02, 0.02), 1.0, 1.0)
    parts.append(
        crown(
            clumps,
            3000,
            0.17,
            light,
            shift(light, 0.03, 1.1, 0.42),
            rng,
            outline=foliage.NEEDLE * (2.0, 1),
            droop=-0.35,
            spread=0.55,
        )
    )
    return join(*parts)
