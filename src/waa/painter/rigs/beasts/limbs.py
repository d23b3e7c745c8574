"""Limbs: legs that stand, fold and stretch, and forelegs that serve as arms."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.beasts.frames import Frame, Limb, Rib, Skull
from waa.painter.rigs.beasts.shape import Body, Leg, Point


def limb(
    leg: Leg, top: Array, foot: Array, *, swing: float = 0.0, back: bool = False, yaw: float = 0.0
) -> Limb:
    """A leg from its joint to its foot (the point of the sole), bent by its knee and hock."""
    ankle = foot + np.array([0, leg.radii[2] * 0.8, 0], F)
    down = ankle - top
    length = float(np.linalg.norm(down))
    ahead = np.cross(np.array([1, 0, 0], F), down / F(length)) * F(-1)
    lag = 0.10 * abs(swing) * (1 if back else -1)
    points, radii = [top], [leg.radii[0]]
    if leg.hock or leg.knee or swing:
        points.append(top + down * F(0.40) + ahead * F((leg.knee + lag) * length))
        radii.append(leg.radii[0] * 0.45 + leg.radii[1] * 0.55)
        if leg.hock:
            points.append(top + down * F(0.68) + ahead * F((leg.hock - 0.06 * abs(swing)) * length))
            radii.append(leg.radii[1])
    else:
        points.append(top + down * F(0.5))
        radii.append(leg.radii[1])
    points.append(ankle)
    radii.append(leg.radii[2])
    tilt = float(np.clip(-swing * 34, -40, 50)) if foot[1] > 0.02 or abs(swing) > 0.5 else 0.0
    return Limb(np.stack(points), np.array(radii, F), Frame(foot, yaw=yaw, pitch=-tilt), leg)


def folded(body: Body, hips: Rib, side: int, toe: float | None = None) -> Limb:
    """A hind leg of one that sits or lies: the thigh at the flank, the foot flat on the ground."""
    leg = body.hind
    wide, tall, back = hips.wide, hips.tall, hips.frame.at[2]
    reach = min(body.height, 0.75 * body.length)
    ground = leg.radii[2] * 0.9
    x = side * wide * 0.88
    front = back + 0.62 * reach if toe is None else min(toe, back + 0.62 * reach)
    span = front - back
    points = [
        [side * wide * 0.55, tall * 0.92, back + 0.02],
        [x * 1.08, tall * 0.84, back + 0.58 * span],
        [x * 1.16, ground, back + 0.20 * span],
        [x * 1.20, ground, front],
    ]
    radii = np.array([leg.radii[0] * 1.3, leg.radii[0] * 0.98, leg.radii[2], leg.radii[2]], F)
    sole = np.array([points[3][0], 0, points[3][2]], F)
    return Limb(np.array(points, F), radii, Frame(sole, yaw=side * 12), leg)


def stretched(body: Body, chest: Rib, side: int) -> Limb:
    """A foreleg flat on the ground before the chest."""
    leg = body.fore
    reach = min(body.height * 0.9, body.length * 0.8)
    ground = leg.radii[2] * 0.85
    x, z = side * leg.spread * 1.02, chest.frame.at[2]
    top = chest.frame.point(side * leg.spread, -0.1 * chest.tall, -0.05 * body.length)
    elbow, foot = [x * 1.12, ground * 1.3, z - 0.12 * reach], [x, ground, z + 0.72 * reach]
    radii = np.array([leg.radii[0], leg.radii[1] * 1.05, leg.radii[2]], F)
    return Limb(
        np.stack([top, np.array(elbow, F), np.array(foot, F)]),
        radii,
        Frame(np.array([x, 0, foot[2]], F)),
        leg,
    )


def arm(body: Body, ribs: tuple[Rib, ...], hand: Point, side: int, skull: Skull) -> Limb:
    """A foreleg as an arm. `hand` is (out, up, forward) from the shoulders in torso lengths, whatever the lean."""
    leg, chest = body.fore, ribs[-1]
    span = min(body.length * body.squat, 2.1 * body.hips[1])
    girth = max(rib.tall for rib in ribs[1:])
    raised = hand[1] > 0.1
    top = chest.frame.point(side * chest.wide * 0.74, 0.0, 0.02 * span)
    out = chest.wide * 0.35 + hand[0] * span * 0.62
    if raised:  # beside the head, not before the face
        out = max(out, skull.wide + leg.foot[0] * 1.5)
    ahead = chest.tall * 0.30 + hand[2] * span * 0.8
    if out < chest.wide and not raised:  # on the breast, not in it
        ahead = max(ahead, girth + 0.4 * leg.foot[1])
    end = chest.frame.at + np.array([side * out, hand[1] * span, ahead], F)
    # No longer than the leg is: a short foreleg is a short arm, but it reaches past its own head.
    reach = max(
        body.height * (0.85 if not body.upright else 0.62),
        0.45 * span,
        skull.wide * 1.2 if raised else girth * 1.15,
    )
    gap = float(np.linalg.norm(end - top))
    if gap > reach:
        end = top + (end - top) * F(reach / gap)
    bend = math.sqrt(max(0.0, reach**2 - min(gap, reach) ** 2)) * 0.34
    elbow = (top + end) * F(0.5) + np.array(
        [side * bend * 0.75, -bend * (0.2 if raised else 0.65), -bend * 0.3], F
    )
    radii = np.array([leg.radii[0] * 0.95, leg.radii[1], leg.radii[2]], F)
    frame = Frame(end.astype(F), yaw=-side * 25, pitch=-70.0 if raised else -30.0)
    return Limb(np.stack([top, elbow, end]).astype(F), radii, frame, leg)


def sitting_length(body: Body) -> float:
    """Of the back of one that holds itself upright: a long beast slumps into a stout one."""
    return min(body.length * body.squat * 0.96, 2.0 * body.hips[1])
