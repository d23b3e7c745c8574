"""The balloon that carries people."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import NAMED, Array, mix, rgb
from waa.painter.props.motor import CHROME, Kit
from waa.painter.shapes import smooth
from waa.painter.solid.bodywork import loft
from waa.painter.solid.mesh import (
    Mesh,
    ball,
    box,
    cylinder,
    grid_faces,
    join,
    make,
    torus,
    tube,
)
from waa.painter.solid.model import Anchor, Lamp, Model

# -- the balloon -------------------------------------------------------------------------------------------

_GORES = ("#e2493f", "#f6c443", "#f5efe0", "#3aa6a0", "#2f6fb5", "#f08a3c")


@draws("hot_air_balloon", yaw=18)
def hot_air_balloon(look: Look) -> Model:
    """Gores in six colours (or shades of one), a scalloped skirt, a wicker basket, the burner lit."""
    gores = _GORES
    if look.colour is not None and look.colour in NAMED and look.colour not in ("rainbow", "colourful"):
        tint = look.tint("#e2493f")
        gores = tuple(
            mix(tint, other, k) for other, k in (("#ffffff", 0.0), ("#ffffff", 0.78), ("#ffffff", 0.35)) * 2
        )  # type: ignore[assignment]
    envelope = _envelope([rgb(c) for c in gores])
    kit = Kit()
    kit.add(envelope, torus(0.98, 0.07, gores[0], 0.3, steps=40).moved(0, 2.5, 0))
    kit.night.append(replace(envelope, vertices=envelope.vertices * np.array([1.002, 1, 1.002], np.float32)).painted(
        _lit_from_below(envelope)).finished(glow=0.55))  # fmt: skip
    kit.add(*(part.scaled(1.45, 1.3, 1.45) for part in _gondola()))
    flame = ball((0.13, 0.34, 0.13), (0, 2.26, 0), "#ffcf5a", 0.2, steps=12).finished(glow=1.0)
    kit.add(flame, ball((0.07, 0.2, 0.07), (0, 2.2, 0.03), "#fff3c8", steps=10).finished(glow=1.0))
    kit.lamps += [
        Lamp(at=(0, 1.9, 0.3), radius=1.6, colour="#ffb254", strength=0.7),
        Lamp(at=(0, 4.2, 2.2), radius=3.4, colour="#ff9a3c", strength=0.35),
    ]
    return kit.model(
        {
            "inside": Anchor(at=(0, 1.0, 0.1), size=1.3),
            "seat": Anchor(at=(0, 0.85, 0), size=1.3),
            "top": Anchor(at=(0, 8.3, 0), size=1.6),
        }
    )


def _envelope(gores: list[Array], count: int = 12, rows: int = 48) -> Mesh:
    """Gores that bulge between their tapes, each a sheet of its own so that its edges are crisp; a belt round them."""
    profile = smooth([(0.0, 8.3), (1.0, 8.24), (2.0, 7.9), (2.75, 7.2), (3.14, 6.2), (3.10, 5.25), (2.65, 4.35),
    (1.95, 3.5), (1.28, 2.85), (0.98, 2.5)],
                     closed=False, steps=6)  # fmt: skip
    at = np.linspace(0, len(profile) - 1, rows)
    r, y = (np.interp(at, np.arange(len(profile)), profile[:, k]) for k in (0, 1))
    v = np.linspace(0, 1, rows)
    parts = []
    for k in range(count):
        a = np.linspace(0, 1, 10)
        swell = 1 + 0.05 * np.sin(np.pi * a) * np.minimum(1, 3 * np.sin(np.pi * v) + 0.05)[:, None]
        angle = 2 * math.pi * (k + a) / count
        x, z = r[:, None] * swell * np.sin(angle), r[:, None] * swell * np.cos(angle)
        points = np.stack([x, np.broadcast_to(y[:, None], x.shape), z], -1).reshape(-1, 3)
        colours = np.tile(gores[k % len(gores)], (rows, 10, 1))
        colours[np.abs(v - 0.60) < 0.05] = rgb("#fff6e4")
        colours[np.abs(v - 0.60) < 0.015] = gores[0]
        gore = make(points, grid_faces(rows, 10, wraps=False)[:, ::-1], None, gloss=0.28)
        parts.append(gore.painted(colours.reshape(-1, 3)))
    envelope = join(*parts)
    if float((envelope.normals * envelope.vertices)[:, [0, 2]].sum()) < 0:
        envelope = replace(envelope, faces=envelope.faces[:, ::-1].copy(), normals=-envelope.normals)
    return envelope


def _lit_from_below(mesh: Mesh) -> Array:
    """The envelope's colours as a flame inside lights them: brightest at the mouth."""
    low, high = float(mesh.low[1]), float(mesh.high[1])
    share = 1 - (mesh.vertices[:, 1:2] - low) / (high - low)
    glow: Array = np.clip(
        mesh.colours * (0.42 + 0.95 * share**1.3) + np.array([0.16, 0.08, 0.0]) * share, 0, 1
    ).astype(np.float32)
    return glow


