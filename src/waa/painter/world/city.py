"""City: rows of towers against the sky, their windows lit after dark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.canvas import Canvas
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.light import Light
from waa.painter.shapes import Outline

# The share of lights that are on, by hour.
LIGHTS_ON = {"night": 1.0, "aurora": 1.0, "dusk": 0.95, "sunset": 0.5, "dawn": 0.4, "storm": 0.45, "overcast": 0.14,
             "snow": 0.25, "golden": 0.12, "day": 0.0}  # fmt: skip
WARM = ("#ffd58a", "#ffe9b8", "#ffbf6e", "#fff4da", "#ffcf9a", "#d9ecff")
COOL = ("#e4f2ff", "#bfe0ff", "#fff3d6", "#d4e6ff", "#fff9ea", "#9fd4ff")
# Concrete, tile and glass of Hong Kong by day.
_WALLS = (
    "#d9d3c8",
    "#c9d3d6",
    "#e2d6c3",
    "#b9c7cf",
    "#d8c2b4",
    "#c4cdbd",
    "#aebdcb",
    "#e6dfd2",
    "#cdb9a4",
    "#a9c0c4",
)
_NEON = ("#ff4d8d", "#39d2ff", "#ffc24d", "#b67bff", "#4dffb5", "#ff5f52")


@dataclass(frozen=True, kw_only=True)
class CityLight:
    """How the hour falls on a city. `on` 0..1 is the share of its lights, `air` the colour over distance."""

    light: Light
    on: float
    air: Array

    def wall(self, colour: Colour, haze: float) -> tuple[Array, Array]:
        """(lit side, shaded side) of a wall at a distance."""
        own = rgb(colour)
        dim = 0.62 if self.light.is_dark else 1.0
        bright = np.clip(own * rgb(self.light.key) * F(dim), 0, 1)
        shaded = np.clip(own * rgb(self.light.shade) * F(0.9 * dim), 0, 1)
        return mix(bright, self.air, haze), mix(shaded, self.air, haze)


def city_light(hour: str, light: Light, air: Colour) -> CityLight:
    return CityLight(light=light, on=LIGHTS_ON.get(hour, 0.0), air=rgb(air))


@dataclass(frozen=True, eq=False)
class _Towers:
    """One entry for each tower of a row; sizes in pixels."""

    left: NDArray[np.float64]
    width: NDArray[np.float64]
    height: NDArray[np.float64]
    crown: NDArray[np.int64]
    cell_w: NDArray[np.float64]
    cell_h: NDArray[np.float64]
    lit: NDArray[np.float64]
    front: Array
    side: Array
    glass: NDArray[np.bool_]


def _built(width: int, unit: float, rng: np.random.Generator, look: CityLight, tallest: float,
           envelope: Callable[[float], float], haze: float, narrow: float, wide: float) -> _Towers:  # fmt: skip
    columns: list[tuple[float, float, float]] = []
    x = -wide * unit
    while x < width + 10:
        w = round(rng.uniform(narrow, wide) * unit)
        columns.append((round(x), w, tallest * envelope((x + w / 2) / width) * rng.uniform(0.42, 1.0)))
        x += w * rng.uniform(0.78, 1.12)
    n = len(columns)
    left, w_, h_ = np.array(columns).T
    glass = rng.random(n) < 0.42
    wall = [mix(_WALLS[int(k)], "#7fa6c4", 0.45) if g else rgb(_WALLS[int(k)])
            for k, g in zip(rng.integers(len(_WALLS), size=n), glass, strict=True)]  # fmt: skip
    sides = [look.wall(shift(c, 0, 1, v), haze) for c, v in zip(wall, rng.uniform(0.82, 1.1, n), strict=True)]
    return _Towers(
        left, w_, h_, rng.integers(7, size=n),
        np.maximum(3, np.round(np.where(glass, 5.0, 6.5) * unit)), np.maximum(4, np.round(np.where(glass, 7, 8) * unit)),
        np.where(glass, rng.uniform(0.25, 0.75, n), rng.uniform(0.35, 0.6, n)),
        np.array([s[0] for s in sides], F), np.array([s[1] for s in sides], F), glass,
    )  # fmt: skip


def row(canvas: Canvas, base: float, tallest: float, rng: np.random.Generator, look: CityLight, *, haze: float = 0.3,
        narrow: float = 22, wide: float = 52, envelope: Callable[[float], float] = lambda x: 1.0) -> None:  # fmt: skip
    """A row of towers that stand on `base`, up to `tallest` pixels high; `envelope` shapes its skyline (0..1 across)."""
    unit = canvas.unit
    towers = _built(canvas.width, unit, rng, look, tallest, envelope, haze, narrow, wide)
    x = np.arange(canvas.width)
    owner = np.full(canvas.width, -1)
    for i, (left, w) in enumerate(zip(towers.left, towers.width, strict=True)):
        owner[max(0, int(left)) : max(0, int(left + w))] = i
    across = (x + 0.5 - towers.left[owner]) / towers.width[owner]
    top = base - towers.height[owner] - _crowns(towers.crown[owner], across, towers.width[owner])
    top[owner < 0] = base
    y0 = max(0, int(top.min()))
    height = int(base) - y0
    if height <= 0:
        return
    y = np.arange(y0, y0 + height)
    cover = np.clip(y[:, None] + 0.5 - top[None], 0, 1).astype(F)
    canvas.lay(0, y0, _faces(towers, owner, across, x, y, base, rng, look, haze), cover)
    _roof_lights(canvas, towers, base, rng, look, haze)


def _crowns(
    kind: NDArray[np.int64], across: NDArray[np.float64], width: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What stands above the roof line at each column: plant rooms, steps, slopes, masts."""
    middle = 1 - np.abs(across * 2 - 1)
    plant = np.where((across > 0.22) & (across < 0.7), 0.16, 0.0)
    steps = np.where(middle > 0.55, 0.30, np.where(middle > 0.28, 0.14, 0.0))
    slope = across * 0.4
    mast = np.where(np.abs(across - 0.5) < 0.03, 0.8, np.where(middle > 0.4, 0.12, 0.0))
    dome = np.sqrt(np.clip(1 - (across * 2 - 1) ** 2, 0, 1)) * 0.22
    shapes = np.stack([plant, np.zeros_like(plant), steps, slope, mast, dome, plant[::-1] * 0.8])
    picked: NDArray[np.float64] = np.take_along_axis(shapes, kind[None], 0)[0] * width
    return picked


