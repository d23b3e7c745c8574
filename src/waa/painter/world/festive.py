"""Festive: what a place wears for the new year, mid-autumn and Christmas."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from waa.painter import noise, shapes
from waa.painter.canvas import Canvas, blur
from waa.painter.colour import Array, F, mix
from waa.painter.kept import kept
from waa.painter.light import Light
from waa.painter.solid.camera import View, photograph
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, tube
from waa.painter.solid.model import Model
from waa.painter.stage import Setting

_BULBS = ("#ff5a4d", "#ffd166", "#5ad17f", "#58b8ff", "#ff8fd0")


def lantern(colour: str = "#d8261f", *, lit: bool = False) -> Mesh:
    """A round paper lantern with gilded caps and a tassel, its top at the origin, 1 m across."""
    t = np.linspace(0.12, np.pi - 0.12, 26)
    profile = np.stack([0.5 * np.sin(t) ** 0.8, -0.12 - 0.39 * (1 + np.cos(np.pi - t))], -1)[::-1]
    body = lathe(profile, colour, 0.2, steps=32)

    def ribbed(v: Array, n: Array, c: Array) -> Array:
        rib = np.abs((np.arctan2(v[:, 0], v[:, 2]) / (2 * np.pi) * 16) % 1 - 0.5)
        hot = np.clip(1 - np.abs(v[:, 1] + 0.52) / 0.45, 0, 1)
        base = c * (F(0.82) + F(0.30) * hot)[:, None]
        return (
            base + (mix(colour, "#ffc46a", 0.75) - base) * (hot * F(0.75 if lit else 0.3))[:, None]
        ) * np.where(rib > 0.44, 0.82, 1.0)[:, None]

    caps = [cylinder(0.19, 0.08, "#e3b04b", 0.5, steps=24).moved(0, y, 0) for y in (-0.13, -0.98)]
    fringe = lathe([(0.05, -1.5), (0.075, -1.3), (0.05, -1.08), (0.02, -0.98)], "#e8b64a", steps=14)
    cord = cylinder(0.012, 0.12, "#5a2a1c", steps=6).moved(0, -0.10, 0)
    return join(
        body.painted(ribbed).finished(glow=0.95 if lit else 0.45),
        *caps,
        fringe,
        ball(0.05, (0, -1.06, 0), "#d8261f", steps=10),
        cord,
    )


@kept
def _sprite(kind: str, light: Light, size: int) -> Array:
    """A lantern of that kind `size` pixels wide, RGBA."""
    mesh = lantern(lit=light.is_dark) if kind == "lantern" else rabbit_lantern(lit=light.is_dark)
    model = Model(mesh=mesh.moved(0, 1.6, 0))
    return photograph(model, light, 1.5 * size, View(pitch=-6), shadows=False).pixels


def rabbit_lantern(*, lit: bool = False) -> Mesh:
    """A paper rabbit for mid-autumn, its top at the origin, 1 m across."""
    paper = "#fff3da"
    body = ball((0.46, 0.36, 0.34), (0.04, -0.78, 0), paper, steps=18)
    head = ball((0.26, 0.25, 0.25), (-0.36, -0.50, 0.08), paper, steps=16)
    ears = [ball((0.07, 0.22, 0.05), (-0.34 + 0.13 * k, -0.20, 0.06), "#ffd9dd", steps=12) for k in range(2)]
    tail = ball(0.11, (0.47, -0.72, 0), "#ffb9c4", steps=12)
    eyes = ball(0.035, (-0.44, -0.47, 0.31), "#c8332c", steps=8)
    bands = [tube(shapes_ring(0.46, 0.36, 0.34, x), 0.012, "#f08a9a", steps=5) for x in (-0.12, 0.16)]
    glowing = join(body, head, *ears, tail).finished(glow=0.9 if lit else 0.45)
    return join(glowing, eyes, *bands, cylinder(0.01, 0.3, "#7a5a3a", steps=6).moved(0, -0.46, 0))


def shapes_ring(a: float, b: float, c: float, x: float) -> np.ndarray:
    """A hoop round an ellipsoid at a distance `x` from its middle."""
    r = np.sqrt(1 - (x / a) ** 2) * 1.01
    t = np.linspace(0, 2 * np.pi, 17)
    return np.stack([np.full_like(t, x + 0.04), -0.78 + b * r * np.sin(t), c * r * np.cos(t)], -1)


def kinds_of(festival: str | None) -> tuple[str, ...]:
    """The lanterns of a feast, in turn."""
    return ("lantern", "rabbit") if festival == "mid-autumn" else ("lantern",)


def dress(canvas: Canvas, setting: Setting, light: Light, line: ArrayLike, *, sag: float = 0.06, size: float = 0.075,
          soft: float = 0.0) -> None:  # fmt: skip
    """Hang the festival's lanterns or lights between two points (2, 2), in pixels, sagging by a share of the height.

    `size` is a lantern's width as a share of the smaller side, `soft` how far it is out of focus (1024 px pixels).
    """
    if setting.festival in ("lunar new year", "mid-autumn"):
        hang_lanterns(canvas, light, line, sag=sag, size=size, kinds=kinds_of(setting.festival), soft=soft)
    elif setting.festival == "christmas":
        _light_string(canvas, line, sag, soft)


def _span(line: ArrayLike) -> float:
    a, b = np.asarray(line, float)
    return float(abs(b[0] - a[0]))


def _hung(line: ArrayLike, sag: float, count: int) -> np.ndarray:
    """(count, 2) points along a cord between two points."""
    t = np.linspace(0, 1, count)[:, None]
    a, b = np.asarray(line, float)
    points: np.ndarray = a + (b - a) * t
    points[:, 1] += sag * 4 * (t * (1 - t))[:, 0]
    return points


def hang_lanterns(canvas: Canvas, light: Light, line: ArrayLike, *, sag: float, size: float, kinds: tuple[str, ...],
                  soft: float = 0.0) -> None:  # fmt: skip
    """Lanterns of some kinds in turn along a cord; see `dress` for the numbers."""
    width = max(8, round(size * min(canvas.width, canvas.height)))
    drop = sag * canvas.height
    canvas.line(_hung(line, drop, 40), max(1, 1.6 * canvas.unit), "#4a2118", opacity=0.8)
    count = max(3, round(_span(line) / (2.3 * width)))
    sprites = {}
    for kind in kinds:
        sprite = _sprite(kind, light, width)
        sprites[kind] = sprite if soft <= 0 else _softened(sprite, soft * canvas.unit)
    for k, (x, y) in enumerate(_hung(line, drop, count + 2)[1:-1]):
        pixels = sprites[kinds[k % len(kinds)]]
        if light.is_dark:
            canvas.glow(x, y + 0.7 * width, 1.7 * width, "#ff9a4a", 0.5)
        canvas.stamp(x - pixels.shape[1] / 2, y, pixels)


def _softened(sprite: Array, sigma: float) -> Array:
    premultiplied = sprite.copy()
    premultiplied[..., :3] *= sprite[..., 3:]
    out = np.asarray(blur(premultiplied, sigma), F)
    out[..., :3] /= np.maximum(out[..., 3:], F(1e-3))
    return out


def _light_string(canvas: Canvas, line: ArrayLike, sag: float, soft: float) -> None:
    unit = canvas.unit
    drop = sag * canvas.height
    canvas.line(_hung(line, drop, 40), max(1, 2 * unit), "#2f4a34", soft=soft * unit * 0.5, opacity=0.85)
    count = max(8, int(_span(line) / (34 * unit)))
    for k, (x, y) in enumerate(_hung(line, drop, count)):
        colour = _BULBS[k % len(_BULBS)]
        y += 7 * unit
        canvas.glow(x, y, 30 * unit, colour, 0.6)
        canvas.oval(x, y, 5 * unit, 7 * unit, mix(colour, "#ffffff", 0.25), soft=0.6 + soft * unit * 0.4)


def tree(height: float) -> Mesh:
    """A Christmas tree with baubles and a star."""
    parts = [
        cylinder(height * 0.05, height * 0.14, "#6b4528", steps=12),
        cylinder(height * 0.14, height * 0.09, "#b5342c", 0.3, steps=16),
    ]
    for k in range(4):
        low, radius = height * (0.13 + 0.19 * k), height * (0.32 - 0.065 * k)
        cone = lathe(
            [(radius, low), (radius * 0.92, low + 0.015 * height), (0.012, low + height * 0.30)],
            mix("#1f6b42", "#4f9a5a", k / 4),
            steps=24,
        )
        parts.append(cone)
    rng = noise.stream("christmas tree")
    for k in range(34):
        share = k / 34
        y, angle = height * (0.15 + 0.72 * share), k * 2.4
        r = height * (0.31 - 0.30 * share)
        glows = bool(k % 2)
        size = height * (0.012 if glows else 0.02)
        dot = ball(
            size, (r * np.sin(angle), y, r * np.cos(angle)), _BULBS[int(rng.integers(5))], 0.6, steps=8
        )
        parts.append(dot.finished(glow=1.0) if glows else dot)
    star = extrude(
        shapes.star(0, height * 1.0, height * 0.07, height * 0.03, turn=np.pi / 2),
        height * 0.03,
        "#ffd35a",
        0.5,
    ).finished(glow=0.8)
    gifts = [box(height * s, height * s * 0.8, height * s, tint, bevel=0.01).moved(x * height, 0, height * 0.26)
             for x, s, tint in ((-0.26, 0.14, "#d8433a"), (0.0, 0.11, "#3f7fb8"), (0.24, 0.16, "#e8b64a"))]  # fmt: skip
    return join(*parts, star, *gifts)
