"""Light meals and bites: sandwich, pancakes, macarons, baguette, cheese, popcorn, rice balls, a lunch box, pudding."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import baked, blend, lumpy, over, pillow, puddle
from waa.painter.props.fruit import strawberry_mesh
from waa.painter.props.garnish import both_sides, planted, rosette, spots
from waa.painter.props.serving import BUTTER, PAPER, food, is_held
from waa.painter.props.tableware import DISH, dish
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, extrude, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import noise3, raised

CRUST = "#b8742c"


@draws("sandwich", yaw=-8)
def sandwich(look: Look) -> Model:
    """Two triangles of toast with ham, egg, cheese, tomato and lettuce, one on the other, held by a stick."""
    rng = look.rng("sandwich")
    lower = _triangle(rng)
    if is_held(look):
        return food(lower.turned(pitch=14), look)
    upper = _triangle(rng).turned(yaw=-20).moved(0.004, float(lower.high[1]) - 0.001, -0.004)
    top = float(upper.high[1])
    stick = tube([(0, top - 0.02, -0.018), (0.002, top + 0.026, -0.018)], 0.0011, "#d8b06a", 0.2, steps=8)
    olive = ball((0.0078, 0.0092, 0.0078), (0.002, top + 0.014, -0.018), "#8fae3a", 0.7, steps=16)
    pepper = ball(0.0028, (0.002, top + 0.0225, -0.018), "#d8352c", 0.7, steps=10)
    return food(
        join(lower, upper, stick, olive, pepper),
        look,
        under=dish(0.100, 0.016, line="#3d8a6d"),
        raise_by=0.005,
    )


# What lies between the slices, from below: (thickness, colour, size, waves).
_FILLING = ((0.0050, "#8fce5a", 1.06, 0.030), (0.0055, "#f29aa0", 1.02, 0.008), (0.0040, "#ffc83a", 1.04, 0.004),
    (0.0075, "#ffe27a", 0.99, 0.010), (0.0060, "#e2402e", 0.98, 0.0))  # fmt: skip


def _triangle(rng: np.random.Generator) -> Mesh:
    """Half a toast sandwich lying on y = 0, its long cut side to the viewer."""
    corners = np.array([(-0.066, 0.0), (0.066, 0.0), (0.0, 0.066)])
    outline = _rounded(corners, 0.006) - np.array([0, 0.024])
    parts, y = [], 0.0
    slice_ = (0.0125, "#f2dca8", 1.0, 0.0)
    for thick, colour, size, waves in (slice_, *_FILLING, slice_):
        wavy = outline * (size + waves * np.sin(np.arange(len(outline)) * 0.9))[:, None]
        slab = extrude(wavy, thick, colour, 0.45 if waves else 0.15, crease=60)
        if thick > 0.01:
            v, n = slab.vertices, slab.normals
            crumb = noise3(v, 0.004, rng, 2)
            face = np.abs(n[:, 2]) > 0.8
            crust = ~face & (v[:, 1] > -0.0215)
            colours = blend("#f6e2b4", "#fff3d4", crumb)
            colours = np.where(face[:, None], blend("#e2a854", "#c9853a", noise3(v, 0.02, rng, 2)), colours)
            slab = slab.painted(np.where(crust[:, None], rgb(CRUST), colours))
        parts.append(slab.turned(pitch=-90).moved(y=y + thick / 2))
        y += thick
    return join(*parts)


def _rounded(points: Array, radius: float) -> Array:
    """A polygon with rounded corners, its sides cut finely."""
    rounded = []
    for k in range(len(points)):
        before, at, after = points[k - 1], points[k], points[(k + 1) % len(points)]
        a = at + (before - at) / np.linalg.norm(before - at) * radius
        b = at + (after - at) / np.linalg.norm(after - at) * radius
        c = after + (at - after) / np.linalg.norm(at - after) * radius
        t = np.linspace(0, 1, 6)[:, None]
        rounded += [
            (1 - t) ** 2 * a + 2 * t * (1 - t) * at + t**2 * b,
            b + (c - b) * np.linspace(0, 1, 16)[1:-1, None],
        ]
    return np.concatenate(rounded)


@draws("pancakes")
def pancakes(look: Look) -> Model:
    """Five pancakes with butter and syrup running down, berries beside them."""
    rng = look.rng("pancakes")
    stack, y = [], 0.0
    for k in range(5):
        radius = 0.064 - 0.0012 * k + float(rng.uniform(-0.002, 0.002))
        stack.append(_pancake(radius, 0.0150, rng).moved(float(rng.uniform(-0.003, 0.003)), y,
            float(rng.uniform(-0.003, 0.003))))  # fmt: skip
        y += 0.0142
    syrup = (
        puddle(0.046, 0.0028, "#b5590f", rng, wobble=0.14, gloss=0.95).moved(y=y + 0.0002).finished(glow=0.12)
    )
    runs = []
    for a, long in ((0.25, 0.052), (-0.75, 0.034), (1.35, 0.042), (-1.9, 0.046), (2.6, 0.03), (0.75, 0.022)):
        s, c = math.sin(a), math.cos(a)
        path = bezier((0.040 * s, y + 0.001, 0.040 * c), (0.060 * s, y + 0.002, 0.060 * c),
            (0.0655 * s, y - 0.004, 0.0655 * c), (0.0655 * s, y - long, 0.0655 * c), 16)  # fmt: skip
        fat = np.interp(np.linspace(0, 1, 16), [0, 0.5, 0.85, 1], [0.0085, 0.0058, 0.0046, 0.0068])
        runs.append(tube(path, fat.tolist(), "#b5590f", 0.95, steps=12).finished(glow=0.12))
    pat = (
        pillow(0.030, 0.013, 0.026, BUTTER, 0.55, power=7, steps=18)
        .turned(yaw=22)
        .moved(0.004, y + 0.0022, 0.004)
    )
    melt = puddle(0.023, 0.0012, "#ffd978", rng, gloss=0.9).moved(0.003, y + 0.0028, 0.006)
    berries = [
        strawberry_mesh(size=0.032, fine=False).turned(roll=100).turned(yaw=20).moved(0.070, 0.014, 0.030)
    ]
    berries += [ball(0.0080, (x, 0.008, z), "#3d4f9a", 0.35, steps=14)
        for x, z in ((0.056, 0.056), (0.042, 0.066), (-0.072, 0.036))]  # fmt: skip
    mesh = join(*stack, syrup, *runs, pat, melt)
    if is_held(look):
        return food(mesh, look, under=None)
    return food(join(mesh, *berries), look, under=dish(0.108, 0.018, DISH, line="#d98a2c"), raise_by=0.005)


def _pancake(radius: float, thick: float, rng: np.random.Generator) -> Mesh:
    """Golden above and below, pale round its waist."""
    t = np.linspace(-math.pi / 2, math.pi / 2, 13)
    rim = np.column_stack([radius - thick * 0.5 + thick * 0.5 * np.cos(t), thick * (0.5 + 0.5 * np.sin(t))])
    top = np.linspace(radius - thick * 0.6, 0, 16)
    disc = lathe(
        [(0, 0), *rim, *np.column_stack([top, np.full(16, thick)])], "#e0a048", 0.35, steps=80, crease=180
    )
    v = disc.vertices
    share = np.hypot(v[:, 0], v[:, 2]) / radius
    waist = smoothstep(0.30, 0.12, np.abs(v[:, 1] / thick - 0.5)) * smoothstep(0.9, 0.97, share)
    patch = noise3(v, 0.02, rng, 2)
    colours = blend("#c9802c", "#e8ad54", smoothstep(0.3, 0.75, patch + (share - F(0.6)) * F(0.4)))
    return disc.painted(over(colours, "#fbe2a4", waist * F(0.95)))


_MACARONS = ("#f7a6c0", "#a8d8a0", "#f6d37a", "#c3a6e6", "#8fcbe8", "#d9a47a")


@draws("macaron", yaw=-10)
def macaron(look: Look) -> Model:
    """A macaron tilted to the viewer; the members of a group have different flavours."""
    one = _macaron(look.tint(_MACARONS[look.variant % len(_MACARONS)]), look.rng("macaron"))
    return food(one.turned(pitch=24), look)


def _macaron(colour: Colour, rng: np.random.Generator, radius: float = 0.0235) -> Mesh:
    """Two shells with their ruffled feet and cream between them, 3.3 cm tall."""
    r = radius
    shell = lathe(smooth([(0.90 * r, 0), (0.99 * r, 0.0016), (1.0 * r, 0.0042), (0.94 * r, 0.0085), (0.72 * r, 0.0118),
        (0.4 * r, 0.0130), (0, 0.0134)], closed=False, steps=3), colour, 0.42, steps=40, crease=180)  # fmt: skip
    foot = lathe([(0.86 * r, -0.0036), (1.02 * r, -0.0032), (1.05 * r, -0.0012), (1.0 * r, 0.0008), (0.9 * r, 0.001)],
        mix(colour, "#ffffff", 0.22), 0.12, steps=72, crease=180)  # fmt: skip
    foot = lumpy(foot, 0.0011, 0.0035, rng, 2)
    half = join(shell, foot)
    cream = lathe(smooth([(0.80 * r, -0.0032), (0.96 * r, -0.0022), (0.98 * r, 0), (0.96 * r, 0.0022), (0.80 * r, 0.0032)],
        closed=False, steps=2), mix(colour, "#fffaf0", 0.72), 0.35, steps=36, crease=180)  # fmt: skip
    upper = half.moved(y=0.0060)
    lower = half.scaled(1, -1, 1).moved(y=-0.0060)
    return join(upper, lower, cream).moved(y=0.0194)


@draws("baguette", yaw=-16)
def baguette(look: Look) -> Model:
    """A long crusty loaf with its slashes, 45 cm; upright in somebody's arms."""
    rng = look.rng("baguette")
    x = np.linspace(-0.20, 0.20, 170)
    fat = 0.042 * np.clip(1 - (np.abs(x) / 0.216) ** 3.2, 0.02, 1) ** 0.6
    loaf = tube(
        np.stack([x, np.full(170, 0.030), np.zeros(170)], -1), fat.tolist(), "#d9963c", 0.38, steps=72
    )
    loaf = loaf.scaled(1, 0.86, 1)
    v = loaf.vertices
    slash = np.zeros(len(v), F)
    for k in range(6):
        at = -0.140 + 0.056 * k
        along = (v[:, 0] - at) * 0.60 + v[:, 2] * 0.80
        across = -(v[:, 0] - at) * 0.80 + v[:, 2] * 0.60
        slash = np.maximum(slash, (smoothstep(1.0, 0.55, (along / 0.042) ** 2 + (across / 0.0130) ** 2)
            * (v[:, 1] > 0.026)).astype(F))  # fmt: skip
    loaf = baked(lumpy(loaf, 0.0010, 0.02, rng), rng, pale="#efc47a", gold="#d9933a", dark="#a85a1c")
    flour = noise3(v, 0.006, rng, 2)
    colours = over(loaf.colours, "#fbe9c0", slash * (F(0.75) + F(0.25) * flour))
    loaf = raised(loaf.painted(colours), -slash * F(0.0050))
    loaf = loaf.moved(y=-float(loaf.low[1]))
    if look.pose in ("hold", "eat"):
        loaf = loaf.turned(roll=62)
    return food(loaf, look)


