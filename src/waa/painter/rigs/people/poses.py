"""Poses: what a person does, as data for the skeleton."""
# ruff: noqa: E501 a table

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict

Point = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class Limb:
    """Where a hand or a foot goes: `at` (out, up, forward) from its shoulder or hip, in lengths of the limb; `bend`
    is the way its elbow or knee points, likewise. `turn` (yaw, pitch) of the foot, `grip` of the hand."""

    at: Point
    bend: Point = (0.2, 0, -1)
    turn: tuple[float, float] = (10, 0)
    grip: str = "relaxed"


@dataclass(frozen=True, kw_only=True)
class Pose:
    """Turns are (yaw, pitch, roll) in degrees as in `Mesh.turned`: of the whole, of the pelvis, and of chest and head
    from what carries them. `hips` is the height of the hip joints in leg heights; None lets the feet decide.
    `shift` moves the hips sideways. `face` is eyes and mouth; `lift` the height over the ground in head heights."""

    left_arm: Limb = Limb(at=(0.16, -0.955, 0.10))
    right_arm: Limb = Limb(at=(0.16, -0.955, 0.10))
    left_leg: Limb = Limb(at=(0.03, -1, 0), bend=(0.1, 0, 1))
    right_leg: Limb = Limb(at=(0.03, -1, 0), bend=(0.1, 0, 1))
    whole: Point = (0, 0, 0)
    pelvis: Point = (0, 0, 0)
    chest: Point = (0, 0, 0)
    head: Point = (0, 0, 0)
    shift: float = 0.0
    eyes: str | None = None
    mouth: str | None = None
    lift: float = 0.0
    lap: bool = False  # thighs level: skirts lie on them
    waterline: bool = False


def _arm(
    out: float, up: float, forward: float, bend: Point = (0.45, -0.6, -0.7), grip: str = "relaxed"
) -> Limb:
    return Limb(at=(out, up, forward), bend=bend, grip=grip)


def _leg(
    out: float, up: float, forward: float, bend: Point = (0.15, 0, 1), yaw: float = 10, pitch: float = 0
) -> Limb:
    return Limb(at=(out, up, forward), bend=bend, turn=(yaw, pitch))


class _Arms(TypedDict):
    left_arm: Limb
    right_arm: Limb


class _Legs(TypedDict):
    left_leg: Limb
    right_leg: Limb


def _both(arm: Limb) -> _Arms:
    return {"left_arm": arm, "right_arm": arm}


def _legs(leg: Limb) -> _Legs:
    return {"left_leg": leg, "right_leg": leg}


_STAND_LEGS: _Legs = {"left_leg": _leg(0.06, -0.995, 0.03, yaw=18), "right_leg": _leg(0.03, -1, -0.01, yaw=8)}
_PERCHED = _legs(_leg(0.06, -0.50, 0.49, yaw=8))
_ASTRIDE = _legs(_leg(0.42, -0.66, 0.20, bend=(0.6, 0.2, 1), yaw=14, pitch=-4))
_GROUND: _Legs = {"left_leg": _leg(0.22, -0.02, 0.90, bend=(0.2, 1, 0.1), yaw=16, pitch=-62),
           "right_leg": _leg(0.22, -0.02, 0.86, bend=(0.2, 1, 0.1), yaw=16, pitch=-62)}  # fmt: skip
_HELD = _arm(-0.24, -0.44, 0.50, bend=(0.9, -0.6, -0.2), grip="hold")

