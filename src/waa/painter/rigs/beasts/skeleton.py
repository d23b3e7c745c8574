"""Skeleton: where the bones of a beast are in each pose.

Every plan (on all fours, sitting, lying, curled up, upright) places hips, shoulders, feet and the head; legs bend
between their two ends. The beast looks at the viewer (+z) and its left is at +x.
"""

from __future__ import annotations

import math

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.beasts.frames import LEFT, SIDES, Bones, Frame, Limb, Rib, Skull
from waa.painter.rigs.beasts.limbs import arm, folded, limb, sitting_length, stretched
from waa.painter.rigs.beasts.poses import Pose
from waa.painter.rigs.beasts.shape import Body, Point
from waa.painter.rigs.beasts.tails import tail_path


def bones(body: Body, pose: Pose, skull: Skull) -> Bones:
    """The skeleton of a body in a pose, on the ground."""
    plan = {
        "fours": _fours,
        "sit": _sit,
        "lie": _lie,
        "curl": _curl,
        "upright": _upright,
        "ride": _ride,
        "tall": _tall,
    }
    return plan[pose.plan](body, pose, skull)


# -- plans ------------------------------------------------------------------------------------------------


def _fours(body: Body, pose: Pose, skull: Skull) -> Bones:
    pitch = body.rise - pose.pitch
    lift = pose.lift * body.height
    a = math.radians(pitch)
    middle = body.height + lift + body.length / 2 * math.sin(math.radians(body.rise))
    start = np.array([0, middle - body.length / 2 * math.sin(a), -body.length / 2 * math.cos(a)], F)
    ribs = _torso(body, start, pitch, body.length)
    limbs = {}
    for i, (pair, joint, leg) in enumerate((("fore", ribs[-1], body.fore), ("hind", ribs[0], body.hind))):
        for k, side in enumerate(SIDES):
            forward, up = pose.feet[2 * i + k]
            top = joint.frame.point(side * leg.spread, -0.15 * joint.tall, 0.0)
            foot = [
                side * leg.spread * 1.08,
                lift + up * body.height,
                joint.frame.at[2] + forward * body.height,
            ]
            limbs[pair, side] = limb(leg, top, np.array(foot, F), swing=forward, back=pair == "hind")
    neck, head = _neck(body, ribs[-1], body.neck[1] + pose.neck - pose.pitch * 0.4, pose)
    return _finished(body, pose, ribs, neck, head, limbs)


def _sit(body: Body, pose: Pose, skull: Skull) -> Bones:
    low = body.hips[1] * 0.95
    length = body.length * body.squat
    limit = max(0.1, (1.62 * body.height - low) / length)
    steep = math.degrees(math.asin(min(math.sin(math.radians(body.seated)), limit)))
    back = length * math.cos(math.radians(steep)) * 0.62
    ribs = _torso(body, np.array([0, low, -back], F), steep, length, belly=1.10)
    chest = ribs[-1]
    limbs = {}
    for k, side in enumerate(SIDES):
        leg = body.fore
        top = chest.frame.point(side * leg.spread * 1.05, -0.42 * chest.tall, -0.12 * length)
        foot = np.array([side * leg.spread * 0.92, 0, chest.frame.at[2] + 0.40 * chest.tall], F)
        limbs["fore", side] = limb(leg, top, foot)
        if pose.arms and k == 0:
            limbs["fore", side] = arm(body, ribs, pose.arms[0], side, skull)
        limbs["hind", side] = folded(
            body, ribs[0], side, toe=chest.frame.at[2] + 0.40 * chest.tall - 0.5 * leg.foot[2]
        )
    neck, head = _neck(body, chest, min(88.0, max(body.neck[1], 30) + 0.45 * steep), pose)
    return _finished(body, pose, ribs, neck, head, limbs)


def _lie(body: Body, pose: Pose, skull: Skull) -> Bones:
    low = body.hips[1] * 0.92
    rise = math.degrees(math.asin(np.clip((body.chest[1] - body.hips[1]) * 0.6 / body.length, -0.5, 0.5)))
    ribs = _torso(body, np.array([0, low, -body.length / 2], F), rise, body.length)
    limbs = {}
    for side in SIDES:
        limbs["fore", side] = stretched(body, ribs[-1], side)
        limbs["hind", side] = folded(body, ribs[0], side)
    neck, head = _neck(
        body, ribs[-1], body.neck[1] + pose.neck, pose, lowest=skull.low if pose.eyes == "closed" else None
    )
    return _finished(body, pose, ribs, neck, head, limbs)


