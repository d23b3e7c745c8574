"""Walls and what is in them: windows that light up at night, doors, steps, chimneys, columns, lanterns."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np

from waa.painter import noise
from waa.painter.colour import Colour, mix, rgb
from waa.painter.props.hulls import cloth
from waa.painter.props.motor import Kit
from waa.painter.shapes import ellipse
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Lamp, Model

WARM, GLASS, STONE = "#ffcf7a", "#26394a", "#b9b1a3"
Point = tuple[float, float, float]


def placed(mesh: Mesh, at: Point, yaw: float = 0.0) -> Mesh:
    """Something that was built looking ahead from the origin, turned and put in its place."""
    return mesh.turned(yaw).moved(*at)


def put(kit: Kit, at: Point, yaw: float, *meshes: Mesh) -> None:
    kit.add(*(placed(m, at, yaw) for m in meshes))


def building(kit: Kit, top: Point, size: float) -> Model:
    """A building's model: who is on it stands at `top`."""
    seat = Anchor(at=top, size=size)
    return kit.model({"top": seat, "seat": seat})


def window(kit: Kit, at: Point, width: float, height: float, *, yaw: float = 0.0, frame: Colour = "#f6f1e4",
bars: int = 2, sill: bool = True,
           arched: bool = False, shutters: Colour | None = None, light: Colour = WARM, glow: float = 0.45,
           cross: bool = True) -> None:  # fmt: skip
    """A window, its middle at `at` on the wall; blue by day, lit at night, with `glow` of a lamp outside it."""
    w, h = width / 2, height / 2
    outline = arch_outline(width, height) if arched else np.array([(-w, -h), (w, -h), (w, h), (-w, h)])
    border = extrude(outline * (1 + 0.14 / max(width, 0.3) * 0.6), 0.08, frame, 0.3, crease=30)
    put(kit, at, yaw, border)
    glass = extrude(outline * 0.92, 0.02, GLASS, 0.9, crease=30).moved(0, 0, 0.045)
    sky = glass.painted(
        lambda v, n, c: (
            rgb(GLASS) + (rgb("#7fa6c2") - rgb(GLASS)) * np.clip((v[:, 1:2] + h) / height, 0, 1) * 0.7
        )
    )
    put(kit, at, yaw, sky)
    lit = extrude(outline * 0.92, 0.02, light, 0.2, crease=30).moved(0, 0, 0.05)
    low, high = mix(light, "#b0552a", 0.30), mix(light, "#ffffff", 0.30)
    lit = lit.painted(lambda v, n, c: low + (high - low) * np.clip((v[:, 1:2] + h) / height, 0, 1)).finished(
        glow=0.95
    )
    kit.night.append(placed(lit, at, yaw))
    for k in range(1, bars):
        x = -w + width * k / bars
        put(kit, at, yaw, bar(0.035, height * 0.92, 0.03, frame, 0.3).moved(x, -h * 0.92, 0.065))
    if cross:
        put(kit, at, yaw, bar(width * 0.92, 0.035, 0.03, frame, 0.3).moved(0, 0.02, 0.065))
    if sill:
        put(kit, at, yaw, box(width * 1.3, 0.07, 0.16, frame, 0.3, bevel=0.02).moved(0, -h - 0.09, 0.06))
    if shutters is not None:
        for s in (-1, 1):
            leaf = box(width * 0.46, height * 1.06, 0.05, shutters, 0.3, bevel=0.015).moved(
                s * (w + width * 0.28), -h * 1.06, 0.03
            )
            slats = [
                bar(width * 0.36, 0.025, 0.02, mix(shutters, "#000000", 0.2), 0.3).moved(
                    s * (w + width * 0.28), -h * 0.85 + height * 0.17 * k, 0.06
                )
                for k in range(6)
            ]
            put(kit, at, yaw, leaf, *slats)
    if glow > 0:
        a = math.radians(yaw)
        x, y, z = at
        kit.lamps.append(
            Lamp(
                at=(x + 0.12 * math.sin(a), y, z + 0.12 * math.cos(a)),
                radius=max(width, height) * 1.1,
                colour="#ffcf8a",
                strength=glow,
            )
        )


def bar(width: float, height: float, depth: float, colour: Colour, gloss: float = 0.2) -> Mesh:
    """A box with sharp edges, standing on the ground, in as few vertices as can be: glazing bars, boards, slats."""
    corners = np.array(list(itertools.product((-0.5, 0.5), (0.0, 1.0), (-0.5, 0.5)))) * (width, height, depth)
    quads = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
    normals = ((-1, 0, 0), (1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1))
    vertices = np.concatenate([corners[list(q)] for q in quads])
    faces = [(4 * k + a, 4 * k + b, 4 * k + c) for k in range(6) for a, b, c in ((0, 1, 2), (0, 2, 3))]
    return make(vertices, faces, np.repeat(np.array(normals, float), 4, axis=0), colour, gloss)


