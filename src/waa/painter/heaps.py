"""Heaps: many small things in one vessel: strawberries in a bowl, oranges in a basket."""

from __future__ import annotations

import math
from collections.abc import Sequence

from waa.painter import cast
from waa.painter.facts import facts
from waa.painter.solid.model import Model
from waa.words.scene import Thing

_MANY = 7  # as many as make a heap
_TINY = 0.055  # metres: what is no larger is never put into a bowl singly
_SUNK = 0.34  # of its height: how deep the lowest lie in the vessel

# How many lie at the bottom of a heap of n, and the radius of their ring in widths of one.
_LOWEST = {1: (1, 0.0), 2: (2, 0.5), 3: (3, 0.58), 4: (3, 0.58), 5: (4, 0.71), 6: (4, 0.71), 7: (5, 0.85)}


def is_heaped(vessel: Model, other: Thing, kind: str) -> bool:
    """Whether `other` is piled up in the vessel: food is, where there is room for it."""
    known = facts(other.concept)
    put = kind == "in" or "top" not in vessel.anchors
    return (
        put
        and "inside" in vessel.anchors
        and known.has("food", "fruit", "vegetable")
        and not known.has("drink")
    )


def heaped(vessel: Model, parts: Sequence[Model], other: Thing) -> Model:
    """The vessel with a heap of the parts in it, up to seven, each less than 0.45 of the vessel's height.

    One tiny thing stands for a heap of its kind: 'cherries in a bowl' are never one cherry.
    """
    if len(parts) == 1 and facts(other.concept).height <= _TINY:
        parts = [parts[0]] * _MANY
    parts = parts[:_MANY]
    lowest, ring = _LOWEST[len(parts)]
    inside = vessel.anchors["inside"]
    most = min(0.45 * vessel.height, 1.1 * inside.size / (2 * ring + 1))
    placed = []
    for number, part in enumerate(parts):
        longest = float(part.size.max())
        scale = min(max(1.0, 0.6 * most / longest), most / longest)
        up, out, turn = _place(number, len(parts), lowest, ring)
        wide, tall = float(max(part.size[0], part.size[2])) * scale, part.height * scale
        x, y, z = inside.at
        at = (x + out * wide * math.sin(turn), y + (up - _SUNK) * tall, z + out * wide * math.cos(turn))
        yaw = cast.best_yaw(other.concept) + number * 137.5
        placed.append(part.transformed(scale=scale, yaw=yaw, at=at))
    return vessel.with_(*placed)


def _place(number: int, count: int, lowest: int, ring: float) -> tuple[float, float, float]:
    """(height, distance from the middle, angle) of one of `count`: heights in its own, distances in its widths."""
    if number < lowest:
        return 0.0, ring, 2 * math.pi * (number + 0.5) / lowest
    above = count - lowest
    return 0.62, 0.5 if above == 2 else 0.0, math.pi * (number - lowest + 0.5)
