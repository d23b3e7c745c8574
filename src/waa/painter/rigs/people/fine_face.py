"""The features of a portrait: what `face.py` draws small, drawn for a head that fills half the picture."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.rigs.beasts.faces import line, on_skin, placed, toward
from waa.painter.rigs.people.face import DARK, GLOW, Face
from waa.painter.shapes import smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, join, tube

_LASH = "#231412"


def fine_eye(face: Face, skin: Clay, side: int) -> Mesh:
    """A large eye between its lids, set into the skin."""
    where, normal = on_skin(skin, [(side * face.eye_x, face.eye_y, 0)])
    ahead = normal[0] * F(0.5) + np.array([0, 0, 1], F) * F(0.5)
    ahead /= np.linalg.norm(ahead)
    wide, tall = face.eye * 0.93, face.eye * 1.04
    deep = wide * 0.52
    globe = ball((wide, tall, deep), colour="#ffffff", gloss=0.26, steps=38)
    globe = globe.kept(globe.vertices[globe.faces].mean(1)[:, 2] > -0.1 * deep)
    globe = globe.painted(
        lambda v, n, c: _eyeball(face, v[:, 0] / F(wide) + F(0.05 * side - face.gaze), v[:, 1] / F(tall))
    )
    parts = [
        globe,
        *_sparks(side, wide, tall, deep),
        _lid(face, side, wide, tall, deep),
        *_lashes(face, side, wide, tall, deep),
    ]
    return join(
        placed(join(*parts), toward(ahead), where[0] - ahead * F(deep * 0.34)), _crease(face, skin, side)
    )


def _eyeball(face: Face, x: Array, y: Array) -> Array:
    """Colours by place, x and y within -1..1: white in the corners, a great brown iris with its light below."""
    shade = smoothstep(-0.2, 0.8, y)[:, None]
    white = rgb("#fdf6f0") * (1 - shade) + rgb("#b8a6a6") * shade
    far = np.hypot(x / F(0.80), y / F(0.90))
    angle = np.arctan2(x, y)
    rays = F(0.5) + F(0.5) * np.cos(angle * 21) * np.cos(angle * 8 + 1)
    deep, glow = rgb(shift(face.iris, 0, 1.0, 0.55)), mix(face.iris, "#e39a55", 0.62)
    low = (smoothstep(0.25, -0.80, y) * (F(0.85) + F(0.15) * rays))[:, None]
    iris = deep + (glow - deep) * low
    dark = np.maximum(
        smoothstep(0.86, 0.97, far) * F(0.85),
        smoothstep(0.50, 0.34, np.hypot(x / F(0.80), (y - F(0.05)) / F(0.90))),
    )[:, None]
    iris = iris + (rgb("#1a0e0c") - iris) * dark
    iris = iris * (1 - F(0.55) * smoothstep(0.05, 0.85, y)[:, None])
    return (white + (iris - white) * smoothstep(1.03, 0.97, far)[:, None]).astype(F)


def _sparks(side: int, wide: float, tall: float, deep: float) -> list[Mesh]:
    large = ball(
        (0.255 * wide, 0.250 * tall, 0.08 * wide),
        (-0.27 * wide, 0.36 * tall, 0.86 * deep),
        "#ffffff",
        0.1,
        14,
    )
    small = ball(
        (0.115 * wide, 0.105 * tall, 0.06 * wide),
        (0.30 * wide, -0.36 * tall, 0.86 * deep),
        "#ffffff",
        0.1,
        10,
    )
    return [large.finished(glow=0.95), small.finished(glow=0.65)]


def _edge(face: Face, x: NDArray[np.floating], side: int) -> Array:
    """The height of the upper lid's edge over the eye, in half sizes of it; a little higher outside."""
    opened = 0.90 if face.eyes == "open" else 0.50
    drop: Array = (opened - 0.86 * np.abs(x) ** 2.4 + 0.05 * side * x).astype(F)
    return drop