def arch_outline(width: float, height: float, *, steps: int = 14) -> np.ndarray:
    """A round-headed opening, its middle at the origin."""
    w, h = width / 2, height / 2
    head = ellipse(0, h - w, w, w, start=0, end=math.pi, steps=steps)
    return np.concatenate([[(-w, -h), (w, -h)], head])


def door(kit: Kit, at: Point, width: float, height: float, paint: Colour, *, yaw: float = 0.0,
frame: Colour = "#f6f1e4", arched: bool = True,
         step: Colour | None = STONE, planks: int = 4) -> None:  # fmt: skip
    """A door of planks with its frame, a brass knob and a step; `at` is the middle of its threshold."""
    x, y, z = at
    middle = (x, y + height / 2, z)
    outline = (
        arch_outline(width, height)
        if arched
        else np.array(
            [
                (-width / 2, -height / 2),
                (width / 2, -height / 2),
                (width / 2, height / 2),
                (-width / 2, height / 2),
            ]
        )
    )
    put(
        kit,
        middle,
        yaw,
        extrude(outline * (1.0 + 0.16 / width * 0.7, 1.0 + 0.10 / height), 0.10, frame, 0.3, crease=30),
        extrude(outline, 0.04, paint, 0.35, crease=30).moved(0, 0, 0.06),
    )
    for k in range(1, planks):
        put(
            kit,
            middle,
            yaw,
            bar(0.018, height * 0.80, 0.012, mix(paint, "#000000", 0.35)).moved(
                -width / 2 + width * k / planks, -height / 2 + 0.02, 0.083
            ),
        )
    put(kit, middle, yaw, ball(width * 0.055, (width * 0.30, -height * 0.06, 0.12), "#e0b24a", 0.8, steps=10))
    if step is not None:
        put(kit, (x, 0, z), yaw, box(width * 1.7, max(y, 0.06), 0.5, step, 0.1, bevel=0.03).moved(0, 0, 0.22))


def chimney(at: Point, width: float, height: float, colour: Colour = "#a9573f") -> Mesh:
    x, y, z = at
    pot = cylinder(width * 0.24, height * 0.22, "#c9805a", 0.2, steps=16).moved(0, height * 1.04, 0)
    cap = box(width * 1.25, height * 0.10, width * 1.25, mix(colour, "#ffffff", 0.3), 0.1, bevel=0.02).moved(
        0, height * 0.96, 0
    )
    return join(bricked(width, height, width, colour, name="chimney"), cap, pot).moved(x, y, z)


def bricked(
    width: float, height: float, depth: float, colour: Colour, *, course: float = 0.13, name: str = "bricks"
) -> Mesh:
    """A pier of bricks: courses of rounded blocks, each of its own shade."""
    rng = noise.stream("bricks", name)
    rows = max(2, round(height / course))
    parts = []
    for k in range(rows):
        shade = float(rng.uniform(0.88, 1.08))
        grow = 1.0 + (0.02 if k % 2 else 0.0)
        parts.append(
            box(
                width * grow,
                height / rows * 0.96,
                depth * grow,
                np.clip(rgb(colour) * shade, 0, 1),
                0.1,
                bevel=0.02,
            ).moved(0, k * height / rows, 0)
        )
    return join(*parts)


def stones(
    kit: Kit, at: Sequence[tuple[Point, float]], size: tuple[float, float], colour: Colour, *, name: str
) -> None:
    """Single stones that stand a little out of a wall: (middle, yaw) each."""
    rng = noise.stream("stones", name)
    for point, yaw in at:
        w, h = (s * float(rng.uniform(0.8, 1.25)) for s in size)
        shade = float(rng.uniform(0.86, 1.10))
        block = bar(w, h, 0.06, np.clip(rgb(colour) * shade, 0, 1), 0.08).moved(0, -h / 2, 0)
        put(kit, point, yaw, block)


