"""Everyday clothes: shirts, jackets, coats, dresses, robes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.noise import smoothstep
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.limbs import bare_arms, bare_legs
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.rigs.people.tailor import buttons, crew_neck, cuffs, skirt, top, trousers
from waa.painter.shapes import smooth
from waa.painter.solid.applique import applique
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, grid_faces, join, make, tube

# -- parts ----------------------------------------------------------------------------------------------


def patch(fig: Figure, clay: Clay, outline: ArrayLike, colour: Colour, thickness: float = 0.014, *,
          back: bool = False, gloss: float = 0.1) -> Mesh:  # fmt: skip
    """A piece of cloth on the front (or the back) of the trunk, drawn from the root of the neck."""
    turn = fig.bones.chest.turn
    axes = turn * np.array([-1, 1, -1], F) if back else turn
    return applique(
        clay,
        outline,
        colour,
        thickness,
        axes=axes,
        at=fig.bones.chest.at.tolist(),
        gloss=gloss,
        start=1.5,
    )


def seam(
    fig: Figure, clay: Clay, points: Sequence[tuple[float, float]], colour: Colour, radius: float = 0.010
) -> Mesh:
    """A line of thread or piping on the front of the trunk."""
    frame = fig.bones.chest
    out = frame.turn[:, 2]
    found, _ = clay.surface(
        [(frame.point(x, y, 0) + out * F(1.5)).tolist() for x, y in points], (-out).tolist()
    )
    found = found[(found - frame.at) @ out > -0.12]  # what runs off the side of the trunk is left out
    return tube(found, radius, colour, 0.1, steps=8)


def in_chest(fig: Figure, v: Array) -> Array:
    """Places as seen from the chest: x to its left, y up from the root of the neck, z ahead."""
    local: Array = (v - fig.bones.chest.at) @ fig.bones.chest.turn
    return local


def opened(
    fig: Figure, mesh: Mesh, inner: Colour, *, deep: float, half: float = 0.14, bottom: float = 0.0
) -> Mesh:
    """A jacket's front: the shirt seen in a V that is `half` wide at the neck and ends `deep` below it."""

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        wide = bottom + (half - bottom) * np.clip(1 + p[:, 1] / F(deep), 0, 1)
        shown = edge(wide - np.abs(p[:, 0])) * (p[:, 2] > 0.05) * (p[:, 1] > -deep) * _off_arms(fig, v)
        return over(c, inner, shown.astype(F))

    return painted_finely(mesh, paint, most=7000)


def edge(inside: NDArray[np.floating], soft: float = 0.010) -> Array:
    """0..1: whether a distance is inside, softly, since triangles are coarser than cloth."""
    return smoothstep(-soft, soft, inside.astype(F))


def _off_arms(fig: Figure, v: Array) -> Array:
    """False on the arms, which may lie before the chest."""
    off = np.ones(len(v), bool)
    for arm in fig.bones.arms.values():
        for start, end in ((arm.shoulder, arm.elbow), (arm.elbow, arm.wrist)):
            axis = end - start
            t = np.clip((v - start) @ axis / F(float(axis @ axis) + 1e-6), 0, 1)
            off &= np.linalg.norm(v - start - t[:, None] * axis, axis=1) > fig.build.arm + 0.07
    return off


def shirt_collar(fig: Figure, colour: Colour) -> Mesh:
    """A folded collar with two points."""
    turn = [
        Ring(at=(0, y, z), wide=w, deep=d, tilt=14)
        for y, z, w, d in (
            (-0.055, 0.012, 0.235, 0.215),
            (-0.005, 0.006, 0.196, 0.184),
            (0.045, 0.0, 0.172, 0.166),
        )
    ]
    band = loft(turn, colour, gloss=0.06, arc=(16, 344), between=2, around=36, thickness=0.016)
    wings = []
    for s in SIDES:
        outline = np.array(
            [(0.012, -0.050), (0.07, -0.018), (0.15, -0.020), (0.20, -0.055), (0.175, -0.110), (0.10, -0.180)]
        ) * (s, 1)
        wings.append(patch(fig, fig.trunk(fig.grown), smooth(outline, steps=3), colour, 0.030))
    return join(fig.bones.chest.place(band), *wings)


def lapels(fig: Figure, clay: Clay, colour: Colour, deep: float) -> Mesh:
    parts = []
    for s in SIDES:
        outline = np.array(
            [
                (0.135, 0.01),
                (0.225, -0.03),
                (0.235, -0.16),
                (0.195, -0.175),
                (0.205, -0.20),
                (0.02, -deep),
                (0.012, -deep + 0.03),
                (0.12, -0.12),
            ]
        ) * (s, 1)
        parts.append(patch(fig, clay, outline, colour, 0.020))
    return join(*parts)


