"""Fruit."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend
from waa.painter.props.garnish import both_sides, citrus_slice, leaf
from waa.painter.shapes import Outline, bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import nearest, noise3, raised, smooth_normals

STALK = "#6b4a2c"


# What people mean by a green apple or green grapes is not the green of paint.
_RIPE = {"green": "#9cc23c", "light green": "#c3dd6a", "yellow": "#f5cf3a", "white": "#f6ead2",
    "black": "#3a2440"}  # fmt: skip


def skin_of(look: Look, default: Colour) -> Array:
    """The colour asked for, as it is among fruit."""
    return rgb(_RIPE[look.colour]) if look.colour in _RIPE else look.tint(default)


def fruit_model(mesh: Mesh, **anchors: Anchor) -> Model:
    middle = Anchor(at=(0, float(mesh.high[1]) * 0.45, 0))
    return Model(mesh=mesh, anchors={"grip": middle, **anchors})


def turned_body(profile: list[tuple[float, float]], colour: Colour, gloss: float, *, steps: int = 64) -> Mesh:
    return lathe(smooth(profile, closed=False, steps=7), colour, gloss, steps=steps, crease=180)


@draws("apple")
def apple(look: Look) -> Model:
    """A red apple with a leaf, 8 cm; green or yellow when asked."""
    skin = skin_of(look, "#d3202b")
    body = turned_body([(0, 0.006), (0.010, 0.001), (0.022, 0.003), (0.034, 0.018), (0.0405, 0.040),
        (0.037, 0.060), (0.025, 0.0725), (0.013, 0.0715), (0.005, 0.0655), (0, 0.0625)], skin,
        0.6)  # fmt: skip
    v = body.vertices
    turn = np.arctan2(v[:, 0], v[:, 2])
    lobed = 1 + 0.022 * np.cos(5 * turn) * smoothstep(0.03, 0.0, v[:, 1]) + 0.012 * np.cos(5 * turn + 1)
    body = replace(body, vertices=(v * np.stack([lobed, np.ones_like(lobed), lobed], -1)).astype(F))
    body = replace(body, normals=smooth_normals(body))
    streak = noise3(np.stack([np.sin(turn) * 4, np.cos(turn) * 4, v[:, 1] * 12], -1).astype(F), 0.35,
        look.rng("skin"), 2)  # fmt: skip
    crown = smoothstep(0.030, 0.008, np.hypot(v[:, 0], v[:, 2])) * (v[:, 1] > 0.04)
    paler = np.clip(smoothstep(0.52, 0.75, streak) * 0.45 * smoothstep(0.02, 0.06, v[:, 1]) + crown * 0.7, 0,
        0.85)  # fmt: skip
    body = body.painted(blend(skin, mix(skin, "#f6d55c", 0.7), paler))
    stalk = tube(bezier((0, 0.060, 0), (0, 0.072, 0), (0.002, 0.080, 0), (0.007, 0.088, 0), 8),
        [0.0016] * 7 + [0.0026], STALK)  # fmt: skip
    green = leaf(0.034, 0.017, "#5aa83e", bend=0.3).turned(yaw=25, roll=20).moved(0.002, 0.078, 0)
    return fruit_model(join(body, stalk, green))


@draws("cherry")
def cherry(look: Look) -> Model:
    """Two cherries on their stalks, with a leaf."""
    skin = skin_of(look, "#b3122a")
    one = turned_body([(0, 0.0005), (0.006, 0.001), (0.0115, 0.007), (0.0130, 0.014), (0.0105, 0.0225),
        (0.005, 0.0245), (0.0015, 0.0225), (0, 0.0215)], skin, 0.85, steps=40)  # fmt: skip
    one = one.painted(lambda v, n, c: blend(mix(skin, "#ff6a5a", 0.25), mix(skin, "#20000c", 0.30),
        smoothstep(0.0, 0.024, v[:, 1])))  # fmt: skip
    top = (0.003, 0.062, -0.002)
    stalks = [tube(bezier((x, 0.0215, z), (x * 1.1, 0.042, z), (x * 0.4, 0.056, 0), top, 10), 0.0009,
        "#6f9a3a", 0.3, steps=8) for x, z in ((-0.0135, 0.002), (0.0145, -0.003))]  # fmt: skip
    knot = ball((0.0022, 0.0016, 0.0018), top, STALK)
    green = leaf(0.030, 0.015, "#57a53c", bend=0.35).turned(yaw=14, roll=12).moved(*top)
    return fruit_model(join(one.moved(-0.0135, 0, 0.002), one.turned(yaw=60).scaled(1.06).moved(0.0145, 0, -0.003),
        *stalks, knot, green))  # fmt: skip


@draws("orange")
def orange(look: Look) -> Model:
    """An orange and half of one, 8 cm."""
    return _citrus(look, skin_of(look, "#f58a1c"), "#fb9a2e", (0.039, 0.037, 0.039), 0.00022, nib=0.0)


@draws("lemon")
def lemon(look: Look) -> Model:
    """A lemon and half of one."""
    return _citrus(look, skin_of(look, "#f8cf22"), "#f4dc55", (0.029, 0.029, 0.038), 0.0002, nib=0.008)


def _citrus(
    look: Look, peel: Array, flesh: Colour, radii: tuple[float, float, float], pore: float, *, nib: float
) -> Model:
    rng = look.rng("peel")
    whole = _peeled(radii, peel, pore, nib, rng)
    half_radius = radii[0]
    cut = citrus_slice(half_radius, 0.004, flesh, peel).moved(y=-0.004)
    cup = _peeled(radii, peel, pore, nib, rng).turned(pitch=-90) if nib else _peeled(radii, peel, pore, nib,
        rng)  # fmt: skip
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
    return fruit_model(join(whole, half, green))


def _peeled(
    radii: tuple[float, float, float], peel: Array, pore: float, nib: float, rng: np.random.Generator
) -> Mesh:
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
    return mesh.painted(blend(mix(peel, "#ffffff", 0.06), mix(peel, "#7a3000", 0.13),
        smoothstep(0.45, 0.1, bumps)))  # fmt: skip


@draws("peach")
def peach(look: Look) -> Model:
    """A peach with its seam and a blush."""
    skin = skin_of(look, "#f9b277")
    body = turned_body([(0, 0.003), (0.009, 0.0), (0.026, 0.009), (0.038, 0.032), (0.037, 0.053), (0.026, 0.069),
        (0.012, 0.074), (0.004, 0.0715), (0, 0.069)], skin, 0.22)  # fmt: skip
    v = body.vertices
    turn = np.arctan2(v[:, 0], v[:, 2]) - 0.5
    away = (turn + math.pi) % (2 * math.pi) - math.pi
    groove = np.exp(-((away / 0.16) ** 2)) * (v[:, 1] > 0.002)
    pinch = 1 - 0.10 * groove
    body = replace(body, vertices=(v * np.stack([pinch, np.ones_like(pinch), pinch], -1)).astype(F))
    body = replace(body, normals=smooth_normals(body))
    blush = smoothstep(0.35, 0.75, noise3(v, 0.05, look.rng("blush"), 2) * 0.5 + 0.5 * smoothstep(-0.05, 0.04,
        v[:, 0] + v[:, 1] * 0.5 - 0.02))  # fmt: skip
    colour = blend(skin, mix(skin, "#e0405a", 0.75), np.clip(blush * 0.9 + groove * 0.25, 0, 1))
    leaves = [leaf(0.045, 0.018, "#5fa344", bend=0.35).turned(yaw=y, roll=18).moved(0, 0.069, 0)
        for y in (20, 165)]  # fmt: skip
    return fruit_model(
        join(body.painted(colour), tube([(0, 0.066, 0), (0.001, 0.077, 0)], 0.002, STALK), *leaves)
    )


@draws("banana")
def banana(look: Look) -> Model:
    """Three bananas of one bunch."""
    skin = skin_of(look, "#fdd535")
    fingers = []
    for spread, lean, roll, size in ((-0.010, 20.0, 10.0, 1.0), (0.0, 0.0, 6.0, 1.05),
        (0.012, -24.0, 0.0, 0.99)):  # fmt: skip
        path = bezier((-0.074, 0.088, 0), (-0.010, 0.106, 0), (0.066, 0.078, 0), (0.092, 0.014, 0), 30)
        t = np.linspace(0, 1, 30)
        fat = 0.0185 * np.interp(t, [0, 0.07, 0.16, 0.3, 0.6, 0.85, 0.95, 1],
            [0.38, 0.42, 0.72, 0.96, 1.0, 0.82, 0.42, 0.26])  # fmt: skip
        finger = tube(path, fat.tolist(), skin, 0.42, steps=20).scaled(size)
        finger = _angular(finger, path * size)
        finger = finger.moved(0.074, -0.088, 0).turned(yaw=lean, roll=roll).moved(-0.074, 0.088, spread)
        fingers.append(finger)
    crown = tube([(-0.098, 0.098, 0), (-0.070, 0.088, 0)], [0.008, 0.013], mix(skin, "#6b5a22", 0.5),
        0.2).scaled(1, 1, 1.5)  # fmt: skip
    bunch = join(*fingers, crown)
    return fruit_model(bunch.moved(y=-float(bunch.low[1])))


def _angular(finger: Mesh, path: Outline) -> Mesh:
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
    colour = blend(skin, mix(skin, "#93a83a", 0.6), smoothstep(0.16, 0.02, t))
    ridge = smoothstep(0.80, 1.0, np.cos(5 * angle)) * 0.16
    colour = colour + (mix(skin, "#a06c10", 0.6) - colour) * ridge[:, None]
    return finger.painted(colour + (rgb("#4a3520") - colour) * smoothstep(0.965, 0.985, t)[:, None])


@draws("grapes")
def grapes(look: Look) -> Model:
    """A bunch of grapes lying on its side, with stalk and leaf."""
    skin = skin_of(look, "#6b3fa0")
    rng = look.rng("grapes")
    berries = []
    for layer in range(6):
        y_share = layer / 5
        count = (13, 11, 9, 7, 4, 2)[layer]
        for k in range(count):
            angle = 2 * math.pi * (k / count) + layer * 0.9
            reach = (0.040, 0.037, 0.031, 0.024, 0.016, 0.008)[layer] * (0.72 if k % 3 == 0 and count > 5
                else 1)  # fmt: skip
            x, z = reach * math.sin(angle) * 1.08, reach * math.cos(angle) * 0.8
            shade = mix(mix(skin, "#2a1040", float(rng.uniform(0, 0.35))), "#e79ad0",
                float(rng.uniform(0, 0.16)))  # fmt: skip
            berry = ball(0.0122 * float(rng.uniform(0.93, 1.06)), (0, 0, 0), shade, 0.7, steps=11)
            berry = berry.painted(lambda v, n, c: c + (mix(skin, "#ffd7f4", 0.55) - c) * smoothstep(0.3, 1.0,
                -n[:, 1])[:, None] * F(0.35))  # fmt: skip
            berries.append(berry.moved(x + 0.001 * float(rng.normal()), 0.110 - 0.098 * y_share, z))
    stalk = join(tube(bezier((0, 0.095, 0), (0, 0.118, 0), (0.002, 0.130, 0), (0.008, 0.146, 0), 8), 0.0024,
        STALK), tube([(-0.008, 0.138, 0.004), (0.022, 0.152, -0.003)], 0.0022, STALK))  # fmt: skip
    green = _vine_leaf(0.034).turned(yaw=-25, pitch=-28).turned(roll=70).moved(-0.004, 0.122, 0.020)
    bunch = join(*berries, stalk, green).turned(roll=-58, pitch=8)
    return fruit_model(bunch.moved(-float(bunch.low[0] + bunch.high[0]) / 2, -float(bunch.low[1]), 0))


def _vine_leaf(radius: float) -> Mesh:
    """A five-lobed leaf, upright, its stalk at the origin and its tip up."""
    a = np.linspace(0, 2 * math.pi, 60, endpoint=False)
    lobes = 0.80 + 0.20 * np.cos(5 * a) + 0.05 * np.cos(25 * a)
    notch = 1 - 0.62 * np.exp(-(((a - math.pi) / 0.30) ** 2))
    outline = np.stack([lobes * notch * np.sin(a), lobes * notch * np.cos(a)], -1) * radius
    rings = np.linspace(0, 1, 7)[:, None, None]
    flat = rings * outline[None]
    bulge = -0.22 * radius * rings[..., 0] ** 2 * np.ones((1, 60)) + 0.05 * radius * np.cos(5
        * a)[None] * rings[..., 0]  # fmt: skip
    sheet = make(np.concatenate([flat, bulge[..., None]], -1).reshape(-1, 3), grid_faces(7, 60, wraps=True),
        gloss=0.3)  # fmt: skip
    vein = (np.clip(np.cos(5 * a), 0, 1) ** 24)[None] * np.ones((7, 1))
    sheet = sheet.painted(blend("#4c9436", "#a5cf6c", vein.ravel().astype(F) * 0.8))
    return both_sides(sheet.moved(y=radius * 0.35))


@draws("strawberry")
def strawberry(look: Look) -> Model:
    """A strawberry, 4 cm, leaning a little."""
    return fruit_model(strawberry_mesh(look.tint("#dc2433")))


def strawberry_mesh(
    skin: Colour = "#dc2433", size: float = 0.042, *, crown: bool = True, fine: bool = True
) -> Mesh:
    """A strawberry standing on its tip, `size` metres long; not `fine` where it is one of many."""
    body = turned_body([(0, 0), (0.11, 0.03), (0.27, 0.20), (0.40, 0.48), (0.435, 0.70), (0.36, 0.86),
        (0.20, 0.93), (0, 0.93)], skin, 0.6, steps=72 if fine else 32)  # fmt: skip
    turns = math.pi * (3 - math.sqrt(5))
    count = 90 if fine else 44
    k = np.arange(count)
    y = 0.05 + 0.86 * (k + 0.5) / count
    radius = np.interp(y, [0, 0.03, 0.2, 0.48, 0.7, 0.86, 0.93], [0, 0.11, 0.27, 0.40, 0.435, 0.36, 0.2])
    seeds = np.stack([radius * np.sin(k * turns), y, radius * np.cos(k * turns)], -1)
    away = nearest(body.vertices, seeds)
    body = raised(body, -0.016 * smoothstep(0.075, 0.0, away))
    v = body.vertices
    colour = blend(mix(skin, "#7a0010", 0.12), mix(skin, "#ff9a7a", 0.28), smoothstep(0.62, 0.95, v[:, 1]))
    near = np.argmin(((seeds[:, None] - v[None]) ** 2).sum(-1), axis=1)
    pips = [ball((0.012, 0.019, 0.007), (0, 0, 0), "#f7d873", 0.6, steps=6 if fine
        else 4).turned(yaw=math.degrees(a)).moved(*v[i]) for a, i in zip(k * turns, near,
        strict=True)]  # fmt: skip
    parts = [body.painted(colour), *pips]
    if crown:
        tips = [leaf(0.42, 0.20, "#58a63a", bend=0.75 if i % 2 else 0.45, gloss=0.3).turned(yaw=i * 45,
            roll=14).moved(y=0.925) for i in range(8)]  # fmt: skip
        stem = tube(bezier((0, 0.92, 0), (0, 1.0, 0), (0.02, 1.06, 0), (0.07, 1.10, 0), 6), 0.026, "#6fae45",
            steps=8)  # fmt: skip
        parts += [*tips, stem]
    return join(*parts).scaled(size)
