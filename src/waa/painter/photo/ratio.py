"""Ratio: an engine's answer at the size that was asked for.

Models answer in sizes of their own: 1376 x 768 where 1344 x 768 was asked, or a square with bars. What can be put
right unseen is put right; what cannot is said.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Sentence = tuple[str, str]

UNSEEN = 0.03  # of drift: as much as nobody notices being cut away
MOST = 0.12  # of the picture that may be cut away
_FLAT = 3.0  # levels: a row or column of a bar differs less than that from its bar


@dataclass(frozen=True, eq=False)
class Matched:
    """`pixels` in the size asked for, or in a ratio of their own if `note` (zh-HK, en) says so.

    `drift` is how far the answer's ratio was off, as a share: 0.024 for 1376 x 768 instead of 1344 x 768.
    """

    pixels: Pixels
    drift: float
    note: Sentence | None = None


def match_ratio(pixels: Pixels, width: int, height: int) -> Matched:
    """(h, w, 3) uint8 brought to `width` x `height`.

    Bars are taken off where that helps, up to 12 % is cut away where there is least to see, and the rest is resampled.
    Whatever would lose more keeps its own ratio, no larger in area than what was asked.
    """
    drift = _drift(pixels, width, height)
    if drift <= UNSEEN:
        return Matched(_exact(pixels, width, height), drift)
    bare = _without_bars(pixels, width / height)
    left = _drift(bare, width, height)
    loss = 1 - 1 / (1 + left)
    if loss > MOST:
        kept = _within(bare, width * height)
        return Matched(kept, drift, _own_ratio(kept.shape[1], kept.shape[0], width, height))
    note = _cut(loss) if left > UNSEEN else None
    return Matched(_exact(bare, width, height), drift, note)


def _own_ratio(w: int, h: int, width: int, height: int) -> Sentence:
    return (
        f"引擎畫咗 {w}×{h}，同你要嘅 {width}×{height} 比例差得遠；怕裁走重要嘅嘢，所以照原本比例留低。",
        f"The engine painted {w}×{h} where {width}×{height} was asked. Cutting it to fit would lose too much, "
        "so it keeps its own ratio.",
    )


def _cut(loss: float) -> Sentence:
    share = round(100 * loss)
    return (
        f"引擎畫嘅比例有少少出入，裁走咗 {share}% 嘅邊位。",
        f"The engine's ratio was a little off: {share}% was cut from its edges.",
    )


def _drift(pixels: Pixels, width: int, height: int) -> float:
    ratio = pixels.shape[1] / pixels.shape[0] / (width / height)
    return max(ratio, 1 / ratio) - 1


def _exact(pixels: Pixels, width: int, height: int) -> Pixels:
    return _resized(_cropped(pixels, width / height), width, height)


def _within(pixels: Pixels, area: int) -> Pixels:
    h, w = pixels.shape[:2]
    scale = min(1.0, (area / (w * h)) ** 0.5)
    return _resized(pixels, max(1, round(w * scale)), max(1, round(h * scale)))


def _resized(pixels: Pixels, width: int, height: int) -> Pixels:
    if pixels.shape[:2] == (height, width):
        return pixels
    method = cv2.INTER_AREA if width < pixels.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=method), np.uint8)


def _cropped(pixels: Pixels, ratio: float) -> Pixels:
    """Cut to `ratio` (width / height), along one side only, where there is least to see."""
    h, w = pixels.shape[:2]
    if w / h > ratio:
        wide = min(w, max(1, round(h * ratio)))
        start = _quietest(pixels, wide, axis=1)
        return np.ascontiguousarray(pixels[:, start : start + wide])
    tall = min(h, max(1, round(w / ratio)))
    start = _quietest(pixels, tall, axis=0)
    return np.ascontiguousarray(pixels[start : start + tall])


def _quietest(pixels: Pixels, length: int, axis: int) -> int:
    """Where a window of `length` along `axis` leaves out least detail; the middle where all is alike."""
    spare = pixels.shape[axis] - length
    if spare == 0:
        return 0
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    detail = np.abs(cv2.Laplacian(cv2.GaussianBlur(grey, (0, 0), 1.5), cv2.CV_32F)).mean(1 - axis) + 0.5
    inside = np.concatenate([[0.0], np.cumsum(detail, dtype=np.float64)])
    starts = np.arange(spare + 1)
    shown = (inside[starts + length] - inside[starts]) / inside[-1]
    return int(np.argmax(shown - 0.04 * ((starts - spare / 2) / max(1, spare / 2)) ** 2))


def _without_bars(pixels: Pixels, ratio: float) -> Pixels:
    """Without flat bars on the two sides that are too long; the flat ground of a product goes only as far as needed."""
    h, w = pixels.shape[:2]
    too_wide = w / h > ratio
    first, last = _bars(pixels.transpose(1, 0, 2) if too_wide else pixels)
    spare = w - h * ratio if too_wide else h - w / ratio
    if first + last > spare * (1 + UNSEEN) + 2:  # a ground, not bars
        first, last = round(spare * first / (first + last)), round(spare * last / (first + last))
    return pixels[:, first : w - last] if too_wide else pixels[first : h - last]


def _bars(pixels: Pixels) -> tuple[int, int]:
    """How many rows of one colour lie at the top and at the bottom."""
    rows = pixels.reshape(len(pixels), -1, 3)[:, :: max(1, pixels.shape[1] // 256)].astype(np.float32)

    def flat(rows: NDArray[np.float32]) -> int:
        off = np.abs(rows - np.median(rows[0], 0)).mean((1, 2)) > _FLAT
        return int(np.argmax(off)) if off.any() else 0

    return flat(rows), flat(rows[::-1])
