"""Open space: glowing gas, stars without number, a ringed planet far off and the rim of a large one near by."""

from __future__ import annotations

import math

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Array, F, look_up, mix, ramp, rgb
from waa.painter.light import LIGHTS, Light
from waa.painter.noise import smoothstep
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import cosmos

# (gas, the near planet, its air) by hour: other hours than the usual one choose another part of the sky.
_SCHEMES = {
    "space": (("#c02a78", "#3a48d8", "#1f9ac8"), ("#16306e", "#4a86c8", "#bfe4ff"), "#6fc4ff"),
    "day": (("#1f6fd8", "#22b0c8", "#7a5ae0"), ("#1a5a7a", "#57b8c0", "#e8fbf4"), "#8ff0ff"),
    "golden": (("#e08a2a", "#b84a3a", "#5a4ad0"), ("#6a3a24", "#d8945a", "#ffe6b8"), "#ffc878"),
    "sunset": (("#f0623a", "#c02a78", "#5a2ab0"), ("#5a2038", "#d0604a", "#ffd0a0"), "#ff9a6a"),
    "dawn": (("#e88ab0", "#6a7ae8", "#f0b888"), ("#4a4a88", "#b890c0", "#ffe8e0"), "#ffc0d8"),
    "dusk": (("#7a3ac8", "#c8408a", "#2a4ac8"), ("#2a2460", "#7a60b8", "#e8c8ff"), "#b490ff"),
    "night": (("#2a3ab8", "#5a2ab0", "#1a6a9a"), ("#0c1a48", "#2f5a9a", "#a8d0ff"), "#5a9cff"),
    "aurora": (("#1fc890", "#1f8ac8", "#6a4ae0"), ("#0c4038", "#2f9a80", "#c8ffe8"), "#5affc0"),
}


_GLOBES = {"earth", "moon", "mars", "planet", "saturn", "sun"}


@place("space", hour="space", floats=True)
def space(canvas: Canvas, setting: Setting) -> Stage:
    gases, tones, air = _SCHEMES.get(setting.hour, _SCHEMES["space"])
    rng = setting.rng("sky")
    light = _light(setting, air)
    canvas.cover("#04050f")
    cosmos.nebula(canvas, setting.rng("gas"), gases, strength=0.85)
    cosmos.starfield(canvas, rng, canvas.height, density=1.5, bright=20)
    if not setting.shows("planet") and not setting.shows("saturn"):
        canvas.layer("far planet")
        short = min(canvas.width, canvas.height)
        _ringed(
            canvas, 0.80 * canvas.width, 0.17 * canvas.height, 0.050 * short, light, setting.rng("far planet")
        )
    if not setting.shows(*_GLOBES):  # one large planet is enough
        canvas.layer("near planet")
        _near_planet(canvas, setting, light, tones, air)
    return Stage(
        light=light,
        horizon=0.5 * canvas.height,
        ground=0.86 * canvas.height,
        kind="air",
        subject_height=0.46,
        sky_at=(0.5, 0.4),
        haze=0.0,
        shadows=False,
        weathered=False,
        finish=Finish(contrast=0.07, saturation=1.08, bloom=0.40, vignette=0.30),
    )


def _light(setting: Setting, air: str) -> Light:
    base = LIGHTS["space"]
    rim = tuple(float(c) for c in mix(air, "#ffffff", 0.35))
    if setting.hour in ("golden", "sunset", "dawn"):
        return with_light(base, key=LIGHTS[setting.hour].key, rim=rim)
    return with_light(base, rim=rim, shade=tuple(float(c) for c in mix("#3a4070", air, 0.18)))


