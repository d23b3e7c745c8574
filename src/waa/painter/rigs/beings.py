"""Beings that are neither beast nor man: robot, snowman, ghost, alien, and the dancing lion."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour
from waa.painter.rigs.features import cheeks, eyes, mouth
from waa.painter.shapes import bezier
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    box,
    cylinder,
    join,
    lathe,
    mirrored,
    torus,
    tube,
)
from waa.painter.solid.model import Anchor, Lamp, Model

_HELD = ("hold", "eat", "read", "hug", "cook", "play", "drive", "ride")


def _arm_ends(pose: str) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """(elbow, hand) of the right arm, in shares of the height, for a figure 1 m tall."""
    return {
        "wave": ((0.36, 0.62, 0.02), (0.40, 0.86, 0.04)),
        "cheer": ((0.34, 0.70, 0.0), (0.36, 0.92, 0.02)),
        "dance": ((0.38, 0.58, 0.05), (0.46, 0.74, 0.08)),
        **dict.fromkeys(_HELD, ((0.31, 0.42, 0.16), (0.15, 0.44, 0.3))),
    }.get(pose, ((0.33, 0.44, 0.0), (0.31, 0.29, 0.06)))


@draws("robot", yaw=-12)
def robot(look: Look) -> Model:
    """A friendly household robot, 1.2 m tall: visor face, round joints, a lit panel."""
    shell = look.tint("#eceef4")
    accent = "#f0605a" if look.colour not in ("red", "pink", "orange") else "#3f7fd0"
    dark = "#3a3f4c"
    parts: list[Mesh] = []
    sits = look.pose in ("sit", "ride", "read", "drive")
    parts.append(box(0.42, 0.36, 0.30, shell, 0.55, bevel=0.11).moved(0, 0.30, 0))
    parts.append(box(0.25, 0.17, 0.02, dark, 0.7, bevel=0.009).moved(0, 0.40, 0.148))
    pulse = [(-0.10, 0.485), (-0.05, 0.485), (-0.03, 0.525), (0.0, 0.445), (0.025, 0.485), (0.10, 0.485)]
    parts.append(tube([(x, y, 0.170) for x, y in pulse], 0.006, "#57e0ff", 0.3, steps=8).finished(glow=1.0))
    parts += [
        ball(0.018, (x, 0.355, 0.152), colour, 0.8, steps=14).finished(glow=0.4)
        for x, colour in ((-0.07, accent), (0, "#ffc24a"), (0.07, "#57c8ff"))
    ]
    parts.append(cylinder(0.06, 0.08, dark, 0.4).moved(0, 0.64, 0))
    head = box(0.50, 0.36, 0.36, shell, 0.6, bevel=0.15).moved(0, 0.70, 0)
    visor = box(0.40, 0.22, 0.06, "#1f2433", 0.9, bevel=0.028).moved(0, 0.77, 0.155)
    parts += [head, visor, *_robot_face(look)]
    parts += [
        mirrored(
            join(
                torus(0.065, 0.026, accent, 0.5, steps=28).turned(0, 0, 90).moved(0.255, 0.88, 0),
                cylinder(0.05, 0.03, dark, 0.4).turned(0, 0, -90).moved(0.25, 0.88, 0),
            )
        )
    ]
    parts += [
        tube([(0, 1.05, 0), (0, 1.13, 0)], 0.012, dark, 0.4),
        ball(0.035, (0, 1.155, 0), accent, 0.8, steps=18).finished(glow=0.5),
    ]
    parts.append(_robot_limbs(look, shell, accent, dark, sits))
    mesh = join(*parts)
    return Model(
        mesh=mesh,
        anchors=_figure_anchors(
            head_y=1.07, head_size=0.46, eyes_y=0.88, eyes_z=0.215, neck_y=0.66, chest=0.46, sits=sits
        ),
        lamps=(Lamp(at=(0, 0.88, 0.22), radius=0.30, colour="#7fe4ff", strength=0.35),),
    ).grounded()


def _robot_face(look: Look) -> list[Mesh]:
    glow = "#6fe9ff"
    if look.pose in ("sleep", "lie") or "sleepy" in look.traits:
        lids = [
            tube(
                [(s * 0.125, 0.875, 0.19), (s * 0.085, 0.865, 0.195), (s * 0.045, 0.875, 0.19)],
                0.010,
                glow,
                0.3,
                steps=8,
            )
            for s in (-1, 1)
        ]
        return [lid.finished(glow=1.0) for lid in lids]
    look_down = -0.02 if look.pose == "read" else 0.0
    lit = [
        ball((0.034, 0.046, 0.014), (s * 0.085, 0.885 + look_down, 0.185), glow, 0.5, steps=18).finished(
            glow=1.0
        )
        for s in (-1, 1)
    ]
    smile = tube(
        bezier(
            (-0.055, 0.826, 0.187), (-0.02, 0.806, 0.190), (0.02, 0.806, 0.190), (0.055, 0.826, 0.187), 10
        ),
        0.009,
        glow,
        0.3,
        steps=8,
    )
    return [*lit, smile.finished(glow=1.0)]


def _robot_limbs(look: Look, shell: Colour, accent: Colour, dark: Colour, sits: bool) -> Mesh:
    elbow, hand = _arm_ends(look.pose)
    arms = []
    for s in (-1, 1):
        e, h = elbow, hand
        if look.pose == "wave" and s < 0:
            e, h = _arm_ends("stand")
        path = bezier(
            (s * 0.235, 0.58, 0),
            (s * e[0] * 1.1, e[1] + 0.06, e[2]),
            (s * e[0], e[1], e[2]),
            (s * h[0], h[1], h[2]),
            14,
        )
        arms += [
            ball(0.068, (s * 0.235, 0.58, 0), accent, 0.6, steps=20),
            tube(path, 0.045, shell, 0.55),
            ball(0.060, path[-1], dark, 0.5, steps=18),
        ]
    legs = []
    for s in (-1, 1):
        if sits:
            legs += [
                tube(
                    [(s * 0.11, 0.33, 0.05), (s * 0.13, 0.32, 0.28), (s * 0.13, 0.10, 0.33)], 0.055, dark, 0.4
                ),
                _boot(shell).moved(s * 0.13, 0.0, 0.34),
            ]
        else:
            step = {"walk": 0.10, "run": 0.18, "dance": 0.08}.get(look.pose, 0.0) * s
            legs += [
                tube([(s * 0.105, 0.32, 0), (s * 0.11, 0.10, step)], 0.055, dark, 0.4),
                _boot(shell).moved(s * 0.112, 0.0, step + 0.02),
            ]
    return join(*arms, *legs)


def _boot(colour: Colour) -> Mesh:
    return Clay(0.04).ball((0, 0.055, 0.02), (0.085, 0.065, 0.11), colour).mesh(28, gloss=0.5)


def _figure_anchors(
    *, head_y: float, head_size: float, eyes_y: float, eyes_z: float, neck_y: float, chest: float, sits: bool
) -> dict[str, Anchor]:
    return {
        "head": Anchor(at=(0, head_y, 0), size=head_size), "top": Anchor(at=(0, head_y + 0.05, 0), size=head_size * 0.7),
        "eyes": Anchor(at=(0, eyes_y, eyes_z), size=head_size), "neck": Anchor(at=(0, neck_y, 0.02), size=head_size * 0.8),
        "mouth": Anchor(at=(0, eyes_y - 0.12, eyes_z + 0.05), size=0.2), "hands": Anchor(at=(0, chest, 0.36), size=0.40),
        "hand": Anchor(at=(0.31, 0.33, 0.10), size=0.26), "back": Anchor(at=(0, chest + 0.05, -0.18), size=0.4),
        "lap": Anchor(at=(0, 0.36, 0.22), size=0.4), "seat_point": Anchor(at=(0, 0.28 if sits else 0.05, 0), size=0.3),
    }  # fmt: skip


@draws("snowman", yaw=-10)
def snowman(look: Look) -> Model:
    """Three balls of snow, a carrot, a scarf, a hat, twig arms."""
    snow = look.tint("#f7faff")
    clay = (
        Clay(0.05)
        .ball((0, 0.36, 0), (0.40, 0.37, 0.39), snow)
        .ball((0, 0.86, 0), (0.29, 0.26, 0.28), snow, blend=0.03)
        .ball((0, 1.22, 0), (0.22, 0.21, 0.215), snow, blend=0.02)
    )
    body = clay.mesh(72, gloss=0.12)
    coal = "#2a2a30"
    buttons = [
        ball(0.030, clay.surface([(0, y, 3)], (0, 0, -1))[0][0], coal, 0.5, steps=12)
        for y in (0.98, 0.84, 0.52)
    ]
    dots = [
        ball(
            0.014,
            clay.surface([(x, 1.155 - 0.02 * (1 - (x / 0.09) ** 2), 3)], (0, 0, -1))[0][0],
            coal,
            0.4,
            steps=8,
        )
        for x in np.linspace(-0.09, 0.09, 6)
    ]
    at = clay.surface([(0, 1.22, 3)], (0, 0, -1))[0][0]
    carrot = tube(
        [at - (0, 0, 0.02), at + (0.02, -0.005, 0.10), at + (0.03, -0.02, 0.20)],
        [0.040, 0.026, 0.006],
        "#f0862e",
        0.2,
    )
    scarf_tone = "#d8433a" if look.colour != "red" else "#2f7fd0"
    scarf = join(
        torus(0.205, 0.062, scarf_tone, 0.06, steps=48).moved(0, 1.045, 0),
        tube(
            [(0.13, 1.03, 0.19), (0.17, 0.90, 0.26), (0.18, 0.74, 0.29)],
            [0.058, 0.062, 0.066],
            scarf_tone,
            0.06,
        ),
    )
    hat = (
        lathe(
            [
                (0, 0),
                (0.24, 0),
                (0.25, 0.012),
                (0.24, 0.024),
                (0.155, 0.03),
                (0.150, 0.22),
                (0.140, 0.235),
                (0, 0.235),
            ],
            "#2d2b33",
            0.25,
        )
        .turned(0, -6, -6)
        .moved(0.01, 1.385, -0.01)
    )
    band = torus(0.156, 0.016, scarf_tone, 0.2).turned(0, -6, -6).moved(0.012, 1.435, -0.012)
    raised = look.pose in ("wave", "cheer", "dance")
    twigs = []
    for s in (-1, 1):
        tip = (s * 0.66, 1.22 if raised else 0.86, 0.14)
        twigs.append(
            tube(
                [(s * 0.24, 0.92, 0.02), (s * 0.45, 0.98, 0.08), tip],
                [0.024, 0.018, 0.012],
                "#7a5233",
                0.1,
                steps=8,
            )
        )
        twigs += [
            tube(
                [np.array(tip) * (0.92, 0.98, 0.9), np.array(tip) + d],
                [0.012, 0.006],
                "#7a5233",
                0.1,
                steps=6,
            )
            for d in ((s * 0.05, 0.09, 0), (s * 0.10, 0.0, 0.02))
        ]
    face = join(eyes(clay, 0.075, 1.275, 0.028), cheeks(clay, 0.135, 1.20, 0.030))
    anchors = {
        "head": Anchor(at=(0, 1.41, 0), size=0.42),
        "eyes": Anchor(at=(0, 1.275, 0.205), size=0.4),
        "neck": Anchor(at=(0, 1.04, 0.02), size=0.5),
        "hands": Anchor(at=(0, 0.86, 0.42), size=0.4),
        "hand": Anchor(at=(0.62, 0.9, 0.16), size=0.25),
        "top": Anchor(at=(0, 1.63, 0), size=0.2),
        "seat_point": Anchor(at=(0, 0.1, 0), size=0.4),
    }
    return Model(mesh=join(body, *buttons, *dots, carrot, scarf, hat, band, *twigs, face), anchors=anchors)


@draws("ghost", yaw=-10)
def ghost(look: Look) -> Model:
    """A small white ghost that would rather be a friend; it floats."""
    sheet = look.tint("#f6f4ff")
    clay = (
        Clay(0.06)
        .ball((0, 0.62, 0), (0.27, 0.29, 0.24), sheet)
        .limb((0, 0.58, 0), (0.02, 0.26, 0), 0.245, 0.22, sheet)
        .limb((0.02, 0.26, 0), (0.12, 0.06, -0.03), 0.20, 0.06, sheet)
    )
    for k in range(5):
        a = math.radians(-80 + 40 * k)
        clay.ball(
            (0.23 * math.sin(a) * 0.9 + 0.01, 0.17, 0.20 * math.cos(a)),
            (0.062, 0.078, 0.05),
            sheet,
            blend=0.04,
        )
    raised = 0.20 if look.pose in ("cheer", "wave", "dance") else 0.0
    for s in (-1, 1):
        held = look.pose in _HELD
        end = (s * 0.12, 0.42, 0.30) if held else (s * 0.37, 0.46 + raised, 0.12)
        clay.limb((s * 0.21, 0.50, 0.06), end, 0.070, 0.046, sheet, blend=0.05)
    body = clay.mesh(72, gloss=0.15)
    face = join(eyes(clay, 0.082, 0.655, 0.042), cheeks(clay, 0.15, 0.585, 0.034, "#f7b4c4"))
    o = clay.surface([(0, 0.565, 3)], (0, 0, -1))[0][0]
    smile = ball((0.030, 0.026, 0.012), o, "#4a2f3f", 0.3, steps=14)
    anchors = {
        "head": Anchor(at=(0, 0.89, 0), size=0.42),
        "eyes": Anchor(at=(0, 0.655, 0.235), size=0.42),
        "neck": Anchor(at=(0, 0.42, 0.02), size=0.5),
        "hands": Anchor(at=(0, 0.42, 0.36), size=0.32),
        "hand": Anchor(at=(0.37, 0.46, 0.14), size=0.2),
        "top": Anchor(at=(0, 0.91, 0), size=0.25),
        "seat_point": Anchor(at=(0, 0.12, 0), size=0.3),
    }
    return Model(
        mesh=join(body.finished(glow=0.10), face, smile),
        anchors=anchors,
        lamps=(Lamp(at=(0, 0.5, 0.1), radius=0.6, colour="#cfd8ff", strength=0.35),),
    )


@draws("alien", yaw=-12)
def alien(look: Look) -> Model:
    """Large dark eyes, small body, two feelers."""
    skin = look.tint("#8fcf6a")
    clay = (
        Clay(0.04)
        .ball((0, 0.80, 0), (0.27, 0.25, 0.24), skin)
        .ball((0, 0.66, 0.06), (0.15, 0.12, 0.13), skin, blend=0.08)
    )
    clay.ball((0, 0.36, 0), (0.155, 0.20, 0.13), "#6a5fd0", blend=0.02)
    elbow, hand = _arm_ends(look.pose)
    sits = look.pose in ("sit", "ride", "read", "drive")
    for s in (-1, 1):
        e, h = (elbow, hand) if not (look.pose == "wave" and s < 0) else _arm_ends("stand")
        clay.strand(
            [(s * 0.13, 0.48, 0), (s * e[0] * 0.85, e[1], e[2]), (s * h[0] * 0.9, h[1], h[2])],
            0.046,
            0.040,
            "#6a5fd0",
            blend=0.02,
        )
        clay.ball((s * h[0] * 0.9, h[1], h[2]), 0.052, skin, blend=0.012)
        knee, foot = (
            ((s * 0.11, 0.20, 0.24), (s * 0.11, 0.03, 0.28))
            if sits
            else ((s * 0.09, 0.12, 0.0), (s * 0.10, 0.035, 0.04))
        )
        clay.strand([(s * 0.075, 0.22, 0), knee, foot], 0.060, 0.050, "#6a5fd0", blend=0.02).ball(
            np.array(foot) + (0, 0, 0.04), (0.056, 0.036, 0.080), "#3f3a72", blend=0.01
        )
    body = clay.mesh(80, gloss=0.3)
    face = join(
        eyes(clay, 0.105, 0.785, 0.082, iris="#141824"),
        mouth(clay, [(-0.04, 0.625), (0, 0.612), (0.04, 0.625)], 0.008),
    )
    feelers = mirrored(
        join(
            tube([(0.08, 1.02, 0), (0.12, 1.12, 0.01)], 0.014, skin, 0.3),
            ball(0.034, (0.125, 1.145, 0.01), "#ffd35a", 0.7, steps=14).finished(glow=0.5),
        )
    )
    return Model(
        mesh=join(body, face, feelers),
        anchors=_figure_anchors(
            head_y=1.03, head_size=0.46, eyes_y=0.785, eyes_z=0.23, neck_y=0.56, chest=0.42, sits=sits
        ),
    ).grounded()
