"""The forecourt of a temple between the tower blocks: red columns, a green roof with turned-up eaves, coils of incense."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.colour import F, mix, rgb
from waa.painter.light import Light
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, torus, tube
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import city, festive, furniture, panel, scenery, signs, sky, surfaces
from waa.painter.world.diorama import Bulb, Diorama, block, lay_plate, mirror_in_floor, quad
from waa.painter.world.lens import Lens, room_lens
from waa.painter.world.smoke import wisps

_HALL = 4.3  # half its width
_EAVE = 3.35
_RIDGE = 5.05
_COLUMNS = (-3.7, -2.25, -0.95, 0.95, 2.25, 3.7)
_RED = "#b3261f"
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
    city.row(canvas, horizon + 0.06 * canvas.height, 0.46 * canvas.height, setting.rng("blocks"), look, haze=0.42, narrow=62, wide=110,
             envelope=lambda x: 0.62 + 0.38 * abs(2 * x - 1))  # fmt: skip
    night = setting.is_night
    diorama = Diorama(lens=lens, meshes=[_set(round(lens.half_width(lens.away) + 1.5, 1), round(lens.away - 1.5, 1), setting.is_snowy)])
    _hangings(diorama, setting, lens.away - 1.5)
    plate = diorama.photograph(0.55, 1.8)
    light = scene.light
    bulbs = [Bulb(at=(x, 2.6, 1.4), colour="#ff9a52", power=0.75 if night else 0.14, reach=3.2) for x in (-3.0, -1.6, 1.6, 3.0)]
    bulbs.append(Bulb(at=(0, 2.0, -0.2), colour="#ffc27a", power=0.9 if night else 0.25, reach=3.0))
    if night:
        bulbs.append(Bulb(at=(0, 2.2, 4.6), colour="#ff9a5a", power=0.35, reach=5.5))
    wet = setting.weather in ("rain", "storm")
    pixels = plate.lit(light, bulbs=bulbs, fill=0.30 if setting.hour in ("day", "golden", "sunset", "dawn") and not wet else 0.8, haze=0.10,
                       haze_from=9.0, lamps=1.1 if night else 0.85, bounce=0.4)  # fmt: skip
    if wet:
        mirror_in_floor(plate, pixels, 0.45, polish=2.0, gloss=0.0)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.75, softness=1.0)
    _glows(canvas, setting, lens, night)
    left, right = lens.project([(-_HALL - 0.6, 4.0, 2.6), (_HALL + 0.6, 4.0, 2.6)])
    festive.dress(canvas, setting, light, top=((left[0], left[1]), (right[0], right[1])), sag=0.05, size=0.06)
    subject = _by_lanterns(light) if night else light
    return Stage(light=subject, horizon=horizon, ground=0.90 * canvas.height, subject_height=0.36, haze=0.03, sky_at=(0.72, 0.13),
                 reflects=0.3 if wet else 0.0, finish=Finish(contrast=0.06, saturation=1.06))  # fmt: skip


def _by_lanterns(light: Light) -> Light:
    """At night the hall's lamps fall warmly on whoever stands before it."""
    return with_light(light, key=(0.98, 0.78, 0.62), shade=(0.36, 0.30, 0.48), rim=(1.0, 0.62, 0.36), rim_strength=0.7, bounce=(0.55, 0.34, 0.28))


