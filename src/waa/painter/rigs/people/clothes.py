"""Everyday clothes: shirts, jackets, coats."""

from __future__ import annotations

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.limbs import bare_arms
from waa.painter.rigs.people.sewing import (
    armholes,
    edge,
    in_chest,
    lapels,
    opened,
    patch,
    pocket,
    seam,
    shirt_collar,
    stand_collar,
)
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.rigs.people.tailor import buttons, crew_neck, cuffs, skirt, top
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import Mesh, join

# -- tops ---------------------------------------------------------------------------------------------------


@piece("shirt")
def shirt(fig: Figure, colour: Array) -> Mesh:
    """Long sleeves, collar, buttons, a pocket; tucked in."""
    body = join(
        top(fig, colour, tucked=True),
        cuffs(fig, shift(colour, 0, 1, 0.97)),
        shirt_collar(fig, mix(colour, "#ffffff", 0.25)),
    )
    clay = fig.trunk(fig.grown)
    line = seam(fig, clay, [(0, -0.12 - 0.1 * k) for k in range(8)], shift(colour, 0, 1.05, 0.9), 0.008)
    return join(
        body,
        line,
        buttons(fig, clay, [(0, -0.22 - 0.17 * k) for k in range(3)], mix(colour, "#ffffff", 0.6)),
        pocket(fig, clay, 0.165, -0.36, shift(colour, 0, 1, 0.95)),
    )


@piece("short_shirt")
def short_shirt(fig: Figure, colour: Array) -> Mesh:
    """Short sleeves, collar, buttons; worn loose."""
    dark = shift(colour, 0, 1.03, 0.92)
    body = join(
        top(fig, colour, sleeve=0.42, flare=0.03),
        cuffs(fig, dark, share=0.42, flare=0.03, height=0.03),
        shirt_collar(fig, mix(colour, "#ffffff", 0.2)),
        bare_arms(fig, fig.face.skin, 0.3),
    )
    clay = fig.trunk(fig.grown)
    return join(
        body,
        seam(fig, clay, [(0, -0.12 - 0.1 * k) for k in range(9)], dark, 0.008),
        buttons(fig, clay, [(0, -0.22 - 0.17 * k) for k in range(4)], mix(colour, "#ffffff", 0.7)),
        pocket(fig, clay, 0.165, -0.36, shift(colour, 0, 1, 0.95)),
    )


@piece("work_shirt")
def work_shirt(fig: Figure, colour: Array) -> Mesh:
    """Short sleeves, checked, tucked in."""

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        lines = np.maximum(
            edge(0.022 - np.abs(p[:, 0] % 0.14 - 0.07)), edge(0.022 - np.abs(p[:, 1] % 0.14 - 0.07))
        )
        return over(c, shift(colour, 0, 1.1, 0.72), lines * F(0.8))

    dark = shift(colour, 0, 1.03, 0.9)
    body = painted_finely(
        top(fig, colour, sleeve=0.46, flare=0.02, tucked=True), paint, most=fig.detail(7500)
    )
    return join(
        body,
        cuffs(fig, dark, share=0.46, flare=0.02, height=0.05),
        shirt_collar(fig, dark),
        bare_arms(fig, fig.face.skin, 0.3),
    )


@piece("polo")
def polo(fig: Figure, colour: Array) -> Mesh:
    dark = shift(colour, 0, 1.03, 0.85)
    body = join(
        top(fig, colour, sleeve=0.40, flare=0.022),
        cuffs(fig, dark, share=0.40, flare=0.022, height=0.04),
        shirt_collar(fig, dark),
        bare_arms(fig, fig.face.skin, 0.3),
    )
    clay = fig.trunk(fig.grown)
    return join(
        body,
        seam(fig, clay, [(0, -0.14), (0, -0.22), (0, -0.30)], dark, 0.012),
        buttons(fig, clay, [(0, -0.20), (0, -0.28)], "#ffffff", 0.018),
    )


@piece("striped_tee")
def striped_tee(fig: Figure, colour: Array) -> Mesh:
    """A sailor's stripes on white."""
    body = top(fig, "#f7f3ea", sleeve=0.62, flare=0.015)

    def paint(v: Array, n: Array, c: Array) -> Array:
        y = in_chest(fig, v)[:, 1]
        stripe = edge(0.031 - np.abs((y + 0.02) % 0.155 - 0.0775), 0.012) * edge(-0.15 - y)
        return over(c, colour, stripe)

    return join(
        painted_finely(body, paint, most=fig.detail(9500)),
        cuffs(fig, colour, share=0.62, flare=0.015, height=0.03),
        crew_neck(fig, colour),
        bare_arms(fig, fig.face.skin, 0.45),
    )


