"""Saloon cars: the Hong Kong taxi and its cousins, a police car."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Colour, rgb
from waa.painter.props.motor import (
    AMBER,
    CHROME,
    RUBBER,
    TAIL,
    Kit,
    arch,
    axle,
    bumper,
    door_lines,
    handle,
    lit,
    mirror,
    plate,
    seat_on,
    sideways,
    square_lamp,
    window,
)  # fmt: skip
from waa.painter.solid.bodywork import Skin, dense, disc, loft, pane, seam, stack
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, box
from waa.painter.solid.model import Lamp, Model


@dataclass(frozen=True)
class Shell:
    """A car without its trimmings: the meshes, and the skins that the trimmings are laid on."""

    body: Mesh
    cabin: Mesh
    front: Skin
    back: Skin
    side: Skin
    screen: Skin
    rear_screen: Skin
    glazing: Skin


def skinned(body: Mesh, cabin: Mesh) -> Shell:
    return Shell(body, cabin, Skin(body, "front"), Skin(body, "back"), Skin(body, "right"), Skin(cabin, "front"),
                 Skin(cabin, "back"), Skin(cabin, "right"))  # fmt: skip


SALOON = (
    (-1.672, 0.66, 0.46, 0.78, 0.08, 0.1), (-1.628, 0.79, 0.34, 0.87, 0.12, 0.13),
    (-1.426, 0.86, 0.27, 0.93, 0.14, 0.13),
    (-0.88, 0.885, 0.25, 0.96, 0.14, 0.13), (0.0, 0.89, 0.24, 0.965, 0.14, 0.13),
    (0.66, 0.885, 0.25, 0.955, 0.14, 0.13),
    (1.144, 0.875, 0.26, 0.905, 0.14, 0.14), (1.478, 0.85, 0.28, 0.85, 0.13, 0.14),
    (1.619, 0.78, 0.34, 0.79, 0.11, 0.12),
    (1.663, 0.66, 0.46, 0.7, 0.08, 0.08),
)  # fmt: skip
SALOON_CABIN = (
    (0.86, 0.8, -1.25, 0.81, 0.25, 0.25), (0.99, 0.795, -1.179, 0.704, 0.25, 0.25),
    (1.24, 0.745, -1.003, 0.458, 0.24, 0.24),
    (1.44, 0.69, -0.871, 0.273, 0.24, 0.24), (1.54, 0.64, -0.792, 0.176, 0.24, 0.24),
    (1.59, 0.54, -0.669, 0.07, 0.22, 0.22),
    (1.605, 0.3, -0.44, -0.132, 0.15, 0.15),
)  # fmt: skip
_SIDE_PANES = (
    ((-0.27, 1.00), (0.60, 1.00), (0.24, 1.42), (-0.27, 1.42)),
    ((-0.97, 1.00), (-0.34, 1.00), (-0.34, 1.42), (-0.78, 1.42)),
)  # fmt: skip
_DOORS = (
    ((0.70, 0.93), (0.70, 0.42), (0.62, 0.34), (-0.28, 0.34), (-0.30, 0.95)),
    ((-0.28, 0.34), (-0.62, 0.34), (-0.74, 0.46), (-0.98, 0.76), (-1.02, 0.94)),
)  # fmt: skip


def saloon(
    paint: Colour, roof: Colour, *, trim: Colour = CHROME, glow: Colour | None = None
) -> tuple[Kit, Shell]:
    """A three-box car 3.4 m long, its engine in front; round, upright, friendly."""
    shell = skinned(loft(SALOON, paint, 0.62), stack(SALOON_CABIN, roof, 0.62))
    kit = Kit()
    kit.add(shell.body, shell.cabin)
    _glaze(kit, shell, glow)
    for z in (1.02, -0.98):
        kit.pair(arch(shell.side, z, 0.33, 0.40, 0.26, paint))
        axle(kit, z, 1.86, 0.335, 0.23)
    for line in door_lines(shell.side, _DOORS, paint):
        kit.pair(line)
    for z in (-0.19, -0.88):
        kit.pair(handle(shell.side, z, 0.82, trim))
    kit.pair(mirror(paint).moved(0.80, 0.98, 0.54))
    _front(kit, shell, trim)
    _back(kit, shell, trim)
    return kit, shell


def _glaze(kit: Kit, shell: Shell, glow: Colour | None) -> None:
    screens = (
        (shell.screen, ((-0.66, 0.985), (0.66, 0.985), (0.565, 1.43), (-0.565, 1.43))),
        (shell.rear_screen, ((-0.64, 1.01), (0.64, 1.01), (0.55, 1.42), (-0.55, 1.42))),
    )  # fmt: skip
    for skin, corners in screens:
        kit.add(window(skin, corners, 0.09))
    for corners in _SIDE_PANES:
        kit.pair(window(shell.glazing, sideways(corners), 0.06))
    wipers = [np.array([(x, 0.99), (x + 0.40, 1.05)]) for x in (-0.52, 0.04)]
    kit.add(*(seam(shell.screen, dense(line.tolist(), 0.08), 0.02, RUBBER, lift=0.026) for line in wipers))
    if glow is not None:
        kit.night += [lit(skin, corners, 0.09, glow, strength=0.5) for skin, corners in screens]


def _front(kit: Kit, shell: Shell, trim: Colour) -> None:
    grille = [(-0.36, 0.60), (0.36, 0.60), (0.36, 0.74), (-0.36, 0.74)]
    kit.add(shell.front.lay(pane(grille, 0.03, trim, 0.7), 0.006).finished(metal=0.5))
    kit.add(
        shell.front.lay(
            pane(np.array(grille) * (0.94, 1) + (0, 0.0), 0.02, "#1a1b1f", 0.3)
            .scaled(1, 0.80, 1)
            .moved(0, 0.134, 0),
            0.012,
        )
    )
    for k in range(3):
        bar = pane(
            [
                (-0.33, 0.632 + 0.03 * k),
                (0.33, 0.632 + 0.03 * k),
                (0.33, 0.642 + 0.03 * k),
                (-0.33, 0.642 + 0.03 * k),
            ],
            0.004,
            trim,
            0.6,
        )
        kit.add(shell.front.lay(bar, 0.018).finished(metal=0.5))
    square_lamp(
        kit, shell.front, ((0.42, 0.60), (0.68, 0.60), (0.66, 0.745), (0.42, 0.75)), rim=trim, reach=0.62
    )
    square_lamp(
        kit,
        shell.front,
        ((0.46, 0.535), (0.66, 0.535), (0.66, 0.565), (0.46, 0.565)),
        colour=AMBER,
        rim=None,
        strength=0,
    )
    kit.add(bumper(1.62, 0.17, "#303238").moved(0, 0.43, 1.64))
    kit.add(plate(Skin(bumper(1.62, 0.17, "#303238").moved(0, 0.43, 1.64), "front"), 0.43))


def _back(kit: Kit, shell: Shell, trim: Colour) -> None:
    square_lamp(
        kit,
        shell.back,
        ((0.44, 0.62), (0.72, 0.62), (0.72, 0.80), (0.44, 0.80)),
        colour=TAIL,
        rim=trim,
        reach=0.35,
        strength=0.6,
    )
    kit.add(bumper(1.62, 0.17, "#303238").turned(180).moved(0, 0.43, -1.64))
    kit.add(plate(shell.back, 0.68, back=True))


# -- taxis -------------------------------------------------------------------------------------------------

# Body and roof by the colour that was asked for: urban red, New Territories green, Lantau blue, and New York's yellow.
_TAXIS = {
    "red": ("#cf2127", "#c9ccd1"), "green": ("#1f8a4c", "#f1efe8"), "blue": ("#5fb2e6", "#f1efe8"),
    "yellow": ("#f7b916", "#f7b916"),
}  # fmt: skip


@draws("taxi", yaw=46)
def taxi(look: Look) -> Model:
    """A Hong Kong taxi: red with a silver roof; another colour gives its cousin from elsewhere."""
    paint, roof = _TAXIS.get(look.colour or "red", (look.tint("#cf2127"), "#c9ccd1"))
    kit, shell = saloon(paint, roof, glow=None)
    new_york = look.colour == "yellow"
    _roof_sign(kit, new_york)
    if new_york:
        _checkers(kit, shell)
    else:
        _door_badge(kit, shell, rgb(paint))
    return kit.model(seat_on(1.60, 1.1, -0.3))


def _roof_sign(kit: Kit, new_york: bool) -> None:
    words = "TAXI" if new_york else "的士 TAXI"
    case = box(0.62, 0.20, 0.20, "#f7f4ea", 0.5, bevel=0.06).moved(0, 1.635, -0.30)
    foot = box(0.50, 0.06, 0.14, "#2c2e33", 0.3, bevel=0.02).moved(0, 1.585, -0.30)
    ink = "#1c1c20" if new_york else "#c8161d"
    face = lettered(words, 0.54, 0.15, ink, "#f7f4ea", rows=24, fill=0.92, gloss=0.4)
    signs = [face.moved(0, 1.735, -0.30 + 0.102), face.turned(180).moved(0, 1.735, -0.30 - 0.102)]
    kit.add(case, foot, *signs)
    glowing = lettered(words, 0.54, 0.15, ink, "#fff4cf", rows=24, fill=0.92).finished(glow=0.95)
    kit.night += [
        glowing.moved(0, 1.735, -0.30 + 0.11), glowing.turned(180).moved(0, 1.735, -0.30 - 0.11),
        box(0.635, 0.208, 0.206, "#ffe9b8", bevel=0.06).finished(glow=0.9).moved(0, 1.631, -0.30),
    ]  # fmt: skip
    kit.lamps.append(Lamp(at=(0, 1.74, -0.18), radius=0.55, colour="#ffdf94", strength=0.55))


def _door_badge(kit: Kit, shell: Shell, paint: Colour) -> None:
    """The white round on the front doors that says how many it takes, on both sides the right way round."""
    for side, x in (("right", -0.22), ("left", 0.22)):
        skin = shell.side if side == "right" else Skin(shell.body, "left")
        kit.add(skin.lay(disc(x, 0.62, 0.15, None, "#f6f4ee", 0.5), 0.008))
        kit.add(
            skin.lay(
                lettered("的士", 0.21, 0.12, "#c8161d", "#f6f4ee", rows=22, fill=0.95).moved(x, 0.65, 0),
                0.012,
            )
        )
        kit.add(
            skin.lay(
                lettered("TAXI", 0.15, 0.05, "#26272b", "#f6f4ee", rows=14, fill=0.95).moved(x, 0.555, 0),
                0.012,
            )
        )


def _checkers(kit: Kit, shell: Shell) -> None:
    for row in range(2):
        for k in range(16):
            z = -0.94 + 0.105 * k + 0.0525 * row
            square = [
                (z, 0.70 + 0.052 * row),
                (z + 0.0525, 0.70 + 0.052 * row),
                (z + 0.0525, 0.752 + 0.052 * row),
                (z, 0.752 + 0.052 * row),
            ]
            kit.pair(shell.side.lay(pane(sideways(square), 0.001, "#1d1d21", 0.4, cells=4), 0.008))


# -- private and police ----------------------------------------------------------------------------------


@draws("police_car", yaw=46)
def police_car(look: Look) -> Model:
    """White with the blue and red band of the Hong Kong police, its light bar on."""
    paint = look.tint("#f3f3ef")
    kit, shell = saloon(paint, paint)
    bands = (("#1d4fa8", 0.66, 0.80), ("#d5212a", 0.615, 0.65))
    for colour, low, high in bands:
        line = dense([(-1.36, (low + high) / 2), (1.34, (low + high) / 2)], 0.1)
        kit.pair(seam(shell.side, line, high - low, colour, 0.5, 0.007))
    for skin, x in ((shell.side, -0.20), (Skin(shell.body, "left"), 0.20)):
        kit.add(
            skin.lay(
                lettered("警察", 0.36, 0.13, "#ffffff", "#1d4fa8", rows=22, fill=0.96).moved(x, 0.73, 0),
                0.012,
            )
        )
    bonnet = lettered("POLICE", 0.62, 0.17, "#1d4fa8", paint, rows=22, fill=0.95, gloss=0.6, bare=True)
    kit.add(Skin(shell.body, "top").lay(bonnet.moved(0, -1.12, 0), 0.01))
    light_bar(kit, 1.61, -0.25)
    return kit.model(seat_on(1.62, 1.1, -0.3))


def light_bar(
    kit: Kit, y: float, z: float, width: float = 1.0, left: Colour = "#1f5ff0", right: Colour = "#e8202c"
) -> None:
    """Two coloured lamps on the roof that flash at night."""
    kit.add(box(width * 0.98, 0.05, 0.22, "#2c2e33", 0.4, bevel=0.02).moved(0, y, z))
    for side, colour in ((-1, left), (1, right)):
        lens = box(width * 0.38, 0.13, 0.24, colour, 0.9, bevel=0.055).moved(
            side * width * 0.28, y + 0.045, z
        )
        kit.add(lens)
        bright = np.clip(rgb(colour) * 1.3 + 0.12, 0, 1)
        shell = box(width * 0.38 + 0.02, 0.15, 0.26, bright, bevel=0.065).finished(glow=1.0)
        kit.night.append(shell.moved(side * width * 0.28, y + 0.035, z))
        code = "#" + "".join(f"{round(float(c) * 255):02x}" for c in rgb(colour))
        kit.lamps.append(
            Lamp(at=(side * width * 0.28, y + 0.11, z + 0.12), radius=0.85, colour=code, strength=0.9)
        )
    kit.add(box(width * 0.16, 0.11, 0.20, "#e9edf0", 0.7, bevel=0.04).moved(0, y + 0.045, z))
