"""Terrain: ground with real relief, its own long shadows and the true perspective of a level lens.

A fan is a grid on the ground as the eye sees it: columns of the picture across, rows that go off into the distance.
Heights, colours and light are worked out once for each point of it; a ray down each column then finds what stands
before what (Freeman's and NovaLogic's "voxel space", all columns at once).

    fan = fan_of(lens, near=1.8, far=90)
    height = rough(fan, rng, 4.0, 6) * 0.3
    light = lit(fan, height, scene_light)
    lay_terrain(canvas, fan, height, colour * light)
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import ArrayLike

from waa.painter import noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, F, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.world.lens import Lens

_TILE, _CELLS = 256, 16  # of the noise that is read in perspective
_LEAST_TURN = 0.10  # sunbeams that run straight at the viewer are bent aside by so much


@dataclass(frozen=True, eq=False, kw_only=True)
class Fan:
    """`depth` (rows,) metres from the eye, near to far; `across` (columns,) metres sideways for each metre of depth."""

    lens: Lens
    depth: Array
    across: Array

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.depth), len(self.across)

    @cached_property
    def x(self) -> Array:
        """(rows, columns): metres to the right of the middle."""
        return self.depth[:, None] * self.across[None]

    @cached_property
    def z(self) -> Array:
        """(rows, columns): metres from the eye."""
        return np.ascontiguousarray(np.broadcast_to(self.depth[:, None], self.shape))

    @cached_property
    def step(self) -> Array:
        """(rows,): how far apart the points lie there, in metres: what is finer cannot be seen."""
        sideways = self.depth * (self.across[1] - self.across[0])
        return np.maximum(sideways, np.gradient(self.depth) * F(0.5)).astype(F)


def part(fan: Fan, near: float, far: float) -> tuple[Fan, slice]:
    """(the rows of a fan between two depths, which of its rows they are)."""
    first, last = np.searchsorted(fan.depth, (near, far))
    rows = slice(max(0, int(first) - 1), min(len(fan.depth), int(last) + 1))
    return Fan(lens=fan.lens, depth=fan.depth[rows], across=fan.across), rows


def fan_of(lens: Lens, near: float, far: float, rows: int = 380) -> Fan:
    """`spread` for a canvas's lens, at the size a landscape needs: three quarters of the canvas, less of a large one."""
    scale = min(0.75, 0.75 * (1.1e6 / (lens.width * lens.height)) ** 0.5)
    return spread(lens.scaled(scale), near, far, rows)


def spread(lens: Lens, near: float, far: float, rows: int = 380) -> Fan:
    """A fan over all columns of the lens. Rows lie as densely as the picture needs them near by, and ever by the same
    factor far off, where slopes stand up."""
    w = np.linspace(np.log(near), np.log(far), 2048)
    on_screen = lens.focal * lens.eye / np.exp(w)  # rows of pixels that a unit of w takes up
    density = on_screen + 1.3 * on_screen.mean()
    total = np.concatenate([[0], np.cumsum((density[1:] + density[:-1]) / 2)])
    depth = np.exp(np.interp(np.linspace(0, total[-1], rows), total, w)).astype(F)
    return Fan(lens=lens, depth=depth, across=lens.rays()[0])


# -- relief -----------------------------------------------------------------------------------------------


