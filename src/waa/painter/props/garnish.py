"""What many dishes share: leaves, slices, ice, cream, sprinkles, and how to plant them on a surface."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import Mesh, ball, box, grid_faces, join, lathe, make, tube

LEAF = "#4f9a3c"
CREAM = "#fff8ea"


def both_sides(mesh: Mesh) -> Mesh:
    """A thin sheet that is seen from behind, too."""
    behind = replace(mesh, faces=np.ascontiguousarray(mesh.faces[:, ::-1]), normals=-mesh.normals)
    return join(mesh, behind)


def leaf(length: float, width: float, colour: Colour = LEAF, *, bend: float = 0.25, fold: float = 0.25,
         blunt: float = 1.0, gloss: float = 0.35) -> Mesh:  # fmt: skip
    """A leaf from the origin along +x, its upper side up. `bend` curls its tip down (negative: up), `fold` lifts its
    sides; `blunt` under 1 makes it broad at the end."""
    u, v = np.meshgrid(np.linspace(0, 1, 14), np.linspace(-1, 1, 7), indexing="ij")
    half = width / 2 * np.sin(math.pi * np.clip(u, 0.015, 0.985) ** blunt) ** 0.8
    y = fold * half * v**2 - bend * length * u**2
    vertices = np.stack([u * length * (1 - 0.3 * abs(bend) * u**2), y, -v * half], -1).reshape(-1, 3)
    sheet = make(vertices, grid_faces(14, 7, wraps=False)[:, ::-1], colour=colour, gloss=gloss)
    vein, tip = mix(colour, "#f4f2b0", 0.35), mix(colour, "#1d4a1a", 0.25)
    share: Array = (np.abs(v.ravel())[:, None] ** 0.7).astype(F)
    edge = rgb(colour) * F(0.6) + tip * F(0.4)
    return both_sides(sheet.painted(vein + (edge - vein) * share))


def blade(
    points: ArrayLike, width: float, colour: Colour, *, tip: Colour | None = None, gloss: float = 0.35
) -> Mesh:
    """A long leaf along points (n, 3), broad at its foot and pointed: grass, a pineapple's crown."""
    p = np.asarray(points, float)
    along = np.gradient(p, axis=0)
    across = np.cross(along, (0.0, 0.0, 1.0))
    across = np.where(np.linalg.norm(across, axis=1, keepdims=True) < 1e-9, (1.0, 0, 0), across)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    upward = np.cross(across, along)
    upward /= np.linalg.norm(upward, axis=1, keepdims=True) + 1e-9
    half = width / 2 * (1 - np.linspace(0, 1, len(p)) ** 2.2)[:, None]
    rows = [p - across * half, p + upward * half * -0.35, p + across * half]
    vertices = np.stack(rows, 1).reshape(-1, 3)
    share = np.repeat(np.linspace(0, 1, len(p)), 3)[:, None].astype(F)
    mesh = make(vertices, grid_faces(len(p), 3, wraps=False), colour=colour, gloss=gloss)
    end = rgb(colour) if tip is None else rgb(tip)
    return both_sides(mesh.painted(rgb(colour) * (1 - share) + end * share))


def citrus_slice(radius: float, thick: float, flesh: Colour, peel: Colour, *, segments: int = 9) -> Mesh:
    """A wheel of citrus lying flat at y = 0..thick: peel, white pith, segments with pale walls."""
    rings = np.array([1.0, 0.985, 0.93, 0.925, 0.86, 0.855, *np.linspace(0.82, 0.12, 7), 0.0]) * radius
    top = lathe(np.column_stack([rings, np.full(len(rings), thick)]), flesh, 0.6, steps=segments * 10,
        crease=180)  # fmt: skip
    side = lathe([(0.97 * radius, 0), (radius, 0.2 * thick), (radius, 0.8 * thick), (0.985 * radius, thick)],
        peel, 0.45)  # fmt: skip

    def paint(vertices: Array, normals: Array, colours: Array) -> Array:
        share = np.hypot(vertices[:, 0], vertices[:, 2]) / F(radius)
        turn = (np.arctan2(vertices[:, 0], vertices[:, 2]) / (2 * math.pi) * segments) % 1
        wall = np.minimum(turn, 1 - turn) * share * (2 * math.pi / segments)  # in radii from the nearest wall
        pale = np.maximum(smoothstep(0.055, 0.015, wall), smoothstep(0.15, 0.08, share))
        juicy = mix(flesh, "#fffbe0", 0.42) * pale[:, None] + (rgb(flesh)
            * (F(0.92) + F(0.1) * share[:, None])) * (1 - pale[:, None])  # fmt: skip
        pith = mix(peel, "#fff9e6", 0.82)
        colour = np.where((share > 0.858)[:, None], pith, juicy)
        return np.where((share > 0.928)[:, None], rgb(peel), colour)

    top = top.painted(paint)
    under = replace(top, faces=np.ascontiguousarray(top.faces[:, ::-1]), normals=-top.normals).moved(y=-thick)
    return join(top, under, side)


