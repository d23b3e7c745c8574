"""Bowls and pots: noodles, rice, congee, hotpot."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, lumpy, noodles, over
from waa.painter.props.garnish import both_sides, grain, leaf, onion_ring, planted, spots
from waa.painter.props.serving import is_held
from waa.painter.props.tableware import PORCELAIN, deep_bowl, drink
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model
from waa.painter.solid.relief import noise3, raised


def bowlful(vessel: Mesh, food: Mesh, level: float, *more: Mesh, lamps: tuple[Lamp, ...] = ()) -> Model:
    """A vessel with food in it up to `level`."""
    mesh = join(vessel, food, *more)
    wide = float(vessel.size[0])
    return Model(mesh=mesh, lamps=lamps, anchors={"grip": Anchor(at=(0, level * 0.45, 0)),
        "inside": Anchor(at=(0, level, 0), size=wide * 0.7), "top": Anchor(at=(0, float(food.high[1]), 0),
        size=wide * 0.5), "steam": Anchor(at=(0, float(food.high[1]), 0), size=wide * 0.7)}, )  # fmt: skip


def broth(radius: float, level: float, colour: Colour) -> Mesh:
    """Soup: it shines a little by itself, as clear soup does, or the bowl's shadow would turn it to mud."""
    return drink(radius, level, colour, gloss=0.8).finished(glow=0.28)


def chopsticks(length: float = 0.19, colour: Colour = "#7a2f22") -> Mesh:
    """A pair along x, their tips at the left, lying on y = 0."""
    one = tube([(-length / 2, 0.0020, 0), (length / 2, 0.0034, 0)], [0.0016, 0.0034], colour, 0.5, steps=10)
    return join(one.turned(yaw=1.5).moved(z=-0.005), one.turned(yaw=-2.5).moved(z=0.005))


def resting(sticks: Mesh, rim: float, radius: float) -> Mesh:
    """Chopsticks laid over the right of a bowl's rim."""
    return sticks.turned(yaw=-40).moved(radius * 0.46, rim, radius * 0.02)


def greens(count: int, size: float, rng: np.random.Generator) -> Mesh:
    """Choi sum: stalks with leaves, lying along x."""
    stalks = []
    for k in range(count):
        z = (k - (count - 1) / 2) * size * 0.16
        path = bezier((-size * 0.5, 0, z), (-size * 0.2, size * 0.10, z), (size * 0.1, size * 0.10, z),
            (size * 0.3, size * 0.04, z), 8)  # fmt: skip
        stalks.append(tube(path, [size * 0.045] * 8, "#b5d67a", 0.55, steps=10))
        for side in (-1, 1):
            blade = leaf(size * 0.5, size * 0.24, "#3f9136", bend=0.35, gloss=0.55)
            stalks.append(blade.turned(roll=float(rng.uniform(4, 14))).turned(yaw=side
                * float(rng.uniform(8, 26))).moved(size * 0.16, size * 0.05, z))  # fmt: skip
    return join(*stalks)


def half_egg(size: float = 0.024, *, soft: bool = True) -> Mesh:
    """Half a boiled egg, its cut face up; marinated white, jammy yolk."""
    white = "#f3e2c6" if soft else "#fdf8ee"
    shell = ball((size, size * 0.72, size * 0.78), colour=white, gloss=0.6, steps=20)
    low = shell.vertices.copy()
    low[:, 1] = np.minimum(low[:, 1], 0)
    rings = np.array([1.0, 0.9, 0.7, 0.60, 0.585, 0.52, 0.3, 0.0])
    face = lathe(np.column_stack([rings * size, [0, 0.0006, 0.0006, 0.0006, 0.0012, 0.0022, 0.0034, 0.0036]]),
        "#fffaf0", 0.62, steps=40, crease=180)  # fmt: skip
    r = np.hypot(face.vertices[:, 0], face.vertices[:, 2]) / size
    yolk = blend("#ff9c1c", "#ffb93a", smoothstep(0.2, 0.6, r))
    face = face.painted(np.where((r < 0.59)[:, None], yolk, blend("#fffaf0", white,
        smoothstep(0.85, 1.0, r)))).scaled(1, 1, 0.78)  # fmt: skip
    return join(replace(shell, vertices=low), face)


