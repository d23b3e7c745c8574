"""Tags: which of its senses each word has here, decided by its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waa.words.lexicon import Sense
from waa.words.names import is_feature
from waa.words.tokens import Word

ADJECTIVES = ("colour", "size", "material", "trait")
SETTINGS = ("time", "weather", "season", "festival", "style", "mode", "shot", "aspect", "mood")
_DETERMINERS = frozenset(
    ["the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "your", "our", "some"]
) | set("呢嗰這那該")
POSSESSIVES = frozenset(["his", "her", "its", "their"])
_ORDER = (
    "number", "side", "time", "weather", "season", "festival", "style", "mode", "shot", "aspect", "function", "localiser",
    "size", "colour", "material", "trait", "mood", "thing", "place", "verb", "classifier", "stop",
)  # fmt: skip


@dataclass(frozen=True)
class Tag:
    """A word with the kind it has here. For function words the kind is their id ('de', 'and', 'at', …)."""

    kind: str
    word: Word
    sense: Sense | None = None

    @property
    def id(self) -> str:
        return self.sense.id if self.sense else ""

    @property
    def is_determiner(self) -> bool:
        return self.kind == "stop" and self.word.text.lower() in _DETERMINERS

    @property
    def place(self) -> Sense | None:
        return self.word.sense("place")

    def has(self, flag: str) -> bool:
        return self.sense is not None and flag in self.sense.concept.attributes

    @property
    def opens_noun(self) -> bool:
        """Whether a noun phrase can begin here."""
        return self.kind in ("thing", "place", "number", "classifier", *ADJECTIVES) or self.is_determiner


def tag(words: Sequence[Word]) -> list[Tag]:
    """One tag for each word, from left to right."""
    tags: list[Tag] = []
    for i, word in enumerate(words):
        before = tags[-1] if tags else None
        after = words[i + 1] if i + 1 < len(words) else None
        beyond = words[i + 2] if i + 2 < len(words) else None
        tags.append(_tag(word, before, after, beyond))
    return tags


def _tag(word: Word, before: Tag | None, after: Word | None, beyond: Word | None) -> Tag:
    if word.kind == "mark" and word.text in "、&+":
        return Tag("and", word)
    if word.kind != "word":
        return Tag(word.kind, word)
    if word.text.lower() in POSSESSIVES and _noun_follows(after, beyond):
        return Tag("stop", word)
    sense = _sense(word, before, after, beyond)
    return Tag(sense.id if sense.kind == "function" else sense.kind, word, sense)


def _sense(word: Word, before: Tag | None, after: Word | None, beyond: Word | None) -> Sense:
    kinds = {s.kind for s in word.senses}
    if len(kinds) == 1:
        return word.senses[0]
    for decide in (
        _cue,
        _counts_or_locates,
        _particle,
        _verb_or_noun,
        _adjective_or_noun,
        _style_or_noun,
        _mood_or_trait,
        _thing_or_place,
    ):
        kind = decide(word, kinds, before, after, beyond)
        if kind is not None and (sense := word.sense(kind)) is not None:
            return sense
    return next(s for kind in _ORDER for s in word.senses if s.kind == kind)


def _wants_noun(before: Tag | None) -> bool:
    if before is None:
        return False
    if before.is_determiner or before.kind in ("number", "classifier", "not", "have", "put", *ADJECTIVES):
        return True
    return before.kind == "verb" and before.has("rel")


def _noun_follows(after: Word | None, beyond: Word | None) -> bool:
    """Whether the next word, or the one after a 'de' or another adjective, is a noun."""
    if after is None:
        return False
    if after.sense("thing", "place") or (after.kind == "unknown" and after.is_latin):
        return True
    linked = after.function("de") or after.sense(*ADJECTIVES) is not None
    return linked and beyond is not None and beyond.sense("thing", "place", *ADJECTIVES) is not None


def _cue(
    word: Word, kinds: set[str], before: Tag | None, after: Word | None, beyond: Word | None
) -> str | None:
    """'reading', '寫', '字' announce words to be written only where a quotation follows."""
    if not word.function("quote_cue"):
        return None
    quoted = any(w is not None and w.kind == "quote" for w in (after, beyond))
    return "function" if quoted else next((k for k in ("verb", "thing", "stop") if k in kinds), "function")


def _particle(
    word: Word, kinds: set[str], before: Tag | None, after: Word | None, beyond: Word | None
) -> str | None:
    """'著' after a verb is its aspect; elsewhere it is 'to wear'. 'to', 'like' and the rest stay what they mostly are."""
    if word.function("by_passive") and "thing" in kinds:  # '張被'
        return "thing" if before is not None and before.kind == "classifier" else "function"
    if {"verb", "stop"} <= kinds and not word.is_latin:
        return "stop" if before is not None and before.kind == "verb" else "verb"
    if word.function("at") and "verb" in kinds:
        return "function"
    return None


def _verb_or_noun(
    word: Word, kinds: set[str], before: Tag | None, after: Word | None, beyond: Word | None
) -> str | None:
    """'a fly', 'the watch' are nouns; 'birds fly', 'and ride a horse' are verbs."""
    if "verb" not in kinds or not kinds & {
        "thing",
        "place",
        "colour",
        "trait",
        "season",
        "material",
        "size",
        "style",
        "mode",
    }:
        return None
    other = next(
        k
        for k in ("thing", "place", "season", "colour", "material", "trait", "size", "style", "mode")
        if k in kinds
    )
    if _wants_noun(before):
        return other
    if before is not None and before.kind in ("localiser", "at", "de"):
        return other if word.is_latin else "verb"
    if before is not None and before.kind in ("thing", "place", "who", "is", "unknown", "and"):
        return "verb" if not (before.kind == "and" and word.sense("thing") and after is None) else other
    if other == "thing" and after is not None and after.sense("thing", "number") is not None:
        return "verb"
    return other


def _adjective_or_noun(
    word: Word, kinds: set[str], before: Tag | None, after: Word | None, beyond: Word | None
) -> str | None:
    """'orange cat' is a colour, 'an orange' a fruit; 'glass table', 'a glass of water'."""
    adjectives = [k for k in ADJECTIVES if k in kinds]
    if "trait" in kinds and is_feature(word.sense("trait").id):  # type: ignore[union-attr]
        return "trait"
    if not adjectives or not kinds & {"thing", "place", "season", "weather", "localiser", "style", "time"}:
        return None
    if _noun_follows(after, beyond):
        return adjectives[0]
    if "material" in kinds and word.is_latin and before is not None and before.kind == "localiser":
        return "material"  # 'on marble'
    if kinds & {"thing", "place"}:
        taken = before is None or _wants_noun(before) or before.kind in ("localiser", "and", "mark", "at")
        return "thing" if taken and "thing" in kinds else adjectives[0]
    return None


def _style_or_noun(
    word: Word, kinds: set[str], before: Tag | None, after: Word | None, beyond: Word | None
) -> str | None:
    """'a photo of a cat' is a style; 'holding a photo' a thing."""
    named = kinds & {"style", "mode"}
    if not named or not kinds & {"thing", "place"}:
        return None
    held = before is not None and (
        (before.kind == "verb" and before.has("rel")) or before.kind in ("classifier", "put")
    )
    return "thing" if held else next(iter(sorted(named)))


def _mood_or_trait(
    word: Word, kinds: set[str], before: Tag | None, after: Word | None, beyond: Word | None
) -> str | None:
    if not {"mood", "trait"} <= kinds:
        return None
    return "trait" if _noun_follows(after, beyond) else "mood"


def _counts_or_locates(
    word: Word, kinds: set[str], before: Tag | None, after: Word | None, beyond: Word | None
) -> str | None:
    """'頂' counts hats and is the top of a thing; '樽' counts drinks and is a bottle; '啲' counts where a noun follows."""
    if word.text == "底" and "function" in kinds:
        return "function" if before is not None and before.kind == "colour" else "localiser"
    if "number" in kinds and word.text in ("啲", "些", "一些", "一啲"):
        return "number" if _noun_follows(after, beyond) else "stop"
    if "classifier" in kinds and kinds & {"localiser", "thing", "verb"}:
        counts = before is not None and (
            before.kind in ("verb", "number", "put", "have", "not") or before.is_determiner
        )
        serves = after is not None and any(s.concept.has("food", "drink") for s in after.senses)  # '杯咖啡'
        serves = serves and after is not None and word.end == after.start
        if (counts or serves or (before is None and "thing" not in kinds)) and _noun_follows(after, beyond):
            return "classifier"
        return next(k for k in ("localiser", "thing", "verb") if k in kinds)
    if word.function("let", "give"):
        names_somebody = after is not None and (
            after.function("who") or after.sense("classifier", "thing") is not None
        )
        if (before is None and names_somebody) or word.text not in ("等", "have", "get"):
            return "function"
        return next(k for k in ("verb", "stop", "function") if k in kinds)
    return None


def _thing_or_place(
    word: Word, kinds: set[str], before: Tag | None, after: Word | None, beyond: Word | None
) -> str | None:
    """A tag of a thing keeps that it may be a place; where it stands decides."""
    return "thing" if {"thing", "place"} <= kinds else None
