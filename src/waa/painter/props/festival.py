"""What is hung up, lit, given and played with at festivals."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, lumpy, over
from waa.painter.shapes import bezier, star
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, grid_faces, join, lathe, make, tube
from waa.painter.solid.model import Anchor, Lamp, Model
from waa.painter.solid.relief import noise3, raised, smooth_normals

GOLD = "#e2b95a"
RED = "#d4241f"


def gold(mesh: Mesh) -> Mesh:
    return mesh.painted(GOLD).finished(gloss=0.7, metal=0.9)


@draws("christmas_tree")
def christmas_tree(look: Look) -> Model:
    """A fir, 1.9 m, with lights, balls, a star and presents."""
    green = look.tint("#2f7d45")
    tiers = [_tier(y, r, h, green, look, k) for k, (y, r, h) in enumerate(((0.22, 0.62, 0.58),
        (0.56, 0.52, 0.52), (0.88, 0.41, 0.47), (1.16, 0.30, 0.42), (1.40, 0.19, 0.36)))]  # fmt: skip
    trunk = cylinder(0.075, 0.30, "#6b4426", 0.15)
    balls, lights, lamps = [], [], []
    colours = ("#d8242c", "#f2c63a", "#4a8ae0", "#e86aa8", "#f4f0ea")
    for k, (y, r, count) in enumerate(((0.25, 0.60, 13), (0.60, 0.50, 11), (0.92, 0.395, 9), (1.20, 0.285, 7),
        (1.44, 0.175, 5))):  # fmt: skip
        for j in range(count):
            a = 2 * math.pi * (j + 0.5 * (k % 2)) / count + 0.2
            x, z = r * math.sin(a), r * math.cos(a)
            colour = colours[(j + 2 * k) % 5]
            bauble = ball(0.044, (x, y - 0.028, z), colour, 0.9, steps=11)
            balls.append(bauble.finished(metal=0.35) if colour == "#f2c63a" else bauble)
    turns = 5.2
    s = np.linspace(0, 1, 62)
    ry = 0.34 + 1.30 * s
    rr = np.interp(ry, [0.34, 1.70], [0.56, 0.10]) + 0.022 * np.cos(s * 60)
    angle = s * turns * 2 * math.pi
    for i in range(62):
        at = (float(rr[i] * math.sin(angle[i])), float(ry[i]), float(rr[i] * math.cos(angle[i])))
        if at[2] < -0.05:
            continue
        lights.append(ball(0.0145, at, "#fff0b8", 0.3, steps=6).finished(glow=1.0))
        if i % 2 == 0:
            lamps.append(Lamp(at=at, radius=0.10, colour="#ffd88a", strength=0.55))
    top = gold(extrude(star(0, 0, 0.125, 0.055), 0.045, GOLD, 0.7)).finished(glow=0.6).moved(0, 1.80, 0)
    lamps.append(Lamp(at=(0, 1.80, 0), radius=0.34, colour="#ffe08a", strength=0.7))
    gifts = [_gift(w, h, c, ribbon).turned(yaw=y).moved(x, 0, z)
        for w, h, c, ribbon, x, z, y in ((0.24, 0.18, "#d4343c", "#f4e2b0", -0.34, 0.34, 18),
        (0.19, 0.24, "#3a7ac8", "#f4f0ea", 0.36, 0.32, -24), (0.17, 0.12, "#f0b93a", "#c8242c", 0.06, 0.52,
        8))]  # fmt: skip
    mesh = join(trunk, *tiers, *balls, *lights, top, *gifts)
    return Model(mesh=mesh, lamps=tuple(lamps), anchors={"grip": Anchor(at=(0, 0.8, 0)),
        "top": Anchor(at=(0, 1.92, 0), size=0.2)})  # fmt: skip


def _tier(y: float, radius: float, tall: float, green: Colour, look: Look, number: int) -> Mesh:
    """One skirt of branches: a cone with hanging tips."""
    steps = 72
    t = np.linspace(0, 1, 12)
    skirt = lathe([(0, 0.06), *np.column_stack([radius * (0.55 + 0.45 * np.linspace(0, 1, 5)),
        0.06 - 0.06 * np.linspace(0, 1, 5) ** 0.6]), *np.column_stack([radius * (1 - t[1:]) ** 0.92
        * (1 - 0.12 * np.sin(t[1:] * math.pi)), tall * t[1:]])], green, 0.15, steps=steps,
        crease=180)  # fmt: skip
    v = skirt.vertices
    a = np.arctan2(v[:, 0], v[:, 2])
    reach = np.hypot(v[:, 0], v[:, 2]) / radius
    lobes = np.abs(np.cos(a * 6.5 + number * 0.8))
    out = 1 - 0.13 * lobes * smoothstep(0.35, 1.0, reach)
    v = v * np.stack([out, np.ones_like(out), out], -1)
    v[:, 1] += y + (0.055 * lobes - 0.03) * smoothstep(0.5, 1.0, reach)
    skirt = replace(skirt, vertices=v.astype(F))
    skirt = lumpy(replace(skirt, normals=smooth_normals(skirt)), 0.022, 0.07, look.rng("tier", number), 3)
    needles = noise3(skirt.vertices, 0.045, look.rng("needles", number), 2)
    tone = blend(mix(green, "#082a18", 0.55), mix(green, "#8fd08a", 0.30),
        np.clip(needles * 0.6 + reach * 0.45 - lobes * 0.15 * reach, 0, 1))  # fmt: skip
    return skirt.painted(tone)


def _gift(wide: float, tall: float, paper: Colour, ribbon: Colour) -> Mesh:
    body = box(wide, tall, wide, paper, 0.42, bevel=0.008)
    bands = [box(wide * 0.18, tall + 0.004, wide + 0.004, ribbon, 0.5, bevel=0.002),
        box(wide + 0.004, tall + 0.004, wide * 0.18, ribbon, 0.5, bevel=0.002)]  # fmt: skip
    loops = [ball((wide * 0.20, wide * 0.11, wide * 0.08), (s * wide * 0.17, tall + wide * 0.10, 0), ribbon,
        0.5, steps=12).turned(yaw=20) for s in (-1, 1)]  # fmt: skip
    return join(body, *bands, *loops, ball(wide * 0.07, (0, tall + wide * 0.06, 0), ribbon, 0.5, steps=10))


@draws("pumpkin")
def pumpkin(look: Look) -> Model:
    """A jack-o'-lantern, glowing from inside."""
    skin = look.tint("#f07a1e")
    unit = ball(1, steps=60)
    u = unit.vertices
    behind = (np.abs(np.arctan2(u[:, 0], u[:, 2])) > _FACE[0] - 0.06) | (u[:, 1] < _FACE[1] + 0.06) | (u[:,
        1] > _FACE[2] - 0.06)  # fmt: skip
    body = _rind(unit.kept(behind[unit.faces].any(1)), skin)
    face = _carved(_face_patch(), skin)
    stalk = tube(bezier((0, 0.075, 0), (0.002, 0.115, 0), (0.012, 0.135, 0), (0.034, 0.150, 0), 10),
        np.linspace(0.024, 0.014, 10).tolist(), "#6f8a3a", 0.25, steps=14)  # fmt: skip
    t = np.linspace(0, 1, 40)
    curl = np.stack([0.02 * np.cos(9 * t) * (0.4 + 0.6 * t) - 0.04 * t, 0.088 + 0.004 * t,
        0.03 + 0.02 * np.sin(9 * t) + 0.02 * t], -1)  # fmt: skip
    mesh = join(body, face, stalk, tube(curl, 0.0022, "#7aa53e", 0.3, steps=8))
    shift = -float(body.low[1])
    lamp = Lamp(at=(0, shift, 0.13), radius=0.26, colour="#ffb03a", strength=0.55)
    anchors = {"grip": Anchor(at=(0, shift, 0)), "top": Anchor(at=(0, shift + 0.10, 0), size=0.1),
        "inside": Anchor(at=(0, shift, 0))}  # fmt: skip
    return Model(mesh=mesh.moved(y=shift), lamps=(lamp,), anchors=anchors)


