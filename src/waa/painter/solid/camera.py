"""Camera: a model, a light and a height in pixels -> a sprite, with its shadow and its reflection.

Deferred shading: OpenCV's triangleRasterize writes colour, normal, surface and depth of what is seen, at twice the
size for smooth edges; the light is then worked out once per pixel of the smaller copy.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import noise
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import LUMA, Array, F, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid import glaze
from waa.painter.solid.globe import Globe, in_its_air
from waa.painter.solid.mesh import Mesh, join, rotation
from waa.painter.solid.model import Model

DISTANCE = 6.0  # from the camera to the thing, in heights of the thing: a mild perspective
SAMPLES = 2  # raster samples across one pixel


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


@dataclass(frozen=True, eq=False)
class _Lens:
    """Where the camera stands: world to camera, focal length in pixels, and the window it sees."""

    turn: Array
    centre: Array
    distance: float
    focal: float
    left: int  # of the window, relative to the optical axis, in pixels
    top: int
    width: int
    height: int

    @property
    def far(self) -> float:
        """Nothing is farther; in proportion, so that a bee and a tower lose no precision."""
        return self.distance * 8

    def project(self, points: Array) -> Array:
        """(n, 3) metres -> (n, 2) pixels of the window."""
        p = (points - self.centre) @ self.turn.T
        depth = self.distance - p[:, 2]
        x = p[:, 0] / depth * self.focal - self.left
        y = -p[:, 1] / depth * self.focal - self.top
        return np.stack([x, y], -1)


def photograph(model: Model, light: Light, height: float, view: View | None = None, *, shadows: bool = True,
               reflects: bool = False, width_limit: float | None = None) -> Sprite:  # fmt: skip
    """Render `model` so that it is `height` pixels tall, or `width_limit` pixels wide if that comes first.

    `shadows` adds the shadow it throws on the ground, `reflects` its mirror image in a floor or in water.
    """
    view = view or View()
    turned = model.transformed(yaw=view.yaw)
    lens = _lens(turned, height, view, width_limit)
    mesh = join(turned.mesh, turned.night) if light.is_dark else turned.mesh
    pixels = _seen(mesh, turned.globe, lens, light)
    if turned.glass is not None:
        pixels = _under_glass(pixels, turned.glass, lens, light)
    foot = lens.project(np.zeros((1, 3), F))[0]
    sprite = Sprite(pixels=pixels, foot=(float(foot[0]), float(foot[1])), lamps=_lamps(turned, lens, foot, light))
    if shadows:
        shadow, at = _cast(join(turned.mesh, turned.glass), lens, light, foot)
        sprite = replace(sprite, shadow=shadow, shadow_at=at)
    if reflects:
        sprite = replace(sprite, reflection=_mirror(turned, lens, light))
    return sprite


def _lens(model: Model, height: float, view: View, width_limit: float | None) -> _Lens:
    meshes = [m for m in (model.mesh, model.glass) if m is not None]
    low, high = np.min([m.low for m in meshes], axis=0), np.max([m.high for m in meshes], axis=0)
    points = np.concatenate([m.vertices for m in meshes])
    tall = float(max(high[1] - low[1], 0.35 * (high[0] - low[0]), 1e-3))
    turn = rotation(0, view.pitch, 0)
    centre = (low + high) / F(2)
    probe = _Lens(turn, centre, tall * DISTANCE, 1.0, 0, 0, 1, 1)
    flat = probe.project(points)
    extent = flat.max(0) - flat.min(0)
    # The height asked for is the drawn height of the thing itself, whatever the camera's pitch makes of it.
    focal = height / float(extent[1])
    if width_limit is not None:
        focal = min(focal, width_limit / float(extent[0]))
    margin = 2.0
    if model.globe is not None and model.globe.air is not None:
        margin += model.globe.reach * model.globe.radius * focal / probe.distance
    (left, top), (right, bottom) = np.floor(flat.min(0) * focal - margin), np.ceil(flat.max(0) * focal + margin)
    return replace(probe, focal=focal, left=int(left), top=int(top), width=int(right - left), height=int(bottom - top))


# -- what the camera sees -----------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Parts:
    """Buffers of the window: all (h, w, 3) but `depth` (metres from the camera) and `cover` (0..1)."""

    colour: Array
    normal: Array  # in camera directions: x right, y up, z to the viewer
    surface: Array
    depth: Array
    cover: Array


def _settings(cull: bool) -> cv2.TriangleRasterizeSettings:
    settings = cv2.TriangleRasterizeSettings()
    settings.setCullingMode(cv2.RASTERIZE_CULLING_CW if cull else cv2.RASTERIZE_CULLING_NONE)
    settings.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
    return settings


def _rasterise(mesh: Mesh, attributes: Array, lens: _Lens, samples: int = SAMPLES) -> tuple[Array, Array]:
    """One attribute (n, 3) over the window: (h, w, 3) and depth (h, w), `samples` times as large."""
    height, width, x, y = _frame(lens, samples)
    colour, depth = cv2.triangleRasterize(
        np.ascontiguousarray(mesh.vertices), mesh.faces, np.ascontiguousarray(attributes, F),
        np.zeros((height, width, 3), F), np.full((height, width), lens.far, F), *_pose(lens, height / samples), _settings(True),
    )  # fmt: skip
    window = (slice(y, y + lens.height * samples), slice(x, x + lens.width * samples))
    return np.asarray(colour[window], F), np.asarray(depth[window], F)


def _depth(vertices: Array, faces: NDArray[np.int32], lens: _Lens) -> Array:
    """Depth alone, (h, w), both sides of every face, one sample a pixel."""
    height, width, x, y = _frame(lens, 1)
    far = np.full((height, width), lens.far, F)
    depth = cv2.triangleRasterizeDepth(
        np.ascontiguousarray(vertices, F), np.ascontiguousarray(faces), far, *_pose(lens, height), _settings(False)
    )
    return np.asarray(depth, F)[y : y + lens.height, x : x + lens.width]


def _frame(lens: _Lens, samples: int) -> tuple[int, int, int, int]:
    """(height, width, x, y): OpenCV's camera looks through the middle, so draw a frame round it that holds our window."""
    half_w = max(abs(lens.left), abs(lens.left + lens.width)) * samples
    half_h = max(abs(lens.top), abs(lens.top + lens.height)) * samples
    return 2 * half_h, 2 * half_w, half_w + lens.left * samples, half_h + lens.top * samples


