"""The roof of an old walk-up: water tanks, aerials, washing, pots of green; the towers and Lion Rock all round."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Colour, mix, rgb, shift
from waa.painter.kept import kept
from waa.painter.light import Light
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, tube
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import city, festive, furniture, land, scenery, sky, surfaces
from waa.painter.world.city import CityLight
from waa.painter.world.diorama import Diorama, block, quad
from waa.painter.world.halo import Halo, halos
from waa.painter.world.lens import Lens, level
from waa.painter.world.plate import Bulb, lay_plate, mirror_in_floor

_AWAY = 9.5  # from the parapet to the eye
_NIGHT: list[tuple[float, Colour]] = [(0, "#080c2c"), (0.5, "#1d2156"), (0.85, "#4f3a7c"), (1, "#96608c")]


@place("rooftop", hour="sunset")
def rooftop(canvas: Canvas, setting: Setting) -> Stage:
    lens = level(
        canvas.width,
        canvas.height,
        horizon=0.52,
        ground=0.90,
        eye=1.60,
        near=3.9,
        away=_AWAY,
        upright=0.5,
    )
    light, look = _city(canvas, setting, lens)
    variant = int(setting.rng("roof").integers(3))
    reach = round(lens.half_width(lens.away) + 1.0, 1)
    diorama = Diorama(
        lens=lens,
        meshes=[_set(variant, reach, round(lens.away - 1.2, 1), setting.is_snowy, setting.festival)],
    )
    if not setting.is_snowy:
        deck = surfaces.tiles("#b5725a", "#a8674f", 22, 16, 30, grout="#8f6250", checked=False)
        diorama.hang(deck, (-reach, 0.002, 0), (2 * reach, 0, 0), (0, 0, lens.away - 1.3), gloss=0.25)
    plate = diorama.photograph(0.65, 1.5)
    wet = setting.weather in ("rain", "storm")
    sunny = setting.hour in ("day", "golden", "sunset", "dawn") and setting.weather in (None, "clear")
    bulbs = []
    if look.on > 0.4:
        bulbs = [
            Bulb(at=(x, 2.4, 2.6), colour="#ffc882", power=0.75 * look.on, reach=3.6)
            for x in (-2.4, 0.0, 2.4)
        ]
        bulbs.append(Bulb(at=(-reach * 0.6, 2.0, 0.9), colour="#ffb866", power=0.7 * look.on, reach=3.0))
    pixels = plate.lit(
        light, bulbs=bulbs, fill=0.35 if sunny else 0.9, lamps=0.6 + 0.5 * look.on, bounce=0.35
    )
    if wet:
        mirror_in_floor(plate, pixels, 0.45, gloss=0.1)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.8, softness=1.0)
    _string_of_bulbs(canvas, lens, look)
    cord = lens.project(
        [(-lens.half_width(lens.away - 2), 3.1, 2.0), (lens.half_width(lens.away - 2), 3.1, 2.0)]
    )
    festive.dress(canvas, setting, light, cord, sag=0.05, size=0.062)
    subject = (
        with_light(
            light, key=(0.98, 0.82, 0.72), shade=(0.38, 0.34, 0.56), rim=(1.0, 0.7, 0.5), rim_strength=0.7
        )
        if look.on > 0.8
        else light
    )
    return Stage(
        light=subject,
        horizon=lens.horizon,
        ground=0.90 * canvas.height,
        subject_height=0.38,
        haze=0.02,
        sky_at=(0.72, 0.16),
        reflects=0.3 if wet else 0.0,
        finish=Finish(contrast=0.06, saturation=1.07, bloom=0.36),
    )


def _city(canvas: Canvas, setting: Setting, lens: Lens) -> tuple[Light, CityLight]:
    """Lion Rock, then three rows of flats down to the parapet."""
    horizon, height, unit = lens.horizon, canvas.height, canvas.unit
    if setting.hour == "night":
        canvas.cover(linear((0, 0), (0, horizon), list(_NIGHT)))
        sky.stars(
            canvas, setting.rng("stars"), int(140 * canvas.width * horizon / 6e5), horizon * 0.6, bright=4
        )
        if not setting.shows("moon"):
            sky.moon_disc(
                canvas,
                0.78 * canvas.width,
                0.18 * horizon,
                (52 if setting.festival == "mid-autumn" else 34) * unit,
                setting.rng("moon"),
            )
        light, air = setting.light, rgb("#5f4484")
    else:
        scene = scenery.open_sky(canvas, setting, horizon, clouds=4)
        light, air = scene.light, mix(sky.horizon_colour(setting.hour), sky.SKIES[setting.hour][-2][1], 0.4)
    look = city.city_light(setting.hour, light, air)
    canvas.layer("lion rock")
    rock = "#1c2450" if light.is_dark else "#5f7f62"
    land.mountain(
        canvas,
        _lion_rock(canvas, setting, horizon),
        horizon + 0.06 * height,
        mix(rock, air, 0.35),
        mix(rock, air, 0.6),
        light,
        setting.rng("rock"),
        contrast=0.5,
        cell=60 * unit,
        amplitude=0.16 * height,
    )
    base = float(lens.project([(0, 0.9, 0)])[0, 1]) + 4 * unit
    for k, (tall, haze, narrow, wide) in enumerate(
        ((0.24, 0.46, 26, 48), (0.22, 0.26, 44, 80), (0.13, 0.10, 90, 150))
    ):
        canvas.layer(f"flats {k + 1}")
        city.row(
            canvas,
            base,
            tall * height,
            setting.rng("flats", k),
            look,
            haze=haze,
            narrow=narrow,
            wide=wide,
            envelope=_rolling(2.1 * k),
        )
    return light, look


def _rolling(phase: float) -> Callable[[float], float]:
    """A skyline that rises and falls."""
    return lambda x: 0.66 + 0.34 * abs(math.sin(x * 5 + phase))


def _lion_rock(canvas: Canvas, setting: Setting, horizon: float) -> np.ndarray:
    """The ridge, with the crouching lion's head at its left and its long back."""
    x = np.linspace(0, 1, canvas.width)
    outline = np.interp(
        x,
        (0, 0.10, 0.20, 0.29, 0.325, 0.345, 0.37, 0.40, 0.425, 0.47, 0.56, 0.66, 0.80, 1.0),
        (0.10, 0.12, 0.16, 0.20, 0.225, 0.262, 0.270, 0.262, 0.232, 0.236, 0.228, 0.18, 0.14, 0.11),
    )
    rough = noise.line_noise(canvas.width, 40 * canvas.unit, 4, setting.rng("ridge")) - 0.5
    line: np.ndarray = horizon + 0.03 * canvas.height - (outline + 0.022 * rough) * canvas.height
    return line


