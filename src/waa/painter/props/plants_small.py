"""What grows low: the toadstool, the fern, the tuft of grass."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.shapes import bezier
from waa.painter.solid import foliage
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import Mesh, join, lathe, tube
from waa.painter.solid.model import Anchor, Model


@draws("mushroom")
def mushroom(look: Look) -> Model:
    """A toadstool of 22 cm, white spots on its cap, with a small one at its foot."""
    rng = look.rng("mushroom")
    cap = look.tint("#de3f33")
    large = _toadstool(0.17, 0.115, cap, rng)
    small = _toadstool(0.095, 0.062, cap, rng).turned(yaw=40, roll=-7).moved(0.105, 0, 0.045)
    return Model(mesh=join(large, small), anchors={"top": Anchor(at=(0, 0.22, 0), size=0.12)})


def _toadstool(tall: float, wide: float, cap: Colour, rng: np.random.Generator) -> Mesh:
    """`tall` to the rim of the cap, which is `wide` in radius."""
    stem_line = [
        (wide * 0.46, 0.0),
        (wide * 0.45, tall * 0.14),
        (wide * 0.31, tall * 0.6),
        (wide * 0.29, tall),
    ]
    stem = lathe(stem_line, "#f4ead6", 0.1, steps=24, crease=180)
    ring = lathe([(wide * 0.29, tall * 0.76), (wide * 0.45, tall * 0.67), (wide * 0.43, tall * 0.65), (wide * 0.28, tall * 0.71)],
                 "#fbf4e4", 0.1, steps=24)  # fmt: skip
    arc = np.linspace(0, math.pi / 2, 14)
    dome = [(wide * math.cos(a), tall + wide * 0.80 * math.sin(a)) for a in arc[:-1]] + [
        (0.0, tall + wide * 0.80)
    ]
    under = [
        (wide * 0.18, tall + wide * 0.05),
        (wide * 0.80, tall - wide * 0.03),
        (wide * 0.97, tall - wide * 0.07),
    ]
    skin = lathe([(wide * 0.97, tall - wide * 0.07), *dome], cap, 0.45, steps=56, crease=180)
    gills = lathe(under, "#efe0c4", 0.0, steps=40)
    crown = np.array([0, tall, 0], F)

    spots = _spots(rng)

    def dotted(v: Array, n: Array, c: Array) -> Array:
        unit = (v - crown) / F(wide)
        unit = unit / (np.linalg.norm(unit, axis=1, keepdims=True) + F(1e-6))
        near = np.stack([(unit @ s[:3] - F(math.cos(s[3]))) / F(0.02 + 0.08 * s[3]) for s in spots]).max(0)
        low = smoothstep(0.25, -0.1, unit[:, 1])[:, None]
        red = c * (1 - F(0.18) * low)
        return np.asarray(red + (rgb("#fff8ea") - red) * smoothstep(0.0, 0.35, near)[:, None], F)

    return join(stem, ring, gills, painted_finely(skin, dotted, levels=2, most=6000))


def _spots(rng: np.random.Generator) -> list[Array]:
    """(x, y, z, angular radius) of the spots: a large one near the top, smaller ones in two wreaths."""
    found = [np.array([0.10, 0.98, 0.17, 0.30], F)]
    for count, lift, size in ((5, 0.72, 0.21), (8, 0.34, 0.15)):
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * (count == 8)) / count + rng.uniform(-0.2, 0.2)
            y = lift + rng.uniform(-0.06, 0.06)
            r = math.sqrt(1 - y * y)
            found.append(np.array([r * math.sin(a), y, r * math.cos(a), size * rng.uniform(0.7, 1.1)], F))
    return found


@draws("fern")
def fern(look: Look) -> Model:
    """A fern of 60 cm: a shuttlecock of arching fronds."""
    rng = look.rng("fern")
    green = look.tint("#6fa83e")
    fronds = []
    for k in range(15):
        angle = 2.39996 * k + rng.uniform(-0.2, 0.2)
        lift = 0.95 if k < 5 else rng.uniform(0.35, 0.75)
        fronds.append(_fern_frond(angle, lift, rng.uniform(0.62, 0.85), green, rng))
    return Model(mesh=join(*fronds), anchors={"top": Anchor(at=(0, 0.5, 0), size=0.3)})


def _fern_frond(angle: float, lift: float, length: float, green: Colour, rng: np.random.Generator) -> Mesh:
    out, up = np.array([math.sin(angle), 0, math.cos(angle)]), np.array([0, 1.0, 0])
    path = bezier(out * 0.02, out * length * 0.16 + up * length * 0.55 * lift, out * length * 0.55 + up * length * 0.85 * lift,
                  out * length * 0.95 + up * length * (0.62 * lift - 0.18), steps=18)  # fmt: skip
    path[:, 1] = np.maximum(path[:, 1], 0.012)
    rib = tube(path, np.linspace(0.009, 0.003, len(path)), mix(green, "#c9b45a", 0.4), 0.1, steps=4)
    t = np.linspace(0.16, 0.99, 19)
    at = np.stack([np.interp(t, np.linspace(0, 1, len(path)), path[:, i]) for i in range(3)], -1)
    along = np.gradient(at, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, up)
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    normal = np.cross(side, along)
    size = length * 0.30 * np.sin(np.pi * (0.16 + 0.82 * t)) ** 0.8
    dark = rgb(shift(green, 0.02, 1.1, 0.55))
    tint = dark + (rgb(green) - dark) * (0.25 + 0.75 * t)[:, None].astype(F)
    parts = [rib]
    for s in (-1, 1):
        grows = along * 0.45 + side * s - up * 0.22 + rng.normal(0, 0.04, (len(t), 3))
        shade = tint * rng.uniform(0.9, 1.08, (len(t), 1)).astype(F)
        parts.append(foliage.cards(at, grows, normal, size, np.clip(shade, 0, 1), outline=foliage.BLADE * (1.3, 1),
                                   lit_from=normal + up * 0.5 + side * s * 0.3, gloss=0.1))  # fmt: skip
    return join(*parts)


@draws("grass")
def grass(look: Look) -> Model:
    """A tuft of grass, 30 cm."""
    rng = look.rng("grass")
    green = look.tint("#86b547")
    count = 46
    angle, reach = rng.uniform(0, 2 * math.pi, count), 0.11 * np.sqrt(rng.random(count))
    out = np.stack([np.sin(angle), np.zeros(count), np.cos(angle)], -1)
    along = out * rng.uniform(0.15, 0.75, (count, 1)) + (0, 1, 0)
    dark = rgb(shift(green, 0.01, 1.1, 0.62))
    tints = dark + (rgb(green) - dark) * rng.random((count, 1)).astype(F)
    up = np.tile([0.0, 1.0, 0.35], (count, 1)) + out * 0.4
    blades = foliage.cards(out * reach[:, None], along, out + (0, 0.1, 0), rng.uniform(0.16, 0.33, count), tints,
                           outline=foliage.NEEDLE * (0.75, 1), lit_from=up, tip=0.3)  # fmt: skip
    return Model(mesh=blades, anchors={"top": Anchor(at=(0, 0.3, 0), size=0.1)})
