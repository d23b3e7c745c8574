"""The beach: sand, a bay that turns from foam to turquoise to blue, an island, palms at the sides."""

from __future__ import annotations

import numpy as np

from waa.painter import cast
from waa.painter.canvas import Canvas, blur
from waa.painter.cast import Look
from waa.painter.colour import Array, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import cutout, land, sea, sky, terrain
from waa.painter.world.lens import level
from waa.painter.world.scenery import OpenSky, open_sky
from waa.painter.world.terrain import Fan

_TIDE = -0.32  # the sea's level below the sand where the subject stands, in metres


@place("beach", floats=True)
def beach(canvas: Canvas, setting: Setting) -> Stage:
    horizon, ground = 0.47, 0.885
    scene = open_sky(canvas, setting, horizon * canvas.height)
    canvas.layer("island")
    _island(canvas, setting, scene, horizon * canvas.height)
    lens = level(canvas.width, canvas.height, horizon=horizon, ground=ground, eye=1.5, near=3.6)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=420, rows=400)
    shore = _shore(fan, setting)
    sand = _sand(fan, setting, shore)
    water, foam = _water(fan, setting, shore, sand)
    canvas.layer("sea")
    wet = smoothstep(0.14, 0.02, sand - F(_TIDE))
    colour = _sea_colour(canvas, fan, setting, scene, water, shore, foam)
    under = water > sand
    edge = blur(under.astype(F), 0.8)
    bottom = _sand_colour(fan, setting, sand, scene.light, wet)
    depth = np.clip(water - sand, 0, None)
    see_through = np.exp(-depth * F(7.0)) * F(0.85)
    colour = colour + (bottom * rgb("#c8efe6") - colour) * (see_through * (1 - foam))[..., None]
    painted = bottom + (colour - bottom) * edge[..., None]
    terrain.lay_terrain(canvas, fan, np.maximum(sand, water), painted.astype(F))
    light = scene.light
    stage = Stage(
        light=light,
        horizon=horizon * canvas.height,
        ground=ground * canvas.height,
        sky_at=(0.72, 0.2),
        haze=0.05,
        finish=Finish(contrast=0.05, saturation=1.06),
    )
    _palms(canvas, setting, light, horizon * canvas.height)
    return stage


def _island(canvas: Canvas, setting: Setting, scene: OpenSky, horizon: float) -> None:
    """A long headland and a far island, in the air's colour."""
    haze, unit = sky.horizon_colour(setting.hour), canvas.unit
    rng = setting.rng("island")
    x = np.linspace(0, 1, canvas.width, dtype=F)
    for middle, reach, tall, veil in ((0.30, 0.16, 46, 0.66), (0.97, 0.30, 105, 0.42)):
        shape = np.clip(1 - ((x - F(middle)) / F(reach)) ** 2, 0, 1) ** F(0.75)
        crest = land.ridge(canvas.width, 0, 1, 150 * unit, 5, rng, peaked=0.3)
        skyline = horizon + 3 - shape * (F(0.42) - crest * F(0.75)) * tall * unit
        green = mix("#4f7f58" if not setting.is_snowy else "#b9c8d4", haze, veil)
        if setting.hour not in ("day", "overcast", "snow", "golden"):
            green = mix(green, scene.light.shade, 0.45)
        land.mountain(
            canvas,
            np.asarray(skyline, F),
            horizon + 2,
            green,
            mix(green, haze, 0.35),
            scene.light,
            rng,
            contrast=0.35,
            amplitude=tall * unit,
            cell=46 * unit,
        )


def _shore(fan: Fan, setting: Setting) -> Array:
    """(1, columns): how far off the water's edge is, in metres: a bay that comes nearer on the right."""
    rng = setting.rng("shore")
    a = fan.across
    phase = rng.uniform(0, 6.3, 2)
    line = 8.6 - 1.9 * a + 0.35 * np.sin(a * 6 + phase[0]) + 0.18 * np.sin(a * 15 + phase[1])
    return np.clip(line, 6.2, 12.0)[None].astype(F)


def _sand(fan: Fan, setting: Setting, shore: Array) -> Array:
    """Heights: level where the subject stands, then down into the sea; wind ripples and footmarks of the day."""
    rng = setting.rng("sand")
    out = fan.z - shore
    # The beach falls from its berm to the water's edge, then the sea's floor goes on down.
    fall = smoothstep(-4.2, 0.0, out) * F(_TIDE) - np.clip(out, 0, 60) * F(0.10)
    calm = 1 - F(0.75) * np.exp(-(((fan.x + F(0.25)) / F(1.3)) ** 2) - (((fan.z - F(3.6)) / F(0.9)) ** 2))
    dry = smoothstep(0.3, -2.2, out)
    lumps = (terrain.rough(fan, rng, 1.5, 4, gain=0.5) - F(0.5)) * F(0.12)
    wind = (terrain.octave(fan, rng, 0.14, stretch=3.2) - F(0.5)) * F(0.016)
    prints = smoothstep(0.66, 0.85, terrain.octave(fan, rng, 0.24)) * F(-0.030)
    return np.asarray(fall + (lumps * calm + wind + prints * calm) * dry, F)


