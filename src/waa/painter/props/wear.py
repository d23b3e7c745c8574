"""What people and animals wear: hats, glasses, scarves, bags for the back.

Every one has its fitting point at the origin; the anchor `fit` says how wide it is there, so that the planner can
bring a hat's head, not its brim, to the width of a skull. In metres, for a head 19 cm wide.
"""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, shift
from waa.painter.props import hats
from waa.painter.shapes import rounded, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, mirrored, torus, tube
from waa.painter.solid.model import Anchor, Model

HEAD = 0.19  # metres


def worn(mesh: Mesh, width: float = 1.0, glass: Mesh | None = None) -> Model:
    """A thing made for a head (or a neck, or a back) one wide, in metres."""
    size = HEAD / width
    grip = (
        float(mesh.high[0] * 0.5 * size),
        float(mesh.low[1] + 0.3 * mesh.size[1]) * size,
        float(mesh.high[2] * 0.8 * size),
    )
    return Model(mesh=mesh.scaled(size), glass=None if glass is None else glass.scaled(size),
                 anchors={"fit": Anchor(at=(0, 0, 0), size=HEAD), "grip": Anchor(at=grip)})  # fmt: skip


_COLOURS = {"top_hat": "#2b2a31", "cap": "#dd4b3e", "beret": "#b03a3a", "santa_hat": "#d3372f", "wizard_hat": "#34418f",
            "crown": hats.GOLD, "flower_crown": "#f29ab4"}  # fmt: skip


@draws("top_hat", "cap", "beret", "santa_hat", "wizard_hat", "crown", "flower_crown", yaw=-22)
def hat(look: Look) -> Model:
    return worn(hats.HATS[look.concept](look.tint(_COLOURS.get(look.concept, "#dd4b3e"))))


@draws("helmet", yaw=-28)
def helmet(look: Look) -> Model:
    """For scooters and bicycles, its visor up."""
    pane = visor_glass()
    return worn(hats.scooter_helmet(look.tint("#ecebe6")), glass=pane)


def visor_glass() -> Mesh:
    """The clear front of a helmet: a part of a ball."""
    shell = ball((0.60, 0.50, 0.64), (0, -0.06, -0.02), "#66758a", 0.9, steps=30).finished(glow=0.3)
    v = shell.vertices[shell.faces].mean(1)
    return shell.kept((v[:, 2] > 0.24) & (v[:, 1] < 0.10) & (v[:, 1] > -0.34))


@draws("glasses", yaw=-18)
def glasses(look: Look) -> Model:
    frame, panes = spectacles(look.tint("#33302f"))
    return worn(frame, glass=panes)


@draws("sunglasses", yaw=-18)
def sunglasses(look: Look) -> Model:
    frame, panes = spectacles(look.tint("#232327"), dark=True)
    return worn(join(frame, panes))


def spectacles(colour: Colour, *, dark: bool = False, thick: float = 1.0) -> tuple[Mesh, Mesh]:
    """(frame, panes) one wide, the bridge of the nose at the origin, the bows going back.

    `thick` scales the wire.
    """
    rim = rounded(-0.19, -0.155, 0.38, 0.33 if not dark else 0.30, 0.15 if not dark else 0.11, steps=7)
    closed = np.column_stack([np.vstack([rim, rim[:2]]), np.zeros(len(rim) + 2)])
    closed[:, 2] -= 0.10 * (closed[:, 0] / 0.19) ** 2 * 0.25
    one = tube(closed, (0.026 if not dark else 0.032) * thick, colour, 0.4, steps=10, caps=False).moved(
        0.255, 0, 0
    )
    bow = tube(
        smooth(
            [(0.455, 0.06, -0.02), (0.485, 0.06, -0.10), (0.495, 0.05, -0.42), (0.49, -0.02, -0.56)],
            closed=False,
            steps=5,
        ),
        0.020 * thick,
        colour,
        0.35,
        steps=8,
    )
    bridge = tube(
        [(-0.075, 0.045, 0.0), (0, 0.075, 0.018), (0.075, 0.045, 0.0)], 0.022 * thick, colour, 0.4, steps=8
    )
    pane = extrude(rim, 0.014, "#26272e" if dark else "#dcebf5", 0.9)
    pane = pane.finished(gloss=0.45) if dark else pane
    return join(mirrored(join(one, bow)), bridge), mirrored(pane.moved(0.255, 0, -0.006))


@draws("scarf", yaw=-16)
def scarf(look: Look) -> Model:
    """Wound round once, one end hanging in front."""
    return worn(wound_scarf(look.tint("#c8433c")))


def wound_scarf(colour: Colour) -> Mesh:
    """One wide outside, the middle of the neck at the origin."""
    clay = Clay(0.05)
    for k in range(18):
        a = 2 * math.pi * k / 18
        b = 2 * math.pi * (k + 1) / 18
        y = [0.05 - 0.07 * math.cos(t) + 0.03 * math.sin(2 * t) for t in (a, b)]
        clay.limb(
            (0.36 * math.sin(a), y[0], 0.34 * math.cos(a)),
            (0.36 * math.sin(b), y[1], 0.34 * math.cos(b)),
            0.135,
            0.135,
            colour,
        )
    clay.ball((0.17, -0.06, 0.40), (0.13, 0.12, 0.10), colour, blend=0.03)
    for x, z in ((0.15, 0.43), (0.24, 0.40)):
        clay.limb((x, -0.10, z), (x + 0.05, -0.62, z + 0.04), 0.080, 0.088, colour, blend=0.04)
    knit = clay.mesh(44, gloss=0.05)
    light = mix(colour, "#fff4e2", 0.72)

    def striped(v: Array, n: Array, c: Array) -> Array:
        end = (v[:, 1] < -0.40) & (v[:, 1] > -0.52)
        return np.where(end[:, None], light, c).astype(np.float32)

    fringe = [
        tube(
            [(0.16 + 0.032 * k, -0.64, 0.455), (0.165 + 0.034 * k, -0.78, 0.47)],
            0.014,
            shift(colour, 0, 1, 0.9),
            steps=6,
        )
        for k in range(6)
    ]
    return join(knit.painted(striped), *fringe)


