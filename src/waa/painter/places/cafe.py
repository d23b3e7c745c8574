"""A cha chaan teng: a table in a booth, green tiles, a menu on strips of paper, the street behind the glass."""

from __future__ import annotations

import numpy as np

from waa.painter import noise, shapes
from waa.painter.archive import archived
from waa.painter.canvas import Canvas
from waa.painter.colour import F, rgb
from waa.painter.kept import kept
from waa.painter.light import Light
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, lathe, tube
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import air, festive, furniture, indoors, panel, signs, surfaces
from waa.painter.world.diorama import Diorama, block
from waa.painter.world.halo import Halo, halos
from waa.painter.world.lens import Lens
from waa.painter.world.plate import Bulb, lay_plate
from waa.painter.world.shell import Shell, window_frame
from waa.painter.world.tabletop import EDGE, GROUND, lay_flat, lay_table, table_lens, table_tint, window_light

_MENU = (
    ("絲襪奶茶", "$22"),
    ("菠蘿油", "$16"),
    ("西多士", "$30"),
    ("鴛鴦", "$22"),
    ("蛋治", "$20"),
    ("沙爹牛麵", "$42"),
    ("紅豆冰", "$28"),
    ("常餐", "$48"),
)
_TABLE = 0.74  # metres above the floor; heights in the set are measured from the table top
_WINDOW = (-2.5, 0.42, 0.46, 1.34)


@place("cafe", hour="golden", indoors=True)
def cafe(canvas: Canvas, setting: Setting) -> Stage:
    """What stands on the table is in focus; the room behind it is not."""
    lens = table_lens(canvas.width, canvas.height)
    away = lens.away
    mood = indoors.mood_of(setting)
    diorama = Diorama(
        lens=lens, meshes=[_set(round(float(np.clip(lens.half_width(away) * 1.1, 1.6, 3.4)), 2))]
    )
    _hangings(diorama, setting)
    plate = diorama.photograph(0.5)
    bulbs = [
        Bulb(at=(x, 0.95, 0.9), colour="#ffcf8c", power=0.16 + 0.30 * mood.lamps, reach=1.9)
        for x in (0.45, 1.15, 1.85)
    ]
    bulbs.append(
        Bulb(at=(-1.0, 0.9, 0.5), colour="#fff0d0" if not mood.is_dark else "#ff9ad0", power=0.2, reach=2.0)
    )
    pixels = plate.lit(mood.light, bulbs=bulbs, fill=0.60, lamps=0.95, bounce=0.3)
    lay_plate(canvas, pixels, plate, softness=3.6)
    _glows(canvas, setting, lens, mood)
    cord = lens.project([(-lens.half_width(away - 0.5), 1.45, 0.5), (lens.half_width(away - 0.5), 1.45, 0.5)])
    festive.dress(canvas, setting, mood.light, cord, soft=3.0, size=0.085)
    canvas.layer("table")
    _table(canvas, lens, mood.light, int(setting.rng("table").integers(3)))
    _condiments(canvas, lens, mood.light)
    return Stage(
        light=mood.light,
        horizon=lens.horizon,
        ground=GROUND * canvas.height,
        kind="table",
        subject_height=0.36,
        haze=0.0,
        reflects=0.16,
        finish=Finish(contrast=0.05, saturation=1.06),
    )


# -- behind the table -------------------------------------------------------------------------------------


