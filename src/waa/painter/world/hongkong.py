"""The skyline of Hong Kong Island seen from the Kowloon side: the towers that everybody knows, and the Peak behind."""

from __future__ import annotations

import math

import numpy as np

from waa.painter import noise, shapes
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Array, mix
from waa.painter.shapes import Outline
from waa.painter.stage import Setting
from waa.painter.world import city, land, landmarks, signs
from waa.painter.world.city import CityLight


def peak(canvas: Canvas, setting: Setting, base: float, look: CityLight, height: float) -> None:
    """The green hills, the Peak with its tower shaped like a wok, and the road lamps that climb it."""
    unit, width = canvas.unit, canvas.width
    rng = setting.rng("peak")
    x = np.arange(width) / width
    rise = (
        0.40
        + 0.62 * np.exp(-(((x - 0.40) / 0.19) ** 2))
        + 0.40 * np.exp(-(((x - 0.83) / 0.17) ** 2))
        + 0.22 * np.exp(-(((x - 0.1) / 0.13) ** 2))
    )
    line = base - height * rise - noise.line_noise(width, 90 * unit, 4, rng) * 34 * unit
    dark = look.light.is_dark
    crest, foot = ("#141c48", "#262c60") if dark else ("#3f7a4c", "#6f9a78")
    haze = 0.30
    land.mountain(canvas, line, base + 3, mix(crest, look.air, haze), mix(foot, look.air, haze + 0.2), look.light, rng,
                  contrast=0.55, cell=58 * unit, amplitude=height)  # fmt: skip
    top_x = 0.385 * width
    top_y = float(line[int(top_x)])
    _peak_tower(canvas, top_x, top_y, 30 * unit, look, haze)
    if look.on > 0.3:
        _hill_lamps(canvas, line, base, setting, look)


def _peak_tower(canvas: Canvas, x: float, y: float, size: float, look: CityLight, haze: float) -> None:
    """A bowl on two legs."""
    bright, dark = look.wall("#e9e4da", haze)
    for side in (-1, 1):
        canvas.rectangle(x + side * size * 0.3 - size * 0.06, y - size * 0.45, size * 0.12, size * 0.6, dark)
    bowl = [
        (x - size, y - size * 0.72),
        (x - size * 0.55, y - size * 0.36),
        (x + size * 0.55, y - size * 0.36),
        (x + size, y - size * 0.72),
    ]
    canvas.fill(shapes.smooth(bowl, steps=5), linear((x - size, 0), (x + size, 0), [(0, bright), (1, dark)]))
    canvas.rectangle(x - size, y - size * 0.8, size * 2, size * 0.12, bright, radius=size * 0.05)
    if look.on > 0.3:
        canvas.line(
            [(x - size * 0.9, y - size * 0.68), (x + size * 0.9, y - size * 0.68)],
            size * 0.1,
            "#ffdca0",
            opacity=0.9,
        )
        canvas.glow(x, y - size * 0.6, size * 2, "#ffd9a0", 0.4)


def _hill_lamps(canvas: Canvas, line: Array, base: float, setting: Setting, look: CityLight) -> None:
    rng = setting.rng("hill lamps")
    unit = canvas.unit
    lamps: list[Outline] = []
    for k in range(3):  # roads that wind up the slope
        start, end = rng.uniform(0.2, 0.36), rng.uniform(0.5, 0.68)
        for t in np.linspace(0, 1, 26):
            x = (start + (end - start) * t) * canvas.width
            y = line[int(x) % canvas.width] + (34 + 34 * k + 14 * math.sin(t * 7 + k * 2)) * unit
            if y < base - 40 * unit:
                lamps.append(shapes.ellipse(x, y, 1.2 * unit, steps=8))
    canvas.fill_union(lamps, "#ffd08a", opacity=0.7 * look.on)


def skyline(canvas: Canvas, setting: Setting, base: float, look: CityLight, height: float) -> None:
    """Three rows of nameless towers, then the heroes from west to east."""
    for k, (share, haze) in enumerate(((0.50, 0.5), (0.46, 0.3), (0.30, 0.14))):
        canvas.layer(f"towers {k + 1}")
        city.row(canvas, base, height * share, setting.rng("row", k), look, haze=haze, narrow=18 + 3 * k, wide=40 + 6 * k,
                 envelope=lambda x: 0.62 + 0.38 * math.exp(-(((x - 0.46) / 0.34) ** 2)))  # fmt: skip
        if k == 1:
            _heroes_behind(canvas, setting, base, look, height)
    if setting.festival in _GREETINGS:
        _greeting(canvas, setting.festival, base, look, height)
    canvas.layer("towers in front")
    _heroes_before(canvas, setting, base, look, height)


