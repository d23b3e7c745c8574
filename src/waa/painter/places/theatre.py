"""The stage of a theatre: a red curtain, boards, spotlights, the heads of the first row."""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter import shapes
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, blur, fill_mask
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.kept import kept
from waa.painter.light import LIGHTS
from waa.painter.solid.mesh import Mesh, box, cylinder, join, make
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, festive, surfaces
from waa.painter.world.diorama import Diorama, block, quad
from waa.painter.world.halo import halos
from waa.painter.world.lens import Lens, level
from waa.painter.world.plate import Bulb, lay_plate, mirror_in_floor

_WIDE = 5.2  # half of the opening
_HIGH = 4.6
# (curtain, swag, spot) that go together.
_SCHEMES = (
    ("#a81f2a", "#c23a38", "#fff0cf"),
    ("#8c1f3f", "#b0405a", "#ffe6e9"),
    ("#9a2418", "#c24a2c", "#fff3d6"),
)


@place("stage", hour="night", indoors=True)
def stage(canvas: Canvas, setting: Setting) -> Stage:
    """The curtain is closed; whoever comes stands before it in the light."""
    farther = max(1.0, (canvas.height / canvas.width) ** 0.5)
    lens = level(
        canvas.width,
        canvas.height,
        horizon=0.56,
        ground=0.84,
        eye=1.15 * farther,
        near=5.0 * farther,
        away=8.2 * farther,
    )
    number = int(setting.rng("scheme").integers(len(_SCHEMES)))
    _, _, spot = _SCHEMES[number]
    half = round(float(np.clip(lens.half_width(lens.away) * 0.96, 2.6, _WIDE)), 2)
    front = round(lens.away - 0.767 * 5.0 * farther, 2)  # the edge of the boards
    diorama = Diorama(lens=lens, meshes=[_set(number, half, front)])
    diorama.hang(
        surfaces.planks("#a06a38", 900, 500, 25),
        (-half - 0.6, 0.001, -0.4),
        (2 * half + 1.2, 0, 0),
        (0, 0, front + 0.4),
        gloss=0.5,
    )
    plate = diorama.photograph(0.62)
    light = with_light(
        LIGHTS["indoor"],
        direction=(-0.35, 0.75, 0.62),
        key=tuple(float(c) for c in rgb(spot) * F(1.16)),
        shade=(0.40, 0.30, 0.46),
        rim=(1.0, 0.72, 0.45),
        rim_strength=0.75,
        bounce=(0.9, 0.6, 0.36),
        shadow=(0.08, 0.03, 0.06),
        shadow_opacity=0.55,
        is_dark=True,
    )
    dim = with_light(light, key=(0.74, 0.62, 0.62), shade=(0.34, 0.23, 0.33))
    bulbs = [
        Bulb(at=(0, 2.4, front * 0.6), colour=spot, power=0.95, reach=3.4),
        *(
            Bulb(at=(x * half * 0.3, 0.15, front - 0.6), colour="#ffb463", power=0.30, reach=2.4)
            for x in (-2, -1, 0, 1, 2)
        ),
    ]
    pixels = plate.lit(dim, bulbs=bulbs, fill=0.9, lamps=1.1, bounce=0.3)
    mirror_in_floor(plate, pixels, 0.16, polish=3.0)
    lay_plate(canvas, pixels, plate, focus=6.2 * farther, softness=1.5)
    _lights(canvas, lens, half, front, spot)
    cord = lens.project([(-half, _HIGH - 1.15, 0.9), (half, _HIGH - 1.15, 0.9)])
    festive.dress(canvas, setting, light, cord, soft=0.8, size=0.07)
    set_stage = Stage(
        light=light,
        horizon=lens.horizon,
        ground=0.84 * canvas.height,
        kind="room",
        subject_height=0.42,
        centred=True,
        haze=0.0,
        reflects=0.14,
        pitch=5.0,
        weathered=False,
        finish=Finish(contrast=0.09, saturation=1.06, bloom=0.36, vignette=0.32),
    )
    set_stage.front.append(lambda c: _audience(c, setting))
    set_stage.front.append(
        lambda c: air.motes(
            c,
            setting.rng("dust"),
            46,
            spot,
            0.8 * c.unit,
            2.6 * c.unit,
            0.4,
            mode="screen",
            bottom=0.8 * c.height,
        )
    )
    return set_stage


