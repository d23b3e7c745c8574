"""Hulls, decks and sails: what boats are built from. The bow looks to +z; y = 0 is the keel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.shapes import smooth
from waa.painter.solid.detail import Paint, painted_finely
from waa.painter.solid.mesh import Mesh, grid_faces, join, make, tube

# Rows of a hull: (z, half beam, height of the sheer, height of the keel, fullness): from stern to bow.
Lines = Sequence[tuple[float, float, float, float, float]]


def stations(lines: Lines, steps: int = 6) -> NDArray[np.float64]:
    return smooth(lines, closed=False, steps=steps)


def _sections(rows: NDArray[np.float64], across: int, inset: float, floor: float) -> NDArray[np.float64]:
    """(stations, across, 3) from the left sheer round the keel to the right one, `inset` metres within the skin."""
    a = np.linspace(-np.pi / 2, np.pi / 2, across)[None]
    z, beam, sheer, keel, full = (rows[:, k, None] for k in range(5))
    beam, keel = np.maximum(beam - inset, 0.004), keel + inset + floor
    power = 2 / np.maximum(full, 0.2)
    x = beam * np.sign(a) * np.abs(np.sin(a)) ** (power * 0.5 + 0.0)
    y = sheer - (sheer - np.minimum(keel, sheer - 0.01)) * np.abs(np.cos(a)) ** (power * 0.5)
    return np.stack([x, y, np.broadcast_to(z, x.shape)], -1)


def hull(lines: Lines, paint: Paint | Colour, *, inside: Colour | None = None, thick: float = 0.05,
floor: float = 0.0,
         gloss: float = 0.4, across: int = 33, steps: int = 6, most: int = 6500) -> Mesh:  # fmt: skip
    """A hull through its lines; open with a skin `inside` and its floor raised, else meant to be decked.

    A `paint` that is a function is drawn finely, with up to `most` vertices.
    """
    rows = stations(lines, steps)
    outer = _sections(rows, across, 0.0, 0.0)
    skin = make(outer.reshape(-1, 3), grid_faces(len(rows), across, wraps=False), None, gloss=gloss)
    skin = _outward(skin)
    skin = (
        painted_finely(skin, paint, levels=4, contrast=0.08, most=most)
        if callable(paint)
        else skin.painted(paint)
    )
    parts = [skin, _transom(outer[0], skin, -1)]
    if rows[-1, 1] > 0.06:
        parts.append(_transom(outer[-1], skin, 1))
    if inside is not None:
        lining = _sections(rows, across, thick, floor)
        lining[0, :, 2] += thick
        inner = make(
            lining.reshape(-1, 3), grid_faces(len(rows), across, wraps=False)[:, ::-1], None, inside, 0.2
        )
        parts += [_outward(inner, inwards=True), _transom(lining[0], inner, 1)]
    return join(*parts)


def _outward(mesh: Mesh, *, inwards: bool = False) -> Mesh:
    """Faces turned so that the keel looks down (or, within, up)."""
    down = float(mesh.normals[:, 1].sum()) < 0
    if down != inwards:
        return mesh
    return replace(mesh, faces=np.ascontiguousarray(mesh.faces[:, ::-1]), normals=-mesh.normals)


def _transom(ring: NDArray[np.float64], like: Mesh, sign: int) -> Mesh:
    """The flat end of a hull, in its colours."""
    count = len(ring)
    top = np.array([[0.0, ring[0, 1], ring[0, 2]]])
    fan = np.concatenate([ring, top])
    i = np.arange(count - 1)
    faces = np.stack([np.full(count - 1, count), i, i + 1], -1)
    end = make(fan, faces, np.tile([0.0, 0, sign], (count + 1, 1)), gloss=float(like.surface[0, 0]))
    a, b, c = fan[faces[count // 2]]
    if np.cross(b - a, c - a)[2] * sign < 0:
        end = replace(end, faces=np.ascontiguousarray(end.faces[:, ::-1]))
    height = np.interp(fan[:, 1], *_by_height(like))
    nearest = like.colours[height.astype(int)]
    return end.painted(nearest)


def _by_height(mesh: Mesh) -> tuple[Array, Array]:
    order = np.argsort(mesh.vertices[:, 1])
    return mesh.vertices[order, 1], order.astype(F)


def deck(
    lines: Lines,
    colour: Colour,
    *,
    drop: float = 0.06,
    thick: float = 0.05,
    plank: Colour | None = None,
    steps: int = 6,
) -> Mesh:
    """A deck `drop` below the sheer, with planks along it when `plank` colours their seams."""
    rows = stations(lines, steps)
    s = np.linspace(-1, 1, 25)
    x = s[None] * np.maximum(rows[:, 1, None] - thick, 0.01)
    y = np.broadcast_to(rows[:, 2, None] - drop, x.shape) + 0.02 * (1 - s[None] ** 2)
    points = np.stack([x, y, np.broadcast_to(rows[:, 0, None], x.shape)], -1).reshape(-1, 3)
    mesh = make(points, grid_faces(len(rows), 25, wraps=False)[:, ::-1], None, colour, 0.2)
    if float(mesh.normals[:, 1].sum()) < 0:
        mesh = replace(mesh, faces=np.ascontiguousarray(mesh.faces[:, ::-1]), normals=-mesh.normals)
    if plank is None:
        return mesh
    dark, light = rgb(plank), rgb(colour)

    def planks(v: Array, n: Array, c: Array) -> Array:
        seam = np.abs((v[:, 0:1] / 0.16) % 1 - 0.5) > 0.44
        return np.where(seam, dark, light)

    return painted_finely(mesh, planks, levels=2, most=5000)


def rail(
    lines: Lines,
    radius: float,
    colour: Colour,
    *,
    lift: float = 0.0,
    inset: float = 0.0,
    gloss: float = 0.4,
    steps: int = 4,
) -> Mesh:
    """A tube along both sheers, joined at the bow: the gunwale, a rubbing strake, a handrail."""
    rows = stations(lines, steps)
    left = np.stack([-(np.maximum(rows[:, 1] - inset, 0.01)), rows[:, 2] + lift, rows[:, 0]], -1)
    right = left[::-1] * np.array([-1, 1, 1])
    return tube(np.concatenate([left, right]), radius, colour, gloss, steps=8)


def posts(
    lines: Lines,
    height: float,
    colour: Colour,
    *,
    spacing: int = 3,
    inset: float = 0.05,
    radius: float = 0.018,
) -> list[Mesh]:
    """Stanchions under a handrail."""
    rows = stations(lines, 4)[::spacing]
    return [
        tube([(s * max(b - inset, 0.01), y, z), (s * max(b - inset, 0.01), y + height, z)], radius, colour, 0.4,
        steps=6, caps=False)
        for z, b, y, _, _ in rows for s in (-1, 1)
    ]  # fmt: skip


def sail(corners: ArrayLike, belly: float, paint: Colour | Paint, *, rows: int = 25, columns: int = 17,
gloss: float = 0.08,
         towards: Sequence[float] = (1, 0, 0), thick: float = 0.012) -> Mesh:  # fmt: skip
    """Cloth between four corners (4, 3), from the lower left round, blown out by `belly` metres `towards` one side."""
    a, b, c, d = np.asarray(corners, float)
    s, t = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    s, t = s[..., None], t[..., None]
    flat = (a * (1 - s) + b * s) * (1 - t) + (d * (1 - s) + c * s) * t
    swell = np.sin(np.pi * s) ** 0.9 * np.sin(np.pi * np.clip(t * 0.92 + 0.04, 0, 1)) ** 0.8
    points = flat + swell * belly * np.asarray(towards, float)
    return cloth(points, paint, thick=thick, gloss=gloss)


def cloth(
    points: NDArray[np.float64], paint: Colour | Paint, *, thick: float = 0.012, gloss: float = 0.08
) -> Mesh:
    """A sheet (rows, columns, 3) seen from both sides."""
    rows, columns = points.shape[:2]
    front = make(points.reshape(-1, 3), grid_faces(rows, columns, wraps=False), None, gloss=gloss)
    front = painted_finely(front, paint, levels=2, most=6000) if callable(paint) else front.painted(paint)
    back = replace(front, vertices=front.vertices - front.normals * F(thick), normals=-front.normals,
                   faces=np.ascontiguousarray(front.faces[:, ::-1]))  # fmt: skip
    return join(front, back)
