"""What makes a role: ties, belts, aprons, badges, hats, beards, bags."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.props import hats, wear
from waa.painter.rigs.beasts.faces import on_skin
from waa.painter.rigs.people.clothes import edge, in_chest, patch, seam
from waa.painter.rigs.people.face import skull
from waa.painter.rigs.people.figure import Figure, over, piece
from waa.painter.rigs.people.skeleton import SIDES, Frame
from waa.painter.rigs.people.tailor import buttons, skirt
from waa.painter.rigs.people.wig import Wig
from waa.painter.shapes import ellipse, star
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, rotation, torus, tube

GOLD = hats.GOLD

# -- on the head ------------------------------------------------------------------------------------------------


def hat_frame(fig: Figure, tilt: float = -8.0) -> Frame:
    return Frame(fig.bones.head.point(0, 0.24, -0.05), fig.bones.head.turn @ rotation(0, tilt, 0))


def _hat(name: str) -> None:
    @piece(f"hat:{name}")
    def put_on(fig: Figure, colour: Array) -> Mesh:
        return hat_frame(fig).place(hats.HATS[name](colour).scaled(1.04))


for _name in hats.HATS:
    _hat(_name)


@piece("glasses")
def glasses(fig: Figure, colour: Array) -> Mesh:
    frame, _ = wear.spectacles(colour)  # panes would hide the eyes behind what they mirror
    return _before_eyes(fig).place(frame.scaled(0.86))


@piece("sunglasses")
def sunglasses(fig: Figure, colour: Array) -> Mesh:
    frame, panes = wear.spectacles(colour, dark=True)
    return _before_eyes(fig).place(join(frame, panes).scaled(0.86))


def _before_eyes(fig: Figure) -> Frame:
    found, _ = on_skin(skull(fig.face), [(0, fig.face.eye_y, 0)])
    return Frame(
        fig.bones.head.point(0, fig.face.eye_y - 0.005, float(found[0, 2]) + 0.045), fig.bones.head.turn
    )


@piece("beard")
def beard(fig: Figure, colour: Array) -> Mesh:
    """Full and short, with a moustache."""
    return fig.bones.head.place(_beard(colour, 0.10))


@piece("long_beard")
def long_beard(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(_beard(colour, 0.48))


@piece("santa_beard")
def santa_beard(fig: Figure, colour: Array) -> Mesh:
    """White clouds round the cheeks and chin."""
    clay = Clay(0.04)
    for k in range(15):
        a = math.radians(-112 + 16 * k)
        clay.ball(
            (0.39 * math.sin(a), -0.26 - 0.14 * math.cos(a), 0.16 + 0.20 * math.cos(a)),
            (0.115, 0.12, 0.10),
            colour,
        )
    for k in range(7):
        a = math.radians(-60 + 20 * k)
        clay.ball((0.24 * math.sin(a), -0.50 - 0.14 * math.cos(a), 0.28), (0.12, 0.13, 0.10), colour)
    clay.ball((0, -0.46, 0.27), (0.25, 0.16, 0.10), colour)
    clay.ball((0, -0.325, 0.52), (0.075, 0.04, 0.09), colour, blend=0.03, carves=True)
    return fig.bones.head.place(join(clay.mesh(34, gloss=0.05), _moustache(colour, 0.20, 0.062)))


def _beard(colour: Colour, long: float) -> Mesh:
    """Locks from ear to ear that hang `long` below the chin in the middle."""
    wig = Wig(colour)
    wig.ball((0, -0.36, 0.10), (0.34, 0.16, 0.26), 0.06)
    wig.carve((0, -0.18, 0.42), (0.27, 0.19, 0.30), 0.05)
    for a in (-76, 76, -58, 58, -40, 40, -20, 20, 0):
        s, c = math.sin(math.radians(a)), math.cos(math.radians(a))
        drop = long * c**1.5
        wig.hanging([(0.405 * s, -0.20 - 0.17 * c, 0.02 + 0.33 * c), (0.40 * s, -0.34 - 0.08 * c, 0.03 + 0.36 * c), (0.34 * s, -0.47 - 0.3 * drop, 0.04 + 0.33 * c), (0.16 * s, -0.52 - drop, 0.08 + 0.28 * c)],
                    0.085, tip=0.1, thick=0.05)  # fmt: skip
    return join(wig.mesh(), _moustache(colour, 0.15, 0.042))


@piece("moustache")
def moustache(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(_moustache(colour, 0.15, 0.042))


def _moustache(colour: Colour, half: float, thick: float) -> Mesh:
    clay = Clay(0.02)
    for s in SIDES:
        clay.strand(
            [
                (s * 0.015, -0.238, 0.440),
                (s * half * 0.55, -0.262, 0.425),
                (s * half, -0.285, 0.375),
                (s * half * 1.12, -0.268, 0.350),
            ],
            thick,
            thick * 0.32,
            colour,
        )
    return clay.mesh(26, gloss=0.1)


@piece("eye_patch")
def eye_patch(fig: Figure, colour: Array) -> Mesh:
    face = fig.face
    found, _ = on_skin(skull(face), [(-face.eye_x, face.eye_y, 0)])
    pad = ball(
        (0.115, 0.105, 0.045),
        (float(found[0, 0]), face.eye_y, float(found[0, 2]) + 0.012),
        colour,
        0.2,
        steps=14,
    )
    cord = [
        (0.472 * math.sin(a), face.eye_y + 0.10 - 0.13 * math.sin(a), 0.455 * math.cos(a) - 0.02)
        for a in np.linspace(-0.9, 1.5, 24)
    ]
    return fig.bones.head.place(join(pad, tube(cord, 0.016, colour, 0.2, steps=8)))


@piece("hero_mask")
def hero_mask(fig: Figure, colour: Array) -> Mesh:
    """Round the eyes; the eyes look through."""
    from waa.painter.solid.applique import applique

    face, skin = fig.face, skull(fig.face)
    upper = [(x, face.eye_y + 0.145 - 0.03 * math.cos(x * 9)) for x in np.linspace(-0.36, 0.36, 19)]
    lower = [
        (x, face.eye_y - 0.135 + 0.055 * math.exp(-((x / 0.07) ** 2))) for x in np.linspace(0.36, -0.36, 19)
    ]
    return fig.bones.head.place(applique(skin, upper + lower, colour, 0.010, gloss=0.2))


@piece("small_crown")
def small_crown(fig: Figure, colour: Array) -> Mesh:
    """A princess's."""
    at = Frame(fig.bones.head.point(0, 0.415, -0.02), fig.bones.head.turn @ rotation(0, -6, 0))
    return at.place(hats.crown(colour, small=True).scaled(0.66))


