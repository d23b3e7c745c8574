"""Halos: many soft lights at once, made at a quarter of the size."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.colour import Array, Colour, F, rgb

_SHRINK = 4
Halo = tuple[float, float, float, Colour, float]


def halos(canvas: Canvas, lights: Iterable[Halo]) -> None:
    """Lights (x, y, radius, colour, opacity), in pixels, laid over the canvas as `Canvas.glow` lays one."""
    h, w = -(-canvas.height // _SHRINK), -(-canvas.width // _SHRINK)
    total = np.zeros((h, w, 3), F)
    for x, y, radius, colour, opacity in lights:
        _add(total, x / _SHRINK, y / _SHRINK, radius / _SHRINK, rgb(colour) * F(opacity))
    rows, columns = np.nonzero(total.max((1, 2)))[0], np.nonzero(total.max((0, 2)))[0]
    if not len(rows):
        return
    y0, y1, x0, x1 = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    part = total[y0:y1, x0:x1]
    large = np.asarray(cv2.resize(part, ((x1 - x0) * _SHRINK, (y1 - y0) * _SHRINK)), F)
    ground = canvas.pixels[y0 * _SHRINK : y1 * _SHRINK, x0 * _SHRINK : x1 * _SHRINK]
    ground += (1 - ground) * large[: ground.shape[0], : ground.shape[1]]


def _add(total: Array, x: float, y: float, radius: float, tint: Array) -> None:
    """Screen one light over the others, in place."""
    x0, x1 = max(0, int(x - radius)), min(total.shape[1], int(x + radius) + 2)
    y0, y1 = max(0, int(y - radius)), min(total.shape[0], int(y + radius) + 2)
    if x1 <= x0 or y1 <= y0 or radius < 0.25:
        return
    dx = ((np.arange(x0, x1, dtype=F) + F(0.5) - F(x)) / F(radius)) ** 2
    dy = ((np.arange(y0, y1, dtype=F) + F(0.5) - F(y)) / F(radius)) ** 2
    falloff = np.clip(1 - np.sqrt(dx[None] + dy[:, None]), 0, 1) ** 2
    window = total[y0:y1, x0:x1]
    window += (1 - window) * (falloff[..., None] * tint)
