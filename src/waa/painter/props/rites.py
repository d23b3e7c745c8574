"""What stands before temples and at the feasts of the islands: the bun tower, incense, lanterns that rise."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.masonry import bar
from waa.painter.props.motor import Kit
from waa.painter.props.panes import quads
from waa.painter.shapes import smooth
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

RED, GOLD, BAMBOO = "#d1322c", "#dca93f", "#c9a45c"


# -- the bun tower -------------------------------------------------------------------------------------------


@draws("bun_tower", yaw=-14)
def bun_tower(look: Look) -> Model:
    """A cone of bamboo hung all over with buns, each with its red stamp; flags at the foot and the top."""
    stamp = look.tint(RED)
    kit = Kit()
    kit.add(
        box(3.0, 0.14, 3.0, "#b7b2a8", 0.1, bevel=0.04),
        box(2.5, 0.42, 2.5, "#b8322a", 0.2, bevel=0.04).moved(0, 0.12, 0),
    )
    high, low, wide, top = 4.9, 0.72, 0.98, 0.20
    kit.add(
        lathe([(wide * 0.9, 0.5), (wide * 0.9, low), (top * 0.85, high), (0, high)], "#b08a4a", 0.1, steps=20)
    )
    for k in range(10):
        a = 2 * math.pi * k / 10
        pole = [
            (r * math.sin(a), y, r * math.cos(a)) for r, y in ((wide * 1.02, 0.5), (top * 1.0, high + 0.25))
        ]
        kit.add(tube(pole, 0.035, BAMBOO, 0.2, steps=6))
    rng = noise.stream("buns")
    bun, mark = (
        ball((0.125, 0.095, 0.125), (0, 0, 0), "#fdf6e8", 0.25, steps=6).turned(pitch=70),
        _stamp(stamp),
    )
    rows = 23
    for row in range(rows):
        t = (row + 0.5) / rows
        y, r = low + (high - low) * t, wide + (top - wide) * t
        count = max(4, round(2 * math.pi * r / 0.235))
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * (row % 2)) / count + 0.04 * float(rng.uniform(-1, 1))
            if math.cos(a) < -0.35:
                continue  # nobody looks at it from behind
            kit.add(join(bun, mark).turned(math.degrees(a)).moved(r * math.sin(a), y, r * math.cos(a)))
    kit.add(
        _board("平安", 0.62, 0.62).moved(0, 1.0, 1.16).turned(0),
        ball(0.17, (0, high + 0.28, 0), RED, 0.4, steps=12),
    )
    for x in (-1, 1):
        kit.add(_couplet("國泰民安" if x < 0 else "風調雨順").moved(x * 1.22, 0.54, 1.20))
    for k in range(6):
        a = 2 * math.pi * (k + 0.5) / 6
        kit.add(
            _pennant(("#e0b24a", "#3f9a6a", "#d1322c")[k % 3])
            .turned(math.degrees(a))
            .moved(0.14 * math.sin(a), high + 0.15, 0.14 * math.cos(a))
        )
    return kit.model(
        {"top": Anchor(at=(0, high + 0.45, 0), size=0.5), "seat": Anchor(at=(0.0, 2.9, 0.62), size=0.5)}
    )


def _stamp(colour: Colour) -> Mesh:
    """The red seal on a bun's face."""
    w = 0.036
    return (
        quads(np.array([[(-w, -w, 0), (w, -w, 0), (w, w, 0), (-w, w, 0)]]), rgb(colour))
        .moved(0, 0, 0.101)
        .turned(pitch=-20)
    )


def _board(text: str, width: float, height: float) -> Mesh:
    face = lettered(text, width, height * 0.6, "#fbe7a8", RED, rows=26, fill=0.9, font="serif-900")
    return join(
        box(width + 0.10, height * 0.7 + 0.06, 0.05, GOLD, 0.5, bevel=0.015).moved(
            0, -height * 0.35 - 0.03, -0.03
        ),
        face.moved(0, 0, 0.004),
    )


def _couplet(text: str) -> Mesh:
    face = lettered(text, 0.24, 1.20, "#fbe7a8", RED, rows=64, fill=0.92, font="serif-900", vertical=True)
    post = tube([(0, 0, -0.03), (0, 1.55, -0.03)], 0.035, BAMBOO, 0.2, steps=6)
    return join(bar(0.28, 1.26, 0.03, GOLD, 0.4).moved(0, 0.20, 0), face.moved(0, 0.83, 0.02), post)


def _pennant(colour: Colour) -> Mesh:
    pole = tube([(0, 0, 0), (0, 0.62, 0.32)], 0.014, BAMBOO, 0.2, steps=5)
    cloth = extrude([(0, 0), (0.34, 0.10), (0, 0.22)], 0.012, colour, 0.2, crease=10)
    return join(pole, cloth.moved(0, 0.40, 0.30))