@piece("hood:ninja")
def ninja_hood(fig: Figure, colour: Array) -> Mesh:
    """All but the eyes, a plated band on the brow."""
    clay = Clay(0.05)
    clay.ball((0, 0.10, -0.04), (0.530, 0.475, 0.51), colour).ball(
        (0, -0.18, 0.02), (0.480, 0.36, 0.43), colour, blend=0.12
    )
    for s in SIDES:
        clay.ball((s * 0.46, -0.075, -0.03), (0.085, 0.13, 0.10), colour)
    clay.ball((0, -0.045, 0.58), (0.40, 0.135, 0.32), colour, blend=0.03, carves=True)
    hood = fig.modelled(clay, gloss=0.08)
    band = (
        torus(0.488, 0.045, "#b23a36", 0.1, steps=36)
        .scaled(1, 1.5, 0.98)
        .turned(0, -10, 0)
        .moved(0, 0.165, -0.04)
    )
    plate = (
        box(0.30, 0.11, 0.03, "#c9ced6", 0.6, bevel=0.012)
        .finished(metal=0.6)
        .turned(0, -14, 0)
        .moved(0, 0.145, 0.475)
    )
    knot = [
        tube(
            [(0.02, 0.10, -0.53), (s * 0.12, -0.02, -0.62), (s * 0.16 + 0.05, -0.22, -0.60)],
            [0.05, 0.045, 0.02],
            "#b23a36",
            steps=10,
        )
        for s in SIDES
    ]
    return fig.bones.head.place(join(hood, band, plate, *knot))


