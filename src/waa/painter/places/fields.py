"""Open country: the meadow."""

from __future__ import annotations

from waa.painter.canvas import Canvas
from waa.painter.colour import mix, rgb, shift
from waa.painter.stage import Setting, Stage, place
from waa.painter.world import air, land, sky
from waa.painter.world.scenery import open_sky

# (lit grass, far grass, near grass) by hour; others are mixed from the day's.
_GRASS = {
    "day": ("#a8cf5a", "#7fb04a", "#3f7a34"),
    "golden": ("#d6c25a", "#a89a48", "#5c6a2e"),
    "sunset": ("#c98a5a", "#8a5f4f", "#43383f"),
    "dawn": ("#c3c27a", "#8fa06a", "#4f6a4a"),
    "dusk": ("#6a6a88", "#4a5274", "#242c48"),
    "night": ("#35557a", "#23405f", "#0f2138"),
    "overcast": ("#97b070", "#75915f", "#3f5c3c"),
    "snow": ("#f4f8fc", "#dfe8f2", "#b7c8dc"),
    "storm": ("#71845c", "#556a4e", "#2c3d30"),
    "aurora": ("#2f6a66", "#1d4a52", "#0c2530"),
}


@place("meadow")
def meadow(canvas: Canvas, setting: Setting) -> Stage:
    """Rolling grass with flowers, hills and far mountains."""
    hour = "snow" if setting.weather == "snow" and not setting.is_night else setting.hour
    horizon = 0.53 * canvas.height
    unit = canvas.unit
    scenery = open_sky(canvas, setting, horizon)
    light, haze = scenery.light, sky.horizon_colour(hour)
    lit, far, near = (rgb(c) for c in _GRASS[hour])
    if setting.season == "autumn":
        lit, far, near = (mix(c, "#c98a3a", 0.45) for c in (lit, far, near))
    rng = setting.rng("land")
    canvas.layer("mountains")
    crest = land.ridge(canvas.width, horizon + 4, 150 * unit, 260 * unit, 5, rng, peaked=0.6)
    rock = mix("#6f86a8", haze, 0.45)
    land.mountain(
        canvas,
        crest,
        horizon + 30 * unit,
        rock,
        mix(rock, haze, 0.6),
        light,
        rng,
        contrast=0.4,
        snow=mix("#ffffff", haze, 0.25),
        snowline=0.16,
        amplitude=150 * unit,
        cell=80 * unit,
    )
    air.fog(canvas, horizon - 60 * unit, horizon + 40 * unit, haze, rng, 0.45)
    canvas.layer("far hills")
    hill = land.ridge(canvas.width, horizon + 46 * unit, 52 * unit, 420 * unit, 3, rng)
    land.hills(canvas, hill, canvas.height, mix(far, haze, 0.35), far, light, rng)
    land.tree_line(canvas, hill, 40 * unit, mix(shift(near, 0, 1, 0.8), haze, 0.32), rng, density=0.8)
    canvas.layer("meadow")
    front = land.ridge(canvas.width, horizon + 118 * unit, 60 * unit, 620 * unit, 3, rng)
    land.hills(canvas, front, canvas.height, lit, near, light, rng, grain=0.14, cell=15 * unit, rim=0.5)
    land.grass(canvas, rng, front, lit, near, 15 * unit, 0.8)
    ground = 0.885 * canvas.height
    land.tufts(
        canvas,
        rng,
        horizon + 150 * unit,
        canvas.height * 1.02,
        mix(lit, haze, 0.15),
        mix(near, lit, 0.35),
        130,
    )
    if not setting.is_snowy and setting.season != "autumn":
        land.flowers(
            canvas,
            rng,
            horizon + 165 * unit,
            canvas.height,
            light,
            ("#fff7e0", "#ffd95e", "#ffffff", "#f7a8c4"),
            90,
        )
    canvas.oval(
        canvas.width * 0.45,
        ground - 6 * unit,
        canvas.width * 0.36,
        52 * unit,
        mix(lit, light.key, 0.35),
        soft=42 * unit,
        opacity=0.32,
        mode="screen",
    )
    stage = Stage(light=light, horizon=horizon, ground=ground, sky_at=(0.70, 0.25), haze=0.08)
    stage.front.append(lambda c: land.foreground(c, setting.rng("front"), shift(near, 0, 1, 0.55), blades=46))
    if setting.hour in ("golden", "sunset", "dawn") and not setting.weather:
        stage.front.append(
            lambda c: air.motes(
                c, setting.rng("motes"), 60, light.rim, 1 * unit, 4 * unit, 0.6, mode="screen"
            )
        )
    return stage
