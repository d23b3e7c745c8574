"""The park: a lawn with a winding path under trees, a fountain, benches, and the towers of the city behind."""

from __future__ import annotations

import numpy as np

from waa.painter import cast
from waa.painter.canvas import Canvas
from waa.painter.cast import Look
from waa.painter.colour import Array, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep, stream
from waa.painter.solid.foliage import snowed
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, city, cutout, festive, land, lawn, parkland, sky, terrain
from waa.painter.world.halo import halos
from waa.painter.world.lens import Lens, level
from waa.painter.world.scenery import OpenSky, open_sky
from waa.painter.world.terrain import Fan

_FOUNTAIN = (0.5, 15.0)  # x and depth of the round place, in metres


@place("park")
def park(canvas: Canvas, setting: Setting) -> Stage:
    horizon, ground = 0.50, 0.88
    scene = open_sky(canvas, setting, horizon * canvas.height)
    light = scene.light
    _city(canvas, setting, scene, horizon * canvas.height)
    lens = level(canvas.width, canvas.height, horizon=horizon, ground=ground, eye=1.5, near=3.6)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=70, rows=340)
    canvas.layer("lawn")
    height, path = _relief(fan, setting), _path(fan)
    colour = _ground(fan, setting, path) * terrain.lit(fan, height, light, fill=0.45, soft=1.5)
    terrain.lay_terrain(canvas, fan, height, _in_air(fan, setting, colour))
    if not setting.is_snowy:
        lawn.grow(canvas, fan, height, setting.rng("grass"), tall=0.075, grows=1 - path)
    _things(canvas, setting, lens, light)
    stage = Stage(
        light=light,
        horizon=horizon * canvas.height,
        ground=ground * canvas.height,
        sky_at=(0.70, 0.20),
        haze=0.06,
        finish=Finish(contrast=0.05, saturation=1.06),
    )
    stage.front.append(lambda c: _before(c, setting, light))
    return stage


# -- far off ----------------------------------------------------------------------------------------------


def _city(canvas: Canvas, setting: Setting, scene: OpenSky, horizon: float) -> None:
    """A hill in the air's colour, and two rows of towers that the trees half hide."""
    tint = mix(sky.horizon_colour(setting.hour), sky.SKIES[setting.hour][-2][1], 0.35)
    unit, rng = canvas.unit, setting.rng("hill")
    canvas.layer("hill")
    crest = land.ridge(canvas.width, horizon - 20 * unit, 150 * unit, 360 * unit, 5, rng, peaked=0.3)
    green = mix("#5f8f7a" if not setting.is_snowy else "#c3d2de", tint, 0.55)
    green = mix(green, scene.light.shade, 0.35) if setting.is_night else green
    land.mountain(
        canvas,
        crest,
        horizon + 8 * unit,
        green,
        mix(green, tint, 0.5),
        scene.light,
        rng,
        contrast=0.3,
        amplitude=150 * unit,
        cell=60 * unit,
    )
    look = city.city_light(setting.hour, scene.light, tint)
    for k, (tall, haze, narrow, wide) in enumerate(((0.25, 0.58, 30, 54), (0.17, 0.36, 46, 84))):
        canvas.layer(f"towers {k + 1}")
        city.row(
            canvas,
            horizon + 12 * unit,
            tall * min(canvas.height, canvas.width),
            setting.rng("towers", k),
            look,
            haze=haze,
            narrow=narrow,
            wide=wide,
            envelope=_skyline,
        )
    canvas.layer("far trees")
    for k, (up, tall, veil) in enumerate(((2, 58, 0.50), (-6, 44, 0.30))):
        leaves = mix(_far_leaves(setting), tint, veil)
        leaves = mix(leaves, scene.light.shade, 0.30) if setting.is_night else leaves
        line = land.ridge(
            canvas.width, horizon + (14 - up) * unit, 14 * unit, 130 * unit, 3, setting.rng("belt", k)
        )
        land.hills(canvas, line, horizon + 40 * unit, leaves, leaves, scene.light, rng)
        land.tree_line(
            canvas,
            line + 6 * unit,
            tall * unit,
            leaves,
            setting.rng("far trees", k),
            density=1.1,
            kind="round",
        )


def _far_leaves(setting: Setting) -> str:
    if setting.is_snowy:
        return "#aebccb"
    return {"autumn": "#b9783a", "spring": "#b5a083"}.get(setting.season or "", "#4f8a45")


def _skyline(x: float) -> float:
    """High on the right, low where the sky should stay open."""
    return 0.45 + 0.55 * float(np.exp(-(((x - 0.80) / 0.30) ** 2))) + 0.12 * float(np.sin(x * 17))


# -- the ground -------------------------------------------------------------------------------------------


