"""Raster: what a camera sees of a mesh, one value for each pixel. OpenCV's triangleRasterize does the drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from waa.painter.colour import Array, F
from waa.painter.solid.mesh import Faces, Mesh
from waa.painter.together import together

_REACH = 1.6  # bent normals lie within this


@dataclass(frozen=True, eq=False)
class Lens:
    """Where the camera stands: world to camera, focal length in pixels, and the window it sees."""

    turn: Array
    centre: Array
    distance: float
    focal: float
    left: int  # of the window, relative to the optical axis, in pixels
    top: int
    width: int
    height: int
    draft: bool = False  # fewer samples

    @property
    def far(self) -> float:
        """Nothing is farther; in proportion, so that a bee and a tower lose no precision."""
        return self.distance * 8

    def planes(self, points: Array) -> tuple[Array, Array, Array]:
        """(n, 3) metres -> their x and y in pixels of the window and their depth in metres, (n,) each."""
        turn = np.column_stack([self.turn, -self.turn @ self.centre]).astype(F)
        x, y, z = np.asarray(cv2.transform(np.ascontiguousarray(points, F)[None], turn), F)[0].T
        depth = F(self.distance) - z
        scale = F(self.focal) / depth
        return x * scale - F(self.left), F(-self.top) - y * scale, depth

    def project(self, points: Array) -> Array:
        """(n, 3) metres -> (n, 2) pixels of the window."""
        x, y, _ = self.planes(points)
        return np.stack([x, y]).T

    @property
    def samples(self) -> float:
        """Across one pixel, for smooth edges: small pictures need more, and large ones cost more."""
        area = self.width * self.height
        if self.draft:
            return 1.25
        return 2.0 if area < 40_000 else 1.5 if area < 400_000 else 1.25


@dataclass(frozen=True, eq=False)
class Parts:
    """What is seen in each pixel of a window.

    `colour` is (h, w, 3); `normal` (3, h, w) in camera directions: x right, y up, z to the viewer; `surface`
    (3, h, w) is (gloss, glow, metal); `depth` (h, w) metres from the camera, `cover` (h, w) 0..1 how much of the
    pixel is covered. Where it is not, the others mean nothing. `shines` and `mirrors` are whether there is any
    glow, any metal.
    """

    colour: Array
    normal: Array
    surface: Array
    depth: Array
    cover: Array
    shines: bool = False
    mirrors: bool = False


def look(mesh: Mesh, lens: Lens, samples: float | None = None) -> Parts:
    """The parts of what `lens` sees of `mesh`: two drawings side by side, a third of what glows or is metal."""
    samples = samples or lens.samples
    size = (lens.width, lens.height)

    def smaller(buffer: Array) -> Array:
        return (
            buffer
            if samples == 1
            else np.asarray(cv2.resize(buffer, size, interpolation=cv2.INTER_LINEAR), F)
        )

    def shapes() -> tuple[Array, ...]:
        bent, depth = _drawn(mesh, mesh.faces, _bent(mesh, lens), lens, samples)
        seen = (depth < F(lens.far * 0.9)).astype(F)
        return smaller(bent), smaller(depth * seen), smaller(seen), depth

    def colours() -> tuple[Array, ...]:
        return (smaller(_drawn(mesh, mesh.faces, mesh.colours, lens, samples)[0]),)

    (bent, near, cover, depth), (colour,) = together([shapes, colours])
    per = F(1) / np.maximum(cover, F(1e-3))
    x, y, gloss = (plane * per for plane in cv2.split(bent))
    surface = np.zeros((3, *cover.shape), F)
    surface[0] = gloss
    shines, mirrors = (bool(mesh.surface[:, k].max(initial=0) > 0.02) for k in (1, 2))
    if shines or mirrors:
        special = mesh.faces[(mesh.surface[:, 1:].max(1) > 0)[mesh.faces].any(1)]
        drawn, _ = _drawn(mesh, special, mesh.surface, lens, samples, depth * F(1 + 1e-5))
        surface[1:] = [plane * per for plane in cv2.split(smaller(drawn))[1:]]
    colour = np.asarray(cv2.multiply(colour, cv2.merge([per, per, per])), F)
    return Parts(colour, _straight(x, y), surface, near * per, cover, shines, mirrors)


def _bent(mesh: Mesh, lens: Lens) -> Array:
    """Normals in two numbers, seen from the far pole of the sphere, and the gloss: (n, 3), all in 0..1.

    Two numbers are enough for what faces the viewer, and what lies between two of them comes out as a unit again.
    """
    x, y, z = np.asarray(cv2.transform(np.ascontiguousarray(mesh.normals)[None], lens.turn), F)[0].T
    scale = F(0.5 / _REACH) / np.maximum(F(1) + z, F(0.25))
    flat = (np.clip(x * scale + F(0.5), 0, 1), np.clip(y * scale + F(0.5), 0, 1), mesh.surface[:, 0])
    return np.stack(flat, -1)


def _straight(x: Array, y: Array) -> Array:
    """(3, …) unit normals again."""
    x, y = (x - F(0.5)) * F(2 * _REACH), (y - F(0.5)) * F(2 * _REACH)
    squared = x * x + y * y
    per = F(2) / (F(1) + squared)
    return np.stack([x * per, y * per, per - F(1)])


def _drawn(
    mesh: Mesh, faces: Faces, values: Array, lens: Lens, samples: float, depth: Array | None = None
) -> tuple[Array, Array]:
    """One attribute (n, 3) of 0..1 over the window, (h, w, 3), and its depth (h, w), `samples` times as large.

    With a `depth`, only what is nearer is drawn.
    """
    size = (round(lens.height * samples), round(lens.width * samples))
    far = np.full(size, lens.far, F) if depth is None else depth
    drawn, nearest = cv2.triangleRasterize(
        np.ascontiguousarray(mesh.vertices), np.ascontiguousarray(faces), np.ascontiguousarray(values, F),
        np.zeros((*size, 3), F), far, *_pose(lens), _settings(cull=True),
    )  # fmt: skip
    return np.asarray(drawn, F), np.asarray(nearest, F)


def _settings(*, cull: bool) -> cv2.TriangleRasterizeSettings:
    settings = cv2.TriangleRasterizeSettings()
    settings.setCullingMode(cv2.RASTERIZE_CULLING_CW if cull else cv2.RASTERIZE_CULLING_NONE)
    settings.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
    return settings


def _pose(lens: Lens) -> tuple[Array, float, float, float]:
    """OpenCV's (world to camera, vertical field of view, near, far). Its camera looks through the middle of the
    picture: a shear brings the middle of the window there."""
    pose = np.eye(4, dtype=F)
    pose[:3, :3] = lens.turn
    pose[:3, 3] = -lens.turn @ lens.centre
    pose[2, 3] -= lens.distance
    pose[0] += pose[2] * F((lens.left + lens.width / 2) / lens.focal)
    pose[1] -= pose[2] * F((lens.top + lens.height / 2) / lens.focal)
    return pose, 2 * math.atan(lens.height / 2 / lens.focal), lens.distance * 0.02, lens.far


def nearest(x: Array, y: Array, depth: Array, faces: Faces, width: int, height: int, far: float) -> Array:
    """The depth (h, w) of triangles given by pixels and metres (n,); both sides count. For shadows.

    Corners are moved to whole pixels, which leaves out the many triangles that are smaller than one.
    """
    x, y = np.rint(x), np.rint(y)
    key = (x * F(8192) + y).astype(np.int64)
    a, b, c = key[faces.T]
    wide = faces[np.flatnonzero((a != b) & (b != c) & (c != a))]
    scale = depth * F(1 / height)
    corners = np.stack([(x - F(width / 2)) * scale, (F(height / 2) - y) * scale, -depth], -1)
    found = cv2.triangleRasterizeDepth(corners, wide, np.full((height, width), far, F), np.eye(4, dtype=F),
                                       2 * math.atan(0.5), far * 1e-3, far, _settings(cull=False))  # fmt: skip
    return np.asarray(found, F)
