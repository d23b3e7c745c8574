"""The garden: borders in bloom round a small lawn, stepping stones to an arch of roses, trees beyond."""

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
from waa.painter.world import air, cutout, festive, land, lawn, parkland, sky, terrain
from waa.painter.world.lens import Lens, level
from waa.painter.world.scenery import OpenSky, open_sky
from waa.painter.world.terrain import Fan

_ARCH = (0.42, 9.6)  # x and depth in metres


@place("garden")
def garden(canvas: Canvas, setting: Setting) -> Stage:
    horizon, ground = 0.47, 0.88
    scene = open_sky(canvas, setting, horizon * canvas.height)
    light = scene.light
    _beyond(canvas, setting, scene, horizon * canvas.height)
    lens = level(canvas.width, canvas.height, horizon=horizon, ground=ground, eye=1.5, near=3.6)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=30, rows=300)
    canvas.layer("lawn")
    height, stones = _relief(fan, setting)
    terrain.lay_terrain(
        canvas,
        fan,
        height,
        _ground(fan, setting, stones) * terrain.lit(fan, height, light, fill=0.45, soft=1.5),
    )
    if not setting.is_snowy:
        lawn.grow(canvas, fan, height, setting.rng("grass"), tall=0.07, far=13, grows=1 - stones)
        land.flowers(
            canvas,
            setting.rng("daisies"),
            (horizon + 0.12) * canvas.height,
            canvas.height,
            light,
            ("#ffffff", "#fff3d8"),
            46,
            3.4,
        )
    _planting(canvas, setting, lens, light)
    cord = np.array([(-0.02, 0.24), (1.02, 0.27)]) * (canvas.width, canvas.height)
    festive.dress(canvas, setting, light, cord, sag=0.06, size=0.07)
    stage = Stage(
        light=light,
        horizon=horizon * canvas.height,
        ground=ground * canvas.height,
        sky_at=(0.66, 0.17),
        haze=0.05,
        finish=Finish(contrast=0.05, saturation=1.07, bloom=0.36),
    )
    stage.front.append(lambda c: _before(c, setting, light))
    return stage


def _beyond(canvas: Canvas, setting: Setting, scene: OpenSky, horizon: float) -> None:
    """Soft hills, and the round heads of other people's trees."""
    canvas.layer("beyond")
    unit, tint = canvas.unit, sky.horizon_colour(setting.hour)
    leaves = (
        "#b4c2cf"
        if setting.is_snowy
        else {"autumn": "#c08a4a", "spring": "#a9b98a"}.get(setting.season or "", "#5f9a55")
    )
    for k, (up, tall, veil) in enumerate(((30, 70, 0.62), (6, 84, 0.40))):
        colour = mix(leaves, tint, veil)
        colour = mix(colour, scene.light.shade, 0.35) if setting.is_night else colour
        line = land.ridge(
            canvas.width, horizon - up * unit, 34 * unit, 240 * unit, 3, setting.rng("beyond", k)
        )
        land.hills(
            canvas, line, horizon + 0.09 * canvas.height, colour, colour, scene.light, setting.rng("hill", k)
        )
        land.tree_line(
            canvas, line + 8 * unit, tall * unit, colour, setting.rng("tree line", k), kind="round"
        )


# -- the ground -------------------------------------------------------------------------------------------


def _relief(fan: Fan, setting: Setting) -> tuple[Array, Array]:
    """(height, where stepping stones lie 0..1): flat stones, rounded at their rims, in a winding line to the arch."""
    rng = setting.rng("stones")
    stones = np.zeros(fan.shape, F)
    height = (terrain.rough(fan, setting.rng("relief"), 4, 3, gain=0.4) - F(0.5)) * F(0.10)
    for k, z in enumerate(np.linspace(2.55, 14.5, 19)):
        x = _way(float(z)) + (0.16 if k % 2 else -0.16) + rng.normal(0, 0.03)
        wide, deep, turn = rng.uniform(0.30, 0.38), rng.uniform(0.20, 0.25), rng.uniform(0, 6.3)
        first, last = np.searchsorted(fan.depth, (z - 0.3, z + 0.3))
        near = slice(int(first), int(last))
        dx, dz = (fan.x[near] - F(x)) / F(wide), (fan.z[near] - F(z)) / F(deep)
        d = np.sqrt(dx * dx + dz * dz) * (1 + F(0.07) * np.sin(np.arctan2(dz, dx) * 3 + F(turn)))
        stones[near] = np.maximum(stones[near], smoothstep(1.06, 0.96, d))
    return np.asarray(height + stones * F(0.03), F), stones


