"""Wind instruments: trumpet, saxophone, flute, accordion."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.props.cosmetics import metal
from waa.painter.props.furniture import wooden
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, make, torus, tube
from waa.painter.solid.model import Anchor, Model

GOLD = "#f0b93a"
SILVER = "#d8dde4"


def _leant(mesh: Mesh, grip: tuple[float, float, float]) -> Model:
    """Standing on the ground, `grip` moved along."""
    low, high = mesh.low, mesh.high
    dx, dy, dz = -float(low[0] + high[0]) / 2, -float(low[1]), -float(low[2] + high[2]) / 2
    return Model(
        mesh=mesh.moved(dx, dy, dz), anchors={"grip": Anchor(at=(grip[0] + dx, grip[1] + dy, grip[2] + dz))}
    )


def _bell(wide: float, long: float, throat: float) -> Mesh:
    """A horn's mouth along +x from the origin, seen from both sides."""
    t = np.linspace(0, 1, 26)
    r = throat + (wide - throat) * t**3.4
    outer = lathe(
        [*np.column_stack([r, long * t]), (wide * 1.02, long * 1.004), (wide * 0.99, long * 1.008)], steps=56
    )
    inner = lathe(np.column_stack([r * 0.97, long * t * 1.004])[::-1], steps=56, crease=180)
    return join(outer, inner).turned(roll=-90)


@draws("trumpet", yaw=-16)
def trumpet(look: Look) -> Model:
    """A trumpet of polished brass, 50 cm: bell, three valves, coiled tubing."""
    brass = look.tint(GOLD)
    y = 0.10
    bell = _bell(0.062, 0.21, 0.0085).moved(0.06, y, 0)
    r = 0.0078
    lead = tube([(-0.235, y, 0), (0.07, y, 0)], r, steps=14)
    coil = smooth([(-0.06, y, 0.0), (-0.115, y - 0.012, 0.006), (-0.125, y - 0.042, 0.008), (-0.09, y - 0.066, 0.008),
        (0.02, y - 0.068, 0.008), (0.115, y - 0.066, 0.008), (0.148, y - 0.042, 0.008), (0.118, y - 0.014, 0.008),
        (0.04, y - 0.010, 0.006)], closed=False, steps=7)  # fmt: skip
    loop = tube(coil, r, steps=14)
    mouth = lathe(smooth([(0.0045, 0), (0.005, 0.020), (0.010, 0.030), (0.0125, 0.038), (0.0115, 0.041), (0.006, 0.038)],
        closed=False, steps=4), steps=28, crease=180).turned(roll=90).moved(-0.232, y, 0)  # fmt: skip
    valves = []
    for k in range(3):
        x = -0.028 + 0.029 * k
        valves.append(cylinder(0.0125, 0.088, top=0.0125, steps=28).moved(x, y - 0.068, 0.012))
        valves.append(cylinder(0.0140, 0.010, steps=28).moved(x, y + 0.016, 0.012))
        valves.append(tube([(x, y + 0.02, 0.012), (x, y + 0.044, 0.012)], 0.0038, steps=10))
    stops = [
        cylinder(0.0098, 0.006, "#fff6e6", 0.6, steps=24).moved(-0.028 + 0.029 * k, y + 0.044, 0.012)
        for k in range(3)
    ]
    slide = tube(smooth([(0.045, y - 0.03, 0.020), (0.080, y - 0.03, 0.024), (0.088, y - 0.042, 0.024), (0.080, y - 0.054,
        0.024), (0.045, y - 0.054, 0.020)], closed=False, steps=6), 0.0062, steps=12)  # fmt: skip
    hook = torus(0.013, 0.0028, steps=28).turned(pitch=90).moved(0.060, y - 0.086, 0.008)
    horn = join(metal(join(bell, lead, loop, mouth, *valves, slide, hook), "#ffffff").painted(brass), *stops)
    return _leant(horn.turned(roll=14), (0.0, y, 0.0))


