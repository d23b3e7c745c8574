"""Globe: a sphere whose skin is painted for each pixel from a chart, so that coasts and craters are crisp at any size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import cv2
import numpy as np

from waa.painter.canvas import blur
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.light import Light
from waa.painter.noise import smoothstep
from waa.painter.solid.mesh import Mesh, ball, rotation

Point = tuple[float, float, float]


@dataclass(frozen=True, eq=False, kw_only=True)
class Chart:
    """One half of a globe as seen straight on: squares of s by s pixels that the disc touches on all sides.

    `colour` is (s, s, 3); `height` (s, s) in radii, lit as relief; `lights` 0..1 are towns, seen on the dark side;
    `gloss` 0..1 is where the sea mirrors the sun.
    """

    colour: Array
    height: Array | None = None
    lights: Array | None = None
    gloss: Array | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Globe:
    """The ball round `centre` of a model's mesh wears these charts. `front` looks at the viewer when `yaw` is 0.

    `air` is the colour of what glows over its edge, as far out as `reach` (in radii); with `shines` it gives light
    of its own, 0..1, and its air goes all the way round. `depth` is how dark the night side is, 0..1.
    """

    centre: Point
    radius: float
    front: Chart
    back: Chart
    yaw: float = 0.0
    air: Colour | None = None
    air_strength: float = 0.8
    reach: float = 0.12
    shines: float = 0.0
    depth: float = 0.6
    towns: Colour = "#ffd493"

    def digest(self) -> bytes:
        """Names what is seen of the globe: its numbers, and its charts by a point in every 256."""
        charts = (self.front, self.back)
        seen = b"".join(np.ascontiguousarray(chart.colour[::16, ::16]).tobytes() for chart in charts)
        others = [getattr(self, f.name) for f in fields(self) if f.name not in ("front", "back")]
        return seen + repr(others).encode()

    def moved(self, scale: float, yaw: float, point: Callable[[Point], Point]) -> Globe:
        """The same after a model was scaled and turned by `yaw`, and its points moved by `point`."""
        return replace(self, centre=point(self.centre), radius=self.radius * scale, yaw=self.yaw + yaw)

    def directions(self, normals: Array) -> Array:
        """Normals of a model that was turned (…, 3) -> those of the globe as it was charted."""
        turned: Array = normals @ rotation(self.yaw)
        return turned

    def ball(self, steps: int = 40) -> Mesh:
        """Its mesh, coloured by the charts as well as so few vertices can be."""
        sphere = ball(self.radius, self.centre, steps=steps)
        return sphere.painted(lambda v, n, c: self._read(n[None], "colour")[0])

    def worn(self, n: Array, on: Array, light: Light, to_world: Array) -> tuple[Array, Array, Array]:
        """(normals, colours, surface), each (h, w, 3), of the skin where a bare ball has normals `n` (h, w, 3).

        Normals are in camera directions before and after; `to_world` (3, 3) takes them to the model's. Only what
        lies where `on` is true means anything.
        """
        d = np.where(on[..., None], self.directions(n @ to_world), F(0.57))
        colour = self._read(d, "colour")
        toward = n @ light.toward
        surface = np.zeros_like(n)
        if self.front.gloss is not None:
            surface[..., 0] = self._read(d, "gloss")
        rough = self._rough(d) @ rotation(self.yaw).T @ to_world.T if self.front.height is not None else n
        if self.shines:
            surface[..., 1] = self.shines
        else:
            colour = colour * (1 - F(self.depth) * smoothstep(0.30, -0.25, toward))[..., None]
        if self.front.lights is not None:
            lit = self._read(d, "lights") * smoothstep(0.05, -0.22, toward)
            colour = colour + (rgb(self.towns) - colour) * lit[..., None]
            surface[..., 1] = np.maximum(surface[..., 1], lit)
        return rough.astype(F), colour.astype(F), surface

    def _rough(self, d: Array) -> Array:
        """Directions bent by the relief."""
        slope_x, slope_y = self._read(d, "height", "x"), self._read(d, "height", "y")
        slope = np.dstack([slope_x, slope_y, np.zeros_like(slope_x)])
        slope -= d * np.einsum("ijk,ijk->ij", slope, d)[..., None]
        bent = d - slope * smoothstep(0.02, 0.25, np.abs(d[..., 2]))[..., None]
        bent /= np.linalg.norm(bent, axis=-1, keepdims=True) + F(1e-6)
        return np.asarray(bent, F)

    def _read(self, d: Array, layer: str, slope: str | None = None) -> Array:
        """A layer of the charts at directions `d` (h, w, 3); or its slope along x or y, in heights a radius."""
        ahead = d[..., 2] >= 0
        if (
            float(d[..., 2].min()) > -0.15
        ):  # the camera looks down a little: the last few rows may stay as they are
            return self._of(self.front, d, layer, slope)
        if not bool(ahead.any()):
            return self._of(self.back, d * np.array([-1, 1, 1], F), layer, slope)
        front, back = (
            self._of(c, d * np.array([s, 1, 1], F), layer, slope)
            for c, s in ((self.front, 1), (self.back, -1))
        )
        return np.where(ahead.reshape(front.shape[:2] + (1,) * (front.ndim - 2)), front, back)

    def _of(self, chart: Chart, d: Array, layer: str, slope: str | None) -> Array:
        picture = getattr(chart, layer)
        size = picture.shape[0]
        # A chart far larger than the disc would sparkle: shrink it first.
        wide = max(16, round(1.3 * max(d.shape[:2])))
        if size > wide:
            picture = cv2.resize(picture, (wide, wide), interpolation=cv2.INTER_AREA)
            size = wide
        if slope:
            kernel = (1, 0) if slope == "x" else (0, 1)
            sign = 1 if slope == "x" else -1  # rows run down, y runs up
            picture = cv2.Sobel(picture, cv2.CV_32F, *kernel, ksize=3) * F(sign * size / 16)
        u = (d[..., 0] + 1) * F(size / 2) - F(0.5)
        v = (1 - d[..., 1]) * F(size / 2) - F(0.5)
        read = cv2.remap(picture, u.astype(F), v.astype(F), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(read, F)


def in_its_air(
    pixels: Array, globe: Globe, n: Array, on: Array, middle: Array, radius: float, light: Light
) -> Array:
    """Sprite pixels (h, w, 4) with the air over the edge of the globe, within the disc and round it.

    `on` 0..1 is where the globe itself is seen, `n` its normals; `middle` and `radius` are its disc, in pixels.
    """
    assert globe.air is not None
    air = rgb(globe.air)
    h, w = pixels.shape[:2]
    dx = (np.arange(w, dtype=F)[None] + F(0.5) - F(middle[0])) / F(radius)
    dy = (F(middle[1]) - np.arange(h, dtype=F)[:, None] - F(0.5)) / F(radius)
    far = np.sqrt(dx * dx + dy * dy)
    sun = light.toward
    day = smoothstep(-0.45, 0.55, n @ sun)
    side = smoothstep(-0.75, 0.75, (dx * sun[0] + dy * sun[1]) / np.maximum(far, F(0.2)))
    if globe.shines:
        day, side = np.ones_like(day), np.ones_like(side)
    edge = np.clip(1 - n[..., 2], 0, 1)
    veil = (F(0.10) * edge + F(0.72) * edge ** F(3.2)) * day * on * F(globe.air_strength)
    colour = pixels[..., :3] + (air * F(1.06) - pixels[..., :3]) * veil[..., None]
    fall = np.exp(-np.maximum(far - 1, 0) / F(globe.reach * 0.30))
    fall *= smoothstep(1 + globe.reach, 1 + globe.reach * 0.4, far)
    halo = fall * (F(0.12) + F(0.88) * side) * F(globe.air_strength) * F(0.8)
    halo = blur(halo, 0.8) * (1 - pixels[..., 3])
    alpha = pixels[..., 3] + halo
    mixed = (colour * pixels[..., 3:] + air * halo[..., None]) / np.maximum(alpha, F(1e-4))[..., None]
    return np.dstack([mixed, alpha]).astype(F)
