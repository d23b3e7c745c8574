"""Ice: the iceberg."""

from __future__ import annotations

from waa.painter.cast import Look, draws
from waa.painter.solid.iceberg import berg_mesh
from waa.painter.solid.model import Anchor, Model

_SIZE, _TABLE = 1.3, 0.34


@draws("iceberg")
def iceberg(look: Look) -> Model:
    """An iceberg 2.7 m wide: a level floe in front, where penguins stand, blue peaks behind it."""
    mesh = berg_mesh(look.rng("slabs"), 0.7, table=_TABLE).scaled(_SIZE)
    deck = Anchor(at=(0.0, _TABLE * _SIZE, 0.14 * _SIZE), size=1.35 * _SIZE)
    return Model(mesh=mesh, anchors={"top": deck}, waterline=0.06)