def wonton(look: Look, number: int) -> Mesh:
    """A wonton: a ball of shrimp in a wrinkled skin with a trailing tail."""
    rng = look.rng("wonton", number)
    body = ball((0.0165, 0.0140, 0.0160), colour="#f7e2b4", gloss=0.7, steps=30)
    body = lumpy(body, 0.0020, 0.009, rng, 2)
    inner = noise3(body.vertices, 0.010, rng, 1)
    body = body.painted(over(blend("#f2d9a2", "#fbedc9", inner), "#f19a72",
        smoothstep(0.5, 0.8, inner) * F(0.75)))  # fmt: skip
    tail = leaf(0.030, 0.026, "#f6e3b6", bend=0.15, fold=0.9, blunt=0.55, gloss=0.7)
    wave = tail.vertices.copy()
    wave[:, 1] += F(0.0022) * np.sin(wave[:, 0] * 420 + wave[:, 2] * 160)
    return join(body, replace(tail,
        vertices=wave.astype(F)).painted("#f8e6bc").finished(glow=0.25).turned(roll=10).moved(0.008, 0.002,
        0))  # fmt: skip


def _rings(surface: Mesh, count: int, size: float, rng: np.random.Generator, *, above: float = -1.0) -> Mesh:
    """Chopped spring onion over what looks up on a heap."""
    points, normals = spots(surface, count, size * 1.6, rng, (surface.normals[:,
        1] > 0.4) & (surface.vertices[:, 1] > above))  # fmt: skip
    return planted([onion_ring(size), onion_ring(size, "#a8cf5e")], points, normals, rng, sink=size * 0.1)


@draws("wonton_noodles")
def wonton_noodles(look: Look) -> Model:
    """Thin egg noodles in clear broth, four wontons, greens."""
    rng = look.rng("bowl")
    radius, height = 0.088, 0.070
    vessel = deep_bowl(radius, height, PORCELAIN, line="#c23a2c")
    level = 0.0625
    soup = broth(radius * 0.925, level, "#e0a045")
    nest = noodles(0.055, 0.028, 34, 0.00125, "#f4cf62", rng, gloss=0.5).moved(-0.006, level - 0.004, -0.010)
    dumplings = [wonton(look, i).turned(yaw=a).moved(x, level + y, z)
        for i, (x, y, z, a) in enumerate(((-0.044, 0.006, 0.030, 150), (-0.010, 0.008, 0.046, 95),
        (0.026, 0.007, 0.040, 40), (0.008, 0.019, 0.020, 10)))]  # fmt: skip
    green = greens(3, 0.062, rng).turned(yaw=-52, roll=10).moved(0.046, level + 0.007, -0.012)
    chives = _rings(nest, 14, 0.0026, rng, above=level + 0.008)
    rest = () if is_held(look) else (resting(chopsticks(), height + 0.002, radius),)
    return bowlful(vessel, join(soup, nest, *dumplings, green, chives), level, *rest)


@draws("noodles")
def plain_noodles(look: Look) -> Model:
    """A bowl of noodles with egg, greens and slices of ham."""
    rng = look.rng("bowl")
    radius, height, level = 0.088, 0.072, 0.0645
    vessel = deep_bowl(radius, height, look.tint("#2f66b0"), inner=PORCELAIN)
    soup = broth(radius * 0.925, level, "#e0a84c")
    nest = noodles(0.060, 0.032, 30, 0.0020, "#f7dc86", rng, gloss=0.5).moved(0, level - 0.004, -0.004)
    egg = half_egg(0.026).turned(pitch=28, yaw=15).moved(-0.034, level + 0.014, 0.034)
    green = greens(3, 0.062, rng).turned(yaw=-40, roll=10).moved(0.044, level + 0.008, 0.010)
    ham = [box(0.036, 0.0028, 0.030, "#ef8f86", 0.45, bevel=0.0012).turned(yaw=20 + 14 * k,
        pitch=30).moved(0.004 + 0.012 * k, level + 0.013 + 0.003 * k, 0.042 - 0.004 * k)
        for k in range(2)]  # fmt: skip
    chives = _rings(nest, 12, 0.0032, rng, above=level + 0.008)
    rest = () if is_held(look) else (resting(chopsticks(), height + 0.002, radius),)
    return bowlful(vessel, join(soup, nest, egg, green, *ham, chives), level, *rest)


