"""Pairs: boots, slippers, socks, gloves; and a necktie."""

from __future__ import annotations

import math

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.noise import smoothstep
from waa.painter.props.dough import slumped
from waa.painter.props.wear import worn
from waa.painter.shapes import ellipse, smooth
from waa.painter.solid.clay import Clay
from waa.painter.solid.detail import painted_finely
from waa.painter.solid.leaf import leaf
from waa.painter.solid.loft import Ring, loft
from waa.painter.solid.mesh import Mesh, ball, cylinder, extrude, join, torus, tube
from waa.painter.solid.model import Anchor, Model
from waa.painter.solid.relief import raised


def pair(one: Mesh, apart: float, turn: float = 7.0) -> Model:
    """One and its mirror image beside it, toes a little out."""
    right = one.turned(yaw=turn).moved(x=apart / 2)
    left = one.scaled(-1, 1, 1).turned(yaw=-turn).moved(x=-apart / 2)
    mesh = join(right, left)
    top = float(mesh.high[1])
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.7 * top, 0)), "top": Anchor(at=(0, top, 0)),
        "inside": Anchor(at=(apart / 2, top, 0), size=apart * 0.5)})  # fmt: skip


def _open(mesh: Mesh, height: float) -> Mesh:
    """Cut off level: what a foot goes into."""
    return mesh.kept((mesh.vertices[mesh.faces, 1] < height).all(1))


@draws("boots", "wellington_boots", yaw=-34)
def boots(look: Look) -> Model:
    """Knee boots of leather with a strap and its buckle, 34 cm; for the rain they are of yellow rubber."""
    rubber = look.concept == "wellington_boots"
    leather = look.tint("#f6c12a" if rubber else "#8a5230")
    sole = "#2c2320"
    clay = Clay(0.03)
    clay.limb((0, 0.045, 0.095), (0, 0.055, 0.02), 0.036, 0.040, leather)
    clay.ball((0, 0.042, 0.112), (0.046, 0.034, 0.054), leather, blend=0.02)
    clay.ball((0, 0.055, -0.060), (0.042, 0.046, 0.046), leather)
    clay.limb((0, 0.080, -0.050), (0, 0.180, -0.052), 0.044, 0.050, leather)
    clay.limb((0, 0.180, -0.052), (0, 0.315, -0.056), 0.052, 0.057, leather)
    upper = _open(clay.mesh(72, gloss=0.85 if rubber else 0.5), 0.346)
    outline = smooth([(0.0, 0.170), (0.036, 0.145), (0.046, 0.100), (0.036, 0.040), (0.036, -0.060), (0.026, -0.104),
        (0.0, -0.112), (-0.026, -0.104), (-0.036, -0.060), (-0.032, 0.040), (-0.042, 0.100), (-0.034, 0.145)],
        steps=5)  # fmt: skip
    plate = extrude(outline * np.array([1.06, 1.02]), 0.016, sole, 0.3).turned(pitch=90).moved(y=0.020)
    heel = extrude(ellipse(0, -0.068, 0.034, 0.038), 0.026, sole, 0.3).turned(pitch=90).moved(y=0.004)
    lifted = join(upper.moved(y=0.012), plate, heel).moved(y=0.010)
    cuff = torus(0.0550, 0.0098, shift(leather, 0, 1, 0.8), 0.4).moved(0, 0.352, -0.056)
    dark = cylinder(0.053, 0.006, mix(leather, "#1a0e08", 0.75), 0.1, steps=32).moved(0, 0.350, -0.056)
    strap = (
        torus(0.0530, 0.0085, shift(leather, 0, 1.02, 0.72), 0.45).scaled(1, 1.1, 1).moved(0, 0.135, -0.050)
    )
    buckle = (
        torus(0.013, 0.0035, "#e2b64a", 0.7, steps=24)
        .turned(roll=90)
        .moved(0.060, 0.135, -0.040)
        .finished(metal=0.9)
    )
    whole = join(lifted, dark, cuff) if rubber else join(lifted, dark, cuff, strap, buckle)
    return pair(whole.moved(y=-float(whole.low[1])), 0.135)


