"""Layout: where the subjects go. Pure geometry, no pixels.

Few and big: the main subject takes the stage's share of the height, the others the square root of their real size
beside it, so that a cat stays smaller than a house and both can be seen. What a former picture placed keeps its place.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from waa.painter.placement import Frame, Placement, put
from waa.painter.plan import Subject
from waa.painter.sitters import sitters
from waa.painter.stage import Stage

_GOLDEN = 0.618
_UPRIGHT = 1.22  # people are slim and seen for their faces: they get more of the height
_LANDMARK = 1.35  # a building that the picture is about rises into the sky
_ALONE = 1.12
_WIDEST_ALONE = {"portrait": 1.08}  # shares of the frame: shoulders may be cut off


def layout(
    subjects: Sequence[Subject], stage: Stage, width: int, height: int, rng: np.random.Generator
) -> list[Placement]:
    """Place every subject, back to front."""
    frame = Frame(stage, width, height)
    sky = [s for s in subjects if _goes_to_sky(s, stage)]
    rest = [s for s in subjects if s not in sky]
    placed = [_in_sky(s, i, sky, frame) for i, s in enumerate(sky)]
    if portrayed := sitters(rest, frame):
        return [*placed, *portrayed]
    kept = [_kept(s, frame) for s in rest if s.spot is not None]
    fresh = [s for s in rest if s.spot is None]
    heights = _heights(rest, frame)
    if kept:
        standing = _between(fresh, kept, heights, frame)
    elif stage.kind == "air":
        standing = _scattered(fresh, heights, frame)
    else:
        standing = _in_row(fresh, heights, frame, rng)
    ground = _constrained([*kept, *standing], frame)
    return [*placed, *sorted(ground, key=lambda p: p.foot)]


def _goes_to_sky(subject: Subject, stage: Stage) -> bool:
    return (stage.kind in ("ground", "water", "ink") and subject.facts.has("sky")) or (
        stage.kind in ("ground", "water", "ink") and (subject.pose == "fly" or subject.facts.has("flies"))
    )


def _heights(subjects: Sequence[Subject], frame: Frame) -> dict[str, float]:
    if not subjects:
        return {}
    main = subjects[0].real
    heights = {}
    for s in subjects:
        shelters = any(k == "under" and o in s.members for other in subjects for k, o in other.constraints)
        ratio = min(2.2 if shelters else 1.8, max(0.34, math.sqrt(s.real / main)))
        tall = frame.full * ratio * s.scale * _emphasis(s, len(subjects))
        widest = frame.width * (
            _WIDEST_ALONE.get(frame.stage.kind, 0.80) if len(subjects) == 1 else 0.85 if shelters else 0.55
        )
        heights[s.id] = min(tall, widest / max(frame.aspect(s), 0.05), frame.height * 0.92)
    return heights


def _emphasis(subject: Subject, company: int) -> float:
    if subject.facts.has("person") and company < 4:
        return _UPRIGHT
    if company == 1:
        return _LANDMARK if subject.facts.has("building") else _ALONE
    return 1.0


def _kept(s: Subject, frame: Frame) -> Placement:
    assert s.spot is not None
    tall = s.spot.height * frame.height
    return put(s, s.spot.x * frame.width, s.spot.y * frame.height, tall, frame)


# -- the sky ---------------------------------------------------------------------------------------------

_SKY_SIZE = {
    "sun": 0.15, "moon": 0.15, "earth": 0.40, "saturn": 0.24, "planet": 0.2, "mars": 0.18, "rainbow": 0.5,
    "cloud": 0.16, "star": 0.07, "bird": 0.09, "butterfly": 0.08, "bee": 0.07, "balloon": 0.16,
    "rocket": 0.34, "ufo": 0.16, "airplane": 0.17, "helicopter": 0.17, "dragon": 0.30, "kite": 0.20,
    "hot_air_balloon": 0.30, "comet": 0.24, "fireworks": 0.46, "satellite": 0.14,
}  # fmt: skip


def _in_sky(s: Subject, index: int, all_sky: Sequence[Subject], frame: Frame) -> Placement:
    """Round the stage's slot; the n-th thing goes on round a golden spiral."""
    size = _SKY_SIZE.get(s.facts.concept, 0.14 if s.facts.has("sky", "insect", "bird") else 0.24)
    short = min(frame.width, frame.height)
    tall = short * size * s.scale / (1 + 0.12 * (len(all_sky) - 1))
    tall = min(tall, 0.6 * frame.width / max(frame.aspect(s), 0.05))
    if s.spot is not None:
        return put(
            s,
            s.spot.x * frame.width,
            s.spot.y * frame.height,
            s.spot.height * frame.height,
            frame,
            in_sky=True,
        )
    x, y = frame.stage.sky_at
    if s.side in ("left", "right"):
        x = 0.22 if s.side == "left" else 0.78
    if index:
        angle = 2.39996 * index + 0.4
        reach = 0.30 * math.sqrt(index / max(len(all_sky) - 1, 1))
        x, y = 0.5 + (x - 0.5) * 0.3 + reach * math.cos(angle) * 1.25, y + reach * 0.42 * math.sin(angle)
    half = tall * frame.aspect(s) / 2 / frame.width
    x = min(max(x, half + 0.02), 1 - half - 0.02)
    top = frame.stage.horizon / frame.height
    y = min(max(y, 0.06), max(0.12, top - 0.08))
    return put(s, x * frame.width, y * frame.height + tall / 2, tall, frame, in_sky=True)


