"""Signs that stand by themselves: neon, a light box, a street name, the card in a minibus's window."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, code, mix
from waa.painter.props.masonry import bar
from waa.painter.props.motor import Kit
from waa.painter.props.neon import outlined
from waa.painter.shapes import smooth, star
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, tube
from waa.painter.solid.model import Anchor, Lamp, Model

IRON, DARK = "#4a4d55", "#1d1826"
PINK, CYAN, AMBER, GREEN = "#ff4f9a", "#35d6ff", "#ffc03a", "#49e08c"


def _tubes(kit: Kit, mesh: Mesh, colour: Colour, core: float = 0.35) -> None:
    """Neon burns by day as well, only less."""
    kit.add(mesh.painted(mix(colour, "#ffffff", 0.12)).finished(gloss=0.5, glow=0.45))
    kit.night.append(mesh.painted(mix(colour, "#ffffff", core)).finished(glow=1.0).moved(0, 0, 0.006))


@draws("neon_sign_art", yaw=-16)
def neon_sign_art(look: Look) -> Model:
    """Two great characters in a frame of tubes, a star over them, an arrow round them, on iron legs."""
    tint = look.tint(PINK)
    kit = Kit()
    middle = 1.75
    board = outlined(1.30, 2.20, 0.16)
    kit.add(extrude(board, 0.16, DARK, 0.35, crease=30).moved(0, middle, 0), _legs(1.05, 0.70))
    for grow, thick, colour in ((0.92, 0.030, CYAN), (0.84, 0.020, tint)):
        ring = np.column_stack([board * (1 - (1 - grow) * 1.2, grow), np.full(len(board), 0.11)])
        _tubes(kit, tube([*ring, *ring[:2]], thick, colour, steps=6, caps=False).moved(0, middle, 0), colour)
    word = lettered("香港", 0.82, 1.62, mix(tint, "#ffffff", 0.35), DARK, rows=96, fill=0.98, font="sans-700",
                    vertical=True, bare=True).moved(0, middle, 0.10)  # fmt: skip
    kit.add(word.finished(glow=0.45))
    kit.night.append(word.finished(glow=1.0).moved(0, 0, 0.006))
    _star(kit, (0.0, middle + 1.28, 0.05))
    _arrow(kit, middle)
    for y, colour in (
        (middle + 0.4, tint),
        (middle - 0.5, tint),
        (middle + 1.25, AMBER),
        (middle - 0.9, GREEN),
    ):
        kit.lamps.append(Lamp(at=(0, y, 0.2), radius=1.35, colour=code(colour), strength=0.5))
    return kit.model({"top": Anchor(at=(0, middle + 1.6, 0), size=0.5)})


def _legs(apart: float, high: float) -> Mesh:
    parts = []
    for x in (-apart / 2, apart / 2):
        parts += [tube([(x, 0.03, 0), (x, high + 0.3, 0)], 0.045, IRON, 0.4, steps=8),
                  bar(0.12, 0.06, 0.80, IRON, 0.3).moved(x, 0, 0),
                  tube([(x, high * 0.75, -0.02), (x, 0.05, -0.34)], 0.025, IRON, 0.4, steps=6)]  # fmt: skip
    parts.append(tube([(-apart / 2, high * 0.55, 0), (apart / 2, high * 0.55, 0)], 0.03, IRON, 0.4, steps=6))
    return join(*parts)


def _star(kit: Kit, at: tuple[float, float, float]) -> None:
    """A star of two tubes before a round of iron, bulbs between its points."""
    x, y, z = at
    kit.add(extrude(star(0, 0, 0.40, 0.26, 8), 0.10, DARK, 0.3, crease=20).moved(x, y, z))
    for size, thick, colour in ((0.33, 0.024, AMBER), (0.19, 0.018, PINK)):
        ring = star(0, 0, size, size * 0.52, 5)
        path = np.column_stack([ring, np.full(len(ring), 0.07)])
        _tubes(kit, tube([*path, *path[:2]], thick, colour, steps=6, caps=False).moved(x, y, z), colour)


def _arrow(kit: Kit, middle: float) -> None:
    """It sweeps down the right side and points to the door."""
    sweep = [(0.84, 0.75), (0.98, 0.1), (0.86, -0.75), (0.30, -1.22), (-0.35, -1.24)]
    path = smooth(np.array(sweep) + (0, middle), closed=False, steps=6)
    flat = np.column_stack([path, np.full(len(path), 0.06)])
    kit.add(tube(flat, 0.11, DARK, 0.3, steps=8))
    lifted = flat + (0, 0, 0.10)
    _tubes(kit, tube(lifted, 0.028, GREEN, steps=6), GREEN)
    tip = [(x, middle - y, 0.14) for x, y in ((-0.20, 1.06), (-0.48, 1.24), (-0.20, 1.42))]
    _tubes(kit, tube(tip, 0.028, GREEN, steps=6), GREEN)
    for k in range(2, len(path) - 1, 3):
        bulb = ball(0.040, tuple(float(v) for v in flat[k] + (0.10, 0.02, 0.06)), "#fff0c8", 0.6, steps=6)
        kit.add(bulb)
        kit.night.append(bulb.finished(glow=1.0).scaled(1.0))


@draws("vertical_sign", yaw=-22)
def vertical_sign(look: Look) -> Model:
    """A box of light on an arm: red characters on white, green along the edges."""
    red = look.tint("#d62f2a")
    kit = Kit()
    kit.add(cylinder(0.26, 0.07, "#6d7478", 0.3, steps=20).moved(-0.42, 0, 0),
            tube([(-0.42, 0.05, 0), (-0.42, 2.95, 0)], 0.05, IRON, 0.4, steps=10),
            ball(0.07, (-0.42, 2.98, 0), IRON, 0.4, steps=8))  # fmt: skip
    for y in (2.55, 1.05):
        kit.add(tube([(-0.42, y, 0), (0.0, y, 0)], 0.032, IRON, 0.4, steps=6))
    kit.add(box(0.72, 2.16, 0.26, "#e8e4da", 0.3, bevel=0.03).moved(0.12, 0.72, 0),
            box(0.76, 0.10, 0.30, "#2b8a58", 0.4, bevel=0.02).moved(0.12, 2.84, 0),
            box(0.76, 0.10, 0.30, "#2b8a58", 0.4, bevel=0.02).moved(0.12, 0.66, 0))  # fmt: skip
    for turn in (0, 180):
        face = lettered("茶餐廳", 0.62, 1.96, red, "#fdf8ea", rows=84, fill=0.92, vertical=True, gloss=0.4)
        face = face.moved(0, 1.80, 0.134).turned(turn).moved(0.12, 0, 0)
        kit.add(face)
        kit.night.append(face.finished(glow=0.95).moved(0, 0, 0.004 if turn == 0 else -0.004))
    for y in (1.3, 2.2):
        kit.lamps.append(Lamp(at=(0.12, y, 0.2), radius=1.1, colour="#fff0cf", strength=0.5))
    return kit.model({"top": Anchor(at=(0.12, 2.94, 0), size=0.5)})


@draws("road_sign", yaw=-14)
def road_sign(look: Look) -> Model:
    """A street's name in both tongues, black on white, between two posts."""
    paper = look.tint("#fbf9f2")
    kit = Kit()
    for x in (-0.86, 0.86):
        kit.add(cylinder(0.055, 1.72, "#3b3e44", 0.4, steps=14, bevel=0.01).moved(x, 0, 0),
                ball(0.075, (x, 1.74, 0), "#3b3e44", 0.5, steps=10),
                cylinder(0.11, 0.06, "#6d7478", 0.2, steps=16).moved(x, 0, 0))  # fmt: skip
    kit.add(
        box(1.74, 0.66, 0.07, "#17181b", 0.35, bevel=0.02).moved(0, 0.98, 0),
        box(1.67, 0.59, 0.07, paper, 0.3, bevel=0.015).moved(0, 1.015, 0.008),
    )
    for turn in (0, 180):
        name = lettered("太平山街", 1.40, 0.30, "#17181b", paper, rows=30, fill=0.98, bare=True)
        english = lettered(
            "TAI PING SHAN STREET",
            1.48,
            0.13,
            "#17181b",
            paper,
            rows=17,
            fill=0.98,
            font="sans-700",
            bare=True,
        )
        words = (name.moved(0, 1.425, 0.046), english.moved(0, 1.14, 0.046))
        kit.add(*(w.turned(turn) for w in words))
    return kit.model({"top": Anchor(at=(0, 1.66, 0), size=0.6)})


