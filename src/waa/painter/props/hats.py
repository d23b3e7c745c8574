"""Hats, one wide where the head goes in: the fitting point is the origin, the crown above it, the front at +z.

Shapes only; `wear.py` registers them as things, and the people's clothes put them on.
"""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Colour, F, shift
from waa.painter.props.fancy_hats import crown, deerstalker, flower_crown, pointed_hat, santa_hat, tricorn
from waa.painter.props.hat_parts import DEEP, GOLD, Hat, curve, dome, turned, visor
from waa.painter.props.work_hats import (
    bamboo_hat,
    fire_helmet,
    hard_hat,
    head_scarf,
    mortarboard,
    nurse_cap,
    peaked_cap,
    scooter_helmet,
    toque,
)
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    face_normals,
    grid_faces,
    join,
    make,
    tube,
)


def top_hat(colour: Colour = "#2b2a31") -> Mesh:
    brim = turned(
        curve(
            (0.47, 0.0),
            (0.62, -0.015),
            (0.78, 0.035),
            (0.80, 0.065),
            (0.76, 0.065),
            (0.62, 0.03),
            (0.5, 0.04),
        ),
        colour,
        0.25,
    )
    crown = turned(
        [(0.50, 0.0), (0.495, 0.25), (0.53, 0.66), (0.545, 0.72), (0.525, 0.745), (0, 0.75)],
        colour,
        0.25,
        crease=50,
    )
    ribbon = turned([(0.50, 0.03), (0.512, 0.05), (0.508, 0.19), (0.496, 0.20)], "#a8343c", 0.3)
    return join(brim, crown, ribbon)


def cap(colour: Colour = "#dd4b3e") -> Mesh:
    seams = []
    for k in range(6):
        a = math.pi * (k / 3 + 1 / 6)
        t = np.linspace(0.02, math.pi / 2, 9)
        path = np.stack(
            [
                0.523 * np.cos(t) ** 0.85 * math.sin(a),
                0.443 * np.sin(t),
                0.523 * DEEP * np.cos(t) ** 0.85 * math.cos(a),
            ],
            -1,
        )
        seams.append(tube(path, 0.009, shift(colour, 0, 1, 0.82), 0.1, steps=6))
    return join(
        dome(colour),
        visor(shift(colour, 0, 1.02, 0.9)),
        ball((0.05, 0.03, 0.05), (0, 0.445, 0), shift(colour, 0, 1, 0.85), steps=10),
        *seams,
    )


def beret(colour: Colour = "#b03a3a") -> Mesh:
    clay = Clay(0.08)
    clay.ball((0.07, 0.15, -0.02), (0.64, 0.15, 0.60), colour, roll=-9).ball(
        (0.0, 0.06, 0.0), (0.50, 0.12, 0.47), colour
    )
    return join(
        clay.mesh(34, gloss=0.06),
        turned([(0.47, -0.03), (0.515, -0.02), (0.515, 0.04), (0.48, 0.06)], shift(colour, 0, 1, 0.8)),
        tube([(0.08, 0.28, -0.02), (0.10, 0.36, -0.03)], 0.022, colour, steps=8),
    )


def cowboy_hat(colour: Colour = "#8a5a38") -> Mesh:
    u, v = np.linspace(0, 1, 8)[:, None], np.linspace(0, 2 * math.pi, 56, endpoint=False)[None]
    out = 0.47 + (0.44 + 0.10 * np.abs(np.cos(v))) * u
    x, z = out * np.sin(v), out * np.cos(v) * 1.02
    y = 0.02 + 0.34 * u**2 * np.sin(v) ** 2 - 0.10 * u**2 * np.cos(v) ** 2
    sheets = [np.stack([x + 0 * y, y + s * 0.016, z + 0 * y], -1).reshape(-1, 3) for s in (1, -1)]
    faces = grid_faces(8, 56, wraps=True)
    points = np.concatenate(sheets).astype(F)
    both = np.concatenate([faces, faces[:, ::-1] + 8 * 56]).astype(np.int32)
    brim = make(points, both, face_normals(points, both), colour, 0.1)
    clay = Clay(0.06)
    clay.ball((0, 0.18, 0), (0.49, 0.34, 0.47), colour).ball((0, 0.02, 0), (0.50, 0.20, 0.47), colour)
    clay.ball((0, 0.60, 0.0), (0.10, 0.20, 0.52), colour, blend=0.12, carves=True)
    for s in (1, -1):
        clay.ball((s * 0.40, 0.52, 0.34), (0.20, 0.20, 0.20), colour, blend=0.12, carves=True)
    band = turned(
        [(0.49, 0.04), (0.520, 0.05), (0.512, 0.13), (0.485, 0.14)], shift(colour, 0.0, 1, 0.55), 0.2
    )
    return join(brim, clay.mesh(32, gloss=0.1), band)


def straw_hat(colour: Colour = "#ecd08d") -> Mesh:
    brim = turned(
        curve(
            (0.47, 0.0), (0.66, 0.01), (0.86, -0.04), (0.93, -0.02), (0.90, 0.015), (0.66, 0.04), (0.48, 0.04)
        ),
        colour,
    )
    crown_ = turned(
        curve((0.49, 0.0), (0.50, 0.18), (0.44, 0.36), (0.28, 0.42), (0, 0.42)), colour, crease=90
    )
    return join(
        brim, crown_, turned([(0.495, 0.03), (0.512, 0.04), (0.508, 0.14), (0.495, 0.15)], "#c2473f", 0.2)
    )


HATS: dict[str, Hat] = {
    "top_hat": top_hat, "cap": cap, "peaked_cap": peaked_cap, "beret": beret, "santa_hat": santa_hat,
    "wizard_hat": pointed_hat, "crown": crown, "hard_hat": hard_hat, "fire_helmet": fire_helmet,
    "scooter_helmet": scooter_helmet, "toque": toque, "cowboy_hat": cowboy_hat, "bamboo_hat": bamboo_hat,
    "straw_hat": straw_hat, "tricorn": tricorn, "flower_crown": flower_crown, "head_scarf": head_scarf,
    "deerstalker": deerstalker, "nurse_cap": nurse_cap, "mortarboard": mortarboard,
    "witch_hat": lambda colour: pointed_hat(colour, stars=False),
    "tiara": lambda colour: crown(colour, small=True),
}  # fmt: skip

__all__ = ["GOLD", "HATS", "crown", "flower_crown", "scooter_helmet"]
