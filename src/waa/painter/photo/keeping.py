"""Keeping the rest: what an edit did not mean to change is put back from the parent, pixel for pixel."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import LUMA, Array, F, rgb
from waa.painter.noise import smoothstep
from waa.painter.photo.aligning import (
    NO_TONE,
    Alignment,
    Box,
    Pixels,
    Size,
    Tone,
    align,
    fit_tone,
    size_of,
    small,
    working_size,
)

Sentence = tuple[str, str]

ACCENT = "#d73431"  # the house's taxi red
MOST = 0.75  # of the picture: whoever changed more meant all of it
# CIELAB units, on average: another hour or style, not a model's drift. By tone, and by form at a quarter of the size.
RETONED = 6.0
REDRAWN = 2.5
# CIELAB units that count as a change, at full, half, quarter and eighth working size: the eye forgives edges and
# grain, not a patch.
_FLOORS = (13.0, 8.0, 5.5, 4.5)
_MASKING = 0.28  # of what lies round a pixel
_SEAM = 30  # levels
_WEAK = 0.45  # of a sure change: still one where it touches a sure one


@dataclass(frozen=True, eq=False)
class Changes:
    """What differs between a parent and an answer.

    `map` is (h, w) uint8 in the parent's size, 255 where it surely changed. `share` of the frame changed, 0..1.
    `alignment` and `tone` bring the answer to the parent's grid and colours. In CIELAB units, `retoned` is how far
    the tones were off, and `redrawn` what most of the frame still differs by with the tones evened out.
    """

    map: Pixels
    share: float
    alignment: Alignment
    tone: Tone
    retoned: float
    redrawn: float

    @property
    def is_whole(self) -> bool:
        """Nearly all of the picture was meant: a style, an hour, a new picture."""
        return self.share > MOST or self.retoned > RETONED or self.redrawn > REDRAWN

    @property
    def matrix(self) -> NDArray[np.float64]:
        """(2, 3): parent pixels to answer pixels."""
        return self.alignment.matrix


@dataclass(frozen=True, eq=False)
class Kept:
    """`pixels` to show. `map` and `share` as in `Changes`; `note` (zh-HK, en) says what did not go as usual."""

    pixels: Pixels
    map: Pixels
    share: float
    note: Sentence | None = None


_ALL_CHANGED = (
    "成幅都改咗，所以冇擺返原圖嘅部分，照引擎畫嘅樣。",
    "Nearly all of the picture changed, so nothing of the original was put back.",
)
_OTHER_FRAME = (
    "新圖同原圖對唔返位，所以冇擺返原圖嘅部分，照引擎畫嘅樣。",
    "The new picture does not line up with the original, so it stays as the engine painted it.",
)
_NO_PLACE = (
    "搵唔到邊一笪改咗，所以照引擎畫嘅樣。",
    "No single place that changed was found, so the picture stays as the engine painted it.",
)
_EDGE_SHOWS = (
    "新圖同原圖對唔返位；你揀咗嘅範圍以外照原圖，但係邊位可能睇得出。",
    "The new picture does not line up with the original. Outside of the mask all is kept, but its edge may show.",
)


# -- what changed ------------------------------------------------------------------------------------------


def changes(before: Pixels, after: Pixels) -> Changes:
    """Compare two (h, w, 3) uint8 pictures of any sizes: shift, slight bend, tone, noise and sharpness do not count."""
    alignment = align(before, after)
    size, full = working_size(before), size_of(before)
    laid, inside = alignment.lay(after, full, size, (0, 0, *size))
    one, two = (p.astype(F) * F(1 / 255) for p in (small(before, size), laid))
    tone, retoned = _even(two, one, inside)
    one, two = _lab(one), _lab(np.clip(tone.apply(two), 0, 1))
    found = _regions(_score(one, two, inside))
    share = float((found > 0).mean())
    soft = cv2.GaussianBlur(found, (0, 0), 1.2)
    return Changes(
        np.asarray(cv2.resize(soft, full), np.uint8),
        share,
        alignment,
        tone,
        retoned,
        _redrawn(one, two, inside),
    )


def _even(source: Array, target: Array, inside: NDArray[np.bool_]) -> tuple[Tone, float]:
    """The tone change and how large it is; none where it would be larger than any model's drift."""
    step = max(1, round((source.shape[0] * source.shape[1] / 6000) ** 0.5))
    calm = [np.asarray(cv2.blur(p, (5, 5))[::step, ::step], F) for p in (source, target)]
    seen = inside[::step, ::step]
    if not seen.any():
        return NO_TONE, 0.0
    colours, goal = calm[0][seen], calm[1][seen]
    tone = fit_tone(colours, goal)
    evened = np.clip(tone.apply(colours[None]), 0, 1)
    retoned = float(np.linalg.norm(_lab(colours[None]) - _lab(evened), axis=-1).mean())
    return (tone if retoned <= RETONED else NO_TONE), retoned


