"""Façades of a Hong Kong street, as pictures: shops below, flats above, and the lights in them as a second picture."""

from __future__ import annotations

import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.kept import kept
from waa.painter.world import signs
from waa.painter.world.panel import Picture, picture_of

PER_METRE = 30  # pixels
SHOP = 3.7  # metres of the ground floor
FLOOR = 3.0
# (wall, its trim) of old houses.
_WALLS = (
    ("#d9b98c", "#efe2c6"),
    ("#9fb8a6", "#dfe8da"),
    ("#c98f7f", "#ecd6c8"),
    ("#b9b2a2", "#e2ddd0"),
    ("#8fa6b8", "#dce4ea"),
    ("#d8cba4", "#f2ead2"),
)
_SHOPFRONTS = ("#b3323a", "#1f6f5c", "#23467a", "#c98a2b", "#7a2f55", "#2f7f9a")
_WARM = ("#ffe3a0", "#ffd28a", "#fff0cc", "#ffc878", "#dff0ff")


@kept
@archived
def facade(number: int, floors: int, width: float, *, snowy: bool = False) -> tuple[Picture, Picture]:
    """(the wall RGB, its lights RGBA) of a house `width` metres wide with a shop and `floors` storeys over it."""
    rng = noise.stream("façade", number)
    w, h = round(width * PER_METRE), round((SHOP + floors * FLOOR) * PER_METRE)
    wall, trim = _WALLS[number % len(_WALLS)]
    canvas, lights = Canvas(w, h, wall), Canvas(w, h, transparent=True)
    _plaster(canvas, rng)
    for f in range(floors):
        top = h - round((SHOP + (f + 1) * FLOOR) * PER_METRE)
        (_balcony_floor if number % 3 == 0 else _window_floor)(canvas, lights, top, wall, trim, rng, snowy)
    canvas.rectangle(0, 0, w, 12, trim)
    canvas.rectangle(0, 12, w, 5, shift(wall, 0, 1, 0.7))
    _shop(canvas, lights, h - round(SHOP * PER_METRE), number, rng)
    return picture_of(canvas), picture_of(lights)


def _plaster(canvas: Canvas, rng: np.random.Generator) -> None:
    """Paint that many summers have streaked."""
    n = noise.fractal(canvas.height, canvas.width, 40, 4, rng)
    streaks = noise.fractal(canvas.height, canvas.width, 150, 3, rng, cell_x=7)
    canvas.pixels *= (F(0.86) + F(0.16) * n + F(0.10) * streaks)[..., None]


def _glass(rng: np.random.Generator) -> list[tuple[float, Colour]]:
    tone = float(rng.uniform(0.8, 1.1))
    return [
        (0, shift("#a8c4d4", 0, 1, tone)),
        (0.55, shift("#6f90a8", 0, 1, tone)),
        (1, shift("#48647a", 0, 1, tone)),
    ]


def _light(
    lights: Canvas, x: float, y: float, w: float, h: float, rng: np.random.Generator, chance: float
) -> None:
    """Somebody is at home, perhaps behind a curtain."""
    if rng.random() > chance:
        return
    tint = _WARM[int(rng.integers(len(_WARM)))]
    lights.rectangle(x, y, w, h, linear((0, y), (0, y + h), [(0, tint), (1, mix(tint, "#c87838", 0.45))]))
    if rng.random() < 0.5:
        side = x if rng.random() < 0.5 else x + w * 0.66
        lights.rectangle(
            side, y, w * 0.34, h, mix(tint, ("#d86a5a", "#6fa08a", "#d8b06a")[int(rng.integers(3))], 0.5)
        )


def _window_floor(
    canvas: Canvas, lights: Canvas, top: int, wall: Colour, trim: str, rng: np.random.Generator, snowy: bool
) -> None:
    """Steel windows, an air conditioner under every second one, washing on poles."""
    w, tall = canvas.width, FLOOR * PER_METRE
    bays = max(2, round(w / (2.5 * PER_METRE)))
    bay = w / bays
    canvas.rectangle(0, top, w, 5, shift(wall, 0, 1, 0.78))
    for k in range(bays):
        x, y, ww, hh = (k + 0.16) * bay, top + tall * 0.24, bay * 0.68, tall * 0.48
        canvas.rectangle(x - 4, y - 6, ww + 8, hh + 12, trim)
        canvas.rectangle(x - 6, y - 12, ww + 12, 6, shift(trim, 0, 1, 0.85))
        canvas.rectangle(x, y, ww, hh, linear((0, y), (0, y + hh), _glass(rng)))
        _light(lights, x, y, ww, hh, rng, 0.55)
        for layer in (canvas, lights) if lights.alpha is not None else (canvas,):
            _bars(layer, x, y, ww, hh, layer is lights)
        dice = rng.random()
        if dice < 0.5:
            _air_conditioner(canvas, x + ww * 0.5, y + hh + 5, ww * 0.5)
        elif dice < 0.78:
            _washing(canvas, x - 4, y + hh + 9, ww + 8, rng)
        if snowy:
            canvas.rectangle(x - 7, y + hh + 1, ww + 14, 6, "#ffffff", radius=3)


