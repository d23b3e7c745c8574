"""The beach: sand, a bay that turns from foam to turquoise to blue, an island, palms at the sides."""

from __future__ import annotations

from functools import partial

import numpy as np

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import ball, join, tube
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import cutout, groves, herbs, massif, sea, sky, terrain, tracks
from waa.painter.world.groves import Plant
from waa.painter.world.herbs import WINTER
from waa.painter.world.lens import level
from waa.painter.world.scenery import OpenSky, open_sky
from waa.painter.world.terrain import Fan

_TIDE = -0.32  # the sea's level below the sand where the subject stands, in metres


@place("beach", floats=True)
def beach(canvas: Canvas, setting: Setting) -> Stage:
    afloat = not setting.stands and bool(setting.concepts)
    horizon, ground = 0.47, 0.885
    scene = open_sky(canvas, setting, horizon * canvas.height)
    canvas.layer("island")
    _islands(canvas, setting, scene.light, horizon * canvas.height)
    lens = level(canvas.width, canvas.height, horizon=horizon, ground=ground, eye=1.5, near=3.6)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=420, rows=400)
    shore = _shore(fan, setting, afloat)
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
        ground=(0.72 if afloat else ground) * canvas.height,
        kind="water" if afloat else "ground",
        sky_at=(0.72, 0.2),
        haze=0.05,
        finish=Finish(contrast=0.05, saturation=1.06),
    )
    groves.plant_all(
        canvas,
        fan,
        np.maximum(sand, water),
        light,
        _strand(fan, setting, 3.1 if afloat else 5.6),
        air=light.haze,
        clear=20,
        far=200,
    )
    _palms(canvas, setting, light, horizon * canvas.height, 1.7 if afloat else 1.0)
    return stage


def _strand(fan: Fan, setting: Setting, edge: float) -> list[Plant]:
    """What lies on the sand as far as its `edge`: stones by the palm, shells, a starfish, grass on the dry side."""
    rng = setting.rng("strand")
    stones = ((-0.93, 6.6, 0.5), (-0.80, 6.2, 0.26), (-0.99, 5.6, 0.34), (0.97, 5.8, 0.30))
    plants = groves.at_sides(fan, herbs.stone, stones, first=WINTER if setting.is_snowy else 0)
    shells = groves.spread(rng, fan, 12, 2.4, edge, aside=0.3)
    plants += groves.strewn(rng, shells, _shell, (0.045, 0.085), pitch=22)
    grass = groves.spread(rng, fan, 26, 2.4, edge, aside=0.74)
    plants += groves.strewn(rng, grass, herbs.tuft, (0.14, 0.3), first=WINTER, pitch=12)
    if not setting.shows("starfish"):
        half = float(fan.across[-1])
        plants.append(Plant(make=_starfish, x=0.52 * half * 3.2, z=3.2, tall=0.13, pitch=30, shadow=0.6))
    return plants


def _starfish(variant: int) -> Model:
    """It lies on its back, arms spread."""
    arms = []
    for k in range(5):
        a = 2 * np.pi * k / 5 + 0.3
        x, z = 0.5 * float(np.sin(a)), 0.5 * float(np.cos(a))
        path = [(0, 0.05, 0), (x * 0.5, 0.05, z * 0.5), (x, 0.02, z)]
        arms.append(tube(path, [0.16, 0.115, 0.045], "#f0804a", 0.1, steps=14))
    return Model(mesh=join(*arms, ball((0.17, 0.09, 0.17), (0, 0.05, 0), "#f28f58", steps=16)))


def _shell(variant: int) -> Model:
    """A scallop, ribbed, half a hand wide."""
    tint = ("#fbe6d6", "#f6c7b4", "#fdf4e6")[variant % 3]
    dome = ball((0.5, 0.22, 0.42), (0, 0.02, 0), tint, 0.25, steps=28)
    angle = np.arctan2(dome.vertices[:, 0], dome.vertices[:, 2] + F(0.42))
    ribs = F(0.84) + F(0.16) * np.cos(angle * 26)
    return Model(mesh=dome.painted(np.clip(rgb(tint) * ribs[:, None], 0, 1)))


def _islands(canvas: Canvas, setting: Setting, light: Light, horizon: float) -> None:
    """A green headland on the right and a far island."""
    haze, unit = sky.horizon_colour(setting.hour), canvas.unit
    green = "#dfe7ee" if setting.is_snowy else "#5c8f55"
    for name, middle, reach, tall, veil in (
        ("far", 0.30, 0.17, 62, (0.42, 0.58)),
        ("near", 1.0, 0.34, 150, (0.20, 0.36)),
    ):
        look = massif.Look(rock=mix("#8f8676", haze, 0.2), green=green, haze=haze, veil=veil)
        outline = partial(_hump, middle=middle, reach=reach)
        rng = setting.rng("island", name)
        massif.massif(
            canvas,
            light,
            rng,
            horizon + 2,
            tall * unit,
            look,
            ridge=outline,
            cell=0.8,
            near=2.0,
            far=4.0,
            craggy=0.35,
            rows=110,
        )


def _hump(x: Array, middle: float, reach: float) -> Array:
    """An island's outline: two tops on one back, steep ends."""
    t = (x - F(middle)) / F(reach)
    back = np.clip(1 - t * t, 0, 1) ** F(0.7)
    return np.asarray(
        back * (F(0.55) + F(0.45) * np.exp(-(((t + F(0.25)) / F(0.32)) ** 2)) + F(0.16) * np.sin(t * 7)), F
    )


def _shore(fan: Fan, setting: Setting, afloat: bool) -> Array:
    """(1, columns): how far off the water's edge is, in metres: a bay that comes nearer on the right, and altogether
    where something floats in it."""
    rng = setting.rng("shore")
    a = fan.across
    phase = rng.uniform(0, 6.3, 2)
    line = 8.6 - 1.9 * a + 0.35 * np.sin(a * 6 + phase[0]) + 0.18 * np.sin(a * 15 + phase[1])
    line = np.clip(line, 6.2, 12.0)
    return (line * F(0.5) if afloat else line)[None].astype(F)


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
    walk = tracks.footprints(fan, _stroll, deep=0.05, far=12)
    return np.asarray(fall + (lumps * calm + wind + walk) * dry, F)


def _stroll(z: Array) -> Array:
    """Somebody has walked up from the water on the right."""
    return np.asarray(F(0.75) + F(0.20) * z + F(0.25) * np.sin(z * F(0.9)), F)


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
    return herbs.made("palm_tree", variant)


def _palms(canvas: Canvas, setting: Setting, light: Light, horizon: float, nearer: float) -> None:
    """One leans in from the left, a pair stands farther off on the right."""
    if setting.shows("palm_tree"):
        return
    canvas.layer("palms")
    tall = 0.62 * min(canvas.height, canvas.width * 1.2)
    foot = horizon + 0.20 * nearer * canvas.height
    for x, variant, scale, down in ((0.03, 0, 1.0, 1.0), (0.985, 3, 0.86, 1.16), (0.91, 1, 0.68, 1.10)):
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