@draws("bow_tie", yaw=-10)
def bow_tie(look: Look) -> Model:
    """On a narrow band round the neck, the bow in front."""
    colour = look.tint("#c8333a")
    band = torus(0.47, 0.035, shift(colour, 0, 1, 0.8), 0.2)
    return worn(join(band, bow(colour, 0.42).moved(0, -0.03, 0.50)))


def bow(colour: Colour, half: float) -> Mesh:
    """A tied bow, `half` its half width, its knot at the origin."""
    clay = Clay(0.04 * half / 0.42)
    for s in (1, -1):
        clay.limb(
            (s * 0.12 * half, 0, 0), (s * 0.78 * half, 0, -0.05 * half), 0.14 * half, 0.40 * half, colour
        )
    clay.ball(
        (0, 0, 0.36 * half), (1.3 * half, 0.9 * half, 0.22 * half), colour, blend=0.03 * half, carves=True
    )
    clay.ball(
        (0, 0, -0.42 * half), (1.3 * half, 0.9 * half, 0.26 * half), colour, blend=0.03 * half, carves=True
    )
    knot = ball(
        (0.17 * half, 0.20 * half, 0.17 * half), (0, 0, 0), shift(colour, 0, 1.03, 0.86), 0.2, steps=12
    )
    return join(clay.mesh(34, gloss=0.25), knot)


@draws("headphones", yaw=-24)
def headphones(look: Look) -> Model:
    return worn(ear_cups(look.tint("#ece8e1")))


def ear_cups(colour: Colour) -> Mesh:
    """Headphones one wide; the origin lies where a hat sits, the arch above it, the cups at the ears below."""
    dark = "#2c2c33"
    t = np.linspace(-1.42, 1.42, 29)
    arch = np.stack([0.57 * np.sin(t * 1.2), -0.12 + 0.58 * np.cos(t * 1.2), np.zeros_like(t)], -1)
    pad = tube(arch[8:-8] * np.array([0.95, 0.97, 1]), 0.055, dark, 0.15, steps=12)
    cup = join(
        cylinder(0.215, 0.13, colour, 0.45, bevel=0.05, steps=32),
        torus(0.155, 0.072, dark, 0.12).moved(0, -0.03, 0),
        cylinder(0.10, 0.02, shift(colour, 0, 1, 0.82), 0.5, steps=24).moved(0, 0.125, 0),
    )
    sides = [cup.turned(0, 0, -s * 90).moved(s * 0.50, -0.31, 0.02) for s in (1, -1)]
    return join(tube(arch, 0.042, colour, 0.4, steps=14), pad, *sides)


@draws("backpack", yaw=-28)
def backpack(look: Look) -> Model:
    """Its pocket in front; the middle of the side that lies on the back is the fitting point."""
    model = worn(rucksack(look.tint("#3f7fc4")))
    bottom = float(model.mesh.low[1])
    return Model(mesh=model.mesh, anchors={**model.anchors, "grip": Anchor(at=(0, bottom * -0.9, 0.03))})


def rucksack(colour: Colour) -> Mesh:
    """One wide, standing round the origin, worn with its back to -z."""
    dark, light = shift(colour, 0, 1.03, 0.78), mix(colour, "#ffffff", 0.25)
    clay = Clay(0.10)
    clay.ball((0, -0.05, 0.20), (0.46, 0.60, 0.22), colour).ball((0, -0.35, 0.20), (0.47, 0.34, 0.24), colour)
    clay.ball((0, -0.24, 0.42), (0.33, 0.25, 0.12), light, blend=0.03)
    body = clay.mesh(36, gloss=0.1)
    zips = [
        tube(
            [(0.34 * math.sin(a), -0.16 + 0.10 * math.cos(a), 0.50) for a in np.linspace(-1.2, 1.2, 11)],
            0.016,
            "#f0d28a",
            0.4,
            steps=6,
        ),
        tube(
            [(0.40 * math.sin(a), 0.02 + 0.46 * math.cos(a), 0.31) for a in np.linspace(-1.4, 1.4, 15)],
            0.016,
            "#f0d28a",
            0.4,
            steps=6,
        ),
    ]
    handle = tube(
        [(-0.10, 0.52, 0.16), (-0.09, 0.66, 0.16), (0.09, 0.66, 0.16), (0.10, 0.52, 0.16)],
        0.030,
        dark,
        steps=8,
    )
    pockets = mirrored(ball((0.11, 0.24, 0.17), (0.44, -0.36, 0.20), dark, steps=14))
    return join(
        body, *zips, handle, pockets, box(0.16, 0.09, 0.03, "#f6efe2", bevel=0.01).moved(0, -0.32, 0.53)
    )