@draws("ramen")
def ramen(look: Look) -> Model:
    """Ramen: pork, jammy egg, seaweed, a fish cake with its pink whirl."""
    rng = look.rng("bowl")
    radius, height, level = 0.092, 0.074, 0.0665
    vessel = deep_bowl(radius, height, look.tint("#26262c"), inner="#b8322a")
    soup = broth(radius * 0.925, level, "#d08a38")
    nest = noodles(0.060, 0.026, 30, 0.0019, "#f6d77c", rng, gloss=0.5).moved(0.006, level - 0.004, 0.0)
    pork = [_pork(rng).turned(pitch=26, yaw=a).moved(x, level + 0.012, z)
        for x, z, a in ((-0.044, 0.014, 20), (-0.020, 0.036, 0))]  # fmt: skip
    egg = half_egg(0.026).turned(pitch=26, yaw=-12).moved(0.028, level + 0.013, 0.038)
    sheets = [box(0.040, 0.052, 0.0012, c, 0.3, bevel=0.0005).turned(roll=r, pitch=-14).moved(x,
        level - 0.004, -0.058) for x, r, c in ((0.020, -6, "#1f3a2c"), (0.044, -16, "#264734"))]  # fmt: skip
    naruto = _naruto().turned(pitch=52, yaw=-20).moved(0.058, level + 0.014, 0.006)
    chives = _rings(nest, 14, 0.0032, rng, above=level + 0.006)
    rest = () if is_held(look) else (resting(chopsticks(0.20, "#4a2a20"), height + 0.002, radius),)
    return bowlful(vessel, join(soup, nest, *pork, egg, *sheets, naruto, chives), level, *rest)


def _pork(rng: np.random.Generator) -> Mesh:
    """A round slice of braised pork with its rind of fat."""
    rings = np.linspace(1, 0, 14) * 0.027
    top = lathe([(0.026, 0), (0.0275, 0.003), *np.column_stack([rings, np.full(14, 0.0055)])], "#c47a52", 0.5,
        steps=56, crease=60)  # fmt: skip
    v = top.vertices
    r, a = np.hypot(v[:, 0], v[:, 2]) / 0.027, np.arctan2(v[:, 0], v[:, 2])
    marble = np.sin(r * 11 + 1.6 * np.sin(a * 2)) * smoothstep(0.25, 0.6, r)
    colours = over(blend("#b5663f", "#d9976c", noise3(v, 0.008, rng, 2)), "#f6dcc0",
        smoothstep(0.35, 0.85, marble) * F(0.9))  # fmt: skip
    return top.painted(over(colours, "#7c3a1c", smoothstep(0.93, 0.99, r) * F(0.9)))


def _naruto() -> Mesh:
    rings = np.linspace(1, 0, 22) * 0.018
    top = lathe([(0.0175, 0), *np.column_stack([rings, np.full(22, 0.005)])], "#fdf8f2", 0.5, steps=80,
        crease=60)  # fmt: skip
    v = top.vertices
    r, a = np.hypot(v[:, 0], v[:, 2]) / 0.018, np.arctan2(v[:, 0], v[:, 2])
    whirl = np.abs((r * 2.1 - a / (2 * math.pi)) % 1 - 0.5)
    lines = smoothstep(0.17, 0.10, whirl) * smoothstep(0.80, 0.72, r) * smoothstep(0.05, 0.15, r)
    edge = 1 + 0.07 * np.cos(12 * a) * smoothstep(0.7, 1, r)
    top = replace(top, vertices=(v * np.stack([edge, np.ones_like(edge), edge], -1)).astype(F))
    return top.painted(over(blend("#fdf8f2", "#f6ece2", r.astype(F)), "#f0709a", lines.astype(F)))