def _near_planet(
    canvas: Canvas, setting: Setting, light: Light, tones: tuple[str, str, str], air: str
) -> None:
    """The lit rim of a planet that fills the lower left corner, drawn at half size."""
    w, h = canvas.width // 2, canvas.height // 2
    radius = 0.78 * max(w, h)
    cx, cy = 0.16 * w, h + radius * 0.66
    x = (np.arange(w, dtype=F)[None] - F(cx)) / F(radius)
    y = (np.arange(h, dtype=F)[:, None] - F(cy)) / F(radius)
    r = np.sqrt(x * x + y * y)
    z = np.sqrt(np.clip(1 - r * r, 0, 1))
    toward = light.toward
    lit = np.clip((x * toward[0] - y * toward[1] + z * toward[2] * F(0.5) + F(0.05)) / F(0.95), 0, 1)
    surface = _clouds(x, y, z, setting.rng("planet"))
    colour = look_up(ramp([(0, tones[0]), (0.55, tones[1]), (1, tones[2])], 256), np.clip(surface, 0, 1))
    colour = colour * (F(0.03) + F(1.08) * lit)[..., None]
    edge = (1 - z) ** F(3.0) * smoothstep(0.02, 0.6, lit)
    colour += rgb(air) * (edge * F(0.75))[..., None]
    pixel = F(2.0 / radius)
    cover = smoothstep(float(1 + pixel), float(1 - pixel), r)
    halo = np.exp(-np.clip(r - 1, 0, None) * F(26)) * smoothstep(
        -0.2, 0.75, (x * toward[0] - y * toward[1]) / np.maximum(r, F(0.2))
    )
    size = (canvas.width, canvas.height)
    large = np.asarray(cv2.resize(halo * F(0.85), size), F)
    canvas.lay(0, 0, rgb(air), large, "screen", 0.8)
    canvas.lay(0, 0, np.asarray(cv2.resize(colour, size), F), np.asarray(cv2.resize(cover, size), F))


def _clouds(x: Array, y: Array, z: Array, rng: np.random.Generator) -> Array:
    """Weather on a ball, about 0..1: drawn out along its parallels, and bent."""
    tile = noise.tile(512, 64, 6, rng, 0.58)
    turn = math.radians(24)
    across, up = x * F(math.cos(turn)) + y * F(math.sin(turn)), y * F(math.cos(turn)) - x * F(math.sin(turn))
    longitude = np.arctan2(across, z + F(0.05))
    sway = noise.sample(tile, longitude * F(0.30), up * F(0.5)) - F(0.5)
    bands = noise.sample(tile, longitude * F(0.22) + sway * F(0.25), up * F(1.5) + sway * F(0.18))
    return np.asarray(smoothstep(0.30, 0.72, bands), F)


def _ringed(
    canvas: Canvas, cx: float, cy: float, radius: float, light: Light, rng: np.random.Generator
) -> None:
    """A small banded planet in its ring."""
    size = max(8, math.ceil(radius * 5.2))
    grid = (np.arange(size, dtype=F) - F(size / 2)) / F(radius)
    x, y = np.broadcast_to(grid[None], (size, size)), np.broadcast_to(grid[:, None], (size, size))
    tilt = math.radians(-22)
    u, v = x * F(math.cos(tilt)) + y * F(math.sin(tilt)), y * F(math.cos(tilt)) - x * F(math.sin(tilt))
    r = np.sqrt(u * u + v * v)
    z = np.sqrt(np.clip(1 - r * r, 0, 1))
    toward = light.toward
    lit = np.clip((x * toward[0] - y * toward[1] + z * toward[2] + F(0.1)) / F(1.1), 0, 1)
    bands = F(0.5) + F(0.5) * np.sin(v * F(11) + np.sin(v * F(5) + 1) * F(1.4)) * F(0.8)
    body = (
        look_up(ramp([(0, "#a8703f"), (0.5, "#e2b07a"), (1, "#fbe6c0")], 128), bands)
        * (F(0.06) + F(1.05) * lit)[..., None]
    )
    ring_r = np.sqrt(u * u + (v * F(3.4)) ** 2)
    grooves = F(0.55) + F(0.45) * np.interp(ring_r, np.linspace(1.3, 2.4, 40), rng.random(40)).astype(F)
    ring = smoothstep(1.32, 1.40, ring_r) * smoothstep(2.32, 2.22, ring_r) * grooves * F(0.9)
    ring *= 1 - F(0.8) * (
        smoothstep(1.0, 0.9, np.abs(u * F(0.92) - v)) * smoothstep(0.0, 0.3, u)
    )  # the planet's shadow
    left, top = cx - size / 2, cy - size / 2
    sand = rgb("#f0d6ac")
    pixel = F(1.2 / radius)
    canvas.glow(cx, cy, radius * 3.2, "#ffcf9a", 0.16)
    canvas.lay(left, top, sand, ring * (v < 0))
    canvas.lay(left, top, np.clip(body, 0, 1), smoothstep(float(1 + pixel), float(1 - pixel), r))
    canvas.lay(left, top, sand, ring * (v >= 0))
