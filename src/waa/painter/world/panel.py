"""Panel: a flat picture laid on the canvas in perspective: a façade, a floor, a sign."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.canvas import Canvas
from waa.painter.colour import Colour, F, rgb

Picture = NDArray[np.uint8]


def picture_of(canvas: Canvas) -> Picture:
    """A painted canvas as a picture: RGB, or RGBA when the canvas is transparent."""
    if canvas.alpha is None:
        return canvas.to_bytes()
    return (np.clip(canvas.rgba(), 0, 1) * 255 + 0.5).astype(np.uint8)


def shrunk(picture: Picture, quad: NDArray[np.float64], spare: float = 1.8) -> Picture:
    """The picture at not much more than the size at which it is seen in `quad`: warping it will not make it sparkle."""
    edges = np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1)
    seen_w, seen_h = max(float(edges[::2].max()), 2.0), max(float(edges[1::2].max()), 2.0)
    h, w = picture.shape[:2]
    size = (math.ceil(seen_w) if w > seen_w * spare else w, math.ceil(seen_h) if h > seen_h * spare else h)
    if size == (w, h):
        return picture
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def warped(
    picture: Picture, quad: NDArray[np.float64], x: int, y: int, width: int, height: int
) -> tuple[Picture, Picture]:
    """(RGB pixels, cover 0..255) of the picture in `quad` (upper left, clockwise; pixels), seen in a window."""
    picture = shrunk(picture, quad)
    h, w = picture.shape[:2]
    source = np.array([(-0.5, -0.5), (w - 0.5, -0.5), (w - 0.5, h - 0.5), (-0.5, h - 0.5)], F)
    to_quad = cv2.getPerspectiveTransform(source, (quad - (x, y)).astype(F))
    pixels = cv2.warpPerspective(
        picture, to_quad, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    mask = np.zeros((height, width), np.uint8)
    cv2.fillPoly(mask, [np.round((quad - (x, y)) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    if pixels.shape[2] == 4:
        mask = np.asarray(cv2.multiply(mask, pixels[..., 3], scale=1 / 255), np.uint8)
        pixels = np.ascontiguousarray(pixels[..., :3])
    return np.asarray(pixels, np.uint8), mask


def lay_panel(canvas: Canvas, picture: Picture, corners: ArrayLike, *, tint: Colour = (1, 1, 1), haze: Colour | None = None,
              veil: float = 0.0, opacity: float = 1.0) -> None:  # fmt: skip
    """Lay a picture in four corners (pixels, upper left first, clockwise), multiplied by `tint`, `veil` of it `haze`."""
    quad = np.asarray(corners, float)
    (left, top), (right, bottom) = quad.min(0), quad.max(0)
    x, y, width, height = canvas.window(left, top, right, bottom, pad=1)
    if width <= 1 or height <= 1:
        return
    pixels, cover = warped(picture, quad, x, y, width, height)
    gain = rgb(tint) * F((1 - veil) / 255)
    matrix = np.zeros((3, 4), F)
    matrix[:, :3] = np.diag(gain)
    if haze is not None:
        matrix[:, 3] = rgb(haze) * F(veil)
    canvas.lay(x, y, np.asarray(cv2.transform(pixels.astype(F), matrix), F), cover, "normal", opacity)
