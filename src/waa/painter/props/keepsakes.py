"""Things people give and keep: books, a present, a teddy bear, a treasure chest."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix, shift
from waa.painter.props.cosmetics import metal
from waa.painter.props.furniture import wooden
from waa.painter.shapes import bezier
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, mirrored, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model


def _book(width: float, height: float, thick: float, cover: Colour) -> Mesh:
    """A closed book lying flat: cover, pages, spine bands."""
    pages = box(width * 0.95, thick * 0.72, height * 0.95, "#f6eedb", 0.05, bevel=0.002).moved(
        0.004, thick * 0.14, 0
    )
    boards = join(
        *(
            box(width, thick * 0.15, height, cover, 0.25, bevel=thick * 0.05).moved(0, y, 0)
            for y in (0, thick * 0.85)
        )
    )
    spine = box(thick * 0.3, thick, height, shift(cover, 0, 1, 0.88), 0.25, bevel=thick * 0.12).moved(
        -width / 2 + thick * 0.1, 0, 0
    )
    bands = [
        box(thick * 0.34, thick * 1.01, height * 0.02, "#e5c06a", 0.5, bevel=0.0006).moved(
            -width / 2 + thick * 0.09, 0, z * height
        )
        for z in (-0.32, 0.32)
    ]
    return join(pages, boards, spine, *bands)


@draws("book", yaw=-18)
def book(look: Look) -> Model:
    """Open, as somebody reads it; its grip is the spine."""
    cover = look.tint("#a8433a")
    halves = []
    for s in (-1, 1):
        curve = np.array(bezier((0, 0.006), (s * 0.035, 0.030), (s * 0.085, 0.022), (s * 0.135, 0.010), 16))
        thick = np.vstack([curve, (curve - (0, 0.012))[::-1]])
        halves.append(extrude(thick if s > 0 else thick[::-1], 0.20, "#faf4e4", 0.06))
        lines = [
            box(0.088, 0.0006, 0.0035, "#9a8f80", 0.05, bevel=0.0002)
            .turned(0, 0, -s * 3)
            .moved(s * 0.074, 0.0232, -0.075 + 0.018 * k)
            for k in range(9)
        ]
        halves += lines
        halves.append(
            box(0.142, 0.004, 0.212, cover, 0.25, bevel=0.0015)
            .turned(0, 0, s * 1.5)
            .moved(s * 0.070, -0.008, 0)
        )
    ribbon = tube(
        [(0, 0.010, -0.08), (0.002, 0.012, 0.10), (0.006, -0.004, 0.128)], 0.0022, "#d9a441", 0.3, steps=6
    )
    flat = join(*halves, ribbon).moved(0, 0.010, 0)
    # Tilted towards a reader: the pages look up and forward.
    return Model(
        mesh=flat.turned(0, 52, 0).moved(0, 0.085, 0), anchors={"grip": Anchor(at=(0, 0.06, 0))}
    ).grounded()


@draws("book_stack", yaw=-24)
def book_stack(look: Look) -> Model:
    """Five books, none quite straight."""
    rng = look.rng("stack")
    colours: list[Colour] = (
        ["#3f6f8f", "#b5493d", "#d9a441", "#4f7d5a", "#7a4f86"]
        if look.colour is None
        else [look.tint("#a8433a")] * 5
    )
    y, parts = 0.0, []
    for k, colour in enumerate(colours):
        thick = float(rng.uniform(0.026, 0.042))
        parts.append(
            _book(0.17 - 0.008 * k, 0.235 - 0.010 * k, thick, colour)
            .turned(float(rng.uniform(-14, 14)))
            .moved(0, y, 0)
        )
        y += thick
    return Model(mesh=join(*parts), anchors={"top": Anchor(at=(0, y, 0), size=0.15)})


@draws("gift", yaw=-30)
def gift(look: Look) -> Model:
    """A wrapped box with a ribbon and a full bow."""
    paper = look.tint("#d8453f")
    ribbon = "#f6d98a" if look.colour not in ("gold", "yellow") else "#c73a3a"
    carton = box(0.24, 0.18, 0.24, paper, 0.35, bevel=0.010)
    lid = box(0.254, 0.052, 0.254, mix(paper, "#ffffff", 0.08), 0.35, bevel=0.010).moved(0, 0.150, 0)
    bands = join(
        box(0.044, 0.206, 0.2575, ribbon, 0.5, bevel=0.006),
        box(0.2575, 0.206, 0.044, ribbon, 0.5, bevel=0.006),
    )
    loops = []
    for a in (35, 145, 215, 325):
        loop = (
            torus(0.036, 0.013, ribbon, 0.5, steps=32)
            .scaled(1.25, 1.5, 0.62)
            .turned(0, 0, 34)
            .moved(0.046, 0.226, 0)
        )
        loops.append(loop.turned(a))
    tails = [
        tube(
            bezier(
                (0, 0.212, 0), (s * 0.05, 0.214, 0.04), (s * 0.07, 0.206, 0.07), (s * 0.085, 0.200, 0.105), 12
            ),
            0.010,
            ribbon,
            0.5,
        )
        for s in (-1, 1)
    ]
    return Model(
        mesh=join(
            carton, lid, bands, *loops, *tails, ball((0.022, 0.020, 0.022), (0, 0.222, 0), ribbon, 0.5)
        ),
        anchors={"grip": Anchor(at=(0, 0.1, 0)), "top": Anchor(at=(0, 0.20, 0), size=0.2)},
    )


@draws("teddy_bear", yaw=-14)
def teddy_bear(look: Look) -> Model:
    """A sitting bear of plush with a bow."""
    plush = look.tint("#b98452")
    light = mix(plush, "#fff0d8", 0.55)
    clay = Clay(0.03)
    clay.ball((0, 0.115, 0), (0.092, 0.105, 0.078), plush).ball(
        (0, 0.105, 0.040), (0.060, 0.072, 0.046), light, blend=0.015
    )
    clay.ball((0, 0.262, 0.010), (0.092, 0.082, 0.078), plush, blend=0.02).ball(
        (0, 0.240, 0.080), (0.042, 0.034, 0.030), light, blend=0.012
    )
    for s in (-1, 1):
        clay.ball((s * 0.070, 0.328, 0.0), (0.036, 0.036, 0.022), plush, blend=0.012).ball(
            (s * 0.070, 0.328, 0.016), (0.020, 0.020, 0.012), light, blend=0.006
        )
        clay.limb((s * 0.078, 0.165, 0.015), (s * 0.112, 0.085, 0.062), 0.036, 0.032, plush, blend=0.02)
        clay.limb((s * 0.060, 0.045, 0.030), (s * 0.098, 0.038, 0.125), 0.046, 0.042, plush, blend=0.02).ball(
            (s * 0.101, 0.038, 0.158), (0.030, 0.032, 0.014), light, blend=0.006
        )
    body = clay.mesh(72, gloss=0.06)
    parts = [body]
    for s in (-1, 1):
        at = clay.surface([(s * 0.034, 0.278, 0.3)], (0, 0, -1))[0][0]
        parts += [
            ball((0.0105, 0.012, 0.007), at, "#231815", 0.95, steps=16),
            ball(0.003, at + (-0.003, 0.005, 0.006), "#ffffff", 0.2, steps=8).finished(glow=0.5),
        ]
    nose = clay.surface([(0, 0.252, 0.3)], (0, 0, -1))[0][0]
    parts += [
        ball((0.014, 0.010, 0.008), nose, "#3a2620", 0.8, steps=16),
        tube(
            clay.surface([(0, y, 0.3) for y in (0.246, 0.236, 0.228)], (0, 0, -1))[0],
            0.0022,
            "#4a322a",
            0.1,
            steps=6,
        ),
    ]
    smile = clay.surface(
        [(x, 0.228 - 0.010 * (1 - (x / 0.02) ** 2), 0.3) for x in np.linspace(-0.02, 0.02, 9)], (0, 0, -1)
    )[0]
    parts.append(tube(smile, 0.0022, "#4a322a", 0.1, steps=6))
    bow = (
        mirrored(ball((0.030, 0.020, 0.012), (0.030, 0.188, 0.076), "#d8453f", 0.3)),
        ball((0.012, 0.012, 0.012), (0, 0.188, 0.080), "#b8332f", 0.3),
    )
    return Model(
        mesh=join(*parts, *bow),
        anchors={
            "grip": Anchor(at=(0, 0.16, 0)),
            "head": Anchor(at=(0, 0.335, 0.01), size=0.16),
            "neck": Anchor(at=(0, 0.185, 0.02), size=0.13),
            "hands": Anchor(at=(0, 0.12, 0.13), size=0.12),
            "eyes": Anchor(at=(0, 0.278, 0.085), size=0.13),
        },
    )


@draws("treasure_chest", yaw=-26)
def treasure_chest(look: Look) -> Model:
    """Open, heaped with gold."""
    wood = look.tint("#8a5530")
    base = wooden(box(0.62, 0.30, 0.40, wood, 0.2, bevel=0.015))
    half = np.array([(math.cos(t) * 0.20, math.sin(t) * 0.16) for t in np.linspace(0, math.pi, 20)])
    lid = (
        wooden(extrude(half, 0.62, wood, 0.2).turned(90))
        .moved(0, 0, 0.20)
        .turned(0, -72, 0)
        .moved(0, 0.30, -0.20)
    )
    bands = [
        box(0.05, 0.305, 0.406, "#d9aa4a", 0.5, bevel=0.006).moved(x, 0, 0).finished(metal=0.9)
        for x in (-0.25, 0.25)
    ]
    lock = metal(box(0.09, 0.09, 0.02, bevel=0.012).moved(0, 0.205, 0.205))
    rng = look.rng("coins")
    coins = []
    for _ in range(70):
        x, z = rng.uniform(-0.26, 0.26), rng.uniform(-0.15, 0.16)
        y = 0.285 + 0.10 * math.exp(-((x / 0.2) ** 2) - ((z / 0.14) ** 2)) + rng.uniform(-0.01, 0.012)
        coin = cylinder(0.034, 0.008, "#f2c14e", 0.7, bevel=0.002, steps=20).finished(metal=0.85)
        coins.append(
            coin.turned(rng.uniform(0, 360), rng.uniform(-38, 38), rng.uniform(-38, 38)).moved(x, y, z)
        )
    gems = [
        ball(0.022, (x, 0.375, z), colour, 1.0, steps=10)
        for x, z, colour in ((-0.10, 0.10, "#d8353f"), (0.12, 0.05, "#2f7fd8"), (0.02, 0.12, "#2fae6a"))
    ]
    return Model(
        mesh=join(base, lid, *bands, lock, *coins, *gems),
        anchors={"inside": Anchor(at=(0, 0.33, 0), size=0.4)},
        lamps=(Lamp(at=(0, 0.38, 0.1), radius=0.4, colour="#ffd76a", strength=0.5),),
    )
