"""The polar sea: a floe of snow to stand on, dark blue water with ice drifting in it, icebergs."""

from __future__ import annotations

import numpy as np

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.places.snowfield import glitter, snow_colour, snow_light
from waa.painter.solid import iceberg
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, cutout, massif, sea, sky, terrain
from waa.painter.world.lens import open_lens
from waa.painter.world.scenery import OpenSky, open_sky
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.46, 0.885
_SEA = -0.55  # metres below the floe


@place("polar")
def polar(canvas: Canvas, setting: Setting) -> Stage:
    horizon = _HORIZON * canvas.height
    scene = open_sky(canvas, setting, horizon, clouds=3)
    light, haze = snow_light(scene.light, setting), sky.horizon_colour(setting.hour)
    canvas.layer("mountains")
    look = massif.Look(
        rock=mix("#6f86a8", haze, 0.25),
        green=None,
        snow="#f6faff",
        snowline=0.0,
        haze=haze,
        veil=(0.38, 0.62),
    )
    massif.massif(
        canvas,
        light,
        setting.rng("coast"),
        horizon + 1,
        95 * canvas.unit,
        look,
        cell=2.2,
        craggy=0.85,
        envelope=lambda x: 0.35 + 0.65 * np.cos((x - 0.20) * 3.2) ** 2,
    )
    lens = open_lens(canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=420, rows=350)
    canvas.layer("icebergs")
    bergs = _bergs(setting, fan)
    warm = setting.hour in ("sunset", "golden", "dawn")
    cool = with_light(
        light, key=tuple(float(c) for c in mix(light.key, "#ffd4dc" if warm else "#eef6ff", 0.55))
    )
    scale = fan.lens.focal * canvas.width / fan.lens.width
    for pass_above in (True, False):
        for x, z, tall, kind, flip in bergs:
            px = canvas.width / 2 + x / z * scale
            foot = horizon + (lens.eye - _SEA) / z * scale
            if pass_above:  # what the water will mirror
                cutout.stand(
                    canvas,
                    iceberg.berg,
                    kind,
                    cool,
                    px,
                    foot,
                    tall * scale / z,
                    pitch=1.5,
                    haze=_veil(z),
                    haze_colour=haze,
                    flip=flip,
                    shadow=0,
                )
        if pass_above:
            _lay_sea(canvas, setting, scene, fan, light, haze)
    for x, z, tall, kind, flip in bergs:
        foot = horizon + (lens.eye - _SEA) / z * scale
        px, high = canvas.width / 2 + x / z * scale, tall * scale / z
        canvas.oval(
            px,
            foot,
            high * 0.9,
            max(1.0, high * 0.035),
            rgb("#bff3f2") * light.key,
            soft=high * 0.03,
            opacity=0.5 * (1 - _veil(z)),
        )
        cutout.stand(
            canvas,
            iceberg.berg,
            kind,
            cool,
            px,
            foot,
            high,
            pitch=1.5,
            haze=_veil(z),
            haze_colour=haze,
            flip=flip,
            shadow=0,
        )
    glitter(canvas, setting, light, 0.7 * canvas.height)
    stage = Stage(
        light=light,
        horizon=horizon,
        ground=_GROUND * canvas.height,
        sky_at=(0.70, 0.2),
        haze=0.05,
        finish=Finish(contrast=0.06, saturation=1.08),
    )
    if setting.weather == "snow" or setting.hour == "snow":
        stage.front.append(
            lambda c: air.motes(c, setting.rng("flakes"), 90, "#ffffff", 1 * c.unit, 5 * c.unit, 0.75)
        )
    return stage


def _veil(z: float) -> float:
    return 0.72 * float(1 - np.exp(-z / 170))


def _bergs(setting: Setting, fan: Fan) -> list[tuple[float, float, float, int, bool]]:
    """(x, z, height, variant, mirrored), the farthest first: a large one on the right, smaller ones about."""
    rng = setting.rng("bergs")
    half = float(fan.across[-1])
    found = []
    for a, z, tall, kind in (
        (0.66, 74.0, 15.0, 0),
        (-0.62, 120.0, 17.0, 1),
        (-0.20, 210.0, 18.0, 2),
        (0.30, 180.0, 12.0, 1),
        (-0.95, 58.0, 8.5, 2),
        (0.98, 46.0, 5.0, 3),
        (-0.36, 62.0, 3.2, 3),
    ):
        found.append((a * half * z, z, tall * rng.uniform(0.9, 1.1), kind, bool(rng.random() < 0.5)))
    return sorted(found, key=lambda b: -b[1])


