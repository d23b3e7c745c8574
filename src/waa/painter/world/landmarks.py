"""Landmarks: the towers of Hong Kong Island that everybody knows, each drawn from its own outline.

`x` is the left edge and `base` the foot, in pixels; `s` is 1 for a skyline of 430 pixels.
"""

from __future__ import annotations

import math

import numpy as np

from waa.painter import shapes
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import mix, rgb
from waa.painter.shapes import Outline
from waa.painter.world import city
from waa.painter.world.city import COOL, CityLight


def _box(x: float, base: float, width: float, points: list[tuple[float, float]], height: float) -> Outline:
    return np.array([(x + width * a, base - height * b) for a, b in points])


def finance_tower(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    """Tapering, with a crown of fingers."""
    w, h = 62 * s, 412 * s
    points = [
        (0, 0),
        (0, 0.74),
        (0.04, 0.75),
        (0.04, 0.86),
        (0.10, 0.87),
        (0.10, 0.94),
        (0.17, 0.955),
        (0.2, 1.0),
        (0.26, 0.965),
        (0.31, 1.015),
        (0.38, 0.975),
        (0.44, 1.025),
        (0.5, 0.985),
        (0.56, 1.025),
        (0.62, 0.975),
        (0.69, 1.015),
        (0.74, 0.965),
        (0.8, 1.0),
        (0.83, 0.955),
        (0.90, 0.94),
        (0.90, 0.87),
        (0.96, 0.86),
        (0.96, 0.75),
        (1, 0.74),
        (1, 0),
    ]
    city.tower(canvas, _box(x, base, w, points, h), look, "#a9bfd2", rng, cell=(5, 6.5), lit=0.66, tones=COOL)
    crown = _box(x, base, w, [(0.10, 0.90), *points[6:19], (0.90, 0.90)], h)
    if look.on > 0.3:
        canvas.fill(crown, "#fff2d0", opacity=0.85 * look.on, mode="screen")
        canvas.glow(x + w / 2, base - h * 0.96, 95 * s, "#ffe9bd", 0.6 * look.on)
    else:
        canvas.fill(crown, mix("#ffffff", look.air, 0.2), opacity=0.4)
    for a in (0.25, 0.5, 0.75):
        canvas.line(
            [(x + w * a, base), (x + w * a, base - h * 0.93)],
            max(1, 1.2 * s),
            look.wall("#dfe8ef", 0.1)[0],
            opacity=0.35,
        )


def twin_finance(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    w, h = 46 * s, 206 * s
    points = [
        (0, 0),
        (0, 0.82),
        (0.08, 0.9),
        (0.2, 0.97),
        (0.35, 1),
        (0.65, 1),
        (0.8, 0.97),
        (0.92, 0.9),
        (1, 0.82),
        (1, 0),
    ]
    city.tower(
        canvas,
        _box(x, base, w, points, h),
        look,
        "#a5b7c6",
        rng,
        cell=(5, 6.5),
        lit=0.55,
        tones=COOL,
        haze=0.1,
    )


def the_centre(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    """Wears changing bands of colour and a mast."""
    w, h = 50 * s, 318 * s
    points = [
        (0, 0),
        (0, 0.84),
        (0.16, 0.86),
        (0.16, 0.9),
        (0.34, 0.93),
        (0.5, 0.97),
        (0.66, 0.93),
        (0.84, 0.9),
        (0.84, 0.86),
        (1, 0.84),
        (1, 0),
    ]
    city.tower(canvas, _box(x, base, w, points, h), look, "#8fa7bd", rng, cell=(5, 7), lit=0.25, tones=COOL)
    mast = [[(x + w / 2, base - h * 0.95), (x + w / 2, base - h * 1.13)]]
    city.outlined(canvas, mast, "#dfe6ff", 1.6 * s, look)
    if look.on > 0.3:
        for i in range(22):
            colour = mix("#ff4fa0", "#39c8ff", i / 21)
            canvas.rectangle(
                x + 2 * s,
                base - h * 0.83 + i * h * 0.036,
                w - 4 * s,
                2.2 * s,
                colour,
                opacity=0.85 * look.on,
                mode="screen",
            )
        canvas.glow(x + w / 2, base - h * 0.5, 120 * s, "#9a5bff", 0.22)


def round_windows(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    """The one with portholes."""
    w, h = 44 * s, 178 * s
    city.tower(
        canvas,
        _box(x, base, w, [(0, 0), (0, 1), (1, 1), (1, 0)], h),
        look,
        "#e7e3da",
        rng,
        cell=(100, 200),
        lit=0,
        glass=0,
        haze=0.1,
    )
    cell = w / 7
    dots: dict[bool, list[Outline]] = {True: [], False: []}
    for i in range(7):
        for j in range(int(h / cell) - 1):
            lit = bool(rng.random() < 0.55 * look.on)
            dots[lit].append(
                shapes.ellipse(x + (i + 0.5) * cell, base - h + (j + 1) * cell, cell * 0.33, steps=9)
            )
    canvas.fill_union(dots[False], look.wall("#5d7488", 0.2)[1])
    canvas.fill_union(dots[True], "#ffe6ac", opacity=0.95)


def cheung(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    w, h = 54 * s, 268 * s
    city.tower(
        canvas,
        _box(x, base, w, [(0, 0), (0, 1), (1, 1), (1, 0)], h),
        look,
        "#93a4b3",
        rng,
        cell=(6, 8),
        lit=0.5,
        tones=COOL,
        haze=0.08,
    )
    if look.on > 0.6:
        for k in range(9):
            for j in range(5):
                canvas.oval(x + (j + 0.5) * w / 5, base - h * 0.95 + k * h * 0.1, 1.3 * s, 1.3 * s, "#cfe4ff")


def bamboo_tower(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    """Prisms that grow like bamboo, their edges drawn in white, two masts."""
    w, h = 68 * s, 356 * s
    outline = _box(
        x, base, w, [(0, 0), (0, 0.50), (0.5, 0.62), (0.5, 0.84), (0.75, 0.98), (1, 0.84), (1, 0)], h
    )
    city.tower(canvas, outline, look, "#7fa0bf", rng, cell=(5, 6), lit=0.36, tones=COOL, glass=0.7, haze=0.04)
    facets = (
        ([(0, 0.5), (0.5, 0.62), (0.5, 0)], "#ffffff", 0.10),
        ([(0.5, 0.84), (0.75, 0.98), (0.75, 0.55), (0.5, 0.42)], "#ffffff", 0.16),
        ([(0.75, 0.98), (1, 0.84), (1, 0), (0.75, 0.2)], "#0a1a3c", 0.22),
        ([(0, 0.25), (0.25, 0.12), (0, 0)], "#0a1a3c", 0.2),
    )
    for points, colour, opacity in facets:
        canvas.fill(_box(x, base, w, list(points), h), colour, opacity=opacity)
    lines = (
        [(0, 0), (0, 0.5), (0.5, 0.62)],
        [(1, 0), (1, 0.84)],
        [(0.5, 0), (0.5, 0.84), (0.75, 0.98), (1, 0.84)],
        [(0, 0.25), (0.5, 0)],
        [(0, 0.5), (1, 0.02)],
        [(0, 0.25), (0.5, 0.5), (1, 0.25)],
        [(0, 0), (1, 0.5)],
        [(0.5, 0.62), (1, 0.42)],
        [(0.5, 0.5), (1, 0.75)],
        [(0.5, 0.84), (1, 0.6)],
        [(0.5, 0.70), (0.82, 0.93)],
    )
    placed = [[(x + w * a, base - h * b) for a, b in line] for line in lines]
    city.outlined(canvas, placed, "#f4fbff", 1.5 * s, look)
    for a in (0.69, 0.81):
        city.outlined(
            canvas, [[(x + w * a, base - h * 0.93), (x + w * a, base - h * 1.15)]], "#eef4ff", 1.5 * s, look
        )
    if look.on > 0.5:
        canvas.glow(x + w * 0.6, base - h * 0.6, 140 * s, "#bfe0ff", 0.22)


def lion_bank(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    """The bank with its bones outside."""
    w, h = 70 * s, 168 * s
    points = [(0, 0), (0, 0.78), (0.2, 0.78), (0.2, 1), (0.72, 1), (0.72, 0.9), (1, 0.9), (1, 0)]
    city.tower(
        canvas,
        _box(x, base, w, points, h),
        look,
        "#aab3ba",
        rng,
        cell=(6, 7),
        lit=0.5,
        tones=COOL,
        haze=0.08,
        bands=True,
    )
    trusses = []
    for level in (0.2, 0.4, 0.6, 0.76):
        for left, right in ((0.04, 0.48), (0.52, 0.96)):
            middle = (left + right) / 2
            trusses.append(
                [
                    (x + w * left, base - h * level),
                    (x + w * middle, base - h * (level + 0.09)),
                    (x + w * right, base - h * level),
                ]
            )
    masts = [
        [(x + w * a, base), (x + w * a, base - h * b)] for a, b in ((0.03, 0.78), (0.5, 1.0), (0.97, 0.9))
    ]
    city.outlined(canvas, trusses + masts, "#ff5a5a" if look.on > 0.5 else "#d7dde2", 1.8 * s, look)


def gold_needle(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    """Gold glass under a pyramid and a needle that tells the time in colours."""
    w, h = 60 * s, 366 * s
    points = [(0, 0), (0, 0.76), (0.10, 0.785), (0.5, 0.93), (0.90, 0.785), (1, 0.76), (1, 0)]
    city.tower(canvas, _box(x, base, w, points, h), look, "#d9c39b", rng, cell=(5, 6.5), lit=0.58,
               tones=("#ffe2a0", "#fff0cc", "#ffc27a"), haze=0.07, glass=0.4)  # fmt: skip
    city.outlined(
        canvas, [[(x + w / 2, base - h * 0.92), (x + w / 2, base - h * 1.13)]], "#ffd27a", 2.2 * s, look
    )
    if look.on > 0.3:
        canvas.fill(
            _box(x, base, w, [(0.10, 0.785), (0.5, 0.93), (0.90, 0.785)], h),
            "#ffcf6b",
            opacity=0.85 * look.on,
            mode="screen",
        )
        canvas.glow(x + w / 2, base - h * 0.86, 90 * s, "#ffc864", 0.5 * look.on)
        for k, colour in enumerate(("#ff5f6d", "#ffd166", "#6fe3a5", "#5ab8ff")):
            canvas.oval(x + w / 2, base - h * (0.95 + 0.035 * k), 2.4 * s, 2.4 * s, colour)
    else:
        canvas.fill(
            _box(x, base, w, [(0.10, 0.785), (0.5, 0.93), (0.5, 0.785)], h), rgb("#fff3cf"), opacity=0.35
        )


def round_hotel(
    canvas: Canvas, x: float, base: float, s: float, look: CityLight, rng: np.random.Generator
) -> None:
    """A cylinder with a revolving restaurant on top."""
    w, h = 54 * s, 232 * s
    city.tower(
        canvas,
        _box(x, base, w, [(0, 0), (0, 0.97), (0.5, 1), (1, 0.97), (1, 0)], h),
        look,
        "#e6ddd0",
        rng,
        cell=(5, 9),
        lit=0.5,
        haze=0.12,
        bands=True,
        glass=0.45,
    )
    for a, value in ((0.0, 0.5), (0.86, 0.5)):
        canvas.rectangle(
            x + w * a, base - h * 0.97, w * 0.14, h * 0.97, look.wall("#4a4a58", 0.1)[1], opacity=value * 0.6
        )
    bright, dark = look.wall("#efe8dc", 0.1)
    canvas.rectangle(
        x - 3 * s,
        base - h * 1.06,
        w + 6 * s,
        h * 0.055,
        linear((x, 0), (x + w, 0), [(0, bright), (1, dark)]),
        radius=3 * s,
    )
    if look.on > 0.3:
        canvas.line([(x, base - h * 1.03), (x + w, base - h * 1.03)], 2.4 * s, "#ffd9a0", opacity=0.9)


def wings(canvas: Canvas, x: float, base: float, s: float, look: CityLight) -> None:
    """The convention centre, a bird about to take off: a hall of glass under wings that overlap."""
    width = 176 * s
    lit = look.on > 0.3
    wall = "#ffce8c" if lit else mix("#7f9fb4", look.air, 0.2)
    hall = _box(
        x,
        base,
        width,
        [(0.06, 0), (0.06, 0.16), (0.22, 0.42), (0.46, 0.66), (0.66, 0.5), (0.92, 0.22), (0.94, 0)],
        62 * s,
    )
    canvas.fill(
        hall,
        linear(
            (0, base - 40 * s),
            (0, base),
            [(0, mix(wall, look.air, 0.1)), (1, mix(wall, "#2a2038" if lit else "#39506a", 0.55))],
        ),
    )
    for k in range(13):
        column = x + width * (0.12 + 0.064 * k)
        canvas.line(
            [(column, base), (column, base - 20 * s)],
            max(0.7, 0.8 * s),
            "#5a3a34" if lit else "#dfe8ee",
            opacity=0.5,
        )
    top, low = ("#fff1d2", "#b0714e") if lit else ("#ffffff", "#a9bccb")
    wings = (
        [(0.20, 0.34), (0.32, 0.74), (0.47, 1.0), (0.60, 0.93), (0.76, 0.60), (0.88, 0.40)],
        [(-0.06, 0.26), (0.10, 0.40), (0.24, 0.66), (0.37, 0.74), (0.47, 0.50), (0.52, 0.30)],
        [(0.50, 0.36), (0.60, 0.62), (0.71, 0.66), (0.84, 0.46), (0.96, 0.28), (1.07, 0.30)],
    )  # fmt: skip
    for depth, curve in zip((30, 13, 13), wings, strict=True):
        ridge = shapes.smooth(_box(x, base, width, curve, 62 * s), closed=False)
        thick = np.linspace(0, 1, len(ridge))
        under = ridge + np.stack([np.zeros(len(ridge)), depth * s * np.sin(np.pi * thick) + 2 * s], -1)
        shell = np.concatenate([ridge, under[::-1]])
        fall = linear(
            (0, float(ridge[:, 1].min())),
            (0, float(under[:, 1].max())),
            [(0, mix(top, look.air, 0.08)), (1, mix(low, look.air, 0.12))],
        )
        canvas.fill(shell + (0, 3 * s), "#10131f", soft=2 * s, opacity=0.2)
        canvas.fill(shell, fall)
        canvas.line(ridge, max(1, 1.4 * s), "#fffaf0", opacity=0.9 if lit else 0.7)
    if lit:
        canvas.glow(x + width / 2, base - 20 * s, 150 * s, "#ffd690", 0.36 * look.on)


def wheel(canvas: Canvas, x: float, base: float, s: float, look: CityLight) -> None:
    """The wheel on the Central waterfront."""
    r = 27 * s
    cy = base - r - 8 * s
    lit = look.on > 0.3
    colour = rgb("#e9f2ff") if lit else mix("#ffffff", look.air, 0.2)
    for k in range(10):
        angle = k * math.pi / 10
        dx, dy = r * math.cos(angle), r * math.sin(angle)
        canvas.line([(x - dx, cy - dy), (x + dx, cy + dy)], max(0.6, 0.6 * s), colour, opacity=0.55)
    ring = shapes.ellipse(x, cy, r, steps=48, end=2 * math.pi - 1e-3)
    city.outlined(canvas, [[*map(tuple, ring), tuple(ring[0])]], "#8fd0ff" if lit else "#f2f5f7", 2 * s, look)
    canvas.line([(x - r * 0.5, base), (x, cy), (x + r * 0.5, base)], max(1, 1.8 * s), colour)
    for k in range(16):
        angle = k * math.pi / 8
        canvas.oval(
            x + r * 1.06 * math.cos(angle),
            cy + r * 1.06 * math.sin(angle),
            2.1 * s,
            2.4 * s,
            "#ffffff" if lit else "#dfe7ee",
        )
