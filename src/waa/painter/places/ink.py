"""A hanging scroll: mountains in mist, pines,
water and much bare paper. Things that come here are painted in ink, too."""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter import filters, noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Array, F, look_up, mix, ramp, rgb
from waa.painter.light import LIGHTS, Light
from waa.painter.noise import smoothstep
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world.brush import Peak, Sheet, inked

_PAPER = {"sunset": "#f6e6cd", "golden": "#f7ead0", "dawn": "#f6e9dc", "dusk": "#dcd9de", "night": "#c9ced6",
"aurora": "#c4d2d2",
          "storm": "#dcdcd6", "overcast": "#ece8de", "snow": "#e6e8ea"}  # fmt: skip
_WASHED = {
    "night": 0.34,
    "aurora": 0.34,
    "dusk": 0.24,
    "snow": 0.20,
    "storm": 0.26,
}  # how dark the sky is laid in
_AFLOAT = frozenset({"boat", "sampan", "sailboat", "junk", "dragon_boat", "ferry", "ship", "fisherman"})


@place("ink")
def ink(canvas: Canvas, setting: Setting) -> Stage:
    horizon, ground = 0.66, 0.86
    paper = rgb(_PAPER.get(setting.hour, "#f5eedf"))
    sheet = Sheet(canvas.width, canvas.height, canvas.unit)
    _sky(sheet, setting)
    canvas.layer("mountains")
    _mountains(sheet, setting, horizon * canvas.height)
    _water(sheet, setting, horizon * canvas.height)
    if setting.stands:
        _bank(sheet, setting, ground * canvas.height)
    density = sheet.bled(setting.rng("bleed"))
    tones = _tones(paper)
    canvas.lay(0, 0, _tinted(look_up(tones, density), sheet, setting))
    _disc(canvas, setting, paper)
    _birds(canvas, setting)
    _branch(canvas, setting)
    fibres = (F(1) + filters.paper(canvas.height, canvas.width, setting.rng("paper"), cell=1.8)) * F(
        0.5
    )  # fine rice paper
    canvas.pixels *= fibres[..., None]
    light = _light(setting, paper)
    stage = Stage(
        light=light,
        horizon=horizon * canvas.height,
        ground=ground * canvas.height,
        kind="ink",
        subject_height=0.30,
        sky_at=(0.64, 0.26),
        haze=0.0,
        focus_x=0.44,
        weathered=False,
        finish=Finish(contrast=0.02, saturation=1.0, bloom=0.0, vignette=0.14),
    )
    before = canvas.pixels.copy()
    stage.front.append(lambda c: inked(c, before, tones, fibres, setting.rng("dry")))
    stage.front.append(lambda c: _falling(c, setting))
    return stage


def _tones(paper: Array) -> Array:
    return ramp(
        [
            (0, paper),
            (0.22, mix(paper, "#8e979c", 0.45)),
            (0.55, "#656f77"),
            (0.85, "#2b323b"),
            (1, "#14181f"),
        ],
        256,
    )


def _light(setting: Setting, paper: Array) -> Light:
    """Even and grey: ink knows no sunlight."""
    tone = tuple(float(c) for c in paper)
    return with_light(
        LIGHTS["overcast"],
        direction=(-0.4, 0.8, 0.5),
        key=(1.08, 1.06, 1.02),
        shade=(0.66, 0.68, 0.72),
        rim_strength=0.05,
        haze=tone,
        bounce=tone,
        shadow=(0.30, 0.33, 0.37),
        shadow_opacity=0.30,
        is_dark=False,
    )


# -- the landscape ----------------------------------------------------------------------------------------


def _sky(sheet: Sheet, setting: Setting) -> None:
    """Bare by day; a wash at night and before snow, left open round the moon."""
    dark = _WASHED.get(setting.hour, 0.0)
    if not dark:
        return
    h = int(0.62 * sheet.height)
    cloud = noise.soft_fractal(
        h, sheet.width, 120 * sheet.unit, 4, setting.rng("wash"), shrink=4, cell_x=330 * sheet.unit
    )
    down = smoothstep(1.0, 0.15, np.linspace(0, 1, h, dtype=F))[:, None]
    sheet.ink[:h] = F(dark) * down * (F(0.55) + F(0.75) * smoothstep(0.30, 0.75, cloud))