# -- the ground ------------------------------------------------------------------------------------------


def _foot(s: Subject, tall: float, index: int, count: int, frame: Frame) -> float:
    """Large things stand farther back; the others a little before or behind each other."""
    stage = frame.stage
    if stage.kind in ("table", "portrait", "ink"):
        return stage.ground
    depth = stage.ground - stage.horizon
    if tall > 1.25 * frame.full and count > 1:
        return stage.ground - 0.24 * depth
    return stage.ground - ((index * _GOLDEN + 0.3) % 1) * 0.16 * depth * (1 if count > 1 else 0)


def _in_row(
    subjects: Sequence[Subject], heights: dict[str, float], frame: Frame, rng: np.random.Generator
) -> list[Placement]:
    if not subjects:
        return []
    if len(subjects) == 1:
        return [_alone(subjects[0], heights[subjects[0].id], frame)]
    order = _seating(subjects, heights, frame)
    widths = [heights[s.id] * frame.aspect(s) for s in order]
    gap = 0.03 * frame.width
    shrink = min(1.0, (0.92 * frame.width - gap * (len(order) - 1)) / sum(widths))
    overlap = 1.0
    if shrink < 0.62:  # rather a crowd than ants
        overlap, shrink = max(0.55, shrink / 0.62), 0.62
    total = sum(w * shrink * overlap for w in widths) + gap * (len(order) - 1)
    gap = min(0.05 * frame.width, gap)
    x = (frame.width - total) / 2
    placed = []
    for index, (s, w) in enumerate(zip(order, widths, strict=True)):
        jitter = float(rng.uniform(0.96, 1.04)) if frame.stage.kind != "table" else 1.0
        tall = heights[s.id] * shrink * jitter
        room = w * shrink * overlap
        foot = _foot(s, tall, index, len(order), frame)
        if overlap < 1 and index % 2 == 0:
            foot -= 0.16 * (frame.stage.ground - frame.stage.horizon)
        placed.append(put(s, x + room / 2, foot, tall, frame))
        x += room + gap
    return placed


def _seating(subjects: Sequence[Subject], heights: dict[str, float], frame: Frame) -> list[Subject]:
    """Left to right: whoever asked for a side gets it, the big ones go outside, the main one to the middle."""
    left = [s for s in subjects if s.side == "left"]
    right = [s for s in subjects if s.side == "right"]
    middle = [s for s in subjects if s.side not in ("left", "right")]
    big = [s for s in middle if heights[s.id] > 1.25 * frame.full]
    small = [s for s in middle if s not in big]
    return [*left, *big[::2], *small, *big[1::2], *right]


def _alone(s: Subject, tall: float, frame: Frame) -> Placement:
    stage = frame.stage
    if stage.kind == "air":
        return put(s, 0.48 * frame.width, 0.52 * frame.height + tall * 0.55, tall * 1.12, frame)
    share = 0.5
    if stage.focus_x is not None:
        share = stage.focus_x
    elif not stage.centred and stage.kind in ("ground", "water"):
        share = 0.38 if stage.sky_at[0] > 0.5 else 0.62
    if s.side in ("left", "right"):
        share = 0.28 if s.side == "left" else 0.72
    half = tall * frame.aspect(s) / 2 / frame.width
    if half < 0.5:
        share = min(max(share, half + 0.03), 1 - half - 0.03)
    if s.real >= 4 and stage.kind == "ground":  # a house alone may fill more of the picture
        tall = min(tall * 1.3, 0.86 * frame.width / max(frame.aspect(s), 0.05))
    return put(s, share * frame.width, stage.ground, tall, frame)


def _scattered(subjects: Sequence[Subject], heights: dict[str, float], frame: Frame) -> list[Placement]:
    """In space or under water nothing stands: a spiral round the middle, smaller outwards."""
    if len(subjects) == 1:
        return [_alone(subjects[0], heights[subjects[0].id], frame)]
    placed, count = [], len(subjects)
    for i, s in enumerate(subjects):
        f = i / max(1, count - 1)
        angle = 2.39996 * i + 0.6
        x = 0.5 + 0.42 * math.cos(angle) * (0.3 + 0.6 * f) if i else 0.42
        y = 0.50 + 0.25 * math.sin(angle) * (0.3 + 0.7 * f) if i else 0.52
        tall = heights[s.id] * (1 - 0.28 * f) * (1 if count < 4 else 0.8)
        half = tall * frame.aspect(s) / 2 / frame.width
        x = min(max(x, half + 0.02), 1 - half - 0.02) if half < 0.5 else 0.5
        placed.append(put(s, x * frame.width, y * frame.height + tall / 2, tall, frame))
    return placed


