"""Plan: a Scene -> the subjects to place. What belongs together (a hat on a head, a rider on a horse, a cup in a hand)
becomes one model, so that it is lit, seen and placed as one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.facts import Facts, facts
from waa.painter.joining import MOST_CARRIED, POSE_OF_PART, build, bust, carrying, joined
from waa.painter.rigs import people
from waa.painter.solid.model import Model
from waa.words.scene import Relation, Scene, Spot, Thing

MOST_OF_ONE = 9  # "a hundred sheep" are painted as nine
MERGED = ("holding", "eating", "reading", "wearing", "riding", "hugging", "on", "in")
_CLOSE = ("close-up", "half body", "selfie")
# What people do -> the pose that shows it. Anything else stands.
POSE_OF = {
    "sitting": "sit", "standing": "stand", "walking": "walk", "running": "run", "jumping": "jump",
    "sleeping": "sleep", "lying": "lie", "flying": "fly", "swimming": "swim", "diving": "swim",
    "dancing": "dance", "waving": "wave", "cheering": "cheer", "smiling": "stand", "laughing": "cheer",
    "holding": "hold", "carrying": "hold", "eating": "eat", "drinking": "eat", "reading": "read",
    "riding": "ride", "driving": "ride", "hugging": "hug", "kneeling": "kneel", "crouching": "kneel",
    "praying": "kneel", "cooking": "cook", "playing": "play", "kicking": "play", "singing": "cheer",
    "fishing": "stand", "painting": "stand", "writing": "read", "working": "read", "fighting": "run",
    "climbing": "jump", "surfing": "ride", "skating": "ride", "cycling": "ride", "chasing": "run",
    "floating": "fly", "resting": "lie", "looking": "look", "watching": "look", "standing up": "stand",
    "meditating": "sit", "singing and dancing": "dance",
}  # fmt: skip


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


# Words for several people at once -> who they are.
GROUPS = {
    "couple": ("man", "woman"), "married_couple": ("man", "woman"), "newlyweds_photo": ("groom", "bride"),
    "parents": ("man", "woman"), "family": ("man", "girl", "boy", "woman"), "siblings": ("boy", "girl"),
    "twins": ("girl", "girl"), "elderly_people": ("old_man", "old_woman"), "team": ("footballer",) * 4,
    "crowd": ("woman", "man", "old_man", "girl", "person", "old_woman", "boy"), "band": ("musician", "singer", "musician"),
    "choir": ("singer",) * 4,
}  # fmt: skip


_KIN = ("parents", "family", "siblings", "twins")  # they look alike


def is_portrait(scene: Scene) -> bool:
    """Whether it is somebody's face that is to be seen: it was asked for, or one figure is shown from close by."""
    if scene.mode == "portrait":
        return True
    seen = [t for t in scene.things if facts(t.concept).is_animate and not t.is_place]
    return scene.shot in _CLOSE and len(seen) == 1 and seen[0].count == 1


def plan(scene: Scene, seed: int) -> Plan:
    """Group the things of a scene by what they do to each other, and build a model of each group."""
    result = Plan()
    scene = _clothed(_cast(scene))
    shown = surfaces(scene)
    merged = _merged_into(scene, shown)
    for thing in scene.things:
        if thing.is_place or thing.id in merged or thing.id in shown:
            continue
        for number, one in enumerate(_each(thing)):
            subject = _subject(_Joins(scene, merged, seed), one, number)
            if subject is None:
                result.missing.append(thing.id)
                break
            result.subjects.append(subject)
    result.missing += [t for t in merged if not _is_drawn(scene, t, merged[t], seed)]
    result.subjects.sort(key=lambda s: s.rank)
    return result


def _each(thing: Thing) -> list[Thing]:
    """Everyone that a word names."""
    if thing.concept in GROUPS:
        members = GROUPS[thing.concept]
        kin = (*thing.traits, f"kin:{thing.id}") if thing.concept in _KIN else thing.traits
        return [replace(thing, concept=concept, count=len(members), traits=kin) for concept in members]
    return [thing] * min(max(thing.count, 1), MOST_OF_ONE)


def _cast(scene: Scene) -> Scene:
    """'Woman running', whom only the pack of glyphs knows, is a woman, and runs."""

    def played(thing: Thing) -> Thing:
        actor = people.stand_in(thing.concept)
        if actor is None:
            return thing
        return replace(
            thing,
            concept=actor.concept,
            traits=(*thing.traits, *actor.traits),
            doing=(*actor.doing, *thing.doing),
        )

    return replace(scene, things=tuple(played(t) for t in scene.things))


