"""A street in the old districts: tong lau with shops below, signs that hang over the road, a zebra crossing."""

from __future__ import annotations

import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.kept import kept
from waa.painter.light import LIGHTS, Light
from waa.painter.solid.mesh import Mesh, join
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import city, facades, festive, kerbside, scenery, signs, sky, surfaces
from waa.painter.world.diorama import Diorama, block, quad
from waa.painter.world.halo import Halo, halos
from waa.painter.world.lens import Lens, level
from waa.painter.world.panel import Picture
from waa.painter.world.plate import Bulb, lay_plate, mirror_in_floor

_LONG = 60.0  # metres from the far end (z = 0) to the eye
_KERB, _WALL = 3.0, 4.7  # metres from the middle to the kerb, to the houses
_NEON = (
    ("#ff4d6d", "#ffd166"),
    ("#39d2ff", "#ff6ab0"),
    ("#ffc24d", "#ff4d4d"),
    ("#b67bff", "#4dffb5"),
    ("#6dffb0", "#ffd166"),
    ("#ff7ac0", "#5ad1ff"),
)
_WORDS = (
    "祥記",
    "押",
    "好運麻雀",
    "金滿堂",
    "大藥房",
    "冰室",
    "燒臘",
    "酒家",
    "夜總會",
    "鐘錶",
    "芬蘭浴",
    "髮廊",
    "涼茶",
    "跌打",
    "影樓",
    "珠寶金行",
)
_CITY_NIGHT: list[tuple[float, Colour]] = [
    (0, "#080c2a"),
    (0.5, "#1d2156"),
    (0.82, "#54397a"),
    (1, "#a85f88"),
]


@place("street")
def street(canvas: Canvas, setting: Setting) -> Stage:
    farther = max(1.0, (canvas.height / canvas.width) ** 0.45)
    lens = level(
        canvas.width,
        canvas.height,
        horizon=0.50,
        ground=0.86,
        eye=1.55 * farther,
        near=5.0 * farther,
        away=_LONG,
    )
    light, air_colour = _sky(canvas, setting, lens)
    canvas.layer("far towers")
    look = city.city_light(setting.hour, light, air_colour)
    end = float(lens.project([(0, 0, 0)])[0, 1])
    city.row(canvas, end + 2, 0.36 * canvas.height, setting.rng("far"), look, haze=0.45, narrow=34, wide=64,
             envelope=lambda x: 0.5 + 0.5 * abs(2 * x - 1))  # fmt: skip
    variant = int(setting.rng("houses").integers(4))
    diorama = Diorama(lens=lens, meshes=[_set(variant, setting.is_snowy, not setting.shows("minibus"))])
    hung = _hang_street(diorama, setting, variant, look.on)
    plate = diorama.photograph(0.66, 1.35)
    wet = setting.weather in ("rain", "storm")
    bulbs = _bulbs(hung, look.on)
    sunny = setting.hour in ("day", "golden", "sunset", "dawn") and setting.weather in (None, "clear")
    dim = (
        with_light(light, key=tuple(c * 0.62 for c in light.key), shade=tuple(c * 0.95 for c in light.shade))
        if look.on > 0.8
        else light
    )
    pixels = plate.lit(
        dim,
        bulbs=bulbs,
        fill=0.40 if sunny else 1.0,
        haze=0.32,
        haze_from=17.0,
        lamps=0.75 + 0.35 * look.on,
        bounce=0.4,
    )
    if wet or look.on > 0.8:
        mirror_in_floor(plate, pixels, 0.62 if wet else 0.30, polish=2.6 if wet else 4.0, gloss=0.2)
    lay_plate(canvas, pixels, plate, focus=16.0, softness=1.2)
    _glows(canvas, lens, hung, look.on)
    _garlands(canvas, setting, lens, light)
    stands = _under_neon(light) if look.on > 0.8 else light
    return Stage(
        light=stands,
        horizon=lens.horizon,
        ground=0.86 * canvas.height,
        subject_height=0.36,
        centred=True,
        haze=0.03,
        sky_at=(0.5, 0.16),
        reflects=0.42 if wet else (0.16 if look.on > 0.8 else 0.0),
        finish=Finish(contrast=0.07, saturation=1.08, bloom=0.38 if look.on > 0.6 else 0.3),
    )


