"""The Earth: raised continents, a shining sea, weather, and towns that light up on the night side.

Coasts come from the asset pack's globes (Noto Emoji), which show them as they are; the rest grows from noise.
"""

from __future__ import annotations

import math

import cv2
import numpy as np

from waa.painter import glyphs, noise
from waa.painter.archive import archived
from waa.painter.canvas import blur
from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F, look_up, ramp, rgb
from waa.painter.kept import kept
from waa.painter.noise import smoothstep
from waa.painter.solid.globe import Chart, Globe
from waa.painter.solid.model import Anchor, Lamp, Model

RADIUS = 0.5
_SIZE = 860
_FRONT, _BACK = "noto-globe-showing-asia-australia", "noto-globe-showing-americas"
_TILT = math.radians(11)  # the middle of those drawings lies north of the equator
# Where the lights are brightest, as shares of the drawing: the Pearl River, Shanghai, Tokyo, Seoul, Singapore, …
_CITIES = (
    (0.374, 0.466, 1.0), (0.452, 0.385, 0.9), (0.608, 0.310, 1.0), (0.515, 0.325, 0.8), (0.438, 0.300, 0.8),
    (0.285, 0.620, 0.8), (0.250, 0.520, 0.7), (0.470, 0.505, 0.6), (0.385, 0.688, 0.7), (0.075, 0.405, 0.8),
    (0.725, 0.862, 0.7), (0.655, 0.890, 0.6), (0.130, 0.440, 0.7), (0.455, 0.430, 0.6),
)  # fmt: skip


@draws("earth")
def earth(look: Look) -> Model:
    """As the Moon sees it, Asia and Australia in front; a metre across."""
    globe = Globe(
        centre=(0, RADIUS, 0), radius=RADIUS, front=_chart(_FRONT, _SIZE), back=_chart(_BACK, 280), air="#8fd0ff",
        air_strength=0.95, reach=0.13, depth=0.80,
    )  # fmt: skip
    return Model(
        mesh=globe.ball(),
        globe=globe,
        anchors={"top": Anchor(at=(0, 2 * RADIUS, 0), size=0.4), "grip": Anchor(at=(0, RADIUS, 0))},
        lamps=(Lamp(at=(0, RADIUS, -RADIUS), radius=1.9 * RADIUS, colour="#2f7fe0", strength=0.30),),
    )


def disc(size: int) -> tuple[Array, Array, Array]:
    """(x, y, z) of the near half of a unit ball, each (size, size); z is 0 beyond its edge."""
    across = (np.arange(size, dtype=F) + F(0.5)) * F(2 / size) - 1
    x, y = np.broadcast_to(across[None], (size, size)), np.broadcast_to(-across[:, None], (size, size))
    return x, y, np.sqrt(np.maximum(1 - x * x - y * y, 0))


def round_noise(size: int, cell: int, octaves: int, rng: np.random.Generator, *, bend: tuple[Array, Array] | None = None,
                stretch: float = 1.0, gain: float = 0.55, repeats: float = 0.5) -> Array:  # fmt: skip
    """Noise on a ball as the disc shows it, about 0..1: finer towards the edge; sideways `stretch` times longer.

    `bend` carries it along, in radii. A radius is `repeats` of the noise, whose largest lumps are `cell` / 512 of one.
    """
    u, v = rolled_out(size)
    if bend is not None:
        u, v = u + bend[0], v + bend[1]
    tile = noise.tile(512, cell, octaves, rng, gain)
    tile = (tile - tile.mean()) / (tile.std() + F(1e-6)) * F(0.22) + F(0.5)
    return noise.sample(tile, u * F(repeats / stretch), v * F(repeats))


@kept
def rolled_out(size: int) -> tuple[Array, Array]:
    """The near half of a ball rolled out flat, as long everywhere from the middle as on the ball: (u, v) in radii."""
    x, y, _ = disc(size)
    r = np.sqrt(x * x + y * y)
    longer = np.arcsin(np.clip(r, 0, 1)) / np.maximum(r, F(1e-4))
    return x * longer, y * longer


