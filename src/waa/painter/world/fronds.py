"""Shadows of what stands outside the picture: palm fronds, a window."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.canvas import blur, fill_mask
from waa.painter.colour import Array, F
from waa.painter.kept import kept


@kept
def fronds(w: int, h: int, kind: int) -> Array:
    outlines = []
    span = max(w, h)
    for x, y, angle, long in ((0.00, -0.06, 0.95, 0.95), (0.14, -0.12, 1.2, 0.8), (-0.06, 0.20, 0.42, 0.85)):
        x0, y0 = x * w, y * h
        reach = long * span * 0.9
        for j in range(18):
            t = 0.10 + 0.88 * j / 18
            px, py = x0 + reach * t * math.cos(angle), y0 + reach * t * math.sin(angle) + reach * 0.12 * t * t
            for side in (-1, 1):
                a = angle + side * (1.05 - 0.5 * t)
                tall = reach * 0.36 * math.sin(math.pi * (0.1 + 0.85 * (1 - t)))
                outlines.append(
                    np.array(
                        [
                            (px, py),
                            (px + tall * 0.5 * math.cos(a - 0.06), py + tall * 0.5 * math.sin(a - 0.06)),
                            (px + tall * math.cos(a), py + tall * math.sin(a)),
                            (px + tall * 0.5 * math.cos(a + 0.06), py + tall * 0.5 * math.sin(a + 0.06)),
                        ]
                    )
                )
    if kind == 2:  # a window in place of the palm
        outlines = [
            np.array(
                [(x0 * w, y0 * h), (x1 * w, y0 * h), ((x1 + 0.16) * w, y1 * h), ((x0 + 0.16) * w, y1 * h)]
            )
            for x0, x1, y0, y1 in (
                (-0.1, 0.06, -0.1, 1.1),
                (0.27, 0.31, -0.1, 1.1),
                (0.52, 1.3, -0.1, 1.1),
                (-0.1, 1.2, 0.30, 0.34),
            )
        ]
    total = np.zeros((h, w), F)
    for outline in outlines:
        x, y, ww, hh = _window(outline, w, h)
        if ww > 0 and hh > 0:
            part = fill_mask([outline], x, y, ww, hh).astype(F) * F(1 / 255)
            np.maximum(total[y : y + hh, x : x + ww], part, out=total[y : y + hh, x : x + ww])
    return np.asarray(blur(total, 0.012 * span), F)


def _window(outline: np.ndarray, w: int, h: int) -> tuple[int, int, int, int]:
    x0, y0 = np.clip(np.floor(outline.min(0)) - 1, 0, (w, h)).astype(int)
    x1, y1 = np.clip(np.ceil(outline.max(0)) + 1, 0, (w, h)).astype(int)
    return int(x0), int(y0), int(x1 - x0), int(y1 - y0)
