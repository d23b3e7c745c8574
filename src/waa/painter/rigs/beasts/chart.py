"""Chart: where on a beast every vertex is, so that marks keep their place in every pose."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, F
from waa.painter.noise import smoothstep
from waa.painter.rigs.beasts.frames import Bones
from waa.painter.rigs.beasts.shape import Body
from waa.painter.rigs.beasts.tails import tail_radii

TORSO, NECK, FORE, HIND, TAIL = range(5)
_PAIR = {"fore": FORE, "hind": HIND}
REGIONS = {
    "trunk": (TORSO, NECK),
    "neck": (NECK,),
    "legs": (FORE, HIND),
    "fore": (FORE,),
    "hind": (HIND,),
    "tail": (TAIL,),
    "body": (TORSO, NECK, FORE, HIND),
    "all": (TORSO, NECK, FORE, HIND, TAIL),
}


@dataclass(frozen=True, eq=False)
class Chart:
    """Where on the body every vertex is.

    `distances` (n, 5) tell how far outside each part it is; `t` (n, 5) the place along each from
    its root, 0..1. `back` (1 along the spine, −1 on the belly), `flank` and `heart` (0 at the hips, 1 at the
    shoulders) are measured from the torso, for all vertices.
    """

    at: Array
    distances: Array
    t: Array
    back: Array
    flank: Array
    heart: Array
    steep: float  # of the back, degrees
    sites: Callable[[int], Array]  # so many places spread evenly over the whole skin

    def within(self, region: str, soft: float = 0.012) -> Array:
        """1 inside the region, 0 outside, even over a `soft` border."""
        parts = list(REGIONS[region])
        rest = [k for k in range(5) if k not in parts]
        if not rest:
            return np.ones(len(self.at), F)
        gap = self.distances[:, rest].min(1) - self.distances[:, parts].min(1)
        return smoothstep(
            -1.8 * soft, 0.2 * soft, gap
        )  # a little over the edge, so that neighbours leave no seam

    def along(self, region: str) -> Array:
        """The place along the part of that name; on the trunk from the hips to the shoulders and on."""
        parts = REGIONS[region]
        if TORSO in parts:
            return self.heart
        nearest = self.distances[:, list(parts)].argmin(1)
        picked: Array = self.t[np.arange(len(self.at)), np.array(parts)[nearest]]
        return picked


def chart(body: Body, bones: Bones, at: Array, sites: Callable[[int], Array]) -> Chart:
    heart, distance, back, flank = _torso(bones, at)
    distances, t = np.full((len(at), 5), 9e9, F), np.zeros((len(at), 5), F)
    distances[:, TORSO], t[:, TORSO] = distance, heart
    lines = [(NECK, bones.neck, np.array(body.neck[2:], F))]
    lines += [(_PAIR[pair], limb.points, limb.radii) for (pair, _), limb in bones.limbs.items()]
    lines.append((TAIL, bones.tail, tail_radii(body.tail, len(bones.tail))))
    for part, points, radii in lines:
        far, along = along_line(at, points, radii)
        if part in (
            FORE,
            HIND,
        ):  # a leg: along its straight line, since round a knee the way along the bones halts
            chord = points[-1] - points[0]
            if np.linalg.norm(chord) > 0.8 * np.linalg.norm(np.diff(points, axis=0), axis=1).sum():
                along = ((at - points[0]) @ chord / F(float(chord @ chord) + 1e-9)).astype(F)
            # Shoulders and haunches wear the trunk's coat.
            far = far + F(0.5) * radii[0] * smoothstep(0.26, 0.06, along)
        nearer = far < distances[:, part]
        distances[nearer, part], t[nearer, part] = far[nearer], along[nearer]
    return Chart(at, distances, t, back, flank, heart.astype(F), -bones.chest.pitch, sites)


def _torso(bones: Bones, at: Array) -> tuple[Array, Array, Array, Array]:
    """Along the torso (hips 0, shoulders 1), distance, and place up and aside, in its own radii."""
    spans = list(itertools.pairwise(bones.ribs))
    best = np.full(len(at), 9e9, F)
    heart, high, wide = (np.zeros(len(at), F) for _ in range(3))
    for i, (rear, fore) in enumerate(spans):
        axis = fore.frame.at - rear.frame.at
        s = (at - rear.frame.at) @ axis / F(float(axis @ axis) + 1e-9)
        t = np.clip(s, 0, 1).astype(F)
        off = at - rear.frame.at - t[:, None] * axis
        # Directions and girth change evenly from rib to rib.
        aside = _blend(rear.frame.turn[:, 0], fore.frame.turn[:, 0], t)
        up = _blend(rear.frame.turn[:, 1], fore.frame.turn[:, 1], t)
        x = np.einsum("ij,ij->i", off, aside) / (rear.wide + (fore.wide - rear.wide) * t)
        y = np.einsum("ij,ij->i", off, up) / (rear.tall + (fore.tall - rear.tall) * t)
        girth = np.minimum(rear.wide + (fore.wide - rear.wide) * t, rear.tall + (fore.tall - rear.tall) * t)
        d = np.where(s == t, (np.hypot(x, y) - 1) * girth, np.linalg.norm(off, axis=1) - girth)
        wins = d < best
        best[wins], high[wins], wide[wins] = d[wins], y[wins], x[wins]
        first, last = i == 0, i == len(spans) - 1
        open_end = np.clip(s, -9 if first else 0, 9 if last else 1)  # the ends of the torso count on
        heart[wins] = ((i + open_end) / len(spans))[wins]
    return heart, best, high, wide


def _blend(a: Array, b: Array, t: Array) -> Array:
    v = a + (b - a) * t[:, None]
    out: Array = (v / np.linalg.norm(v, axis=1, keepdims=True)).astype(F)
    return out


def along_line(at: Array, points: Array, radii: Array) -> tuple[Array, Array]:
    """Of a bent line with radii: the distance from its surface, and the place along it, 0..1, even round bends."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    begins = np.concatenate([[0], np.cumsum(steps)]) / max(float(steps.sum()), 1e-9)
    distances, places = [], []
    for i in range(len(points) - 1):
        axis = points[i + 1] - points[i]
        s = np.clip((at - points[i]) @ axis / F(float(axis @ axis) + 1e-9), 0, 1)
        off = at - points[i] - s[:, None] * axis
        distances.append(
            np.sqrt(np.einsum("ij,ij->i", off, off)) - (radii[i] + (radii[i + 1] - radii[i]) * s)
        )
        places.append(begins[i] + (begins[i + 1] - begins[i]) * s)
    d = np.stack(distances)
    nearest = d.min(0)
    weight = np.exp((nearest - d) / F(max(float(np.mean(radii)), 0.02) * 0.45))
    along = (weight * np.stack(places)).sum(0) / weight.sum(0)
    return nearest.astype(F), along.astype(F)


