"""The living room of a Hong Kong flat, high up, with the city in its window."""

from __future__ import annotations

import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas
from waa.painter.colour import mix, shift
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, box, cylinder, join
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import festive, furniture, indoors, panel, signs, surfaces
from waa.painter.world.diorama import Diorama, block
from waa.painter.world.halo import halos
from waa.painter.world.lens import Lens, room_lens
from waa.painter.world.plate import Bulb, lay_plate
from waa.painter.world.shell import Shell, window_frame

_HEIGHT = 2.75
_WINDOW = (-1.75, 0.15, 0.95, 2.30)
_SIDE_WINDOW = (1.3, 3.3, 0.9, 2.3)  # out of sight nearly, but the sun comes in by it
# (wall, sofa, rug, cushion) that go together.
_SCHEMES = (
    ("#e9d8bd", "#5f8f86", "#c8643f", "#f0b64d"),
    ("#cfd9c8", "#d08a56", "#3f6f73", "#f3e3c2"),
    ("#e7cdbf", "#47648c", "#a8433a", "#f2c06b"),
    ("#d7dde2", "#c9695a", "#3d5f86", "#f4d9a0"),
)
_SPINES = ("#a8433a", "#2f6b6a", "#c58f3d", "#3f5a8c", "#d9c29a", "#4f7a4a", "#e0dccb")


@place("room", hour="day", indoors=True)
def room(canvas: Canvas, setting: Setting) -> Stage:
    """Sofa, shelves, a lamp, the window; the floor in front is free for whoever comes."""
    lens = room_lens(canvas.width, canvas.height)
    mood = indoors.mood_of(setting)
    variant = int(setting.rng("scheme").integers(len(_SCHEMES)))
    half = float(np.clip(0.80 * lens.half_width(lens.away), 2.0, 3.6))
    shell = Shell(half=half, height=_HEIGHT, front=lens.away - 1.0)
    diorama = Diorama(lens=lens, meshes=[_set(shell, variant, setting.festival)])
    _hangings(diorama, shell, setting, variant)
    plate = diorama.photograph(0.6)
    bulbs = [Bulb(at=(half - 0.42, 1.55, 0.55), colour="#ffc37a", power=0.62 * mood.lamps, reach=3.4)]
    if mood.is_dark:
        bulbs.append(Bulb(at=(0.2, 2.3, 2.2), colour="#ffd9a8", power=0.32, reach=4.2))
    pixels = plate.lit(mood.light, bulbs=bulbs, fill=mood.fill, lamps=0.65 + 0.5 * mood.lamps, bounce=0.45)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.62, softness=1.9)
    _glows(canvas, lens, half, mood)
    reach = lens.half_width(lens.away) * 1.02
    cord = lens.project([(-reach, _HEIGHT - 0.22, 0.3), (reach, _HEIGHT - 0.22, 0.3)])
    festive.dress(canvas, setting, mood.light, cord, soft=1.6)
    return Stage(
        light=mood.light,
        horizon=lens.horizon,
        ground=0.90 * canvas.height,
        kind="room",
        subject_height=0.44,
        haze=0.0,
        finish=Finish(contrast=0.06, saturation=1.06),
    )


@kept
@archived
def _set(shell: Shell, variant: int, festival: str | None) -> Mesh:
    wall, seat, _, pillow = _SCHEMES[variant]
    half = shell.half
    parts = [
        shell.floor("#b9814e", 0.35), shell.ceiling("#f4efe6"), shell.back(wall, [_WINDOW]),
        shell.left(shift(wall, 0, 1, 0.97), [_SIDE_WINDOW]), shell.right(wall), shell.skirting("#f3ece0"),
        window_frame(_WINDOW, "#f6f1e6", columns=3),
    ]  # fmt: skip
    for x, w in ((_WINDOW[0] - 0.30, 0.42), (_WINDOW[1] - 0.12, 0.42)):
        parts.append(furniture.curtain(w, 1.75, mix(pillow, "#ffffff", 0.35)).moved(x, 0.72, 0.16))
    parts.append(box(2.5, 0.03, 0.03, "#8a5f3a").moved((_WINDOW[0] + _WINDOW[1]) / 2, 2.46, 0.16))
    x = -0.55
    parts.append(furniture.sofa(seat).moved(x, 0, 0.62))
    parts.append(furniture.cushion(pillow).turned(0, -14, 12).moved(x - 0.5, 0.56, 0.72))
    parts.append(
        furniture.cushion(mix(seat, "#ffffff", 0.55), 0.36).turned(0, -14, -10).moved(x + 0.55, 0.56, 0.72)
    )
    parts.append(furniture.floor_lamp().moved(half - 0.42, 0, 0.5))
    parts.append(_sideboard(shell, variant))
    parts.append(furniture.plant(1.3, seed=variant).moved(-half + 0.42, 0, 0.6))
    parts.append(furniture.air_conditioner().moved(1.15, 2.12, 0.12))
    parts.append(furniture.carrier_bag().turned(35).moved(-half + 0.45, 0, 1.75))
    if festival == "christmas":
        parts.append(festive.tree(1.7).moved(half - 1.15, 0, 0.75))
    return join(*parts)


