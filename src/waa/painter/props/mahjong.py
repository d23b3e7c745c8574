"""Mahjong: tiles with engraved faces, and dice."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.noise import smoothstep
from waa.painter.props.serving import is_held
from waa.painter.solid.lettering import ink, placed, sheet
from waa.painter.solid.mesh import Mesh, ball, box, join
from waa.painter.solid.model import Anchor, Model

IVORY = "#fbf4e2"
TILE_GREEN = "#2f8a5c"


@draws("mahjong", yaw=-6)
def mahjong(look: Look) -> Model:
    """Four tiles with engraved faces before three that lie face down, and two dice."""
    back = look.tint(TILE_GREEN)
    faces = (_character("中", "#cf2a26"), _character("發", "#1f8a4a"), _numbered(), _circles())
    if is_held(look):
        return Model(mesh=_tile(faces[0], back), anchors={"grip": Anchor(at=(0, 0.018, 0))})
    row = [(-0.0465, 0.004, 9), (-0.0158, -0.001, 3), (0.0152, -0.001, -3), (0.0460, 0.004, -9)]
    upright = [_tile(face, back).turned(pitch=-8).turned(yaw=turn).moved(x, 0, z)
        for face, (x, z, turn) in zip(faces, row, strict=True)]  # fmt: skip
    down = _tile(None, back).turned(pitch=90)
    wall = [down.turned(yaw=y).moved(x, h, -0.046) for x, h, y in ((-0.030, 0.0, 2), (0.000, 0.0, -1),
        (0.030, 0.0, 3), (-0.012, 0.0212, -5))]  # fmt: skip
    tiles = [t.moved(y=-float(t.low[1])) for t in upright]
    wall = [t.moved(y=-float(down.low[1])) for t in wall]
    dice = [_die().turned(yaw=24).moved(0.034, 0, 0.036), _die().turned(yaw=-90).turned(yaw=-12).moved(0.056,
        0, 0.030)]  # fmt: skip
    mesh = join(*tiles, *wall, *dice)
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, 0.018, 0)), "top": Anchor(at=(0, 0.036, 0))})


_TILE = (0.0280, 0.0375, 0.0210)  # metres: wide, tall, deep
_GRID = (60, 45)  # rows and columns of an engraved face


def _tile(face: tuple[Array, Array] | None, back: Colour) -> Mesh:
    """A tile standing on y = 0: ivory in front, its back coloured; `face` is (colours, depth 0..1), if it is seen."""
    wide, tall, deep = _TILE
    thin = deep * 0.36
    body = join(box(wide, tall, deep - thin, IVORY, 0.62, bevel=0.0024).moved(z=thin / 2),
        box(wide, tall, thin, back, 0.62, bevel=0.0022).moved(z=-(deep - thin) / 2))  # fmt: skip
    if face is None:
        return body
    front = sheet(face[0], wide * 0.80, tall * 0.86, relief=-face[1] * F(0.0007), gloss=0.58).moved(0,
        tall / 2, deep / 2 + 0.0008)  # fmt: skip
    return join(body, front)


def _engraved(mark: Array, colour: Colour) -> tuple[Array, Array]:
    picture = rgb(IVORY) + (rgb(colour) - rgb(IVORY)) * mark[..., None]
    return picture.astype(F), mark.astype(F)


def _set(text: str, height: float, middle: float) -> Array:
    """Ink for a tile face: `text` that takes `height` of its rows, round the row `middle` (both 0..1)."""
    rows, columns = _GRID
    band = placed(ink(text, 60, font="serif-900"), max(2, int(rows * height)), columns, fill=0.96)
    field = np.zeros(_GRID, F)
    top = int(rows * (middle - height / 2))
    field[top : top + band.shape[0]] = band
    return field


def _character(text: str, colour: Colour) -> tuple[Array, Array]:
    return _engraved(_set(text, 0.86, 0.5), colour)


def _numbered() -> tuple[Array, Array]:
    """八萬: the number in blue, 萬 in red."""
    upper, lower = _set("八", 0.40, 0.25), _set("萬", 0.50, 0.71)
    picture, depth = _engraved(upper, "#23489a")
    red = rgb("#cf2a26")
    return (picture + (red - picture) * lower[..., None]).astype(F), np.maximum(depth, lower)


def _circles() -> tuple[Array, Array]:
    """Five circles."""
    rows, columns = _GRID
    y, x = np.mgrid[0:rows, 0:columns].astype(F) / columns
    picture, depth = _engraved(np.zeros(_GRID, F), IVORY)
    for cx, cy, colour in ((0.26, 0.28, "#23489a"), (0.74, 0.28, "#1f8a4a"), (0.50, 0.66, "#cf2a26"),
        (0.26, 1.04, "#1f8a4a"), (0.74, 1.04, "#23489a")):  # fmt: skip
        r = np.hypot(x - cx, y - cy) / 0.185
        ring = np.maximum(smoothstep(0.16, 0.06, np.abs(r - 0.84)),
            np.maximum(smoothstep(0.12, 0.04, np.abs(r - 0.48)) * 0.9,
            smoothstep(0.20, 0.12, r)))  # fmt: skip
        picture = picture + (rgb(colour) - picture) * ring[..., None]
        depth = np.maximum(depth, ring)
    return picture.astype(F), depth.astype(F)


def _die() -> Mesh:
    """A die, 16 mm; its ace is large and red."""
    size = 0.016
    cube = box(size, size, size, IVORY, 0.62, bevel=0.0032)
    half = size / 2 + 0.0001

    def pip(x: float, y: float, r: float, colour: Colour) -> Mesh:
        return ball((r, r, 0.0007), (x, y, half - 0.0002), colour, 0.5, steps=10)

    d = 0.0042
    front = [pip(0, 0, 0.0036, "#cf2a26")]
    right = [pip(x, y, 0.0016, "#23489a") for x in (-d, d) for y in (-d, d)]
    top = [pip(x, y, 0.0016, "#23489a") for x in (-0.0034, 0.0034) for y in (-d, 0, d)]
    left = [pip(-d, d, 0.0016, "#23489a"), pip(d, -d, 0.0016, "#23489a"), pip(0, 0, 0.0016, "#23489a")]
    pips = join(join(*front), join(*right).turned(yaw=90), join(*left).turned(yaw=-90),
        join(*top).turned(pitch=-90))  # fmt: skip
    return join(cube, pips.moved(y=size / 2))
