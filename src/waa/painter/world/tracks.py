"""Tracks: where somebody has walked over snow or sand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.noise import smoothstep
from waa.painter.world.terrain import Fan

_PACE = 0.52  # metres


def footprints(fan: Fan, path: Callable[[Array], Array], *, deep: float, far: float) -> Array:
    """(rows, columns): what they take off the ground's height, in metres; `path` answers x at depths.

    Each is `deep` metres with a little rim; none is seen beyond `far` metres.
    """
    step = np.round(fan.z / F(_PACE))
    at = step * F(_PACE)
    side = F(0.12) * (1 - 2 * (step % 2))
    off = ((fan.x - path(at) - side) / F(0.085)) ** 2 + ((fan.z - at) / F(0.15)) ** 2
    dent = -F(deep) * np.exp(-(off**2)) + F(0.27 * deep) * np.exp(-((off - F(1.6)) ** 2))
    return np.asarray(dent * smoothstep(far, 0.4 * far, fan.z), F)