def _relief(fan: Fan, setting: Setting) -> Array:
    """Nearly level where one stands, swelling lawns farther off; the paths are level throughout."""
    rng = setting.rng("relief")
    away = smoothstep(5, 18, fan.z) * smoothstep(
        2.0, 6.0, np.hypot(fan.x - F(_FOUNTAIN[0]), fan.z - F(_FOUNTAIN[1]))
    )
    return np.asarray((terrain.rough(fan, rng, 10, 3, gain=0.4) - F(0.40)) * F(1.1) * away, F)


def _path(fan: Fan) -> Array:
    """(rows, columns) 0..1: a path from the lower right to the round place, and on to the left."""
    z = fan.depth[:, None]
    first = F(1.75) - F(2.3) * smoothstep(2.0, 8.5, z) + F(0.95) * smoothstep(8, 14, z)
    second = F(_FOUNTAIN[0]) - F(9.0) * smoothstep(14, 34, z)
    middle = np.where(z < _FOUNTAIN[1], first, second)
    way = smoothstep(0.98, 0.88, np.abs(fan.x - middle))
    place_ = smoothstep(3.1, 2.95, np.hypot(fan.x - F(_FOUNTAIN[0]), fan.z - F(_FOUNTAIN[1])))
    return np.asarray(np.maximum(way, place_), F)


def _ground(fan: Fan, setting: Setting, path: Array) -> Array:
    rng = setting.rng("ground")
    patch = terrain.rough(fan, rng, 3.0, 5, gain=0.55)
    dark, pale = ("#8f9440", "#d0bd5c") if setting.season == "autumn" else ("#5f9f3a", "#a8d25c")
    mown = F(0.06) * np.sign(np.sin(fan.x * F(2.2) + fan.z * F(0.9)))  # stripes that the mower left
    grass = rgb(dark) + (rgb(pale) - rgb(dark)) * np.clip(patch * F(1.1) + mown, 0, 1)[..., None]
    grain = terrain.rough(fan, rng, 0.5, 4, gain=0.7)
    grit = rgb("#e6d2ad") * (F(0.84) + F(0.3) * grain)[..., None]
    kerb = smoothstep(0.30, 0.50, path) * smoothstep(0.99, 0.80, path)
    if setting.is_snowy:
        grass = rgb("#f1f5fb") * (F(0.82) + F(0.14) * patch)[..., None]
        grit = grit + (rgb("#dfe5ee") - grit) * smoothstep(0.30, 0.55, grain)[..., None]
    if setting.weather in ("rain", "storm"):
        grit = grit * F(0.72)
    grit = grit + (rgb("#f4ead4") - grit) * (kerb * F(0.7))[..., None]
    return np.asarray(grass + (grit - grass) * path[..., None], F)


def _in_air(fan: Fan, setting: Setting, colour: Array) -> Array:
    clear = np.exp(-np.clip(fan.depth - 6, 0, None) / F(70))[:, None, None]
    tint = mix(sky.horizon_colour(setting.hour), _far_leaves(setting), 0.35)
    return np.asarray(tint + (colour - tint) * clear, F)


# -- what stands about ------------------------------------------------------------------------------------


def _green(variant: int) -> Model:
    return _grown("tree", (None, "light green", None)[variant % 3], variant)


