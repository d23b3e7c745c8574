"""Groves: trees, ferns, tufts and stones that stand about on a terrain, each as large as its distance makes it.

plants = [Plant(make=pine, variant=2, x=-3.0, z=14.0, tall=9.0), …]
plant_all(canvas, fan, height, light, plants, air=haze, clear=12, far=90)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.colour import Array, Colour
from waa.painter.light import Light
from waa.painter.world import cutout, terrain
from waa.painter.world.cutout import Maker
from waa.painter.world.terrain import Fan


@dataclass(frozen=True, kw_only=True)
class Plant:
    """What `make` builds as `variant`, `tall` metres high, `x` metres to the right and `z` metres from the eye."""

    make: Maker
    x: float
    z: float
    tall: float
    variant: int = 0
    flip: bool = False
    shadow: float = 1.0
    pitch: float = 6.0


def plant_all(
    canvas: Canvas,
    fan: Fan,
    height: Array,
    light: Light,
    plants: Sequence[Plant],
    *,
    air: Colour,
    clear: float = 10.0,
    far: float = 80.0,
    most: float = 0.85,
    hidden: bool = False,
) -> None:
    """Stand them on the ground, the farthest first. `air` veils them from `clear` metres on, up to `most` at `far`.

    Those whose foot lies behind a rise are left out unless `hidden`.
    """
    if not plants:
        return
    order = sorted(plants, key=lambda p: -p.z)
    x, z = np.array([p.x for p in order]), np.array([p.z for p in order])
    px, py, seen = terrain.spots(canvas, fan, height, x, z)
    scale = fan.lens.focal * canvas.width / fan.lens.width
    for k, p in enumerate(order):
        if seen[k] or hidden:
            veil = most * min(1.0, max(0.0, (p.z - clear) / (far - clear))) ** 0.7
            cutout.stand(
                canvas,
                p.make,
                p.variant,
                light,
                float(px[k]),
                float(py[k]),
                p.tall * scale / p.z,
                pitch=p.pitch,
                haze=veil,
                haze_colour=air,
                flip=p.flip,
                shadow=p.shadow,
            )


def spread(
    rng: np.random.Generator,
    fan: Fan,
    count: int,
    near: float,
    far: float,
    *,
    aside: float = 0.0,
    crowd: float = 1.0,
) -> list[tuple[float, float]]:
    """`count` points (x, z) over the ground that is seen, evenly over the picture's width and the logarithm of depth.

    None lies within the middle `aside` share of the width; `crowd` over 1 puts more of them near.
    """
    found = []
    half = float(fan.across[-1])
    for k in range(count):
        z = float(np.exp(np.log(near) + (np.log(far) - np.log(near)) * rng.random() ** crowd))
        a = 2 * ((k * 0.618034 + rng.uniform(0, 0.3)) % 1.0) - 1
        a = np.sign(a) * (aside + (1.06 - aside) * abs(a))
        found.append((float(a) * half * z, z))
    return found


def strewn(
    rng: np.random.Generator,
    points: Iterable[tuple[float, float]],
    make: Maker,
    tall: tuple[float, float],
    *,
    first: int = 0,
    kinds: int = 3,
    pitch: float = 6.0,
    shaded: float = 1e9,
) -> list[Plant]:
    """One at each point, its variant one of `kinds` from `first` on, some mirrored; `tall` is (least, most) in metres.

    Only those nearer than `shaded` metres throw a shadow.
    """
    return [
        Plant(
            make=make,
            x=x,
            z=z,
            variant=first + int(rng.integers(kinds)),
            tall=float(rng.uniform(*tall)),
            flip=bool(rng.random() < 0.5),
            shadow=1.0 if z < shaded else 0.0,
            pitch=pitch,
        )
        for x, z in points
    ]


def at_sides(
    fan: Fan, make: Maker, where: Sequence[tuple[float, float, float]], *, first: int = 0, kinds: int = 3
) -> list[Plant]:
    """Chosen ones: `where` lists (share of half the width, metres off, metres high)."""
    half = float(fan.across[-1])
    return [
        Plant(make=make, variant=first + k % kinds, x=a * half * z, z=z, tall=tall, flip=k % 2 == 0)
        for k, (a, z, tall) in enumerate(where)
    ]
