"""The Chinese dragon: long, whiskered, friendly. It rides the air; on the ground it coils."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F, mix, rgb
from waa.painter.kept import kept
from waa.painter.noise import smoothstep
from waa.painter.rigs.beasts import build, flesh, heads
from waa.painter.rigs.beasts.coat import EyeRing, Patch
from waa.painter.rigs.beasts.frames import SIDES, Frame, Limb
from waa.painter.rigs.beasts.palette import palette_of
from waa.painter.rigs.beasts.rods import branched, curve, listed, taper
from waa.painter.rigs.beasts.shape import Body, Ears, Eyes, Head, Leg, Muzzle, Nose
from waa.painter.rigs.beasts.species import Species
from waa.painter.shapes import smooth
from waa.painter.solid import leaf as leaves
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import Paint, painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.mesh import Mesh, join, tube
from waa.painter.solid.model import Anchor, Model

METRES = 2.4  # from the ground to its brow, when it flies

DRAGON = Species(
    metres=METRES, body=Body(smooth=0.08),
    head=Head(
        radius=0.265, skull=(1.02, 0.88, 0.98), cheeks=(0.54, -0.26, 0.34, 0.42),
        muzzle=Muzzle(kind="snout", length=1.66, radii=(0.54, 0.40), at=-0.22, drop=0.02, wide=1.1),
        ears=Ears(kind="leaf", at=(0.86, 0.30, -0.18), length=0.72, width=0.44, lean=92, back=24, turn=18, cup=0.4,
                  inside="inner"),
        eyes=Eyes(at=(0.42, 0.24), size=0.20, tall=1.15, side=6), nose=Nose(kind="nostrils", size=(0.12, 0.10)),
        lumps=(((0.20, 0.10, 1.36), (0.26, 0.14, 1.42), 0.24, 0.18),
               ((0.26, 0.64, 0.58), (0.66, 0.70, 0.36), 0.16, 0.10)),
        extras=("dragon_antlers", "dragon_whiskers", "dragon_mane"), turn=-26,
    ),
    colours={"coat": "#2fa287", "light": "#ffe9ad", "dark": "#1a6c62", "mane": "#f2762e", "inner": "#f7b08c",
             "nose": "#15544c", "horn": "#f0cf7e", "whisker": "#f6c558",
             "seam": "#e0a94f", "claw": "#fff3d2", "lid": "#24876f"},
    face=(Patch(at=(0, -0.62, 1.0), size=(0.62, 0.34, 1.0), soft=0.12), EyeRing(colour="dark", size=1.35, amount=0.5),
          Patch(colour="inner", at=(0.66, -0.20, 0.80), size=(0.20, 0.14, 0.3), soft=0.6, amount=0.7)),
)  # fmt: skip

# The spine from the nape to the tail tip: (aside, up, forward).
_FLYING = ((0.0, 1.46, 0.92), (0.05, 1.16, 0.98), (0.10, 0.86, 0.72), (0.06, 0.98, 0.32), (-0.12, 1.22, -0.02),
           (-0.22, 1.06, -0.40), (-0.10, 0.66, -0.62),
           (0.10, 0.52, -0.96), (0.18, 0.80, -1.30), (0.08, 1.10, -1.46), (-0.04, 1.22, -1.74))  # fmt: skip
_COILED = ((0.0, 1.18, 0.16), (0.02, 0.92, 0.20), (0.02, 0.64, 0.04), (-0.10, 0.46, -0.22), (-0.44, 0.36, -0.10),
           (-0.42, 0.28, 0.30), (0.02, 0.20, 0.50),
           (0.48, 0.17, 0.28), (0.56, 0.15, -0.20), (0.16, 0.14, -0.56), (-0.40, 0.12, -0.52),
           (-0.78, 0.10, -0.12), (-0.84, 0.14, 0.26), (-0.70, 0.24, 0.50))  # fmt: skip
_ASLEEP = ((0.0, 0.22, 0.62), (0.20, 0.22, 0.50), (0.52, 0.20, 0.30), (0.56, 0.18, -0.20), (0.18, 0.18, -0.54),
           (-0.38, 0.18, -0.46), (-0.58, 0.17, 0.02), (-0.40, 0.16, 0.42),
           (-0.12, 0.30, 0.30), (0.14, 0.34, 0.06), (-0.02, 0.34, -0.20), (-0.26, 0.36, -0.02))  # fmt: skip
_GROUNDED = (
    "sit",
    "lie",
    "hold",
    "eat",
    "read",
    "hug",
    "ride",
    "look",
    "wave",
    "cheer",
    "drive",
    "cook",
    "play",
    "kneel",
)
_RADII = (0.105, 0.125, 0.140, 0.150, 0.155, 0.155, 0.145, 0.130, 0.110, 0.085, 0.055, 0.022)


@dataclass(frozen=True, eq=False)
class _Spine:
    """Samples along the body: places, unit directions towards the tail, ways up (the back), and radii."""

    at: Array
    along: Array
    up: Array
    radii: Array

    def frame(self, t: float) -> tuple[Array, Array, Array, Array, float]:
        i = min(len(self.at) - 1, int(t * (len(self.at) - 1)))
        side = np.cross(self.along[i], self.up[i])
        return self.at[i], self.along[i], self.up[i], side.astype(F), float(self.radii[i])


def _spine(points: Sequence[Sequence[float]]) -> _Spine:
    at = np.asarray(smooth(points, closed=False, steps=8), F)
    along = np.gradient(at, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    upright = np.array([0, 1, 0], F) - along * along[:, 1:2]
    # Where it climbs steeply the back is what faces away from where it came from.
    up = upright + np.array([0, 0, -0.8], F) * np.abs(along[:, 1:2])
    up -= along * np.einsum("ij,ij->i", up, along)[:, None]
    up /= np.linalg.norm(up, axis=1, keepdims=True) + F(1e-6)
    radii = np.interp(np.linspace(0, 1, len(at)), np.linspace(0, 1, len(_RADII)), _RADII).astype(F)
    return _Spine(at, along.astype(F), up.astype(F), radii)


@draws("dragon", yaw=48, yaws=dict.fromkeys(_GROUNDED, 16.0) | {"sleep": 16.0})
def dragon(look: Look) -> Model:
    asleep, grounded = look.pose == "sleep", look.pose in _GROUNDED
    palette = _palette(look.colour)
    spine = _spine(_ASLEEP if asleep else _COILED if grounded else _FLYING)
    mood = (
        "closed"
        if asleep
        else "happy"
        if look.pose in ("cheer", "hug", "wave", "eat", "jump", "dance")
        else "open"
    )
    head = _head(look.colour, mood)
    nape = spine.at[0] - spine.along[0] * F(0.10)
    turn = 0.0 if grounded or asleep else DRAGON.head.turn
    at = Frame(nape.astype(F), yaw=turn, pitch=-12 if look.pose == "look" else 4, roll=8 if asleep else 0)
    limbs = _limbs(spine, look.pose, grounded or asleep)
    mesh = join(_body(spine, limbs, at, palette), _ridge(spine, palette), _tail_fan(spine, palette),
                _claws(limbs, palette),
                head.mesh.turned(at.yaw, at.pitch, at.roll).moved(*(float(v) for v in at.at)))  # fmt: skip
    unit = METRES / 1.9
    low = float(mesh.low[1]) if grounded or asleep else 0.0
    return Model(
        mesh=mesh.moved(0, -low, 0).scaled(unit),
        anchors={k: build.scaled(a, low, unit) for k, a in _anchors(spine, limbs, head, at).items()},
        waterline=0.8 * unit if look.pose == "swim" else 0.0,
    )


def _palette(colour: str | None) -> dict[str, Array]:
    """Whatever its colour, its mane is of fire: orange, gold on a warm body, red on a golden one."""
    flames = {"red": "#f6bd45", "orange": "#f9d05e", "gold": "#dd4a34", "yellow": "#e2502e"}
    return palette_of(DRAGON, colour) | {"mane": rgb(flames.get(colour or "", "#f2762e"))}


@kept
def _head(colour: str | None, mood: str) -> heads.Built:
    return heads.build_head(DRAGON.head, _palette(colour), DRAGON.face, mood, _OWN)


def _limbs(spine: _Spine, pose: str, grounded: bool) -> dict[tuple[str, int], Limb]:
    leg = Leg(radii=(0.075, 0.055, 0.046), kind="claw", foot=(0.058, 0.042, 0.075))
    limbs = {}
    places = (("fore", 0.16), ("hind", 0.60)) if not grounded else (("fore", 0.13), ("hind", 0.55))
    for pair, t in places:
        at, along, up, side, r = spine.frame(t)
        for s in SIDES:
            top = at + side * F(s * r * 0.7) - up * F(r * 0.3)
            if grounded and pair == "fore" and pose != "sleep":
                out = 0.05 if pose != "hug" else 0.44
                end = top + np.array([float(np.sign(side[0]) or 1) * s * out, -0.04, 0.27], F)
                if pose in ("wave", "cheer") and (s == 1 or pose == "cheer"):
                    end = top + np.array([float(np.sign(side[0]) or 1) * s * 0.30, 0.20, 0.14], F)
            else:
                low = 0.20 if not grounded else 0.10
                end = (
                    top
                    + side * F(s * (0.12 if not grounded else 0.20))
                    - up * F(low)
                    - along * F(0.14 if s > 0 else 0.04)
                )
            if grounded:
                end[1] = max(float(end[1]), 0.045)
            elbow = (top + end) * F(0.5) + side * F(s * 0.07) + along * F(0.03)
            limbs[pair, s] = Limb(
                np.stack([top, elbow, end]).astype(F),
                np.array(leg.radii, F),
                Frame(end.astype(F), yaw=0, pitch=20),
                leg,
            )
    return limbs


def _body(spine: _Spine, limbs: dict[tuple[str, int], Limb], head: Frame, palette: heads.Palette) -> Mesh:
    clay = Clay(0.05)
    step = 2
    for i in range(0, len(spine.at) - step, step):
        a, b = spine.at[i], spine.at[i + step]
        clay.limb(
            listed(a),
            listed(b),
            float(spine.radii[i]),
            float(spine.radii[i + step]),
            palette["coat"],
            blend=0.02,
        )
    clay.limb(listed(spine.at[0]), listed(head.at), float(spine.radii[0]), 0.13, palette["coat"])
    for limb in limbs.values():
        flesh.add_limb(clay, limb, palette["coat"], DRAGON.body)
    return painted_finely(clay.mesh(62), _paint(spine, limbs, palette), contrast=0.12, most=15000)


def _paint(spine: _Spine, limbs: dict[tuple[str, int], Limb], palette: heads.Palette) -> Paint:
    arms = np.concatenate([limb.points[1:] for limb in limbs.values()])

    def paint(v: Array, n: Array, c: Array) -> Array:
        near = ((v**2).sum(1)[:, None] - 2 * v @ spine.at.T + (spine.at**2).sum(1)).argmin(1)
        off = (v - spine.at[near]) / spine.radii[near, None]
        up = np.einsum("ij,ij->i", off, spine.up[near])
        place = near + np.einsum("ij,ij->i", v - spine.at[near], spine.along[near]) / F(
            np.linalg.norm(spine.at[1] - spine.at[0])
        )
        belly = smoothstep(-0.28, -0.40, up)
        belly *= smoothstep(0.02, 0.05, np.linalg.norm(v[:, None] - arms[None], axis=2).min(1) - F(0.05))
        bands = smoothstep(0.62, 0.80, np.abs((place * F(0.55)) % 1 - F(0.5)) * 2)
        scales = smoothstep(
            0.55,
            0.85,
            np.sin(place * F(3.4))
            * np.sin(np.arctan2(np.einsum("ij,ij->i", off, _sides(spine)[near]), up) * F(7)),
        )
        skin = palette["coat"] + (palette["dark"] - palette["coat"]) * (scales * F(0.55))[:, None]
        under = palette["light"] + (palette["seam"] - palette["light"]) * (bands * F(0.8))[:, None]
        return (skin + (under - skin) * belly[:, None]).astype(F)

    return paint


def _sides(spine: _Spine) -> Array:
    return np.cross(spine.along, spine.up).astype(F)


def _ridge(spine: _Spine, palette: heads.Palette) -> Mesh:
    """Flames along the back."""
    parts = []
    count = 22
    for k in range(count):
        at, along, up, side, r = spine.frame((k + 1.2) / (count + 1.5))
        size = 0.6 * r + 0.055
        root = at + up * F(r * 0.86)
        path = [
            root - up * F(size * 0.3),
            root + up * F(size * 0.6) + along * F(size * 0.2),
            root + up * F(size * 1.15) + along * F(size * 0.75),
        ]
        colour = mix(palette["mane"], "#ffd36a", 0.28 * (k % 2))
        parts.append(
            leaf(
                path,
                listed(side),
                size * 1.05,
                size * 0.42,
                colour,
                outline=leaves.POINTED,
                steps=8,
                across=7,
            )
        )
    return join(*parts)


def _tail_fan(spine: _Spine, palette: heads.Palette) -> Mesh:
    at, along, up, side, _ = spine.frame(0.985)
    parts = []
    for a in (-58, -28, 0, 28, 58):
        d = along * F(math.cos(math.radians(a))) + up * F(math.sin(math.radians(a)))
        long = 0.30 - 0.0012 * abs(a)
        path = [at - d * F(0.05), at + d * F(long * 0.5), at + d * F(long) + along * F(0.03)]
        parts.append(
            leaf(
                path,
                listed(side),
                0.13,
                0.05,
                mix(palette["mane"], "#ffd36a", abs(a) / 160),
                outline=leaves.DROP,
                steps=9,
                across=8,
            )
        )
    return join(*parts)


def _claws(limbs: dict[tuple[str, int], Limb], palette: heads.Palette) -> Mesh:
    parts = []
    for limb in limbs.values():
        wide, tall, long = limb.leg.foot
        for k in (-1, 0, 1):
            path = [
                limb.foot.point(k * wide * 0.62, tall * 0.7, long * 1.3),
                limb.foot.point(k * wide * 0.8, tall * 0.4, long * 1.75),
            ]
            parts.append(tube(np.stack(path), [wide * 0.22, wide * 0.05], palette["claw"], 0.4, steps=8))
    return join(*parts)


# -- the head's own ------------------------------------------------------------------------------------------


def _dragon_antlers(head: Head, skin: Clay, palette: heads.Palette) -> Mesh:
    beam = (
        (0.34, 0.70, -0.10),
        (0.50, 1.05, -0.34),
        (0.66, 1.40, -0.66),
        (0.70, 1.66, -1.02),
        (0.86, 1.80, -1.32),
    )
    tines = (
        ((0.52, 1.10, -0.38), (0.46, 1.38, -0.34), (0.44, 1.58, -0.42)),
        ((0.68, 1.48, -0.78), (0.94, 1.66, -0.76), (1.08, 1.84, -0.84)),
    )
    return join(*branched(head.radius, beam, tines, 0.12, palette["horn"]))


def _dragon_whiskers(head: Head, skin: Clay, palette: heads.Palette) -> Mesh:
    r = head.radius
    parts = []
    for side in SIDES:
        path = (
            (0.38, -0.16, 1.34),
            (0.72, -0.02, 1.52),
            (1.10, -0.22, 1.40),
            (1.42, -0.12, 1.10),
            (1.80, 0.16, 1.04),
            (2.06, 0.10, 0.84),
        )
        parts.append(taper(curve(path, r, side), 0.075 * r, 0.016 * r, palette["whisker"], 0.3))
    for x, z in ((-0.16, 1.12), (0.0, 1.2), (0.16, 1.12)):
        goatee = ((x, -0.66, z), (x * 1.5, -0.90, z + 0.10), (x * 1.2, -1.14, z + 0.02))
        parts.append(taper(curve(goatee, r), 0.11 * r, 0.02 * r, palette["mane"], 0.1))
    return join(*parts)


def _dragon_mane(head: Head, skin: Clay, palette: heads.Palette) -> Mesh:
    """Flames behind the cheeks and down the nape."""
    r = head.radius
    clay = Clay(0.05 * r)
    for k in range(11):
        a = math.radians(-125 + 25 * k)
        x, y = math.sin(a), math.cos(a)
        long = 1.0 + 0.12 * math.sin(k * 2.3)
        points = [(0.62 * x * r, 0.60 * y * r, -0.42 * r), (1.05 * long * x * r, 0.98 * long * y * r, -0.72 * r),
                  (1.32 * long * x * r, (1.22 * long * y + 0.16) * r, -1.22 * r)]  # fmt: skip
        clay.strand(points, 0.30 * r, 0.03 * r, palette["mane"])
    return clay.mesh(44)


_OWN = {"dragon_antlers": _dragon_antlers, "dragon_whiskers": _dragon_whiskers, "dragon_mane": _dragon_mane}


def _anchors(
    spine: _Spine, limbs: dict[tuple[str, int], Limb], head: heads.Built, at: Frame
) -> dict[str, Anchor]:
    left, right = limbs["fore", 1].points[-1], limbs["fore", -1].points[-1]
    back, _, up, _, r = spine.frame(0.34)
    seat = build.point(back + up * F(r * 0.9))
    neck = build.point(spine.frame(0.07)[0])
    return build.head_anchors(DRAGON, head, at) | {
        "neck": Anchor(at=neck, size=0.34),
        "hands": Anchor(at=build.point((left + right) / F(2) + np.array([0, 0, 0.06], F)), size=0.30),
        "hand": Anchor(at=build.point(left), size=0.24),
        "back": Anchor(at=seat, size=0.32),
        "top": Anchor(at=seat, size=0.32),
        "seat_point": Anchor(at=(0.0, 0.1, 0.0), size=0.4),
    }
