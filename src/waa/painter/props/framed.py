"""A painting in its frame and a photograph on its stand; soap with its bubbles, chopsticks on their rest."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, rgb, shift
from waa.painter.noise import smoothstep
from waa.painter.props.bowls import chopsticks
from waa.painter.props.cosmetics import metal
from waa.painter.props.dough import pillow
from waa.painter.props.furniture import OAK, wooden
from waa.painter.props.tableware import PORCELAIN
from waa.painter.shapes import smooth
from waa.painter.solid.lettering import lettered, sheet
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe
from waa.painter.solid.model import Anchor, Model

GOLD = "#d9a840"


def _landscape(rows: int, columns: int) -> Array:
    """Hills, a lake and a low sun in a few flat colours: (rows, columns, 3)."""
    y, x = np.meshgrid(np.linspace(0, 1, rows), np.linspace(0, 1, columns), indexing="ij")
    picture = rgb("#f9c98a") + (rgb("#6fb3d9") - rgb("#f9c98a")) * smoothstep(0.52, 0.0, y)[..., None]

    def lay(colour: Colour, there: Array) -> None:
        nonlocal picture
        picture = picture + (rgb(colour) - picture) * np.asarray(there, F)[..., None]

    lay("#fff2c0", smoothstep(0.085, 0.070, np.hypot((x - 0.66) * columns / rows, y - 0.40)))
    for colour, low, wave, phase in (("#8a9fc4", 0.44, 0.10, 0.4), ("#5f8fa0", 0.52, 0.07, 2.2)):
        line = low - wave * np.abs(np.sin(x * 4.2 + phase)) - 0.02 * np.sin(x * 17)
        lay(colour, smoothstep(-0.008, 0.008, y - line))
    lay("#7cc0d8", smoothstep(0.585, 0.595, y))
    lay(
        "#f9d79a",
        smoothstep(0.05, 0.02, np.abs(x - 0.66) + 0.02 * np.sin(y * 90)) * smoothstep(0.60, 0.61, y) * 0.8,
    )
    shore = 0.74 + 0.07 * np.sin(x * 3.1 + 1.0)
    lay("#6fae4e", smoothstep(-0.008, 0.008, y - shore))
    lay("#4a8a3f", smoothstep(-0.008, 0.008, y - shore - 0.10 - 0.02 * np.sin(x * 26)))
    for at, tall in ((0.16, 0.34), (0.27, 0.24)):  # two firs on the shore
        foot = 0.84
        share = (y - (foot - tall)) / tall
        lay(
            "#2f6b44",
            (
                (share > 0)
                & (share < 1)
                & (np.abs(x - at) < 0.055 * share * (1 - 0.35 * ((share * 3.4) % 1)))
            ).astype(F),
        )
    return picture


def _frame(w: float, h: float, thick: float, colour: Array, *, gilt: bool) -> Mesh:
    """Four bars, mitred by overlapping, with a raised inner edge."""
    bars = [
        box(w + 2 * thick, thick, 0.030, colour, 0.5, bevel=0.008).moved(
            0, s * (h + thick) / 2 - thick / 2, 0
        )
        for s in (-1, 1)
    ]
    bars += [
        box(thick, h + thick, 0.030, colour, 0.5, bevel=0.008).moved(s * (w + thick) / 2, -(h + thick) / 2, 0)
        for s in (-1, 1)
    ]
    lip = thick * 0.22
    inner = shift(colour, 0, 1, 1.12)
    bars += [
        box(w + 2 * lip, lip, 0.040, inner, 0.5, bevel=0.003).moved(0, s * (h / 2) - lip / 2, 0)
        for s in (-1, 1)
    ]
    bars += [
        box(lip, h + lip, 0.040, inner, 0.5, bevel=0.003).moved(s * w / 2, -(h + lip) / 2, 0) for s in (-1, 1)
    ]
    whole = join(*bars)
    if not gilt:
        return wooden(whole)
    knobs = [ball((thick * 0.62, thick * 0.62, 0.020), (sx * (w + thick) / 2, sy * (h + thick) / 2, 0.010),
        colour, 0.6, steps=16)
        for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    return metal(join(whole, *knobs), "#ffffff").painted(colour)


@draws("painting", yaw=-10)
def painting(look: Look) -> Model:
    """An oil painting of a lake in a gilt frame, 70 cm, leaning back a little."""
    w, h = 0.72, 0.50
    canvas = sheet(_landscape(70, 100), w, h, gloss=0.35).moved(z=0.012)
    back = box(w + 0.02, h + 0.02, 0.010, "#5a4030").moved(0, -h / 2 - 0.01, -0.010)
    whole = join(canvas, back, _frame(w, h, 0.062, look.tint(GOLD), gilt=True)).turned(pitch=-7)
    return _standing(whole)


@draws("picture_frame", yaw=-16)
def picture_frame(look: Look) -> Model:
    """A small wooden frame with a picture of the hills, on its own strut, 26 cm."""
    w, h = 0.155, 0.205
    picture = sheet(_landscape(60, 46), w - 0.036, h - 0.048, gloss=0.4).moved(z=0.010)
    mount = box(w, h, 0.006, "#fbf6ea", 0.2).moved(0, -h / 2, 0.004)
    frame = _frame(w, h, 0.024, look.tint(OAK), gilt=False).scaled(1, 1, 0.6)
    strut = box(0.05, 0.19, 0.006, "#5a4030").turned(pitch=-20).moved(0, -0.128, -0.070)
    return _standing(join(picture, mount, frame, strut).turned(pitch=-10))


def _standing(mesh: Mesh) -> Model:
    mesh = mesh.moved(y=-float(mesh.low[1]))
    tall = float(mesh.high[1])
    return Model(
        mesh=mesh,
        anchors={"grip": Anchor(at=(0, tall * 0.45, 0)), "top": Anchor(at=(0, tall, 0), size=tall * 0.3)},
    )


@draws("soap", yaw=-14)
def soap(look: Look) -> Model:
    """A bar of soap on its dish among bubbles."""
    tone = look.tint("#f7b9cc")
    bar_ = pillow(0.088, 0.030, 0.056, tone, 0.55, power=4.2, steps=30).moved(y=0.012)
    word = lettered(
        "香皂", 0.046, 0.026, shift(tone, 0, 1.1, 0.82), tone, rows=34, fill=0.95, font="serif-900", bare=True
    )
    stamp = word.turned(pitch=-90).moved(0, 0.0425, 0)
    tray = lathe(smooth([(0, 0.004), (0.046, 0.003), (0.050, 0), (0.056, 0.004), (0.066, 0.018), (0.064,
        0.020), (0.052, 0.010), (0, 0.009)],
        closed=False, steps=5), PORCELAIN, 0.7, steps=64, crease=75).scaled(1.15, 1, 0.82)  # fmt: skip
    bubbles = [ball(r, (x, y, z), mix("#f4fbff", tone, 0.12), 0.95, steps=18).finished(glow=0.18) for x, y, z,
        r in ((0.036, 0.046, 0.022, 0.013),
        (0.050, 0.040, 0.006, 0.010), (-0.040, 0.044, 0.016, 0.011), (-0.030, 0.056, 0.004, 0.008), (0.024,
        0.062, 0.012, 0.009), (0.058, 0.072,
        0.0, 0.012), (-0.052, 0.078, 0.006, 0.010), (0.006, 0.090, 0.0, 0.007))]  # fmt: skip
    if look.pose == "hold":
        held = join(bar_, stamp)
        return Model(mesh=held.moved(y=-float(held.low[1])), anchors={"grip": Anchor(at=(0, 0.015, 0))})
    return Model(
        mesh=join(tray, bar_, stamp, *bubbles),
        anchors={"grip": Anchor(at=(0, 0.02, 0)), "top": Anchor(at=(0, 0.045, 0), size=0.05)},
    )


@draws("chopsticks", yaw=14)
def chopsticks_on_rest(look: Look) -> Model:
    """A lacquered pair on a porcelain rest; upright in the hand."""
    pair = chopsticks(0.23, look.tint("#8f2418"))
    v = pair.vertices
    tip = smoothstep(-0.075, -0.082, v[:, 0])[:, None]
    pair = pair.painted(pair.colours + (rgb("#d9b06a") - pair.colours) * tip).scaled(1, 1.6, 1.6)
    if look.pose == "hold":
        upright = pair.turned(roll=68)
        return Model(
            mesh=upright.moved(y=-float(upright.low[1])), anchors={"grip": Anchor(at=(0.02, 0.15, 0))}
        )
    rest = lathe(smooth([(0, 0), (0.010, 0), (0.012, 0.003), (0.009, 0.010), (0.011, 0.016), (0, 0.014)],
        closed=False, steps=4), PORCELAIN, 0.7, steps=36,
        crease=75).scaled(1, 1, 2.1).moved(-0.062, 0, 0)  # fmt: skip
    lying = pair.turned(roll=-4.6)
    low = float(lying.low[1])
    mesh = join(lying.moved(y=-low), rest)
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.01, 0))})