def rice_mound(radius: float, height: float, rng: np.random.Generator, *, grains: int = 260) -> Mesh:
    """Steamed rice on y = 0: a heap with its grains standing out."""
    t = np.linspace(0, math.pi / 2, 16)
    under = lathe(np.column_stack([radius * np.cos(t), height * np.sin(t) ** 1.1]), "#fbf4e4", 0.4, steps=72,
        crease=180)  # fmt: skip
    under = lumpy(under, 0.0016, 0.009, rng)
    under = under.painted(over(under.colours, "#e2d3b4", smoothstep(0.62, 0.35,
        noise3(under.vertices, 0.007, rng, 2)) * F(0.5)))  # fmt: skip
    points, normals = spots(under, grains, 0.0035, rng, under.vertices[:, 1] > 0.0005)
    piece = [grain(0.0072, 0.0029, c, 0.55) for c in ((1.06, 1.03, 0.97), "#fff8ea", "#f7edd8")]
    return join(under, planted(piece, points, normals, rng, sink=0.0002)).finished(glow=0.16)


@draws("rice")
def rice(look: Look) -> Model:
    """A bowl of steamed rice, heaped, with chopsticks."""
    rng = look.rng("rice")
    radius, height = 0.062, 0.056
    glaze = look.tint("#3a6fb5")
    vessel = deep_bowl(radius, height, glaze, inner=PORCELAIN)
    mound = rice_mound(0.0565, 0.034, rng).moved(y=0.047)
    rest = () if is_held(look) else (resting(chopsticks(0.16), height + 0.0024, radius).moved(0.018, 0,
        0.012),)  # fmt: skip
    return bowlful(vessel, mound, 0.05, *rest)


@draws("congee")
def congee(look: Look) -> Model:
    """Congee with century egg, lean pork and ginger; dough sticks over the rim."""
    rng = look.rng("congee")
    radius, height, level = 0.080, 0.062, 0.055
    vessel = deep_bowl(radius, height, PORCELAIN, line="#2f62b8")
    r = np.linspace(radius * 0.93, 0, 26)
    surface = lathe(np.column_stack([r, np.full(26, level)]), "#fbf3e2", 0.6, steps=90, crease=180)
    bumps = noise3(surface.vertices, 0.010, rng, 2)
    inner = smoothstep(radius * 0.93, radius * 0.80, np.hypot(surface.vertices[:, 0], surface.vertices[:, 2]))
    surface = raised(surface, (bumps - F(0.4)) * F(0.0036) * inner)
    surface = surface.painted(blend("#f6e8cc", "#fffaf0", smoothstep(0.3, 0.7, bumps))).finished(glow=0.3)
    eggs = [_century_egg(rng).turned(yaw=float(rng.uniform(0, 360)),
        pitch=float(rng.uniform(-20, 25))).moved(x, level + 0.003, z)
        for x, z in ((-0.030, 0.020), (-0.004, 0.040), (-0.036, -0.010), (0.014, 0.012))]  # fmt: skip
    pork = [lumpy(ball((0.009, 0.004, 0.006), colour="#d8a284", gloss=0.4, steps=12), 0.0012, 0.004,
        rng).turned(yaw=float(a)).moved(x, level + 0.002, z) for x, z,
        a in ((-0.012, 0.018, 20), (0.030, 0.030, 80), (-0.018, -0.026, 140))]  # fmt: skip
    ginger = [box(0.016, 0.0014, 0.0016, "#f2cf6a", 0.3).turned(yaw=float(rng.uniform(0,
        180))).moved(float(rng.normal(0.014, 0.009)), level + 0.004, float(rng.normal(0.02, 0.012)))
        for _ in range(9)]  # fmt: skip
    chives = _rings(surface, 16, 0.0032, rng)
    sticks = join(_dough_stick(rng).turned(yaw=-36).moved(0.034, level + 0.012, -0.026),
        _dough_stick(rng).turned(yaw=-30).moved(0.026, level + 0.020, -0.044))  # fmt: skip
    return bowlful(vessel, join(surface, *eggs, *pork, *ginger, chives), level, sticks)


