"""Machines and fittings of the home: refrigerator, washing machine, rice cooker, toilet, mirror, bucket, pillow."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.props.cosmetics import metal
from waa.painter.props.dough import blend
from waa.painter.props.furniture import OAK, wooden
from waa.painter.props.garnish import both_sides
from waa.painter.props.tableware import PORCELAIN
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, torus, tube
from waa.painter.solid.model import Anchor, Model

CHROME = "#d5dae0"


@draws("refrigerator", yaw=-26)
def refrigerator(look: Look) -> Model:
    """A round-shouldered refrigerator with two doors, chrome handles, magnets and a note, 1.7 m."""
    enamel = look.tint("#9fd0c4")
    w, h, d = 0.70, 1.66, 0.64
    body = box(w, h, d, enamel, 0.6, bevel=0.06).moved(y=0.04)
    upper = box(w - 0.02, 0.47, 0.060, enamel, 0.65, bevel=0.028).moved(0, 1.20, d / 2)
    lower = box(w - 0.02, 1.09, 0.060, enamel, 0.65, bevel=0.028).moved(0, 0.09, d / 2)
    handles = []
    for low, high in ((1.26, 1.46), (0.72, 1.10)):
        path = [(-0.27, low, d / 2 + 0.055), (-0.27, low + 0.02, d / 2 + 0.10), (-0.27, high - 0.02,
        d / 2 + 0.10), (-0.27, high,
            d / 2 + 0.055)]  # fmt: skip
        handles.append(metal(tube(smooth(path, closed=False, steps=6), 0.016, steps=14), CHROME))
    badge = metal(box(0.16, 0.020, 0.008, CHROME, 0.7, bevel=0.003).moved(0.16, 1.59, d / 2 + 0.058), CHROME)
    feet = [
        cylinder(0.03, 0.05, "#2c2e34", 0.3, steps=16).moved(sx * 0.27, 0, sz * 0.24)
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    front = d / 2 + 0.062
    note = box(0.11, 0.13, 0.003, "#fff6c8", 0.15).turned(roll=-5).moved(0.12, 0.86, front)
    lines = [
        box(0.075, 0.005, 0.002, "#8fa0b8", 0.1).turned(roll=-5).moved(0.12, 0.89 + 0.026 * k, front + 0.003)
        for k in range(3)
    ]
    magnets = [ball((0.020, 0.020, 0.010), (0.115, 0.985, front + 0.004), "#e0463c", 0.7, steps=14),
        _star(0.028, "#f6c12a").moved(-0.04, 1.36, front), _heart(0.026, "#f2708f").moved(0.20, 1.33, front),
        ball((0.020, 0.014, 0.010), (0.05, 0.74, front), "#4a9ad0", 0.7, steps=14)]  # fmt: skip
    mesh = join(body, upper, lower, *handles, badge, *feet, note, *lines, *magnets)
    return Model(
        mesh=mesh,
        anchors={"top": Anchor(at=(0, 1.70, 0), size=0.6), "inside": Anchor(at=(0, 0.9, 0.2), size=0.5)},
    )


def _star(size: float, colour: Colour) -> Mesh:
    points = [ball((size * 0.42, size * 0.42, size * 0.3), (size * 0.55 * math.sin(a),
        size * 0.55 * math.cos(a), 0), colour, 0.6, steps=10)
        for a in np.arange(5) * 2 * math.pi / 5]  # fmt: skip
    return join(ball((size * 0.6, size * 0.6, size * 0.34), colour=colour, gloss=0.6, steps=12), *points)


def _heart(size: float, colour: Colour) -> Mesh:
    return join(*(ball((size * 0.62, size * 0.62, size * 0.36), (s * size * 0.42, size * 0.30, 0), colour, 0.6,
        steps=14) for s in (-1, 1)),
        *(tube([(s * size * 0.42, size * 0.2, 0), (0, -size * 0.8, 0)], [size * 0.60, size * 0.12], colour,
        0.6, steps=14).scaled(1, 1, 0.58)
        for s in (-1, 1)))  # fmt: skip


@draws("washing_machine", yaw=-24)
def washing_machine(look: Look) -> Model:
    """A front loader with clothes and suds behind its round door, 85 cm."""
    enamel = look.tint("#f4f3ee")
    w, h, d = 0.60, 0.83, 0.58
    body = box(w, h, d, enamel, 0.55, bevel=0.022).moved(y=0.02)
    panel = box(w - 0.02, 0.125, 0.016, mix(enamel, "#3a4a5a", 0.18), 0.5, bevel=0.006).moved(0, 0.70, d / 2)
    drawer = box(0.17, 0.085, 0.012, enamel, 0.5, bevel=0.005).moved(-0.19, 0.72, d / 2 + 0.010)
    dial = metal(cylinder(0.036, 0.030, steps=32).turned(pitch=90).moved(0.02, 0.763, d / 2 + 0.008), CHROME)
    mark = box(0.006, 0.024, 0.006, "#2c2e34").moved(0.02, 0.772, d / 2 + 0.038)
    screen = box(0.115, 0.046, 0.010, "#1f3a4a", 0.8, bevel=0.004).moved(0.185, 0.742, d / 2 + 0.008)
    digits = [
        box(0.012, 0.024, 0.002, "#8ff0ff").finished(glow=0.9).moved(0.155 + 0.020 * k, 0.753, d / 2 + 0.019)
        for k in range(4)
    ]
    cy, cz = 0.385, d / 2 + 0.006
    rim = (
        torus(0.190, 0.028, mix(enamel, "#b9c4cc", 0.6), 0.6, steps=64)
        .turned(pitch=90)
        .moved(0, cy, cz + 0.008)
    )
    chrome = metal(torus(0.166, 0.012, steps=64).turned(pitch=90).moved(0, cy, cz + 0.022), CHROME)
    drum = ball((0.165, 0.165, 0.05), (0, cy, cz - 0.012), "#5f7f94", 0.3, steps=30)
    laundry = [ball((0.058, 0.034, 0.020), (x, cy + y, cz + 0.026), c, 0.15, steps=14).turned(0, 0, 0) for x,
        y, c in ((-0.06, -0.075,
        "#e8607a"), (0.035, -0.095, "#f6c33a"), (0.085, -0.055, "#4fae8a"), (-0.015, -0.050, "#5f8fd8"),
        (-0.095, -0.035, "#f4efe6"),
        (0.05, -0.02, "#e8934a"))]  # fmt: skip
    suds = [ball(0.012 + 0.004 * (k % 3), (0.125 * math.sin(k * 2.4) * 0.9,
        cy + 0.02 + 0.035 * math.cos(k * 1.7), cz + 0.030), "#eefaff", 0.8,
        steps=9).finished(glow=0.2) for k in range(11)]  # fmt: skip
    door = lathe(
        [(0.162, 0), (0.135, 0.026), (0.08, 0.044), (0, 0.050)], "#d9eef6", 0.95, steps=56, crease=180
    ).turned(pitch=90)
    latch = (
        box(0.030, 0.070, 0.026, CHROME, 0.6, bevel=0.008)
        .moved(0.200, cy - 0.035, cz + 0.016)
        .finished(metal=0.8)
    )
    foot = box(w - 0.04, 0.03, d - 0.04, "#2c2e34", 0.2)
    mesh = join(
        body, panel, drawer, dial, mark, screen, *digits, rim, chrome, drum, *laundry, *suds, latch, foot
    )
    return Model(mesh=mesh, glass=door.moved(0, cy, cz + 0.016).finished(glow=0.08),
        anchors={"top": Anchor(at=(0, h + 0.02, 0), size=0.5),
        "inside": Anchor(at=(0, cy - 0.06, cz), size=0.28)})  # fmt: skip


@draws("rice_cooker", yaw=-16)
def rice_cooker(look: Look) -> Model:
    """A round rice cooker with its glass-topped lid, a switch and a lamp, 28 cm."""
    enamel = look.tint("#f2efe6")
    band = mix("#e2503f", enamel, 0.12) if look.colour is None else shift(enamel, 0, 1.05, 0.75)
    body = lathe(smooth([(0, 0.018), (0.120, 0.018), (0.134, 0.030), (0.140, 0.070), (0.140, 0.170), (0.134,
        0.186), (0.126, 0.190)],
        closed=False, steps=5), enamel, 0.6, steps=72, crease=75)  # fmt: skip
    y = body.vertices[:, 1]
    body = body.painted(np.where(((y > 0.045) & (y < 0.066))[:, None], band, body.colours))
    foot = lathe([(0.112, 0), (0.118, 0.018), (0, 0.018)], "#2c2e34", 0.3, steps=56)
    lid = lathe(smooth([(0.132, 0.190), (0.132, 0.196), (0.110, 0.216), (0.060, 0.230), (0, 0.233)],
        closed=False, steps=5), mix(enamel,
        "#ffffff", 0.3), 0.75, steps=72, crease=75)  # fmt: skip
    rim = metal(torus(0.131, 0.0055, steps=64).moved(y=0.190), CHROME)
    knob = join(
        cylinder(0.016, 0.014, "#2c2e34", 0.4, steps=24).moved(y=0.230),
        ball((0.026, 0.012, 0.026), (0, 0.250, 0), "#2c2e34", 0.5),
    )
    ears = [tube(bezier((s * 0.136, 0.150, -0.045), (s * 0.185, 0.155, -0.03), (s * 0.185, 0.155, 0.03),
        (s * 0.136, 0.150, 0.045), 14), 0.011,
        "#2c2e34", 0.4, steps=12) for s in (-1, 1)]  # fmt: skip
    plate = box(0.080, 0.072, 0.012, "#3a3d44", 0.5, bevel=0.006).moved(0, 0.074, 0.137)
    lever = box(0.034, 0.018, 0.016, "#fff6e6", 0.5, bevel=0.005).moved(0, 0.082, 0.146)
    lamps = [ball((0.0055, 0.0055, 0.003), (x, 0.130, 0.149), c, 0.8, steps=10).finished(glow=0.8) for x,
        c in ((-0.016, "#ff8a3c"), (0.016,
        "#6fe08a"))]  # fmt: skip
    return Model(mesh=join(foot, body, lid, rim, knob, *ears, plate, lever, *lamps),
        anchors={"grip": Anchor(at=(0, 0.12, 0)),
        "steam": Anchor(at=(0.03, 0.25, 0), size=0.1), "top": Anchor(at=(0, 0.262, 0), size=0.1)})  # fmt: skip


@draws("toilet", yaw=-28)
def toilet(look: Look) -> Model:
    """A water closet with its lid up and a roll beside it, 75 cm."""
    white = look.tint(PORCELAIN)
    foot = lathe(smooth([(0.115, 0), (0.120, 0.02), (0.092, 0.10), (0.100, 0.20), (0.150, 0.30), (0.185,
        0.375), (0.190, 0.395)], closed=False,
        steps=6), white, 0.75, steps=64, crease=80).scaled(0.95, 1, 1.18).moved(z=0.06)  # fmt: skip
    rim = lathe(smooth([(0.190, 0.395), (0.192, 0.408), (0.170, 0.412), (0.140, 0.404), (0.120, 0.36), (0.06,
        0.30), (0, 0.29)], closed=False,
        steps=6), white, 0.75, steps=64, crease=80).scaled(0.95, 1, 1.18).moved(z=0.06)  # fmt: skip
    water = (
        lathe([(0.085, 0.325), (0, 0.325)], "#a9dcee", 0.9, steps=40, crease=180)
        .scaled(0.95, 1, 1.18)
        .moved(z=0.06)
    )
    seat = (
        torus(0.160, 0.026, shift(white, 0, 1, 0.97), 0.6, steps=56)
        .scaled(0.98, 0.62, 1.22)
        .moved(0, 0.424, 0.06)
    )
    lid = (
        cylinder(0.182, 0.020, white, 0.7, steps=56)
        .scaled(0.98, 1, 1.22)
        .moved(z=0.20)
        .turned(pitch=-96)
        .moved(0, 0.425, -0.135)
    )
    tank = box(0.40, 0.33, 0.17, white, 0.7, bevel=0.030).moved(0, 0.40, -0.245)
    top = box(0.43, 0.035, 0.195, white, 0.7, bevel=0.014).moved(0, 0.725, -0.245)
    neck = box(0.22, 0.12, 0.16, white, 0.7, bevel=0.03).moved(0, 0.29, -0.20)
    lever = metal(join(cylinder(0.014, 0.02, steps=16).turned(pitch=90).moved(-0.135, 0.665, -0.162),
        tube([(-0.135, 0.665, -0.140), (-0.080, 0.655,
        -0.138)], [0.008, 0.010], steps=12)), CHROME)  # fmt: skip
    roll = join(
        cylinder(0.055, 0.10, "#fffdf8", 0.1, steps=36), cylinder(0.020, 0.102, "#c9a67a", 0.1, steps=20)
    ).moved(0.0, 0.76, -0.245)
    mesh = join(foot, rim, water, seat, lid, neck, tank, top, lever, roll.moved(x=0.10))
    return Model(
        mesh=mesh,
        anchors={
            "seat": Anchor(at=(0, 0.435, 0.06), size=0.32),
            "top": Anchor(at=(-0.06, 0.76, -0.245), size=0.2),
        },
    )


# -- smaller things ----------------------------------------------------------------------------------------------


@draws("mirror", yaw=-16)
def mirror(look: Look) -> Model:
    """An oval standing mirror in a carved wooden frame, 1 m."""
    wood = look.tint(OAK)
    a = np.linspace(0, 2 * math.pi, 80, endpoint=False)
    ring = np.stack([0.27 * np.sin(a), 0.40 * np.cos(a), 0 * a], -1)
    frame = wooden(tube(np.concatenate([ring, ring[:2]]), 0.030, wood, 0.4, steps=14, caps=False))
    beads = [
        ball(0.010, (0.243 * math.sin(b), 0.372 * math.cos(b), 0.020), shift(wood, 0, 1, 1.15), 0.5, steps=8)
        for b in np.arange(40) * 2 * math.pi / 40
    ]
    t, b = np.meshgrid(np.linspace(0, 1, 14), a, indexing="ij")
    points = np.stack([0.255 * t * np.sin(b), 0.385 * t * np.cos(b), 0 * t + 0.004], -1).reshape(-1, 3)
    glass = make(
        points, grid_faces(14, 80, wraps=True), np.tile([0.0, 0, 1], (len(points), 1)), "#cfe2ea", 0.9
    )
    glass = both_sides(glass)
    v = glass.vertices
    sheen = np.maximum(smoothstep(0.060, 0.045, np.abs(v[:, 0] * 0.8 + v[:, 1] * 0.6 + 0.03)),
        smoothstep(0.022, 0.014, np.abs(v[:, 0] * 0.8
        + v[:, 1] * 0.6 - 0.09)))  # fmt: skip
    glass = glass.painted(
        blend("#9fc4d4", "#dcebf2", smoothstep(-0.4, 0.4, v[:, 1]))
        + (rgb("#ffffff") - rgb("#dcebf2")) * sheen[:, None] * F(0.9)
    )
    back = (
        cylinder(0.26, 0.02, shift(wood, 0, 1, 0.7), 0.2, steps=48)
        .turned(pitch=90)
        .scaled(1, 1.48, 1)
        .moved(z=-0.02)
    )
    oval = join(frame, *beads, glass.finished(glow=0.30), back).turned(pitch=-6).moved(0, 0.50, 0)
    posts = [wooden(tube(smooth([(s * 0.325, 0.03, 0), (s * 0.315, 0.28, 0), (s * 0.320, 0.56, 0)],
        closed=False, steps=6), [0.022] * 13, wood, 0.4,
        steps=12)) for s in (-1, 1)]  # fmt: skip
    caps = [ball(0.030, (s * 0.320, 0.585, 0), wood, 0.5, steps=14) for s in (-1, 1)]
    feet = [wooden(tube(bezier((s * 0.325, 0.035, -0.16), (s * 0.325, 0.075, -0.05), (s * 0.325, 0.075, 0.05),
        (s * 0.325, 0.035, 0.16), 14), 0.024,
        wood, 0.4, steps=12)) for s in (-1, 1)]  # fmt: skip
    bar = wooden(tube([(-0.32, 0.075, 0), (0.32, 0.075, 0)], 0.018, wood, 0.4, steps=12))
    mesh = join(oval, *posts, *caps, *feet, bar)
    return Model(mesh=mesh.moved(y=-float(mesh.low[1])), anchors={"top": Anchor(at=(0, 0.93, 0), size=0.2)})


@draws("bucket", yaw=-14)
def bucket(look: Look) -> Model:
    """A bucket with a wire handle, full of water, 30 cm."""
    paint = look.tint("#3f8fd0")
    wall = lathe([(0, 0.004), (0.100, 0), (0.104, 0.004), (0.140, 0.262), (0.148, 0.266), (0.148, 0.278),
        (0.140, 0.281), (0.135, 0.272), (0.128,
        0.21)], paint, 0.5, steps=64, crease=50)  # fmt: skip
    hoops = [lathe([(r, y), (r + 0.004, y + 0.006), (r + 0.0015, y + 0.012)], shift(paint, 0, 1, 0.86), 0.5,
        steps=64) for r, y in ((0.111, 0.05),
        (0.130, 0.195))]  # fmt: skip
    water = lathe([(0.131, 0.235), (0.06, 0.236), (0, 0.236)], "#8fd4ea", 0.9, steps=56, crease=180).finished(
        glow=0.2
    )
    arch = np.linspace(0.10, math.pi - 0.10, 30)
    wire = tube(
        np.stack([0.150 * np.cos(arch), 0.262 + 0.16 * np.sin(arch), -0.05 * np.sin(arch)], -1),
        0.0042,
        "#c9ced4",
        0.6,
        steps=10,
    )
    grip = tube(np.stack([0.150 * np.cos(arch[12:18]), 0.262 + 0.16 * np.sin(arch[12:18]),
        -0.05 * np.sin(arch[12:18])], -1), 0.012, "#fff2dc", 0.4,
        steps=14)  # fmt: skip
    lugs = [ball((0.010, 0.014, 0.014), (s * 0.147, 0.262, 0), "#c9ced4", 0.6, steps=12) for s in (-1, 1)]
    return Model(mesh=join(wall, *hoops, water, wire.finished(metal=0.8), grip, *lugs),
        anchors={"grip": Anchor(at=(0, 0.42, -0.05)),
        "inside": Anchor(at=(0, 0.235, 0), size=0.22), "top": Anchor(at=(0, 0.28, 0), size=0.2)})  # fmt: skip


@draws("pillow", yaw=-18)
def soft_pillow(look: Look) -> Model:
    """A plump pillow with piped edges, leaning on another."""
    cover = look.tint("#f4efe6")
    front = _cushion(cover).turned(pitch=-24)
    front = front.moved(0, -float(front.low[1]), 0.06)
    if look.pose == "hold":
        return Model(mesh=front, anchors={"grip": Anchor(at=(0, 0.16, 0.1))})
    back = _cushion(mix("#8fb3d0", cover, 0.15)).turned(pitch=-14, roll=6)
    back = back.moved(0.07, -float(back.low[1]), -0.07)
    return Model(
        mesh=join(front, back),
        anchors={"top": Anchor(at=(0, 0.26, 0), size=0.3), "grip": Anchor(at=(0, 0.15, 0.1))},
    )


def _cushion(cover: Array) -> Mesh:
    """Upright, 52 × 36 cm, its corners drawn out."""
    u, v = np.meshgrid(np.linspace(-1, 1, 37), np.linspace(-1, 1, 27), indexing="ij")
    pinch = 1 - 0.10 * (1 - v**2) * np.abs(u) ** 3, 1 - 0.13 * (1 - u**2) * np.abs(v) ** 3
    fat = 0.082 * np.clip((1 - u**4) * (1 - v**4), 0, 1) ** 0.55
    folds = 0.006 * np.sin(np.arctan2(v, u) * 14) * np.clip(np.hypot(u, v) - 0.55, 0, 1)
    sheets = []
    for s in (1, -1):
        points = np.stack(
            [0.26 * u * pinch[0], 0.18 * v * pinch[1], s * (fat + folds * (fat > 0.004))], -1
        ).reshape(-1, 3)
        sheet = make(points, grid_faces(37, 27, wraps=False), None, cover, 0.08)
        if sheet.normals[:, 2].mean() * s < 0:
            sheet = Mesh(
                sheet.vertices,
                np.ascontiguousarray(sheet.faces[:, ::-1]),
                -sheet.normals,
                sheet.colours,
                sheet.surface,
            )
        sheets.append(sheet)
    edge = np.concatenate(
        [
            np.stack([0.26 * u[k] * pinch[0][k], 0.18 * v[k] * pinch[1][k], 0 * u[k]], -1)[
                :: 1 if k == 0 else -1
            ]
            for k in (0, -1)
        ]
    )
    side = [
        np.stack([0.26 * u[:, k] * pinch[0][:, k], 0.18 * v[:, k] * pinch[1][:, k], 0 * u[:, k]], -1)
        for k in (0, -1)
    ]
    piping = [
        tube(line, 0.0055, shift(cover, 0, 1, 0.9), 0.1, steps=8) for line in (edge[:27], edge[27:], *side)
    ]
    return join(*sheets, *piping)
