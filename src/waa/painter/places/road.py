"""A coast road, seen from low down: the sea on the left, hills on the right, the sun at the end of it."""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Array, F, code, mix, rgb, shift
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, box, cylinder, join, tube
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import festive, land, scenery, signs, sky, surfaces
from waa.painter.world.diorama import Diorama, block, quad
from waa.painter.world.lens import Lens, level
from waa.painter.world.panel import Picture, picture_of
from waa.painter.world.plate import Bulb, lay_plate, mirror_in_floor
from waa.painter.world.verge import palm, shrub
from waa.painter.world.water import water

_LONG = 90.0
_HALF = 3.7  # of the carriageway
# (near, far) sea, then (crest, foot) of the hills, by hour; others are mixed from the day's.
_SEA = {
    "day": ("#1a6f96", "#8fd0da"),
    "golden": ("#3a7f90", "#f2d8a6"),
    "sunset": ("#45306e", "#f5a078"),
    "dawn": ("#5c7aa8", "#f4d2bc"),
    "night": ("#081434", "#2c4576"),
    "dusk": ("#22285c", "#a8789a"),
    "overcast": ("#5f7682", "#bcc8ca"),
    "snow": ("#6c8299", "#d2dde6"),
    "storm": ("#34434c", "#848f94"),
    "aurora": ("#07182f", "#246a6a"),
}
_HILL = {
    "day": "#5f9a4f",
    "golden": "#9a9a4a",
    "sunset": "#7a4a5a",
    "dawn": "#7f8f6a",
    "night": "#16284a",
    "dusk": "#3a3a62",
    "overcast": "#6f8a66",
    "snow": "#e4ebf2",
    "storm": "#4a5c4c",
    "aurora": "#143a48",
}


@place("road", hour="sunset")
def road(canvas: Canvas, setting: Setting) -> Stage:
    farther = max(1.0, (canvas.height / canvas.width) ** 0.35)
    lens = level(
        canvas.width,
        canvas.height,
        horizon=0.585,
        ground=0.885,
        eye=0.85 * farther,
        near=4.1 * farther,
        away=_LONG,
        middle=0.54,
    )
    horizon = lens.horizon
    hour = "snow" if setting.weather == "snow" and not setting.is_night else setting.hour
    low_sun = hour in ("sunset", "dawn", "golden") and setting.weather not in (
        "rain",
        "storm",
        "fog",
        "cloudy",
        "snow",
    )
    scene = scenery.open_sky(canvas, setting, horizon, clouds=4, disc=not low_sun)
    light = (
        with_light(scene.light, direction=(-0.55, 0.40, 0.42), rim_strength=0.9) if low_sun else scene.light
    )
    sun_x = 0.40 * canvas.width
    if low_sun and not setting.shows("sun", "moon"):
        _low_sun(canvas, setting, sun_x, horizon)
    air = sky.horizon_colour(hour)
    _coast(canvas, setting, lens, hour, air, sun_x if low_sun else None)
    canvas.layer("road")
    diorama = Diorama(
        lens=lens,
        meshes=[
            _set(
                hour if hour in ("night", "snow") else "day",
                code(mix(_HILL[hour], "#20301c", 0.25)),
                round(lens.half_width(12.0) + 6.0, 0),
            )
        ],
    )
    _hangings(diorama, hour)
    plate = diorama.photograph(0.62, 1.6)
    dark = setting.is_night
    bulbs = (
        [
            Bulb(at=(-_HALF - 0.2, 5.6, z), colour="#ffcf8a", power=0.9, reach=11.0)
            for z in (_LONG - 9, _LONG - 25)
        ]
        if dark
        else []
    )
    pixels = plate.lit(
        light, bulbs=bulbs, fill=0.5, haze=0.45, haze_from=26.0, lamps=1.1 if dark else 0.9, bounce=0.3
    )
    wet = setting.weather in ("rain", "storm")
    if wet:
        mirror_in_floor(plate, pixels, 0.45, gloss=0.25)
    lay_plate(canvas, pixels, plate)
    _sheen(canvas, lens, light.rim, sun_x if low_sun else None, wet)
    _lamp_glows(canvas, lens, dark)
    cord = lens.project([(-_HALF - 1, 5.6, _LONG - 15), (_HALF + 2, 5.6, _LONG - 15)])
    festive.dress(canvas, setting, light, cord, sag=0.04, size=0.05)
    return Stage(
        light=light,
        horizon=horizon,
        ground=0.885 * canvas.height,
        subject_height=0.29,
        centred=True,
        haze=0.02,
        pitch=5.0,
        sky_at=(0.70, 0.20),
        reflects=0.45 if wet else (0.30 if low_sun or dark else 0.12),
        finish=Finish(contrast=0.08, saturation=1.07),
    )


# -- what lies behind -------------------------------------------------------------------------------------


