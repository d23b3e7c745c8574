"""Extras: horns, manes, wool and shells: the parts that only some beasts have.

Those of the head are built in the head's frame, in metres of its clay; those of the body where its bones are.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from waa.painter.colour import Array, F, mix
from waa.painter.noise import smoothstep
from waa.painter.rigs.beasts import faces
from waa.painter.rigs.beasts.shape import Head, Species
from waa.painter.rigs.beasts.skeleton import Bones
from waa.painter.rigs.beasts.tails import tail_radii
from waa.painter.shapes import bezier, smooth
from waa.painter.solid import leaf as leaves
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import Mesh, ball, join, torus, tube

Palette = Mapping[str, Array]
HeadExtra = Callable[[Head, Clay, Palette], Mesh]
BodyExtra = Callable[[Species, Bones, Palette], Mesh]
_SIDES = (1, -1)


def _taper(path: Array, first: float, last: float, colour: Array, gloss: float = 0.35) -> Mesh:
    radii = np.linspace(first, last, len(path))
    return tube(path, [float(r) for r in radii], colour, gloss, steps=12)


def _curve(points: Sequence[Sequence[float]], r: float, side: int = 1, steps: int = 6) -> Array:
    p = np.array(points, float) * r
    p[:, 0] *= side
    return np.asarray(smooth(p, closed=False, steps=steps), F)


# -- horns ------------------------------------------------------------------------------------------------


def cow_horns(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    path = ((0.42, 0.72, -0.05), (0.72, 0.92, -0.02), (0.96, 1.14, 0.04), (0.98, 1.36, 0.10))
    return join(*(_taper(_curve(path, r, s), 0.15 * r, 0.03 * r, palette["horn"]) for s in _SIDES))


def goat_horns(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    path = ((0.26, 0.75, 0.15), (0.32, 1.15, 0.10), (0.42, 1.45, -0.18), (0.55, 1.50, -0.55), (0.64, 1.34, -0.80))
    return join(*(_ridged(_curve(path, r, s), 0.15 * r, 0.04 * r, palette["horn"]) for s in _SIDES))


def _ridged(path: Array, first: float, last: float, colour: Array) -> Mesh:
    fine = np.asarray(smooth(path, closed=False, steps=4), F)
    radii = np.linspace(first, last, len(fine)) * (1 + 0.09 * np.sin(np.arange(len(fine)) * 1.25))
    return tube(fine, [float(v) for v in radii], colour, 0.25, steps=12)


def antlers(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """A deer's: a beam that leans back, with three points."""
    r = head.radius
    beam = ((0.30, 0.75, 0.0), (0.50, 1.15, -0.12), (0.82, 1.60, -0.18), (0.88, 2.15, 0.0), (0.70, 2.55, 0.16))
    tines = (((0.46, 1.08, -0.1), (0.46, 1.30, 0.22), (0.42, 1.56, 0.34)),
             ((0.80, 1.56, -0.18), (1.10, 1.82, -0.05), (1.20, 2.10, 0.06)),
             ((0.88, 2.05, -0.04), (1.08, 2.28, 0.02), (1.14, 2.52, 0.10)))  # fmt: skip
    return _branched(r, beam, tines, 0.10, palette["horn"])


