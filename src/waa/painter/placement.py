"""Placement: where one subject stands in the frame, and the frame itself."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from waa.painter.plan import Subject
from waa.painter.stage import Stage
from waa.words.scene import Spot


@dataclass(frozen=True, kw_only=True)
class Placement:
    """`x` is the middle, `foot` the standing line, `height` and `width` the drawn size: all in pixels."""

    subject: Subject
    x: float
    foot: float
    height: float
    width: float
    yaw: float
    in_sky: bool = False

    def spot(self, width: int, height: int) -> Spot:
        return Spot(
            x=round(self.x / width, 4), y=round(self.foot / height, 4), height=round(self.height / height, 4)
        )

    @property
    def span(self) -> tuple[float, float]:
        return self.x - self.width / 2, self.x + self.width / 2


@dataclass(frozen=True)
class Frame:
    stage: Stage
    width: int
    height: int

    def aspect(self, subject: Subject) -> float:
        """Drawn width / height of a subject turned by its yaw: from above, what lies flat is as tall as it is deep."""
        a = math.radians(subject.yaw)
        pitch = math.radians(4.0 if self.stage.kind == "air" else self.stage.camera_pitch(self.height))
        parts = [m.vertices for m in (subject.model.mesh, subject.model.glass) if m is not None]
        x, y, z = (np.concatenate([v[:, axis] for v in parts]) for axis in range(3))
        across, towards = x * math.cos(a) + z * math.sin(a), z * math.cos(a) - x * math.sin(a)
        up = y * math.cos(pitch) - towards * math.sin(pitch)
        return float(np.ptp(across)) / max(float(np.ptp(up)), 1e-3)

    @property
    def full(self) -> float:
        """The height of the main subject in pixels."""
        tall = self.stage.subject_height * self.height
        if self.stage.kind == "portrait":
            return tall
        return min(tall, self.stage.subject_height * self.width * 1.25)


def put(s: Subject, x: float, foot: float, tall: float, frame: Frame, *, in_sky: bool = False) -> Placement:
    # Whatever has a best side shows it towards the middle of the picture.
    yaw = -s.yaw if x > frame.width * 0.5 and 0 < abs(s.yaw) < 90 else s.yaw
    return Placement(
        subject=s, x=x, foot=foot, height=tall, width=tall * frame.aspect(s), yaw=yaw, in_sky=in_sky
    )
