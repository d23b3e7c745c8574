"""Dishes of a Hong Kong table: soup, curry, fried rice, spaghetti, steamed fish, barbecued pork, a fried egg."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix
from waa.painter.noise import smoothstep
from waa.painter.props.bowls import bowlful, broth, greens, rice_mound
from waa.painter.props.dough import blend, heap, lumpy, noodles, over, pillow, puddle, slumped
from waa.painter.props.garnish import grain, leaf, onion_ring, planted, spots
from waa.painter.props.mains import char_siu_slice
from waa.painter.props.mains import fried_egg as egg_mesh
from waa.painter.props.serving import food, is_held
from waa.painter.props.tableware import PORCELAIN, deep_bowl, dish
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf as blade
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import noise3, raised


@draws("soup")
def soup(look: Look) -> Model:
    """Slow-boiled soup: carrot, corn, lotus root and pork in a clear red-brown broth, a china spoon in it."""
    rng = look.rng("soup")
    radius, height, level = 0.084, 0.066, 0.0585
    vessel = deep_bowl(radius, height, look.tint(PORCELAIN), line=None if look.colour else "#2f62b8")
    liquid = broth(radius * 0.925, level, "#c8762c")
    carrots = [_chunk("#f5821f", 0.0135, rng).moved(x, level + 0.004, z)
        for x, z in ((-0.030, 0.034), (0.036, -0.014), (0.002, 0.052), (-0.052, -0.010))]  # fmt: skip
    roots = [_lotus_root().turned(pitch=p, yaw=a).moved(x, level + 0.004, z)
        for x, z, a, p in ((-0.012, 0.012, 10, 24), (0.030, 0.034, -30, 30), (-0.020, -0.044, 40, 10))]  # fmt: skip
    pork = [lumpy(pillow(0.026, 0.018, 0.022, "#b87a5a", 0.35, steps=16), 0.0018, 0.008, rng).turned(yaw=a).moved(x,
        level - 0.006, z) for x, z, a in ((-0.046, 0.014, 20), (0.014, -0.028, 60))]  # fmt: skip
    dates = [lumpy(ball((0.010, 0.007, 0.007), (0, 0, 0), "#8f1f1a", 0.6, steps=14), 0.0010, 0.004, rng).turned(
        yaw=a).moved(x, level + 0.003, z) for x, z, a in ((0.052, 0.016, 40), (-0.038, -0.034, 100))]  # fmt: skip
    berries = heap(
        ball((0.0032, 0.0018, 0.0024), (0, 0, 0), "#e0401c", 0.6, steps=7), 12, 0.066, 0.0, rng, flat=True
    )
    things = join(liquid, *carrots, *roots, *pork, *dates, berries.moved(y=level + 0.0012))
    if is_held(look):
        return bowlful(vessel, things, level)
    return bowlful(vessel, things, level, china_spoon().turned(yaw=-32).moved(0.046, level - 0.004, -0.012))


def _chunk(colour: Colour, size: float, rng: np.random.Generator) -> Mesh:
    """A piece cut at a slant, as carrots are for soup."""
    piece = lathe([(0, -0.8 * size), (0.9 * size, -0.8 * size), (size, -0.6 * size), (0.86 * size, 0.6 * size),
        (0.74 * size, 0.75 * size), (0, 0.75 * size)], colour, 0.5, steps=26, crease=50)  # fmt: skip
    r = np.hypot(piece.vertices[:, 0], piece.vertices[:, 2])
    core = piece.painted(blend(mix(colour, "#ffd25a", 0.6), colour, smoothstep(0.25 * size, 0.55 * size, r)))
    return core.turned(yaw=float(rng.uniform(0, 360)), pitch=float(rng.uniform(20, 60)))


def _lotus_root(radius: float = 0.020) -> Mesh:
    """A slice of lotus root lying flat, with its ring of holes."""
    rings = np.linspace(1, 0, 26) * radius
    top = lathe([(radius * 0.97, 0), (radius, 0.002), *np.column_stack([rings * 0.98, np.full(26, 0.0060)])], "#e9cfa6",
        0.45, steps=84, crease=60)  # fmt: skip
    v = top.vertices
    r, a = np.hypot(v[:, 0], v[:, 2]) / radius, np.arctan2(v[:, 0], v[:, 2])
    turn = ((a / (2 * math.pi) * 8) % 1 - 0.5) * (2 * math.pi / 8)
    hole = np.hypot((r - 0.56) / 0.19, turn * r / 0.15)
    hole = np.minimum(hole, r / 0.12)
    dark = smoothstep(1.1, 0.85, hole) * (v[:, 1] > 0.005)
    edge = over(blend("#f2dfbb", "#e2c493", smoothstep(0.4, 0.95, r)), "#b98a58", smoothstep(0.93, 0.99, r))
    return raised(top.painted(over(edge, "#6b3f1e", dark * F(0.9))), -dark * F(0.0012))


def china_spoon(colour: Colour = PORCELAIN) -> Mesh:
    """A Chinese spoon, 12 cm, its bowl at the origin, its handle rising to +x."""
    bowl = lathe(smooth([(0, 0), (0.010, 0.0006), (0.0175, 0.006), (0.0200, 0.0130), (0.0192, 0.0134),
        (0.0165, 0.0075), (0.009, 0.0024), (0, 0.0020)], closed=False, steps=4), colour, 0.66, steps=40,
        crease=75).scaled(1.25, 1, 1)  # fmt: skip
    path = bezier((0.016, 0.0095, 0), (0.034, 0.018, 0), (0.055, 0.040, 0), (0.086, 0.064, 0), 14)
    grip = tube(path, np.linspace(0.0052, 0.0066, 14).tolist(), colour, 0.66, steps=16).scaled(1, 1, 1.15)
    return join(bowl, grip)


# -- plates ------------------------------------------------------------------------------------------------------


@draws("curry_rice")
def curry_rice(look: Look) -> Model:
    """Rice on one side, curry with potato, carrot and beef on the other."""
    rng = look.rng("curry")
    mound = rice_mound(0.060, 0.042, rng, grains=170).scaled(1, 1, 1.15).moved(-0.040, 0, -0.008)
    pool = (
        puddle(0.070, 0.0105, "#b8661a", rng, wobble=0.10, gloss=0.8)
        .scaled(0.86, 1, 1.04)
        .moved(0.038, 0.001, 0.004)
    )
    shade = noise3(pool.vertices, 0.02, rng, 2)
    pool = raised(pool.painted(blend("#a85a14", "#cf8226", shade)), (shade - F(0.5)) * F(0.003)).finished(
        glow=0.12
    )
    top = 0.0125
    potato = [lumpy(pillow(0.024, 0.020, 0.022, "#f0c860", 0.4, power=5, steps=14), 0.0012, 0.01, rng).turned(yaw=a,
        roll=b).moved(x, top - 0.008, z) for x, z, a, b in ((0.020, 0.030, 20, 8), (0.062, -0.016, 70, -10),
        (0.046, 0.044, 120, 4))]  # fmt: skip
    carrots = [_chunk("#f5821f", 0.0115, rng).moved(x, top, z)
        for x, z in ((0.048, 0.016), (0.016, -0.002), (0.078, 0.022), (0.038, -0.044))]  # fmt: skip
    beef = [lumpy(pillow(0.028, 0.020, 0.022, "#8a4a26", 0.5, power=5, steps=14), 0.002, 0.008, rng).turned(yaw=a).moved(
        x, top - 0.008, z) for x, z, a in ((0.030, -0.022, 30), (0.070, 0.040, 80), (0.058, 0.066, 10))]  # fmt: skip
    parsley = [leaf(0.012, 0.009, "#4f9f3a", bend=-0.1, blunt=0.7).turned(roll=20, yaw=a).moved(-0.040, 0.042, -0.004)
        for a in (0, 120, 240)]  # fmt: skip
    red = heap(
        [box(0.010, 0.0030, 0.0032, c, 0.5) for c in ("#c8252a", "#e0403a")], 18, 0.016, 0.006, rng, flat=True
    )
    mesh = join(mound, pool, *potato, *carrots, *beef, *parsley, red.moved(-0.058, 0.006, 0.062))
    return food(mesh, look, under=dish(0.122, 0.022, look.tint("#f6f1e8")), raise_by=0.0066)


@draws("fried_rice")
def fried_rice(look: Look) -> Model:
    """Yeung Chow fried rice, a moulded heap: egg, peas, barbecued pork, prawns, spring onion."""
    rng = look.rng("fried rice")
    t = np.linspace(0, math.pi / 2, 20)
    under = lathe(np.column_stack([0.072 * np.cos(t) ** 0.8, 0.052 * np.sin(t) ** 0.9]), "#e8b95a", 0.4, steps=72,
        crease=180)  # fmt: skip
    under = lumpy(under, 0.002, 0.010, rng)
    under = under.painted(
        over(under.colours, "#b97f2a", smoothstep(0.6, 0.3, noise3(under.vertices, 0.007, rng, 2)))
    )
    low = under.vertices[:, 1] > 0.0005
    grains = planted([ball((0.0058, 0.0025, 0.0027), (0, 0, 0), c, 0.5, steps=4) for c in ("#f7d888", "#ffe8b0",
        "#efc66c")], *spots(under, 340, 0.0052, rng, low), rng, sink=-0.0006)  # fmt: skip
    extras = [(ball(0.0042, (0, 0.002, 0), "#6cb53a", 0.5, steps=7), 22), (_crumb("#ffd03c", 0.0072, rng), 20),
        (pillow(0.0085, 0.007, 0.0085, "#b83a2c", 0.5, power=9, steps=8), 16), (onion_ring(0.0036), 16),
        (_crumb("#fbe7c0", 0.0060, rng), 8)]  # fmt: skip
    bits = [planted(part, *spots(under, count, 0.013, look.rng("bits", k), low), rng)
        for k, (part, count) in enumerate(extras)]  # fmt: skip
    prawns = [_prawn_curl().turned(pitch=p, yaw=a).moved(x, y, z) for x, y, z, a, p in ((0.002, 0.056, 0.004, 20, 20),
        (-0.036, 0.044, 0.030, 100, 50), (0.034, 0.043, 0.034, -40, 55))]  # fmt: skip
    mesh = join(under, grains, *bits, *prawns)
    return food(mesh, look, under=dish(0.112, 0.020, line="#2f62b8"), raise_by=0.006)


def _crumb(colour: Colour, size: float, rng: np.random.Generator) -> Mesh:
    return lumpy(
        ball((size, size * 0.55, size * 0.8), (0, 0.001, 0), colour, 0.45, steps=7), size * 0.2, size, rng
    )


def _prawn_curl() -> Mesh:
    """A peeled prawn curled into a ring."""
    t = np.linspace(0, 1, 24)
    a = t * 1.6 * math.pi
    path = np.stack([0.0105 * np.cos(a), np.zeros(24), 0.0105 * np.sin(a)], -1)
    fat = 0.0068 * np.interp(t, [0, 0.1, 0.6, 1], [0.8, 1.0, 0.75, 0.3]) * (1 + 0.06 * np.cos(t * 40))
    body = tube(path, fat.tolist(), "#ff9a6a", 0.65, steps=14)
    v = body.vertices
    turn = (np.arctan2(v[:, 2], v[:, 0]) % (2 * math.pi)) / (1.6 * math.pi)
    return body.painted(blend("#ffe0cc", "#ff8a58", smoothstep(0.0, 0.9, np.cos(turn * 40))))


@draws("spaghetti")
def spaghetti(look: Look) -> Model:
    """Spaghetti with meat sauce, basil and grated cheese."""
    rng = look.rng("spaghetti")
    nest = noodles(0.076, 0.040, 62, 0.0021, "#f7d778", rng, gloss=0.5)
    lift = 0.032
    under = lathe([(0.066, 0), (0.058, 0.016), (0.036, 0.030), (0, 0.036)], "#d9a94a", 0.3, crease=180)
    sauce = lumpy(puddle(0.045, 0.016, "#b5301a", rng, wobble=0.14, gloss=0.7), 0.0028, 0.010, rng).moved(
        y=lift
    )
    tone = noise3(sauce.vertices, 0.009, rng, 2)
    sauce = sauce.painted(blend("#9c2412", "#d4482a", tone))
    drips = [tube(bezier((0.034 * math.sin(a), lift + 0.005, 0.034 * math.cos(a)), (0.050 * math.sin(a), lift,
        0.050 * math.cos(a)), (0.058 * math.sin(a), lift - 0.008, 0.058 * math.cos(a)), (0.064 * math.sin(a), lift - d,
        0.064 * math.cos(a)), 8), np.linspace(0.0075, 0.0045, 8).tolist(), "#b5301a", 0.7, steps=10)
        for a, d in ((0.3, 0.020), (-0.7, 0.016), (1.5, 0.018), (-1.9, 0.014))]  # fmt: skip
    up = sauce.vertices[:, 1] > lift + 0.008
    meat = planted([_crumb(c, 0.0068, rng) for c in ("#7c3218", "#96482a", "#6a2a14")],
        *spots(sauce, 34, 0.0085, rng, up), rng)  # fmt: skip
    cheese = planted(
        grain(0.0090, 0.0018, "#fff3c4", 0.3), *spots(sauce, 26, 0.006, rng, up), rng, sink=-0.003
    )
    basil = [leaf(0.026, 0.017, "#3f9a38", bend=0.25, fold=0.4, gloss=0.5).turned(roll=22).turned(yaw=a).moved(0.004,
        lift + 0.019, 0.004) for a in (20, 150, 265)]  # fmt: skip
    mesh = join(nest, under, sauce, *drips, meat, cheese, *basil)
    return food(mesh, look, under=dish(0.120, 0.022, look.tint("#f6f1e8")), raise_by=0.0055)


# -- from the Chinese kitchen ------------------------------------------------------------------------------------


@draws("steamed_fish", yaw=-14)
def steamed_fish(look: Look) -> Model:
    """A whole fish steamed with ginger and spring onion, in soy sauce on an oval plate."""
    rng = look.rng("fish")
    fish = _whole_fish(rng)
    sauce = (
        puddle(0.074, 0.0016, "#6a3212", rng, wobble=0.05, gloss=0.9).scaled(1.75, 1, 0.86).moved(y=0.0006)
    )
    shreds = []
    for k in range(54):
        x, z = float(rng.normal(0.008, 0.026)), float(rng.normal(0, 0.012))
        colour = ("#7cc04a", "#a9d86a", "#e9f2c4", "#f4d98a")[k % 4]
        path = bezier((-0.021, 0, 0), (-0.008, 0.008, 0.004), (0.008, 0.006, -0.005), (0.021, 0, 0.003), 7)
        shred = tube(path, 0.0012, colour, 0.4, steps=6).turned(yaw=float(rng.uniform(0, 360)),
            roll=float(rng.uniform(-16, 16)))  # fmt: skip
        shreds.append(shred.moved(x, 0.060 - 5 * (x - 0.008) ** 2 - 40 * z * z + 0.0002 * (k % 5), z))
    chilli = [tube(bezier((-0.012, 0, 0), (-0.004, 0.004, 0.002), (0.005, 0.003, -0.002), (0.012, 0, 0), 6), 0.0013,
        "#dc2a1e", 0.6, steps=6).turned(yaw=float(rng.uniform(0, 180))).moved(float(rng.normal(0.01, 0.018)), 0.064,
        float(rng.normal(0, 0.008))) for _ in range(9)]  # fmt: skip
    sprigs = [greens(2, 0.050, rng).turned(yaw=a).moved(x, 0.006, z)
        for x, z, a in ((-0.095, 0.050, 150), (0.100, 0.044, 30))]  # fmt: skip
    plate = dish(0.150, 0.020, line="#2f62b8").scaled(1.25, 1, 0.78)
    return food(join(fish, sauce, *shreds, *chilli, *sprigs), look, under=plate, raise_by=0.006)


def _whole_fish(rng: np.random.Generator) -> Mesh:
    """A red grouper on its belly, head to the left."""
    skin, belly = "#d8583c", "#ffe9d6"
    body = (Clay(0.02).ball((-0.006, 0.026, 0), (0.090, 0.034, 0.028), skin)
        .ball((-0.070, 0.025, 0), (0.044, 0.031, 0.026), skin, blend=0.03)
        .limb((-0.098, 0.018, 0), (-0.113, 0.020, 0), 0.017, 0.011, skin, blend=0.015)
        .limb((0.060, 0.025, 0), (0.100, 0.027, 0), 0.017, 0.010, skin, blend=0.02))  # fmt: skip
    body.ball((-0.121, 0.0155, 0), (0.018, 0.0018, 0.016), skin, carves=True, blend=0.002)
    mesh = slumped(body.mesh(84, gloss=0.6))
    v = mesh.vertices
    fleck = noise3(v, 0.012, rng, 1)
    colours = blend(belly, skin, smoothstep(0.006, 0.028, v[:, 1]))
    colours = over(
        colours, "#ffd9b0", smoothstep(0.66, 0.76, fleck) * smoothstep(0.018, 0.03, v[:, 1]) * F(0.6)
    )
    gill = np.abs(np.hypot(v[:, 0] + 0.090, v[:, 1] - 0.022) - 0.036)
    colours = over(colours, "#8f2f1e", smoothstep(0.0024, 0.0008, gill) * (v[:, 0] > -0.070) * F(0.8))
    for x in (-0.020, 0.012, 0.044):
        line = np.abs(v[:, 0] - x - 0.35 * (v[:, 1] - 0.026)) + np.abs(v[:, 1] - 0.026) * 0.16
        colours = over(colours, "#fff6e8", smoothstep(0.0046, 0.0034, line))
    eyes = [join(ball(0.0088, (-0.088, 0.038, s * 0.0180), "#fffdf6", 0.6, steps=16),
        ball(0.0052, (-0.0895, 0.0388, s * 0.0228), "#2a2422", 0.8, steps=12)) for s in (-1, 1)]  # fmt: skip
    fins = [blade([(0.092, 0.027, 0), (0.116, 0.027 + s * 0.014, 0), (0.140, 0.028 + s * 0.026, 0.004)], (0, 0, 1), 0.030,
        0.005, "#c8452e", gloss=0.4) for s in (-1, 1)]  # fmt: skip
    fins += [blade([(-0.036, 0.020, s * 0.026), (-0.022, 0.016, s * 0.034), (-0.002, 0.010, s * 0.040)], (0, 0.3, s),
        0.022, 0.004, "#e87a54", gloss=0.4) for s in (-1, 1)]  # fmt: skip
    back = [blade([(x, 0.050 - 0.1 * abs(x), 0), (x + 0.012, 0.066 - 0.15 * abs(x), 0),
        (x + 0.028, 0.073 - 0.25 * abs(x), 0)], (0, 0, 1), 0.020, 0.004, "#c8452e", gloss=0.4)
        for x in (-0.046, -0.030, 0.030, 0.044, 0.056)]  # fmt: skip
    return join(mesh.painted(colours), *eyes, *fins, *back)


@draws("char_siu", yaw=-8)
def char_siu(look: Look) -> Model:
    """Barbecued pork: a glazed strip, half of it sliced, on a plate with its sauce."""
    rng = look.rng("char siu")
    strip = Clay(0.012)
    for k in range(5):
        strip.ball(
            (0.020 + 0.018 * k, 0.021 + 0.002 * (k % 2), -0.028 + 0.002 * k), (0.020, 0.019, 0.026), "#a83220"
        )
    block = slumped(lumpy(strip.mesh(56, gloss=0.72), 0.0016, 0.008, rng))
    tone = noise3(block.vertices, 0.012, rng, 2)
    glaze = over(
        blend("#8f2416", "#c8452a", smoothstep(0.3, 0.7, tone)), "#3a120c", smoothstep(0.64, 0.80, tone)
    )
    block = block.painted(over(glaze, "#e08a3a", smoothstep(0.34, 0.22, tone) * F(0.6)))
    slices = [char_siu_slice(rng).scaled(1.35).turned(pitch=50).turned(yaw=14).moved(-0.072 + 0.0150 * k, 0.013,
        0.006 + 0.004 * k) for k in range(8)]  # fmt: skip
    front = [char_siu_slice(rng).scaled(1.35).turned(pitch=34).turned(yaw=-12 + 8 * k).moved(-0.036 + 0.044 * k, 0.008,
        0.060 - 0.006 * k) for k in range(3)]  # fmt: skip
    sauce = puddle(0.044, 0.0016, "#7c2410", rng, gloss=0.9).scaled(1.6, 1, 0.8).moved(0.004, 0.0006, 0.030)
    green = greens(4, 0.076, rng).turned(yaw=165).moved(-0.040, 0.008, -0.058)
    mesh = join(block, *slices, *front, sauce, green)
    return food(mesh, look, under=dish(0.116, 0.018, line="#c23a2c").scaled(1.12, 1, 0.92), raise_by=0.0054)


@draws("fried_egg", yaw=-18)
def fried_egg(look: Look) -> Model:
    """An egg sunny side up in its iron pan; on somebody's rice or in a hand without it."""
    rng = look.rng("egg")
    egg = egg_mesh(rng, 0.062, wobble=0.08)
    pepper = planted(ball(0.0009, (0, 0, 0), "#3a322c", 0.2, steps=5), *spots(egg, 26, 0.008, rng,
        egg.normals[:, 1] > 0.5), rng)  # fmt: skip
    egg = join(egg, pepper)
    if is_held(look):
        return food(egg.turned(pitch=50), look)
    return food(egg, look, under=_pan(look.tint("#2c2c32")), raise_by=0.0075)


