"""The tong lau on the corner: shops below, flats above, signs in neon, all that people hang out of their windows."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from waa.painter import noise
from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.props.hulls import cloth
from waa.painter.props.masonry import bar, building
from waa.painter.props.motor import Kit
from waa.painter.props.neon import neon_sign, shop_board
from waa.painter.props.panes import Quads, glazed, lit, quads
from waa.painter.props.roofs import ngon
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, tube
from waa.painter.solid.model import Lamp, Model

WIDE, DEEP, CORNER = 4.7, 3.5, 1.35  # metres; the corner is round
SHOP, STOREY, STOREYS = 1.75, 1.42, 4
TOP = SHOP + STOREY * STOREYS
# What hangs out of the twelve windows of each floor, along the front and round the corner.
_HANGING = (
    "ac plants none ac wash rail ac none cage ac none none",
    "wash ac none cage ac plants none ac rail none ac none",
    "ac none ac plants none ac wash rail none ac plants wash",
    "cage ac plants none wash ac none rail plants ac none ac",
)


@dataclass(frozen=True)
class Front:
    """The wall as one strip: `s` metres along the street, round the corner and on down the side street."""

    out: float = 0.0

    @property
    def straight(self) -> float:
        return WIDE - CORNER

    @property
    def bend(self) -> float:
        return CORNER * math.pi / 2

    @property
    def length(self) -> float:
        return self.straight + self.bend + DEEP - CORNER

    def at(self, s: float) -> tuple[float, float, float]:
        """(x, z, yaw in degrees) of the wall."""
        turn = min(max(s - self.straight, 0.0), self.bend) / CORNER
        past = max(s - self.straight - self.bend, 0.0)
        x = -WIDE / 2 + min(s, self.straight) + (CORNER + self.out) * math.sin(turn)
        z = DEEP / 2 - CORNER + (CORNER + self.out) * math.cos(turn) - past
        return x, z, math.degrees(turn)

    def placed(self, mesh: Mesh, s: float, y: float, out: float = 0.0) -> Mesh:
        """Something stiff, built looking ahead."""
        x, z, yaw = Front(self.out + out).at(s)
        return mesh.turned(yaw).moved(x, y, z)

    def wrapped(self, mesh: Mesh) -> Mesh:
        """Something flat (x along the wall, z out of it), bent round the corner."""
        s, out = mesh.vertices[:, 0], mesh.vertices[:, 2]
        turn = np.clip((s - self.straight) / CORNER, 0, math.pi / 2)
        past = np.maximum(s - self.straight - self.bend, 0)
        reach = CORNER + self.out + out
        x = -WIDE / 2 + np.minimum(s, self.straight) + reach * np.sin(turn)
        z = DEEP / 2 - CORNER + reach * np.cos(turn) - past
        n, sin, cos = mesh.normals, np.sin(turn), np.cos(turn)
        normals = np.stack([n[:, 0] * cos + n[:, 2] * sin, n[:, 1], n[:, 2] * cos - n[:, 0] * sin], -1)
        return replace(
            mesh, vertices=np.stack([x, mesh.vertices[:, 1], z], -1).astype(F), normals=normals.astype(F)
        )


FRONT = Front()


def _outline(grow: float) -> NDArray[np.float64]:
    """(x, z) of the whole house, `grow` metres larger all round."""
    turn = np.linspace(0, math.pi / 2, 15)
    reach = CORNER + grow
    arc = np.column_stack([
        WIDE / 2 - CORNER + reach * np.sin(turn), DEEP / 2 - CORNER + reach * np.cos(turn)
    ])  # fmt: skip
    w, d = WIDE / 2 + grow, DEEP / 2 + grow
    return np.concatenate([[(-w, d)], arc, [(w, -d), (-w, -d)]])


def _slab(grow: float, low: float, high: float, colour: Colour, gloss: float = 0.12) -> Mesh:
    mesh = extrude(_outline(grow), high - low, colour, gloss, crease=30)
    return mesh.turned(pitch=90).moved(0, (low + high) / 2, 0)


@draws("tong_lau", yaw=-34)
def tong_lau(look: Look) -> Model:
    """Four storeys of steel windows over a row of shops, round a street corner; the neon burns at night."""
    wall, trim = look.tint("#8fc0ac"), "#f3ead6"
    kit = Kit()
    kit.add(_slab(0.42, 0.0, 0.10, "#9c988f"), _slab(-0.10, 0.10, SHOP, "#5a4a40"))
    for floor in range(STOREYS):
        _storey(kit, floor, SHOP + floor * STOREY, wall, trim)
    _shops(kit)
    _roof(kit, wall, trim)
    neon_sign(kit, "大押", (WIDE / 2 + 0.82, SHOP + 2.55, 0.25), 1.20, 2.45, "#39d98a", "#ff5a4d", bat=True)
    neon_sign(kit, "麻雀", (WIDE / 2 + 0.70, SHOP + 0.55, -0.85), 0.86, 1.75, "#ff5fa8", "#ffd24a")
    neon_sign(kit, "夜總會", (-1.35, SHOP + 2.30, DEEP / 2 + 0.66), 0.92, 2.75, "#ffb02e", "#3fd0ff", yaw=-90)
    return building(kit, (0, TOP + 0.1, 0), 2.0)


# -- flats -------------------------------------------------------------------------------------------------


def _storey(kit: Kit, floor: int, low: float, wall: Colour, trim: Colour) -> None:
    rng = noise.stream("tong lau", floor)
    kit.add(
        _slab(0.0, low, low + STOREY, mix(wall, "#3a3f3c", 0.45)),
        _slab(0.10, low, low + 0.50, wall),
        _slab(0.17, low + 0.48, low + 0.56, trim),
        _slab(0.15, low + STOREY - 0.13, low + STOREY, trim),
    )
    bays = _bays()
    frames = np.array([_flat(s, low + 0.90, w - 0.06, 0.70) for s, w in bays])
    panes = np.concatenate([_lights(s, low + 0.90, w - 0.14, 0.60) for s, w in bays])
    kit.add(FRONT.wrapped(quads(frames, rgb(trim), lift=0.02)))
    kit.add(FRONT.wrapped(glazed(panes, "#27404c", "#86aebd", rng, curtains=0.20, lift=0.03)))
    at_home = rng.random(len(bays)) < 0.68
    rooms = panes.reshape(len(bays), 4, 4, 3)[at_home]
    for room in rooms:
        tint = ("#ffd58a", "#ffc070", "#ffe9bd", "#ffb0a0", "#c6ecff")[int(rng.integers(5))]
        burning = lit(room, rng, 1.0, tints=(tint,), lift=0.036)
        kit.night += [FRONT.wrapped(m) for m in (burning,) if m is not None]
    _side(kit, low, trim, rng)
    for (s, _), kind in zip(bays, _HANGING[floor].split(), strict=True):
        _hung(kit, kind, s, low, rng)


def _side(kit: Kit, low: float, trim: Colour, rng: np.random.Generator) -> None:
    """The wall on the left, where the neighbour was pulled down: three windows, pipes."""
    places = (-1.0, 0.0, 1.0)
    frames = np.array([_flat(s, low + 0.90, 0.62, 0.70) for s in places])
    panes = np.concatenate([_lights(s, low + 0.90, 0.54, 0.60) for s in places])

    def there(mesh: Mesh) -> Mesh:
        return mesh.turned(-90).moved(-WIDE / 2, 0, 0)

    kit.add(there(quads(frames, rgb(trim), lift=0.02)))
    kit.add(there(glazed(panes, "#27404c", "#86aebd", rng, curtains=0.3, lift=0.03)))
    burning = lit(panes.reshape(3, 4, 4, 3)[int(rng.integers(3))], rng, 1.0, tints=("#ffcf80",), lift=0.036)
    kit.night += [there(burning)] if burning is not None else []
    kit.add(
        tube(
            [(-WIDE / 2 - 0.14, low, 1.45), (-WIDE / 2 - 0.14, low + STOREY, 1.45)],
            0.05,
            "#c9c2b4",
            0.2,
            steps=6,
        )
    )


def _bays() -> list[tuple[float, float]]:
    """(middle, width) of every window along the front."""
    runs = ((0.0, FRONT.straight, 5), (FRONT.straight, FRONT.bend, 4),
            (FRONT.straight + FRONT.bend, DEEP - CORNER, 3))  # fmt: skip
    return [(start + length * (k + 0.5) / n, length / n) for start, length, n in runs for k in range(n)]


def _flat(s: float, y: float, width: float, height: float) -> list[tuple[float, float, float]]:
    w, h = width / 2, height / 2
    return [(s - w, y - h, 0), (s + w, y - h, 0), (s + w, y + h, 0), (s - w, y + h, 0)]


def _lights(s: float, y: float, width: float, height: float) -> Quads:
    """Two casements and the two panes over them."""
    w, bottom = width / 2, y - height / 2
    out = []
    for side in (-1, 1):
        for low, high in ((0.0, 0.66), (0.72, 1.0)):
            middle = bottom + height * (low + high) / 2
            out.append(_flat(s + side * w / 2, middle, w - 0.035, height * (high - low)))
    return np.array(out)


def _hung(kit: Kit, kind: str, s: float, low: float, rng: np.random.Generator) -> None:
    """What hangs out of a window: an air conditioner, washing, a cage of bars, plants."""
    things: dict[str, Callable[[], Mesh]] = {
        "ac": _air_conditioner, "cage": _cage, "plants": lambda: _plants(rng), "wash": lambda: _washing(rng),
        "rail": _rail,
    }  # fmt: skip
    height = {"ac": 0.06, "cage": 0.52, "plants": 0.56, "wash": 0.50, "rail": 0.56}
    if kind in things:
        kit.add(FRONT.placed(things[kind](), s, low + height[kind], 0.10))


def _air_conditioner() -> Mesh:
    body = box(0.44, 0.34, 0.26, "#d8d6cf", 0.3, bevel=0.012).moved(0, 0, 0.16)
    fan = ngon(14, 0.13)
    dark = extrude(fan, 0.01, "#4b4f52", 0.2, crease=30).moved(-0.06, 0.17, 0.292)
    hub = extrude(ngon(8, 0.045), 0.01, "#9a9c98", 0.3, crease=30).moved(-0.06, 0.17, 0.300)
    slots = [bar(0.09, 0.018, 0.01, "#8d8f8c").moved(0.145, 0.09 + 0.09 * k, 0.295) for k in range(3)]
    stain = bar(0.06, 0.30, 0.005, "#7f8f86", 0.05).moved(0.12, -0.30, 0.004)
    return join(body, dark, hub, *slots, stain, bar(0.5, 0.03, 0.3, "#6a5a4c").moved(0, -0.03, 0.15))


def _cage() -> Mesh:
    bars = [bar(0.018, 0.52, 0.018, "#8f979b", 0.4).moved(x, 0.04, 0.20) for x in np.linspace(-0.26, 0.26, 6)]
    rails = [bar(0.56, 0.02, 0.02, "#8f979b", 0.4).moved(0, y, 0.20) for y in (0.04, 0.30, 0.55)]
    return join(
        *bars, *rails, bar(0.58, 0.03, 0.24, "#8f979b", 0.3).moved(0, 0.02, 0.10), _pot(-0.12), _pot(0.14)
    )


def _rail() -> Mesh:
    rails = [bar(0.6, 0.02, 0.02, "#5b6b78", 0.4).moved(0, y, 0.10) for y in (0.0, 0.22)]
    return join(
        *rails,
        *(bar(0.016, 0.22, 0.016, "#5b6b78", 0.4).moved(x, 0, 0.10) for x in np.linspace(-0.29, 0.29, 5)),
    )


def _pot(x: float, leaf: Colour = "#4f9a52") -> Mesh:
    return join(
        lathe([(0.055, 0), (0.07, 0.10), (0, 0.10)], "#b8623c", 0.1, steps=8).moved(x, 0.05, 0.10),
        ball((0.10, 0.11, 0.09), (x, 0.22, 0.10), leaf, 0.05, steps=6),
    )


def _plants(rng: np.random.Generator) -> Mesh:
    leaves = ("#4f9a52", "#6aae4c", "#3d8552")
    hanging = ball((0.09, 0.16, 0.06), (0.05, -0.12, 0.13), "#5aa653", 0.05, steps=6)
    bloom = ball(0.045, (-0.16, 0.30, 0.16), "#f06a8a", 0.2, steps=5)
    return join(*(_pot(x, leaves[int(rng.integers(3))]) for x in (-0.18, 0.02, 0.20)), hanging, bloom)


def _washing(rng: np.random.Generator) -> Mesh:
    """A pole out of the window with the day's clothes."""
    parts = [tube([(0, 0.0, 0), (0, 0.10, 0.78)], 0.014, "#b9a06a", 0.2, steps=5)]
    paints = ("#f5f1e6", "#e0665a", "#5f96c8", "#f0c04f", "#8d6fb3", "#ffffff")
    for k in range(3):
        z, long = 0.20 + 0.21 * k, float(rng.uniform(0.26, 0.42))
        u, v = np.meshgrid(np.linspace(-0.085, 0.085, 3), np.linspace(0, 1, 3))
        sway = 0.025 * np.sin(u * 30 + k) * v
        points = np.stack([sway, 0.02 + z * 0.128 - v * long, z + u * (1 - 0.15 * v)], -1)
        parts.append(cloth(points, paints[int(rng.integers(len(paints)))], thick=0.012))
    return join(*parts)


