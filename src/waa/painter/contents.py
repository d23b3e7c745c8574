"""Contents: many small things in one vessel: strawberries heaped in a bowl, goldfish swimming in a tank."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from waa.painter import cast
from waa.painter.colour import F
from waa.painter.facts import facts
from waa.painter.solid.model import Model
from waa.words.scene import Thing

_MANY = 7  # as many as make a heap
_TINY = 0.055  # metres: what is no larger is never put into a bowl singly
_SUNK = 0.08  # of its height: how deep the lowest lie in the vessel

# How many lie at the bottom of a heap of n, and the radius of their ring in widths of one.
_LOWEST = {1: (1, 0.0), 2: (2, 0.5), 3: (3, 0.58), 4: (3, 0.58), 5: (4, 0.71), 6: (4, 0.71), 7: (5, 0.85)}


def is_heaped(vessel: Model, other: Thing, kind: str) -> bool:
    """Whether `other` is piled up in the vessel: food is, where there is room for it."""
    known, inside, top = facts(other.concept), vessel.anchors.get("inside"), vessel.anchors.get("top")
    if inside is None or known.has("drink") or not known.has("food", "fruit", "vegetable"):
        return False
    # A basket that carries apples has them in it; an egg on a bowl of rice lies on the rice.
    return kind == "in" or top is None or top.at[1] - inside.at[1] < 0.1 * vessel.height


def heaped(vessel: Model, parts: Sequence[Model], other: Thing) -> Model:
    """The vessel with a heap of the parts in it, up to seven; many are each less than 0.45 of its height.

    One tiny thing stands for a heap of its kind: 'cherries in a bowl' are never one cherry.
    """
    if len(parts) == 1 and facts(other.concept).height <= _TINY:
        parts = [parts[0]] * _MANY
    parts = parts[:_MANY]
    lowest, ring = _LOWEST[len(parts)]
    inside = vessel.anchors["inside"]
    most = min((0.8 if len(parts) < 4 else 0.45) * vessel.height, 1.1 * inside.size / (2 * ring + 1))
    placed = []
    for number, part in enumerate(parts):
        longest = float(part.size.max())
        scale = min(max(1.0, 0.6 * most / longest), most / longest)
        up, out, turn = _place(number, len(parts), lowest, ring)
        out *= 1.12 * float(max(part.size[0], part.size[2])) * scale
        x, y, z = inside.at
        at = (x + out * math.sin(turn), y + (up - _SUNK) * part.height * scale, z + out * math.cos(turn))
        yaw = cast.best_yaw(other.concept) + number * 137.5
        placed.append(part.transformed(scale=scale, yaw=yaw, at=at))
    return vessel.with_(*placed)


def _place(number: int, count: int, lowest: int, ring: float) -> tuple[float, float, float]:
    """(height, distance from the middle, angle) of one of `count`: heights in its own, distances in its widths."""
    if number < lowest:
        return 0.0, ring, 2 * math.pi * (number + 0.5) / lowest
    above = count - lowest
    return 0.55, 0.5 if above == 2 else 0.0, math.pi * (number - lowest + 0.5)


_FATTEST = 1.6  # times its natural size


def is_shoal(vessel: Model, other: Thing, kind: str) -> bool:
    """Whether `other` swims in the vessel: what lives in water does, behind glass."""
    return (
        kind == "in"
        and vessel.glass is not None
        and "inside" in vessel.anchors
        and facts(other.concept).has("fish", "swims")
    )


def shoal(vessel: Model, parts: Sequence[Model], other: Thing) -> Model:
    """The vessel with the parts swimming in it at various depths, each other one the opposite way."""
    inside, count = vessel.anchors["inside"], len(parts)
    most = (1.15, 0.60, 0.44, 0.36, 0.30)[min(count, 5) - 1] * inside.size
    placed = []
    for number, part in enumerate(parts):
        part = _in_lit_water(part)
        scale = min(_FATTEST, most / float(part.size.max()), 0.5 * vessel.height / part.height)
        across = (number - (count - 1) / 2) / count * 0.75 * inside.size
        rise = 0.13 * vessel.height * ((number % 2) - 0.5) if count > 1 else 0.0
        x, y, z = inside.at
        yaw = cast.best_yaw(other.concept) * (1 if number % 2 == 0 else -1)
        middle = float(part.mesh.low[1] + part.mesh.high[1]) / 2 * scale
        at = (x + across, y + rise - middle, z + 0.4 * rise)
        placed.append(part.transformed(scale=scale, yaw=yaw, at=at))
    return vessel.with_(*placed)


def _in_lit_water(part: Model) -> Model:
    """It shines a little by itself, or the lid and the glass would leave it brown."""
    surface = part.mesh.surface.copy()
    surface[:, 1] = np.maximum(surface[:, 1], F(0.25))
    return replace(part, mesh=replace(part.mesh, surface=surface))
