"""A picture being painted: RGB float32, with the few ways of laying paint that the painter needs.

A paint is a colour, or a gradient: something callable with (x, y, width, height) of a window that answers
(height, width, 4) of colour and opacity there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, Literal, TypeAlias, TypeVar, cast

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter import shapes
from waa.painter.colour import Array, Colour, F, ramp, rgb
from waa.painter.shapes import Outline
from waa.painter.together import together

Gradient: TypeAlias = Callable[[int, int, int, int], Array]
Paint: TypeAlias = "Colour | Gradient"
Mask: TypeAlias = "Array | NDArray[np.uint8]"
Mode: TypeAlias = Literal["normal", "multiply", "screen", "add", "soft"]
Stop: TypeAlias = "tuple[float, Colour] | tuple[float, Colour, float]"

_SUBPIXEL = 4  # OpenCV's fixed point: coordinates in 1/16 pixel


def linear(start: tuple[float, float], end: tuple[float, float], stops: Sequence[Stop]) -> Gradient:
    """Colour stops (at, colour[, opacity]) from `start` to `end`."""
    table = _ramp4(stops)
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy or 1.0

    def paint(x: int, y: int, width: int, height: int) -> Array:
        across = (np.arange(x, x + width, dtype=F) - F(start[0])) * F(dx / length)
        down = (np.arange(y, y + height, dtype=F) - F(start[1])) * F(dy / length)
        if dx == 0:  # the same along a row: look up once per row
            column = table[_index(down)][:, None]
            return np.broadcast_to(column, (height, width, 4))
        return table[_index(across[None] + down[:, None])]

    return paint


def radial(
    centre: tuple[float, float], radius: float, stops: Sequence[Stop], radius_y: float | None = None
) -> Gradient:
    """Colour stops from the centre (0) to the rim (1) of an ellipse."""
    table = _ramp4(stops)
    ry = radius_y or radius

    def paint(x: int, y: int, width: int, height: int) -> Array:
        dx = ((np.arange(x, x + width, dtype=F) - F(centre[0])) / F(radius)) ** 2
        dy = ((np.arange(y, y + height, dtype=F) - F(centre[1])) / F(ry)) ** 2
        return table[_index(np.sqrt(dx[None] + dy[:, None]))]

    return paint


def _index(t: Array) -> NDArray[np.int32]:
    return np.clip(t * 511, 0, 511).astype(np.int32)


def _ramp4(stops: Sequence[Stop]) -> Array:
    return _table(tuple((s[0], *rgb(s[1]).tolist(), s[2] if len(s) > 2 else 1.0) for s in stops))


@lru_cache(256)
def _table(stops: tuple[tuple[float, ...], ...]) -> Array:
    """(512, 4) of stops (at, red, green, blue, opacity)."""
    table = np.ones((512, 4), F)
    table[:, :3] = ramp([(s[0], s[1:4]) for s in stops])
    table[:, 3] = np.interp(np.linspace(0, 1, 512), [s[0] for s in stops], [s[4] for s in stops])
    table.setflags(write=False)
    return table


_Pixels = TypeVar("_Pixels", bound=NDArray[Any])


def blur(pixels: _Pixels, sigma: float) -> _Pixels:
    """Gaussian blur; wide ones are made on a smaller copy, which nobody can tell apart."""
    if sigma <= 0.3:
        return pixels
    if sigma < 5:
        return cast("_Pixels", cv2.GaussianBlur(pixels, (0, 0), sigma))
    shrink = max(2, int(sigma / 2.2))
    height, width = pixels.shape[:2]
    size = (max(1, width // shrink), max(1, height // shrink))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma / shrink, borderType=cv2.BORDER_REPLICATE)
    return cast("_Pixels", cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))


def fill_mask(
    outlines: Sequence[Outline], x: int, y: int, width: int, height: int, soft: float = 0
) -> NDArray[np.uint8]:
    """Antialiased coverage 0..255 of the outlines in a window; holes by the even-odd rule."""
    mask = np.zeros((height, width), np.uint8)
    scaled = [np.round((np.asarray(o) - (x, y)) * 16).astype(np.int32) for o in outlines]
    cv2.fillPoly(mask, scaled, 255, cv2.LINE_AA, _SUBPIXEL)
    return blur(mask, soft) if soft > 0 else mask


class Canvas:
    """`pixels` is (height, width, 3) float32 in 0..1, a little over 1 where light glows.

    `alpha` is None on an opaque canvas, else (height, width): a layer to be laid on another canvas.
    `unit` is a pixel of a 1024 px picture, so that strokes keep their look at every size.
    `layers`, where a style asked for it, says for every pixel which layer (see `layer`) covers it.
    """

    def __init__(
        self, width: float, height: float, ground: Paint | None = None, *, transparent: bool = False
    ) -> None:
        self.width, self.height = int(width), int(height)
        self.pixels: Array = np.zeros((self.height, self.width, 3), F)
        self.alpha: Array | None = np.zeros((self.height, self.width), F) if transparent else None
        self.unit = min(self.width, self.height) / 1024
        self.layers: NDArray[np.uint8] | None = None
        self.layer_names: list[str] = ["sky"]
        if ground is not None:
            self.cover(ground)

    def cover(self, paint: Paint) -> None:
        """Paint over everything."""
        self.pixels[:] = paint(0, 0, self.width, self.height)[..., :3] if callable(paint) else rgb(paint)

    def layer(self, name: str) -> None:
        """What is laid from now on belongs to a new layer in front of the others: 'hills', 'water', 'cat1'."""
        if self.layers is not None:
            self.layer_names.append(name)

    def window(
        self, left: float, top: float, right: float, bottom: float, pad: float = 2
    ) -> tuple[int, int, int, int]:
        """(x, y, width, height) of the part of that rectangle, padded, which lies on the canvas."""
        x, y = max(0, math.floor(left - pad)), max(0, math.floor(top - pad))
        return (
            x,
            y,
            min(self.width, math.ceil(right + pad)) - x,
            min(self.height, math.ceil(bottom + pad)) - y,
        )

    def right_part(self, x: float) -> Canvas:
        """The columns from `x` on as a canvas of their own: what is laid on it lies on this one."""
        assert self.alpha is None
        left = int(x)
        part = Canvas(0, 0)
        part.width, part.height, part.unit = self.width - left, self.height, self.unit
        part.pixels = self.pixels[:, left:]
        part.layers = None if self.layers is None else self.layers[:, left:]
        part.layer_names = self.layer_names
        return part

    # -- laying paint -----------------------------------------------------------------------------------

    def lay(self, x: float, y: float, colour: Array, mask: Mask | None = None, mode: Mode = "normal",
            opacity: float = 1.0) -> None:  # fmt: skip
        """Lay `colour` ((h, w, 3) or (3,)) at (x, y) through `mask` (0..1 or 0..255); what is outside falls off."""
        x, y = int(x), int(y)
        height, width = (mask.shape if mask is not None else colour.shape)[:2]
        left, top = max(0, x), max(0, y)
        right, bottom = min(self.width, x + width), min(self.height, y + height)
        if right <= left or bottom <= top:
            return
        inner = (slice(top - y, bottom - y), slice(left - x, right - x))
        ground = self.pixels[top:bottom, left:right]
        paint = np.asarray(colour, F) if colour.ndim == 1 else np.asarray(colour[inner], F)
        cover = _coverage(mask[inner] if mask is not None else None, ground.shape[:2], opacity)
        if self.layers is not None and mode == "normal":
            self.layers[top:bottom, left:right][cover > 0.5] = min(len(self.layer_names) - 1, 255)
        if self.alpha is not None and mode == "normal":
            alpha = self.alpha[top:bottom, left:right]
            both = alpha + cover * (1 - alpha)
            ground += (paint - ground) * (cover / np.maximum(both, 1e-4))[..., None]
            alpha[:] = both
            return
        _BLEND[mode](ground, paint, cover)

    def stamp(self, x: float, y: float, layer: Array, opacity: float = 1.0) -> None:
        """Lay an RGBA picture ((h, w, 4), straight alpha) with its top left corner at (x, y)."""
        self.lay(x, y, layer[..., :3], layer[..., 3], "normal", opacity)

    def lay_bytes(
        self, x: int, y: int, pixels: NDArray[np.uint8], haze: float = 0.0, air: Colour = "#fff"
    ) -> None:
        """Lay premultiplied RGBA bytes (h, w, 4), all of them on the canvas, with `haze` of the colour `air` over them:
        a tenth of the time that `stamp` takes."""
        assert self.alpha is None
        window = (slice(y, y + pixels.shape[0]), slice(x, x + pixels.shape[1]))
        *colours, cover = cv2.split(pixels)
        if self.layers is not None:
            self.layers[window][cover > 127] = min(len(self.layer_names) - 1, 255)
        clear = 1 - cover * F(1 / 255)
        channels = []
        for ground, colour, tint in zip(cv2.split(self.pixels[window]), colours, rgb(air), strict=True):
            laid = ground * clear
            laid += colour * F((1 - haze) / 255)
            if haze > 0:
                laid += cover * F(haze * float(tint) / 255)
            channels.append(laid)
        self.pixels[window] = cv2.merge(channels)

    def paint_mask(
        self, x: int, y: int, mask: Mask, paint: Paint, mode: Mode = "normal", opacity: float = 1.0
    ) -> None:
        if callable(paint):
            height, width = mask.shape[:2]
            colours = paint(x, y, width, height)
            scale = F(1 / 255) if mask.dtype == np.uint8 else F(1)
            self.lay(x, y, colours[..., :3], mask.astype(F) * scale * colours[..., 3], mode, opacity)
        else:
            self.lay(x, y, rgb(paint), mask, mode, opacity)

    # -- shapes -----------------------------------------------------------------------------------------

    def fill(self, outlines: Outline | Sequence[Outline], paint: Paint, *, soft: float = 0, opacity: float = 1.0,
             mode: Mode = "normal") -> None:  # fmt: skip
        """Fill one outline or several; `soft` blurs the edge by that many pixels."""
        many = [outlines] if isinstance(outlines, np.ndarray) else list(outlines)
        if not many:
            return
        x, y, width, height = self.window(*shapes.bounds(many), pad=2 + soft * 3)
        if width > 0 and height > 0:
            self.paint_mask(x, y, fill_mask(many, x, y, width, height, soft), paint, mode, opacity)

    def fill_union(self, outlines: Sequence[Outline], paint: Paint, *, opacity: float = 1.0) -> None:
        """Fill overlapping outlines as one shape, without the holes that the even-odd rule would leave."""
        if not outlines:
            return
        x, y, width, height = self.window(*shapes.bounds(outlines))
        if width <= 0 or height <= 0:
            return
        mask = np.zeros((height, width), np.uint8)
        for outline in outlines:
            cv2.fillPoly(
                mask, [np.round((outline - (x, y)) * 16).astype(np.int32)], 255, cv2.LINE_AA, _SUBPIXEL
            )
        self.paint_mask(x, y, mask, paint, opacity=opacity)

    def rectangle(self, x: float, y: float, width: float, height: float, paint: Paint, *, radius: float = 0,
                  soft: float = 0, opacity: float = 1.0, mode: Mode = "normal") -> None:  # fmt: skip
        outline = (
            shapes.rounded(x, y, width, height, radius) if radius else shapes.rectangle(x, y, width, height)
        )
        self.fill(outline, paint, soft=soft, opacity=opacity, mode=mode)

    def oval(self, cx: float, cy: float, rx: float, ry: float, paint: Paint, *, turn: float = 0, soft: float = 0,
             opacity: float = 1.0, mode: Mode = "normal") -> None:  # fmt: skip
        self.fill(shapes.ellipse(cx, cy, rx, ry, turn), paint, soft=soft, opacity=opacity, mode=mode)

    def line(self, points: ArrayLike, width: float, paint: Paint, *, soft: float = 0, opacity: float = 1.0,
             mode: Mode = "normal") -> None:  # fmt: skip
        """A stroke of whole-pixel width through the points."""
        p = np.asarray(points, float)
        x, y, w, h = self.window(*shapes.bounds([p]), pad=width + 2 + soft * 3)
        if w <= 0 or h <= 0:
            return
        mask = np.zeros((h, w), np.uint8)
        fixed = [np.round((p - (x, y)) * 16).astype(np.int32)]
        cv2.polylines(mask, fixed, False, 255, max(1, round(width)), cv2.LINE_AA, _SUBPIXEL)
        # Thinner than a pixel: keep the width, lower the opacity.
        thin = min(1.0, max(width, 0.2))
        self.paint_mask(x, y, blur(mask, soft) if soft else mask, paint, mode, opacity * thin)

    def glow(self, cx: float, cy: float, radius: float, colour: Colour, opacity: float = 1.0, *, mode: Mode = "screen",
             power: float = 2.0) -> None:  # fmt: skip
        """Light that falls off from a point."""
        if radius < 1 or opacity <= 0:
            return
        x, y, width, height = self.window(cx - radius, cy - radius, cx + radius, cy + radius)
        if width <= 0 or height <= 0:
            return
        dx = ((np.arange(x, x + width, dtype=F) - F(cx)) / F(radius)) ** 2
        dy = ((np.arange(y, y + height, dtype=F) - F(cy)) / F(radius)) ** 2
        falloff = np.clip(1 - np.sqrt(dx[None] + dy[:, None]), 0, 1) ** F(power)
        self.lay(x, y, rgb(colour), falloff, mode, opacity)

    # -- out --------------------------------------------------------------------------------------------

    def rgba(self) -> Array:
        """The layer as straight-alpha RGBA; only for a transparent canvas."""
        assert self.alpha is not None
        return np.dstack([np.clip(self.pixels, 0, 1), self.alpha])

    def to_bytes(self) -> NDArray[np.uint8]:
        """(height, width, 3) uint8."""
        return np.concatenate(together([partial(as_bytes, part) for part in halves(self.pixels)]))


def halves(pixels: _Pixels) -> tuple[_Pixels, _Pixels]:
    """The upper and the lower rows, as views: for what each pixel has for itself, one half for each core."""
    middle = pixels.shape[0] // 2
    return cast("_Pixels", pixels[:middle]), cast("_Pixels", pixels[middle:])


def as_bytes(pixels: Array) -> NDArray[np.uint8]:
    """0..1 as 0..255, uint8."""
    scaled = np.clip(pixels, 0, 1)
    scaled *= F(255)
    scaled += F(0.5)
    return scaled.astype(np.uint8)


def _coverage(mask: Mask | None, shape: tuple[int, int], opacity: float) -> Array:
    if mask is None:
        return np.full(shape, opacity, F)
    if mask.dtype == np.uint8:
        return mask.astype(F) * F(opacity / 255)
    return mask.astype(F, copy=False) * F(opacity)


def _normal(ground: Array, paint: Array, cover: Array) -> None:
    if cover.size > 4096:  # OpenCV blends a large area five times faster than broadcasting does
        row = np.tile(paint, (ground.shape[1], 1)) if paint.ndim == 1 else paint  # rows are copied whole
        full = np.ascontiguousarray(np.broadcast_to(row, ground.shape))
        ground[:] = cv2.blendLinear(full, ground, cover, 1 - cover)
    else:
        ground += (paint - ground) * cover[..., None]


def _multiply(ground: Array, paint: Array, cover: Array) -> None:
    ground *= 1 - cover[..., None] * (1 - paint)


def _screen(ground: Array, paint: Array, cover: Array) -> None:
    if paint.ndim == 1 and cover.size > 4096:  # OpenCV takes a third of the time over a large area
        tinted = cv2.merge([cover * tint for tint in paint])
        ground += tinted - cv2.multiply(tinted, ground)
    else:
        ground += (1 - ground) * (paint * cover[..., None])


def _add(ground: Array, paint: Array, cover: Array) -> None:
    ground += paint * cover[..., None]


def _soft(ground: Array, paint: Array, cover: Array) -> None:
    """W3C compositing, soft-light, in its short form."""
    lit = np.where(
        paint < 0.5,
        ground - (1 - 2 * paint) * ground * (1 - ground),
        ground + (2 * paint - 1) * (np.sqrt(np.maximum(ground, 0)) - ground),
    )
    ground += (lit - ground) * cover[..., None]


_BLEND: dict[str, Callable[[Array, Array, Array], None]] = {
    "normal": _normal,
    "multiply": _multiply,
    "screen": _screen,
    "add": _add,
    "soft": _soft,
}
