"""Fruit."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.garnish import blade, both_sides, citrus_slice, leaf
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, box, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import cracks, nearest, noise3, raised, smooth_normals

STALK = "#6b4a2c"


# What people mean by a green apple or green grapes is not the green of paint.
_RIPE = {"green": "#9cc23c", "light green": "#c3dd6a", "yellow": "#f5cf3a", "white": "#f6ead2", "black": "#3a2440"}


def _skin(look: Look, default: Colour) -> Array:
    """The colour asked for, as it is among fruit."""
    return rgb(_RIPE[look.colour]) if look.colour in _RIPE else look.tint(default)


def _fruit(mesh: Mesh, **anchors: Anchor) -> Model:
    middle = Anchor(at=(0, float(mesh.high[1]) * 0.45, 0))
    return Model(mesh=mesh, anchors={"grip": middle, **anchors})


def _blend(low: Colour, high: Colour, share: Array) -> Array:
    return rgb(low) + (rgb(high) - rgb(low)) * share[:, None]


def _heart(profile: list[tuple[float, float]], colour: Colour, gloss: float, *, steps: int = 64) -> Mesh:
    return lathe(smooth(profile, closed=False, steps=7), colour, gloss, steps=steps, crease=180)


@draws("apple")
def apple(look: Look) -> Model:
    """A red apple with a leaf, 8 cm; green or yellow when asked."""
    skin = _skin(look, "#d3202b")
    body = _heart([(0, 0.006), (0.010, 0.001), (0.022, 0.003), (0.034, 0.018), (0.0405, 0.040), (0.037, 0.060), (0.025, 0.0725),
                   (0.013, 0.0715), (0.005, 0.0655), (0, 0.0625)], skin, 0.6)  # fmt: skip
    v = body.vertices
    turn = np.arctan2(v[:, 0], v[:, 2])
    lobed = 1 + 0.022 * np.cos(5 * turn) * smoothstep(0.03, 0.0, v[:, 1]) + 0.012 * np.cos(5 * turn + 1)
    body = replace(body, vertices=(v * np.stack([lobed, np.ones_like(lobed), lobed], -1)).astype(F))
    body = replace(body, normals=smooth_normals(body))
    streak = noise3(np.stack([np.sin(turn) * 4, np.cos(turn) * 4, v[:, 1] * 12], -1).astype(F), 0.35, look.rng("skin"), 2)
    crown = smoothstep(0.030, 0.008, np.hypot(v[:, 0], v[:, 2])) * (v[:, 1] > 0.04)
    paler = np.clip(smoothstep(0.52, 0.75, streak) * 0.45 * smoothstep(0.02, 0.06, v[:, 1]) + crown * 0.7, 0, 0.85)
    body = body.painted(_blend(skin, mix(skin, "#f6d55c", 0.7), paler))
    stalk = tube(bezier((0, 0.060, 0), (0, 0.072, 0), (0.002, 0.080, 0), (0.007, 0.088, 0), 8), [0.0016] * 7 + [0.0026], STALK)
    green = leaf(0.034, 0.017, "#5aa83e", bend=0.3).turned(yaw=25, roll=20).moved(0.002, 0.078, 0)
    return _fruit(join(body, stalk, green))


@draws("cherry")
def cherry(look: Look) -> Model:
    """Two cherries on their stalks, with a leaf."""
    skin = _skin(look, "#b3122a")
    one = _heart([(0, 0.0005), (0.006, 0.001), (0.0115, 0.007), (0.0130, 0.014), (0.0105, 0.0225), (0.005, 0.0245), (0.0015, 0.0225),
                  (0, 0.0215)], skin, 0.85, steps=40)  # fmt: skip
    one = one.painted(lambda v, n, c: _blend(mix(skin, "#ff6a5a", 0.25), mix(skin, "#20000c", 0.30), smoothstep(0.0, 0.024, v[:, 1])))
    top = (0.003, 0.062, -0.002)
    stalks = [tube(bezier((x, 0.0215, z), (x * 1.1, 0.042, z), (x * 0.4, 0.056, 0), top, 10), 0.0009, "#6f9a3a", 0.3, steps=8)
              for x, z in ((-0.0135, 0.002), (0.0145, -0.003))]  # fmt: skip
    knot = ball((0.0022, 0.0016, 0.0018), top, STALK)
    green = leaf(0.030, 0.015, "#57a53c", bend=0.35).turned(yaw=14, roll=12).moved(*top)
    return _fruit(join(one.moved(-0.0135, 0, 0.002), one.turned(yaw=60).scaled(1.06).moved(0.0145, 0, -0.003), *stalks, knot, green))


@draws("orange")
def orange(look: Look) -> Model:
    """An orange and half of one, 8 cm."""
    return _citrus(look, _skin(look, "#f58a1c"), "#fb9a2e", (0.039, 0.037, 0.039), 0.00022, nib=0.0)


@draws("lemon")
def lemon(look: Look) -> Model:
    """A lemon and half of one."""
    return _citrus(look, _skin(look, "#f8cf22"), "#f4dc55", (0.029, 0.029, 0.038), 0.0002, nib=0.008)


def _citrus(look: Look, peel: Array, flesh: Colour, radii: tuple[float, float, float], pore: float, *, nib: float) -> Model:
    rng = look.rng("peel")
    whole = _peeled(radii, peel, pore, nib, rng)
    half_radius = radii[0]
    cut = citrus_slice(half_radius, 0.004, flesh, peel).moved(y=-0.004)
    cup = _peeled(radii, peel, pore, nib, rng).turned(pitch=-90) if nib else _peeled(radii, peel, pore, nib, rng)
    low = cup.vertices.copy()
    low[:, 1] = np.minimum(low[:, 1], -0.0035)
    half = join(replace(cup, vertices=low), cut).turned(pitch=58)
    half = half.moved(-half_radius * 0.86, -float(half.low[1]), half_radius * 1.15)
    green = leaf(radii[0] * 1.05, radii[0] * 0.52, "#3f8f36", bend=0.3).turned(yaw=-30, roll=24)
    if nib:
        whole = whole.turned(yaw=68).moved(half_radius * 0.75, radii[1], -half_radius * 0.45)
        green = green.moved(half_radius * 1.6, radii[1] * 1.05, -half_radius * 0.1)
    else:
        whole = whole.moved(half_radius * 0.55, radii[1], -half_radius * 0.35)
        star = lathe([(0.0045, 0), (0.003, 0.0015), (0, 0.002)], "#7a9a3a", 0.3, steps=5, crease=20).moved(
            half_radius * 0.55, radii[1] * 2 - 0.0012, -half_radius * 0.35)  # fmt: skip
        green = join(green.moved(half_radius * 0.56, radii[1] * 1.99, -half_radius * 0.35), star)
    return _fruit(join(whole, half, green))


def _peeled(radii: tuple[float, float, float], peel: Array, pore: float, nib: float, rng: np.random.Generator) -> Mesh:
    """A round fruit along z with the pores of its peel; `nib` draws its ends out."""
    mesh = ball(1, (0, 0, 0), peel, 0.5, steps=52)
    unit = mesh.vertices
    stretched = unit * np.array(radii, F)
    if nib:
        tip = smoothstep(0.86, 1.0, np.abs(unit[:, 2])) * np.sign(unit[:, 2])
        stretched[:, 2] += tip * F(nib)
    mesh = replace(mesh, vertices=stretched.astype(F))
    mesh = replace(mesh, normals=smooth_normals(mesh))
    bumps = noise3(mesh.vertices, radii[0] * 0.10, rng, 1)
    mesh = raised(mesh, (bumps - 0.5) * pore * 2)
    return mesh.painted(_blend(mix(peel, "#ffffff", 0.06), mix(peel, "#7a3000", 0.13), smoothstep(0.45, 0.1, bumps)))


@draws("peach")
def peach(look: Look) -> Model:
    """A peach with its seam and a blush."""
    skin = _skin(look, "#f9b277")
    body = _heart([(0, 0.003), (0.009, 0.0), (0.026, 0.009), (0.038, 0.032), (0.037, 0.053), (0.026, 0.069), (0.012, 0.074), (0.004, 0.0715),
                   (0, 0.069)], skin, 0.22)  # fmt: skip
    v = body.vertices
    turn = np.arctan2(v[:, 0], v[:, 2]) - 0.5
    away = (turn + math.pi) % (2 * math.pi) - math.pi
    groove = np.exp(-((away / 0.16) ** 2)) * (v[:, 1] > 0.002)
    pinch = 1 - 0.10 * groove
    body = replace(body, vertices=(v * np.stack([pinch, np.ones_like(pinch), pinch], -1)).astype(F))
    body = replace(body, normals=smooth_normals(body))
    blush = smoothstep(0.35, 0.75, noise3(v, 0.05, look.rng("blush"), 2) * 0.5 + 0.5 * smoothstep(-0.05, 0.04, v[:, 0] + v[:, 1] * 0.5 - 0.02))
    colour = _blend(skin, mix(skin, "#e0405a", 0.75), np.clip(blush * 0.9 + groove * 0.25, 0, 1))
    leaves = [leaf(0.045, 0.018, "#5fa344", bend=0.35).turned(yaw=y, roll=18).moved(0, 0.069, 0) for y in (20, 165)]
    return _fruit(join(body.painted(colour), tube([(0, 0.066, 0), (0.001, 0.077, 0)], 0.002, STALK), *leaves))


@draws("mango")
def mango(look: Look) -> Model:
    """A mango and a half cut into cubes."""
    skin = _skin(look, "#f7b52c")
    whole = ball((0.055, 0.038, 0.036), (0, 0, 0), skin, 0.5, steps=48)
    v = whole.vertices
    bent = v.copy()
    bent[:, 1] += F(0.010) * (v[:, 0] / F(0.055)) ** 2 - F(0.006) * np.exp(-(((v[:, 0] - 0.045) / 0.014) ** 2)) * (v[:, 1] > 0)
    whole = replace(whole, vertices=bent)
    whole = replace(whole, normals=smooth_normals(whole))
    red = smoothstep(0.0, 0.05, v[:, 1] * 0.9 - v[:, 0] * 0.6) * (0.6 + 0.5 * noise3(v, 0.04, look.rng("blush"), 2))
    green = smoothstep(0.03, 0.06, v[:, 0]) * 0.35
    colour = _blend(skin, "#e2492f", np.clip(red * 0.9, 0, 0.85))
    colour = colour + (rgb("#8fae3a") - colour) * green[:, None]
    whole = join(whole.painted(colour), tube([(0.053, 0.008, 0), (0.060, 0.013, 0)], 0.002, STALK)).turned(yaw=25, roll=16)
    whole = whole.moved(0.030, 0.044, -0.030)
    return _fruit(join(whole, _hedgehog(skin).turned(yaw=12).moved(-0.030, 0, 0.036)))


def _hedgehog(skin: Array) -> Mesh:
    """The cut half of a mango, turned out so that its cubes stand apart."""
    cubes = []
    for i in range(-3, 4):
        for j in range(-2, 3):
            x, z = i / 3.6, j / 2.7
            if x * x + z * z > 0.95:
                continue
            lift = 0.020 * (1 - 0.55 * (x * x + z * z))
            cube = box(0.0115, 0.016, 0.0115, "#ffc22e", 0.62, bevel=0.0022).moved(y=-0.008)
            cube = cube.painted(lambda v, n, c: _blend("#f79a12", "#ffd04a", smoothstep(-0.008, 0.006, v[:, 1])))
            cubes.append(cube.turned(pitch=z * 30).turned(roll=-x * 34).moved(x * 0.050, 0.010 + lift, z * 0.036))
    shell = lathe(smooth([(0, 0), (0.022, 0.002), (0.036, 0.011), (0.041, 0.021), (0.039, 0.022), (0.0, 0.026)], closed=False), skin, 0.5,
                  crease=60)  # fmt: skip
    return join(*cubes, shell.scaled(1.18, 1, 0.86))


@draws("banana")
def banana(look: Look) -> Model:
    """Three bananas of one bunch."""
    skin = _skin(look, "#fdd535")
    fingers = []
    for spread, lean, roll, size in ((-0.010, 20.0, 10.0, 1.0), (0.0, 0.0, 6.0, 1.05), (0.012, -24.0, 0.0, 0.99)):
        path = bezier((-0.074, 0.088, 0), (-0.010, 0.106, 0), (0.066, 0.078, 0), (0.092, 0.014, 0), 30)
        t = np.linspace(0, 1, 30)
        fat = 0.0185 * np.interp(t, [0, 0.07, 0.16, 0.3, 0.6, 0.85, 0.95, 1], [0.38, 0.42, 0.72, 0.96, 1.0, 0.82, 0.42, 0.26])
        finger = tube(path, fat.tolist(), skin, 0.42, steps=20).scaled(size)
        finger = _angular(finger, path * size, look)
        finger = finger.moved(0.074, -0.088, 0).turned(yaw=lean, roll=roll).moved(-0.074, 0.088, spread)
        fingers.append(finger)
    crown = tube([(-0.098, 0.098, 0), (-0.070, 0.088, 0)], [0.008, 0.013], mix(skin, "#6b5a22", 0.5), 0.2).scaled(1, 1, 1.5)
    bunch = join(*fingers, crown)
    return _fruit(bunch.moved(y=-float(bunch.low[1])))


def _angular(finger: Mesh, path: Array, look: Look) -> Mesh:
    """The five soft edges of a banana, its green neck and its dark tip."""
    v = finger.vertices
    squared = ((v[:, None, :] - path[None].astype(F)) ** 2).sum(-1)
    t = (squared.argmin(1) / (len(path) - 1)).astype(F)
    centre = path[squared.argmin(1)].astype(F)
    out = v - centre
    angle = np.arctan2(out[:, 2], out[:, 1])
    grown = centre + out * (1 + 0.06 * np.cos(5 * angle))[:, None]
    finger = replace(finger, vertices=grown.astype(F))
    finger = replace(finger, normals=smooth_normals(finger))
    skin = finger.colours[0]
    colour = _blend(skin, mix(skin, "#93a83a", 0.6), smoothstep(0.16, 0.02, t))
    ridge = smoothstep(0.80, 1.0, np.cos(5 * angle)) * 0.16
    colour = colour + (mix(skin, "#a06c10", 0.6) - colour) * ridge[:, None]
    return finger.painted(colour + (rgb("#4a3520") - colour) * smoothstep(0.965, 0.985, t)[:, None])


@draws("grapes")
def grapes(look: Look) -> Model:
    """A bunch of grapes lying on its side, with stalk and leaf."""
    skin = _skin(look, "#6b3fa0")
    rng = look.rng("grapes")
    berries = []
    for layer in range(6):
        y_share = layer / 5
        count = (13, 11, 9, 7, 4, 2)[layer]
        for k in range(count):
            angle = 2 * math.pi * (k / count) + layer * 0.9
            reach = (0.040, 0.037, 0.031, 0.024, 0.016, 0.008)[layer] * (0.72 if k % 3 == 0 and count > 5 else 1)
            x, z = reach * math.sin(angle) * 1.08, reach * math.cos(angle) * 0.8
            shade = mix(mix(skin, "#2a1040", float(rng.uniform(0, 0.35))), "#e79ad0", float(rng.uniform(0, 0.16)))
            berry = ball(0.0122 * float(rng.uniform(0.93, 1.06)), (0, 0, 0), shade, 0.7, steps=11)
            berry = berry.painted(lambda v, n, c: c + (mix(skin, "#ffd7f4", 0.55) - c) * smoothstep(0.3, 1.0, -n[:, 1])[:, None] * F(0.35))
            berries.append(berry.moved(x + 0.001 * float(rng.normal()), 0.110 - 0.098 * y_share, z))
    stalk = join(tube(bezier((0, 0.095, 0), (0, 0.118, 0), (0.002, 0.130, 0), (0.008, 0.146, 0), 8), 0.0024, STALK),
                 tube([(-0.008, 0.138, 0.004), (0.022, 0.152, -0.003)], 0.0022, STALK))  # fmt: skip
    green = _vine_leaf(0.034).turned(yaw=-25, pitch=-28).turned(roll=70).moved(-0.004, 0.122, 0.020)
    bunch = join(*berries, stalk, green).turned(roll=-58, pitch=8)
    return _fruit(bunch.moved(-float(bunch.low[0] + bunch.high[0]) / 2, -float(bunch.low[1]), 0))


def _vine_leaf(radius: float) -> Mesh:
    """A five-lobed leaf, upright, its stalk at the origin and its tip up."""
    a = np.linspace(0, 2 * math.pi, 60, endpoint=False)
    lobes = 0.80 + 0.20 * np.cos(5 * a) + 0.05 * np.cos(25 * a)
    notch = 1 - 0.62 * np.exp(-(((a - math.pi) / 0.30) ** 2))
    outline = np.stack([lobes * notch * np.sin(a), lobes * notch * np.cos(a)], -1) * radius
    rings = np.linspace(0, 1, 7)[:, None, None]
    flat = rings * outline[None]
    bulge = -0.22 * radius * rings[..., 0] ** 2 * np.ones((1, 60)) + 0.05 * radius * np.cos(5 * a)[None] * rings[..., 0]
    sheet = make(np.concatenate([flat, bulge[..., None]], -1).reshape(-1, 3), grid_faces(7, 60, wraps=True), gloss=0.3)
    vein = (np.clip(np.cos(5 * a), 0, 1) ** 24)[None] * np.ones((7, 1))
    sheet = sheet.painted(_blend("#4c9436", "#a5cf6c", vein.ravel().astype(F) * 0.8))
    return both_sides(sheet.moved(y=radius * 0.35))


@draws("strawberry")
def strawberry(look: Look) -> Model:
    """A strawberry, 4 cm, leaning a little."""
    return _fruit(strawberry_mesh(look.tint("#dc2433")))


def strawberry_mesh(skin: Colour = "#dc2433", size: float = 0.042, *, crown: bool = True) -> Mesh:
    """A strawberry standing on its tip, `size` metres long."""
    body = _heart([(0, 0), (0.11, 0.03), (0.27, 0.20), (0.40, 0.48), (0.435, 0.70), (0.36, 0.86), (0.20, 0.93), (0, 0.93)], skin, 0.6, steps=72)
    turns = math.pi * (3 - math.sqrt(5))
    k = np.arange(90)
    y = 0.05 + 0.86 * (k + 0.5) / 90
    radius = np.interp(y, [0, 0.03, 0.2, 0.48, 0.7, 0.86, 0.93], [0, 0.11, 0.27, 0.40, 0.435, 0.36, 0.2])
    seeds = np.stack([radius * np.sin(k * turns), y, radius * np.cos(k * turns)], -1)
    away = nearest(body.vertices, seeds)
    body = raised(body, -0.016 * smoothstep(0.075, 0.0, away))
    v = body.vertices
    colour = _blend(mix(skin, "#7a0010", 0.12), mix(skin, "#ff9a7a", 0.28), smoothstep(0.62, 0.95, v[:, 1]))
    near = np.argmin(((seeds[:, None] - v[None]) ** 2).sum(-1), axis=1)
    pips = [ball((0.012, 0.019, 0.007), (0, 0, 0), "#f7d873", 0.6, steps=6).turned(yaw=math.degrees(a)).moved(*v[i])
            for a, i in zip(k * turns, near, strict=True)]  # fmt: skip
    parts = [body.painted(colour), *pips]
    if crown:
        tips = [leaf(0.42, 0.20, "#58a63a", bend=0.75 if i % 2 else 0.45, gloss=0.3).turned(yaw=i * 45, roll=14).moved(y=0.925) for i in range(8)]
        stem = tube(bezier((0, 0.92, 0), (0, 1.0, 0), (0.02, 1.06, 0), (0.07, 1.10, 0), 6), 0.026, "#6fae45", steps=8)
        parts += [*tips, stem]
    return join(*parts).scaled(size)


@draws("watermelon", yaw=12)
def watermelon(look: Look) -> Model:
    """Half a watermelon, its cut face to the viewer, and a wedge."""
    rind = look.tint("#2f8a3c")
    half = _melon_half(0.115, rind, look).turned(pitch=46)
    half = half.moved(0.035, -float(half.low[1]), -0.035)
    wedge = _melon_wedge(0.125, 0.036, rind)
    wedge = wedge.turned(yaw=-14).moved(-0.088, 0, 0.090)
    return _fruit(join(half, wedge))


_FLESH = "#ee3b45"


def _melon_colours(share: Array, rind: Array) -> Array:
    """From the middle of the flesh to the peel, by share of the radius."""
    flesh = _blend(mix(_FLESH, "#ff8a7a", 0.25), _FLESH, smoothstep(0.0, 0.6, share))
    pale = smoothstep(0.80, 0.90, share)
    colour = flesh + (rgb("#f6f5d8") - flesh) * pale[:, None]
    colour = colour + (mix(rind, "#e9f3c0", 0.55) - colour) * smoothstep(0.93, 0.96, share)[:, None]
    return colour + (rind - colour) * smoothstep(0.972, 0.98, share)[:, None]


def _melon_half(radius: float, rind: Array, look: Look) -> Mesh:
    bowl = ball(radius, (0, 0, 0), rind, 0.5, steps=44)
    v = bowl.vertices.copy()
    v[:, 1] = np.minimum(v[:, 1], 0)
    turn = np.arctan2(v[:, 0], v[:, 2]) / (2 * math.pi) * 12
    wobble = noise3(bowl.vertices, 0.03, look.rng("rind"), 2)
    band = smoothstep(0.18, 0.30, np.abs((turn + (wobble - 0.5) * 0.9) % 1 - 0.5))
    bowl = replace(bowl, vertices=v).painted(_blend(mix(rind, "#0c3a1c", 0.45), mix(rind, "#b9dc84", 0.5), band))
    rings = np.array([1.0, 0.985, 0.975, 0.965, 0.95, 0.93, 0.9, 0.86, 0.82, 0.78, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0])
    face = lathe(np.column_stack([rings * radius, 0.0015 * np.ones(len(rings))]), _FLESH, 0.5, steps=72, crease=180)
    face = face.painted(lambda v, n, c: _melon_colours(np.hypot(v[:, 0], v[:, 2]) / F(radius), rind))
    seeds = []
    for count, reach, start in ((16, 0.68, 0.0), (10, 0.44, 0.2)):
        for k in range(count):
            a = 2 * math.pi * k / count + start
            seed = ball((0.0022, 0.0012, 0.0042), (0, 0, reach * radius), "#2a1a18", 0.75, steps=8).turned(yaw=math.degrees(a))
            seeds.append(seed.moved(y=0.0018))
    return join(bowl, face, *seeds)


def _melon_wedge(radius: float, thick: float, rind: Array) -> Mesh:
    """A triangular slice standing on its rind, its red face to the viewer."""
    a = np.radians(np.linspace(-32, 32, 25))
    rings = np.array([0.02, 0.12, 0.25, 0.4, 0.55, 0.68, 0.76, 0.80, 0.83, 0.86, 0.89, 0.92, 0.94, 0.955, 0.97, 0.985, 1.0])
    r, t = np.meshgrid(rings, a, indexing="ij")
    x, y = (r * np.sin(t) * radius).ravel(), ((1 - r) * 0.94 * radius).ravel()
    colours = _melon_colours(r.ravel().astype(F), rind)
    front = make(np.stack([x, y, np.full_like(x, thick / 2)], -1), grid_faces(len(rings), 25, wraps=False)[:, ::-1], gloss=0.5).painted(colours)
    back = front.scaled(1, 1, -1)
    rim = []
    for line, colour in ((np.stack([x.reshape(r.shape)[:, 0], y.reshape(r.shape)[:, 0]], -1), colours.reshape(*r.shape, 3)[:, 0]),
                         (np.stack([x.reshape(r.shape)[::-1, -1], y.reshape(r.shape)[::-1, -1]], -1), colours.reshape(*r.shape, 3)[::-1, -1]),
                         (np.stack([x.reshape(r.shape)[-1], y.reshape(r.shape)[-1]], -1), colours.reshape(*r.shape, 3)[-1])):  # fmt: skip
        edge = np.concatenate([np.column_stack([line, np.full(len(line), z)]) for z in (-thick / 2, thick / 2)])
        side = make(edge, grid_faces(2, len(line), wraps=False)[:, ::-1], gloss=0.5).painted(np.tile(colour, (2, 1)))
        rim.append(both_sides(side))
    seeds = [ball((0.0018, 0.0034, 0.0012), (radius * 0.66 * math.sin(t), radius * 0.34 * 0.94, thick / 2 + 0.0003), "#2a1a18", 0.7, steps=8)
             for t in np.radians([-22, -8, 7, 21])]  # fmt: skip
    return join(front, back, *rim, *seeds)


@draws("pineapple")
def pineapple(look: Look) -> Model:
    """A pineapple, 28 cm with its crown."""
    skin = _skin(look, "#e09a2c")
    body = _heart([(0, 0.003), (0.030, 0.0), (0.048, 0.012), (0.058, 0.055), (0.058, 0.085), (0.049, 0.130), (0.030, 0.150), (0, 0.152)],
                  skin, 0.4, steps=110)  # fmt: skip
    dense = _denser(body)
    v = dense.vertices
    k = np.arange(130)
    y = 0.005 + 0.146 * (k + 0.5) / 130
    reach = np.interp(y, [0, 0.012, 0.055, 0.085, 0.13, 0.15], [0.03, 0.048, 0.058, 0.058, 0.049, 0.03])
    eyes = np.stack([reach * np.sin(k * 2.39996), y, reach * np.cos(k * 2.39996)], -1)
    border = cracks(v, eyes)
    dense = raised(dense, 0.0042 * smoothstep(0.0, 0.0055, border))
    away = nearest(v, eyes)
    colour = _blend("#8a5a1c", skin, smoothstep(0.0004, 0.0026, border))
    colour = colour + (mix(skin, "#8fa63a", 0.5) - colour) * (smoothstep(0.09, 0.0, v[:, 1]) * 0.35 * smoothstep(0.0, 0.004, border))[:, None]
    colour = colour + (rgb("#7a4a18") - colour) * smoothstep(0.0026, 0.0010, away)[:, None]
    blades = []
    rng = look.rng("crown")
    for ring, (count, out, up, base) in enumerate(((10, 0.075, 0.055, 0.016), (9, 0.055, 0.088, 0.012), (7, 0.032, 0.112, 0.008), (5, 0.012, 0.128, 0.004))):
        for j in range(count):
            a = math.degrees(2 * math.pi * (j + 0.5 * ring) / count + float(rng.normal()) * 0.1)
            curve = bezier((base, 0.0, 0), (base + out * 0.25, up * 0.55, 0), (base + out * 0.5, up * 1.05, 0), (base + out, up * 0.86, 0), 9)
            blades.append(blade(curve, 0.020 - 0.002 * ring, mix("#2f7a3a", "#5aa04a", ring / 3), tip="#8fbf5a").turned(yaw=a).moved(y=0.148))
    return _fruit(join(dense.painted(colour), *blades))


def _denser(mesh: Mesh) -> Mesh:
    """Every triangle cut into four, for relief finer than the form needs."""
    v, f = mesh.vertices, mesh.faces
    edges = np.sort(np.concatenate([f[:, [0, 1]], f[:, [1, 2]], f[:, [2, 0]]]), axis=1)
    unique, which = np.unique(edges, axis=0, return_inverse=True)
    which = which.reshape(3, -1) + len(v)

    def middle(values: Array) -> Array:
        return np.concatenate([values, (values[unique[:, 0]] + values[unique[:, 1]]) / 2]).astype(F)

    ab, bc, ca = which
    faces = np.concatenate([np.stack(t, -1) for t in ((f[:, 0], ab, ca), (ab, f[:, 1], bc), (ca, bc, f[:, 2]), (ab, bc, ca))])
    return Mesh(middle(v), faces.astype(np.int32), middle(mesh.normals), middle(mesh.colours), middle(mesh.surface))


@draws("durian")
def durian(look: Look) -> Model:
    """A durian split open: spikes outside, creamy pods inside."""
    skin = _skin(look, "#8a9a3a")
    k = np.arange(150)
    y = 1 - 2 * (k + 0.5) / 150
    ring = np.sqrt(1 - y * y)
    spikes = np.stack([ring * np.sin(k * 2.39996), y, ring * np.cos(k * 2.39996)], -1)
    shell = ball(1, (0, 0, 0), skin, 0.25, steps=70)
    unit = shell.vertices
    away = nearest(unit, spikes)
    height = np.clip(1 - away / 0.135, 0, 1) ** 1.25
    open_at = _opening(unit)
    shell = raised(shell, 0.17 * height * smoothstep(0.0, 0.10, open_at))
    colour = _blend(mix(skin, "#4a5220", 0.55), mix(skin, "#d8d070", 0.40), smoothstep(0.05, 0.9, height))
    keep = (open_at[shell.faces] > 0).all(1)
    husk = replace(shell.painted(colour), faces=np.ascontiguousarray(shell.faces[keep]))
    inner = ball((0.84, 0.90, 0.30), (0, 0, 0.50), "#f5edd2", 0.2, steps=40)
    inner = replace(inner, faces=np.ascontiguousarray(inner.faces[:, ::-1]), normals=-inner.normals)
    inner = inner.painted(lambda v, n, c: _blend("#e3d6a6", "#f8f2dc", smoothstep(0.2, 0.5, v[:, 2]))).finished(glow=0.45)
    pods = []
    for x, yy, size, roll in ((-0.26, 0.36, 1.08, 14), (0.26, 0.14, 1.12, -8), (-0.13, -0.36, 1.1, 40)):
        pod = ball((0.25 * size, 0.36 * size, 0.26), (0, 0, 0), "#f9d04e", 0.4, steps=28)
        bumps = noise3(pod.vertices + F(x * 7), 0.16, look.rng("pod"), 2)
        pod = raised(pod, (bumps - 0.5) * 0.05).painted(_blend("#efb52c", "#ffe38a", smoothstep(0.25, 0.7, bumps)))
        pods.append(pod.turned(roll=roll).moved(x, yy, 0.72))
    stalk = tube([(0, 0.95, 0), (0.02, 1.22, 0)], [0.09, 0.11], STALK, 0.1)
    fruit = join(husk, inner, *pods, stalk).scaled(0.085, 0.095, 0.085)
    return _fruit(fruit.moved(y=-float(fruit.low[1])))


def _opening(unit: Array) -> Array:
    """How far a point of the unit sphere is outside the split at its front; negative inside it."""
    x, y, z = unit[:, 0], unit[:, 1], unit[:, 2]
    lens = (x / 0.60) ** 2 + ((y + 0.02) / 0.86) ** 2
    return np.where(z > 0, lens - 1, 1.0).astype(F)
