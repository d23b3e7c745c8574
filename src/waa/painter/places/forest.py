"""The forest: a glade among tall trunks, light falling in from behind, ferns and toadstools on a mossy floor."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas, linear
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import air, cutout, groves, herbs, sky, terrain, woods
from waa.painter.world.groves import Plant
from waa.painter.world.herbs import WINTER
from waa.painter.world.lens import open_lens
from waa.painter.world.terrain import Fan

_HORIZON, _GROUND = 0.50, 0.885


@dataclass(frozen=True, kw_only=True)
class _Mood:
    """`top` and `glow` of the light between the trees; `beam` is the colour of its rays, None on a grey day."""

    top: Colour
    glow: Colour
    leaves: Colour
    beam: Colour | None
    strength: float = 0.30


_MOODS = {
    "day": _Mood(top="#4f8a4a", glow="#f1f6c4", leaves="#6ea34a", beam="#fffbd0", strength=0.5),
    "golden": _Mood(top="#9a8a3e", glow="#ffefb0", leaves="#a89a45", beam="#ffe9a0", strength=0.55),
    "dawn": _Mood(top="#8f8f7a", glow="#fde9c6", leaves="#9aa078", beam="#ffe6c0", strength=0.5),
    "sunset": _Mood(top="#6a3f63", glow="#ffc583", leaves="#a0605a", beam="#ffb878", strength=0.55),
    "dusk": _Mood(top="#262a58", glow="#c98aa0", leaves="#4a4878", beam="#c99ac0", strength=0.20),
    "night": _Mood(top="#081230", glow="#3f649c", leaves="#1c3358", beam="#a8c8ff", strength=0.24),
    "aurora": _Mood(top="#061530", glow="#2f8f8a", leaves="#12454e", beam="#8affd8", strength=0.22),
    "overcast": _Mood(top="#6c8076", glow="#dfe6dc", leaves="#86988a", beam=None),
    "storm": _Mood(top="#303c3e", glow="#8b9a98", leaves="#48585a", beam=None),
    "snow": _Mood(top="#8ea2bc", glow="#eff3f7", leaves="#a9b8ca", beam=None),
}


_FAIRY = _Mood(top="#120f38", glow="#6fb6d8", leaves="#4a4a9a", beam="#b9a8ff", strength=0.34)


@place("forest")
def forest(canvas: Canvas, setting: Setting) -> Stage:
    mood, season = _mood(setting), _season(setting)
    horizon = _HORIZON * canvas.height
    _light_between(canvas, setting, mood, horizon)
    light = _light(setting)
    lens = open_lens(canvas.width, canvas.height, horizon=_HORIZON, ground=_GROUND)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.85, far=90, rows=300)
    height = _relief(fan, setting)
    canvas.layer("ground")
    colour = _floor(fan, setting, season) * terrain.lit(fan, height, light, fill=0.5, soft=1.4)
    veil = smoothstep(7, 60, fan.depth)[:, None, None] * F(0.9)
    terrain.lay_terrain(
        canvas, fan, height, np.asarray(colour + (rgb(mood.glow) - colour) * veil, F), crest=2.0
    )
    terrain.grit(canvas, setting.rng("grit"), horizon, 0.05)
    canvas.layer("trees")
    groves.plant_all(
        canvas,
        fan,
        height,
        light,
        _trees(fan, setting, season),
        air=mix(mood.glow, mood.leaves, 0.25),
        clear=9,
        far=48,
        most=0.80,
        hidden=True,
    )
    if mood.beam is not None and setting.weather in (None, "clear"):
        _beams(canvas, setting, mood)
    canvas.layer("undergrowth")
    groves.plant_all(
        canvas, fan, height, light, _undergrowth(fan, setting, season), air=mood.glow, clear=9, far=40
    )
    stage = Stage(
        light=light,
        horizon=horizon,
        ground=_GROUND * canvas.height,
        sky_at=(0.68, 0.2),
        haze=0.06,
        finish=Finish(contrast=0.05, saturation=1.06, bloom=0.4, vignette=0.30),
    )
    stage.front.append(lambda c: _in_front(c, setting, season, light))
    return stage


def _is_enchanted(setting: Setting) -> bool:
    return setting.named == "enchanted_forest"


def _season(setting: Setting) -> str:
    """What the wood wears: of a season, or bamboo."""
    if setting.is_snowy or setting.named == "snow_forest":
        return "winter"
    if setting.named == "bamboo_forest":
        return "bamboo"
    if setting.season is None and setting.named == "maple_forest":
        return "autumn"
    return setting.season if setting.season in ("spring", "autumn") else "summer"


def _mood(setting: Setting) -> _Mood:
    if _is_enchanted(setting) and setting.is_night:
        return _FAIRY
    mood = _MOODS[
        "snow" if _season(setting) == "winter" and setting.hour in ("day", "overcast") else setting.hour
    ]
    if _season(setting) != "autumn" or setting.is_night:
        return mood
    return _Mood(
        top=mix(mood.top, "#b0602a", 0.55),
        glow=mix(mood.glow, "#ffe2a0", 0.5),
        leaves=mix(mood.leaves, "#e08a30", 0.65),
        beam=mood.beam,
        strength=mood.strength,
    )


def _light(setting: Setting) -> Light:
    """The sun stands behind the trees on the left: rims are strong, shadows fall to the right and forward."""
    light = with_light(setting.light, shadow=tuple(0.5 * float(c) for c in rgb(_mood(setting).top) * 0.5))
    x, y, z = light.direction
    if setting.hour in ("overcast", "storm", "snow"):
        return light
    return with_light(light, direction=(-abs(x), max(y, 0.55), z), rim_strength=light.rim_strength + 0.25)


def _light_between(whole: Canvas, setting: Setting, mood: _Mood, whole_horizon: float) -> None:
    """What is seen between the trees: a glow that fades upwards, leaves and thin trunks in it. It is far out of focus,
    so half the size will do."""
    canvas, horizon = Canvas(whole.width / 2, whole.height / 2), whole_horizon / 2
    canvas.cover(
        linear(
            (0, 0),
            (0, horizon * 1.05),
            [(0, mood.top), (0.5, mix(mood.top, mood.glow, 0.55)), (0.9, mood.glow), (1, mood.glow)],
        )
    )
    if setting.is_night:
        sky.stars(
            canvas, setting.rng("stars"), int(240 * canvas.width * horizon / 1e6), horizon * 0.7, bright=3
        )
    canvas.glow(canvas.width * 0.42, horizon * 0.82, 0.55 * max(canvas.width, horizon), mood.glow, 0.75)
    rng = setting.rng("depths")
    for far, count, wide in ((0.30, 34, 5.0), (0.52, 22, 8.0)):
        _distant_trunks(canvas, rng, mix(mood.glow, mood.leaves, far), count, wide * canvas.unit, horizon)
        _distant_leaves(canvas, rng, mix(mood.glow, mood.leaves, far + 0.18), horizon, far)
    whole.pixels[:] = cv2.resize(canvas.pixels, (whole.width, whole.height), interpolation=cv2.INTER_LINEAR)


def _distant_trunks(
    canvas: Canvas, rng: np.random.Generator, colour: Colour, count: int, wide: float, horizon: float
) -> None:
    outlines = []
    for k in range(round(count * max(1.0, canvas.width / canvas.height))):
        x = ((k * 0.618 + rng.random() * 0.4) % 1.0) * canvas.width
        w, lean, foot = (
            wide * rng.uniform(0.5, 1.3),
            rng.normal() * 0.03 * horizon,
            horizon * rng.uniform(1.0, 1.03),
        )
        outlines.append(
            np.array([(x - w, foot), (x + lean - w * 0.6, -4), (x + lean + w * 0.6, -4), (x + w, foot)])
        )
    canvas.fill_union(
        outlines, linear((0, 0), (0, horizon), [(0, colour, 0.95), (0.65, colour, 0.85), (1, colour, 0.25)])
    )


def _distant_leaves(
    canvas: Canvas, rng: np.random.Generator, colour: Colour, horizon: float, far: float
) -> None:
    h = int(horizon * 0.9)
    n = noise.soft_fractal(h, canvas.width, 120 * canvas.unit * (0.6 + far), 6, rng, gain=0.62)
    y = np.linspace(0, 1, h, dtype=F)[:, None]
    cover = smoothstep(0.0, 0.07, n - F(0.40) - y * F(0.50 - 0.18 * far))
    canvas.lay(0, 0, rgb(colour), cover, "normal", 0.85)


def _relief(fan: Fan, setting: Setting) -> Array:
    """A glade that rises a little to both sides, with humps and roots; even where the subject stands."""
    rng = setting.rng("relief")
    aside = np.abs(fan.across)[None] / F(float(fan.across[-1]))
    height = (
        (terrain.rough(fan, rng, 3.2, 4) - F(0.5)) * F(0.34) * (F(0.3) + F(0.7) * smoothstep(0.2, 0.8, aside))
    )
    height += (terrain.rough(fan, rng, 0.5, 3) - F(0.5)) * F(0.05)
    height += smoothstep(0.35, 1.1, aside) * smoothstep(2.0, 9.0, fan.z) * F(0.35)
    return np.asarray(height, F)


_GRASSES = {
    "bamboo": ("#a3ad58", "#6f8440"),
    "summer": ("#86b348", "#4f7f34"),
    "spring": ("#a4c95c", "#5f9440"),
    "autumn": ("#c79a4a", "#8a6a34"),
}


def _floor(fan: Fan, setting: Setting, season: str) -> Array:
    """Moss and grass, bare earth in patches, leaves in autumn, snow in winter; spots of sun lie on it."""
    rng = setting.rng("floor")
    patch = terrain.rough(fan, rng, 2.4, 5, gain=0.6)
    fine = terrain.rough(fan, rng, 0.22, 3, gain=0.7)
    if season == "winter":
        return np.asarray(
            rgb("#eef3fb") * (F(0.92) + F(0.16) * (patch - F(0.5)) + F(0.07) * (fine - F(0.5)))[..., None], F
        )
    light, dark = (rgb(c) for c in _GRASSES[season])
    colour = dark + (light - dark) * smoothstep(0.3, 0.7, patch * F(0.6) + fine * F(0.4))[..., None]
    earth = rgb("#8a6b48") * (F(0.75) + F(0.5) * fine)[..., None]
    trodden = np.exp(-((fan.across[None] / F(0.30)) ** 2)) * F(0.16)
    colour = (
        colour
        + (earth - colour)
        * (smoothstep(0.58, 0.72, terrain.rough(fan, rng, 1.7, 4) + trodden) * F(0.75))[..., None]
    )
    colour *= (F(0.82) + F(0.42) * fine)[..., None]
    if season == "autumn":
        colour = _littered(fan, rng, colour)
    if setting.hour in ("day", "golden", "dawn", "sunset") and setting.weather in (None, "clear"):
        dapple = smoothstep(0.54, 0.68, terrain.rough(fan, rng, 1.1, 3, stretch=1.6))
        colour *= (F(0.74) + F(0.62) * dapple)[..., None]
    return np.asarray(colour, F)


def _littered(fan: Fan, rng: np.random.Generator, colour: Array) -> Array:
    for tint in ("#d9762a", "#e8a83a", "#b8452a"):
        lies = smoothstep(
            0.60, 0.70, terrain.octave(fan, rng, 0.13) * F(0.6) + terrain.octave(fan, rng, 1.6) * F(0.4)
        )
        colour = colour + (rgb(tint) - colour) * (lies * F(0.85))[..., None]
    return colour


# -- what grows ---------------------------------------------------------------------------------------------


def _trees(fan: Fan, setting: Setting, season: str) -> list[Plant]:
    """Whole trees farther off, trunks near by; the middle stays open so that the light gets in."""
    rng = setting.rng("trees")
    winter = season == "winter"
    lofty = fan.lens.top(10.0) / 10.0 * 1.06  # metres of trunk for each metre of depth
    whole = woods.snowy_conifer if winter else herbs.bamboo if season == "bamboo" else woods.tall_tree(season)
    plants = groves.strewn(
        rng, groves.spread(rng, fan, 26, 13, 46, aside=0.20, crowd=0.8), whole, (10, 15), kinds=2, shaded=20
    )
    trunks = (
        (-0.93, 6.2),
        (0.96, 6.8),
        (-0.60, 10.5),
        (0.66, 11.5),
        (0.36, 16.0),
        (-0.32, 18.5),
        (0.88, 14.0),
    )
    where = [(a, z, max(9.0, lofty * z + 2.5) * rng.uniform(0.95, 1.08)) for a, z in trunks]
    if season != "bamboo":
        return plants + groves.at_sides(fan, woods.snowy_trunk if winter else woods.trunk, where, kinds=4)
    canes = groves.spread(rng, fan, 44, 5.5, 17, aside=0.34)
    return plants + groves.strewn(rng, canes, woods.cane, (lofty * 17 + 2, lofty * 17 + 5), kinds=4)


def _undergrowth(fan: Fan, setting: Setting, season: str) -> list[Plant]:
    rng = setting.rng("undergrowth")

    def spread(count: int, near: float, far: float, aside: float) -> list[tuple[float, float]]:
        return groves.spread(rng, fan, count, near, far, aside=aside)

    if season == "winter":
        return [
            *groves.strewn(rng, spread(9, 4.6, 18, 0.5), herbs.stone, (0.15, 0.4), first=WINTER),
            *groves.strewn(rng, spread(7, 5.5, 16, 0.42), woods.snowy_conifer, (0.8, 2.0)),
            *groves.strewn(rng, spread(16, 3.0, 9, 0.2), herbs.tuft, (0.1, 0.22), first=WINTER, pitch=12),
        ]
    dry = WINTER if season == "autumn" else 0
    fairy = []
    if _is_enchanted(setting):
        fairy = groves.strewn(
            rng, spread(28, 3.0, 14, 0.44), herbs.glowing_toadstool, (0.16, 0.42), kinds=4, pitch=10
        )
    return [
        *fairy,
        *groves.strewn(rng, spread(26, 3.4, 18, 0.42), herbs.fern, (0.35, 0.65), first=dry, pitch=12),
        *groves.strewn(rng, spread(56, 2.6, 12, 0.1), herbs.tuft, (0.1, 0.22), first=dry, pitch=12, shaded=6),
        *groves.strewn(rng, spread(6, 4.0, 14, 0.45), herbs.stone, (0.25, 0.55)),
        *groves.strewn(rng, spread(7, 3.2, 7, 0.48), herbs.toadstool, (0.13, 0.24), pitch=10),
    ]


# -- light and what is near ---------------------------------------------------------------------------------


def _beams(canvas: Canvas, setting: Setting, mood: _Mood) -> None:
    assert mood.beam is not None
    x, y = 0.16 * canvas.width, -0.22 * canvas.height
    air.beams(
        canvas,
        x,
        y,
        mood.beam,
        setting.rng("beams"),
        mood.strength,
        count=11,
        spread=0.95,
        angle=math.radians(62),
        length=1.25,
    )


def _in_front(canvas: Canvas, setting: Setting, season: str, light: Light) -> None:
    """Dark boughs and ferns out of focus frame the glade; motes float in the light, fireflies at night."""
    unit = canvas.unit
    dim = with_light(
        light,
        key=tuple(0.8 * c for c in light.key),
        shade=tuple(0.75 * c for c in light.shade),
        rim_strength=0.6,
    )
    if season not in ("winter", "bamboo"):
        make = woods.bough(season)
        for x, y, tall, kind, flip in (
            (0.06, 0.13, 250, 0, False),
            (0.94, 0.09, 220, 1, True),
            (0.36, 0.005, 130, 2, True),
            (0.72, -0.005, 120, 3, False),
        ):
            cutout.stand(
                canvas,
                make,
                kind,
                dim,
                x * canvas.width,
                y * canvas.height,
                tall * unit,
                soft=2.0 * unit,
                flip=flip,
                shadow=0,
                pitch=0,
            )
        for x, tall, kind in ((0.0, 235, 1), (1.0, 200, 2)):
            cutout.stand(
                canvas,
                herbs.fern,
                kind + (WINTER if season == "autumn" else 0),
                dim,
                x * canvas.width,
                canvas.height + 40 * unit,
                tall * unit,
                soft=4.0 * unit,
                shadow=0,
            )
    if _is_enchanted(setting):
        for name, colour in (("blue", "#8ff0ff"), ("pink", "#ffb0ee")):
            air.motes(
                canvas,
                setting.rng(name),
                34,
                colour,
                1.5 * unit,
                6 * unit,
                0.9,
                mode="screen",
                top=0.2 * canvas.height,
            )
    elif setting.is_night:
        air.fireflies(canvas, setting.rng("fireflies"), 34, top=0.3, largest=6, opacity=0.9)
    elif setting.weather in (None, "clear") and season != "winter":
        air.motes(canvas, setting.rng("motes"), 46, "#fff6cf", 1 * unit, 4.5 * unit, 0.55, mode="screen")