def _curl(body: Body, pose: Pose, skull: Skull) -> Bones:
    """Asleep in a ring: the back round behind, the chin on the paws in front, the tail about it all."""
    low = max(body.hips[1], body.waist[1]) * 0.88
    ring = body.length * 0.36
    ribs = []
    stations = (body.hips, body.waist, body.waist, body.chest)
    for degrees, (wide, tall) in zip((-30, 45, 115, 190), stations, strict=True):
        a = math.radians(degrees)
        at = np.array([ring * math.cos(a), low, -ring * 0.8 * math.sin(a)], F)
        yaw = math.degrees(math.atan2(-math.sin(a), -math.cos(a)))
        ribs.append(Rib(Frame(at, yaw=yaw), wide * 1.02, tall, body.length * 0.30))
    head_at = np.array([-0.30 * ring, skull.wide * 0.80, ring * 0.55 + 0.45 * skull.wide], F)
    neck = np.stack([ribs[-1].frame.at, head_at])
    limbs = {}
    for side in SIDES:
        leg = body.fore
        toe = np.array(
            [head_at[0] + side * leg.spread * 0.9, leg.radii[2] * 0.8, head_at[2] + skull.wide * 0.42], F
        )
        root = toe + np.array([0, 0, -0.25 * body.length], F)
        radii = np.array([leg.radii[1], leg.radii[1], leg.radii[2]], F)
        limbs["fore", side] = Limb(
            np.stack([root, (root + toe) / F(2), toe]), radii, Frame(toe * np.array([1, 0, 1], F)), leg
        )
    leg = body.hind
    knee = np.array([ring * 1.05, body.hips[1] * 0.8, ring * 0.20], F)
    heel = np.array([ring * 1.25, leg.radii[2] * 0.9, ring * 0.35], F)
    toe = np.array([ring * 1.05, leg.radii[2] * 0.9, ring * 0.95], F)
    radii = np.array([leg.radii[0] * 1.2, leg.radii[0] * 0.9, leg.radii[2], leg.radii[2]], F)
    limbs["hind", LEFT] = Limb(
        np.stack([ribs[0].frame.at, knee, heel, toe]),
        radii,
        Frame(toe * np.array([1, 0, 1], F), yaw=-25),
        leg,
    )
    head = Frame(head_at, yaw=pose.head[0] + 6, pitch=6, roll=10)
    return _finished(body, pose, tuple(ribs), neck, head, limbs)


def _upright(body: Body, pose: Pose, skull: Skull) -> Bones:
    """Sitting like a teddy bear, soles to the viewer, hands free."""
    low = body.hips[1] * 0.95
    length = sitting_length(body)
    ribs = _torso(body, np.array([0, low, -0.06 * length], F), 84, length, belly=1.18, top=0.86)
    limbs = {("fore", s): arm(body, ribs, _arms(pose)[k], s, skull) for k, s in enumerate(SIDES)}
    for side in SIDES:
        leg = body.hind
        ground = leg.radii[2] * 1.2
        reach = min(body.height, body.length * 0.8)
        wide = ribs[0].wide
        back = ribs[0].frame.at[2]
        top = [side * wide * 0.60, low * 0.62, back + 0.05]
        knee = [side * wide * 1.0, ground * 1.35, back + 0.45 * reach]
        heel = [side * wide * 1.06, ground, back + 0.86 * reach]
        radii = np.array([leg.radii[0] * 1.05, leg.radii[1] * 1.2, leg.radii[2] * 1.05], F)
        frame = Frame(
            np.array(heel, F) - np.array([0, leg.foot[1] * 0.6, 0.2 * leg.foot[1]], F),
            yaw=side * 14,
            pitch=-72,
        )
        limbs["hind", side] = Limb(np.array([top, knee, heel], F), radii, frame, leg)
    neck, head = _neck(body, ribs[-1], 86, pose, short=0.8)
    return _finished(body, pose, ribs, neck, head, limbs)


def _ride(body: Body, pose: Pose, skull: Skull) -> Bones:
    """Astride: thighs forward and out, lower legs hanging; the hips are over the origin."""
    length = sitting_length(body)
    reach = min(body.height, body.length * 0.85)
    low = body.hips[1] * 0.94 + 0.62 * reach
    ribs = _torso(body, np.array([0, low, 0], F), 80, length, belly=1.06, top=0.86)
    limbs = {("fore", s): arm(body, ribs, _arms(pose)[k], s, skull) for k, s in enumerate(SIDES)}
    for side in SIDES:
        leg = body.hind
        seat = low - body.hips[1] * 0.6
        out = body.hips[0] + leg.radii[1]
        top = [side * body.hips[0] * 0.6, seat, 0.05]
        knee = [side * out, seat - 0.06 * reach, 0.46 * reach]
        foot = [side * out, leg.radii[2], 0.40 * reach]
        radii = np.array([leg.radii[0] * 1.05, leg.radii[1] * 1.1, leg.radii[2]], F)
        frame = Frame(np.array([foot[0], 0, foot[2]], F))
        limbs["hind", side] = Limb(np.array([top, knee, foot], F), radii, frame, leg)
    neck, head = _neck(body, ribs[-1], 84, pose, short=0.85)
    return _finished(body, pose, ribs, neck, head, limbs, seat=(0.0, low - body.hips[1], 0.0))


