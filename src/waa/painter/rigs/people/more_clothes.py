"""Clothes of particular roles, made from the cuts of `tailor.py` and `sewing.py`."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, mix, rgb, shift
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.limbs import bare_arms, bare_legs
from waa.painter.rigs.people.sewing import (
    edge,
    in_chest,
    opened,
    patch,
    seam,
    shirt_collar,
    stand_collar,
)
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.rigs.people.tailor import buttons, cuffs, hood_down, skirt, top, trousers
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import Mesh, box, join, lathe, torus, tube


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
        hood_down(fig, shift(colour, 0, 1, 0.96), 0.35),
        fig.band(clay, fig.bones.waist, -0.02, 0.05, 0.030, shift(colour, 0, 1, 0.88), 0.3),
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
        painted_finely(body, quilted, most=fig.detail(8000)),
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
        painted_finely(body, printed, most=fig.detail(9000)),
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
