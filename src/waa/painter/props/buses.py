"""Buses of Hong Kong: single and double deckers, minibuses, and the tram that goes ding ding."""

from __future__ import annotations

from collections.abc import Sequence

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.props.motor import (
    AMBER,
    CHROME,
    RUBBER,
    TAIL,
    Kit,
    arch,
    axle,
    bumper,
    lit,
    plate,
    round_lamp,
    seat_on,
    square_lamp,
    window,
)  # fmt: skip
from waa.painter.solid.bodywork import Side, Skin, dense, loft, pane, seam
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, join, tube
from waa.painter.solid.model import Model

INSIDE = "#ffe6b4"  # the light in a bus at night
Corners = Sequence[tuple[float, float]]
BOTH: tuple[tuple[Side, int], ...] = (
    ("left", 1),
    ("right", -1),
)  # sides, and the sign of z from left to right


class Coach:
    """A body with its four sides, on which windows and signs are laid."""

    def __init__(self, body: Mesh) -> None:
        self.kit = Kit()
        self.kit.add(body)
        self.skins = {side: Skin(body, side) for side in ("front", "back", "left", "right")}

    def pane(self, side: str, corners: Corners, radius: float = 0.07, *, light: Colour | None = INSIDE,
    seal: float = 0.03,
             glint: bool = True, cells: int = 4) -> None:  # fmt: skip
        """A window, lit at night unless `light` is None."""
        self.kit.add(window(self.skins[side], corners, radius, seal=seal, glint=glint, cells=cells))
        if light is not None:
            self.kit.night.append(lit(self.skins[side], corners, radius, light, strength=0.78, cells=cells))

    def row(self, z0: float, z1: float, low: float, high: float, count: int, gap: float = 0.07, *,
    sides: str = "left right",
            radius: float = 0.07) -> None:  # fmt: skip
        """Windows in a row along the sides, from `z0` at the back to `z1`."""
        step = (z1 - z0 + gap) / count
        for k in range(count):
            a, b = z0 + k * step, z0 + (k + 1) * step - gap
            for side in sides.split():
                x0, x1 = (a, b) if side == "left" else (-b, -a)
                self.pane(side, box_of(x0, x1, low, high), radius)

    def sign(self, side: str, text: str, x: float, y: float, width: float, height: float, *, ink: Colour = "#ffb02e",
             paper: Colour = "#15161a", rows: int = 22, glows: bool = True, font: str = "sans-900",
             fill: float = 0.86) -> None:  # fmt: skip
        """A board with words; lit from inside at night."""
        face = lettered(text, width, height, ink, paper, rows=rows, fill=fill, font=font, gloss=0.35)
        frame = pane(
            box_of(-width / 2 - 0.03, width / 2 + 0.03, -height / 2 - 0.03, height / 2 + 0.03),
            0.04,
            RUBBER,
            0.3,
        )
        skin = self.skins[side]
        self.kit.add(skin.lay(frame.moved(x, y, 0), 0.012), skin.lay(face.moved(x, y, 0), 0.02))
        if glows:
            self.kit.night.append(skin.lay(face.moved(x, y, 0), 0.024).finished(glow=0.95))

    def stripe(
        self, y: float, width: float, colour: Colour, z0: float, z1: float, lift: float = 0.006
    ) -> None:
        for side in ("left", "right"):
            sign = 1 if side == "left" else -1
            self.kit.add(
                seam(
                    self.skins[side], dense([(sign * z0, y), (sign * z1, y)], 0.15), width, colour, 0.5, lift
                )
            )

    def wheels(self, at: Sequence[float], track: float, radius: float, width: float, low: float, colour: Colour,
               hub: Colour = "#c9ced5") -> None:  # fmt: skip
        for z in at:
            self.kit.pair(arch(self.skins["right"], z, radius, radius * 1.22, low, colour, 0.035))
            axle(self.kit, z, track, radius, width, hub)


def box_of(x0: float, x1: float, y0: float, y1: float) -> list[tuple[float, float]]:
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def hull_of(half: float, width: float, low: float, high: float, *, nose: float = 0.10, corner: float = 0.22,
            below: float = 0.12) -> list[tuple[float, ...]]:  # fmt: skip
    """A bus-shaped table for `loft`: flat ends with well-rounded edges."""
    w = width / 2
    return [
        (-half, w - 0.20, low + 0.16, high - 0.30, 0.1, 0.1),
        (-half + 0.05, w - 0.06, low + 0.05, high - 0.12, below, corner * 0.9),
        (-half + 0.20, w, low, high - 0.02, below, corner), (-half + 0.6, w, low, high, below, corner),
        (0, w, low, high, below, corner),
        (half - 0.6, w, low, high, below, corner), (half - 0.22, w, low, high - 0.02, below, corner),
        (half - 0.07, w - 0.05, low + 0.04, high - 0.10 - nose * 0.3, below, corner * 0.9),
        (half, w - 0.18, low + 0.14, high - 0.26 - nose, 0.1, 0.1),
    ]  # fmt: skip


