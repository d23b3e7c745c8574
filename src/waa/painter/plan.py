"""Plan: a Scene -> the subjects to place. What belongs together (a hat on a head, a rider on a horse, a cup in a hand)
becomes one model, so that it is lit, seen and placed as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from waa.painter import cast
from waa.painter.cast import Look
from waa.painter.facts import Facts, facts
from waa.painter.joining import build, bust, carrying, joined
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
    scene = _clothed(scene)
    shown = surfaces(scene)
    merged = _merged_into(scene, shown)
    for thing in scene.things:
        if thing.is_place or thing.id in merged or thing.id in shown:
            continue
        parts = [
            r
            for r in scene.relations
            if r.subject == thing.id and r.kind in MERGED and merged.get(r.object) == thing.id
        ]
        carried = [
            r
            for r in scene.relations
            if r.object == thing.id and r.kind in ("on", "in") and merged.get(r.subject) == thing.id
        ]
        for number, one in enumerate(_each(thing)):
            subject = _subject(scene, one, facts(one.concept), parts, carried, number, seed)
            if subject is None:
                result.missing.append(thing.id)
                break
            result.subjects.append(subject)
        result.missing += [
            m
            for m in _members(parts, carried)
            if not _puts_on(thing, scene.thing(m))
            and not people.holds(scene.thing(m).concept)
            and build(scene.thing(m), 0, seed) is None
        ]
    result.subjects.sort(key=lambda s: s.rank)
    return result


def _each(thing: Thing) -> list[Thing]:
    """Everyone that a word names."""
    if thing.concept in GROUPS:
        members = GROUPS[thing.concept]
        kin = (*thing.traits, f"kin:{thing.id}") if thing.concept in _KIN else thing.traits
        return [replace(thing, concept=concept, count=len(members), traits=kin) for concept in members]
    return [thing] * min(max(thing.count, 1), MOST_OF_ONE)


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
    """Chains are cut after one step: a model is joined from a main thing and what touches it."""
    return {thing: to for thing, to in owner.items() if to not in owner}


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


def _members(parts: Iterable[Relation], carried: Iterable[Relation]) -> list[str]:
    return [r.object for r in parts] + [r.subject for r in carried]


def _subject(scene: Scene, thing: Thing, known: Facts, parts: list[Relation], carried: list[Relation], number: int,
             seed: int) -> Subject | None:  # fmt: skip
    told, pose = _told(scene, thing, known, parts)
    model = build(told, number, seed, pose)
    if model is None:
        return None
    yaw = _yaw(scene, thing, known, pose, number, seed)
    for r in parts:
        if not _by_itself(thing, r, scene.thing(r.object)):
            model = joined(model, scene.thing(r.object), r.kind, number, seed)
    for r in carried:
        model = carrying(model, scene.thing(r.subject), pose_in(scene, scene.thing(r.subject)), r.kind, seed)
    if is_portrait(scene) and known.is_animate and not _is_one_of_us(thing):  # people cut themselves
        model = bust(model)
    return Subject(
        id=thing.id if thing.count == 1 else f"{thing.id}#{number + 1}",
        members=(thing.id, *_members(parts, carried)),
        model=model,
        facts=known,
        yaw=yaw,
        pose=pose,
        real=max(model.height, 0.01),
        scale=thing.scale * _SIZE[thing.size],
        rank=_rank(thing, known, carried),
        side=thing.side,
        spot=thing.spot if thing.count == 1 else None,
        constraints=_constraints(scene, thing.id),
    )


_FELT = ("smiling", "laughing", "crying")


def _told(scene: Scene, thing: Thing, known: Facts, parts: list[Relation]) -> tuple[Thing, str]:
    """The thing and its pose as its rig is told them. People put clothes on themselves, show what they feel, and
    in a portrait are seen from the chest up, whatever their hands do."""
    pose, traits = pose_in(scene, thing), thing.traits
    if known.has("person"):
        for other in (scene.thing(r.object) for r in parts if r.kind == "wearing"):
            if _puts_on(thing, other):
                traits = (*traits, f"outfit:{people.cut_of(other.concept, other.words)}:{other.colour or ''}")
        if pose in ("hold", "stand", "walk", "cheer") and (held := _in_hand(scene, thing)):
            pose, traits = ("walk" if pose == "walk" else "stand"), (*traits, f"carry:{held}")
        traits = (*traits, *(f"mount:{scene.thing(r.object).concept}" for r in parts if r.kind == "riding"))
        traits = (*traits, *(felt for felt in _FELT if felt in thing.doing))
    if is_portrait(scene) and known.is_animate:
        if known.has("person"):
            pose = "portrait"
        elif pose == "stand":
            pose = "sit"
    return replace(thing, traits=traits), pose


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
    if any(r.kind == "on" and r.subject == thing.id and facts(scene.thing(r.object).concept).has("furniture")
           for r in scene.relations):  # fmt: skip
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
