"""Lanterns: the red one of the palace, the rabbit of Mid-Autumn."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, over
from waa.painter.props.festival import GOLD, RED, gold
from waa.painter.props.serving import is_held
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model
from waa.painter.solid.relief import raised, smooth_normals

WARM = "#ffbe6a"


@draws("lantern")
def lantern(look: Look) -> Model:
    """A red palace lantern hanging from a stand, or from a stick in somebody's hand; a rabbit when asked."""
    if {"rabbit", "bunny"} & set(look.traits):
        return rabbit_lantern(look)
    body = palace_lantern(look.tint(RED))
    low, high = float(body.low[1]), float(body.high[1])
    if is_held(look):
        stick = tube(bezier((-0.30, 0.10, 0), (-0.16, 0.20, 0), (-0.06, 0.26, 0), (0.0, 0.245, 0), 16), 0.007,
            "#a8743c", 0.3, steps=10)  # fmt: skip
        mesh = join(body.moved(y=0.235 - high), stick)
        shift = -float(mesh.low[1])
        return _lit(mesh.moved(y=shift), (0, 0.235 - high + shift + (low + high) * 0.5 + 0.02, 0), 0.34,
            {"grip": Anchor(at=(-0.29, 0.10 + shift, 0))})  # fmt: skip
    top = 0.62
    pole = tube(smooth([(0.20, 0.0, -0.03), (0.205, 0.32, -0.03), (0.185, 0.56, -0.02), (0.10, 0.65, -0.005),
        (0.0, top + 0.005, 0)], closed=False, steps=8), 0.0105, "#6b3a22", 0.4, steps=12)  # fmt: skip
    foot = lathe([(0, 0), (0.088, 0), (0.092, 0.006), (0.086, 0.018), (0.03, 0.026), (0, 0.026)], "#6b3a22",
        0.4, steps=44).moved(0.20, 0, -0.03)  # fmt: skip
    shift = top - high
    mesh = join(body.moved(y=shift), pole, foot)
    return _lit(mesh, (0, shift + 0.19, 0), 0.42, {"grip": Anchor(at=(0.2, 0.3, -0.03)),
        "top": Anchor(at=(0.1, 0.64, 0))})  # fmt: skip


def _lit(mesh: Mesh, at: tuple[float, float, float], radius: float, anchors: dict[str, Anchor]) -> Model:
    return Model(mesh=mesh, lamps=(Lamp(at=at, radius=radius, colour=WARM, strength=0.6),), anchors=anchors)


