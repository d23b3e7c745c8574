"""Flowers: single ones on their stems, and the bouquet."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.props import flower_heads, petals
from waa.painter.props.petals import blade, calyx, nodding, stalk
from waa.painter.shapes import smooth
from waa.painter.solid.leaf import LONG, ROUND, leaf
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, make, tube
from waa.painter.solid.model import Anchor, Model


def _flower(mesh: Mesh, grip: float, head: tuple[float, float, float], wide: float) -> Model:
    """Held by its stem, `grip` metres up; a butterfly sits on its head."""
    return Model(
        mesh=mesh,
        anchors={"grip": Anchor(at=(0, grip, 0), size=wide), "top": Anchor(at=head, size=wide * 0.5)},
    )


@draws("flower")
def flower(look: Look) -> Model:
    """A round-petalled flower of 35 cm with two leaves."""
    rng = look.rng("flower")
    head = (0.0, 0.285, 0.02)
    parts = [
        stalk(head, 0.0085, lean=0.02),
        nodding(join(flower_heads.daisy_head(look.tint("#ff86ae"), 0.17, rng), calyx(0.10)), head, 62),
        blade((0, 0.07, 0), 62, 0.13, 0.052, rise=0.62),
        blade((0, 0.05, 0), -70, 0.12, 0.050, rise=0.55),
    ]
    return _flower(join(*parts), 0.14, (0, 0.33, 0.06), 0.17)


@draws("rose")
def rose(look: Look) -> Model:
    """A long-stemmed rose of 45 cm, with thorns."""
    rng = look.rng("rose")
    head = (0.0, 0.35, 0.02)
    parts = [
        stalk(head, 0.0085, "#69a045", bow=0.010, lean=0.02),
        nodding(
            join(flower_heads.rose_head(look.tint("#d9263c"), 0.155, rng), calyx(0.14, "#5f9440")), head, 38
        ),
    ]
    parts += [_compound((0, y, 0), a, s) for y, a, s in ((0.20, 68, 1.3), (0.13, -74, 1.45))]
    for k, y in enumerate((0.06, 0.10, 0.165, 0.245, 0.285)):
        side = 1 if k % 2 else -1
        thorn = np.array([(0.006 * side, y, 0.003), (0.021 * side, y + 0.006, 0.005)])
        parts.append(tube(thorn, [0.006, 0.0012], "#8a6a3c", 0.2, steps=6))
    return _flower(join(*parts), 0.16, (0, 0.43, 0.05), 0.16)


def _compound(at: tuple[float, float, float], angle: float, scale: float) -> Mesh:
    """A rose's leaf: three leaflets on a stalk."""
    a = math.radians(angle)
    out = np.array([math.sin(a), 0.55, math.cos(a)]) * 0.055 * scale
    knot = np.asarray(at) + out
    stem = tube(
        np.stack([np.asarray(at), np.asarray(at) + out * 0.6 + (0, 0.004, 0), knot]),
        0.0034,
        "#5f9440",
        steps=6,
    )
    green = "#4f8f3c"
    leaves = [
        blade(
            tuple(knot),
            angle + turn,
            length * scale,
            0.048 * scale,
            green,
            rise=0.35,
            droop=0.30,
            outline=ROUND,
        )
        for turn, length in ((0, 0.085), (58, 0.066), (-58, 0.066))
    ]
    return join(stem, *leaves)


@draws("tulip")
def tulip(look: Look) -> Model:
    """A tulip of 40 cm between two long leaves."""
    rng = look.rng("tulip")
    colour = look.tint("#f0506e")
    head = (0.0, 0.275, 0.015)
    parts = [
        stalk(head, 0.0095, "#7fb04e", bow=0.02, lean=0.01),
        nodding(flower_heads.tulip_head(colour, 0.105, rng), head, 12, roll=20),
    ]
    for angle, length, wide in ((70, 0.27, 0.060), (-62, 0.30, 0.064), (178, 0.22, 0.055)):
        a = math.radians(angle)
        out = np.array([math.sin(a), 0, math.cos(a)])
        path = [out * 0.006, out * 0.045 + (0, length * 0.5, 0), out * 0.125 + (0, length * 0.86, 0.0)]
        parts.append(
            leaf(
                path,
                tuple(-out + (0, 0.4, 0.3)),
                wide,
                0.004,
                "#6fa650",
                outline=LONG,
                cup=0.5,
                gloss=0.2,
                steps=16,
                across=9,
            )
        )
    return _flower(join(*parts), 0.12, (0, 0.385, 0.03), 0.11)


