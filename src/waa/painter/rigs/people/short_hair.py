"""Styles of short hair, and what a hat or the years leave of it."""

from __future__ import annotations

import math

from waa.painter.noise import stream
from waa.painter.rigs.people.hair import fringe, sideburns, style
from waa.painter.rigs.people.wig import Wig

# -- styles -------------------------------------------------------------------------------------------------


@style("short")
def short(wig: Wig) -> None:
    """A tidy cut with a side parting, swept up over the forehead."""
    wig.cap()
    sideburns(wig)
    for k in range(3):
        wig.lock(
            [(-40 - 6 * k, 58 - 8 * k), (-58 - 6 * k, 34 - 7 * k), (-68 - 6 * k, 8 - 6 * k)],
            0.10,
            tip=0.3,
            lift=0.008,
        )
    for k in reversed(range(5)):
        wig.lock([(-42 + 3 * k, 40 + 9 * k), (-16 + 6 * k, 50 + 7 * k), (22 + 9 * k, 42 + 6 * k), (58 + 8 * k, 20 + 3 * k)],
                 0.125, tip=0.12, thick=0.07, lift=0.035, root=0.6)  # fmt: skip


@style("crew")
def crew(wig: Wig) -> None:
    """Very short: soldiers, builders, runners."""
    wig.cap()
    sideburns(wig, -14)
    for k, a in enumerate((-50, 50, -34, 34, -17, 17, 0)):
        wig.lock(
            [(a * 0.7, 72), (a * 0.9, 54), (a + 4, 34 + 3 * (k % 2))], 0.10, tip=0.05, thick=0.05, lift=0.012
        )


@style("tucked")
def tucked(wig: Wig) -> None:
    """What a hat leaves to be seen of short hair."""
    wig.cap()
    sideburns(wig)


@style("fringe")
def fringed(wig: Wig) -> None:
    """Short with a fringe: boys, students."""
    wig.cap(0.012)
    sideburns(wig, -18)
    fringe(wig, low=8, count=6, part=-16)


@style("curly")
def curly(wig: Wig) -> None:
    """A cloud of curls."""
    wig.cap()
    rng = stream("curls")
    for k in range(70):
        y = 1 - 1.55 * (k + 0.5) / 70
        turn = 2.39996 * k + float(rng.uniform(-0.3, 0.3))
        r = math.sqrt(max(0.0, 1 - y * y))
        x, z = r * math.sin(turn), r * math.cos(turn)
        size = float(rng.uniform(0.085, 0.135))
        if z < 0.50 or y > 0.52 - 0.25 * abs(x):
            wig.ball((x * 0.47, 0.12 + y * 0.43, -0.06 + z * 0.45), (size, size * 0.8, size), 0.035)


@style("bald")
def bald(wig: Wig) -> None:
    """Hair round the back of the head only."""
    wig.ball((0, -0.05, -0.22), (0.440, 0.21, 0.275), 0.05)
    for s in (1, -1):
        wig.lock([(s * 82, 24), (s * 100, 4), (s * 125, -14)], 0.11, tip=0.3, root=0.2, thick=0.03)


@style("thin")
def thin(wig: Wig) -> None:
    """Receding and combed over: old men."""
    wig.cap()
    wig.carve((0, 0.36, 0.34), (0.27, 0.22, 0.17))
    for k in range(4):
        wig.lock(
            [(-74 - 6 * k, 46 + 6 * k), (-24, 66 + 3 * k), (44 + 8 * k, 56 - 2 * k)],
            0.10,
            tip=0.2,
            thick=0.03,
        )
    for s in (1, -1):
        wig.lock([(s * 60, 34), (s * 74, 10), (s * 78, -16)], 0.10, tip=0.3, lift=0.005)


@style("grey_short")
def grey_short(wig: Wig) -> None:
    """Combed straight back: grandfathers with all their hair."""
    wig.cap()
    sideburns(wig)
    for a in (-60, 60, -40, 40, -20, 20, 0):
        wig.lock(
            [(a, 33), (a * 0.97, 52), (a * 0.9, 70), (a * 0.5, 86)],
            0.12,
            tip=0.3,
            thick=0.055,
            lift=0.012,
            root=0.15,
        )


@style("perm")
def perm(wig: Wig) -> None:
    """Short set curls: grandmothers."""
    wig.cap()
    for k in range(72):
        y = 1 - 1.5 * (k + 0.5) / 72
        turn = 2.39996 * k
        r = math.sqrt(max(0.0, 1 - y * y))
        x, z = r * math.sin(turn), r * math.cos(turn)
        if z < 0.42 or y > 0.40:
            wig.ball((x * 0.455, 0.11 + y * 0.395, -0.06 + z * 0.435), (0.092, 0.085, 0.092), 0.026)


@style("tuft")
def tuft(wig: Wig) -> None:
    """A baby's: a thin cap and one curl."""
    wig.ball((0, 0.105, -0.040), (0.448, 0.408, 0.432), 0.02)
    wig.carve((0, -0.12, 0.20), (0.62, 0.36, 0.40))
    wig.tail([(0, 0.50, 0.05), (0.02, 0.60, 0.08), (0.09, 0.63, 0.10), (0.11, 0.57, 0.13)], 0.06, 0.02)


@style("topknot")
def topknot(wig: Wig) -> None:
    """Drawn up into a knot: samurai."""
    wig.cap()
    sideburns(wig, -22)
    for a in (-62, 62, -42, 42, -21, 21, 0):
        wig.lock([(a, 32), (a * 0.9, 54), (a * 0.6, 80)], 0.115, tip=0.4, thick=0.04, lift=0.006, root=0.15)
    wig.tail([(0, 0.50, -0.14), (0, 0.62, -0.16), (0, 0.72, -0.08), (0, 0.72, 0.06)], 0.085, 0.06)


@style("tucked_curls")
def tucked_curls(wig: Wig) -> None:
    """What a hat leaves to be seen of curls: a cloud round the ears and the nape."""
    wig.cap()
    rng = stream("curls under a hat")
    for k in range(30):
        a = math.radians(78 + 204 * (k // 3) / 9)
        y = 0.06 - 0.19 * (k % 3) + float(rng.uniform(-0.04, 0.04))
        size = float(rng.uniform(0.100, 0.135))
        wig.ball((0.47 * math.sin(a), y, -0.10 + 0.40 * math.cos(a)), (size, size * 0.9, size), 0.03)


@style("judge_wig")
def judge_wig(wig: Wig) -> None:
    """Rows of set curls, as worn on the bench."""
    wig.cap(0.012)
    for s in (1, -1):
        for row in range(4):
            y = 0.20 - 0.17 * row
            wig.tail([(s * 0.44, y, 0.06), (s * 0.50, y, -0.10), (s * 0.46, y, -0.28)], 0.085, 0.08)
    for k in range(5):
        wig.lock(
            [(-60 + 30 * k, 40), (-60 + 30 * k, 62), (-30 + 15 * k, 84)],
            0.14,
            tip=0.5,
            thick=0.05,
            lift=0.02,
            root=0.5,
        )
