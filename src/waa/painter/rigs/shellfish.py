"""Crabs, lobsters and shrimps."""

from __future__ import annotations

import math

from waa.painter.cast import Look, draws
from waa.painter.colour import mix, shift
from waa.painter.rigs.features import cheeks, eyes, mouth
from waa.painter.shapes import bezier
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import join, tube
from waa.painter.solid.model import Anchor, Model


@draws("crab", yaw=0)
def crab(look: Look) -> Model:
    """Claws up, eyes on stalks."""
    tone = look.tint("#e0523f")
    clay = Clay(0.03)
    clay.ball((0, 0.085, 0), (0.140, 0.062, 0.095), tone).ball(
        (0, 0.066, 0.030), (0.11, 0.040, 0.075), mix(tone, "#ffe0c8", 0.55), blend=0.015
    )
    for s in (-1, 1):
        clay.limb((s * 0.12, 0.09, 0.05), (s * 0.20, 0.14, 0.08), 0.022, 0.022, tone, blend=0.015)
        clay.ball((s * 0.225, 0.175, 0.085), (0.046, 0.050, 0.034), tone, blend=0.012)
        clay.limb((s * 0.235, 0.20, 0.09), (s * 0.200, 0.258, 0.095), 0.024, 0.009, tone, blend=0.012).limb(
            (s * 0.250, 0.195, 0.09), (s * 0.258, 0.250, 0.095), 0.020, 0.008, tone, blend=0.012
        )
        clay.limb((s * 0.045, 0.12, 0.065), (s * 0.052, 0.180, 0.075), 0.012, 0.012, tone, blend=0.01).ball(
            (s * 0.052, 0.190, 0.078), 0.024, tone, blend=0.006
        )
        for k in range(3):
            z = 0.03 - 0.045 * k
            clay.strand(
                [(s * 0.12, 0.07, z), (s * 0.20, 0.085, z - 0.01), (s * 0.225, 0.008, z - 0.015)],
                0.014,
                0.008,
                shift(tone, 0, 1, 0.9),
                blend=0.01,
            )
    face = join(
        eyes(clay, 0.052, 0.194, 0.016, white="#fffdf6"),
        mouth(clay, [(-0.028, 0.083), (0, 0.074), (0.028, 0.083)], 0.0045),
        cheeks(clay, 0.07, 0.088, 0.014),
    )
    return Model(
        mesh=join(clay.mesh(80, gloss=0.4), face),
        anchors={
            "head": Anchor(at=(0, 0.15, 0), size=0.18),
            "hands": Anchor(at=(0, 0.20, 0.12), size=0.16),
            "top": Anchor(at=(0, 0.15, 0), size=0.18),
            "eyes": Anchor(at=(0, 0.194, 0.10), size=0.13),
        },
    )


@draws("lobster", yaw=34)
def lobster(look: Look) -> Model:
    """Red, with two great claws and a fan of a tail."""
    tone = look.tint("#d83c33")
    clay = Clay(0.02)
    clay.ball((0, 0.060, 0.06), (0.052, 0.046, 0.10), tone)
    for k in range(6):
        clay.ball(
            (0, 0.055 - 0.003 * k, -0.05 - 0.036 * k),
            (0.046 - 0.004 * k, 0.038 - 0.003 * k, 0.026),
            shift(tone, 0, 1, 0.96 if k % 2 else 1.0),
            blend=0.006,
        )
    for x, z in ((0, -0.30), (0.04, -0.29), (-0.04, -0.29), (0.072, -0.27), (-0.072, -0.27)):
        clay.ball((x, 0.030, z), (0.024, 0.008, 0.036), tone, blend=0.008)
    for s in (-1, 1):
        clay.strand(
            [(s * 0.04, 0.055, 0.12), (s * 0.11, 0.060, 0.16), (s * 0.13, 0.06, 0.22)],
            0.015,
            0.015,
            tone,
            blend=0.01,
        )
        clay.ball((s * 0.135, 0.062, 0.27), (0.034, 0.024, 0.052), tone, blend=0.01).limb(
            (s * 0.12, 0.062, 0.30), (s * 0.112, 0.062, 0.365), 0.017, 0.006, tone, blend=0.008
        )
        clay.limb((s * 0.15, 0.062, 0.30), (s * 0.158, 0.062, 0.36), 0.019, 0.007, tone, blend=0.008)
        for k in range(3):
            z = 0.08 - 0.04 * k
            clay.strand(
                [(s * 0.04, 0.045, z), (s * 0.10, 0.055, z), (s * 0.13, 0.006, z - 0.005)],
                0.009,
                0.005,
                tone,
                blend=0.006,
            )
    feelers = [
        tube(
            bezier(
                (s * 0.018, 0.075, 0.15),
                (s * 0.05, 0.16, 0.24),
                (s * 0.12, 0.16, 0.34),
                (s * 0.2, 0.08, 0.40),
                16,
            ),
            0.0035,
            tone,
            0.3,
            steps=6,
        )
        for s in (-1, 1)
    ]
    face = eyes(clay, 0.024, 0.084, 0.011)
    posed = join(clay.mesh(88, gloss=0.5), *feelers, face).turned(0, -52, 0)  # up on its tail, claws high
    return Model(mesh=posed, anchors={"grip": Anchor(at=(0, 0.05, 0))}).grounded()


@draws("shrimp", yaw=62)
def shrimp(look: Look) -> Model:
    """Curled, pink, striped."""
    tone = look.tint("#f59a7c")
    clay = Clay(0.01)
    for k in range(9):
        a = math.radians(200 - 24 * k)
        r = 0.044
        clay.ball(
            (0, 0.060 + r * math.sin(a) * 1.0, r * -math.cos(a)),
            (0.020 - 0.0013 * k, 0.022 - 0.0014 * k, 0.017),
            mix(tone, "#fff3ea", 0.5) if k % 2 else tone,
            blend=0.005,
        )
    for x in (-0.012, 0, 0.012):
        clay.ball((x, 0.042 - abs(x) * 0.3, -0.046), (0.008, 0.017, 0.006), tone, blend=0.004)
    feelers = [
        tube(
            bezier(
                (s * 0.006, 0.055, 0.050),
                (s * 0.02, 0.09, 0.09),
                (s * 0.03, 0.08, 0.12),
                (s * 0.05, 0.04, 0.14),
                12,
            ),
            0.0012,
            tone,
            0.3,
            steps=6,
        )
        for s in (-1, 1)
    ]
    legs = [
        tube(
            [
                (s * 0.008, 0.036 + 0.006 * k, 0.040 - 0.007 * k),
                (s * 0.014, 0.014 + 0.007 * k, 0.026 - 0.008 * k),
            ],
            0.0018,
            tone,
            0.3,
            steps=6,
        )
        for s in (-1, 1)
        for k in range(4)
    ]
    return Model(
        mesh=join(clay.mesh(64, gloss=0.45), *feelers, *legs, eyes(clay, 0.010, 0.062, 0.005)),
        anchors={"grip": Anchor(at=(0, 0.06, 0))},
    ).grounded()