def _pose(lens: _Lens, height: float) -> tuple[Array, float, float, float]:
    """OpenCV's (world to camera, vertical field of view, near, far)."""
    pose = np.eye(4, dtype=F)
    pose[:3, :3] = lens.turn
    pose[:3, 3] = -lens.turn @ lens.centre
    pose[2, 3] -= lens.distance
    return pose, 2 * math.atan(height / 2 / lens.focal), lens.distance * 0.02, lens.far


def _look(mesh: Mesh, lens: _Lens) -> _Parts:
    facing = mesh.normals @ lens.turn.T
    normal, depth = _rasterise(mesh, facing * F(0.5) + F(0.5), lens)
    colour, _ = _rasterise(mesh, mesh.colours, lens)
    surface, _ = _rasterise(mesh, mesh.surface, lens, samples=1)  # soft anyway
    seen = (depth < lens.far * 0.9).astype(F)
    size = (lens.width, lens.height)
    cover = np.asarray(cv2.resize(seen, size, interpolation=cv2.INTER_AREA), F)
    per = F(1) / np.maximum(cover, F(1e-3))

    def smaller(buffer: Array) -> Array:
        small = np.asarray(cv2.resize(buffer, size, interpolation=cv2.INTER_AREA), F)
        scaled: Array = small * (per[..., None] if small.ndim == 3 else per)
        return scaled

    n: Array = smaller(normal) * F(2) - F(1)
    n /= np.sqrt(np.einsum("ijk,ijk->ij", n, n))[..., None] + F(1e-4)
    return _Parts(smaller(colour), n, surface, smaller(np.where(seen > 0, depth, F(0))), cover)


def _places(parts: _Parts, lens: _Lens) -> Array:
    """Where the pixels lie, (h, w, 3) metres in camera directions, from the middle of the model."""
    h, w = parts.cover.shape
    x = (np.arange(w, dtype=F)[None] + F(lens.left + 0.5)) / F(lens.focal)
    y = -(np.arange(h, dtype=F)[:, None] + F(lens.top + 0.5)) / F(lens.focal)
    depth = parts.depth
    return np.stack([x * depth, y * depth, F(lens.distance) - depth], -1)


