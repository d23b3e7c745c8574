"""Small things of the house: bottles and cans, candles, books, gifts, vases, umbrellas, a bear."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.props.cosmetics import SILVER, metal
from waa.painter.props.furniture import wooden
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, mirrored, torus, tube
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


def _book(width: float, height: float, thick: float, cover: Colour) -> Mesh:
    """A closed book lying flat: cover, pages, spine bands."""
    pages = box(width * 0.95, thick * 0.72, height * 0.95, "#f6eedb", 0.05, bevel=0.002).moved(
        0.004, thick * 0.14, 0
    )
    boards = join(
        *(
            box(width, thick * 0.15, height, cover, 0.25, bevel=thick * 0.05).moved(0, y, 0)
            for y in (0, thick * 0.85)
        )
    )
    spine = box(thick * 0.3, thick, height, shift(cover, 0, 1, 0.88), 0.25, bevel=thick * 0.12).moved(
        -width / 2 + thick * 0.1, 0, 0
    )
    bands = [
        box(thick * 0.34, thick * 1.01, height * 0.02, "#e5c06a", 0.5, bevel=0.0006).moved(
            -width / 2 + thick * 0.09, 0, z * height
        )
        for z in (-0.32, 0.32)
    ]
    return join(pages, boards, spine, *bands)


@draws("book", yaw=-18)
def book(look: Look) -> Model:
    """Open, as somebody reads it; its grip is the spine."""
    cover = look.tint("#a8433a")
    halves = []
    for s in (-1, 1):
        curve = np.array(bezier((0, 0.006), (s * 0.035, 0.030), (s * 0.085, 0.022), (s * 0.135, 0.010), 16))
        thick = np.vstack([curve, (curve - (0, 0.012))[::-1]])
        halves.append(extrude(thick if s > 0 else thick[::-1], 0.20, "#faf4e4", 0.06))
        lines = [
            box(0.088, 0.0006, 0.0035, "#9a8f80", 0.05, bevel=0.0002)
            .turned(0, 0, -s * 3)
            .moved(s * 0.074, 0.0232, -0.075 + 0.018 * k)
            for k in range(9)
        ]
        halves += lines
        halves.append(
            box(0.142, 0.004, 0.212, cover, 0.25, bevel=0.0015)
            .turned(0, 0, s * 1.5)
            .moved(s * 0.070, -0.008, 0)
        )
    ribbon = tube(
        [(0, 0.010, -0.08), (0.002, 0.012, 0.10), (0.006, -0.004, 0.128)], 0.0022, "#d9a441", 0.3, steps=6
    )
    flat = join(*halves, ribbon).moved(0, 0.010, 0)
    # Tilted towards a reader: the pages look up and forward.
    return Model(
        mesh=flat.turned(0, 52, 0).moved(0, 0.085, 0), anchors={"grip": Anchor(at=(0, 0.06, 0))}
    ).grounded()


@draws("book_stack", yaw=-24)
def book_stack(look: Look) -> Model:
    """Five books, none quite straight."""
    rng = look.rng("stack")
    colours = (
        ["#3f6f8f", "#b5493d", "#d9a441", "#4f7d5a", "#7a4f86"]
        if look.colour is None
        else [look.tint("#a8433a")] * 5
    )
    y, parts = 0.0, []
    for k, colour in enumerate(colours):
        thick = float(rng.uniform(0.026, 0.042))
        parts.append(
            _book(0.17 - 0.008 * k, 0.235 - 0.010 * k, thick, colour)
            .turned(float(rng.uniform(-14, 14)))
            .moved(0, y, 0)
        )
        y += thick
    return Model(mesh=join(*parts), anchors={"top": Anchor(at=(0, y, 0), size=0.15)})


@draws("gift", yaw=-30)
def gift(look: Look) -> Model:
    """A wrapped box with a ribbon and a full bow."""
    paper = look.tint("#d8453f")
    ribbon = "#f6d98a" if look.colour not in ("gold", "yellow") else "#c73a3a"
    carton = box(0.24, 0.18, 0.24, paper, 0.35, bevel=0.010)
    lid = box(0.254, 0.052, 0.254, mix(paper, "#ffffff", 0.08), 0.35, bevel=0.010).moved(0, 0.150, 0)
    bands = join(
        box(0.044, 0.206, 0.2575, ribbon, 0.5, bevel=0.006),
        box(0.2575, 0.206, 0.044, ribbon, 0.5, bevel=0.006),
    )
    loops = []
    for a in (35, 145, 215, 325):
        loop = (
            torus(0.036, 0.013, ribbon, 0.5, steps=32)
            .scaled(1.25, 1.5, 0.62)
            .turned(0, 0, 34)
            .moved(0.046, 0.226, 0)
        )
        loops.append(loop.turned(a))
    tails = [
        tube(
            bezier(
                (0, 0.212, 0), (s * 0.05, 0.214, 0.04), (s * 0.07, 0.206, 0.07), (s * 0.085, 0.200, 0.105), 12
            ),
            0.010,
            ribbon,
            0.5,
        )
        for s in (-1, 1)
    ]
    return Model(
        mesh=join(
            carton, lid, bands, *loops, *tails, ball((0.022, 0.020, 0.022), (0, 0.222, 0), ribbon, 0.5)
        ),
        anchors={"grip": Anchor(at=(0, 0.1, 0)), "top": Anchor(at=(0, 0.20, 0), size=0.2)},
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


@draws("teddy_bear", yaw=-14)
def teddy_bear(look: Look) -> Model:
    """A sitting bear of plush with a bow."""
    plush = look.tint("#b98452")
    light = mix(plush, "#fff0d8", 0.55)
    clay = Clay(0.03)
    clay.ball((0, 0.115, 0), (0.092, 0.105, 0.078), plush).ball(
        (0, 0.105, 0.040), (0.060, 0.072, 0.046), light, blend=0.015
    )
    clay.ball((0, 0.262, 0.010), (0.092, 0.082, 0.078), plush, blend=0.02).ball(
        (0, 0.240, 0.080), (0.042, 0.034, 0.030), light, blend=0.012
    )
    for s in (-1, 1):
        clay.ball((s * 0.070, 0.328, 0.0), (0.036, 0.036, 0.022), plush, blend=0.012).ball(
            (s * 0.070, 0.328, 0.016), (0.020, 0.020, 0.012), light, blend=0.006
        )
        clay.limb((s * 0.078, 0.165, 0.015), (s * 0.112, 0.085, 0.062), 0.036, 0.032, plush, blend=0.02)
        clay.limb((s * 0.060, 0.045, 0.030), (s * 0.098, 0.038, 0.125), 0.046, 0.042, plush, blend=0.02).ball(
            (s * 0.101, 0.038, 0.158), (0.030, 0.032, 0.014), light, blend=0.006
        )
    body = clay.mesh(72, gloss=0.06)
    parts = [body]
    for s in (-1, 1):
        at = clay.surface([(s * 0.034, 0.278, 0.3)], (0, 0, -1))[0][0]
        parts += [
            ball((0.0105, 0.012, 0.007), at, "#231815", 0.95, steps=16),
            ball(0.003, at + (-0.003, 0.005, 0.006), "#ffffff", 0.2, steps=8).finished(glow=0.5),
        ]
    nose = clay.surface([(0, 0.252, 0.3)], (0, 0, -1))[0][0]
    parts += [
        ball((0.014, 0.010, 0.008), nose, "#3a2620", 0.8, steps=16),
        tube(
            clay.surface([(0, y, 0.3) for y in (0.246, 0.236, 0.228)], (0, 0, -1))[0],
            0.0022,
            "#4a322a",
            0.1,
            steps=6,
        ),
    ]
    smile = clay.surface(
        [(x, 0.228 - 0.010 * (1 - (x / 0.02) ** 2), 0.3) for x in np.linspace(-0.02, 0.02, 9)], (0, 0, -1)
    )[0]
    parts.append(tube(smile, 0.0022, "#4a322a", 0.1, steps=6))
    bow = (
        mirrored(ball((0.030, 0.020, 0.012), (0.030, 0.188, 0.076), "#d8453f", 0.3)),
        ball((0.012, 0.012, 0.012), (0, 0.188, 0.080), "#b8332f", 0.3),
    )
    return Model(
        mesh=join(*parts, *bow),
        anchors={
            "grip": Anchor(at=(0, 0.16, 0)),
            "head": Anchor(at=(0, 0.335, 0.01), size=0.16),
            "neck": Anchor(at=(0, 0.185, 0.02), size=0.13),
            "hands": Anchor(at=(0, 0.12, 0.13), size=0.12),
            "eyes": Anchor(at=(0, 0.278, 0.085), size=0.13),
        },
    )


@draws("treasure_chest", yaw=-26)
def treasure_chest(look: Look) -> Model:
    """Open, heaped with gold."""
    wood = look.tint("#8a5530")
    base = wooden(box(0.62, 0.30, 0.40, wood, 0.2, bevel=0.015))
    half = np.array([(math.cos(t) * 0.20, math.sin(t) * 0.16) for t in np.linspace(0, math.pi, 20)])
    lid = (
        wooden(extrude(half, 0.62, wood, 0.2).turned(90))
        .moved(0, 0, 0.20)
        .turned(0, -72, 0)
        .moved(0, 0.30, -0.20)
    )
    bands = [
        box(0.05, 0.305, 0.406, "#d9aa4a", 0.5, bevel=0.006).moved(x, 0, 0).finished(metal=0.9)
        for x in (-0.25, 0.25)
    ]
    lock = metal(box(0.09, 0.09, 0.02, bevel=0.012).moved(0, 0.205, 0.205))
    rng = look.rng("coins")
    coins = []
    for _ in range(70):
        x, z = rng.uniform(-0.26, 0.26), rng.uniform(-0.15, 0.16)
        y = 0.285 + 0.10 * math.exp(-((x / 0.2) ** 2) - ((z / 0.14) ** 2)) + rng.uniform(-0.01, 0.012)
        coin = cylinder(0.034, 0.008, "#f2c14e", 0.7, bevel=0.002, steps=20).finished(metal=0.85)
        coins.append(
            coin.turned(rng.uniform(0, 360), rng.uniform(-38, 38), rng.uniform(-38, 38)).moved(x, y, z)
        )
    gems = [
        ball(0.022, (x, 0.375, z), colour, 1.0, steps=10)
        for x, z, colour in ((-0.10, 0.10, "#d8353f"), (0.12, 0.05, "#2f7fd8"), (0.02, 0.12, "#2fae6a"))
    ]
    return Model(
        mesh=join(base, lid, *bands, lock, *coins, *gems),
        anchors={"inside": Anchor(at=(0, 0.33, 0), size=0.4)},
        lamps=(Lamp(at=(0, 0.38, 0.1), radius=0.4, colour="#ffd76a", strength=0.5),),
    )
