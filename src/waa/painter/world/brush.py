"""Brush and ink: washes, strokes, mountains in mist, pines. All of it is density of ink on a sheet,
0 bare paper to 1 black.

The strokes that give rock its form (cun) run down its slopes, as Chinese painters have set them since the Song.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter import filters, noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import LUMA, Array, F, look_up
from waa.painter.noise import smoothstep
from waa.painter.shapes import smooth

Rng = np.random.Generator
Mask = NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True)
class Peak:
    """`at` and `wide` (half its foot) are shares of the width, `tall` is in pixels; `steep` 1 a hill, 3 a pillar."""

    at: float
    tall: float
    wide: float
    steep: float = 1.8


class Sheet:
    """`ink` is (height, width) of density. `unit` is a pixel of a 1024 px picture."""

    def __init__(self, width: int, height: int, unit: float) -> None:
        self.width, self.height, self.unit = width, height, unit
        self.ink: Array = np.zeros((height, width), F)
        self.bare: Array = np.zeros((height, width), F)  # where rock is: for its tint

    def cover(self, top: int, cover: Array, density: Array) -> None:
        """Lay opaque paint of that density: what is behind it shows only where `cover` (h, w) is less than 1."""
        part = self.ink[top : top + cover.shape[0]]
        part *= 1 - cover
        part += density * cover

    def add(self, density: Array, x: int = 0, y: int = 0) -> None:
        """Ink over ink: the darker stays, with some of the other."""
        h, w = density.shape
        part = self.ink[y : y + h, x : x + w]
        np.maximum(part, density[: part.shape[0], : part.shape[1]], out=part)

    # -- mountains ----------------------------------------------------------------------------------------

    def mountain(
        self,
        rng: Rng,
        base: float,
        peaks: Sequence[Peak],
        dark: float,
        *,
        mist: float = 0.5,
        strokes: int = 0,
        snowy: bool = False,
    ) -> Array:
        """Peaks over the line `base` (pixels) that dissolve in mist downwards; (width,) is their skyline.

        `dark` is the density of their crests, `mist` the share of their height that is lost; `strokes` shape the rock.
        """
        line = self._skyline(rng, base, peaks)
        top = max(0, int(line.min()) - 3)
        bottom = min(self.height, int(base + 30 * self.unit))
        if bottom <= top:
            return line
        below = np.arange(top, bottom, dtype=F)[:, None] - line[None]
        tall = max(peak.tall for peak in peaks)
        rise = np.clip((F(base) - np.arange(top, bottom, dtype=F)[:, None]) / F(tall), 0, 1)
        drift = noise.soft_fractal(
            bottom - top, self.width, 90 * self.unit, 3, rng, shrink=4, cell_x=260 * self.unit
        )
        body = smoothstep(0.0, mist, rise + (drift - F(0.5)) * F(0.42)) * smoothstep(-1.2, 1.2, below)
        body *= smoothstep(base + 28 * self.unit, base - 46 * self.unit, np.arange(top, bottom, dtype=F))[
            :, None
        ]
        cloud = noise.soft_fractal(bottom - top, self.width, 46 * self.unit, 4, rng, shrink=3, gain=0.6)
        wash = F(dark) * (F(0.22) + F(0.26) * cloud + F(0.18) * rise)
        edge = (
            np.exp(-np.clip(below, 0, None) / F(5.5 * self.unit))
            * smoothstep(0.36, 0.62, cloud)
            * F(0.55 * dark)
        )
        if strokes:
            rock = self._cun(rng, line, base, top, bottom - top, strokes)
            dry = smoothstep(
                0.30, 0.58, noise.soft_fractal(bottom - top, self.width, 7 * self.unit + 2, 3, rng)
            )
            wash = np.maximum(wash, rock * F(dark) * (F(0.55) + F(0.45) * dry)) + F(0.22 * dark) * np.asarray(
                blur(rock, 7 * self.unit), F
            )
        if snowy:  # snow is the paper itself
            wash *= F(0.25) + F(0.75) * smoothstep(
                0.0, 60 * self.unit, below + (cloud - F(0.5)) * F(90 * self.unit)
            )
        self.cover(top, body, np.clip(wash + edge, 0, 1))
        self.bare[top:bottom] = np.maximum(self.bare[top:bottom] * (1 - body), body * F(dark))
        return line

    def _skyline(self, rng: Rng, base: float, peaks: Sequence[Peak]) -> Array:
        x = np.arange(self.width, dtype=F) / F(self.width)
        rough = noise.line_noise(self.width, 70 * self.unit, 6, rng, 0.55) - F(0.5)
        high = np.zeros(self.width, F)
        for peak in peaks:
            away = np.abs(x - F(peak.at) + rough * F(0.10 * peak.wide)) / F(peak.wide)
            form = np.clip(1 - away ** F(1.0 + 0.55 * (peak.steep - 1)), 0, 1) ** F(
                0.85 if peak.steep > 2 else 1.1
            )
            high = np.maximum(high, form * F(peak.tall))
        fine = noise.line_noise(self.width, 16 * self.unit + 2, 4, rng, 0.6) - F(0.5)
        high *= 1 + rough * F(0.34) + fine * F(0.14)
        return np.asarray(F(base) - high, F)

    def _cun(self, rng: Rng, line: Array, base: float, top: int, rows: int, count: int) -> Array:
        """(rows, width): strokes that run down the rock from its ridges, dark where they start."""
        mask = np.zeros((rows, self.width), np.uint8)
        slope = np.gradient(cv2.GaussianBlur(line[None], (0, 0), 9 * self.unit + 1)[0])
        high = np.clip(F(base) - line, 0, None)
        share = np.cumsum(high.astype(float) + 1e-9)
        starts = np.searchsorted(share, rng.random(count) * share[-1])
        for x in starts:
            deep = rng.random() ** 1.5 * 0.62
            y = float(line[x]) + deep * float(high[x])
            fall = float(np.clip(slope[x], -2.2, 2.2)) * (1 - 0.7 * deep) + rng.normal(0, 0.16)
            length = float(high[x]) * rng.uniform(0.10, 0.30)
            along = (
                np.array([math.copysign(min(abs(fall), 0.9), fall) * 0.42, 1.0])
                if abs(fall) > 0.05
                else np.array([rng.normal(0, 0.1), 1.0])
            )
            path = (
                np.array([x, y - top])
                + np.linspace(0, 1, 5)[:, None] * along * length
                + rng.normal(0, 0.02 * length + 0.4, (5, 2))
            )
            thick = self.unit * rng.uniform(2.0, 8.0) * (1 - 0.5 * deep)
            tapered(mask, path, thick, thick * 0.2, int(255 * rng.uniform(0.45, 1.0) * (1 - 0.5 * deep)))
        return np.asarray(blur(mask, 0.9 * self.unit + 0.2), F) / F(255)

    # -- small things -------------------------------------------------------------------------------------

    def stroke(self, path: ArrayLike, thick: float, end: float, dark: float, *, soft: float = 0.6) -> None:
        """One stroke of the brush that thins from `thick` to `end` pixels."""
        p = smooth(np.asarray(path, float), closed=False, steps=6)
        pad = max(thick, end) + 4
        x0, y0 = (max(0, math.floor(v - pad)) for v in p.min(0))
        x1, y1 = (
            min(self.width, math.ceil(p[:, 0].max() + pad)),
            min(self.height, math.ceil(p[:, 1].max() + pad)),
        )
        if x1 <= x0 or y1 <= y0:
            return
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        tapered(mask, p - (x0, y0), thick, end, round(255 * dark))
        self.add(np.asarray(blur(mask, soft), F) / F(255), x0, y0)

    def pine(self, rng: Rng, x: float, foot: float, tall: float, dark: float, *, lean: float = 0.2) -> None:
        """An old pine: a trunk that winds, level boughs, fans of needles."""
        t = np.linspace(0, 1, 7)
        trunk = np.stack(
            [x + tall * (lean * t + 0.06 * np.sin(t * 7 + rng.uniform(0, 6)) * t), foot - tall * t], -1
        )
        self.stroke(trunk, tall * 0.060, tall * 0.014, dark)
        w, h = int(tall * 1.7), int(tall * 1.35)
        left, top = int(x - w / 2 + lean * tall * 0.5), int(foot - tall * 1.16)
        mask = np.zeros((h, w), np.uint8)
        side = 1 if rng.random() < 0.5 else -1
        for k, level in enumerate(np.linspace(0.42, 1.0, 7)):
            root = np.array([np.interp(level, t, trunk[:, 0]), foot - tall * level])
            reach = tall * rng.uniform(0.22, 0.46) * (1.18 - 0.75 * level) * (side if k % 2 else -side)
            tip = root + (reach, -abs(reach) * rng.uniform(-0.12, 0.22))
            middle = (root + tip) / 2 + (0, tall * 0.03)
            self.stroke([root, middle, tip], tall * 0.022, tall * 0.008, dark * 0.9)
            for share in np.linspace(0.35, 1.05, max(2, int(abs(reach) / (0.085 * tall)))):
                at = root + (tip - root) * share + (rng.normal(0, 0.012) * tall, -0.02 * tall)
                self._needles(mask, rng, at - (left, top), tall * rng.uniform(0.075, 0.105))
        self._add_clipped(np.asarray(blur(mask, 0.5), F) * F(dark / 255), left, top)

    def _needles(self, mask: Mask, rng: Rng, at: NDArray[np.float64], radius: float) -> None:
        """A fan that opens upwards, over a pale wash."""
        cv2.ellipse(
            mask,
            (round(at[0]), round(at[1] - radius * 0.35)),
            (max(1, round(radius * 0.95)), max(1, round(radius * 0.5))),
            0,
            0,
            360,
            96,
            -1,
            cv2.LINE_AA,
        )
        for angle in np.linspace(-1.35, 1.35, 15) + rng.normal(0, 0.05, 15):
            end = at + np.array([math.sin(angle), -math.cos(angle) * 0.72]) * radius * rng.uniform(0.8, 1.15)
            cv2.line(
                mask,
                _fixed(at),
                _fixed(end),
                int(rng.uniform(150, 255)),
                max(1, round(1.25 * self.unit)),
                cv2.LINE_AA,
                4,
            )

    def _add_clipped(self, density: Array, x: int, y: int) -> None:
        x0, y0 = max(0, -x), max(0, -y)
        if x0 < density.shape[1] and y0 < density.shape[0] and x < self.width and y < self.height:
            self.add(density[y0:, x0:], x + x0, y + y0)

    def ripples(self, rng: Rng, top: float, bottom: float, count: int, dark: float) -> None:
        """Long level strokes, wider apart towards the viewer, broken where the brush ran dry."""
        mask = np.zeros((self.height, self.width), np.uint8)
        for t in rng.random(count) ** 1.4:
            y, x = top + (bottom - top) * t, rng.uniform(-0.1, 1.0) * self.width
            length = self.width * rng.uniform(0.06, 0.26) * (0.5 + t)
            along = np.linspace(0, 1, 14)
            wave = np.sin(along * rng.uniform(6, 14) + rng.uniform(0, 6)) * (1.2 + 3.0 * t) * self.unit
            thick = self.unit * (1.2 + 3.2 * t) * rng.uniform(0.5, 1.2)
            tapered(
                mask,
                np.stack([x + along * length, y + wave], -1),
                thick,
                thick * 0.3,
                int(255 * rng.uniform(0.3, 1.0)),
            )
        dry = smoothstep(
            0.25,
            0.55,
            noise.soft_fractal(
                self.height, self.width, 5 * self.unit + 2, 2, rng, shrink=2, cell_x=40 * self.unit + 4
            ),
        )
        self.add(np.asarray(blur(mask, 0.7), F) * dry * F(dark / 255))

    def bled(self, rng: Rng) -> Array:
        """The finished density: edges wander into the paper's fibres and a little of the ink spreads."""
        h, w, unit = self.height, self.width, self.unit
        wander = [noise.soft_fractal(h, w, 7 * unit + 3, 3, rng) - F(0.5) for _ in range(2)]
        x, y = np.meshgrid(np.arange(w, dtype=F), np.arange(h, dtype=F))
        moved = cv2.remap(
            self.ink,
            x + wander[0] * F(5 * unit),
            y + wander[1] * F(5 * unit),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT,
        )
        return np.asarray(F(0.82) * moved + F(0.20) * np.asarray(blur(np.asarray(moved, F), 5 * unit)), F)


