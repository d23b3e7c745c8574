"""Noun phrases: '三隻戴住帽嘅黑貓', 'two big red balloons' -> how many of what, and what it is like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from waa.words.lexicon import Concept, Sense, concept
from waa.words.names import is_feature
from waa.words.tags import ADJECTIVES, Tag

MOST = 100_000


@dataclass
class Noun:
    """A thing as it is being read. `concept` is None for a word that nobody knows. `place` is set where the word also
    names a place, `is_place` where it can be nothing else."""

    concept: Concept | None
    words: str
    start: int
    end: int
    count: int = 1
    counted: bool = False
    colour: str | None = None
    size: str | None = None
    material: str | None = None
    traits: list[str] = field(default_factory=list)
    doing: list[str] = field(default_factory=list)
    place: Concept | None = None
    side: str | None = None
    classifier: str | None = None
    painted_as_place: bool = False
    wears: Noun | None = None  # '旗袍女子'

    @property
    def is_place(self) -> bool:
        return self.concept is not None and self.concept.kind == "place"

    def has(self, *flags: str) -> bool:
        return self.concept is not None and self.concept.has(*flags)

    @property
    def is_animate(self) -> bool:
        return self.has("animate", "animal", "person", "bird", "fish", "insect")

    def become(self, other: Noun) -> None:
        """Be what `other` says more exactly; what was said before still holds."""
        self.concept, self.words, self.start, self.end = other.concept, other.words, other.start, other.end
        for name in ("colour", "size", "material"):
            setattr(self, name, getattr(self, name) or getattr(other, name))
        self.traits += [t for t in other.traits if t not in self.traits]

    def describe(self, tag: Tag) -> None:
        """Take a colour, size, material or trait."""
        if tag.kind == "trait":
            if tag.id not in self.traits:
                self.traits.append(tag.id)
        elif getattr(self, tag.kind) is None:
            setattr(self, tag.kind, tag.id)
        elif tag.kind == "colour":
            self.traits.append(tag.id)


@dataclass
class Phrase:
    """What stands at one position: a `noun`; or an `opening` ('一隻' before a verb: its noun comes after 嘅); or only
    `adjectives`. `end` is the index of the tag after it."""

    end: int
    noun: Noun | None = None
    opening: Noun | None = None
    adjectives: list[Tag] = field(default_factory=list)


def phrase(tags: Sequence[Tag], start: int) -> Phrase:
    """The noun phrase that begins at tags[start]; `end == start` when none does."""
    head = Noun(None, "", -1, -1)
    adjectives: list[Tag] = []
    doing: list[str] = []
    determined = False
    i = start
    while i < len(tags):
        tag = tags[i]
        if (tag.kind == "number" and not head.counted) or (
            tag.kind == "number" and head.classifier in ("wun", "doi")
        ):
            _count(head, tag)
        elif tag.kind == "classifier":
            head.classifier = tag.id
        elif tag.kind in ADJECTIVES:
            if is_feature(tag.id) and adjectives and adjectives[-1].kind == "colour":
                adjectives.pop()  # a white beard makes nobody white
            adjectives.append(tag)
        elif tag.is_determiner or (tag.kind == "stop" and i > start and _is_degree(tags, i)):
            determined = True
        elif (tag.kind == "de" and _links(tags, i, start)) or (
            tag.kind == "and" and adjectives and _more_adjectives(tags, i)
        ):
            pass
        elif tag.kind == "verb" and _is_premodifier(
            tags, i, start, head.counted or determined or bool(adjectives)
        ):
            doing.append(_participle(tag))
        else:
            break
        i += 1
    found = head.counted or head.classifier is not None or determined
    if i < len(tags) and (noun := _head(tags, i, head, found or bool(adjectives))):
        return _finished(tags, noun, adjectives, doing)
    if found and i < len(tags) and tags[i].kind in ("verb", "at", "put", "not") and not tags[i].word.is_latin:
        for tag in adjectives:
            head.describe(tag)
        head.start = tags[start].word.start
        return Phrase(i, opening=head)
    return Phrase(i, adjectives=adjectives)


def _links(tags: Sequence[Tag], i: int, start: int) -> bool:
    """'紅色嘅', '四粒嘅': 嘅 behind what belongs to the noun."""
    if i <= start:
        return False
    counted = tags[i - 1].kind == "classifier" and i + 1 < len(tags) and tags[i + 1].kind == "thing"
    return counted or tags[i - 1].kind in ADJECTIVES


def _count(noun: Noun, tag: Tag) -> None:
    value = tag.word.number if tag.word.number is not None else int(_attribute(tag.sense, "is") or tag.id)
    noun.count = max(1, min(value, MOST))
    noun.counted = True


def _attribute(sense: Sense | None, name: str) -> str | None:
    return sense.concept.attributes.get(name) if sense else None


def _is_degree(tags: Sequence[Tag], i: int) -> bool:
    """'好大隻', 'very big': filler between the parts of a phrase."""
    return i + 1 < len(tags) and (tags[i + 1].kind in ADJECTIVES or tags[i + 1].kind in ("thing", "de"))


def _more_adjectives(tags: Sequence[Tag], i: int) -> bool:
    return tags[i - 1].kind in ADJECTIVES and i + 1 < len(tags) and tags[i + 1].kind in ADJECTIVES


def _is_premodifier(tags: Sequence[Tag], i: int, start: int, opened: bool) -> bool:
    """'a sleeping cat', 'flying cars': a participle right before its noun."""
    tag = tags[i]
    if i + 1 >= len(tags) or tags[i + 1].kind not in ("thing", "unknown", *ADJECTIVES):
        return False
    if tag.word.is_latin:
        participle = tag.word.text.lower().endswith(("ing", "ed"))
        return participle and (
            opened
            or (i == start and not tag.has("rel") and (start == 0 or tags[start - 1].kind in ("mark", "and")))
        )
    return opened and not tag.has("rel") and tags[i + 1].kind == "thing"


def _participle(tag: Tag) -> str:
    return _attribute(tag.sense, "is") or tag.id


def _head(tags: Sequence[Tag], i: int, base: Noun, opened: bool) -> tuple[Noun, int, list[Tag]] | None:
    """(noun, index after it, nouns that only qualify it)."""
    qualifiers: list[Tag] = []
    while i < len(tags):
        tag = tags[i]
        if tag.kind in ("thing", "place"):
            if _qualifies(tags, i):
                qualifiers.append(tag)
                i += 1
                continue
            return _noun(tag, base), i + 1, qualifiers
        if tag.kind == "unknown" and opened and len(tag.word.text) > 1:
            return _unknown(tags, i, base), _end_of_unknown(tags, i), qualifiers
        return None
    return None


def _qualifies(tags: Sequence[Tag], i: int) -> bool:
    """'pirate cat', '草莓蛋糕': a noun directly before another is what kind the other is. In Chinese only among food
    and materials, for there two nouns may as well be a list."""
    if i + 1 >= len(tags) or tags[i + 1].kind != "thing" or tags[i].kind != "thing":
        return False
    first, second = tags[i], tags[i + 1]
    if second.id == "family":
        return False
    if first.word.is_latin and second.word.is_latin:
        return first.sense is not None and not first.sense.plural and " " in _between(first, second)
    if first.word.end != second.word.start or not first.word.text.isalpha():
        return False
    if first.has("clothing"):
        return second.has("person")
    flavour = any(first.has(f) for f in ("fruit", "vegetable", "drink", "ingredient"))
    return flavour and (second.has("food") or second.has("edible"))


def _between(first: Tag, second: Tag) -> str:
    return " " if second.word.start > first.word.end else ""


def _counted_so(tag: Tag, classifier: str | None) -> Sense:
    """The sense its classifier fits: '隻麻雀' is a bird, '副麻雀' a game."""
    assert tag.sense is not None
    known = concept(classifier, "classifier") if classifier else None
    if known is None or tag.kind != "thing" or _fits(tag.sense, known):
        return tag.sense
    return next((s for s in tag.word.senses if s.kind == "thing" and _fits(s, known)), tag.sense)


def _fits(sense: Sense, classifier: Concept) -> bool:
    return sense.concept.attributes.get("cl", classifier.zh[0]) in classifier.zh


def _noun(tag: Tag, base: Noun) -> Noun:
    sense = _counted_so(tag, base.classifier)
    place = tag.place.concept if tag.place else None
    noun = replace(
        base,
        concept=sense.concept,
        words=tag.word.text,
        start=tag.word.start,
        end=tag.word.end,
        place=place,
        traits=list(base.traits),
        doing=list(base.doing),
    )
    if sense.plural and not base.counted:
        noun.count = 2 if noun.has("person") else 3
    if trait := sense.concept.attributes.get("trait"):
        noun.traits.append(trait)
    return noun


def _unknown(tags: Sequence[Tag], i: int, base: Noun) -> Noun:
    end = _end_of_unknown(tags, i)
    first, last = tags[i].word, tags[end - 1].word
    words = first.text if end == i + 1 else " ".join(t.word.text for t in tags[i:end])
    return replace(
        base, words=words, start=first.start, end=last.end, traits=list(base.traits), doing=list(base.doing)
    )


def _end_of_unknown(tags: Sequence[Tag], i: int) -> int:
    end = i + 1
    while (
        end < len(tags)
        and tags[end].kind == "unknown"
        and tags[end].word.is_latin == tags[i].word.is_latin
        and end < i + 3
    ):
        end += 1
    return end


def _finished(
    tags: Sequence[Tag], found: tuple[Noun, int, list[Tag]], adjectives: list[Tag], doing: list[str]
) -> Phrase:
    noun, end, qualifiers = found
    for tag in adjectives:
        noun.describe(tag)
    noun.traits += [t.sense.concept.en[0] for t in qualifiers if t.sense and t.sense.concept.en]
    actor = next((t for t in qualifiers if t.has("animal")), None)
    if (
        actor is not None and actor.sense is not None and noun.has("job", "person")
    ):  # 'a cat barista' is a cat
        noun.traits[-1:] = noun.concept.en[:1] if noun.concept else []
        noun.concept = actor.sense.concept
    outfit = next((t for t in qualifiers if t.has("clothing") and t.sense and not t.word.is_latin), None)
    if outfit is not None and noun.has("person"):
        noun.traits = [t for t in noun.traits if outfit.sense and t != outfit.sense.concept.en[0]]
        noun.wears = _noun(outfit, Noun(None, "", -1, -1))
    noun.doing += doing
    noun, end = _contained(tags, noun, end)
    end = _family(tags, noun, end)
    return Phrase(_counted_after(tags, noun, end), noun=noun)


def _contained(tags: Sequence[Tag], noun: Noun, end: int) -> tuple[Noun, int]:
    """'a cup of coffee' is coffee; 'a bouquet of roses' stays a bouquet."""
    if end < len(tags) and tags[end].word.text.lower() == "of":
        inner = phrase(tags, end + 1)
        if inner.noun is not None and noun.concept is not None and noun.concept.id in ("family", "flock"):
            inner.noun.count, inner.noun.counted = max(3, inner.noun.count), True
            return inner.noun, inner.end
        if inner.noun is not None and (
            (not noun.is_animate and inner.noun.has("food", "drink", "fruit", "edible"))
            or (noun.has("container", "tableware") and inner.noun.has("cosmetics"))
        ):
            inner.noun.count, inner.noun.counted = noun.count, noun.counted
            return inner.noun, inner.end
    return noun, end


def _family(tags: Sequence[Tag], noun: Noun, end: int) -> int:
    """'企鵝一家人', 'a penguin family': three of them."""
    k = end + 1 if end < len(tags) and tags[end].kind in ("number", "classifier") else end
    if (
        noun.has("animal", "toy")
        and noun.count == 1
        and k < len(tags)
        and tags[k].kind == "thing"
        and tags[k].id == "family"
    ):
        noun.count, noun.counted = 3, True
        return k + 1
    return end


def _counted_after(tags: Sequence[Tag], noun: Noun, end: int) -> int:
    """'狗兩隻，貓一隻': the number after its noun."""
    if (
        noun.counted
        or end + 1 >= len(tags)
        or tags[end].kind != "number"
        or tags[end + 1].kind != "classifier"
    ):
        return end
    if end + 2 < len(tags) and tags[end + 2].kind not in ("mark", "and"):
        return end
    _count(noun, tags[end])
    return end + 2
