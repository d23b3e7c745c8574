"""Scenery that most open places begin with: the sky of the hour with its sun or moon and its clouds."""

from __future__ import annotations

from dataclasses import dataclass

from waa.painter.canvas import Canvas
from waa.painter.colour import mix
from waa.painter.light import Light
from waa.painter.stage import Setting, with_light
from waa.painter.world import air, sky


@dataclass(frozen=True)
class OpenSky:
    """`light` comes from where the sun (or moon) stands: `sun_x`, `sun_y` in pixels."""

    light: Light
    sun_x: float
    sun_y: float
    has_disc: bool


# Where the sun or the moon stands, as fractions of the width and of the sky's height.
_SUN = {"day": (0.24, 0.20), "golden": (0.26, 0.52), "sunset": (0.30, 0.80), "dawn": (0.72, 0.78), "night": (0.76, 0.24),
        "dusk": (0.74, 0.30), "aurora": (0.80, 0.22)}  # fmt: skip


def open_sky(
    canvas: Canvas, setting: Setting, horizon: float, *, clouds: int = 4, disc: bool = True
) -> OpenSky:
    """Sky, disc, stars and clouds down to the horizon. A sun or moon that is a thing of the scene is not painted twice."""
    hour = setting.hour
    rng = setting.rng("sky")
    sky.paint_sky(canvas, hour, horizon)
    unit = canvas.unit
    x, y = _SUN.get(hour, (0.3, 0.3))
    x, y = x * canvas.width, y * horizon
    light = with_light(setting.light, direction=_towards(canvas, setting.light, x, hour))
    is_clear = hour in _SUN and setting.weather not in ("cloudy", "rain", "storm", "fog")
    named = setting.shows("sun", "moon")
    if setting.is_night:
        sky.stars(
            canvas, setting.rng("stars"), int(520 * canvas.width * horizon / 1e6), horizon * 0.95, bright=7
        )
        if hour == "aurora":
            sky.aurora(canvas, setting.rng("aurora"), horizon)
    has_disc = disc and is_clear and not named
    if has_disc and setting.is_night:
        sky.moon_disc(canvas, x, y, 44 * unit, setting.rng("moon"))
    elif has_disc:
        sky.sun(canvas, x, y, (34 if hour == "day" else 46) * unit, halo=sky.CLOUDS[hour][0])
    if hour in ("sunset", "dawn", "golden"):
        sky.cirrus(canvas, horizon * 0.10, horizon * 0.75, sky.CLOUDS[hour][0], rng, 0.42)
    _clouds(canvas, setting, horizon, light, clouds)
    if setting.weather == "storm":
        air.lightning(canvas, setting.rng("bolt"), canvas.width * 0.68, horizon * 0.95)
    return OpenSky(light, x, y, has_disc)


def _towards(canvas: Canvas, light: Light, sun_x: float, hour: str) -> tuple[float, float, float]:
    """The light comes from the side on which the disc stands."""
    side = 1.0 if sun_x > canvas.width / 2 else -1.0
    x, y, z = light.direction
    return (side * abs(x), y, z) if hour in _SUN else (x, y, z)


def _clouds(canvas: Canvas, setting: Setting, horizon: float, light: Light, count: int) -> None:
    """Fewer and smaller towards the horizon; none on a clear day, many on a grey one."""
    if setting.weather == "clear":
        count = max(0, count - 3)
    elif setting.weather in ("cloudy", "rain", "storm", "snow"):
        count += 3
    lit, dark = sky.CLOUDS[setting.hour]
    air_colour = sky.horizon_colour(setting.hour)
    for i in range(count):
        rng = setting.rng("cloud", i)
        depth = ((i * 0.618 + 0.2) % 1.0) * 0.85
        y = horizon * (0.16 + 0.62 * depth) + rng.normal() * 12 * canvas.unit
        width = canvas.width * rng.uniform(0.26, 0.44) * (1.15 - 0.75 * depth)
        x = ((i * 0.618 + rng.uniform(-0.08, 0.08) + 0.12) % 1.0) * canvas.width
        sky.cloud(canvas, x, y, width, width * rng.uniform(0.24, 0.34), light, mix(lit, air_colour, 0.35 * depth),
                  mix(dark, air_colour, 0.45 * depth), rng, opacity=0.92 - 0.35 * depth)  # fmt: skip
