"""Reader: tags -> what is in the picture and how it hangs together.

One pass from left to right. Nouns take the part that is waiting for one: what a verb is done to, where something is,
the head of a clause that came before it ('戴住帽嘅貓'), else they are the next subject.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from waa.words.lexicon import Concept
from waa.words.nouns import Noun, Phrase, phrase
from waa.words.tags import ADJECTIVES, SETTINGS, Tag
from waa.words.tokens import Word

_EVERYTHING_STOPS = "。.！!？?；;\n"


@dataclass
class Reading:
    """`things` in order; `relations` (subject, kind, object) by index; `settings` kind -> concept."""

    things: list[Noun] = field(default_factory=list)
    relations: list[tuple[int, str, int]] = field(default_factory=list)
    place: Noun | None = None
    settings: dict[str, Concept] = field(default_factory=dict)
    text: str | None = None
    negative: list[Noun] = field(default_factory=list)
    unknown: list[Word] = field(default_factory=list)
    undrawable: list[Word] = field(default_factory=list)


@dataclass
class _Clause:
    """What is open while a clause is read. `subject` are indices of things, carried over from the clause before;
    `fresh` tells that this clause has named its own. `where` is a place named before its subject came."""

    subject: list[int] = field(default_factory=list)
    fresh: bool = False
    verb: tuple[str, str, Tag] | None = None  # (relation, participle, tag) waiting for its object
    at: str | None = None  # the relation of a preposition waiting for its noun; '' after a bare 喺
    where: tuple[int, str] | None = None
    opening: Noun | None = None  # '一隻' or nothing at all, waiting for its noun behind 嘅
    opened: list[tuple[str, str, int]] = field(
        default_factory=list
    )  # what that noun does: (relation, participle, object)
    doing: list[str] = field(default_factory=list)  # done by a subject that is yet to come
    joining: str | None = None  # the part of the last noun, which one after 'and' shares
    role: str | None = None
    negated: bool = False
    side: str | None = None
    background: bool = False
    passive: int | None = None
    last: int | None = None


def read(tags: Sequence[Tag]) -> Reading:
    return _Reader(tags).read()


class _Reader:
    def __init__(self, tags: Sequence[Tag]) -> None:
        self.tags = tags
        self.out = Reading()
        self.clause = _Clause()

    def read(self) -> Reading:
        i = 0
        while i < len(self.tags):
            i = max(self._step(i), i + 1)
        self._end_clause(full=True)
        return self.out

    def _step(self, i: int) -> int:
        tag = self.tags[i]
        if tag.kind in SETTINGS:
            return self._setting(i)
        if self._opens_relative(i):
            self.clause.opening = Noun(None, "", -1, -1)
        if tag.opens_noun or tag.kind == "verb" or (tag.kind == "unknown" and self._wants_object()):
            found = phrase(self.tags, i)
            if found.noun is not None:
                return self._noun(found)
            if found.opening is not None:
                self.clause.opening = found.opening
                return found.end
            if found.adjectives:
                self._predicate(found.adjectives)
                return found.end
        handler: Callable[[int], int] | None = getattr(self, f"_{tag.kind}", None)
        return handler(i) if handler else i + 1

    # -- nouns -----------------------------------------------------------------------------------------------

    def _wants_object(self) -> bool:
        return (
            self.clause.verb is not None
            and self.clause.verb[2].has("rel")
            and self.clause.verb[0] != "playing"
        )

    def _noun(self, found: Phrase) -> int:
        noun, end = found.noun, found.end
        assert noun is not None
        clause = self.clause
        if clause.negated:
            self.out.negative.append(noun)
            clause.role = "negative"
            return end
        localiser = self._localiser_at(end)
        if self._possessor(noun, end):
            return self._owned(noun, end)
        if clause.opening is not None and self._after_de(noun):
            return self._fill(noun, end)
        if self._is_setting_place(noun, localiser, end):
            return self._place(noun, localiser, end)
        return self._thing(noun, localiser, end)

    def _thing(self, noun: Noun, localiser: str | None, end: int) -> int:
        clause = self.clause
        index = self._add(noun)
        zh_place = localiser is not None and not clause.background
        if clause.background:
            noun.side, clause.background = noun.side or "back", False
            return end
        if zh_place:
            if clause.verb is not None and clause.at is None and clause.verb[0] not in ("on", ""):
                self._object(
                    index
                )  # '戴住帽喺頭上' keeps its object; the localiser belongs to the noun after all
                return end
            clause.verb = clause.verb if clause.verb and clause.verb[0] not in ("on", "") else None
            self._locate(index, localiser or "on")
            clause.at = None
            return end + 1
        if clause.passive == -1:
            clause.passive = index
        elif clause.verb is not None:
            self._object(index)
        elif clause.at is not None:
            self._locate(index, clause.at or _default_place(noun))
            clause.at = None
        elif clause.joining is not None:
            self._join(index, end)
        else:
            self._subject(index)
        clause.joining = None
        clause.last = index
        return end

    def _add(self, noun: Noun) -> int:
        if self.clause.side is not None:
            noun.side, self.clause.side = self.clause.side, None
        self.out.things.append(noun)
        if noun.concept is None:
            self.out.unknown.append(Word(noun.words, noun.start, noun.end, "unknown"))
        return len(self.out.things) - 1

    def _subject(self, index: int) -> None:
        clause = self.clause
        noun = self.out.things[index]
        clause.subject, clause.fresh, clause.role = [index], True, "subject"
        noun.doing += clause.doing
        clause.doing = []
        if clause.where is not None:
            self._relate(index, clause.where[1], clause.where[0])
            clause.where = None

    def _object(self, index: int) -> None:
        clause = self.clause
        assert clause.verb is not None
        relation, participle, tag = clause.verb
        clause.verb, clause.role = None, f"object {relation} {participle}"
        if not tag.has("rel"):  # '坐梳化', '飛過維港': where it is done
            self._locate(index, _default_place(self.out.things[index]))
            clause.role = "place"
            return
        relation = _relation_of(relation, self.out.things[index])
        self._relate_clause(relation, participle if tag.has("also") or relation == "" else "", index)

    def _relate_clause(self, relation: str, participle: str, index: int) -> None:
        """The clause's subjects stand in `relation` to `index`."""
        clause = self.clause
        if clause.opening is not None:
            clause.opened.append((relation, participle, index))
            return
        if not clause.subject:
            clause.opened.append((relation, participle, index))
            return
        for subject in clause.subject:
            self._relate(subject, relation, index)
            if participle and participle not in self.out.things[subject].doing:
                self.out.things[subject].doing.append(participle)

    def _relate(self, subject: int, relation: str, other: int) -> None:
        if relation == "above":
            self.out.things[subject].side = self.out.things[subject].side or "up"
        elif relation and subject != other and (subject, relation, other) not in self.out.relations:
            self.out.relations.append((subject, relation, other))

    def _join(self, index: int, end: int) -> None:
        """A noun after 'and': another object of the same verb, another subject, or the subject of what follows."""
        clause = self.clause
        role = clause.joining or ""
        noun, last = self.out.things[index], self.out.things[clause.last] if clause.last is not None else None
        acts = end < len(self.tags) and self.tags[end].kind in ("verb", "is", "have")
        if role.startswith("object") and not (
            acts or (noun.is_animate and last is not None and not last.is_animate)
        ):
            _, relation, participle = (role.split(" ", 2) + [""])[:3]
            self._relate_clause(_relation_of(relation, noun), "", index)
            clause.role = role
        elif role == "subject":
            clause.subject = [*clause.subject, index]
            clause.role = "subject"
        elif role.startswith("where ") and not acts and not noun.is_animate:
            self._locate(index, role.split(" ")[1])
        else:
            self._subject(index)

    def _fill(self, noun: Noun, end: int) -> int:
        """The noun behind 嘅 of a clause before it."""
        clause = self.clause
        opening = clause.opening
        assert opening is not None
        if opening.counted:
            noun.count, noun.counted = opening.count, True
        for name in ("colour", "size", "material", "classifier"):
            setattr(noun, name, getattr(noun, name) or getattr(opening, name))
        noun.traits = [*opening.traits, *noun.traits]
        noun.doing += [d for d in opening.doing if d not in noun.doing]
        opened, clause.opening, clause.opened = clause.opened, None, []
        outer = clause.verb if clause.verb is not None and clause.verb[2].has("outer") else None
        clause.verb = outer
        index_end = self._thing(noun, self._localiser_at(end), end)
        index = next(k for k, t in enumerate(self.out.things) if t is noun)
        for relation, participle, other in opened:
            self._relate(index, relation, other)
            if participle and participle not in noun.doing:
                noun.doing.append(participle)
        return index_end

    def _after_de(self, noun: Noun) -> bool:
        """Whether 嘅 stands right before this noun phrase (its own adjectives and number apart)."""
        before = [t for t in self.tags if t.word.end <= noun.start]
        while before and (
            before[-1].kind in (*ADJECTIVES, "number", "classifier") or before[-1].is_determiner
        ):
            before.pop()
        while len(before) > 1 and before[-1].kind == "de" and before[-2].kind in ADJECTIVES:
            before = before[:-2]
        return bool(before) and before[-1].kind == "de"

    def _opens_relative(self, i: int) -> bool:
        """'坐喺月球上嘅貓': a verb or 喺 with no subject before it and 嘅 + noun behind it in the same clause."""
        tag, clause = self.tags[i], self.clause
        if clause.opening is not None or tag.word.is_latin or tag.kind not in ("verb", "at"):
            return False
        if clause.fresh and clause.verb is None and clause.joining is None:
            return False
        if clause.fresh and clause.verb is not None and not clause.verb[2].has("rel"):
            return False
        for k in range(i + 1, len(self.tags) - 1):
            if self.tags[k].kind == "mark" or self.tags[k].kind == "have":
                return False
            if (
                self.tags[k].kind == "de"
                and self.tags[k - 1].kind not in ADJECTIVES
                and self.tags[k + 1].opens_noun
            ):
                return True
        return False

    # -- possession ------------------------------------------------------------------------------------------

    def _possessor(self, noun: Noun, end: int) -> bool:
        """'女仔嘅紅裙', "the girl's dress": a person or animal, 嘅, and a noun."""
        if end + 1 >= len(self.tags) or self.tags[end].kind != "de" or not self.tags[end + 1].opens_noun:
            return False
        return self.clause.opening is None and self.clause.verb is None and noun.is_animate

    def _owned(self, noun: Noun, end: int) -> int:
        found = phrase(self.tags, end + 1)
        if found.noun is None:
            return self._thing(noun, None, end)
        self._thing(noun, None, end)
        owner = len(self.out.things) - 1
        if found.noun.concept is None:
            return found.end
        index = self._add(found.noun)
        if found.noun.has("wearable", "clothing"):
            self._relate(owner, "wearing", index)
        localiser = self._localiser_at(found.end)
        if localiser is not None:
            self._locate(index, localiser)
            return found.end + 1
        return found.end

    # -- places ----------------------------------------------------------------------------------------------

    def _localiser_at(self, i: int) -> str | None:
        """The relation of a Chinese localiser at tags[i]."""
        if i < len(self.tags) and self.tags[i].kind == "localiser" and not self.tags[i].word.is_latin:
            return self.tags[i].id
        return None

    def _is_setting_place(self, noun: Noun, localiser: str | None, end: int) -> bool:
        if noun.place is None:
            return False
        if noun.is_place:
            return True
        if noun.counted and noun.classifier not in (None, "gaan"):
            return False
        located = self.clause.at in ("", "in", "on", "above") or localiser in ("in", "on", "beside")
        moved = self.clause.verb is not None and not self.clause.verb[2].has("rel")
        if located or moved:
            return True
        last = end >= len(self.tags) or self.tags[end].kind in ("mark", *SETTINGS)
        bare = (
            not noun.counted
            and self.clause.verb is None
            and self.clause.at is None
            and self.clause.joining is None
        )
        return bare and last and self.out.place is None and bool(self.out.things) and not noun.has("solid")

    def _place(self, noun: Noun, localiser: str | None, end: int) -> int:
        clause = self.clause
        assert noun.place is not None
        kind = localiser or clause.at or ""
        solid = not noun.is_place and noun.has("sky")
        if self.out.place is None or not _is_region(noun.place):
            self.out.place = noun
        if solid and kind in ("on", "", "in"):
            noun.painted_as_place = True
            index = self._add(noun)
            clause.verb = None
            self._locate(index, "on" if kind != "in" else "in")
        if (clause.verb is not None and not clause.verb[2].has("rel")) or (
            clause.verb is not None and clause.verb[0] == "looking_at" and not self._after_relative(end)
        ):
            clause.verb = None
        clause.at, clause.joining, clause.background = None, None, False
        clause.role = "place"
        clause.side = None
        return end + (1 if localiser else 0)

    def _after_relative(self, end: int) -> bool:
        return end < len(self.tags) and self.tags[end].kind == "de"

    def _locate(self, index: int, kind: str) -> None:
        """The clause's subject is `kind` (on, beside …) the thing at `index`; or the subject that comes next is."""
        clause = self.clause
        clause.role, clause.last = f"where {kind}", index
        if clause.opening is not None:
            clause.opened.append((kind, "", index))
        elif clause.fresh or (clause.subject and clause.verb is None and not self._subject_follows()):
            for subject in clause.subject:
                self._relate(subject, kind, index)
        else:
            clause.where = (index, kind)

    def _subject_follows(self) -> bool:
        """Whether this clause still brings a noun of its own after 有 or a verb of putting."""
        at = self._position
        for k in range(at, len(self.tags)):
            if self.tags[k].kind == "mark":
                return False
            if self.tags[k].kind in ("have", "put", "is"):
                return any(t.opens_noun for t in self.tags[k + 1 : k + 4])
        return False

    @property
    def _position(self) -> int:
        last = self.out.things[-1].end if self.out.things else 0
        return next((k for k, t in enumerate(self.tags) if t.word.start >= last), len(self.tags))

    # -- words that steer ------------------------------------------------------------------------------------

    def _setting(self, i: int) -> int:
        tag = self.tags[i]
        assert tag.sense is not None
        concept = tag.sense.concept
        self.out.settings.setdefault(tag.kind, concept)
        if mood := concept.attributes.get("mood"):
            self.out.settings.setdefault("mood", Concept("mood", mood))
        if place := concept.attributes.get("place"):
            self.out.settings.setdefault("place", Concept("place", place))
        if self.clause.at is not None:
            self.clause.at = None
        return i + 1

    def _verb(self, i: int) -> int:
        tag, clause = self.tags[i], self.clause
        assert tag.sense is not None
        attributes = tag.sense.concept.attributes
        participle = attributes.get("is", tag.id)
        relation = attributes.get("rel", "")
        if clause.negated:
            clause.negated = False
            return i + 1
        if clause.passive is not None and clause.passive >= 0:
            for subject in clause.subject:
                self._relate(clause.passive, relation, subject)
            clause.passive = None
            return i + 1
        if clause.joining is not None and clause.verb is None:
            clause.joining = None
        self._unfinished_verb()
        clause.at = None
        if relation and self._object_follows(i + 1):
            clause.verb = (relation, participle, tag)
        else:
            self._does(participle)
            if (not relation and self._noun_at(i + 1) and not tag.word.is_latin) or (
                not relation and tag.word.is_latin and self._noun_at(i + 1)
            ):
                clause.verb = ("", participle, tag)
        return i + 1

    def _noun_at(self, i: int) -> bool:
        while i < len(self.tags) and self.tags[i].kind == "stop" and not self.tags[i].is_determiner:
            i += 1
        return i < len(self.tags) and self.tags[i].opens_noun

    def _object_follows(self, i: int) -> bool:
        """Whether a noun comes before the clause ends or another verb begins."""
        for k in range(i, len(self.tags)):
            tag = self.tags[k]
            if tag.kind in ("mark", "and", "at", "put", "have") or (tag.kind == "localiser" and k == i):
                return False
            if tag.kind == "verb" and k > i:
                return not tag.word.is_latin and self._opens_relative_at(k)
            if tag.kind in ("thing", "place", "who", "quote", "unknown"):
                return True
            if tag.kind == "localiser":
                return False
        return False

    def _opens_relative_at(self, k: int) -> bool:
        return any(t.kind == "de" for t in self.tags[k : k + 8])

    def _does(self, participle: str) -> None:
        clause = self.clause
        if clause.opening is not None:
            clause.opening.doing.append(participle)
            return
        if not clause.subject:
            clause.doing.append(participle)
        for subject in clause.subject:
            doing = self.out.things[subject].doing
            if participle not in doing:
                doing.append(participle)

    def _unfinished_verb(self) -> None:
        """A verb whose object never came is something done: '食緊', 'reading'."""
        if self.clause.verb is not None and self.clause.verb[0]:
            participle = self.clause.verb[1]
            self.clause.verb = None
            self._does(participle)
        self.clause.verb = None

    def _at(self, i: int) -> int:
        self._unfinished_verb()
        self.clause.at = ""
        return i + 1

    def _localiser(self, i: int) -> int:
        tag, clause = self.tags[i], self.clause
        if not tag.word.is_latin:
            return self._bare_localiser(i)
        if clause.verb is not None:
            self._unfinished_verb()
        if self._noun_at(i + 1) or (
            i + 1 < len(self.tags) and self.tags[i + 1].kind in ("who", "unknown", *SETTINGS, "verb")
        ):
            clause.at = tag.id
        return i + 1

    def _bare_localiser(self, i: int) -> int:
        """'旁邊有隻狗': beside what was spoken of last."""
        clause = self.clause
        if self._subject_follows_from(i + 1):
            if self.out.place is not None and clause.last is None:
                return i + 1
            if clause.subject and self.tags[i].id != "above":
                clause.where = (clause.subject[0], self.tags[i].id)
                clause.fresh = False
        return i + 1

    def _subject_follows_from(self, i: int) -> bool:
        return i < len(self.tags) and (
            self.tags[i].kind in ("have", "put", "is", "verb") or self.tags[i].opens_noun
        )

    def _put(self, i: int) -> int:
        self._unfinished_verb()
        if (
            self.clause.where is None
            and self.clause.subject
            and self._noun_at(i + 1)
            and not self.tags[i].word.is_latin
        ):
            self.clause.where = (self.clause.subject[0], "on")
            self.clause.fresh = False
        return i + 1

    def _have(self, i: int) -> int:
        clause = self.clause
        self._unfinished_verb()
        if clause.where is not None or not clause.fresh or clause.opening is not None:
            clause.fresh = False
            clause.joining = None
            return i + 1
        found = phrase(self.tags, i + 1)
        if found.noun is not None and clause.subject:
            clause.verb = (_having(self.out.things[clause.subject[0]], found.noun), "", _HAVING)
        return i + 1

    def _is(self, i: int) -> int:
        if self.clause.where is not None:
            self.clause.fresh = False
        return i + 1

    def _and(self, i: int) -> int:
        clause = self.clause
        if clause.role is not None:
            clause.joining = clause.role
            if clause.verb is not None and clause.role != "subject":
                clause.verb = None
        if clause.role == "negative":
            return i + 1
        clause.negated = False
        return i + 1

    def _not(self, i: int) -> int:
        self._unfinished_verb()
        self.clause.negated = True
        return i + 1

    def _side(self, i: int) -> int:
        clause = self.clause
        tag = self.tags[i]
        if self._subject_follows_from(i + 1):
            if clause.fresh and clause.last is not None and self.tags[i - 1].kind == "thing":
                clause.where = (clause.last, "beside")
            clause.side, clause.fresh = tag.id, False
        elif clause.fresh and clause.subject:
            target = (
                clause.last if clause.last is not None and clause.role == "subject" else clause.subject[-1]
            )
            self.out.things[target].side = tag.id
        elif i + 1 < len(self.tags):
            clause.side = tag.id
        elif self.out.things:
            self.out.things[-1].side = tag.id
        clause.at = None
        return i + 1

    def _who(self, i: int) -> int:
        """'it', '佢': what was spoken of before."""
        clause = self.clause
        if not clause.subject:
            return i + 1
        first = (
            0
            if len(self.out.things) > 1 and clause.subject == [len(self.out.things) - 1]
            else clause.subject[0]
        )
        localiser = self._localiser_at(i + 1)
        if localiser is not None:
            clause.where, clause.fresh = (clause.subject[0], localiser), False
            return i + 2
        if clause.verb is not None and clause.verb[0]:
            self._object(first)
        elif clause.at:
            kind, clause.at = clause.at, None
            for subject in clause.subject:
                self._relate(subject, kind, first)
        return i + 1

    def _by_passive(self, i: int) -> int:
        self.clause.passive = -1
        return i + 1

    def _background(self, i: int) -> int:
        before = self.tags[i - 1] if i else None
        if (
            before is not None
            and before.kind in ("thing", "place")
            and self.out.things
            and self.out.things[-1].end == before.word.end
        ):
            noun = self.out.things[-1]
            if noun.place is not None and self.out.place is None:
                self._withdraw(len(self.out.things) - 1)
                self.out.place = noun
            else:
                noun.side = noun.side or "back"
        else:
            self.clause.background = True
            self.clause.fresh = False
        self.clause.at = None
        return i + 1

    def _withdraw(self, index: int) -> None:
        """Take the last thing back: it was the place."""
        self.out.things.pop()
        self.out.relations = [r for r in self.out.relations if index not in (r[0], r[2])]
        self.clause.subject = [s for s in self.clause.subject if s != index]
        self.clause.last = None

    def _quote_cue(self, i: int) -> int:
        return i + 1

    def _quote(self, i: int) -> int:
        self.out.text = self.out.text or self.tags[i].word.text.strip() or None
        self.clause.verb = None
        return i + 1

    def _unknown(self, i: int) -> int:
        self.out.unknown.append(self.tags[i].word)
        return i + 1

    def _mark(self, i: int) -> int:
        self._end_clause(full=self.tags[i].word.text in _EVERYTHING_STOPS)
        return i + 1

    def _predicate(self, adjectives: Sequence[Tag]) -> None:
        """'隻貓好肥', 'the cat is orange': said of the last subject."""
        clause = self.clause
        if clause.background or clause.opening is not None or not clause.subject:
            clause.background = False
            return
        for tag in adjectives:
            for subject in (
                clause.subject if clause.role == "subject" or clause.last is None else [clause.last]
            ):
                self.out.things[subject].describe(tag)

    def _end_clause(self, *, full: bool) -> None:
        clause = self.clause
        self._unfinished_verb()
        if clause.opening is not None or (clause.opened and not clause.subject):
            self._abandon_opening()
        last = None if full else clause.last
        where = clause.where if not full else None
        self.clause = _Clause(subject=clause.subject, where=where, last=last, doing=clause.doing,
                              side=None if full else clause.side, background=False,
                              negated=False, opened=[] if clause.subject else clause.opened)  # fmt: skip

    def _abandon_opening(self) -> None:
        """No noun came: what was said holds of the subject before."""
        clause = self.clause
        for relation, participle, other in clause.opened:
            for subject in clause.subject:
                self._relate(subject, relation, other)
                if participle:
                    self._does(participle)
        if clause.opening is not None:
            doing, clause.opening = clause.opening.doing, None
            for participle in doing:
                self._does(participle)
        if clause.subject:
            clause.opened = []


_HAVING = Tag("verb", Word("", 0, 0), None)


def _default_place(noun: Noun) -> str:
    """Where one is who 'sits a sofa' or is 喺 a car."""
    if noun.has("vehicle", "boat", "building", "container", "indoors"):
        return "in"
    return "on" if noun.has("furniture", "sky", "animal", "tableware", "plant", "rideable") else "beside"


def _relation_of(relation: str, noun: Noun) -> str:
    """'playing' a guitar is holding it, playing a piano is being at it, playing with a dog too."""
    if relation == "playing":
        return "holding" if noun.has("holdable", "instrument") and not noun.has("furniture") else "beside"
    if relation == "looking_at" and noun.has("readable"):
        return "reading"
    if relation == "riding" and noun.has("person"):
        return "beside"
    return relation


def _having(owner: Noun, noun: Noun) -> str:
    """What 'with' and 有 mean between these two."""
    if owner.is_animate and noun.has("wearable", "clothing"):
        return "wearing"
    if owner.is_animate and noun.has("holdable") and not noun.is_animate:
        return "holding"
    return "beside"


def _is_region(place: Concept) -> bool:
    return place.has("region", "country", "city")
