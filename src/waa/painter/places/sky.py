"""Above the clouds: a sea of them to the horizon, towers of cumulus, a far summit or two,
and all the air in between."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, F, look_up, mix, ramp, rgb
from waa.painter.light import Light
from waa.painter.noise import fractal, smoothstep
from waa.painter.stage import Finish, Setting, Stage, place, with_light
from waa.painter.world import sky
from waa.painter.world.massif import Look, massif
from waa.painter.world.scenery import OpenSky, open_sky

_GOOD_SUMMITS = (0, 1, 3, 7)  # seeds whose mountains reach out of the clouds


@place("sky", floats=True)
def above_the_clouds(canvas: Canvas, setting: Setting) -> Stage:
    """What flies hangs in the middle; whoever else comes here stands on a cloud."""
    horizon, ground = 0.66, 0.86
    scene = open_sky(canvas, setting, horizon * canvas.height, clouds=2)
    light = scene.light
    canvas.layer("summits")
    _summits(canvas, setting, scene, horizon * canvas.height)
    canvas.layer("towers of cloud")
    _towers(canvas, setting, scene, horizon * canvas.height)
    canvas.layer("sea of clouds")
    _sea(canvas, setting, scene, horizon * canvas.height)
    stage = Stage(
        light=with_light(
            light, bounce=tuple(float(c) for c in rgb(sky.CLOUDS[setting.hour][0])), shadow_opacity=0.25
        ),
        horizon=horizon * canvas.height,
        ground=ground * canvas.height,
        kind="ground" if setting.stands else "air",
        subject_height=0.42,
        sky_at=(0.68, 0.24),
        haze=0.04,
        shadows=setting.stands,
        finish=Finish(contrast=0.05, saturation=1.07, bloom=0.26),
    )
    stage.front.append(lambda c: _before(c, setting, light))
    return stage


def _tones(hour: str) -> Array:
    """A cloud's colours from its shade to its light."""
    lit, dark = sky.CLOUDS[hour]
    return ramp([(0, dark), (0.5, mix(dark, lit, 0.5)), (0.92, lit), (1, mix(lit, "#ffffff", 0.3))], 256)


def _summits(canvas: Canvas, setting: Setting, scene: OpenSky, horizon: float) -> None:
    """Two peaks that reach out of the clouds, in the air's colour."""
    haze = mix(sky.horizon_colour(setting.hour), sky.SKIES[setting.hour][-2][1], 0.3)
    look = Look(rock="#7d86a0", green=None, snowline=0.30, haze=haze, veil=(0.45, 0.72))

    def envelope(x: Array) -> Array:
        return np.asarray(
            np.exp(-(((x - F(0.24)) / F(0.14)) ** 2)) + F(0.62) * np.exp(-(((x - F(0.93)) / F(0.12)) ** 2)), F
        )

    massif(
        canvas,
        scene.light,
        noise.stream(_GOOD_SUMMITS[setting.seed % len(_GOOD_SUMMITS)], "sky", "summits"),
        horizon + 14 * canvas.unit,
        0.22 * min(canvas.height, canvas.width * 1.2),
        look,
        envelope=envelope,
        rows=100,
    )


def _towers(canvas: Canvas, setting: Setting, scene: OpenSky, horizon: float) -> None:
    """Cumulus that grows out of the sea of clouds, the larger the nearer."""
    lit, dark = sky.CLOUDS[setting.hour]
    air = sky.horizon_colour(setting.hour)
    short = min(canvas.width, canvas.height)
    for k, (x, up, wide, tall, veil) in enumerate(
        (
            (0.36, 6, 0.40, 0.055, 0.55),
            (0.72, 8, 0.50, 0.075, 0.45),
            (0.96, 16, 0.52, 0.20, 0.22),
            (-0.06, 20, 0.40, 0.13, 0.18),
        )
    ):
        rng = setting.rng("tower", k)
        sky.cloud(
            canvas,
            x * canvas.width,
            horizon + up * canvas.unit + 0.02 * short,
            wide * max(short, 0.7 * canvas.width),
            tall * short,
            scene.light,
            mix(lit, air, veil),
            mix(dark, air, veil + 0.1),
            rng,
            puffs=46,
        )


# -- the sea of clouds ------------------------------------------------------------------------------------


