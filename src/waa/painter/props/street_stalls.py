"""Stalls at the kerb: fruit under a striped canopy, the dai pai dong with its wok, the newsstand."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, code, mix
from waa.painter.props.hulls import cloth
from waa.painter.props.masonry import bar
from waa.painter.props.motor import Kit
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model
from waa.painter.world import stalls

GREEN, TIN = "#2f7d5b", "#b9c0c4"


@draws("market_stall", yaw=-22)
def market_stall(look: Look) -> Model:
    """Heaps of fruit on a counter, bulbs under the stripes."""
    stripe = code(look.tint("#c8332c"))
    mesh = stalls.stall("fruit", (stripe, "#f4efe6"), snowy=False, seed=3)
    lamps = tuple(
        Lamp(at=(x, 2.05, 0.8), radius=0.8, colour="#ffd894", strength=0.6) for x in (-0.9, 0.0, 0.9)
    )
    return Model(
        mesh=mesh,
        lamps=lamps,
        anchors={"top": Anchor(at=(0, 2.75, 0), size=1.0), "inside": Anchor(at=(0, 0.86, 0.1), size=0.6)},
    )


# -- dai pai dong --------------------------------------------------------------------------------------------


@draws("dai_pai_dong_stall", yaw=-24)
def dai_pai_dong_stall(look: Look) -> Model:
    """A green tin kitchen under canvas, fire beneath the wok, a folding table and stools before it."""
    paint = look.tint(GREEN)
    kit = Kit()
    kit.add(box(4.1, 0.08, 3.6, "#8f8b84", 0.15, bevel=0.03).moved(0, 0, 0.4))
    _kitchen(kit, paint)
    _wok(kit, (0.55, 1.0, -0.18))
    _canvas(kit, paint)
    _table(kit, (0.45, 0.08, 1.45))
    for x, z, tint in (
        (-0.35, 1.25, "#d8433a"),
        (1.25, 1.15, "#2f6fb3"),
        (0.85, 2.05, "#d8433a"),
        (-0.10, 2.0, "#2f8f6e"),
    ):
        kit.add(_stool(tint).moved(x, 0.08, z))
    return kit.model(
        {
            "top": Anchor(at=(0, 2.75, 0), size=1.4),
            "seat": Anchor(at=(0.85, 0.50, 2.05), size=0.4),
            "inside": Anchor(at=(-0.6, 0.4, -0.9), size=0.8),
        }
    )


def _kitchen(kit: Kit, paint: Colour) -> None:
    dark = mix(paint, "#0d231b", 0.45)
    kit.add(
        box(3.3, 0.92, 0.95, paint, 0.35, bevel=0.03).moved(0, 0.08, -0.35),
        box(3.4, 0.06, 1.10, TIN, 0.5, bevel=0.015).moved(0, 0.98, -0.33),
    )
    for k in range(4):
        x = -1.24 + 0.83 * k
        kit.add(
            bar(0.70, 0.66, 0.02, mix(paint, "#ffffff", 0.08), 0.3).moved(x, 0.20, 0.13),
            bar(0.12, 0.03, 0.03, TIN, 0.5).moved(x, 0.72, 0.15),
        )
    kit.add(bar(3.3, 1.75, 0.05, dark, 0.2).moved(0, 0.95, -0.95))
    for x in (-1.62, 1.62):
        kit.add(
            box(0.07, 2.6, 0.07, TIN, 0.4, bevel=0.01).moved(x, 0.08, -0.9),
            box(0.06, 2.35, 0.06, TIN, 0.4, bevel=0.01).moved(x, 0.08, 0.75),
        )
    sign = lettered("合記大排檔", 2.5, 0.46, "#c8302a", "#fbf3d6", rows=30, fill=0.94)
    kit.add(
        box(2.66, 0.58, 0.08, "#c8302a", 0.3, bevel=0.02).moved(0, 2.42, 1.18), sign.moved(0, 2.71, 1.225)
    )
    kit.night.append(sign.finished(glow=0.85).moved(0, 2.71, 1.23))
    rng = noise.stream("dai pai dong")
    for shelf in (1.42, 1.86):
        kit.add(bar(3.0, 0.04, 0.26, "#a8743f").moved(0, shelf, -0.80))
        x = -1.38
        while x < 1.38:
            tall = float(rng.uniform(0.14, 0.28))
            tint = ("#c8433a", "#e8c15a", "#3f7f5a", "#f3ead6", "#7a4a2c", "#5f96c8")[int(rng.integers(6))]
            kit.add(
                cylinder(0.055, tall, tint, 0.5, top=0.04, steps=8, bevel=0.01).moved(x, shelf + 0.04, -0.80)
            )
            x += float(rng.uniform(0.15, 0.26))
    for k in range(3):
        kit.add(_bowls(3 + k).moved(-1.30 + 0.34 * k, 1.04, -0.05))
    for x, y in ((-0.9, 1.96), (0.2, 1.90), (1.1, 1.96)):
        bulb = ball((0.06, 0.08, 0.06), (x, y, 0.35), "#fff0c0", 0.6, steps=8)
        kit.add(
            bulb.finished(glow=0.3), tube([(x, y + 0.06, 0.35), (x, 2.36, 0.3)], 0.010, "#2a2420", steps=4)
        )
        kit.night.append(bulb.finished(glow=1.0).moved(0, 0, 0.003))
        kit.lamps.append(Lamp(at=(x, y, 0.45), radius=1.3, colour="#ffd08a", strength=0.6))


def _bowls(count: int) -> Mesh:
    """A pile of cock bowls."""
    bowl = lathe(
        [(0.05, 0), (0.06, 0.015), (0.13, 0.09), (0.135, 0.095), (0.11, 0.06)], "#f6f1e4", 0.5, steps=14
    )
    return join(*(bowl.moved(0, 0.035 * k, 0) for k in range(count)))


def _wok(kit: Kit, at: tuple[float, float, float]) -> None:
    """Over a roaring burner; noodles fly."""
    x, y, z = at
    pan = [(0.0, 0.18), (0.22, 0.22), (0.40, 0.40), (0.42, 0.41), (0.38, 0.40), (0.20, 0.26), (0, 0.23)]
    arm = [(x + 0.36, y + 0.38, z + 0.1), (x + 0.80, y + 0.52, z + 0.22)]
    kit.add(cylinder(0.30, 0.22, "#5a5d62", 0.4, top=0.26, steps=20).moved(x, y, z),
            lathe(pan, "#2f3134", 0.5, steps=24, crease=80)
            .moved(x, y, z),
            tube(arm, 0.032, "#8a5a38", 0.3, steps=8))  # fmt: skip
    for k in range(9):
        a = 2 * math.pi * k / 9
        tall = 0.20 + 0.10 * (k % 3)
        flame = lathe(
            [(0.055, 0), (0.075, tall * 0.3), (0.035, tall * 0.7), (0, tall)],
            ("#ff8a2a", "#ffc23a", "#ff6a24")[k % 3],
            0.2,
            steps=6,
        )
        flame = flame.moved(x + 0.32 * math.sin(a), y + 0.12, z + 0.32 * math.cos(a))
        kit.add(flame.finished(glow=0.6))
        kit.night.append(flame.finished(glow=1.0).moved(0, 0.004, 0))
    kit.lamps.append(Lamp(at=(x, y + 0.3, z + 0.4), radius=1.2, colour="#ff9a3a", strength=0.7))
    rng = noise.stream("noodles")
    for k in range(8):
        t = np.linspace(0, 1, 6)
        spread = rng.uniform(-0.16, 0.16, 2)
        loop = np.column_stack(
            [
                x + spread[0] + 0.14 * np.sin(t * 5 + k),
                y + 0.34 + 0.42 * np.sin(t * 3) * (0.5 + 0.06 * k),
                z + spread[1] + 0.10 * np.cos(t * 4 + k),
            ]
        )
        kit.add(tube(loop, 0.016, "#e8b95a", 0.4, steps=5))
    for k in range(6):
        a = k * 2.4
        kit.add(
            ball(
                0.035,
                (x + 0.2 * math.sin(a), y + 0.62 + 0.05 * (k % 3), z + 0.2 * math.cos(a)),
                ("#5aa653", "#e0563a")[k % 2],
                0.3,
                steps=6,
            )
        )


def _canvas(kit: Kit, paint: Colour) -> None:
    """The roof of canvas, striped, sagging between its poles."""
    stripes = 11
    for k in range(stripes):
        tint = mix(paint, "#ffffff", 0.10) if k % 2 else "#f3ecd8"
        s = np.linspace(-1.9 + 3.8 * k / stripes, -1.9 + 3.8 * (k + 1) / stripes, 3)
        u, v = np.meshgrid(s, np.linspace(0, 1, 7))
        sag = 0.10 * np.sin(math.pi * (u / 1.9 * 0.5 + 0.5)) * np.sin(math.pi * v)
        roof = np.stack([u, 2.80 - 0.42 * v - sag, -1.15 + 2.35 * v], -1)
        hem = np.stack([u[:2], np.array([[2.38] * 3, [2.22] * 3]) - 0.0 * u[:2], np.full((2, 3), 1.20)], -1)
        kit.add(cloth(roof[::-1], tint, thick=0.02), cloth(hem[::-1], tint, thick=0.02))


def _table(kit: Kit, at: tuple[float, float, float]) -> None:
    x, y, z = at
    kit.add(
        cylinder(0.62, 0.045, "#e9dcc0", 0.4, steps=32, bevel=0.012).moved(x, y + 0.66, z),
        torus(0.62, 0.022, "#b9c0c4", 0.5, steps=32).moved(x, y + 0.682, z),
    )
    for a, b in ((0.6, 3.74), (2.2, 5.34)):
        ends = [(x + 0.42 * math.sin(t), y + h, z + 0.42 * math.cos(t)) for t, h in ((a, 0.0), (b, 0.66))]
        kit.add(tube(ends, 0.024, "#9aa0a6", 0.5, steps=6))
    top = y + 0.705
    soup = cylinder(0.105, 0.01, "#d98f3f", 0.6, steps=14).moved(0, 0.075, 0)
    for dx, dz in ((-0.22, 0.05), (0.24, -0.12)):
        kit.add(join(_bowls(1), soup).moved(x + dx, top, z + dz))
    kit.add(
        cylinder(0.05, 0.20, "#3f7f4a", 0.7, top=0.045, steps=12).moved(x + 0.10, top, z + 0.26),
        cylinder(0.02, 0.09, "#3f7f4a", 0.7, steps=8).moved(x + 0.10, top + 0.2, z + 0.26),
    )
    for k in range(5):
        kit.add(
            tube(
                [
                    (x - 0.05, top + 0.02, z - 0.30),
                    (x - 0.05 + 0.03 * (k - 2), top + 0.30, z - 0.32 + 0.02 * (k % 2)),
                ],
                0.008,
                "#c98f4f",
                0.3,
                steps=4,
            )
        )
    kit.add(cylinder(0.05, 0.13, "#d8433a", 0.4, steps=12).moved(x - 0.05, top, z - 0.30))


def _stool(tint: Colour) -> Mesh:
    """A folding stool with a round seat."""
    legs = []
    for a in np.arange(4) * math.pi / 2 + 0.5:
        ends = [(r * math.sin(a), y, r * math.cos(a)) for r, y in ((0.15, 0.02), (0.11, 0.40))]
        legs.append(tube(ends, 0.020, "#9aa0a6", 0.5, steps=6))
    return join(cylinder(0.18, 0.05, tint, 0.5, steps=18, bevel=0.015).moved(0, 0.39, 0), *legs)


# -- newsstand -----------------------------------------------------------------------------------------------


@draws("newsstand", yaw=-20)
def newsstand(look: Look) -> Model:
    """Racks of magazines, the day's papers in piles, a parasol over them."""
    paint = look.tint("#2f6fb3")
    kit = Kit()
    kit.add(
        box(2.4, 0.62, 0.8, "#7a6148", 0.15, bevel=0.02),
        box(2.5, 0.05, 0.92, "#a8845c", 0.2, bevel=0.012).moved(0, 0.62, 0),
    )
    rng = noise.stream("newsstand")
    _papers(kit, rng)
    _magazines(kit, rng)
    _parasol(kit, paint)
    kit.add(
        bar(2.4, 0.34, 0.03, paint, 0.3).moved(0, 0.14, 0.41),
        lettered("報紙雜誌", 1.5, 0.26, "#ffffff", paint, rows=22, fill=0.98).moved(0, 0.31, 0.43),
    )
    kit.lamps.append(Lamp(at=(0, 1.6, 0.5), radius=1.4, colour="#ffe0a8", strength=0.5))
    return kit.model({"top": Anchor(at=(0, 0.70, 0.1), size=0.7)})