def _pan(iron: Array) -> Mesh:
    """A frying pan, 20 cm, its handle to the right and back."""
    body = lathe(smooth([(0, 0), (0.078, 0), (0.086, 0.003), (0.094, 0.016), (0.1010, 0.031), (0.1000, 0.0335),
        (0.0975, 0.032), (0.090, 0.016), (0.082, 0.0075), (0.076, 0.0065), (0, 0.0065)], closed=False, steps=5), iron,
        0.5, steps=72, crease=75)  # fmt: skip
    path = bezier((0.094, 0.026, 0), (0.125, 0.030, 0), (0.150, 0.046, 0), (0.214, 0.050, 0), 16)
    grip = tube(path, np.interp(np.linspace(0, 1, 16), [0, 0.3, 0.4, 1], [0.0075, 0.0065, 0.0105, 0.0090]).tolist(),
        "#8a5a34", 0.3, steps=16).scaled(1, 0.75, 1.35).moved(y=0.008)  # fmt: skip
    v = grip.vertices
    grip = grip.painted(over(grip.colours, mix(iron, "#8a8a92", 0.3), smoothstep(0.134, 0.131, v[:, 0])))
    return join(body, replace(grip, vertices=v).turned(yaw=28))


# -- a lunch box -------------------------------------------------------------------------------------------------


