"""What a role carries in hands that are free.

Right hand unless said otherwise; the frame of a hand has its palm below the origin.
"""

from __future__ import annotations

import math

import numpy as np

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.rigs.people.figure import Figure, piece
from waa.painter.rigs.people.skeleton import LEFT, RIGHT, Frame
from waa.painter.shapes import smooth, star
from waa.painter.solid.mesh import Mesh, ball, box, extrude, join, lathe, rotation, torus, tube

WOOD = "#a9743f"
STEEL = "#c3c9d2"


def grip(fig: Figure, side: int = RIGHT) -> Array:
    return fig.bones.arms[side].hand.point(-0.02 * side, -0.12 * fig.build.hand, 0.01)


def upright(
    fig: Figure, mesh: Mesh, side: int = RIGHT, *, yaw: float = 0, pitch: float = 0, roll: float = 0
) -> Mesh:
    """A thing made round its grip, held as it stands (not turned with the hand)."""
    return Frame(grip(fig, side), rotation(yaw, pitch, roll)).place(mesh)


def borrowed(name: str, fig: Figure, height: float, **look: str) -> Mesh | None:
    """The cast's own model of a thing, `height` head heights tall, its middle at the origin; None when nobody draws it."""
    model = cast.build(name, Look(concept=name, **look))  # type: ignore[arg-type]
    if model is None:
        return None
    mesh = model.mesh.scaled(height / model.height)
    middle = (mesh.low + mesh.high) / F(2)
    return mesh.moved(*(float(-v) for v in middle))


def rod(long: float, low: float, radius: float, colour: Colour, gloss: float = 0.2) -> Mesh:
    """A stick along y from `low` below the grip."""
    return tube([(0, low, 0), (0, low + long * 0.5, 0), (0, low + long, 0)], radius, colour, gloss, steps=12)


@piece("staff")
def staff(fig: Figure, colour: Array) -> Mesh:
    """A wizard's, a crystal in its crook."""
    foot = -float(grip(fig)[1])
    hook = tube(
        smooth(
            [(0, 1.0, 0), (0.02, 1.16, 0), (0.14, 1.22, 0), (0.17, 1.09, 0), (0.09, 1.04, 0)],
            closed=False,
            steps=4,
        ),
        0.036,
        WOOD,
        steps=10,
    )
    stone = ball((0.075, 0.095, 0.075), (0.075, 1.12, 0.02), colour, 0.8, steps=12).finished(glow=0.5)
    return upright(fig, join(rod(1.0 - foot * 0.96, foot * 0.96, 0.036, WOOD), hook, stone))


@piece("shepherd_hoe")
def hoe(fig: Figure, colour: Array) -> Mesh:
    foot = -float(grip(fig)[1])
    blade = (
        box(0.30, 0.26, 0.035, STEEL, 0.5, bevel=0.012)
        .finished(metal=0.5)
        .turned(0, 96, 0)
        .moved(0, 0.90, 0.02)
    )
    return upright(fig, join(rod(0.95 - foot * 0.97, foot * 0.97, 0.030, WOOD), blade))


@piece("fishing_rod")
def fishing_rod(fig: Figure, colour: Array) -> Mesh:
    pole = tube(
        smooth([(0, -0.25, -0.12), (0, 0.35, 0.14), (0, 1.10, 0.52), (0, 1.50, 0.86)], closed=False, steps=5),
        [float(r) for r in np.linspace(0.036, 0.010, 16)],
        "#7d5a36",
        0.3,
        steps=10,
    )
    line = tube([(0, 1.50, 0.86), (0, 0.9, 0.93), (0, 0.25, 0.95)], 0.005, "#f4f1e8", steps=5)
    float_ = join(
        ball((0.045, 0.055, 0.045), (0, 0.22, 0.95), "#e2453c", 0.4, steps=10),
        ball((0.046, 0.03, 0.046), (0, 0.195, 0.95), "#ffffff", 0.4, steps=10),
    )
    reel = torus(0.06, 0.026, "#3a3d44", 0.4, steps=18).turned(0, 0, 90).moved(0.06, 0.08, 0.03)
    return upright(fig, join(pole, line, float_, reel), yaw=-18, roll=-4)


