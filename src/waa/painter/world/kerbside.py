"""Kerbside: what stands along a Hong Kong street."""

from __future__ import annotations

import numpy as np

from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, tube
from waa.painter.world.diorama import block


def railing() -> Mesh:
    bars = [block(0, 0.1, float(z), 0.024, 0.85, 0.024, "#aeb6ba", 0.4) for z in np.linspace(-0.85, 0.85, 8)]
    return join(*bars, *[block(0, y, 0, 0.05, 0.05, 1.94, "#c3cacd", 0.4) for y in (0.10, 0.92)])


def lamp_post() -> Mesh:
    """Its arm reaches over the road, towards -x."""
    arm = tube([(0, 5.2, 0), (-0.1, 5.9, 0), (-0.6, 6.2, 0), (-1.3, 6.2, 0)], 0.05, "#7f8890", 0.3, steps=8)
    head = box(0.62, 0.10, 0.22, "#8f979e", bevel=0.03).moved(-1.5, 6.14, 0)
    lamp = box(0.5, 0.03, 0.18, "#fff0cf", bevel=0.01).finished(glow=0.95).moved(-1.5, 6.11, 0)
    return join(
        cylinder(0.10, 5.3, "#7f8890", 0.3, top=0.06, steps=12),
        cylinder(0.16, 0.5, "#6b747c", 0.3, steps=12),
        arm,
        head,
        lamp,
    )


def traffic_light() -> Mesh:
    pole = cylinder(0.055, 3.1, "#3a3f45", 0.3, steps=10)
    case = box(0.30, 0.86, 0.22, "#22262b", 0.3, bevel=0.05).moved(0, 2.4, 0.02)
    lamps = [ball((0.095, 0.095, 0.04), (0, 2.66 + 0.26 * (1 - k), 0.13), tint, 0.4, steps=12).finished(glow=shine)
             for k, (tint, shine) in enumerate((("#ff4a3a", 0.95), ("#6a4a1a", 0.1), ("#1f4a32", 0.1)))]  # fmt: skip
    hoods = [
        cylinder(0.115, 0.10, "#1a1d21", steps=14).turned(0, 90).moved(0, 2.66 + 0.26 * (1 - k), 0.10)
        for k in range(3)
    ]
    return join(pole, case, *hoods, *[m.moved(0, 0, 0.08) for m in lamps])


def litter_bin() -> Mesh:
    return join(
        cylinder(0.24, 0.86, "#e8762c", 0.4, steps=24),
        cylinder(0.25, 0.10, "#c95f1f", 0.4, steps=24).moved(0, 0.80, 0),
        block(0, 0.56, 0.235, 0.24, 0.12, 0.03, "#3a2a20"),
    )


def hydrant() -> Mesh:
    red = "#d8342c"
    return join(
        cylinder(0.12, 0.55, red, 0.4, steps=18),
        ball((0.13, 0.10, 0.13), (0, 0.57, 0), red, 0.4, steps=14),
        *[
            cylinder(0.06, 0.12, red, 0.4, steps=12).turned(0, 0, s * 90).moved(-s * 0.10, 0.38, 0)
            for s in (-1, 1)
        ],
    )


def minibus() -> Mesh:
    """Cream with a red roof, far down the road, its lamps on."""
    body = join(
        box(2.05, 1.55, 5.4, "#f1e8cf", 0.4, bevel=0.22).moved(0, 0.42, 0),
        box(2.0, 0.34, 5.2, "#c8332c", 0.4, bevel=0.15).moved(0, 1.88, 0),
    )
    pane = box(1.72, 0.72, 0.06, "#5a7482", 0.6, bevel=0.02).moved(0, 1.12, 2.70)
    lamps = [
        ball((0.14, 0.12, 0.05), (s * 0.72, 0.72, 2.72), "#fff3cf", 0.5, steps=12).finished(glow=0.95)
        for s in (-1, 1)
    ]
    sides = [box(0.05, 0.62, 4.4, "#38505e", 0.6, bevel=0.02).moved(s * 1.02, 1.16, -0.1) for s in (-1, 1)]
    wheels = [
        cylinder(0.36, 0.22, "#24262a", steps=18).turned(0, 0, 90).moved(s * 0.82 + 0.11, 0.36, z)
        for s in (-1, 1)
        for z in (1.7, -1.7)
    ]
    return join(
        body,
        pane,
        *lamps,
        *sides,
        *wheels,
        box(0.9, 0.24, 0.05, "#f7f3e6", bevel=0.02).moved(0, 2.0, 2.62),
        box(1.7, 0.22, 0.1, "#4a4d52", bevel=0.04).moved(0, 0.36, 2.72),
    )