@draws("bento_box", yaw=-14)
def bento_box(look: Look) -> Model:
    """A lacquered box: rice with sesame and a salt plum, rolled omelette, salmon, sausages, broccoli, tomatoes."""
    rng = look.rng("bento")
    w, h, d = 0.230, 0.032, 0.150
    lacquer = look.tint("#b8241f")
    black = "#24201f"
    floor = box(w, 0.008, d, lacquer, 0.7, bevel=0.003)
    walls = [box(w, h, 0.008, lacquer, 0.7, bevel=0.003).moved(z=s * (d / 2 - 0.004)) for s in (-1, 1)]
    walls += [box(0.008, h, d, lacquer, 0.7, bevel=0.003).moved(x=s * (w / 2 - 0.004)) for s in (-1, 1)]
    inner = box(w - 0.014, 0.010, d - 0.014, black, 0.5).moved(y=0.006)
    parting = [box(0.005, h - 0.010, d - 0.014, black, 0.5).moved(0.012, 0.006, 0),
        box(0.096, h - 0.010, 0.005, black, 0.5).moved(0.062, 0.006, 0.006)]  # fmt: skip
    rice = lumpy(pillow(0.112, 0.044, 0.130, (1.05, 1.03, 0.98), 0.4, power=7, steps=30), 0.0022, 0.008, rng)
    up = rice.vertices[:, 1] > 0.030
    grains = planted([ball((0.0040, 0.0016, 0.0018), (0, 0, 0), c, 0.5, steps=4) for c in ((1.06, 1.04, 1.0),
        "#fbf5e8")], *spots(rice, 100, 0.0070, rng, up), rng)  # fmt: skip
    sesame = planted(ball((0.0016, 0.0007, 0.0009), (0, 0, 0), "#24211f", 0.4, steps=5), *spots(rice, 46, 0.006, rng,
        rice.vertices[:, 1] > 0.038), rng, sink=-0.0008)  # fmt: skip
    plum = lumpy(
        ball((0.0135, 0.0105, 0.0130), (0, 0.046, 0.006), "#d8263c", 0.55, steps=20), 0.0012, 0.006, rng
    )
    left = join(rice, grains, sesame, plum).moved(-0.049, 0.006, 0)
    mesh = join(floor, *walls, inner, *parting, left, *_side_dishes(rng))
    if is_held(look):
        return food(mesh.turned(pitch=16), look)
    lid = box(w + 0.004, 0.024, d * 0.72, lacquer, 0.7, bevel=0.006).moved(0, 0, -0.058)
    gold = box(w + 0.006, 0.003, d * 0.72 + 0.002, "#e0b04a", 0.6, bevel=0.001).moved(0, 0.004, -0.058)
    tilted = mesh.turned(pitch=15)
    return food(join(tilted.moved(y=-float(tilted.low[1])), lid, gold), look)


