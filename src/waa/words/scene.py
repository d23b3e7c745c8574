"""Scene: what the words mean.

The one value shared by the painter, the prompt for other engines, the alt text, the search and the safety
rules. Frozen; edits make a new one. Words inside it are ids of the lexicon ('cat', 'harbour', 'night').
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1

RELATIONS = (
    "on", "under", "beside", "behind", "in_front_of", "in",
    "holding", "wearing", "riding", "eating", "looking_at", "reading", "hugging",
)  # fmt: skip
TIMES = ("dawn", "day", "sunset", "night")
WEATHERS = ("rain", "snow", "fog", "storm", "clear", "cloudy")
STYLES = (
    "watercolour", "oil painting", "pencil sketch", "ink wash", "anime", "pixel art", "3d", "photo", "film",
    "paper cut", "neon", "comic", "ukiyo-e", "clay", "flat", "poster",
)  # fmt: skip
MODES = ("portrait", "product", "illustration")
ASPECTS = ("1:1", "16:9", "9:16", "4:3", "3:4")
SIZES = ("tiny", "small", "big", "huge")


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where a thing stands in the frame, as fractions of it: middle `x`, foot `y`, `height`."""

    x: float
    y: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something to be seen.

    `id` ('cat1') stays the same through every edit and names the thing's random stream, so that a change
    elsewhere never alters it. `concept` is a lexicon id, or the words themselves where the lexicon has none.
    `names` are English common nouns, best first. `spot` is where the last picture had it.
    """

    id: str
    concept: str
    names: tuple[str, ...]
    words: str = ""
    count: int = 1
    colour: str | None = None
    size: str | None = None
    material: str | None = None
    doing: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    side: str | None = None  # left | right | centre | front | back | up | down
    drawable: bool = True
    is_place: bool = False  # named as a thing ("on the moon") but painted as the place
    scale: float = 1.0
    spot: Spot | None = None


@dataclass(frozen=True)
class Relation:
    """`subject` and `object` are Thing ids; `kind` is one of RELATIONS."""

    subject: str
    kind: str
    object: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """`id` is a lexicon id; `names` are English, best first."""

    id: str
    names: tuple[str, ...]
    words: str = ""
    drawable: bool = True


@dataclass(frozen=True)
class Span:
    """A run of the person's own words: text[start:end]."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Scene:
    """See the module docstring. `words` is the text it came from, as typed.

    `unknown` are runs nobody understood; `undrawable` are runs that were understood but that the offline
    painter cannot show (an action, a thing without a drawing).
    """

    words: str = ""
    language: str = "yue"  # yue | zh | en
    things: tuple[Thing, ...] = ()
    relations: tuple[Relation, ...] = ()
    place: Place | None = None
    time: str | None = None
    weather: str | None = None
    season: str | None = None
    festival: str | None = None
    style: str | None = None
    mode: str | None = None
    shot: str | None = None
    aspect: str | None = None
    mood: str | None = None
    background: str | None = None  # the colour or material of a plain one
    text: str | None = None
    negative: tuple[str, ...] = ()
    unknown: tuple[Span, ...] = ()
    undrawable: tuple[Span, ...] = ()

    def thing(self, thing_id: str) -> Thing:
        """The thing with that id; KeyError when there is none."""
        for thing in self.things:
            if thing.id == thing_id:
                return thing
        raise KeyError(thing_id)

    def related(self, thing_id: str, *kinds: str) -> tuple[Thing, ...]:
        """What `thing_id` is `kinds` to (every kind when none is given), in order."""
        return tuple(
            self.thing(r.object)
            for r in self.relations
            if r.subject == thing_id and (not kinds or r.kind in kinds)
        )

    def with_spots(self, spots: Mapping[str, Spot]) -> Scene:
        """The same scene, its things placed where a picture has just put them."""
        return dataclasses.replace(
            self,
            things=tuple(dataclasses.replace(t, spot=spots.get(t.id, t.spot)) for t in self.things),
        )


def without_spots(scene: Scene) -> Scene:
    """The same scene with nothing placed: for another composition of it."""
    return dataclasses.replace(scene, things=tuple(dataclasses.replace(t, spot=None) for t in scene.things))


def to_json(scene: Scene) -> dict[str, Any]:
    """Plain data, kept with every picture. `from_json` reads it back to an equal Scene."""
    return {"v": VERSION, **dataclasses.asdict(scene)}


def from_json(data: Mapping[str, Any]) -> Scene:
    """Raises ValueError for another version or another shape."""
    if data.get("v") != VERSION:
        raise ValueError(f"a scene of version {data.get('v')!r}; this Waa reads version {VERSION}")
    try:
        place = data.get("place")
        return Scene(
            **{k: v for k, v in data.items() if k in _PLAIN},
            things=tuple(_thing(t) for t in data.get("things", ())),
            relations=tuple(Relation(**r) for r in data.get("relations", ())),
            place=Place(**{**place, "names": tuple(place["names"])}) if place else None,
            negative=tuple(data.get("negative", ())),
            unknown=tuple(Span(**s) for s in data.get("unknown", ())),
            undrawable=tuple(Span(**s) for s in data.get("undrawable", ())),
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a scene: {error}") from error


def _thing(data: Mapping[str, Any]) -> Thing:
    tuples = {k: tuple(data.get(k, ())) for k in ("names", "doing", "traits")}
    spot = data.get("spot")
    return Thing(**{**data, **tuples, "spot": Spot(**spot) if spot else None})


_PLAIN = frozenset(
    f.name
    for f in dataclasses.fields(Scene)
    if f.name not in {"things", "relations", "place", "negative", "unknown", "undrawable"}
)
