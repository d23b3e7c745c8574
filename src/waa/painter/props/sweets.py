"""Cakes, biscuits, ice cream and sweets."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, cushion, lumpy, over, wandering
from waa.painter.props.garnish import both_sides, planted, spots, swirl
from waa.painter.props.serving import food, is_held
from waa.painter.shapes import ellipse, smooth
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import noise3, raised, smooth_normals

CHOCOLATE = "#4a2415"


@draws("ice_cream")
def ice_cream(look: Look) -> Model:
    """Soft ice cream in a waffle cone, in a glass unless somebody holds it."""
    cream = look.tint((1.07, 1.02, 0.93))
    cone = _waffle_cone(0.030, 0.105)
    top = swirl(0.034, 0.080, cream, turns=3.4, gloss=0.42).moved(y=0.102)
    cuff = lathe([(0.0290, 0.090), (0.0325, 0.094), (0.0335, 0.106), (0.0315, 0.108)], "#d99a4a", 0.25,
        steps=56, crease=50)  # fmt: skip
    mesh = join(cone, cuff, top)
    if is_held(look):
        return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.062, 0))})
    tumbler = [
        (0, 0.003),
        (0.024, 0.003),
        (0.025, 0),
        (0.028, 0.001),
        (0.033, 0.062),
        (0.0332, 0.063),
        (0.0318, 0.063),
    ]
    glass = lathe(tumbler, "#eef8f6", 0.9, steps=56, crease=60).finished(glow=0.12)
    return Model(
        mesh=mesh.moved(y=0.004),
        glass=glass,
        anchors={"grip": Anchor(at=(0, 0.06, 0)), "top": Anchor(at=(0, 0.18, 0), size=0.03)},
    )


def _waffle_cone(radius: float, tall: float) -> Mesh:
    t = np.linspace(0, 1, 56)
    cone = lathe(np.column_stack([0.004 + (radius - 0.004) * t, tall * t]), "#dca258", 0.28, steps=90,
        crease=180)  # fmt: skip
    v = cone.vertices
    turn, y = np.arctan2(v[:, 0], v[:, 2]) / (2 * math.pi), v[:, 1] / tall
    lines = np.maximum(smoothstep(0.34, 0.47, np.abs((turn * 9 + y * 4.2) % 1 - 0.5)),
        smoothstep(0.34, 0.47, np.abs((turn * 9 - y * 4.2) % 1 - 0.5)))  # fmt: skip
    cone = raised(cone, lines * F(0.0010))
    tip = ball(0.0042, (0, 0.002, 0), "#c98a40", 0.2, steps=10)
    return join(cone.painted(over(blend("#c98738", "#dfa65c", y), "#f2c880", lines * F(0.8))), tip)


@draws("lollipop")
def lollipop(look: Look) -> Model:
    """A swirl of many colours on a stick."""
    tint = look.tint("#f2557f")
    colours = (tint, rgb("#fff6ea")) if look.colour else tuple(rgb(c)
        for c in ("#f2557f", "#ffd23c", "#4ab8e8", "#7fd36a"))  # fmt: skip
    radius = 0.042
    face, share = cushion(ellipse(0, 0, radius, steps=110), 0.007, rings=40, soft=0.10, gloss=0.8)
    v = face.vertices
    turn = np.arctan2(v[:, 0], v[:, 2]) / (2 * math.pi)
    phase = (turn * 2 + share * 2.6) % 1
    index = np.floor(phase * len(colours)).astype(int) % len(colours)
    edge = np.abs((phase * len(colours)) % 1 - 0.5)
    face = raised(face.painted(np.stack(colours)[index]), -smoothstep(0.40, 0.5, edge) * F(0.0008))
    disc = join(face, face.scaled(1, -1, 1)).turned(pitch=90)
    stick = cylinder(0.0026, 0.115, (1.06, 1.04, 1.0), 0.4, steps=12)
    bow = _bow("#f8c51c" if look.colour is None else tint).moved(0, 0.100, 0.004)
    mesh = join(stick, disc.moved(y=0.115 + radius * 0.86), bow)
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.045, 0))})


def _bow(colour: Colour) -> Mesh:
    loops = [ball((0.011, 0.0065, 0.003), (s * 0.010, 0.001, 0), colour, 0.4, steps=12).turned(roll=s * 16)
        for s in (-1, 1)]  # fmt: skip
    return join(*loops, ball(0.0038, colour=mix(colour, "#000000", 0.12), gloss=0.4, steps=10))


@draws("chocolate", yaw=-16)
def chocolate(look: Look) -> Model:
    """A bar of chocolate coming out of its foil, two squares broken off."""
    colour = look.tint(CHOCOLATE)
    if look.colour == "white":
        colour = rgb("#f6e8c8")
    squares = []
    for i in range(4):
        for j in range(6):
            if j == 5 and i > 1:
                continue
            one = join(box(0.0178, 0.0178, 0.006, colour, 0.62, bevel=0.0014),
                box(0.0125, 0.0125, 0.0090, mix(colour, "#c98a5a", 0.06), 0.62, bevel=0.0026).moved(0, 0.0026,
                0))  # fmt: skip
            squares.append(one.moved((i - 1.5) * 0.0180, j * 0.0180, 0))
    slab = box(0.0715, 0.088, 0.0055, colour, 0.5, bevel=0.001)
    foil = _foil()
    wrapper = box(0.077, 0.050, 0.0125, "#b3202e", 0.35, bevel=0.003)
    band = box(0.0775, 0.010, 0.0130, "#e2b95a", 0.6, bevel=0.002).finished(metal=0.8).moved(y=0.030)
    bar = join(*squares, slab, foil, wrapper, band).turned(pitch=-24).moved(0, 0.003, 0)
    bits = [join(box(0.0178, 0.006, 0.0178, colour, 0.62, bevel=0.0014),
        box(0.0125, 0.0090, 0.0125, colour, 0.62, bevel=0.0026)).turned(yaw=y, roll=r).moved(x, 0.001, z)
        for x, z, y, r in ((0.050, 0.034, 24, 0), (0.030, 0.046, -20, 8))]  # fmt: skip
    mesh = join(bar.moved(y=-float(bar.low[1]), z=-0.010), *bits)
    return food(mesh if not is_held(look) else bar, look)


def _foil() -> Mesh:
    """Gold foil torn open round the bar."""
    a = np.linspace(0, 2 * math.pi, 120, endpoint=False)
    path = np.stack([0.0385 * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.35,
        0.0072 * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.5], -1)  # fmt: skip
    ragged = 0.062 + 0.006 * np.sin(9 * a) + 0.004 * np.sin(23 * a + 1)
    rows = [np.stack([path[:, 0] * s, np.full(120, y) if y is not None else ragged, path[:, 1] * f], -1)
        for y, s, f in ((0.046, 1.0, 1.0), (0.054, 1.01, 1.15), (None, 1.06, 1.9))]  # fmt: skip
    sheet = make(np.stack(rows).reshape(-1, 3), grid_faces(3, 120, wraps=True), colour="#e8c56a", gloss=0.7)
    return both_sides(sheet.finished(metal=0.85))


# -- biscuits and bread ------------------------------------------------------------------------------------------


@draws("cookie")
def cookie(look: Look) -> Model:
    """Chocolate chip cookies: two stacked, one leaning."""
    pile = [_biscuit(look, k).turned(yaw=50 * k).moved(-0.026 + 0.004 * k, 0.0125 * k, -0.014)
        for k in range(2)]  # fmt: skip
    front = _biscuit(look, 2).turned(pitch=58).turned(yaw=-10).moved(0.024, 0.0335, 0.022)
    if is_held(look):
        return food(_biscuit(look, 2).turned(pitch=80), look)
    return food(join(*pile, front.moved(y=-float(front.low[1]))), look)


def _biscuit(look: Look, number: int) -> Mesh:
    rng = look.rng("biscuit", number)
    disc = lathe(smooth([(0, 0), (0.030, 0), (0.036, 0.003), (0.0355, 0.008), (0.030, 0.0115),
        (0.016, 0.0130), (0, 0.0130)], closed=False, steps=7), "#d9a056", 0.18, steps=96,
        crease=180)  # fmt: skip
    disc = lumpy(wandering(disc, rng, 0.05), 0.0014, 0.010, rng, 3)
    patch = noise3(disc.vertices, 0.012, rng, 3)
    rim = smoothstep(0.024, 0.036, np.hypot(disc.vertices[:, 0], disc.vertices[:, 2]))
    disc = disc.painted(over(blend("#edc583", "#cf9248", patch), "#a9692a", rim * F(0.6)))
    points, normals = spots(disc, 15, 0.0095, rng, (disc.normals[:, 1] > 0.6) & (disc.vertices[:, 1] > 0.007))
    chips = [lumpy(ball((0.0046, 0.0034, 0.0042), colour=CHOCOLATE, gloss=0.6, steps=9), 0.0005, 0.003, rng)
        for _ in range(3)]  # fmt: skip
    return join(disc, planted(chips, points, normals, rng, sink=0.0006, sizes=(0.7, 1.25)))


@draws("bread", yaw=-34)
def bread(look: Look) -> Model:
    """A tin loaf, two slices cut from it."""
    rng = look.rng("bread")
    outline = smooth([(-0.050, 0.0), (-0.048, 0.060), (-0.056, 0.080), (-0.046, 0.100), (-0.020, 0.108),
        (0.020, 0.108), (0.046, 0.100), (0.056, 0.080), (0.048, 0.060), (0.050, 0.0), (0.0, -0.001)],
        steps=7)  # fmt: skip
    centred = outline - np.array([0, 0.052])
    loaf = _sliced(centred, 0.120, rng, look).moved(0, 0.052, -0.062)
    first = _sliced(centred, 0.014, rng, look).moved(0, 0.052, 0.012).turned(pitch=8).moved(0, 0, 0.070)
    second = _sliced(centred, 0.014, rng, look).turned(pitch=-62).moved(0.010, 0.0, 0.150)
    mesh = join(loaf, first.moved(y=-float(first.low[1])), second.moved(y=-float(second.low[1])))
    if is_held(look):
        return food(first, look)
    return food(mesh.moved(z=-0.03), look)


def _sliced(outline: Array, deep: float, rng: np.random.Generator, look: Look) -> Mesh:
    """A loaf or a slice of it, its cut face to the viewer, centred on the outline's middle."""
    crumb, crust = look.tint("#f4e0b0"), "#b8722c"
    face, share = cushion(outline, 0.002, rings=24, soft=0.02, gloss=0.1)
    pores = noise3(face.vertices, 0.0045, rng, 2)
    tone = over(blend(mix(crumb, "#d9b070", 0.25), crumb, smoothstep(0.3, 0.6, pores)), "#d8a860",
        smoothstep(0.36, 0.22, pores) * F(0.7))  # fmt: skip
    face = raised(face.painted(over(tone, crust, smoothstep(0.955, 0.985, share))),
        -smoothstep(0.36, 0.22, pores) * F(0.0009) * (share < 0.95))  # fmt: skip
    front = face.turned(pitch=90).moved(z=deep / 2 - 0.002)
    n = len(outline)
    z = np.linspace(-deep / 2, deep / 2 - 0.0012, max(3, int(deep / 0.006)))
    rim = np.stack([np.tile(outline[:, 0], len(z)), np.tile(outline[:, 1], len(z)), np.repeat(z, n)], -1)
    side = make(rim, grid_faces(len(z), n, wraps=True)[:, ::1], gloss=0.3)
    if float((side.normals[:, :2] * side.vertices[:, :2]).sum()) < 0:
        side = replace(side, faces=np.ascontiguousarray(side.faces[:, ::-1]), normals=-side.normals)
    side = lumpy(side, 0.0008, 0.014, rng)
    patch = noise3(side.vertices, 0.03, rng, 3)
    high = smoothstep(-0.02, 0.055, side.vertices[:, 1])
    side = side.painted(over(blend("#e5b468", "#c98438", patch), "#8f4f1a",
        np.clip(high * (F(0.5) + F(0.6) * patch), 0, 1)))  # fmt: skip
    back = face.turned(pitch=90).scaled(1, 1, -1).moved(z=-deep / 2 + 0.002)
    return join(front, side, back)


