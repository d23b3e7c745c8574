"""Cups, bowls and plates."""

from __future__ import annotations

from waa.painter.cast import Look, draws
from waa.painter.shapes import bezier
from waa.painter.solid.mesh import join, lathe, tube
from waa.painter.solid.model import Anchor, Model


@draws("cup", yaw=-20)
def cup(look: Look) -> Model:
    """A mug, 9 cm tall, with its handle to the right."""
    glaze = look.tint("#f4efe6")
    outside = [(0, 0), (0.030, 0), (0.036, 0.004), (0.042, 0.085), (0.0425, 0.090)]
    inside = [(0.0395, 0.090), (0.0385, 0.085), (0.033, 0.010), (0, 0.008)]
    body = lathe(outside + inside, glaze, 0.6)
    handle = bezier((0.038, 0.070, 0), (0.078, 0.078, 0), (0.076, 0.016, 0), (0.036, 0.024, 0), 12)
    return Model(
        mesh=join(body, tube(handle, 0.0055, glaze, 0.6)),
        anchors={"grip": Anchor(at=(0.0, 0.05, 0.0)), "inside": Anchor(at=(0, 0.05, 0), size=0.06)},
    )
