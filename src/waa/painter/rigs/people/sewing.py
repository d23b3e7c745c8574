"""Sewing: patches, seams, collars, lapels and edges that clothes are finished with."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F
from waa.painter.noise import smoothstep
from waa.painter.rigs.people.figure import Figure, over
from waa.painter.rigs.people.skeleton import SIDES
from waa.painter.shapes import smooth
from waa.painter.solid.applique import applique
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, grid_faces, join, make, tube

# -- parts ----------------------------------------------------------------------------------------------


def patch(fig: Figure, clay: Clay, outline: ArrayLike, colour: Colour, thickness: float = 0.014, *,
          back: bool = False, gloss: float = 0.1) -> Mesh:  # fmt: skip
    """A piece of cloth on the front (or the back) of the trunk, drawn from the root of the neck."""
    turn = fig.bones.chest.turn
    axes = turn * np.array([-1, 1, -1], F) if back else turn
    return applique(
        clay,
        outline,
        colour,
        thickness,
        axes=axes,
        at=fig.bones.chest.at.tolist(),
        gloss=gloss,
        start=1.5,
    )


def seam(
    fig: Figure, clay: Clay, points: Sequence[tuple[float, float]], colour: Colour, radius: float = 0.010
) -> Mesh:
    """A line of thread or piping on the front of the trunk."""
    frame = fig.bones.chest
    out = frame.turn[:, 2]
    found, _ = clay.surface(
        [(frame.point(x, y, 0) + out * F(1.5)).tolist() for x, y in points], (-out).tolist()
    )
    found = found[(found - frame.at) @ out > -0.12]  # what runs off the side of the trunk is left out
    return tube(found, radius, colour, 0.1, steps=8)


def in_chest(fig: Figure, v: Array) -> Array:
    """Places as seen from the chest: x to its left, y up from the root of the neck, z ahead."""
    local = (v - fig.bones.chest.at) @ fig.bones.chest.turn
    return local.astype(F)


def opened(
    fig: Figure, mesh: Mesh, inner: Colour, *, deep: float, half: float = 0.14, bottom: float = 0.0
) -> Mesh:
    """A jacket's front: the shirt seen in a V that is `half` wide at the neck and ends `deep` below it."""

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = in_chest(fig, v)
        wide = bottom + (half - bottom) * np.clip(1 + p[:, 1] / F(deep), 0, 1)
        shown = edge(wide - np.abs(p[:, 0])) * (p[:, 2] > 0.05) * (p[:, 1] > -deep) * off_arms(fig, v)
        return over(c, inner, shown.astype(F))

    return painted_finely(mesh, paint, most=fig.detail(7000))


def edge(inside: NDArray[np.floating], soft: float = 0.010) -> Array:
    """0..1: whether a distance is inside, softly, since triangles are coarser than cloth."""
    return smoothstep(-soft, soft, inside.astype(F))


def off_arms(fig: Figure, v: Array) -> Array:
    """False on the arms, which may lie before the chest."""
    off = np.ones(len(v), bool)
    for arm in fig.bones.arms.values():
        for start, end in ((arm.shoulder, arm.elbow), (arm.elbow, arm.wrist)):
            axis = end - start
            t = np.clip((v - start) @ axis / F(float(axis @ axis) + 1e-6), 0, 1)
            off &= np.linalg.norm(v - start - t[:, None] * axis, axis=1) > fig.build.arm + 0.07
    return off


def shirt_collar(fig: Figure, colour: Colour) -> Mesh:
    """A folded collar with two points."""
    turn = [
        Ring(at=(0, y, z), wide=w, deep=d, tilt=14)
        for y, z, w, d in (
            (-0.055, 0.012, 0.235, 0.215),
            (-0.005, 0.006, 0.196, 0.184),
            (0.045, 0.0, 0.172, 0.166),
        )
    ]
    band = loft(turn, colour, gloss=0.06, arc=(16, 344), between=2, around=36, thickness=0.016)
    wings = []
    for s in SIDES:
        outline = np.array(
            [(0.012, -0.050), (0.07, -0.018), (0.15, -0.020), (0.20, -0.055), (0.175, -0.110), (0.10, -0.180)]
        ) * (s, 1)
        wings.append(patch(fig, fig.trunk(fig.grown), smooth(outline, steps=3), colour, 0.030))
    return join(fig.bones.chest.place(band), *wings)