@draws("cheese", yaw=-26)
def cheese(look: Look) -> Model:
    """A wedge of cheese full of holes, a bite-sized piece before it."""
    rng = look.rng("cheese")
    paste = look.tint("#ffcf3f")
    wedge = _cheese_wedge(0.115, 0.062, math.radians(27), paste, rng)
    if is_held(look):
        return food(wedge, look)
    cube = pillow(0.026, 0.024, 0.026, paste, 0.35, power=10, steps=18).turned(yaw=24).moved(-0.040, 0, 0.072)
    small = (
        pillow(0.022, 0.020, 0.022, paste, 0.35, power=10, steps=18).turned(yaw=-14).moved(-0.008, 0, 0.082)
    )
    return food(join(wedge, cube, small), look)


def _cheese_wedge(radius: float, tall: float, half: float, paste: Array, rng: np.random.Generator) -> Mesh:
    """Its point to the left, one cut side to the viewer; holes are carved from clay."""
    clay = Clay(0.006)
    steps = 9
    for k in range(steps):  # thick sticks side by side make a smooth block with rounded edges
        for y in np.linspace(0.013, tall - 0.013, 4):
            a = -half + 2 * half * k / (steps - 1)
            clay.limb(
                (-0.055, y, 0), (-0.055 + radius * math.cos(a), y, radius * math.sin(a)), 0.013, 0.013, paste
            )
    holes = [(-0.006, 0.044, 0.0105), (0.018, 0.018, 0.0125), (0.038, 0.046, 0.0085), (-0.022, 0.020, 0.0070),
        (0.048, 0.022, 0.0060), (0.006, 0.058, 0.0050)]  # fmt: skip
    for x, y, r in holes:
        z = 0.0172 + (x + 0.055) * math.tan(half)
        clay.ball((x, y, z), r, mix(paste, "#c9851c", 0.55), carves=True, blend=0.0015)
    for x, z, r in (
        (0.010, 0.004, 0.0110),
        (0.040, -0.014, 0.0090),
        (0.034, 0.020, 0.0060),
        (-0.018, 0.0, 0.0062),
    ):
        clay.ball((x, tall + 0.005, z), r, mix(paste, "#c9851c", 0.55), carves=True, blend=0.0015)
    mesh = clay.mesh(64, gloss=0.4)
    rind = smoothstep(
        radius - 0.002, radius + 0.006, np.hypot(mesh.vertices[:, 0] + 0.055, mesh.vertices[:, 2])
    )
    tone = noise3(mesh.vertices, 0.02, rng, 2)
    colours = mesh.colours * (F(0.96) + F(0.07) * tone[:, None])
    return mesh.painted(over(colours, mix(paste, "#d97f1a", 0.75), rind))