def _lay_sea(canvas: Canvas, setting: Setting, scene: OpenSky, fan: Fan, light: Light, haze: Colour) -> None:
    """The floe with its edge, drifting plates of ice, and the water between them."""
    floe, ice = _ice(fan, setting)
    water = F(_SEA) + sea.swell(fan, setting.rng("swell"), 0.065, long=2.4)
    height = np.maximum(water, floe)
    canvas.layer("sea")
    wet = sea.mirrored(
        canvas,
        fan,
        water,
        light,
        _deep(fan, setting),
        glint=_glint(setting, scene),
        glint_x=scene.sun_x,
        calm=1.3,
    )
    snow = snow_colour(fan, setting) * F(0.93)
    right, away = terrain.slopes(fan, floe)
    steep = smoothstep(0.7, 1.8, np.sqrt(right * right + away * away))
    snow = snow + (rgb("#8fd6ea") - snow) * (steep * F(0.8))[..., None]
    solid = snow * terrain.lit(
        fan, floe, light, fill=0.35, soft=1.5, bounce=0.45, occlusion=0.5, ambient=1.15
    )
    edge = np.asarray(blur((floe > water).astype(F), 0.7))
    # A sill of ice under water glows turquoise round every floe.
    near = np.clip(np.asarray(blur(ice, 5.0)) * F(1.5), 0, 1) * (1 - edge)
    glow = rgb("#5fd0d8") * (rgb(light.key) * F(0.7) + rgb(light.shade) * F(0.2))
    wet = wet + (glow - wet) * (near * F(0.62))[..., None]
    colour = wet + (solid - wet) * edge[..., None]
    veil = (1 - np.exp(-fan.depth / F(190)))[:, None, None] * F(0.6)
    terrain.lay_terrain(canvas, fan, height, np.asarray(colour + (rgb(haze) - colour) * veil, F), crest=0.8)


def _deep(fan: Fan, setting: Setting) -> Array:
    grey = setting.hour in ("overcast", "storm", "snow")
    near, far = (rgb("#3f7f97"), rgb("#2f5f78")) if grey else (rgb("#1f86b8"), rgb("#0d4f92"))
    return np.asarray(near + (far - near) * smoothstep(6, 40, fan.z)[..., None], F)


def _glint(setting: Setting, scene: OpenSky) -> Colour | None:
    if not scene.has_disc:
        return None
    low = setting.hour in ("sunset", "dawn", "golden") or setting.is_night
    return scene.light.rim if low else "#fff8e8"


def _ice(fan: Fan, setting: Setting) -> tuple[Array, Array]:
    """(height of the ice, 0..1 where there is some): the floe in front, then plates with leads between them."""
    rng = setting.rng("floes")
    a = fan.across[None] / F(float(fan.across[-1]))
    wander = (terrain.rough(fan, rng, 2.2, 3) - F(0.5)) * F(1.6)
    line = F(5.3) + F(0.9) * a - F(0.5) * a * a + wander
    inside = line - fan.z  # metres from the edge of the floe
    bumps = (terrain.rough(fan, rng, 2.6, 4, gain=0.5, stretch=1.6) - F(0.5)) * F(0.26)
    bumps += (terrain.rough(fan, rng, 0.5, 2, stretch=2.0) - F(0.5)) * F(0.05)
    calm = 1 - F(0.7) * np.exp(-((fan.x / F(1.5)) ** 2) - ((fan.z - F(3.6)) / F(1.2)) ** 2)
    shelf = smoothstep(-0.10, 0.16, inside)
    floe = F(-1.4) + (F(1.4) + bumps * calm + F(0.10) * smoothstep(0.9, 0.2, inside)) * shelf
    plates = terrain.octave(fan, rng, 7.0, stretch=1.3) * F(0.7) + terrain.octave(
        fan, rng, 2.6, stretch=1.3
    ) * F(0.3)
    share = smoothstep(0.0, 0.035, plates - F(0.62)) * smoothstep(-3.4, -4.6, inside)
    plate = F(-1.4) + (F(1.4 + _SEA + 0.22) + bumps * F(0.4)) * share
    return np.maximum(floe, plate).astype(F), np.maximum(shelf, share).astype(F)
