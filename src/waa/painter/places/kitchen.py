"""A Hong Kong kitchen: gas stove and wok, a rice cooker, tiles to the ceiling. Food alone is seen on its counter."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from waa.painter.archive import archived
from waa.painter.canvas import Canvas
from waa.painter.colour import shift
from waa.painter.facts import Facts, facts
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, torus, tube
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import festive, furniture, indoors, signs, surfaces
from waa.painter.world.diorama import Diorama, block
from waa.painter.world.halo import halos
from waa.painter.world.lens import Lens, room_lens
from waa.painter.world.panel import Picture
from waa.painter.world.plate import Bulb, Plate, lay_plate
from waa.painter.world.shell import Shell, window_frame
from waa.painter.world.tabletop import GROUND, lay_table, table_lens, window_light

_HEIGHT = 2.6
_COUNTER = 0.88
_WINDOW = (-0.95, 0.55, 1.18, 2.15)
# (cabinets, tiles, every fourth tile) that go together.
_SCHEMES = (
    ("#5f9a86", "#f4efe2", "#e3ebdf"),
    ("#e0b458", "#eef1ec", "#f4ead2"),
    ("#7fa6b8", "#f5f0e6", "#e2ebee"),
)
_SMALL = ("food", "drink", "fruit", "tableware", "container", "plate")


@place("kitchen", hour="day", indoors=True)
def kitchen(canvas: Canvas, setting: Setting) -> Stage:
    on_counter = is_small([facts(c) for c in sorted(setting.concepts)])
    return _on_counter(canvas, setting) if on_counter else _whole(canvas, setting)


def is_small(things: Sequence[Facts]) -> bool:
    """Whether all of them belong on a worktop; nothing at all does not."""
    return bool(things) and all(t.has(*_SMALL) and not t.is_animate for t in things)


def _whole(canvas: Canvas, setting: Setting) -> Stage:
    """The room, its floor free for whoever cooks."""
    lens = room_lens(canvas.width, canvas.height, horizon=0.44, eye=1.35, away=5.2)
    mood = indoors.mood_of(setting)
    half = float(np.clip(0.90 * lens.half_width(lens.away), 1.9, 3.3))
    plate = _photographed(lens, setting, half, 0.0)
    pixels = plate.lit(mood.light, bulbs=_bulbs(mood), fill=mood.fill, lamps=0.9, bounce=0.45)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.62, softness=1.8)
    _glows(canvas, lens, mood, 0.0)
    cord = lens.project([(-half, _HEIGHT - 0.12, 0.4), (half, _HEIGHT - 0.12, 0.4)])
    festive.dress(canvas, setting, mood.light, cord, soft=1.4, size=0.065)
    return Stage(
        light=mood.light,
        horizon=lens.horizon,
        ground=0.90 * canvas.height,
        kind="room",
        subject_height=0.44,
        haze=0.0,
        reflects=0.08,
        finish=Finish(contrast=0.05),
    )


def _on_counter(canvas: Canvas, setting: Setting) -> Stage:
    """A worktop in front, the kitchen out of focus behind it."""
    lens = table_lens(canvas.width, canvas.height, away=3.2)
    mood = indoors.mood_of(setting)
    plate = _photographed(
        lens, setting, float(np.clip(lens.half_width(lens.away) * 1.1, 1.7, 3.3)), -_COUNTER
    )
    pixels = plate.lit(mood.light, bulbs=_bulbs(mood, -_COUNTER), fill=mood.fill, lamps=0.9, bounce=0.45)
    lay_plate(canvas, pixels, plate, softness=3.8)
    _glows(canvas, lens, mood, -_COUNTER)
    canvas.layer("table")
    kind = int(setting.rng("worktop").integers(2))
    top = lay_table(
        canvas,
        lens,
        surfaces.wood("#b98450", 1100, 620) if kind else surfaces.marble(gold=None),
        mood.light,
        rim=("#ffffff", "#8a7a6a"),
    )
    window_light(canvas, top, mood.light)
    return Stage(
        light=mood.light,
        horizon=lens.horizon,
        ground=GROUND * canvas.height,
        kind="table",
        subject_height=0.36,
        haze=0.0,
        reflects=0.14,
        finish=Finish(contrast=0.05),
    )


def _photographed(lens: Lens, setting: Setting, half: float, floor: float) -> Plate:
    scheme = int(setting.rng("scheme").integers(len(_SCHEMES)))
    shell = Shell(half=round(half, 2), height=_HEIGHT, front=lens.away - 1.0 if floor == 0 else 4.0)
    diorama = Diorama(lens=lens, meshes=[_set(shell, scheme, floor)])
    _hangings(diorama, shell, setting, scheme, floor)
    return diorama.photograph(0.6 if floor == 0 else 0.5)


def _bulbs(mood: indoors.Mood, floor: float = 0.0) -> list[Bulb]:
    hood = Bulb(at=(1.08, 1.55 + floor, 0.4), colour="#ffe0a8", power=0.35 * mood.lamps, reach=1.6)
    ceiling = Bulb(
        at=(0, 2.3 + floor, 2.0),
        colour="#fff0d0",
        power=0.42 * mood.lamps if mood.is_dark else 0.12,
        reach=4.2,
    )
    return [hood, ceiling]


@kept
@archived
def _set(shell: Shell, scheme: int, floor: float) -> Mesh:
    cabinets, tile, _ = _SCHEMES[scheme]
    half = shell.half
    side = (0.9, 2.4, 0.9, 2.1)
    parts = [
        shell.floor("#d8d2c4", 0.4),
        shell.ceiling("#f7f3ea"),
        shell.back(tile, [_WINDOW]),
        shell.left(tile, [side]),
        shell.right(tile),
        window_frame(_WINDOW, "#f2efe8", columns=2, deep=0.16),
    ]
    parts += _cupboards(half, cabinets)
    parts += [
        _stove().moved(1.08, _COUNTER, 0.34),
        _hood(cabinets).moved(1.08, 1.72, 0.24),
        _sink().moved(-0.1, _COUNTER, 0.34),
    ]
    parts += [
        _rice_cooker().moved(-1.38, _COUNTER, 0.32),
        _kettle().moved(-0.78, _COUNTER, 0.30),
        _bottles().moved(1.62, _COUNTER, 0.2),
    ]
    parts.append(_rail(1.1).moved(-1.32, 1.62, 0.05))
    parts.append(_fridge().moved(half - 0.40, 0, 0.95))
    parts.append(furniture.stool().moved(-half + 0.5, 0, 1.15))
    parts.append(furniture.plant(0.34, seed=2).moved(0.34, 1.17, 0.12))
    parts.append(furniture.pendant("#f2efe6", 0.5, 0.22).moved(0, _HEIGHT, 1.7))
    return join(*parts).moved(0, floor, 0)


def _cupboards(half: float, colour: str) -> list[Mesh]:
    """Below and above, along the back wall."""
    dark, parts = shift(colour, 0, 1, 0.92), []
    parts.append(box(2 * half, 0.06, 0.66, "#e9e4da", 0.45, bevel=0.015).moved(0, _COUNTER - 0.06, 0.33))
    parts.append(block(0, 0.08, 0.28, 2 * half, _COUNTER - 0.14, 0.52, shift(colour, 0, 1, 0.7)))
    x = -half + 0.02
    while x < half - 0.2:
        parts.append(box(0.50, 0.70, 0.04, colour, 0.3, bevel=0.015).moved(x + 0.26, 0.10, 0.57))
        parts.append(
            cylinder(0.016, 0.03, "#c79a4e", 0.6, steps=12).turned(0, 90).moved(x + 0.44, 0.66, 0.59)
        )
        x += 0.535
    for left, right in ((-half, -1.05), (1.50, half)):
        n = max(1, round((right - left) / 0.5))
        for k in range(n):
            w = (right - left) / n
            parts.append(
                box(w - 0.02, 0.62, 0.34, dark, 0.3, bevel=0.015).moved(left + (k + 0.5) * w, 1.86, 0.18)
            )
            parts.append(
                cylinder(0.014, 0.03, "#c79a4e", 0.6, steps=12)
                .turned(0, 90)
                .moved(left + (k + 0.85) * w, 1.92, 0.36)
            )
    return parts


def _stove() -> Mesh:
    """Two rings; a wok on one, a soup pot on the other."""
    body = box(0.78, 0.09, 0.46, "#3a3d44", 0.5, bevel=0.02)
    rings = [torus(0.09, 0.014, "#1f2126", steps=20).moved(x, 0.10, 0) for x in (-0.2, 0.2)]
    flames = [torus(0.07, 0.012, "#5ab0ff", steps=16).finished(glow=0.9).moved(-0.2, 0.115, 0)]
    wok = lathe(
        [(0, 0), (0.10, 0.01), (0.19, 0.07), (0.225, 0.12), (0.215, 0.12), (0.17, 0.06), (0, 0.02)],
        "#2c2e34",
        0.5,
        steps=30,
    ).moved(-0.2, 0.12, 0)
    handle = tube([(0, 0.22, 0.0), (0.02, 0.24, 0.30)], 0.018, "#8a5a34", steps=8).moved(-0.2, 0, 0.05)
    pot = join(
        cylinder(0.14, 0.20, "#b5342c", 0.6, steps=30).moved(0, 0.11, 0),
        cylinder(0.145, 0.03, "#a12c26", 0.6, steps=30).moved(0, 0.31, 0),
        ball(0.025, (0, 0.355, 0), "#2a2a30", steps=10),
    )
    knobs = [
        cylinder(0.026, 0.03, "#d8d4cc", 0.4, steps=14).turned(0, 90).moved(x, 0.05, 0.23)
        for x in (-0.2, 0.2)
    ]
    return join(body, *rings, *flames, wok, handle, pot.moved(0.2, 0, 0), *knobs)


def _hood(colour: str) -> Mesh:
    skirt = box(0.80, 0.14, 0.46, "#c9ced4", 0.6, bevel=0.03)
    lamp = box(0.3, 0.01, 0.1, "#fff0cc", bevel=0.004).finished(glow=1.0).moved(0, -0.012, 0.05)
    return join(skirt, box(0.34, 0.75, 0.28, "#c9ced4", 0.6, bevel=0.02).moved(0, 0.14, -0.06), lamp)


def _sink() -> Mesh:
    tap = tube(
        [(0, 0.0, -0.2), (0, 0.26, -0.2), (0, 0.32, -0.12), (0, 0.27, -0.04)], 0.016, "#c3c8d0", 0.7, steps=8
    )
    dishes = [
        cylinder(0.11, 0.012, "#f7f3e8", 0.5, steps=24).turned(0, 80).moved(0.42 + 0.035 * k, 0.12, -0.05)
        for k in range(3)
    ]
    return join(box(0.62, 0.012, 0.44, "#a9b0b8", 0.6, bevel=0.005), tap, *dishes)


def _rice_cooker() -> Mesh:
    """White with a red flower, as ever."""
    pot = lathe([(0, 0), (0.14, 0), (0.165, 0.03), (0.165, 0.17), (0.15, 0.20)], "#f7f2e6", 0.5, steps=30)
    lid = lathe([(0.16, 0.20), (0.13, 0.245), (0.03, 0.26), (0, 0.26)], "#e4ded0", 0.6, steps=30)
    button = box(0.05, 0.03, 0.02, "#d8342c", 0.4, bevel=0.008).moved(0, 0.05, 0.165)
    return join(pot, lid, ball(0.022, (0, 0.275, 0), "#3a3a40", steps=10), button)


def _kettle() -> Mesh:
    body = lathe(
        [(0, 0), (0.11, 0), (0.125, 0.03), (0.10, 0.13), (0.05, 0.16), (0, 0.165)], "#cfd4da", 0.7, steps=28
    )
    spout = tube(
        [(0.10, 0.06, 0), (0.17, 0.11, 0), (0.19, 0.15, 0)], [0.03, 0.02, 0.015], "#cfd4da", 0.7, steps=8
    )
    grip = tube(
        [(-0.08, 0.14, 0), (-0.05, 0.24, 0), (0.05, 0.24, 0), (0.08, 0.14, 0)], 0.012, "#2a2a30", steps=8
    )
    return join(body, spout, grip, ball(0.018, (0, 0.18, 0), "#2a2a30", steps=8))


def _bottles() -> Mesh:
    soy = lathe(
        [(0, 0), (0.035, 0), (0.035, 0.15), (0.014, 0.2), (0.014, 0.26), (0, 0.26)], "#3a1f18", 0.6, steps=18
    )
    oil = lathe(
        [(0, 0), (0.045, 0), (0.045, 0.17), (0.018, 0.23), (0.018, 0.28), (0, 0.28)], "#e0b03c", 0.6, steps=18
    )
    return join(
        soy,
        oil.moved(0.12, 0, 0),
        cylinder(0.016, 0.03, "#d8342c", steps=12).moved(0, 0.25, 0),
        cylinder(0.02, 0.03, "#3f7f50", steps=12).moved(0.12, 0.27, 0),
    )


def _rail(width: float) -> Mesh:
    """Ladles and a cleaver on a rail."""
    parts = [tube([(-width / 2, 0, 0.03), (width / 2, 0, 0.03)], 0.01, "#c3c8d0", 0.6, steps=6)]
    for k, x in enumerate(np.linspace(-width * 0.42, width * 0.42, 5)):
        parts.append(tube([(x, 0, 0.03), (x, -0.2, 0.03)], 0.008, "#b9bec6", 0.6, steps=6))
        if k == 2:
            parts.append(box(0.10, 0.14, 0.006, "#c9ced6", 0.7, bevel=0.002).moved(float(x), -0.34, 0.03))
        else:
            parts.append(
                ball(
                    (0.045, 0.045, 0.02),
                    (float(x), -0.24, 0.035),
                    ("#b9bec6", "#8a5a34")[k % 2],
                    0.6,
                    steps=10,
                )
            )
    return join(*parts)


def _fridge() -> Mesh:
    body = box(0.70, 1.68, 0.66, "#e9f0ee", 0.5, bevel=0.05)
    gap = block(0, 1.14, 0.0, 0.71, 0.015, 0.672, "#9fb0ac")
    handles = [box(0.03, 0.26, 0.04, "#b9c2c0", 0.6, bevel=0.012).moved(-0.26, y, 0.34) for y in (0.82, 1.20)]
    notes = [
        box(0.09, 0.09, 0.006, c, bevel=0.002).moved(x, y, 0.333)
        for x, y, c in ((0.05, 1.36, "#ffe27a"), (0.18, 1.30, "#ff9aa8"), (0.0, 0.9, "#8fd0ff"))
    ]
    return join(body, gap, *handles, *notes).turned(-32)


def _hangings(diorama: Diorama, shell: Shell, setting: Setting, scheme: int, floor: float) -> None:
    half, front = shell.half, shell.front
    _, tile, other = _SCHEMES[scheme]
    wall = surfaces.tiles(tile, other, 30, 14, 24, grout="#d9d3c4", checked=False)
    left, right, low, high = _WINDOW
    for x, w in ((-half, left + half), (right, half - right)):  # beside the window, then below it
        diorama.hang(
            _part(wall, w / (2 * half)),
            (x, high + floor, 0.003),
            (w, 0, 0),
            (0, _COUNTER - high, 0),
            gloss=0.5,
        )
    diorama.hang(
        _part(wall, (right - left) / (2 * half)),
        (left, low - 0.1 + floor, 0.003),
        (right - left, 0, 0),
        (0, _COUNTER - low + 0.1, 0),
        gloss=0.5,
    )
    diorama.hang(
        surfaces.tiles("#efe9dc", "#7a9a92", 12, 10, 40, grout="#c9c2b2"),
        (-half, 0.001 + floor, 0),
        (2 * half, 0, 0),
        (0, 0, front),
        gloss=0.45,
    )
    view = indoors.outlook(setting.hour, setting.weather, setting.seed % 3, storeys=0.8)
    diorama.hang(
        view,
        (left - 0.2, high + 0.2 + floor, -0.3),
        (right - left + 0.4, 0, 0),
        (0, low - high - 0.4, 0),
        glow=1.0,
    )
    diorama.hang(view, (-half - 0.3, 2.4 + floor, 2.8), (0, 0, -3.4), (0, -1.7, 0), glow=1.0)
    diorama.hang(
        signs.calendar(setting.seed % 28 + 1), (0.70, 1.66 + floor, 0.012), (0.19, 0, 0), (0, -0.27, 0)
    )
    if setting.festival == "lunar new year":
        diorama.hang(signs.fai_chun("滿"), (-1.7, 2.42 + floor, 0.37), (0.46, 0, 0), (0, -0.46, 0))


def _part(picture: Picture, share: float) -> Picture:
    """The left part of a picture: a narrow wall has fewer tiles, not narrower ones."""
    return picture[:, : max(24, int(picture.shape[1] * min(1.0, share)))]


def _glows(canvas: Canvas, lens: Lens, mood: indoors.Mood, floor: float) -> None:
    (x, y), (hx, hy) = lens.project([(-0.2, 1.7 + floor, 0), (1.08, 1.66 + floor, 0.4)])
    scale = lens.focal / lens.away
    daylight = 0.0 if mood.is_dark else 0.30
    halos(
        canvas,
        [(x, y, 1.8 * scale, mood.light.rim, daylight), (hx, hy, 0.8 * scale, "#ffe0a8", 0.35 * mood.lamps)],
    )
