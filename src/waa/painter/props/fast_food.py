"""Burger, pizza, chips, hot dog, doughnut: what is eaten with the fingers."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix
from waa.painter.noise import smoothstep
from waa.painter.props.dough import baked, blend, dome, lumpy, over
from waa.painter.props.garnish import both_sides, grain, leaf, planted, spots
from waa.painter.props.serving import PAPER, food, is_held
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, box, grid_faces, join, lathe, make, torus, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import noise3, raised, smooth_normals


def seeded(bun: Mesh, count: int, rng: np.random.Generator, above: float) -> Mesh:
    """Sesame on the upper side of a bun."""
    points, normals = spots(bun, count, 0.0075, rng, (bun.vertices[:, 1] > above) & (bun.normals[:,
        1] > 0.25))  # fmt: skip
    return join(bun, planted(grain(0.0046, 0.0026, "#fbeecb", 0.4), points, normals, rng))


def frill(radius: float, thick: float, colour: Colour, rng: np.random.Generator, *, waves: int = 11, drop: float = 0.006,
          gloss: float = 0.45) -> Mesh:  # fmt: skip
    """A ruffled ring of lettuce, lying on y = 0."""
    a = np.linspace(0, 2 * math.pi, 120, endpoint=False)
    r = np.linspace(0.55, 1.0, 7)
    ruffle = np.sin(waves * a + 0.9 * np.sin(3 * a + float(rng.uniform(0, 6)))) + 0.4 * np.sin(2.3 * waves
        * a)  # fmt: skip
    share = (r - 0.55) / 0.45
    reach = radius * r[:, None] * (1 + 0.04 * share[:, None] * np.cos(5 * a)[None])
    y = thick + share[:, None] ** 1.6 * (0.0045 * ruffle[None] - drop)
    vertices = np.stack([reach * np.sin(a), y, reach * np.cos(a)], -1).reshape(-1, 3)
    sheet = make(vertices, grid_faces(7, 120, wraps=True), colour=colour, gloss=gloss)
    edge = np.repeat(share, 120).astype(F)
    return both_sides(sheet.painted(blend(mix(colour, "#f2f6c8", 0.5), colour, smoothstep(0.0, 0.9, edge))))


def patty(radius: float, thick: float, rng: np.random.Generator) -> Mesh:
    """Minced beef, seared."""
    disc = lathe(smooth([(0, 0), (0.8 * radius, 0), (0.97 * radius, 0.2 * thick), (radius, 0.5 * thick),
        (0.97 * radius, 0.8 * thick), (0.8 * radius, thick), (0, thick)], closed=False, steps=6), "#6e3a22",
        0.45, steps=90, crease=180)  # fmt: skip
    disc = lumpy(disc, 0.0022, 0.007, rng, 2)
    return disc.painted(blend("#4f2613", "#8f5230", noise3(disc.vertices, 0.006, rng, 2)))


@draws("burger")
def burger(look: Look) -> Model:
    """A cheeseburger with everything, 11 cm across."""
    rng = look.rng("burger")
    r = 0.055
    heel = baked(dome(r * 0.98, 0.020, "#e2a04c", 0.3, rings=14, steps=80, waist=0.6), rng, pale="#f3d292",
        gold="#e0a04a", dark="#d08d3a")  # fmt: skip
    meat = patty(r * 1.03, 0.016, rng).moved(y=0.023)
    cheese = _cheese(0.106, 0.0385).turned(yaw=40)
    tomatoes = [_tomato_slice().turned(yaw=40 * k).moved(x, 0.0415, z)
        for k, (x, z) in enumerate(((-0.024, 0.018), (0.025, 0.016), (0.0, -0.026)))]  # fmt: skip
    onion = torus(0.036, 0.0032, "#f3e3f0", 0.5, steps=40).moved(y=0.0470)
    lettuce = frill(r * 1.17, 0.0480, "#7cc24a", rng, drop=0.002)
    crown = baked(dome(r * 1.02, 0.044, "#d98f3c", 0.42, rings=34, steps=92, waist=0.25), rng, pale="#f0c277",
        gold="#dc9440", dark="#b9651f")  # fmt: skip
    crown = seeded(crown, 46, rng, 0.016).moved(y=0.0500)
    return food(join(heel, lettuce.moved(y=-0.0285), meat, cheese, *tomatoes, onion, lettuce, crown), look)


def _cheese(side: float, y: float) -> Mesh:
    """A slice whose corners melt down over the rim."""
    u, v = np.meshgrid(np.linspace(-0.5, 0.5, 26), np.linspace(-0.5, 0.5, 26), indexing="ij")
    x, z = u * side, v * side
    out = np.hypot(x, z)
    droop = np.clip(out - 0.056, 0, None)
    high = y + 0.0018 - droop * 1.1
    pull = np.where(out > 0.056, (0.056 + droop * 0.35) / np.maximum(out, 1e-6), 1)
    top = make(np.stack([x * pull, high, z * pull], -1).reshape(-1, 3), grid_faces(26, 26, wraps=False),
        gloss=0.6)  # fmt: skip
    top = top if top.normals[:, 1].mean() > 0 else replace(top,
        faces=np.ascontiguousarray(top.faces[:, ::-1]), normals=-top.normals)  # fmt: skip
    top = top.painted("#ffbe2e")
    return join(top, both_sides(top.moved(y=-0.0018)))


def _tomato_slice(radius: float = 0.026) -> Mesh:
    rings = np.linspace(1, 0, 14) * radius
    top = lathe([(radius * 0.98, 0), (radius * 1.0, 0.003), *np.column_stack([rings * 0.99,
        np.full(14, 0.0055)])], "#dd3626", 0.7, steps=54, crease=60)  # fmt: skip
    v = top.vertices
    r, a = np.hypot(v[:, 0], v[:, 2]) / radius, np.arctan2(v[:, 0], v[:, 2])
    chamber = smoothstep(0.40, 0.7, np.abs(np.sin(3 * a))) * smoothstep(0.28, 0.4, r) * smoothstep(0.84, 0.76,
        r) * (v[:, 1] > 0.005)  # fmt: skip
    return top.painted(over(blend("#f0674e", "#d62f22", r.astype(F)), "#f6a648", (chamber * 0.8).astype(F)))


@draws("fries")
def fries(look: Look) -> Model:
    """Chips in a red box."""
    rng = look.rng("fries")
    tint = look.tint("#d8322c")
    w, tall, d = 0.080, 0.080, 0.036
    sticks = []
    for k in range(30):
        x, z = (k % 10 - 4.5) / 4.5 * 0.032, (k // 10 - 1) * 0.010
        length = 0.085 + 0.030 * (1 - abs(x) / 0.036) + float(rng.uniform(-0.012, 0.014))
        shade = mix("#f6c94f", "#e6a12e", float(rng.uniform(0, 0.8)))
        one = box(0.0085, length, 0.0085, shade, 0.35, bevel=0.0016)
        v = one.vertices
        tip = smoothstep(length - 0.012, length, v[:, 1]) * F(0.5)
        one = one.painted(over(one.colours, "#c47a1e", tip * float(rng.uniform(0, 1))))
        sticks.append(one.turned(yaw=float(rng.uniform(-30, 30)), roll=-x * 380 + float(rng.normal() * 4),
            pitch=z * 260 + float(rng.normal() * 4)).moved(x * 0.8, 0.018, z * 0.7))  # fmt: skip
    return food(join(_scoop(w, tall, d, tint), *sticks), look)


def _scoop(wide: float, tall: float, deep: float, colour: Colour) -> Mesh:
    """The box: wider above, its front cut in a curve, a golden smile on it."""
    columns, rows = 71, 14
    walls = []
    for face in (1, -1):
        u, t = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(0, 1, rows))
        dip = 0.30 * (1 - u**2) if face > 0 else -0.12 * (1 - u**2)
        half = wide / 2 * (0.72 + 0.28 * t)
        y = tall * t * (1 - dip)
        z = face * (deep / 2 * (0.78 + 0.22 * t) * (1 - 0.35 * u**4))
        sheet = make(np.stack([u * half, y, z], -1).reshape(-1, 3), grid_faces(rows, columns, wraps=False),
            gloss=0.42)  # fmt: skip
        stripes = smoothstep(0.25, 0.33, np.abs((u * 3.5) % 1 - 0.5)).ravel()
        walls.append(both_sides(sheet.painted(over(sheet.painted(colour).colours, PAPER, stripes))))
    sides = []
    for s in (-1, 1):
        t = np.linspace(0, 1, rows)
        x = s * wide / 2 * (0.72 + 0.28 * t)
        z = deep / 2 * (0.78 + 0.22 * t) * 0.65
        line = np.concatenate([np.stack([x, tall * t, -z], -1), np.stack([x, tall * t, z], -1)])
        sides.append(both_sides(make(line, grid_faces(2, rows, wraps=False),
            colour=mix(colour, "#000000", 0.12), gloss=0.4)))  # fmt: skip
    return join(*walls, *sides)


@draws("hot_dog", yaw=-24)
def hot_dog(look: Look) -> Model:
    """A sausage in a bun with a wave of mustard, in a paper boat."""
    rng = look.rng("hot dog")
    x = np.linspace(-0.075, 0.075, 26)
    halves = []
    for side in (-1, 1):
        path = np.stack([x, 0.024 + 0.004 * np.cos(x * 20), np.full(26, side * 0.0185)], -1)
        fat = 0.0205 * (1 - (np.abs(x) / 0.098) ** 4)
        half = tube(path, fat.tolist(), "#e2a352", 0.35, steps=24)
        half = baked(lumpy(half, 0.0006, 0.012, rng), rng, pale="#f3cf8c", gold="#de9a45", dark="#b76a24")
        inside = smoothstep(0.010, 0.003, half.vertices[:, 2] * side) * smoothstep(0.026, 0.034,
            half.vertices[:, 1])  # fmt: skip
        halves.append(half.painted(over(half.colours, "#fbe8bd", inside)).turned(pitch=side * -6))
    sx = np.linspace(-0.088, 0.088, 34)
    sausage = tube(np.stack([sx, 0.044 + 0.014 * (sx / 0.088) ** 2, np.zeros(34)],
        -1) - np.array([0, 0.004, 0]), 0.0150, "#b5452a", 0.75, steps=22)  # fmt: skip
    v = sausage.vertices
    marks = smoothstep(0.36, 0.44, np.abs((v[:, 0] / 0.020 + v[:, 2] * 14) % 1 - 0.5)) * smoothstep(0.046,
        0.054, v[:, 1]) * 0.7  # fmt: skip
    sausage = sausage.painted(over(blend("#9c3620", "#c9573a", noise3(v, 0.02, rng, 2)), "#5e1c10", marks))
    mx = np.linspace(-0.074, 0.074, 90)
    mustard = tube(np.stack([mx, 0.0552 + 0.014 * (mx / 0.088) ** 2 - 6 * (0.0075 * np.sin(mx * 190)) ** 2,
        0.0075 * np.sin(mx * 190)], -1), 0.0034, "#f8c51c", 0.75, steps=10)  # fmt: skip
    green = frill(0.05, 0, "#7cc24a", rng, waves=9, drop=0.0).scaled(1.55, 1.2, 0.62).moved(y=0.036)
    dog = join(*halves, green, sausage, mustard)
    if is_held(look):
        return food(dog, look)
    return food(dog, look, under=_paper_boat(0.205, 0.082, 0.030), raise_by=0.004)


def _paper_boat(length: float, wide: float, tall: float, check: Colour = "#d8443a") -> Mesh:
    """A tray of checked paper."""
    columns, rows = 64, 9
    walls = []
    for face in (1, -1):
        u, t = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(0, 1, rows))
        x = u * length / 2 * (0.84 + 0.16 * t)
        z = face * wide / 2 * (0.70 + 0.30 * t) * np.cos(u * 1.35) ** 0.5
        sheet = make(np.stack([x, t * tall, z], -1).reshape(-1, 3), grid_faces(rows, columns, wraps=False),
            gloss=0.34)  # fmt: skip
        squares = ((np.floor(u * 16) + np.floor(t * 4.0)) % 2).ravel().astype(F)
        walls.append(both_sides(sheet.painted(over(np.tile(np.array(PAPER, F), (rows * columns, 1)), check,
            squares * F(0.85)))))  # fmt: skip
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    floor = make(np.column_stack([np.append(length * 0.42 * np.cos(a), 0), np.full(41, 0.001),
        np.append(wide * 0.35 * np.sin(a), 0)]), [(40, (i + 1) % 40, i) for i in range(40)],
        np.tile([0.0, 1, 0], (41, 1)), PAPER, 0.3)  # fmt: skip
    return join(*walls, floor)


@draws("pizza", yaw=-8)
def pizza(look: Look) -> Model:
    """A pizza on its board, one slice lifted with strings of cheese."""
    rng = look.rng("pizza")
    radius = 0.140
    whole = _pizza_disc(radius, rng)
    gap = math.radians(24)
    a = np.arctan2(whole.vertices[:, 0], whole.vertices[:, 2])
    in_slice = (np.abs(a)[whole.faces] < gap).all(1)
    rest = whole.kept(~in_slice)
    own = join(whole.kept(in_slice), *(_cut_side(radius, s * gap) for s in (-1, 1)))
    walls = [_cut_side(radius, s * gap) for s in (-1, 1)]
    strings = []
    for s in (-1, 1):
        for share in (0.30, 0.52, 0.70):
            start = np.array([math.sin(s * gap) * radius * share, 0.018, math.cos(gap) * radius * share])
            end = start + np.array([-0.006, 0.0, _PULLED])
            middle = (start + end) / 2 - np.array([0, 0.005, 0])
            strings.append(tube(smooth([start, middle, end], closed=False, steps=6),
                [0.0036, *[0.0020] * 11, 0.0036], "#ffe08a", 0.6, steps=8))  # fmt: skip
    toppings = _toppings(radius, gap, rng)
    own = join(own, toppings[1])
    if is_held(look):
        return food(own.turned(yaw=180).turned(pitch=62), look)
    pie = join(rest, *walls, *strings, toppings[0], own.moved(-0.006, 0, _PULLED))
    board = join(lathe([(0, 0), (0.158, 0), (0.162, 0.003), (0.162, 0.011), (0.158, 0.014), (0, 0.014)],
        "#b98048", 0.25, steps=72), box(0.05, 0.012, 0.09, "#b98048", 0.25).moved(0, 0.001,
        -0.19))  # fmt: skip
    stand = box(0.12, 0.058, 0.02, "#8a5a34", 0.2).moved(0, 0, -0.10)
    tilted = join(board, pie.moved(y=0.014)).turned(pitch=_TILT)
    return food(join(tilted.moved(y=-float(tilted.low[1])), stand), look)


_PULLED = 0.034  # how far the slice is pulled out
_TILT = 17  # of the board, whose back rests on a stand: a pizza wants to be seen from above


def _pizza_disc(radius: float, rng: np.random.Generator) -> Mesh:
    """Dough with a puffed rim, sauce and melted cheese."""
    r = np.concatenate([[0.90, 0.97, 1.0, 0.995, 0.965, 0.93, 0.895, 0.87, 0.85],
        np.linspace(0.83, 0.0, 26)]) * radius  # fmt: skip
    y = np.concatenate([[0, 0.003, 0.012, 0.020, 0.0255, 0.0255, 0.021, 0.0165, 0.0145], np.full(26, 0.0145)])
    disc = lathe(np.column_stack([r, y]), "#e6ac58", 0.35, steps=150, crease=180)
    share = np.hypot(disc.vertices[:, 0], disc.vertices[:, 2]) / radius
    puff = noise3(disc.vertices, 0.026, rng, 2) - F(0.5)
    disc = raised(disc, puff * (F(0.0045) * smoothstep(0.84, 0.92, share) + F(0.0022)))
    v = disc.vertices
    fine = noise3(v, 0.009, rng, 2)
    rim = over(blend("#f2cf8c", "#d48a38", smoothstep(0.006, 0.026, v[:, 1])), "#7c4216",
        smoothstep(0.60, 0.78, noise3(v, 0.018, rng, 2)) * smoothstep(0.012, 0.024,
        v[:, 1]) * F(0.85))  # fmt: skip
    melt = noise3(v, 0.022, rng, 3)
    cheese = over(blend("#ffdf86", "#f9bf48", fine), "#d3421f", smoothstep(0.50, 0.38, melt) * F(0.9))
    cheese = over(cheese, "#c9792a", smoothstep(0.66, 0.78, melt) * F(0.7))
    sauce = smoothstep(0.80, 0.84, share + (fine - F(0.5)) * F(0.05)) * smoothstep(0.90, 0.86, share)
    top = smoothstep(0.88, 0.84, share)
    disc = disc.painted(over(rim + (cheese - rim) * top[:, None], "#c8341c", sauce * F(0.9)))
    surface = disc.surface.copy()
    surface[:, 0] = 0.28 + 0.34 * top
    return replace(disc, surface=surface)


def _cut_side(radius: float, angle: float) -> Mesh:
    """Where the slice was cut out: the crumb of the dough and the cheese on it."""
    t = np.linspace(0, 1, 16)
    x, z = np.sin(angle) * radius * t, np.cos(angle) * radius * t
    high = np.where(t > 0.88, 0.022, 0.0142)
    line = np.concatenate([np.stack([x, np.full(16, 0.001), z], -1), np.stack([x, high * 0.75, z], -1),
        np.stack([x, high, z], -1)])  # fmt: skip
    wall = make(line, grid_faces(3, 16, wraps=False), gloss=0.2)
    return both_sides(wall.painted(np.repeat(np.array([[0.93, 0.78, 0.5], [0.97, 0.86, 0.62],
        [1.0, 0.8, 0.36]], F), 16, axis=0)))  # fmt: skip


def _toppings(radius: float, gap: float, rng: np.random.Generator) -> tuple[Mesh, Mesh]:
    """(what lies on the rest, what lies on the slice)."""
    rest, own = [], []
    for k in range(13):
        r, a = radius * 0.70 * math.sqrt((k + 0.5) / 13), k * 2.39996 + 0.5
        angle = (a + math.pi) % (2 * math.pi) - math.pi
        if abs(angle) < gap + 0.13 and r > 0.02:
            continue
        rest.append(_pepperoni(rng).moved(r * math.sin(a), 0.0150, r * math.cos(a)))
    for x, z in ((0.004, 0.058), (-0.014, 0.094), (0.020, 0.100)):
        own.append(_pepperoni(rng).moved(x, 0.0150, z))
    for k in range(11):
        a, r = float(rng.uniform(gap + 0.2, 2 * math.pi - gap - 0.2)), radius * float(rng.uniform(0.15, 0.74))
        basil = leaf(0.024, 0.014, "#3f8f36", bend=0.2, fold=0.3,
            gloss=0.5).turned(roll=8).turned(yaw=float(rng.uniform(0, 360)))  # fmt: skip
        olive = torus(0.0052, 0.0024, "#2b2a30", 0.7, steps=20)
        rest.append((basil if k % 2 else olive.moved(y=0.002)).moved(r * math.sin(a), 0.0185,
            r * math.cos(a)))  # fmt: skip
    own.append(leaf(0.022, 0.013, "#3f8f36", bend=0.2, gloss=0.5).turned(yaw=50).moved(-0.006, 0.0185, 0.076))
    return join(*rest), join(*own)


def _pepperoni(rng: np.random.Generator) -> Mesh:
    disc = lathe([(0.0158, 0), (0.0165, 0.0020), (0.0158, 0.0036), (0.0140, 0.0031), (0.008, 0.0022),
        (0, 0.0020)], "#c23a22", 0.6, steps=36, crease=70)  # fmt: skip
    fleck = noise3(disc.vertices + F(rng.uniform(0, 1)), 0.005, rng, 1)
    r = np.hypot(disc.vertices[:, 0], disc.vertices[:, 2])
    return disc.painted(over(blend("#b02c1c", "#d9543a", fleck), "#7c1a10",
        smoothstep(0.0135, 0.016, r) * F(0.7))).turned(yaw=float(rng.uniform(0, 360)))  # fmt: skip


@draws("doughnut")
def doughnut(look: Look) -> Model:
    """A ring doughnut with icing and sprinkles, leaning to the viewer."""
    rng = look.rng("doughnut")
    icing = look.tint("#f58fb4")
    ring = _ring(0.030, 0.0190, 64, 36)
    ring = baked(lumpy(ring, 0.0004, 0.012, rng), rng, pale="#f2cd86", gold="#dc9a48", dark="#c47c30")
    top = _ring(0.030, 0.0203, 96, 44)
    v = top.vertices
    a = np.arctan2(v[:, 0], v[:, 2])
    r = np.hypot(v[:, 0], v[:, 2])
    edge = 0.0052 + 0.0030 * np.sin(5 * a + 0.7) + 0.0018 * np.sin(11 * a) - 0.010 * (r < 0.03)
    keep = v[:, 1] > edge
    top = top.painted(icing).finished(gloss=0.78).kept(keep[top.faces].any(1))
    points, normals = spots(top, 62, 0.0058, rng, top.vertices[:, 1] > 0.010)
    colours = ("#ffd23c", "#4ab8e8", "#ffffff", "#7fd36a", "#f2693c", "#9a62d8")
    sprinkles = planted([grain(0.0062, 0.0019, c, 0.6) for c in colours], points, normals, rng)
    mesh = join(ring, top, sprinkles).moved(y=0.019).turned(pitch=34)
    return food(mesh, look)


def _ring(radius: float, thick: float, steps: int, around: int) -> Mesh:
    a, b = np.meshgrid(np.linspace(0, 2 * math.pi, steps, endpoint=False),
        np.linspace(0, 2 * math.pi, around), indexing="ij")  # fmt: skip
    r = radius + thick * np.cos(b)
    vertices = np.stack([r * np.sin(a), thick * np.sin(b) * 0.92, r * np.cos(a)], -1)
    closed = np.concatenate([vertices, vertices[:1]]).reshape(-1, 3)
    mesh = make(closed, grid_faces(steps + 1, around, wraps=False), gloss=0.3)
    if float((mesh.normals * (mesh.vertices - mesh.vertices * np.array([1, 0, 1], F))).sum()) < 0:
        mesh = replace(mesh, faces=np.ascontiguousarray(mesh.faces[:, ::-1]))
    return replace(mesh, normals=smooth_normals(mesh))