def tapered(mask: Mask, path: NDArray[np.float64], thick: float, end: float, value: int) -> None:
    """A line on an 8-bit mask whose width changes along it; the darker of what meets stays."""
    count = len(path) - 1
    for k in range(count):
        wide = thick + (end - thick) * (k + 0.5) / count
        strength = value if wide >= 1 else round(value * max(wide, 0.3))
        cv2.line(mask, _fixed(path[k]), _fixed(path[k + 1]), strength, max(1, round(wide)), cv2.LINE_AA, 4)


def _fixed(point: NDArray[np.float64]) -> tuple[int, int]:
    return round(float(point[0]) * 16), round(float(point[1]) * 16)


def inked(canvas: Canvas, before: Array, tones: Array, fibres: Array, rng: Rng) -> None:
    """Turn whatever has been laid on the landscape into ink with light colours and a brushed outline."""
    red, green, blue = cv2.split(cv2.absdiff(canvas.pixels, before))
    apart = np.asarray(cv2.max(cv2.max(red, green), blue), F)
    rows, columns = (np.nonzero(cv2.reduce(apart, axis, cv2.REDUCE_MAX).ravel() > 0.01)[0] for axis in (1, 0))
    if not len(rows):
        return
    window = (slice(max(0, rows[0] - 6), rows[-1] + 7), slice(max(0, columns[0] - 6), columns[-1] + 7))
    part = canvas.pixels[window]
    unit = canvas.unit
    touched = smoothstep(0.004, 0.03, blur(apart[window], 0.8)) * (1 - _shaded(part, before[window]))
    soft = F(0.6) * filters.kuwahara(np.clip(part, 0, 1), max(1.5, 2.4 * unit)) + F(0.4) * part
    grey = soft @ LUMA
    edges = cv2.magnitude(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    dry = noise.soft_fractal(grey.shape[0], grey.shape[1], 9 * unit + 2, 3, rng)
    line = smoothstep(0.16, 0.55, np.asarray(blur(edges, 0.7 * unit + 0.2))) * (
        F(0.78) + F(0.3) * smoothstep(0.3, 0.6, dry)
    )
    wash = np.clip((F(0.86) - grey) * F(0.95), 0, 1) * (F(0.84) + F(0.28) * dry)
    inked = look_up(tones, np.clip(np.maximum(wash, line * F(0.72)), 0, 1))
    hint = soft - grey[..., None]
    colour = np.clip(inked + hint * F(0.62), 0, 1) * fibres[window][..., None]
    part += (colour - part) * touched[..., None]


def _shaded(part: Array, before: Array) -> Array:
    """Where a thing's shadow fell, (h, w) 0..1: a little darker and of the same hue. It is a wash as it is."""
    ratio = part / np.maximum(before, F(0.05))
    red, green, blue = cv2.split(ratio)
    spread = cv2.max(cv2.max(red, green), blue) - cv2.min(cv2.min(red, green), blue)
    darker = smoothstep(0.70, 0.76, green) * smoothstep(1.01, 0.99, green)
    return np.asarray(darker * smoothstep(0.09, 0.05, np.asarray(spread, F)), F)