@draws("popcorn", yaw=-8)
def popcorn(look: Look) -> Model:
    """A striped cardboard bucket heaped with popcorn."""
    rng = look.rng("popcorn")
    stripe = look.tint("#d8322c")
    low, high, tall = 0.042, 0.060, 0.130
    wall = [_band(low, high, tall, k, 24, stripe if k % 2 else rgb(PAPER)) for k in range(24)]
    rim = lathe([(high, tall - 0.004), (high + 0.0022, tall - 0.001), (high, tall + 0.002), (high - 0.002, tall)],
        stripe, 0.4, steps=64, crease=180)  # fmt: skip
    kinds = [_popped(look, k) for k in range(4)]
    heap = []
    for k in range(58):
        share = (k + 0.5) / 58
        r, a = (high - 0.006) * math.sqrt(share), k * 2.39996
        y = tall - 0.006 + 0.036 * (1 - share) ** 0.8
        heap.append(kinds[k % 4].turned(yaw=float(rng.uniform(0, 360)), pitch=float(rng.uniform(0, 360))).moved(
            r * math.sin(a), y, r * math.cos(a)))  # fmt: skip
    parts = [*wall, rim, *heap]
    if not is_held(look):
        parts += [
            kinds[k].moved(x, 0.010, z)
            for k, (x, z) in enumerate(((-0.070, 0.040), (0.066, 0.050), (0.046, 0.072)))
        ]
    return food(join(*parts), look)


