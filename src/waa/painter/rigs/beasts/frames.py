"""Frames: places with directions, and the bones that are made of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.rigs.beasts.shape import Leg, Point
from waa.painter.solid.mesh import rotation

LEFT, RIGHT = 1, -1
SIDES = (LEFT, RIGHT)


@dataclass(frozen=True, eq=False)
class Frame:
    """A place with directions: x to its left, y up (its back), z forwards. Angles as in `Mesh.turned`."""

    at: Array
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0

    @property
    def turn(self) -> Array:
        return rotation(self.yaw, self.pitch, self.roll)

    def point(self, x: float, y: float, z: float) -> Array:
        out: Array = self.at + self.turn @ np.array([x, y, z], F)
        return out


@dataclass(frozen=True, eq=False)
class Rib:
    """A station of the torso: half width and half height across its frame, half length along it."""

    frame: Frame
    wide: float
    tall: float
    long: float


@dataclass(frozen=True, eq=False)
class Limb:
    """`points` from the joint to the foot with their `radii`; `foot` is turned as the paw is."""

    points: Array
    radii: Array
    foot: Frame
    leg: Leg


@dataclass(frozen=True, eq=False)
class Bones:
    """`ribs` from the hips to the shoulders; `limbs` by (fore|hind, side); `lift` is the height over the ground."""

    ribs: tuple[Rib, ...]
    neck: Array
    head: Frame
    limbs: dict[tuple[str, int], Limb]
    tail: Array
    seat: Point
    lift: float = 0.0

    @property
    def hips(self) -> Frame:
        return self.ribs[0].frame

    @property
    def chest(self) -> Frame:
        return self.ribs[-1].frame


@dataclass(frozen=True)
class Skull:
    """What a body has to know of its head: half its width, which hands avoid, and how low it can lie."""

    wide: float
    low: float
