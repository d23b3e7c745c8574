"""Styles of long hair: bobs, tails, plaits, knots."""

from __future__ import annotations

import math

from waa.painter.noise import stream
from waa.painter.rigs.people.hair import combed_back, curtain, fringe, parted, sideburns, style
from waa.painter.rigs.people.wig import Wig


@style("bob")
def bob(wig: Wig) -> None:
    """To the chin, with a full fringe."""
    wig.cap(0.015)
    wig.ball((0, -0.14, -0.22), (0.44, 0.32, 0.25), 0.08)
    for s in (1, -1):
        wig.ball((s * 0.40, -0.08, -0.06), (0.115, 0.33, 0.26), 0.06)
        wig.hanging(
            [
                (s * 0.44, 0.20, -0.10),
                (s * 0.50, -0.05, -0.14),
                (s * 0.49, -0.28, -0.14),
                (s * 0.39, -0.45, -0.10),
            ],
            0.15,
            tip=0.4,
        )
        wig.hanging(
            [
                (s * 0.42, 0.24, 0.10),
                (s * 0.485, -0.02, 0.06),
                (s * 0.485, -0.25, 0.06),
                (s * 0.38, -0.45, 0.09),
            ],
            0.13,
            tip=0.3,
            root=0.3,
        )
        wig.hanging(
            [
                (s * 0.38, 0.24, 0.20),
                (s * 0.455, 0.0, 0.17),
                (s * 0.45, -0.22, 0.15),
                (s * 0.36, -0.40, 0.18),
            ],
            0.075,
            tip=0.2,
            root=0.15,
        )
    fringe(wig, low=3, count=8, reach=60)


@style("long")
def long(wig: Wig) -> None:
    """Over the shoulders, parted near the middle."""
    wig.cap(0.008)
    curtain(wig, -0.86)
    parted(wig, 8)


@style("long_fringe")
def long_fringe(wig: Wig) -> None:
    wig.cap(0.012)
    curtain(wig, -0.80)
    fringe(wig, low=3, count=8, reach=60)


@style("ponytail")
def ponytail(wig: Wig) -> None:
    wig.cap()
    sideburns(wig, -30)
    combed_back(wig, -20)
    wig.tail(
        [
            (0, 0.36, -0.46),
            (0, 0.44, -0.62),
            (0.03, 0.26, -0.76),
            (0.07, -0.06, -0.74),
            (0.06, -0.36, -0.62),
            (0.02, -0.56, -0.54),
        ],
        0.155,
        0.03,
    )


@style("bun")
def bun(wig: Wig) -> None:
    wig.cap()
    sideburns(wig)
    combed_back(wig, 0)
    wig.ball((0, 0.60, -0.20), (0.185, 0.165, 0.18), 0.02)


@style("low_bun")
def low_bun(wig: Wig) -> None:
    wig.cap()
    sideburns(wig)
    parted(wig, -16, end=4)
    wig.ball((0, -0.10, -0.50), (0.20, 0.18, 0.15), 0.04)


@style("pigtails")
def pigtails(wig: Wig) -> None:
    wig.cap(0.008)
    fringe(wig, low=5, count=7)
    sideburns(wig, -28)
    for s in (1, -1):
        wig.tail(
            [
                (s * 0.44, 0.20, -0.14),
                (s * 0.60, 0.22, -0.14),
                (s * 0.68, 0.02, -0.10),
                (s * 0.63, -0.22, -0.06),
                (s * 0.54, -0.36, -0.04),
            ],
            0.135,
            0.03,
        )


@style("curls")
def curls(wig: Wig) -> None:
    """A woman's: a cloud of curls down to the shoulders."""
    wig.cap()
    rng = stream("long curls")
    for k in range(128):
        y = 1 - 2.0 * (k + 0.5) / 128
        turn = 2.39996 * k + float(rng.uniform(-0.3, 0.3))
        r = math.sqrt(max(0.0, 1 - (y * 0.8) ** 2))
        x, z = r * math.sin(turn), r * math.cos(turn)
        size = float(rng.uniform(0.078, 0.118))
        low = 0.10 + y * (0.45 if y > 0 else 0.62)
        wide = 0.49 if y > -0.2 else 0.52
        if z < 0.44 - 0.30 * (y < 0) or y > 0.56 - 0.25 * abs(x):
            wig.ball((x * wide, low, -0.08 + z * 0.44), (size, size * 0.85, size), 0.030)


@style("low_pigtails")
def low_pigtails(wig: Wig) -> None:
    wig.cap()
    fringe(wig, low=5, count=7)
    sideburns(wig, -28)
    for s in (1, -1):
        wig.tail(
            [
                (s * 0.40, -0.14, -0.10),
                (s * 0.50, -0.26, -0.04),
                (s * 0.50, -0.46, 0.04),
                (s * 0.44, -0.62, 0.06),
            ],
            0.11,
            0.03,
        )


@style("braids")
def braids(wig: Wig) -> None:
    """Two plaits over the shoulders."""
    wig.cap(0.006)
    parted(wig, 4)
    for s in (1, -1):
        for k in range(8):
            t = k / 7
            wig.ball(
                (s * (0.42 + 0.04 * math.sin(k * 3.1) + 0.02 * t), -0.12 - 0.66 * t, -0.02 + 0.20 * t),
                (0.092 - 0.022 * t, 0.075, 0.085 - 0.02 * t),
                0.018,
                roll=s * (28 if k % 2 else -28),
            )
        wig.ball((s * 0.44, -0.88, 0.19), (0.05, 0.075, 0.05), 0.015)


@style("court")
def court(wig: Wig) -> None:
    """A lady of old China: two loops on the crown, long hair down the back."""
    wig.cap(0.006)
    parted(wig, 0)
    wig.ball((0, -0.10, -0.27), (0.40, 0.36, 0.20), 0.08)
    wig.ball((0, -0.52, -0.30), (0.33, 0.46, 0.12), 0.10)
    for s in (1, -1):
        wig.tail(
            [
                (s * 0.06, 0.46, -0.16),
                (s * 0.16, 0.66, -0.16),
                (s * 0.30, 0.70, -0.14),
                (s * 0.34, 0.56, -0.12),
                (s * 0.22, 0.46, -0.12),
            ],
            0.085,
            0.07,
        )
        wig.hanging(
            [
                (s * 0.42, 0.10, 0.10),
                (s * 0.46, -0.15, 0.10),
                (s * 0.45, -0.50, 0.12),
                (s * 0.40, -0.74, 0.16),
            ],
            0.06,
            tip=0.1,
            thick=0.045,
        )
    wig.ball((0, 0.52, -0.14), (0.13, 0.10, 0.12), 0.03)


@style("double_buns")
def double_buns(wig: Wig) -> None:
    """Two round knots on the crown."""
    wig.cap(0.008)
    fringe(wig, low=8, count=7)
    sideburns(wig, -24)
    for s in (1, -1):
        wig.ball((s * 0.30, 0.50, -0.12), (0.16, 0.15, 0.16), 0.02)
