"""Coats: where each colour goes. Marks are data; they read a chart that tells every vertex where on the beast it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.noise import smoothstep
from waa.painter.rigs.beasts.chart import Chart, along_line, chart, nearest, spread, two_nearest, wobble
from waa.painter.rigs.beasts.frames import Bones
from waa.painter.rigs.beasts.shape import Body, Point
from waa.painter.solid.detail import Paint

# -- marks on the body ------------------------------------------------------------------------------------


class Mark(Protocol):
    @property
    def colour(self) -> str: ...

    def cover(self, c: Chart) -> Array: ...


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
        if self.region == "trunk":  # what bulges out of the trunk is a shoulder, no belly
            on = on * smoothstep(1.17, 1.05, np.hypot(c.back, c.flank))
        return on * smoothstep(self.start - 0.05, self.start + 0.05, c.heart)


@dataclass(frozen=True, kw_only=True)
class Bib:
    """An oval on the breast: `wide` in half widths of the torso, from `low` to `high` along it.

    It ends at the forelegs of one that stands, and goes on over the roots of those of one that sits up.
    """

    colour: str = "light"
    wide: float = 0.55
    low: float = 0.25
    high: float = 1.9
    soft: float = 0.07

    def cover(self, c: Chart) -> Array:
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        far = np.hypot(c.flank / F(self.wide), (c.heart - F(middle)) / F(half))
        return (
            smoothstep(1 + self.soft, 1 - self.soft, far.astype(F))
            * smoothstep(0.05, -0.15, c.back)
            * c.within("trunk", 0.02)
        )


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
        share = (
            share
            * smoothstep(self.start - 0.03, self.start + 0.06, t)
            * smoothstep(self.end, self.end - 0.08, t)
        )
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


def _step(value: Array, limit: Array | np.float32 | float, soft: float) -> Array:
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
        on = _step(
            F(self.gap) - (second - first) + F(self.gap * 0.4) * wobble(c.at, 0.16), F(0.0), self.gap * 0.3
        )
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
        far, t = along_line(q, path, np.zeros(len(path), F))
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
    @property
    def colour(self) -> str: ...

    def cover(self, p: Array) -> Array: ...


def body_paint(
    body: Body, bones: Bones, skin: Array, marks: Sequence[Mark], palette: Mapping[str, Array]
) -> Paint:
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


def head_paint(
    radius: float, marks: Sequence[HeadMark | EyeRing], palette: Mapping[str, Array], eye: Array, width: float
) -> Paint:
    """A painter for the skin of a head; `eye` is where the left one is, `width` its half width, in skull radii."""

    def paint(v: Array, n: Array, c: Array) -> Array:
        p = v / F(radius)
        covers = ((m.colour, m.cover(p, eye, width) if isinstance(m, EyeRing) else m.cover(p)) for m in marks)
        return _laid_over(len(v), palette, covers)

    return paint