@kept
@archived
def _set(variant: int, reach: float, front: float, snowy: bool, festival: str | None) -> Mesh:
    wall = ("#d8cdb8", "#b9c7c0", "#d6b9a4")[variant]
    white = "#eef3f8"
    deck = white if snowy else "#a8674f"
    parts = [quad((-reach, 0, -0.3), (2 * reach, 0, 0), (0, 0, front + 0.3), deck, 0.25)]
    parts += [
        block(0, 0, -0.15, 2 * reach, 0.92, 0.26, wall),
        box(2 * reach, 0.10, 0.40, white if snowy else shift(wall, 0, 0.9, 1.08), bevel=0.03).moved(
            0, 0.92, -0.15
        ),
    ]
    parts += [
        block(x, 0.02, 0.0, 0.5, 0.12, 0.06, shift(wall, 0, 1, 0.45))
        for x in np.arange(-reach + 0.8, reach, 2.2)
    ]
    side = -1 if variant % 2 else 1
    parts.append(_stair_hut(wall, white if snowy else None).moved(side * (reach - 2.0), 0, 0.95))
    parts.append(_steel_tank(white if snowy else None).moved(-side * (reach * 0.60), 0, 0.70))
    parts.append(_plastic_tank("#3f86c0").moved(-side * (reach * 0.60 - 1.75), 0, 0.55))
    parts += [
        _aerial(k).moved(x, h, z)
        for k, (x, h, z) in enumerate(
            (
                (side * (reach - 1.5), 2.5, 0.8),
                (side * 0.9, 0.98, -0.15),
                (-side * 0.35, 0.98, -0.15),
                (-side * (reach * 0.60), 2.35, 0.7),
            )
        )
    ]
    parts.append(_washing_line(variant).moved(side * 0.55, 0, 0.55))
    parts.append(_garden(variant, white if snowy else None).moved(-side * (reach * 0.30), 0, 0.28))
    parts.append(furniture.stool().moved(side * 1.75, 0, 1.55))
    parts.append(_folding_chair().turned(-side * 28).moved(-side * 2.0, 0, 1.75))
    parts += [
        tube([(-reach, 0.16, 0.10), (reach, 0.16, 0.10)], 0.045, "#9aa3a8", 0.3, steps=8),
        tube([(-reach, 0.30, 0.08), (reach, 0.30, 0.08)], 0.03, "#b58a5a", 0.3, steps=8),
    ]
    if festival == "christmas":
        parts.append(festive.tree(1.5).moved(-side * 1.1, 0, 0.75))
    return join(*parts)


