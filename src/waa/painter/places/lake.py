"""The lake: still water that mirrors mountains and woods, a grassy bank with reeds and stones, a jetty."""

from __future__ import annotations

import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import box, cylinder, join
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import air, cutout, groves, herbs, massif, sea, sky, smoke, terrain, woods
from waa.painter.world.groves import Plant
from waa.painter.world.herbs import WINTER
from waa.painter.world.lens import open_lens
from waa.painter.world.scenery import OpenSky, open_sky
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.44, 0.885
_WATERS = {"salt_flat": "#c9d6e0", "pond": "#2f6a4c", "hot_spring": "#6fc3bf"}  # by the place's own name
_LAKE = -0.22  # metres below the bank
_GREENS = {
    "summer": ("#8cba4e", "#4d7f3a"),
    "spring": ("#a6cc60", "#62984a"),
    "autumn": ("#b9a552", "#77683a"),
}


@place("lake", floats=True)
def lake(canvas: Canvas, setting: Setting) -> Stage:
    horizon = _HORIZON * canvas.height
    scene = open_sky(canvas, setting, horizon)
    light, haze = scene.light, sky.horizon_colour(setting.hour)
    flat = setting.named == "salt_flat"  # a skin of water over white salt: one walks on the mirror
    afloat = not setting.stands and bool(setting.concepts) and not flat
    lens = open_lens(canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=340, rows=340)
    _far_shore(canvas, setting, light, haze, horizon)
    bank = np.full(fan.shape, F(_LAKE - 0.05)) if flat else _bank(fan, setting, afloat)
    canvas.layer("water")
    water = F(_LAKE) + sea.swell(fan, setting.rng("ripples"), _waves(setting), long=1.6, octaves=4)
    wet = sea.mirrored(
        canvas,
        fan,
        water,
        light,
        _deep(setting),
        clear=0.60 if flat else 0.10,
        glint=_glint(setting, scene),
        glint_x=scene.sun_x,
        calm=1.0,
    )
    land = _bank_colour(fan, setting, bank) * terrain.lit(fan, bank, light, fill=0.4, soft=1.4)
    edge = np.asarray(blur((bank > water).astype(F), 0.8))
    shallow = np.exp(-np.clip(water - bank, 0, None) * F(5.0)) * F(0.75) * (1 - edge)
    wet = wet + (land * rgb("#b9d6c4") - wet) * shallow[..., None]
    colour = wet + (land - wet) * edge[..., None]
    veil = (1 - np.exp(-fan.depth / F(260)))[:, None, None] * F(0.5)
    terrain.lay_terrain(
        canvas, fan, np.maximum(water, bank), np.asarray(colour + (haze - colour) * veil, F), crest=0.6
    )
    if setting.hour in ("dawn", "golden", "overcast", "snow") or setting.weather == "fog":
        air.fog(
            canvas, horizon - 36 * canvas.unit, horizon + 46 * canvas.unit, haze, setting.rng("mist"), 0.65
        )
    canvas.layer("bank")
    groves.plant_all(
        canvas,
        fan,
        np.maximum(water, bank),
        light,
        [] if flat else _plants(fan, setting, bank, afloat),
        air=haze,
        clear=14,
        far=200,
    )
    stage = Stage(
        light=light,
        horizon=horizon,
        ground=(0.80 if afloat else _GROUND) * canvas.height,
        kind="water" if afloat else "ground",
        reflects=0.6 if flat else 0.0,
        sky_at=(0.70, 0.2),
        haze=0.06,
        finish=Finish(contrast=0.05, saturation=1.08),
    )
    stage.front.append(lambda c: _in_front(c, setting, light))
    return stage


def _season(setting: Setting) -> str:
    return setting.season if setting.season in ("spring", "autumn") else "summer"


def _waves(setting: Setting) -> float:
    if setting.named == "salt_flat":
        return 0.004
    return 0.07 if setting.hour == "storm" or setting.weather in ("storm", "rain") else 0.022


def _deep(setting: Setting) -> Colour:
    if setting.named in _WATERS:
        return _WATERS[setting.named]
    return "#48686e" if setting.hour in ("overcast", "storm", "snow") else "#1f7482"


def _glint(setting: Setting, scene: OpenSky) -> Colour | None:
    low = setting.hour in ("sunset", "dawn", "golden") or setting.is_night
    return scene.light.rim if scene.has_disc and low else None


