"""Styles of flat colour, drawn from the layers: flat, anime, comic, paper cut, ukiyo-e, poster, pixel art, neon."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from waa.painter import filters, noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, F, from_oklab, mix, rgb, saturate, to_oklab
from waa.painter.finish import finish
from waa.painter.noise import smoothstep
from waa.painter.stage import Setting, Stage, with_light
from waa.painter.styles import Style, register
from waa.painter.styles.layers import Areas, areas, cel, layer_map, outlines, things


class _Layered(Style):
    wants_layers = True


@register("flat")
class Flat(_Layered):
    """Clean shapes in two or three tones, no lines, a breath of grain in the shades."""

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        found = areas(canvas, 3, daub=9, sky_tones=6)
        flat = found.painted(np.clip(saturate(found.colours, 1.28), 0, 1))
        flat = flat + (cel(found.soft, 5) - flat) * things(canvas)[..., None]
        grain = rng.random((canvas.height, canvas.width), dtype=F) - F(0.5)
        canvas.pixels = np.clip(flat * (1 + grain * F(0.035))[..., None], 0, 1)


@register("anime")
class Anime(_Layered):
    """Cel shading over a painted background: clear tones, thin coloured lines, bright air."""

    def on_stage(self, stage: Stage) -> Stage:
        stage.light = with_light(stage.light, rim_strength=stage.light.rim_strength * 1.4, wrap=0.3)
        return stage

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        soft = filters.kuwahara(np.clip(canvas.pixels, 0, 1), 5 * canvas.unit)
        detail = np.clip(canvas.pixels, 0, 1)
        is_thing = np.asarray(blur(things(canvas), 0.8))[..., None]
        background = np.clip(saturate(soft, 1.28), 0, 1)
        toned = cel(soft, 5, saturation=1.3) * F(0.7) + detail * F(0.3)  # eyes and patterns stay
        picture = background + (toned - background) * is_thing
        lines = np.maximum(
            outlines(canvas, 2.2, only_things=True),
            filters.ink_lines(detail, width=0.8) * is_thing[..., 0] * F(0.8),
        )
        ink = np.clip(np.asarray(blur(picture, 3 * canvas.unit)) * F(0.28), 0, 1)
        canvas.pixels = (picture + (ink - picture) * (lines * F(0.85))[..., None]).astype(F)
        finish(canvas, replace(stage.finish, bloom=0.5, saturation=1.06, vignette=0.10))


@register("comic")
class Comic(_Layered):
    """Bold ink, flat colour, dots in the shades."""

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        unit = canvas.unit
        found = areas(canvas, 3, daub=7, sky_tones=4)
        colours = np.clip(saturate(found.colours, 1.45) * F(1.05), 0, 1)
        detail = np.clip(canvas.pixels, 0, 1)
        is_thing = things(canvas)[..., None]
        flat = found.painted(colours)
        flat = flat + (cel(found.soft, 4, saturation=1.4) - flat) * is_thing
        shade = np.take((found.tone_of == 0).astype(F), found.labels)
        dots = _dots(canvas.height, canvas.width, 9 * unit + 2, 0.6) * np.asarray(blur(shade, 1.0))
        flat = flat * (1 - dots * F(0.34))[..., None]
        lines = np.maximum(outlines(canvas, 5.0, only_things=True), outlines(canvas, 2.4))
        lines = np.maximum(
            lines,
            filters.ink_lines(detail, width=1.25, threshold=0.010) * (F(0.35) + F(0.65) * is_thing[..., 0]),
        )
        canvas.pixels = np.clip(
            flat * (1 - lines[..., None]) + rgb("#16131c") * lines[..., None], 0, 1
        ).astype(F)


def _dots(height: int, width: int, pitch: float, angle: float) -> Array:
    """A screen of round dots, 0..1."""
    y, x = np.mgrid[0:height, 0:width].astype(F)
    c, s = F(np.cos(angle) / pitch * 2 * np.pi), F(np.sin(angle) / pitch * 2 * np.pi)
    wave = np.cos(x * c + y * s) + np.cos(y * c - x * s)
    return smoothstep(0.1, 0.5, wave)


@register("paper cut")
class PaperCut(_Layered):
    """Sheets of coloured paper laid over each other, each throwing its shadow on those below."""

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        unit = canvas.unit
        found = areas(canvas, 3, daub=12, sky_tones=5)
        labels = _rounded(found.labels, max(3, round(5 * unit)))
        height = (found.layer_of * 1.0 + found.tone_of * 0.28).astype(F)
        level = np.take(height, labels)
        flat = np.take(np.clip(saturate(found.colours, 1.25), 0, 1), labels, axis=0).astype(F)
        flat = np.asarray(cv2.GaussianBlur(flat, (0, 0), 0.7), F)
        flat = flat + (cel(found.soft, 5) - flat) * things(canvas)[..., None] * F(0.9)
        for dx, dy, soft, strength in ((3, 4, 2.5, 0.30), (8, 11, 8, 0.26)):
            above = _shifted(level, dx * unit, dy * unit)
            cast = smoothstep(0.05, 0.5, above - level)
            flat *= 1 - F(strength) * np.asarray(blur(cast, soft * unit + 0.4))[..., None]
        lit = smoothstep(0.05, 0.4, level - _shifted(level, 1.6 * unit + 0.5, 2.0 * unit + 0.5))
        flat += np.asarray(blur(lit, 0.6))[..., None] * F(0.10)
        sheet = filters.paper(canvas.height, canvas.width, rng, cell=2.0, strength=0.022)
        canvas.pixels = np.clip(flat * sheet[..., None], 0, 1).astype(F)


def _rounded(labels: np.ndarray, radius: int) -> np.ndarray:
    """Areas with scissors' corners: each label takes what most of its neighbourhood is."""
    order = np.flatnonzero(np.bincount(labels.ravel()))
    number = np.zeros(int(order[-1]) + 1, np.uint8)
    number[order] = np.arange(len(order))
    small = number[labels]
    for _ in range(2):
        small = np.asarray(cv2.medianBlur(small, min(255, radius * 2 + 1)), np.uint8)
    return order[small]


