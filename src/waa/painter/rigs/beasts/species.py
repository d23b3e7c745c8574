"""Species: everything that makes a kind of beast, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from waa.painter.colour import Colour
from waa.painter.rigs.beasts.coat import EyeRing, HeadMark, Mark
from waa.painter.rigs.beasts.shape import Body, Head


@dataclass(frozen=True, kw_only=True, eq=False)
class Species:
    """Shape, colours by role, and the marks on its coat, of the body and of the head.

    The members of a group take the colours of the `litter` in turn, where nobody asked for one.
    A colour that is asked for goes to the roles in `dyes`; marks that are `stark` stay dark then.
    `metres` is how high it stands, with its head; `extras` name parts of extras.BODY_EXTRAS.
    """

    metres: float = 0.3
    body: Body
    head: Head
    dyes: tuple[str, ...] = ("coat",)
    stark: bool = False
    litter: tuple[str | None, ...] = (None,)
    colours: Mapping[str, Colour] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    face: tuple[HeadMark | EyeRing, ...] = ()
    extras: tuple[str, ...] = ()
    cells: int = 54
