"""Small things of desk and pocket: pencil, scissors, dice, puzzle cube, key, cut diamond, heart, piggy bank, hourglass."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, mix, shift
from waa.painter.props.cosmetics import metal
from waa.painter.props.furniture import OAK, wooden
from waa.painter.props.masonry import bar
from waa.painter.rigs.features import cheeks, eyes
from waa.painter.shapes import smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, make, torus, tube
from waa.painter.solid.model import Anchor, Model

GOLD = "#f2bd3e"
STEEL = "#d3d8de"


def _upright(mesh: Mesh, grip: float = 0.45) -> Model:
    """Standing on the ground over the origin, gripped at that share of its height."""
    low, high = mesh.low, mesh.high
    mesh = mesh.moved(-float(low[0] + high[0]) / 2, -float(low[1]), -float(low[2] + high[2]) / 2)
    tall = float(mesh.high[1])
    return Model(
        mesh=mesh,
        anchors={"grip": Anchor(at=(0, grip * tall, 0)), "top": Anchor(at=(0, tall, 0), size=tall * 0.2)},
    )


# -- for the desk ------------------------------------------------------------------------------------------------


@draws("pencil", yaw=-10)
def pencil(look: Look) -> Model:
    """A six-sided pencil aslant on its point, its rubber up, 18 cm."""
    paint = look.tint("#f5b92e")
    r = 0.0082
    sharp = []
    for k in range(6):  # flat sides, each of its own shade
        a, b = (k + 0.5) * math.pi / 3, (k + 1.5) * math.pi / 3
        quad = [
            (r * math.sin(t), y, r * math.cos(t)) for t, y in ((a, 0.030), (b, 0.030), (b, 0.150), (a, 0.150))
        ]
        sharp.append(make(quad, [(0, 1, 2), (0, 2, 3)], None, shift(paint, 0, 1, (1.0, 0.92)[k % 2]), 0.55))
    cone = lathe([(0.0016, 0.006), (r * 1.02, 0.0345)], "#eccb98", 0.2, steps=36, crease=180)
    ring = np.arctan2(cone.vertices[:, 0], cone.vertices[:, 2])
    cone = cone.painted(
        np.where((cone.vertices[:, 1] > 0.030 + 0.0022 * np.cos(6 * ring))[:, None], paint, cone.colours)
    )
    lead = lathe([(0, 0), (0.0022, 0.009)], "#3a3a40", 0.5, steps=20, crease=180)
    ferrule = metal(lathe([(r * 1.05, 0.148), (r * 1.05, 0.152), (r * 1.12, 0.154), (r * 1.05, 0.156),
        (r * 1.12, 0.159), (r * 1.05, 0.161),
        (r * 1.05, 0.164)], steps=32, crease=180), STEEL)  # fmt: skip
    rubber = lathe(
        smooth([(r, 0.163), (r * 1.02, 0.174), (r * 0.9, 0.181), (0, 0.183)], closed=False, steps=4),
        "#f29aa4",
        0.2,
        steps=28,
        crease=180,
    )
    return _upright(join(*sharp, cone, lead, ferrule, rubber).turned(yaw=14).turned(roll=-22))


@draws("scissors", yaw=-8)
def scissors(look: Look) -> Model:
    """Open scissors, points up, 18 cm."""
    grip = look.tint("#e0463c")
    halves = []
    for s in (-1, 1):
        edge = [(-0.0075, 0.0), (0.0080, -0.002), (0.0070, 0.060), (0.0010, 0.104), (-0.0065, 0.060)]
        blade = extrude(smooth(np.array(edge) * np.array([s, 1]), steps=4), 0.0032, STEEL, 0.8).finished(
            metal=0.9
        )
        t = np.linspace(0, 2 * math.pi, 40)
        loop = np.stack([-s * (0.013 + 0.019 * np.cos(t)), -0.052 + 0.027 * np.sin(t), 0 * t], -1)
        bow_ = tube(loop, 0.0058, grip, 0.5, steps=14, caps=False)
        neck = tube(
            [(0, -0.002, 0), (-s * 0.002, -0.018, 0), (-s * 0.006, -0.028, 0)],
            [0.0080, 0.0072, 0.0064],
            grip,
            0.5,
            steps=14,
        )
        halves.append(join(blade, bow_, neck).moved(z=0.0018 * s).turned(roll=-s * 15))
    screw = metal(ball((0.0052, 0.0052, 0.004), (0, 0.004, 0.003), steps=16), GOLD)
    return _upright(join(*halves, screw), 0.25)


# -- games -------------------------------------------------------------------------------------------------------

_PIPS = {1: ((0, 0),), 2: ((-1, -1), (1, 1)), 3: ((-1, -1), (0, 0), (1, 1)), 4: ((-1, -1), (-1, 1), (1, -1), (1, 1)),
    5: ((-1, -1), (-1, 1), (1, -1), (1, 1), (0, 0)), 6: ((-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1))}  # fmt: skip


def _die(side: float, colour: Array) -> Mesh:
    """Its middle at the origin; one in front, two above, three at the right."""
    parts = [box(side, side, side, colour, 0.75, bevel=side * 0.14).moved(y=-side / 2)]
    turns = {1: (0, 0), 6: (180, 0), 3: (90, 0), 4: (-90, 0), 2: (0, -90), 5: (0, 90)}
    for number, (yaw, pitch) in turns.items():
        ink = "#d2262c" if number in (1, 4) else "#26282e"
        size = side * (0.15 if number == 1 else 0.088)
        for x, y in _PIPS[number]:
            pip = ball(
                (size, size, side * 0.03),
                (x * side * 0.24, y * side * 0.24, side / 2 - side * 0.008),
                ink,
                0.6,
                steps=10,
            )
            parts.append(pip.turned(pitch=pitch).turned(yaw=yaw))
    return join(*parts)


@draws("dice", yaw=-24)
def dice(look: Look) -> Model:
    """A die, its edges rounded, red ones and fours as in Hong Kong; the next of a group lies on another side."""
    one = _die(0.020, look.tint("#fbf8ef"))
    pitch, yaw = ((0, 0), (90, 30), (-90, -20), (180, 40), (0, 90), (0, -90))[look.variant % 6]
    return _upright(one.turned(pitch=pitch).turned(yaw=yaw))


@draws("rubiks_cube", yaw=-32)
def rubiks_cube(look: Look) -> Model:
    """A puzzle cube, its upper layer half turned."""
    rng = look.rng("cube")
    colours = ("#f6f4ee", "#f4cf2c", "#d8282c", "#f2802a", "#2f62c8", "#3aa64a")
    side, gap = 0.0185, 0.0190
    cubes: dict[int, list[Mesh]] = {-1: [], 0: [], 1: []}
    for x in (-1, 0, 1):
        for y in (-1, 0, 1):
            for z in (-1, 0, 1):
                if (x, y, z) == (0, 0, 0):
                    continue
                parts = [box(side, side, side, "#22242a", 0.5, bevel=side * 0.1).moved(y=-side / 2)]
                for axis, value in enumerate((x, y, z)):
                    if value:
                        tile = bar(side * 0.84, side * 0.84, 0.0016, colours[int(rng.integers(6))],
        0.6).moved(0, -side * 0.42,
                            side / 2)  # fmt: skip
                        turned = (
                            tile.turned(yaw=90 * value),
                            tile.turned(pitch=-90 * value),
                            tile.turned(yaw=0 if value > 0 else 180),
                        )[axis]
                        parts.append(turned)
                cubes[y].append(join(*parts).moved(x * gap, y * gap, z * gap))
    top = join(*cubes[1]).turned(yaw=28)
    return _upright(join(*cubes[-1], *cubes[0], top))


# -- treasures ---------------------------------------------------------------------------------------------------


@draws("key", "old_key", yaw=-8)
def key(look: Look) -> Model:
    """An old-fashioned key of brass, its bow a trefoil, 9 cm."""
    brass = look.tint(GOLD)
    r = 0.0042
    parts = [tube([(0, 0.0, 0), (0, 0.058, 0)], r, steps=18)]
    parts += [torus(r * 1.35, 0.0018, steps=24).moved(y=y) for y in (0.056, 0.050, 0.020)]
    for a in (-90, 30, 150):
        x, y = 0.0125 * math.cos(math.radians(a + 60)), 0.0755 + 0.0125 * math.sin(math.radians(a + 60))
        parts.append(torus(0.0098, 0.0034, steps=32).turned(pitch=90).moved(x, y, 0))
    parts.append(ball((0.006, 0.006, 0.005), (0, 0.0755, 0), steps=14))
    bit = extrude(
        [
            (0, 0.0),
            (0.020, 0.0),
            (0.020, 0.007),
            (0.012, 0.007),
            (0.012, 0.011),
            (0.020, 0.011),
            (0.020, 0.020),
            (0, 0.020),
        ],
        0.0042,
    )
    parts.append(bit.moved(0.002, -0.001, 0))
    return _upright(metal(join(*parts), "#ffffff").painted(brass).turned(roll=-14), 0.7)


@draws("diamond", yaw=-12)
def diamond(look: Look) -> Model:
    """A brilliant standing on its point, every facet of its own light."""
    stone = look.tint("#bfe6ff")
    r, n = 0.030, 12
    table, girdle, culet = 0.0165, r, 0.0
    rings = [
        (table, 0.0480),
        (0.0245, 0.0430),
        (girdle, 0.0345),
        (girdle, 0.0330),
        (0.0165, 0.0165),
        (culet, 0.0),
    ]
    faces_: list[Mesh] = [make([(table * math.sin(a), 0.0480, table * math.cos(a)) for a in np.arange(n) * 2 * math.pi / n],
        [(0, k, k + 1) for k in range(1, n - 1)], None, mix(stone, "#ffffff", 0.75), 0.95)]  # fmt: skip
    for row, ((r0, y0), (r1, y1)) in enumerate(itertools.pairwise(rings)):
        for k in range(n):
            off = 0.5 * row
            a0, a1 = (k + off) * 2 * math.pi / n, (k + 1 + off) * 2 * math.pi / n
            b = (k + off + 0.5) * 2 * math.pi / n
            b2 = (k + off + 1.5) * 2 * math.pi / n
            up = [
                (r0 * math.sin(a0), y0, r0 * math.cos(a0)),
                (r1 * math.sin(b), y1, r1 * math.cos(b)),
                (r0 * math.sin(a1), y0, r0 * math.cos(a1)),
            ]
            down = [
                (r0 * math.sin(a1), y0, r0 * math.cos(a1)),
                (r1 * math.sin(b), y1, r1 * math.cos(b)),
                (r1 * math.sin(b2), y1, r1 * math.cos(b2)),
            ]
            for number, corners in enumerate((up, down)):
                if r1 == 0 and number:
                    continue
                spark = 0.5 + 0.5 * math.sin(k * 2.7 + row * 1.9 + number * 2.2)
                tone = mix(shift(stone, 0, 1.15, 0.72), "#ffffff", 0.15 + 0.75 * spark**2)
                faces_.append(make(corners, [(0, 1, 2)], None, tone, 0.95))
    return _upright(join(*faces_).finished(glow=0.22))


@draws("heart", yaw=-8)
def heart(look: Look) -> Model:
    """A plump glossy heart."""
    red = look.tint("#e2263c")
    clay = Clay(0.05)
    for s in (-1, 1):
        clay.ball((s * 0.088, 0.255, 0), (0.108, 0.100, 0.082), red, roll=s * -18)
        clay.limb((s * 0.070, 0.215, 0), (0, 0.060, 0), 0.090, 0.030, red)
    clay.ball((0, 0.185, 0), (0.10, 0.10, 0.075), red)
    return _upright(clay.mesh(72, gloss=0.75))


@draws("piggy_bank", yaw=30)
def piggy_bank(look: Look) -> Model:
    """A china pig with a slot in its back, a gold coin going in."""
    pink = look.tint("#f7a8b4")
    dark = shift(pink, 0, 1.1, 0.85)
    clay = (
        Clay(0.02)
        .ball((0, 0.085, 0), (0.072, 0.066, 0.086), pink)
        .ball((0, 0.095, 0.072), (0.048, 0.046, 0.036), pink)
    )
    clay.limb((0, 0.088, 0.095), (0, 0.087, 0.118), 0.024, 0.0235, pink, blend=0.012)
    for s in (-1, 1):
        for z in (-0.045, 0.045):
            clay.limb((s * 0.038, 0.050, z), (s * 0.040, 0.014, z), 0.021, 0.018, pink, blend=0.014)
    ears = [leaf([(s * 0.028, 0.128, 0.062), (s * 0.044, 0.152, 0.066), (s * 0.054, 0.158, 0.082)], (s * 0.2,
        -0.2, 1), 0.036, 0.010, pink, cup=0.3,
        inside=dark, gloss=0.6) for s in (-1, 1)]  # fmt: skip
    snout = [ball((0.0050, 0.0070, 0.003), (s * 0.0088, 0.087, 0.1405), dark, 0.4, steps=12) for s in (-1, 1)]
    disc = ball((0.0245, 0.0225, 0.006), (0, 0.087, 0.137), mix(pink, "#ff7a92", 0.35), 0.6, steps=22)
    face = join(eyes(clay, 0.025, 0.112, 0.0085), cheeks(clay, 0.037, 0.092, 0.0095, "#f2738c"))
    tail = tube(np.stack([0.010 * np.cos(np.linspace(0, 9, 40)), 0.098 + 0.010 * np.sin(np.linspace(0, 9, 40)),
        -0.082 - np.linspace(0, 0.026, 40)], -1),
        0.0042, pink, 0.6, steps=10)  # fmt: skip
    slot = box(0.007, 0.006, 0.042, "#5a2a34", 0.1).moved(0, 0.1475, -0.004)
    coin = (
        metal(join(cylinder(0.026, 0.005, steps=40), torus(0.0235, 0.002, steps=40).moved(y=0.005)), GOLD)
        .turned(roll=90)
        .moved(0.0025, 0.166, -0.004)
    )
    mesh = join(clay.mesh(66, gloss=0.75), *ears, disc, *snout, face, tail, slot, coin)
    return _upright(mesh)


@draws("hourglass", yaw=-10)
def hourglass(look: Look) -> Model:
    """Sand running in a glass between two turned wooden plates, 20 cm."""
    wood = look.tint(OAK)
    sand = "#f0c46a"
    plate = wooden(lathe(smooth([(0, 0), (0.052, 0), (0.056, 0.005), (0.052, 0.012), (0.044, 0.016), (0,
        0.016)], closed=False, steps=4), wood, 0.4, steps=48,
        crease=75), 0.05)  # fmt: skip
    posts = [wooden(tube(smooth([(0.045 * math.sin(a), 0.014, 0.045 * math.cos(a)), (0.045 * math.sin(a), 0.10,
        0.045 * math.cos(a)), (0.045 * math.sin(a), 0.186,
        0.045 * math.cos(a))], closed=False, steps=8), (0.0052 + 0.0022 * np.abs(np.sin(np.linspace(0, 6.3,
        17)))).tolist(), wood, 0.4, steps=10))
        for a in (0.6, 2.7, 4.8)]  # fmt: skip
    outline = smooth([(0.030, 0.016), (0.037, 0.030), (0.036, 0.055), (0.020, 0.084), (0.0042, 0.100), (0.020,
        0.116), (0.036, 0.145), (0.037, 0.170), (0.030,
        0.184)], closed=False, steps=7)  # fmt: skip
    glass = lathe(outline, "#eef8fb", 0.95, steps=48, crease=180).finished(glow=0.10)
    heap = lathe(
        [(0.0345, 0.018), (0.0355, 0.032), (0.028, 0.041), (0.012, 0.054), (0, 0.058)],
        sand,
        0.1,
        steps=48,
        crease=180,
    )
    above = lathe(
        [(0.003, 0.101), (0.019, 0.117), (0.030, 0.134), (0.018, 0.131), (0, 0.126)],
        sand,
        0.1,
        steps=48,
        crease=180,
    )
    thread = tube([(0, 0.055, 0), (0, 0.104, 0)], 0.0011, sand, 0.1, steps=8)
    inner = join(heap, above, thread).finished(glow=0.15)
    model = _upright(join(plate, plate.scaled(1, -1, 1).moved(y=0.200), *posts, inner))
    return Model(mesh=model.mesh, glass=glass, anchors=model.anchors)
