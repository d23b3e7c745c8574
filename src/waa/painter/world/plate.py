"""Plate: what a lens saw of a set, buffer by buffer, and how light falls on it.

Deferred shading, as in solid/camera.py but for a place in place of a thing: each pixel is lit once, by the sky, by
the sun with its shadows, by lamps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.together import together
from waa.painter.world.lens import Lens

FAR = 900.0  # the depth of nothing, in metres
NEAR = 0.12
_SUN = 40  # the sun's lens stands so many times the scene's size away that its rays are parallel


@dataclass(frozen=True, kw_only=True)
class Bulb:
    """A lamp that lights what is near: `at` in metres, `reach` metres until its light is gone."""

    at: tuple[float, float, float]
    colour: Colour = "#ffd9a0"
    power: float = 1.0
    reach: float = 4.0


@dataclass(frozen=True, eq=False)
class Solid:
    """The triangles of a set: what is seen, and what throws shadows."""

    vertices: Array
    faces: NDArray[np.int32]
    normals: Array


@dataclass(frozen=True, eq=False, kw_only=True)
class Plate:
    """`colour` and `normal` are (h, w, 3), the others (h, w): `depth` in metres, `cover`, `glow` and `gloss` 0..1."""

    lens: Lens
    solid: Solid
    colour: Array
    normal: Array
    glow: Array
    gloss: Array
    depth: Array
    cover: Array

    def lit(self, light: Light, *, bulbs: Sequence[Bulb] = (), fill: float = 0.5, haze: float = 0.0,
            haze_from: float = 4.0, lamps: float = 1.0, bounce: float = 0.16) -> Array:  # fmt: skip
        """(h, w, 3): the light falls on it.

        `fill` is the share of the key light that reaches the sun's shadows too, `haze` how much of the air's
        colour lies over what is `haze_from` metres off and twice as much farther; `lamps` scales what glows,
        `bounce` what the ground throws back from below.
        """
        size = (self.lens.width, self.lens.height)
        half = _halved(self)  # what is soft needs no more
        tasks: list[Callable[[], Array]] = [partial(_open_sky, half)]
        if fill < 1:
            tasks.append(partial(_sunlit, half, light))
        open_sky, *sunny = together(tasks)
        open_sky = _spread(open_sky, half.cover)
        seen = _enlarged(open_sky, size)
        lit = np.clip((_along(self.normal, light.toward) + F(light.wrap)) * F(1 / (1 + light.wrap)), 0, 1)
        for reached in sunny:
            lit *= F(fill) + F(1 - fill) * _enlarged(_spread(reached, half.cover), size)
        key, shade, up = rgb(light.key), rgb(light.shade), self.normal[..., 1]
        ambient = seen * (F(0.78) + F(0.22) * up)
        direct = lit * (F(0.45) + F(0.55) * seen)
        below = np.clip(-up, 0, 1) * seen * F(bounce)
        tints = np.stack([shade, key - shade * F(0.5), rgb(light.bounce) * key.mean()], -1)
        falling = np.asarray(cv2.transform(np.stack([ambient, direct, below], -1), tints.astype(F)), F)
        if bulbs:
            falling += _enlarged(_spread(_from_bulbs(half, bulbs, open_sky), half.cover), size)
        colour = self.colour * falling
        halfway = light.toward + np.array([0, 0, 1], F)
        shine = np.clip(_along(self.normal, halfway / (np.linalg.norm(halfway) + 1e-6)), 0, 1)
        for _ in range(4):
            shine *= shine  # to the power of 16
        colour += (shine * self.gloss * F(0.5) * (F(0.4) + F(0.6) * lit))[..., None] * key
        if float(self.glow.max(initial=0)) > 0.01:
            colour += (self.colour * F(lamps) - colour) * self.glow[..., None]
        if haze > 0:
            veil = F(haze) * np.clip(self.depth / F(haze_from) - 1, 0, 1)
            colour += (rgb(light.haze) - colour) * veil[..., None]
        return np.clip(colour, 0, 1.2)


def mirror_in_floor(
    plate: Plate, pixels: Array, strength: float, *, polish: float = 2.0, gloss: float = 0.3
) -> None:
    """What stands on a polished floor shows in it, upside down: each column is folded where its floor begins.

    `pixels` is changed in place; `polish` is the blur of the image, in pixels; floors under `gloss` stay dull.
    """
    height, width = pixels.shape[:2]
    is_floor = (plate.normal[..., 1] > 0.9) & (plate.gloss > gloss)
    below = np.arange(height)[:, None]
    base = np.where(is_floor, 0, below + 1).max(0)  # the row under the lowest thing that is not floor
    top = int(base.min())
    if top >= height:
        return
    rows = np.arange(top, height, dtype=F)[:, None]
    source = np.clip(2 * base[None] - 1 - rows, 0, height - 1).astype(F)
    columns = np.ascontiguousarray(np.broadcast_to(np.arange(width, dtype=F)[None], source.shape))
    mirrored = np.asarray(blur(cv2.remap(pixels, columns, source, cv2.INTER_LINEAR), polish), F)
    away = np.clip((rows - base[None]) / F(height * 0.5), 0, 1)
    share = np.asarray(blur((rows >= base[None]).astype(F), 1.5)) * (1 - away) * F(strength)
    pixels[top:] += (mirrored - pixels[top:]) * share[..., None]


# -- onto the canvas --------------------------------------------------------------------------------------


def lay_plate(canvas: Canvas, pixels: Array, plate: Plate, *, left: int = 0, top: int = 0, focus: float | None = None,
              softness: float = 0.0) -> None:  # fmt: skip
    """Lay the lit plate on the canvas, from `left` and `top` on where its lens sees only the rest of it.

    What is behind `focus` metres is out of focus by `softness` pixels of a 1024 px picture.
    """
    size = (canvas.width - left, canvas.height - top)
    if softness > 0:
        pixels = _out_of_focus(
            pixels, plate, focus, softness * canvas.unit * plate.lens.height / canvas.height
        )
    large = _enlarged(_spread(pixels, plate.cover), size, cv2.INTER_CUBIC)
    whole = float(plate.cover.min(initial=1)) > 0.995
    cover = None if whole else _enlarged(plate.cover, size)
    if canvas.layers is not None:
        depth = np.asarray(cv2.resize(plate.depth, size, interpolation=cv2.INTER_NEAREST), F)
        _lay_by_depth(canvas, large, cover, depth, (left, top))
    elif cover is None:
        canvas.pixels[top:, left:] = large
    else:
        canvas.lay(left, top, large, cover)


def _enlarged(buffer: Array, size: tuple[int, int], how: int = cv2.INTER_LINEAR) -> Array:
    return np.asarray(cv2.resize(buffer, size, interpolation=how), F)


def _out_of_focus(pixels: Array, plate: Plate, focus: float | None, sigma: float) -> Array:
    soft = np.asarray(blur(pixels, sigma), F)
    if focus is None:
        return soft
    share = np.asarray(blur(smoothstep(focus, focus * 1.8, plate.depth), 1.2), F)[..., None]
    mixed: Array = pixels + (soft - pixels) * share
    return mixed


def _lay_by_depth(
    canvas: Canvas, pixels: Array, cover: Array | None, depth: Array, at: tuple[int, int]
) -> None:
    """In three layers, for the styles that cut a picture into its layers."""
    whole = np.ones(depth.shape, F) if cover is None else cover
    seen = depth[whole > 0.5]
    if not len(seen):
        return
    edges = [FAR * 2, *np.quantile(seen, [0.75, 0.4]).tolist(), 0.0]
    for name, far, near in zip(("behind", "middle", "before"), edges, edges[1:], strict=False):
        canvas.layer(name)
        canvas.lay(*at, pixels, whole * ((depth <= far) & (depth > near)))


# -- light ------------------------------------------------------------------------------------------------


def _halved(plate: Plate) -> Plate:
    """The plate at half its size, without what no soft light asks for; small ones as they are."""
    if min(plate.lens.width, plate.lens.height) < 160:
        return plate
    lens = plate.lens.scaled(0.5)
    size = (lens.width, lens.height)
    cover = _reduced(plate.cover, size)
    depth = np.asarray(cv2.resize(plate.depth, size, interpolation=cv2.INTER_NEAREST), F)
    rim = (depth > FAR * 0.99) & (cover > 0.01)  # there the sample may have missed what is there
    if rim.any():
        near = _reduced(np.asarray(plate.cover / plate.depth, F), size)
        depth[rim] = cover[rim] / np.maximum(near[rim], F(1 / FAR))
    return replace(plate, lens=lens, normal=_reduced(plate.normal, size), cover=cover, depth=depth)


def _reduced(buffer: Array, size: tuple[int, int]) -> Array:
    return np.asarray(cv2.resize(buffer, size, interpolation=cv2.INTER_AREA), F)


def _spread(values: Array, cover: Array) -> Array:
    """Values carried a little over the rims of what is there, so that enlarging them brings nothing in from outside."""
    outside = cover < 0.5
    if not outside.any():
        return values
    weight = np.maximum(np.asarray(cv2.blur(cover, (5, 5)), F), F(1e-3))
    shaped = cover if values.ndim == 2 else cover[..., None]
    around = np.asarray(cv2.blur(values * shaped, (5, 5)), F)
    around /= weight if values.ndim == 2 else weight[..., None]
    return np.where(outside if values.ndim == 2 else outside[..., None], around, values).astype(F, copy=False)


def _along(normals: Array, direction: Array) -> Array:
    """(h, w): the cosine between normals and one direction."""
    return np.asarray(cv2.transform(normals, np.asarray(direction, F)[None]), F)


def _open_sky(plate: Plate) -> Array:
    """How much of its surroundings a point sees, 0..1: corners and what lies behind its neighbours are darker.

    Unsharp masking of the depth buffer (Luft, Colditz, Deussen 2006), on 1 / depth, which has no slope of its own
    on a plane.
    """
    near = np.asarray((plate.cover > 0.01) / np.maximum(plate.depth, F(0.1)), F)
    seen = np.ones(near.shape, F)
    span = min(plate.lens.width, plate.lens.height)
    for share, strength in ((0.012, 0.5), (0.06, 0.7)):
        around = np.asarray(blur(near, max(1.0, share * span)), F)
        ahead = np.clip((around - near) / np.maximum(near, F(1e-4)) * F(4.0), 0, 1)
        seen *= (1 - F(strength) * ahead).astype(F, copy=False)
    return seen


def _positions(plate: Plate) -> Array:
    """(h, w, 3): where each pixel's surface is, in metres."""
    x, y = plate.lens.rays()
    depth = plate.depth
    parts = [x[None] * depth, y[:, None] * depth + F(plate.lens.eye), F(plate.lens.away) - depth]
    return np.asarray(cv2.merge(parts), F)


