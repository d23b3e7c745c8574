"""Globes of the sky: the Moon as it really looks, Mars, Saturn in its rings, a planet of fancy, the sun."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from waa.painter import noise
from waa.painter.archive import archived
from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, look_up, mix, ramp, rgb
from waa.painter.kept import kept
from waa.painter.noise import smoothstep
from waa.painter.props.earth import RADIUS, disc, rolled_out, round_noise
from waa.painter.solid.globe import Chart, Globe
from waa.painter.solid.mesh import Mesh, grid_faces, join, make
from waa.painter.solid.model import Anchor, Lamp, Model

_SIZE = 800
# The seas of the Moon: degrees north and east, radius in degrees, how dark. After any map of the near side.
_SEAS = (
    (33, -17, 18, 1.0), (26, 18, 11.5, 1.0), (9, 30, 13, 1.0), (17, 59, 8, 1.0), (-6, 51, 11, 0.9), (-15, 35, 6.5, 0.9),
    (24, -50, 17, 0.9), (6, -50, 16, 0.9), (-7, -42, 14, 0.8), (-24, -39, 7, 1.0), (-20, -16, 10, 0.9), (-10, -23, 9, 0.8),
    (13, 4, 5, 0.8), (8, -31, 9, 0.6), (57, -20, 5, 0.7), (57, 5, 5, 0.7), (56, 24, 5, 0.6), (44, -31, 6, 0.8),
    (0, 45, 6, 0.7), (-5, -68, 3, 0.9), (51, -9, 2, 1.0),
)  # fmt: skip
# Craters with a name: degrees north and east, radius in degrees, how bright its rays are.
_CRATERS = (
    (-43, -11, 2.6, 1.0), (10, -20, 2.9, 0.7), (8, -38, 1.6, 0.6), (24, -47, 1.8, 0.7), (-9, 61, 3.0, 0.25),
    (-25, 60, 3.6, 0.1), (-58, -14, 5.2, 0.0), (-9, -2, 3.9, 0.0), (-13, -3, 2.8, 0.0), (-18, -2, 3.0, 0.0),
    (-11, 26, 2.9, 0.1), (16, 47, 1.5, 0.6), (-41, 14, 2.6, 0.1), (-34, -8, 3.0, 0.0), (-28, 0, 3.2, 0.0),
    (-50, 4, 3.2, 0.0), (50, 17, 2.4, 0.1), (47, 44, 2.0, 0.1), (-67, -3, 4.2, 0.0), (30, 60, 2.4, 0.1),
    (-38, 45, 3.0, 0.0), (-47, -30, 3.0, 0.0), (62, -50, 3.4, 0.1), (-75, 30, 3.4, 0.0),
)  # fmt: skip


def _anchors() -> dict[str, Anchor]:
    return {"top": Anchor(at=(0, 2 * RADIUS, 0), size=0.4), "grip": Anchor(at=(0, RADIUS, 0))}


@draws("moon")
def moon(look: Look) -> Model:
    """The full moon, a metre across; a touch of its own light, so that it is bright in any night."""
    warm = look.colour in ("yellow", "gold", "orange")
    globe = Globe(
        centre=(0, RADIUS, 0), radius=RADIUS, front=_moon(True), back=_moon(False), air="#ffe9b8" if warm else "#dfe6ff",
        air_strength=0.5, reach=0.22, shines=0.58, depth=0.3,
    )  # fmt: skip
    if look.colour is not None:
        globe = dyed(globe, look.tint("#ffffff"))
    halo = Lamp(
        at=(0, RADIUS, 0), radius=2.3 * RADIUS, colour="#ffe3a8" if warm else "#b9c8ff", strength=0.34
    )
    return Model(mesh=globe.ball(), globe=globe, anchors=_anchors(), lamps=(halo,))


def dyed(globe: Globe, tint: Colour) -> Globe:
    """The same globe in shades of one colour."""

    def wash(chart: Chart) -> Chart:
        light = chart.colour.mean(-1, keepdims=True)
        return replace(chart, colour=np.asarray(rgb(tint) * (F(0.25) + light * F(0.95)), F))

    return replace(globe, front=wash(globe.front), back=wash(globe.back))


def _at(north: float, east: float) -> tuple[float, float, float]:
    b, l = math.radians(north), math.radians(east)  # noqa: E741
    return math.cos(b) * math.sin(l), math.sin(b), math.cos(b) * math.cos(l)


@kept
@archived
def _moon(near: bool) -> Chart:
    size = _SIZE if near else 260
    rng = noise.stream("moon", near)
    ball = np.dstack(disc(size))
    wander = (round_noise(size, 64, 5, rng) - F(0.5)) * F(1.0)
    sea = _seas(ball, wander) if near else np.zeros((size, size), F)
    tone = round_noise(size, 32, 5, rng)
    bright = look_up(
        ramp([(0, "#b9b6b4"), (0.5, "#dcd9d3"), (1, "#f3f0e8")]), np.clip(tone + wander * F(0.25), 0, 1)
    )
    dark = look_up(ramp([(0, "#6d7078"), (0.5, "#858790"), (1, "#9f9fa3")]), np.clip(tone, 0, 1))
    colour = bright + (dark - bright) * sea[..., None]
    height = (tone - F(0.5)) * F(0.010) * (1 - F(0.75) * sea)
    if near:
        for north, east, radius, shine in _CRATERS:
            if shine:
                colour += (rgb("#ffffff") - colour) * _rays(ball, _at(north, east), radius, shine, rng)[
                    ..., None
                ]
    named = (
        [(_at(n, e), math.radians(r * (1 if shine else 0.85))) for n, e, r, shine in _CRATERS] if near else []
    )
    pocks = _scattered(rng, 230 if near else 60, 0.010, 0.052)
    kept = [(c, r) for c, r in pocks if not near or sea[_pixel(c, size)] < 0.5 or r < 0.022]
    for centre, radius in kept:
        _dent(height, colour, centre, radius, depth=0.20)
    for centre, radius in named:
        _dent(height, colour, centre, radius, depth=0.13)
    return Chart(colour=np.clip(colour, 0, 1).astype(F), height=height.astype(F))


def _seas(ball: Array, wander: Array) -> Array:
    """How dark each pixel is with the lava of the seas, 0..1."""
    total = np.zeros(ball.shape[:2], F)
    for north, east, radius, dark in _SEAS:
        angle = np.arccos(np.clip(ball @ np.array(_at(north, east), F), -1, 1))
        edge = F(math.radians(radius)) * (1 + wander * F(0.9))
        total = np.maximum(total, smoothstep(1.12, 0.82, angle / edge) * F(dark))
    return total


def _rays(
    ball: Array, centre: tuple[float, float, float], radius: float, shine: float, rng: np.random.Generator
) -> Array:
    """Bright dust thrown out of a young crater, 0..1."""
    c = np.array(centre)
    east = np.cross([0, 1, 0], c)
    east /= np.linalg.norm(east)
    north = np.cross(c, east)
    x, y = ball @ east.astype(F), ball @ north.astype(F)
    angle, away = np.arctan2(y, x), np.arccos(np.clip(ball @ c.astype(F), -1, 1)) / F(math.radians(radius))
    spokes = noise.line_noise(720, 9, 3, rng, 0.6)
    ray = spokes[((angle / (2 * math.pi)) % 1 * 719).astype(np.int32)]
    fan = smoothstep(0.50, 0.78, ray) * np.exp(-away / F(9.0)) * F(0.75) + np.exp(-away / F(1.5)) * F(0.5)
    return (np.clip(fan, 0, 1) * F(0.8 * shine)).astype(F)


def _scattered(
    rng: np.random.Generator, count: int, least: float, most: float
) -> list[tuple[tuple[float, float, float], float]]:
    """Craters anywhere on the near half: (centre, radius in radians), the small ones many."""
    craters = []
    for _ in range(count):
        v = rng.normal(size=3)
        v[2] = abs(v[2])
        x, y, z = (float(c) for c in v / np.linalg.norm(v))
        craters.append(((x, y, z), least + (most - least) * float(rng.random()) ** 4))
    return craters


def _pixel(centre: tuple[float, float, float], size: int) -> tuple[int, int]:
    return min(size - 1, int((1 - centre[1]) * size / 2)), min(size - 1, int((centre[0] + 1) * size / 2))


def _dent(
    height: Array, colour: Array, centre: tuple[float, float, float], radius: float, depth: float
) -> None:
    """Press a crater into the chart: a bowl, a raised rim that falls off outside, a peak if it is large."""
    size = height.shape[0]
    row, column = _pixel(centre, size)
    reach = int(radius * size * 1.1) + 3
    rows, columns = slice(max(0, row - reach), row + reach), slice(max(0, column - reach), column + reach)
    x, y, z = (axis[rows, columns] for axis in disc(size))
    if x.size == 0:
        return
    t = np.arccos(np.clip(x * F(centre[0]) + y * F(centre[1]) + z * F(centre[2]), -1, 1)) / F(radius)
    bowl = -smoothstep(1.0, 0.35, t)
    rim = np.exp(-(((t - 1) / F(0.22)) ** 2)) * F(0.62)
    peak = np.exp(-((t / F(0.16)) ** 2)) * F(0.45 if radius > 0.042 else 0)
    deep = F(depth * radius)
    height[rows, columns] += (bowl + rim + peak) * deep * smoothstep(2.2, 1.4, t)
    floor = smoothstep(1.0, 0.6, t) * F(0.10)
    colour[rows, columns] *= (1 - floor + rim * F(0.10))[..., None]


# -- planets -----------------------------------------------------------------------------------------------


@draws("mars")
def mars(look: Look) -> Model:
    """Rust and dark plains, a canyon, white poles."""
    globe = Globe(centre=(0, RADIUS, 0), radius=RADIUS, front=_mars(), back=_mars(), air="#ffb48a", air_strength=0.55,
                  reach=0.09, depth=0.6)  # fmt: skip
    return Model(mesh=globe.ball(), globe=globe, anchors=_anchors())


@kept
@archived
def _mars() -> Chart:
    size = _SIZE * 3 // 4
    rng = noise.stream("mars")
    u, v = rolled_out(size)
    tone = round_noise(size, 64, 6, rng, stretch=1.5)
    plain = smoothstep(
        0.48, 0.62, round_noise(size, 128, 5, rng, stretch=1.8, repeats=0.55) - F(0.10) * np.cos(v * 3)
    )
    sand = look_up(
        ramp([(0, "#b24a26"), (0.45, "#d8703a"), (0.8, "#eda066"), (1, "#f6c592")]), np.clip(tone, 0, 1)
    )
    colour = sand + (rgb("#7d3524") - sand) * (plain * F(0.72))[..., None]
    trench = np.abs(v + F(0.16) - F(0.10) * np.sin(u * F(2.2)) + (tone - F(0.5)) * F(0.16))
    canyon = smoothstep(0.045, 0.0, trench) * smoothstep(0.85, 0.35, np.abs(u - F(0.1)))
    colour *= (1 - F(0.55) * canyon)[..., None]
    ice = smoothstep(1.16, 1.24, np.abs(v + F(0.12)) + (tone - F(0.5)) * F(0.22))
    colour += (rgb("#fff6ee") - colour) * ice[..., None]
    height = (tone - F(0.5)) * F(0.020) - canyon * F(0.018) + ice * F(0.006)
    for centre, radius in _scattered(rng, 90, 0.012, 0.07):
        _dent(height, colour, centre, radius, 0.16)
    for east, north, wide in ((-0.52, 0.34, 0.075), (-0.72, 0.05, 0.045), (-0.66, 0.20, 0.04)):  # volcanoes
        swell = np.exp(-((u - F(east)) ** 2 + (v - F(north)) ** 2) / F(wide**2))
        height += swell * F(0.020)
        _dent(height, colour, _point(east, north), wide * 0.22, 0.3)
    return Chart(colour=np.clip(colour, 0, 1).astype(F), height=height.astype(F))


def _point(u: float, v: float) -> tuple[float, float, float]:
    r = math.hypot(u, v)
    s = math.sin(r) / max(r, 1e-6)
    return u * s, v * s, math.cos(r)


def _numbers(tint: Colour) -> tuple[float, float, float]:
    """A colour that can be the key of what is kept."""
    r, g, b = (float(c) for c in rgb(tint))
    return r, g, b


@draws("planet")
def planet(look: Look) -> Model:
    """A world of fancy: clouds in bands of its colour, a storm, and a thin tilted ring."""
    tint = look.tint("#8a6be0")
    charts = _banded("planet", _numbers(tint), 0.10)
    globe = Globe(centre=(0, 0, 0), radius=RADIUS, front=charts, back=charts, air=mix(tint, "#ffffff", 0.55),
                  air_strength=0.8, reach=0.12, depth=0.60)  # fmt: skip
    rings = _rings(((1.32, 1.37, 0.5), (1.40, 1.62, 1.0), (1.66, 1.70, 0.7)), mix(tint, "#fff0d8", 0.72))
    return _ringed(globe, rings, pitch=17, roll=-16)


@draws("saturn")
def saturn(look: Look) -> Model:
    """Honey-coloured bands and the broad rings with Cassini's gap."""
    tint = look.tint("#e9c48a")
    charts = _banded("saturn", _numbers(tint), 0.03)
    globe = Globe(centre=(0, 0, 0), radius=RADIUS, front=charts, back=charts, air=mix(tint, "#ffffff", 0.6),
                  air_strength=0.5, reach=0.08, depth=0.60)  # fmt: skip
    rings = _rings(((1.24, 1.50, 0.55), (1.51, 1.93, 1.0), (2.00, 2.24, 0.8)), mix(tint, "#fff3e0", 0.45))
    return _ringed(globe, rings, pitch=18, roll=-14)


