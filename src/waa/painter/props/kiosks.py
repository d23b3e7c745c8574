"""Boxes at the kerb: the telephone box, the pillar box, the shelter where the minibus stops."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix, rgb
from waa.painter.props.hulls import cloth
from waa.painter.props.masonry import bar, placed
from waa.painter.props.motor import Kit
from waa.painter.props.panes import cells, quads
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, tube
from waa.painter.solid.model import Anchor, Lamp, Model

CREAM = "#fbf3df"


# -- telephone box -------------------------------------------------------------------------------------------


@draws("telephone_box", yaw=-28)
def telephone_box(look: Look) -> Model:
    """Red iron and small panes under a domed roof, the telephone inside, light at night."""
    red = look.tint("#cf2f2a")
    kit = Kit()
    dark = mix(red, "#3a0d0d", 0.35)
    half = 0.46
    kit.add(
        box(1.02, 0.10, 1.02, "#6d6a66", 0.1, bevel=0.02),
        box(0.98, 0.12, 0.98, dark, 0.3, bevel=0.02).moved(0, 0.08, 0),
    )
    for x in (-1, 1):
        for z in (-1, 1):
            kit.add(
                box(0.12, 2.02, 0.12, red, 0.5, bevel=0.025).moved(x * (half - 0.05), 0.16, z * (half - 0.05))
            )
    for yaw in (0, 90, -90, 180):
        _side(kit, red, half, yaw, door=yaw == 0)
    _crown(kit, red)
    _telephone(kit)
    kit.lamps.append(Lamp(at=(0, 1.5, 0.5), radius=1.3, colour="#fff0cf", strength=0.6))
    glass = join(*(placed(quads(np.array([_pane(0.70, 0.52, 2.06)]), rgb("#dcecf2"), gloss=0.9), (0, 0, 0), yaw)
                   .moved(half * math.sin(math.radians(yaw)) * 0.94, 0, half * math.cos(math.radians(yaw)) * 0.94)
                   for yaw in (0, 90, -90)))  # fmt: skip
    top = Anchor(at=(0, 2.75, 0), size=0.6)
    return kit.model({"top": top, "inside": Anchor(at=(0, 0.2, 0.1), size=0.6)}, glass=glass)


def _pane(width: float, low: float, high: float) -> list[tuple[float, float, float]]:
    w = width / 2
    return [(-w, low, 0), (w, low, 0), (w, high, 0), (-w, high, 0)]


def _side(kit: Kit, red: Colour, half: float, yaw: float, *, door: bool) -> None:
    """A frame of eight rows by three; solid at the foot."""
    parts = [box(0.78, 0.36, 0.06, red, 0.5, bevel=0.02).moved(0, 0.16, 0),
             bar(0.60, 0.20, 0.02, mix(red, "#000000", 0.18)).moved(0, 0.24, 0.03),
             bar(0.78, 0.10, 0.07, red, 0.5).moved(0, 2.06, 0)]  # fmt: skip
    parts += [bar(0.03, 1.56, 0.05, red, 0.5).moved(x, 0.52, 0) for x in (-0.21, 0.21)]
    parts += [bar(0.76, 0.028, 0.05, red, 0.5).moved(0, 0.52 + 1.56 * k / 8, 0) for k in range(9)]
    parts += [bar(0.05, 1.9, 0.06, red, 0.5).moved(x, 0.2, 0) for x in (-0.36, 0.36)]
    if door:
        parts.append(box(0.04, 0.16, 0.06, "#e3c36a", 0.7, bevel=0.01).moved(-0.31, 1.12, 0.05))
    a = math.radians(yaw)
    kit.add(*(placed(p, ((half - 0.03) * math.sin(a), 0, (half - 0.03) * math.cos(a)), yaw) for p in parts))
    panes = cells(_pane(0.72, 0.53, 2.07), 3, 8, (0.14, 0.14))
    lit = placed(
        quads(panes, rgb("#ffeec2"), glow=0.85),
        ((half - 0.05) * math.sin(a), 0, (half - 0.05) * math.cos(a)),
        yaw,
    )
    kit.night += [lit] if yaw != 180 else []


def _crown(kit: Kit, red: Colour) -> None:
    """The board with the word on each side, and the dome."""
    kit.add(box(1.00, 0.09, 1.00, red, 0.5, bevel=0.02).moved(0, 2.14, 0),
            box(0.94, 0.26, 0.94, red, 0.5, bevel=0.02).moved(0, 2.22, 0),
            box(1.04, 0.06, 1.04, red, 0.5, bevel=0.02).moved(0, 2.46, 0))  # fmt: skip
    t = np.linspace(0, math.pi / 2, 7)
    dome = lathe(
        np.column_stack([0.70 * np.cos(t), 2.50 + 0.24 * np.sin(t)]), red, 0.5, steps=4, crease=80
    ).turned(45)
    kit.add(dome)
    for yaw in (0, 90, -90):
        sign = lettered("電話 TELEPHONE", 0.76, 0.15, "#26262a", CREAM, rows=14, fill=0.94)
        sign = placed(sign.moved(0, 2.345, 0.478), (0, 0, 0), yaw)
        kit.add(sign)
        kit.night.append(placed(lettered("電話 TELEPHONE", 0.76, 0.15, "#3a2a20", "#fff0c4", rows=14, fill=0.94)
                                .moved(0, 2.345, 0.482), (0, 0, 0), yaw).finished(glow=0.9))  # fmt: skip


def _telephone(kit: Kit) -> None:
    flex = [(-0.14, 1.24, -0.2), (-0.18, 1.0, -0.12), (-0.02, 0.9, -0.14), (0.06, 1.14, -0.24)]
    kit.add(bar(0.78, 1.6, 0.03, "#d9d2c2").moved(0, 0.5, -0.38),
            box(0.36, 0.52, 0.14, "#3b3f46", 0.5, bevel=0.03).moved(0.05, 1.15, -0.30),
            tube([(-0.14, 1.24, -0.22), (-0.14, 1.58, -0.22)], [0.045, 0.045], "#1f2126", 0.5, steps=8),
            tube(flex, 0.014, "#8d9198", 0.5, steps=5),
            bar(0.78, 0.03, 0.26, "#b8a684").moved(0, 0.98, -0.26))  # fmt: skip


# -- pillar box ----------------------------------------------------------------------------------------------


@draws("postbox", yaw=-12)
def postbox(look: Look) -> Model:
    """A pillar box from the old days, repainted green when the century turned."""
    green = look.tint("#2b8a58")
    kit = Kit()
    dark = mix(green, "#0b2418", 0.55)
    kit.add(lathe([(0.35, 0), (0.35, 0.16), (0.32, 0.20), (0.30, 0.20)], "#26292c", 0.35, steps=40))
    body = [(0.30, 0.18), (0.30, 1.16), (0.33, 1.18), (0.335, 1.24), (0.38, 1.27), (0.385, 1.33)]
    kit.add(lathe(body, green, 0.55, steps=40, crease=50))
    t = np.linspace(0, math.pi / 2, 9)
    cap = np.column_stack([0.385 * np.cos(t) ** 0.8, 1.33 + 0.17 * np.sin(t)])
    kit.add(
        lathe(cap, green, 0.55, steps=40, crease=80),
        ball((0.07, 0.045, 0.07), (0, 1.50, 0), green, 0.6, steps=10),
    )
    for k in range(26):
        a = 2 * math.pi * k / 26
        kit.add(
            ball(
                (0.030, 0.036, 0.030),
                (0.375 * math.sin(a), 1.29, 0.375 * math.cos(a)),
                mix(green, "#ffffff", 0.10),
                0.5,
                steps=5,
            )
        )
    slot = _round_plate(0.34, 0.085, dark, 0.312, 1.045)
    mouth = _round_plate(0.27, 0.035, "#0d0f10", 0.322, 1.045)
    hood = [(0.335 * math.sin(a), 1.10, 0.335 * math.cos(a)) for a in np.linspace(-0.62, 0.62, 13)]
    kit.add(slot, mouth, tube(hood, 0.020, green, 0.5, steps=6))
    kit.add(
        _wrapped(
            lettered("香港郵筒", 0.33, 0.085, "#f6e7b4", green, rows=16, fill=0.98, bare=True), 0.302, 0.955
        )
    )
    kit.add(_round_plate(0.24, 0.20, CREAM, 0.306, 0.80))
    kit.add(
        _wrapped(
            lettered("收信時間\n8:00  12:30\n17:45", 0.21, 0.17, "#2b3a33", CREAM, rows=26, fill=0.95),
            0.310,
            0.80,
        )
    )
    corners = [(-0.19, 0.30), (-0.19, 0.90), (0.19, 0.90), (0.19, 0.30), (-0.19, 0.30)]
    edge = np.concatenate([np.linspace(a, b, 8, endpoint=False) for a, b in itertools.pairwise(corners)])
    seam = [_on_pillar(float(x), float(y), 0.303) for x, y in (*edge, edge[0])]
    kit.add(tube(seam, 0.009, dark, 0.2, steps=5, caps=False))
    kit.add(*_cypher(), ball((0.028, 0.028, 0.016), (0.19, 0.60, 0.245), "#d8b45a", 0.7, steps=8))
    return kit.model({"top": Anchor(at=(0, 1.52, 0), size=0.5)})


def _round_plate(width: float, height: float, colour: Colour, radius: float, y: float) -> Mesh:
    """A plate that follows the pillar."""
    x, v = np.meshgrid(np.linspace(-width / 2, width / 2, 11), np.array([-height / 2, height / 2]))
    flat = np.stack([x, v, np.zeros_like(x)], -1)
    each = np.stack([flat[0, :-1], flat[0, 1:], flat[1, 1:], flat[1, :-1]], axis=1)
    return _wrapped(quads(each, rgb(colour), gloss=0.4), radius, y)


def _wrapped(mesh: Mesh, radius: float, y: float) -> Mesh:
    """Something flat, laid round the pillar's front."""
    a = mesh.vertices[:, 0] / radius
    out = radius + mesh.vertices[:, 2]
    vertices = np.stack([out * np.sin(a), mesh.vertices[:, 1] + y, out * np.cos(a)], -1).astype(np.float32)
    normals = np.stack([np.sin(a), np.zeros_like(a), np.cos(a)], -1).astype(np.float32)
    return Mesh(vertices, mesh.faces, normals, mesh.colours, mesh.surface)


