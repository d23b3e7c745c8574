"""Clothes of particular roles, made from the cuts of `tailor.py` and `clothes.py`."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, mix, rgb, shift
from waa.painter.rigs.people.clothes import (
    armholes,
    edge,
    in_chest,
    lapels,
    opened,
    patch,
    seam,
    shirt_collar,
    stand_collar,
    wrapped,
)
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.limbs import bare_arms, bare_legs
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.rigs.people.tailor import buttons, crew_neck, cuffs, skirt, top, trousers
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe, torus, tube


@piece("hoodless_jacket")
def fire_jacket(fig: Figure, colour: Array) -> Mesh:
    """A firefighter's: thick, high-collared, to the hips."""
    body = top(fig, colour, grow=0.070, flare=0.01, hem=-0.20, hem_colour=shift(colour, 0, 1, 0.85))
    clay = fig.trunk(fig.grown)
    front = seam(fig, clay, [(0.0, -0.10 - 0.1 * k) for k in range(9)], "#f0e13a", 0.014)
    clips = [
        patch(
            fig,
            clay,
            [(-0.07, y), (0.07, y), (0.07, y - 0.045), (-0.07, y - 0.045)],
            "#c9ced6",
            0.03,
            gloss=0.5,
        )
        for y in (-0.26, -0.44)
    ]
    return join(
        body,
        cuffs(fig, shift(colour, 0, 1, 0.85), grow=0.07, flare=0.01),
        front,
        *clips,
        stand_collar(fig, shift(colour, 0, 1, 0.9), 0.085),
    )


@piece("raincoat")
def raincoat(fig: Figure, colour: Array) -> Mesh:
    body = top(fig, colour, grow=0.060, flare=0.03, tucked=True).finished(gloss=0.35)
    clay = fig.trunk(fig.grown)
    lower = skirt(fig, colour, length=0.42, flare=0.14, fold=0.02, start=0.30, grow=0.065, gloss=0.35)
    front = seam(fig, clay, [(0.0, -0.10 - 0.1 * k) for k in range(8)], shift(colour, 0, 1.05, 0.82), 0.014)
    knobs = buttons(fig, clay, [(0.05, -0.22 - 0.18 * k) for k in range(4)], "#7a5a2a", 0.030)
    return join(
        body,
        lower,
        cuffs(fig, shift(colour, 0, 1, 0.9), grow=0.06, flare=0.03),
        stand_collar(fig, shift(colour, 0, 1, 0.92), 0.07),
        front,
        knobs,
    )


@piece("puffer")
def puffer(fig: Figure, colour: Array) -> Mesh:
    """A down jacket: quilted rings, a zip, a high collar."""
    dark = shift(colour, 0, 1.05, 0.80)
    body = top(fig, colour, grow=0.085, flare=0.01, hem=-0.14, hem_colour=dark).finished(gloss=0.28)

    def quilted(v: Array, n: Array, c: Array) -> Array:
        return over(c, dark, edge(0.016 - np.abs((in_chest(fig, v)[:, 1] + 0.02) % 0.19 - 0.095), 0.014))

    clay = fig.trunk(fig.grown)
    zipper = seam(fig, clay, [(0.0, -0.06 - 0.1 * k) for k in range(9)], "#e9edef", 0.012)
    return join(
        painted_finely(body, quilted, most=8000),
        cuffs(fig, dark, grow=0.085, flare=0.01),
        stand_collar(fig, colour, 0.12),
        zipper,
    )


