"""How food is served: on its plate, or bare in somebody's hands."""

from __future__ import annotations

from waa.painter.cast import Look
from waa.painter.solid.mesh import Mesh, join
from waa.painter.solid.model import Anchor, Model

JADE = "#3f9a7c"
BUTTER = "#ffe48a"
PAPER = (1.08, 1.05, 0.99)


def is_held(look: Look) -> bool:
    """In somebody's hands: without plate and saucer."""
    return look.pose == "hold"


def food(mesh: Mesh, look: Look, *, under: Mesh | None = None, raise_by: float = 0.0) -> Model:
    """A dish: the food, standing on `under` at height `raise_by` unless somebody holds it."""
    if under is not None and not is_held(look):
        mesh = join(mesh.moved(y=raise_by), under)
    else:
        mesh = mesh.moved(y=-float(mesh.low[1]))
    top = float(mesh.high[1])
    return Model(mesh=mesh, anchors={"grip": Anchor(at=(0, top * 0.45, 0)),
        "top": Anchor(at=(0, top * 0.96, 0), size=float(mesh.size[0]) * 0.4),
        "steam": Anchor(at=(0, top, 0), size=float(mesh.size[0]) * 0.6)}, )  # fmt: skip
