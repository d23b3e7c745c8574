"""The cast: who builds a model of what. Rigs and props register here; everything else asks here.

@draws("cup", "mug")
def cup(look: Look) -> Model: ...
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from waa.painter import archive, glyphs, noise
from waa.painter.colour import Array, Colour, named
from waa.painter.kept import kept
from waa.painter.solid.model import Model

POSES = (
    "stand", "sit", "walk", "run", "jump", "sleep", "lie", "fly", "swim", "dance", "wave", "cheer",
    "hold", "eat", "read", "ride", "hug", "look", "drive", "cook", "play", "kneel",
    "perch", "portrait",  # people alone: on a seat, and a bust
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a thing should look. `colour` is a name of `colour.NAMED`; `pose` one of POSES; `traits` adjectives.

    `part` is where a wearable is worn. `variant` numbers the members of a group, so that three cats differ.
    """

    concept: str = ""
    colour: str | None = None
    material: str | None = None
    pose: str = "stand"
    traits: tuple[str, ...] = ()
    variant: int = 0
    seed: int = 0

    def tint(self, default: Colour) -> Array:
        """The colour that was asked for, else `default`."""
        return named(self.colour, default)

    def rng(self, *names: object) -> np.random.Generator:
        """A random stream of this thing's own; the same thing gets the same numbers in every picture."""
        return noise.stream(self.seed, self.concept, self.variant, *names)


Builder = Callable[[Look], Model]
_builders: dict[str, Builder] = {}
_facing: dict[str, float] = {}
_facing_in: dict[
    tuple[str, str], float
] = {}  # by (concept, pose) where a pose is best seen from another side


def draws(
    *concepts: str, yaw: float = 0.0, yaws: Mapping[str, float] | None = None
) -> Callable[[Builder], Builder]:
    """Register a builder. `yaw` is the turn that shows the thing best: 0 from the front, 55 for a car; `yaws` are
    those of poses that are better seen from elsewhere."""

    def register(builder: Builder) -> Builder:
        for concept in concepts:
            if concept in _builders:
                raise ValueError(f"two builders draw {concept!r}")
            _builders[concept] = builder
            _facing[concept] = yaw
            _facing_in.update({(concept, pose): turn for pose, turn in (yaws or {}).items()})
        return builder

    return register


@lru_cache(1)
def _load() -> None:
    """Import every module of rigs/ and props/, which registers their builders."""
    archive.source()  # before the builders, so that it never names newer ones
    for room in ("waa.painter.rigs", "waa.painter.props"):
        package = importlib.import_module(room)
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"{room}.{module.name}")


def concepts() -> frozenset[str]:
    """The ids that have a model."""
    _load()
    return frozenset(_builders)


def best_yaw(concept: str, pose: str = "stand") -> float:
    _load()
    return _facing_in.get((concept, pose), _facing.get(concept, 0.0))


@kept
def build(concept: str, look: Look) -> Model | None:
    """The model of a concept, standing on the ground, in metres; None when nobody draws it."""
    _load()
    builder = _builders.get(concept)
    if builder is None:
        return None
    return archive.recalled(f"{concept} {look}", lambda: builder(look))


@kept
def build_glyph(name: str, height: float, colour: str | None) -> Model:
    """The model of a glyph of the pack; KeyError when it is not there."""

    def puffed() -> Model:
        model = glyphs.puffed(name, height)
        return glyphs.recoloured(model, colour) if colour else model

    return archive.recalled(f"glyph {name} {height} {colour}", puffed)