@lru_cache(4)
def _set(reach: float, front: float, snowy: bool) -> Mesh:
    stone = "#d9dde2" if snowy else "#b9b2a6"
    parts = [quad((-reach, 0, -1.0), (2 * reach, 0, 0), (0, 0, front + 1.0), "#e9eef4" if snowy else "#b5aea2", 0.25)]
    parts += [block(0, 0, 0.2, 2 * _HALL + 1.0, 0.36, 4.2 - 1.6, stone), block(0, 0, 1.75, 4.6, 0.24, 0.5, stone), block(0, 0, 2.2, 4.9, 0.12, 0.5, stone)]
    parts += _hall()
    parts.append(_roof(snowy))
    parts += [_coil().moved(x, 3.12, 1.75) for x in _COILS]
    for x in (-1.6, 1.6):
        parts.append(festive.lantern().scaled(0.58).moved(x, 3.22, 1.6))
    parts.append(_burner().moved(_BURNER[0], 0, _BURNER[1]))
    parts += [_lion().scaled(side, 1, 1).moved(side * 2.95, 0, 2.35) for side in (-1, 1)]
    for side in (-1, 1):
        parts.append(block(side * (_HALL + 0.3 + reach) / 2, 0, -0.2, reach - _HALL + 0.4, 2.35, 0.3, "#8f9388"))
        parts.append(box(reach - _HALL + 0.4, 0.16, 0.6, "#4f7a5a", 0.3, bevel=0.06).moved(side * (_HALL + 0.3 + reach) / 2, 2.35, -0.2))
        for k in range(3):
            parts.append(furniture.plant(1.0 + 0.15 * k, leaf="#3f7f45", pot="#a8432f" if k % 2 else "#3f6f8a", seed=k).moved(side * (4.35 + 0.75 * k), 0, 2.1 - 0.35 * k))
        parts.append(_kumquat().moved(side * 2.0, 0.0, 2.75))
    return join(*parts)


def _hall() -> list[Mesh]:
    parts = [quad((-_HALL, _EAVE + 1.2, 0), (2 * _HALL, 0, 0), (0, -_EAVE - 1.2, 0), "#8f9a94")]
    parts.append(block(0, 0.30, 0.02, 2 * _HALL, 0.85, 0.06, "#9aa19a"))
    for x in _COLUMNS:
        parts.append(cylinder(0.15, _EAVE - 0.62, _RED, 0.45, steps=28, bevel=0.01).moved(x, 0.62, 1.3))
        parts.append(lathe([(0.24, 0.36), (0.24, 0.42), (0.18, 0.50), (0.22, 0.56), (0.17, 0.64)], "#a9a398", steps=24).moved(x, 0, 1.3))
        for k in range(3):  # brackets that carry the eave
            parts.append(box(0.26 + 0.22 * k, 0.10, 0.22, ("#2f7f78", "#d9a63f", "#2f6fa0")[k], 0.2, bevel=0.03).moved(x, _EAVE - 0.30 + 0.10 * k, 1.35))
    parts.append(box(2 * _HALL + 0.1, 0.26, 0.2, "#2a6f74", 0.3, bevel=0.03).moved(0, _EAVE - 0.58, 1.3))
    parts.append(box(2 * _HALL + 0.1, 0.09, 0.24, "#d9a63f", 0.4, bevel=0.03).moved(0, _EAVE - 0.33, 1.3))
    for side in (-1, 1):  # doors, open a little
        parts.append(box(0.74, 2.1, 0.07, "#a5231c", 0.4, bevel=0.02).turned(side * -18).moved(side * 0.44, 0.36, 0.14))
        for i in range(3):
            for j in range(5):
                parts.append(ball(0.032, (side * (0.24 + 0.19 * i), 0.75 + 0.33 * j, 0.22 + 0.05 * (i - 1)), "#e3b04b", 0.6, steps=8))
    parts.append(block(0, 0.36, 0.05, 0.5, 2.0, 0.02, "#ffcf8a", glow=0.5))
    parts.append(box(2.0, 0.16, 0.16, "#7c1a16", 0.3, bevel=0.03).moved(0, 2.46, 0.12))
    parts.append(box(1.60, 0.56, 0.10, "#1f1a1c", 0.4, bevel=0.03).moved(0, 2.62, 1.44))
    return parts


