"""The forecourt of a temple between the tower blocks: red columns, a green roof with turned-up eaves, coils of incense."""

from __future__ import annotations

import numpy as np

from waa.painter.archive import archived
from waa.painter.canvas import Canvas
from waa.painter.colour import F, mix, rgb
from waa.painter.kept import kept
from waa.painter.light import Light
from waa.painter.solid.mesh import Mesh, box, join
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import city, festive, furniture, panel, scenery, signs, sky, surfaces, temple
from waa.painter.world.diorama import Diorama, block, quad
from waa.painter.world.halo import halos
from waa.painter.world.lens import Lens, room_lens
from waa.painter.world.plate import Bulb, lay_plate, mirror_in_floor
from waa.painter.world.smoke import wisps

_BURNER = (0.0, 3.3)  # x and z
_COILS = (-2.97, 2.97)


@place("temple_court")
def temple_court(canvas: Canvas, setting: Setting) -> Stage:
    lens = room_lens(canvas.width, canvas.height, horizon=0.53, ground=0.90, eye=1.5, near=4.6, away=11.0)
    horizon = lens.horizon
    scene = scenery.open_sky(canvas, setting, horizon, clouds=3)
    air_colour = mix(sky.horizon_colour(setting.hour), sky.SKIES[setting.hour][-2][1], 0.4)
    canvas.layer("towers")
    look = city.city_light(setting.hour, scene.light, air_colour)
    city.row(
        canvas,
        horizon + 0.06 * canvas.height,
        0.46 * canvas.height,
        setting.rng("blocks"),
        look,
        haze=0.42,
        narrow=62,
        wide=110,
        envelope=lambda x: 0.62 + 0.38 * abs(2 * x - 1),
    )
    night = setting.is_night
    diorama = Diorama(
        lens=lens,
        meshes=[
            _set(round(lens.half_width(lens.away) + 1.5, 1), round(lens.away - 1.5, 1), setting.is_snowy)
        ],
    )
    _hangings(diorama, setting, lens.away - 1.5)
    plate = diorama.photograph(0.6, 1.45)
    light = scene.light
    bulbs = [
        Bulb(at=(x, 2.6, 1.4), colour="#ff9a52", power=0.75 if night else 0.14, reach=3.2)
        for x in (-3.0, -1.6, 1.6, 3.0)
    ]
    bulbs.append(Bulb(at=(0, 2.0, -0.2), colour="#ffc27a", power=0.9 if night else 0.25, reach=3.0))
    if night:
        bulbs.append(Bulb(at=(0, 2.2, 4.6), colour="#ff9a5a", power=0.35, reach=5.5))
    wet = setting.weather in ("rain", "storm")
    pixels = plate.lit(
        light,
        bulbs=bulbs,
        fill=0.30 if setting.hour in ("day", "golden", "sunset", "dawn") and not wet else 0.8,
        haze=0.10,
        haze_from=9.0,
        lamps=1.1 if night else 0.85,
        bounce=0.4,
    )
    if wet:
        mirror_in_floor(plate, pixels, 0.45, polish=2.0, gloss=0.0)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.75, softness=1.0)
    _glows(canvas, setting, lens, night)
    cord = lens.project([(-temple.HALL - 0.6, 4.0, 2.6), (temple.HALL + 0.6, 4.0, 2.6)])
    festive.dress(canvas, setting, light, cord, sag=0.05, size=0.06)
    subject = _by_lanterns(light) if night else light
    return Stage(
        light=subject,
        horizon=horizon,
        ground=0.90 * canvas.height,
        subject_height=0.36,
        haze=0.03,
        sky_at=(0.72, 0.13),
        reflects=0.3 if wet else 0.0,
        finish=Finish(contrast=0.06, saturation=1.06),
    )


def _by_lanterns(light: Light) -> Light:
    """At night the hall's lamps fall warmly on whoever stands before it."""
    return with_light(
        light,
        key=(0.98, 0.78, 0.62),
        shade=(0.36, 0.30, 0.48),
        rim=(1.0, 0.62, 0.36),
        rim_strength=0.7,
        bounce=(0.55, 0.34, 0.28),
    )