@kept
@archived
def _set(half: float) -> Mesh:
    shell = Shell(half=half, height=2.5, front=2.4)
    moved = [
        shell.back("#f1e6cf", [_lifted(_WINDOW)]),
        shell.left("#eee0c6"),
        shell.right("#eee0c6"),
        shell.ceiling("#f3ead8"),
        shell.floor("#b9a88e", 0.3),
        window_frame(_lifted(_WINDOW), "#2f6b52", columns=3, deep=0.14, bar=0.06),
    ]
    parts = [m.moved(0, -_TABLE, 0) for m in moved]
    for x in np.arange(-half + 0.1, half + 0.4, 1.55):  # the booths behind ours
        parts.append(box(1.46, 0.66, 0.20, "#a5342c", 0.35, bevel=0.08).moved(float(x), -_TABLE + 0.34, 0.75))
        parts += [
            box(0.22, 0.50, 0.07, "#b83e34", 0.35, bevel=0.034).moved(
                float(x) - 0.54 + 0.27 * k, -_TABLE + 0.43, 0.84
            )
            for k in range(5)
        ]
        parts.append(box(1.5, 0.05, 0.24, "#7c4a2c", 0.3, bevel=0.02).moved(float(x), -_TABLE + 0.97, 0.75))
    for x in np.arange(-half + 0.9, half, 1.55):  # and their tables
        parts.append(box(0.8, 0.04, 0.55, "#efe6d2", 0.4, bevel=0.015).moved(float(x), -0.04, 1.25))
    for x in (0.45, 1.15, 1.85):
        parts.append(furniture.pendant("#c8372d", 0.62, 0.17).moved(x, 1.72, 0.9))
    parts.append(_fan().moved(-0.4, 1.45, 1.1))
    parts.append(_counter().moved(min(half - 0.5, 2.2), -_TABLE, 0.30))
    parts.append(cylinder(0.17, 0.05, "#f7f3e8", 0.4).turned(0, 90).moved(1.02, 1.26, 0.02))
    parts.append(cylinder(0.19, 0.04, "#2f6b52", 0.4).turned(0, 90).moved(1.02, 1.26, 0.01))
    return join(*parts)


