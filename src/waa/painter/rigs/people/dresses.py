"""Dresses, robes and what is worn in one piece."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, Colour, mix, shift
from waa.painter.rigs.people.figure import Figure, piece
from waa.painter.rigs.people.limbs import bare_arms, bare_legs
from waa.painter.rigs.people.sewing import (
    band_on,
    collar_rim,
    in_chest,
    patch,
    pocket,
    seam,
    stand_collar,
)
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.rigs.people.tailor import buttons, crew_neck, cuffs, skirt, top, trousers
from waa.painter.solid.clay import Clay
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, join

# -- dresses and robes ------------------------------------------------------------------------------------------


@piece("dress")
def dress(fig: Figure, colour: Array) -> Mesh:
    """Short sleeves, a sash, a skirt to the knee."""
    dark = shift(colour, 0, 1.05, 0.86)
    body = join(
        top(fig, colour, sleeve=0.34, flare=0.045, tucked=True),
        cuffs(fig, dark, share=0.34, flare=0.045, height=0.03),
        bare_arms(fig, fig.face.skin, 0.2),
        bare_legs(fig, fig.face.skin, 0.42),
    )
    clay = fig.trunk(fig.grown)
    belt = fig.band(clay, fig.bones.waist, -0.05, 0.075, 0.016, dark)
    return join(
        body,
        skirt(fig, colour, length=0.50, flare=0.22, fold=0.045, start=0.34),
        belt,
        crew_neck(fig, mix(colour, "#ffffff", 0.6)),
    )


@piece("gown")
def gown(fig: Figure, colour: Array) -> Mesh:
    """A ball gown: puffed sleeves, a sash, a wide skirt to the floor."""
    light = mix(colour, "#ffffff", 0.45)
    g = fig.wear(0.026)
    clay = fig.trunk(g, colour)
    puffs = Clay(0.05)
    for s in SIDES:
        puffs.ball(fig.arm_at(s, 0.13).at.tolist(), (0.165, 0.145, 0.165), light)
    body = fig.modelled(fig.sleeves(fig.trunk(g, colour), g * 0.4, fig.face.skin, 0.1), gloss=0.15)
    lower = skirt(
        fig, colour, length=1.06, flare=0.46, fold=0.05, start=0.36, grow=0.05, folds=10, gloss=0.15
    )
    over = (
        skirt(fig, light, length=0.55, flare=0.32, fold=0.06, start=0.36, grow=0.075, folds=8, gloss=0.15)
        if not fig.pose.lap
        else None
    )
    belt = fig.band(clay, fig.bones.waist, -0.03, 0.07, 0.018, shift(colour, 0, 1.1, 0.82), 0.3)
    ruff = fig.bones.chest.place(
        loft(
            [
                Ring(at=(0, -0.135, 0.02), wide=0.345, deep=0.285, tilt=14, fold=0.07),
                Ring(at=(0, -0.085, 0.0), wide=0.300, deep=0.245, tilt=14, fold=0.05),
                Ring(at=(0, -0.055, 0.0), wide=0.24, deep=0.20, tilt=14, fold=0.02),
            ],
            light,
            folds=12,
            gloss=0.1,
        )
    )
    return join(
        body, puffs.mesh(26, gloss=0.15), lower, over, belt, ruff, bare_arms(fig, fig.face.skin, 0.15)
    )


@piece("qipao")
def qipao(fig: Figure, colour: Array) -> Mesh:
    """A fitted dress with a stand-up collar, knotted buttons and gold piping."""
    gold = "#e3b04b"
    body = join(
        top(fig, colour, grow=0.020, sleeve=0.30, flare=0.02, tucked=True),
        cuffs(fig, gold, share=0.30, grow=0.02, flare=0.02, height=0.02),
        bare_arms(fig, fig.face.skin, 0.2),
        bare_legs(fig, fig.face.skin, 0.42),
    )
    clay = fig.trunk(fig.grown)
    hem = skirt(fig, colour, length=0.80, flare=0.025, fold=0.0, start=0.30, grow=0.02, gloss=0.2)
    trim = (
        skirt(fig, gold, length=0.83, flare=0.032, fold=0.0, start=-0.70 * fig.build.stride, grow=0.025)
        if not fig.pose.lap
        else None
    )
    piping = seam(fig, clay, [(0.01, -0.085), (0.05, -0.15), (0.13, -0.21), (0.24, -0.25)], gold, 0.012)
    knots = buttons(fig, clay, [(0.02, -0.10), (0.09, -0.185), (0.19, -0.24)], gold, 0.024)
    flower = join(
        *(
            patch(
                fig,
                clay,
                np.array([(np.cos(a) * 0.03, np.sin(a) * 0.03) for a in np.linspace(0, 2 * math.pi, 19)[:-1]])
                + (-0.13 + 0.042 * np.cos(t), -0.44 + 0.042 * np.sin(t)),
                "#f6c9d4",
                0.012,
            )
            for t in np.linspace(0, 6.28, 6)[:-1]
        )
    )
    return join(
        body.finished(gloss=0.18),
        hem,
        trim,
        stand_collar(fig, colour, 0.115),
        collar_rim(fig, gold, 0.115),
        piping,
        knots,
        flower,
    )


@piece("robe")
def robe(fig: Figure, colour: Array) -> Mesh:
    """Crossed over the chest, wide sleeves, to the ankles: monks, wizards, emperors."""
    return wrapped(fig, colour, mix(colour, "#ffffff", 0.55), length=0.93, flare=0.12, sleeve=0.10)


def wrapped(
    fig: Figure,
    colour: Colour,
    edge: Colour,
    *,
    length: float,
    flare: float,
    sleeve: float,
    sash: Colour | None = None,
) -> Mesh:
    body = top(fig, colour, grow=0.045, sleeve=0.90, flare=sleeve, tucked=True)
    clay = fig.trunk(fig.grown)
    ends = cuffs(fig, edge, share=0.90, grow=0.045, flare=sleeve, height=0.05)
    over = band_on(
        fig, clay, [(-0.17, 0.03), (-0.12, -0.10), (0.0, -0.28), (0.14, -0.47), (0.24, -0.58)], edge
    )
    under = band_on(fig, clay, [(0.17, 0.03), (0.12, -0.10), (0.03, -0.24)], edge)
    lower = skirt(fig, colour, length=length, flare=flare, fold=0.03, start=0.34, grow=0.045, folds=9)
    belt = fig.band(
        clay, fig.bones.waist, -0.04, 0.12, 0.022, shift(colour, 0, 1.1, 0.7) if sash is None else sash
    )
    back = fig.bones.chest.place(
        loft(
            [
                Ring(at=(0, -0.06, -0.01), wide=0.225, deep=0.20, tilt=16),
                Ring(at=(0, 0.01, -0.02), wide=0.19, deep=0.18, tilt=16),
            ],
            edge,
            arc=(50, 310),
            between=2,
            around=30,
        )
    )
    return join(body, ends, lower, under, over, belt, back)


@piece("kimono")
def kimono(fig: Figure, colour: Array) -> Mesh:
    """A short crossed jacket over wide pleated trousers: samurai."""
    dark = "#2b2f45"
    upper = wrapped(fig, colour, mix(colour, "#ffffff", 0.7), length=0.10, flare=0.03, sleeve=0.10, sash=dark)
    wide = trousers(fig, dark, grow=0.03, share=0.86, flare=0.10)
    return join(upper, wide)


@piece("dungarees")
def dungarees(fig: Figure, colour: Array) -> Mesh:
    """Trousers with a bib, over a shirt that is tucked in."""
    lower = trousers(fig, colour, grow=0.026, turn_up=mix(colour, "#dfe9f5", 0.4))
    g = fig.wear(fig.grown + 0.010)
    clay = fig.trunk(g, colour)
    body = fig.modelled(clay, gloss=0.08)
    high = (body.vertices - fig.bones.waist.at) @ fig.bones.waist.turn[:, 1]
    low = (body.vertices - fig.bones.pelvis.at) @ fig.bones.pelvis.turn[:, 1]
    body = body.kept(((high < 0.05) & (low > -0.16))[body.faces].all(1))
    bib = patch(fig, clay, [(-0.19, -0.34), (0.19, -0.34), (0.22, -0.62), (-0.22, -0.62)], colour, 0.018)
    straps = [
        seam(
            fig,
            clay,
            [(s * 0.165, -0.36), (s * 0.185, -0.20), (s * 0.20, -0.09)],
            shift(colour, 0, 1, 0.9),
            0.030,
        )
        for s in SIDES
    ]
    knobs = buttons(fig, clay, [(s * 0.165, -0.37) for s in SIDES], "#e8c46a", 0.030)
    return join(
        lower,
        body,
        fig.band(clay, fig.bones.waist, 0.03, 0.03, 0.008, shift(colour, 0, 1, 0.85)),
        bib,
        pocket(fig, clay, 0, -0.48, shift(colour, 0, 1, 0.88), 0.075),
        *straps,
        knobs,
    )


@piece("skirt")
def plain_skirt(fig: Figure, colour: Array) -> Mesh:
    return join(
        skirt(fig, colour, length=0.42, flare=0.14, fold=0.05, start=0.24, folds=16),
        bare_legs(fig, fig.face.skin, 0.25),
    )


@piece("pinafore")
def pinafore(fig: Figure, colour: Array) -> Mesh:
    """A sleeveless dress over what was put on before: pupils."""
    g = fig.wear(fig.grown + 0.014)
    clay = fig.trunk(g, colour)
    body = fig.modelled(clay, gloss=0.08)

    def shown(v: Array) -> NDArray[np.bool_]:
        p = in_chest(fig, v)
        return (p[:, 1] < -0.24) | ((np.abs(np.abs(p[:, 0]) - 0.19) < 0.055) & (p[:, 1] < -0.05))

    body = body.kept(shown(body.vertices)[body.faces].all(1))
    return join(
        body,
        skirt(fig, colour, length=0.44, flare=0.15, fold=0.06, start=0.30, folds=16),
        fig.band(clay, fig.bones.waist, -0.05, 0.06, 0.014, shift(colour, 0, 1, 0.8)),
        bare_legs(fig, fig.face.skin, 0.25),
    )
