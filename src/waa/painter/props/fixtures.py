"""What is built in at home: bathtub, washbasin, fireplace."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix
from waa.painter.noise import smoothstep
from waa.painter.props.cosmetics import metal
from waa.painter.props.dough import blend, lumpy
from waa.painter.props.furniture import OAK, WALNUT, wooden
from waa.painter.props.plants_small import flames
from waa.painter.props.tableware import PORCELAIN
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
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
    torus,
    tube,
)
from waa.painter.solid.model import Anchor, Lamp, Model
from waa.painter.solid.relief import noise3

BRASS = "#d9a94a"
CHROME = "#d5dae0"


def _oval(
    profile: list[tuple[float, float]], wide: float, deep: float, colour: Colour, gloss: float = 0.7
) -> Mesh:
    """A lathe of radius about 1 stretched to an oval; x and z keep their rounding at the rim."""
    mesh = lathe(smooth(profile, closed=False, steps=6), colour, gloss, steps=72, crease=75)
    return mesh.scaled(wide, 1, deep)


@draws("bathtub", yaw=-20)
def bathtub(look: Look) -> Model:
    """A tub on brass feet, 1.6 m, full of water and foam, its taps at one end; who bathes sits at `seat`."""
    rng = look.rng("foam")
    enamel = look.tint(PORCELAIN)
    outer = [(0, 0.16), (0.50, 0.16), (0.74, 0.20), (0.86, 0.34), (0.93, 0.50), (0.985, 0.56)]
    rim = [(0.985, 0.56), (1.02, 0.575), (1.015, 0.605), (0.97, 0.612), (0.94, 0.59)]
    hollow = [(0.94, 0.59), (0.90, 0.50), (0.84, 0.44)]
    white = PORCELAIN if look.colour else enamel
    tub = join(
        _oval(outer, 0.80, 0.40, enamel), _oval(rim, 0.80, 0.40, white), _oval(hollow, 0.80, 0.40, white)
    )
    feet = [_claw().turned(yaw=a).moved(x, 0, z)
        for x, z, a in ((-0.42, 0.21, -30), (0.42, 0.21, 30), (-0.42, -0.21, 210), (0.42, -0.21, 150))]  # fmt: skip
    level = 0.50
    water = _oval([(0.90, level), (0.6, level), (0, level)], 0.80, 0.40, "#8fd4ea", 0.85).finished(glow=0.25)
    foam = []
    for k in range(100):
        a, reach = k * 2.39996, math.sqrt((k + 0.5) / 100)
        x, z = 0.68 * reach * math.cos(a), 0.320 * reach * math.sin(a)
        size = float(rng.uniform(0.042, 0.078)) * (1.1 - 0.3 * reach)
        y = level + 0.045 + 0.075 * (1 - reach) * float(rng.uniform(0.4, 1.2))
        foam.append(
            ball(size, (x, y, z), mix("#ffffff", "#e2f4fc", float(rng.uniform(0, 0.6))), 0.35, steps=7)
        )
    foam = [join(*foam).finished(glow=0.28)]
    foam += [ball(r, (x, y, z), "#f4fbff", 0.7, steps=14) for x, y, z, r in ((0.50, 0.76, 0.16, 0.034), (0.38, 0.84,
        0.12, 0.022), (-0.30, 0.80, 0.22, 0.026), (-0.16, 0.90, 0.10, 0.018))]  # fmt: skip
    foam.append(_duck().scaled(1.1).turned(yaw=-50).moved(0.34, 0.60, 0.20))
    return Model(mesh=join(tub, *feet, water, *foam, _tub_taps().moved(-0.74, 0.60, 0)),
        anchors={"inside": Anchor(at=(0.06, 0.48, 0), size=0.9), "seat": Anchor(at=(0.16, 0.42, 0), size=0.5, yaw=0.0),
        "top": Anchor(at=(0.1, 0.56, 0), size=0.8)})  # fmt: skip


def _duck() -> Mesh:
    """A rubber duck, 16 cm, looking at the viewer."""
    body = (
        Clay(0.03)
        .ball((0, 0.045, 0), (0.056, 0.046, 0.070), "#ffd028")
        .ball((0, 0.120, 0.030), 0.044, "#ffd028")
    )
    body.limb((0, 0.060, -0.055), (0, 0.095, -0.085), 0.024, 0.010, "#ffd028")
    beak = ball((0.022, 0.009, 0.024), (0, 0.112, 0.074), "#f2802a", 0.5, steps=14)
    eyes = [
        ball((0.0075, 0.0095, 0.005), (s * 0.020, 0.134, 0.068), "#2a2422", 0.8, steps=12) for s in (-1, 1)
    ]
    return join(body.mesh(28, gloss=0.5), beak, *eyes)


def _claw() -> Mesh:
    """A lion's foot of brass, its ball on the ground."""
    leg = tube(bezier((0, 0.20, -0.02), (0, 0.14, 0.06), (0, 0.09, 0.0), (0, 0.030, 0.035), 12),
        np.linspace(0.038, 0.024, 12).tolist(), BRASS, steps=14)  # fmt: skip
    toes = [ball((0.014, 0.016, 0.020), (x, 0.016, 0.048), BRASS, steps=10) for x in (-0.018, 0, 0.018)]
    return metal(join(leg, ball((0.030, 0.026, 0.030), (0, 0.026, 0.030), BRASS, steps=14), *toes), BRASS)


