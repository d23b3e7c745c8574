"""Birds: one body of clay in many proportions; wings fold, spread, hold and swim."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.rigs.bird_species import BIRDS, Bird
from waa.painter.rigs.features import cheeks, eyes
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.leaf import LONG, leaf
from waa.painter.solid.mesh import Mesh, ball, extrude, join, lathe, tube
from waa.painter.solid.model import Anchor, Model


def _place(clay: Clay, kind: Bird) -> tuple[Array, Array, float]:
    """Body and head of clay for a bird 1 m tall; where the body's and the head's middles are, and the head's radius."""
    up = kind.stance
    r = 0.27 * kind.plump
    tall, long = r * (0.95 + 0.42 * up), r * (1.38 - 0.38 * up)
    body = np.array([0, kind.legs + tall * 0.92, 0.0], F)
    clay.ball(body, (r, tall, long), kind.body, blend=0.03, pitch=-18 * (1 - up))
    clay.ball(
        body + (0, -0.10 * tall, 0.34 * long), (r * 0.80, tall * 0.80, long * 0.74), kind.belly, blend=0.03
    )
    head_r = 0.185 * kind.head_size
    head = body + np.array(
        [0, tall * (0.78 + 0.06 * up) + kind.neck + head_r * 0.55, long * (0.55 - 0.42 * up)], F
    )
    tone = kind.head or kind.body
    if kind.neck > 0.05:
        base = body + np.array([0, tall * 0.45, long * 0.62], F)
        bow = kind.neck * (0.30 if kind.neck > 0.2 else 0.0)
        path = bezier(
            base, base + (0, kind.neck * 0.5, 0.10 + bow), head + (0, -kind.neck * 0.45, -0.05 - bow), head, 7
        )
        clay.strand(
            path.tolist(),
            0.115 * kind.head_size + 0.03 * kind.plump,
            0.085 * kind.head_size + 0.01,
            tone,
            blend=0.05,
        )
    clay.ball(head, (head_r, head_r * 0.96, head_r * 0.96), tone, blend=0.03 + 0.05 * up)
    if kind.face is not None:
        for s in (-1, 1):
            clay.ball(
                head + (s * head_r * 0.44, -head_r * 0.06, head_r * 0.62),
                (head_r * 0.50, head_r * 0.62, head_r * 0.42),
                kind.face,
                blend=0.02,
            )
    if up > 0.9 and kind.tail_length > 0:
        clay.limb(
            body + (0, -tall * 0.75, -long * 0.6),
            body + (0, -tall * 0.88, -long * 0.6 - kind.tail_length),
            0.07,
            0.03,
            kind.tail or kind.body,
        )
    return body, head, head_r


def _beak(kind: Bird, clay: Clay, head: Array, head_r: float) -> Mesh:
    base = head + np.array([0, -head_r * 0.16, head_r * 0.86], F)
    length, tone = kind.beak_length, kind.beak
    if kind.beak_kind == "flat":
        bill = Clay(0.02).ball(
            base + (0, 0.0, length * 0.4), (0.070 * kind.head_size, 0.024, length * 0.72), tone
        )
        bill.ball(
            base + (0, -0.020, length * 0.2),
            (0.058 * kind.head_size, 0.018, length * 0.5),
            shift(tone, 0, 1, 0.9),
        )
        return bill.mesh(30, gloss=0.35)
    if kind.beak_kind == "hook":
        hook = Clay(0.015).ball(
            base + (0, 0.01, length * 0.25),
            (0.045 * kind.head_size, 0.045 * kind.head_size, length * 0.5),
            tone,
        )
        hook.limb(
            base + (0, 0.0, length * 0.55),
            base + (0, -0.075 * kind.head_size, length * 0.62),
            0.030 * kind.head_size,
            0.008,
            tone,
        )
        return hook.mesh(30, gloss=0.4)
    if kind.beak_kind == "long":
        tip = base + (0, -0.05 if kind.height == 1.35 else -0.015, length * 1.7)
        return join(
            tube(
                [base - (0, 0, 0.02), base + (0, 0.004, length * 0.8), tip], [0.034, 0.026, 0.008], tone, 0.35
            ),
            tube(
                [base - (0, 0, 0.03), base + (0, 0.003, length * 0.35)],
                [0.036, 0.032],
                mix(tone, "#f7c6b0", 0.6),
                0.3,
            ),
        )
    cone = lathe(
        smooth(
            [
                (0.052 * kind.head_size, 0),
                (0.040 * kind.head_size, length * 0.4),
                (0.006, length),
                (0, length),
            ],
            closed=False,
            steps=4,
        ),
        tone,
        0.35,
        crease=80,
    )
    return cone.turned(0, 84, 0).moved(*(base - (0, 0, 0.012)))