def _band(low: float, high: float, tall: float, number: int, count: int, colour: Array) -> Mesh:
    """One of `count` upright stripes of a cone that widens from radius `low` to `high`."""
    t, a = np.meshgrid(
        np.linspace(0, 1, 8), (number + np.linspace(0, 1, 5)) * 2 * math.pi / count, indexing="ij"
    )
    r = low + (high - low) * t
    points = np.stack([r * np.sin(a), tall * t, r * np.cos(a)], -1).reshape(-1, 3)
    outward = np.stack([np.sin(a), np.full_like(a, -(high - low) / tall), np.cos(a)], -1).reshape(-1, 3)
    return both_sides(make(points, grid_faces(8, 5, wraps=False), outward, colour, 0.35))


def _popped(look: Look, number: int) -> Mesh:
    """One popped kernel, 2.4 cm: white puffs round a buttery heart."""
    rng = look.rng("popped", number)
    clay = Clay(0.003).ball((0, 0, 0), 0.0070, "#f3c04a")
    for k in range(5):
        a, up = k * 2.4 + float(rng.uniform(0, 1)), float(rng.uniform(-0.5, 0.9))
        out = np.array([math.sin(a), up, math.cos(a)]) * 0.0080
        clay.ball(out, float(rng.uniform(0.0056, 0.0076)), "#fff6dc" if k else "#ffe6a0")
    return clay.mesh(9, gloss=0.25).scaled(1.15)


@draws("onigiri", yaw=-10)
def onigiri(look: Look) -> Model:
    """A triangle of rice with its seaweed."""
    return food(_rice_ball(look.rng("onigiri")), look)


