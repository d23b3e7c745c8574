"""Lunar New Year: red packets, firecrackers, the kumquat tree."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix
from waa.painter.props.dough import bent, blend, lumpy
from waa.painter.props.festival import GOLD, RED, gold
from waa.painter.props.garnish import both_sides, planted, spots
from waa.painter.props.serving import is_held
from waa.painter.shapes import bezier, smooth, star
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Lamp, Model
from waa.painter.solid.relief import noise3


@draws("red_packet", yaw=-10)
def red_packet(look: Look) -> Model:
    """Two red packets with their gold, and a few coins."""
    paper = look.tint("#cf1f22")
    front = _packet("福", paper).turned(roll=-7, pitch=-12).moved(0.012, 0.002, 0.012)
    if is_held(look):
        return Model(mesh=_packet("福", paper), anchors={"grip": Anchor(at=(0, 0.045, 0))})
    behind = _packet("囍" if "double" in look.traits else "春", mix(paper, "#7a0010", 0.18)).turned(roll=13,
        pitch=-15).moved(-0.024, 0.003, -0.016)  # fmt: skip
    coins = [_coin().turned(pitch=p, yaw=y).moved(x, h, z) for x, h, z, p,
        y in ((0.054, 0.001, 0.040, 0, 0), (0.050, 0.0058, 0.036, 6, 30), (-0.050, 0.001, 0.036, 0, 20),
        (0.030, 0.001, 0.060, 0, 0))]  # fmt: skip
    mesh = join(front.moved(y=-float(front.low[1])), behind.moved(y=-float(behind.low[1])), *coins)
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.07, 0)),
        "top": Anchor(at=(0, float(mesh.high[1]), 0))})  # fmt: skip


def _packet(word: str, paper: Colour, *, rows: int = 56) -> Mesh:
    """One packet, 9 × 15 cm, standing on y = 0: a flap, a gold medallion with a character, corner ornaments."""
    wide, tall = 0.090, 0.150
    body = box(wide, tall, 0.006, paper, 0.42, bevel=0.0022)
    x = wide / 2 - 0.001
    point = smooth([(-x, tall - 0.020), (-0.018, tall - 0.036), (0, tall - 0.041), (0.018, tall - 0.036),
        (x, tall - 0.020)], closed=False, steps=6)  # fmt: skip
    flap = extrude(np.concatenate([point, [(x, tall - 0.001), (-x, tall - 0.001)]]), 0.0012,
        mix(paper, "#5a0008", 0.22), 0.42).moved(z=0.0034)  # fmt: skip
    disc = gold(lathe([(0.0285, 0), (0.030, 0.0006), (0.030, 0.0016), (0.0275, 0.0022), (0, 0.0022)], GOLD,
        steps=56)).turned(pitch=90).moved(0, tall * 0.42, 0.003)  # fmt: skip
    mark = lettered(word, 0.044, 0.044, paper, GOLD, rows=rows, fill=0.95, font="serif-900", depth=0.0008,
        gloss=0.5, bare=True).moved(0, tall * 0.42, 0.0052)  # fmt: skip
    rays = gold(extrude(star(0, 0, 0.040, 0.031, 24), 0.0012)).moved(0, tall * 0.42, 0.0030)
    edge = [gold(tube([(x0, y0, 0.0036), (x1, y1, 0.0036)], 0.0009, GOLD, steps=6))
        for x0, y0, x1, y1 in _frame_lines(wide, tall)]  # fmt: skip
    return join(body, flap, disc, mark, rays, *edge)


def _frame_lines(wide: float, tall: float) -> list[tuple[float, float, float, float]]:
    """A border with stepped corners, below the flap."""
    x, low, high, n = wide / 2 - 0.007, 0.007, tall - 0.050, 0.009
    return [(-x + n, low, x - n, low), (-x, low + n, -x, high), (x, low + n, x, high),
        (-x + n, low, -x + n, low + n), (-x, low + n, -x + n, low + n), (x - n, low, x - n, low + n),
        (x, low + n, x - n, low + n), ]  # fmt: skip


def _coin() -> Mesh:
    """A round coin with its square hole, lying flat."""
    flat = lathe([(0.0150, 0), (0.0158, 0.0010), (0.0158, 0.0026), (0.0150, 0.0036), (0.0125, 0.0036),
        (0.0120, 0.0028), (0, 0.0028)], GOLD, 0.7, steps=44, crease=30)  # fmt: skip
    hole = box(0.0080, 0.0004, 0.0080, "#7a5a1c", 0.2).moved(y=0.0029)
    rim = [gold(box(0.0092 if k % 2 else 0.0014, 0.0010, 0.0014 if k % 2
        else 0.0092, GOLD)).moved(*((0, 0.0028, s * 0.0046) if k % 2 else (s * 0.0046, 0.0028, 0)))
        for k in (0, 1) for s in (-1, 1)]  # fmt: skip
    return join(gold(flat), hole, *rim)


@draws("firecrackers")
def firecrackers(look: Look) -> Model:
    """A string of firecrackers on a bamboo pole, its lower end going off."""
    rng = look.rng("bang")
    red = look.tint(RED)
    one = join(cylinder(0.014, 0.062, red, 0.42, bevel=0.003, steps=20),
        *(gold(lathe([(0.0144, y), (0.0146, y + 0.007)], GOLD, steps=20)) for y in (0.006, 0.049)),
        cylinder(0.0125, 0.003, "#f2dca6", 0.2, steps=16).moved(y=0.061))  # fmt: skip
    crackers = []
    for row in range(11):
        for k in range(2):
            a = row * 1.25 + k * math.pi
            crackers.append(one.moved(0, -0.062, 0).turned(roll=52 + float(rng.normal()) * 5).moved(0.004, 0,
                0).turned(yaw=math.degrees(a)).moved(0, 0.56 - row * 0.038, 0))  # fmt: skip
    sign = join(gold(lathe([(0.050, 0), (0.053, 0.003), (0.053, 0.009), (0.050, 0.012), (0, 0.012)], GOLD,
        steps=56)), lathe([(0.045, 0.0125), (0, 0.0126)], red, 0.5)).turned(pitch=90).moved(0, 0.635,
        0)  # fmt: skip
    word = lettered("福", 0.066, 0.066, GOLD, red, rows=50, font="serif-900", depth=0.002, bare=True).moved(0,
        0.635, 0.0128).finished(metal=0.8)  # fmt: skip
    rope = tube([(0, 0.78, 0), (0, 0.14, 0)], 0.004, "#c8a050", 0.2, steps=8)
    pole = tube(smooth([(0.25, 0, -0.06), (0.24, 0.36, -0.06), (0.20, 0.66, -0.045), (0.11, 0.79, -0.02),
        (-0.01, 0.80, 0)], closed=False, steps=8), 0.012, "#9ab05a", 0.4, steps=12)  # fmt: skip
    foot = lathe([(0, 0), (0.085, 0), (0.088, 0.012), (0.05, 0.030), (0, 0.030)], "#7a7f88", 0.2,
        steps=36).moved(0.25, 0, -0.06)  # fmt: skip
    paper = [box(0.016, 0.0012, 0.010, mix(red, "#ff7a5a", float(rng.uniform(0, 0.5))), 0.2,
        bevel=0.0004).turned(yaw=float(rng.uniform(0, 180)), roll=float(rng.uniform(-12,
        12))).moved(float(rng.normal(0, 0.10)), 0.0015, float(rng.normal(0.02, 0.07)))
        for _ in range(34)]  # fmt: skip
    mesh = join(*crackers, sign, word, rope, pole, foot, *paper, _burst(rng).moved(0, 0.115, 0.0))
    return Model(mesh=mesh, lamps=(Lamp(at=(0, 0.12, 0), radius=0.22, colour="#ffd06a", strength=0.9),),
        anchors={"grip": Anchor(at=(0.1, 0.78, 0)), "top": Anchor(at=(0, 0.79, 0))})  # fmt: skip


def _burst(rng: np.random.Generator) -> Mesh:
    """Sparks and a flash."""
    flash = extrude(star(0, 0, 0.062, 0.030, 9, 0.2), 0.010, "#ffd84a", 0.1).finished(glow=1.0)
    core = extrude(star(0, 0, 0.036, 0.018, 9, 0.55), 0.016, "#fffbe0", 0.1).finished(glow=1.0)
    sparks = []
    for k in range(16):
        a, reach = k * 2 * math.pi / 16 + float(rng.normal()) * 0.1, float(rng.uniform(0.075, 0.115))
        x, y = math.cos(a), math.sin(a)
        sparks.append(tube([(x * 0.06, y * 0.06, 0), (x * reach, y * reach, float(rng.normal()) * 0.02)],
            [0.0034, 0.0010], "#ffb52e", 0.1, steps=6).finished(glow=1.0))  # fmt: skip
    return join(flash, core, *sparks)


@draws("kumquat_tree")
def kumquat_tree(look: Look) -> Model:
    """A New Year kumquat tree in its pot, hung with red packets."""
    rng = look.rng("kumquat")
    pot = lathe(smooth([(0, 0.004), (0.105, 0.004), (0.11, 0), (0.125, 0.006), (0.160, 0.10), (0.172, 0.185),
        (0.185, 0.195), (0.186, 0.212), (0.172, 0.214), (0.160, 0.19)], closed=False, steps=5),
        look.tint("#b8232a"), 0.62, steps=64, crease=60)  # fmt: skip
    earth = lathe([(0.165, 0.192), (0.1, 0.198), (0, 0.200)], "#4a3322", 0.1, crease=180)
    words = lettered("大吉", 0.15, 0.085, GOLD, "#b8232a", rows=32, font="serif-900", gloss=0.5,
        bare=True).finished(metal=0.7, gloss=0.6)  # fmt: skip
    words = bent(words, 0.157).moved(y=0.108)
    lean = words.vertices.copy()
    lean[:, [0, 2]] *= (1 + (lean[:, 1:2] - 0.108) * 2.1).astype(F)
    trunk = tube(bezier((0, 0.19, 0), (0.01, 0.25, 0), (-0.01, 0.30, 0.01), (0, 0.40, 0), 8),
        [0.020] * 7 + [0.012], "#7a5634", 0.2, steps=12)  # fmt: skip
    t = np.linspace(0, math.pi, 30)
    crown = lathe(np.column_stack([0.235 * np.sin(t) ** 0.8 * (1 - 0.22 * (1 - np.cos(t)) / 2),
        0.56 - 0.27 * np.cos(t)]), "#2f7a33", 0.1, steps=48, crease=180)  # fmt: skip
    crown = lumpy(crown, 0.020, 0.07, rng, 2)
    crown = crown.painted(blend("#1d5426", "#4c9a3c", noise3(crown.vertices, 0.05, rng, 2)))
    points, normals = spots(crown, 300, 0.018, rng, crown.vertices[:, 2] > -0.12)
    leaves = planted([_small_leaf(c) for c in ("#4fa03c", "#3a8a36", "#66b348")], points, normals, rng,
        sizes=(0.8, 1.3))  # fmt: skip
    at, out = spots(crown, 64, 0.044, rng, crown.vertices[:, 2] > -0.10)
    fruit = [ball((0.0165, 0.0180, 0.0165), (0, 0.012, 0), c, 0.7, steps=7)
        for c in ("#ff9a1e", "#ffae2e", "#f98a14")]  # fmt: skip
    oranges = planted(fruit, at, out, rng, sizes=(0.85, 1.15))
    hung = [_packet("吉", "#d4241f", rows=18).scaled(0.50).moved(0, -0.075,
        0).turned(roll=r).turned(yaw=y).moved(x, h, z) for x, h, z, y,
        r in ((-0.12, 0.55, 0.215, -26, 5), (0.075, 0.66, 0.195, 18, -6), (0.135, 0.47, 0.205, 32, 4),
        (-0.02, 0.47, 0.262, -4, -3))]  # fmt: skip
    bow = _big_bow().moved(0, 0.225, 0.185)
    mesh = join(pot, earth, replace(words, vertices=lean), trunk, crown, leaves, oranges, *hung, bow)
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.1, 0)),
        "top": Anchor(at=(0, float(mesh.high[1]), 0), size=0.1)})  # fmt: skip


def _small_leaf(colour: Colour) -> Mesh:
    """A leaf of few triangles that stands out from its twig."""
    u = np.array([0.0, 0.35, 0.7, 1.0])
    half = np.array([0.002, 0.0095, 0.0075, 0.0005])
    rows = np.stack([np.stack([-half, u * 0.034, 0.008 * u + 0.003], -1),
        np.stack([0 * u, u * 0.036, 0.008 * u], -1), np.stack([half, u * 0.034, 0.008 * u + 0.003], -1)],
        1)  # fmt: skip
    sheet = make(rows.reshape(-1, 3), grid_faces(4, 3, wraps=False), colour=colour, gloss=0.4)
    return both_sides(sheet).turned(pitch=34)


def _big_bow() -> Mesh:
    loops = [ball((0.046, 0.026, 0.014), (s * 0.042, 0.004, 0), RED, 0.45, steps=16).turned(roll=s * 14)
        for s in (-1, 1)]  # fmt: skip
    tails = [box(0.022, 0.070, 0.005, mix(RED, "#7a0010", 0.15), 0.4).moved(0, -0.072,
        0).turned(roll=s * 24).moved(s * 0.006, 0, -0.004) for s in (-1, 1)]  # fmt: skip
    return join(*loops, *tails, ball((0.014, 0.015, 0.014), (0, 0, 0.006), mix(RED, "#7a0010", 0.2), 0.45,
        steps=14))  # fmt: skip
