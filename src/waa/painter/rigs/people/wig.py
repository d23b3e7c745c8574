"""Wigs: what hair styles are sculpted from: a clay cap, flat locks that taper, tails, curls.

All is set on the head of `head.py`: 1 high, its middle at the origin. Ways over the head are (round, up) in degrees:
round from the front to its left, up from the ears to the crown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep, stream
from waa.painter.shapes import smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, grid_faces, join, make

Way = Sequence[tuple[float, float]]
CENTRE = np.array([0, 0.115, -0.055], F)
SHELL = np.array([0.462, 0.415, 0.452], F)
_WHORL = np.array([0.05, 0.50, -0.12], F)  # where hair grows from


def on_head(way: ArrayLike, lift: ArrayLike = 0.0) -> Array:
    """Points (n, 3) of the shell that hair forms round the skull, `lift` (a number or (n, 1)) outside it."""
    a, b = np.radians(np.asarray(way, float)).T
    out = np.stack([np.cos(b) * np.sin(a), np.sin(b), np.cos(b) * np.cos(a)], -1)
    return (CENTRE + out * (SHELL + np.asarray(lift, F))).astype(F)


class Wig:
    """Add parts, then take the `mesh`."""

    def __init__(self, colour: Colour, *, fine: bool = False) -> None:
        self.colour = rgb(colour)
        self.fine = fine
        self.clay = Clay(0.05)
        self._locks: list[Mesh] = []
        self._steps = 6 if fine else 5

    # -- parts ------------------------------------------------------------------------------------------

    def cap(self, full: float = 0.0) -> None:
        """What grows on every head: crown, sides down to the ears, nape. `full` adds thickness."""
        self.ball((0, 0.13, -0.078), (0.474 + full, 0.412 + full, 0.450 + full), 0.02)
        self.ball((0, -0.02, -0.215), (0.430 + full, 0.36, 0.29 + full), 0.08)

    def ball(self, at: Sequence[float], radii: Sequence[float], blend: float = 0.05, **more: float) -> None:
        self.clay.ball(at, radii, self.colour, blend=blend, **more)  # type: ignore[arg-type]

    def carve(self, at: Sequence[float], radii: Sequence[float], blend: float = 0.05) -> None:
        self.clay.ball(at, radii, self.colour, blend=blend, carves=True)

    def tail(self, points: Sequence[Sequence[float]], first: float, last: float) -> None:
        """A round tail through points in space."""
        path = smooth(points, closed=False, steps=3)
        t = np.linspace(0, 1, len(path))
        swell = first * (0.72 + 0.9 * t - 1.62 * t * t) + last * t * t
        for k in range(len(path) - 1):
            self.clay.limb(
                path[k],
                path[k + 1],
                float(swell[k]),
                float(swell[k + 1]),
                self.colour,
                blend=0.03,
            )

    def lock(self, way: Way, wide: float, *, tip: float = 0.12, thick: float = 0.040, lift: float = 0.0,
             root: float = 0.55) -> None:  # fmt: skip
        """A flat lock that lies on the head along `way`."""
        finer = smooth(way, closed=False, steps=self._steps)
        # A pointed root starts inside the cap, or hairlines would look scaly.
        sunk = np.interp(np.linspace(0, 1, len(finer)), [0, 0.3], [-0.04 if root < 0.3 else lift, lift])
        path = on_head(finer, sunk[:, None])
        self._locks.append(self._blade(path, path - CENTRE, wide, root, tip, thick))

    def hanging(self, points: Sequence[Sequence[float]], wide: float, *, tip: float = 0.15, thick: float = 0.055,
                root: float = 0.6) -> None:  # fmt: skip
        """A flat lock through points in space, its flat side away from the neck."""
        path = np.asarray(smooth(points, closed=False, steps=self._steps), F)
        out = path * np.array([1, 0, 1], F) + np.array([0, 0.02, 0.05], F)
        self._locks.append(self._blade(path, out, wide, root, tip, thick))

    def _blade(self, path: Array, out: Array, wide: float, root: float, tip: float, thick: float) -> Mesh:
        along = np.gradient(path, axis=0)
        side = np.cross(along, out)
        side /= np.linalg.norm(side, axis=1, keepdims=True) + F(1e-9)
        front = np.cross(side, along)
        front /= np.linalg.norm(front, axis=1, keepdims=True) + F(1e-9)
        t = np.linspace(0, 1, len(path))
        half = wide * np.interp(t, [0, 0.35, 0.6, 0.85, 1], [root, 1, 0.98, 0.62 + 0.38 * tip, tip])
        half[-1] = min(half[-1], wide * max(tip, 0.04))
        body = thick * np.interp(t, [0, 0.25, 0.7, 1], [0.6, 1, 0.95, 0.25 + 0.5 * tip])
        around = 26 if self.fine else 14
        a = np.linspace(0, 2 * math.pi, around, endpoint=False)
        groove = 1 - 0.16 * (0.5 + 0.5 * np.cos(a * 6)) * (np.sin(a) > 0)
        ring = (
            side[:, None] * (half[:, None] * np.cos(a))[..., None]
            + front[:, None] * (body[:, None] * np.sin(a) * groove)[..., None]
        )
        vertices = (path[:, None] + ring).reshape(-1, 3)
        ends = [
            np.repeat(end, around, 0)
            for end in (path[:1] - along[:1] * F(0.2), path[-1:] + along[-1:] * F(0.2))
        ]
        tipped = np.concatenate([ends[0], vertices, ends[1]])
        faces = grid_faces(len(path) + 2, around, wraps=True)[:, ::-1]
        mesh = make(tipped, faces, None, self.colour, 0.2)
        edge = np.tile(np.cos(a) ** 4 * 0.30 + 0.10 * np.cos(a * 6) * (np.sin(a) > 0), len(path) + 2)[
            :, None
        ].astype(F)
        return mesh.painted(lambda v, n, c: c * (1 - edge))

    # -- the whole --------------------------------------------------------------------------------------

    def mesh(self) -> Mesh:
        parts = list(self._locks)
        if self.clay._lumps:
            parts.append(
                _stranded(
                    self.clay.mesh(68 if self.fine else 28, gloss=0.2), self.colour, 1.0 if self.fine else 0.6
                )
            )
        return _ringed(join(*parts), self.colour)


def _stranded(mesh: Mesh, colour: Colour, strength: float) -> Mesh:
    """Grooves that run away from the whorl: darker, and the light breaks in them."""
    v = mesh.vertices - _WHORL
    angle = np.arctan2(v[:, 0], v[:, 2])
    rng = stream("hair strands")
    wave, slope = np.zeros(len(v), F), np.zeros(len(v), F)
    down = smoothstep(0.10, 0.40, np.linalg.norm(v, axis=1))
    for count, weight in ((17, 0.5), (29, 0.3), (47, 0.2)):
        turn = angle * F(count) + F(rng.uniform(0, 6.28)) + v[:, 1] * F(rng.uniform(-3, 3))
        wave += F(weight) * np.cos(turn)
        slope -= F(weight) * np.sin(turn)
    side = np.stack([np.cos(angle), np.zeros_like(angle), -np.sin(angle)], -1)
    normals = mesh.normals + side * (slope * down * F(0.30 * strength))[:, None]
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + F(1e-9)
    shade = F(1) + F(0.16) * (wave * down * F(strength))[:, None]
    return replace(mesh, normals=normals.astype(F), colours=np.clip(mesh.colours * shade, 0, 1).astype(F))


def _ringed(mesh: Mesh, colour: Colour) -> Mesh:
    """The ring of light that smooth hair shows below the crown."""
    v = mesh.vertices - CENTRE
    height = v[:, 1] / (np.linalg.norm(v, axis=1) + F(1e-6))
    angle = np.arctan2(v[:, 0], v[:, 2])
    wander = F(0.05) * np.cos(angle * 11) + F(0.03) * np.cos(angle * 23 + 1)
    ring = np.exp(-(((height - F(0.60) + wander) / F(0.10)) ** 2)) * smoothstep(-0.35, 0.2, v[:, 2])
    light = mix(colour, "#ffe4c4", 0.28)
    return replace(mesh, colours=(mesh.colours + (light - mesh.colours) * (ring * F(0.5))[:, None]).astype(F))
