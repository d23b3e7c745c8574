"""Massifs: mountains and islands far off, as terrain: lit faces, shadows across valleys, snow where it would lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.stage import with_light
from waa.painter.world import terrain
from waa.painter.world.lens import Lens
from waa.painter.world.terrain import Fan

_EYE = 0.10  # kilometres


@dataclass(frozen=True, kw_only=True)
class Look:
    """What covers a massif: `rock` on what is steep, `green` on gentle lower slopes, `snow` above `snowline` (0..1 of its
    height; over 1 there is none). `haze` is the air's colour, `veil` (near, far) how much of it lies over it;
    `bands` how strongly the rock is layered."""

    rock: Colour = "#8d8378"
    green: Colour | None = "#5f8a4f"
    snow: Colour = "#f6f9ff"
    snowline: float = 2.0
    haze: Colour = "#dfe9ee"
    veil: tuple[float, float] = (0.15, 0.45)
    bands: float = 0.0


def massif(
    canvas: Canvas,
    light: Light,
    rng: np.random.Generator,
    horizon: float,
    tall: float,
    look: Look,
    *,
    envelope: Callable[[Array], Array] | None = None,
    ridge: Callable[[Array], Array] | None = None,
    near: float = 5.0,
    far: float = 13.0,
    cell: float = 3.0,
    craggy: float = 0.75,
    rows: int = 210,
    fill: float = 0.25,
) -> Array:
    """Lay mountains `tall` pixels high on the horizon; (canvas width,) is their skyline.

    They lie from `near` to `far` kilometres off and are about `cell` wide. `envelope` of x shares (0 left, 1 right)
    answers 0..1, how high they reach there; with `ridge`, which answers likewise, they are one mountain with just that
    skyline. `craggy` 0 makes downs, 1 makes alps.
    """
    lens = Lens(
        width=canvas.width,
        height=canvas.height,
        horizon=horizon,
        middle=canvas.width / 2,
        focal=1.1 * max(canvas.width, canvas.height * 0.8),
        eye=_EYE,
    ).scaled(min(0.5, 540 / canvas.width))
    fan = terrain.spread(lens, near, far, rows)
    pixels = tall / canvas.width * lens.width
    if ridge is None:
        height = _relief(fan, rng, pixels, envelope, cell, craggy)
    else:
        height = _single(fan, rng, pixels, ridge, cell, craggy)
    x, y, z = light.direction
    # Light from the side shows the form; a low sun is redder on high rock than on what is near.
    warm = min(1.0, max(0.0, 3 * (light.key[0] - light.key[2] - 0.15)))
    glow = tuple(float(c) for c in mix(light.key, "#ff9c8c", 0.38 * warm))
    aside = with_light(light, direction=(x * 1.4, y * 0.8, z * 0.45), key=glow)
    colour = _cover(fan, rng, height, look) * terrain.lit(
        fan, height, aside, fill=fill, soft=1.2, occlusion=0.8, wrap=0.0, ambient=0.85
    )
    t = smoothstep(near, far, fan.depth)[:, None, None] * F(look.veil[1] - look.veil[0]) + F(look.veil[0])
    low = np.exp(-np.clip(height, 0, None) / F(0.25 * _reach(fan, pixels)))[..., None]
    colour = colour + (rgb(look.haze) - colour) * np.clip(t + F(0.22) * low * t, 0, 1)
    return terrain.lay_terrain(
        canvas, fan, height, colour.astype(F), crest=0.8, bottom=horizon + 0.04 * canvas.height
    )


def _reach(fan: Fan, tall: float) -> float:
    """The height in kilometres that is `tall` pixels in the middle of the range."""
    return tall * float(fan.depth[len(fan.depth) // 2]) / fan.lens.focal


def _single(
    fan: Fan,
    rng: np.random.Generator,
    tall: float,
    ridge: Callable[[Array], Array],
    cell: float,
    craggy: float,
) -> Array:
    """One ridge across the view, its near side cut by gullies, its crest as it was drawn."""
    s = ((fan.depth - fan.depth[0]) / (fan.depth[-1] - fan.depth[0]))[:, None]
    bell = np.where(s < F(0.62), smoothstep(0.0, 0.64, s), smoothstep(1.04, 0.60, s))
    spurs = terrain.rough(fan, rng, cell * 0.5, 5, gain=0.5, ridged=True)
    shape = ridge(np.linspace(0, 1, fan.shape[1], dtype=F))[None] * bell
    shape = shape * (1 - F(0.25 + 0.35 * craggy) * (1 - spurs) * (1 - bell**6))
    return np.asarray(shape * fan.depth[:, None] * F(tall / fan.lens.focal), F)


def _relief(
    fan: Fan,
    rng: np.random.Generator,
    tall: float,
    envelope: Callable[[Array], Array] | None,
    cell: float,
    craggy: float,
) -> Array:
    body = terrain.rough(fan, rng, cell, 2)
    spine = terrain.rough(fan, rng, cell * 0.8, 3, gain=0.45, ridged=True)
    detail = terrain.rough(fan, rng, cell * 0.16, 5, gain=0.5, ridged=True)
    shape = body * F(1 - 0.6 * craggy) + spine ** F(1.6) * F(0.9 * craggy)
    shape = np.clip(shape - F(0.14), 0, None) * F(1.35)
    shape = shape * (F(1 - 0.30 * craggy) + F(0.42 * craggy) * detail)
    away = smoothstep(0.0, 0.55, (fan.depth - fan.depth[0]) / (fan.depth[-1] - fan.depth[0]))[:, None]
    shape = shape * away * (fan.depth / fan.depth[len(fan.depth) // 2])[:, None]
    if envelope is not None:
        shape = shape * envelope(np.linspace(0, 1, fan.shape[1], dtype=F))[None]
    return np.asarray(shape * F(_reach(fan, tall)), F)


def _cover(fan: Fan, rng: np.random.Generator, height: Array, look: Look) -> Array:
    right, away = terrain.slopes(fan, height)
    steep = np.sqrt(right * right + away * away)
    rough = terrain.rough(fan, rng, 0.5, 4, gain=0.6)
    share = height / F(max(float(height.max()), 1e-6))
    colour = rgb(look.rock) * (F(0.82) + F(0.36) * rough)[..., None]
    if look.bands:
        layer = np.sin((share + (rough - F(0.5)) * F(0.05)) * F(44)) * F(0.5) + np.sin(share * F(17)) * F(0.5)
        colour = colour * (1 + F(look.bands * 0.45) * layer)[..., None]
    if look.green is not None:
        grown = smoothstep(1.5, 0.8, steep + (rough - F(0.5)) * F(1.0)) * smoothstep(
            0.85, 0.45, share + (rough - F(0.5)) * F(0.4)
        )
        colour = (
            colour + (rgb(look.green) * (F(0.75) + F(0.5) * rough)[..., None] - colour) * grown[..., None]
        )
    if look.snowline < 1.5:
        lies = smoothstep(-0.06, 0.10, share - F(look.snowline) + (rough - F(0.5)) * F(0.25))
        lies *= smoothstep(3.0, 1.6, steep + (rough - F(0.5)) * F(1.2))
        colour = colour + (rgb(look.snow) - colour) * lies[..., None]
    return np.asarray(colour, F)
