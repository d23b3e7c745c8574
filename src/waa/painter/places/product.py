"""A studio set for things to be sold: a sweep, an arch, a round plinth of stone or wood, the shadow of a palm."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from waa.painter import noise, shapes
from waa.painter.archive import archived
from waa.painter.canvas import Canvas
from waa.painter.colour import NAMED, Array, F, code, mix, rgb, shift
from waa.painter.kept import kept
from waa.painter.light import LIGHTS, Light
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, grid_faces, join, lathe, make, tube
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, festive, surfaces
from waa.painter.world.diorama import Diorama
from waa.painter.world.fronds import fronds
from waa.painter.world.lens import Lens, level
from waa.painter.world.panel import Picture
from waa.painter.world.plate import Bulb, Plate, lay_plate

_PLINTH = 0.31  # radius, metres; its top is y = 0
_FLOOR = -0.085


@dataclass(frozen=True, kw_only=True)
class _Scheme:
    """Colours of a set. `top` is what the plinth is made of."""

    wall: str
    arch: str
    accent: str
    top: str = "marble"
    shadow: str = "#6b3a2e"
    dark: bool = False


_SCHEMES = {
    "blush": _Scheme(wall="#f0d6c6", arch="#e3b39a", accent="#c98f76"),
    "sage": _Scheme(wall="#dfe3d2", arch="#b4c3a2", accent="#8fa582", shadow="#3f5236"),
    "sky": _Scheme(wall="#d5e3ec", arch="#a6c4d8", accent="#7fa6c0", shadow="#34506b"),
    "sand": _Scheme(wall="#efe2c9", arch="#dcc094", accent="#c09a62", top="wood", shadow="#6b4a22"),
    "terracotta": _Scheme(wall="#f0cfae", arch="#d9875c", accent="#b85f3e", top="wood", shadow="#6b2f1c"),
    "violet": _Scheme(wall="#ddd5ee", arch="#b8a4dc", accent="#8f78c4", shadow="#463a78"),
    "night": _Scheme(
        wall="#262a3c", arch="#39415c", accent="#c9a05a", top="black", shadow="#05060c", dark=True
    ),
    "wine": _Scheme(
        wall="#4a1f2c", arch="#6f2c3c", accent="#c9a05a", top="wood", shadow="#14060a", dark=True
    ),
    "lunar new year": _Scheme(wall="#c8322a", arch="#a3201e", accent="#e6b64f", top="red", shadow="#4f0c0c"),
    "christmas": _Scheme(
        wall="#1f5a42", arch="#174632", accent="#d8b25a", top="marble", shadow="#06180f", dark=True
    ),
    "mid-autumn": _Scheme(
        wall="#26306b", arch="#ffe9b8", accent="#e0b45a", top="marble", shadow="#080c26", dark=True
    ),
}
_SUITS = {
    "perfume": "blush",
    "lipstick": "blush",
    "ring": "blush",
    "necklace": "blush",
    "rose": "blush",
    "serum": "sage",
    "cream_jar": "sage",
    "plant": "sage",
    "tea": "sage",
    "candle": "sand",
    "bread": "sand",
    "coffee": "sand",
    "mooncake": "sand",
    "teapot": "sand",
    "honey": "sand",
    "watch": "night",
    "headphones": "night",
    "laptop": "sky",
    "phone": "sky",
    "camera": "night",
    "speaker": "night",
    "sneaker": "sky",
    "water_bottle": "sky",
    "handbag": "terracotta",
    "sunglasses": "terracotta",
    "wine_bottle": "wine",
    "wine": "wine",
    "game_controller": "violet",
    "high_heels": "blush",
    "cake": "violet",
    "toy": "violet",
    "teddy_bear": "sand",
    "book": "sand",
    "milk_tea": "terracotta",
}
_DAYTIME = ("blush", "sage", "sky", "sand", "terracotta", "violet")
# Words for what it stands on, as things or places of the scene.
_TOPS = {
    "marble": "marble",
    "wood": "wood",
    "wooden": "wood",
    "stone": "stone",
    "concrete": "stone",
    "gold": "gold",
}


@place("product", hour="day", indoors=True)
def product(canvas: Canvas, setting: Setting) -> Stage:
    lens = level(
        canvas.width,
        canvas.height,
        horizon=0.47,
        ground=0.83,
        eye=0.37,
        near=1.30,
        away=2.5,
        upright=0.55,
    )
    scheme, top = _chosen(setting)
    light = _light(setting, scheme)
    z = lens.away - lens.depth_of(0.835 * canvas.height)  # of the plinth's middle
    spread = round(float(np.clip(lens.half_width(lens.away) / 1.0, 0.62, 1.7)), 2)
    diorama = Diorama(
        lens=lens,
        meshes=[_set(scheme, top, round(z, 3), round(lens.away - 0.3, 2), spread, setting.festival)],
    )
    diorama.hang(
        _disc(top),
        (-_PLINTH + 0.008, 0.0015, z - _PLINTH + 0.008),
        (2 * _PLINTH - 0.016, 0, 0),
        (0, 0, 2 * _PLINTH - 0.016),
        gloss=0.5,
    )
    plate = diorama.photograph(0.6, 2.0)
    bulbs = [Bulb(at=(0.1, 1.15, z + 0.1), colour=light.rim, power=0.55, reach=1.9)] if scheme.dark else []
    pixels = plate.lit(light, bulbs=bulbs, fill=0.45 if not setting.is_night else 0.6, bounce=0.4, lamps=1.0)
    if setting.festival != "mid-autumn":
        _palm_shadow(plate, pixels, scheme, setting)
    lay_plate(canvas, pixels, plate, focus=lens.away - z + 0.35, softness=1.6)
    _atmosphere(canvas, setting, lens, scheme)
    return Stage(
        light=light,
        horizon=lens.horizon,
        ground=0.83 * canvas.height,
        kind="table",
        subject_height=0.50,
        centred=True,
        haze=0.0,
        reflects=0.20,
        finish=Finish(contrast=0.05, saturation=1.04, vignette=0.2),
    )


def _chosen(setting: Setting) -> tuple[_Scheme, str]:
    """The colours that suit the thing, the hour and the feast; the plinth's stuff as asked."""
    if setting.festival in _SCHEMES:
        scheme = _SCHEMES[setting.festival]
    elif setting.background in NAMED:
        scheme = _of_colour(NAMED[setting.background])
    elif setting.is_night:
        scheme = _SCHEMES["night"]
    else:
        suits = next((_SUITS[c] for c in sorted(setting.concepts) if c in _SUITS), None)
        scheme = _SCHEMES[suits or _DAYTIME[int(setting.rng("scheme").integers(len(_DAYTIME)))]]
    asked = next((_TOPS[c] for c in sorted(setting.concepts) if c in _TOPS), None)
    return scheme, asked or scheme.top