def _sunlit(plate: Plate, light: Light, size: int = 512) -> Array:
    """1 where the key light arrives, 0 where something stands in its way: a shadow map, softened."""
    toward = light.toward
    right = np.cross(np.array([0, 1, 0], F), toward)
    right /= np.linalg.norm(right) + 1e-9
    axes = np.stack([right, np.cross(toward, right), toward]).astype(F)
    near = plate.depth[plate.cover > 0.5]
    reach = float(np.quantile(near, 0.98)) if len(near) else 10.0
    centre = np.array([0, plate.lens.eye, plate.lens.away - reach * 0.5], F)
    spread = reach * 0.75
    distance = spread * _SUN
    first = _nearest_to_sun(plate.solid, axes, centre, distance, size)
    seen = np.asarray(cv2.transform(_positions(plate) - centre, axes), F)
    away = F(distance) - seen[..., 2]
    scale = F(size / 2 * _SUN) / away
    u, v = seen[..., 0] * scale + F(size / 2 - 0.5), F(size / 2 - 0.5) - seen[..., 1] * scale
    stored = np.asarray(cv2.remap(first, u, v, cv2.INTER_LINEAR, borderValue=distance * 4), F)
    graze = 1 - np.abs(_along(plate.normal, toward))
    texel = 2 * spread / size  # what is nearer to its neighbour than this lies on one surface with it
    lit = smoothstep(texel * 2.2, texel * 0.8, away - stored - F(texel * 2.5) * graze)
    return np.asarray(blur(lit, max(0.8, 0.004 * plate.lens.height)), F)


