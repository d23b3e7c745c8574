"""A classroom: the blackboard, rows of desks, the morning in tall windows."""

from __future__ import annotations

import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas
from waa.painter.colour import F
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, tube
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import air, festive, furniture, indoors, panel, signs, surfaces
from waa.painter.world.diorama import Diorama, block
from waa.painter.world.lens import room_lens
from waa.painter.world.plate import Bulb, lay_plate
from waa.painter.world.shell import Shell, window_frame

_HEIGHT = 3.1


@place("classroom", hour="day", indoors=True)
def classroom(canvas: Canvas, setting: Setting) -> Stage:
    """The blackboard, rows of desks at the sides, tall windows that throw the morning on the floor."""
    lens = room_lens(canvas.width, canvas.height, horizon=0.42, eye=1.40, near=3.3, away=7.0)
    mood = indoors.mood_of(setting)
    half = round(float(np.clip(0.84 * lens.half_width(lens.away), 2.6, 4.6)), 2)
    shell = Shell(half=half, height=_HEIGHT, front=lens.away - 1.0)
    diorama = Diorama(lens=lens, meshes=[_class_set(shell, setting.festival)])
    _class_hangings(diorama, shell, setting)
    plate = diorama.photograph(0.6)
    bulbs = [
        Bulb(at=(x, 2.7, z), colour="#fff4dc", power=0.34 * mood.lamps, reach=3.6)
        for x in (-1.5, 1.5)
        for z in (1.4, 3.8)
    ]
    pixels = plate.lit(mood.light, bulbs=bulbs, fill=mood.fill, lamps=0.9, bounce=0.45)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.55, softness=1.7)
    indoors.daylight(canvas, lens, mood, x=-half)
    sunny = setting.hour in ("day", "golden", "sunset", "dawn") and setting.weather in (None, "clear")
    if sunny:
        ((x, y),) = lens.project([(-half, 2.4, 2.2)])
        air.beams(
            canvas,
            x,
            y,
            mood.light.rim,
            setting.rng("beams"),
            0.22,
            count=9,
            spread=0.7,
            angle=0.55,
            length=0.75,
        )
    cord = lens.project([(-half, _HEIGHT - 0.2, 0.5), (half, _HEIGHT - 0.2, 0.5)])
    festive.dress(canvas, setting, mood.light, cord, soft=1.4, size=0.06)
    return Stage(
        light=mood.light,
        horizon=lens.horizon,
        ground=0.90 * canvas.height,
        kind="room",
        subject_height=0.43,
        haze=0.0,
        reflects=0.05,
        finish=Finish(contrast=0.05, saturation=1.06),
    )


_PANES = ((0.7, 2.0, 1.0, 2.6), (2.35, 3.65, 1.0, 2.6), (4.0, 5.3, 1.0, 2.6))


_BOARD = (-1.75, 1.75, 0.98, 2.22)


