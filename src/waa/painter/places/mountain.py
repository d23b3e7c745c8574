"""The mountain: a grassy shoulder high up, a crooked pine, ridge behind ridge with cloud between them, peaks."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Array, Colour, F, look_up, mix, ramp, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import air, groves, herbs, massif, sky, terrain, woods
from waa.painter.world.groves import Plant
from waa.painter.world.herbs import WINTER
from waa.painter.world.lens import open_lens
from waa.painter.world.peaks import PEAKS, Peak
from waa.painter.world.scenery import open_sky
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.47, 0.885
_GREENS = {
    "summer": ("#97bd54", "#56823c"),
    "spring": ("#a9cb62", "#6a9a4a"),
    "autumn": ("#c4a04c", "#8a6a36"),
}


@place("mountain")
def mountain(canvas: Canvas, setting: Setting) -> Stage:
    horizon = _HORIZON * canvas.height
    scene = open_sky(canvas, setting, horizon)
    light = scene.light
    _ranges(canvas, setting, light, horizon)
    lens = open_lens(canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=34, rows=270)
    height = _shoulder(fan, setting)
    canvas.layer("shoulder")
    colour = _turf(fan, setting, height) * terrain.lit(fan, height, light, fill=0.35, soft=1.4)
    terrain.lay_terrain(canvas, fan, height, np.asarray(colour, F), crest=0.8)
    groves.plant_all(
        canvas,
        fan,
        height,
        light,
        _plants(fan, setting),
        air=sky.horizon_colour(setting.hour),
        clear=20,
        far=160,
        hidden=True,
    )
    stage = Stage(
        light=light,
        horizon=horizon,
        ground=_GROUND * canvas.height,
        sky_at=(0.66, 0.18),
        haze=0.05,
        finish=Finish(contrast=0.06, saturation=1.08),
    )
    if setting.hour in ("golden", "sunset", "dawn") and not setting.weather:
        stage.front.append(
            lambda c: air.motes(
                c, setting.rng("motes"), 40, light.rim, 1 * c.unit, 4 * c.unit, 0.5, mode="screen"
            )
        )
    return stage


def _season(setting: Setting) -> str:
    return setting.season if setting.season in ("spring", "autumn") else "summer"


def _ranges(canvas: Canvas, setting: Setting, light: Light, horizon: float) -> None:
    """Three ranges, each lower, greener and clearer than the one behind; cloud lies in the valleys."""
    unit, haze, snowy = canvas.unit, sky.horizon_colour(setting.hour), setting.is_snowy
    cloud = mix(sky.CLOUDS[setting.hour][0], haze, 0.35)
    green = {"summer": "#5f8f50", "spring": "#86ac58", "autumn": "#b07f3e"}[_season(setting)]
    canvas.layer("peaks")
    _peaks(canvas, setting, light, horizon, haze)
    _cloud_sea(canvas, setting, horizon - 74 * unit, horizon + 20 * unit, cloud, haze)
    canvas.layer("ridges")
    middle = massif.Look(
        rock=mix("#857f78", haze, 0.1),
        green=green,
        snow="#f2f6fd",
        snowline=0.1 if snowy else 2.0,
        haze=haze,
        veil=(0.22, 0.40),
    )
    massif.massif(
        canvas,
        light,
        setting.rng("ridges"),
        horizon + 66 * unit,
        215 * unit,
        middle,
        near=3.0,
        far=8.0,
        cell=1.7,
        craggy=0.6,
        rows=150,
        envelope=lambda x: np.clip(0.16 + 1.25 * np.abs(x - 0.45) ** 1.1, 0, 1),
    )
    _cloud_sea(canvas, setting, horizon + 2 * unit, horizon + 84 * unit, cloud, haze)
    canvas.layer("slopes")
    near = massif.Look(
        rock=mix("#6f7468", haze, 0.05),
        green=mix(green, "#2f5a3a", 0.35),
        snow="#eef3fb",
        snowline=0.12 if snowy else 2.0,
        haze=haze,
        veil=(0.08, 0.22),
    )
    massif.massif(
        canvas,
        light,
        setting.rng("slopes"),
        horizon + 150 * unit,
        235 * unit,
        near,
        near=1.4,
        far=3.6,
        cell=0.9,
        craggy=0.45,
        rows=130,
        envelope=lambda x: np.clip(1.9 * np.abs(x - 0.46) - 0.22, 0, 1),
    )
    _cloud_sea(canvas, setting, horizon + 70 * unit, horizon + 168 * unit, cloud, haze)


def _peaks(canvas: Canvas, setting: Setting, light: Light, horizon: float, haze: Colour) -> None:
    """A mountain that the place is known for, else snowy alps."""
    rng, tall = setting.rng("peaks"), 330 * canvas.unit
    known = PEAKS.get(setting.named or "", Peak(snowline=0.30, craggy=0.9, veil=(0.32, 0.60)))
    if setting.is_snowy:
        known = replace(known, snowline=0.0)
    foot, look = horizon + 4 * canvas.unit, known.look(haze)
    if known.outline is not None:
        massif.massif(
            canvas,
            light,
            rng,
            foot,
            tall * known.tall,
            look,
            ridge=known.ridge,
            cell=1.6,
            craggy=known.craggy,
        )
        return

    def envelope(x: Array) -> Array:
        main, second = np.exp(-(((x - 0.40) / 0.17) ** 2)), np.exp(-(((x - 0.84) / 0.13) ** 2))
        return np.asarray(0.26 + 0.60 * main + 0.30 * second, F)

    massif.massif(
        canvas, light, rng, foot, tall * known.tall, look, envelope=envelope, cell=3.6, craggy=known.craggy
    )


def _cloud_sea(
    canvas: Canvas, setting: Setting, top: float, full: float, cloud: Colour, haze: Colour
) -> None:
    """Cloud that fills a valley: torn at its upper edge, closed from `full` downwards."""
    first, height = int(top), int(0.72 * canvas.height) - int(top)
    rng = setting.rng("cloud sea", round(top / canvas.unit))
    size = (canvas.width // 2, height // 2)  # as soft as it is, half will do
    n = noise.soft_fractal(size[1], size[0], 55 * canvas.unit, 5, rng, cell_x=150 * canvas.unit, gain=0.55)
    y = np.arange(size[1], dtype=F)[:, None] * F(2 / (full - top))
    cover = smoothstep(0.0, 1.0, y * F(1.5) + (n - F(0.5)) * F(2.2) * smoothstep(1.6, 0.6, y) - F(0.25))
    shade = mix(haze, sky.CLOUDS[setting.hour][1], 0.35)
    colour = look_up(ramp([(0.35, shade), (0.70, cloud)], 256), n)
    large = cv2.resize(np.dstack([colour, cover]), (canvas.width, height), interpolation=cv2.INTER_LINEAR)
    canvas.stamp(0, first, np.asarray(large, F), 0.96)


def _shoulder(fan: Fan, setting: Setting) -> Array:
    """The ground under one's feet: humps of turf that end where the slope falls away."""
    rng = setting.rng("shoulder")
    a = fan.across[None] / F(float(fan.across[-1]))
    brink = F(8.0) + F(1.6) * a + (terrain.rough(fan, rng, 2.5, 3) - F(0.5)) * F(2.5)
    fall = np.clip(fan.z - brink, 0, None)
    height = (
        (terrain.rough(fan, rng, 2.6, 3) - F(0.5))
        * F(0.36)
        * (F(0.35) + F(0.65) * smoothstep(0.15, 0.8, np.abs(a)))
    )
    height += (terrain.rough(fan, rng, 0.4, 3) - F(0.5)) * F(0.05)
    height += smoothstep(0.45, 1.1, np.abs(a + F(0.05))) * smoothstep(3.2, 7.5, fan.z) * F(0.42)
    crags = terrain.rough(fan, rng, 1.4, 3, ridged=True)
    height += smoothstep(0.62, 0.9, crags) * F(0.22) * smoothstep(0.35, 0.9, np.abs(a))
    return np.asarray(height - fall * fall * F(0.10) - fall * F(0.12), F)