@kept
@archived
def _chart(name: str, size: int) -> Chart:
    rng = noise.stream("earth", name)
    land, dry = _land(name, size)
    _, y, z = disc(size)
    north = y * F(math.cos(_TILT)) + z * F(math.sin(_TILT))
    coarse = round_noise(size, 64, 5, rng)
    hills = np.abs(round_noise(size, 64, 5, rng) * 2 - 1)
    hills = np.clip(1 - hills * F(1.6), 0, 1) * smoothstep(0.42, 0.62, coarse) * land
    ground = _ground(north, dry, coarse, hills)
    shelf = blur(land, size * 0.022)
    sea = look_up(ramp([(0, "#0a3aa0"), (0.35, "#1158c4"), (0.75, "#2b9fe0"), (1, "#62d6e4")]),
                  np.clip(shelf * F(1.7) + (coarse - F(0.5)) * F(0.35) + F(0.08), 0, 1))  # fmt: skip
    colour = sea + (ground - sea) * land[..., None]
    ice = smoothstep(0.905, 0.945, north + (coarse - F(0.5)) * F(0.16))
    ice = np.maximum(ice, smoothstep(-0.90, -0.95, north + (coarse - F(0.5)) * F(0.10)))
    colour += (rgb("#f4fbff") - colour) * ice[..., None]
    cloud = _weather(size, rng)
    shade = np.roll(blur(cloud, size * 0.006), (round(size * 0.010), round(size * 0.008)), (0, 1))
    colour *= (1 - F(0.38) * shade)[..., None]
    colour += (rgb("#ffffff") - colour) * (cloud * F(0.93))[..., None]
    height = (
        blur(land, size * 0.004) * F(0.010)
        + hills * F(0.012)
        + ice * F(0.006)
        + blur(cloud, size * 0.003) * F(0.012)
    )
    gloss = (1 - land) * (1 - ice) * (1 - cloud) * F(0.27)
    return Chart(colour=colour.astype(F), height=height.astype(F), gloss=gloss.astype(F),
                 lights=_towns(land, dry, size, rng) if name == _FRONT else land * F(0.1))  # fmt: skip


def _land(name: str, size: int) -> tuple[Array, Array]:
    """(land, dryness) of a globe of the pack, each (size, size) in 0..1."""
    drawing = glyphs.raster(name, 1024).astype(F) * F(1 / 255)
    drawing = np.asarray(cv2.resize(drawing, (size, size), interpolation=cv2.INTER_AREA), F)
    red, green, blue = drawing[..., 0], drawing[..., 1], drawing[..., 2]
    land = smoothstep(-0.16, -0.02, green - blue)
    dry = np.clip((red - F(0.50)) / F(0.36), 0, 1) * land
    # Drawn with smooth strokes: give the coasts back some of their raggedness.
    ragged = round_noise(size, 16, 3, noise.stream("coast", name)) - F(0.5)
    soft = blur(land, size * 0.0035)
    return smoothstep(0.40, 0.60, soft + ragged * F(0.42)), dry


def _ground(north: Array, dry: Array, coarse: Array, hills: Array) -> Array:
    """Jungle at the equator, fields, taiga, tundra; sand where it is dry, rock and snow on the heights."""
    away = np.abs(north) + (coarse - F(0.5)) * F(0.20)
    green = look_up(ramp([(0, "#2f9a4c"), (0.28, "#4cae53"), (0.50, "#8cc45c"), (0.66, "#5fa257"), (0.82, "#6f9c78"),
                          (1, "#dfe8e6")]), np.clip(away, 0, 1))  # fmt: skip
    sand = rgb("#efce8c") * (F(0.90) + F(0.24) * (coarse - F(0.5)))[..., None]
    arid = smoothstep(0.25, 0.75, dry * F(1.15) + (coarse - F(0.5)) * F(0.55))
    ground = green + (sand - green) * arid[..., None]
    rock = smoothstep(0.35, 0.85, hills)
    ground += (rgb("#a98f6c") - ground) * (rock * F(0.55))[..., None]
    peaks = smoothstep(0.70, 0.95, hills) * smoothstep(0.25, 0.55, away)
    mixed: Array = ground + (rgb("#ffffff") - ground) * (peaks * F(0.8))[..., None]
    return mixed