def _roof(snowy: bool) -> Mesh:
    """Rows of glazed tiles that sweep down and curl up at the corners; a ridge with dragons and a pearl."""
    columns, rows = 241, 13
    half = _HALL + 0.75
    x = np.linspace(-half, half, columns)
    t = np.linspace(0, 1, rows)[:, None]
    lift = 0.52 * np.abs(x / half) ** 5
    profile = _RIDGE - 0.1 - (_RIDGE - _EAVE - 0.12) * (1 - (1 - t) ** 1.7)
    wave = np.cos(x * 2 * math.pi / 0.30)
    y = profile + lift * t**1.5 + 0.035 * wave
    z = 0.1 + 2.15 * t + 0 * x
    vertices = np.stack([np.broadcast_to(x, y.shape), y, z], -1).reshape(-1, 3)
    tone = (0.80 + 0.24 * wave) * np.ones_like(t)
    glaze = rgb("#e8eef4") if snowy else rgb("#2f8a5c")
    colour = (glaze * np.repeat(tone.ravel()[:, None], 3, 1)).astype(F)
    tiles = make(vertices, grid_faces(rows, columns, wraps=False)[:, ::-1], None, "#2f8a5c", 0.5)
    if float(tiles.normals[:, 1].mean()) < 0:
        tiles = make(vertices, grid_faces(rows, columns, wraps=False), None, "#2f8a5c", 0.5)
    parts = [tiles.painted(colour)]
    edge = np.column_stack([x, _EAVE + 0.02 + lift + 0 * x, np.full_like(x, 2.27)])
    parts.append(tube(edge[::4], 0.06, "#d9a63f", 0.4, steps=8))
    ends = [ball(0.062, (float(a), float(_EAVE + 0.02 + b), 2.30), "#3fa070", 0.5, steps=8) for a, b in zip(x[4::8], lift[4::8], strict=False)]
    curl = np.linspace(0, 1, 24)
    ridge = np.column_stack([(curl * 2 - 1) * (half - 0.5), _RIDGE + 0.06 + 0.42 * np.abs(curl * 2 - 1) ** 6, np.full_like(curl, 0.05)])
    parts += [tube(ridge, 0.15, "#2a7f8a", 0.4, steps=10), tube(ridge + (0, 0.16, 0), 0.07, "#d9a63f", 0.4, steps=8)]
    parts.append(ball(0.20, (0, _RIDGE + 0.48, 0.1), "#e8443a", 0.7, steps=16))
    flames = [tube([(0.16 * math.cos(a), _RIDGE + 0.48 + 0.16 * math.sin(a), 0.1), (0.34 * math.cos(a + 0.25), _RIDGE + 0.48 + 0.34 * math.sin(a + 0.25), 0.1)], [0.05, 0.01], "#f0b64a", 0.3, steps=6)
              for a in np.linspace(0.3, math.pi - 0.3, 5)]  # fmt: skip
    dragons = [_ridge_dragon().scaled(side, 1, 1).moved(side * 1.55, _RIDGE + 0.22, 0.1) for side in (-1, 1)]
    fish = [_ridge_fish().scaled(side, 1, 1).moved(side * (half - 1.0), _RIDGE + 0.30, 0.05) for side in (-1, 1)]
    return join(*parts, *ends, *flames, *dragons, *fish)


def _ridge_dragon() -> Mesh:
    """Looking at the pearl, which is on its left."""
    t = np.linspace(0, 1, 20)
    body = np.column_stack([-0.55 + 1.35 * t, 0.12 + 0.16 * np.sin(t * 9), 0 * t])
    spine = tube(body, (0.10 * (1 - t) + 0.03), "#3fa070", 0.5, steps=8)
    head = join(ball((0.15, 0.12, 0.11), (-0.62, 0.24, 0), "#3fa070", 0.5, steps=12), ball((0.09, 0.06, 0.08), (-0.76, 0.20, 0), "#e0b252", 0.4, steps=8),
                tube([(-0.56, 0.33, 0.04), (-0.42, 0.48, 0.05)], [0.03, 0.008], "#e0b252", steps=5))  # fmt: skip
    fins = [tube([(float(x), float(y) + 0.06, 0), (float(x) + 0.06, float(y) + 0.20, 0)], [0.045, 0.01], "#e8763a", steps=5) for x, y, _ in body[3:17:2]]
    return join(spine, head, *fins)