def _wing(kind: Bird, side: int, pose: str, body: Array, tall: float, r: float) -> Clay:
    """One wing: folded along the body, spread to fly, or held round something."""
    wing = Clay(0.02)
    dark = shift(kind.wing, 0, 1.05, 0.84)
    if pose == "fly":
        root = body + np.array([side * r * 0.7, tall * 0.35, 0.02], F)
        for k in range(6):
            f = k / 5
            a = math.radians(58 - 46 * f)
            end = root + np.array(
                [
                    side * (0.30 + 0.62 * math.cos(a) * (0.75 + 0.25 * f)),
                    0.36 * math.sin(a) + 0.05,
                    -0.10 - 0.16 * (1 - f),
                ],
                F,
            )
            start = root + np.array([side * 0.18 * f, 0.05, -0.02 * k], F)
            wing.limb(start, end, 0.070 - 0.012 * f, 0.026, mix(kind.wing, dark, f), blend=0.05)
        return wing
    if pose in ("hold", "eat", "read", "hug"):
        shoulder = body + np.array([side * r * 0.88, tall * 0.35, 0.03], F)
        wing.strand(
            [
                shoulder,
                body + (side * r * 1.15, tall * 0.02, 0.18),
                body + (side * r * 0.50, -tall * 0.02, r * 1.35),
            ],
            0.085,
            0.050,
            kind.wing,
            blend=0.04,
        )
        return wing
    if pose in ("wave", "cheer", "dance"):
        shoulder = body + np.array([side * r * 0.85, tall * 0.35, 0], F)
        raised = pose != "wave" or side > 0
        end = np.array([side * r * 1.75, tall * 0.85 if raised else -tall * 0.35, 0.05], F)
        wing.strand(
            [shoulder, body + (side * r * 1.35, tall * (0.45 if raised else 0.0), 0.02), body + end],
            0.085,
            0.045,
            kind.wing,
            blend=0.04,
        )
        return wing
    lean = 0.10 if kind.stance > 0.9 else 0.0
    top = body + np.array([side * r * (0.93 + lean), tall * 0.34, -0.02], F)
    tip = body + np.array(
        [
            side * r * (0.86 + 3.0 * lean),
            -tall * (0.62 if kind.stance > 0.6 else 0.18),
            -r * (0.15 if kind.stance > 0.6 else 1.05),
        ],
        F,
    )
    for k in range(3):
        drop = np.array([0, -0.05 * k, -0.02 * k], F)
        wing.limb(
            top + drop, tip + drop * 1.4, 0.085 - 0.012 * k, 0.032, mix(kind.wing, dark, k / 2), blend=0.05
        )
    return wing


def _legs(kind: Bird, body: Array, r: float, pose: str) -> list[Mesh]:
    if (kind.legs < 0.04 and not kind.webbed) or pose in ("swim", "fly"):
        return []
    meshes = []
    for s in (-1, 1):
        hip = body + np.array([s * r * 0.42, -0.10, 0.02], F)
        step = 0.10 * s if pose in ("walk", "run") else 0.0
        foot = np.array([s * r * 0.46, 0.018, 0.06 + step], F)
        if kind.legs > 0.06:
            meshes.append(
                tube(
                    np.stack([hip, (hip + foot) / 2 + (0, 0, -0.03), foot + (0, 0.01, -0.02)]),
                    0.022,
                    kind.leg,
                    0.25,
                    steps=10,
                )
            )
        toes = [(-0.05, 0.09), (0, 0.11), (0.05, 0.09)]
        if kind.webbed:
            outline = np.array([(-0.03, -0.02), (0.03, -0.02), *[(x * 1.5, z) for x, z in toes[::-1]]])
            meshes.append(
                extrude(smooth(outline, steps=4), 0.03, kind.leg, 0.25).turned(0, 90, 0).moved(*foot)
            )
        else:
            meshes += [
                tube([foot, foot + (x, -0.004, z)], [0.020, 0.012], kind.leg, 0.25, steps=8)
                for x, z in [*toes, (0, -0.06)]
            ]
    return meshes


