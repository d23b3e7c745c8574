"""Hair: the styles by name, and what several of them share."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from waa.painter.colour import Colour
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


def sideburns(wig: Wig, low: float = -26) -> None:
    for s in (1, -1):
        wig.lock([(s * 62, 24), (s * 70, 2), (s * 75, low)], 0.085, tip=0.2)


def fringe(wig: Wig, *, low: float = 3, count: int = 7, reach: float = 56, part: float = 0.0) -> None:
    """Locks over the forehead; the outer ones first, so that the middle ones lie on them."""
    angles = sorted(np.linspace(-reach, reach, count), key=lambda a: -abs(a - part))
    for k, a in enumerate(angles):
        tip = low + 2.5 * math.sin(k * 2.4) - 8 * (abs(a) / reach) ** 3
        wig.lock(
            [
                (part + (a - part) * 0.5, 80),
                (part + (a - part) * 0.88, 52),
                (a, 26),
                (a + 0.06 * (a - part) + 3, tip),
            ],
            0.105,
            tip=0.16,
            thick=0.042,
            lift=0.012 + 0.004 * k / count,
        )


def parted(wig: Wig, part: float, *, end: float = -8) -> None:
    """Combed to both sides of a parting at `part` degrees."""
    for s in (1, -1):
        for k in reversed(range(4)):
            wig.lock(
                [
                    (part + s * 2, 70 - 5 * k + 3),
                    (part + s * (20 + 15 * k), 56 - 6 * k),
                    (s * (52 + 9 * k), 26 - 4 * k),
                    (s * (66 + 9 * k), end - 2 * k),
                ],
                0.115,
                tip=0.45,
                thick=0.045,
                lift=0.012 + 0.006 * (3 - k),
                root=0.3,
            )


def combed_back(wig: Wig, part: float) -> None:
    """Swept up over the head from the hairline, two loose locks before the ears."""
    for s in (1, -1):
        for k in reversed(range(4)):
            a = s * (9 + 20 * k) + part * 0.3
            wig.lock(
                [
                    (a * 0.96, 36 - 3 * k),
                    (a + s * 8, 54 - 3 * k),
                    (a * 1.2 + s * 26, 72 - 9 * k),
                    (s * (130 + 8 * k), 66 - 14 * k),
                ],
                0.115,
                tip=0.3,
                thick=0.035,
                lift=0.006,
                root=0.12,
            )
        wig.lock(
            [(s * 40 + part * 0.3, 38), (s * 58, 18), (s * 67, -10), (s * 64, -38)],
            0.05,
            tip=0.05,
            thick=0.03,
            lift=0.02,
        )


def curtain(wig: Wig, low: float) -> None:
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
