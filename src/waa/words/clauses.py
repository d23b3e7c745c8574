"""Clauses: what is open while a text is read, and the part that each noun takes in it.

Nouns take the part that is waiting for one: what a verb is done to, where something is, the head of a clause that
came before it ('戴住帽嘅貓'), else they are the next subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from waa.words.lexicon import Concept
from waa.words.nouns import Noun, Phrase, phrase
from waa.words.scene import RELATIONS
from waa.words.tags import ADJECTIVES, SETTINGS, Tag
from waa.words.ties import default_place, gives_way, is_worn, relation_of, take_over
from waa.words.tokens import Word

_NEEDS_PREPOSITION = ("公司", "市場", "學校")  # 'AI 公司' is no place


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


@dataclass(frozen=True)
class Verb:
    """A verb waiting for its object. No `relation`: the object is where it is done ('坐梳化'). `also`: it is said of
    the subject besides ('drinking' a tea is eating it, and drinking)."""

    relation: str = ""
    participle: str = ""
    also: bool = False


@dataclass
class Clause:
    """What is open while a clause is read. `subject` are indices of things, carried over from the clause before;
    `fresh` tells that this clause has named its own. `where` is a place named before its subject came. `opening` is
    a noun still to come behind 嘅, `opened` what it does: (relation, participle, object), and `outer` the verb whose
    object it will be. `joining` is the part of the last noun, shared by one after 'and'."""

    subject: list[int] = field(default_factory=list)
    fresh: bool = False
    verb: Verb | None = None
    at: str | None = None  # the relation of a preposition waiting for its noun; '' after a bare 喺
    where: tuple[int, str] | None = None
    opening: Noun | None = None
    opened: list[tuple[str, str, int]] = field(default_factory=list)
    undergone: list[tuple[int, str]] = field(default_factory=list)  # '被狗追嘅': (who does it, relation)
    outer: Verb | None = None
    doing: list[str] = field(default_factory=list)  # done by a subject that is yet to come
    joining: str | None = None
    role: str | None = None
    negated: bool = False
    side: str | None = None
    background: bool = False
    agent: int | None = None  # 被 + noun: who does the verb; -1 before that noun has come
    last: int | None = None


class Nouns:
    """The half of the reader that gives every noun its part. `tags` are the whole text's."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self.tags = tags
        self.out = Reading()
        self.clause = Clause()

    def wants_object(self) -> bool:
        """Whether even a word nobody knows would be a noun here."""
        return self.clause.verb is not None and bool(self.clause.verb.relation)

    def noun(self, found: Phrase) -> int:
        """Give the noun of a phrase its part; the index to read on from."""
        noun, end = found.noun, found.end
        assert noun is not None
        if (
            noun.words in _NEEDS_PREPOSITION
            and noun.is_place
            and self.clause.at is None
            and not self.localiser_at(end)
        ):
            return end
        if self.clause.negated:
            self.out.negative.append(noun)
            self.clause.role = "negative"
            if end < len(self.tags) and self.tags[end].kind == "de":  # '冇人嘅海灘'
                self.clause.negated = False
            return end
        localiser = self.localiser_at(end)
        if self._possessor(noun, end):
            return self._owned(noun, end)
        if self.clause.opening is not None and self._after_de(noun):
            return self._fill(noun, end)
        if self._is_setting_place(noun, localiser, end):
            owned = self.clause.verb is not None and self.clause.verb.relation in (
                "part",
                "wearing",
                "holding",
            )
            if owned:  # 'a house with a red roof' happens on no roof
                self.clause.verb = None
                return end
            return self._place(noun, localiser, end)
        after = self._thing(noun, localiser, end)
        if noun.wears is not None and noun in self.out.things:
            self.relate(self.out.things.index(noun), "wearing", self.add(noun.wears))
        return after

    def _thing(self, noun: Noun, localiser: str | None, end: int) -> int:
        clause = self.clause
        index = self.add(noun)
        if clause.background:
            noun.side, clause.background = noun.side or "back", False
        elif localiser is not None and not (clause.verb and clause.verb.relation and clause.at is None):
            clause.verb = clause.verb if clause.verb and clause.verb.relation else None
            if clause.where is not None:  # '枱上嘅杯入面': the cup is on the table
                self.relate(index, clause.where[1], clause.where[0])
            self.locate(index, localiser)
            clause.at, clause.joining = None, None
            return end + 1
        elif clause.agent == -1:
            clause.agent = index
        elif clause.verb is not None:
            self.object(index)
        elif clause.at == "in" and is_worn(noun) and not clause.where:  # 'a woman in a red dress'
            clause.at = None
            self.relate_clause("wearing", "", index)
        elif clause.at is not None:
            kind, clause.at = clause.at or default_place(noun), None
            self.locate(index, kind)
        elif clause.joining is not None:
            self._join(index, end)
        else:
            self.subject(index)
        clause.joining, clause.last = None, index
        return end

    def add(self, noun: Noun) -> int:
        """Its index among the things; a bare second mention ('城堡 … 城堡前面', 'the castle') is the first one."""
        if self.clause.side is not None:
            noun.side, self.clause.side = self.clause.side, None
        if noun.concept is None:
            self.out.unknown.append(Word(noun.words, noun.start, noun.end, "unknown"))
        elif not noun.counted and noun.classifier is None and noun.count == 1 and not noun.colour:
            for k, thing in enumerate(self.out.things):
                if thing.concept is noun.concept and not noun.side:
                    return k
        self.out.things.append(noun)
        return len(self.out.things) - 1

    def subject(self, index: int) -> None:
        clause = self.clause
        noun = self.out.things[index]
        clause.subject, clause.fresh, clause.role = [index], True, "subject"
        noun.doing += [d for d in clause.doing if d not in noun.doing]
        clause.doing = []
        if clause.where is not None:
            self.relate(index, clause.where[1], clause.where[0])
            clause.where = None

    def object(self, index: int) -> None:
        clause = self.clause
        assert clause.verb is not None
        verb, clause.verb = clause.verb, None
        noun = self.out.things[index]
        if not verb.relation:
            if verb.participle == "flying" and noun.has("holdable"):  # 'flying a kite'
                self._undo_doing("flying")
                self.relate_clause("holding", "", index)
            else:
                self.locate(index, default_place(noun))
            return
        clause.role = f"object {verb.relation}"
        driven = verb.relation == "holding" and noun.has("vehicle", "boat", "rideable")
        participle = "driving" if driven else verb.participle if verb.also else ""
        self.relate_clause(relation_of(verb.relation, noun), participle, index)

    def _undo_doing(self, participle: str) -> None:
        clause = self.clause
        for doing in (clause.doing, *(self.out.things[s].doing for s in clause.subject)):
            if participle in doing:
                doing.remove(participle)
        if clause.opening is not None and participle in clause.opening.doing:
            clause.opening.doing.remove(participle)

    def relate_clause(self, relation: str, participle: str, index: int) -> None:
        """The clause's subjects stand in `relation` to `index`."""
        clause = self.clause
        if clause.opening is not None or not clause.subject:
            clause.opened.append((relation, participle, index))
            return
        for subject in clause.subject:
            self.relate(subject, relation, index)
            if participle and participle not in self.out.things[subject].doing:
                self.out.things[subject].doing.append(participle)

    def relate(self, subject: int, relation: str, other: int) -> None:
        if relation == "contains":
            subject, relation, other = other, "in", subject
        if relation == "above":
            self.out.things[subject].side = self.out.things[subject].side or "up"
        elif (
            relation in RELATIONS
            and subject != other
            and (subject, relation, other) not in self.out.relations
        ):
            self.out.relations.append((subject, relation, other))

    def _join(self, index: int, end: int) -> None:
        """A noun after 'and': another object of the same verb, another subject, or the subject of what follows."""
        clause = self.clause
        role = clause.joining or ""
        noun = self.out.things[index]
        last = self.out.things[clause.last] if clause.last is not None else None
        acts = end < len(self.tags) and self.tags[end].kind in ("verb", "is", "have")
        starts = acts or (noun.is_animate and last is not None and not last.is_animate)
        part, _, kind = role.partition(" ")
        if part == "object" and not starts:
            self.relate_clause(relation_of(kind, noun), "", index)
            clause.role = role
        elif part == "subject":
            clause.subject = [*clause.subject, index]
            clause.role = "subject"
        elif part == "where" and not starts:
            self.locate(index, kind)
        else:
            self.subject(index)

    # -- clauses before their noun ---------------------------------------------------------------------------

    def opens_relative(self, i: int) -> bool:
        """'坐喺月球上嘅貓': a verb or 喺 with no subject before it and 嘅 + noun behind it in the same clause."""
        tag, clause = self.tags[i], self.clause
        if clause.opening is not None or tag.word.is_latin or tag.kind not in ("verb", "at", "by_passive"):
            return False
        if clause.fresh and clause.joining is None and not (clause.verb and clause.verb.relation):
            return False
        for k in range(i + 1, len(self.tags) - 1):
            if self.tags[k].kind in ("mark", "have"):
                return False
            if (
                self.tags[k].kind == "de"
                and self.tags[k - 1].kind not in ADJECTIVES
                and self.tags[k + 1].opens_noun
            ):
                return True
        return False

    def open(self, noun: Noun) -> None:
        self.clause.opening = noun
        self.clause.outer, self.clause.verb = self.clause.verb, None

    def _fill(self, noun: Noun, end: int) -> int:
        """The noun behind 嘅 of a clause before it."""
        clause = self.clause
        opening = clause.opening
        assert opening is not None
        take_over(noun, opening)
        opened, clause.opening, clause.opened = clause.opened, None, []
        undergone, clause.undergone = clause.undergone, []
        clause.verb, clause.outer, clause.at = clause.outer, None, None
        new_end = self._thing(noun, self.localiser_at(end), end)
        index = next((k for k, t in enumerate(self.out.things) if t is noun), len(self.out.things) - 1)
        for relation, participle, other in opened:
            self.relate(index, relation, other)
            if participle and participle not in noun.doing:
                noun.doing.append(participle)
        for agent, relation in undergone:
            self.relate(agent, relation, index)
        return new_end

    def _after_de(self, noun: Noun) -> bool:
        """Whether 嘅 stands right before this noun phrase (its own adjectives and number apart)."""
        before = [t for t in self.tags if t.word.end <= noun.start]
        while before and (
            before[-1].kind in (*ADJECTIVES, "number", "classifier") or before[-1].is_determiner
        ):
            before.pop()
            if len(before) > 1 and before[-1].kind == "de" and before[-2].kind in ADJECTIVES:
                before.pop()
        return bool(before) and before[-1].kind == "de"

    # -- possession ------------------------------------------------------------------------------------------

    def _possessor(self, noun: Noun, end: int) -> bool:
        """'女仔嘅紅裙', "the girl's dress": a person or animal, 嘅, and a noun."""
        if end + 1 >= len(self.tags) or self.tags[end].kind != "de" or not self.tags[end + 1].opens_noun:
            return False
        return self.clause.opening is None and self.clause.verb is None and noun.is_animate

    def _owned(self, noun: Noun, end: int) -> int:
        found = phrase(self.tags, end + 1)
        self._thing(noun, None, end)
        if found.noun is None:
            return end
        owner = next(k for k, t in enumerate(self.out.things) if t.concept is noun.concept)
        if found.noun.concept is None:
            return found.end
        index = self.add(found.noun)
        if found.noun.has("wearable", "clothing"):
            self.relate(owner, "wearing", index)
        localiser = self.localiser_at(found.end)
        if localiser is not None:
            self.locate(index, localiser)
            return found.end + 1
        return found.end

    # -- places ----------------------------------------------------------------------------------------------

    def localiser_at(self, i: int) -> str | None:
        """The relation of a Chinese localiser at tags[i]."""
        if i < len(self.tags) and self.tags[i].kind == "localiser" and not self.tags[i].word.is_latin:
            return self.tags[i].id
        return None

    def _is_setting_place(self, noun: Noun, localiser: str | None, end: int) -> bool:
        """Whether a noun names where all of it happens. One that may be either is a place where it stands as one:
        'in the castle', '山上', and not 'a castle'."""
        clause = self.clause
        if noun.place is None or noun.is_place:
            return noun.is_place
        if noun.counted and noun.classifier not in (None, "gaan") and not clause.at:
            return False
        if clause.verb is not None and clause.verb.relation:
            return False
        if localiser in ("beside", "behind", "in_front_of", "under"):
            return False  # '月亮旁邊'
        if clause.at in ("", "in", "on") or localiser in ("in", "on") or clause.verb is not None:
            return not noun.has("furniture")
        last = end >= len(self.tags) or self.tags[end].kind in ("mark", *SETTINGS)
        bare = not noun.counted and clause.joining is None and clause.at is None
        return bare and last and self.out.place is None and bool(self.out.things) and not noun.has("solid")

    def _place(self, noun: Noun, localiser: str | None, end: int) -> int:
        clause = self.clause
        kind = localiser or clause.at or ""
        if self.out.place is None or (noun.place is not None and gives_way(self.out.place.place, noun.place)):
            self.out.place = noun
        if not noun.is_place and noun.has("sky") and kind in ("on", "", "in"):
            noun.painted_as_place = True
            index = self.add(noun)
            clause.verb = None
            self.locate(index, "in" if kind == "in" else "on")
        if clause.opening is None or clause.verb is None or not clause.verb.relation:
            clause.verb = None
        clause.at, clause.joining, clause.background, clause.side = None, None, False, None
        clause.role = "place"
        return end + (1 if localiser else 0)

    def locate(self, index: int, kind: str) -> None:
        """The clause's subject is `kind` (on, beside …) the thing at `index`; or the subject that comes next is."""
        clause = self.clause
        clause.role, clause.last = f"where {kind}", index
        if clause.opening is not None:
            clause.opened.append((kind, "", index))
        elif clause.fresh or (clause.subject and not self._subject_follows(self.out.things[index])):
            for subject in clause.subject:
                self.relate(subject, kind, index)
        else:
            clause.where = (index, kind)

    def _subject_follows(self, noun: Noun) -> bool:
        """Whether the clause still brings a noun of its own behind 'there is' or a verb of putting or of posture."""
        following = [t for t in self.tags if t.word.start >= noun.end]
        for k, tag in enumerate(following):
            if tag.kind == "mark":
                return False
            if tag.kind in ("have", "put", "is", "verb"):
                return any(t.opens_noun for t in following[k + 1 : k + 4])
            if tag.opens_noun:
                return True
        return False
