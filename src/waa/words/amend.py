"""amend: a Scene and what somebody says about its picture -> edits, and the Scene after them.

Every edit answers with a sentence, done or not: '加咗一隻狗', '幅圖入面冇月亮，所以冇嘢移走'.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from waa.words.amender import Amender
from waa.words.edits import Edit
from waa.words.orders import orders
from waa.words.scene import Scene
from waa.words.understand import MOST_CHARACTERS


@dataclass(frozen=True)
class Edits:
    """`edits` in order, `scene` after all of them. `photo_operations` are (operation, degree) for pixels.
    `unknown` are the runs nobody understood."""

    edits: tuple[Edit, ...]
    scene: Scene
    unknown: tuple[str, ...] = ()

    @property
    def photo_operations(self) -> tuple[tuple[str, str | None], ...]:
        return tuple((str(e.photo_op), e.degree) for e in self.edits if e.op == "photo")


def amend(scene: Scene, instruction: str, *, photo: bool | None = None) -> Edits:
    """Read `instruction` as said to the picture of `scene`. `photo` says that the picture is a photo (None: it is
    when nothing is known to be in it): '水彩' is then done to its pixels."""
    if photo is None:
        photo = not scene.things and scene.place is None
    amender = Amender(scene, photo)
    clauses = orders(instruction[:MOST_CHARACTERS])
    for order, following in zip_longest(clauses, clauses[1:]):
        amender.carry_out(order, following)
    return Edits(tuple(amender.edits), amender.scene, tuple(dict.fromkeys(amender.unknown)))