def ice_cube(size: float, tint: Colour = "#e9f4fa") -> Mesh:
    return box(size, size, size, tint, 0.9, bevel=size * 0.16).moved(y=-size / 2)


def swirl(
    radius: float, height: float, colour: Colour = CREAM, *, turns: float = 3.2, gloss: float = 0.3
) -> Mesh:
    """Soft ice cream or piped cream: a rope wound upwards, thinner and thinner, from y = 0."""
    t = np.linspace(0, 1, 90)
    fat = radius * 0.46 * (1 - 0.72 * t)
    reach = np.maximum(radius - fat[0], 0) * (1 - t) ** 0.85
    y = fat[0] * 0.75 + (height - fat[0] * 0.8) * t**0.92
    angle = 2 * math.pi * turns * t
    path = np.stack([reach * np.sin(angle), y, reach * np.cos(angle)], -1)
    core = lathe([(radius * 0.8, 0), (radius * 0.62, height * 0.35), (radius * 0.2, height * 0.8),
        (0, height * 0.85)], colour, gloss, crease=180)  # fmt: skip
    return join(tube(path, fat.tolist(), colour, gloss, steps=14), core)


def rosette(radius: float, height: float, colour: Colour = CREAM, *, ridges: int = 7) -> Mesh:
    """A small piped star of cream, twisted, from y = 0."""
    t, a = np.meshgrid(np.linspace(0, 1, 10), np.linspace(0, 2 * math.pi, 42, endpoint=False), indexing="ij")
    profile = np.interp(t, [0, 0.12, 0.35, 0.8, 1], [0.75, 1.0, 0.9, 0.3, 0.0])
    r = radius * profile * (1 + 0.16 * np.cos(ridges * (a + 1.6 * t)) * (1 - t * 0.4))
    vertices = np.stack([r * np.sin(a), t * height, r * np.cos(a)], -1).reshape(-1, 3)
    return make(vertices, grid_faces(10, 42, wraps=True), colour=colour, gloss=0.3)


def onion_ring(radius: float, colour: Colour = "#7cb83e") -> Mesh:
    """A ring of spring onion, lying flat."""
    r, h = radius, radius * 0.7
    profile = [(r * 0.72, 0), (r, 0), (r * 1.04, h * 0.5), (r, h), (r * 0.72, h), (r * 0.66, h * 0.5),
        (r * 0.72, 0)]  # fmt: skip
    return lathe(profile, colour, 0.4, steps=14, crease=60).painted(lambda v, n,
        c: np.where((np.hypot(v[:, 0], v[:, 2]) < r * 0.8)[:, None], mix(colour, "#f3f7d2", 0.6),
        c) )  # fmt: skip


def grain(length: float, width: float, colour: Colour, gloss: float = 0.3) -> Mesh:
    """A seed, a sprinkle, a grain of rice, lying along x."""
    return ball((length / 2, width / 2, width / 2), (0, 0, 0), colour, gloss, steps=5)


# -- planting -------------------------------------------------------------------------------------------------


def spots(mesh: Mesh, count: int, apart: float, rng: np.random.Generator, where: NDArray[np.bool_] | None = None,
          ) -> tuple[Array, Array]:  # fmt: skip
    """Up to `count` points on the skin (of the vertices `where`), at least `apart` metres from each other: where they
    are and the normals there."""
    candidates = np.arange(len(mesh.vertices)) if where is None else np.nonzero(where)[0]
    order = rng.permutation(candidates)[:6000]
    chosen: list[int] = []
    while len(order) and len(chosen) < count:
        chosen.append(int(order[0]))
        away = mesh.vertices[order] - mesh.vertices[order[0]]
        order = order[np.einsum("ij,ij->i", away, away) >= apart * apart]
    return mesh.vertices[chosen], mesh.normals[chosen]


def planted(part: Mesh | Sequence[Mesh], points: Array, normals: Array, rng: np.random.Generator, *, sink: float = 0.0,
            sizes: tuple[float, float] = (0.9, 1.1)) -> Mesh:  # fmt: skip
    """Copies of `part` (or of several, in turn) standing on the points, each turned by chance about its own normal."""
    parts = [part] if isinstance(part, Mesh) else list(part)
    copies = []
    for k, (at, up) in enumerate(zip(points, normals, strict=True)):
        turn = _standing(up, float(rng.uniform(0, 2 * math.pi)))
        model = parts[k % len(parts)]
        size = F(rng.uniform(*sizes))
        copies.append(replace(model, vertices=(model.vertices * size) @ turn.T + at - up * F(sink),
            normals=model.normals @ turn.T))  # fmt: skip
    return join(*copies)


def _standing(up: Array, angle: float) -> Array:
    """A rotation that takes y to `up` and turns by `angle` about it."""
    helper = np.array([1.0, 0, 0]) if abs(up[0]) < 0.8 else np.array([0, 0, 1.0])
    x = np.cross(up, helper)
    x /= np.linalg.norm(x)
    z = np.cross(x, up)
    c, s = math.cos(angle), math.sin(angle)
    turn: Array = np.stack([x * c - z * s, up, x * s + z * c], -1).astype(F)
    return turn
