"""Lens: a camera that looks level into a place, so that upright lines stay upright.

Metres; x right, y up from the ground, z towards the viewer. The eye is at (0, eye, away): a set is built round z = 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from waa.painter.colour import Array, F


@dataclass(frozen=True, kw_only=True)
class Lens:
    """`horizon` is y and `middle` x of the vanishing point, `focal` the focal length: all in pixels of the canvas.

    `eye` is the eye's height and `away` how far it is from z = 0, in metres.
    """

    width: int
    height: int
    horizon: float
    middle: float
    focal: float
    eye: float
    away: float = 0.0

    def project(self, points: ArrayLike) -> NDArray[np.float64]:
        """(n, 3) metres -> (n, 2) pixels."""
        p = np.asarray(points, float).reshape(-1, 3)
        scale = self.focal / np.maximum(self.away - p[:, 2], 1e-6)
        return np.stack([self.middle + p[:, 0] * scale, self.horizon - (p[:, 1] - self.eye) * scale], -1)

    def depth_of(self, y: float) -> float:
        """How far off the ground is that is seen at `y` pixels, in metres."""
        return self.focal * self.eye / max(y - self.horizon, 1e-6)

    def half_width(self, depth: float) -> float:
        """How far the picture reaches to its nearer side at a depth, in metres."""
        return min(self.middle, self.width - self.middle) * depth / self.focal

    def top(self, depth: float) -> float:
        """The height that is seen at the upper edge of the picture at a depth, in metres."""
        return self.eye + self.horizon * depth / self.focal

    def scaled(self, factor: float) -> Lens:
        """The same view in a picture of `factor` times the size."""
        return Lens(
            width=max(1, round(self.width * factor)), height=max(1, round(self.height * factor)),
            horizon=self.horizon * factor, middle=self.middle * factor, focal=self.focal * factor, eye=self.eye,
            away=self.away,
        )  # fmt: skip

    def rays(self) -> tuple[Array, Array]:
        """(x, y) per metre of depth, (width,) and (height,): times the depth they give a pixel's x and y - eye."""
        x = (np.arange(self.width, dtype=F) + F(0.5 - self.middle)) / F(self.focal)
        y = (F(self.horizon - 0.5) - np.arange(self.height, dtype=F)) / F(self.focal)
        return x, y


def level(width: int, height: int, *, horizon: float, ground: float, eye: float, near: float, away: float = 0.0,
          middle: float = 0.5, upright: float = 0.0) -> Lens:  # fmt: skip
    """A lens for a canvas: `horizon` and `ground` as shares of its height, the ground there `near` metres off.

    `eye` and `away` are in metres, `middle` a share of the width. The more `upright`, the higher and farther off the
    eye stands in an upright picture, to see as much as in a square one.
    """
    farther = max(1.0, (height / width) ** upright)
    eye, near, away = eye * farther, near * farther, away * farther
    focal = (ground - horizon) * height * near / eye
    return Lens(
        width=width,
        height=height,
        horizon=horizon * height,
        middle=middle * width,
        focal=focal,
        eye=eye,
        away=away,
    )


def room_lens(width: int, height: int, *, horizon: float = 0.46, ground: float = 0.90, eye: float = 1.25, near: float = 3.2,
              away: float = 6.2) -> Lens:  # fmt: skip
    """Into a room whose back wall is z = 0."""
    return level(width, height, horizon=horizon, ground=ground, eye=eye, near=near, away=away, upright=0.62)


def open_lens(width: int, height: int, *, horizon: float, ground: float) -> Lens:
    """Over open land, from where somebody stands."""
    return level(width, height, horizon=horizon, ground=ground, eye=1.5, near=3.6, upright=0.5)
