"""Shade: the light on what the camera saw, worked out once for each pixel.

Arrays of pixels run (3, n): numbers of one kind lie side by side, which is what NumPy is fast at. They come in chunks
that fit a core's own memory, some for each core.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import noise
from waa.painter.canvas import blur
from waa.painter.colour import Array, F, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid import glaze
from waa.painter.solid.glaze import dot
from waa.painter.solid.raster import Lens, Parts
from waa.painter.together import together

_CHUNK = 8192  # pixels


def shaded(parts: Parts, lens: Lens, light: Light, sunlit: Array) -> Array:
    """The lit picture, (h, w, 4) straight alpha. `sunlit` (h, w) is 1 where the key light arrives."""
    open_sky = _open_sky(parts, lens)
    grain = _grain(parts.cover.shape)

    def lit(at: NDArray[np.intp]) -> Array:
        points = _Points(
            albedo=np.ascontiguousarray(parts.colour.reshape(-1, 3)[at].T),
            normal=parts.normal.reshape(3, -1)[:, at],
            surface=parts.surface.reshape(3, -1)[:, at],
            open_sky=open_sky.ravel()[at],
            sunlit=sunlit.ravel()[at],
            grain=grain.ravel()[at],
        )
        return _lit(points, parts, lens, light)

    return _for_each_pixel(parts.cover, lit)


def _for_each_pixel(cover: Array, colour_of: Callable[[NDArray[np.intp]], Array]) -> Array:
    """(h, w, 4) of `colour_of(indices)`, (3, n), where there is cover."""
    pixels = np.zeros((cover.size, 4), F)
    pixels[:, 3] = cover.ravel()
    covered = np.flatnonzero(cover)
    chunks = [covered[k : k + _CHUNK] for k in range(0, len(covered), _CHUNK)]

    def work(mine: list[NDArray[np.intp]]) -> None:
        for at in mine:
            pixels[at, :3] = colour_of(at).T

    together([lambda: work(chunks[::2]), lambda: work(chunks[1::2])])
    return pixels.reshape(*cover.shape, 4)


@dataclass(frozen=True, eq=False)
class _Points:
    albedo: Array  # (3, n), as the normals and the surface
    normal: Array
    surface: Array
    open_sky: Array  # (n,), as the others
    sunlit: Array
    grain: Array


def _lit(p: _Points, parts: Parts, lens: Lens, light: Light) -> Array:
    """The colours of some pixels, (3, n)."""
    toward, key, shade = light.toward, rgb(light.key), rgb(light.shade)
    gloss, glow, metal = p.surface
    toward_light = dot(p.normal, toward)
    lit = np.clip((toward_light + F(light.wrap)) * F(1 / (1 + light.wrap)), 0, 1)
    # What is turned away is shaded by the wrap alone: its own shadow would cut a hard line there.
    lit *= np.maximum(p.sunlit, smoothstep(0.22, -0.08, toward_light))
    lit += p.grain * (F(0.020) * smoothstep(0.6, 0.2, gloss))
    height = dot(p.normal, lens.turn[:, 1])

    # Ambient light from the sky, more from above; the key light on top; what the ground throws back below.
    ambient = (F(0.74) + F(0.26) * height) * p.open_sky
    direct = lit * (F(0.5) + F(0.5) * p.open_sky)
    bounced = F(0.16) * np.clip(-height, 0, 1) * p.open_sky
    colour = _mixed(shade, ambient)
    colour += _mixed(key - shade * F(0.55), direct)
    colour += _mixed(rgb(light.bounce) * key.mean(), bounced)
    colour *= p.albedo

    if parts.mirrors and float(metal.max()) > 0.02:
        colour = glaze.polished(colour, p.albedo, p.normal, height, light, metal)
    if float(gloss.max()) > glaze.LEAST:
        colour = glaze.glazed(colour, p.normal, lens.turn, gloss * (1 - metal), lit, light)
    sharp, soft, sheen = _highlights(p.normal, light)
    shine = gloss * (sharp * F(0.85) + soft * F(0.25)) + sheen * F(0.07)
    colour += _mixed(key, shine * (F(0.3) + F(0.7) * lit))
    edge = np.clip(1 - p.normal[2], 0, 1) ** F(2.4)
    side = np.clip(F(0.2) + p.normal[0] * toward[0] + p.normal[1] * abs(toward[1]), 0, 1)
    colour += _mixed(rgb(light.rim), F(light.rim_strength) * edge * side * (F(0.4) + F(0.6) * p.open_sky))
    if light.kicker_strength:
        far_side = np.clip(F(0.1) - p.normal[0] * (toward[0] * F(1.6)) + p.normal[1] * F(0.25), 0, 1)
        colour += _mixed(rgb(light.kicker), F(light.kicker_strength) * edge * far_side * p.open_sky)
    if parts.shines and float(glow.max()) > 0.02:
        colour = colour * (1 - glow) + p.albedo * (glow * F(1.15 if light.is_dark else 1.0))
    return np.clip(colour, 0, 1.15, out=colour)


def _mixed(colour: Array, amount: Array) -> Array:
    """(3,) and (n,) -> (3, n)."""
    return colour[:, None] * amount


def _highlights(normal: Array, light: Light) -> tuple[Array, Array, Array]:
    """The cosine between the mirrored light and the viewer to the powers 90, 22 and 8: (n,) each."""
    facing = np.clip(dot(normal, _halfway(light)), 0, 1)
    to2 = facing * facing
    to4 = to2 * to2
    to8 = to4 * to4
    to22 = to8 * to8 * to4 * to2
    to88 = to22 * to22
    to88 *= to88
    return to88 * to2, to22, to8


def _halfway(light: Light) -> Array:
    """Between the light and the viewer: what looks there mirrors one to the other."""
    half = light.toward + np.array([0, 0, 1], F)
    between: Array = half / np.linalg.norm(half)
    return between


# -- what is dark -------------------------------------------------------------------------------------------


def _open_sky(parts: Parts, lens: Lens) -> Array:
    """How much of the sky a point sees, 0..1: what lies behind its surroundings is darker.

    Unsharp masking of the depth buffer (Luft, Colditz, Deussen 2006), at a narrow and a wide scale.
    """
    depth = parts.depth * F(lens.focal / lens.distance)  # in pixels
    # Where a form turns away from the viewer it lies behind itself: no reason for a dark outline.
    rounds_off = F(0.3) + F(0.7) * smoothstep(0.0, 0.45, parts.normal[2])
    span = min(lens.width, lens.height)
    seen = np.ones_like(depth)
    both = cv2.merge([depth * parts.cover, parts.cover])
    for share, strength in ((0.018, 0.45), (0.07, 0.5)):
        sigma = max(1.2, share * span)
        blurred, weight = cv2.split(blur(both, sigma))
        deeper = np.clip((depth - blurred / (weight + F(1e-3))) * F(1 / (sigma * 1.5)), 0, 1)
        seen *= 1 - F(strength) * deeper * rounds_off
    return seen


def sunlit(parts: Parts, lens: Lens, light: Light, sun: Lens, nearest: Array) -> Array:
    """1 where the key light arrives, 0 where the model stands in its own way, softened.

    `nearest` is the depth that `sun` sees, a lens that looks along the light. Large pictures are worked out at half
    their size: it is soft anyway.
    """
    h, w = parts.cover.shape
    sigma = max(1.0, 0.012 * min(lens.width, lens.height))
    half = 2 if sigma > 2 else 1
    size = (-(-w // half), -(-h // half))
    depth, facing = parts.depth, dot(parts.normal, light.toward)
    if half > 1:
        depth, facing = (
            np.asarray(cv2.resize(v, size, interpolation=cv2.INTER_NEAREST), F) for v in (depth, facing)
        )
    x = ((np.arange(size[0], dtype=F) + F(0.25)) * F(half) + F(lens.left)) / F(lens.focal)
    y = -((np.arange(size[1], dtype=F) + F(0.25)) * F(half) + F(lens.top)) / F(lens.focal)
    # From camera to light: all three are linear in depth, with factors that go by row and by column.
    to_sun = (sun.turn @ lens.turn.T).astype(F)
    right, up, toward = (depth * (x * a + (y * b - c)[:, None]) + c * F(lens.distance) for a, b, c in to_sun)
    away = F(sun.distance) - toward
    u = right / away * F(sun.focal) - F(sun.left)
    v = up / away * F(-sun.focal) - F(sun.top)
    stored = cv2.remap(nearest, u, v, cv2.INTER_NEAREST, borderValue=sun.far)
    # A surface that the light grazes needs more room, or the map's own pixels throw shadows.
    graze = 1 - np.clip(facing, 0, 1)
    spread = F(sun.distance / 40)
    lit = blur(smoothstep(0.045, 0.02, (away - stored) / spread - F(0.05) * graze), sigma / half)
    return lit if half == 1 else np.asarray(cv2.resize(lit, (w, h), interpolation=cv2.INTER_LINEAR), F)


@lru_cache(1)
def _grain_tile() -> Array:
    """The fine tooth of clay, in about -1..1."""
    rng = noise.stream("clay grain")
    n = rng.standard_normal((256, 256)).astype(F)
    fine, coarse = cv2.GaussianBlur(n, (0, 0), 0.9), cv2.GaussianBlur(n, (0, 0), 2.4)
    mixed: Array = fine / fine.std() * F(0.5) + coarse / coarse.std() * F(0.5)
    return mixed


def _grain(shape: tuple[int, ...]) -> Array:
    tile = _grain_tile()
    return np.tile(tile, (shape[0] // 256 + 1, shape[1] // 256 + 1))[: shape[0], : shape[1]]


# -- glass --------------------------------------------------------------------------------------------------


def under_glass(pixels: Array, parts: Parts, lens: Lens, light: Light) -> Array:
    """`pixels` (h, w, 4) under a glass whose parts these are: clear in the middle, bright at the edges, one spark.

    The glow of a glass is how much its own colour covers what is behind it: 0 clear, 0.6 tea, 0.9 milk.
    """
    layered = pixels.reshape(-1, 4).copy()
    at = np.flatnonzero(parts.cover)
    n = parts.normal.reshape(3, -1)[:, at]
    cover, deep = parts.cover.ravel()[at], parts.surface[1].ravel()[at]
    key = rgb(light.key)
    edge = np.clip(1 - n[2], 0, 1) ** F(1.7)
    spark = np.clip(dot(n, _halfway(light)), 0, 1) ** F(60)
    pane = glaze.window(glaze.level(n, lens.turn), light) * F(0.34)
    sky = (key * F(0.6) + rgb(light.haze) * F(0.4))[:, None]
    tint = parts.colour.reshape(-1, 3)[at].T * (key * F(0.6) + rgb(light.shade) * F(0.4))[:, None]
    body = tint + (sky - tint) * (edge * (F(0.65) - F(0.4) * deep))
    below = layered[at].T
    below = _over(below, body, cover * np.clip(np.maximum(F(0.14) + edge * F(0.62), deep), 0, 0.97))
    below = _over(below, np.minimum(key, 1)[:, None], cover * np.clip(spark + pane, 0, 1) * F(0.85))
    layered[at] = below.T
    return layered.reshape(pixels.shape)


def _over(below: Array, colour: Array, cover: Array) -> Array:
    """`colour` laid through `cover` on (4, n) of straight alpha."""
    alpha = below[3] + cover * (1 - below[3])
    mixed = below[:3] + (colour - below[:3]) * (cover / np.maximum(alpha, F(1e-4)))
    return np.concatenate([mixed, alpha[None]])