def _tub_taps() -> Mesh:
    """A swan's neck that reaches over the water, with two cross handles."""
    stand = tube([(0, -0.04, 0), (0, 0.05, 0)], 0.020, BRASS, steps=14)
    spout = tube(
        bezier((0, 0.04, 0), (0.0, 0.26, 0), (0.18, 0.26, 0), (0.17, 0.11, 0), 18), 0.017, BRASS, steps=14
    )
    bar = tube([(0, 0.045, -0.10), (0, 0.045, 0.10)], 0.013, BRASS, steps=12)
    knobs = []
    for z in (-0.10, 0.10):
        knobs.append(tube([(0, 0.045, z), (0, 0.10, z)], 0.012, BRASS, steps=12))
        for a in (0, 90):
            knobs.append(
                tube([(-0.034, 0, 0), (0.034, 0, 0)], 0.008, BRASS, steps=10)
                .turned(yaw=a + 45)
                .moved(0, 0.10, z)
            )
    return metal(join(stand, spout, bar, *knobs), BRASS)


@draws("washbasin", yaw=-18)
def washbasin(look: Look) -> Model:
    """A basin on its cabinet, 85 cm to the rim, with tap, soap and a cup of toothbrushes."""
    front = look.tint("#7fb3a8")
    w, d, h = 0.66, 0.46, 0.72
    cabinet = box(w, h - 0.08, d, front, 0.35, bevel=0.012).moved(y=0.08)
    plinth = box(w - 0.06, 0.09, d - 0.06, mix(front, "#20242a", 0.6), 0.2)
    doors = []
    for s in (-1, 1):
        doors.append(box(w / 2 - 0.035, h - 0.17, 0.016, mix(front, "#ffffff", 0.14), 0.35,
        bevel=0.006).moved(s * w * 0.245,
            0.125, d / 2 + 0.002))  # fmt: skip
        doors.append(
            box(w / 2 - 0.11, h - 0.25, 0.012, front, 0.35, bevel=0.005).moved(
                s * w * 0.245, 0.165, d / 2 + 0.008
            )
        )
        doors.append(metal(ball(0.014, (s * 0.035, h * 0.62, d / 2 + 0.024), steps=12), BRASS))
    counter = box(w + 0.05, 0.035, d + 0.04, PORCELAIN, 0.7, bevel=0.014).moved(y=h)
    y = h + 0.033
    bowl = join(_oval([(0.60, 0), (0.86, 0.02), (0.98, 0.075), (1.0, 0.105)], 0.25, 0.185, PORCELAIN),
        _oval([(1.0, 0.105), (1.005, 0.118), (0.975, 0.120), (0.945, 0.108)], 0.25, 0.185, PORCELAIN),
        _oval([(0.945, 0.108), (0.90, 0.075), (0.80, 0.062)], 0.25, 0.185, PORCELAIN),
        _oval([(0.90, 0.078), (0.5, 0.078), (0, 0.078)], 0.25, 0.185, "#a9dcee", 0.9).finished(glow=0.2))  # fmt: skip
    spout = metal(join(tube([(0, 0, 0), (0, 0.02, 0)], 0.026, steps=16),
        tube(bezier((0, 0.01, 0), (0, 0.30, 0), (0, 0.30, 0.15), (0, 0.20, 0.145), 18), 0.0145, steps=14),
        tube([(0.02, 0.05, 0), (0.075, 0.075, 0.01)], [0.010, 0.013], steps=12)), CHROME)  # fmt: skip
    cup = lathe([(0, 0.004), (0.030, 0), (0.034, 0.004), (0.037, 0.095), (0.033, 0.095), (0.031, 0.02)], "#f2b84b", 0.5,
        steps=36, crease=60)  # fmt: skip
    brushes = [tube([(0, 0.02, 0), (lean, 0.17, 0.004)], [0.005, 0.0055], c, 0.4, steps=8) for lean, c in ((0.030,
        "#3f8fd0"), (-0.022, "#e8607a"))] + [box(0.013, 0.034, 0.014, "#fffdf6", 0.2).turned(roll=r).moved(x, 0.162, 0.006)
        for x, r in ((0.031, -11), (-0.023, 9))]  # fmt: skip
    soap = join(
        box(0.11, 0.012, 0.075, "#d8b06a", 0.3, bevel=0.004),
        ball((0.040, 0.016, 0.026), (0, 0.024, 0), "#f7c6d3", 0.5),
    )
    mesh = join(cabinet, plinth, *doors, counter, bowl.moved(0, y, 0.02), spout.moved(0, y, -0.19),
        join(cup, *brushes).moved(0.29, y, -0.10), soap.moved(-0.285, y, 0.06))  # fmt: skip
    return Model(mesh=mesh, anchors={"inside": Anchor(at=(0, y + 0.085, 0.02), size=0.36),
        "top": Anchor(at=(0, y + 0.12, 0.02), size=0.4)})  # fmt: skip


