"""Fireworks over a place: shells that burst, their smoke lit from inside."""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Colour, mix, rgb

_COLOURS = ("#ff4f73", "#ffd166", "#4fc8ff", "#c078ff", "#6dffa8", "#ff9a4d")
# (x, y, radius, kind): shares of the width, of the height over the ground, of the smaller of both.
_SPOTS = (
    (0.27, 0.25, 0.19, "peony"),
    (0.63, 0.19, 0.23, "chrysanthemum"),
    (0.87, 0.42, 0.14, "peony"),
    (0.10, 0.52, 0.12, "peony"),
    (0.46, 0.46, 0.14, "willow"),
)
_STEPS = np.linspace(0.12, 1, 14)


def fireworks(canvas: Canvas, rng: np.random.Generator, bottom: float) -> None:
    """A display between the top of the picture and `bottom`."""
    unit = canvas.unit
    order = rng.permutation(len(_COLOURS))
    for k, (x, y, r, kind) in enumerate(_SPOTS):
        x, y, r = x * canvas.width, y * bottom, r * min(canvas.width, bottom * 1.5)
        colour = "#ffc46a" if kind == "willow" else _COLOURS[int(order[k])]
        canvas.line(
            [(x + rng.normal() * 10 * unit, bottom * 0.97), (x + 4 * unit, bottom * 0.7), (x, y)],
            2 * unit,
            "#ffdca0",
            soft=1.5,
            opacity=0.22,
            mode="screen",
        )
        for _ in range(3):
            cx, cy = x + rng.normal() * 0.4 * r, y + (0.25 + rng.normal() * 0.25) * r
            canvas.oval(
                cx,
                cy,
                r * rng.uniform(0.4, 0.65),
                r * 0.32,
                mix(colour, "#5a5f8e", 0.5),
                soft=r * 0.18,
                opacity=0.13,
            )
        burst(canvas, rng, x, y, r, colour, kind)
        if k < 2:  # the great ones have a heart of another colour
            burst(canvas, rng, x, y, r * 0.5, _COLOURS[int(order[(k + 3) % 6])], "peony")


def burst(
    canvas: Canvas, rng: np.random.Generator, x: float, y: float, radius: float, colour: Colour, kind: str
) -> None:
    """One shell: sparks thrown out evenly over a ball. A peony ends in points, a chrysanthemum in tails, a willow weeps."""
    left, top, width, height = canvas.window(
        x - radius * 1.25, y - radius * 1.25, x + radius * 1.25, y + radius * 1.7
    )
    if width <= 0 or height <= 0:
        return
    paths = _paths(rng, radius, kind) + (x - left, y - top)
    fixed = np.round(paths * 16).astype(np.int32)
    trails, heads = np.zeros((height, width), np.uint8), np.zeros((height, width), np.uint8)
    thin = max(1, round(1.6 * canvas.unit))
    for j in range(len(_STEPS) - 1):  # a ring of short strokes at a time, brighter outwards
        share = (j + 1) / (len(_STEPS) - 1)
        value = (
            int(255 * (0.10 + 0.75 * share**1.6)) if kind != "willow" else int(255 * (0.55 - 0.35 * share))
        )
        cv2.polylines(trails, list(fixed[:, j : j + 2]), False, value, thin, cv2.LINE_AA, 4)
    for spark in fixed[:, -1] if kind != "chrysanthemum" else fixed[::2, -1]:
        size = max(8, int(rng.uniform(1.0, 2.1) * canvas.unit * 16))
        cv2.circle(
            heads, (int(spark[0]), int(spark[1])), size, int(rng.uniform(140, 255)), -1, cv2.LINE_AA, 4
        )
    halo = blur(cv2.max(trails, heads), 5 * canvas.unit)
    canvas.lay(left, top, rgb(colour), halo, "screen", 1.5)  # type: ignore[arg-type]
    canvas.lay(left, top, mix(colour, "#ffffff", 0.12), trails, "screen")
    canvas.lay(left, top, mix(colour, "#ffffff", 0.75), heads, "screen")
    canvas.glow(x, y, radius * 1.4, colour, 0.26)
    canvas.glow(x, y, radius * 0.28, "#ffffff", 0.4)


def _paths(rng: np.random.Generator, radius: float, kind: str) -> np.ndarray:
    """(sparks, steps, 2) pixels from the middle."""
    count = int(rng.integers(64, 84))
    i = np.arange(count)
    angle, z = i * 2.39996 + rng.normal(0, 0.05, count), 1 - 2 * (i + 0.5) / count
    reach = radius * np.sqrt(1 - 0.8 * z * z) * rng.uniform(0.84, 1.04, count)
    sink = {"willow": 0.75, "chrysanthemum": 0.24}.get(kind, 0.12) * radius
    out = 1 - (1 - _STEPS) ** 1.6  # fast at first, slowed by the air
    x = np.cos(angle)[:, None] * reach[:, None] * out
    y = np.sin(angle)[:, None] * reach[:, None] * out + sink * _STEPS**2
    return np.stack([x, y], -1)
