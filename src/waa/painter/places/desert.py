"""The desert: dunes with knife-edged crests and wind ripples, red rocks far off, cactuses at the sides."""

from __future__ import annotations

import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Array, F, mix, rgb, shift
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.shapes import bezier
from waa.painter.solid.boulder import boulder
from waa.painter.solid.foliage import BLOSSOM, cards
from waa.painter.solid.mesh import Mesh, join, tube
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, groves, massif, sky, terrain
from waa.painter.world.groves import Plant
from waa.painter.world.lens import level
from waa.painter.world.scenery import open_sky
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.46, 0.885


@place("desert")
def desert(canvas: Canvas, setting: Setting) -> Stage:
    horizon = _HORIZON * canvas.height
    scene = open_sky(canvas, setting, horizon, clouds=2)
    haze = mix(sky.horizon_colour(setting.hour), "#f3cf9a", 0.35 if not setting.is_night else 0.0)
    light = _light(scene.light, setting)
    canvas.layer("rocks")
    _mesas(canvas, setting, light, horizon)
    farther = max(1.0, (canvas.height / canvas.width) ** 0.5)
    lens = level(
        canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND, eye=1.5 * farther, near=3.6 * farther
    )
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=420, rows=420)
    height = _dunes(fan, setting)
    canvas.layer("dunes")
    colour = _sand(fan, setting) * terrain.lit(
        fan, height, light, fill=0.12, soft=1.0, bounce=0.35, occlusion=0.7
    )
    veil = (1 - np.exp(-fan.depth / F(210)))[:, None, None] * F(0.70)
    terrain.lay_terrain(canvas, fan, height, np.asarray(colour + (rgb(haze) - colour) * veil, F), crest=0.8)
    terrain.grit(canvas, setting.rng("grit"), horizon, 0.04)
    canvas.layer("plants")
    groves.plant_all(canvas, fan, height, light, _plants(fan, setting), air=haze, clear=20, far=200)
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


def _mesas(canvas: Canvas, setting: Setting, light: Light, horizon: float) -> None:
    """Table mountains of red rock in the haze."""
    unit, haze = canvas.unit, sky.horizon_colour(setting.hour)
    red = massif.Look(rock="#b5694a", green=None, haze=haze, veil=(0.34, 0.56), bands=0.5)
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
    return np.asarray(height + ripple * F(0.011) * seen * patches, F)


def _sand(fan: Fan, setting: Setting) -> Array:
    rng = setting.rng("sand")
    patch, fine = terrain.rough(fan, rng, 4.0, 4), terrain.rough(fan, rng, 0.1, 2)
    colour = rgb("#e9b878") + (rgb("#f4cf98") - rgb("#e9b878")) * smoothstep(0.3, 0.7, patch)[..., None]
    if setting.is_night:
        colour = colour + (rgb("#a9b4dc") - colour) * F(0.45)
    if setting.is_snowy:
        colour = colour + (rgb("#f2f5fb") - colour) * (smoothstep(0.22, 0.48, patch) * F(0.9))[..., None]
    return np.asarray(colour * (F(0.93) + F(0.14) * (fine - F(0.5)))[..., None], F)


# -- what stands there --------------------------------------------------------------------------------------


def _plants(fan: Fan, setting: Setting) -> list[Plant]:
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
    plants = groves.at_sides(fan, _rock, rocks)
    if "cactus" not in setting.concepts:
        plants += groves.at_sides(fan, saguaro, tall, kinds=4)
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


def _rock(variant: int) -> Model:
    return Model(mesh=boulder(noise.stream("desert rock", variant), "#b87552", steps=30, flat=0.7, facets=15))


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