@draws("double_decker", yaw=48)
def double_decker(look: Look) -> Model:
    """A red double-decker for Tsim Sha Tsui, all its windows lit at night."""
    paint = look.tint("#cc1f26")
    pale = mix(paint, "#fff2e0", 0.82)
    coach = Coach(loft(hull_of(3.0, 2.3, 0.34, 4.25), paint, 0.6))
    kit = coach.kit
    coach.stripe(2.30, 0.12, pale, -2.9, 2.85)
    coach.stripe(0.58, 0.10, pale, -2.9, 2.85)
    coach.row(-2.72, 2.50, 2.72, 3.62, 5)
    coach.row(-2.72, 1.55, 1.30, 2.06, 4, sides="left")
    coach.row(-2.72, 0.04, 1.30, 2.06, 3, sides="right")
    for z0, z1 in ((2.06, 2.66), (0.12, 0.78)):  # doors on the kerb side
        coach.pane("right", box_of(-z1, -z0, 0.62, 2.06), 0.06)
    coach.pane("left", box_of(1.72, 2.50, 1.30, 2.06), 0.07)
    coach.pane("front", box_of(-0.98, 0.98, 2.72, 3.66), 0.16, cells=9)
    coach.pane("front", box_of(-0.98, 0.98, 1.16, 2.08), 0.16, cells=9)
    coach.pane("back", box_of(-0.85, 0.85, 2.80, 3.56), 0.14)
    coach.sign("front", "1A 尖沙咀碼頭", 0, 2.40, 1.66, 0.34, rows=26)
    coach.sign("left", "1A 尖沙咀", 2.1, 2.40, 0.9, 0.24, rows=16)
    coach.sign("back", "1A", 0, 2.36, 0.6, 0.32, rows=18)
    coach.sign(
        "left",
        "飲啖茶 食個包",
        -0.55,
        2.40,
        3.0,
        0.42,
        ink="#c8161d",
        paper="#fff3d6",
        rows=18,
        glows=False,
        font="serif-900",
    )
    coach.sign(
        "right",
        "飲啖茶 食個包",
        0.55,
        2.40,
        3.0,
        0.42,
        ink="#c8161d",
        paper="#fff3d6",
        rows=18,
        glows=False,
        font="serif-900",
    )
    square_lamp(kit, coach.skins["front"], box_of(0.62, 0.98, 0.74, 0.92), reach=0.8, rim=RUBBER)
    square_lamp(kit, coach.skins["front"], box_of(0.72, 0.96, 0.61, 0.67), colour=AMBER, rim=None, strength=0)
    square_lamp(
        kit,
        coach.skins["back"],
        box_of(0.80, 0.96, 0.8, 1.3),
        colour=TAIL,
        rim=RUBBER,
        reach=0.5,
        strength=0.6,
    )
    kit.add(coach.skins["front"].lay(pane(box_of(-0.5, 0.5, 0.70, 0.98), 0.05, "#1d1e23", 0.4), 0.012))
    _ends(coach, 0.48, 2.9, 2.1)
    _bus_mirrors(kit, 1.12, 2.05, 2.94)
    coach.wheels((1.44, -1.62), 2.32, 0.50, 0.34, 0.34, paint)
    return kit.model(seat_on(4.25, 1.8))


def _ends(coach: Coach, y: float, z: float, width: float) -> None:
    """Bumpers and plates."""
    for ahead in (1, -1):
        bar = bumper(width, 0.20, "#26272c", wrap=0.3).turned(0 if ahead > 0 else 180).moved(0, y, ahead * z)
        coach.kit.add(bar, plate(Skin(bar, "front" if ahead > 0 else "back"), y, back=ahead < 0, width=0.62))


def _bus_mirrors(kit: Kit, x: float, y: float, z: float, size: float = 1.0) -> None:
    arm = tube(
        [(x - 0.12, y, z - 0.1), (x + 0.06, y + 0.02, z + 0.10), (x + 0.10, y - 0.14, z + 0.12)],
        0.022,
        RUBBER,
        0.3,
        steps=8,
    )
    head = box(0.15 * size, 0.32 * size, 0.09, RUBBER, 0.4, bevel=0.03).moved(x + 0.10, y - 0.44, z + 0.12)
    kit.pair(join(arm, head))


