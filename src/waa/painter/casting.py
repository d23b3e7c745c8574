"""Casting: who is meant, what they wear, hold and do, before a model is built of them."""

from __future__ import annotations

import re
from dataclasses import replace

from waa.painter.facts import Facts, facts
from waa.painter.rigs import people
from waa.words.scene import Relation, Scene, Thing

MOST_OF_ONE = 9  # "a hundred sheep" are painted as nine
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


def each(thing: Thing) -> list[Thing]:
    """Everyone that a word names."""
    if thing.concept in GROUPS:
        members = GROUPS[thing.concept]
        kin = (*thing.traits, f"kin:{thing.id}") if thing.concept in _KIN else thing.traits
        return [replace(thing, concept=concept, count=len(members), traits=kin) for concept in members]
    return [thing] * min(max(thing.count, 1), MOST_OF_ONE)


def counted(scene: Scene) -> Scene:
    """As many models as it takes: two boots are one pair, three bananas one bunch."""

    def models_of(thing: Thing) -> Thing:
        shows = facts(thing.concept).shows
        return replace(thing, count=-(-thing.count // shows)) if shows > 1 else thing

    return replace(scene, things=tuple(models_of(t) for t in scene.things))


def played(scene: Scene) -> Scene:
    """'Woman running', whom only the pack of glyphs knows, is a woman, and runs."""

    def actor_of(thing: Thing) -> Thing:
        actor = people.stand_in(thing.concept)
        if actor is None:
            return thing
        return replace(
            thing,
            concept=actor.concept,
            traits=(*thing.traits, *actor.traits),
            doing=(*actor.doing, *thing.doing),
        )

    return replace(scene, things=tuple(actor_of(t) for t in scene.things))


def clothed(scene: Scene) -> Scene:
    """A boy in a raincoat wears it, and so does the only person when a hat is named with nobody to wear it."""
    kinds = ("in", "beside") if is_portrait(scene) else ("in",)
    relations = [
        replace(r, kind="wearing")
        if r.kind in kinds and puts_on(scene.thing(r.subject), scene.thing(r.object))
        else r
        for r in scene.relations
    ]
    tied = {end for r in relations for end in (r.subject, r.object)}
    wearers = [t for t in scene.things if facts(t.concept).has("person")]
    if len(wearers) == 1:
        loose = [t for t in scene.things if t.id not in tied and t.count == 1 and puts_on(wearers[0], t)]
        relations += [Relation(wearers[0].id, "wearing", t.id) for t in loose]
    return replace(scene, relations=tuple(relations))


def puts_on(wearer: Thing, other: Thing) -> bool:
    """Whether the wearer's rig dresses it: people do, in what they have a cut for."""
    return is_one_of_us(wearer) and people.puts_on(other.concept)


def is_one_of_us(thing: Thing) -> bool:
    """Drawn as people, not as a robot or a ghost."""
    drawn_as = facts(thing.concept).drawn_as
    return thing.concept in people.PEOPLE or thing.concept in GROUPS or drawn_as in people.PEOPLE


_FELT = ("smiling", "laughing", "crying", "singing")
_LIFTED = ("read", "eat", "hold", "hug")  # what arms do that a portrait shows
_BUSY = ("read", "eat", "hold", "hug", "play", "cheer", "wave")


def told(scene: Scene, thing: Thing, known: Facts, parts: list[Relation]) -> tuple[Thing, str]:
    """The thing and its pose as its rig is told them. People put clothes on themselves, show what they feel, and
    in a portrait are seen from the chest up."""
    pose, traits = pose_in(scene, thing), thing.traits
    if known.has("person"):
        pose, traits = _acted(scene, thing, pose, parts)
    if is_portrait(scene) and known.is_animate:
        if known.has("person"):
            traits = (*traits, f"arms:{pose}") if pose in _LIFTED and parts else traits
            pose = "portrait"
        elif pose == "stand":
            pose = "sit"
    return replace(thing, traits=traits), pose


def _acted(scene: Scene, thing: Thing, pose: str, parts: list[Relation]) -> tuple[str, tuple[str, ...]]:
    """The pose and the traits of somebody by what they wear, hold, sit on, ride and feel."""
    traits = [*thing.traits, *_sex(thing.words)]
    for r in parts:
        other = scene.thing(r.object)
        if r.kind == "wearing" and puts_on(thing, other):
            traits.append(f"outfit:{people.cut_of(other.concept, other.words)}:{other.colour or ''}")
        elif r.kind == "riding":
            traits.append(f"mount:{other.concept}")
    if pose in ("hold", "stand", "walk", "cheer") and (held := _in_hand(scene, thing)):
        pose = "walk" if pose == "walk" else "stand"
        traits.append(f"carry:{held}")
    if is_one_of_us(thing) and is_seated(scene, thing):
        if pose in _BUSY:
            traits.append(f"arms:{pose}")
        pose = "sit" if pose in (*_BUSY, "stand") else pose
    return pose, (*traits, *(felt for felt in _FELT if felt in thing.doing))


def _sex(words: str) -> tuple[str, ...]:
    """What a word such as 女警 or 'policewoman' says of a role that either may have."""
    if "女" in words or re.search(r"\w*woman\b|\bfemale\b|\blady\b", words):
        return ("female",)
    return ("male",) if re.match("男", words) or re.search(r"\bmale\b", words) else ()


def is_seated(scene: Scene, thing: Thing) -> bool:
    return any(
        r.kind == "on" and r.subject == thing.id and facts(scene.thing(r.object).concept).has("furniture")
        for r in scene.relations
    )


def by_itself(thing: Thing, r: Relation, other: Thing) -> bool:
    """Whether the rig of `thing` has it on or in hand already."""
    if r.kind == "holding":
        return is_one_of_us(thing) and people.holds(other.concept)
    return r.kind == "wearing" and puts_on(thing, other)


_TOOL_OF = {
    "fishing": "fishing_rod",
    "painting": "palette",
    "singing": "microphone",
    "photographing": "camera",
}


def _in_hand(scene: Scene, thing: Thing) -> str | None:
    """What people hold in a way of their own, or need for what they do: 'guitar:red'."""
    if not is_one_of_us(thing):
        return None
    for held in scene.related(thing.id, "holding"):
        return f"{held.concept}:{held.colour or ''}" if people.holds(held.concept) else None
    return next((f"{_TOOL_OF[doing]}:" for doing in thing.doing if doing in _TOOL_OF), None)


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
    if is_seated(scene, thing):
        return "sit"
    return "sit" if "looking_at" in kinds and facts(thing.concept).has("animal") else "stand"
