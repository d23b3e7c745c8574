"""What creeps, hangs and drifts, made friendly: snake, spider, bat, squid."""

from __future__ import annotations

import itertools
import math

import numpy as np
from numpy.typing import NDArray

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.rigs.features import cheeks, eyes, mouth
from waa.painter.shapes import Outline, bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, ball, extrude, join, mirrored, tube
from waa.painter.solid.model import Anchor, Model

# -- snake -------------------------------------------------------------------------------------------------------


@draws("snake", yaw=14)
def snake(look: Look) -> Model:
    """Coiled, its head raised on an S, its tongue out; diamonds along its back. 30 cm tall."""
    tone = look.tint("#5fae4a")
    path = _coil()
    t = np.linspace(0, 1, len(path))
    fat = 0.030 * np.interp(t, [0, 0.06, 0.25, 0.75, 0.92, 1.0], [0.16, 0.45, 0.95, 1.0, 0.82, 0.80])
    body = tube(path, fat.tolist(), tone, 0.45, steps=26)
    nearest = np.argmin(((body.vertices[:, None, ::1] - path[None].astype(F)) ** 2).sum(-1), axis=1)
    body = body.painted(_diamonds(body, path, nearest, fat.astype(F), rgb(tone)))
    head_at = path[-1] + np.array([0, 0.004, 0.030])
    head = Clay(0.02)
    head.ball(head_at, (0.042, 0.034, 0.048), tone)
    head.ball(head_at + np.array([0, -0.008, 0.026]), (0.034, 0.023, 0.034), mix(tone, "#f4f3c0", 0.25))
    head.limb(path[-1] - np.array([0, 0.012, 0.006]), head_at, 0.024, 0.026, tone)
    y = float(head_at[1])
    face = join(eyes(head, 0.024, y + 0.014, 0.0115), mouth(head, [(-0.022, y - 0.010), (-0.010, y - 0.016), (0.010,
        y - 0.016), (0.022, y - 0.010)], 0.0018), cheeks(head, 0.030, y - 0.004, 0.0075))  # fmt: skip
    z = float(head_at[2])
    tongue = [tube(bezier((0, y - 0.016, z + 0.052), (0, y - 0.018, z + 0.066), (0, y - 0.020, z + 0.074),
        (s * 0.009, y - 0.026,
        z + 0.088), 8), np.linspace(0.0028, 0.0016, 8).tolist(), "#e2425a", 0.5, steps=8) for s in (-1, 1)]  # fmt: skip
    mesh = join(body, head.mesh(44, gloss=0.45), face, *tongue)
    return Model(mesh=mesh, anchors={"head": Anchor(at=(0, y + 0.030, z - 0.01), size=0.085),
        "eyes": Anchor(at=(0, y + 0.014,
        z + 0.040), size=0.085), "neck": Anchor(at=(0, y - 0.06, z - 0.03), size=0.07), "mouth": Anchor(at=(0,
        y - 0.016, z + 0.05),
        size=0.10), "top": Anchor(at=(0, y + 0.034, z), size=0.07), "grip": Anchor(at=(0, 0.08, 0))})  # fmt: skip


def _coil() -> Outline:
    """From the tip of the tail round two and a half times, then up in an S to the neck."""
    a = np.linspace(-0.6, 2 * math.pi * 2.05, 150)
    share = np.linspace(0, 1, 150)
    r = 0.128 - 0.062 * share**1.2
    flat = np.stack([r * np.sin(a), 0.029 + 0.052 * share**1.3, r * 0.92 * np.cos(a)], -1)
    end = flat[-1]
    rise = bezier(end, end + (flat[-1] - flat[-6]) * 4, (0.075, 0.135, -0.085), (0.0, 0.165, -0.070), 22)
    lift = bezier(
        (0.0, 0.165, -0.070), (-0.07, 0.192, -0.055), (-0.030, 0.215, -0.02), (0.0, 0.268, 0.012), 24
    )
    return smooth(np.concatenate([flat, rise[2:], lift[1:]])[::3], closed=False, steps=4)


