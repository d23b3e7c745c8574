"""A night market: two rows of stalls under striped canopies, bulbs and lanterns, a lane between them."""

from __future__ import annotations

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Colour, mix, rgb
from waa.painter.kept import kept
from waa.painter.light import Light
from waa.painter.solid.mesh import Mesh, join
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, city, facades, festive, furniture, scenery, signs, sky, stalls, surfaces
from waa.painter.world.diorama import Diorama, block, quad
from waa.painter.world.halo import Halo, halos
from waa.painter.world.lens import Lens, level
from waa.painter.world.plate import Bulb, lay_plate, mirror_in_floor
from waa.painter.world.smoke import wisps

_LONG = 34.0
_LANE = 1.75  # half of the free way
_DEEP = 1.5
_STALLS = 7
_SKY: list[tuple[float, Colour]] = [(0, "#0b0c2c"), (0.5, "#2a2058"), (0.85, "#6b3a72"), (1, "#b4607a")]
_NAMES = (
    "魚蛋王",
    "阿婆布甸",
    "玩具城",
    "福記水果",
    "碗仔翅",
    "玉器",
    "蠔餅",
    "利是糖",
    "煲仔飯",
    "T恤三件百",
    "糖葱餅",
    "掌相",
)


@place("night_market", hour="night")
def night_market(canvas: Canvas, setting: Setting) -> Stage:
    farther = max(1.0, (canvas.height / canvas.width) ** 0.45)
    lens = level(
        canvas.width,
        canvas.height,
        horizon=0.47,
        ground=0.88,
        eye=1.45 * farther,
        near=4.0 * farther,
        away=_LONG,
    )
    light, on = _sky(canvas, setting, lens)
    variant = int(setting.rng("stalls").integers(4))
    diorama = Diorama(lens=lens, meshes=[_set(variant, setting.is_snowy)])
    _hangings(diorama, setting, variant, on)
    plate = diorama.photograph(0.58, 1.45)
    wet = setting.weather in ("rain", "storm")
    lamps = max(0.35, on)
    bulbs = [
        Bulb(at=(side * (_LANE + 0.6), 2.2, z), colour="#ffbe74", power=1.35 * lamps, reach=4.4)
        for side in (-1, 1)
        for z in (_LONG - 6.6, _LONG - 9.6, _LONG - 13.5, _LONG - 19.0)
    ]
    bulbs.append(Bulb(at=(0, 3.2, _LONG - 6.0), colour="#ffb070", power=0.8 * lamps, reach=7.0))
    dim = (
        with_light(light, key=tuple(c * 0.55 for c in light.key), shade=tuple(c * 0.85 for c in light.shade))
        if on > 0.8
        else light
    )
    pixels = plate.lit(
        dim, bulbs=bulbs, fill=1.0 if on > 0.5 else 0.5, haze=0.30, haze_from=12.0, lamps=1.08, bounce=0.35
    )
    mirror_in_floor(plate, pixels, 0.55 if wet else 0.22, polish=2.6 if wet else 5.0, gloss=0.2)
    lay_plate(canvas, pixels, plate, focus=9.0, softness=2.4)
    _glows(canvas, setting, lens, lamps)
    for depth, size in ((20.0, 0.032), (13.5, 0.048), (9.0, 0.070)):
        cord = lens.project([(-_LANE - 1.6, 3.7, _LONG - depth), (_LANE + 1.6, 3.7, _LONG - depth)])
        festive.hang_lanterns(
            canvas, light, cord, sag=0.5 * size, size=size, kinds=festive.kinds_of(setting.festival), soft=0.5
        )
        if setting.festival == "christmas":
            festive.dress(canvas, setting, light, cord, sag=0.7 * size)
    stands = _by_bulbs(light) if on > 0.8 else light
    return Stage(
        light=stands,
        horizon=lens.horizon,
        ground=0.88 * canvas.height,
        subject_height=0.38,
        centred=True,
        haze=0.02,
        sky_at=(0.5, 0.15),
        reflects=0.4 if wet else 0.08,
        finish=Finish(contrast=0.07, saturation=1.08, bloom=0.40),
    )