def _mountains(sheet: Sheet, setting: Setting, base: float) -> None:
    """From the far ones, hardly more than breath, to the crag with the pines."""
    rng, snowy = setting.rng("mountains"), setting.is_snowy
    tall = min(sheet.height, 1.35 * sheet.width) * (0.92 + 0.12 * rng.random())

    def peaks(*some: tuple[float, float, float, float]) -> list[Peak]:
        return [
            Peak(
                at=at + rng.normal(0, 0.012),
                tall=high * tall * rng.uniform(0.92, 1.08),
                wide=wide,
                steep=steep,
            )
            for at, high, wide, steep in some
        ]

    far = 1.35 if setting.weather in ("fog", "rain", "storm") else 1.0  # mist takes more of them
    sheet.mountain(
        rng,
        base,
        peaks((0.30, 0.30, 0.22, 1.5), (0.55, 0.22, 0.26, 1.3), (0.86, 0.27, 0.24, 1.4)),
        0.20,
        mist=0.9 * far,
    )
    sheet.mountain(
        rng,
        base - 8 * sheet.unit,
        peaks(
            (0.13, 0.36, 0.10, 2.4), (0.24, 0.27, 0.09, 2.2), (0.72, 0.40, 0.11, 2.6), (0.84, 0.30, 0.10, 2.2)
        ),
        0.40 / far,
        mist=0.75 * far,
        strokes=70,
        snowy=snowy,
    )
    sheet.mountain(
        rng,
        base + 4 * sheet.unit,
        peaks(
            (0.80, 0.46, 0.10, 2.8), (0.91, 0.56, 0.12, 2.9), (0.68, 0.22, 0.07, 2.2), (1.02, 0.40, 0.12, 2.4)
        ),
        0.72 / far,
        mist=0.62 * far,
        strokes=260,
        snowy=snowy,
    )
    line = sheet.mountain(
        rng,
        base + 34 * sheet.unit,
        peaks((-0.02, 0.40, 0.15, 2.5), (0.10, 0.26, 0.10, 2.2), (0.19, 0.12, 0.09, 1.8)),
        0.95,
        mist=0.36,
        strokes=300,
        snowy=snowy,
    )
    for at, high, lean in (
        (0.085, 0.150, 0.22),
        (0.155, 0.115, 0.34),
        (0.025, 0.12, 0.10),
        (0.205, 0.075, 0.30),
    ):
        x = at * sheet.width
        foot = float(line[int(np.clip(x, 0, sheet.width - 1))]) + 0.028 * tall
        sheet.pine(rng, x, foot, high * tall, 0.95, lean=lean)


def _water(sheet: Sheet, setting: Setting, line: float) -> None:
    rng = setting.rng("water")
    sheet.ripples(rng, line + 0.06 * sheet.height, sheet.height * 1.0, 64, 0.52)
    if not setting.shows(*_AFLOAT):
        short = min(sheet.width, sheet.height)
        if setting.stands:  # farther off, where nobody stands before it
            _sampan(sheet, 0.76 * sheet.width, line + 0.055 * sheet.height, 0.036 * short)
        else:
            _sampan(sheet, 0.60 * sheet.width, line + 0.105 * sheet.height, 0.060 * short)


def _sampan(sheet: Sheet, x: float, y: float, size: float) -> None:
    """An old man fishing from a small boat, in eight strokes."""
    s = size

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + a * s, y + b * s) for a, b in points]

    sheet.stroke(
        at((-1.5, -0.16), (-0.8, 0.10), (0.2, 0.13), (1.1, -0.02), (1.6, -0.26)), 0.20 * s, 0.05 * s, 0.85
    )
    sheet.stroke(at((-1.0, 0.02), (0.0, 0.10), (0.9, 0.0)), 0.14 * s, 0.10 * s, 0.6)
    sheet.stroke(at((-0.85, -0.02), (-0.55, -0.46), (0.0, -0.46), (0.25, -0.02)), 0.11 * s, 0.09 * s, 0.7)
    sheet.stroke(at((-0.55, -0.12), (-0.3, -0.3), (0.0, -0.12)), 0.34 * s, 0.2 * s, 0.40)
    sheet.stroke(at((0.78, -0.04), (0.76, -0.34), (0.80, -0.50)), 0.27 * s, 0.13 * s, 0.85)
    sheet.stroke(at((0.80, -0.68), (0.80, -0.52)), 0.05 * s, 0.44 * s, 0.9)
    sheet.stroke(at((0.88, -0.30), (1.5, -0.85), (2.0, -1.05)), 0.035 * s, 0.02 * s, 0.9)
    sheet.stroke(at((2.0, -1.05), (2.02, -0.5), (2.02, 0.06)), 0.02 * s, 0.02 * s, 0.45)
    for k, wide in enumerate((1.5, 1.1, 0.7)):
        sheet.stroke(
            at((-wide, 0.30 + 0.11 * k), (0.1, 0.27 + 0.11 * k), (wide, 0.30 + 0.11 * k)),
            0.05 * s,
            0.02 * s,
            0.22,
        )


