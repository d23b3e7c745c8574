"""The backdrop of a portrait: a painted studio cloth with a pool of light, or a real place out of focus.

The sitter is lit as by a photographer: a soft key from the left, a warm rim on its side, a coloured kicker on the other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import NAMED, Array, F, code, look_up, mix, ramp, rgb, shift
from waa.painter.light import LIGHTS, Light
from waa.painter.stage import Finish, Setting, Stage, place, places, with_light

_GROUND = 1.06  # the bust ends below the frame
_TALL = 0.92
_BEHIND = 0.5  # a place out of focus is painted at this size
_ZOOM = 1.22  # and seen through a longer lens


@dataclass(frozen=True, kw_only=True)
class _Cloth:
    """A studio backdrop: the colour of its pool of light and of its corners, the sitter's rim and kicker, and
    how many discs of light lie out of focus on it."""

    pool: str
    edge: str
    rim: str = "#ffe9c8"
    kicker: str = "#9fd8ff"
    discs: int = 0
    disc: str = "#ffffff"


_CLOTHS = {
    "coral": _Cloth(pool="#f7b08c", edge="#b4513f", rim="#fff0d8", kicker="#ffd08a", discs=7, disc="#ffd9b0"),
    "teal": _Cloth(pool="#7cc4b8", edge="#1d5a63", rim="#fff1d6", kicker="#8ff0e0", discs=5, disc="#c8fff0"),
    "honey": _Cloth(pool="#f8d488", edge="#c07f34", rim="#fff4dc", kicker="#ffb46a", discs=5, disc="#fff0c0"),
    "lilac": _Cloth(pool="#cdb8ea", edge="#6450a0", rim="#ffe8f4", kicker="#a0b8ff", discs=5, disc="#f0dcff"),
    "sky": _Cloth(pool="#bfe0f0", edge="#4a86b4", rim="#fff6e4", kicker="#a8e4ff", discs=4, disc="#ffffff"),
    "sage": _Cloth(pool="#d3ddb4", edge="#6a8a62", rim="#fff4d8", kicker="#c8f0a8", discs=4, disc="#f4ffd8"),
    "rose": _Cloth(pool="#f8c6cc", edge="#b8607c", rim="#fff0ea", kicker="#ffb0d0", discs=6, disc="#ffe0ea"),
    "dawn": _Cloth(pool="#ffd9c4", edge="#8f86c0", rim="#ffe0c0", kicker="#b8b0ff", discs=5, disc="#ffe8d8"),
    "golden": _Cloth(pool="#ffd890", edge="#a8623a", rim="#ffe2a0", kicker="#ffa860", discs=10, disc="#ffe0a0"),
    "sunset": _Cloth(pool="#ffab74", edge="#5a2f6a", rim="#ffb870", kicker="#ff6ab0", discs=9, disc="#ffc890"),
    "dusk": _Cloth(pool="#b684b8", edge="#2c2a5e", rim="#ffc0a0", kicker="#7fa0ff", discs=10, disc="#ffc8b0"),
    "night": _Cloth(pool="#41548f", edge="#0d1230", rim="#bcd4ff", kicker="#ff9ac0", discs=24, disc="#ffd08a"),
    "aurora": _Cloth(pool="#3fae98", edge="#0c2348", rim="#b0ffe4", kicker="#a08aff", discs=6, disc="#a0ffe0"),
    "grey": _Cloth(pool="#e2ded9", edge="#8d8a8c", rim="#ffffff", kicker="#ffffff"),
    "slate": _Cloth(pool="#93a5b8", edge="#34455c", rim="#e8f2ff", kicker="#9fc4ff"),
    "black": _Cloth(pool="#5a4a42", edge="#120e10", rim="#ffdf9a", kicker="#e8a860", discs=8, disc="#e8b860"),
    "plum": _Cloth(pool="#6a3f78", edge="#160c24", rim="#d0b0ff", kicker="#58e0c8"),
    "sepia": _Cloth(pool="#d9b98a", edge="#6f4a2c", rim="#ffeac0", kicker="#f0b878"),
    "neon": _Cloth(pool="#5a3fb0", edge="#100a2e", rim="#ff6ad0", kicker="#4ae8ff", discs=16, disc="#ff7ad8"),
    "red": _Cloth(pool="#e2483a", edge="#7a0f14", rim="#ffe2a0", kicker="#ffc04a", discs=16, disc="#ffcf6a"),
    "green": _Cloth(pool="#3f8f68", edge="#0b2f26", rim="#fff0c8", kicker="#ff9a8a", discs=18, disc="#ffe29a"),
}  # fmt: skip
_ANY = ("coral", "teal", "honey", "lilac", "sky", "sage", "rose")
_OF_MOOD = {
    "warm": "golden", "cool": "sky", "dreamy": "lilac", "mysterious": "plum", "festive": "red", "calm": "sage",
    "epic": "slate", "retro": "sepia", "futuristic": "neon", "romantic": "rose", "minimal": "grey", "luxurious": "black",
    "lonely": "slate", "monochrome": "grey",
}  # fmt: skip
_OF_FESTIVAL = {"lunar new year": "red", "christmas": "green", "mid-autumn": "night", "halloween": "plum"}
_OF_WEATHER = {"rain": "slate", "storm": "slate", "fog": "slate", "cloudy": "slate", "snow": "sky"}


@place("portrait", hour="studio", indoors=True)
def portrait(canvas: Canvas, setting: Setting) -> Stage:
    light = _out_of_focus(canvas, setting) if setting.behind else _studio(canvas, setting)
    return Stage(
        light=light,
        horizon=0.4 * canvas.height,
        ground=_GROUND * canvas.height,
        kind="portrait",
        subject_height=_TALL,
        centred=True,
        haze=0.0,
        shadows=False,
        pitch=2.0,
        focus_x=0.5,
        weathered=_is_outdoors(setting),
        finish=Finish(contrast=0.05, vignette=0.24, bloom=0.30),
    )


def _is_outdoors(setting: Setting) -> bool:
    """Whether rain and snow fall before the sitter: not in a room; before a cloth for the sake of the picture."""
    if setting.behind is None:
        return setting.weather in ("rain", "storm", "snow")
    return not places()[setting.behind].indoors


# -- the studio ------------------------------------------------------------------------------------------


def _cloth(setting: Setting) -> _Cloth:
    """By feast, mood or hour; else one of the bright ones, by the seed."""
    if setting.background in NAMED:
        colour = NAMED[setting.background]
        return _Cloth(pool=code(mix(colour, "#ffffff", 0.3)), edge=code(shift(colour, value=0.72)))
    if setting.festival in _OF_FESTIVAL:
        return _CLOTHS[_OF_FESTIVAL[setting.festival]]
    if setting.mood in _OF_MOOD:
        return _CLOTHS[_OF_MOOD[setting.mood]]
    name = _OF_WEATHER.get(setting.weather or "", setting.hour)
    return _CLOTHS[
        name
        if name in _CLOTHS
        else _ANY[int(setting.rng("cloth", *sorted(setting.concepts)).integers(len(_ANY)))]
    ]


def _studio(canvas: Canvas, setting: Setting) -> Light:
    cloth = _cloth(setting)
    rng = setting.rng("backdrop")
    canvas.pixels[:] = _painted_cloth(canvas, cloth, rng)
    _discs(canvas, cloth, rng)
    warm = mix(cloth.pool, "#fff4e6", 0.82)
    return _studio_light(warm, cloth.rim, cloth.kicker, bounce=cloth.pool)


def _painted_cloth(canvas: Canvas, cloth: _Cloth, rng: np.random.Generator) -> Array:
    """A pool of light behind the shoulders, broad strokes of the brush, darker corners."""
    w, h = canvas.width // 2 + 1, canvas.height // 2 + 1
    x = (np.arange(w, dtype=F) / F(w) - F(0.57)) * F(w / h if w > h else 1.0)
    y = (np.arange(h, dtype=F) / F(h) - F(0.40)) * F(h / w if h > w else 1.0)
    far = np.sqrt((x * x)[None] + (y * y)[:, None] * F(0.85))
    strokes = noise.soft_fractal(h, w, 0.22 * min(w, h), 4, rng, shrink=4) - F(0.5)
    weave = noise.soft_fractal(h, w, 0.07 * min(w, h), 3, rng, shrink=2, cell_x=0.02 * min(w, h)) - F(0.5)
    tone = far / F(0.80) + strokes * F(0.34) + weave * F(0.10)
    light, dark = mix(cloth.pool, "#ffffff", 0.16), mix(cloth.edge, shift(cloth.edge, 0, 1.05, 0.6), 0.5)
    table = ramp([(0.0, light), (0.28, cloth.pool), (0.78, cloth.edge), (1.0, dark)])
    small = look_up(table, np.clip(tone, 0, 1))
    return np.asarray(cv2.resize(small, (canvas.width, canvas.height), interpolation=cv2.INTER_LINEAR), F)


def _discs(canvas: Canvas, cloth: _Cloth, rng: np.random.Generator) -> None:
    """Lights out of focus: soft discs with a brighter rim, fewer behind the head."""
    for _ in range(cloth.discs):
        radius = float(rng.uniform(0.025, 0.095)) * min(canvas.width, canvas.height)
        x, y = float(rng.uniform(0.0, 1.0)), float(rng.uniform(0.02, 0.8))
        x = 0.5 + (x - 0.5) * (0.55 + 0.45 * abs(x - 0.5) * 2) * 1.15
        strength = float(rng.uniform(0.06, 0.20))
        at = (x * canvas.width, y * canvas.height)
        tone = mix(cloth.disc, cloth.kicker, float(rng.uniform(0, 0.45)))
        canvas.oval(*at, radius, radius, tone, soft=0.05 * radius, opacity=strength, mode="screen")
        canvas.oval(
            *at, radius * 0.86, radius * 0.86, cloth.pool, soft=0.10 * radius, opacity=strength * 0.45
        )


def _studio_light(key: Array, rim: str, kicker: str, *, bounce: str) -> Light:
    return with_light(
        LIGHTS["studio"],
        direction=(-0.52, 0.52, 0.78),
        key=tuple(float(c) for c in key * F(1.06)),
        shade=tuple(float(c) for c in mix("#b4a0a6", bounce, 0.18)),
        rim=tuple(float(c) for c in rgb(rim)),
        rim_strength=0.55,
        kicker=tuple(float(c) for c in rgb(kicker)),
        kicker_strength=0.75,
        bounce=tuple(float(c) for c in mix("#f0d8c8", bounce, 0.4)),
        wrap=0.5,
    )


# -- a real place ----------------------------------------------------------------------------------------


def _out_of_focus(canvas: Canvas, setting: Setting) -> Light:
    """Paint the place at half size, enlarge its middle and throw it out of focus."""
    assert setting.behind is not None
    small = Canvas(canvas.width * _BEHIND, canvas.height * _BEHIND)
    stage = places()[setting.behind].paint(
        small, replace(setting, place=setting.behind, behind=None, stands=False)
    )
    horizon = float(np.clip(stage.horizon / small.height, 0.3, 0.75))
    _throw(canvas, small.pixels, horizon)
    return _light_of(stage.light)


def _throw(canvas: Canvas, pixels: Array, horizon: float) -> None:
    """`pixels` as the background of a portrait lens: its horizon at the sitter's chin, its lights as discs."""
    h, w = pixels.shape[:2]
    kept_w, kept_h = w / _ZOOM, h / _ZOOM
    left = (w - kept_w) / 2
    top = min(max(0.0, horizon * h - 0.56 * kept_h), h - kept_h)
    part = pixels[int(top) : int(top + kept_h), int(left) : int(left + kept_w)]
    linear = np.clip(part, 0, 1) ** F(2.2) * (
        1 + F(2.5) * np.clip(part.max(-1, keepdims=True) - F(0.80), 0, 1) * 4
    )
    radius = max(1, round(0.012 * min(w, h)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)).astype(F)
    thrown = cv2.filter2D(linear.astype(F), -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)
    thrown = blur(thrown, 0.006 * min(w, h))
    soft = np.clip(thrown, 0, 1.2) ** F(1 / 2.2)
    canvas.pixels[:] = cv2.resize(soft, (canvas.width, canvas.height), interpolation=cv2.INTER_CUBIC)
    x = np.linspace(-1, 1, canvas.width, dtype=F)[None]
    y = np.linspace(-0.9, 1.1, canvas.height, dtype=F)[:, None]
    canvas.pixels *= (1 - F(0.22) * np.clip((x * x + y * y) / 2, 0, 1))[..., None]


def _light_of(light: Light) -> Light:
    """The place's own light, softened and turned to the face: a sitter is never left in the dark."""
    side = math.copysign(0.55, light.direction[0])
    key, shade = rgb(light.key), rgb(light.shade)
    return with_light(
        light,
        direction=(side, 0.52, 0.78),
        key=tuple(
            float(c) for c in mix(np.clip(key, 0, 1), "#fff1e2", 0.55 if light.is_dark else 0.30) * F(1.06)
        ),
        shade=tuple(float(c) for c in mix(shade, "#b4a0a6", 0.55)),
        rim_strength=max(0.55, light.rim_strength),
        kicker=tuple(float(c) for c in mix(light.haze, light.rim, 0.4)),
        kicker_strength=0.65,
        wrap=0.5,
    )
