"""The bouquet."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, shift
from waa.painter.noise import smoothstep
from waa.painter.props import flower_heads, petals
from waa.painter.props.petals import blade, nodding
from waa.painter.solid.leaf import ROUND, leaf
from waa.painter.solid.mesh import Mesh, ball, face_normals, grid_faces, join, make, torus
from waa.painter.solid.model import Anchor, Model


@draws("bouquet")
def bouquet(look: Look) -> Model:
    """A round bunch in paper with a ribbon, 45 cm: roses, small white flowers, leaves."""
    rng = look.rng("bouquet")
    first = look.tint("#ef5b78")
    others: tuple[Colour, ...] = (
        (mix(first, "#fff1ee", 0.45), mix(first, "#fff4e2", 0.78))
        if not look.colour
        else (first, mix(first, "#ffffff", 0.35))
    )
    parts = [
        _paper(mix(first, "#fff6ee", 0.86), 0.0),
        _paper(mix(first, "#ffffff", 0.62), 0.45, scale=0.93),
        *_ribbon(shift(first, 0, 1.05, 0.9)),
    ]
    for k in range(13):
        reach, angle = math.sqrt((k + 0.2) / 13), 2.39996 * k + 0.3
        out = np.array([math.sin(angle), math.cos(angle)]) * reach
        at = (out[0] * 0.150, 0.262 + 0.122 * math.sqrt(1 - 0.96 * reach**2), out[1] * 0.125 + 0.02)
        tint = first if k % 3 == 0 else others[k % 2]
        head = flower_heads.rose_head(tint, 0.118 - 0.010 * reach, rng, fine=False)
        parts.append(_leaning(nodding(head, at, 26 + 52 * out[1], roll=40 * k), at, -52 * out[0]))
    parts += _fillers(rng)
    return Model(
        mesh=join(*parts),
        anchors={"grip": Anchor(at=(0, 0.10, 0.0), size=0.30), "top": Anchor(at=(0, 0.44, 0.0), size=0.2)},
    )


def _leaning(mesh: Mesh, at: tuple[float, float, float], roll: float) -> Mesh:
    x, y, z = at
    return mesh.moved(-x, -y, -z).turned(roll=roll).moved(x, y, z)


def _fillers(rng: np.random.Generator) -> list[Mesh]:
    """Baby's breath between the roses, and eucalyptus round the rim."""
    k = np.arange(44) + 0.5
    reach, angle = np.sqrt(k / 44), 2.39996 * k * 1.7
    high = 0.285 + 0.140 * np.sqrt(1 - 0.96 * reach**2) + rng.uniform(-0.012, 0.012, 44)
    at = np.stack([np.sin(angle) * reach * 0.185, high, np.cos(angle) * reach * 0.155 + 0.02], -1)
    parts = [petals.dotted(at, 0.0062, "#fffdf6").finished(glow=0.1)]
    for j in range(11):
        degrees = 62 + 236 * j / 10 + rng.uniform(-6, 6)  # none in front, where the roses are
        a = math.radians(degrees)
        start = (math.sin(a) * 0.125, 0.285, math.cos(a) * 0.10)
        parts.append(
            blade(
                start,
                degrees,
                0.125,
                0.055,
                ("#7fa67a", "#6f9f5a")[j % 2],
                rise=0.55,
                droop=0.2,
                outline=ROUND,
            )
        )
    return parts


def _paper(colour: Colour, turn: float, scale: float = 1.0) -> Mesh:
    """A cone of paper with a waved rim, higher behind."""
    angle = np.linspace(0, 2 * math.pi, 57)
    v = np.linspace(0, 1, 12)[:, None]
    wave = 0.5 + 0.5 * np.cos(angle * 7 + turn * 7)
    radius = (
        0.026 + (0.022 - 0.026) * smoothstep(0, 0.3, v) + 0.155 * np.clip((v - 0.26) / 0.74, 0, 1) ** 0.82
    ) * scale
    radius = radius * (1 + 0.10 * (wave - 0.5) * smoothstep(0.4, 1, v))
    y = v * (0.300 + 0.030 * wave - 0.006 * np.cos(angle)) * scale
    flared = np.where(v < 0.26, 0.030 + 0.035 * (0.26 - v) / 0.26, radius)
    vertices = np.stack([np.sin(angle) * flared, y, np.cos(angle) * flared * 0.86], -1).reshape(-1, 3)
    faces = grid_faces(12, 57, wraps=False)
    outside = make(vertices, faces, face_normals(vertices.astype(F), faces), colour, 0.08)
    inside = make(
        vertices * (0.97, 1, 0.97), faces[:, ::-1], -outside.normals, mix(colour, "#ffffff", 0.3), 0.05
    )
    return join(outside, inside).finished(glow=0.20)


def _ribbon(colour: Colour) -> list[Mesh]:
    """A band round the waist, a bow in front with two tails."""
    y, z = 0.096, 0.040
    parts = [
        torus(0.036, 0.010, colour, 0.45, steps=32).scaled(1, 1.3, 0.92).moved(0, y, 0),
        ball((0.013, 0.012, 0.010), (0, y, z), colour, 0.45, steps=12),
    ]
    for side in (-1, 1):
        loop = [(0, y, z), (0.036 * side, y + 0.028, z + 0.014), (0.064 * side, y + 0.008, z + 0.006)]
        parts.append(
            leaf(
                loop,
                (0, -0.4, 1),
                0.036,
                0.012,
                colour,
                outline=(0.35, 0.75, 1.0, 1.0, 0.9, 0.7, 0.3),
                cup=0.2,
                gloss=0.45,
                steps=12,
                across=9,
            )
        )
        tail = [(0, y, z), (0.020 * side, y - 0.045, z + 0.012), (0.034 * side, y - 0.088, z + 0.006)]
        parts.append(
            leaf(
                tail,
                (0, 0, 1),
                0.024,
                0.004,
                colour,
                outline=(0.5, 0.8, 0.9, 1.0, 1.0, 1.0, 0.9),
                gloss=0.45,
                steps=10,
                across=7,
            )
        )
    return parts
