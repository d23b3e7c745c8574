"""Open country: the meadow, rolling grass with drifts of flowers, a path, single trees, hills and far mountains."""

from __future__ import annotations

import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import air, groves, herbs, massif, sky, terrain, woods
from waa.painter.world.cutout import Maker
from waa.painter.world.groves import Plant
from waa.painter.world.herbs import WINTER
from waa.painter.world.lens import open_lens
from waa.painter.world.scenery import open_sky
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.50, 0.885

# (grass in the light, grass in its depth, the hills) by season.
_GREENS: dict[str, tuple[Colour, Colour, Colour]] = {
    "summer": ("#9cc850", "#578f38", "#6a9c50"),
    "spring": ("#acd45a", "#639c42", "#86b25c"),
    "autumn": ("#c9ad55", "#8d7a3c", "#b08a48"),
}
_TREES = (
    "tree",
    "pine_tree",
    "cherry_tree",
    "maple_tree",
    "banyan",
    "willow",
    "ginkgo_tree",
    "kapok_tree",
    "flame_tree",
    "jacaranda",
    "trumpet_tree",
    "palm_tree",
    "christmas_tree",
    "dead_tree",
)
_DRIFTS = {"summer": ("#fdf6df", "#ffd95e", "#f2a0c0"), "spring": ("#fbd3e2", "#fff3c4", "#c9b0f2")}


@place("meadow")
def meadow(canvas: Canvas, setting: Setting) -> Stage:
    horizon = _HORIZON * canvas.height
    scene = open_sky(canvas, setting, horizon)
    light, haze = scene.light, sky.horizon_colour(setting.hour)
    _hills(canvas, setting, light, haze, horizon)
    lens = open_lens(canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=240, rows=340)
    height = _rolling(fan, setting)
    canvas.layer("meadow")
    colour = _grass(fan, setting) * terrain.lit(fan, height, light, fill=0.4, soft=1.4)
    veil = (1 - np.exp(-fan.depth / F(170)))[:, None, None] * F(0.60)
    terrain.lay_terrain(canvas, fan, height, np.asarray(colour + (haze - colour) * veil, F), crest=0.8)
    terrain.grit(canvas, setting.rng("grit"), horizon, 0.03)
    groves.plant_all(
        canvas, fan, height, light, _plants(fan, setting), air=haze, clear=16, far=220, most=0.7, hidden=True
    )
    stage = Stage(
        light=light,
        horizon=horizon,
        ground=_GROUND * canvas.height,
        sky_at=(0.70, 0.22),
        haze=0.06,
        finish=Finish(contrast=0.05, saturation=1.07),
    )
    stage.front.append(lambda c: _in_the_air(c, setting, light))
    return stage


def _season(setting: Setting) -> str:
    return setting.season if setting.season in ("spring", "autumn") else "summer"


def _hills(canvas: Canvas, setting: Setting, light: Light, haze: Colour, horizon: float) -> None:
    """Blue mountains with a little snow, green downs before them."""
    unit, snowy = canvas.unit, setting.is_snowy
    green = _GREENS[_season(setting)][2]
    canvas.layer("mountains")
    far = massif.Look(
        rock=mix("#7f92ad", haze, 0.25),
        green=None if snowy else mix("#7f9f86", haze, 0.2),
        snow="#f7faff",
        snowline=0.0 if snowy else 0.55,
        haze=haze,
        veil=(0.38, 0.60),
    )
    massif.massif(
        canvas,
        light,
        setting.rng("mountains"),
        horizon + 2,
        170 * unit,
        far,
        cell=2.4,
        craggy=0.85,
        rows=170,
        envelope=lambda x: 0.45 + 0.55 * np.cos((x - 0.74) * 3.4) ** 2,
    )
    canvas.layer("hills")
    near = massif.Look(
        rock=mix(green, "#5a6a50", 0.4),
        green=green,
        snow=woods.SNOW,
        snowline=0.08 if snowy else 2.0,
        haze=haze,
        veil=(0.20, 0.38),
    )
    massif.massif(
        canvas,
        light,
        setting.rng("downs"),
        horizon + 8 * unit,
        92 * unit,
        near,
        near=2.0,
        far=5.0,
        cell=1.6,
        craggy=0.0,
        rows=110,
        envelope=lambda x: np.clip(0.45 + 0.9 * np.abs(x - 0.5), 0, 1),
    )


def _rolling(fan: Fan, setting: Setting) -> Array:
    """Waves of land, gentle near by; even where the subject stands."""
    rng = setting.rng("land")
    aside = np.abs(fan.across)[None] / F(float(fan.across[-1]))
    away = smoothstep(6, 45, fan.z)
    height = (terrain.rough(fan, rng, 46, 2, gain=0.35) - F(0.5)) * F(7.5) * away
    height += (
        (terrain.rough(fan, rng, 7.0, 2, stretch=1.5) - F(0.5))
        * F(0.7)
        * (F(0.2) + F(0.8) * np.maximum(away, aside))
    )
    height += (terrain.rough(fan, rng, 0.7, 3) - F(0.5)) * F(0.07)
    return np.asarray(height - F(0.9) * smoothstep(8, 28, fan.z), F)


