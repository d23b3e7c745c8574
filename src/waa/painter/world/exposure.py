"""Exposure: meshes and hung pictures before a lens -> a plate.

OpenCV rasterises at more samples than the plate has pixels; pictures (tiles, books, signs) are laid into those buffers
in perspective; the plate is developed from them, so that every edge is smooth.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, F
from waa.painter.kept import kept
from waa.painter.solid.mesh import Mesh
from waa.painter.world import panel
from waa.painter.world.lens import Lens
from waa.painter.world.panel import Picture
from waa.painter.world.plate import FAR, NEAR, Plate, Solid

Bytes = NDArray[np.uint8]
_SOMETHING = FAR * 0.99


@dataclass(frozen=True, eq=False, kw_only=True)
class Hanging:
    """A picture in space: (h, w, 3 or 4), its corners (4, 3) from the upper left clockwise; `glow`, `gloss` 0..1."""

    picture: Picture
    corners: NDArray[np.float64]
    glow: float
    gloss: float


def expose(meshes: Sequence[Mesh], hangings: Sequence[Hanging], lens: Lens, samples: float) -> Plate:
    """What the lens sees of them, with `samples` across a pixel."""
    negative = _exposed(meshes, lens.scaled(samples))
    for hanging in hangings:
        _hang(negative, hanging)
    return _developed(negative, lens)


@dataclass(frozen=True, eq=False, kw_only=True)
class _Negative:
    """What the lens saw, before it is developed to the size of the plate.

    `colour` (h, w, 3), `gloss` and `glow` are bytes; `across` and `up` are two thirds of the normal (what is seen
    looks this way); `depth` is FAR where nothing is.
    """

    lens: Lens
    solid: Solid
    colour: Bytes
    gloss: Bytes
    glow: Bytes
    across: Array
    up: Array
    depth: Array


def _exposed(meshes: Sequence[Mesh], lens: Lens) -> _Negative:
    """Everything in one pass: the number of a paint, and two thirds of the normal."""
    solid, numbers, paints = _together([_numbered(m) for m in meshes])
    seen, depth = _raster(solid, np.column_stack([numbers, solid.normals[:, :2]]), lens)
    _close_cracks(seen, depth)
    which = (seen[..., 0] + F(0.5)).astype(np.int32)
    return _Negative(
        lens=lens,
        solid=solid,
        colour=np.take(paints[:, :3], which, axis=0),
        gloss=np.take(paints[:, 3], which),
        glow=np.take(paints[:, 4], which),
        across=np.ascontiguousarray(seen[..., 1]),
        up=np.ascontiguousarray(seen[..., 2]),
        depth=depth,
    )


def _raster(solid: Solid, attributes: Array, lens: Lens) -> tuple[Array, Array]:
    """One attribute (n, 3) over the picture: (h, w, 3) and depth (h, w).

    OpenCV's camera looks through the middle of its frame: draw a frame that is wide enough and cut ours out.
    """
    half_w = math.ceil(max(lens.middle, lens.width - lens.middle))
    half_h = math.ceil(max(lens.horizon, lens.height - lens.horizon))
    pose = np.eye(4, dtype=F)
    pose[1:3, 3] = -lens.eye, -lens.away
    settings = cv2.TriangleRasterizeSettings()
    settings.setCullingMode(cv2.RASTERIZE_CULLING_CW)
    settings.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
    seen, depth = cv2.triangleRasterize(
        np.ascontiguousarray(solid.vertices), solid.faces, np.ascontiguousarray(attributes, F),
        np.zeros((2 * half_h, 2 * half_w, 3), F), np.full((2 * half_h, 2 * half_w), FAR, F),
        pose, 2 * math.atan(half_h / lens.focal), NEAR, FAR, settings,
    )  # fmt: skip
    x, y = half_w - round(lens.middle), half_h - round(lens.horizon)
    window = (slice(y, y + lens.height), slice(x, x + lens.width))
    return np.ascontiguousarray(seen[window], F), np.ascontiguousarray(depth[window], F)


def _close_cracks(seen: Array, depth: Array) -> None:
    """Where two triangles meet, now and then a pixel belongs to neither: it takes after its neighbour."""
    solid = (depth < _SOMETHING).astype(np.uint8)
    cracks = np.asarray(cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))) > solid
    rows, columns = np.nonzero(cracks[:, 1:-1])
    for step in (0, 2):  # from the left, then from the right
        sound = depth[rows, columns + step] < _SOMETHING
        r, c = rows[sound], columns[sound]
        seen[r, c + 1], depth[r, c + 1] = seen[r, c + step], depth[r, c + step]


# -- paints by number -------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Numbered:
    """A mesh whose vertices carry the number of a paint; `paints` is (k, 5) bytes: colour, gloss, glow."""

    solid: Solid
    number: Array
    paints: Bytes


@kept
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
        vertices = np.concatenate([vertices, vertices[again]])
        normals = np.concatenate([normals, normals[again]])
        number = np.concatenate([number, np.repeat(corners[mixed, 0], 3)])
    return _Numbered(Solid(vertices, faces.astype(np.int32), normals), number.astype(F), paints)


def _together(parts: Sequence[_Numbered]) -> tuple[Solid, Array, Bytes]:
    """(all triangles, the number of each vertex's paint, all paints)."""
    corners = np.cumsum([0] + [len(p.solid.vertices) for p in parts])
    paints = np.cumsum([0] + [len(p.paints) for p in parts])
    solid = Solid(
        np.concatenate([p.solid.vertices for p in parts]),
        np.concatenate([p.solid.faces + int(o) for p, o in zip(parts, corners, strict=False)]).astype(
            np.int32
        ),
        np.concatenate([p.solid.normals for p in parts]),
    )
    numbers = np.concatenate([p.number + F(o) for p, o in zip(parts, paints, strict=False)])
    return solid, numbers, np.concatenate([p.paints for p in parts])


# -- pictures ---------------------------------------------------------------------------------------------


def _hang(negative: _Negative, hanging: Hanging) -> None:
    """Put a picture into the buffers where nothing stands before it. It takes the normal of what it hangs on."""
    lens = negative.lens
    if (hanging.corners[:, 2] > lens.away - NEAR).any():
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
    mask[depth >= there * F(1.002) + F(0.01)] = 0
    seen = mask > 127
    target = negative.colour[window]
    if hanging.picture.shape[2] == 4:
        share = mask.astype(F) * F(1 / 255)
        target[:] = cv2.blendLinear(pixels, np.ascontiguousarray(target), share, 1 - share)
    else:
        np.copyto(target, pixels, where=seen[..., None])
    negative.glow[window][seen] = round(hanging.glow * 255)
    negative.gloss[window][seen] = round(hanging.gloss * 255)
    if float(there.max()) > _SOMETHING:  # out in the open it is a thing of its own
        np.copyto(there, depth, where=seen)


def _turned_away(quad: NDArray[np.float64]) -> bool:
    (ax, ay), (bx, by) = quad[1] - quad[0], quad[3] - quad[0]
    return bool(ax * by - ay * bx <= 0)


def _plane_depth(
    depths: NDArray[np.float64], quad: NDArray[np.float64], x0: int, y0: int, x1: int, y1: int
) -> Array:
    """Of every pixel of a window, from those of the corners: 1 / depth of a plane is linear across the picture."""
    matrix = np.column_stack([quad[:3], np.ones(3)])
    a, b, c = np.linalg.solve(matrix, 1 / depths[:3])
    x, y = np.arange(x0, x1, dtype=F) + F(0.5), np.arange(y0, y1, dtype=F)[:, None] + F(0.5)
    return np.asarray(1 / np.maximum(F(a) * x + F(b) * y + F(c), F(1 / FAR)), F)


# -- development ------------------------------------------------------------------------------------------


def _developed(negative: _Negative, lens: Lens) -> Plate:
    """The plate at its own size, its edges smooth."""
    size = (lens.width, lens.height)
    solid = (negative.depth < _SOMETHING).astype(F)
    cover = _smaller(solid, size)
    colour, across, up = negative.colour, negative.across, negative.up
    per: Array = np.ones((1, 1), F)
    if float(cover.min(initial=1)) < 0.995:  # nothing of the void may bleed in
        colour = colour * solid.astype(np.uint8)[..., None]
        across, up = across * solid, up * solid
        per = np.asarray(1 / np.maximum(cover, F(1e-3)), F)
    nx, ny = _smaller(across, size) * per, _smaller(up, size) * per
    return Plate(
        lens=lens,
        solid=negative.solid,
        colour=_smaller(colour, size) * (per * F(1 / 255))[..., None],
        normal=np.dstack([nx, ny, np.sqrt(np.maximum(1 - nx * nx - ny * ny, 0))]),
        gloss=_smaller(negative.gloss, size) * F(1 / 255),
        glow=_smaller(negative.glow, size) * F(1 / 255),
        depth=_depth_of(negative, cover, size),
        cover=cover,
    )


def _smaller(buffer: Array | Bytes, size: tuple[int, int]) -> Array:
    return np.asarray(cv2.resize(buffer, size, interpolation=cv2.INTER_AREA), F)


def _depth_of(negative: _Negative, cover: Array, size: tuple[int, int]) -> Array:
    """The depth of one sample for each pixel: a mean of two surfaces would lie on neither. At the rim of what is
    there, where that sample may have seen nothing, the mean of those that did.
    """
    depth = np.asarray(cv2.resize(negative.depth, size, interpolation=cv2.INTER_NEAREST), F)
    rim = (depth > _SOMETHING) & (cover > 0.01)
    if rim.any():
        near = _smaller(np.asarray((negative.depth < _SOMETHING) / negative.depth, F), size)
        depth[rim] = cover[rim] / np.maximum(near[rim], F(1 / FAR))
    return depth
