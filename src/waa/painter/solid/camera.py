"""Camera: a model, a light and a height in pixels -> a sprite, with its shadow and its reflection.

Deferred shading: `raster` writes colour, normal, surface and depth of what is seen, `shade` works out the light once
for each pixel, `shadow` says where it does not arrive.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.light import Light
from waa.painter.solid.globe import Globe, in_its_air
from waa.painter.solid.mesh import Mesh, join, rotation
from waa.painter.solid.model import Model
from waa.painter.solid.raster import Lens, Parts, look
from waa.painter.solid.shade import shaded, sunlit, under_glass
from waa.painter.solid.shadow import on_ground, sun_of
from waa.painter.together import together

DISTANCE = 6.0  # from the camera to the thing, in heights of the thing: a mild perspective


@dataclass(frozen=True, kw_only=True)
class View:
    """How a thing is seen. `yaw` turns the thing to its left, `pitch` is how far the camera looks down, degrees."""

    yaw: float = 0.0
    pitch: float = 10.0


@dataclass(frozen=True, eq=False, kw_only=True)
class Sprite:
    """A rendered model.

    `pixels` is (h, w, 4) straight-alpha RGBA; `foot` is the ground point under its middle, in pixels of it.
    `shadow` is (h', w') 0..1 with its top left corner at `shadow_at` relative to the foot. `lamps` are
    (dx, dy, radius, colour, strength) relative to the foot.
    """

    pixels: Array
    foot: tuple[float, float]
    shadow: Array | None = None
    shadow_at: tuple[int, int] = (0, 0)
    reflection: Array | None = None
    lamps: tuple[tuple[float, float, float, str, float], ...] = ()

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])


_NOTHING = np.zeros((0, 0, 4), F)


def photograph(model: Model, light: Light, height: float, view: View | None = None, *, shadows: bool = True,
               reflects: bool = False, width_limit: float | None = None, draft: bool = False) -> Sprite:  # fmt: skip
    """Render `model` so that it is `height` pixels tall, or `width_limit` pixels wide if that comes first.

    `shadows` adds the shadow it throws on the ground, `reflects` its mirror image in a floor or in water. A `draft`
    has rougher edges.
    """
    view = view or View()
    turned = model.transformed(yaw=view.yaw)
    lens = replace(_lens(turned, height, view, width_limit), draft=draft)
    foot = lens.project(np.zeros((1, 3), F))[0]
    mesh = join(turned.mesh, turned.night) if light.is_dark else turned.mesh

    def thing() -> Sprite:
        pixels, parts = _seen(mesh, turned.globe, lens, light)
        if turned.glass is not None:
            pixels = under_glass(pixels, look(turned.glass, lens), lens, light)
        lamps = _lamps(turned, parts, lens, foot, light)
        return Sprite(pixels=pixels, foot=(float(foot[0]), float(foot[1])), lamps=lamps)

    def on_floor() -> Sprite:
        sprite = Sprite(pixels=_NOTHING, foot=(0.0, 0.0))
        if shadows:
            shadow, at = on_ground(join(turned.mesh, turned.glass), lens, light, foot)
            sprite = replace(sprite, shadow=shadow, shadow_at=at)
        return replace(sprite, reflection=_mirror(turned, lens, light)) if reflects else sprite

    sprite, below = together([thing, on_floor])
    return replace(sprite, shadow=below.shadow, shadow_at=below.shadow_at, reflection=below.reflection)


def _lens(model: Model, height: float, view: View, width_limit: float | None) -> Lens:
    meshes = [m for m in (model.mesh, model.glass) if m is not None]
    low, high = np.min([m.low for m in meshes], axis=0), np.max([m.high for m in meshes], axis=0)
    tall = float(max(high[1] - low[1], 0.35 * (high[0] - low[0]), 1e-3))
    probe = Lens(rotation(0, view.pitch, 0), (low + high) / F(2), tall * DISTANCE, 1.0, 0, 0, 1, 1)
    flat = [probe.project(m.vertices) for m in meshes]
    first = np.min([f.min(0) for f in flat], axis=0)
    last = np.max([f.max(0) for f in flat], axis=0)
    # The height asked for is the drawn height of the thing itself, whatever the camera's pitch makes of it.
    focal = height / float(last[1] - first[1])
    if width_limit is not None:
        focal = min(focal, width_limit / float(last[0] - first[0]))
    margin = 2.0
    if model.globe is not None and model.globe.air is not None:
        margin += model.globe.reach * model.globe.radius * focal / probe.distance
    left, top = (math.floor(v * focal - margin) for v in first)
    right, bottom = (math.ceil(v * focal + margin) for v in last)
    return _window(replace(probe, focal=focal, left=left, top=top), right - left, bottom - top)


def _window(lens: Lens, width: int, height: int) -> Lens:
    """Of a size in fours, so that one and a quarter samples a pixel come out whole."""
    return replace(lens, width=width + -width % 4, height=height + -height % 4)


def _seen(mesh: Mesh, globe: Globe | None, lens: Lens, light: Light) -> tuple[Array, Parts]:
    """The lit picture of a mesh, (h, w, 4), and its parts; a globe wears its charts and its air."""
    sun = sun_of(mesh, lens, light)
    parts = look(mesh, lens)
    lit = sunlit(parts, lens, light, *sun)
    if globe is None:
        return shaded(parts, lens, light, lit), parts
    middle = lens.turn @ (np.asarray(globe.centre, F) - lens.centre)
    away = np.linalg.norm(_places(parts, lens) - middle, axis=-1)
    on = (np.abs(away - F(globe.radius)) < 0.04 * globe.radius) & (parts.cover > 0.02)
    bare = np.moveaxis(parts.normal, 0, -1)
    normal, colour, surface = globe.worn(bare, on, light, lens.turn)
    parts = replace(
        parts,
        normal=np.where(on, np.moveaxis(normal, -1, 0), parts.normal),
        colour=np.where(on[..., None], colour, parts.colour),
        surface=np.where(on, np.moveaxis(surface, -1, 0), parts.surface),
        shines=True,
    )
    pixels = shaded(parts, lens, light, lit)
    if globe.air is None:
        return pixels, parts
    at = lens.project(np.asarray([globe.centre], F))[0]
    radius = (
        globe.radius * lens.focal / (lens.distance - float(middle[2])) * 1.003
    )  # perspective shows a little more
    return in_its_air(pixels, globe, bare, on.astype(F), at, radius, light), parts


def _places(parts: Parts, lens: Lens) -> Array:
    """Where the pixels lie, (h, w, 3) metres in camera directions, from the middle of the model."""
    h, w = parts.cover.shape
    x = (np.arange(w, dtype=F)[None] + F(lens.left + 0.5)) / F(lens.focal)
    y = -(np.arange(h, dtype=F)[:, None] + F(lens.top + 0.5)) / F(lens.focal)
    depth = parts.depth
    return np.stack([x * depth, y * depth, F(lens.distance) - depth], -1)


def _mirror(model: Model, lens: Lens, light: Light) -> Array:
    """The model below its own waterline, (h, w, 4), its top row at the foot line of the sprite."""
    line = model.waterline

    def turned_over(mesh: Mesh) -> Mesh:
        return mesh.moved(0, -line, 0).scaled(1, -1, 1).moved(0, line, 0)

    below = turned_over(model.mesh)
    glass = None if model.glass is None else turned_over(model.glass)
    flat = lens.project(join(below, glass).vertices)
    bottom = int(np.ceil(flat[:, 1].max())) + 2
    foot = int(lens.project(np.array([[0, line, 0]], F))[0, 1])
    tall = _window(replace(lens, top=lens.top + foot), lens.width, max(2, bottom - foot))
    pixels, _ = _seen(below, None, tall, light)
    return pixels if glass is None else under_glass(pixels, look(glass, tall), tall, light)


def _lamps(
    model: Model, parts: Parts, lens: Lens, foot: Array, light: Light
) -> tuple[tuple[float, float, float, str, float], ...]:
    """The glows that are seen: not those of lamps behind the thing itself, a tail light from the front."""
    if not light.is_dark or not model.lamps:
        return ()
    scale = lens.focal / lens.distance
    places = np.array([lamp.at for lamp in model.lamps], F)
    at = lens.project(places)
    column, row = (
        np.clip(np.round(at[:, k]), 0, top - 1).astype(int) for k, top in ((0, lens.width), (1, lens.height))
    )
    before = np.where(parts.cover[row, column] > 0.5, parts.depth[row, column], F(lens.far))
    behind = lens.distance - ((places - lens.centre) @ lens.turn.T)[:, 2] - before
    return tuple(
        (float(x), float(y), lamp.radius * scale, lamp.colour, lamp.strength)
        for (x, y), lamp, depth in zip(at - foot, model.lamps, behind, strict=True)
        if depth < lamp.radius
    )


__all__ = ["Sprite", "View", "photograph"]
