"""Small winged and shelled creatures of the garden."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb, shift
from waa.painter.rigs.features import cheeks, eyes, mouth
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, extrude, join, mirrored, tube
from waa.painter.solid.model import Anchor, Model


def _antennae(x: float, y: float, z: float, reach: float, colour: Colour) -> Mesh:
    path = bezier(
        (x, y, z),
        (x * 1.5, y + reach * 0.6, z),
        (x * 2.6, y + reach, z + reach * 0.2),
        (x * 3.2, y + reach * 0.95, z + reach * 0.5),
        12,
    )
    return mirrored(
        join(
            tube(path, reach * 0.035, colour, 0.2, steps=6),
            ball(reach * 0.085, path[-1], colour, 0.4, steps=8),
        )
    )


@draws("butterfly", yaw=-16)
def butterfly(look: Look) -> Model:
    """Wings open, veined and spotted, 9 cm across."""
    tone = look.tint("#f08a2e")
    dark = rgb("#2c2330")
    upper = smooth(
        [(0.002, 0.002), (0.012, 0.034), (0.034, 0.046), (0.050, 0.036), (0.048, 0.014), (0.030, 0.000)],
        steps=7,
    )
    lower = smooth(
        [(0.002, 0.001), (0.026, 0.000), (0.040, -0.014), (0.036, -0.034), (0.018, -0.036), (0.006, -0.014)],
        steps=7,
    )
    wings = []
    for outline, pale in ((upper, tone), (lower, mix(tone, "#ffd98a", 0.35))):
        wing = extrude(outline, 0.0022, dark, 0.4)
        inner = extrude((outline - outline.mean(0)) * 0.80 + outline.mean(0) * 0.985, 0.0034, pale, 0.4)
        wings += [wing, inner]
        middle = outline.mean(0)
        for p in outline[:: len(outline) // 5]:
            wings.append(
                tube(
                    [(0.004, 0.0, 0.002), (middle[0], middle[1], 0.0022), (p[0] * 0.9, p[1] * 0.9, 0.0020)],
                    0.0006,
                    dark,
                    0.2,
                    steps=5,
                )
            )
    spots = [
        ball((0.0022, 0.0022, 0.0006), (x, y, 0.0018), "#fffaf0", 0.4, steps=8)
        for x, y in ((0.044, 0.033), (0.047, 0.026), (0.046, 0.019), (0.034, -0.029), (0.037, -0.022))
    ]
    side = join(*wings, *spots).turned(-26)
    body = (
        Clay(0.004)
        .limb((0, -0.026, 0.001), (0, 0.006, 0.002), 0.0032, 0.0044, dark)
        .ball((0, 0.016, 0.003), 0.0056, dark)
    )
    mesh = join(
        mirrored(side),
        body.mesh(40, gloss=0.2),
        _antennae(0.0022, 0.020, 0.003, 0.016, dark),
        eyes(body, 0.0024, 0.0175, 0.0016, white="#ffffff"),
    )
    return Model(
        mesh=mesh.moved(0, 0.045, 0), anchors={"top": Anchor(at=(0, 0.066, 0), size=0.01)}
    ).grounded()


@draws("bee", yaw=34)
def bee(look: Look) -> Model:
    """Round, striped, with glassy wings."""
    tone = look.tint("#f6c33a")
    clay = Clay(0.01)
    clay.ball((0, 0.030, -0.006), (0.021, 0.021, 0.030), tone).ball(
        (0, 0.033, 0.026), (0.0175, 0.0175, 0.0160), mix(tone, "#fff1c0", 0.3)
    )
    skin = clay.mesh(56, gloss=0.3)

    def stripes(vertices: Array, normals: Array, colours: Array) -> Array:
        band = (np.sin((vertices[:, 2] + 0.004) * 360) < -0.1) & (vertices[:, 2] < 0.010)
        return np.where(band[:, None], rgb("#33272a"), colours)

    wings = mirrored(
        join(
            ball((0.011, 0.024, 0.0012), (0, 0.022, 0), "#dff0fa", 0.95, steps=20)
            .turned(20, -24, -38)
            .moved(0.006, 0.043, -0.006),
            ball((0.008, 0.017, 0.0012), (0, 0.015, 0), "#dff0fa", 0.95, steps=18)
            .turned(34, -52, -44)
            .moved(0.006, 0.042, -0.012),
        )
    )
    sting = tube([(0, 0.028, -0.034), (0, 0.026, -0.044)], [0.0028, 0.0005], "#33272a", 0.3)
    face = join(
        eyes(clay, 0.0072, 0.0365, 0.0044),
        mouth(clay, [(-0.004, 0.0275), (0, 0.0258), (0.004, 0.0275)], 0.0009),
        cheeks(clay, 0.0115, 0.030, 0.0028),
    )
    return Model(
        mesh=join(
            skin.painted(stripes), wings, sting, face, _antennae(0.005, 0.048, 0.030, 0.014, "#33272a")
        ),
        anchors={
            "head": Anchor(at=(0, 0.05, 0.026), size=0.03),
            "top": Anchor(at=(0, 0.052, 0.02), size=0.02),
        },
    )


@draws("ladybird", yaw=32)
def ladybird(look: Look) -> Model:
    """Red wing cases with seven spots."""
    tone = look.tint("#dd3a34")
    clay = Clay(0.006).ball((0, 0.018, -0.004), (0.026, 0.020, 0.030), tone)
    head = Clay(0.004).ball((0, 0.015, 0.026), (0.0150, 0.0130, 0.0110), "#2a2428")
    shell = clay.mesh(56, gloss=0.7)
    centres = np.array(
        [
            (0, 0.036, -0.002),
            (0.014, 0.030, 0.008),
            (-0.014, 0.030, 0.008),
            (0.019, 0.024, -0.010),
            (-0.019, 0.024, -0.010),
            (0.011, 0.027, -0.026),
            (-0.011, 0.027, -0.026),
        ]
    )

    def spots(vertices: Array, normals: Array, colours: Array) -> Array:
        near = np.sqrt(((vertices[:, None] - centres[None]) ** 2).sum(-1)).min(1) < 0.0062
        seam = (np.abs(vertices[:, 0]) < 0.0011) & (normals[:, 1] > 0.1)
        belly = vertices[:, 1] < 0.009
        return np.where((near | seam | belly)[:, None], rgb("#2a2428"), colours)

    legs = [
        tube(
            [(s * 0.018, 0.010, z), (s * 0.030, 0.009, z), (s * 0.034, 0.001, z)],
            0.0016,
            "#2a2428",
            0.2,
            steps=6,
        )
        for s in (-1, 1)
        for z in (-0.014, 0.0, 0.014)
    ]
    face = join(
        head.mesh(32, gloss=0.4),
        eyes(head, 0.0058, 0.0185, 0.0036, white="#ffffff"),
        _antennae(0.004, 0.026, 0.030, 0.010, "#2a2428"),
    )
    return Model(
        mesh=join(shell.painted(spots), face, *legs), anchors={"top": Anchor(at=(0, 0.038, 0), size=0.02)}
    )


@draws("dragonfly", yaw=46)
def dragonfly(look: Look) -> Model:
    """Four long wings on a slim body."""
    tone = look.tint("#3fa5a0")
    clay = (
        Clay(0.004)
        .ball((0, 0.030, 0.022), (0.0075, 0.0080, 0.0130), tone)
        .strand([(0, 0.030, 0.012), (0, 0.032, -0.02), (0, 0.030, -0.062)], 0.0046, 0.0026, tone)
    )
    clay.ball((0, 0.031, 0.040), (0.0080, 0.0075, 0.0070), tone)
    skin = clay.mesh(72, gloss=0.5)
    rings = skin.painted(
        lambda v, n, c: np.where(
            (np.sin(v[:, 2:3] * 620) > 0.55) & (v[:, 2:3] < 0.004), shift(tone, 0, 1, 0.6), c
        )
    )
    wings = [
        ball((0.036, 0.0009, 0.0064), (0.028, 0, 0), "#e4f4fb", 0.95, steps=22)
        .turned(a, 0, 6)
        .moved(0.004, 0.037, z)
        for z, a in ((0.024, -14), (0.012, 16))
    ]
    bulbs = mirrored(ball(0.0056, (0.0060, 0.0345, 0.0425), shift(tone, 0.05, 1.1, 0.7), 0.9, steps=16))
    return Model(
        mesh=join(rings, mirrored(join(*wings)), bulbs).turned(
            28, 52, 0
        ),  # banking, so that its wings are seen
        anchors={"top": Anchor(at=(0, 0.04, 0.02), size=0.01)},
    ).grounded()


@draws("snail", yaw=58)
def snail(look: Look) -> Model:
    """A coiled shell on a soft foot."""
    shell_tone = look.tint("#c9874a")
    soft = "#e8cfa6"
    clay = (
        Clay(0.012)
        .strand([(0, 0.012, -0.055), (0, 0.014, 0.0), (0, 0.016, 0.045)], 0.010, 0.014, soft)
        .limb((0, 0.018, 0.040), (0, 0.050, 0.062), 0.0150, 0.0140, soft)
    )
    clay.ball((0, 0.056, 0.066), (0.0165, 0.0150, 0.0155), soft)
    coils = []
    for k in range(30):
        t = k / 29
        a, r = t * 2 * math.pi * 2.3 + 0.4, 0.030 * (1 - t) ** 0.85 + 0.002
        coils.append(
            ball(
                (0.020 * (1 - 0.45 * t), 0.0165 * (1 - 0.72 * t) + 0.002, 0.0165 * (1 - 0.72 * t) + 0.002),
                (0, 0.050 + r * math.sin(a), -0.014 + r * math.cos(a)),
                mix(shell_tone, "#fff0d0", 0.45 if k % 6 == 0 else 0.10 * (k % 3)),
                0.55,
                steps=10,
            )
        )
    stalks = mirrored(tube([(0.007, 0.066, 0.068), (0.011, 0.090, 0.076)], 0.0026, soft, 0.2, steps=8))
    balls = mirrored(
        join(
            ball(0.0062, (0.0112, 0.094, 0.078), "#ffffff", 0.7, steps=14),
            ball(0.0036, (0.0115, 0.0945, 0.0825), "#241a18", 0.9, steps=10),
        )
    )
    face = join(
        mouth(clay, [(-0.007, 0.052), (0, 0.0495), (0.007, 0.052)], 0.0012),
        cheeks(clay, 0.011, 0.056, 0.0032),
    )
    return Model(
        mesh=join(clay.mesh(64, gloss=0.45), *coils, stalks, balls, face),
        anchors={
            "head": Anchor(at=(0, 0.07, 0.066), size=0.03),
            "back": Anchor(at=(0, 0.085, -0.015), size=0.05),
            "top": Anchor(at=(0, 0.088, -0.015), size=0.04),
        },
    )
