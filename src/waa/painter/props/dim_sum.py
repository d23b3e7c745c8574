"""Dim sum: dumplings and buns in their bamboo steamers."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import F
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, dome, lumpy, over
from waa.painter.props.serving import is_held
from waa.painter.props.tableware import BAMBOO
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import noise3, raised, smooth_normals

FLOOR = 0.026  # of a steamer: high, so that what lies in it looks over the rim
ROE = "#ff7a1e"


def steamer(radius: float = 0.085, height: float = 0.040) -> Mesh:
    """A bamboo steamer without its lid: bent strips, a woven floor, pegs."""
    r, h, wall = radius, height, 0.0045
    profile = [(0, 0.004), (r - 0.004, 0.004), (r - 0.004, 0), (r, 0), (r + 0.001, 0.003), (r + 0.001, 0.012),
        (r - 0.001, 0.0125), (r - 0.001, h - 0.013), (r + 0.001, h - 0.0125), (r + 0.001, h - 0.002), (r, h),
        (r - wall, h), (r - wall - 0.001, h - 0.002), (r - wall, FLOOR)]  # fmt: skip
    ring = lathe(profile, BAMBOO, 0.32, steps=80, crease=30)
    v = ring.vertices
    angle = np.arctan2(v[:, 0], v[:, 2])
    grain = noise3(np.stack([angle * 0.02, v[:, 1], np.zeros_like(angle)], -1), 0.0022,
        np.random.Generator(np.random.PCG64(7)), 2)  # fmt: skip
    colours = over(blend("#e3bd74", "#c08d45", grain), "#8a5f2a",
        smoothstep(0.0012, 0, np.abs(v[:, 1] - 0.0125)) * F(0.5))  # fmt: skip
    ring = ring.painted(over(colours, "#9a6c31", smoothstep(0.002, 0,
        np.abs(v[:, 1] - (h - 0.013))) * F(0.4)))  # fmt: skip
    pegs = [box(0.011, 0.008, 0.003, "#b07f3c", 0.2, bevel=0.001).moved(0, h * 0.42, r + 0.001).turned(yaw=a)
        for a in (-52, -8, 36, 150)]  # fmt: skip
    paper = lathe([(r - wall, FLOOR + 0.0002), (0, FLOOR + 0.0004)], "#fff0c8", 0.3,
        crease=180).finished(glow=0.12)  # fmt: skip
    return join(ring, *pegs, paper)


def served(pieces: list[tuple[Mesh, float, float]], look: Look, *, stack: int = 1) -> Model:
    """Pieces at (x, z) in the upper of `stack` steamers; a single large piece for who holds it."""
    if is_held(look):
        mesh = pieces[0][0]
        return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, float(mesh.high[1]) * 0.45, 0))})
    height = 0.040
    baskets = [steamer().turned(yaw=31 * k).moved(y=k * height) for k in range(stack)]
    floor = FLOOR + height * (stack - 1)
    mesh = join(*baskets, *(piece.turned(yaw=37 * i).moved(x, floor, z)
        for i, (piece, x, z) in enumerate(pieces)))  # fmt: skip
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, height * stack * 0.5, 0)),
        "top": Anchor(at=(0, float(mesh.high[1]), 0), size=0.1), "steam": Anchor(at=(0, float(mesh.high[1]),
        0), size=0.14)}, )  # fmt: skip


# -- the pieces --------------------------------------------------------------------------------------------------


def siu_mai_mesh(look: Look, number: int = 0) -> Mesh:
    """A pork dumpling, open above, with crab roe; 4 cm."""
    rng = look.rng("siu mai", number)
    r, h = 0.0190, 0.031
    wrap = lathe([(0, 0.0008), (0.7 * r, 0), (0.93 * r, 0.003), (r, 0.010), (0.93 * r, 0.019),
        (0.96 * r, 0.026), (1.06 * r, h), (1.01 * r, h + 0.0006), (0.93 * r, h - 0.003)], "#f4cf5e", 0.42,
        steps=78, crease=75)  # fmt: skip
    angle = np.arctan2(wrap.vertices[:, 0], wrap.vertices[:, 2])
    y = wrap.vertices[:, 1]
    pleat = np.cos(13 * angle + 3 * np.sin(2 * angle + number)) * smoothstep(0.006, 0.026, y)
    wrap = raised(wrap, pleat * F(0.0011))
    wrap = wrap.painted(over(blend("#ffd04e", "#ffe685", smoothstep(0.01, 0.03, y)), "#d9952a",
        smoothstep(-0.2, -1, pleat) * F(0.45)))  # fmt: skip
    meat = lumpy(ball((0.0178, 0.0080, 0.0178), (0, 0.0295, 0), "#d99a7a", 0.5, steps=20), 0.0013, 0.005, rng,
        2)  # fmt: skip
    bits = noise3(meat.vertices, 0.0045, rng, 1)
    meat = meat.painted(over(blend("#e39a76", "#f4c4a4", bits), "#ec7f5a",
        smoothstep(0.7, 0.85, bits) * F(0.8)))  # fmt: skip
    roe = lumpy(ball((0.0062, 0.0036, 0.0062), (0, 0.0375, 0), ROE, 0.75, steps=16), 0.0009, 0.0022, rng, 1)
    return join(wrap, meat, roe)


def har_gow_mesh(look: Look, number: int = 0) -> Mesh:
    """A shrimp dumpling: a pleated crescent whose skin lets the shrimp's pink through."""
    rng = look.rng("har gow", number)
    body = ball(1, colour="#f7ecdf", gloss=0.62, steps=36)
    u = body.vertices
    x, y, z = u[:, 0] * 0.026, u[:, 1], u[:, 2]
    up = np.clip(y, 0, 1)
    # Round below and behind; the top is drawn together into a pleated ridge that bends round the belly.
    depth = 0.0175 * z * (1 - 0.55 * up**2)
    ridge = 0.0042 * up**3 * np.cos(u[:, 0] * 1.4) * np.abs(np.cos(17 * u[:, 0] + 0.6 * z))
    high = 0.0205 * np.where(y > 0, y * (1 + 0.12 * up), 0.55 * y) + ridge
    bend = -0.006 * (u[:, 0] ** 2) + 0.004 * up**2
    body = replace(body, vertices=np.stack([x, high, depth + bend], -1).astype(F))
    body = replace(body, normals=smooth_normals(body))
    pleat = np.cos(34 * u[:, 0]) * smoothstep(0.35, 0.85, y) * smoothstep(-0.5, 0.4, z)
    body = raised(body, pleat * F(0.0009))
    shrimp = noise3(body.vertices, 0.011, rng, 2)
    pink = (F(0.22) + F(0.78) * smoothstep(0.38, 0.66, shrimp)) * smoothstep(0.80, 0.20,
        np.abs(y + 0.15)) * F(0.9)  # fmt: skip
    colours = over(blend("#f3dcc8", "#f9f0e4", smoothstep(-0.5, 0.6, y)), "#f3835f", pink)
    body = body.painted(over(colours, "#d9c4b2", smoothstep(-0.3, -1, pleat) * F(0.45)))
    return body.moved(y=-float(body.low[1]))


