"""An old library: walls of books, a tall arched window, lamps of brass."""

from __future__ import annotations

import math

import cv2
import numpy as np

from waa.painter import noise, shapes
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, fill_mask, linear
from waa.painter.colour import F, mix, rgb, shift
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, torus, tube
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import air, festive, furniture, indoors, panel, signs, surfaces
from waa.painter.world.diorama import Diorama, block
from waa.painter.world.halo import Halo, halos
from waa.painter.world.lens import Lens, room_lens
from waa.painter.world.plate import Bulb, lay_plate
from waa.painter.world.shell import Shell

_HEIGHT = 3.9
_ROWS = 6
_DEEP = 0.42  # of a bookcase
_SPINES = (
    "#a8433a",
    "#2f6b6a",
    "#c58f3d",
    "#3f5a8c",
    "#7a3d5e",
    "#d9c29a",
    "#4f7a4a",
    "#8b5a36",
    "#e0dccb",
    "#5b4a8a",
    "#b5653a",
)
_WOOD = "#7f4f2c"


@place("library", hour="golden", indoors=True)
def library(canvas: Canvas, setting: Setting) -> Stage:
    lens = room_lens(canvas.width, canvas.height, horizon=0.44, near=3.3, away=7.6)
    mood = indoors.mood_of(setting)
    half = float(np.clip(0.72 * lens.half_width(lens.away), 2.3, 4.2))
    shell = Shell(half=half, height=_HEIGHT, front=lens.away - 1.0)
    diorama = Diorama(lens=lens, meshes=[_set(shell, setting.festival)])
    _hangings(diorama, shell, setting)
    plate = diorama.photograph(0.6)
    warm = 0.75 + 0.35 * mood.lamps
    bulbs = [
        Bulb(at=(s * (half - 0.75), 2.35, z), colour="#ffb869", power=0.55 * warm, reach=3.0)
        for s in (-1, 1)
        for z in (1.2, 3.6)
    ]
    bulbs.append(Bulb(at=(-half + 1.15, 1.5, 2.3), colour="#ffc27a", power=0.9 * warm, reach=3.6))
    daylight = "#a9bdf0" if mood.is_dark else mood.light.rim
    bulbs.append(Bulb(at=(0, 2.3, 0.5), colour=daylight, power=0.55 if mood.is_dark else 1.1, reach=4.6))
    pixels = plate.lit(mood.light, bulbs=bulbs, fill=0.62, lamps=0.9 if mood.is_dark else 1.05, bounce=0.3)
    pixels *= np.array([0.94, 0.88, 0.84], F)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.55, softness=1.7)
    _glows(canvas, setting, lens, half, mood)
    cord = lens.project([(-half * 1.0, 3.45, 0.8), (half * 1.0, 3.45, 0.8)])
    festive.dress(canvas, setting, mood.light, cord, soft=1.2, size=0.06)
    stage = Stage(
        light=mood.light,
        horizon=lens.horizon,
        ground=0.90 * canvas.height,
        kind="room",
        subject_height=0.44,
        centred=True,
        haze=0.0,
        reflects=0.08,
        finish=Finish(contrast=0.07, shadow_tint=(0.012, 0.0, 0.02)),
    )
    stage.front.append(
        lambda c: air.motes(
            c,
            setting.rng("dust"),
            70,
            "#ffdca0",
            0.8 * c.unit,
            3.0 * c.unit,
            0.55,
            mode="screen",
            bottom=0.9 * c.height,
        )
    )
    return stage