def _diamonds(body: Mesh, path: Outline, nearest: NDArray[np.intp], fat: Array, tone: Array) -> Array:
    """A pale belly, dark diamonds edged in yellow along the upper side."""
    out = body.vertices - path[nearest].astype(F)
    up = out[:, 1] / np.maximum(fat[nearest], F(1e-4))
    along = (nearest / len(path) * 22) % 1
    ring = np.abs(along - 0.5) * 2 + np.clip(1 - up, 0, 2) * 0.75
    colours = tone + (rgb("#f3efb8") - tone) * smoothstep(-0.30, -0.55, up)[:, None]
    colours = colours + (rgb("#f4d95a") - colours) * smoothstep(0.92, 0.86, ring)[:, None]
    dark: Array = colours + (shift(tone, 0.0, 1.1, 0.42) - colours) * smoothstep(0.74, 0.68, ring)[:, None]
    return dark


# -- spider ------------------------------------------------------------------------------------------------------


@draws("spider", yaw=-8)
def spider(look: Look) -> Model:
    """Round and furry, four pairs of banded legs, big eyes; 5 cm across."""
    tone = look.tint("#5a4a66")
    clay = Clay(0.006).ball((0, 0.0175, -0.013), (0.0150, 0.0140, 0.0165), tone)
    clay.ball((0, 0.0165, 0.0085), (0.0120, 0.0112, 0.0105), mix(tone, "#a48ab0", 0.2))
    pale = mix(tone, "#ffd9a0", 0.75)

    def marked(v: Array, n: Array, c: Array) -> Array:
        back = np.hypot(v[:, 0] / 0.0045, (v[:, 2] + 0.018) / 0.0075) + (v[:, 1] < 0.022) * 9
        return np.where((back < 1)[:, None], rgb("#f2693c"), c)

    skin = painted_finely(clay.mesh(44, gloss=0.25), marked)
    legs = []
    for k, (yaw, reach, lift) in enumerate(
        ((38, 0.028, 0.018), (70, 0.026, 0.020), (104, 0.026, 0.019), (140, 0.030, 0.018))
    ):
        a = math.radians(yaw)
        x, z = math.sin(a), math.cos(a)
        path = smooth([(0.009 * x, 0.0165, 0.006 + 0.006 * z - 0.003 * k), (0.6 * reach * x, 0.0165 + lift,
        0.6 * reach * z),
            (reach * x, 0.014, reach * z), (1.16 * reach * x, 0.0012, 1.12 * reach * z)], closed=False,
        steps=7)  # fmt: skip
        one = tube(
            path, np.linspace(0.0030, 0.0014, len(path)).tolist(), shift(tone, 0, 1, 0.85), 0.25, steps=10
        )
        along = np.hypot(one.vertices[:, 0], one.vertices[:, 2]) / reach
        band = smoothstep(0.13, 0.08, np.abs(along - 0.66)) + smoothstep(0.12, 0.06, np.abs(along - 1.0))
        legs.append(one.painted(one.colours + (pale - one.colours) * np.clip(band, 0, 1)[:, None]))
    face = join(eyes(clay, 0.0050, 0.0190, 0.0040, white="#fffdf6"), eyes(clay, 0.0092, 0.0222, 0.0017),
        mouth(clay, [(-0.0035, 0.0118), (0, 0.0106), (0.0035, 0.0118)], 0.0006), cheeks(clay, 0.0086, 0.0138,
        0.0019))  # fmt: skip
    fangs = mirrored(ball((0.0009, 0.0016, 0.0008), (0.0016, 0.0100, 0.0188), "#fffdf2", 0.5, steps=8))
    return Model(mesh=join(skin, *(mirrored(leg) for leg in legs), face, fangs), anchors={"head": Anchor(at=(0,
        0.027, 0.008),
        size=0.023), "top": Anchor(at=(0, 0.030, -0.012), size=0.02), "back": Anchor(at=(0, 0.031, -0.012),
        size=0.02)})  # fmt: skip


# -- bat ---------------------------------------------------------------------------------------------------------


