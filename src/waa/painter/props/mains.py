"""Plates: roast goose, barbecue rice, steak, salad, sushi."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix
from waa.painter.noise import smoothstep
from waa.painter.props.bowls import bowlful, greens, half_egg, rice_mound
from waa.painter.props.dough import blend, lumpy, over, pillow, puddle, wandering
from waa.painter.props.garnish import grain, leaf, planted, spots
from waa.painter.props.serving import JADE, food, is_held
from waa.painter.props.tableware import deep_bowl, dish
from waa.painter.shapes import Outline, bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, box, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import noise3, raised, smooth_normals

ROAST = "#a8481a"


# -- barbecue ----------------------------------------------------------------------------------------------------


@draws("roast_goose", yaw=-16)
def roast_goose(look: Look) -> Model:
    """A whole roast goose, lacquered and crisp, on an oval plate with its plum sauce."""
    skin = ROAST
    bird = (Clay(0.02) .ball((0.0, 0.078, 0), (0.112, 0.072, 0.078), skin) .ball((0.060, 0.098, 0),
        (0.066, 0.052, 0.060), skin, blend=0.03) .ball((-0.085, 0.082, 0), (0.050, 0.040, 0.046), skin,
        blend=0.03) .limb((-0.118, 0.094, 0), (-0.150, 0.112, 0), 0.017, 0.010, skin,
        blend=0.02) .strand([(0.112, 0.110, 0), (0.150, 0.120, 0.006), (0.168, 0.094, 0.030),
        (0.160, 0.062, 0.058)], 0.024, 0.016, skin, blend=0.02) .ball((0.152, 0.050, 0.074),
        (0.020, 0.018, 0.026), skin, blend=0.012) .limb((0.148, 0.046, 0.092), (0.143, 0.042, 0.112), 0.009,
        0.006, "#c07a2a", blend=0.006) )  # fmt: skip
    for side in (-1, 1):
        bird.ball((-0.040, 0.066, side * 0.060), (0.056, 0.042, 0.034), skin, roll=24, blend=0.016)
        bird.limb((-0.076, 0.052, side * 0.072), (-0.128, 0.046, side * 0.076), 0.019, 0.0085, skin,
            blend=0.012)  # fmt: skip
        bird.ball((-0.134, 0.046, side * 0.076), 0.012, "#f0d9b0", blend=0.004)
        bird.limb((0.062, 0.096, side * 0.062), (0.004, 0.086, side * 0.088), 0.022, 0.014, skin, blend=0.012)
        bird.limb((0.004, 0.086, side * 0.088), (0.044, 0.076, side * 0.094), 0.013, 0.008, skin, blend=0.008)
    mesh = _lacquered(bird.mesh(72, gloss=0.72), look)
    rng = look.rng("plate")
    plate = dish(0.150, 0.020, line=JADE).scaled(1.30, 1, 0.86)
    around = [leaf(0.046, 0.032, "#58a63c", bend=0.3, fold=0.5).turned(roll=16).turned(yaw=float(a)).moved(x,
        0.010, z) for x, z, a in ((-0.100, 0.076, 184), (-0.086, 0.084, 205), (0.072, 0.086, -18),
        (0.076, 0.080, 12))]  # fmt: skip
    slices = [_cucumber().turned(pitch=24, yaw=float(rng.uniform(-30, 30))).moved(x, 0.010, 0.092)
        for x in (-0.060, -0.032, -0.004, 0.024, 0.052)]  # fmt: skip
    return food(join(mesh, *(a.moved(y=-0.006) for a in (*around, *slices))), look, under=plate,
        raise_by=0.006)  # fmt: skip


def _lacquered(mesh: Mesh, look: Look) -> Mesh:
    """Crisp skin: mahogany where it is high, amber below, fine blisters."""
    rng = look.rng("skin")
    blister = noise3(mesh.vertices, 0.006, rng, 1)
    mesh = raised(mesh, (blister - F(0.5)) * F(0.0010))
    patch = noise3(mesh.vertices, 0.05, rng, 3)
    up = smoothstep(-0.5, 0.9, mesh.normals[:, 1])
    tone = np.clip(patch * 0.7 + up * 0.4, 0, 1)
    roast = blend("#d98a34", "#9a3a12", smoothstep(0.25, 0.65, tone))
    roast = over(roast, "#5e1d0b", smoothstep(0.72, 1.0, tone) * F(0.75))
    pale = smoothstep(0.25, 0.6, mesh.colours.min(1))  # bones and beak keep their own colour
    return mesh.painted(roast + (mesh.colours - roast) * pale[:, None])


def _cucumber() -> Mesh:
    rings = np.array([1, 0.97, 0.92, 0.88, 0.6, 0.55, 0.3, 0]) * 0.016
    top = lathe([(0.0155, 0), *np.column_stack([rings, np.full(8, 0.004)])], "#3f8a3a", 0.5, steps=36,
        crease=60)  # fmt: skip
    r = np.hypot(top.vertices[:, 0], top.vertices[:, 2]) / 0.016
    inner = blend("#e9f4c8", "#c4e296", smoothstep(0.3, 0.88, r))
    return top.painted(np.where((r < 0.93)[:, None] & (top.normals[:, 1:2] > 0.5), inner, top.colours))


def char_siu_slice(rng: np.random.Generator) -> Mesh:
    """A slice of barbecued pork: glazed dark edge, rosy meat."""
    outline = np.array([(-0.021, -0.009), (-0.010, -0.0125), (0.010, -0.0115), (0.021, -0.007),
        (0.0205, 0.007), (0.008, 0.0115), (-0.010, 0.0115), (-0.020, 0.008)])  # fmt: skip
    rim = smooth(outline + rng.normal(0, 0.0008, outline.shape), steps=5)
    rings = np.array([1.0, 1.0, 0.97, 0.93, 0.88, 0.8, 0.6, 0.35, 0.0])
    height = np.array([0.0, 0.0050, 0.0060, 0.0064, 0.0062, 0.0062, 0.0062, 0.0062, 0.0062])
    flat = rings[:, None, None] * rim[None]
    vertices = np.concatenate([flat[..., :1], np.broadcast_to(height[:, None, None], (*flat.shape[:2], 1)),
        -flat[..., 1:]], -1)  # fmt: skip
    mesh = make(vertices.reshape(-1, 3), grid_faces(len(rings), len(rim), wraps=True), gloss=0.62)
    share = np.repeat(rings, len(rim)).astype(F)
    streak = noise3(mesh.vertices * np.array([1, 1, 3], F), 0.007, rng, 2)
    meat = blend("#b5523c", "#e09a7c", streak)
    glaze = blend("#8a1f16", "#c43a22", noise3(mesh.vertices, 0.006, rng, 1))
    return mesh.painted(meat + (glaze - meat) * smoothstep(0.86, 0.95, share)[:, None])


@draws("char_siu_rice")
def char_siu_rice(look: Look) -> Model:
    """Barbecued pork over rice with a fried egg and choi sum."""
    rng = look.rng("plate")
    mound = rice_mound(0.072, 0.040, rng, grains=190).moved(-0.012, 0, -0.026)
    pork = []
    for k in range(7):
        t = k / 6
        pork.append(char_siu_slice(rng).turned(pitch=44).turned(yaw=24 - 48 * t).moved(-0.070 + 0.110 * t,
            0.014 + 0.006 * math.sin(t * 3.1), 0.024 + 0.020 * math.sin(t * 3.1)))  # fmt: skip
    green = greens(4, 0.088, rng).turned(yaw=-58, roll=6).moved(0.072, 0.012, -0.014)
    egg = fried_egg(rng, 0.036).turned(pitch=22, roll=4).moved(-0.022, 0.036, -0.012)
    sauce = puddle(0.030, 0.0012, "#7c2d12", rng, gloss=0.85).scaled(1.9, 1, 0.7).moved(-0.012, 0.0005, 0.052)
    return food(join(mound, *pork, green, egg, sauce), look, under=dish(0.124, 0.020, line="#c23a2c"),
        raise_by=0.0062)  # fmt: skip


def fried_egg(rng: np.random.Generator, radius: float = 0.040, *, wobble: float = 0.16) -> Mesh:
    """A fried egg, sunny side up, its edge lacy and brown."""
    r = np.array([1.0, 0.985, 0.95, 0.90, 0.8, 0.65, 0.5, 0.3, 0.0])
    y = np.array([0.0006, 0.0030, 0.0046, 0.0046, 0.0038, 0.0040, 0.0046, 0.0050, 0.0050])
    white = lathe(np.column_stack([r * radius, y]), (1.04, 1.02, 0.97), 0.62, steps=96, crease=180)
    share = np.hypot(white.vertices[:, 0], white.vertices[:, 2]) / radius
    white = wandering(white, rng, wobble, 8)
    lace = noise3(white.vertices, 0.006, rng, 1)
    white = white.painted(over(white.colours, "#c8832c", smoothstep(0.90, 1.0,
        share + (lace - 0.5) * 0.12) * F(0.9)))  # fmt: skip
    yolk = lathe(smooth([(0.42 * radius, 0.004), (0.40 * radius, 0.009), (0.26 * radius, 0.0155),
        (0, 0.0175)], closed=False, steps=6), "#ffab14", 0.85, steps=40, crease=180)  # fmt: skip
    return join(white, yolk.moved(0.003, 0, 0.002))


# -- from the grill, from the sea ---------------------------------------------------------------------------------


@draws("steak", yaw=-10)
def steak(look: Look) -> Model:
    """A steak on its hot iron plate: grill marks, butter, chips, beans and a tomato."""
    rng = look.rng("steak")
    outline = smooth([(-0.088, -0.010), (-0.066, -0.046), (-0.010, -0.058), (0.050, -0.050), (0.088, -0.018),
        (0.082, 0.022), (0.044, 0.030), (0.010, 0.048), (-0.040, 0.056), (-0.080, 0.034)],
        steps=10)  # fmt: skip
    meat = _slab(outline, 0.033, rng).moved(0.010, 0, -0.006)
    pat = pillow(0.024, 0.009, 0.024, "#ffe48a", 0.6, power=7, steps=16).turned(yaw=24).moved(0.006, 0.0335,
        -0.006)  # fmt: skip
    melt = puddle(0.020, 0.0012, "#f2c256", rng, gloss=0.9).moved(0.008, 0.0332, -0.002)
    herb = _rosemary(rng).turned(yaw=-18).moved(0.030, 0.036, 0.012)
    chips = [box(0.052, 0.011, 0.011, "#f1bf4e", 0.35, bevel=0.0022).turned(yaw=float(rng.uniform(-50, 50)),
        roll=float(rng.uniform(-12, 20))).moved(-0.096 + 0.006 * k, 0.001 + 0.006 * (k % 3),
        -0.030 + 0.014 * (k % 4)) for k in range(7)]  # fmt: skip
    tomato = half_tomato().turned(pitch=30).moved(0.098, 0.014, 0.038)
    beans = [tube(bezier((-0.03, 0, 0), (-0.01, 0.005, 0.004), (0.012, 0.004, -0.004), (0.03, 0, 0.003), 8),
        0.0036, "#5da23c", 0.55, steps=10).turned(yaw=float(rng.uniform(60, 110))).moved(0.112 + 0.006 * k,
        0.003, -0.018) for k in range(4)]  # fmt: skip
    mesh = join(meat, pat, melt, herb, *chips, tomato, *beans)
    if is_held(look):
        return food(meat, look)
    return food(mesh, look, under=_iron_plate(), raise_by=0.019)


def _slab(outline: Outline, thick: float, rng: np.random.Generator) -> Mesh:
    """A cut of meat over an outline (n, 2): seared top with grill marks, fat along one edge."""
    rings = np.array([0.93, 0.985, 1.0, 1.0, 0.985, 0.95, 0.9, 0.83, *np.linspace(0.76, 0.0, 14)])
    height = np.array([0, 0.06, 0.2, 0.7, 0.88, 0.97, 1.0, *np.full(15, 1.0)]) * thick
    flat = rings[:, None, None] * outline[None]
    vertices = np.concatenate([flat[..., :1], np.broadcast_to(height[:, None, None], (*flat.shape[:2], 1)),
        -flat[..., 1:]], -1)  # fmt: skip
    mesh = lumpy(make(vertices.reshape(-1, 3), grid_faces(len(rings), len(outline), wraps=True), gloss=0.55),
        0.0014, 0.010, rng)  # fmt: skip
    v = mesh.vertices
    share = np.repeat(rings, len(outline)).astype(F)
    crust = blend("#6b3420", "#9a5a34", noise3(v, 0.014, rng, 3))
    marks = smoothstep(0.30, 0.42, np.abs(((v[:, 0] * 0.8 + v[:, 2]) / 0.024) % 1 - 0.5)) * smoothstep(0.8,
        0.98, v[:, 1] / thick)  # fmt: skip
    side = smoothstep(0.85, 0.4, v[:, 1] / thick) * (share > 0.9)
    colours = over(crust, "#2a140e", marks * F(0.85))
    colours = over(colours, "#b5604a", side * F(0.5))
    return raised(mesh.painted(colours), -marks * F(0.0010))


def _iron_plate() -> Mesh:
    """A black hot plate in a wooden board."""
    board = box(0.31, 0.014, 0.19, "#8a5a34", 0.25, bevel=0.006)
    iron = lathe(smooth([(0, 0.012), (0.086, 0.012), (0.094, 0.015), (0.099, 0.024), (0.101, 0.0255),
        (0.098, 0.026), (0.090, 0.0185), (0, 0.0185)], closed=False, steps=5), "#26262b", 0.5, steps=72,
        crease=75)  # fmt: skip
    return join(board, iron.scaled(1.38, 1, 0.86))


def half_tomato(radius: float = 0.019) -> Mesh:
    """Half a tomato, its cut face up."""
    shell = ball(radius, colour="#dc3325", gloss=0.7, steps=20)
    low = shell.vertices.copy()
    low[:, 1] = np.minimum(low[:, 1], 0)
    rings = np.linspace(1, 0, 12) * radius
    face = lathe(np.column_stack([rings, np.full(12, 0.0005)]), "#e8503a", 0.65, steps=48, crease=180)
    v = face.vertices
    r, a = np.hypot(v[:, 0], v[:, 2]) / radius, np.arctan2(v[:, 0], v[:, 2])
    chamber = smoothstep(0.45, 0.75, np.abs(np.sin(2.5 * a))) * smoothstep(0.30, 0.42, r) * smoothstep(0.84,
        0.74, r)  # fmt: skip
    return join(replace(shell, vertices=low), face.painted(over(blend("#f0705a", "#dd3f2c", r.astype(F)),
        "#f7b24a", (chamber * 0.75).astype(F))))  # fmt: skip


def _rosemary(rng: np.random.Generator) -> Mesh:
    stem = tube(bezier((-0.026, 0, 0), (-0.008, 0.003, 0.003), (0.010, 0.002, -0.002), (0.030, 0.004, 0.003),
        8), 0.0009, "#6b7a3a", steps=6)  # fmt: skip
    needles = [leaf(0.011, 0.0030, "#3f7a3c", bend=-0.2).turned(yaw=float(s * rng.uniform(40, 70)),
        roll=float(rng.uniform(10, 40))).moved(x, 0.002, 0) for x in np.linspace(-0.022, 0.028, 11)
        for s in (-1, 1)]  # fmt: skip
    return join(stem, *needles)


@draws("sushi", yaw=-14)
def sushi(look: Look) -> Model:
    """Salmon, tuna, prawn and roe on a wooden stand."""
    rng = look.rng("sushi")
    toppings = (("#ff8a4a", "#ffd9bd"), ("#c42a33", "#d95a5a"), ("#ff8a4a", "#ffd9bd"))
    if is_held(look):
        return food(_nigiri(*toppings[0], rng).scaled(1.6), look)
    board = box(0.215, 0.010, 0.120, "#d0a061", 0.25, bevel=0.002).moved(y=0.022)
    feet = [box(0.018, 0.024, 0.112, "#b98548", 0.2, bevel=0.002).moved(x, 0, 0) for x in (-0.066, 0.066)]
    front = [_nigiri(a, b, rng).turned(yaw=72).moved(x, 0.032, 0.018)
        for x, (a, b) in zip((-0.076, -0.030, 0.016), toppings, strict=True)]  # fmt: skip
    prawn = _nigiri("#fff0e4", "#ff8a5a", rng, stripes=7).turned(yaw=72).moved(0.062, 0.032, 0.018)
    rolls = [_gunkan(rng).moved(x, 0.032, -0.034) for x in (-0.070, -0.020)]
    maki = [_maki(rng).turned(pitch=90).moved(x, 0.047, -0.030) for x in (0.030, 0.066)]
    ginger = [leaf(0.022, 0.018, "#f7b6a8", bend=0.4, fold=0.8, gloss=0.5).turned(yaw=a, roll=30).moved(0.092,
        0.033, -0.004) for a in (20, 130, 250)]  # fmt: skip
    wasabi = lumpy(ball((0.009, 0.008, 0.009), (0.094, 0.038, -0.026), "#a9c95a", 0.3, steps=18), 0.0012,
        0.005, rng)  # fmt: skip
    return food(join(board, *feet, *front, prawn, *rolls, *maki, *ginger, wasabi), look)


def _pad(rng: np.random.Generator) -> Mesh:
    rice = lumpy(ball((0.029, 0.0135, 0.0140), (0, 0.0130, 0), (1.05, 1.03, 0.98), 0.42, steps=18), 0.0008,
        0.004, rng)  # fmt: skip
    points, normals = spots(rice, 28, 0.0042, rng, rice.vertices[:, 1] < 0.017)
    return join(rice, planted([grain(0.0062, 0.0026, c, 0.5) for c in ((1.06, 1.04, 1.0), "#fbf5e8")], points,
        normals, rng))  # fmt: skip


def _nigiri(colour: Colour, line: Colour, rng: np.random.Generator, *, stripes: int = 6) -> Mesh:
    """A pad of rice under a slice of fish that hangs over its ends."""
    fish = ball(1, colour=colour, gloss=0.72, steps=22)
    u = fish.vertices
    x = u[:, 0] * 0.0365
    flat = np.sign(u[:, 1]) * np.abs(u[:, 1]) ** 0.8 * 0.0048
    arch = 0.026 - 0.0085 * (u[:, 0] ** 2) - 0.0050 * u[:, 2] ** 2
    fish = replace(fish, vertices=np.stack([x, flat + arch, np.sign(u[:, 2]) * np.abs(u[:, 2]) ** 0.75
        * 0.0165], -1).astype(F))  # fmt: skip
    fish = replace(fish, normals=smooth_normals(fish))
    wave = np.sin((u[:, 0] * 0.9 + 0.28 * u[:, 2] ** 2 + 0.18 * u[:, 2]) * math.pi * stripes)
    return join(_pad(rng), fish.painted(over(blend(mix(colour, "#ffffff", 0.08), colour,
        smoothstep(0.2, -0.4, u[:, 1])), line, smoothstep(0.62, 0.95, wave) * F(0.9))))  # fmt: skip


def _gunkan(rng: np.random.Generator) -> Mesh:
    """Rice in a belt of seaweed, heaped with salmon roe."""
    belt = lathe([(0.0150, 0), (0.0158, 0.002), (0.0158, 0.026), (0.0145, 0.0265), (0.0142, 0.020)],
        "#1f3328", 0.4, steps=44, crease=50).scaled(1.4, 1, 0.9)  # fmt: skip
    floor = lathe([(0.0150, 0.021), (0, 0.022)], "#f7efe0", 0.3, crease=180).scaled(1.4, 1, 0.9)
    roe = []
    for k in range(24):
        r = 0.0140 * math.sqrt((k + 0.4) / 24)
        a = k * 2.39996
        roe.append(ball(0.0034, (1.34 * r * math.sin(a), 0.0245 + 0.005 * (1 - (r / 0.014) ** 2),
            0.86 * r * math.cos(a)), "#ff6a1e", 0.9, steps=7))  # fmt: skip
    return join(belt, floor, *roe)


def _maki(rng: np.random.Generator) -> Mesh:
    """A slice of a roll, lying along y: seaweed, rice, cucumber."""
    rings = np.array([1, 0.97, 0.93, 0.90, 0.7, 0.5, 0.42, 0.40, 0.2, 0]) * 0.0155
    side = lathe([(0, -0.013), (0.0150, -0.013), (0.0155, -0.0125), (0.0155, 0.0125), (0.0152, 0.013)],
        "#20342a", 0.4, steps=40, crease=50)  # fmt: skip
    top = lathe(np.column_stack([rings, np.full(10, 0.013)]), "#fbf6ea", 0.4, steps=40, crease=180)
    r = np.hypot(top.vertices[:, 0], top.vertices[:, 2]) / 0.0155
    colours = np.where((r < 0.45)[:, None], blend("#ff8a4a", "#ffb084", r.astype(F)),
        np.where((r > 0.91)[:, None], blend("#20342a", "#20342a", r.astype(F)),
        blend("#fffaf0", "#f1e7d4", noise3(top.vertices, 0.003, rng, 1))))  # fmt: skip
    return join(side, top.painted(colours))


@draws("salad")
def salad(look: Look) -> Model:
    """A bowl of leaves with tomatoes, cucumber, egg and sweetcorn."""
    rng = look.rng("salad")
    radius, height = 0.100, 0.066
    bowl = deep_bowl(radius, height, look.tint("#b98250"), inner=mix(look.tint("#b98250"), "#ffffff",
        0.15)).finished(gloss=0.35)  # fmt: skip
    leaves = []
    for k in range(34):
        share = (k + 0.5) / 34
        r, a = 0.082 * math.sqrt(share), k * 2.39996
        colour = ("#7cc044", "#9bd45e", "#5aa83c", "#8a3a5a" if k % 9 == 4 else "#6fb646")[k % 4]
        one = leaf(float(rng.uniform(0.050, 0.070)), float(rng.uniform(0.036, 0.050)), colour, bend=0.35,
            fold=0.5, blunt=0.7, gloss=0.4)  # fmt: skip
        wave = one.vertices.copy()
        wave[:, 1] += F(0.0035) * np.sin(wave[:, 2] * 300 + wave[:, 0] * 180) * smoothstep(0.004, 0.016,
            np.abs(wave[:, 2]))  # fmt: skip
        one = replace(one, vertices=wave.astype(F))
        leaves.append(one.turned(roll=float(rng.uniform(18, 62))).turned(yaw=math.degrees(a) - 90
            + float(rng.normal() * 25)).moved(r * math.sin(a) * 0.5, height * 0.80 + 0.030 * (1 - share),
            r * math.cos(a) * 0.5))  # fmt: skip
    tomatoes = [half_tomato(0.017).turned(pitch=p, yaw=y).moved(x, height + 0.024, z)
        for x, z, p, y in ((0.040, 0.046, 46, 20), (-0.018, 0.060, 52, -10),
        (0.062, 0.000, 40, 50))]  # fmt: skip
    egg = half_egg(0.024, soft=False).turned(pitch=40, yaw=-20).moved(-0.056, height + 0.024, 0.030)
    slices = [_cucumber().scaled(1.15).turned(pitch=50, yaw=y).moved(x, height + 0.026, z)
        for x, z, y in ((0.012, 0.050, 0), (-0.030, 0.010, -30), (0.030, -0.012, 30))]  # fmt: skip
    corn = [ball(0.0042, (float(rng.normal(0, 0.034)), height + 0.027 + 0.002 * float(rng.normal()),
        float(rng.normal(0.02, 0.026))), "#ffd23a", 0.6, steps=8) for _ in range(16)]  # fmt: skip
    floor = lathe([(radius * 0.9, height * 0.8), (0, height * 0.9)], "#4d8a34", 0.2, crease=180)
    return bowlful(bowl, join(*leaves, *tomatoes, egg, *slices, *corn, floor), height)