def _tall(body: Body, pose: Pose, skull: Skull) -> Bones:
    """Standing on the hind legs."""
    steep = body.upright or 82.0
    lift = pose.lift * body.height
    leg = body.hind
    stature = body.height * (1.0 if body.upright else 0.90)
    length = body.length if body.upright else sitting_length(body) * 1.1
    ribs = _torso(body, np.array([0, stature + lift, 0], F), steep, length, top=1.0 if body.upright else 0.88)
    limbs = {("fore", s): arm(body, ribs, _arms(pose)[k], s, skull) for k, s in enumerate(SIDES)}
    for k, side in enumerate(SIDES):
        forward, up = pose.feet[2 + k]
        top = np.array([side * leg.spread, stature + lift - 0.1 * body.hips[1], 0], F)
        foot = np.array([side * leg.spread * 1.15, lift + up * stature, forward * stature], F)
        limbs["hind", side] = limb(leg, top, foot, swing=forward, back=True, yaw=side * 10)
    neck, head = _neck(body, ribs[-1], min(88.0, body.neck[1] + 0.4 * steep), pose)
    return _finished(body, pose, ribs, neck, head, limbs)


# -- parts ------------------------------------------------------------------------------------------------


def _torso(
    body: Body, hips: Array, pitch: float, length: float, belly: float = 1.0, top: float = 1.0
) -> tuple[Rib, ...]:
    """Hips, waist and chest in a line; `pitch` is how steeply it rises to the shoulders, degrees."""
    line = Frame(hips, pitch=-pitch)
    stations = (
        (0.0, 0.0, body.hips, belly, 0.36),
        (0.5, body.hump, body.waist, belly, 0.52),
        (1.0, 0.0, body.chest, top, 0.36),
    )
    return tuple(
        Rib(
            Frame(line.point(0, up, t * length), pitch=-pitch),
            wide * more,
            tall * more,
            (max(wide, tall) * 0.72 + span * length * 0.34) * min(1.0, more * more),
        )
        for t, up, (wide, tall), more, span in stations
    )


def _arms(pose: Pose) -> tuple[Point, Point]:
    return pose.arms or ((0.2, -0.4, 0.5), (0.2, -0.4, 0.5))


def _neck(
    body: Body, chest: Rib, angle: float, pose: Pose, lowest: float | None = None, short: float = 1.0
) -> tuple[Array, Frame]:
    """The neck's points and the head's frame; `angle` over the horizon. `lowest` keeps the head that high."""
    length = body.neck[0] * short
    # On all fours the neck grows from above the shoulders; the more upright, the further in front of the back.
    steep = math.sin(math.radians(max(0.0, -chest.frame.pitch)))
    base = chest.frame.point(0, (0.30 - 0.46 * steep**4) * chest.tall, 0.10 * chest.tall)
    a = math.radians(angle)
    end = base + np.array([0, math.sin(a) * length, math.cos(a) * length], F)
    if lowest is not None:
        end[1] = max(float(end[1]), lowest)
    yaw, pitch, roll = pose.head
    return np.stack([base, end]).astype(F), Frame(end.astype(F), yaw=yaw, pitch=body.nod + pitch, roll=roll)


def _finished(
    body: Body,
    pose: Pose,
    ribs: tuple[Rib, ...],
    neck: Array,
    head: Frame,
    limbs: dict[tuple[str, int], Limb],
    seat: Point | None = None,
) -> Bones:
    hips = ribs[0]
    lift = pose.lift * body.height
    rump = _rump(body, pose, hips)
    how = {"curl": "curl", "lie": "lie"}.get(pose.plan, pose.tail)
    tail = tail_path(body.tail, how, rump, lift * 0.5, hips.wide * 1.25)
    under = (0.0, float(hips.frame.at[1] - hips.tall), float(hips.frame.at[2]))
    return Bones(ribs, neck, head, limbs, tail, seat or under, lift)


def _rump(body: Body, pose: Pose, hips: Rib) -> Array:
    """Where the tail grows."""
    at = hips.frame.at
    if pose.plan == "curl":
        return at + np.array([hips.wide * 0.2, -hips.tall * 0.3, hips.wide * 0.3], F)
    if pose.tail in ("sit", "lie"):
        return at + np.array([0, -hips.tall * 0.30 if pose.plan != "ride" else 0, -hips.tall * 0.60], F)
    steep = math.radians(-hips.frame.pitch)
    out: Array = at + np.array([0, hips.tall * 0.38 * math.cos(steep), -hips.tall * 0.72], F)
    return out
