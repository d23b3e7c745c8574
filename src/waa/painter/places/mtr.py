"""An underground platform: mosaic in the station's colour, its name in brush writing, a train behind glass doors."""

from __future__ import annotations

import numpy as np

from waa.painter.archive import archived
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import F, code, mix, rgb, shift
from waa.painter.kept import kept
from waa.painter.light import LIGHTS
from waa.painter.solid.mesh import Mesh, box, cylinder, join
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import festive, panel, signs, surfaces
from waa.painter.world.diorama import Diorama, block, quad
from waa.painter.world.lens import Lens, level
from waa.painter.world.plate import Bulb, lay_plate, mirror_in_floor

# (mosaic, second tone, station, its romanisation): none is on any map.
_STATIONS = (
    ("#c8433a", "#d8574b", "話灣", "Wa Wan"),
    ("#2f7fb0", "#3f92c4", "畫田", "Wak Tin"),
    ("#d99a2f", "#e6ad48", "墨池", "Mak Chi"),
    ("#6f55a0", "#8168b4", "彩里", "Choi Lei"),
    ("#2f8f6e", "#41a382", "筆架角", "Pat Ka Kok"),
)
_HEIGHT = 2.95
_EDGE = -2.1  # of the platform, where the glass doors stand
_WALL = 2.5
_LONG = 20.0


@place("mtr", hour="day", indoors=True)
def mtr(canvas: Canvas, setting: Setting) -> Stage:
    """Looking along the platform; the train stands at the left."""
    farther = max(1.0, (canvas.height / canvas.width) ** 0.5)
    lens = level(
        canvas.width,
        canvas.height,
        horizon=0.45,
        ground=0.90,
        eye=1.40 * farther,
        near=3.4 * farther,
        away=_LONG,
    )
    number = int(setting.rng("station").integers(len(_STATIONS)))
    # Wide pictures get a wide platform.
    wide = float(np.clip(lens.half_width(lens.away * 0.32) / 3.3, 0.80, 1.7))
    diorama = Diorama(lens=lens, meshes=[_set(number, round(wide, 2))])
    _hangings(diorama, number, wide, setting)
    plate = diorama.photograph(0.62)
    late = 0.90 if setting.is_night else 1.0
    light = with_light(
        LIGHTS["studio"],
        direction=(-0.28, 0.85, 0.5),
        key=(0.92 * late, 0.90 * late, 0.86 * late),
        shade=(0.46 * late, 0.48 * late, 0.54 * late),
        rim=(1.0, 1.0, 0.97),
        haze=(0.86, 0.88, 0.88),
        bounce=(0.85, 0.84, 0.82),
        shadow=(0.16, 0.17, 0.22),
        shadow_length=0.25,
    )
    bulbs = [
        Bulb(at=(x * wide, 2.7, z), colour="#fffaf0", power=0.26 * late, reach=4.4)
        for x in (-0.9, 1.2)
        for z in (3.0, 8.0, 13.0)
    ]
    pixels = plate.lit(light, bulbs=bulbs, fill=1.0, haze=0.10, haze_from=9.0, lamps=1.05, bounce=0.5)
    mirror_in_floor(plate, pixels, 0.42, polish=2.4)
    lay_plate(canvas, pixels, plate, focus=6.5, softness=1.7)
    _glows(canvas, lens, wide)
    cord = lens.project([(_EDGE * wide, 2.7, 12.5), (_WALL * wide, 2.7, 12.5)])
    festive.dress(canvas, setting, light, cord, soft=1.2, size=0.05, sag=0.03)
    return Stage(
        light=light,
        horizon=lens.horizon,
        ground=0.90 * canvas.height,
        kind="room",
        subject_height=0.44,
        haze=0.0,
        reflects=0.22,
        weathered=False,
        finish=Finish(contrast=0.06, saturation=1.06),
    )


