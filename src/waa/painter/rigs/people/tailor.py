"""Tops, trousers and skirts, cut to any pose."""

from __future__ import annotations

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.rigs.people.figure import Figure, piece
from waa.painter.rigs.people.limbs import bare_arms, bare_legs
from waa.painter.rigs.people.skeleton import SIDES, Frame
from waa.painter.solid.clay import Clay
from waa.painter.solid.loft import FULL, Ring, loft
from waa.painter.solid.mesh import Mesh, ball, join, lathe, torus, tube

# -- tops ---------------------------------------------------------------------------------------------------


def top(
    fig: Figure,
    colour: Colour,
    *,
    grow: float = 0.03,
    sleeve: float = 0.95,
    flare: float = 0.0,
    hem: float = -0.10,
    hem_colour: Colour | None = None,
    tucked: bool = False,
) -> Mesh:
    """Trunk and sleeves in one, the hem `hem` below the hip joints; `tucked` leaves it to the trousers' belt."""
    g = fig.wear(grow)
    trunk = fig.trunk(g, colour)
    mesh = fig.modelled(fig.sleeves(fig.trunk(g, colour), g, colour, sleeve, flare=flare))
    if tucked:
        return fig.cut(mesh, fig.bones.pelvis, 0.02)
    edge = shift(colour, 0, 1.02, 0.94) if hem_colour is None else hem_colour
    return join(
        fig.cut(mesh, fig.bones.pelvis, hem), fig.band(trunk, fig.bones.pelvis, hem, 0.055, 0.014, edge, 0.08)
    )


def cuffs(
    fig: Figure,
    colour: Colour,
    *,
    share: float = 0.97,
    grow: float = 0.03,
    height: float = 0.06,
    flare: float = 0.0,
) -> Mesh:
    """Bands round the ends of the sleeves."""
    split = fig.build.upper_arm / fig.build.reach
    rest = max(0.0, (share - split) / (1 - split))
    r = fig.build.arm * (0.90 - 0.12 * rest) + grow + flare * (1 + 0.4 * rest)
    ring = lathe(
        [
            (r * 0.55, -0.01),
            (r * 0.98, -0.012),
            (r + 0.012, 0.0),
            (r + 0.014, height),
            (r - 0.004, height + 0.014),
        ],
        colour,
        0.1,
        steps=24,
    )
    return join(*(fig.arm_at(s, share).place(ring) for s in SIDES))


def crew_neck(fig: Figure, colour: Colour, radius: float = 0.172, thick: float = 0.034) -> Mesh:
    """A rolled edge round the neck, where it comes out of the trunk."""
    frame, clay = fig.bones.chest, fig.trunk(fig.grown)
    angle = np.linspace(0, 2 * np.pi, 41)
    down = -frame.turn[:, 1]
    start = [frame.point(radius * np.sin(a), 0.6, 0.012 + radius * np.cos(a)) for a in angle]
    found, _ = clay.surface([[float(v) for v in p] for p in start], [float(v) for v in down])
    return tube(found, thick, colour, 0.08, steps=12, caps=False)


@piece("tee")
def tee(fig: Figure, colour: Array) -> Mesh:
    dark = shift(colour, 0, 1.03, 0.9)
    return join(
        top(fig, colour, sleeve=0.40, flare=0.022),
        cuffs(fig, dark, share=0.40, flare=0.022, height=0.035),
        crew_neck(fig, dark),
        bare_arms(fig, fig.face.skin, 0.3),
    )


@piece("sweater")
def sweater(fig: Figure, colour: Array) -> Mesh:
    dark = shift(colour, 0, 1.05, 0.87)
    neck = fig.bones.chest.place(
        torus(0.185, 0.042, dark, 0.06, steps=32)
        .scaled(1.08, 1, 0.98)
        .turned(0, 12, 0)
        .moved(0, -0.03, 0.005)
    )
    return join(top(fig, colour, grow=0.045, hem_colour=dark), cuffs(fig, dark, grow=0.045), neck)


def hood_down(fig: Figure, colour: Colour, gloss: float = 0.08) -> Mesh:
    """A hood that lies on the back, its edge round the neck."""
    hood = Clay(0.05)
    at = fig.bones.chest
    hood.ball([float(v) for v in at.point(0, -0.02, -0.25)], (0.29, 0.17, 0.17), colour)
    for s in SIDES:
        hood.strand(
            [
                at.point(s * 0.20, 0.05, -0.16),
                at.point(s * 0.245, 0.04, 0.03),
                at.point(s * 0.19, -0.03, 0.17),
                at.point(s * 0.06, -0.14, 0.23),
            ],
            0.088,
            0.062,
            colour,
            blend=0.06,
        )
    return hood.mesh(26, gloss=gloss)


