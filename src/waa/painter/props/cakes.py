"""Cakes: a slice, a birthday, a cupcake."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, lumpy, over
from waa.painter.props.fruit import strawberry_mesh
from waa.painter.props.garnish import CREAM, grain, planted, rosette, spots, swirl
from waa.painter.props.serving import food, is_held
from waa.painter.props.tableware import DISH, dish
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Lamp, Model
from waa.painter.solid.relief import noise3, smooth_normals

CHOCOLATE = "#4a2415"

SPRINKLES = ("#ffd23c", "#4ab8e8", "#fff6ea", "#7fd36a", "#f2693c", "#e86aa8")


@draws("cake", yaw=26)
def cake(look: Look) -> Model:
    """A slice of strawberry cream cake on its plate."""
    rng = look.rng("cake")
    sponge, cream = look.tint("#fbe09a"), rgb(CREAM)
    if look.colour in ("brown", "black"):
        sponge, cream = rgb("#6a3a20"), rgb("#8a5230")
    half, radius = math.radians(24), 0.105
    layers, y = [], 0.0
    for k, (thick, colour, rough) in enumerate(((0.019, sponge, 0.0008), (0.008, cream, 0.0003),
        (0.019, sponge, 0.0008), (0.009, cream, 0.0004))):  # fmt: skip
        layer = _wedge(radius + (0.0015 if k % 2 else 0), half, thick, colour, 0.12 if k % 2 == 0 else 0.4)
        holes = noise3(layer.vertices, 0.0026, look.rng("crumb", k), 1)
        tone = over(layer.colours, mix(colour, "#8a4a10", 0.45), smoothstep(0.36, 0.18, holes) * F(0.55
            if k % 2 == 0 else 0.0))  # fmt: skip
        layers.append(lumpy(layer.painted(tone), rough, 0.006, rng).moved(y=y))
        y += thick
    back = _frosted_back(radius, half, y, cream)
    berries = [_half_berry().turned(yaw=side).moved(x, 0.0232, z) for x, z, side in _along_cuts(radius, half)]
    top = [rosette(0.013, 0.017, cream).moved(0, y, 0.056), rosette(0.011, 0.015, cream).moved(-0.018, y,
        0.028), rosette(0.011, 0.015, cream).moved(0.018, y, 0.028)]  # fmt: skip
    fruit = strawberry_mesh(size=0.036, fine=False).turned(roll=12, pitch=10).moved(0.002, y + 0.004, 0.030)
    slice_ = join(*layers, back, *berries, *top, fruit).moved(z=-0.055)
    return food(slice_, look, under=dish(0.092, 0.014, line="#e79ab0"), raise_by=0.0048)


def _wedge(radius: float, half: float, thick: float, colour: Colour, gloss: float) -> Mesh:
    """A layer of a slice: its point towards the viewer (+z is the point's side), fine enough for crumbs."""
    columns, rows = 26, 6
    t, h = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, thick, rows))
    sides = []
    for sign in (-1, 1):
        x, z = sign * np.sin(half) * radius * t, 0.115 - np.cos(half) * radius * t
        sheet = make(np.stack([x, h, z], -1).reshape(-1, 3), grid_faces(rows, columns, wraps=False),
            colour=colour, gloss=gloss)  # fmt: skip
        outward = sheet.normals[:, 0].mean() * sign > 0
        sides.append(sheet if outward else replace(sheet, faces=np.ascontiguousarray(sheet.faces[:, ::-1]),
            normals=-sheet.normals))  # fmt: skip
    r, a = np.meshgrid(np.linspace(0, 1, 14), np.linspace(-half, half, 13), indexing="ij")
    flat = np.stack([r * np.sin(a) * radius, np.full_like(r, thick), 0.115 - r * np.cos(a) * radius],
        -1).reshape(-1, 3)  # fmt: skip
    top = make(flat, grid_faces(14, 13, wraps=False), colour=colour, gloss=gloss)
    top = top if top.normals[:, 1].mean() > 0 else replace(top,
        faces=np.ascontiguousarray(top.faces[:, ::-1]), normals=-top.normals)  # fmt: skip
    return join(*sides, top)


def _frosted_back(radius: float, half: float, tall: float, cream: Colour) -> Mesh:
    a, h = np.meshgrid(np.linspace(-half, half, 20), np.linspace(0, tall, 8))
    reach = radius + 0.003 + 0.0015 * np.sin(h * 400)
    sheet = make(np.stack([np.sin(a) * reach, h, 0.115 - np.cos(a) * reach], -1).reshape(-1, 3),
        grid_faces(8, 20, wraps=False), colour=cream, gloss=0.4)  # fmt: skip
    return sheet if sheet.normals[:, 2].mean() < 0 else replace(sheet,
        faces=np.ascontiguousarray(sheet.faces[:, ::-1]), normals=-sheet.normals)  # fmt: skip