def _on_pillar(x: float, y: float, radius: float) -> tuple[float, float, float]:
    """The point `x` metres round the pillar."""
    return radius * math.sin(x / radius), y, radius * math.cos(x / radius)


def _cypher() -> list[Mesh]:
    """A crown in relief."""
    gold = "#e9cd86"
    parts = [tube([_on_pillar(float(x), y, 0.306) for x in np.linspace(-0.095, 0.095, 7)], 0.016, gold, 0.5, steps=6)
             for y in (0.42, 0.455)]  # fmt: skip
    for k in range(5):
        x, tall = 0.045 * (k - 2), 0.565 - 0.016 * abs(k - 2)
        parts.append(
            tube(
                [_on_pillar(x, 0.46, 0.306), _on_pillar(x * 1.25, tall, 0.306)],
                [0.022, 0.010],
                gold,
                0.5,
                steps=6,
            )
        )
        parts.append(ball(0.018, _on_pillar(x * 1.25, tall + 0.018, 0.308), gold, 0.6, steps=6))
    return parts


# -- bus stop ------------------------------------------------------------------------------------------------


@draws("bus_stop", yaw=-20)
def bus_stop(look: Look) -> Model:
    """A shelter with a bench and a poster that lights up, and the pole with the numbers of the buses."""
    steel, red = "#c3c9ce", look.tint("#d8342e")
    kit = Kit()
    kit.add(box(3.6, 0.10, 1.7, "#b7b2a8", 0.1, bevel=0.03))
    for x in (-1.35, 1.35):
        kit.add(box(0.09, 2.35, 0.09, steel, 0.5, bevel=0.02).moved(x, 0.08, -0.48))
    for x in (-1.35, 0.0, 1.35):
        kit.add(tube([(x, 2.34, -0.50), (x, 2.52, 0.0), (x, 2.60, 0.62)], 0.040, steel, 0.5, steps=8))
    s, t = np.meshgrid(np.linspace(-1.66, 1.66, 9), np.linspace(0, 1, 7))
    for lift, tint in ((0.0, mix(red, "#ffffff", 0.05)), (0.055, red)):
        y = 2.42 + 0.26 * np.sin(t * 1.35) + lift
        roof = np.stack([s, y, -0.66 + 1.42 * t], -1)
        kit.add(cloth(roof[::-1], tint, thick=0.05, gloss=0.4))
    kit.add(box(3.34, 0.12, 0.05, CREAM, 0.4, bevel=0.015).moved(0, 2.66, 0.76))
    kit.add(lettered("巴士站 BUS STOP", 1.5, 0.10, red, CREAM, rows=14, fill=0.98).moved(-0.6, 2.72, 0.788))
    _seat(kit)
    poster = _poster(kit)
    _flag(kit, red)
    back = quads(
        np.array([[(-1.30, 0.35, -0.48), (0.55, 0.35, -0.48), (0.55, 2.20, -0.48), (-1.30, 2.20, -0.48)]]),
        rgb("#cfe2e8"),
        gloss=0.9,
    )
    kit.add(
        *(tube([(-1.35, y, -0.48), (1.35, y, -0.48)], 0.022, steel, 0.5, steps=6) for y in (0.34, 2.21)),
        poster,
    )
    kit.lamps.append(Lamp(at=(-0.3, 2.3, 0.1), radius=1.3, colour="#eef6ff", strength=0.5))
    seat = Anchor(at=(-0.45, 0.53, -0.12), size=1.1)
    return kit.model({"seat": seat, "top": Anchor(at=(0, 2.72, 0), size=1.0), "inside": seat}, glass=back)