def _faces(towers: _Towers, owner: NDArray[np.int64], across: NDArray[np.float64], x: NDArray[np.int64],
           y: NDArray[np.int64], base: float, rng: np.random.Generator, look: CityLight, haze: float) -> Array:  # fmt: skip
    """(h, w, 3): walls and windows of every tower of a row, worked out column by column and floor by floor."""
    corner = 0.74 if look.light.direction[0] < 0 else 0.26  # where the front meets the side that is seen
    is_front = across < corner if corner > 0.5 else across > corner
    wall = np.where(is_front[:, None], towers.front[owner], towers.side[owner])
    fall = np.linspace(1.05, 0.84, len(y), dtype=F)[:, None, None]
    faces = (wall[None] * fall).astype(F)
    column = ((x - towers.left[owner]) / towers.cell_w[owner]).astype(np.int32)
    in_column = (x - towers.left[owner]) % towers.cell_w[owner]
    pane_x = (in_column >= 1) & (in_column < towers.cell_w[owner] - np.where(towers.glass[owner], 1, 2) + 0.5)
    edge = (across < 0.06) | (across > 0.94) | (np.abs(across - corner) < 0.02)
    pane_x &= ~edge & (owner >= 0)
    below = base - y[:, None]
    cell = towers.cell_h[owner][None]
    floor = (below / cell).astype(np.int32)
    in_floor = below % cell
    pane = pane_x[None] & (in_floor >= np.where(towers.glass[owner], 1, 2)[None]) & (in_floor < cell - 1.5)
    pane &= below < (towers.height[owner] - 2)[None]
    if look.on < 1:
        _by_day(faces, pane, towers, owner, look, haze)
    if look.on > 0:
        _after_dark(faces, pane, floor, column, towers, owner, rng, look, haze)
    return faces


def _by_day(
    faces: Array,
    pane: NDArray[np.bool_],
    towers: _Towers,
    owner: NDArray[np.int64],
    look: CityLight,
    haze: float,
) -> None:
    """Windows a little darker than their wall; glass towers mirror the sky."""
    glass = mix("#4f7fa8", look.air, 0.25 + 0.6 * haze)
    tint = np.where(towers.glass[owner][:, None], glass, towers.side[owner] * F(0.72)).astype(F)
    share = pane * (F(0.55 - 0.3 * haze) * np.where(towers.glass[owner], 0.8, 1.0).astype(F))[None]
    faces += (tint[None] - faces) * share[..., None]


def _after_dark(faces: Array, pane: NDArray[np.bool_], floor: NDArray[np.int32], column: NDArray[np.int32], towers: _Towers,
                owner: NDArray[np.int64], rng: np.random.Generator, look: CityLight, haze: float) -> None:  # fmt: skip
    table = rng.random((64, 64), dtype=F)
    by_floor = rng.random((64, 64), dtype=F) * F(0.9) + F(0.55)
    tones = np.array([rgb(c) for c in (*WARM, *COOL)], F)
    # Cells only: far fewer than pixels.
    key_y = (floor * 7 + owner[None] * 13) & 63
    key_x = np.broadcast_to(((column * 3 + owner * 29) & 63)[None], key_y.shape)
    rows, columns = np.nonzero(pane)
    ky, kx, who = key_y[rows, columns], key_x[rows, columns], owner[columns]
    chance = table[ky, kx]
    keen = towers.lit[who].astype(F) * by_floor[ky, who & 63] * F(look.on)
    on = chance < keen
    rows, columns, ky, kx, who = rows[on], columns[on], ky[on], kx[on], who[on]
    tone = ((table[kx, ky] * 6).astype(np.int32) % 6) + np.where(towers.glass[who], 6, 0)
    power = (F(0.45) + F(0.55) * table[(ky + 17) & 63, kx]) * F((1 - 0.55 * haze) * (0.6 + 0.4 * look.on))
    lit = faces[rows, columns]
    faces[rows, columns] = lit + (tones[tone] - lit) * power[:, None]


