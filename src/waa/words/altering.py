"""Altering: away with it, more or fewer, larger, another colour, elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waa.words import changes, replies
from waa.words.lexicon import concept
from waa.words.nouns import phrase
from waa.words.orders import Order
from waa.words.pointing import CONTRASTS, direction_of, has_pronoun, number_of
from waa.words.reader import Reading, read
from waa.words.tags import SETTINGS, tag
from waa.words.targeting import Targeting
from waa.words.targets import Target, find, the
from waa.words.ties import default_place
from waa.words.tokens import Word


def _only_counts(words: Sequence[Word]) -> bool:
    """Whether nothing is named: '', '一個'."""
    return all(w.kind == "number" or w.sense("number", "classifier", "stop") is not None for w in words)


_CARRYING = ("wearing", "holding", "eating", "reading", "riding")


def _takes_object(word: Word) -> bool:
    sense = word.sense("verb")
    return sense is not None and sense.concept.has("rel")


class Altering(Targeting):
    # -- away, more, larger ----------------------------------------------------------------------------------

    def remove(self, order: Order) -> bool:
        negative = any(w.function("not") for w in order.words)
        goes_on = not order.commands and self.earlier == "remove" and bool(order.words) and not order.desires
        if not (order.wants("remove") or negative or goes_on) or order.wants("add"):
            return False
        if negative and not order.wants("remove") and self._rejects(order):
            return True
        words = [w for w in order.words if not w.function("not")]
        if self.gone and has_pronoun(words) and not any(w.sense("thing") for w in words):
            return True
        if (
            negative
            and (verb := next((i for i, w in enumerate(words) if _takes_object(w)), None)) is not None
        ):
            words = words[verb + 1 :]  # '隻狗唔好戴帽' takes the hat away, not the dog
        done = self._clear_weather(words)
        pointed = not done and order.wants("remove") and (has_pronoun(words) or _only_counts(words))
        for target, noun in self.targets(words, or_focus=pointed):
            if not all(any(t.id == name for t in self.scene.things) for name in target.things):
                continue  # gone already
            if target.is_there and self._fewer(target, words):
                return True
            if target.is_there:
                self.scene = changes.removed(self.scene, target.things)
            elif noun is not None:
                negatives = (*self.scene.negative, target.names[0])
                self.scene = replace(self.scene, negative=tuple(dict.fromkeys(negatives)))
            if target.names:
                done = self.done(replies.removed(target))
                self.gone = self.gone or target.is_there
        return done

    def _rejects(self, order: Order) -> bool:
        """A colour, style or hour that is not wanted is no thing to take away: '唔好水彩', '綠色唔好睇', '隻貓唔郁'."""
        at = next(i for i, w in enumerate(order.words) if w.function("not"))
        behind, before = order.words[at + 1 :], order.words[:at]
        if order.wants("move"):  # '隻貓唔好坐喺枱面'
            self.speak_of(before)
            return True
        deed = next((w.sense("verb") for w in behind[:2] if w.sense("verb")), None)
        if deed is not None and deed.concept.attributes.get("rel") not in _CARRYING:
            for target, _ in self.targets(before):  # '隻貓唔好坐喺枱面'
                self.focus = next(iter(target.things), self.focus)
                if target.is_there:
                    doing = tuple(d for d in self.scene.thing(target.things[0]).doing if d != deed.id)
                    self.scene = changes.altered(self.scene, target.things[:1], doing=doing)
            return True
        if order.words[at].text.lower() != "not" and any(w.sense("thing") for w in behind):
            return False
        for word in behind:
            for kind in SETTINGS:
                if (
                    (sense := word.sense(kind))
                    and kind != "weather"
                    and getattr(self.scene, kind) == sense.id
                ):
                    self.scene = replace(self.scene, **{kind: None})  # type: ignore[arg-type]
        told = any(w.sense(*SETTINGS) and not w.sense("weather") for w in behind)
        ugly = any(w.sense("colour") for w in before) and order.words[at].text not in CONTRASTS
        only_says = order.words[at].text.lower() in ("唔郁", "唔好郁", "not")  # 'the other one, not the cat'
        if told or ugly or only_says or order.wants("replace"):
            self.speak_of(before)
            return True
        return False

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
        if at is None and not order.commands and (order.desires or self._is_total(order)):
            at = 0
        if at is None or order.wants("add", "with"):
            return False
        tags = tag(order.words[at:] or order.words)
        start = next(
            (i for i, t in enumerate(tags) if t.kind == "number" and t.word.text not in "啲些"), None
        )
        if start is None:
            return False
        noun, one = phrase(tags, start).noun, tags[start].word.text.lower() in ("a", "an", "一", "one")
        if one and not order.wants("count"):
            return False
        if noun is not None and not self.names_thing(noun):
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

    def _is_total(self, order: Order) -> bool:
        """'四把遮', and nothing else: so many there are to be."""
        tags = [t for t in tag(order.words) if t.kind != "stop"]
        found = phrase(tags, 0) if tags else None
        noun = found.noun if found else None
        more = any(t.word.text.lower() in ("多", "再", "more", "another", "extra") for t in tag(order.words))
        if noun is None or found is None or found.end != len(tags) or self.earlier == "add" or more:
            return False
        return noun.counted and noun.count > 1 and self.names_thing(noun)

    def resize(self, order: Order) -> bool:
        known = next(
            (concept(n, "command") for n, _ in order.commands if n.startswith(("bigger", "smaller"))), None
        )
        degree = order.degree or (known.attributes.get("degree") if known else None)
        direction = known.attributes.get("is", known.id) if known else self._direction_of_size(order)
        if direction is None:
            return False
        than = known is not None and known.has("than")
        words = order.words[: order.commands[-1][1]] if than else order.words
        for target, noun in self.targets(words):
            if not target.is_there and noun is None:
                return False
            if known is not None and known.id == "bigger_taller" and self._is_in_the_sky(target):
                return self._moved(target, "up", order.degree)
            if target.is_there:
                self.scene = changes.resized(self.scene, target.things, direction, degree)
                self.focus = target.things[0]
            self.done(replies.resized(target, direction, degree))
        return not order.wants("move") and not any(
            w.sense("colour") for w in order.words
        )  # 'blue and a bit bigger'

    def _is_in_the_sky(self, target: Target) -> bool:
        things = [self.scene.thing(t) for t in target.things]
        return bool(things) and all((c := concept(t.concept)) is not None and c.has("sky") for t in things)

    def _direction_of_size(self, order: Order) -> str | None:
        """'隻貓大好多', 'make the cat huge': a size said of something that is there."""
        size = next((s for w in order.words if (s := w.sense("size"))), None)
        others = any(w.sense("colour", "time", "style") for w in order.words)
        if size is None or others or not (order.degree or order.wants("replace")):
            return None
        if any(not target.is_there for target, _ in self.targets(order.words)):
            return None
        return "bigger" if size.id in ("big", "huge") else "smaller"

    def recolour(self, order: Order) -> bool:
        tags = tag(order.words)
        end = next((k for k, t in enumerate(tags) if t.kind == "not"), len(tags))
        colours = [t for t in tags[:end] if t.kind == "colour"]  # '紅色唔係藍色'
        if not colours or order.wants("add"):
            return False
        targets = self.targets(order.words)
        if not order.wants("replace", "colour") and not all(t.is_there for t, _ in targets):
            return False
        results = [self.colour(target, colours[-1].id) for target, _ in targets]
        return any(results)

    def colour(self, target: Target, colour: str) -> bool:
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
        at = next((i for name, i in order.commands if name == "move"), None)
        found = direction_of(tags, at=at)
        direction = order.direction or (found[0] if found else None)
        if direction is None or not (order.commands or known):
            wanted = order.wants("move") or (order.wants("add") and known)
            return wanted and (self.move_next_to(read(tags)) or self._onto(order))
        named = self.targets([w for w in order.words if not (found and w is found[1])])
        if len(named) == 2 and not any(w.function("and") for w in order.words):
            return self._to_the_side_of(named[0][0], named[1][0], direction)
        for target, noun in named:
            if noun is None and not target.is_there:
                return False
            self._moved(target, direction, order.degree)
        return True

    def _to_the_side_of(self, target: Target, other: Target, side: str) -> bool:
        """'花放喺樽嘅左邊'."""
        if target.is_there and other.is_there:
            self.scene = changes.related(self.scene, target.things[0], "beside", other.things[0])
            self.scene = changes.altered(self.scene, target.things[:1], side=side)
            self.focus = target.things[0]
            return self.done(replies.moved(target, side))
        return self._moved(target, side, None)

    def _moved(self, target: Target, direction: str, degree: str | None) -> bool:
        if target.is_there:
            self.scene = changes.moved(self.scene, target.things, direction)
            self.focus = target.things[0]
        return self.done(replies.moved(target, direction, degree))

    def _onto(self, order: Order) -> bool:
        """'隻貓坐返上梳化': two things and no word for where."""
        named = [(t, n) for t, n in self.targets(order.words, or_focus=False) if t.is_there]
        if len(named) != 2 or named[1][1] is None:
            return False
        (target, _), (anchor, noun) = named
        assert noun is not None
        where = next((t.id for t in tag(order.words) if t.kind == "localiser"), default_place(noun))
        self.scene = changes.related(self.scene, target.things[0], where, anchor.things[0])
        self.focus = target.things[0]
        return self.done(replies.moved_to(target, where, anchor, self.scene))

    def _names_only_known(self, order: Order) -> bool:
        """Whether the clause speaks first of a thing in the picture, with no number before it."""
        named = self.targets(order.words, or_focus=False)
        counted = any(t.kind == "number" for t in tag(order.words))
        return bool(named) and not counted and named[0][0].is_there

    def move_next_to(self, reading: Reading) -> bool:
        for subject, kind, other in reading.relations:
            target, anchor = (
                find(self.scene, reading.things[subject]),
                find(self.scene, reading.things[other]),
            )
            if not target.is_there:
                continue
            if not anchor.is_there:
                name = self.added_id(reading.things[other])
                anchor = the(self.scene.thing(name))
            self.scene = changes.related(self.scene, target.things[0], kind, anchor.things[0])
            self.focus = target.things[0]
            return self.done(replies.moved_to(target, kind, anchor, self.scene))
        return False