def _bars(canvas: Canvas, x: float, y: float, w: float, h: float, is_light: bool) -> None:
    """Glazing bars; on the lights they are gaps."""
    spots = [(x + w * share - 1.5, y, 3, h) for share in (0.33, 0.67)] + [(x, y + h * 0.34, w, 3)]
    for bx, by, bw, bh in spots:
        if is_light:
            assert canvas.alpha is not None
            canvas.alpha[int(by) : int(by + bh), int(bx) : int(bx + bw)] = 0
        else:
            canvas.rectangle(bx, by, bw, bh, "#e9e6de")


def _balcony_floor(
    canvas: Canvas, lights: Canvas, top: int, wall: Colour, trim: str, rng: np.random.Generator, snowy: bool
) -> None:
    """A deep balcony between columns: French windows, a parapet with a pattern, plants."""
    w, tall = canvas.width, FLOOR * PER_METRE
    bays = max(2, round(w / (3.0 * PER_METRE)))
    bay = w / bays
    canvas.rectangle(
        0,
        top,
        w,
        tall,
        linear((0, top), (0, top + tall), [(0, shift(wall, 0, 1, 0.42)), (1, shift(wall, 0, 1, 0.66))]),
    )
    for k in range(bays):
        x, ww = (k + 0.2) * bay, bay * 0.6
        canvas.rectangle(x - 3, top + tall * 0.20, ww + 6, tall * 0.60, shift(trim, 0, 1, 0.8))
        canvas.rectangle(
            x, top + tall * 0.22, ww, tall * 0.58, linear((0, top), (0, top + tall), _glass(rng))
        )
        _light(lights, x, top + tall * 0.22, ww, tall * 0.46, rng, 0.6)
        canvas.rectangle(x + ww / 2 - 1.5, top + tall * 0.22, 3, tall * 0.58, shift(trim, 0, 1, 0.8))
    low = top + tall * 0.66
    canvas.rectangle(0, low, w, tall * 0.34, trim)
    for slot in range(8, w - 8, 22):
        canvas.rectangle(slot, low + tall * 0.09, 13, tall * 0.16, shift(wall, 0, 1, 0.62), radius=5)
    canvas.rectangle(0, low - 5, w, 6, "#ffffff" if snowy else mix(trim, "#ffffff", 0.3))
    for _ in range(bays * 2):
        if rng.random() < 0.6:
            x, r = float(rng.uniform(6, w - 6)), float(rng.uniform(5, 10))
            canvas.oval(x, low - r * 0.8, r * 1.2, r, shift("#4f8a48", 0, 1, float(rng.uniform(0.75, 1.2))))
    for k in range(bays + 1):
        x = k * bay
        canvas.rectangle(
            x - 7,
            top,
            14,
            tall,
            linear(
                (x - 7, 0),
                (x + 7, 0),
                [
                    (0, shift(trim, 0, 1, 0.75)),
                    (0.4, mix(trim, "#ffffff", 0.35)),
                    (1, shift(trim, 0, 1, 0.7)),
                ],
            ),
        )


def _air_conditioner(canvas: Canvas, x: float, y: float, w: float) -> None:
    canvas.rectangle(x, y, w, 15, "#dcd8cd")
    canvas.rectangle(x + 2, y + 3, w - 4, 8, "#a9a69c")
    canvas.rectangle(x, y + 15, w, 4, "#4a4640", opacity=0.5)
    canvas.rectangle(x + w * 0.3, y + 19, 2, 22, "#4a4640", opacity=0.25)  # where it drips


def _washing(canvas: Canvas, x: float, y: float, w: float, rng: np.random.Generator) -> None:
    canvas.rectangle(x, y, w, 2, "#8a8f94")
    at = x + 2.0
    while at < x + w - 8:
        wide = float(rng.uniform(7, 14))
        tint = ("#e8443a", "#f2f0ea", "#3f7fc0", "#f0c24a", "#5aa886", "#e88aa8")[int(rng.integers(6))]
        canvas.rectangle(at, y + 1, wide, float(rng.uniform(12, 22)), tint, radius=2)
        at += wide + 2


