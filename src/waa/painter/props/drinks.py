"""Coffee, tea, beer, wine: cups that steam and glasses that sparkle."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, lumpy, over
from waa.painter.props.garnish import both_sides, citrus_slice, ice_cube
from waa.painter.props.serving import is_held
from waa.painter.props.tableware import (
    DISH,
    GLAZE,
    PORCELAIN,
    banded,
    drink,
    handle,
    ringed,
    saucer,
    spoon,
    spun,
    tumbler,
)
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, tube
from waa.painter.solid.model import Anchor, Model

GLASS = "#eef8f6"
RED_LINE = "#c8352b"


def served(mesh: Mesh, top: float, wide: float, *, glass: Mesh | None = None, steams: bool = False) -> Model:
    """A drink with its surface at height `top`, `wide` metres across."""
    anchors = {"grip": Anchor(at=(0, top * 0.55, 0)), "inside": Anchor(at=(0, top, 0), size=wide),
        "top": Anchor(at=(0, top, 0), size=wide)}  # fmt: skip
    if steams:
        anchors["steam"] = Anchor(at=(0, top, 0), size=wide)
    return Model(mesh=mesh, glass=glass, anchors=anchors)


def straw(foot: tuple[float, float, float], head: tuple[float, float, float], colour: Colour, *,
          stripe: Colour | None = None, radius: float = 0.0032, bend: bool = True) -> Mesh:  # fmt: skip
    """A drinking straw, bent near its head, striped when `stripe` is given."""
    a, b = np.asarray(foot), np.asarray(head)
    path = [a + (b - a) * t for t in np.linspace(0, 1, 26)]
    if bend:
        path += [b + np.array([0.006, 0.004, 0]), b + np.array([0.016, 0.008, 0.001]),
            b + np.array([0.026, 0.011, 0.002])]  # fmt: skip
    mesh = tube(np.array(path), radius, colour, 0.5, steps=12, caps=False)
    if stripe is None:
        return mesh
    v = mesh.vertices
    turn = (np.arctan2(v[:, 2] - a[2] - (b[2] - a[2]) * (v[:, 1] - a[1]) / (b[1] - a[1]),
        v[:, 0] - a[0] - (b[0] - a[0]) * (v[:, 1] - a[1]) / (b[1] - a[1])) / (2 * math.pi))  # fmt: skip
    band = ((v[:, 1] / 0.016 + turn) % 1) < 0.5
    return mesh.painted(np.where(band[:, None], rgb(stripe), mesh.colours))


# -- hot --------------------------------------------------------------------------------------------------------


def _cup(glaze: Colour, tea: Mesh, *, line: Colour | None = None) -> Mesh:
    """A wide coffee cup, 6.5 cm tall, filled."""
    outer = [(0, 0.004), (0.021, 0.004), (0.022, 0), (0.026, 0), (0.028, 0.004), (0.0385, 0.022),
        (0.0455, 0.046), (0.0475, 0.062)]  # fmt: skip
    wall = lathe(banded(smooth(outer, closed=False, steps=5), 0.050, 0.054), glaze, GLAZE, steps=64,
        crease=75)  # fmt: skip
    if line is not None:
        wall = ringed(wall, line, (0.050, 0.054))
    lip = spun([(0.0475, 0.062), (0.0474, 0.0640), (0.0458, 0.0648), (0.0442, 0.0640), (0.0436, 0.062)],
        glaze)  # fmt: skip
    hollow = spun([(0.0436, 0.062), (0.0425, 0.050), (0.040, 0.044)], PORCELAIN)
    return join(wall, lip, hollow, handle(0.0440, 0.020, 0.054, 0.022, 0.0050, glaze), tea)


@draws("coffee", yaw=-22)
def coffee(look: Look) -> Model:
    """A cappuccino with a leaf poured into its foam."""
    glaze = look.tint(PORCELAIN)
    cup = _cup(glaze, _latte_art(0.0437, 0.0605))
    if is_held(look):
        return served(cup, 0.0605, 0.075, steams=True)
    under = join(saucer(0.078, mix(glaze, DISH, 0.5)), spoon(0.11).turned(yaw=20).moved(0.010, 0.011, 0.056))
    biscuit = box(0.030, 0.006, 0.020, "#c98a48", 0.25, bevel=0.002).turned(yaw=30, roll=8).moved(-0.054,
        0.015, 0.028)  # fmt: skip
    return served(join(cup.moved(y=0.0085), under, biscuit), 0.069, 0.075, steams=True)


def _latte_art(radius: float, y: float) -> Mesh:
    """Brown foam with a white leaf."""
    rings = np.linspace(radius, 0, 30)
    level = y + 0.0008 * (rings > radius * 0.98)
    top = lathe(np.column_stack([rings, level]), "#b8743a", 0.5, steps=96, crease=180)
    v = top.vertices
    x, z = v[:, 0] / radius, v[:, 2] / radius
    along = np.clip((0.62 - z) / 1.2, 0, 1)  # 0 at the foot of the leaf, near the viewer; 1 at its tip
    half = 0.62 * np.clip(np.sin(math.pi * along**0.75), 0, 1) ** 0.9
    ripple = 0.5 + 0.5 * np.cos((along * 5.2 + np.abs(x) * 0.9) * 2 * math.pi)
    inside = smoothstep(0.02, -0.06, np.abs(x) - half) * smoothstep(0.0, 0.05, along) * smoothstep(1.0, 0.95,
        along)  # fmt: skip
    vein = smoothstep(0.05, 0.02, np.abs(x)) * inside
    white = np.clip(inside * smoothstep(0.30, 0.62, ripple) + vein, 0, 1)
    r = np.hypot(x, z)
    crema = blend("#b06a30", "#8a4a1c", smoothstep(0.55, 1.0, r))
    return top.painted(over(over(crema, "#e4b784", smoothstep(0.95, 1.0, r) * F(0.7)), "#fff4e0", white))


@draws("tea", yaw=-22)
def tea(look: Look) -> Model:
    """Red tea in a cup, a slice of lemon on the saucer; green when asked."""
    liquor = "#b5511c" if look.colour != "green" else "#a9b94a"
    cup = _cup(PORCELAIN, drink(0.0437, 0.0600, liquor, rim=mix(liquor, "#ffd9a0", 0.45),
        gloss=0.85).finished(glow=0.15), line="#4a7fb5")  # fmt: skip
    if is_held(look):
        return served(cup, 0.060, 0.075, steams=True)
    lemon = citrus_slice(0.020, 0.004, "#f4dc55", "#f8cf22").turned(pitch=20, yaw=10).moved(-0.050, 0.014,
        0.036)  # fmt: skip
    under = join(saucer(0.078, line="#4a7fb5"), spoon(0.11).turned(yaw=18).moved(0.016, 0.011, 0.056), lemon)
    return served(join(cup.moved(y=0.0085), under), 0.0685, 0.075, steams=True)


@draws("milk_tea", yaw=-24)
def milk_tea(look: Look) -> Model:
    """Hot milk tea in a thick white cup on its saucer, each with a red line."""
    tea = look.tint("#c48650")
    outer = [(0, 0.013), (0.020, 0.013), (0.021, 0.009), (0.025, 0.009), (0.0275, 0.014), (0.0365, 0.028),
        (0.0415, 0.048), (0.0425, 0.070)]  # fmt: skip
    wall = lathe(banded(smooth(outer, closed=False, steps=5), 0.0560, 0.0585, 0.0610, 0.0620), PORCELAIN,
        0.66, steps=64, crease=75)  # fmt: skip
    wall = ringed(wall, RED_LINE, (0.0560, 0.0585), (0.0610, 0.0620))
    lip = spun([(0.0425, 0.070), (0.0424, 0.0728), (0.0400, 0.0740), (0.0376, 0.0728), (0.0370, 0.070)])
    hollow = spun([(0.0370, 0.070), (0.0362, 0.060), (0.034, 0.050)])
    cup = join(wall, lip, hollow, handle(0.0405, 0.030, 0.062, 0.020, 0.0052), drink(0.0372, 0.0705, tea))
    if is_held(look):
        return served(cup.moved(y=-0.009), 0.0615, 0.06, steams=True)
    under = join(saucer(0.076, line=RED_LINE), spoon(0.105).turned(yaw=22).moved(0.012, 0.0105, 0.054))
    return served(join(cup, under), 0.0705, 0.06, steams=True)


# -- cold -------------------------------------------------------------------------------------------------------


@draws("lemon_tea")
def lemon_tea(look: Look) -> Model:
    """Iced lemon tea: slices and ice in a tall glass, a straw, a long spoon."""
    rng = look.rng("glass")
    height, level = 0.150, 0.128
    body, glass = tumbler(0.029, 0.038, height, level, "#c0591a", deep=0.42)
    slices = [citrus_slice(0.0215, 0.004, "#f6df4e", "#f8cf22").turned(pitch=p, yaw=y).moved(x, h, z)
        for x, h, z, p, y in ((0.002, 0.034, 0.020, 82, 6), (-0.006, 0.080, 0.021, 80, -14),
        (0.008, 0.119, 0.010, 40, 10))]  # fmt: skip
    cubes = [ice_cube(0.021).turned(yaw=float(rng.uniform(0, 90)), pitch=float(rng.uniform(-25, 25)),
        roll=float(rng.uniform(-25, 25))).moved(x, h, z) for x, h,
        z in ((-0.012, 0.129, 0.010), (0.014, 0.127, -0.008), (-0.004, 0.126, -0.020))]  # fmt: skip
    pipe = straw((-0.012, 0.02, -0.004), (0.022, 0.180, -0.014), "#e8433a", stripe=(1.05, 1.03, 1.0))
    return served(join(body, *slices, *cubes, pipe), level, 0.07, glass=glass)


@draws("juice")
def juice(look: Look) -> Model:
    """Orange juice with a slice on the rim."""
    colour = look.tint("#ff9d1e")
    height, level = 0.125, 0.106
    body, glass = tumbler(0.030, 0.037, height, level, colour, deep=0.82)
    wheel = citrus_slice(0.024, 0.004, "#fb9a2e", "#f58a1c").turned(pitch=90).turned(yaw=-24).moved(0.033,
        height + 0.006, 0.006)  # fmt: skip
    pipe = straw((-0.012, 0.03, 0.0), (-0.020, 0.150, -0.012), (1.05, 1.03, 1.0), stripe="#ff8a3a")
    pulp = _bubbles(0.033, level, 10, look.rng("foam"), mix(colour, "#fff0c8", 0.5))
    return served(join(body, wheel, pipe, pulp), level, 0.065, glass=glass)


@draws("bubble_tea")
def bubble_tea(look: Look) -> Model:
    """Milk tea with tapioca pearls in a sealed cup, with its fat straw."""
    rng = look.rng("pearls")
    colour = look.tint("#d2a274")
    low, high, height, level = 0.032, 0.044, 0.145, 0.122
    body, glass = tumbler(low, high, height, level, colour, deep=0.86, wall=0.0015, base=0.003)
    surface = glass.surface.copy()
    surface[glass.vertices[:, 1] < 0.050, 1] = 0.40  # clearer where the pearls lie
    glass = replace(glass, surface=surface)
    pearls = []
    for layer in range(4):
        y = 0.010 + 0.0095 * layer
        reach = low + (high - low) * y / height
        for k in range(17):
            a = 2 * math.pi * (k + 0.5 * layer) / 17 + float(rng.normal()) * 0.08
            pearls.append(ball(0.0056, ((reach - 0.007) * math.sin(a), y, (reach - 0.007) * math.cos(a)),
                "#2a1712", 0.85, steps=9))  # fmt: skip
    shell = [p for p in pearls if float(p.vertices[:, 2].mean()) > -0.012]
    lid = lathe([(high + 0.001, height - 0.001), (high + 0.002, height + 0.002),
        (high * 0.96, height + 0.004), (0, height + 0.0045)], "#f4f0ea", 0.55, steps=56,
        crease=50)  # fmt: skip
    v = lid.vertices
    print_ = smoothstep(0.30, 0.36, np.abs((np.arctan2(v[:, 0], v[:, 2]) / (2 * math.pi) * 9) % 1
        - 0.5)) * (np.hypot(v[:, 0], v[:, 2]) > high * 0.5)  # fmt: skip
    lid = lid.painted(over(lid.colours, "#f08aa0", print_ * F(0.8)))
    pipe = straw((0.004, 0.05, 0.0), (0.016, 0.205, -0.006), "#3fb6a8", radius=0.0062, bend=False)
    return served(join(body, *shell, lid, pipe), level, 0.08, glass=glass)


def _bubbles(radius: float, level: float, count: int, rng: np.random.Generator, colour: Colour) -> Mesh:
    """Bubbles that gather at the edge of a drink."""
    balls = []
    for _ in range(count):
        a, size = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.0008, 0.0022))
        balls.append(ball(size, ((radius - size) * math.sin(a), level + size * 0.4,
            (radius - size) * math.cos(a)), colour, 0.8, steps=7))  # fmt: skip
    return join(*balls)


@draws("beer", yaw=-14)
def beer(look: Look) -> Model:
    """A mug of beer under its foam."""
    rng = look.rng("beer")
    colour = look.tint("#f0a41e")
    height, level, radius = 0.140, 0.112, 0.043
    body, glass = tumbler(0.042, radius, height, level, colour, deep=0.58, wall=0.004, base=0.012)
    foam_profile = smooth([(0.0405, level - 0.004), (0.0410, height - 0.004), (0.0445, height + 0.002),
        (0.0440, height + 0.009), (0.034, height + 0.016), (0.016, height + 0.020), (0, height + 0.021)],
        closed=False, steps=5)  # fmt: skip
    foam = lathe(foam_profile, (1.05, 1.02, 0.94), 0.36, steps=72, crease=180)
    foam = lumpy(foam, 0.0022, 0.012, rng)
    drip = [tube([(0.0445 * math.sin(a), height + 0.004, 0.0445 * math.cos(a)),
        (0.0452 * math.sin(a), height - 0.006, 0.0452 * math.cos(a)),
        (0.0448 * math.sin(a), height - long, 0.0448 * math.cos(a))], [0.005, 0.0045, 0.0050],
        (1.05, 1.02, 0.94), 0.36, steps=10) for a, long in ((-0.55, 0.026), (0.35, 0.018),
        (1.0, 0.030))]  # fmt: skip
    rising = [ball(float(rng.uniform(0.0008, 0.0017)), (0.0385 * math.sin(a),
        float(rng.uniform(0.016, level - 0.006)), 0.0385 * math.cos(a)), "#ffe9a8", 0.8, steps=7)
        for a in rng.uniform(-1.3, 1.3, 34)]  # fmt: skip
    ear = handle(0.043, 0.030, 0.112, 0.034, 0.0072, GLASS)
    ear = ear.finished(glow=0.42, gloss=0.9)
    return served(join(body, foam, *drip, *rising), height, 0.08, glass=join(glass, ear))


@draws("wine")
def wine(look: Look) -> Model:
    """A glass of red wine; white when asked."""
    named = {"white": "#f0d98a", "yellow": "#f0d98a", "pink": "#f2a0a8"}
    colour = rgb(named[look.colour]) if look.colour in named else look.tint("#8a1230")
    bowl = smooth([(0.0045, 0.092), (0.020, 0.100), (0.036, 0.122), (0.0405, 0.146), (0.038, 0.172),
        (0.0325, 0.204)], closed=False, steps=8)  # fmt: skip
    level = 0.148
    inner = bowl[bowl[:, 1] <= level] * np.array([0.955, 1.0])
    wet = bowl[:, 1] <= level
    walls = lathe(np.insert(bowl, int(wet.sum()), [[np.interp(level, bowl[:, 1], bowl[:, 0]), level],
        [np.interp(level, bowl[:, 1], bowl[:, 0]), level + 1e-4]], axis=0), GLASS, 0.9, steps=56,
        crease=180)  # fmt: skip
    under = walls.vertices[:, 1] <= level + 5e-5
    walls = walls.painted(np.where(under[:, None], rgb(colour), walls.colours))
    surface = walls.surface.copy()
    surface[under, 1] = 0.80 if float(rgb(colour).sum()) < 1.5 else 0.5
    walls = Mesh(walls.vertices, walls.faces, walls.normals, walls.colours, surface)
    stem = lathe(smooth([(0.034, 0.0), (0.0335, 0.0016), (0.012, 0.004), (0.0042, 0.012), (0.0034, 0.050),
        (0.0040, 0.085), (0.0060, 0.094)], closed=False, steps=5), GLASS, 0.9, steps=40,
        crease=180).finished(glow=0.22)  # fmt: skip
    far = lathe(np.concatenate([inner[::-1], [[0, inner[0, 1]]]]), mix(colour, "#000000", 0.15), 0.2,
        steps=48, crease=180).finished(glow=0.3)  # fmt: skip
    top = drink(float(np.interp(level, bowl[:, 1], bowl[:, 0])) * 0.96, level, colour,
        rim=mix(colour, "#ff8a9a", 0.3), gloss=0.85)  # fmt: skip
    return served(join(far, top), level, 0.07, glass=join(walls, stem))


@draws("cocktail")
def cocktail(look: Look) -> Model:
    """A sunrise in a wide-mouthed glass with cherry, orange and parasol."""
    top_colour, low_colour = look.tint("#ffb62e"), mix(look.tint("#f0324a"), "#d8203a",
        0.5) if look.colour is None else mix(look.tint("#f0324a"), "#30103a", 0.45)  # fmt: skip
    level, rim_y, foot_y = 0.138, 0.150, 0.078
    bowl = smooth([(0.004, foot_y), (0.016, foot_y + 0.006), (0.034, foot_y + 0.030), (0.048, 0.128),
        (0.052, rim_y)], closed=False, steps=8)  # fmt: skip
    edge = float(np.interp(level, bowl[:, 1], bowl[:, 0]))
    walls = lathe(np.insert(bowl, int((bowl[:, 1] <= level).sum()), [[edge, level], [edge, level + 1e-4]],
        axis=0), GLASS, 0.9, steps=56, crease=180)  # fmt: skip
    share = smoothstep(foot_y + 0.008, 0.125, walls.vertices[:, 1])
    wet = walls.vertices[:, 1] <= level + 5e-5
    walls = walls.painted(np.where(wet[:, None], blend(low_colour, top_colour, share), walls.colours))
    surface = walls.surface.copy()
    surface[wet, 1] = 0.72
    walls = Mesh(walls.vertices, walls.faces, walls.normals, walls.colours, surface)
    stem = lathe(smooth([(0.036, 0), (0.0355, 0.0018), (0.012, 0.004), (0.0040, 0.012), (0.0034, 0.045),
        (0.0040, foot_y), (0.006, foot_y + 0.003)], closed=False, steps=5), GLASS, 0.9, steps=40,
        crease=180).finished(glow=0.22)  # fmt: skip
    inner = bowl[bowl[:, 1] <= level] * np.array([0.955, 1.0])
    far = lathe(np.concatenate([inner[::-1], [[0, inner[0, 1]]]]), top_colour, 0.2, steps=48, crease=180)
    far = far.painted(blend(low_colour, top_colour, smoothstep(foot_y + 0.008, 0.125,
        far.vertices[:, 1]))).finished(glow=0.35)  # fmt: skip
    cubes = [ice_cube(0.020).turned(yaw=30 * k, pitch=20).moved(x, level + 0.001, z)
        for k, (x, z) in enumerate(((-0.016, 0.014), (0.006, -0.018)))]  # fmt: skip
    wheel = citrus_slice(0.024, 0.004, "#fb9a2e", "#f58a1c").turned(pitch=90).turned(yaw=-20).moved(0.046,
        rim_y + 0.004, 0.010)  # fmt: skip
    cherry = join(ball(0.0095, (0.010, level + 0.008, 0.022), "#c8142c", 0.85, steps=18),
        tube(bezier((0.010, level + 0.016, 0.022), (0.012, level + 0.026, 0.02),
        (0.018, level + 0.034, 0.018), (0.026, level + 0.038, 0.016), 6), 0.0009, "#5d7a2c",
        steps=6))  # fmt: skip
    return served(join(far, drink(edge * 0.96, level, top_colour, gloss=0.85), *cubes, wheel, cherry,
        _parasol().turned(roll=24).moved(-0.030, level - 0.01, -0.004)), level, 0.1,
        glass=join(walls, stem))  # fmt: skip


def _parasol() -> Mesh:
    """A paper parasol on its stick, opened."""
    stick = cylinder(0.0012, 0.080, "#d8b070", 0.2, steps=8)
    shade = lathe([(0.030, 0.062), (0.020, 0.070), (0.010, 0.0755), (0, 0.078)], "#f06a9a", 0.25, steps=64,
        crease=180)  # fmt: skip
    a = np.arctan2(shade.vertices[:, 0], shade.vertices[:, 2])
    sector = (np.floor(a / (2 * math.pi) * 8) % 2).astype(F)
    return join(stick, both_sides(shade.painted(blend("#f06a9a", "#ffd8e6", sector))))