@piece("wand")
def wand(fig: Figure, colour: Array) -> Mesh:
    tip = extrude(star(0, 0.52, 0.15, 0.068)[:, :2] * (1, 1), 0.05, colour, 0.4).finished(glow=0.5)
    return upright(fig, join(rod(0.60, -0.14, 0.018, "#fbf3df", 0.4), tip), pitch=14, roll=8)


@piece("sceptre")
def sceptre(fig: Figure, colour: Array) -> Mesh:
    gold = join(
        rod(1.0, -0.42, 0.028, colour, 0.5),
        ball((0.085, 0.09, 0.085), (0, 0.62, 0), colour, 0.5, steps=12),
        torus(0.06, 0.018, colour, 0.5, steps=16).moved(0, 0.53, 0),
    ).finished(metal=0.7)
    return upright(fig, join(gold, ball(0.052, (0, 0.72, 0), "#d8334a", 0.9, steps=10)), pitch=6, roll=6)


@piece("magnifier")
def magnifier(fig: Figure, colour: Array) -> Mesh:
    lens = torus(0.17, 0.026, colour, 0.5, steps=32).turned(0, 90, 0).moved(0, 0.40, 0).finished(metal=0.5)
    at = Frame(grip(fig), rotation(0, 6, -8))
    fig.glass.append(at.place(ball((0.16, 0.16, 0.035), (0, 0.40, 0), "#d9ecf8", 0.9, steps=20)))
    return at.place(join(rod(0.30, -0.10, 0.030, "#5b3a28", 0.4), lens))


@piece("tray")
def tray(fig: Figure, colour: Array) -> Mesh:
    """On the fingers of the left hand: a round tray with two glasses."""
    top = lathe(
        [(0, 0), (0.30, 0), (0.33, 0.03), (0.315, 0.035), (0.295, 0.018), (0, 0.016)], colour, 0.6, steps=36
    ).finished(metal=0.5)
    tea = [
        join(
            lathe([(0, 0), (0.062, 0), (0.078, 0.20), (0, 0.20)], tone, 0.5, steps=20),
            torus(0.078, 0.010, "#fdfdfb", 0.4, steps=20).moved(0, 0.20, 0),
        ).moved(x, 0.02, z)
        for x, z, tone in ((-0.11, 0.03, "#b9773f"), (0.12, -0.02, "#e0913a"))
    ]
    at = fig.bones.arms[LEFT].hand.point(0, -0.30 * fig.build.hand, 0)
    return Frame(at, np.eye(3, dtype=F)).place(join(top, *tea))


@piece("clipboard")
def clipboard(fig: Figure, colour: Array) -> Mesh:
    """Held before the belly in both hands."""
    at = (grip(fig, LEFT) + grip(fig, RIGHT)) / F(2)
    board = box(0.42, 0.54, 0.03, colour, 0.2, bevel=0.012)
    paper = box(0.36, 0.46, 0.012, "#fdfdf9", 0.1, bevel=0.004).moved(0, 0.02, -0.018)
    clip = box(0.14, 0.06, 0.05, STEEL, 0.5, bevel=0.012).finished(metal=0.5).moved(0, 0.50, 0)
    front = box(0.38, 0.49, 0.008, mix(colour, "#ffffff", 0.2), 0.15, bevel=0.003).moved(0, 0.025, 0.016)
    turn = fig.bones.chest.turn @ rotation(0, -24, 0)
    return Frame(at + turn @ np.array([0, -0.08, 0.05], F), turn).place(
        join(board, paper, clip, front).moved(0, -0.16, 0)
    )


@piece("book")
def book(fig: Figure, colour: Array) -> Mesh:
    """Shut, in the arm."""
    cover = box(0.36, 0.46, 0.10, colour, 0.2, bevel=0.02)
    pages = box(0.33, 0.44, 0.075, "#f7f0df", 0.05, bevel=0.008).moved(0.022, 0.012, 0)
    label = box(0.18, 0.10, 0.008, "#f7e6b8", bevel=0.002).moved(-0.01, 0.26, 0.052)
    turn = fig.bones.chest.turn @ rotation(-8, -14, 6)
    return Frame(grip(fig, LEFT) + turn @ np.array([-0.04, -0.02, 0.06], F), turn).place(
        join(cover, pages, label).moved(0, -0.20, 0)
    )


