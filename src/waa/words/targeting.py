"""Targeting: what an instruction has in mind: the state it speaks of, and which things of the picture it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waa.words import changes
from waa.words.edits import Edit
from waa.words.lexicon import named
from waa.words.nouns import Noun, phrase
from waa.words.pointing import is_that_one, means_every, means_other, which_after, which_before
from waa.words.scene import Scene, Thing
from waa.words.tags import Tag, tag
from waa.words.targets import Target, find, find_pronoun
from waa.words.tokens import Word
from waa.words.understand import things_of

_ONCE = (
    "time",
    "weather",
    "season",
    "festival",
    "aspect",
    "restyle",
    "place",
    "recolour",
    "mood",
    "mode",
    "shot",
)
Named = tuple[Target, Noun | None]


class Targeting:
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
        self.gone = False  # the last clause took away what a pronoun now means
        self.denied = False  # the last clause said what is not wanted, and this one says what is

    def done(self, edit: Edit) -> bool:
        if not (edit.op in _ONCE and self.edits and self.edits[-1] == edit):
            self.edits.append(edit)
        return True

    def speak_of(self, words: Sequence[Word]) -> None:
        """What the first of these words name is what a pronoun means from now on."""
        for target, _ in self.targets(words, or_focus=False)[:1]:
            self.focus = next(iter(target.things), self.focus)

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
                if _only_locates(tags, here.end):
                    i = here.end + 1
                    continue
                which = which_before(tags, i) or which_after(tags, here.end)
                every = means_every(tags[max(0, i - 2) : here.end]) or here.noun.count > 1
                found.append((find(self.scene, here.noun, which, all_of_them=every), here.noun))
                i = here.end
            elif tags[i].kind == "who" and (
                _possesses(tags, i) or (found and all(t.kind == "stop" for t in tags[i + 1 :]))
            ):
                i += 1  # '佢頂帽' is the hat; '刪咗隻貓佢' is the cat
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
        if means_other(tags[max(0, i - 2) : i + 1]):
            others = replace(self.scene, things=tuple(t for t in self.scene.things if t.id != self.focus))
            return find_pronoun(others, None, classifier, all_of_them=every)
        return find_pronoun(self.scene, self.focus, classifier, which_before(tags, i), all_of_them=every)

    def new_thing(self, noun: Noun) -> Thing:
        return things_of([noun], lambda stem: changes.new_id(self.scene, stem))[0]

    def added_id(self, noun: Noun) -> str:
        """The id of a new thing, which is in the scene from now on."""
        if noun.concept is None:
            self.unknown.append(noun.words)
        thing = self.new_thing(noun)
        self.scene = changes.added(self.scene, thing)
        return thing.id


def _possesses(tags: Sequence[Tag], i: int) -> bool:
    """'佢頂帽', '佢手上嗰個氣球': somebody's, and not somebody."""
    k = i + 1
    while k < len(tags) and (tags[k].kind in ("de", "localiser") or tags[k].has("body")):
        k += 1
    if k >= len(tags) or (
        tags[k].kind not in ("classifier", "thing", "number") and tags[k].word.text[:1] not in "嗰呢那這"
    ):
        return False
    return phrase(tags, k).noun is not None


def _only_locates(tags: Sequence[Tag], end: int) -> bool:
    """'花瓶入面啲花': the noun only says where the next one is."""
    if end >= len(tags) or tags[end].kind != "localiser" or tags[end].word.is_latin:
        return False
    return phrase(tags, end + 1).noun is not None
