"""Filters: from pixels to brush strokes. For photos, and for the styles that are at home in the pixels.

All take and give (h, w, 3) float32 in 0..1 and keep their look at every size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache, partial

import cv2
import numpy as np

from waa.painter.canvas import blur
from waa.painter.colour import LUMA, Array, F, rgb, saturate
from waa.painter.noise import fractal, smoothstep, soft_fractal
from waa.painter.together import together

_SECTORS = 8


def _unit(pixels: Array) -> float:
    return min(pixels.shape[:2]) / 1024


@lru_cache(32)
def _sector_kernels(radius: int) -> tuple[Array, ...]:
    """Eight pie slices of a disc, each soft at its edges and summing to one."""
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1].astype(F)
    distance = np.hypot(x, y)
    falloff = np.exp(-((distance / F(radius * 0.62)) ** 2)) * (distance <= radius + 0.5)
    angle = np.arctan2(y, x)
    kernels = []
    for k in range(_SECTORS):
        apart = np.abs((angle - k * 2 * math.pi / _SECTORS + math.pi) % (2 * math.pi) - math.pi)
        slice_ = falloff * np.clip(1.25 - apart / (math.pi / _SECTORS), 0, 1)
        slice_[radius, radius] = falloff[radius, radius] / _SECTORS
        kernels.append((slice_ / slice_.sum()).astype(F))
    return tuple(kernels)


def kuwahara(pixels: Array, radius: float) -> Array:
    """Flat daubs with crisp borders: of the slices round a pixel the calmest speak loudest (Papari et al. 2007)."""
    r = max(2, round(radius))
    shrink = 1.0
    if r > 5:  # a large brush sees no fine detail: work on a smaller picture
        shrink = 5 / r
        r = 5
    h, w = pixels.shape[:2]
    small = (
        cv2.resize(
            pixels, (max(8, round(w * shrink)), max(8, round(h * shrink))), interpolation=cv2.INTER_AREA
        )
        if shrink < 1
        else pixels
    )
    grey = small @ LUMA
    stacked = np.asarray(cv2.merge([*cv2.split(small), grey * grey]), F)
    kernels = _sector_kernels(r)
    halves = together([partial(_by_calm, stacked, kernels[::2]), partial(_by_calm, stacked, kernels[1::2])])
    *colours, weights = (one + other for one, other in zip(*halves, strict=True))
    daubs = cv2.merge([plane / weights for plane in colours])
    return np.asarray(cv2.resize(daubs, (w, h), interpolation=cv2.INTER_CUBIC) if shrink < 1 else daubs, F)


def _by_calm(stacked: Array, kernels: Sequence[Array]) -> list[Array]:
    """Colours and squares (h, w, 4) under some kernels: the three colours times their weights, and the weights."""
    sums = [np.zeros(stacked.shape[:2], F) for _ in range(4)]
    for kernel in kernels:
        *colours, squares = cv2.split(cv2.filter2D(stacked, -1, kernel, borderType=cv2.BORDER_REFLECT))
        luma = sum(plane * share for plane, share in zip(colours, LUMA, strict=True))
        restless = np.maximum(squares - luma * luma, 0) * F(255**2) + F(1)
        weight = 1 / (restless * restless * restless)
        for total, plane in zip(sums, colours, strict=False):
            total += plane * weight
        sums[3] += weight
    return sums


def paper(
    height: int, width: int, rng: np.random.Generator, *, cell: float = 2.4, strength: float = 0.016
) -> Array:
    """The tooth of paper: (h, w) to multiply with, about 1."""
    relief = soft_fractal(height, width, cell * 2, 3, rng, gain=0.62)
    slope = cv2.Sobel(relief, cv2.CV_32F, 1, 0, ksize=3) + cv2.Sobel(relief, cv2.CV_32F, 0, 1, ksize=3)
    return np.clip(1 + slope / F(slope.std() + 1e-6) * F(strength), 0.85, 1.12)


def watercolour(pixels: Array, rng: np.random.Generator, *, margin: bool = True) -> Array:
    """Washes in optical density: flatten, let them bleed, granulate, pool at the edges, leave a dry-brush margin."""
    h, w = pixels.shape[:2]
    unit = _unit(pixels)
    wander = [soft_fractal(h, w, 34 * unit + 3, 4, rng, shrink=4, gain=0.55) - F(0.5) for _ in range(2)]
    x, y = np.meshgrid(np.arange(w, dtype=F), np.arange(h, dtype=F))
    bled = cv2.remap(
        np.clip(pixels, 0, 1),
        x + wander[0] * F(13 * unit),
        y + wander[1] * F(13 * unit),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )
    washes = np.clip(saturate(kuwahara(np.asarray(bled, F), 6 * unit), 1.24), 0.004, 0.985)
    density = -np.log(washes * F(0.94) + F(0.055)) * F(0.9)  # thinner pigment: blacks never close up
    dark = density.mean(-1)
    pool = np.clip(dark - blur(dark, 7 * unit), 0, 0.5) * F(0.6) + np.clip(
        dark - blur(dark, 2.2 * unit + 0.3), 0, 0.4
    ) * F(0.8)
    turbulence = (soft_fractal(h, w, 150 * unit, 4, rng, shrink=4) - F(0.5)) * F(0.62)
    turbulence += (soft_fractal(h, w, 46 * unit, 3, rng, shrink=4) - F(0.5)) * F(0.36)
    tooth = soft_fractal(h, w, 4.5, 3, rng, gain=0.65)
    tooth = (tooth - tooth.mean()) / F(tooth.std())
    grain = 1 + pool + turbulence + np.clip(tooth, -2.2, 2.2) * np.clip(F(1.25) - dark, 0.35, 1) * F(0.075)
    grain *= _blooms(h, w, wander, unit, rng)
    if margin:
        grain *= _dry_margin(h, w, unit, tooth, rng)
    density = density * grain[..., None]
    ground = rgb("#fcf9f1") * (1 + np.clip(tooth, -2, 2) * F(0.011))[..., None]
    return ground * np.exp(-density)


def _blooms(h: int, w: int, wander: list[Array], unit: float, rng: np.random.Generator) -> Array:
    """Pale spots with a darker rim, where water ran back into the wash."""
    effect = np.ones((h, w), F)
    for _ in range(5):
        cx, cy, r = rng.random() * w, rng.random() * h, rng.uniform(40, 120) * unit
        reach = 1.7 * r + 34 * unit  # there is nothing farther out
        left, top = max(0, int(cx - reach)), max(0, int(cy - reach))
        at = (slice(top, int(cy + reach) + 1), slice(left, int(cx + reach) + 1))
        rows, columns = effect[at].shape
        x = np.arange(left, left + columns, dtype=F) - F(cx) + wander[0][at] * F(60 * unit)
        y = np.arange(top, top + rows, dtype=F)[:, None] - F(cy) + wander[1][at] * F(60 * unit)
        d = np.hypot(x, y) / F(r)
        effect[at] *= (
            1 - F(0.13) * np.exp(-((d * F(1.1)) ** 4)) + F(0.10) * np.exp(-(((d - F(1.02)) / F(0.07)) ** 2))
        )
    return effect


def _dry_margin(h: int, w: int, unit: float, tooth: Array, rng: np.random.Generator) -> Array:
    down, across = np.arange(h, dtype=F), np.arange(w, dtype=F)
    edge = np.minimum(np.minimum(down, h - 1 - down)[:, None], np.minimum(across, w - 1 - across)[None])
    ragged = (
        edge
        - F(26 * unit)
        - (soft_fractal(h, w, 120 * unit, 5, rng, shrink=4, gain=0.55) - F(0.5)) * F(46 * unit)
    )
    inside = smoothstep(-2 * unit, 3 * unit, ragged + tooth * F(2.2 * unit))
    return inside * (1 + np.exp(-(((ragged - F(4 * unit)) / F(4.5 * unit + 0.5)) ** 2)) * F(0.22))


def pencil(pixels: Array, rng: np.random.Generator) -> Array:
    """Graphite on paper: drawn edges by dodging, two directions of hatching in the shades."""
    h, w = pixels.shape[:2]
    unit = _unit(pixels)
    grey = np.clip(pixels, 0, 1) @ LUMA
    low, high = np.percentile(grey[::6, ::6], (1.5, 98.5))
    grey = np.clip((grey - F(low)) / F(high - low + 1e-3), 0, 1)
    drawn = np.clip(grey / (1.004 - blur(1 - grey, 9 * unit + 1)), 0, 1) ** F(1.5) * F(0.92) + F(0.08)
    tone = blur(grey, 2.2 * unit + 0.4)
    noise = rng.random((h, w), dtype=F)
    strokes = [_hatching(noise, angle, max(4, round(9 * unit))) for angle in (-0.8, 0.35)]
    sheet = drawn - np.clip((F(0.72) - tone) * F(0.75), 0, 0.6) * np.clip(
        F(0.62) + F(0.35) * strokes[0], 0, 1.4
    )
    sheet -= np.clip((F(0.40) - tone) * F(0.9), 0, 0.4) * np.clip(F(0.5) + F(0.4) * strokes[1], 0, 1.3)
    light = np.clip(np.clip(sheet, 0, 1) * paper(h, w, rng, cell=2.2), 0, 1)[..., None]
    return light * rgb("#f7f4ee") + (1 - light) * rgb("#2b2b33")


def _hatching(noise: Array, angle: float, length: int) -> Array:
    """Strokes in one direction, mean 0 and deviation 1."""
    kernel = np.zeros((2 * length + 1, 2 * length + 1), F)
    c, s = math.cos(angle) * length, math.sin(angle) * length
    cv2.line(kernel, (round(length - c), round(length - s)), (round(length + c), round(length + s)), 1.0)
    lines = cv2.filter2D(noise, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REFLECT)
    return (lines - lines.mean()) / F(lines.std() + 1e-6)


def ink_lines(pixels: Array, *, width: float = 1.0, threshold: float = 0.012) -> Array:
    """(h, w) 0..1, 1 on a line: a difference of Gaussians, sharpened (XDoG, Winnemoeller 2012)."""
    unit = max(_unit(pixels), 0.35) * width
    grey = np.clip(pixels, 0, 1) @ LUMA
    fine, wide = cv2.GaussianBlur(grey, (0, 0), 1.1 * unit), cv2.GaussianBlur(grey, (0, 0), 1.9 * unit)
    return smoothstep(-threshold * 0.5, -threshold * 1.8, fine - wide)


def cartoon(pixels: Array, rng: np.random.Generator, *, levels: int = 8) -> Array:
    """Few flat tones under ink lines."""
    unit = _unit(pixels)
    flat = kuwahara(np.clip(pixels, 0, 1), 7 * unit)
    lab = cv2.cvtColor(flat, cv2.COLOR_RGB2LAB)
    step = 100 / levels
    tone = lab[..., 0] / F(step)
    whole = np.floor(tone)
    lab[..., 0] = (whole + np.clip((tone - whole - F(0.5)) * 6, -0.5, 0.5) + F(0.5)) * F(step)
    toned = saturate(np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 0, 1), 1.26)
    return np.clip(toned, 0, 1) * (1 - ink_lines(flat)[..., None] * F(0.85))


def oil(pixels: Array, rng: np.random.Generator) -> Array:
    """Thick daubs along the forms, their ridges catching light."""
    h, w = pixels.shape[:2]
    unit = _unit(pixels)
    daubs = kuwahara(np.clip(pixels, 0, 1), 9 * unit)
    smooth = np.asarray(blur(daubs @ LUMA, 2.0 * unit + 0.5), F)
    gx, gy = cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
    xx, yy, xy = (blur(part, 7 * unit + 1) for part in (gx * gx, gy * gy, gx * gy))
    along = np.arctan2(2 * xy, xx - yy) / 2 + F(math.pi / 2)
    vx, vy = np.cos(along), np.sin(along)
    bristle = fractal(h, w, 5.5 * unit + 1.6, 2, rng)
    x, y = np.meshgrid(np.arange(w, dtype=F), np.arange(h, dtype=F))
    stroke = np.zeros((h, w), F)
    for step in (-12, -8, -4, 0, 4, 8, 12):
        stroke += cv2.remap(
            bristle,
            x + vx * F(step * unit),
            y + vy * F(step * unit),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT,
        )
    relief = stroke / 7 * F(1.6) + smooth * F(0.35)
    ridge = cv2.Sobel(relief, cv2.CV_32F, 1, 0, ksize=3) + cv2.Sobel(relief, cv2.CV_32F, 0, 1, ksize=3)
    lit = 1 + np.clip(ridge / F(ridge.std() + 1e-6) * F(0.05), -0.14, 0.18)
    return np.clip(saturate(daubs, 1.18) * lit[..., None], 0, 1)