@kept
@archived
def _set(shell: Shell, festival: str | None) -> Mesh:
    half, front = shell.half, shell.front
    parts = [
        shell.floor("#7d4726", 0.4),
        shell.ceiling("#4a2c1c"),
        shell.back("#5b3a24"),
        shell.left(_WOOD),
        shell.right(_WOOD),
    ]
    for side in (-1, 1):
        x = side * (half - _DEEP / 2)
        for k in range(_ROWS + 1):
            parts.append(block(x, _row(k) - 0.04, front / 2, _DEEP, 0.05, front, shift(_WOOD, 0, 1, 1.05)))
        for z in np.arange(0.0, front, 1.25):
            parts.append(
                box(_DEEP + 0.08, _HEIGHT - 0.5, 0.14, _WOOD, 0.3, bevel=0.03).moved(x, 0, float(z) + 0.1)
            )
        parts.append(block(x, 0, front / 2, _DEEP + 0.06, 0.16, front, shift(_WOOD, 0, 1, 0.8)))
        parts.append(
            box(_DEEP + 0.16, 0.22, front, shift(_WOOD, 0, 1, 1.12), 0.3, bevel=0.05).moved(
                x, _HEIGHT - 0.52, front / 2
            )
        )
        for z in (1.2, 3.7):
            parts.append(_sconce().turned(-side * 90).moved(side * (half - _DEEP - 0.06), 2.2, z - 0.02))
    parts += [
        block(0, _HEIGHT - 0.24, z, 2 * half, 0.22, 0.24, "#5f3a22") for z in np.arange(0.6, front, 1.5)
    ]
    parts += _back_wall(half)
    parts.append(_ladder().turned(90).moved(half - _DEEP - 0.35, 0, 2.7))
    parts.append(_globe().moved(half - _DEEP - 0.55, 0, 0.9))
    parts.append(furniture.floor_lamp("#ffe9b8").moved(-half + 1.15, 0, 2.2))
    parts.append(_pile(5).moved(half - 1.2, 0, 3.3))
    parts.append(_pile(3).turned(30).moved(-half + 0.85, 0, 3.1))
    if festival == "christmas":
        parts.append(festive.tree(1.9).moved(-half + 1.3, 0, 0.9))
    return join(*parts)


def _row(k: int) -> float:
    return 0.16 + k * (_HEIGHT - 0.68) / _ROWS


def _back_wall(half: float) -> list[Mesh]:
    """Bookcases on both sides of the window, its stone frame, a bench below it."""
    parts = []
    for side in (-1, 1):
        middle, width = side * (half + 0.92) / 2, half - 0.92
        for k in range(_ROWS + 1):
            parts.append(block(middle, _row(k) - 0.04, 0.16, width, 0.05, 0.32, shift(_WOOD, 0, 1, 1.05)))
        parts.append(box(0.14, _HEIGHT - 0.5, 0.36, _WOOD, 0.3, bevel=0.03).moved(side * 0.98, 0, 0.18))
    arch = [(0.78 * math.cos(t), 2.45 + 0.78 * math.sin(t), 0.10) for t in np.linspace(0, math.pi, 22)]
    parts.append(
        tube(
            [(0.78, 0.85, 0.1), (0.78, 1.6, 0.1), *arch, (-0.78, 1.6, 0.1), (-0.78, 0.85, 0.1)],
            0.085,
            "#a8835a",
            steps=8,
        )
    )
    parts.append(box(1.9, 0.10, 0.36, "#a8835a", bevel=0.03).moved(0, 0.78, 0.18))
    parts.append(box(1.8, 0.40, 0.5, shift(_WOOD, 0, 1, 0.9), bevel=0.03).moved(0, 0, 0.25))
    parts.append(box(1.76, 0.12, 0.5, "#8c2f3a", bevel=0.055).moved(0, 0.38, 0.26))
    return parts


def _sconce() -> Mesh:
    lit = ball((0.075, 0.09, 0.075), (0, 0.16, 0.12), "#fff0cc", steps=12).finished(glow=1.0)
    return join(
        cylinder(0.05, 0.02, "#c79a4e", 0.5, steps=16).turned(0, 90).moved(0, 0, 0.02),
        tube([(0, 0, 0.02), (0, -0.02, 0.1), (0, 0.08, 0.12)], 0.014, "#c79a4e", steps=6),
        lit,
    )


def _ladder() -> Mesh:
    rails = [tube([(x, 0, 0.55), (x, 3.1, 0.0)], 0.03, "#b07a44", steps=8) for x in (-0.24, 0.24)]
    steps = [
        block(0, 0.34 * k, 0.55 - 0.55 * 0.34 * k / 3.1, 0.48, 0.035, 0.09, "#c08a50") for k in range(1, 9)
    ]
    return join(*rails, *steps)


def _globe() -> Mesh:
    """A globe in its stand."""

    def seas(v: np.ndarray, n: np.ndarray, c: np.ndarray) -> np.ndarray:
        wave = np.sin(n[:, 0] * 5 + 1) + np.sin(n[:, 1] * 6 + n[:, 2] * 4) + np.sin(n[:, 2] * 7)
        return np.where(wave[:, None] > 0.7, rgb("#c9a35e"), rgb("#3f7f8c"))

    sphere = ball(0.30, (0, 0, 0), "#3f7f8c", 0.4, steps=26).painted(seas).turned(0, 0, 20)
    ring = torus(0.345, 0.022, "#b07a44", 0.4, steps=30)
    legs = [
        tube(
            [
                (0.34 * math.sin(a), 0, 0.34 * math.cos(a)),
                (0.30 * math.sin(a), -0.4, 0.30 * math.cos(a)),
                (0.34 * math.sin(a), -0.78, 0.34 * math.cos(a)),
            ],
            0.025,
            _WOOD,
            steps=8,
        )
        for a in (0.5, 2.6, 4.7)
    ]
    return join(sphere, ring, *legs).moved(0, 0.78, 0)