@piece("flower_shirt")
def flower_shirt(fig: Figure, colour: Array) -> Mesh:
    """For holidays: short sleeves, big flowers."""
    dark = shift(colour, 0, 1.03, 0.9)
    body = top(fig, colour, sleeve=0.42, flare=0.03)

    def printed(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        row = np.floor((p[:, 1] + 0.02) / 0.19)
        x = (p[:, 0] + 0.08 * (row % 2)) % 0.17 - 0.085
        y = (p[:, 1] + 0.02) % 0.19 - 0.095
        far, turn = np.hypot(x, y), np.arctan2(x, y)
        petals = edge(0.052 + 0.018 * np.cos(5 * turn) - far, 0.012)
        return over(over(c, "#fff6e6", petals), "#f2c14e", edge(0.016 - far, 0.010))

    return join(
        painted_finely(body, printed, most=9000),
        cuffs(fig, dark, share=0.42, flare=0.03, height=0.03),
        shirt_collar(fig, dark),
        bare_arms(fig, fig.face.skin, 0.3),
    )


@piece("jacket_open")
def jacket_open(fig: Figure, colour: Array) -> Mesh:
    """Worn open over a light shirt."""
    dark = shift(colour, 0, 1.03, 0.82)
    body = opened(
        fig,
        top(fig, colour, grow=0.055, hem_colour=dark, hem=-0.12),
        "#f3efe6",
        deep=1.15,
        half=0.13,
        bottom=0.085,
    )
    clay = fig.trunk(fig.grown)
    edges = [
        seam(
            fig,
            clay,
            [(s * 0.135, -0.06), (s * 0.122, -0.3), (s * 0.105, -0.6), (s * 0.092, -0.85)],
            dark,
            0.018,
        )
        for s in SIDES
    ]
    flaps = [
        patch(
            fig,
            clay,
            np.array([(0.15, -0.34), (0.27, -0.33), (0.27, -0.40), (0.21, -0.43), (0.15, -0.40)]) * (s, 1),
            dark,
            0.016,
        )
        for s in SIDES
    ]
    return join(body, cuffs(fig, dark, grow=0.055), shirt_collar(fig, dark), *edges, *flaps)


@piece("leather_vest")
def leather_vest(fig: Figure, colour: Array) -> Mesh:
    """A cowboy's, open, with a star."""
    g = fig.wear(fig.grown + 0.030)
    clay = fig.trunk(g, colour)
    body = fig.cut(fig.modelled(clay, gloss=0.2), fig.bones.pelvis, 0.04)
    arms = [fig.bones.arms[s].shoulder for s in SIDES]
    local = in_chest(fig, body.vertices)
    off = np.min([np.linalg.norm(body.vertices - a, axis=1) for a in arms], axis=0) > fig.build.arm * 1.05
    shut = (np.abs(local[:, 0]) > 0.085 + 0.05 * np.clip(1 + local[:, 1], 0, 1)) | (local[:, 2] < 0)
    body = body.kept((off & shut)[body.faces].all(1))
    edges = [
        seam(
            fig,
            clay,
            [(s * 0.15, -0.06), (s * 0.13, -0.3), (s * 0.115, -0.6), (s * 0.105, -0.78)],
            shift(colour, 0, 1, 0.75),
            0.020,
        )
        for s in SIDES
    ]
    angle = np.linspace(0, 2 * math.pi, 11)[:-1] + math.pi / 2
    radius = np.where(np.arange(10) % 2 == 0, 0.07, 0.032)
    star = patch(
        fig,
        clay,
        np.stack([0.20 + radius * np.cos(angle), -0.32 + radius * np.sin(angle)], -1),
        "#e3b04b",
        0.03,
        gloss=0.5,
    ).finished(metal=0.5)
    return join(body, *edges, star)


@piece("long_shorts")
def long_shorts(fig: Figure, colour: Array) -> Mesh:
    """To the knee, wide."""
    return join(
        trousers(fig, colour, share=0.46, flare=0.09, turn_up=mix(colour, "#ffffff", 0.8)),
        bare_legs(fig, fig.face.skin, 0.4),
    )


@piece("shorts_or_skirt")
def shorts_or_skirt(fig: Figure, colour: Array) -> Mesh:
    """A school uniform's lower half."""
    if fig.female:
        return join(
            skirt(fig, colour, length=0.42, flare=0.14, fold=0.06, start=0.22, folds=17),
            bare_legs(fig, fig.face.skin, 0.25),
            _socks(fig, rgb("#ffffff"), 0.80),
        )
    return join(
        trousers(fig, colour, share=0.42, flare=0.05),
        bare_legs(fig, fig.face.skin, 0.3),
        _socks(fig, rgb("#ffffff"), 0.80),
    )


@piece("long_socks")
def long_socks(fig: Figure, colour: Array) -> Mesh:
    return _socks(fig, colour, 0.60)


@piece("stockings")
def stockings(fig: Figure, colour: Array) -> Mesh:
    """Striped from the knee down."""
    r, parts = fig.build.leg, []
    for s in SIDES:
        for k in range(8):
            share = 0.52 + 0.052 * k
            size = r * (0.80 - 0.24 * k / 7) + 0.012
            tone = colour if k % 2 == 0 else shift(colour, 0, 0.6, 0.35)
            parts.append(
                fig.leg_at(s, share).place(
                    lathe([(size * 0.97, -0.035), (size * 1.03, 0.0), (size, 0.035)], tone, 0.1, steps=24)
                )
            )
    return join(*parts)


def _socks(fig: Figure, colour: Array, start: float) -> Mesh:
    clay, r = Clay(0.04), fig.build.leg
    rims = []
    for s in SIDES:
        leg, first = fig.bones.legs[s], fig.leg_at(s, start)
        size = r * (0.78 - 0.20 * (start - 0.5) / 0.5) + 0.010
        clay.limb(first.at, leg.ankle, size, r * 0.58 + 0.010, colour)
        clay.ball(
            fig.leg_at(s, max(start + 0.05, 0.68)).point(0, 0, -0.025).tolist(),
            (r * 0.72, r * 1.1, r * 0.72),
            colour,
        )
        rims.append(
            first.place(
                torus(size + 0.006, 0.020, mix(colour, "#ffffff", 0.7), 0.1, steps=24).moved(
                    0, size * 0.75, 0
                )
            )
        )
    return join(fig.modelled(clay, gloss=0.08), *rims)


@piece("dance_dress")
def dance_dress(fig: Figure, colour: Array) -> Mesh:
    """Sleeveless with wide straps, a ruffled skirt in two tiers, something that glitters."""
    light = mix(colour, "#ffffff", 0.22)
    g = fig.wear(0.024)
    clay = fig.trunk(g, colour)
    body = fig.modelled(clay, gloss=0.28)

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        neck = edge(0.215 - np.hypot(p[:, 0], (p[:, 1] + 0.03) * 0.9))
        return over(c, fig.face.skin, np.maximum(neck, armholes(fig, v, 1.45)))

    lower = skirt(fig, colour, length=0.64, flare=0.30, fold=0.08, start=0.26, folds=9, gloss=0.28)
    upper = (
        skirt(fig, light, length=0.36, flare=0.24, fold=0.09, start=0.26, grow=0.05, folds=8, gloss=0.28)
        if not fig.pose.lap
        else None
    )
    belt = fig.band(clay, fig.bones.waist, -0.06, 0.06, 0.018, "#e3b04b", 0.5).finished(metal=0.4)
    return join(
        painted_finely(body, paint, most=6000),
        lower,
        upper,
        belt,
        bare_arms(fig, fig.face.skin),
        bare_legs(fig, fig.face.skin, 0.3),
    )


@piece("santa_coat")
def santa_coat(fig: Figure, colour: Array) -> Mesh:
    """Red, belted, trimmed with fur."""
    fur = "#fbf8f3"
    body = top(fig, colour, grow=0.085, flare=0.01, tucked=True)
    clay = fig.trunk(fig.grown)
    belly = ball((0.30, 0.30, 0.22), (0, 0, 0), colour, 0.08).moved(
        *(float(v) for v in fig.bones.waist.point(0, -0.06, 0.14))
    )
    lower = skirt(fig, colour, length=0.28, flare=0.10, fold=0.0, start=0.26, grow=0.09)
    hem = (
        skirt(fig, fur, length=0.33, flare=0.13, fold=0.0, start=-0.22 * fig.build.stride, grow=0.10)
        if not fig.pose.lap
        else None
    )
    front = seam(fig, clay, [(0, -0.12), (0, -0.25), (0, -0.40), (0, -0.50)], fur, 0.050)
    return join(body, belly, lower, hem, front, cuffs(fig, fur, grow=0.10, share=0.94, height=0.12))


@piece("kasaya")
def kasaya(fig: Figure, colour: Array) -> Mesh:
    """A monk's cloth over the left shoulder, a ring at the heart."""
    clay = fig.trunk(fig.grown)
    edge = [(0.24, -0.04), (0.15, -0.22), (0.0, -0.42), (-0.16, -0.60), (-0.27, -0.72)]
    shape = np.array(
        [*edge, (-0.26, -0.86), (0.0, -0.90), (0.27, -0.86), (0.30, -0.55), (0.33, -0.25), (0.31, -0.08)]
    )
    cloth = patch(fig, clay, shape, colour, 0.030)
    trim = seam(fig, clay, edge, mix(colour, "#ffcf7a", 0.6), 0.022)
    ring = patch(
        fig,
        clay,
        [(0.10 + 0.06 * math.cos(a), -0.30 + 0.06 * math.sin(a)) for a in np.linspace(0, 6.28, 16)[:-1]],
        "#e3b04b",
        0.055,
        gloss=0.5,
    )
    heart = patch(
        fig,
        clay,
        [(0.10 + 0.034 * math.cos(a), -0.30 + 0.034 * math.sin(a)) for a in np.linspace(0, 6.28, 12)[:-1]],
        colour,
        0.062,
    )
    return join(cloth, trim, ring, heart)


@piece("shell_bow")
def shell_bow(fig: Figure, colour: Array) -> Mesh:
    """A star and shells in the hair."""
    parts = []
    for x, y, z, size, tone in (
        (0.30, 0.38, 0.26, 0.13, colour),
        (0.40, 0.26, 0.20, 0.09, mix(colour, "#fff3dc", 0.6)),
        (0.20, 0.47, 0.25, 0.08, mix(colour, "#ffffff", 0.5)),
    ):
        for k in range(5):
            a = math.radians(72 * k)
            end = np.array([x + size * math.sin(a), y + size * math.cos(a) * 0.9, z + 0.02])
            parts.append(
                tube(
                    [(x, y, z + 0.03), tuple((np.array([x, y, z + 0.03]) + end) / 2), tuple(end)],
                    [size * 0.34, size * 0.28, size * 0.12],
                    tone,
                    0.25,
                    steps=8,
                )
            )
    return fig.bones.head.place(join(*parts))


@piece("petal_dress")
def petal_dress(fig: Figure, colour: Array) -> Mesh:
    """A fairy's: a skirt of petals and leaves."""
    body = join(
        top(fig, colour, grow=0.024, sleeve=0.22, flare=0.03, tucked=True),
        bare_arms(fig, fig.face.skin, 0.1),
        bare_legs(fig, fig.face.skin, 0.1),
    )
    frame, petals = fig.bones.pelvis, []
    drop = -0.10 if fig.pose.lap else -0.46
    for row, (count, long, tone) in enumerate(((11, 1.0, colour), (9, 0.72, mix(colour, "#f7b9d0", 0.75)))):
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * row) / count
            out, x, z = 0.24 + 0.02 * row, math.sin(a), math.cos(a)
            root = np.array([x * fig.build.hips[0] * 0.95, 0.24, z * fig.build.hips[1] * 0.95])
            tip = root + np.array([x * out * 1.5, (drop - 0.10) * long, z * out * 1.5])
            middle = (root + tip) / 2 + np.array([x * 0.07, 0.03, z * 0.07])
            petals.append(
                leaf(
                    [root, middle, tip],
                    (x, 0.4, z),
                    0.27,
                    0.02,
                    tone,
                    outline=(0.5, 0.75, 0.95, 1, 0.95, 0.7, 0.2),
                    steps=9,
                    across=7,
                )
            )
    belt = fig.band(fig.trunk(fig.grown), fig.bones.waist, -0.06, 0.05, 0.014, "#f7d35e")
    collar = [
        leaf(
            [(0, -0.07, 0.20), (0, -0.11, 0.26), (0, -0.22, 0.275)],
            (0, 0.2, 1),
            0.16,
            0.02,
            mix(colour, "#f7b9d0", 0.75),
            steps=8,
            across=7,
        ).turned(a)
        for a in (-70, -35, 0, 35, 70)
    ]
    return join(body, frame.place(join(*petals)), belt, fig.bones.chest.place(join(*collar)))


