"""Where people work and learn: an office over the harbour, a classroom."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import F, mix, shift
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, tube
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import air, festive, furniture, indoors, panel, signs, surfaces
from waa.painter.world.diorama import Bulb, Diorama, block, lay_plate
from waa.painter.world.lens import Lens, room_lens
from waa.painter.world.shell import Shell, window_frame

_OFFICE_HEIGHT = 2.9
_CLASS_HEIGHT = 3.1


# -- the office -------------------------------------------------------------------------------------------


@place("office", hour="day", indoors=True)
def office(canvas: Canvas, setting: Setting) -> Stage:
    """Desks along both sides, a wall of glass with the city behind it, the aisle free."""
    lens = room_lens(canvas.width, canvas.height, horizon=0.44, eye=1.35, near=3.3, away=7.4)
    mood = indoors.mood_of(setting)
    half = round(float(np.clip(0.86 * lens.half_width(lens.away), 2.7, 5.0)), 2)
    shell = Shell(half=half, height=_OFFICE_HEIGHT, front=lens.away - 1.0)
    glass = (-half + 0.5, half - 0.5, 0.35, 2.62)
    diorama = Diorama(lens=lens, meshes=[_office_set(shell, glass, setting.festival)])
    view = indoors.outlook(setting.hour, setting.weather, setting.seed % 3, 640, 300, storeys=0.72)
    diorama.hang(view, (glass[0] - 0.3, 2.9, -0.3), (glass[1] - glass[0] + 0.6, 0, 0), (0, -2.8, 0), glow=1.0)
    diorama.hang(surfaces.planks("#b59a78", 900, 900, 30), (-half, 0.001, 0), (2 * half, 0, 0), (0, 0, shell.front), gloss=0.4)
    diorama.hang(surfaces.tiles("#7f97a0", "#8aa1a8", 6, 12, 40, grout="#76909a"), (-1.05, 0.003, 0.9), (2.1, 0, 0), (0, 0, 4.2), gloss=0.0)
    diorama.hang(view, (-half - 0.35, 2.9, 4.0), (0, 0, -3.6), (0, -2.4, 0), glow=1.0)
    diorama.hang(_whiteboard(), (half - 0.02, 2.25, 1.6), (0, 0, 2.2), (0, -1.25, 0), gloss=0.3)
    for x, z in _desks(half, shell.front):
        diorama.hang(_screen(int(z * 10) % 3), (x - 0.27, 1.205, z - 0.10), (0.54, 0, 0), (0, -0.31, 0), glow=0.9)
    if setting.festival == "lunar new year":
        for x in (-half + 0.12, half - 0.4):
            diorama.hang(signs.fai_chun("步步高陞"), (x, 2.2, 0.02), (0.28, 0, 0), (0, -1.25, 0))
    plate = diorama.photograph(0.5)
    bulbs = [Bulb(at=(x, 2.6, z), colour="#fff2d8", power=0.5 * mood.lamps, reach=3.4) for x in (-1.6, 1.6) for z in (1.6, 4.0)]
    bulbs.append(Bulb(at=(0, 1.6, -0.2), colour=mood.light.rim, power=0.0 if mood.is_dark else 0.5, reach=4.5))
    pixels = plate.lit(mood.light, bulbs=bulbs, fill=mood.fill + 0.1, lamps=1.05, bounce=0.4)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.5, softness=1.9)
    _daylight(canvas, lens, mood)
    _hang_festival(canvas, setting, lens, mood, half, _OFFICE_HEIGHT - 0.25)
    return Stage(light=mood.light, horizon=lens.horizon, ground=0.90 * canvas.height, kind="room", subject_height=0.44, haze=0.0,
                 reflects=0.08, finish=Finish(contrast=0.05, saturation=1.05))  # fmt: skip


def _desks(half: float, front: float) -> list[tuple[float, float]]:
    return [(side * (half - 0.95), z) for side in (-1, 1) for z in np.arange(1.15, front - 1.9, 1.55).tolist()]


@lru_cache(4)
def _office_set(shell: Shell, glass: tuple[float, float, float, float], festival: str | None) -> Mesh:
    half = shell.half
    side = (0.8, 3.4, 0.9, 2.4)
    parts = [shell.floor("#b59a78", 0.4), shell.ceiling("#f3f1ec"), shell.back("#e6e2da", [glass]), shell.left("#dfe3e2", [side]), shell.right("#e6e2da"),
             window_frame(glass, "#4a5058", columns=5, rows=1, bar=0.05), shell.skirting("#8a8d92", 0.12)]  # fmt: skip
    for k, (x, z) in enumerate(_desks(half, shell.front)):
        parts.append(_desk(k).moved(x, 0, z))
    for x in (-1.6, 1.6):
        for z in (1.6, 3.4, 5.2):
            parts.append(box(1.15, 0.05, 0.22, "#fbf8ef", bevel=0.015).finished(glow=0.95).moved(x, _OFFICE_HEIGHT - 0.42, z))
            parts += [cylinder(0.006, 0.4, "#5a5e66", steps=4).moved(x + dx, _OFFICE_HEIGHT - 0.4, z) for dx in (-0.45, 0.45)]
    parts.append(furniture.plant(1.35, seed=1).moved(-half + 0.5, 0, 0.45))
    parts.append(furniture.plant(1.1, pot="#e9e4da", seed=3).moved(half - 0.45, 0, 0.5))
    parts.append(_water_cooler().moved(0.95, 0, 0.3))
    if festival == "christmas":
        parts.append(festive.tree(1.7).moved(-1.35, 0, 0.6))
    return join(*parts)


def _desk(number: int) -> Mesh:
    """A desk with its screen, chair, cup and papers; no two quite alike."""
    rng = noise.stream("desk", number)
    accent = ("#e0694a", "#3f8f8a", "#e0a53c", "#5a78b8")[number % 4]
    parts = [furniture.table(1.35, 0.66, 0.74, "#d9b68a", "#5f646c"), box(1.35, 0.32, 0.03, mix(accent, "#ffffff", 0.35), bevel=0.01).moved(0, 0.70, -0.34)]
    parts.append(box(0.60, 0.37, 0.03, "#2b2f36", 0.4, bevel=0.012).moved(0, 0.865, -0.12))
    parts.append(join(box(0.05, 0.14, 0.03, "#8f959d", bevel=0.01), box(0.22, 0.015, 0.16, "#8f959d", bevel=0.006)).moved(0, 0.74, -0.14))
    parts.append(box(0.44, 0.018, 0.14, "#eceae4", bevel=0.006).moved(0, 0.74, 0.12))
    parts.append(cylinder(0.04, 0.09, accent, 0.4, steps=16).moved(0.42, 0.74, 0.05))
    for k in range(int(rng.integers(2, 5))):
        parts.append(box(0.26, 0.03, 0.2, ("#f3efe4", "#d8433a", "#3f7fb8")[k % 3], bevel=0.006).moved(-0.44, 0.74 + 0.032 * k, float(rng.uniform(-0.02, 0.06))))
    if number % 3 == 1:
        parts.append(furniture.plant(0.34, seed=number).moved(0.5, 0.74, -0.18))
    parts.append(_office_chair(accent).turned(float(rng.uniform(-30, 30))).moved(float(rng.uniform(-0.1, 0.1)), 0, 0.62))
    return join(*parts)


def _office_chair(colour: str) -> Mesh:
    legs = [tube([(0, 0.08, 0), (0.26 * np.sin(a), 0.03, 0.26 * np.cos(a))], 0.02, "#3a3d44", steps=6) for a in np.arange(5) * 1.257]
    return join(*legs, cylinder(0.025, 0.36, "#3a3d44", steps=8).moved(0, 0.08, 0), box(0.46, 0.08, 0.44, colour, bevel=0.035).moved(0, 0.43, 0),
                box(0.42, 0.46, 0.07, shift(colour, 0, 1, 0.92), bevel=0.033).moved(0, 0.58, 0.20))  # fmt: skip


def _water_cooler() -> Mesh:
    bottle = join(cylinder(0.14, 0.30, "#9fd0e8", 0.7, steps=20).moved(0, 1.0, 0), cylinder(0.05, 0.06, "#9fd0e8", 0.7, steps=12).moved(0, 0.95, 0))
    return join(box(0.32, 0.96, 0.32, "#eef0f0", 0.3, bevel=0.03), bottle, box(0.16, 0.12, 0.02, "#5a6068", bevel=0.006).moved(0, 0.66, 0.16))


@lru_cache(1)
def _whiteboard() -> panel.Picture:
    """A plan: boxes, arrows, a rising line."""
    canvas = Canvas(420, 240, "#fbfbf8")
    canvas.rectangle(0, 0, 420, 8, "#aeb4ba")
    canvas.rectangle(0, 230, 420, 10, "#aeb4ba")
    signs.write(canvas, "本季目標", (20, 16, 150, 40), "#2f5fb3", font="sans-700")
    for k, tint in enumerate(("#e0694a", "#3f8f8a", "#e0a53c")):
        canvas.rectangle(24, 76 + 48 * k, 34, 34, tint, radius=4)
        canvas.line([(72, 88 + 48 * k), (180 - 18 * k, 88 + 48 * k)], 5, "#5a6068")
        canvas.line([(72, 102 + 48 * k), (150 + 10 * k, 102 + 48 * k)], 3, "#9aa0a8")
    canvas.line([(220, 200), (220, 60)], 3, "#5a6068")
    canvas.line([(220, 200), (400, 200)], 3, "#5a6068")
    canvas.line([(226, 190), (270, 160), (310, 170), (350, 110), (392, 76)], 6, "#d8433a")
    return panel.picture_of(canvas)


@lru_cache(3)
def _screen(kind: int) -> panel.Picture:
    canvas = Canvas(108, 62, ("#1f2a44", "#f4f6f8", "#20333a")[kind])
    if kind == 1:
        for k in range(6):
            canvas.rectangle(10 + 16 * k, 50 - (8 + 6 * k), 10, 8 + 6 * k, ("#3f8fd0", "#e0694a")[k % 2])
    else:
        for k in range(8):
            canvas.rectangle(8 + 6 * (k % 3), 6 + 6.5 * k, 40 + (k * 37) % 44, 3, ("#7fd0b8", "#f0b45a", "#8fb0ff", "#e88aa8")[k % 4])
    return panel.picture_of(canvas)


# -- the classroom ----------------------------------------------------------------------------------------


@place("classroom", hour="day", indoors=True)
def classroom(canvas: Canvas, setting: Setting) -> Stage:
    """The blackboard, rows of desks at the sides, tall windows that throw the morning on the floor."""
    lens = room_lens(canvas.width, canvas.height, horizon=0.42, eye=1.40, near=3.3, away=7.0)
    mood = indoors.mood_of(setting)
    half = round(float(np.clip(0.84 * lens.half_width(lens.away), 2.6, 4.6)), 2)
    shell = Shell(half=half, height=_CLASS_HEIGHT, front=lens.away - 1.0)
    diorama = Diorama(lens=lens, meshes=[_class_set(shell, setting.festival)])
    _class_hangings(diorama, shell, setting)
    plate = diorama.photograph(0.5)
    bulbs = [Bulb(at=(x, 2.7, z), colour="#fff4dc", power=0.34 * mood.lamps, reach=3.6) for x in (-1.5, 1.5) for z in (1.4, 3.8)]
    pixels = plate.lit(mood.light, bulbs=bulbs, fill=mood.fill, lamps=0.9, bounce=0.45)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.55, softness=1.7)
    _daylight(canvas, lens, mood, x=-half)
    sunny = setting.hour in ("day", "golden", "sunset", "dawn") and setting.weather in (None, "clear")
    if sunny:
        (x, y), = lens.project([(-half, 2.4, 2.2)])
        air.beams(canvas, x, y, mood.light.rim, setting.rng("beams"), 0.22, count=9, spread=0.7, angle=0.55, length=0.75)
    _hang_festival(canvas, setting, lens, mood, half, _CLASS_HEIGHT - 0.2)
    return Stage(light=mood.light, horizon=lens.horizon, ground=0.90 * canvas.height, kind="room", subject_height=0.43, haze=0.0,
                 reflects=0.05, finish=Finish(contrast=0.05, saturation=1.06))  # fmt: skip


_PANES = ((0.7, 2.0, 1.0, 2.6), (2.35, 3.65, 1.0, 2.6), (4.0, 5.3, 1.0, 2.6))
_BOARD = (-1.75, 1.75, 0.98, 2.22)


@lru_cache(4)
def _class_set(shell: Shell, festival: str | None) -> Mesh:
    half = shell.half
    panes = [p for p in _PANES if p[1] < shell.front - 0.1]
    parts = [shell.floor("#c3a179", 0.35), shell.ceiling("#f5f2e8"), shell.back("#eef0de"), shell.left("#e6ead6", panes), shell.right("#e9ecda")]
    for s in (-1, 1):  # the wainscot that every school has
        parts.append(block(s * (half - 0.006), 0, shell.front / 2, 0.012, 0.95, shell.front, "#8fbf9f"))
    parts.append(block(0, 0, 0.006, 2 * half, 0.95, 0.012, "#8fbf9f"))
    parts += [window_frame((-b, -a, low, high), "#f5f2ea", columns=2, rows=2, deep=0.1).turned(90).moved(-half) for a, b, low, high in panes]
    left, right, low, high = _BOARD
    parts.append(box(right - left + 0.16, high - low + 0.16, 0.05, "#a8743f", 0.3, bevel=0.02).moved(0, low - 0.08, 0.03))
    parts.append(block(0, low - 0.10, 0.10, right - left, 0.03, 0.12, "#8a5a30"))
    parts += [block(x, low - 0.07, 0.11, 0.09, 0.025, 0.03, c) for x, c in ((-0.6, "#ffffff"), (-0.4, "#ffd9e0"), (0.5, "#fff0a8"))]
    parts.append(box(2 * half - 0.6, 0.16, 0.9, "#b08a5c", 0.3, bevel=0.02).moved(0, 0, 0.62))
    parts.append(_lectern().moved(1.55, 0.16, 0.62))
    for side in (-1, 1):
        for row, z in enumerate(np.arange(2.0, shell.front - 1.2, 1.15).tolist()):
            parts.append(_pupil_desk(row).turned(180).moved(side * (half - 0.72), 0, z))
            if half > 3.4:
                parts.append(_pupil_desk(row + 1).turned(180).moved(side * (half - 1.75), 0, z))
    for x in (-1.3, 1.3):
        parts.append(_ceiling_fan().moved(x, _CLASS_HEIGHT, 2.4))
    parts += [box(1.3, 0.06, 0.16, "#fbf8ee", bevel=0.02).finished(glow=0.9).moved(x, _CLASS_HEIGHT - 0.09, z) for x in (-2.1, 0.0, 2.1) for z in (1.3, 3.8)]
    parts.append(cylinder(0.17, 0.05, "#f7f5ee", 0.4).turned(0, 90).moved(2.15, 2.55, 0.02))
    if festival == "christmas":
        parts.append(festive.tree(1.6).moved(-half + 0.9, 0.16, 0.6))
    return join(*parts)


def _lectern() -> Mesh:
    cloth = box(1.0, 0.74, 0.5, "#b88a58", bevel=0.02)
    papers = [box(0.22, 0.05, 0.16, c, bevel=0.01).moved(-0.26, 0.74 + 0.05 * k, 0) for k, c in enumerate(("#d8433a", "#3f7fb8", "#f0c04a"))]
    apple = join(ball((0.055, 0.05, 0.055), (0.25, 0.79, 0.05), "#d8342c", 0.5, steps=14), tube([(0.25, 0.83, 0.05), (0.26, 0.86, 0.05)], 0.005, "#5a3a24", steps=5))
    return join(cloth, *papers, apple)


def _pupil_desk(number: int) -> Mesh:
    colour = ("#d9a860", "#cf9a52", "#dcb06c")[number % 3]
    desk = furniture.table(0.66, 0.46, 0.70, colour, "#7f8a8f")
    book = box(0.22, 0.025, 0.17, ("#d8433a", "#3f7fb8", "#5aa86a")[number % 3], bevel=0.006).moved(-0.1, 0.70, 0.02)
    return join(desk, book, furniture.chair(colour, "#7f8a8f").turned(180).moved(0, 0, 0.48))


def _ceiling_fan() -> Mesh:
    blades = [box(0.60, 0.012, 0.13, "#e9e4d6", bevel=0.005).moved(0.40, -0.42, 0).turned(120 * k + 20) for k in range(3)]
    return join(cylinder(0.016, 0.36, "#d8d2c4", steps=8).moved(0, -0.36, 0), cylinder(0.10, 0.10, "#d8d2c4", 0.3, steps=18).moved(0, -0.46, 0), *blades)


def _class_hangings(diorama: Diorama, shell: Shell, setting: Setting) -> None:
    half, front = shell.half, shell.front
    left, right, low, high = _BOARD
    diorama.hang(surfaces.planks("#c3a179", 900, 900, 32), (-half, 0.001, 0), (2 * half, 0, 0), (0, 0, front), gloss=0.35)
    diorama.hang(_blackboard(setting.festival, setting.seed % 3), (left, high, 0.058), (right - left, 0, 0), (0, low - high, 0), gloss=0.05)
    view = indoors.outlook(setting.hour, setting.weather, setting.seed % 3, storeys=0.35)
    diorama.hang(view, (-half - 0.35, 2.9, front), (0, 0, -front), (0, -2.2, 0), glow=1.0)
    for k, x in enumerate((-half + 0.25, -half + 0.78, half - 0.72)):
        diorama.hang(_pinned(k), (x, 2.1, 0.012), (0.46, 0, 0), (0, -0.62, 0))
    diorama.hang(_wall_words(), (-1.3, 2.86, 0.012), (2.6, 0, 0), (0, -0.40, 0))
    for k, z in enumerate((1.2, 2.5, 3.8)):
        diorama.hang(_pinned(k + 1), (half - 0.012, 2.1, z), (0, 0, 0.9), (0, -0.8, 0))


@lru_cache(9)
def _blackboard(festival: str | None, kind: int) -> panel.Picture:
    """Chalk: the lesson of the day, badly wiped."""
    w, h = 700, 250
    canvas = Canvas(w, h, "#2f5d4c")
    rng = noise.stream("blackboard", kind)
    canvas.pixels += (noise.fractal(h, w, 30, 4, rng, cell_x=120)[..., None] - F(0.4)) * F(0.10)
    chalk = "#f2f4ea"
    title = {"lunar new year": "新年快樂", "christmas": "聖誕快樂", "mid-autumn": "中秋快樂"}.get(festival or "", ("床前明月光", "今日中文課", "小測 第三課")[kind])
    signs.write(canvas, title, (30, 22, 300, 70), chalk, font="serif-900", opacity=0.92)
    signs.write(canvas, "疑是地上霜" if kind == 0 and not festival else "請交功課", (30, 104, 300, 60), chalk, font="serif-900", opacity=0.85)
    signs.write(canvas, "1 + 2 = 3", (400, 24, 200, 54), "#ffe9a8", font="sans-700", opacity=0.9)
    signs.write(canvas, "5 × 8 = 40", (400, 88, 200, 54), "#ffd3dc", font="sans-700", opacity=0.9)
    canvas.line([(372, 14), (372, 236)], 2, chalk, opacity=0.5)
    canvas.line([(40, 180), (320, 180)], 2, chalk, opacity=0.45)
    canvas.oval(480, 196, 26, 26, chalk, opacity=0.9)
    canvas.oval(480, 196, 23, 23, "#2f5d4c")
    for k in range(8):
        a = k * np.pi / 4
        canvas.line([(480 + 32 * np.cos(a), 196 + 32 * np.sin(a)), (480 + 42 * np.cos(a), 196 + 42 * np.sin(a))], 3, chalk, opacity=0.9)
    signs.write(canvas, "值日生 阿明", (550, 196, 130, 34), "#fff0a8", font="sans-700", opacity=0.85)
    return panel.picture_of(canvas)


@lru_cache(4)
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
        canvas.oval(rng.uniform(12, 108), rng.uniform(112, 138), 4, 4, ("#ffffff", "#ff7a9a")[int(rng.integers(2))])
    return panel.picture_of(canvas)


@lru_cache(1)
def _wall_words() -> panel.Picture:
    """The school's motto in red over the board."""
    canvas = Canvas(520, 80, transparent=True)
    for k, word in enumerate(("勤", "學", "誠", "愛")):
        canvas.oval(65 + 130 * k, 40, 36, 36, "#d8433a")
        signs.write(canvas, word, (42 + 130 * k, 17, 46, 46), "#fff3d6", font="serif-900")
    return panel.picture_of(canvas)


# -- both -------------------------------------------------------------------------------------------------


def _daylight(canvas: Canvas, lens: Lens, mood: indoors.Mood, x: float = 0.0) -> None:
    if mood.is_dark:
        return
    (gx, gy), = lens.project([(x, 1.7, 0.6)])
    canvas.glow(gx, gy, 3.2 * lens.focal / lens.away, mood.light.rim, 0.26)


def _hang_festival(canvas: Canvas, setting: Setting, lens: Lens, mood: indoors.Mood, half: float, height: float) -> None:
    left, right = lens.project([(-half, height, 0.5), (half, height, 0.5)])
    festive.dress(canvas, setting, mood.light, top=((left[0], left[1]), (right[0], right[1])), soft=1.4, size=0.06)