@draws("slippers", yaw=-30)
def slippers(look: Look) -> Model:
    """Flip-flops of blue and white rubber, as every Hong Kong family has them; of wool for the home if they are soft."""
    strap = look.tint("#2f6fc0")
    if {"fluffy", "soft", "warm", "furry"} & set(look.traits):
        return pair(_mule(look.tint("#e89ab4")), 0.125, 5)
    outline = smooth([(0.0, 0.132), (0.034, 0.118), (0.046, 0.075), (0.040, 0.010), (0.033, -0.060), (0.028, -0.110),
        (0.0, -0.130), (-0.028, -0.110), (-0.034, -0.060), (-0.036, 0.010), (-0.038, 0.075), (-0.026, 0.118)],
        steps=6)  # fmt: skip
    layers = [extrude(outline, 0.010, c, 0.25).turned(pitch=90).moved(y=y) for c, y in ((strap, 0.005), ("#fffdf6", 0.015),
        (strap, 0.025))]  # fmt: skip
    top = extrude(outline * 0.985, 0.004, "#fbf8ef", 0.2).turned(pitch=90).moved(y=0.0315)
    straps = []
    for side in (-1, 1):
        path = smooth([(side * 0.001, 0.038, 0.070), (side * 0.012, 0.052, 0.050), (side * 0.028, 0.056, 0.020),
            (side * 0.037, 0.046, -0.010), (side * 0.036, 0.028, -0.032)], closed=False, steps=6)  # fmt: skip
        band = tube(path, np.linspace(0.0055, 0.0072, len(path)).tolist(), strap, 0.4, steps=12)
        straps.append(band)
    knob = tube([(0, 0.026, 0.074), (0, 0.046, 0.070)], [0.0045, 0.0065], strap, 0.4, steps=12)
    return pair(join(*layers, top, *straps, knob), 0.112)


def _mule(wool: Array) -> Mesh:
    """A soft slipper, its toe covered."""
    clay = Clay(0.02).ball((0, 0.040, 0.060), (0.050, 0.042, 0.072), wool)
    clay.limb((0, 0.018, 0.05), (0, 0.018, -0.095), 0.036, 0.036, wool, blend=0.03)
    clay.ball((0, 0.066, -0.050), (0.036, 0.044, 0.092), mix(wool, "#ffffff", 0.55), blend=0.008, carves=True)
    fur = (
        torus(0.040, 0.016, mix(wool, "#ffffff", 0.75), 0.05)
        .scaled(1, 1.1, 0.8)
        .turned(pitch=-50)
        .moved(0, 0.058, 0.022)
    )
    ears = [
        ball((0.011, 0.026, 0.007), (s * 0.022, 0.094, 0.052), mix(wool, "#ffffff", 0.4), 0.1, steps=12)
        for s in (-1, 1)
    ]
    eyes = [ball(0.005, (s * 0.018, 0.066, 0.108), "#2a2422", 0.7, steps=10) for s in (-1, 1)]
    mesh = join(clay.mesh(52, gloss=0.06), fur, *ears, *eyes)
    return slumped(mesh, 0.010).moved(y=-0.010)


@draws("socks", yaw=-26)
def socks(look: Look) -> Model:
    """A striped pair, standing: cuff, heel and toe of another colour."""
    wool = look.tint("#e0574a")
    pale = mix(wool, "#fff3dc", 0.85)
    clay = Clay(0.03)
    clay.limb((0, 0.046, 0.085), (0, 0.048, 0.0), 0.040, 0.042, wool)
    clay.ball((0, 0.044, -0.040), (0.042, 0.044, 0.044), wool)
    clay.limb((0, 0.060, -0.036), (0, 0.235, -0.042), 0.043, 0.046, wool)
    knit = _open(clay.mesh(68, gloss=0.05), 0.257)
    v = knit.vertices
    leg = smoothstep(0.085, 0.090, v[:, 1])
    band = np.where(((v[:, 1] - 0.09) / 0.026 % 1) < 0.5, 1.0, 0.0) * leg
    toe = smoothstep(0.080, 0.084, v[:, 2]) * (1 - leg)
    heel = smoothstep(0.050, 0.046, np.hypot(v[:, 2] + 0.060, v[:, 1] - 0.036)) * (1 - leg)
    cuff = smoothstep(0.222, 0.224, v[:, 1])
    colours = knit.colours + (pale - knit.colours) * np.clip(band + toe + heel, 0, 1)[:, None].astype(F)
    colours = colours + (shift(wool, 0, 1, 0.85) - colours) * cuff[:, None]
    ribs = np.cos(np.arctan2(v[:, 0], v[:, 2] + 0.042) * 22) * cuff * F(0.0012)
    rim = torus(0.0430, 0.0050, shift(wool, 0, 1, 0.85), 0.05).moved(0, 0.257, -0.042)
    dark = cylinder(0.041, 0.004, mix(wool, "#2a1210", 0.65), 0.05, steps=32).moved(0, 0.2555, -0.042)
    return pair(join(raised(knit.painted(colours.astype(F)), ribs), rim, dark), 0.115, 9)