def _pile(count: int) -> Mesh:
    rng = noise.stream("pile of books", count)
    parts, y = [], 0.0
    for _ in range(count):
        tall, width, deep = rng.uniform(0.05, 0.09), rng.uniform(0.34, 0.44), rng.uniform(0.24, 0.30)
        cover = _SPINES[int(rng.integers(len(_SPINES)))]
        book = join(
            box(width, tall, deep, cover, 0.25, bevel=0.012),
            block(0.008, tall * 0.12, 0.006, width - 0.005, tall * 0.76, deep - 0.005, "#efe6d0"),
        )
        parts.append(book.turned(float(rng.uniform(-16, 16))).moved(float(rng.uniform(-0.03, 0.03)), y, 0))
        y += tall
    return join(*parts)


def _hangings(diorama: Diorama, shell: Shell, setting: Setting) -> None:
    half, front = shell.half, shell.front
    top, bottom = _row(_ROWS), _row(0)
    diorama.hang(
        surfaces.planks("#8a5128", 900, 900, 45),
        (-half, 0.001, 0),
        (2 * half, 0, 0),
        (0, 0, front),
        gloss=0.4,
    )
    diorama.hang(_shelved(0), (-half + _DEEP - 0.12, top, front), (0, 0, -front), (0, bottom - top, 0))
    diorama.hang(_shelved(1), (half - _DEEP + 0.12, top, 0), (0, 0, front), (0, bottom - top, 0))
    width = half - 1.0
    diorama.hang(_shelved(2), (-half, top, 0.22), (width, 0, 0), (0, bottom - top, 0))
    diorama.hang(_shelved(3), (half - width, top, 0.22), (width, 0, 0), (0, bottom - top, 0))
    diorama.hang(
        _window(setting.hour, setting.weather), (-0.74, 3.19, 0.05), (1.48, 0, 0), (0, -2.34, 0), glow=1.0
    )
    diorama.hang(_rug(), (-1.5, 0.004, 2.0), (3.0, 0, 0), (0, 0, 2.5), gloss=0.0)
    if setting.festival == "lunar new year":
        for x, text in ((-1.22, "學業進步"), (1.02, "心想事成")):
            diorama.hang(signs.fai_chun(text), (x, 2.3, 0.37), (0.2, 0, 0), (0, -0.9, 0))


@kept
@archived
def _shelved(number: int, width: int = 900, height: int = 560) -> panel.Picture:
    """Rows of books, with a gap here and there and a few that lean."""
    rng = noise.stream("shelved", number)
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:] = (30, 17, 12)
    row = height / _ROWS
    for r in range(_ROWS):
        low, x = round((r + 1) * row - row * 0.05), 2.0
        while x < width - 4:
            w, h = rng.uniform(7, 19), row * rng.uniform(0.58, 0.86)
            if rng.random() < 0.07:
                x += w * 1.8
                continue
            tint = (
                np.clip(rgb(_SPINES[int(rng.integers(len(_SPINES)))]) * rng.uniform(0.75, 1.12), 0, 1) * 255
            )
            _spine(picture, x, low, w, h, tint, rng.random() < 0.55)
            x += w
    picture.setflags(write=False)
    return picture


def _spine(
    picture: panel.Picture, x: float, low: int, w: float, h: float, tint: np.ndarray, gilt: bool
) -> None:
    """One back of a book: round, so lit in its middle; gilt lines on some."""
    left, right, top = int(x), min(max(int(x) + 2, int(x + w) - 1), picture.shape[1]), int(low - h)
    across = np.linspace(0, 1, right - left)
    roundness = 0.55 + 0.55 * np.sin(np.pi * np.clip(across * 0.9 + 0.12, 0, 1))
    picture[top:low, left:right] = np.clip(tint[None, None] * roundness[None, :, None], 0, 255).astype(
        np.uint8
    )
    if gilt:
        for share in (0.16, 0.22, 0.78):
            y = int(top + h * share)
            cv2.line(picture, (left, y), (right - 2, y), (226, 196, 120), 1)


