"""What lies and burns on the ground: the rock."""

from __future__ import annotations

from waa.painter.cast import Look, draws
from waa.painter.solid.boulder import boulder
from waa.painter.solid.mesh import join
from waa.painter.solid.model import Anchor, Model


@draws("rock", yaw=20)
def rock(look: Look) -> Model:
    """A boulder of 90 cm with two smaller stones at its foot."""
    rng = look.rng("rock")
    tint = look.tint("#8d8b88")
    moss = None if look.colour else "#6f8f3f"
    big = boulder(rng, tint, steps=52, flat=0.78, patches=moss).scaled(1.1)
    left = boulder(rng, tint, steps=30, flat=0.7, patches=moss).scaled(0.42).moved(-0.60, 0, 0.22)
    right = boulder(rng, tint, steps=20, flat=0.62).scaled(0.26).moved(0.50, 0, 0.40)
    return Model(
        mesh=join(big, left, right), anchors={"top": Anchor(at=(0, float(big.high[1]), 0), size=0.6)}
    )