@draws("gloves", yaw=-6)
def gloves(look: Look) -> Model:
    """A knitted pair, standing side by side on their cuffs, fingers up."""
    wool = look.tint("#c8463f")
    clay = Clay(0.012)
    clay.ball((0, 0.105, 0), (0.046, 0.052, 0.024), wool)
    clay.limb((0, 0.030, 0), (0, 0.085, 0), 0.030, 0.034, wool, blend=0.02)
    for x, tall, lean in (
        (-0.034, 0.052, -0.014),
        (-0.012, 0.066, -0.004),
        (0.011, 0.063, 0.004),
        (0.032, 0.048, 0.013),
    ):
        clay.limb((x, 0.130, 0), (x + lean, 0.142 + tall, 0), 0.0135, 0.0115, wool, blend=0.009)
    clay.limb((0.034, 0.084, 0.004), (0.074, 0.128, 0.008), 0.0165, 0.0125, wool, blend=0.02)
    hand = clay.mesh(66, gloss=0.05)
    v = hand.vertices
    pale = mix(wool, "#fff3dc", 0.85)
    stitches = np.sin(v[:, 1] * 900) * np.cos(v[:, 0] * 620) * F(0.0004)
    hand = raised(hand, stitches)
    snow = _flake(clay, 0.024, pale)
    cuff = loft([Ring(at=(0, 0, 0), wide=0.040, deep=0.032, fold=0.03), Ring(at=(0, 0.02, 0), wide=0.041, deep=0.033,
        fold=0.03), Ring(at=(0, 0.046, 0), wide=0.040, deep=0.032, fold=0.03)], pale, folds=22, around=132, thickness=0.004,
        closed=True)  # fmt: skip
    return pair(join(hand, snow, cuff), 0.150, -4)


def _flake(hand: Clay, radius: float, colour: Colour) -> Mesh:
    """A snow star knitted into the back of a hand."""
    lines = []
    for k in range(6):
        a = k * math.pi / 3
        out, side = np.array([math.sin(a), math.cos(a)]), np.array([math.cos(a), -math.sin(a)])
        lines.append([0 * out, out * radius])
        lines += [[out * radius * 0.5, (out * 0.85 + side * s * 0.32) * radius] for s in (-1, 1)]
    threads = []
    for start, end in lines:
        flat = start + (end - start) * np.linspace(0, 1, 5)[:, None]
        found, _ = hand.surface([(x, 0.110 + y, 0.1) for x, y in flat], (0, 0, -1))
        threads.append(tube(found, 0.0021, colour, 0.05, steps=6))
    return join(*threads)


@draws("necktie", yaw=0)
def necktie(look: Look) -> Model:
    """A striped silk tie on its collar loop; worn, it hangs before the chest."""
    silk = look.tint("#2f4a9a")
    blade = _silk([(0, -0.05, 0.44), (0, -0.70, 0.52), (0, -1.60, 0.50)], 0.36, 0.09, silk,
        (0.34, 0.42, 0.50, 0.58, 0.67, 0.76, 0.85, 0.93, 1.0, 0.02))  # fmt: skip
    knot = _silk(
        [(0, 0.12, 0.44), (0, -0.02, 0.475), (0, -0.19, 0.475)],
        0.25,
        0.14,
        silk,
        (0.86, 1.0, 0.86, 0.66, 0.52, 0.4),
    )
    band = (
        torus(0.43, 0.050, shift(silk, 0, 1, 0.8), 0.25)
        .scaled(1, 1.3, 1)
        .turned(pitch=16)
        .moved(0, 0.14, -0.01)
    )
    return worn(join(band, blade, knot))


def _silk(path: list[tuple[float, float, float]], wide: float, thick: float, colour: Array,
          outline: tuple[float, ...]) -> Mesh:  # fmt: skip
    """A padded strip with stripes aslant."""
    strip = leaf(path, (0, 0, 1), wide, thick, colour, outline=outline, gloss=0.45, steps=40, across=21)
    pale = mix(colour, "#ffd27a", 0.8)

    def striped(v: Array, n: Array, c: Array) -> Array:
        lines = ((v[:, 0] * 0.7 + v[:, 1]) / 0.21) % 1
        return (c + (pale - c) * (lines < 0.30).astype(F)[:, None]).astype(F)

    return painted_finely(strip, striped, levels=3)