def _century_egg(rng: np.random.Generator) -> Mesh:
    wedge = ball((0.015, 0.0075, 0.009), colour="#3a2f2a", gloss=0.8, steps=16)
    v = wedge.vertices
    yolk = smoothstep(1.0, 0.6, np.hypot(v[:, 0] / 0.010, (v[:, 2] - 0.002) / 0.006)) * (v[:, 1] > 0)
    return wedge.painted(over(blend("#4a3320", "#241c1a", noise3(v, 0.008, rng, 1)), "#55604a", yolk))


def _dough_stick(rng: np.random.Generator) -> Mesh:
    """A fried dough stick (油炸鬼), 14 cm, two strands grown together."""
    x = np.linspace(-0.07, 0.07, 24)
    strands = []
    for side in (-1, 1):
        path = np.stack([x, 0.0015 * np.sin(x * 90), side * 0.0085 + 0.0015 * np.sin(x * 70)], -1)
        strands.append(lumpy(tube(path, (0.0125 * (1 + 0.1 * np.sin(x * 160 + side))).tolist(), "#d9963c",
            0.4, steps=16), 0.0013, 0.007, rng))  # fmt: skip
    stick = join(*strands)
    patch = noise3(stick.vertices, 0.012, rng, 2)
    return stick.painted(over(blend("#e9b056", "#c47a24", patch), "#8f4f14",
        smoothstep(0.004, 0.0, np.abs(stick.vertices[:, 2])) * F(0.5)))  # fmt: skip


# -- hotpot ------------------------------------------------------------------------------------------------------


@draws("hotpot")
def hotpot(look: Look) -> Model:
    """A pot with two broths on its stove, full of good things."""
    rng = look.rng("hotpot")
    base = 0.052
    stove = _stove()
    wall = smooth([(0, 0), (0.120, 0), (0.132, 0.004), (0.138, 0.020), (0.140, 0.064), (0.143, 0.068),
        (0.139, 0.070), (0.135, 0.064), (0.134, 0.046)], closed=False, steps=5)  # fmt: skip
    pot = lathe(wall, "#b9bec6", 0.6, steps=64, crease=60).finished(metal=0.8)
    ears = [torus(0.026, 0.006, "#2a2a30", 0.5).scaled(0.7, 1, 1).moved(s * 0.146, 0.052, 0) for s in (-1, 1)]
    level = 0.061
    soups = _two_broths(0.1345, level, rng)
    s = np.linspace(-1, 1, 40)
    divider_path = np.stack([0.134 * s, np.full(40, level + 0.004), 0.042 * np.sin(s * math.pi)], -1)
    divider = tube(divider_path, 0.0035, "#c6cad0", 0.6, steps=10).scaled(1, 1, 1).finished(metal=0.8)
    things = _hotpot_things(level, look, rng)
    mesh = join(stove, *(m.moved(y=base) for m in (pot, *ears, soups, divider, *things)))
    flame = Lamp(at=(0, 0.045, 0.10), radius=0.16, colour="#6aa8ff", strength=0.5)
    top = base + 0.08
    return Model(mesh=mesh, lamps=(flame,), anchors={"grip": Anchor(at=(0, 0.06, 0)),
        "steam": Anchor(at=(0, top, 0), size=0.26), "top": Anchor(at=(0, top, 0), size=0.2)})  # fmt: skip