def _papers(kit: Kit, rng: np.random.Generator) -> None:
    names = ("晨報", "日報", "晚報", "新聞")
    for k, x in enumerate((-0.86, -0.29, 0.29, 0.86)):
        tall = 0.08 + 0.03 * (k % 3)
        sheets = []
        for j in range(4):
            sheet = bar(0.46, tall / 4 * 0.9, 0.40, mix("#f3efe4", "#c9c3b4", 0.25 * (j % 2)), 0.05)
            sheets.append(sheet.turned(float(rng.uniform(-3, 3))).moved(x, 0.67 + tall * j / 4, 0.22))
        top = 0.67 + tall + 0.004
        face = lettered(
            names[k], 0.34, 0.12, ("#c8302a", "#23252b")[k % 2], "#f3efe4", rows=16, fill=0.98
        ).turned(pitch=-90)
        photo = bar(0.20, 0.004, 0.13, ("#6f9fc4", "#c9a26a", "#86b08a", "#c98a8a")[k], 0.1)
        lines = [bar(0.14, 0.003, 0.012, "#8d8a84").moved(x + 0.14, top, 0.24 + 0.03 * j) for j in range(4)]
        kit.add(*sheets, face.moved(x, top + 0.002, 0.10), photo.moved(x - 0.08, top, 0.29), *lines)