def _stair_hut(wall: Colour, snow: Colour | None) -> Mesh:
    """The way down: a green iron door, a lamp over it, a tin lean-to."""
    body = box(2.2, 2.4, 1.9, wall, bevel=0.03)
    roof = box(2.5, 0.14, 2.2, snow or shift(wall, 0, 0.9, 0.9), bevel=0.04).moved(0, 2.4, 0)
    door = box(0.86, 1.9, 0.06, "#2f6b52", 0.3, bevel=0.015).moved(-0.25, 0, 0.96)
    bars = [box(0.02, 0.7, 0.02, "#1f4a39", bevel=0.004).moved(-0.50 + 0.125 * k, 1.0, 1.0) for k in range(5)]
    lamp = join(
        box(0.18, 0.08, 0.14, "#4a4640", bevel=0.02),
        ball((0.07, 0.06, 0.07), (0, -0.04, 0.02), "#fff0c4", steps=10).finished(glow=1.0),
    ).moved(-0.25, 2.1, 1.03)
    sheets = [
        tube(
            [(0.42 + 0.10 * k, 1.75 - 0.0, 0.95), (0.42 + 0.10 * k, 1.50, 1.75)],
            0.06,
            "#a9b2b6",
            0.3,
            steps=6,
        )
        for k in range(8)
    ]
    poles = [cylinder(0.025, 1.5, "#7a7f84", steps=6).moved(x, 0, 1.7) for x in (0.45, 1.1)]
    boxes = [
        box(0.5, 0.3, 0.4, c, bevel=0.02).moved(x, y, 1.35)
        for x, y, c in ((0.6, 0, "#c9c2b4"), (0.65, 0.3, "#d8d2c6"), (1.05, 0, "#e8e4da"))
    ]
    return join(body, roof, door, *bars, lamp, *sheets, *poles, *boxes)


def _steel_tank(snow: Colour | None) -> Mesh:
    """Bright steel on a concrete stand, a ladder up its side."""
    stand = [
        box(0.22, 0.62, 0.22, "#a39c90", bevel=0.02).moved(x, 0, z) for x in (-0.6, 0.6) for z in (-0.4, 0.4)
    ]
    slab = box(1.7, 0.12, 1.3, "#b5aea2", bevel=0.02).moved(0, 0.62, 0)
    tank = lathe(
        [(0, 0.74), (0.66, 0.74), (0.70, 0.80), (0.70, 1.95), (0.62, 2.10), (0.20, 2.24), (0, 2.25)],
        "#c3cbd0",
        0.6,
        steps=36,
    )
    hoops = [
        lathe([(0.70, y - 0.02), (0.725, y), (0.70, y + 0.02)], "#dfe5e8", 0.6, steps=36)
        for y in (1.05, 1.35, 1.65)
    ]
    cap = lathe([(0.64, 2.10), (0.22, 2.25), (0, 2.27)], snow, 0.1, steps=24) if snow is not None else None
    rungs = [block(0.0, 0.8 + 0.22 * k, 0.74, 0.3, 0.025, 0.03, "#8f979c") for k in range(6)]
    return join(*stand, slab, tank, *hoops, cap, *rungs)


def _plastic_tank(colour: str) -> Mesh:
    tank = lathe(
        [
            (0, 0),
            (0.48, 0),
            (0.50, 0.04),
            (0.50, 0.32),
            (0.47, 0.36),
            (0.50, 0.40),
            (0.50, 0.70),
            (0.47, 0.74),
            (0.50, 0.78),
            (0.50, 1.02),
            (0.32, 1.18),
            (0.16, 1.20),
            (0.16, 1.26),
            (0, 1.27),
        ],
        colour,
        0.35,
        steps=32,
    )
    return join(tank.moved(0, 0.2, 0), box(1.2, 0.2, 1.1, "#a39c90", bevel=0.02))


def _aerial(number: int) -> Mesh:
    """A fish-bone."""
    high = (1.7, 2.1, 1.5, 1.3)[number % 4]
    mast = cylinder(0.02, high, "#7a8086", steps=6)
    parts = [mast]
    for k, y in enumerate((high - 0.1, high - 0.55)):
        long = 0.62 - 0.14 * k
        parts.append(tube([(-long * 0.5, y, 0), (long, y, 0.0)], 0.012, "#8a9096", steps=4))
        parts += [
            tube([(x, y - 0.0, -0.16), (x, y, 0.16)], 0.008, "#9aa0a6", steps=4)
            for x in np.linspace(-long * 0.5, long, 7)
        ]
        parts += [
            tube([(x, y - 0.12, 0), (x, y + 0.12, 0)], 0.010, "#9aa0a6", steps=4)
            for x in np.linspace(-long * 0.5, long, 7)
        ]
    return join(*parts).turned(20 * number)


