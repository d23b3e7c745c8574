"""Towers people climb to look out: the wok on the Peak, London's bell, the turbine on its island."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.noise import stream
from waa.painter.props.masonry import bar, building, bush, window
from waa.painter.props.motor import Kit
from waa.painter.props.panes import cells, glazed, lit, quads
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Lamp, Model

FACES = (0, 90, -90, 180)  # degrees: the four sides of a tower


# -- the Peak ------------------------------------------------------------------------------------------------


@draws("peak_tower", yaw=-20)
def peak_tower(look: Look) -> Model:
    """A crescent like a wok on two legs, a band of glass in it, shops between the legs."""
    shell = look.tint("#dfe3e6")
    kit = Kit()
    _hill(kit)
    base = 0.75
    for x in (-1.45, 1.45):
        kit.add(box(0.95, 3.3, 1.7, mix(shell, "#8f979d", 0.25), 0.2, bevel=0.06).moved(x, base, 0))
        panes = cells(_upright(x - 0.36, x + 0.36, base + 0.3, base + 3.0, 0.86), 3, 9, (0.2, 0.25))
        kit.add(glazed(panes, "#2f4f63", "#a8cfe0", stream("peak", x), lift=0.006))
        burning = lit(panes, stream("peak lit", x), 0.6, lift=0.012)
        kit.night += [burning] if burning is not None else []
    kit.add(bar(1.96, 3.2, 1.36, "#b9c3c9", 0.3).moved(0, base, 0))
    hall = cells(_upright(-0.98, 0.98, base + 0.15, base + 3.0, 0.70), 8, 8, (0.12, 0.16))
    kit.add(glazed(hall, "#35586e", "#b9dcea", stream("peak hall"), lift=0.006))
    kit.night.append(quads(hall, rgb("#ffd79a"), lift=0.012, glow=0.75))
    _wok(kit, shell, base + 2.95)
    kit.add(bar(2.6, 0.10, 0.7, "#d0453a", 0.3).moved(0, base + 0.75, 0.95))
    kit.lamps += [Lamp(at=(0, base + 1.2, 1.1), radius=1.8, colour="#ffd79a", strength=0.45),
                  Lamp(at=(0, base + 4.2, 1.4), radius=2.0, colour="#cfe6ff", strength=0.4)]  # fmt: skip
    return building(kit, (0, base + 4.7, 0), 2.0)


def _upright(
    left: float, right: float, low: float, high: float, z: float
) -> list[tuple[float, float, float]]:
    return [(left, low, z), (right, low, z), (right, high, z), (left, high, z)]


def _wok(kit: Kit, shell: Colour, low: float) -> None:
    """The crescent: a slab with a round belly, its horns up, glass along its face."""
    half, deep = 3.15, 2.3
    x = np.linspace(-half, half, 33)
    belly = low + 1.55 * (np.abs(x) / half) ** 2.1
    rim = np.full_like(x, low + 1.72)
    outline = np.concatenate([np.column_stack([x, belly]), np.column_stack([x, rim])[::-1]])
    kit.add(extrude(outline, deep, shell, 0.35, crease=35))
    kit.add(
        box(2 * half + 0.12, 0.14, deep + 0.14, mix(shell, "#ffffff", 0.45), 0.3, bevel=0.04).moved(
            0, low + 1.68, 0
        )
    )
    strip: list[np.ndarray] = []
    for a, b in itertools.pairwise(np.linspace(-half * 0.90, half * 0.90, 27)):
        foot0, foot1 = (low + 1.55 * (abs(float(v)) / half) ** 2.1 + 0.24 for v in (a, b))
        head = low + 1.50
        if min(head - foot0, head - foot1) > 0.10:
            x0, x1, z = float(a), float(b), deep / 2
            corners = [(x0, foot0, z), (x1, foot1, z), (x1, head, z), (x0, head, z)]
            strip.append(cells(corners, 1, 3, (0.16, 0.12)))
    panes = np.concatenate(strip)
    kit.add(glazed(panes, "#2d5068", "#bfe0ee", stream("wok"), lift=0.008))
    kit.night.append(quads(panes, rgb("#ffe0a8"), lift=0.014, glow=0.85))
    for k in range(15):
        px = -half * 0.96 + 2 * half * 0.96 * k / 14
        kit.add(bar(0.03, 0.22, 0.03, "#8d979d", 0.4).moved(px, low + 1.82, deep / 2))
    kit.add(
        tube([(-half, low + 2.05, deep / 2), (half, low + 2.05, deep / 2)], 0.025, "#8d979d", 0.4, steps=5)
    )
    for px, tint in ((-0.8, "#e0665a"), (0.4, "#3f86c9"), (1.5, "#f2b632")):  # people who look out
        z = deep / 2 - 0.25
        kit.add(ball((0.10, 0.16, 0.09), (px, low + 1.96, z), tint, 0.2, steps=7))
        kit.add(ball(0.085, (px, low + 2.19, z), "#f0c8a0", 0.2, steps=7))


def _hill(kit: Kit) -> None:
    """The green crest it stands on."""
    r = np.linspace(1, 0, 15)
    crest = lathe(
        np.column_stack([3.7 * r, 0.78 * np.clip(1 - r**4, 0, 1) ** 0.7]),
        "#6ba14e",
        0.05,
        steps=56,
        crease=80,
    )

    def meadow(v: Array, n: Array, c: Array) -> Array:
        tufts = 0.5 + 0.5 * np.sin(v[:, :1] * 4 + v[:, 2:] * 3)
        return np.asarray(rgb("#5a9145") + (rgb("#8fbf5c") - rgb("#5a9145")) * tufts, np.float32)

    kit.add(crest.scaled(1, 1, 0.73).painted(meadow))
    for px, pz, size in ((-2.7, 1.2, 0.42), (-2.2, 1.75, 0.34), (2.6, 1.25, 0.44), (2.1, 1.8, 0.32), (-3.0, 0.2, 0.36),
                         (3.05, 0.1, 0.38), (1.2, 2.15, 0.24), (-1.2, 2.2, 0.26)):  # fmt: skip
        kit.add(bush((px, 0.42 - 0.10 * abs(pz), pz), size, "#4f9446", steps=7))


# -- London --------------------------------------------------------------------------------------------------


@draws("big_ben", yaw=-24)
def big_ben(look: Look) -> Model:
    """A shaft of ribbed stone, four gilt clocks, a belfry and a steep spire of iron."""
    stone = look.tint("#d3b27c")
    dark, gold = mix(stone, "#6b5433", 0.45), "#e0b24a"
    kit = Kit()
    kit.add(box(2.9, 0.14, 2.9, "#b7b2a8", 0.1, bevel=0.03))
    kit.add(box(2.05, 0.5, 2.05, mix(stone, "#8f8468", 0.25), 0.1, bevel=0.04).moved(0, 0.12, 0))
    wide, low, high = 1.55, 0.60, 4.55
    kit.add(bar(wide, high, wide, dark, 0.1).moved(0, low, 0))
    for yaw in FACES:
        rib, belt = (
            bar(0.075, high, 0.08, stone, 0.1),
            bar(wide + 0.06, 0.09, 0.10, mix(stone, "#ffffff", 0.12), 0.1),
        )
        ribs = [rib.moved(-wide / 2 + 0.06 + (wide - 0.12) * k / 6, low, wide / 2) for k in range(7)]
        belts = [belt.moved(0, low + high * k / 5, wide / 2) for k in range(1, 5)]
        kit.add(*(m.turned(yaw) for m in (*ribs, *belts)))
        a = math.radians(yaw)
        for k in range(5):
            for dx in (-0.355, 0.355):
                x, z = dx * math.cos(a) + 0.785 * math.sin(a), 0.785 * math.cos(a) - dx * math.sin(a)
                window(kit, (x, low + 0.42 + high * k / 5, z), 0.13, 0.52, yaw=yaw, arched=True, frame=stone, bars=1,
                       sill=False, cross=False, glow=0.0)  # fmt: skip
    _clock_room(kit, stone, gold, low + high)
    _spire(kit, stone, gold, low + high + 1.55)
    for x, z in ((-1.2, 1.2), (1.2, 1.2)):
        kit.add(bush((x, 0.12, z), 0.24, steps=7))
    kit.lamps += [Lamp(at=(0, low + high + 0.8, 1.0), radius=1.5, colour="#ffe2a8", strength=0.6),
                  Lamp(at=(0, 2.4, 1.0), radius=1.9, colour="#ffcf80", strength=0.35)]  # fmt: skip
    return building(kit, (0, 9.6, 0), 0.6)


def _clock_room(kit: Kit, stone: Colour, gold: Colour, y: float) -> None:
    wide = 1.85
    kit.add(box(wide + 0.12, 0.16, wide + 0.12, mix(stone, "#ffffff", 0.1), 0.1, bevel=0.03).moved(0, y - 0.06, 0),
            box(wide, 1.5, wide, stone, 0.1, bevel=0.03).moved(0, y + 0.05, 0),
            box(wide + 0.18, 0.14, wide + 0.18, mix(stone, "#ffffff", 0.1), bevel=0.03).moved(0, y + 1.50, 0))  # fmt: skip
    for yaw in FACES:
        square = bar(1.40, 1.34, 0.04, "#3a4a5e", 0.3).moved(0, -0.67, -0.02)
        rim = cylinder(0.66, 0.06, gold, 0.6, steps=36, bevel=0.015).turned(pitch=90)
        dial = cylinder(0.58, 0.03, "#fbf8ec", 0.4, steps=36, bevel=0.004).turned(pitch=90).moved(0, 0, 0.045)
        ring = (
            cylinder(0.30, 0.01, mix(gold, "#ffffff", 0.4), 0.4, steps=28, bevel=0.002)
            .turned(pitch=90)
            .moved(0, 0, 0.073)
        )
        marks = [
            bar(0.04 if k % 3 else 0.055, 0.13, 0.012, "#2b2f3a").moved(0, 0.41, 0.078).turned(roll=30 * k)
            for k in range(12)
        ]
        hands = [bar(0.06, 0.30, 0.014, "#20232c").moved(0, -0.05, 0.09).turned(roll=60),
                 bar(0.045, 0.50, 0.014, "#20232c").moved(0, -0.07, 0.10)]  # fmt: skip
        kit.add(join(square, rim, dial, ring, *marks, *hands).moved(0, y + 0.80, wide / 2 + 0.02).turned(yaw))
        face = cylinder(0.58, 0.03, "#fff2c4", 0.2, steps=36, bevel=0.004).turned(pitch=90).moved(0, 0, 0.050)
        night = join(
            face, ring.painted("#ffdf9a"), *(m.moved(0, 0, 0.006) for m in (*marks, *hands))
        ).finished(glow=0.9)
        kit.night.append(night.moved(0, y + 0.80, wide / 2 + 0.02).turned(yaw))
    for x, z in itertools.product((-1, 1), (-1, 1)):
        turret = lathe(
            [(0.14, 0), (0.14, 1.74), (0.17, 1.78), (0.0, 2.35)], mix(stone, "#ffffff", 0.08), 0.1, steps=8
        )
        kit.add(turret.moved(x * wide / 2, y, z * wide / 2),
                ball(0.05, (x * wide / 2, y + 2.36, z * wide / 2), gold, 0.6, steps=6))  # fmt: skip


def _spire(kit: Kit, stone: Colour, gold: Colour, y: float) -> None:
    slate, peak = "#4f6470", [(0.94, 0), (0.42, 0.75), (0.10, 1.75), (0.0, 1.9)]
    kit.add(lathe([(1.30, 0), (0.92, 0.58), (0.92, 0.62)], slate, 0.3, steps=4, crease=20).turned(45).moved(0, y + 0.08, 0),
            bar(1.16, 0.55, 1.16, "#3a3226", 0.1).moved(0, y + 0.66, 0),
            box(1.36, 0.10, 1.36, gold, 0.5, bevel=0.02).moved(0, y + 1.20, 0),
            lathe(peak, slate, 0.3, steps=4, crease=10).turned(45).moved(0, y + 1.30, 0),
            tube([(0, y + 3.1, 0), (0, y + 3.7, 0)], [0.035, 0.012], gold, 0.6, steps=6),
            ball(0.08, (0, y + 3.2, 0), gold, 0.6, steps=8))  # fmt: skip
    for yaw, k in itertools.product(FACES, range(6)):
        kit.add(bar(0.08, 0.55, 0.08, stone, 0.1).moved(-0.58 + 1.16 * k / 5, y + 0.66, 0.58).turned(yaw))
    kit.night.append(bar(1.10, 0.5, 1.17, "#ffcf80").finished(glow=0.8).moved(0, y + 0.68, 0))
    for yaw in FACES:
        dormer = extrude(
            [(-0.10, 0), (0.10, 0), (0.10, 0.14), (0, 0.28), (-0.10, 0.14)], 0.20, gold, 0.5, crease=20
        )
        kit.add(
            dormer.moved(0, y + 0.28, 0.74).turned(yaw),
            dormer.scaled(0.8).moved(0, y + 1.62, 0.42).turned(yaw),
        )


# -- the turbine ---------------------------------------------------------------------------------------------


@draws("wind_turbine", yaw=-24)
def wind_turbine(look: Look) -> Model:
    """Three long blades on a white mast, on a green knoll."""
    white = look.tint("#f4f6f7")
    kit = Kit()
    knoll = [(2.3, 0), (2.0, 0.14), (1.3, 0.28), (0.5, 0.36), (0, 0.37)]
    kit.add(lathe(knoll, "#76ad54", 0.05, steps=40, crease=80))
    kit.add(lathe([(0.52, 0.30), (0.50, 0.44), (0.30, 0.48)], "#b9b4aa", 0.1, steps=28))
    kit.add(lathe([(0.26, 0.40), (0.21, 2.6), (0.145, 6.3), (0, 6.34)], white, 0.4, steps=28, crease=60))
    kit.add(bar(0.18, 0.42, 0.06, "#8fa1ad", 0.3).moved(0, 0.46, 0.24))
    nacelle = tube([(0, 6.42, -0.62), (0, 6.44, 0.30)], [0.20, 0.235], white, 0.4, steps=20)
    nose = lathe([(0.235, 0), (0.22, 0.14), (0.14, 0.30), (0.0, 0.38)], white, 0.4, steps=24, crease=80)
    kit.add(nacelle, nose.turned(pitch=90).moved(0, 6.44, 0.32))
    for k in range(3):
        kit.add(_blade(white).turned(roll=120 * k + 14).moved(0, 6.44, 0.44))
    lamp = ball(0.06, (0, 6.72, -0.40), "#d8382e", 0.5, steps=8)
    kit.add(lamp)
    kit.night.append(lamp.painted("#ff5a48").finished(glow=1.0).moved(0, 0.002, 0))
    kit.lamps.append(Lamp(at=(0, 6.74, -0.40), radius=0.6, colour="#ff4a3a", strength=0.7))
    for x, z, size in ((-1.1, 0.9, 0.26), (1.25, 0.6, 0.3), (0.5, 1.4, 0.2)):
        kit.add(bush((x, 0.14, z), size, "#4f9446", steps=8))
    return building(kit, (0, 6.66, -0.2), 0.4)


def _blade(white: Colour) -> Mesh:
    """Broad near the root, twisted, thin at the tip; red bands at its end."""
    t = np.linspace(0, 1, 15)
    half = np.interp(t, [0, 0.08, 0.22, 1], [0.085, 0.10, 0.21, 0.035])
    around = np.linspace(0, 2 * math.pi, 13)[:-1]
    twist = np.radians(24 * (1 - t))
    x = half[:, None] * np.cos(around)[None] + 0.06 * np.sin(t * math.pi)[:, None]
    z = np.maximum(0.018, half * 0.28)[:, None] * np.sin(around)[None]
    cos, sin = np.cos(twist)[:, None], np.sin(twist)[:, None]
    points = np.stack(
        [x * cos - z * sin, np.broadcast_to(0.12 + 2.75 * t[:, None], x.shape), x * sin + z * cos], -1
    )
    mesh = make(points.reshape(-1, 3), grid_faces(15, 12, wraps=True)[:, ::-1], None, white, 0.4)
    tip = ball((0.036, 0.03, 0.02), (0.0, 2.87, 0.0), "#d8433a", 0.4, steps=6)
    y = mesh.vertices[:, 1:2]
    banded = np.where(((y > 2.25) & (y < 2.5)) | (y > 2.7), rgb("#d8433a"), rgb(white)).astype(np.float32)
    return join(mesh.painted(banded), tip)
