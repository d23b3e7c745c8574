"""Bodywork: smooth shells through rounded sections, and panes, lamps and letters that lie on them like a skin."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Literal

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import WHITE, Mesh, grid_faces, join, make

Side = Literal["front", "back", "left", "right", "top"]
# Rows: what is to the right, up, and towards him who looks at that side, in the model's axes.
_FACING: dict[str, ArrayLike] = {
    "front": [(1, 0, 0), (0, 1, 0), (0, 0, 1)],
    "back": [(-1, 0, 0), (0, 1, 0), (0, 0, -1)],
    "right": [(0, 0, -1), (0, 1, 0), (1, 0, 0)],
    "left": [(0, 0, 1), (0, 1, 0), (-1, 0, 0)],
    "top": [(1, 0, 0), (0, 0, -1), (0, 1, 0)],
}


# -- shells --------------------------------------------------------------------------------------------------


def loft(table: ArrayLike, colour: Colour = WHITE, gloss: float = 0.5, *, steps: int = 5, belly: float = 0.0,
         corner: int = 6) -> Mesh:  # fmt: skip
    """A body along z, through rounded rectangles: rows of (z, half width, low y, high y, low radius, high radius).

    Runs smoothly through the rows, from back to front; `belly` draws its sides in above and below by that share.
    """
    rows = smooth(table, closed=False, steps=steps)
    rings = [_ring(w, lo, hi, r0, r1, corner) for _, w, lo, hi, r0, r1 in rows]
    points = np.stack(
        [np.column_stack([p, np.full(len(p), row[0])]) for p, row in zip(rings, rows, strict=True)]
    )
    if belly:
        low, high = rows[:, 2, None], rows[:, 3, None]
        level = (points[..., 1] - (low + high) / 2) / np.maximum(high - low, 1e-6) * 2
        points[..., 0] *= 1 - belly * level**2
    return shell(points, colour, gloss)


def stack(
    table: ArrayLike, colour: Colour = WHITE, gloss: float = 0.5, *, steps: int = 4, corner: int = 6
) -> Mesh:
    """A body upwards, through rounded plans: rows of (y, half width, back z, front z, back radius, front radius)."""
    rows = smooth(table, closed=False, steps=steps)
    points = np.stack([_stacked(row, corner) for row in rows])
    return shell(points[:, ::-1], colour, gloss)


def _stacked(row: NDArray[np.float64], corner: int) -> NDArray[np.float64]:
    y, w, back, front, r0, r1 = row
    ring = _ring(w, back, front, r0, r1, corner)
    return np.column_stack([ring[:, 0], np.full(len(ring), y), ring[:, 1]])


def _ring(w: float, low: float, high: float, r_low: float, r_high: float, corner: int) -> NDArray[np.float64]:
    """A rectangle with round corners, counter-clockwise from the middle of its lower side; always as many points."""
    r0, r1 = (max(1e-4, min(r, w, (high - low) / 2)) for r in (r_low, r_high))
    arcs = []
    for cx, cy, r, start in ((w - r0, low + r0, r0, -90), (w - r1, high - r1, r1, 0), (r1 - w, high - r1, r1, 90),
                             (r0 - w, low + r0, r0, 180)):  # fmt: skip
        t = np.radians(np.linspace(start, start + 90, corner))
        arcs.append(np.stack([cx + r * np.cos(t), cy + r * np.sin(t)], -1))
    pieces = []
    for arc, following in zip(arcs, (*arcs[1:], arcs[0]), strict=True):
        between = np.linspace(0, 1, 5)[1:-1, None]
        pieces += [arc, arc[-1] + (following[0] - arc[-1]) * between]
    return np.concatenate(pieces)


def shell(points: NDArray[np.float64], colour: Colour, gloss: float) -> Mesh:
    """Rings (rows, columns, 3), counter-clockwise as seen from the last of them, as a closed skin with flat ends."""
    rows, columns = points.shape[:2]
    skin = make(points.reshape(-1, 3), grid_faces(rows, columns, wraps=True), None, colour, gloss)
    ends = []
    for ring, sign in ((points[0], -1), (points[-1], 1)):
        fan = np.concatenate([ring, ring.mean(0, keepdims=True)])
        i = np.arange(columns)
        faces = np.stack([i, (i + 1) % columns, np.full(columns, columns)], -1)[:, ::sign]
        ends.append(make(fan, faces, None, colour, gloss))
    return join(skin, *ends)


# -- flat things that are to lie on a shell ------------------------------------------------------------------


def pane(
    corners: ArrayLike, radius: float, colour: Colour = WHITE, gloss: float = 0.9, *, cells: int = 12
) -> Mesh:
    """A flat quadrilateral (4, 2) with round corners, from the lower left, counter-clockwise; fine enough to be bent."""
    a, b, c, d = np.asarray(corners, float)
    wide = (math.dist(a, b) + math.dist(d, c)) / 2
    tall = (math.dist(a, d) + math.dist(b, c)) / 2
    r = min(radius, wide / 2.01, tall / 2.01)
    t = np.linspace(0, math.pi / 2, 5 if r > 0.004 * (wide + tall) else 2)
    edge = r * (1 - np.cos(t))
    up = np.concatenate(
        [
            edge,
            np.linspace(r, tall - r, max(3, round(cells * tall / max(wide, tall))))[1:-1],
            tall - edge[::-1],
        ]
    )
    short = np.minimum(up, tall - up)
    inset = np.where(short < r, r - np.sqrt(np.maximum(r**2 - (r - short) ** 2, 0)), 0)
    columns = max(4, round(cells * wide / max(wide, tall)))
    s = np.linspace(0, 1, columns)[None] * (1 - 2 * inset / wide)[:, None] + (inset / wide)[:, None]
    v = (up / tall)[:, None]
    points = [(a[k] * (1 - s) + b[k] * s) * (1 - v) + (d[k] * (1 - s) + c[k] * s) * v for k in (0, 1)]
    flat = np.stack([*points, np.zeros_like(s)], -1).reshape(-1, 3)
    faces = grid_faces(len(up), columns, wraps=False)
    return make(flat, faces, np.tile([0.0, 0, 1], (len(flat), 1)), colour, gloss)


def disc(x: float, y: float, rx: float, ry: float | None = None, colour: Colour = WHITE, gloss: float = 0.9, *,
         bulge: float = 0.0, inner: float = 0.0, steps: int = 28) -> Mesh:  # fmt: skip
    """A flat round, `bulge` metres high in its middle, or from `inner` (share of its radius) outwards a ring."""
    rings = max(2, steps // 5)
    t, a = np.meshgrid(
        np.linspace(inner, 1, rings), np.linspace(0, 2 * math.pi, steps, endpoint=False), indexing="ij"
    )
    flat = np.stack([x + rx * t * np.sin(a), y + (ry or rx) * t * np.cos(a), bulge * (1 - t * t)], -1)
    normals = None if bulge else np.tile([0.0, 0, 1], (flat.size // 3, 1))
    return make(flat.reshape(-1, 3), grid_faces(rings, steps, wraps=True), normals, colour, gloss)


class Skin:
    """One side of a mesh, on which flat things can be laid: they take its place and its curve.

    The flat things lie in x and y as he sees them who looks at that side, in the model's own metres: from the
    front x is x, from the right side (+x) a thing farther to the front (+z) lies at smaller x.
    """

    def __init__(self, mesh: Mesh, side: Side, size: int = 384) -> None:
        self._axes = np.asarray(_FACING[side], F)
        points = mesh.vertices @ self._axes.T
        self._low, self._high = points.min(0), points.max(0)
        self._middle = (self._low + self._high) / 2
        self._spread = float((self._high - self._low)[:2].max()) * 0.52 + 1e-6
        self._size = size
        self._depth, self._normal = self._relief(mesh, (points - self._middle).astype(F))

    def _relief(self, mesh: Mesh, points: Array) -> tuple[Array, Array]:
        """(how near, the normals) for each pixel, seen from so far off that nothing looks smaller behind."""
        far = self._spread * 60
        pose = np.eye(4, dtype=F)
        pose[2, 3] = -far
        settings = cv2.TriangleRasterizeSettings()
        settings.setCullingMode(cv2.RASTERIZE_CULLING_CW)
        settings.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
        shape = (self._size, self._size)
        colour, depth = cv2.triangleRasterize(
            np.ascontiguousarray(points), mesh.faces,
            np.ascontiguousarray(mesh.normals @ self._axes.T * F(0.5) + F(0.5)),
            np.zeros((*shape, 3), F), np.full(shape, far * 1.5, F),
            pose, 2 * math.atan(self._spread / far), far * 0.8, far * 1.5, settings,
        )  # fmt: skip
        normal, near = np.asarray(colour, F) * F(2) - F(1), F(far) - np.asarray(depth, F)
        missed = (np.asarray(depth) > far * 1.4).astype(np.uint8)
        if missed.any():  # beyond its outline: as at the nearest point of it
            _, label = cv2.distanceTransformWithLabels(missed, cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL)
            row, column = np.nonzero(missed == 0)
            number = np.zeros(int(label.max()) + 1, np.int64)
            number[label[row, column]] = np.arange(len(row))
            nearest = number[label]
            near, normal = near[row, column][nearest], normal[row, column][nearest]
        return near.astype(F), normal.astype(F)

    def lay(self, flat: Mesh, lift: float = 0.008) -> Mesh:
        """`flat` on this side, `lift` metres off it; its own z is how far it stands out."""
        own = flat.vertices - np.array([self._middle[0], self._middle[1], 0], F)
        near = np.zeros(len(own), F)
        for _ in range(2):  # what is nearer is seen a little larger
            u, v = self._pixels(own, near)
            near = _read(self._depth, u, v)
        normal = _read(self._normal, *self._pixels(own, near))
        normal /= np.linalg.norm(normal, axis=1, keepdims=True) + F(1e-6)
        across = np.array([1, 0, 0], F) - normal * normal[:, :1]
        across /= np.linalg.norm(across, axis=1, keepdims=True) + F(1e-6)
        frame = np.stack([across, np.cross(normal, across), normal], 1)
        points = np.column_stack([own[:, :2], near]) + normal * (own[:, 2:] + F(lift))
        turned = np.einsum("ni,nij->nj", flat.normals, frame)
        vertices = (points + self._middle) @ self._axes
        return Mesh(
            vertices.astype(F), flat.faces, (turned @ self._axes).astype(F), flat.colours, flat.surface
        )

    def points(self, path: ArrayLike, lift: float = 0.0) -> NDArray[np.float64]:
        """Where a drawn line (n, 2) runs on this side: (n, 3), for tubes and rivets."""
        p = np.asarray(path, float)
        flat = make(
            np.column_stack([p, np.zeros(len(p))]), np.zeros((0, 3)), np.tile([0.0, 0, 1], (len(p), 1))
        )
        return self.lay(flat, lift).vertices.astype(float)

    def _pixels(self, own: Array, near: Array) -> tuple[Array, Array]:
        scale = F(self._size / 2 / self._spread) * F(self._spread * 60) / (F(self._spread * 60) - near)
        return own[:, 0] * scale + F(self._size / 2 - 0.5), F(self._size / 2 - 0.5) - own[:, 1] * scale


def _read(picture: Array, u: Array, v: Array) -> Array:
    read = cv2.remap(
        picture, u.astype(F)[None], v.astype(F)[None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(read[0], F)


def seam(
    skin: Skin, path: ArrayLike, width: float, colour: Colour, gloss: float = 0.2, lift: float = 0.004
) -> Mesh:
    """A thin line (n, 2) drawn on a skin: the gap of a door, a trim, a stripe."""
    p = np.asarray(path, float)
    along = np.gradient(p, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    side = np.stack([-along[:, 1], along[:, 0]], -1) * width / 2
    flat = np.concatenate(
        [np.column_stack([p - side, np.zeros(len(p))]), np.column_stack([p + side, np.zeros(len(p))])]
    )
    mesh = make(flat, grid_faces(2, len(p), wraps=False), np.tile([0.0, 0, 1], (len(flat), 1)), colour, gloss)
    return skin.lay(mesh, lift)


def dense(points: Sequence[Sequence[float]], spacing: float) -> NDArray[np.float64]:
    """A polyline with points at most `spacing` apart, for `seam`."""
    p = np.asarray(points, float)
    pieces = []
    for a, b in itertools.pairwise(p):
        count = max(1, math.ceil(math.dist(a, b) / spacing))
        pieces.append(a + (b - a) * np.linspace(0, 1, count, endpoint=False)[:, None])
    return np.concatenate([*pieces, p[-1:]])