@piece("palette")
def palette(fig: Figure, colour: Array) -> Mesh:
    """In the left hand, a brush in the right."""
    outline = smooth(
        [
            (-0.30, 0.02),
            (-0.22, 0.20),
            (0.05, 0.25),
            (0.28, 0.12),
            (0.26, -0.10),
            (0.08, -0.08),
            (-0.02, -0.20),
            (-0.22, -0.18),
        ],
        steps=5,
    )
    board = extrude(outline, 0.03, "#d8ac6c", 0.25)
    blobs = [
        ball((0.045, 0.045, 0.028), (x, y, 0.02), tone, 0.5, steps=9)
        for x, y, tone in (
            (-0.20, 0.06, "#e2453c"),
            (-0.10, 0.16, "#f2b33d"),
            (0.06, 0.17, "#4fa35f"),
            (0.19, 0.09, "#3f7fd0"),
            (0.19, -0.04, "#8a56c9"),
        )
    ]
    left = Frame(
        grip(fig, LEFT) + fig.bones.chest.turn[:, 2] * F(0.06), fig.bones.chest.turn @ rotation(-10, -40, 0)
    ).place(join(board, *blobs))
    brush = join(
        rod(0.46, -0.12, 0.016, "#8a5a36", 0.4),
        lathe([(0.018, 0.32), (0.026, 0.34), (0.026, 0.40), (0.018, 0.41)], STEEL, 0.5, steps=14).finished(
            metal=0.5
        ),
        ball((0.028, 0.062, 0.028), (0, 0.43, 0), "#3f7fd0", steps=9),
    )
    return join(left, upright(fig, brush, pitch=30, roll=10))


@piece("guitar")
def guitar(fig: Figure, colour: Array) -> Mesh | None:
    """Slung across the belly."""
    body = borrowed("guitar", fig, 1.75)
    if body is None:
        return None
    z = fig.build.chest[1] + fig.grown + 0.12
    at = fig.bones.chest.point(0.16, -0.56, z)
    turn = fig.bones.chest.turn @ rotation(0, 0, -62)
    strap = tube(
        [
            fig.bones.chest.point(*p)
            for p in (
                (-0.28, -0.62, z * 0.9),
                (-0.20, -0.30, z * 0.92),
                (0.06, -0.06, z * 0.80),
                (0.24, -0.01, 0.05),
            )
        ],
        0.024,
        "#5b3a28",
        0.2,
        steps=8,
    )
    return join(Frame(at, turn).place(body), strap)


@piece("camera")
def camera(fig: Figure, colour: Array) -> Mesh | None:
    """On a strap, in both hands before the chest."""
    body = borrowed("camera", fig, 0.34)
    if body is None:
        return None
    at = (grip(fig, LEFT) + grip(fig, RIGHT)) / F(2) + fig.bones.chest.turn[:, 2] * F(0.05)
    strap = [
        tube(
            [
                at + fig.bones.chest.turn @ np.array([s * 0.2, 0.05, 0], F),
                fig.bones.chest.point(s * 0.20, -0.20, fig.build.chest[1] + 0.06),
                fig.bones.chest.point(s * 0.19, 0.0, 0.02),
            ],
            0.018,
            "#3a2f2a",
            steps=8,
        )
        for s in (1, -1)
    ]
    return join(Frame(at, fig.bones.chest.turn).place(body), *strap)


@piece("microphone")
def microphone(fig: Figure, colour: Array) -> Mesh:
    body = join(
        lathe([(0, -0.20), (0.035, -0.19), (0.045, 0.10), (0, 0.11)], "#2b2b33", 0.4, steps=20),
        ball((0.082, 0.088, 0.082), (0, 0.16, 0), colour, 0.5, steps=14).finished(metal=0.5),
        torus(0.06, 0.016, STEEL, 0.5, steps=20).moved(0, 0.105, 0),
    )
    return Frame(grip(fig), fig.bones.chest.turn @ rotation(0, -34, -16)).place(body)


