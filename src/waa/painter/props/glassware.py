"""What is full to the brim: a mug of hot chocolate, champagne, a goldfish bowl, a fish tank."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, F, mix, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.dough import blend, lumpy, over, pillow
from waa.painter.props.drinks import GLASS, served
from waa.painter.props.serving import is_held
from waa.painter.props.tableware import PORCELAIN, drink, handle, spun
from waa.painter.shapes import smooth
from waa.painter.solid.leaf import leaf
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe, torus
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import noise3

WATER = "#9fd6ea"


@draws("horlicks", yaw=-20)
def horlicks(look: Look) -> Model:
    """A mug of hot chocolate with marshmallows, cocoa dusted over them."""
    rng = look.rng("mug")
    glaze = look.tint("#c8433a")
    body = join(spun([(0, 0.003), (0.030, 0.003), (0.032, 0), (0.0365, 0), (0.0405, 0.006), (0.0425, 0.030),
        (0.0435, 0.086)], glaze), spun([(0.0435, 0.086), (0.0437, 0.0895), (0.0420, 0.0915), (0.0400, 0.0905),
        (0.0392, 0.086)], PORCELAIN), spun([(0.0392, 0.086), (0.0385, 0.060)], PORCELAIN))  # fmt: skip
    level = 0.0825
    chocolate = drink(0.0390, level, "#6a3a20", rim="#a8714a", gloss=0.6).finished(glow=0.12)
    sweets = []
    places = ((-0.018, 0.016, 0), (0.012, 0.021, 0), (-0.002, -0.010, 0), (0.023, -0.004, 0), (-0.024, -0.010, 0),
        (-0.004, 0.008, 0.013), (0.012, 0.002, 0.012))  # fmt: skip
    for k, (x, z, y) in enumerate(places):
        puff = pillow(0.0185, 0.0155, 0.0185, ("#fff8ee", "#ffd3dc")[k % 2], 0.3, power=5, steps=14)
        dust = smoothstep(0.60, 0.75, noise3(puff.vertices + F(k), 0.003, rng, 2)) * (
            puff.vertices[:, 1] > 0.009
        )
        puff = puff.painted(over(puff.colours, "#7a4526", dust * F(0.8)))
        sweets.append(puff.turned(yaw=k * 37, roll=(k * 29) % 24 - 12).moved(x, level - 0.001 + y, z))
    mug = join(body, handle(0.0420, 0.024, 0.074, 0.028, 0.0062, glaze), chocolate, *sweets)
    return served(mug, level, 0.07, steams=True)


# -- champagne ---------------------------------------------------------------------------------------------------


@draws("champagne", yaw=-8)
def champagne(look: Look) -> Model:
    """A bottle with its gold foil and two full flutes; one flute in the hand."""
    rng = look.rng("bubbles")
    flute, glass = _flute(rng)
    if is_held(look):
        return Model(mesh=flute, glass=glass, anchors={"grip": Anchor(at=(0, 0.06, 0))})
    bottle = _champagne_bottle(look)
    places = ((0.074, 0.030), (-0.066, 0.056))
    return Model(
        mesh=join(bottle, *(flute.moved(x, 0, z) for x, z in places)),
        glass=join(*(glass.moved(x, 0, z) for x, z in places)),
        anchors={"grip": Anchor(at=(0, 0.14, 0)), "top": Anchor(at=(0, 0.32, 0), size=0.03)},
    )


def _champagne_bottle(look: Look) -> Mesh:
    """32 cm: sloping shoulders, foil down the neck, a label."""
    green = look.tint("#1f4a34")
    body = lathe(smooth([(0, 0.012), (0.022, 0.004), (0.040, 0), (0.0445, 0.005), (0.0450, 0.020), (0.0450, 0.110),
        (0.0425, 0.150), (0.030, 0.200), (0.0190, 0.245), (0.0160, 0.285), (0.0158, 0.300), (0, 0.301)], closed=False,
        steps=5), green, 0.9, steps=64, crease=75)  # fmt: skip
    foil = lathe(smooth([(0.0255, 0.222), (0.0220, 0.240), (0.0175, 0.270), (0.0172, 0.288), (0.0195, 0.292),
        (0.0195, 0.306), (0.0170, 0.318), (0.010, 0.323), (0, 0.324)], closed=False, steps=5), "#e8b93c", 0.6, steps=56,
        crease=75)  # fmt: skip
    turn = np.arctan2(foil.vertices[:, 0], foil.vertices[:, 2])
    crumple = np.sin(turn * 13 + foil.vertices[:, 1] * 300) * 0.0005
    foil = replace(foil, vertices=(foil.vertices + foil.normals * crumple[:, None]).astype(F)).finished(
        metal=0.85
    )
    flat = lettered(
        "香檳", 0.052, 0.066, "#8a6a1c", "#f8f0da", rows=44, fill=0.6, font="serif-900", vertical=True
    )
    angle = flat.vertices[:, 0] / F(0.0457)
    vertices = np.stack(
        [np.sin(angle) * 0.0457, flat.vertices[:, 1] + 0.072, np.cos(angle) * 0.0457], -1
    ).astype(F)
    label = replace(
        flat, vertices=vertices, normals=np.stack([np.sin(angle), 0 * angle, np.cos(angle)], -1).astype(F)
    )
    collar = lathe(
        [(0.0316, 0.197), (0.0330, 0.199), (0.0285, 0.212), (0.0275, 0.212)], "#e8b93c", 0.5, steps=56
    )
    return join(body, foil, label, collar.finished(metal=0.7))


def _flute(rng: np.random.Generator) -> tuple[Mesh, Mesh]:
    """(what is opaque, the glass): a tall narrow glass, 21 cm, with strings of bubbles."""
    wine: Colour = "#ffd76a"
    bowl = smooth([(0.0040, 0.088), (0.0120, 0.096), (0.0215, 0.124), (0.0245, 0.158), (0.0235, 0.190), (0.0215, 0.208)],
        closed=False, steps=8)  # fmt: skip
    level = 0.180
    wide = float(np.interp(level, bowl[:, 1], bowl[:, 0]))
    walls = lathe(np.insert(bowl, int((bowl[:, 1] <= level).sum()), [[wide, level], [wide, level + 1e-4]], axis=0), GLASS,
        0.9, steps=48, crease=180)  # fmt: skip
    wet = walls.vertices[:, 1] <= level + 5e-5
    surface = walls.surface.copy()
    surface[wet, 1] = 0.5
    walls = replace(walls.painted(np.where(wet[:, None], rgb(wine), walls.colours)), surface=surface)
    stem = lathe(smooth([(0.030, 0.0), (0.0295, 0.0016), (0.010, 0.004), (0.0036, 0.012), (0.0030, 0.050),
        (0.0036, 0.080), (0.0052, 0.090)], closed=False, steps=5), GLASS, 0.9, steps=36,
        crease=180).finished(glow=0.22)  # fmt: skip
    inner = bowl[bowl[:, 1] <= level] * np.array([0.94, 1.0])
    far = lathe(np.concatenate([inner[::-1], [[0, inner[0, 1]]]]), mix(wine, "#e0962a", 0.45), 0.2, steps=40,
        crease=180).finished(glow=0.5)  # fmt: skip
    top = drink(wide * 0.95, level, wine, rim="#fff6d8", gloss=0.85).finished(glow=0.3)
    pearls = []
    for _ in range(26):
        y = float(rng.uniform(0.105, level))
        reach, a = 0.7 * float(np.interp(y, bowl[:, 1], bowl[:, 0])), float(rng.uniform(-1.4, 1.4))
        pearls.append(ball(float(rng.uniform(0.0008, 0.0016)), (reach * math.sin(a), y, reach * math.cos(a)), "#fff8dc",
            0.8, steps=5).finished(glow=0.5))  # fmt: skip
    return join(far, top, *pearls), join(walls, stem)


# -- for fish ----------------------------------------------------------------------------------------------------


def _pebbles(places: list[tuple[float, float, float]], size: float, rng: np.random.Generator) -> Mesh:
    colours = ("#f2d9a8", "#e8b27a", "#fff0d4", "#c9a684", "#8fb6c9", "#f0a08a")
    return join(*(ball((size * float(rng.uniform(0.8, 1.2)), size * 0.7, size), at, colours[k % 6], 0.4, steps=8)
        for k, at in enumerate(places)))  # fmt: skip


def _weed(tall: float, colour: Colour, lean: float, rng: np.random.Generator) -> Mesh:
    """A water plant: ribbons waving upwards from the origin."""
    blades = []
    for k in range(6):
        reach = tall * float(rng.uniform(0.6, 1.0))
        sway = lean + float(rng.uniform(-0.3, 0.3))
        path = [(0.02 * tall * k - 0.05 * tall, 0, 0), (0.10 * tall * sway, reach * 0.35, 0.03 * tall),
            (0.32 * tall * sway, reach * 0.7, -0.03 * tall), (0.30 * tall * sway, reach, 0)]  # fmt: skip
        shade = mix(colour, "#d8f08a", float(rng.uniform(0, 0.4)))
        blades.append(leaf(path, (0, 0.1, 1), 0.15 * tall, 0.014 * tall, shade, cup=0.2, steps=12, across=7).turned(
            yaw=k * 60))  # fmt: skip
    return join(*blades)


def _clear(mesh: Mesh, opacity: float, colour: Colour) -> Mesh:
    """See-through: `opacity` is how much it covers what is behind it."""
    return mesh.painted(colour).finished(glow=opacity, gloss=0.9)


@draws("goldfish_bowl")
def goldfish_bowl(look: Look) -> Model:
    """A round bowl of water with pebbles and weed, 26 cm; whoever lives in it comes to `inside`."""
    rng = look.rng("bowl")
    r, level = 0.130, 0.178
    t = np.linspace(-1.22, 0.86, 44)
    outer = np.column_stack([r * np.cos(t), 0.122 + r * np.sin(t) * 0.98])
    outer = np.concatenate([[(0.0, 0.0), (0.044, 0.0)], outer, [(0.094, 0.224), (0.098, 0.228)]])
    wall = _clear(lathe(outer, GLASS, 0.9, steps=72, crease=180), 0.08, GLASS)
    lip = torus(0.097, 0.0034, GLASS, 0.9).moved(y=0.228).finished(glow=0.45)
    wide = float(np.interp(level, outer[2:-2, 1], outer[2:-2, 0]))
    wet = outer[(outer[:, 1] <= level)] * np.array([0.97, 1])
    back = lathe(np.concatenate([[(wide * 0.97, level)], wet[::-1]]), WATER, 0.3, steps=64, crease=180)
    back = back.painted(blend("#c9ecf6", "#6fb9da", smoothstep(level, 0.02, back.vertices[:, 1]))).finished(
        glow=0.35
    )
    top = lathe([(wide * 0.97, level), (wide * 0.5, level), (0, level)], WATER, 0.9, steps=64, crease=180)
    rings = [torus(wide * 0.96, 0.0016, "#ffffff", 0.9).moved(y=level).finished(glow=0.5)]
    floor = []
    for k in range(70):
        reach, a = 0.078 * math.sqrt((k + 0.5) / 70), k * 2.39996
        floor.append(
            (reach * math.sin(a), 0.017 + 1.6 * reach * reach + 0.003 * (k % 3), reach * math.cos(a))
        )
    weed = join(_weed(0.125, "#4fae4a", 0.6, rng).moved(-0.052, 0.018, -0.020),
        _weed(0.085, "#3a9a6a", -0.5, rng).moved(0.056, 0.020, -0.028))  # fmt: skip
    mesh = join(back, _pebbles(floor, 0.0095, rng), weed)
    return Model(mesh=mesh, glass=join(_clear(top, 0.30, WATER), *rings, wall, lip),
        anchors={"inside": Anchor(at=(0.012, 0.105, 0.010), size=0.14), "grip": Anchor(at=(0, 0.11, 0)),
        "top": Anchor(at=(0, 0.228, 0), size=0.16)})  # fmt: skip


@draws("fish_tank", yaw=-16)
def fish_tank(look: Look) -> Model:
    """A glass tank, 60 cm, with its lit lid: gravel, rocks, plants, bubbles; the fish come to `inside`."""
    rng = look.rng("tank")
    w, h, d, level = 0.60, 0.38, 0.28, 0.315
    frame = look.tint("#26303a")
    base = box(w + 0.012, 0.022, d + 0.012, frame, 0.4, bevel=0.004)
    lid = box(w + 0.012, 0.036, d + 0.012, frame, 0.4, bevel=0.008).moved(y=h - 0.03)
    lamp = box(w - 0.06, 0.006, 0.05, "#fff8e0", 0.3).finished(glow=0.9).moved(y=h - 0.037)
    posts = [box(0.008, h - 0.03, 0.008, mix(frame, "#8fd0e0", 0.3), 0.6).moved(x, 0.01, z)
        for x in (-w / 2, w / 2) for z in (-d / 2, d / 2)]  # fmt: skip
    back = box(w - 0.006, level - 0.02, 0.006, WATER, 0.3).moved(0, 0.02, -d / 2 + 0.006)
    back = back.painted(blend("#1f86c8", "#8fe4fa", smoothstep(0.02, level, back.vertices[:, 1]))).finished(
        glow=0.62
    )
    sides = [box(0.004, level - 0.02, d - 0.012, "#3fa4d8", 0.3).finished(glow=0.5).moved(x, 0.02, 0)
        for x in (-w / 2 + 0.006, w / 2 - 0.006)]  # fmt: skip
    sand = lumpy(box(w - 0.016, 0.040, d - 0.02, "#ecd09a", 0.2, bevel=0.01).moved(y=0.014), 0.003, 0.03, rng)
    spots = [(float(rng.uniform(-0.27, 0.27)), 0.054, float(rng.uniform(-0.11, 0.12))) for _ in range(44)]
    rocks = [lumpy(ball((0.058, 0.062, 0.044), (-0.150, 0.076, -0.040), "#7c8a92", 0.2, steps=20), 0.010, 0.03, rng),
        lumpy(ball((0.040, 0.036, 0.034), (-0.088, 0.066, -0.010), "#96a3a8", 0.2, steps=16), 0.007, 0.03,
        rng)]  # fmt: skip
    weed = [_weed(tall, c, lean, rng).moved(x, 0.050, z) for x, z, tall, c, lean in (
        (-0.235, -0.03, 0.20, "#2fae3e", 0.3), (0.205, -0.05, 0.235, "#4cc43c", -0.3), (0.250, 0.03, 0.14, "#e0406a", -0.2),
        (-0.055, -0.07, 0.16, "#3a9a6a", 0.2))]  # fmt: skip
    air = [ball(0.0045 + 0.0012 * (k % 3), (0.128 + 0.008 * math.sin(k * 2.1), 0.075 + 0.026 * k, -0.02), "#f4fdff", 0.9,
        steps=9).finished(glow=0.6) for k in range(9)]  # fmt: skip
    mesh = join(
        base, lid, lamp, *posts, back, *sides, sand, _pebbles(spots, 0.0095, rng), *rocks, *weed, *air
    )
    top = box(w - 0.020, 0.002, d - 0.024, "#e6fbff", 0.9).moved(y=level)
    pane = box(w - 0.004, h - 0.05, 0.003, WATER, 0.95).moved(0, 0.02, d / 2 + 0.001)
    glass = join(_clear(top, 0.25, "#e6fbff"), _clear(pane, 0.02, WATER))
    return Model(mesh=mesh, glass=glass, anchors={"inside": Anchor(at=(0.02, 0.185, 0.03), size=0.4),
        "top": Anchor(at=(0, h + 0.006, 0), size=0.5), "grip": Anchor(at=(0, 0.18, 0))})  # fmt: skip
