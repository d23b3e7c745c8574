"""What flies higher: a rocket, a flying saucer with its pilot, a satellite."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, look_up, mix, ramp, rgb
from waa.painter.props.motor import CHROME, Kit
from waa.painter.shapes import smooth
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.lettering import lettered, sheet
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model


@draws("rocket", yaw=24)
def rocket(look: Look) -> Model:
    """White with a coloured nose and fins, a round window, its engine burning; it leans when it flies."""
    paint = look.tint("#e0442f")
    kit = Kit()
    outline = smooth([(0.42, 0.75), (0.62, 1.2), (0.78, 2.0), (0.80, 2.9), (0.70, 3.8), (0.50, 4.5), (0.24, 5.05),
    (0.0, 5.28)],
                     closed=False, steps=7)  # fmt: skip

    def livery(v: Array, n: Array, c: Array) -> Array:
        y = v[:, 1:2]
        coloured = (y > 4.02) | ((y > 1.30) & (y < 1.46))
        return np.where(
            coloured, rgb(paint), np.where((y > 1.46) & (y < 1.52), rgb("#2f3540"), rgb("#f6f4ee"))
        )

    kit.add(painted_finely(lathe(outline, "#ffffff", 0.6, steps=56, crease=80), livery, levels=3, most=9000))
    kit.add(ball((0.06, 0.14, 0.06), (0, 5.34, 0), CHROME, 0.8, steps=12).finished(metal=0.6))
    for k in range(4):
        outline2 = smooth(
            [
                (0.30, 2.05),
                (0.72, 1.62),
                (1.12, 0.85),
                (1.18, 0.05),
                (0.98, 0.02),
                (0.80, 0.55),
                (0.52, 0.80),
                (0.30, 0.90),
            ],
            steps=5,
        )
        fin = extrude(outline2, 0.14, paint, 0.6, crease=80).moved(0.28, 0, 0)
        kit.add(fin.turned(45 + 90 * k))
    for y, r in ((3.25, 0.36), (2.30, 0.22)):
        x = 0.79 if y < 3 else 0.775
        kit.add(torus(r, 0.075, CHROME, 0.8, steps=36).turned(0, 90).moved(0, y, x - 0.04).finished(metal=0.5),
                ball((r, r, 0.10), (0, y, x - 0.06), "#244a6e", 0.95, steps=20),
                ball((r * 0.36, r * 0.14, 0.02), (-r * 0.32, y + r * 0.42, x + 0.045), "#cfe8f6", 0.9,
                steps=8).turned(0, 0, 0))  # fmt: skip
        kit.night.append(
            ball((r * 0.98, r * 0.98, 0.11), (0, y, x - 0.06), "#ffdf94", steps=20).finished(glow=0.95)
        )
        for a in np.linspace(0, 2 * math.pi, 9)[:-1]:
            kit.add(ball(0.026, (r * math.sin(a), y + r * math.cos(a), x + 0.035), "#8f959e", 0.6, steps=6))
    kit.add(
        lathe([(0.30, 0.42), (0.44, 0.42), (0.40, 0.60), (0.30, 0.80)], "#4a4f59", 0.5, steps=32).finished(
            metal=0.4
        )
    )
    kit.add(*_flame(long=look.pose == "fly"))
    kit.lamps += [
        Lamp(at=(0, 0.15, 0.2), radius=1.6, colour="#ff9a3a", strength=0.9),
        Lamp(at=(0, 3.25, 0.9), radius=0.7, strength=0.5),
    ]
    model = kit.model(
        {
            "seat": Anchor(at=(0, 4.9, 0.2), size=0.6),
            "top": Anchor(at=(0, 5.3, 0), size=0.4),
            "inside": Anchor(at=(0, 3.25, 0.5), size=0.5),
        }
    )
    return model


def _flame(long: bool) -> list[Mesh]:
    """A tongue of fire between smaller ones: white at the nozzle, then yellow, orange, red."""
    drop = 1.9 if long else 0.0
    table = ramp([(0, "#fff8dc"), (0.25, "#ffd95c"), (0.6, "#ff9a2e"), (1, "#f0532a")], 64)
    tongues = []
    for x, z, size in (
        (0, 0, 1.0),
        (0.2, 0.06, 0.62),
        (-0.2, 0.06, 0.66),
        (0.0, 0.22, 0.56),
        (0.0, -0.2, 0.6),
    ):
        tip = 0.04 - drop * size
        profile = smooth([(0.001, tip), (0.15 * size, tip + 0.10 + 0.3 * drop * size),
        (0.26 * size, 0.22 - 0.2 * drop * size), (0.22, 0.42), (0.16, 0.56)],
                         closed=False, steps=5)  # fmt: skip
        flame = lathe(profile, "#ffffff", 0.0, steps=24, crease=80)
        burnt = np.clip((0.5 - flame.vertices[:, 1]) / (0.5 - tip), 0, 1)
        tongues.append(flame.painted(look_up(table, burnt)).finished(glow=1.0).moved(x * 0.8, 0, z * 0.8))
    return tongues


@draws("ufo", yaw=0)
def ufo(look: Look) -> Model:
    """A saucer with a ring of lights, and a small green somebody under the dome."""
    metal = look.tint("#aab4c4")
    kit = Kit()
    hull = lathe(smooth([(0.0, 0.30), (0.6, 0.22), (1.2, 0.42), (1.85, 0.78), (2.05, 0.95), (1.86, 1.10),
    (1.25, 1.34), (0.86, 1.46), (0.80, 1.48)],
                        closed=False, steps=5), metal, 0.7, steps=72, crease=80)  # fmt: skip
    kit.add(
        hull.finished(metal=0.35),
        torus(2.02, 0.075, mix(metal, "#2d3444", 0.55), 0.6, steps=64).moved(0, 0.95, 0),
    )
    kit.add(
        lathe(
            [(0.9, 1.44), (0.98, 1.48), (0.96, 1.56), (0.84, 1.56)], mix(metal, "#2d3444", 0.4), 0.6, steps=48
        )
    )
    lights = ("#ff5d73", "#ffd34d", "#5dffb0", "#5db8ff")
    for k in range(16):
        a = 2 * math.pi * (k + 0.5) / 16
        at = (1.60 * math.sin(a), 0.705, 1.60 * math.cos(a))
        colour = lights[k % 4]
        kit.add(ball(0.13, at, colour, 0.9, steps=12).finished(glow=0.55))
        if math.cos(a) > -0.2:
            kit.lamps.append(Lamp(at=(at[0], at[1], at[2] + 0.1), radius=0.5, colour=colour, strength=0.6))
    kit.add(ball((0.55, 0.12, 0.55), (0, 0.24, 0), "#bff6ff", 0.9, steps=20).finished(glow=0.9))
    kit.lamps.append(Lamp(at=(0, 0.1, 0), radius=1.5, colour="#8ff0ff", strength=0.7))
    kit.add(*_pilot())
    dome = lathe(
        smooth([(0.84, 1.54), (0.88, 1.85), (0.74, 2.28), (0.42, 2.56), (0.0, 2.66)], closed=False, steps=6),
        "#bfeaf2",
        0.9,
        steps=48,
        crease=80,
    )
    return kit.model(
        {
            "top": Anchor(at=(0, 2.66, 0), size=0.8),
            "seat": Anchor(at=(0, 2.6, 0), size=0.8),
            "inside": Anchor(at=(0, 2.0, 0), size=0.7),
        },
        glass=dome,
    )


def _pilot() -> list[Mesh]:
    skin = "#86d168"
    parts = [
        ball((0.30, 0.34, 0.28), (0, 1.98, 0), skin, 0.4, steps=20),
        ball((0.20, 0.22, 0.18), (0, 1.58, 0), mix(skin, "#2f6a3a", 0.2), 0.4, steps=14),
    ]
    for x in (-1, 1):
        parts += [ball((0.085, 0.12, 0.05), (x * 0.12, 2.0, 0.245), "#1b1c22", 0.95, steps=12).turned(0, 0, 0),
                  ball((0.025, 0.03, 0.02), (x * 0.12 - 0.03, 2.05, 0.29), "#ffffff", 0.9, steps=6),
                  tube([(x * 0.10, 2.26, 0), (x * 0.18, 2.42, 0.02)], 0.018, skin, 0.4, steps=6),
                  ball(0.04, (x * 0.18, 2.44, 0.02), "#ffd34d", 0.6, steps=8)]  # fmt: skip
    smile = [(0.07 * math.sin(t), 1.86 - 0.03 * math.cos(t), 0.268) for t in np.linspace(-1.1, 1.1, 7)]
    return [*parts, tube(smile, 0.012, "#2c5a34", 0.3, steps=6)]


@draws("satellite", yaw=28)
def satellite(look: Look) -> Model:
    """A body in gold foil between two wings of solar cells, a dish, aerials."""
    foil = look.tint("#d9a441")
    kit = Kit()
    body = box(0.95, 1.15, 0.95, foil, 0.6, bevel=0.07).moved(0, 0.75, 0).finished(metal=0.7)
    kit.add(
        body,
        box(1.0, 0.10, 1.0, "#e9ecef", 0.5, bevel=0.03).moved(0, 1.86, 0),
        box(1.0, 0.10, 1.0, "#e9ecef", 0.5, bevel=0.03).moved(0, 0.68, 0),
    )
    cells: Array = np.tile(rgb("#1d3f8f"), (60, 110, 1))
    shine = np.linspace(0, 1, 110)[None, :, None] * 0.5 + np.linspace(0, 0.5, 60)[:, None, None]
    cells = np.asarray(cells + (rgb("#4f8fe0") - cells) * shine, np.float32)
    cells[::20] = cells[1::20][: len(cells[::20])] * 0 + rgb("#dfe6ee")
    cells[:, ::22] = rgb("#dfe6ee")
    cells[-1], cells[:, -1] = rgb("#dfe6ee"), rgb("#dfe6ee")
    panel = sheet(np.asarray(cells, np.float32), 2.2, 1.2, gloss=0.85)
    frame = box(2.28, 1.28, 0.06, "#c9ced6", 0.5, bevel=0.02).moved(0, -0.64, -0.035)
    wing = join(panel, frame)
    for side in (1, -1):
        kit.add(
            wing.turned(0, -16).moved(side * 1.95, 1.30, 0.05),
            tube([(side * 0.45, 1.30, 0), (side * 0.9, 1.30, 0)], 0.05, CHROME, 0.7),
        )
    dish = lathe(smooth([(0.0, 0.0), (0.22, 0.03), (0.40, 0.11), (0.52, 0.24), (0.50, 0.245), (0.38, 0.13),
    (0.2, 0.05), (0.0, 0.025)], closed=False, steps=3),
                 "#f2f3f2", 0.5, steps=40, crease=70)  # fmt: skip
    horn = join(
        tube([(0, 0.02, 0), (0, 0.34, 0)], 0.02, CHROME, 0.6, steps=6),
        ball(0.05, (0, 0.36, 0), "#e0442f", 0.6, steps=10),
    )
    kit.add(
        join(dish, horn).turned(0, 62).moved(0, 0.95, 0.60),
        join(dish, horn).scaled(0.62).turned(-30, -20).moved(-0.1, 1.96, 0.0),
    )
    kit.add(
        tube([(0.3, 1.9, -0.2), (0.42, 2.5, -0.3)], 0.018, CHROME, 0.6, steps=6),
        ball(0.045, (0.42, 2.52, -0.3), "#e0442f", 0.7, steps=8),
    )
    kit.add(
        lettered("話", 0.34, 0.34, "#7a4a10", foil, rows=26, fill=0.9, bare=True).moved(0.22, 1.55, 0.485),
        cylinder(0.16, 0.22, "#4a4f59").moved(0, 0.44, 0),
    )
    kit.lamps.append(Lamp(at=(0.42, 2.52, -0.25), radius=0.35, colour="#ff5040", strength=0.9))
    model = kit.model(
        {
            "top": Anchor(at=(0, 1.95, 0), size=0.8),
            "seat": Anchor(at=(0, 1.95, 0), size=0.8),
            "inside": Anchor(at=(0, 1.9, 0), size=0.7),
        }
    )
    return model.grounded()
