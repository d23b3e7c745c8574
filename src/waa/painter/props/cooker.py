"""A gas cooker with what stands on it."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, mix
from waa.painter.noise import smoothstep
from waa.painter.props.cosmetics import metal
from waa.painter.props.dough import blend
from waa.painter.shapes import smooth
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, grid_faces, join, lathe, make, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

CHROME = "#d5dae0"


@draws("stove", yaw=-20)
def stove(look: Look) -> Model:
    """A cooker with its oven, 85 cm: four burners, one with blue flames under a pot, another with a frying pan."""
    enamel = look.tint("#f3f1ea")
    w, d, h = 0.66, 0.60, 0.84
    body = box(w, h - 0.06, d, enamel, 0.55, bevel=0.012).moved(y=0.06)
    plinth = box(w - 0.04, 0.07, d - 0.05, "#2c2e34", 0.2)
    door = box(w - 0.05, 0.46, 0.020, mix(enamel, "#000000", 0.06), 0.55, bevel=0.008).moved(0, 0.13, d / 2)
    window = box(w - 0.19, 0.25, 0.010, "#26221f", 0.85, bevel=0.006).moved(0, 0.20, d / 2 + 0.012)
    warm = _oven_light(w - 0.23, 0.20).moved(0, 0.325, d / 2 + 0.0235)
    rail = metal(
        join(
            tube([(-0.24, 0.535, d / 2 + 0.055), (0.24, 0.535, d / 2 + 0.055)], 0.012, steps=12),
            *(
                tube([(s * 0.22, 0.535, d / 2), (s * 0.22, 0.535, d / 2 + 0.055)], 0.009, steps=10)
                for s in (-1, 1)
            ),
        ),
        CHROME,
    )
    panel = box(w - 0.01, 0.115, 0.016, mix(enamel, "#30343a", 0.75), 0.5, bevel=0.005).moved(
        0, 0.665, d / 2 + 0.002
    )
    knobs = [
        join(
            cylinder(0.026, 0.024, "#f4f2ec", 0.5, steps=24).turned(pitch=90).moved(x, 0.722, d / 2 + 0.008),
            box(0.006, 0.040, 0.010, "#d8352c", 0.4).moved(x, 0.702, d / 2 + 0.030),
        )
        for x in (-0.24, -0.12, 0.0, 0.12, 0.24)
    ]
    hob = box(w + 0.012, 0.020, d + 0.012, "#c9ced4", 0.6, bevel=0.006).finished(metal=0.6).moved(y=h)
    splash = box(w, 0.13, 0.022, enamel, 0.55, bevel=0.008).moved(0, h + 0.01, -d / 2 + 0.012)
    burners = [_burner(lit).moved(x, h + 0.02, z) for x, z, lit in ((-0.165, 0.13, False), (0.165, 0.13, True),
        (-0.165, -0.15, False), (0.165, -0.15, False))]  # fmt: skip
    pot = _pot("#d8463a").moved(0.165, h + 0.062, 0.13)
    pan = _skillet().turned(yaw=118).moved(-0.165, h + 0.060, 0.12)
    mesh = join(body, plinth, door, window, warm, rail, panel, *knobs, hob, splash, *burners, pot, pan)
    flame = Lamp(at=(0.165, h + 0.05, 0.24), radius=0.25, colour="#6aa8ff", strength=0.5)
    return Model(mesh=mesh, lamps=(flame,), anchors={"top": Anchor(at=(-0.165, h + 0.065, 0.02), size=0.3),
        "steam": Anchor(at=(0.165, h + 0.24, 0.13), size=0.2)})  # fmt: skip


def _oven_light(width: float, height: float) -> Mesh:
    """A pane, its middle at the origin, that glows in its middle."""
    x, y = np.meshgrid(np.linspace(-0.5, 0.5, 15), np.linspace(-0.5, 0.5, 11))
    points = np.stack([x * width, y * height, 0 * x], -1).reshape(-1, 3)
    pane = make(points, grid_faces(11, 15, wraps=False), np.tile([0.0, 0, 1], (165, 1)), "#4a2412", 0.6)
    share = smoothstep(0.62, 0.05, np.hypot(x, (y + 0.18) * 0.9)).ravel()
    return pane.painted(blend("#3a1c10", "#f29a3c", share)).finished(glow=0.3)


def _burner(lit: bool) -> Mesh:
    parts = [
        cylinder(0.046, 0.014, "#3a3c42", 0.4, steps=28),
        cylinder(0.030, 0.024, "#26282c", 0.4, steps=24),
    ]
    for a in (0, 90):
        parts.append(box(0.21, 0.010, 0.012, "#1f2126", 0.4).turned(yaw=a).moved(y=0.030))
    parts += [
        box(0.012, 0.032, 0.012, "#1f2126", 0.4).moved(0.099, 0, 0).turned(yaw=a) for a in (0, 90, 180, 270)
    ]
    for k in range(16 if lit else 0):
        tongue = lathe(
            [(0.005, 0), (0.007, 0.008), (0.004, 0.022), (0, 0.034)], "#3f8cff", 0.1, steps=8, crease=180
        )
        tongue = tongue.painted(
            blend("#2a6bff", "#bfe6ff", smoothstep(0, 0.03, tongue.vertices[:, 1]))
        ).finished(glow=0.95)
        parts.append(tongue.turned(roll=-24).moved(0.050, 0.010, 0).turned(yaw=k * 22.5))
    return join(*parts)


def _pot(colour: Colour) -> Mesh:
    """A casserole with its lid, 18 cm across."""
    body = lathe(smooth([(0, 0), (0.086, 0), (0.094, 0.008), (0.097, 0.09), (0.100, 0.100)], closed=False,
        steps=5), colour, 0.6,
        steps=56, crease=75)  # fmt: skip
    lid = lathe(smooth([(0.101, 0.100), (0.100, 0.108), (0.070, 0.126), (0.030, 0.134), (0, 0.135)], closed=False, steps=5),
        mix(colour, "#ffffff", 0.08), 0.65, steps=56, crease=75)  # fmt: skip
    knob = ball((0.018, 0.013, 0.018), (0, 0.148, 0), "#2a2a30", 0.5, steps=14)
    ears = [
        torus(0.024, 0.008, "#2a2a30", 0.5, steps=24).scaled(0.7, 1, 1).moved(s * 0.104, 0.080, 0)
        for s in (-1, 1)
    ]
    return join(body, lid, knob, *ears)


def _skillet() -> Mesh:
    body = lathe(smooth([(0, 0), (0.070, 0), (0.082, 0.006), (0.096, 0.034), (0.0935, 0.035), (0.080, 0.010), (0, 0.007)],
        closed=False, steps=5), "#2c2c32", 0.5, steps=56, crease=75)  # fmt: skip
    grip = tube(
        [(0.090, 0.028, 0), (0.15, 0.040, 0), (0.24, 0.046, 0)],
        [0.007, 0.010, 0.011],
        "#7a4a2c",
        0.3,
        steps=12,
    )
    yolk = ball((0.018, 0.010, 0.018), (0.0, 0.012, 0.004), "#ffab14", 0.8, steps=14)
    egg = lathe(
        [(0.050, 0.007), (0.048, 0.011), (0.03, 0.012), (0, 0.012)], "#fffdf6", 0.5, steps=40, crease=180
    )
    return join(body, grip, egg, yolk)