# -- incense -------------------------------------------------------------------------------------------------


@draws("incense_coil", yaw=-10)
def incense_coil(look: Look) -> Model:
    """A cone of coils hung from a red frame, a wish on its paper, the end glowing."""
    brown = look.tint("#b7793a")
    kit = Kit()
    turns, top, low, radius = 7.0, 2.20, 1.10, 0.62
    t = np.linspace(0, 1, 190)
    a = 2 * math.pi * turns * t
    coil = np.column_stack(
        [radius * t**0.85 * np.sin(a), top - (top - low) * t, radius * t**0.85 * np.cos(a)]
    )
    kit.add(tube(coil, 0.030, brown, 0.15, steps=7))
    ember = ball(0.042, tuple(float(v) for v in coil[-1]), "#ff6a24", 0.3, steps=7)
    kit.add(ember.finished(glow=0.7))
    kit.night.append(ember.painted("#ffb04a").finished(glow=1.0).scaled(1.001))
    x, y, z = (float(v) for v in coil[-1])
    kit.lamps.append(Lamp(at=(x, y, z), radius=0.35, colour="#ff8a3a", strength=0.8))
    kit.add(tube([(0, top - 0.02, 0), (0, 2.42, 0)], 0.012, "#8d9198", 0.4, steps=5))
    wish = lettered("許願", 0.12, 0.30, "#fbe7a8", RED, rows=30, fill=0.95, vertical=True).moved(
        0, -0.22, 0.005
    )
    card = join(bar(0.16, 0.46, 0.006, RED, 0.2).moved(0, -0.46, 0), wish)
    kit.add(card.moved(0, 1.98, 0), tube([(0, top, 0), (0, 1.96, 0)], 0.006, "#fbe7a8", steps=4))
    for side in (-0.86, 0.86):
        kit.add(lathe([(0.16, 0), (0.16, 0.06), (0.09, 0.12), (0.055, 0.14)], GOLD, 0.4, steps=16).moved(side, 0, 0),
                tube([(side, 0.10, 0), (side, 2.45, 0)], 0.05, RED, 0.4, steps=12),
                ball(0.07, (side, 2.52, 0), GOLD, 0.5, steps=10))  # fmt: skip
    kit.add(
        tube([(-0.98, 2.44, 0), (0.98, 2.44, 0)], 0.045, RED, 0.4, steps=10),
        bar(1.72, 0.06, 0.5, "#8f241c", 0.2),
    )
    kit.add(_smoke(tuple(float(v) for v in coil[-1]), 0.9))
    return kit.model({"top": Anchor(at=(0, 2.5, 0), size=0.4)})


def _smoke(at: tuple[float, ...], tall: float) -> Mesh:
    t = np.linspace(0, 1, 12)
    path = np.column_stack(
        [at[0] + 0.06 * np.sin(t * 7) * t, at[1] + tall * t, at[2] + 0.05 * np.cos(t * 6) * t]
    )
    return tube(
        path, list(0.008 + 0.020 * np.sin(math.pi * np.clip(t, 0.02, 0.98))), "#e4e2de", 0.05, steps=5
    )


@draws("incense_burner", yaw=-16)
def incense_burner(look: Look) -> Model:
    """A bronze cauldron on three legs, two handles, sticks burning in its ash."""
    bronze = look.tint("#a9803f")
    kit = Kit()
    belly = [(0.0, 0.34), (0.34, 0.36), (0.58, 0.50), (0.66, 0.74), (0.58, 0.92), (0.54, 1.00)]
    profile = [*belly, (0.66, 1.06), (0.68, 1.12), (0.56, 1.12), (0.54, 1.02)]
    kit.add(
        lathe(profile, bronze, 0.5, steps=40, crease=60).finished(metal=0.3),
        cylinder(0.55, 0.03, "#b8b0a4", 0.05, steps=32).moved(0, 1.02, 0),
    )
    for k in range(3):
        a = 2 * math.pi * (k + 0.5) / 3
        leg = [(r * math.sin(a), y, r * math.cos(a)) for r, y in ((0.36, 0.52), (0.46, 0.30), (0.42, 0.11))]
        paw = ball((0.12, 0.07, 0.14), (0.43 * math.sin(a), 0.07, 0.43 * math.cos(a)), bronze, 0.4, steps=9)
        kit.add(tube(leg, [0.13, 0.09, 0.10], bronze, 0.4, steps=10), paw)
    bend = np.linspace(-0.4, math.pi + 0.4, 15)
    for s in (-1, 1):
        loop = np.column_stack(
            [s * (0.66 + 0.10 * np.sin(bend)), 1.22 + 0.20 * np.sin(bend), 0.17 * np.cos(bend)]
        )
        kit.add(tube(loop, 0.045, bronze, 0.5, steps=8).finished(metal=0.2))
    kit.add(torus(0.64, 0.030, mix(bronze, "#ffe0a0", 0.35), 0.6, steps=40).moved(0, 0.82, 0))
    face = lettered(
        "香火鼎盛", 0.74, 0.20, "#f3d27a", bronze, rows=24, fill=0.98, font="serif-900", bare=True
    )
    bent = face.vertices.copy()
    turn = bent[:, 0] / 0.66
    wrapped = Mesh(
        np.stack([0.665 * np.sin(turn), bent[:, 1] + 0.69, 0.665 * np.cos(turn)], -1),
        face.faces,
        face.normals,
        face.colours,
        face.surface,
    )
    kit.add(wrapped)
    rng = noise.stream("incense")
    for k in range(26):
        x, z = (float(v) for v in rng.uniform(-0.36, 0.36, 2))
        tall = float(rng.uniform(0.30, 0.62))
        lean = (x * 1.18, 1.03 + tall, z * 1.18)
        kit.add(tube([(x, 1.03, z), lean], 0.012, RED if k % 4 else GOLD, 0.2, steps=5, caps=False))
        tip = ball(0.018, lean, "#ff8a3a", 0.2, steps=4)
        kit.add(tip.finished(glow=0.8))
        kit.night.append(tip.painted("#ffc06a").finished(glow=1.0).moved(0, 0.002, 0))
        if k % 6 == 0:
            kit.add(_smoke(lean, 0.55))
    kit.lamps.append(Lamp(at=(0, 1.5, 0.2), radius=1.0, colour="#ff9a4a", strength=0.6))
    return kit.model({"top": Anchor(at=(0, 1.15, 0), size=0.6), "inside": Anchor(at=(0, 1.05, 0), size=0.5)})


