"""What lies on the greengrocer's stall: tomato, carrot, corn, broccoli, avocado, pear, star fruit."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, lumpy, over, slumped
from waa.painter.props.fruit import STALK, fruit_model, skin_of, turned_body
from waa.painter.props.garnish import both_sides, leaf, planted, spots
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import leaf as blade
from waa.painter.solid.mesh import Mesh, ball, extrude, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import noise3, raised, smooth_normals


@draws("pear")
def pear(look: Look) -> Model:
    """A green-golden pear with a freckled skin, 10 cm."""
    skin = skin_of(look, "#cfcf4c")
    body = turned_body([(0, 0.004), (0.008, 0.0), (0.024, 0.005), (0.037, 0.026), (0.036, 0.046), (0.0255, 0.066),
        (0.0185, 0.082), (0.013, 0.0925), (0.006, 0.0955), (0, 0.094)], skin, 0.5)  # fmt: skip
    v = body.vertices
    lean = smoothstep(0.03, 0.1, v[:, 1]) * F(0.007)
    body = replace(body, vertices=(v + np.stack([lean, 0 * lean, 0 * lean], -1)).astype(F))
    rng = look.rng("skin")
    blush = smoothstep(0.42, 0.78, noise3(v, 0.05, rng, 2) * 0.5 + 0.5 * smoothstep(-0.03, 0.04, v[:, 0]))
    colours = blend(mix(skin, "#9fb83a", 0.25), mix(skin, "#e8913a", 0.55), blush)
    freckles = smoothstep(0.70, 0.80, noise3(v, 0.0035, rng, 1))
    colours = over(colours, mix(skin, "#7a5a1c", 0.7), freckles * F(0.5))
    stalk = tube(bezier((0.007, 0.092, 0), (0.007, 0.102, 0), (0.010, 0.110, 0), (0.016, 0.117, 0), 8),
        [0.0017] * 7 + [0.0028], STALK)  # fmt: skip
    green = leaf(0.034, 0.017, "#5aa83e", bend=0.35).turned(yaw=205, roll=12).moved(0.008, 0.101, 0)
    return fruit_model(join(body.painted(colours), stalk, green))


@draws("tomato")
def tomato(look: Look) -> Model:
    """A ripe tomato with its green star, 7 cm."""
    skin = skin_of(look, "#e0301e")
    body = turned_body([(0, 0.003), (0.010, 0.0), (0.026, 0.006), (0.0375, 0.026), (0.0345, 0.046), (0.023, 0.0575),
        (0.011, 0.0585), (0.004, 0.055), (0, 0.0535)], skin, 0.8, steps=80)  # fmt: skip
    v = body.vertices
    turn = np.arctan2(v[:, 0], v[:, 2])
    lobes = 1 + (0.020 * np.cos(5 * turn + 0.4) + 0.010 * np.cos(3 * turn)) * smoothstep(0.0, 0.02, v[:, 1])
    body = replace(body, vertices=(v * np.stack([lobes, np.ones_like(lobes), lobes], -1)).astype(F))
    body = replace(body, normals=smooth_normals(body))
    crown = smoothstep(0.024, 0.006, np.hypot(v[:, 0], v[:, 2])) * (v[:, 1] > 0.04)
    body = body.painted(blend(skin, mix(skin, "#f7a13c", 0.75), crown * F(0.6)))
    star = [blade([(0, 0.0565, 0.001), (0, 0.0615, 0.010), (0, 0.0595, 0.020), (0, 0.0535 + 0.006 * (k % 2), 0.030)],
        (0, 1, 0.1), 0.0125, 0.0016, "#58a53a", cup=0.2).turned(yaw=k * 60 + 12) for k in range(6)]  # fmt: skip
    stalk = tube(bezier((0, 0.054, 0), (0, 0.062, 0), (0.002, 0.067, 0), (0.007, 0.071, 0), 8),
        [0.0026] * 7 + [0.0032], "#5c8a34")  # fmt: skip
    return fruit_model(join(body, *star, stalk))


@draws("carrot", yaw=0)
def carrot(look: Look) -> Model:
    """A carrot with its green top, lying aslant, upright in the hand."""
    skin = look.tint("#f5821f")
    t = np.linspace(0, 1, 70)
    radius = 0.0205 * np.interp(
        t, [0, 0.03, 0.09, 0.3, 0.7, 0.93, 1.0], [0.35, 0.80, 1.0, 0.90, 0.52, 0.20, 0.03]
    )
    rng = look.rng("rings")
    radius = radius * (1 + 0.018 * np.sin(t * 60) + 0.012 * rng.normal(0, 1, 70).cumsum() / 8)
    root = lathe(np.column_stack([radius, 0.150 * (1 - t)])[::-1], skin, 0.4, steps=48, crease=180)
    v = root.vertices
    turn = np.arctan2(v[:, 0], v[:, 2])
    creases = np.zeros(len(v), F)
    for _ in range(16):  # short dents round the root
        y, a, wide = float(rng.uniform(0.01, 0.14)), float(rng.uniform(0, 6.3)), float(rng.uniform(0.3, 0.8))
        away = np.abs((turn - a + math.pi) % (2 * math.pi) - math.pi)
        creases = np.maximum(
            creases, np.exp(-(((v[:, 1] - y) / 0.0014) ** 2)) * smoothstep(wide, wide * 0.4, away)
        )
    root = raised(
        root.painted(over(root.colours, mix(skin, "#8a3a08", 0.8), creases * F(0.75))), -creases * F(0.0008)
    )
    top = [_frond(0.062 + 0.012 * (k % 3), rng).turned(roll=float(rng.uniform(-5, 24))).turned(yaw=k * 51).moved(
        0, 0.145, 0) for k in range(7)]  # fmt: skip
    mesh = join(root, *top)
    if look.pose not in ("hold", "eat"):
        return _lying(mesh.turned(roll=80).turned(yaw=-24))
    return fruit_model(mesh.turned(roll=-16), grip=Anchor(at=(0.030, 0.125, 0)))


def _lying(mesh: Mesh) -> Model:
    """On the ground, its middle at the origin."""
    low, high = mesh.low, mesh.high
    return fruit_model(mesh.moved(-float(low[0] + high[0]) / 2, -float(low[1]), -float(low[2] + high[2]) / 2))


def _frond(length: float, rng: np.random.Generator) -> Mesh:
    """A feathery leaf, upright, leaning to +x."""
    path = bezier(
        (0, 0, 0), (0, length * 0.4, 0), (length * 0.08, length * 0.8, 0), (length * 0.28, length, 0), 9
    )
    stem = tube(path, np.linspace(0.0022, 0.0009, 9).tolist(), "#6fae3c", 0.3, steps=7)
    tufts = []
    for k in range(3, 9):
        for side in (-1, 1):
            tufts.append(leaf(length * 0.30 * (1.15 - k / 12), length * 0.13, "#4f9f38", bend=-0.2).turned(
                roll=float(rng.uniform(30, 60))).turned(yaw=side * float(rng.uniform(40, 90))).moved(
                *(float(c) for c in path[k])))  # fmt: skip
    tufts.append(ball((0.005, 0.007, 0.005), tuple(float(c) for c in path[-1]), "#58ab3e", 0.2, steps=9))
    return join(stem, *tufts)


@draws("corn", yaw=0)
def corn(look: Look) -> Model:
    """An ear of corn, half out of its husk."""
    kernels = look.tint("#fbcf33")
    held = look.pose in ("hold", "eat")
    cob = _kernels(0.0235, 0.150, kernels)
    husks = []
    for k, (yaw, open_) in enumerate(
        ((200, 0.30), (110, 0.72), (-70, 0.85), (150, 0.42), (-120, 0.55), (20, 1.1))
    ):
        reach = 0.016 + (0.010 if held else 0.024) * open_
        path = [(0, 0.0, 0.010), (0, 0.018, 0.0275), (0, 0.055, 0.0300 + 0.25 * reach), (0, 0.088, 0.026 + reach),
            (0, 0.100 + 0.02 * (1 - open_), 0.030 + 1.7 * reach)]  # fmt: skip
        green = ("#86b94a", "#9cca5c", "#78ad42")[k % 3]
        husks.append(blade(path, (0, 0.2, -1), 0.048, 0.0022, green, cup=0.35, gloss=0.25).turned(yaw=yaw))
    stem = tube([(0, -0.020, 0), (0, 0.004, 0)], [0.008, 0.012], "#9cc060", 0.2)
    mesh = join(cob.moved(y=0.006), *husks, stem)
    return _lying(mesh if held else mesh.turned(roll=-62))


def _kernels(radius: float, tall: float, colour: Colour) -> Mesh:
    """A cob along y from the ground, every kernel a round bump."""
    t = np.linspace(0, 1, 150)
    profile = radius * np.interp(
        t, [0, 0.05, 0.2, 0.5, 0.8, 0.93, 0.985, 1.0], [0.7, 0.92, 1.0, 0.98, 0.82, 0.56, 0.26, 0]
    )
    cob = lathe(np.column_stack([profile, tall * t]), colour, 0.6, steps=128, crease=180)
    v = cob.vertices
    around = np.arctan2(v[:, 0], v[:, 2]) / (2 * math.pi) * 14
    row = v[:, 1] / 0.0085
    bump = np.sqrt(np.abs(np.sin(around * math.pi) * np.sin(row * math.pi)))
    cob = raised(cob, (bump * F(0.0030) * smoothstep(tall, tall * 0.9, v[:, 1])).astype(F))
    return cob.painted(
        blend(mix(colour, "#a8620c", 0.75), mix(colour, "#fff3a0", 0.22), smoothstep(0.1, 0.75, bump))
    )


@draws("broccoli")
def broccoli(look: Look) -> Model:
    """A head of broccoli on its pale stalk."""
    green = look.tint("#4cae42")
    rng = look.rng("head")
    stalk = mix(green, "#dcecae", 0.62)
    tree = Clay(0.012).limb((0, 0.006, 0), (0, 0.040, 0), 0.0185, 0.0165, stalk)
    heads: list[tuple[Array, float]] = [(np.array([0, 0.098, 0]), 0.0300)]
    for k in range(6):
        a = k * 1.05 + 0.5
        heads.append((np.array([0.040 * math.sin(a), 0.074 + 0.006 * (k % 2), 0.036 * math.cos(a)]), 0.0245))
    for k in range(4):
        a = k * 1.57 + 0.1
        heads.append((np.array([0.024 * math.sin(a), 0.094, 0.022 * math.cos(a)]), 0.0225))
    for at, _ in heads[:7]:
        tree.limb((0, 0.034, 0), at * np.array([0.8, 0.85, 0.8]), 0.012, 0.012, stalk)
    florets = [_floret(size, green, at, rng).moved(*(float(c) for c in at)) for at, size in heads]
    return fruit_model(join(slumped(tree.mesh(36, gloss=0.25)), *florets))


def _floret(size: float, green: Array, at: Array, rng: np.random.Generator) -> Mesh:
    """A bunch of buds; none where the other bunches hide them."""
    shade = mix(green, "#1c4a22", 0.3)
    lump = lumpy(
        ball((size, size * 0.88, size), (0, 0, 0), shade, 0.12, steps=13), size * 0.06, size * 0.4, rng
    )
    outward = (at - np.array([0, 0.066, 0])) / np.linalg.norm(at - np.array([0, 0.066, 0]))
    shows = (lump.vertices[:, 1] > -0.5 * size) & (lump.normals @ outward.astype(F) > -0.1)
    points, normals = spots(lump, 50, size * 0.235, rng, shows)
    bud = [ball(size * 0.19, (0, 0, 0), c, 0.16, steps=4) for c in (green, mix(green, "#9be060", 0.4),
        mix(green, "#1f5a2a", 0.2))]  # fmt: skip
    return join(lump, planted(bud, points, normals, rng))


@draws("avocado")
def avocado(look: Look) -> Model:
    """An avocado cut in two: one half with its stone towards the viewer, the other behind it, skin out."""
    skin = look.tint("#3c5a2a")
    rng = look.rng("avocado")
    half = _avocado_half(skin, rng, stone=True)
    front = half.turned(pitch=66).moved(-0.026, 0, 0.016)
    front = front.moved(y=-float(front.low[1]))
    whole = turned_body(_AVOCADO, skin, 0.45)
    bumps = noise3(whole.vertices, 0.004, rng, 2)
    whole = raised(whole, (bumps - F(0.5)) * F(0.0012)).painted(blend(mix(skin, "#1a2a14", 0.45),
        mix(skin, "#86a348", 0.35), smoothstep(0.35, 0.75, bumps)))  # fmt: skip
    knob = ball(0.0035, (0, 0.106, 0), "#6b5a34", 0.2, steps=8)
    back = join(whole, knob).turned(roll=-24, pitch=-8).moved(0.030, 0, -0.026)
    return fruit_model(join(front, back.moved(y=-float(back.low[1]))))


_AVOCADO = [(0, 0.0), (0.014, 0.002), (0.030, 0.016), (0.0345, 0.036), (0.029, 0.058), (0.0195, 0.080), (0.012, 0.097),
    (0.005, 0.1045), (0, 0.106)]  # fmt: skip


def _avocado_half(skin: Array, rng: np.random.Generator, *, stone: bool) -> Mesh:
    """Lying on its back, cut face up, its broad end towards +z."""
    right = smooth(_AVOCADO, closed=False, steps=5)
    outline = np.concatenate([right, (right * np.array([-1, 1]))[::-1][1:-1]])
    outline[:, 1] -= 0.042
    rings = np.array([1.0, 0.985, 0.955, 0.93, 0.88, *np.linspace(0.82, 0.0, 12)])
    flat = rings[:, None, None] * outline[None]
    points = np.stack([flat[..., 0], np.zeros(flat.shape[:2]), -flat[..., 1]], -1).reshape(-1, 3)
    face = make(points, grid_faces(len(rings), len(outline), wraps=True), gloss=0.4)
    if face.normals[:, 1].mean() < 0:
        face = replace(face, faces=np.ascontiguousarray(face.faces[:, ::-1]), normals=-face.normals)
    share = np.repeat(rings, len(outline)).astype(F)
    flesh = blend("#f4eea0", "#c4d66c", smoothstep(0.45, 0.93, share))
    flesh = over(flesh, "#7fae3c", smoothstep(0.90, 0.965, share))
    face = face.painted(over(flesh, skin, smoothstep(0.972, 0.995, share)))
    shell = turned_body(_AVOCADO, skin, 0.45).moved(y=-0.042).turned(pitch=-90)
    low = shell.vertices.copy()
    low[:, 1] = np.minimum(low[:, 1], -0.0004)
    pit = lumpy(
        ball((0.0150, 0.0135, 0.0155), (0, 0.002, 0.006), "#8a5224", 0.62, steps=30), 0.0006, 0.010, rng
    )
    pit = pit.painted(blend("#6f3d18", "#a9672e", noise3(pit.vertices, 0.012, rng, 2)))
    return join(face, replace(shell, vertices=low), pit if stone else None)


@draws("star_fruit", yaw=-12)
def star_fruit(look: Look) -> Model:
    """A star fruit and two slices of it: stars."""
    skin = skin_of(look, "#e6c531")
    t = np.linspace(0, 1, 44)
    reach = np.sin(np.clip(t, 0.004, 0.996) * math.pi) ** 0.55
    a = np.linspace(0, 2 * math.pi, 90, endpoint=False)
    ridge = _star_radius(a)
    x = 0.115 * (t - 0.5)
    vertices = np.stack([np.repeat(x[:, None], 90, 1), 0.034 * reach[:, None] * (ridge * np.cos(a))[None],
        0.034 * reach[:, None] * (ridge * np.sin(a))[None]], -1).reshape(-1, 3)  # fmt: skip
    body = make(vertices, grid_faces(44, 90, wraps=True), gloss=0.62)
    if float((body.normals * body.vertices).sum()) < 0:
        body = replace(body, faces=np.ascontiguousarray(body.faces[:, ::-1]), normals=-body.normals)
    high = np.tile(ridge / ridge.max(), 44).astype(F)
    body = body.painted(
        blend(mix(skin, "#c99a1c", 0.35), mix(skin, "#a9c24a", 0.55), smoothstep(0.55, 1.0, high))
    )
    stalk = tube([(0.055, 0, 0), (0.066, 0.003, 0)], [0.0030, 0.0022], STALK)
    whole = join(body, stalk).turned(roll=8).moved(0.012, 0.030, -0.026)
    slice_ = _star_slice(0.034, skin)
    standing = slice_.turned(pitch=-20).moved(-0.034, 0.030, 0.026)
    lying = slice_.turned(yaw=14, pitch=-64).moved(0.036, 0.012, 0.044)
    parts = [part.moved(y=-float(part.low[1])) for part in (whole, standing, lying)]
    return fruit_model(join(*parts))


def _star_radius(angle: NDArray[np.float64]) -> NDArray[np.float64]:
    """Five rounded ridges, the first upwards; 1 at their tips."""
    wave: NDArray[np.float64] = 0.46 + 0.54 * np.abs(np.cos(2.5 * angle)) ** 1.6
    return wave


def _star_slice(radius: float, skin: Array) -> Mesh:
    """A slice facing +z: pale flesh, a rim of skin, five seeds."""
    a = np.linspace(0, 2 * math.pi, 80, endpoint=False)
    outline = radius * np.stack([_star_radius(a) * np.sin(a), _star_radius(a) * np.cos(a)], -1)
    slab = extrude(outline, 0.008, skin, 0.6)
    inner = extrude(outline * 0.90, 0.0086, mix(skin, "#fbee9c", 0.55), 0.6)
    pith = both_sides(extrude(outline * 0.30, 0.0090, mix(skin, "#fdf6c8", 0.7), 0.5))
    seeds = [ball((0.0014, 0.0030, 0.0010), (0, 0.0105, 0.0046), rgb("#8a5a24"), 0.5, steps=6).turned(roll=k * 72)
        for k in range(5)]  # fmt: skip
    return join(slab, inner, pith, *seeds)