def _way(z: float) -> float:
    """Where the path runs at a depth."""
    return 1.15 - 1.0 * float(smoothstep(2.2, 7.0, z)) + 0.27 * float(smoothstep(6.5, 9.6, z))


def _ground(fan: Fan, setting: Setting, stones: Array) -> Array:
    rng = setting.rng("ground")
    patch = terrain.rough(fan, rng, 2.4, 5, gain=0.55)
    dark, pale = ("#9a9a48", "#cfc066") if setting.season == "autumn" else ("#619f3c", "#a4cf5c")
    grass = rgb(dark) + (rgb(pale) - rgb(dark)) * patch[..., None]
    if setting.is_snowy:
        grass = rgb("#f1f5fb") * (F(0.82) + F(0.14) * patch)[..., None]
    grain = terrain.rough(fan, rng, 0.25, 4, gain=0.7)
    slab = rgb("#d9cdb8") * (F(0.78) + F(0.40) * grain)[..., None]
    if setting.weather in ("rain", "storm"):
        slab = slab * F(0.74)
    return np.asarray(grass + (slab - grass) * stones[..., None], F)


# -- the planting -----------------------------------------------------------------------------------------


def _grown(concept: str, variant: int, colour: str | None = None) -> Model:
    model = cast.build(concept, Look(concept=concept, colour=colour, variant=variant))
    assert model is not None
    return model


def _tree(variant: int) -> Model:
    return _grown("tree", variant, "light green" if variant == 3 else None)


def _cherry(variant: int) -> Model:
    return _grown("cherry_tree", variant)


def _maple(variant: int) -> Model:
    return _grown("maple_tree", variant)


def _white_tree(variant: int) -> Model:
    return Model(mesh=snowed(_grown("tree", variant, "olive").mesh, stream("garden snow", variant)))


def _white_ball(variant: int) -> Model:
    return Model(mesh=snowed(parkland.topiary(variant).mesh, stream("white ball", variant)))


# (share of the half width, depth, height in metres)
_TREES = (
    (-1.06, 14.0, 5.8),
    (-0.80, 19.0, 5.0),
    (-0.44, 24.0, 5.4),
    (1.06, 14.0, 5.4),
    (0.70, 20.0, 5.6),
    (0.10, 27.0, 5.0),
    (-0.16, 25.0, 4.0),
    (0.44, 26.0, 4.6),
    (0.90, 23.0, 5.0),
)
_HEDGES = (-1.0, -0.78, -0.56, -0.34, 0.44, 0.66, 0.88, 1.1)
# (kind, share of the half width, depth): tall behind, low before.
_BORDERS = (
    ("spires", -0.98, 10.5),
    ("roses", -0.72, 10.0),
    ("spires", -0.50, 10.8),
    ("roses", -0.26, 10.4),
    ("spires", 0.52, 10.4),
    ("roses", 0.74, 10.2),
    ("spires", 1.0, 9.6),
    ("topiary", -0.34, 8.6),
    ("topiary", 0.60, 8.8),
    ("roses", -1.0, 7.9),
    ("spires", 0.92, 7.4),
    ("roses", 1.06, 6.4),
    ("spires", -0.92, 6.4),
    ("tulips", -0.62, 7.4),
    ("tulips", 0.70, 7.0),
    ("bed", -0.78, 5.6),
    ("bed", 0.84, 5.4),
    ("tulips", -1.02, 5.0),
    ("bed", 1.05, 4.6),
    ("roses", -1.14, 4.5),
    ("bed", -0.88, 4.1),
    ("tulips", 0.90, 4.0),
    ("bed", 1.02, 3.45),
    ("bed", -1.04, 3.5),
)
_KINDS = {
    "spires": (parkland.spires, 1.25),
    "roses": (parkland.rose_bush, 1.0),
    "topiary": (parkland.topiary, 1.15),
    "tulips": (parkland.tulip_row, 0.5),
    "bed": (parkland.flower_bed, 0.45),
}
_AUTUMN = {"spires": (parkland.rose_bush, 1.0), "tulips": (parkland.flower_bed, 0.5)}
_WINTER = {
    "spires": (_white_ball, 1.3),
    "roses": (_white_ball, 0.95),
    "topiary": (_white_ball, 1.1),
    "tulips": (parkland.hedge, 0.6),
    "bed": (parkland.hedge, 0.5),
}


