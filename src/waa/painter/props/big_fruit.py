"""Large fruit: watermelon, pineapple, durian, mango."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend
from waa.painter.props.fruit import STALK, fruit_model, skin_of, turned_body
from waa.painter.props.garnish import blade, both_sides
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, box, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import cracks, nearest, noise3, raised, smooth_normals


@draws("watermelon", yaw=12)
def watermelon(look: Look) -> Model:
    """Half a watermelon, its cut face to the viewer, and a wedge."""
    rind = look.tint("#2f8a3c")
    half = _melon_half(0.115, rind, look).turned(pitch=46)
    half = half.moved(0.035, -float(half.low[1]), -0.035)
    wedge = _melon_wedge(0.125, 0.036, rind)
    wedge = wedge.turned(yaw=-14).moved(-0.088, 0, 0.090)
    return fruit_model(join(half, wedge))


_FLESH = "#ee3b45"


def _melon_colours(share: ArrayLike, rind: Array) -> Array:
    """From the middle of the flesh to the peel, by share of the radius."""
    flesh = blend(mix(_FLESH, "#ff8a7a", 0.25), _FLESH, smoothstep(0.0, 0.6, share))
    pale = smoothstep(0.80, 0.90, share)
    colour = flesh + (rgb("#f6f5d8") - flesh) * pale[:, None]
    colour = colour + (mix(rind, "#e9f3c0", 0.55) - colour) * smoothstep(0.93, 0.96, share)[:, None]
    return colour + (rind - colour) * smoothstep(0.972, 0.98, share)[:, None]


def _melon_half(radius: float, rind: Array, look: Look) -> Mesh:
    bowl = ball(radius, (0, 0, 0), rind, 0.5, steps=44)
    v = bowl.vertices.copy()
    v[:, 1] = np.minimum(v[:, 1], 0)
    turn = np.arctan2(v[:, 0], v[:, 2]) / (2 * math.pi) * 12
    wobble = noise3(bowl.vertices, 0.03, look.rng("rind"), 2)
    band = smoothstep(0.18, 0.30, np.abs((turn + (wobble - 0.5) * 0.9) % 1 - 0.5))
    bowl = replace(bowl, vertices=v).painted(blend(mix(rind, "#0c3a1c", 0.45), mix(rind, "#b9dc84", 0.5),
        band))  # fmt: skip
    rings = np.array([1.0, 0.985, 0.975, 0.965, 0.95, 0.93, 0.9, 0.86, 0.82, 0.78, 0.7, 0.6, 0.5, 0.4, 0.3,
        0.2, 0.1, 0.0])  # fmt: skip
    face = lathe(np.column_stack([rings * radius, 0.0015 * np.ones(len(rings))]), _FLESH, 0.5, steps=72,
        crease=180)  # fmt: skip
    face = face.painted(lambda v, n, c: _melon_colours(np.hypot(v[:, 0], v[:, 2]) / F(radius), rind))
    seeds = []
    for count, reach, start in ((16, 0.68, 0.0), (10, 0.44, 0.2)):
        for k in range(count):
            a = 2 * math.pi * k / count + start
            seed = ball((0.0022, 0.0012, 0.0042), (0, 0, reach * radius), "#2a1a18", 0.75,
                steps=8).turned(yaw=math.degrees(a))  # fmt: skip
            seeds.append(seed.moved(y=0.0018))
    return join(bowl, face, *seeds)


def _melon_wedge(radius: float, thick: float, rind: Array) -> Mesh:
    """A triangular slice standing on its rind, its red face to the viewer."""
    a = np.radians(np.linspace(-32, 32, 25))
    rings = np.array([0.02, 0.12, 0.25, 0.4, 0.55, 0.68, 0.76, 0.80, 0.83, 0.86, 0.89, 0.92, 0.94, 0.955,
        0.97, 0.985, 1.0])  # fmt: skip
    r, t = np.meshgrid(rings, a, indexing="ij")
    x, y = (r * np.sin(t) * radius).ravel(), ((1 - r) * 0.94 * radius).ravel()
    colours = _melon_colours(r.ravel().astype(F), rind)
    front = make(np.stack([x, y, np.full_like(x, thick / 2)], -1),
        grid_faces(len(rings), 25, wraps=False)[:, ::-1], gloss=0.5).painted(colours)  # fmt: skip
    back = front.scaled(1, 1, -1)
    rim = []
    for line, colour in ((np.stack([x.reshape(r.shape)[:, 0], y.reshape(r.shape)[:, 0]], -1),
        colours.reshape(*r.shape, 3)[:, 0]), (np.stack([x.reshape(r.shape)[::-1, -1],
        y.reshape(r.shape)[::-1, -1]], -1), colours.reshape(*r.shape, 3)[::-1, -1]),
        (np.stack([x.reshape(r.shape)[-1], y.reshape(r.shape)[-1]], -1),
        colours.reshape(*r.shape, 3)[-1])):  # fmt: skip
        edge = np.concatenate([np.column_stack([line, np.full(len(line), z)])
            for z in (-thick / 2, thick / 2)])  # fmt: skip
        side = make(edge, grid_faces(2, len(line), wraps=False)[:, ::-1],
            gloss=0.5).painted(np.tile(colour, (2, 1)))  # fmt: skip
        rim.append(both_sides(side))
    seeds = [ball((0.0018, 0.0034, 0.0012), (radius * 0.66 * math.sin(t), radius * 0.34 * 0.94,
        thick / 2 + 0.0003), "#2a1a18", 0.7, steps=8) for t in np.radians([-22, -8, 7, 21])]  # fmt: skip
    return join(front, back, *rim, *seeds)


@draws("pineapple")
def pineapple(look: Look) -> Model:
    """A pineapple, 28 cm with its crown."""
    skin = skin_of(look, "#e09a2c")
    body = turned_body([(0, 0.003), (0.030, 0.0), (0.048, 0.012), (0.058, 0.055), (0.058, 0.085), (0.049, 0.130),
        (0.030, 0.150), (0, 0.152)], skin, 0.4, steps=110)  # fmt: skip
    dense = _denser(body)
    v = dense.vertices
    k = np.arange(130)
    y = 0.005 + 0.146 * (k + 0.5) / 130
    reach = np.interp(y, [0, 0.012, 0.055, 0.085, 0.13, 0.15], [0.03, 0.048, 0.058, 0.058, 0.049, 0.03])
    eyes = np.stack([reach * np.sin(k * 2.39996), y, reach * np.cos(k * 2.39996)], -1)
    border = cracks(v, eyes)
    dense = raised(dense, 0.0042 * smoothstep(0.0, 0.0055, border))
    away = nearest(v, eyes)
    colour = blend("#8a5a1c", skin, smoothstep(0.0004, 0.0026, border))
    colour = colour + (mix(skin, "#8fa63a", 0.5) - colour) * (smoothstep(0.09, 0.0,
        v[:, 1]) * 0.35 * smoothstep(0.0, 0.004, border))[:, None]  # fmt: skip
    colour = colour + (rgb("#7a4a18") - colour) * smoothstep(0.0026, 0.0010, away)[:, None]
    blades = []
    rng = look.rng("crown")
    for ring, (count, out, up, base) in enumerate(((10, 0.075, 0.055, 0.016), (9, 0.055, 0.088, 0.012),
        (7, 0.032, 0.112, 0.008), (5, 0.012, 0.128, 0.004))):  # fmt: skip
        for j in range(count):
            a = math.degrees(2 * math.pi * (j + 0.5 * ring) / count + float(rng.normal()) * 0.1)
            curve = bezier((base, 0.0, 0), (base + out * 0.25, up * 0.55, 0),
                (base + out * 0.5, up * 1.05, 0), (base + out, up * 0.86, 0), 9)  # fmt: skip
            blades.append(blade(curve, 0.020 - 0.002 * ring, mix("#2f7a3a", "#5aa04a", ring / 3),
                tip="#8fbf5a").turned(yaw=a).moved(y=0.148))  # fmt: skip
    return fruit_model(join(dense.painted(colour), *blades))


def _denser(mesh: Mesh) -> Mesh:
    """Every triangle cut into four, for relief finer than the form needs."""
    v, f = mesh.vertices, mesh.faces
    edges = np.sort(np.concatenate([f[:, [0, 1]], f[:, [1, 2]], f[:, [2, 0]]]), axis=1)
    unique, which = np.unique(edges, axis=0, return_inverse=True)
    which = which.reshape(3, -1) + len(v)

    def middle(values: Array) -> Array:
        return np.concatenate([values, (values[unique[:, 0]] + values[unique[:, 1]]) / 2]).astype(F)

    ab, bc, ca = which
    faces = np.concatenate([np.stack(t, -1) for t in ((f[:, 0], ab, ca), (ab, f[:, 1], bc), (ca, bc, f[:, 2]),
        (ab, bc, ca))])  # fmt: skip
    return Mesh(middle(v), faces.astype(np.int32), middle(mesh.normals), middle(mesh.colours),
        middle(mesh.surface))  # fmt: skip


@draws("durian")
def durian(look: Look) -> Model:
    """A durian split open: spikes outside, creamy pods inside."""
    skin = skin_of(look, "#8a9a3a")
    k = np.arange(150)
    y = 1 - 2 * (k + 0.5) / 150
    ring = np.sqrt(1 - y * y)
    spikes = np.stack([ring * np.sin(k * 2.39996), y, ring * np.cos(k * 2.39996)], -1)
    shell = ball(1, (0, 0, 0), skin, 0.25, steps=70)
    unit = shell.vertices
    away = nearest(unit, spikes)
    height = np.clip(1 - away / 0.135, 0, 1) ** 1.25
    open_at = _opening(unit)
    shell = raised(shell, 0.17 * height * smoothstep(0.0, 0.10, open_at))
    colour = blend(mix(skin, "#4a5220", 0.55), mix(skin, "#d8d070", 0.40), smoothstep(0.05, 0.9, height))
    keep = (open_at[shell.faces] > 0).all(1)
    husk = replace(shell.painted(colour), faces=np.ascontiguousarray(shell.faces[keep]))
    inner = ball((0.84, 0.90, 0.30), (0, 0, 0.50), "#f5edd2", 0.2, steps=40)
    inner = replace(inner, faces=np.ascontiguousarray(inner.faces[:, ::-1]), normals=-inner.normals)
    inner = inner.painted(lambda v, n, c: blend("#e3d6a6", "#f8f2dc",
        smoothstep(0.2, 0.5, v[:, 2]))).finished(glow=0.45)  # fmt: skip
    pods = []
    for x, yy, size, roll in ((-0.26, 0.36, 1.08, 14), (0.26, 0.14, 1.12, -8), (-0.13, -0.36, 1.1, 40)):
        pod = ball((0.25 * size, 0.36 * size, 0.26), (0, 0, 0), "#f9d04e", 0.4, steps=28)
        bumps = noise3(pod.vertices + F(x * 7), 0.16, look.rng("pod"), 2)
        pod = raised(pod, (bumps - 0.5) * 0.05).painted(blend("#efb52c", "#ffe38a",
            smoothstep(0.25, 0.7, bumps)))  # fmt: skip
        pods.append(pod.turned(roll=roll).moved(x, yy, 0.72))
    stalk = tube([(0, 0.95, 0), (0.02, 1.22, 0)], [0.09, 0.11], STALK, 0.1)
    t = np.linspace(0, 2 * math.pi, 61)
    across, along = 0.60 * np.cos(t), 0.86 * np.sin(t) - 0.02
    rim = tube(
        np.stack([across, along, np.sqrt(1 - across**2 - along**2)], -1) * 0.99,
        0.042,
        "#ded79c",
        0.25,
        steps=10,
    )
    fruit = join(husk, inner, rim, *pods, stalk).scaled(0.085, 0.095, 0.085)
    return fruit_model(fruit.moved(y=-float(fruit.low[1])))


def _opening(unit: Array) -> Array:
    """How far a point of the unit sphere is outside the split at its front; negative inside it."""
    x, y, z = unit[:, 0], unit[:, 1], unit[:, 2]
    lens = (x / 0.60) ** 2 + ((y + 0.02) / 0.86) ** 2
    return np.where(z > 0, lens - 1, 1.0).astype(F)


@draws("mango")
def mango(look: Look) -> Model:
    """A mango and a half cut into cubes."""
    skin = skin_of(look, "#f7b52c")
    whole = ball((0.055, 0.038, 0.036), (0, 0, 0), skin, 0.5, steps=48)
    v = whole.vertices
    bent = v.copy()
    bent[:, 1] += F(0.010) * (v[:, 0] / F(0.055)) ** 2 - F(0.006) * np.exp(-(((v[:,
        0] - 0.045) / 0.014) ** 2)) * (v[:, 1] > 0)  # fmt: skip
    whole = replace(whole, vertices=bent)
    whole = replace(whole, normals=smooth_normals(whole))
    red = smoothstep(0.0, 0.05, v[:, 1] * 0.9 - v[:, 0] * 0.6) * (0.6 + 0.5 * noise3(v, 0.04,
        look.rng("blush"), 2))  # fmt: skip
    green = smoothstep(0.03, 0.06, v[:, 0]) * 0.35
    colour = blend(skin, "#e2492f", np.clip(red * 0.9, 0, 0.85))
    colour = colour + (rgb("#8fae3a") - colour) * green[:, None]
    whole = join(whole.painted(colour), tube([(0.053, 0.008, 0), (0.060, 0.013, 0)], 0.002,
        STALK)).turned(yaw=25, roll=16)  # fmt: skip
    whole = whole.moved(0.030, 0.044, -0.030)
    return fruit_model(join(whole, _hedgehog(skin).turned(yaw=12).moved(-0.030, 0, 0.036)))


def _hedgehog(skin: Array) -> Mesh:
    """The cut half of a mango, turned out so that its cubes stand apart."""
    cubes = []
    for i in range(-3, 4):
        for j in range(-2, 3):
            x, z = i / 3.6, j / 2.7
            if x * x + z * z > 0.95:
                continue
            lift = 0.020 * (1 - 0.55 * (x * x + z * z))
            cube = box(0.0115, 0.016, 0.0115, "#ffc22e", 0.62, bevel=0.0022).moved(y=-0.008)
            cube = cube.painted(lambda v, n, c: blend("#f79a12", "#ffd04a",
                smoothstep(-0.008, 0.006, v[:, 1])))  # fmt: skip
            cubes.append(cube.turned(pitch=z * 30).turned(roll=-x * 34).moved(x * 0.050, 0.010 + lift,
                z * 0.036))  # fmt: skip
    shell = lathe(smooth([(0, 0), (0.022, 0.002), (0.036, 0.011), (0.041, 0.021), (0.039, 0.022),
        (0.0, 0.026)], closed=False), skin, 0.5, crease=60)  # fmt: skip
    return join(*cubes, shell.scaled(1.18, 1, 0.86))