@piece("white_robe")
def white_robe(fig: Figure, colour: Array) -> Mesh:
    """An angel's: wide sleeves, a gold cord."""
    body = top(fig, colour, grow=0.035, sleeve=0.80, flare=0.10, tucked=True)
    gold = "#e8bf5a"
    lower = skirt(fig, colour, length=0.92, flare=0.20, fold=0.05, start=0.34, grow=0.04, folds=11)
    belt = fig.band(fig.trunk(fig.grown), fig.bones.waist, -0.04, 0.045, 0.020, gold, 0.4)
    return join(
        body,
        lower,
        belt,
        cuffs(fig, gold, grow=0.035, share=0.80, flare=0.10, height=0.03),
        crew_neck(fig, gold),
        bare_arms(fig, fig.face.skin, 0.5),
    )


@piece("briefcase")
def briefcase(fig: Figure, colour: Array) -> Mesh:
    """In the right hand, hanging."""
    from waa.painter.rigs.people.carried import upright

    case = join(
        box(0.15, 0.42, 0.56, colour, 0.3, bevel=0.035).moved(0, -0.52, 0),
        box(0.158, 0.05, 0.57, shift(colour, 0, 1, 0.75), 0.3, bevel=0.02).moved(0, -0.26, 0),
    )
    handle = tube(
        [(0, -0.10, -0.09), (0, -0.02, -0.08), (0, -0.02, 0.08), (0, -0.10, 0.09)],
        0.022,
        shift(colour, 0, 1, 0.7),
        0.3,
        steps=8,
    )
    clasp = [box(0.17, 0.05, 0.05, "#e3b04b", 0.5, bevel=0.01).moved(0, -0.28, z) for z in (-0.16, 0.16)]
    return upright(fig, join(case, handle, *clasp))


__all__ = ["lapels", "wrapped"]
