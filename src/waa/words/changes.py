"""Changes: a Scene and one edit -> another Scene. Things keep their ids, so the painter keeps them where they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from waa.words.scene import Place, Relation, Scene, Thing

_STEP = {
    "bigger": {None: 1.35, "slight": 1.15, "strong": 1.8},
    "smaller": {None: 0.72, "slight": 0.86, "strong": 0.5},
}
_SMALLEST, _LARGEST = 0.25, 4.0


def new_id(scene: Scene, stem: str) -> str:
    """'dog2' where there is a dog1; an id that was once given is never given to another while its bearer is there."""
    taken = {t.id for t in scene.things}
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}{n}") not in taken)


def added(scene: Scene, thing: Thing) -> Scene:
    """With `thing`; it is unwanted no more."""
    negative = tuple(n for n in scene.negative if n not in thing.names)
    return replace(scene, things=(*scene.things, thing), negative=negative)


def added_relation(scene: Scene, subject: str, kind: str, other: str) -> Scene:
    """With one more relation between things that are there."""
    new = Relation(subject, kind, other)
    return scene if new in scene.relations else replace(scene, relations=(*scene.relations, new))


def removed(scene: Scene, ids: Iterable[str]) -> Scene:
    gone = set(ids)
    return replace(
        scene,
        things=tuple(t for t in scene.things if t.id not in gone),
        relations=tuple(r for r in scene.relations if r.subject not in gone and r.object not in gone),
    )


def replaced(scene: Scene, old: str, new: Thing) -> Scene:
    """`new` in the place of `old`: the same spot, the same relations."""
    before = scene.thing(old)
    new = replace(new, side=new.side or before.side, spot=before.spot, doing=new.doing or before.doing)
    swap = {old: new.id}
    return replace(
        scene,
        things=tuple(new if t.id == old else t for t in scene.things),
        relations=tuple(
            Relation(swap.get(r.subject, r.subject), r.kind, swap.get(r.object, r.object))
            for r in scene.relations
        ),
    )


def altered(scene: Scene, ids: Iterable[str], **changes: Any) -> Scene:
    """The things `ids` with other fields."""
    chosen = set(ids)
    return replace(scene, things=tuple(replace(t, **changes) if t.id in chosen else t for t in scene.things))


def resized(scene: Scene, ids: Iterable[str], direction: str, degree: str | None) -> Scene:
    chosen = set(ids)
    factor = _STEP[direction][degree]
    return replace(
        scene,
        things=tuple(
            replace(t, scale=min(max(t.scale * factor, _SMALLEST), _LARGEST), spot=_resized(t, factor))
            if t.id in chosen
            else t
            for t in scene.things
        ),
    )


def _resized(thing: Thing, factor: float) -> Any:
    """It grows from its foot, where it stands."""
    spot = thing.spot
    return replace(spot, height=min(spot.height * factor, 0.95)) if spot else None


_SHIFT = {"left": -0.2, "right": 0.2}


def moved(scene: Scene, ids: Iterable[str], side: str) -> Scene:
    """To a side of the frame; a thing that has its spot moves from there."""
    chosen = set(ids)
    return replace(scene, things=tuple(_moved(t, side) if t.id in chosen else t for t in scene.things))


def _moved(thing: Thing, side: str) -> Thing:
    spot = thing.spot
    if spot is None:
        return replace(thing, side=side)
    x, y, height = spot.x, spot.y, spot.height
    if side in _SHIFT:
        target = 0.2 if side == "left" else 0.8
        x = target if (x > target) == (side == "left") else min(max(x + _SHIFT[side] / 2, 0.08), 0.92)
    elif side == "centre":
        x = 0.5
    elif side == "up":
        y = max(y - 0.18, height + 0.02)
    elif side == "down":
        y = min(y + 0.12, 0.98)
    elif side == "front":
        y, height = min(y + 0.08, 0.97), min(height * 1.25, 0.95)
    elif side == "back":
        y, height = max(y - 0.08, height * 0.5), height * 0.75
    return replace(thing, side=side, spot=replace(spot, x=x, y=y, height=height))


def related(scene: Scene, subject: str, kind: str, other: str) -> Scene:
    """`subject` now stands in `kind` to `other`; where it stood before is forgotten."""
    placing = ("on", "under", "beside", "behind", "in_front_of", "in")
    kept = tuple(
        r for r in scene.relations if not (r.subject == subject and r.kind in placing and kind in placing)
    )
    new = Relation(subject, kind, other)
    scene = replace(scene, relations=(*(r for r in kept if r != new), new))
    return altered(scene, [subject], spot=None, side=None)


def at_place(scene: Scene, place: Place | None) -> Scene:
    """Somewhere else: what stood in the old place finds new spots there; what was the old place itself is gone."""
    scene = removed(scene, [t.id for t in scene.things if t.is_place])
    return replace(scene, place=place, things=tuple(replace(t, spot=None) for t in scene.things))
