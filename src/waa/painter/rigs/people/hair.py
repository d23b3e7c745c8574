"""Hair styles, sculpted from the parts of `wig.py`."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from waa.painter.colour import Colour
from waa.painter.noise import stream
from waa.painter.rigs.people.wig import Wig
from waa.painter.solid.mesh import Mesh, ball, join, torus

Style = Callable[[Wig], None]
_styles: dict[str, Style] = {}


def style(name: str) -> Callable[[Style], Style]:
    def register(build: Style) -> Style:
        _styles[name] = build
        return build

    return register


def styles() -> frozenset[str]:
    return frozenset(_styles)


def build_hair(name: str, colour: Colour, ties: Colour = "#e2574c", *, fine: bool = False) -> Mesh:
    """The hair of a style, on a head 1 high whose middle is the origin; `ties` colours the bands round it."""
    wig = Wig(colour, fine=fine)
    _styles[name](wig)
    return join(wig.mesh(), _bands(name, ties))


def _bands(name: str, colour: Colour) -> Mesh | None:
    if name == "ponytail":
        return torus(0.10, 0.036, colour, 0.2, steps=24).turned(0, 66, 0).moved(0, 0.40, -0.53)
    if name == "pigtails":
        ring = torus(0.092, 0.036, colour, 0.2, steps=24)
        return join(*(ring.turned(0, 0, s * 82).moved(s * 0.53, 0.215, -0.14) for s in (1, -1)))
    if name == "bun":
        return torus(0.145, 0.034, colour, 0.2, steps=24).turned(0, -20, 0).moved(0, 0.485, -0.165)
    if name == "topknot":
        return torus(0.075, 0.03, colour, 0.2, steps=24).moved(0, 0.60, -0.16)
    if name == "braids":
        ring = torus(0.052, 0.024, colour, 0.2, steps=20)
        return join(*(ring.moved(s * 0.44, -0.83, 0.185) for s in (1, -1)))
    if name == "court":
        return ball((0.05, 0.05, 0.04), (0, 0.56, -0.01), "#e3b04b", 0.5, 14).finished(metal=0.5)
    return None


# -- parts of several styles --------------------------------------------------------------------------------


def _sideburns(wig: Wig, low: float = -26) -> None:
    for s in (1, -1):
        wig.lock([(s * 62, 24), (s * 70, 2), (s * 75, low)], 0.085, tip=0.2)


def _fringe(wig: Wig, *, low: float = 3, count: int = 7, reach: float = 56, part: float = 0.0) -> None:
    """Locks over the forehead; the outer ones first, so that the middle ones lie on them."""
    angles = sorted(np.linspace(-reach, reach, count), key=lambda a: -abs(a - part))
    for k, a in enumerate(angles):
        tip = low + 2.5 * math.sin(k * 2.4) - 8 * (abs(a) / reach) ** 3
        wig.lock([(part + (a - part) * 0.5, 80), (part + (a - part) * 0.88, 52), (a, 26), (a + 0.06 * (a - part) + 3, tip)],
                 0.105, tip=0.16, thick=0.042, lift=0.012 + 0.004 * k / count)  # fmt: skip


def _parted(wig: Wig, part: float, *, end: float = -8) -> None:
    """Combed to both sides of a parting at `part` degrees."""
    for s in (1, -1):
        for k in reversed(range(4)):
            wig.lock([(part + s * 2, 70 - 5 * k + 3), (part + s * (20 + 15 * k), 56 - 6 * k), (s * (52 + 9 * k), 26 - 4 * k), (s * (66 + 9 * k), end - 2 * k)],
                     0.115, tip=0.45, thick=0.045, lift=0.012 + 0.006 * (3 - k), root=0.3)  # fmt: skip


def _combed_back(wig: Wig, part: float) -> None:
    """Swept up over the head from the hairline, two loose locks before the ears."""
    for s in (1, -1):
        for k in reversed(range(4)):
            a = s * (9 + 20 * k) + part * 0.3
            wig.lock([(a * 0.96, 36 - 3 * k), (a + s * 8, 54 - 3 * k), (a * 1.2 + s * 26, 72 - 9 * k), (s * (130 + 8 * k), 66 - 14 * k)],
                     0.115, tip=0.3, thick=0.035, lift=0.006, root=0.12)  # fmt: skip
        wig.lock(
            [(s * 40 + part * 0.3, 38), (s * 58, 18), (s * 67, -10), (s * 64, -38)],
            0.05,
            tip=0.05,
            thick=0.03,
            lift=0.02,
        )


def _curtain(wig: Wig, low: float) -> None:
    """Long hair down the back and before the shoulders."""
    wig.ball((0, -0.10, -0.25), (0.42, 0.36, 0.23), 0.08)
    wig.ball((0, low * 0.52, -0.29), (0.42, abs(low) * 0.54, 0.16), 0.10)
    for s in (1, -1):
        wig.hanging(
            [(s * 0.36, 0.0, -0.26), (s * 0.40, -0.36, -0.27), (s * 0.33, low, -0.22)],
            0.17,
            tip=0.3,
            thick=0.10,
        )
        wig.hanging(
            [
                (s * 0.44, 0.14, -0.02),
                (s * 0.49, -0.16, -0.06),
                (s * 0.47, -0.52, -0.06),
                (s * 0.40, low * 1.02, -0.02),
            ],
            0.16,
            tip=0.2,
            thick=0.08,
        )
        wig.hanging(
            [
                (s * 0.40, 0.22, 0.16),
                (s * 0.455, -0.05, 0.12),
                (s * 0.465, -0.38, 0.08),
                (s * 0.43, low * 0.8, 0.12),
                (s * 0.36, low * 0.96, 0.17),
            ],
            0.105,
            tip=0.12,
            thick=0.06,
        )


# -- styles -------------------------------------------------------------------------------------------------


@style("short")
def short(wig: Wig) -> None:
    """A tidy cut with a side parting, swept up over the forehead."""
    wig.cap()
    _sideburns(wig)
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
    _sideburns(wig, -14)
    for k, a in enumerate((-50, 50, -34, 34, -17, 17, 0)):
        wig.lock(
            [(a * 0.7, 72), (a * 0.9, 54), (a + 4, 34 + 3 * (k % 2))], 0.10, tip=0.05, thick=0.05, lift=0.012
        )


@style("tucked")
def tucked(wig: Wig) -> None:
    """What a hat leaves to be seen of short hair."""
    wig.cap()
    _sideburns(wig)


@style("fringe")
def fringed(wig: Wig) -> None:
    """Short with a fringe: boys, students."""
    wig.cap(0.012)
    _sideburns(wig, -18)
    _fringe(wig, low=8, count=6, part=-16)


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
    _fringe(wig, low=3, count=8, reach=60)


@style("long")
def long(wig: Wig) -> None:
    """Over the shoulders, parted near the middle."""
    wig.cap(0.008)
    _curtain(wig, -0.86)
    _parted(wig, 8)


@style("long_fringe")
def long_fringe(wig: Wig) -> None:
    wig.cap(0.012)
    _curtain(wig, -0.80)
    _fringe(wig, low=3, count=8, reach=60)


@style("ponytail")
def ponytail(wig: Wig) -> None:
    wig.cap()
    _sideburns(wig, -30)
    _combed_back(wig, -20)
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
    _sideburns(wig)
    _combed_back(wig, 0)
    wig.ball((0, 0.60, -0.20), (0.185, 0.165, 0.18), 0.02)


@style("low_bun")
def low_bun(wig: Wig) -> None:
    wig.cap()
    _sideburns(wig)
    _parted(wig, -16, end=4)
    wig.ball((0, -0.10, -0.50), (0.20, 0.18, 0.15), 0.04)


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
    _sideburns(wig)
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


@style("pigtails")
def pigtails(wig: Wig) -> None:
    wig.cap(0.008)
    _fringe(wig, low=5, count=7)
    _sideburns(wig, -28)
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


@style("topknot")
def topknot(wig: Wig) -> None:
    """Drawn up into a knot: samurai."""
    wig.cap()
    _sideburns(wig, -22)
    for a in (-62, 62, -42, 42, -21, 21, 0):
        wig.lock([(a, 32), (a * 0.9, 54), (a * 0.6, 80)], 0.115, tip=0.4, thick=0.04, lift=0.006, root=0.15)
    wig.tail([(0, 0.50, -0.14), (0, 0.62, -0.16), (0, 0.72, -0.08), (0, 0.72, 0.06)], 0.085, 0.06)


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


@style("low_pigtails")
def low_pigtails(wig: Wig) -> None:
    wig.cap()
    _fringe(wig, low=5, count=7)
    _sideburns(wig, -28)
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
    _parted(wig, 4)
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
    _parted(wig, 0)
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


@style("double_buns")
def double_buns(wig: Wig) -> None:
    """Two round knots on the crown."""
    wig.cap(0.008)
    _fringe(wig, low=8, count=7)
    _sideburns(wig, -24)
    for s in (1, -1):
        wig.ball((s * 0.30, 0.50, -0.12), (0.16, 0.15, 0.16), 0.02)
