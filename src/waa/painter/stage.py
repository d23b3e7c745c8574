"""Stage: what a place hands to the things that will stand in it; Setting: what the place is told about the scene."""

from __future__ import annotations

import importlib
import math
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

import numpy as np

from waa.painter import noise
from waa.painter.canvas import Canvas
from waa.painter.light import LIGHTS, Light

Kind = Literal["ground", "water", "table", "air", "room", "portrait", "ink"]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What a place paints from. `hour` names a sky and a light; None in the others means nothing was said.

    `stands` is whether something needs ground to stand on, `concepts` are the ids of all things of the scene.
    """

    place: str
    hour: str = "day"
    weather: str | None = None
    season: str | None = None
    festival: str | None = None
    style: str | None = None
    seed: int = 0
    stands: bool = False
    concepts: frozenset[str] = frozenset()
    text: str | None = None
    mood: str | None = None
    background: str | None = None  # the colour asked for where a place has a plain one
    named: str | None = None  # the place's own id, where one backdrop shows several: bamboo_forest
    behind: str | None = None  # the place seen out of focus behind a portrait

    @property
    def light(self) -> Light:
        return LIGHTS[self.hour]

    @property
    def is_night(self) -> bool:
        return self.hour in ("night", "dusk", "aurora")

    @property
    def is_snowy(self) -> bool:
        return self.weather == "snow" or self.season == "winter" or self.hour == "snow"

    def shows(self, *names: str) -> frozenset[str]:
        """Which of these things are in the scene. Ask this rather than `concepts`: see `backdrop`."""
        return self.concepts & set(names)

    def rng(self, *names: object) -> np.random.Generator:
        """A stream named by the seed, the place and `names` alone: no edit of the things can move it."""
        return noise.stream(self.seed, self.place, *names)


@dataclass(kw_only=True)
class Finish:
    """The last pass over the whole picture."""

    contrast: float = 0.04
    saturation: float = 1.05
    bloom: float = 0.32
    vignette: float = 0.26
    shadow_tint: tuple[float, float, float] = (0, 0, 0)


@dataclass(kw_only=True)
class Stage:
    """`horizon` and `ground` are y in pixels: the eye's height, and where the nearest feet stand.

    `subject_height` is the main subject's share of the picture's height. `sky_at` is where a sky thing may hang,
    as fractions. `reflects` 0..1 mirrors things in a polished or wet ground. `front` is painted over the things.
    """

    light: Light
    horizon: float
    ground: float
    kind: Kind = "ground"
    subject_height: float = 0.40
    centred: bool = False
    sky_at: tuple[float, float] = (0.70, 0.24)
    haze: float = 0.1
    reflects: float = 0.0
    shadows: bool = True
    pitch: float | None = None
    focus_x: float | None = None
    weathered: bool = True  # rain and snow may fall in front of the things
    front: list[Callable[[Canvas], None]] = field(default_factory=list)
    finish: Finish = field(default_factory=Finish)

    def camera_pitch(self, height: int) -> float:
        """How far the camera looks down on what stands at `ground`, degrees."""
        if self.pitch is not None:
            return self.pitch
        return max(3.0, math.degrees(math.atan((self.ground - self.horizon) / (height * 1.35))))


PlacePainter = Callable[[Canvas, Setting], Stage]


@dataclass(frozen=True, kw_only=True)
class PlaceEntry:
    paint: PlacePainter
    hour: str  # when nobody named one
    indoors: bool = False
    floats: bool = False  # open water: what floats needs no ground


_places: dict[str, PlaceEntry] = {}


def place(
    name: str, *, hour: str = "day", indoors: bool = False, floats: bool = False
) -> Callable[[PlacePainter], PlacePainter]:
    """Register a backdrop under a lexicon id."""

    def register(painter: PlacePainter) -> PlacePainter:
        if name in _places:
            raise ValueError(f"two painters of {name!r}")
        _places[name] = PlaceEntry(paint=painter, hour=hour, indoors=indoors, floats=floats)
        return painter

    return register


@lru_cache(1)
def places() -> dict[str, PlaceEntry]:
    """Every backdrop by its id; the modules of places/ are imported on first use."""
    package = importlib.import_module("waa.painter.places")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"waa.painter.places.{module.name}")
    return _places


def with_light(light: Light, **changes: object) -> Light:
    return replace(light, **changes)  # type: ignore[arg-type]
