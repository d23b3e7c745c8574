"""Recasting: other things, new things, and what they do and are like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from waa.words import changes, replies
from waa.words.altering import Altering
from waa.words.clauses import Reading
from waa.words.edits import Edit
from waa.words.lexicon import concept
from waa.words.nouns import Noun
from waa.words.orders import Order
from waa.words.pointing import (
    described,
    has_pronoun,
    is_that_one,
    noun_in,
    number_of,
)
from waa.words.reader import read
from waa.words.tags import POSSESSIVES, Tag, tag
from waa.words.targets import Target, find, find_pronoun, the
from waa.words.ties import having, relation_of
from waa.words.tokens import Word

_ACTIVE = ("wearing", "holding", "eating", "reading", "riding", "looking_at", "hugging")
_CARRIED = ("wearing", "holding", "eating", "reading")
_ONE_MORE = ("多", "another", "again", "也", "too")


def _relation(tag: Tag) -> str | None:
    relation = tag.sense.concept.attributes.get("rel") if tag.kind == "verb" and tag.sense else None
    return relation if relation in _ACTIVE else None


def _first_verb(words: Sequence[Word]) -> str | None:
    """The relation of a verb that the clause begins with: '揸住把遮'."""
    first = next((t for t in tag(words) if t.kind not in ("stop", "who")), None)
    return _relation(first) if first else None


class Recasting(Altering):
    # -- into something else ---------------------------------------------------------------------------------

    def replace(self, order: Order) -> bool:
        at = max((i for name, i in order.commands if name in ("replace", "with")), default=None)
        new = described(order.words[at:]) if at is not None else None
        if at is None or new is None or new[0].concept is None:
            return False
        old_words, new_words = order.words[:at], order.words[at:]
        if any(w.text.lower() in POSSESSIVES for w in order.words) and not self.names_thing(new[0]):
            return new[0].has("clothing", "wearable") and self._dress(new[0])
        if any(t.kind == "verb" for t in tag(new_words)[:1]):  # 'she should be wearing a hat'
            return False
        if noun_in(old_words) is not None or has_pronoun(old_words):
            target, noun = self.targets(old_words)[0]
            if noun is not None and any(w.text in ("代替", "取代") for w in order.words):
                return self._swap(find(self.scene, new[0]), (noun, Reading(things=[noun])))
            return self._swap(target, new, noun)
        named = self.targets(new_words, or_focus=False)
        if named and named[0][0].is_there:  # 'replace the cat with a dog', '換走隻貓做隻狗'
            if named[0][1] is None:  # 'turn it into a wolf'
                return self._swap(named[0][0], new)
            old = named[0][1]
            behind = (
                described([w for w in new_words if old and w.start >= old.end]) if len(named) > 1 else None
            )
            return behind is not None and self._swap(named[0][0], behind, old)
        target = find_pronoun(self.scene, self.focus)
        return target.is_there and self._swap(target, new)

    def _dress(self, noun: Noun) -> bool:
        """'make her dress green': who wears something unnamed wears it from now on."""
        owner = next(iter(find_pronoun(self.scene, self.focus).things), None)
        if owner is None:
            return False
        name = self.added_id(noun)
        self.scene = changes.added_relation(self.scene, owner, "wearing", name)
        return (
            self.done(replies.recoloured(the(self.scene.thing(name)), noun.colour))
            if noun.colour
            else self.done(
                replies.added(self.scene.thing(name), "wearing", self.scene.thing(owner), carried=True)
            )
        )

    def _swap(self, target: Target, new: tuple[Noun, Reading], noun: Noun | None = None) -> bool:
        fresh, reading = new
        same = noun is not None and noun.concept is not None and noun.concept is fresh.concept
        if same and fresh.colour:
            return self.colour(target, fresh.colour)
        thing = self.new_thing(fresh)
        if target.is_there:
            self.scene = changes.replaced(self.scene, target.things[0], thing)
            self.focus = thing.id
            self._bring(reading, fresh, thing.id)
        return self.done(replies.replaced(target, thing))

    def _bring(self, reading: Reading, main: Noun, main_id: str) -> None:
        """What came along in the description of `main`: the suit of '一隻穿西裝嘅狗'."""
        ids = {k: main_id if n is main else self.added_id(n) for k, n in enumerate(reading.things)}
        for subject, kind, other in reading.relations:
            self.scene = changes.added_relation(self.scene, ids[subject], kind, ids[other])

    def add(self, order: Order) -> bool:
        words = [w for w in order.words if w.text not in _ONE_MORE]
        reading = read(tag(words))
        if not reading.things:
            return self._add_more(order)
        there = {
            k: t.things[0]
            for k, n in enumerate(reading.things)
            if (t := self._mentioned(n, k, reading, order))
        }
        new = [
            k
            for k in range(len(reading.things))
            if k not in there and (reading.things[k].concept is not None or order.wants("add", "replace"))
        ]
        if not new:
            return self.move_next_to(reading)
        verb = _first_verb(order.words) if not there else None
        owner = self._owner(order, reading, there)
        if owner is None and verb is not None:
            owner = next(iter(find_pronoun(self.scene, self.actor).things), None)
        self.actor = owner or self.actor
        meant = self._meant(order)
        bearer = (
            owner or next(iter(there.values()), None) or next(iter(find_pronoun(self.scene, None).things), "")
        )
        parts = [k for k in new if bearer and len(new) > 1 and reading.things[k].has("body")]
        new = [k for k in new if k not in parts]  # '停喺隻貓個鼻上': on the cat
        ids = there | {k: self.added_id(reading.things[k]) for k in new} | dict.fromkeys(parts, bearer)
        relations = [
            (ids[s], kind, ids[o])
            for s, kind, o in reading.relations
            if s in ids and o in ids and ids[s] != ids[o]
        ]
        relations += self._by_pronoun(order, meant, [ids[k] for k in new])
        relations += self._given(owner, reading, new, ids, verb)
        for relation in relations:
            self.scene = changes.added_relation(self.scene, *relation)
        for k in new:
            self.focus = ids[k]
            self.done(self._added(ids[k], relations))
        return True

    def _owner(self, order: Order, reading: Reading, there: dict[int, str]) -> str | None:
        """Who gets the new thing: 佢 of '幫佢戴頂帽', the cat of 'give the cat a hat'."""
        tags = tag(order.words)
        who = next((i for i, t in enumerate(tags) if t.kind == "who" or is_that_one(tags, i)), None)
        if who is not None:
            return next(iter(self._pronoun(tags, who).things), None)
        related = {k for s, _, o in reading.relations for k in (s, o)}
        return next((thing for k, thing in there.items() if k not in related), None)

    def _meant(self, order: Order) -> tuple[int, str] | None:
        """(where a pronoun stands, the thing it means), before anything new comes in."""
        tags = tag(order.words)
        who = next((i for i, t in enumerate(tags) if t.kind == "who"), None)
        other = next(iter(self._pronoun(tags, who).things), None) if who is not None else None
        return (who, other) if who is not None and other is not None else None

    def _by_pronoun(
        self, order: Order, meant: tuple[int, str] | None, new: Sequence[str]
    ) -> list[tuple[str, str, str]]:
        """'喺佢隔籬', '俾啲竹佢食', '俾隻老鼠騎住佢': relations to what a pronoun means."""
        if (
            new
            and order.commands
            and order.commands[0][1] == 1
            and (ahead := order.words[0].sense("localiser"))
        ):
            anchor = next((t.id for t in self.scene.things if t.id not in new and not t.is_place), None)
            return [(new[0], ahead.id, anchor)] if anchor else []  # '後面加啲雲'
        if meant is None or not new:
            return []
        (who, other), tags = meant, tag(order.words)
        after = tags[who + 1] if who + 1 < len(tags) else None
        if after is not None and after.kind == "localiser" and who + 2 >= len(tags):
            return [(new[0], after.id, other)]
        if after is not None and order.gives and who and (relation := _relation(after)):
            return [(other, relation, new[0])]
        if after is None and who and (relation := _relation(tags[who - 1])):
            return [(new[0], relation, other)]
        return []

    def _given(
        self,
        owner: str | None,
        reading: Reading,
        new: Sequence[int],
        ids: Mapping[int, str],
        verb: str | None = None,
    ) -> list[tuple[str, str, str]]:
        """Relations of `owner` to the new things whose place no verb has told."""
        related = {k for s, _, o in reading.relations for k in (s, o)}
        if owner is None:
            return []
        if verb is not None:
            return [(owner, relation_of(verb, reading.things[k]), ids[k]) for k in new if k not in related]
        known = self.scene.thing(owner)
        holder = Noun(concept(known.concept), known.words, 0, 0)
        loose = [
            k for k in new if k not in related and reading.things[k].has("wearable", "clothing", "holdable")
        ]
        return [(owner, having(holder, reading.things[k]), ids[k]) for k in loose]

    def _added(self, thing_id: str, relations: Sequence[tuple[str, str, str]]) -> Edit:
        """The edit for a new thing, with the one relation that says where it went."""
        thing = self.scene.thing(thing_id)
        for subject, kind, other in relations:
            if subject == thing_id:
                return replies.added(thing, kind, self.scene.thing(other))
            if other == thing_id and kind in _ACTIVE:
                return replies.added(thing, kind, self.scene.thing(subject), carried=True)
        return replies.added(thing)

    def _mentioned(self, noun: Noun, k: int, reading: Reading, order: Order) -> Target | None:
        """The thing that a noun in an 'add' clause means where it is there already: an anchor, or who gets something;
        never 'one more'."""
        target = find(self.scene, noun)
        if not target.is_there or noun.counted:
            return None
        anchors = any(o == k and kind not in _CARRIED for _, kind, o in reading.relations)
        acts = any(s == k and kind in _ACTIVE for s, kind, _ in reading.relations)
        given = order.gives and len(reading.things) > 1
        return target if anchors or acts or given or not order.wants("add") else None

    def _add_more(self, order: Order) -> bool:
        """'再加兩隻': more of what was spoken of."""
        tags = tag(order.words)
        number = next((t for t in tags if t.kind == "number"), None)
        classifier = next((t.sense.concept for t in tags if t.kind == "classifier" and t.sense), None)
        if not order.wants("add") or (number is None and classifier is None):
            return False
        target = find_pronoun(self.scene, self.focus, classifier)
        if not target.is_there:
            return False
        model = self.scene.thing(target.things[0])
        name = changes.new_id(self.scene, model.concept)
        thing = replace(model, id=name, count=number_of(number) if number else 1, spot=None, side=None)
        self.scene = changes.added(self.scene, thing)
        self.focus = thing.id
        return self.done(replies.added(thing))

    # -- what it does and is like ----------------------------------------------------------------------------

    def act(self, order: Order) -> bool:
        """'等隻貓瞓覺', 'make the dog run', '肥啲'."""
        tags = tag(order.words)
        verbs = [t for t in tags if t.kind == "verb" and t.sense]
        traits = [t.id for t in tags if t.kind in ("trait", "material")]
        target, noun = self.targets(order.words)[0]
        told = noun is not None or order.commands or order.degree or has_pronoun(order.words)
        if not target.is_there or not (verbs or (traits and told)):
            return False
        self.focus = target.things[0]
        before = self.scene.thing(self.focus)
        if verbs and verbs[0].sense:
            participle = verbs[0].sense.concept.attributes.get("is", verbs[0].id)
            self.scene = changes.altered(self.scene, [self.focus], doing=(participle,))
            return self.done(replies.action(target, participle))
        self.scene = changes.altered(
            self.scene, [self.focus], traits=tuple(dict.fromkeys((*before.traits, *traits)))
        )
        return self.done(replies.trait(target, traits[0]))