def _ringed(globe: Globe, rings: Mesh, pitch: float, roll: float) -> Model:
    tilted = rings.turned(0, pitch, roll)
    up = max(RADIUS, -float(tilted.low[1]))
    globe = replace(globe, centre=(0, up, 0))
    return Model(
        mesh=join(globe.ball(), tilted.moved(0, up, 0)),
        globe=globe,
        anchors={"top": Anchor(at=(0, up + RADIUS, 0), size=0.4), "grip": Anchor(at=(0, up, 0))},
    )


def _rings(bands: Iterable[tuple[float, float, float]], tint: Colour) -> Mesh:
    """Flat rings (inner, outer, brightness), in radii of the globe: two thin faces of finely grooved colour."""
    rng = noise.stream("rings")
    parts = []
    for inner, outer, bright in bands:
        rows = max(3, round((outer - inner) * 60))
        r = np.linspace(inner, outer, rows) * RADIUS
        a = np.linspace(0, 2 * math.pi, 120, endpoint=False)
        x, z = r[:, None] * np.sin(a)[None], r[:, None] * np.cos(a)[None]
        groove = noise.line_noise(rows, 3, 2, rng)[:, None] * np.ones((1, 120), F)
        tone = (0.62 + 0.5 * groove.reshape(-1, 1)) * (0.55 + 0.45 * bright)
        colours = np.clip(rgb(tint) * tone, 0, 1).astype(F)
        faces = grid_faces(rows, 120, wraps=True)
        for side in (1, -1):
            vertices = np.stack([x, np.full_like(x, 0.002 * side), z], -1).reshape(-1, 3)
            normals = np.tile([0.0, side, 0], (len(vertices), 1))
            parts.append(make(vertices, faces[:, ::-side], normals, gloss=0.1).painted(colours))
    return join(*parts)