def _path(fan: Fan) -> Array:
    """0..1: a trodden way that winds off to the left."""
    middle = F(0.75) - F(0.055) * fan.z + F(0.9) * np.sin(fan.z * F(0.16) + F(0.5)) * smoothstep(3, 16, fan.z)
    return np.asarray(np.exp(-(((fan.x - middle) / (F(0.42) + F(0.006) * fan.z)) ** 4)), F)


def _grass(fan: Fan, setting: Setting) -> Array:
    rng = setting.rng("grass")
    patch = terrain.rough(fan, rng, 5.0, 4, gain=0.6)
    fine = terrain.rough(fan, rng, 0.16, 2, gain=0.7)
    if setting.is_snowy:
        snow = F(0.93) + F(0.12) * (patch - F(0.5)) + F(0.05) * (fine - F(0.5))
        return np.asarray(rgb(woods.SNOW) * snow[..., None], F)
    light, dark, _ = (rgb(c) for c in _GREENS[_season(setting)])
    share = smoothstep(0.26, 0.74, patch * F(0.6) + fine * F(0.4))
    colour = (dark + (light - dark) * share[..., None]) * (F(0.84) + F(0.34) * fine)[..., None]
    for tint in _DRIFTS.get(_season(setting), ()):  # flowers too far off to be seen one by one
        drift = smoothstep(0.62, 0.80, terrain.octave(fan, rng, 9.0, stretch=2.0))
        dots = smoothstep(0.52, 0.75, terrain.octave(fan, rng, 0.35)) * F(0.5) + F(0.18)
        colour = colour + (rgb(tint) - colour) * (drift * dots * smoothstep(5, 11, fan.z))[..., None]
    earth = rgb("#c7a878") * (F(0.72) + F(0.5) * fine)[..., None]
    worn = _path(fan) * smoothstep(0.25, 0.6, fine + F(0.35) * patch)
    return np.asarray(colour + (earth - colour) * (worn * F(0.85))[..., None], F)


# -- what grows ---------------------------------------------------------------------------------------------


def _plants(fan: Fan, setting: Setting) -> list[Plant]:
    rng = setting.rng("plants")
    season, snowy = _season(setting), setting.is_snowy
    cold, dry = (WINTER if snowy else 0), (WINTER if snowy or season == "autumn" else 0)
    conifer = woods.snowy_conifer if snowy else woods.conifer
    wood = woods.snowy_conifer if snowy else woods.tall_tree(season)
    plants = groves.strewn(rng, groves.spread(rng, fan, 34, 60, 200, crowd=0.8), wood, (6, 11), shaded=90)
    plants += groves.strewn(rng, groves.spread(rng, fan, 20, 70, 200, crowd=0.8), conifer, (6, 11), shaded=90)
    if not setting.shows(*_TREES):
        plants += groves.at_sides(
            fan, _single(season, snowy), ((0.80, 15.0, 5.6), (-0.86, 27.0, 5.2)), first=cold
        )
    stones = groves.spread(rng, fan, 7, 3.6, 14, aside=0.5)
    plants += groves.strewn(rng, stones, herbs.stone, (0.12, 0.34), first=cold)
    tufts = groves.spread(rng, fan, 56, 2.5, 10, aside=0.20)
    plants += groves.strewn(rng, tufts, herbs.tuft, (0.10, 0.23), first=dry, pitch=12, shaded=5)
    if not dry:
        flowers = groves.spread(rng, fan, 54, 2.5, 9, aside=0.22)
        plants += groves.strewn(rng, flowers, herbs.wildflowers, (0.15, 0.27), kinds=5, pitch=12, shaded=5)
    return plants


def _single(season: str, snowy: bool) -> Maker:
    if snowy:
        return woods.snowy_conifer
    return {"spring": _cherry, "autumn": _maple}.get(season, _round)


def _round(variant: int) -> Model:
    return herbs.made("tree", variant)


def _cherry(variant: int) -> Model:
    return herbs.made("cherry_tree", variant)


def _maple(variant: int) -> Model:
    return herbs.made("maple_tree", variant)


def _in_the_air(canvas: Canvas, setting: Setting, light: Light) -> None:
    """Fireflies at night, pollen in a low sun, petals in spring, leaves in autumn."""
    unit = canvas.unit
    if setting.weather is not None or setting.is_snowy:
        return
    if setting.is_night:
        air.fireflies(canvas, setting.rng("fireflies"), 34, top=0.5, largest=5.5)
    elif setting.season == "spring":
        air.motes(canvas, setting.rng("petals"), 46, "#ffd3e2", 1.5 * unit, 5 * unit, 0.9)
    elif setting.hour in ("golden", "sunset", "dawn"):
        air.motes(canvas, setting.rng("motes"), 60, light.rim, 1 * unit, 4 * unit, 0.6, mode="screen")