def pocket(fig: Figure, clay: Clay, x: float, y: float, colour: Colour, half: float = 0.062) -> Mesh:
    return patch(
        fig,
        clay,
        [
            (x - half, y + half),
            (x + half, y + half),
            (x + half, y - 0.6 * half),
            (x, y - 1.15 * half),
            (x - half, y - 0.6 * half),
        ],
        colour,
        0.014,
    )


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
    body = painted_finely(top(fig, colour, sleeve=0.46, flare=0.02, tucked=True), paint, most=7500)
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
        painted_finely(body, paint, most=9500),
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


def stand_collar(fig: Figure, colour: Colour, height: float = 0.075) -> Mesh:
    rings = [
        Ring(at=(0, -0.045, 0.01), wide=0.215, deep=0.205, tilt=12),
        Ring(at=(0, 0.0, 0.006), wide=0.182, deep=0.178, tilt=12),
        Ring(at=(0, -0.02 + height, 0.0), wide=0.172, deep=0.168, tilt=12),
    ]
    return fig.bones.chest.place(
        loft(rings, colour, gloss=0.08, arc=(1.5, 358.5), between=2, around=40, thickness=0.014)
    )


def collar_rim(fig: Figure, colour: Colour, height: float) -> Mesh:
    """Piping along the upper edge of a stand-up collar."""
    angle = np.radians(np.linspace(0, 360, 49))
    lean = math.radians(12)
    x, z = 0.174 * np.sin(angle), 0.170 * np.cos(angle)
    path = np.stack([x, -0.02 + height - z * math.sin(lean), z * math.cos(lean)], -1)
    return fig.bones.chest.place(tube(path, 0.014, colour, 0.2, steps=8))


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


def armholes(fig: Figure, v: Array, size: float) -> Array:
    """0..1: near a shoulder joint, within `size` radii of the arm."""
    far = np.min([np.linalg.norm(v - a.shoulder, axis=1) for a in fig.bones.arms.values()], axis=0)
    return edge(fig.build.arm * size - far)


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
        painted_finely(body, paint, most=6000),
        fig.band(clay, fig.bones.pelvis, -0.12, 0.045, 0.012, light),
        bare_arms(fig, fig.face.skin, 0.0),
        numeral,
    )


# -- dresses and robes ------------------------------------------------------------------------------------------


@piece("dress")
def dress(fig: Figure, colour: Array) -> Mesh:
    """Short sleeves, a sash, a skirt to the knee."""
    dark = shift(colour, 0, 1.05, 0.86)
    body = join(
        top(fig, colour, sleeve=0.34, flare=0.045, tucked=True),
        cuffs(fig, dark, share=0.34, flare=0.045, height=0.03),
        bare_arms(fig, fig.face.skin, 0.2),
        bare_legs(fig, fig.face.skin, 0.3),
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
        bare_legs(fig, fig.face.skin, 0.3),
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


def band_on(
    fig: Figure,
    clay: Clay,
    points: Sequence[tuple[float, float]],
    colour: Colour,
    half: float = 0.046,
    thick: float = 0.020,
) -> Mesh:
    """A flat band along a line on the chest: a collar's edge."""
    path = smooth(points, closed=False, steps=6)
    along = np.gradient(path, axis=0)
    side = np.stack([-along[:, 1], along[:, 0]], -1)
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    across = np.array([-1.04, -1.0, -0.86, -0.4, 0.0, 0.4, 0.86, 1.0, 1.04])
    raised = np.array([-0.6, 0.5, 0.95, 1.0, 1.0, 1.0, 0.95, 0.5, -0.6]) * thick
    flat = (path[:, None] + side[:, None] * (across * half)[None, :, None]).reshape(-1, 2)
    frame = fig.bones.chest
    out = frame.turn[:, 2]
    found, _ = clay.surface(
        [(frame.point(float(x), float(y), 0) + out * F(1.5)).tolist() for x, y in flat], (-out).tolist()
    )
    vertices = found + out * np.tile(raised, len(path))[:, None].astype(F)
    faces = grid_faces(len(path), len(across), wraps=False)
    mesh = make(vertices.astype(F), faces, None, colour, 0.1)
    facing = mesh.normals @ out
    return mesh if float(facing.mean()) > 0 else make(vertices.astype(F), faces[:, ::-1], None, colour, 0.1)


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