@piece("cardigan")
def cardigan(fig: Figure, colour: Array) -> Mesh:
    """Knitted, open over a light blouse."""
    dark = shift(colour, 0, 1.05, 0.86)
    body = opened(fig, top(fig, colour, grow=0.048, hem_colour=dark), "#fbf5ea", deep=0.42, half=0.15)
    clay = fig.trunk(fig.grown)
    edge = seam(
        fig, clay, [(-0.15, -0.04), (-0.10, -0.18), (-0.02, -0.42), (0.0, -0.60), (0.0, -0.85)], dark, 0.018
    )
    other = seam(fig, clay, [(0.15, -0.04), (0.10, -0.18), (0.02, -0.42)], dark, 0.018)
    return join(
        body,
        cuffs(fig, dark, grow=0.048),
        edge,
        other,
        shirt_collar(fig, "#fdf8ee"),
        buttons(fig, clay, [(0.045, -0.50), (0.045, -0.66), (0.045, -0.82)], "#f4e3c0"),
    )


@piece("blazer")
def blazer(fig: Figure, colour: Array) -> Mesh:
    """A jacket over a white shirt; a tie goes on top."""
    return jacket(fig, colour, "#fbfaf6")


def jacket(
    fig: Figure, colour: Colour, inner: Colour, *, deep: float = 0.50, lapel: Colour | None = None
) -> Mesh:
    dark = shift(colour, 0, 1.03, 0.82)
    body = opened(fig, top(fig, colour, grow=0.052, hem_colour=colour, hem=-0.16), inner, deep=deep)
    clay = fig.trunk(fig.grown)
    facing = lapels(fig, clay, dark if lapel is None else lapel, deep)
    front = seam(fig, clay, [(0.01, -deep), (0.012, -deep - 0.2), (0.03, -deep - 0.40)], dark, 0.009)
    knobs = buttons(fig, clay, [(-0.035, -deep - 0.08), (-0.03, -deep - 0.24)], mix(dark, "#000000", 0.3))
    chest = patch(fig, clay, [(0.13, -0.30), (0.25, -0.285), (0.25, -0.32), (0.13, -0.335)], dark, 0.012)
    flaps = [
        patch(
            fig,
            clay,
            np.array([(0.12, -0.78), (0.26, -0.77), (0.26, -0.83), (0.12, -0.84)]) * (s, 1),
            dark,
            0.014,
        )
        for s in SIDES
    ]
    return join(
        body,
        cuffs(fig, inner, grow=0.040, share=1.0, height=0.045),
        cuffs(fig, colour, grow=0.052, share=0.93, height=0.03),
        shirt_collar(fig, inner),
        facing,
        front,
        knobs,
        chest,
        *flaps,
    )


@piece("coat")
def coat(fig: Figure, colour: Array) -> Mesh:
    """A long coat, open below the waist: doctors, scientists, detectives."""
    dark = shift(colour, 0, 1.05, 0.90)
    body = opened(
        fig, top(fig, colour, grow=0.060, hem_colour=colour, hem=-0.04), "#a9c9e4", deep=0.46, half=0.13
    )
    clay = fig.trunk(fig.grown)
    tails = (
        skirt(
            fig,
            colour,
            length=0.52,
            flare=0.10,
            fold=0.03,
            start=0.28,
            grow=fig.grown + 0.008,
            arc=(9, 351),
            folds=8,
        )
        if not fig.pose.lap
        else skirt(fig, colour, length=0.40, flare=0.1, grow=0.03)
    )
    front = seam(fig, clay, [(0.0, -0.46), (0.004, -0.62), (0.006, -0.78)], dark, 0.010)
    knobs = buttons(fig, clay, [(-0.045, -0.54), (-0.042, -0.70)], shift(colour, 0, 1, 0.75))
    pockets = [pocket(fig, clay, 0.185, -0.36, dark)]
    return join(
        body,
        tails,
        cuffs(fig, dark, grow=0.060),
        shirt_collar(fig, mix(colour, "#ffffff", 0.3)),
        lapels(fig, clay, dark, 0.46),
        front,
        knobs,
        *pockets,
    )


@piece("tailcoat")
def tailcoat(fig: Figure, colour: Array) -> Mesh:
    """A dinner jacket with satin lapels."""
    return jacket(fig, colour, "#fdfcfa", deep=0.60, lapel=shift(colour, 0, 1, 0.55))


