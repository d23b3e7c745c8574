"""What stands in stone and pots: the fountain, the potted plant, the bonsai, the orchid."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.props import flower_heads, petals
from waa.painter.props.garnish import both_sides
from waa.painter.shapes import bezier
from waa.painter.solid import foliage
from waa.painter.solid.foliage import Clump, bark, crown
from waa.painter.solid.leaf import LONG, leaf
from waa.painter.solid.mesh import Mesh, ball, box, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Model

# -- the fountain -----------------------------------------------------------------------------------------


@draws("fountain")
def fountain(look: Look) -> Model:
    """Two bowls of pale stone over a round basin, 2.5 m; water runs over their rims and leaps from the top."""
    stone = look.tint("#efe6d6")
    basin = [(0, 0), (1.42, 0), (1.46, 0.06), (1.36, 0.14), (1.34, 0.40), (1.46, 0.46), (1.48, 0.54), (1.42,
        0.58), (1.28, 0.58),
             (1.24, 0.52), (1.22, 0.40), (0, 0.40)]  # fmt: skip
    column = [(0.40, 0.40), (0.42, 0.50), (0.26, 0.58), (0.17, 0.80), (0.16, 1.0), (0.24, 1.14), (0.22, 1.20),
        (0.30, 1.26),
              (0.66, 1.38), (0.80, 1.50), (0.82, 1.56), (0.77, 1.58), (0.70, 1.53), (0, 1.50)]  # fmt: skip
    upper = [(0.20, 1.50), (0.13, 1.56), (0.10, 1.72), (0.15, 1.80), (0.17, 1.84), (0.34, 1.92), (0.42, 2.0),
        (0.40, 2.04), (0.34, 2.0),
             (0.10, 1.99), (0.08, 2.08), (0.10, 2.14), (0, 2.2)]  # fmt: skip
    parts = [_stone(lathe(p, stone, 0.12, steps=56, crease=50), stone) for p in (basin, column, upper)]
    parts += [_pool(1.235, 0.50), _pool(0.75, 1.545), _pool(0.375, 2.015)]
    parts += _falls(look.rng("water"))
    return Model(
        mesh=join(*parts),
        anchors={"top": Anchor(at=(0, 2.2, 0), size=0.4), "inside": Anchor(at=(0, 0.5, 0.7), size=0.5)},
    )


def _stone(mesh: Mesh, colour: Colour) -> Mesh:
    """A little darker where water has run and where it meets the ground."""
    v = mesh.vertices
    streak = np.sin(np.arctan2(v[:, 0], v[:, 2]) * 22) * F(0.5) + F(0.5)
    tone = (
        F(0.86)
        + F(0.14) * smoothstep(-0.4, 0.8, mesh.normals[:, 1])
        - F(0.06) * streak * smoothstep(0.4, -0.2, mesh.normals[:, 1])
    )
    tone *= F(0.80) + F(0.20) * smoothstep(0.0, 0.18, v[:, 1])
    return mesh.painted(np.asarray(np.clip(rgb(colour) * tone[:, None], 0, 1).astype(F), F))


def _pool(radius: float, y: float) -> Mesh:
    """A disc of water with rings on it."""
    reach = np.linspace(1, 0, 14) * radius
    disc = lathe(
        np.column_stack([reach, y + 0.008 * np.sin(reach / radius * 22)]),
        "#5fb8d8",
        0.95,
        steps=48,
        crease=180,
    )
    share = np.hypot(disc.vertices[:, 0], disc.vertices[:, 2])[:, None] / F(radius)
    pale, deep = rgb("#a8e6f2"), rgb("#4aa6cf")
    return disc.painted(np.asarray(pale + (deep - pale) * share, F))


def _falls(rng: np.random.Generator) -> list[Mesh]:
    """Strands over the rims of both bowls, jets from the top, and froth where they meet the water."""
    strands: list[Mesh] = []
    for count, reach, high, low, out in ((18, 0.80, 1.57, 0.50, 0.30), (12, 0.41, 2.03, 1.54, 0.17)):
        for k in range(count):
            angle = 2 * math.pi * (k + rng.uniform(-0.15, 0.15)) / count
            strands += _strand(angle, reach, high, reach + out, low, 0.10, 0.020 + 0.006 * rng.random(), rng)
    for k in range(8):
        angle = 2 * math.pi * (k + 0.5) / 8
        strands += _strand(angle, 0.03, 2.18, 0.30, 2.02, 0.42, 0.017, rng)
    return strands


def _strand(angle: float, start: float, high: float, end: float, low: float, leap: float, thick: float,
            rng: np.random.Generator) -> list[Mesh]:  # fmt: skip
    way = bezier(
        (start, high),
        (start + (end - start) * 0.5, high + leap),
        (end, high + leap * 0.4),
        (end, low),
        steps=12,
    )
    path = np.column_stack([math.sin(angle) * way[:, 0], way[:, 1], math.cos(angle) * way[:, 0]])
    water = tube(path, np.linspace(thick * 0.8, thick * 1.2, 12).tolist(), "#d3f1fb", 0.9, steps=6)
    foot = path[-1]
    froth = [ball(rng.uniform(0.022, 0.045), (foot[0] + rng.normal(0, 0.04), foot[1] + 0.01,
        foot[2] + rng.normal(0, 0.04)), "#f6fdff", 0.4, steps=6)
             for _ in range(3)]  # fmt: skip
    return [water.finished(glow=0.22), *froth]


# -- pots -------------------------------------------------------------------------------------------------


def pot(
    radius: float,
    high: float,
    colour: Colour,
    *,
    gloss: float = 0.25,
    foot: float = 0.72,
    soil: Colour = "#4f3826",
) -> Mesh:
    """A round pot with a rolled rim, filled with earth."""
    r, f = radius, radius * foot
    profile = [
        (0, 0),
        (f, 0),
        (f * 1.03, high * 0.03),
        (r * 0.96, high * 0.80),
        (r * 0.97, high * 0.84),
        (r * 1.05, high * 0.86),
        (r * 1.06, high * 0.97),
        (r * 1.02, high),
        (r * 0.93, high),
        (r * 0.90, high * 0.92),
        (r * 0.88, high * 0.88),
    ]
    wall = lathe(profile, colour, gloss, steps=44, crease=45)
    shade = F(0.84) + F(0.18) * smoothstep(0, high, wall.vertices[:, 1])
    earth = ball((r * 0.90, high * 0.10, r * 0.90), (0, high * 0.86, 0), soil, 0.0, steps=18)
    return join(wall.painted(np.clip(rgb(colour) * shade[:, None], 0, 1).astype(F)), earth)


def _in_pot(mesh: Mesh, top: tuple[float, float, float]) -> Model:
    return Model(
        mesh=mesh, anchors={"grip": Anchor(at=(0, 0.08, 0), size=0.25), "top": Anchor(at=top, size=0.2)}
    )


@draws("potted_plant")
def potted_plant(look: Look) -> Model:
    """A monstera of 60 cm in a pot on three wooden feet."""
    rng = look.rng("leaves")
    parts = [pot(0.115, 0.17, look.tint("#e2966a")).moved(y=0.07)]
    for k in range(3):
        angle = 2 * math.pi * k / 3 + 0.5
        x, z = math.sin(angle) * 0.075, math.cos(angle) * 0.075
        parts.append(
            tube([(x * 1.25, 0.005, z * 1.25), (x, 0.09, z)], [0.010, 0.013], "#b07a48", 0.2, steps=8)
        )
    leaves = (
        (6, 0.60, 0.20, 0.03),
        (64, 0.52, 0.185, 0.17),
        (-62, 0.54, 0.19, 0.17),
        (84, 0.37, 0.165, 0.24),
        (-86, 0.38, 0.17, 0.24),
        (22, 0.40, 0.15, 0.13),
        (-34, 0.335, 0.14, 0.16),
        (176, 0.56, 0.16, 0.12),
    )
    for degrees, high, length, out in leaves:
        a = math.radians(degrees)
        root = np.array([math.sin(a) * 0.03, 0.225, math.cos(a) * 0.03])
        knot = np.array([math.sin(a) * out * 0.62, high - 0.03, math.cos(a) * out * 0.5])
        parts.append(
            tube(
                bezier(root, root + (0, 0.10, 0), knot - (0, 0.06, 0), knot, steps=9),
                0.0052,
                "#6f9f4a",
                0.2,
                steps=7,
            )
        )
        green = shift("#4c9c46", rng.uniform(-0.015, 0.02), 1, rng.uniform(0.88, 1.12))
        parts.append(
            _monstera(length, green)
            .turned(yaw=0, pitch=-38 + rng.uniform(-6, 6))
            .turned(yaw=degrees * 0.55)
            .turned(roll=52 * math.sin(a))
            .moved(*knot)
        )
    return _in_pot(join(*parts), (0, 0.58, 0))


def _monstera(length: float, colour: Colour) -> Mesh:
    """A heart of a leaf with clefts between its lobes; it hangs from the origin, its face to +z."""
    rows, columns = 64, 11
    u, v = np.linspace(0, 1, rows)[:, None], np.linspace(-1, 1, columns)[None]
    wide = 0.50 * np.sin(np.pi * np.clip(0.12 + 0.88 * u, 0, 1)) ** 0.75 * (1 - 0.30 * u)
    cleft = np.abs(((u * 5.2 + 0.35) % 1) - 0.5) * 2  # 1 in the middle of a gap
    slot = 1 - 0.62 * smoothstep(0.78, 0.90, cleft) * smoothstep(0.10, 0.22, u) * smoothstep(0.88, 0.74, u)
    half = wide * slot
    across = half * v
    along = u + 0.22 * np.abs(across) - 0.62 * np.abs(v) * wide * (1 - u) ** 1.6
    bulge = 0.10 * np.cos(v * 1.2) - 0.30 * along**2
    vertices = np.stack([across, -along + 0.1, bulge + 0 * u], -1).reshape(-1, 3) * length
    sheet = make(vertices, grid_faces(rows, columns, wraps=False), colour=colour, gloss=0.14)
    rib = smoothstep(0.11, 0.03, np.abs(across))
    vein = smoothstep(0.30, 0.0, cleft) * 0.35
    tone = rgb(colour) * (F(0.80) + F(0.24) * (np.abs(v) + 0 * u))[..., None]
    pale = mix(colour, "#e6f3b8", 0.55)
    painted: Array = (
        (tone + (pale - tone) * np.clip(rib * 0.8 + vein, 0, 1)[..., None]).reshape(-1, 3).astype(F)
    )
    return both_sides(sheet.painted(np.clip(painted, 0, 1)).finished(glow=0.04))


@draws("bonsai")
def bonsai(look: Look) -> Model:
    """A pine trained for decades, 45 cm: a trunk that winds, clouds of needles, moss and a stone in a glazed tray."""
    rng = look.rng("bonsai")
    green = look.tint("#5f9a4a")
    glaze = "#3f5f86"
    tray = box(0.40, 0.070, 0.26, glaze, 0.5, bevel=0.030).moved(0, 0.022, 0)
    rim = box(0.43, 0.020, 0.29, shift(glaze, 0, 1, 1.12), 0.5, bevel=0.009).moved(0, 0.078, 0)
    feet = [
        box(0.06, 0.03, 0.05, shift(glaze, 0, 1, 0.8), 0.4, bevel=0.01).moved(x, 0, z)
        for x in (-0.13, 0.13)
        for z in (-0.07, 0.07)
    ]
    moss = ball((0.185, 0.030, 0.115), (0, 0.090, 0), "#7f9f45", 0.0, steps=26)
    wood = "#8d6a4c"
    spine = [
        (-0.06, 0.09, 0.0),
        (-0.085, 0.15, 0.01),
        (-0.01, 0.205, 0.02),
        (0.055, 0.25, 0.0),
        (0.025, 0.31, -0.01),
        (-0.02, 0.365, 0.0),
    ]
    parts = [
        tray,
        rim,
        *feet,
        moss,
        bark(
            spine, [0.036, 0.028, 0.023, 0.018, 0.013, 0.007], wood, rng, flare=0.9, rough=0.22, stripes=0.5
        ),
    ]
    for start, end in (
        ((-0.06, 0.165, 0.01), (-0.165, 0.20, 0.03)),
        ((0.045, 0.235, 0.0), (0.155, 0.255, 0.03)),
        ((0.05, 0.26, 0), (0.07, 0.30, -0.08)),
        ((0.02, 0.31, 0), (-0.10, 0.325, 0.0)),
    ):
        middle = (np.asarray(start) + np.asarray(end)) / 2 + (0, -0.008, 0)
        parts.append(
            bark([start, middle, end], [0.011, 0.009, 0.005], wood, rng, steps=8, between=4, stripes=0.4)
        )
    for at, wide in (
        ((-0.175, 0.215, 0.03), 0.078),
        ((0.165, 0.27, 0.03), 0.085),
        ((0.06, 0.325, -0.07), 0.07),
        ((-0.105, 0.345, 0.01), 0.074),
        ((-0.01, 0.395, 0.0), 0.085),
        ((0.02, 0.235, 0.06), 0.055),
    ):
        parts.append(_cloud_of_needles(at, wide, green, rng))
    stone = ball((0.032, 0.024, 0.026), (0.12, 0.108, 0.055), "#9a948c", 0.1, steps=14)
    return _in_pot(join(*parts, stone), (0, 0.42, 0))


def _cloud_of_needles(
    at: tuple[float, float, float], wide: float, green: Colour, rng: np.random.Generator
) -> Mesh:
    x, y, z = at
    clumps = [
        Clump(
            at=(x + dx * wide, y + dy * wide, z + dz * wide),
            radii=(r * wide, r * wide * 0.44, r * wide * 0.85),
        )
        for dx, dy, dz, r in (
            (0, 0.06, 0, 0.72),
            (-0.52, 0, 0.1, 0.5),
            (0.52, 0, 0.06, 0.5),
            (0.05, 0.0, 0.42, 0.48),
            (0, 0.24, -0.05, 0.45),
        )
    ]
    return crown(
        clumps,
        330,
        wide * 0.30,
        green,
        shift(green, 0.03, 1.1, 0.42),
        rng,
        outline=foliage.BLADE,
        droop=-0.6,
        spread=0.7,
    )


@draws("orchid")
def orchid(look: Look) -> Model:
    """Moth orchids as for the New Year, 60 cm: two bowed sprays over strap leaves in a white bowl with a red ribbon."""
    colour = look.tint("#e86fb4")
    parts = [pot(0.10, 0.12, "#f9f6f0", gloss=0.3, foot=0.66, soil="#8a6a48")]
    parts.append(
        lathe([(0.088, 0.052), (0.0905, 0.054), (0.0945, 0.074), (0.092, 0.076)], "#d8342c", 0.45, steps=44)
    )
    for degrees, length in ((80, 0.20), (-82, 0.21), (24, 0.15), (-38, 0.16), (150, 0.18), (-146, 0.18)):
        a = math.radians(degrees)
        out = np.array([math.sin(a), 0, math.cos(a)])
        start = out * 0.02 + (0, 0.105, 0)
        path = [start, start + out * length * 0.5 + (0, 0.055, 0), start + out * length + (0, 0.005, 0)]
        parts.append(
            leaf(
                path,
                tuple(-out * 0.5 + (0, 1.0, 0.5)),
                0.058,
                0.008,
                "#4f8f47",
                outline=LONG,
                cup=0.3,
                gloss=0.4,
                steps=12,
                across=9,
            )
        )
    for side, high, lean in ((-1, 0.50, 0.0), (1, 0.43, 0.03)):
        parts += _spray(side, high, lean, colour)
    return _in_pot(join(*parts), (0, 0.58, 0))


def _spray(side: int, high: float, lean: float, colour: Colour) -> list[Mesh]:
    """A stem that rises and bows outwards, flowers along its bow, buds at its end."""
    path = bezier(
        (0.012 * side, 0.11, lean),
        (0.02 * side, high * 1.05, lean),
        (0.10 * side, high * 1.28, lean + 0.03),
        (0.27 * side, high * 0.96, lean + 0.07),
        steps=40,
    )
    parts = [tube(path, np.linspace(0.0052, 0.003, 40).tolist(), "#7f9a4a", 0.2, steps=7)]
    for k, t in enumerate((0.50, 0.59, 0.68, 0.77, 0.86)):
        at = path[int(t * 39)] + (0.022 * (1 if k % 2 else -1), -0.012, 0.026)
        head = flower_heads.star_head(colour, 0.118 - 0.009 * k)
        parts.append(petals.nodding(head, tuple(at), 78, yaw=side * (6 + 16 * (k % 2)) - 4))
    for k, t in enumerate((0.94, 0.985)):
        bud = ball(
            (0.013 - 0.003 * k, 0.017 - 0.003 * k, 0.013 - 0.003 * k),
            tuple(path[int(t * 39)] + (0, -0.008, 0.006)),
            mix(colour, "#a8c46a", 0.45),
            steps=10,
        )
        parts.append(bud)
    return parts
