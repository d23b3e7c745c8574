"""The Moon: grey dust and craters in hard light, under a black sky."""

from __future__ import annotations

import cv2
import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.colour import Array, F, rgb
from waa.painter.kept import kept
from waa.painter.light import LIGHTS, Light
from waa.painter.noise import smoothstep
from waa.painter.solid.boulder import boulder
from waa.painter.solid.model import Model
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import cosmos, cutout, sky, terrain
from waa.painter.world.lens import level
from waa.painter.world.terrain import Fan

_CALM = (-0.35, 3.1, 1.0)  # x, depth and radius of the spot where nothing but dust lies, in metres


@place("moon", hour="space")
def moon(canvas: Canvas, setting: Setting) -> Stage:
    """A plain of craters that ends in rounded hills; the light comes in low from one side."""
    tall = canvas.height > 1.2 * canvas.width
    horizon, ground = (0.72, 0.90) if tall else (0.665, 0.895)
    light = _light(setting)
    _heavens(canvas, setting, horizon * canvas.height)
    canvas.layer("hills")
    lens = level(canvas.width, canvas.height, horizon=horizon, ground=ground, eye=1.2, near=3.1)
    fan = terrain.fan_of(lens, near=lens.depth_of(canvas.height) * 0.8, far=320, rows=520)
    height, fresh = _relief(fan, setting)
    hard = with_light(light, shade=tuple(0.62 * c for c in light.shade))
    colour = _dust(fan, setting, fresh) * terrain.lit(fan, height, hard, fill=0.0, soft=0.6, bounce=0.1)
    terrain.lay_terrain(canvas, fan, height, colour)
    terrain.grit(canvas, setting.rng("grit"), horizon * canvas.height, 0.07)
    _stones(canvas, setting, fan, height, light)
    stage = Stage(
        light=light,
        horizon=horizon * canvas.height,
        ground=ground * canvas.height,
        sky_at=(0.67, 0.27 if not tall else 0.24),
        haze=0.0,
        weathered=False,
        finish=Finish(contrast=0.07, saturation=1.05, bloom=0.36, vignette=0.30),
    )
    stage.front.append(lambda c: _near_stones(c, light))
    return stage


def _light(setting: Setting) -> Light:
    """No air: whatever the hour, the shadows are deep. The hour tints the sun and lowers it."""
    base = LIGHTS["space"]
    if setting.hour in ("sunset", "golden", "dawn"):
        side = -1.0 if setting.hour != "dawn" else 1.0
        return with_light(
            base,
            direction=(side * 0.92, 0.26, 0.3),
            key=LIGHTS[setting.hour].key,
            rim=LIGHTS[setting.hour].rim,
        )
    if setting.is_night:
        return with_light(base, key=(0.74, 0.79, 1.02), shade=(0.15, 0.18, 0.38), rim=(0.6, 0.8, 1.0))
    return with_light(base, direction=(-0.84, 0.30, 0.30))


def _heavens(canvas: Canvas, setting: Setting, horizon: float) -> None:
    canvas.cover("#03040b")
    cosmos.galaxy(canvas, setting.rng("galaxy"), horizon * 1.1, strength=0.95)
    cosmos.starfield(canvas, setting.rng("stars"), horizon * 1.08, density=1.3)
    if setting.hour == "aurora":
        sky.aurora(canvas, setting.rng("aurora"), horizon)


def _relief(fan: Fan, setting: Setting) -> tuple[Array, Array]:
    """(height, how freshly the dust was thrown up 0..1)."""
    rng = setting.rng("relief")
    away = smoothstep(4, 26, fan.z)
    height = (terrain.rough(fan, rng, 30, 4, gain=0.45) - F(0.5)) * F(3.4) * away
    height += (terrain.rough(fan, rng, 3.0, 7, gain=0.46) - F(0.5)) * F(0.26) * (F(0.35) + F(0.65) * away)
    hills = terrain.rough(fan, rng, 95, 6, gain=0.42)
    height += smoothstep(0.40, 0.95, hills) * F(30) * smoothstep(70, 190, fan.z)
    fresh = np.zeros(fan.shape, F)
    for x, z, radius in _craters(rng, fan):
        _crater(fan, height, fresh, x, z, radius, rng)
    # The Moon is small: the ground falls away to both sides.
    height -= (fan.across[None] ** 2) * fan.z * F(0.055)
    return height, np.clip(fresh, 0, 1)


def _on_calm(x: float, z: float, radius: float) -> bool:
    cx, cz, r = _CALM
    return float(np.hypot((x - cx) / 1.3, z - cz)) < r + radius * 1.2


def _craters(rng: np.random.Generator, fan: Fan) -> list[tuple[float, float, float]]:
    """Large ones far off, small ones near, none where the subject sits: (x, depth, radius), the largest first."""
    found = [(2.3, 7.5, 1.5), (-4.4, 11.5, 2.2)]
    for _ in range(230):
        z = float(np.exp(rng.uniform(np.log(1.7), np.log(110))))
        x = rng.uniform(-1.05, 1.05) * z * float(fan.across[-1])
        radius = z * (0.022 + 0.10 * rng.random() ** 5)
        if not _on_calm(x, z, radius):
            found.append((x, z, radius))
    return sorted(found, key=lambda c: -c[2])


def _window(fan: Fan, x: float, z: float, reach: float) -> tuple[slice, slice]:
    near, far = np.searchsorted(fan.depth, (z - reach, z + reach))
    closest = max(z - reach, float(fan.depth[0]))
    sides = [(x + s * reach) / d for s in (-1, 1) for d in (closest, z + reach)]
    left, right = np.searchsorted(fan.across, (min(sides), max(sides)))
    return slice(int(near), int(far)), slice(int(left), int(right))