def palace_lantern(silk: Colour) -> Mesh:
    """Red silk over ribs, gold above and below, a tassel; its tassel ends at y = 0."""
    middle, radius, tall = 0.235, 0.125, 0.088
    t = np.linspace(-1.28, 1.28, 40)
    globe = lathe(np.column_stack([radius * np.cos(t) ** 0.85, middle + tall * np.sin(t) * 1.10]), silk, 0.42,
        steps=144, crease=180)  # fmt: skip
    v = globe.vertices
    rib = np.cos(np.arctan2(v[:, 0], v[:, 2]) * 18)
    globe = raised(globe, -smoothstep(-0.2, -1.0, rib) * F(-0.0022) - (F(1) - np.abs(rib)) * F(0.0010))
    inner = np.exp(-(((v[:, 1] - middle) / (tall * 0.75)) ** 2)).astype(F)
    shade = blend(mix(silk, "#4a0006", 0.30), mix(silk, "#ff9a4a", 0.42), inner * F(0.9))
    globe = globe.painted(over(shade, "#ffd28a", smoothstep(0.90, 1.0,
        rib * -1) * F(0.55))).finished(glow=0.42)  # fmt: skip
    word = _on_globe(lettered("福", 0.105, 0.105, "#ffe1a0", silk, rows=52, fill=0.92, font="serif-900",
        gloss=0.4, bare=True).finished(glow=0.55), radius + 0.0026, middle, tall * 1.12)  # fmt: skip
    caps = [gold(lathe(smooth([(0.030, 0), (0.046, 0.002), (0.050, 0.008), (0.040, 0.014), (0.036, 0.024),
        (0.018, 0.030), (0, 0.030)], closed=False, steps=5), GOLD, 0.7, steps=48)) .scaled(1, s,
        1).moved(y=middle + s * tall * 1.02) for s in (1, -1)]  # fmt: skip
    fringe = [tube([(0.044 * math.sin(a), middle - tall * 1.02 - 0.008, 0.044 * math.cos(a)),
        (0.045 * math.sin(a), middle - tall * 1.02 - 0.045, 0.045 * math.cos(a))], 0.0042,
        mix(GOLD, RED, 0.25), 0.3, steps=6) for a in np.linspace(0, 2 * math.pi, 30,
        endpoint=False)]  # fmt: skip
    knot = ball((0.012, 0.013, 0.012), (0, 0.098, 0), RED, 0.5, steps=16)
    tassel = [tube(bezier((0, 0.096, 0), (0.008 * math.sin(a), 0.07, 0.008 * math.cos(a)),
        (0.012 * math.sin(a), 0.04, 0.012 * math.cos(a)), (0.013 * math.sin(a), 0.0, 0.013 * math.cos(a)), 6),
        0.0038, mix(RED, "#7a0008", 0.2 * (k % 3)), 0.25, steps=6)
        for k, a in enumerate(np.linspace(0, 2 * math.pi, 14, endpoint=False))]  # fmt: skip
    cord = tube([(0, middle - tall - 0.03, 0), (0, 0.10, 0)], 0.003, RED, 0.3, steps=8)
    loop = torus(0.013, 0.0028, RED, 0.4, steps=24).turned(pitch=90).moved(y=middle + tall + 0.046)
    return join(globe, word, *caps, *fringe, knot, *tassel, cord, loop)


def _on_globe(sheet: Mesh, radius: float, middle: float, tall: float) -> Mesh:
    """A flat sheet wrapped over the front of an ellipsoid."""
    v = sheet.vertices
    lean = np.arcsin(np.clip(v[:, 1] / F(tall), -0.95, 0.95))
    reach = radius * np.cos(lean) ** 0.85
    angle = v[:, 0] / radius
    wrapped = np.stack([reach * np.sin(angle), middle + v[:, 1], reach * np.cos(angle)], -1).astype(F)
    mesh = replace(sheet, vertices=wrapped)
    return replace(mesh, normals=smooth_normals(mesh))