# -- shops and roof ------------------------------------------------------------------------------------------


def _shops(kit: Kit) -> None:
    rng = noise.stream("tong lau", "shops")
    boards: Sequence[tuple[float, float, str, str, str]] = (
        (0.86, 1.56, "祥記冰室", "#c8372f", "#fff3cf"),
        (2.52, 1.52, "合記士多", "#1f7a5a", "#ffe9a6"),
        (4.41, 1.98, "好運大藥房", "#f4efe2", "#c22a2a"),
        (6.58, 1.92, "永發金行", "#7a1f2b", "#f6cf62"),
    )
    for s, width, name, paper, ink in boards:
        for mesh in shop_board(name, width, 0.44, paper, ink):
            lights_up = mesh.surface[0, 1] > 0
            (kit.night if lights_up else kit.day).append(FRONT.wrapped(mesh.moved(s, SHOP - 0.22, 0.20)))
        _shop(kit, s, width, rng)
    for s in (0.04, 1.68, 3.33, 5.52, FRONT.length - 0.06):
        kit.add(FRONT.placed(box(0.20, SHOP - 0.4, 0.22, "#d9cbb0", 0.15, bevel=0.02), s, 0.08, 0.10))
        kit.add(FRONT.placed(box(0.23, 0.34, 0.25, "#8f3f34", 0.3, bevel=0.02), s, 0.08, 0.10))
    _awning(kit, 2.52, 1.5, "#3a9a6a")
    for s in (0.9, 2.5, 4.4, 6.5):
        x, z, _ = Front(0.5).at(s)
        kit.lamps.append(Lamp(at=(x, 0.95, z), radius=1.3, colour="#ffcf8a", strength=0.45))