@kept
@archived
def _set(reach: float, front: float, snowy: bool) -> Mesh:
    stone = "#d9dde2" if snowy else "#b9b2a6"
    parts = [
        quad(
            (-reach, 0, -1.0), (2 * reach, 0, 0), (0, 0, front + 1.0), "#e9eef4" if snowy else "#b5aea2", 0.25
        )
    ]
    parts += [
        block(0, 0, 0.2, 2 * temple.HALL + 1.0, 0.36, 4.2 - 1.6, stone),
        block(0, 0, 1.75, 4.6, 0.24, 0.5, stone),
        block(0, 0, 2.2, 4.9, 0.12, 0.5, stone),
    ]
    parts += temple.hall()
    parts.append(temple.roof(snowy))
    parts += [temple.coil().moved(x, 3.12, 1.75) for x in _COILS]
    for x in (-1.6, 1.6):
        parts.append(festive.lantern().scaled(0.58).moved(x, 3.22, 1.6))
    parts.append(temple.burner().moved(_BURNER[0], 0, _BURNER[1]))
    parts += [temple.lion().scaled(side, 1, 1).moved(side * 2.95, 0, 2.35) for side in (-1, 1)]
    for side in (-1, 1):
        parts.append(
            block(
                side * (temple.HALL + 0.3 + reach) / 2,
                0,
                -0.2,
                reach - temple.HALL + 0.4,
                2.35,
                0.3,
                "#8f9388",
            )
        )
        parts.append(
            box(reach - temple.HALL + 0.4, 0.16, 0.6, "#4f7a5a", 0.3, bevel=0.06).moved(
                side * (temple.HALL + 0.3 + reach) / 2, 2.35, -0.2
            )
        )
        for k in range(3):
            parts.append(
                furniture.plant(
                    1.0 + 0.15 * k, leaf="#3f7f45", pot="#a8432f" if k % 2 else "#3f6f8a", seed=k
                ).moved(side * (4.35 + 0.75 * k), 0, 2.1 - 0.35 * k)
            )
        parts.append(temple.kumquat().moved(side * 2.0, 0.0, 2.75))
    return join(*parts)


def _hangings(diorama: Diorama, setting: Setting, front: float) -> None:
    reach = 12.0
    if not setting.is_snowy:
        diorama.hang(
            surfaces.paving(36, 18, 40, "#c3bbae"),
            (-reach, 0.002, -0.5),
            (2 * reach, 0, 0),
            (0, 0, front + 0.5),
            gloss=0.25,
        )
    brick = surfaces.tiles("#8f958d", "#868c84", 60, 30, 14, grout="#a3a89f", shifted=True, checked=False)
    for x in (-temple.HALL, 0.95):
        diorama.hang(brick, (x, 2.78, 0.006), (temple.HALL - 0.95, 0, 0), (0, -1.65, 0))
    diorama.hang(
        signs.board("墨緣古廟", 300, 100, "#f0c45a", "#1f1a1c", font="serif-900", frame="#d9a63f"),
        (-0.78, 3.16, 1.495),
        (1.56, 0, 0),
        (0, -0.52, 0),
    )
    for x, text in ((-0.95, "香煙繚繞通三界"), (0.95, "筆墨流芳護萬家")):
        diorama.hang(
            signs.board(text, 40, 330, "#f0c45a", "#8c1a17", vertical=True, font="serif-900"),
            (x - 0.11, 2.58, 1.456),
            (0.22, 0, 0),
            (0, -1.75, 0),
        )
    for x in (-2.6, 2.6):
        diorama.hang(
            _round_window(),
            (x - 0.5, 2.45, 0.012),
            (1.0, 0, 0),
            (0, -1.0, 0),
            glow=0.9 if setting.is_night else 0.0,
        )
    if setting.festival == "lunar new year":
        for x in (-1.75, 1.42):
            diorama.hang(signs.fai_chun("大吉大利"), (x, 2.4, 0.012), (0.30, 0, 0), (0, -1.34, 0))


@kept
def _round_window() -> panel.Picture:
    """A round window with a lattice."""
    canvas = Canvas(140, 140, transparent=True)
    canvas.oval(70, 70, 68, 68, "#7c756a")
    canvas.oval(70, 70, 58, 58, "#ffc67a")
    for k in range(-2, 3):
        canvas.rectangle(68 + 22 * k, 12, 5, 116, "#5a2a1c")
        canvas.rectangle(12, 68 + 22 * k, 116, 5, "#5a2a1c")
    assert canvas.alpha is not None
    y, x = np.mgrid[-1:1:140j, -1:1:140j]
    canvas.alpha *= np.clip((0.97 - np.hypot(x, y)) * 40, 0, 1).astype(F)
    ring = np.clip((np.hypot(x, y) - 0.83) * 40, 0, 1).astype(F)[..., None]
    canvas.pixels += (rgb("#8f887c") - canvas.pixels) * ring
    return panel.picture_of(canvas)


def _glows(canvas: Canvas, setting: Setting, lens: Lens, night: bool) -> None:
    scale = lens.focal / lens.away
    if night:
        left, right, door = lens.project([(-1.6, 2.9, 1.6), (1.6, 2.9, 1.6), (0, 1.7, 0.1)])
        lanterns = [(x, y, 0.9 * scale, "#ff9a4a", 0.5) for x, y in (left, right)]
        halos(canvas, [*lanterns, (door[0], door[1], 1.8 * scale, "#ffb45a", 0.4)])
    ((x, y),) = lens.project([(_BURNER[0], 1.25, _BURNER[1])])
    near = lens.focal / (lens.away - _BURNER[1])
    tint = mix("#fff6e6", setting.light.haze, 0.35) if not night else mix("#ffcf9a", "#8a7fa8", 0.5)
    wisps(canvas, setting.rng("burner"), x, y, 2.6 * near, colour=tint, opacity=0.32, count=5)
    for k, (cx, cy) in enumerate(lens.project([(x, 2.5, 1.75) for x in _COILS])):
        wisps(canvas, setting.rng("coil", k), cx, cy, 1.0 * scale, colour=tint, opacity=0.16, count=2)