# -- fire --------------------------------------------------------------------------------------------------------


@draws("fireplace", yaw=-10)
def fireplace(look: Look) -> Model:
    """A chimney piece of brick with an oak mantel; logs burn in its arch, candles and a clock stand above."""
    rng = look.rng("hearth")
    w, h, d = 1.44, 1.10, 0.42
    brick = look.tint("#b4573c")
    hearth = box(w + 0.22, 0.07, d + 0.28, "#8f8a86", 0.2, bevel=0.014).moved(z=0.10)
    opening_w, opening_h = 0.76, 0.70
    face = _brick_face(w, h, opening_w, opening_h, brick, rng).moved(0, 0.07, d / 2)
    sides = [
        box(0.02, h, d, mix(brick, "#5a2a1c", 0.3), 0.1).moved(s * (w / 2 - 0.01), 0.07, 0) for s in (-1, 1)
    ]
    soot = box(opening_w + 0.12, opening_h + 0.10, 0.02, "#2a2120", 0.05).moved(0, 0.07, -d / 2 + 0.05)
    cheeks = [
        box(0.02, opening_h + 0.1, d - 0.08, "#3a2a26", 0.05).moved(s * (opening_w / 2 + 0.03), 0.07, 0)
        for s in (-1, 1)
    ]
    mantel = wooden(box(w + 0.22, 0.075, d + 0.14, OAK, 0.3, bevel=0.016)).moved(0, h + 0.07, 0.04)
    under = wooden(box(w + 0.10, 0.045, d + 0.06, WALNUT, 0.25, bevel=0.012)).moved(0, h + 0.03, 0.03)
    y = h + 0.145
    logs = [_log(0.50, 0.055).turned(yaw=a, roll=r).moved(x, yy, z) for x, yy, z, a, r in ((0.0, 0.135, 0.10, 8, 0),
        (0.02, 0.135, -0.02, -10, 0), (-0.02, 0.225, 0.04, 28, 6), (0.05, 0.215, 0.05, -34, -4))]  # fmt: skip
    embers = ball((0.30, 0.035, 0.14), (0, 0.085, 0.04), "#ff6a1c", 0.1, steps=16).finished(glow=0.85)
    fire = join(*flames(rng)).scaled(0.92, 0.84, 0.55).moved(0, 0.13, 0.05)
    fire = fire.kept((fire.vertices[fire.faces, 1] < 0.07 + opening_h).all(1))
    irons = [tube(bezier((s * 0.26, 0.07, 0.22), (s * 0.26, 0.12, 0.20), (s * 0.26, 0.16, 0.26), (s * 0.26,
        0.26, 0.20), 10),
        0.014, "#2b2b30", 0.4, steps=10) for s in (-1, 1)]  # fmt: skip
    things = join(*(_candlestick(t).moved(x, y, 0.02) for x, t in ((-0.62, 0.26), (-0.48, 0.18))),
        _mantel_clock().moved(0.06, y, 0.02), _plant_pot(rng).moved(0.56, y, 0.02))  # fmt: skip
    glow = (Lamp(at=(0, 0.42, 0.3), radius=1.6, colour="#ff9a3c", strength=0.5), Lamp(at=(0, 0.36, 0.25), radius=0.6,
        colour="#ffd27a", strength=0.6))  # fmt: skip
    mesh = join(hearth, face, *sides, soot, *cheeks, mantel, under, *logs, embers, fire, *irons, things)
    return Model(mesh=mesh, lamps=glow, anchors={"top": Anchor(at=(0.2, y, 0.02), size=1.0),
        "inside": Anchor(at=(0, 0.3, 0), size=0.5)})  # fmt: skip