def _shop(kit: Kit, s: float, width: float, rng: np.random.Generator) -> None:
    """A doorway, a window full of small bright things, red lampshades over it."""
    kit.add(FRONT.wrapped(_strip(s, 0.70, width - 0.12, 1.16, "#7a5a42", -0.08)))
    kit.night.append(FRONT.wrapped(_strip(s, 0.70, width - 0.12, 1.16, "#f5bf78", -0.075).finished(glow=0.8)))
    left, right = s - width / 2 + 0.06, s + width / 2 - 0.06
    door = left + 0.24
    for mesh, out in ((quads(np.array([_flat(door, 0.62, 0.34, 1.0)]), rgb("#3a2c26")), -0.06),
                      (quads(np.array([_flat(door, 0.66, 0.26, 0.86)]), rgb("#c9a878")), -0.05)):  # fmt: skip
        kit.add(FRONT.wrapped(mesh.moved(0, 0, out)))
    kit.add(FRONT.wrapped(_strip((door + right) / 2 + 0.1, 0.24, right - door - 0.26, 0.26, "#c9bda6", 0.0)))
    goods, tints = [], []
    palette = [rgb(c) for c in ("#d9584a", "#eab54a", "#6aa574", "#e8dcc2", "#e8dcc2", "#c98a5a", "#8fb3c4")]
    for shelf, height in ((0, 0.16), (1, 0.13), (2, 0.17)):
        x = door + 0.26
        while x < right - 0.10:
            w = float(rng.uniform(0.08, 0.20))
            goods.append(
                _flat(x + w / 2, 0.39 + 0.24 * shelf + height / 2, w * 0.80, height * rng.uniform(0.6, 1))
            )
            tints.append(palette[int(rng.integers(len(palette)))])
            x += w
    mesh = quads(np.array(goods), np.array(tints)[:, None], gloss=0.3).moved(0, 0, -0.05)
    kit.add(FRONT.wrapped(mesh))
    kit.night.append(FRONT.wrapped(mesh.moved(0, 0, 0.005).finished(glow=0.6)))
    for x in np.linspace(door + 0.35, right - 0.2, 3):
        shade = lathe([(0.09, 0), (0.03, 0.09), (0, 0.09)], "#d23a30", 0.4, steps=8)
        kit.add(FRONT.placed(shade, float(x), 1.14, 0.10))
        kit.night.append(
            FRONT.placed(ball(0.045, (0, 0, 0), "#fff0c8", steps=5).finished(glow=1.0), float(x), 1.13, 0.10)
        )