def _far_shore(canvas: Canvas, setting: Setting, light: Light, haze: Colour, horizon: float) -> None:
    """High mountains, lower wooded ones before them, and firs down to the water."""
    unit, season = canvas.unit, _season(setting)
    canvas.layer("mountains")
    snowy = setting.is_snowy
    peaks = massif.Look(
        rock=mix("#8791a2", haze, 0.15),
        green=None if snowy else "#7d9a72",
        snow="#f7faff",
        snowline=0.05 if snowy else 0.42,
        haze=haze,
        veil=(0.30, 0.52),
    )
    massif.massif(
        canvas,
        light,
        setting.rng("peaks"),
        horizon + 1,
        250 * unit,
        peaks,
        cell=2.8,
        craggy=0.95,
        envelope=lambda x: 0.40 + 0.60 * np.exp(-(((x - 0.60) / 0.24) ** 2)),
    )
    green = {"summer": "#4f7f4a", "spring": "#7aa552", "autumn": "#b8793a"}[season]
    hills = massif.Look(
        rock=mix(green, "#3a4a40", 0.3),
        green=green,
        snow="#eef3fa",
        snowline=0.1 if snowy else 2.0,
        haze=haze,
        veil=(0.18, 0.34),
    )
    massif.massif(
        canvas,
        light,
        setting.rng("hills"),
        horizon + 2,
        118 * unit,
        hills,
        near=2.2,
        far=5.0,
        cell=1.3,
        craggy=0.25,
        rows=130,
        envelope=lambda x: np.clip(0.25 + np.abs(x - 0.55) * 1.7, 0, 1),
    )
    if setting.named == "salt_flat":
        return
    canvas.layer("woods")
    rng = setting.rng("woods")
    make = woods.snowy_conifer if snowy else woods.conifer
    broad = woods.tall_tree(season)
    for k in range(84):
        x = ((k * 0.618 + rng.random() * 0.3) % 1.0) * 1.06 - 0.03
        tall = rng.uniform(30, 58) * (0.45 + 1.5 * abs(x - 0.55)) * unit
        kind = broad if not snowy and rng.random() < 0.45 else make
        cutout.stand(
            canvas,
            kind,
            int(rng.integers(3)),
            light,
            x * canvas.width,
            horizon + 3 * unit,
            tall,
            pitch=0,
            haze=0.30 - 0.18 * abs(x - 0.55),
            haze_colour=haze,
            shadow=0,
            flip=bool(rng.random() < 0.5),
        )


def _bank(fan: Fan, setting: Setting, afloat: bool) -> Array:
    """Heights of the near shore: a bank that runs out into the lake on the left; only its corner when things float."""
    rng = setting.rng("bank")
    a = fan.across[None] / F(float(fan.across[-1]))
    wander = (terrain.rough(fan, rng, 1.8, 4, gain=0.55) - F(0.5)) * F(1.5)
    line = (
        (F(2.55) + F(1.6) * np.clip(-a - F(0.35), 0, 1) * 2)
        if afloat
        else (F(5.4) - F(1.5) * a + F(3.4) * np.clip(-a - F(0.45), 0, 1))
    )
    inside = line + wander * (F(0.25) if afloat else F(1.0)) - fan.z
    bumps = (terrain.rough(fan, rng, 1.9, 4) - F(0.5)) * F(0.20) + (
        terrain.rough(fan, rng, 0.3, 2) - F(0.5)
    ) * F(0.03)
    calm = 1 - F(0.7) * np.exp(-((fan.x / F(1.4)) ** 2) - ((fan.z - F(3.6)) / F(1.0)) ** 2)
    shape = F(_LAKE) + F(0.24) * smoothstep(-0.1, 1.3, inside) + np.clip(inside, -3, 0) * F(0.28)
    return np.asarray(shape + bumps * calm * smoothstep(-0.2, 0.8, inside), F)


def _bank_colour(fan: Fan, setting: Setting, bank: Array) -> Array:
    rng = setting.rng("turf")
    patch = terrain.rough(fan, rng, 1.6, 3, gain=0.6)
    fine = terrain.rough(fan, rng, 0.16, 2, gain=0.7)
    gravel = rgb("#b3a58c") * (F(0.70) + F(0.6) * terrain.octave(fan, rng, 0.10))[..., None]
    if setting.is_snowy:
        turf = np.broadcast_to(rgb(woods.SNOW), (*fan.shape, 3)) * (F(0.92) + F(0.08) * patch)[..., None]
    else:
        light, dark = (rgb(c) for c in _GREENS[_season(setting)])
        turf = (dark + (light - dark) * smoothstep(0.3, 0.7, patch * F(0.55) + fine * F(0.45))[..., None]) * (
            F(0.85) + F(0.35) * fine
        )[..., None]
    high = bank - F(_LAKE) + (patch - F(0.5)) * F(0.14)
    colour = gravel + (turf - gravel) * smoothstep(0.10, 0.20, high)[..., None]
    return np.asarray(colour * (F(0.62) + F(0.38) * smoothstep(0.0, 0.06, bank - F(_LAKE)))[..., None], F)