def _magazines(kit: Kit, rng: np.random.Generator) -> None:
    """Three shelves that lean back, covers in all colours."""
    tints = ("#d8433a", "#f2b632", "#3f86c9", "#58a787", "#d97fa6", "#7d5bb0", "#f3ead6", "#e58a2e")
    for row in range(3):
        y, z = 0.72 + 0.36 * row, -0.20 - 0.13 * row
        kit.add(bar(2.36, 0.05, 0.12, "#8f6c48", 0.2).moved(0, y - 0.02, z + 0.03))
        for k in range(8):
            tint = tints[(k * 3 + row * 5) % 8]
            cover = join(
                bar(0.25, 0.32, 0.014, tint, 0.4),
                bar(0.21, 0.06, 0.016, mix(tint, "#ffffff", 0.75), 0.3).moved(0, 0.25, 0),
                ball((0.07, 0.08, 0.012), (0, 0.12, 0.006), mix(tint, "#fff1dc", 0.55), 0.2, steps=6),
            ).turned(0, -16, float(rng.uniform(-2, 2)))
            kit.add(cover.moved(-1.02 + 0.291 * k, y + 0.02, z + 0.02))
    for x in (-1.2, 1.2):
        kit.add(tube([(x, 0.6, -0.12), (x, 1.85, -0.55)], 0.035, "#6f5236", 0.2, steps=6))


def _parasol(kit: Kit, paint: Colour) -> None:
    kit.add(tube([(0, 0.04, -0.55), (0, 2.74, -0.1)], 0.04, "#e9e4d8", 0.4, steps=8))
    for k in range(8):
        a = np.linspace(2 * math.pi * k / 8, 2 * math.pi * (k + 1) / 8, 4)
        t = np.linspace(0, 1, 6)[:, None]
        droop = 0.06 * np.sin(np.linspace(0, math.pi, 4))[None] * t**2
        roof = np.stack([1.55 * t * np.sin(a), 2.72 - 0.52 * t**1.7 + droop, -0.1 + 1.35 * t * np.cos(a)], -1)
        tint = paint if k % 2 else "#f6f0e0"
        kit.add(cloth(roof, tint, thick=0.02))
        rim = np.stack([roof[-1], roof[-1] - (0, 0.14, 0)])
        kit.add(cloth(rim[:, ::-1], tint, thick=-0.02))
    kit.add(ball(0.06, (0, 2.76, -0.1), "#e9e4d8", 0.4, steps=8))