# What the towers of the waterfront wear at a feast: the words, their colour, the colours of the lamps round them.
_GREETINGS = {
    "lunar new year": ("恭賀新禧", "#ffd978", ("#ff4a3a", "#ffc24d")),
    "christmas": ("聖誕快樂", "#fff3d0", ("#ff5a4d", "#5ad17f", "#ffd166")),
    "mid-autumn": ("人月團圓", "#ffe9a8", ("#ffc24d", "#ff9a4d")),
}


def _greeting(canvas: Canvas, festival: str, base: float, look: CityLight, height: float) -> None:
    """Letters of light as tall as a tower, and coloured lamps along the water."""
    words, colour, lamps = _GREETINGS[festival]
    scale = height / 430
    x, y, w, h = 0.420 * canvas.width, base - 268 * scale, 54 * scale, 200 * scale
    canvas.rectangle(x, y, w, h, "#8c1f22" if festival == "lunar new year" else "#1c2a44", opacity=0.92)
    signs.write(canvas, words, (x, y + 4 * scale, w, h - 8 * scale), colour, vertical=True)
    if look.on > 0.3:
        canvas.glow(x + w / 2, y + h / 2, 1.2 * h, lamps[0], 0.35)
    unit = canvas.unit
    for k, colour in enumerate(lamps):
        dots = [
            shapes.ellipse(lamp, base - 9 * unit, 3 * unit, steps=8)
            for lamp in np.arange((8 + 16 * k) * unit, canvas.width, 16 * len(lamps) * unit)
        ]
        canvas.fill_union(dots, colour)


def _heroes_behind(canvas: Canvas, setting: Setting, base: float, look: CityLight, height: float) -> None:
    canvas.layer("the tall towers")
    rng = setting.rng("heroes")
    scale = height / 430  # drawn for a skyline of 430 pixels
    landmarks.finance_tower(canvas, 0.215 * canvas.width, base, scale, look, rng)
    landmarks.twin_finance(canvas, 0.150 * canvas.width, base, scale, look, rng)
    landmarks.round_windows(canvas, 0.300 * canvas.width, base, scale, look, rng)
    landmarks.the_centre(canvas, 0.095 * canvas.width, base, scale, look, rng)
    landmarks.cheung(canvas, 0.420 * canvas.width, base, scale, look, rng)
    landmarks.bamboo_tower(canvas, 0.490 * canvas.width, base, scale, look, rng)
    landmarks.gold_needle(canvas, 0.700 * canvas.width, base, scale, look, rng)
    landmarks.round_hotel(canvas, 0.845 * canvas.width, base, scale, look, rng)


def _heroes_before(canvas: Canvas, setting: Setting, base: float, look: CityLight, height: float) -> None:
    rng = setting.rng("heroes before")
    scale = height / 430
    landmarks.lion_bank(canvas, 0.355 * canvas.width, base, scale, look, rng)
    landmarks.wings(canvas, 0.565 * canvas.width, base, scale, look)
    landmarks.wheel(canvas, 0.205 * canvas.width, base, scale, look)
    _seawall(canvas, base, look)


def _seawall(canvas: Canvas, base: float, look: CityLight) -> None:
    """Trees and lamps along the water's edge."""
    unit = canvas.unit
    dark = look.light.is_dark
    canvas.rectangle(
        0, base - 4 * unit, canvas.width, 8 * unit, look.wall("#5b6272" if dark else "#8d949c", 0.15)[1]
    )
    rng = noise.stream("seawall trees")
    spots = [x for x in np.arange(0, canvas.width, 8 * unit) if rng.random() < 0.55]
    bushes = [
        shapes.ellipse(x, base - 5 * unit, rng.uniform(4, 8) * unit, rng.uniform(3, 7) * unit, steps=9)
        for x in spots
    ]
    canvas.fill_union(bushes, mix("#0d1a30", look.air, 0.12) if dark else look.wall("#4f7f52", 0.26)[1])
    if look.on > 0.3:
        canvas.rectangle(
            0,
            base - 11 * unit,
            canvas.width,
            11 * unit,
            "#ffb46a",
            soft=6 * unit,
            opacity=0.45 * look.on,
            mode="screen",
        )
        lamps = [
            shapes.ellipse(x, base - 5 * unit, 1.6 * unit, steps=8)
            for x in np.arange(6 * unit, canvas.width, 17 * unit)
        ]
        canvas.fill_union(lamps, "#ffe6bd", opacity=look.on)
