"""Plan: a Scene -> the subjects to place. What belongs together (a hat on a head, a rider on a horse, a cup in a hand)
becomes one model, so that it is lit, seen and placed as one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.casting import (
    GROUPS,
    by_itself,
    clothed,
    counted,
    each,
    is_one_of_us,
    is_portrait,
    played,
    puts_on,
    told,
)
from waa.painter.contents import is_heaped
from waa.painter.facts import Facts, facts
from waa.painter.joining import (
    MOST_CARRIED,
    POSE_OF_PART,
    build,
    bust,
    carrying,
    is_open,
    is_tethered,
    joined,
)
from waa.painter.rigs import people
from waa.painter.solid.model import Model
from waa.words.scene import Relation, Scene, Spot, Thing

MERGED = ("holding", "eating", "reading", "wearing", "riding", "hugging", "on", "in")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One or several things as one model. `id` is the main thing's, with `#n` for the members of a group.

    `members` are the ids of all things in it. `real` is its height in metres. `rank` orders by importance: 0 first.
    `constraints` are (kind, other subject's id) that the layout keeps: beside, behind, in_front_of, under, looking_at.
    """

    id: str
    members: tuple[str, ...]
    model: Model
    facts: Facts
    yaw: float = 0.0
    pose: str = "stand"
    real: float = 1.0
    scale: float = 1.0
    rank: int = 1
    side: str | None = None
    spot: Spot | None = None
    constraints: tuple[tuple[str, str], ...] = ()

    @property
    def thing_id(self) -> str:
        return self.id.partition("#")[0]


@dataclass
class Plan:
    """`subjects` to be placed; `missing` are ids of things that no model or glyph shows."""

    subjects: list[Subject] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def plan(scene: Scene, seed: int) -> Plan:
    """Group the things of a scene by what they do to each other, and build a model of each group."""
    result = Plan()
    scene = _mounted(clothed(counted(played(scene))))
    shown = surfaces(scene)
    merged = _merged_into(scene, shown)
    for thing in scene.things:
        if thing.is_place or thing.id in merged or thing.id in shown:
            continue
        for number, one in enumerate(each(thing)):
            subject = _subject(_Joins(scene, merged, seed), one, number)
            if subject is None:
                result.missing.append(thing.id)
                break
            result.subjects.append(subject)
    result.missing += [t for t in merged if not _is_drawn(scene, t, merged[t], seed)]
    result.subjects.sort(key=lambda s: s.rank)
    return result


def _mounted(scene: Scene) -> Scene:
    """Whoever is on a scooter rides it."""
    relations = [
        replace(r, kind="riding")
        if r.kind == "on" and _rides(scene.thing(r.subject), scene.thing(r.object))
        else r
        for r in scene.relations
    ]
    return replace(scene, relations=tuple(relations))


def _rides(rider: Thing, mount: Thing) -> bool:
    known = facts(mount.concept)
    return (
        facts(rider.concept).is_animate
        and known.has("rideable", "vehicle")
        and is_open(mount)
        and not known.has("boat")
    )


def surfaces(scene: Scene) -> frozenset[str]:
    """Ids of tables that only carry food, drink or goods: the place itself shows a table top, seen from near."""
    found = set()
    for thing in scene.things:
        carried = [scene.thing(r.subject) for r in scene.relations if r.object == thing.id and r.kind == "on"]
        others = [t for t in scene.things if t.id != thing.id and not t.is_place]
        tied = any(thing.id in (r.subject, r.object) for r in scene.relations)
        laid = carried or ([] if tied else others)  # '壽司同味噌湯，木枱'
        if laid and facts(thing.concept).has("furniture") and all(_is_small(facts(t.concept)) for t in laid):
            found.add(thing.id)
        if thing.concept in _OF_THE_ROOM and thing.count == 1 and not thing.colour and others:
            found.add(thing.id)
    if (
        scene.mode != "product"
        and scene.place is not None
        and scene.place.id not in ("cafe", "kitchen", "product")
    ):
        return frozenset()
    return frozenset(found)


_OF_THE_ROOM = ("window_frame",)  # a room has one, and what stands by it needs no second


def _is_small(known: Facts) -> bool:
    return known.height < 0.6 and known.has(
        "food", "drink", "fruit", "tableware", "product", "cosmetics", "jewellery"
    )


def _merged_into(scene: Scene, shown: frozenset[str]) -> dict[str, str]:
    """Thing id -> id of the thing it is joined to. What is held goes to the holder, what sits goes to the seat."""
    owner: dict[str, str] = {}
    for r in scene.relations:
        subject, other = scene.thing(r.subject), scene.thing(r.object)
        if other.is_place or subject.is_place or r.subject == r.object or r.object in shown:
            continue
        if not _can_be_drawn(subject if r.kind not in ("on", "in") else other):
            continue  # what nobody can draw carries nothing
        if (r.kind in ("holding", "eating", "reading", "wearing", "riding") and r.object not in owner) or (
            r.kind == "hugging" and r.object not in owner
        ):
            owner[r.object] = r.subject
        elif (
            r.kind in ("on", "in") and _carries(other, r.kind) and r.subject not in owner and other.count == 1
        ):
            owner[r.subject] = r.object
    return _without_circles(owner)


def _can_be_drawn(thing: Thing) -> bool:
    known = facts(thing.concept)
    ids = cast.concepts()
    return thing.concept in ids or thing.concept in GROUPS or known.drawn_as in ids or known.glyph is not None


def _without_circles(owner: dict[str, str]) -> dict[str, str]:
    """What hangs on itself in the end hangs on nothing."""

    def ends(thing: str) -> bool:
        seen = {thing}
        while thing in owner:
            thing = owner[thing]
            if thing in seen:
                return False
            seen.add(thing)
        return True

    return {thing: to for thing, to in owner.items() if ends(thing)}


