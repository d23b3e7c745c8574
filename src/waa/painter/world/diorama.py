"""Diorama: a place built of meshes and hung with pictures, photographed as a whole.

    diorama = Diorama(lens=room_lens(1024, 1024), meshes=[walls, sofa])
    diorama.hang(parquet(), (-2, 0.001, 0), (4, 0, 0), (0, 0, 5))
    plate = diorama.photograph(0.5)
    lay_plate(canvas, plate.lit(light), plate)

A backdrop may be made at half the size of the canvas: it is a little out of focus anyway, so that the subject rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.colour import Colour
from waa.painter.solid.mesh import Mesh, make
from waa.painter.world.exposure import Hanging, expose
from waa.painter.world.lens import Lens
from waa.painter.world.panel import Picture
from waa.painter.world.plate import Plate

Point = Sequence[float]


@dataclass(kw_only=True)
class Diorama:
    """Add meshes and pictures, then `photograph` it."""

    lens: Lens
    meshes: list[Mesh] = field(default_factory=list)
    hangings: list[Hanging] = field(default_factory=list)

    def add(self, *meshes: Mesh) -> None:
        self.meshes += meshes

    def hang(self, picture: Picture, corner: Point, right: Point, down: Point, *, glow: float = 0.0,
             gloss: float = 0.1) -> None:  # fmt: skip
        """A picture whose upper left is at `corner`, its edges along `right` and `down` (metres).

        Hung on a surface it needs a millimetre of air. `glow` 1 shines by itself.
        """
        at, across, downward = (np.asarray(v, float) for v in (corner, right, down))
        corners = np.stack([at, at + across, at + across + downward, at + downward])
        self.hangings.append(Hanging(picture=picture, corners=corners, glow=glow, gloss=gloss))

    def photograph(self, scale: float = 0.5, samples: float = 1.5) -> Plate:
        """What the lens sees, at `scale` times the canvas, with `samples` across a pixel of it."""
        return expose(self.meshes, self.hangings, self.lens.scaled(scale), samples)


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