@kept
@archived
def _class_set(shell: Shell, festival: str | None) -> Mesh:
    half = shell.half
    panes = [p for p in _PANES if p[1] < shell.front - 0.1]
    parts = [
        shell.floor("#c3a179", 0.35),
        shell.ceiling("#f5f2e8"),
        shell.back("#eef0de"),
        shell.left("#e6ead6", panes),
        shell.right("#e9ecda"),
    ]
    for s in (-1, 1):  # the wainscot that every school has
        parts.append(block(s * (half - 0.006), 0, shell.front / 2, 0.012, 0.95, shell.front, "#8fbf9f"))
    parts.append(block(0, 0, 0.006, 2 * half, 0.95, 0.012, "#8fbf9f"))
    parts += [
        window_frame((-b, -a, low, high), "#f5f2ea", columns=2, rows=2, deep=0.1).turned(90).moved(-half)
        for a, b, low, high in panes
    ]
    left, right, low, high = _BOARD
    parts.append(
        box(right - left + 0.16, high - low + 0.16, 0.05, "#a8743f", 0.3, bevel=0.02).moved(
            0, low - 0.08, 0.03
        )
    )
    parts.append(block(0, low - 0.10, 0.10, right - left, 0.03, 0.12, "#8a5a30"))
    parts += [
        block(x, low - 0.07, 0.11, 0.09, 0.025, 0.03, c)
        for x, c in ((-0.6, "#ffffff"), (-0.4, "#ffd9e0"), (0.5, "#fff0a8"))
    ]
    parts.append(box(2 * half - 0.6, 0.16, 0.9, "#b08a5c", 0.3, bevel=0.02).moved(0, 0, 0.62))
    parts.append(_lectern().moved(1.55, 0.16, 0.62))
    for side in (-1, 1):
        for row, z in enumerate(np.arange(2.0, shell.front - 1.2, 1.15).tolist()):
            parts.append(_pupil_desk(row).turned(180).moved(side * (half - 0.72), 0, z))
            if half > 3.4:
                parts.append(_pupil_desk(row + 1).turned(180).moved(side * (half - 1.75), 0, z))
    for x in (-1.3, 1.3):
        parts.append(_ceiling_fan().moved(x, _HEIGHT, 2.4))
    parts += [
        box(1.3, 0.06, 0.16, "#fbf8ee", bevel=0.02).finished(glow=0.9).moved(x, _HEIGHT - 0.09, z)
        for x in (-2.1, 0.0, 2.1)
        for z in (1.3, 3.8)
    ]
    parts.append(cylinder(0.17, 0.05, "#f7f5ee", 0.4).turned(0, 90).moved(2.15, 2.55, 0.02))
    if festival == "christmas":
        parts.append(festive.tree(1.6).moved(-half + 0.9, 0.16, 0.6))
    return join(*parts)


def _lectern() -> Mesh:
    cloth = box(1.0, 0.74, 0.5, "#b88a58", bevel=0.02)
    papers = [
        box(0.22, 0.05, 0.16, c, bevel=0.01).moved(-0.26, 0.74 + 0.05 * k, 0)
        for k, c in enumerate(("#d8433a", "#3f7fb8", "#f0c04a"))
    ]
    apple = join(
        ball((0.055, 0.05, 0.055), (0.25, 0.79, 0.05), "#d8342c", 0.5, steps=14),
        tube([(0.25, 0.83, 0.05), (0.26, 0.86, 0.05)], 0.005, "#5a3a24", steps=5),
    )
    return join(cloth, *papers, apple)


def _pupil_desk(number: int) -> Mesh:
    colour = ("#d9a860", "#cf9a52", "#dcb06c")[number % 3]
    desk = furniture.table(0.66, 0.46, 0.70, colour, "#7f8a8f")
    book = box(0.22, 0.025, 0.17, ("#d8433a", "#3f7fb8", "#5aa86a")[number % 3], bevel=0.006).moved(
        -0.1, 0.70, 0.02
    )
    return join(desk, book, furniture.chair(colour, "#7f8a8f").turned(180).moved(0, 0, 0.48))


def _ceiling_fan() -> Mesh:
    blades = [
        box(0.60, 0.012, 0.13, "#e9e4d6", bevel=0.005).moved(0.40, -0.42, 0).turned(120 * k + 20)
        for k in range(3)
    ]
    return join(
        cylinder(0.016, 0.36, "#d8d2c4", steps=8).moved(0, -0.36, 0),
        cylinder(0.10, 0.10, "#d8d2c4", 0.3, steps=18).moved(0, -0.46, 0),
        *blades,
    )


def _class_hangings(diorama: Diorama, shell: Shell, setting: Setting) -> None:
    half, front = shell.half, shell.front
    left, right, low, high = _BOARD
    diorama.hang(
        surfaces.planks("#c3a179", 900, 900, 32),
        (-half, 0.001, 0),
        (2 * half, 0, 0),
        (0, 0, front),
        gloss=0.35,
    )
    diorama.hang(
        _blackboard(setting.festival, setting.seed % 3),
        (left, high, 0.058),
        (right - left, 0, 0),
        (0, low - high, 0),
        gloss=0.05,
    )
    view = indoors.outlook(setting.hour, setting.weather, setting.seed % 3, storeys=0.35)
    diorama.hang(view, (-half - 0.35, 2.9, front), (0, 0, -front - 1.0), (0, -2.2, 0), glow=1.0)
    for k, x in enumerate((-half + 0.25, -half + 0.78, half - 0.72)):
        diorama.hang(_pinned(k), (x, 2.1, 0.012), (0.46, 0, 0), (0, -0.62, 0))
    diorama.hang(_wall_words(), (-1.3, 2.86, 0.012), (2.6, 0, 0), (0, -0.40, 0))
    diorama.hang(signs.clock(), (1.99, 2.71, 0.085), (0.32, 0, 0), (0, -0.32, 0))
    for k, z in enumerate((1.2, 2.5, 3.8)):
        diorama.hang(_pinned(k + 1), (half - 0.012, 2.1, z), (0, 0, 0.9), (0, -0.8, 0))


