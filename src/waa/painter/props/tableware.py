"""Cups, bowls, plates, glasses and what else food is served in; the drink in them, too."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend
from waa.painter.props.garnish import both_sides
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, grid_faces, join, lathe, make, torus, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import raised

PORCELAIN = (1.05, 1.03, 0.985)  # a little brighter than white: upright walls get less of the light
DISH = "#f1ece2"  # plates lie open to the sky and get all of it
GLAZE = 0.66  # gloss of glazed ware
BAMBOO = "#d8b06a"
STEEL = "#cfd3d8"

Profile = Sequence[tuple[float, float]]


def spun(profile: Profile, colour: Colour = PORCELAIN, gloss: float = GLAZE, *, steps: int = 64) -> Mesh:
    """A lathe whose profile [(radius, y), …] is a soft curve through the points."""
    return lathe(smooth(profile, closed=False, steps=5), colour, gloss, steps=steps, crease=75)


def ringed(mesh: Mesh, colour: Colour, *bands: tuple[float, float], inside: bool = False) -> Mesh:
    """Painted lines round a vessel: `bands` are (from, to) in y, or in radius for a dish seen from above."""

    def paint(vertices: Array, normals: Array, colours: Array) -> Array:
        radius = np.hypot(vertices[:, 0], vertices[:, 2])
        along = radius if inside else vertices[:, 1]
        outward = (normals[:, 0] * vertices[:, 0] + normals[:, 2] * vertices[:, 2]) / (radius + F(1e-6))
        shows = normals[:, 1] > 0.2 if inside else outward > 0.2
        painted = colours.copy()
        for low, high in bands:
            painted[(along >= low) & (along <= high) & shows] = rgb(colour)
        return painted

    return mesh.painted(paint)


def banded(profile: ArrayLike, *edges: float) -> Array:
    """The profile with extra points where a painted line begins and ends (in y), so that its edges are sharp."""
    points = np.asarray(profile, float)
    extra = []
    for edge in edges:
        for y in (edge - 1e-5, edge + 1e-5):
            i = int(np.nonzero(points[:, 1] >= y)[0][0])
            t = (y - points[i - 1, 1]) / (points[i, 1] - points[i - 1, 1])
            extra.append((i, points[i - 1] + t * (points[i] - points[i - 1])))
    for i, point in sorted(extra, key=lambda e: (-e[0], -e[1][1])):
        points = np.insert(points, i, point, axis=0)
    return points


def drink(radius: float, y: float, colour: Colour, *, rim: Colour | None = None, gloss: float = 0.75) -> Mesh:
    """The surface of a drink, a little paler where it meets the wall and climbs it."""
    edge = mix(colour, "#fff1dc", 0.35) if rim is None else rgb(rim)
    r = np.array([1.0, 0.97, 0.93, 0.86, 0.7, 0.45, 0.2, 0.0]) * radius
    level = y + 0.02 * radius * np.array([1.0, 0.4, 0.1, 0, 0, 0, 0, 0])
    surface = lathe(np.column_stack([r, level]), colour, gloss, crease=180)

    def paint(vertices: Array, normals: Array, colours: Array) -> Array:
        share = np.hypot(vertices[:, 0], vertices[:, 2]) / F(radius)
        pale = smoothstep(0.84, 0.97, share)[:, None]
        deep = smoothstep(0.75, 0.0, share)[:, None] * F(0.12)
        return (colours * (1 - deep)) * (1 - pale) + edge * pale

    return surface.painted(paint)


def saucer(radius: float = 0.075, colour: Colour = DISH, line: Colour | None = None) -> Mesh:
    """A saucer, 2 cm deep, with an optional line round its rim."""
    r = radius
    under = [(0, 0.004), (0.45 * r, 0.004), (0.48 * r, 0), (0.54 * r, 0), (0.57 * r, 0.005),
        (0.93 * r, 0.016)]  # fmt: skip
    over = [(r, 0.0195), (0.985 * r, 0.0215), (0.945 * r, 0.0205), (0.885 * r, 0.0185), (0.60 * r, 0.0095),
            (0.42 * r, 0.0085), (0.36 * r, 0.007), (0, 0.007)]  # fmt: skip
    mesh = spun([*under, *over], colour)
    return mesh if line is None else ringed(mesh, line, (0.84 * r, 0.925 * r), inside=True)


def dish(radius: float, height: float = 0.02, colour: Colour = DISH, *, line: Colour | None = None) -> Mesh:
    """A plate with a flat middle and a raised rim."""
    r, h = radius, height
    under = [(0, 0.003), (0.58 * r, 0.003), (0.60 * r, 0), (0.65 * r, 0), (0.68 * r, 0.004),
        (0.95 * r, 0.86 * h)]  # fmt: skip
    over = [(r, 0.97 * h), (0.985 * r, 1.04 * h), (0.95 * r, h), (0.88 * r, 0.86 * h), (0.72 * r, 0.5 * h),
            (0.66 * r, 0.34 * h), (0.60 * r, 0.30 * h), (0, 0.30 * h)]  # fmt: skip
    mesh = spun([*under, *over], colour)
    return mesh if line is None else ringed(mesh, line, (0.90 * r, 0.96 * r), inside=True)


def deep_bowl(radius: float, height: float, colour: Colour = PORCELAIN, *, inner: Colour | None = None,
              line: Colour | None = None, wall: float = 0.004) -> Mesh:  # fmt: skip
    """A bowl on a foot ring. `line` is painted under its rim."""
    r, h, w = radius, height, wall
    outer = [(0, 0.06 * h), (0.36 * r, 0.06 * h), (0.38 * r, 0), (0.44 * r, 0), (0.46 * r, 0.09 * h),
        (0.66 * r, 0.22 * h), (0.86 * r, 0.52 * h), (0.96 * r, 0.82 * h)]  # fmt: skip
    body = spun([*outer, (r - w * 0.2, 0.97 * h), (r, h)], colour)
    lip = [(r, h), (r - 0.25 * w, h + 0.45 * w), (r - 0.75 * w, h + 0.45 * w), (r - w, h)]
    hollow = [(r - w, h), (0.96 * r - w, 0.82 * h), (0.85 * r - w, 0.54 * h), (0.62 * r - w, 0.26 * h),
              (0.3 * r, 0.14 * h), (0, 0.12 * h)]  # fmt: skip
    if line is not None:
        body = lathe(banded(smooth([*outer, (r, h)], closed=False, steps=5), 0.80 * h, 0.90 * h), colour,
            GLAZE, steps=64, crease=75)  # fmt: skip
        body = ringed(body, line, (0.80 * h, 0.90 * h))
    return join(body, spun(lip, colour), spun(hollow, inner if inner is not None else colour))


def handle(x: float, low: float, high: float, reach: float, thick: float, colour: Colour = PORCELAIN) -> Mesh:
    """An ear on the right of a cup, from y `low` to `high` on a wall at `x`."""
    h = high - low
    path = bezier((x - 0.002, high - 0.1 * h, 0), (x + 1.35 * reach, high + 0.12 * h, 0),
        (x + 1.25 * reach, low - 0.2 * h, 0), (x - 0.004, low, 0), 18)  # fmt: skip
    radii = thick * (1 + 0.35 * np.cos(np.linspace(0, 2 * math.pi, 18)))
    return tube(path, radii.tolist(), colour, GLAZE, steps=16).scaled(1, 1, 1.25)


def spoon(length: float = 0.12, colour: Colour = STEEL) -> Mesh:
    """A teaspoon lying along x, its bowl at the left."""
    shaft = bezier((-0.28 * length, 0.004, 0), (-0.1 * length, 0.012, 0), (0.2 * length, 0.006, 0),
        (0.5 * length, 0.008, 0), 12)  # fmt: skip
    radii = np.linspace(0.0016, 0.0032, 12).tolist()
    bowl = lathe([(0.0, 0), (0.004, 0.0006), (0.0085, 0.004), (0.010, 0.0062), (0.0092, 0.0064),
        (0.007, 0.0042), (0, 0.0026)], colour, 0.7, steps=28)  # fmt: skip
    bowl = bowl.scaled(1.55, 1, 1).moved(-0.37 * length, 0, 0)
    return join(bowl, tube(shaft, radii, colour, 0.7, steps=8).scaled(1, 0.8, 1.6)).finished(metal=0.9)


def tumbler(low: float, radius: float, height: float, level: float, colour: Colour, *, deep: float = 0.55,
            wall: float = 0.0025, base: float = 0.008) -> tuple[Mesh, Mesh]:  # fmt: skip
    """(what is opaque, the glass) of a drinking glass.

    `low` and `radius` are its radii below and above, `level` the y of the drink, `deep` how much the drink covers
    what is in it.
    """

    def at(y: float) -> float:
        return low + (radius - low) * y / height

    ys = np.array([0.0, 0.002, base, base + 1e-4, *np.linspace(base + 0.004, level, 10), level + 1e-4,
        level + 0.004, height])  # fmt: skip
    r = np.array([at(y) for y in ys])
    r[0] -= 0.002
    outer = np.column_stack([r, ys])
    lip = [(radius - 0.0008, height + 0.0012), (radius - wall, height)]
    glass = lathe([*outer, *lip], "#eaf6f4", 0.9, steps=56, crease=180)
    wet = (glass.vertices[:, 1] > base) & (glass.vertices[:, 1] <= level + 5e-5)
    surface = glass.surface.copy()
    surface[wet, 1] = deep
    tinted = glass.painted(lambda v, n, c: np.where(wet[:, None], rgb(colour), c))
    glass = Mesh(tinted.vertices, tinted.faces, tinted.normals, tinted.colours, surface)
    # The far wall of the drink, seen from inside, so that it has a body; darker towards the bottom.
    back = np.linspace(level, base, 8)
    far = lathe([*((at(y) - wall, y) for y in back), (0, base)], colour, 0.2, steps=48, crease=180)

    def body(vertices: Array, normals: Array, colours: Array) -> Array:
        lower = smoothstep(level, base, vertices[:, 1])[:, None]
        return mix(colour, "#fff3d8", 0.30) * (1 - lower) + mix(colour, "#000000", 0.12) * lower

    return join(far.painted(body).finished(glow=0.55), drink(at(level) - wall, level, colour)), glass


# -- by name -------------------------------------------------------------------------------------------------


@draws("cup", yaw=-20)
def cup(look: Look) -> Model:
    """A mug, 9 cm tall, with its handle to the right."""
    glaze = look.tint(PORCELAIN)
    outer = [(0, 0.003), (0.026, 0.003), (0.028, 0), (0.0325, 0), (0.0365, 0.005), (0.0395, 0.030),
        (0.0415, 0.085)]  # fmt: skip
    lip = [(0.0415, 0.085), (0.0417, 0.0885), (0.0405, 0.0905), (0.0390, 0.0895), (0.0380, 0.085)]
    hollow = [(0.0380, 0.085), (0.0365, 0.040), (0.0330, 0.012), (0.026, 0.008), (0, 0.008)]
    body = join(spun(outer, glaze), spun(lip, glaze), spun(hollow, mix(glaze, PORCELAIN, 0.75)))
    return Model(
        mesh=join(body, handle(0.0400, 0.026, 0.070, 0.027, 0.0056, glaze)),
        anchors={"grip": Anchor(at=(0.0, 0.045, 0.0)), "inside": Anchor(at=(0, 0.05, 0), size=0.06)},
    )


@draws("bowl")
def bowl(look: Look) -> Model:
    """A rice bowl, 13 cm across, with a blue line."""
    glaze = look.tint(PORCELAIN)
    line = None if look.colour else rgb("#2f62b8")
    mesh = deep_bowl(0.065, 0.06, glaze, inner=mix(glaze, PORCELAIN, 0.8), line=line)
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.03, 0)),
        "inside": Anchor(at=(0, 0.042, 0), size=0.10)})  # fmt: skip


@draws("plate")
def plate(look: Look) -> Model:
    """A dinner plate, 25 cm across."""
    glaze = look.tint(DISH)
    mesh = dish(0.125, 0.022, glaze, line=None if look.colour else rgb("#3d8a6d"))
    return Model(mesh=mesh, anchors={"top": Anchor(at=(0, 0.007, 0), size=0.15),
        "grip": Anchor(at=(0, 0.01, 0))})  # fmt: skip


@draws("teapot", yaw=-14)
def teapot(look: Look) -> Model:
    """A round teapot of red clay, its lid and a small cup of tea."""
    clay = look.tint("#9c4a32")
    gloss = 0.46 if look.colour is None else GLAZE
    body = spun([(0, 0.004), (0.030, 0.004), (0.032, 0), (0.036, 0), (0.044, 0.008), (0.058, 0.030),
        (0.060, 0.050), (0.050, 0.072), (0.034, 0.082), (0.032, 0.085), (0.029, 0.085)], clay,
        gloss)  # fmt: skip
    lid = spun([(0.0335, 0.0835), (0.0330, 0.0870), (0.024, 0.0935), (0.010, 0.0965), (0.005, 0.0985),
        (0.0045, 0.1010), (0.009, 0.1050), (0.0085, 0.1100), (0, 0.1120)], clay, gloss)  # fmt: skip
    spout = tube(bezier((-0.046, 0.032, 0), (-0.078, 0.034, 0), (-0.074, 0.070, 0), (-0.098, 0.086, 0), 18),
        np.linspace(0.0145, 0.0066, 18).tolist(), clay, gloss, steps=18)  # fmt: skip
    mouth = lathe([(0.0046, 0), (0, 0)], "#3a1a12", 0.1, steps=14).turned(roll=48).moved(-0.1030, 0.0905, 0)
    ear = tube(bezier((0.050, 0.070, 0), (0.104, 0.092, 0), (0.108, 0.026, 0), (0.054, 0.026, 0), 20), 0.0062,
        clay, gloss, steps=14)  # fmt: skip
    mesh = join(body, lid, spout, mouth, ear)
    anchors = {"grip": Anchor(at=(0, 0.05, 0)), "top": Anchor(at=(0, 0.11, 0), size=0.05),
        "steam": Anchor(at=(-0.1, 0.095, 0), size=0.03)}  # fmt: skip
    if look.pose == "hold":
        return Model(mesh=mesh, anchors=anchors)
    cup = deep_bowl(0.028, 0.030, mix(clay, PORCELAIN, 0.15), inner=PORCELAIN, wall=0.0025)
    tea = drink(0.0235, 0.0245, "#c47a2a", gloss=0.85).finished(glow=0.2)
    return Model(mesh=join(mesh.moved(x=0.012), join(cup, tea).moved(-0.066, 0, 0.066)), anchors=anchors)


@draws("bottle")
def bottle(look: Look) -> Model:
    """A bottle of green glass with its cork and a paper label."""
    tint = look.tint("#2f8a5c")
    outline = smooth([(0, 0.004), (0.030, 0.002), (0.0345, 0.006), (0.0355, 0.020), (0.0355, 0.046),
        (0.0355, 0.102), (0.0355, 0.120), (0.033, 0.140), (0.020, 0.164), (0.0135, 0.184), (0.0128, 0.222),
        (0.0150, 0.226), (0.0152, 0.234), (0.0128, 0.237)], closed=False, steps=6)  # fmt: skip
    glass = lathe(outline, tint, 0.9, steps=56, crease=180).finished(glow=0.52)
    y = glass.vertices[glass.faces, 1]
    glass = glass.kept(
        ((y < 0.0465) | (y > 0.1015)).any(1)
    )  # glass lies over everything: none before the label
    far = lathe(outline[::-1] * np.array([0.94, 1.0]), mix(tint, "#0a2418", 0.25), 0.3, steps=48,
        crease=180).finished(glow=0.25)  # fmt: skip
    label = lathe([(0.0362, 0.046), (0.0364, 0.048), (0.0364, 0.100), (0.0362, 0.102)], (1.04, 1.0, 0.90),
        0.34, steps=56)  # fmt: skip
    y = label.vertices[:, 1]
    rule = (np.abs(y - 0.052) < 0.0022) | (np.abs(y - 0.096) < 0.0022)
    cork = lathe([(0.0118, 0.222), (0.0120, 0.246), (0.0105, 0.249), (0, 0.249)], "#c99a62", 0.15, steps=28)
    return Model(
        mesh=join(far, label.painted(np.where(rule[:, None], rgb("#b8342b"), label.colours)), cork),
        glass=glass,
        anchors={"grip": Anchor(at=(0, 0.10, 0)), "top": Anchor(at=(0, 0.249, 0), size=0.02)},
    )


@draws("basket", yaw=-12)
def basket(look: Look) -> Model:
    """A wicker basket with a handle, a checked cloth in it."""
    wicker = look.tint("#c08a4a")
    low, high, tall = 0.110, 0.140, 0.120
    ys = np.linspace(0, tall, 34)
    wall = lathe([(0, 0.002), (low - 0.004, 0), *zip(low + (high - low) * (ys / tall) ** 0.8, ys,
        strict=True), (high - 0.010, tall - 0.004), (low, 0.03)], wicker, 0.28, steps=132,
        crease=75)  # fmt: skip
    v = wall.vertices
    turn, row = np.arctan2(v[:, 0], v[:, 2]) / (2 * math.pi) * 22, v[:, 1] / 0.0135
    weave = np.cos((turn + 0.5 * (np.floor(row) % 2)) * 2 * math.pi) * np.abs(np.sin(row * math.pi)) ** 0.6
    wall = raised(wall, weave * F(0.0032))
    wall = wall.painted(blend(mix(wicker, "#3a200c", 0.55), mix(wicker, "#ffe2a8", 0.35),
        smoothstep(-0.9, 0.9, weave)))  # fmt: skip
    rims = [braid(high + 0.001, 0.0075, tall, wicker), braid(low + 0.002, 0.006, 0.006, wicker)]
    arch = np.linspace(0, math.pi, 40)
    grip = tube(np.stack([(high - 0.004) * np.cos(arch), tall - 0.01 + 0.150 * np.sin(arch), np.zeros(40)],
        -1), 0.0082, wicker, 0.28, steps=14)  # fmt: skip
    twist = np.sin(np.arctan2(grip.vertices[:, 1] - tall, grip.vertices[:, 0]) * 46
        + np.arctan2(grip.vertices[:, 2], 0.004))  # fmt: skip
    grip = raised(grip, (twist * F(0.0014)).astype(F)).painted(blend(mix(wicker, "#3a200c", 0.5),
        mix(wicker, "#ffe2a8", 0.3), smoothstep(-0.8, 0.8, twist)))  # fmt: skip
    return Model(mesh=join(wall, *rims, grip, _cloth(high - 0.006, tall)),
        anchors={"grip": Anchor(at=(0, tall + 0.138, 0)), "inside": Anchor(at=(0, tall * 0.95, 0), size=0.2),
        "top": Anchor(at=(0, tall, 0), size=0.2)}, )  # fmt: skip


def braid(radius: float, thick: float, y: float, colour: Colour) -> Mesh:
    """A twisted rim."""
    ring = torus(radius, thick, colour, 0.28, steps=120).moved(y=y)
    turn = np.arctan2(ring.vertices[:, 0], ring.vertices[:, 2])
    over_under = np.sin(turn * 34 + np.arctan2(ring.vertices[:, 1] - y,
        np.hypot(ring.vertices[:, 0], ring.vertices[:, 2]) - radius))  # fmt: skip
    ring = raised(ring, (over_under * F(0.18 * thick)).astype(F))
    return ring.painted(blend(mix(colour, "#3a200c", 0.5), mix(colour, "#ffe2a8", 0.3),
        smoothstep(-0.8, 0.8, over_under)))  # fmt: skip


def _cloth(radius: float, y: float) -> Mesh:
    """A red and white cloth that lines the basket and hangs over its rim in folds."""
    a, r = np.meshgrid(np.linspace(0, 2 * math.pi, 120, endpoint=False), np.linspace(0, 1.22, 26))
    fold = np.sin(a * 9 + 1.4 * np.sin(a * 2))
    inside = np.clip(r, 0, 1)
    reach = radius * (inside + 0.10 * np.clip(r - 1, 0, None) / 0.22) * (1 + 0.018 * fold * smoothstep(0.6,
        1.2, r))  # fmt: skip
    high = y + 0.008 - 0.034 * (1 - smoothstep(0.35, 1.0, inside)) - 0.046 * smoothstep(1.0, 1.22,
        r) * (0.75 + 0.25 * np.cos(a * 4)) + 0.003 * fold * smoothstep(0.6, 1, r)  # fmt: skip
    vertices = np.stack([reach * np.sin(a), high, reach * np.cos(a)], -1).reshape(-1, 3)
    sheet = make(vertices, grid_faces(26, 120, wraps=True), gloss=0.1)
    if sheet.normals[:26, 1].mean() < 0:
        sheet = replace(sheet, faces=np.ascontiguousarray(sheet.faces[:, ::-1]), normals=-sheet.normals)
    x, z = (r * np.sin(a)).ravel(), (r * np.cos(a)).ravel()
    checks = (np.floor(x * 5.5) % 2 + np.floor(z * 5.5) % 2) / 2
    return both_sides(sheet.painted(blend((1.04, 1.0, 0.95), "#d8342e", checks.astype(F))))