def _between(
    fresh: Sequence[Subject], kept: list[Placement], heights: dict[str, float], frame: Frame
) -> list[Placement]:
    """Newcomers take the best gap among those who stay; a new big thing goes behind them."""
    placed: list[Placement] = []
    main = max((p.height / max(math.sqrt(p.subject.real), 1e-3) for p in kept), default=frame.full)
    for index, s in enumerate(fresh):
        tall = min(heights[s.id], main * math.sqrt(s.real) * s.scale * 1.15)
        tall = max(tall, 0.30 * frame.full)
        wide = tall * frame.aspect(s)
        taken = [p.span for p in [*kept, *placed] if not p.in_sky]
        x = _best_gap(s, wide, taken, frame, behind=tall > 1.25 * frame.full)
        foot = _foot(s, tall, index + 1 + len(kept), len(kept) + len(fresh), frame)
        if frame.stage.kind == "air":
            foot = 0.5 * frame.height + tall / 2
        placed.append(put(s, x, foot, tall, frame))
    return placed


def _best_gap(
    s: Subject, wide: float, taken: list[tuple[float, float]], frame: Frame, *, behind: bool
) -> float:
    low, high = 0.03 * frame.width + wide / 2, 0.97 * frame.width - wide / 2
    target, pull = {"left": (0.18, 0.6), "right": (0.82, 0.6), "centre": (0.5, 0.6)}.get(
        s.side or "", (0.5, 0.1)
    )
    if s.side == "left":
        high = min(high, 0.44 * frame.width)
    elif s.side == "right":
        low = max(low, 0.56 * frame.width)
    best, best_score = frame.width / 2, -math.inf
    for x in np.linspace(min(low, high), max(low, high), 41):
        gap = min((max(a - (x + wide / 2), (x - wide / 2) - b) for a, b in taken), default=0.0)
        room = 0.0 if behind else (min(gap, 0.05 * frame.width) if gap > 0 else 1.2 * gap)
        score = room - pull * abs(x - target * frame.width)
        if score > best_score:
            best, best_score = float(x), score
    return best


# -- beside, behind, in front, under ---------------------------------------------------------------------


def _constrained(placed: list[Placement], frame: Frame) -> list[Placement]:
    """Move those who were asked to stand behind, before, under or beside another; the other stays."""
    by_thing: dict[str, Placement] = {}
    for p in placed:
        for member in p.subject.members:
            by_thing.setdefault(member, p)
    depth = frame.stage.ground - frame.stage.horizon
    moved = []
    asked: dict[tuple[str, str], int] = {}
    for p in placed:
        for kind, other_id in p.subject.constraints if p.subject.spot is None else ():
            other = by_thing.get(other_id)
            if other is None or other.subject.id == p.subject.id:
                continue
            before = asked[kind, other_id] = asked.get((kind, other_id), -1) + 1
            p = _moved(p, kind, other, depth, frame, before)
        moved.append(p)
    return moved


def _moved(
    p: Placement, kind: str, other: Placement, depth: float, frame: Frame, before: int = 0
) -> Placement:
    """`before`: how many others have been moved so; they stand on both sides, one beyond the other."""
    x, foot, tall = p.x, p.foot, p.height
    if kind == "behind":
        side = (1 if p.x >= other.x else -1) * (-1 if before % 2 else 1)
        if tall > 1.25 * other.height:  # it looks over what is before it
            x = other.x + side * max(0.30 * other.width, 0.22 * p.width)
        else:
            x = other.x + side * (0.5 * other.width + (0.2 + before // 2) * p.width)
        foot = other.foot - 0.20 * depth
        tall *= 0.9
    elif kind == "in_front_of":
        side = 1 if p.x >= other.x else -1
        x, foot = (
            other.x + side * (0.28 * other.width + 0.7 * before * p.width),
            min(other.foot + 0.16 * depth, frame.height * 0.97),
        )
    elif kind == "under":
        side = 1 if before % 2 else -1  # beside the trunk
        x, foot = other.x + side * (0.16 + 0.12 * before) * other.width, other.foot + 0.04 * depth
        tall = min(tall, other.height * 0.5)
    elif kind == "on" and (before or p.width > 1.2 * other.width or other.height > 0.5 * frame.height):
        side = 1 if p.x >= other.x else -1  # no room up there: at its foot
        x = other.x + side * (0.30 * other.width + 0.7 * before * p.width)
        foot = min(other.foot + 0.10 * depth, frame.height * 0.97)
    elif kind in ("on", "in"):
        x, foot = other.x, other.foot - other.height * (0.9 if kind == "on" else 0.35)
        tall = min(tall, other.height * 0.7)
    elif kind == "beside" and abs(p.x - other.x) > 0.9 * (p.width + other.width):
        side = 1 if p.x >= other.x else -1
        x = other.x + side * 0.56 * (p.width + other.width)
    width = p.width * tall / p.height
    x = min(max(x, width / 2), frame.width - width / 2) if width < frame.width else frame.width / 2
    return Placement(subject=p.subject, x=x, foot=foot, height=tall, width=width, yaw=p.yaw, in_sky=p.in_sky)