def _stove() -> Mesh:
    """A table stove with blue flames under the pot."""
    body = box(0.30, 0.034, 0.25, "#3b3f48", 0.45, bevel=0.008)
    panel = box(0.30, 0.022, 0.004, "#c9ced6", 0.6, bevel=0.001).finished(metal=0.7).moved(0, 0.006, 0.124)
    knob = cylinder(0.011, 0.012, "#22242a", 0.5).turned(pitch=90).moved(0.11, 0.017, 0.125)
    rests = [box(0.012, 0.020, 0.05, "#1f2126", 0.3).moved(0, 0.034, 0.095).turned(yaw=a)
        for a in (0, 90, 180, 270)]  # fmt: skip
    flames = []
    for k in range(22):
        one = lathe([(0.0038, 0), (0.0050, 0.005), (0.0028, 0.014), (0, 0.022)], "#3f8cff", 0.1, steps=8,
            crease=180)  # fmt: skip
        one = one.painted(blend("#2a6bff", "#bfe6ff", smoothstep(0, 0.02,
            one.vertices[:, 1]))).finished(glow=0.95)  # fmt: skip
        flames.append(one.moved(0, 0.033, 0.082).turned(yaw=k * 360 / 22))
    return join(body, panel, knob, *rests, *flames)


def _two_broths(radius: float, level: float, rng: np.random.Generator) -> Mesh:
    """Red and spicy behind, milky in front, parted by an S."""
    rings = np.linspace(radius, 0, 32)
    surface = lathe(np.column_stack([rings, np.full(32, level)]), "#f4e6c4", 0.8, steps=96, crease=180)
    v = surface.vertices
    side = v[:, 2] - 0.042 * np.sin(v[:, 0] / 0.134 * math.pi)
    bubbles = noise3(v, 0.012, rng, 2)
    milky = blend("#efdcb0", "#fff4d8", smoothstep(0.35, 0.7, bubbles))
    spicy = over(blend("#b3210f", "#e5431a", smoothstep(0.3, 0.75, bubbles)), "#ff9a3a",
        smoothstep(0.72, 0.85, bubbles) * F(0.8))  # fmt: skip
    surface = surface.painted(np.where((side > 0)[:, None], milky, spicy))
    return raised(surface, (bubbles - F(0.5)) * F(0.0016)).finished(glow=0.42)


def _hotpot_things(level: float, look: Look, rng: np.random.Generator) -> list[Mesh]:
    balls = [lumpy(ball(0.0135, colour=c, gloss=0.55, steps=18), 0.0008, 0.006, rng).moved(x, level + 0.004,
        z) for x, z, c in ((-0.075, 0.035, "#b98a66"), (-0.050, 0.060, "#c69873"), (-0.095, 0.010, "#f2e2cf"),
        (0.010, 0.088, "#f4e4d2"), (-0.020, 0.062, "#b98a66"))]  # fmt: skip
    green = [greens(3, 0.085, rng).turned(yaw=a, roll=8).moved(x, level + 0.008, z)
        for x, z, a in ((0.055, 0.058, 20), (-0.085, -0.045, 60))]  # fmt: skip
    beef = [_beef_roll(rng).turned(yaw=a).moved(x, level + 0.010, z)
        for x, z, a in ((0.005, -0.062, 10), (0.040, -0.080, -20), (-0.030, -0.085, 35))]  # fmt: skip
    shrooms = [_mushroom().turned(yaw=a, pitch=18).moved(x, level + 0.004, z)
        for x, z, a in ((0.088, 0.018, 0), (0.034, 0.078, 50), (-0.060, -0.010, 20))]  # fmt: skip
    tofu = [box(0.026, 0.020, 0.026, "#fff6e2", 0.45, bevel=0.003).turned(yaw=a).moved(x, level - 0.006, z)
        for x, z, a in ((0.085, -0.030, 20), (0.068, -0.058, 50))]  # fmt: skip
    prawn = [_prawn().turned(yaw=a).moved(x, level + 0.006, z) for x, z,
        a in ((0.018, 0.040, 160), (-0.052, -0.052, 30))]  # fmt: skip
    chilli = [tube(bezier((-0.016, 0, 0), (-0.004, 0.004, 0.003), (0.006, 0.003, 0), (0.017, 0, -0.003), 8),
        np.linspace(0.0036, 0.0012, 8).tolist(), "#d3161a", 0.8, steps=10) .turned(yaw=float(rng.uniform(0,
        360))).moved(x, level + 0.003, z) for x, z in ((0.055, -0.020), (-0.005, -0.100), (0.100, -0.055),
        (-0.100, -0.035))]  # fmt: skip
    return [*balls, *green, *beef, *shrooms, *tofu, *prawn, *chilli]


