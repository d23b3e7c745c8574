"""The snowfield: soft drifts with blue shadows, snowy firs, a cabin far off, white mountains."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Array, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.foliage import snowed
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, groves, herbs, massif, sky, terrain, tracks, woods
from waa.painter.world.groves import Plant
from waa.painter.world.herbs import WINTER
from waa.painter.world.lens import open_lens
from waa.painter.world.scenery import open_sky
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.50, 0.885
_CABIN = (-0.46, 30.0)  # share of the half width, metres


@place("snowfield")
def snowfield(canvas: Canvas, setting: Setting) -> Stage:
    horizon = _HORIZON * canvas.height
    scene = open_sky(canvas, setting, horizon)
    light = snow_light(scene.light, setting)
    haze = sky.horizon_colour(setting.hour)
    canvas.layer("mountains")
    cool = with_light(
        light,
        key=tuple(
            float(c)
            for c in mix(light.key, "#ffd0c4" if setting.hour in ("golden", "sunset", "dawn") else haze, 0.4)
        ),
    )
    look = massif.Look(
        rock=mix("#7f8fb0", haze, 0.2), green=None, snow="#f4f8ff", snowline=0.0, haze=haze, veil=(0.20, 0.50)
    )
    massif.massif(
        canvas,
        cool,
        setting.rng("range"),
        horizon + 2,
        230 * canvas.unit,
        look,
        cell=2.6,
        craggy=0.9,
        envelope=lambda x: 0.55 + 0.45 * np.cos((x - 0.72) * 4.2),
    )
    lens = open_lens(canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=260, rows=380)
    height = drifts(fan, setting)
    canvas.layer("snow")
    colour = snow_colour(fan, setting) * terrain.lit(
        fan, height, light, fill=0.30, soft=1.6, bounce=0.45, occlusion=0.6, ambient=1.18
    )
    veil = (1 - np.exp(-fan.depth / F(170)))[:, None, None] * F(0.75)
    terrain.lay_terrain(canvas, fan, height, np.asarray(colour + (haze - colour) * veil, F), crest=1.0)
    glitter(canvas, setting, light, horizon)
    canvas.layer("trees")
    groves.plant_all(
        canvas,
        fan,
        height,
        light,
        _plants(fan, setting),
        air=mix(haze, light.shade, 0.15),
        clear=14,
        far=150,
        most=0.75,
        hidden=True,
    )
    stage = Stage(
        light=light,
        horizon=horizon,
        ground=_GROUND * canvas.height,
        sky_at=(0.70, 0.22),
        haze=0.06,
        finish=Finish(contrast=0.05, saturation=1.08),
    )
    if setting.weather == "snow" or setting.hour == "snow":
        stage.front.append(
            lambda c: air.motes(c, setting.rng("flakes"), 90, "#ffffff", 1 * c.unit, 5 * c.unit, 0.75)
        )
    return stage


def snow_light(light: Light, setting: Setting) -> Light:
    """Snow is lit by the whole sky: blue shades, a low sun that models it from the side."""
    x, y, z = light.direction
    if setting.hour in ("overcast", "storm", "snow"):
        return with_light(light, bounce=(0.9, 0.94, 1.0))
    shade = tuple(
        float(c) for c in mix(light.shade, "#8fb0ea", 0.35) * (1.0 if not setting.is_night else 0.8)
    )
    return with_light(
        light,
        direction=(x * 1.5, min(y, 0.36), z * 0.5),
        shade=shade,
        bounce=(0.85, 0.92, 1.0),
        shadow=tuple(float(c) for c in mix(light.shadow, "#2c4c9a", 0.5)),
    )


def drifts(fan: Fan, setting: Setting) -> Array:
    """Waves of blown snow, low where the subject stands, higher to the sides and far off."""
    rng = setting.rng("drifts")
    aside = np.abs(fan.across)[None] / F(float(fan.across[-1]))
    away = smoothstep(6, 40, fan.z)
    height = (terrain.rough(fan, rng, 26, 3, gain=0.4) - F(0.45)) * F(3.6) * away
    height += (
        (terrain.rough(fan, rng, 5.0, 3, gain=0.45, stretch=1.8) - F(0.5))
        * F(1.0)
        * (F(0.30) + F(0.70) * np.maximum(away, aside))
    )
    height += (terrain.rough(fan, rng, 0.9, 3, gain=0.5, stretch=2.6) - F(0.5)) * F(0.11)
    height += smoothstep(0.45, 1.1, aside) * smoothstep(3, 12, fan.z) * F(0.55)
    return np.asarray(height + tracks.footprints(fan, _to_the_cabin(fan), deep=0.075, far=26), F)


def _to_the_cabin(fan: Fan) -> Callable[[Array], Array]:
    """Somebody has walked there, not quite straight."""
    home = F(_CABIN[0] * float(fan.across[-1]) * _CABIN[1])

    def path(z: Array) -> Array:
        share = np.clip((z - F(2.0)) / F(_CABIN[1] - 2.0), 0, 1)
        return np.asarray(F(1.15) + (home - F(1.15)) * share ** F(1.4) + F(0.35) * np.sin(z * F(0.67)), F)

    return path


def snow_colour(fan: Fan, setting: Setting) -> Array:
    rng = setting.rng("crust")
    patch = terrain.rough(fan, rng, 1.3, 4, gain=0.55) - F(0.5)
    fine = terrain.rough(fan, rng, 0.12, 2) - F(0.5)
    return np.asarray(rgb("#eff4fc") * (F(0.93) + patch * F(0.10) + fine * F(0.05))[..., None], F)


def glitter(canvas: Canvas, setting: Setting, light: Light, top: float) -> None:
    """Single crystals that throw the light at the viewer."""
    if setting.hour in ("overcast", "storm", "snow") or setting.weather is not None:
        return
    air.motes(
        canvas,
        setting.rng("glitter"),
        130,
        light.rim,
        0.6 * canvas.unit,
        1.8 * canvas.unit,
        0.75,
        mode="screen",
        top=top + 0.22 * (canvas.height - top),
    )


def _plants(fan: Fan, setting: Setting) -> list[Plant]:
    rng = setting.rng("firs")
    half = float(fan.across[-1])
    open_to = [p for p in groves.spread(rng, fan, 46, 24, 150, crowd=0.7) if not _in_view(*p, half)]
    plants = groves.strewn(rng, open_to, woods.snowy_conifer, (4, 8), shaded=60)
    near = ((-0.97, 9.5, 6.2), (-0.80, 12.5, 5.0), (0.96, 8.6, 5.4), (0.80, 13.0, 6.5), (0.62, 18.0, 4.6))
    plants += groves.at_sides(fan, woods.snowy_conifer, near)
    if not setting.shows("cabin", "house"):
        a, z = _CABIN
        plants.append(Plant(make=_cabin, x=a * half * z, z=z, tall=4.6, pitch=5))
    stones, straw = (
        groves.spread(rng, fan, 5, 3.4, 9, aside=0.6),
        groves.spread(rng, fan, 10, 2.8, 8, aside=0.45),
    )
    plants += groves.strewn(rng, stones, herbs.stone, (0.12, 0.3), first=WINTER)
    return plants + groves.strewn(rng, straw, herbs.tuft, (0.10, 0.24), first=WINTER, pitch=12)


def _in_view(x: float, z: float, half: float) -> bool:
    """Whether a fir there would hide the cabin or close the middle."""
    a = x / (half * z)
    return abs(a) < 0.10 or (z < _CABIN[1] + 2 and abs(a - _CABIN[0]) < 0.26)


def _cabin(variant: int) -> Model:
    cabin = herbs.made("cabin", variant)
    mesh = snowed(cabin.mesh, noise.stream("snow on the cabin"), 0.96, steep=0.25)
    return replace(cabin, mesh=mesh).transformed(yaw=28)
