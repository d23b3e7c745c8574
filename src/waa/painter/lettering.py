"""Lettering: layers of real type over a finished picture, that stay words until they are drawn.

Models misspell Chinese; fonts do not. A layer is plain data, kept beside the picture and edited at any time.
"""

from __future__ import annotations

import dataclasses
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import typeset
from waa.painter.canvas import blur
from waa.painter.colour import Array, F, rgb, to_linear
from waa.painter.typeset import FONTS, Lines, drawable, missing_glyphs

__all__ = ["FONTS", "Lettering", "frame", "layers_from_json", "letter", "missing_glyphs", "suggest"]

Pixels = NDArray[np.uint8]
Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels

ALIGNS = ("left", "centre", "right")
EFFECTS = ("none", "outline", "shadow", "plate")
AUTO = "auto"
INK, PAPER = "#17161b", "#fffaf0"
MOST_WORDS, MOST_LINES, MOST_LAYERS = 200, 8, 12
SMALLEST, LARGEST = 0.02, 0.5
_READABLE = 4.5  # WCAG 2.2, contrast of text
_ROOM = 0.96  # of the picture's sides: words are not set to the very edge
_PLATE = (0.42, 0.26)  # ems of the plate beside and above the words
_STROKE = 0.07  # ems
_OVER = (0.11, 0.22)  # ems that outlines, and accents and tails, stick out of a line: along it and across


