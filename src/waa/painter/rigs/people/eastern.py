"""Clothes of the East: crossed collars, knotted buttons, wide sleeves, high waists."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.rigs.people.dresses import wrapped
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.sewing import band_on, edge, in_chest, patch, seam, stand_collar
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.rigs.people.tailor import buttons, cuffs, skirt, top
from waa.painter.shapes import ellipse
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, ball, join, tube

GOLD = "#e3b04b"


def blossom(
    fig: Figure, clay: Clay, x: float, y: float, colour: Colour, size: float = 0.045, heart: Colour = GOLD
) -> Mesh:
    """A flower of five petals, embroidered on the chest."""
    petals = [
        patch(
            fig,
            clay,
            ellipse(x + size * math.cos(a), y + size * math.sin(a), size * 0.72, size * 0.72, steps=18),
            colour,
            0.010,
        )
        for a in np.radians(np.arange(5) * 72 + 18)
    ]
    return join(*petals, patch(fig, clay, ellipse(x, y, size * 0.5, size * 0.5, steps=16), heart, 0.020))


def knots(fig: Figure, clay: Clay, heights: tuple[float, ...], colour: Colour) -> Mesh:
    """Knotted buttons with their loops, down the middle."""
    loops = [
        seam(fig, clay, [(s * 0.015, y), (s * 0.05, y + 0.006), (s * 0.085, y)], colour, 0.013)
        for y in heights
        for s in SIDES
    ]
    return join(*loops, buttons(fig, clay, [(0.0, y) for y in heights], colour, 0.024))


def _front(fig: Figure, clay: Clay, colour: Colour, bottom: float) -> Mesh:
    return seam(fig, clay, [(0, float(y)) for y in np.linspace(-0.08, bottom, 9)], colour, 0.009)


@piece("tang_jacket")
def tang_jacket(fig: Figure, colour: Array) -> Mesh:
    """A jacket with a stand-up collar, knotted buttons and white cuffs."""
    dark = shift(colour, 0, 1.05, 0.78)
    body = top(fig, colour, grow=0.045, sleeve=0.90, flare=0.02, hem=-0.20, hem_colour=dark).finished(
        gloss=0.16
    )
    clay = fig.trunk(fig.grown)
    return join(
        body,
        cuffs(fig, "#fbf8f0", share=0.88, grow=0.045, flare=0.02, height=0.10),
        stand_collar(fig, colour, 0.085),
        _front(fig, clay, dark, -0.9),
        knots(fig, clay, (-0.12, -0.30, -0.48, -0.66), GOLD),
    )


@piece("gi")
def gi(fig: Figure, colour: Array) -> Mesh:
    """A fighter's crossed jacket and belt."""
    return wrapped(
        fig, colour, mix(colour, "#9aa3b0", 0.25), length=0.14, flare=0.05, sleeve=0.03, sash="#2b2a31"
    )


