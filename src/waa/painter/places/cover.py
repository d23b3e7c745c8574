"""The backdrop of a news cover: a deep gradient, a pedestal with the theme's emblem, calm space for the headline."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np

from waa.painter import shapes
from waa.painter.archive import archived
from waa.painter.canvas import Canvas, radial
from waa.painter.colour import F, mix, rgb
from waa.painter.kept import kept
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import Mesh, join
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, emblems, smoke
from waa.painter.world.diorama import Diorama
from waa.painter.world.lens import Lens
from waa.painter.world.plate import Bulb, lay_plate


@dataclass(frozen=True)
class _Palette:
    """From the dark edge over the middle to the light behind the pedestal; four tints of the emblem."""

    deep: str
    middle: str
    light: str
    tints: emblems.Tints


_PALETTES = {
    "tech": _Palette("#0a0f36", "#1c2b80", "#4560f5", ("#5b7cff", "#8f6bff", "#39d0ff", "#ffc94d")),
    "finance": _Palette("#08142f", "#123a6b", "#2f7fd0", ("#3f8cff", "#6fd0ff", "#8fe3ff", "#ffc94d")),
    "food": _Palette("#3a130e", "#8a2c1f", "#ea7a3a", ("#ff8f4d", "#ffb35c", "#ffd98a", "#a5281c")),
    "nature": _Palette("#06281f", "#12604a", "#44b584", ("#3cc48c", "#7be0a8", "#c9f0a0", "#ffe58a")),
    "city": _Palette("#150f36", "#43246e", "#d0568a", ("#6a5bd6", "#a45bd0", "#ff8fb0", "#ffc94d")),
    "sport": _Palette("#2a0c1c", "#96203a", "#ff6a4d", ("#e8433f", "#ff8a3d", "#ffd166", "#3fa0ff")),
    "general": _Palette("#161033", "#4a2878", "#a94a9c", ("#ff6fa8", "#8f7bff", "#4fc3ff", "#ffc15c")),
    "lunar new year": _Palette("#4a0a0e", "#b01f1f", "#f0683a", ("#ff8a4d", "#ffc94d", "#ffe08a", "#ffd166")),
    "christmas": _Palette("#06251c", "#14563f", "#3f9a6a", ("#e8433f", "#3fae6a", "#ffe08a", "#ffd166")),
}
# The first theme of which a word is found in the headline.
_WORDS = {
    "finance": (
        "股",
        "恒指",
        "恆指",
        "銀行",
        "市值",
        "億",
        "財",
        "金融",
        "經濟",
        "收入",
        "盈利",
        "利潤",
        "樓價",
        "樓市",
        "加息",
        "減息",
        "匯率",
        "投資",
        "稅",
        "預算",
        "stock",
        "market",
        "bank",
        "profit",
        "revenue",
        "economy",
        "budget",
        "billion",
        "invest",
        "price",
        "rate",
        "finance",
    ),
    "tech": (
        "ai",
        "人工智能",
        "科技",
        "晶片",
        "芯片",
        "機械人",
        "手機",
        "網絡",
        "電腦",
        "數據",
        "太空",
        "衛星",
        "機器人",
        "編程",
        "tech",
        "chip",
        "robot",
        "data",
        "phone",
        "software",
        "internet",
        "space",
        "cyber",
    ),
    "food": (
        "食",
        "餐",
        "茶",
        "美食",
        "飯",
        "麵",
        "點心",
        "廚",
        "酒樓",
        "咖啡",
        "甜品",
        "火鍋",
        "food",
        "restaurant",
        "chef",
        "tea",
        "coffee",
        "dish",
        "eat",
    ),
    "nature": (
        "環保",
        "綠",
        "氣候",
        "郊野",
        "樹",
        "海洋",
        "動物",
        "颱風",
        "暴雨",
        "天氣",
        "回收",
        "污染",
        "climate",
        "green",
        "nature",
        "forest",
        "typhoon",
        "weather",
        "recycl",
        "animal",
    ),
    "sport": (
        "足球",
        "籃球",
        "奧運",
        "比賽",
        "冠軍",
        "金牌",
        "球",
        "馬拉松",
        "體育",
        "運動",
        "隊",
        "sport",
        "match",
        "cup",
        "olympic",
        "champion",
        "football",
        "marathon",
    ),
    "city": (
        "城市",
        "港鐵",
        "地鐵",
        "巴士",
        "機場",
        "房屋",
        "公屋",
        "維港",
        "交通",
        "建築",
        "街",
        "旅客",
        "區",
        "city",
        "metro",
        "housing",
        "transport",
        "airport",
        "harbour",
        "tourist",
        "urban",
    ),
}


def theme_of(text: str | None) -> str:
    """What a headline is about: a key of `emblems.THEMES`. Latin words have to stand alone or begin a word."""
    low = f" {(text or '').lower()} "
    for theme, words in _WORDS.items():
        if any((f" {w}" in low if w.isascii() else w in low) for w in words):
            if theme == "finance" and any(w in low for w in (" ai ", "ai ", "晶片", "科技")):
                return "tech" if not any(w in low for w in ("億", "收入", "市值", "股")) else "finance"
            return theme
    return "general"


@place("cover", hour="night", indoors=True)
def cover(canvas: Canvas, setting: Setting) -> Stage:
    width, height = canvas.width, canvas.height
    wide = width / height > 1.2
    theme = theme_of(setting.text)
    palette = _PALETTES.get(setting.festival or "", _PALETTES[theme])
    lens = _lens(width, height, wide)
    _ground(canvas, setting, palette, lens, wide)
    scale = lens.focal / lens.away
    beside = bool(setting.concepts)
    left = int(0.40 * width) if wide else 0  # nothing of the emblem is left of it
    top = max(0, int(lens.project([(0, 1.95, 0.3)])[0, 1]))  # nor above it
    window = replace(
        lens, width=width - left, middle=lens.middle - left, height=height - top, horizon=lens.horizon - top
    )
    plate = Diorama(lens=window, meshes=[_set(theme, palette, beside)]).photograph(0.72, 1.8)
    light = _light(palette)
    bulbs = [
        Bulb(at=(0.1, 1.5, 0.9), colour=palette.tints[2], power=0.30, reach=2.6),
        Bulb(at=(-1.3, 0.4, 0.6), colour=palette.light, power=0.35, reach=2.4),
    ]
    pixels = plate.lit(light, bulbs=bulbs, fill=0.45, lamps=1.08, bounce=0.5)
    canvas.layer("emblem")
    lay_plate(canvas, pixels, plate, left=left, top=top)
    if theme == "food":
        x, y = lens.project([(-0.12, 0.56, 0.05)])[0]
        smoke.wisps(canvas, setting.rng("steam"), x, y, 0.8 * scale, opacity=0.5)
    unit = canvas.unit
    air.motes(canvas, setting.rng("motes"), 44, "#ffffff", 0.8 * unit, 2.6 * unit, 0.5)
    foot_x, foot_y = lens.project([(-0.50 if beside else 0.0, 0.0, 0.42 if beside else 0.55)])[0]
    return Stage(
        light=light,
        horizon=lens.horizon,
        ground=float(foot_y),
        kind="table",
        subject_height=0.46 if wide else 0.34,
        focus_x=float(foot_x / width),
        centred=True,
        haze=0.0,
        reflects=0.12,
        weathered=False,
        finish=Finish(contrast=0.06, saturation=1.06, bloom=0.36, vignette=0.2),
    )


def _lens(width: int, height: int, wide: bool) -> Lens:
    """The pedestal's middle at the right of a wide picture, else at the foot of it; z = 0 is its middle."""
    short = height if wide else min(width * 0.98, height * 0.8)
    horizon = 0.40 * height if wide else height - 0.62 * short
    return Lens(
        width=width,
        height=height,
        horizon=horizon,
        middle=(0.755 if wide else 0.5) * width,
        focal=1.52 * short,
        eye=1.02,
        away=4.2,
    )


