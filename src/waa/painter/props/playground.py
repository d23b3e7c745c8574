"""Of the playground and the pavement: swing, seesaw, vending machine, hydrant."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.props.masonry import bar
from waa.painter.props.motor import Kit
from waa.painter.props.panes import quads
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

RED, YELLOW, BLUE, STEEL = "#e0483c", "#f2b632", "#3f86d0", "#aeb6bc"


@draws("swing", yaw=-26)
def swing(look: Look) -> Model:
    """Two seats on chains under a frame of pipes."""
    paint = look.tint(RED)
    kit = Kit()
    high = 2.15
    for x in (-1.35, 1.35):
        for z in (-0.75, 0.75):
            kit.add(tube([(x * 1.06, 0.055, z), (x, high, 0)], 0.055, paint, 0.4, steps=12))
            kit.add(cylinder(0.10, 0.04, "#7d8487", 0.2, steps=14).moved(x * 1.06, 0, z))
        kit.add(
            tube(
                [(x * 1.03, high * 0.5, -0.375), (x * 1.03, high * 0.5, 0.375)], 0.035, YELLOW, 0.4, steps=8
            ),
            ball(0.10, (x, high, 0), YELLOW, 0.4, steps=10),
        )
    kit.add(tube([(-1.35, high, 0), (1.35, high, 0)], 0.06, BLUE, 0.4, steps=12))
    for x, sway in ((-0.62, 0.16), (0.62, -0.10)):
        board = (x, 0.48, sway * 2.4)
        for dx in (-0.20, 0.20):
            kit.add(*_chain((x + dx, high - 0.06, 0), (board[0] + dx, board[1], board[2])))
            kit.add(torus(0.05, 0.016, STEEL, 0.5, steps=10).turned(0, 0, 90).moved(x + dx, high - 0.03, 0))
        kit.add(
            box(0.50, 0.05, 0.20, YELLOW if x < 0 else BLUE, 0.4, bevel=0.02)
            .turned(pitch=sway * 60)
            .moved(board[0], board[1] - 0.03, board[2])
        )
    seat = Anchor(at=(-0.62, 0.52, 0.38), size=0.42)
    return kit.model({"seat": seat, "inside": seat, "top": Anchor(at=(0, high + 0.06, 0), size=0.5)})


def _chain(a: tuple[float, float, float], b: tuple[float, float, float]) -> list[Mesh]:
    """Links as short beads."""
    p, q = np.array(a), np.array(b)
    count = 16
    links = [p + (q - p) * k / count for k in range(count + 1)]
    parts = []
    for k in range(count):
        ends = (links[k] * 0.9 + links[k + 1] * 0.1, links[k] * 0.1 + links[k + 1] * 0.9)
        parts.append(tube(np.array(ends), 0.014 if k % 2 else 0.019, STEEL, 0.5, steps=4, caps=False))
    return parts


@draws("seesaw", yaw=-24)
def seesaw(look: Look) -> Model:
    """A painted beam over a drum, two seats with handles; one end is down."""
    paint = look.tint(BLUE)
    kit = Kit()
    for z in (-0.22, 0.22):
        kit.add(
            extrude([(-0.42, 0), (0.42, 0), (0.10, 0.62), (-0.10, 0.62)], 0.06, RED, 0.4, crease=20).moved(
                0, 0, z
            )
        )
    kit.add(tube([(0, 0.56, -0.28), (0, 0.56, 0.28)], 0.075, STEEL, 0.5, steps=14))
    parts = [box(3.0, 0.09, 0.24, paint, 0.4, bevel=0.03)]
    for s in (-1, 1):
        parts += [box(0.36, 0.06, 0.34, YELLOW, 0.4, bevel=0.025).moved(s * 1.30, 0.09, 0),
                  tube([(s * 0.98, 0.05, 0), (s * 0.98, 0.36, 0)], 0.03, STEEL, 0.5, steps=8),
                  tube([(s * 0.98, 0.36, -0.18), (s * 0.98, 0.36, 0.18)], 0.032, RED, 0.4, steps=8),
                  torus(0.13, 0.05, "#2b2c30", 0.2, steps=16).turned(pitch=90).moved(s * 1.42, -0.075, 0)]  # fmt: skip
    kit.add(join(*parts).turned(roll=-14).moved(0, 0.60, 0))
    low = (1.30 * math.cos(math.radians(14)), 0.60 - 1.30 * math.sin(math.radians(14)) + 0.16, 0.0)
    return kit.model(
        {
            "seat": Anchor(at=low, size=0.4),
            "top": Anchor(at=(0, 0.72, 0), size=0.4),
            "inside": Anchor(at=low, size=0.4),
        }
    )


@draws("vending_machine", yaw=-26)
def vending_machine(look: Look) -> Model:
    """Three shelves of drinks behind glass, buttons, a slot; it lights the pavement."""
    paint = look.tint("#d6382f")
    kit = Kit()
    wide, high, deep = 1.02, 1.86, 0.74
    kit.add(
        box(wide, high - 0.06, deep, paint, 0.5, bevel=0.04).moved(0, 0.06, 0),
        bar(wide - 0.1, 0.08, deep - 0.1, "#26282c").moved(0, 0, 0),
    )
    front = deep / 2
    kit.add(
        box(0.70, 1.06, 0.05, "#f3f3ee", 0.3, bevel=0.02).moved(-0.11, 0.68, front),
        bar(0.62, 0.98, 0.02, "#dfe9ee").moved(-0.11, 0.72, front + 0.02),
    )
    drinks = join(*_drinks(front))
    kit.add(drinks)
    back = quads(np.array([_upright(-0.42, 0.20, 0.72, 1.70)]), (0.93, 0.97, 1.0), glow=0.95)
    kit.night += [back.moved(0, 0, front + 0.032), drinks.finished(glow=0.6).moved(0, 0, 0.002)]
    kit.add(
        lettered("凍飲", 0.52, 0.18, "#ffffff", paint, rows=24, fill=0.95).moved(-0.11, 0.52, front + 0.006)
    )
    kit.add(
        box(0.62, 0.22, 0.05, "#2b2d31", 0.4, bevel=0.02).moved(-0.11, 0.16, front - 0.01),
        bar(0.54, 0.15, 0.02, "#15171a", 0.6).moved(-0.11, 0.195, front + 0.02),
    )
    for k, tint in enumerate(("#3fd08a", "#ffd24a", "#ff6a5a")):
        kit.add(bar(0.10, 0.05, 0.02, tint, 0.5).moved(0.37, 1.46 - 0.10 * k, front + 0.005))
    kit.add(box(0.16, 0.24, 0.03, "#3b3f45", 0.5, bevel=0.01).moved(0.37, 0.92, front),
            bar(0.08, 0.012, 0.02, "#d9dde2", 0.6).moved(0.37, 1.06, front + 0.012),
            ball((0.03, 0.03, 0.02), (0.37, 0.98, front + 0.02), "#d9dde2", 0.7, steps=8))  # fmt: skip
    kit.lamps.append(Lamp(at=(-0.11, 1.2, front + 0.2), radius=1.3, colour="#e6f4ff", strength=0.6))
    pane = quads(np.array([_upright(-0.43, 0.21, 0.71, 1.71)]), (0.90, 0.95, 1.0), gloss=0.9).moved(
        0, 0, front + 0.13
    )
    return kit.model({"top": Anchor(at=(0, high, 0), size=0.8)}, glass=pane)


def _upright(left: float, right: float, low: float, high: float) -> list[tuple[float, float, float]]:
    return [(left, low, 0), (right, low, 0), (right, high, 0), (left, high, 0)]


def _drinks(front: float) -> list[Mesh]:
    tints = ("#d8433a", "#3f86c9", "#f2b632", "#4fa36a", "#e58a2e", "#f3ead6", "#7d5bb0", "#d97fa6")
    parts = []
    for row in range(3):
        y = 0.76 + 0.33 * row
        parts.append(bar(0.64, 0.025, 0.13, "#c9ced2", 0.4).moved(-0.11, y - 0.025, front + 0.06))
        for k in range(5):
            tint = tints[(k * 3 + row * 2) % 8]
            x = -0.355 + 0.122 * k
            if row == 1:
                lid = cylinder(0.034, 0.012, "#d9dde2", 0.7, steps=10, bevel=0.003).moved(0, 0.15, 0)
                can = join(cylinder(0.040, 0.15, tint, 0.6, steps=10, bevel=0.008), lid)
            else:
                can = lathe(
                    [(0.04, 0), (0.042, 0.13), (0.018, 0.18), (0.018, 0.21), (0, 0.21)],
                    tint,
                    0.6,
                    steps=10,
                    crease=60,
                )
                can = join(
                    can, cylinder(0.021, 0.025, "#f6f4ee", 0.4, steps=8, bevel=0.004).moved(0, 0.205, 0)
                )
            parts += [can.moved(x, y, front + 0.075)]
            parts += [
                bar(0.05, 0.022, 0.012, "#3fd08a" if k != 3 else "#ff6a5a", 0.4).moved(
                    x, y - 0.024, front + 0.125
                )
            ]
    return parts


@draws("fire_hydrant", yaw=-18)
def fire_hydrant(look: Look) -> Model:
    """A stout red one, two capped nozzles and a chain."""
    red: Colour = look.tint("#d6342b")
    kit = Kit()
    body = [
        (0.30, 0),
        (0.30, 0.07),
        (0.22, 0.09),
        (0.20, 0.12),
        (0.19, 0.60),
        (0.25, 0.62),
        (0.25, 0.69),
        (0.21, 0.70),
    ]
    t = np.linspace(0, math.pi / 2, 8)
    dome = np.column_stack([0.21 * np.cos(t), 0.70 + 0.17 * np.sin(t)])
    kit.add(lathe(body, red, 0.5, steps=32, crease=50), lathe(dome, red, 0.5, steps=32, crease=80),
            lathe([(0.05, 0.86), (0.05, 0.93), (0, 0.94)], mix(red, "#000000", 0.25), 0.4, steps=6, crease=20))  # fmt: skip
    for k in range(8):
        a = 2 * math.pi * k / 8
        kit.add(
            ball(
                (0.03, 0.02, 0.03), (0.255 * math.sin(a), 0.08, 0.255 * math.cos(a)), "#8d9198", 0.5, steps=6
            )
        )
    for turn in (0, 90, -90):
        size = 0.115 if turn == 0 else 0.085
        nozzle = join(cylinder(size, 0.16, red, 0.5, steps=20, bevel=0.012),
                      cylinder(size * 1.22, 0.07, "#e8c15a", 0.5, steps=8, bevel=0.012).moved(0, 0.13, 0),
                      lathe([(0.032, 0.19), (0.032, 0.24), (0, 0.25)], "#c99b3f", 0.5, steps=6, crease=20))  # fmt: skip
        kit.add(nozzle.turned(pitch=90).moved(0, 0.46, 0.15).turned(turn))
    chain = [
        (0.16 * math.sin(a), 0.36 - 0.07 * math.sin(2 * a), 0.21 * math.cos(a) + 0.04)
        for a in np.linspace(-0.9, 0.9, 15)
    ]
    kit.add(tube(chain, 0.012, "#9aa0a6", 0.5, steps=5))
    return kit.model({"top": Anchor(at=(0, 0.93, 0), size=0.4)})