def _bank(sheet: Sheet, setting: Setting, ground: float) -> None:
    """A flat shore of rock to stand on, with dots of moss and some blades of grass."""
    rng, unit = setting.rng("bank"), sheet.unit
    line = F(ground - 0.055 * sheet.height) + (
        noise.line_noise(sheet.width, 120 * unit, 5, rng, 0.55) - F(0.5)
    ) * F(34 * unit)
    x = np.linspace(0, 1, sheet.width, dtype=F)
    line = line + smoothstep(0.66, 0.98, x) * F(0.22 * sheet.height)  # it ends on the right, in the water
    top = max(0, int(line.min()) - 2)
    below = np.arange(top, sheet.height, dtype=F)[:, None] - line[None]
    cloud = noise.soft_fractal(
        sheet.height - top, sheet.width, 60 * unit, 4, rng, shrink=3, cell_x=190 * unit, gain=0.6
    )
    body = smoothstep(-1.5, 3.0, below)
    edge = np.exp(-np.clip(below, 0, None) / F(9 * unit)) * smoothstep(0.40, 0.62, cloud)
    wash = F(0.05) + F(0.16) * smoothstep(0.45, 0.75, cloud) + F(0.42) * edge
    sheet.cover(top, body, np.asarray(wash, F))
    for _ in range(60):
        px = rng.uniform(0, 0.80) * sheet.width
        py = float(line[int(px)]) + rng.uniform(-2, 10) * unit
        if rng.random() < 0.45:
            sheet.stroke(
                [(px, py), (px + rng.normal(0, 6) * unit, py - rng.uniform(12, 26) * unit)],
                2.2 * unit,
                0.6 * unit,
                rng.uniform(0.4, 0.8),
            )
        else:
            sheet.stroke([(px, py), (px + 3 * unit, py + unit)], 5 * unit, 4 * unit, rng.uniform(0.3, 0.75))


# -- colour -----------------------------------------------------------------------------------------------