@draws("bat", yaw=-6)
def bat(look: Look) -> Model:
    """A fruit bat on spread wings: a round furry body, great ears, two little teeth; 34 cm across."""
    fur = look.tint("#6a4a3c")
    skin = shift(fur, 0, 1.05, 0.62)
    clay = (
        Clay(0.02)
        .ball((0, 0.070, 0), (0.040, 0.052, 0.036), fur)
        .ball((0, 0.122, 0.012), (0.040, 0.036, 0.036), fur)
    )
    clay.ball((0, 0.066, 0.016), (0.028, 0.038, 0.026), mix(fur, "#e8b98a", 0.6), blend=0.012)
    clay.ball((0, 0.112, 0.040), (0.018, 0.014, 0.014), mix(fur, "#f0cfa8", 0.55), blend=0.010)
    ears = [leaf([(s * 0.022, 0.142, 0.008), (s * 0.032, 0.170, 0.010), (s * 0.036, 0.200, 0.004)], (s * -0.2,
        0, 1), 0.036, 0.010,
        fur, cup=0.45, inside="#e9a59a", gloss=0.1) for s in (-1, 1)]  # fmt: skip
    nose = ball((0.0065, 0.0050, 0.0045), (0, 0.118, 0.0545), "#3a2622", 0.5, steps=12)
    face = join(eyes(clay, 0.018, 0.130, 0.0085), mouth(clay, [(-0.011, 0.108), (0, 0.103), (0.011, 0.108)], 0.0013),
        cheeks(clay, 0.027, 0.114, 0.0062))  # fmt: skip
    teeth = [tube([(s * 0.0050, 0.1055, 0.0515), (s * 0.0050, 0.0985, 0.0525)], [0.0018, 0.0005], "#fffdf6", 0.5, steps=8)
        for s in (-1, 1)]  # fmt: skip
    feet = [
        tube([(s * 0.014, 0.026, 0.012), (s * 0.016, 0.008, 0.022)], [0.006, 0.0042], skin, 0.2, steps=8)
        for s in (-1, 1)
    ]
    mesh = join(clay.mesh(52, gloss=0.08), *ears, nose, face, *teeth, *feet, mirrored(_bat_wing(skin, fur)))
    return Model(mesh=mesh, anchors={"head": Anchor(at=(0, 0.156, 0.010), size=0.08), "eyes": Anchor(at=(0, 0.130, 0.045),
        size=0.08), "mouth": Anchor(at=(0, 0.104, 0.055), size=0.07), "hands": Anchor(at=(0, 0.060, 0.06), size=0.09),
        "neck": Anchor(at=(0, 0.095, 0.010), size=0.07), "top": Anchor(at=(0, 0.16, 0.01), size=0.06),
        "back": Anchor(at=(0, 0.09, -0.036), size=0.06)})  # fmt: skip


def _bat_wing(skin: Colour, fur: Colour) -> Mesh:
    """Fingers with skin between them, its lower edge scalloped; the right one."""
    wrist = (0.085, 0.150)
    tips = ((0.172, 0.122), (0.160, 0.062), (0.112, 0.022), (0.060, 0.018))
    edge = [(0.020, 0.100), (0.045, 0.118), wrist, tips[0]]
    for a, b in itertools.pairwise(tips):
        edge += [((a[0] + b[0]) / 2 * 0.90 + 0.006, (a[1] + b[1]) / 2 * 0.92 + 0.014), b]
    edge += [(0.042, 0.040), (0.016, 0.040)]
    outline = np.concatenate(
        [np.linspace(edge[k], edge[k + 1], 4, endpoint=False) for k in range(len(edge) - 1)] + [[edge[-1]]]
    )
    sheet = extrude(smooth(outline[::2], steps=3), 0.0030, mix(skin, "#c98a6a", 0.25), 0.2)
    sheet = sheet.painted(lambda v, n, c: c * (F(0.82) + F(0.30) * smoothstep(0.02, 0.16, v[:, 1]))[:, None])
    bones = [
        tube(
            [(0.022, 0.095, 0.002), (0.050, 0.124, 0.002), (*wrist, 0.002)],
            [0.0085, 0.0060, 0.0050],
            fur,
            0.1,
            steps=10,
        )
    ]
    bones += [tube(bezier((*wrist, 0.001), (wrist[0] * 0.6 + t[0] * 0.45, wrist[1] * 0.6 + t[1] * 0.42, 0.003),
        (wrist[0] * 0.2
        + t[0] * 0.85, wrist[1] * 0.2 + t[1] * 0.82, 0.003), (*t, 0.001), 10), np.linspace(0.0042, 0.0018,
        10).tolist(), skin,
        0.2, steps=8) for t in tips]  # fmt: skip
    claw = tube([(*wrist, 0.002), (0.083, 0.166, 0.006)], [0.0040, 0.0008], "#f2e6cf", 0.4, steps=8)
    wing = join(sheet, *bones, claw)
    bend = 0.9 * wing.vertices[:, 0] ** 2
    return Mesh((wing.vertices + np.stack([0 * bend, 0 * bend, bend], -1)).astype(F), wing.faces, wing.normals,
        wing.colours,
        wing.surface)  # fmt: skip


