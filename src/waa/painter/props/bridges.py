"""A bridge of stone over a stream."""

from __future__ import annotations

import itertools
import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, mix, rgb
from waa.painter.props.masonry import bar, bush
from waa.painter.props.motor import Kit
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Model

SPAN, WIDE = 3.9, 1.7  # metres: half the length of the bridge, and how broad its road is
RADIUS = 1.62  # of the arch


@draws("bridge", yaw=-30)
def bridge(look: Look) -> Model:
    """One round arch, its road rising to the middle between carved balustrades; water runs under it."""
    stone = look.tint("#bdb6a6")
    kit = Kit()
    _banks(kit)
    for side in (1, -1):
        kit.add(_spandrel(stone, side), _voussoirs(stone, side))
        _balustrade(kit, stone, side)
    kit.add(_road(mix(stone, "#8a7f6c", 0.35)), _vault(stone))
    top = Anchor(at=(0, _crest(0.0) + 0.28, 0.30), size=1.5)  # so that the balustrade does not hide it
    return kit.model({"top": top, "seat": top})


def _crest(x: float) -> float:
    """How high the road is."""
    return 0.30 + 1.72 * (math.cos(math.pi * min(abs(x) / SPAN, 1.0)) * 0.5 + 0.5)


def _soffit(x: float) -> float:
    """The lower edge of the wall: the arch, or the ground."""
    return 0.06 + math.sqrt(max(RADIUS**2 - x * x, 0.0)) * 0.96 if abs(x) < RADIUS else 0.0


def _spandrel(stone: Colour, side: int) -> Mesh:
    """The wall: courses of blocks, each of its own shade."""
    x = np.unique(np.concatenate([np.linspace(-SPAN, SPAN, 59), np.linspace(-RADIUS, RADIUS, 33)]))
    t = np.linspace(0, 1, 17)
    low, high = np.array([_soffit(v) for v in x]), np.array([_crest(v) for v in x])
    low[np.abs(np.abs(x) - RADIUS) < 1e-6] = 0.0
    y = low[None] + (high - low)[None] * t[:, None]
    flat = np.stack([np.broadcast_to(x, y.shape), y, np.full(y.shape, side * WIDE / 2)], -1).reshape(-1, 3)
    faces = grid_faces(len(t), len(x), wraps=False)
    mesh = make(
        flat, faces if side > 0 else faces[:, ::-1], np.tile([0.0, 0, side], (len(flat), 1)), stone, 0.08
    )

    def blocks(v: Array, n: Array, c: Array) -> Array:
        course = np.floor(v[:, 1] / 0.24)
        along = v[:, 0] / 0.52 + 0.5 * (course % 2)
        shade = 0.86 + 0.20 * ((np.sin(np.floor(along) * 12.9 + course * 78.2) * 437.5) % 1)
        joint = (np.minimum(v[:, 1] / 0.24 % 1, along % 1 * 2.0) < 0.13).astype(np.float32)
        moss = np.clip(0.9 - v[:, 1] * 1.4, 0, 1) * np.clip(
            0.55 + 0.45 * np.sin(v[:, 0] * 3.1 + np.sin(v[:, 1] * 5)), 0, 1
        )
        tinted: Array = rgb(stone) * shade[:, None] * (1 - 0.22 * joint)[:, None]
        return tinted + (rgb("#6f8a55") - tinted) * (0.6 * moss)[:, None]

    return mesh.painted(blocks)


def _voussoirs(stone: Colour, side: int) -> Mesh:
    """The ring of wedge stones, a keystone in the middle."""
    parts = []
    for k in range(17):
        a = math.pi * (k + 0.5) / 17
        tall = 0.44 if k == 8 else 0.34
        shade = mix(stone, "#ffffff" if k % 2 else "#8f8778", 0.22 if k % 2 else 0.12)
        block = box(0.29, tall, 0.14, shade, 0.1, bevel=0.011).turned(0, 0, math.degrees(a) - 90)
        parts.append(
            block.moved(RADIUS * math.cos(a), 0.04 + RADIUS * 0.96 * math.sin(a), side * (WIDE / 2 + 0.01))
        )
    return join(*parts)


def _vault(stone: Colour) -> Mesh:
    a, z = np.meshgrid(np.linspace(0, math.pi, 25), np.array([-WIDE / 2, WIDE / 2]))
    points = np.stack([RADIUS * np.cos(a), 0.02 + RADIUS * 0.96 * np.sin(a), z], -1).reshape(-1, 3)
    normals = np.stack([-np.cos(a), -np.sin(a), np.zeros_like(a)], -1).reshape(-1, 3)
    return make(points, grid_faces(2, 25, wraps=False), normals, mix(stone, "#5a5650", 0.5), 0.1)


def _road(paving: Colour) -> Mesh:
    """Steps of long slabs."""
    parts = []
    edges = np.linspace(-SPAN, SPAN, 27)
    for a, b in itertools.pairwise(edges):
        x = float(a + b) / 2
        shade = mix(paving, "#ffffff", 0.10 + 0.10 * (math.sin(x * 37.0) * 0.5 + 0.5))
        parts.append(bar(float(b - a) * 1.02, 0.16, WIDE - 0.04, shade, 0.08).moved(x, _crest(x) - 0.10, 0))
    return join(*parts)