def _sky(canvas: Canvas, setting: Setting, lens: Lens) -> tuple[Light, float]:
    horizon = lens.horizon
    if setting.hour == "night":
        canvas.cover(linear((0, 0), (0, horizon), list(_SKY)))
        sky.stars(canvas, setting.rng("stars"), 50, horizon * 0.6, bright=2)
        if setting.festival == "mid-autumn":
            sky.moon_disc(
                canvas, 0.5 * canvas.width, 0.15 * canvas.height, 46 * canvas.unit, setting.rng("moon")
            )
        light, tint = setting.light, rgb("#8a4f7e")
    else:
        scene = scenery.open_sky(canvas, setting, horizon, clouds=3)
        light, tint = scene.light, mix(sky.horizon_colour(setting.hour), sky.SKIES[setting.hour][-2][1], 0.3)
    look = city.city_light(setting.hour, light, tint)
    canvas.layer("houses behind")
    city.row(
        canvas,
        horizon + 0.06 * canvas.height,
        0.40 * canvas.height,
        setting.rng("blocks"),
        look,
        haze=0.4,
        narrow=50,
        wide=90,
        envelope=lambda x: 0.55 + 0.45 * abs(2 * x - 1),
    )
    return light, look.on


def _by_bulbs(light: Light) -> Light:
    return with_light(
        light,
        direction=(0.55, 0.62, 0.55),
        key=(1.10, 0.88, 0.68),
        shade=(0.44, 0.33, 0.42),
        rim=(1.0, 0.66, 0.36),
        rim_strength=0.8,
        bounce=(0.62, 0.42, 0.32),
        shadow=(0.05, 0.02, 0.08),
    )


# -- the stalls -------------------------------------------------------------------------------------------


@kept
@archived
def _set(variant: int, snowy: bool) -> Mesh:
    rng = noise.stream("market", variant)
    reach = _LANE + _DEEP + 2.5
    parts = [
        quad((-reach, 0, 0), (2 * reach, 0, 0), (0, 0, _LONG - 1.5), "#dfe5ec" if snowy else "#6f6a6e", 0.3)
    ]
    order = rng.permutation(12)
    for side in (-1, 1):
        for k in range(_STALLS):
            z = _stall_z(k)
            goods = stalls.GOODS[int(order[(k * 2 + (side > 0)) % 12]) % len(stalls.GOODS)]
            parts.append(
                stalls.stall(
                    goods,
                    stalls.CANOPIES[int(rng.integers(len(stalls.CANOPIES)))],
                    snowy,
                    int(rng.integers(99)),
                )
                .turned(-side * 90)
                .moved(side * (_LANE + _DEEP / 2), 0, z)
            )
    parts += [
        furniture.stool(c).moved(x, 0, z)
        for x, z, c in (
            (-1.35, _LONG - 6.7, "#d8342c"),
            (-1.30, _LONG - 7.6, "#2f6fb3"),
            (1.38, _LONG - 9.4, "#d8342c"),
        )
    ]
    for side in (-1, 1):
        for k in range(3):
            parts.append(
                block(
                    side * (_LANE + _DEEP + 4.0),
                    0,
                    _LONG - 8 - k * 8,
                    4.4,
                    13.0 + 2 * ((k + side) % 3),
                    8.0,
                    "#8a8178",
                )
            )
    parts.append(stalls.gate().moved(0, 0, 12.0))
    return join(*parts)


def _stall_z(k: int) -> float:
    return _LONG - 6.6 - k * (stalls.LONG + 0.35)


# -- what hangs there -------------------------------------------------------------------------------------