# -- squid -------------------------------------------------------------------------------------------------------


@draws("squid", yaw=-10)
def squid(look: Look) -> Model:
    """A squid upright in the water: pointed mantle with two fins, speckled, eight arms and two long ones, 40 cm."""
    tone = look.tint("#f08f7a")
    pale = mix(tone, "#fff0e6", 0.6)
    clay = Clay(0.02)
    for y, r in ((0.215, 0.062), (0.255, 0.064), (0.295, 0.054), (0.330, 0.038), (0.358, 0.020)):
        clay.ball((0, y, 0), (r, 0.034, r * 0.92), tone, blend=0.03)
    clay.ball((0, 0.168, 0.004), (0.056, 0.042, 0.052), mix(tone, pale, 0.3), blend=0.02)
    rng = look.rng("arms")
    tips = []
    for k in range(8):
        a = 2 * math.pi * (k + 0.5) / 8
        x, z = math.sin(a), math.cos(a)
        curl = 0.030 * (1 if k % 2 else -1)
        path = bezier((0.030 * x, 0.140, 0.028 * z), (0.055 * x, 0.095, 0.050 * z), (0.060 * x + curl * z,
        0.050, 0.055 * z - curl * x),
            (0.085 * x + curl * z, 0.030 + 0.02 * float(rng.random()), 0.078 * z - curl * x), 8)  # fmt: skip
        clay.strand(path.tolist(), 0.0165, 0.0062, tone, blend=0.010)
        tips += list(path[2:7]) if z > -0.2 else []
    skin = clay.mesh(72, gloss=0.45)
    spots = rng.uniform(-1, 1, (70, 3)) * np.array([0.07, 0.10, 0.07]) + np.array([0, 0.27, 0])
    away = np.sqrt(((skin.vertices[:, None] - spots[None].astype(F)) ** 2).sum(-1)).min(1)
    fleck = smoothstep(0.0085, 0.0055, away) * smoothstep(0.19, 0.21, skin.vertices[:, 1])
    skin = skin.painted(
        skin.colours + (shift(tone, -0.01, 1.15, 0.78) - skin.colours) * (fleck * F(0.8))[:, None]
    )
    fins = [leaf([(s * 0.020, 0.345, -0.004), (s * 0.062, 0.335, -0.004), (s * 0.100, 0.300, 0.004)], (0, 0,
        1), 0.085, 0.012,
        shift(tone, 0, 1.02, 0.94), cup=0.1, gloss=0.4) for s in (-1, 1)]  # fmt: skip
    long_arms = []
    for s in (-1, 1):
        path = bezier(
            (s * 0.020, 0.140, 0.040),
            (s * 0.085, 0.100, 0.070),
            (s * 0.060, 0.045, 0.080),
            (s * 0.135, 0.040, 0.060),
            16,
        )
        long_arms.append(tube(path, np.interp(np.linspace(0, 1, 16), [0, 0.6, 0.8, 0.92, 1], [0.0085, 0.0062,
        0.0125, 0.0125,
            0.004]).tolist(), mix(tone, pale, 0.25), 0.4, steps=12))  # fmt: skip
    suckers = [
        ball(0.0036, (p[0] * 1.02, p[1] + 0.001, p[2] + 0.0115), pale, 0.3, steps=7)
        for p in tips
        if p[2] > 0.01
    ]
    face = join(eyes(clay, 0.030, 0.172, 0.0165, white="#fffdf6"), mouth(clay, [(-0.009, 0.146), (0, 0.141),
        (0.009, 0.146)], 0.0019),
        cheeks(clay, 0.041, 0.150, 0.0080))  # fmt: skip
    mesh = join(skin, *fins, *long_arms, *suckers, face)
    mesh = mesh.moved(y=-float(mesh.low[1]))
    return Model(mesh=mesh, anchors={"head": Anchor(at=(0, 0.355, 0), size=0.09), "eyes": Anchor(at=(0, 0.15,
        0.06), size=0.11),
        "hands": Anchor(at=(0, 0.07, 0.10), size=0.14), "hand": Anchor(at=(0.125, 0.03, 0.06), size=0.1),
        "neck": Anchor(at=(0, 0.175, 0), size=0.12), "top": Anchor(at=(0, 0.365, 0), size=0.06)})  # fmt: skip
