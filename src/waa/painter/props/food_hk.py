"""What Hong Kong eats from bakeries, tea houses and street stalls."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F
from waa.painter.noise import smoothstep
from waa.painter.props.dough import GOLDEN, bent, blend, dome, faceted, lumpy, over, pillow, puddle
from waa.painter.props.garnish import both_sides
from waa.painter.props.serving import BUTTER, JADE, PAPER, food, is_held
from waa.painter.props.tableware import dish
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.lettering import ink, lettered, placed, sheet
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import cracks, noise3, raised, smooth_normals


@draws("pineapple_bun")
def pineapple_bun(look: Look) -> Model:
    """A bun under a cracked golden crust; with a slab of butter when it is a 菠蘿油."""
    whole = _crusted_bun(look)
    wanted = {"butter", "buttered", "with butter", "with_butter"}
    if wanted.isdisjoint(look.traits):
        return food(whole, look, under=dish(0.082, 0.016, line=JADE), raise_by=0.0055)
    cut = 0.024
    low, high = _parted(whole, cut)
    crumb = lathe([(0.0495, cut), (0.02, cut + 0.0008), (0, cut + 0.0008)], "#ffd987", 0.15,
        crease=180).finished(glow=0.2)  # fmt: skip
    ceiling = lathe([(0, 0.0), (0.0495, 0.0)], "#f3dca6", 0.12, crease=180)
    lid = join(high.moved(y=-cut), ceiling).turned(pitch=-9).moved(0, cut + 0.0082, -0.002)
    slab = pillow(0.064, 0.012, 0.056, BUTTER, 0.5, power=9, steps=20).turned(yaw=-9).moved(-0.004, cut,
        0.027)  # fmt: skip
    melted = puddle(0.018, 0.002, BUTTER, look.rng("melt"), gloss=0.75).scaled(1, 1, 0.8).moved(0.010,
        cut + 0.0005, 0.038)  # fmt: skip
    return food(join(low, crumb, lid, slab, melted), look, under=dish(0.082, 0.016, line=JADE),
        raise_by=0.0055)  # fmt: skip


def _crusted_bun(look: Look) -> Mesh:
    rng = look.rng("crust")
    body = dome(0.052, 0.064, "#e9b660", 0.3, rings=62, steps=168)
    v = body.vertices
    y = v[:, 1]
    seeds = _scattered_on_dome(58, rng)
    border = cracks(v, seeds)
    ragged = (noise3(v, 0.012, rng, 2) - F(0.5)) * F(0.016)
    on_top = smoothstep(0.020, 0.025, y + ragged)
    plate = smoothstep(0.0001, 0.0032, border) * on_top
    body = raised(body, plate * F(0.0030) + (noise3(v, 0.006, rng) - F(0.5)) * on_top * F(0.0009))
    dough = blend("#f3cf8a", "#d9943f", smoothstep(0.002, 0.03, y))
    patch = noise3(v, 0.03, rng, 2)
    crust = blend("#f2b94a", "#c9701f", smoothstep(0.40, 0.72, patch * F(0.6) + smoothstep(0.02, 0.065,
        y) * F(0.4)))  # fmt: skip
    crust = over(crust, "#9a4a12", smoothstep(0.0030, 0.0010, border) * F(0.5))
    crack = blend("#f6d27c", "#e8b452", patch)
    colours = crack + (crust - crack) * plate[:, None]
    body = body.painted(dough + (colours - dough) * on_top[:, None])
    surface = body.surface.copy()
    surface[:, 0] = 0.16 + 0.30 * plate
    return replace(body, surface=surface)


def _scattered_on_dome(count: int, rng: np.random.Generator) -> Array:
    """Seeds of the cracks: a sunflower over the dome, shaken."""
    k = np.arange(count)
    share = (k + 0.5) / count
    angle = k * 2.39996 + rng.normal(0, 0.16, count)
    polar = np.arccos(1 - share * 1.12)
    return np.stack([0.052 * np.sin(polar) * np.sin(angle), 0.013 + 0.051 * np.cos(polar),
        0.052 * np.sin(polar) * np.cos(angle)], -1)  # fmt: skip


def _parted(mesh: Mesh, y: float) -> tuple[Mesh, Mesh]:
    """The mesh cut in two at a height: its lower and upper faces, pressed to the cut."""
    below = (mesh.vertices[mesh.faces, 1] <= y).any(1)
    low_v, high_v = mesh.vertices.copy(), mesh.vertices.copy()
    low_v[:, 1], high_v[:, 1] = np.minimum(low_v[:, 1], F(y)), np.maximum(high_v[:, 1], F(y))
    low = replace(mesh, vertices=low_v).kept(below)
    above = (mesh.vertices[mesh.faces, 1] >= y).any(1)
    return low, replace(mesh, vertices=high_v).kept(above)


@draws("egg_tart")
def egg_tart(look: Look) -> Model:
    """A warm egg tart, 7.5 cm: fluted crust, trembling custard."""
    rng = look.rng("tart")
    shell = lathe(smooth([(0, 0), (0.023, 0), (0.026, 0.001), (0.036, 0.022), (0.0385, 0.0245),
        (0.0375, 0.0265), (0.0345, 0.0255), (0.0335, 0.0215)], closed=False, steps=6), GOLDEN, 0.22,
        steps=144, crease=75)  # fmt: skip
    angle = np.arctan2(shell.vertices[:, 0], shell.vertices[:, 2])
    reach = np.hypot(shell.vertices[:, 0], shell.vertices[:, 2])
    flute = np.cos(20 * angle) * smoothstep(0.022, 0.034, reach)
    grown = (1 + 0.030 * flute)[:, None] * np.array([1, 0, 1]) + np.array([0, 1, 0])
    shell = replace(shell, vertices=(shell.vertices * grown).astype(F))
    shell = lumpy(replace(shell, normals=smooth_normals(shell)), 0.0007, 0.006, rng)
    crumbly = noise3(shell.vertices, 0.008, rng, 2)
    colours = blend("#e9b45c", "#b96e22", smoothstep(0.3, 0.8, crumbly * F(0.5) + smoothstep(0.012, 0.027,
        shell.vertices[:, 1]) * F(0.5)))  # fmt: skip
    shell = shell.painted(over(colours, "#a05a1c", smoothstep(-0.3, -1, flute) * F(0.35)))
    r = np.array([0.0345, 0.0335, 0.031, 0.027, 0.022, 0.016, 0.010, 0.005, 0])
    y = 0.0225 + 0.0030 * np.sin(np.linspace(0, math.pi / 2, 9) ** 0.7) + np.array([0.0012, 0.0002, 0, 0, 0,
        0, 0, 0, 0])  # fmt: skip
    custard = lathe(np.column_stack([r, y]), "#ffc832", 0.72, steps=72, crease=180)
    blush = noise3(custard.vertices, 0.016, rng, 2)
    share = np.hypot(custard.vertices[:, 0], custard.vertices[:, 2]) / F(0.0345)
    glow = over(blend("#ffd042", "#f7a820", smoothstep(0.4, 0.95, share)), "#b5611a",
        smoothstep(0.66, 0.82, blush) * F(0.5))  # fmt: skip
    tart = join(shell, custard.painted(glow)).scaled(1, 0.92, 1)
    return food(tart.turned(pitch=13), look)


@draws("french_toast")
def french_toast(look: Look) -> Model:
    """Deep-fried toast with a pat of butter and syrup running down."""
    rng = look.rng("toast")
    slices = []
    for k, yaw in enumerate((4, -5)):
        toast = pillow(0.098, 0.026, 0.098, GOLDEN, 0.34, power=7, steps=44)
        toast = lumpy(toast, 0.0011, 0.009, look.rng("toast", k))
        patch = noise3(toast.vertices, 0.02, rng, 3)
        edge = smoothstep(0.034, 0.050, np.maximum(np.abs(toast.vertices[:, 0]),
            np.abs(toast.vertices[:, 2])))  # fmt: skip
        colours = blend("#f3b849", "#cf7d22", smoothstep(0.35, 0.72, patch + edge * F(0.12)))
        middle = np.exp(-(((toast.vertices[:, 1] - 0.013) / 0.006) ** 2)) * edge
        slices.append(toast.painted(over(colours, "#f8d488", middle * F(0.55))).turned(yaw=yaw).moved(y=0.0245
            * k))  # fmt: skip
    top = 0.0500
    syrup = puddle(0.036, 0.0022, "#b8630f", rng, wobble=0.22, gloss=0.9).moved(0.004, top, 0.006)
    drips = [_drip(x, z, top, long) for x, z, long in ((-0.022, 0.047, 0.026), (0.006, 0.0485, 0.036),
        (0.030, 0.0465, 0.018))]  # fmt: skip
    pat = pillow(0.030, 0.012, 0.030, BUTTER, 0.55, power=7, steps=18).turned(yaw=28).moved(0.002,
        top + 0.0015, -0.002)  # fmt: skip
    melt = puddle(0.023, 0.0016, "#ffd968", rng, gloss=0.85).moved(0.002, top + 0.0018, 0.0)
    return food(join(*slices, syrup, *drips, pat, melt).turned(yaw=24), look,
        under=dish(0.100, 0.018, line=JADE), raise_by=0.0055)  # fmt: skip


def _drip(x: float, z: float, top: float, long: float) -> Mesh:
    """Syrup over the edge of a slice."""
    path = smooth([(x, top + 0.0008, z - 0.022), (x, top + 0.0010, z - 0.010), (x, top - 0.003, z - 0.001),
        (x, top - 0.5 * long, z + 0.0015), (x, top - long, z + 0.0012)], closed=False, steps=5)  # fmt: skip
    fat = np.interp(np.linspace(0, 1, len(path)), [0, 0.5, 0.8, 1], [0.0055, 0.0042, 0.0036, 0.0050])
    return tube(path, fat.tolist(), "#b8630f", 0.9, steps=12)


@draws("mooncake", yaw=-12)
def mooncake(look: Look) -> Model:
    """A mooncake with its stamped face, and a quarter of another that shows the yolk."""
    cake = _stamped_cake(look).turned(yaw=6)
    quarter = _cake_quarter(look)
    if is_held(look):
        return food(cake.turned(pitch=20), look)
    mesh = join(cake.turned(pitch=22).moved(-0.018, 0.012, -0.016),
        quarter.turned(yaw=-30).moved(0.026, 0, 0.026))  # fmt: skip
    return food(mesh, look, under=dish(0.078, 0.013, line="#b8342b"), raise_by=0.0045)


def _mould(angle: Array) -> Array:
    """The wavy outline of a mooncake, as a factor of its radius."""
    return (0.955 + 0.045 * np.abs(np.cos(6 * angle))).astype(F)


def _stamped_cake(look: Look) -> Mesh:
    radius, height = 0.041, 0.032
    side = lathe([(0, 0), (0.92 * radius, 0), (0.985 * radius, 0.002), (radius, 0.006),
        (radius, height - 0.005), (0.985 * radius, height - 0.0015), (0.955 * radius, height)], "#c9803a",
        0.5, steps=144, crease=75)  # fmt: skip
    factor = _mould(np.arctan2(side.vertices[:, 0], side.vertices[:, 2]))[:, None]
    side = replace(side, vertices=(side.vertices * (factor * np.array([1, 0, 1])
        + np.array([0, 1, 0]))).astype(F))  # fmt: skip
    side = replace(side, normals=smooth_normals(side))
    side = side.painted(blend("#e0a355", "#b5661f", smoothstep(0.4, 1.0, side.vertices[:, 1] / F(height))))
    return join(side, _stamp(radius, look).turned(pitch=-90).moved(y=height))


def _stamp(radius: float, look: Look) -> Mesh:
    """The face: a raised rim of petals round a character, upright in z = 0."""
    size = 108
    x, y = np.meshgrid(np.linspace(-1, 1, size), np.linspace(1, -1, size))
    r, angle = np.hypot(x, y), np.arctan2(x, y)
    edge = 0.955 * _mould(angle)
    ring = smoothstep(0.10, 0.03, np.abs(r - 0.86 * edge))
    petals = smoothstep(0.09, 0.0, np.abs(r - 0.66 - 0.07 * np.abs(np.cos(6 * angle)))) * F(0.8)
    mark = placed(ink("月", 64), size, size, fill=0.52)
    up = np.maximum(np.maximum(ring, petals), mark)
    up = np.asarray(up, F) * smoothstep(1.0, 0.96, r / edge)
    colours = over(blend("#b9691f", "#e6aa58", up.ravel()).reshape(size, size, 3), "#d38a3a",
        np.full((size, size), 0.15))  # fmt: skip
    face = sheet(colours, 2 * radius, 2 * radius, relief=up * F(0.0022), gloss=0.55)
    inside = (r <= edge * 1.005).ravel()
    return face.kept(inside[face.faces].all(1))


def _cake_quarter(look: Look) -> Mesh:
    """A wedge of 80 degrees: skin, lotus paste, half a yolk."""
    radius, height, half = 0.034, 0.026, math.radians(42)
    a = np.linspace(-half, half, 19)
    arc = np.stack([np.sin(a), np.cos(a)], -1) * radius
    outline = np.concatenate([[(0, 0)], arc])
    top = make(np.column_stack([outline[:, 0], np.full(20, height), outline[:, 1]]),
        [(0, i, i + 1) for i in range(1, 19)], np.tile([0.0, 1, 0], (20, 1)), "#d08a3c", 0.5)  # fmt: skip
    wall = np.concatenate([np.column_stack([arc[:, 0], np.full(19, y), arc[:, 1]]) for y in (0, height)])
    outer = make(wall, grid_faces(2, 19, wraps=False), colour="#c9803a", gloss=0.5)
    cuts = [_cut_face(radius, height, sign * half) for sign in (-1, 1)]
    wedge = join(top, outer, *cuts)
    return wedge.turned(yaw=180).moved(z=0.020)


def _cut_face(radius: float, height: float, angle: float) -> Mesh:
    rows, columns = 26, 34
    x, y = np.meshgrid(np.linspace(0, 1, columns), np.linspace(1, 0, rows))
    to_skin = np.minimum(np.minimum((1 - x) * radius, y * height), (1 - y) * height)
    yolk = np.hypot((x - 0.16) * radius, (y - 0.5) * height) / 0.0098
    paste = blend("#a86a2c", "#8a4f1c", y.astype(F) * F(0.6))
    colours = over(paste, "#ff8c12", smoothstep(1.06, 0.90, yolk))
    colours = over(colours, "#ffc04a", smoothstep(0.6, 0.1, yolk) * F(0.8))
    colours = over(colours, "#c9803a", smoothstep(0.0032, 0.0022, to_skin.astype(F)))
    face = sheet(colours, radius, height, gloss=0.45).moved(radius / 2, height / 2, 0)
    turned = face.turned(yaw=90 + math.degrees(angle) - 180 if angle > 0 else -90 + math.degrees(angle))
    return both_sides(turned)


@draws("zongzi")
def zongzi(look: Look) -> Model:
    """A rice dumpling in bamboo leaves, tied with string."""
    normals = [(0, -1, 0), (0.0, 0.45, 0.9), (-0.82, 0.42, -0.42), (0.82, 0.42, -0.42)]
    body = faceted(normals, (0.026, 0.030, 0.030, 0.030), "#5f7d35", 0.38, power=11, steps=56)
    v = body.vertices
    grain = np.sin((v[:, 0] * 0.8 + v[:, 1] * 0.9) * 2100) * F(0.5) + np.sin((v[:, 2] + v[:, 1] * 0.3)
        * 1700) * F(0.5)  # fmt: skip
    shade = noise3(v, 0.03, look.rng("leaf"), 2)
    fold = smoothstep(0.004, 0.0, np.abs(v[:, 0] * 0.5 + v[:, 1] - 0.004)) + smoothstep(0.003, 0.0,
        np.abs(v[:, 0] - v[:, 1] * 0.35 + 0.012))  # fmt: skip
    colours = over(blend("#71913f", "#4c6a2b", shade), "#a3b765", smoothstep(0.3, 0.9, grain) * F(0.28))
    colours = over(colours, "#33491d", np.clip(fold, 0, 1) * F(0.6))
    body = raised(body.painted(colours), grain * F(0.00025))
    strings = [_girdle(normals, tilt, shift) for tilt, shift in ((8, -0.006), (-10, 0.010), (72, 0.004))]
    bow = [tube(bezier((0, 0, 0), (s * 0.020, 0.018, 0.006), (s * 0.030, -0.004, 0.008), (0, 0, 0), 14),
        0.0011, "#e8dcc0", 0.1, steps=8) for s in (-1, 1)]  # fmt: skip
    tails = [tube(bezier((0, 0, 0), (s * 0.008, -0.006, 0.006), (s * 0.014, -0.012, 0.004),
        (s * 0.018, -0.020, 0.006), 8), 0.0011, "#e8dcc0", 0.1, steps=8) for s in (-1, 1)]  # fmt: skip
    knot = join(*bow, *tails, ball(0.0028, colour="#e8dcc0")).moved(0.0, 0.0065, 0.0335)
    mesh = join(body, *strings, knot).turned(yaw=-27)
    return food(mesh.moved(y=-float(mesh.low[1])), look)


def _girdle(normals: list[tuple[float, float, float]], tilt: float, shift: float) -> Mesh:
    """A string round the dumpling, in a plane tilted by `tilt` degrees and `shift` metres off its middle."""
    n = np.asarray(normals) / np.linalg.norm(normals, axis=1, keepdims=True)
    a = np.linspace(0, 2 * math.pi, 49)
    t = math.radians(tilt)
    flat = np.stack([np.cos(a) * math.cos(t), np.cos(a) * math.sin(t), np.sin(a)], -1)
    up = np.array([-math.sin(t), math.cos(t), 0])
    points = []
    for d in flat:
        ray = d * 0.03 + up * shift
        facing = np.clip((ray / np.linalg.norm(ray)) @ n.T / np.array([0.026, 0.030, 0.030, 0.030]), 0, None)
        points.append(ray / np.linalg.norm(ray) / (facing**11).sum() ** (1 / 11) * 1.012)
    return tube(np.array(points), 0.0012, "#e8dcc0", 0.1, steps=8)


# -- from the street ---------------------------------------------------------------------------------------------


@draws("egg_waffle")
def egg_waffle(look: Look) -> Model:
    """An egg waffle rolled up in its paper bag."""
    radius, roll = 0.092, 0.061
    size = 104
    x, y = np.meshgrid(np.linspace(-1, 1, size) * radius, np.linspace(1, -1, size) * radius)
    pitch = 0.0225
    row = np.round(y / (pitch * 0.866))
    shifted = x - np.where(row % 2 == 0, 0, pitch / 2)
    dx = shifted - np.round(shifted / pitch) * pitch
    d = np.hypot(dx, y - row * pitch * 0.866) / (pitch * 0.47)
    bump = np.sqrt(np.clip(1 - d**2, 0, 1))
    rng = look.rng("waffle")
    front = sheet(np.zeros((size, size, 3), F), 2 * radius, 2 * radius, relief=bump * F(0.0092), gloss=0.4)
    patch = noise3(front.vertices, 0.03, rng, 2)
    b = bump.ravel().astype(F)
    colours = blend("#fbcb62", "#f0ab42", smoothstep(0.3, 0.7, patch))
    colours = over(colours, "#c97a24", smoothstep(0.75, 1.0, b) * (F(0.1) + F(0.6) * patch))
    front = front.painted(over(colours, "#c47c26", smoothstep(0.25, 0.0, b) * F(0.45)))
    inside = (np.hypot(x, y) <= radius * 0.985).ravel()
    front = front.kept(inside[front.faces].all(1))
    back = front.scaled(1, 1, -1).moved(z=-0.002)
    rolled = join(bent(front, roll), bent(back, roll))
    leaned = rolled.moved(y=radius).turned(pitch=4)
    v = leaned.vertices.copy()
    v[:, [0, 2]] *= (F(0.62) + F(0.40) * smoothstep(0.0, 0.13, v[:, 1]))[
        :, None
    ]  # gathered where the bag holds it
    cone = _paper_cone(0.043, 0.072, 0.092, look)
    return food(join(replace(leaned, vertices=v).moved(y=0.022), cone), look)


def _paper_cone(low: float, high: float, tall: float, look: Look) -> Mesh:
    """The bag: cream paper with red lettering."""
    paper = np.array((1.06, 1.0, 0.88), F)
    wall = both_sides(lathe([(low * 0.9, 0), (low, 0.002), *((low + (high * 0.88 - low) * t, tall * t)
        for t in np.linspace(0.1, 1, 8))], paper, 0.34, steps=64, crease=180))  # fmt: skip
    angle = np.arctan2(wall.vertices[:, 0], wall.vertices[:, 2])
    ragged = wall.vertices.copy()
    ragged[:, 1] += F(0.004) * np.cos(12 * angle) * smoothstep(0.5 * tall, tall, wall.vertices[:, 1])
    wall = replace(wall, vertices=ragged.astype(F))
    mid = (low + high * 0.88) / 2
    words = lettered("雞蛋仔", 0.066, 0.026, "#c8352b", paper, rows=36, fill=0.94, gloss=0.34, bare=True)
    slope = math.degrees(math.atan2(high * 0.88 - low, tall))
    words = bent(words, mid).turned(pitch=0).moved(y=tall * 0.45)
    lean = words.vertices.copy()
    stretch = 1 + (lean[:, 1] - tall * 0.45) / mid * math.tan(math.radians(slope))
    lean[:, [0, 2]] *= (stretch * 1.008)[:, None].astype(F)
    floor = lathe([(0, 0.0005), (low * 0.9, 0)], paper, 0.08, crease=180)
    return join(wall, replace(words, vertices=lean), floor)


@draws("fish_balls")
def fish_balls(look: Look) -> Model:
    """Curry fish balls in a paper cup with their sticks; a stick of them for who holds it."""
    rng = look.rng("balls")
    if is_held(look):
        return food(_skewer(5, rng), look)
    cup = lathe(smooth([(0, 0.002), (0.024, 0.002), (0.026, 0.0), (0.0375, 0.066), (0.0395, 0.0685),
        (0.0405, 0.067)], closed=False, steps=4), PAPER, 0.36, crease=60)  # fmt: skip
    cup = join(cup, lathe([(0.0378, 0.067), (0.0350, 0.056)], "#f0e6d2", 0.1, crease=180))
    words = bent(lettered("魚蛋", 0.042, 0.024, "#c8352b", PAPER, rows=36, fill=0.92, gloss=0.36, bare=True),
        0.0326)  # fmt: skip
    lean = words.vertices.copy()
    lean[:, [0, 2]] *= (1 + lean[:, 1:2] * 0.17 / 0.0326).astype(F)
    words = replace(words, vertices=lean).moved(y=0.0335)
    sauce = lathe([(0.0355, 0.0585), (0.03, 0.0610), (0, 0.062)], "#cf8a17", 0.7, crease=180)
    balls = [_fish_ball(rng) for _ in range(4)]
    piled = [balls[k % 4].moved(x, y, z) for k, (x, y, z) in enumerate(((-0.018, 0.068, 0.014),
        (0.014, 0.069, 0.018), (0.020, 0.068, -0.010), (-0.014, 0.069, -0.016),
        (0.002, 0.082, 0.004)))]  # fmt: skip
    sticks = [_skewer(n, rng, 0.105).turned(roll=r, pitch=p).moved(x, 0.058, z)
        for n, r, p, x, z in ((2, -14, -6, 0.012, -0.006), (0, 12, 4, -0.012, 0.006))]  # fmt: skip
    return food(join(cup, words, sauce, *piled, *sticks), look)


def _fish_ball(rng: np.random.Generator) -> Mesh:
    one = lumpy(ball(0.0142, colour="#e9a93a", gloss=0.68, steps=26), 0.0006, 0.008, rng)
    patch = noise3(one.vertices, 0.012, rng, 2)
    return one.painted(over(blend("#f3be55", "#d98f22", smoothstep(0.3, 0.7, patch)), "#a85f10",
        smoothstep(0.2, -1, one.normals[:, 1]) * F(0.4)))  # fmt: skip


def _skewer(count: int, rng: np.random.Generator, long: float = 0.150) -> Mesh:
    """A bamboo stick with fish balls near its upper end."""
    stick = tube([(0, 0, 0), (0, long, 0)], [0.0020, 0.0013], "#dcb878", 0.15, steps=10)
    return join(stick, *(_fish_ball(rng).moved(y=long - 0.019 - 0.0262 * k) for k in range(count)))