@draws("sunflower")
def sunflower(look: Look) -> Model:
    """A sunflower of 1.4 m that looks at you."""
    rng = look.rng("sunflower")
    head = (0.0, 1.12, 0.05)
    parts = [
        stalk(head, 0.028, "#6f9f3e", bow=0.05, lean=0.07),
        nodding(flower_heads.sunflower_head(look.tint("#ffc322"), 0.66, rng), (0, 1.14, 0.09), 72),
        ball((0.055, 0.05, 0.045), (0, 1.13, 0.05), "#5f9a3e", steps=12),
    ]
    for y, angle, size in (
        (0.40, 72, 0.40),
        (0.56, -68, 0.38),
        (0.74, 80, 0.28),
        (0.22, -80, 0.36),
        (0.84, -84, 0.2),
    ):
        parts.append(
            blade(
                (0.02 if angle > 0 else -0.0, y, 0.0),
                angle,
                size,
                size * 0.66,
                "#639a3a",
                rise=0.42,
                droop=0.50,
                outline=(0.30, 0.92, 1.0, 0.86, 0.62, 0.34, 0.10),
                fold=0.25,
            )
        )
    return _flower(join(*parts), 0.5, (0, 1.36, 0.12), 0.5)


@draws("lotus")
def lotus(look: Look) -> Model:
    """A lotus in bloom above its leaves, 50 cm; it floats."""
    rng = look.rng("lotus")
    colour = look.tint("#f27fae")
    parts = [
        nodding(flower_heads.lotus_head(colour, 0.52, rng), (0, 0.15, 0.02), 20),
        stalk((0, 0.18, 0.0), 0.016, "#6f9f56", foot=(0, 0.012, -0.02)),
    ]
    parts += [
        _pad(0.24, rng).moved(-0.16, 0.012, 0.06),
        _pad(0.19, rng).turned(yaw=140).moved(0.22, 0.018, 0.02),
        _pad(0.15, rng).turned(yaw=60).moved(0.08, 0.006, 0.26),
    ]
    bud = join(
        *[
            petals.shell(
                [(0.012, 0), (0.042, 0.03), (0.034, 0.085), (0.004, 0.125)], 2.1 * k, 1.2, colour, point=0.1
            )
            for k in range(3)
        ]
    )
    parts += [
        stalk((0.25, 0.24, -0.06), 0.009, "#6f9f56", foot=(0.22, 0.012, -0.06)),
        bud.moved(0.25, 0.235, -0.06),
    ]
    return Model(
        mesh=join(*parts),
        waterline=0.008,
        anchors={"top": Anchor(at=(0, 0.36, 0.02), size=0.25), "grip": Anchor(at=(0, 0.1, 0), size=0.4)},
    )


def _pad(radius: float, rng: np.random.Generator) -> Mesh:
    """A round leaf with a notch, its rim turned up a little, veined from the middle."""
    angle = np.radians(np.linspace(14, 346, 49))
    reach = np.linspace(0.03, 1, 9)[:, None]
    wave = 0.016 * np.sin(angle * 5 + rng.uniform(0, 6)) + 0.010 * np.sin(angle * 11)
    y = radius * (0.10 * reach**6 + wave * reach**3)
    x, z = np.sin(angle) * reach * radius, np.cos(angle) * reach * radius
    vertices = np.stack([x, y, z], -1).reshape(-1, 3)
    sheet = make(vertices, grid_faces(9, 49, wraps=False)[:, ::-1], colour="#5f9f4a", gloss=0.3)
    rays = np.abs(np.sin(angle * 7))[None] + 0 * reach
    tone = (F(0.78) + F(0.26) * smoothstep(0.06, 0.5, rays) * 0 + F(0.22) * reach)[..., None] * rgb("#6bab50")
    tone = tone + (rgb("#b6d98a") - tone) * (smoothstep(0.16, 0.02, rays) * F(0.7))[..., None]
    top = sheet.painted(np.clip(tone.reshape(-1, 3), 0, 1).astype(F))
    under = make(vertices - (0, 0.006 * radius / 0.3, 0), grid_faces(9, 49, wraps=False), colour="#7f6a58")
    return join(top, under)