def _brick_face(
    w: float, h: float, hole_w: float, hole_h: float, brick: Array, rng: np.random.Generator
) -> Mesh:
    """A wall in z = 0 with an arched hole at its foot: courses of bricks, a ring of them round the arch."""
    course, long = 0.092, 0.215
    spring, r = hole_h - 0.20, hole_w / 2
    rise = 0.20
    parts = [_mortar(w, h, hole_w, hole_h, spring, rise)]

    def inside(x: float, y: float, grow: float) -> bool:
        half = r + grow
        if y < spring:
            return abs(x) < half
        top = spring + (rise + grow) * math.sqrt(max(0.0, 1 - (x / half) ** 2))
        return abs(x) < half and y < top

    for row in range(round(h / course)):
        y = row * course
        x = -w / 2 - (long / 2 if row % 2 else 0)
        while x < w / 2 - 0.01:
            a, b = max(x, -w / 2), min(x + long, w / 2)
            if b - a > 0.04:
                middle = (a + b) / 2
                corners = [
                    (q, p) for q in (a + 0.02, middle, b - 0.02) for p in (y + 0.02, y + course - 0.02)
                ]
                if not any(inside(q, p, 0.075) for q, p in corners):
                    shade = mix(brick, "#6e2f22", float(rng.uniform(0, 0.45)))
                    shade = mix(shade, "#e08a5c", float(rng.uniform(0, 0.3)))
                    parts.append(
                        _brick(b - a - 0.012, course - 0.012, shade).moved(middle, y + course / 2, 0)
                    )
            x += long
    for k in range(13):  # the ring of the arch
        t = math.pi * (k + 0.5) / 13
        x, y = (r + 0.055) * math.cos(t), spring + (rise + 0.055) * math.sin(t)
        slope = math.degrees(math.atan2((rise + 0.05) * math.cos(t), -(r + 0.05) * math.sin(t))) - 180
        shade = mix(brick, "#e9a070", float(rng.uniform(0.15, 0.4)))
        parts.append(_brick(0.082, 0.112, shade).turned(roll=slope).moved(x, y, 0.012))
    for s in (-1, 1):
        for k in range(round(spring / course)):
            shade = mix(brick, "#e9a070", float(rng.uniform(0.1, 0.35)))
            parts.append(
                _brick(0.100, course - 0.012, shade).moved(s * (r + 0.053), (k + 0.5) * course, 0.010)
            )
    return join(*parts)


