"""Amender: carries out orders on a Scene one after another, and says what it did.

Here is what concerns the picture as a whole; `recasting` holds what is done to the things in it.
"""

from __future__ import annotations

from dataclasses import replace

from waa.words import changes, replies
from waa.words.edits import PHOTO
from waa.words.orders import Order
from waa.words.pointing import CONTRASTS, joined
from waa.words.reader import Reading, read
from waa.words.recasting import Recasting
from waa.words.scene import Place
from waa.words.tags import SETTINGS, tag
from waa.words.tokens import Word

_TEXT = frozenset(["字", "文字", "text", "words", "標題", "title", "啲字", "lettering", "caption", "writing"])


class Amender(Recasting):
    def carry_out(self, order: Order, following: Order | None = None) -> None:
        """Do what the order says, or put it among the unknown."""
        before = len(self.edits)
        if self._denies(order, following) or _complains(order, following):
            return
        if self.denied and order.words[:1] and order.words[0].function("is"):
            order.commands.insert(0, ("replace", 0))
        self.denied, handled = False, False
        for attempt in (
            self._undo, self._text, self._photo, self.remove, self.count, self.resize, self._settings,
            self.replace, self.move, self.recolour, self.add, self.act,
        ):  # fmt: skip
            if attempt(order):
                handled = True
                break
        if (
            not handled
            and len(self.edits) == before
            and (order.words or order.commands)
            and not self._only_named(order)
        ):
            self.unknown.append(_said(order))
        self.earlier = next((n for n, _ in order.commands if n in ("add", "remove")), self.earlier)
        self.gone = self.gone and order.wants("remove")

    def _only_named(self, order: Order) -> bool:
        """'隻船呢，推過左邊': the clause only says what the next is about."""
        named = self.targets(order.words, or_focus=False)
        if order.commands or order.photo or len(named) != 1 or not named[0][0].is_there:
            return False
        self.focus = named[0][0].things[0]
        return True

    def _denies(self, order: Order, following: Order | None) -> bool:
        """'佢唔係狗，係狐狸', '嗰隻狗唔好，換隻兔仔': the next clause says what it is to be instead."""
        at = next((i for i, w in enumerate(order.words) if w.function("not")), None)
        if following is not None and order.wants("remove") and following.wants("replace"):
            return self._gives_up(order, following)  # '曲奇唔要，換做牛角包'
        if at is None or following is None or order.wants("remove", "add"):
            return False
        is_not = order.words[at].text in CONTRASTS
        says_what = following.words[:1] and following.words[0].function("is")
        new = not any(t.is_there for t, _ in self.targets(following.words, or_focus=False))
        bare = following.wants("replace") and new
        named = [t for t, _ in self.targets(order.words, or_focus=False) if t.is_there]
        if not named or not ((is_not and says_what) or (at == len(order.words) - 1 and bare)):
            return False
        self.focus, self.denied = named[0].things[0], True
        return True

    def _gives_up(self, order: Order, following: Order) -> bool:
        named = [t for t, _ in self.targets(order.words, or_focus=False) if t.is_there]
        if len(named) != 1 or any(t.is_there for t, _ in self.targets(following.words, or_focus=False)):
            return False
        self.focus = named[0].things[0]
        return True

    def _undo(self, order: Order) -> bool:
        return order.wants("undo") and self.done(replies.undo())

    def _text(self, order: Order) -> bool:
        quote = next((w for w in order.words if w.kind == "quote"), None)
        if quote is not None and not order.wants("remove"):
            return self._write(quote.text)
        if order.wants("remove") and any(w.text.lower() in _TEXT for w in order.words):
            self.scene = replace(self.scene, text=None)
            return self.done(replies.text(""))
        at = next((i for name, i in order.commands if name == "text"), None)
        if at is None or at >= len(order.words):
            return False
        rest = order.words[at:]
        while rest and rest[0].function("is", "de", "quote_cue"):
            rest = rest[1:]
        return self._write(joined(rest)) if rest else False

    def _write(self, words: str) -> bool:
        self.scene = replace(self.scene, text=words.strip())
        return self.done(replies.text(words.strip()))

    def _photo(self, order: Order) -> bool:
        names_thing = any(w.sense("thing") and not w.sense("photo") for w in order.words)
        done = False
        for word in order.photo:
            sense = word.sense("photo")
            assert sense is not None
            operation = sense.concept.attributes.get("is", sense.id)
            turns_other = operation == "rotate" and (
                bool(order.words) or (word.text == "轉" and len(order.photo) > 1)
            )
            if not turns_other and not self._is_for_the_scene(word, names_thing):
                degree = order.degree or sense.concept.attributes.get("degree")
                if self.edits and self.edits[-1].photo_op == operation:  # '太光，調暗少少' is one thing
                    self.edits.pop()
                done = self.done(replies.photo(operation, degree, *PHOTO[operation]))
        return done and not names_thing

    def _is_for_the_scene(self, word: Word, names_thing: bool) -> bool:
        """Whether a word that could be an operation on pixels means the scene itself: '水彩' there is a style."""
        if self.photo:
            return names_thing and word.sense("colour", "size", "trait") is not None
        return names_thing or word.sense("style", "aspect", "mode") is not None

    def _settings(self, order: Order) -> bool:
        """Hour, weather, style, shape, place …: what holds for the whole picture."""
        if self._background(order):
            return True
        reading = read(tag([w for w in order.words if not w.function("background")]))
        done = False
        for kind in SETTINGS:
            known = reading.settings.get(kind)
            if known is None:
                continue
            value = known.attributes.get("is", known.id)
            self.scene = replace(self.scene, **{kind: value})  # type: ignore[arg-type]
            if mood := known.attributes.get("mood"):
                self.scene = replace(self.scene, mood=mood)
            done = self.done(replies.setting(kind, value))
        place = self._place_of(order, reading)
        if place is not None:
            self.scene = changes.at_place(self.scene, place)
            done = self.done(replies.place(place))
        return done and not self._asks_for_more(order, reading)

    def _background(self, order: Order) -> bool:
        """'背景變白色': a plain one, where nothing but its colour is said."""
        colour = next((s for w in order.words if (s := w.sense("colour"))), None)
        told = [w for w in order.words if not w.sense("stop", "colour") and not w.function("is", "de")]
        if colour is None or not told or not all(w.function("background") for w in told):
            return False
        self.scene = replace(changes.at_place(self.scene, None), background=colour.id)
        return self.done(replies.background(colour.id))

    def _asks_for_more(self, order: Order, reading: Reading) -> bool:
        """Whether the clause wants something besides the setting: '夜晚加個月亮', '將隻狗變黑'."""
        if any(w.function("background") for w in order.words):
            return False
        new = [n for n in reading.things if not n.painted_as_place and not self.names_thing(n)]
        if order.wants("add"):
            return bool(new)
        coloured = any(w.sense("colour") and not w.sense("time", "weather", "style") for w in order.words)
        return coloured or (bool(new) and reading.place is None and order.wants("replace"))

    def _place_of(self, order: Order, reading: Reading) -> Place | None:
        """The place a clause asks for: '背景換成森林', '改去海邊', 'on the beach'."""
        background = any(w.function("background") for w in order.words)
        noun = reading.place
        if noun is None and (background or order.wants("replace", "move")):
            known = [n for n in reading.things if self.names_thing(n)]
            others = [n for n in reading.things if n.place is not None or background]
            noun = others[-1] if others and not known else None
        brings = order.wants("add") and any(not n.painted_as_place for n in reading.things)
        if noun is None or (order.wants("add") and not background and (brings or not noun.is_place)):
            return None
        concept = noun.place or noun.concept
        if concept is None:
            return None
        drawable = concept.is_drawable and concept.kind == "place"
        return Place(id=concept.id, names=concept.en or (noun.words,), words=noun.words, drawable=drawable)


def _complains(order: Order, following: Order | None) -> bool:
    """'太光，調暗啲': the first clause says what is wrong, the second what to do."""
    if following is None or not (following.commands or following.photo or following.words):
        return False
    wanted = [c for c, _ in order.commands if c.endswith("_wanted")]
    wanted += [w.text for w in order.photo if (s := w.sense("photo")) and s.id.endswith("_wanted")]
    too = any(w.text in ("太", "too") for w in order.words)
    been = any(w.text == "咗" or w.text.endswith("咗啲") for w in order.words) and bool(order.photo)
    same = following.photo or following.wants(
        "bigger", "smaller", "move", "replace", "bigger_strong", "smaller_strong"
    )
    return bool((wanted or too or been) and same)


def _said(order: Order) -> str:
    telling = [w for w in order.words if w.kind == "unknown" or not w.sense("stop")]
    return joined(telling or order.words) or "…"