def _sky(canvas: Canvas, setting: Setting, lens: Lens) -> tuple[Light, Colour]:
    if setting.hour == "night":
        canvas.cover(linear((0, 0), (0, lens.horizon), list(_CITY_NIGHT)))
        sky.stars(canvas, setting.rng("stars"), 60, lens.horizon * 0.6, bright=2)
        if setting.festival == "mid-autumn":
            sky.moon_disc(
                canvas, 0.5 * canvas.width, 0.16 * canvas.height, 46 * canvas.unit, setting.rng("moon")
            )
        return setting.light, rgb("#6a4a86")
    scene = scenery.open_sky(canvas, setting, lens.horizon, clouds=3)
    return scene.light, mix(sky.horizon_colour(setting.hour), sky.SKIES[setting.hour][-2][1], 0.3)


def _under_neon(light: Light) -> Light:
    """Shop windows before one, signs above."""
    neon = LIGHTS["neon"]
    return with_light(neon, key=(1.02, 0.86, 0.86), shade=(0.38, 0.36, 0.62), haze=light.haze)


# -- what stands there ------------------------------------------------------------------------------------


def _houses(variant: int) -> list[tuple[int, int, float, float, int]]:
    """(side, number, z of the nearer edge, width, storeys) of every house, the near ones first."""
    rng = noise.stream("street houses", variant)
    rows = []
    for side in (-1, 1):
        z = _LONG - 3.6
        for _ in range(6):
            width = float(rng.choice([6.0, 7.5, 9.0]))
            rows.append((side, int(rng.integers(12)), z, width, int(rng.integers(4, 8))))
            z -= width
    return rows


@kept
@archived
def _set(variant: int, snowy: bool, with_minibus: bool) -> Mesh:
    road, walk = ("#ccd6e6", "#e4ebf4") if snowy else ("#54565f", "#a8a39a")
    end = _LONG - 2.0
    parts = [quad((-_KERB, 0, 0), (2 * _KERB, 0, 0), (0, 0, end), road, 0.35)]
    for side in (-1, 1):
        parts.append(
            block(side * (_KERB + _WALL + 0.4) / 2, 0, end / 2, _WALL + 0.4 - _KERB, 0.14, end, walk, 0.25)
        )
        parts.append(
            block(side * (_KERB + 0.07), 0, end / 2, 0.14, 0.15, end, "#d8d4ca" if not snowy else walk)
        )
    for side, _, z, width, storeys in _houses(variant):
        high = facades.SHOP + storeys * facades.FLOOR
        parts.append(block(side * (_WALL + 3), 0, z - width / 2, 6.0, high, width, "#8f8a82"))
        parts.append(block(side * (_WALL + 1.4), high, z - width * 0.5, 2.4, 2.2, width * 0.4, "#a39d92"))
        parts.append(
            block(
                side * (_WALL - 0.22),
                facades.SHOP - 0.25,
                z - width / 2,
                0.9,
                0.16,
                width,
                "#7f7a72" if not snowy else "#f2f6fa",
            )
        )
    parts += [
        kerbside.railing().moved(side * (_KERB + 0.25), 0.14, z)
        for side in (-1, 1)
        for z in np.arange(34.0, _LONG - 9.5, 2.0).tolist()
    ]
    for z in (_LONG - 13.0, _LONG - 23.0, _LONG - 34.0):
        for side in (-1, 1):
            parts.append(kerbside.lamp_post().scaled(side, 1, 1).moved(side * (_KERB + 0.4), 0.14, z))
    parts.append(kerbside.traffic_light().moved(-_KERB - 0.45, 0.14, _LONG - 9.2))
    parts.append(kerbside.traffic_light().scaled(-1, 1, 1).moved(_KERB + 0.45, 0.14, _LONG - 9.2))
    parts.append(kerbside.litter_bin().moved(_KERB + 0.9, 0.14, _LONG - 10.6))
    parts.append(kerbside.hydrant().moved(-_KERB - 0.7, 0.14, _LONG - 10.2))
    if with_minibus:
        parts.append(kerbside.minibus().moved(-1.55, 0, 31.0))
    return join(*parts)


