"""Rice terraces: steps of water and young rice that follow a valley's slopes; one stands on a dyke above them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid import foliage
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import air, groves, herbs, massif, sea, sky, terrain, woods
from waa.painter.world.groves import Plant
from waa.painter.world.herbs import WINTER
from waa.painter.world.lens import open_lens
from waa.painter.world.scenery import OpenSky, open_sky
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.42, 0.885
_STEP = 0.9  # metres from terrace to terrace
_DYKE, _PADDY = 1.45, -0.26  # half the width of the dyke one stands on; the paddies at its sides

# (rice, bank, share of the terraces that are under open water)
_CROPS: dict[str, tuple[Colour, Colour, float]] = {
    "spring": ("#9fce5a", "#6f9a48", 0.72),
    "summer": ("#8cc63f", "#5f8f3c", 0.30),
    "autumn": ("#e3b73f", "#8f8a3e", 0.05),
    "winter": ("#b59d6a", "#8a7a54", 0.80),
    "tea": ("#4f9440", "#7a9a4e", 0.0),
    "any": ("#93ca4a", "#65933f", 0.62),
}


@place("rice_terraces")
def rice_terraces(canvas: Canvas, setting: Setting) -> Stage:
    horizon = _HORIZON * canvas.height
    scene = open_sky(canvas, setting, horizon)
    light, haze = scene.light, sky.horizon_colour(setting.hour)
    canvas.layer("mountains")
    _mountains(canvas, setting, light, haze, horizon)
    lens = open_lens(canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=300, rows=420)
    height, field = _terraces(fan, setting)
    canvas.layer("terraces")
    colour = _painted(canvas, fan, setting, scene, height, field)
    veil = (1 - np.exp(-fan.depth / F(230)))[:, None, None] * F(0.72)
    terrain.lay_terrain(canvas, fan, height, np.asarray(colour + (haze - colour) * veil, F), crest=0.8)
    if setting.hour in ("dawn", "golden", "overcast", "snow") or setting.weather == "fog":
        air.fog(
            canvas,
            horizon - 50 * canvas.unit,
            horizon + 110 * canvas.unit,
            mix(haze, "#ffffff", 0.3),
            setting.rng("mist"),
            0.6,
        )
    canvas.layer("plants")
    groves.plant_all(canvas, fan, height, light, _plants(fan, setting), air=haze, clear=16, far=240)
    stage = Stage(
        light=light,
        horizon=horizon,
        ground=_GROUND * canvas.height,
        sky_at=(0.70, 0.18),
        haze=0.05,
        finish=Finish(contrast=0.06, saturation=1.08),
    )
    if setting.is_night and setting.weather is None:
        stage.front.append(lambda c: air.fireflies(c, setting.rng("fireflies"), 30, top=0.45))
    return stage


def _is_tea(setting: Setting) -> bool:
    return setting.named == "tea_plantation"


def _crop(setting: Setting) -> tuple[Colour, Colour, float]:
    if _is_tea(setting) and not setting.is_snowy:
        return _CROPS["tea"]
    return _CROPS["winter" if setting.is_snowy else setting.season if setting.season in _CROPS else "any"]


def _mountains(canvas: Canvas, setting: Setting, light: Light, haze: Colour, horizon: float) -> None:
    unit, snowy = canvas.unit, setting.is_snowy
    far = massif.Look(
        rock=mix("#7f8fa0", haze, 0.2),
        green=mix("#6f9478", haze, 0.1),
        snowline=0.2 if snowy else 2.0,
        haze=haze,
        veil=(0.40, 0.62),
    )
    massif.massif(
        canvas,
        light,
        setting.rng("far"),
        horizon + 2,
        190 * unit,
        far,
        cell=2.6,
        craggy=0.5,
        rows=150,
        envelope=lambda x: 0.45 + 0.55 * np.cos((x - 0.68) * 3.6) ** 2,
    )
    near = massif.Look(
        rock="#6f7a5c", green="#5c8c4c", snowline=0.15 if snowy else 2.0, haze=haze, veil=(0.24, 0.40)
    )
    massif.massif(
        canvas,
        light,
        setting.rng("near"),
        horizon + 6 * unit,
        125 * unit,
        near,
        near=2.4,
        far=6.0,
        cell=1.5,
        craggy=0.25,
        rows=120,
        envelope=lambda x: np.clip(0.15 + 1.5 * np.abs(x - 0.45), 0, 1),
    )


def _terraces(fan: Fan, setting: Setting) -> tuple[Array, Array]:
    """(height, field): `field` counts the terraces; its fraction is 0 at a terrace's outer edge and 1 at the next bank's
    top; it is negative on the dyke, and -2 in the two paddies beside it."""
    rng = setting.rng("slopes")
    a = fan.across[None] / F(float(fan.across[-1]))
    z = fan.depth
    profile = np.interp(z, [0, 6.5, 20, 45, 85, 150, 300], [0.2, -0.5, -2.7, -6.6, -9.8, -8.0, 4.0]).astype(
        F
    )[:, None]
    curves = (terrain.octave(fan, rng, 26, stretch=1.2) - F(0.5)) * F(0.12) * np.minimum(fan.z, 40)
    curves += (terrain.octave(fan, rng, 80) - F(0.5)) * F(0.15) * np.clip(fan.z - 20, 0, 110)
    curves += (terrain.octave(fan, rng, 8) - F(0.5)) * F(0.8) * smoothstep(7, 16, fan.z)
    sides = (np.clip(np.abs(a + F(0.06)) - F(0.18), 0, 1) ** F(1.5)) * fan.z * F(0.10)
    slope = (profile + curves + sides) / F(_STEP)
    floor = np.floor(slope)
    part = slope - floor
    by_row, by_column = np.gradient(slope)
    seen = smoothstep(0.34, 0.14, np.maximum(np.abs(by_row), np.abs(by_column)))
    _, edge = _plots(fan, floor)
    lip = F(0.10) * np.maximum(np.exp(-((edge / F(0.03)) ** 2)), np.exp(-(((part - F(0.06)) / F(0.05)) ** 2)))
    stepped = (slope + (floor + smoothstep(0.80, 1.0, part) + lip - slope) * seen) * F(_STEP)
    off = np.abs(fan.x + F(0.15) + F(0.12) * np.sin(fan.z * F(0.9)))
    brink = F(5.7) + F(0.40) * np.sin(fan.x * F(0.8) + F(0.6)) + F(0.25) * np.sin(fan.x * F(1.9))
    beyond = smoothstep(-0.2, 0.25, fan.z - brink)
    dyke = np.maximum(smoothstep(_DYKE + 0.32, _DYKE, off), smoothstep(-0.85, -0.6, fan.z - brink))
    ground = F(_PADDY) * (1 - dyke) + (terrain.rough(fan, rng, 0.6, 3) - F(0.5)) * F(0.06) * dyke
    height = ground + (np.minimum(stepped, F(-0.35) + F(0.2) * np.clip(fan.z - 9, 0, 99)) - ground) * beyond
    field = np.where(beyond > F(0.5), floor + part + F(40), np.where(dyke > F(0.5), F(-1), F(-2)))
    return np.asarray(height, F), np.asarray(field, F)


def _plots(fan: Fan, number: Array) -> tuple[Array, Array]:
    """(which plot of its terrace, 0 on the bund between two of them and growing inwards), each (rows, columns)."""
    along = fan.across[None] * F(3.4) + np.log(fan.depth)[:, None] * F(0.9) + (number * F(0.754)) % 1 + F(40)
    plot = np.floor(along)
    return plot, F(0.5) - np.abs(along - plot - F(0.5))


def _painted(
    canvas: Canvas, fan: Fan, setting: Setting, scene: OpenSky, height: Array, field: Array
) -> Array:
    rng = setting.rng("fields")
    rice, bank, flooded = _crop(setting)
    fine = terrain.rough(fan, rng, 0.18, 2, gain=0.7)
    patch = terrain.octave(fan, rng, 1.2)
    number = np.clip(np.floor(field), 0, 199).astype(np.int64)
    part = field - np.floor(field)
    cut, edge = _plots(fan, np.floor(field) - 40)  # each terrace is cut into plots that are sown or flooded
    chance = ((number * F(0.618) + cut * F(0.37) + F(rng.random())) % 1).astype(F)
    paddies = field < F(-1.5)
    flat = ((part > F(0.10)) & (part < F(0.80)) & (field >= 0) & (edge > F(0.035))) | paddies
    wet = np.asarray(blur((flat & ((chance < F(flooded)) | (paddies & (flooded > 0)))).astype(F), 0.7))
    clumps = terrain.octave(fan, rng, 0.5, stretch=1.6)
    green = rgb(rice) * (F(0.58) + F(0.36) * fine + F(0.30) * clumps + F(0.24) * (chance - F(0.5)))[..., None]
    apart, deep = (
        (1.3, 0.55) if _is_tea(setting) else (0.55, 0.16)
    )  # metres between rows, and how dark it is there
    rows = F(0.5) + F(0.5) * np.sin(fan.z * F(2 * np.pi / apart))
    green = green * (1 - F(deep) * rows * smoothstep(0.4, 0.1, fan.step)[:, None])[..., None]
    turf = rgb(bank) * (F(0.70) + F(0.55) * fine)[..., None]
    worn = (
        smoothstep(
            0.62,
            0.78,
            patch * F(0.30)
            + F(0.62) * np.exp(-(((fan.x + F(0.15) + F(0.2) * np.sin(fan.z)) / F(0.42)) ** 2)),
        )
        * (field > F(-1.5))
        * (field < 0)
    )
    turf = turf + (rgb("#a98a5c") * (F(0.75) + F(0.5) * fine)[..., None] - turf) * (worn * F(0.8))[..., None]
    if setting.is_snowy:
        turf = turf + (rgb(woods.SNOW) - turf) * F(0.92)
        green = green + (rgb(woods.SNOW) - green) * F(0.75)
    crop = np.asarray(blur(flat.astype(F), 0.7))[..., None]
    ground = (turf + (green - turf) * crop) * terrain.lit(fan, height, scene.light, fill=0.4, soft=1.2)
    calm = sea.swell(fan, setting.rng("ripples"), 0.010, long=1.2, octaves=2)
    low = setting.hour in ("sunset", "dawn", "golden") or setting.is_night
    mirror = sea.mirrored(
        canvas,
        fan,
        calm,
        scene.light,
        "#4f7a6a",
        clear=0.30,
        glint=scene.light.rim if low and scene.has_disc else None,
        glint_x=scene.sun_x,
    )
    shoots = (
        smoothstep(0.60, 0.80, terrain.octave(fan, rng, 0.22))
        * smoothstep(0.25, 0.06, fan.step)[:, None]
        * (rows > F(0.45))
    )
    mirror = mirror + (ground - mirror) * (shoots * F(0.5 if flooded < 0.75 else 0.15))[..., None]
    return np.asarray(ground + (mirror - ground) * wet[..., None], F)


# -- what grows ---------------------------------------------------------------------------------------------


def _plants(fan: Fan, setting: Setting) -> list[Plant]:
    rng = setting.rng("plants")
    snowy = setting.is_snowy
    autumn = setting.season == "autumn"
    groups = ((-0.88, 60.0, 9.0), (-0.94, 72.0, 10.0), (0.88, 84.0, 9.0), (-0.24, 190.0, 10.0))
    single = ((-0.80, 66.0, 8.0), (0.80, 90.0, 10.0), (0.94, 40.0, 7.0))
    tree = woods.snowy_conifer if snowy else woods.tall_tree("autumn" if autumn else "summer")
    plants = groves.at_sides(fan, woods.snowy_conifer if snowy else herbs.bamboo, groups)
    plants += groves.at_sides(fan, tree, single)
    if not setting.shows("house", "cabin"):
        houses = ((-0.64, 78.0, 5.5), (0.62, 130.0, 5.5))
        plants += groves.at_sides(fan, _house, houses, first=WINTER if snowy else 0, kinds=2)
    dry = WINTER if snowy or autumn else 0
    if not snowy:
        rows = [
            (side * (_DYKE + 0.52 + 0.44 * k) - 0.15, 2.5 + 0.55 * row)
            for side in (-1, 1)
            for row in range(5)
            for k in range(5)
        ]
        sown = [(x + rng.uniform(-0.04, 0.04), z + rng.uniform(-0.05, 0.05)) for x, z in rows]
        crop, tall = (herbs.bush, (0.36, 0.44)) if _is_tea(setting) else (herbs.rice, (0.42, 0.56))
        plants += groves.strewn(rng, sown, crop, tall, first=0 if _is_tea(setting) else dry, pitch=12)
    turf = [p for p in groves.spread(rng, fan, 34, 2.5, 5.6, aside=0.2) if abs(p[0] + 0.15) < _DYKE + 0.1]
    plants += groves.strewn(rng, turf[::2], herbs.tuft, (0.09, 0.19), first=dry, pitch=12)
    return plants + groves.strewn(
        rng, turf[1::2], herbs.tuft if dry else herbs.wildflowers, (0.1, 0.2), first=dry, pitch=12
    )


def _house(variant: int) -> Model:
    house = herbs.made("house", variant % WINTER)
    if variant >= WINTER:
        house = replace(
            house, mesh=foliage.snowed(house.mesh, noise.stream("snow on the house"), 0.96, steep=0.25)
        )
    return house.transformed(yaw=-30 if variant % WINTER else 28)
