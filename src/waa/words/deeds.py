"""Deeds and whereabouts: what is done in a clause, and where things are. The middle of the reader."""

from __future__ import annotations

from waa.words.clauses import Nouns, Verb
from waa.words.lexicon import Concept, concept
from waa.words.nouns import Noun, phrase
from waa.words.tags import ADJECTIVES, SETTINGS
from waa.words.ties import having


class Deeds(Nouns):
    # -- verbs -----------------------------------------------------------------------------------------------

    def _on_verb(self, i: int) -> int:
        tag, clause = self.tags[i], self.clause
        assert tag.sense is not None
        attributes = tag.sense.concept.attributes
        participle, relation = attributes.get("is", tag.id), attributes.get("rel", "")
        if clause.negated:
            clause.negated = False
            return i + 1
        if clause.agent is not None and clause.agent >= 0:
            self._undergo(relation or "beside", participle, "also" in attributes)
            return i + 1
        if clause.verb is None:
            clause.joining = None
        self._unfinished_verb()
        if clause.where is not None and not clause.fresh and not relation and self._noun_at(i + 1):
            clause.doing.append(participle)  # '旁邊企住個郵差'
            return i + 1
        if clause.where is not None and relation == "contains":  # '瓶入面裝住隻船'
            clause.fresh = False
            return i + 1
        clause.at = None
        if relation and self._object_follows(i + 1):
            clause.verb = Verb(relation, participle, "also" in attributes)
        else:
            self._does(participle)
            if not relation and self._noun_at(i + 1):
                clause.verb = Verb("", participle)
        return i + 1

    def _undergo(self, relation: str, participle: str, also: bool) -> None:
        """'被狗追': the other way round."""
        clause = self.clause
        agent, clause.agent = clause.agent, None
        assert agent is not None
        if also:
            self.out.things[agent].doing.append(participle)
        if clause.opening is not None:
            clause.undergone.append((agent, relation))
            return
        for subject in clause.subject:
            self.relate(agent, relation, subject)

    def _noun_at(self, i: int) -> bool:
        while i < len(self.tags) and self.tags[i].kind == "stop" and not self.tags[i].is_determiner:
            i += 1
        return i < len(self.tags) and self.tags[i].opens_noun

    def _object_follows(self, i: int) -> bool:
        """Whether a noun comes before the clause ends or another verb begins."""
        for k in range(i, len(self.tags)):
            tag = self.tags[k]
            if tag.kind == "localiser" and k + 1 < len(self.tags) and self.tags[k + 1].kind == "de":
                continue  # '睇住窗外嘅煙花'
            if tag.kind in ("mark", "and", "at", "put", "have", "localiser"):
                return False
            if tag.kind == "verb":
                return not tag.word.is_latin and any(t.kind == "de" for t in self.tags[k : k + 8])
            if tag.kind in ("thing", "place", "who", "quote", "unknown"):
                return True
        return False

    def _does(self, participle: str) -> None:
        clause = self.clause
        if (
            participle == "walking"
            and clause.subject
            and self.out.things[clause.subject[0]].has("vehicle", "boat")
        ):
            participle = "moving"
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
        verb, self.clause.verb = self.clause.verb, None
        if verb is not None and verb.relation and verb.participle:
            self._does(verb.participle)

    # -- where -----------------------------------------------------------------------------------------------

    def _on_at(self, i: int) -> int:
        self._unfinished_verb()
        self.clause.at = ""
        return i + 1

    def _on_localiser(self, i: int) -> int:
        tag, clause = self.tags[i], self.clause
        if not tag.word.is_latin:
            return self._bare_localiser(i)
        self._unfinished_verb()
        after = self.tags[i + 1].kind if i + 1 < len(self.tags) else ""
        if (
            tag.id == "in"
            and after in ("", "mark")
            and clause.last is not None
            and clause.subject[:1] != [clause.last]
        ):
            for subject in clause.subject:  # 'a pumpkin with a candle inside'
                self.relate(clause.last, "in", subject)
        if self._noun_at(i + 1) or after in ("who", "unknown", "verb", *SETTINGS):
            clause.at = tag.id
        return i + 1

    def _bare_localiser(self, i: int) -> int:
        """'旁邊有隻狗': beside what was spoken of last."""
        clause = self.clause
        if (
            self._subject_behind(i + 1)
            and clause.subject
            and not (self.out.place is not None and clause.last is None)
        ):
            clause.where = (clause.subject[0], self.tags[i].id)
            clause.fresh = False
        return i + 1

    def _is_somewhere(self, i: int) -> bool:
        """'隻貓係張床訓緊教': behind a living subject, or a verb, stands what one can be on or at."""
        clause = self.clause
        noun = phrase(self.tags, i + 1).noun
        if noun is None or not clause.subject or not self.out.things[clause.subject[0]].is_animate:
            return False
        somewhere = noun.is_place or noun.has("furniture", "vehicle") or noun.place is not None
        return somewhere or self.tags[i - 1].kind == "verb"

    def _subject_behind(self, i: int) -> bool:
        return i < len(self.tags) and (
            self.tags[i].kind in ("have", "put", "is", "verb") or self.tags[i].opens_noun
        )

    def _on_put(self, i: int) -> int:
        """'枱放住一杯茶' brings a new subject; 'a vase placed on the table' says where the last one is."""
        clause = self.clause
        self._unfinished_verb()
        if not self.tags[i].word.is_latin and self._noun_at(i + 1):
            if clause.where is None and clause.subject:
                if self.out.things[clause.subject[0]].is_animate:  # '放風箏', '插花'
                    clause.verb = Verb("holding")
                    return i + 1
                clause.where = (clause.subject[0], "on")
            clause.fresh = False
        return i + 1

    def _on_have(self, i: int) -> int:
        clause = self.clause
        self._unfinished_verb()
        found = phrase(self.tags, i + 1)
        if clause.where is not None or not clause.fresh or clause.opening is not None or found.noun is None:
            clause.fresh, clause.joining = False, None
            return i + 1
        clause.verb = Verb(having(self.out.things[clause.subject[0]], found.noun))
        return i + 1

    def _on_side(self, i: int) -> int:
        clause, side = self.clause, self.tags[i].id
        if self._subject_behind(i + 1):
            if clause.fresh and clause.last is not None and i and self.tags[i - 1].kind == "thing":
                clause.where = (clause.last, "beside")
            clause.side, clause.fresh = side, False
        elif clause.fresh and clause.subject:
            target = (
                clause.last if clause.last is not None and clause.role == "subject" else clause.subject[-1]
            )
            self.out.things[target].side = side
        elif i + 1 < len(self.tags):
            clause.side = side
        elif self.out.things:
            self.out.things[-1].side = side
        clause.at = None
        return i + 1

    def _on_background(self, i: int) -> int:
        if self.clause.negated:
            return self._negative(i, "background")
        before = self.tags[i - 1].word if i else None
        last = self.out.things[-1] if self.out.things else None
        self.clause.at = None
        if before is None or last is None or last.end != before.end:
            self.clause.background, self.clause.fresh = True, False
        elif last.place is not None and self.out.place is None:
            self._withdraw(len(self.out.things) - 1)
            self.out.place = last
        else:
            last.side = last.side or "back"
        return i + 1

    def _withdraw(self, index: int) -> None:
        """Take the last thing back: it was the place."""
        self.out.things.pop()
        self.out.relations = [r for r in self.out.relations if index not in (r[0], r[2])]
        self.clause.subject = [s for s in self.clause.subject if s != index]
        self.clause.last = None

    def _plain_background(self, i: int) -> int | None:
        """'白色背景', 'on a pink background', '背景係藍色': the index behind it. A thing is no part of it."""
        ahead = self.tags[i].kind == "background"
        k = i + 1 if ahead else i
        while k < len(self.tags) and (
            self.tags[k].kind in ("stop", "is", "trait", "number", "classifier", "size", "mood")
            or (self.tags[k].kind == "de" and k > i)
        ):
            k += 1
        if k >= len(self.tags) or self.tags[k].kind not in ("colour", "material"):
            return None
        found, k = self.tags[k].sense, k + 1
        while k < len(self.tags) and self.tags[k].kind in ("de", "stop", *ADJECTIVES):
            k += 1
        closed = k >= len(self.tags) or self.tags[k].kind in ("mark", "and", *SETTINGS)
        if not (closed if ahead else not closed and self.tags[k].kind == "background"):
            return None
        assert found is not None
        self.out.settings.setdefault("background", found.concept)
        self.clause.at, self.clause.background = None, False
        return k if ahead else k + 1

    def _negative(self, i: int, name: str) -> int:
        """'唔要字', '不要背景'."""
        if self.clause.negated:
            word = self.tags[i].word
            self.out.negative.append(
                Noun(concept(name) or Concept("thing", name, (), (name,)), word.text, word.start, word.end)
            )
            if i + 1 < len(self.tags) and self.tags[i + 1].kind == "de":  # '唔好有字嘅海報'
                self.clause.negated = False
        return i + 1