# -- what hangs there -------------------------------------------------------------------------------------


def _hang_street(
    diorama: Diorama, setting: Setting, variant: int, on: float
) -> list[tuple[tuple[float, float, float], str]]:
    """Pavement, houses, signs. Answers where signs are and in what colour they shine."""
    end = _LONG - 2.0
    snowy = setting.is_snowy
    if not snowy:
        diorama.hang(_asphalt(), (-_KERB, 0.002, 0), (2 * _KERB, 0, 0), (0, 0, end), gloss=0.35)
        for side in (-1, 1):
            x = -_WALL - 0.2 if side < 0 else _KERB + 0.14
            diorama.hang(
                surfaces.paving(6, 60, 30, "#b9b2a6"),
                (x, 0.142, 0),
                (_WALL + 0.06 - _KERB, 0, 0),
                (0, 0, end),
                gloss=0.25,
            )
    if not snowy:
        diorama.hang(
            _crossing(), (-_KERB + 0.2, 0.004, _LONG - 8.9), (2 * _KERB - 0.4, 0, 0), (0, 0, 2.9), gloss=0.35
        )
    diorama.hang(
        surfaces.snow_road() if snowy else _lane(),
        (-_KERB, 0.003, 0),
        (2 * _KERB, 0, 0),
        (0, 0, end if snowy else end - 8.0),
        gloss=0.35,
    )
    for side, number, z, width, storeys in _houses(variant):
        wall, lights = facades.facade(number, storeys, width, snowy=snowy)
        high = facades.SHOP + storeys * facades.FLOOR
        corner = (side * (_WALL - 0.004), high, z - width if side > 0 else z)
        along = (0, 0, width if side > 0 else -width)
        diorama.hang(wall, corner, along, (0, -high, 0), gloss=0.1)
        if on > 0.1:
            diorama.hang(
                lights,
                (side * (_WALL - 0.008), *corner[1:]),
                along,
                (0, -high, 0),
                glow=min(1.0, 0.25 + 0.8 * on),
            )
    return _hang_signs(diorama, variant, on)


def _hang_signs(diorama: Diorama, variant: int, on: float) -> list[tuple[tuple[float, float, float], str]]:
    rng = noise.stream("street signs", variant)
    placed: list[tuple[tuple[float, float, float], str]] = []
    order = rng.permutation(len(_WORDS))
    for k in range(15):
        side = -1 if k % 2 else 1
        z = _LONG - 11.5 - k * 2.2 - float(rng.uniform(0, 1.0))
        word = _WORDS[int(order[k % len(_WORDS)])]
        upright = len(word) <= 4 and rng.random() < 0.72
        tall = (0.82 * len(word) + 0.5) if upright else 0.95
        wide = 0.95 if upright else 0.72 * len(word) + 0.4
        if k % 5 == 4:
            tall, wide = tall * 1.25, wide * 1.25
        out = float(rng.uniform(0.25, 0.9))
        x = side * (_WALL - out - wide / 2)
        y = float(rng.uniform(3.9, 4.6)) + 1.9 * (k % 3) + (tall if upright else 0)
        colour, edge = _NEON[int(rng.integers(len(_NEON)))]
        per_metre = 110
        picture = signs.neon(
            word,
            round(wide * per_metre),
            round(tall * per_metre),
            colour,
            edge,
            vertical=upright,
            lit=on > 0.3,
        )
        diorama.add(block(x, y - tall, z - 0.11, wide + 0.06, tall, 0.2, "#3a3238"))
        for level_ in (0.2, 0.8):
            diorama.add(
                block(side * (_WALL - out / 2), y - tall * level_, z - 0.11, out, 0.05, 0.05, "#4a464c")
            )
        diorama.hang(
            picture,
            (x - wide / 2, y, z),
            (wide, 0, 0),
            (0, -tall, 0),
            glow=min(1.0, on * 1.05) if on > 0.3 else 0.0,
        )
        placed.append(((x, y - tall / 2, z + 0.4), colour))
    return placed


