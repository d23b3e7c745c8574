"""Chinese chess: a board with a game under way."""

from __future__ import annotations

import numpy as np

from waa.painter.cast import Look, draws
from waa.painter.colour import mix
from waa.painter.props.furniture import wooden
from waa.painter.solid.lettering import lettered
from waa.painter.solid.mesh import Mesh, box, cylinder, join, lathe
from waa.painter.solid.model import Anchor, Model

STEP = 0.042  # between the lines of the board, metres
INK = "#4a2c16"
RED, BLACK = "#b8241c", "#221f1e"

# (file, rank, red side, piece): rank 0 is the viewer's own back line. A game after its opening moves.
GAME = ((0, 0, "俥"), (2, 0, "相"), (3, 0, "仕"), (4, 0, "帥"), (5, 0, "仕"), (6, 0, "相"), (8, 0, "俥"), (4, 2, "炮"),
    (2, 2, "傌"), (6, 2, "傌"), (0, 3, "兵"), (2, 3, "兵"), (4, 4, "兵"), (6, 3, "兵"), (8, 3, "兵"))  # fmt: skip
REPLY = ((0, 9, "車"), (2, 9, "象"), (3, 9, "士"), (4, 9, "將"), (5, 9, "士"), (6, 9, "象"), (8, 9, "車"), (2, 7, "馬"),
    (6, 7, "馬"), (7, 7, "砲"), (0, 6, "卒"), (2, 6, "卒"), (4, 5, "卒"), (6, 6, "卒"), (8, 6, "卒"))  # fmt: skip


@draws("xiangqi", yaw=-20)
def xiangqi(look: Look) -> Model:
    """A wooden board on feet with its river and palaces, thirty discs on it, 45 cm deep."""
    wood = look.tint("#dba95e")
    w, d, top = 8 * STEP + 0.07, 9 * STEP + 0.07, 0.042
    board = wooden(box(w, 0.030, d, wood, 0.4, bevel=0.006).moved(y=0.012))
    feet = [box(0.05, 0.014, 0.05, mix(wood, "#5a3018", 0.6), 0.3).moved(sx * w * 0.42, 0, sz * d * 0.42)
        for sx in (-1, 1) for sz in (-1, 1)]  # fmt: skip
    pieces = [_piece(word, RED).moved(*_at(x, y)) for x, y, word in GAME]
    pieces += [_piece(word, BLACK).moved(*_at(x, y)) for x, y, word in REPLY]
    mesh = join(board, *feet, _lines(top), *(p.moved(y=top) for p in pieces))
    return Model(
        mesh=mesh,
        anchors={"top": Anchor(at=(0, top + 0.016, 0), size=w * 0.6), "grip": Anchor(at=(0, 0.02, 0))},
    )


def _at(file: float, rank: float) -> tuple[float, float, float]:
    return ((file - 4) * STEP, 0.0, (4.5 - rank) * STEP)


def _line(a: tuple[float, float], b: tuple[float, float], thick: float) -> Mesh:
    """A line on the board between two crossings (file, rank)."""
    start, end = np.array(_at(*a)), np.array(_at(*b))
    long = float(np.linalg.norm(end - start))
    yaw = float(np.degrees(np.arctan2(-(end - start)[2], (end - start)[0])))
    middle = (start + end) / 2
    return box(long + thick, 0.0012, thick, INK, 0.1).turned(yaw=yaw).moved(*(float(c) for c in middle))


def _lines(y: float) -> Mesh:
    """Nine files broken by the river, ten ranks, two palaces, a frame, and the name of the river."""
    thin, fat = 0.0022, 0.0042
    parts = [_line((0, rank), (8, rank), thin) for rank in range(10)]
    for file in range(9):
        halves = ((0, 9),) if file in (0, 8) else ((0, 4), (5, 9))
        parts += [_line((file, low), (file, high), thin) for low, high in halves]
    for rank in (0, 7):
        parts += [_line((3, rank), (5, rank + 2), thin), _line((5, rank), (3, rank + 2), thin)]
    e = 0.22
    frame = ((-e, -e), (8 + e, -e), (8 + e, 9 + e), (-e, 9 + e))
    parts += [_line(frame[k], frame[(k + 1) % 4], fat) for k in range(4)]
    river = [lettered(words, 2.6 * STEP, 0.8 * STEP, INK, "#dba95e", rows=26, fill=0.9, font="serif-900", bare=True).turned(
        pitch=-90).moved(x, 0.0012, 0) for words, x in (("楚 河", -2.1 * STEP), ("漢 界", 2.1 * STEP))]  # fmt: skip
    return join(*parts, *river).moved(y=y)


def _piece(word: str, colour: str) -> Mesh:
    """A disc with its character in a ring."""
    disc = cylinder(0.0206, 0.0125, "#f4dca8", 0.45, bevel=0.003, steps=28)
    ring = lathe([(0.0186, 0.0126), (0.0176, 0.0131), (0.0170, 0.0126)], colour, 0.2, steps=28, crease=180)
    sign = lettered(word, 0.0310, 0.0310, colour, "#f4dca8", rows=22, fill=0.95, font="serif-900", bare=True)
    return join(disc, ring, sign.turned(pitch=-90).moved(y=0.0130))
