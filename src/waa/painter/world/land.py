"""Land: ridges and mountains with lit faces, hills, flowers, tree lines."""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, look_up, mix, ramp, rgb, shift
from waa.painter.light import Light
from waa.painter.noise import fractal, line_noise, smoothstep
from waa.painter.shapes import Outline


def ridge(
    width: int,
    base: float,
    amplitude: float,
    cell: float,
    octaves: int,
    rng: np.random.Generator,
    *,
    peaked: float = 0.0,
    gain: float = 0.5,
) -> Array:
    """The y of a skyline for each x, up to `amplitude` pixels above `base`; `peaked` 0..1 makes crests of humps."""
    n = line_noise(width, cell, octaves, rng, gain)
    if peaked:
        crests = 1 - np.abs(line_noise(width, cell, octaves, rng, gain) * 2 - 1)
        n = (n * F(1 - peaked) + crests * F(peaked)).astype(F)
    return np.asarray(F(base) - F(amplitude) * n, F)


def _window(canvas: Canvas, skyline: Array, bottom: float) -> tuple[int, int, Array]:
    """(top row, height, distance below the skyline in pixels (h, w)) of the land under a skyline."""
    top = max(0, int(skyline.min()) - 2)
    bottom = min(canvas.height, int(bottom))
    below = np.arange(top, bottom, dtype=F)[:, None] - skyline[None].astype(F)
    return top, bottom - top, below


def _slope(skyline: Array, sigma: float) -> Array:
    """How steeply a smoothed skyline falls at each x. A true Gaussian: a shortcut would show as stripes."""
    row = np.ascontiguousarray(skyline[None], F)
    return np.gradient(cv2.GaussianBlur(row, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)[0]).astype(F)


def mountain(
    canvas: Canvas,
    skyline: Array,
    bottom: float,
    crest: Colour,
    foot: Colour,
    light: Light,
    rng: np.random.Generator,
    *,
    snow: Colour | None = None,
    contrast: float = 0.5,
    cell: float = 90,
    snowline: float = 0.35,
    amplitude: float = 200,
) -> None:
    """Rock with lit and shaded faces from `crest` colour to `foot` colour; `snow` lies above the snow line."""
    top, height, below = _window(canvas, skyline, bottom)
    if height <= 0:
        return
    width = canvas.width
    rock = fractal(
        height // 2 + 1, width // 2 + 1, cell / 2, 5, rng, gain=0.52, cell_x=cell / 2 * 0.8, ridged=True
    )
    relief = cv2.resize(
        np.asarray(blur(cv2.Sobel(rock, cv2.CV_32F, 1, 0, ksize=3), 0.8)),
        (width, height),
        interpolation=cv2.INTER_CUBIC,
    )
    side = F(1 if light.direction[0] > 0 else -1)
    slope = _slope(skyline, 4)
    face = np.clip(slope * side * F(1.1), -1, 1)[None] * F(0.45) * np.exp(-below / F(amplitude * 0.5))
    lit = np.clip(F(0.5) + face - relief * side * F(4.5 * contrast), 0, 1)
    share = np.clip(below / F(max(1.0, bottom - float(skyline.min()))), 0, 1)
    base = look_up(ramp([(0, crest), (1, foot)], 256), share)
    if snow is not None:
        rough = cv2.resize(rock, (width, height), interpolation=cv2.INTER_LINEAR)
        lies = F(snowline) - below / F(amplitude) + (rough - F(0.55)) * F(0.55) + relief * side * F(0.6)
        base = (
            base + (rgb(snow) - base) * (smoothstep(0.0, 0.18, lies) * smoothstep(0, 1, below + 1))[..., None]
        )
    key = 1 + (rgb(light.key) - 1) * F(contrast * 1.4)
    shade = 1 + (rgb(light.shade) - 1) * F(contrast * 1.5)
    canvas.lay(
        0, top, base * (shade + (key - shade) * lit[..., None]), np.clip(below / F(0.8) + F(0.5), 0, 1)
    )