def _clothed(scene: Scene) -> Scene:
    """A boy in a raincoat wears it, and so does the only person when a hat is named with nobody to wear it."""
    kinds = ("in", "beside") if is_portrait(scene) else ("in",)
    relations = [
        replace(r, kind="wearing")
        if r.kind in kinds and _puts_on(scene.thing(r.subject), scene.thing(r.object))
        else r
        for r in scene.relations
    ]
    tied = {end for r in relations for end in (r.subject, r.object)}
    wearers = [t for t in scene.things if facts(t.concept).has("person")]
    if len(wearers) == 1:
        loose = [t for t in scene.things if t.id not in tied and t.count == 1 and _puts_on(wearers[0], t)]
        relations += [Relation(wearers[0].id, "wearing", t.id) for t in loose]
    return replace(scene, relations=tuple(relations))


def _puts_on(wearer: Thing, other: Thing) -> bool:
    """Whether the wearer's rig dresses it: people do, in what they have a cut for."""
    return _is_one_of_us(wearer) and people.puts_on(other.concept)


def _is_one_of_us(thing: Thing) -> bool:
    """Drawn as people, not as a robot or a ghost."""
    drawn_as = facts(thing.concept).drawn_as
    return thing.concept in people.PEOPLE or thing.concept in GROUPS or drawn_as in people.PEOPLE


def surfaces(scene: Scene) -> frozenset[str]:
    """Ids of tables that only carry food, drink or goods: the place itself shows a table top, seen from near."""
    found = set()
    for thing in scene.things:
        carried = [scene.thing(r.subject) for r in scene.relations if r.object == thing.id and r.kind == "on"]
        if (
            carried
            and facts(thing.concept).has("furniture")
            and all(_is_small(facts(t.concept)) for t in carried)
        ):
            found.add(thing.id)
    if (
        scene.mode != "product"
        and scene.place is not None
        and scene.place.id not in ("cafe", "kitchen", "product")
    ):
        return frozenset()
    return frozenset(found)


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
        if (r.kind in ("holding", "eating", "reading", "wearing", "riding") and r.object not in owner) or (
            r.kind == "hugging" and r.object not in owner
        ):
            owner[r.object] = r.subject
        elif (
            r.kind in ("on", "in") and _carries(other, r.kind) and r.subject not in owner and other.count == 1
        ):
            owner[r.subject] = r.object
    return _without_circles(owner)


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
    told, pose = _told(scene, thing, facts(thing.concept), parts)
    pose = POSE_OF_PART.get(as_part or "", pose)
    model = build(told, number, joins.seed, pose)
    if model is None:
        return None, pose
    for r in parts:
        other = scene.thing(r.object)
        if _by_itself(thing, r, other):
            continue
        part, _ = _whole(joins, other, number, r.kind)
        model = joined(model, part, other, r.kind) if part else model
    for r in joins.carried(thing.id):
        other = scene.thing(r.subject)
        models = [_whole(joins, other, k)[0] for k in range(min(other.count, MOST_CARRIED))]
        model = carrying(model, [m for m in models if m], other, r.kind)
    return model, pose


def _is_drawn(scene: Scene, thing_id: str, owner: str, seed: int) -> bool:
    thing, wearer = scene.thing(thing_id), scene.thing(owner)
    if _puts_on(wearer, thing) or (_is_one_of_us(wearer) and people.holds(thing.concept)):
        return True
    return build(thing, 0, seed) is not None


def _subject(joins: _Joins, thing: Thing, number: int) -> Subject | None:
    scene, known = joins.scene, facts(thing.concept)
    model, pose = _whole(joins, thing, number)
    if model is None:
        return None
    if is_portrait(scene) and known.is_animate and not _is_one_of_us(thing):  # people cut themselves
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


_FELT = ("smiling", "laughing", "crying", "singing")
_BUSY = ("read", "eat", "hold", "hug", "play", "cheer", "wave")