@piece("hoodie")
def hoodie(fig: Figure, colour: Array) -> Mesh:
    dark = shift(colour, 0, 1.05, 0.87)
    strings = [
        fig.bones.chest.place(
            lathe(
                [(0, -0.34), (0.016, -0.335), (0.013, -0.30), (0.011, -0.14), (0, -0.13)],
                "#f5f2ea",
                0.1,
                steps=10,
            ).moved(s * 0.085, 0, fig.build.chest[1] + 0.075)
        )
        for s in SIDES
    ]
    return join(
        top(fig, colour, grow=0.05, hem_colour=dark),
        cuffs(fig, dark, grow=0.05),
        hood_down(fig, colour),
        *strings,
    )


# -- trousers -----------------------------------------------------------------------------------------------


def trousers(
    fig: Figure,
    colour: Colour,
    *,
    grow: float = 0.018,
    share: float = 0.95,
    flare: float = 0.012,
    turn_up: Colour | None = None,
) -> Mesh:
    """Seat and legs; `turn_up` colours the cuffs."""
    b = fig.build
    clay = Clay(0.10)
    from waa.painter.rigs.people.figure import angles

    clay.ball(
        [float(v) for v in fig.bones.pelvis.point(0, 0.04, 0)],
        (b.hips[0] + grow, 0.26 * b.torso, b.hips[1] + grow),
        colour,
        **angles(fig.bones.pelvis.turn),
    )
    fig.legs(clay, grow, colour, share, flare=flare)
    mesh = fig.modelled(clay, gloss=0.08)
    r = b.leg * (0.70 if share > 0.5 else 1 - 0.4 * share) + grow + flare * (1 + max(0.0, share - 0.5) * 2)
    if share <= 0.5:
        r = b.leg * (1 - 0.20 * share * 2) + grow + flare * share * 2
    edge = shift(colour, 0, 1, 0.9) if turn_up is None else turn_up
    ring = lathe(
        [(r * 0.6, -0.015), (r * 1.0, -0.018), (r + 0.012, -0.004), (r + 0.012, 0.05), (r - 0.004, 0.065)],
        edge,
        0.1,
        steps=24,
    )
    return join(mesh, *(fig.leg_at(s, share).place(ring) for s in SIDES))


@piece("trousers")
def plain_trousers(fig: Figure, colour: Array) -> Mesh:
    return trousers(fig, colour)


@piece("jeans")
def jeans(fig: Figure, colour: Array) -> Mesh:
    return trousers(fig, colour, turn_up=mix(colour, "#dfe9f5", 0.45))


@piece("shorts")
def shorts(fig: Figure, colour: Array) -> Mesh:
    return join(trousers(fig, colour, share=0.40, flare=0.05), bare_legs(fig, fig.face.skin, 0.3))


# -- skirts -------------------------------------------------------------------------------------------------


def skirt(
    fig: Figure,
    colour: Colour,
    *,
    length: float,
    flare: float,
    fold: float = 0.03,
    start: float = 0.30,
    grow: float = 0.03,
    arc: tuple[float, float] = FULL,
    folds: int = 11,
    gloss: float = 0.1,
) -> Mesh:
    """Cloth from `start` above the hip joints down to `length` of the legs, wider by `flare` at the hem."""
    if fig.pose.lap:
        return _lap(fig, colour, length, grow + 0.3 * flare)
    if leaping(fig):
        gathered = _lap(fig, colour, min(length, 0.40), grow + 0.2 * flare)
        return join(gathered, bare_legs(fig, fig.face.skin, 0.2))
    frame, trunk = fig.bones.pelvis, fig.trunk(grow)
    rings = []
    for t in np.linspace(1, 0, 10):
        y = start - (start + length * fig.build.stride) * float(t)
        if y >= -0.05:
            g = fig.girth(trunk, frame, max(y, -0.12))
            rings.append(
                Ring(at=g.at, wide=g.wide + flare * t * t, deep=g.deep + flare * t * t, fold=fold * float(t))
            )
        else:
            rings.append(_round_legs(fig, y, grow + flare * float(t) ** 1.2 + 0.03, fold * float(t)))
    return frame.place(
        loft(
            rings,
            colour,
            gloss=gloss,
            folds=folds,
            arc=arc,
            thickness=0.02 if arc == FULL else 0.0,
            around=4 * folds + 8,
            between=3,
        )
    )