@draws("bus", yaw=48)
def bus(look: Look) -> Model:
    """A single-decker with a wide glass face."""
    paint = look.tint("#f0b326")
    pale = mix(paint, "#ffffff", 0.85)
    coach = Coach(loft(hull_of(2.7, 2.2, 0.34, 2.75, corner=0.28), paint, 0.6))
    kit = coach.kit
    coach.stripe(1.02, 0.14, pale, -2.6, 2.55)
    coach.stripe(0.60, 0.06, mix(paint, "#3a2a10", 0.35), -2.6, 2.55)
    coach.row(-2.42, 2.30, 1.28, 2.14, 5, sides="left")
    coach.row(-2.42, 0.72, 1.28, 2.14, 3, sides="right")
    for x in (-2.24, -1.36):
        coach.pane("right", box_of(x - 0.03, x + 0.40, 0.60, 2.14), 0.06)
        if x > -2:
            coach.pane("right", box_of(x - 0.45, x - 0.06, 0.60, 2.14), 0.06)
    coach.pane("front", box_of(-0.96, 0.96, 1.14, 2.10), 0.20, cells=9)
    coach.pane("back", box_of(-0.85, 0.85, 1.34, 2.06), 0.16)
    coach.sign("front", "10 堅尼地城", 0, 2.36, 1.4, 0.28, rows=22)
    coach.sign("left", "10 堅尼地城", 1.75, 2.36, 0.95, 0.20, rows=16)
    coach.sign("back", "10", 0, 2.32, 0.5, 0.26, rows=16)
    round_lamp(kit, coach.skins["front"], 0.76, 0.80, 0.135, reach=0.8)
    round_lamp(kit, coach.skins["front"], 0.46, 0.78, 0.075, reach=0.3, strength=0.3)
    square_lamp(
        kit,
        coach.skins["back"],
        box_of(0.72, 0.90, 0.8, 1.2),
        colour=TAIL,
        rim=RUBBER,
        reach=0.5,
        strength=0.6,
    )
    kit.add(coach.skins["front"].lay(pane(box_of(-0.26, 0.26, 0.70, 0.92), 0.05, "#1d1e23", 0.4), 0.012))
    _ends(coach, 0.47, 2.6, 2.0)
    _bus_mirrors(kit, 1.08, 2.05, 2.62)
    coach.wheels((1.52, -1.46), 2.22, 0.46, 0.32, 0.34, paint)
    return kit.model(seat_on(2.75, 1.7))


@draws("minibus", yaw=46)
def minibus(look: Look) -> Model:
    """A public light bus: cream, its roof red (Mong Kok, hand-lettered) or green (a number and a fixed fare)."""
    green = look.colour in ("green", "dark green", "teal", "mint")
    cream, roof = (
        "#f3e6c4",
        look.tint("#cf2027") if look.colour not in ("green", None) else ("#1f8f55" if green else "#cf2027"),
    )
    table = hull_of(2.15, 1.86, 0.30, 2.26, corner=0.26, nose=0.16)
    lower = loft(
        [(z * 1.004, w + 0.006, low, min(high, 1.96), r, 0.01) for z, w, low, high, r, _ in table],
        cream,
        0.55,
    )
    coach = Coach(join(loft(table, roof, 0.55), lower))
    kit = coach.kit
    coach.stripe(0.98, 0.11, roof, -2.05, 2.0)
    coach.row(-1.90, 1.02, 1.16, 1.80, 4, 0.06, sides="left")
    coach.row(-1.90, 0.40, 1.16, 1.80, 3, 0.06, sides="right")
    coach.pane("right", box_of(-1.02, -0.50, 0.52, 1.84), 0.07)
    for side, s in BOTH:
        x0, x1 = sorted((s * 1.10, s * 1.74))
        coach.pane(side, box_of(x0, x1, 1.16, 1.80), 0.08)
    coach.pane("front", box_of(-0.80, 0.80, 1.08, 1.80), 0.16, cells=9)
    coach.pane("back", box_of(-0.70, 0.70, 1.20, 1.78), 0.14)
    words, paper = ("21K 黃石碼頭", "#fdfaf0") if green else ("旺角", "#fdfaf0")
    board = box(1.10, 0.36, 0.18, paper, 0.4, bevel=0.05).moved(0, 2.20, 1.52)
    face = lettered(words, 1.0, 0.28, roof, paper, rows=26, fill=0.94, gloss=0.4).moved(0, 2.38, 1.615)
    glow = (
        lettered(words, 1.0, 0.28, roof, "#fff2cc", rows=26, fill=0.94)
        .finished(glow=0.95)
        .moved(0, 2.38, 1.62)
    )
    kit.add(board, face)
    kit.night.append(glow)
    coach.sign("left", "公共小巴", 0.05, 0.70, 0.9, 0.22, ink=roof, paper=cream, rows=16, glows=False)
    coach.sign("right", "公共小巴", -0.05, 0.70, 0.9, 0.22, ink=roof, paper=cream, rows=16, glows=False)
    round_lamp(kit, coach.skins["front"], 0.62, 0.78, 0.125, reach=0.7)
    square_lamp(
        kit, coach.skins["front"], box_of(0.52, 0.72, 0.545, 0.59), colour=AMBER, rim=None, strength=0
    )
    square_lamp(
        kit,
        coach.skins["back"],
        box_of(0.60, 0.74, 0.7, 1.0),
        colour=TAIL,
        rim=RUBBER,
        reach=0.4,
        strength=0.6,
    )
    kit.add(coach.skins["front"].lay(pane(box_of(-0.40, 0.40, 0.66, 0.86), 0.05, "#1d1e23", 0.4), 0.012))
    for k in range(3):
        line = dense([(-0.36, 0.71 + 0.05 * k), (0.36, 0.71 + 0.05 * k)], 0.1)
        kit.add(seam(coach.skins["front"], line, 0.018, CHROME, 0.7, 0.02))
    _ends(coach, 0.43, 2.05, 1.68)
    _bus_mirrors(kit, 0.94, 1.72, 1.98, 0.8)
    coach.wheels((1.26, -1.16), 1.88, 0.36, 0.24, 0.30, cream)
    return kit.model(seat_on(2.26, 1.4, -0.3))