_FACE = (0.80, -0.80, 0.70)  # half its width in radians, its lower and upper edge on the unit ball


def _rind(unit: Mesh, skin: Colour) -> Mesh:
    """A piece of the unit ball as a piece of a ribbed pumpkin."""
    u = unit.vertices
    ribs = np.abs(np.cos(np.arctan2(u[:, 0], u[:, 2]) * 5.5)) ** 0.6
    grown = 0.93 + 0.09 * ribs * np.cos(u[:, 1] * 1.35)
    dent = 0.030 * np.exp(-((np.hypot(u[:, 0], u[:, 2]) / 0.30) ** 2))
    at = np.stack([0.150 * u[:, 0] * grown, 0.115 * u[:, 1] - np.sign(u[:, 1]) * dent,
        0.145 * u[:, 2] * grown], -1)  # fmt: skip
    mesh = replace(unit, vertices=at.astype(F))
    tone = blend(mix(skin, "#8a2c00", 0.42), mix(skin, "#ffb04a", 0.22), ribs.astype(F))
    tone = over(tone, "#c85a10", smoothstep(0.5, -0.9, u[:, 1]) * F(0.35))
    return replace(mesh, normals=smooth_normals(mesh)).painted(tone).finished(gloss=0.42)


def _face_patch() -> Mesh:
    """The front of the unit ball, finely cut."""
    a, y = np.meshgrid(np.linspace(-_FACE[0], _FACE[0], 116), np.linspace(_FACE[2], _FACE[1], 100))
    ring = np.sqrt(1 - y * y)
    return make(np.stack([ring * np.sin(a), y, ring * np.cos(a)], -1).reshape(-1, 3),
        grid_faces(100, 116, wraps=False)[:, ::-1])  # fmt: skip


