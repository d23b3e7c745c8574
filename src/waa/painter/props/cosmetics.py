"""Bottles and jars of the dressing table: scent, lipstick, serum, cream."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.shapes import smooth
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, box, cylinder, join, lathe
from waa.painter.solid.model import Anchor, Model

GOLD = "#e2b662"
SILVER = "#d4d8de"


def metal(mesh: Mesh, colour: Colour = GOLD) -> Mesh:
    """Polished."""
    return mesh.painted(colour).finished(metal=1.0, gloss=0.8)


def _graded(mesh: Mesh, low: Colour, high: Colour) -> Mesh:
    """From `low` at the bottom to `high` at the top."""
    a, b = rgb(low), rgb(high)

    def paint(vertices: Array, normals: Array, colours: Array) -> Array:
        y = vertices[:, 1]
        t = ((y - y.min()) / (np.ptp(y) + F(1e-6)))[:, None]
        return a + (b - a) * t

    return mesh.painted(paint)


@draws("perfume", yaw=-16)
def perfume(look: Look) -> Model:
    """A heavy square flacon, 11 cm tall, with a gold cap and a paper label."""
    tint = look.tint("#f0ab8c")
    liquid = box(0.056, 0.056, 0.026, tint, 0.85, bevel=0.007).moved(0, 0.012, 0)
    liquid = _graded(liquid, shift(tint, -0.01, 1.45, 0.90), mix(shift(tint, 0, 1.2), "#ffffff", 0.22))
    flacon = box(0.066, 0.079, 0.036, mix(tint, "#ffffff", 0.45), 0.9, bevel=0.011)
    collar = metal(cylinder(0.0105, 0.008, bevel=0.001).moved(0, 0.077, 0))
    cap = metal(box(0.029, 0.026, 0.026, bevel=0.0035).moved(0, 0.0835, 0))
    tube = cylinder(0.0012, 0.058, "#ffffff", 0.4).moved(0, 0.016, 0)
    label = lettered("月光", 0.026, 0.019, "#8a5f2c", "#fffaf0", rows=44, fill=0.62, font="serif-900").moved(
        0, 0.040, 0.0186
    )
    frame = metal(box(0.0285, 0.0215, 0.0008, bevel=0.0003).moved(0, 0.0293, 0.0178))
    return Model(
        mesh=join(liquid, tube, collar, cap, frame, label),
        glass=flacon,
        anchors={"grip": Anchor(at=(0, 0.04, 0)), "top": Anchor(at=(0, 0.11, 0), size=0.03)},
    )


@draws("lipstick", yaw=-20)
def lipstick(look: Look) -> Model:
    """An open bullet, its cap standing beside it."""
    red = look.tint("#c62f3f")
    case = metal(
        lathe([(0, 0), (0.0098, 0), (0.0105, 0.001), (0.0105, 0.030), (0.0098, 0.0312), (0, 0.0312)]),
        "#2b2430",
    )
    ring = metal(lathe([(0.0085, 0.031), (0.0092, 0.032), (0.0092, 0.044), (0.0080, 0.0452), (0, 0.0452)]))
    outline = smooth(
        [
            (0, 0.044),
            (0.0066, 0.044),
            (0.0069, 0.052),
            (0.0068, 0.060),
            (0.0058, 0.066),
            (0.0028, 0.0695),
            (0, 0.0703),
        ],
        closed=False,
        steps=5,
    )
    bullet = lathe(outline, red, 0.55, crease=80)

    def slanted(vertices: Array, normals: Array, colours: Array) -> Array:
        return colours * (F(0.92) + F(0.12) * np.clip(normals[:, 2:3], 0, 1))

    bullet = bullet.painted(slanted)
    cut = bullet.vertices.copy()
    cut[:, 1] -= (
        np.clip(cut[:, 1] - 0.056, 0, None) * np.clip(cut[:, 0:1].ravel() / 0.0066, -0.2, 1) * F(0.62)
    )
    bullet = Mesh(cut.astype(F), bullet.faces, bullet.normals, bullet.colours, bullet.surface)
    cap = metal(
        lathe([(0, 0), (0.0108, 0), (0.0115, 0.001), (0.0115, 0.034), (0.0105, 0.0355), (0, 0.036)]),
        "#2b2430",
    )
    band = metal(lathe([(0.0116, 0.004), (0.0118, 0.0045), (0.0118, 0.0065), (0.0116, 0.007)]))
    lid = join(cap, band).moved(0.030, 0, 0.004)
    return Model(
        mesh=join(case, ring, bullet, lid).moved(-0.012, 0, 0), anchors={"grip": Anchor(at=(-0.012, 0.02, 0))}
    )


@draws("serum", yaw=-14)
def serum(look: Look) -> Model:
    """A dropper bottle of tinted glass."""
    tint = look.tint("#c9813c")
    outline = [
        (0, 0),
        (0.0165, 0),
        (0.018, 0.002),
        (0.018, 0.052),
        (0.0165, 0.058),
        (0.0085, 0.0635),
        (0.0080, 0.067),
    ]
    bottle = lathe(smooth(outline, closed=False, steps=4), mix(tint, "#fff4e0", 0.35), 0.9, crease=70)
    filled = [(0, 0.002), (0.0160, 0.002), (0.0166, 0.004), (0.0166, 0.043), (0, 0.043)]
    liquid = _graded(lathe(filled, tint, 0.7), shift(tint, 0, 1.1, 0.78), mix(tint, "#ffe9c8", 0.25))
    collar = metal(lathe([(0.0098, 0.064), (0.0102, 0.065), (0.0102, 0.075), (0.0096, 0.076), (0, 0.076)]))
    bulb = [(0.0062, 0.0755), (0.0066, 0.080), (0.0062, 0.090), (0.0048, 0.0965), (0, 0.098)]
    rubber = lathe(smooth(bulb, closed=False, steps=4), "#2e2a30", 0.25, crease=80)
    label = lettered(
        "精華", 0.020, 0.024, "#6a4a26", "#fbf6ea", rows=40, fill=0.6, font="serif-900", vertical=True
    )
    curved = _wrapped(label.moved(0, 0.027, 0), 0.0183)
    return Model(
        mesh=join(liquid, collar, rubber, curved), glass=bottle, anchors={"grip": Anchor(at=(0, 0.03, 0))}
    )


def _wrapped(sheet: Mesh, radius: float) -> Mesh:
    """A flat label laid round a bottle."""
    angle = sheet.vertices[:, 0] / F(radius)
    vertices = np.stack([np.sin(angle) * radius, sheet.vertices[:, 1], np.cos(angle) * radius], -1).astype(F)
    normals = np.stack([np.sin(angle), np.zeros_like(angle), np.cos(angle)], -1).astype(F)
    return Mesh(vertices, sheet.faces, normals, sheet.colours, sheet.surface)


@draws("cream_jar", yaw=-18)
def cream_jar(look: Look) -> Model:
    """A low jar with its lid leaning on it, the cream swirled to a peak."""
    tint = look.tint("#f2dfd6")
    jar = lathe(
        [
            (0, 0),
            (0.030, 0),
            (0.0325, 0.002),
            (0.0325, 0.024),
            (0.0315, 0.027),
            (0.0275, 0.028),
            (0.0275, 0.033),
            (0.0262, 0.033),
            (0.0262, 0.020),
            (0, 0.020),
        ],
        tint,
        0.7,
    )
    swirl = [
        (0, 0.026),
        (0.026, 0.026),
        (0.0262, 0.030),
        (0.021, 0.0335),
        (0.012, 0.0355),
        (0.006, 0.040),
        (0.0015, 0.0455),
        (0, 0.046),
    ]
    cream = lathe(smooth(swirl, closed=False, steps=5), "#fffaf3", 0.45, crease=80)
    turned = cream.vertices.copy()
    radius, angle = np.hypot(turned[:, 0], turned[:, 2]), np.arctan2(turned[:, 0], turned[:, 2])
    turned[:, 1] += (
        np.sin(angle * 2 + radius * F(520))
        * np.clip(radius / 0.01, 0, 1)
        * np.clip((0.025 - radius) / 0.006, 0, 1)
        * F(0.0011)
    )
    cream = Mesh(turned.astype(F), cream.faces, cream.normals, cream.colours, cream.surface)
    lid = metal(
        lathe([(0, 0), (0.032, 0), (0.0335, 0.0015), (0.0335, 0.012), (0.0325, 0.0135), (0, 0.014)]),
        look.tint(GOLD),
    )
    leaning = lid.moved(0, -0.007, 0).turned(0, 78, 0).turned(-20).moved(0.038, 0.0335, -0.026)
    return Model(mesh=join(jar, cream, leaning), anchors={"grip": Anchor(at=(0, 0.02, 0))})