@draws("croissant", yaw=8)
def croissant(look: Look) -> Model:
    """A croissant, its layers rolled into a crescent."""
    rng = look.rng("croissant")
    count = 150
    t = np.linspace(-1, 1, count)
    a = t * 1.18
    path = np.stack([0.082 * np.sin(a), np.full(count, 0.031), 0.062 * np.cos(a) - 0.020], -1)
    path[:, 2] = 0.062 - (0.062 * np.cos(a)) - 0.022
    step = (np.abs(t) * 4.2 + 0.5) % 1
    fat = 0.034 * (1 - np.abs(t) ** 1.7) ** 0.62 + 0.0045
    fat *= 1 + 0.10 * (1 - step) * (np.abs(t) < 0.96)
    path[:, 1] = np.maximum(fat * 0.92, 0.010)
    body = tube(path, fat.tolist(), "#d9923a", 0.42, steps=32)
    v = body.vertices
    which = np.clip((np.argmin(((v[:, None, ::2] - path[None, :, ::2].astype(F)) ** 2).sum(-1), axis=1)), 0,
        count - 1)  # fmt: skip
    layer = step[which].astype(F)
    fine = np.sin(np.arctan2(v[:, 1] - path[which, 1], v[:, 2] - path[which, 2]) * 7 + t[which]
        * 46).astype(F)  # fmt: skip
    body = raised(body, (noise3(v, 0.008, rng, 2) - F(0.5)) * F(0.0012) + fine * F(0.0003))
    body = replace(body, normals=smooth_normals(body))
    bake = noise3(v, 0.022, rng, 2)
    high = smoothstep(0.0, 0.055, v[:, 1])
    colours = blend("#f2c878", "#d58a34", smoothstep(0.1, 0.7, high * F(0.7) + bake * F(0.4)))
    colours = over(colours, "#9a4c14", smoothstep(0.30, 0.0, layer) * high * F(0.75))
    colours = over(colours, "#fbdf9f", smoothstep(0.80, 1.0, layer) * F(0.55))
    return food(body.painted(over(colours, "#b8671f", smoothstep(0.4, 1.0, fine) * F(0.2))), look)


@draws("egg")
def egg(look: Look) -> Model:
    """An egg in an egg cup; a bare egg for who holds it."""
    shell = look.tint("#eec39a")
    body = lathe(smooth([(0, 0), (0.010, 0.001), (0.0195, 0.010), (0.0222, 0.024), (0.0185, 0.042),
        (0.0095, 0.054), (0, 0.0575)], closed=False, steps=8), shell, 0.38, steps=64, crease=180)  # fmt: skip
    freckle = noise3(body.vertices, 0.0030, look.rng("shell"), 1)
    body = body.painted(over(body.colours, mix(shell, "#8a4a1c", 0.5),
        smoothstep(0.82, 0.92, freckle) * F(0.6)))  # fmt: skip
    if is_held(look):
        return food(body, look)
    cup = lathe(smooth([(0, 0), (0.019, 0), (0.020, 0.002), (0.008, 0.010), (0.007, 0.016), (0.018, 0.026),
        (0.0235, 0.040), (0.0245, 0.043), (0.0225, 0.0435), (0.0205, 0.036)], closed=False, steps=5),
        "#5fb0c8", 0.66, steps=56, crease=75)  # fmt: skip
    return food(join(cup, body.moved(y=0.019)), look)