def _sideboard(shell: Shell, variant: int) -> Mesh:
    """Along the right wall: books, an old television, a bowl of tangerines."""
    rng = noise.stream("room sideboard", variant)
    wood = "#9a6238"
    case = furniture.shelves(1.5, 0.78, 0.36, 2, wood)
    rows = [
        furniture.books(0.62, 0.3, 0.22, rng, _SPINES).moved(x, 0.04 + 0.37 * k, 0.03)
        for k in range(2)
        for x in (-0.38, 0.36)
    ]
    screen = join(
        box(0.62, 0.46, 0.4, "#c9733f", 0.3, bevel=0.06),
        box(0.44, 0.33, 0.05, "#2c3a40", 0.6, bevel=0.05).moved(-0.06, 0.065, 0.19),
    )
    knobs = [
        cylinder(0.025, 0.02, "#efe2c2", steps=14).turned(0, 90).moved(0.23, 0.33 - 0.1 * k, 0.205)
        for k in range(2)
    ]
    aerial = [
        cylinder(0.006, 0.4, "#9aa0a6", steps=6).turned(0, 0, s * 24).moved(0, 0.46, 0) for s in (-1, 1)
    ]
    television = join(screen, *knobs, *aerial).moved(-0.3, 0.78, 0)
    bowl = cylinder(0.13, 0.08, "#4f7fa8", 0.5, top=0.17).moved(0.35, 0.78, 0)
    fruit = [
        box(0.11, 0.11, 0.11, "#f08a2c", 0.3, bevel=0.054).moved(0.35 + dx, 0.83 + dy, dz)
        for dx, dy, dz in ((-0.07, 0, 0.03), (0.07, 0, 0.03), (0, 0, -0.06), (0, 0.08, 0.01))
    ]
    return join(case, *rows, television, bowl, *fruit).turned(-90).moved(shell.half - 0.22, 0, 1.75)


def _hangings(diorama: Diorama, shell: Shell, setting: Setting, variant: int) -> None:
    wall, seat, rug, pillow = _SCHEMES[variant]
    half, front = shell.half, shell.front
    diorama.hang(surfaces.parquet(), (-half, 0.001, 0), (2 * half, 0, 0), (0, 0, front), gloss=0.4)
    left, right, low, high = _WINDOW
    view = indoors.outlook(setting.hour, setting.weather, setting.seed % 3)
    diorama.hang(
        view, (left - 0.3, high + 0.3, -0.3), (right - left + 0.6, 0, 0), (0, low - high - 0.6, 0), glow=1.0
    )
    diorama.hang(view, (-half - 0.3, 2.6, 3.9), (0, 0, -4.0), (0, -2.0, 0), glow=1.0)
    diorama.hang(_rug(rug, pillow), (-1.25, 0.004, 1.45), (2.5, 0, 0), (0, 0, 1.9), gloss=0.0)
    for x, y, w, h, k in ((1.55, 1.72, 0.52, 0.66, 0), (0.62, 1.95, 0.36, 0.36, 1)):
        frame = block(x + w / 2, y - h, 0.02, w + 0.06, h + 0.06, 0.03, "#7c4a2c")
        diorama.add(frame)
        diorama.hang(_print(k, wall, seat, rug), (x, y + 0.03, 0.038), (w, 0, 0), (0, -h, 0))
    diorama.hang(signs.calendar(setting.seed % 28 + 1), (0.72, 1.45, 0.006), (0.22, 0, 0), (0, -0.31, 0))
    if setting.festival == "lunar new year":
        diorama.hang(signs.fai_chun("福"), (1.45, 1.80, 0.05), (0.72, 0, 0), (0, -0.72, 0))
        for x, text in ((-half + 0.10, "出入平安"), (0.44, "身體健康")):
            diorama.hang(signs.fai_chun(text), (x, 2.1, 0.01), (0.2, 0, 0), (0, -0.9, 0))


@kept
def _rug(colour: str, line: str) -> panel.Picture:
    """An oval rug with a double border, transparent round it."""
    canvas = Canvas(360, 260, transparent=True)
    for share, tint in (
        (1.0, colour),
        (0.90, line),
        (0.86, colour),
        (0.60, mix(colour, line, 0.45)),
        (0.56, colour),
    ):
        canvas.oval(180, 130, 178 * share, 128 * share, tint)
    canvas.pixels *= 0.93 + 0.14 * noise.fractal(260, 360, 5, 2, noise.stream("rug"))[..., None]
    return panel.picture_of(canvas)


@kept
def _print(kind: int, wall: str, first: str, second: str) -> panel.Picture:
    """A framed print: hills under a red sun, or a junk."""
    canvas = Canvas(104, 132, mix(wall, "#fff8ea", 0.75))
    if kind == 0:
        canvas.oval(66, 44, 17, 17, "#d8553f")
        for y, tint in ((72, mix(first, "#ffffff", 0.45)), (90, first), (108, shift(first, 0, 1, 0.7))):
            canvas.fill(
                np.array(
                    [(8, 124), (8, y + 8), (30, y - 12), (52, y + 4), (78, y - 16), (96, y), (96, 124)], float
                ),
                tint,
            )
    else:
        canvas.rectangle(10, 92, 84, 30, mix(first, "#ffffff", 0.3))
        canvas.fill(np.array([(30, 88), (34, 40), (60, 28), (66, 86)], float), second)
        canvas.fill(np.array([(70, 88), (72, 52), (88, 60), (90, 86)], float), second)
        canvas.fill(np.array([(20, 90), (94, 86), (84, 104), (34, 104)], float), "#6b4226")
    return panel.picture_of(canvas)


def _glows(canvas: Canvas, lens: Lens, half: float, mood: indoors.Mood) -> None:
    """The lamp's halo, and daylight that spills in at the window."""
    (x, y), (wx, wy) = lens.project([(half - 0.42, 1.45, 0.5), ((_WINDOW[0] + _WINDOW[1]) / 2, 1.6, 0)])
    scale = lens.focal / lens.away
    daylight = 0.0 if mood.is_dark else 0.28
    halos(
        canvas,
        [(x, y, 1.5 * scale, "#ffcf8a", 0.55 * mood.lamps), (wx, wy, 2.0 * scale, mood.light.rim, daylight)],
    )