def _seen(mesh: Mesh, globe: Globe | None, lens: _Lens, light: Light) -> Array:
    """The lit picture of a mesh, (h, w, 4), its globe wearing its charts and its air."""
    parts = _look(mesh, lens)
    if globe is None:
        return _shade(parts, lens, light, mesh)
    middle = lens.turn @ (np.asarray(globe.centre, F) - lens.centre)
    away = np.linalg.norm(_places(parts, lens) - middle, axis=-1)
    on = (np.abs(away - F(globe.radius)) < 0.04 * globe.radius) & (parts.cover > 0.02)
    bare = parts.normal
    normal, colour, surface = globe.worn(bare, on, light, lens.turn)
    where = on[..., None]
    parts = replace(parts, normal=np.where(where, normal, bare), colour=np.where(where, colour, parts.colour),
                    surface=np.where(where, surface, parts.surface))  # fmt: skip
    pixels = _shade(parts, lens, light, mesh)
    if globe.air is None:
        return pixels
    at = lens.project(np.asarray([globe.centre], F))[0]
    radius = globe.radius * lens.focal / (lens.distance - float(middle[2])) * 1.003  # perspective shows a little more
    return in_its_air(pixels, globe, bare, on.astype(F), at, radius, light)


# -- light ---------------------------------------------------------------------------------------------------


def _shade(parts: _Parts, lens: _Lens, light: Light, mesh: Mesh) -> Array:
    n, albedo = parts.normal, parts.colour
    toward = light.toward
    up = lens.turn @ np.array([0, 1, 0], F)
    key, shade = rgb(light.key), rgb(light.shade)

    open_sky = _occlusion(parts, lens)
    gloss, glow, metal = (parts.surface[..., i] for i in range(3))
    toward_light = n @ toward
    lit = np.clip((toward_light + F(light.wrap)) / F(1 + light.wrap), 0, 1)
    # What is turned away is shaded by the wrap alone: its own shadow would cut a hard line there.
    lit *= np.maximum(_unshadowed(parts, lens, light, mesh), smoothstep(0.22, -0.08, toward_light))
    lit += _grain(parts.cover.shape) * (F(0.020) * smoothstep(0.6, 0.2, gloss))
    height = n @ up

    # Ambient light from the sky, more from above; the key light on top; what the ground throws back below.
    ambient = shade * (F(0.74) + F(0.26) * height)[..., None] * open_sky[..., None]
    direct = (key - shade * F(0.55)) * (lit * (F(0.5) + F(0.5) * open_sky))[..., None]
    bounce = rgb(light.bounce) * key.mean() * (F(0.16) * np.clip(-height, 0, 1) * open_sky)[..., None]
    colour = albedo * (ambient + direct + bounce)

    colour = glaze.polished(colour, albedo, n, height, light, metal) if float(metal.max(initial=0)) > 0.02 else colour
    half = toward + np.array([0, 0, 1], F)
    facing = np.clip(n @ (half / np.linalg.norm(half)), 0, 1)
    sharp = facing ** F(90) * gloss * F(0.85) + facing ** F(22) * gloss * F(0.25)
    sheen = facing ** F(8) * F(0.07)
    if float(gloss.max(initial=0)) > glaze.LEAST:
        colour = glaze.glazed(colour, n, lens.turn, gloss * (1 - metal), lit, light)
    colour += key * ((sharp + sheen) * (F(0.3) + F(0.7) * lit))[..., None]
    edge = np.clip(1 - n[..., 2], 0, 1) ** F(2.4)
    side = np.clip(F(0.2) + n[..., 0] * toward[0] + n[..., 1] * abs(toward[1]), 0, 1)
    colour += rgb(light.rim) * (F(light.rim_strength) * edge * side * (F(0.4) + F(0.6) * open_sky))[..., None]
    if light.kicker_strength:
        far_side = np.clip(F(0.1) - n[..., 0] * toward[0] * F(1.6) + n[..., 1] * F(0.25), 0, 1)
        colour += rgb(light.kicker) * (F(light.kicker_strength) * edge * far_side * open_sky)[..., None]
    if float(glow.max(initial=0)) > 0.02:
        colour = colour * (1 - glow[..., None]) + albedo * (glow * F(1.15 if light.is_dark else 1.0))[..., None]
    return np.dstack([np.clip(colour, 0, 1.15), parts.cover])


