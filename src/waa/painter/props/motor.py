"""Parts that all motor vehicles share: wheels, arches, windows, lamps, plates, mirrors, and the kit they go into."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from waa.painter.colour import Array, Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.solid.bodywork import Skin, dense, disc, pane, seam
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, mirrored, tube
from waa.painter.solid.model import Anchor, Lamp, Model

TYRE, RUBBER, STEEL, CHROME = "#26272b", "#1b1c20", "#b4b9c1", "#d5dae0"
GLASS = "#1d2b38"
HEADLIGHT, TAIL, AMBER = "#fff3d2", "#c4121c", "#ff9c24"


@dataclass
class Kit:
    """What a vehicle is put together from: things seen always, seen in the dark only, and glows."""

    day: list[Mesh] = field(default_factory=list)
    night: list[Mesh] = field(default_factory=list)
    lamps: list[Lamp] = field(default_factory=list)

    def add(self, *meshes: Mesh) -> None:
        self.day += meshes

    def pair(self, *meshes: Mesh) -> None:
        """And their twins on the other side."""
        self.day += [mirrored(m) for m in meshes]

    def model(self, anchors: Mapping[str, Anchor], *, glass: Mesh | None = None) -> Model:
        return Model(
            mesh=join(*self.day), night=join(*self.night) if self.night else None, glass=glass,
            lamps=tuple(self.lamps), anchors=anchors,
        )  # fmt: skip


# -- wheels ------------------------------------------------------------------------------------------------


def wheel(radius: float, width: float, hub: Colour = CHROME, *, spokes: int = 0) -> Mesh:
    """A tyre on a rim, its axle along x through the origin, its face to +x; `spokes` or a hub cap with holes."""
    r, w = radius, width
    tyre = lathe(
        [(0.5 * r, -w / 2), (0.9 * r, -w / 2), (0.975 * r, -0.40 * w), (r, -0.25 * w), (r, 0.25 * w),
        (0.975 * r, 0.40 * w),
         (0.91 * r, 0.5 * w), (0.72 * r, 0.52 * w), (0.66 * r, 0.46 * w)], TYRE, 0.22, steps=30, crease=70,
    )  # fmt: skip
    dish = "#33363d" if spokes else hub
    rim = lathe(
        [(0.68 * r, 0.44 * w), (0.66 * r, 0.50 * w), (0.60 * r, 0.50 * w), (0.56 * r, 0.40 * w)],
        hub,
        0.6,
        steps=24,
    )
    cap = lathe([(0.58 * r, 0.40 * w), (0.50 * r, 0.36 * w), (0.30 * r, 0.44 * w), (0.16 * r, 0.47 * w),
    (0.15 * r, 0.52 * w),
                 (0, 0.54 * w)], dish, 0.55, steps=24, crease=60)  # fmt: skip
    parts = [tyre, rim.finished(metal=0.5), cap.finished(metal=0.0 if spokes else 0.4)]
    for k in range(spokes or 8):
        turn = 360 * k / (spokes or 8)
        if spokes:
            arm = (
                box(0.15 * r, 0.5 * r, 0.08 * w, hub, 0.6, bevel=0.02 * r)
                .turned(90, 0, 0)
                .moved(0.43 * w, 0.1 * r, 0)
            )
            parts.append(_about_x(arm, turn).finished(metal=0.4))
        else:
            hole = ball((0.02 * w, 0.075 * r, 0.055 * r), (0.425 * w, 0.42 * r, 0), "#3a3d44", 0.2, steps=5)
            parts.append(_about_x(hole, turn))
    turned = [p.turned(0, 0, -90) for p in parts[:3]]
    return join(*turned, *parts[3:])


def _about_x(mesh: Mesh, degrees: float) -> Mesh:
    return mesh.turned(0, degrees, 0)


def axle(
    kit: Kit, z: float, track: float, radius: float, width: float, hub: Colour = CHROME, *, spokes: int = 0
) -> None:
    """Two wheels at `z`, their outer faces `track` apart."""
    kit.pair(wheel(radius, width, hub, spokes=spokes).moved((track - width) / 2, radius, z))


def arch(
    skin: Skin, z: float, y: float, radius: float, low: float, colour: Colour, lip: float = 0.03
) -> Mesh:
    """A wheel arch on the right side: a dark half round and its lip in the colour of the body."""
    half = math.acos(max(-0.999, min(0.999, (low - y) / radius)))
    t, a = np.meshgrid(np.linspace(0, 1, 7), np.linspace(-half, half, 25), indexing="ij")
    flat = np.stack([-z + radius * t * np.sin(a), y + radius * t * np.cos(a), np.zeros_like(t)], -1).reshape(
        -1, 3
    )
    flat[:, 1] = np.maximum(flat[:, 1], low)
    dark = make(flat, grid_faces(7, 25, wraps=False), np.tile([0.0, 0, 1], (len(flat), 1)), "#131317", 0.05)
    rim = skin.points(np.column_stack([-z + radius * np.sin(a[0]), y + radius * np.cos(a[0])]))
    return join(skin.lay(dark, 0.012), tube(rim, lip, colour, 0.5, steps=8))


# -- glass, light and letters ------------------------------------------------------------------------------


def sideways(corners: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Corners in (z, y), from the lower rear to the front and up, as the right side's skin wants them."""
    (z0, y0), (z1, y1), (z2, y2), (z3, y3) = corners
    return [(-z1, y1), (-z0, y0), (-z3, y3), (-z2, y2)]


