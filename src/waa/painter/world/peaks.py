"""Peaks: mountains that one knows by their outline, and what covers them.

peak = PEAKS["lion_rock"]
massif(canvas, light, rng, horizon, 330 * unit * peak.tall, peak.look(haze), ridge=peak.ridge, craggy=peak.craggy)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from waa.painter.colour import Array, Colour, F, mix
from waa.painter.shapes import smooth
from waa.painter.world import massif


@dataclass(frozen=True, kw_only=True)
class Peak:
    """`outline` lists (x, height), both shares; None for green hills that nobody knows by their outline.

    `tall` is the height beside that of the nameless peak, `snowline` as in a massif's look.
    """

    outline: tuple[tuple[float, float], ...] | None = None
    tall: float = 1.0
    rock: Colour = "#8d8fa3"
    green: Colour | None = None
    snowline: float = 2.0
    craggy: float = 0.5
    veil: tuple[float, float] = (0.20, 0.42)

    def ridge(self, x: Array) -> Array:
        """The height (0..1) at shares of the width."""
        assert self.outline is not None
        line = smooth(np.array(self.outline), closed=False, steps=10)
        return np.interp(x, line[:, 0], line[:, 1]).astype(F)

    def look(self, haze: Colour) -> massif.Look:
        green = None if self.green is None else mix(self.green, haze, 0.05)
        return massif.Look(
            rock=mix(self.rock, haze, 0.1),
            green=green,
            snow="#f8fbff",
            snowline=self.snowline,
            haze=haze,
            veil=self.veil,
        )


# The head on the left looks west over Kowloon, the back and the haunches fall to the east.
_LION = (
    (0.0, 0.36),
    (0.10, 0.42),
    (0.20, 0.47),
    (0.27, 0.52),
    (0.315, 0.60),
    (0.335, 0.84),
    (0.36, 0.97),
    (0.40, 1.0),
    (0.44, 0.95),
    (0.465, 0.84),
    (0.50, 0.76),
    (0.54, 0.79),
    (0.60, 0.83),
    (0.66, 0.78),
    (0.74, 0.64),
    (0.82, 0.52),
    (0.90, 0.46),
    (1.0, 0.40),
)
_FUJI = (
    (0.0, 0.05),
    (0.10, 0.11),
    (0.20, 0.22),
    (0.29, 0.41),
    (0.36, 0.66),
    (0.41, 0.92),
    (0.43, 0.99),
    (0.46, 0.965),
    (0.49, 1.0),
    (0.51, 0.92),
    (0.56, 0.66),
    (0.63, 0.41),
    (0.72, 0.22),
    (0.84, 0.11),
    (1.0, 0.05),
)
_HONG_KONG = Peak(green="#6d9a52", rock="#9a8f80", craggy=0.25, tall=0.62)

# By the id of the place in the lexicon.
PEAKS: dict[str, Peak] = {
    "lion_rock": Peak(outline=_LION, rock="#a39a90", green="#5f8a4c", craggy=0.7, tall=0.92),
    "fuji_lake": Peak(outline=_FUJI, rock="#6f7f9c", snowline=0.58, craggy=0.15, veil=(0.25, 0.45)),
    "kowloon_peak": _HONG_KONG,
    "dragons_back": _HONG_KONG,
    "tai_mo_shan": _HONG_KONG,
    "sunset_peak": _HONG_KONG,
}
