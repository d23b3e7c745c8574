"""Small things of the house: bottles and cans, candles, books, gifts, vases, umbrellas, a bear."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix
from waa.painter.props.cosmetics import SILVER, metal
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, join, lathe, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model


@draws("wine_bottle", yaw=-10)
def wine_bottle(look: Look) -> Model:
    """Bordeaux shape with foil and label."""
    glass = look.tint("#24402f")
    outline = [
        (0, 0.012),
        (0.020, 0.004),
        (0.036, 0),
        (0.0385, 0.004),
        (0.0385, 0.19),
        (0.034, 0.215),
        (0.0165, 0.245),
        (0.0150, 0.295),
        (0.0158, 0.300),
        (0, 0.300),
    ]
    body = lathe(smooth(outline, closed=False, steps=4), glass, 0.85, crease=75)
    foil = lathe(
        [(0.0158, 0.245), (0.0164, 0.250), (0.0164, 0.298), (0.0150, 0.3015), (0, 0.3015)], "#7c2433", 0.5
    )
    label = _round_label("佳釀", 0.055, 0.075, 0.0402, 0.11, "#5a2a2f", "#f6efdf")
    return Model(mesh=join(body, foil, label), anchors={"grip": Anchor(at=(0, 0.14, 0))})


def _round_label(
    text: str, width: float, height: float, radius: float, y: float, ink: Colour, paper: Colour
) -> Mesh:
    """A paper label laid round a bottle of that radius, its middle at `y`."""
    flat = lettered(
        text, width, height, ink, paper, rows=44, fill=0.62, font="serif-900", vertical=height > width
    )
    angle = flat.vertices[:, 0] / F(radius)
    vertices = np.stack([np.sin(angle) * radius, flat.vertices[:, 1] + y, np.cos(angle) * radius], -1).astype(
        F
    )
    normals = np.stack([np.sin(angle), np.zeros_like(angle), np.cos(angle)], -1).astype(F)
    return Mesh(vertices, flat.faces, normals, flat.colours, flat.surface)


@draws("soda_can", yaw=-12)
def soda_can(look: Look) -> Model:
    """A cold can with drops on it."""
    paint = look.tint("#d63a37")
    outline = [
        (0, 0.004),
        (0.022, 0.003),
        (0.025, 0),
        (0.0305, 0.010),
        (0.033, 0.016),
        (0.033, 0.100),
        (0.030, 0.110),
        (0.0265, 0.116),
    ]
    body = lathe(smooth(outline, closed=False, steps=3), paint, 0.8, crease=60).finished(metal=0.25)
    lid = metal(
        lathe([(0.0265, 0.1155), (0.0272, 0.1175), (0.0258, 0.1185), (0.0248, 0.1165), (0, 0.1165)]), SILVER
    )
    tab = metal(torus(0.0065, 0.0016, steps=24).scaled(1, 1, 1.5).moved(0, 0.1185, 0.004), SILVER)
    label = _round_label("汽水", 0.046, 0.036, 0.0333, 0.062, "#ffffff", paint)
    rng = look.rng("drops")
    drops = []
    for _ in range(26):
        a, y = rng.uniform(-1.4, 1.4), rng.uniform(0.022, 0.096)
        drops.append(
            ball(
                rng.uniform(0.0008, 0.0018),
                (0.0333 * math.sin(a), y, 0.0333 * math.cos(a)),
                mix(paint, "#ffffff", 0.5),
                1.0,
                steps=8,
            )
        )
    return Model(mesh=join(body, lid, tab, label, *drops), anchors={"grip": Anchor(at=(0, 0.06, 0))})


@draws("water_bottle", yaw=-10)
def water_bottle(look: Look) -> Model:
    """Clear plastic, ribbed, with a blue cap."""
    tint = look.tint("#4f9be0")
    outline = [(0, 0.006), (0.024, 0.002), (0.030, 0.004), (0.0325, 0.014)]
    for k in range(4):
        outline += [(0.0325, 0.030 + 0.022 * k), (0.0305, 0.036 + 0.022 * k), (0.0325, 0.042 + 0.022 * k)]
    outline += [(0.0325, 0.145), (0.027, 0.172), (0.0135, 0.190), (0.0130, 0.197)]
    bottle = lathe(smooth(outline, closed=False, steps=3), "#dff0fb", 0.9, crease=80)
    water = lathe(
        smooth(
            [(0, 0.008), (0.027, 0.008), (0.0295, 0.020), (0.0295, 0.14), (0.026, 0.162), (0, 0.162)],
            closed=False,
            steps=3,
        ),
        "#cfe7f7",
        0.6,
        crease=60,
    )
    cap = lathe([(0.0148, 0.192), (0.0152, 0.194), (0.0152, 0.206), (0.0142, 0.208), (0, 0.208)], tint, 0.5)
    label = _round_label("水", 0.060, 0.034, 0.0331, 0.124, "#ffffff", tint)
    return Model(mesh=join(water, cap, label), glass=bottle, anchors={"grip": Anchor(at=(0, 0.08, 0))})


@draws("candle", yaw=0)
def candle(look: Look) -> Model:
    """A pillar candle on a dish, burning."""
    wax = look.tint("#f6ead2")
    dish = metal(
        lathe([(0, 0), (0.050, 0), (0.062, 0.006), (0.064, 0.010), (0.058, 0.009), (0, 0.006)]), "#c9a25a"
    )
    pillar = lathe(
        smooth(
            [(0.030, 0.006), (0.030, 0.110), (0.0285, 0.116), (0.020, 0.112), (0, 0.108)],
            closed=False,
            steps=4,
        ),
        wax,
        0.3,
        crease=80,
    )

    def warm(vertices: Array, normals: Array, colours: Array) -> Array:
        t = np.clip((vertices[:, 1:2] - 0.05) / 0.065, 0, 1)
        return colours * (1 - t) + np.array([1.0, 0.80, 0.48], F) * t

    drips = [
        tube(
            [
                (0.0302 * math.sin(a), 0.112, 0.0302 * math.cos(a)),
                (0.0312 * math.sin(a), 0.112 - d, 0.0312 * math.cos(a)),
            ],
            [0.0040, 0.0052],
            wax,
            0.3,
            steps=10,
        )
        for a, d in ((0.4, 0.030), (-0.5, 0.050), (2.2, 0.02))
    ]
    wick = tube([(0, 0.106, 0), (0.001, 0.120, 0)], 0.0012, "#3a2a22", 0.1, steps=6)
    flame = lathe(
        smooth(
            [(0, 0.116), (0.0055, 0.122), (0.0070, 0.130), (0.0040, 0.146), (0, 0.158)], closed=False, steps=5
        ),
        "#ffd46a",
        0.1,
        crease=80,
    ).finished(glow=1.0)
    core = ball((0.0026, 0.006, 0.0026), (0, 0.125, 0.004), "#fff6d8", 0.1).finished(glow=1.0)
    return Model(
        mesh=join(dish, pillar.painted(warm), *drips, wick, flame, core),
        lamps=(Lamp(at=(0, 0.135, 0.02), radius=0.34, colour="#ffc46a", strength=0.9),),
        anchors={"grip": Anchor(at=(0, 0.04, 0))},
    )


@draws("vase", yaw=0)
def vase(look: Look) -> Model:
    """A blue-and-white vase with branches of blossom."""
    glaze = look.tint("#f3f6fb")
    outline = [
        (0, 0.004),
        (0.045, 0),
        (0.050, 0.006),
        (0.052, 0.020),
        (0.088, 0.080),
        (0.096, 0.135),
        (0.080, 0.190),
        (0.044, 0.228),
        (0.036, 0.255),
        (0.044, 0.278),
        (0.040, 0.279),
        (0.032, 0.255),
    ]
    body = lathe(smooth(outline, closed=False, steps=5), glaze, 0.75, crease=80, steps=72)

    def painted(vertices: Array, normals: Array, colours: Array) -> Array:
        a, y = np.arctan2(vertices[:, 0], vertices[:, 2]), vertices[:, 1]
        scroll = np.sin(a * 5 + np.sin(y * 60) * 1.4) * np.sin(y * 75 + a * 2)
        blue = (
            (np.abs(y - 0.045) < 0.004)
            | (np.abs(y - 0.205) < 0.004)
            | ((scroll > 0.42) & (y > 0.062) & (y < 0.190))
        ).astype(F)
        return colours + (np.array([0.16, 0.28, 0.62], F) - colours) * blue[:, None]

    rng = look.rng("branches")
    parts = [body.painted(painted) if look.colour in (None, "blue", "white") else body]
    for k in range(5):
        lean, tall = (k - 2) * 0.075, rng.uniform(0.20, 0.30)
        branch = np.array(
            bezier(
                (0, 0.25, 0),
                (lean * 0.3, 0.34, 0.01),
                (lean * 0.9, 0.25 + tall * 0.7, rng.uniform(-0.05, 0.05)),
                (lean * 1.5, 0.25 + tall, rng.uniform(-0.07, 0.07)),
                10,
            )
        )
        parts.append(tube(branch, np.linspace(0.0042, 0.0018, 10).tolist(), "#6b4a38", 0.1, steps=8))
        for p in branch[3:]:
            for _ in range(2):
                at = p + rng.normal(0, 0.012, 3)
                parts.append(
                    ball(
                        rng.uniform(0.010, 0.017),
                        at,
                        ("#f7b6c8", "#f2889f", "#ffe0e6")[int(rng.integers(3))],
                        0.12,
                        steps=8,
                    )
                )
    return Model(mesh=join(*parts), anchors={"grip": Anchor(at=(0, 0.14, 0))})


@draws("umbrella", yaw=-12)
def umbrella(look: Look) -> Model:
    """Open, with its crook at the bottom; the grip is the handle."""
    cloth = look.tint("#d8453f")
    rings, panels = 10, 8
    rows = []
    for r in range(rings + 1):
        t = r / rings
        for k in range(panels * 6):
            a = 2 * math.pi * k / (panels * 6)
            scallop = 1 - 0.055 * t * (1 - abs(math.cos(a * panels / 2)))
            radius = 0.50 * math.sin(t * 1.25) / math.sin(1.25) * scallop
            rows.append(
                (
                    radius * math.sin(a),
                    0.90 - 0.235 * t**2.1 - 0.02 * t * (1 - abs(math.cos(a * panels / 2))),
                    radius * math.cos(a),
                )
            )
    points = np.array(rows, F)
    canopy = _sheet(points, rings + 1, panels * 6)

    def gores(vertices: Array, normals: Array, colours: Array) -> Array:
        a = np.arctan2(vertices[:, 0], vertices[:, 2])
        seam = np.abs(np.cos(a * panels / 2))[:, None]
        return np.asarray(cloth, F) * (F(0.86) + F(0.14) * np.clip(seam * 2.2, 0, 1)).astype(F)

    shaft = metal(tube([(0, 0.14, 0), (0, 0.93, 0)], 0.007, steps=10), SILVER)
    crook = tube(
        [
            (0, 0.18, 0),
            (0, 0.07, 0),
            (0.012, 0.025, 0),
            (0.045, 0.008, 0),
            (0.076, 0.028, 0),
            (0.082, 0.055, 0),
        ],
        0.012,
        "#8a5a36",
        0.4,
    )
    tip = metal(tube([(0, 0.90, 0), (0, 0.965, 0)], [0.008, 0.004]), SILVER)
    ribs = [
        metal(tube([(0, 0.84, 0), (0.47 * math.sin(a), 0.675, 0.47 * math.cos(a))], 0.0026, steps=6), SILVER)
        for a in np.arange(panels) * 2 * math.pi / panels
    ]
    return Model(
        mesh=join(canopy.painted(gores), shaft, crook, tip, *ribs),
        anchors={"grip": Anchor(at=(0, 0.12, 0)), "under": Anchor(at=(0, 0.5, 0))},
    )


def _sheet(points: Array, rows: int, columns: int) -> Mesh:
    """A closed ring of strips, seen from both sides."""
    from waa.painter.solid.mesh import grid_faces, make

    faces = grid_faces(rows, columns, wraps=True)[:, ::-1]
    outer = make(points, faces, None, gloss=0.18)
    inner = make(points - (outer.normals * F(0.004)), faces[:, ::-1].copy(), None, gloss=0.05)
    return join(outer, inner)
