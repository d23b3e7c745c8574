"""The figure that clothes are cut for: its bones, its colours, and the clay of its trunk and limbs."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypedDict

import numpy as np

from waa.painter.cast import Look
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.rigs.people.build import Build
from waa.painter.rigs.people.face import GLOW, Face
from waa.painter.rigs.people.poses import Pose
from waa.painter.rigs.people.skeleton import SIDES, Bones, Frame
from waa.painter.solid.clay import Clay
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh
from waa.painter.solid.model import Lamp

Piece = Callable[["Figure", Array], "Mesh | None"]
_pieces: dict[str, Piece] = {}


@dataclass(eq=False)
class Figure:
    """`grown` is how thick the clothes of the trunk are so far: what is put on later lies on top of them.

    Pieces may add `glass` and `lamps`, leave `bare` parts (feet, arms) to others, and set `hat` when hair has to lie flat.
    """

    build: Build
    pose: Pose
    bones: Bones
    face: Face
    look: Look
    female: bool = False
    grown: float = 0.0
    glass: list[Mesh] = field(default_factory=list)
    lamps: list[Lamp] = field(default_factory=list)
    fine: bool = False

    def modelled(self, clay: Clay, step: float = 0.045, *, gloss: float = 0.08) -> Mesh:
        """Clay as triangles about `step` long, whatever the pose makes of its size."""
        return clay.mesh(round(clay.longest / (step * (0.6 if self.fine else 1.0))), gloss=gloss)

    def detail(self, most: int) -> int:
        """How many vertices a painted pattern may take: portraits are seen from near."""
        return most * 3 if self.fine else most

    def wear(self, thickness: float) -> float:
        """The thickness that the next layer of clothes has, all told."""
        self.grown = max(self.grown, thickness)
        return self.grown

    # -- the trunk ---------------------------------------------------------------------------------------

    def trunk(self, grow: float = 0.0, colour: Colour = "#ffffff", *, hips: bool = True) -> Clay:
        """Pelvis, waist and chest, without limbs."""
        b, bones = self.build, self.bones
        clay = Clay(0.15)
        if hips:
            _lump(
                clay,
                bones.pelvis,
                (0, -0.03, 0),
                (b.hips[0] + grow * 1.3, 0.36 * b.torso + grow, b.hips[1] + grow * 1.3),
                colour,
            )
        _lump(
            clay,
            bones.waist,
            (0, 0.02, 0),
            (b.waist[0] + grow, 0.30 * b.torso + grow, b.waist[1] + grow),
            colour,
        )
        _lump(
            clay,
            bones.chest,
            (0, -0.31 * b.torso, 0),
            (b.chest[0] + grow, 0.29 * b.torso + grow, b.chest[1] + grow),
            colour,
        )
        left, right = (bones.chest.point(s * (b.shoulder - 0.045), -0.150, 0) for s in SIDES)
        clay.limb(left, right, 0.085 + grow, 0.085 + grow, colour, blend=0.13)
        nape = bones.chest.point(0, -0.075, -0.015)  # shoulders slope from the neck
        clay.ball(
            [float(v) for v in nape],
            (0.205 + grow, 0.070 + grow, 0.155 + grow),
            colour,
            blend=0.12,
            **angles(bones.chest.turn),
        )
        return clay

    def sleeves(
        self, clay: Clay, grow: float, colour: Colour, share: float = 1.0, *, flare: float = 0.0
    ) -> Clay:
        """Arms of cloth down to `share` of the way from shoulder to wrist, wider by `flare` at their ends."""
        r, split = self.build.arm, self.build.upper_arm / self.build.reach
        for s in SIDES:
            arm = self.bones.arms[s]
            first = min(1.0, share / split)
            end = arm.shoulder + (arm.elbow - arm.shoulder) * F(first)
            last = r * 0.90 + grow + flare * first
            clay.limb(arm.shoulder, end, r + grow + 0.012, last, colour, blend=0.10)
            if share > split:
                rest = (share - split) / (1 - split)
                wrist = arm.elbow + (arm.wrist - arm.elbow) * F(rest)
                clay.limb(arm.elbow, wrist, last, r * 0.78 + grow + flare * 1.4 * rest, colour, blend=0.05)
        return clay

    def legs(
        self, clay: Clay, grow: float, colour: Colour, share: float = 1.0, *, flare: float = 0.0
    ) -> Clay:
        """Legs of cloth down to `share` of the way from hip to ankle."""
        r = self.build.leg
        for s in SIDES:
            leg = self.bones.legs[s]
            first = min(1.0, share / 0.5)
            knee = leg.hip + (leg.knee - leg.hip) * F(first)
            last = r * (1 - 0.20 * first) + grow + flare * first
            clay.limb(leg.hip, knee, r * 0.90 + grow, last, colour, blend=0.10)
            if share > 0.5:
                rest = (share - 0.5) / 0.5
                end = leg.knee + (leg.ankle - leg.knee) * F(rest)
                clay.limb(leg.knee, end, last, r * 0.70 + grow + flare * (1 + rest), colour, blend=0.06)
        return clay

    def arm_at(self, side: int, share: float) -> Frame:
        """A frame on an arm, y up along it, z as its hand's."""
        arm, split = self.bones.arms[side], self.build.upper_arm / self.build.reach
        first = share <= split
        start, end = (arm.shoulder, arm.elbow) if first else (arm.elbow, arm.wrist)
        t = share / split if first else (share - split) / (1 - split)
        return _along(end, start, start + (end - start) * F(t), arm.hand.turn[:, 2])

    def leg_at(self, side: int, share: float) -> Frame:
        leg = self.bones.legs[side]
        start, end = (leg.hip, leg.knee) if share <= 0.5 else (leg.knee, leg.ankle)
        t = share * 2 if share <= 0.5 else share * 2 - 1
        return _along(end, start, start + (end - start) * F(t), leg.foot.turn[:, 2])

    # -- bands round the trunk -----------------------------------------------------------------------------

    def girth(self, clay: Clay, frame: Frame, y: float) -> Ring:
        """The oval of `clay` at height `y` of a frame, in the frame's own directions."""
        at = frame.point(0, y, 0)
        x, z = frame.turn[:, 0], frame.turn[:, 2]
        reach = []
        for way in (x, -x, z, -z):
            found, _ = clay.surface([[float(v) for v in at + way * F(2)]], [-float(v) for v in way])
            reach.append(float((found[0] - at) @ way))
        left, right, front, back = reach
        return Ring(
            at=((left - right) / 2, y, (front - back) / 2), wide=(left + right) / 2, deep=(front + back) / 2
        )

    def band(
        self,
        clay: Clay,
        frame: Frame,
        y: float,
        height: float,
        grow: float,
        colour: Colour,
        gloss: float = 0.12,
    ) -> Mesh:
        """A belt or a hem: a raised band round `clay`."""
        rings = []
        for up, out in ((-0.62, -0.03), (-0.5, 0.4), (-0.3, 1.0), (0.3, 1.0), (0.5, 0.4), (0.62, -0.03)):
            g = self.girth(clay, frame, y + up * height)
            rings.append(Ring(at=g.at, wide=g.wide + grow * out, deep=g.deep + grow * out))
        return frame.place(loft(rings, colour, gloss=gloss, between=1, around=40))

    def cut(self, mesh: Mesh, frame: Frame, y: float) -> Mesh:
        """`mesh` without what is below height `y` of a frame near the trunk."""
        local = (mesh.vertices - frame.at) @ frame.turn
        keep = local[:, 1] > y
        return mesh.kept(keep[mesh.faces].any(1))