@draws("saxophone", yaw=-18)
def saxophone(look: Look) -> Model:
    """A saxophone of gold lacquer, 65 cm: neck, conical body, bow, bell, keys and pearls."""
    brass = look.tint(GOLD)
    path = smooth([(-0.135, 0.600, 0), (-0.115, 0.628, 0), (-0.060, 0.645, 0), (-0.012, 0.618, 0), (0.0, 0.560, 0),
        (0.002, 0.40, 0), (0.004, 0.22, 0), (0.010, 0.11, 0), (0.045, 0.050, 0), (0.100, 0.050, 0), (0.140, 0.105, 0),
        (0.158, 0.19, 0), (0.170, 0.26, 0)], closed=False, steps=9)  # fmt: skip
    t = np.linspace(0, 1, len(path))
    fat = np.interp(
        t,
        [0, 0.10, 0.28, 0.34, 0.60, 0.75, 0.92, 1.0],
        [0.0075, 0.0095, 0.0125, 0.0165, 0.027, 0.037, 0.043, 0.050],
    )
    body = tube(path, fat.tolist(), steps=28, caps=False)
    bell = _bell(0.092, 0.075, 0.0495).turned(roll=84).moved(0.169, 0.255, 0)
    rings = [
        torus(float(np.interp(y, [0.2, 0.56], [0.0275, 0.0175])), 0.0038, steps=32).moved(0.002, y, 0)
        for y in (0.545, 0.19)
    ]
    neck_ring = torus(0.0150, 0.0042, steps=28).moved(0.001, 0.585, 0)
    keys = []
    for k in range(7):
        y = 0.205 + 0.048 * k
        wide = float(np.interp(y, [0.2, 0.56], [0.0255, 0.0165]))
        keys.append(
            cylinder(0.0165 - 0.0010 * k, 0.007, steps=26).turned(pitch=90).moved(0.003, y, wide + 0.002)
        )
    rods = [
        tube([(x, 0.17, z), (x, 0.54, z * 0.8)], 0.0030, steps=8)
        for x, z in ((0.024, 0.020), (-0.020, 0.024))
    ]
    big = [join(ball((r, r, 0.009), (x, y, z), steps=20), torus(r, 0.003, steps=28).turned(pitch=90).moved(x, y, z))
        for x, y, z, r in ((0.152, 0.170, 0.044, 0.026), (0.112, 0.066, 0.041, 0.021))]  # fmt: skip
    guard = tube(
        smooth([(0.02, 0.27, 0.015), (0.075, 0.275, 0.030), (0.128, 0.262, 0.020)], closed=False, steps=6),
        0.0040,
        steps=8,
    )
    lacquer = metal(join(body, bell, *rings, neck_ring, *keys, *rods, *big, guard), "#ffffff").painted(brass)
    pearls = [ball((0.0098, 0.0098, 0.0038), (0.003, 0.205 + 0.048 * k, float(np.interp(0.205 + 0.048 * k, [0.2, 0.56],
        [0.0255, 0.0165])) + 0.0095), "#fdf6ea", 0.8, steps=14) for k in range(7)]  # fmt: skip
    mouth = tube(
        [(-0.118, 0.624, 0), (-0.150, 0.585, 0), (-0.176, 0.552, 0)],
        [0.0125, 0.0115, 0.0050],
        "#1f1e22",
        0.6,
        steps=18,
    )
    clamp = (
        torus(0.0125, 0.0034, steps=24)
        .turned(roll=50)
        .moved(-0.142, 0.594, 0)
        .finished(metal=1.0)
        .painted(SILVER)
    )
    cork = tube([(-0.108, 0.632, 0), (-0.124, 0.616, 0)], 0.0112, "#c99a62", 0.2, steps=16)
    sax = join(lacquer, *pearls, mouth, clamp, cork)
    return _leant(sax.turned(roll=-9), (0.03, 0.33, 0.0))