def _lid(face: Face, side: int, wide: float, tall: float, deep: float) -> Mesh:
    """The upper lid: a shell of skin over the top of the eye."""
    tone = mix(face.skin, mix(face.lips, "#a8583f", 0.5), 0.12 + 0.12 * face.lashes)
    shell = ball((wide * 1.09, tall * 1.10, deep * 1.14), colour=tone, gloss=0.08, steps=38)
    middle = shell.vertices[shell.faces].mean(1)
    keep = (middle[:, 1] / tall > _edge(face, middle[:, 0] / wide, side)) & (middle[:, 2] > -0.1 * deep)
    return shell.kept(keep).finished(glow=GLOW)


def _lashes(face: Face, side: int, wide: float, tall: float, deep: float) -> list[Mesh]:
    """The dark edge of the lid, drawn out into a wing where there are lashes."""
    x = np.linspace(-0.94, 1.0, 30) * side
    y = _edge(face, x, side)
    z = np.sqrt(np.clip(1.28 - x**2 - (y / 1.10) ** 2, 0.05, 1))
    path = np.stack([x * wide, y * tall, z * deep], -1)
    if face.lashes > 0.5:
        end = path[-1]
        wing = [(0.09, 0.00, -0.06), (0.18, 0.06, -0.16), (0.27, 0.17, -0.28)]
        path = np.concatenate(
            [path, [end + np.array([side * a * wide, b * tall, c * deep]) for a, b, c in wing]]
        )
    t = np.linspace(0, 1, len(path))
    swell = (0.35 + 0.75 * t) * np.sqrt(np.clip(1 - t**5, 0.015, 1)) * np.sqrt(np.clip(t * 6, 0.05, 1))
    thick = tall * (0.085 + 0.045 * face.lashes) * swell
    parts = [tube(path, [float(r) for r in thick], _LASH, 0.12, steps=12)]
    if face.lashes > 0.5:
        root = path[24]
        out = np.array([side * 0.24 * wide, 0.25 * tall, -0.05 * deep])
        parts.append(
            tube(
                [root, root + out * 0.55 + (0, -0.015 * tall, 0), root + out],
                [0.011, 0.0075, 0.002],
                _LASH,
                0.12,
                steps=8,
            )
        )
    return parts


def _crease(face: Face, skin: Clay, side: int) -> Mesh:
    """The fold above the lid."""
    x = np.linspace(-0.80, 0.95, 13)
    y = 1.30 - 0.42 * np.abs(x) ** 2.2
    points = [
        (side * (face.eye_x + float(u) * face.eye), face.eye_y + float(v) * face.eye, 0.0)
        for u, v in zip(x, y, strict=True)
    ]
    return line(skin, points, 0.0042, mix(face.skin, "#9a5740", 0.50))


def fine_brow(face: Face, skin: Clay, side: int) -> Mesh:
    """One sculpted form: full inside, drawn out to a point, grooved like hair."""
    lift = {"happy": 0.02, "closed": -0.005}.get(face.eyes, 0.0)
    y = face.eye_y + face.eye + 0.098 + lift
    spine = smooth(
        [
            (face.eye_x - 0.090, y - 0.010 + 0.10 * face.brow_tilt),
            (face.eye_x - 0.02, y + 0.016 + 0.03 * face.brow_tilt),
            (face.eye_x + 0.05, y + 0.018 - 0.03 * face.brow_tilt),
            (face.eye_x + 0.122, y - 0.020 - 0.10 * face.brow_tilt),
        ],
        closed=False,
        steps=8,
    )
    path, normals = on_skin(skin, [(side * float(a), float(b), 0.0) for a, b in spine])
    t = np.linspace(0, 1, len(path))
    half = face.brow_thick * 1.15 * np.sqrt(np.clip(np.minimum((t + 0.05) * 7, (1.01 - t) * 1.5), 0.01, 1))
    a = np.linspace(0, 2 * math.pi, 18, endpoint=False)
    along = np.gradient(path, axis=0)
    up = np.cross(normals, along)
    up /= np.linalg.norm(up, axis=1, keepdims=True)
    ring = (
        up[:, None] * (half[:, None] * np.cos(a))[..., None]
        + normals[:, None] * (half[:, None] * 0.55 * np.sin(a))[..., None]
    )
    from waa.painter.solid.mesh import grid_faces, make

    vertices = (path[:, None] + ring).reshape(-1, 3)
    faces = grid_faces(len(path), 18, wraps=True)
    mesh = make(vertices, faces, None, face.brow, 0.1)
    comb = F(1) + F(0.13) * np.cos(np.repeat(t, 18) * 70 + np.tile(a, len(path)) * 2)
    return mesh.painted(lambda v, n, c: (c * comb[:, None]).astype(F))