def _hangings(diorama: Diorama, setting: Setting, variant: int, on: float) -> None:
    rng = noise.stream("market names", variant)
    order = rng.permutation(len(_NAMES))
    if not setting.is_snowy:
        diorama.hang(
            surfaces.paving(14, 56, 30, "#8d8688"),
            (-_LANE - _DEEP, 0.002, 0),
            (2 * (_LANE + _DEEP), 0, 0),
            (0, 0, _LONG - 1.6),
            gloss=0.3,
        )
    for side in (-1, 1):
        for k in range(_STALLS):
            name = _NAMES[int(order[(2 * k + (side > 0)) % len(_NAMES)])]
            colour, paper = (("#fff3d0", "#c8332c"), ("#fff3d0", "#23467a"), ("#c8332c", "#fff0c0"))[k % 3]
            x, z = side * (_LANE - 0.14), _stall_z(k)
            start = (x, 2.62, z - 0.85 if side > 0 else z + 0.85)
            along = (0, 0, 1.7 if side > 0 else -1.7)
            diorama.hang(
                signs.board(name, 240, 66, colour, paper),
                start,
                along,
                (0, -0.45, 0),
                glow=0.75 * max(0.3, on),
            )
            at = side * (_LANE + _DEEP * 0.50)
            diorama.hang(
                signs.board(name, 240, 84, colour, paper, frame="#f4e4b8"),
                (at - 0.62, 2.34, z + stalls.LONG / 2 + 0.02),
                (1.24, 0, 0),
                (0, -0.44, 0),
                glow=0.85 * max(0.3, on),
            )
        for k in range(3):
            wall, lights = facades.facade(3 * variant + 2 * k + (side > 0), 3, 8.0)
            high = facades.SHOP + 3 * facades.FLOOR
            z = _LONG - 8 - k * 8
            corner = (side * (_LANE + _DEEP + 1.795), high, z - 4 if side > 0 else z + 4)
            along = (0, 0, 8.0 if side > 0 else -8.0)
            diorama.hang(wall, corner, along, (0, -high, 0))
            if on > 0.2:
                diorama.hang(
                    lights, (side * (_LANE + _DEEP + 1.79), *corner[1:]), along, (0, -high, 0), glow=0.9 * on
                )
    for k, (word, x, y, z) in enumerate(
        (
            ("冰室", -2.9, 6.6, 20.0),
            ("金行", 2.8, 6.9, 22.0),
            ("麻雀", -2.8, 7.4, 14.0),
            ("大押", 2.9, 6.4, 15.0),
        )
    ):
        colour, edge = (
            ("#ff4d6d", "#ffd166"),
            ("#39d2ff", "#ff6ab0"),
            ("#6dffb0", "#ffd166"),
            ("#ffc24d", "#ff4d4d"),
        )[k]
        diorama.add(block(x, y - 2.4, z - 0.1, 1.3, 2.4, 0.16, "#2a2228"))
        diorama.hang(
            signs.neon(word, 130, 240, colour, edge, lit=on > 0.3),
            (x - 0.65, y, z),
            (1.3, 0, 0),
            (0, -2.4, 0),
            glow=min(1.0, on * 1.05),
        )
    diorama.hang(
        signs.board("墨街夜市", 340, 76, "#ffd978", "#7c1a16", font="serif-900", frame="#d9a63f"),
        (-1.7, 4.2, 12.18),
        (3.4, 0, 0),
        (0, -0.62, 0),
        glow=0.6 * max(0.3, on),
    )
    if setting.festival == "lunar new year":
        for k in range(3):
            for side in (-1, 1):
                corner = (side * (_LANE + 1.05) - 0.32, 2.0, _stall_z(k) + stalls.LONG / 2 + 0.04)
                diorama.hang(signs.fai_chun(("福", "春", "滿")[k]), corner, (0.64, 0, 0), (0, -0.64, 0))


def _glows(canvas: Canvas, setting: Setting, lens: Lens, lamps: float) -> None:
    x, y = lens.project([(0, 2.4, 2.0)])[0]
    lights: list[Halo] = [(x, y, 0.26 * canvas.height, "#ff9a5a", 0.45 * lamps)]
    for k in range(4):
        radius = 1.9 * lens.focal / (_LONG - _stall_z(k))
        at = lens.project([(side * (_LANE + 0.1), 2.1, _stall_z(k)) for side in (-1, 1)])
        lights += [(lx, ly, radius, "#ffb866", 0.42 * lamps) for lx, ly in at]
    halos(canvas, lights)
    for k, side in ((1, -1), (2, 1)):
        ((sx, sy),) = lens.project([(side * (_LANE + 0.5), 1.25, _stall_z(k))])
        wisps(
            canvas,
            setting.rng("steam", k),
            sx,
            sy,
            1.6 * lens.focal / (_LONG - _stall_z(k)),
            colour="#ffe2bd",
            opacity=0.30,
            count=3,
        )
    unit = canvas.unit
    air.bokeh(
        canvas,
        setting.rng("bokeh"),
        12,
        ("#ffd27a", "#ff9a6b", "#ff6a7a", "#fff3c4", "#7fd6ff"),
        8 * unit,
        22 * unit,
        top=0.18 * canvas.height,
        bottom=0.5 * canvas.height,
        opacity=0.30 * lamps,
    )
