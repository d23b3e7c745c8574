"""Papers, cups, parcels and flags that people carry at their work."""

from __future__ import annotations

import numpy as np

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.colour import Array, F, mix, shift
from waa.painter.rigs.people.carried import grip, rod, upright
from waa.painter.rigs.people.figure import Figure, piece
from waa.painter.rigs.people.skeleton import SIDES, Frame
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, torus, tube


@piece("scroll")
def scroll(fig: Figure, colour: Array) -> Mesh:
    """A rolled paper with a red ribbon."""
    roll = lathe(
        [(0, -0.26), (0.055, -0.26), (0.055, 0.26), (0.035, 0.26), (0.03, 0.22), (0, 0.22)],
        colour,
        0.1,
        steps=20,
    )
    ribbon = torus(0.058, 0.014, "#d9413d", 0.2, steps=20)
    return upright(fig, join(roll, ribbon).moved(0, 0.08, 0), pitch=24, roll=-16)


@piece("cup")
def cup(fig: Figure, colour: Array) -> Mesh:
    """A cup of coffee with a heart of foam."""
    bowl = lathe(
        [(0, -0.06), (0.075, -0.06), (0.115, 0.03), (0.125, 0.09), (0.113, 0.09), (0.105, 0.06), (0, 0.06)],
        colour,
        0.5,
        steps=28,
    )
    coffee = cylinder(0.107, 0.012, "#8a5530", 0.3, steps=24).moved(0, 0.066, 0)
    foam = join(*(ball((0.034, 0.008, 0.034), (s * 0.024, 0.080, 0.012), "#f6e4c8", steps=10) for s in SIDES))
    handle = torus(0.045, 0.014, colour, 0.5, steps=16).turned(0, 90, 0).moved(0.145, 0.015, 0)
    return upright(fig, join(bowl, coffee, foam, handle).moved(0, 0.04, 0.03))


@piece("parcel")
def parcel(fig: Figure, colour: Array) -> Mesh:
    """A box in both arms, taped."""
    at = (grip(fig, 1) + grip(fig, -1)) / F(2) + fig.bones.chest.turn[:, 2] * F(0.13)
    tape = shift(colour, 0, 0.7, 1.18)
    carton = join(
        box(0.50, 0.36, 0.34, colour, 0.06, bevel=0.015),
        box(0.10, 0.365, 0.345, tape, 0.2, bevel=0.01).moved(0, -0.002, 0),
        box(0.15, 0.09, 0.01, "#fbf8f0", 0.1, bevel=0.003).moved(0.14, 0.20, 0.172),
    )
    return Frame(at.astype(F), fig.bones.chest.turn).place(carton.moved(0, -0.10, 0))


@piece("letter")
def letter(fig: Figure, colour: Array) -> Mesh:
    envelope = join(
        box(0.30, 0.20, 0.02, colour, 0.1, bevel=0.006),
        tube(
            [(-0.14, 0.19, 0.012), (0, 0.09, 0.014), (0.14, 0.19, 0.012)],
            0.007,
            mix(colour, "#9a8f80", 0.4),
            steps=6,
        ),
        ball((0.026, 0.026, 0.012), (0, 0.095, 0.016), "#d9413d", 0.2, steps=10),
    )
    return upright(fig, envelope, yaw=8, roll=-8)


@piece("flag")
def flag(fig: Figure, colour: Array) -> Mesh:
    """A guide's little flag on a stick."""
    cloth = leaf(
        [(0.02, 0.70, 0), (0.22, 0.68, 0.05), (0.44, 0.70, 0.0)],
        (0, 0, 1),
        0.28,
        0.015,
        colour,
        outline=(1, 1, 1, 1, 1, 1, 1),
        steps=10,
        across=7,
    )
    return upright(fig, join(rod(1.0, -0.18, 0.018, "#f3ead2"), cloth))


@piece("brush")
def brush(fig: Figure, colour: Array) -> Mesh:
    """For ink: a bamboo stick with a pointed tip, held tip down."""
    tip = lathe(
        [(0, -0.34), (0.012, -0.30), (0.036, -0.22), (0.030, -0.16), (0, -0.16)], "#2b2a2e", 0.1, steps=14
    )
    return upright(fig, join(rod(0.62, -0.17, 0.024, colour), tip), pitch=-10)