@draws("flute", yaw=-12)
def flute(look: Look) -> Model:
    """A silver flute with its keys; a bamboo one with red bindings where it is of bamboo, wood, green or brown."""
    if look.material in ("bamboo", "wood", "wooden") or look.colour in ("green", "brown", "yellow"):
        return _leant(_bamboo_flute(look).turned(roll=16), (0.0, 0.0, 0.0))
    silver = look.tint(SILVER)
    x = np.linspace(-0.33, 0.33, 40)
    pipe = tube(np.stack([x, 0 * x, 0 * x], -1), 0.0105, steps=24)
    bands = [
        torus(0.0112, 0.0022, steps=24).turned(roll=90).moved(at, 0, 0)
        for at in (-0.325, -0.145, -0.135, 0.205, 0.215, 0.325)
    ]
    lip = ball((0.026, 0.0075, 0.014), (-0.235, 0.0085, 0.003), steps=22)
    hole = ball((0.0062, 0.0030, 0.0046), (-0.235, 0.0148, 0.004), "#2a2a30", 0.2, steps=12)
    keys, pads = [], []
    for k in range(12):
        at = -0.105 + 0.034 * k
        if k == 9:
            continue
        keys.append(cylinder(0.0118, 0.0045, steps=26, bevel=0.001).turned(pitch=28).moved(at, 0.0095, 0.005))
        pads.append(torus(0.0088, 0.0013, steps=24).turned(pitch=28).moved(at, 0.0140, 0.0072))
    rod = tube([(-0.12, 0.003, 0.0135), (0.30, 0.003, 0.0135)], 0.0028, steps=8)
    levers = [
        tube([(at, 0.004, 0.013), (at + 0.03, 0.012, 0.021)], [0.003, 0.005], steps=10)
        for at in (0.06, 0.19, 0.26)
    ]
    shine = metal(join(pipe, *bands, lip, *keys, *pads, rod, *levers), "#ffffff").painted(silver)
    return _leant(join(shine, hole).turned(roll=16), (0.0, 0.0, 0.0))


def _bamboo_flute(look: Look) -> Mesh:
    """A dizi: holes, red thread bindings, a jade end and a tassel."""
    cane = look.tint("#c49a4a") if look.colour not in ("yellow", None) else rgb("#c49a4a")
    x = np.linspace(-0.30, 0.30, 80)
    node = np.exp(-(((x[:, None] - np.array([-0.16, 0.10, 0.25])) / 0.006) ** 2)).sum(1)
    pipe = wooden(
        tube(np.stack([x, 0 * x, 0 * x], -1), (0.0125 * (1 + 0.10 * node)).tolist(), cane, 0.45, steps=24),
        0.08,
    )
    binds = [tube([(at - 0.008, 0, 0), (at + 0.008, 0, 0)], 0.0136, "#b3261f", 0.4, steps=20, caps=False)
        for at in (-0.26, -0.20, -0.12, 0.02, 0.18, 0.27)]  # fmt: skip
    ends = [
        cylinder(0.0148, 0.022, "#7fc2a0", 0.6, steps=24).turned(roll=90).moved(at, 0, 0)
        for at in (-0.282, 0.304)
    ]
    holes = [ball((0.0052, 0.0020, 0.0040), (at, 0.0112, 0.0050), "#2a1c12", 0.2, steps=10)
        for at in (-0.235, -0.155, -0.06, -0.025, 0.05, 0.085, 0.125, 0.155)]  # fmt: skip
    cord = tube(
        bezier((0.30, -0.01, 0), (0.31, -0.05, 0), (0.30, -0.06, 0), (0.305, -0.09, 0), 10),
        0.0022,
        "#c8352b",
        0.3,
        steps=8,
    )
    tassel = tube(
        [(0.305, -0.085, 0), (0.305, -0.10, 0), (0.305, -0.17, 0)],
        [0.005, 0.011, 0.014],
        "#d8352c",
        0.1,
        steps=16,
    )
    return join(pipe, *binds, *ends, *holes, cord, tassel)