def _told(scene: Scene, thing: Thing, known: Facts, parts: list[Relation]) -> tuple[Thing, str]:
    """The thing and its pose as its rig is told them. People put clothes on themselves, show what they feel, and
    in a portrait are seen from the chest up, whatever their hands do."""
    pose, traits = pose_in(scene, thing), thing.traits
    if known.has("person"):
        traits = (*traits, *_sex(thing.words))
        for other in (scene.thing(r.object) for r in parts if r.kind == "wearing"):
            if _puts_on(thing, other):
                traits = (*traits, f"outfit:{people.cut_of(other.concept, other.words)}:{other.colour or ''}")
        if pose in ("hold", "stand", "walk", "cheer") and (held := _in_hand(scene, thing)):
            pose, traits = ("walk" if pose == "walk" else "stand"), (*traits, f"carry:{held}")
        if _is_one_of_us(thing) and _is_seated(scene, thing):
            traits, pose = (
                ((*traits, f"arms:{pose}") if pose in _BUSY else traits),
                "sit" if pose in (*_BUSY, "stand") else pose,
            )
        traits = (*traits, *(f"mount:{scene.thing(r.object).concept}" for r in parts if r.kind == "riding"))
        traits = (*traits, *(felt for felt in _FELT if felt in thing.doing))
    if is_portrait(scene) and known.is_animate:
        if known.has("person"):
            pose = "portrait"
        elif pose == "stand":
            pose = "sit"
    return replace(thing, traits=traits), pose


def _sex(words: str) -> tuple[str, ...]:
    """What a word such as 女警 or 'policewoman' says of a role that either may have."""
    if "女" in words or re.search(r"\w*woman\b|\bfemale\b|\blady\b", words):
        return ("female",)
    return ("male",) if re.match("男", words) or re.search(r"\bmale\b", words) else ()


def _is_seated(scene: Scene, thing: Thing) -> bool:
    return any(
        r.kind == "on" and r.subject == thing.id and facts(scene.thing(r.object).concept).has("furniture")
        for r in scene.relations
    )


def _by_itself(thing: Thing, r: Relation, other: Thing) -> bool:
    """Whether the rig of `thing` has it on or in hand already."""
    if r.kind == "holding":
        return _is_one_of_us(thing) and people.holds(other.concept)
    return r.kind == "wearing" and _puts_on(thing, other)


_TOOL_OF = {
    "fishing": "fishing_rod",
    "painting": "palette",
    "singing": "microphone",
    "photographing": "camera",
}


def _in_hand(scene: Scene, thing: Thing) -> str | None:
    """What people hold in a way of their own, or need for what they do: 'guitar:red'."""
    if not _is_one_of_us(thing):
        return None
    for held in scene.related(thing.id, "holding"):
        return f"{held.concept}:{held.colour or ''}" if people.holds(held.concept) else None
    return next((f"{_TOOL_OF[doing]}:" for doing in thing.doing if doing in _TOOL_OF), None)


_SIZE: dict[str | None, float] = {None: 1.0, "tiny": 0.5, "small": 0.72, "big": 1.35, "huge": 1.8}


def _rank(thing: Thing, known: Facts, carried: list[Relation]) -> int:
    if known.is_animate or carried:
        return 0
    return 2 if known.has("nature", "building", "plant", "furniture", "sky") else 1


def _constraints(scene: Scene, thing_id: str) -> tuple[tuple[str, str], ...]:
    kinds = ("beside", "behind", "in_front_of", "under", "on", "in", "looking_at")
    return tuple((r.kind, r.object) for r in scene.relations if r.subject == thing_id and r.kind in kinds)


def pose_in(scene: Scene, thing: Thing) -> str:
    """The pose that shows what it does; what it holds or rides decides over what is merely said."""
    kinds = {r.kind for r in scene.relations if r.subject == thing.id}
    for kind, pose in (
        ("riding", "ride"),
        ("hugging", "hug"),
        ("reading", "read"),
        ("eating", "eat"),
        ("holding", "hold"),
    ):
        if kind in kinds:
            return pose
    for doing in thing.doing:
        if doing in POSE_OF and POSE_OF[doing] != "look":
            return POSE_OF[doing]
    if _is_seated(scene, thing):
        return "sit"
    return "sit" if "looking_at" in kinds and facts(thing.concept).has("animal") else "stand"


def _yaw(scene: Scene, thing: Thing, known: Facts, pose: str, number: int, seed: int) -> float:
    """How far the thing is turned: its best side, its back to the viewer when it looks into the distance."""
    looks = scene.related(thing.id, "looking_at")
    if looks and facts(looks[0].concept).has("sky", "nature", "building") and known.is_animate:
        return 180.0 - 14.0
    mounts = scene.related(thing.id, "riding")  # a rider is seen as the mount is seen best
    best = cast.best_yaw(mounts[0].concept, "walk") if mounts else cast.best_yaw(thing.concept, pose)
    if known.is_animate and thing.count > 1:  # a group does not stand like soldiers
        turn = float(Look(concept=thing.concept, seed=seed, variant=number).rng("turn").uniform(-26, 26))
        return best * (1 if number % 2 == 0 else -1) * 0.7 + turn
    return best


def with_spot(subject: Subject, spot: Spot | None) -> Subject:
    return replace(subject, spot=spot)
