"""Finding the subject of a photo without a trained model: what differs from the border, joined by GrabCut.

It is a guess, shown to the person, who corrects it with a box or a brush.
"""

from __future__ import annotations

import contextlib

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, F
from waa.painter.noise import smoothstep

_WORK = 360  # the longer side while looking; the edge is refined at full size afterwards

Box = tuple[float, float, float, float]  # left, top, right, bottom as fractions


def subject_mask(pixels: NDArray[np.uint8], box: Box | None = None) -> NDArray[np.uint8]:
    """(h, w) uint8, 255 on the subject. Inside `box` where it is given. All zeros when nothing stands out."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _WORK / max(height, width))
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    labels = _seeds_of_box(small, box) if box is not None else _seeds_of_border(small)
    if labels is None:
        return np.zeros((height, width), np.uint8)
    cut = _grab_cut(small, labels)
    cut = _largest_parts(cut)
    return _refined(pixels, cut)


def _seeds_of_box(small: NDArray[np.uint8], box: Box) -> NDArray[np.uint8] | None:
    """Outside the box is background; inside, what is like nothing outside is probably the subject."""
    h, w = small.shape[:2]
    left, top, right, bottom = round(box[0] * w), round(box[1] * h), round(box[2] * w), round(box[3] * h)
    if right - left < 4 or bottom - top < 4:
        return None
    outside = np.ones((h, w), bool)
    outside[top:bottom, left:right] = False
    if not outside.any():
        return _seeds_of_border(small)
    unlike = _unlikeness(small, outside)
    y, x = np.mgrid[-1 : 1 : (bottom - top) * 1j, -1 : 1 : (right - left) * 1j].astype(F)
    # A box is drawn round its subject, which stands on its lower edge: the upper corners are seldom the subject.
    inner = unlike[top:bottom, left:right] * np.exp(-((x / F(0.9)) ** 2) - (((y - F(0.25)) / F(0.95)) ** 2))
    scaled = np.clip(inner / max(float(np.percentile(inner, 99)), 1e-3) * 255, 0, 255).astype(np.uint8)
    threshold, _ = cv2.threshold(scaled, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    inside = np.full(scaled.shape, cv2.GC_PR_BGD, np.uint8)
    inside[scaled > threshold * 0.8] = cv2.GC_PR_FGD
    inside[scaled > threshold + (255 - threshold) * 0.5] = cv2.GC_FGD
    labels = np.full((h, w), cv2.GC_BGD, np.uint8)
    labels[top:bottom, left:right] = inside
    return labels if (inside == cv2.GC_FGD).any() else None


def _seeds_of_border(small: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    h, w = small.shape[:2]
    edge_x, edge_y = max(2, w // 22), max(2, h // 22)
    border = np.zeros((h, w), bool)
    border[:edge_y], border[:, :edge_x], border[:, -edge_x:] = (
        True,
        True,
        True,
    )  # a subject may touch the lower edge
    border[-edge_y:, : w // 6], border[-edge_y:, -(w // 6) :] = True, True
    unlike = np.minimum(_unlikeness(small, border), _unlike_its_row(small))
    y, x = np.mgrid[-1 : 1 : h * 1j, -1 : 1 : w * 1j].astype(F)
    centred = np.exp(-((x / F(0.62)) ** 2) - (((y - F(0.12)) / F(0.72)) ** 2))
    score = unlike * (F(0.25) + F(0.75) * centred)
    top = float(np.percentile(score, 99.5))
    if top < 1.2:
        return None
    scaled = np.clip(score / top * 255, 0, 255).astype(np.uint8)
    threshold, _ = cv2.threshold(scaled, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    labels = np.full((h, w), cv2.GC_PR_BGD, np.uint8)
    labels[scaled > threshold * 0.8] = cv2.GC_PR_FGD
    labels[scaled > threshold + (255 - threshold) * 0.45] = cv2.GC_FGD
    labels[border & (scaled < threshold * 0.7)] = cv2.GC_BGD
    if (labels == cv2.GC_FGD).sum() < 20:
        return None
    return labels


def _unlikeness(small: NDArray[np.uint8], model: NDArray[np.bool_]) -> Array:
    """How far each pixel's colour is from every colour of the `model` area, in deviations."""
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(F)
    samples = lab[model]
    step = max(1, len(samples) // 3000)
    samples = np.ascontiguousarray(samples[::step])
    count = min(6, max(1, len(samples) // 8))
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.5)
    cv2.setRNGSeed(7)  # kmeans starts from chance; the same photo has the same subject
    _, labels, centres = cv2.kmeans(samples, count, None, criteria, 1, cv2.KMEANS_PP_CENTERS)  # type: ignore[call-overload]
    nearest = np.full(small.shape[:2], 1e9, F)
    for k in range(count):
        members = samples[labels[:, 0] == k]
        spread = np.maximum(members.std(0), 5.0) if len(members) > 4 else np.full(3, 8.0)
        nearest = np.minimum(nearest, np.sqrt((((lab - centres[k]) / spread.astype(F)) ** 2).mean(-1)))
    return nearest


def _unlike_its_row(small: NDArray[np.uint8]) -> Array:
    """Against the two side margins of the same row: takes away sky, sea and ground, which lie in bands."""
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 1.2), cv2.COLOR_RGB2LAB).astype(F)
    _h, w = lab.shape[:2]
    margin = max(3, w // 9)
    sides = np.concatenate([lab[:, :margin], lab[:, -margin:]], 1)
    sides = cv2.blur(sides, (1, 5))[:, :: max(1, sides.shape[1] // 12)]
    spread = np.array([9.0, 7.0, 7.0], F)
    apart = ((lab[:, :, None] - sides[:, None]) / spread) ** 2
    return np.sqrt(apart.mean(-1)).min(2)


def _grab_cut(small: NDArray[np.uint8], labels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    cv2.setRNGSeed(7)
    background, foreground = np.zeros((1, 65)), np.zeros((1, 65))
    bgr = cv2.cvtColor(small, cv2.COLOR_RGB2BGR)
    with contextlib.suppress(cv2.error):  # too few pixels of one kind to learn from: keep the seeds
        cv2.grabCut(bgr, labels, None, background, foreground, 4, cv2.GC_INIT_WITH_MASK)  # type: ignore[call-overload]
    return np.where((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD), 255, 0).astype(np.uint8)


def _largest_parts(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Without crumbs, and without small holes."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    if count <= 1:
        return mask
    areas = stats[1:, cv2.CC_STAT_AREA]
    kept = np.isin(labels, 1 + np.nonzero(areas >= areas.max() * 0.18)[0])
    solid = np.where(kept, 255, 0).astype(np.uint8)
    holes, hole_labels, hole_stats, _ = cv2.connectedComponentsWithStats(255 - solid, connectivity=4)
    for k in range(1, holes):
        if hole_stats[k, cv2.CC_STAT_AREA] < solid.size * 0.004:
            solid[hole_labels == k] = 255
    return solid


def _refined(pixels: NDArray[np.uint8], cut: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The small mask at full size, its edge drawn along the photo's own edges (guided filter, He 2010)."""
    height, width = pixels.shape[:2]
    scale = min(1.0, 1200 / max(height, width))
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    guide = cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY).astype(
        F
    ) / F(255)
    mask = cv2.resize(cut, size, interpolation=cv2.INTER_LINEAR).astype(F) / F(255)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), 1.5), F)
    k = (max(3, round(max(size) / 90)) * 2 + 1,) * 2
    mean_i, mean_m = cv2.blur(guide, k), cv2.blur(mask, k)
    a = (cv2.blur(guide * mask, k) - mean_i * mean_m) / (
        cv2.blur(guide * guide, k) - mean_i * mean_i + F(1e-3)
    )
    b = mean_m - a * mean_i
    soft = smoothstep(0.22, 0.78, cv2.blur(a, k) * guide + cv2.blur(b, k))
    return np.round(cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR) * 255).astype(np.uint8)
