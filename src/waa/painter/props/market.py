"""More of the greengrocer's: peppers, aubergine, cucumber, potato, onion, garlic, lychees, dragon fruit."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F, mix
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, lumpy, over
from waa.painter.props.fruit import (
    STALK,
    fruit_model,
    skin_of,
    turned_body,
)
from waa.painter.props.garnish import leaf, planted, spots
from waa.painter.props.serving import is_held
from waa.painter.shapes import bezier
from waa.painter.solid.leaf import leaf as blade
from waa.painter.solid.mesh import Mesh, ball, join, lathe, tube
from waa.painter.solid.model import Model
from waa.painter.solid.relief import noise3, raised, smooth_normals


def _standing(mesh: Mesh) -> Mesh:
    """Its middle over the origin, its foot on the ground."""
    low, high = mesh.low, mesh.high
    return mesh.moved(-float(low[0] + high[0]) / 2, -float(low[1]), -float(low[2] + high[2]) / 2)


# -- vegetables --------------------------------------------------------------------------------------------------


def pepper_mesh(skin: Array) -> Mesh:
    """A bell pepper, 9 cm, three-lobed."""
    body = turned_body([(0, 0.010), (0.014, 0.002), (0.028, 0.010), (0.036, 0.036), (0.0375, 0.058), (0.030, 0.074),
        (0.016, 0.0765), (0.006, 0.068), (0, 0.066)], skin, 0.85, steps=72)  # fmt: skip
    v = body.vertices
    turn = np.arctan2(v[:, 0], v[:, 2])
    lobes = 1 + 0.10 * (np.abs(np.cos(1.5 * turn)) - 0.55)
    foot = F(0.006) * np.cos(3 * turn) * smoothstep(0.03, 0.0, v[:, 1])
    body = replace(body, vertices=np.stack([v[:, 0] * lobes, v[:, 1] + foot, v[:, 2] * lobes], -1).astype(F))
    body = replace(body, normals=smooth_normals(body))
    cap = ball((0.013, 0.005, 0.013), (0, 0.0685, 0), "#5f9a3a", 0.35, steps=14)
    stalk = tube(bezier((0, 0.068, 0), (0, 0.080, 0), (0.003, 0.088, 0), (0.012, 0.095, 0), 8),
        np.linspace(0.0065, 0.0052, 8)
        .tolist(), "#6fa83f", 0.3, steps=12)  # fmt: skip
    return _standing(join(body, cap, stalk))


_PEPPERS = ("#d8281f", "#fbc02a", "#5fa83a", "#f2802a")


@draws("bell_pepper")
def bell_pepper(look: Look) -> Model:
    """A red pepper; the members of a group have different colours."""
    return fruit_model(pepper_mesh(skin_of(look, _PEPPERS[look.variant % len(_PEPPERS)])))


@draws("chilli", yaw=-6)
def chilli(look: Look) -> Model:
    """A curved red chilli, its green stalk up."""
    skin = skin_of(look, "#d81f1f")
    path = bezier((-0.050, 0, 0), (-0.020, -0.020, 0.004), (0.030, -0.026, 0.004), (0.064, 0.016, 0), 26)
    fat = 0.0115 * np.interp(np.linspace(0, 1, 26), [0, 0.08, 0.3, 0.7, 1], [0.75, 1.0, 0.96, 0.62, 0.06])
    pod = tube(path, fat.tolist(), skin, 0.85, steps=20)
    cap = ball((0.0075, 0.0100, 0.0100), (-0.053, 0.002, 0), "#5f9a3a", 0.3, steps=14)
    stem = tube(
        bezier((-0.056, 0.003, 0), (-0.066, 0.010, 0), (-0.070, 0.020, 0), (-0.072, 0.034, 0), 8),
        0.0032,
        "#6fa83f",
    )
    return fruit_model(_standing(join(pod, cap, stem).turned(roll=-50 if is_held(look) else -16)))


def aubergine_mesh(skin: Array) -> Mesh:
    """An aubergine standing on its broad end, 16 cm."""
    body = turned_body([(0, 0.0), (0.018, 0.001), (0.032, 0.016), (0.035, 0.040), (0.029, 0.075), (0.020,
        0.110), (0.015, 0.132),
        (0.009, 0.140), (0, 0.141)], skin, 0.9, steps=56)  # fmt: skip
    v = body.vertices
    bend = F(0.9) * v[:, 1] ** 2
    body = replace(body, vertices=(v + np.stack([bend, 0 * bend, 0 * bend], -1)).astype(F))
    tips = [
        blade(
            [
                (0.017, 0.142, 0),
                (0.017 + 0.014 * math.sin(a), 0.138, 0.014 * math.cos(a)),
                (0.014 + 0.020 * math.sin(a), 0.118, 0.020 * math.cos(a)),
            ],
            (math.sin(a), 0.4, math.cos(a)),
            0.020,
            0.0030,
            "#6f9f4a",
            cup=-0.2,
        )
        for a in np.arange(5) * 1.257
    ]
    stalk = tube(
        [(0.018, 0.138, 0), (0.021, 0.152, 0), (0.027, 0.162, 0)],
        [0.0060, 0.0048, 0.0055],
        "#6f9f4a",
        0.3,
        steps=12,
    )
    return join(body, *tips, stalk)


@draws("aubergine", yaw=-8)
def aubergine(look: Look) -> Model:
    """An aubergine lying aslant, glossy."""
    one = aubergine_mesh(skin_of(look, "#4a2560"))
    return fruit_model(_standing(one.turned(roll=-22) if is_held(look) else one.turned(roll=66, yaw=-10)))


def cucumber_mesh(skin: Array, rng: np.random.Generator) -> Mesh:
    """A cucumber along x, 18 cm, ribbed and warty."""
    x = np.linspace(-0.085, 0.085, 60)
    fat = 0.0170 * np.clip(1 - (np.abs(x) / 0.0885) ** 6, 0.02, 1) ** 0.5
    body = tube(np.stack([x, 0.5 * x**2, 0 * x], -1), fat.tolist(), skin, 0.55, steps=40)
    v = body.vertices
    turn = np.arctan2(v[:, 2], v[:, 1] - 0.5 * v[:, 0] ** 2)
    rib = np.cos(turn * 9)
    warts = smoothstep(0.66, 0.80, noise3(v, 0.006, rng, 1))
    body = raised(body, (F(0.0004) * rib + F(0.0009) * warts).astype(F))
    pale = smoothstep(0.3, 0.95, rib) * smoothstep(0.02, 0.085, v[:, 0]) * F(0.7)
    return body.painted(
        over(
            blend(mix(skin, "#16361a", 0.35), mix(skin, "#6fb04a", 0.25), smoothstep(-0.9, 0.9, rib)),
            "#b5d684",
            pale,
        )
    )


@draws("cucumber", yaw=-14)
def cucumber(look: Look) -> Model:
    """A cucumber and slices of it."""
    skin = skin_of(look, "#3f8a36")
    one = cucumber_mesh(skin, look.rng("skin"))
    if is_held(look):
        return fruit_model(_standing(one.turned(roll=62)))
    rings = np.array([1, 0.97, 0.92, 0.88, 0.6, 0.55, 0.3, 0]) * 0.0175
    wheel = lathe(
        [(0, 0), (0.0170, 0), *np.column_stack([rings, np.full(8, 0.005)])], skin, 0.5, steps=40, crease=60
    )
    r = np.hypot(wheel.vertices[:, 0], wheel.vertices[:, 2]) / 0.0175
    a = np.arctan2(wheel.vertices[:, 0], wheel.vertices[:, 2])
    seed = smoothstep(0.5, 0.9, np.cos(a * 9)) * smoothstep(0.22, 0.3, r) * smoothstep(0.62, 0.52, r)
    inner = over(blend("#e9f4c8", "#c4e296", smoothstep(0.3, 0.88, r)), "#fbf9dc", seed)
    wheel = wheel.painted(
        np.where(((r < 0.93) & (np.abs(wheel.normals[:, 1]) > 0.5))[:, None], inner, wheel.colours)
    )
    slices = [wheel.turned(pitch=p, yaw=y).moved(x, h, z) for x, h, z, p, y in ((-0.040, 0.009, 0.040, 30, 20),
        (-0.012, 0.009,
        0.048, 34, -6), (0.020, 0.0, 0.052, 0, 0))]  # fmt: skip
    return fruit_model(join(_standing(one.turned(yaw=10)).moved(z=-0.012), *slices))


@draws("potato", yaw=-8)
def potato(look: Look) -> Model:
    """A potato with its eyes."""
    skin = look.tint("#d9aa63")
    rng = look.rng("skin")
    body = lumpy(ball((0.042, 0.028, 0.031), (0, 0, 0), skin, 0.25, steps=36), 0.0030, 0.028, rng)
    at, _ = spots(body, 11, 0.018, rng)
    away = np.sqrt(((body.vertices[:, None] - at[None]) ** 2).sum(-1)).min(1)
    dent = smoothstep(0.0042, 0.001, away)
    tone = blend(mix(skin, "#8a5a2a", 0.32), mix(skin, "#ffe2a8", 0.25), noise3(body.vertices, 0.012, rng, 3))
    body = raised(body.painted(over(tone, "#7a4f26", dent * F(0.8))), -dent * F(0.0016))
    return fruit_model(_standing(body.turned(yaw=10)))


@draws("onion")
def onion(look: Look) -> Model:
    """A brown onion in its papery skin."""
    skin = look.tint("#d28a3c")
    body = turned_body([(0, 0.005), (0.008, 0.001), (0.026, 0.008), (0.0395, 0.032), (0.034, 0.054), (0.018,
        0.066), (0.0075, 0.076),
        (0.0050, 0.092), (0, 0.094)], skin, 0.5, steps=72)  # fmt: skip
    turn = np.arctan2(body.vertices[:, 0], body.vertices[:, 2])
    lines = smoothstep(0.55, 1.0, np.cos(turn * 17 + 0.6 * np.sin(body.vertices[:, 1] * 60)))
    tone = blend(skin, mix(skin, "#8a4a1c", 0.6), lines * F(0.8))
    body = body.painted(
        over(tone, mix(skin, "#fff0c4", 0.6), smoothstep(0.062, 0.08, body.vertices[:, 1]) * F(0.7))
    )
    roots = [tube([(0, 0.004, 0), (0.008 * math.sin(a), 0.0015, 0.008 * math.cos(a))], [0.0012, 0.0005], "#c9b48a", steps=5)
        for a in np.arange(9) * 0.7]  # fmt: skip
    return fruit_model(join(body, *roots))


@draws("garlic")
def garlic(look: Look) -> Model:
    """A bulb of garlic with a loose clove before it."""
    skin = look.tint("#fbf3e6")
    body = turned_body([(0, 0.006), (0.010, 0.001), (0.024, 0.006), (0.031, 0.022), (0.025, 0.038), (0.011,
        0.049), (0.006, 0.058),
        (0.0048, 0.076), (0, 0.078)], skin, 0.4, steps=80)  # fmt: skip
    v = body.vertices
    turn = np.arctan2(v[:, 0], v[:, 2])
    cloves = np.abs(np.cos(4 * turn)) ** 0.6
    swell = 1 + 0.14 * (cloves - 0.7) * smoothstep(0.055, 0.03, v[:, 1])
    body = replace(body, vertices=(v * np.stack([swell, np.ones_like(swell), swell], -1)).astype(F))
    body = replace(body, normals=smooth_normals(body))
    tint = smoothstep(0.35, 0.05, cloves) * F(0.5) + smoothstep(0.6, 0.9, np.cos(turn * 23)) * F(0.25)
    body = body.painted(over(body.colours, "#c9a0b8", tint * smoothstep(0.06, 0.03, v[:, 1])))
    if is_held(look):
        return fruit_model(body)
    clove = blade(
        [(0, 0, 0), (0.008, 0.012, 0.002), (0.010, 0.028, 0)],
        (0, 0, 1),
        0.020,
        0.018,
        mix(skin, "#f2d8e2", 0.4),
        gloss=0.4,
    )
    return fruit_model(join(body, _standing(clove.turned(roll=70)).moved(0.030, 0, 0.030)))


# -- fruit -------------------------------------------------------------------------------------------------------


def lychee_mesh(skin: Array, rng: np.random.Generator) -> Mesh:
    """A lychee, 3.4 cm, its stalk up."""
    body = ball((0.0165, 0.0175, 0.0165), (0, 0.0172, 0), skin, 0.35, steps=30)
    k = np.arange(120)
    y, a = 1 - 2 * (k + 0.5) / 120, k * 2.39996
    seeds = np.stack(
        [0.0165 * np.sqrt(1 - y**2) * np.sin(a), 0.0172 + 0.0175 * y, 0.0165 * np.sqrt(1 - y**2) * np.cos(a)],
        -1,
    )
    away = np.sqrt(((body.vertices[:, None] - seeds[None].astype(F)) ** 2).sum(-1)).min(1)
    bump = smoothstep(0.0032, 0.0006, away)
    tone = blend(mix(skin, "#6a0f1c", 0.4), mix(skin, "#ff8a7a", 0.3), bump)
    return raised(body.painted(tone), bump * F(0.0010))


@draws("lychee", yaw=-6)
def lychee(look: Look) -> Model:
    """Lychees on their twig, one peeled."""
    skin = skin_of(look, "#c92a3c")
    rng = look.rng("lychee")
    one = lychee_mesh(skin, rng)
    if is_held(look):
        return fruit_model(one)
    places = (
        (-0.032, 0, 0.004),
        (0.002, 0, 0.020),
        (0.034, 0, 0.000),
        (0.000, 0, -0.018),
        (-0.014, 0.027, 0.002),
        (0.018, 0.027, 0.002),
    )
    parts = [one.turned(yaw=k * 70, roll=(k % 3 - 1) * 12).moved(*p) for k, p in enumerate(places)]
    knot = (0.002, 0.080, -0.004)
    parts += [tube(bezier((x, y + 0.033, z), (x, y + 0.045, z), (knot[0], 0.066, knot[2]), knot, 8), 0.0013, STALK, steps=7)
        for x, y, z in places]  # fmt: skip
    parts += [
        leaf(0.055, 0.020, "#3f8a3a", bend=0.3).turned(roll=r).turned(yaw=y).moved(*knot)
        for y, r in ((20, 14), (160, 20), (250, 30))
    ]
    flesh = ball((0.0150, 0.0160, 0.0150), (0.052, 0.0158, 0.040), "#f4f2ea", 0.85, steps=22).finished(
        glow=0.18
    )
    cup = lychee_mesh(skin, rng).moved(0.052, -0.0015, 0.040)
    cup = cup.kept((cup.vertices[cup.faces, 1] < 0.014).all(1))
    return fruit_model(join(*parts, flesh, cup))


@draws("dragon_fruit", yaw=-8)
def dragon_fruit(look: Look) -> Model:
    """A dragon fruit and half of one, white flesh full of black seeds."""
    skin = skin_of(look, "#e0357a")
    rng = look.rng("seeds")
    body = turned_body([(0, 0.004), (0.012, 0.001), (0.030, 0.014), (0.038, 0.044), (0.032, 0.074), (0.018,
        0.092), (0, 0.097)], skin,
        0.5, steps=56)  # fmt: skip
    scales = []
    for k in range(26):
        t = 0.10 + 0.86 * k / 25
        y, a = 0.096 * t, k * 2.39996
        r = float(
            np.interp(y, [0, 0.014, 0.044, 0.074, 0.092, 0.097], [0.010, 0.030, 0.038, 0.032, 0.018, 0.004])
        )
        s, c, long = math.sin(a), math.cos(a), 0.016 + 0.016 * t
        path = [(r * 0.94 * s, y, r * 0.94 * c), ((r + long * 0.35) * s, y + long * 0.5, (r + long * 0.35) * c),
            ((r + long * 0.75) * s, y + long * 1.1, (r + long * 0.75) * c)]  # fmt: skip
        scale = blade(path, (s, -0.3, c), 0.017, 0.003, skin, gloss=0.4, steps=8, across=7)
        share = smoothstep(y + long * 0.2, y + long * 1.0, scale.vertices[:, 1])
        scales.append(scale.painted(over(scale.colours, "#9fcf5a", share)))
    whole = join(body, *scales)
    if is_held(look):
        return fruit_model(whole)
    front = _dragon_half(skin, rng).turned(pitch=62)
    front = front.moved(-0.030, -float(front.low[1]), 0.040)
    return fruit_model(join(whole.turned(roll=-14).moved(0.034, 0.004, -0.026), front))


def _dragon_half(skin: Array, rng: np.random.Generator) -> Mesh:
    """Cut lengthwise, its face up."""
    shell = ball((0.036, 0.034, 0.047), (0, 0, 0), skin, 0.45, steps=28)
    low = shell.vertices.copy()
    low[:, 1] = np.minimum(low[:, 1], -0.0005)
    rings = np.array([1.0, 0.97, 0.93, 0.915, 0.8, 0.5, 0.0])
    face = lathe(np.column_stack([rings, np.zeros(7)]), "#fdfaf2", 0.5, steps=64, crease=180)
    r = np.hypot(face.vertices[:, 0], face.vertices[:, 2])
    face = face.painted(
        np.where(
            (r > 0.94)[:, None],
            skin,
            over(face.colours, mix(skin, "#ffffff", 0.6), smoothstep(0.88, 0.93, r)),
        )
    )
    face = face.scaled(0.036, 1, 0.047)
    k = np.arange(90)
    reach, a = 0.86 * np.sqrt((k + 0.5) / 90), k * 2.39996
    points = np.stack([0.036 * reach * np.sin(a), 0 * a + 0.0002, 0.047 * reach * np.cos(a)], -1).astype(F)
    points += rng.normal(0, 0.0008, points.shape).astype(F) * np.array([1, 0, 1], F)
    seeds = planted(
        ball((0.0011, 0.0006, 0.0008), (0, 0, 0), "#26211f", 0.5, steps=4),
        points,
        np.tile(np.array([0, 1, 0], F), (90, 1)),
        rng,
    )
    return join(replace(shell, vertices=low), face, seeds)
