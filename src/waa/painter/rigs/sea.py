"""What drifts and clings in the sea: octopus, jellyfish, starfish, seahorse."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F, mix
from waa.painter.rigs.features import cheeks, eye, eyes, mouth
from waa.painter.rigs.fish import fin
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import ball, join, lathe, tube
from waa.painter.solid.model import Anchor, Model


@draws("octopus", yaw=0)
def octopus(look: Look) -> Model:
    """A round head on eight curling arms."""
    tone = look.tint("#e0704f")
    pale = mix(tone, "#ffe3d0", 0.6)
    clay = Clay(0.06)
    clay.ball((0, 0.50, 0), (0.25, 0.28, 0.24), tone).ball((0, 0.32, 0.02), (0.20, 0.14, 0.19), tone)
    rng = look.rng("arms")
    tips = []
    for k in range(8):
        a = 2 * math.pi * (k + 0.5) / 8
        reach, lift, curl = (
            0.46 + 0.06 * rng.random(),
            0.06 + 0.20 * rng.random() * (k % 2),
            rng.choice([-1, 1]),
        )
        x, z = math.sin(a), math.cos(a)
        path = bezier(
            (0.13 * x, 0.26, 0.13 * z),
            (0.34 * x, 0.16, 0.34 * z),
            (reach * x, 0.02, reach * z),
            (reach * 1.08 * x + 0.12 * curl * z, 0.05 + lift, reach * 1.08 * z - 0.12 * curl * x),
            7,
        )
        clay.strand(path.tolist(), 0.078, 0.034, tone, blend=0.05)
        tips += [(p, k) for p in path[2:6]]
    suckers = [
        ball(0.016 - 0.0018 * i, (p[0] * 1.03, p[1] - 0.042, p[2] + 0.03), pale, 0.3, steps=8)
        for i, (p, _) in enumerate(tips)
        if p[2] > 0.05
        for i in (1,)
    ]
    face = join(
        eyes(clay, 0.095, 0.47, 0.050, white="#fffdf6"),
        mouth(clay, [(-0.035, 0.385), (0, 0.368), (0.035, 0.385)], 0.0085),
        cheeks(clay, 0.15, 0.41, 0.034),
    )
    anchors = {
        "head": Anchor(at=(0, 0.77, 0), size=0.34),
        "eyes": Anchor(at=(0, 0.47, 0.23), size=0.36),
        "hands": Anchor(at=(0, 0.22, 0.40), size=0.3),
        "hand": Anchor(at=(0.42, 0.25, 0.2), size=0.2),
        "neck": Anchor(at=(0, 0.33, 0.02), size=0.4),
        "top": Anchor(at=(0, 0.78, 0), size=0.3),
    }
    return Model(mesh=join(clay.mesh(80, gloss=0.35), *suckers, face), anchors=anchors)


@draws("jellyfish", yaw=0)
def jellyfish(look: Look) -> Model:
    """A glowing bell with ruffled arms."""
    tone = look.tint("#c79bf0")
    bell_line = [(0.02, 0.36), (0.20, 0.40), (0.235, 0.46), (0.215, 0.56), (0.13, 0.655), (0, 0.68)]
    bell = lathe(
        smooth(bell_line, closed=False, steps=6), mix(tone, "#ffffff", 0.35), 0.75, crease=80, steps=64
    ).finished(glow=0.25)

    def rays(vertices: Array, normals: Array, colours: Array) -> Array:
        a = np.arctan2(vertices[:, 0], vertices[:, 2])
        return colours * (F(0.86) + F(0.16) * np.cos(a * 12).astype(F))[:, None]

    parts = [bell.painted(rays)]
    rng = look.rng("arms")
    for k in range(9):
        a = 2 * math.pi * k / 9
        r, sway = 0.15, rng.uniform(-0.10, 0.10)
        start = (r * math.sin(a), 0.42, r * math.cos(a))
        path = bezier(
            start,
            (start[0] + sway, 0.30, start[2]),
            (start[0] - sway * 1.4, 0.18, start[2]),
            (start[0] + sway, 0.02, start[2]),
            16,
        )
        parts.append(
            tube(
                path, np.linspace(0.011, 0.004, 16).tolist(), mix(tone, "#ff9ad0", 0.4), 0.5, steps=8
            ).finished(glow=0.3)
        )
    for k in range(4):
        x = -0.06 + 0.04 * k
        path = bezier(
            (x, 0.46, 0.02), (x - 0.05, 0.34, 0.05), (x + 0.06, 0.24, 0.03), (x - 0.02, 0.12, 0.04), 18
        )
        ruffle = 0.030 + 0.010 * np.sin(np.linspace(0, 14, 18))
        parts.append(
            tube(
                path, (ruffle * np.linspace(1, 0.4, 18)).tolist(), mix(tone, "#fff0fb", 0.6), 0.4, steps=8
            ).finished(glow=0.2)
        )
    return Model(
        mesh=join(*parts),
        anchors={
            "head": Anchor(at=(0, 0.66, 0), size=0.3),
            "top": Anchor(at=(0, 0.68, 0), size=0.25),
            "eyes": Anchor(at=(0, 0.5, 0.22), size=0.3),
        },
    )


@draws("starfish", yaw=0)
def starfish(look: Look) -> Model:
    """Five arms and a smile, leaning back."""
    tone = look.tint("#f2894a")
    clay = Clay(0.05)
    clay.ball((0, 0.17, 0), (0.075, 0.075, 0.040), tone)
    for k in range(5):
        a = math.pi / 2 + k * 2 * math.pi / 5
        clay.limb((0, 0.17, 0), (0.155 * math.cos(a), 0.17 + 0.155 * math.sin(a), 0), 0.058, 0.022, tone)
    dots = []
    for k in range(5):
        a = math.pi / 2 + k * 2 * math.pi / 5
        for r in (0.075, 0.105, 0.132):
            p = clay.surface([(r * math.cos(a), 0.17 + r * math.sin(a), 3)], (0, 0, -1))[0][0]
            dots.append(ball(0.0085, p, mix(tone, "#fff0d8", 0.55), 0.2, steps=8))
    face = join(
        eyes(clay, 0.026, 0.185, 0.014),
        mouth(clay, [(-0.018, 0.157), (0, 0.149), (0.018, 0.157)], 0.0034),
        cheeks(clay, 0.045, 0.165, 0.010),
    )
    return Model(
        mesh=join(clay.mesh(64, gloss=0.25), *dots, face).turned(0, -14, 0),
        anchors={"head": Anchor(at=(0, 0.3, 0), size=0.12), "top": Anchor(at=(0, 0.32, 0), size=0.08)},
    ).grounded()


@draws("seahorse", yaw=52)
def seahorse(look: Look) -> Model:
    """Upright, ringed, its tail curled."""
    tone = look.tint("#f0a83c")
    pale = mix(tone, "#fff2d0", 0.5)
    clay = Clay(0.015)
    spine = np.array(
        bezier((0, 0.26, 0.02), (0, 0.20, -0.05), (0, 0.13, 0.05), (0, 0.06, 0.02), 10).tolist()
        + bezier((0, 0.06, 0.02), (0, 0.0, -0.01), (0, 0.005, -0.06), (0, 0.035, -0.05), 7)[1:].tolist()
    )
    for k, p in enumerate(spine):
        r = 0.040 * (1 - (k / len(spine)) ** 1.3) + 0.008
        clay.ball(p, (r * 0.8, r * 0.62, r), pale if k % 2 else tone, blend=0.008)
    clay.ball((0, 0.300, 0.035), (0.032, 0.032, 0.038), tone).limb(
        (0, 0.296, 0.06), (0, 0.284, 0.125), 0.016, 0.011, tone
    )
    crown = [
        ball((0.006, 0.016, 0.008), (0, 0.332 - 0.006 * abs(k), 0.03 + 0.016 * k), pale, 0.2, steps=8)
        for k in (-1, 0, 1)
    ]
    blade = fin([(0, -0.02), (0.05, -0.01), (0.055, 0.03), (0.02, 0.045), (0, 0.03)], 0.006, pale).moved(
        0, 0.16, -0.015
    )
    looks = [
        eye(clay, 0, 0, 0.0115, white="#fffdf6", toward=(-s, 0, 0), start=(s * 2, 0.306, 0.046))
        for s in (-1, 1)
    ]
    return Model(
        mesh=join(clay.mesh(72, gloss=0.3), *crown, blade, *looks),
        anchors={"head": Anchor(at=(0, 0.33, 0.03), size=0.06), "top": Anchor(at=(0, 0.34, 0.03), size=0.05)},
    ).grounded()