def _tinted(colour: Array, sheet: Sheet, setting: Setting) -> Array:
    """Light colours over ink: indigo on the heights, umber at their feet."""
    size = (max(1, sheet.width // 4), max(1, sheet.height // 4))
    rock = cv2.GaussianBlur(
        cv2.resize(sheet.bare, size, interpolation=cv2.INTER_AREA), (0, 0), 1.5 * sheet.unit + 0.1
    )
    high = smoothstep(0.72, 0.30, np.linspace(0, 1, size[1], dtype=F))[:, None]
    cool = {"autumn": "#a8674a", "spring": "#7f9f86"}.get(setting.season or "", "#5f8394")
    veil = np.ones((size[1], size[0], 3), F)
    for tint, share in ((cool, high * F(0.30)), ("#b08a5c", (1 - high) * F(0.26))):
        veil *= 1 + (rock * share)[..., None] * (rgb(tint) * F(1.5) - 1)
    return np.asarray(cv2.multiply(colour, cv2.resize(veil, (sheet.width, sheet.height))), F)


def _disc(canvas: Canvas, setting: Setting, paper: Array) -> None:
    """A red sun; at night the moon, which is the paper itself."""
    if setting.shows("sun", "moon") or setting.weather in ("rain", "storm", "cloudy", "fog", "snow"):
        return
    r = 0.045 * min(canvas.width, canvas.height)
    x, y = 0.50 * canvas.width, (0.34 if setting.hour in ("sunset", "dawn") else 0.17) * canvas.height
    if setting.is_night:
        canvas.glow(x, y, 4.2 * r, "#fff8e6", 0.55)
        canvas.oval(x, y, r, r, "#fbf6e8", soft=1.2 * canvas.unit)
    else:
        canvas.oval(x, y, r, r, "#c8402f", soft=1.6 * canvas.unit, opacity=0.86)
        canvas.oval(x - 0.2 * r, y - 0.15 * r, 0.7 * r, 0.7 * r, "#dd6a4c", soft=0.4 * r, opacity=0.5)


def _birds(canvas: Canvas, setting: Setting) -> None:
    """A file of wild geese."""
    if setting.shows("bird") or setting.weather in ("rain", "storm", "snow"):
        return
    unit, rng = canvas.unit, setting.rng("birds")
    for k in range(6):
        x = (0.30 + 0.030 * k) * canvas.width + rng.normal(0, 3) * unit
        y = (0.25 - 0.016 * abs(k - 2.2)) * canvas.height + rng.normal(0, 3) * unit
        s = (11 - 0.7 * k) * unit
        wing = np.array(
            [
                (x - s, y - 0.30 * s),
                (x - 0.45 * s, y - 0.42 * s),
                (x, y),
                (x + 0.5 * s, y - 0.50 * s),
                (x + 1.1 * s, y - 0.34 * s),
            ]
        )
        canvas.line(wing, 2.0 * unit, "#2b323b", soft=0.5, opacity=0.8)


def _branch(canvas: Canvas, setting: Setting) -> None:
    """In spring a plum branch reaches in from the upper right; in autumn a maple's."""
    petal = {"spring": "#d8697e", "autumn": "#c2562e"}.get(setting.season or "")
    if petal is None:
        return
    rng, unit = setting.rng("branch"), canvas.unit
    sheet = Sheet(canvas.width, canvas.height, unit)
    short = min(canvas.width, canvas.height)
    start = np.array([canvas.width + 10.0, 0.10 * canvas.height])
    knots = start + np.array([(0, 0), (-0.10, 0.015), (-0.17, 0.060), (-0.27, 0.065), (-0.36, 0.11)]) * short
    sheet.stroke(knots, 15 * unit, 3 * unit, 0.9)
    tips = [knots[-1]]
    for k, (dx, dy) in ((1, (-0.05, 0.10)), (2, (-0.10, -0.06)), (3, (-0.06, 0.10)), (2, (-0.02, 0.13))):
        tip = knots[k] + np.array([dx, dy]) * short
        sheet.stroke([knots[k], (knots[k] + tip) / 2 + (0, -0.01 * short), tip], 5 * unit, 1.2 * unit, 0.8)
        tips.append(tip)
    canvas.lay(0, 0, rgb("#20252d"), sheet.ink)
    for tip in tips:
        for _ in range(9):
            at = tip + rng.normal(0, 0.022, 2) * short
            for j in range(5):
                angle, r = 2 * np.pi * j / 5 + rng.uniform(0, 1), 5.2 * unit
                canvas.oval(
                    at[0] + np.cos(angle) * r * 0.8,
                    at[1] + np.sin(angle) * r * 0.8,
                    r * 0.72,
                    r * 0.62,
                    petal,
                    soft=1.0 * unit,
                    opacity=0.62,
                )
            canvas.oval(at[0], at[1], 1.6 * unit, 1.6 * unit, "#6b2a2a", opacity=0.7)


# -- the things -------------------------------------------------------------------------------------------


def _falling(canvas: Canvas, setting: Setting) -> None:
    """Rain in slanting strokes, snow as flecks of white."""
    rng, unit = setting.rng("falling"), canvas.unit
    if setting.weather in ("rain", "storm"):
        mask = np.zeros((canvas.height, canvas.width), np.uint8)
        for x, y, length in zip(
            rng.uniform(0, 1.1, 230) * canvas.width,
            rng.uniform(-0.05, 1, 230) * canvas.height,
            rng.uniform(24, 70, 230),
            strict=True,
        ):
            cv2.line(
                mask,
                (int(x), int(y)),
                (int(x - 0.20 * length * unit), int(y + length * unit)),
                int(rng.uniform(60, 190)),
                1,
                cv2.LINE_AA,
            )
        canvas.lay(0, 0, rgb("#59636c"), mask, "normal", 0.42)
    elif setting.weather == "snow":
        for _ in range(150):
            r = rng.uniform(1.4, 4.2) * unit
            canvas.oval(
                rng.random() * canvas.width,
                rng.random() * canvas.height,
                r,
                r,
                "#ffffff",
                soft=0.8 * unit,
                opacity=0.85,
            )