@kept
@archived
def _set(number: int, wide: float) -> Mesh:
    colour, second, _, _ = _STATIONS[number]
    edge, wall = _EDGE * wide, _WALL * wide
    width, middle = wall - edge, (wall + edge) / 2
    parts = [
        quad((edge, 0, 0), (width, 0, 0), (0, 0, _LONG - 1), "#c9c7c2", 0.6),
        quad((edge, _HEIGHT, _LONG - 1), (width, 0, 0), (0, 0, 1 - _LONG), "#f0efea"),
    ]
    parts.append(quad((edge, _HEIGHT, 0), (width, 0, 0), (0, -_HEIGHT, 0), shift(colour, 0, 1, 0.8), 0.3))
    parts.append(quad((wall, _HEIGHT, 0), (0, 0, _LONG - 1), (0, -_HEIGHT, 0), colour, 0.4))
    parts.append(quad((edge, _HEIGHT, _LONG - 1), (0, 0, 1 - _LONG), (0, -_HEIGHT, 0), "#9fb2ba", 0.5))
    for z in np.arange(0.8, _LONG - 1, 1.6):  # the frames of the doors
        parts.append(block(edge + 0.05, 0, float(z), 0.10, 2.25, 0.12, "#b9c2c8", 0.5))
    parts.append(block(edge + 0.12, 2.25, _LONG / 2, 0.26, 0.46, _LONG - 2, "#eef0f0", 0.3))
    parts.append(block(edge + 0.26, 2.33, _LONG / 2, 0.02, 0.10, _LONG - 2, colour))
    for x in (-0.32, 0.36):  # lines of light
        parts.append(
            block(
                middle + x * width,
                _HEIGHT - 0.05,
                _LONG / 2 - 0.5,
                0.20,
                0.05,
                _LONG - 2,
                "#fffdf5",
                glow=1.0,
            )
        )
    for z in np.arange(1.0, _LONG - 1, 2.0):
        parts.append(block(middle, _HEIGHT - 0.02, float(z), width, 0.02, 0.05, "#d9d8d2"))
    for z in (1.2, 6.0, 10.8, 15.6):  # pillars along the wall, benches between them
        parts.append(box(0.42, _HEIGHT, 0.52, second, 0.4, bevel=0.05).moved(wall - 0.2, 0, float(z)))
        parts.append(_bench().turned(-90).moved(wall - 0.32, 0, float(z) + 1.7))
    parts += [_hanging_sign(number).moved(middle + 0.3 * wide, _HEIGHT, z) for z in (10.6,)]
    parts.append(_bin().moved(wall - 0.62, 0, 10.8))
    return join(*parts)


def _bench() -> Mesh:
    seats = [
        box(0.42, 0.05, 0.40, "#c3c8ce", 0.5, bevel=0.02).moved(-0.46 + 0.46 * k, 0.44, 0) for k in range(3)
    ]
    backs = [
        box(0.42, 0.26, 0.04, "#c3c8ce", 0.5, bevel=0.018).moved(-0.46 + 0.46 * k, 0.58, -0.18)
        for k in range(3)
    ]
    return join(
        box(1.4, 0.06, 0.08, "#6b7178", bevel=0.01).moved(0, 0.38, 0),
        *seats,
        *backs,
        *[box(0.06, 0.38, 0.3, "#6b7178", bevel=0.01).moved(x, 0, 0) for x in (-0.55, 0.55)],
    )


def _bin() -> Mesh:
    return join(
        cylinder(0.17, 0.72, "#8f979e", 0.5, steps=24),
        cylinder(0.175, 0.10, "#e07a2f", 0.4, steps=24).moved(0, 0.62, 0),
    )


def _hanging_sign(number: int) -> Mesh:
    rods = [cylinder(0.012, 0.32, "#8f959d", steps=6).moved(x, -0.32, 0) for x in (-0.7, 0.7)]
    return join(box(1.9, 0.42, 0.12, "#22262c", 0.4, bevel=0.02).moved(0, -0.74, 0), *rods)


