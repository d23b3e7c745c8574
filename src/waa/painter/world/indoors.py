"""Indoors: the light of a room at any hour, and what is seen through its window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, blur, linear
from waa.painter.colour import mix, rgb
from waa.painter.kept import kept
from waa.painter.light import LIGHTS, Light
from waa.painter.stage import Setting, with_light
from waa.painter.world import air, city, land, sky
from waa.painter.world.lens import Lens
from waa.painter.world.panel import Picture

# (key tint, its gain, shade tint, rim) of the daylight that comes in, by hour.
_BY_HOUR: dict[str, tuple[str, float, str, str]] = {
    "day": ("#fff3de", 1.10, "#b5a8ac", "#fff2d8"),
    "golden": ("#ffdda6", 1.16, "#98808a", "#ffd695"),
    "sunset": ("#ffc48c", 1.18, "#84688a", "#ff9f5e"),
    "dawn": ("#ffe0cc", 1.10, "#9388a4", "#ffc9a4"),
    "overcast": ("#f0f1f4", 1.00, "#9c9aa8", "#ffffff"),
    "snow": ("#f3f6fc", 1.04, "#a2a6b8", "#ffffff"),
    "storm": ("#cfd6e0", 0.92, "#77778c", "#e6ecf6"),
    "dusk": ("#ffdcb0", 0.86, "#655a86", "#ffb98a"),
    "night": ("#ffd6a0", 0.80, "#54486e", "#ffc07a"),
    "aurora": ("#ffd6a0", 0.80, "#4a5078", "#9ff0d0"),
}


@dataclass(frozen=True, kw_only=True)
class Mood:
    """`lamps` scales what glows and the bulbs, `fill` is the share of the key light in the sun's shadows."""

    light: Light
    lamps: float
    fill: float
    is_dark: bool


def mood_of(setting: Setting, *, side: float = -1.0) -> Mood:
    """The light of a room whose window is at the left (`side` -1) or right."""
    key, gain, shade, rim = _BY_HOUR[setting.hour]
    dark = setting.is_night
    low = setting.hour in ("sunset", "dawn", "golden")
    base = LIGHTS["indoor"]
    light = with_light(
        base,
        direction=(side * (0.74 if low else 0.62), 0.52 if low else 0.70, 0.46),
        key=tuple(float(c) for c in rgb(key) * gain),
        shade=tuple(float(c) for c in rgb(shade)),
        rim=tuple(float(c) for c in rgb(rim)),
        haze=(0.36, 0.28, 0.40) if dark else tuple(float(c) for c in mix(key, shade, 0.3)),
        shadow_opacity=0.5 if dark else 0.44,
        is_dark=dark,
    )
    cloudy = setting.weather in ("rain", "storm", "fog", "cloudy", "snow") or setting.hour in (
        "overcast",
        "storm",
        "snow",
    )
    fill = 0.80 if cloudy or dark else 0.55
    return Mood(light=light, lamps=1.0 if dark else (0.75 if cloudy else 0.5), fill=fill, is_dark=dark)


def daylight(canvas: Canvas, lens: Lens, mood: Mood, x: float = 0.0) -> None:
    """What spills in at the windows by day, round the point `x` metres from the middle."""
    if not mood.is_dark:
        (gx, gy) = lens.project([(x, 1.7, 0.6)])[0]
        canvas.glow(gx, gy, 3.2 * lens.focal / lens.away, mood.light.rim, 0.26)


@kept
@archived
def outlook(
    hour: str, weather: str | None, seed: int, width: int = 360, height: int = 300, *, storeys: float = 0.6
) -> Picture:
    """What is seen from a flat high up: sky, a green hill, towers; out of focus. `storeys` is how high they rise."""
    canvas = Canvas(width, height)
    base = height * 1.02
    canvas.cover(linear((0, 0), (0, height), list(sky.SKIES[hour])))
    rng = noise.stream("outlook", seed)
    air_colour = mix(sky.horizon_colour(hour), sky.SKIES[hour][-2][1], 0.3)
    if hour in ("night", "aurora"):
        air_colour = mix(air_colour, "#6a4a8a", 0.4)
    light = LIGHTS[{"storm": "overcast"}.get(hour, hour)]
    lit, dark = sky.CLOUDS[hour]
    for _ in range(2):
        w = width * rng.uniform(0.4, 0.7)
        sky.cloud(
            canvas,
            width * rng.random(),
            height * rng.uniform(0.2, 0.45),
            w,
            w * 0.28,
            light,
            lit,
            dark,
            rng,
            puffs=24,
        )
    crest = "#141c48" if light.is_dark else "#5f8a62"
    hill = land.ridge(width, base - height * storeys * 0.55, height * 0.25, width * 0.6, 4, rng)
    land.hills(canvas, hill, height, mix(crest, air_colour, 0.4), mix(crest, air_colour, 0.6), light, rng)
    look = city.city_light(hour, light, air_colour)
    for k in range(2):
        city.row(
            canvas,
            base,
            height * storeys * (1.0 - 0.3 * k),
            rng,
            look,
            haze=0.42 - 0.22 * k,
            narrow=70 + 30 * k,
            wide=150 + 40 * k,
        )
    if weather == "rain" or weather == "storm":
        air.rain(canvas, rng, 1.2)
    elif weather == "snow":
        air.snow(canvas, rng, 0.5)
    elif weather == "fog":
        air.fog(canvas, 0, height, rgb(light.haze), rng, 0.7)
    pixels = np.asarray(blur(canvas.pixels, 1.0))
    return (np.clip(pixels * (1.0 if look.on > 0.5 else 1.12), 0, 1) * 255).astype(np.uint8)
