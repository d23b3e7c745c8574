"""Styles: how a picture is made, from what place and light are chosen to the last stroke.

A style is a subclass of `Style` in a module of this folder, registered by its name in `scene.STYLES`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import lru_cache

import numpy as np

from waa.painter.canvas import Canvas
from waa.painter.finish import finish
from waa.painter.stage import Setting, Stage


class Style:
    """The house look: clay in a painted world. Others change what they need."""

    wants_layers = False  # ask for Canvas.layers: which thing covers each pixel

    def before(self, setting: Setting) -> Setting:
        """Change the hour, the place or the weather before anything is painted."""
        return setting

    def on_stage(self, stage: Stage) -> Stage:
        """Change the light or the finish after the place is painted, before the things are."""
        return stage

    def apply(self, canvas: Canvas, stage: Stage, rng: np.random.Generator) -> None:
        """Turn the painted canvas into the finished picture."""
        finish(canvas, stage.finish)


_styles: dict[str, Style] = {}


def register(*names: str) -> Callable[[type[Style]], type[Style]]:
    """Class decorator: this class is the style of these names."""

    def add(cls: type[Style]) -> type[Style]:
        for name in names:
            if name in _styles:
                raise ValueError(f"two styles {name!r}")
            _styles[name] = cls()
        return cls

    return add


@lru_cache(1)
def _load() -> None:
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")


def get(name: str | None) -> Style:
    """The style of that name; the house look for None and for names nobody registered."""
    _load()
    return _styles.get(name or "", HOUSE)


def names() -> frozenset[str]:
    _load()
    return frozenset(_styles)


HOUSE = Style()
