"""Hair: manes, forelocks, tail hair and wool."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.beasts.frames import Bones
from waa.painter.rigs.beasts.rods import listed
from waa.painter.rigs.beasts.shape import Head
from waa.painter.rigs.beasts.species import Species
from waa.painter.rigs.beasts.tails import tail_radii
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh

Palette = Mapping[str, Array]


def lion_mane(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """Wreaths of locks round the face, combed back and down, darker behind."""
    r = head.radius
    clay = Clay(0.06 * r)
    for count, z, inner, outer, thick, role, turn in (
        (17, -0.62, 0.70, 1.50, 0.33, "mane", 0.0),
        (16, -0.26, 0.80, 1.42, 0.29, "mane2", 0.5),
        (15, 0.06, 0.84, 1.22, 0.22, "mane3", 0.0),
    ):
        for k in range(count):
            a = 2 * math.pi * (k + turn) / count
            x, y = math.sin(a), math.cos(a)
            swirl = 0.16 * (1 if x >= 0 else -1) * (0.4 + abs(y))  # towards the ground on both sides
            long = outer * (1.0 + 0.16 * max(0.0, -y))
            points = []
            for s in (0.0, 0.35, 0.7, 1.0):
                b = a + swirl * s * s
                d = inner + (long - inner) * s
                points.append(
                    (
                        d * math.sin(b) * r,
                        (d * math.cos(b) - 0.04 - 0.10 * s * s) * r,
                        (z + (0.16 + 0.12 * max(0.0, -y)) * s - 0.34 * s * s) * r,
                    )
                )
            sizes = (thick, thick * 1.02, thick * 0.74, thick * 0.26)
            for i in range(3):
                clay.limb(points[i], points[i + 1], sizes[i] * r, sizes[i + 1] * r, palette[role])
    clay.ball((0, -0.02 * r, -0.50 * r), (1.0 * r, 1.0 * r, 0.72 * r), palette["mane"], blend=0.1 * r)
    return clay.mesh(50)


def forelock(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """A horse's hair between the ears, falling over the forehead."""
    r = head.radius
    clay = Clay(0.06 * r)
    for x, length, lean in ((-0.16, 0.62, -0.12), (0.0, 0.80, 0.03), (0.16, 0.58, 0.16)):
        path = bezier(
            (x * 0.4 * r, 0.98 * r, -0.20 * r),
            (x * r, 1.12 * r, 0.30 * r),
            ((x + lean) * r, 0.86 * r, 0.80 * r),
            ((x + lean * 1.6) * r, (0.92 - length) * r, 0.92 * r),
            6,
        )
        clay.strand([[float(v) for v in p] for p in path], 0.17 * r, 0.03 * r, palette["mane"])
    return clay.mesh(30)


