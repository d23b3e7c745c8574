"""Poses: what a beast does, as data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from waa.painter.rigs.beasts.shape import Body, Point


@dataclass(frozen=True, kw_only=True)
class Pose:
    """`plan` places the body; feet are (forwards, up) moves from where they stand: left fore, right fore, left hind,
    right hind, in leg lengths. `arms` are the hands of an upright one: (out, up, forward) for left and right, in
    torso lengths from the shoulders. `head` is (yaw, pitch, roll) added to how the species carries it.
    """

    plan: str = "fours"
    pitch: float = 0.0
    feet: tuple[tuple[float, float], ...] = ((0, 0), (0, 0), (0, 0), (0, 0))
    arms: tuple[Point, Point] | None = None
    head: Point = (0, 0, 0)
    neck: float = 0.0
    eyes: str = "open"  # open | happy | closed
    tail: str = "stand"
    lift: float = 0.0
    waterline: bool = False


_HELD = ((0.12, -0.44, 0.62), (0.12, -0.44, 0.62))
_WIDE = ((0.36, -0.46, 0.62), (0.36, -0.46, 0.62))
_OPEN = ((0.80, -0.10, 0.56), (0.80, -0.10, 0.56))
_REST = ((0.30, -0.62, 0.34), (0.30, -0.62, 0.34))

POSES: dict[str, Pose] = {
    "stand": Pose(),
    "look": Pose(head=(0, -24, 0), neck=8),
    "walk": Pose(feet=((0.36, 0.08), (-0.26, 0.0), (-0.32, 0.0), (0.30, 0.06)), head=(0, 0, 2)),
    "run": Pose(pitch=-7, feet=((0.95, 0.42), (0.72, 0.22), (-0.88, 0.10), (-0.62, 0.0)), tail="run", head=(0, -4, 0),
                lift=0.0),
    "jump": Pose(pitch=-26, feet=((0.55, 0.42), (0.40, 0.32), (-0.50, 0.02), (-0.36, 0.0)), tail="run", lift=0.55,
                 head=(0, 4, 0), eyes="happy"),
    "fly": Pose(pitch=-14, feet=((1.0, 0.75), (0.9, 0.55), (-0.95, 0.40), (-0.75, 0.25)), tail="run", lift=0.5,
                head=(0, 4, 0)),
    "swim": Pose(pitch=-6, feet=((0.45, 0.30), (-0.05, 0.12), (-0.45, 0.15), (0.05, 0.10)), tail="run", neck=12,
                 head=(0, -6, 0), waterline=True),
    "sit": Pose(plan="sit", tail="sit"),
    "wave": Pose(plan="sit", tail="sit", arms=((0.55, 0.36, 0.34), _REST[1]), head=(0, 0, -8), eyes="happy"),
    "lie": Pose(plan="lie", tail="lie", neck=8),
    "sleep": Pose(plan="rest", tail="sleep", eyes="closed"),
    "hold": Pose(plan="upright", tail="sit", arms=_HELD),
    "eat": Pose(plan="upright", tail="sit", arms=_HELD, eyes="happy", head=(0, 5, 0)),
    "read": Pose(plan="upright", tail="sit", arms=_WIDE, head=(0, 12, 0)),
    "hug": Pose(plan="upright", tail="sit", arms=_OPEN, eyes="happy", head=(0, 0, 8)),
    "ride": Pose(plan="ride", tail="sit", arms=((0.26, -0.36, 0.74), (0.26, -0.36, 0.74))),
    "cheer": Pose(plan="tall", tail="stand", arms=((0.80, 0.52, 0.18), (0.80, 0.52, 0.18)), eyes="happy",
                  head=(0, -8, 0)),
    "dance": Pose(plan="tall", tail="stand", arms=((0.85, 0.38, 0.20), (0.80, -0.26, 0.24)), eyes="happy",
                  head=(0, -2, -10), feet=((0, 0), (0, 0), (0.02, 0.0), (0.30, 0.34))),
}  # fmt: skip
_SAME_AS = {"drive": "ride", "cook": "hold", "play": "cheer", "kneel": "sit"}
# How one that walks on its hind legs carries its arms.
_BIPED_ARMS: dict[str, tuple[Point, Point]] = {
    "walk": ((0.30, -0.46, 0.44), (0.30, -0.56, 0.04)), "run": ((0.40, -0.26, 0.56), (0.40, -0.40, 0.0)),
    "jump": ((0.62, 0.30, 0.34), (0.62, 0.30, 0.34)), "fly": ((0.4, 0.6, 0.6), (0.4, 0.6, 0.6)),
}  # fmt: skip
_BIPED_REST = ((0.24, -0.44, 0.40), (0.24, -0.44, 0.40))


def pose_of(name: str, body: Body) -> Pose:
    """The pose of that name, as this body can do it; what no body knows stands."""
    name = _SAME_AS.get(name, name)
    if body.stands == "sit" and name in ("stand", "look"):
        return replace(pose_of("sit", replace(body, stands="fours")), head=POSES[name].head)
    pose = POSES.get(name, POSES["stand"])
    if pose.plan == "sit" and body.sits == "lie":
        return POSES["lie"]
    if pose.plan == "sit" and body.sits == "upright":
        return replace(pose, plan="upright", arms=pose.arms or _REST)
    if pose.plan == "fours" and body.upright:
        feet = tuple((0.0, 0.0) if i < 2 else (z * 0.5, y * 0.8) for i, (z, y) in enumerate(pose.feet))
        return replace(pose, plan="tall", arms=_BIPED_ARMS.get(name, _BIPED_REST), feet=feet)
    if pose.plan == "rest":
        return (
            replace(pose, plan="curl") if body.curls else replace(pose, plan="lie", neck=-70, head=(-8, 6, 8))
        )
    return pose
