"""Recasting: what an instruction does to the things in a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from waa.words import changes, replies
from waa.words.clauses import Reading, having, relation_of
from waa.words.edits import Edit
from waa.words.lexicon import concept, named
from waa.words.nouns import Noun, phrase
from waa.words.orders import Order
from waa.words.pointing import (
    described,
    direction_of,
    has_pronoun,
    is_direction,
    is_that_one,
    means_every,
    noun_in,
    number_of,
    which_after,
    which_before,
)
from waa.words.reader import read
from waa.words.scene import Scene, Thing
from waa.words.tags import Tag, tag
from waa.words.targets import Target, find, find_pronoun, the
from waa.words.tokens import Word
from waa.words.understand import things_of

_ACTIVE = ("wearing", "holding", "eating", "reading", "riding", "looking_at", "hugging")
_CARRIED = ("wearing", "holding", "eating", "reading")
_ONE_MORE = ("多", "another", "again", "也", "too")

Named = tuple[Target, Noun | None]


def _only_counts(words: Sequence[Word]) -> bool:
    """Whether nothing is named: '', '一個'."""
    return all(w.kind == "number" or w.sense("number", "classifier", "stop") is not None for w in words)


def _takes_object(word: Word) -> bool:
    sense = word.sense("verb")
    return sense is not None and sense.concept.has("rel")


def _first_verb(words: Sequence[Word]) -> str | None:
    """The relation of a verb that the clause begins with: '揸住把遮'."""
    first = next((t for t in tag(words) if t.kind not in ("stop", "who")), None)
    relation = (
        first.sense.concept.attributes.get("rel") if first and first.kind == "verb" and first.sense else None
    )
    return relation if relation in _ACTIVE else None


class Recasting:
    """`scene` is the state so far; `edits` what was done; `focus` the thing spoken of last; `earlier` the last command,
    which a clause without one goes on with ('加隻狗，一隻貓')."""

    def __init__(self, scene: Scene, photo: bool) -> None:
        self.scene = scene
        self.photo = photo
        self.edits: list[Edit] = []
        self.unknown: list[str] = []
        self.focus: str | None = None
        self.actor: str | None = None
        self.earlier: str | None = None

    def done(self, edit: Edit) -> bool:
        self.edits.append(edit)
        return True

    def names_thing(self, noun: Noun) -> bool:
        return find(self.scene, noun).is_there

    def targets(self, words: Sequence[Word], *, or_focus: bool = True) -> list[Named]:
        """(target, its noun phrase) of everything these words name; the thing spoken of before when they name none."""
        tags = tag(words)
        found: list[Named] = []
        i = 0
        while i < len(tags):
            here = phrase(tags, i)
            if here.noun is not None and (not here.noun.is_place or self.names_thing(here.noun)):
                which = which_before(tags, i) or which_after(tags, here.end)
                every = means_every(tags[max(0, i - 2) : here.end]) or here.noun.count > 1
                found.append((find(self.scene, here.noun, which, all_of_them=every), here.noun))
                i = here.end
            elif tags[i].kind == "who" or is_that_one(tags, i):
                found.append((self._pronoun(tags, i), None))
                i += 2
            else:
                i = max(i + 1, here.end if here.adjectives else 0)
        if not found and or_focus:
            found.append((find_pronoun(self.scene, self.focus, all_of_them=means_every(tags)), None))
        return found

    def _pronoun(self, tags: Sequence[Tag], i: int) -> Target:
        counted = next((t for t in tags[i : i + 2] if t.kind == "classifier" and t.sense), None)
        classifier = counted.sense.concept if counted is not None and counted.sense else None
        if classifier is None and len(tags[i].word.text) > 1 and not tags[i].word.is_latin:
            classifier = named(tags[i].word.text[-1], "classifier")
        every = means_every(tags[max(0, i - 1) : i + 1])
        return find_pronoun(self.scene, self.focus, classifier, which_before(tags, i), all_of_them=every)

    # -- away, more, larger ----------------------------------------------------------------------------------

    def remove(self, order: Order) -> bool:
        negative = any(w.function("not") for w in order.words)
        goes_on = not order.commands and self.earlier == "remove" and bool(order.words)
        if not (order.wants("remove") or negative or goes_on) or order.wants("add"):
            return False
        words = [w for w in order.words if not w.function("not")]
        if (
            negative
            and (verb := next((i for i, w in enumerate(words) if _takes_object(w)), None)) is not None
        ):
            words = words[verb + 1 :]  # '隻狗唔好戴帽' takes the hat away, not the dog
        done = self._clear_weather(words)
        pointed = not done and order.wants("remove") and (has_pronoun(words) or _only_counts(words))
        for target, noun in self.targets(words, or_focus=pointed):
            if target.is_there and self._fewer(target, words):
                return True
            if target.is_there:
                self.scene = changes.removed(self.scene, target.things)
            elif noun is not None:
                negatives = (*self.scene.negative, target.names[0])
                self.scene = replace(self.scene, negative=tuple(dict.fromkeys(negatives)))
            if target.names:
                done = self.done(replies.removed(target))
        return done

    def _fewer(self, target: Target, words: Sequence[Word]) -> bool:
        """'減一個' of three leaves two."""
        number = next((t for t in tag(words) if t.kind == "number"), None)
        thing = self.scene.thing(target.things[0])
        if number is None or number_of(number) >= thing.count or len(target.things) > 1:
            return False
        left = thing.count - number_of(number)
        self.scene = changes.altered(self.scene, target.things, count=left)
        self.focus = thing.id
        return self.done(replies.count(target, left, self.scene.thing(thing.id)))

    def _clear_weather(self, words: Sequence[Word]) -> bool:
        """'唔好落雨'."""
        weather = next((s for w in words if (s := w.sense("weather")) and not w.sense("thing")), None)
        if weather is None:
            return False
        if self.scene.weather in (None, weather.id):
            self.scene = replace(self.scene, weather="clear")
        return self.done(replies.setting("weather", self.scene.weather or "clear"))

    def count(self, order: Order) -> bool:
        """'改成三隻', '淨返一隻貓', 'make it three cats'."""
        at = next((i for name, i in order.commands if name in ("replace", "count")), None)
        if at is None or order.wants("add"):
            return False
        tags = tag(order.words[at:] or order.words)
        start = next((i for i, t in enumerate(tags) if t.kind == "number"), None)
        if start is None:
            return False
        noun, one = phrase(tags, start).noun, tags[start].word.text.lower() in ("a", "an", "一", "one")
        if noun is not None and ((one and not order.wants("count")) or not self.names_thing(noun)):
            return False
        named = self.targets(order.words[:at], or_focus=False)
        target = find(self.scene, noun) if noun is not None else (named or self.targets(order.words))[0][0]
        if not target.is_there or (noun is not None and named and named[0][0].things != target.things):
            return False
        number = noun.count if noun is not None else number_of(tags[start])
        self.scene = changes.altered(self.scene, target.things[:1], count=number)
        self.scene = changes.removed(self.scene, target.things[1:])
        self.focus = target.things[0]
        return self.done(replies.count(target, number, self.scene.thing(self.focus)))

    def resize(self, order: Order) -> bool:
        known = next(
            (concept(n, "command") for n, _ in order.commands if n.startswith(("bigger", "smaller"))), None
        )
        degree = order.degree or (known.attributes.get("degree") if known else None)
        direction = known.attributes.get("is", known.id) if known else self._direction_of_size(order)
        if direction is None:
            return False
        for target, noun in self.targets(order.words):
            if not target.is_there and noun is None:
                return False
            if target.is_there:
                self.scene = changes.resized(self.scene, target.things, direction, degree)
                self.focus = target.things[0]
            self.done(replies.resized(target, direction, degree))
        return not any(w.sense("colour") for w in order.words)  # 'blue and a bit bigger'

    def _direction_of_size(self, order: Order) -> str | None:
        """'隻貓大好多', 'make the cat huge': a size said of something that is there."""
        size = next((s for w in order.words if (s := w.sense("size"))), None)
        others = any(w.sense("colour", "time", "style") for w in order.words)
        if size is None or others or not (order.degree or order.wants("replace")):
            return None
        if any(not target.is_there for target, _ in self.targets(order.words)):
            return None
        return "bigger" if size.id in ("big", "huge") else "smaller"

    # -- into something else ---------------------------------------------------------------------------------

    def replace(self, order: Order) -> bool:
        at = max((i for name, i in order.commands if name in ("replace", "with")), default=None)
        new = described(order.words[at:]) if at is not None else None
        if at is None or new is None or new[0].concept is None:
            return False
        old_words, new_words = order.words[:at], order.words[at:]
        if noun_in(old_words) is not None or has_pronoun(old_words):
            target, noun = self.targets(old_words)[0]
            if noun is not None and any(w.text in ("代替", "取代") for w in order.words):
                return self._swap(find(self.scene, new[0]), (noun, Reading(things=[noun])))
            return self._swap(target, new, noun)
        named = self.targets(new_words, or_focus=False)
        if named and named[0][0].is_there:  # 'replace the cat with a dog', '換走隻貓做隻狗'
            old = named[0][1]
            behind = (
                described([w for w in new_words if old and w.start >= old.end]) if len(named) > 1 else None
            )
            return behind is not None and self._swap(named[0][0], behind, old)
        target = find_pronoun(self.scene, self.focus)
        return target.is_there and self._swap(target, new)

    def _swap(self, target: Target, new: tuple[Noun, Reading], noun: Noun | None = None) -> bool:
        fresh, reading = new
        same = noun is not None and noun.concept is not None and noun.concept is fresh.concept
        if same and fresh.colour:
            return self._colour(target, fresh.colour)
        thing = self._new_thing(fresh)
        if target.is_there:
            self.scene = changes.replaced(self.scene, target.things[0], thing)
            self.focus = thing.id
            self._bring(reading, fresh, thing.id)
        return self.done(replies.replaced(target, thing))

    def _bring(self, reading: Reading, main: Noun, main_id: str) -> None:
        """What came along in the description of `main`: the suit of '一隻穿西裝嘅狗'."""
        ids = {k: main_id if n is main else self._added_id(n) for k, n in enumerate(reading.things)}
        for subject, kind, other in reading.relations:
            self.scene = changes.added_relation(self.scene, ids[subject], kind, ids[other])

    def _added_id(self, noun: Noun) -> str:
        thing = self._new_thing(noun)
        self.scene = changes.added(self.scene, thing)
        return thing.id

    def recolour(self, order: Order) -> bool:
        colours = [t for t in tag(order.words) if t.kind == "colour"]
        if not colours or order.wants("add"):
            return False
        targets = self.targets(order.words)
        if not order.wants("replace", "colour") and not all(t.is_there for t, _ in targets):
            return False
        results = [self._colour(target, colours[-1].id) for target, _ in targets]
        return any(results)

    def _colour(self, target: Target, colour: str) -> bool:
        if target.is_there:
            self.scene = changes.altered(self.scene, target.things, colour=colour)
            self.focus = target.things[0]
        elif not target.names:
            return False
        return self.done(replies.recoloured(target, colour))

    # -- elsewhere -------------------------------------------------------------------------------------------

    def move(self, order: Order) -> bool:
        tags = tag(order.words)
        known = self._names_only_known(order)
        if (order.wants("add") and not known) or any(t.kind == "colour" for t in tags):
            return False
        direction = direction_of(tags, moving=order.wants("move"))
        if direction is None or not (order.commands or known):
            wanted = order.wants("move") or (order.wants("add") and known)
            return wanted and self._move_next_to(read(tags))
        for target, noun in self.targets([w for w in order.words if not is_direction(w)]):
            if noun is None and not target.is_there:
                return False
            if target.is_there:
                self.scene = changes.moved(self.scene, target.things, direction)
                self.focus = target.things[0]
            self.done(replies.moved(target, direction))
        return True

    def _names_only_known(self, order: Order) -> bool:
        """Whether the clause speaks first of a thing in the picture, with no number before it."""
        named = self.targets(order.words, or_focus=False)
        counted = any(t.kind == "number" for t in tag(order.words))
        return bool(named) and not counted and named[0][0].is_there

    def _move_next_to(self, reading: Reading) -> bool:
        for subject, kind, other in reading.relations:
            target, anchor = (
                find(self.scene, reading.things[subject]),
                find(self.scene, reading.things[other]),
            )
            if not target.is_there:
                continue
            if not anchor.is_there:
                anchor = the(self.scene.thing(self._added_id(reading.things[other])))
            self.scene = changes.related(self.scene, target.things[0], kind, anchor.things[0])
            self.focus = target.things[0]
            return self.done(replies.moved_to(target, kind, anchor, self.scene))
        return False

    # -- new -------------------------------------------------------------------------------------------------

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
        new = [k for k in range(len(reading.things)) if k not in there]
        if not new:
            return order.wants("add") and self._move_next_to(reading)
        verb = _first_verb(order.words) if not there else None
        owner = self._owner(order, reading, there)
        if owner is None and verb is not None:
            owner = next(iter(find_pronoun(self.scene, self.actor).things), None)
        self.actor = owner or self.actor
        ids = there | {k: self._added_id(reading.things[k]) for k in new}
        relations = [(ids[s], kind, ids[o]) for s, kind, o in reading.relations]
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
        target = self.targets(order.words)[0][0]
        if not target.is_there or not (verbs or traits):
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

    def _new_thing(self, noun: Noun) -> Thing:
        return things_of([noun], lambda stem: changes.new_id(self.scene, stem))[0]
