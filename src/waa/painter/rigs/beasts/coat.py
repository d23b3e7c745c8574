"""Coats: where each colour goes. Marks are data; they read a chart that tells every vertex where on the beast it is."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, F
from waa.painter.noise import smoothstep
from waa.painter.rigs.beasts.shape import Body, Point
from waa.painter.rigs.beasts.skeleton import Bones
from waa.painter.rigs.beasts.tails import tail_radii
from waa.painter.solid.detail import Paint

TORSO, NECK, FORE, HIND, TAIL = range(5)
_PAIR = {"fore": FORE, "hind": HIND}
REGIONS = {"trunk": (TORSO, NECK), "neck": (NECK,), "legs": (FORE, HIND), "fore": (FORE,), "hind": (HIND,), "tail": (TAIL,),
           "body": (TORSO, NECK, FORE, HIND), "all": (TORSO, NECK, FORE, HIND, TAIL)}  # fmt: skip


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
    sites: Callable[[int], Array]  # so many places spread evenly over the whole skin

    def within(self, region: str, soft: float = 0.012) -> Array:
        """1 inside the region, 0 outside, even over a `soft` border."""
        parts = list(REGIONS[region])
        rest = [k for k in range(5) if k not in parts]
        if not rest:
            return np.ones(len(self.at), F)
        gap = self.distances[:, rest].min(1) - self.distances[:, parts].min(1)
        return smoothstep(-1.8 * soft, 0.2 * soft, gap)  # a little over the edge, so that neighbours leave no seam

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
        far, along = _along(at, points, radii)
        if part in (FORE, HIND):  # a leg: along its straight line, since round a knee the way along the bones halts
            chord = points[-1] - points[0]
            if np.linalg.norm(chord) > 0.8 * np.linalg.norm(np.diff(points, axis=0), axis=1).sum():
                along = ((at - points[0]) @ chord / F(float(chord @ chord) + 1e-9)).astype(F)
            # Shoulders and haunches wear the trunk's coat.
            far = far + F(0.5) * radii[0] * smoothstep(0.26, 0.06, along)
        nearer = far < distances[:, part]
        distances[nearer, part], t[nearer, part] = far[nearer], along[nearer]
    return Chart(at, distances, t, back, flank, heart.astype(F), sites)


def _torso(bones: Bones, at: Array) -> tuple[Array, Array, Array, Array]:
    """Along the torso (hips 0, shoulders 1), distance, and place up and aside, in its own radii."""
    spans = list(itertools.pairwise(bones.ribs))
    best = np.full(len(at), 9e9, F)
    heart, high, wide = (np.zeros(len(at), F) for _ in range(3))
    for i, (rear, fore) in enumerate(spans):
        axis = fore.frame.at - rear.frame.at
        s = (at - rear.frame.at) @ axis / F(float(axis @ axis) + 1e-9)
        t = np.clip(s, 0, 1)
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


def _along(at: Array, points: Array, radii: Array) -> tuple[Array, Array]:
    """Of a bent line with radii: the distance from its surface, and the place along it, 0..1, even round bends."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    begins = np.concatenate([[0], np.cumsum(steps)]) / max(float(steps.sum()), 1e-9)
    distances, places = [], []
    for i in range(len(points) - 1):
        axis = points[i + 1] - points[i]
        s = np.clip((at - points[i]) @ axis / F(float(axis @ axis) + 1e-9), 0, 1)
        off = at - points[i] - s[:, None] * axis
        distances.append(np.sqrt(np.einsum("ij,ij->i", off, off)) - (radii[i] + (radii[i + 1] - radii[i]) * s))
        places.append(begins[i] + (begins[i + 1] - begins[i]) * s)
    d = np.stack(distances)
    nearest = d.min(0)
    weight = np.exp((nearest - d) / F(max(float(np.mean(radii)), 0.02) * 0.45))
    along = (weight * np.stack(places)).sum(0) / weight.sum(0)
    return nearest.astype(F), along.astype(F)