def _beef_roll(rng: np.random.Generator) -> Mesh:
    """A rolled slice of marbled beef, lying along x."""
    a = np.linspace(0, 4.2 * math.pi, 44)
    r = 0.004 + 0.0022 * a / math.pi
    spiral = np.stack([r * np.cos(a), r * np.sin(a)], -1)
    x = np.linspace(-0.026, 0.026, 7)
    vertices = np.stack([np.repeat(x, 44), np.tile(spiral[:, 1], 7), np.tile(spiral[:, 0], 7)], -1)
    roll = make(vertices, grid_faces(7, 44, wraps=False), gloss=0.45)
    roll = replace(roll, vertices=(roll.vertices * np.array([1, 0.8, 1])).astype(F))
    fat = noise3(roll.vertices * np.array([0.5, 1, 1], F), 0.006, rng, 2)
    return both_sides(roll.painted(over(blend("#c23b3a", "#e0625a", fat), "#fbe3da",
        smoothstep(0.56, 0.68, fat))))  # fmt: skip


def _mushroom() -> Mesh:
    """A shiitake with a star cut into its cap."""
    cap = lathe(smooth([(0, -0.002), (0.012, -0.003), (0.0185, 0.001), (0.015, 0.008), (0.007, 0.0115),
        (0, 0.012)], closed=False, steps=6), "#7a4a2a", 0.45, steps=36, crease=180)  # fmt: skip
    v = cap.vertices
    a = np.arctan2(v[:, 0], v[:, 2])
    r = np.hypot(v[:, 0], v[:, 2])
    star = np.minimum(np.abs(np.sin(a)), np.minimum(np.abs(np.sin(a + math.pi / 3)),
        np.abs(np.sin(a - math.pi / 3)))) * r  # fmt: skip
    cut = smoothstep(0.0020, 0.0008, star) * smoothstep(0.0135, 0.011, r) * (v[:, 1] > 0.003)
    return raised(cap.painted(over(cap.colours, "#f3dfbd", cut)), -cut * F(0.0008))


def _prawn() -> Mesh:
    """A curled cooked prawn."""
    t = np.linspace(0, 1, 26)
    a = t * 1.45 * math.pi
    path = np.stack([0.016 * np.cos(a), np.zeros(26), 0.016 * np.sin(a)], -1)
    fat = np.interp(t, [0, 0.15, 0.7, 1], [0.0095, 0.0095, 0.0065, 0.0028]) * (1 + 0.05 * np.cos(t * 44))
    body = tube(path, fat.tolist(), "#ff8a5c", 0.65, steps=16)
    v = body.vertices
    share = (np.arctan2(v[:, 2], v[:, 0]) % (2 * math.pi)) / (1.45 * math.pi)
    stripes = smoothstep(0.1, 0.8, np.cos(share * 44))
    body = body.painted(over(blend("#ffd9c2", "#ff8450", stripes), "#ff6a3c",
        smoothstep(0.0, 0.012, np.hypot(v[:, 0], v[:, 2]) - 0.014) * F(0.4)))  # fmt: skip
    fan = [leaf(0.014, 0.008, "#ff6a3a", bend=0.0, gloss=0.6).turned(yaw=y).moved(0.016
        * math.cos(1.45 * math.pi), 0, 0.016 * math.sin(1.45 * math.pi)) for y in (-20, 10, 40)]  # fmt: skip
    return join(body, *fan)
