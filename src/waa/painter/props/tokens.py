"""Signs and toys: balls, coins, cups to win, charts that rise, scrolls, easels."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.props.cosmetics import GOLD, SILVER, metal
from waa.painter.props.furniture import OAK, wooden
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, mirrored, torus, tube
from waa.painter.solid.model import Anchor, Model


@draws("ball", yaw=-20)
def beach_ball(look: Look) -> Model:
    """Six coloured segments."""
    colours = np.array([rgb(c) for c in ("#e0483f", "#fdf7ea", "#3f7fd0", "#fdf7ea", "#f2c14a", "#fdf7ea")])
    if look.colour is not None:
        colours[::2] = look.tint("#e0483f")

    def segments(vertices: Array, normals: Array, _: Array) -> Array:
        a = np.arctan2(vertices[:, 0], vertices[:, 2])
        return colours[((a / (2 * math.pi) + 1) * 6).astype(int) % 6]

    body = (
        ball(0.19, (0, 0, 0), "#ffffff", 0.55, steps=48)
        .painted(segments)
        .turned(20, 26, 18)
        .moved(0, 0.19, 0)
    )
    return Model(
        mesh=body, anchors={"grip": Anchor(at=(0, 0.19, 0)), "top": Anchor(at=(0, 0.38, 0), size=0.2)}
    )


def _icosahedron() -> np.ndarray:
    g = (1 + math.sqrt(5)) / 2
    points: list[tuple[float, float, float]] = [(s1, s2 * g, 0) for s1 in (-1, 1) for s2 in (-1, 1)]
    points += [(0, s1, s2 * g) for s1 in (-1, 1) for s2 in (-1, 1)]
    points += [(s2 * g, 0, s1) for s1 in (-1, 1) for s2 in (-1, 1)]
    return np.array(points) / math.sqrt(1 + g * g)


@draws("football", yaw=-16)
def football(look: Look) -> Model:
    """Black pentagons on white, with seams."""
    centres = _icosahedron()
    skin, dark = look.tint("#f8f7f3"), rgb("#26262b")

    def panels(vertices: Array, normals: Array, _: Array) -> Array:
        unit = vertices / np.linalg.norm(vertices, axis=1, keepdims=True)
        near = np.sort(unit @ centres.T, axis=1)
        pentagon = near[:, -1] > 0.937
        seam = (np.abs(near[:, -1] - 0.937) < 0.006) | ((near[:, -1] - near[:, -2] < 0.016) & ~pentagon)
        colour = np.where(pentagon[:, None], dark, skin)
        return np.where(seam[:, None], dark * F(1.8), colour)

    body = (
        ball(0.11, (0, 0, 0), "#ffffff", 0.45, steps=90).painted(panels).turned(14, 10, 8).moved(0, 0.11, 0)
    )
    return Model(mesh=body, anchors={"grip": Anchor(at=(0, 0.11, 0))})


@draws("basketball", yaw=-18)
def basketball(look: Look) -> Model:
    """Orange leather with its four seams."""
    leather = look.tint("#d9743a")

    def seams(vertices: Array, normals: Array, _: Array) -> Array:
        x, y, z = (vertices[:, i] / F(0.12) for i in range(3))
        line = (np.abs(y) < 0.022) | (np.abs(x) < 0.022) | (np.abs(np.abs(z) - (0.62 - 0.30 * y * y)) < 0.022)
        dots = 1 + F(0.05) * np.sin(x * 90) * np.sin(y * 90) * np.sin(z * 90)
        return np.where(line[:, None], rgb("#2b2320"), leather * dots[:, None].astype(F))

    body = (
        ball(0.12, (0, 0, 0), "#ffffff", 0.25, steps=80).painted(seams).turned(24, 14, 22).moved(0, 0.12, 0)
    )
    return Model(mesh=body, anchors={"grip": Anchor(at=(0, 0.12, 0))})


@draws("sword", yaw=-10)
def sword(look: Look) -> Model:
    """Standing on its point; the grip is the hilt."""
    outline = np.array([(0, 0.0), (0.026, 0.10), (0.028, 0.80), (-0.028, 0.80), (-0.026, 0.10)])
    blade = metal(extrude(outline, 0.010), "#dfe5ec")
    fuller = metal(box(0.010, 0.62, 0.012, bevel=0.002).moved(0, 0.16, 0), "#aab3bf")
    guard = metal(
        tube(bezier((-0.12, 0.84, 0), (-0.05, 0.80, 0), (0.05, 0.80, 0), (0.12, 0.84, 0), 16), 0.014), GOLD
    )
    grip = tube([(0, 0.81, 0), (0, 0.96, 0)], 0.017, look.tint("#7a2f35"), 0.3)
    wraps = [
        torus(0.0185, 0.0026, "#e0c27a", 0.4, steps=24).moved(0, y, 0) for y in np.linspace(0.83, 0.945, 6)
    ]
    pommel = metal(ball(0.026, (0, 0.985, 0)), GOLD)
    return Model(
        mesh=join(blade, fuller, guard, grip, *wraps, pommel), anchors={"grip": Anchor(at=(0, 0.89, 0))}
    )


@draws("coin", yaw=-24)
def coin(look: Look) -> Model:
    """A large coin on its edge before a small pile."""
    tone = GOLD if look.colour is None else look.tint(GOLD)
    face = join(
        lathe(
            [
                (0, 0),
                (0.050, 0),
                (0.054, 0.003),
                (0.054, 0.009),
                (0.050, 0.012),
                (0.044, 0.012),
                (0.042, 0.0098),
                (0, 0.0098),
            ]
        )
    )
    sign = lettered(
        "$", 0.045, 0.055, "#f6d98a", "#d9a441", rows=40, fill=0.9, font="serif-900", depth=0.0016
    )
    front = join(metal(face, tone).turned(0, 90, 0), metal(sign.moved(0, 0, 0.0100), tone)).moved(0, 0.054, 0)
    pile = [
        metal(cylinder(0.042, 0.009, bevel=0.002), tone).moved(
            0.085 + 0.004 * (k % 2), 0.0092 * k, -0.03 + 0.003 * (k % 3)
        )
        for k in range(5)
    ]
    return Model(mesh=join(front, *pile).moved(-0.03, 0, 0), anchors={"grip": Anchor(at=(-0.03, 0.05, 0))})


@draws("money_bag", yaw=-10)
def money_bag(look: Look) -> Model:
    """A tied sack with coins spilling before it."""
    cloth = look.tint("#c79a5b")
    outline = [
        (0, 0.0),
        (0.090, 0.0),
        (0.125, 0.030),
        (0.130, 0.090),
        (0.100, 0.165),
        (0.045, 0.205),
        (0.036, 0.218),
        (0.050, 0.245),
        (0.070, 0.268),
        (0.030, 0.262),
        (0, 0.25),
    ]
    sack = lathe(smooth(outline, closed=False, steps=5), cloth, 0.1, crease=80, steps=72)
    folds = sack.vertices.copy()
    a = np.arctan2(folds[:, 0], folds[:, 2])
    pinch = np.exp(-(((folds[:, 1] - 0.225) / 0.06) ** 2))
    radial = 1 + F(0.10) * np.sin(a * 9) * pinch
    folds[:, 0] *= radial
    folds[:, 2] *= radial
    sack = Mesh(folds.astype(F), sack.faces, sack.normals, sack.colours, sack.surface)
    rope = torus(0.040, 0.010, "#8a5a36", 0.2, steps=32).moved(0, 0.214, 0)
    sign = lettered("$", 0.085, 0.10, "#6b4a26", cloth, rows=44, fill=0.85, font="serif-900")
    bent = sign.vertices.copy()
    bent[:, 2] += np.sqrt(np.maximum(0.1335**2 - bent[:, 0] ** 2, 0)) - 3.2 * (bent[:, 1] + 0.012) ** 2
    badge = Mesh(bent.astype(F), sign.faces, sign.normals, sign.colours, sign.surface).moved(0, 0.095, 0.0)
    coins = [
        metal(cylinder(0.026, 0.007, bevel=0.0015).turned(t, p, 0), GOLD).moved(x, y, z)
        for x, y, z, t, p in (
            (-0.10, 0, 0.13, 0, 0),
            (-0.055, 0, 0.155, 0, 0),
            (-0.08, 0.008, 0.14, 20, 8),
            (0.09, 0.0, 0.14, 0, 0),
            (0.115, 0.012, 0.115, 0, 50),
        )
    ]
    return Model(mesh=join(sack, rope, badge, *coins), anchors={"grip": Anchor(at=(0, 0.21, 0))})


@draws("trophy", yaw=-16)
def trophy(look: Look) -> Model:
    """A two-handled cup on a dark base."""
    tone = GOLD if look.colour is None else look.tint(GOLD)
    cup = [
        (0.012, 0.085),
        (0.012, 0.115),
        (0.020, 0.135),
        (0.062, 0.165),
        (0.082, 0.215),
        (0.088, 0.275),
        (0.092, 0.282),
        (0.084, 0.280),
        (0.076, 0.22),
        (0.05, 0.175),
        (0, 0.165),
    ]
    foot = [(0, 0.060), (0.048, 0.060), (0.050, 0.066), (0.024, 0.078), (0.012, 0.088)]
    body = metal(
        join(
            lathe(smooth(cup, closed=False, steps=4), crease=75),
            lathe(smooth(foot, closed=False, steps=4), crease=75),
        ),
        tone,
    )
    ears = metal(
        mirrored(
            tube(
                bezier((0.080, 0.262, 0), (0.150, 0.270, 0), (0.135, 0.180, 0), (0.058, 0.172, 0), 20), 0.0075
            )
        ),
        tone,
    )
    base = join(
        box(0.105, 0.040, 0.105, "#3a2b26", 0.5, bevel=0.006),
        box(0.085, 0.022, 0.085, "#4a3730", 0.5, bevel=0.005).moved(0, 0.040, 0),
    )
    plate = metal(box(0.060, 0.020, 0.003, bevel=0.001).moved(0, 0.010, 0.0525), tone)
    star = (
        np.stack([np.cos(t := math.pi / 2 + np.arange(10) * math.pi / 5), np.sin(t)], -1)
        * np.where(np.arange(10) % 2 == 0, 0.026, 0.011)[:, None]
    )
    emblem = metal(extrude(star, 0.006, crease=10).moved(0, 0.228, 0.084), mix(tone, "#ffffff", 0.25))
    return Model(mesh=join(body, ears, base, plate, emblem), anchors={"grip": Anchor(at=(0, 0.13, 0))})


@draws("gear", yaw=-20)
def gear(look: Look) -> Model:
    """Two wheels that mesh."""
    tone = SILVER if look.colour is None else look.tint(SILVER)
    large, small = _cog(0.105, 14), _cog(0.062, 8)
    steel = large.moved(0, 0.125, 0).painted(tone).finished(gloss=0.5, metal=0.35)
    brass = small.turned(0, 0, 22).moved(0.150, 0.215, 0.0).painted("#d9a441").finished(gloss=0.5, metal=0.35)
    return Model(mesh=join(steel, brass).moved(-0.05, 0, 0))


def _cog(radius: float, teeth: int) -> Mesh:
    points = []
    for k in range(teeth):
        for share, r in ((0.0, 0.86), (0.18, 0.86), (0.30, 1.06), (0.62, 1.06), (0.74, 0.86)):
            a = 2 * math.pi * (k + share) / teeth
            points.append((radius * r * math.cos(a), radius * r * math.sin(a)))
    rim = extrude(np.array(points), 0.034, crease=20)
    hub = lathe(
        [
            (radius * 0.36, -0.024),
            (radius * 0.40, -0.020),
            (radius * 0.40, 0.020),
            (radius * 0.36, 0.024),
            (radius * 0.20, 0.024),
            (radius * 0.18, 0.0),
            (0, 0.0),
        ]
    ).turned(0, 90, 0)
    return join(rim, hub)


@draws("newspaper", yaw=-22)
def newspaper(look: Look) -> Model:
    """Folded once; headline, picture, columns."""
    paper = look.tint("#f4efe2")
    sheet_ = box(0.29, 0.022, 0.38, paper, 0.05, bevel=0.008)
    title = (
        lettered("晚報", 0.24, 0.055, "#2a2622", paper, rows=36, fill=0.95, font="serif-900")
        .turned(0, -90, 0)
        .moved(0, 0.0235, -0.145)
    )
    picture = box(0.125, 0.002, 0.105, "#8fa3b0", 0.1, bevel=0.0005).moved(-0.066, 0.0222, -0.045)
    lines = [
        box(w, 0.0014, 0.004, "#8a8478", 0.05, bevel=0.0003).moved(x, 0.0222, -0.088 + 0.0145 * k)
        for k in range(18)
        for x, w in ((0.070, 0.115),)
    ]
    more = [
        box(0.115, 0.0014, 0.004, "#8a8478", 0.05, bevel=0.0003).moved(-0.070, 0.0222, 0.028 + 0.0145 * k)
        for k in range(10)
    ]
    flat = join(sheet_, title, picture, *lines, *more)
    return Model(
        mesh=flat.turned(0, 40, 0).moved(0, 0.13, 0), anchors={"grip": Anchor(at=(0, 0.1, 0))}
    ).grounded()


@draws("scroll", yaw=-14)
def scroll(look: Look) -> Model:
    """A hanging scroll with one large character."""
    silk = look.tint("#8a3338")
    mount = box(0.30, 0.62, 0.008, silk, 0.15, bevel=0.002).moved(0, 0.05, 0)
    paper = lettered("福", 0.235, 0.40, "#221d1b", "#f6eedb", rows=96, fill=0.82, font="serif-900").moved(
        0, 0.37, 0.0052
    )
    rods = [
        join(
            tube([(-0.19, y, 0), (0.19, y, 0)], 0.015, "#5a3320", 0.5),
            mirrored(ball(0.022, (0.19, y, 0), "#d9aa4a", 0.6)),
        )
        for y in (0.045, 0.675)
    ]
    cord = tube([(-0.10, 0.69, 0), (0, 0.78, 0), (0.10, 0.69, 0)], 0.004, "#b8433f", 0.2, steps=8)
    return Model(mesh=join(mount, paper, *rods, cord), anchors={"grip": Anchor(at=(0, 0.4, 0))})


@draws("chart", yaw=-26)
def chart(look: Look) -> Model:
    """Four bars that rise, and the arrow over them."""
    colours: list[Colour] = (
        ["#5b7cff", "#6f6ff2", "#8a66e8", "#f2b63d"]
        if look.colour is None
        else [mix(look.tint("#5b7cff"), "#ffffff", 0.3 - 0.1 * k) for k in range(4)]
    )
    bars = [
        join(cylinder(0.062, tall, colour, 0.55, bevel=0.012)).moved(-0.27 + 0.18 * k, 0.03, 0)
        for k, (tall, colour) in enumerate(zip((0.20, 0.32, 0.46, 0.64), colours, strict=True))
    ]
    base = box(0.80, 0.03, 0.26, "#e8ecfb", 0.4, bevel=0.014)
    path = bezier((-0.36, 0.34, 0.09), (-0.10, 0.40, 0.09), (0.12, 0.60, 0.09), (0.30, 0.86, 0.09), 18)
    arrow = join(
        tube(path, 0.016, "#ffffff", 0.5),
        lathe([(0, 0), (0.048, 0), (0, 0.085)], "#ffffff", 0.5).turned(0, 0, -36).moved(0.295, 0.845, 0.09),
    )
    return Model(mesh=join(base, *bars, arrow), anchors={"top": Anchor(at=(0.27, 0.68, 0), size=0.12)})


@draws("easel", yaw=-20)
def easel(look: Look) -> Model:
    """A studio easel with a painted canvas."""
    wood = look.tint(OAK)
    front = join(*(tube([(s * 0.10, 1.55, 0), (s * 0.40, 0.01, 0.12)], 0.020, wood, 0.25) for s in (-1, 1)))
    back = tube([(0, 1.50, -0.02), (0, 0.01, -0.55)], 0.018, wood, 0.25)
    ledge = box(0.66, 0.035, 0.09, wood, 0.25, bevel=0.01).moved(0, 0.62, 0.08)
    canvas = box(0.70, 0.56, 0.025, "#f8f4ea", 0.05, bevel=0.006).turned(0, -6, 0).moved(0, 0.655, 0.075)
    dabs = []
    for x, y, rx, ry, colour in (
        (0, 0.10, 0.33, 0.10, "#5f9a58"),
        (0, 0.34, 0.33, 0.17, "#8fc4ea"),
        (0.16, 0.40, 0.06, 0.06, "#fbd765"),
        (-0.14, 0.20, 0.10, 0.13, "#3f7a4a"),
        (0.10, 0.15, 0.09, 0.04, "#e0574a"),
    ):
        dabs.append(
            ball((rx, ry, 0.004), (x, y, 0), colour, 0.2, steps=16).turned(0, -6, 0).moved(0, 0.69, 0.098)
        )
    return Model(
        mesh=join(wooden(front), back, ledge, canvas, *dabs), anchors={"grip": Anchor(at=(0, 0.9, 0.1))}
    )


@draws("skateboard", yaw=-30)
def skateboard(look: Look) -> Model:
    """Four wheels and a kicked deck; whoever rides stands on it."""
    deck_colour = look.tint("#e0703f")
    line = np.array(
        bezier((-0.40, 0.145, 0), (-0.34, 0.095, 0), (-0.30, 0.10, 0), (-0.24, 0.10, 0), 8).tolist()
        + bezier((0.24, 0.10, 0), (0.30, 0.10, 0), (0.34, 0.095, 0), (0.40, 0.145, 0), 8).tolist()
    )
    deck = tube(line, 0.009, deck_colour, 0.4, steps=16)
    wide = deck.vertices.copy()
    taper = np.clip((0.41 - np.abs(wide[:, 0])) / 0.10, 0.15, 1) ** 0.5
    wide[:, 2] *= 11 * taper
    grip = Mesh(wide.astype(F), deck.faces, deck.normals, deck.colours, deck.surface)
    grip = grip.painted(lambda v, n, c: np.where(n[:, 1:2] > 0.4, rgb("#33343a"), c))
    trucks = [metal(box(0.06, 0.035, 0.10, bevel=0.008).moved(x, 0.055, 0), SILVER) for x in (-0.22, 0.22)]
    wheels = [
        cylinder(0.028, 0.032, "#f6f0dc", 0.4, bevel=0.006)
        .moved(0, -0.016, 0)
        .turned(0, 90, 0)
        .moved(x, 0.028, z)
        for x in (-0.22, 0.22)
        for z in (-0.075, 0.075)
    ]
    return Model(
        mesh=join(grip, *trucks, *wheels),
        anchors={
            "seat": Anchor(at=(0, 0.108, 0), size=0.4, yaw=0),
            "top": Anchor(at=(0, 0.108, 0), size=0.4),
        },
    )