def _of_colour(colour: str) -> _Scheme:
    """A set all in one colour: the wall pale, the arch a little deeper."""
    dark = float(rgb(colour).mean()) < 0.3
    wall = mix(colour, "#ffffff", 0.06 if dark else 0.22)
    return _Scheme(
        wall=code(wall),
        arch=code(shift(wall, saturation=1.08, value=1.25 if dark else 0.94)),
        accent="#c9a05a" if dark else code(shift(wall, value=0.8)),
        shadow=code(shift(colour, value=0.35)),
        dark=dark,
    )


def _light(setting: Setting, scheme: _Scheme) -> Light:
    base = with_light(
        LIGHTS["studio"],
        direction=(-0.72, 0.74, 0.50),
        bounce=tuple(float(c) for c in mix(scheme.wall, "#ffffff", 0.3)),
    )
    if scheme.dark:
        return with_light(
            base,
            key=(0.98, 0.93, 0.88),
            shade=(0.42, 0.42, 0.54),
            rim=(1.0, 0.86, 0.62),
            rim_strength=0.8,
            shadow=(0.01, 0.01, 0.04),
            shadow_opacity=0.6,
            is_dark=setting.is_night,
        )
    if setting.hour in ("golden", "sunset", "dawn"):
        return with_light(
            base,
            direction=(-0.84, 0.46, 0.42),
            key=(1.20, 1.00, 0.78),
            shade=(0.64, 0.52, 0.58),
            rim=(1.0, 0.78, 0.5),
            rim_strength=0.6,
            shadow_length=1.1,
        )
    if setting.hour in ("overcast", "storm", "snow"):
        return with_light(base, key=(1.0, 1.0, 1.0), shade=(0.72, 0.73, 0.76))
    return base


