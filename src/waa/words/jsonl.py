"""The shapes that `waa understand` and `waa amend` write: plain data, English names, one object for each line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waa.words.amend import Edits, amend
from waa.words.edits import Edit
from waa.words.english import english
from waa.words.lexicon import named
from waa.words.scene import Place, Scene, Thing
from waa.words.targets import Target
from waa.words.understand import understand


def scene_as_json(scene: Scene) -> dict[str, Any]:
    """What was understood. `relations` name things by their index in `things`."""
    index = {thing.id: k for k, thing in enumerate(scene.things)}
    return {
        "things": [_thing(t) for t in scene.things],
        "relations": [[index[r.subject], r.kind, index[r.object]] for r in scene.relations],
        "place": list(scene.place.names) if scene.place else None,
        "time": scene.time,
        "weather": scene.weather,
        "season": scene.season,
        "festival": scene.festival,
        "style": scene.style,
        "mode": scene.mode,
        "shot": scene.shot,
        "aspect": scene.aspect,
        "mood": scene.mood,
        "text": scene.text,
        "negative": list(scene.negative),
        "unknown": [span.text for span in scene.unknown],
        "undrawable": [span.text for span in scene.undrawable],
        "language": scene.language,
        "english": english(scene),
    }


def _thing(thing: Thing) -> dict[str, Any]:
    return {
        "names": list(thing.names),
        "words": thing.words,
        "count": thing.count,
        "colour": thing.colour,
        "size": thing.size,
        "material": thing.material,
        "doing": list(thing.doing),
        "traits": list(thing.traits),
        "drawable": thing.drawable,
    }


def understand_line(item: Mapping[str, Any]) -> dict[str, Any]:
    """{"id", "prompt"} -> {"id", "things", …}. ValueError when it is something else."""
    prompt = item.get("prompt")
    if not isinstance(prompt, str):
        raise ValueError('needs a "prompt" that is a string')
    return {"id": item.get("id"), **scene_as_json(understand(prompt))}


def amend_line(item: Mapping[str, Any]) -> dict[str, Any]:
    """{"id", "before": {"things": [names], "place", "time", "style"}, "command"} -> {"id", "edits", "unknown"}."""
    command, before = item.get("command"), item.get("before") or {}
    if not isinstance(command, str) or not isinstance(before, Mapping):
        raise ValueError('needs a "command" that is a string and a "before" that is an object')
    photo = True if before.get("photo") else None
    return {"id": item.get("id"), **edits_as_json(amend(scene_of(before), command, photo=photo))}


def scene_of(before: Mapping[str, Any]) -> Scene:
    """The scene these names describe; a name nobody knows stays a thing of that name."""
    things: list[Thing] = []
    for k, entry in enumerate(before.get("things") or ()):
        names = entry.get("names", ()) if isinstance(entry, Mapping) else entry
        names = [names] if isinstance(names, str) else list(names)
        things.append(_named_thing([str(n) for n in names] or ["thing"], k, entry))
    return Scene(
        things=tuple(things),
        place=_named_place(before.get("place")),
        time=before.get("time"),
        style=before.get("style"),
        weather=before.get("weather"),
    )


def _named_thing(names: list[str], k: int, entry: Any) -> Thing:
    known = next((c for n in names if (c := named(n))), None)
    more = entry if isinstance(entry, Mapping) else {}
    return Thing(
        id=f"{known.id if known else 'thing'}{k + 1}",
        concept=known.id if known else names[0],
        names=tuple(dict.fromkeys([*names, *(known.en if known else ())])),
        count=int(more.get("count") or 1),
        colour=more.get("colour"),
        drawable=known is not None and known.is_drawable,
    )


def _named_place(place: Any) -> Place | None:
    names = [place] if isinstance(place, str) else list(place or ())
    if not names:
        return None
    known = next((c for n in names if (c := named(str(n), "place"))), None)
    return Place(id=known.id if known else str(names[0]), names=tuple(str(n) for n in names))


def edits_as_json(edits: Edits) -> dict[str, Any]:
    return {"edits": [_edit(e) for e in edits.edits], "unknown": list(edits.unknown)}


def _edit(edit: Edit) -> dict[str, Any]:
    data: dict[str, Any] = {
        "op": edit.op,
        "target": _target(edit.target),
        "value": _value(edit),
        "degree": edit.degree,
    }
    if edit.photo_op:
        data["photo_op"] = edit.photo_op
    return {**data, "done": edit.done, "zh": edit.zh, "en": edit.en}


def _target(target: Target | None) -> dict[str, Any] | None:
    return {"names": list(target.names), "which": target.which} if target is not None else None


def _value(edit: Edit) -> Any:
    if isinstance(edit.value, Thing):
        thing = edit.value
        value: dict[str, Any] = {"names": list(thing.names), "count": thing.count}
        optional = {
            "colour": thing.colour,
            "size": thing.size,
            "material": thing.material,
            "side": thing.side,
        }
        value |= {k: v for k, v in optional.items() if v}
        return value | _where(edit)
    if edit.op == "move" and edit.relation:
        return _where(edit)
    return list(edit.value) if isinstance(edit.value, tuple) else edit.value


def _where(edit: Edit) -> dict[str, Any]:
    if edit.relation is None or edit.anchor is None:
        return {"relation": None, "anchor": None} if edit.op == "add" else {}
    return {"relation": edit.relation, "anchor": {"names": list(edit.anchor.names)}}