def round_stones(kit: Kit, radius: float, low: float, high: float, count: int, colour: Colour, *, name: str,
size: tuple[float, float] = (0.34, 0.18),
                 top_radius: float | None = None, at: Point = (0, 0, 0)) -> None:  # fmt: skip
    """Stones scattered over a round tower."""
    rng = noise.stream("round stones", name)
    spots: list[tuple[Point, float]] = []
    for _ in range(count):
        a, y = float(rng.uniform(0, 360)), float(rng.uniform(low, high))
        r = radius + ((top_radius or radius) - radius) * (y - low) / max(high - low, 1e-6)
        spots.append(
            ((at[0] + r * math.sin(math.radians(a)), at[1] + y, at[2] + r * math.cos(math.radians(a))), a)
        )
    stones(kit, spots, size, colour, name=name)


def flight(width: float, steps: int, rise: float, run: float, colour: Colour = STONE) -> Mesh:
    """Steps that climb from z = 0 backwards, to the height steps × rise."""
    return join(
        *(
            box(width, rise * (k + 1), run, colour, 0.1, bevel=0.025).moved(0, 0, -run * (k + 0.5))
            for k in range(steps)
        )
    )


def column(radius: float, height: float, paint: Colour = "#b3261f", foot: Colour = "#a9a398") -> Mesh:
    """A Chinese column on its drum of stone."""
    drum = lathe(
        [
            (radius * 1.5, 0),
            (radius * 1.6, height * 0.03),
            (radius * 1.25, height * 0.07),
            (radius, height * 0.09),
        ],
        foot,
        0.15,
        steps=20,
    )
    return join(drum, cylinder(radius, height, paint, 0.5, steps=20, bevel=0.01))


def bush(
    at: Point, size: float, colour: Colour = "#5a9a4a", *, flowers: Colour | None = None, steps: int = 12
) -> Mesh:
    """A clipped shrub of a few leafy balls."""
    x, y, z = at
    parts = [ball(size * r, (x + dx * size, y + size * (0.55 + dy), z + dz * size),
    mix(colour, "#2f6a35", 0.2 * (k % 3)), 0.05, steps=steps)
             for k, (dx, dy, dz, r) in enumerate(((0, 0, 0, 0.6), (-0.5, -0.08, 0.1, 0.45),
             (0.5, -0.06, 0.05, 0.48), (0.1, 0.2, 0.25, 0.42)))]  # fmt: skip
    if flowers is not None:
        parts += [
            ball(
                size * 0.10,
                (
                    x + size * 0.75 * math.sin(k * 2.4) * 0.8,
                    y + size * (0.62 + 0.32 * math.sin(k * 1.9)),
                    z + size * 0.55,
                ),
                flowers,
                0.2,
                steps=6,
            )
            for k in range(7)
        ]
    return join(*parts)


def lantern(kit: Kit, at: Point, radius: float, colour: Colour = "#dd3a2e") -> None:
    """A red paper lantern hung by its ring, glowing at night."""
    x, y, z = at
    body = ball((radius, radius * 0.86, radius), (x, y, z), colour, 0.35, steps=16)
    caps = [
        cylinder(radius * 0.5, radius * 0.22, "#d9a63f", 0.5, steps=14).moved(x, y + d, z)
        for d in (radius * 0.74, -radius * 0.94)
    ]
    tassel = tube(
        [(x, y - radius * 0.9, z), (x, y - radius * 1.9, z)],
        [radius * 0.10, radius * 0.16],
        "#e8b64a",
        0.2,
        steps=6,
    )
    kit.add(
        body,
        *caps,
        tassel,
        tube([(x, y + radius * 0.9, z), (x, y + radius * 1.5, z)], radius * 0.05, "#4a3020", 0.2, steps=4),
    )
    kit.night.append(
        ball((radius * 1.02, radius * 0.88, radius * 1.02), (x, y, z), "#ff7440", steps=16).finished(glow=0.9)
    )
    kit.lamps.append(Lamp(at=(x, y, z + radius), radius=radius * 4.5, colour="#ff9a4a", strength=0.65))


def flag(at: Point, height: float, colour: Colour, *, yaw: float = 0.0) -> Mesh:
    """A pennant that flies from a pole of that height."""
    pole = join(
        tube([(0, 0, 0), (0, height, 0)], height * 0.025, "#d9dde2", 0.5, steps=6),
        ball(height * 0.05, (0, height, 0), "#e0b24a", 0.7, steps=8),
    )
    s, t = np.meshgrid(np.linspace(0, 1, 13), np.linspace(-1, 1, 5))
    width = height * 0.62
    points = np.stack(
        [s * width, height * 0.84 + t * height * 0.13 * (1 - s * 0.95), 0.05 * height * np.sin(s * 6.5) * s],
        -1,
    )
    return join(pole, cloth(points, colour, thick=0.012 * height)).turned(yaw).moved(*at)