def _side_dishes(rng: np.random.Generator) -> list[Mesh]:
    """What lies in the right half of the box, before and behind its parting wall."""
    omelette = [_omelette_roll().turned(yaw=a).moved(x, 0.014, 0.042)
        for x, a in ((0.034, 8), (0.064, -4), (0.093, 6))]  # fmt: skip
    octopus = [_octopus_sausage().turned(yaw=a, roll=r).moved(x, 0.020, z)
        for x, z, a, r in ((0.034, -0.016, 0, 6), (0.058, -0.014, 40, -8))]  # fmt: skip
    salmon = _salmon(rng).turned(yaw=20, roll=10, pitch=16).moved(0.050, 0.024, -0.048)
    tomatoes = [join(ball(0.0125, (0, 0.012, 0), "#e0301e", 0.8, steps=16), *(leaf(0.009, 0.004, "#4f9a34",
        bend=0.3).turned(
        yaw=k * 72).moved(0, 0.0240, 0) for k in range(5))).moved(x, 0.020, z)
        for x, z in ((0.092, -0.014), (0.096, -0.042))]  # fmt: skip
    lettuce = [leaf(0.050, 0.040, "#7cc24a", bend=0.1, fold=0.7).turned(roll=34).turned(yaw=a).moved(x, 0.020, z)
        for x, z, a in ((0.076, -0.050, 80), (0.034, -0.056, 110), (0.100, 0.030, 200))]  # fmt: skip
    return [*omelette, *octopus, salmon, *tomatoes, *lettuce]


