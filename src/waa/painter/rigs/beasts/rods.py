"""Rods: small helpers for whatever is long and thin: horns, whiskers, locks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from waa.painter.colour import Array, Colour, F
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, tube


def taper(path: Array, first: float, last: float, colour: Colour, gloss: float = 0.35) -> Mesh:
    """A rod along the points that thins from one radius to the other."""
    return tube(path, [float(r) for r in np.linspace(first, last, len(path))], colour, gloss, steps=12)


def curve(points: Sequence[Sequence[float]], r: float, side: int = 1, steps: int = 6) -> Array:
    """A smooth path through points given in units of `r`; `side` -1 mirrors it."""
    p = np.array(points, float) * r
    p[:, 0] *= side
    return np.asarray(smooth(p, closed=False, steps=steps), F)


def listed(p: Array) -> list[float]:
    """A point as clay takes it."""
    return [float(v) for v in p]


def branched(
    r: float,
    beam: Sequence[Sequence[float]],
    tines: Sequence[Sequence[Sequence[float]]],
    thick: float,
    colour: Colour,
) -> list[Mesh]:
    """Antlers: on both sides a beam and the tines that leave it, in units of `r`."""
    parts = []
    for side in (1, -1):
        parts.append(taper(curve(beam, r, side), thick * r, thick * 0.42 * r, colour))
        parts += [taper(curve(tine, r, side), thick * 0.62 * r, thick * 0.34 * r, colour) for tine in tines]
    return parts