def _water(fan: Fan, setting: Setting, shore: Array, sand: Array) -> tuple[Array, Array]:
    """(surface, foam 0..1): a swell, rollers that break along the shore, and the thin sheet that runs up the sand."""
    rng = setting.rng("water")
    stormy = setting.weather == "storm" or setting.hour == "storm"
    out = fan.z - shore
    height = sea.swell(fan, rng, 0.26 if stormy else 0.13, long=2.6)
    offshore = smoothstep(0.0, 6.0, out)
    height = height * (F(0.22) + F(0.78) * offshore)
    lace = terrain.rough(fan, rng, 0.55, 4, gain=0.62, ridged=True, stretch=1.5)
    foam = np.zeros(fan.shape, F)
    for k, (at, tall) in enumerate(((2.4, 0.20), (5.4, 0.26), (9.6, 0.26))):
        wander = (terrain.octave(fan, rng, 7.0, stretch=1.0)[0:1] * 0).astype(F)
        wave = np.sin(fan.across * F(4.0 + k) + F(rng.uniform(0, 6.3)))[None] * F(0.5) + wander
        breaks = smoothstep(-0.5, 0.6, np.sin(fan.across * F(5.5 + 2 * k) + F(rng.uniform(0, 6.3))))[None]
        d = out - F(at) - wave * F(0.7)
        crest = np.where(d < 0, np.exp(-((d / F(0.38)) ** 2)), np.exp(-((d / F(1.0)) ** 2)))
        height += crest * F(tall * (1.5 if stormy else 1.0)) * (F(0.45) + F(0.55) * breaks)
        front = smoothstep(-0.75, -0.1, d) * smoothstep(0.22, -0.05, d)
        trail = smoothstep(-2.3, -0.5, d) * smoothstep(0.1, -0.4, d) * smoothstep(0.60, 0.80, lace)
        foam = np.maximum(
            foam,
            np.clip(
                front * smoothstep(0.35, 0.6, lace + F(0.25) * breaks) * breaks + trail * F(0.75) * breaks,
                0,
                1,
            ),
        )
    level = F(_TIDE) + height
    swash = np.exp(-((out / F(0.20)) ** 2)) * F(0.9) + smoothstep(0.0, 0.9, out) * smoothstep(
        1.9, 0.6, out
    ) * smoothstep(0.58, 0.80, lace) * F(0.9)
    foam = np.maximum(foam, swash)
    # The last of a wave runs up the beach as a thin sheet.
    sheet = sand + F(0.012)
    level = np.where(out < 0.25, np.maximum(level, np.where(out > -0.12, sheet, level)), level)
    return np.asarray(level, F), np.clip(foam, 0, 1).astype(F)


def _sea_colour(
    canvas: Canvas, fan: Fan, setting: Setting, scene: OpenSky, water: Array, shore: Array, foam: Array
) -> Array:
    out = fan.z - shore
    shallow, middle, deep = rgb("#7fe0cf"), rgb("#2bb0c4"), rgb("#1573a8")
    if setting.hour in ("overcast", "storm", "snow") or setting.weather in ("rain", "storm"):
        shallow, middle, deep = rgb("#9fc4bd"), rgb("#5f95a0"), rgb("#3a6a80")
    body = shallow + (middle - shallow) * smoothstep(0.5, 7, out)[..., None]
    body = body + (deep - body) * smoothstep(6, 34, out)[..., None]
    low = setting.hour in ("sunset", "dawn", "golden") or (setting.is_night and scene.has_disc)
    glint = (
        scene.light.rim
        if low and scene.has_disc
        else ("#fff6e0" if setting.hour == "day" and scene.has_disc else None)
    )
    colour = sea.mirrored(
        canvas,
        fan,
        water,
        scene.light,
        body,
        glint=glint,
        glint_x=scene.sun_x,
        glint_width=1.0 if low else 2.2,
    )
    haze = np.exp(-fan.depth / F(150))[:, None, None]
    air_colour = sky.horizon_colour(setting.hour)
    colour = air_colour + (colour - air_colour) * (F(0.35) + F(0.65) * haze)
    white = rgb(scene.light.key) * F(0.62) + rgb(scene.light.shade) * F(0.42)
    return np.asarray(colour + (np.clip(white, 0, 1.05) - colour) * (foam * F(0.92))[..., None], F)


def _sand_colour(fan: Fan, setting: Setting, sand: Array, light: Light, wet: Array) -> Array:
    rng = setting.rng("grains")
    patch = terrain.rough(fan, rng, 2.2, 5, gain=0.6)
    dry = rgb("#f3dfb4") * (F(0.90) + (patch - F(0.5)) * F(0.30))[..., None]
    if setting.is_snowy:
        dry = dry + (rgb("#f2f6fc") - dry) * smoothstep(0.35, 0.5, patch)[..., None] * (1 - wet)[..., None]
    damp = rgb("#b08f63") * (F(0.95) + (patch - F(0.5)) * F(0.12))[..., None]
    colour = dry + (damp - dry) * (wet * F(0.85))[..., None]
    lit = terrain.lit(fan, sand, light, fill=0.55, soft=1.5)
    shine = wet * smoothstep(0.6, 1.0, wet) * F(0.30)
    painted = colour * lit
    mirror = sky.horizon_colour(setting.hour)
    return np.asarray(painted + (mirror - painted) * shine[..., None], F)


def _palm(variant: int) -> Model:
    model = cast.build("palm_tree", Look(concept="palm_tree", variant=variant))
    assert model is not None
    return model


def _palms(canvas: Canvas, setting: Setting, light: Light, horizon: float) -> None:
    """One leans in from the left, a pair stands farther off on the right."""
    if "palm_tree" in setting.concepts:
        return
    canvas.layer("palms")
    tall = 0.62 * min(canvas.height, canvas.width * 1.2)
    foot = horizon + 0.20 * canvas.height
    for x, variant, scale, down in ((0.03, 0, 1.0, 1.0), (0.955, 3, 0.62, 0.42), (0.90, 1, 0.50, 0.38)):
        cutout.stand(
            canvas,
            _palm,
            variant,
            light,
            x * canvas.width,
            horizon + (foot - horizon) * down,
            tall * scale,
            pitch=2,
            haze=0.06 if scale == 1 else 0.14,
        )
