"""Shop signs: painted boards, and boxes that stand out over the street with tubes of neon on both faces."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Colour, code, mix, shift
from waa.painter.props.masonry import placed
from waa.painter.props.motor import Kit
from waa.painter.shapes import smooth
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, extrude, join, tube
from waa.painter.solid.model import Lamp


def shop_board(text: str, width: float, height: float, paper: Colour, ink: Colour) -> tuple[Mesh, Mesh]:
    """A signboard by day and its face when it is lit, their middle at the origin."""
    face = lettered(text, width, height, ink, paper, rows=15, fill=0.86, gloss=0.3)
    return face, face.moved(0, 0, 0.006).finished(glow=0.8)


def outlined(width: float, height: float, corner: float) -> NDArray[np.float64]:
    """A board with round corners, its middle at the origin."""
    w, h = width / 2 - corner, height / 2 - corner
    parts = []
    for k, (x, y) in enumerate(((w, h), (-w, h), (-w, -h), (w, -h))):
        a = np.linspace(k * math.pi / 2, (k + 1) * math.pi / 2, 5)
        parts.append(np.column_stack([x + corner * np.cos(a), y + corner * np.sin(a)]))
    return np.concatenate(parts)


def _bat(width: float, height: float) -> NDArray[np.float64]:
    """The pawnbroker's sign: a bat that holds a coin, its middle at the origin."""
    right = [(0.0, 0.44), (0.10, 0.50), (0.20, 0.45), (0.34, 0.50), (0.47, 0.42), (0.46, 0.26), (0.34, 0.16), (0.22, 0.17),
             (0.30, 0.06), (0.36, -0.10), (0.36, -0.26), (0.28, -0.40), (0.14, -0.48), (0.0, -0.50)]  # fmt: skip
    half = np.array(right)
    outline = np.concatenate([half, half[-2:0:-1] * (-1, 1)])
    curve: NDArray[np.float64] = smooth(outline * (width, height), steps=2)
    return curve


def neon_sign(kit: Kit, text: str, at: tuple[float, float, float], width: float, height: float, colour: str, edge: str,
              *, yaw: float = 0.0, bat: bool = False) -> None:  # fmt: skip
    """A box of iron with words and a frame of tubes on its two faces, its middle at `at`; glows in the dark."""
    outline = _bat(width * 1.05, height) if bat else outlined(width, height, min(width, height) * 0.18)
    ground = shift(mix(colour, "#1c1830", 0.72), 0, 1.2, 1.0)
    kit.add(placed(extrude(outline, 0.16, ground, 0.35, crease=30), at, yaw))
    ring = np.column_stack([outline * 0.90, np.zeros(len(outline))])
    inner = np.column_stack([outline * 0.81, np.zeros(len(outline))])
    size = (width * 0.62, height * (0.46 if bat else 0.80))
    for turn in (0, 180):
        word = lettered(text, *size, mix(colour, "#fff6dc", 0.45), ground, rows=32, fill=0.98,
                        font="sans-700", vertical=True, bare=True)  # fmt: skip
        word = word.moved(0, -height * (0.14 if bat else 0), 0.088)
        frame, thin = _loop(ring, 0.026, edge), _loop(inner, 0.014, colour)
        both = join(frame, thin).moved(0, 0, 0.09)
        kit.add(*(placed(m.turned(turn), at, yaw) for m in (word, both)))
        lit = (word, frame.painted(mix(edge, "#ffffff", 0.15)).moved(0, 0, 0.09),
               thin.painted(mix(colour, "#ffffff", 0.1)).moved(0, 0, 0.09))  # fmt: skip
        kit.night += [placed(m.moved(0, 0, 0.006).finished(glow=1.0).turned(turn), at, yaw) for m in lit]
    x, y, z = at
    for tint, dy in ((colour, -0.15), (edge, 0.3)):
        kit.lamps.append(
            Lamp(
                at=(x, y + dy * height, z), radius=max(width, height) * 0.75, colour=code(tint), strength=0.55
            )
        )
    _stays(kit, at, width, height, yaw)


def _loop(points: NDArray[np.float64], radius: float, colour: Colour) -> Mesh:
    closed = np.concatenate([points, points[:2]])
    return tube(closed, radius, mix(colour, "#ffffff", 0.15), 0.5, steps=5, caps=False)


def _stays(kit: Kit, at: tuple[float, float, float], width: float, height: float, yaw: float) -> None:
    """Iron arms from the wall, which is on the sign's left."""
    arms = [tube([(-width * 0.5 - 0.3, dy, 0), (-width * 0.3, dy, 0)], 0.025, "#4c4f57", 0.4, steps=5)
            for dy in (height * 0.32, -height * 0.32)]  # fmt: skip
    kit.add(*(placed(a, at, yaw) for a in arms))