@kept
@archived
def _banded(name: str, tint: tuple[float, float, float], storm: float) -> Chart:
    """Bands of cloud round a gas giant in shades of `tint`, tilted a little; `storm` is the size of its eye."""
    size = _SIZE * 3 // 4
    rng = noise.stream("giant", name)
    u, v = rolled_out(size)
    lean = math.radians(14)
    along, across = (
        u * F(math.cos(lean)) + v * F(math.sin(lean)),
        v * F(math.cos(lean)) - u * F(math.sin(lean)),
    )
    eddy = round_noise(size, 64, 5, rng, stretch=3.0) - F(0.5)
    small = round_noise(size, 32, 5, rng, stretch=3.5, repeats=0.9) - F(0.5)
    where = across + eddy * F(0.14)
    if storm:
        near = np.exp(
            -(((along + F(0.26)) / F(2.1 * storm)) ** 2 + ((across + F(0.16)) / F(1.3 * storm)) ** 2)
        )
        where = where + near * F(0.16)
    stripes = noise.line_noise(600, 46, 3, rng, 0.55) * F(0.62) + F(0.19)
    stripes += F(0.17) * np.sin(np.linspace(-1.7, 1.7, 600, dtype=F) * F(10.5))
    band = np.interp(where.ravel(), np.linspace(-1.7, 1.7, 600), stripes).reshape(where.shape).astype(F)
    band = np.clip((band - F(0.5)) * F(2.3) + F(0.5) + small * F(0.35), 0, 1)
    base = np.array(tint, F)
    table = ramp(
        [
            (0, mix(base, "#3a1f5c", 0.45)),
            (0.35, base),
            (0.65, mix(base, "#fff0e0", 0.45)),
            (1, mix(base, "#fffaf2", 0.8)),
        ]
    )
    colour = look_up(table, band)
    if storm:
        eye = np.exp(
            -((((along + F(0.26)) / F(1.5 * storm)) ** 2 + ((across + F(0.16)) / F(0.85 * storm)) ** 2) ** 2)
        )
        colour += (mix(base, "#ff9d6e", 0.85) - colour) * (eye * F(0.9))[..., None]
    return Chart(
        colour=np.clip(colour, 0, 1).astype(F), height=(band * F(0.004) + small * F(0.004)).astype(F)
    )