def lapels(fig: Figure, clay: Clay, colour: Colour, deep: float) -> Mesh:
    parts = []
    for s in SIDES:
        outline = np.array(
            [
                (0.135, 0.01),
                (0.225, -0.03),
                (0.235, -0.16),
                (0.195, -0.175),
                (0.205, -0.20),
                (0.02, -deep),
                (0.012, -deep + 0.03),
                (0.12, -0.12),
            ]
        ) * (s, 1)
        parts.append(patch(fig, clay, outline, colour, 0.020))
    return join(*parts)


def pocket(fig: Figure, clay: Clay, x: float, y: float, colour: Colour, half: float = 0.062) -> Mesh:
    return patch(
        fig,
        clay,
        [
            (x - half, y + half),
            (x + half, y + half),
            (x + half, y - 0.6 * half),
            (x, y - 1.15 * half),
            (x - half, y - 0.6 * half),
        ],
        colour,
        0.014,
    )


def stand_collar(fig: Figure, colour: Colour, height: float = 0.075) -> Mesh:
    rings = [
        Ring(at=(0, -0.045, 0.01), wide=0.215, deep=0.205, tilt=12),
        Ring(at=(0, 0.0, 0.006), wide=0.182, deep=0.178, tilt=12),
        Ring(at=(0, -0.02 + height, 0.0), wide=0.172, deep=0.168, tilt=12),
    ]
    return fig.bones.chest.place(
        loft(rings, colour, gloss=0.08, arc=(1.5, 358.5), between=2, around=40, thickness=0.014)
    )


def collar_rim(fig: Figure, colour: Colour, height: float) -> Mesh:
    """Piping along the upper edge of a stand-up collar."""
    angle = np.radians(np.linspace(0, 360, 49))
    lean = math.radians(12)
    x, z = 0.174 * np.sin(angle), 0.170 * np.cos(angle)
    path = np.stack([x, -0.02 + height - z * math.sin(lean), z * math.cos(lean)], -1)
    return fig.bones.chest.place(tube(path, 0.014, colour, 0.2, steps=8))


def armholes(fig: Figure, v: Array, size: float) -> Array:
    """0..1: near a shoulder joint, within `size` radii of the arm."""
    far = np.min([np.linalg.norm(v - a.shoulder, axis=1) for a in fig.bones.arms.values()], axis=0)
    return edge(fig.build.arm * size - far)


def band_on(
    fig: Figure,
    clay: Clay,
    points: Sequence[tuple[float, float]],
    colour: Colour,
    half: float = 0.046,
    thick: float = 0.020,
) -> Mesh:
    """A flat band along a line on the chest: a collar's edge."""
    path = smooth(points, closed=False, steps=6)
    along = np.gradient(path, axis=0)
    side = np.stack([-along[:, 1], along[:, 0]], -1)
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    across = np.array([-1.04, -1.0, -0.86, -0.4, 0.0, 0.4, 0.86, 1.0, 1.04])
    raised = np.array([-0.6, 0.5, 0.95, 1.0, 1.0, 1.0, 0.95, 0.5, -0.6]) * thick
    flat = (path[:, None] + side[:, None] * (across * half)[None, :, None]).reshape(-1, 2)
    frame = fig.bones.chest
    out = frame.turn[:, 2]
    found, _ = clay.surface(
        [(frame.point(float(x), float(y), 0) + out * F(1.5)).tolist() for x, y in flat], (-out).tolist()
    )
    vertices = found + out * np.tile(raised, len(path))[:, None].astype(F)
    faces = grid_faces(len(path), len(across), wraps=False)
    mesh = make(vertices.astype(F), faces, None, colour, 0.1)
    facing = mesh.normals @ out
    return mesh if float(facing.mean()) > 0 else make(vertices.astype(F), faces[:, ::-1], None, colour, 0.1)