@kept
@archived
def _set(scheme: _Scheme, top: str, z: float, front: float, spread: float, festival: str | None) -> Mesh:
    parts = [_sweep(scheme.wall, front), _plinth(top, scheme).moved(0, 0, z)]
    if festival == "mid-autumn":
        parts.append(
            cylinder(0.62, 0.04, "#fff0c8", steps=64, bevel=0.01)
            .turned(0, 90)
            .moved(0.12, 0.62, 0.30)
            .finished(glow=0.75)
        )
    else:
        arch = np.concatenate(
            [shapes.ellipse(0, 0.62, 0.40, steps=40, start=0, end=math.pi), [(-0.40, _FLOOR), (0.40, _FLOOR)]]
        )
        parts.append(extrude(arch, 0.16, scheme.arch, 0.08).moved(0.14 * spread, 0, 0.42))
    parts.append(
        cylinder(0.14, 0.34, mix(scheme.arch, scheme.wall, 0.4), steps=40, bevel=0.012).moved(
            0.60 * spread, _FLOOR, z - 0.45
        )
    )
    parts.append(
        cylinder(0.11, 0.16, mix(scheme.accent, scheme.wall, 0.3), steps=40, bevel=0.012).moved(
            0.40 * spread, _FLOOR, z - 0.34
        )
    )
    parts.append(ball(0.085, (-0.52 * spread, _FLOOR + 0.085, z - 0.26), scheme.accent, 0.5, steps=26))
    parts.append(
        ball(
            0.045,
            (-0.40 * spread, _FLOOR + 0.045, z - 0.05),
            mix(scheme.accent, "#ffffff", 0.4),
            0.5,
            steps=20,
        )
    )
    parts += [
        box(0.36 - 0.12 * k, 0.10, 0.26, mix(scheme.wall, scheme.arch, 0.3 + 0.2 * k), bevel=0.008).moved(
            -0.64 * spread - 0.06 * k, _FLOOR + 0.10 * k, z - 0.60
        )
        for k in range(2)
    ]
    if festival == "christmas":
        parts.append(festive.tree(0.5).moved(0.60 * spread, _FLOOR + 0.33, z - 0.45))
    elif festival == "lunar new year":
        parts += [
            festive.lantern().scaled(0.24).moved(-0.58 * spread, 0.98, z - 0.5),
            festive.lantern().scaled(0.18).moved(0.66 * spread, 1.0, z - 0.7),
        ]
    else:
        parts.append(_branch(scheme).moved(0.60 * spread, _FLOOR + 0.335, z - 0.45))
    return join(*parts)


def _sweep(colour: str, front: float) -> Mesh:
    """Floor and wall in one piece, without a corner between them."""
    turn = np.linspace(0, math.pi / 2, 12)
    bend = np.column_stack([_FLOOR + 0.5 - 0.5 * np.cos(turn), 0.5 - 0.5 * np.sin(turn)])
    profile = np.concatenate([[(_FLOOR, front)], bend, [(3.2, 0.0)]])
    x = np.array([-3.0, 3.0])
    vertices = np.stack(
        [np.tile(x, (len(profile), 1)), np.repeat(profile[:, :1], 2, 1), np.repeat(profile[:, 1:], 2, 1)], -1
    ).reshape(-1, 3)
    sheet = make(vertices, grid_faces(len(profile), 2, wraps=False), None, colour, 0.05)
    return (
        sheet
        if float(sheet.normals[0, 1]) > 0
        else make(vertices, grid_faces(len(profile), 2, wraps=False)[:, ::-1], None, colour, 0.05)
    )


_STUFF = {
    "marble": "#dcd7ce",
    "wood": "#b07a48",
    "black": "#2b2d36",
    "stone": "#b9b3a8",
    "red": "#a81f1c",
    "gold": "#d9b25a",
}


def _plinth(top: str, scheme: _Scheme) -> Mesh:
    """Two steps, the upper of the finer stuff."""
    fine = cylinder(_PLINTH, 0.045, _STUFF[top], 0.45, steps=72, bevel=0.008).moved(0, -0.045, 0)
    base = cylinder(
        _PLINTH + 0.07, abs(_FLOOR) - 0.045, mix(scheme.wall, scheme.arch, 0.6), 0.1, steps=72, bevel=0.008
    ).moved(0, _FLOOR, 0)
    ring = lathe(
        [(_PLINTH + 0.004, -0.047), (_PLINTH + 0.008, -0.043), (_PLINTH + 0.004, -0.039)],
        scheme.accent if scheme.dark or top == "red" else _STUFF[top],
        0.6,
        steps=72,
    )
    return join(fine, base, ring)