def _omelette_roll() -> Mesh:
    """A thick slice of rolled omelette, 4 cm long, its spiral in front."""
    block = pillow(0.026, 0.032, 0.034, "#ffd24a", 0.4, power=7, steps=34)
    v = block.vertices
    x, y = v[:, 0], v[:, 1] - 0.016
    turns = (np.hypot(x, y * 0.85) / 0.0056 - np.arctan2(y, x) / (2 * math.pi)) % 1
    line = smoothstep(0.36, 0.46, np.abs(turns - 0.5)) * (v[:, 2] > 0.0125)
    return block.painted(over(block.colours, "#e09a1e", line * F(0.9)))


def _octopus_sausage() -> Mesh:
    """A little sausage with eight curled feet, as mothers cut them."""
    body = Clay(0.004).limb((0, 0.018, 0), (0, 0.030, 0), 0.0110, 0.0105, "#d8432c")
    for k in range(6):
        s, c = math.sin(k * math.pi / 3 + 0.5), math.cos(k * math.pi / 3 + 0.5)
        body.strand([(0.006 * s, 0.016, 0.006 * c), (0.012 * s, 0.007, 0.012 * c), (0.018 * s, 0.006, 0.018 * c)], 0.0048,
            0.0036, "#d8432c")  # fmt: skip
    eyes = [
        ball((0.0017, 0.0020, 0.0010), (s * 0.0042, 0.030, 0.0102), "#2a1a16", 0.5, steps=8) for s in (-1, 1)
    ]
    return join(body.mesh(30, gloss=0.55), *eyes)


def _salmon(rng: np.random.Generator) -> Mesh:
    """A grilled slice of salmon."""
    slab = lumpy(pillow(0.058, 0.016, 0.036, "#ff9a64", 0.45, power=6, steps=26), 0.0014, 0.008, rng)
    v = slab.vertices
    wave = np.sin((v[:, 0] * 0.9 + 8 * v[:, 2] ** 2) * 520)
    colours = over(
        blend("#f28a54", "#ffb184", noise3(v, 0.01, rng, 2)), "#ffe0c8", smoothstep(0.6, 0.95, wave) * F(0.8)
    )
    return slab.painted(over(colours, "#5a6068", smoothstep(-0.013, -0.016, v[:, 2])))
