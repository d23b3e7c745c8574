"""A Scene from a writer's JSON: the form it is asked for, and the vocabulary it has to keep to.

The schema is made from `words.scene`'s own dataclasses, so that it cannot drift from them. What the lexicon does not
know, the painter cannot paint: then there is no Scene.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any

from waa.words import scene as forms
from waa.words.lexicon import Concept, concept, named
from waa.words.scene import Scene
from waa.words.understand import MOST_THINGS, language_of

MOST_COUNT = 100
MOST_TEXT = 40
SIDES = ("left", "right", "centre", "front", "back", "up", "down")

# What is ours to say: it follows from the words, the lexicon or the painting.
_OURS = {"names", "drawable", "is_place", "scale", "spot", "language", "unknown", "undrawable"}
_CHOICES: dict[str, tuple[str, ...]] = {
    "kind": forms.RELATIONS,
    "time": forms.TIMES,
    "weather": forms.WEATHERS,
    "style": forms.STYLES,
    "mode": forms.MODES,
    "aspect": forms.ASPECTS,
    "size": forms.SIZES,
    "side": SIDES,
}
# Field -> the kind of the lexicon that its value belongs to.
_SETTINGS = {"time": "time", "weather": "weather", "season": "season", "festival": "festival", "style": "style",
             "mode": "mode", "shot": "shot", "aspect": "aspect", "mood": "mood"}  # fmt: skip
_OF_A_THING = {"colour": "colour", "size": "size", "material": "material", "side": "side"}


class _Doubt(Exception):
    """Something that the lexicon does not know, or that does not fit together."""


def scene_from(data: Any, words: str) -> Scene | None:
    """The Scene in a writer's answer; None when anything in it is doubtful."""
    try:
        scene = forms.from_json(_told(data, words))
        _check(scene)
    except (_Doubt, ValueError, TypeError, KeyError, AttributeError):
        return None
    return scene


def _told(data: Mapping[str, Any], words: str) -> dict[str, Any]:
    """Scene JSON of this version in the lexicon's own ids."""
    if not isinstance(data, Mapping) or set(data) - set(SCHEMA["properties"]):
        raise _Doubt
    told: dict[str, Any] = {field: _id(data.get(field), kind) for field, kind in _SETTINGS.items()}
    if background := data.get("background"):
        told["background"] = _id(background, "colour", "material")
    text = data.get("text")
    if text is not None and (not isinstance(text, str) or len(text) > MOST_TEXT or text not in words):
        raise _Doubt  # what is to be written, the person wrote
    return told | {
        "v": forms.VERSION,
        "words": words,
        "language": language_of(words),
        "text": text or None,
        "things": [_thing(thing) for thing in data["things"]],
        "relations": [dict(relation) for relation in data.get("relations") or ()],
        "place": _place(data.get("place")),
        "negative": [_known(name, "thing").en[0] for name in data.get("negative") or ()],
    }


def _thing(data: Mapping[str, Any]) -> dict[str, Any]:
    known = _known(data["concept"], "thing")
    if not known.is_drawable or not known.en:
        raise _Doubt
    return {
        **{field: _id(data.get(field), kind) for field, kind in _OF_A_THING.items()},
        "id": str(data["id"]),
        "concept": known.id,
        "names": list(known.en),
        "words": str(data.get("words") or (known.zh or known.en)[0]),
        "count": _count(data.get("count")),
        "doing": [_id(name, "verb") for name in data.get("doing") or ()],
        "traits": [_id(name, "trait") for name in data.get("traits") or ()],
        "drawable": True,
    }


def _place(data: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if not data:
        return None
    known = _known(data["id"], "place")
    if not known.is_drawable or not known.en:
        raise _Doubt
    return {"id": known.id, "names": list(known.en), "words": str(data.get("words") or ""), "drawable": True}


def _count(value: object) -> int:
    if value is None:
        return 1
    if type(value) is not int or not 1 <= value <= MOST_COUNT:
        raise _Doubt
    return value


def _known(name: object, *kinds: str) -> Concept:
    """The concept of that name among `kinds`, by its id or said in any way the lexicon knows."""
    if isinstance(name, str):
        for said in (name, name.replace("_", " "), name.removeprefix("a ").removeprefix("the ")):
            for kind in kinds:
                if known := concept(said, kind) or named(said, kind):
                    return known
    raise _Doubt


def _id(name: object, *kinds: str) -> str | None:
    """The value a scene keeps for that name: most are their own id; 'dusk' is a sunset."""
    if name is None or name == "":
        return None
    known = _known(name, *kinds)
    return known.attributes.get("is", known.id)


def _check(scene: Scene) -> None:
    """It shows something, and what is related is there."""
    ids = [thing.id for thing in scene.things]
    if not (ids or scene.place) or len(ids) > MOST_THINGS or len(set(ids)) < len(ids):
        raise _Doubt
    for relation in scene.relations:
        if relation.kind not in forms.RELATIONS or relation.subject == relation.object:
            raise _Doubt
        if not {relation.subject, relation.object} <= set(ids):
            raise _Doubt


def _schema_of(form: type) -> dict[str, Any]:
    """JSON Schema of a dataclass, in the strict form that servers ask for: every field named, nothing else."""
    hints = typing.get_type_hints(form)
    names = [f.name for f in dataclasses.fields(form) if f.name not in _OURS]
    if form is Scene:
        names.remove("words")
    fields = {name: _field_schema(name, hints[name]) for name in names}
    return {"type": "object", "properties": fields, "required": names, "additionalProperties": False}


def _field_schema(name: str, hint: Any) -> dict[str, Any]:
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        inner = _field_schema(name, next(a for a in arguments if a is not type(None)))
        if "enum" in inner:
            return {"type": ["string", "null"], "enum": [*inner["enum"], None]}
        return {**inner, "type": [inner["type"], "null"]}
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _field_schema("", arguments[0])}
    if dataclasses.is_dataclass(hint):
        return _schema_of(typing.cast(type, hint))
    if name in _CHOICES:
        return {"type": "string", "enum": list(_CHOICES[name])}
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[hint]}


SCHEMA = _schema_of(Scene)