def _hangings(diorama: Diorama, number: int, wide: float, setting: Setting) -> None:
    colour, second, name, roman = _STATIONS[number]
    edge, wall = _EDGE * wide, _WALL * wide
    middle = (wall + edge) / 2
    tiles = surfaces.tiles(
        colour, second, 290, 44, 6, grout=code(mix(colour, "#f4efe4", 0.45)), checked=False
    )
    diorama.hang(tiles, (wall - 0.004, _HEIGHT, 0), (0, 0, _LONG - 1), (0, -_HEIGHT, 0), gloss=0.35)
    diorama.hang(
        surfaces.tiles("#cfcdc8", "#c4c2bd", 14, 44, 24, grout="#b5b3ae", checked=False),
        (edge, 0.001, 0),
        (wall - edge, 0, 0),
        (0, 0, _LONG - 1),
        gloss=0.6,
    )
    diorama.hang(_yellow_line(), (edge + 0.42, 0.003, 0), (0.34, 0, 0), (0, 0, _LONG - 1), gloss=0.4)
    diorama.hang(
        _doors(colour),
        (edge + 0.01, 2.25, _LONG - 1.2),
        (0, 0, 2.2 - _LONG),
        (0, -2.25, 0),
        gloss=0.45,
        glow=0.45,
    )
    for z in (2.9, 7.7, 12.45):
        diorama.hang(_name(name, roman), (wall - 0.012, 2.45, z), (0, 0, 1.7), (0, -1.5, 0))
    for k, z in enumerate((1.3, 6.1, 11.08)):
        diorama.hang(
            _poster(k, setting.festival), (wall - 0.02, 2.15, z), (0, 0, 1.35), (0, -1.25, 0), glow=0.85
        )
    diorama.hang(
        _direction(number),
        (middle + 0.3 * wide - 0.93, _HEIGHT - 0.33, 10.665),
        (1.86, 0, 0),
        (0, -0.40, 0),
        glow=0.9,
    )
    diorama.hang(_name(name, roman), (middle - 0.9, 2.2, 0.01), (1.8, 0, 0), (0, -1.4, 0))
    for z in np.arange(1.7, _LONG - 2, 3.2):
        diorama.hang(
            _line_map(number), (edge + 0.262, 2.68, float(z) + 1.4), (0, 0, -1.4), (0, -0.18, 0), glow=0.7
        )


@kept
def _yellow_line() -> panel.Picture:
    canvas = Canvas(24, 400, "#f0c22e")
    for y in range(6, 400, 12):
        for x in (6, 18):
            canvas.oval(x, y, 3, 3, "#d9a81c")
    return panel.picture_of(canvas)