# -- lanterns that rise ----------------------------------------------------------------------------------------


@draws("sky_lantern", yaw=-12)
def sky_lantern(look: Look) -> Model:
    """Paper over a ring of bamboo, a flame beneath, a wish brushed on its side; it glows from within.

    Who lets it go is seen below it: it is gripped well under its rim.
    """
    paper = look.tint("#f6b45a")
    hot, pale = mix(paper, "#ffe9b0", 0.65), mix(paper, "#e06a24", 0.45)

    def glow(v: Array, n: Array, c: Array) -> Array:
        share = np.clip((v[:, 1:2] - 0.1) / 0.85, 0, 1)
        low: Array = rgb(hot) + (rgb(pale) - rgb(hot)) * share
        ribs = np.abs((np.arctan2(v[:, :1], v[:, 2:]) / (2 * math.pi) * 8) % 1 - 0.5) > 0.47
        return np.asarray(np.where(ribs, low * 0.86, low), np.float32)

    outline = [
        (0.30, 0.06),
        (0.33, 0.30),
        (0.40, 0.62),
        (0.41, 0.80),
        (0.34, 0.96),
        (0.18, 1.03),
        (0.0, 1.05),
    ]
    body = painted_finely(
        lathe(smooth(outline, closed=False, steps=5), paper, 0.1, steps=40, crease=80),
        glow,
        levels=1,
        most=6000,
    )
    word = lettered(
        "願", 0.30, 0.30, "#8f241c", mix(hot, pale, 0.45), rows=40, fill=0.95, font="serif-900", bare=True
    )
    turn = word.vertices[:, 0] / 0.39
    y = word.vertices[:, 1] + 0.56
    out = np.interp(y, [0.06, 0.30, 0.62, 0.80], [0.30, 0.33, 0.40, 0.41]) + 0.006
    around = np.stack([out * np.sin(turn), y, out * np.cos(turn)], -1).astype(np.float32)
    brushed = Mesh(around, word.faces, word.normals, word.colours, word.surface)
    ring = torus(0.30, 0.014, BAMBOO, 0.2, steps=32).moved(0, 0.06, 0)
    wires = [
        tube([(0.30 * math.sin(a), 0.06, 0.30 * math.cos(a)), (0, 0.05, 0)], 0.006, "#8d9198", 0.3, steps=4)
        for a in (0.4, 1.97, 3.54, 5.11)
    ]
    flame = lathe([(0.04, 0.03), (0.07, 0.09), (0.04, 0.18), (0, 0.26)], "#ffe08a", 0.2, steps=12).finished(
        glow=0.9
    )
    day = join(body.finished(glow=0.35), brushed, ring, *wires, flame)
    night = join(body, brushed).finished(glow=0.85).scaled(1.004, 1.0, 1.004)
    lamp = Lamp(at=(0, 0.45, 0.3), radius=1.0, colour="#ffb45a", strength=0.7)
    return Model(
        mesh=day.moved(0, -0.03, 0),
        night=night.moved(0, -0.03, 0),
        lamps=(lamp,),
        anchors={"grip": Anchor(at=(0, -0.95, 0)), "top": Anchor(at=(0, 1.0, 0), size=0.3)},
    )