# -- marks on the body ------------------------------------------------------------------------------------


class Mark(Protocol):
    colour: str

    def cover(self, c: Chart) -> Array: ...


def wobble(at: Array, scale: float, seed: float = 0.0) -> Array:
    """Smooth noise in about -1..1 without a grid: a few sines in crooked directions; `scale` is its wavelength."""
    p = at * F(2 * np.pi / scale)
    x, y, z = p[:, 0], p[:, 1], p[:, 2]
    s = F(seed)
    total = np.sin(x * F(0.9) + y * F(0.5) + s) + np.sin(y * F(1.1) - z * F(0.6) + F(2.1) * s + 1)
    total += np.sin(z * F(0.8) + x * F(0.7) + F(1.7) * s + 2) + F(0.6) * np.sin((x - y + z) * F(1.3) + s + 4)
    out: Array = total / F(2.6)
    return out


@dataclass(frozen=True, kw_only=True)
class Under:
    """The belly side, below `level` (−1 belly, 1 back)."""

    colour: str = "light"
    level: float = -0.35
    region: str = "trunk"
    soft: float = 0.06
    wave: float = 0.0
    start: float = -9.0  # from here along the torso

    def cover(self, c: Chart) -> Array:
        edge = F(self.level) + F(self.wave) * wobble(c.at, 0.35)
        on = smoothstep(self.soft, -self.soft, c.back - edge) * c.within(self.region, 0.02)
        return on * smoothstep(self.start - 0.05, self.start + 0.05, c.heart)


@dataclass(frozen=True, kw_only=True)
class Bib:
    """An oval on the breast, over the roots of the forelegs too: `wide` in half widths of the torso, from `low` to
    `high` along it."""

    colour: str = "light"
    wide: float = 0.55
    low: float = 0.25
    high: float = 1.9
    soft: float = 0.07

    def cover(self, c: Chart) -> Array:
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        far = np.hypot(c.flank / F(self.wide), (c.heart - F(middle)) / F(half))
        return smoothstep(1 + self.soft, 1 - self.soft, far.astype(F)) * smoothstep(0.05, -0.15, c.back)


@dataclass(frozen=True, kw_only=True)
class Over:
    """The back side, above `level`."""

    colour: str = "dark"
    level: float = 0.45
    region: str = "trunk"
    soft: float = 0.08
    wave: float = 0.0

    def cover(self, c: Chart) -> Array:
        edge = F(self.level) + F(self.wave) * wobble(c.at, 0.35)
        return smoothstep(-self.soft, self.soft, c.back - edge) * c.within(self.region, 0.02)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """From `start` to `end` along a part: socks, tail tips, the black shoulders of a panda."""

    colour: str = "dark"
    region: str = "legs"
    start: float = 0.6
    end: float = 9.0
    soft: float = 0.02
    wave: float = 0.0

    def cover(self, c: Chart) -> Array:
        t = c.along(self.region)
        t = t + F(self.wave) * wobble(c.at, 0.2) if self.wave else t
        on = smoothstep(self.start - self.soft, self.start + self.soft, t)
        return on * smoothstep(self.end + self.soft, self.end - self.soft, t) * c.within(self.region)


@dataclass(frozen=True, kw_only=True)
class Rings:
    """`count` bands across a part between `start` and `end`, each `share` of its period wide; on the trunk `top`
    keeps them off the belly, where they run out in a point."""

    colour: str = "dark"
    region: str = "tail"
    count: float = 5
    share: float = 0.42
    start: float = 0.0
    end: float = 1.05
    top: float = -9.0
    wave: float = 0.0
    slant: float = 0.0
    soft: float = 0.06

    def cover(self, c: Chart) -> Array:
        t = c.along(self.region)
        phase = t + F(self.slant) * np.abs(c.flank) + F(self.wave) * wobble(c.at, 0.30)
        phase = np.abs((phase * F(self.count)) % 1 - F(0.5)) * 2  # 0 in the middle of a band
        share = F(self.share) * smoothstep(0.0, 0.5, c.within(self.region, 0.03))
        share = share * smoothstep(self.start - 0.03, self.start + 0.06, t) * smoothstep(self.end, self.end - 0.08, t)
        if self.top > -5:
            share = share * smoothstep(self.top, self.top + 1.1, c.back)
        return smoothstep(self.soft, -self.soft, phase - share) * smoothstep(0.08, 0.16, share)