@kept
@archived
def _doors(colour: str) -> panel.Picture:
    """Glass doors with a train behind them: silver, a stripe, lit windows."""
    w, h, bay = 1600, 200, 145
    canvas = Canvas(w, h, linear((0, 0), (0, h), [(0, "#dfe5e8"), (0.5, "#c3ccd2"), (1, "#98a3ab")]))
    canvas.rectangle(0, 30, w, 78, "#2b333a")
    for k in range(w // bay + 1):
        x = k * bay
        canvas.rectangle(
            x + 10, 36, 54, 66, linear((0, 36), (0, 102), [(0, "#fff6df"), (1, "#e9c79a")]), radius=8
        )
        canvas.rectangle(x + 14, 76, 46, 26, "#c8433a", radius=5)
        canvas.rectangle(x + 84, 22, 48, 170, "#dde3e6", radius=3)
        canvas.rectangle(x + 88, 34, 18, 70, "#fff2d6", radius=4)
        canvas.rectangle(x + 110, 34, 18, 70, "#fff2d6", radius=4)
        canvas.rectangle(x + 107, 22, 2, 170, "#7d868d")
    canvas.rectangle(0, 122, w, 16, "#c8332c")
    canvas.rectangle(0, 142, w, 5, "#e9edf0")
    canvas.pixels *= np.array([0.93, 0.98, 1.0], F)  # the glass before it
    for k in range(w // bay + 1):
        x = k * bay
        shine = np.array([(x + 20, 0), (x + 50, 0), (x + 16, h), (x - 14, h)], float)
        canvas.fill(shine, "#ffffff", opacity=0.14)
        canvas.rectangle(x + 72, 0, 5, h, "#aab4ba")
        canvas.rectangle(x + 137, 0, 5, h, "#aab4ba")
        canvas.rectangle(x + 74, 96, 66, 8, colour, opacity=0.9)
    return panel.picture_of(canvas)


@kept
@archived
def _name(name: str, roman: str) -> panel.Picture:
    """The station's name, written with a brush."""
    canvas = Canvas(300, 270, transparent=True)
    signs.write(canvas, name, (6, 0, 288, 190), "#fbf8f0", font="serif-900", fill=0.98)
    signs.write(canvas, roman, (30, 205, 240, 52), "#fbf8f0", font="sans-700")
    return panel.picture_of(canvas)


@kept
@archived
def _poster(kind: int, festival: str | None) -> panel.Picture:
    """Light boxes: what stations sell."""
    paper, ink, words, small = (
        ("#ffe2b0", "#a5342c", "飲啖茶", "先再返工"),
        ("#cfeaf6", "#2f5f9a", "坐船仔", "睇日落"),
        ("#ffd3dc", "#b0355f", "睇場戲", "今晚九點"),
    )[kind]
    if festival == "lunar new year":
        paper, ink, words, small = "#d8342c", "#ffd978", "恭喜發財", "龍馬精神"
    elif festival == "christmas":
        paper, ink, words, small = "#1f6b42", "#fff0c8", "聖誕快樂", "普天同慶"
    elif festival == "mid-autumn":
        paper, ink, words, small = "#27346e", "#ffe7a0", "人月兩團圓", "中秋快樂"
    canvas = Canvas(240, 220, "#f3f5f5")
    canvas.rectangle(8, 8, 224, 204, paper)
    canvas.oval(180, 70, 62, 62, mix(paper, "#ffffff", 0.5))
    canvas.oval(186, 78, 34, 34, mix(ink, paper, 0.25))
    signs.write(canvas, words, (20, 104, 200, 66), ink, font="serif-900")
    signs.write(canvas, small, (20, 172, 130, 30), mix(ink, "#000000", 0.15), font="sans-700")
    return panel.picture_of(canvas)


@kept
def _direction(number: int) -> panel.Picture:
    """Which way to the exits; how long until the next train."""
    canvas = Canvas(420, 90, "#22262c")
    canvas.rectangle(0, 0, 96, 90, _STATIONS[number][0])
    signs.write(canvas, "A1", (14, 14, 68, 62), "#ffffff")
    signs.write(canvas, "海旁 · 街市", (110, 8, 190, 42), "#ffffff", font="sans-700")
    signs.write(canvas, "Harbour  Market", (110, 50, 190, 30), "#cfd6dc", font="sans-400")
    signs.write(canvas, "1 分鐘", (312, 18, 96, 54), "#ffb43c", font="sans-700")
    return panel.picture_of(canvas)


@kept
def _line_map(number: int) -> panel.Picture:
    canvas = Canvas(300, 40, "#f6f7f7")
    tint = rgb(_STATIONS[number][0])
    canvas.rectangle(20, 17, 260, 6, tint)
    for k in range(8):
        canvas.oval(26 + 35 * k, 20, 7, 7, tint)
        canvas.oval(26 + 35 * k, 20, 4, 4, "#ffffff" if k != 3 else "#ffd23f")
    return panel.picture_of(canvas)


def _glows(canvas: Canvas, lens: Lens, wide: float) -> None:
    middle = (_WALL + _EDGE) * wide / 2
    width = (_WALL - _EDGE) * wide
    for x in (-0.32, 0.36):
        ends = lens.project([(middle + x * width, _HEIGHT, z) for z in (2.0, _LONG - 2.2)])
        canvas.line(ends, 26 * canvas.unit, "#fffdf0", soft=22 * canvas.unit, opacity=0.35, mode="screen")
    ((x, y),) = lens.project([(middle, 1.6, 0)])
    canvas.glow(x, y, 0.22 * canvas.height, "#fdf8ea", 0.18)