def reindeer_antlers(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    beam = ((0.28, 0.75, 0.0), (0.60, 1.10, -0.22), (1.05, 1.55, -0.28), (1.15, 2.15, -0.02), (0.90, 2.65, 0.26))
    tines = (((0.40, 0.95, -0.06), (0.34, 1.10, 0.34), (0.26, 1.36, 0.52)),
             ((0.98, 1.48, -0.28), (1.30, 1.70, -0.20), (1.48, 2.0, -0.10)),
             ((1.16, 1.95, -0.10), (1.44, 2.20, -0.02), (1.54, 2.46, 0.06)),
             ((1.08, 2.35, 0.08), (1.24, 2.60, 0.16), (1.26, 2.85, 0.26)))  # fmt: skip
    return _branched(r, beam, tines, 0.11, palette["horn"])


def _branched(r: float, beam: Sequence[Sequence[float]], tines: Sequence[Sequence[Sequence[float]]], thick: float,
              colour: Array) -> Mesh:  # fmt: skip
    parts = []
    for side in _SIDES:
        parts.append(_taper(_curve(beam, r, side), thick * r, thick * 0.42 * r, colour))
        parts += [_taper(_curve(tine, r, side), thick * 0.62 * r, thick * 0.34 * r, colour) for tine in tines]
    return join(*parts)


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
    for side in _SIDES:
        path = _curve(((0.26, 0.66, -0.05), (0.30, 1.00, -0.10), (0.33, 1.28, -0.12)), r, side)
        parts.append(_taper(path, 0.10 * r, 0.075 * r, palette["coat"]))
        parts.append(ball(0.125 * r, [float(v) for v in path[-1]], palette["dark"], steps=12))
    return join(*parts)


def rhino_horns(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r, m = head.radius, head.muzzle
    parts = []
    for z, tall, thick in ((m.length - 0.34, 0.80, 0.20), (m.length - 0.86, 0.42, 0.15)):
        where, _ = skin.surface([(0, 2.5 * r, z * r)], (0, -1, 0))
        base = where[0] / F(r)
        path = (base - (0, 0.10, 0.02), base + (0, 0.45 * tall, 0.10), base + (0, tall, 0.02))
        parts.append(_taper(_curve([[float(v) for v in p] for p in path], r), thick * r, 0.02 * r, palette["horn"]))
    return join(*parts)


def hippo_teeth(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """Two small blunt ones over the lower lip."""
    r = head.radius
    parts = []
    for side in _SIDES:
        where, _ = faces.on_skin(skin, [(side * 0.42 * r, -0.70 * r, 0)])
        p = where[0]
        path = np.stack([p - (0, 0.02 * r, 0.06 * r), p + (0, 0.10 * r, 0.02 * r), p + (0, 0.17 * r, 0.02 * r)])
        parts.append(_taper(path.astype(F), 0.085 * r, 0.06 * r, np.array([1, 0.97, 0.9], F)))
    return join(*parts)


def croc_teeth(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """A smile along the jaw, with small blunt teeth."""
    r, m = head.radius, head.muzzle
    y = (m.at - 0.34) * r
    parts = []
    for side in _SIDES:
        edge = [(side * 3.0 * r, y + dy * r, z * r) for z, dy in ((0.30, 0.10), (0.60, -0.06), (1.0, -0.10), (1.4, -0.06), (1.8, -0.12), (2.1, -0.08))]
        seam, normals = faces.on_skin(skin, edge, (-side, 0, 0))
        line = np.asarray(smooth(seam, closed=False, steps=4), F)
        parts.append(tube(line, 0.024 * r, "#2f4a26", 0.2, steps=8))
        for k in (1, 2, 3, 4):
            p = seam[k] + normals[k] * F(0.02 * r)
            path = np.stack([p + (0, 0.03 * r, 0), p + (0, -0.06 * r, 0), p + (0, -0.15 * r, 0)]).astype(F)
            parts.append(_taper(path, 0.058 * r, 0.02 * r, np.array([1, 0.98, 0.92], F)))
    return join(*parts)


def rex_teeth(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """Two little teeth that look out of the smile."""
    r, m = head.radius, head.muzzle
    parts = []
    for side in _SIDES:
        where, normal = faces.on_skin(skin, [(side * 0.30 * r, (m.at - 0.12) * r, 0)])
        p = where[0] + normal[0] * F(0.005 * r)
        path = np.stack([p + (0, 0.05 * r, -0.02 * r), p + (0, -0.06 * r, 0.01 * r), p + (0, -0.15 * r, 0.0)]).astype(F)
        parts.append(_taper(path, 0.062 * r, 0.016 * r, np.array([1, 0.98, 0.92], F)))
    return join(*parts)


def tusks(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r = head.radius
    path = ((0.40, -0.42, 0.72), (0.50, -0.66, 1.00), (0.50, -0.74, 1.30), (0.44, -0.64, 1.52))
    return join(*(_taper(_curve(path, r, s), 0.115 * r, 0.03 * r, palette["horn"]) for s in _SIDES))


# -- hair of the head ---------------------------------------------------------------------------------------


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
                points.append((d * math.sin(b) * r, (d * math.cos(b) - 0.04 - 0.10 * s * s) * r, (z + (0.16 + 0.12 * max(0.0, -y)) * s - 0.34 * s * s) * r))
            sizes = (thick, thick * 1.02, thick * 0.74, thick * 0.26)
            for i in range(3):
                clay.limb(points[i], points[i + 1], sizes[i] * r, sizes[i + 1] * r, palette[role])
    clay.ball((0, -0.02 * r, -0.50 * r), (1.0 * r, 1.0 * r, 0.72 * r), palette["mane"], blend=0.1 * r)
    return clay.mesh(58)


def forelock(head: Head, skin: Clay, palette: Palette) -> Mesh:
    """A horse's hair between the ears, falling over the forehead."""
    r = head.radius
    clay = Clay(0.06 * r)
    for x, length, lean in ((-0.16, 0.62, -0.12), (0.0, 0.80, 0.03), (0.16, 0.58, 0.16)):
        path = bezier((x * 0.4 * r, 0.98 * r, -0.20 * r), (x * r, 1.12 * r, 0.30 * r), ((x + lean) * r, 0.86 * r, 0.80 * r),
                      ((x + lean * 1.6) * r, (0.92 - length) * r, 0.92 * r), 6)  # fmt: skip
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
        clay.strand([(x * r, y * r, z * r), (x * 1.3 * r, (y - 0.32) * r, (z + 0.02) * r), (x * 0.6 * r, (y - 0.62) * r, (z - 0.06) * r)],
                    0.12 * r, 0.02 * r, palette["light"])  # fmt: skip
    return clay.mesh(26)


def whiskers(head: Head, skin: Clay, palette: Palette) -> Mesh:
    r, m = head.radius, head.muzzle
    y, b = m.at, m.radii[1]
    parts = []
    for side in _SIDES:
        for k, rise in enumerate((0.10, -0.02, -0.14)):
            where, _ = faces.on_skin(skin, [(side * b * 1.05 * m.wide * r, (y + 0.04 - 0.07 * k) * r, 0)])
            start = where[0]
            end = start + np.array([side * 0.72 * r, rise * r, -0.02 * r], F)
            path = bezier(start, start + (side * 0.25 * r, rise * 0.5 * r, 0.08 * r), end + (-side * 0.2 * r, 0.03 * r, 0), end, 7)
            parts.append(_taper(np.asarray(path, F), 0.016 * r, 0.006 * r, palette["whisker"], 0.1))
    return join(*parts)


# -- hair of the body ---------------------------------------------------------------------------------------


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
            clay.limb(_l(p - out * F(0.5)), _l(p + out * F(0.9)), size, size * 0.7, palette["mane"])
            continue
        side = back[:, 0] * F(-thick * (0.58 + 0.30 * k / len(path) + 0.08 * math.sin(k * 2.0)))
        drop = np.array([0, -thick * fall * (1.9 + 0.3 * math.sin(k * 1.7)), 0], F)
        clay.strand([_l(p), _l(p + out * F(0.5) + side * F(0.55)), _l(p + side * F(1.15) + drop * F(0.55)), _l(p + side * F(1.2) + drop)],
                    size, size * 0.30, palette["mane"])  # fmt: skip
    return clay.mesh(46)


def _l(p: Array) -> list[float]:
    return [float(v) for v in p]


def hair_tail(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A horse's tail: long locks from the whole of it."""
    return _tail_locks(species, bones, palette, start=0.12, thick=2.6, length=0.40)


def tail_tuft(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A tuft at the end: cow, lion, donkey, zebra."""
    return _tail_locks(species, bones, palette, start=0.80, thick=2.4, length=0.20)


def _tail_locks(species: Species, bones: Bones, palette: Palette, start: float, thick: float, length: float) -> Mesh:
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
            clay.limb(_l(lock[i]), _l(lock[i + 1]), float(size[i]), float(size[i + 1]), palette["mane"])
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
            at = rib.frame.point(x * rib.wide * 0.92, y * rib.tall * 0.92 + 0.02, z * rib.long * 0.85)
            clay.ball(_l(at), rib.tall * (0.30 + 0.05 * math.sin(k * 1.9)), palette["wool"])
    for t in (0.25, 0.65):
        p = bones.neck[0] * F(1 - t) + bones.neck[1] * F(t)
        for k in range(9):
            a = 2 * math.pi * k / 9 + t
            radius = species.body.neck[2] * 0.95
            clay.ball(_l(p + np.array([math.cos(a) * radius, 0.3 * radius * math.sin(a * 2), math.sin(a) * radius], F)), chest.tall * 0.26,
                      palette["wool"])  # fmt: skip
    return clay.mesh(50)


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
            clay.ball(_l(p + np.array([math.cos(a), 0, math.sin(a)], F) * F(radius * 0.80)), radius * 0.52, palette["wool"])
    return clay.mesh(36)


def toenails(species: Species, bones: Bones, palette: Palette) -> Mesh:
    parts = []
    for limb in bones.limbs.values():
        wide, tall, _ = limb.leg.foot
        for a in (-42, 0, 42):
            x, z = math.sin(math.radians(a)), math.cos(math.radians(a))
            at = limb.foot.point(x * wide * 0.92, tall * 0.24, z * wide * 0.96)
            nail = ball((wide * 0.26, tall * 0.30, wide * 0.13), colour=palette["hoof"], gloss=0.3, steps=9)
            parts.append(nail.turned(limb.foot.yaw + a, limb.foot.pitch).moved(*_l(at)))
    return join(*parts)


def udder(species: Species, bones: Bones, palette: Palette) -> Mesh:
    rib = bones.ribs[0]
    at = rib.frame.point(0, -rib.tall * 0.92, rib.tall * 0.35)
    clay = Clay(0.02).ball(_l(at), (rib.wide * 0.42, rib.tall * 0.28, rib.tall * 0.40), palette["muzzle"])
    for x in _SIDES:
        for z in (-0.5, 0.5):
            top = rib.frame.point(x * rib.wide * 0.2, -rib.tall * 1.05, rib.tall * (0.35 + 0.3 * z))
            clay.limb(_l(top), _l(top - rib.frame.turn[:, 1] * F(rib.tall * 0.22)), 0.022, 0.016, palette["muzzle"])
    return clay.mesh(26)


def shell(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A turtle's: a dome of plates over a pale rim, and a smooth plate under the belly."""
    rib = bones.ribs[1]
    wide, tall, long = rib.wide * 1.36, rib.tall * 1.50, species.body.length * 0.5 + rib.tall * 1.25

    def plates(v: Array, n: Array, c: Array) -> Array:
        p = v / np.array([wide, tall, long], F)
        flat = p[:, [0, 2]] * (1 + 0.28 * (p[:, :1] ** 2 + p[:, 2:] ** 2))  # wider plates round the side
        d = np.sort(np.linalg.norm(flat[:, None] - _PLATES[None], axis=2), axis=1)
        seam = smoothstep(0.075, 0.045, d[:, 1] - d[:, 0])[:, None]
        plate = palette["shell"] + (mix(palette["shell"], "#fff6c8", 0.24) - palette["shell"]) * smoothstep(0.30, 0.05, d[:, 0])[:, None]
        return (plate + (palette["seam"] - plate) * seam).astype(F)

    dome = ball((wide, tall, long), colour=palette["shell"], gloss=0.3, steps=34)
    upper = dome.faces[(dome.vertices[dome.faces, 1] > -0.22 * tall).all(1)]
    dome = painted_finely(replace(dome, faces=np.ascontiguousarray(upper)), plates, contrast=0.10, most=9000)
    rim = torus(1.0, 0.095, palette["rim"], 0.3, steps=44).scaled(wide * 0.99, tall * 1.3, long * 0.99).moved(0, -0.18 * tall, 0)
    under = ball((wide * 0.99, tall * 0.50, long * 0.99), (0, -tall * 0.20, 0), palette["belly"], 0.2, steps=22)
    f = rib.frame
    return join(dome, rim, under).turned(f.yaw, f.pitch, f.roll).moved(*_l(f.at))


_PLATES = np.array([(0, 0.02), (0, 0.50), (0, -0.46), (0.52, 0.27), (-0.52, 0.27), (0.52, -0.24), (-0.52, -0.24), (0.40, 0.82), (-0.40, 0.82),
                    (0.42, -0.76), (-0.42, -0.76), (1.02, 0.03), (-1.02, 0.03), (0, 1.06), (0, -1.02), (0.98, 0.62), (-0.98, 0.62), (0.98, -0.58),
                    (-0.98, -0.58)], F)  # fmt: skip


def spines(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A hedgehog's coat: soft points over the back, combed backwards."""
    golden = math.pi * (3 - math.sqrt(5))
    middle = bones.ribs[1]
    f = middle.frame
    wide, tall, long = middle.wide * 1.04, middle.tall * 1.06, species.body.length * 0.5 + middle.tall * 0.80
    parts = []
    count = 420
    for k in range(count):
        z = 1 - 2 * (k + 0.5) / count
        ring = math.sqrt(1 - z * z)
        x, y = ring * math.cos(k * golden), ring * math.sin(k * golden)
        if y < -0.25 + 0.45 * max(0.0, z) or z > 0.86:
            continue
        root = f.point(x * wide * 0.92, y * tall * 0.92, z * long * 0.94)
        out = np.array([x / wide, y / tall, z / long], F)
        out = out / F(np.linalg.norm(out)) + np.array([0, 0.1, -0.75], F)
        if root[1] < middle.tall * 0.18:
            continue
        tip = root + f.turn @ (out / F(np.linalg.norm(out))) * F(tall * 0.52)
        parts.append(_spine(root, tip, tall * 0.115, palette["spine"], palette["tip"]))
    return join(*parts)


def _spine(root: Array, tip: Array, radius: float, colour: Array, end: Array) -> Mesh:
    line = np.stack([root, root * F(0.6) + tip * F(0.4), root * F(0.2) + tip * F(0.8), tip])
    cone = tube(line, [radius, radius * 0.82, radius * 0.42, radius * 0.08], colour, 0.2, steps=7, caps=False)
    far = np.linalg.norm(cone.vertices - root, axis=1) / max(float(np.linalg.norm(tip - root)), 1e-6)
    return cone.painted(lambda v, n, c: (c + (end - c) * np.clip(far * 1.5 - 0.55, 0, 1)[:, None]).astype(F))


def back_plates(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """Soft triangles down the spine and tail: a dinosaur's."""
    line, up = spine_line(species, bones)
    count = 13
    parts = []
    for k in range(count):
        t = (k + 0.5) / count
        at, ahead, out = _on_line(line, up, t)
        size = species.body.chest[1] * 0.86 * math.sin(math.pi * (0.16 + 0.76 * t))
        path = [at - out * F(size * 0.3), at + out * F(size * 0.5) + ahead * F(size * 0.1), at + out * F(size) + ahead * F(size * 0.3)]
        parts.append(leaf(path, (1, 0, 0), size * 1.25, size * 0.42, palette["plate"], outline=leaves.POINTED, steps=10, across=9))
    return join(*parts)


def scutes(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """Two rows of blunt bumps along the back, one along the tail: a crocodile's."""
    line, up = spine_line(species, bones)
    parts = []
    count = 17
    for k in range(count):
        t = (k + 0.5) / count
        at, ahead, out = _on_line(line, up, t)
        size = species.body.chest[1] * 0.30 * (1.0 if t < 0.5 else 1.5 - t)
        aside = np.array([species.body.chest[0] * 0.30, 0, 0], F) if t < 0.55 else np.zeros(3, F)
        for side in (1, -1) if t < 0.55 else (1,):
            root = at + aside * F(side)
            path = np.stack([root - out * F(size * 0.4), root + out * F(size * 0.4), root + out * F(size)])
            parts.append(_taper(path, size * 0.62, size * 0.18, palette["plate"], 0.2))
    return join(*parts)


def spine_line(species: Species, bones: Bones) -> tuple[Array, Array]:
    """Points along the back from the nape to the tip of the tail, and the way up at each."""
    body = species.body
    nape = bones.neck[0] * F(0.6) + bones.neck[1] * F(0.4) - bones.chest.turn[:, 2] * F(body.neck[2] * 0.75)
    points, ups = [nape], [bones.chest.turn[:, 1]]
    for rib in reversed(bones.ribs):
        points.append(rib.frame.point(0, rib.tall * 0.92, 0))
        ups.append(rib.frame.turn[:, 1])
    tail, radii = bones.tail, tail_radii(body.tail, len(bones.tail))
    along = np.gradient(tail, axis=0)
    for k in range(4, len(tail), 3):
        out = np.cross(along[k], np.array([-1, 0, 0], F))
        out = out / F(np.linalg.norm(out) + 1e-9)
        out = out if out[1] > 0 else -out
        points.append(tail[k] + out * F(radii[k] * 0.86))
        ups.append(out)
    return np.asarray(smooth(np.stack(points), closed=False, steps=5), F), np.asarray(smooth(np.stack(ups), closed=False, steps=5), F)


def _on_line(line: Array, up: Array, t: float) -> tuple[Array, Array, Array]:
    """At a share `t` of the length of a line: the place, the direction on, and the way up."""
    steps = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])

    def at(values: Array, share: float) -> Array:
        return np.array([np.interp(share * steps[-1], steps, values[:, i]) for i in range(3)], F)

    place, out = at(line, t), at(up, t)
    ahead = at(line, min(1.0, t + 0.03)) - at(line, max(0.0, t - 0.03))
    return place, ahead / F(np.linalg.norm(ahead) + 1e-9), out / F(np.linalg.norm(out) + 1e-9)


def pouch(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A kangaroo's pocket with a joey looking out."""
    rib = bones.ribs[0]
    at = (bones.ribs[0].frame.at + bones.ribs[1].frame.at) / F(2) + np.array([0, 0, rib.tall * 0.86], F)
    size = rib.wide * 0.42
    clay = Clay(0.02)
    clay.ball(_l(at + np.array([0, size * 0.75, size * 0.30], F)), (size, size * 0.92, size * 0.9), palette["coat"])
    clay.ball(_l(at + np.array([0, size * 0.52, size * 1.05], F)), (size * 0.52, size * 0.42, size * 0.6), palette["light"])
    skin = clay.mesh(24)
    parts = [skin]
    for side in _SIDES:
        ear = [at + np.array([side * size * k, size * (1.2 + u), size * 0.1], F) for k, u in ((0.45, 0), (0.62, 0.6), (0.74, 1.15))]
        parts.append(leaf(ear, (side * 0.3, 0.1, 1), size * 0.62, size * 0.2, palette["coat"], outline=leaves.LONG, cup=0.4, inside=palette["inner"],
                          steps=9, across=9))  # fmt: skip
        where, normal = faces.on_skin(clay, [(side * size * 0.48, float(at[1]) + size * 0.88, 0)])
        parts.append(faces.eye(where[0], faces.looking(normal[0], 0), size * 0.20))
    where, _ = faces.on_skin(clay, [(0, float(at[1]) + size * 0.66, 0)])
    parts.append(ball((size * 0.16, size * 0.11, size * 0.1), _l(where[0]), palette["nose"], 0.4, steps=8))
    rim = [at + np.array([math.sin(a) * size * 1.25, size * 0.18 - 0.32 * size * math.cos(a * 0.5) ** 2, math.cos(a) * size * 0.62], F)
           for a in np.linspace(-1.5, 1.5, 11)]  # fmt: skip
    parts.append(tube(np.stack(rim), size * 0.26, palette["light"], 0.1, steps=10))
    return join(*parts)


HEAD_EXTRAS: dict[str, HeadExtra] = {
    "cow_horns": cow_horns, "goat_horns": goat_horns, "antlers": antlers, "reindeer_antlers": reindeer_antlers,
    "unicorn_horn": unicorn_horn, "ossicones": ossicones, "rhino_horns": rhino_horns, "tusks": tusks, "hippo_teeth": hippo_teeth, "croc_teeth": croc_teeth, "rex_teeth": rex_teeth, "lion_mane": lion_mane,
    "forelock": forelock, "tuft": tuft, "beard": beard, "whiskers": whiskers,
}  # fmt: skip
BODY_EXTRAS: dict[str, BodyExtra] = {
    "neck_mane": neck_mane, "brush_mane": brush_mane, "hair_tail": hair_tail, "tail_tuft": tail_tuft, "wool": wool, "shell": shell,
    "spines": spines, "back_plates": back_plates, "scutes": scutes, "pouch": pouch, "neck_wool": neck_wool, "toenails": toenails, "udder": udder,
}  # fmt: skip
