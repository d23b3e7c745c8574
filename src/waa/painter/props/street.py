"""Things that stand along a street: bench, gas lamp, traffic light, bus stop."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix, rgb
from waa.painter.props.hulls import cloth
from waa.painter.props.masonry import bar
from waa.painter.props.motor import Kit
from waa.painter.props.panes import quads
from waa.painter.shapes import smooth
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

IRON = "#2f4a44"


# -- bench -------------------------------------------------------------------------------------------------


@draws("bench", yaw=-22)
def bench(look: Look) -> Model:
    """Slats of wood on three cast-iron legs with curled arms, as in a park."""
    wood = look.tint("#b9783f")
    kit = Kit()
    for x in (-0.78, 0.0, 0.78):
        kit.add(*_bench_leg(x, arm=x != 0))
    rng = look.rng("slats")
    for k in range(5):
        tone = mix(wood, "#5a3418", 0.06 + 0.14 * float(rng.random()))
        kit.add(box(1.80, 0.045, 0.085, tone, 0.25, bevel=0.015).moved(0, 0.43 - 0.004 * k, 0.24 - 0.105 * k))
    for k in range(4):
        tone = mix(wood, "#5a3418", 0.06 + 0.14 * float(rng.random()))
        slat = box(1.80, 0.085, 0.04, tone, 0.25, bevel=0.015).turned(pitch=-14)
        kit.add(slat.moved(0, 0.53 + 0.108 * k, -0.235 - 0.028 * k))
    seat = Anchor(at=(0, 0.475, 0.06), size=1.2)
    return kit.model({"seat": seat, "top": seat})


def _bench_leg(x: float, *, arm: bool) -> list[Mesh]:
    iron = 0.032
    front = smooth([(0.30, 0.0), (0.27, 0.12), (0.30, 0.26), (0.28, 0.41)], closed=False, steps=5)
    back = smooth(
        [(-0.36, 0.0), (-0.27, 0.16), (-0.22, 0.40), (-0.27, 0.62), (-0.36, 0.96)], closed=False, steps=5
    )
    paths = [
        front,
        back,
        np.array([(0.30, 0.40), (0.0, 0.385), (-0.24, 0.37)]),
        np.array([(0.28, 0.14), (0.0, 0.22), (-0.27, 0.16)]),
    ]
    if arm:
        paths.append(
            smooth(
                [(0.28, 0.41), (0.33, 0.58), (0.27, 0.68), (0.05, 0.66), (-0.26, 0.66)], closed=False, steps=5
            )
        )
        a = np.linspace(0, 1.6 * math.pi, 12)
        paths.append(
            np.column_stack(
                [0.27 + 0.055 * np.cos(a) * (1 - 0.08 * a), 0.625 + 0.055 * np.sin(a) * (1 - 0.08 * a)]
            )
        )
    parts = [
        tube(np.column_stack([np.full(len(p), x), p[:, 1], p[:, 0]]), iron, IRON, 0.4, steps=8) for p in paths
    ]
    feet = [ball((0.05, 0.03, 0.06), (x, 0.030, z), IRON, 0.4, steps=8) for z in (0.30, -0.36)]
    return [p.moved(0, iron, 0) for p in parts] + feet


# -- gas lamp ----------------------------------------------------------------------------------------------


@draws("street_lamp", yaw=-16)
def street_lamp(look: Look) -> Model:
    """A gas lamp on a fluted post, with the bar the lamplighter leant his ladder on."""
    iron = look.tint(IRON)
    gold = "#d9a93f"
    kit = Kit()
    foot = [
        (0.30, 0),
        (0.30, 0.08),
        (0.24, 0.12),
        (0.22, 0.34),
        (0.25, 0.38),
        (0.20, 0.44),
        (0.13, 0.52),
        (0.11, 0.62),
    ]
    kit.add(lathe(foot, iron, 0.35, steps=8, crease=20))
    kit.add(lathe([(0.10, 0.58), (0.085, 1.7), (0.07, 2.62)], iron, 0.4, steps=24))
    for k in range(8):
        a = 2 * math.pi * k / 8
        flute = [
            (r * math.sin(a), y, r * math.cos(a)) for r, y in ((0.102, 0.66), (0.086, 1.7), (0.072, 2.5))
        ]
        kit.add(tube(flute, 0.016, mix(iron, "#ffffff", 0.10), 0.4, steps=5))
    for y, r in ((0.66, 0.13), (1.55, 0.115), (2.50, 0.105), (2.66, 0.09)):
        kit.add(torus(r * 0.88, r * 0.26, gold if y > 2 else iron, 0.5, steps=20).moved(0, y, 0))
    kit.add(tube([(-0.40, 2.58, 0), (0.40, 2.58, 0)], 0.024, iron, 0.4, steps=8))
    around = np.linspace(-0.5 * math.pi, 1.1 * math.pi, 14)
    for s in (-1, 1):
        kit.add(ball(0.045, (s * 0.42, 2.58, 0), gold, 0.6, steps=8))
        curl = np.column_stack(
            [s * (0.16 + 0.075 * np.cos(around)), 2.46 + 0.075 * np.sin(around), np.zeros(14)]
        )
        kit.add(tube(curl, 0.014, iron, 0.4, steps=6))
    glass = _lantern(kit, iron, gold)
    kit.lamps += [Lamp(at=(0, 3.02, 0), radius=1.9, colour="#ffd596", strength=0.9)]
    return kit.model({"top": Anchor(at=(0, 3.62, 0), size=0.4)}, glass=glass)


def _lantern(kit: Kit, iron: Colour, gold: Colour) -> Mesh:
    """Six panes that widen upwards under a hood; gives the glass."""
    low, high, y0, y1 = 0.155, 0.275, 2.76, 3.24
    ring = [2 * math.pi * (k + 0.5) / 6 for k in range(6)]
    for a in ring:
        post = [(low * math.sin(a), y0, low * math.cos(a)), (high * math.sin(a), y1, high * math.cos(a))]
        kit.add(tube(post, 0.020, iron, 0.4, steps=6))
    kit.add(
        lathe(
            [(0.06, 2.66), (0.17, 2.72), (0.175, 2.77), (0.12, 2.77)], iron, 0.4, steps=6, crease=20
        ).turned(30)
    )
    hood = [
        (0.33, 3.22),
        (0.34, 3.26),
        (0.22, 3.36),
        (0.14, 3.42),
        (0.13, 3.47),
        (0.17, 3.50),
        (0.10, 3.56),
        (0.0, 3.58),
    ]
    kit.add(
        lathe(hood, iron, 0.45, steps=6, crease=20).turned(30),
        ball((0.05, 0.07, 0.05), (0, 3.63, 0), gold, 0.6, steps=8),
    )
    flame = lathe(
        [(0.03, 2.78), (0.07, 2.86), (0.085, 2.98), (0.06, 3.10), (0.0, 3.18)],
        "#fff0c4",
        0.3,
        steps=12,
        crease=80,
    )
    kit.add(flame.finished(glow=0.45), cylinder(0.035, 0.06, gold, 0.5, steps=10).moved(0, 2.75, 0))
    panes = np.array([[_at(low, y0, a), _at(low, y0, b), _at(high, y1, b), _at(high, y1, a)]
                      for a, b in zip(ring, [*ring[1:], ring[0] + 2 * math.pi], strict=True)])  # fmt: skip
    kit.night.append(quads(panes, rgb("#ffdf9a"), lift=-0.012, glow=0.85))
    kit.night.append(flame.painted("#fff6dd").finished(glow=1.0).scaled(1.02))
    return quads(panes, rgb("#e9f1f2"), gloss=0.9)


def _at(radius: float, y: float, angle: float) -> tuple[float, float, float]:
    return radius * math.sin(angle), y, radius * math.cos(angle)


# -- traffic light -------------------------------------------------------------------------------------------

_ASPECTS = (("red", "#ff3b30", "#4a1512"), ("yellow", "#ffb52e", "#4a3512"), ("green", "#2fe08a", "#113f2c"))


@draws("traffic_light", yaw=-20)
def traffic_light(look: Look) -> Model:
    """Three lights on their board, the man for those on foot, and the yellow box that ticks."""
    shown = {"green": "green", "yellow": "yellow", "orange": "yellow"}.get(look.colour or "", "red")
    kit = Kit()
    grey = "#9aa3a6"
    kit.add(cylinder(0.20, 0.08, "#7d8487", 0.2, steps=20, bevel=0.02),
            lathe([(0.095, 0.06), (0.095, 0.9), (0.075, 0.96), (0.075, 3.25), (0, 3.27)], grey, 0.4, steps=20))  # fmt: skip
    _signal(kit, shown)
    _walker(kit, "green" if shown == "red" else "red")
    yellow = "#f2c21c"
    kit.add(box(0.22, 0.34, 0.16, yellow, 0.4, bevel=0.03).moved(0, 1.10, 0.13),
            cylinder(0.055, 0.03, "#c6392e", 0.5, steps=16, bevel=0.01).turned(pitch=90).moved(0, 1.22, 0.205),
            lettered("請按掣", 0.16, 0.055, "#2b2b2f", yellow, rows=10, fill=0.98).moved(0, 1.36, 0.216),
            torus(0.075, 0.008, "#2b2b2f", 0.3, steps=16).turned(pitch=90).moved(0, 1.22, 0.212))  # fmt: skip
    return kit.model({"top": Anchor(at=(0, 3.3, 0), size=0.3)})


def _signal(kit: Kit, shown: str) -> None:
    back, case = "#1d1f22", "#2a2c30"
    board = extrude(_rounded(0.80, 1.72, 0.14), 0.04, back, 0.25, crease=30)
    rim = extrude(_rounded(0.86, 1.78, 0.16), 0.03, "#f2f0ea", 0.3, crease=30)
    kit.add(rim.moved(0, 2.62, 0.075), board.moved(0, 2.62, 0.10))
    kit.add(box(0.44, 1.44, 0.24, case, 0.35, bevel=0.06).moved(0, 1.90, 0.22))
    for k, (name, bright, dull) in enumerate(_ASPECTS):
        at = (0.0, 3.08 - 0.46 * k, 0.345)
        is_on = name == shown
        lens = ball((0.165, 0.165, 0.06), at, bright if is_on else dull, 0.7, steps=14)
        kit.add(lens.finished(glow=0.85 if is_on else 0.0))
        kit.add(_visor(at))
        if is_on:
            glow = lens.painted(mix(bright, "#ffffff", 0.25)).finished(glow=1.0)
            kit.night.append(glow.moved(0, 0, 0.004))
            kit.lamps.append(Lamp(at=(0, at[1], 0.42), radius=1.0, colour=bright, strength=0.85))


def _rounded(width: float, height: float, corner: float) -> np.ndarray:
    w, h = width / 2 - corner, height / 2 - corner
    parts = []
    for k, (x, y) in enumerate(((w, h), (-w, h), (-w, -h), (w, -h))):
        a = np.linspace(k * math.pi / 2, (k + 1) * math.pi / 2, 6)
        parts.append(np.column_stack([x + corner * np.cos(a), y + corner * np.sin(a)]))
    return np.concatenate(parts)


def _visor(at: tuple[float, float, float]) -> Mesh:
    """A hood over a light, open below, seen from both sides."""
    t, a = np.meshgrid(np.linspace(0, 1, 4), np.linspace(-0.15, math.pi + 0.15, 17), indexing="ij")
    reach = 0.05 + 0.17 * np.clip(np.sin(a) * 0.7 + 0.45, 0, 1)
    points = np.stack([0.19 * np.cos(a), at[1] + 0.19 * np.sin(a), at[2] + t * reach], -1)
    return cloth(points, "#26282c", thick=0.012, gloss=0.3)


def _walker(kit: Kit, shown: str) -> None:
    """Two small lamps for those on foot: the man who stands and the man who walks."""
    x, y, grey = 0.44, 1.46, "#7d8487"
    kit.add(box(0.34, 0.70, 0.20, "#2a2c30", 0.35, bevel=0.04).moved(x, y, 0.12))
    kit.add(*(bar(0.40, 0.05, 0.05, grey).moved(x / 2, y + dy, 0.06) for dy in (0.14, 0.50)))
    for name, bright, dy in (("red", "#ff4a3c", 0.50), ("green", "#35e896", 0.19)):
        is_on = name == shown
        panel = extrude(_rounded(0.25, 0.25, 0.03), 0.02, "#15171a", 0.6, crease=30).moved(x, y + dy, 0.225)
        tint = bright if is_on else mix(bright, "#15171a", 0.8)
        man = join(*_man(tint, walks=name == "green")).moved(x, y + dy, 0.24)
        kit.add(panel, man.finished(glow=0.8 if is_on else 0.0))
        if is_on:
            kit.night.append(man.finished(glow=1.0).moved(0, 0, 0.004))
            kit.lamps.append(Lamp(at=(x, y + dy, 0.28), radius=0.4, colour=bright, strength=0.6))


def _man(colour: Colour, *, walks: bool) -> list[Mesh]:
    stride = 0.045 if walks else 0.016
    lines: list[list[tuple[float, float]]] = [[(0, 0.035), (0, -0.03)], [(0, -0.02), (-stride, -0.10)],
             [(0, -0.02), (stride, -0.10)],
             [(0, 0.03), (-stride * 0.9 - 0.01, -0.02)], [(0, 0.03), (stride * 0.9 + 0.01, -0.02)]]  # fmt: skip
    limbs = [tube([(px, py, 0) for px, py in line], 0.013, colour, 0.3, steps=5) for line in lines]
    return [ball((0.024, 0.024, 0.012), (0, 0.072, 0), colour, 0.3, steps=6), *limbs]
