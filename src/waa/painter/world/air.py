"""Air: fog, beams, motes, bokeh, rain and snow."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from waa.painter import noise, shapes
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Colour, F, rgb
from waa.painter.noise import smoothstep


def fog(canvas: Canvas, top: float, bottom: float, colour: Colour, rng: np.random.Generator, opacity: float = 0.5,
        cell: float = 160) -> None:  # fmt: skip
    """A drifting band of mist between two heights."""
    h, top = int(bottom - top), int(top)
    if h <= 0:
        return
    n = noise.soft_fractal(h, canvas.width, cell, 4, rng, cell_x=cell * 4)
    y = np.linspace(0, 1, h, dtype=F)[:, None]
    mask = smoothstep(0, 0.45, y) * smoothstep(1, 0.55, y) * (F(0.45) + F(0.9) * smoothstep(0.3, 0.7, n))
    canvas.lay(0, top, rgb(colour), np.clip(mask, 0, 1), "normal", opacity)


def beams(canvas: Canvas, x: float, y: float, colour: Colour, rng: np.random.Generator, opacity: float = 0.35, *,
          count: int = 16, spread: float = 1.3, angle: float = math.pi / 2, length: float = 1.4) -> None:  # fmt: skip
    """Rays of light fanning out from a point, `spread` radians about `angle` (downwards)."""
    s = 4
    h, w = canvas.height // s, canvas.width // s
    reach = length * max(canvas.width, canvas.height)
    total = np.zeros((h, w), F)
    for _ in range(count):
        a, half = angle + rng.uniform(-spread, spread) / 2, rng.uniform(0.008, 0.035)
        far = [(x + reach * math.cos(a + d), y + reach * math.sin(a + d)) for d in (-half, half)]
        one = np.zeros((h, w), np.uint8)
        cv2.fillPoly(one, [np.round(np.array([(x, y), *far]) / s * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
        total += one * F(rng.uniform(0.3, 1) / 255)
    total = np.asarray(cv2.GaussianBlur(total, (0, 0), 3.2), F)
    away = np.hypot(np.arange(h, dtype=F)[:, None] * s - F(y), np.arange(w, dtype=F)[None] * s - F(x))
    rays = np.clip(total, 0, 1.2) * np.clip(1 - away / F(reach), 0, 1)
    canvas.lay(0, 0, rgb(colour), cv2.resize(rays, (canvas.width, canvas.height)), "screen", opacity)


def motes(canvas: Canvas, rng: np.random.Generator, count: int, colour: Colour, smallest: float, largest: float,
          opacity: float = 0.8, *, mode: str = "normal", top: float = 0, bottom: float | None = None) -> None:  # fmt: skip
    """Specks in the air: dust, pollen, snow, fireflies. Large ones are out of focus."""
    bottom = canvas.height if bottom is None else bottom
    sharp = np.zeros((canvas.height, canvas.width), np.uint8)
    soft = np.zeros((canvas.height // 2, canvas.width // 2), np.uint8)
    for _ in range(count):
        x, y = rng.random() * canvas.width, rng.uniform(top, bottom)
        r, v = smallest + (largest - smallest) * rng.random() ** 3, int(255 * rng.uniform(0.4, 1))
        if r < 4:
            cv2.circle(sharp, (int(x * 16), int(y * 16)), max(8, int(r * 16)), v, -1, cv2.LINE_AA, 4)
        else:
            cv2.circle(soft, (int(x * 8), int(y * 8)), int(r * 8), int(v * 0.55), -1, cv2.LINE_AA, 4)
    blurred = cv2.resize(cv2.GaussianBlur(soft, (0, 0), 2.2), (canvas.width, canvas.height))
    mask = cv2.max(cv2.GaussianBlur(sharp, (0, 0), 0.8), blurred)
    canvas.lay(0, 0, rgb(colour), mask, mode, opacity)  # type: ignore[arg-type]


def bokeh(canvas: Canvas, rng: np.random.Generator, count: int, colours: Sequence[Colour], smallest: float, largest: float,
          *, top: float = 0, bottom: float | None = None, opacity: float = 0.5) -> None:  # fmt: skip
    """Lights far out of focus: discs with a brighter rim."""
    bottom = canvas.height if bottom is None else bottom
    for _ in range(count):
        x, y, r = rng.random() * canvas.width, rng.uniform(top, bottom), rng.uniform(smallest, largest)
        colour = colours[int(rng.integers(len(colours)))]
        canvas.oval(
            x, y, r, r, colour, soft=max(0.8, r * 0.05), opacity=opacity * rng.uniform(0.25, 1), mode="screen"
        )
        canvas.line(shapes.ellipse(x, y, r, steps=41, end=2 * math.pi - 1e-3), max(1, r * 0.06), colour, soft=0.8,
                    opacity=opacity * 0.35, mode="screen")  # fmt: skip


def rain(canvas: Canvas, rng: np.random.Generator, strength: float = 1.0, slant: float = 0.14) -> None:
    """Streaks in two depths."""
    unit = canvas.unit
    for count, length, width, opacity in ((340, 42, 1, 0.34), (90, 90, 2, 0.26)):
        mask = np.zeros((canvas.height, canvas.width), np.uint8)
        for _ in range(int(count * strength * canvas.width / canvas.height)):
            x, y, n = (
                rng.random() * canvas.width * 1.1,
                rng.random() * canvas.height,
                length * unit * rng.uniform(0.5, 1.2),
            )
            start, end = (int(x * 8), int(y * 8)), (int((x - slant * n) * 8), int((y + n) * 8))
            cv2.line(
                mask, start, end, int(rng.uniform(110, 255)), max(1, round(width * unit)), cv2.LINE_AA, 3
            )
        canvas.lay(0, 0, rgb("#dbe8ff"), blur(mask, 0.6), "screen", opacity * strength)


def snow(canvas: Canvas, rng: np.random.Generator, strength: float = 1.0) -> None:
    """Flakes, the near ones large and soft."""
    unit = canvas.unit
    motes(canvas, rng, int(420 * strength), "#ffffff", 0.8 * unit, 3.2 * unit, 0.85)
    motes(canvas, rng, int(60 * strength), "#ffffff", 4.5 * unit, 11 * unit, 0.7)


def lightning(canvas: Canvas, rng: np.random.Generator, x: float, bottom: float) -> None:
    """A forked bolt, and the sky lit round it."""

    def fork(px: float, py: float, to: float, width: float, depth: int) -> None:
        points = [(px, py)]
        while py < to:
            py += rng.uniform(14, 34) * canvas.unit
            px += rng.normal() * 17 * canvas.unit
            points.append((px, py))
            if depth and rng.random() < 0.22:
                fork(px, py, min(to, py + rng.uniform(0.15, 0.35) * bottom), width * 0.5, depth - 1)
        canvas.line(points, width * 4, "#b9c8ff", soft=width * 2.5, opacity=0.5, mode="screen")
        canvas.line(points, width, "#ffffff", soft=0.5, mode="screen")

    canvas.glow(x, bottom * 0.25, canvas.width * 0.6, "#aab8ff", 0.5)
    fork(x, 0.0, bottom, 3.2 * canvas.unit, 2)


def fireflies(canvas: Canvas, rng: np.random.Generator, count: int, *, top: float, smallest: float = 2, largest: float = 5,
              opacity: float = 0.85) -> None:  # fmt: skip
    """Over the ground of a summer night, below `top` (a share of the height)."""
    unit = canvas.unit
    motes(
        canvas,
        rng,
        count,
        "#e9ff9a",
        smallest * unit,
        largest * unit,
        opacity,
        mode="screen",
        top=top * canvas.height,
    )