@draws("rabbit_lantern")
def rabbit_lantern(look: Look) -> Model:
    """The Mid-Autumn rabbit on wheels: paper on a wire frame, lit from inside."""
    paper = look.tint("#fff3e6")
    body = (
        Clay(0.03)
        .ball((-0.02, 0.150, 0), (0.135, 0.100, 0.088), paper)
        .ball((0.120, 0.215, 0), (0.072, 0.066, 0.066), paper, blend=0.03)
        .ball((-0.155, 0.185, 0), 0.034, paper, blend=0.012)
    )
    for side in (-1, 1):
        body.limb((0.100, 0.262, side * 0.026), (0.050, 0.385, side * 0.044), 0.024, 0.015, paper,
            blend=0.012)  # fmt: skip
    mesh = body.mesh(64, gloss=0.3)
    v = mesh.vertices
    inner = smoothstep(0.26, 0.06, np.hypot(v[:, 0], v[:, 1] - 0.18))
    fringe = np.sin(v[:, 0] * 260) * smoothstep(0.05, 0.02, np.abs(v[:, 1] - 0.15) * 0.4)
    mesh = mesh.painted(blend(paper, "#ffd9a0", inner * F(0.55))).finished(glow=0.40)
    mesh = raised(mesh, (fringe * F(0.0012)).astype(F))
    bands = [_hoop(x, 0.150 + dy, ry, rz, colour) for x, dy, ry, rz,
        colour in ((-0.100, 0.004, 0.083, 0.072, "#f06a8a"), (-0.035, 0.0, 0.101, 0.089, "#ffc24a"),
        (0.030, 0.004, 0.096, 0.084, "#f06a8a"))]  # fmt: skip
    pads = [ball((0.010, 0.052, 0.007), (0, 0, 0), "#f79ab0", 0.3, steps=16).turned(roll=22).moved(0.086,
        0.322, s * 0.047) for s in (-1, 1)]  # fmt: skip
    eyes = [ball((0.0135, 0.0150, 0.009), (0.150, 0.232, s * 0.054), "#d4241f", 0.8, steps=16)
        for s in (-1, 1)]  # fmt: skip
    sparks = [ball(0.0042, (0.157, 0.238, s * 0.062), "#ffffff", 0.5, steps=8) for s in (-1, 1)]
    cheeks = [ball((0.013, 0.009, 0.005), (0.146, 0.199, s * 0.059), "#f79ab0", 0.2, steps=12)
        for s in (-1, 1)]  # fmt: skip
    nose = ball((0.008, 0.007, 0.009), (0.192, 0.212, 0), "#f2557f", 0.6, steps=12)
    wheels = [_wheel().moved(x, 0.038, s * 0.086) for x in (-0.085, 0.055) for s in (-1, 1)]
    axles = [tube([(x, 0.038, -0.09), (x, 0.038, 0.09)], 0.005, "#8a5a34", 0.2, steps=8)
        for x in (-0.085, 0.055)]  # fmt: skip
    posts = [tube([(x, 0.038, 0), (x, 0.075, 0)], 0.006, "#8a5a34", 0.2, steps=8) for x in (-0.085, 0.055)]
    string = tube(bezier((0.10, 0.12, 0.03), (0.20, 0.09, 0.05), (0.24, 0.02, 0.06), (0.30, 0.006, 0.08), 14),
        0.0026, RED, 0.2, steps=8)  # fmt: skip
    whole = join(mesh, *bands, *pads, *eyes, *sparks, *cheeks, nose, *wheels, *axles, *posts, string)
    if is_held(look):
        stick = tube([(0.02, 0.26, 0), (-0.10, 0.48, 0)], 0.007, "#a8743c", 0.3, steps=10)
        return _lit(join(whole, stick), (-0.01, 0.16, 0), 0.40, {"grip": Anchor(at=(-0.09, 0.46, 0))})
    turned = whole.turned(yaw=-28)
    return _lit(turned, (0, 0.16, 0), 0.34, {"grip": Anchor(at=(0, 0.15, 0)),
        "top": Anchor(at=(0, 0.25, 0), size=0.12)})  # fmt: skip


def _hoop(x: float, y: float, ry: float, rz: float, colour: Colour) -> Mesh:
    """A band of fringed paper round the rabbit."""
    a = np.linspace(0, 2 * math.pi, 97)
    ruffle = 1 + 0.03 * np.sin(a * 24)
    return tube(np.stack([np.full(97, x), y + ry * ruffle * np.cos(a), rz * ruffle * np.sin(a)], -1), 0.0058,
        colour, 0.25, steps=8).finished(glow=0.3)  # fmt: skip


def _wheel() -> Mesh:
    disc = lathe([(0, -0.007), (0.034, -0.007), (0.038, -0.004), (0.038, 0.004), (0.034, 0.007),
        (0.013, 0.007), (0.011, 0.010), (0, 0.010)], "#d8a05a", 0.3, steps=36, crease=40)  # fmt: skip
    r = np.hypot(disc.vertices[:, 0], disc.vertices[:, 2])
    return disc.painted(np.where((r > 0.033)[:, None], rgb(RED),
        np.where((r < 0.014)[:, None], rgb(GOLD), disc.colours))).turned(pitch=90)  # fmt: skip