def _carved(patch: Mesh, skin: Colour) -> Mesh:
    """The face cut into the rind: bright inside, pale on the cut."""
    mesh = _rind(patch, skin)
    mask, edge = _carving(
        np.arctan2(patch.vertices[:, 0], patch.vertices[:, 2]) * F(0.145), mesh.vertices[:, 1]
    )
    lit = blend("#ff9a1e", "#ffe98a", smoothstep(0.05, -0.06, mesh.vertices[:, 1]))
    mesh = raised(mesh.painted(over(mesh.colours, "#f6c766", edge)), -mask * F(0.014))
    surface = mesh.surface.copy()
    surface[:, 0], surface[:, 1] = surface[:, 0] * (1 - mask), np.maximum(mask, edge * F(0.35))
    return replace(mesh, surface=surface).painted(mesh.colours + (lit - mesh.colours) * mask[:, None])


def _carving(u: Array, w: Array) -> tuple[Array, Array]:
    """(cut out, its bevelled edge), 0..1, over metres across and up: triangular eyes, a nose, a grin with three teeth."""

    def triangle(cx: float, cy: float, half: float, tall: float, slant: float) -> Array:
        dx, dy = np.abs(u - cx - slant * (w - cy)), w - cy
        return np.minimum((half * (1 - dy / tall) - dx) * 0.8, np.minimum(dy, tall - dy))

    def middle(x: Array | float) -> Array | float:
        return -0.040 + 4.4 * x**2

    smile = np.minimum(0.0175 - 1.6 * u**2 - np.abs(w - middle(u)), 0.076 - np.abs(u))
    for tx, sign in ((-0.026, 1), (0.026, 1), (0.0, -1)):
        tooth = np.maximum(np.abs(u - tx) - 0.0085, np.abs(w - middle(tx) - sign * 0.0145) - 0.0095)
        smile = np.minimum(smile, tooth)
    eyes = np.maximum(triangle(-0.044, 0.024, 0.027, 0.038, 0.2), triangle(0.044, 0.024, 0.027, 0.038, -0.2))
    inside = np.maximum(np.maximum(eyes, triangle(0.0, -0.004, 0.011, 0.019, 0.0)), smile)
    return smoothstep(-0.0008, 0.0012, inside), smoothstep(-0.0042, -0.0014, inside) * smoothstep(0.0016, 0.0,
        inside)  # fmt: skip