def _planting(canvas: Canvas, setting: Setting, lens: Lens, light: Light) -> None:
    canvas.layer("planting")
    rng, snowy = setting.rng("planting"), setting.is_snowy
    trees = _white_tree if snowy else {"spring": _cherry, "autumn": _maple}.get(setting.season or "", _tree)
    things = [
        (z, x, _cherry if k == 3 and trees is _tree else trees, k % 4, tall)
        for k, (x, z, tall) in enumerate(_TREES)
    ]
    things += [(12.6, x, parkland.hedge, int(snowy), 1.0) for x in _HEDGES]
    kinds = {**_KINDS, **(_WINTER if snowy else _AUTUMN if setting.season == "autumn" else {})}
    # A wide picture has room for a second row of each border.
    borders = [
        *_BORDERS,
        *(
            (kind, 0.70 * x, z + 0.3)
            for kind, x, z in _BORDERS
            if canvas.width > 1.3 * canvas.height and abs(x) > 0.6 and z > 4.4
        ),
    ]
    for k, (kind, x, z) in enumerate(borders):
        make, tall = kinds[kind]
        variant = (
            1 if make is parkland.hedge else (k % 2 if kind == "topiary" or snowy else _colour(k, setting))
        )
        things.append((z, x, make, variant, tall))
    things.append((_ARCH[1], _ARCH[0] / lens.half_width(_ARCH[1]), parkland.arch, 9 if snowy else 0, 2.9))
    things.append(
        (7.0, -0.40 * min(1.0, 1.9 / lens.half_width(7.0) * 1.9), parkland.bird_bath, int(snowy), 0.86)
    )
    for z, x, make, variant, tall in sorted(things, key=lambda t: -t[0]):
        scale = lens.focal / z
        at = lens.middle + x * lens.half_width(z) * scale
        veil = min(0.45, max(0.0, z - 9) / 40)
        cutout.stand(
            canvas,
            make,
            variant,
            light,
            at,
            lens.horizon + lens.eye * scale,
            tall * rng.uniform(0.92, 1.08) * scale,
            pitch=7,
            haze=veil,
            haze_colour=sky.horizon_colour(setting.hour),
            flip=bool(rng.random() < 0.5),
        )


def _colour(k: int, setting: Setting) -> int:
    """Which colours of parkland.BEDS a plant takes: cool and pale with a warm one here and there."""
    return (1, 3)[k % 2] if setting.season == "autumn" else (0, 2, 4, 0, 2, 1, 0, 4)[k % 8]


def _before(canvas: Canvas, setting: Setting, light: Light) -> None:
    """Blossoms out of focus in the lower corners, petals or specks of light in the air."""
    unit = canvas.unit
    dim = with_light(
        light, key=tuple(0.72 * c for c in light.key), shade=tuple(0.70 * c for c in light.shade)
    )
    if setting.is_snowy:
        corners = [(parkland.hedge, 1, 0.02, 170), (parkland.hedge, 1, 0.98, 150)]
    else:
        corners = [
            (parkland.rose_bush, _colour(0, setting), 0.0, 300),
            (parkland.flower_bed, _colour(1, setting), 1.0, 190),
            (parkland.spires, 1, 1.03, 430),
        ]
    for make, variant, x, tall in corners[::-1]:
        cutout.stand(
            canvas,
            make,
            variant,
            dim,
            x * canvas.width,
            canvas.height + 0.30 * tall * unit,
            tall * unit,
            soft=4.5 * unit,
            shadow=0,
        )
    if setting.weather:
        return
    if setting.season in ("spring", "autumn"):
        air.motes(
            canvas,
            setting.rng("falling"),
            50,
            "#ffc6da" if setting.season == "spring" else "#f08a3c",
            2 * unit,
            7 * unit,
            0.85,
        )
    elif setting.is_night:
        air.fireflies(canvas, setting.rng("fireflies"), 34, top=0.42, smallest=1.5, opacity=0.9)
    else:
        air.motes(canvas, setting.rng("motes"), 46, light.rim, 1 * unit, 4 * unit, 0.5, mode="screen")
