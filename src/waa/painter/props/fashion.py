"""What people wear and carry, as products on show: bags, shoes, jewellery, a watch, a case, a hat."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.props.cosmetics import GOLD, SILVER, metal
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, mirrored, torus, tube
from waa.painter.solid.model import Anchor, Model


@draws("handbag", yaw=-24)
def handbag(look: Look) -> Model:
    """A structured bag with a flap, a round clasp and two handles, 24 cm wide."""
    leather = look.tint("#b5543f")
    dark = shift(leather, 0, 1.05, 0.78)
    front = smooth(
        [
            (-0.118, 0.004),
            (0, 0.0),
            (0.118, 0.004),
            (0.112, 0.10),
            (0.098, 0.165),
            (0, 0.172),
            (-0.098, 0.165),
            (-0.112, 0.10),
        ],
        steps=5,
    )
    body = extrude(front, 0.085, leather, 0.36)
    piping = mirrored_z(
        tube(
            np.column_stack([np.vstack([front, front[:1]]), np.full(len(front) + 1, 0.0425)]),
            0.0035,
            dark,
            0.4,
            caps=False,
        )
    )
    flap = extrude(
        smooth(
            [
                (-0.100, 0.168),
                (0.100, 0.168),
                (0.108, 0.120),
                (0.060, 0.082),
                (0, 0.074),
                (-0.060, 0.082),
                (-0.108, 0.120),
            ],
            steps=5,
        ),
        0.006,
        mix(leather, "#ffffff", 0.06),
        0.4,
    ).moved(0, 0, 0.0455)
    clasp = metal(cylinder(0.013, 0.006, bevel=0.0015).turned(0, 90, 0).moved(0, 0.086, 0.053))
    handles = [
        tube(
            bezier(
                (-0.060, 0.165, z), (-0.058, 0.275, z * 1.4), (0.058, 0.275, z * 1.4), (0.060, 0.165, z), 24
            ),
            0.0058,
            dark,
            0.4,
        )
        for z in (-0.030, 0.030)
    ]
    rings = [
        metal(torus(0.010, 0.0024, steps=24).turned(0, 90, 0).moved(x, 0.168, z))
        for x in (-0.060, 0.060)
        for z in (-0.032, 0.032)
    ]
    return Model(
        mesh=join(body, piping, flap, clasp, *handles, *rings),
        anchors={"grip": Anchor(at=(0, 0.245, 0)), "top": Anchor(at=(0, 0.17, 0))},
    )


def mirrored_z(mesh: Mesh) -> Mesh:
    """The mesh and its twin across z = 0."""
    return join(mesh, mesh.scaled(1, 1, -1))


def _shoe_upper(colour: Colour, toe: Colour, heel_height: float = 0.0) -> Clay:
    """The foot of a shoe along z, toe to the viewer; 28 cm long."""
    h = heel_height
    clay = Clay(0.03)
    clay.ball((0, 0.052, 0.075), (0.046, 0.036, 0.062), toe, blend=0.02)
    clay.ball((0, 0.060 + 0.3 * h, 0.010), (0.044, 0.046, 0.070), colour)
    clay.ball((0, 0.068 + h, -0.070), (0.042, 0.050, 0.056), colour)
    clay.ball((0, 0.105 + h, -0.068), (0.037, 0.036, 0.040), colour)
    return clay


@draws("sneaker", yaw=-62)
def sneaker(look: Look) -> Model:
    """A running shoe: soft upper, thick foam sole, laces, a side stripe."""
    colour = look.tint("#f1efe9")
    accent = mix("#e2503f", colour, 0.15) if look.colour in (None, "white") else mix(colour, "#ffffff", 0.75)
    clay = _shoe_upper(colour, mix(colour, "#ffffff", 0.2))
    clay.ball((0, 0.128, -0.066), (0.027, 0.060, 0.030), "#39363f", blend=0.008, carves=True)
    upper = clay.mesh(72, gloss=0.16)
    foam = Clay(0.03)
    for x, y, z, wide in (
        (0, 0.030, 0.085, 0.046),
        (0, 0.026, 0.02, 0.043),
        (0, 0.030, -0.04, 0.044),
        (0, 0.036, -0.085, 0.045),
    ):
        foam.ball((x, y, z), (wide, 0.024 + 0.08 * max(0, -z) * 0.1, 0.062), "#fdfcf8")
    foam.ball((0, 0.040, 0.140), (0.030, 0.016, 0.020), "#fdfcf8")
    sole = foam.mesh(56, gloss=0.2)
    tread = sole.painted(shift(accent, 0, 1, 0.9)).scaled(0.97, 0.5, 0.985)
    laces = [
        tube(
            [
                (-0.026, 0.092 + 0.010 * k, 0.040 - 0.021 * k),
                (0, 0.104 + 0.011 * k, 0.044 - 0.021 * k),
                (0.026, 0.092 + 0.010 * k, 0.040 - 0.021 * k),
            ],
            0.0042,
            "#ffffff",
            0.15,
            steps=8,
        )
        for k in range(4)
    ]
    stripes = mirrored(
        tube(
            _on_side(clay, [(0.06, 0.055), (0.02, 0.075), (-0.03, 0.060), (-0.075, 0.088)]),
            0.0052,
            accent,
            0.3,
            steps=8,
        )
    )
    collar = torus(0.0285, 0.0095, mix(colour, accent, 0.75), 0.15).scaled(1, 1, 1.12).moved(0, 0.130, -0.068)
    return Model(
        mesh=join(upper, sole, tread, stripes, collar, *laces),
        anchors={"inside": Anchor(at=(0, 0.13, -0.066), size=0.05)},
    )


def _on_side(clay: Clay, points: list[tuple[float, float]]) -> Array:
    """(z, y) points laid on the right side of a shoe."""
    line = smooth([(z, y) for z, y in points], closed=False, steps=6)
    found, _ = clay.surface([(0.2, y, z) for z, y in line], (-1, 0, 0))
    return found + np.array([0.001, 0, 0], F)


@draws("high_heels", yaw=-64)
def high_heels(look: Look) -> Model:
    """A pump with a slim heel, one shoe in front of its pair."""
    colour = look.tint("#c3283b")
    one = _pump(colour)
    return Model(mesh=join(one, one.moved(0.085, 0, -0.05).turned(4)).moved(-0.04, 0, 0.02))


def _pump(colour: Colour) -> Mesh:
    """Seen from the side: toe box, steep arch, heel cup, a slim heel, dark inside."""
    clay = Clay(0.022)
    clay.limb((0, 0.016, 0.085), (0, 0.016, 0.122), 0.030, 0.010, colour)
    clay.ball((0, 0.022, 0.070), (0.034, 0.024, 0.046), colour)
    clay.strand(
        [(0, 0.018, 0.050), (0, 0.034, 0.010), (0, 0.066, -0.035), (0, 0.098, -0.080)], 0.024, 0.022, colour
    )
    clay.ball((0, 0.112, -0.092), (0.028, 0.034, 0.030), colour)
    clay.ball((0, 0.128, -0.074), (0.021, 0.046, 0.030), "#3b1418", blend=0.008, carves=True)
    for start, end in (((0, 0.116, -0.05), (0, 0.088, -0.005)), ((0, 0.088, -0.005), (0, 0.056, 0.048))):
        clay.limb(start, end, 0.0215, 0.021, "#3b1418", blend=0.008, carves=True)
    upper = clay.mesh(80, gloss=0.62)
    heel = tube(
        [(0, 0.098, -0.108), (0, 0.050, -0.101), (0, 0.004, -0.094)],
        [0.016, 0.0062, 0.0046],
        shift(colour, 0, 1, 0.85),
        0.6,
    )
    return join(upper, heel, cylinder(0.006, 0.006, "#1d1a20", 0.3).moved(0, 0, -0.094))


@draws("watch", yaw=-18)
def watch(look: Look) -> Model:
    """A wrist-watch on a small cushion: steel case, cream dial, leather strap."""
    leather = look.tint("#7a4a2b")
    case = metal(
        lathe(
            [
                (0, 0),
                (0.0185, 0),
                (0.0205, 0.002),
                (0.0205, 0.007),
                (0.0195, 0.009),
                (0.0178, 0.0098),
                (0.0175, 0.009),
            ]
        ),
        SILVER,
    )
    dial = lathe([(0.0176, 0.0088), (0, 0.0088)], "#fbf7ec", 0.3)
    marks = []
    for hour in range(12):
        a = hour * math.pi / 6
        long = 0.0034 if hour % 3 == 0 else 0.002
        mark = box(0.0010, 0.0004, long, "#3a3030" if hour % 3 else "#b9883c", 0.4, bevel=0.0001)
        marks.append(mark.moved(0, 0.0089, 0.0150 - long / 2).turned(math.degrees(a)))
    hands = [
        box(w, 0.0005, length, "#2b2626", 0.5, bevel=0.0002).moved(0, 0.0094, length / 2 - 0.0015).turned(a)
        for w, length, a in ((0.0016, 0.0098, 180 - 300), (0.0012, 0.0140, 180 - 60))
    ]
    face = join(case, dial, *marks, *hands, ball(0.0013, (0, 0.0096, 0), "#b9883c", 0.6))
    crystal = lathe(
        smooth([(0.0177, 0.0097), (0.012, 0.0108), (0, 0.0112)], closed=False, steps=4),
        "#eef4fb",
        0.9,
        crease=80,
    )
    crown = metal(cylinder(0.0026, 0.004, bevel=0.0006).turned(0, 0, -90).moved(0.0203, 0.0045, 0), SILVER)
    strap = _strap(leather)
    lifted = join(face, crown).turned(0, 62, 0).moved(0, 0.052, 0.0235)
    glass = crystal.turned(0, 62, 0).moved(0, 0.052, 0.0235)
    pillow = Clay().ball((0, 0.034, 0), (0.030, 0.026, 0.024), "#efe6da").mesh(40)
    return Model(mesh=join(lifted, strap, pillow), glass=glass, anchors={"grip": Anchor(at=(0, 0.04, 0.02))})


def _strap(leather: Colour) -> Mesh:
    """A loop of leather round the cushion."""
    angle = np.linspace(0, 2 * math.pi, 60)
    path = np.stack([np.zeros(60), 0.034 + 0.0325 * np.sin(angle), 0.0295 * np.cos(angle)], -1)
    band = tube(path, 0.0042, leather, 0.3, caps=False, steps=12)
    wide = band.vertices.copy()
    wide[:, 0] *= 2.5
    stitched = Mesh(wide.astype(F), band.faces, band.normals, band.colours, band.surface)
    edge = [
        tube(path + np.array([x, 0, 0]), 0.0008, mix(leather, "#fff2d8", 0.7), 0.2, caps=False, steps=6)
        for x in (-0.0098, 0.0098)
    ]
    return join(stitched, *edge)


@draws("ring", yaw=-22)
def ring(look: Look) -> Model:
    """A solitaire standing upright."""
    gold = GOLD if look.colour is None else look.tint(GOLD)
    band = metal(torus(0.0098, 0.0014, steps=56).turned(0, 90, 0).moved(0, 0.0112, 0), gold)
    prongs = [
        metal(
            tube([(0, 0.0205, 0), (0.0026 * math.sin(a), 0.0246, 0.0026 * math.cos(a))], 0.0006, steps=8),
            gold,
        )
        for a in np.linspace(0, 2 * math.pi, 6, endpoint=False)
    ]
    return Model(
        mesh=join(band, *prongs, _gem(0.0036).moved(0, 0.0240, 0)), anchors={"grip": Anchor(at=(0, 0.011, 0))}
    )


def _gem(radius: float, colour: Colour = "#e8f4ff") -> Mesh:
    """A brilliant: facets of different brightness."""
    profile = [(0, -radius * 0.86), (radius, 0), (radius * 0.62, radius * 0.36), (0, radius * 0.36)]
    cut = lathe(profile, colour, 1.0, steps=9, crease=5)
    rng = np.random.default_rng(4)
    shades = 0.70 + 0.55 * rng.random(len(cut.vertices))
    return cut.painted(lambda v, n, c: np.clip(c * shades[:, None].astype(F), 0, 1.3)).finished(metal=0.35)


@draws("necklace", yaw=0)
def necklace(look: Look) -> Model:
    """Pearls on a velvet bust."""
    velvet = Clay(0.06)
    velvet.ball((0, 0.125, -0.01), (0.120, 0.085, 0.062), "#3a2f4a").limb(
        (0, 0.20, -0.014), (0, 0.300, -0.016), 0.046, 0.040, "#3a2f4a", blend=0.06
    )
    velvet.ball((0, 0.060, -0.01), (0.085, 0.060, 0.050), "#3a2f4a")
    bust = join(
        velvet.mesh(64, gloss=0.05),
        lathe([(0, 0), (0.075, 0), (0.078, 0.004), (0.070, 0.014), (0, 0.016)], "#2a2236", 0.5),
    )
    pearls = []
    for a in np.linspace(-2.5, 2.5, 27):
        x, y = 0.060 * math.sin(a * 0.62), 0.190 - 0.075 * (1 + math.cos(a * 1.05)) / 2
        found, _ = velvet.surface([(x, y, 0.2)], (0, 0, -1))
        size = 0.0052 + 0.0018 * math.cos(a / 2)
        pearls.append(ball(size, found[0] + (0, 0, size * 0.6), look.tint("#f6efe6"), 0.85, steps=12))
    return Model(mesh=join(bust, *pearls))


@draws("suitcase", yaw=-34)
def suitcase(look: Look) -> Model:
    """A ribbed hard-shell case on wheels, its handle drawn out."""
    shell = look.tint("#2f7f86")
    body = box(0.44, 0.58, 0.26, shell, 0.5, bevel=0.055).moved(0, 0.055, 0)
    ribs = [
        box(0.020, 0.46, 0.275, shift(shell, 0, 1, 0.92), 0.5, bevel=0.009).moved(x, 0.115, 0)
        for x in np.linspace(-0.15, 0.15, 6)
    ]
    seam = box(0.452, 0.592, 0.014, "#2a2d33", 0.5, bevel=0.05).moved(0, 0.049, 0)
    wheels = [
        torus(0.020, 0.013, "#22242a", 0.4, steps=24).turned(0, 0, 90).moved(x, 0.033, z)
        for x in (-0.16, 0.16)
        for z in (-0.09, 0.09)
    ]
    rods = [
        metal(tube([(x, 0.62, -0.085), (x, 0.92, -0.085)], 0.008, steps=10), SILVER) for x in (-0.085, 0.085)
    ]
    grip = tube([(-0.10, 0.925, -0.085), (0.10, 0.925, -0.085)], 0.017, "#2a2d33", 0.35)
    side = tube(
        bezier((-0.07, 0.637, 0), (-0.05, 0.672, 0), (0.05, 0.672, 0), (0.07, 0.637, 0), 14),
        0.010,
        "#2a2d33",
        0.35,
    )
    return Model(
        mesh=join(body, seam, *ribs, *wheels, *rods, grip, side),
        anchors={"top": Anchor(at=(0, 0.64, 0.02), size=0.35), "grip": Anchor(at=(0, 0.92, -0.085))},
    )


@draws("hat", yaw=-14)
def hat(look: Look) -> Model:
    """A straw hat with a ribbon; its fitting point at the origin."""
    straw = look.tint("#e6c98d")
    crown = smooth(
        [(0.098, 0.0), (0.100, 0.045), (0.088, 0.088), (0.055, 0.100), (0, 0.096)], closed=False, steps=5
    )
    brim = smooth(
        [
            (0.098, 0.002),
            (0.130, 0.004),
            (0.175, -0.004),
            (0.200, 0.004),
            (0.196, 0.010),
            (0.150, 0.010),
            (0.100, 0.010),
        ],
        closed=False,
        steps=5,
    )
    woven = join(lathe(crown, straw, 0.12, crease=80), lathe(brim, straw, 0.12, crease=80))

    def weave(vertices: Array, normals: Array, colours: Array) -> Array:
        angle = np.arctan2(vertices[:, 0], vertices[:, 2])
        rows = np.sin(np.hypot(vertices[:, 0], vertices[:, 2]) * 520 + vertices[:, 1] * 520) * np.sin(
            angle * 60
        )
        return colours * (1 + F(0.07) * rows.astype(F))[:, None]

    ribbon = lathe([(0.1015, 0.008), (0.1035, 0.012), (0.1035, 0.032), (0.1015, 0.036)], rgb("#b0383c"), 0.3)
    return Model(
        mesh=join(woven.painted(weave), ribbon),
        anchors={"grip": Anchor(at=(0, 0.02, 0.19)), "fit": Anchor(at=(0, 0, 0), size=0.19)},
    )
