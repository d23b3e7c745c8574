"""english: a Scene as one English sentence, for the engines that are asked in words and for the picture's alt text."""

from __future__ import annotations

from waa.words.lexicon import concept
from waa.words.names import en_phrase
from waa.words.scene import Scene, Thing

_KIND = {"in_front_of": "in front of", "beside": "next to", "looking_at": "looking at"}
_AT = {"dawn": "at dawn", "day": "in daylight", "sunset": "at sunset", "night": "at night"}
_WEATHER = {
    "rain": "in the rain",
    "snow": "in the snow",
    "fog": "in fog",
    "storm": "in a thunderstorm",
    "clear": "under a clear sky",
    "cloudy": "under a cloudy sky",
}
_ACTIVE = {"holding", "wearing", "riding", "eating", "looking_at", "reading", "hugging"}
_ON = (
    "beach",
    "moon",
    "street",
    "road",
    "rooftop",
    "stage",
    "mars",
    "mountain",
    "meadow",
    "snowfield",
    "rice_terraces",
    "pier",
)
_SIDE = {
    "left": "on the left",
    "right": "on the right",
    "centre": "in the centre",
    "front": "in the foreground",
    "back": "in the background",
    "up": "high up",
    "down": "low down",
}


def english(scene: Scene) -> str:
    """'a cat sitting on the moon, looking at the Earth'."""
    told: set[str] = set()
    phrases = [_told(scene, thing, told) for thing in scene.things if not _belongs(scene, thing)]
    sentence = _listed([p for p in phrases if p])
    parts = [sentence or _plain_place(scene)]
    if sentence and scene.place is not None and not any(t.is_place for t in scene.things):
        parts[0] += f" {_where(scene)}"
    when = [_AT.get(scene.time or ""), _WEATHER.get(scene.weather or ""), f"in {scene.season}" if scene.season else None,
            _festival(scene.festival)]  # fmt: skip
    parts[0] += "".join(f" {w}" for w in when if w)
    if scene.text:
        parts.append(f'with the words "{scene.text}"')
    parts += [
        f"{scene.background} background" if scene.background else "",
        f"{scene.mood} mood" if scene.mood else "",
        scene.shot or "",
        _mode(scene.mode),
        _style(scene.style),
    ]
    return ", ".join(p.strip() for p in parts if p.strip())


def _belongs(scene: Scene, thing: Thing) -> bool:
    """Whether it is told with another thing: held, worn, ridden, or what something stands on."""
    return thing.is_place or any(
        r.object == thing.id and (r.kind in _ACTIVE or not _acts(scene, thing))
        for r in scene.relations
        if r.subject != thing.id
    )


def _acts(scene: Scene, thing: Thing) -> bool:
    return bool(thing.doing) or any(r.subject == thing.id for r in scene.relations)


def _told(scene: Scene, thing: Thing, told: set[str]) -> str:
    """'a cat sitting on a sofa, holding a cup'."""
    told.add(thing.id)
    words = [en_phrase(thing)]
    words += [d.replace("_", " ") for d in thing.doing[:2]]
    first = True
    for relation in scene.relations:
        if relation.subject != thing.id:
            continue
        other = scene.thing(relation.object)
        link = "eating" if relation.kind == "eating" else _KIND.get(relation.kind, relation.kind)
        if relation.kind == "eating" and "drinking" in thing.doing:
            link = ""
        comma = "" if first else ","
        words[-1] += comma if not first else ""
        words.append(f"{link} {_object(scene, other, told)}".strip())
        first = False
    if thing.side:
        words.append(_SIDE[thing.side])
    return " ".join(words)


def _object(scene: Scene, other: Thing, told: set[str]) -> str:
    """An object is told whole the first time, then as 'the …'."""
    if other.id in told:
        return en_phrase(other, definite=True)
    return (
        _told(scene, other, told)
        if _acts(scene, other) and _belongs(scene, other)
        else _mentioned(other, told)
    )


def _mentioned(other: Thing, told: set[str]) -> str:
    told.add(other.id)
    return en_phrase(other)


def _listed(phrases: list[str]) -> str:
    if len(phrases) < 2:
        return "".join(phrases)
    return ", ".join(phrases[:-1]) + (", and " if len(phrases) > 2 else " and ") + phrases[-1]


def _where(scene: Scene) -> str:
    assert scene.place is not None
    name = scene.place.names[0]
    if name[:1].isupper():
        return f"in {name}" if not name.startswith("Victoria Harbour") else f"at {name}"
    return f"{'on' if scene.place.id in _ON else 'at' if scene.place.id == 'harbour' else 'in'} the {name}"


def _plain_place(scene: Scene) -> str:
    if scene.place is None:
        return scene.words.strip() if not scene.unknown else ", ".join(s.text for s in scene.unknown)
    name = scene.place.names[0]
    return name if name[:1].isupper() else f"the {name}"


def _festival(festival: str | None) -> str | None:
    known = concept(festival, "festival") if festival else None
    return f"for {known.en[0]}" if known and known.en else None


def _mode(mode: str | None) -> str:
    return {"portrait": "portrait", "product": "product photograph", "illustration": "illustration"}.get(
        mode or "", ""
    )


def _style(style: str | None) -> str:
    return f"{style} style" if style and style not in ("photo",) else ("photograph" if style else "")
