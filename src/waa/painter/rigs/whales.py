"""Whales and dolphins, the shark and the seal."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.rigs.features import eye, eyes, mouth
from waa.painter.rigs.fish import fin, swim_anchors
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, extrude, join, mirrored, tube
from waa.painter.solid.model import Anchor, Model


def _whale_kin(
    look: Look,
    body: Colour,
    belly: Colour,
    *,
    length: float,
    deep: float,
    snout: float,
    dorsal: float,
    flipper: float,
) -> tuple[Clay, list[Mesh], float, float]:
    """Body of clay, the other parts, the middle's height and the body's height."""
    n, h = length, deep * length
    mid = h * 0.62
    clay = Clay(0.06 * n)
    clay.ball((0, mid, 0.12 * n), (h * 0.50, h * 0.52, 0.30 * n), body)
    clay.ball((0, mid - h * 0.16, 0.14 * n), (h * 0.40, h * 0.36, 0.27 * n), belly, blend=0.02 * n)
    clay.strand(
        [(0, mid, -0.06 * n), (0, mid + 0.04 * n, -0.26 * n), (0, mid + 0.14 * n, -0.42 * n)],
        h * 0.38,
        h * 0.10,
        body,
    )
    if snout:
        clay.limb(
            (0, mid - h * 0.08, 0.34 * n),
            (0, mid - h * 0.12, 0.34 * n + snout * n),
            h * 0.20,
            h * 0.085,
            body,
            blend=0.03 * n,
        )
    fluke = smooth(
        [
            (0, 0),
            (0.10 * n, -0.05 * n),
            (0.20 * n, -0.14 * n),
            (0.10 * n, -0.13 * n),
            (0, -0.08 * n),
            (-0.10 * n, -0.13 * n),
            (-0.20 * n, -0.14 * n),
            (-0.10 * n, -0.05 * n),
        ],
        steps=5,
    )
    tail = (
        extrude(fluke, 0.035 * n, body, 0.35)
        .turned(0, 90, 0)
        .turned(0, -22, 0)
        .moved(0, mid + 0.15 * n, -0.40 * n)
    )
    parts = [tail]
    if dorsal:
        blade = fin(
            [
                (0.12 * n, 0),
                (0.02 * n, dorsal * n),
                (-0.10 * n, dorsal * n * 1.02),
                (-0.06 * n, 0),
                (0.02 * n, -0.03 * n),
            ],
            0.030 * n,
            body,
        )
        parts.append(blade.scaled(1, 1, -1).moved(0, mid + h * 0.46, 0.02 * n))
    flip = Clay(0.02 * n).limb(
        (h * 0.42, mid - h * 0.20, 0.14 * n),
        (h * 0.42 + flipper * n, mid - h * 0.55, 0.02 * n),
        0.055 * n,
        0.022 * n,
        body,
    )
    parts.append(mirrored(flip.mesh(28, gloss=0.35)))
    return clay, parts, mid, h


@draws("dolphin", yaw=56)
def dolphin(look: Look) -> Model:
    """Leaping, smiling."""
    tone = look.tint("#5f93c4")
    clay, parts, mid, h = _whale_kin(
        look, tone, mix(tone, "#ffffff", 0.72), length=2.2, deep=0.26, snout=0.13, dorsal=0.14, flipper=0.13
    )
    n = 2.2
    sides = [
        eye(clay, 0, 0, 0.040, toward=(-s, 0, 0), start=(s * 3, mid + h * 0.02, 0.33 * n)) for s in (-1, 1)
    ]
    smile = [
        _side_line(
            clay,
            s,
            [(mid - h * 0.13, 0.44 * n), (mid - h * 0.16, 0.38 * n), (mid - h * 0.10, 0.325 * n)],
            0.010,
        )
        for s in (-1, 1)
    ]
    mesh = join(clay.mesh(80, gloss=0.4), *parts, *sides, *smile).turned(0, -24, 0)
    return Model(mesh=mesh, anchors=swim_anchors(n, h, mid=mid)).grounded()


def _side_line(
    clay: Clay, side: int, points: list[tuple[float, float]], thick: float, colour: Colour = "#3a3f52"
) -> Mesh:
    """A line of (y, z) laid on one side of the skin."""
    line = smooth(points, closed=False, steps=5)
    found, _ = clay.surface([(side * 9.0, y, z) for y, z in line], (-side, 0, 0))
    return tube(found, thick, colour, 0.2, steps=8)


@draws("whale", yaw=52)
def whale(look: Look) -> Model:
    """A round blue whale with a pleated white belly and a fountain."""
    tone = look.tint("#3f6fb0")
    clay, parts, mid, h = _whale_kin(
        look, tone, mix(tone, "#ffffff", 0.80), length=8.0, deep=0.42, snout=0.0, dorsal=0.05, flipper=0.14
    )
    n = 8.0
    clay.ball((0, mid + h * 0.02, 0.30 * n), (h * 0.46, h * 0.46, 0.18 * n), tone).ball(
        (0, mid - h * 0.20, 0.31 * n),
        (h * 0.41, h * 0.30, 0.165 * n),
        mix(tone, "#ffffff", 0.80),
        blend=0.02 * n,
    )
    sides = [
        eye(clay, 0, 0, 0.15, white="#f6f8fb", toward=(-s, 0, 0), start=(s * 9, mid + h * 0.06, 0.30 * n))
        for s in (-1, 1)
    ]
    smile = [
        _side_line(
            clay,
            s,
            [(mid - h * 0.02, 0.44 * n), (mid - h * 0.08, 0.36 * n), (mid - h * 0.02, 0.26 * n)],
            0.055,
        )
        for s in (-1, 1)
    ]
    skin = clay.mesh(80, gloss=0.35)

    def pleats(vertices: Array, normals: Array, colours: Array) -> Array:
        pale = np.clip((colours.mean(1) - 0.62) / 0.12, 0, 1)
        groove = 0.5 + 0.5 * np.sin(vertices[:, 0] / h * 46)
        return colours * (1 - F(0.16) * (pale * groove)[:, None]).astype(F)

    water = [
        tube(
            bezier(
                (0, mid + h * 0.5, 0.16 * n),
                (x * 0.2, mid + h * 0.85, 0.16 * n),
                (x * 0.7, mid + h * 1.0, 0.16 * n),
                (x, mid + h * 0.82, 0.16 * n + abs(x) * 0.2),
                14,
            ),
            [0.14, *np.linspace(0.16, 0.07, 13).tolist()],
            "#bfe3f7",
            0.6,
        )
        for x in (-0.7, 0.7, -0.28, 0.28)
    ]
    return Model(
        mesh=join(skin.painted(pleats), *parts, *sides, *smile, *water), anchors=swim_anchors(n, h, mid=mid)
    ).grounded()


@draws("shark", yaw=56)
def shark(look: Look) -> Model:
    """More friend than terror: a broad grin with blunt teeth."""
    tone = look.tint("#6f8497")
    clay, parts, mid, h = _whale_kin(
        look, tone, "#f2f3f2", length=3.2, deep=0.27, snout=0.08, dorsal=0.16, flipper=0.16
    )
    n = 3.2
    clay.limb((0, mid + 0.14 * n, -0.42 * n), (0, mid + 0.30 * n, -0.54 * n), 0.05 * n, 0.012 * n, tone).limb(
        (0, mid + 0.12 * n, -0.42 * n), (0, mid - 0.01 * n, -0.50 * n), 0.04 * n, 0.012 * n, tone
    )
    sides = [
        eye(clay, 0, 0, 0.055, white="#ffffff", toward=(-s, 0, 0), start=(s * 9, mid + h * 0.06, 0.32 * n))
        for s in (-1, 1)
    ]
    grin = [
        _side_line(
            clay,
            s,
            [(mid - h * 0.20, 0.40 * n), (mid - h * 0.27, 0.34 * n), (mid - h * 0.19, 0.26 * n)],
            0.022,
            "#8a3f45",
        )
        for s in (-1, 1)
    ]
    gills = [
        _side_line(clay, s, [(mid + h * 0.10, z), (mid - h * 0.14, z - 0.02)], 0.016, "#4a5a6a")
        for s in (-1, 1)
        for z in (0.18 * n, 0.145 * n, 0.11 * n)
    ]
    parts[0] = parts[0].scaled(0.001)  # a shark's tail stands upright: the clay has it
    return Model(
        mesh=join(clay.mesh(80, gloss=0.35), *parts[1:], *sides, *grin, *gills),
        anchors=swim_anchors(n, h, mid=mid),
    ).grounded()


@draws("seal", yaw=24)
def seal(look: Look) -> Model:
    """A pup with its head up."""
    tone = look.tint("#9aa5b5")
    pale = mix(tone, "#ffffff", 0.5)
    clay = Clay(0.08)
    clay.ball((0, 0.22, 0.05), (0.24, 0.22, 0.28), tone).strand(
        [(0, 0.18, -0.12), (0, 0.12, -0.42), (0, 0.07, -0.62)], 0.19, 0.05, tone
    )
    clay.ball((0, 0.20, 0.20), (0.18, 0.16, 0.16), pale, blend=0.04).ball(
        (0, 0.50, 0.20), (0.165, 0.155, 0.165), tone, blend=0.10
    )
    for s in (-1, 1):
        clay.ball((s * 0.045, 0.455, 0.345), (0.060, 0.048, 0.045), pale, blend=0.02)
        clay.limb(
            (s * 0.20, 0.14, 0.10), (s * 0.38, 0.025, 0.16), 0.062, 0.028, shift(tone, 0, 1, 0.9), blend=0.04
        )
        clay.limb(
            (s * 0.03, 0.06, -0.62),
            (s * 0.14, 0.035, -0.76),
            0.045,
            0.022,
            shift(tone, 0, 1, 0.9),
            blend=0.02,
        )
    nose = clay.surface([(0, 0.485, 3)], (0, 0, -1))[0][0]
    face = [
        eyes(clay, 0.085, 0.525, 0.034),
        ball((0.026, 0.018, 0.014), nose, "#2b2630", 0.8, steps=14),
        mouth(clay, [(-0.035, 0.448), (0, 0.438), (0.035, 0.448)], 0.006),
    ]
    face += [
        tube([(s * 0.06, 0.46, 0.385), (s * 0.19, 0.46 + 0.02 * k, 0.37)], 0.0022, "#f4f4f4", 0.2, steps=5)
        for s in (-1, 1)
        for k in (-1, 0, 1)
    ]
    anchors = {
        "head": Anchor(at=(0, 0.645, 0.19), size=0.28),
        "eyes": Anchor(at=(0, 0.525, 0.355), size=0.28),
        "neck": Anchor(at=(0, 0.37, 0.16), size=0.32),
        "mouth": Anchor(at=(0, 0.45, 0.40), size=0.16),
        "hands": Anchor(at=(0, 0.45, 0.44), size=0.22),
        "back": Anchor(at=(0, 0.42, -0.08), size=0.3),
        "top": Anchor(at=(0, 0.66, 0.2), size=0.2),
    }
    return Model(mesh=join(clay.mesh(80, gloss=0.4), *face), anchors=anchors)
