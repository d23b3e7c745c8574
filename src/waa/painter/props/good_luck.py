"""Luck and good cheer: the beckoning cat, gold ingots, a Chinese knot; candy cane, gingerbread man, wreath, snow globe."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import F, mix, shift
from waa.painter.noise import smoothstep
from waa.painter.props.cosmetics import metal
from waa.painter.props.dough import blend, over
from waa.painter.props.garnish import leaf
from waa.painter.props.wear import bow
from waa.painter.rigs.features import cheeks, eyes, mouth
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf as blade
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import noise3

GOLD = "#f4c042"
RED = "#d2262c"


@draws("lucky_cat", yaw=-8)
def lucky_cat(look: Look) -> Model:
    """A beckoning cat, sitting, one paw raised, a gold coin before its belly, a red collar with its bell. 25 cm."""
    fur = look.tint("#fbf6ec")
    clay = Clay(0.02)
    clay.ball((0, 0.062, -0.004), (0.066, 0.064, 0.058), fur).ball(
        (0, 0.100, 0.0), (0.050, 0.046, 0.044), fur
    )
    clay.ball((0, 0.172, 0.006), (0.062, 0.054, 0.052), fur)
    clay.ball((0, 0.158, 0.044), (0.030, 0.021, 0.018), fur, blend=0.012)
    for s in (-1, 1):
        clay.ball((s * 0.040, 0.018, 0.042), (0.024, 0.018, 0.034), fur, blend=0.012)
    clay.strand(
        [(0.048, 0.104, 0.012), (0.084, 0.128, 0.018), (0.088, 0.176, 0.020), (0.085, 0.206, 0.028)],
        0.022,
        0.019,
        fur,
        blend=0.012,
    )
    clay.ball((0.084, 0.210, 0.034), (0.021, 0.022, 0.021), fur, blend=0.010)
    clay.strand(
        [(-0.048, 0.105, 0.016), (-0.060, 0.080, 0.040), (-0.044, 0.064, 0.062)],
        0.021,
        0.018,
        fur,
        blend=0.012,
    )
    ears = [blade([(s * 0.034, 0.205, 0.004), (s * 0.043, 0.228, 0.004), (s * 0.048, 0.250, 0.002)], (s * -0.1,
        0, 1), 0.040, 0.014, fur, cup=0.35,
        inside="#e9574f", gloss=0.4) for s in (-1, 1)]  # fmt: skip
    face = join(eyes(clay, 0.026, 0.180, 0.0105), mouth(clay, [(-0.013, 0.152), (-0.006, 0.147), (0, 0.151),
        (0.006, 0.147), (0.013, 0.152)], 0.0016),
        cheeks(clay, 0.043, 0.160, 0.0095, "#f7a6a0"), ball((0.0062, 0.0045, 0.004), (0, 0.163, 0.0625),
        "#e8607a", 0.5, steps=10))  # fmt: skip
    whiskers = [tube([(s * 0.034, 0.157 + dy, 0.048), (s * 0.070, 0.157 + 2.2 * dy, 0.040)], [0.0011, 0.0006],
        "#4a3f3a", steps=6) for s in (-1, 1)
        for dy in (-0.004, 0.002, 0.008)]  # fmt: skip
    collar = (
        torus(0.0475, 0.0080, RED, 0.4, steps=48).scaled(1, 1, 0.92).turned(pitch=8).moved(0, 0.126, 0.004)
    )
    bell = metal(
        join(
            ball(0.0125, (0, 0.112, 0.056), steps=18), torus(0.0122, 0.0018, steps=24).moved(0, 0.112, 0.056)
        ),
        GOLD,
    )
    coin = _koban().turned(pitch=-10).moved(-0.010, 0.060, 0.066)
    claws = [
        tube([(x, 0.217, 0.053), (x, 0.203, 0.0555)], 0.0011, "#c9a08a", steps=6)
        for x in (0.078, 0.084, 0.090)
    ]
    mesh = join(clay.mesh(76, gloss=0.6), *ears, face, *whiskers, collar, bell, coin, *claws)
    return Model(mesh=mesh.moved(y=-float(mesh.low[1])), anchors={"head": Anchor(at=(0, 0.222, 0), size=0.12),
        "top": Anchor(at=(0, 0.225, 0),
        size=0.08), "grip": Anchor(at=(0, 0.09, 0)), "neck": Anchor(at=(0, 0.125, 0), size=0.1)})  # fmt: skip


def _koban() -> Mesh:
    """An oval gold coin with its wish for wealth."""
    t = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    outline = np.stack([0.0235 * np.cos(t), 0.036 * np.sin(t)], -1)
    disc = metal(extrude(outline, 0.006, GOLD, 0.6), GOLD)
    text = lettered(
        "招財", 0.024, 0.046, "#8a5a10", GOLD, rows=48, fill=0.95, font="serif-900", vertical=True, bare=True
    )
    return join(disc, text.moved(z=0.0042))


@draws("sycee", yaw=-14)
def sycee(look: Look) -> Model:
    """Gold ingots in the old boat shape, three in a heap."""
    gold = look.tint(GOLD)
    one = _ingot().finished(gloss=0.8, metal=1.0).painted(gold)
    if look.pose == "hold":
        return Model(mesh=one.moved(y=-float(one.low[1])), anchors={"grip": Anchor(at=(0, 0.03, 0))})
    places = ((-0.058, 0, 0.012, 8), (0.058, 0, 0.010, -10), (0.002, 0.046, 0.0, 2))
    mesh = join(*(one.turned(yaw=a).moved(x, y, z) for x, y, z, a in places))
    return Model(
        mesh=mesh.moved(y=-float(mesh.low[1])),
        anchors={"grip": Anchor(at=(0, 0.05, 0)), "top": Anchor(at=(0, 0.11, 0), size=0.05)},
    )


def _ingot() -> Mesh:
    """11 cm across: a boat with raised ends round a dome."""
    clay = Clay(0.012)
    clay.ball((0, 0.018, 0), (0.040, 0.020, 0.026), GOLD)
    for s in (-1, 1):
        clay.strand(
            [(s * 0.022, 0.016, 0), (s * 0.042, 0.028, 0), (s * 0.052, 0.052, 0)],
            0.021,
            0.010,
            GOLD,
            blend=0.014,
        )
    clay.ball((0, 0.052, 0), (0.036, 0.018, 0.05), GOLD, carves=True, blend=0.006)
    clay.ball((0, 0.036, 0), (0.026, 0.021, 0.023), GOLD, blend=0.004)
    clay.ball((0, -0.014, 0), (0.08, 0.018, 0.06), GOLD, carves=True, blend=0.004)
    return clay.mesh(60, gloss=0.8)


@draws("chinese_knot", yaw=-6)
def chinese_knot(look: Look) -> Model:
    """A red knot of cord: a woven square on its corner with its ears, a jade bead, two tassels. 45 cm."""
    cord = look.tint(RED)
    r = 0.0062
    parts: list[Mesh] = []
    half = 0.052
    for k in range(5):
        at = (k - 2) * 0.0245
        weave = [0.0040 * (1 if (j + k) % 2 else -1) for j in range(5)]
        line = np.array(
            [(at, -half, 0), *((at, (j - 2) * 0.0245, weave[j]) for j in range(5)), (at, half, 0)]
        )
        one = tube(smooth(line, closed=False, steps=5), r * 1.5, cord, 0.35, steps=10)
        parts += [one, one.turned(roll=90).scaled(1, 1, -1)]
        for s in (-1, 1):  # ears where the cord turns
            if k < 4 and (k + (s > 0)) % 2 == 0:
                a, b = at, at + 0.0245
                ear = bezier(
                    (a, s * half, 0),
                    (a - 0.004, s * (half + 0.030), 0),
                    (b + 0.004, s * (half + 0.030), 0),
                    (b, s * half, 0),
                    12,
                )
                loop = tube(ear, r, cord, 0.35, steps=9)
                parts += [loop, loop.turned(roll=90)]
    knot = join(*parts).turned(roll=45)
    reach = 0.100
    wings = [tube(smooth([(s * 0.070, 0.012, 0), (s * 0.115, 0.045, 0), (s * 0.150, 0.020, 0), (s * 0.140,
        -0.020, 0), (s * 0.070, -0.012, 0)],
        closed=False, steps=6), r, cord, 0.35, steps=9) for s in (-1, 1)]  # fmt: skip
    loop = tube(smooth([(0, reach - 0.01, 0), (-0.006, reach + 0.05, 0), (0, reach + 0.10, 0), (0.006,
        reach + 0.05, 0), (0, reach - 0.01, 0)], closed=False,
        steps=5), 0.0042, cord, 0.35, steps=8)  # fmt: skip
    bead = ball((0.020, 0.017, 0.020), (0, -reach - 0.016, 0), "#5fae86", 0.8, steps=22)
    tassels = []
    for s in (-1, 1):
        tassels.append(
            tube([(0, -reach - 0.03, 0), (s * 0.016, -reach - 0.055, 0)], 0.0042, cord, 0.3, steps=8)
        )
        tassels.append(
            ball((0.0105, 0.010, 0.0105), (s * 0.017, -reach - 0.060, 0), GOLD, 0.6, steps=12).finished(
                metal=0.8
            )
        )
        fall = tube([(s * 0.017, -reach - 0.068, 0), (s * 0.019, -reach - 0.09, 0), (s * 0.022, -reach - 0.20,
        0)], [0.008, 0.0125, 0.0150], cord, 0.1,
            steps=28)  # fmt: skip
        turn = np.cos(np.arctan2(fall.vertices[:, 2], fall.vertices[:, 0] - s * 0.019) * 14)
        tassels.append(fall.painted(blend(shift(cord, 0, 1, 0.75), cord, smoothstep(-0.6, 0.7, turn))))
    mesh = join(knot, *wings, loop, bead, *tassels)
    return Model(
        mesh=mesh.moved(y=-float(mesh.low[1])),
        anchors={"grip": Anchor(at=(0, 0.40, 0)), "top": Anchor(at=(0, 0.44, 0), size=0.05)},
    )


# -- Christmas ---------------------------------------------------------------------------------------------------


@draws("candy_cane", yaw=-6)
def candy_cane(look: Look) -> Model:
    """A striped cane of sugar with a bow, 17 cm."""
    stripe = look.tint("#d8262c")
    path = smooth(
        [
            (0, 0, 0),
            (0, 0.055, 0),
            (0, 0.110, 0),
            (0.006, 0.140, 0),
            (0.030, 0.156, 0),
            (0.054, 0.140, 0),
            (0.058, 0.112, 0),
        ],
        closed=False,
        steps=26,
    )
    cane = tube(path, 0.0115, "#fffaf4", 0.75, steps=40)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    near = np.argmin(((cane.vertices[:, None] - path[None].astype(F)) ** 2).sum(-1), axis=1)
    out = cane.vertices - path[near].astype(F)
    tangent = np.gradient(path, axis=0)[near]
    side = np.stack([tangent[:, 1], -tangent[:, 0], 0 * tangent[:, 0]], -1) / np.linalg.norm(
        tangent, axis=1, keepdims=True
    )
    turn = np.arctan2(out[:, 2], (out * side).sum(1)) / (2 * math.pi)
    phase = (along[near] / 0.030 + turn) % 1
    broad, narrow = smoothstep(0.25, 0.17, np.abs(phase - 0.21)), smoothstep(0.08, 0.03, np.abs(phase - 0.67))
    colours = over(over(cane.colours, stripe, broad), stripe, narrow * F(0.9))
    tie = bow("#3f9a52", 0.034).moved(0, 0.098, 0.014)
    mesh = join(cane.painted(colours), tie).turned(roll=8)
    return Model(mesh=mesh.moved(y=-float(mesh.low[1])), anchors={"grip": Anchor(at=(0, 0.04, 0))})


@draws("gingerbread_man", yaw=-8)
def gingerbread_man(look: Look) -> Model:
    """A gingerbread man with icing, buttons and a smile, 15 cm, standing."""
    dough = look.tint("#b9722f")
    clay = Clay(0.010)
    clay.ball((0, 0.118, 0), (0.031, 0.030, 0.010), dough)
    clay.limb((0, 0.088, 0), (0, 0.056, 0), 0.010, 0.010, dough).ball(
        (0, 0.070, 0), (0.026, 0.030, 0.010), dough
    )
    for s in (-1, 1):
        clay.limb((s * 0.016, 0.084, 0), (s * 0.052, 0.078, 0), 0.0115, 0.0130, dough)
        clay.limb((s * 0.014, 0.050, 0), (s * 0.026, 0.016, 0), 0.0120, 0.0140, dough)
    body = clay.mesh(64, gloss=0.25)
    v = body.vertices * np.array([1, 1, 0.85], F)
    tone = noise3(body.vertices, 0.012, look.rng("crumb"), 3)
    body = Mesh(v, body.faces, body.normals, over(blend(dough, mix(dough, "#e0a050", 0.4), tone), mix(dough,
        "#6b3a12", 0.7), smoothstep(0.0066, 0.002,
        np.abs(v[:, 2])) * F(0.6)), body.surface)  # fmt: skip
    z = 0.0092
    icing = "#fffaf0"

    def line(points: list[tuple[float, float]], thick: float = 0.0021) -> Mesh:
        found, _ = clay.surface([(x, y, 0.1) for x, y in smooth(points, closed=False, steps=4)], (0, 0, -1))
        return tube(found * np.array([1, 1, 0.85]), thick, icing, 0.5, steps=8)

    zigzags = [
        line([(s * 0.050, 0.069), (s * 0.047, 0.075), (s * 0.051, 0.080), (s * 0.047, 0.086)])
        for s in (-1, 1)
    ]
    zigzags += [
        line([(s * 0.013, 0.022), (s * 0.020, 0.027), (s * 0.027, 0.024), (s * 0.035, 0.028)])
        for s in (-1, 1)
    ]
    smile = line([(-0.014, 0.111), (-0.007, 0.106), (0.007, 0.106), (0.014, 0.111)])
    eyes_ = [ball((0.0042, 0.0052, 0.003), (s * 0.0115, 0.124, z), "#3a2014", 0.8, steps=12) for s in (-1, 1)]
    blush = [
        ball((0.005, 0.0036, 0.0015), (s * 0.020, 0.114, z - 0.0012), "#f2836b", 0.2, steps=10)
        for s in (-1, 1)
    ]
    buttons = [
        ball((0.0048, 0.0048, 0.003), (0, y, z), c, 0.8, steps=12)
        for y, c in ((0.084, "#d8262c"), (0.070, "#3f9a52"), (0.056, "#d8262c"))
    ]
    tie = bow(RED, 0.018).moved(0, 0.095, z + 0.001)
    mesh = join(body, *zigzags, smile, *eyes_, *blush, *buttons, tie)
    return Model(mesh=mesh.moved(y=-float(mesh.low[1])), anchors={"grip": Anchor(at=(0, 0.06, 0)),
        "head": Anchor(at=(0, 0.140, 0), size=0.06),
        "top": Anchor(at=(0, 0.148, 0), size=0.04)})  # fmt: skip


@draws("christmas_wreath", yaw=-4)
def christmas_wreath(look: Look) -> Model:
    """A wreath of fir with berries, cones, baubles and a red bow, 50 cm, standing."""
    green = look.tint("#3f8a46")
    rng = look.rng("wreath")
    parts = [torus(0.175, 0.036, shift(green, 0, 1, 0.6), 0.1, steps=48).turned(pitch=90)]
    for k in range(150):
        a = 2 * math.pi * k / 150 + float(rng.uniform(-0.05, 0.05))
        b = float(rng.uniform(-1.5, 1.9))
        lean = float(rng.uniform(-0.5, 0.5))
        root = np.array(
            [
                math.sin(a) * (0.175 + 0.030 * math.sin(b)),
                math.cos(a) * (0.175 + 0.030 * math.sin(b)),
                0.030 * math.cos(b),
            ]
        )
        out = np.array(
            [
                math.sin(a) * math.sin(b) + math.cos(a) * (0.7 + lean),
                math.cos(a) * math.sin(b) - math.sin(a) * (0.7 + lean),
                math.cos(b) * 0.9,
            ]
        )
        tip = root + out / np.linalg.norm(out) * float(rng.uniform(0.045, 0.065))
        parts.append(
            tube(
                [root, (root + tip) / 2, tip],
                [0.006, 0.0075, 0.001],
                mix(green, ("#2a6a3a", "#7cc06a")[k % 2], 0.3),
                0.15,
                steps=6,
            )
        )
    for k in range(9):
        a = 2 * math.pi * (k + 0.3) / 9
        at = np.array([math.sin(a) * 0.178, math.cos(a) * 0.178, 0.052])
        if abs(a - math.pi) < 0.5:
            continue
        if k % 3 == 0:
            parts.append(ball(0.024, tuple(float(c) for c in at), ("#d8262c", GOLD)[k % 2], 0.9, steps=18))
        else:
            parts += [ball(0.0105, tuple(float(c) for c in at + np.array([dx, dy, 0.004])), "#d8262c", 0.85, steps=10)
                for dx, dy in ((-0.012, 0), (0.011, 0.004), (0, -0.014))]  # fmt: skip
            parts += [leaf(0.040, 0.024, "#2f7a3a", bend=0.1,
        gloss=0.6).turned(pitch=90).turned(roll=float(r)).moved(*(float(c) for c in at))
                for r in (30, 150)]  # fmt: skip
    ribbon = [tube(bezier((s * 0.008, -0.165, 0.060), (s * 0.02, -0.20, 0.066), (s * 0.03, -0.22, 0.060),
        (s * 0.045, -0.255, 0.064), 10), [0.010] * 10, RED,
        0.3, steps=10).scaled(1, 1, 0.9) for s in (-1, 1)]  # fmt: skip
    mesh = join(*parts, bow(RED, 0.085).moved(0, -0.160, 0.060), *ribbon)
    return Model(
        mesh=mesh.moved(y=-float(mesh.low[1])),
        anchors={"grip": Anchor(at=(0, 0.26, 0)), "top": Anchor(at=(0, 0.48, 0), size=0.1)},
    )


@draws("snow_globe", yaw=-8)
def snow_globe(look: Look) -> Model:
    """A glass globe on a wooden foot: a cottage and firs in falling snow. 16 cm."""
    rng = look.rng("snow")
    foot = lathe(smooth([(0, 0), (0.060, 0), (0.064, 0.006), (0.060, 0.014), (0.050, 0.022), (0.048, 0.032),
        (0.052, 0.038), (0.050, 0.042), (0, 0.042)],
        closed=False, steps=5), look.tint("#8a4f2c"), 0.5, steps=56, crease=75)  # fmt: skip
    band = metal(torus(0.0515, 0.003, steps=48).moved(y=0.039), GOLD)
    ground = ball((0.050, 0.016, 0.050), (0, 0.046, 0), "#fbfdff", 0.2, steps=24)
    house = join(
        box(0.030, 0.022, 0.024, "#c8553c", 0.2, bevel=0.001),
        extrude([(-0.019, 0), (0.019, 0), (0, 0.017)], 0.030, "#fbfdff", 0.2).moved(0, 0.022, 0),
        box(0.007, 0.012, 0.002, "#6b3f24").moved(0.0, 0, 0.0125),
        box(0.006, 0.006, 0.002, "#ffd86a").finished(glow=0.9).moved(-0.009, 0.010, 0.0125),
        box(0.006, 0.006, 0.002, "#ffd86a").finished(glow=0.9).moved(0.009, 0.010, 0.0125),
        box(0.005, 0.014, 0.005, "#9a4230").moved(0.010, 0.028, -0.004),
    )
    fir = join(*(lathe([(0.013 - 0.003 * k, 0.006 + 0.011 * k), (0.001, 0.024 + 0.011 * k)], "#2f7a48", 0.1,
        steps=20, crease=180) for k in range(3)),
        *(lathe([(0.006 - 0.0014 * k, 0.0165 + 0.011 * k), (0.001, 0.0245 + 0.011 * k)], "#fbfdff", 0.1,
        steps=16, crease=180) for k in range(3)),
        cylinder(0.002, 0.008, "#6b3f24", steps=8))  # fmt: skip
    flakes = []
    for _ in range(46):
        p = rng.normal(0, 1, 3)
        p = p / np.linalg.norm(p) * 0.052 * float(rng.random()) ** 0.4
        if p[1] > -0.012:
            flakes.append(
                ball(
                    0.0013, (float(p[0]), 0.090 + float(p[1]), float(p[2])), "#ffffff", 0.3, steps=5
                ).finished(glow=0.4)
            )
    back = lathe(
        [(0.0595 * math.cos(t), 0.090 + 0.0595 * math.sin(t)) for t in np.linspace(1.4, -0.9, 30)],
        "#b5dcf0",
        0.3,
        steps=56,
        crease=180,
    )
    back = back.painted(blend("#8fc4e4", "#dceefa", smoothstep(0.15, 0.04, back.vertices[:, 1]))).finished(
        glow=0.35
    )
    mesh = join(foot, band, ground, house.turned(yaw=-18).moved(-0.008, 0.056, -0.004), fir.moved(0.027, 0.052,
        0.010), fir.scaled(0.8).moved(-0.034, 0.052, 0.008),
        *flakes, back)  # fmt: skip
    glass = ball(0.061, (0, 0.090, 0), "#f2fbff", 0.95, steps=36).finished(glow=0.07)
    return Model(
        mesh=mesh,
        glass=glass,
        anchors={"grip": Anchor(at=(0, 0.05, 0)), "top": Anchor(at=(0, 0.151, 0), size=0.04)},
    )
