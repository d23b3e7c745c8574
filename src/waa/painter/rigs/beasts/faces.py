"""Faces: eyes, noses and mouths, set into the skin of a head.

All lengths are in metres of the head's own clay; `skin` is that clay, which tells where the surface is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.shapes import smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, join, tube

DARK = "#2a1c1a"
_FRONT = (0.0, 0.0, -1.0)


def on_skin(skin: Clay, points: ArrayLike, direction: Sequence[float] = _FRONT) -> tuple[Array, Array]:
    """Where rays from far along -`direction` through `points` meet the skin, and the normals there."""
    away = np.asarray(direction, F) / F(np.linalg.norm(direction))
    start = np.asarray(points, F) - away * F(4.0)
    return skin.surface([[float(v) for v in p] for p in start], direction)


def eye(
    at: Array,
    normal: Array,
    size: float,
    *,
    tall: float = 1.15,
    iris: Colour | None = None,
    slit: bool = False,
    mirror: int = 1,
) -> Mesh:
    """An eye of half width `size`, looking along `normal`: deep, dark and glossy, with a large and a small spark."""
    turn = toward(normal)
    form = ball((size, size * tall, size * 0.62), colour=DARK, gloss=0.75, steps=17)
    form = form.painted(
        lambda v, n, c: _iris((v / np.array([size, size * tall, size])).astype(F), iris, slit)
    )
    large = ball(
        (size * 0.27, size * 0.30 * tall, size * 0.13),
        (-0.30 * size, 0.40 * size * tall, 0.50 * size),
        "#ffffff",
        0.1,
        8,
    )
    small = ball(
        (size * 0.12, size * 0.12 * tall, size * 0.08),
        (0.34 * size, -0.38 * size * tall, 0.50 * size),
        "#ffffff",
        0.1,
        6,
    )
    whole = join(form, large.finished(glow=0.9), small.finished(glow=0.6))
    return placed(whole, turn, at - normal * F(size * 0.20))


def _iris(p: Array, iris: Colour | None, slit: bool) -> Array:
    """Colours of an eyeball by place on it: x, y within -1..1."""
    x, y = p[:, 0], p[:, 1]
    far = np.hypot(x, y)
    if iris is None:
        ring, lit = rgb("#5d3b2a"), smoothstep(0.15, -0.9, y) * smoothstep(1.0, 0.72, far)
        return (rgb(DARK) + (ring - rgb(DARK)) * (lit * F(0.9))[:, None]).astype(F)
    glow = mix(iris, "#ffffff", 0.35)
    base = rgb(iris) + (glow - rgb(iris)) * smoothstep(0.1, -0.8, y)[:, None]
    pupil = smoothstep(0.06, 0.0, np.hypot(x / 0.30, y / 0.86) - 1) if slit else smoothstep(0.58, 0.50, far)
    rim = smoothstep(0.82, 0.92, far)
    dark = np.maximum(pupil, rim)[:, None]
    return (base + (rgb(DARK) - base) * dark).astype(F)


def line(
    skin: Clay,
    points: ArrayLike,
    thickness: float,
    colour: Colour = DARK,
    direction: Sequence[float] = _FRONT,
) -> Mesh:
    """A drawn line: a thin roll of dark clay pressed into the skin along the points."""
    path, normals = on_skin(skin, points, direction)
    taper = np.sqrt(np.clip(1 - np.linspace(-1, 1, len(path)) ** 4, 0.12, 1)) * thickness
    return tube(path + normals * F(thickness * 0.1), [float(r) for r in taper], colour, 0.2, steps=8)


def lid(at: Array, normal: Array, size: float, tall: float, hang: float, colour: Colour) -> Mesh:
    """The upper lid: a shell of skin over the top of the eye, down by `hang` (0..1)."""
    shell = ball((size * 1.10, size * tall * 1.08, size * 0.74), colour=colour, gloss=0.1, steps=22)
    limit = size * tall * (1.0 - 1.5 * hang)
    keep = (shell.vertices[shell.faces, 1] > limit).any(1)
    cut = Mesh(
        shell.vertices, np.ascontiguousarray(shell.faces[keep]), shell.normals, shell.colours, shell.surface
    )
    return placed(cut, toward(normal), at - normal * F(size * 0.22))


def mouth(skin: Clay, kind: str, at: tuple[float, float], size: float, thickness: float) -> Mesh | None:
    """A mouth round (x, y) = `at`, `size` its half width."""
    x0, y0 = at
    if kind == "none":
        return None
    if kind == "line":
        t = np.linspace(-1, 1, 11)
        return line(skin, [(x0 + size * float(u), y0 + 0.22 * size * float(u * u), 0) for u in t], thickness)
    # A smile of two arcs that meet below the nose, as cats and dogs have.
    arcs = []
    for side in (1, -1):
        points = [(0, 0.55), (0.04, 0.05), (0.28, -0.22), (0.62, -0.20), (0.92, 0.10), (1.0, 0.30)]
        curve = smooth([(x0 + side * size * x, y0 + size * y, 0.0) for x, y in points], closed=False, steps=4)
        arcs.append(line(skin, [tuple(map(float, p)) for p in curve], thickness))
    return join(*arcs)


def nose(skin: Clay, kind: str, y: float, size: tuple[float, float], colour: Colour) -> tuple[Mesh, Array]:
    """A nose on the tip of the muzzle at height `y`; also where its middle lies."""
    where, normal = on_skin(skin, [(0, y, 0)])
    at, n = where[0], normal[0]
    wide, tall = size
    form = ball((wide, tall, wide * 0.62), colour=colour, gloss=0.55, steps=14)
    if kind == "triangle":
        form = form.__class__(
            _pinched(form.vertices, wide, tall), form.faces, form.normals, form.colours, form.surface
        )
    lifted = (n * F(0.6) + np.array([0, 0, 1], F) * F(0.4)).astype(F)
    return placed(form, toward(lifted), at - n * F(wide * 0.12)), at


def _pinched(vertices: Array, wide: float, tall: float) -> Array:
    """An ellipsoid narrowed towards its bottom: the nose of a cat."""
    v = vertices.copy()
    v[:, 0] *= (F(0.72) + F(0.36) * v[:, 1] / F(tall)).clip(0.3, 1.08)
    return v


def toward(normal: Array) -> Array:
    """The turn (3, 3) that brings +z to `normal` and keeps up upright."""
    n = normal / (np.linalg.norm(normal) + F(1e-9))
    side = np.cross(np.array([0, 1, 0], F), n)
    side /= np.linalg.norm(side) + F(1e-9)
    return np.stack([side, np.cross(n, side), n], 1).astype(F)


def placed(mesh: Mesh, turn: Array, at: Array) -> Mesh:
    return Mesh(
        mesh.vertices @ turn.T + at.astype(F), mesh.faces, mesh.normals @ turn.T, mesh.colours, mesh.surface
    )


def looking(normal: Array, side: float) -> Array:
    """A direction between straight ahead and the skin's own normal, turned sideways by `side` degrees."""
    a = math.radians(side)
    ahead = np.array([math.sin(a), 0.0, math.cos(a)], F)
    mixed = normal * F(0.55) + ahead * F(0.45)
    out: Array = (mixed / np.linalg.norm(mixed)).astype(F)
    return out
