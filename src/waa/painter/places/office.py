"""An office high over the city."""

from __future__ import annotations

import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.canvas import Canvas
from waa.painter.colour import mix, shift
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh, box, cylinder, join, tube
from waa.painter.stage import Finish, Setting, Stage, place
from waa.painter.world import festive, furniture, indoors, panel, signs, surfaces
from waa.painter.world.diorama import Diorama
from waa.painter.world.lens import room_lens
from waa.painter.world.plate import Bulb, lay_plate
from waa.painter.world.shell import Shell, window_frame

_HEIGHT = 2.9


@place("office", hour="day", indoors=True)
def office(canvas: Canvas, setting: Setting) -> Stage:
    """Desks along both sides, a wall of glass with the city behind it, the aisle free."""
    lens = room_lens(canvas.width, canvas.height, horizon=0.44, eye=1.35, near=3.3, away=7.4)
    mood = indoors.mood_of(setting)
    half = round(float(np.clip(0.86 * lens.half_width(lens.away), 2.7, 5.0)), 2)
    shell = Shell(half=half, height=_HEIGHT, front=lens.away - 1.0)
    glass = (-half + 0.5, half - 0.5, 0.35, 2.62)
    diorama = Diorama(lens=lens, meshes=[_office_set(shell, glass, setting.festival)])
    view = indoors.outlook(setting.hour, setting.weather, setting.seed % 3, 640, 300, storeys=0.72)
    diorama.hang(view, (glass[0] - 0.3, 2.9, -0.3), (glass[1] - glass[0] + 0.6, 0, 0), (0, -2.8, 0), glow=1.0)
    diorama.hang(
        surfaces.planks("#b59a78", 900, 900, 30),
        (-half, 0.001, 0),
        (2 * half, 0, 0),
        (0, 0, shell.front),
        gloss=0.4,
    )
    diorama.hang(
        surfaces.tiles("#7f97a0", "#8aa1a8", 6, 12, 40, grout="#76909a"),
        (-1.05, 0.003, 0.9),
        (2.1, 0, 0),
        (0, 0, 4.2),
        gloss=0.0,
    )
    diorama.hang(view, (-half - 0.35, 2.9, 4.0), (0, 0, -5.0), (0, -2.4, 0), glow=1.0)
    diorama.hang(_whiteboard(), (half - 0.02, 2.25, 1.6), (0, 0, 2.2), (0, -1.25, 0), gloss=0.3)
    for x, z in _desks(half, shell.front):
        diorama.hang(
            _screen(int(z * 10) % 3), (x - 0.27, 1.205, z - 0.10), (0.54, 0, 0), (0, -0.31, 0), glow=0.9
        )
    if setting.festival == "lunar new year":
        for x in (-half + 0.12, half - 0.4):
            diorama.hang(signs.fai_chun("步步高陞"), (x, 2.2, 0.02), (0.28, 0, 0), (0, -1.25, 0))
    plate = diorama.photograph(0.6)
    bulbs = [
        Bulb(at=(x, 2.6, z), colour="#fff2d8", power=0.5 * mood.lamps, reach=3.4)
        for x in (-1.6, 1.6)
        for z in (1.6, 4.0)
    ]
    bulbs.append(
        Bulb(at=(0, 1.6, -0.2), colour=mood.light.rim, power=0.0 if mood.is_dark else 0.5, reach=4.5)
    )
    pixels = plate.lit(mood.light, bulbs=bulbs, fill=mood.fill + 0.1, lamps=1.05, bounce=0.4)
    lay_plate(canvas, pixels, plate, focus=lens.away * 0.5, softness=1.9)
    indoors.daylight(canvas, lens, mood)
    cord = lens.project([(-half, _HEIGHT - 0.25, 0.5), (half, _HEIGHT - 0.25, 0.5)])
    festive.dress(canvas, setting, mood.light, cord, soft=1.4, size=0.06)
    return Stage(
        light=mood.light,
        horizon=lens.horizon,
        ground=0.90 * canvas.height,
        kind="room",
        subject_height=0.44,
        haze=0.0,
        reflects=0.08,
        finish=Finish(contrast=0.05, saturation=1.05),
    )


def _desks(half: float, front: float) -> list[tuple[float, float]]:
    return [
        (side * (half - 0.95), z) for side in (-1, 1) for z in np.arange(1.15, front - 1.9, 1.55).tolist()
    ]