@piece("fan")
def fan(fig: Figure, colour: Array) -> Mesh:
    """A folding fan, open."""
    ribs: list[Mesh] = []
    for a in np.radians(np.linspace(-62, 62, 13)):
        way = np.array([np.sin(a), np.cos(a), 0.0])
        ribs.append(
            leaf(
                [way * 0.06, way * 0.26, way * 0.44],
                (0, 0, 1),
                0.11,
                0.012,
                colour if len(ribs) % 2 else mix(colour, "#ffffff", 0.22),
                outline=(0.25, 0.55, 0.8, 1, 1),
                steps=5,
                across=5,
            )
        )
    return upright(fig, join(*ribs, ball(0.026, (0, 0.03, 0.01), "#8a5a38", steps=8)), pitch=8, roll=14)


@piece("racket")
def racket(fig: Figure, colour: Array) -> Mesh:
    """For tennis and its cousins."""
    head = torus(0.20, 0.024, colour, 0.3, steps=32).turned(0, 90, 0).scaled(1, 1.2, 1).moved(0, 0.60, 0)
    strings = [
        tube([(x, 0.60 - h, 0), (x, 0.60 + h, 0)], 0.005, "#f7f5ef", steps=5)
        for x in np.linspace(-0.15, 0.15, 7)
        for h in (0.235 * float(np.sqrt(max(0.05, 1 - (x / 0.2) ** 2))),)
    ] + [
        tube([(-w, y, 0), (w, y, 0)], 0.005, "#f7f5ef", steps=5)
        for y in np.linspace(0.42, 0.78, 8)
        for w in (0.195 * float(np.sqrt(max(0.05, 1 - ((y - 0.60) / 0.24) ** 2))),)
    ]
    return upright(fig, join(rod(0.52, -0.14, 0.026, "#4b3a30"), head, *strings), pitch=16, roll=12)


@piece("club")
def club(fig: Figure, colour: Array) -> Mesh:
    """A golfer's, or a bat: a stick with a heavy end."""
    foot = ball((0.075, 0.045, 0.05), (0.03, -0.80, 0.02), colour, 0.5, steps=12).finished(metal=0.5)
    return upright(fig, join(rod(1.05, -0.82, 0.018, "#8d939c", 0.5), foot), pitch=-20, roll=10)


@piece("bat")
def bat(fig: Figure, colour: Array) -> Mesh:
    wood = lathe(
        [
            (0, -0.16),
            (0.04, -0.16),
            (0.04, -0.13),
            (0.024, -0.11),
            (0.026, 0.10),
            (0.06, 0.50),
            (0.062, 0.74),
            (0.04, 0.80),
            (0, 0.81),
        ],
        colour,
        0.3,
        steps=20,
    )
    return upright(fig, wood, pitch=-28, roll=14)


@piece("bow")
def bow(fig: Figure, colour: Array) -> Mesh:
    """An archer's, in the left hand, and its string."""
    stave = tube(
        [(0, -0.62, -0.22), (0, -0.36, 0.03), (0, 0, 0.06), (0, 0.36, 0.03), (0, 0.62, -0.22)],
        [0.014, 0.026, 0.03, 0.026, 0.014],
        colour,
        0.3,
        steps=10,
    )
    string = tube([(0, -0.62, -0.22), (0, 0, -0.24), (0, 0.62, -0.22)], 0.006, "#f3ead2", steps=6)
    return upright(fig, join(stave, string), side=1)


@piece("pom_poms")
def pom_poms(fig: Figure, colour: Array) -> Mesh:
    """A cheerleader's, in both hands."""
    rng = np.random.default_rng(5)
    tufts = []
    for side in SIDES:
        at = grip(fig, side)
        for k in range(26):
            y = 1 - 2 * (k + 0.5) / 26
            r, turn = float(np.sqrt(1 - y * y)), 2.39996 * k
            way = np.array([r * np.sin(turn), y, r * np.cos(turn)])
            tone = colour if k % 3 else mix(colour, "#ffffff", 0.7)
            end = at + way.astype(F) * F(rng.uniform(0.20, 0.25))
            tufts.append(
                tube(np.stack([at, (at + end) / F(2), end]), [0.02, 0.045, 0.03], tone, 0.15, steps=6)
            )
    return join(*tufts)