def char_siu_bao_mesh(look: Look, number: int = 0) -> Mesh:
    """A steamed barbecue-pork bun that has burst open."""
    rng = look.rng("bao", number)
    body = dome(0.0300, 0.040, (1.06, 1.03, 0.97), 0.40, rings=30, steps=84, waist=0.34)
    v = body.vertices
    angle = np.arctan2(v[:, 0], v[:, 2])
    reach = np.hypot(v[:, 0], v[:, 2])
    top = smoothstep(0.018, 0.030, v[:, 1])
    away = np.abs((angle / (2 * math.pi) * 3 + 0.25) % 1 - 0.5) * 2  # 0 in a split, 1 on a lobe
    split = smoothstep(0.50, 0.10, away) * top * smoothstep(0.0285, 0.012, reach)
    mouth = smoothstep(0.012, 0.004, reach) * top
    depth = np.maximum(split * F(0.0085), mouth * F(0.010))
    body = raised(body, -depth + top * smoothstep(0.35, 0.9, away) * smoothstep(0.006, 0.014,
        reach) * F(0.0035))  # fmt: skip
    body = lumpy(body, 0.0003, 0.012, rng)
    filling = np.clip(np.maximum(smoothstep(0.45, 0.9, split), smoothstep(0.45, 0.9, mouth)), 0, 1)
    shade = over(body.colours, "#efe3cf", smoothstep(0.012, 0.0, v[:, 1]) * F(0.5))
    body = body.painted(over(shade, "#a3301c", filling))
    meat = lumpy(ball((0.0145, 0.0085, 0.0145), (0, 0.0330, 0), "#a82f1c", 0.75, steps=20), 0.0022, 0.007,
        rng)  # fmt: skip
    bits = noise3(meat.vertices, 0.006, rng, 1)
    return join(body, meat.painted(blend("#7d1d12", "#d2532a", smoothstep(0.25, 0.75, bits))))


@draws("siu_mai")
def siu_mai(look: Look) -> Model:
    """Four siu mai in a steamer."""
    return served([(siu_mai_mesh(look, i).scaled(1.25), x, z) for i, (x, z) in enumerate(_FOUR)], look)


@draws("har_gow")
def har_gow(look: Look) -> Model:
    """Four shrimp dumplings in a steamer."""
    places = ((-0.031, 0.024), (0.032, 0.027), (-0.026, -0.030), (0.034, -0.026))
    turned = (12, -20, 30, -6)
    pieces = [(har_gow_mesh(look, i).scaled(1.22).turned(yaw=a - 37 * i), x, z)
        for i, ((x, z), a) in enumerate(zip(places, turned, strict=True))]  # fmt: skip
    return served(pieces, look)


@draws("char_siu_bao")
def char_siu_bao(look: Look) -> Model:
    """Three barbecue-pork buns in a steamer."""
    pieces = [(char_siu_bao_mesh(look, i).scaled(1.16), x, z) for i,
        (x, z) in enumerate(((0.0, 0.037), (-0.037, -0.020), (0.037, -0.020)))]  # fmt: skip
    return served(pieces, look)


@draws("dim_sum")
def dim_sum(look: Look) -> Model:
    """Two steamers, one on the other: siu mai, shrimp dumplings and a bun."""
    pieces = [
        (siu_mai_mesh(look, 0).scaled(1.25), -0.034, 0.020),
        (har_gow_mesh(look, 1).scaled(1.25).turned(yaw=-50), 0.022, 0.036),
        (siu_mai_mesh(look, 2).scaled(1.25), -0.040, -0.024),
        (char_siu_bao_mesh(look, 3).scaled(1.14), 0.026, -0.028),
    ]
    return served(pieces, look, stack=2)


_FOUR = ((-0.030, 0.026), (0.028, 0.030), (-0.024, -0.030), (0.032, -0.024))