def _occlusion(parts: _Parts, lens: _Lens) -> Array:
    """How much of the sky a point sees, 0..1: what lies behind its surroundings is darker.

    Unsharp masking of the depth buffer (Luft, Colditz, Deussen 2006), at a narrow and a wide scale.
    """
    metres_per_pixel = lens.distance / lens.focal
    depth = parts.depth / F(metres_per_pixel)
    solid = parts.cover
    seen = np.ones_like(depth)
    # Where a form turns away from the viewer it lies behind itself: no reason for a dark outline.
    rounds_off = F(0.3) + F(0.7) * smoothstep(0.0, 0.45, parts.normal[..., 2])
    span = min(lens.width, lens.height)
    for share, strength in ((0.018, 0.45), (0.07, 0.5)):
        sigma = max(1.2, share * span)
        weight = blur(solid, sigma) + F(1e-3)
        around = blur(depth * solid, sigma) / weight
        seen *= 1 - F(strength) * np.clip((depth - around) / F(sigma * 1.5), 0, 1) * rounds_off
    return seen


def _unshadowed(parts: _Parts, lens: _Lens, light: Light, mesh: Mesh, size: int = 256) -> Array:
    """1 where the key light arrives, 0 where the model stands in its own way: a shadow map, softened."""
    toward = lens.turn.T @ light.toward
    right = np.cross(np.array([0, 1, 0], F), toward)
    right /= np.linalg.norm(right) + 1e-9
    up = np.cross(toward, right)
    axes = np.stack([right, up, toward]).astype(F)
    spread = float(np.linalg.norm(mesh.vertices - lens.centre, axis=1).max()) * 1.05 + 1e-6
    sun = _Lens(axes, lens.centre, spread * 40, size / 2 * 40, -size // 2, -size // 2, size, size)
    nearest = _depth(mesh.vertices, mesh.faces, sun)
    # Positions of the pixels, in camera space, then seen from the light.
    to_sun = (axes @ lens.turn.T).astype(F)
    q = _places(parts, lens) @ to_sun.T
    away = F(sun.distance) - q[..., 2]
    u = q[..., 0] / away * F(sun.focal) + F(size / 2)
    v = -q[..., 1] / away * F(sun.focal) + F(size / 2)
    stored = cv2.remap(nearest, u.astype(F), v.astype(F), cv2.INTER_NEAREST, borderValue=sun.far)
    # A surface that the light grazes needs more room, or the map's own pixels throw shadows.
    graze = 1 - np.clip(parts.normal @ light.toward, 0, 1)
    lit = smoothstep(0.045, 0.02, (away - stored) / F(spread) - F(0.05) * graze)
    return blur(lit, max(1.0, 0.012 * min(lens.width, lens.height)))


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


def _under_glass(pixels: Array, glass: Mesh, lens: _Lens, light: Light) -> Array:
    """Glass over what is already there: clear in the middle, bright at the edges, one sharp highlight.

    The glow of a glass is how much its own colour covers what is behind it: 0 clear, 0.6 tea, 0.9 milk.
    """
    parts = _look(glass, lens)
    n = parts.normal
    edge = np.clip(1 - n[..., 2], 0, 1) ** F(1.7)
    half = light.toward + np.array([0, 0, 1], F)
    spark = np.clip(n @ (half / np.linalg.norm(half)), 0, 1) ** F(60)
    pane = glaze.window(n @ lens.turn, light) * F(0.34)
    sky = rgb(light.key) * F(0.6) + rgb(light.haze) * F(0.4)
    deep = parts.surface[..., 1]
    tint = parts.colour * (rgb(light.key) * F(0.6) + rgb(light.shade) * F(0.4))
    body = tint + (sky - tint) * (edge * (F(0.65) - F(0.4) * deep))[..., None]
    cover = parts.cover * np.clip(np.maximum(F(0.14) + edge * F(0.62), deep), 0, 0.97)
    layer = Canvas(lens.width, lens.height, transparent=True)
    layer.pixels[:], layer.alpha = pixels[..., :3], pixels[..., 3].copy()
    layer.lay(0, 0, body, cover)
    layer.lay(0, 0, np.minimum(rgb(light.key), 1), parts.cover * np.clip(spark + pane, 0, 1) * F(0.85))
    return np.dstack([layer.pixels, layer.alpha])


# -- shadow and mirror ----------------------------------------------------------------------------------------


def _cast(mesh: Mesh, lens: _Lens, light: Light, foot: Array) -> tuple[Array, tuple[int, int]]:
    """The shadow on the ground: the model flattened along the light, soft where it is far from its caster."""
    toward = lens.turn.T @ light.toward
    flat = np.array([toward[0], 0, toward[2]], F)
    flat = flat / F(np.linalg.norm(flat) + 1e-6) * F(light.shadow_length)
    standing = mesh.low[1] < 0.02 * mesh.size[1] + 1e-3
    y = np.maximum(mesh.vertices[:, 1], 0)[:, None]
    cast = replace(mesh, vertices=(mesh.vertices * np.array([1, 0, 1], F) - flat * y).astype(F))
    contact = mesh.faces[(mesh.vertices[mesh.faces, 1] < mesh.low[1] + 0.10 * mesh.size[1]).all(1)] if standing else mesh.faces[:0]
    points = lens.project(cast.vertices)
    pad = int(0.12 * max(lens.height, 24)) + 6
    (left, top), (right, bottom) = np.floor(points.min(0)) - pad, np.ceil(points.max(0)) + pad
    ground = replace(lens, left=lens.left + int(left), top=lens.top + int(top),
                     width=int(right - left), height=int(bottom - top))  # fmt: skip
    span = float(min(lens.width, lens.height))
    shadow = blur(_silhouette(cast.vertices, cast.faces, ground), max(1.5, 0.020 * span * (0.6 + light.shadow_length)))
    shadow = shadow * F(0.72)
    if len(contact):
        touch = _silhouette(cast.vertices, contact, ground)
        shadow = np.maximum(shadow, blur(touch, max(1.2, 0.030 * span)) * F(1.15))
        shadow = np.maximum(shadow, blur(touch, max(0.8, 0.010 * span)) * F(1.25))
    return np.clip(shadow, 0, 1.3), (int(left - foot[0]), int(top - foot[1]))


def _silhouette(vertices: Array, faces: NDArray[np.int32], lens: _Lens) -> Array:
    """1 where the triangles are seen. At half size: it is blurred anyway."""
    half = replace(lens, focal=lens.focal / 2, left=lens.left // 2, top=lens.top // 2,
                   width=max(1, lens.width // 2), height=max(1, lens.height // 2))  # fmt: skip
    seen = (_depth(vertices, faces, half) < half.far * 0.9).astype(F)
    return np.asarray(cv2.resize(seen, (lens.width, lens.height), interpolation=cv2.INTER_LINEAR), F)


def _mirror(model: Model, lens: _Lens, light: Light) -> Array:
    """The model below its own waterline, (h, w, 4), its top row at the foot line of the sprite."""
    line = model.waterline

    def turned_over(mesh: Mesh) -> Mesh:
        return mesh.moved(0, -line, 0).scaled(1, -1, 1).moved(0, line, 0)

    below = turned_over(model.mesh)
    glass = None if model.glass is None else turned_over(model.glass)
    flat = lens.project(join(below, glass).vertices)
    bottom = int(np.ceil(flat[:, 1].max())) + 2
    foot = int(lens.project(np.array([[0, line, 0]], F))[0, 1])
    tall = replace(lens, top=lens.top + foot, height=max(2, bottom - foot))
    parts = _look(below, tall)
    pixels = _shade(parts, tall, replace(light, direction=(light.direction[0], abs(light.direction[1]), light.direction[2])), below)
    return pixels if glass is None else _under_glass(pixels, glass, tall, light)


def _lamps(model: Model, lens: _Lens, foot: Array, light: Light) -> tuple[tuple[float, float, float, str, float], ...]:
    """The glows that are seen: not those of lamps behind the thing itself, a tail light from the front."""
    if not light.is_dark or not model.lamps:
        return ()
    scale = lens.focal / lens.distance
    places = np.array([lamp.at for lamp in model.lamps], F)
    at = lens.project(places)
    nearest = _depth(model.mesh.vertices, model.mesh.faces, lens)
    column, row = (np.clip(np.round(at[:, k]), 0, top - 1).astype(int) for k, top in ((0, lens.width), (1, lens.height)))
    behind = lens.distance - ((places - lens.centre) @ lens.turn.T)[:, 2] - nearest[row, column]
    return tuple(
        (float(x), float(y), lamp.radius * scale, lamp.colour, lamp.strength)
        for (x, y), lamp, depth in zip(at - foot, model.lamps, behind, strict=True)
        if depth < lamp.radius
    )


__all__ = ["LUMA", "Sprite", "View", "photograph"]
