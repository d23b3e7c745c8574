"""Lamp, clock, fan and bulb: what hums and ticks at home."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix, rgb, shift
from waa.painter.props.cosmetics import SILVER, metal
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import ball, box, cylinder, extrude, join, lathe, mirrored, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model


@draws("lamp", yaw=-20)
def lamp(look: Look) -> Model:
    """A table lamp with a linen shade; lit."""
    shade_colour = look.tint("#fbe7bd")
    foot = [
        (0, 0),
        (0.075, 0),
        (0.078, 0.006),
        (0.060, 0.016),
        (0.040, 0.040),
        (0.058, 0.085),
        (0.052, 0.125),
        (0.020, 0.160),
        (0.012, 0.19),
        (0, 0.19),
    ]
    base = lathe(smooth(foot, closed=False, steps=4), "#3f6f78", 0.75, crease=80)
    rod = metal(cylinder(0.006, 0.12, bevel=0.001).moved(0, 0.185, 0), "#dcae4a")
    shade = lathe(
        [(0.145, 0.215), (0.100, 0.375), (0.097, 0.375), (0.142, 0.215)], shade_colour, 0.08, crease=80
    ).finished(glow=0.75)
    trims = [
        torus(r, 0.003, mix(shade_colour, "#b98d4a", 0.6), 0.1).moved(0, y, 0)
        for r, y in ((0.144, 0.216), (0.099, 0.374))
    ]
    return Model(
        mesh=join(base, rod, shade, *trims),
        lamps=(Lamp(at=(0, 0.29, 0.05), radius=0.62, colour="#ffd89a", strength=0.8),),
        anchors={"top": Anchor(at=(0, 0.376, 0), size=0.15)},
    )


@draws("clock", yaw=-16)
def clock(look: Look) -> Model:
    """A twin-bell alarm clock."""
    enamel = look.tint("#d64b3f")
    body = lathe(
        [
            (0, -0.022),
            (0.050, -0.022),
            (0.056, -0.016),
            (0.056, 0.018),
            (0.052, 0.024),
            (0.046, 0.025),
            (0.046, 0.019),
            (0, 0.019),
        ],
        enamel,
        0.7,
    )
    dial = lathe([(0.046, 0.0195), (0, 0.0195)], "#fdf8ea", 0.3)
    marks = [
        box(0.0022, 0.0006, 0.007 if h % 3 == 0 else 0.0035, "#2f2a2a", 0.3, bevel=0.0002)
        .moved(0, 0.0196, 0.038)
        .turned(h * 30)
        for h in range(12)
    ]
    hands = [
        box(w, 0.001, length, "#2b2626", 0.5, bevel=0.0004).moved(0, 0.021, length / 2 - 0.003).turned(a)
        for w, length, a in ((0.004, 0.024, -125), (0.0028, 0.036, 120))
    ]
    face = (
        join(body, dial, *marks, *hands, ball(0.003, (0, 0.022, 0), "#b9883c", 0.6))
        .turned(0, 90, 0)
        .moved(0, 0.072, 0)
    )
    feet = mirrored(tube([(0.026, 0.030, 0), (0.040, 0.003, 0.004)], [0.007, 0.005], "#c9cdd3", 0.6))
    bells = mirrored(
        metal(
            lathe(
                smooth([(0.026, 0), (0.025, 0.008), (0.016, 0.018), (0, 0.021)], closed=False, steps=4),
                crease=80,
            )
            .turned(0, 0, -28)
            .moved(0.031, 0.120, 0),
            "#dcae4a",
        )
    )
    hammer = join(
        metal(cylinder(0.003, 0.014).moved(0, 0.128, 0), SILVER),
        metal(box(0.014, 0.009, 0.009, bevel=0.003).moved(0, 0.140, 0), SILVER),
    )
    return Model(
        mesh=join(face, feet, bells, hammer),
        anchors={"grip": Anchor(at=(0, 0.07, 0)), "top": Anchor(at=(0, 0.15, 0), size=0.04)},
    )


@draws("fan", yaw=-22)
def fan(look: Look) -> Model:
    """A table fan: three round blades behind a wire guard."""
    colour = look.tint("#7fc4b8")
    base = lathe(
        [
            (0, 0),
            (0.085, 0),
            (0.090, 0.006),
            (0.084, 0.020),
            (0.022, 0.028),
            (0.018, 0.034),
            (0.016, 0.14),
            (0, 0.14),
        ],
        "#f2f0ea",
        0.5,
    )
    motor = ball((0.036, 0.036, 0.050), (0, 0.225, -0.045), "#f2f0ea", 0.5)
    blade = extrude(
        smooth([(0.012, 0), (0.060, -0.050), (0.105, -0.028), (0.110, 0.030), (0.060, 0.040)], steps=5),
        0.004,
        colour,
        0.5,
    )
    blades = [blade.turned(14).turned(0, 0, a).moved(0, 0.225, 0.012) for a in (20, 140, 260)]
    hub = ball((0.022, 0.022, 0.018), (0, 0.225, 0.024), colour, 0.6)
    rings = [
        metal(torus(r, 0.0022, steps=56).turned(0, 90, 0).moved(0, 0.225, z), SILVER)
        for r, z in ((0.132, 0.0), (0.132, 0.024), (0.085, 0.036), (0.040, 0.042))
    ]
    wires = [
        metal(
            tube(
                [
                    (0.022 * math.sin(a), 0.225 + 0.022 * math.cos(a), 0.044),
                    (0.085 * math.sin(a), 0.225 + 0.085 * math.cos(a), 0.037),
                    (0.132 * math.sin(a), 0.225 + 0.132 * math.cos(a), 0.022),
                ],
                0.0013,
                steps=6,
            ),
            SILVER,
        )
        for a in np.linspace(0, 2 * math.pi, 28, endpoint=False)
    ]
    stem = cylinder(0.018, 0.09, "#f2f0ea", 0.5).moved(0, 0.12, -0.03)
    return Model(mesh=join(base, stem, motor, *blades, hub, *rings, *wires))


@draws("light_bulb", yaw=0)
def light_bulb(look: Look) -> Model:
    """A glowing bulb on its screw."""
    tint = look.tint("#ffe9a8")
    outline = [
        (0.0125, 0.034),
        (0.014, 0.042),
        (0.026, 0.060),
        (0.0305, 0.080),
        (0.026, 0.101),
        (0.013, 0.112),
        (0, 0.1145),
    ]
    bulb = lathe(smooth(outline, closed=False, steps=5), mix(tint, "#ffffff", 0.35), 0.9, crease=80).finished(
        glow=0.55
    )
    filament = tube(
        [
            (-0.006, 0.058, 0),
            (-0.008, 0.078, 0),
            (-0.003, 0.084, 0),
            (0, 0.078, 0),
            (0.003, 0.084, 0),
            (0.008, 0.078, 0),
            (0.006, 0.058, 0),
        ],
        0.0010,
        "#ffb03a",
    ).finished(glow=1.0)
    thread = [(0, 0.002), (0.006, 0.002), (0.007, 0.006)]
    for k in range(5):
        thread += [(0.0125, 0.008 + 0.005 * k), (0.0115, 0.0105 + 0.005 * k)]
    screw = metal(lathe([*thread, (0.0130, 0.034), (0, 0.034)]), SILVER)
    return Model(
        mesh=join(bulb, filament, screw, ball(0.005, (0, 0.003, 0), "#22242a", 0.4)),
        lamps=(Lamp(at=(0, 0.08, 0.03), radius=0.26, colour=_hex(shift(tint, 0, 1.3)), strength=0.9),),
        anchors={"grip": Anchor(at=(0, 0.03, 0))},
    )


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{int(c * 255):02x}" for c in np.clip(rgb(colour), 0, 1))
