"""Instruments: piano, guitar, violin, drum."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import shift
from waa.painter.props.cosmetics import metal
from waa.painter.props.furniture import OAK, legs, wooden
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import ball, box, cylinder, extrude, join, lathe, mirrored, torus, tube
from waa.painter.solid.model import Anchor, Model


@draws("piano", yaw=-28)
def piano(look: Look) -> Model:
    """A baby grand with its lid up."""
    lacquer = look.tint("#23222a")
    outline = smooth(
        [
            (-0.70, -0.02),
            (0.70, -0.02),
            (0.70, -0.62),
            (0.56, -1.05),
            (0.10, -1.24),
            (-0.36, -1.46),
            (-0.66, -1.36),
            (-0.70, -0.80),
        ],
        steps=6,
    )
    case = extrude(outline, 0.26, lacquer, 0.8).turned(0, 90, 0).moved(0, 0.78, 0)
    lid = extrude(outline, 0.02, lacquer, 0.85).turned(0, 90, 0)
    raised = lid.moved(0.70, 0, 0).turned(0, 0, 36).moved(-0.70, 0.93, 0)
    keys = [
        box(0.0245, 0.022, 0.15, "#fbf8f0", 0.5, bevel=0.003).moved(-0.575 + k * 0.0256, 0.745, 0.085)
        for k in range(46)
    ]
    blacks = [
        box(0.013, 0.020, 0.09, "#1b1a1f", 0.6, bevel=0.003).moved(-0.562 + k * 0.0256, 0.765, 0.055)
        for k in range(45)
        if k % 7 not in (2, 6)
    ]
    bed_ = box(1.40, 0.07, 0.22, lacquer, 0.8, bevel=0.015).moved(0, 0.68, 0.08)
    cheeks = mirrored(box(0.10, 0.13, 0.22, lacquer, 0.8, bevel=0.02).moved(0.645, 0.70, 0.08))
    stand = box(0.62, 0.22, 0.015, lacquer, 0.8, bevel=0.006).turned(0, -14, 0).moved(0, 0.92, -0.10)
    feet = join(
        *(
            tube([(x, 0.68, z), (x, 0.03, z)], [0.055, 0.036], lacquer, 0.7)
            for x, z in ((-0.56, 0.0), (0.56, 0.0), (-0.30, -1.10))
        )
    )
    bench = join(
        box(0.62, 0.06, 0.30, "#6b2f34", 0.2, bevel=0.025).moved(0, 0.44, 0.58),
        legs(0.50, 0.20, 0.44, lacquer, 0.022).moved(0, 0, 0.58),
    )
    return Model(
        mesh=join(case, raised, *keys, *blacks, bed_, cheeks, stand, feet, bench),
        anchors={
            "seat": Anchor(at=(0, 0.50, 0.56), size=0.5, yaw=180),
            "top": Anchor(at=(-0.4, 0.92, -0.8), size=0.5),
        },
    )


_GUITAR = [
    (0, 0.0),
    (0.115, 0.020),
    (0.165, 0.095),
    (0.145, 0.185),
    (0.100, 0.250),
    (0.112, 0.320),
    (0.135, 0.380),
    (0.105, 0.445),
    (0.030, 0.460),
    (0, 0.461),
]


@draws("guitar", yaw=-14)
def guitar(look: Look) -> Model:
    """A folk guitar, leaning back."""
    top_colour = look.tint("#e0a458")
    half = np.array(_GUITAR)
    outline = smooth(np.vstack([half, (half * (-1, 1))[::-1][1:-1]]), steps=5)
    body = extrude(outline, 0.090, shift(top_colour, -0.01, 1.2, 0.62), 0.6)
    face = wooden(extrude(outline * (0.975, 0.985) + (0, 0.003), 0.006, top_colour, 0.55).moved(0, 0, 0.045))
    hole = join(
        lathe([(0.048, 0), (0, 0)], "#2a1a12", 0.05).turned(0, 90, 0).moved(0, 0.275, 0.0488),
        torus(0.052, 0.004, "#7a4526", 0.4).turned(0, 90, 0).moved(0, 0.275, 0.049),
    )
    neck = box(0.048, 0.46, 0.022, "#6f4428", 0.35, bevel=0.006).moved(0, 0.42, 0.040)
    board = box(0.046, 0.56, 0.008, "#2d1f1a", 0.4, bevel=0.002).moved(0, 0.33, 0.051)
    frets = [
        box(0.046, 0.0026, 0.003, "#d8d2c4", 0.7, bevel=0.0006).moved(
            0, 0.36 + 0.52 * (1 - 2 ** (-k / 9)) * 1.9, 0.0555
        )
        for k in range(1, 13)
    ]
    head = box(0.066, 0.135, 0.018, "#6f4428", 0.35, bevel=0.008).turned(0, 8, 0).moved(0, 0.88, 0.036)
    pegs = mirrored(
        join(
            *(
                metal(
                    cylinder(0.007, 0.022, bevel=0.002)
                    .turned(0, 0, 90)
                    .moved(0.058, 0.905 + 0.036 * k, 0.036),
                    "#e0d6bf",
                )
                for k in range(3)
            )
        )
    )
    bridge = box(0.13, 0.018, 0.012, "#3a241a", 0.4, bevel=0.004).moved(0, 0.118, 0.052)
    strings = [
        metal(
            tube([((k - 2.5) * 0.0085, 0.127, 0.058), ((k - 2.5) * 0.0066, 0.90, 0.058)], 0.0009, steps=5),
            "#e5dcc8",
        )
        for k in range(6)
    ]
    return Model(
        mesh=join(body, face, hole, neck, board, *frets, head, pegs, bridge, *strings),
        anchors={"grip": Anchor(at=(0, 0.40, 0.05))},
    )


@draws("violin", yaw=-16)
def violin(look: Look) -> Model:
    """A violin with its bow across it."""
    varnish = look.tint("#b5602b")
    half = np.array(
        [
            (0, 0.0),
            (0.060, 0.010),
            (0.100, 0.055),
            (0.096, 0.115),
            (0.060, 0.160),
            (0.058, 0.205),
            (0.080, 0.245),
            (0.082, 0.300),
            (0.045, 0.352),
            (0, 0.356),
        ]
    )
    outline = smooth(np.vstack([half, (half * (-1, 1))[::-1][1:-1]]), steps=5)
    body = wooden(extrude(outline, 0.042, shift(varnish, 0, 1.05, 0.72), 0.7))
    face = wooden(extrude(outline * (0.97, 0.98) + (0, 0.003), 0.010, varnish, 0.75).moved(0, 0, 0.023))
    holes = mirrored(
        tube(
            bezier(
                (0.030, 0.155, 0.0285),
                (0.044, 0.165, 0.0285),
                (0.030, 0.200, 0.0285),
                (0.044, 0.212, 0.0285),
                10,
            ),
            0.0030,
            "#24140d",
            0.1,
        )
    )
    neck = box(0.026, 0.150, 0.020, shift(varnish, 0, 1, 0.8), 0.5, bevel=0.008).moved(0, 0.345, 0.016)
    board = box(0.030, 0.265, 0.010, "#211a1a", 0.5, bevel=0.004).moved(0, 0.225, 0.034)
    scroll = torus(0.016, 0.009, shift(varnish, 0, 1, 0.8), 0.5).turned(0, 0, 90).moved(0, 0.525, 0.012)
    pegbox = tube([(0, 0.485, 0.016), (0, 0.528, 0.010)], [0.012, 0.010], shift(varnish, 0, 1, 0.8), 0.5)
    pegs = mirrored(tube([(0, 0.505, 0.013), (0.030, 0.508, 0.013)], [0.003, 0.005], "#211a1a", 0.4, steps=8))
    tail = extrude(
        np.array([(-0.010, 0.02), (0.010, 0.02), (0.018, 0.115), (-0.018, 0.115)]), 0.006, "#211a1a", 0.5
    ).moved(0, 0, 0.032)
    bridge = box(0.040, 0.006, 0.026, "#e4c08a", 0.3, bevel=0.002).moved(0, 0.180, 0.040)
    strings = [
        metal(
            tube(
                [
                    ((k - 1.5) * 0.007, 0.112, 0.040),
                    ((k - 1.5) * 0.0085, 0.183, 0.054),
                    ((k - 1.5) * 0.005, 0.50, 0.034),
                ],
                0.0008,
                steps=5,
            ),
            "#e5dcc8",
        )
        for k in range(4)
    ]
    bow = join(
        tube([(-0.22, 0.06, 0.075), (0.02, 0.225, 0.082), (0.25, 0.40, 0.078)], 0.0042, "#5a3320", 0.5),
        tube([(-0.215, 0.048, 0.078), (0.245, 0.385, 0.080)], 0.0018, "#f4efe2", 0.2),
        box(0.026, 0.024, 0.014, "#211a1a", 0.5, bevel=0.004).moved(-0.205, 0.045, 0.077),
    )
    return Model(
        mesh=join(body, face, holes, neck, board, scroll, pegbox, pegs, tail, bridge, *strings, bow),
        anchors={"grip": Anchor(at=(0, 0.38, 0.02))},
    )


@draws("drum", yaw=-14)
def drum(look: Look) -> Model:
    """A marching drum with its sticks on top."""
    shell = look.tint("#c23b32")
    body = lathe([(0.155, 0.03), (0.158, 0.05), (0.158, 0.21), (0.155, 0.23)], shell, 0.6)
    hoops = [torus(0.160, 0.011, "#f0c75e", 0.5, steps=56).moved(0, y, 0) for y in (0.035, 0.225)]
    skins = join(
        lathe([(0.155, 0.232), (0, 0.236)], "#fbf5e6", 0.2),
        lathe([(0, 0.028), (0.155, 0.03)], "#fbf5e6", 0.2),
    )
    zigzag = []
    for k in range(10):
        a, b, c = (2 * math.pi * (k + f) / 10 for f in (0, 0.5, 1))
        zigzag.append(
            tube(
                [
                    (0.162 * math.sin(a), 0.046, 0.162 * math.cos(a)),
                    (0.162 * math.sin(b), 0.214, 0.162 * math.cos(b)),
                    (0.162 * math.sin(c), 0.046, 0.162 * math.cos(c)),
                ],
                0.0034,
                "#fff4d6",
                0.2,
                steps=6,
            )
        )
    sticks = [
        join(
            tube([(x, 0.249, 0.12), (x2, 0.249, -0.12)], [0.0065, 0.0048], OAK, 0.3),
            ball(0.0085, (x2, 0.249, -0.125), OAK, 0.3),
        )
        for x, x2 in ((-0.09, 0.06), (0.10, -0.03))
    ]
    return Model(
        mesh=join(body, *hoops, skins, *zigzag, *sticks), anchors={"top": Anchor(at=(0, 0.24, 0), size=0.25)}
    )