@kept
@archived
def _blackboard(festival: str | None, kind: int) -> panel.Picture:
    """Chalk: the lesson of the day, badly wiped."""
    w, h = 700, 250
    canvas = Canvas(w, h, "#2f5d4c")
    rng = noise.stream("blackboard", kind)
    canvas.pixels += (noise.fractal(h, w, 30, 4, rng, cell_x=120)[..., None] - F(0.4)) * F(0.10)
    chalk = "#f2f4ea"
    title = {"lunar new year": "新年快樂", "christmas": "聖誕快樂", "mid-autumn": "中秋快樂"}.get(
        festival or "", ("床前明月光", "今日中文課", "小測 第三課")[kind]
    )
    signs.write(canvas, title, (30, 22, 300, 70), chalk, font="serif-900", opacity=0.92)
    signs.write(
        canvas,
        "疑是地上霜" if kind == 0 and not festival else "請交功課",
        (30, 104, 300, 60),
        chalk,
        font="serif-900",
        opacity=0.85,
    )
    signs.write(canvas, "1 + 2 = 3", (400, 24, 200, 54), "#ffe9a8", font="sans-700", opacity=0.9)
    signs.write(canvas, "5 × 8 = 40", (400, 88, 200, 54), "#ffd3dc", font="sans-700", opacity=0.9)
    canvas.line([(372, 14), (372, 236)], 2, chalk, opacity=0.5)
    canvas.line([(40, 180), (320, 180)], 2, chalk, opacity=0.45)
    canvas.oval(480, 196, 26, 26, chalk, opacity=0.9)
    canvas.oval(480, 196, 23, 23, "#2f5d4c")
    for k in range(8):
        a = k * np.pi / 4
        canvas.line(
            [(480 + 32 * np.cos(a), 196 + 32 * np.sin(a)), (480 + 42 * np.cos(a), 196 + 42 * np.sin(a))],
            3,
            chalk,
            opacity=0.9,
        )
    signs.write(canvas, "值日生 阿明", (550, 196, 130, 34), "#fff0a8", font="sans-700", opacity=0.85)
    return panel.picture_of(canvas)


@kept
def _pinned(number: int) -> panel.Picture:
    """Children's pictures on the wall."""
    rng = noise.stream("pinned", number)
    canvas = Canvas(120, 150, ("#fff8e6", "#e6f3ff", "#fff0f2", "#eefbe9")[number % 4])
    canvas.rectangle(6, 6, 108, 138, ("#8fd0f0", "#fbe3a0", "#bfe6b0")[number % 3])
    canvas.rectangle(6, 92, 108, 52, ("#7fc07a", "#f0b8a0", "#6fb0d8")[number % 3])
    canvas.oval(32, 34, 14, 14, "#ffd23f")
    canvas.rectangle(46, 66, 44, 40, ("#e0694a", "#5a78b8", "#d8a03c")[number % 3])
    canvas.fill(np.array([(40, 68), (68, 42), (96, 68)], float), "#a8433a")
    canvas.rectangle(62, 84, 12, 22, "#6b4226")
    for _ in range(6):
        canvas.oval(
            rng.uniform(12, 108), rng.uniform(112, 138), 4, 4, ("#ffffff", "#ff7a9a")[int(rng.integers(2))]
        )
    return panel.picture_of(canvas)


@kept
def _wall_words() -> panel.Picture:
    """The school's motto in red over the board."""
    canvas = Canvas(520, 80, transparent=True)
    for k, word in enumerate(("勤", "學", "誠", "愛")):
        canvas.oval(65 + 130 * k, 40, 36, 36, "#d8433a")
        signs.write(canvas, word, (42 + 130 * k, 17, 46, 46), "#fff3d6", font="serif-900")
    return panel.picture_of(canvas)
