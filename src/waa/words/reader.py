"""Reader: tags -> what is in the picture and how it hangs together, in one pass from left to right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waa.words.clauses import Clause, Reading
from waa.words.deeds import Deeds
from waa.words.lexicon import Concept
from waa.words.nouns import Noun, phrase
from waa.words.tags import SETTINGS, Tag

_EVERYTHING_STOPS = "。.！!？?；;\n"


def read(tags: Sequence[Tag]) -> Reading:
    """What these tags say."""
    return _Reader(tags).read()


class _Reader(Deeds):
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
        if (end := self._plain_background(i)) is not None:
            return end
        if self.opens_relative(i):
            self.open(Noun(None, "", -1, -1))
        if tag.opens_noun or tag.kind == "verb" or (tag.kind == "unknown" and self.wants_object()):
            found = phrase(self.tags, i)
            if found.noun is not None:
                return self.noun(found)
            if found.opening is not None:
                self.open(found.opening)
                return found.end
            if found.adjectives:
                if self.localiser_at(found.end) is not None:  # '黑色絲絨上面'
                    return found.end + 1
                if self.clause.at and found.adjectives[0].kind == "material":  # 'a perfume on marble'
                    self.clause.at = None
                    self._set_background(found.adjectives[0])
                    return found.end
                self._predicate(found.adjectives)
                return found.end
        handler: Callable[[int], int] | None = getattr(self, f"_on_{tag.kind}", None)
        return handler(i) if handler else i + 1

    def _set_background(self, tag: Tag) -> None:
        assert tag.sense is not None
        self.out.settings.setdefault("background", tag.sense.concept)

    def _setting(self, i: int) -> int:
        tag, sense = self.tags[i], self.tags[i].sense
        assert sense is not None
        if self.clause.negated:  # '唔好有霧'
            self.out.negative.append(Noun(sense.concept, tag.word.text, tag.word.start, tag.word.end))
            return i + 1
        if tag.kind == "aspect" and any(c.isdigit() for c in tag.word.text):  # figures say it exactly
            self.out.settings["aspect"] = sense.concept
        self.out.settings.setdefault(tag.kind, sense.concept)
        for kind in ("mood", "place", "weather"):
            if value := sense.concept.attributes.get(kind):
                self.out.settings.setdefault(kind, Concept(kind, value))
        if not (i + 1 < len(self.tags) and self.tags[i + 1].kind in ("de", "place")):  # '喺落雪嘅森林'
            self.clause.at = None
        return i + 1

    def _predicate(self, adjectives: Sequence[Tag]) -> None:
        """'隻貓好肥', 'the cat is orange': said of the last subject."""
        clause = self.clause
        if clause.background or clause.opening is not None or not clause.subject:
            clause.background = False
            return
        said_of = clause.subject if clause.role == "subject" or clause.last is None else [clause.last]
        for tag in adjectives:
            for subject in said_of:
                self.out.things[subject].describe(tag)

    def _on_give(self, i: int) -> int:
        """'俾我個仔': who the picture is for is not in it."""
        found = phrase(
            self.tags, i + 2 if i + 1 < len(self.tags) and self.tags[i + 1].word.text == "我" else i + 1
        )
        ends = found.end >= len(self.tags) or self.tags[found.end].kind == "mark"
        person = found.noun is not None and found.noun.has("person")
        return found.end if person and ends and self.tags[i].word.text in "俾畀給" else i + 1

    def _on_let(self, i: int) -> int:
        """'一隻貓叫阿花': a name."""
        if self.tags[i].word.text not in ("叫", "名叫", "叫做", "named", "called") or not self.clause.fresh:
            return i + 1
        while i < len(self.tags) and self.tags[i].kind not in ("mark", "at", "verb"):
            i += 1
        return i

    def _on_is(self, i: int) -> int:
        if self.tags[i].word.text == "係" and self._is_somewhere(i):
            return self._on_at(i)  # 係 typed for 喺
        if self.clause.where is not None:
            self.clause.fresh = False
        elif self.clause.subject and self.clause.verb is None:
            self.clause.role = "subject"  # 'the tower behind the church is red'
        return i + 1

    # -- the rest --------------------------------------------------------------------------------------------

    def _on_and(self, i: int) -> int:
        clause = self.clause
        if clause.role is not None:
            clause.joining = clause.role
            if clause.role != "subject":
                clause.verb = None
        if clause.role != "negative":
            clause.negated = False
        return i + 1

    def _on_not(self, i: int) -> int:
        clause = self.clause
        self._unfinished_verb()
        ends = i + 1 >= len(self.tags) or self.tags[i + 1].kind == "mark"
        if ends and clause.fresh and clause.subject == [len(self.out.things) - 1]:  # '一個人都冇'
            self.out.negative.append(self.out.things[-1])
            self._withdraw(len(self.out.things) - 1)
        clause.negated = not ends
        return i + 1

    def _on_quote_cue(self, i: int) -> int:
        return self._negative(i, "text")

    def _on_who(self, i: int) -> int:
        """'it', '佢': what was spoken of before."""
        clause = self.clause
        if not clause.subject:
            return i + 1
        newest = len(self.out.things) - 1
        first = 0 if newest > 0 and clause.subject == [newest] else clause.subject[0]
        if i + 1 < len(self.tags) and self.tags[i + 1].kind == "is":
            found = phrase(self.tags, i + 2)
            if found.noun is not None and found.noun.is_animate and self.out.things[first].is_animate:
                self.out.things[first].become(found.noun)  # '佢係隻柴犬'
                return found.end
        localiser = self.localiser_at(i + 1)
        if localiser is not None:
            clause.where, clause.fresh = (clause.subject[0], localiser), False
            return i + 2
        if clause.verb is not None and clause.verb.relation:
            self.object(first)
        elif clause.at:
            kind, clause.at = clause.at, None
            for subject in clause.subject:
                self.relate(subject, kind, first)
        return i + 1

    def _on_by_passive(self, i: int) -> int:
        self.clause.agent = -1
        return i + 1

    def _on_quote(self, i: int) -> int:
        self.out.text = self.out.text or self.tags[i].word.text.strip() or None
        self.clause.verb = None
        return i + 1

    def _on_unknown(self, i: int) -> int:
        self.out.unknown.append(self.tags[i].word)
        return i + 1

    def _on_mark(self, i: int) -> int:
        self._end_clause(full=self.tags[i].word.text in _EVERYTHING_STOPS)
        return i + 1

    def _end_clause(self, *, full: bool) -> None:
        clause = self.clause
        self._unfinished_verb()
        if clause.opening is not None or (clause.opened and clause.subject):
            self._abandon_opening()
        self.clause = Clause(
            subject=clause.subject,
            where=None if full else clause.where,
            last=None if full else clause.last,
            doing=clause.doing,
            side=None if full else clause.side,
            opened=[] if clause.subject else clause.opened,
        )

    def _abandon_opening(self) -> None:
        """No noun came: what was said holds of the subject before."""
        clause = self.clause
        doing = clause.opening.doing if clause.opening is not None else []
        clause.opening = None
        for relation, participle, other in clause.opened:
            for subject in clause.subject:
                self.relate(subject, relation, other)
            if participle:
                self._does(participle)
        for participle in doing:
            self._does(participle)
        if clause.subject:
            clause.opened = []