@kept
@archived
def _set(number: int, half: float, front: float) -> Mesh:
    curtain, swag, _ = _SCHEMES[number]
    parts = [quad((-half - 0.6, 0, -0.4), (2 * half + 1.2, 0, 0), (0, 0, front + 0.4), "#a06a38", 0.5)]
    parts.append(
        _drape(2 * half + 0.6, _HIGH, curtain, folds=int(half * 8), deep=0.13).moved(-half - 0.3, 0, 0.2)
    )
    for side in (-1, 1):
        leg = _drape(half * 0.30, _HIGH, mix(curtain, "#3a0a12", 0.16), folds=5, deep=0.16)
        parts.append(leg.moved(side * half - (half * 0.15), 0, 1.3))
        parts.append(
            box(0.5, _HIGH + 0.6, 0.5, "#caa05a", 0.4, bevel=0.08).moved(side * (half + 0.42), 0, 2.2)
        )
        parts.append(box(0.62, 0.5, 0.62, "#b98a48", 0.4, bevel=0.06).moved(side * (half + 0.42), 0, 2.2))
    count = max(3, round(half * 1.1))
    width = 2 * half / count
    for k in range(count):
        parts.append(_swag(width * 1.08, 0.95, swag).moved(-half + (k + 0.5) * width, _HIGH - 0.02, 1.45))
    parts.append(box(2 * half + 1.6, 0.5, 0.4, "#caa05a", 0.4, bevel=0.08).moved(0, _HIGH - 0.05, 2.2))
    for k in range(max(7, int(half * 3.4))):  # lamps along the arch and at the feet
        n = max(7, int(half * 3.4))
        x = -half + (k + 0.5) * 2 * half / n
        parts.append(
            cylinder(0.055, 0.06, "#ffe9b4", steps=12)
            .finished(glow=1.0)
            .turned(0, 90)
            .moved(x, _HIGH + 0.2, 2.42)
        )
    for x in np.linspace(-half * 0.86, half * 0.86, 9):
        parts.append(_footlight().moved(float(x), 0, front - 0.22))
    parts.append(block(0, -0.9, front + 0.04, 2 * half + 1.4, 0.9, 0.10, "#6b3a24"))
    return join(*parts)


def _footlight() -> Mesh:
    """A shell of brass that throws its light up at whoever stands there."""
    shell = cylinder(0.13, 0.10, "#8a6530", 0.5, top=0.10, steps=20).scaled(1, 1, 0.55)
    return join(
        shell,
        cylinder(0.09, 0.02, "#ffe0a0", steps=16).scaled(1, 1, 0.5).finished(glow=1.0).moved(0, 0.095, 0),
    )


def _drape(width: float, height: float, colour: Colour, *, folds: int, deep: float) -> Mesh:
    """Heavy cloth: deep even folds, a golden hem; dark in the folds by itself."""
    x = np.linspace(0, width, folds * 10 + 1)
    wave = np.sin(x / width * folds * 2 * np.pi)
    z = deep * wave + deep * 0.3 * np.sin(x * 3.1)
    levels = (height, height * 0.5, 0.32, 0.30, 0.12, 0.10, 0.0)
    n = len(x)
    vertices = np.concatenate(
        [np.column_stack([x, np.full(n, y), z * (1.0 + 0.25 * (1 - y / height))]) for y in levels]
    )
    faces = []
    for r in range(len(levels) - 1):
        a = r * n + np.arange(n - 1)
        faces += [np.stack([a, a + n, a + 1], -1), np.stack([a + 1, a + n, a + n + 1], -1)]
    cloth = make(vertices, np.concatenate(faces), None, colour, 0.1)
    shade = (F(0.66) + F(0.40) * np.tile(np.clip(wave * 0.5 + 0.5, 0, 1), len(levels)).astype(F))[:, None]
    gilt = (np.isin(np.repeat(np.arange(len(levels)), n), (3, 4)))[:, None]
    return cloth.painted(lambda v, m, c: np.where(gilt, rgb("#d9a84a") * shade, c * shade))