def tuft(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """Woolly curls on the crown."""
    r = head.radius
    clay = Clay(0.05 * r)
    golden = math.pi * (3 - math.sqrt(5))
    for k in range(16):
        d = math.sqrt((k + 0.5) / 16)
        a = k * golden
        x, z = 0.62 * d * math.sin(a), 0.56 * d * math.cos(a) - 0.10
        y = math.sqrt(max(0.05, 1 - x * x - z * z)) * head.skull[1] * (1 + head.crown * 0.6)
        clay.ball((x * r, y * r, z * r), (0.26 + 0.05 * math.sin(k * 2.1)) * r, palette["wool"])
    return clay.mesh(38)


def beard(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r, m = head.radius, head.muzzle
    y, z = m.at - m.drop - m.radii[1], m.length - m.radii[1] * 1.3
    clay = Clay(0.04 * r)
    for x in (-0.09, 0.0, 0.09):
        clay.strand(
            [
                (x * r, y * r, z * r),
                (x * 1.3 * r, (y - 0.32) * r, (z + 0.02) * r),
                (x * 0.6 * r, (y - 0.62) * r, (z - 0.06) * r),
            ],
            0.12 * r,
            0.02 * r,
            palette["light"],
        )
    return clay.mesh(26)


def neck_mane(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A mane along the crest of the neck, falling to its right in locks."""
    return _mane(species, bones, palette, fall=0.62)


def brush_mane(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A short upright mane: a zebra's, a donkey's, a giraffe's."""
    return _mane(species, bones, palette, fall=0.0)


def _mane(species: Species, bones: Bones, palette: Palette, fall: float) -> Mesh:
    body, r = species.body, species.head.radius
    head, base = bones.head, bones.neck[0]
    poll = head.point(0, species.head.skull[1] * r * 0.80, -0.45 * r)
    back = bones.chest.turn
    withers = bones.chest.point(0, body.chest[1] * 0.80, 0.02)
    along = bones.neck[1] - bones.neck[0]
    along = along / F(np.linalg.norm(along) + 1e-9)
    crest = np.cross(along, np.array([1, 0, 0], F))
    thick = body.neck[2] * 0.5 + body.neck[3] * 0.5
    middle = (base + bones.neck[1]) / F(2) + crest * F(thick * 0.86)
    path = np.asarray(smooth(np.stack([poll, middle, withers]), closed=False, steps=6), F)
    clay = Clay(0.25 * thick)
    size = thick * (0.36 if fall else 0.26)
    for k, p in enumerate(path):
        out = crest * F(thick * 0.42)
        if not fall:
            clay.limb(listed(p - out * F(0.5)), listed(p + out * F(0.9)), size, size * 0.7, palette["mane"])
            continue
        side = back[:, 0] * F(-thick * (0.58 + 0.30 * k / len(path) + 0.08 * math.sin(k * 2.0)))
        drop = np.array([0, -thick * fall * (1.9 + 0.3 * math.sin(k * 1.7)), 0], F)
        clay.strand(
            [
                listed(p),
                listed(p + out * F(0.5) + side * F(0.55)),
                listed(p + side * F(1.15) + drop * F(0.55)),
                listed(p + side * F(1.2) + drop),
            ],
            size,
            size * 0.30,
            palette["mane"],
        )
    return clay.mesh(42)


def hair_tail(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A horse's tail: long locks from the whole of it."""
    return _tail_locks(species, bones, palette, start=0.12, thick=2.6, length=0.40)


def tail_tuft(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A tuft at the end: cow, lion, donkey, zebra."""
    return _tail_locks(species, bones, palette, start=0.80, thick=2.4, length=0.20)


def _tail_locks(
    species: Species, bones: Bones, palette: Palette, start: float, thick: float, length: float
) -> Mesh:
    tail = species.body.tail
    points = bones.tail
    radii = tail_radii(tail, len(points))
    first = int(start * (len(points) - 1))
    path, r = points[first:], radii[first:]
    end = path[-1] - path[-2]
    end = end / F(np.linalg.norm(end) + 1e-9)
    path = np.concatenate([path, [path[-1] + end * F(length * tail.length)]])
    clay = Clay(float(r.mean()) * 0.5)
    n = len(path)
    for k in range(5):
        a = 2 * math.pi * k / 5
        off = np.array([math.cos(a), 0.25 * math.sin(a), math.sin(a)], F)
        swell = np.sin(np.linspace(0.25, math.pi * 0.98, n)) * float(r.mean()) * thick * 0.42
        lock = path + off[None] * swell[:, None]
        size = np.sin(np.linspace(0.5, math.pi * 0.97, n)) * float(r.mean()) * thick * 0.5 + 0.004
        for i in range(n - 1):
            clay.limb(
                listed(lock[i]), listed(lock[i + 1]), float(size[i]), float(size[i + 1]), palette["mane"]
            )
    return clay.mesh(40)


def wool(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A fleece: balls of wool all over the trunk."""
    clay = Clay(0.035)
    golden = math.pi * (3 - math.sqrt(5))
    chest = bones.ribs[-1]
    for i, rib in enumerate(bones.ribs):
        count = 30
        for k in range(count):
            z = (k + 0.5) / count * 2 - 1
            a = k * golden + i
            ring = math.sqrt(1 - z * z)
            x, y = ring * math.cos(a), ring * math.sin(a)
            at = rib.frame.point(x * rib.wide * 0.99, y * rib.tall * 0.99 + 0.01, z * rib.long * 0.95)
            clay.ball(listed(at), rib.tall * (0.32 + 0.05 * math.sin(k * 1.9)), palette["wool"])
    for t in (0.25, 0.65):
        p = bones.neck[0] * F(1 - t) + bones.neck[1] * F(t)
        for k in range(9):
            a = 2 * math.pi * k / 9 + t
            radius = species.body.neck[2] * 0.95
            clay.ball(
                listed(
                    p
                    + np.array(
                        [math.cos(a) * radius, 0.3 * radius * math.sin(a * 2), math.sin(a) * radius], F
                    )
                ),
                chest.tall * 0.26,
                palette["wool"],
            )
    return clay.mesh(42)


def neck_wool(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """An alpaca's long woolly neck."""
    clay = Clay(0.03)
    base, end = bones.neck
    radii = species.body.neck[2:]
    rows = 6
    for row in range(rows):
        t = 0.15 + 0.72 * row / (rows - 1)
        p = base + (end - base) * F(t)
        radius = radii[0] + (radii[1] - radii[0]) * t
        for k in range(8):
            a = 2 * math.pi * (k + 0.5 * (row % 2)) / 8
            clay.ball(
                listed(p + np.array([math.cos(a), 0, math.sin(a)], F) * F(radius * 0.80)),
                radius * 0.52,
                palette["wool"],
            )
    return clay.mesh(36)