@dataclass(frozen=True, kw_only=True)
class Spots:
    """Spots of `size` spread evenly; with `hollow` they are rings round coat of another colour, `heart`."""

    colour: str = "dark"
    region: str = "body"
    count: int = 90
    size: float = 0.035
    hollow: float = 0.0
    low: float = -0.7
    vary: float = 0.35

    def cover(self, c: Chart) -> Array:
        near, index = nearest(c.at, c.sites(self.count))
        size = F(self.size) * (1 + F(self.vary) * np.sin(index.astype(F) * F(2.4)))
        edge = near + F(0.22 * self.size) * wobble(c.at, self.size * 2.2)
        on = _step(edge, size, self.size * 0.16)
        if self.hollow:
            on = on * (1 - _step(edge, size * F(self.hollow), self.size * 0.16))
        return on * c.within(self.region) * _off_the_belly(c, self.low)


def _off_the_belly(c: Chart, low: float) -> Array:
    return np.maximum(1 - c.within("trunk"), smoothstep(low - 0.15, low + 0.15, c.back))


def _step(value: Array, limit: Array, soft: float) -> Array:
    """1 below the limit."""
    x = np.clip((limit - value) / F(soft) * F(0.5) + F(0.5), 0, 1)
    out: Array = x * x * (3 - 2 * x)
    return out


@dataclass(frozen=True, kw_only=True)
class Tiles:
    """A giraffe's: cells round evenly spread sites, with lines of the coat between them."""

    colour: str = "dark"
    region: str = "body"
    count: int = 70
    gap: float = 0.02
    low: float = -0.85

    def cover(self, c: Chart) -> Array:
        first, second = two_nearest(c.at, c.sites(self.count))
        on = _step(F(self.gap) - (second - first) + F(self.gap * 0.4) * wobble(c.at, 0.16), F(0.0), self.gap * 0.3)
        return on * c.within(self.region) * _off_the_belly(c, self.low)


@dataclass(frozen=True, kw_only=True)
class Patches:
    """Large uneven patches, a cow's: where smooth noise is above `level`."""

    colour: str = "dark"
    region: str = "all"
    scale: float = 0.75
    level: float = 0.15
    seed: float = 0.0
    soft: float = 0.035

    def cover(self, c: Chart) -> Array:
        value = wobble(c.at + F(0.06) * wobble(c.at, 0.3, self.seed)[:, None], self.scale, self.seed)
        return smoothstep(self.level - self.soft, self.level + self.soft, value) * c.within(self.region)


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


# -- marks on the head ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Patch:
    """An ellipsoid of colour on both sides of the head (one in the middle when x is 0); lengths in skull radii."""

    colour: str = "light"
    at: tuple[float, float, float] = (0, -0.4, 0.9)
    size: tuple[float, float, float] = (0.4, 0.3, 0.4)
    soft: float = 0.08
    lean: float = 0.0  # degrees, tilts the patch outwards
    amount: float = 1.0

    def cover(self, p: Array) -> Array:
        q = p.copy()
        if self.at[0]:
            q[:, 0] = np.abs(q[:, 0])
        q = q - np.array(self.at, F)
        a = np.radians(self.lean)
        x, y = q[:, 0] * np.cos(a) - q[:, 1] * np.sin(a), q[:, 0] * np.sin(a) + q[:, 1] * np.cos(a)
        far = np.sqrt((x / self.size[0]) ** 2 + (y / self.size[1]) ** 2 + (q[:, 2] / self.size[2]) ** 2)
        return smoothstep(1 + self.soft, 1 - self.soft, far.astype(F)) * F(self.amount)


