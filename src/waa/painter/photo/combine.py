"""Joining photos: the subject of the first is set into the second, in its light."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, F, from_oklab, to_oklab
from waa.painter.photo.subject import subject_mask

Pixels = NDArray[np.uint8]
Sentence = tuple[str, str]


def combine(
    photos: Sequence[Pixels], *, mask: Pixels | None = None, size: tuple[int, int]
) -> tuple[Pixels, tuple[Sentence, ...]]:
    """One photo at `size` (width, height). Of several, the last is the background, the others' subjects stand on it."""
    if len(photos) == 1:
        return _resized(photos[0], size), ()
    background = _resized(photos[-1], _fitting(photos[-1], size))
    notes: list[Sentence] = []
    count = len(photos) - 1
    for number, photo in enumerate(photos[:-1]):
        found = mask if mask is not None and number == 0 else subject_mask(photo)
        if not found.any():
            notes.append(
                (
                    f"第 {number + 1} 張相搵唔到主體，請用「揀主體」框住佢。",
                    f"No subject was found in photo {number + 1}; draw a box round it.",
                )
            )
            continue
        background = set_into(photo, found, background, x=(number + 1) / (count + 1))
    return background, tuple(notes)


def _fitting(photo: Pixels, size: tuple[int, int]) -> tuple[int, int]:
    """The background's own ratio, as large as the size allows."""
    scale = min(1.0, max(size) / max(photo.shape[:2]))
    return max(1, round(photo.shape[1] * scale)), max(1, round(photo.shape[0] * scale))


def _resized(photo: Pixels, size: tuple[int, int]) -> Pixels:
    if (photo.shape[1], photo.shape[0]) == size:
        return photo
    method = cv2.INTER_AREA if size[0] < photo.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(photo, size, interpolation=method), np.uint8)


def set_into(
    photo: Pixels,
    mask: Pixels,
    background: Pixels,
    *,
    x: float = 0.5,
    height: float = 0.62,
    foot: float = 0.95,
) -> Pixels:
    """The subject (`mask` over `photo`) on `background`: `height` and `foot` as shares of its height."""
    cover = cv2.resize(mask, (photo.shape[1], photo.shape[0])).astype(F) / F(255)
    rows, columns = np.nonzero(cover.max(1) > 0.3)[0], np.nonzero(cover.max(0) > 0.3)[0]
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    subject, cover = photo[top:bottom, left:right].astype(F) / F(255), cover[top:bottom, left:right]
    subject = _clean_edge(subject, cover)
    tall, wide = background.shape[:2]
    scale = min(height * tall / (bottom - top), 0.8 * wide / (right - left))
    w, h = max(2, round((right - left) * scale)), max(2, round((bottom - top) * scale))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    subject, cover = (
        np.asarray(cv2.resize(subject, (w, h), interpolation=method), F),
        np.clip(cv2.resize(cover, (w, h), interpolation=method), 0, 1),
    )
    px, py = int(np.clip(wide * x - w / 2, 0, max(0, wide - w))), int(min(tall * foot, tall) - h)
    canvas = Canvas(wide, tall)
    canvas.pixels[:] = background.astype(F) / F(255)
    behind = canvas.pixels[max(0, py) : py + h, px : px + w]
    subject[max(0, -py) :] = _in_its_light(subject[max(0, -py) :], cover[max(0, -py) :], behind)
    _contact(canvas, cover, px, py + h)
    canvas.lay(px, py, np.clip(subject, 0, 1), cover)
    return canvas.to_bytes()


def _clean_edge(subject: Array, cover: Array) -> Array:
    core = (cover > 0.95).astype(F)
    spread = np.asarray(blur(subject * core[..., None], 3)) / (np.asarray(blur(core, 3))[..., None] + F(1e-3))
    return np.where((cover > 0.95)[..., None], subject, spread)


def _in_its_light(subject: Array, cover: Array, behind: Array) -> Array:
    """Part of the way to the background's brightness and cast, and its light wrapped round the edge."""
    inside = cover > 0.5
    if inside.any():
        lab, around = to_oklab(np.clip(subject, 0, 1)), to_oklab(behind.reshape(-1, 3)).mean(0)
        mean = lab[inside].mean(0)
        lab[..., 0] += (around[0] - mean[0]) * F(0.30)
        lab[..., 1:] += (around[1:] - mean[1:]) * F(0.42)
        subject = from_oklab(lab)
    glow = np.asarray(blur(np.ascontiguousarray(behind), 18))
    wrap = np.clip(np.asarray(blur(1 - cover, 9)) * cover * F(1.2), 0, 1)[..., None]
    return subject + (glow - subject) * wrap * F(0.55)


def _contact(canvas: Canvas, cover: Array, x: int, foot: int) -> None:
    """A shadow where it stands: as wide as its lowest part."""
    h = cover.shape[0]
    standing = np.nonzero(cover[-max(3, h // 18) :].max(0) > 0.4)[0]
    if len(standing) and foot < canvas.height + 2:
        middle, half = x + (standing[0] + standing[-1]) / 2, (standing[-1] - standing[0]) / 2
        canvas.oval(middle, foot - 3, half * 1.08, h * 0.028, "#05050c", soft=h * 0.02, opacity=0.55)