def wobble(at: Array, scale: float, seed: float = 0.0) -> Array:
    """Smooth noise in about -1..1 without a grid: a few sines in crooked directions; `scale` is its wavelength."""
    p = at * F(2 * np.pi / scale)
    x, y, z = p[:, 0], p[:, 1], p[:, 2]
    s = F(seed)
    total: Array = np.sin(x * F(0.9) + y * F(0.5) + s) + np.sin(y * F(1.1) - z * F(0.6) + F(2.1) * s + 1)
    total = (
        total
        + np.sin(z * F(0.8) + x * F(0.7) + F(1.7) * s + 2)
        + F(0.6) * np.sin((x - y + z) * F(1.3) + s + 4)
    )
    return (total / F(2.6)).astype(F)


def spread(at: Array, count: int) -> Array:
    """`count` of the points, far from each other: each next one is the farthest from those there are."""
    pool = at[:: max(1, len(at) // 2500)]
    chosen = [pool[int(np.argmax(pool[:, 2]))]]
    far = np.linalg.norm(pool - chosen[0], axis=1)
    for _ in range(min(count, len(pool)) - 1):
        chosen.append(pool[int(np.argmax(far))])
        far = np.minimum(far, np.linalg.norm(pool - chosen[-1], axis=1))
    return np.stack(chosen)


def nearest(at: Array, sites: Array) -> tuple[Array, NDArray[np.intp]]:
    square = _squares(at, sites)
    index = square.argmin(1)
    return np.sqrt(np.maximum(square[np.arange(len(at)), index], 0)), index


def two_nearest(at: Array, sites: Array) -> tuple[Array, Array]:
    square = np.partition(_squares(at, sites), 1, axis=1)[:, :2]
    root = np.sqrt(np.maximum(square, 0))
    return root[:, 0], root[:, 1]


def _squares(at: Array, sites: Array) -> Array:
    out: Array = (at**2).sum(1)[:, None] - 2 * at @ sites.T + (sites**2).sum(1)
    return out
