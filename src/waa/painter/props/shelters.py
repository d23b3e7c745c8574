"""Shelters: an igloo of snow, a tent of canvas."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.hulls import cloth
from waa.painter.props.masonry import arch_outline, building
from waa.painter.props.motor import Kit
from waa.painter.solid.mesh import (
    ball,
    box,
    cylinder,
    extrude,
    grid_faces,
    make,
    torus,
    tube,
)
from waa.painter.solid.model import Lamp, Model


@draws("igloo", yaw=-24)
def igloo(look: Look) -> Model:
    """Blocks of snow in rings, a tunnel to creep in by, a warm light within."""
    snow = look.tint("#eef4fb")
    rings, around = 44, 150
    phi = np.linspace(0, math.pi / 2, rings)
    theta = np.linspace(0, 2 * math.pi, around, endpoint=False)
    p, t = np.meshgrid(phi, theta, indexing="ij")
    course = p / (math.pi / 2) * 7
    blocks = np.maximum(4, np.round(14 * np.cos(np.floor(course) / 7 * math.pi / 2)))
    column = t / (2 * math.pi) * blocks + 0.5 * (np.floor(course) % 2)
    gap = np.minimum(
        np.abs((course + 0.5) % 1 - 0.5) / 0.10,
        np.abs((column + 0.5) % 1 - 0.5) * (2 * math.pi / blocks) / 0.055,
    )
    groove = np.clip(gap, 0, 1)
    groove[course > 6.6] = 1
    r = 1.6 - 0.055 * (1 - groove**0.6)
    points = np.stack([r * np.cos(p) * np.sin(t), r * np.sin(p), r * np.cos(p) * np.cos(t)], -1).reshape(
        -1, 3
    )
    colours = rgb(mix(snow, "#8fb3dd", 0.55)) + (rgb(snow) - mix(snow, "#8fb3dd", 0.55)) * groove.reshape(
        -1, 1
    )
    dome = make(points, grid_faces(rings, around, wraps=True), None, snow, 0.2).painted(colours)
    kit = Kit()
    kit.add(dome, cylinder(1.95, 0.08, mix(snow, "#ffffff", 0.5), 0.1, steps=48))
    for k in range(4):
        arch = [
            (0.60 * math.sin(a), 0.10 + 0.60 * math.cos(a), 1.42 + 0.25 * k)
            for a in np.linspace(-1.57, 1.57, 19)
        ]
        kit.add(tube(arch, 0.155, mix(snow, "#c3d8f0", 0.15 * (k % 2)), 0.2, steps=10))
    mouth = extrude(arch_outline(1.04, 0.70), 0.05, "#27374f", 0.1, crease=30).moved(0, 0.40, 2.0)
    kit.add(mouth)
    kit.night.append(mouth.painted("#ffc468").finished(glow=1.0).moved(0, 0, 0.01))
    kit.lamps += [Lamp(at=(0, 0.4, 2.2), radius=1.3, colour="#ffb95e", strength=0.8)]
    return building(kit, (0, 1.6, 0), 1.0)


@draws("tent", yaw=-30)
def tent(look: Look) -> Model:
    """A ridge tent, its flap tied back, guy lines pegged down; it glows when a lamp burns inside."""
    paint = look.tint("#f08a2c")
    kit = Kit()
    length, half, high = 2.5, 1.15, 1.55
    pale = mix(paint, "#fff3dc", 0.6)

    def dyed(v: Array, n: Array, c: Array) -> Array:
        hem = (v[:, 1:2] < 0.24) | (np.abs(v[:, 2:3]) > length / 2 - 0.07)
        return np.where(hem, rgb(pale), rgb(paint))

    for side in (1, -1):
        points = _tent_side(side, length, half, high)
        kit.add(cloth(points, dyed, thick=0.015))
        lit = cloth(points, mix(paint, "#ffd98f", 0.55), thick=0.016).finished(glow=0.62)
        kit.night.append(lit.scaled(1.003, 1.002, 1.0))
    _tent_ends(kit, paint, length, half, high)
    for end in (-1, 1):
        z = end * length / 2
        kit.add(
            tube([(0, 0, z * 1.005), (0, high + 0.14, z * 1.005)], 0.03, "#8a6a48", 0.3, steps=8),
            ball(0.045, (0, high + 0.15, z * 1.005), "#e0b24a", 0.6, steps=8),
        )
        for x in (-1, 1):
            peg = (x * 1.75, 0.03, z * 1.22)
            kit.add(
                tube([(0, high + 0.05, z * 1.005), peg], 0.010, "#f2ead8", 0.1, steps=4, caps=False),
                tube(
                    [(peg[0], 0.0, peg[2]), (peg[0] + x * 0.05, 0.16, peg[2])], 0.02, "#8a6a48", 0.3, steps=6
                ),
            )
    kit.lamps.append(Lamp(at=(0, 0.55, length / 2), radius=1.7, colour="#ffb95e", strength=0.7))
    return building(kit, (0, high, 0), 0.8)


def _tent_side(side: int, length: float, half: float, high: float) -> np.ndarray:
    """One slope, (rows, columns, 3), sagging between its poles and flaring at its hem."""
    s, t = np.meshgrid(np.linspace(0, 1, 17), np.linspace(0, 1, 11))
    sagging = 0.10 * np.sin(np.pi * s) * np.sin(np.pi * t)
    x = side * (half * (1 - t) + 0.10 * (1 - t) ** 6 - sagging)
    y = high * t - 0.09 * np.sin(np.pi * s) * t
    points = np.stack([x, y, side * (s - 0.5) * length], -1)
    return points[:, ::-1]


def _tent_ends(kit: Kit, paint: Colour, length: float, half: float, high: float) -> None:
    """The back closed, the front with one flap rolled to its side."""
    back = make(
        np.array([(half, 0, 0), (-half, 0, 0), (0, high, 0)]), [(0, 1, 2)], None, mix(paint, "#000000", 0.10)
    ).moved(0, 0, -length / 2)
    dark = make(np.array([(-half, 0, 0), (half, 0, 0), (0, high, 0)]), [(0, 1, 2)], None, "#5a3a22").moved(
        0, 0, length / 2 - 0.3
    )
    kit.add(back, dark, box(half * 1.7, 0.06, 0.6, "#c9d6e0", 0.2, bevel=0.03).moved(0, 0, length / 2 - 0.1))
    kit.night.append(dark.painted("#ffcf7a").finished(glow=0.95).moved(0, 0, 0.01))
    s, t = np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 11))
    x = -half * (1 - t) * (1 - s) - 0.02 - 0.12 * s * (1 - t)
    points = np.stack([x * (1 - 0.35 * s), high * t * 0.99, length / 2 + 0.10 * np.sin(s * 5) * (1 - t)], -1)
    kit.add(cloth(points, mix(paint, "#fff3dc", 0.25), thick=0.015))
    roll = [(half * (1 - u) + 0.02, high * u, length / 2 + 0.05) for u in np.linspace(0.04, 0.95, 9)]
    kit.add(
        tube(roll, 0.065, mix(paint, "#fff3dc", 0.25), 0.1, steps=8),
        torus(0.075, 0.016, "#8a4a20", 0.1, steps=14)
        .turned(0, 40, -40)
        .moved(half * 0.55, high * 0.45, length / 2 + 0.05),
    )