def _tail(kind: Bird, body: Array, tall: float, long: float) -> Mesh | None:
    if kind.tail_length <= 0 or kind.stance > 0.9:
        return None
    fan = Clay(0.02)
    root = body + np.array([0, tall * (0.10 - 0.3 * kind.stance), -long * 0.80], F)
    for k in (-1, 0, 1):
        rise = 0.45 if kind.comb and kind.neck < 0.2 else 0.10 - 0.9 * max(0.0, kind.stance - 0.4)
        fan.limb(
            root,
            root + (0.06 * k, kind.tail_length * rise, -kind.tail_length),
            0.060,
            0.034,
            kind.tail or kind.wing,
            blend=0.05,
        )
    return fan.mesh(32, gloss=0.1)


def _plumes(tone: Colour, body: Array, tall: float, long: float) -> Mesh:
    """Sickle feathers in a fan that rises and falls behind a cock, the middle ones longest."""
    root = body + np.array([0, tall * 0.22, -long * 0.72], F)
    feathers = []
    for k in range(11):
        side, row = (k % 5 - 2) / 2, k // 5
        reach = (0.52 - 0.10 * row) * (1 - 0.16 * abs(side))
        rise = np.array([0.16 * side, 0.30 - 0.05 * row, -0.10], F)
        path = [
            root,
            root + rise * (reach / 0.4),
            root + (0.26 * side, reach * 0.86, -reach * 0.72),
            root + (0.34 * side, reach * 0.36, -reach * 1.18),
        ]
        shade = (tone, mix(tone, "#3f9a6a", 0.45), mix(tone, "#1f3f7a", 0.5))[k % 3]
        feathers.append(
            leaf(path, (side, 0.3, -1), 0.15, 0.024, shade, outline=LONG, cup=0.2, gloss=0.5, steps=14)
        )
    return join(*feathers)


def build(kind: Bird, look: Look) -> Model:
    """A bird of that kind in the pose of `look`, in metres."""
    if look.colour is not None:
        tone = look.tint(kind.body)
        kind = replace(
            kind,
            body=tone,
            wing=shift(tone, 0, 1.05, 0.84),
            head=None if kind.head is None else kind.head,
            belly=mix(tone, "#ffffff", 0.55),
        )
    clay = Clay(0.04)
    body, head, head_r = _place(clay, kind)
    r = 0.27 * kind.plump
    tall, long = r * (0.95 + 0.42 * kind.stance), r * (1.38 - 0.38 * kind.stance)
    parts: list[Mesh | None] = [
        clay.mesh(64),
        _beak(kind, clay, head, head_r),
        _tail(kind, body, tall, long),
        *_legs(kind, body, r, look.pose),
    ]
    if kind.plume is not None:
        parts.append(_plumes(kind.plume, body, tall, long))
    if kind.knob:
        at = (head + (0, head_r * 0.30, head_r * 0.94)).tolist()
        parts.append(ball((0.034, 0.040, 0.034), at, shift(kind.beak, 0, 1, 0.86), 0.35, steps=14))
    parts += [_wing(kind, s, look.pose, body, tall, r).mesh(36) for s in (-1, 1)]
    parts.append(_eyes(kind, clay, head, head_r, look))
    if kind.comb is not None:
        parts += [
            ball(
                (0.024, 0.045, 0.036),
                (head + (0, head_r * (0.95 + 0.1 * (k == 1)), head_r * (0.35 - 0.42 * k))).tolist(),
                kind.comb,
                0.3,
                steps=12,
            )
            for k in range(3)
        ]
        if kind.neck < 0.2:
            parts.append(
                ball(
                    (0.028, 0.050, 0.020),
                    (head + (0, -head_r * 0.75, head_r * 0.80)).tolist(),
                    kind.comb,
                    0.3,
                    steps=12,
                )
            )
    if kind.blush:
        parts.append(cheeks(clay, head_r * 0.58, float(head[1]) - head_r * 0.24, head_r * 0.20))
    scale = kind.height / float(join(*parts).high[1])
    model = Model(
        mesh=join(*parts),
        anchors=_anchors(body, head, head_r, r, tall),
        waterline=float(kind.legs + tall * 0.28),
    )
    return model.transformed(scale=scale)


