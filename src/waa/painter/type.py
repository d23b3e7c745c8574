"""Type: words set over a picture."""

from __future__ import annotations

from waa.painter.canvas import Canvas
from waa.painter.stage import Setting


def letter(canvas: Canvas, setting: Setting, obstacles: list[tuple[int, int, int, int]]) -> None:
    """Set `setting.text` where it covers no thing."""
