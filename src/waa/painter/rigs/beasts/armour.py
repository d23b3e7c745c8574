"""Armour: shells, spines, plates and nails."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from waa.painter.colour import Array, F, mix
from waa.painter.noise import smoothstep
from waa.painter.rigs.beasts.frames import Bones
from waa.painter.rigs.beasts.rods import listed, taper
from waa.painter.rigs.beasts.species import Species
from waa.painter.rigs.beasts.tails import tail_radii
from waa.painter.shapes import smooth
from waa.painter.solid import leaf as leaves
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, join, torus, tube

Palette = Mapping[str, Array]


def shell(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """A turtle's: a dome of plates over a pale rim, and a smooth plate under the belly."""
    rib = bones.ribs[1]
    wide, tall, long = rib.wide * 1.36, rib.tall * 1.50, species.body.length * 0.5 + rib.tall * 1.25

    def plates(v: Array, n: Array, c: Array) -> Array:
        p = v / np.array([wide, tall, long], F)
        flat = p[:, [0, 2]] * (1 + 0.28 * (p[:, :1] ** 2 + p[:, 2:] ** 2))  # wider plates round the side
        d = np.sort(np.linalg.norm(flat[:, None] - _PLATES[None], axis=2), axis=1)
        seam = smoothstep(0.075, 0.045, d[:, 1] - d[:, 0])[:, None]
        plate = (
            palette["shell"]
            + (mix(palette["shell"], "#fff6c8", 0.24) - palette["shell"])
            * smoothstep(0.30, 0.05, d[:, 0])[:, None]
        )
        return (plate + (palette["seam"] - plate) * seam).astype(F)

    dome = ball((wide, tall, long), colour=palette["shell"], gloss=0.3, steps=34)
    upper = dome.faces[(dome.vertices[dome.faces, 1] > -0.22 * tall).all(1)]
    dome = painted_finely(replace(dome, faces=np.ascontiguousarray(upper)), plates, contrast=0.10, most=9000)
    rim = (
        torus(1.0, 0.095, palette["rim"], 0.3, steps=44)
        .scaled(wide * 0.99, tall * 1.3, long * 0.99)
        .moved(0, -0.18 * tall, 0)
    )
    under = ball(
        (wide * 0.99, tall * 0.50, long * 0.99), (0, -tall * 0.20, 0), palette["belly"], 0.2, steps=22
    )
    f = rib.frame
    return join(dome, rim, under).turned(f.yaw, f.pitch, f.roll).moved(*listed(f.at))


_PLATES = np.array(
    [
        (0, 0.02),
        (0, 0.50),
        (0, -0.46),
        (0.52, 0.27),
        (-0.52, 0.27),
        (0.52, -0.24),
        (-0.52, -0.24),
        (0.40, 0.82),
        (-0.40, 0.82),
        (0.42, -0.76),
        (-0.42, -0.76),
        (1.02, 0.03),
        (-1.02, 0.03),
        (0, 1.06),
        (0, -1.02),
        (0.98, 0.62),
        (-0.98, 0.62),
        (0.98, -0.58),
        (-0.98, -0.58),
    ],
    F,
)


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
        if root[1] < middle.tall * 0.18:
            continue
        out = np.array([x / wide, y / tall, z / long], F)
        combed = out / F(np.linalg.norm(out)) + np.array([0, 0.1, -0.75], F)
        tip = root + f.turn @ (combed / F(np.linalg.norm(combed))) * F(tall * 0.52)
        parts.append(_spine(root, tip.astype(F), tall * 0.115, palette["spine"], palette["tip"]))
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
        path = [
            at - out * F(size * 0.3),
            at + out * F(size * 0.5) + ahead * F(size * 0.1),
            at + out * F(size) + ahead * F(size * 0.3),
        ]
        parts.append(
            leaf(
                path,
                (1, 0, 0),
                size * 1.25,
                size * 0.42,
                palette["plate"],
                outline=leaves.POINTED,
                steps=10,
                across=9,
            )
        )
    return join(*parts)


def scutes(species: Species, bones: Bones, palette: Palette) -> Mesh:
    """Two rows of blunt bumps along the back, one along the tail: a crocodile's."""
    line, up = spine_line(species, bones)
    parts = []
    count = 17
    for k in range(count):
        t = (k + 0.5) / count
        at, _, out = _on_line(line, up, t)
        size = species.body.chest[1] * 0.30 * (1.0 if t < 0.5 else 1.5 - t)
        aside = np.array([species.body.chest[0] * 0.30, 0, 0], F) if t < 0.55 else np.zeros(3, F)
        for side in (1, -1) if t < 0.55 else (1,):
            root = at + aside * F(side)
            path = np.stack([root - out * F(size * 0.4), root + out * F(size * 0.4), root + out * F(size)])
            parts.append(taper(path, size * 0.62, size * 0.18, palette["plate"], 0.2))
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
        out = np.cross(along[k], np.array([-1, 0, 0], F)).astype(F)
        out = out / F(np.linalg.norm(out) + 1e-9)
        out = out if out[1] > 0 else -out
        points.append(tail[k] + out * F(radii[k] * 0.86))
        ups.append(out)
    return np.asarray(smooth(np.stack(points), closed=False, steps=5), F), np.asarray(
        smooth(np.stack(ups), closed=False, steps=5), F
    )


def _on_line(line: Array, up: Array, t: float) -> tuple[Array, Array, Array]:
    """At a share `t` of the length of a line: the place, the direction on, and the way up."""
    steps = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])

    def at(values: Array, share: float) -> Array:
        return np.array([np.interp(share * steps[-1], steps, values[:, i]) for i in range(3)], F)

    place, out = at(line, t), at(up, t)
    ahead = at(line, min(1.0, t + 0.03)) - at(line, max(0.0, t - 0.03))
    return place, ahead / F(np.linalg.norm(ahead) + 1e-9), out / F(np.linalg.norm(out) + 1e-9)


def toenails(species: Species, bones: Bones, palette: Palette) -> Mesh:
    parts = []
    for limb in bones.limbs.values():
        wide, tall, _ = limb.leg.foot
        for a in (-42, 0, 42):
            x, z = math.sin(math.radians(a)), math.cos(math.radians(a))
            at = limb.foot.point(x * wide * 0.92, tall * 0.24, z * wide * 0.96)
            nail = ball((wide * 0.26, tall * 0.30, wide * 0.13), colour=palette["hoof"], gloss=0.3, steps=9)
            parts.append(nail.turned(limb.foot.yaw + a, limb.foot.pitch).moved(*listed(at)))
    return join(*parts)
