"""Skies: a gradient for each hour, the sun or the moon, stars, clouds modelled in the round."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from waa.painter.canvas import Canvas, blur, linear, radial
from waa.painter.colour import Array, Colour, F, look_up, mix, ramp, rgb
from waa.painter.light import Light
from waa.painter.noise import fractal, smoothstep

# From the zenith to the horizon. Every other colour of a landscape is mixed towards the last stop, which is what
# keeps a picture in one key.
SKIES: dict[str, list[tuple[float, Colour]]] = {
    "day": [(0, "#2a74cf"), (0.45, "#62aeea"), (0.8, "#b4def5"), (1, "#e6f5f4")],
    "golden": [(0, "#4a7fbf"), (0.4, "#9dbfd8"), (0.75, "#f3d6a6"), (1, "#ffeec9")],
    "sunset": [(0, "#2a2560"), (0.28, "#63408f"), (0.55, "#c7597f"), (0.78, "#f78f5e"), (1, "#ffd58a")],
    "dawn": [(0, "#41619c"), (0.35, "#8c93c4"), (0.62, "#dca9bd"), (0.84, "#f8ccae"), (1, "#fdeccb")],
    "dusk": [(0, "#10163c"), (0.35, "#293678"), (0.65, "#67569b"), (0.86, "#c57c9a"), (1, "#f2b58f")],
    "night": [(0, "#050920"), (0.45, "#0c1740"), (0.8, "#1d3069"), (1, "#3c5793")],
    "overcast": [(0, "#8496aa"), (0.5, "#aebac6"), (1, "#d9dedd")],
    "snow": [(0, "#93a9c6"), (0.5, "#bccbdc"), (1, "#e9edf0")],
    "storm": [(0, "#2c3442"), (0.5, "#4f5b69"), (1, "#8c979c")],
    "aurora": [(0, "#040a1f"), (0.5, "#0b2244"), (1, "#1f5166")],
}
# (lit side, shaded side) of a cloud at that hour.
CLOUDS: dict[str, tuple[str, str]] = {
    "day": ("#ffffff", "#a9bfdb"),
    "golden": ("#fff3da", "#c7a79a"),
    "sunset": ("#ffd9a8", "#7d5590"),
    "dawn": ("#ffeadb", "#b096b8"),
    "dusk": ("#e8a7a8", "#4a4684"),
    "night": ("#6f86c2", "#141f4e"),
    "overcast": ("#e6eaee", "#8d99a8"),
    "snow": ("#f3f6f9", "#a3b3c8"),
    "storm": ("#8f9aa5", "#39424e"),
    "aurora": ("#356a80", "#0b1c3c"),
}


def horizon_colour(hour: str) -> Array:
    return rgb(SKIES[hour][-1][1])


def paint_sky(canvas: Canvas, hour: str, horizon: float) -> None:
    """The gradient, down to the horizon (y in pixels) and on below it."""
    canvas.cover(linear((0, 0), (0, horizon), list(SKIES[hour])))


def sun(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float,
    *,
    disc: Colour = "#fff6dc",
    halo: Colour = "#ffd9a0",
    reach: float = 7.0,
) -> None:
    canvas.glow(x, y, radius * reach, halo, 0.55, power=2.2)
    canvas.glow(x, y, radius * reach * 0.4, halo, 0.6)
    canvas.oval(
        x,
        y,
        radius,
        radius,
        radial((x, y), radius, [(0, "#ffffff"), (0.7, disc), (1, disc)]),
        soft=radius * 0.03 + 0.4,
    )


def moon_disc(
    canvas: Canvas, x: float, y: float, radius: float, rng: np.random.Generator, *, phase: float = 1.0
) -> None:
    """A moon with its seas, and a halo. `phase` 1 is full, 0.25 a crescent."""
    canvas.glow(x, y, radius * 5, "#cfdcff", 0.35, power=2.4)
    canvas.glow(x, y, radius * 2, "#e8eeff", 0.5)
    size = max(8, int(radius * 2.3))
    yy, xx = np.mgrid[-1.15 : 1.15 : size * 1j, -1.15 : 1.15 : size * 1j].astype(F)
    r2 = xx * xx + yy * yy
    height = np.sqrt(np.clip(1 - r2, 0, 1))
    seas = smoothstep(0.48, 0.66, fractal(size, size, size * 0.3, 4, rng))
    colour = rgb("#fdf6e3") * (F(0.86) + F(0.14) * height)[..., None]
    colour = colour + (rgb("#c9c4bd") - colour) * (seas * F(0.55))[..., None]
    cover = smoothstep(1.0, 1.0 - 3.0 / size, np.sqrt(r2))
    if phase < 1:
        shadow = np.sqrt((xx + 2 * phase - 0.35) ** 2 + yy * yy)
        cover = cover * smoothstep(0.98, 1.04, shadow)
    canvas.lay(x - size / 2, y - size / 2, colour, cover)


def stars(canvas: Canvas, rng: np.random.Generator, count: int, bottom: float, *, bright: int = 10) -> None:
    """Fine stars that fade towards `bottom`, and a few that shine."""
    x, y = rng.random(count) * (canvas.width - 3) + 1, rng.random(count) ** 1.1 * bottom
    size = rng.random(count) ** 3.2
    warm = rng.random(count) > 0.5
    xi, yi = x.astype(int), y.astype(int)
    keep = (yi > 0) & (yi < min(canvas.height - 2, bottom))
    strength = ((0.25 + 0.75 * size) * (1 - smoothstep(0.6, 1, y / bottom) * 0.8)).astype(F)
    tint = np.where(warm[:, None], F(1) * np.array([1, 0.96, 0.9], F), np.array([0.85, 0.92, 1], F))
    for dy, dx in ((0, 0), (0, 1), (1, 0), (1, 1)):  # shared between four pixels, so that they do not sparkle
        share = np.where(dx, x - xi, 1 - (x - xi)) * np.where(dy, y - yi, 1 - (y - yi))
        np.add.at(
            canvas.pixels,
            (yi[keep] + dy, xi[keep] + dx),
            (tint * (strength * share)[:, None])[keep].astype(F),
        )
    for _ in range(bright):
        px, py, s = (
            rng.random() * canvas.width,
            rng.random() * bottom * 0.85,
            rng.uniform(0.5, 1) * canvas.unit,
        )
        canvas.glow(px, py, 14 * s, "#bcd4ff", 0.5 * s)
        canvas.glow(px, py, 4 * s + 1, "#ffffff", 0.95)


def milky_way(canvas: Canvas, rng: np.random.Generator, bottom: float, opacity: float = 0.3) -> None:
    h, w = max(8, int(bottom) // 4), canvas.width // 4
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    across = (yy - F(h * 0.42)) + (xx - F(w * 0.5)) * F(0.62)
    band = np.exp(-((across / F(h * 0.16)) ** 2)) * (
        F(0.35) + F(0.9) * fractal(h, w, h * 0.12, 4, rng, gain=0.6)
    )
    dust = np.exp(-(((across + F(h * 0.02)) / F(h * 0.05)) ** 2)) * smoothstep(
        0.4, 0.65, fractal(h, w, h * 0.09, 4, rng)
    )
    glow = np.clip(band * (1 - F(0.75) * dust), 0, 1)
    canvas.lay(
        0,
        0,
        rgb("#a8b4f0"),
        np.clip(cv2.resize(glow, (canvas.width, h * 4), interpolation=cv2.INTER_CUBIC), 0, 1),
        "screen",
        opacity,
    )


def cloud(
    canvas: Canvas,
    cx: float,
    cy: float,
    width: float,
    height: float,
    light: Light,
    lit: Colour,
    dark: Colour,
    rng: np.random.Generator,
    *,
    opacity: float = 1.0,
    puffs: int = 46,
) -> None:
    """A cumulus: a heap of spheres in a depth buffer at half size, lit, then torn by noise. `cy` is its base."""
    scale = 0.5
    w, h = int(width * scale * 1.5), int(height * scale * 1.9)
    if w < 8 or h < 8:
        return
    tall = height * scale
    base = h * 0.74
    normal, solid = _heap(rng, w, h, width * scale, tall, base, puffs)
    soft = max(1.5, tall * 0.022)
    toward = light.toward
    lamb = np.clip((normal @ toward + F(0.5)) / F(1.5), 0, 1) * solid
    lamb = blur(lamb, soft) / (blur(solid, soft) + F(1e-3))
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    lamb = lamb * F(0.72) + F(0.28) * smoothstep(base + 0.1 * tall, base - tall * 0.9, yy)
    alpha = smoothstep(0.18, 0.72, blur(solid, soft * 1.25))
    cell, torn = max(6.0, tall * 0.10), tall * 0.24
    nx, ny = (fractal(h, w, cell, 3, rng) - F(0.5) for _ in range(2))
    map_x, map_y = xx + nx * F(torn), yy + ny * F(torn)
    alpha = np.asarray(cv2.remap(alpha, map_x, map_y, cv2.INTER_LINEAR), F)
    lamb = np.asarray(cv2.remap(lamb.astype(F), map_x, map_y, cv2.INTER_LINEAR), F)
    alpha *= 1 - smoothstep(base - tall * 0.05, base + tall * 0.16, yy + nx * F(torn * 1.5))
    lining = np.clip(1 - blur(solid, soft * 3), 0, 1) * alpha
    table = ramp([(0, dark), (0.55, mix(dark, lit, 0.62)), (1, lit)], 256)
    colour = look_up(table, np.clip(lamb + lining * F(0.35), 0, 1))
    full = (int(w / scale), int(h / scale))
    canvas.lay(
        cx - full[0] / 2,
        cy - full[1] * 0.74,
        np.asarray(cv2.resize(colour, full), F),
        np.asarray(cv2.resize(alpha, full), F),
        "normal",
        opacity,
    )


def _heap(
    rng: np.random.Generator, w: int, h: int, wide: float, tall: float, base: float, puffs: int
) -> tuple[Array, Array]:
    """Normals (h, w, 3) and cover (h, w) of spheres heaped up on a base line."""
    depth = np.full((h, w), -1e9, F)
    normal = np.zeros((h, w, 3), F)
    for _ in range(puffs):
        u = rng.uniform(-1, 1)
        envelope = max(0.12, 1 - u * u) ** 0.8 * (0.62 + 0.38 * math.cos(u * 2.2 + rng.normal() * 0.6))
        r = tall * rng.uniform(0.16, 0.34) * (0.55 + 0.45 * envelope)
        x, y = w / 2 + u * wide * 0.5, base - rng.random() ** 0.8 * envelope * tall * 0.85 - r * 0.25
        z = rng.uniform(-0.3, 0.3) * tall - abs(u) * 0.2 * tall
        place_sphere(depth, normal, x, y, z, r)
    return normal, (depth > -1e8).astype(F)


def place_sphere(depth: Array, normal: Array, x: float, y: float, z: float, r: float) -> None:
    """Draw one sphere into a depth buffer and its normals (y up)."""
    h, w = depth.shape
    x0, x1, y0, y1 = max(0, int(x - r)), min(w, int(x + r) + 1), max(0, int(y - r)), min(h, int(y + r) + 1)
    if x1 <= x0 or y1 <= y0:
        return
    dx = ((np.arange(x0, x1, dtype=F) - F(x)) / F(r))[None]
    dy = ((np.arange(y0, y1, dtype=F) - F(y)) / F(r))[:, None]
    inside = 1 - dx * dx - dy * dy
    dz = np.sqrt(np.maximum(inside, 0))
    near = F(z) + dz * F(r)
    window = depth[y0:y1, x0:x1]
    wins = (inside > 0) & (near > window)
    window[wins] = near[wins]
    patch = normal[y0:y1, x0:x1]
    patch[wins] = np.stack(np.broadcast_arrays(dx, -dy, dz), -1)[wins]


def cirrus(
    canvas: Canvas, top: float, bottom: float, colour: Colour, rng: np.random.Generator, opacity: float = 0.5
) -> None:
    """Thin streaks, high up."""
    h = int(bottom - top)
    unit = canvas.unit
    streaks = smoothstep(0.5, 0.8, fractal(h, canvas.width, 22 * unit, 4, rng, gain=0.55, cell_x=420 * unit))
    y = np.linspace(0, 1, h, dtype=F)[:, None]
    canvas.lay(
        0, top, rgb(colour), streaks * smoothstep(0, 0.3, y) * smoothstep(1, 0.6, y), "screen", opacity
    )


def aurora(
    canvas: Canvas,
    rng: np.random.Generator,
    bottom: float,
    colours: Sequence[Colour] = ("#3dffb0", "#38e0d0", "#9a6bff"),
) -> None:
    """Curtains of light."""
    h, w = max(8, int(bottom) // 4), canvas.width // 4
    y = np.arange(h, dtype=F)[:, None]
    for k, colour in enumerate(colours):
        fold = (
            np.interp(np.arange(w), np.linspace(0, w, 9), rng.uniform(0.25, 0.75, 9)) * h * (0.8 + 0.12 * k)
        )
        fold = blur(fold.astype(F)[None], w / 22)[0]
        above = fold[None] - y
        curtain = np.exp(-np.clip(above, 0, None) / F(h * 0.28)) * smoothstep(-h * 0.05, h * 0.03, above)
        strands = F(0.35) + F(0.65) * fractal(1, w, w / 34, 3, rng, cell_x=w / 34)[0]
        glow = curtain * strands[None] * smoothstep(0, h * 0.12, y)
        big = cv2.resize(blur(glow, 1.2), (w * 4, h * 4), interpolation=cv2.INTER_CUBIC)
        canvas.lay(0, 0, rgb(colour), np.clip(big, 0, 1), "screen", 0.62 - 0.12 * k)