def piece(*names: str) -> Callable[[Piece], Piece]:
    """Register something to wear: a function of the figure and of a colour."""

    def register(make: Piece) -> Piece:
        for name in names:
            if name in _pieces:
                raise ValueError(f"two pieces are called {name!r}")
            _pieces[name] = make
        return make

    return register


def pieces() -> dict[str, Piece]:
    return _pieces


def over(colours: Array, colour: Colour, share: Array) -> Array:
    """`colours` (n, 3) with `colour` laid over them by `share` (n,), 0..1."""
    return (colours + (rgb(colour) - colours) * share[:, None]).astype(F)


def skin(mesh: Mesh) -> Mesh:
    return mesh.finished(glow=GLOW, gloss=0.1)


class Angles(TypedDict):
    yaw: float
    pitch: float
    roll: float


def angles(turn: Array) -> Angles:
    """The yaw, pitch and roll (`Mesh.turned`) of a turn (3, 3)."""
    pitch = math.degrees(math.asin(float(np.clip(turn[2, 1], -1, 1))))
    yaw = math.degrees(math.atan2(-float(turn[2, 0]), float(turn[2, 2])))
    roll = math.degrees(math.atan2(-float(turn[0, 1]), float(turn[1, 1])))
    return {"yaw": yaw, "pitch": pitch, "roll": roll}


def _lump(
    clay: Clay,
    frame: Frame,
    at: tuple[float, float, float],
    radii: tuple[float, float, float],
    colour: Colour,
) -> None:
    clay.ball([float(v) for v in frame.point(*at)], radii, colour, **angles(frame.turn))


def _along(low: Array, high: Array, at: Array, ahead: Array) -> Frame:
    y = high - low
    y = y / (np.linalg.norm(y) + 1e-6)
    z = ahead - y * float(ahead @ y)
    if float(np.linalg.norm(z)) < 0.05:
        z = np.array([0, 0.3, 1], F) - y * float(np.array([0, 0.3, 1], F) @ y)
    z = z / (np.linalg.norm(z) + 1e-6)
    return Frame(at.astype(F), np.stack([np.cross(y, z), y, z], 1).astype(F))
