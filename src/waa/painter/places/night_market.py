"""A night market: two rows of stalls under striped canopies, bulbs and lanterns, a lane between them."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Colour, mix, rgb, shift
from waa.painter.light import Light
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, torus, tube
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, city, facades, festive, furniture, scenery, signs, sky, surfaces
from waa.painter.world.diorama import Bulb, Diorama, block, lay_plate, mirror_in_floor, quad
from waa.painter.world.lens import Lens, level
from waa.painter.world.smoke import wisps

_LONG = 34.0
_LANE = 1.75  # half of the free way
_STALL = 2.7  # metres along the lane
_DEEP = 1.5
_STALLS = 7
_SKY: list[tuple[float, Colour]] = [(0, "#0b0c2c"), (0.5, "#2a2058"), (0.85, "#6b3a72"), (1, "#b4607a")]
_CANOPIES = (("#c8332c", "#f4efe6"), ("#2f6fb3", "#f4efe6"), ("#2f8f6e", "#f4efe6"), ("#e0982f", "#f7ecd2"), ("#d8433a", "#2f5fb3"))
_NAMES = ("魚蛋王", "阿婆布甸", "玩具城", "福記水果", "碗仔翅", "玉器", "蠔餅", "利是糖", "煲仔飯", "T恤三件百", "糖葱餅", "掌相")


@place("night_market", hour="night")
def night_market(canvas: Canvas, setting: Setting) -> Stage:
    farther = max(1.0, (canvas.height / canvas.width) ** 0.45)
    lens = level(canvas.width, canvas.height, horizon=0.47, ground=0.88, eye=1.45 * farther, near=4.0 * farther, away=_LONG)
    light, air_colour, on = _sky(canvas, setting, lens)
    variant = int(setting.rng("stalls").integers(4))
    diorama = Diorama(lens=lens, meshes=[_set(variant, setting.is_snowy)])
    _hangings(diorama, setting, variant, on)
    plate = diorama.photograph(0.55, 1.6)
    wet = setting.weather in ("rain", "storm")
    lamps = max(0.35, on)
    bulbs = [Bulb(at=(side * (_LANE + 0.6), 2.2, z), colour="#ffbe74", power=1.35 * lamps, reach=4.4) for side in (-1, 1) for z in (_LONG - 6.6, _LONG - 9.6, _LONG - 13.5, _LONG - 19.0)]
    bulbs.append(Bulb(at=(0, 3.2, _LONG - 6.0), colour="#ffb070", power=0.8 * lamps, reach=7.0))
    dim = with_light(light, key=tuple(c * 0.55 for c in light.key), shade=tuple(c * 0.85 for c in light.shade)) if on > 0.8 else light
    pixels = plate.lit(dim, bulbs=bulbs, fill=1.0 if on > 0.5 else 0.5, haze=0.30, haze_from=12.0, lamps=1.08, bounce=0.35)
    mirror_in_floor(plate, pixels, 0.55 if wet else 0.22, polish=2.6 if wet else 5.0, gloss=0.2)
    lay_plate(canvas, pixels, plate, focus=9.0, softness=2.4)
    _glows(canvas, setting, lens, lamps)
    for depth, size in ((20.0, 0.032), (13.5, 0.048), (9.0, 0.070)):
        left, right = lens.project([(-_LANE - 1.6, 3.7, _LONG - depth), (_LANE + 1.6, 3.7, _LONG - depth)])
        cord = ((float(left[0]), float(left[1])), (float(right[0]), float(right[1])))
        festive.hang_lanterns(canvas, light, cord, sag=0.5 * size, size=size, kinds=festive.kinds_of(setting.festival), soft=0.5)
        if setting.festival == "christmas":
            festive.dress(canvas, setting, light, top=cord, sag=0.7 * size)
    stands = _by_bulbs(light) if on > 0.8 else light
    return Stage(light=stands, horizon=lens.horizon, ground=0.88 * canvas.height, subject_height=0.38, centred=True, haze=0.02, sky_at=(0.5, 0.15),
                 reflects=0.4 if wet else 0.08, finish=Finish(contrast=0.07, saturation=1.08, bloom=0.40))  # fmt: skip


def _sky(canvas: Canvas, setting: Setting, lens: Lens) -> tuple[Light, Colour, float]:
    horizon = lens.horizon
    if setting.hour == "night":
        canvas.cover(linear((0, 0), (0, horizon), list(_SKY)))
        sky.stars(canvas, setting.rng("stars"), 50, horizon * 0.6, bright=2)
        if setting.festival == "mid-autumn":
            sky.moon_disc(canvas, 0.5 * canvas.width, 0.15 * canvas.height, 46 * canvas.unit, setting.rng("moon"))
        light, tint = setting.light, rgb("#8a4f7e")
    else:
        scene = scenery.open_sky(canvas, setting, horizon, clouds=3)
        light, tint = scene.light, mix(sky.horizon_colour(setting.hour), sky.SKIES[setting.hour][-2][1], 0.3)
    look = city.city_light(setting.hour, light, tint)
    canvas.layer("houses behind")
    city.row(canvas, horizon + 0.06 * canvas.height, 0.40 * canvas.height, setting.rng("blocks"), look, haze=0.4, narrow=50, wide=90,
             envelope=lambda x: 0.55 + 0.45 * abs(2 * x - 1))  # fmt: skip
    return light, tint, look.on


def _by_bulbs(light: Light) -> Light:
    return with_light(light, direction=(0.55, 0.62, 0.55), key=(1.10, 0.88, 0.68), shade=(0.44, 0.33, 0.42), rim=(1.0, 0.66, 0.36), rim_strength=0.8,
                      bounce=(0.62, 0.42, 0.32), shadow=(0.05, 0.02, 0.08))  # fmt: skip


# -- the stalls -------------------------------------------------------------------------------------------


@lru_cache(4)
def _set(variant: int, snowy: bool) -> Mesh:
    rng = noise.stream("market", variant)
    reach = _LANE + _DEEP + 2.5
    parts = [quad((-reach, 0, 0), (2 * reach, 0, 0), (0, 0, _LONG - 1.5), "#dfe5ec" if snowy else "#6f6a6e", 0.3)]
    order = rng.permutation(12)
    for side in (-1, 1):
        for k in range(_STALLS):
            z = _stall_z(k)
            goods = _GOODS[int(order[(k * 2 + (side > 0)) % 12]) % len(_GOODS)]
            parts.append(_stall(goods, _CANOPIES[int(rng.integers(len(_CANOPIES)))], snowy, int(rng.integers(99))).turned(-side * 90).moved(side * (_LANE + _DEEP / 2), 0, z))
    parts += [furniture.stool(c).moved(x, 0, z) for x, z, c in ((-1.35, _LONG - 6.7, "#d8342c"), (-1.30, _LONG - 7.6, "#2f6fb3"), (1.38, _LONG - 9.4, "#d8342c"))]
    for side in (-1, 1):
        for k in range(3):
            parts.append(block(side * (_LANE + _DEEP + 4.0), 0, _LONG - 8 - k * 8, 4.4, 13.0 + 2 * ((k + side) % 3), 8.0, "#8a8178"))
    parts.append(_gate().moved(0, 0, 12.0))
    return join(*parts)


def _stall_z(k: int) -> float:
    return _LONG - 6.6 - k * (_STALL + 0.35)


def _stall(goods: str, canopy: tuple[str, str], snowy: bool, seed: int) -> Mesh:
    """A counter with what it sells, four poles, a striped canopy, a row of bulbs; it looks at +z."""
    rng = noise.stream("stall", goods, seed)
    half = _STALL / 2
    parts = [*_cloth(canopy), box(_STALL, 0.06, 1.05, "#a8743f", 0.2, bevel=0.015).moved(0, 0.80, 0.12)]
    for x in (-half + 0.05, half - 0.05):
        for z, h in ((-0.65, 2.75), (0.68, 2.35)):
            parts.append(cylinder(0.025, h, "#9aa0a6", 0.4, steps=8).moved(x, 0, z))
    stripes = 9
    for k in range(stripes):
        tint = canopy[k % 2] if not snowy else mix(canopy[k % 2], "#f4f8fc", 0.75)
        x = -half - 0.1 + k * (_STALL + 0.2) / stripes
        w = (_STALL + 0.2) / stripes
        parts.append(quad((x, 2.80, -0.75), (w, 0, 0), (0, -0.50, 1.65), tint))
        parts.append(quad((x, 2.30, 0.90), (w, 0, 0), (0, -0.20, 0.02), tint))
        parts.append(quad((x + w, 2.79, -0.75), (-w, 0, 0), (0, -0.50, 1.65), shift(tint, 0, 1.1, 0.8)))
    parts.append(quad((-half, 2.6, -0.72), (_STALL, 0, 0), (0, -2.6, 0), shift(canopy[0], 0, 0.8, 0.5)))
    for k in range(5):
        x = -half + 0.3 + k * (_STALL - 0.6) / 4
        parts.append(ball((0.05, 0.065, 0.05), (x, 2.10 - 0.04 * (k % 2), 0.74), "#fff0c0", steps=8).finished(glow=1.0))
    parts.append(tube([(-half, 2.26, 0.74), (0, 2.14, 0.74), (half, 2.26, 0.74)], 0.008, "#2a2420", steps=4))
    return join(*parts, _WARES[goods](rng))


def _cloth(canopy: tuple[str, str]) -> list[Mesh]:
    """The counter is wrapped in the stuff of the canopy, with a fringe at its edge."""
    parts = []
    for k in range(12):
        tint = mix(canopy[k % 2], "#7a4a2c", 0.12)
        w = (_STALL - 0.1) / 12
        parts.append(block(-(_STALL - 0.1) / 2 + (k + 0.5) * w, 0.04, 0.1, w, 0.76, 0.9, tint))
    for s in (-1, 1):
        x = s * (_STALL - 0.08) / 2
        for k in range(4):
            tint = mix(canopy[k % 2], "#7a4a2c", 0.12)
            parts.append(block(x, 0.04, -0.24 + 0.225 * k, 0.02, 0.76, 0.225, tint))
    return parts


def _fruit(rng: np.random.Generator) -> Mesh:
    parts = []
    for k, tint in enumerate(("#f08a2c", "#d8342c", "#8fc04a", "#f5c52e", "#a8467a")):
        x = -1.0 + 0.5 * k
        parts.append(box(0.44, 0.14, 0.5, "#b98a54", bevel=0.01).turned(0, 14).moved(x, 0.86, 0.25))
        for i in range(3):
            for j in range(2):
                parts.append(ball(0.075, (x - 0.13 + 0.13 * i, 1.06 + 0.05 * (1 - j), 0.14 + 0.15 * j), shift(tint, 0, 1, float(rng.uniform(0.88, 1.08))), 0.35, steps=8))
    return join(*parts)


def _noodles(rng: np.random.Generator) -> Mesh:
    """A wok over a flame, a steaming pot, bowls in a stack."""
    wok = lathe([(0, 0), (0.16, 0.02), (0.30, 0.12), (0.34, 0.19), (0.31, 0.19), (0, 0.06)], "#2c2e34", 0.5, steps=24).moved(-0.55, 1.02, 0.2)
    flame = [ball((0.05, 0.12, 0.05), (-0.55 + 0.13 * math.cos(a), 0.96, 0.2 + 0.13 * math.sin(a)), "#ff9a3a", steps=8).finished(glow=1.0) for a in np.arange(6) * 1.05]
    pot = join(cylinder(0.26, 0.36, "#c3c8cc", 0.6, steps=24).moved(0.25, 0.86, 0.1), torus(0.26, 0.02, "#dfe3e6", 0.6, steps=24).moved(0.25, 1.22, 0.1), cylinder(0.24, 0.01, "#d9892f", 0.5, steps=20).moved(0.25, 1.20, 0.1))
    bowls = [cylinder(0.07, 0.05, ("#f7f2e8", "#cfe0ee")[k % 2], 0.5, top=0.11, steps=16).moved(0.85, 0.86 + 0.05 * k, 0.3) for k in range(6)]
    skewers = [join(tube([(x, 0.88, 0.45), (x + 0.02, 1.28, 0.40)], 0.008, "#d9b070", steps=4), *[ball(0.045, (x + 0.01, 1.02 + 0.085 * j, 0.43), "#e8b45a", 0.3, steps=8) for j in range(3)]) for x in (-1.15, -1.02, -0.89)]
    return join(wok, *flame, pot, *bowls, *skewers)


def _toys(rng: np.random.Generator) -> Mesh:
    """Bears in rows, balls, windmills that turn."""
    parts = []
    for k in range(5):
        tint = ("#c98a52", "#f2efe6", "#e88aa8", "#7fb0d8", "#e0b04a")[k]
        x = -1.0 + 0.5 * k
        parts += [ball((0.12, 0.13, 0.11), (x, 0.98, 0.15), tint, steps=10), ball(0.10, (x, 1.16, 0.17), tint, steps=10)]
        parts += [ball(0.042, (x + s * 0.075, 1.25, 0.16), tint, steps=6) for s in (-1, 1)]
        parts += [ball(0.016, (x + s * 0.04, 1.18, 0.262), "#2a2420", steps=6) for s in (-1, 1)]
    for k in range(4):
        x = -0.9 + 0.6 * k
        parts += [cylinder(0.008, 0.5, "#d9b070", steps=4).moved(x, 0.86, 0.48)]
        parts += [ball((0.085, 0.03, 0.01), (0.07, 0, 0), ("#ff5a4d", "#ffd166", "#5ad17f", "#58b8ff")[j], steps=8).turned(0, 0, 90 * j).moved(x, 1.36, 0.49) for j in range(4)]
    parts += [ball(0.13, (-0.9 + 0.45 * k, 1.92, 0.5), ("#ff5a4d", "#ffd166", "#58b8ff", "#ff8fd0", "#5ad17f")[k], 0.5, steps=12) for k in range(5)]
    return join(*parts)


def _clothes(rng: np.random.Generator) -> Mesh:
    """Shirts on a rail, folded heaps on the counter."""
    parts = [tube([(-1.2, 2.0, 0.35), (1.2, 2.0, 0.35)], 0.014, "#c3c8cc", 0.4, steps=6)]
    for k in range(7):
        tint = ("#e8443a", "#f2f0ea", "#3f7fc0", "#f0c24a", "#2f8f6e", "#2a2d34", "#e88aa8")[k]
        x = -1.05 + 0.35 * k
        parts += [box(0.30, 0.46, 0.05, tint, bevel=0.02).moved(x, 1.48, 0.35), box(0.44, 0.14, 0.05, tint, bevel=0.02).moved(x, 1.80, 0.35)]
    for k in range(5):
        for j in range(3):
            parts.append(box(0.36, 0.06, 0.30, shift(("#d8443a", "#3f7fc0", "#f0c24a", "#5aa886", "#c98ad0")[(k + j) % 5], 0, 0.9, 1), bevel=0.025).moved(-1.0 + 0.5 * k, 0.86 + 0.06 * j, 0.25))
    return join(*parts)


def _jade(rng: np.random.Generator) -> Mesh:
    """Rings and Buddhas, lucky cats in gold."""
    parts = []
    for k in range(6):
        x = -1.05 + 0.42 * k
        parts.append(torus(0.075, 0.022, ("#5fbf8a", "#a8dcb8", "#f2efe6")[k % 3], 0.6, steps=16).turned(0, 60).moved(x, 0.95, 0.42))
    for k in range(4):
        x, tint = -0.85 + 0.57 * k, ("#e8b64a", "#f7f2e8", "#d8342c", "#e8b64a")[k]
        parts += [ball((0.12, 0.13, 0.10), (x, 0.98, 0.12), tint, 0.5, steps=12), ball(0.105, (x, 1.17, 0.14), tint, 0.5, steps=12), ball((0.035, 0.08, 0.035), (x + 0.12, 1.22, 0.16), tint, 0.5, steps=8)]
        parts += [ball((0.03, 0.05, 0.02), (x + s * 0.065, 1.27, 0.13), tint, 0.5, steps=6) for s in (-1, 1)]
        parts += [ball(0.014, (x + s * 0.04, 1.18, 0.235), "#2a2420", steps=6) for s in (-1, 1)]
    return join(*parts)


_WARES = {"fruit": _fruit, "noodles": _noodles, "toys": _toys, "clothes": _clothes, "jade": _jade}
_GOODS = tuple(_WARES)


def _gate() -> Mesh:
    """The arch at the end of the lane: red columns, three green roofs."""
    parts = []
    for x in (-3.4, -1.9, 1.9, 3.4):
        parts.append(cylinder(0.20, 4.4 if abs(x) < 2 else 3.6, "#b3261f", 0.4, steps=18).moved(x, 0, 0))
    for middle, width, y in ((0, 4.6, 4.3), (-2.9, 2.2, 3.5), (2.9, 2.2, 3.5)):
        parts += [box(width, 0.42, 0.3, "#2a6f74", 0.3, bevel=0.04).moved(middle, y - 0.5, 0), box(width + 0.5, 0.16, 0.8, "#d9a63f", 0.3, bevel=0.05).moved(middle, y, 0)]
        parts += [box(width + 0.9 - 0.5 * k, 0.15, 1.3 - 0.35 * k, "#2f8a5c", 0.4, bevel=0.06).moved(middle, y + 0.15 + 0.14 * k, 0) for k in range(3)]
    return join(*parts)


# -- what hangs there -------------------------------------------------------------------------------------


def _hangings(diorama: Diorama, setting: Setting, variant: int, on: float) -> None:
    rng = noise.stream("market names", variant)
    order = rng.permutation(len(_NAMES))
    if not setting.is_snowy:
        diorama.hang(surfaces.paving(14, 56, 30, "#8d8688"), (-_LANE - _DEEP, 0.002, 0), (2 * (_LANE + _DEEP), 0, 0), (0, 0, _LONG - 1.6), gloss=0.3)
    for side in (-1, 1):
        for k in range(_STALLS):
            name = _NAMES[int(order[(2 * k + (side > 0)) % len(_NAMES)])]
            colour, paper = (("#fff3d0", "#c8332c"), ("#fff3d0", "#23467a"), ("#c8332c", "#fff0c0"))[k % 3]
            x, z = side * (_LANE - 0.14), _stall_z(k)
            start = (x, 2.62, z - 0.85 if side > 0 else z + 0.85)
            along = (0, 0, 1.7 if side > 0 else -1.7)
            diorama.hang(signs.board(name, 240, 66, colour, paper), start, along, (0, -0.45, 0), glow=0.75 * max(0.3, on))
            at = side * (_LANE + _DEEP * 0.50)
            diorama.hang(signs.board(name, 240, 84, colour, paper, frame="#f4e4b8"), (at - 0.62, 2.34, z + _STALL / 2 + 0.02), (1.24, 0, 0), (0, -0.44, 0), glow=0.85 * max(0.3, on))
        for k in range(3):
            wall, lights = facades.facade(3 * variant + 2 * k + (side > 0), 3, 8.0)
            high = facades.SHOP + 3 * facades.FLOOR
            z = _LONG - 8 - k * 8
            corner = (side * (_LANE + _DEEP + 1.795), high, z - 4 if side > 0 else z + 4)
            along = (0, 0, 8.0 if side > 0 else -8.0)
            diorama.hang(wall, corner, along, (0, -high, 0))
            if on > 0.2:
                diorama.hang(lights, (side * (_LANE + _DEEP + 1.79), *corner[1:]), along, (0, -high, 0), glow=0.9 * on)
    for k, (word, x, y, z) in enumerate((("冰室", -2.9, 6.6, 20.0), ("金行", 2.8, 6.9, 22.0), ("麻雀", -2.8, 7.4, 14.0), ("大押", 2.9, 6.4, 15.0))):
        colour, edge = (("#ff4d6d", "#ffd166"), ("#39d2ff", "#ff6ab0"), ("#6dffb0", "#ffd166"), ("#ffc24d", "#ff4d4d"))[k]
        diorama.add(block(x, y - 2.4, z - 0.1, 1.3, 2.4, 0.16, "#2a2228"))
        diorama.hang(signs.neon(word, 130, 240, colour, edge, lit=on > 0.3), (x - 0.65, y, z), (1.3, 0, 0), (0, -2.4, 0), glow=min(1.0, on * 1.05))
    diorama.hang(signs.board("墨街夜市", 340, 76, "#ffd978", "#7c1a16", font="serif-900", frame="#d9a63f"), (-1.7, 4.2, 12.18), (3.4, 0, 0), (0, -0.62, 0), glow=0.6 * max(0.3, on))


def _glows(canvas: Canvas, setting: Setting, lens: Lens, lamps: float) -> None:
    for k in range(4):
        scale = lens.focal / (_LONG - _stall_z(k))
        for x, y in lens.project([(side * (_LANE + 0.1), 2.1, _stall_z(k)) for side in (-1, 1)]):
            canvas.glow(x, y, 1.9 * scale, "#ffb866", 0.42 * lamps)
    (x, y), = lens.project([(0, 2.4, 2.0)])
    canvas.glow(x, y, 0.26 * canvas.height, "#ff9a5a", 0.45 * lamps)
    for k, side in ((1, -1), (2, 1)):
        (sx, sy), = lens.project([(side * (_LANE + 0.5), 1.25, _stall_z(k))])
        wisps(canvas, setting.rng("steam", k), sx, sy, 1.6 * lens.focal / (_LONG - _stall_z(k)), colour="#ffe2bd", opacity=0.30, count=3)
    unit = canvas.unit
    air.bokeh(canvas, setting.rng("bokeh"), 12, ("#ffd27a", "#ff9a6b", "#ff6a7a", "#fff3c4", "#7fd6ff"), 8 * unit, 22 * unit, top=0.18 * canvas.height,
              bottom=0.5 * canvas.height, opacity=0.30 * lamps)  # fmt: skip
