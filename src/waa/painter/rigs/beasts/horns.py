"""Horns, antlers, tusks, teeth and whiskers, in the head's frame and in metres of its clay."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.beasts import faces
from waa.painter.rigs.beasts.frames import SIDES
from waa.painter.rigs.beasts.rods import branched, curve, taper
from waa.painter.rigs.beasts.shape import Head
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, join, tube

Palette = Mapping[str, Array]


def cow_horns(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    path = ((0.42, 0.72, -0.05), (0.72, 0.92, -0.02), (0.96, 1.14, 0.04), (0.98, 1.36, 0.10))
    return join(*(taper(curve(path, r, s), 0.15 * r, 0.03 * r, palette["horn"]) for s in SIDES))


def goat_horns(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    path = (
        (0.26, 0.75, 0.15),
        (0.32, 1.15, 0.10),
        (0.42, 1.45, -0.18),
        (0.55, 1.50, -0.55),
        (0.64, 1.34, -0.80),
    )
    return join(*(_ridged(curve(path, r, s), 0.15 * r, 0.04 * r, palette["horn"]) for s in SIDES))


def _ridged(path: Array, first: float, last: float, colour: Array) -> Mesh:
    fine = np.asarray(smooth(path, closed=False, steps=4), F)
    radii = np.linspace(first, last, len(fine)) * (1 + 0.09 * np.sin(np.arange(len(fine)) * 1.25))
    return tube(fine, [float(v) for v in radii], colour, 0.25, steps=12)


def antlers(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """A deer's: a beam that leans back, with three points."""
    r = head.radius
    beam = (
        (0.30, 0.75, 0.0),
        (0.50, 1.15, -0.12),
        (0.82, 1.60, -0.18),
        (0.88, 2.15, 0.0),
        (0.70, 2.55, 0.16),
    )
    tines = (
        ((0.46, 1.08, -0.1), (0.46, 1.30, 0.22), (0.42, 1.56, 0.34)),
        ((0.80, 1.56, -0.18), (1.10, 1.82, -0.05), (1.20, 2.10, 0.06)),
        ((0.88, 2.05, -0.04), (1.08, 2.28, 0.02), (1.14, 2.52, 0.10)),
    )
    return join(*branched(r, beam, tines, 0.10, palette["horn"]))