def _seat(kit: Kit) -> None:
    kit.add(
        *(
            box(1.70, 0.045, 0.12, "#b9783f", 0.3, bevel=0.015).moved(-0.45, 0.48, -0.02 - 0.15 * k)
            for k in range(3)
        )
    )
    for x in (-1.1, 0.2):
        kit.add(tube([(x, 0.10, -0.16), (x, 0.48, -0.16)], 0.035, "#7c858c", 0.5, steps=8),
                bar(0.05, 0.04, 0.42, "#7c858c", 0.4).moved(x, 0.45, -0.17))  # fmt: skip


def _poster(kit: Kit) -> Mesh:
    """A light box at the end: a harbour in three colours."""
    x, w, h = 1.0, 0.62, 1.5
    frame = box(w + 0.12, h + 0.14, 0.14, "#3f464d", 0.5, bevel=0.03).moved(x, 0.55, -0.48)
    sky = np.array(
        [
            [
                (x - w / 2, 0.62, -0.405),
                (x + w / 2, 0.62, -0.405),
                (x + w / 2, 0.62 + h, -0.405),
                (x - w / 2, 0.62 + h, -0.405),
            ]
        ]
    )
    shade = np.array([[rgb("#f3a25a"), rgb("#f3a25a"), rgb("#4f9fd6"), rgb("#4f9fd6")]])
    hill = extrude(
        [(-0.30, 0), (0.30, 0), (0.30, 0.30), (0.12, 0.46), (-0.02, 0.30), (-0.14, 0.38), (-0.30, 0.22)],
        0.01,
        "#2f6f64",
        0.2,
    )
    boat = extrude([(-0.12, 0), (0.10, 0), (0.16, 0.06), (-0.16, 0.06)], 0.01, "#f4efe2", 0.2).moved(
        0, 0.10, 0.004
    )
    sail = extrude([(-0.08, 0.07), (0.06, 0.07), (-0.02, 0.34)], 0.01, "#d8342e", 0.2, crease=10).moved(
        0, 0.10, 0.004
    )
    art = join(hill, boat, sail).moved(x, 0.72, -0.398)
    words = lettered("香港", 0.46, 0.24, "#ffffff", "#5b9fce", rows=20, bare=True).moved(x, 1.86, -0.398)
    both = join(quads(sky, shade, gloss=0.6), art, words)
    kit.night.append(both.finished(glow=0.85).moved(0, 0, 0.003))
    kit.lamps.append(Lamp(at=(x, 1.3, -0.3), radius=1.0, colour="#ffe0b4", strength=0.5))
    return join(frame, both)