def octave(fan: Fan, rng: np.random.Generator, size: float, *, stretch: float = 1.0) -> Array:
    """(rows, columns) in about 0..1: noise whose lumps are `size` metres, `stretch` times longer sideways.

    It is even (a half) where the lumps are too small to be seen.
    """
    tile = noise.tile(_TILE, _TILE // _CELLS, 1, rng)
    scale = F(_TILE / _CELLS / size)
    shift = rng.random(2) * _TILE
    v = _wrapped(fan.depth * scale + F(shift[1]))
    u = _wrapped(fan.x * (scale / F(stretch)) + F(shift[0]))
    read = cv2.remap(
        tile,
        u,
        np.ascontiguousarray(np.broadcast_to(v[:, None], fan.shape)),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_WRAP,
    )
    seen = smoothstep(0.55, 0.22, fan.step / F(size))
    return F(0.5) + (np.asarray(read, F) - F(0.5)) * seen[:, None]


def _wrapped(at: Array) -> Array:
    """Modulo the tile; a tenth of the time of numpy's remainder."""
    at -= np.floor(at * F(1 / _TILE)) * F(_TILE)
    return at


def rough(
    fan: Fan,
    rng: np.random.Generator,
    size: float,
    octaves: int,
    *,
    gain: float = 0.5,
    ridged: bool = False,
    stretch: float = 1.0,
) -> Array:
    """Octaves of noise from `size` metres down, in about 0..1. `ridged` folds each into crests."""
    total, weight, weights = np.zeros(fan.shape, F), 1.0, 0.0
    for _ in range(octaves):
        n = octave(fan, rng, size, stretch=stretch)
        if ridged:
            n = 1 - np.minimum(np.abs(n * 2 - 1), 1)  # cubic lumps overshoot a little
        total += F(weight) * n
        weights += weight
        weight *= gain
        size /= 2.03  # not quite 2: octaves must not fall into step
    return total / F(weights)


def slopes(fan: Fan, height: Array) -> tuple[Array, Array]:
    """How steeply the ground rises to the right and away from the viewer, each (rows, columns)."""
    by_row, by_column = np.gradient(height)
    right = by_column / (fan.depth * (fan.across[1] - fan.across[0]))[:, None]
    away = by_row / np.gradient(fan.depth)[:, None] - fan.across[None] * right
    return right.astype(F), away.astype(F)


def normals(fan: Fan, height: Array) -> Array:
    """(rows, columns, 3): x right, y up, z to the viewer."""
    right, away = slopes(fan, height)
    longer = 1 / np.sqrt(1 + right * right + away * away)
    return np.asarray(cv2.merge([-right * longer, longer, away * longer]), F)


# -- light ------------------------------------------------------------------------------------------------


def sunlit(fan: Fan, height: Array, light: Light, *, soft: float = 1.0) -> Array:
    """(rows, columns): 1 where the key light arrives, 0 in the shadow of what rises towards it.

    In columns and the logarithm of depth all sunbeams have the same shape: slid by it they become rows, and the
    shadow is a running maximum along each. `soft` widens the edges.
    """
    toward = light.toward
    level = float(np.hypot(toward[0], toward[2])) + 1e-6
    right, away, steep = float(toward[0]) / level, -float(toward[2]) / level, float(toward[1]) / level
    turn = right - fan.across * away
    side = 1.0 if float(turn.mean()) >= 0 else -1.0
    slide = -np.log(np.maximum(turn * side, _LEAST_TURN))
    w = np.log(fan.depth)
    rows = len(w)
    beams = np.linspace(w[0] - slide.max(), w[-1] - slide.min(), round(rows * 1.25))
    over = height - (fan.x * F(right) + fan.z * F(away)) * F(steep)
    columns = np.ascontiguousarray(
        np.broadcast_to(np.arange(fan.shape[1], dtype=F)[None], (len(beams), fan.shape[1]))
    )
    on_beams = np.interp(beams[:, None] + slide[None], w, np.arange(rows), left=-9, right=rows + 9).astype(F)
    slid = cv2.remap(over, columns, on_beams, cv2.INTER_LINEAR, borderValue=-1e6)
    highest = np.maximum.accumulate(slid[:, ::-1] if side > 0 else slid, axis=1)
    highest = np.ascontiguousarray(highest[:, ::-1] if side > 0 else highest)
    back = ((w[:, None] - slide[None] - beams[0]) / (beams[1] - beams[0])).astype(F)
    above = np.asarray(cv2.remap(highest, columns[:rows], back, cv2.INTER_LINEAR, borderValue=-1e6), F) - over
    edge = fan.step[:, None] * F(0.5 * max(steep, 0.3))
    return np.asarray(
        cv2.GaussianBlur(smoothstep(1.0, 0.0, (above / edge - F(0.8)) / F(3.0 * soft)), (0, 0), 0.9 * soft), F
    )


def open_sky(fan: Fan, height: Array, *, strength: float = 1.0) -> Array:
    """(rows, columns) 0..1: hollows see less of the sky than humps."""
    wide = 0.03 * fan.shape[1]
    seen = np.ones(fan.shape, F)
    for sigma, share in ((wide * 0.25, 0.5), (wide, 0.6)):
        below = (blur(height, sigma) - height) / (fan.depth * F(sigma) * (fan.across[1] - fan.across[0]))[
            :, None
        ]
        seen *= 1 - F(share * strength) * np.clip(below * F(2.2), 0, 1)
    return seen


def lit(
    fan: Fan,
    height: Array,
    light: Light,
    *,
    fill: float = 0.15,
    soft: float = 1.0,
    bounce: float = 0.0,
    wrap: float = 0.12,
    occlusion: float = 1.0,
    ambient: float = 1.0,
) -> Array:
    """(rows, columns, 3): what to multiply the ground's own colours by.

    `fill` is the share of the key light that gets into the sun's shadows; `bounce` what neighbouring slopes throw;
    `ambient` scales the light of the sky.
    """
    n = normals(fan, height)
    toward = np.asarray(cv2.transform(n, light.toward[None]), F)
    direct = np.clip((toward + F(wrap)) / F(1 + wrap), 0, 1)
    direct *= F(fill) + F(1 - fill) * sunlit(fan, height, light, soft=soft)
    sky = open_sky(fan, height, strength=occlusion)
    from_sky = (sky * (F(0.74) + F(0.26) * n[..., 1]) + F(bounce) * (1 - sky)) * F(ambient)
    key, shade = rgb(light.key), rgb(light.shade)
    # A level floor in full light takes just the key: the direction of the light decides form, not exposure.
    level = max(0.25, (float(light.toward[1]) + wrap) / (1 + wrap))
    gain = F((1.0 - 0.35) / level**0.6)
    tints = np.stack([shade, (key - shade * F(0.55)) * gain], -1)
    return np.asarray(cv2.transform(np.dstack([from_sky, direct]), tints.astype(F)), F)


# -- onto the canvas --------------------------------------------------------------------------------------


def lay_terrain(
    canvas: Canvas,
    fan: Fan,
    height: Array,
    colour: Array,
    *,
    crest: float = 0.5,
    bottom: float | None = None,
) -> Array:
    """Lay the ground, `colour` (rows, columns, 3), on the canvas; (canvas width,) is its skyline, in pixels.

    `crest` softens the skyline by that many pixels; nothing is laid below `bottom` (pixels).
    """
    scale = canvas.width / fan.lens.width
    last = canvas.height if bottom is None else min(canvas.height, int(bottom))
    seen, skyline = _seen(fan, height, min(fan.lens.height, math.ceil(last / scale) + 1))
    top = max(0, int(skyline.min()) - 1)
    first = int(top * scale)
    rows = np.ascontiguousarray(seen)
    line = np.interp(
        (np.arange(canvas.width) + 0.5) / scale - 0.5, np.arange(fan.lens.width), skyline * scale
    ).astype(F)
    if last <= first or not len(rows):
        return line
    columns = np.ascontiguousarray(np.broadcast_to(np.arange(fan.lens.width, dtype=F)[None], rows.shape))
    pixels = np.asarray(
        cv2.remap(colour, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), F
    )
    large = _enlarged(pixels, top, first, scale, (canvas.width, last - first))
    below = np.arange(first, last, dtype=F)[:, None] + F(0.5) - line[None]
    canvas.lay(0, first, large, np.clip(below / F(2 * crest) + F(0.5), 0, 1))
    return line


def _enlarged(pixels: Array, top: int, first: int, scale: float, size: tuple[int, int]) -> Array:
    """Rows from `top` of the small picture as rows from `first` of the large one."""
    move = np.array([[1 / scale, 0, 0.5 / scale - 0.5], [0, 1 / scale, (first + 0.5) / scale - 0.5 - top]], F)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(pixels, move, size, flags=how, borderMode=cv2.BORDER_REPLICATE), F)


