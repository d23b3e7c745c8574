"""Furniture and instruments. Seats and tops are anchors: whoever sits or stands there is joined at them."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, mix, shift
from waa.painter.noise import stream
from waa.painter.props.cosmetics import metal
from waa.painter.shapes import bezier, smooth
from waa.painter.solid.mesh import Mesh, ball, box, join, lathe, mirrored, torus, tube
from waa.painter.solid.model import Anchor, Model

OAK, WALNUT = "#c48f55", "#8a5a36"


def wooden(mesh: Mesh, strength: float = 0.07) -> Mesh:
    """Growth rings and streaks."""

    def paint(vertices: Array, normals: Array, colours: Array) -> Array:
        x, y, z = (vertices[:, i] for i in range(3))
        streak = np.sin(y * 31 + np.sin(x * 7 + z * 5) * 2.2 + z * 23) + 0.5 * np.sin(x * 41 + y * 3)
        return colours * (1 + F(strength * 0.6) * streak.astype(F))[:, None]

    return mesh.painted(paint)


def legs(width: float, depth: float, height: float, colour: Colour, thick: float = 0.022) -> Mesh:
    """Four slightly splayed legs that taper to the ground."""
    return join(
        *(
            tube(
                [
                    (sx * width / 2, height, sz * depth / 2),
                    (sx * (width / 2 + 0.02), 0.004, sz * (depth / 2 + 0.02)),
                ],
                [thick, thick * 0.65],
                colour,
                0.25,
                steps=12,
            )
            for sx in (-1, 1)
            for sz in (-1, 1)
        )
    )


@draws("chair", yaw=-32)
def chair(look: Look) -> Model:
    """A wooden chair with a cushion."""
    wood = OAK if look.colour is None else look.tint(OAK)
    seat = wooden(box(0.44, 0.03, 0.42, wood, 0.25, bevel=0.014).moved(0, 0.43, 0))
    cushion = box(0.40, 0.045, 0.38, mix("#d9694f", wood, 0.1), 0.08, bevel=0.022).moved(0, 0.457, 0)
    posts = mirrored(tube([(0.19, 0.44, -0.19), (0.20, 0.90, -0.25)], [0.018, 0.014], wood, 0.25))
    rails = [
        tube(
            bezier(
                (-0.20, y, -0.20 - (y - 0.44) * 0.13),
                (-0.07, y, -0.25 - (y - 0.44) * 0.13),
                (0.07, y, -0.25 - (y - 0.44) * 0.13),
                (0.20, y, -0.20 - (y - 0.44) * 0.13),
                10,
            ),
            0.016,
            wood,
            0.25,
        )
        for y in (0.62, 0.74, 0.87)
    ]
    return Model(
        mesh=join(seat, cushion, legs(0.38, 0.36, 0.43, wood), posts, *rails), anchors=_seat(0.50, 0.02, 0.42)
    )


def _seat(y: float, z: float, size: float) -> dict[str, Anchor]:
    return {"seat": Anchor(at=(0, y, z), size=size), "top": Anchor(at=(0, y, z), size=size)}


@draws("stool", yaw=-20)
def stool(look: Look) -> Model:
    """A round bar stool."""
    wood = look.tint(OAK)
    top = wooden(
        lathe(
            smooth(
                [(0, 0.60), (0.15, 0.60), (0.165, 0.615), (0.160, 0.640), (0.10, 0.648), (0, 0.644)],
                closed=False,
                steps=4,
            ),
            wood,
            0.3,
        )
    )
    ring = torus(0.150, 0.010, shift(wood, 0, 1, 0.85), 0.25).moved(0, 0.24, 0)
    return Model(mesh=join(top, legs(0.20, 0.20, 0.61, wood), ring), anchors=_seat(0.645, 0, 0.3))


@draws("sofa", yaw=-24)
def sofa(look: Look) -> Model:
    """A plump two-seater on wooden feet."""
    cloth = look.tint("#5f8f8a")
    light = mix(cloth, "#ffffff", 0.10)
    base = box(1.60, 0.24, 0.78, shift(cloth, 0, 1, 0.92), 0.05, bevel=0.07).moved(0, 0.12, 0)
    back = box(1.56, 0.62, 0.24, cloth, 0.05, bevel=0.11).moved(0, 0.22, -0.32).turned(0, -6, 0)
    arms = mirrored(box(0.24, 0.40, 0.82, cloth, 0.05, bevel=0.11).moved(0.80, 0.16, 0.02))
    seats = mirrored(box(0.68, 0.17, 0.66, light, 0.05, bevel=0.075).moved(0.345, 0.33, 0.07))
    pads = mirrored(
        box(0.66, 0.42, 0.18, light, 0.05, bevel=0.085).turned(0, -12, 0).moved(0.345, 0.44, -0.16)
    )
    pillow = box(0.36, 0.34, 0.12, "#e9b14f", 0.06, bevel=0.058).turned(14, -18, 16).moved(0.50, 0.47, 0.02)
    feet = legs(1.36, 0.56, 0.13, WALNUT, 0.028)
    return Model(
        mesh=join(base, back, arms, seats, pads, pillow, feet),
        anchors={**_seat(0.49, 0.06, 0.9), "back": Anchor(at=(0, 0.85, -0.3))},
    )


@draws("bed", yaw=-30)
def bed(look: Look) -> Model:
    """Head-board, two pillows, a turned-down quilt."""
    quilt = look.tint("#7fa3c9")
    frame = wooden(box(1.5, 0.22, 2.0, OAK, 0.25, bevel=0.03).moved(0, 0.10, 0))
    head = wooden(box(1.56, 0.95, 0.09, OAK, 0.25, bevel=0.04).moved(0, 0.05, -1.0))
    mattress = box(1.42, 0.22, 1.92, "#f6f1e8", 0.05, bevel=0.09).moved(0, 0.28, 0.01)
    cover = box(1.52, 0.17, 1.32, quilt, 0.05, bevel=0.08).moved(0, 0.39, 0.36)
    fold = box(1.53, 0.09, 0.26, mix(quilt, "#ffffff", 0.65), 0.05, bevel=0.042).moved(0, 0.505, -0.22)
    pillows = mirrored(
        box(0.60, 0.18, 0.40, "#fffaf2", 0.05, bevel=0.088).turned(0, -16, 0).moved(0.345, 0.48, -0.66)
    )
    return Model(
        mesh=join(frame, head, mattress, cover, fold, pillows, legs(1.3, 1.8, 0.12, WALNUT, 0.035)),
        anchors=_seat(0.56, 0.15, 1.0),
    )


@draws("table", yaw=-24)
def table(look: Look) -> Model:
    """A round-edged dining table."""
    wood = look.tint(OAK)
    top = wooden(box(1.2, 0.045, 0.75, wood, 0.35, bevel=0.02).moved(0, 0.70, 0))
    apron = wooden(box(1.02, 0.07, 0.58, shift(wood, 0, 1, 0.9), 0.25, bevel=0.01).moved(0, 0.63, 0))
    return Model(
        mesh=join(top, apron, legs(1.0, 0.56, 0.68, wood, 0.034)),
        anchors={"top": Anchor(at=(0, 0.745, 0.03), size=1.0)},
    )


@draws("desk", yaw=-26)
def desk(look: Look) -> Model:
    """A writing desk with a chest of drawers."""
    wood = look.tint(OAK)
    top = wooden(box(1.25, 0.04, 0.62, wood, 0.35, bevel=0.016).moved(0, 0.71, 0))
    chest = wooden(box(0.38, 0.66, 0.52, wood, 0.25, bevel=0.014).moved(0.40, 0.045, 0))
    drawers = [
        join(
            box(0.335, 0.185, 0.02, mix(wood, "#ffffff", 0.12), 0.3, bevel=0.008).moved(
                0.40, 0.075 + k * 0.205, 0.262
            ),
            metal(ball(0.014, (0.40, 0.168 + k * 0.205, 0.284))),
        )
        for k in range(3)
    ]
    left = join(
        *(
            tube([(-0.55, 0.72, z), (-0.58, 0.004, z * 1.08)], [0.026, 0.018], wood, 0.25)
            for z in (-0.24, 0.24)
        )
    )
    return Model(
        mesh=join(top, chest, *drawers, left), anchors={"top": Anchor(at=(-0.1, 0.75, 0.03), size=0.9)}
    )


@draws("bookshelf", yaw=-20)
def bookshelf(look: Look) -> Model:
    """Five boards full of books, with a plant and a gap or two."""
    wood = look.tint(WALNUT)
    sides = mirrored(box(0.035, 1.75, 0.30, wood, 0.25, bevel=0.008).moved(0.44, 0, 0))
    boards = [
        box(0.88, 0.03, 0.30, wood, 0.25, bevel=0.006).moved(0, y, 0)
        for y in (0.04, 0.38, 0.72, 1.06, 1.40, 1.72)
    ]
    back = box(0.88, 1.72, 0.015, shift(wood, 0, 1, 0.6), 0.1, bevel=0.004).moved(0, 0.03, -0.14)
    return Model(
        mesh=join(wooden(join(sides, *boards)), back, *_books(look)),
        anchors={"top": Anchor(at=(0, 1.75, 0), size=0.8)},
    )


_SPINES = ("#b5493d", "#3f6f8f", "#d9a441", "#4f7d5a", "#7a4f86", "#e5d6b8", "#2f3f5f", "#c9724a")


def _books(look: Look) -> list[Mesh]:
    rng = look.rng("books")
    meshes = []
    for y in (0.07, 0.41, 0.75, 1.09, 1.43):
        x = -0.405
        while x < 0.38:
            wide, tall = rng.uniform(0.022, 0.048), rng.uniform(0.19, 0.285)
            if rng.random() < 0.10:
                x += 0.09
                continue
            colour = _SPINES[int(rng.integers(len(_SPINES)))]
            meshes.append(box(wide, tall, 0.20, colour, 0.2, bevel=0.004).moved(x + wide / 2, y, 0.02))
            if rng.random() < 0.6:
                meshes.append(
                    box(wide * 1.02, 0.010, 0.201, "#e9cf8a", 0.4, bevel=0.002).moved(
                        x + wide / 2, y + tall * 0.78, 0.02
                    )
                )
            x += wide + 0.002
    return meshes


@draws("window_frame", yaw=-16)
def window_frame(look: Look) -> Model:
    """A wooden window with a flower box; its panes glow."""
    paint = look.tint("#f2ece0")
    bars = join(
        box(0.92, 0.07, 0.08, paint, 0.3, bevel=0.012),
        box(0.92, 0.07, 0.08, paint, 0.3, bevel=0.012).moved(0, 1.13, 0),
        mirrored(box(0.07, 1.2, 0.08, paint, 0.3, bevel=0.012).moved(0.425, 0, 0)),
        box(0.05, 1.1, 0.06, paint, 0.3, bevel=0.01).moved(0, 0.05, 0),
        box(0.86, 0.05, 0.06, paint, 0.3, bevel=0.01).moved(0, 0.60, 0),
    )
    panes = box(0.80, 1.08, 0.012, "#bfe0f2", 0.9, bevel=0.002).moved(0, 0.06, -0.01).finished(glow=0.35)
    sill = box(1.02, 0.05, 0.20, paint, 0.3, bevel=0.015).moved(0, -0.05, 0.05)
    trough = box(0.80, 0.15, 0.16, "#b5694a", 0.2, bevel=0.02).moved(0, 0.0, 0.16)
    rng = stream("window flowers")
    blooms = [
        ball(
            rng.uniform(0.026, 0.042),
            (x, 0.17 + rng.uniform(0, 0.07), 0.16 + rng.uniform(-0.05, 0.06)),
            colour,
            0.1,
            steps=10,
        )
        for x in np.linspace(-0.36, 0.36, 15)
        for colour in (("#e0566a", "#f6c14a", "#5b9a54")[int(rng.integers(3))], "#4f8f4c")
    ]
    return Model(mesh=join(bars, panes, sill, trough, *blooms).moved(0, 0.05, 0))
