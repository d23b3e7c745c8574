"""The dancing lion of the South."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.props.cosmetics import metal
from waa.painter.shapes import bezier
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    grid_faces,
    join,
    make,
    torus,
    tube,
)
from waa.painter.solid.model import Anchor, Model


@draws("lion_dance", yaw=24)
def lion_dance(look: Look) -> Model:
    """The southern dancing lion: horned head, mirror, rolling eyes, a beard of fur, a spangled cloth over two dancers."""
    red = look.tint("#d8352e")
    gold, white = rgb("#f6c33a"), "#fff8ea"
    head = (
        Clay(0.05)
        .ball((0, 1.30, 0.55), (0.40, 0.33, 0.34), red)
        .ball((0, 1.16, 0.76), (0.33, 0.20, 0.24), red)
    )
    head.ball((0, 1.04, 0.80), (0.28, 0.06, 0.20), "#7a1f24", blend=0.02, carves=True)
    shell = head.mesh(72, gloss=0.35)
    parts: list[Mesh] = [shell, *_lion_face(head, gold, white)]
    jaw = Clay(0.04).ball((0, 0.98, 0.74), (0.27, 0.075, 0.20), red).mesh(32, gloss=0.35)
    parts += [
        jaw,
        ball((0.17, 0.02, 0.12), (0, 1.025, 0.78), "#f2899a", 0.4),
        *_fringe(0.27, 0.93, 0.74, white),
    ]
    parts.append(_lion_cloth(red, gold))
    for z, sway in ((0.42, 0.06), (0.02, -0.04), (-0.62, 0.06), (-0.92, -0.05)):
        x = 0.15 if sway > 0 else -0.15
        parts.append(
            tube(
                [(x, 0.62, z), (x, 0.30, z + sway), (x, 0.09, z + sway * 1.2)],
                [0.105, 0.095, 0.080],
                gold,
                0.1,
            )
        )
        parts += _fringe(0.10, 0.42, z + sway * 0.5, white, x=x, count=12, drop=0.10)
        parts.append(
            Clay(0.03)
            .ball((x, 0.055, z + sway * 1.2 + 0.03), (0.075, 0.058, 0.12), "#2b2a31")
            .mesh(24, gloss=0.3)
        )
    tail = tube(
        bezier((0, 1.02, -1.10), (0, 1.20, -1.26), (0.05, 1.40, -1.22), (0.08, 1.46, -1.10), 12),
        [0.09, *np.linspace(0.085, 0.05, 11).tolist()],
        red,
        0.2,
    )
    parts += [tail, ball(0.10, (0.09, 1.50, -1.06), white, 0.05, steps=14)]
    anchors = {
        "head": Anchor(at=(0, 1.66, 0.5), size=0.5),
        "mouth": Anchor(at=(0, 1.02, 1.0), size=0.35),
        "hands": Anchor(at=(0, 1.0, 1.02), size=0.35),
        "back": Anchor(at=(0, 1.15, -0.4), size=0.5),
        "top": Anchor(at=(0, 1.85, 0.5), size=0.3),
        "neck": Anchor(at=(0, 1.1, 0.4), size=0.7),
    }
    return Model(mesh=join(*parts), anchors=anchors)


def _lion_face(head: Clay, gold: Array, white: Colour) -> list[Mesh]:
    parts: list[Mesh] = []
    for s in (-1, 1):
        at, _ = head.surface([(s * 0.19, 1.34, 3)], (0, 0, -1))
        p = at[0]
        parts += [
            torus(0.115, 0.034, gold, 0.5, steps=32).turned(s * 16, 78, 0).moved(*p),
            ball((0.10, 0.10, 0.06), p + (0, 0, 0.02), white, 0.6),
            ball((0.055, 0.062, 0.03), p + (0, -0.005, 0.075), "#1d1a1c", 0.9),
            ball(0.017, p + (-0.018, 0.025, 0.10), "#ffffff", 0.3).finished(glow=0.5),
        ]
        brow = tube(
            [p + (-s * 0.12, 0.115, 0.03), p + (0, 0.165, 0.05), p + (s * 0.13, 0.12, 0.0)],
            [0.030, 0.046, 0.024],
            white,
            0.05,
        )
        parts.append(brow)
        ear = ball((0.13, 0.075, 0.05), (s * 0.42, 1.38, 0.42), gold, 0.3).turned(0)
        parts += [ear, *_fringe(0.09, 1.36, 0.42, white, x=s * 0.47, count=9, drop=0.09)]
        parts.append(
            ball(
                (0.085, 0.075, 0.06),
                head.surface([(s * 0.17, 1.15, 3)], (0, 0, -1))[0][0],
                mix("#d8352e", "#ffffff", 0.25),
                0.35,
            )
        )
    nose = head.surface([(0, 1.19, 3)], (0, 0, -1))[0][0]
    parts += [
        ball((0.115, 0.080, 0.075), nose, gold, 0.5),
        *(ball(0.024, nose + (s * 0.05, -0.012, 0.062), "#7a1f24", 0.3, steps=10) for s in (-1, 1)),
    ]
    parts += [
        tube([(0, 1.58, 0.50), (0, 1.74, 0.46), (0, 1.86, 0.54)], [0.085, 0.060, 0.016], "#2f9a5a", 0.4)
    ]
    mirror = head.surface([(0, 1.47, 3)], (0, 0, -1))[0][0]
    parts += [
        metal(torus(0.075, 0.017, steps=32).turned(0, 66, 0).moved(*mirror)),
        ball((0.070, 0.070, 0.014), mirror + (0, 0.006, 0.008), "#e8f2fb", 1.0).turned(0),
    ]
    for k, colour in enumerate(("#2f9a5a", "#f6c33a", "#2f7fd0", "#f6c33a", "#2f9a5a")):
        a = math.radians(-64 + 32 * k)
        parts.append(
            ball(
                (0.062, 0.062, 0.062),
                (0.36 * math.sin(a), 1.36 + 0.30 * math.cos(a), 0.36),
                colour,
                0.15,
                steps=14,
            )
        )
    return parts


def _fringe(
    radius: float, y: float, z: float, colour: Colour, *, x: float = 0.0, count: int = 20, drop: float = 0.15
) -> list[Mesh]:
    """Fur that hangs from a ring."""
    strands = []
    for k in range(count):
        a = math.pi * (k / (count - 1) - 0.5) * 1.5
        px, pz = x + radius * math.sin(a), z + radius * 0.7 * math.cos(a)
        strands.append(
            tube(
                [
                    (px, y + 0.02, pz),
                    (
                        px * 1.0 + 0.012 * math.sin(a),
                        y - drop * (0.75 + 0.25 * ((k * 7) % 3) / 2),
                        pz + 0.015,
                    ),
                ],
                [0.030, 0.013],
                colour,
                0.04,
                steps=7,
            )
        )
    return strands


def _lion_cloth(red: Colour, gold: Array) -> Mesh:
    """The body: a draped cloth in scallops of red and gold."""
    rows, columns = 34, 26
    t, u = np.meshgrid(np.linspace(0, 1, rows), np.linspace(-1, 1, columns), indexing="ij")
    back = 1.12 + 0.10 * np.sin(t * math.pi) - 0.06 * t
    width = 0.40 - 0.06 * np.cos(t * 2 * math.pi)
    angle = u * 1.75
    x = width * np.sin(angle) * (1 + 0.03 * np.sin(t * 40))
    y = back - width * 1.15 * (1 - np.cos(angle)) - 0.12 * np.maximum(np.abs(u) - 0.75, 0)
    z = 0.42 - 1.55 * t
    mesh = make(
        np.stack([x, y, z], -1).reshape(-1, 3), grid_faces(rows, columns, wraps=False), None, gloss=0.18
    )
    mesh = join(
        mesh, make(mesh.vertices - mesh.normals * F(0.02), mesh.faces[:, ::-1].copy(), None, gloss=0.05)
    )

    def scallops(vertices: Array, normals: Array, colours: Array) -> Array:
        a = np.arctan2(vertices[:, 0], vertices[:, 1] - 0.62)
        row = np.floor((0.42 - vertices[:, 2]) / 0.17)
        wave = (0.42 - vertices[:, 2]) / 0.17 - row + 0.30 * np.abs(np.sin(a * 4 + row * math.pi / 2))
        edge = np.clip((wave - 0.72) / 0.10, 0, 1)[:, None]
        spangle = (np.sin(a * 16) * np.sin(vertices[:, 2] * 58) > 0.86)[:, None]
        colour = rgb(red) + (gold - rgb(red)) * edge * (wave < 1.06)[:, None]
        return np.where(spangle, rgb("#fff3c4"), colour).astype(F)

    return mesh.painted(scallops)