@piece("waistcoat")
def waistcoat(fig: Figure, colour: Array) -> Mesh:
    """Over a white shirt with rolled collar: waiters, cowboys, magicians."""
    sleeves = join(
        top(fig, "#fbfaf6", grow=0.028, tucked=True),
        cuffs(fig, "#f0efe9", grow=0.028),
        shirt_collar(fig, "#ffffff"),
    )
    g = fig.wear(0.058)
    clay = fig.trunk(g, colour)
    body = opened(
        fig, fig.cut(fig.modelled(clay, gloss=0.1), fig.bones.pelvis, -0.04), "#fbfaf6", deep=0.44, half=0.15
    )
    arms = [fig.bones.arms[s].shoulder for s in SIDES]
    body = body.kept(
        np.min([np.linalg.norm(body.vertices - a, axis=1) for a in arms], axis=0)[body.faces].min(1)
        > fig.build.arm * 0.9
    )
    knobs = buttons(fig, clay, [(0, -0.50), (0, -0.62), (0, -0.74)], "#e8c46a", 0.022)
    hem = fig.band(clay, fig.bones.pelvis, -0.03, 0.04, 0.010, shift(colour, 0, 1, 0.85))
    return join(
        sleeves,
        body,
        hem,
        knobs,
        seam(
            fig,
            clay,
            [(-0.15, -0.05), (-0.10, -0.2), (0, -0.44), (0.15 * 0, -0.80)],
            shift(colour, 0, 1, 0.8),
            0.012,
        ),
        seam(fig, clay, [(0.15, -0.05), (0.10, -0.2), (0, -0.44)], shift(colour, 0, 1, 0.8), 0.012),
    )


@piece("jacket_double")
def jacket_double(fig: Figure, colour: Array) -> Mesh:
    """A cook's, double-breasted, its sleeves turned back."""
    body = join(
        top(fig, colour, grow=0.048, sleeve=0.80, hem_colour=colour),
        cuffs(fig, shift(colour, 0, 1, 0.95), share=0.80, grow=0.048, height=0.085),
        bare_arms(fig, fig.face.skin, 0.6),
    )
    clay = fig.trunk(fig.grown)
    flap = seam(
        fig,
        clay,
        [(0.19, -0.10), (0.17, -0.3), (0.16, -0.6), (0.16, -0.85)],
        shift(colour, 0, 1, 0.86),
        0.010,
    )
    knobs = buttons(
        fig, clay, [(s * 0.095, -0.26 - 0.17 * k) for k in range(4) for s in SIDES], "#2f3138", 0.026
    )
    return join(body, flap, knobs, stand_collar(fig, colour))


@piece("jersey")
def jersey(fig: Figure, colour: Array) -> Mesh:
    """A footballer's: contrasting sleeves and a number."""
    light = mix(colour, "#ffffff", 0.85)
    body = top(fig, colour, sleeve=0.42, flare=0.03)
    clay = fig.trunk(fig.grown)
    ten = [patch(fig, clay, [(-0.13, -0.28), (-0.085, -0.25), (-0.085, -0.52), (-0.13, -0.52)], light, 0.012)]
    ring = np.array(
        [
            (0.02, -0.26),
            (0.10, -0.25),
            (0.14, -0.30),
            (0.14, -0.47),
            (0.10, -0.52),
            (0.02, -0.52),
            (-0.01, -0.47),
            (-0.01, -0.30),
        ]
    )
    ten.append(patch(fig, clay, ring, light, 0.012))
    ten.append(patch(fig, clay, (ring - ring.mean(0)) * (0.45, 0.62) + ring.mean(0), colour, 0.016))
    sides = [
        seam(fig, clay, [(s * 0.20, -0.05), (s * 0.265, -0.14), (s * 0.30, -0.24)], light, 0.014)
        for s in SIDES
    ]
    return join(
        body,
        cuffs(fig, light, share=0.42, flare=0.03, height=0.035),
        crew_neck(fig, light),
        bare_arms(fig, fig.face.skin, 0.3),
        *ten,
        *sides,
    )


@piece("vest_top")
def vest_top(fig: Figure, colour: Array) -> Mesh:
    """Sleeveless: basketball players, runners, dancers."""
    light = mix(colour, "#ffffff", 0.85)
    g = fig.wear(0.032)
    clay = fig.trunk(g, colour)
    body = fig.cut(fig.modelled(clay, gloss=0.08), fig.bones.pelvis, -0.12)

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        neck = edge(np.where(p[:, 2] > 0, 0.235, 0.20) - np.hypot(p[:, 0], (p[:, 1] + 0.02) * 0.8))
        return over(c, fig.face.skin, np.maximum(neck, armholes(fig, v, 1.35)))

    numeral = patch(
        fig, clay, [(-0.04, -0.30), (0.025, -0.265), (0.025, -0.54), (-0.04, -0.54)], light, 0.012
    )
    return join(
        painted_finely(body, paint, most=fig.detail(6000)),
        fig.band(clay, fig.bones.pelvis, -0.12, 0.045, 0.012, light),
        bare_arms(fig, fig.face.skin, 0.0),
        numeral,
    )