def _shop(canvas: Canvas, lights: Canvas, top: int, number: int, rng: np.random.Generator) -> None:
    """One or two shops: a signboard, an awning, what they sell in the light."""
    w, tall = canvas.width, canvas.height - top
    shops = max(1, round(w / (4.6 * PER_METRE)))
    each = w / shops
    canvas.rectangle(0, top, w, tall, "#5a5148")
    for k in range(shops):
        front = _SHOPFRONTS[(number * 3 + k * 2) % len(_SHOPFRONTS)]
        name = signs.SHOPS[(number * 5 + k * 3) % len(signs.SHOPS)]
        x = k * each
        canvas.rectangle(x + 2, top + 6, each - 4, tall * 0.22, front)
        signs.write(canvas, name, (x + each * 0.1, top + 8, each * 0.8, tall * 0.20), "#fff3d0")
        lights.rectangle(x + 2, top + 6, each - 4, tall * 0.22, mix(front, "#ffffff", 0.12), opacity=0.85)
        signs.write(lights, name, (x + each * 0.1, top + 8, each * 0.8, tall * 0.20), "#fff3d0")
        y, h = top + tall * 0.38, tall * 0.58
        if (number + k) % 5 == 4:  # closed: a shutter
            canvas.rectangle(x + 6, y, each - 12, h, "#a9adb0")
            for s in np.arange(y, y + h, 7):
                canvas.rectangle(x + 6, float(s), each - 12, 2, "#83888c")
            continue
        inside = linear((0, y), (0, y + h), [(0, "#fff0c8"), (0.6, "#ffcb7c"), (1, "#b9763e")])
        canvas.rectangle(x + 6, y, each - 12, h, inside)
        _goods(canvas, x + 6, y, each - 12, h, rng)
        lights.lay(
            round(x + 6),
            round(y),
            canvas.pixels[round(y) : round(y + h), round(x + 6) : round(x + each - 6)],
            _solid(canvas, x + 6, y, each - 12, h),
        )
        _awning(canvas, lights, x, top + tall * 0.27, each, tall * 0.15, front)


def _solid(canvas: Canvas, x: float, y: float, w: float, h: float) -> Array:
    rows, columns = canvas.pixels[round(y) : round(y + h), round(x) : round(x + w)].shape[:2]
    return np.ones((rows, columns), F)


def _goods(canvas: Canvas, x: float, y: float, w: float, h: float, rng: np.random.Generator) -> None:
    """Shelves at the back, crates of fruit (or jars, or boxes) in front."""
    for row in range(3):
        line = y + h * (0.18 + 0.18 * row)
        at = x + 4.0
        while at < x + w - 6:
            wide, tall = float(rng.uniform(4, 9)), float(rng.uniform(0.07, 0.13)) * h
            canvas.rectangle(
                at,
                line - tall,
                wide,
                tall,
                shift(
                    ("#d8443a", "#3f8f6a", "#e8b23f", "#4f7fb8", "#f3ead8", "#a8653a")[int(rng.integers(6))],
                    0,
                    0.9,
                    0.9,
                ),
            )
            at += wide + 1.5
        canvas.rectangle(x + 2, line, w - 4, 2, "#8a5a34")
    fruit = [("#f2862e", "#ffb04a"), ("#d8342c", "#f0604a"), ("#7fb845", "#a8d86a"), ("#f0c23a", "#ffe07a")]
    crates = max(2, int(w / 30))
    for k in range(crates):
        cx, cw = x + k * w / crates + 2, w / crates - 4
        canvas.rectangle(cx, y + h * 0.76, cw, h * 0.24, "#a8743f")
        dark, light = fruit[int(rng.integers(len(fruit)))]
        for j in range(int(cw / 6)):
            for r in range(2):
                canvas.oval(
                    cx + 4 + j * 6 + 3 * r,
                    y + h * (0.755 - 0.045 * r),
                    3.4,
                    3.4,
                    light if (j + r) % 2 else dark,
                )


def _awning(canvas: Canvas, lights: Canvas, x: float, y: float, w: float, h: float, colour: str) -> None:
    stripes = 10
    for k in range(stripes):
        a, b = x + k * w / stripes, x + (k + 1) * w / stripes
        tint = colour if k % 2 else "#f4efe6"
        canvas.fill(np.array([(a, y), (b, y), (b + 2, y + h), (a - 2, y + h)]), tint)
    canvas.rectangle(
        x,
        y,
        w,
        h,
        linear((0, y), (0, y + h), [(0, "#000000", 0.28), (0.5, "#000000", 0.0), (1, "#000000", 0.12)]),
    )
    assert lights.alpha is not None
    lights.alpha[int(y) : int(y + h), int(x) : int(x + w)] = 0