def _crater(
    fan: Fan, height: Array, fresh: Array, x: float, z: float, radius: float, rng: np.random.Generator
) -> None:
    """A bowl with a raised rim; it levels what was there before."""
    deep, new, waves = radius * rng.uniform(0.26, 0.42), rng.random() ** 3, rng.uniform(0, 6.3, 2)
    rows, columns = _window(fan, x, z, radius * _REACH)
    if rows.stop - rows.start < 20 or columns.stop - columns.start < 12:
        return  # too small to be seen as round
    dx, dz = fan.x[rows, columns] - F(x), fan.z[rows, columns] - F(z)
    angle = np.arctan2(dz, dx)
    d = np.sqrt(dx * dx + dz * dz) / F(radius)
    d *= 1 + F(0.05) * np.sin(angle * 3 + F(waves[0])) + F(0.03) * np.sin(angle * 7 + F(waves[1]))
    profile, bed, dust = _profiles(round(2 * _REACH / (rows.stop - rows.start), 2))
    part = height[rows, columns]
    part *= 1 - F(0.75) * np.interp(d, _OUTWARDS, bed).astype(F)
    part += np.interp(d, _OUTWARDS, profile).astype(F) * F(deep)
    if new > 0.05:
        fresh[rows, columns] += np.interp(d, _OUTWARDS, dust).astype(F) * F(new)


_REACH, _STEPS = 2.4, 480  # how far a crater throws its dust, in radii; steps of its profile
_OUTWARDS = np.linspace(0, _REACH, _STEPS)


@kept
def _profiles(step: float) -> tuple[Array, Array, Array]:
    """(height, how far it levels, fresh dust) outwards from a crater's middle, smoothed so that a fan whose rows
    lie `step` radii apart can follow."""
    d = _OUTWARDS.astype(F)
    bowl = -np.clip(1 - d * d, 0, 1) + F(0.16) * smoothstep(0.6, 0.0, d)
    rim = F(0.42) * np.exp(-(((d - 1) / F(0.17)) ** 2)) + F(0.16) * np.exp(
        -np.clip(d - 1, 0, None) * F(2.2)
    ) * smoothstep(0.6, 1, d)
    bed = smoothstep(1.0, 0.55, d)
    dust = np.exp(-(((d - F(0.98)) / F(0.2)) ** 2)) + F(0.6) * np.exp(
        -np.clip(d - 1, 0, None) * F(2.0)
    ) * smoothstep(0.8, 1, d)
    end = smoothstep(_REACH, _REACH * 0.75, d)
    sigma = max(0.05, 1.5 * step) * _STEPS / _REACH
    curves = np.stack([(bowl + rim) * end, bed, dust * end])
    mirrored = np.concatenate([curves[:, ::-1], curves], 1)
    smooth = cv2.GaussianBlur(mirrored, (0, 0), sigmaX=sigma, sigmaY=0.01, borderType=cv2.BORDER_REPLICATE)[
        :, _STEPS:
    ]
    return smooth[0], smooth[1], smooth[2]


def _stone(variant: int) -> Model:
    return Model(
        mesh=boulder(
            noise.stream("moon stone", variant), "#b9b9c0", steps=18, flat=0.5 + 0.12 * (variant % 4)
        )
    )


def _stones(canvas: Canvas, setting: Setting, fan: Fan, height: Array, light: Light) -> None:
    """Farther ones first; none on the spot of the subject."""
    rng = setting.rng("stones")
    z = np.sort(np.exp(rng.uniform(np.log(1.9), np.log(14), 110)))[::-1]
    x = rng.uniform(-1, 1, 110) * z * float(fan.across[-1])
    size = rng.uniform(0.02, 0.045, 110) * (1 + 5.0 * rng.random(110) ** 5) * (0.6 + 0.2 * z)
    kinds = rng.integers(0, 6, 110)
    px, py, seen = terrain.spots(canvas, fan, height, x, z)
    scale = fan.lens.focal * canvas.width / fan.lens.width
    for k in np.nonzero(seen)[0]:
        if not _on_calm(float(x[k]), float(z[k]), float(size[k])):
            cutout.stand(
                canvas, _stone, int(kinds[k]), light, px[k], py[k], size[k] * scale / z[k] * 0.7, pitch=12
            )


def _near_stones(canvas: Canvas, light: Light) -> None:
    """Two dark boulders in the lower corners, out of focus."""
    dark = with_light(
        light,
        key=tuple(0.34 * c for c in light.key),
        shade=tuple(0.5 * c for c in light.shade),
        rim_strength=0.25,
    )
    unit = canvas.unit
    for x, kind, tall in ((0.01, 2, 150), (1.0, 4, 120)):
        cutout.stand(
            canvas,
            _stone,
            kind,
            dark,
            x * canvas.width,
            canvas.height + 30 * unit,
            tall * unit,
            soft=4.5 * unit,
            shadow=0,
        )


def _dust(fan: Fan, setting: Setting, fresh: Array) -> Array:
    rng = setting.rng("dust")
    patch = terrain.rough(fan, rng, 9, 5)
    fine = terrain.rough(fan, rng, 0.35, 4, gain=0.7)
    tone = F(0.80) + (patch - F(0.5)) * F(0.5) + (fine - F(0.5)) * F(0.34) + fresh * F(0.34)
    cool, warm = rgb("#d6d9e4"), rgb("#e3dcd3")
    colour = cool + (warm - cool) * smoothstep(0.35, 0.65, terrain.rough(fan, rng, 24, 3))[..., None]
    return np.asarray(colour * tone[..., None], F)