# -- on the bank --------------------------------------------------------------------------------------------


def _plants(fan: Fan, setting: Setting, bank: Array, afloat: bool) -> list[Plant]:
    rng = setting.rng("plants")
    snowy, season = setting.is_snowy, _season(setting)
    dry = WINTER if season == "autumn" or snowy else 0

    def between(count: int, far: float, aside: float, low: float, high: float) -> list[tuple[float, float]]:
        """Points where the ground is so high above the water."""
        points = groves.spread(rng, fan, count, 2.4, far, aside=aside)
        return [p for p in points if low < _height_at(fan, bank, *p) - _LAKE < high]

    turf = between(60, 9, 0.16, 0.14, 9)
    plants = groves.strewn(rng, turf, herbs.tuft, (0.1, 0.22), first=dry, pitch=12, shaded=5)
    if not dry:
        plants += groves.strewn(
            rng, between(26, 6, 0.3, 0.16, 9), herbs.wildflowers, (0.16, 0.26), kinds=5, pitch=12
        )
    plants += groves.strewn(
        rng, between(60, 11, 0.30, -0.16, 0.12), herbs.reeds, (0.55, 1.05), first=dry, shaded=0
    )
    cold = WINTER if snowy else 0
    plants += groves.strewn(rng, between(26, 9, 0.25, -0.12, 0.20), herbs.stone, (0.08, 0.26), first=cold)
    if setting.named == "pond" and not snowy:
        pads = groves.spread(rng, fan, 90, 3.4, 15, crowd=0.8)
        on_water = [p for p in pads if _height_at(fan, bank, *p) < _LAKE - 0.06]
        plants += groves.strewn(rng, on_water, _lotus, (0.16, 0.34), kinds=4, shaded=0, pitch=14)
    if setting.named == "hot_spring":
        shore = between(90, 10, 0.05, -0.20, 0.16)
        plants += groves.strewn(rng, shore, herbs.rock, (0.18, 0.42), first=cold)
    if not afloat:
        make = woods.snowy_conifer if snowy else woods.conifer
        plants += groves.at_sides(fan, make, ((-1.0, 6.2, 4.6), (-0.80, 7.0, 2.9)))
        half = float(fan.across[-1])
        plants.append(Plant(make=_jetty, x=0.50 * half * 5.6, z=5.6, tall=0.72, pitch=9, shadow=0.0))
    return plants


def _height_at(fan: Fan, height: Array, x: float, z: float) -> float:
    row = min(int(np.searchsorted(fan.depth, z)), fan.shape[0] - 1)
    column = min(int(np.searchsorted(fan.across, x / z)), fan.shape[1] - 1)
    return float(height[row, column])


def _lotus(variant: int) -> Model:
    return herbs.made("lotus", variant, (None, "white", None, "pink")[variant % 4])


def _jetty(variant: int) -> Model:
    """A wooden jetty that leads away from the viewer, 6 m long; the water is at its foot."""
    rng = noise.stream("jetty", variant)
    parts = []
    for k in range(26):
        tint = np.clip(rgb("#a07f58") * rng.uniform(0.82, 1.12), 0, 1)
        plank = box(1.3, 0.05, 0.20, tint, 0.05, bevel=0.012)
        parts.append(plank.moved(rng.uniform(-0.02, 0.02), 0.30, -0.23 * k))
    for k in range(4):
        for side in (-0.62, 0.62):
            parts.append(cylinder(0.07, 0.72, "#7c6044", 0.05, steps=14).moved(side, -0.08, -1.75 * k - 0.1))
    return Model(mesh=join(*parts).turned(yaw=-16))


def _in_front(canvas: Canvas, setting: Setting, light: Light) -> None:
    if setting.named == "hot_spring":
        rng = setting.rng("steam")
        for x in (0.22, 0.46, 0.72, 0.9):
            smoke.wisps(
                canvas,
                rng,
                x * canvas.width,
                0.76 * canvas.height,
                0.42 * canvas.height,
                opacity=0.5,
                spread=0.5,
            )
        air.fog(canvas, 0.46 * canvas.height, 0.78 * canvas.height, "#f4f8f8", rng, 0.35)
    if setting.is_night and not setting.is_snowy and setting.weather is None:
        air.fireflies(canvas, setting.rng("fireflies"), 24, top=0.5)