@piece("boxing_gloves")
def boxing_gloves(fig: Figure, colour: Array) -> Mesh:
    parts = []
    for side in SIDES:
        hand = fig.bones.arms[side].hand
        glove = join(
            ball((0.135, 0.155, 0.15), (0, -0.13, 0.02), colour, 0.4, steps=18),
            ball((0.06, 0.085, 0.06), (-0.06 * side, -0.08, 0.13), colour, 0.4, steps=12),
            lathe([(0.09, -0.03), (0.105, -0.02), (0.105, 0.06), (0.09, 0.07)], "#f7f5ef", 0.2, steps=20),
        )
        parts.append(hand.place(glove))
    return join(*parts)


@piece("barbell")
def barbell(fig: Figure, colour: Array) -> Mesh:
    """Over the head, in both hands."""
    left, right = grip(fig, 1), grip(fig, -1)
    middle = (left + right) / F(2)
    bar = tube([(-0.95, 0, 0), (0, 0.01, 0), (0.95, 0, 0)], 0.022, "#c9ced6", 0.6, steps=10).finished(
        metal=0.5
    )
    plates = [
        cylinder(r, 0.07, tone, 0.2, steps=28).turned(0, 0, 90).moved(x, 0, 0)
        for s in SIDES
        for r, tone, x in (
            (0.27, colour, s * 0.74 + 0.035),
            (0.20, mix(colour, "#d9433c", 0.7), s * 0.83 + 0.035),
        )
    ]
    return Frame(middle.astype(F), fig.bones.chest.turn).place(join(bar, *plates))


@piece("baton")
def baton(fig: Figure, colour: Array) -> Mesh:
    return upright(fig, rod(0.56, -0.06, 0.012, colour), pitch=24, roll=14)


@piece("cudgel")
def cudgel(fig: Figure, colour: Array) -> Mesh:
    """The Monkey King's: red, with golden ends."""
    ends = [
        cylinder(0.046, 0.20, "#e8b64c", 0.5, steps=16).moved(0, y, 0).finished(metal=0.5)
        for y in (-0.78, 0.90)
    ]
    return upright(fig, join(rod(1.86, -0.78, 0.036, colour, 0.4), *ends), roll=6)


@piece("glaive")
def glaive(fig: Figure, colour: Array) -> Mesh:
    """The Green Dragon blade on a long pole."""
    foot = -float(grip(fig)[1])
    blade = leaf(
        [(0, 0.82, 0.02), (0.05, 1.10, 0.03), (0.16, 1.42, 0.02)],
        (0, 0, 1),
        0.24,
        0.03,
        colour,
        outline=(0.4, 0.8, 1, 1, 0.85, 0.5, 0.1),
        gloss=0.6,
        steps=12,
        across=9,
    ).finished(metal=0.5)
    collar = ball((0.06, 0.07, 0.06), (0, 0.82, 0), "#e8b64c", 0.5, steps=12).finished(metal=0.5)
    return upright(fig, join(rod(0.84 - foot * 0.97, foot * 0.97, 0.032, "#7a2f2a"), blade, collar))


@piece("ingot")
def ingot(fig: Figure, colour: Array) -> Mesh:
    """Of gold, in both hands."""
    at = (grip(fig, 1) + grip(fig, -1)) / F(2) + fig.bones.chest.turn[:, 2] * F(0.08)
    boat = join(
        ball((0.24, 0.085, 0.13), (0, 0.0, 0), colour, 0.6, steps=22),
        ball((0.11, 0.11, 0.10), (0, 0.055, 0), colour, 0.6, steps=18),
        *(ball((0.075, 0.085, 0.09), (s * 0.19, 0.05, 0), colour, 0.6, steps=14) for s in SIDES),
    ).finished(metal=0.6)
    return Frame(at.astype(F), fig.bones.chest.turn).place(boat.moved(0, 0.06, 0.04))


@piece("umbrella")
def umbrella(fig: Figure, colour: Array) -> Mesh | None:
    """Open, over the head."""
    model = cast.build("umbrella", Look(concept="umbrella"))
    if model is None:
        return None
    size = 1.25 * fig.build.heads / fig.build.metres

    def dyed(v: Array, n: Array, c: Array) -> Array:
        """The red cloth in the colour asked for, its gores as they were shaded."""
        shade = c.max(1, keepdims=True) / F(0.85)
        return np.where(c[:, :1] - c[:, 2:] > 0.2, shade * colour, c).astype(F)

    cloth = model.mesh.painted(dyed)
    return upright(fig, cloth.moved(0, -0.14, 0).scaled(size), roll=-9, pitch=-4)