@kept
@archived
def _office_set(shell: Shell, glass: tuple[float, float, float, float], festival: str | None) -> Mesh:
    half = shell.half
    side = (0.8, 3.4, 0.9, 2.4)
    parts = [
        shell.floor("#b59a78", 0.4),
        shell.ceiling("#f3f1ec"),
        shell.back("#e6e2da", [glass]),
        shell.left("#dfe3e2", [side]),
        shell.right("#e6e2da"),
        window_frame(glass, "#4a5058", columns=5, rows=1, bar=0.05),
        shell.skirting("#8a8d92", 0.12),
    ]
    for k, (x, z) in enumerate(_desks(half, shell.front)):
        parts.append(_desk(k).moved(x, 0, z))
    for x in (-1.6, 1.6):
        for z in (1.6, 3.4, 5.2):
            parts.append(
                box(1.15, 0.05, 0.22, "#fbf8ef", bevel=0.015).finished(glow=0.95).moved(x, _HEIGHT - 0.42, z)
            )
            parts += [
                cylinder(0.006, 0.4, "#5a5e66", steps=4).moved(x + dx, _HEIGHT - 0.4, z)
                for dx in (-0.45, 0.45)
            ]
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
    parts = [
        furniture.table(1.35, 0.66, 0.74, "#d9b68a", "#5f646c"),
        box(1.35, 0.32, 0.03, mix(accent, "#ffffff", 0.35), bevel=0.01).moved(0, 0.70, -0.34),
    ]
    parts.append(box(0.60, 0.37, 0.03, "#2b2f36", 0.4, bevel=0.012).moved(0, 0.865, -0.12))
    parts.append(
        join(
            box(0.05, 0.14, 0.03, "#8f959d", bevel=0.01), box(0.22, 0.015, 0.16, "#8f959d", bevel=0.006)
        ).moved(0, 0.74, -0.14)
    )
    parts.append(box(0.44, 0.018, 0.14, "#eceae4", bevel=0.006).moved(0, 0.74, 0.12))
    parts.append(cylinder(0.04, 0.09, accent, 0.4, steps=16).moved(0.42, 0.74, 0.05))
    for k in range(int(rng.integers(2, 5))):
        parts.append(
            box(0.26, 0.03, 0.2, ("#f3efe4", "#d8433a", "#3f7fb8")[k % 3], bevel=0.006).moved(
                -0.44, 0.74 + 0.032 * k, float(rng.uniform(-0.02, 0.06))
            )
        )
    if number % 3 == 1:
        parts.append(furniture.plant(0.34, seed=number).moved(0.5, 0.74, -0.18))
    parts.append(
        _office_chair(accent)
        .turned(float(rng.uniform(-30, 30)))
        .moved(float(rng.uniform(-0.1, 0.1)), 0, 0.62)
    )
    return join(*parts)


def _office_chair(colour: str) -> Mesh:
    legs = [
        tube([(0, 0.08, 0), (0.26 * np.sin(a), 0.03, 0.26 * np.cos(a))], 0.02, "#3a3d44", steps=6)
        for a in np.arange(5) * 1.257
    ]
    return join(
        *legs,
        cylinder(0.025, 0.36, "#3a3d44", steps=8).moved(0, 0.08, 0),
        box(0.46, 0.08, 0.44, colour, bevel=0.035).moved(0, 0.43, 0),
        box(0.42, 0.46, 0.07, shift(colour, 0, 1, 0.92), bevel=0.033).moved(0, 0.58, 0.20),
    )


def _water_cooler() -> Mesh:
    bottle = join(
        cylinder(0.14, 0.30, "#9fd0e8", 0.7, steps=20).moved(0, 1.0, 0),
        cylinder(0.05, 0.06, "#9fd0e8", 0.7, steps=12).moved(0, 0.95, 0),
    )
    return join(
        box(0.32, 0.96, 0.32, "#eef0f0", 0.3, bevel=0.03),
        bottle,
        box(0.16, 0.12, 0.02, "#5a6068", bevel=0.006).moved(0, 0.66, 0.16),
    )


@kept
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


@kept
def _screen(kind: int) -> panel.Picture:
    canvas = Canvas(108, 62, ("#1f2a44", "#f4f6f8", "#20333a")[kind])
    if kind == 1:
        for k in range(6):
            canvas.rectangle(10 + 16 * k, 50 - (8 + 6 * k), 10, 8 + 6 * k, ("#3f8fd0", "#e0694a")[k % 2])
    else:
        for k in range(8):
            canvas.rectangle(
                8 + 6 * (k % 3),
                6 + 6.5 * k,
                40 + (k * 37) % 44,
                3,
                ("#7fd0b8", "#f0b45a", "#8fb0ff", "#e88aa8")[k % 4],
            )
    return panel.picture_of(canvas)
