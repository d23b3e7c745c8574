"""Leaves by themselves, and a branch in blossom: maple, fallen leaves, lotus leaves, cherry."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, cushion, over
from waa.painter.props.garnish import both_sides
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import smooth_normals

_MAPLE = ((0.0, 1.0), (0.13, 0.72), (0.27, 0.77), (0.22, 0.38), (0.43, 0.60), (0.49, 0.47), (0.80, 0.52), (0.70, 0.28),
    (0.82, 0.20), (0.44, -0.08), (0.48, -0.22), (0.06, -0.16))  # fmt: skip
_VEINS = (
    (0.0, 0.92),
    (0.74, 0.46),
    (-0.74, 0.46),
    (0.46, -0.16),
    (-0.46, -0.16),
    (0.40, 0.52),
    (-0.40, 0.52),
)


def maple_mesh(colour: Colour, size: float) -> Mesh:
    """A maple leaf lying on y = 0, its tip away from the viewer, `size` from stalk to tip; its rim curls up."""
    corners = np.array([*_MAPLE, *[(-x, y) for x, y in _MAPLE[:0:-1]]])
    ends = np.roll(corners, -1, axis=0)
    t = np.linspace(0, 1, 7, endpoint=False)[None, :, None]
    outline = (corners[:, None] + (ends - corners)[:, None] * t).reshape(-1, 2) - np.array([0, 0.16])
    slab, share = cushion(outline * size * 0.62, 0.018 * size, rings=16, soft=0.06, gloss=0.3)
    v = slab.vertices
    flat = np.stack([v[:, 0], -v[:, 2]], -1) / F(size * 0.62) + np.array([0, 0.16], F)
    away = np.full(len(v), 1.0)
    root = np.array([0.0, -0.14])
    for tip in _VEINS:
        axis = np.array(tip) - root
        along = np.clip(((flat - root) @ axis) / (axis @ axis), 0, 1)
        away = np.minimum(away, np.linalg.norm(flat - root - along[:, None] * axis, axis=1))
    r = np.hypot(flat[:, 0], flat[:, 1] - 0.2)
    tone = blend(
        mix(colour, "#ffb03a", 0.45), mix(colour, "#7a0c10", 0.22), smoothstep(0.1, 0.95, r + 0.2 * share)
    )
    slab = slab.painted(over(tone, mix(colour, "#ffd98a", 0.55), smoothstep(0.030, 0.010, away) * F(0.8)))
    curl = size * (
        0.10 * smoothstep(0.25, 1.1, r) * (1 + 0.5 * np.sin(3 * flat[:, 0] + 2))
        + 0.03 * np.minimum(away, 0.2) / 0.2
    )
    slab = replace(slab, vertices=(v + np.stack([0 * curl, curl, 0 * curl], -1)).astype(F))
    slab = replace(slab, normals=smooth_normals(slab))
    under = replace(slab, faces=np.ascontiguousarray(slab.faces[:, ::-1]), normals=-slab.normals).moved(
        y=-0.004 * size
    )
    stem = tube(bezier((0, 0.004 * size, 0.18 * size), (0, 0.01 * size, 0.32 * size), (0.02 * size,
        0.05 * size, 0.42 * size),
        (0.06 * size, 0.09 * size, 0.52 * size), 10), (np.linspace(0.013, 0.019, 10) * size).tolist(),
         mix(colour, "#8a3a1c", 0.5),
        0.25, steps=10)  # fmt: skip
    return join(slab, under, stem)


@draws("maple_leaf", yaw=-6)
def maple_leaf(look: Look) -> Model:
    """A red maple leaf, upright and leaning back a little, its stalk below."""
    one = maple_mesh(look.tint("#d8301f"), 0.12).turned(pitch=74).turned(roll=-10)
    mesh = one.moved(y=-float(one.low[1]))
    return Model(
        mesh=mesh,
        anchors={"grip": Anchor(at=(0, 0.02, 0)), "top": Anchor(at=(0, float(mesh.high[1]), 0), size=0.05)},
    )


@draws("fallen_leaf", yaw=-10)
def fallen_leaf(look: Look) -> Model:
    """Leaves that fell together: brown, gold and orange, curled, one maple among them; one leaf in the hand."""
    tints = [look.tint(c) for c in ("#c8742a", "#e0a02e", "#a8562a")]
    if look.colour:
        tints = [shift(c, 0, 1, v) for c, v in zip(tints, (1.0, 1.12, 0.86), strict=True)]
    single = _curled(0.15, tints[0])
    if look.pose == "hold":
        upright = single.turned(pitch=72).turned(roll=70)
        return Model(mesh=upright.moved(y=-float(upright.low[1])), anchors={"grip": Anchor(at=(0, 0.03, 0))})
    pile = [_curled(0.15, tints[2]).turned(pitch=26).turned(yaw=160, roll=4).moved(0.060, 0.010, -0.034),
        single.turned(pitch=30).turned(yaw=24, roll=8).moved(-0.066, 0.018, 0.006),
        maple_mesh("#d8481f" if not look.colour else tints[1],
        0.105).turned(yaw=-24, pitch=42).moved(0.036, 0.040, 0.036), _curled(0.12,
        tints[1]).turned(pitch=14).turned(yaw=-60,
        roll=6).moved(-0.020, 0.012, 0.080), _curled(0.12, tints[1]).turned(pitch=-34).turned(yaw=196,
        roll=16).moved(-0.010, 0.030, -0.050)]  # fmt: skip
    mesh = join(*pile)
    return Model(mesh=mesh.moved(y=-float(mesh.low[1])), anchors={"grip": Anchor(at=(0, 0.02, 0)),
        "top": Anchor(at=(0, 0.05, 0),
        size=0.1)})  # fmt: skip


def _curled(long: float, colour: Colour) -> Mesh:
    """A dry leaf along x from its stalk, its tip and its sides curling up."""
    u, v = np.meshgrid(np.linspace(0, 1, 34), np.linspace(-1, 1, 21), indexing="ij")
    half = (
        long
        * 0.30
        * np.sin(math.pi * np.clip(u, 0.02, 0.995) ** 0.85) ** 0.75
        * (1 + 0.05 * np.abs(np.sin(u * 26)))
    )
    y = long * (
        0.16 * np.abs(v) ** 2 * np.sin(u * math.pi)
        + 0.30 * np.clip(u - 0.45, 0, 1) ** 2
        + 0.015 * np.cos(u * 40) * np.abs(v)
    )
    points = np.stack([long * (u - 0.45), y, half * v], -1).reshape(-1, 3)
    sheet = make(points, grid_faces(34, 21, wraps=False), gloss=0.3)
    side = np.abs(((u * 9 - np.abs(v) * 1.6) % 1) - 0.5)
    vein = np.maximum(smoothstep(0.10, 0.04, np.abs(v)), smoothstep(0.42, 0.49, side) * 0.7).ravel()
    edge = np.maximum(np.abs(v) ** 3, smoothstep(0.75, 1.0, u)).ravel()
    tone = over(
        blend(mix(colour, "#ffd06a", 0.35), mix(colour, "#5a2a10", 0.35), edge),
        mix(colour, "#ffe6a8", 0.55),
        vein * F(0.7),
    )
    stalk = tube(bezier((-0.44 * long, 0.002, 0), (-0.56 * long, 0, 0), (-0.66 * long, 0.02 * long,
        0.01 * long), (-0.74 * long,
        0.07 * long, 0.02 * long), 8), 0.014 * long, mix(colour, "#5a2a10", 0.4), 0.2, steps=8)  # fmt: skip
    whole = join(both_sides(sheet.painted(tone)), stalk)
    return whole.moved(y=-float(whole.low[1]))


# -- on the pond -------------------------------------------------------------------------------------------------


@draws("lotus_leaf")
def lotus_leaf(look: Look) -> Model:
    """Lotus leaves on their stalks with drops of water, one floating, a seed pod beside them; it stands in a pond."""
    green = look.tint("#58a648")
    rng = look.rng("leaves")
    if look.pose == "hold":  # for an umbrella
        leaf_ = _umbrella(0.20, green, rng).turned(pitch=24).moved(0, 0.40, 0)
        stem = tube(
            bezier((0, 0, 0), (0, 0.15, 0.01), (0, 0.3, -0.01), (0, 0.41, 0), 12),
            0.009,
            "#6f9f56",
            0.3,
            steps=10,
        )
        return Model(mesh=join(leaf_, stem), anchors={"grip": Anchor(at=(0, 0.10, 0))})
    parts: list[Mesh] = []
    for x, y, z, r, pitch, roll in ((-0.10, 0.36, -0.05, 0.22, 30, 10), (0.20, 0.24, 0.02, 0.17, 34, -14)):
        parts.append(
            _umbrella(r, shift(green, 0, 1, 1.06 if y > 0.3 else 0.94), rng)
            .turned(pitch=pitch, roll=roll)
            .moved(x, y, z)
        )
        parts.append(tube(bezier((x * 0.3, 0, z), (x * 0.4, y * 0.4, z), (x, y * 0.6, z), (x, y, z), 12),
        0.009, "#6f9f56", 0.3,
            steps=10))  # fmt: skip
    parts.append(_umbrella(0.16, green, rng, flat=True).moved(0.02, 0.006, 0.22))
    pod = lathe(smooth([(0.010, 0), (0.020, 0.012), (0.040, 0.045), (0.046, 0.062), (0.043, 0.066), (0,
        0.067)], closed=False,
        steps=5), "#8fae4e", 0.3, steps=36, crease=70)  # fmt: skip
    seeds = [ball((0.0070, 0.0050, 0.0070), (0.028 * math.sin(a) * k, 0.0675, 0.028 * math.cos(a) * k),
        "#5a6a2a", 0.4, steps=9)
        for a, k in ((0, 0), *((i * math.pi / 3, 1) for i in range(6)))]  # fmt: skip
    parts.append(join(pod, *seeds).turned(pitch=26, roll=-10).moved(0.05, 0.40, -0.06))
    parts.append(tube(bezier((0.03, 0, -0.05), (0.04, 0.15, -0.06), (0.02, 0.3, -0.06), (0.05, 0.405, -0.062), 12), 0.008,
        "#6f9f56", 0.3, steps=10))  # fmt: skip
    return Model(mesh=join(*parts), waterline=0.006, anchors={"top": Anchor(at=(-0.10, 0.36, -0.05), size=0.3),
        "seat": Anchor(at=(0.02, 0.016, 0.22), size=0.2), "grip": Anchor(at=(0, 0.2, 0))})  # fmt: skip


def _umbrella(radius: float, green: Array, rng: np.random.Generator, *, flat: bool = False) -> Mesh:
    """A round leaf, its middle (where the stalk ends) at the origin, a shallow dish with a waving rim; drops roll in it."""
    a, t = np.meshgrid(np.linspace(0, 2 * math.pi, 84, endpoint=False), np.linspace(0.02, 1, 14))
    wave = 0.5 * np.sin(a * 5 + float(rng.uniform(0, 6))) + 0.3 * np.sin(a * 8 + float(rng.uniform(0, 6)))
    y = radius * ((0.03 if flat else 0.22) * t**2 + (0.02 if flat else 0.07) * wave * t**3)
    reach = radius * t * (1 + 0.03 * np.sin(a * 11) * t)
    points = np.stack([reach * np.sin(a), y, reach * np.cos(a)], -1).reshape(-1, 3)
    sheet = make(points, grid_faces(14, 84, wraps=True), gloss=0.35)
    if sheet.normals[:, 1].mean() < 0:
        sheet = replace(sheet, faces=np.ascontiguousarray(sheet.faces[:, ::-1]), normals=-sheet.normals)
    ray = np.abs(((a / (2 * math.pi) * 21) % 1) - 0.5)
    vein = smoothstep(0.06, 0.0, 0.5 - ray + 0.0 * t) * smoothstep(0.98, 0.8, t)
    tone = blend(mix(green, "#c6e69a", 0.35), mix(green, "#1f5a2c", 0.25), smoothstep(0.05, 1.0, t).ravel())
    top = sheet.painted(over(tone, mix(green, "#e2f2b4", 0.6), vein.ravel() * F(0.75)))
    under = replace(top, faces=np.ascontiguousarray(top.faces[:, ::-1]), normals=-top.normals).painted(
        mix(green, "#e6dca8", 0.3)).moved(y=-0.004)  # fmt: skip
    drops = [ball((s, s * 0.8, s), (radius * k * math.sin(b), radius * (0.03 if flat else 0.22) * k * k + s * 0.5,
        radius * k * math.cos(b)), "#e6fbff", 0.95, steps=12).finished(glow=0.25) for k, b, s in ((0.30, 0.4, 0.014),
        (0.55, -0.5, 0.009), (0.5, 1.2, 0.0075))]  # fmt: skip
    return join(top, under, *drops)


# -- in blossom --------------------------------------------------------------------------------------------------


_BLOSSOMS = {"cherry_blossom": "#ffb3cb", "peach_blossom": "#f27099", "plum_blossom": "#e2406a"}


@draws(*_BLOSSOMS, yaw=0)
def cherry_blossom(look: Look) -> Model:
    """A branch of cherry, peach or plum in full blossom with its buds, 50 cm."""
    pink = look.tint(_BLOSSOMS[look.concept or "cherry_blossom"])
    rng = look.rng("branch")
    main = smooth([(-0.25, 0.02, 0), (-0.16, 0.075, 0.01), (-0.05, 0.105, 0), (0.06, 0.185, -0.01), (0.17, 0.225, 0),
        (0.26, 0.30, 0.01)], closed=False, steps=8)  # fmt: skip
    wood = "#6a4638"
    parts = [tube(main, np.linspace(0.0165, 0.0050, len(main)).tolist(), wood, 0.15, steps=12)]
    spots: list[Array] = []
    for at, tip in ((0.26, (-0.13, 0.215, 0.03)), (0.45, (0.0, 0.285, -0.02)), (0.55, (0.17, 0.10, 0.03)),
        (0.72, (0.12, 0.36,
            0.01)), (0.35, (0.0, -0.01, 0.04))):  # fmt: skip
        start = main[int(at * (len(main) - 1))]
        end = np.array(tip)
        twig = bezier(
            start,
            start + (end - start) * 0.3 + np.array([0.01, 0.02, 0]),
            start + (end - start) * 0.7,
            end,
            10,
        )
        parts.append(tube(twig, np.linspace(0.0075, 0.0032, 10).tolist(), wood, 0.15, steps=9))
        spots += [twig[k] for k in (6, 9)]
    spots += [main[int(k * (len(main) - 1))] for k in (0.16, 0.5, 0.64, 0.84, 1.0)]
    for number, joint in enumerate(spots):
        for k in range(2):
            aside = np.array([rng.uniform(-0.022, 0.022), rng.uniform(-0.018, 0.022), 0.014 + 0.012 * k])
            flower = _blossom(
                0.034 * float(rng.uniform(0.9, 1.12)), mix(pink, "#ffe6ee", float(rng.uniform(0, 0.6)))
            )
            turned = flower.turned(roll=float(rng.uniform(0, 72))).turned(yaw=float(rng.uniform(-36, 36)),
                pitch=float(rng.uniform(-40, 8)))  # fmt: skip
            parts.append(turned.moved(*(float(c) for c in joint + aside)))
        if number % 2:
            bud = ball((0.0085, 0.0115, 0.0085), (0, 0, 0), shift(pink, 0, 1.25, 0.96), 0.25, steps=12)
            end = joint + np.array([rng.uniform(-0.02, 0.02), -0.038, 0.02])
            parts += [
                bud.moved(*(float(c) for c in end)),
                tube([joint, end + np.array([0, 0.01, 0])], 0.0017, "#8fa85a", steps=6),
            ]
    mesh = join(*parts)
    mesh = mesh.moved(0, -float(mesh.low[1]), 0)
    return Model(
        mesh=mesh, anchors={"grip": Anchor(at=(-0.20, 0.10, 0)), "top": Anchor(at=(0.06, 0.25, 0), size=0.2)}
    )


def _blossom(radius: float, pink: Array) -> Mesh:
    """Five notched petals round their stamens, facing the viewer."""
    u, v = np.meshgrid(np.linspace(0.06, 1, 7), np.linspace(-1, 1, 7), indexing="ij")
    half = 0.56 * np.sin(np.clip(0.10 + 0.90 * u, 0, 1) * 2.5) ** 0.8
    notch = 1 - 0.16 * np.exp(-((v / 0.28) ** 2)) * smoothstep(0.7, 1.0, u)
    points = np.stack(
        [half * v * radius, u * notch * radius, radius * (0.10 + 0.30 * u**2 + 0.12 * v**2 * u)], -1
    )
    sheet = make(points.reshape(-1, 3), grid_faces(7, 7, wraps=False), gloss=0.2)
    if sheet.normals[:, 2].mean() < 0:
        sheet = replace(sheet, faces=np.ascontiguousarray(sheet.faces[:, ::-1]), normals=-sheet.normals)
    tone = blend(mix(pink, "#e2507a", 0.55), mix(pink, "#ffffff", 0.25), smoothstep(0.05, 0.55, u).ravel())
    petal = both_sides(sheet.painted(tone)).finished(glow=0.26)
    petals = [petal.turned(roll=72 * k) for k in range(5)]
    threads = []
    for k in range(7):
        a, out = k * 2.4, radius * (0.16 + 0.12 * (k % 3))
        end = (out * math.cos(a), out * math.sin(a), radius * 0.42)
        threads.append(ball(radius * 0.055, end, "#f6c63c", 0.4, steps=4))
    heart = ball(
        (radius * 0.14, radius * 0.14, radius * 0.10), (0, 0, radius * 0.14), rgb("#d8436a"), 0.2, steps=8
    )
    return join(*petals, *threads, heart)