@draws("accordion", yaw=-14)
def accordion(look: Look) -> Model:
    """An accordion half drawn out: pleated bellows, pearl keys on the right, buttons on the left, 50 cm wide."""
    case = look.tint("#c22f34")
    w, h, d = 0.115, 0.34, 0.18
    right = box(w, h, d, case, 0.75, bevel=0.018).turned(roll=-7).moved(0.155, 0.012, 0)
    left = box(w * 0.8, h, d, case, 0.75, bevel=0.018).turned(roll=7).moved(-0.165, 0.012, 0)
    bellows = _bellows(0.30, h - 0.02, d - 0.02, case)
    trims = [box(0.010, h - 0.02, d + 0.006, GOLD, 0.6,
        bevel=0.002).finished(metal=0.9).turned(roll=s * -7).moved(s * 0.098 + x,
        0.022, 0) for s, x in ((1, 0.006), (-1, -0.020))]  # fmt: skip
    board = (
        box(0.060, h - 0.01, 0.035, "#26242a", 0.6, bevel=0.006)
        .turned(roll=-7)
        .moved(0.232, 0.006, d / 2 - 0.05)
    )
    keys = []
    for k in range(12):
        y = 0.024 + 0.0262 * k
        lean = math.tan(math.radians(7)) * y
        keys.append(
            box(0.060, 0.0235, 0.016, "#fffaf0", 0.7, bevel=0.003)
            .turned(roll=-7)
            .moved(0.232 + lean, y, d / 2 - 0.030)
        )
        if k % 7 not in (2, 6) and k < 11:
            keys.append(box(0.036, 0.013, 0.014, "#26242a", 0.7,
        bevel=0.003).turned(roll=-7).moved(0.222 + lean, y + 0.0195,
                d / 2 - 0.019))  # fmt: skip
    grille = [ball(0.0062, (0.138 + 0.016 * i + math.tan(math.radians(7)) * y, y, d / 2 + 0.001), GOLD, 0.7,
        steps=10).finished(
        metal=0.9) for i in range(4) for y in np.linspace(0.07, 0.30, 9)]  # fmt: skip
    buttons = [ball((0.0062, 0.0062, 0.004), (-0.172 + 0.016 * i - math.tan(math.radians(7)) * y, y,
        d / 2 + 0.001), "#fffaf0",
        0.8, steps=10) for i in range(4) for y in np.linspace(0.06, 0.31, 11)]  # fmt: skip
    strap = tube(smooth([(-0.225, 0.06, 0), (-0.262, 0.12, 0), (-0.282, 0.20, 0), (-0.262, 0.30, 0)],
        closed=False, steps=6), 0.013,
        "#5a3a28", 0.3, steps=12).scaled(1, 1, 1.6)  # fmt: skip
    mesh = join(right, left, bellows, *trims, board, *keys, *grille, *buttons, strap)
    mesh = mesh.moved(y=-float(mesh.low[1]))
    return Model(
        mesh=mesh, anchors={"grip": Anchor(at=(0, 0.18, -0.02)), "top": Anchor(at=(0, h, 0), size=0.3)}
    )


def _bellows(wide: float, tall: float, deep: float, case: Colour) -> Mesh:
    """Pleats fanned out: the folds are closer below than above."""
    folds = 10
    rows = []
    for k in range(2 * folds + 1):
        share = k / (2 * folds) - 0.5
        out = 1.0 if k % 2 else 0.86
        angle = math.radians(-14 * share)
        ring = []
        for x0, y0 in ((-1, 0.0), (1, 0.0), (1, 1.0), (-1, 1.0)):
            y = 0.5 * tall + (y0 - 0.5) * tall * out
            x = share * wide * 0.84 - math.tan(angle) * y
            ring.append((x, y, x0 * deep / 2 * out))
        rows.append(ring)
    points = np.array([[r[i] for i in (0, 1, 2, 3)] for r in rows], float)
    parts = []
    for k in range(len(points) - 1):
        pleat = np.concatenate([points[k], points[k + 1]])
        shade = mix("#2a2428", case, 0.25) if k % 2 else mix("#efe2c8", case, 0.12)
        for i in range(4):
            j = (i + 1) % 4
            quad = make(pleat[[i, j, 4 + j, 4 + i]], [(0, 1, 2), (0, 2, 3)], None, shade, 0.3)
            outward = (
                float(
                    quad.normals[0]
                    @ (quad.vertices.mean(0) - np.array([quad.vertices[:, 0].mean(), tall / 2, 0], F))
                )
                > 0
            )
            parts.append(
                quad
                if outward
                else make(pleat[[i, 4 + i, 4 + j, j]], [(0, 1, 2), (0, 2, 3)], None, shade, 0.3)
            )
    return join(*parts).moved(-0.006, 0.012, 0)
