"""What is carried about or lies by the mirror: briefcase, shopping bags, comb, toothbrush, wheelbarrow."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.props.cosmetics import metal
from waa.painter.props.furniture import wooden
from waa.painter.props.garnish import both_sides, leaf
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    box,
    cylinder,
    extrude,
    grid_faces,
    join,
    lathe,
    make,
    mirrored,
    torus,
    tube,
)
from waa.painter.solid.model import Anchor, Model

BRASS = "#e0b24a"


@draws("briefcase", yaw=-24)
def briefcase(look: Look) -> Model:
    """A leather case with a flap, two brass locks and a handle, 40 cm wide."""
    leather = look.tint("#8a4f2c")
    dark = shift(leather, 0, 1, 0.72)
    body = box(0.40, 0.28, 0.11, leather, 0.45, bevel=0.022)
    flap = box(0.41, 0.165, 0.126, shift(leather, 0.004, 1.02, 1.06), 0.45, bevel=0.024).moved(y=0.122)
    seam = box(0.415, 0.006, 0.130, dark, 0.3, bevel=0.002).moved(y=0.126)
    stitch = [
        ball((0.0045, 0.0014, 0.0014), (x, 0.137, 0.0645), "#f2d9a0", 0.2, steps=5)
        for x in np.linspace(-0.19, 0.19, 30)
    ]
    straps, locks = [], []
    for s in (-1, 1):
        straps.append(box(0.034, 0.20, 0.134, dark, 0.45, bevel=0.008).moved(s * 0.115, 0.088, 0))
        plate = box(0.042, 0.040, 0.010, BRASS, 0.7, bevel=0.003).moved(s * 0.115, 0.094, 0.067)
        stud = cylinder(0.008, 0.010, BRASS, 0.7, steps=16).turned(pitch=90).moved(s * 0.115, 0.114, 0.073)
        locks.append(metal(join(plate, stud), BRASS))
        locks.append(
            metal(
                torus(0.014, 0.004, steps=24).turned(pitch=90).scaled(1, 0.8, 1).moved(s * 0.075, 0.296, 0),
                BRASS,
            )
        )
    arch = bezier((-0.075, 0.296, 0), (-0.070, 0.362, 0), (0.070, 0.362, 0), (0.075, 0.296, 0), 20)
    grip = tube(
        arch,
        np.interp(np.linspace(0, 1, 20), [0, 0.25, 0.75, 1], [0.007, 0.012, 0.012, 0.007]).tolist(),
        dark,
        0.45,
    )
    corners = [
        metal(ball(0.015, (sx * 0.192, 0.012, sz * 0.047), steps=12), BRASS)
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    mesh = join(body, flap, seam, *stitch, *straps, *locks, grip, *corners)
    return Model(mesh=mesh.moved(y=-float(mesh.low[1])), anchors={"grip": Anchor(at=(0, 0.345, 0)),
        "top": Anchor(at=(0, 0.288, 0), size=0.3)})  # fmt: skip


@draws("shopping_bags", yaw=-14)
def shopping_bags(look: Look) -> Model:
    """Two paper bags with ribbon handles and tissue; one alone in the hand."""
    first = look.tint("#e2506a")
    front = _paper_bag(0.26, 0.32, 0.12, first, "福" if look.colour == "red" else "禮")
    if look.pose == "hold":
        return _bag_model(front)
    back = (
        _paper_bag(0.30, 0.40, 0.14, mix("#3f9aa8", first, 0.12), "靚").turned(yaw=16).moved(0.14, 0, -0.13)
    )
    small = (
        _paper_bag(0.17, 0.20, 0.09, mix("#f2c14a", first, 0.08), "抵").turned(yaw=-18).moved(0.20, 0, 0.10)
    )
    return _bag_model(join(front.turned(yaw=6).moved(-0.12, 0, 0.02), back, small))


def _bag_model(mesh: Mesh) -> Model:
    top = float(mesh.high[1])
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, top * 0.97, 0)), "inside": Anchor(at=(0, top * 0.7,
        0), size=0.2),
        "top": Anchor(at=(0, top, 0), size=0.2)})  # fmt: skip


def _paper_bag(w: float, h: float, d: float, colour: Colour, word: str) -> Mesh:
    """Folded paper with creased sides, a word in a disc, ribbons and crumpled tissue."""
    x, z = w / 2, d / 2
    ring = [(-x, z), (x, z), (x, 0.0), (x, -z), (-x, -z), (-x, 0.0)]
    walls = []
    for k in range(6):
        (ax, az), (bx, bz) = ring[k], ring[(k + 1) % 6]
        pinch = 0.10 * w
        top_a, top_b = (
            (ax - math.copysign(pinch, ax) if az == 0 else ax),
            (bx - math.copysign(pinch, bx) if bz == 0 else bx),
        )
        quad = [(ax, 0, az), (bx, 0, bz), (top_b, h, bz), (top_a, h, az)]
        shade = colour if k in (0, 3) else shift(colour, 0, 1, 0.86)
        walls.append(both_sides(make(quad, [(0, 1, 2), (0, 2, 3)], None, shade, 0.35)))
    floor = make([(-x, 0.001, z), (x, 0.001, z), (x, 0.001, -z), (-x, 0.001, -z)], [(0, 1, 2), (0, 2, 3)], None,
        shift(colour, 0, 1, 0.7), 0.2)  # fmt: skip
    hem = box(w, 0.008, 0.003, mix(colour, "#ffffff", 0.35), 0.3).moved(0, h - 0.012, z)
    disc = cylinder(0.30 * w, 0.002, "#fff6e6", 0.3, steps=40).turned(pitch=90).moved(0, h * 0.46, z)
    text = lettered(
        word, 0.36 * w, 0.36 * w, shift(colour, 0, 1.05, 0.8), "#fff6e6", rows=36, fill=0.9, font="serif-900"
    )
    label = text.moved(0, h * 0.46, z + 0.004)
    ribbons = []
    for side in (-1, 1):
        path = bezier((-w * 0.20, h - 0.006, side * z), (-w * 0.20, h + w * 0.55, side * z * 0.6), (w * 0.20, h + w * 0.55,
            side * z * 0.6), (w * 0.20, h - 0.006, side * z), 20)  # fmt: skip
        ribbons.append(tube(path, 0.0055, mix(colour, "#fff2c8", 0.6), 0.4, steps=10))
    tissue = [leaf(h * 0.34, w * 0.34, "#fffaf2", bend=-0.1, fold=0.7, gloss=0.15).turned(roll=62).turned(yaw=a).moved(px,
        h * 0.78, pz) for a, px, pz in ((70, -0.20 * w, 0), (-30, 0.16 * w, 0.1 * d), (110, 0.06 * w, -0.2 * d),
        (20, -0.04 * w, 0.2 * d))]  # fmt: skip
    pale = [t.painted(lambda v, n, c: np.tile(rgb("#fff6ea"), (len(v), 1))) for t in tissue]
    return join(*walls, floor, hem, disc, label, *ribbons, *pale)


# -- by the mirror -----------------------------------------------------------------------------------------------


@draws("comb", yaw=-10)
def comb(look: Look) -> Model:
    """A wooden comb with rounded back and teeth, leaning; upright in the hand."""
    wood = look.tint("#b5713a")
    w, h = 0.165, 0.062
    back = smooth([(-w / 2, 0.034), (-w / 2 + 0.004, 0.052), (-w * 0.25, h), (0, h + 0.006), (w * 0.25, h), (w / 2 - 0.004,
        0.052), (w / 2, 0.034)], closed=False, steps=6)  # fmt: skip
    spine = extrude(np.concatenate([back, [(w / 2, 0.030), (-w / 2, 0.030)]]), 0.010, wood, 0.45)
    ends = [
        box(0.011, 0.036, 0.010, wood, 0.45, bevel=0.003).moved(s * (w / 2 - 0.0055), 0.0, 0) for s in (-1, 1)
    ]
    teeth = [tube([(x, 0.032, 0), (x, 0.002, 0)], [0.0024, 0.0011], wood, 0.45, steps=8)
        for x in np.linspace(-w / 2 + 0.017, w / 2 - 0.017, 27)]  # fmt: skip
    mesh = wooden(join(spine, *ends, *teeth), 0.10)
    petals = [ball((0.0046, 0.0026, 0.0012), (0.0048 * math.cos(a), 0.050 + 0.0048 * math.sin(a), 0.0052), "#f6c7cf", 0.4,
        steps=8) for a in np.arange(5) * 2 * math.pi / 5]  # fmt: skip
    flower = join(*petals, ball(0.0024, (0, 0.050, 0.0056), "#f2b33c", 0.4, steps=8))
    twigs = [tube(bezier((s * 0.010, 0.049, 0.0052), (s * 0.025, 0.046, 0.0052), (s * 0.038, 0.055, 0.0052),
        (s * 0.052, 0.048,
        0.0052), 10), 0.0009, "#7a3f1c", 0.3, steps=6) for s in (-1, 1)]  # fmt: skip
    whole = join(mesh, flower, *twigs)
    if look.pose == "hold":
        whole = whole.turned(roll=-70)
        return Model(mesh=whole.moved(y=-float(whole.low[1])), anchors={"grip": Anchor(at=(0.03, 0.05, 0))})
    leaning = whole.turned(roll=6).turned(pitch=-18)
    return Model(mesh=leaning.moved(y=-float(leaning.low[1])), anchors={"grip": Anchor(at=(0, 0.05, 0))})


@draws("toothbrush", yaw=-10)
def toothbrush(look: Look) -> Model:
    """A toothbrush with a stripe of paste, standing in its cup; alone in the hand."""
    handle = look.tint("#2f9ad0")
    brush = _brush(handle)
    if look.pose == "hold":
        return Model(mesh=brush, anchors={"grip": Anchor(at=(0, 0.055, 0))})
    cup = lathe(smooth([(0, 0.004), (0.034, 0.002), (0.037, 0.006), (0.041, 0.100), (0.0405, 0.104), (0.038, 0.102),
        (0.035, 0.03), (0, 0.012)], closed=False, steps=4), "#fff3d8", 0.6, steps=48, crease=75)  # fmt: skip
    band = lathe(
        [(0.0398, 0.060), (0.0406, 0.062), (0.0414, 0.078), (0.0404, 0.080)], "#f2836b", 0.6, steps=48
    )
    first = brush.turned(yaw=-20).turned(roll=-13).moved(-0.014, 0.012, 0.0)
    tube_ = _paste().turned(roll=16).moved(0.022, 0.020, -0.012)
    return Model(mesh=join(cup, band, first, tube_), anchors={"grip": Anchor(at=(0, 0.06, 0)),
        "inside": Anchor(at=(0, 0.09, 0),
        size=0.06)})  # fmt: skip


def _brush(colour: Colour) -> Mesh:
    """19 cm, upright, bristles to the viewer."""
    path = smooth([(0, 0.004, 0), (0, 0.040, 0.004), (0, 0.085, -0.002), (0, 0.120, 0.0), (0, 0.150, 0.0), (0, 0.188, 0.0)],
        closed=False, steps=6)  # fmt: skip
    t = np.linspace(0, 1, len(path))
    fat = np.interp(
        t,
        [0, 0.1, 0.35, 0.5, 0.68, 0.76, 0.97, 1],
        [0.0062, 0.0075, 0.0066, 0.0075, 0.0040, 0.0060, 0.0066, 0.005],
    )
    body = tube(path, fat.tolist(), colour, 0.55, steps=16).scaled(1.15, 1, 0.62)
    pale = (
        (body.vertices[:, 1] > 0.030) & (body.vertices[:, 1] < 0.092) & (body.vertices[:, 2] > 0.0005)
    ).astype(F)
    body = body.painted(body.colours + (rgb("#fffdf6") - body.colours) * (pale * F(0.85))[:, None])
    tufts = [tube([(x, y, 0.002), (x, y, 0.0145 + 0.0012 * (k % 2))], 0.0019, ("#ffffff", mix(colour,
        "#ffffff", 0.55))[k % 2],
        0.2, steps=6) for k, y in enumerate(np.linspace(0.154, 0.187, 9)) for x in (-0.0046, 0.0, 0.0046)]  # fmt: skip
    wave = [(0.0022 * math.sin(s * 9), 0.156 + 0.030 * s, 0.0180) for s in np.linspace(0, 1, 14)]
    paste = tube(wave, np.interp(np.linspace(0, 1, 14), [0, 0.1, 0.8, 1], [0.0036, 0.0048, 0.0046,
        0.0014]).tolist(), "#bff0e2",
        0.7, steps=12)  # fmt: skip
    return join(body, *tufts, paste)


def _paste() -> Mesh:
    """A tube of toothpaste standing on its cap."""
    rows = []
    for y, wide, deep in (
        (0.020, 0.017, 0.017),
        (0.030, 0.019, 0.019),
        (0.080, 0.022, 0.012),
        (0.125, 0.024, 0.002),
    ):
        a = np.linspace(0, 2 * math.pi, 32, endpoint=False)
        rows.append(np.stack([wide * np.sin(a), np.full(32, y), deep * np.cos(a)], -1))
    skin = make(np.concatenate(rows), grid_faces(4, 32, wraps=True), None, "#f6fbff", 0.5)
    high = skin.vertices[:, 1:]
    skin = skin.painted(np.where((high[:, :1] > 0.05) & (high[:, :1] < 0.10), rgb("#3fb09a"), skin.colours))
    crimp = box(0.050, 0.010, 0.005, "#3fb09a", 0.5, bevel=0.001).moved(y=0.122)
    cap = cylinder(0.013, 0.020, "#3fb09a", 0.5, steps=24)
    return join(skin, crimp, cap)


# -- in the garden -----------------------------------------------------------------------------------------------


@draws("wheelbarrow", yaw=-48)
def wheelbarrow(look: Look) -> Model:
    """A garden barrow heaped with earth and a few sprouts, its wheel in front."""
    paint = look.tint("#3f9a58")
    rows = []
    for y, front, back, wide in (
        (0.30, 0.30, -0.20, 0.20),
        (0.36, 0.36, -0.25, 0.25),
        (0.56, 0.56, -0.36, 0.33),
    ):
        rows.append(_rounded_ring(y, front, back, wide))
    shell = both_sides(make(np.concatenate(rows), grid_faces(3, len(rows[0]), wraps=True), None, paint, 0.45))
    bottom = make(np.concatenate([rows[0], [[0, 0.30, 0.05]]]), [(len(rows[0]), (i + 1) % len(rows[0]), i)
        for i in range(len(rows[0]))], None, paint, 0.3)  # fmt: skip
    rim = tube(
        np.concatenate([rows[2], rows[2][:2]]), 0.017, shift(paint, 0, 1, 0.8), 0.5, steps=10, caps=False
    )
    earth_rings = [rows[2] * np.array([k, 1, k]) + np.array([0, -0.03 + 0.13 * (1 - k**2), 0.05 * (1 - k)])
        for k in (0.98, 0.85, 0.65, 0.4, 0.15, 0.0)]  # fmt: skip
    earth = make(np.concatenate(earth_rings), grid_faces(6, len(rows[0]), wraps=True), None, "#6b4a30", 0.05)
    if earth.normals[:, 1].mean() < 0:
        earth = make(earth.vertices, earth.faces[:, ::-1], None, "#6b4a30", 0.05)
    rng = look.rng("earth")
    clods = [ball(float(rng.uniform(0.022, 0.045)), (float(rng.uniform(-0.22, 0.22)), 0.575 + 0.06 * float(rng.random()),
        float(rng.uniform(-0.18, 0.36))), mix("#5a3d27", "#8a6240", float(rng.random())), 0.05, steps=8)
        for _ in range(26)]  # fmt: skip
    sprouts = [join(*(leaf(0.13, 0.06, "#6fbf4a", bend=0.35).turned(roll=52).turned(yaw=a + k * 40).moved(x, 0.63, z)
        for a in (0, 140, 250))) for k, (x, z) in enumerate(((-0.06, 0.16), (0.10, 0.02), (-0.10, -0.10)))]  # fmt: skip
    steel = "#8d949c"
    bars = mirrored(tube(smooth([(0.055, 0.17, 0.66), (0.17, 0.29, 0.28), (0.26, 0.34, -0.20), (0.29, 0.52, -0.78)],
        closed=False, steps=6), 0.018, steel, 0.5, steps=12))  # fmt: skip
    grips = mirrored(tube([(0.285, 0.49, -0.68), (0.292, 0.53, -0.82)], 0.026, "#26262c", 0.3, steps=14))
    feet = mirrored(tube(smooth([(0.24, 0.33, -0.12), (0.25, 0.02, -0.16), (0.25, 0.02, -0.30), (0.265, 0.37, -0.34)],
        closed=False, steps=6), 0.015, steel, 0.5, steps=12))  # fmt: skip
    tyre = torus(0.145, 0.046, "#2c2d33", 0.25, steps=40).turned(roll=90).moved(0, 0.190, 0.66)
    hub = join(cylinder(0.085, 0.036, "#f2c14a", 0.5, steps=32).turned(roll=90).moved(0.018, 0.190, 0.66),
        tube([(-0.09, 0.19, 0.66), (0.09, 0.19, 0.66)], 0.014, steel, 0.5, steps=12))  # fmt: skip
    mesh = join(shell, bottom, rim, earth, *clods, *sprouts, bars, grips, feet, tyre, hub)
    mesh = mesh.moved(y=-float(mesh.low[1]))
    return Model(mesh=mesh, anchors={"inside": Anchor(at=(0, 0.60, 0.08), size=0.5), "top": Anchor(at=(0, 0.64,
        0.08), size=0.5),
        "seat": Anchor(at=(0, 0.60, 0.06), size=0.45)})  # fmt: skip


def _rounded_ring(y: float, front: float, back: float, wide: float) -> Array:
    """A tray's outline at height `y`: square behind, narrower and round in front."""
    points = smooth([(-wide, back + 0.04), (-wide + 0.04, back), (wide - 0.04, back), (wide, back + 0.04),
        (wide, front * 0.45),
        (wide * 0.62, front), (-wide * 0.62, front), (-wide, front * 0.45)], steps=6)  # fmt: skip
    ring: Array = np.stack([points[:, 0], np.full(len(points), y), points[:, 1]], -1)
    return ring
