"""Conifers, palms, bamboo."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.shapes import bezier
from waa.painter.solid import foliage
from waa.painter.solid.foliage import bark
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, join, lathe, tube
from waa.painter.solid.model import Anchor, Model


@draws("pine_tree")
def pine_tree(look: Look) -> Model:
    """A conifer of 5 m in seven storeys; snowy when asked."""
    rng = look.rng("pine")
    light = look.tint("#64a862")
    dark = shift(light, 0.02, 1.1, 0.45)
    storeys = []
    for k in range(7):
        low, wide = 0.75 + 0.58 * k, 1.45 - 0.185 * k
        high = low + 1.18 - 0.03 * k
        count = round(640 * (wide / 1.45) ** 1.3) + 40
        storeys.append(
            foliage.tier(low, high, wide, 0.05, count, 0.40 - 0.016 * k, light, dark, rng, boughs=11 - k)
        )
        core = lathe([(wide * 0.74, low + 0.10), (0.02, high)], dark * F(0.75), 0.0, steps=18, crease=180)
        storeys.append(core)
    trunk = bark([(0, -0.02, 0), (0, 1.2, 0), (0, 4.4, 0)], [0.19, 0.15, 0.03], "#7a5a40", rng, flare=0.5)
    leaves = join(*storeys)
    if {"snowy", "snow", "snow-covered"} & set(look.traits):
        leaves = foliage.snowed(leaves, rng, steep=-0.05)
    return Model(mesh=join(trunk, leaves), anchors={"top": Anchor(at=(0, 5.35, 0), size=0.5)})


@draws("palm_tree")
def palm_tree(look: Look) -> Model:
    """A coconut palm of 6 m: a ringed trunk that leans to the light, a crown of feathers, coconuts."""
    rng = look.rng("palm")
    light = look.tint("#7cb342")
    bend = 0.85 * (1 if look.variant % 2 == 0 else -1)
    spine = bezier(
        (0, -0.02, 0), (0.05 * bend, 1.8, 0), (0.30 * bend, 3.6, 0.05), (bend, 5.0, 0.05), steps=64
    )
    at = np.linspace(0, 1, len(spine))
    rings = np.abs((at * 22) % 1 - 0.5)
    radii = (0.20 - 0.085 * at) * (1 + 0.10 * rings) + 0.10 * np.exp(-at * 18)
    trunk = tube(spine, radii.tolist(), "#a98a64", 0.05, steps=16)
    ring = np.interp(trunk.vertices[:, 1], spine[:, 1], rings).astype(F)
    trunk = trunk.painted(rgb("#b0926c") * (F(0.62) + F(0.52) * smoothstep(0.05, 0.4, ring))[:, None])
    top = spine[-1]
    fronds = [
        _frond(
            top,
            2 * math.pi * k / 13 + rng.uniform(-0.12, 0.12),
            rng.uniform(0.05, 1.0) if k % 3 else 1.15,
            rng.uniform(2.0, 2.5),
            light,
            rng,
        )
        for k in range(13)
    ]
    nuts = [
        ball(
            0.135,
            (top[0] + 0.17 * math.sin(a), top[1] - 0.20, top[2] + 0.17 * math.cos(a)),
            "#7a5230",
            0.2,
            steps=12,
        )
        for a in (0.3, 1.7, 3.2, 4.6)
    ]
    heart = ball((0.17, 0.22, 0.17), tuple(top), "#8f7a4a", steps=12)
    return Model(
        mesh=join(trunk, heart, *fronds, *nuts), anchors={"top": Anchor(at=(float(top[0]), 5.2, 0), size=0.6)}
    )


def _frond(
    top: np.ndarray, angle: float, lift: float, length: float, light: Colour, rng: np.random.Generator
) -> Mesh:
    """A feather that rises, arches and hangs; leaflets on both sides."""
    out = np.array([math.sin(angle), 0, math.cos(angle)])
    up = np.array([0, 1.0, 0])
    end = top + out * length * 0.86 - up * length * (0.62 - 0.55 * lift)
    path = bezier(
        top,
        top + out * length * 0.30 + up * (0.25 + 0.65 * lift),
        top + out * length * 0.70 + up * (0.20 + 0.6 * lift),
        end,
        steps=20,
    )
    rib = tube(path, np.linspace(0.035, 0.008, len(path)).tolist(), mix(light, "#d8c86a", 0.45), 0.1, steps=5)
    t = np.linspace(0.07, 0.995, 30)
    at = np.stack([np.interp(t, np.linspace(0, 1, len(path)), path[:, i]) for i in range(3)], -1)
    along = np.gradient(at, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, up)
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    normal = np.cross(side, along)
    size = length * 0.34 * np.sin(np.pi * (0.10 + 0.84 * t)) ** 0.7
    tint = rgb(shift(light, 0.01, 1.05, 0.72)) + (
        rgb(light) - rgb(shift(light, 0.01, 1.05, 0.72))
    ) * np.linspace(0, 1, len(t))[:, None].astype(F)
    parts = [rib]
    for s in (-1, 1):
        grows = (
            along * 0.55
            + side * s
            - up * rng.uniform(0.30, 0.5, (len(t), 1))
            + rng.normal(0, 0.05, (len(t), 3))
        )
        shade = tint * (1.0 if s > 0 else 0.9) * rng.uniform(0.9, 1.08, (len(t), 1)).astype(F)
        parts.append(
            foliage.cards(
                at,
                grows,
                normal + side * s * 0.25,
                size,
                np.clip(shade, 0, 1),
                outline=foliage.BLADE * (1.15, 1),
                lit_from=normal + side * s * 0.35,
                gloss=0.2,
            )
        )
    return join(*parts)


@draws("bamboo")
def bamboo(look: Look) -> Model:
    """A stand of bamboo, 4.5 m: jointed canes, sprays of narrow leaves; in the hand one stalk."""
    rng = look.rng("bamboo")
    green = look.tint("#79a842")
    if look.pose in ("hold", "eat"):
        return _stalk(green, rng)
    parts = []
    for k in range(11):
        angle, reach = 2.39996 * k + rng.uniform(-0.3, 0.3), 0.80 * math.sqrt((k + 0.3) / 11)
        foot = np.array([math.sin(angle) * reach, -0.02, math.cos(angle) * reach * 0.7])
        parts += _cane(
            foot,
            rng.uniform(3.4, 4.6),
            rng.uniform(0.042, 0.062),
            shift(green, rng.uniform(-0.03, 0.02), 1, rng.uniform(0.85, 1.1)),
            rng,
        )
    return Model(mesh=join(*parts), anchors={"top": Anchor(at=(0, 4.3, 0), size=0.6)})


def _stalk(green: Colour, rng: np.random.Generator) -> Model:
    """What a panda chews: 62 cm of cane, slanting, leaves at its upper joints."""
    at = np.linspace(0, 1, 60)
    phase = (at * 5) % 1
    node = np.exp(-((np.minimum(phase, 1 - phase) / 0.07) ** 2))
    path = np.stack([0.02 * np.sin(at * 2.4), 0.62 * at, 0 * at], -1)
    cane = tube(path, (0.021 * (1 - 0.4 * at) * (1 + 0.16 * node)).tolist(), green, 0.3, steps=16)
    ring = np.interp(cane.vertices[:, 1], path[:, 1], node).astype(F)
    cane = cane.painted(cane.colours + (rgb("#e6e2b0") - cane.colours) * (ring * F(0.55))[:, None])
    leaves = []
    for y, sides in ((0.37, (1,)), (0.495, (-1, 1)), (0.615, (-1, 0.3, 1))):
        for side in sides:
            long = 0.15 + 0.03 * float(rng.random())
            points = [
                (0, 0, 0),
                (side * long * 0.45, long * 0.42, 0.02),
                (side * long * 0.95, long * 0.45, 0.03),
            ]
            tone = shift(green, 0.01, 1.08, float(rng.uniform(0.85, 1.05)))
            blade = leaf(points, (0, 0.2, 1), 0.036, 0.003, tone, cup=0.25, gloss=0.2, steps=12, across=9)
            leaves.append(blade.moved(0.02 * math.sin(y / 0.62 * 2.4), y, 0.006))
    stalk = join(cane, *leaves).turned(roll=-14)
    return Model(
        mesh=stalk.moved(y=-float(stalk.low[1])), anchors={"grip": Anchor(at=(0.05, 0.22, 0), size=0.2)}
    )


def _cane(
    foot: np.ndarray, tall: float, thick: float, colour: Colour, rng: np.random.Generator
) -> list[Mesh]:
    lean = rng.normal(0, 0.16, 2) + foot[[0, 2]] * 0.35
    tip = foot + (lean[0] * 1.6, tall, lean[1] * 1.6)
    path = bezier(
        foot,
        foot + (lean[0] * 0.1, tall * 0.4, lean[1] * 0.1),
        foot + (lean[0] * 0.6, tall * 0.75, lean[1] * 0.6),
        tip,
        steps=66,
    )
    at = np.linspace(0, 1, len(path))
    joints = 11
    phase = (at * joints) % 1
    node = np.exp(-((np.minimum(phase, 1 - phase) / 0.06) ** 2))
    cane = tube(path, (thick * (1 - 0.62 * at) * (1 + 0.16 * node)).tolist(), colour, 0.28, steps=9)
    share = np.interp(cane.vertices[:, 1], path[:, 1], at)
    ring = np.interp(cane.vertices[:, 1], path[:, 1], node).astype(F)
    tone = rgb(colour) * (F(0.80) + F(0.30) * share.astype(F))[:, None]
    pale = rgb("#e6e2b0")
    parts = [cane.painted(tone + (pale - tone) * (ring * F(0.55))[:, None])]
    leaf_tint = shift(colour, 0.01, 1.08, 1.0)
    for j in range(4, joints + 1):
        for _ in range(2 if j < 8 else 3):
            t = min(0.995, (j + rng.uniform(-0.1, 0.1)) / joints)
            start = np.array([np.interp(t, at, path[:, i]) for i in range(3)])
            angle = rng.uniform(0, 2 * math.pi)
            out = np.array([math.sin(angle), 0.35, math.cos(angle)])
            end = start + out * rng.uniform(0.22, 0.5)
            parts.append(
                tube(
                    [start, (start + end) / 2 + (0, 0.04, 0), end],
                    [0.008, 0.006, 0.004],
                    colour,
                    steps=4,
                    caps=False,
                )
            )
            count = 6
            fan = np.linspace(-1.0, 1.0, count) + rng.uniform(-0.15, 0.15, count)
            side = np.array([math.cos(angle), 0, -math.sin(angle)])
            along = (
                out * np.cos(fan)[:, None]
                + side * np.sin(fan)[:, None]
                - np.array([0, 0.75, 0])
                + rng.normal(0, 0.12, (count, 3))
            )
            shade = rgb(leaf_tint) * rng.uniform(0.68, 1.12, (count, 1)).astype(F)
            parts.append(
                foliage.cards(
                    np.tile(end, (count, 1)) - out * 0.02,
                    along,
                    out + (0, 0.9, 0),
                    rng.uniform(0.30, 0.44, count),
                    np.clip(shade, 0, 1),
                    outline=foliage.BLADE,
                    lit_from=np.tile(out + (0, 0.7, 0), (count, 1)),
                    gloss=0.12,
                )
            )
    return parts