def _branch(scheme: _Scheme) -> Mesh:
    """A vase with pampas or eucalyptus."""
    vase = lathe(
        [(0, 0), (0.045, 0), (0.062, 0.05), (0.05, 0.11), (0.022, 0.14), (0.028, 0.165), (0.02, 0.165)],
        mix(scheme.accent, "#ffffff", 0.35),
        0.4,
        steps=28,
    )
    rng = noise.stream("branch")
    parts = [vase]
    leaf = mix("#7f9a74", scheme.arch, 0.25) if not scheme.dark else mix("#4f6a5a", scheme.arch, 0.3)
    for k in range(4):
        lean, tall = (k - 1.5) * 0.16 + rng.normal() * 0.03, rng.uniform(0.24, 0.40)
        stem = [(lean * t * t, 0.12 + (tall + 0.03) * t, 0) for t in np.linspace(0, 1, 6)]
        parts.append(tube(stem, 0.0035, shift(leaf, 0, 1, 0.75), steps=5))
        for j in range(7):
            t = 0.3 + 0.7 * j / 6
            x, y = lean * t * t, 0.15 + tall * t
            for side in (-1, 1):
                blade = ball((0.030, 0.006, 0.018), (0.028, 0, 0), leaf, 0.15, steps=8).turned(
                    float(rng.uniform(-30, 30)), 0, 35
                )
                parts.append(blade.scaled(side, 1, 1).moved(x, y, float(rng.uniform(-0.02, 0.02))))
    return join(*parts)


@kept
@archived
def _disc(top: str) -> Picture:
    """What the plinth's top looks like from above, round."""
    size = 700
    picture = {
        "marble": lambda: surfaces.marble("#dfdad1", "#7f7a80", width=size, height=size),
        "wood": lambda: surfaces.wood("#b07a48", size, size),
        "black": lambda: surfaces.marble("#2b2d36", "#6a6470", "#c79a4e", size, size),
        "stone": lambda: surfaces.terrazzo("#c6c0b4", size),
        "red": lambda: surfaces.plaster("#b3221e", size),
        "gold": lambda: surfaces.plaster("#dcb65e", size),
    }[top]()
    canvas = Canvas(size, size, transparent=True)
    canvas.oval(size / 2, size / 2, size / 2 - 1, size / 2 - 1, "#ffffff")
    assert canvas.alpha is not None
    return np.dstack([picture, (canvas.alpha * 255).astype(np.uint8)])


def _palm_shadow(plate: Plate, pixels: Array, scheme: _Scheme, setting: Setting) -> None:
    """Leaves that stand outside the picture, between the lamp and the wall."""
    h, w = pixels.shape[:2]
    mask = fronds(w // 2, h // 2, int(setting.rng("fronds").integers(3)))
    large = cv2.resize(mask, (w, h), interpolation=cv2.INTER_LINEAR)
    behind = np.clip((plate.depth - float(plate.depth.min()) * 1.5) * 2.5, 0, 1)
    share = (large * behind * F(0.34 if not scheme.dark else 0.4))[..., None]
    pixels += (pixels * rgb(mix(scheme.shadow, "#ffffff", 0.25)) - pixels) * share


def _atmosphere(canvas: Canvas, setting: Setting, lens: Lens, scheme: _Scheme) -> None:
    """A wash of light from the left; in dark sets a few lights far out of focus."""
    unit = canvas.unit
    canvas.glow(
        0.18 * canvas.width,
        0.12 * canvas.height,
        0.8 * canvas.height,
        "#fff4e0" if not scheme.dark else shift(scheme.accent, 0, 0.8, 1.1),
        0.24 if not scheme.dark else 0.2,
    )
    if scheme.dark and setting.festival != "mid-autumn":
        tints = (
            ("#ffd27a", "#ffb27a", "#fff3c4")
            if setting.festival != "christmas"
            else ("#ff6a5a", "#ffd27a", "#7fe0a0", "#fff3c4")
        )
        air.bokeh(
            canvas,
            setting.rng("bokeh"),
            16,
            tints,
            9 * unit,
            26 * unit,
            bottom=0.5 * canvas.height,
            opacity=0.3,
        )
