"""Mounted: hands on the handlebar and feet on the pedals of what somebody rides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.people.build import Build
from waa.painter.rigs.people.poses import Limb, Pose
from waa.painter.rigs.people.skeleton import SIDES, bones
from waa.painter.solid.model import Model

SADDLE = 0.93  # legs are so much longer than the saddle is high: toys for grown-ups


def scale_to(legs: float, mount: Model) -> float:
    """How much larger than life a rider whose legs are `legs` metres long is drawn on what has pedals."""
    return mount.anchor("seat").at[1] * SADDLE / legs


def mounted(body: Build, pose: Pose, mount: Model) -> Pose:
    """`pose` with its limbs where the anchors of the mount want them: `grip_left`, `pedal_left` and their twins."""
    if "grip_left" not in mount.anchors:
        return pose
    leaning = replace(pose, chest=(0, 16, 0), head=(-24, -14, 0))
    frame = bones(body, leaning)
    unit = body.metres / body.heads
    size = unit * scale_to(body.legs * unit, mount)
    seat = np.asarray(mount.anchor("seat").at, F)
    hips = frame.pelvis.point(0, -0.20 * body.torso, 0)

    def place(name: str) -> Array:
        found: Array = hips + (np.asarray(mount.anchors[name].at, F) - seat) / F(size)
        return found

    arms, legs = {}, {}
    for side in SIDES:
        word = "left" if side == 1 else "right"
        arm, leg = frame.arms[side], frame.legs[side]
        hand = place(f"grip_{word}") + np.array([0, 0.03, -0.10], F)
        reach = frame.chest.turn.T @ (hand - arm.shoulder) / F(body.reach)
        arms[word] = Limb(
            at=(side * float(reach[0]), float(reach[1]), float(reach[2])), bend=(1, -0.5, -0.2), grip="fist"
        )
        foot = place(f"pedal_{word}") + np.array([0, body.ankle, -0.06], F)
        step = (foot - leg.hip) / F(body.stride)
        legs[word] = Limb(
            at=(side * float(step[0]), float(step[1]), float(step[2])), bend=(0.25, 0.3, 1), turn=(4, 8)
        )
    return replace(
        leaning,
        left_arm=arms["left"],
        right_arm=arms["right"],
        left_leg=legs["left"],
        right_leg=legs["right"],
    )