@piece("football")
def football(fig: Figure, colour: Array) -> Mesh:
    """On the ground, beside the right foot."""
    radius, tall = 0.21, (1 + math.sqrt(5)) / 2
    spots = [(0.0, float(s), t * tall) for s in (1, -1) for t in (1, -1)]
    spots += [(b, c, a) for a, b, c in spots] + [(c, a, b) for a, b, c in spots]
    centres = np.array(spots, F) / F(math.hypot(1, tall))

    def paint(v: Array, n: Array, c: Array) -> Array:
        unit = v / (np.linalg.norm(v, axis=1, keepdims=True) + F(1e-6))
        black = smoothstep(0.925, 0.945, (unit @ centres.T).max(1))[:, None]
        return (c + (rgb("#26262c") - c) * black).astype(F)

    foot = fig.bones.legs[RIGHT].foot.at
    return (
        ball(radius, (0, 0, 0), colour, 0.3, steps=28)
        .painted(paint)
        .turned(20, 30, 0)
        .moved(float(foot[0]) - 0.42, radius, 0.22)
    )


@piece("basketball")
def basketball(fig: Figure, colour: Array) -> Mesh:
    """On the right palm."""
    radius = 0.23

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = np.abs(v) / F(radius)
        seams = (
            (p[:, 0] < 0.045) | (p[:, 1] < 0.045) | (np.abs(np.hypot(p[:, 0], p[:, 1] * 0.55) - 0.70) < 0.045)
        )
        return np.where(seams[:, None], rgb("#3a2622"), c).astype(F)

    at = fig.bones.arms[RIGHT].hand.point(0, -0.17 * fig.build.hand, 0) + np.array([0, 0.20, 0.06], F)
    return (
        ball(radius, (0, 0, 0), colour, 0.2, steps=30)
        .painted(paint)
        .turned(30, 20, 10)
        .moved(*(float(v) for v in at))
    )


@piece("flask")
def flask(fig: Figure, colour: Array) -> Mesh:
    """A round flask of something bright, and its steam."""
    at = grip(fig)
    glass = lathe(
        [(0, -0.04), (0.14, -0.03), (0.17, 0.04), (0.12, 0.14), (0.045, 0.20), (0.045, 0.32), (0.06, 0.34)],
        "#dcecf5",
        0.9,
        steps=28,
    )
    brew = lathe(
        [(0, -0.03), (0.13, -0.02), (0.155, 0.04), (0.13, 0.09), (0, 0.09)], colour, 0.5, steps=28
    ).finished(glow=0.25)
    bubbles = [
        ball(r, (x, y, 0.02), mix(colour, "#ffffff", 0.5), 0.6, steps=8)
        for x, y, r in ((0.02, 0.40, 0.032), (-0.04, 0.47, 0.024), (0.03, 0.53, 0.017))
    ]
    place = Frame(at + np.array([0, 0.02, 0.04], F), np.eye(3, dtype=F))
    fig.glass.append(place.place(glass))
    return place.place(join(brew, *bubbles))


@piece("bouquet")
def bouquet(fig: Figure, colour: Array) -> Mesh:
    at = (grip(fig, LEFT) + grip(fig, RIGHT)) / F(2) + fig.bones.chest.turn[:, 2] * F(0.06)
    parts = [
        lathe([(0.035, -0.26), (0.05, -0.1), (0.13, 0.06), (0.12, 0.07), (0, 0.04)], "#fbf4e6", 0.1, steps=20)
    ]
    for k in range(16):
        y = 1 - 1.0 * (k + 0.5) / 16
        a, r = 2.39996 * k, math.sqrt(max(0, 1 - (1 - 1.0 * (k + 0.5) / 16) ** 2))
        tone = (colour, mix(colour, "#ffffff", 0.7), "#fdf6ec", mix(colour, "#f7a14f", 0.4))[k % 4]
        x, z = 0.19 * r * math.sin(a), 0.17 * r * math.cos(a)
        parts.append(ball((0.075, 0.06, 0.075), (x, 0.10 + 0.13 * y, z), tone, 0.1, steps=9))
        parts.append(
            ball(
                (0.035, 0.03, 0.035),
                (x * 1.12, 0.10 + 0.13 * y + 0.035, z * 1.12),
                mix(tone, "#b03050", 0.25),
                0.1,
                steps=7,
            )
        )
    parts += [
        ball((0.05, 0.02, 0.11), (0.20 * math.sin(a), 0.05, 0.19 * math.cos(a)), "#7fa554", steps=8).turned(0)
        for a in np.linspace(0, 6.28, 8)[:-1]
    ]
    return Frame(at, fig.bones.chest.turn @ rotation(0, 22, 0)).place(join(*parts))
