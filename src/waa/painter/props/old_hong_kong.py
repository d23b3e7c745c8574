"""What old Hong Kong is known by: the clock tower at the ferry, the houses on stilts."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.hulls import cloth
from waa.painter.props.masonry import arch_outline, bar, building, bush, lantern, placed, window
from waa.painter.props.motor import Kit
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Lamp, Model

BRICK, GRANITE = "#b3543c", "#d8cfbd"
FACES = (0, 90, -90, 180)  # degrees: the four sides of a tower


# -- the clock tower -----------------------------------------------------------------------------------------


@draws("clock_tower", yaw=-24)
def clock_tower(look: Look) -> Model:
    """Red brick with bands of granite, four clocks, a belfry of columns under a small dome."""
    brick = look.tint(BRICK)
    kit = Kit()
    kit.add(
        box(3.4, 0.16, 3.4, "#b7b2a8", 0.1, bevel=0.03),
        box(2.5, 0.30, 2.5, GRANITE, 0.1, bevel=0.04).moved(0, 0.14, 0),
    )
    _stage(kit, 0.42, 2.3, 2.05, brick, bands=4)
    _stage(kit, 2.86, 2.5, 1.72, brick, bands=5)
    kit.add(
        box(2.25, 0.16, 2.25, GRANITE, 0.15, bevel=0.04).moved(0, 2.70, 0),
        box(1.95, 0.16, 1.95, GRANITE, 0.15, bevel=0.04).moved(0, 5.32, 0),
    )
    _clocks(kit, brick)
    _belfry(kit, brick)
    for yaw in FACES:
        at = placed(_gate(), (0, 0.42, 0), 0).moved(0, 0, 1.03).turned(yaw)
        kit.add(at)
        for y, tall in ((3.35, 0.72), (4.45, 0.62)):
            a = math.radians(yaw)
            window(
                kit,
                (0.87 * math.sin(a), y, 0.87 * math.cos(a)),
                0.34,
                tall,
                yaw=yaw,
                arched=True,
                frame=GRANITE,
                glow=0.0,
            )
    for x, z, size in ((-1.35, 1.35, 0.24), (1.4, 1.3, 0.26), (1.35, -1.3, 0.22)):
        kit.add(bush((x, 0.14, z), size, steps=7))
    kit.lamps += [
        Lamp(at=(0, 6.15, 1.0), radius=1.5, colour="#ffe2a8", strength=0.55),
        Lamp(at=(0, 0.9, 1.4), radius=1.4, strength=0.4),
    ]
    return building(kit, (0, 9.0, 0), 0.8)


def _stage(kit: Kit, low: float, high: float, wide: float, brick: Colour, *, bands: int) -> None:
    """A storey of brick: courses in two shades, granite bands and corner stones."""
    step = high / (bands * 4)
    for k in range(bands * 4):
        shade = mix(brick, "#000000" if k % 2 else "#ffd8b0", 0.05)
        kit.add(bar(wide, step * 0.98, wide, shade, 0.1).moved(0, low + k * step, 0))
    for k in range(bands):
        kit.add(
            bar(wide + 0.05, 0.10, wide + 0.05, GRANITE, 0.12).moved(0, low + high * (k + 0.9) / bands, 0)
        )
    for x, z in itertools.product((-1, 1), (-1, 1)):
        for k in range(bands * 2):
            size = 0.30 if k % 2 else 0.22
            reach = wide / 2 - size / 2 + 0.03
            stone = bar(size, high / (bands * 2) * 0.8, size, GRANITE, 0.12)
            kit.add(stone.moved(x * reach, low + high * k / (bands * 2), z * reach))


def _gate() -> Mesh:
    """A round-headed door between two columns, a pediment over it."""
    door = extrude(arch_outline(0.62, 1.20), 0.06, "#3f5a4c", 0.3, crease=30).moved(0, 0.60, 0.01)
    frame = extrude(arch_outline(0.80, 1.38), 0.05, GRANITE, 0.12, crease=30).moved(0, 0.66, 0)
    columns = [
        cylinder(0.08, 1.30, GRANITE, 0.15, steps=10, bevel=0.01).moved(s * 0.54, 0, 0.06) for s in (-1, 1)
    ]
    top = extrude([(-0.74, 0), (0.74, 0), (0.0, 0.34)], 0.16, GRANITE, 0.12, crease=20).moved(0, 1.42, 0.04)
    return join(door, frame, *columns, bar(1.44, 0.12, 0.2, GRANITE).moved(0, 1.31, 0.04), top)


def _clocks(kit: Kit, brick: Colour) -> None:
    kit.add(
        box(1.80, 1.20, 1.80, brick, 0.1, bevel=0.04).moved(0, 5.46, 0),
        box(2.05, 0.16, 2.05, GRANITE, 0.15, bevel=0.04).moved(0, 6.64, 0),
    )
    for yaw in FACES:
        ring = cylinder(0.50, 0.10, GRANITE, 0.2, steps=28, bevel=0.02).turned(pitch=90)
        dial = cylinder(0.42, 0.03, "#fbf6e6", 0.4, steps=28, bevel=0.004).turned(pitch=90).moved(0, 0, 0.09)
        marks = [
            bar(0.028, 0.08 if k % 3 else 0.11, 0.01, "#23252b").moved(0, 0.29, 0.122).turned(roll=30 * k)
            for k in range(12)
        ]
        hands = [bar(0.045, 0.22, 0.012, "#23252b").moved(0, -0.03, 0.13).turned(roll=52),
                 bar(0.032, 0.34, 0.012, "#23252b").moved(0, -0.04, 0.14).turned(roll=-62),
                 ball((0.03, 0.03, 0.02), (0, 0, 0.14), "#c99b3f", 0.6, steps=6)]  # fmt: skip
        face = join(ring, dial, *marks, *hands).moved(0, 6.06, 0.90).turned(yaw)
        kit.add(face)
        lit = (
            cylinder(0.42, 0.03, "#ffefc0", 0.2, steps=28, bevel=0.004)
            .finished(glow=0.9)
            .turned(pitch=90)
            .moved(0, 0, 0.094)
        )
        kit.night.append(
            join(lit, *(m.moved(0, 0, 0.006).finished(glow=0.9) for m in (*marks, *hands)))
            .moved(0, 6.06, 0.90)
            .turned(yaw)
        )
    for x, z in itertools.product((-1, 1), (-1, 1)):
        kit.add(
            lathe(
                [(0.16, 0), (0.16, 0.10), (0.08, 0.14), (0.11, 0.30), (0.0, 0.50)], GRANITE, 0.15, steps=10
            ).moved(x * 0.85, 6.78, z * 0.85)
        )


def _belfry(kit: Kit, brick: Colour) -> None:
    """Eight columns round the bell; a dome with a rod."""
    bell = [(0.0, 7.28), (0.24, 7.30), (0.17, 7.55), (0.08, 7.66), (0, 7.66)]
    kit.add(lathe([(0.86, 6.78), (0.86, 6.98), (0, 6.98)], GRANITE, 0.15, steps=8, crease=20).turned(22.5),
            cylinder(0.34, 0.95, mix(brick, "#2a1a14", 0.5), 0.1, steps=16).moved(0, 6.95, 0),
            lathe(bell, "#c99b3f", 0.6, steps=16))  # fmt: skip
    for k in range(8):
        a = 2 * math.pi * (k + 0.5) / 8
        kit.add(
            cylinder(0.085, 0.95, GRANITE, 0.15, steps=10, bevel=0.01).moved(
                0.68 * math.sin(a), 6.96, 0.68 * math.cos(a)
            )
        )
    t = np.linspace(0, math.pi / 2, 8)
    dome = np.column_stack([0.78 * np.cos(t) ** 0.9, 8.06 + 0.62 * np.sin(t)])
    kit.add(lathe([(0.84, 7.88), (0.92, 7.94), (0.92, 8.06), (0.78, 8.06)], GRANITE, 0.15, steps=8, crease=20).turned(22.5),
            lathe(dome, "#cfc4ae", 0.25, steps=24, crease=80),
            lathe([(0.14, 8.64), (0.16, 8.74), (0.08, 8.80), (0.10, 8.94), (0.0, 9.04)], GRANITE, 0.2, steps=12),
            tube([(0, 9.0, 0), (0, 9.75, 0)], [0.03, 0.01], "#6d7478", 0.4, steps=6))  # fmt: skip
    kit.night.append(cylinder(0.35, 0.9, "#ffcf80", steps=12).finished(glow=0.8).moved(0, 6.98, 0))


# -- stilt houses --------------------------------------------------------------------------------------------

_DECK = 1.35


@draws("stilt_house", yaw=-24)
def stilt_house(look: Look) -> Model:
    """Two huts of tin and planks on poles in the tide, a gangway between them, fish drying, a boat below."""
    paint = look.tint("#5fa58c")
    kit = Kit()
    _tide(kit)
    _hut(kit, (-0.95, 0.0), 2.0, 1.9, 1.35, paint, "#a3adb3")
    _hut(kit, (1.35, -0.25), 1.6, 1.7, 1.15, "#d9bd84", "#b5654a")
    kit.add(bar(5.0, 0.09, 1.0, "#9c7348").moved(0.1, _DECK - 0.09, 1.05))
    for x in np.linspace(-2.3, 2.5, 16):
        kit.add(bar(0.015, 0.012, 1.0, "#6f4d2d").moved(float(x), _DECK, 1.05))
    _rail(kit, -2.35, 0.4)
    _rail(kit, 1.15, 2.55)
    _ladder(kit, (0.78, 1.62))
    _drying(kit, (-1.7, 1.50))
    kit.add(*_sampan((0.15, 0.04, 2.35)))
    lantern(kit, (0.12, _DECK + 1.25, 0.98), 0.15)
    for x, z in ((-1.9, 0.9), (2.35, 0.75)):
        kit.add(cylinder(0.11, 0.18, "#b8623c", 0.1, top=0.14, steps=10, bevel=0.02).moved(x, _DECK, z),
                ball((0.2, 0.22, 0.2), (x, _DECK + 0.34, z), "#5aa653", 0.05, steps=8))  # fmt: skip
    return building(kit, (-0.95, _DECK + 2.15, 0), 1.0)


def _tide(kit: Kit) -> None:
    a = np.linspace(0, 2 * math.pi, 49)[:-1]
    rings = np.linspace(0.02, 1, 9)
    wave = 1 + 0.06 * np.sin(3 * a) + 0.04 * np.sin(7 * a + 1)
    points = [
        (3.1 * r * w * math.sin(t), 0.03 * (1 - r**6), 0.35 + 2.7 * r * w * math.cos(t))
        for r in rings
        for t, w in zip(a, wave, strict=True)
    ]
    mesh = make(points, grid_faces(9, 48, wraps=True)[:, ::-1], None, "#4fa3c4", 0.9)

    def paint(v: Array, n: Array, c: Array) -> Array:
        ripple = np.clip(np.sin(v[:, 2:] * 6 + np.sin(v[:, :1] * 3) * 1.3), 0, 1) ** 4
        deep = (
            rgb("#3f93a8")
            + (rgb("#8fd0cf") - rgb("#3f93a8"))
            * np.clip(np.hypot(v[:, :1], v[:, 2:] - 0.35) / 3.2, 0, 1) ** 3
        )
        return np.asarray(deep + (rgb("#e2f4f4") - deep) * (0.35 * ripple), np.float32)

    kit.add(mesh.painted(paint))


def _hut(
    kit: Kit, at: tuple[float, float], wide: float, deep: float, high: float, wall: Colour, roof: Colour
) -> None:
    x, z = at
    rng = noise.stream("stilts", round(x * 10))
    for dx, dz in itertools.product(
        np.linspace(-wide / 2 + 0.1, wide / 2 - 0.1, 4), (-deep / 2 + 0.1, 0.0, deep / 2 - 0.1)
    ):
        lean = 0.05 * float(rng.uniform(-1, 1))
        kit.add(
            tube(
                [(x + dx + lean, 0, z + dz), (x + dx, _DECK, z + dz)],
                0.055,
                mix("#7a5a3c", "#4a3524", float(rng.random())),
                0.1,
                steps=7,
            )
        )
    for dz in (-deep / 2 + 0.1, deep / 2 - 0.1):
        kit.add(
            tube(
                [(x - wide / 2 + 0.1, 0.45, z + dz), (x + wide / 2 - 0.1, 1.1, z + dz)],
                0.03,
                "#6a4c32",
                0.1,
                steps=6,
            )
        )
    kit.add(bar(wide + 0.2, 0.10, deep + 0.2, "#9c7348").moved(x, _DECK - 0.10, z))
    rows = round(high / 0.115)
    for k in range(rows):  # corrugated tin
        shade = mix(wall, "#ffffff" if k % 2 else "#22332d", 0.10 + 0.05 * float(rng.random()))
        grow = 0.02 if k % 2 else 0.0
        kit.add(bar(wide + grow, high / rows, deep + grow, shade, 0.3).moved(x, _DECK + k * high / rows, z))
    front = z + deep / 2
    window(
        kit, (x + wide * 0.24, _DECK + high * 0.56, front + 0.01), wide * 0.26, high * 0.36, frame="#f1e6cf"
    )
    kit.add(bar(wide * 0.28, high * 0.68, 0.05, "#8a5a38", 0.2).moved(x - wide * 0.22, _DECK, front),
            bar(wide * 0.22, high * 0.30, 0.02, "#6b4228")
            .moved(x - wide * 0.22, _DECK + high * 0.32, front + 0.025))  # fmt: skip
    for yaw in (90, -90):
        s = 1 if yaw > 0 else -1
        window(
            kit,
            (x + s * (wide / 2 + 0.01), _DECK + high * 0.56, z),
            deep * 0.3,
            high * 0.34,
            yaw=yaw,
            frame="#f1e6cf",
            glow=0.2,
        )
    _tin_roof(kit, (x, _DECK + high, z), wide, deep, roof)


def _tin_roof(kit: Kit, at: tuple[float, float, float], wide: float, deep: float, colour: Colour) -> None:
    """Two slopes of corrugated sheets, patched here and there."""
    x, y, z = at
    rise, over = 0.62, 0.24
    s = np.linspace(-wide / 2 - over, wide / 2 + over, 61)
    t = np.linspace(0, 1, 5)
    u, v = np.meshgrid(s, t)
    ridge = 0.028 * np.sin(u * 2 * math.pi / 0.19)
    for side in (1, -1):
        points = np.stack(
            [x + u, y + rise * (1 - v) - 0.10 * v + ridge, z + side * (deep / 2 + over) * v], -1
        )
        sheet = points[::-1] if side > 0 else points
        patch = np.floor(u / 0.62) * 3 + np.floor(v * 1.99)

        def tin(
            vertices: Array, n: Array, c: Array, patch: np.ndarray = patch if side < 0 else patch[::-1]
        ) -> Array:
            tone = 0.86 + 0.24 * ((np.sin(patch.reshape(-1) * 12.9) * 43.7) % 1)
            both = np.asarray(tone[: len(vertices), None], np.float32)
            rust = np.where(patch.reshape(-1)[: len(vertices), None] % 5 == 2, 0.5, 0.0)
            base: Array = rgb(colour) * both
            return np.asarray(base + (rgb("#a5613f") - base) * rust, np.float32)

        mesh = make(sheet.reshape(-1, 3), grid_faces(5, 61, wraps=False), None, colour, 0.35)
        kit.add(mesh.painted(tin))
    for s0 in (-1, 1):
        gable = extrude(
            [(-deep / 2, 0), (deep / 2, 0), (0, rise)], 0.04, mix(colour, "#5a4a3c", 0.5), 0.1, crease=20
        )
        kit.add(gable.turned(90).moved(x + s0 * (wide / 2 - 0.02), y - 0.02, z))
    kit.add(
        tube(
            [(x - wide / 2 - over, y + rise + 0.01, z), (x + wide / 2 + over, y + rise + 0.01, z)],
            0.05,
            mix(colour, "#ffffff", 0.2),
            0.3,
            steps=6,
        )
    )


def _rail(kit: Kit, x0: float, x1: float) -> None:
    z = 1.52
    for x in np.linspace(x0, x1, max(2, round((x1 - x0) / 0.45))):
        kit.add(tube([(float(x), 0.0, z), (float(x), _DECK + 0.55, z)], 0.035, "#7a5a3c", 0.1, steps=6))
    kit.add(
        *(
            tube([(x0, _DECK + y, z), (x1, _DECK + y, z)], 0.028, "#8f6c48", 0.1, steps=6)
            for y in (0.28, 0.54)
        )
    )


def _ladder(kit: Kit, at: tuple[float, float]) -> None:
    x, z = at
    for dx in (-0.16, 0.16):
        kit.add(
            tube([(x + dx, 0.02, z + 0.30), (x + dx, _DECK + 0.10, z - 0.05)], 0.03, "#8f6c48", 0.1, steps=6)
        )
    for k in range(6):
        t = (k + 0.6) / 6.4
        kit.add(
            tube(
                [(x - 0.16, _DECK * t, z + 0.30 - 0.35 * t), (x + 0.16, _DECK * t, z + 0.30 - 0.35 * t)],
                0.022,
                "#8f6c48",
                0.1,
                steps=5,
            )
        )


def _drying(kit: Kit, at: tuple[float, float]) -> None:
    """Salted fish on a pole, a shirt beside them."""
    x, z = at
    y = _DECK + 1.15
    for dx in (-0.55, 0.85):
        kit.add(tube([(x + dx, _DECK, z), (x + dx, y + 0.05, z)], 0.022, "#7a5a3c", 0.1, steps=5))
    kit.add(tube([(x - 0.6, y, z), (x + 0.9, y, z)], 0.018, "#b9a06a", 0.2, steps=5))
    for k in range(4):
        fish = join(
            ball((0.055, 0.15, 0.03), (0, -0.20, 0), "#c9b48a", 0.4, steps=8),
            extrude([(0, -0.34), (-0.07, -0.44), (0.07, -0.44)], 0.02, "#a98f62", 0.2),
        )
        kit.add(fish.moved(x - 0.42 + 0.22 * k, y, z))
    u, v = np.meshgrid(np.linspace(-0.16, 0.16, 5), np.linspace(0, 1, 4))
    shirt = np.stack([x + 0.62 + u, y - 0.02 - 0.42 * v, z + 0.03 * np.sin(u * 20) * v], -1)
    kit.add(cloth(shirt[::-1], "#e06a5a", thick=-0.012))


def _sampan(at: tuple[float, float, float]) -> list[Mesh]:
    """A small boat, tied up."""
    t, s = np.meshgrid(np.linspace(-1, 1, 15), np.linspace(-1, 1, 9), indexing="ij")
    half = 0.30 * np.sqrt(np.clip(1 - 0.80 * t**2, 0, 1))
    points = np.stack([0.95 * t, 0.02 + 0.20 * np.abs(s) ** 2.2 + 0.10 * t**2, half * s], -1)
    hull = cloth(points, "#9c6b3e", thick=0.03)
    rim = [(0.95 * k, 0.23 + 0.10 * k * k, 0.30 * math.sqrt(1 - 0.8 * k * k)) for k in np.linspace(-1, 1, 15)]
    rims = [tube([(x, y, side * z) for x, y, z in rim], 0.025, "#6f4a2a", 0.2, steps=5) for side in (-1, 1)]
    seats = [bar(0.14, 0.03, 0.5, "#c79a62").moved(x, 0.17, 0) for x in (-0.35, 0.30)]
    return [m.turned(14).moved(*at) for m in (hull, *rims, *seats)]
