"""Sitters: where those who are portrayed sit. Pure geometry, as `layout.py`."""

from __future__ import annotations

from collections.abc import Sequence

from waa.painter.placement import Frame, Placement, put
from waa.painter.plan import Subject

_EYES, _LOW, _HEAD, _ABOVE = (
    0.385,
    0.445,
    0.50,
    0.05,
)  # of the frame's height: a sitter's eyes, head, the room over a hat


def sitters(subjects: Sequence[Subject], frame: Frame) -> list[Placement]:
    """A portrait of one or two: their eyes in the upper half, and behind their shoulders what else was named.
    Nobody when it is no such portrait."""
    people = [s for s in subjects if s.facts.has("person") and "eyes" in s.model.anchors]
    if frame.stage.kind != "portrait" or len(people) not in (1, 2):
        return []
    placed = []
    for index, s in enumerate(s for s in subjects if s not in people):
        side = s.side if s.side in ("left", "right") else ("right", "left")[index % 2]
        tall = min(0.36 * frame.height, 0.30 * frame.width / max(frame.aspect(s), 0.05))
        foot = (0.95 - 0.30 * (index // 2 % 3)) * frame.height
        placed.append(put(s, (0.15 if side == "left" else 0.85) * frame.width, foot, tall, frame))
    for index, s in enumerate(people):
        share = _share(s) if len(people) == 1 else (0.26, 0.74)[index]
        placed.append(_sitter(s, share, len(people), frame))
    return placed


def _share(s: Subject) -> float:
    """How far to the right one sits: where it was told to, where it sat before, in the middle."""
    if s.side in ("left", "right"):
        return 0.36 if s.side == "left" else 0.64
    return s.spot.x if s.spot else 0.5


def _sitter(s: Subject, share: float, count: int, frame: Frame) -> Placement:
    """Sized by the head, placed by the eyes, whatever is worn on the head."""
    head = s.model.anchor("head").size
    high, wide = (_HEAD, 0.72) if count == 1 else (0.36, 0.40)
    unit = min(high * frame.height, wide * frame.width)
    tall = s.model.height / head * unit * s.scale
    over = 1 - (s.model.anchors["eyes"].at[1] - float(s.model.mesh.low[1])) / s.model.height
    y, least = (_EYES if count == 1 else 0.43) * frame.height, _ABOVE * frame.height
    y = max(y, min(least + over * tall, _LOW * frame.height))  # a bow or a knot moves the eyes down a little
    if y - over * tall < least:  # a tall hat more, never below the middle, and it may lose its tip
        least, low = -0.015 * frame.height, 0.485 * frame.height
        tall = max(min(tall, (low - least) / over), frame.stage.ground - least)
        y = min(least + over * tall, low)
    foot = max(y + (1 - over) * tall, frame.stage.ground)
    return put(s, share * frame.width, foot, (foot - y) / (1 - over), frame)