# -- the sun -----------------------------------------------------------------------------------------------


@draws("sun")
def sun(look: Look) -> Model:
    """A ball of warm light in its corona."""
    tint = look.tint("#ffb52e")
    chart = _sun(_numbers(tint))
    globe = Globe(centre=(0, RADIUS, 0), radius=RADIUS, front=chart, back=chart, air=mix(tint, "#fff2c4", 0.45),
                  air_strength=1.0, reach=0.95, shines=1.0)  # fmt: skip
    lamp = Lamp(at=(0, RADIUS, 0), radius=3.2 * RADIUS, colour="#ffc766", strength=0.55)
    return Model(mesh=globe.ball().finished(glow=1.0), globe=globe, anchors=_anchors(), lamps=(lamp,))


@kept
@archived
def _sun(tint: tuple[float, float, float]) -> Chart:
    """White-hot in the middle, deeper towards the rim, with cells that boil."""
    size = 420
    rng = noise.stream("sun")
    _, _, z = disc(size)
    cells = round_noise(size, 16, 3, rng) - F(0.5)
    swirl = round_noise(size, 64, 4, rng) - F(0.5)
    base = np.array(tint, F)
    table = ramp(
        [(0, mix(base, "#ff6a1a", 0.55)), (0.45, base), (0.8, mix(base, "#fff1a8", 0.6)), (1, "#fffbe6")]
    )
    heat = np.clip(z * F(1.0) + cells * F(0.10) + swirl * F(0.13), 0, 1)
    return Chart(colour=look_up(table, heat))
