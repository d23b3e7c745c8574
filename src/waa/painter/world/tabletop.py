"""Tabletop: the table or counter in the foreground on which small things stand, in focus."""

from __future__ import annotations

import numpy as np

from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Array, F, rgb
from waa.painter.light import Light
from waa.painter.world import panel
from waa.painter.world.lens import Lens, level

GROUND = 0.86  # where things stand, and the table's far edge: shares of the height
EDGE = 0.615


def table_lens(width: int, height: int, *, away: float = 3.5, horizon: float = 0.34) -> Lens:
    """Sitting at a table, whose top is y = 0; the wall behind is z = 0. Upright pictures are taken from farther off."""
    farther = max(1.0, (height / width) ** 0.5)
    return level(
        width,
        height,
        horizon=horizon,
        ground=GROUND,
        eye=0.40 * farther,
        near=0.82 * farther,
        away=away * farther,
    )


def table_tint(light: Light) -> Array:
    """What the light makes of a white table."""
    tint: Array = np.clip(rgb(light.key) * F(0.72) + rgb(light.shade) * F(0.36), 0, 1.15)
    return tint


def lay_flat(canvas: Canvas, lens: Lens, picture: panel.Picture, left: float, right: float, far: float, near: float,
             tint: Array, opacity: float = 1.0) -> None:  # fmt: skip
    """A picture flat on the table between two depths (metres from the eye)."""
    back, front = lens.away - far, lens.away - near
    corners = lens.project([(left, 0, back), (right, 0, back), (right, 0, front), (left, 0, front)])
    panel.lay_panel(canvas, picture, corners, tint=tint, opacity=opacity)


def lay_table(
    canvas: Canvas,
    lens: Lens,
    picture: panel.Picture,
    light: Light,
    *,
    rim: tuple[str, str] = ("#f4f4f0", "#6f6a66"),
) -> float:
    """The table top with its rim; answers the y of its far edge."""
    width, height = canvas.width, canvas.height
    far, near = lens.depth_of(EDGE * height), lens.depth_of(1.02 * height)
    reach = lens.half_width(far) * 1.15 + 0.1
    top = EDGE * height
    lay_flat(canvas, lens, picture, -reach, reach, far, near, table_tint(light))
    unit = canvas.unit
    sheen = [(0, light.rim, 0.42), (0.22, light.rim, 0.10), (0.6, "#3a1c0c", 0.0), (1, "#2a140a", 0.40)]
    canvas.rectangle(0, top, width, height - top, linear((0, top), (0, height), sheen))  # type: ignore[arg-type]
    edge = linear((0, top - 5 * unit), (0, top + 5 * unit), [(0, rim[0]), (0.5, _between(rim)), (1, rim[1])])
    canvas.rectangle(0, top - 5 * unit, width, 10 * unit, edge, soft=0.8)
    canvas.rectangle(0, top + 5 * unit, width, 6 * unit, "#2a140a", soft=4 * unit, opacity=0.25)
    return top


def _between(rim: tuple[str, str]) -> Array:
    return (rgb(rim[0]) + rgb(rim[1])) * F(0.5)


def window_light(canvas: Canvas, top: float, light: Light) -> None:
    """Two panes of daylight (or of lamplight) that lie across the table."""
    panes = []
    for a, b in ((0.10, 0.28), (0.31, 0.47)):
        xs = np.array([a, b, b + 0.22, a + 0.22])
        xs = xs if light.direction[0] < 0 else 1 - xs
        panes.append(np.column_stack([xs * canvas.width, np.array([top, top, canvas.height, canvas.height])]))
    mode = "screen" if light.is_dark else "soft"
    canvas.fill(panes, light.rim, soft=22 * canvas.unit, opacity=0.16 if light.is_dark else 0.34, mode=mode)  # type: ignore[arg-type]
