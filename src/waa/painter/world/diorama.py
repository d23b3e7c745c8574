"""Diorama: a place built of meshes and hung with pictures, photographed as a whole and then lit.

Deferred shading, as in solid/camera.py but for a room in place of a thing: OpenCV rasterises colour and normals at
twice the size, pictures (tiles, books, signs) are laid into those buffers in perspective, then light falls on each
pixel once: sky, sun with its shadows, lamps. A backdrop may be made at half the size of the canvas: it is a little
out of focus anyway, so that the subject rules.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import Mesh, make
from waa.painter.world import panel
from waa.painter.world.lens import Lens
from waa.painter.world.panel import Picture

_FAR = 900.0
_NEAR = 0.12
Point = Sequence[float]


@dataclass(frozen=True, kw_only=True)
class Bulb:
    """A lamp that lights what is near: `at` in metres, `reach` metres until its light is gone."""

    at: tuple[float, float, float]
    colour: Colour = "#ffd9a0"
    power: float = 1.0
    reach: float = 4.0


@dataclass(frozen=True, eq=False, kw_only=True)
class _Hanging:
    """A picture in space: (h, w, 3 or 4) uint8, its corners from the upper left clockwise."""

    picture: Picture
    corners: NDArray[np.float64]
    glow: float
    gloss: float


@dataclass(kw_only=True)
class Diorama:
    """Add meshes and pictures, then `photograph` it."""

    lens: Lens
    meshes: list[Mesh] = field(default_factory=list)
    hangings: list[_Hanging] = field(default_factory=list)
    bulbs: list[Bulb] = field(default_factory=list)

    def add(self, *meshes: Mesh) -> None:
        self.meshes += meshes

    def hang(self, picture: Picture, corner: Point, right: Point, down: Point, *, glow: float = 0.0,
             gloss: float = 0.1) -> None:  # fmt: skip
        """A picture whose upper left is at `corner`, its edges along `right` and `down` (metres).

        Hung on a surface it needs a millimetre of air. `glow` 1 shines by itself.
        """
        at, across, downward = (np.asarray(v, float) for v in (corner, right, down))
        corners = np.stack([at, at + across, at + across + downward, at + downward])
        self.hangings.append(_Hanging(picture=picture, corners=corners, glow=glow, gloss=gloss))

    def photograph(self, scale: float = 0.5, samples: float = 1.5) -> Plate:
        """What the lens sees, at `scale` times the canvas, with `samples` across a pixel of it."""
        negative = _exposed(self.meshes, self.lens.scaled(scale * samples))
        for hanging in self.hangings:
            _lay(negative, hanging)
        return _developed(negative, self.lens.scaled(scale))


@dataclass(frozen=True, eq=False)
class _Solid:
    """What throws shadows."""

    vertices: Array
    faces: NDArray[np.int32]
    normals: Array


@dataclass(eq=False, kw_only=True)
class Plate:
    """Buffers of what the lens sees: (h, w, 3) but `depth` (metres), `glow`, `gloss` and `cover` (h, w)."""

    lens: Lens
    mesh: _Solid
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
        seen = _open_sky(self)
        toward = light.toward
        facing = cv2.transform(self.normal, toward[None])
        lit = np.clip((facing + F(light.wrap)) * F(1 / (1 + light.wrap)), 0, 1)
        if fill < 1:
            lit *= F(fill) + F(1 - fill) * _sunlit(self, light)
        key, shade = rgb(light.key), rgb(light.shade)
        up = self.normal[..., 1]
        direct = lit * (F(0.45) + F(0.55) * seen)
        ambient = seen * (F(0.78) + F(0.22) * up)
        below = np.clip(-up, 0, 1) * seen * F(bounce)
        basis = np.stack([ambient, direct, below], -1)
        mix = np.stack([shade, key - shade * F(0.5), rgb(light.bounce) * key.mean()], -1)
        falling = cv2.transform(basis, mix.astype(F))
        if bulbs:
            falling += _from_bulbs(self, bulbs, seen)
        colour = self.colour * falling
        shine = np.clip(cv2.transform(self.normal, _half(toward)[None]), 0, 1)
        shine *= shine
        shine *= shine
        shine = shine**4 * self.gloss * F(0.5) * (F(0.4) + F(0.6) * lit)
        colour += shine[..., None] * key
        if float(self.glow.max(initial=0)) > 0.01:
            glow = self.glow[..., None]
            colour += (self.colour * F(lamps) - colour) * glow
        if haze > 0:
            veil = F(haze) * np.clip(self.depth / F(haze_from) - 1, 0, 1)
            colour += (rgb(light.haze) - colour) * veil[..., None]
        return np.clip(colour, 0, 1.2)


def mirror_in_floor(plate: Plate, pixels: Array, strength: float, *, polish: float = 2.0, gloss: float = 0.3) -> None:
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
    columns = np.broadcast_to(np.arange(width, dtype=F)[None], source.shape)
    mirrored = cv2.remap(pixels, np.ascontiguousarray(columns), source, cv2.INTER_LINEAR)
    mirrored = np.asarray(blur(mirrored, polish), F)
    away = np.clip((rows - base[None]) / F(height * 0.5), 0, 1)
    share = np.asarray(blur((rows >= base[None]).astype(F), 1.5)) * (1 - away) * F(strength)
    pixels[top:] += (mirrored - pixels[top:]) * share[..., None]


def lay_plate(canvas: Canvas, pixels: Array, plate: Plate, *, left: int = 0, focus: float | None = None, softness: float = 0.0) -> None:
    """Lay the lit plate on the canvas, from the column `left` on where its lens sees only the rest of it.

    What is behind `focus` metres is out of focus by `softness` pixels of a 1024 px picture.
    """
    size = (canvas.width - left, canvas.height)
    factor = plate.lens.height / canvas.height
    if softness > 0:
        soft = np.asarray(blur(pixels, softness * canvas.unit * factor), F)
        if focus is None:
            pixels = soft
        else:
            share = np.asarray(blur(smoothstep(focus, focus * 1.8, plate.depth), 1.2))[..., None]
            pixels = pixels + (soft - pixels) * share
    whole = float(plate.cover.min(initial=1)) > 0.995
    if whole:
        large, cover = cv2.resize(pixels, size, interpolation=cv2.INTER_CUBIC), None
    else:  # the edge must not take on the black that lies outside
        cover = np.clip(cv2.resize(plate.cover, size, interpolation=cv2.INTER_CUBIC), 0, 1)
        large = cv2.resize(pixels * plate.cover[..., None], size, interpolation=cv2.INTER_CUBIC)
        large = large / np.maximum(cover, F(0.02))[..., None]
    if canvas.layers is not None:
        _lay_by_depth(canvas, large, cover, cv2.resize(plate.depth, size, interpolation=cv2.INTER_NEAREST), left)
    elif cover is None:
        canvas.pixels[:, left:] = large
    else:
        canvas.lay(left, 0, large, cover)


def _lay_by_depth(canvas: Canvas, pixels: Array, cover: Array | None, depth: Array, left: int) -> None:
    """In three layers, for the styles that cut a picture into its layers."""
    whole = np.ones(depth.shape, F) if cover is None else cover
    seen = depth[whole > 0.5]
    if not len(seen):
        return
    edges = [_FAR * 2, *np.quantile(seen, [0.75, 0.4]).tolist(), 0.0]
    for name, far, near in zip(("behind", "middle", "before"), edges, edges[1:], strict=False):
        canvas.layer(name)
        canvas.lay(left, 0, pixels, whole * ((depth <= far) & (depth > near)))


# -- the photograph ---------------------------------------------------------------------------------------


def _settings(cull: bool) -> cv2.TriangleRasterizeSettings:
    settings = cv2.TriangleRasterizeSettings()
    settings.setCullingMode(cv2.RASTERIZE_CULLING_CW if cull else cv2.RASTERIZE_CULLING_NONE)
    settings.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
    return settings


@dataclass(frozen=True, eq=False, kw_only=True)
class _Negative:
    """What the lens saw, before it is developed to the size of the plate: `colour` (h, w, 3), `gloss` and `glow` are
    bytes; `across` and `up` are two thirds of the normal (what is seen looks this way); `depth` is _FAR where nothing is.
    """

    lens: Lens
    mesh: _Solid
    colour: NDArray[np.uint8]
    gloss: NDArray[np.uint8]
    glow: NDArray[np.uint8]
    across: Array
    up: Array
    depth: Array


def _exposed(meshes: Sequence[Mesh], lens: Lens) -> _Negative:
    """Everything in one pass: the number of a paint, and two thirds of the normal."""
    mesh, numbers, paints = _together([_numbered(m) for m in meshes])
    seen, depth = _raster(mesh.vertices, mesh.faces, np.column_stack([numbers, mesh.normals[:, :2]]), lens)
    seen, depth = np.ascontiguousarray(seen), np.ascontiguousarray(depth)
    _close_cracks(seen, depth)
    number, across, up = cv2.split(seen)
    which = (number + F(0.5)).astype(np.int32)
    return _Negative(
        lens=lens, mesh=mesh, colour=np.take(paints[:, :3], which, axis=0), gloss=np.take(paints[:, 3], which),
        glow=np.take(paints[:, 4], which), across=across, up=up, depth=depth,
    )  # fmt: skip


def _close_cracks(seen: Array, depth: Array) -> None:
    """Where two triangles meet, now and then a pixel belongs to neither: it takes after its neighbour."""
    solid = (depth < _FAR * 0.99).astype(np.uint8)
    cracks = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)) > solid
    rows, columns = np.nonzero(cracks[:, 1:-1])
    for step in (0, 2):  # from the left, then from the right
        sound = depth[rows, columns + step] < _FAR * 0.99
        r, c = rows[sound], columns[sound]
        seen[r, c + 1], depth[r, c + 1] = seen[r, c + step], depth[r, c + step]


def _developed(negative: _Negative, lens: Lens) -> Plate:
    """The plate at its own size, its edges smooth."""
    size = (lens.width, lens.height)
    solid = (negative.depth < _FAR * 0.99).astype(F)
    cover = cv2.resize(solid, size, interpolation=cv2.INTER_AREA)
    colour, across, up = negative.colour, negative.across, negative.up
    per = F(1.0)
    if float(cover.min(initial=1)) < 0.995:  # nothing of the void may bleed in
        colour = colour * solid.astype(np.uint8)[..., None]
        across, up = across * solid, up * solid
        per = (1 / np.maximum(cover, F(1e-3))).astype(F)
    nx, ny = (cv2.resize(part, size, interpolation=cv2.INTER_AREA) * per for part in (across, up))
    small = cv2.resize(colour, size, interpolation=cv2.INTER_AREA)
    return Plate(
        lens=lens,
        mesh=negative.mesh,
        colour=np.multiply(small, np.atleast_3d(per * F(1 / 255)), dtype=F),
        normal=cv2.merge([nx, ny, cv2.sqrt(np.maximum(1 - nx * nx - ny * ny, 0))]),
        gloss=_share(negative.gloss, size),
        glow=_share(negative.glow, size),
        depth=_depth_of(negative, cover, size),
        cover=cover,
    )


def _share(levels: NDArray[np.uint8], size: tuple[int, int]) -> Array:
    return np.multiply(cv2.resize(levels, size, interpolation=cv2.INTER_AREA), F(1 / 255), dtype=F)


def _depth_of(negative: _Negative, cover: Array, size: tuple[int, int]) -> Array:
    """The depth of one sample for each pixel: a mean of two surfaces would lie on neither. At the rim of what is
    there, where that sample may have seen nothing, the mean of those that did.
    """
    depth = cv2.resize(negative.depth, size, interpolation=cv2.INTER_NEAREST)
    rim = (depth > _FAR * 0.99) & (cover > 0.01)
    if rim.any():
        near = cv2.resize((negative.depth < _FAR * 0.99) / negative.depth, size, interpolation=cv2.INTER_AREA)
        depth[rim] = cover[rim] / np.maximum(near[rim], F(1 / _FAR))
    return depth


@dataclass(frozen=True, eq=False)
class _Numbered:
    """A mesh whose vertices carry the number of a paint; `paints` is (k, 5) bytes: colour, gloss, glow."""

    vertices: Array
    faces: NDArray[np.int32]
    normals: Array
    number: Array
    paints: NDArray[np.uint8]


@lru_cache(24)
def _numbered(mesh: Mesh) -> _Numbered:
    """The corners of a face must have one paint, or numbers between theirs would appear on it: such faces get corners
    of their own. Kept by identity, so that the standing part of a set is numbered once.
    """
    parts = np.column_stack([mesh.colours, mesh.surface[:, :2]])
    levels = np.clip(parts * F(255) + F(0.5), 0, 255).astype(np.int64)
    keys = levels @ np.array([1 << 32, 1 << 24, 1 << 16, 1 << 8, 1])
    unique, number = np.unique(keys, return_inverse=True)
    paints = np.stack([(unique >> shift) & 255 for shift in (32, 24, 16, 8, 0)], -1).astype(np.uint8)
    faces, vertices, normals = mesh.faces, mesh.vertices, mesh.normals
    corners = number[faces]
    mixed = (corners != corners[:, :1]).any(1)
    if mixed.any():
        again = faces[mixed].ravel()
        own = len(vertices) + np.arange(len(again), dtype=np.int32).reshape(-1, 3)
        faces = np.concatenate([faces[~mixed], own])
        vertices, normals = np.concatenate([vertices, vertices[again]]), np.concatenate([normals, normals[again]])
        number = np.concatenate([number, np.repeat(corners[mixed, 0], 3)])
    return _Numbered(vertices, faces.astype(np.int32), normals, number.astype(F), paints)


def _together(parts: Sequence[_Numbered]) -> tuple[_Solid, Array, NDArray[np.uint8]]:
    """(the mesh, the number of each vertex's paint, all paints)."""
    corners = np.cumsum([0] + [len(p.vertices) for p in parts])
    paints = np.cumsum([0] + [len(p.paints) for p in parts])
    solid = _Solid(
        np.concatenate([p.vertices for p in parts]),
        np.concatenate([p.faces + int(o) for p, o in zip(parts, corners, strict=False)]).astype(np.int32),
        np.concatenate([p.normals for p in parts]),
    )
    numbers = np.concatenate([p.number + F(o) for p, o in zip(parts, paints, strict=False)])
    return solid, numbers, np.concatenate([p.paints for p in parts])


def _raster(vertices: Array, faces: NDArray[np.int32], attributes: Array, lens: Lens) -> tuple[Array, Array]:
    """One attribute (n, 3) over the picture: (h, w, 3) and depth (h, w).

    OpenCV's camera looks through the middle of its frame: draw a frame that is wide enough and cut ours out.
    """
    half_w = math.ceil(max(lens.middle, lens.width - lens.middle))
    half_h = math.ceil(max(lens.horizon, lens.height - lens.horizon))
    pose = np.eye(4, dtype=F)
    pose[1:3, 3] = -lens.eye, -lens.away
    seen = np.zeros((2 * half_h, 2 * half_w, 3), F)
    depth = np.full((2 * half_h, 2 * half_w), _FAR, F)
    seen, depth = cv2.triangleRasterize(
        np.ascontiguousarray(vertices, F), np.ascontiguousarray(faces), np.ascontiguousarray(attributes, F), seen, depth,
        pose, 2 * math.atan(half_h / lens.focal), _NEAR, _FAR, _settings(True),
    )  # fmt: skip
    x, y = half_w - round(lens.middle), half_h - round(lens.horizon)
    window = (slice(y, y + lens.height), slice(x, x + lens.width))
    return seen[window], depth[window]


def _lay(negative: _Negative, hanging: _Hanging) -> None:
    """Put a picture into the buffers where nothing stands before it. It takes the normal of what it hangs on."""
    lens = negative.lens
    if (hanging.corners[:, 2] > lens.away - _NEAR).any():
        return
    quad = lens.project(hanging.corners)
    if _turned_away(quad):
        return
    x0, y0 = (int(v) for v in np.maximum(np.floor(quad.min(0)) - 1, 0))
    x1, y1 = (int(v) for v in np.minimum(np.ceil(quad.max(0)) + 1, (lens.width, lens.height)))
    if x1 <= x0 or y1 <= y0:
        return
    window = (slice(y0, y1), slice(x0, x1))
    pixels, mask = panel.warped(hanging.picture, quad, x0, y0, x1 - x0, y1 - y0)
    depth = _plane_depth(lens.away - hanging.corners[:, 2], quad, x0, y0, x1, y1)
    there = negative.depth[window]
    hidden = depth >= there * F(1.002) + F(0.01)
    mask[hidden] = 0
    target = negative.colour[window]
    if hanging.picture.shape[2] == 4:
        share = mask.astype(F) * F(1 / 255)
        target[:] = cv2.blendLinear(pixels, np.ascontiguousarray(target), share, 1 - share)
    else:
        np.copyto(target, pixels, where=(mask > 127)[..., None])
    seen = mask > 127
    negative.glow[window][seen] = round(hanging.glow * 255)
    negative.gloss[window][seen] = round(hanging.gloss * 255)
    if float(there.max()) > _FAR * 0.99:  # out in the open it is a thing of its own
        np.copyto(there, depth, where=seen)


def _turned_away(quad: NDArray[np.float64]) -> bool:
    (ax, ay), (bx, by) = quad[1] - quad[0], quad[3] - quad[0]
    return bool(ax * by - ay * bx <= 0)


def _plane_depth(corners: NDArray[np.float64], quad: NDArray[np.float64], x0: int, y0: int, x1: int, y1: int) -> Array:
    """1 / depth of a plane is linear across the picture."""
    matrix = np.column_stack([quad[:3], np.ones(3)])
    a, b, c = np.linalg.solve(matrix, 1 / corners[:3])
    x, y = np.arange(x0, x1, dtype=F) + F(0.5), np.arange(y0, y1, dtype=F)[:, None] + F(0.5)
    return 1 / np.maximum(F(a) * x + F(b) * y + F(c), F(1 / _FAR))


# -- light ------------------------------------------------------------------------------------------------


def _half(toward: Array) -> Array:
    half = toward + np.array([0, 0, 1], F)
    unit: Array = (half / np.linalg.norm(half)).astype(F)
    return unit


def _open_sky(plate: Plate) -> Array:
    """How much of its surroundings a point sees, 0..1: corners and what lies behind its neighbours are darker.

    Unsharp masking of the depth buffer (Luft, Colditz, Deussen 2006), on 1 / depth, which has no slope of its own
    on a plane.
    """
    near = plate.cover / np.maximum(plate.depth, F(0.1))
    seen = np.ones_like(near)
    span = min(plate.lens.width, plate.lens.height)
    for share, strength in ((0.012, 0.5), (0.06, 0.7)):
        around = np.asarray(blur(near, max(1.0, share * span)))
        ahead = np.clip((around - near) / np.maximum(near, F(1e-4)) * F(4.0), 0, 1)
        seen *= 1 - F(strength) * ahead
    return seen


def _positions(plate: Plate) -> tuple[Array, Array, Array]:
    x, y = plate.lens.rays()
    depth = plate.depth
    return x[None] * depth, y[:, None] * depth + F(plate.lens.eye), F(plate.lens.away) - depth  # each (h, w)


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
    distance = spread * 40  # so far off that the rays are parallel
    pose = np.eye(4, dtype=F)
    pose[:3, :3] = axes
    pose[:3, 3] = -axes @ centre
    pose[2, 3] -= distance
    stored = np.full((size, size), distance * 4, F)
    stored = cv2.triangleRasterizeDepth(
        np.ascontiguousarray(plate.mesh.vertices), plate.mesh.faces, stored, pose, 2 * math.atan(1 / 40),
        distance * 0.2, distance * 4, _settings(False),
    )  # fmt: skip
    points = cv2.merge(_positions(plate)) - centre
    seen = cv2.transform(points, axes)
    away = F(distance) - seen[..., 2]
    scale = F(size / 2 * 40) / away
    u, v = seen[..., 0] * scale + F(size / 2 - 0.5), F(size / 2 - 0.5) - seen[..., 1] * scale
    first = cv2.remap(stored, u, v, cv2.INTER_LINEAR, borderValue=distance * 4)
    graze = 1 - np.abs(cv2.transform(plate.normal, toward[None]))
    texel = F(2 * spread / size)
    lit = smoothstep(texel * F(2.2), texel * F(0.8), away - first - texel * F(2.5) * graze)
    return np.asarray(blur(lit, max(0.8, 0.004 * plate.lens.height)), F)


def _from_bulbs(plate: Plate, bulbs: Sequence[Bulb], seen: Array) -> Array:
    """(h, w, 3): the light of lamps, falling off with distance; what is turned away gets a third. At half size: it is soft."""
    height, width = plate.depth.shape
    size = (max(1, width // 2), max(1, height // 2))
    x, y, z = (cv2.resize(part, size, interpolation=cv2.INTER_NEAREST) for part in _positions(plate))
    n = cv2.resize(plate.normal, size, interpolation=cv2.INTER_AREA)
    nx, ny, nz = cv2.split(n)
    open_to = F(0.4) + F(0.6) * cv2.resize(seen, size, interpolation=cv2.INTER_AREA)
    total = np.zeros((size[1], size[0], 3), F)
    for bulb in bulbs:
        dx, dy, dz = F(bulb.at[0]) - x, F(bulb.at[1]) - y, F(bulb.at[2]) - z
        squared = dx * dx + dy * dy + dz * dz
        falloff = np.maximum(1 - squared * F(1 / bulb.reach**2), 0)
        facing = np.maximum((dx * nx + dy * ny + dz * nz) / cv2.sqrt(squared + F(1e-3)), 0)
        strength = falloff * falloff * (F(0.35) + F(0.65) * facing) * F(bulb.power) * open_to
        total += strength[..., None] * rgb(bulb.colour)
    return cv2.resize(total, (width, height), interpolation=cv2.INTER_LINEAR)


# -- shapes that sets are built of ------------------------------------------------------------------------


def block(x: float, y: float, z: float, width: float, height: float, depth: float, colour: Colour, gloss: float = 0.1,
          *, glow: float = 0.0) -> Mesh:  # fmt: skip
    """A plain box, its foot's middle at (x, y, z): a twentieth of the triangles of a bevelled one."""
    half = np.array([width, height, depth]) / 2
    unit = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], float)
    vertices, normals = [], []
    for axis in range(3):
        for sign in (1.0, -1.0):
            face = np.zeros((4, 3))
            face[:, axis] = sign
            face[:, (axis + 1) % 3], face[:, (axis + 2) % 3] = unit[:, 0], unit[:, 1] * sign
            vertices.append(face * half + (x, y + half[1], z))
            normal = np.zeros((4, 3))
            normal[:, axis] = sign
            normals.append(normal)
    faces = [(4 * k + a, 4 * k + b, 4 * k + c) for k in range(6) for a, b, c in ((0, 1, 2), (0, 2, 3))]
    mesh = make(np.concatenate(vertices), faces, np.concatenate(normals), colour, gloss)
    return mesh.finished(glow=glow) if glow else mesh


def quad(corner: Point, right: ArrayLike, down: ArrayLike, colour: Colour, gloss: float = 0.1) -> Mesh:
    """A flat piece seen from its front: `corner` is its upper left, its edges run along `right` and `down`."""
    at, across, downward = (np.asarray(v, float) for v in (corner, right, down))
    normal = np.cross(downward, across)
    normal /= np.linalg.norm(normal) + 1e-9
    vertices = np.stack([at, at + across, at + across + downward, at + downward])
    return make(vertices, [(0, 2, 1), (0, 3, 2)], np.tile(normal, (4, 1)), colour, gloss)