def _flag(kit: Kit, red: Colour) -> None:
    """The pole at the kerb: a round sign, plates with numbers."""
    x, z = -1.60, 0.62
    kit.add(
        tube([(x, 0.1, z), (x, 2.95, z)], 0.038, "#9aa3a6", 0.5, steps=10),
        cylinder(0.14, 0.06, "#6d7478", 0.3, steps=16).moved(x, 0.08, z),
    )
    disc = cylinder(0.30, 0.06, red, 0.4, steps=32, bevel=0.015).turned(pitch=90).moved(x, 2.95, z - 0.03)
    face = (
        cylinder(0.235, 0.02, "#ffffff", 0.4, steps=28, bevel=0.004)
        .turned(pitch=90)
        .moved(x, 2.95, z + 0.025)
    )
    kit.add(disc, face, *(m.moved(x, 2.95, z + 0.05) for m in _bus(red)))
    for k, (number, paper) in enumerate((("1A", "#f2c21c"), ("6", "#ffffff"), ("13X", "#f2c21c"))):
        y = 2.36 - 0.25 * k
        word = lettered(number, 0.40, 0.19, "#26262a", paper, rows=16, fill=0.9)
        kit.add(
            box(0.46, 0.22, 0.04, paper, 0.3, bevel=0.012).moved(x, y, z + 0.02),
            word.moved(x, y + 0.11, z + 0.043),
        )


def _bus(red: Colour) -> list[Mesh]:
    """A bus from the front, as on the sign."""
    body = box(0.22, 0.26, 0.012, red, 0.3, bevel=0.005).moved(0, -0.13, 0)
    panes = [bar(0.17, 0.075, 0.004, "#ffffff").moved(0, y, 0.008) for y in (0.035, -0.065)]
    lights = [ball((0.016, 0.016, 0.006), (s * 0.07, -0.10, 0.008), "#ffffff", steps=5) for s in (-1, 1)]
    wheels = [bar(0.04, 0.04, 0.012, "#26262a").moved(s * 0.07, -0.17, 0) for s in (-1, 1)]
    return [body, *panes, *lights, *wheels]