def _balustrade(kit: Kit, stone: Colour, side: int) -> None:
    """Posts with round heads, carved panels between them, a handrail over all."""
    pale = mix(stone, "#ffffff", 0.30)
    z = side * (WIDE / 2 + 0.02)
    posts = np.linspace(-SPAN + 0.12, SPAN - 0.12, 11)
    for x in posts:
        y = _crest(float(x))
        kit.add(box(0.17, 0.62, 0.17, pale, 0.1, bevel=0.015).moved(float(x), y, z),
                lathe([(0.06, 0), (0.10, 0.04), (0.105, 0.10), (0.06, 0.18), (0.0, 0.20)], pale, 0.15, steps=10)
                .moved(float(x), y + 0.61, z))  # fmt: skip
    for a, b in itertools.pairwise(posts):
        x0, x1 = float(a), float(b)
        y0, y1 = _crest(x0), _crest(x1)
        kit.add(_panel((x0, y0 + 0.07), (x1, y1 + 0.07), 0.30, 0.07, z, mix(pale, stone, 0.5)),
                tube([(x0, y0 + 0.50, z), (x1, y1 + 0.50, z)], 0.055, pale, 0.15, steps=8, caps=False))  # fmt: skip
    for x in (-SPAN - 0.02, SPAN + 0.02):
        drum = cylinder(0.20, 0.13, pale, 0.1, steps=20, bevel=0.02).turned(pitch=90)
        kit.add(drum.moved(x, 0.52, z - 0.065))


def _panel(
    a: tuple[float, float], b: tuple[float, float], tall: float, deep: float, z: float, colour: Colour
) -> Mesh:
    (x0, y0), (x1, y1) = a, b
    slab = box(x1 - x0, tall, deep, colour, 0.1, bevel=0.015)
    rise = (y1 - y0) / (x1 - x0)
    lifted = slab.vertices.copy()
    lifted[:, 1] += rise * lifted[:, 0]
    skewed = Mesh(lifted, slab.faces, slab.normals, slab.colours, slab.surface)
    return skewed.moved((x0 + x1) / 2, (y0 + y1) / 2, z)


def _banks(kit: Kit) -> None:
    """Two banks of grass with the stream between them, reeds and stones at its edge."""
    half = 2.1
    for side in (-1, 1):
        s, t = np.meshgrid(np.linspace(0, 1, 15), np.linspace(-1, 1, 15), indexing="ij")
        wave = 0.12 * np.sin(t * 4.0 + side) + 0.06 * np.sin(t * 9.0)
        x = side * (1.30 + wave + s * (SPAN + 0.75 - 1.30 - wave))
        round_off = np.sqrt(np.clip(1 - (s * 0.985) ** 4, 0, 1))
        y = (
            0.30
            * np.clip(s * 4, 0, 1) ** 0.6
            * np.clip((1 - s) * 9, 0, 1) ** 0.5
            * np.clip((1 - np.abs(t)) * 7, 0, 1) ** 0.5
        )
        points = np.stack([x, y, t * half * round_off], -1)
        if side < 0:
            points = points[:, ::-1]
        grass = make(points.reshape(-1, 3), grid_faces(15, 15, wraps=False), None, "#6fae4f", 0.05)
        kit.add(grass.painted(_meadow))
        for z, x0, size in ((1.45, 1.75, 0.26), (-1.5, 2.3, 0.34), (1.62, 3.4, 0.22)):
            kit.add(bush((side * x0, 0.22, z * side), size, "#4f9446", steps=7))
        for z, x0, r in ((1.75, 1.42, 0.16), (1.25, 1.36, 0.11), (-1.2, 1.40, 0.14), (1.98, 1.62, 0.10)):
            kit.add(ball((r * 1.2, r * 0.8, r), (side * x0, r * 0.8, z), "#a09a8e", 0.15, steps=8))
    water = [(x, 0.015, z) for z in np.linspace(half, -half, 12) for x in np.linspace(-1.7, 1.7, 9)]
    sheet = make(water, grid_faces(12, 9, wraps=False), np.tile([0.0, 1, 0], (108, 1)), "#4fa3c4", 0.9)
    kit.add(sheet.painted(_stream))


def _meadow(v: Array, n: Array, c: Array) -> Array:
    blend = np.clip(v[:, 1:2] / 0.30, 0, 1)
    earth = rgb("#8d7a54")
    grass = rgb("#63a548") + (rgb("#8cc25c") - rgb("#63a548")) * (
        0.5 + 0.5 * np.sin(v[:, :1] * 5 + v[:, 2:] * 3)
    )
    return earth + (grass - earth) * blend**0.5


def _stream(v: Array, n: Array, c: Array) -> Array:
    ripple = np.clip(np.sin(v[:, 2:] * 7 + np.sin(v[:, :1] * 4) * 1.4), 0, 1) ** 4
    deep = rgb("#3d8fb8") + (rgb("#6cc0d0") - rgb("#3d8fb8")) * np.clip(np.abs(v[:, :1]) / 1.5, 0, 1)
    return np.asarray(deep + (rgb("#d9f2f6") - deep) * (0.35 * ripple), np.float32)