@piece("kwa")
def kwa(fig: Figure, colour: Array) -> Mesh:
    """A Cantonese bride's red jacket and skirt, heavy with gold thread."""
    body = top(fig, colour, grow=0.045, sleeve=0.78, flare=0.05, hem=-0.10, hem_colour=GOLD)
    clay = fig.trunk(fig.grown)

    def embroidered(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        wave = 0.035 * np.abs(np.sin(p[:, 0] * 16))
        row = np.abs((p[:, 1] + wave) % 0.20 - 0.10)
        spots = edge(0.030 - np.hypot(p[:, 0] % 0.12 - 0.06, (p[:, 1] + 0.05) % 0.20 - 0.10))
        return over(c, GOLD, np.maximum(edge(0.012 - row), spots) * (p[:, 1] < -0.14) * F(0.9))

    lower = skirt(fig, colour, length=0.98, flare=0.16, fold=0.02, start=0.10, grow=0.04, gloss=0.15)
    hem = (
        None
        if fig.pose.lap
        else skirt(fig, GOLD, length=1.0, flare=0.172, fold=0.02, start=-0.78 * fig.build.stride, grow=0.045)
    )
    phoenix = [blossom(fig, clay, s * 0.15, -0.40, "#f6d98a", 0.05, "#e0574c") for s in SIDES]
    return join(
        painted_finely(body, embroidered, most=fig.detail(9000)).finished(gloss=0.2),
        cuffs(fig, GOLD, share=0.78, grow=0.045, flare=0.05, height=0.08),
        lower,
        hem,
        stand_collar(fig, GOLD, 0.08),
        _front(fig, clay, GOLD, -0.8),
        knots(fig, clay, (-0.14, -0.34, -0.54, -0.74), GOLD),
        *phoenix,
    )


@piece("hanfu")
def hanfu(fig: Figure, colour: Array) -> Mesh:
    """A crossed jacket with wide sleeves, a long skirt tied high, ribbons down the front."""
    pale, sash = mix(colour, "#fffaf2", 0.62), shift(colour, 0, 1.15, 0.72)
    body = top(fig, pale, grow=0.040, sleeve=0.92, flare=0.13, tucked=True)
    clay = fig.trunk(fig.grown)
    collars = [
        band_on(
            fig,
            clay,
            [(-s * 0.17, 0.03), (-s * 0.12, -0.10), (-s * 0.02, -0.27), (s * 0.08, -0.40)],
            tone,
            0.040,
        )
        for s, tone in ((-1, mix(colour, "#ffffff", 0.8)), (1, colour))
    ]
    lower = skirt(fig, colour, length=1.0, flare=0.24, fold=0.05, start=0.42, grow=0.045, folds=13)
    belt = fig.band(clay, fig.bones.waist, 0.02, 0.11, 0.026, sash, 0.2)
    ribbons = _ribbons(fig, sash, 0.55)
    return join(
        body,
        cuffs(fig, colour, share=0.92, grow=0.040, flare=0.13, height=0.05),
        *collars,
        _nape(fig, colour),
        lower,
        belt,
        ribbons,
        blossom(fig, clay, 0.19, -0.24, "#fdf3f3", 0.032),
    )


def _nape(fig: Figure, colour: Colour) -> Mesh:
    """The collar behind the neck."""
    rings = [
        Ring(at=(0, -0.06, -0.01), wide=0.225, deep=0.20, tilt=16),
        Ring(at=(0, 0.01, -0.02), wide=0.19, deep=0.18, tilt=16),
    ]
    return fig.bones.chest.place(loft(rings, colour, arc=(50, 310), between=2, around=30))


def _ribbons(fig: Figure, colour: Colour, long: float) -> Mesh | None:
    """Two ends of a sash, hanging in front."""
    if fig.pose.lap:
        return None
    z = fig.build.chest[1] + fig.grown + 0.07
    ends = [
        leaf(
            [(s * 0.02, 0.02, z), (s * 0.05, -0.5 * long, z + 0.03), (s * 0.10, -long, z + 0.05)],
            (0, 0, 1),
            0.09,
            0.02,
            colour,
            outline=(0.6, 0.9, 1, 1, 1, 1, 0.9),
            steps=8,
            across=5,
        )
        for s in SIDES
    ]
    knot = ball((0.055, 0.045, 0.04), (0, 0.02, z), colour, steps=12)
    return fig.bones.waist.place(join(*ends, knot))


@piece("long_kimono")
def long_kimono(fig: Figure, colour: Array) -> Mesh:
    """To the ankles, square sleeves, a broad obi with its cord, flowers on the shoulder."""
    obi = shift(colour, 0.42, 0.75, 0.95)
    gown = wrapped(fig, colour, "#fdf6ec", length=0.96, flare=0.03, sleeve=0.12, sash=obi)
    clay = fig.trunk(fig.grown)
    broad = fig.band(clay, fig.bones.waist, -0.02, 0.24, 0.030, obi, 0.18)
    cord = fig.band(clay, fig.bones.waist, -0.02, 0.035, 0.046, GOLD, 0.3)
    flowers = [
        blossom(fig, clay, x, y, tone, size)
        for x, y, tone, size in (
            (0.20, -0.22, "#fff3f0", 0.048),
            (0.255, -0.36, "#f8d98f", 0.034),
            (-0.23, -0.40, "#fff3f0", 0.036),
        )
    ]
    bow = fig.bones.waist.place(
        ball((0.26, 0.17, 0.11), (0, 0.02, -fig.build.chest[1] - fig.grown - 0.10), obi, 0.18, steps=18)
    )
    return join(gown, broad, cord, bow, *flowers)


@piece("hanbok")
def hanbok(fig: Figure, colour: Array) -> Mesh:
    """A short light jacket, a long ribbon, a wide skirt from under the arms."""
    light = mix(colour, "#fff8ea", 0.75)
    body = top(fig, light, grow=0.045, sleeve=0.93, flare=0.07, tucked=True)
    clay = fig.trunk(fig.grown)
    lower = skirt(fig, colour, length=1.02, flare=0.40, fold=0.05, start=0.46, grow=0.06, folds=13)
    collars = [
        band_on(fig, clay, [(-s * 0.17, 0.03), (-s * 0.10, -0.12), (s * 0.03, -0.30)], "#fffdf6", 0.030)
        for s in SIDES
    ]
    ribbon = [
        leaf(
            [(0.03, -0.30, 0.30), (0.07 + 0.04 * k, -0.55, 0.36), (0.06 + 0.07 * k, -0.86, 0.42)],
            (0, 0, 1),
            0.085,
            0.02,
            shift(colour, 0, 1.1, 0.75),
            outline=(0.6, 0.9, 1, 1, 1, 0.95, 0.8),
            steps=8,
            across=5,
        )
        for k in range(2)
    ]
    return join(
        body,
        cuffs(fig, colour, share=0.93, grow=0.045, flare=0.07, height=0.06),
        lower,
        *collars,
        _nape(fig, "#fffdf6"),
        fig.bones.chest.place(join(*ribbon)),
    )


@piece("sari")
def sari(fig: Figure, colour: Array) -> Mesh:
    """A blouse and a long cloth, wound round the hips and thrown over one shoulder."""
    body = top(fig, shift(colour, 0.06, 1.0, 0.72), grow=0.024, sleeve=0.34, tucked=True)
    lower = skirt(fig, colour, length=1.0, flare=0.14, fold=0.03, start=0.36, grow=0.035, folds=15)
    g = fig.wear(0.05)
    clay = fig.trunk(g, colour)
    drape = fig.modelled(clay, gloss=0.14)

    def across(v: Array) -> Array:
        p = in_chest(fig, v)
        middle = 0.19 + 0.62 * (p[:, 1] + 0.05)
        wide: Array = np.abs(p[:, 0] - middle) - (0.16 - 0.10 * p[:, 1])
        return wide

    drape = drape.kept((across(drape.vertices) < 0)[drape.faces].all(1))
    hem = drape.painted(lambda v, n, c: over(c, GOLD, edge(across(v) + 0.04)))
    arms = _bare(fig)
    return join(body, lower, hem, arms)


def _bare(fig: Figure) -> Mesh:
    from waa.painter.rigs.people.limbs import bare_arms

    return bare_arms(fig, fig.face.skin, 0.25)


@piece("dragon_robe")
def dragon_robe(fig: Figure, colour: Array) -> Mesh:
    """An official's or an emperor's: a round badge on the chest, waves at the hem, horse-hoof cuffs."""
    blue = "#2f5a9e"
    body = top(fig, colour, grow=0.050, sleeve=0.92, flare=0.07, tucked=True).finished(gloss=0.18)
    clay = fig.trunk(fig.grown)
    lower = skirt(fig, colour, length=0.96, flare=0.17, fold=0.02, start=0.34, grow=0.05, gloss=0.18)
    waves = (
        None
        if fig.pose.lap
        else skirt(
            fig, blue, length=0.985, flare=0.185, fold=0.02, start=-0.72 * fig.build.stride, grow=0.055
        )
    )
    badge = patch(fig, clay, ellipse(0, -0.40, 0.165, 0.165, steps=28), blue, 0.014)
    t = np.linspace(0, 1, 22)
    coil = [
        (float(0.11 * (1 - 0.7 * u) * math.cos(9 * u)), float(-0.40 + 0.11 * (1 - 0.7 * u) * math.sin(9 * u)))
        for u in t
    ]
    dragon = seam(fig, clay, coil, "#f6d060", 0.024)
    beads = tube(
        [
            fig.bones.chest.point(0.225 * math.sin(a), -0.06 - 0.05 * (1 + math.cos(a)), 0.225 * math.cos(a))
            for a in np.linspace(-3, 3, 26)
        ],
        0.026,
        "#c2413c",
        0.4,
        steps=8,
    )
    return join(
        body,
        cuffs(fig, blue, share=0.92, grow=0.050, flare=0.07, height=0.12),
        lower,
        waves,
        stand_collar(fig, blue, 0.07),
        badge,
        dragon,
        beads,
        fig.band(clay, fig.bones.waist, -0.06, 0.08, 0.022, blue, 0.3),
    )