def hills(
    canvas: Canvas,
    skyline: Array,
    bottom: float,
    crest: Colour,
    foot: Colour,
    light: Light,
    rng: np.random.Generator,
    *,
    grain: float = 0.05,
    rim: float = 0.35,
    soft: float = 0.8,
    cell: float = 30,
) -> None:
    """Soft land under a skyline: grassy with a little grain, its crest catching the light."""
    top, height, below = _window(canvas, skyline, bottom)
    if height <= 0:
        return
    share = np.clip(below / F(bottom - float(skyline.min()) + 1), 0, 1)
    n = noise.soft_fractal(height, canvas.width, cell, 4, rng, gain=0.55, cell_x=cell * 3) - F(0.5)
    base = look_up(ramp([(0, crest), (1, foot)], 256), share + n * F(grain * 2)) * (
        1 + n[..., None] * F(grain * 3)
    )
    side = F(1 if light.direction[0] > 0 else -1)
    slope = _slope(skyline, 20)
    lit = np.clip(slope * side * F(1.6), -1, 1)[None] * np.exp(-below / F(140))
    edge = (
        np.exp(-np.clip(below, 0, None) / F(9))
        * F(rim)
        * (F(0.45) + F(0.55) * np.clip(lit * F(1.5) + F(0.3), 0, 1))
    )
    colour = (
        base * (1 + F(0.22) * lit[..., None])
        + (rgb(light.rim) - base) * (np.clip(edge, 0, 1) * F(0.5))[..., None]
    )
    canvas.lay(0, top, colour, np.clip(below / F(soft) + F(0.5), 0, 1))


def perspective(canvas: Canvas, horizon: float, scale: float = 1.0) -> tuple[Array, Array, Array]:
    """(u, v, distance) of the ground below the horizon: u, v (h, w), distance (h,), 1 at the bottom edge."""
    y = np.arange(int(horizon) + 1, canvas.height, dtype=F)
    distance = 1 / np.maximum((y - F(horizon)) / F(canvas.height - horizon), F(0.004))
    x = (np.arange(canvas.width, dtype=F) - F(canvas.width / 2)) / F(canvas.width)
    u = x[None] * distance[:, None] * F(scale)
    return u, np.broadcast_to(distance[:, None] * F(scale), u.shape), distance


def flowers(
    canvas: Canvas,
    rng: np.random.Generator,
    top: float,
    bottom: float,
    light: Light,
    colours: tuple[str, ...],
    count: int = 60,
    size: float = 5,
) -> None:
    """Small blossoms scattered in perspective: a lit head over a darker underside."""
    tint = np.clip(rgb(light.key), 0, 1)
    for _ in range(count):
        depth = rng.random() ** 0.8
        x, y = rng.random() * canvas.width, top + depth * (bottom - top)
        r = (0.3 + 0.9 * depth) * size * canvas.unit * rng.uniform(0.6, 1.2)
        colour = rgb(colours[rng.integers(len(colours))]) * tint
        canvas.oval(x, y + r * 0.35, r, r * 0.62, shift(colour, 0, 1.1, 0.62))
        canvas.oval(x, y, r, r * 0.62, colour)
        canvas.oval(x - r * 0.15, y - r * 0.1, r * 0.35, r * 0.22, mix(colour, "#fff6c9", 0.6))


def tree_line(
    canvas: Canvas,
    skyline: Array,
    height: float,
    colour: Colour,
    rng: np.random.Generator,
    *,
    density: float = 1.0,
    opacity: float = 1.0,
    kind: str = "pine",
) -> None:
    """A row of far trees along a skyline, `pine` or `round`."""
    outlines: list[Outline] = []
    x = -10.0
    while x < canvas.width + 10:
        h = height * rng.uniform(0.55, 1.15)
        y = float(skyline[int(np.clip(x, 0, canvas.width - 1))]) + h * 0.12
        outlines += _pine(x, y, h, rng) if kind == "pine" else _bush(x, y, h, rng)
        x += height * rng.uniform(0.14, 0.34) / density
    canvas.fill_union(outlines, colour, opacity=opacity)


def _pine(x: float, y: float, h: float, rng: np.random.Generator) -> list[Outline]:
    w = h * rng.uniform(0.16, 0.22)
    left, right = [], []
    for i in range(8):
        f = i / 7
        level = y - h + h * f * 0.94
        left += [(x - w * f, level + h * 0.03), (x - w * f * 0.55, level)]
        right += [(x + w * f, level + h * 0.03), (x + w * f * 0.55, level)]
    foot = [(x + w * 0.12, y + h * 0.1), (x - w * 0.12, y + h * 0.1)]
    return [np.array([(x, y - h * 1.05), *right, *foot, *left[::-1]])]


def _bush(x: float, y: float, h: float, rng: np.random.Generator) -> list[Outline]:
    t = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    rx, ry = h * 0.38 * rng.uniform(0.8, 1.25), h * 0.45
    bumps = 1 + 0.12 * np.sin(t * 5 + rng.random() * 6)
    return [np.stack([x + rx * bumps * np.cos(t), y - h * 0.4 + ry * bumps * np.sin(t)], -1)]