def _lifted(hole: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, right, low, high = hole
    return left, right, low + _TABLE, high + _TABLE


def _fan() -> Mesh:
    blades = [
        box(0.52, 0.012, 0.13, "#8a5f3a", 0.3, bevel=0.005).moved(0.34).turned(72 * k + 10) for k in range(5)
    ]
    return join(
        cylinder(0.02, 0.32, "#c8c2b4", steps=8),
        cylinder(0.10, 0.10, "#c79a4e", 0.4, steps=20).moved(0, -0.08, 0),
        *blades,
    )


def _counter() -> Mesh:
    """A glass case with buns in it."""
    shelf = [block(0, y, 0, 0.9, 0.02, 0.34, "#d9e6e2", 0.6) for y in (0.86, 1.1, 1.34)]
    buns = [
        ball((0.085, 0.055, 0.08), (-0.32 + 0.21 * k, y + 0.06, 0.06), "#d98a3a", 0.3, steps=10)
        for k in range(4)
        for y in (0.88, 1.12)
    ]
    frame = [
        block(x, 0.84, z, 0.03, 0.54, 0.03, "#a9b2ac", 0.5) for x in (-0.45, 0.45) for z in (-0.16, 0.16)
    ]
    return join(box(0.95, 0.84, 0.4, "#3c8a6e", 0.4, bevel=0.02), *shelf, *buns, *frame)


def _hangings(diorama: Diorama, setting: Setting) -> None:
    half = 3.4
    tile = surfaces.tiles("#f5ecd9", "#2f8a68", 56, 9, 20, grout="#e9dfca")
    diorama.hang(tile, (-half, 0.44, 0.004), (2 * half, 0, 0), (0, -1.1, 0), gloss=0.5)
    diorama.hang(
        surfaces.tiles("#d9cbb0", "#8c4a3a", 20, 14, 24, grout="#b8a78c"),
        (-half, 0.002 - _TABLE, 0),
        (2 * half, 0, 0),
        (0, 0, 2.4),
        gloss=0.4,
    )
    left, right, low, high = _WINDOW
    diorama.hang(
        _street_view(setting.hour, setting.weather),
        (left - 0.2, high + 0.2, -0.25),
        (right - left + 0.4, 0, 0),
        (0, low - high - 0.4, 0),
        glow=1.0,
    )
    for k, (dish, price) in enumerate(_MENU):
        paper = ("#fff6d8", "#ffe9a8", "#ffd9cf")[k % 3]
        diorama.hang(
            signs.menu(dish, price, paper=paper),
            (0.53 + 0.205 * (k % 8), 1.02, 0.012),
            (0.155, 0, 0),
            (0, -0.52, 0),
        )
    diorama.hang(signs.clock(), (0.86, 1.42, 0.085), (0.32, 0, 0), (0, -0.32, 0))
    if setting.festival == "lunar new year":
        diorama.hang(signs.fai_chun("福"), (1.35, 1.62, 0.02), (0.5, 0, 0), (0, -0.5, 0))


@kept
@archived
def _street_view(hour: str, weather: str | None) -> panel.Picture:
    """The street behind the glass: the sky between houses, signs, head-lamps; all out of focus anyway."""
    base = indoors.outlook(hour, weather, 2, 360, 200, storeys=1.0)
    canvas = Canvas(360, 200)
    canvas.pixels[:] = base.astype(F) * F(1 / 255)
    dark = hour in ("night", "dusk", "aurora")
    rng = noise.stream("café street")
    for _ in range(7):
        x, y, w = rng.uniform(0, 330), rng.uniform(10, 110), rng.uniform(14, 34)
        tint = ("#e8443a", "#f2b53a", "#2fa38a", "#d84a8a", "#3f7fd0")[int(rng.integers(5))]
        canvas.rectangle(x, y, w, w * rng.uniform(1.2, 2.6), tint, opacity=0.95 if dark else 0.7)
    canvas.rectangle(0, 150, 360, 50, "#2a2430" if dark else "#8f8a84", opacity=0.8)
    canvas.rectangle(40, 128, 86, 40, "#c8332c", radius=10)
    canvas.rectangle(52, 132, 60, 14, "#f0e6d2" if not dark else "#ffd79a", radius=4)
    air.bokeh(
        canvas,
        rng,
        34,
        ("#ffd27a", "#ff8f6b", "#7fd6c2", "#ff5d6a", "#fff3c4"),
        6,
        15,
        top=40,
        opacity=0.75 if dark else 0.4,
    )
    return panel.picture_of(canvas)


def _glows(canvas: Canvas, setting: Setting, lens: Lens, mood: indoors.Mood) -> None:
    scale = lens.focal / (lens.away - 0.9)
    *lamps, window = lens.project([(0.45, 1.08, 0.9), (1.15, 1.08, 0.9), (1.85, 1.08, 0.9), (-1.0, 0.8, 0)])
    lights: list[Halo] = [(x, y, 0.75 * scale, "#ffdf9a", 0.5 + 0.2 * mood.lamps) for x, y in lamps]
    if not mood.is_dark:
        lights.append((window[0], window[1], 1.9 * scale, mood.light.rim, 0.30))
    halos(canvas, lights)
    unit = canvas.unit
    air.bokeh(
        canvas,
        setting.rng("bokeh"),
        5,
        ("#ffd27a", "#ffb27a", "#fff3c4"),
        14 * unit,
        30 * unit,
        top=0.03 * canvas.height,
        bottom=0.28 * canvas.height,
        opacity=0.2,
    )


# -- the table --------------------------------------------------------------------------------------------


def _table(canvas: Canvas, lens: Lens, light: Light, kind: int) -> None:
    """Wood or pale laminate under an aluminium rim; the set menu of the day lies under its glass."""
    top = lay_table(canvas, lens, _laminate() if kind == 0 else surfaces.wood("#a8693a", 1100, 620), light)
    far, near = (lens.depth_of((EDGE + share) * canvas.height) for share in (0.035, 0.105))
    x = -lens.half_width(far) * 0.42
    lay_flat(canvas, lens, _set_menu(), x, x + 0.26, far, near, table_tint(light), 0.9)
    window_light(canvas, top, light)


@kept
def _set_menu() -> panel.Picture:
    canvas = Canvas(260, 200, "#fbf6e6")
    canvas.rectangle(8, 8, 244, 40, "#c8332c", radius=4)
    signs.write(canvas, "下午茶餐", (20, 12, 220, 32), "#ffe9b0")
    for k, (dish, price) in enumerate(
        (("A 炸雞脾薯條", "38"), ("B 餐蛋公仔麵", "36"), ("C 西多士", "34"), ("跟 奶茶/咖啡", "凍加3"))
    ):
        signs.write(canvas, dish, (14, 58 + 34 * k, 150, 26), "#2a2a30", font="sans-700")
        signs.write(canvas, price, (178, 58 + 34 * k, 70, 26), "#c8332c", font="sans-700")
    return panel.picture_of(canvas)


@kept
def _laminate() -> panel.Picture:
    """Pale green laminate with the small pattern that every such table has."""
    rng = noise.stream("laminate")
    h, w = 620, 1100
    canvas = Canvas(w, h, "#b4cdb0")
    canvas.pixels *= (0.96 + 0.08 * noise.fractal(h, w, 90, 4, rng))[..., None]
    flecks = [
        shapes.ellipse(
            float(rng.uniform(0, w)),
            float(rng.uniform(0, h)),
            float(rng.uniform(1.0, 3.4)),
            0.9,
            float(rng.uniform(0, 3)),
            steps=8,
        )
        for _ in range(2600)
    ]
    canvas.fill_union(flecks[::3], "#f5f2e2", opacity=0.9)
    canvas.fill_union(flecks[1::3], "#a9b59a", opacity=0.8)
    canvas.fill_union(flecks[2::3], "#c3a78a", opacity=0.6)
    return panel.picture_of(canvas)


def _condiments(canvas: Canvas, lens: Lens, light: Light) -> None:
    """At the back of the table, at both sides: what is always there."""
    edge = lens.depth_of(0.665 * canvas.height)
    scale = lens.focal / edge
    foot = lens.horizon + lens.eye * scale
    reach = lens.half_width(edge)
    for kind, x in (("caddy", -reach + 0.16), ("sauces", reach - 0.14)):
        sprite = _stood(kind, light, round(0.20 * scale / 8) * 8)
        left, top = lens.middle + x * scale - sprite[0].shape[1] / 2, foot - sprite[1]
        canvas.oval(
            lens.middle + x * scale + 0.03 * scale,
            foot,
            0.10 * scale,
            0.028 * scale,
            rgb(light.shadow),
            soft=0.02 * scale,
            opacity=0.42,
        )
        canvas.stamp(left, top, sprite[0])


@kept
def _stood(kind: str, light: Light, height: int) -> tuple[np.ndarray, float]:
    model = Model(mesh=_caddy() if kind == "caddy" else _sauces())
    sprite = photograph(
        model, light, height, View(yaw=18 if kind == "caddy" else -14, pitch=18), shadows=False
    )
    return sprite.pixels, sprite.foot[1]


def _caddy() -> Mesh:
    """A tin of spoons and chopsticks, a box of tissues."""
    tin = lathe(
        [(0, 0), (0.042, 0), (0.044, 0.004), (0.044, 0.125), (0.041, 0.125), (0.041, 0.03)], "#e9e4d6", 0.4
    )
    label = lathe([(0.0446, 0.03), (0.0446, 0.10)], "#c8332c", 0.3)
    sticks = [
        tube([(x, 0.03, z), (x * 2.2, 0.24, z * 2.2)], 0.0035, "#a5342c" if k % 2 else "#7c4a2c", steps=6)
        for k, (x, z) in enumerate(
            ((0.012, 0.01), (-0.014, 0.012), (0.02, -0.012), (-0.02, -0.008), (0.0, 0.02))
        )
    ]
    spoons = [
        join(
            tube([(x, 0.03, 0), (x * 2.4, 0.19, 0.01)], 0.0035, "#c3c8d0", 0.6, steps=6),
            ball((0.014, 0.022, 0.006), (x * 2.5, 0.205, 0.012), "#c3c8d0", 0.6, steps=8),
        )
        for x in (0.024, -0.026)
    ]
    return join(tin, label, *sticks, *spoons)


def _sauces() -> Mesh:
    """Soy, pepper and a jar of sugar."""
    bottle = lathe(
        [(0, 0), (0.026, 0), (0.028, 0.004), (0.028, 0.085), (0.012, 0.115), (0.011, 0.14), (0, 0.14)],
        "#3a1f18",
        0.7,
    )
    cap = cylinder(0.013, 0.022, "#c8332c", 0.4, steps=16).moved(0, 0.138, 0)
    pepper = join(
        cylinder(0.024, 0.075, "#f2efe6", 0.5, steps=20),
        cylinder(0.025, 0.022, "#c3c8d0", 0.6, steps=20).moved(0, 0.075, 0),
    )
    sugar = join(
        lathe([(0, 0), (0.034, 0), (0.036, 0.01), (0.036, 0.085), (0.03, 0.1)], "#f7f5ee", 0.6),
        cylinder(0.032, 0.025, "#b9bec6", 0.6, steps=20).moved(0, 0.098, 0),
    )
    return join(
        join(bottle, cap).moved(-0.05, 0, -0.02), pepper.moved(0.005, 0, 0.035), sugar.moved(0.055, 0, -0.015)
    )