@draws("tram", yaw=44)
def tram(look: Look) -> Model:
    """Hong Kong's ding ding: narrow, tall, green, two decks of sash windows, a trolley pole on its roof."""
    paint = look.tint("#1c6f4a")
    cream = "#f2ead2"
    body = loft(hull_of(2.5, 1.95, 0.42, 4.10, corner=0.30, below=0.06), paint, 0.55)
    coach = Coach(body)
    kit = coach.kit
    for low, high in ((1.30, 2.00), (2.72, 3.46)):
        for side in ("left", "right"):
            frame = pane(box_of(-2.30, 2.30, low - 0.08, high + 0.08), 0.10, cream, 0.4, cells=14)
            kit.add(coach.skins[side].lay(frame, 0.004))
        coach.row(-2.22, 2.22, low, high, 6, 0.10, radius=0.04)
    for side in ("front", "back"):
        for low, high in ((1.26, 2.04), (2.70, 3.44)):
            kit.add(
                coach.skins[side].lay(
                    pane(box_of(-0.86, 0.86, low - 0.07, high + 0.07), 0.12, cream, 0.4), 0.004
                )
            )
            for x0, x1 in ((-0.80, -0.34), (-0.26, 0.26), (0.34, 0.80)):
                coach.pane(side, box_of(x0, x1, low, high), 0.05)
        coach.sign(side, "筲箕灣", 0, 2.37, 1.0, 0.28, ink="#f6f1e2", paper="#16181c", rows=20)
        coach.sign(side, "120", 0, 1.04, 0.46, 0.20, ink="#f3d27a", paper=paint, rows=16, glows=False)
        kit.add(coach.skins[side].lay(pane(box_of(-0.7, 0.7, 0.48, 0.64), 0.05, "#2a2c30", 0.3), 0.02))
    for side in ("left", "right"):
        coach.sign(
            side,
            "叮 叮",
            -0.0,
            2.37,
            3.2,
            0.46,
            ink="#fdf3d8",
            paper="#b3262c",
            rows=16,
            glows=False,
            font="serif-900",
            fill=0.9,
        )
        coach.sign(
            side,
            "香港電車",
            0,
            0.86,
            1.5,
            0.24,
            ink="#f3d27a",
            paper=paint,
            rows=16,
            glows=False,
            font="serif-900",
        )
    coach.stripe(1.10, 0.035, "#e2bd5c", -2.3, 2.3)
    coach.stripe(0.62, 0.035, "#e2bd5c", -2.3, 2.3)
    round_lamp(kit, coach.skins["front"], 0.0, 0.80, 0.12, reach=0.9)
    round_lamp(kit, coach.skins["back"], 0.62, 0.80, 0.07, colour=TAIL, reach=0.35, strength=0.5)
    kit.add(box(1.6, 0.34, 3.4, "#22242a", 0.2, bevel=0.06).moved(0, 0.12, 0))
    for z in (1.15, 0.45, -0.45, -1.15):
        axle(kit, z, 1.72, 0.26, 0.14, "#8f959e")
    kit.add(box(1.3, 0.10, 4.2, mix(paint, "#ffffff", 0.15), 0.4, bevel=0.04).moved(0, 4.07, 0))
    kit.add(
        cylinder(0.14, 0.12, "#3a3d44").moved(0, 4.14, -0.2),
        tube([(0, 4.24, -0.2), (0, 4.75, -2.1)], 0.026, "#2c2e33", 0.4),
    )
    kit.add(ball(0.06, (0, 4.76, -2.12), CHROME, 0.6, steps=8))
    return kit.model(seat_on(4.16, 1.5))
