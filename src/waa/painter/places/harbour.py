"""Victoria Harbour: the Island's skyline over the water, or from a promenade when somebody has to stand."""

from __future__ import annotations

import numpy as np

from waa.painter.canvas import Canvas, linear, radial
from waa.painter.colour import Colour, mix, rgb
from waa.painter.light import Light
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import festive, hongkong, scenery, sky, surfaces
from waa.painter.world.city import CityLight, city_light
from waa.painter.world.fireworks import fireworks
from waa.painter.world.lens import Lens, level
from waa.painter.world.panel import lay_panel
from waa.painter.world.water import water

# A city throws its own light on the sky; the night here is violet, not black.
_NIGHT_SKY: list[tuple[float, Colour]] = [(0, "#070b26"), (0.45, "#171d52"), (0.8, "#43357a"), (1, "#96598a")]
# (near, far) water by hour.
_SEA = {
    "day": ("#1f7393", "#8cc8d0"),
    "golden": ("#3f7f8a", "#ecd3a0"),
    "sunset": ("#3c2f66", "#f0996e"),
    "dawn": ("#5a719e", "#f0cdb6"),
    "dusk": ("#1d2458", "#8f6a96"),
    "night": ("#060d2c", "#2c2f6a"),
    "overcast": ("#5f7682", "#b9c5c8"),
    "snow": ("#6c8299", "#cdd9e2"),
    "storm": ("#35454e", "#7f8d92"),
    "aurora": ("#05142c", "#1d5560"),
}


@place("harbour", hour="night", floats=True)
def harbour(canvas: Canvas, setting: Setting) -> Stage:
    """Sky, the Peak, the towers, the water that mirrors them; a promenade in front for whoever stands."""
    horizon = (0.60 if canvas.height <= canvas.width * 1.2 else 0.56) * canvas.height
    scene = (
        _city_night(canvas, setting, horizon)
        if setting.hour == "night"
        else scenery.open_sky(canvas, setting, horizon, clouds=3)
    )
    air_colour = (
        rgb("#5d4684")
        if setting.hour == "night"
        else mix(sky.horizon_colour(setting.hour), sky.SKIES[setting.hour][-2][1], 0.4)
    )
    look = city_light(setting.hour, scene.light, air_colour)
    height = min(0.64 * horizon, 0.5 * canvas.width)
    new_year = (
        setting.festival == "lunar new year" and setting.hour == "night"
    )  # there is a display every year
    if setting.shows("fireworks") or new_year:
        canvas.layer("fireworks")
        fireworks(canvas, setting.rng("fireworks"), horizon)
    canvas.layer("peak")
    hongkong.peak(canvas, setting, horizon, look, height * 0.58)
    haze = linear(
        (0, horizon - height * 0.5),
        (0, horizon),
        [(0, air_colour, 0), (1, mix(air_colour, "#ffb37a", 0.25), 0.55)],
    )
    canvas.rectangle(0, horizon - height * 0.5, canvas.width, height * 0.5, haze)
    hongkong.skyline(canvas, setting, horizon, look, height)
    canvas.layer("water")
    near, far = _SEA[setting.hour]
    glint = scene.light.rim if scene.has_disc and setting.hour in ("sunset", "dawn", "golden") else None
    water(canvas, horizon, near, far, scene.light, setting.rng("water"), mirror=0.95, darken=1.05 if look.on > 0.6 else 0.9,
          choppy=0.9, glint=glint, glint_x=scene.sun_x)  # fmt: skip
    _small_boats(canvas, setting, horizon, look)
    light = (
        with_light(
            scene.light,
            key=(0.92, 0.84, 0.98),
            shade=(0.34, 0.30, 0.56),
            rim=(1.0, 0.74, 0.76),
            rim_strength=0.7,
            bounce=(0.42, 0.34, 0.66),
        )
        if setting.hour == "night"
        else scene.light
    )
    finish = Finish(contrast=0.07, saturation=1.08, bloom=0.38 if look.on > 0.6 else 0.3)
    if setting.stands:
        return _promenade(canvas, setting, horizon, look, light, finish)
    return Stage(light=light, horizon=horizon, ground=0.885 * canvas.height, kind="water", subject_height=0.32, haze=0.05,
                 sky_at=(0.72, 0.16), finish=finish, shadows=False)  # fmt: skip