def _swag(width: float, drop: float, colour: str) -> Mesh:
    """A festoon of cloth between two knots."""
    across, rows = np.linspace(-1, 1, 17), np.linspace(0, 1, 9)
    vertices = []
    for r in rows:
        sag = drop * (0.22 + 0.78 * r) * (1 - across**2) + 0.16 * r
        bulge = 0.10 * np.sin(r * 5 * np.pi) + 0.16 * (1 - across**2)
        vertices.append(np.column_stack([across * width / 2, -sag - 0.02, bulge]))
    n = len(across)
    faces = []
    for r in range(len(rows) - 1):
        a = r * n + np.arange(n - 1)
        faces += [np.stack([a, a + n, a + 1], -1), np.stack([a + 1, a + n, a + n + 1], -1)]
    cloth = make(np.concatenate(vertices), np.concatenate(faces), None, colour, 0.1)
    hem = (np.repeat(np.arange(len(rows)), n) >= len(rows) - 2)[:, None]
    shade = (F(0.72) + F(0.34) * np.sin(np.repeat(rows, n) * 5 * np.pi).astype(F))[:, None]
    return cloth.painted(lambda v, m, c: np.where(hem, rgb("#e0b252"), c * shade))


def _lights(canvas: Canvas, lens: Lens, half: float, front: float, spot: str) -> None:
    """Cones of light from above, the pool that they make, the glow of the footlights."""
    width, height = canvas.width, canvas.height
    unit = canvas.unit
    ground = 0.84 * height
    s = 4
    total = np.zeros((height // s, width // s), F)
    for x, foot, spread, power in ((0.5, 0.5, 0.17, 1.0), (0.16, 0.42, 0.12, 0.55), (0.84, 0.58, 0.12, 0.55)):
        cone = np.array(
            [
                (x * width - 10 * unit, -30 * unit),
                (x * width + 10 * unit, -30 * unit),
                (foot * width + spread * width, ground),
                (foot * width - spread * width, ground),
            ]
        )
        mask = fill_mask([cone / s], 0, 0, width // s, height // s).astype(F) * F(power / 255)
        total += np.asarray(blur(mask, 7 * unit))
    down = np.linspace(0.75, 0.30, height // s, dtype=F)[:, None]
    canvas.lay(0, 0, rgb(spot), cv2.resize(np.clip(total * down, 0, 1), (width, height)), "screen", 0.34)
    canvas.oval(
        0.5 * width,
        ground + 0.01 * height,
        0.24 * width,
        0.055 * height,
        spot,
        soft=26 * unit,
        opacity=0.42,
        mode="soft",
    )
    canvas.oval(
        0.5 * width,
        ground + 0.01 * height,
        0.20 * width,
        0.045 * height,
        spot,
        soft=34 * unit,
        opacity=0.22,
        mode="screen",
    )
    feet = lens.project([(x, 0.1, front - 0.3) for x in np.linspace(-half * 0.86, half * 0.86, 9)])
    halos(canvas, [(x, y - 8 * unit, 60 * unit, "#ffb866", 0.42) for x, y in feet])


def _audience(canvas: Canvas, setting: Setting) -> None:
    """Dark, out of focus, and in front of everybody."""
    rng = setting.rng("audience")
    width, height, unit = canvas.width, canvas.height, canvas.unit
    outlines = []
    count = max(6, round(9 * width / height))
    for k in range(count):
        x = (k + 0.5 + rng.uniform(-0.12, 0.12)) / count * width
        r = 0.036 * min(width, height) * rng.uniform(0.9, 1.15)
        y = height * 0.985 + rng.uniform(-0.01, 0.012) * height
        outlines.append(shapes.ellipse(x, y, r, r * 1.12))
        outlines.append(shapes.ellipse(x, y + r * 2.2, r * 2.0, r * 1.5))
        if rng.random() < 0.3:
            outlines.append(shapes.ellipse(x + r * 0.1, y - r * 1.0, r * 0.45, r * 0.4))
    top = int(height * 0.88)
    mask = np.zeros((height - top, width), np.uint8)
    for outline in outlines:
        cv2.fillPoly(mask, [np.round((outline - (0, top)) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    canvas.lay(0, top, rgb("#12080e"), np.asarray(blur(mask, 2.6 * unit), np.uint8), "normal", 0.96)
