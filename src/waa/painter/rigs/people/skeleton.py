"""The skeleton: a build in a pose -> where everything is, in head heights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from waa.painter.colour import Array, F
from waa.painter.rigs.people.build import Build
from waa.painter.rigs.people.poses import Limb, Pose
from waa.painter.solid.mesh import Mesh, rotation

LEFT, RIGHT = 1, -1
SIDES = (LEFT, RIGHT)


@dataclass(frozen=True, eq=False)
class Frame:
    """A place with directions, the columns of `turn`: x to its left, y up, z ahead."""

    at: Array
    turn: Array

    def point(self, x: float, y: float, z: float) -> Array:
        found: Array = self.at + self.turn @ np.array([x, y, z], F)
        return found

    def place(self, mesh: Mesh) -> Mesh:
        """A mesh that was made round the origin, brought here."""
        turn = self.turn.T
        return Mesh(
            mesh.vertices @ turn + self.at, mesh.faces, mesh.normals @ turn, mesh.colours, mesh.surface
        )


@dataclass(frozen=True, eq=False)
class Arm:
    shoulder: Array
    elbow: Array
    wrist: Array
    hand: Frame  # y from the fingers to the wrist, z towards the thumb


@dataclass(frozen=True, eq=False)
class Leg:
    hip: Array
    knee: Array
    ankle: Array
    foot: Frame  # on the sole below the ankle, z to the toes


@dataclass(frozen=True, eq=False)
class Bones:
    """`waist` lies between pelvis and chest; `chest` is at the root of the neck; `head` in the middle of the head."""

    build: Build
    pelvis: Frame
    waist: Frame
    chest: Frame
    head: Frame
    arms: dict[int, Arm]
    legs: dict[int, Leg]


def bones(build: Build, pose: Pose) -> Bones:
    """The figure in that pose, its hip joints near the origin's axis; nothing is put on the ground yet."""
    whole = rotation(*pose.whole)
    hips = _frame([pose.shift, build.legs, 0], rotation(*pose.pelvis))
    back = rotation(pose.chest[0] * 0.5, pose.chest[1] * 0.5 + build.stoop * 0.4, pose.chest[2] * 0.5)
    waist = _frame(hips.point(0, 0.36 * build.torso, 0), hips.turn @ back)
    chest_turn = hips.turn @ rotation(pose.chest[0], pose.chest[1] + build.stoop, pose.chest[2])
    chest = _frame(waist.at + chest_turn @ np.array([0, 0.64 * build.torso, 0], F), chest_turn)
    head_turn = chest_turn @ rotation(pose.head[0], pose.head[1] - build.stoop, pose.head[2])
    head = _frame(
        chest.point(0, build.neck * 0.5, 0.02) + head_turn @ np.array([0, build.neck * 0.5 + 0.5, 0.02], F),
        head_turn,
    )
    arms = {s: _arm(build, chest, s, pose.left_arm if s == LEFT else pose.right_arm) for s in SIDES}
    legs = {s: _leg(build, hips, s, pose.left_leg if s == LEFT else pose.right_leg) for s in SIDES}
    built = Bones(build, hips, waist, chest, head, arms, legs)
    return built if pose.whole == (0, 0, 0) else _turned(built, whole)


def _frame(at: ArrayLike, turn: ArrayLike) -> Frame:
    return Frame(np.asarray(at, F), np.asarray(turn, F))


def _arm(build: Build, chest: Frame, side: int, limb: Limb) -> Arm:
    shoulder = chest.point(side * build.shoulder, -0.155, 0)
    out, up, forward = (v * build.reach for v in limb.at)
    target = shoulder + chest.turn @ np.array([side * out, up, forward], F)
    bend = chest.turn @ np.array([side * limb.bend[0], limb.bend[1], limb.bend[2]], F)
    elbow, wrist = reach(shoulder, target, build.upper_arm, build.forearm, bend)
    thumb = chest.turn @ (np.array([0, 1, 0.5], F) if limb.at[1] > -0.7 else np.array([-0.3 * side, 0, 1], F))
    return Arm(shoulder, elbow, wrist, Frame(wrist, _axes(elbow - wrist, thumb)))


def _leg(build: Build, hips: Frame, side: int, limb: Limb) -> Leg:
    hip = hips.point(side * build.stance, 0, 0)
    out, up, forward = (v * build.stride for v in limb.at)
    bend = np.array([side * limb.bend[0], limb.bend[1], limb.bend[2]], F)
    knee, ankle = reach(
        hip, hip + np.array([side * out, up, forward], F), build.stride / 2, build.stride / 2, bend
    )
    turn = rotation(side * limb.turn[0], limb.turn[1], 0)
    return Leg(hip, knee, ankle, Frame(ankle - turn @ np.array([0, build.ankle, 0], F), turn))


def reach(root: Array, target: Array, first: float, second: float, bend: Array) -> tuple[Array, Array]:
    """(middle joint, end) of a limb of two bones towards `target`, its middle joint turned to `bend`."""
    along = target - root
    far = float(np.linalg.norm(along)) + 1e-6
    along = along / far
    far = min(max(far, abs(first - second) + 0.02), (first + second) * 0.999)
    share = (first * first + far * far - second * second) / (2 * far)
    aside = bend - along * float(bend @ along)
    aside = aside / (np.linalg.norm(aside) + 1e-6)
    height = np.sqrt(max(0.0, first * first - share * share))
    return (root + along * share + aside * height).astype(F), (root + along * far).astype(F)


def _axes(up: Array, ahead: Array) -> Array:
    """A turn whose y is `up` and whose z is as near to `ahead` as it can be."""
    y = up / (np.linalg.norm(up) + 1e-6)
    z = ahead - y * float(ahead @ y)
    z = z / (np.linalg.norm(z) + 1e-6)
    return np.stack([np.cross(y, z), y, z], 1).astype(F)


def _turned(built: Bones, turn: Array) -> Bones:
    pivot = built.pelvis.at

    def point(p: Array) -> Array:
        moved: Array = (pivot + turn @ (p - pivot)).astype(F)
        return moved

    def frame(f: Frame) -> Frame:
        return Frame(point(f.at), turn @ f.turn)

    arms = {
        s: Arm(point(a.shoulder), point(a.elbow), point(a.wrist), frame(a.hand))
        for s, a in built.arms.items()
    }
    legs = {s: Leg(point(b.hip), point(b.knee), point(b.ankle), frame(b.foot)) for s, b in built.legs.items()}
    return Bones(
        built.build,
        frame(built.pelvis),
        frame(built.waist),
        frame(built.chest),
        frame(built.head),
        arms,
        legs,
    )