def _washing_line(variant: int) -> Mesh:
    """Two poles, a sagging line, the family's week."""
    rng = noise.stream("roof washing", variant)
    parts = [cylinder(0.03, 2.0, "#8f979c", 0.3, steps=8).moved(x, 0, 0) for x in (-1.25, 1.25)]
    parts.append(
        tube([(-1.25, 1.95, 0), (-0.4, 1.86, 0), (0.4, 1.86, 0), (1.25, 1.95, 0)], 0.008, "#d9d4c8", steps=4)
    )
    tints = ("#f4f2ec", "#e8443a", "#3f7fc0", "#f0c24a", "#5aa886", "#f2b8c4", "#5a5f8a")
    x = -1.1
    while x < 0.95:
        kind, tint = int(rng.integers(3)), tints[int(rng.integers(len(tints)))]
        if kind == 0:  # a shirt
            parts += [
                box(0.34, 0.48, 0.04, tint, bevel=0.018).moved(x + 0.2, 1.36, 0),
                box(0.52, 0.15, 0.04, tint, bevel=0.018).moved(x + 0.2, 1.70, 0),
            ]
            x += 0.58
        elif kind == 1:  # trousers
            parts += [
                box(0.15, 0.62, 0.04, tint, bevel=0.018).moved(x + 0.09 + 0.17 * k, 1.16, 0) for k in range(2)
            ]
            parts.append(box(0.33, 0.16, 0.045, tint, bevel=0.018).moved(x + 0.175, 1.70, 0))
            x += 0.44
        else:  # a towel
            parts.append(box(0.40, 0.66, 0.025, tint, bevel=0.01).moved(x + 0.22, 1.20, 0))
            x += 0.50
    return join(*parts)


def _garden(variant: int, snow: Colour | None) -> Mesh:
    """Pots and white foam boxes with something green in each."""
    rng = noise.stream("roof garden", variant)
    parts = []
    for k in range(5):
        x = -1.2 + 0.58 * k
        if k % 2:
            parts.append(box(0.5, 0.24, 0.34, "#f2f0ea", bevel=0.03).moved(x, 0, 0))
            parts += [
                ball(
                    (0.09, 0.12, 0.09),
                    (x - 0.16 + 0.16 * j, 0.30, float(rng.uniform(-0.05, 0.05))),
                    snow or shift("#6fae4f", 0, 1, float(rng.uniform(0.8, 1.1))),
                    steps=10,
                )
                for j in range(3)
            ]
        else:
            parts.append(
                furniture.plant(
                    float(rng.uniform(0.6, 1.0)),
                    leaf="#4f8f4a",
                    pot=("#c9714a", "#3f6f8a", "#a8432f")[k % 3],
                    seed=k + variant,
                ).moved(x, 0, 0)
            )
    return join(*parts)


def _folding_chair() -> Mesh:
    """A nylon deck chair, red and white."""
    legs = [
        tube([(s * 0.27, 0, 0.28), (s * 0.27, 0.62, -0.30)], 0.016, "#c3c8cc", 0.5, steps=6) for s in (-1, 1)
    ] + [
        tube([(s * 0.27, 0, -0.24), (s * 0.27, 0.40, 0.26)], 0.016, "#c3c8cc", 0.5, steps=6) for s in (-1, 1)
    ]
    seat = [
        box(0.09, 0.02, 0.46, ("#d8342c", "#f4f0e6")[k % 2], bevel=0.006).moved(-0.22 + 0.11 * k, 0.38, 0.02)
        for k in range(5)
    ]
    back = [
        box(0.09, 0.50, 0.02, ("#d8342c", "#f4f0e6")[k % 2], bevel=0.006)
        .turned(0, -16)
        .moved(-0.22 + 0.11 * k, 0.42, -0.24)
        for k in range(5)
    ]
    return join(*legs, *seat, *back)


def _string_of_bulbs(canvas: Canvas, lens: Lens, look: CityLight) -> None:
    """Somebody has strung lamps across for the evening."""
    if look.on < 0.4:
        return
    unit = canvas.unit
    half = lens.half_width(lens.away - 2.6)
    ends = lens.project([(-half * 1.05, 2.75, 2.6), (half * 1.05, 2.75, 2.6)])
    t = np.linspace(0, 1, 40)
    lights: list[Halo] = []
    for sag in (0.045, 0.075):
        cord = np.column_stack(
            [ends[0, 0] + (ends[1, 0] - ends[0, 0]) * t, ends[0, 1] + sag * canvas.height * 4 * t * (1 - t)]
        )
        canvas.line(cord, max(1, 1.4 * unit), "#1f1a24", opacity=0.8)
        for x, y in cord[2::4]:
            lights.append((x, y + 6 * unit, 34 * unit, "#ffc06a", 0.5 * look.on))
            canvas.oval(x, y + 6 * unit, 4.2 * unit, 5.4 * unit, "#fff1cf", soft=0.5)
    halos(canvas, lights)