def _roof_lights(
    canvas: Canvas, towers: _Towers, base: float, rng: np.random.Generator, look: CityLight, haze: float
) -> None:
    """After dark some towers wear a lit band, an outline or a red mast light."""
    if look.on < 0.6:
        return
    unit = canvas.unit
    for i in range(len(towers.left)):
        x, w, top = towers.left[i], towers.width[i], base - towers.height[i]
        dice, colour = rng.random(), _NEON[int(rng.integers(len(_NEON)))]
        if dice < 0.16:
            canvas.rectangle(x + w * 0.08, top, w * 0.84, 3 * unit, colour, opacity=0.9 - haze)
            canvas.glow(x + w / 2, top, w * 0.9, colour, 0.34)
        elif dice < 0.24:
            canvas.rectangle(
                x + w * 0.12,
                top + 4 * unit,
                max(1, 2 * unit),
                towers.height[i] * 0.7,
                colour,
                opacity=0.8 - haze,
            )
        elif dice < 0.34:
            canvas.glow(x + w / 2, top - w * 0.3, 5 * unit, "#ff5a4a", 0.9)


# -- towers drawn one by one ------------------------------------------------------------------------------


def tower(canvas: Canvas, outline: Outline, look: CityLight, wall: Colour, rng: np.random.Generator, *, haze: float = 0.06,
          cell: tuple[float, float] = (6, 8), lit: float = 0.5, tones: tuple[str, ...] = WARM, glass: float = 0.6,
          bands: bool = False) -> None:  # fmt: skip
    """A tower of any outline (pixels), its windows in a grid; `bands` makes the floors continuous strips of glass."""
    (left, top), (right, bottom) = np.floor(outline.min(0)), np.ceil(outline.max(0))
    x, y, w, h = canvas.window(left, top, right, bottom, pad=0)
    if w <= 1 or h <= 1:
        return
    front, side = look.wall(wall, haze)
    across = (np.arange(x, x + w) + 0.5 - left) / (right - left)
    toward = across if look.light.direction[0] > 0 else 1 - across
    body = side + (front - side) * (F(0.15) + F(0.85) * toward.astype(F)[:, None] ** F(0.8))
    faces = (body[None] * np.linspace(1.06, 0.86, h, dtype=F)[:, None, None]).astype(F)
    cw, ch = max(3, round(cell[0] * canvas.unit)), max(3, round(cell[1] * canvas.unit))
    column, floor = (np.arange(x, x + w) - int(left)) // cw, (int(bottom) - np.arange(y, y + h)) // ch
    pane_x = np.ones(w, bool) if bands else ((np.arange(x, x + w) - int(left)) % cw) < cw - 1
    pane = pane_x[None] & (((int(bottom) - np.arange(y, y + h)) % ch) < max(2, round(ch * 0.62)))[:, None]
    if look.on < 1:
        sky = mix("#5d8db8", look.air, 0.35)
        glint = (F(0.75) + F(0.25) * np.sin(across * 5 + 1).astype(F))[None] * np.linspace(
            1.12, 0.8, h, dtype=F
        )[:, None]
        faces += (sky * glint[..., None] - faces) * (pane * F(glass))[..., None]
    if look.on > 0:
        size = (int(floor.max()) + 1, int(column.max()) + 1)
        power = (rng.random(size) < lit * look.on * rng.uniform(0.6, 1.3, (size[0], 1))) * rng.uniform(
            0.45, 1.0, size
        )
        tone = np.array([rgb(c) for c in tones], F)[rng.integers(len(tones), size=size)]
        shine = (pane * power.astype(F)[floor][:, column])[..., None]
        faces += (tone[floor][:, column] - faces) * shine * F(1 - haze)
    mask = np.zeros((h, w), np.uint8)
    cv2.fillPoly(mask, [np.round((outline - (x, y)) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    canvas.lay(x, y, faces, mask)


def outlined(
    canvas: Canvas, lines: list[list[tuple[float, float]]], colour: Colour, width: float, look: CityLight
) -> None:
    """Edges of a tower: tubes of light after dark, pale mullions by day."""
    for line in lines:
        if look.on > 0.3:
            canvas.line(
                line, max(2, width * 3), colour, soft=width * 1.6, opacity=0.4 * look.on, mode="screen"
            )
            canvas.line(line, max(1, width), colour, opacity=min(1.0, 0.35 + look.on), mode="normal")
        else:
            canvas.line(
                line,
                max(1, width),
                mix(rgb(colour) * look.light.key, look.air, 0.15).clip(0, 1),
                opacity=0.75,
            )
