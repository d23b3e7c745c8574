"""Under water: a sandy clearing in a coral reef, light that falls in rays from the waves above, blue that grows deeper
with distance."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from waa.painter import cast, noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, blur, linear
from waa.painter.cast import Look
from waa.painter.colour import Array, F, mix, rgb
from waa.painter.kept import kept
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, cutout, land, reef, terrain
from waa.painter.world.lens import Lens, level
from waa.painter.world.terrain import Fan

_CLEAR = 9.0  # metres after which two thirds of the light are lost in the water


@dataclass(frozen=True, kw_only=True)
class _Water:
    """The water by hour: under the waves, half way down, at the end of sight, at the bottom of the picture."""

    top: str
    middle: str
    far: str
    beam: str
    key: str
    shade: str
    sand: str = "#efdcae"
    rays: float = 0.5
    dark: bool = False


_DAY = _Water(top="#9ff3ee", middle="#2fb4d8", far="#2a93c9", beam="#e8fffa", key="#f2fffb", shade="#6f9fd0")
_WATERS = {
    "day": _DAY,
    "golden": _Water(
        top="#ffe9b0", middle="#4fb9b6", far="#2f8fae", beam="#fff0c0", key="#fff2cf", shade="#6f93bd"
    ),
    "sunset": _Water(
        top="#ffb98a", middle="#8c6fb8", far="#4f5aa8", beam="#ffd2a8", key="#ffd9bd", shade="#6a66b0"
    ),
    "dawn": _Water(
        top="#ffdccb", middle="#7fa3d3", far="#5487bf", beam="#ffe9dc", key="#ffeade", shade="#7387c4"
    ),
    "dusk": _Water(
        top="#c08ab8",
        middle="#3f4f9c",
        far="#2a3a84",
        beam="#e8b8d8",
        key="#c8c0f0",
        shade="#3f4690",
        rays=0.3,
        dark=True,
    ),
    "night": _Water(
        top="#4f86c8",
        middle="#143a78",
        far="#0e2a5e",
        beam="#a8d0ff",
        key="#9cc4f4",
        shade="#23407e",
        rays=0.32,
        dark=True,
    ),
    "aurora": _Water(
        top="#5fe0b8",
        middle="#12606e",
        far="#0c4258",
        beam="#8fffd8",
        key="#a8ecd8",
        shade="#23586e",
        rays=0.4,
        dark=True,
    ),
    "overcast": _Water(
        top="#c6e2e0",
        middle="#5fa5b8",
        far="#4788a3",
        beam="#e8f6f2",
        key="#e8f4f4",
        shade="#7f9fbc",
        rays=0.2,
    ),
    "storm": _Water(
        top="#8fb0b0",
        middle="#3f7484",
        far="#2f5f74",
        beam="#d0e4e2",
        key="#c4d8da",
        shade="#5a7c94",
        rays=0.12,
    ),
    "snow": _Water(
        top="#d8f0f6",
        middle="#6fb4d2",
        far="#4f93bf",
        beam="#f4fcff",
        key="#f0f8ff",
        shade="#83a5cc",
        rays=0.25,
    ),
}


@place("underwater", floats=True)
def underwater(canvas: Canvas, setting: Setting) -> Stage:
    """What swims hangs in the blue; what walks stands on the sand between the corals."""
    water = _WATERS.get(setting.hour, _DAY)
    light = _light(setting, water)
    horizon, ground = 0.60, 0.87
    sun_x = 0.34 * canvas.width
    _column(canvas, water, horizon * canvas.height)
    _waves_above(canvas, setting, water, horizon * canvas.height, sun_x)
    _far_reefs(canvas, setting, water, horizon * canvas.height)
    _rays(canvas, setting, water, sun_x, 1.0)
    _shoal(canvas, setting, water, light)
    lens = level(canvas.width, canvas.height, horizon=horizon, ground=ground, eye=1.15, near=3.4)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.8, far=60, rows=320)
    canvas.layer("sand")
    height = _relief(fan, setting)
    terrain.lay_terrain(canvas, fan, height, _sand(fan, setting, height, water, light), crest=2.0)
    terrain.grit(canvas, setting.rng("grit"), horizon * canvas.height + 20 * canvas.unit, 0.035)
    _corals(canvas, setting, lens, water, light)
    walks = setting.stands or bool(setting.shows(*_WALKERS))
    stage = Stage(
        light=light,
        horizon=horizon * canvas.height,
        ground=ground * canvas.height,
        kind="ground" if walks else "air",
        subject_height=0.38,
        sky_at=(0.62, 0.36),
        haze=0.12,
        shadows=walks,
        weathered=False,
        finish=Finish(contrast=0.06, saturation=1.06, bloom=0.42, vignette=0.30),
    )
    stage.front.append(lambda c: _before(c, setting, water, light, sun_x))
    return stage


def _light(setting: Setting, water: _Water) -> Light:
    def tint(colour: str, gain: float) -> tuple[float, float, float]:
        r, g, b = (float(v) * gain for v in rgb(colour))
        return r, g, b

    return with_light(
        setting.light, direction=(-0.30, 0.85, 0.45), key=tint(water.key, 1.08), shade=tint(water.shade, 0.95),
        rim=tint(water.top, 1.0), rim_strength=0.55, haze=tint(water.far, 1.0), bounce=tint(water.sand, 0.8),
        shadow=tint(water.far, 0.25), shadow_opacity=0.45, shadow_length=0.3, is_dark=water.dark,
    )  # fmt: skip


# -- the water --------------------------------------------------------------------------------------------


def _column(canvas: Canvas, water: _Water, horizon: float) -> None:
    deep = mix(water.far, "#04122e", 0.35)
    canvas.cover(linear((0, 0), (0, canvas.height), [(0, mix(water.top, water.middle, 0.35)), (0.22, water.middle),
                        (horizon / canvas.height, water.far), (1, deep)]))  # fmt: skip


@kept
@archived
def _caustics() -> Array:
    """(256, 256) 0..1, without a seam: the net that waves throw on the sand, bright lines between dark cells."""
    size, cells = 256, 44
    rng = noise.stream("caustics")
    seeds = rng.random((cells, 2)) * size
    warp_x, warp_y = ((noise.tile(size, 32, 2, rng) - F(0.5)) * F(34) for _ in range(2))
    y, x = np.mgrid[0:size, 0:size].astype(F)
    x, y = x + warp_x, y + warp_y
    nearest = np.full((2, size, size), 1e9, F)
    for sx, sy in seeds:
        dx, dy = np.abs(x - F(sx)) % size, np.abs(y - F(sy)) % size
        d = np.minimum(dx, size - dx) ** 2 + np.minimum(dy, size - dy) ** 2
        nearest[1] = np.minimum(nearest[1], np.maximum(nearest[0], d))
        nearest[0] = np.minimum(nearest[0], d)
    between = np.sqrt(nearest[1]) - np.sqrt(nearest[0])
    net = np.exp(-between / F(3.2)) * F(0.8) + np.exp(-between / F(11)) * F(0.35)
    return np.asarray(np.clip(net, 0, 1), F)


def _waves_above(canvas: Canvas, setting: Setting, water: _Water, horizon: float, sun_x: float) -> None:
    """The surface seen from below: bright folds in perspective, brightest under the sun."""
    rows = max(2, int(horizon * 0.62))
    h, w = max(2, rows // 2), max(2, canvas.width // 2)
    y = np.arange(h, dtype=F)[:, None] * 2
    distance = F(horizon) / np.maximum(F(horizon) - y, 1)
    across = (np.arange(w, dtype=F)[None] * 2 - F(sun_x)) / F(max(canvas.width, canvas.height) * 0.9)
    shift = setting.rng("waves").random(2)
    folds = noise.sample(
        _caustics(), across * distance * F(0.55) + F(shift[0]), distance * F(0.62) + F(shift[1]) + across * 0
    )
    near = smoothstep(2.1, 1.0, distance)
    patch = np.exp(-((across / F(0.30)) ** 2)) * smoothstep(2.3, 1.0, distance)
    cover = np.clip(folds * near * (F(0.35) + F(0.55) * patch) + patch * F(0.35), 0, 1)
    canvas.lay(
        0, 0, rgb(mix(water.top, "#ffffff", 0.35)), cv2.resize(cover, (canvas.width, rows)), "screen", 0.75
    )
    reach = 0.5 * max(canvas.width, horizon)
    canvas.glow(sun_x, -0.06 * canvas.height, reach, water.beam, 0.62 if not water.dark else 0.42, power=1.9)


def _rays(canvas: Canvas, setting: Setting, water: _Water, sun_x: float, strength: float) -> None:
    """Shafts of light, made at an eighth of the size: soft is what they are."""
    s = 8
    h, w = max(2, canvas.height // s), max(2, canvas.width // s)
    x = np.arange(w, dtype=F)[None] * s - F(sun_x)
    y = np.arange(h, dtype=F)[:, None] * s + F(0.45 * canvas.height)
    angle = x / y
    line = noise.line_noise(1024, 26, 4, setting.rng("rays"), 0.6)
    strands = np.interp(angle, np.linspace(-1.6, 1.6, 1024), smoothstep(0.40, 0.78, line)).astype(F)
    fade = smoothstep(1.0, 0.15, np.arange(h, dtype=F)[:, None] / h * F(1.12)) * np.exp(
        -np.abs(angle) * F(1.1)
    )
    rays = cv2.resize(blur(strands * fade, 1.0), (canvas.width, canvas.height), interpolation=cv2.INTER_CUBIC)
    canvas.lay(0, 0, rgb(water.beam), np.clip(np.asarray(rays, F), 0, 1), "screen", water.rays * strength)


# -- the ground -------------------------------------------------------------------------------------------


def _far_reefs(canvas: Canvas, setting: Setting, water: _Water, horizon: float) -> None:
    """Two ranges of rock, hardly darker than the water."""
    canvas.layer("far reef")
    unit, x = canvas.unit, np.linspace(-1, 1, canvas.width, dtype=F)
    rng = setting.rng("far")
    for tall, dark, aside in ((150, 0.10, 0.35), (120, 0.20, 0.9)):
        line = land.ridge(canvas.width, horizon + 20 * unit, tall * unit, 170 * unit, 5, rng, peaked=0.25)
        line -= np.abs(x) ** F(1.6) * F(aside * 150 * unit)
        top = max(0, int(line.min()) - 2)
        below = np.arange(top, canvas.height, dtype=F)[:, None] - line[None]
        colour = mix(water.far, "#0a2f66", dark)
        fade = np.exp(-np.clip(below, 0, None) / F(150 * unit)) * F(0.6) + F(0.4)
        canvas.lay(0, top, colour, smoothstep(-1.5, 2.5, below) * fade)


def _relief(fan: Fan, setting: Setting) -> Array:
    """Sand in ripples, swept up to banks on both sides, level where one stands."""
    rng = setting.rng("relief")
    away = smoothstep(4.5, 16, fan.z)
    height = (terrain.rough(fan, rng, 7, 4, gain=0.45) - F(0.5)) * F(0.9) * (F(0.18) + away)
    height += np.clip(np.abs(fan.across[None]) - F(0.30), 0, 1) * F(0.45) * smoothstep(2.5, 7, fan.z)
    bend = (terrain.octave(fan, rng, 1.6) - F(0.5)) * F(2.0)
    ripples = np.sin((fan.z * F(1.15) + fan.x * F(0.25) + bend) * F(2 * np.pi / 0.34))
    seen = smoothstep(0.5, 0.15, fan.step / F(0.34))[:, None]
    return np.asarray(height + ripples * F(0.016) * seen * (F(0.5) + terrain.octave(fan, rng, 2.4)), F)


def _sand(fan: Fan, setting: Setting, height: Array, water: _Water, light: Light) -> Array:
    rng = setting.rng("sand")
    patch = terrain.rough(fan, rng, 1.8, 5, gain=0.6)
    colour = rgb(water.sand) * (F(0.80) + F(0.34) * patch)[..., None]
    lit = terrain.lit(fan, height, light, fill=0.4, soft=1.5)
    shift = rng.random(2)
    net = noise.sample(_caustics(), fan.x * F(0.26) + F(shift[0]), fan.z * F(0.26) + F(shift[1]))
    net *= smoothstep(22, 3, fan.z) * F(0.45 * min(1.0, water.rays * 2))
    colour = colour * lit * F(0.86) + rgb(water.beam) * net[..., None]
    clear = np.exp(-fan.depth / F(_CLEAR))[:, None, None]
    return np.asarray(rgb(water.far) + (colour - rgb(water.far)) * clear, F)


# (x share of the half width there, depth in metres, kind, variant, height in metres)
_HEADS = (
    (-0.80, 13.0, 3), (0.66, 12.0, 1), (-0.30, 15.0, 2), (0.98, 8.2, 2), (-1.02, 7.6, 0), (0.42, 9.6, 0),
    (-0.62, 6.2, 2), (0.86, 5.4, 3), (-1.04, 4.5, 1), (1.12, 4.2, 0),
)  # fmt: skip
_SMALL = (
    (-0.34, 7.4, 2), (0.22, 7.0, 7), (0.50, 5.6, 6), (-0.46, 4.8, 5), (0.62, 4.1, 2), (-0.70, 3.5, 6), (0.74, 3.25, 4),
    (-0.60, 3.1, 3), (0.55, 3.0, 7),
)  # fmt: skip
_KELP = ((-0.92, 9.5, 0), (0.82, 8.8, 1), (-0.98, 5.6, 2), (1.02, 5.0, 0))


def _corals(canvas: Canvas, setting: Setting, lens: Lens, water: _Water, light: Light) -> None:
    """Heads of coral to both sides, small ones between them, farther ones first and bluer."""
    canvas.layer("reef")
    rng = setting.rng("corals")
    things = [(z, x, reef.head, v, 1.45) for x, z, v in _HEADS]
    things += [(z, x, reef.small, v, 0.42) for x, z, v in _SMALL]
    things += [(z, x, reef.kelp, v, 3.0) for x, z, v in _KELP]
    for z, x, make, variant, tall in sorted(things, key=lambda t: -t[0]):
        z = z * rng.uniform(0.96, 1.04)
        size = tall * rng.uniform(0.85, 1.15) * lens.focal / z
        at = lens.middle + (x + rng.normal(0, 0.03)) * lens.half_width(z) * lens.focal / z
        foot = lens.horizon + lens.eye * lens.focal / z * (1 - 0.10 * abs(x) * smoothstep(3, 7, z))
        veil = 1 - float(np.exp(-max(0.0, z - 3) / _CLEAR))
        cutout.stand(
            canvas,
            make,
            variant,
            light,
            at,
            float(foot),
            size,
            pitch=9,
            haze=min(0.85, veil),
            haze_colour=water.far,
            flip=bool(rng.random() < 0.5),
            shadow=0.8,
        )


# -- what lives there -------------------------------------------------------------------------------------

_WALKERS = frozenset(
    {"crab", "lobster", "starfish", "shell", "treasure_chest"}
)  # at home in water, but on its ground
_FISH = frozenset({"fish", "goldfish", "clownfish", "shark", "school_of_fish"})


def _fish(variant: int) -> Model:
    model = cast.build("fish", Look(concept="fish", pose="swim", colour=("gold", "sky blue")[variant // 2]))
    assert model is not None
    return model.transformed(yaw=78 if variant % 2 else 66)


def _shoal(canvas: Canvas, setting: Setting, water: _Water, light: Light) -> None:
    """A far shoal that turns together; none where fishes are the subject."""
    if setting.shows(*_FISH):
        return
    canvas.layer("shoal")
    rng = setting.rng("shoal")
    short = min(canvas.width, canvas.height)
    for x, y, count, flip in ((0.76, 0.30, 13, True), (0.16, 0.44, 8, False)):
        for k in range(count):
            angle, reach = 2.39996 * k, 0.105 * short * np.sqrt((k + 0.4) / count)
            px = x * canvas.width + np.cos(angle) * reach * 1.5 + rng.normal(0, 0.008) * short
            py = y * canvas.height + np.sin(angle) * reach * 0.55 + rng.normal(0, 0.006) * short
            tall = short * rng.uniform(0.017, 0.026)
            cutout.stand(canvas, _fish, k % 2 + (0 if flip else 2), light, px, py, tall, pitch=0,
                         haze=rng.uniform(0.42, 0.60), haze_colour=water.far, flip=flip, shadow=0)  # fmt: skip


def _bubbles(canvas: Canvas, setting: Setting, water: _Water) -> None:
    """Strings of bubbles that rise and grow."""
    rng, unit = setting.rng("bubbles"), canvas.unit
    for x, bottom, count in ((0.88, 0.72, 13), (0.09, 0.62, 8)):
        for k in range(count):
            up = (k + rng.random()) / count
            r = (2.2 + 8.5 * up * rng.uniform(0.4, 1)) * unit
            px = (x + 0.016 * np.sin(up * 9) + rng.normal(0, 0.007)) * canvas.width
            py = bottom * canvas.height * (1 - 0.9 * up)
            canvas.oval(px, py, r, r, water.top, opacity=0.16, mode="screen")
            canvas.oval(px - r * 0.1, py + r * 0.15, r * 0.8, r * 0.8, water.far, soft=r * 0.25, opacity=0.25)
            canvas.line(
                _ring(px, py, r),
                max(0.7, 1.3 * unit),
                mix(water.top, "#ffffff", 0.6),
                opacity=0.75,
                mode="screen",
            )
            canvas.oval(px - r * 0.38, py - r * 0.42, r * 0.24, r * 0.16, "#ffffff", turn=-0.7, opacity=0.9)


def _ring(x: float, y: float, r: float) -> Array:
    t = np.linspace(0, 2 * np.pi, 20)
    return np.stack([x + r * np.cos(t), y + r * np.sin(t)], -1)


def _before(canvas: Canvas, setting: Setting, water: _Water, light: Light, sun_x: float) -> None:
    """Rays and specks before the things, and dark corals out of focus in the lower corners."""
    _rays(canvas, setting, water, sun_x, 0.30)
    air.motes(
        canvas, setting.rng("motes"), 70, water.top, 0.7 * canvas.unit, 3.2 * canvas.unit, 0.5, mode="screen"
    )
    _bubbles(canvas, setting, water)
    dark = with_light(
        light,
        key=tuple(0.40 * c for c in light.key),
        shade=tuple(0.58 * c for c in light.shade),
        rim_strength=0.2,
    )
    unit = canvas.unit
    for make, x, variant, tall in (
        (reef.head, 0.0, 2, 250),
        (reef.kelp, 1.0, 1, 430),
        (reef.small, 0.90, 3, 120),
    ):
        cutout.stand(
            canvas,
            make,
            variant,
            dark,
            x * canvas.width,
            canvas.height + 46 * unit,
            tall * unit,
            soft=5 * unit,
            shadow=0,
        )