def _bulbs(hung: list[tuple[tuple[float, float, float], str]], on: float) -> list[Bulb]:
    """The nearer signs, the shops and the street lamps light what is round them."""
    if on < 0.3:
        return []
    signs_ = [Bulb(at=at, colour=colour, power=0.55 * on, reach=5.0) for at, colour in hung[:5]]
    shops = [
        Bulb(at=(side * (_WALL - 1.0), 2.2, z), colour="#ffc685", power=0.75 * on, reach=6.0)
        for side in (-1, 1)
        for z in (_LONG - 12, _LONG - 20)
    ]
    lamps = [
        Bulb(at=(0, 5.4, z), colour="#ffd9a8", power=0.5 * on, reach=10.0) for z in (_LONG - 10, _LONG - 28)
    ]
    return [*signs_, *shops, *lamps]


@kept
def _asphalt() -> Picture:
    rng = noise.stream("asphalt")
    canvas = Canvas(240, 1400, "#5a5c66")
    canvas.pixels *= (
        F(0.90)
        + F(0.20) * noise.fractal(1400, 240, 4, 2, rng)
        + F(0.10) * noise.fractal(1400, 240, 160, 3, rng, cell_x=40)
    )[..., None]
    for _ in range(7):
        canvas.rectangle(
            float(rng.uniform(10, 190)),
            float(rng.uniform(0, 1350)),
            float(rng.uniform(24, 60)),
            float(rng.uniform(10, 60)),
            "#4a4c55",
            opacity=0.7,
        )
    return facades.picture_of(canvas)


@kept
def _lane() -> Picture:
    """A broken white line in the middle, double yellow ones along the kerbs."""
    canvas = Canvas(240, 1400, transparent=True)
    for y in range(0, 1400, 70):
        canvas.rectangle(117, y, 6, 40, "#e9e9e4")
    for x in (14, 21, 214, 221):
        canvas.rectangle(x, 0, 4, 1400, "#e8bb3a")
    return facades.picture_of(canvas)


@kept
def _crossing() -> Picture:
    """Zebra stripes, worn by many feet."""
    canvas = Canvas(560, 290, transparent=True)
    for k in range(7):
        canvas.rectangle(12 + 80 * k, 0, 44, 290, "#ecebe4")
    assert canvas.alpha is not None
    canvas.alpha *= np.clip(F(0.55) + noise.fractal(290, 560, 10, 3, noise.stream("worn")) * F(0.75), 0, 1)
    return facades.picture_of(canvas)


def _glows(canvas: Canvas, lens: Lens, hung: list[tuple[tuple[float, float, float], str]], on: float) -> None:
    if on < 0.3:
        return
    lights: list[Halo] = [(lens.middle, lens.horizon, 0.30 * canvas.height, "#ffb37a", 0.35 * on)]
    for at, colour in hung[:12]:
        x, y = lens.project([at])[0]
        lights.append((x, y, 2.0 * lens.focal / (_LONG - at[2]), colour, 0.30 * on))
    for z in (_LONG - 13.0, _LONG - 23.0, _LONG - 34.0):
        for x, y in lens.project([(side * (_KERB + 0.4 - 1.5), 6.2, z) for side in (-1, 1)]):
            lights.append((x, y, 1.6 * lens.focal / (_LONG - z), "#ffd9a0", 0.5 * on))
    halos(canvas, lights)


def _garlands(canvas: Canvas, setting: Setting, lens: Lens, light: Light) -> None:
    for depth, size in ((30.0, 0.028), (20.0, 0.042), (13.0, 0.062)):
        cord = lens.project([(-_WALL, 6.4, _LONG - depth), (_WALL, 6.4, _LONG - depth)])
        festive.dress(canvas, setting, light, cord, sag=0.5 * size, size=size)