def _along_cuts(radius: float, half: float) -> list[tuple[float, float, float]]:
    """(x, z, yaw) of the strawberry halves in the cream, on both cuts."""
    return [(s * math.sin(half) * radius * t, 0.115 - math.cos(half) * radius * t,
        s * (90 - math.degrees(half))) for s in (-1, 1) for t in (0.36, 0.56, 0.76)]  # fmt: skip


def _half_berry() -> Mesh:
    """Half a strawberry in the cream, its cut to the viewer."""
    face = ball((0.0085, 0.0062, 0.0016), colour="#e23a42", gloss=0.6, steps=16)
    r = np.hypot(face.vertices[:, 0] / 0.0085, face.vertices[:, 1] / 0.0062)
    return face.painted(blend("#f79a90", "#d4222f", smoothstep(0.05, 0.7, r)))


@draws("birthday_cake")
def birthday_cake(look: Look) -> Model:
    """A birthday cake with dripping icing, strawberries, a plaque that says so, and five lit candles."""
    rng = look.rng("cake")
    base, icing = look.tint("#fbd3dd"), rgb("#fff7ec")
    radius, tall = 0.105, 0.082
    body = lathe([(0, 0), (radius - 0.004, 0), (radius, 0.004), (radius, tall - 0.008),
        (radius - 0.003, tall - 0.002), (radius - 0.010, tall), (0, tall)], base, 0.40, steps=72,
        crease=75)  # fmt: skip
    drip = _dripping(radius, tall, icing, rng)
    pearls = [ball(0.0062, ((radius + 0.002) * math.sin(a), 0.006, (radius + 0.002) * math.cos(a)), icing,
        0.5, steps=6) for a in np.linspace(0, 2 * math.pi, 40, endpoint=False)]  # fmt: skip
    ring = [rosette(0.0155, 0.020, icing if k % 2 else mix(base, "#ffffff", 0.2)).moved(0.083 * math.sin(a),
        tall + 0.003, 0.083 * math.cos(a)) for k, a in enumerate(np.linspace(0, 2 * math.pi, 13,
        endpoint=False))]  # fmt: skip
    fruit = [strawberry_mesh(size=0.034, crown=False, fine=False).turned(roll=180).moved(0, 0.033,
        0).turned(yaw=40 * k).moved(x, tall + 0.003, z) for k, (x,
        z) in enumerate(((-0.046, 0.030), (0.048, 0.026), (0.0, -0.056)))]  # fmt: skip
    plaque = _plaque("生日快樂" if "english" not in look.traits else "Happy Birthday").turned(pitch=-22).moved(0,
        tall + 0.006, 0.052)  # fmt: skip
    candles, lamps = [], []
    for k, (x, z) in enumerate(((-0.052, -0.012), (-0.026, -0.034), (0.004, -0.014), (0.030, -0.034),
        (0.054, -0.010))):  # fmt: skip
        stick, at = _candle(SPRINKLES[(k * 2) % 6], 0.060)
        candles.append(stick.moved(x, tall + 0.002, z))
        lamps.append(Lamp(at=(x, tall + 0.002 + at, z), radius=0.075, colour="#ffc766", strength=0.75))
    stand = lathe(smooth([(0, 0), (0.062, 0), (0.064, 0.004), (0.024, 0.016), (0.018, 0.034), (0.030, 0.050),
        (0.120, 0.056), (0.128, 0.060), (0.128, 0.064), (0.122, 0.065), (0, 0.063)], closed=False, steps=4),
        DISH, 0.66, steps=56, crease=75)  # fmt: skip
    mesh = join(body, drip, *pearls, *ring, *fruit, plaque, *candles)
    if is_held(look):
        plate = cylinder(0.122, 0.005, DISH, 0.6)
        return Model(mesh=join(plate, mesh.moved(y=0.005)), lamps=tuple(replace(lamp,
            at=(lamp.at[0], lamp.at[1] + 0.005, lamp.at[2])) for lamp in lamps),
            anchors={"grip": Anchor(at=(0, 0.02, 0.05))})  # fmt: skip
    raised_lamps = tuple(replace(lamp, at=(lamp.at[0], lamp.at[1] + 0.063, lamp.at[2])) for lamp in lamps)
    return Model(mesh=join(stand, mesh.moved(y=0.063)), lamps=raised_lamps,
        anchors={"grip": Anchor(at=(0, 0.06, 0)), "top": Anchor(at=(0, tall + 0.066, 0),
        size=0.12)})  # fmt: skip