@draws("bauhinia")
def bauhinia(look: Look) -> Model:
    """Hong Kong's flower: five purple petals, the upper one streaked, five curved stamens, and its two-lobed leaf."""
    colour = look.tint("#c0408f")
    head = join(*[_bauhinia_petal(k, colour) for k in range(5)], *_stamens(colour))
    parts = [
        nodding(head, (0.0, 0.088, 0.0), 66),
        stalk((0.0, 0.086, -0.004), 0.0034, "#7a8a4a", bow=-0.008, lean=0.016),
        _butterfly_leaf().turned(yaw=150, roll=16).moved(-0.030, 0.028, -0.012),
        _butterfly_leaf().turned(yaw=-140, roll=-20).scaled(0.85).moved(0.032, 0.018, -0.012),
    ]
    return _flower(join(*parts), 0.03, (0, 0.13, 0.02), 0.12)


def _bauhinia_petal(k: int, colour: Array) -> Mesh:
    """Each petal narrows to a claw; veins run along it, and the one on top is darkest at its heart."""
    angle = 2 * math.pi * k / 5 + math.pi
    out, length = np.array([math.sin(angle), 0, math.cos(angle)]), 0.066 if k else 0.060
    path = [out * 0.003, out * length * 0.45 + (0, 0.014, 0), out * length + (0, 0.010 - 0.008 * (k % 2), 0)]
    shape = (0.20, 0.36, 0.66, 0.94, 1.0, 0.82, 0.22)
    petal = leaf(
        path,
        (-out[0] * 0.3, 1, -out[2] * 0.3),
        0.043,
        0.0022,
        colour,
        outline=shape,
        cup=0.28,
        gloss=0.12,
        steps=20,
        across=17,
    )
    v = petal.vertices
    along = (v @ out.astype(F)) / F(length)
    across = (v @ np.array([math.cos(angle), 0, -math.sin(angle)], F)) / F(0.022)
    veins = smoothstep(0.75, 1.0, np.cos(across / np.maximum(along, F(0.25)) * F(11))) * smoothstep(
        0.95, 0.4, along
    )
    deep, pale = shift(colour, 0.01, 1.1, 0.52), mix(colour, "#ffd9f0", 0.42)
    tone = rgb(colour) + (pale - rgb(colour)) * smoothstep(0.35, 1.0, along)[:, None]
    strength = np.clip(
        F(0.45) * veins + (F(0.85) if k == 0 else F(0.42)) * smoothstep(0.62, 0.1, along), 0, 1
    )
    return petal.painted(np.clip(tone + (deep - tone) * strength[:, None], 0, 1))


def _stamens(colour: Array) -> list[Mesh]:
    parts = []
    for k in range(5):
        side = (k - 2) * 0.006
        path = smooth(
            [(side * 0.4, 0.002, 0.002), (side, 0.022, 0.006), (side * 1.5, 0.040, 0.020 + 0.003 * (k % 2))],
            closed=False,
            steps=6,
        )
        parts += [
            tube(path, 0.0011, mix(colour, "#ffe6f4", 0.6), steps=5),
            ball((0.0022, 0.0034, 0.0022), tuple(path[-1]), "#e8b04a", steps=7),
        ]
    return parts


def _butterfly_leaf() -> Mesh:
    """The bauhinia's leaf: cleft like a camel's foot."""
    halves = [
        leaf(
            [(0, 0, 0), (0.016 * s, 0.004, 0.030), (0.020 * s, -0.002, 0.064)],
            (0, 1, 0),
            0.036,
            0.002,
            "#6da44c",
            outline=(0.55, 0.9, 1.0, 0.95, 0.8, 0.55, 0.15),
            cup=0.2,
            gloss=0.25,
            steps=12,
            across=9,
        )
        for s in (-1, 1)
    ]
    return join(*halves)