def _carries(thing: Thing, kind: str) -> bool:
    known = facts(thing.concept)
    if kind == "in":
        return known.has("container", "vehicle", "boat", "furniture")
    return known.has(
        "furniture",
        "vehicle",
        "boat",
        "container",
        "animal",
        "building",
        "plate",
        "tableware",
        "rideable",
        "nature",
        "carries",
    )


@dataclass(frozen=True, eq=False)
class _Joins:
    """What is joined to what in a scene: thing id -> id of the thing that it is joined to."""

    scene: Scene
    merged: dict[str, str]
    seed: int

    def parts(self, thing_id: str) -> list[Relation]:
        """What it holds, wears, rides."""
        return [
            r
            for r in self.scene.relations
            if r.subject == thing_id and r.kind in MERGED and self.merged.get(r.object) == thing_id
        ]

    def carried(self, thing_id: str) -> list[Relation]:
        """What is on it or in it."""
        return [
            r
            for r in self.scene.relations
            if r.object == thing_id and r.kind in ("on", "in") and self.merged.get(r.subject) == thing_id
        ]

    def members(self, thing_id: str) -> list[str]:
        """Itself and all that is joined to it, and to that."""
        near = [r.object for r in self.parts(thing_id)] + [r.subject for r in self.carried(thing_id)]
        return [thing_id, *(m for other in dict.fromkeys(near) for m in self.members(other))]


def _whole(joins: _Joins, thing: Thing, number: int, as_part: str | None = None) -> tuple[Model | None, str]:
    """The model of a thing with all that is joined to it, and its pose; `as_part` is how it is joined to another."""
    scene, parts = joins.scene, joins.parts(thing.id)
    as_told, pose = told(scene, thing, facts(thing.concept), parts)
    pose = POSE_OF_PART.get(as_part or "", pose)
    model = build(as_told, number, joins.seed, pose)
    if model is None:
        return None, pose
    for r in parts:
        other = scene.thing(r.object)
        if by_itself(thing, r, other):
            continue
        part, _ = _whole(joins, other, number, r.kind)
        for k in range(min(other.count, 3) if is_tethered(other) else 1):
            model = joined(model, part, other, r.kind, k) if part else model
    for r in joins.carried(thing.id):
        other = scene.thing(r.subject)
        bare = "heaped" if is_heaped(model, other, r.kind) else None
        models = [_whole(joins, one, k, bare)[0] for k, one in enumerate(each(other)[:MOST_CARRIED])]
        model = carrying(model, [m for m in models if m], other, r.kind)
    return model, pose


def _is_drawn(scene: Scene, thing_id: str, owner: str, seed: int) -> bool:
    thing, wearer = scene.thing(thing_id), scene.thing(owner)
    if puts_on(wearer, thing) or (is_one_of_us(wearer) and people.holds(thing.concept)):
        return True
    return build(each(thing)[0], 0, seed) is not None


def _subject(joins: _Joins, thing: Thing, number: int) -> Subject | None:
    scene, known = joins.scene, facts(thing.concept)
    model, pose = _whole(joins, thing, number)
    if model is None:
        return None
    if is_portrait(scene) and known.is_animate and not is_one_of_us(thing):  # people cut themselves
        model = bust(model)
    return Subject(
        id=thing.id if thing.count == 1 else f"{thing.id}#{number + 1}",
        members=tuple(joins.members(thing.id)),
        model=model,
        facts=known,
        yaw=_yaw(scene, thing, known, pose, number, joins.seed),
        pose=pose,
        real=max(model.height, 0.01),
        scale=thing.scale * _SIZE[thing.size],
        rank=_rank(thing, known, joins.carried(thing.id)),
        side=thing.side,
        spot=thing.spot if thing.count == 1 else None,
        constraints=_constraints(scene, thing.id),
    )


_SIZE: dict[str | None, float] = {None: 1.0, "tiny": 0.5, "small": 0.72, "big": 1.35, "huge": 1.8}


def _rank(thing: Thing, known: Facts, carried: list[Relation]) -> int:
    if known.is_animate or carried:
        return 0
    return 2 if known.has("nature", "building", "plant", "furniture", "sky") else 1


def _constraints(scene: Scene, thing_id: str) -> tuple[tuple[str, str], ...]:
    kinds = ("beside", "behind", "in_front_of", "under", "on", "in", "looking_at")
    return tuple((r.kind, r.object) for r in scene.relations if r.subject == thing_id and r.kind in kinds)


def _yaw(scene: Scene, thing: Thing, known: Facts, pose: str, number: int, seed: int) -> float:
    """How far the thing is turned: its best side, its back to the viewer when it looks into the distance."""
    looks = scene.related(thing.id, "looking_at")
    if looks and facts(looks[0].concept).has("sky", "nature", "building") and known.is_animate:
        return 180.0 - 14.0
    mounts = scene.related(thing.id, "riding")  # a rider is seen as the mount is seen best
    best = _best_yaw(mounts[0], "walk") if mounts else _best_yaw(thing, pose)
    if known.is_animate and thing.count > 1:  # a group does not stand like soldiers
        turn = float(Look(concept=thing.concept, seed=seed, variant=number).rng("turn").uniform(-26, 26))
        return best * (1 if number % 2 == 0 else -1) * 0.7 + turn
    return best


def _best_yaw(thing: Thing, pose: str) -> float:
    """That of the model which shows it."""
    stand_in = facts(thing.concept).drawn_as
    return cast.best_yaw(
        thing.concept if thing.concept in cast.concepts() or not stand_in else stand_in, pose
    )