def _brick(width: float, height: float, colour: Colour) -> Mesh:
    """A brick whose middle is the origin: five rounded faces, since its back is never seen."""
    w, h, e = width / 2, height / 2, min(width, height) * 0.14
    xs, ys = np.array([-w, -w + e * 0.5, w - e * 0.5, w]), np.array([-h, -h + e * 0.5, h - e * 0.5, h])
    x, y = np.meshgrid(xs, ys)
    edge = (np.abs(x) > w - 1e-9) | (np.abs(y) > h - 1e-9)
    z = np.where(edge, 0.0, 0.020)
    return make(np.stack([x, y, z], -1).reshape(-1, 3), grid_faces(4, 4, wraps=False), None, colour, 0.12)


def _mortar(w: float, h: float, hole_w: float, hole_h: float, spring: float, rise: float) -> Mesh:
    r = hole_w / 2
    t = np.linspace(0, math.pi, 24)
    arch = np.stack([r * np.cos(t), spring + rise * np.sin(t)], -1)
    outline = [(w / 2, 0), (w / 2, h), (-w / 2, h), (-w / 2, 0), (-r, 0), *arch[::-1].tolist(), (r, 0)]
    return extrude(outline, 0.10, "#cdbfae", 0.05).moved(z=-0.045)


def _log(long: float, thick: float) -> Mesh:
    x = np.linspace(-long / 2, long / 2, 10)
    bark = tube(np.stack([x, 0 * x, 0 * x], -1), thick, "#6b452c", 0.1, steps=14)
    v = bark.vertices
    bark = bark.painted(
        blend(
            "#4a2d1c",
            "#86583a",
            (0.5 + 0.5 * np.sin(np.arctan2(v[:, 1], v[:, 2]) * 9 + v[:, 0] * 14)).astype(F),
        )
    )
    ends = [cylinder(thick * 0.92, 0.004, "#e0b681", 0.1).turned(roll=90).moved(s * (long / 2 + thick * 0.9), 0, 0)
        for s in (-1, 1)]  # fmt: skip
    return join(bark, *ends)


def _candlestick(tall: float) -> Mesh:
    holder = metal(lathe(smooth([(0.040, 0), (0.036, 0.010), (0.010, 0.022), (0.012, 0.05), (0.008, 0.08),
        (0.022, 0.094), (0.020, 0.100), (0, 0.100)], closed=False, steps=4), steps=28), BRASS)  # fmt: skip
    wax = cylinder(0.014, tall - 0.08, "#fff2dc", 0.3, steps=20).moved(y=0.095)
    flame = lathe(smooth([(0, 0), (0.010, 0.010), (0.006, 0.030), (0, 0.044)], closed=False, steps=4), "#ffcf5a", 0.1,
        steps=14).finished(glow=1.0).moved(y=tall + 0.02)  # fmt: skip
    return join(holder, wax, flame)


def _mantel_clock() -> Mesh:
    case = wooden(box(0.22, 0.24, 0.10, WALNUT, 0.4, bevel=0.012))
    dome = cylinder(0.11, 0.10, WALNUT, 0.4).turned(pitch=90).moved(0, 0.24, -0.05)
    dial = cylinder(0.082, 0.012, "#fff6e0", 0.4).turned(pitch=90).moved(0, 0.20, 0.048)
    ring = metal(torus(0.084, 0.008, steps=40).turned(pitch=90).moved(0, 0.20, 0.056), BRASS)
    hands = [
        tube([(0, 0.20, 0.064), p], 0.004, "#2a2422", steps=8)
        for p in ((0.030, 0.232, 0.064), (-0.014, 0.258, 0.064))
    ]
    return join(case, dome, dial, ring, *hands)


def _plant_pot(rng: np.random.Generator) -> Mesh:
    pot = lathe([(0, 0), (0.052, 0), (0.068, 0.10), (0.074, 0.10), (0.074, 0.115), (0.060, 0.115), (0,
        0.10)], "#3f7fb5", 0.6,
        steps=36)  # fmt: skip
    bush = lumpy(ball((0.10, 0.085, 0.09), (0, 0.17, 0), "#4f9f45", 0.15, steps=24), 0.018, 0.03, rng, 2)
    leafy = noise3(bush.vertices, 0.02, rng, 2)
    return join(pot, bush.painted(blend("#3a8038", "#7cc257", smoothstep(0.3, 0.75, leafy))))