def _ridge_fish() -> Mesh:
    """Standing on its head, tail in the air."""
    body = tube([(0, 0, 0), (0.10, 0.22, 0), (0.06, 0.44, 0), (-0.10, 0.60, 0)], [0.13, 0.14, 0.09, 0.04], "#2f7fa0", 0.5, steps=8)
    tail = [tube([(-0.10, 0.58, 0), (-0.10 + dx, 0.80, 0)], [0.03, 0.05], "#e0b252", 0.4, steps=6) for dx in (-0.16, 0.04)]
    return join(body, *tail)


def _coil() -> Mesh:
    """A cone of incense that burns for days, hung by its top."""
    t = np.linspace(0, 1, 120)
    r = 0.03 + 0.30 * t
    path = np.column_stack([r * np.cos(t * 12 * math.pi), -0.62 * t, r * np.sin(t * 12 * math.pi)])
    tag = box(0.09, 0.30, 0.006, "#d8342c", bevel=0.002).moved(0, -0.78, 0)
    return join(tube(path, 0.014, "#b8682f", steps=6), tag, cylinder(0.005, 0.25, "#5a3a24", steps=4))


def _burner() -> Mesh:
    """A bronze cauldron on three feet, full of joss sticks."""
    bowl = lathe([(0.10, 0.30), (0.30, 0.36), (0.42, 0.52), (0.44, 0.70), (0.38, 0.80), (0.44, 0.86), (0.44, 0.90), (0.36, 0.90), (0.34, 0.82), (0, 0.80)], "#8f6a34", 0.5, steps=36)
    legs = [tube([(0.26 * math.cos(a), 0.36, 0.26 * math.sin(a)), (0.34 * math.cos(a), 0.16, 0.34 * math.sin(a)), (0.30 * math.cos(a), 0, 0.30 * math.sin(a))], [0.08, 0.06, 0.07], "#7c5a2c", 0.4, steps=8)
            for a in (math.pi / 2, math.pi * 7 / 6, math.pi * 11 / 6)]  # fmt: skip
    ears = [box(0.10, 0.26, 0.12, "#8f6a34", 0.5, bevel=0.03).turned(0, 0, -s * 12).moved(s * 0.46, 0.84, 0) for s in (-1, 1)]
    sticks = []
    for k in range(22):
        a, r = k * 2.4, 0.05 + 0.22 * (k / 22)
        foot = np.array([r * math.cos(a), 0.80, r * math.sin(a)])
        top = foot * (1.25, 1, 1.25) + (0, 0.46, 0)
        sticks += [tube([foot, top], 0.007, "#c8433a", steps=4), ball(0.014, tuple(top), "#ff7a3a", steps=6).finished(glow=1.0)]
    band = torus(0.445, 0.025, "#c79a4e", 0.5, steps=30).moved(0, 0.62, 0)
    return join(bowl, *legs, *ears, *sticks, band, cylinder(0.55, 0.08, "#a9a398", steps=30).scaled(1, 1, 1))


def _lion() -> Mesh:
    """A stone lion on its base, its paw on a ball."""
    stone = "#b5b0a6"
    base = join(box(0.78, 0.50, 0.70, "#a39d92", bevel=0.04), box(0.86, 0.10, 0.78, "#b5afa4", bevel=0.03).moved(0, 0.50, 0))
    parts = [ball((0.24, 0.34, 0.26), (0, 0.92, -0.04), stone), ball((0.21, 0.20, 0.20), (0, 1.36, 0.10), stone), ball((0.13, 0.10, 0.10), (0, 1.29, 0.28), stone, steps=14)]
    for k in range(11):
        a = k / 11 * 2 * math.pi
        parts.append(ball(0.085, (0.21 * math.cos(a), 1.36 + 0.20 * math.sin(a), 0.02), mix(stone, "#8f897e", 0.3), steps=10))
    for s in (-1, 1):
        parts += [tube([(s * 0.14, 1.0, 0.14), (s * 0.15, 0.66, 0.22)], [0.09, 0.08], stone, steps=10), ball((0.09, 0.06, 0.11), (s * 0.15, 0.65, 0.27), stone, steps=10)]
        parts += [ball((0.15, 0.16, 0.20), (s * 0.20, 0.74, -0.04), stone, steps=14), ball(0.03, (s * 0.085, 1.42, 0.27), "#4a463f", steps=8)]
    parts += [ball(0.11, (0.24, 0.71, 0.30), "#9d978b", steps=14), ball((0.06, 0.12, 0.06), (0, 1.05, -0.30), stone, steps=10), ball(0.04, (0, 1.33, 0.38), "#7a756b", steps=8)]
    return join(base, *parts)


