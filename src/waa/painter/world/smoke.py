"""Smoke and steam: soft wisps that rise, wander and thin out."""

from __future__ import annotations

import math

import cv2
import numpy as np

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Colour, F, rgb


def wisps(canvas: Canvas, rng: np.random.Generator, x: float, y: float, height: float, *, colour: Colour = "#fffaf0",
          opacity: float = 0.6, count: int = 4, spread: float = 0.2) -> None:  # fmt: skip
    """Strands that rise `height` pixels from (x, y), `spread` of it apart at their feet."""
    shrink = 3
    w, h = max(8, int(height * 0.9 / shrink)), max(8, int(height * 1.1 / shrink))
    t = np.linspace(0, 1, 36)
    total = np.zeros((h, w), F)
    for k in range(count):
        phase, lean = rng.uniform(0, 6), rng.normal() * 0.12
        across = (
            0.5
            + (k - (count - 1) / 2) * spread / max(count - 1, 1)
            + t * (0.14 * np.sin(phase + t * 5.5) + lean)
        )
        path = np.round(np.stack([across * w, h * (1 - t)], -1) * 16).astype(np.int32)
        one = np.zeros((h, w), np.uint8)
        for i in range(len(t) - 1):
            strength = int(170 * math.sin(math.pi * min(1.0, float(t[i]) * 1.05)) ** 0.8)
            cv2.polylines(
                one,
                [path[i : i + 2]],
                False,
                strength,
                max(1, round((2 + 9 * float(t[i])) * height / 320 / shrink * 1.6)),
                cv2.LINE_AA,
                4,
            )
        np.maximum(total, np.asarray(blur(one, 5 * height / 320 / shrink + 0.8), F) / F(255), out=total)
    mask = cv2.resize(
        np.asarray(blur(total, 1.2), F), (w * shrink, h * shrink), interpolation=cv2.INTER_LINEAR
    )
    canvas.lay(
        x - w * shrink / 2, y - h * shrink, rgb(colour), np.clip(mask, 0, 1).astype(F), "screen", opacity
    )