@dataclass(frozen=True, kw_only=True)
class EyeRing:
    """A round of colour about each eye, `size` in the eye's own half width."""

    colour: str = "light"
    size: float = 1.7
    soft: float = 0.2
    amount: float = 1.0

    def cover(self, p: Array, eye: Array, width: float) -> Array:
        q = p.copy()
        q[:, 0] = np.abs(q[:, 0])
        far = np.linalg.norm(q - eye, axis=1) / F(width * self.size)
        return smoothstep(1 + self.soft, 1 - self.soft, far.astype(F)) * F(self.amount)


@dataclass(frozen=True, kw_only=True)
class Strokes:
    """A brush stroke on both sides of the head through `points` (skull radii), `wide` at its middle."""

    points: tuple[Point, ...]
    colour: str = "dark"
    wide: float = 0.06
    seen: str = "round"  # or drawn straight through, from the "front" or from the "side"

    def cover(self, p: Array) -> Array:
        q = p.copy()
        q[:, 0] = np.abs(q[:, 0])
        path = np.array(self.points, F)
        there = np.ones(len(q), F)
        if self.seen == "front":
            there = smoothstep(0.15, 0.30, q[:, 2])
            q, path = q * np.array([1, 1, 0], F), path * np.array([1, 1, 0], F)
        elif self.seen == "side":
            there = smoothstep(0.22, 0.34, q[:, 0])
            q, path = q * np.array([0, 1, 1], F), path * np.array([0, 1, 1], F)
        far, t = _along(q, path, np.zeros(len(path), F))
        width = F(self.wide) * np.sqrt(np.clip(1 - (2 * t - 1) ** 2 * F(0.92), 0, 1))
        return _step(far, width, self.wide * 0.35) * there


@dataclass(frozen=True, kw_only=True)
class Below:
    """All of the head under a slanted plane: white cheeks and chin."""

    colour: str = "light"
    level: float = -0.2
    slope: float = 0.0  # rises with |x|
    ahead: float = 0.0  # rises to the front
    soft: float = 0.05
    front: float = -9.0

    def cover(self, p: Array) -> Array:
        edge = F(self.level) + F(self.slope) * np.abs(p[:, 0]) + F(self.ahead) * p[:, 2]
        on = smoothstep(self.soft, -self.soft, p[:, 1] - edge)
        return on * smoothstep(self.front - 0.08, self.front + 0.08, p[:, 2])


class HeadMark(Protocol):
    colour: str

    def cover(self, p: Array) -> Array: ...


def body_paint(body: Body, bones: Bones, skin: Array, marks: Sequence[Mark], palette: Mapping[str, Array]) -> Paint:
    """A painter for the body's mesh, whose vertices are `skin`; see `solid.detail`."""

    @lru_cache(8)
    def sites(count: int) -> Array:
        return spread(skin, count)

    def paint(v: Array, n: Array, c: Array) -> Array:
        where = chart(body, bones, v, sites)
        return _laid_over(len(v), palette, ((mark.colour, mark.cover(where)) for mark in marks))

    return paint


def _laid_over(count: int, palette: Mapping[str, Array], covers: Iterable[tuple[str, Array]]) -> Array:
    colours = np.tile(palette["coat"], (count, 1)).astype(F)
    for role, cover in covers:
        colours += (palette[role] - colours) * np.asarray(cover, F)[:, None]
    return colours


def head_paint(radius: float, marks: Sequence[HeadMark | EyeRing], palette: Mapping[str, Array], eye: Array,
               width: float) -> Paint:  # fmt: skip
    """A painter for the skin of a head; `eye` is where the left one is, `width` its half width, in skull radii."""

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = v / F(radius)
        covers = ((m.colour, m.cover(p, eye, width) if isinstance(m, EyeRing) else m.cover(p)) for m in marks)
        return _laid_over(len(v), palette, covers)

    return paint