def _city_night(canvas: Canvas, setting: Setting, horizon: float) -> scenery.OpenSky:
    """A violet sky with few stars, its low clouds lit by the city."""
    canvas.cover(linear((0, 0), (0, horizon), list(_NIGHT_SKY)))
    sky.stars(canvas, setting.rng("stars"), int(150 * canvas.width * horizon / 6e5), horizon * 0.55, bright=3)
    full_moon = setting.festival == "mid-autumn" and not setting.shows("moon")
    if full_moon:
        sky.moon_disc(canvas, 0.80 * canvas.width, 0.20 * horizon, 52 * canvas.unit, setting.rng("moon"))
    for k in range(2):
        rng = setting.rng("night cloud", k)
        width = canvas.width * rng.uniform(0.4, 0.6)
        sky.cloud(
            canvas,
            canvas.width * ((k * 0.618 + rng.random() * 0.3) % 1),
            horizon * rng.uniform(0.28, 0.5),
            width,
            width * 0.2,
            setting.light,
            "#6a5f9e",
            "#2a2866",
            rng,
            opacity=0.4,
        )
    return scenery.OpenSky(setting.light, 0.8 * canvas.width, 0.2 * horizon, full_moon)


def _small_boats(canvas: Canvas, setting: Setting, horizon: float, look: CityLight) -> None:
    """Ferries far out, not larger than a thumbnail: they give the water its width."""
    rng = setting.rng("small boats")
    unit = canvas.unit
    for k, (x, depth) in enumerate(((0.13, 0.10), (0.60, 0.055), (0.90, 0.12))):
        x = (x + rng.uniform(-0.05, 0.05)) * canvas.width
        y, size = horizon + depth * (canvas.height - horizon), (24 + 150 * depth) * unit
        hull = mix("#2f6b4a" if k != 1 else "#a8423a", look.air, 0.25)
        upper = mix(look.wall("#f3efe4", 0.1)[0], look.air, 0.1)
        canvas.oval(
            x,
            y + size * 0.06,
            size * 0.62,
            size * 0.05,
            mix(look.air, "#000000", 0.55),
            soft=size * 0.04,
            opacity=0.5,
        )
        canvas.fill(_hull(x, y, size), hull if not look.light.is_dark else mix(hull, "#0a1030", 0.35))
        canvas.rectangle(x - size * 0.40, y - size * 0.29, size * 0.8, size * 0.16, upper, radius=size * 0.03)
        canvas.rectangle(
            x - size * 0.30, y - size * 0.40, size * 0.58, size * 0.11, upper, radius=size * 0.03
        )
        canvas.rectangle(x - size * 0.03, y - size * 0.52, size * 0.07, size * 0.14, hull)
        pane = "#ffe2a0" if look.on > 0.3 else mix("#3f5a6e", look.air, 0.3)
        for i in range(7):
            canvas.rectangle(x + size * (-0.36 + i * 0.105), y - size * 0.25, size * 0.07, size * 0.07, pane)
        if look.on > 0.3:
            canvas.glow(x, y - size * 0.2, size, "#ffd08a", 0.35 * look.on)
            canvas.oval(
                x,
                y + size * 0.3,
                size * 0.35,
                size * 0.22,
                "#ffd08a",
                soft=size * 0.12,
                opacity=0.22,
                mode="screen",
            )


def _hull(x: float, y: float, size: float) -> np.ndarray:
    return np.array(
        [
            (x - size * 0.52, y - size * 0.16),
            (x + size * 0.52, y - size * 0.16),
            (x + size * 0.42, y + size * 0.05),
            (x - size * 0.42, y + size * 0.05),
        ]
    )


# -- the promenade ------------------------------------------------------------------------------------------


def _promenade(
    canvas: Canvas, setting: Setting, horizon: float, look: CityLight, light: Light, finish: Finish
) -> Stage:
    """Granite paving and a railing, seen by somebody whose eyes are 1.55 m up."""
    canvas.layer("promenade")
    ground = 0.93 * canvas.height
    lens = level(
        canvas.width, canvas.height, horizon=horizon / canvas.height, ground=0.93, eye=1.55, near=3.4
    )
    edge = lens.depth_of(0.80 * canvas.height)
    wet = setting.weather in ("rain", "storm")
    stone = look.wall("#c9c0b2" if not look.light.is_dark else "#7d7f9c", 0.06)[0]
    if setting.is_snowy:
        stone = mix(stone, look.wall("#f2f6fb", 0)[0], 0.8)
    near_depth = lens.depth_of(canvas.height * 1.02)
    reach = lens.half_width(edge) * 1.1
    corners = lens.project(
        [(-reach, 0, -edge), (reach, 0, -edge), (reach, 0, -near_depth), (-reach, 0, -near_depth)]
    )
    lay_panel(canvas, surfaces.paving(), corners, tint=stone)
    shade = linear(
        (0, corners[0][1]),
        (0, canvas.height),
        [(0, light.haze, 0.22), (0.5, "#000000", 0.0), (1, "#05060f", 0.38)],
    )
    canvas.rectangle(0, corners[0][1], canvas.width, canvas.height - corners[0][1], shade)
    if look.on > 0.5:
        for x, colour in ((0.2, "#6aa0ff"), (0.44, "#ff7ab0"), (0.72, "#ffc46a")):
            canvas.oval(
                canvas.width * x,
                corners[0][1] + 50 * canvas.unit,
                130 * canvas.unit,
                60 * canvas.unit,
                colour,
                soft=40 * canvas.unit,
                opacity=0.20 if not wet else 0.4,
                mode="screen",
            )
    _railing(canvas, lens, edge, look)
    _lamp_posts(canvas, lens, edge, look)
    top = lens.project([(0, 3.5, -edge)])[0, 1]
    cord = [(0.085 * canvas.width, top), (0.915 * canvas.width, top)]
    festive.dress(canvas, setting, light, cord, sag=0.05, size=0.065)
    return Stage(light=light, horizon=horizon, ground=ground, subject_height=0.36, haze=0.0, sky_at=(0.72, 0.15),
                 reflects=0.35 if wet else 0.0, finish=finish)  # fmt: skip