def _gold(variant: int) -> Model:
    return (
        _grown("maple_tree", None, variant)
        if variant % 2
        else _grown("tree", ("orange", "gold")[variant // 2 % 2], variant)
    )


def _pink(variant: int) -> Model:
    return _grown("cherry_tree", None, variant) if variant % 3 else _grown("tree", "light green", variant)


def _white(variant: int) -> Model:
    model = _grown("tree", "olive", variant)
    return Model(mesh=snowed(model.mesh, stream("park snow", variant)))


def _grown(concept: str, colour: str | None, variant: int) -> Model:
    model = cast.build(concept, Look(concept=concept, colour=colour, variant=variant))
    assert model is not None
    return model


def _fountain(variant: int) -> Model:
    return _grown("fountain", None, variant)


# (share of the half width, depth, variant, height in metres)
_TREES = (
    (-1.35, 29, 0, 6.0), (-0.95, 33, 1, 6.5), (-0.55, 30, 2, 5.6), (-0.20, 35, 3, 6.2), (0.15, 31, 4, 5.2),
    (0.48, 34, 0, 6.4),
    (0.80, 30, 1, 6.0), (1.10, 32, 5, 6.6), (-0.72, 21, 4, 5.8), (0.92, 22, 2, 6.2), (0.62, 25, 3, 5.0),
    (1.02, 12.5, 1, 6.0), (-0.98, 13.0, 5, 5.6), (-1.10, 9.0, 0, 5.6),
)  # fmt: skip
_LAMPS = ((-0.34, 10.5), (0.60, 8.6), (-0.42, 19.0), (0.34, 19.0))


def _things(canvas: Canvas, setting: Setting, lens: Lens, light: Light) -> None:
    """All of it from the back to the front."""
    canvas.layer("trees")
    trees = (
        _white if setting.is_snowy else {"autumn": _gold, "spring": _pink}.get(setting.season or "", _green)
    )
    things = [(z, x, trees, v, tall) for x, z, v, tall in _TREES]
    things += [(z, x, parkland.lamp, int(light.is_dark), 3.4) for x, z in _LAMPS]
    if not setting.shows("fountain") and not setting.is_snowy:
        things.append((_FOUNTAIN[1], _FOUNTAIN[0] / lens.half_width(_FOUNTAIN[1]), _fountain, 0, 2.5))
    if not setting.shows("bench"):
        things += [(9.2, 0.78, parkland.bench, 2, 0.95), (14.0, -0.40, parkland.bench, 1, 0.95)]
    things += [(24.0, x, parkland.hedge, int(setting.is_snowy), 0.8) for x in (-0.85, -0.6, -0.35, 0.55, 0.8)]
    if not setting.is_snowy:
        beds = (1, 3) if setting.season == "autumn" else (0, 2)
        things += [
            (z, x, parkland.flower_bed, beds[k % 2], 0.42)
            for k, (x, z) in enumerate(
                (
                    (-0.16, 17.2),
                    (0.02, 17.4),
                    (0.22, 17.2),
                    (-0.48, 8.8),
                    (-0.62, 8.3),
                    (0.80, 6.3),
                    (0.92, 5.9),
                    (-0.80, 7.6),
                )
            )
        ]
    rng = setting.rng("things")
    for z, x, make, variant, tall in sorted(things, key=lambda t: -t[0]):
        scale = lens.focal / z
        at = lens.middle + x * lens.half_width(z) * scale
        foot = lens.horizon + lens.eye * scale
        veil = min(0.5, max(0.0, z - 9) / 60)
        tall *= rng.uniform(0.94, 1.06)
        cutout.stand(
            canvas,
            make,
            variant,
            light,
            at,
            foot,
            tall * scale,
            pitch=4,
            haze=veil,
            haze_colour=sky.horizon_colour(setting.hour),
            flip=make is trees and bool(rng.random() < 0.5),
        )
    if light.is_dark:
        _lit(canvas, lens)
    (left, _), (right, _) = (_lamp_at(lens, k) for k in (0, 1))
    tops = [_lamp_at(lens, k)[1] - 2.75 * lens.focal / _LAMPS[k][1] for k in (0, 1)]
    festive.dress(canvas, setting, light, [(left, tops[0]), (right, tops[1])], sag=0.05, size=0.055)


def _lamp_at(lens: Lens, k: int) -> tuple[float, float]:
    """The foot of a lamp, in pixels."""
    x, z = _LAMPS[k]
    return lens.middle + x * lens.half_width(z) * lens.focal / z, lens.horizon + lens.eye * lens.focal / z


def _lit(canvas: Canvas, lens: Lens) -> None:
    """The lamps' halos, and their light on the ground."""
    glows = []
    for k, (_, z) in enumerate(_LAMPS):
        scale = lens.focal / z
        at, foot = _lamp_at(lens, k)
        glows += [
            (at, foot - 3.05 * scale, 1.5 * scale, "#ffdf9c", 0.75),
            (at, foot - 3.05 * scale, 0.45 * scale, "#fff4d0", 0.9),
        ]
        canvas.oval(
            at, foot, 2.6 * scale, 0.5 * scale, "#ffcf86", soft=0.35 * scale, opacity=0.26, mode="screen"
        )
    halos(canvas, glows)


def _before(canvas: Canvas, setting: Setting, light: Light) -> None:
    """Flowers out of focus in the lower corners; leaves or petals in the air when it is their season."""
    unit = canvas.unit
    dim = with_light(
        light, key=tuple(0.62 * c for c in light.key), shade=tuple(0.62 * c for c in light.shade)
    )
    make, kinds = (
        (parkland.hedge, (1, 1))
        if setting.is_snowy
        else (parkland.flower_bed, (1, 3) if setting.season == "autumn" else (0, 2))
    )
    for x, kind, tall in ((0.03, kinds[0], 150), (0.99, kinds[1], 120)):
        cutout.stand(
            canvas,
            make,
            kind,
            dim,
            x * canvas.width,
            canvas.height + 40 * unit,
            tall * unit,
            soft=4 * unit,
            shadow=0,
        )
    if setting.weather:
        return
    falling = {"spring": "#ffc6da", "autumn": "#f08a3c"}.get(setting.season or "")
    if falling is not None:
        air.motes(canvas, setting.rng("falling"), 60, falling, 2 * unit, 7 * unit, 0.85)
    elif setting.hour in ("golden", "sunset", "dawn"):
        air.motes(canvas, setting.rng("motes"), 60, light.rim, 1 * unit, 4 * unit, 0.6, mode="screen")