def _turf(fan: Fan, setting: Setting, height: Array) -> Array:
    rng = setting.rng("turf")
    patch, fine = terrain.rough(fan, rng, 1.8, 3, gain=0.6), terrain.rough(fan, rng, 0.15, 3, gain=0.7)
    right, away = terrain.slopes(fan, height)
    steep = np.sqrt(right * right + away * away)
    rock = rgb("#a09a90") * (F(0.66) + F(0.68) * fine)[..., None]
    if setting.is_snowy:
        turf = rgb(woods.SNOW) * (F(0.90) + F(0.14) * (patch - F(0.5)))[..., None]
    else:
        light, dark = (rgb(c) for c in _GREENS[_season(setting)])
        turf = (
            dark + (light - dark) * smoothstep(0.28, 0.72, patch * F(0.55) + fine * F(0.45))[..., None]
        ) * (F(0.82) + F(0.4) * fine)[..., None]
    bare = smoothstep(0.42, 0.75, steep + (patch - F(0.5)) * F(0.6))
    return np.asarray(turf + (rock - turf) * bare[..., None], F)


def _plants(fan: Fan, setting: Setting) -> list[Plant]:
    rng = setting.rng("plants")
    snowy = setting.is_snowy
    cold = WINTER if snowy else 0
    dry = WINTER if snowy or _season(setting) == "autumn" else 0
    pine = woods.snowy_mountain_pine if snowy else woods.mountain_pine
    rocks = (
        (0.80, 6.2, 0.62),
        (0.66, 5.7, 0.34),
        (-0.82, 7.4, 0.66),
        (-0.66, 4.7, 0.36),
        (0.90, 4.2, 0.4),
        (-0.95, 4.9, 0.5),
    )
    plants = groves.at_sides(fan, pine, ((0.74, 6.6, 3.1), (-0.90, 8.2, 2.3)))
    plants += groves.at_sides(fan, herbs.rock, rocks, first=cold)
    tufts, flowers = (
        groves.spread(rng, fan, 60, 2.5, 7.5, aside=0.14),
        groves.spread(rng, fan, 30, 2.5, 7, aside=0.26),
    )
    plants += groves.strewn(rng, tufts, herbs.tuft, (0.10, 0.22), first=dry, pitch=12, shaded=5)
    if not dry:
        plants += groves.strewn(rng, flowers, herbs.wildflowers, (0.15, 0.25), kinds=5, pitch=12)
    return plants
