"""Fish: one body of clay, its fins and coat as data."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.rigs.features import eye, mouth
from waa.painter.shapes import smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, extrude, join, mirrored
from waa.painter.solid.model import Anchor, Model

Paint = Callable[[Array, Array, Array], Array]
SIDE = 62.0  # fish are seen from the side, a little from the front


def swim_anchors(length: float, height: float, *, mid: float) -> dict[str, Anchor]:
    """For a swimmer along z whose middle is at height `mid`."""
    return {
        "head": Anchor(at=(0, mid + height * 0.42, length * 0.28), size=height * 0.6),
        "eyes": Anchor(at=(0, mid + height * 0.08, length * 0.42), size=height * 0.7),
        "mouth": Anchor(at=(0, mid - height * 0.08, length * 0.5), size=height * 0.4),
        "hands": Anchor(at=(0, mid - height * 0.1, length * 0.52), size=height * 0.5),
        "back": Anchor(at=(0, mid + height * 0.45, 0), size=height * 0.7),
        "seat": Anchor(at=(0, mid + height * 0.45, -length * 0.02), size=height * 0.7),
        "top": Anchor(at=(0, mid + height * 0.48, 0), size=height * 0.5),
        "neck": Anchor(at=(0, mid, length * 0.22), size=height * 0.9),
    }


def fin(points: list[tuple[float, float]], thick: float, colour: Colour) -> Mesh:
    """A fin in the plane of z (forwards) and y."""
    return extrude(smooth(points, steps=5), thick, colour, 0.25).turned(90)


def _fish(
    look: Look,
    body_colour: Colour,
    fin_colour: Colour,
    *,
    length: float,
    deep: float,
    thick: float,
    paint: Paint | None = None,
    tail: float = 1.0,
    eye_size: float = 0.13,
) -> Model:
    """A fish `length` m long; `deep` and `thick` are shares of its length."""
    h, w, n = deep * length, thick * length, length
    mid = h * 0.62
    clay = Clay(0.05 * length)
    clay.ball((0, mid, 0.08 * n), (w / 2, h / 2, 0.34 * n), body_colour)
    clay.ball((0, mid, -0.16 * n), (w * 0.36, h * 0.33, 0.26 * n), body_colour)
    clay.ball((0, mid - h * 0.02, 0.34 * n), (w * 0.34, h * 0.28, 0.14 * n), body_colour)
    skin = clay.mesh(64, gloss=0.35)
    if paint is not None:
        skin = skin.painted(paint)
    back = -0.36 * n
    forked = [
        (-back, 0),
        (-back + 0.20 * n * tail, h * 0.48 * tail),
        (-back + 0.26 * n * tail, h * 0.40 * tail),
        (-back + 0.15 * n * tail, 0),
        (-back + 0.26 * n * tail, -h * 0.40 * tail),
        (-back + 0.20 * n * tail, -h * 0.48 * tail),
    ]
    tail_fin = extrude(smooth(forked, steps=5), w * 0.13, fin_colour, 0.25).turned(90).moved(0, mid, 0)
    dorsal = fin(
        [
            (-0.16 * n, 0),
            (-0.04 * n, h * 0.22),
            (0.14 * n, h * 0.20),
            (0.24 * n, 0.02 * h),
            (0.05 * n, -0.06 * h),
        ],
        w * 0.11,
        fin_colour,
    ).moved(0, mid + h * 0.44, 0)
    anal = fin([(0.02 * n, 0), (0.16 * n, -h * 0.18), (0.22 * n, -h * 0.02)], w * 0.10, fin_colour).moved(
        0, mid - h * 0.38, 0
    )
    side = mirrored(
        ball((0.014 * n, 0.075 * n, 0.11 * n), (0, 0, 0), fin_colour, 0.25)
        .turned(-38, 18, 0)
        .moved(w * 0.52, mid - h * 0.10, 0.08 * n)
    )
    size = eye_size * h
    looks = [
        eye(clay, 0, 0, size, white="#fffdf6", toward=(-s, 0, 0), start=(s * 3, mid + h * 0.10, 0.30 * n))
        for s in (-1, 1)
    ]
    smile = mouth(
        clay, [(-0.10 * w, mid - h * 0.11), (0, mid - h * 0.14), (0.10 * w, mid - h * 0.11)], 0.010 * n
    )
    return Model(
        mesh=join(skin, tail_fin, dorsal, anal, side, *looks, smile), anchors=swim_anchors(n, h, mid=mid)
    )


@draws("fish", yaw=SIDE)
def fish(look: Look) -> Model:
    """A round reef fish."""
    tone = look.tint("#4f9fe0")
    return _fish(
        look,
        tone,
        mix(tone, "#ffd25a", 0.75),
        length=0.34,
        deep=0.60,
        thick=0.30,
        paint=_scaled(tone, mix(tone, "#ffffff", 0.55)),
    )


def _scaled(back: Colour, belly: Colour) -> Paint:
    """Darker above, paler below, with a hint of scales."""
    a, b = rgb(back), rgb(belly)

    def paint(vertices: Array, normals: Array, _: Array) -> Array:
        y, z = vertices[:, 1], vertices[:, 2]
        size = np.ptp(y) + F(1e-6)
        t = np.clip((y.mean() - y) / size * 2.0 + 0.35, 0, 1)[:, None]
        rows = np.sin(z / size * 26 + np.sin(y / size * 30)) * np.sin(y / size * 26)
        return (a * (1 - t) + b * t) * (1 + F(0.05) * rows.astype(F))[:, None]

    return paint


@draws("goldfish", yaw=SIDE)
def goldfish(look: Look) -> Model:
    """A fancy goldfish with a long veil of a tail."""
    tone = look.tint("#f07a2a")
    return _fish(
        look,
        tone,
        mix(tone, "#fff0d8", 0.35),
        length=0.16,
        deep=0.62,
        thick=0.42,
        tail=1.7,
        paint=_scaled(tone, mix(tone, "#ffe7b8", 0.6)),
    )


@draws("clownfish", yaw=SIDE)
def clownfish(look: Look) -> Model:
    """Orange with three white bands edged in black."""
    tone = look.tint("#f2762c")
    base = rgb(tone)

    def bands(vertices: Array, normals: Array, _: Array) -> Array:
        z, y = vertices[:, 2], vertices[:, 1]
        n = np.ptp(z) + F(1e-6)
        place = (z - z.min()) / n + 0.05 * np.sin(y / n * 18)
        colour = np.tile(base, (len(z), 1))
        for at in (0.72, 0.44, 0.16):
            near = np.abs(place - at)
            colour[near < 0.085] = rgb("#2a211f")
            colour[near < 0.066] = rgb("#fffaf2")
        return colour

    return _fish(look, tone, tone, length=0.12, deep=0.50, thick=0.32, paint=bands)
