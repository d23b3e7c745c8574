"""What the layered styles share: a picture as a stack of flat areas instead of a sea of pixels.

`Canvas.layers` says which layer covers each pixel; every layer is divided into a few tones by its own light.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.canvas import Canvas
from waa.painter.colour import LUMA, Array, F
from waa.painter.filters import kuwahara
from waa.painter.noise import smoothstep


@dataclass(frozen=True, eq=False)
class Areas:
    """`labels` (h, w) int32 numbers the areas, back to front; `colours` (n, 3) are their mean colours.

    `layer_of` (n,) and `tone_of` (n,) tell what an area is; tone 0 is the darkest. `soft` (h, w, 3) is the picture
    as the brush saw it.
    """

    labels: NDArray[np.int32]
    colours: Array
    layer_of: NDArray[np.int32]
    tone_of: NDArray[np.int32]
    soft: Array

    def painted(self, colours: Array | None = None) -> Array:
        """(h, w, 3): every area in its colour, edges softened by less than a pixel."""
        flat = np.take(self.colours if colours is None else colours, self.labels, axis=0).astype(F)
        return np.asarray(cv2.GaussianBlur(flat, (0, 0), 0.65), F)


def layer_map(canvas: Canvas) -> NDArray[np.uint8]:
    """The layers with their edges rounded: specks go, corners become curves."""
    assert canvas.layers is not None
    size = max(3, round(4 * canvas.unit) * 2 + 1)
    return np.asarray(cv2.medianBlur(canvas.layers, min(size, 5)), np.uint8)


def areas(canvas: Canvas, tones: int = 3, *, daub: float = 7.0, sky_tones: int | None = None) -> Areas:
    """Divide the canvas into areas. `daub` (pixels at 1024) is how much detail the brush overlooks."""
    layers = layer_map(canvas).astype(np.int32)
    soft = kuwahara(np.clip(canvas.pixels, 0, 1), daub * canvas.unit)
    tone = _tones(layers, soft @ LUMA, tones)
    if sky_tones is not None:  # the sky is a gradient: it may have more steps than a thing has
        sky = layers == 0
        tone[sky] = _tones(layers, soft @ LUMA, sky_tones)[sky]
    steps = max(tones, sky_tones or 0)
    tone = cv2.medianBlur(tone.astype(np.uint8), 5).astype(np.int32)
    labels = layers * steps + np.minimum(tone, steps - 1)
    count = int(labels.max()) + 1
    flat = labels.ravel()
    size = np.maximum(np.bincount(flat, minlength=count), 1).astype(F)
    colours = np.stack([np.bincount(flat, soft[..., c].ravel(), count) / size for c in range(3)], -1).astype(
        F
    )
    index = np.arange(count, dtype=np.int32)
    return Areas(labels, colours, index // steps, index % steps, soft)


def _tones(layers: NDArray[np.int32], luma: Array, tones: int) -> NDArray[np.int32]:
    """Each layer's own light in `tones` steps, by its mean and spread."""
    flat = layers.ravel()
    count = np.maximum(np.bincount(flat), 1)
    mean = np.bincount(flat, luma.ravel()) / count
    spread = np.sqrt(np.maximum(np.bincount(flat, luma.ravel() ** 2) / count - mean**2, 1e-5))
    per = 1 / np.maximum(spread, 0.02)
    relative = np.asarray(luma * per.astype(F)[layers] - (mean * per).astype(F)[layers], F)
    tone = np.zeros(layers.shape, np.uint8)
    for edge in np.linspace(-1.15, 1.15, tones + 1)[1:-1]:
        tone += relative >= F(edge)
    return tone.astype(np.int32)


def things(canvas: Canvas) -> Array:
    """(h, w) 1 where a thing covers the picture, by the names of the layers: things are numbered."""
    is_thing = np.array([name[-1:].isdigit() for name in canvas.layer_names] + [False] * 256)[:256]
    return is_thing[layer_map(canvas)].astype(F)


def cel(soft: Array, steps: int = 5, *, saturation: float = 1.25) -> Array:
    """Light in a few clear steps, the hue as it was: eyes, bellies and stripes stay what they are."""
    lab = np.asarray(cv2.cvtColor(np.clip(soft, 0, 1).astype(F), cv2.COLOR_RGB2LAB), F)
    size = 100 / steps
    tone = lab[..., 0] / F(size)
    whole = np.floor(tone)
    lab[..., 0] = (whole + np.clip((tone - whole - F(0.5)) * 7, -0.5, 0.5) + F(0.5)) * F(size)
    lab[..., 1:] *= F(saturation)
    return np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 0, 1)


def outlines(canvas: Canvas, width: float = 2.0, *, only_things: bool = False) -> Array:
    """(h, w) 0..1: lines along the borders of layers, `width` pixels at 1024. `only_things` leaves the landscape out."""
    layers = layer_map(canvas)
    if only_things:
        things = np.array([n[-1:].isdigit() for n in canvas.layer_names] + [False] * 256)[:256]
        layers = np.where(things[layers], layers, 0).astype(np.uint8)
    kernel = np.ones((3, 3), np.uint8)
    border = (cv2.dilate(layers, kernel) != cv2.erode(layers, kernel)).astype(np.uint8) * 255
    reach = width * max(canvas.unit, 0.5)
    distance = cv2.distanceTransform(255 - border, cv2.DIST_L2, 3)
    return smoothstep(reach * 0.5 + 0.7, reach * 0.5 - 0.3, distance)