@dataclass(frozen=True, kw_only=True)
class Lettering:
    """One layer of words. Anything out of bounds is a ValueError.

    `x`, `y` are the middle of the block as fractions of the frame, `size` the em as a fraction of its short side.
    `colour` and `behind` (of outline, shadow or plate) are '#rrggbb', or 'auto': what reads best over the picture.
    `align` is along the line: 'left' is the top of a column where the words run down (`vertical`).
    """

    text: str
    x: float = 0.5
    y: float = 0.5
    size: float = 0.1
    font: str = "sans-bold"
    colour: str = AUTO
    align: str = "centre"
    vertical: bool = False
    effect: str = "none"
    behind: str = AUTO

    def __post_init__(self) -> None:
        for name in ("text", "font", "colour", "align", "effect", "behind"):
            _must(isinstance(getattr(self, name), str), f"{name} is a string")
        _must(isinstance(self.vertical, bool), "vertical is true or false")
        for name, low, high in (("x", 0, 1), ("y", 0, 1), ("size", SMALLEST, LARGEST)):
            value = getattr(self, name)
            _must(isinstance(value, (int, float)) and not isinstance(value, bool), f"{name} is a number")
            _must(math.isfinite(value) and low <= value <= high, f"{name} is between {low} and {high}")
        _must(bool(self.text.strip()), "there are words")
        _must(len(self.text) <= MOST_WORDS, f"there are at most {MOST_WORDS} characters")
        _must(self.text.count("\n") < MOST_LINES, f"there are at most {MOST_LINES} lines")
        _must(
            not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in self.text),
            "words are plain text",
        )
        _must(self.font in FONTS, f"font is one of {', '.join(FONTS)}")
        _must(self.align in ALIGNS, f"align is one of {', '.join(ALIGNS)}")
        _must(self.effect in EFFECTS, f"effect is one of {', '.join(EFFECTS)}")
        for name in ("colour", "behind"):
            _must(_is_colour(getattr(self, name)), f"{name} is #rrggbb or {AUTO}")

    def to_json(self) -> dict[str, Any]:
        """Plain data; `from_json` reads it back to an equal layer."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, data: object) -> Lettering:
        """What `to_json` gave, or what a page sent. Raises ValueError."""
        _must(isinstance(data, Mapping), "a layer is an object")
        given = dict(data)  # type: ignore[call-overload]
        unknown = set(given) - {field.name for field in dataclasses.fields(cls)}
        _must(not unknown, "a layer has no other fields than its own")
        text = given.get("text")
        _must(isinstance(text, str), "text is a string")
        return cls(**{**given, "text": re.sub(r"\r\n?", "\n", str(text))})


def layers_from_json(data: object) -> tuple[Lettering, ...]:
    """A list of at most MOST_LAYERS layers, the lowest first. Raises ValueError."""
    _must(isinstance(data, (list, tuple)), "layers are a list")
    found = list(data)  # type: ignore[call-overload]
    _must(len(found) <= MOST_LAYERS, f"there are at most {MOST_LAYERS} layers")
    return tuple(Lettering.from_json(layer) for layer in found)


def _must(holds: bool, rule: str) -> None:
    if not holds:
        raise ValueError(f"lettering: {rule}")


def _is_colour(value: str) -> bool:
    return value == AUTO or re.fullmatch(r"#[0-9a-fA-F]{6}", value) is not None


# -- on the picture ------------------------------------------------------------------------------------------


def letter(pixels: Pixels, layers: Iterable[Lettering]) -> Pixels:
    """Set the layers over (h, w, 3) uint8, the lowest first.

    Words too long for the picture are broken, then set smaller; a block too near an edge is moved inside. What a
    font has no glyph for (`missing_glyphs`) is left out.
    """
    done = pixels.copy()
    for layer in layers:
        _lay(done, layer)
    return done


def frame(layer: Lettering, width: int, height: int) -> Box:
    """Where the block will be in a picture of that size, plate or outline included; empty without a drawable word."""
    placed = _placed(layer, width, height)
    return placed.outer if placed else (0, 0, 0, 0)


@dataclass(frozen=True)
class _Placed:
    lines: Lines
    size: int  # pixels of an em
    box: Box  # the words
    outer: Box  # with what surrounds them


def _placed(layer: Lettering, width: int, height: int) -> _Placed | None:
    text = drawable(layer.text, layer.font)
    if not text.strip():
        return None
    beside, above = _PLATE if layer.effect == "plate" else _OVER[:: -1 if layer.vertical else 1]
    size = layer.size * min(width, height)
    while True:
        room = _ROOM * (height if layer.vertical else width) / size - 2 * (
            above if layer.vertical else beside
        )
        set_ = typeset.lines(text, layer.font, max(room, 0.5), vertical=layer.vertical)
        wide, tall = set_.width + 2 * beside, set_.height + 2 * above
        if (wide * size <= _ROOM * width and tall * size <= _ROOM * height) or size < 1:
            break
        size *= 0.94
    em = max(1, int(size))
    outer = _inside(layer.x * width, layer.y * height, wide * em, tall * em, (width, height))
    dx, dy = round(beside * em), round(above * em)
    box = (outer[0] + dx, outer[1] + dy, outer[2] - dx, outer[3] - dy)
    return _Placed(set_, em, box, outer)


def _inside(x: float, y: float, wide: float, tall: float, size: tuple[int, int]) -> Box:
    w, h = min(math.ceil(wide), size[0]), min(math.ceil(tall), size[1])
    left = int(np.clip(round(x - w / 2), 0, size[0] - w))
    top = int(np.clip(round(y - h / 2), 0, size[1] - h))
    return left, top, left + w, top + h


def _lay(picture: Pixels, layer: Lettering) -> None:
    placed = _placed(layer, picture.shape[1], picture.shape[0])
    if placed is None:
        return
    colour, behind, contrast = _colours(picture, layer, placed.box)
    em, (left, top, _, _) = placed.size, placed.box
    pad = em
    at = (left - pad, top - pad)
    ink = typeset.draw(placed.lines, em, layer.align, pad=pad)
    if layer.effect == "plate":
        _blend(picture, _plate(placed.outer, 0.28 * em), placed.outer[:2], behind, 0.92)
    elif layer.effect == "outline":
        _blend(picture, typeset.draw(placed.lines, em, layer.align, stroke=_STROKE * em, pad=pad), at, behind)
    elif layer.effect == "shadow":
        _shadow(picture, ink, at, em, behind, 1.0)
    elif layer.colour == AUTO and contrast < _READABLE:
        _shadow(picture, ink, at, em, behind, min(1.0, 2.2 - 0.4 * contrast))
    _blend(picture, ink, at, colour)


def _shadow(picture: Pixels, ink: Array, at: tuple[int, int], em: int, colour: str, strength: float) -> None:
    """A wide soft one that quietens what is beneath, and a close one that draws the edge."""
    for spread, drop, opacity in ((0.16, 0.03, 0.62), (0.035, 0.03, 0.75)):
        soft = np.maximum(blur(ink, max(0.6, spread * em)), 0)
        down = (at[0], at[1] + round(drop * em))
        _blend(picture, np.minimum(soft * F(1.5), 1), down, colour, opacity * strength)


def _plate(box: Box, radius: float) -> Array:
    """(h, w) coverage of a rectangle with round corners."""
    w, h = box[2] - box[0], box[3] - box[1]
    x, y = np.arange(w, dtype=F)[None] + F(0.5 - w / 2), np.arange(h, dtype=F)[:, None] + F(0.5 - h / 2)
    radius = min(radius, w / 2, h / 2)
    dx, dy = np.maximum(np.abs(x) - F(w / 2 - radius), 0), np.maximum(np.abs(y) - F(h / 2 - radius), 0)
    return np.asarray(np.clip(F(radius + 0.5) - np.hypot(dx, dy), 0, 1), F)


def _blend(picture: Pixels, cover: Array, at: tuple[int, int], colour: str, opacity: float = 1.0) -> None:
    """Lay a colour on `picture`, in place; what is outside of it is cut off."""
    x, y = at
    left, top = max(0, x), max(0, y)
    right, bottom = min(picture.shape[1], x + cover.shape[1]), min(picture.shape[0], y + cover.shape[0])
    if right <= left or bottom <= top:
        return
    part = picture[top:bottom, left:right]
    share = (cover[top - y : bottom - y, left - x : right - x] * F(opacity))[..., None]
    mixed = part + (rgb(colour) * 255 - part) * share
    part[:] = np.clip(np.round(mixed), 0, 255).astype(np.uint8)


# -- colours -------------------------------------------------------------------------------------------------


def _colours(picture: Pixels, layer: Lettering, box: Box) -> tuple[str, str, float]:
    """(of the words, behind them, worst contrast with what they stand on)."""
    light = _luminance(
        picture[box[1] : box[3], box[0] : box[2]].reshape(-1, 3)[:: max(1, (box[2] - box[0]) // 64)]
    )
    dark, bright = (float(v) for v in np.percentile(light, (12, 88))) if light.size else (0.0, 0.0)
    colour, behind = layer.colour, layer.behind
    if layer.effect == "plate":
        if behind == AUTO:
            behind = _other(colour) if colour != AUTO else INK if (dark + bright) / 2 < 0.18 else PAPER
        return (_other(behind) if colour == AUTO else colour), behind, _READABLE
    if colour == AUTO:
        on_ink, on_paper = _contrast(_light(INK), dark), _contrast(_light(PAPER), bright)
        colour = INK if on_ink > on_paper else PAPER
    worst = min(_contrast(_light(colour), dark), _contrast(_light(colour), bright))
    return colour, (_other(colour) if behind == AUTO else behind), worst


def _other(colour: str) -> str:
    """Ink or paper, whichever reads better with `colour`."""
    return max((INK, PAPER), key=lambda c: _contrast(_light(c), _light(colour)))


def _light(colour: str) -> float:
    return float(_luminance((rgb(colour) * 255)[None])[0])


def _luminance(colours: NDArray[Any]) -> Array:
    """Relative luminance of (n, 3) in 0..255."""
    linear: Array = to_linear(colours.astype(F) * F(1 / 255)) @ np.array([0.2126, 0.7152, 0.0722], F)
    return linear


def _contrast(one: float, two: float) -> float:
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)


# -- a proposal ----------------------------------------------------------------------------------------------


def suggest(pixels: Pixels, text: str, *, font: str = "sans-bold") -> Lettering:
    """A layer for `text` where the picture is calm, as large as that allows, in ink or paper.

    Down the page where the picture is tall and the words are Chinese. Raises ValueError as `Lettering` does.
    """
    h, w = pixels.shape[:2]
    busy = _busy(pixels)
    sum_ = np.asarray(cv2.integral(busy), np.float64)
    best: tuple[float, Lettering] | None = None
    for size in (0.15, 0.125, 0.10, 0.08, 0.065):
        for vertical in (False, True) if _may_run_down(text, w, h) else (False,):
            layer = Lettering(text=text, size=size, font=font, vertical=vertical)
            found = _calmest(layer, sum_, (w, h))
            score = found[0] + 0.28 * math.log(0.15 / size)
            if best is None or score < best[0]:
                best = score, dataclasses.replace(layer, x=found[1], y=found[2])
    assert best is not None
    return _coloured(pixels, best[1])


def _coloured(pixels: Pixels, layer: Lettering) -> Lettering:
    box = frame(layer, pixels.shape[1], pixels.shape[0])
    colour, _, contrast = _colours(pixels, layer, box)
    return dataclasses.replace(layer, colour=colour, effect="none" if contrast >= _READABLE else "shadow")


def _may_run_down(text: str, width: int, height: int) -> bool:
    words = text.strip()
    return height > 1.15 * width and len(words) <= 16 and not re.search(r"[A-Za-z]{3}", words)


def _busy(pixels: Pixels) -> Array:
    """(h', w') of detail and of whatever stands out from what is round it; about 1 on average."""
    h, w = pixels.shape[:2]
    scale = min(1.0, 144 / max(h, w))
    size = (max(8, round(w * scale)), max(8, round(h * scale)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small.astype(F) / F(255), cv2.COLOR_RGB2LAB)
    fine = np.abs(lab - cv2.GaussianBlur(lab, (0, 0), 2.0)).sum(2)
    apart = np.abs(lab - cv2.GaussianBlur(lab, (0, 0), max(size) / 5)).sum(2)
    busy = cv2.GaussianBlur(fine + F(0.35) * apart, (0, 0), 1.5)
    return np.asarray(busy / (busy.mean() + F(2.0)), F)


def _calmest(
    layer: Lettering, sum_: NDArray[np.float64], size: tuple[int, int]
) -> tuple[float, float, float]:
    """(cost, x, y) of the best place for the block; a little breathing space belongs to it."""
    rows, columns = sum_.shape[0] - 1, sum_.shape[1] - 1
    left, top, right, bottom = frame(layer, *size)
    w = min(columns, max(1, round(1.06 * (right - left) / size[0] * columns)))
    h = min(rows, max(1, round(1.12 * (bottom - top) / size[1] * rows)))
    mean = (sum_[h:, w:] - sum_[:-h, w:] - sum_[h:, :-w] + sum_[:-h, :-w]) / (w * h)
    y, x = np.mgrid[0 : rows - h + 1, 0 : columns - w + 1].astype(F)
    x, y = (x + w / 2) / columns, (y + h / 2) / rows
    edge = np.minimum(np.minimum(x, 1 - x) - w / columns / 2, np.minimum(y, 1 - y) - h / rows / 2)
    if layer.vertical:  # to a side, near the middle of the height
        cost = mean + 0.30 * np.minimum(abs(x - 0.2), abs(x - 0.8)) + 0.12 * abs(y - 0.45)
    else:  # on the axis, in the upper or lower part
        cost = mean + 0.16 * abs(x - 0.5) + 0.10 * np.minimum(abs(y - 0.17), 0.03 + abs(y - 0.84))
    cost += 6 * np.maximum(0.025 - edge, 0)
    row, column = np.unravel_index(int(np.argmin(cost)), cost.shape)
    return float(cost[row, column]), round(float(x[row, column]), 4), round(float(y[row, column]), 4)