def reindeer_antlers(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    beam = (
        (0.28, 0.75, 0.0),
        (0.60, 1.10, -0.22),
        (1.05, 1.55, -0.28),
        (1.15, 2.15, -0.02),
        (0.90, 2.65, 0.26),
    )
    tines = (
        ((0.40, 0.95, -0.06), (0.34, 1.10, 0.34), (0.26, 1.36, 0.52)),
        ((0.98, 1.48, -0.28), (1.30, 1.70, -0.20), (1.48, 2.0, -0.10)),
        ((1.16, 1.95, -0.10), (1.44, 2.20, -0.02), (1.54, 2.46, 0.06)),
        ((1.08, 2.35, 0.08), (1.24, 2.60, 0.16), (1.26, 2.85, 0.26)),
    )
    return join(*branched(r, beam, tines, 0.11, palette["horn"]))


def unicorn_horn(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """A golden spiral."""
    r = head.radius
    t = np.linspace(0, 1, 40)
    axis = np.stack([0 * t, 0.62 + 1.25 * t, 0.62 + 0.42 * t], -1) * r
    radii = np.maximum(0.15 * (1 - t), 0.012) * r * (1 + 0.10 * np.sin(t * 34))
    return tube(axis, [float(v) for v in radii], "#f0c65a", 0.5, steps=14).finished(metal=0.55)


def ossicones(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    parts = []
    for side in SIDES:
        path = curve(((0.26, 0.66, -0.05), (0.30, 1.00, -0.10), (0.33, 1.28, -0.12)), r, side)
        parts.append(taper(path, 0.10 * r, 0.075 * r, palette["coat"]))
        parts.append(ball(0.125 * r, [float(v) for v in path[-1]], palette["dark"], steps=12))
    return join(*parts)


def rhino_horns(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r, m = head.radius, head.muzzle
    parts = []
    for z, tall, thick in ((m.length - 0.34, 0.80, 0.20), (m.length - 0.86, 0.42, 0.15)):
        where, _ = skin.surface([(0, 2.5 * r, z * r)], (0, -1, 0))
        base = where[0] / F(r)
        path = (base - (0, 0.10, 0.02), base + (0, 0.45 * tall, 0.10), base + (0, tall, 0.02))
        parts.append(
            taper(curve([[float(v) for v in p] for p in path], r), thick * r, 0.02 * r, palette["horn"])
        )
    return join(*parts)


def tusks(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    path = ((0.40, -0.42, 0.72), (0.50, -0.66, 1.00), (0.50, -0.74, 1.30), (0.44, -0.64, 1.52))
    return join(*(taper(curve(path, r, s), 0.115 * r, 0.03 * r, palette["horn"]) for s in SIDES))


def hippo_teeth(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """Two small blunt ones over the lower lip."""
    r = head.radius
    parts = []
    for side in SIDES:
        where, _ = faces.on_skin(skin, [(side * 0.42 * r, -0.70 * r, 0)])
        p = where[0]
        path = np.stack(
            [p - (0, 0.02 * r, 0.06 * r), p + (0, 0.10 * r, 0.02 * r), p + (0, 0.17 * r, 0.02 * r)]
        )
        parts.append(taper(path.astype(F), 0.085 * r, 0.06 * r, np.array([1, 0.97, 0.9], F)))
    return join(*parts)


def croc_teeth(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """A smile along the jaw, with small blunt teeth."""
    r, m = head.radius, head.muzzle
    y = (m.at - 0.34) * r
    parts = []
    for side in SIDES:
        edge = [
            (side * 3.0 * r, y + dy * r, z * r)
            for z, dy in ((0.30, 0.10), (0.60, -0.06), (1.0, -0.10), (1.4, -0.06), (1.8, -0.12), (2.1, -0.08))
        ]
        seam, normals = faces.on_skin(skin, edge, (-side, 0, 0))
        line = np.asarray(smooth(seam, closed=False, steps=4), F)
        parts.append(tube(line, 0.024 * r, "#2f4a26", 0.2, steps=8))
        for k in (1, 2, 3, 4):
            p = seam[k] + normals[k] * F(0.02 * r)
            path = np.stack([p + (0, 0.03 * r, 0), p + (0, -0.06 * r, 0), p + (0, -0.15 * r, 0)]).astype(F)
            parts.append(taper(path, 0.058 * r, 0.02 * r, np.array([1, 0.98, 0.92], F)))
    return join(*parts)


def rex_teeth(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """Two little teeth that look out of the smile."""
    r, m = head.radius, head.muzzle
    parts = []
    for side in SIDES:
        where, normal = faces.on_skin(skin, [(side * 0.30 * r, (m.at - 0.12) * r, 0)])
        p = where[0] + normal[0] * F(0.005 * r)
        path = np.stack(
            [p + (0, 0.05 * r, -0.02 * r), p + (0, -0.06 * r, 0.01 * r), p + (0, -0.15 * r, 0.0)]
        ).astype(F)
        parts.append(taper(path, 0.062 * r, 0.016 * r, np.array([1, 0.98, 0.92], F)))
    return join(*parts)


def whiskers(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r, m = head.radius, head.muzzle
    y, b = m.at, m.radii[1]
    parts = []
    for side in SIDES:
        for k, rise in enumerate((0.10, -0.02, -0.14)):
            where, _ = faces.on_skin(skin, [(side * b * 1.05 * m.wide * r, (y + 0.04 - 0.07 * k) * r, 0)])
            start = where[0]
            end = start + np.array([side * 0.72 * r, rise * r, -0.02 * r], F)
            path = bezier(
                start,
                start + (side * 0.25 * r, rise * 0.5 * r, 0.08 * r),
                end + (-side * 0.2 * r, 0.03 * r, 0),
                end,
                7,
            )
            parts.append(taper(np.asarray(path, F), 0.016 * r, 0.006 * r, palette["whisker"], 0.1))
    return join(*parts)