def _railing(canvas: Canvas, lens: Lens, edge: float, look: CityLight) -> None:
    """Steel posts with a broad handrail and three thin rails."""
    bright, dark = look.wall("#c3ccd4", 0.05)
    scale = lens.focal / edge
    foot = lens.project([(0, 0, -edge)])[0, 1]
    reach = lens.half_width(edge) + 1
    canvas.rectangle(
        0,
        foot - 0.10 * scale,
        canvas.width,
        0.12 * scale,
        linear((0, foot - 0.1 * scale), (0, foot), [(0, bright), (1, dark)]),
    )
    for height in (0.32, 0.56, 0.80):
        y = foot - height * scale
        canvas.rectangle(
            0,
            y,
            canvas.width,
            0.028 * scale,
            linear((0, y), (0, y + 0.028 * scale), [(0, mix(bright, look.light.rim, 0.4)), (1, dark)]),
        )
    for x in np.arange(-reach - 0.5, reach + 2, 1.35):
        left = lens.middle + x * scale
        across = linear(
            (left, 0),
            (left + 0.09 * scale, 0),
            [(0, dark), (0.35, mix(bright, look.light.rim, 0.3)), (1, dark)],
        )
        canvas.rectangle(left, foot - 1.05 * scale, 0.09 * scale, 1.05 * scale, across)
    y = foot - 1.10 * scale
    canvas.rectangle(
        0,
        y,
        canvas.width,
        0.095 * scale,
        linear(
            (0, y), (0, y + 0.095 * scale), [(0, mix(bright, look.light.rim, 0.55)), (0.5, bright), (1, dark)]
        ),
    )


def _lamp_posts(canvas: Canvas, lens: Lens, edge: float, look: CityLight) -> None:
    """A pair of lanterns at the sides frames the view."""
    bright, dark = look.wall("#3f4a58", 0.0)
    milk = look.wall("#f2f3ef", 0.0)[0]
    scale = lens.focal / (edge * 0.95)
    foot = lens.horizon + lens.eye * scale
    for share in (0.075, 0.925):
        x = share * canvas.width
        top = foot - 3.6 * scale
        across = linear((x - 0.07 * scale, 0), (x + 0.07 * scale, 0), [(0, dark), (0.4, bright), (1, dark)])
        canvas.rectangle(x - 0.05 * scale, top, 0.10 * scale, foot - top, across)
        canvas.rectangle(
            x - 0.11 * scale, foot - 0.35 * scale, 0.22 * scale, 0.35 * scale, across, radius=0.03 * scale
        )
        for side in (-1, 1):
            lx, ly = x + side * 0.36 * scale, top + 0.02 * scale
            canvas.line(
                [(x, top + 0.35 * scale), (x + side * 0.2 * scale, top + 0.1 * scale), (lx, ly)],
                max(1, 0.045 * scale),
                dark,
            )
            globe = (
                [(0, "#fffdf2"), (0.6, "#fff0cc"), (1, "#ffd79a")]
                if look.on > 0.3
                else [(0, "#ffffff"), (0.6, milk), (1, mix(milk, dark, 0.4))]
            )
            r = 0.17 * scale
            canvas.oval(lx, ly - r, r, r, radial((lx - r * 0.3, ly - r * 1.3), r * 1.4, globe))  # type: ignore[arg-type]
            if look.on > 0.3:
                canvas.glow(lx, ly - r, 1.5 * scale, "#ffd59a", 0.55 * look.on)