def _shifted(image: Array, dx: float, dy: float) -> Array:
    """Moved by (dx, dy) pixels to the lower right: what throws a shadow there."""
    matrix = np.array([[1, 0, dx], [0, 1, dy]], F)
    moved = cv2.warpAffine(
        image,
        matrix,
        (image.shape[1], image.shape[0]),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(moved, F)


# Pigments of the wood-block print: Prussian blue, indigo, vermilion, ochre, green, grey, cream, black.
_UKIYO = [
    "#1f3f6e",
    "#2f6a93",
    "#7fa6b8",
    "#c9533b",
    "#e0a15a",
    "#e7c98f",
    "#5d7a52",
    "#8b9a6b",
    "#9a8f80",
    "#f0e2c4",
    "#3a3236",
    "#d9b3a0",
]


@register("ukiyo-e")
class UkiyoE(_Layered):
    """Flat pigments, dark blue key lines, a graded band at the top of the sky, the grain of the block."""

    def before(self, setting: Setting) -> Setting:
        return replace(setting, hour="golden") if setting.hour == "day" else setting

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        h, w, unit = canvas.height, canvas.width, canvas.unit
        found = areas(canvas, 3, daub=8, sky_tones=4)
        flat = found.painted(_nearest(found, _UKIYO, 0.62))
        detail = np.clip(canvas.pixels, 0, 1)
        is_thing = things(canvas)[..., None]
        flat = flat + (cel(found.soft, 5, saturation=0.95) * rgb("#f6e8cd") - flat) * is_thing * F(0.75)
        flat = self._bokashi(flat, canvas, stage)
        lines = np.maximum(outlines(canvas, 2.6), filters.ink_lines(detail, width=0.9) * is_thing[..., 0])
        flat = flat + (rgb("#1d2740") - flat) * (lines * F(0.82))[..., None]
        grain = noise.fractal(h, w, 2.4 * unit + 1.6, 3, rng, cell_x=90 * unit + 20)
        canvas.pixels = np.clip(
            flat * (F(0.93) + F(0.12) * grain)[..., None] * filters.paper(h, w, rng)[..., None], 0, 1
        ).astype(F)

    def _bokashi(self, flat: Array, canvas: Canvas, stage: Stage) -> Array:
        """The printer's hand: deep blue wiped out towards the horizon."""
        sky = (layer_map(canvas) == 0).astype(F)
        rows = np.arange(canvas.height, dtype=F)[:, None]
        fade = smoothstep(0.22 * canvas.height, 0.0, rows) * F(0.85)
        red = np.exp(-(((rows - F(stage.horizon * 0.97)) / F(0.09 * canvas.height)) ** 2)) * F(0.45)
        flat = flat + (rgb("#1b3a6b") - flat) * (fade * sky)[..., None]
        return flat + (rgb("#d98b6a") - flat) * (red * sky)[..., None]


def _nearest(found: Areas, palette: list[str], pull: float) -> Array:
    """Every area's colour drawn towards the nearest pigment."""
    labs, own = np.array([to_oklab(c) for c in palette]), to_oklab(np.clip(found.colours, 0, 1))
    apart = ((own[:, None] - labs[None]) ** 2 * np.array([1.0, 2.2, 2.2], F)).sum(-1)
    picked = labs[apart.argmin(1)]
    return from_oklab(own + (picked - own) * F(pull))


# A travel poster's inks, from the lights to the darks.
_POSTER = [
    "#fbf1da",
    "#f6c667",
    "#ee8b4a",
    "#d1523f",
    "#7fb3b0",
    "#3f7f8c",
    "#8fae6a",
    "#4d7a55",
    "#24405c",
    "#5b3b54",
    "#1c2233",
]


@register("poster")
class Poster(_Layered):
    """A travel poster: broad flat shapes in few inks, stippled shades, a cream border."""

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        h, w = canvas.height, canvas.width
        found = areas(canvas, 3, daub=11, sky_tones=6)
        flat = found.painted(np.clip(saturate(_nearest(found, _POSTER, 0.55), 1.2), 0, 1))
        toned = cel(found.soft, 5, saturation=1.2)
        flat = flat + (toned * rgb("#fff6e4") - flat) * things(canvas)[..., None] * F(0.85)
        shade = np.asarray(
            blur(
                np.take(1 - found.tone_of / max(1, int(found.tone_of.max())), found.labels).astype(F),
                9 * canvas.unit,
            )
        )
        stipple = smoothstep(0.62, 0.70, rng.random((h, w), dtype=F) * F(0.55) + shade * F(0.55))
        flat *= 1 - np.asarray(blur(stipple, 0.5))[..., None] * F(0.13)
        border = round(0.035 * min(h, w))
        inside = np.zeros((h, w), np.uint8)
        inside[border:-border, border:-border] = 255
        cream = rgb("#fbf3e0") * filters.paper(h, w, rng, cell=2.0)[..., None]
        canvas.pixels = np.where((inside > 0)[..., None], np.clip(flat, 0, 1), cream).astype(F)


@register("pixel art")
class PixelArt(_Layered):
    """A hundred and sixty large pixels, a small palette, dithered; things keep a dark outline."""

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        h, w = canvas.height, canvas.width
        scale = max(1, round(min(h, w) / 160))
        size = (w // scale, h // scale)
        finish(canvas, replace(stage.finish, vignette=0.12, saturation=1.25, contrast=0.12))
        small = np.asarray(cv2.resize(np.clip(canvas.pixels, 0, 1), size, interpolation=cv2.INTER_AREA), F)
        line = cv2.resize(
            outlines(canvas, scale * 1.1 / max(canvas.unit, 0.5), only_things=True),
            size,
            interpolation=cv2.INTER_AREA,
        )
        small = small * (1 - F(0.6) * smoothstep(0.35, 0.6, line)[..., None])
        quantised = _dithered(small, 36)
        big = cv2.resize(quantised, (size[0] * scale, size[1] * scale), interpolation=cv2.INTER_NEAREST)
        framed = cv2.copyMakeBorder(big, 0, h - big.shape[0], 0, w - big.shape[1], cv2.BORDER_REPLICATE)
        canvas.pixels = np.asarray(framed, F)


_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], F) / 16 - F(0.5)


