"""What tests of places and of models share."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from waa.painter import cast
from waa.painter.canvas import Canvas
from waa.painter.cast import Look
from waa.painter.solid.mesh import Mesh
from waa.painter.solid.model import Model
from waa.painter.stage import Setting, Stage, places

SMALL = (112, 112)
HOURS = ("day", "golden", "sunset", "dawn", "dusk", "night", "overcast", "snow", "storm", "aurora")


@lru_cache(512)
def painted(
    place: str, size: tuple[int, int] = SMALL, front: bool = False, **said: object
) -> tuple[np.ndarray, Stage]:
    """(pixels, stage) of a place; with what is nearer than the things, if `front`."""
    setting = Setting(place=place, **{"hour": places()[place].hour, **said})  # type: ignore[arg-type]
    canvas = Canvas(*size)
    stage = places()[place].paint(canvas, setting)
    for paint_front in stage.front if front else ():
        paint_front(canvas)
    return canvas.pixels.copy(), stage


def brightness(pixels: np.ndarray) -> float:
    return float(np.clip(pixels, 0, 1).mean())


@lru_cache(512)
def model(concept: str, colour: str | None = None, variant: int = 0) -> Model:
    built = cast.build(concept, Look(concept=concept, colour=colour, variant=variant))
    assert built is not None
    return built


def assert_sane(mesh: Mesh, most: int) -> None:
    """Finite, closed over its own vertices, with colours and surfaces in range, and not too heavy."""
    assert len(mesh.vertices) <= most
    for part in (mesh.vertices, mesh.normals, mesh.colours, mesh.surface):
        assert part.dtype == np.float32
        assert np.isfinite(part).all()
    assert mesh.faces.min() >= 0
    assert mesh.faces.max() < len(mesh.vertices)
    assert mesh.surface.min() >= 0
    assert mesh.surface.max() <= 1
    assert mesh.colours.min() >= 0
    assert mesh.colours.max() < 1.2