def _low_sun(canvas: Canvas, setting: Setting, x: float, horizon: float) -> None:
    """Large and close to the water."""
    unit = canvas.unit
    r = (104 if setting.hour == "sunset" else 78) * unit
    y = horizon - r * 0.72
    canvas.glow(x, y, 0.6 * max(canvas.width, canvas.height), setting.light.rim, 0.42, power=2.0)
    canvas.glow(x, y, r * 3.0, "#ffdca6", 0.6)
    canvas.oval(
        x,
        y,
        r,
        r,
        linear(
            (0, y - r),
            (0, y + r),
            [(0, "#fff8da"), (0.5, "#ffd07a"), (1, "#ff8a5c" if setting.hour == "sunset" else "#ffc08a")],
        ),
        soft=1.2,
    )


def _coast(
    canvas: Canvas, setting: Setting, lens: Lens, hour: str, air: Array, glint_x: float | None
) -> None:
    """Islands, the sea, and the hill that the road runs along."""
    horizon, unit, width = lens.horizon, canvas.unit, canvas.width
    rng = setting.rng("coast")
    light = setting.light
    canvas.layer("islands")
    far = mix(_HILL[hour], air, 0.55)
    across = np.arange(width) / width
    for k, (centre, wide, tall) in enumerate(((0.13, 0.13, 0.085), (0.60, 0.20, 0.10))):
        rise = np.exp(-(((across - centre) / wide) ** 2)) * tall * canvas.height
        rough = noise.line_noise(width, 60 * unit, 4, rng) * 0.35 + 0.75
        line = np.where(rise > 3 * unit, horizon + 3 - rise * rough, horizon + 12)
        tint = mix(far, _HILL[hour], 0.14 * k)
        land.mountain(
            canvas,
            line,
            horizon + 3,
            tint,
            mix(tint, air, 0.4),
            light,
            rng,
            contrast=0.24,
            cell=46 * unit,
            amplitude=0.1 * canvas.height,
        )
    canvas.layer("sea")
    near, distant = _SEA[hour]
    tone = mix(light.rim, "#ffffff", 0.35)
    shore = horizon + 0.13 * canvas.width  # farther down the road hides it
    water(
        canvas,
        horizon,
        near,
        distant,
        light,
        setting.rng("sea"),
        mirror=0.6,
        glint=tone if glint_x is not None else None,
        glint_x=glint_x,
        bottom=min(shore, canvas.height),
    )
    canvas.layer("hills")
    right = canvas.right_part(0.54 * width)
    slope = (np.arange(right.width) / right.width) ** 0.75
    bumps = noise.line_noise(right.width, 150 * unit, 2, rng) * 0.45 + 0.62
    line = (horizon + 8 - slope * 0.27 * bumps * canvas.height).astype(F)
    crest = mix(_HILL[hour], air, 0.16)
    land.hills(
        right,
        line,
        horizon + 0.12 * canvas.height,
        crest,
        mix(shift(_HILL[hour], 0, 1, 0.7), air, 0.16),
        light,
        rng,
        grain=0.16,
        cell=26 * unit,
        rim=0.5,
    )


# -- the road ---------------------------------------------------------------------------------------------


@kept
@archived
def _set(look: str, verge: str, reach: float) -> Mesh:
    end = _LONG - 2.2
    snowy = look == "snow"
    ground = "#dfe6ee" if snowy else verge
    parts = [quad((-_HALF, 0, 0), (2 * _HALF, 0, 0), (0, 0, end), "#cfd8e4" if snowy else "#4a4a55", 0.4)]
    parts.append(quad((_HALF, 0, 0), (reach + 20, 0, 0), (0, 0, end), ground))
    parts.append(quad((-_HALF - 1.1, 0, 0), (1.1, 0, 0), (0, 0, end), "#dfe6ee" if snowy else "#8d857a"))
    for z in np.arange(8.0, end - 1.0, 3.2):  # the guard rail on the side of the sea
        parts.append(block(-_HALF - 0.72, 0, float(z), 0.12, 0.72, 0.14, "#a9b0b4", 0.3))
    for y in (0.40, 0.58):
        parts.append(
            tube(
                [(-_HALF - 0.62, y, 4.0), (-_HALF - 0.62, y, end)],
                0.075,
                "#d3d8da" if not snowy else "#eef2f6",
                0.4,
                steps=8,
            )
        )
    for z in (_LONG - 9, _LONG - 25, _LONG - 41, _LONG - 57):
        parts.append(_lamp_post().moved(-_HALF - 0.9, 0, z))
    parts.append(_gantry().moved(_HALF + 0.7, 0, _LONG - 27))
    for k, (x, z, h) in enumerate(
        (
            (_HALF + 2.9, _LONG - 16, 5.4),
            (_HALF + 4.6, _LONG - 21, 6.4),
            (_HALF + 3.4, _LONG - 38, 6.0),
            (_HALF + 2.2, _LONG - 52, 6.6),
        )
    ):
        parts.append(palm(h, k).moved(x, 0, z))
    rng = noise.stream("road shrubs")
    for _ in range(26):
        z = float(rng.uniform(6, _LONG - 8))
        r = float(rng.uniform(0.25, 0.6))
        tint = "#e8eef4" if snowy else shift(verge, 0.01, 1.05, float(rng.uniform(0.9, 1.35)))
        parts.append(shrub(r, tint).moved(_HALF + 1.0 + float(rng.random()) ** 1.5 * 9, 0, z))
    return join(*parts)