def _nearest_to_sun(solid: Solid, axes: Array, centre: Array, distance: float, size: int) -> Array:
    """(size, size) distances from the sun to what it meets first."""
    pose = np.eye(4, dtype=F)
    pose[:3, :3] = axes
    pose[:3, 3] = -axes @ centre
    pose[2, 3] -= distance
    settings = cv2.TriangleRasterizeSettings()
    settings.setCullingMode(cv2.RASTERIZE_CULLING_NONE)
    stored = cv2.triangleRasterizeDepth(
        np.ascontiguousarray(solid.vertices),
        solid.faces,
        np.full((size, size), distance * 4, F),
        pose,
        2 * math.atan(1 / _SUN),
        distance * 0.2,
        distance * 4,
        settings,
    )
    return np.asarray(stored, F)


def _from_bulbs(plate: Plate, bulbs: Sequence[Bulb], seen: Array) -> Array:
    """(h, w, 3): the light of lamps, falling off with distance; what is turned away gets a third."""
    open_to = F(0.4) + F(0.6) * seen
    (x, y, z), (nx, ny, nz) = (
        np.ascontiguousarray(np.moveaxis(part, 2, 0)) for part in (_positions(plate), plate.normal)
    )
    total = np.zeros((*plate.depth.shape, 3), F)
    for bulb in bulbs:
        dx, dy, dz = F(bulb.at[0]) - x, F(bulb.at[1]) - y, F(bulb.at[2]) - z
        squared = dx * dx + dy * dy + dz * dz
        falloff = np.maximum(1 - squared * F(1 / bulb.reach**2), 0)
        facing = np.maximum((dx * nx + dy * ny + dz * nz) / np.sqrt(squared + F(1e-3)), 0)
        strength = falloff * falloff * (F(0.35) + F(0.65) * facing) * F(bulb.power) * open_to
        total += strength[..., None] * rgb(bulb.colour)
    return total
