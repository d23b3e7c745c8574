"""Foliage: crowns of thousands of leaves, trunks and boughs.

Each leaf is a small card that takes its light mostly from the form of the whole crown, so that a tree reads as
round masses with crisp edges, not as noise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.noise import smoothstep
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, ball, join, tube
from waa.painter.solid.relief import noise3, raised, smooth_normals

# Outlines of one leaf: x across and y along it, from the stalk round; the first and the middle lie on its axis.
OVAL = np.array([(0, 0), (0.42, 0.30), (0.40, 0.70), (0, 1.0), (-0.40, 0.70), (-0.42, 0.30)])
BROAD = np.array([(0, 0.05), (0.48, 0.12), (0.52, 0.62), (0, 0.95), (-0.52, 0.62), (-0.48, 0.12)])
NEEDLE = np.array([(0, 0), (0.12, 0.35), (0, 1.0), (-0.12, 0.35)])
BLADE = np.array([(0, 0), (0.16, 0.22), (0.13, 0.62), (0, 1.0), (-0.13, 0.62), (-0.16, 0.22)])
MAPLE = np.array(
    [
        (0, 0),
        (0.30, 0.02),
        (0.24, 0.22),
        (0.58, 0.34),
        (0.34, 0.52),
        (0.44, 0.86),
        (0.14, 0.66),
        (0, 1.0),
        (-0.14, 0.66),
        (-0.44, 0.86),
        (-0.34, 0.52),
        (-0.58, 0.34),
        (-0.24, 0.22),
        (-0.30, 0.02),
    ]
)
BLOSSOM = np.array(
    [
        (math.sin(t) * r, 0.5 + math.cos(t) * r)
        for t, r in zip(np.linspace(math.pi, 3 * math.pi, 10, endpoint=False), [0.34, 0.52] * 5, strict=True)
    ]
)


@dataclass(frozen=True, kw_only=True)
class Clump:
    """A round mass of leaves: an ellipsoid at `at` with `radii`."""

    at: Sequence[float]
    radii: Sequence[float]


def cards(
    at: ArrayLike,
    along: ArrayLike,
    facing: ArrayLike,
    size: ArrayLike,
    colours: ArrayLike,
    *,
    outline: ArrayLike = OVAL,
    lit_from: ArrayLike | None = None,
    fold: float = 0.18,
    tip: float = 0.12,
    gloss: float = 0.08,
) -> Mesh:
    """Leaves at points (n, 3) that grow `along` and look to `facing`, `size` long, seen from both sides.

    `lit_from` (n, 3) are the normals that they take their light by (`facing` where there are none); `fold` bends
    them along their axis, `tip` is how much paler their ends are.
    """
    points, y, z = (np.atleast_2d(np.asarray(v, F)) for v in (at, along, facing))
    n, shape = len(points), np.asarray(outline, F)
    y = y / (np.linalg.norm(y, axis=1, keepdims=True) + F(1e-9))
    x = np.cross(y, z)
    x /= np.linalg.norm(x, axis=1, keepdims=True) + F(1e-9)
    z = np.cross(x, y)
    length = np.broadcast_to(np.asarray(size, F), n)[:, None, None]
    u, v = shape[None, :, :1], shape[None, :, 1:]
    lift = F(fold) * np.abs(u) - F(0.22) * v * v
    vertices = points[:, None] + length * (u * x[:, None] + v * y[:, None] + lift * z[:, None])
    normals = np.broadcast_to((z if lit_from is None else np.asarray(lit_from, F))[:, None], vertices.shape)
    normals = normals + F(0.35) * u * x[:, None]
    normals = normals / (np.linalg.norm(normals, axis=2, keepdims=True) + F(1e-9))
    tint = np.broadcast_to(rgb(np.asarray(colours, F)), (n, 3))[:, None] * (1 + F(tip) * (v * 2 - 1))
    corners = len(shape)
    fan = np.array([(0, k, k + 1) for k in range(1, corners - 1)])
    faces = (fan[None] + (np.arange(n) * corners)[:, None, None]).reshape(-1, 3)
    flat = vertices.reshape(-1, 3).astype(F)
    surface = np.tile(np.array([gloss, 0, 0], F), (len(flat), 1))
    return Mesh(
        flat,
        np.concatenate([faces, faces[:, ::-1]]).astype(np.int32),
        normals.reshape(-1, 3).astype(F),
        np.clip(np.broadcast_to(tint, vertices.shape).reshape(-1, 3), 0, 1).astype(F),
        surface,
    )


def on_clumps(
    clumps: Sequence[Clump], count: int, rng: np.random.Generator, *, inside: float = 0.0
) -> tuple[Array, Array]:
    """(points, outward normals), each (n, 3), spread over the outside of the clumps together; n is at most `count`.

    `inside` lets some lie deeper, up to that share of the radii.
    """
    at = np.array([c.at for c in clumps], F)
    radii = np.array([c.radii for c in clumps], F)
    area = (radii[:, 0] * radii[:, 1] + radii[:, 1] * radii[:, 2] + radii[:, 0] * radii[:, 2]).astype(float)
    which = rng.choice(len(clumps), int(count * 1.7), p=area / area.sum())
    unit = rng.normal(size=(len(which), 3)).astype(F)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    depth = (1 - inside * rng.random(len(which)) ** 2).astype(F)
    points = at[which] + unit * radii[which] * depth[:, None]
    buried = np.zeros(len(which), bool)
    for k in range(len(clumps)):
        buried |= (which != k) & ((((points - at[k]) / radii[k]) ** 2).sum(1) < 0.80)
    normals = unit / radii[which]
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    kept = np.nonzero(~buried)[0][:count]
    return points[kept], normals[kept]


def crown(
    clumps: Sequence[Clump],
    count: int,
    size: float,
    light: Colour,
    dark: Colour,
    rng: np.random.Generator,
    *,
    outline: ArrayLike = OVAL,
    droop: float = 0.35,
    core: bool = True,
    spread: float = 0.5,
    gloss: float = 0.08,
    accents: Sequence[Colour] = (),
    accent_share: float = 0.0,
) -> Mesh:
    """Leaves over clumps: `light` on top and outside, `dark` below and in the depth; a dark core so that no sky shows.

    `accents` are other colours of single leaves (autumn, blossom), `accent_share` how many take one.
    """
    points, normals = on_clumps(clumps, count, rng, inside=0.22)
    middle = np.average([c.at for c in clumps], axis=0).astype(F)
    extent = np.ptp(points, axis=0) / 2 + F(1e-6)
    outward = (points - middle) / extent
    whole = outward / (np.linalg.norm(outward, axis=1, keepdims=True) + F(1e-9))
    lit_from = normals * F(0.62) + whole * F(0.38)
    lit_from /= np.linalg.norm(lit_from, axis=1, keepdims=True)
    turn = rng.normal(size=points.shape).astype(F)
    facing = lit_from + turn * F(spread)
    along = np.cross(facing, rng.normal(size=points.shape)).astype(F)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + F(1e-9)
    along = along + lit_from * F(0.4) - np.array([0, droop, 0], F)
    height = smoothstep(-1.0, 0.9, outward[:, 1])
    share = np.clip(
        F(0.62) * height + F(0.38) * (normals[:, 1] * F(0.5) + F(0.5)) + rng.normal(0, 0.10, len(points)),
        0,
        1,
    )
    colours = rgb(dark) + (rgb(light) - rgb(dark)) * share[:, None].astype(F)
    if accents:
        chosen = rng.random(len(points)) < accent_share
        tints = np.stack([rgb(c) for c in accents])[rng.integers(0, len(accents), len(points))]
        colours = np.where(chosen[:, None], tints * (F(0.72) + F(0.32) * share[:, None]), colours)
    colours = colours * (1 + rng.normal(0, 0.05, (len(points), 1))).astype(F)
    sizes = size * rng.uniform(0.75, 1.25, len(points))
    mesh = cards(
        points - along * F(size * 0.4),
        along,
        facing,
        sizes,
        np.clip(colours, 0, 1),
        outline=outline,
        lit_from=lit_from,
        gloss=gloss,
    )
    if not core:
        return mesh
    shade = np.asarray(rgb(dark) * F(0.85))
    return join(mesh, *(ball([r * 0.80 for r in c.radii], c.at, shade, 0.0, steps=10) for c in clumps))


def bark(
    path: ArrayLike,
    radii: Sequence[float],
    colour: Colour,
    rng: np.random.Generator,
    *,
    flare: float = 0.0,
    rough: float = 0.10,
    steps: int = 14,
    between: int = 5,
    stripes: float = 0.35,
) -> Mesh:
    """A trunk or a bough through the points, as thick as `radii` tell; `flare` widens its foot into roots (a share).

    `stripes` is how dark the furrows are.
    """
    spine = smooth(np.asarray(path, float), closed=False, steps=between)
    at = np.linspace(0, 1, len(radii))
    thick = np.interp(np.linspace(0, 1, len(spine)), at, radii)
    trunk = tube(spine, thick.tolist(), colour, 0.04, steps=steps)
    if flare:
        trunk = _rooted(trunk, spine[0], float(radii[0]), flare, rng)
    scale = float(radii[0])
    stretched = trunk.vertices * np.array([1, 0.22, 1], F)
    furrows = noise3(stretched, scale * 0.9, rng, 3)
    trunk = raised(trunk, (furrows - F(0.5)) * F(rough * scale))
    tone = (
        1
        - F(stripes) * smoothstep(0.58, 0.36, furrows)
        + F(0.16) * (noise3(trunk.vertices, scale * 4, rng, 2) - F(0.5))
    )
    return trunk.painted(np.clip(rgb(colour) * tone[:, None], 0, 1))


def _rooted(
    trunk: Mesh, foot: NDArray[np.float64], radius: float, flare: float, rng: np.random.Generator
) -> Mesh:
    """The foot spreads into a few roots."""
    v = trunk.vertices.copy()
    across = v[:, [0, 2]] - np.asarray(foot, F)[[0, 2]]
    angle = np.arctan2(across[:, 0], across[:, 1])
    low = np.exp(-np.clip(v[:, 1] - F(foot[1]), 0, None) / F(radius * 1.5))
    count, phase = int(rng.integers(4, 7)), rng.uniform(0, 6.3)
    wave = F(0.55) + F(0.45) * np.cos(angle * count + F(phase))
    v[:, [0, 2]] += across * (low * wave * F(flare))[:, None]
    bent = Mesh(v, trunk.faces, trunk.normals, trunk.colours, trunk.surface)
    return Mesh(v, trunk.faces, smooth_normals(bent), trunk.colours, trunk.surface)


def snowed(mesh: Mesh, rng: np.random.Generator, amount: float = 1.0, *, steep: float = 0.15) -> Mesh:
    """Snow on all that looks up; `steep` is how far up the steepest looks on which it lies."""
    patch = noise3(mesh.vertices, 0.12 * float(mesh.size.max()), rng, 2)
    lies = smoothstep(steep, steep + 0.45, mesh.normals[:, 1] + (patch - F(0.5)) * F(0.7)) * F(amount)
    return mesh.painted(mesh.colours + (rgb("#f4f8ff") - mesh.colours) * lies[:, None])


def tier(
    low: float,
    high: float,
    wide: float,
    narrow: float,
    count: int,
    size: float,
    light: Colour,
    dark: Colour,
    rng: np.random.Generator,
    *,
    boughs: int = 9,
    droop: float = 0.5,
) -> Mesh:
    """One storey of a conifer: needles on a skirt from `low` (`wide`) to `high` (`narrow`), its hem in `boughs` lobes."""
    t = 1 - np.sqrt(rng.random(count))  # more of them where it is wide
    angle, phase = rng.uniform(0, 2 * math.pi, count), rng.uniform(0, 2 * math.pi)
    lobe = (0.5 + 0.5 * np.cos(angle * boughs + phase)) ** 0.7
    reach = (narrow + (wide - narrow) * (1 - t)) * (0.74 + 0.26 * lobe) * rng.uniform(0.88, 1.04, count)
    y = (
        low
        + (high - low) * t
        - (1 - t) * (1 - lobe) * -0.10 * (high - low)
        - (1 - t) ** 2 * 0.12 * (high - low)
    )
    out = np.stack([np.sin(angle), np.zeros(count), np.cos(angle)], -1)
    slope = (wide - narrow) / max(high - low, 1e-6)
    normal = out + np.array([0, slope * 0.75, 0])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    sideways = np.cross(out, (0, 1, 0)) * np.sin(angle * boughs + phase)[:, None] * 0.35
    along = out - np.array([0, droop, 0]) + sideways + rng.normal(0, 0.18, (count, 3))
    share = np.clip(0.30 + 0.55 * lobe * (0.45 + 0.55 * (1 - t)) + rng.normal(0, 0.10, count), 0, 1)
    colours = rgb(dark) + (rgb(light) - rgb(dark)) * share[:, None].astype(F)
    at = np.stack([out[:, 0] * reach, y, out[:, 2] * reach], -1) - along * size * 0.5
    lit_from = normal + rng.normal(0, 0.12, (count, 3))
    return cards(
        at,
        along,
        normal,
        size * rng.uniform(0.8, 1.2, count),
        np.clip(colours, 0, 1),
        outline=BLADE,
        lit_from=lit_from,
        fold=0.1,
    )