def _dripping(radius: float, tall: float, colour: Colour, rng: np.random.Generator) -> Mesh:
    """Icing over the top that runs down the side in tongues."""
    a = np.linspace(0, 2 * math.pi, 144, endpoint=False)
    tongue = np.clip(np.cos(11 * a + 1.2 * np.sin(2 * a)), -0.25, 1)
    long = 0.012 + 0.013 * (tongue + 0.25) * (1 + 0.5 * np.sin(3 * a + 1))
    t = np.linspace(0, 1, 9)[:, None]
    side_y = tall - long[None] * t
    side_r = radius + 0.0040 * np.sqrt(np.clip(1 - t**4, 0, 1)) * np.ones_like(a)[None] - 0.0005
    over_top = [(radius - 0.006, tall + 0.0034), (radius * 0.7, tall + 0.0036), (0.0, tall + 0.0036)]
    r = np.concatenate([side_r[::-1], *[np.full((1, 144), p[0]) for p in over_top]])
    y = np.concatenate([side_y[::-1], *[np.full((1, 144), p[1]) for p in over_top]])
    vertices = np.stack([r * np.sin(a), y, r * np.cos(a)], -1).reshape(-1, 3)
    return make(vertices, grid_faces(len(r), 144, wraps=True), colour=colour, gloss=0.62)


def _plaque(words: str) -> Mesh:
    """A tablet of chocolate with piped words, standing on y = 0."""
    wide = 0.072
    slab = box(wide, 0.026, 0.005, CHOCOLATE, 0.6, bevel=0.002)
    letters = lettered(words, wide * 0.94, 0.024, "#fff3dc", CHOCOLATE, rows=24, fill=0.86, font="serif-900",
        gloss=0.6, bare=True)  # fmt: skip
    return join(slab, letters.moved(y=0.013, z=0.0027))


def _candle(colour: Colour, tall: float) -> tuple[Mesh, float]:
    """A striped candle with its flame, and how high the flame is."""
    body = lathe([(0.0034, y) for y in np.linspace(0, tall, 24)] + [(0, tall)], colour, 0.45, steps=16,
        crease=60)  # fmt: skip
    v = body.vertices
    stripe = ((v[:, 1] / 0.014 + np.arctan2(v[:, 0], v[:, 2]) / (2 * math.pi)) % 1) < 0.45
    body = body.painted(np.where(stripe[:, None], rgb("#fffaf2"), body.colours))
    wick = cylinder(0.0006, 0.006, "#3a2a22", 0.1, steps=6).moved(y=tall)
    flame = lathe(smooth([(0, 0), (0.0042, 0.004), (0.0046, 0.009), (0.0022, 0.018), (0, 0.025)],
        closed=False, steps=4), "#ffd86a", 0.1, steps=16, crease=180)  # fmt: skip
    flame = flame.painted(blend("#ff9a2a", "#fff0a8", smoothstep(0.0, 0.014,
        flame.vertices[:, 1]))).finished(glow=1.0)  # fmt: skip
    return join(body, wick, flame.moved(y=tall + 0.003)), tall + 0.013


@draws("cupcake")
def cupcake(look: Look) -> Model:
    """A cupcake with a high swirl, sprinkles and a cherry."""
    rng = look.rng("cupcake")
    cream = look.tint("#f7a7c4")
    case = lathe([(0, 0), (0.024, 0), *((0.024 + 0.011 * t, 0.040 * t) for t in np.linspace(0.02, 1, 8)),
        (0.033, 0.0395)], "#7ecbc0", 0.34, steps=144, crease=60)  # fmt: skip
    v = case.vertices
    a = np.arctan2(v[:, 0], v[:, 2])
    flute = np.cos(36 * a)
    grown = (1 + 0.030 * flute * smoothstep(0.0, 0.01, v[:, 1]))[:,
        None] * np.array([1, 0, 1]) + np.array([0, 1, 0])  # fmt: skip
    case = replace(case, vertices=(v * grown).astype(F))
    case = replace(case, normals=smooth_normals(case)).painted(blend("#4fb0a4", "#b9ece2",
        smoothstep(-0.6, 0.8, flute)))  # fmt: skip
    cake_top = lumpy(ball((0.036, 0.014, 0.036), (0, 0.039, 0), "#d9a05a", 0.2, steps=30), 0.0008, 0.006, rng)
    top = swirl(0.036, 0.046, cream, turns=3.1).moved(y=0.042)
    points, normals = spots(top, 40, 0.006, rng, top.normals[:, 1] > -0.1)
    bits = planted([grain(0.0058, 0.0018, c, 0.6) for c in SPRINKLES], points, normals, rng, sink=-0.0004)
    cherry = join(ball(0.0098, (0, 0.096, 0), "#c8142c", 0.85, steps=20),
        tube(bezier((0, 0.104, 0), (0.001, 0.112, 0), (0.006, 0.119, 0), (0.013, 0.123, 0), 6), 0.0009,
        "#5d7a2c", steps=6))  # fmt: skip
    return food(join(case, cake_top, top, bits, cherry), look)