def grit(canvas: Canvas, rng: np.random.Generator, top: float, strength: float = 0.06) -> None:
    """Single grains over the ground below `top`, coarser towards the viewer: the eye takes them for sharpness."""
    first = max(0, int(top))
    height = canvas.height - first
    if height <= 0:
        return
    fine, coarse = (noise.tile(256, 2, 1, rng) - F(0.5) for _ in range(2))
    down = np.linspace(0, 1, height, dtype=F)
    rows = np.cumsum(1.6 / (0.25 + down)).astype(F)
    near = smoothstep(0.15, 0.8, down)[:, None]
    x, y = np.meshgrid(np.arange(canvas.width, dtype=F), rows)
    grains = cv2.remap(
        fine, _wrapped(x * F(0.8)), _wrapped(y.copy()), cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP
    ) * (1 - near)
    x, y = _wrapped(x * F(0.42)), _wrapped(y * F(0.55))
    grains += cv2.remap(coarse, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP) * near
    canvas.pixels[first:] *= (1 + grains * F(2 * strength))[..., None]


def on_screen(fan: Fan, height: Array) -> Array:
    """(rows, columns): the y of each point of the ground, in pixels of the fan's lens."""
    return F(fan.lens.horizon) + F(fan.lens.focal) * (F(fan.lens.eye) - height) / fan.depth[:, None]


