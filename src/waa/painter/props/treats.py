"""Street treats and comfort food: dumplings, rice balls in syrup, drumstick, cup noodles, ice lolly, candied haws,
cotton candy, a carton of soya milk."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.props.bowls import bowlful, broth, chopsticks
from waa.painter.props.dough import blend, heap, lumpy, noodles, over, pillow
from waa.painter.props.garnish import onion_ring
from waa.painter.props.meals import china_spoon
from waa.painter.props.serving import food, is_held
from waa.painter.props.tableware import PORCELAIN, deep_bowl, dish
from waa.painter.shapes import bezier, rounded, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import noise3, raised

STICK = "#e3c08a"


@draws("dumpling", yaw=-8)
def dumpling(look: Look) -> Model:
    """Six fried dumplings, pleated, on a plate with a saucer of vinegar; one in the hand."""
    rng = look.rng("dumpling")
    one = _jiaozi(look.tint("#f8e6bd"), rng)
    if is_held(look):
        return food(one.scaled(1.3), look)
    pieces = [one.turned(yaw=a).moved(x, 0, z) for x, z, a in ((-0.058, 0.034, 10), (-0.004, 0.046, -6),
        (0.050, 0.036, -22),
        (-0.052, -0.016, 24), (0.004, -0.006, 4), (0.058, -0.016, -14))]  # fmt: skip
    dip = join(deep_bowl(0.026, 0.018, PORCELAIN, wall=0.002), broth(0.0235, 0.0145, "#5a2410")).moved(
        0.010, 0, -0.060
    )
    rings = [
        onion_ring(0.0042).moved(x, 0.001, z)
        for x, z in ((-0.084, 0.010), (0.086, 0.010), (-0.030, 0.072), (0.030, 0.074))
    ]
    return food(join(*pieces, dip, *rings), look, under=dish(0.118, 0.018, line="#2f62b8"), raise_by=0.0056)


def _jiaozi(skin: Array, rng: np.random.Generator) -> Mesh:
    """A crescent of dough, 5.5 cm, its seam pleated, its foot browned."""
    clay = Clay(0.010)
    for t in np.linspace(-1, 1, 7):
        x, z = 0.0230 * t, 0.0065 * (t * t) - 0.002
        size = 1 - 0.55 * t * t
        clay.ball((x, 0.0118 - 0.0045 * t * t, z), (0.0100, 0.0132 * size, 0.0125 * size), skin)
    body = clay.mesh(34, gloss=0.5)
    v = body.vertices.copy()
    v[:, 1] = np.maximum(v[:, 1], F(0.0015))
    body = replace(body, vertices=v)
    tone = noise3(v, 0.010, rng, 2)
    colours = over(
        blend(skin, mix(skin, "#ffffff", 0.3), tone),
        "#c47a2a",
        smoothstep(0.008, 0.002, v[:, 1] + 0.004 * (tone - 0.5)),
    )
    u, w = np.meshgrid(np.linspace(-1, 1, 61), np.linspace(0, 1, 5), indexing="ij")
    ruffle = 0.0022 * np.sin(u * 26) * w
    crest = np.stack(
        [0.0300 * u, 0.0238 - 0.0135 * u**2 + 0.0070 * w * (1 - 0.45 * u**2), 0.0068 * u**2 - 0.002 + ruffle],
        -1,
    )
    frill = make(crest.reshape(-1, 3), grid_faces(61, 5, wraps=False), None, mix(skin, "#ffffff", 0.15), 0.4)
    behind = replace(frill, faces=np.ascontiguousarray(frill.faces[:, ::-1]), normals=-frill.normals)
    return join(body.painted(colours), frill, behind)


@draws("tangyuan")
def tangyuan(look: Look) -> Model:
    """Glutinous rice balls in ginger syrup, one cut open with its sesame running out."""
    rng = look.rng("tangyuan")
    radius, height, level = 0.074, 0.060, 0.050
    vessel = deep_bowl(radius, height, look.tint("#c8352b"), inner=PORCELAIN)
    syrup = broth(radius * 0.925, level, "#e8b45a")
    balls = []
    for k, (x, z) in enumerate(
        ((-0.032, 0.026), (0.004, 0.038), (0.036, 0.018), (-0.012, -0.002), (0.024, -0.024), (-0.036, -0.020))
    ):
        tint = ("#fffaf0", "#f9b8c4", "#fffaf0", "#fffaf0", "#f9b8c4", "#fffaf0")[k]
        balls.append(
            lumpy(
                ball((0.0172, 0.0160, 0.0172), (x, level + 0.005, z), tint, 0.75, steps=22),
                0.0006,
                0.012,
                rng,
            )
        )
    bite = np.array([0.004, level + 0.005, 0.038]) + 0.0102 * np.array([0.1, 0.62, 0.78])
    opened = join(ball(0.0094, tuple(float(c) for c in bite), "#2a211e", 0.8, steps=18),
        tube(bezier((0.006, level + 0.010, 0.0545), (0.008, level + 0.006, 0.0565), (0.009, level + 0.002,
        0.058), (0.012, level + 0.0005,
        0.061), 8), np.linspace(0.0040, 0.0052, 8).tolist(), "#2a211e", 0.8, steps=10))  # fmt: skip
    slices = heap(box(0.014, 0.0016, 0.0026, "#f2cf6a", 0.3), 9, 0.05, 0.0, rng, flat=True).moved(
        y=level + 0.002
    )
    things = join(syrup, *balls, opened, slices)
    if is_held(look):
        return bowlful(vessel, things, level)
    return bowlful(
        vessel, things, level, china_spoon().scaled(0.85).turned(yaw=-28).moved(0.046, level - 0.002, -0.010)
    )


# -- fried and instant -------------------------------------------------------------------------------------------


@draws("drumstick", "fried_chicken", yaw=-12)
def drumstick(look: Look) -> Model:
    """A crisp chicken leg with its bone; fried chicken is a paper bucket of them."""
    rng = look.rng("crust")
    one = _leg(rng)
    if look.concept != "fried_chicken" or is_held(look):
        aslant = one.turned(roll=-52)
        return food(aslant.moved(y=-float(aslant.low[1])), look)
    pail = _pail(0.058, 0.078, 0.115, look.tint("#d8322c"))
    legs = [one.turned(roll=r, yaw=a).moved(x, y, z) for x, y, z, a, r in ((-0.036, 0.092, 0.018, 0, 24),
        (0.036, 0.090, 0.020, 60, -22),
        (0.0, 0.104, -0.018, 20, 4), (0.002, 0.084, 0.046, 140, -12), (-0.030, 0.090, -0.040, 90, 20), (0.040,
        0.092, -0.036, 10, -26))]  # fmt: skip
    return food(join(pail, *legs), look)


def _leg(rng: np.random.Generator) -> Mesh:
    """A drumstick, 12 cm, meat below, the bone upwards."""
    meat = (
        Clay(0.02)
        .ball((0, 0.034, 0), (0.031, 0.036, 0.028), "#d98a34")
        .limb((0, 0.05, 0), (0, 0.084, 0), 0.020, 0.0125, "#d98a34")
    )
    crust = lumpy(meat.mesh(40, gloss=0.4), 0.0034, 0.008, rng, 2)
    tone = noise3(crust.vertices, 0.010, rng, 2)
    crust = crust.painted(
        over(
            blend("#e9a548", "#b9661f", smoothstep(0.3, 0.75, tone)),
            "#7c3a10",
            smoothstep(0.72, 0.85, tone) * F(0.7),
        )
    )
    bone = join(tube([(0, 0.080, 0), (0, 0.108, 0)], 0.0068, "#f8edd8", 0.4, steps=14),
        *(ball((0.0082, 0.0075, 0.0082), (s * 0.0062, 0.1135, 0), "#f8edd8", 0.4, steps=12) for s in (-1, 1)))  # fmt: skip
    return join(crust, bone)


def _pail(low: float, high: float, tall: float, stripe: Array) -> Mesh:
    """A paper bucket with upright stripes."""
    bands = []
    for k in range(20):
        t, a = np.meshgrid(np.linspace(0, 1, 5), (k + np.linspace(0, 1, 5)) * math.pi / 10, indexing="ij")
        r = low + (high - low) * t
        points = np.stack([r * np.sin(a), tall * t, r * np.cos(a)], -1).reshape(-1, 3)
        band = make(points, grid_faces(5, 5, wraps=False), None, stripe if k % 2 else "#fffaf2", 0.35)
        out = float((band.normals * points).sum()) > 0
        bands += [
            band
            if out
            else replace(band, faces=np.ascontiguousarray(band.faces[:, ::-1]), normals=-band.normals)
        ]
    rim = lathe([(high - 0.002, tall - 0.006), (high + 0.003, tall - 0.002), (high, tall + 0.002),
        (high - 0.004, tall - 0.004),
        (low, 0.03), (0, 0.03)], mix(stripe, "#ffffff", 0.1), 0.4, steps=56, crease=60)  # fmt: skip
    return join(*bands, rim)


@draws("cup_noodles", yaw=-14)
def cup_noodles(look: Look) -> Model:
    """A paper cup of instant noodles, its lid half peeled back, chopsticks across."""
    rng = look.rng("noodles")
    colour = look.tint("#e0392c")
    low, high, tall = 0.036, 0.050, 0.105
    wall = lathe([(0, 0.002), (low - 0.003, 0), (low, 0.002), (high, tall - 0.003), (high + 0.0026,
        tall - 0.001), (high + 0.0018, tall + 0.0018),
        (high - 0.002, tall), (high - 0.0032, tall - 0.02)], "#fffaf2", 0.4, steps=64, crease=50)  # fmt: skip

    def at(y: float) -> float:
        return low + (high - low) * y / tall + 0.0004

    bands = [lathe([(at(y0), y0), (at(y1), y1)], c, 0.45, steps=64) for y0, y1, c in ((0.010, 0.020,
        "#f2b93a"), (0.022, 0.040, colour),
        (0.084, 0.094, colour))]  # fmt: skip
    flat = lettered("杯麵", 0.044, 0.030, colour, "#fffaf2", rows=34, fill=0.95, font="sans-900", bare=True)
    angle = flat.vertices[:, 0] / F(0.0445)
    v = flat.vertices
    reach = F(0.0448) + (v[:, 1]) * F(0.13)
    label = replace(flat, vertices=np.stack([np.sin(angle) * reach, v[:, 1] + 0.062, np.cos(angle) * reach], -1).astype(F),
        normals=np.stack([np.sin(angle), 0 * angle, np.cos(angle)], -1).astype(F))  # fmt: skip
    soup = broth(high - 0.004, tall - 0.012, "#d98a34")
    nest = noodles(0.040, 0.014, 24, 0.0016, "#f7d877", rng).moved(y=tall - 0.013)
    bits = heap([pillow(0.008, 0.007, 0.008, "#ffcf3a", 0.4, steps=8), ball((0.0045, 0.003, 0.0045), (0, 0, 0),
        "#e8734a", 0.5, steps=7),
        onion_ring(0.0034)], 15, 0.034, 0.010, rng).moved(y=tall - 0.002)  # fmt: skip
    t, a = np.meshgrid(np.linspace(0, 1, 10), np.linspace(0.62 * math.pi, 1.38 * math.pi, 30), indexing="ij")
    y = tall + 0.002 + 0.058 * t**1.3
    r = high * (1 - 0.35 * t)
    lid_points = np.stack([r * np.sin(a), y, high * np.cos(a) * (1 - 0.55 * t) - 0.012 * t], -1).reshape(
        -1, 3
    )
    lid = make(lid_points, grid_faces(10, 30, wraps=False), None, "#dfe3e8", 0.6)
    back = replace(lid, faces=np.ascontiguousarray(lid.faces[:, ::-1]), normals=-lid.normals).painted(colour)
    sticks = chopsticks(0.17, "#d9b06a").turned(yaw=-24).moved(0.014, tall + 0.006, 0.006)
    mesh = join(wall, *bands, label, soup, nest, bits, lid, back)
    return food(mesh if is_held(look) else join(mesh, sticks), look)


# -- on a stick --------------------------------------------------------------------------------------------------


@draws("ice_lolly", yaw=-10)
def ice_lolly(look: Look) -> Model:
    """An ice lolly with a bite taken out of it, drops running down its stick."""
    ice = look.tint("#ff6f8a")
    slab = Clay(0.010)
    for x in (-0.013, 0.013):
        slab.limb((x, 0.060, 0), (x, 0.130, 0), 0.0155, 0.0155, ice)
    slab.ball((0, 0.095, 0), (0.021, 0.05, 0.0145), ice).limb(
        (-0.015, 0.050, 0), (0.015, 0.050, 0), 0.0125, 0.0125, ice
    )
    for k in range(3):
        slab.ball(
            (0.034 - 0.010 * k, 0.146 - 0.003 * (k % 2), 0),
            0.0105,
            mix(ice, "#ffffff", 0.55),
            blend=0.002,
            carves=True,
        )
    body = slab.mesh(60, gloss=0.75)
    v = body.vertices
    band = blend(
        ice, mix(ice, "#ffd23a", 0.85), smoothstep(0.078, 0.088, v[:, 1] + 0.002 * np.sin(v[:, 0] * 300))
    )
    band = over(
        band,
        mix(ice, "#ffffff", 0.6),
        smoothstep(0.66, 0.78, noise3(v, 0.006, look.rng("frost"), 1)) * F(0.4),
    )
    keep = np.abs(body.colours - rgb(ice)).max(1) > 0.12  # the bite
    body = body.painted(np.where(keep[:, None], mix(ice, "#ffffff", 0.55), band))
    stick = extrude(rounded(-0.0065, 0.0, 0.013, 0.056, 0.006, 6), 0.005, STICK, 0.2)
    drops = [ball((0.0032, 0.0050, 0.0032), (x, y, 0.009), ice, 0.9, steps=10) for x, y in ((-0.012, 0.040),)]
    mesh = join(body, stick, *drops)
    return Model(
        mesh=mesh.moved(y=-float(mesh.low[1])),
        anchors={"grip": Anchor(at=(0, 0.016, 0)), "top": Anchor(at=(0, 0.14, 0), size=0.03)},
    )


@draws("tanghulu", "sugar_haws", yaw=-6)
def tanghulu(look: Look) -> Model:
    """Seven haws in glassy sugar on a skewer, 24 cm; strawberries or grapes when so coloured."""
    skin = look.tint("#d0182a")
    skewer = tube([(0, 0.0, 0), (0, 0.272, 0)], [0.0028, 0.0022], STICK, 0.2, steps=10)
    fruit = []
    for k in range(7):
        y = 0.088 + 0.0278 * k
        size = 0.0168 - 0.0004 * k
        haw = ball((size, size * 0.9, size), (0, y, 0), skin, 0.95, steps=22)
        dots = smoothstep(0.72, 0.82, noise3(haw.vertices, 0.0026, look.rng("dots", k), 1))
        fruit.append(haw.painted(over(blend(mix(skin, "#5a0010", 0.25), mix(skin, "#ff7a6a", 0.25),
        smoothstep(-0.8, 0.9, haw.normals[:, 1])),
            "#ffd9b0", dots * F(0.6))))  # fmt: skip
        fruit.append(ball((0.0030, 0.0016, 0.0030), (0.002, y + size * 0.86, 0.001), "#6b4a1c", 0.3, steps=7))
    glaze = lathe(
        [(0.0140, 0.266), (0.017, 0.267), (0.010, 0.271), (0.003, 0.278), (0, 0.279)],
        "#ffd88a",
        0.95,
        steps=28,
    ).finished(glow=0.15)
    mesh = join(skewer, *fruit, glaze).turned(roll=-10)
    return Model(
        mesh=mesh.moved(y=-float(mesh.low[1])),
        anchors={"grip": Anchor(at=(0.006, 0.045, 0)), "top": Anchor(at=(0.04, 0.25, 0), size=0.02)},
    )


@draws("cotton_candy", yaw=-6)
def cotton_candy(look: Look) -> Model:
    """A cloud of spun sugar on its paper cone."""
    pink = look.tint("#f9a8cc")
    rng = look.rng("cloud")
    cone = lathe([(0.003, 0), (0.017, 0.115), (0.015, 0.116), (0, 0.09)], "#fffaf2", 0.3, steps=40, crease=60)
    turn = np.arctan2(cone.vertices[:, 0], cone.vertices[:, 2]) / (2 * math.pi) + cone.vertices[:, 1] * 9
    cone = cone.painted(np.where(((turn * 2 % 1) < 0.4)[:, None], shift(pink, 0, 1.1, 0.95), cone.colours))
    cloud = Clay(0.020)
    for k in range(26):
        t = k / 25
        a, y = k * 2.39996, 0.112 + 0.125 * t
        reach = 0.046 * math.sin(math.pi * (0.16 + 0.74 * t)) ** 0.7
        size = 0.027 + 0.006 * float(rng.random()) - 0.006 * t
        tone = mix(pink, "#ffffff", float(rng.uniform(0.05, 0.5)))
        cloud.ball((reach * math.sin(a), y, reach * math.cos(a)), size, tone)
    body = lumpy(cloud.mesh(48, gloss=0.04), 0.0036, 0.010, rng, 3)
    wisps = noise3(body.vertices * np.array([1, 2.2, 1], F), 0.012, rng, 2)
    body = raised(body, (wisps - F(0.5)) * F(0.0030))
    body = body.painted(body.colours * (F(0.93) + F(0.12) * wisps[:, None])).finished(glow=0.16)
    return Model(
        mesh=join(cone, body),
        anchors={"grip": Anchor(at=(0, 0.05, 0)), "top": Anchor(at=(0, 0.25, 0), size=0.06)},
    )


@draws("milk_carton", yaw=-26)
def milk_carton(look: Look) -> Model:
    """A small carton of soya milk with its straw."""
    colour = look.tint("#f2c23a")
    w, h, d = 0.052, 0.105, 0.038
    body = box(w, h, d, colour, 0.45, bevel=0.003)
    top = box(w + 0.001, 0.014, d + 0.001, mix(colour, "#8a4a1c", 0.75), 0.45, bevel=0.003).moved(y=h - 0.012)
    foot = box(w + 0.001, 0.010, d + 0.001, mix(colour, "#8a4a1c", 0.75), 0.45, bevel=0.003)
    oval = extrude(np.stack([0.021 * np.cos(np.linspace(0, 2 * math.pi, 40, endpoint=False)),
        0.026 * np.sin(np.linspace(0, 2 * math.pi, 40,
        endpoint=False))], -1), 0.002, "#fffaf0", 0.4).moved(0, h * 0.56, d / 2)  # fmt: skip
    words = lettered("豆奶", 0.032, 0.020, "#8a3a1c", "#fffaf0", rows=34, fill=0.95, bare=True).moved(
        0, h * 0.60, d / 2 + 0.0016
    )
    beans = [
        ball((0.0052, 0.0042, 0.0026), (x, h * 0.60 - 0.020, d / 2 + 0.001), "#e8c98a", 0.4, steps=10)
        for x in (-0.007, 0.005)
    ]
    path = [
        (0.012, h - 0.01, 0.006),
        (0.013, h + 0.034, 0.006),
        (0.018, h + 0.044, 0.006),
        (0.034, h + 0.052, 0.006),
    ]
    straw = tube(smooth(path, closed=False, steps=5), 0.0024, "#fffdf8", 0.5, steps=10, caps=False)
    foil = cylinder(0.006, 0.0012, "#dfe3e8", 0.6, steps=20).moved(0.012, h + 0.001, 0.006)
    return food(join(body, top, foot, oval, words, *beans, straw, foil), look)
