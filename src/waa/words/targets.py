"""Targets: which thing of a scene somebody means by '隻貓', '佢', '左邊嗰架', 'the red one'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waa.words.lexicon import Concept, concept
from waa.words.names import zh_name
from waa.words.nouns import Noun
from waa.words.scene import Scene, Thing

_ANIMATE = ("animate", "animal", "person", "bird", "fish", "insect")


# A general word -> (families, ids) of what it may mean in a picture.
_KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "person": (("person",), ()),
    "child": ((), ("boy", "girl", "toddler", "baby", "son", "daughter")),
    "animal": (("animal",), ()),
    "bird": (("bird",), ()),
    "fish": (("fish",), ()),
    "flower": (("flower",), ()),
    "tree": (("tree",), ()),
    "fruit": (("fruit",), ()),
    "clothes": (("clothing",), ()),
}


@dataclass(frozen=True)
class Target:
    """`things` are ids; empty when the picture has no such thing. `names` say what was meant, `zh` in Chinese;
    `which` is left or right."""

    names: tuple[str, ...]
    things: tuple[str, ...] = ()
    which: str | None = None
    zh: str = ""

    @property
    def is_there(self) -> bool:
        return bool(self.things)


def find(scene: Scene, noun: Noun, which: str | None = None, *, all_of_them: bool = False) -> Target:
    """The thing a noun phrase means: by concept, by a common name ('dog' for a Shiba), by colour and side."""
    names = noun.concept.en if noun.concept and noun.concept.en else (noun.words,)
    said = (
        noun.words if not noun.words.isascii() or noun.concept is None else (*noun.concept.zh, noun.words)[0]
    )
    found = [t for t in scene.things if _is(t, noun)]
    if noun.colour and any(t.colour == noun.colour for t in found):
        found = [t for t in found if t.colour == noun.colour]
    return _target(found, names, which, said, all_of_them)


def find_pronoun(
    scene: Scene,
    focus: str | None,
    classifier: Concept | None = None,
    which: str | None = None,
    *,
    all_of_them: bool = False,
) -> Target:
    """佢, 'it', '嗰隻': what was spoken of last, else what was added last, else the first living thing."""
    things = [t for t in scene.things if not t.is_place] or list(scene.things)
    fitting = [t for t in things if classifier is None or _fits(t, classifier)]
    if which is not None:
        return _target(fitting, (), which, "", False)
    living = [t for t in fitting if _has(t, *_ANIMATE)]
    if all_of_them:
        return _target(living or fitting, (), None, "佢哋", True)
    spoken_of = [t for t in fitting if t.id == focus]
    added = [t for t in fitting if t.words and t.words not in scene.words]
    chosen = (spoken_of or added[-1:] or living or fitting)[:1]
    return the(chosen[0]) if chosen else Target(())


def the(thing: Thing) -> Target:
    """Exactly this thing."""
    return Target(thing.names, (thing.id,), None, zh_name(thing))


def _target(
    found: Sequence[Thing], names: tuple[str, ...], which: str | None, said: str, every: bool
) -> Target:
    if which in ("left", "right") and len(found) > 1:
        ordered = sorted(found, key=lambda t: (_side(t), found.index(t)))
        found = ordered[:1] if which == "left" else ordered[-1:]
    elif not every:
        found = found[:1]
    if found:
        names, said = found[0].names, said or zh_name(found[0])
    return Target(names, tuple(t.id for t in found), which, said)


def _side(thing: Thing) -> float:
    if thing.spot is not None:
        return thing.spot.x
    return {"left": 0.0, "right": 1.0}.get(thing.side or "", 0.5)


def _is(thing: Thing, noun: Noun) -> bool:
    if noun.concept is None:
        return noun.words in (thing.words, thing.concept, *thing.names)
    known = concept(thing.concept)
    if thing.concept == noun.concept.id or (noun.concept.en[:1] and noun.concept.en[0] in thing.names):
        return True
    if known is not None and (known.attributes.get("draw") == noun.concept.id or noun.words in known.zh):
        return True  # a Shiba is a dog; 凳 may be a stool, a chair or a bench
    if (
        known is not None
        and (kinds := _KINDS.get(noun.concept.id))
        and known.has(*kinds[0]) | (known.id in kinds[1])
    ):
        return True
    return bool(thing.names) and thing.names[0] in noun.concept.en


def _fits(thing: Thing, classifier: Concept) -> bool:
    known = concept(thing.concept)
    if known is None:
        return True
    own = known.attributes.get("cl")
    if own is not None:
        return any(c in classifier.zh for c in own.split(","))
    return any(known.has(f) for f in classifier.attributes.get("fits", "").split(","))


def _has(thing: Thing, *flags: str) -> bool:
    known = concept(thing.concept)
    return known is not None and known.has(*flags)