def lips(face: Face, v: Array) -> Array:
    """How much of the lips' colour skin has at each place (n,): two soft forms round the line of the mouth."""
    if face.mouth not in _MOUTH:
        return np.zeros(len(v), F)
    half, up = _MOUTH[face.mouth]
    x = v[:, 0] / F(half)
    seam = F(Y) + F(up) * x**2
    inside = np.clip(1 - np.abs(x) ** 2.4, 0, 1)
    full = 0.75 + 0.35 * face.lashes
    bow = F(0.026 * full) * inside * (1 - F(0.24) * np.exp(-((x / F(0.17)) ** 2)))
    under = F(0.040 * full) * np.clip(1 - np.abs(x * F(1.06)) ** 2.0, 0, 1)
    above = smoothstep(0.010, -0.010, v[:, 1] - seam - bow) * (v[:, 1] > seam)
    below = smoothstep(0.012, -0.012, seam - under - v[:, 1]) * (v[:, 1] <= seam)
    edge: Array = (above + below) * smoothstep(1.04, 0.90, np.abs(x)) * (v[:, 2] > 0.1)
    return edge


Y = -0.318  # the mouth's height
_MOUTH = {"smile": (0.116, 0.036), "calm": (0.088, 0.006), "sad": (0.082, -0.022)}


def fine_mouth(face: Face, skin: Clay) -> Mesh | None:
    """The line of a shut mouth; its lips are clay and paint. Open mouths are drawn as the small figure's."""
    if face.mouth not in _MOUTH:
        return None
    half, up = _MOUTH[face.mouth]
    points = [(float(a * half * 1.05), float(Y + up * a * a * 1.02), 0.0) for a in np.linspace(-1, 1, 25)]
    corners = [
        line(
            skin,
            [
                (s * half * 1.02, Y + up * 0.98, 0),
                (s * half * 1.10, Y + up * 1.22, 0),
                (s * half * 1.13, Y + up * 1.5, 0),
            ],
            0.0052,
            mix(face.skin, "#9a5740", 0.7),
        )
        for s in (1, -1)
    ]
    return join(line(skin, points, 0.0074, mix(face.lips, DARK, 0.62)), *corners)


def wrinkles(face: Face, skin: Clay) -> list[Mesh]:
    """The folds of a long life: beside the mouth, outside the eyes, two on the brow."""
    tone = mix(face.skin, "#8f4f38", 0.42)
    lines: list[list[tuple[float, float, float]]] = [
        [(-0.15, 0.165, 0), (0, 0.178, 0), (0.15, 0.165, 0)],
        [(-0.11, 0.225, 0), (0, 0.236, 0), (0.11, 0.225, 0)],
    ]
    for s in (1, -1):
        lines.append([(s * 0.085, -0.185, 0), (s * 0.145, -0.24, 0), (s * 0.165, -0.305, 0)])
        for up in (0.022, -0.022):
            x, y = face.eye_x + face.eye * 1.02, face.eye_y
            lines.append(
                [(s * x, y + up * 0.4, 0), (s * (x + 0.035), y + up, 0), (s * (x + 0.062), y + up * 1.9, 0)]
            )
    return [line(skin, smooth(points, closed=False, steps=5), 0.0042, tone) for points in lines]


def sculpt_lips(face: Face, clay: Clay) -> None:
    """The two forms of the lips, in clay."""
    if face.mouth not in _MOUTH:
        return
    half, _ = _MOUTH[face.mouth]
    full = 0.75 + 0.35 * face.lashes
    clay.ball((0, Y + 0.016, 0.352), (half * 0.80, 0.026 * full, 0.034), face.skin, blend=0.045)
    clay.ball((0, Y - 0.024, 0.346), (half * 0.62, 0.028 * full, 0.036), face.skin, blend=0.040)