def _weather(size: int, rng: np.random.Generator) -> Array:
    """Cloud cover 0..1: wisps that the winds bend and comb along the parallels, and two cyclones."""
    u, v = rolled_out(size)
    sway = (round_noise(size, 128, 3, rng, repeats=0.4) - F(0.5)) * F(0.9)
    lift = (round_noise(size, 128, 3, rng, repeats=0.4) - F(0.5)) * F(0.5)
    for cu, cv, reach, turn in _CYCLONES:
        du, dv = u - F(cu), v - F(cv)
        near = np.exp(-(du * du + dv * dv) / F(reach * reach)) * F(turn)
        sway, lift = sway - dv * near, lift + du * near
    wisps = round_noise(size, 64, 6, rng, bend=(sway, lift), stretch=2.2, gain=0.62, repeats=0.62)
    fleece = round_noise(size, 16, 4, rng, bend=(sway * F(0.5), lift * F(0.5)), stretch=1.3, repeats=0.8)
    # Little over the subtropics, much along the equator and in the westerlies.
    belt = F(0.10) * np.cos((v - F(0.02)) * F(5.6)) - F(0.055)
    thick = wisps + belt + (fleece - F(0.5)) * F(0.34)
    for cu, cv, reach, turn in _CYCLONES:
        thick = thick + _cyclone(u - F(cu), v - F(cv), reach, turn)
    cover = smoothstep(0.52, 0.92, thick)
    return cover * (F(0.55) + F(0.45) * smoothstep(0.45, 0.65, fleece))


_CYCLONES = ((0.58, 0.20, 0.22, 2.4), (0.46, -0.72, 0.26, -2.2))  # (u, v, reach, turn) of those on the map


def _cyclone(du: Array, dv: Array, reach: float, turn: float) -> Array:
    """Arms of cloud that wind into an eye."""
    r = np.sqrt(du * du + dv * dv) / F(reach)
    arms = np.cos(2 * np.arctan2(dv, du + F(1e-5)) + F(math.copysign(9.0, turn)) * np.sqrt(r + F(0.02)))
    body = np.exp(-r * r * F(1.6)) * smoothstep(0.02, 0.14, r)
    return (body * (F(0.30) * arms + F(0.20)) - np.exp(-((r / F(0.09)) ** 2)) * F(0.5)).astype(F)


def _towns(land: Array, dry: Array, size: int, rng: np.random.Generator) -> Array:
    """Lights 0..1: strings and specks along the coasts, bright knots where the great cities are."""
    specks = rng.random((size // 2, size // 2), dtype=F)
    specks = np.asarray(cv2.resize(smoothstep(0.93, 1.0, specks), (size, size)), F)
    crowd = smoothstep(0.50, 0.72, round_noise(size, 64, 4, rng))
    shore = np.exp(-(((blur(land, size * 0.012) - F(0.6)) / F(0.25)) ** 2))
    lived_in = land * (1 - F(0.8) * dry) * np.clip(crowd * F(0.9) + shore * F(0.5), 0, 1)
    lights = specks * lived_in * F(1.1)
    lights = lights + blur(lights, size * 0.004) * F(1.4)
    x, y, _ = disc(size)
    for u, v, weight in _CITIES:
        d2 = (x - F(2 * u - 1)) ** 2 + (y - F(1 - 2 * v)) ** 2
        lights = lights + F(weight) * (np.exp(-d2 / F(0.011**2)) + F(0.35) * np.exp(-d2 / F(0.035**2)) * land)
    return np.clip(lights, 0, 1).astype(F)
