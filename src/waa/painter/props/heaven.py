"""What hangs in the sky: stars, a comet, a rainbow, clouds; what people let rise: kites, balloons, fireworks."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from waa.painter.cast import Look, draws
from waa.painter.colour import NAMED, Array, Colour, F, look_up, mix, ramp, rgb
from waa.painter.props.hulls import cloth
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

Point = tuple[float, float, float]


def _hung(
    mesh: Mesh,
    top: Point,
    size: float,
    *,
    lamps: tuple[Lamp, ...] = (),
    glass: Mesh | None = None,
    night: Mesh | None = None,
) -> Model:
    seat = Anchor(at=top, size=size)
    return Model(
        mesh=mesh,
        anchors={"top": seat, "seat": seat, "grip": Anchor(at=(0, top[1] * 0.4, 0))},
        lamps=lamps,
        glass=glass,
        night=night,
    )


@draws("star", yaw=-12)
def star(look: Look) -> Model:
    """Five round points, puffed up like a cushion, shining by itself."""
    gold = look.tint("#ffc833")
    clay = Clay(0.10).ball((0, 0.5, 0), (0.30, 0.30, 0.19), gold)
    for k in range(5):
        a = math.radians(90 + 72 * k)
        tip = (0.44 * math.cos(a), 0.5 + 0.44 * math.sin(a), 0.0)
        clay.limb((0.12 * math.cos(a), 0.5 + 0.12 * math.sin(a), 0.0), tip, 0.19, 0.06, gold, blend=0.05)
    mesh = clay.mesh(60, gloss=0.55)

    def shaded(v: Array, n: Array, c: Array) -> Array:
        away = np.clip(np.hypot(v[:, 0], v[:, 1] - 0.5) / 0.5, 0, 1)[:, None]
        return mix(gold, "#fff4c0", 0.75) * (1 - away) + rgb(gold) * away

    low = float(mesh.low[1])
    lamp = Lamp(at=(0, 0.5 - low, 0.1), radius=1.5, colour="#ffdf80", strength=0.3)
    return _hung(mesh.painted(shaded).finished(glow=0.72).moved(0, -low, 0), (0, 1.0, 0), 0.4, lamps=(lamp,))


@draws("comet", yaw=0)
def comet(look: Look) -> Model:
    """A burning head and a tail in streams that fade to nothing."""
    tint = look.tint("#7fc4ff")
    head = ball(0.20, (-0.62, 0.22, 0.12), "#fff6d8", 0.2, steps=24).finished(glow=1.0)
    core = ball((0.26, 0.26, 0.2), (-0.60, 0.235, 0.0), mix(tint, "#ffffff", 0.55), 0.2, steps=24).finished(
        glow=0.9
    )
    table = ramp(
        [(0, "#fffbe8"), (0.12, mix(tint, "#ffffff", 0.6)), (0.5, tint), (1, mix(tint, "#20307a", 0.6))], 64
    )
    rng = look.rng("tail")
    streams = []
    for k in range(13):
        spread = (k - 6) / 6
        length = 2.0 - 0.75 * abs(spread) + float(rng.uniform(-0.15, 0.15))
        dx, dy = math.cos(0.52 + 0.17 * spread), math.sin(0.52 + 0.17 * spread)
        start = np.array(
            [-0.60 - 0.20 * math.sin(0.52) * spread, 0.24 + 0.20 * math.cos(0.52) * spread, -0.02 * (k % 3)]
        )
        t = np.linspace(0, 1, 14)[:, None]
        path = (
            start + t * length * np.array([dx, dy, 0]) + (t * t) * np.array([-0.05, 0.16, 0]) * (1 + spread)
        )
        radius = (0.080 - 0.026 * abs(spread)) * (1 - np.linspace(0, 1, 14) ** 1.4) + 0.003
        stream = tube(path, radius.tolist(), "#ffffff", 0.0, steps=8)
        along = np.clip(
            (stream.vertices @ np.array([dx, dy, 0], F) - float(start @ [dx, dy, 0])) / length, 0, 1
        )
        coloured = stream.painted(look_up(table, along))
        coloured.surface[:, 1] = np.clip(1.02 - 0.45 * along, 0, 1)
        streams.append(coloured)
    lamps = (
        Lamp(at=(-0.62, 0.22, 0.2), radius=0.95, colour="#cfe8ff", strength=0.9),
        Lamp(at=(0.1, 0.62, 0.1), radius=0.9, colour="#5a9cff", strength=0.35),
    )
    model = _hung(join(head, core, *streams), (-0.6, 0.45, 0), 0.35, lamps=lamps)
    return model.grounded()


_RAINBOW = ("#e8413f", "#f5862f", "#f8cf3e", "#57b85a", "#3fa3dc", "#4c5cc5", "#9356c0")


def puffs(at: Point, size: float, colour: Colour = "#ffffff", *, seed: int = 0) -> Clay:
    """A heap of soft balls with a flat underside; 2 × `size` wide."""
    x, y, z = at
    heaps = (((0, 0.36, 0), 0.50), ((-0.52, 0.24, 0.04), 0.36), ((0.50, 0.26, 0.02), 0.38),
    ((-0.16, 0.20, 0.26), 0.36), ((0.24, 0.16, 0.24), 0.32),
             ((-0.86, 0.12, 0.0), 0.22), ((0.86, 0.14, 0.0), 0.24), ((0.20, 0.58, -0.06), 0.34),
             ((-0.28, 0.52, -0.04), 0.32))  # fmt: skip
    clay = Clay(0.035 * size)
    for k, ((dx, dy, dz), r) in enumerate(heaps):
        wobble = 1 + 0.08 * math.sin(seed * 1.7 + k * 2.3)
        clay.ball(
            (x + dx * size, y + dy * size, z + dz * size),
            (r * size * wobble, r * size * wobble * 0.94, r * size * 0.85),
            colour,
        )
    return clay


@draws("cloud", yaw=0)
def cloud(look: Look) -> Model:
    """White and full; dark and with rain or lightning when it is a storm cloud."""
    dark = bool({"dark", "stormy", "rainy", "angry"} & set(look.traits)) or look.colour in ("grey", "black")
    top, low = ("#8b93a8", "#5b6279") if dark else ("#ffffff", "#d3e2f2")
    if look.colour not in (None, "grey", "black", "white"):
        top, low = look.tint(top), mix(look.tint(top), "#6a7390", 0.25)  # type: ignore[assignment]
    mesh = puffs((0, 0.25, 0), 0.6, top, seed=look.variant).mesh(72, gloss=0.05)
    base, height = float(mesh.low[1]), float(mesh.size[1])

    def shaded(v: Array, n: Array, c: Array) -> Array:
        under = np.clip(0.5 - n[:, 1:2] * 0.7 - (v[:, 1:2] - base) / height * 0.4, 0, 1)
        return rgb(top) + (rgb(low) - rgb(top)) * under

    return _hung(
        mesh.painted(shaded).finished(glow=0.0 if dark else 0.04).moved(0, -base, 0),
        (0, height * 0.92, 0),
        0.8,
    )


@draws("rainbow", yaw=0)
def rainbow(look: Look) -> Model:
    """Seven bands of clay that spring from one cloud and end in another."""
    a = np.linspace(0, math.pi, 49)
    bands = []
    for k, colour in enumerate(_RAINBOW):
        r = 1.30 - 0.092 * k
        arc = np.column_stack([-r * np.cos(a), 0.22 + r * np.sin(a), np.zeros_like(a)])
        bands.append(tube(arc, 0.050, colour, 0.35, steps=12, caps=False))
    mesh = join(*bands).finished(glow=0.22)
    ends = [
        puffs((x, 0.06, 0.08), 0.42, "#ffffff", seed=k).mesh(44, gloss=0.05).finished(glow=0.10)
        for k, x in enumerate((-1.03, 1.03))
    ]
    return _hung(join(mesh, *ends).moved(0, -min(float(m.low[1]) for m in ends), 0), (0, 1.55, 0), 0.5)


# -- what people let rise ------------------------------------------------------------------------------------


@draws("balloon", yaw=-10)
def balloon(look: Look) -> Model:
    """A party balloon, tight and glossy, its string curling down."""
    tints = ("#e5403c", "#3f8fe0", "#f6c033", "#5cb85c", "#b267d8", "#f58ab0", "#f08a3c")
    tint = look.tint(tints[look.variant % len(tints)])
    profile = smooth(
        [
            (0.001, 0.62),
            (0.07, 0.66),
            (0.24, 0.86),
            (0.345, 1.14),
            (0.325, 1.36),
            (0.235, 1.52),
            (0.12, 1.588),
            (0.0, 1.605),
        ],
        closed=False,
        steps=7,
    )
    skin = lathe(profile, tint, 0.95, steps=48, crease=80)

    def glow(v: Array, n: Array, c: Array) -> Array:
        thin = np.clip(-n[:, 1:2] * 0.6 + 0.2, 0, 0.5)
        return np.clip(c + (np.clip(c * 1.25 + 0.06, 0, 1) - c) * thin * 2, 0, 1)

    knot = join(lathe([(0.0, 0.64), (0.02, 0.625), (0.055, 0.575), (0.03, 0.575), (0, 0.60)],
    mix(tint, "#000000", 0.12), 0.7, steps=20),
                torus(0.022, 0.014, mix(tint, "#000000", 0.2), 0.6, steps=16).moved(0, 0.622, 0))  # fmt: skip
    t = np.linspace(0, 1, 30)
    string = np.column_stack([0.045 * np.sin(t * 9) * t, 0.58 - 0.58 * t, 0.03 * np.cos(t * 7) * t])
    anchors = {"grip": Anchor(at=(0, 0.06, 0)), "top": Anchor(at=(0, 1.6, 0), size=0.4)}
    return Model(
        mesh=join(skin.painted(glow), knot, tube(string, 0.008, "#efece4", 0.2, steps=5)), anchors=anchors
    )


@draws("kite", yaw=-16)
def kite(look: Look) -> Model:
    """A diamond of four colours on crossed sticks, bows all down its tail."""
    tints: list[Colour] = ["#e8433f", "#f6bd2f", "#2f9fd0", "#3fae6a"]
    if look.colour in NAMED and look.colour not in ("rainbow", "colourful"):
        base = look.tint("#e8433f")
        tints = [base, mix(base, "#ffffff", 0.55), mix(base, "#ffffff", 0.25), mix(base, "#000000", 0.18)]
    top, right, low, left = ((0, 2.60), (0.56, 2.02), (0, 1.10), (-0.56, 2.02))
    centre = (0.0, 2.02)
    parts: list[Mesh] = []
    for (a, b), tint in zip(
        ((top, right), (right, low), (low, left), (left, top)),
        (tints[0], tints[1], tints[2], tints[3]),
        strict=True,
    ):
        parts.append(_panel(centre, a, b, tint))
    sticks = [((0, 2.62), (0, 1.08)), ((-0.57, 2.02), (0.57, 2.02))]
    parts += [
        tube(
            [(*p, 0.035), ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, 0.075), (*q, 0.035)],
            0.014,
            "#a8703a",
            0.2,
            steps=6,
        )
        for p, q in sticks
    ]
    parts.append(
        tube(
            [(*top, 0.02), (*right, 0.02), (*low, 0.02), (*left, 0.02), (*top, 0.02)],
            0.012,
            mix(tints[3], "#000000", 0.2),
            0.2,
            steps=6,
        )
    )
    tail = bezier((0, 1.10, 0), (0.42, 0.92, 0.05), (-0.48, 0.50, 0.0), (0.16, 0.04, 0.05), 40)
    parts.append(tube(tail, 0.010, "#f4efe2", 0.2, steps=5))
    for k in range(6):
        i = 5 + 6 * k
        parts += _bow(
            tuple(tail[i]), tints[k % 4], math.degrees(math.atan2(*(tail[i + 1] - tail[i - 1])[[1, 0]]))
        )
    parts.append(tube([(0, 2.25, 0.08), (0.02, 1.95, 0.34), (0, 1.55, 0.07)], 0.006, "#f4efe2", 0.2, steps=5))
    return _hung(join(*parts), (0, 2.6, 0), 0.5)


def _panel(centre: tuple[float, float], a: tuple[float, float], b: tuple[float, float], tint: Colour) -> Mesh:
    """A quarter of the kite, bellied a little between its sticks."""
    s, t = np.meshgrid(np.linspace(0.0, 1, 9), np.linspace(0, 1, 9))
    c, p, q = (np.asarray(v, float) for v in (centre, a, b))
    flat = c + s[..., None] * ((p - c) * (1 - t[..., None]) + (q - c) * t[..., None])
    z = 0.07 * (1 - s) + 0.03 - 0.10 * np.sin(np.pi * t) * s * (1 - s) * 2
    colour = rgb(tint)
    sheet = cloth(np.dstack([flat, z])[:, ::-1], colour, thick=0.008, gloss=0.15)
    return sheet.painted(
        lambda v, n, cc: np.clip(cc * (0.92 + 0.16 * np.clip((v[:, 1:2] - 1.1) / 1.5, 0, 1)), 0, 1)
    )


def _bow(at: Point, tint: Colour, turn: float) -> list[Mesh]:
    wing = ball((0.085, 0.05, 0.03), (0.085, 0, 0), tint, 0.3, steps=10)
    pair = [wing, wing.scaled(-1, 1, 1), ball(0.028, (0, 0, 0.01), mix(tint, "#000000", 0.2), 0.3, steps=8)]
    return [m.turned(0, 0, turn + 90).moved(*at) for m in pair]


# -- fireworks ---------------------------------------------------------------------------------------------

_BURSTS = (
    ((0.0, 1.42, 0.0), 0.62, ("#ffd75a", "#ff8a3c"), 1), ((-0.86, 0.92, -0.2), 0.46, ("#ff6f91", "#d83fb2"), 2),
    ((0.84, 1.02, -0.1), 0.50, ("#6fe0ff", "#3f7bff"), 3),
    ((0.30, 0.56, 0.1), 0.34, ("#a6ff8a", "#2fc98a"), 4),
)  # fmt: skip


@draws("fireworks", yaw=0)
def fireworks(look: Look) -> Model:
    """Four shells that have just burst: glowing trails that bend down, sparks at their ends."""
    parts: list[Mesh] = []
    lamps = []
    for centre, radius, colours, seed in _BURSTS:
        if look.colour in NAMED and look.colour not in ("rainbow", "colourful"):
            colours = (mix(look.tint("#fff"), "#ffffff", 0.5), look.tint("#fff"))  # type: ignore[assignment]
        parts += _burst(np.asarray(centre), radius, colours, look.rng("burst", seed))
        code = "#" + "".join(f"{round(float(c) * 255):02x}" for c in np.clip(rgb(colours[0]), 0, 1))
        lamps.append(Lamp(at=centre, radius=radius * 1.5, colour=code, strength=0.55))
    for (x, y, z), *_ in _BURSTS[:3]:
        climb = bezier((x * 0.45, 0.0, z), (x * 0.5, 0.3, z), (x * 0.9, y * 0.6, z), (x, y, z), 14)
        parts.append(
            tube(climb, np.linspace(0.002, 0.008, 14).tolist(), "#ffe9b8", 0.0, steps=4, caps=False).finished(
                glow=0.8
            )
        )
    return Model(mesh=join(*parts), lamps=tuple(lamps), anchors={"top": Anchor(at=(0, 2.0, 0), size=0.5)})


def _burst(
    centre: NDArray[np.float64], radius: float, colours: tuple[Colour, Colour], rng: np.random.Generator
) -> list[Mesh]:
    """Trails over a ball, as evenly as seeds in a sunflower, each with its spark."""
    count = round(90 * radius + 14)
    table = ramp([(0, "#ffffff"), (0.3, colours[0]), (1, colours[1])], 32)
    parts = []
    for k in range(count):
        up = 1 - 2 * (k + 0.5) / count
        around = k * 2.39996
        flat = math.sqrt(1 - up * up)
        way = np.array([flat * math.cos(around), up, flat * math.sin(around)])
        reach = radius * float(rng.uniform(0.86, 1.06))
        t = np.linspace(0.30, 1, 8)[:, None]
        path = centre + way * reach * t - np.array([0, 0.20 * radius, 0]) * t**2.5
        trail = tube(
            path,
            (np.linspace(0.25, 1, 8) * 0.011 * (0.6 + radius)).tolist(),
            "#ffffff",
            0.0,
            steps=5,
            caps=False,
        )
        along = np.repeat(np.linspace(0, 1, 8), 5).astype(F)
        parts.append(trail.painted(look_up(table, 1 - along)).finished(glow=1.0))
        spark = 0.015 * (0.6 + radius) * float(rng.uniform(0.8, 1.4))
        parts.append(
            ball(spark, tuple(path[-1]), mix(colours[0], "#ffffff", 0.55), 0.0, steps=5).finished(glow=1.0)
        )
    parts.append(ball(0.05 * radius, tuple(centre), "#ffffff", 0.0, steps=10).finished(glow=1.0))
    return parts


__all__ = ["puffs"]