def _gondola() -> list[Mesh]:
    wicker, leather = "#b5793f", "#7c4a26"
    parts = [loft(((-0.55, 0.50, 0.02, 0.80, 0.06, 0.02), (-0.50, 0.56, 0.0, 0.80, 0.08, 0.02),
    (0.50, 0.56, 0.0, 0.80, 0.08, 0.02),
                   (0.55, 0.50, 0.02, 0.80, 0.06, 0.02)), wicker, 0.15)]  # fmt: skip
    for k in range(6):
        parts.append(
            tube(
                [(-0.57, 0.10 + 0.12 * k, 0.57), (0.57, 0.10 + 0.12 * k, 0.57)],
                0.022,
                mix(wicker, "#f0c58a", 0.4),
                0.15,
                steps=6,
            )
        )
        parts += [
            tube(
                [(s * 0.57, 0.10 + 0.12 * k, -0.55), (s * 0.57, 0.10 + 0.12 * k, 0.55)],
                0.022,
                mix(wicker, "#f0c58a", 0.4),
                0.15,
                steps=6,
            )
            for s in (-1, 1)
        ]
    rim = [
        (0.57, 0.82, 0.57),
        (0.57, 0.82, -0.57),
        (-0.57, 0.82, -0.57),
        (-0.57, 0.82, 0.57),
        (0.57, 0.82, 0.57),
    ]
    parts.append(tube(dense_3d(rim), 0.07, leather, 0.3, steps=10, caps=False))
    parts.append(box(1.0, 0.02, 1.0, "#3a2415").moved(0, 0.795, 0))
    for sx in (-1, 1):
        for sz in (-1, 1):
            parts.append(
                tube(
                    [(sx * 0.52, 0.8, sz * 0.52), (sx * 0.36, 1.45, sz * 0.36), (sx * 0.48, 1.94, sz * 0.48)],
                    0.022,
                    "#4a4038",
                    0.2,
                    steps=6,
                )
            )
    parts += [
        torus(0.34, 0.03, CHROME, 0.7, steps=28).moved(0, 1.42, 0).finished(metal=0.6),
        cylinder(0.12, 0.16, CHROME, 0.7).moved(0, 1.36, 0).finished(metal=0.6),
    ]
    for k in range(4):  # sandbags
        parts.append(ball((0.10, 0.15, 0.10), (-0.36 + 0.24 * k, 0.52, 0.66), "#d9c39a", 0.1, steps=10))
    return parts


def dense_3d(points: list[tuple[float, float, float]], count: int = 5) -> list[tuple[float, float, float]]:
    """A closed or open polyline with `count` points on each leg, so that a tube keeps its corners."""
    path = []
    for a, b in itertools.pairwise(points):
        path += [
            tuple(np.asarray(a) + (np.asarray(b) - a) * t) for t in np.linspace(0, 1, count, endpoint=False)
        ]
    return [*path, points[-1]]