POSES: dict[str, Pose] = {
    "stand": Pose(left_arm=_arm(0.20, -0.93, 0.12, bend=(0.6, 0, -1)), right_arm=_arm(0.18, -0.945, 0.06, bend=(0.6, 0, -1)), **_STAND_LEGS,
                  pelvis=(0, 0, -2), chest=(3, 0, 4), head=(-4, 0, -3), shift=-0.035),
    "portrait": Pose(left_arm=_arm(0.20, -0.93, 0.10, bend=(0.6, 0, -1)), right_arm=_arm(0.18, -0.94, 0.06, bend=(0.6, 0, -1)), **_STAND_LEGS,
                     chest=(9, 0, 0), head=(-7, -1, -4)),
    "look": Pose(left_arm=_arm(0.18, -0.945, 0.04), right_arm=_arm(0.18, -0.945, 0.04), **_STAND_LEGS, chest=(0, -5, 0), head=(0, -20, 4)),
    "walk": Pose(left_leg=_leg(0.0, -0.95, 0.30, yaw=4, pitch=-18), right_leg=_leg(0.0, -0.90, -0.36, yaw=4, pitch=32),
                 left_arm=_arm(0.14, -0.88, -0.36), right_arm=_arm(0.12, -0.84, 0.46), pelvis=(-6, 3, 0), chest=(12, 0, 0), head=(-5, -2, 0)),
    "run": Pose(left_leg=_leg(0.0, -0.66, 0.50, yaw=2, pitch=-6), right_leg=_leg(0.0, -0.66, -0.66, yaw=2, pitch=66),
                left_arm=_arm(0.22, -0.44, -0.34, bend=(0.6, -0.3, -1), grip="fist"), right_arm=_arm(-0.10, -0.26, 0.56, bend=(0.7, -1, -0.3), grip="fist"),
                pelvis=(-8, 12, 0), chest=(16, 4, 0), head=(-8, -12, 0), mouth="grin", lift=0.10),
    "jump": Pose(left_leg=_leg(0.20, -0.72, -0.18, yaw=14, pitch=40), right_leg=_leg(0.22, -0.62, 0.16, bend=(0.5, 0.2, 1), yaw=20, pitch=20),
                 left_arm=_arm(0.62, 0.66, 0.14, bend=(0.8, -0.4, -0.3), grip="open"), right_arm=_arm(0.66, 0.60, 0.14, bend=(0.8, -0.4, -0.3), grip="open"),
                 chest=(0, -4, 0), head=(0, -6, 5), eyes="happy", mouth="open", lift=0.55),
    "sit": Pose(**_GROUND, left_arm=_arm(0.06, -0.62, 0.48, bend=(1, -0.3, -0.2)), right_arm=_arm(0.06, -0.62, 0.48, bend=(1, -0.3, -0.2)),
                pelvis=(0, -4, 0), chest=(0, 6, 0), head=(0, 2, -4), lap=True),
    "perch": Pose(**_PERCHED, left_arm=_arm(-0.02, -0.72, 0.40, bend=(1, -0.2, -0.3)), right_arm=_arm(-0.02, -0.72, 0.40, bend=(1, -0.2, -0.3)),
                  pelvis=(0, -2, 0), chest=(0, 3, 0), head=(0, 2, -3), lap=True),
    "kneel": Pose(**_legs(_leg(0.05, -0.46, -0.42, bend=(0.1, -0.4, 1), yaw=0, pitch=80)), **_both(_arm(-0.30, -0.30, 0.44, bend=(0.9, -0.8, 0), grip="flat")),
                  head=(0, 8, 0), eyes="closed", mouth="calm"),
    "sleep": Pose(left_leg=_leg(0.0, -0.80, 0.34, yaw=0, pitch=20), right_leg=_leg(0.0, -0.72, 0.44, yaw=0, pitch=20),
                  left_arm=_arm(-0.34, -0.02, 0.52, bend=(0.4, -1, 0.3), grip="flat"), right_arm=_arm(-0.12, 0.10, 0.50, bend=(0.2, -1, 0.4), grip="flat"),
                  whole=(0, 0, 90), chest=(0, 10, 2), head=(0, 8, 2), eyes="closed", mouth="calm"),
    "lie": Pose(left_leg=_leg(0.02, -0.97, 0.06, yaw=0, pitch=34), right_leg=_leg(0.02, -0.80, 0.36, bend=(0.7, 0, 1), yaw=8, pitch=14),
                left_arm=_arm(-0.20, -0.78, 0.40, bend=(1, -0.2, 0.4)), right_arm=_arm(0.36, 0.30, 0.30, bend=(1, 0.3, 0.1), grip="flat"),
                whole=(0, 0, 86), chest=(0, 4, -26), head=(0, 0, -24)),
    "fly": Pose(left_leg=_leg(0.02, -0.97, -0.06, yaw=2, pitch=62), right_leg=_leg(0.03, -0.78, -0.14, yaw=4, pitch=62),
                left_arm=_arm(0.02, 0.93, 0.30, grip="fist"), right_arm=_arm(0.30, -0.78, -0.14, grip="fist"),
                whole=(0, 58, 0), chest=(0, -6, 0), head=(0, -46, 0), mouth="grin", lift=0.8),
    "swim": Pose(left_leg=_leg(0.22, -0.86, -0.14, bend=(0.7, 0, 1), yaw=20, pitch=60), right_leg=_leg(0.30, -0.72, 0.0, bend=(0.8, 0, 1), yaw=24, pitch=60),
                 left_arm=_arm(0.66, 0.52, 0.34, bend=(0.8, -0.4, -0.4), grip="flat"), right_arm=_arm(0.66, 0.52, 0.34, bend=(0.8, -0.4, -0.4), grip="flat"),
                 whole=(0, 46, 0), chest=(0, -8, 0), head=(0, -38, 0), mouth="grin", waterline=True),
    "dance": Pose(left_leg=_leg(0.04, -0.99, 0.0, yaw=20), right_leg=_leg(0.46, -0.78, 0.10, bend=(0.7, 0.2, 1), yaw=34, pitch=30),
                  left_arm=_arm(0.74, 0.46, 0.14, bend=(0.6, -0.8, -0.2), grip="open"), right_arm=_arm(0.80, -0.32, 0.22, bend=(0.5, -0.4, -0.8), grip="open"),
                  pelvis=(0, 0, -7), chest=(8, 0, 14), head=(-6, -4, -12), shift=0.04, eyes="happy", mouth="open"),
    "wave": Pose(left_arm=_arm(0.56, 0.62, 0.22, bend=(1, -0.7, -0.2), grip="open"), right_arm=_arm(0.18, -0.945, 0.08), **_STAND_LEGS,
                 chest=(0, 0, -3), head=(0, -2, -7), shift=0.03, eyes="happy", mouth="grin"),
    "cheer": Pose(left_arm=_arm(0.52, 0.74, 0.12, bend=(1, -0.3, -0.3), grip="fist"), right_arm=_arm(0.52, 0.74, 0.12, bend=(1, -0.3, -0.3), grip="fist"),
                  left_leg=_leg(0.12, -0.985, 0.02, yaw=20), right_leg=_leg(0.12, -0.985, 0.02, yaw=20), chest=(0, -4, 0), head=(0, -6, 4),
                  eyes="happy", mouth="open"),
    "hold": Pose(**_both(_HELD), **_STAND_LEGS, head=(0, 2, -4)),
    "eat": Pose(**_both(_arm(-0.22, -0.16, 0.56, bend=(1, -0.7, -0.2), grip="hold")), **_STAND_LEGS, head=(0, 3, -3), eyes="happy"),
    "read": Pose(**_both(_arm(-0.08, -0.42, 0.56, bend=(0.9, -0.7, -0.2), grip="hold")), **_STAND_LEGS, chest=(0, 3, 0), head=(0, 14, 0),
                 eyes="down", mouth="calm"),
    "ride": Pose(**_ASTRIDE, **_both(_arm(-0.10, -0.36, 0.66, bend=(1, -0.5, -0.3), grip="hold")), pelvis=(0, 4, 0), chest=(0, 2, 0),
                 head=(0, -4, 0), lap=True),
    "drive": Pose(**_PERCHED, **_both(_arm(-0.04, -0.16, 0.70, bend=(0.9, -0.8, 0), grip="hold")), pelvis=(0, -4, 0), lap=True),
    "hug": Pose(**_both(_arm(-0.22, -0.52, 0.50, bend=(1, -0.5, -0.2), grip="hold")), **_STAND_LEGS, head=(0, 2, 8), eyes="happy"),
    "cook": Pose(left_arm=_arm(-0.02, -0.46, 0.56, bend=(0.9, -0.6, -0.3), grip="fist"), right_arm=_arm(0.06, -0.34, 0.56, bend=(0.9, -0.6, -0.3), grip="fist"),
                 **_STAND_LEGS, head=(0, 6, -4)),
    "surf": Pose(left_leg=_leg(0.44, -0.80, 0.04, bend=(0.9, 0.2, 0.7), yaw=34), right_leg=_leg(0.40, -0.84, 0.02, bend=(0.9, 0.2, 0.7), yaw=30),
                 left_arm=_arm(0.84, 0.16, 0.20, bend=(0.5, -0.8, -0.3), grip="open"), right_arm=_arm(0.80, -0.22, 0.14, bend=(0.5, -0.6, -0.6), grip="open"),
                 pelvis=(0, 8, -4), chest=(10, 8, 8), head=(-6, -12, -4), mouth="grin"),
    "play": Pose(left_leg=_leg(0.04, -0.99, 0.02, yaw=14), right_leg=_leg(0.20, -0.74, 0.30, bend=(0.5, 0.4, 1), yaw=16, pitch=24),
                 left_arm=_arm(0.62, 0.40, 0.40, bend=(0.8, -0.7, 0), grip="open"), right_arm=_arm(0.74, 0.12, 0.40, bend=(0.8, -0.7, 0), grip="open"),
                 pelvis=(0, 0, 5), chest=(0, 0, -8), head=(0, -2, 8), eyes="happy", mouth="open"),
}  # fmt: skip


def pose_of(name: str) -> Pose:
    return POSES.get(name, POSES["stand"])


def with_arms(pose: Pose, left: Limb | None, right: Limb | None) -> Pose:
    """The pose with other arms: a role that always carries something."""
    return replace(pose, left_arm=left or pose.left_arm, right_arm=right or pose.right_arm)