def spots(canvas: Canvas, fan: Fan, height: Array, x: ArrayLike, z: ArrayLike) -> tuple[Array, Array, Array]:
    """Where points of the ground, x and z metres from the eye, are on the canvas: (x, y, whether they are seen)."""
    across, away = np.atleast_1d(np.asarray(x, F)), np.atleast_1d(np.asarray(z, F))
    rows, columns = fan.shape
    row = np.interp(away, fan.depth, np.arange(rows)).astype(F)
    column = np.interp(across / away, fan.across, np.arange(columns)).astype(F)
    y = on_screen(fan, height)
    risen = np.minimum.accumulate(y, axis=0)
    here, before = (
        np.asarray(cv2.remap(part, column[None], row[None], cv2.INTER_LINEAR), F)[0] for part in (y, risen)
    )
    scale = F(canvas.width / fan.lens.width)
    px = (F(fan.lens.middle) + across / away * F(fan.lens.focal)) * scale
    return px, here * scale, here <= before + 1.0


def _seen(fan: Fan, height: Array, tall: int) -> tuple[Array, Array]:
    """(rows, width): which row of the fan each pixel sees, in fractions, from the skyline's highest pixel down to
    `tall`; (width,): the skyline."""
    y = on_screen(fan, height)
    risen = np.minimum.accumulate(y, axis=0)  # what comes nearer first hides what lies behind it
    skyline = risen[-1]
    top = max(0, min(int(skyline.min()) - 1, tall - 1))
    rows, columns = fan.shape
    # How many rows of a column end below a pixel's middle: a histogram, added up from the bottom.
    bins = np.clip(np.ceil(risen - F(0.5 + top)), 0, tall - top).astype(np.int32)
    across = np.arange(columns, dtype=np.int32)
    bins *= columns
    bins += across
    counts = np.bincount(bins.ravel(), minlength=(tall - top + 1) * columns).reshape(-1, columns)
    after = np.cumsum(counts[:0:-1], axis=0, dtype=np.int32)[::-1]
    k = np.clip(after, 1, rows - 1)  # the first row of the fan that has risen to this pixel
    at = k * np.int32(columns) + across
    upper = y.ravel().take(at)
    at -= np.int32(columns)
    lower = y.ravel().take(at)
    middle = np.arange(top, tall, dtype=F)[:, None] + F(0.5)
    share = np.clip((lower - middle) / np.maximum(lower - upper, F(1e-4)), 0, 1)
    return (k - 1 + share).astype(F), skyline