@draws("minibus_sign", yaw=-12)
def minibus_sign(look: Look) -> Model:
    """The card behind the windscreen, painted by hand: where to, and how much."""
    ink = look.tint("#d3302a")
    width, height = 0.46, 0.20
    card = box(width, height, 0.012, "#fdfdf8", 0.5, bevel=0.004)
    words = []
    for text, wide, tall, paint, rows, x in (
        ("旺角", 0.27, 0.165, ink, 44, -0.075),
        ("佐敦\n$8", 0.105, 0.155, "#23489a", 40, 0.15),
    ):
        word = lettered(text, wide, tall, paint, "#fdfdf8", rows=rows, fill=0.98, font="serif-900", bare=True)
        words.append(word.moved(x, height / 2, 0.0065))
    lines = [bar(width * 0.94, 0.006, 0.001, ink).moved(0, y, 0.0064) for y in (0.010, height - 0.016)]
    leaning = join(card, *words, *lines).turned(pitch=-9).moved(0, 0.020, 0)
    reach = width / 2 + 0.02
    rail = [
        tube([(-reach, 0.014, z), (reach, 0.014, z)], 0.012, "#8d9198", 0.5, steps=8) for z in (-0.022, 0.026)
    ]
    feet = [bar(0.02, 0.02, 0.14, "#6d7478", 0.4).moved(s * 0.18, 0, -0.02) for s in (-1, 1)]
    stay = [
        tube([(s * 0.18, 0.12, -0.028), (s * 0.18, 0.012, -0.085)], 0.006, "#8d9198", 0.4, steps=6)
        for s in (-1, 1)
    ]
    return Model(
        mesh=join(leaning, *rail, *feet, *stay),
        anchors={"grip": Anchor(at=(0, 0.1, 0)), "top": Anchor(at=(0, 0.21, 0), size=0.2)},
    )
