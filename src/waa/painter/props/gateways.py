"""The memorial arch that stands over the road."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import mix
from waa.painter.props.chinese import GOLD, GREEN, RED, plaque
from waa.painter.props.masonry import STONE, bar, building, column, lantern
from waa.painter.props.motor import Kit
from waa.painter.props.roofs import rectangle, ridge, sweeping
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import ball, box, tube
from waa.painter.solid.model import Model


@draws("paifang", yaw=-14)
def paifang(look: Look) -> Model:
    """An arch over the road: four red columns, three bays, roofs in steps, a board in the middle."""
    tile = look.tint(GREEN)
    kit = Kit()
    bays = ((-2.9, 3.3), (-1.35, 4.3), (1.35, 4.3), (2.9, 3.3))
    for x, high in bays:
        kit.add(
            box(0.62, 0.34, 0.9, STONE, 0.1, bevel=0.05).moved(x, 0, 0),
            column(0.20, high, RED).moved(x, 0.30, 0),
        )
        for z in (-0.55, 0.55):
            kit.add(
                tube(
                    [(x, 0.36, z), (x, 1.05, z * 0.35)],
                    [0.14, 0.08],
                    mix(STONE, "#ffffff", 0.15),
                    0.1,
                    steps=8,
                ),
                ball(0.15, (x, 0.42, z), mix(STONE, "#ffffff", 0.15), 0.1, steps=10),
            )
    for x0, x1, y in ((-2.9, -1.35, 2.62), (1.35, 2.9, 2.62), (-1.35, 1.35, 3.30)):
        wide, middle = x1 - x0, (x0 + x1) / 2
        kit.add(
            box(wide, 0.26, 0.26, "#2a6f74", 0.35, bevel=0.04).moved(middle, y, 0),
            box(wide, 0.30, 0.22, "#2f5fa0", 0.35, bevel=0.04).moved(middle, y + 0.62, 0),
        )
        kit.add(box(wide, 0.38, 0.10, RED, 0.2, bevel=0.02).moved(middle, y + 0.25, 0))
        for t in np.linspace(0.08, 0.92, max(4, round(wide * 2.4))):
            kit.add(
                bar(0.13, 0.15, 0.46, (GOLD, "#2f7f78")[round(t * 20) % 2], 0.4).moved(
                    x0 + wide * t, y + 0.94, 0
                )
            )
        kit.add(
            sweeping(
                rectangle(wide + (0.75 if wide > 2 else 0.42), 1.35),
                rectangle(wide * 0.72, 0.02),
                y + 1.12,
                y + 1.70,
                tile,
                lift=0.24,
                flare=0.05,
                every=0.24,
                rib=0.055,
                fine=5,
            ).moved(middle, 0, 0)
        )
        kit.add(ridge(wide * 0.86, y + 1.72, tile, radius=0.085).moved(middle, 0, 0))
    for z, turn in ((0.14, 0), (-0.14, 180)):
        board = plaque("四海昇平", 1.9, 0.5, paper="#1f3f8a")
        kit.add(board.turned(turn).moved(0, 3.76, z))
        for x, word in ((-2.12, "出入"), (2.12, "平安")):
            text = lettered(word, 0.8, 0.30, "#f7d884", RED, rows=16, fill=0.95, font="serif-900")
            kit.add(text.turned(turn).moved(x if turn == 0 else -x, 3.06, 0.06 if turn == 0 else -0.06))
    for x in (-0.8, 0.8):
        lantern(kit, (x, 2.86, 0.05), 0.22)
    return building(kit, (0, 5.2, 0), 1.0)