def _strip(s: float, y: float, width: float, height: float, colour: Colour, out: float) -> Mesh:
    """A flat band cut finely enough to go round the corner."""
    columns = np.linspace(s - width / 2, s + width / 2, 9)
    each = [_flat((a + b) / 2, y, b - a, height) for a, b in itertools.pairwise(columns)]
    return quads(np.array(each), rgb(colour)).moved(0, 0, out)


def _awning(kit: Kit, s: float, width: float, colour: Colour) -> None:
    stripes = 9
    for k in range(stripes):
        a, b = (s - width / 2 + width * (k + j) / stripes for j in (0, 1))
        points = np.array(
            [[(x, SHOP - 0.50 - 0.26 * t**1.2, 0.16 + 0.62 * t) for x in (a, b)] for t in (0, 0.5, 1)]
        )
        hem = np.array([[(x, SHOP - 0.76 - d, 0.78) for x in (a, b)] for d in (0, 0.09)])
        tint = colour if k % 2 == 0 else "#f6f0e0"
        kit.add(*(FRONT.wrapped(cloth(p[:, ::-1], tint, thick=-0.012)) for p in (points, hem)))


def _roof(kit: Kit, wall: Colour, trim: Colour) -> None:
    kit.add(
        _slab(0.10, TOP, TOP + 0.30, wall), _slab(0.16, TOP + 0.28, TOP + 0.36, trim),
        _slab(-0.06, TOP + 0.30, TOP + 0.365, "#8b8478"),
    )  # fmt: skip
    kit.add(box(1.2, 0.85, 1.0, mix(wall, "#ffffff", 0.25), 0.1, bevel=0.03).moved(-1.2, TOP + 0.3, -0.7),
            box(1.36, 0.08, 1.16, trim, 0.1, bevel=0.02).moved(-1.2, TOP + 1.15, -0.7),
            bar(0.36, 0.62, 0.03, "#6a7f8a", 0.3).moved(-1.2, TOP + 0.36, -0.19))  # fmt: skip
    for x, z, r in ((0.45, -0.85, 0.36), (1.25, -0.9, 0.30)):
        kit.add(cylinder(r, 0.72, "#c9d3da", 0.5, steps=20, bevel=0.05).moved(x, TOP + 0.42, z),
                cylinder(r * 1.04, 0.08, "#8fa1ad", 0.4, steps=20, bevel=0.02).moved(x, TOP + 1.08, z),
                bar(r * 2, 0.14, r * 2, "#7a6f62").moved(x, TOP + 0.3, z))  # fmt: skip
    mast = (-1.6, TOP + 1.2, -0.9)
    kit.add(tube([mast, (mast[0], mast[1] + 0.85, mast[2])], 0.018, "#8b9096", 0.4, steps=5))
    for k, half in enumerate((0.30, 0.24, 0.19, 0.15)):
        y = mast[1] + 0.80 - 0.11 * k
        kit.add(
            tube([(mast[0] - half, y, mast[2]), (mast[0] + half, y, mast[2])], 0.012, "#8b9096", 0.4, steps=4)
        )
    for x, z in ((1.75, 0.75), (1.35, 1.15), (-1.95, 1.3)):
        kit.add(cylinder(0.13, 0.2, "#b8623c", 0.1, top=0.16, steps=12, bevel=0.02).moved(x, TOP + 0.34, z),
                ball((0.24, 0.26, 0.24), (x, TOP + 0.72, z), "#5aa653", 0.05, steps=10),
                ball((0.17, 0.18, 0.17), (x + 0.14, TOP + 0.62, z + 0.08), "#6fb85a", 0.05, steps=8))  # fmt: skip
    _gable(kit, wall, trim)
    _line(kit)


