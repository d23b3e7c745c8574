"""What stands about in parks and gardens: benches, lamps, flower beds, hedges."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise
from waa.painter.colour import Array, F, rgb
from waa.painter.solid import foliage
from waa.painter.solid.foliage import Clump, cards, crown
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe, tube
from waa.painter.solid.model import Model

# Colours of beds that go together: (most of it, some, a few).
BEDS = (
    ("#ff6f91", "#ffc2d1", "#fff3f0"),
    ("#ffb13d", "#ffdf6e", "#ff7a4a"),
    ("#a873e8", "#d7b8ff", "#fff0ff"),
    ("#ff5a4f", "#ffd25e", "#ffffff"),
    ("#ffffff", "#ffe9a8", "#c9d8ff"),
)

_ANGLE = np.linspace(np.pi, 3 * np.pi, 20, endpoint=False)
_ROUND = np.stack([np.sin(_ANGLE), np.cos(_ANGLE)], -1) * (0.36 + 0.16 * np.abs(np.cos(2.5 * _ANGLE)))[
    :, None
] + (0, 0.5)


def flower_bed(variant: int) -> Model:
    """A low mound of leaves in blossom, 1.1 m wide and 45 cm high; `variant` 0..4 of BEDS,
    then again with other forms."""
    rng = noise.stream("flower bed", variant)
    colours = BEDS[variant % len(BEDS)]
    clumps = [
        Clump(at=(x, 0.12, rng.uniform(-0.12, 0.12)), radii=(0.24, rng.uniform(0.20, 0.30), 0.24))
        for x in np.linspace(-0.42, 0.42, 5)
    ]
    leaves = crown(clumps, 520, 0.10, "#86b84a", "#39682a", rng, droop=0.1)
    points, normals = foliage.on_clumps(
        [Clump(at=c.at, radii=[r * 1.10 for r in c.radii]) for c in clumps], 190, rng
    )
    up = normals[:, 1] > -0.15
    points, normals = points[up], normals[up]
    heads = _blossoms(points, normals, colours, rng, 0.105)
    return Model(mesh=_above_ground(join(leaves, heads)))


def _blossoms(
    points: Array, normals: Array, colours: tuple[str, ...], rng: np.random.Generator, size: float
) -> Mesh:
    """Flat flowers that look out and up, with yellow hearts."""
    count = len(points)
    facing = normals + np.array([0, 0.45, 0.35], F) + rng.normal(0, 0.2, (count, 3)).astype(F)
    facing /= np.linalg.norm(facing, axis=1, keepdims=True)
    along = np.cross(facing, rng.normal(size=(count, 3))).astype(F)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    tints = np.stack([rgb(c) for c in colours])[rng.choice(3, count, p=(0.62, 0.27, 0.11))]
    tints = np.clip(tints * rng.uniform(0.86, 1.05, (count, 1)).astype(F), 0, 1)
    sizes = size * rng.uniform(0.75, 1.2, count)
    petals = cards(
        points - along * (sizes[:, None] / 2).astype(F),
        along,
        facing,
        sizes,
        tints,
        outline=_ROUND,
        fold=0.35,
    )
    hearts = cards(
        points + facing * F(0.012) - along * F(size * 0.16),
        along,
        facing,
        size * 0.32,
        rgb("#f7cf4a"),
        outline=foliage.OVAL,
    )
    return join(petals, hearts)


def _above_ground(mesh: Mesh) -> Mesh:
    flat = mesh.vertices.copy()
    flat[:, 1] = np.maximum(flat[:, 1], -0.01)
    return Mesh(flat, mesh.faces, mesh.normals, mesh.colours, mesh.surface)


def bench(variant: int) -> Model:
    """A slatted bench 1.6 m wide on iron feet; `variant` 1 is turned to the left, 2 to the right."""
    wood, iron = "#a8703c", "#3b4340"
    parts = [
        box(1.6, 0.035, 0.085, wood, 0.15, bevel=0.012).moved(0, 0.43, z) for z in (0.22, 0.12, 0.02, -0.08)
    ]
    parts += [
        box(1.6, 0.085, 0.03, wood, 0.15, bevel=0.012).moved(0, y, -0.16 - 0.10 * k)
        for k, y in enumerate((0.56, 0.70, 0.84))
    ]
    for x in (-0.66, 0.66):
        parts.append(tube([(x, 0, 0.26), (x, 0.20, 0.22), (x, 0.42, 0.18)], 0.025, iron, 0.3, steps=8))
        parts.append(
            tube(
                [(x, 0, -0.24), (x, 0.40, -0.10), (x, 0.62, -0.17), (x, 0.94, -0.40)],
                0.025,
                iron,
                0.3,
                steps=8,
            )
        )
        parts.append(
            tube(
                [(x, 0.62, -0.16), (x, 0.64, 0.10), (x, 0.60, 0.24), (x, 0.44, 0.22)],
                0.022,
                iron,
                0.3,
                steps=8,
            )
        )
    turn = {1: 32.0, 2: -32.0}.get(variant, 0.0)
    return Model(mesh=join(*parts).turned(yaw=turn))


def lamp(variant: int) -> Model:
    """A park lamp of 3.4 m with a globe; `variant` 1 is lit."""
    iron = "#34433f"
    post = lathe([(0.17, 0), (0.17, 0.06), (0.12, 0.12), (0.10, 0.42), (0.055, 0.52), (0.045, 2.7), (0.09,
        2.76), (0.05, 2.84),
                  (0.13, 2.90), (0.14, 2.95)], iron, 0.3, steps=18)  # fmt: skip
    globe = ball(0.21, (0, 3.12, 0), "#fff3d6", 0.5, steps=22).finished(glow=0.95 if variant else 0.25)
    cap = lathe([(0.13, 3.30), (0.05, 3.36), (0.02, 3.44), (0, 3.47)], iron, 0.3, steps=14)
    return Model(mesh=join(post, globe, cap))


def hedge(variant: int) -> Model:
    """A clipped hedge, 1.7 m long and 70 cm high; `variant` 1 carries snow."""
    rng = noise.stream("hedge", variant)
    clumps = [
        Clump(at=(x, y, 0), radii=(0.30, 0.26, 0.30))
        for x in np.linspace(-0.68, 0.68, 6)
        for y in (0.20, 0.44)
    ]
    leaves = crown(clumps, 1500, 0.085, "#6fa544", "#2d5a26", rng, droop=0.1)
    leaves = _above_ground(leaves)
    return Model(mesh=foliage.snowed(leaves, rng) if variant else leaves)


def topiary(variant: int) -> Model:
    """A clipped ball (0) or cone (1) of leaves, 1.1 to 1.6 m high."""
    rng = noise.stream("topiary", variant)
    if variant % 2 == 0:
        leaves = crown(
            [Clump(at=(0, 0.52, 0), radii=(0.55, 0.54, 0.55))],
            1500,
            0.075,
            "#7db04a",
            "#2f5f2a",
            rng,
            droop=0.0,
        )
        return Model(mesh=_above_ground(leaves))
    clumps = [
        Clump(at=(0, 0.14 + 0.22 * k, 0), radii=(0.46 * (1 - k / 7.2), 0.24, 0.46 * (1 - k / 7.2)))
        for k in range(7)
    ]
    leaves = crown(clumps, 1500, 0.075, "#6fa84a", "#2a5828", rng, droop=0.0)
    return Model(mesh=_above_ground(leaves))


def tulip_row(variant: int) -> Model:
    """Tulips in a row, 1.2 m long and 45 cm high; `variant` chooses from BEDS."""
    rng = noise.stream("tulips", variant)
    colour = rgb(BEDS[variant % len(BEDS)][0])
    stems, cups = [], []
    for x in np.linspace(-0.55, 0.55, 9):
        x, z, high = x + rng.normal(0, 0.03), rng.uniform(-0.1, 0.1), rng.uniform(0.32, 0.44)
        stems.append(
            tube([(x, 0, z), (x + 0.01, high * 0.5, z), (x, high, z)], 0.009, "#5f9a3e", steps=5, caps=False)
        )
        cup = lathe(
            [(0.012, 0), (0.048, 0.03), (0.052, 0.07), (0.034, 0.115)], colour, 0.25, steps=12, crease=180
        )
        share = cup.vertices[:, 1:2] / F(0.115)
        cups.append(cup.painted(np.clip(colour * (F(0.78) + F(0.34) * share), 0, 1)).moved(x, high - 0.01, z))
    count = 44
    at = np.stack([rng.uniform(-0.6, 0.6, count), np.full(count, -0.01), rng.uniform(-0.12, 0.12, count)], -1)
    along = np.stack([rng.normal(0, 0.25, count), np.ones(count), rng.normal(0, 0.2, count)], -1)
    tints = np.clip(rgb("#5fa04a") * rng.uniform(0.75, 1.15, (count, 1)).astype(F), 0, 1)
    leaves = cards(at, along, (0, 0.3, 1.0), rng.uniform(0.2, 0.34, count), tints, outline=foliage.BLADE)
    return Model(mesh=join(*stems, *cups, leaves))


def rose_bush(variant: int) -> Model:
    """A rounded shrub of 1 m, full of roses; `variant` chooses from BEDS."""
    rng = noise.stream("rose bush", variant)
    clumps = [Clump(at=(0, 0.46, 0), radii=(0.46, 0.44, 0.42))]
    for k in range(6):
        angle = 2.39996 * k
        clumps.append(
            Clump(
                at=(math.sin(angle) * 0.34, rng.uniform(0.24, 0.60), math.cos(angle) * 0.3),
                radii=(0.26, 0.24, 0.26),
            )
        )
    return Model(
        mesh=_above_ground(join(*_blooming(clumps, 900, 0.115, 130, BEDS[variant % len(BEDS)], rng, 0.15)))
    )


def _blooming(
    clumps: list[Clump],
    leaves: int,
    leaf: float,
    flowers: int,
    colours: tuple[str, ...],
    rng: np.random.Generator,
    size: float,
) -> list[Mesh]:
    """Leaves over clumps, blossoms over the leaves."""
    green = crown(clumps, leaves, leaf, "#7db04a", "#33622a", rng, droop=0.15)
    outer = [Clump(at=c.at, radii=[r * 1.06 for r in c.radii]) for c in clumps]
    points, normals = foliage.on_clumps(outer, flowers, rng)
    return [green, _blossoms(points, normals, colours, rng, size)]


def arch(variant: int) -> Model:
    """An arch of 2.9 m over a path, roses climbing all over it; `variant` 0..4 of BEDS, 9 bare and in snow."""
    rng = noise.stream("arch", variant)
    turn = np.linspace(0, math.pi, 20)
    hoop = np.concatenate(
        [[(-0.95, 0.0)], np.column_stack([-0.95 * np.cos(turn), 1.75 + 0.95 * np.sin(turn)]), [(0.95, 0.0)]]
    )
    iron = [
        tube(np.column_stack([hoop[:, 0], hoop[:, 1], np.full(len(hoop), z)]), 0.025, "#f2efe8", 0.3, steps=8)
        for z in (-0.22, 0.22)
    ]
    rungs = [
        tube([(x, y, -0.22), (x, y, 0.22)], 0.016, "#f2efe8", 0.3, steps=6, caps=False)
        for x, y in _along(hoop, 17)
    ]
    if variant == 9:
        bare = join(*iron, *rungs)
        return Model(mesh=foliage.snowed(bare, rng))
    clumps = [
        Clump(at=(x + rng.normal(0, 0.03), y, rng.normal(0, 0.03)), radii=(r, r, 0.30))
        for x, y in _along(hoop, 21)
        for r in [rng.uniform(0.18, 0.27)]
    ]
    return Model(
        mesh=_above_ground(
            join(*iron, *rungs, *_blooming(clumps, 1900, 0.13, 330, BEDS[variant % len(BEDS)], rng, 0.16))
        )
    )


def _along(line: np.ndarray, count: int) -> list[tuple[float, float]]:
    """`count` points at equal steps along a line."""
    far = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0, far[-1], count)
    return [(float(np.interp(a, far, line[:, 0])), float(np.interp(a, far, line[:, 1]))) for a in at]


def spires(variant: int) -> Model:
    """Larkspur: spikes of small flowers over feathery leaves, 1.2 m high and 80 cm wide."""
    rng = noise.stream("spires", variant)
    tone = rgb(("#7a6be0", "#e879b4", "#4f8be0", "#c9a4f2", "#ffffff")[variant % 5])
    parts = []
    for x in np.linspace(-0.34, 0.34, 6):
        x, z, high = x + rng.normal(0, 0.03), rng.uniform(-0.12, 0.12), rng.uniform(0.8, 1.2)
        parts.append(
            tube(
                [(x, 0, z), (x + rng.normal(0, 0.02), high * 0.5, z), (x, high, z)],
                [0.012, 0.010, 0.005],
                "#6f9f4a",
                steps=5,
            )
        )
        count = 46
        t = np.linspace(0.36, 1.0, count)
        angle = 2.39996 * np.arange(count)
        out = np.stack([np.sin(angle), np.zeros(count), np.cos(angle)], -1).astype(F)
        reach = 0.062 * (1.05 - t)[:, None] ** 0.6
        at = np.column_stack([np.full(count, x), t * high, np.full(count, z)]) + out * reach
        facing = out + (0, 0.25, 0)
        size = 0.092 * (1.12 - t) ** 0.45
        tints = np.clip(
            tone * rng.uniform(0.8, 1.08, (count, 1)).astype(F)
            + (t[:, None] > 0.93) * rgb("#20301a") * F(0.4),
            0,
            1,
        )
        along = np.cross(facing, (0, 1.0, 0)) + rng.normal(0, 0.2, (count, 3))
        parts.append(
            cards(at - along * (size / 2)[:, None], along, facing, size, tints, outline=_ROUND, fold=0.4)
        )
    clumps = [Clump(at=(x, 0.16, 0), radii=(0.20, 0.22, 0.2)) for x in (-0.3, 0.0, 0.3)]
    return Model(
        mesh=_above_ground(
            join(
                *parts, crown(clumps, 420, 0.15, "#86b458", "#3f6f30", rng, outline=foliage.BLADE, droop=-0.3)
            )
        )
    )


def bird_bath(variant: int) -> Model:
    """A stone bowl on a baluster, 85 cm; `variant` 1 is full of snow."""
    stone = lathe(
        [
            (0.20, 0),
            (0.21, 0.05),
            (0.14, 0.09),
            (0.08, 0.20),
            (0.10, 0.36),
            (0.06, 0.60),
            (0.11, 0.68),
            (0.30, 0.76),
            (0.33, 0.83),
            (0.30, 0.84),
            (0.26, 0.80),
            (0, 0.80),
        ],
        "#d9d1c2",
        0.1,
        steps=36,
    )
    water = ball(
        (0.265, 0.05 if variant else 0.008, 0.265),
        (0, 0.808, 0),
        "#f4f8ff" if variant else "#6fc0de",
        0.1 if variant else 0.9,
        steps=20,
    )
    return Model(mesh=join(stone, water))
