"""The desert: dunes with knife-edged crests and wind ripples, red rocks far off, cactuses at the sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas, blur, linear
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.shapes import bezier
from waa.painter.solid.boulder import boulder
from waa.painter.solid.foliage import BLOSSOM, cards
from waa.painter.solid.mesh import Mesh, join, tube
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, groves, herbs, massif, sea, sky, terrain
from waa.painter.world.groves import Plant
from waa.painter.world.lens import open_lens
from waa.painter.world.scenery import open_sky
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.46, 0.885
_POOL = -0.20  # metres: the water of an oasis


@dataclass(frozen=True, kw_only=True)
class _Waste:
    """The sand in the light and in its hollows, the rocks, and what tints the sky; `grows` what stands at the sides."""

    sand: tuple[Colour, Colour] = ("#f4cf98", "#e9b878")
    rock: Colour = "#b5694a"
    stones: int = 0  # their first variant
    sky: Colour | None = None
    grows: str = "cactus"


# By the place's own name; whatever is not here is the desert of the cactuses.
_WASTES = {
    "mars_surface": _Waste(sand=("#dd8a58", "#b9552f"), rock="#a04a2c", stones=3, sky="#e2a878", grows=""),
    "alien_planet": _Waste(sand=("#c79adf", "#8a5ab0"), rock="#6a4a9a", stones=6, sky="#59b3b8", grows=""),
    "oasis": _Waste(grows="palm_tree"),
    "egypt": _Waste(grows="pyramid"),
}


@place("desert")
def desert(canvas: Canvas, setting: Setting) -> Stage:
    horizon = _HORIZON * canvas.height
    waste = _WASTES.get(setting.named or "", _Waste())
    starry = setting.hour == "night" and setting.weather in (None, "clear")
    scene = open_sky(canvas, setting, horizon, clouds=2 if waste.sky is None and not starry else 0)
    if starry:
        sky.milky_way(canvas, setting.rng("milky way"), horizon, 0.55)
    haze = mix(
        sky.horizon_colour(setting.hour), waste.sky or "#f3cf9a", 0.35 if not setting.is_night else 0.0
    )
    if waste.sky is not None:
        thick = 0.3 if setting.is_night else 0.75
        tint = linear(
            (0, 0), (0, horizon), [(0, mix(waste.sky, "#7a4638", 0.30), thick), (1, waste.sky, thick)]
        )
        canvas.rectangle(0, 0, canvas.width, horizon + 2, tint)
    light = _light(scene.light, setting)
    canvas.layer("rocks")
    _mesas(canvas, setting, light, horizon, waste.rock)
    lens = open_lens(canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=420, rows=420)
    height = _dunes(fan, setting)
    if waste.grows == "palm_tree":
        height = _hollowed(fan, height)
    elif waste.grows == "pyramid":  # a plain, so that they are seen from far
        height *= F(1) - F(0.72) * smoothstep(8, 24, fan.z)
    canvas.layer("dunes")
    colour = _sand(fan, setting, waste) * terrain.lit(
        fan, height, light, fill=0.12, soft=1.0, bounce=0.35, occlusion=0.7
    )
    if waste.grows == "palm_tree":
        colour = _watered(canvas, fan, setting, light, height, np.asarray(colour, F))
        height = np.maximum(height, F(_POOL))
    veil = (1 - np.exp(-fan.depth / F(210)))[:, None, None] * F(0.70)
    terrain.lay_terrain(canvas, fan, height, np.asarray(colour + (rgb(haze) - colour) * veil, F), crest=0.8)
    terrain.grit(canvas, setting.rng("grit"), horizon, 0.04)
    canvas.layer("plants")
    groves.plant_all(canvas, fan, height, light, _plants(fan, setting, waste), air=haze, clear=20, far=200)
    stage = Stage(
        light=light,
        horizon=horizon,
        ground=_GROUND * canvas.height,
        sky_at=(0.68, 0.2),
        haze=0.06,
        finish=Finish(contrast=0.06, saturation=1.06),
    )
    if setting.weather == "storm" or setting.hour == "storm":
        stage.front.append(
            lambda c: air.fog(c, 0.2 * c.height, 0.95 * c.height, "#c9a06a", setting.rng("dust"), 0.55)
        )
    return stage


def _light(light: Light, setting: Setting) -> Light:
    """A sun low enough for the dunes to have two sides."""
    x, y, z = light.direction
    if setting.hour in ("overcast", "storm", "snow"):
        return light
    return with_light(
        light,
        direction=(x * 1.7, min(y, 0.38), z * 0.35),
        bounce=(0.98, 0.78, 0.55),
        shadow=tuple(float(c) for c in mix(light.shadow, "#5a3048", 0.5)),
    )


def _mesas(canvas: Canvas, setting: Setting, light: Light, horizon: float, rock: Colour) -> None:
    """Table mountains of layered rock in the haze."""
    unit, haze = canvas.unit, sky.horizon_colour(setting.hour)
    red = massif.Look(rock=rock, green=None, haze=haze, veil=(0.34, 0.56), bands=0.5)
    massif.massif(
        canvas,
        light,
        setting.rng("mesas"),
        horizon + 2,
        190 * unit,
        red,
        cell=2.6,
        craggy=0.55,
        envelope=lambda x: _tables(x, setting),
        fill=0.35,
    )


def _tables(x: Array, setting: Setting) -> Array:
    """Flat tops with sheer sides: 0..1 of the height over the width of the picture."""
    rng = setting.rng("tables")
    total = np.full(x.shape, F(0.10), F)
    for middle, half, tall in (
        (0.74, 0.10, 1.0),
        (0.90, 0.06, 0.62),
        (0.20, 0.08, 0.70),
        (0.52, 0.035, 0.48),
    ):
        middle += rng.uniform(-0.03, 0.03)
        total = np.maximum(total, smoothstep(half, half * 0.72, np.abs(x - F(middle))) * F(tall))
    return total


def _dunes(fan: Fan, setting: Setting) -> Array:
    """Each dune rises gently with the wind and drops from a sharp crest; crests wander across the view."""
    rng = setting.rng("dunes")
    wander = terrain.rough(fan, rng, 40, 2) - F(0.5)
    height = np.zeros(fan.shape, F)
    for size, tall, begins in ((44.0, 6.4, 11.0), (15.0, 1.5, 6.0)):
        along = (
            (fan.x * F(0.80) + fan.z * F(0.46)) / F(size)
            + wander * F(1.1 * 44 / size * 0.5)
            + F(rng.uniform(0.2, 0.4))
        )
        phase = along - np.floor(along)
        rise = np.where(
            phase < F(0.76),
            smoothstep(0, 1.06, phase / F(0.76)),
            np.clip((1 - phase) / F(0.24), 0, 1) ** F(1.1),
        )
        vary = F(0.45) + F(0.75) * terrain.octave(fan, rng, size * 1.1)
        height += rise * vary * F(tall) * smoothstep(begins, begins * 3.2, fan.z)
    height += (terrain.rough(fan, rng, 6.0, 2) - F(0.5)) * F(0.55) * smoothstep(2.5, 9, fan.z)
    bend = terrain.rough(fan, rng, 2.2, 2) * F(2.6)
    ripple = np.sin((fan.z * F(0.86) + fan.x * F(0.5)) * F(2 * np.pi / 0.19) + bend * F(6.3) * F(0.55))
    seen = smoothstep(0.40, 0.16, fan.step / F(0.19))[:, None]
    patches = smoothstep(0.30, 0.62, terrain.rough(fan, rng, 2.6, 2))
    height *= F(0.55) + F(0.45) * smoothstep(170, 50, fan.z)
    height = np.asarray(blur(height.astype(F), 1.2))  # a crest sharper than the rows would be jagged
    return np.asarray(height + ripple * F(0.011) * seen * patches, F)


def _hollowed(fan: Fan, height: Array) -> Array:
    """The dunes open round a pool."""
    e = ((fan.x - F(1.3)) / F(5.2)) ** 2 + ((fan.z - F(11.0)) / F(3.6)) ** 2
    open_ground = height * smoothstep(0.9, 3.0, e)
    return np.asarray(open_ground - F(0.55) * smoothstep(1.15, 0.5, e), F)


def _watered(canvas: Canvas, fan: Fan, setting: Setting, light: Light, height: Array, colour: Array) -> Array:
    """Green grows round the pool, and the water mirrors the sky."""
    near = smoothstep(0.30, 0.02, height - F(_POOL)) * smoothstep(24, 15, fan.z) * smoothstep(6.0, 7.0, fan.z)
    moist = rgb("#7f9a4a") * (rgb(light.key) * F(0.62) + rgb(light.shade) * F(0.25))
    colour = colour + (moist - colour) * (near * F(0.75))[..., None]
    ripples = sea.swell(fan, setting.rng("pool"), 0.015, long=1.0, octaves=3)
    water = sea.mirrored(canvas, fan, ripples, light, "#1f8a86", clear=0.12)
    under = np.asarray(blur((height < F(_POOL)).astype(F), 0.8))
    return np.asarray(colour + (water - colour) * under[..., None], F)


def _sand(fan: Fan, setting: Setting, waste: _Waste | None = None) -> Array:
    rng = setting.rng("sand")
    patch, fine = terrain.rough(fan, rng, 4.0, 4), terrain.rough(fan, rng, 0.1, 2)
    light, dark = (rgb(c) for c in (waste or _Waste()).sand)
    colour = dark + (light - dark) * smoothstep(0.3, 0.7, patch)[..., None]
    if setting.is_night:
        colour = colour + (rgb("#a9b4dc") - colour) * F(0.45)
    if setting.is_snowy:
        colour = colour + (rgb("#f2f5fb") - colour) * (smoothstep(0.22, 0.48, patch) * F(0.9))[..., None]
    return np.asarray(colour * (F(0.93) + F(0.14) * (fine - F(0.5)))[..., None], F)


# -- what stands there --------------------------------------------------------------------------------------


def _plants(fan: Fan, setting: Setting, waste: _Waste) -> list[Plant]:
    rng = setting.rng("plants")
    rocks = (
        (-0.70, 6.6, 0.42),
        (-0.95, 6.0, 0.6),
        (0.78, 7.6, 0.5),
        (0.64, 5.0, 0.18),
        (-0.55, 4.4, 0.14),
        (0.95, 4.2, 0.34),
    )
    tall = ((-0.86, 8.0, 3.3), (0.88, 10.5, 3.6), (0.66, 22.0, 3.4), (-0.58, 30.0, 3.8), (0.94, 6.0, 1.2))
    plants = groves.at_sides(fan, _rock, rocks, first=waste.stones)
    if setting.shows(waste.grows):
        pass  # the scene brings its own
    elif waste.grows == "cactus":
        plants += groves.at_sides(fan, saguaro, tall, kinds=4)
    elif waste.grows == "palm_tree":
        palms = (
            (-0.56, 13.5, 5.6),
            (-0.86, 11.0, 6.4),
            (0.97, 8.0, 5.2),
            (0.62, 16.0, 5.2),
            (0.88, 17.0, 5.4),
        )
        plants += groves.at_sides(fan, _palm, palms)
        rushes = [(x, z) for x, z in groves.spread(rng, fan, 60, 7.0, 14.6, aside=0.1) if _by_pool(x, z)]
        return plants + groves.strewn(rng, rushes, herbs.reeds, (0.6, 1.1))
    elif waste.grows == "pyramid":
        plants += groves.at_sides(
            fan, _pyramid, ((0.62, 150.0, 26.0), (0.26, 230.0, 26.0), (-0.36, 210.0, 18.0))
        )
    else:
        return plants + groves.strewn(
            rng, groves.spread(rng, fan, 30, 3, 18, aside=0.34), _rock, (0.08, 0.5), first=waste.stones
        )
    scrub = groves.spread(rng, fan, 22, 3.0, 12, aside=0.40)
    return plants + groves.strewn(rng, scrub, _scrub, (0.14, 0.30), pitch=12)


def saguaro(variant: int) -> Model:
    """A saguaro of 3 m: ribbed columns, thorns in lines, a few flowers on top."""
    rng = noise.stream("saguaro", variant)
    green = shift("#5f9a52", rng.uniform(-0.02, 0.02), 1.0, rng.uniform(0.9, 1.05))
    parts = [_column([(0, 0.1, 0), (0, 1.5, 0), (0, 2.9, 0)], 0.24, green)]
    arms = ((-1, 1.0, 0.62, 1.0), (1, 1.45, 0.56, 0.85), (-1, 1.9, 0.40, 0.45))[: (2, 3, 1, 2)[variant % 4]]
    tips = [(0.0, 2.95, 0.0)]
    for side, low, out, tall in arms:
        path = bezier(
            (side * 0.12, low, 0),
            (side * out * 1.15, low - 0.12, 0.03),
            (side * out, low + 0.15, 0.05),
            (side * out, low + 0.25 + tall, 0.05),
            steps=14,
        )
        parts.append(_column(path, 0.155, green))
        tips.append((side * out, low + 0.30 + tall, 0.05))
    for tip in tips:
        for k in range(3):
            at = np.array(tip) + (0.09 * np.sin(2.1 * k), -0.01, 0.09 * np.cos(2.1 * k))
            parts.append(
                cards(
                    [at],
                    [(0.3 * np.sin(2.1 * k), 1, 0.2)],
                    [(0, 0.3, 1)],
                    0.14,
                    rgb("#ffe3ee" if k % 2 else "#ff9fc0"),
                    outline=BLOSSOM,
                )
            )
    return Model(mesh=join(*parts))


def _column(path: object, radius: float, green: Array) -> Mesh:
    spine = np.asarray(path, float)
    dense = np.stack(
        [np.interp(np.linspace(0, 1, 40), np.linspace(0, 1, len(spine)), spine[:, k]) for k in range(3)], -1
    )
    mesh = tube(dense, radius, green, 0.08, steps=66)
    centre = dense[np.argmin(((mesh.vertices[:, None] - dense[None]) ** 2).sum(2), axis=1)]
    out = mesh.vertices - centre
    angle = np.arctan2(out[:, 0], out[:, 2] + out[:, 1] * 0.2)
    rib = np.cos(angle * 11)
    v = (centre + out * (1 + 0.10 * rib[:, None])).astype(F)
    tone = F(0.66) + F(0.42) * smoothstep(-0.9, 0.9, rib)
    thorn = smoothstep(0.90, 1.0, rib) * smoothstep(0.6, 0.95, np.cos(mesh.vertices[:, 1] * 55))
    colour = rgb(green) * tone[:, None]
    colour = colour + (rgb("#f2e6b4") - colour) * (thorn * F(0.75))[:, None]
    return Mesh(v, mesh.faces, mesh.normals, np.clip(colour, 0, 1).astype(F), mesh.surface)


def _by_pool(x: float, z: float) -> bool:
    return 0.85 < ((x - 1.3) / 5.2) ** 2 + ((z - 11.0) / 3.6) ** 2 < 1.25


def _palm(variant: int) -> Model:
    return herbs.made("palm_tree", variant)


def _pyramid(variant: int) -> Model:
    return herbs.made("pyramid", variant).transformed(yaw=-32)


def _rock(variant: int) -> Model:
    tint = ("#b87552", "#9c4a30", "#6f54a0")[variant // 3]
    return Model(mesh=boulder(noise.stream("desert rock", variant), tint, steps=30, flat=0.7, facets=15))


def _scrub(variant: int) -> Model:
    """A dry thorny tuft."""
    rng = noise.stream("scrub", variant)
    count = 90
    out = rng.normal(size=(count, 3))
    out[:, 1] = np.abs(out[:, 1]) * 0.9 + 0.15
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    tints = rgb("#a98d5a") * rng.uniform(0.6, 1.1, (count, 1)).astype(F)
    mesh = cards(
        out * 0.04,
        out,
        np.tile([0.1, 0.5, 1.0], (count, 1)),
        rng.uniform(0.14, 0.30, count),
        np.clip(tints, 0, 1),
        outline=np.array([(0, 0), (0.03, 0.3), (0, 1), (-0.03, 0.3)]),
        lit_from=out,
    )
    return Model(mesh=mesh)
