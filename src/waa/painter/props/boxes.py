"""Paper and card: a carton that cats like, red banners of the New Year, sweets in their wrappers."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.props.garnish import both_sides
from waa.painter.props.serving import is_held
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, grid_faces, join, make, tube
from waa.painter.solid.model import Anchor, Model

CARD = "#c99a63"
GOLD = "#f2c14a"


def _sheet(corners: list[tuple[float, float, float]], colour: Colour, thick: float = 0.006) -> Mesh:
    """A piece of card over four corners, seen from both sides."""
    one = make(corners, [(0, 1, 2), (0, 2, 3)], None, colour, 0.15)
    return both_sides(join(one, one.moved(*(float(c) for c in -one.normals[0] * thick))))


@draws("carton", yaw=-24)
def carton(look: Look) -> Model:
    """An open cardboard box, 45 cm, its flaps out, tape and arrows on it; who hides in it comes to `inside`."""
    card = look.tint(CARD)
    inner = shift(card, 0, 0.95, 0.78)
    w, h, d = 0.45, 0.32, 0.36
    x, z = w / 2, d / 2
    walls = []
    for a, b in (((-x, z), (x, z)), ((x, z), (x, -z)), ((x, -z), (-x, -z)), ((-x, -z), (-x, z))):
        wall = make(
            [(a[0], 0, a[1]), (b[0], 0, b[1]), (b[0], h, b[1]), (a[0], h, a[1])],
            [(0, 1, 2), (0, 2, 3)],
            None,
            card,
            0.15,
        )
        inside = wall.moved(*(float(c) for c in -wall.normals[0] * 0.008))
        walls += [wall, make(inside.vertices, inside.faces[:, ::-1], -inside.normals, inner, 0.1)]
    floor = box(w - 0.01, 0.01, d - 0.01, inner, 0.1)
    flaps = []
    for side in (-1, 1):
        tip_x, tip_y = side * (x + 0.13), h - 0.035
        flaps.append(_sheet([(side * x, h, z), (side * x, h, -z), (tip_x, tip_y, -z + 0.01), (tip_x, tip_y, z - 0.01)],
            shift(card, 0, 1, 1.06)))  # fmt: skip
    flaps.append(
        _sheet(
            [(-x, h, z), (x, h, z), (x - 0.01, h - 0.09, z + 0.10), (-x + 0.01, h - 0.09, z + 0.10)],
            shift(card, 0, 1, 1.04),
        )
    )
    flaps.append(
        _sheet(
            [(-x, h, -z), (x, h, -z), (x - 0.01, h + 0.10, -z - 0.09), (-x + 0.01, h + 0.10, -z - 0.09)],
            shift(card, 0, 1, 0.98),
        )
    )
    tape = box(0.055, h * 0.42, 0.002, mix(card, "#fff2d0", 0.45), 0.4).moved(0, 0, z + 0.001)
    arrows = [_arrow(0.036).moved(-x + 0.07 + 0.05 * k, 0.11, z + 0.002) for k in range(2)]
    sign = lettered("小心輕放", 0.16, 0.045, "#8a3a24", card, rows=26, fill=0.95, bare=True).moved(
        x - 0.12, 0.09, z + 0.002
    )
    mesh = join(*walls, floor, *flaps, tape, *arrows, sign)
    return Model(mesh=mesh, anchors={"inside": Anchor(at=(0, 0.25, 0), size=w * 0.8), "top": Anchor(at=(0, h,
        0), size=w * 0.7),
        "grip": Anchor(at=(0, 0.16, z * 0.6)), "seat": Anchor(at=(0, 0.10, 0), size=w * 0.7)})  # fmt: skip


def _arrow(size: float) -> Mesh:
    """'This way up.'"""
    head = make(
        [(-size / 2, size * 0.9, 0), (size / 2, size * 0.9, 0), (0, size * 1.7, 0)],
        [(0, 1, 2)],
        None,
        "#8a3a24",
        0.1,
    )
    return join(head, box(size * 0.36, size, 0.001, "#8a3a24", 0.1))


# -- New Year ----------------------------------------------------------------------------------------------------


@draws("fai_chun", yaw=-6)
def fai_chun(look: Look) -> Model:
    """Red paper for the door: a diamond with 福 between two strips of good wishes, hung from a golden cord."""
    red = look.tint("#cf2026")
    middle = _diamond(0.30, "福", red)
    if is_held(look):
        return _hung(middle.moved(y=0.21))
    strips = [_strip(words, red).moved(s * 0.27, 0, 0) for s, words in ((-1, "出入平安"), (1, "龍馬精神"))]
    return _hung(join(middle.moved(0, 0.31, 0.01), *strips))


def _hung(mesh: Mesh) -> Model:
    mesh = mesh.moved(y=-float(mesh.low[1]))
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, float(mesh.high[1]) * 0.5, 0)), "top": Anchor(at=(0,
        float(mesh.high[1]), 0),
        size=0.1)})  # fmt: skip


def _strip(words: str, red: Array) -> Mesh:
    """Four characters downwards, 60 cm, with a roller at either end."""
    w, h = 0.135, 0.58
    text = lettered(
        words,
        w * 0.86,
        h * 0.90,
        GOLD,
        red,
        rows=120,
        fill=0.96,
        font="serif-900",
        vertical=True,
        bare=True,
        gloss=0.5,
    )
    sheet = box(w, h, 0.004, red, 0.3).moved(y=-h / 2)
    frame = [box(w - 0.012, 0.004, 0.006, GOLD, 0.5).moved(0, y, 0) for y in (-h / 2 + 0.012, h / 2 - 0.016)]
    frame += [
        box(0.004, h - 0.028, 0.006, GOLD, 0.5).moved(s * (w / 2 - 0.008), -h / 2 + 0.014, 0) for s in (-1, 1)
    ]
    rods = [
        tube([(-w / 2 - 0.012, y, 0), (w / 2 + 0.012, y, 0)], 0.011, "#8a5a30", 0.4, steps=14)
        for y in (-h / 2, h / 2)
    ]
    cord = tube(
        [(-w * 0.4, h / 2 + 0.008, 0), (0, h / 2 + 0.055, 0), (w * 0.4, h / 2 + 0.008, 0)],
        0.0028,
        GOLD,
        0.3,
        steps=8,
    )
    return join(sheet, *frame, text.moved(z=0.0036), *rods, cord).moved(y=h / 2 + 0.011)


def _diamond(side: float, word: str, red: Array) -> Mesh:
    """A square on its corner with one great character, a tassel beneath."""
    square = box(side, side, 0.005, red, 0.3).moved(y=-side / 2).turned(roll=45)
    edge = [
        box(side - 0.020, 0.005, 0.007, GOLD, 0.5).moved(0, side / 2 - 0.016, 0).turned(roll=45 + 90 * k)
        for k in range(4)
    ]
    text = lettered(
        word, side * 0.78, side * 0.78, GOLD, red, rows=64, fill=0.95, font="serif-900", bare=True, gloss=0.5
    )
    reach = side * 0.707
    loop = tube([(0, reach - 0.006, 0), (0, reach + 0.055, 0)], 0.0035, GOLD, 0.3, steps=8)
    bead = ball(0.013, (0, -reach - 0.010, 0), GOLD, 0.6, steps=12)
    tassel = tube(
        [(0, -reach - 0.018, 0), (0, -reach - 0.035, 0), (0, -reach - 0.10, 0)],
        [0.006, 0.013, 0.016],
        shift(red, 0, 1, 0.95),
        0.1,
    )
    return join(square, *edge, text.moved(z=0.0045), loop, bead, tassel)


# -- sweets ------------------------------------------------------------------------------------------------------


_SWEETS = ("#e8405a", "#3fa8d8", "#f6b93a", "#6fbf4a", "#a46ad0")


@draws("candy", yaw=-10)
def candy(look: Look) -> Model:
    """A sweet in its twisted wrapper; the members of a group have different colours."""
    sweet = _sweet(look.tint(_SWEETS[look.variant % len(_SWEETS)]))
    mesh = sweet.moved(y=-float(sweet.low[1]))
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.45 * float(mesh.high[1]), 0))})


def _sweet(colour: Colour) -> Mesh:
    """A round sweet along x, 7 cm, striped, its wrapper twisted at both ends."""
    body = ball((0.0185, 0.0150, 0.0150), (0, 0, 0), colour, 0.8, steps=26)
    v = body.vertices
    swirl = np.cos(np.arctan2(v[:, 2], v[:, 1]) * 5 + v[:, 0] * 160) > 0.35
    body = body.painted(np.where(swirl[:, None], mix(colour, "#ffffff", 0.85), body.colours))
    ends = []
    for s in (-1, 1):
        t, a = np.meshgrid(
            np.linspace(0, 1, 7), np.linspace(0, 2 * math.pi, 30, endpoint=False), indexing="ij"
        )
        r = 0.0040 + 0.0125 * t**1.2 * (1 + 0.22 * np.cos(7 * a) * t)
        points = np.stack([s * (0.0165 + 0.019 * t), r * np.cos(a), r * np.sin(a)], -1).reshape(-1, 3)
        fan = both_sides(make(points, grid_faces(7, 30, wraps=True), None, colour, 0.6))
        ridge = (np.cos(7 * np.arctan2(fan.vertices[:, 2], fan.vertices[:, 1])) > 0.2).astype(F)
        ends.append(
            fan.painted(fan.colours + (mix(colour, "#ffffff", 0.7) - fan.colours) * (ridge * F(0.6))[:, None])
        )
    return join(body, *ends).moved(y=0.0165)