def _round_legs(fig: Figure, y: float, grow: float, fold: float) -> Ring:
    """An oval round both legs at height `y` of the pelvis."""
    frame, points = fig.bones.pelvis, []
    for s in SIDES:
        leg = fig.bones.legs[s]
        path = np.stack([(p - frame.at) @ frame.turn for p in (leg.hip, leg.knee, leg.ankle)])
        level = np.clip(-y, -path[0, 1], max(-path[1, 1], -path[2, 1]))
        points.append(
            [
                float(np.interp(level, -path[:, 1], path[:, k]))
                if path[2, 1] < path[1, 1]
                else float(path[1, k])
                for k in (0, 2)
            ]
        )
    p = np.array(points)
    low, high = p.min(0), p.max(0)
    r = fig.build.leg * 0.95 + grow
    cut = max(_level_cut(fig, s) for s in SIDES)
    wide = max((high[0] - low[0]) / 2 + r, fig.build.hips[0] + 0.7 * grow)
    return Ring(
        at=((low[0] + high[0]) / 2, y, (low[1] + high[1]) / 2),
        wide=wide,
        deep=(high[1] - low[1]) / 2 + r * cut + 0.03,
        fold=fold,
    )


def _level_cut(fig: Figure, side: int) -> float:
    """How much longer a level cut through a thigh is than one across it."""
    thigh = fig.bones.legs[side].knee - fig.bones.legs[side].hip
    return 1 / max(abs(float(thigh[1])) / float(np.linalg.norm(thigh) + 1e-6), 0.66)


def leaping(fig: Figure) -> bool:
    """Whether one knee is far before the other: a skirt is gathered up and lies on the thighs."""
    ahead = [float((fig.bones.legs[s].knee - fig.bones.pelvis.at)[2]) for s in SIDES]
    return abs(ahead[0] - ahead[1]) > 0.42 * fig.build.stride


def _lap(fig: Figure, colour: Colour, length: float, grow: float) -> Mesh:
    """A skirt on level thighs, hanging from the knees when it is long."""
    r = fig.build.leg + grow
    clay = fig.trunk(grow, colour)
    ends = []
    for s in SIDES:
        leg = fig.bones.legs[s]
        share = min(1.0, length * 2)
        knee = leg.hip + (leg.knee - leg.hip) * F(share)
        clay.limb(leg.hip, knee, r * 1.06, r, colour, blend=0.12)
        end = knee
        if length > 0.5:
            end = leg.knee + (leg.ankle - leg.knee) * F(min(1.0, length * 2 - 1))
            clay.limb(leg.knee, end, r, r * 1.08, colour, blend=0.10)
        ends.append((knee, end))
    (knee_l, end_l), (knee_r, end_r) = ends
    for a, b in ((knee_l, knee_r), (end_l, end_r), ((knee_l + end_l) / 2, (knee_r + end_r) / 2)):
        clay.limb(a, b, r * 0.7, r * 0.7, colour, blend=0.16)
    seat = (fig.bones.legs[1].hip + fig.bones.legs[-1].hip) / 2
    clay.limb(seat, (knee_l + knee_r) / 2, r * 0.9, r * 0.8, colour, blend=0.12)
    return fig.cut(fig.modelled(clay, gloss=0.08), Frame(fig.bones.pelvis.at, fig.bones.pelvis.turn), -9.0)


def buttons(
    fig: Figure,
    clay: Clay,
    places: list[tuple[float, float]],
    colour: Colour,
    size: float = 0.024,
    gloss: float = 0.3,
) -> Mesh:
    """Buttons on the front of the trunk at (x, y) from the root of the neck."""
    frame = fig.bones.chest
    out = frame.turn[:, 2]
    start = [[float(v) for v in frame.point(x, y, 0) + out * F(1.5)] for x, y in places]
    found, _ = clay.surface(start, [-float(v) for v in out])
    return join(
        *(
            ball((size, size, size * 0.5), colour=colour, gloss=gloss, steps=10).moved(*(float(v) for v in p))
            for p in found
        )
    )