@piece("halo")
def halo(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(
        torus(0.30, 0.036, colour, 0.5).turned(0, -14, 0).moved(0, 0.76, -0.08).finished(glow=0.75)
    )


@piece("veil")
def veil(fig: Figure, colour: Array) -> Mesh:
    """A tiara of flowers and a veil down the back."""
    frame = fig.bones.head
    rings = [
        Ring(at=(0, y, z), wide=w, deep=d, fold=f)
        for y, z, w, d, f in (
            (-1.55, -0.34, 0.66, 0.46, 0.07),
            (-0.9, -0.26, 0.58, 0.44, 0.06),
            (-0.2, -0.12, 0.55, 0.52, 0.03),
            (0.25, -0.05, 0.51, 0.52, 0.02),
            (0.47, -0.08, 0.30, 0.34, 0.0),
            (0.55, -0.10, 0.03, 0.03, 0.0),
        )
    ]
    cloth = loft(rings, colour, folds=13, arc=(78, 282), around=44, between=3, gloss=0.15).finished(glow=0.3)
    crown = hats.flower_crown("#f7b9c8").scaled(0.98).turned(0, -12, 0).moved(0, 0.26, -0.04)
    return frame.place(join(cloth, crown))


@piece("headset")
def headset(fig: Figure, colour: Array) -> Mesh:
    return hat_frame(fig, 0).place(wear.ear_cups(colour).scaled(1.03))


@piece("hair_bow")
def hair_bow(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.head.place(wear.bow(colour, 0.20).turned(24, -20, -18).moved(0.22, 0.46, 0.18))


@piece("earrings")
def earrings(fig: Figure, colour: Array) -> Mesh:
    drops = [ball(0.032, (s * 0.485, -0.20, 0.0), colour, 0.6, steps=10).finished(metal=0.5) for s in SIDES]
    return fig.bones.head.place(join(*drops))


@piece("sweatband")
def sweatband(fig: Figure, colour: Array) -> Mesh:
    ring = (
        torus(0.482, 0.038, colour, 0.06, steps=40)
        .scaled(1, 1.4, 0.97)
        .turned(0, -12, 0)
        .moved(0, 0.20, -0.055)
    )
    return fig.bones.head.place(ring)


# -- round the neck -----------------------------------------------------------------------------------------------


@piece("tie")
def tie(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown)
    knot = patch(
        fig,
        clay,
        [(-0.045, -0.045), (0.045, -0.045), (0.030, -0.115), (-0.030, -0.115)],
        shift(colour, 0, 1, 0.9),
        0.045,
    )
    blade = patch(
        fig,
        clay,
        [(-0.028, -0.11), (0.028, -0.11), (0.060, -0.44), (0, -0.52), (-0.060, -0.44)],
        colour,
        0.030,
    )
    return join(knot, blade)


@piece("bow_tie")
def bow_tie(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.chest.place(
        wear.bow(colour, 0.145).moved(0, -0.085, fig.build.chest[1] * 0.72 + fig.grown + 0.02)
    )


@piece("neckerchief")
def neckerchief(fig: Figure, colour: Array) -> Mesh:
    ring = (
        torus(0.205, 0.055, colour, 0.08, steps=32)
        .scaled(1.05, 0.9, 0.95)
        .turned(0, 16, 0)
        .moved(0, -0.045, 0.01)
    )
    ends = [
        leaf(
            [(0, -0.10, 0.21), (s * 0.05, -0.19, 0.255), (s * 0.10, -0.28, 0.262)],
            (0, 0, 1),
            0.12,
            0.045,
            colour,
            outline=(0.5, 0.8, 1, 0.95, 0.8, 0.6, 0.4),
            steps=8,
            across=9,
        )
        for s in SIDES
    ]
    return fig.bones.chest.place(
        join(ring, ball((0.055, 0.05, 0.045), (0, -0.10, 0.215), colour, steps=10), *ends)
    )


@piece("wound_scarf")
def wound_scarf(fig: Figure, colour: Array) -> Mesh:
    return fig.bones.chest.place(wear.wound_scarf(colour).scaled(0.62).moved(0, 0.0, 0.0))


@piece("stethoscope")
def stethoscope(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown + 0.02)
    left = seam(fig, clay, [(0.185, 0.0), (0.19, -0.12), (0.17, -0.30), (0.08, -0.42)], colour, 0.020)
    right = seam(fig, clay, [(-0.185, 0.0), (-0.19, -0.12), (-0.17, -0.30), (-0.155, -0.48)], colour, 0.020)
    bell = buttons(fig, clay, [(0.07, -0.43), (-0.155, -0.50)], "#c9ced6", 0.058, 0.6).finished(metal=0.5)
    back = tube(
        [(0.185 * math.cos(a), 0.02, -0.19 * math.sin(a)) for a in np.linspace(0, math.pi, 15)],
        0.020,
        colour,
        0.2,
        steps=8,
    )
    return join(left, right, bell, fig.bones.chest.place(back))


@piece("garland")
def garland(fig: Figure, colour: Array) -> Mesh:
    """Beads or a chain to the middle of the chest."""
    clay = fig.trunk(fig.grown + 0.02)
    frame, out = fig.bones.chest, fig.bones.chest.turn[:, 2]
    line = [(0.195 * math.sin(a), -0.20 - 0.22 * math.cos(a)) for a in np.linspace(-2.3, 2.3, 21)]
    found, _ = clay.surface(
        [(frame.point(x, y, 0) + out * F(1.5)).tolist() for x, y in line], (-out).tolist()
    )
    beads = join(*(ball(0.036, tuple(map(float, p)), colour, 0.35, steps=7) for p in found))
    return join(beads, buttons(fig, clay, [(0, -0.46)], shift(colour, 0, 1.1, 0.8), 0.05, 0.5))


@piece("medal")
def medal(fig: Figure, colour: Array) -> Mesh:
    """A whistle or a medal on a ribbon."""
    clay = fig.trunk(fig.grown + 0.01)
    ribbons = [
        seam(fig, clay, [(s * 0.15, -0.04), (s * 0.08, -0.22), (0, -0.38)], colour, 0.018) for s in SIDES
    ]
    return join(*ribbons, buttons(fig, clay, [(0, -0.42)], GOLD, 0.062, 0.6).finished(metal=0.5))


# -- on the trunk ---------------------------------------------------------------------------------------------------


@piece("belt")
def belt(fig: Figure, colour: Array) -> Mesh:
    """With a buckle, between shirt and trousers."""
    clay = fig.trunk(max(fig.grown, 0.035))
    frame = fig.bones.pelvis
    ring = fig.girth(clay, frame, 0.06)
    buckle = join(
        box(0.12, 0.085, 0.03, GOLD, 0.5, bevel=0.012), box(0.06, 0.04, 0.04, colour, 0.2).moved(0, 0.022, 0)
    ).finished(metal=0.35)
    return join(
        fig.band(clay, frame, 0.05, 0.085, 0.016, colour, 0.25),
        frame.place(buckle.moved(0, 0.01, ring.at[2] + ring.deep + 0.018)),
    )


@piece("wide_belt")
def wide_belt(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(max(fig.grown, 0.04))
    frame = fig.bones.waist
    ring = fig.girth(clay, frame, -0.06)
    buckle = join(
        box(0.20, 0.15, 0.035, GOLD, 0.5, bevel=0.02), box(0.11, 0.075, 0.05, colour, 0.2).moved(0, 0.037, 0)
    ).finished(metal=0.35)
    return join(
        fig.band(clay, frame, -0.06, 0.12, 0.024, colour, 0.25),
        frame.place(buckle.moved(0, -0.135, ring.at[2] + ring.deep + 0.024)),
    )


@piece("sash")
def sash(fig: Figure, colour: Array) -> Mesh:
    """Tied round the waist, its ends hanging."""
    clay = fig.trunk(max(fig.grown, 0.04))
    frame = fig.bones.waist
    ring = fig.girth(clay, frame, -0.06)
    z = ring.at[2] + ring.deep + 0.03
    ends = [
        leaf(
            [(0.10, -0.06, z), (0.13 + 0.05 * k, -0.26, z + 0.05), (0.15 + 0.07 * k, -0.48, z + 0.03)],
            (0, 0, 1),
            0.10,
            0.03,
            colour,
            outline=(0.6, 0.9, 1, 1, 1, 1, 0.9),
            steps=8,
            across=7,
        )
        for k in (0, 1)
    ]
    return join(
        fig.band(clay, frame, -0.06, 0.12, 0.022, colour),
        frame.place(
            join(
                ball((0.07, 0.06, 0.05), (0.10, -0.06, z), colour, steps=10), *([] if fig.pose.lap else ends)
            )
        ),
    )


@piece("apron")
def apron(fig: Figure, colour: Array) -> Mesh:
    """Over the lap, tied at the waist."""
    clay = fig.trunk(fig.grown + 0.015)
    cloth = (
        skirt(
            fig, colour, length=0.42, flare=0.06, fold=0.015, start=0.26, grow=fig.grown + 0.03, arc=(-78, 78)
        )
        if not fig.pose.lap
        else None
    )
    return join(cloth, fig.band(clay, fig.bones.waist, -0.08, 0.06, 0.016, shift(colour, 0, 1, 0.93)))


@piece("bib_apron")
def bib_apron(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown + 0.015)
    bib = patch(fig, clay, [(-0.15, -0.26), (0.15, -0.26), (0.24, -0.70), (-0.24, -0.70)], colour, 0.02)
    straps = [
        seam(
            fig,
            clay,
            [(s * 0.145, -0.27), (s * 0.17, -0.14), (s * 0.175, -0.04)],
            shift(colour, 0, 1, 0.92),
            0.020,
        )
        for s in SIDES
    ]
    return join(apron(fig, colour), bib, *straps)


@piece("hi_vis")
def hi_vis(fig: Figure, colour: Array) -> Mesh:
    """A safety vest with silver stripes."""
    g = fig.wear(fig.grown + 0.028)
    clay = fig.trunk(g, colour)
    body = fig.cut(fig.modelled(clay, gloss=0.12), fig.bones.pelvis, -0.06)
    shoulders = [a.shoulder for a in fig.bones.arms.values()]
    off = np.min([np.linalg.norm(body.vertices - s, axis=1) for s in shoulders], axis=0)
    body = body.kept((off > fig.build.arm * 1.0)[body.faces].all(1))

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        level = np.maximum(edge(0.045 - np.abs(p[:, 1] + 0.60)), edge(0.045 - np.abs(p[:, 1] + 0.80)))
        brace = edge(0.042 - np.abs(np.abs(p[:, 0]) - 0.17)) * (p[:, 1] > -0.60)
        return over(c, "#f1f3f2", np.maximum(level, brace))

    zip_ = seam(fig, clay, [(0, -0.12 - 0.1 * k) for k in range(9)], shift(colour, 0, 1, 0.6), 0.012)
    return join(
        painted_finely(body, paint, most=7000),
        zip_,
        fig.band(clay, fig.bones.pelvis, -0.06, 0.035, 0.012, shift(colour, 0, 1, 0.9)),
    )


@piece("badge")
def badge(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown)
    outline = star(0, 0, 0.062, 0.030, 6)[:, :2] * (1, -1) + (0.165, -0.30)
    return patch(fig, clay, outline, colour, 0.024, gloss=0.5).finished(metal=0.4)


@piece("name_tag")
def name_tag(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown)
    return join(
        patch(fig, clay, [(-0.23, -0.30), (-0.11, -0.30), (-0.11, -0.38), (-0.23, -0.38)], colour, 0.02),
        patch(fig, clay, [(-0.21, -0.33), (-0.13, -0.33), (-0.13, -0.35), (-0.21, -0.35)], "#3a5fa8", 0.026),
    )


@piece("epaulettes")
def epaulettes(fig: Figure, colour: Array) -> Mesh:
    parts = []
    for s in SIDES:
        board = box(0.17, 0.03, 0.10, colour, 0.3, bevel=0.004)
        bars = [
            box(0.022, 0.036, 0.10, GOLD, 0.4, bevel=0.002).moved(0.03 + 0.04 * k - 0.04, 0, 0)
            for k in range(3)
        ]
        parts.append(
            fig.bones.chest.place(
                join(board, *bars)
                .turned(0, 0, -s * 18)
                .moved(s * (fig.build.shoulder - 0.05), -0.055 + fig.grown, 0)
            )
        )
    return join(*parts)


@piece("emblem")
def emblem(fig: Figure, colour: Array) -> Mesh:
    """A hero's star in a shield."""
    clay = fig.trunk(fig.grown)
    shield = [(-0.17, -0.24), (0, -0.20), (0.17, -0.24), (0.15, -0.40), (0, -0.52), (-0.15, -0.40)]
    inner = star(0, 0, 0.098, 0.045)[:, :2] * (1, -1) + (0, -0.345)
    return join(
        patch(fig, clay, shield, colour, 0.022, gloss=0.3),
        patch(fig, clay, inner, "#d9413d", 0.032, gloss=0.3),
    )


@piece("boutonniere")
def boutonniere(fig: Figure, colour: Array) -> Mesh:
    clay = fig.trunk(fig.grown)
    petals = [
        patch(
            fig,
            clay,
            ellipse(0.185 + 0.032 * math.cos(a), -0.26 + 0.032 * math.sin(a), 0.034, steps=10),
            colour,
            0.03,
        )
        for a in np.linspace(0, 6.28, 6)[:-1]
    ]
    return join(
        *petals,
        patch(fig, clay, ellipse(0.185, -0.26, 0.024, steps=10), "#f3c64f", 0.045),
        patch(fig, clay, ellipse(0.20, -0.335, 0.018, 0.05, steps=10), "#6c9a4c", 0.022),
    )


@piece("cape")
def cape(fig: Figure, colour: Array) -> Mesh:
    """From the shoulders down the back, blown out a little."""
    frame = fig.bones.chest
    low = -0.95 * (fig.build.torso + (0.5 if fig.pose.lap else 0.62 * fig.build.legs))
    blow = 0.34 if fig.pose.lift or fig.pose.whole != (0, 0, 0) else 0.16
    rings = [
        Ring(
            at=(0, low * t - 0.02, -0.06 - blow * t * t),
            wide=0.30 + 0.30 * t**0.7,
            deep=0.25 + 0.20 * t,
            fold=0.02 + 0.06 * t,
        )
        for t in np.linspace(1, 0, 6)
    ]
    cloth = loft(rings, colour, folds=9, arc=(84, 276), around=38, between=3, gloss=0.12)
    knots = [
        ball((0.055, 0.055, 0.05), (s * 0.20, -0.07, 0.17), GOLD, 0.5, steps=10).finished(metal=0.5)
        for s in SIDES
    ]
    cord = tube([(0.20, -0.08, 0.18), (0, -0.13, 0.265), (-0.20, -0.08, 0.18)], 0.022, GOLD, 0.4, steps=8)
    return frame.place(join(cloth, *knots, cord))


@piece("fur_collar")
def fur_collar(fig: Figure, colour: Array) -> Mesh:
    clay = Clay(0.03)
    for k in range(20):
        a = 2 * math.pi * k / 20
        clay.ball(
            (0.27 * math.sin(a), -0.10 - 0.035 * math.cos(a), 0.235 * math.cos(a)),
            (0.088, 0.075, 0.08),
            colour,
        )
    spots = [
        ball(0.020, (0.31 * math.sin(a), -0.09 - 0.035 * math.cos(a), 0.29 * math.cos(a)), "#2b2a31", steps=7)
        for a in np.linspace(-1.4, 1.4, 7)
    ]
    return fig.bones.chest.place(join(clay.mesh(30, gloss=0.05), *spots))


@piece("backpack")
def backpack(fig: Figure, colour: Array) -> Mesh:
    size = 0.66
    clay = fig.trunk(fig.grown)
    pack = (
        wear.rucksack(colour)
        .scaled(size)
        .turned(180)
        .moved(0, -0.42 * fig.build.torso, -fig.build.chest[1] - fig.grown - 0.01)
    )
    straps = [
        seam(
            fig,
            clay,
            [(s * 0.20, -0.06), (s * 0.215, -0.22), (s * 0.235, -0.42), (s * 0.26, -0.55)],
            shift(colour, 0, 1, 0.75),
            0.034,
        )
        for s in SIDES
    ]
    return join(fig.bones.chest.place(pack), *straps)


@piece("wings")
def wings(fig: Figure, colour: Array) -> Mesh:
    """An angel's: three rows of feathers."""
    parts = []
    for s in SIDES:
        for row, (count, long, wide) in enumerate(((8, 0.84, 0.21), (7, 0.56, 0.19), (6, 0.34, 0.17))):
            for k in range(count):
                t = k / (count - 1)
                root = np.array([s * (0.10 + 0.66 * t), -0.24 + 0.62 * t**0.7, -0.33 + 0.03 * row])
                way = np.array([s * (0.20 + 0.95 * t), -1.0 + 1.15 * t, -0.05])
                way /= np.linalg.norm(way)
                size = long * (0.75 + 0.35 * t)
                tone = mix(colour, "#c9d6f0", 0.10 * (2 - row))
                parts.append(
                    leaf(
                        [root, root + way * size * 0.5, root + way * size],
                        (0, 0, 1),
                        wide,
                        0.035,
                        tone,
                        outline=(0.4, 0.7, 0.92, 1, 0.95, 0.7, 0.3),
                        steps=7,
                        across=6,
                    )
                )
        parts.append(
            tube(
                [(s * 0.08, -0.28, -0.27), (s * 0.38, 0.14, -0.28), (s * 0.78, 0.38, -0.30)],
                [0.06, 0.085, 0.05],
                colour,
                0.1,
                steps=10,
            )
        )
    return fig.bones.chest.place(join(*parts))


@piece("fairy_wings")
def fairy_wings(fig: Figure, colour: Array) -> Mesh | None:
    """Like a dragonfly's."""
    parts = []
    for s in SIDES:
        for up, out, long, wide in ((0.55, 0.80, 0.92, 0.46), (-0.35, 0.85, 0.64, 0.36)):
            way = np.array([s * out, up, -0.22])
            way /= np.linalg.norm(way)
            root = np.array([s * 0.05, -0.30, -0.28])
            path = [root, root + way * long * 0.5, root + way * long]
            blade = leaf(
                path,
                (0, 0.1, 1),
                wide,
                0.02,
                colour,
                outline=(0.15, 0.5, 0.85, 1, 1, 0.8, 0.25),
                inside=mix(colour, "#ffffff", 0.7),
                border=0.22,
                gloss=0.5,
                steps=12,
                across=11,
            )
            parts.append(blade.finished(glow=0.35))
            for bend in (-0.30, 0.0, 0.30):
                across = np.cross(way, (0, 0, 1)) * bend * wide
                vein = [root, root + way * long * 0.5 + across, root + way * long * 0.86 + across * 0.8]
                parts.append(
                    tube(
                        np.array(vein) + (0, 0, 0.016),
                        [0.012, 0.010, 0.004],
                        mix(colour, "#7fb6d9", 0.6),
                        0.3,
                        steps=6,
                    )
                )
    return fig.bones.chest.place(join(*parts))


@piece("quilt_stripes")
def fire_stripes(fig: Figure, colour: Array) -> Mesh:
    """Reflecting bands round sleeves, trunk and legs of a firefighter's jacket."""
    parts = []
    clay = fig.trunk(fig.grown)
    for y in (0.10, -0.13):
        for grow, high, tone in ((0.016, 0.085, "#f0e13a"), (0.020, 0.035, "#e9edef")):
            parts.append(fig.band(clay, fig.bones.waist, y, high, grow, tone))
    for s in SIDES:
        for share in (0.34, 0.80):
            r = fig.build.arm * (0.98 if share < 0.5 else 0.86) + fig.grown + 0.006
            parts += [
                fig.arm_at(s, share).place(_stripe(r, 0.085, "#f0e13a")),
                fig.arm_at(s, share).place(_stripe(r + 0.005, 0.035, "#e9edef").moved(0, 0.025, 0)),
            ]
        r = fig.build.leg * 0.76 + 0.05
        parts += [
            fig.leg_at(s, 0.80).place(_stripe(r, 0.085, "#f0e13a")),
            fig.leg_at(s, 0.80).place(_stripe(r + 0.005, 0.035, "#e9edef").moved(0, 0.025, 0)),
        ]
    return join(*parts)


def _stripe(radius: float, height: float, colour: Colour) -> Mesh:
    return lathe(
        [(radius * 0.9, 0), (radius, 0.004), (radius, height - 0.004), (radius * 0.9, height)],
        colour,
        0.3,
        steps=24,
    )


@piece("holster")
def holster(fig: Figure, colour: Array) -> Mesh:
    """A duty belt with pouches and a radio."""
    clay = fig.trunk(max(fig.grown, 0.035))
    ring = fig.girth(clay, fig.bones.pelvis, 0.05)
    parts = [fig.band(clay, fig.bones.pelvis, 0.05, 0.095, 0.018, colour, 0.25)]
    for a, tall in ((-70, 0.13), (-40, 0.10), (40, 0.10), (66, 0.16)):
        x, z = math.sin(math.radians(a)) * (ring.wide + 0.03), math.cos(math.radians(a)) * (ring.deep + 0.03)
        parts.append(
            fig.bones.pelvis.place(
                box(0.10, tall, 0.06, colour, 0.2, bevel=0.016).turned(a).moved(x, 0.07 - tall, z)
            )
        )
    buckle = (
        box(0.09, 0.07, 0.03, "#c9ced6", 0.5, bevel=0.01)
        .finished(metal=0.5)
        .moved(0, 0.015, ring.at[2] + ring.deep + 0.02)
    )
    return join(*parts, fig.bones.pelvis.place(buckle))


@piece("sword_at_side")
def sword_at_side(fig: Figure, colour: Array) -> Mesh:
    """A katana in its sheath, through the sash on the left."""
    y = np.linspace(-0.62, 0.62, 9)
    sheath = tube(np.stack([0 * y, 0.05 * (y / 0.62) ** 2, y], -1), 0.034, colour, 0.45, steps=10)
    hilt = tube([(0, 0.06, 0.66), (0, 0.09, 0.96)], 0.032, "#f0ead9", 0.15, steps=10)
    wraps = [
        torus(0.034, 0.010, "#2b2f45", steps=12)
        .turned(0, 90, 0)
        .moved(0, 0.065 + 0.0028 * k, 0.70 + 0.052 * k)
        for k in range(5)
    ]
    guard = (
        cylinder(0.075, 0.022, GOLD, 0.5, steps=20).finished(metal=0.5).turned(0, 90, 0).moved(0, 0.06, 0.635)
    )
    sword = join(sheath, hilt, guard, *wraps)
    return fig.bones.pelvis.place(sword.turned(-8, -22, 0).moved(fig.build.hips[0] + 0.06, 0.12, 0.0))


@piece("quiver_brush")
def brushes(fig: Figure, colour: Array) -> Mesh:
    """Brushes in the apron's pocket."""
    clay = fig.trunk(fig.grown + 0.02)
    pocket = patch(
        fig,
        clay,
        [(-0.11, -0.46), (0.11, -0.46), (0.10, -0.62), (-0.10, -0.62)],
        shift(colour, 0, 1, 0.85),
        0.03,
    )
    sticks = []
    for k, tip in enumerate(("#d9413d", "#3f7fc4", "#f2b33d")):
        x = -0.06 + 0.06 * k
        z = fig.build.chest[1] + fig.grown + 0.02
        sticks += [
            tube([(x, -0.55, z), (x + 0.01, -0.36, z + 0.02)], 0.012, "#c49a5a", steps=8),
            ball((0.020, 0.036, 0.020), (x + 0.012, -0.335, z + 0.024), tip, steps=8),
        ]
    return join(pocket, fig.bones.chest.place(join(*sticks)))


__all__ = ["extrude", "hat_frame"]
