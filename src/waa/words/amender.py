"""Amender: carries out orders on a Scene one after another, and says what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from waa.words import changes, replies
from waa.words.edits import PHOTO, Edit
from waa.words.nouns import Noun, phrase
from waa.words.orders import Order
from waa.words.reader import Reading, read
from waa.words.scene import Place, Scene, Thing
from waa.words.tags import Tag, tag
from waa.words.targets import Target, find, find_pronoun, the
from waa.words.tokens import Word
from waa.words.understand import things_of

_SETTINGS = ("time", "weather", "season", "festival", "style", "aspect", "mode", "shot", "mood")
_ALL = frozenset(["所有", "全部", "成班", "晒", "all", "every", "everything", "both", "啲", "哂"])
_SIDES = ("left", "right", "centre", "up", "down", "front", "back")
_SIDE_WORDS = {
    "上": "up", "上面": "up", "高": "up", "up": "up", "upwards": "up", "higher": "up", "top": "up", "下": "down", "下面": "down",
    "低": "down", "down": "down", "lower": "down", "bottom": "down", "left": "left", "right": "right", "中間": "centre",
    "中": "centre", "center": "centre", "centre": "centre", "middle": "centre", "前": "front", "前面": "front", "後": "back",
    "後面": "back", "前啲": "front", "後啲": "back", "forward": "front", "forwards": "front", "closer": "front", "back": "back",
    "backwards": "back", "further": "back", "front": "front", "foreground": "front", "background": "back", "away": "back",
}  # fmt: skip


class Amender:
    """`scene` is the state so far; `edits` what was done; `focus` the thing spoken of last; `earlier` the last command,
    which a clause without one goes on with ('加隻狗，一隻貓')."""

    def __init__(self, scene: Scene, photo: bool) -> None:
        self.scene = scene
        self.photo = photo
        self.edits: list[Edit] = []
        self.unknown: list[str] = []
        self.focus: str | None = None
        self.earlier: str | None = None

    def carry_out(self, order: Order) -> None:
        before = len(self.edits)
        for attempt in (self._undo, self._text, self._photo_operations, self._remove, self._count, self._resize, self._settings,
                        self._replace, self._move, self._recolour, self._add, self._action):  # fmt: skip
            if attempt(order):
                break
        if len(self.edits) == before:
            said = " ".join(w.text for w in order.words if w.kind == "unknown" or not w.sense("stop"))
            if said or order.commands:
                self.unknown.append(said or " ".join(w.text for w in order.words) or "…")
        self.earlier = next((n for n, _ in order.commands if n in ("add", "remove")), self.earlier)

    # -- helpers ---------------------------------------------------------------------------------------------

    def _done(self, edit: Edit) -> bool:
        self.edits.append(edit)
        return True

    def _targets(
        self, words: Sequence[Word], *, or_focus: bool = True
    ) -> list[tuple[Target, Noun | None, int]]:
        """(target, its noun phrase, index after it) of everything these words name; the thing spoken of before when
        they name none."""
        tags = tag(words)
        found: list[tuple[Target, Noun | None, int]] = []
        i = 0
        while i < len(tags):
            here = phrase(tags, i)
            which = _which(tags, i)
            if here.noun is not None and not (here.noun.is_place and not self._names_thing(here.noun)):
                which = which or _which_after(tags, here.end)
                every = (
                    any(t.word.text.lower() in _ALL for t in tags[max(0, i - 2) : here.end])
                    or here.noun.count > 1
                )
                found.append((find(self.scene, here.noun, which, all_of_them=every), here.noun, here.end))
                i = here.end
            elif tags[i].kind == "who" or _is_that_one(tags, i):
                classifier = next(
                    (t.sense.concept for t in tags[i : i + 3] if t.kind == "classifier" and t.sense), None
                )
                found.append((find_pronoun(self.scene, self.focus, classifier, which), None, i + 1))
                i += 2 if classifier else 1
            else:
                i += 1
        if not found and or_focus:
            found.append((find_pronoun(self.scene, self.focus), None, 0))
        return found

    def _names_thing(self, noun: Noun) -> bool:
        return find(self.scene, noun).is_there

    def _value_after(self, order: Order, *commands: str) -> tuple[list[Word], list[Word]]:
        """The words before and after the first of these commands."""
        at = next((i for name, i in order.commands if name in commands), 0)
        return order.words[:at], order.words[at:]

    # -- one method for each kind of edit --------------------------------------------------------------------

    def _undo(self, order: Order) -> bool:
        return order.wants("undo") and self._done(replies.undo())

    def _text(self, order: Order) -> bool:
        quote = next((w for w in order.words if w.kind == "quote"), None)
        if quote is not None and not order.wants("remove"):
            return self._write(quote.text)
        if order.wants("remove") and any(
            w.text in ("字", "文字", "text", "words", "標題", "title", "啲字") for w in order.words
        ):
            self.scene = replace(self.scene, text=None)
            return self._done(replies.text(""))
        at = next((i for name, i in order.commands if name == "text"), None)
        if at is None or at >= len(order.words) or (self.photo and not order.words[at:]):
            return False
        rest = [w for w in order.words[at:] if not (w is order.words[at] and w.function("is", "de"))]
        words = _joined(rest)
        return self._write(words) if words else False

    def _write(self, words: str) -> bool:
        self.scene = replace(self.scene, text=words.strip())
        return self._done(replies.text(words.strip()))

    def _photo_operations(self, order: Order) -> bool:
        names_thing = any(w.sense("thing") and not w.sense("photo") for w in order.words)
        done = False
        for word in order.photo:
            sense = word.sense("photo")
            assert sense is not None
            if self._is_for_the_scene(word, names_thing):
                continue
            if sense.id == "rotate" and (order.words or (order.wants("replace", "move") and not self.photo)):
                continue
            zh, en = PHOTO[sense.id]
            done = self._done(replies.photo(sense.id, order.degree, zh, en))
        return done and not names_thing

    def _is_for_the_scene(self, word: Word, names_thing: bool) -> bool:
        """Whether a word that could be an operation on pixels means the scene itself: '水彩' there is a style."""
        if self.photo:
            return names_thing and word.sense("colour", "size", "trait") is not None
        if word.sense("style", "aspect", "mode") is not None:
            return True
        return names_thing

    def _remove(self, order: Order) -> bool:
        negative = any(w.function("not") for w in order.words)
        goes_on = not order.commands and self.earlier == "remove" and bool(order.words)
        if not (order.wants("remove") or negative or goes_on) or order.wants("add"):
            return False
        words = [w for w in order.words if not w.function("not")]
        done = False
        for word in words:
            if (weather := word.sense("weather")) is not None and word.sense("thing") is None:
                self.scene = replace(
                    self.scene, weather="clear" if self.scene.weather == weather.id else self.scene.weather
                )
                done = self._done(replies.setting("weather", "clear"))
        targets = self._targets(
            words, or_focus=not done and order.wants("remove") and _is_pronoun_only(words)
        )
        for target, noun, _ in targets:
            if noun is not None and not target.is_there:
                negatives = (*self.scene.negative, target.names[0])
                self.scene = replace(self.scene, negative=tuple(dict.fromkeys(negatives)))
            elif target.is_there:
                self.scene = changes.removed(self.scene, target.things)
            if target.names:
                done = self._done(replies.removed(target))
        return done

    def _count(self, order: Order) -> bool:
        """'改成三隻', '淨返一隻貓', 'make it three cats'."""
        if not order.wants("replace", "count") or order.wants("add"):
            return False
        _, words = self._value_after(order, "replace", "count")
        tags = tag(words or order.words)
        for i, t in enumerate(tags):
            if t.kind != "number" or not (t.word.number or t.id.isdigit() or t.has("is")):
                continue
            here = phrase(tags, i)
            number = here.noun.count if here.noun else _number(t)
            if (
                t.word.text.lower() in ("a", "an", "一", "one")
                and not order.wants("count")
                and here.noun is not None
            ):
                return False
            before = (
                self._targets(order.words[: len(order.words) - len(words)], or_focus=False) if words else []
            )
            if here.noun is not None and not self._names_thing(here.noun):
                return False
            if here.noun is not None and before and before[0][0].things != find(self.scene, here.noun).things:
                return False
            if here.noun is not None:
                target = find(self.scene, here.noun)
            else:
                target = (before or self._targets(order.words))[0][0]
            if not target.is_there:
                return False
            self.scene = changes.altered(self.scene, target.things[:1], count=number)
            self.scene = changes.removed(self.scene, target.things[1:])
            self.focus = target.things[0]
            return self._done(replies.count(target, number, self.scene.thing(target.things[0])))
        return False

    def _resize(self, order: Order) -> bool:
        direction = next((n for n, _ in order.commands if n in ("bigger", "smaller")), None)
        if direction is None:
            sizes = [w for w in order.words if w.sense("size")]
            if not (sizes and order.wants("replace")) or any(w.sense("colour") for w in order.words):
                return False
            targets = self._targets(order.words)
            if any(noun and not t.is_there for t, noun, _ in targets) or len(targets) != 1:
                return False
            size = sizes[0].sense("size")
            direction = "bigger" if size and size.id in ("big", "huge") else "smaller"
        for target, noun, _ in self._targets(order.words):
            if not target.is_there and noun is None and self.photo:
                return False
            if target.is_there:
                self.scene = changes.resized(self.scene, target.things, direction, order.degree)
                self.focus = target.things[0]
            self._done(replies.resized(target, direction, order.degree))
        return True

    def _settings(self, order: Order) -> bool:
        """Hour, weather, style, shape, place …: what holds for the whole picture."""
        reading = read(tag([w for w in order.words if not w.function("background")]))
        done = False
        new_things = [n for n in reading.things if not n.painted_as_place and not self._names_thing(n)]
        adds = order.wants("add") and new_things and not order.wants("replace")
        for kind in _SETTINGS:
            known = reading.settings.get(kind)
            if known is None:
                continue
            value = known.attributes.get("is", known.id)
            self.scene = replace(self.scene, **{kind: value})
            if mood := known.attributes.get("mood"):
                self.scene = replace(self.scene, mood=mood)
            done = self._done(replies.setting(kind, value))
        place = self._place_of(order, reading)
        if place is not None:
            self.scene = changes.at_place(self.scene, place)
            done = self._done(replies.place(place))
        return done and not (
            adds or (new_things and not place and order.wants("replace")) or self._others(order, reading)
        )

    def _others(self, order: Order, reading: Reading) -> bool:
        """Whether the clause asks for something besides the setting: '夜晚加個月亮', '將隻狗變黑'."""
        return bool(order.wants("add") and reading.things) or any(w.sense("colour") for w in order.words)

    def _place_of(self, order: Order, reading: Reading) -> Place | None:
        """The place a clause asks for: '背景換成森林', '改去海邊', 'on the beach'."""
        noun = reading.place
        background = any(w.function("background") for w in order.words)
        if noun is None and background:
            noun = next(
                (
                    t
                    for t in reversed(reading.things)
                    if t.place is not None or order.wants("replace", "with")
                ),
                None,
            )
        if noun is None and order.wants("replace", "move"):
            candidates = [t for t in reading.things if t.place is not None and not self._names_thing(t)]
            noun = candidates[-1] if candidates and not _pair_of_things(self, reading) else None
        if noun is None or (order.wants("add") and not background and not noun.is_place):
            return None
        known = noun.place or noun.concept
        if known is None:
            return None
        return Place(
            id=known.id, names=known.en or (noun.words,), words=noun.words, drawable=known.is_drawable
        )

    def _replace(self, order: Order) -> bool:
        if not order.wants("replace", "with"):
            return False
        at = max(i for name, i in order.commands if name in ("replace", "with"))
        old_words, new_words = order.words[:at], order.words[at:]
        new = phrase_in(new_words)
        if new is None or new.concept is None or new.is_place:
            return False
        if not phrase_in(old_words) and not _has_pronoun(old_words):
            named = self._targets(new_words, or_focus=False)
            if len(named) > 1 and named[0][0].is_there:  # 'replace the cat with a dog', '換走隻貓做隻狗'
                return self._swap(named[0][0], named[0][1], phrase_in(new_words, after=named[0][1]) or new)
            if named and named[0][0].is_there:
                return False
            target = find_pronoun(self.scene, self.focus)
            return target.is_there and self._swap(target, None, new)
        target, noun, _ = self._targets(old_words)[0]
        if any(w.text in ("代替", "取代", "代替咗") for w in order.words):
            target, new = find(self.scene, new), noun or new
        return self._swap(target, noun, new)

    def _swap(self, target: Target, noun: Noun | None, new: Noun) -> bool:
        if (
            noun is not None
            and noun.concept is not None
            and new.concept is not None
            and noun.concept.id == new.concept.id
            and new.colour
        ):
            return self._colour(target, new.colour)
        thing = self._thing(new)
        if target.is_there:
            self.scene = changes.replaced(self.scene, target.things[0], thing)
            self.focus = thing.id
        return self._done(replies.replaced(target, thing))

    def _move(self, order: Order) -> bool:
        tags = tag(order.words)
        if order.wants("add") and not self._only_known(order):
            return False
        direction = _direction(tags, moving=order.wants("move"))
        if (
            direction is not None
            and not any(t.kind == "colour" for t in tags)
            and (order.commands or self._only_known(order))
        ):
            for target, noun, _ in self._targets([w for w in order.words if not _is_direction(w)]):
                if noun is None and not target.is_there:
                    return False
                if target.is_there:
                    self.scene = changes.moved(self.scene, target.things, direction)
                    self.focus = target.things[0]
                self._done(replies.moved(target, direction))
            return True
        if not (order.wants("move") or (order.wants("add") and self._only_known(order))):
            return False
        return self._move_next_to(read(tags))

    def _only_known(self, order: Order) -> bool:
        """Whether the clause names only things that are in the picture, with no 'another' or number before them."""
        tags = tag(order.words)
        nouns = [t for t in self._targets(order.words, or_focus=False)]
        counted = any(t.kind == "number" for t in tags)
        return bool(nouns) and not counted and all(t.is_there for t, _, _ in nouns[:1])

    def _move_next_to(self, reading: Reading) -> bool:
        for subject, kind, other in reading.relations:
            target = find(self.scene, reading.things[subject])
            if not target.is_there:
                continue
            anchor = find(self.scene, reading.things[other])
            if not anchor.is_there:
                thing = self._thing(reading.things[other])
                self.scene = changes.added(self.scene, thing)
                anchor = the(thing)
            self.scene = changes.related(self.scene, target.things[0], kind, anchor.things[0])
            self.focus = target.things[0]
            return self._done(replies.moved_to(target, kind, anchor, self.scene))
        return False

    def _recolour(self, order: Order) -> bool:
        tags = tag(order.words)
        colours = [t for t in tags if t.kind == "colour"]
        if not colours or order.wants("add"):
            return False
        targets = self._targets(order.words)
        if not order.wants("replace", "colour") and not all(t.is_there for t, _, _ in targets):
            return False
        value = colours[-1].id
        done = False
        for target, noun, _ in targets:
            if noun is not None and noun.colour == value and len(colours) == 1 and not target.is_there:
                return False
            done = self._colour(target, value)
        return done

    def _colour(self, target: Target, colour: str) -> bool:
        if target.is_there:
            self.scene = changes.altered(self.scene, target.things, colour=colour)
            self.focus = target.things[0]
        elif not target.names:
            return False
        return self._done(replies.recoloured(target, colour))

    def _add(self, order: Order) -> bool:
        words = [w for w in order.words if w.text not in ("多", "another", "again", "也", "too")]
        reading = read(tag(words))
        if not reading.things:
            return self._add_more(order)
        known = [
            find(self.scene, n) if self._is_mentioned(n, reading, order) else None for n in reading.things
        ]
        new = [k for k, target in enumerate(known) if target is None]
        if not new:
            return self._move_next_to(reading) if order.wants("add") else False
        ids = {k: t.things[0] for k, t in enumerate(known) if t is not None and t.is_there}
        for k in new:
            thing = self._thing(reading.things[k])
            ids[k] = thing.id
            self.scene = changes.added(self.scene, thing)
            self.focus = thing.id
        relations = [(ids[s], kind, ids[o]) for s, kind, o in reading.relations if s in ids and o in ids]
        for relation in relations:
            self.scene = changes.added_relation(self.scene, *relation)
        for k in new:
            self._done(self._added(ids[k], relations))
        return True

    def _added(self, thing_id: str, relations: Sequence[tuple[str, str, str]]) -> Edit:
        """The edit for a new thing, with the one relation that says where it went."""
        thing = self.scene.thing(thing_id)
        for subject, kind, other in relations:
            if subject == thing_id:
                return replies.added(thing, kind, self.scene.thing(other))
            if other == thing_id:
                return replies.added(thing, kind, self.scene.thing(subject), carried=True)
        return replies.added(thing)

    def _is_mentioned(self, noun: Noun, reading: Reading, order: Order) -> bool:
        """Whether a noun in an 'add' clause is one that is there already: an anchor or a wearer, never 'one more'."""
        index = next(k for k, t in enumerate(reading.things) if t is noun)
        if not find(self.scene, noun).is_there or noun.counted:
            return False
        is_anchor = any(
            o == index
            for _, kind, o in reading.relations
            if kind not in ("wearing", "holding", "eating", "reading")
        )
        does = any(
            s == index
            for s, kind, _ in reading.relations
            if kind in ("wearing", "holding", "eating", "reading", "riding", "looking_at", "hugging")
        )
        return is_anchor or does or not order.wants("add")

    def _add_more(self, order: Order) -> bool:
        """'再加兩隻': more of what was spoken of."""
        if not order.wants("add"):
            return False
        tags = tag(order.words)
        number = next((t for t in tags if t.kind == "number"), None)
        classifier = next((t.sense.concept for t in tags if t.kind == "classifier" and t.sense), None)
        if number is None and classifier is None:
            return False
        target = find_pronoun(self.scene, self.focus, classifier)
        if not target.is_there:
            return False
        model = self.scene.thing(target.things[0])
        thing = replace(
            model,
            id=changes.new_id(self.scene, model.concept),
            count=_number(number) if number else 1,
            spot=None,
            side=None,
        )
        self.scene = changes.added(self.scene, thing)
        self.focus = thing.id
        return self._done(replies.added(thing))

    def _action(self, order: Order) -> bool:
        """'等隻貓瞓覺', 'make the dog run', '貓揸住個波'."""
        reading = read(tag(order.words))
        verbs = [w for w in order.words if w.sense("verb")]
        if not verbs:
            return self._traits(order)
        targets = self._targets(order.words)
        if not targets[0][0].is_there:
            return False
        participles = [
            s.concept.attributes.get("is", s.id) for w in verbs if (s := w.sense("verb")) is not None
        ]
        chosen = targets[0][0].things[:1]
        relations = [
            r
            for r in reading.relations
            if r[1] in ("wearing", "holding", "eating", "reading", "riding", "looking_at", "hugging")
        ]
        if relations:
            return False
        self.scene = changes.altered(self.scene, chosen, doing=tuple(dict.fromkeys(participles)))
        self.focus = chosen[0]
        return self._done(replies.action(targets[0][0], participles[0]))

    def _traits(self, order: Order) -> bool:
        """'肥啲', 'make it fluffy', '開心啲'."""
        traits = [s.id for w in order.words if (s := w.sense("trait", "material")) is not None]
        targets = self._targets(order.words)
        if not traits or not targets[0][0].is_there:
            return False
        chosen = targets[0][0].things[:1]
        before = self.scene.thing(chosen[0])
        self.scene = changes.altered(
            self.scene, chosen, traits=tuple(dict.fromkeys((*before.traits, *traits)))
        )
        self.focus = chosen[0]
        return self._done(replies.trait(targets[0][0], traits[0]))

    def _thing(self, noun: Noun) -> Thing:
        return things_of([noun], lambda stem: changes.new_id(self.scene, stem))[0]


def _pair_of_things(amender: Amender, reading: Reading) -> bool:
    return len([t for t in reading.things if not t.is_place]) > 1 and any(
        amender._names_thing(t) for t in reading.things
    )


def phrase_in(words: Sequence[Word], after: Noun | None = None) -> Noun | None:
    """The first noun phrase of these words (after the phrase `after`)."""
    tags = tag(words)
    for i in range(len(tags)):
        if after is not None and tags[i].word.start < after.end:
            continue
        if tags[i].opens_noun and (found := phrase(tags, i)).noun is not None:
            return found.noun
    return None


def _joined(words: Sequence[Word]) -> str:
    text = ""
    for before, word in zip([None, *words[:-1]], words, strict=True):
        text += (" " if before is not None and word.start > before.end else "") + word.text
    return text


def _has_pronoun(words: Sequence[Word]) -> bool:
    tags = tag(words)
    return any(t.kind == "who" or _is_that_one(tags, i) for i, t in enumerate(tags))


def _is_pronoun_only(words: Sequence[Word]) -> bool:
    return not words or _has_pronoun(words)


def _is_that_one(tags: Sequence[Tag], i: int) -> bool:
    """'嗰隻', '左邊嗰架', '呢個', 'that one'."""
    if tags[i].word.text.lower() in ("one", "ones"):
        return i > 0
    if tags[i].word.text in ("嗰隻", "呢隻", "嗰個", "呢個", "這隻", "那隻", "這個", "那個", "隻嘢"):
        return True
    return tags[i].is_determiner and i + 1 < len(tags) and tags[i + 1].kind == "classifier"


def _which(tags: Sequence[Tag], i: int) -> str | None:
    """left or right, said before: '左邊嗰架', 'the left cat'."""
    for t in reversed(tags[max(0, i - 3) : i + 1]):
        if t.kind == "side" and t.id in ("left", "right"):
            return t.id
        if t.word.text.lower() in ("left", "right"):
            return t.word.text.lower()
    return None


def _which_after(tags: Sequence[Tag], end: int) -> str | None:
    """'the cat on the left'."""
    return (
        tags[end].id
        if end < len(tags)
        and tags[end].kind == "side"
        and tags[end].id in ("left", "right")
        and tags[end].word.is_latin
        else None
    )


def _direction(tags: Sequence[Tag], *, moving: bool) -> str | None:
    """Where to; a side before the thing it tells apart ('左邊嗰架', 'the left cat') is none."""
    for i in reversed(range(len(tags))):
        t, after = tags[i], tags[i + 1] if i + 1 < len(tags) else None
        if after is not None and (after.opens_noun or after.kind == "de" or _is_that_one(tags, i + 1)):
            continue
        if t.kind == "side":
            return t.id
        if moving and (side := _SIDE_WORDS.get(t.word.text.lower())):
            return side
    return None


def _is_direction(word: Word) -> bool:
    return word.sense("side") is not None or word.text.lower() in _SIDE_WORDS


def _number(tag: Tag) -> int:
    if tag.word.number is not None:
        return max(1, tag.word.number)
    value: Any = tag.sense.concept.attributes.get("is", tag.id) if tag.sense else 1
    return int(value)