def _lab(colours: Array) -> Array:
    return np.asarray(cv2.cvtColor(colours, cv2.COLOR_RGB2LAB), F)


def _redrawn(one: Array, two: Array, inside: NDArray[np.bool_]) -> float:
    size = (max(1, one.shape[1] // 4), max(1, one.shape[0] // 4))
    apart = cv2.resize(np.abs(one - two) * inside[..., None], size, interpolation=cv2.INTER_AREA)
    return float(np.median(_most(apart)))


def _score(one: Array, two: Array, inside: NDArray[np.bool_]) -> Array:
    """(h, w): 1 and more is surely a change. The worst over four sizes, each against its own noise."""
    h, w = one.shape[:2]
    seen = inside.astype(F)
    worst = np.zeros((h, w), F)
    for level, floor in enumerate(_FLOORS):
        if level:
            if min(one.shape[:2]) < 16:
                break
            one, two, seen = (np.asarray(cv2.pyrDown(p), F) for p in (one, two, seen))
        apart = _apart(one, two)
        noise = min(0.6 * floor, float(np.median(_most(np.abs(one - two)[::2, ::2]))))
        score = apart / (F(floor + 2.5 * noise) + F(_MASKING) * _busy(one)) * (seen > 0.98)
        worst = np.maximum(worst, cv2.resize(score, (w, h)))
    return worst


def _apart(one: Array, two: Array) -> Array:
    """How far each pixel is from all that the other picture has within one pixel: an edge may move that much."""
    nine = np.ones((3, 3), np.uint8)
    apart = np.zeros(one.shape[:2], F)
    for mine, other in ((one, two), (two, one)):
        over = np.maximum(mine - cv2.dilate(other, nine), cv2.erode(other, nine) - mine)
        np.maximum(over, 0, out=over)
        np.maximum(apart, np.sqrt(np.einsum("hwc,hwc->hw", over, over)), out=apart)
    return apart


def _busy(lab: Array) -> Array:
    """(h, w): how much lies within two pixels; among much of it, the eye misses a difference."""
    five = np.ones((5, 5), np.uint8)
    return _most(cv2.dilate(lab, five) - cv2.erode(lab, five))


def _most(three: Array) -> Array:
    """Along the last axis; NumPy's own way takes ten times as long on three channels."""
    return np.maximum(np.maximum(three[..., 0], three[..., 1]), three[..., 2])


def _regions(score: Array) -> Pixels:
    """255 on weak changes that touch sure ones: closed, filled, without specks."""
    h, w = score.shape
    weak = (score > _WEAK).astype(np.uint8)
    joined = cv2.morphologyEx(weak, cv2.MORPH_CLOSE, _disc(0.006 * min(h, w)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    sure = np.bincount(labels[score >= 1], minlength=count)
    large = (stats[:, cv2.CC_STAT_AREA] >= 2.0e-4 * h * w) & (sure >= 0.4e-4 * h * w)
    large[0] = False
    found = np.where(large[labels], 255, 0).astype(np.uint8)
    whole = cv2.morphologyEx(found, cv2.MORPH_CLOSE, _disc(0.015 * min(h, w)))
    return _filled(np.asarray(whole, np.uint8))


def _filled(found: Pixels) -> Pixels:
    """Small holes belong to what is round them."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(255 - found, connectivity=4)
    hole = stats[:, cv2.CC_STAT_AREA] < 0.01 * found.size
    hole[0] = False
    found[hole[labels]] = 255
    return found


def _disc(radius: float) -> Pixels:
    side = 2 * max(1, round(radius)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


# -- the rest put back -------------------------------------------------------------------------------------


def keep_rest(before: Pixels, after: Pixels, mask: Pixels | None = None) -> Kept:
    """`before` where nothing changed, exactly; `after` where it did, moved into place, in the parent's tone.

    With a `mask` (h, w) uint8, 255 where the edit was allowed, all outside of it is exactly `before`. Without one,
    an answer that changed nearly everything, or is framed otherwise, comes back untouched with a note.
    """
    seen = changes(before, after)
    if mask is None:
        note = _untouched(seen, size_of(before), size_of(after))
        if note is not None:
            return Kept(after, seen.map, seen.share, note)
        return Kept(_joined(before, after, seen, _cover(seen.map)), seen.map, seen.share)
    inside = _inner(small(mask, working_size(before)))
    cover = _cover(seen.map)
    allowed = np.minimum(cover, inside) if seen.share and seen.alignment.is_found else inside
    note = _EDGE_SHOWS if _is_lost(seen) else None
    return Kept(_joined(before, after, seen, allowed), seen.map, seen.share, note)


def _is_lost(seen: Changes) -> bool:
    """Flat pictures have nothing to hold on to, and need nothing."""
    return not seen.alignment.is_found and seen.share > 0.3


def _untouched(seen: Changes, size: Size, answer: Size) -> Sentence | None:
    if seen.alignment.is_found and not _same_frame(seen.matrix, size, answer):
        return _OTHER_FRAME
    if _is_lost(seen):
        return _OTHER_FRAME
    if seen.is_whole:
        return _ALL_CHANGED
    return _NO_PLACE if seen.share == 0 else None


def _same_frame(matrix: NDArray[np.float64], size: Size, answer: Size) -> bool:
    """No zoom, pan or turn that somebody may have asked for: each corner stays within six hundredths."""
    w, h = size
    corners = np.array([[0, 0, 1], [w, 0, 1], [0, h, 1], [w, h, 1]], np.float64) @ matrix.T
    plain = np.array([[0, 0], [1, 0], [0, 1], [1, 1]]) * answer
    return bool(np.abs((corners - plain) / answer).max() < 0.06)


def _cover(map_: Pixels) -> Array:
    """(h', w') 0..1 at working size: all of the changed area and a margin, then fading out."""
    size = working_size(map_)
    core = (small(map_, size) > 100).astype(np.uint8)
    margin = 0.010 * min(size) + 1
    return np.asarray(1 - smoothstep(margin, 2.4 * margin, _depth(core == 0)), F)


def _inner(mask: Pixels) -> Array:
    """(h', w') 0..1: nothing outside the mask, fading in from its edge."""
    return np.asarray(smoothstep(2.0, 2.5 + 0.012 * min(mask.shape), _depth(mask > 127)), F)


def _depth(area: NDArray[np.bool_]) -> Array:
    """(h, w): how far it is to where `area` ends, in pixels; far, where it is everywhere."""
    return np.minimum(cv2.distanceTransform(area.astype(np.uint8), cv2.DIST_L2, 3), F(1e5))


def _joined(before: Pixels, after: Pixels, seen: Changes, cover: Array) -> Pixels:
    full = size_of(before)
    whole = np.asarray(cv2.resize(cover, full, interpolation=cv2.INTER_LINEAR), F)
    box = _box(whole)
    if box is None:
        return before
    left, top, right, bottom = box
    rows, columns = slice(top, bottom), slice(left, right)
    laid, inside = seen.alignment.lay(after, full, full, box)
    parent = before[rows, columns].astype(F)
    answer = seen.tone.apply(laid.astype(F) * F(1 / 255)) * 255
    opacity = whole[rows, columns] * _within(inside)
    answer = answer + _mended(parent - answer, opacity)
    joined = before.copy()
    blend = parent + (answer - parent) * opacity[..., None]
    joined[rows, columns] = np.clip(np.round(blend), 0, 255).astype(np.uint8)
    return joined


def _box(cover: Array) -> Box | None:
    left, top, wide, tall = cv2.boundingRect((cover > 0).astype(np.uint8))
    return (left, top, left + wide, top + tall) if wide else None


def _within(inside: NDArray[np.bool_]) -> Array:
    """Fades in from the edge of what the answer shows."""
    return np.asarray(smoothstep(0.5, 1.0 + 0.01 * min(inside.shape), _depth(inside)), F)


def _mended(rest: Array, opacity: Array) -> Array:
    """The tone that is still off along the seam, spread smoothly a little way inwards so that no step is left."""
    h, w = opacity.shape
    size = (max(1, w // 8), max(1, h // 8))
    close = np.abs(rest).max(2) < _SEAM  # where more is off, a thing crosses the seam
    seam = ((opacity > 0.02) & (opacity < 0.6) & close).astype(F)
    share = cv2.resize(seam, size, interpolation=cv2.INTER_AREA)
    off = cv2.resize(rest * seam[..., None], size, interpolation=cv2.INTER_AREA)
    sigma = max(1.5, 0.03 * max(size))
    weight = cv2.GaussianBlur(share, (0, 0), sigma)
    spread = cv2.GaussianBlur(off, (0, 0), sigma) / (weight[..., None] + F(0.02))
    return np.asarray(cv2.resize(spread.astype(F), (w, h)), F).reshape(h, w, 3)


# -- for people --------------------------------------------------------------------------------------------


def show_changes(before: Pixels, after: Pixels) -> Pixels:
    """The parent in grey, what changed tinted in the accent."""
    return tinted(before, changes(before, after).map)


def tinted(before: Pixels, map_: Pixels) -> Pixels:
    """`before` (h, w, 3) in grey, tinted where `map_` (h, w) is."""
    grey = (before.astype(F) * F(1 / 255)) @ LUMA
    paper = F(0.30) + F(0.62) * grey
    strength = (map_.astype(F) * F(0.66 / 255))[..., None]
    tint = rgb(ACCENT) * (F(0.45) + F(0.75) * grey[..., None])
    picture = paper[..., None] * (1 - strength) + tint * strength
    return np.clip(np.round(picture * 255), 0, 255).astype(np.uint8)