def window(skin: Skin, corners: Sequence[tuple[float, float]], radius: float = 0.06, *, seal: float = 0.025,
           glass: Colour = GLASS, lift: float = 0.008, glint: bool = True, cells: int = 12) -> Mesh:  # fmt: skip
    """A pane of dark glass in its rubber seal; lighter towards the top, where it mirrors the sky, a glint across.

    `cells` is how finely it bends along its longer side.
    """
    p = np.asarray(corners, float)
    clear = pane(p, radius, gloss=0.92, cells=cells).painted(_sky(p, glass, 0.0))
    parts = [skin.lay(clear, lift + 0.006)]
    if seal > 0:
        parts.insert(0, skin.lay(pane(_grown(p, seal), radius + seal, RUBBER, 0.3, cells=cells), lift))
    if glint:
        wide = max(
            0.4, min(1.0, math.dist(p[0], p[3]) / math.dist(p[0], p[1]))
        )  # of equal width on every pane
        for at, width in ((0.20, 0.22), (0.46, 0.08)):
            strip = [
                _within(p, s * wide, v)
                for s, v in ((at, 0.05), (at + width, 0.05), (at + width + 0.2, 0.95), (at + 0.2, 0.95))
            ]
            parts.append(
                skin.lay(
                    pane(strip, 0.001, gloss=0.92, cells=max(3, cells // 2)).painted(_sky(p, glass, 0.30)),
                    lift + 0.010,
                )
            )
    return join(*parts)


def _sky(p: NDArray[np.float64], glass: Colour, more: float) -> Callable[[Array, Array, Array], Array]:
    low, high = p[:, 1].min(), p[:, 1].max()
    dark, top = mix(glass, "#d5ebf7", more), mix(mix(glass, "#8fb4cf", 0.40), "#d5ebf7", more)

    def paint(v: Array, n: Array, c: Array) -> Array:
        return dark + (top - dark) * smoothstep(low, high, v[:, 1])[:, None]

    return paint


def _within(p: NDArray[np.float64], s: float, v: float) -> tuple[float, float]:
    """The point at shares `s` across and `v` up of a quadrilateral."""
    at = (p[0] * (1 - s) + p[1] * s) * (1 - v) + (p[3] * (1 - s) + p[2] * s) * v
    return float(at[0]), float(at[1])


def lit(skin: Skin, corners: Sequence[tuple[float, float]], radius: float = 0.06, colour: Colour = "#ffd98f", *,
        strength: float = 0.85, lift: float = 0.022, cells: int = 12) -> Mesh:  # fmt: skip
    """What a window shows in the dark: the light inside, paler towards its top."""
    p = np.asarray(corners, float)
    low, high = p[:, 1].min(), p[:, 1].max()
    warm, pale = mix(colour, "#8a4322", 0.45), mix(colour, "#ffffff", 0.30)

    def inside(v: Array, n: Array, c: Array) -> Array:
        return warm + (pale - warm) * smoothstep(low, high, v[:, 1])[:, None]

    return skin.lay(
        pane(_grown(p, -0.004), radius, cells=cells).painted(inside).finished(glow=strength, gloss=0.4), lift
    )


def _grown(p: NDArray[np.float64], by: float) -> NDArray[np.float64]:
    """A quadrilateral with its corners moved outwards along both their sides."""
    before, after = p - np.roll(p, 1, 0), p - np.roll(p, -1, 0)
    before /= np.linalg.norm(before, axis=1, keepdims=True) + 1e-9
    after /= np.linalg.norm(after, axis=1, keepdims=True) + 1e-9
    return p + (before + after) * by


def round_lamp(kit: Kit, skin: Skin, x: float, y: float, r: float, *, colour: Colour = HEADLIGHT,
rim: Colour | None = CHROME,
               reach: float = 0.5, strength: float = 0.85, ry: float | None = None) -> None:  # fmt: skip
    """A pair of round lamps on the front or back, with their glow at night."""
    for side in (-1, 1):
        if rim is not None:
            kit.add(
                skin.lay(
                    disc(side * x, y, r * 1.22, (ry or r) * 1.22, rim, 0.7, bulge=r * 0.25), 0.004
                ).finished(metal=0.5)
            )
        glass = disc(side * x, y, r, ry, mix(colour, "#ffffff", 0.25), 0.9, bulge=r * 0.45)
        kit.add(skin.lay(glass, 0.012 + r * 0.12))
        lit_up = disc(side * x, y, r, ry, _burning(colour), bulge=r * 0.5)
        _shine(kit, skin.lay(lit_up, 0.018 + r * 0.12), colour, reach, strength)


def square_lamp(kit: Kit, skin: Skin, corners: Sequence[tuple[float, float]], *, colour: Colour = HEADLIGHT,
                rim: Colour | None = CHROME, reach: float = 0.5, strength: float = 0.85, radius: float = 0.03,
                twin: bool = True) -> None:  # fmt: skip
    """A lamp on the right half of the front or back, and its twin on the other side."""
    p = np.asarray(corners, float)
    for side in (1, -1) if twin else (1,):
        q = p if side > 0 else (p * (-1, 1))[[1, 0, 3, 2]]
        if rim is not None:
            kit.add(skin.lay(pane(_grown(q, 0.02), radius + 0.02, rim, 0.7), 0.008).finished(metal=0.5))
        kit.add(skin.lay(pane(q, radius, colour, 0.9), 0.020))
        _shine(kit, skin.lay(pane(q, radius, _burning(colour)), 0.027), colour, reach, strength)


def _burning(colour: Colour) -> Array:
    """A lamp's colour when it is on: white ones turn white-hot, coloured ones only brighter."""
    vivid = float(rgb(colour).max() - rgb(colour).min())
    return mix(colour, "#ffffff", 0.40) if vivid < 0.3 else np.clip(rgb(colour) * F(1.35), 0, 1)


def _shine(kit: Kit, mesh: Mesh, colour: Colour, reach: float, strength: float) -> None:
    if strength <= 0:
        return
    kit.night.append(mesh.finished(glow=1.0))
    x, y, z = (float(v) for v in mesh.vertices.mean(0))
    code = "#" + "".join(f"{round(float(c) * 255):02x}" for c in rgb(colour))
    kit.lamps.append(Lamp(at=(x, y, z), radius=reach, colour=code, strength=strength))


def plate(
    skin: Skin, y: float, text: str = "WA 852", *, back: bool = False, width: float = 0.52, x: float = 0.0
) -> Mesh:
    """A number plate: white in front, yellow behind, as in Hong Kong."""
    paper = "#f6c21c" if back else "#f4f4f0"
    height = width * 0.25
    sheet = lettered(text, width, height, "#17171a", paper, rows=18, fill=0.80, font="sans-700", gloss=0.3)
    border = pane([(-width / 2 - 0.01, -height / 2 - 0.01), (width / 2 + 0.01, -height / 2 - 0.01),
                   (width / 2 + 0.01, height / 2 + 0.01), (-width / 2 - 0.01, height / 2 + 0.01)], 0.015,
                   "#2b2b30", 0.2)  # fmt: skip
    return skin.lay(join(border.moved(x, y, 0), sheet.moved(x, y, 0.006)), 0.016)


def mirror(colour: Colour, size: float = 0.09) -> Mesh:
    """A wing mirror, its foot at the origin, standing out to +x."""
    arm = tube([(0, 0, 0), (size * 0.9, size * 0.25, 0)], size * 0.22, RUBBER, 0.3, steps=6)
    shell = ball((size * 0.85, size * 0.65, size * 0.45), (size * 1.5, size * 0.55, 0), colour, 0.6, steps=12)
    face = ball(
        (size * 0.70, size * 0.5, size * 0.2),
        (size * 1.5, size * 0.55, -size * 0.30),
        "#c6d4de",
        0.9,
        steps=8,
    )
    return join(arm, shell, face)


def bumper(
    width: float,
    height: float,
    colour: Colour,
    gloss: float = 0.3,
    *,
    depth: float = 0.16,
    wrap: float = 0.22,
) -> Mesh:
    """A bar along the front with its ends bent back, its middle at the origin."""
    x = np.concatenate([[-width / 2] * 2, np.linspace(-width / 2, width / 2, 9)[1:-1], [width / 2] * 2])
    z = np.concatenate([[-wrap, -0.06], 0.02 - 0.02 * (np.linspace(-1, 1, 9)[1:-1]) ** 2, [-0.06, -wrap]])
    path = np.column_stack([x, np.zeros_like(x), z])
    return tube(path, height / 2, colour, gloss, steps=12).scaled(
        1, 1, depth / height if depth > height else 1
    )


def door_lines(
    skin: Skin, shapes: Sequence[Sequence[tuple[float, float]]], colour: Colour, width: float = 0.014
) -> list[Mesh]:
    """Gaps of doors on the right side, drawn in (z, y)."""
    return [
        seam(skin, dense([(-z, y) for z, y in line], 0.08), width, mix(colour, "#000000", 0.55))
        for line in shapes
    ]


def handle(skin: Skin, z: float, y: float, colour: Colour, length: float = 0.15) -> Mesh:
    bar = box(length, 0.028, 0.022, colour, 0.7, bevel=0.004).moved(-z, y - 0.014, 0.011)
    return skin.lay(bar, 0.006)


def seat_on(height: float, width: float, z: float = 0.0) -> dict[str, Anchor]:
    """Anchors of a closed vehicle: who rides it sits on its roof, who is inside looks out of it."""
    return {
        "seat": Anchor(at=(0, height, z), size=width, yaw=0),
        "top": Anchor(at=(0, height, z), size=width),
        "inside": Anchor(at=(0, height - 0.05, z), size=width * 0.7),
    }


__all__ = [
    "AMBER", "CHROME", "GLASS", "HEADLIGHT", "RUBBER", "STEEL", "TAIL", "TYRE", "F", "Kit", "arch", "axle",
    "bumper", "cylinder",
    "door_lines", "handle", "lit", "mirror", "plate", "round_lamp", "seat_on", "sideways", "square_lamp", "wheel",
    "window",
]  # fmt: skip