def _kumquat() -> Mesh:
    """A pot of kumquats: gold for the house."""
    pot = lathe([(0, 0), (0.15, 0), (0.20, 0.26), (0.22, 0.28), (0.18, 0.28), (0, 0.26)], "#c8332c", 0.5, steps=20)
    leaves = [ball((0.27 - 0.06 * k, 0.17, 0.27 - 0.06 * k), (0, 0.44 + 0.19 * k, 0), "#2f6f3a", 0.2, steps=14) for k in range(3)]
    fruit = []
    for k in range(26):
        y = 0.36 + 0.52 * (k / 26)
        r = 0.27 - 0.20 * (k / 26)
        fruit.append(ball(0.038, (r * math.cos(k * 2.4), y, r * math.sin(k * 2.4)), "#ff9a2e", 0.4, steps=8))
    return join(pot, *leaves, *fruit)


def _hangings(diorama: Diorama, setting: Setting, front: float) -> None:
    reach = 12.0
    if not setting.is_snowy:
        diorama.hang(surfaces.paving(36, 18, 40, "#c3bbae"), (-reach, 0.002, -0.5), (2 * reach, 0, 0), (0, 0, front + 0.5), gloss=0.25)
    brick = surfaces.tiles("#8f958d", "#868c84", 60, 30, 14, grout="#a3a89f", shifted=True, checked=False)
    for x in (-_HALL, 0.95):
        diorama.hang(brick, (x, 2.78, 0.006), (_HALL - 0.95, 0, 0), (0, -1.65, 0))
    diorama.hang(signs.board("墨緣古廟", 300, 100, "#f0c45a", "#1f1a1c", font="serif-900", frame="#d9a63f"), (-0.78, 3.16, 1.495), (1.56, 0, 0), (0, -0.52, 0))
    for x, text in ((-0.95, "香煙繚繞通三界"), (0.95, "筆墨流芳護萬家")):
        diorama.hang(signs.board(text, 40, 330, "#f0c45a", "#8c1a17", vertical=True, font="serif-900"), (x - 0.11, 2.58, 1.456), (0.22, 0, 0), (0, -1.75, 0))
    for x in (-2.6, 2.6):
        diorama.hang(_round_window(), (x - 0.5, 2.45, 0.012), (1.0, 0, 0), (0, -1.0, 0), glow=0.9 if setting.is_night else 0.0)
    if setting.festival == "lunar new year":
        for x in (-1.75, 1.42):
            diorama.hang(signs.fai_chun("大吉大利"), (x, 2.4, 0.012), (0.30, 0, 0), (0, -1.34, 0))


@lru_cache(1)
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
        for x, y in lens.project([(x, 2.9, 1.6) for x in (-1.6, 1.6)]):
            canvas.glow(x, y, 0.9 * scale, "#ff9a4a", 0.5)
        (x, y), = lens.project([(0, 1.7, 0.1)])
        canvas.glow(x, y, 1.8 * scale, "#ffb45a", 0.4)
    (x, y), = lens.project([(_BURNER[0], 1.25, _BURNER[1])])
    near = lens.focal / (lens.away - _BURNER[1])
    tint = mix("#fff6e6", setting.light.haze, 0.35) if not night else mix("#ffcf9a", "#8a7fa8", 0.5)
    wisps(canvas, setting.rng("burner"), x, y, 2.6 * near, colour=tint, opacity=0.32, count=5)
    for k, (cx, cy) in enumerate(lens.project([(x, 2.5, 1.75) for x in _COILS])):
        wisps(canvas, setting.rng("coil", k), cx, cy, 1.0 * scale, colour=tint, opacity=0.16, count=2)
