"""Heads: skull, ears, eyes, brows, mouth, blush. A head is 1 high, its middle at the origin, chin at y = -0.5."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep, stream
from waa.painter.rigs.beasts.faces import line, on_skin, placed, toward
from waa.painter.shapes import ellipse, smooth
from waa.painter.solid.applique import applique
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.mesh import Mesh, ball, join

DARK = "#2a1a18"
GLOW = 0.22  # of skin: light goes through it, so that its shades stay warm


@dataclass(frozen=True, kw_only=True)
class Face:
    """What a face is like. Lengths in head heights; colours as hex.

    `eyes` open | happy | closed | down, `mouth` smile | grin | open | calm | sad | sing | o. `fine` is a portrait's.
    """

    skin: Colour = "#fad8ba"
    iris: Colour = "#4a2c1e"
    brow: Colour = "#33231f"
    lips: Colour = "#d97b74"
    blush: float = 0.5
    lashes: float = 0.3
    eye: float = 0.101
    eye_x: float = 0.178
    eye_y: float = -0.055
    cheeks: float = 1.0
    jaw: float = 1.0
    nose: float = 1.0
    brow_thick: float = 0.017
    wrinkles: bool = False
    eyes: str = "open"
    mouth: str = "smile"
    chin: float = 1.0
    long: float = 0.0  # how much lower the chin is
    bridge: float = 0.0  # of the nose
    brow_tilt: float = 0.0  # sad when positive, angry when negative
    freckles: bool = False
    gaze: float = 0.0
    fine: bool = False


def skull(face: Face) -> Clay:
    """The head without its hair."""
    skin = face.skin
    clay = Clay(0.10)
    clay.ball((0, 0.09, -0.03), (0.445, 0.41, 0.43), skin)
    clay.ball((0, -0.16, 0.035), (0.405 * face.jaw, 0.315 + 0.4 * face.long, 0.355), skin, blend=0.16)
    clay.ball((0, -0.350 - face.long, 0.125), (0.215 * face.jaw * face.chin, 0.140, 0.150), skin, blend=0.17)
    for side in (1, -1):
        clay.ball((side * 0.225, -0.205, 0.200), (0.155 * face.cheeks, 0.15, 0.13), skin, blend=0.12)
        clay.ball((side * 0.452, -0.075, -0.03), (0.055, 0.105, 0.075), skin, blend=0.03, yaw=side * 18)
    if face.bridge:
        clay.limb(
            (0, -0.02, 0.385), (0, -0.13, 0.405), 0.022 * face.bridge, 0.032 * face.bridge, skin, blend=0.06
        )
    tip = 0.046 * face.nose
    clay.ball((0, -0.150, 0.405), (tip, 0.83 * tip, 1.13 * tip), skin, blend=0.045)
    if face.fine:
        from waa.painter.rigs.people.fine_face import sculpt_lips  # it needs Face

        for side in (1, -1):
            clay.ball((side * 0.034, -0.162, 0.386), (0.020, 0.019, 0.024), skin, blend=0.035)
            clay.ball((side * 0.474, -0.070, 0.010), (0.030, 0.065, 0.035), skin, blend=0.02, carves=True)
        sculpt_lips(face, clay)
    return clay


def build_head(face: Face) -> tuple[Mesh, Clay]:
    """The mesh of a bald head with its face, and its clay for whatever else is set on it."""
    clay = skull(face)
    bald = clay.mesh(66 if face.fine else 30, gloss=0.10).finished(glow=GLOW)

    def complexion(v: Array, n: Array, c: Array) -> Array:
        return _complexion(face, v, c)

    base = painted_finely(bald, complexion, most=24000) if face.fine else bald.painted(complexion)
    return join(base, *(_fine(face, clay) if face.fine else _features(face, clay))), clay


def _features(face: Face, clay: Clay) -> list[Mesh]:
    pairs = [make(face, clay, side) for side in (1, -1) for make in (_eye, _brow)]
    return [*pairs, _mouth(face, clay)]


def _fine(face: Face, clay: Clay) -> list[Mesh]:
    from waa.painter.rigs.people import fine_face  # it needs Face

    parts = [fine_face.fine_brow(face, clay, side) for side in (1, -1)]
    closed = face.eyes in ("happy", "closed")
    parts += [_eye(face, clay, side) if closed else fine_face.fine_eye(face, clay, side) for side in (1, -1)]
    if face.wrinkles:
        parts += fine_face.wrinkles(face, clay)
    return [*parts, fine_face.fine_mouth(face, clay) or _mouth(face, clay)]


def _complexion(face: Face, v: Array, colours: Array) -> Array:
    """Skin with warmth in the cheeks, the tip of the nose and the ears."""
    dark = 1.0 - float(rgb(face.skin).mean())
    warm = mix(face.skin, "#ee5d50", 0.46 - 0.34 * dark)
    out = colours.copy()

    def warmed(amount: Array, colour: Array) -> None:
        out[:] = out + (colour - out) * np.clip(amount, 0, 1)[:, None]

    front = smoothstep(0.05, 0.2, v[:, 2])
    for side in (1, -1):
        cheek = ((v[:, 0] - side * 0.245) / 0.115) ** 2 + ((v[:, 1] + 0.195) / 0.085) ** 2
        warmed(np.exp(-cheek) * front * F(face.blush), warm)
    nose = (v[:, 0] / 0.055) ** 2 + ((v[:, 1] + 0.155) / 0.05) ** 2
    warmed(np.exp(-nose) * front * F(0.28), warm)
    warmed(smoothstep(0.43, 0.50, np.abs(v[:, 0])) * F(0.35), warm)
    if face.freckles:
        warmed(_freckles(v) * front * F(0.55), mix(face.skin, "#8a4a28", 0.75))
    if face.fine:
        from waa.painter.rigs.people.fine_face import lips

        warmed(lips(face, v) * F(0.34 + 0.46 * face.lashes), rgb(face.lips))
    return out.astype(F)


def _freckles(v: Array) -> Array:
    """0..1: small dots over nose and cheeks."""
    rng = stream("freckles")
    spots = np.stack([rng.uniform(-0.30, 0.30, 30), rng.uniform(-0.235, -0.125, 30)], -1)
    spots = spots[np.abs(spots[:, 0]) > 0.03]
    size = rng.uniform(0.008, 0.013, len(spots))
    far = np.hypot(v[:, None, 0] - spots[:, 0], v[:, None, 1] - spots[:, 1]) / size
    dots: Array = np.exp(-(far.min(1) ** 2)).astype(F)
    return dots


def _eye(face: Face, skin: Clay, side: int) -> Mesh:
    where, normal = on_skin(skin, [(side * face.eye_x, face.eye_y, 0)])
    ahead = normal[0] * F(0.6) + np.array([0, 0, 1], F) * F(0.4)
    ahead /= np.linalg.norm(ahead)
    if face.eyes in ("happy", "closed"):
        return _closed_eye(face, skin, side)
    return placed(_open_eye(face, side), toward(ahead), where[0] - ahead * F(face.eye * 0.15))


def _closed_eye(face: Face, skin: Clay, side: int) -> Mesh:
    t = np.linspace(-1, 1, 11)
    sag = (t**2 - 0.45) * face.eye * (-0.85 if face.eyes == "happy" else 0.55)
    points = [
        (side * face.eye_x + 0.95 * face.eye * float(u), face.eye_y + float(s), 0.0)
        for u, s in zip(t, sag, strict=True)
    ]
    parts = [line(skin, points, 0.0165, DARK)]
    if face.lashes > 0.5:
        tip = points[-1] if side > 0 else points[0]
        parts.append(
            line(
                skin,
                [tip, (tip[0] + side * 0.022, tip[1] + 0.004, 0), (tip[0] + side * 0.04, tip[1] + 0.014, 0)],
                0.010,
                DARK,
            )
        )
    return join(*parts)


def _open_eye(face: Face, side: int) -> Mesh:
    """An eye at the origin that looks along +z: deep brown with a spark, under a lash line."""
    tall, wide = face.eye, face.eye * 0.80
    steps = 40 if face.fine else 16
    globe = ball((wide, tall, wide * 0.55), colour=DARK, gloss=0.26, steps=steps)
    globe = globe.painted(lambda v, n, c: _iris(face, (v / np.array([wide, tall, wide * 0.55])).astype(F)))
    spark = ball(
        (0.29 * wide, 0.27 * tall, 0.12 * wide), (-0.30 * wide, 0.40 * tall, 0.46 * wide), "#ffffff", 0.1, 8
    )
    second = ball(
        (0.13 * wide, 0.11 * tall, 0.08 * wide), (0.32 * wide, -0.40 * tall, 0.44 * wide), "#ffffff", 0.1, 6
    )
    parts = [globe, spark.finished(glow=0.9), second.finished(glow=0.55)]
    parts.append(_lash_line(face, side, wide, tall))
    return join(*parts)


def _iris(face: Face, p: Array) -> Array:
    """Colours by place on the eyeball, x and y within -1..1: light pools at the bottom of the iris."""
    far = np.hypot(p[:, 0], p[:, 1])
    glow = mix(face.iris, "#d08a4e", 0.45)
    lit = smoothstep(0.10, -0.95, p[:, 1]) * smoothstep(1.02, 0.70, far)
    return (rgb("#21120f") + (glow - rgb("#21120f")) * (lit * F(0.95))[:, None]).astype(F)


def _lash_line(face: Face, side: int, wide: float, tall: float) -> Mesh:
    """The dark edge of the upper lid; longer outside with lashes."""
    from waa.painter.solid.mesh import tube

    reach = 0.2 + 0.5 * face.lashes
    angle = np.radians(np.linspace(160, 20 - 12 * reach, 14))
    path = np.stack(
        [np.cos(angle) * wide * 1.06, np.sin(angle) * tall * 1.04, 0.30 * wide * np.sin(angle)], -1
    )
    if face.lashes > 0.5:
        path = np.concatenate([path, [path[-1] + np.array([0.24 * wide, 0.10 * tall, 0.0])]])
    path[:, 0] *= side
    t = np.linspace(0, 1, len(path))
    thick = (0.55 + 0.55 * t) * np.sqrt(np.clip(1 - t**6, 0.05, 1)) * 0.16 * tall
    return tube(path, [float(r) for r in thick], DARK, 0.15, steps=8)


def _brow(face: Face, skin: Clay, side: int) -> Mesh:
    lift = {"happy": 0.02, "closed": -0.005}.get(face.eyes, 0.0)
    y = face.eye_y + face.eye + 0.085 + lift
    points = [
        (face.eye_x - 0.085, y - 0.008 + 0.09 * face.brow_tilt, 0),
        (face.eye_x, y + 0.022, 0),
        (face.eye_x + 0.095, y - 0.012 - 0.09 * face.brow_tilt, 0),
    ]
    path = smooth([(side * x, yy, z) for x, yy, z in points], closed=False, steps=6)
    return line(skin, path, face.brow_thick, face.brow)


def _mouth(face: Face, skin: Clay) -> Mesh:
    x, y = 0.0, -0.305
    if face.mouth in ("grin", "open", "sing", "o"):
        return _open_mouth(face, skin, y)
    bend, half = {"smile": (0.42, 0.100), "calm": (0.14, 0.066), "sad": (-0.40, 0.070)}[face.mouth]
    t = np.linspace(-1, 1, 13)
    points = [(x + half * float(u), y + bend * half * float(u * u) - 0.01, 0.0) for u in t]
    return line(skin, points, 0.0115, mix(face.lips, DARK, 0.55))


def _open_mouth(face: Face, skin: Clay, y: float) -> Mesh:
    if face.mouth in ("sing", "o"):
        outline = ellipse(0, y - 0.01, 0.046, 0.062 if face.mouth == "sing" else 0.04, steps=24)
        return join(
            applique(skin, outline, mix(face.lips, DARK, 0.15), 0.012),
            applique(skin, (outline - (0, y - 0.01)) * 0.78 + (0, y - 0.01), "#6b2326", 0.017),
        )
    half, drop = (0.105, 0.085) if face.mouth == "grin" else (0.098, 0.115)
    outline = smooth(
        [
            (-half, y + 0.030),
            (0, y + 0.012),
            (half, y + 0.030),
            (half * 0.62, y - drop * 0.62),
            (0, y - drop),
            (-half * 0.62, y - drop * 0.62),
        ],
        steps=6,
    )
    inside = applique(skin, outline, "#7a262a", 0.010)
    tongue = applique(skin, ellipse(0, y - drop * 0.72, half * 0.52, drop * 0.30, steps=20), "#e8817d", 0.016)
    teeth = applique(
        skin,
        smooth(
            [
                (-half * 0.78, y + 0.020),
                (0, y + 0.006),
                (half * 0.78, y + 0.020),
                (half * 0.6, y - 0.012),
                (0, y - 0.022),
                (-half * 0.6, y - 0.012),
            ],
            steps=4,
        ),
        "#fffaf2",
        0.017,
        gloss=0.3,
    )
    return join(inside, tongue, teeth)


def at_age(face: Face, age: str, *, woman: bool = False) -> Face:
    """The same face on a grown-up, a child, a baby or an old person."""
    if age == "baby":
        return replace(face, eye=face.eye * 1.04, eye_x=0.20, eye_y=-0.11, cheeks=1.25, blush=0.62, brow_thick=0.011,
                       nose=0.8)  # fmt: skip
    if age == "child":
        return replace(face, eye=face.eye * 1.06, eye_x=0.195, eye_y=-0.085, cheeks=1.12, blush=0.58, brow_thick=0.013,
                       nose=0.85)  # fmt: skip
    if age == "old":
        return replace(face, eye=face.eye * 0.80, eye_y=-0.045, cheeks=1.02, nose=1.18, wrinkles=True, brow_thick=0.020,
                       long=0.02, chin=0.95 if woman else 1.15, jaw=0.95, bridge=0.8)  # fmt: skip
    if woman:
        return replace(face, eye=face.eye * 0.98, eye_y=-0.050, eye_x=0.182, jaw=0.90, cheeks=0.95, chin=0.80, nose=0.86,
                       long=0.005, bridge=0.5)  # fmt: skip
    return replace(face, eye=face.eye * 0.86, eye_y=-0.035, eye_x=0.172, jaw=0.93, cheeks=0.84, chin=1.22, nose=1.02,
                   long=0.025, bridge=0.9, blush=0.34, brow_thick=0.021)  # fmt: skip


__all__ = ["DARK", "Face", "at_age", "build_head", "math", "skull"]
