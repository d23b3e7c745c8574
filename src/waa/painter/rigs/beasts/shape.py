"""What a beast is made of, as plain data. Lengths are in the species' own unit, about the height of its back."""

from __future__ import annotations

from dataclasses import dataclass

from waa.painter.colour import Colour

Point = tuple[float, float, float]
# A limb of clay from a point to a point with its two radii; on both sides, unless it lies in the middle (x = 0).
Lump = tuple[Point, Point, float, float]


@dataclass(frozen=True, kw_only=True)
class Leg:
    """One of a pair. `spread` is half the distance between the two; `radii` at the top, the middle and the foot.

    `knee` and `hock` bend the leg forwards (+) or backwards (-) at two thirds and one third of its height.
    `foot` are the half width, height and length of a paw, hoof, stump or hand.
    """

    spread: float = 0.12
    radii: tuple[float, float, float] = (0.10, 0.07, 0.06)
    knee: float = 0.0
    hock: float = 0.0
    kind: str = "paw"  # paw | hoof | stump | hand | web | claw
    foot: Point = (0.065, 0.045, 0.085)
    toes: int = 3


@dataclass(frozen=True, kw_only=True)
class Tail:
    """`kind` says how it is carried (see skeleton.TAILS); `radii` along it."""

    kind: str = "cat"
    length: float = 0.6
    radii: tuple[float, ...] = (0.05, 0.045, 0.04)


@dataclass(frozen=True, kw_only=True)
class Body:
    """`height` is that of the middle of the torso over the ground, `length` from hips to shoulders.

    `chest`, `waist` and `hips` are half widths and half heights; `rise` tilts the back up to the shoulders,
    degrees; `neck` is (length, angle over the horizon, radius at the base, radius at the head); `seated` is how
    steep the back is when it sits; `upright` makes it stand on its hind legs, so many degrees steep.
    """

    length: float = 0.55
    height: float = 0.42
    chest: tuple[float, float] = (0.17, 0.19)
    waist: tuple[float, float] = (0.165, 0.17)
    hips: tuple[float, float] = (0.175, 0.19)
    rise: float = 0.0
    neck: tuple[float, float, float, float] = (0.16, 60, 0.13, 0.12)
    nod: float = 0.0  # how far the nose points down, degrees
    fore: Leg = Leg()
    hind: Leg = Leg()
    tail: Tail = Tail()
    seated: float = 66.0
    squat: float = 0.80  # how short the back becomes when it sits up
    curls: bool = False  # sleeps in a ring
    sits: str = "sit"  # as a cat does, or "upright" as a bear does, or it would rather "lie"
    upright: float = 0.0
    saddle: float = 0.98  # how high over the middle of its back a rider sits, in half heights of the chest
    stands: str = "fours"  # or "sit": one that squats, as a frog does
    hump: float = 0.0
    lumps: tuple[tuple[str, Lump], ...] = ()  # (hips | middle | chest, lump in its half widths and heights)
    smooth: float = 0.10  # how softly the parts melt into each other


@dataclass(frozen=True, kw_only=True)
class Ears:
    """`kind` is an outline of solid.leaf or a special one; at the given place on the skull, in skull radii.

    `lean` tips them outwards and `back` backwards, degrees from upright; `turn` is how far they open sideways.
    """

    kind: str = "pointed"  # pointed | round | long | leaf | floppy | flap
    at: Point = (0.58, 0.62, -0.05)
    length: float = 0.75
    width: float = 0.62
    lean: float = 20.0
    back: float = 8.0
    turn: float = 14.0
    bend: float = 0.0
    cup: float = 0.35
    thickness: float = 0.16
    outside: str = "coat"
    inside: str = "inner"
    tip: str | None = None


@dataclass(frozen=True, kw_only=True)
class Muzzle:
    """`length` from the middle of the skull, in skull radii; `radii` at the root and at the nose; `drop` lowers it."""

    kind: str = "puffs"  # puffs | snout | long | disc | trunk | wide | none
    length: float = 1.0
    radii: tuple[float, float] = (0.36, 0.26)
    at: float = -0.30
    drop: float = 0.05
    jaw: float = 0.8
    wide: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Eyes:
    """`at` across and up, in skull radii; they are set into the skin there. `iris` None is the warm dark eye of a toy."""

    at: tuple[float, float] = (0.42, 0.02)
    size: float = 0.17
    tall: float = 1.18
    side: float = 0.0  # how far they look sideways, degrees: prey looks round, hunters ahead
    iris: Colour | None = None
    slit: bool = False
    lid: float = 0.0  # how far the lid hangs, 0..1


@dataclass(frozen=True, kw_only=True)
class Nose:
    kind: str = "button"  # button | triangle | wide | nostrils | disc | none
    size: tuple[float, float] = (0.13, 0.09)
    colour: str = "nose"


@dataclass(frozen=True, kw_only=True)
class Head:
    """`radius` is the skull's; everything else about the head is measured in it."""

    radius: float = 0.27
    skull: Point = (1.06, 0.92, 0.92)
    cheeks: tuple[float, float, float, float] | None = None  # across, up, forward, radius
    crown: float = 0.0  # a higher forehead
    muzzle: Muzzle = Muzzle()
    ears: Ears | None = Ears()
    eyes: Eyes = Eyes()
    nose: Nose = Nose()
    mouth: str = "smile"  # smile | line | open | none
    blush: float = 0.0
    lumps: tuple[Lump, ...] = ()  # cheek tufts, brows, trunks: in skull radii
    extras: tuple[str, ...] = ()  # names of extras.HEAD_EXTRAS: horns, mane, whiskers …
    room: float = 1.0  # how much wider than its skull it is with its mane
    hang: float = 0.0  # how far below its middle it reaches, in skull radii: an elephant's trunk
    turn: float = -14.0  # towards the viewer when the body is seen from the side