def _sea(canvas: Canvas, setting: Setting, scene: OpenSky, horizon: float) -> None:
    """Heaps of spheres, row before row in one depth buffer at half the size, lit together and torn by noise."""
    rng = setting.rng("sea")
    top = int(horizon - 0.05 * canvas.height)
    h, w = max(4, (canvas.height - top) // 2), max(4, canvas.width // 2)
    normal, near = _heaps(rng, w, h, (horizon - top) / 2, min(canvas.width, canvas.height) / 2)
    solid = (near >= 0).astype(F)
    lamb = (
        np.clip((normal @ scene.light.toward + F(0.55)) / F(1.45), 0, 1) * F(0.60)
        + normal[..., 1] * F(0.24)
        + F(0.10)
    )
    # What lies behind the edge of a nearer heap is in its shade.
    soft = max(0.8, 0.006 * h)
    hidden = np.clip((blur(near, 6 * soft) - near) * F(7.0), 0, 1)
    lamb = blur(np.asarray((lamb - F(0.30) * hidden) * solid, F), soft) / (blur(solid, soft) + F(1e-3))
    yy, xx = np.mgrid[0:h, 0:w].astype(F)
    down = np.clip((yy - F((horizon - top) / 2)) / F(h), 0, 1)
    torn = (F(2.0) + F(0.075) * F(h) * down) * F(1.5)
    cell = max(4.0, 0.035 * h)
    nx, ny = (fractal(h, w, cell * k, 3, rng) - F(0.5) for k in (1.0, 1.2))
    lamb, cover, far = (
        cv2.remap(
            np.asarray(part, F),
            xx + nx * torn,
            yy + ny * torn,
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        for part in (lamb, blur(solid, 1.2), 1 - near)
    )
    colour = look_up(_tones(setting.hour), np.clip(lamb * F(0.90), 0, 1))
    tint = sky.horizon_colour(setting.hour)
    veil = (np.clip(far, 0, 1) ** F(2.2) * F(0.72))[..., None]
    size = (canvas.width, canvas.height - top)
    painted = cv2.resize(np.asarray(colour + (tint - colour) * veil, F), size)
    canvas.lay(0, top, np.asarray(painted, F), np.asarray(cv2.resize(smoothstep(0.2, 0.75, cover), size), F))


def _heaps(rng: np.random.Generator, w: int, h: int, line: float, short: float) -> tuple[Array, Array]:
    """(normals (h, w, 3), nearness (h, w): 0 at the horizon, 1 at the lower edge, under 0 where there is nothing)."""
    spheres = []
    ranges = noise.fractal(24, 24, 7, 3, rng)
    for t in np.linspace(0.02, 1.12, 15):
        base = line + (h - line) * t**1.55
        r = short * (0.016 + 0.135 * t**1.35)
        x = -r * rng.random()
        while x < w + r:
            high = float(ranges[int(t * 20), int(np.clip(x / w, 0, 1) * 23)])
            swell = (0.35 + 0.95 * high) * rng.uniform(0.75, 1.25)
            for _ in range(4):
                spheres.append(
                    (
                        x + rng.normal() * r * 0.75,
                        base + r * (rng.uniform(-0.55, 0.5) * swell + 0.75 * (0.5 - high)),
                        t * 1e4 + rng.uniform(-0.3, 0.3) * r,
                        r * rng.uniform(0.45, 0.95) * (0.5 + 0.5 * swell),
                    )
                )
            x += r * rng.uniform(0.9, 1.5)
    table = np.array(spheres, F)
    which, depth = _foremost(table, w, h)
    x, y, _, r = (table[which, k] for k in range(4))
    across, up = (np.arange(w, dtype=F)[None] - x) / r, (y - np.arange(h, dtype=F)[:, None]) / r
    ahead = np.sqrt(np.clip(1 - across**2 - up**2, 0, 1))
    near = np.where(depth > -1e8, np.clip(depth / F(1.12e4), 0, 1), F(-1))
    return np.dstack([across, up, ahead]), near.astype(F)


def _foremost(spheres: Array, w: int, h: int) -> tuple[NDArray[np.int32], Array]:
    """Which of the spheres (x, y, nearness, radius) each pixel sees, (h, w), and how near it is there."""
    which, depth = np.zeros((h, w), np.int32), np.full((h, w), -1e9, F)
    for k, (x, y, z, r) in enumerate(spheres):
        x0, x1, y0, y1 = (
            max(0, int(x - r)),
            min(w, int(x + r) + 1),
            max(0, int(y - r)),
            min(h, int(y + r) + 1),
        )
        if x1 <= x0 or y1 <= y0:
            continue
        dx, dy = np.arange(x0, x1, dtype=F) - x, np.arange(y0, y1, dtype=F) - y
        inside = (r * r - dx * dx)[None] - (dy * dy)[:, None]
        ahead = np.where(inside > 0, z + np.sqrt(np.maximum(inside, 0)), F(-1e9))
        window = depth[y0:y1, x0:x1]
        wins = ahead > window
        np.copyto(window, ahead, where=wins)
        np.copyto(which[y0:y1, x0:x1], np.int32(k), where=wins)
    return which, depth


# -- nearer than the things -------------------------------------------------------------------------------


def _before(canvas: Canvas, setting: Setting, light: Light) -> None:
    """Soft heaps along the lower edge, and wisps that drift by."""
    lit, dark = sky.CLOUDS[setting.hour]
    short = min(canvas.width, canvas.height)
    for k, (x, y, wide, tall, opacity) in enumerate(
        ((0.0, 1.05, 0.56, 0.15, 0.96), (1.0, 1.05, 0.62, 0.19, 0.96))
    ):
        sky.cloud(
            canvas,
            x * canvas.width,
            y * canvas.height,
            wide * max(short, 0.75 * canvas.width),
            tall * short,
            light,
            lit,
            dark,
            setting.rng("near cloud", k),
            opacity=opacity,
        )
    h = int(0.3 * canvas.height)
    wisps = noise.soft_fractal(
        h, canvas.width, 60 * canvas.unit, 4, setting.rng("wisps"), shrink=4, cell_x=420 * canvas.unit
    )
    fade = np.sin(np.linspace(0, np.pi, h, dtype=F))[:, None]
    canvas.lay(
        0,
        int(0.66 * canvas.height),
        rgb(lit),
        np.asarray(smoothstep(0.52, 0.85, wisps) * fade, F),
        "normal",
        0.30,
    )
