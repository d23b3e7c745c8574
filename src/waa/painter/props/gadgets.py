"""Things with a plug or a battery, as products on show."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, F, mix, rgb
from waa.painter.props.cosmetics import SILVER, metal
from waa.painter.shapes import rounded
from waa.painter.solid.clay import Clay
from waa.painter.solid.lettering import sheet
from waa.painter.solid.mesh import Mesh, ball, box, cylinder, extrude, join, lathe, mirrored, torus, tube
from waa.painter.solid.model import Anchor, Lamp, Model

GRAPHITE = "#3a3d45"


def _screen(width: float, height: float, columns: int = 64) -> Mesh:
    """A lit screen: dusk over hills, in our own colours."""
    rows = max(8, round(columns * height / width))
    y, x = np.linspace(0, 1, rows, dtype=F)[:, None], np.linspace(0, 1, columns, dtype=F)[None]
    picture = rgb("#4a63d8") * (1 - y)[..., None] + rgb("#ff9a8a") * y[..., None] + 0 * x[..., None]
    picture = (
        picture
        + (rgb("#ffe2a8") - picture)
        * np.exp(-(((x - 0.68) / 0.12) ** 2 + ((y - 0.60) / 0.10) ** 2))[..., None]
    )
    for base, height_, colour in ((0.66, 0.10, "#7a56b8"), (0.80, 0.09, "#4a3a8a"), (0.92, 0.06, "#2b2560")):
        ridge = base - height_ * np.sin(x * 7 + base * 20) * np.sin(x * 3.1 + base * 9)
        picture = np.where((y > ridge)[..., None], rgb(colour), picture)
    return sheet(picture.astype(F), width, height, gloss=0.75).finished(glow=0.55)


@draws("phone", yaw=-26)
def phone(look: Look) -> Model:
    """A slim phone, leaning back a little."""
    body = look.tint(GRAPHITE)
    case = extrude(_card(0.072, 0.148, 0.011), 0.008, body, 0.6)
    rim = metal(
        tube(
            np.column_stack(
                [
                    _card(0.0725, 0.1485, 0.0112, closed=True),
                    np.zeros(_card(0.0725, 0.1485, 0.0112, closed=True).shape[0]),
                ]
            ),
            0.0042,
            steps=10,
            caps=False,
        ),
        mix(body, SILVER, 0.6),
    )
    screen = _screen(0.0675, 0.1435).moved(0, 0.074, 0.0046)
    upright = join(case, rim, screen)
    return Model(
        mesh=upright.turned(0, -10, 0).moved(0, 0.002, 0),
        anchors={"grip": Anchor(at=(0, 0.05, 0))},
        lamps=(Lamp(at=(0, 0.08, 0.02), radius=0.13, colour="#9fb4ff", strength=0.35),),
    )


def _card(width: float, height: float, radius: float, *, closed: bool = False) -> np.ndarray:
    """A rounded rectangle standing on y = 0."""
    outline = rounded(-width / 2, 0, width, height, radius)
    return np.vstack([outline, outline[:1]]) if closed else outline


@draws("laptop", yaw=-24)
def laptop(look: Look) -> Model:
    """Open, its screen lit."""
    body = look.tint("#c9ced6")
    base = box(0.32, 0.014, 0.22, body, 0.45, bevel=0.006)
    keys = [
        box(0.0185, 0.003, 0.0165, "#2c2f36", 0.3, bevel=0.0012).moved(
            (c - 6) * 0.0222, 0.0135, -0.060 + r * 0.0205
        )
        for r in range(5)
        for c in range(13)
    ]
    pad = box(0.105, 0.0012, 0.062, mix(body, "#ffffff", 0.15), 0.5, bevel=0.0005).moved(0, 0.0138, 0.068)
    lid = join(
        box(0.32, 0.212, 0.009, body, 0.45, bevel=0.004),
        box(0.306, 0.198, 0.002, "#16181d", 0.6, bevel=0.0008).moved(0, 0.007, 0.0042),
        _screen(0.294, 0.184, 84).moved(0, 0.107, 0.0056),
    )
    raised = lid.turned(0, -16, 0).moved(0, 0.010, -0.106)
    return Model(
        mesh=join(base, *keys, pad, raised),
        anchors={"top": Anchor(at=(0, 0.22, -0.16)), "grip": Anchor(at=(0, 0.02, 0.1))},
        lamps=(Lamp(at=(0, 0.12, -0.08), radius=0.30, colour="#9fb4ff", strength=0.35),),
    )


@draws("camera", yaw=-26)
def camera(look: Look) -> Model:
    """A rangefinder in leather and chrome."""
    leather = look.tint("#2f2b2c")
    body = box(0.132, 0.062, 0.036, leather, 0.25, bevel=0.012)
    top = metal(box(0.132, 0.018, 0.036, bevel=0.006).moved(0, 0.056, 0), SILVER)
    base = metal(box(0.130, 0.007, 0.035, bevel=0.003), SILVER)
    dials = [
        metal(cylinder(r, h, bevel=0.001).moved(x, 0.073, 0), SILVER)
        for x, r, h in ((0.046, 0.010, 0.008), (0.026, 0.006, 0.005), (-0.048, 0.009, 0.006))
    ]
    barrel = [
        metal(lathe([(0, 0), (0.026, 0), (0.026, 0.010), (0.024, 0.012), (0.0, 0.012)]), SILVER),
        lathe(
            [
                (0.0235, 0.010),
                (0.0240, 0.012),
                (0.0240, 0.030),
                (0.0225, 0.032),
                (0.019, 0.032),
                (0.0165, 0.026),
                (0, 0.026),
            ],
            "#232326",
            0.4,
        ),
    ]
    glass = ball((0.0165, 0.005, 0.0165), (0, 0.026, 0), "#27305a", 1.0)
    lens = join(*barrel, glass).turned(0, 90, 0).moved(0, 0.036, 0.018)
    windows = [
        box(w, 0.010, 0.003, "#1b2740", 0.9, bevel=0.001).moved(x, 0.060, 0.0178)
        for x, w in ((-0.044, 0.020), (0.010, 0.014))
    ]
    strap = [
        tube(
            [(s * 0.066, 0.066, 0), (s * 0.080, 0.040, -0.005), (s * 0.076, 0.004, -0.012)],
            0.003,
            "#7a4a2b",
            0.3,
        )
        for s in (-1, 1)
    ]
    return Model(
        mesh=join(body, top, base, lens, *dials, *windows, *strap), anchors={"grip": Anchor(at=(0, 0.03, 0))}
    )


@draws("speaker", yaw=-20)
def speaker(look: Look) -> Model:
    """A small wooden box with two cones."""
    wood = look.tint("#9a6238")
    case = box(0.15, 0.24, 0.15, wood, 0.3, bevel=0.014)
    front = box(0.134, 0.224, 0.006, "#26272c", 0.2, bevel=0.006).moved(0, 0.008, 0.0735)
    cones = [
        _cone(0.054).turned(0, 90, 0).moved(0, 0.085, 0.076),
        _cone(0.026).turned(0, 90, 0).moved(0, 0.180, 0.076),
    ]
    return Model(
        mesh=join(_grained(case), front, *cones), anchors={"top": Anchor(at=(0, 0.24, 0), size=0.12)}
    )


def _cone(radius: float) -> Mesh:
    ring = metal(torus(radius, radius * 0.07, steps=40), SILVER)
    bowl = lathe(
        [(radius, 0.0), (radius * 0.86, 0.004), (radius * 0.34, -0.010), (0, -0.010)], "#3c3d44", 0.25
    )
    return join(
        ring, bowl, ball((radius * 0.36, radius * 0.18, radius * 0.36), (0, -0.008, 0), "#55565e", 0.5)
    )


def _grained(mesh: Mesh) -> Mesh:
    """Lines of wood along y."""

    def paint(vertices: Array, normals: Array, colours: Array) -> Array:
        lines = np.sin(vertices[:, 0] * 260 + np.sin(vertices[:, 1] * 26) * 1.6 + vertices[:, 2] * 190)
        return colours * (1 + F(0.06) * lines.astype(F))[:, None]

    return mesh.painted(paint)


@draws("game_controller", yaw=-10)
def game_controller(look: Look) -> Model:
    """Two grips, two sticks, coloured buttons; propped towards the viewer."""
    shell = look.tint("#f3f3f5")
    clay = Clay(0.03).ball((0, 0.012, 0), (0.060, 0.020, 0.034), shell)
    for s in (-1, 1):
        clay.ball((s * 0.048, 0.012, 0.002), (0.036, 0.021, 0.036), shell).limb(
            (s * 0.060, 0.010, 0.010), (s * 0.070, 0.004, 0.062), 0.024, 0.017, shell
        )
    body = clay.mesh(64, gloss=0.35)
    parts: list[Mesh] = [body]

    def on_top(x: float, z: float, lift: float) -> tuple[float, float, float]:
        at = clay.surface([(x, 0.2, z)], (0, -1, 0))[0][0]
        return float(at[0]), float(at[1]) + lift, float(at[2])

    for x, z, colour in (
        (0.048, -0.013, "#e8c53a"),
        (0.062, 0.0, "#e0504a"),
        (0.034, 0.0, "#3f7fe0"),
        (0.048, 0.013, "#3fae6a"),
    ):
        parts.append(ball((0.0068, 0.0045, 0.0068), on_top(x, z, 0.001), colour, 0.75))
    for width, depth in ((0.026, 0.009), (0.009, 0.026)):
        parts.append(
            box(width, 0.007, depth, GRAPHITE, 0.4, bevel=0.0025).moved(*on_top(-0.048, 0.0, -0.003))
        )
    for s in (-1, 1):
        parts += [
            cylinder(0.0125, 0.005, "#24262c", 0.3).moved(s * 0.022, 0.029, 0.024),
            cylinder(0.0105, 0.006, GRAPHITE, 0.4, bevel=0.003).moved(s * 0.022, 0.038, 0.024),
        ]
    return Model(
        mesh=join(*parts).turned(0, 38, 0).moved(0, 0.030, 0), anchors={"grip": Anchor(at=(0, 0.03, 0))}
    ).grounded()


@draws("tv", yaw=-18)
def tv(look: Look) -> Model:
    """A flat television on two feet."""
    frame = box(1.08, 0.64, 0.045, "#1c1e23", 0.5, bevel=0.012).moved(0, 0.075, 0)
    screen = _screen(1.03, 0.585, 110).moved(0, 0.395, 0.0235)
    feet = mirrored(
        join(
            box(0.03, 0.075, 0.03, "#1c1e23", 0.5).moved(0.36, 0, 0),
            box(0.05, 0.012, 0.24, "#1c1e23", 0.5).moved(0.36, 0, 0),
        )
    )
    return Model(
        mesh=join(frame, screen, feet),
        lamps=(Lamp(at=(0, 0.4, 0.1), radius=1.0, colour="#9fb4ff", strength=0.4),),
        anchors={"top": Anchor(at=(0, 0.72, 0), size=0.4)},
    )


@draws("microphone", yaw=-12)
def microphone(look: Look) -> Model:
    """A stage microphone, upright."""
    grille = ball((0.026, 0.028, 0.026), (0, 0.178, 0), "#9aa0a8", 0.6, steps=28)

    def mesh(vertices: Array, normals: Array, colours: Array) -> Array:
        a, h = np.arctan2(vertices[:, 0], vertices[:, 2]), vertices[:, 1]
        holes = np.sin(a * 26 + h * 700) * np.sin(a * 26 - h * 700)
        return colours * (F(0.72) + F(0.4) * np.clip(holes, -0.4, 1).astype(F))[:, None]

    ring = metal(torus(0.0262, 0.004, steps=40).moved(0, 0.174, 0), look.tint(SILVER))
    handle = lathe(
        [(0, 0), (0.0125, 0), (0.014, 0.004), (0.0155, 0.11), (0.0235, 0.150), (0.0240, 0.160), (0, 0.160)],
        GRAPHITE,
        0.35,
    )
    switch = box(0.006, 0.016, 0.003, "#c9ced6", 0.5, bevel=0.001).moved(0, 0.095, 0.0160)
    return Model(
        mesh=join(grille.painted(mesh), ring, handle, switch), anchors={"grip": Anchor(at=(0, 0.07, 0))}
    )