@kept
@archived
def _window(hour: str, weather: str | None) -> panel.Picture:
    """The arched window with its glazing bars, transparent round the arch."""
    w, h = 300, 474
    view = cv2.resize(indoors.outlook(hour, weather, 1, storeys=0.34), (w, h), interpolation=cv2.INTER_LINEAR)
    canvas = Canvas(w, h, transparent=True)
    half = w / 2
    arch = np.concatenate(
        [shapes.ellipse(half, half, half, steps=40, start=math.pi, end=2 * math.pi), [(w, h), (0, h)]]
    )
    canvas.fill(arch, "#ffffff")
    canvas.pixels[:] = view.astype(F) / F(255)
    if hour in ("golden", "sunset", "dawn", "day"):
        canvas.fill(arch, linear((0, 0), (0, h), [(0, "#fff4d2", 0.55), (1, "#ffe2a8", 0.25)]))
    if hour in ("night", "dusk", "aurora"):
        canvas.glow(w * 0.68, h * 0.26, 90, "#cfe0ff", 0.7)
        canvas.oval(w * 0.68, h * 0.26, 26, 26, "#fdf6e0")
    bar = mix("#5b3a22", "#000000", 0.1)
    for x in (half / 1.5, w - half / 1.5):
        canvas.rectangle(x - 4, 0, 8, h, bar)
    for y in (half, half + (h - half) / 3, half + 2 * (h - half) / 3):
        canvas.rectangle(0, y - 4, w, 8, bar)
    assert canvas.alpha is not None
    canvas.alpha[:] = fill_mask([arch], 0, 0, w, h).astype(F) / F(255)
    return panel.picture_of(canvas)


@kept
def _rug() -> panel.Picture:
    """A Persian carpet, more or less."""
    canvas = Canvas(420, 350, "#7b2234")
    for inset, tint in ((8, "#d8b468"), (14, "#5a1828"), (40, "#d8b468"), (45, "#27485a")):
        canvas.rectangle(inset, inset, 420 - 2 * inset, 350 - 2 * inset, tint)
    for k in range(18):
        for x, y in ((14 + 13 + k * 22.4, 27), (14 + 13 + k * 22.4, 323)):
            canvas.fill(shapes.star(x, y, 8, 4, 4), "#d8b468")
    for k in range(12):
        for x, y in ((27, 50 + k * 23), (393, 50 + k * 23)):
            canvas.fill(shapes.star(x, y, 8, 4, 4), "#d8b468")
    for r, tint in (
        (120, "#8c2f3a"),
        (104, "#d8b468"),
        (98, "#8c2f3a"),
        (56, "#27485a"),
        (46, "#d8b468"),
        (40, "#7b2234"),
    ):
        canvas.oval(210, 175, r, r * 0.82, tint)
    for k in range(12):
        a = k * math.pi / 6
        canvas.oval(210 + 78 * math.cos(a), 175 + 64 * math.sin(a), 12, 10, "#e3c98a")
    canvas.pixels *= (0.9 + 0.2 * noise.fractal(350, 420, 4, 2, noise.stream("carpet")))[..., None]
    return panel.picture_of(canvas)


def _glows(canvas: Canvas, setting: Setting, lens: Lens, half: float, mood: indoors.Mood) -> None:
    scale = lens.focal / lens.away
    spots = lens.project(
        [
            (0, 2.4, 0),
            (-half + 1.15, 1.5, 2.2),
            *((s * (half - 0.6), 2.36, z) for s in (-1, 1) for z in (1.2, 3.7)),
        ]
    )
    x, y = spots[0]
    tint = "#9fb6f0" if mood.is_dark else mood.light.rim
    sunny = setting.hour in ("golden", "sunset", "dawn", "day") and setting.weather not in (
        "rain",
        "storm",
        "fog",
        "snow",
        "cloudy",
    )
    if sunny:
        air.beams(
            canvas,
            x,
            y - 0.3 * scale,
            mood.light.rim,
            setting.rng("beams"),
            0.42,
            count=14,
            spread=1.25,
            angle=math.pi / 2 + 0.12,
            length=0.75,
        )
    lamp_x, lamp_y = spots[1]
    lights: list[Halo] = [(x, y, 2.6 * scale, tint, 0.34)]
    lights += [(lamp_x, lamp_y, 1.9 * scale, "#ffc06a", 0.5), (lamp_x, lamp_y, 0.6 * scale, "#fff0c4", 0.5)]
    halos(canvas, [*lights, *((sx, sy, 0.9 * scale, "#ffbe72", 0.5) for sx, sy in spots[2:])])