def _dithered(small: Array, colours: int) -> Array:
    """A palette of its own for every picture, and ordered dither between its colours."""
    h, w = small.shape[:2]
    lab = to_oklab(small).reshape(-1, 3)
    cv2.setRNGSeed(7)
    step = max(1, len(lab) // 6000)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 0.001)
    sample = np.ascontiguousarray(lab[::step], F)
    labels = np.zeros((len(sample), 1), np.int32)
    _, _, found = cv2.kmeans(sample, colours, labels, criteria, 1, cv2.KMEANS_PP_CENTERS)
    palette = np.asarray(found, F)
    pattern = np.tile(_BAYER, (h // 4 + 1, w // 4 + 1))[:h, :w].reshape(-1, 1)
    wanted = lab + pattern * np.array([0.022, 0.006, 0.006], F)
    nearest = ((wanted[:, None] - palette[None]) ** 2).sum(-1).argmin(1)
    return from_oklab(palette[nearest]).reshape(h, w, 3).astype(F)


@register("neon")
class Neon(_Layered):
    """A dark world drawn in glowing tubes."""

    def before(self, setting: Setting) -> Setting:
        return replace(setting, hour="night")

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        unit = canvas.unit
        detail = np.clip(canvas.pixels, 0, 1)
        is_thing = things(canvas)
        lit = np.power(detail, F(0.72))  # the tubes light what they are bent around
        tint = mix("#8f7cff", "#ffe4f4", 0.55) * is_thing[..., None] + rgb("#8f7cff") * (
            1 - is_thing[..., None]
        )
        dark = saturate(lit, 1.1) * (F(0.34) + F(0.50) * is_thing[..., None]) * tint + rgb("#05030f")
        edge = np.maximum(outlines(canvas, 3.4, only_things=True), outlines(canvas, 1.6) * F(0.75))
        inner = filters.ink_lines(np.asarray(blur(detail, 1.2)), width=1.0, threshold=0.014) * is_thing
        tube = np.maximum(edge, inner * F(0.8))
        colour = self._hues(canvas)
        light = colour * tube[..., None]
        glow = np.asarray(blur(light, 7 * unit)) * F(1.5) + np.asarray(blur(light, 26 * unit)) * F(1.9)
        core = np.clip(tube - F(0.55), 0, 1)[..., None] * F(1.3)
        canvas.pixels = np.clip(
            dark + light * F(0.9) + glow + core * mix("#ffffff", "#ffd9ff", 0.3), 0, 1.2
        ).astype(F)
        finish(canvas, replace(stage.finish, bloom=0.5, saturation=1.15, vignette=0.38))

    def _hues(self, canvas: Canvas) -> Array:
        """A tube colour for every layer, drifting across the picture."""
        tubes = np.array([rgb(c) for c in ("#ff3d9a", "#38d6ff", "#ffd23d", "#9b6bff", "#3dffb0", "#ff6a3d")])
        layers = layer_map(canvas).astype(np.int32)
        first = np.take(tubes, layers % len(tubes), axis=0)
        second = np.take(tubes, (layers + 3) % len(tubes), axis=0)
        drift = smoothstep(0.2, 0.8, np.linspace(0, 1, canvas.width, dtype=F))[None, :, None] * F(0.45)
        spread = cv2.GaussianBlur((first + (second - first) * drift).astype(F), (0, 0), 2.0)
        return spread
