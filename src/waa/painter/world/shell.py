"""Shell: floor, walls and ceiling of a room, with holes for windows and doors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waa.painter.colour import Colour
from waa.painter.solid.mesh import Mesh, join
from waa.painter.world.diorama import block, quad

Hole = tuple[float, float, float, float]  # left, right, bottom, top: metres along a wall, and up


@dataclass(frozen=True, kw_only=True)
class Shell:
    """A room `2 * half` wide and `height` high, from the back wall at z = 0 to `front`, all in metres."""

    half: float
    height: float
    front: float

    def floor(self, colour: Colour, gloss: float = 0.1) -> Mesh:
        return quad((-self.half, 0, 0), (2 * self.half, 0, 0), (0, 0, self.front), colour, gloss)

    def ceiling(self, colour: Colour) -> Mesh:
        return quad((-self.half, self.height, self.front), (2 * self.half, 0, 0), (0, 0, -self.front), colour)

    def back(self, colour: Colour, holes: Sequence[Hole] = ()) -> Mesh:
        """The wall that faces the viewer; holes are measured from the middle of the room."""
        return _wall((-self.half, self.half), self.height, holes, colour)

    def left(self, colour: Colour, holes: Sequence[Hole] = ()) -> Mesh:
        """Holes are measured from the back wall towards the viewer."""
        flipped = [(-b, -a, low, high) for a, b, low, high in holes]
        return _wall((-self.front, 0), self.height, flipped, colour).turned(90).moved(-self.half)

    def right(self, colour: Colour, holes: Sequence[Hole] = ()) -> Mesh:
        return _wall((0, self.front), self.height, holes, colour).turned(-90).moved(self.half)

    def skirting(self, colour: Colour, height: float = 0.10, out: float = 0.02) -> Mesh:
        """The board along the foot of the three walls."""
        sides = [
            block(s * (self.half - out / 2), 0, self.front / 2, out, height, self.front, colour)
            for s in (-1, 1)
        ]
        return join(block(0, 0, out / 2, 2 * self.half, height, out, colour), *sides)


def _wall(span: tuple[float, float], height: float, holes: Sequence[Hole], colour: Colour) -> Mesh:
    """An upright wall in z = 0 along x, cut into columns at its holes (which lie side by side)."""
    pieces, x = [], span[0]
    for left, right, low, high in sorted(holes):
        pieces.append(quad((x, height, 0), (left - x, 0, 0), (0, -height, 0), colour))
        pieces.append(quad((left, height, 0), (right - left, 0, 0), (0, high - height, 0), colour))
        if low > 0:
            pieces.append(quad((left, low, 0), (right - left, 0, 0), (0, -low, 0), colour))
        x = right
    pieces.append(quad((x, height, 0), (span[1] - x, 0, 0), (0, -height, 0), colour))
    return join(*pieces)


def window_frame(hole: Hole, colour: Colour, *, columns: int = 2, rows: int = 1, deep: float = 0.12, bar: float = 0.05,
                 sill: bool = True) -> Mesh:  # fmt: skip
    """Frame, glazing bars and sill round a hole of the back wall."""
    left, right, low, high = hole
    w, h, middle = right - left, high - low, (left + right) / 2
    parts = [block(x, low - bar, 0.01, bar * 1.4, h + 2 * bar, deep, colour) for x in (left, right)]
    parts += [block(middle, y, 0.01, w, bar * 1.2, deep, colour) for y in (low - bar, high)]
    parts += [
        block(left + w * k / columns, low, -0.02, bar, h, deep * 0.5, colour) for k in range(1, columns)
    ]
    parts += [block(middle, low + h * k / rows, -0.02, w, bar, deep * 0.5, colour) for k in range(1, rows)]
    if sill:
        parts.append(block(middle, low - bar * 1.8, 0.08, w + 0.24, bar, 0.28, colour))
    return join(*parts)