def _light(palette: _Palette) -> Light:
    """From the upper left, everything else in the colours of the theme."""
    return with_light(
        Light(),
        direction=(-0.55, 0.72, 0.55),
        key=(1.12, 1.06, 1.02),
        shade=tuple(np.clip(rgb(palette.light) * F(0.45) + F(0.24), 0, 1).tolist()),
        rim=tuple(mix(palette.tints[3], "#ffffff", 0.4).tolist()),
        rim_strength=0.55,
        haze=tuple(rgb(palette.light).tolist()),
        bounce=tuple(rgb(palette.light).tolist()),
        shadow=tuple((rgb(palette.deep) * F(0.5)).tolist()),
        shadow_opacity=0.55,
    )


@kept
@archived
def _set(theme: str, palette: _Palette, beside: bool) -> Mesh:
    """The emblem; it steps back and to the right when somebody stands beside it."""
    emblem = emblems.THEMES[theme](palette.tints)
    if beside:
        emblem = emblem.scaled(0.86).moved(0.22, 0, -0.30)
    return join(emblems.pedestal(1.12, mix(palette.middle, palette.light, 0.55), palette.tints[2]), emblem)


def _ground(canvas: Canvas, setting: Setting, palette: _Palette, lens: Lens, wide: bool) -> None:
    """A deep gradient that opens behind the pedestal, calm where the words will stand; rings, a grid of dots."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    scale = lens.focal / lens.away
    x, y = lens.project([(0, 0.75, 0)])[0]
    small = _gradient(width // 2, height // 2, setting, palette, (x / 2, y / 2), scale / 2, wide)
    canvas.pixels[:] = cv2.resize(small.pixels, (width, height), interpolation=cv2.INTER_LINEAR)
    rng = setting.rng("rings")
    for k, r in enumerate((0.78, 1.02, 1.30, 1.62)):
        ring = shapes.ellipse(x, y, r * scale, steps=90, end=2 * math.pi - 1e-3)
        canvas.line(ring, max(1, 1.5 * unit), "#ffffff", opacity=0.16 - 0.03 * k)
        for j in range(2):
            a, size = rng.uniform(0, 6.28), (5 - j) * unit
            at = (x + r * scale * math.cos(a), y + r * scale * math.sin(a))
            canvas.oval(at[0], at[1], size, size, palette.tints[(k + j) % 4], opacity=0.9)
    dots = [
        shapes.ellipse(width * 0.96 - i * 26 * unit, height * 0.06 + j * 26 * unit, 2.2 * unit, steps=8)
        for i in range(9)
        for j in range(6)
    ]
    canvas.fill_union(dots, "#ffffff", opacity=0.20)


def _gradient(width: int, height: int, setting: Setting, palette: _Palette, middle: tuple[float, float], scale: float,
              wide: bool) -> Canvas:  # fmt: skip
    """The light behind the pedestal, wide soft ribbons, and a scrim on the side of the words; `scale` is a metre."""
    stops = [(0.0, mix(palette.middle, palette.light, 0.72)), (0.30, mix(palette.middle, palette.light, 0.25)),
             (0.62, rgb(palette.middle)), (1.0, rgb(palette.deep))]  # fmt: skip
    canvas = Canvas(width, height, radial(middle, max(width, height) * 0.82, stops))
    unit = canvas.unit
    rng = setting.rng("ribbons")
    for k in range(4):
        level = height * (0.10 + 0.26 * k)
        t = np.linspace(-40, width + 40, 24)
        wave = level + 90 * unit * np.sin(t / width * 4 + k * 1.7 + rng.random() * 2)
        band = np.concatenate([np.column_stack([t, wave]), np.column_stack([t, wave + 110 * unit])[::-1]])
        tint = mix(palette.light, palette.tints[k % 3], 0.5)
        canvas.fill(band, tint, soft=46 * unit, opacity=0.16, mode="screen")
    canvas.glow(middle[0], middle[1], 1.7 * scale, palette.tints[0], 0.42)
    if wide:
        scrim = smoothstep(0.60 * width, 0.06 * width, np.arange(width, dtype=F))[None] * F(0.5)
    else:
        scrim = smoothstep(0.52 * height, 0.05 * height, np.arange(height, dtype=F))[:, None] * F(0.5)
    canvas.lay(0, 0, rgb(palette.deep), np.ascontiguousarray(np.broadcast_to(scrim, (height, width))))
    return canvas
