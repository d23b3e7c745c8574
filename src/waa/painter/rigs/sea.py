"""Creatures of the sea: fish of every shape, whales, and those with arms, claws and shells."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.rigs.features import cheeks, eye, eyes, mouth
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, extrude, join, lathe, mirrored, tube
from waa.painter.solid.model import Anchor, Model

Paint = Callable[[Array, Array, Array], Array]
SIDE = 62.0  # fish are seen from the side, a little from the front


def _anchors(length: float, height: float, *, mid: float) -> dict[str, Anchor]:
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


def _fin(points: list[tuple[float, float]], thick: float, colour: Colour) -> Mesh:
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
    dorsal = _fin(
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
    anal = _fin([(0.02 * n, 0), (0.16 * n, -h * 0.18), (0.22 * n, -h * 0.02)], w * 0.10, fin_colour).moved(
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
        mesh=join(skin, tail_fin, dorsal, anal, side, *looks, smile), anchors=_anchors(n, h, mid=mid)
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
        fin = _fin(
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
        parts.append(fin.scaled(1, 1, -1).moved(0, mid + h * 0.46, 0.02 * n))
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
    return Model(mesh=mesh, anchors=_anchors(n, h, mid=mid)).grounded()


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
        mesh=join(skin.painted(pleats), *parts, *sides, *smile, *water), anchors=_anchors(n, h, mid=mid)
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
        anchors=_anchors(n, h, mid=mid),
    ).grounded()


@draws("octopus", yaw=0)
def octopus(look: Look) -> Model:
    """A round head on eight curling arms."""
    tone = look.tint("#e0704f")
    pale = mix(tone, "#ffe3d0", 0.6)
    clay = Clay(0.06)
    clay.ball((0, 0.50, 0), (0.25, 0.28, 0.24), tone).ball((0, 0.32, 0.02), (0.20, 0.14, 0.19), tone)
    rng = look.rng("arms")
    tips = []
    for k in range(8):
        a = 2 * math.pi * (k + 0.5) / 8
        reach, lift, curl = (
            0.46 + 0.06 * rng.random(),
            0.06 + 0.20 * rng.random() * (k % 2),
            rng.choice([-1, 1]),
        )
        x, z = math.sin(a), math.cos(a)
        path = bezier(
            (0.13 * x, 0.26, 0.13 * z),
            (0.34 * x, 0.16, 0.34 * z),
            (reach * x, 0.02, reach * z),
            (reach * 1.08 * x + 0.12 * curl * z, 0.05 + lift, reach * 1.08 * z - 0.12 * curl * x),
            7,
        )
        clay.strand(path.tolist(), 0.078, 0.034, tone, blend=0.05)
        tips += [(p, k) for p in path[2:6]]
    suckers = [
        ball(0.016 - 0.0018 * i, (p[0] * 1.03, p[1] - 0.042, p[2] + 0.03), pale, 0.3, steps=8)
        for i, (p, _) in enumerate(tips)
        if p[2] > 0.05
        for i in (1,)
    ]
    face = join(
        eyes(clay, 0.095, 0.47, 0.050, white="#fffdf6"),
        mouth(clay, [(-0.035, 0.385), (0, 0.368), (0.035, 0.385)], 0.0085),
        cheeks(clay, 0.15, 0.41, 0.034),
    )
    anchors = {
        "head": Anchor(at=(0, 0.77, 0), size=0.34),
        "eyes": Anchor(at=(0, 0.47, 0.23), size=0.36),
        "hands": Anchor(at=(0, 0.22, 0.40), size=0.3),
        "hand": Anchor(at=(0.42, 0.25, 0.2), size=0.2),
        "neck": Anchor(at=(0, 0.33, 0.02), size=0.4),
        "top": Anchor(at=(0, 0.78, 0), size=0.3),
    }
    return Model(mesh=join(clay.mesh(80, gloss=0.35), *suckers, face), anchors=anchors)


@draws("jellyfish", yaw=0)
def jellyfish(look: Look) -> Model:
    """A glowing bell with ruffled arms."""
    tone = look.tint("#c79bf0")
    bell_line = [(0.02, 0.36), (0.20, 0.40), (0.235, 0.46), (0.215, 0.56), (0.13, 0.655), (0, 0.68)]
    bell = lathe(
        smooth(bell_line, closed=False, steps=6), mix(tone, "#ffffff", 0.35), 0.75, crease=80, steps=64
    ).finished(glow=0.25)

    def rays(vertices: Array, normals: Array, colours: Array) -> Array:
        a = np.arctan2(vertices[:, 0], vertices[:, 2])
        return colours * (F(0.86) + F(0.16) * np.cos(a * 12).astype(F))[:, None]

    parts = [bell.painted(rays)]
    rng = look.rng("arms")
    for k in range(9):
        a = 2 * math.pi * k / 9
        r, sway = 0.15, rng.uniform(-0.10, 0.10)
        start = (r * math.sin(a), 0.42, r * math.cos(a))
        path = bezier(
            start,
            (start[0] + sway, 0.30, start[2]),
            (start[0] - sway * 1.4, 0.18, start[2]),
            (start[0] + sway, 0.02, start[2]),
            16,
        )
        parts.append(
            tube(
                path, np.linspace(0.011, 0.004, 16).tolist(), mix(tone, "#ff9ad0", 0.4), 0.5, steps=8
            ).finished(glow=0.3)
        )
    for k in range(4):
        x = -0.06 + 0.04 * k
        path = bezier(
            (x, 0.46, 0.02), (x - 0.05, 0.34, 0.05), (x + 0.06, 0.24, 0.03), (x - 0.02, 0.12, 0.04), 18
        )
        ruffle = 0.030 + 0.010 * np.sin(np.linspace(0, 14, 18))
        parts.append(
            tube(
                path, (ruffle * np.linspace(1, 0.4, 18)).tolist(), mix(tone, "#fff0fb", 0.6), 0.4, steps=8
            ).finished(glow=0.2)
        )
    return Model(
        mesh=join(*parts),
        anchors={
            "head": Anchor(at=(0, 0.66, 0), size=0.3),
            "top": Anchor(at=(0, 0.68, 0), size=0.25),
            "eyes": Anchor(at=(0, 0.5, 0.22), size=0.3),
        },
    )


@draws("crab", yaw=0)
def crab(look: Look) -> Model:
    """Claws up, eyes on stalks."""
    tone = look.tint("#e0523f")
    clay = Clay(0.03)
    clay.ball((0, 0.085, 0), (0.140, 0.062, 0.095), tone).ball(
        (0, 0.066, 0.030), (0.11, 0.040, 0.075), mix(tone, "#ffe0c8", 0.55), blend=0.015
    )
    for s in (-1, 1):
        clay.limb((s * 0.12, 0.09, 0.05), (s * 0.20, 0.14, 0.08), 0.022, 0.022, tone, blend=0.015)
        clay.ball((s * 0.225, 0.175, 0.085), (0.046, 0.050, 0.034), tone, blend=0.012)
        clay.limb((s * 0.235, 0.20, 0.09), (s * 0.200, 0.258, 0.095), 0.024, 0.009, tone, blend=0.012).limb(
            (s * 0.250, 0.195, 0.09), (s * 0.258, 0.250, 0.095), 0.020, 0.008, tone, blend=0.012
        )
        clay.limb((s * 0.045, 0.12, 0.065), (s * 0.052, 0.180, 0.075), 0.012, 0.012, tone, blend=0.01).ball(
            (s * 0.052, 0.190, 0.078), 0.024, tone, blend=0.006
        )
        for k in range(3):
            z = 0.03 - 0.045 * k
            clay.strand(
                [(s * 0.12, 0.07, z), (s * 0.20, 0.085, z - 0.01), (s * 0.225, 0.008, z - 0.015)],
                0.014,
                0.008,
                shift(tone, 0, 1, 0.9),
                blend=0.01,
            )
    face = join(
        eyes(clay, 0.052, 0.194, 0.016, white="#fffdf6"),
        mouth(clay, [(-0.028, 0.083), (0, 0.074), (0.028, 0.083)], 0.0045),
        cheeks(clay, 0.07, 0.088, 0.014),
    )
    return Model(
        mesh=join(clay.mesh(80, gloss=0.4), face),
        anchors={
            "head": Anchor(at=(0, 0.15, 0), size=0.18),
            "hands": Anchor(at=(0, 0.20, 0.12), size=0.16),
            "top": Anchor(at=(0, 0.15, 0), size=0.18),
            "eyes": Anchor(at=(0, 0.194, 0.10), size=0.13),
        },
    )


@draws("lobster", yaw=34)
def lobster(look: Look) -> Model:
    """Red, with two great claws and a fan of a tail."""
    tone = look.tint("#d83c33")
    clay = Clay(0.02)
    clay.ball((0, 0.060, 0.06), (0.052, 0.046, 0.10), tone)
    for k in range(6):
        clay.ball(
            (0, 0.055 - 0.003 * k, -0.05 - 0.036 * k),
            (0.046 - 0.004 * k, 0.038 - 0.003 * k, 0.026),
            shift(tone, 0, 1, 0.96 if k % 2 else 1.0),
            blend=0.006,
        )
    for x, z in ((0, -0.30), (0.04, -0.29), (-0.04, -0.29), (0.072, -0.27), (-0.072, -0.27)):
        clay.ball((x, 0.030, z), (0.024, 0.008, 0.036), tone, blend=0.008)
    for s in (-1, 1):
        clay.strand(
            [(s * 0.04, 0.055, 0.12), (s * 0.11, 0.060, 0.16), (s * 0.13, 0.06, 0.22)],
            0.015,
            0.015,
            tone,
            blend=0.01,
        )
        clay.ball((s * 0.135, 0.062, 0.27), (0.034, 0.024, 0.052), tone, blend=0.01).limb(
            (s * 0.12, 0.062, 0.30), (s * 0.112, 0.062, 0.365), 0.017, 0.006, tone, blend=0.008
        )
        clay.limb((s * 0.15, 0.062, 0.30), (s * 0.158, 0.062, 0.36), 0.019, 0.007, tone, blend=0.008)
        for k in range(3):
            z = 0.08 - 0.04 * k
            clay.strand(
                [(s * 0.04, 0.045, z), (s * 0.10, 0.055, z), (s * 0.13, 0.006, z - 0.005)],
                0.009,
                0.005,
                tone,
                blend=0.006,
            )
    feelers = [
        tube(
            bezier(
                (s * 0.018, 0.075, 0.15),
                (s * 0.05, 0.16, 0.24),
                (s * 0.12, 0.16, 0.34),
                (s * 0.2, 0.08, 0.40),
                16,
            ),
            0.0035,
            tone,
            0.3,
            steps=6,
        )
        for s in (-1, 1)
    ]
    face = eyes(clay, 0.024, 0.084, 0.011)
    posed = join(clay.mesh(88, gloss=0.5), *feelers, face).turned(0, -52, 0)  # up on its tail, claws high
    return Model(mesh=posed, anchors={"grip": Anchor(at=(0, 0.05, 0))}).grounded()


@draws("shrimp", yaw=62)
def shrimp(look: Look) -> Model:
    """Curled, pink, striped."""
    tone = look.tint("#f59a7c")
    clay = Clay(0.01)
    for k in range(9):
        a = math.radians(200 - 24 * k)
        r = 0.044
        clay.ball(
            (0, 0.060 + r * math.sin(a) * 1.0, r * -math.cos(a)),
            (0.020 - 0.0013 * k, 0.022 - 0.0014 * k, 0.017),
            mix(tone, "#fff3ea", 0.5) if k % 2 else tone,
            blend=0.005,
        )
    for x in (-0.012, 0, 0.012):
        clay.ball((x, 0.042 - abs(x) * 0.3, -0.046), (0.008, 0.017, 0.006), tone, blend=0.004)
    feelers = [
        tube(
            bezier(
                (s * 0.006, 0.055, 0.050),
                (s * 0.02, 0.09, 0.09),
                (s * 0.03, 0.08, 0.12),
                (s * 0.05, 0.04, 0.14),
                12,
            ),
            0.0012,
            tone,
            0.3,
            steps=6,
        )
        for s in (-1, 1)
    ]
    legs = [
        tube(
            [
                (s * 0.008, 0.036 + 0.006 * k, 0.040 - 0.007 * k),
                (s * 0.014, 0.014 + 0.007 * k, 0.026 - 0.008 * k),
            ],
            0.0018,
            tone,
            0.3,
            steps=6,
        )
        for s in (-1, 1)
        for k in range(4)
    ]
    return Model(
        mesh=join(clay.mesh(64, gloss=0.45), *feelers, *legs, eyes(clay, 0.010, 0.062, 0.005)),
        anchors={"grip": Anchor(at=(0, 0.06, 0))},
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


@draws("starfish", yaw=0)
def starfish(look: Look) -> Model:
    """Five arms and a smile, leaning back."""
    tone = look.tint("#f2894a")
    clay = Clay(0.05)
    clay.ball((0, 0.17, 0), (0.075, 0.075, 0.040), tone)
    for k in range(5):
        a = math.pi / 2 + k * 2 * math.pi / 5
        clay.limb((0, 0.17, 0), (0.155 * math.cos(a), 0.17 + 0.155 * math.sin(a), 0), 0.058, 0.022, tone)
    dots = []
    for k in range(5):
        a = math.pi / 2 + k * 2 * math.pi / 5
        for r in (0.075, 0.105, 0.132):
            p = clay.surface([(r * math.cos(a), 0.17 + r * math.sin(a), 3)], (0, 0, -1))[0][0]
            dots.append(ball(0.0085, p, mix(tone, "#fff0d8", 0.55), 0.2, steps=8))
    face = join(
        eyes(clay, 0.026, 0.185, 0.014),
        mouth(clay, [(-0.018, 0.157), (0, 0.149), (0.018, 0.157)], 0.0034),
        cheeks(clay, 0.045, 0.165, 0.010),
    )
    return Model(
        mesh=join(clay.mesh(64, gloss=0.25), *dots, face).turned(0, -14, 0),
        anchors={"head": Anchor(at=(0, 0.3, 0), size=0.12), "top": Anchor(at=(0, 0.32, 0), size=0.08)},
    ).grounded()


@draws("seahorse", yaw=52)
def seahorse(look: Look) -> Model:
    """Upright, ringed, its tail curled."""
    tone = look.tint("#f0a83c")
    pale = mix(tone, "#fff2d0", 0.5)
    clay = Clay(0.015)
    spine = np.array(
        bezier((0, 0.26, 0.02), (0, 0.20, -0.05), (0, 0.13, 0.05), (0, 0.06, 0.02), 10).tolist()
        + bezier((0, 0.06, 0.02), (0, 0.0, -0.01), (0, 0.005, -0.06), (0, 0.035, -0.05), 7)[1:].tolist()
    )
    for k, p in enumerate(spine):
        r = 0.040 * (1 - (k / len(spine)) ** 1.3) + 0.008
        clay.ball(p, (r * 0.8, r * 0.62, r), pale if k % 2 else tone, blend=0.008)
    clay.ball((0, 0.300, 0.035), (0.032, 0.032, 0.038), tone).limb(
        (0, 0.296, 0.06), (0, 0.284, 0.125), 0.016, 0.011, tone
    )
    crown = [
        ball((0.006, 0.016, 0.008), (0, 0.332 - 0.006 * abs(k), 0.03 + 0.016 * k), pale, 0.2, steps=8)
        for k in (-1, 0, 1)
    ]
    fin = _fin([(0, -0.02), (0.05, -0.01), (0.055, 0.03), (0.02, 0.045), (0, 0.03)], 0.006, pale).moved(
        0, 0.16, -0.015
    )
    looks = [
        eye(clay, 0, 0, 0.0115, white="#fffdf6", toward=(-s, 0, 0), start=(s * 2, 0.306, 0.046))
        for s in (-1, 1)
    ]
    return Model(
        mesh=join(clay.mesh(72, gloss=0.3), *crown, fin, *looks),
        anchors={"head": Anchor(at=(0, 0.33, 0.03), size=0.06), "top": Anchor(at=(0, 0.34, 0.03), size=0.05)},
    ).grounded()