def _eyes(kind: Bird, clay: Clay, head: Array, head_r: float, look: Look) -> Mesh:
    y = float(head[1]) + head_r * 0.12
    white = "#fff6dc" if kind.eye > 0.06 else None
    return eyes(
        clay,
        head_r * (0.42 if kind.stance > 0.9 else 0.56),
        y,
        kind.eye,
        white=white,
        iris="#2a1c10" if white else "#241a18",
    )


def _anchors(body: Array, head: Array, head_r: float, r: float, tall: float) -> dict[str, Anchor]:
    def at(p: NDArray[np.floating]) -> tuple[float, float, float]:
        x, y, z = (float(v) for v in p)
        return x, y, z

    return {
        "head": Anchor(at=at(head + (0, head_r * 0.72, -0.01)), size=head_r * 1.7),
        "eyes": Anchor(at=at(head + (0, head_r * 0.12, head_r * 0.92)), size=head_r * 1.7),
        "neck": Anchor(at=at((head * 0.45 + body * 0.55) + (0, tall * 0.12, 0.02)), size=r * 1.5),
        "mouth": Anchor(at=at(head + (0, -head_r * 0.2, head_r * 1.3)), size=0.16),
        "hands": Anchor(at=at(body + (0, 0.0, r * 1.30)), size=0.34),
        "hand": Anchor(at=at(body + (r * 1.2, 0.0, 0.15)), size=0.22),
        "back": Anchor(at=at(body + (0, tall * 0.62, -r * 0.5)), size=r * 1.3),
        "top": Anchor(at=at(head + (0, head_r, 0)), size=head_r * 1.2),
        "seat_point": Anchor(at=at(body + (0, -tall * 0.75, 0)), size=r),
    }


def _register(name: str, kind: Bird) -> None:
    @draws(name, yaw=0.0 if kind.stance > 0.9 else 38.0)
    def builder(look: Look) -> Model:
        return build(kind, look)


for _name, _kind in BIRDS.items():
    if _name != "peacock":
        _register(_name, _kind)


@draws("peacock", yaw=6)
def peacock(look: Look) -> Model:
    """With its train spread into a wheel of eyes."""
    bird = build(BIRDS["peacock"], look)
    feathers = []
    for ring, (count, reach) in enumerate(((17, 1.05), (15, 0.82), (13, 0.60))):
        for k in range(count):
            a = math.radians(-96 + 192 * k / (count - 1))
            root = np.array([0, 0.42, -0.12 - 0.02 * ring])
            tip = root + reach * np.array([math.sin(a), math.cos(a), -0.10])
            feathers.append(tube([root, tip], [0.012, 0.020], "#2f8a5a", 0.2, steps=6))
            for size, colour, lift in (
                (0.075, "#3fae6a", 0.0),
                (0.052, "#d9a43a", 0.006),
                (0.036, "#2f7fd0", 0.012),
                (0.019, "#1d2a6b", 0.018),
            ):
                feathers.append(
                    ball((size, size * 1.2, 0.010), (tip + (0, 0, lift)).tolist(), colour, 0.4, steps=6)
                )
    crest = [
        tube([(0.0, 0.93, 0.10), (x, 1.03, 0.08)], 0.004, "#2f86c8", 0.2, steps=6) for x in (-0.04, 0, 0.04)
    ]
    return bird.with_(Model(mesh=join(*feathers, *crest)))
