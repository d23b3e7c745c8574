"""Model: a solid thing ready to be placed, with the points where others can be joined to it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from waa.painter.colour import Array, F
from waa.painter.solid.globe import Globe
from waa.painter.solid.mesh import Mesh, join


@dataclass(frozen=True, kw_only=True)
class Anchor:
    """A point to join things at: `at` in metres; `size` is how wide a thing there should be; `yaw` in degrees."""

    at: tuple[float, float, float]
    size: float = 0.2
    yaw: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Lamp:
    """A glow added where it is dark: a headlight, a lantern, a window."""

    at: tuple[float, float, float]
    radius: float
    colour: str = "#ffe2a6"
    strength: float = 0.8


@dataclass(frozen=True, kw_only=True)
class Model:
    """`mesh` stands on the ground at the origin and looks at the viewer (+z).

    Anchors that others look for: `hands` (between both hands), `hand` (one hand), `head` (top of it), `eyes`,
    `mouth`, `neck`, `back` and `seat` (where a rider or sitter goes), `lap`, `top` (what can carry something),
    `inside`. `glass` is drawn over the mesh, see-through. `waterline` is how deep it sits in water, in metres.
    `night` is there only when it is dark: lit windows, a hair in front of the blind ones, headlights, neon.
    `globe` paints a sphere of the mesh for each pixel, from a map.
    """

    mesh: Mesh
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    lamps: tuple[Lamp, ...] = ()
    glass: Mesh | None = None
    waterline: float = 0.0
    night: Mesh | None = None
    globe: Globe | None = None

    @property
    def size(self) -> Array:
        """(width, height, depth) in metres, glass included."""
        parts = [self.mesh] if self.glass is None else [self.mesh, self.glass]
        extent: Array = np.max([p.high for p in parts], axis=0) - np.min([p.low for p in parts], axis=0)
        return extent

    @property
    def height(self) -> float:
        return float(self.size[1])

    def digest(self) -> bytes:
        """Names what is seen of the model: the same for another with the same shapes, colours and lamps."""
        total = hashlib.blake2b(repr((self.lamps, self.waterline)).encode(), digest_size=16)
        for mesh in (self.mesh, self.glass, self.night):
            total.update(b"-" if mesh is None else b"+")
            for array in () if mesh is None else vars(mesh).values():
                total.update(np.ascontiguousarray(array).data)
        if self.globe is not None:
            total.update(self.globe.digest())
        return total.digest()

    def anchor(self, *names: str) -> Anchor:
        """The first of `names` that the model has; the top of its middle when it has none of them."""
        for name in names:
            if name in self.anchors:
                return self.anchors[name]
        high, low = self.mesh.high, self.mesh.low
        middle = (float(high[0] + low[0]) / 2, float(high[1]), float(high[2] + low[2]) / 2)
        return Anchor(at=middle, size=float(self.size[0]) * 0.6)

    def transformed(
        self, *, scale: float = 1.0, yaw: float = 0.0, at: tuple[float, float, float] = (0, 0, 0)
    ) -> Model:
        """Scaled, then turned about y, then moved: mesh, glass, anchors and lamps together."""

        def moved(mesh: Mesh) -> Mesh:
            return mesh.scaled(scale).turned(yaw).moved(*at)

        def point(p: tuple[float, float, float]) -> tuple[float, float, float]:
            a = np.radians(yaw)
            x, y, z = (v * scale for v in p)
            turned = (x * np.cos(a) + z * np.sin(a) + at[0], y + at[1], z * np.cos(a) - x * np.sin(a) + at[2])
            return tuple(float(v) for v in turned)  # type: ignore[return-value]

        return replace(
            self,
            mesh=moved(self.mesh),
            glass=None if self.glass is None else moved(self.glass),
            anchors={
                k: replace(a, at=point(a.at), size=a.size * scale, yaw=a.yaw + yaw)
                for k, a in self.anchors.items()
            },
            lamps=tuple(replace(lamp, at=point(lamp.at), radius=lamp.radius * scale) for lamp in self.lamps),
            waterline=self.waterline * scale,
            night=None if self.night is None else moved(self.night),
            globe=None if self.globe is None else self.globe.moved(scale, yaw, point),
        )

    def with_(self, *others: Model) -> Model:
        """Together with models that are already in place; this one's anchors win."""
        anchors: dict[str, Anchor] = {}
        for model in (*reversed(others), self):
            anchors |= model.anchors
        glasses = [m.glass for m in (self, *others) if m.glass is not None]
        nights = [m.night for m in (self, *others) if m.night is not None]
        return replace(
            self,
            mesh=join(self.mesh, *(o.mesh for o in others)),
            glass=join(*glasses) if glasses else None,
            anchors=anchors,
            lamps=self.lamps + tuple(lamp for o in others for lamp in o.lamps),
            night=join(*nights) if nights else None,
            globe=next((m.globe for m in (self, *others) if m.globe is not None), None),
        )

    def above(self, height: float) -> Model:
        """What is higher than `height`, standing on the ground: a bust."""

        def cut(mesh: Mesh | None) -> Mesh | None:
            return None if mesh is None else mesh.kept((mesh.vertices[mesh.faces, 1] > height).all(1))

        mesh = cut(self.mesh)
        assert mesh is not None
        lamps = tuple(lamp for lamp in self.lamps if lamp.at[1] > height)
        kept = replace(
            self, mesh=mesh, glass=cut(self.glass), night=cut(self.night), lamps=lamps, waterline=0.0
        )
        return kept.transformed(at=(0.0, -height, 0.0))

    def grounded(self) -> Model:
        """Moved so that its lowest point is the ground and its middle the origin."""
        low, high = self.mesh.low, self.mesh.high
        middle = (low + high) / F(2)
        return self.transformed(at=(-float(middle[0]), -float(low[1]), -float(middle[2])))