def _lamp_post() -> Mesh:
    arm = tube([(0, 5.4, 0), (0.15, 5.9, 0), (0.8, 6.1, 0), (1.5, 6.1, 0)], 0.045, "#8a9298", 0.3, steps=6)
    head = box(0.55, 0.09, 0.2, "#9aa2a8", bevel=0.03).moved(1.7, 6.05, 0)
    lamp = box(0.42, 0.03, 0.16, "#fff0cf", bevel=0.01).finished(glow=0.95).moved(1.7, 6.02, 0)
    return join(cylinder(0.085, 5.5, "#8a9298", 0.3, top=0.05, steps=10), arm, head, lamp)


def _gantry() -> Mesh:
    """The post of the sign that says where this goes."""
    return join(
        cylinder(0.09, 4.4, "#8a9298", 0.3, steps=10),
        box(2.5, 1.3, 0.10, "#1f6b4a", 0.3, bevel=0.03).moved(-0.2, 3.0, 0),
    )


def _hangings(diorama: Diorama, hour: str) -> None:
    end = _LONG - 2.4
    snowy = hour == "snow"
    diorama.hang(
        surfaces.snow_road() if snowy else _carriageway(),
        (-_HALF, 0.002, 0),
        (2 * _HALF, 0, 0),
        (0, 0, end),
        gloss=0.4,
    )
    board = signs.board("海旁 離島\n↑", 250, 130, "#f6f8f4", "#1f7a52", font="sans-700", frame="#f6f8f4")
    diorama.hang(board, (_HALF + 0.7 - 1.42, 4.28, _LONG - 26.94), (2.44, 0, 0), (0, -1.26, 0), glow=0.2)


@kept
@archived
def _carriageway() -> Picture:
    """Asphalt, a broken line in the middle, whole ones at the sides."""
    rng = noise.stream("coast road")
    h, w = 3000, 300
    canvas = Canvas(w, h, "#4d4d58")
    wear = noise.fractal(h // 4, w, 60, 3, rng, cell_x=30)

    canvas.pixels *= (
        F(0.86) + F(0.22) * cv2.resize(wear, (w, h)) + F(0.08) * noise.fractal(h, w, 3, 2, rng)
    )[..., None]
    for x in (96, 204):
        canvas.rectangle(x - 16, 0, 32, h, "#3a3a44", soft=8, opacity=0.4)
    for y in range(0, h, 200):
        canvas.rectangle(146, y, 8, 105, "#f2ead2")
    for x in (14, 280):
        canvas.rectangle(x, 0, 6, h, "#f2ead2")
    return picture_of(canvas)


def _sheen(
    canvas: Canvas, lens: Lens, rim: tuple[float, float, float], sun_x: float | None, wet: bool
) -> None:
    """The road takes on the light at its end, and grows dark towards the viewer."""
    horizon, height = lens.horizon, canvas.height
    edges = lens.project([(-_HALF, 0, 0), (_HALF, 0, 0), (_HALF, 0, _LONG - 2.4), (-_HALF, 0, _LONG - 2.4)])
    strength = 0.62 if sun_x is not None else (0.30 if wet else 0.16)
    canvas.fill(
        edges,
        linear(
            (0, horizon),
            (0, height),
            [
                (0, rgb(rim), strength),
                (0.25, rgb(rim), strength * 0.32),
                (0.7, rgb(rim), 0.0),
                (1, rgb(rim), 0.0),
            ],
        ),
        mode="screen",
    )
    if sun_x is not None:
        foot = sun_x + (lens.middle - sun_x) * 0.2
        streak = np.array(
            [
                (sun_x - 0.03 * canvas.width, horizon),
                (sun_x + 0.03 * canvas.width, horizon),
                (foot + 0.2 * canvas.width, height),
                (foot - 0.12 * canvas.width, height),
            ]
        )
        canvas.fill(
            streak,
            linear(
                (0, horizon), (0, height), [(0, "#ffd79a", 0.5), (0.5, "#ff9a6a", 0.14), (1, "#ff8a6a", 0.0)]
            ),
            soft=26 * canvas.unit,
            mode="screen",
        )
    canvas.rectangle(
        0,
        height * 0.86,
        canvas.width,
        height * 0.14 + 1,
        linear((0, height * 0.86), (0, height), [(0, "#0a0814", 0.0), (1, "#0a0814", 0.42)]),
    )


def _lamp_glows(canvas: Canvas, lens: Lens, dark: bool) -> None:
    if not dark:
        return
    for z in (_LONG - 9, _LONG - 25, _LONG - 41, _LONG - 57):
        ((x, y),) = lens.project([(-_HALF - 0.9 + 1.7, 6.0, z)])
        canvas.glow(x, y, 2.2 * lens.focal / (_LONG - z), "#ffcf8a", 0.6)