def _rice_ball(rng: np.random.Generator) -> Mesh:
    """A rounded triangle of rice, 7.5 cm, seaweed round its foot, standing."""
    rice = Clay(0.004)
    corners = [(-0.024, 0.016), (0.024, 0.016), (0.0, 0.056)]
    for z in (-0.008, 0.008):
        for k in range(3):
            rice.limb((*corners[k], z), (*corners[(k + 1) % 3], z), 0.0165, 0.0165, (1.05, 1.03, 0.98))
        rice.ball((0, 0.030, z), 0.0175, (1.05, 1.03, 0.98))
    mesh = lumpy(rice.mesh(44, gloss=0.35), 0.0009, 0.0045, rng)
    points, normals = spots(mesh, 110, 0.0058, rng)
    grains = planted([ball((0.0038, 0.0014, 0.0017), (0, 0, 0), c, 0.5, steps=4) for c in ((1.06, 1.04, 1.0), "#fbf5e8")],
        points, normals, rng)  # fmt: skip
    nori = Clay(0.010)
    for z in (-0.0110, 0.0110):
        nori.limb((-0.0170, 0.0180, z), (0.0170, 0.0180, z), 0.0186, 0.0186, "#1f3328")
    wrap = nori.mesh(40, gloss=0.35)
    v = wrap.vertices
    keep = (np.abs(v[:, 0]) < 0.0190) & (v[:, 1] < 0.0345)
    wrap = wrap.kept(keep[wrap.faces].all(1))
    wrap = wrap.painted(blend("#1a2c22", "#2c4636", noise3(wrap.vertices, 0.006, rng, 2)))
    seeds = planted(ball((0.0012, 0.0006, 0.0008), (0, 0, 0), "#2a2622", 0.4, steps=5),
        *spots(mesh, 16, 0.006, rng, mesh.vertices[:, 1] > 0.056), rng, sink=-0.001)  # fmt: skip
    whole = join(mesh, grains, wrap, seeds)
    return whole.moved(y=-float(whole.low[1]))


@draws("pudding", yaw=-10)
def pudding(look: Look) -> Model:
    """Caramel custard turned out on a plate, cream and a cherry on top."""
    rng = look.rng("pudding")
    custard = look.tint("#f8d070")
    outline = smooth([(0.0, 0), (0.046, 0), (0.0475, 0.003), (0.0445, 0.020), (0.0385, 0.046), (0.036, 0.051),
        (0.030, 0.0535), (0, 0.0540)], closed=False, steps=8)  # fmt: skip
    body = lathe(outline, custard, 0.7, steps=72, crease=180)
    v = body.vertices
    wave = 0.0395 + 0.003 * np.sin(np.arctan2(v[:, 0], v[:, 2]) * 5)
    caramel = smoothstep(-0.0015, 0.0015, v[:, 1] - wave)
    body = body.painted(over(body.colours, "#8a3f10", caramel)).finished(glow=0.06)
    runs = []
    for k in range(7):
        a, long = k * 0.9 + 0.2, float(rng.uniform(0.012, 0.028))
        s, c = math.sin(a), math.cos(a)
        path = [(0.0372 * s, 0.046, 0.0372 * c), (0.0395 * s, 0.040, 0.0395 * c),
            ((0.0400 + long * 0.16) * s, 0.040 - long, (0.0400 + long * 0.16) * c)]  # fmt: skip
        runs.append(tube(path, [0.0050, 0.0046, 0.0056], "#8a3f10", 0.85, steps=10))
    pool = puddle(0.062, 0.0022, "#7c360c", rng, wobble=0.08, gloss=0.95)
    cream = rosette(0.017, 0.018, "#fff8ea").moved(y=0.0535)
    cherry = ball(0.0090, (0, 0.0760, 0), "#c8142c", 0.9, steps=18)
    stalk = tube(
        bezier((0, 0.084, 0), (0, 0.094, 0), (0.003, 0.102, 0), (0.010, 0.107, 0), 8),
        0.0009,
        "#6f9a3a",
        steps=7,
    )
    mesh = join(body, *runs, cream, cherry, stalk)
    if is_held(look):
        return food(mesh, look)
    return food(join(mesh, pool), look, under=dish(0.088, 0.014, line="#e0b04a"), raise_by=0.0045)
