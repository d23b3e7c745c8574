"""Aligning: a repainted picture laid over the one it was made from.

An editing model gives everything back a little shifted, stretched, bent and re-toned. What both pictures share is
found by ORB features (Rublee 2011), followed by Lucas-Kanade tracks between them; the tracks give an affine map and
a slight smooth bend; then the tones of what is the same are evened out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, F

Pixels = NDArray[np.uint8]
Size = tuple[int, int]  # width, height
Scaling = tuple[Size, Size]  # from, to
Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels

WORK = 512  # the longer side of the small pictures that are compared
_ENOUGH = 12  # tracks
_BEND = 0.006  # of the longer side: more than that is a thing that moved, not a picture that warped


@dataclass(frozen=True, eq=False)
class Alignment:
    """Where each pixel of the parent lies in the answer.

    `matrix` (2, 3) maps parent pixels to answer pixels; `bend` (h', w', 2) float32, in answer pixels, covers the
    parent's frame and is added. `is_found` is False where too little matched: then it is the plain rescaling.
    """

    matrix: NDArray[np.float64]
    bend: Array = field(default_factory=lambda: np.zeros((1, 1, 2), F))
    is_found: bool = False

    def maps(self, size: Size, box: Box) -> tuple[Array, Array]:
        """(x, y) in the answer for each pixel of `box` in a parent of `size` (width, height)."""
        left, top, right, bottom = box
        x, y = np.arange(left, right, dtype=F)[None], np.arange(top, bottom, dtype=F)[:, None]
        m = self.matrix.astype(F)
        map_x, map_y = m[0, 0] * x + m[0, 1] * y + m[0, 2], m[1, 0] * x + m[1, 1] * y + m[1, 2]
        if self.bend.any():
            grow = scaled(((self.bend.shape[1], self.bend.shape[0]), size))
            grow[:2, 2] -= left, top
            bent = cv2.warpAffine(
                self.bend, grow[:2], (right - left, bottom - top), borderMode=cv2.BORDER_REPLICATE
            )
            map_x, map_y = map_x + bent[..., 0], map_y + bent[..., 1]
        return map_x, map_y

    def resized(self, parent: Scaling, answer: Scaling) -> Alignment:
        """The same between other sizes of the two."""
        matrix = scaled(answer) @ _square(self.matrix) @ np.linalg.inv(scaled(parent))
        return Alignment(matrix[:2], (self.bend * np.divide(answer[1], answer[0])).astype(F), self.is_found)

    def lay(self, answer: Pixels, full: Size, size: Size, box: Box) -> tuple[Pixels, NDArray[np.bool_]]:
        """(pixels, inside): `answer` in the grid of the parent, whose size is `full`, at `size`; only within `box`.

        It is shrunk before it is moved, so that no pixel is skipped. `inside` is False beyond its edges.
        """
        given = size_of(answer)
        shrunk = small(answer, (min(size[0], given[0]), min(size[1], given[1])))
        h, w = shrunk.shape[:2]
        map_x, map_y = self.resized((full, size), (given, (w, h))).maps(size, box)
        laid = cv2.remap(shrunk, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        inside = (map_x > -0.6) & (map_y > -0.6) & (map_x < w - 0.4) & (map_y < h - 0.4)
        return np.asarray(laid, np.uint8), inside


def small(pixels: Pixels, size: Size) -> Pixels:
    """At most `size` (width, height)."""
    if size_of(pixels) == size:
        return pixels
    method = cv2.INTER_AREA if size[0] <= pixels.shape[1] else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(pixels, size, interpolation=method), np.uint8)


def working_size(pixels: Pixels) -> Size:
    """Half of the picture, or less: grain and the blocks of JPEG are gone by then."""
    h, w = pixels.shape[:2]
    side = float(np.clip(max(h, w) / 2, min(max(h, w), WORK / 2), WORK))
    return max(8, round(w * side / max(h, w))), max(8, round(h * side / max(h, w)))


def size_of(pixels: Pixels) -> Size:
    return pixels.shape[1], pixels.shape[0]


def align(before: Pixels, after: Pixels) -> Alignment:
    """Find `before` in `after`; both (h, w, 3) uint8, of any sizes."""
    size = working_size(before)
    first, second = (_evened(small(p, size)) for p in (before, after))
    found = _tracked(first, second, _guess(first, second))
    alignment = (
        Alignment(np.eye(2, 3)) if found is None else Alignment(found[0], _bend(*found[1:], size), True)
    )
    return alignment.resized((size, size_of(before)), (size, size_of(after)))


def scaled(scaling: Scaling) -> NDArray[np.float64]:
    """(3, 3): pixel centres of one size to those of another."""
    (w, h), (width, height) = scaling
    sx, sy = width / w, height / h
    return np.array([[sx, 0, (sx - 1) / 2], [0, sy, (sy - 1) / 2], [0, 0, 1]])


def _square(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.vstack([matrix, [0, 0, 1]])


def _evened(pixels: Pixels) -> Pixels:
    """Grey with the same contrast everywhere, so that a change of light disturbs no track."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(F)
    radius = max(3, max(grey.shape) // 24) | 1
    mean = cv2.blur(grey, (radius, radius))
    spread = np.sqrt(np.maximum(cv2.blur(grey * grey, (radius, radius)) - mean * mean, 0))
    return np.clip(128 + 44 * (grey - mean) / (spread + 6), 0, 255).astype(np.uint8)


def _guess(first: Pixels, second: Pixels) -> NDArray[np.float64]:
    """A similarity from matching features, or none at all: the identity."""
    same = np.eye(2, 3)
    orb = cv2.ORB_create(700, fastThreshold=12)  # type: ignore[attr-defined]
    (points, marks), (others, their) = (orb.detectAndCompute(p, None) for p in (first, second))
    if marks is None or their is None or min(len(points), len(others)) < _ENOUGH:
        return same
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(marks, their)
    if len(matches) < _ENOUGH:
        return same
    here = np.array([points[m.queryIdx].pt for m in matches], F)
    there = np.array([others[m.trainIdx].pt for m in matches], F)
    matrix, inliers = cv2.estimateAffinePartial2D(here, there, ransacReprojThreshold=3.0, maxIters=1000)
    if matrix is None or inliers.sum() < max(_ENOUGH, 0.12 * len(matches)):
        return same
    return np.asarray(matrix, np.float64)


def _tracked(
    first: Pixels, second: Pixels, guess: NDArray[np.float64]
) -> tuple[NDArray[np.float64], Array, Array] | None:
    """(affine, points, what the affine leaves of their motion), or None where too few tracks agree."""
    corners = cv2.goodFeaturesToTrack(first, 500, 0.01, 7, blockSize=5)
    if corners is None or len(corners) < _ENOUGH:
        return None
    start = cv2.transform(corners, guess).astype(F)
    options = {"winSize": (17, 17), "maxLevel": 2, "flags": cv2.OPTFLOW_USE_INITIAL_FLOW}
    there, ok, _ = cv2.calcOpticalFlowPyrLK(first, second, corners, start.copy(), **options)  # type: ignore[call-overload]
    back, ok2, _ = cv2.calcOpticalFlowPyrLK(second, first, there, corners.copy(), **options)  # type: ignore[call-overload]
    good = ((ok & ok2)[:, 0] > 0) & (np.abs(back - corners)[:, 0].max(1) < 0.7)
    here, there = corners[good], there[good]
    if len(here) < _ENOUGH:
        return None
    matrix, inliers = cv2.estimateAffine2D(here, there, ransacReprojThreshold=1.5, maxIters=800)
    if matrix is None or inliers.sum() < max(_ENOUGH, 0.3 * good.sum(), 0.1 * len(corners)):
        return None
    rest = (there - cv2.transform(here, matrix))[:, 0]
    near = np.abs(rest).max(1) < max(1.0, _BEND * max(first.shape))
    return np.asarray(matrix, np.float64), here[near, 0], rest[near].astype(F)


def _bend(points: Array, rest: Array, size: Size) -> Array:
    """The tracks' remainders as a smooth field over the frame, a cell for 16 pixels; nothing where no track is."""
    w, h = size[0] // 16 + 1, size[1] // 16 + 1
    cells = np.zeros((h, w, 3), F)
    at = np.minimum((points / 16).astype(int), [w - 1, h - 1])
    np.add.at(cells, (at[:, 1], at[:, 0]), np.column_stack([rest, np.ones(len(rest), F)]))
    spread = cv2.GaussianBlur(cells, (0, 0), 1.6)
    field_: Array = spread[..., :2] / (spread[..., 2:] + F(0.15))
    return field_


# -- tone ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Tone:
    """A change of tone: (h, w, 3) float32 in 0..1 times a matrix, plus its squares times another, plus an offset."""

    table: Array  # (7, 3): rows for r, g, b, r², g², b², 1

    def apply(self, colours: Array) -> Array:
        straight = np.ascontiguousarray(self.table[[0, 1, 2, 6]].T)
        curved = np.ascontiguousarray(self.table[3:6].T)
        return np.asarray(cv2.transform(colours, straight) + cv2.transform(colours * colours, curved), F)


NO_TONE = Tone(np.eye(7, 3, dtype=F))


def fit_tone(source: Array, target: Array) -> Tone:
    """The tone change that takes most of `source` (n, 3) to `target` (n, 3), both 0..1; what disagrees counts little."""
    table = np.eye(7, 3)
    start = table.copy()
    terms = np.column_stack([source, source * source, np.ones(len(source))]).astype(np.float64)
    ridge = np.diag([0.02] * 3 + [0.05] * 3 + [1e-4]) * len(source) * 0.02
    for _ in range(8):
        off = np.sqrt((((terms @ table) - target) ** 2).sum(1))
        scale = max(0.012, 1.5 * float(np.median(off)))
        weight = 1 / (1 + (off / scale) ** 2) ** 2  # Geman-McClure: what was repainted has no say
        weighted = terms * weight[:, None]
        table = np.linalg.solve(weighted.T @ terms + ridge, weighted.T @ target + ridge @ start)
    return Tone(table.astype(F))