def _gable(kit: Kit, wall: Colour, trim: Colour) -> None:
    """The parapet rises over the corner and bears the year."""
    s = FRONT.straight + FRONT.bend / 2
    for width, height, tint, out in ((2.5, 0.62, trim, 0.10), (2.36, 0.54, mix(wall, "#ffffff", 0.12), 0.13)):
        kit.add(FRONT.wrapped(_strip(s, TOP + 0.62, width, height, tint, out)))
    kit.add(FRONT.wrapped(_strip(s, TOP + 0.62, 2.5, 0.62, trim, 0).turned(0).finished(gloss=0.1)))
    kit.add(FRONT.wrapped(lettered("福安樓", 1.5, 0.40, "#a8402f", mix(wall, "#ffffff", 0.12), rows=15, fill=0.95,
                                   font="serif-900").moved(s, TOP + 0.62, 0.14)))  # fmt: skip


def _line(kit: Kit) -> None:
    """Sheets that dry on the roof."""
    y = TOP + 1.05
    for x in (-1.9, 0.9):
        kit.add(tube([(x, TOP + 0.3, 0.55), (x, y + 0.05, 0.55)], 0.022, "#8b9096", 0.3, steps=5))
    kit.add(tube([(-1.9, y, 0.55), (-0.5, y - 0.05, 0.55), (0.9, y, 0.55)], 0.010, "#e8e4da", 0.1, steps=4))
    for x, w, tint in (
        (-1.5, 0.5, "#f7f4ea"),
        (-0.85, 0.55, "#7fb0d8"),
        (-0.12, 0.5, "#f2a6a0"),
        (0.5, 0.4, "#f5d27a"),
    ):
        u, v = np.meshgrid(np.linspace(-w / 2, w / 2, 7), np.linspace(0, 1, 4))
        points = np.stack([x + u, y - 0.04 - 0.5 * v, 0.55 + 0.05 * np.sin(u * 14) * v], -1)
        kit.add(cloth(points[::-1], tint, thick=-0.012))
