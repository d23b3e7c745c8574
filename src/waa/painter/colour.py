"""Colour: sRGB triples in 0..1 (float32), mixed in OKLab so that no gradient turns muddy in the middle."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float32]
Colour: TypeAlias = "str | Sequence[float] | Array"

F = np.float32
LUMA = np.array([0.299, 0.587, 0.114], F)

# Bjorn Ottosson, "A perceptual color space for image processing" (2020).
_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    F,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    F,
)
_FROM_LMS = np.linalg.inv(_TO_LMS).astype(F)
_FROM_LAB = np.linalg.inv(_TO_LAB).astype(F)


def rgb(colour: Colour) -> Array:
    """'#f80', '#ff8800' or three numbers -> (3,) float32. Numbers above 1 stay: light may be brighter."""
    if isinstance(colour, str):
        return _hex(colour)
    return np.asarray(colour, F)


@lru_cache(4096)
def _hex(code: str) -> Array:
    digits = code.lstrip("#")
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    value = np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)], F)
    value.setflags(write=False)  # shared by every caller
    return value


def code(colour: Colour) -> str:
    """The colour as '#rrggbb': for whatever is kept by its colour."""
    r, g, b = (round(float(v) * 255) for v in np.clip(rgb(colour), 0, 1))
    return f"#{r:02x}{g:02x}{b:02x}"


def to_linear(srgb: Array) -> Array:
    return np.where(srgb <= 0.04045, srgb / 12.92, ((np.maximum(srgb, 0) + 0.055) / 1.055) ** 2.4).astype(F)


def from_linear(linear: Array) -> Array:
    clipped = np.clip(linear, 0, 1)
    return np.where(clipped <= 0.0031308, clipped * 12.92, 1.055 * clipped ** (1 / 2.4) - 0.055).astype(F)


def to_oklab(colour: Colour) -> Array:
    """(…, 3) sRGB -> (…, 3) OKLab."""
    lab: Array = np.cbrt(to_linear(rgb(colour)) @ _TO_LMS.T) @ _TO_LAB.T
    return lab


def from_oklab(lab: Array) -> Array:
    lms: Array = (lab @ _FROM_LAB.T) ** 3
    return from_linear(lms @ _FROM_LMS.T)


def mix(first: Colour, second: Colour, amount: float) -> Array:
    """`amount` of the way from `first` to `second`."""
    return from_oklab(to_oklab(first) * (1 - amount) + to_oklab(second) * amount)


def shift(colour: Colour, hue: float = 0.0, saturation: float = 1.0, value: float = 1.0) -> Array:
    """Turn the hue (1.0 is a full circle) and scale saturation and value, in HSV."""
    h, s, v = colorsys.rgb_to_hsv(*(float(c) for c in np.clip(rgb(colour), 0, 1)))
    return np.array(colorsys.hsv_to_rgb((h + hue) % 1, min(1.0, s * saturation), min(1.0, v * value)), F)


def ramp(stops: Sequence[tuple[float, Colour]], size: int = 512) -> Array:
    """Colour stops [(0..1, colour), …] -> a (size, 3) look-up table."""
    at = [stop[0] for stop in stops]
    labs = np.array([to_oklab(stop[1]) for stop in stops])
    x = np.linspace(0, 1, size)
    lab = np.stack([np.interp(x, at, labs[:, i]) for i in range(3)], -1).astype(F)
    return from_oklab(lab)


def look_up(table: Array, values: Array) -> Array:
    """`values` in 0..1 through a `ramp`: (…,) -> (…, 3)."""
    index = np.clip(values * (len(table) - 1), 0, len(table) - 1).astype(np.int32)
    picked: Array = table[index]
    return picked


def saturate(pixels: Array, amount: float) -> Array:
    """Scale the distance from grey; 1 leaves the pixels as they are."""
    grey: Array = (pixels @ LUMA)[..., None]
    scaled: Array = grey + (pixels - grey) * F(amount)
    return scaled


# The words people use for colours; the lexicon maps every language to these.
NAMED: dict[str, str] = {
    "red": "#dd3a34", "orange": "#f08a2c", "yellow": "#f5c52e", "green": "#3fa35b", "teal": "#1f9d94",
    "cyan": "#3cc3dc", "blue": "#2f6fdb", "navy": "#23356e", "purple": "#7d48d6", "violet": "#8a56dd",
    "magenta": "#d8419b", "pink": "#f58fb4", "brown": "#8a5a38", "beige": "#e4d2b0", "cream": "#f7ecd4",
    "white": "#f5f4f1", "black": "#2b2a31", "grey": "#8f939c", "silver": "#c3c8d0", "gold": "#dcae4a",
    "rose gold": "#e2a794", "turquoise": "#35c1b1", "maroon": "#7c2a33", "olive": "#7d8240",
    "lavender": "#b8a2e8", "peach": "#f8b998", "mint": "#9fdcbf", "sky blue": "#7cc1ee",
    "khaki": "#bda77a", "bronze": "#a9713d", "coral": "#f4786a", "indigo": "#4b45b2", "lime": "#a5d33c",
    "nude": "#e3bda3", "wine red": "#7e2238", "dark green": "#1f5a3d", "dark blue": "#1f3a86",
    "light blue": "#9fd0f5", "light green": "#a8dd95", "rainbow": "#e65aa0", "colourful": "#e65aa0",
}  # fmt: skip


def named(name: str | None, default: Colour) -> Array:
    """The colour people mean by `name`, or `default` when there is no name or nobody knows it."""
    return rgb(NAMED[name]) if name in NAMED else rgb(default)
