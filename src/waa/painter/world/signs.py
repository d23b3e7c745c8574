"""Signs: words on walls, boards, paper and in neon tubes, as pictures to be hung. All names are invented."""

from __future__ import annotations

import numpy as np

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.kept import kept
from waa.painter.solid.lettering import ink, placed
from waa.painter.world.panel import Picture, picture_of

FAI_CHUN = ("出入平安", "身體健康", "萬事如意", "龍馬精神", "大吉大利", "心想事成")
SHOPS = (
    "祥記冰室",
    "金滿堂",
    "好運大藥房",
    "福興押",
    "大華理髮",
    "永發金行",
    "明珠戲院",
    "麗都酒樓",
    "合記士多",
    "新光照相",
    "萬里海味",
    "天天麵家",
)


def _field(width: int, height: int, paper: Colour) -> Canvas:
    return Canvas(width, height, paper)


def write(
    canvas: Canvas,
    text: str,
    box: tuple[float, float, float, float],
    colour: Colour,
    *,
    font: str = "sans-900",
    vertical: bool = False,
    fill: float = 0.86,
    opacity: float = 1.0,
) -> None:
    """Letters as large as fit in a box (x, y, width, height) of the canvas."""
    x, y, w, h = (round(v) for v in box)
    if w < 2 or h < 2:
        return
    canvas.lay(
        x,
        y,
        rgb(colour),
        placed(_letters(text, min(w, h, 160), font, vertical), h, w, fill=fill),
        "normal",
        opacity,
    )


def _letters(text: str, size: int, font: str, vertical: bool) -> Array:
    return ink(text, max(12, size), font=font, vertical=vertical)


@kept
def board(text: str, width: int, height: int, colour: str, paper: str, *, vertical: bool = False, font: str = "sans-900",
          frame: str | None = None) -> Picture:  # fmt: skip
    """A painted signboard, lit a little from above."""
    canvas = _field(width, height, paper)
    fall = np.linspace(1.10, 0.86, height, dtype=F)[:, None, None]
    canvas.pixels *= fall
    edge = max(2, min(width, height) // 14)
    if frame is not None:
        for inset, tint in ((0, frame), (edge, paper)):
            canvas.rectangle(inset, inset, width - 2 * inset, height - 2 * inset, tint, radius=edge)
    write(
        canvas,
        text,
        (edge * 1.5, edge * 1.5, width - 3 * edge, height - 3 * edge),
        colour,
        vertical=vertical,
        font=font,
    )
    return picture_of(canvas)


@kept
def neon(
    text: str, width: int, height: int, colour: str, edge: str, *, vertical: bool = True, lit: bool = True
) -> Picture:
    """Tubes on a dark board: letters in `colour`, a double frame in `edge`; unlit they are painted letters."""
    ground = mix("#16111f", colour, 0.10) if lit else shift(mix(colour, "#a83a2c", 0.35), 0, 1.05, 0.72)
    canvas = _field(width, height, ground)
    thin = max(1.5, min(width, height) * 0.022)
    letters = np.zeros((height, width), F)
    pad = min(width, height) * 0.15
    w, h = round(width - 2 * pad), round(height - 2 * pad)
    letters[round(pad) : round(pad) + h, round(pad) : round(pad) + w] = placed(
        _letters(text, min(w, h, 160), "sans-700", vertical), h, w, fill=0.94
    )
    gap = min(width, height) * 0.055
    ring = _ring(width, height, gap, gap + thin, gap * 1.6)
    if lit:
        for mask, tint in ((ring, edge), (letters, colour)):
            canvas.lay(
                0, 0, rgb(tint), np.clip(np.asarray(blur(mask, thin * 3.2)) * F(1.5), 0, 1), "screen", 0.75
            )
            canvas.lay(0, 0, shift(tint, 0, 1.0, 1.15), mask, "normal", 0.95)
            core = np.clip((np.asarray(blur(mask, thin * 0.5)) - F(0.72)) * 3, 0, 1)
            canvas.lay(0, 0, mix(tint, "#ffffff", 0.8), core, "normal", 0.9)
    else:
        canvas.lay(0, 0, mix(edge, "#fff3d8", 0.6), ring, "normal", 0.9)
        canvas.lay(0, 0, rgb("#fff6df"), letters)
    return picture_of(canvas)


def _ring(width: int, height: int, outer: float, inner: float, radius: float) -> Array:
    """A frame between two insets, 0..1."""
    frame = Canvas(width, height)
    for inset, tint in ((outer, (1, 1, 1)), (inner, (0, 0, 0))):
        frame.rectangle(inset, inset, width - 2 * inset, height - 2 * inset, tint, radius=radius)
    return np.ascontiguousarray(frame.pixels[..., 0])


@kept
def fai_chun(text: str, *, width: int = 90) -> Picture:
    """Good wishes for the new year: gold or black ink on red paper. One letter stands on its corner."""
    if len(text) == 1:
        size = width * 2
        canvas = Canvas(size, size, transparent=True)
        half = size / 2
        diamond = np.array([(half, 1), (size - 1, half), (half, size - 1), (1, half)], float)
        canvas.fill(diamond, "#c8201f")
        canvas.fill((diamond - half) * 0.9 + half, "#e8b64a")
        canvas.fill((diamond - half) * 0.85 + half, "#d42a24")
        write(canvas, text, (half * 0.5, half * 0.5, half, half), "#ffd978", font="serif-900")
        return picture_of(canvas)
    height = round(width * (len(text) * 0.98 + 0.5))
    canvas = Canvas(width, height, "#d42a24")
    canvas.rectangle(4, 4, width - 8, height - 8, "#e8b64a")
    canvas.rectangle(6, 6, width - 12, height - 12, "#d42a24")
    write(
        canvas,
        text,
        (width * 0.1, width * 0.14, width * 0.8, height - width * 0.28),
        "#ffd978",
        vertical=True,
        font="serif-900",
    )
    return picture_of(canvas)


@kept
def menu(text: str, price: str, *, width: int = 70, height: int = 250, paper: str = "#fff6d8") -> Picture:
    """A strip of paper on the wall of a café: what there is and what it costs."""
    canvas = Canvas(width, height, paper)
    write(
        canvas,
        text,
        (width * 0.12, height * 0.06, width * 0.76, height * 0.7),
        "#b5342c",
        vertical=True,
        font="serif-900",
    )
    write(canvas, price, (width * 0.14, height * 0.8, width * 0.72, height * 0.14), "#2f5f4a")
    return picture_of(canvas)


@kept
def calendar(day: int = 28) -> Picture:
    """A tear-off calendar: a large number, red and green print."""
    canvas = Canvas(120, 170, "#f8f4e8")
    canvas.rectangle(0, 0, 120, 30, "#c8332c")
    write(canvas, "吉祥如意", (14, 4, 92, 22), "#ffe6a6")
    write(canvas, str(day), (18, 40, 84, 78), "#2f8a55", font="sans-900")
    write(canvas, "宜出行", (26, 128, 68, 26), "#c8332c", font="serif-900")
    return picture_of(canvas)


@kept
def clock() -> Picture:
    """Four o'clock."""
    canvas = Canvas(96, 96, transparent=True)
    canvas.oval(48, 48, 44, 44, "#fbf7ec")
    for k in range(12):
        a = k * np.pi / 6
        canvas.oval(48 + 36 * np.cos(a), 48 + 36 * np.sin(a), 2.4, 2.4, "#2a2a30")
    canvas.line([(48, 48), (48, 22)], 4, "#2a2a30")
    canvas.line([(48, 48), (66, 58)], 5, "#2a2a30")
    return picture_of(canvas)
