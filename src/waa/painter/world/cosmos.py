"""Cosmos: the sky without air. Stars of many sizes, the Milky Way with its dust, nebulae."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Array, Colour, F, look_up, ramp, rgb
from waa.painter.noise import smoothstep

_SHRINK = 4  # gas is soft: it is made at a quarter of the size
_STAR_TINTS = ("#9fc0ff", "#cfe0ff", "#ffffff", "#fff4e0", "#ffd9ae", "#ffb68a")


def gas(
    height: int,
    width: int,
    cell: float,
    rng: np.random.Generator,
    *,
    octaves: int = 6,
    bent: float = 1.0,
    gain: float = 0.55,
    longer: float = 1.0,
) -> Array:
    """(height, width) in about 0..1: noise bent by noise, as billows are; `longer` draws them out sideways."""
    sway = [
        noise.fractal(height, width, cell * 1.3, 3, rng, cell_x=cell * 1.3 * longer) - F(0.5)
        for _ in range(2)
    ]
    x = np.arange(width, dtype=F)[None] + sway[0] * F(cell * bent)
    y = np.arange(height, dtype=F)[:, None] + sway[1] * F(cell * bent)
    still = noise.fractal(height, width, cell, octaves, rng, gain=gain, cell_x=cell * longer)
    return np.asarray(cv2.remap(still, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT), F)


def _lay_light(canvas: Canvas, light: Array) -> None:
    """Screen light (h, w, 3), made small, over the upper part of the canvas."""
    large = cv2.resize(
        np.clip(light, 0, 1), (canvas.width, light.shape[0] * _SHRINK), interpolation=cv2.INTER_LINEAR
    )
    ground = canvas.pixels[: large.shape[0]]
    ground += (1 - ground) * large[: ground.shape[0]]


def _frame(canvas: Canvas, bottom: float) -> tuple[int, int]:
    return max(8, math.ceil(min(bottom, canvas.height) / _SHRINK)), max(8, math.ceil(canvas.width / _SHRINK))


def galaxy(
    canvas: Canvas,
    rng: np.random.Generator,
    bottom: float,
    *,
    strength: float = 1.0,
    lean: float = -0.56,
    centre: tuple[float, float] = (0.36, 0.42),
    colours: Sequence[Colour] = ("#3350b0", "#8a83e0", "#f3dcea"),
) -> None:
    """The Milky Way: a band through `centre` (shares) that leans by `lean` radians; its bright heart, dust lanes, stars."""
    h, w = _frame(canvas, bottom)
    short = float(min(h, w))
    band, dust = _band(h, w, short, lean, centre, rng)
    tint = look_up(ramp([(0, colours[0]), (0.45, colours[1]), (1, colours[2])], 256), np.clip(band, 0, 1))
    _lay_light(canvas, tint * (band * (1 - F(0.9) * dust))[..., None] * F(0.55 * strength))
    _powder(
        canvas,
        rng,
        band * (1 - F(0.8) * dust),
        round(5200 * canvas.width * bottom / canvas.unit**2 / 1e6),
        strength,
    )


def _band(
    h: int, w: int, short: float, lean: float, centre: tuple[float, float], rng: np.random.Generator
) -> tuple[Array, Array]:
    """(light, dust) 0..1 of the Milky Way, each (h, w): drawn-out clouds."""
    size = math.ceil(math.hypot(h, w)) + 8
    cell = short * 0.34
    billows = gas(size, size, cell, rng, bent=1.0, longer=1.7, gain=0.66)
    lanes = gas(size, size, cell * 0.55, rng, bent=1.6, longer=2.3, gain=0.62)
    across = (np.arange(size, dtype=F)[:, None] - F(size / 2)) / F(short) + (billows - F(0.5)) * F(0.16)
    along = (np.arange(size, dtype=F)[None] - F(size / 2)) / F(short)
    heart = np.exp(-((along / F(0.46)) ** 2))
    light = np.exp(-((across / (F(0.085) + F(0.085) * heart)) ** 2)) * (F(0.34) + F(0.66) * heart)
    light *= F(0.18) + F(1.25) * smoothstep(0.30, 0.72, billows)
    lane = np.exp(-(((across - F(0.010)) / F(0.070)) ** 2))
    dust = smoothstep(0.42, 0.56, lanes) * lane + F(0.55) * smoothstep(0.52, 0.66, lanes)
    turn = np.asarray(cv2.getRotationMatrix2D((size / 2, size / 2), -math.degrees(lean), 1.0), np.float64)
    turn[:, 2] += np.array([centre[0] * w, centre[1] * h]) - size / 2
    light, dust = (np.asarray(cv2.warpAffine(part.astype(F), turn, (w, h)), F) for part in (light, dust))
    return light, np.clip(dust, 0, 1)


def _powder(canvas: Canvas, rng: np.random.Generator, where: Array, count: int, strength: float) -> None:
    """Stars too many to tell apart, as densely as `where` (made small) says."""
    x, y = rng.random(count) * canvas.width, rng.random(count) * (where.shape[0] * _SHRINK)
    density = where[(y / _SHRINK).astype(int), (x / _SHRINK).astype(int)]
    kept = rng.random(count) < density * 1.5
    x, y, power = x[kept], y[kept], (0.12 + 0.5 * rng.random(count) ** 4)[kept] * strength
    inside = (x < canvas.width - 1) & (y < canvas.height - 1)
    at = (y[inside].astype(int), x[inside].astype(int))
    np.add.at(canvas.pixels, at, (rgb("#efe6ff") * power[inside, None]).astype(F))


def nebula(
    canvas: Canvas,
    rng: np.random.Generator,
    colours: Sequence[Colour],
    *,
    strength: float = 1.0,
    cell: float = 0.42,
    bottom: float | None = None,
) -> None:
    """Glowing gas: each colour in billows of its own, dark dust before them."""
    h, w = _frame(canvas, canvas.height if bottom is None else bottom)
    size = cell * min(h, w)
    body = gas(h, w, size, rng, bent=1.4)
    filaments = 1 - np.abs(gas(h, w, size * 0.55, rng, bent=1.6) * 2 - 1)
    total = np.zeros((h, w, 3), F)
    for k, colour in enumerate(colours):
        here = smoothstep(0.42, 0.85, gas(h, w, size * 1.5, rng, octaves=3, bent=0.8) + F(0.10))
        thick = smoothstep(0.30, 0.92, body * F(0.62) + filaments * F(0.40) + F(0.03 * k))
        total += rgb(colour) * (here * thick)[..., None] * F(strength)
    core = smoothstep(0.62, 0.95, body * F(0.6) + filaments * F(0.5))
    total += total * core[..., None] * F(0.9)
    dark = smoothstep(0.50, 0.74, gas(h, w, size * 0.7, rng, bent=2.0))
    _lay_light(canvas, total * (1 - F(0.72) * dark)[..., None])


def starfield(
    canvas: Canvas, rng: np.random.Generator, bottom: float, *, density: float = 1.0, bright: int = 14
) -> None:
    """Fine stars everywhere, fewer larger ones, and `bright` that glare."""
    area = canvas.width * bottom / (canvas.unit**2) / 1e6
    # (number on a megapixel, radius, strength)
    for count, radius, least, most in ((1500, 0.0, 0.10, 0.55), (170, 0.9, 0.5, 1.0), (26, 1.5, 0.8, 1.1)):
        _scatter(
            canvas, rng, round(count * density * area), radius * max(canvas.unit, 0.45), (least, most), bottom
        )
    for _ in range(bright):
        x, y = rng.random() * canvas.width, rng.random() * bottom
        _glare(
            canvas, x, y, rng.uniform(0.45, 1.0) ** 1.6, rgb(_STAR_TINTS[int(rng.integers(len(_STAR_TINTS)))])
        )


def _scatter(
    canvas: Canvas,
    rng: np.random.Generator,
    count: int,
    radius: float,
    strength: tuple[float, float],
    bottom: float,
) -> None:
    x, y = rng.random(count) * canvas.width, rng.random(count) * bottom
    power = (strength[0] + (strength[1] - strength[0]) * rng.random(count) ** 3).astype(F)
    tints = np.stack([rgb(c) for c in _STAR_TINTS])[rng.integers(0, len(_STAR_TINTS), count)]
    reach = 0 if radius == 0 else max(1, math.ceil(radius * 1.6))
    xi, yi = np.floor(x).astype(int), np.floor(y).astype(int)
    for dy in range(-reach, reach + 2):
        for dx in range(-reach, reach + 2):
            if reach == 0:  # shared between four pixels, so that it does not sparkle
                share = np.clip(1 - np.abs(x - xi - dx), 0, 1) * np.clip(1 - np.abs(y - yi - dy), 0, 1)
            else:
                share = np.exp(-((x - xi - dx) ** 2 + (y - yi - dy) ** 2) / (0.5 * radius * radius))
            px, py = xi + dx, yi + dy
            inside = (px >= 0) & (px < canvas.width) & (py >= 0) & (py < min(canvas.height, bottom))
            np.add.at(
                canvas.pixels, (py[inside], px[inside]), (tints * (power * share)[:, None])[inside].astype(F)
            )


def _glare(canvas: Canvas, x: float, y: float, power: float, tint: Array) -> None:
    """One bright star: a point, its halo, and a fine cross."""
    unit = canvas.unit
    canvas.glow(x, y, 20 * unit * power, tint, 0.42 * power, mode="add", power=3)
    canvas.glow(x, y, max(1.6, 4.2 * unit * power), mix_white(tint), 1.0, mode="add", power=1.4)
    arm = 15 * unit * power
    if arm < 4:
        return
    size = int(arm) * 2 + 3
    middle = size // 2
    t = np.abs(np.arange(size, dtype=F) - F(middle + (x % 1) - 0.5))
    s = np.abs(np.arange(size, dtype=F) - F(middle + (y % 1) - 0.5))
    fall_x, fall_y = np.clip(1 - t / F(arm), 0, 1) ** 3, np.clip(1 - s / F(arm), 0, 1) ** 3
    thin_x, thin_y = np.exp(-((t / F(0.75)) ** 2)), np.exp(-((s / F(0.75)) ** 2))
    cross = np.maximum(fall_x[None] * thin_y[:, None], fall_y[:, None] * thin_x[None])
    canvas.lay(int(x) - middle, int(y) - middle, tint, cross.astype(F), "add", 0.5 * power)


def mix_white(tint: Array) -> Array:
    whiter: Array = tint + (1 - tint) * F(0.7)
    return whiter
