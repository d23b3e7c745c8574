"""What tests of places share: a place painted small, kept, and how bright it came out."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.stage import Setting, Stage, places

HOURS = ("day", "golden", "sunset", "dawn", "dusk", "night", "overcast", "snow", "storm", "aurora")
SMALL = (112, 112)


@lru_cache(512)
def painted(place: str, size: tuple[int, int] = SMALL, **said: object) -> tuple[np.ndarray, Stage]:
    setting = Setting(place=place, **{"hour": places()[place].hour, **said})
    canvas = Canvas(*size)
    stage = places()[place].paint(canvas, setting)
    return canvas.pixels.copy(), stage


def brightness(pixels: np.ndarray) -> float:
    return float(np.clip(pixels, 0, 1).mean())
