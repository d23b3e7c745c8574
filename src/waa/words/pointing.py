"""Pointing: the words by which an instruction points at things and places of a picture."""

from __future__ import annotations

from collections.abc import Sequence

from waa.words.clauses import Reading
from waa.words.nouns import Noun, phrase
from waa.words.reader import read
from waa.words.tags import Tag, tag
from waa.words.tokens import Word

_EVERY = frozenset(
    "所有 全部 成班 晒 哂 all every everything both them they those these 佢哋 他們 她們 牠們 它們 它们 他们".split()
)
_THAT_ONE = frozenset(
    "果隻 果個 果架 嗰隻 呢隻 嗰個 呢個 這隻 那隻 這個 那個 隻嘢 嗰架 嗰位 that this".split()
)
_DIRECTIONS = {
    "up": "上 上面 高 up upwards higher top",
    "down": "下 下面 低 down lower bottom downwards",
    "left": "left",
    "right": "right",
    "centre": "中間 中 center centre middle",
    "front": "前 前面 前啲 forward forwards closer front foreground",
    "back": "後 後面 後啲 back backwards further background away",
}
_SIDE_OF = {word: side for side, words in _DIRECTIONS.items() for word in words.split()}


def is_that_one(tags: Sequence[Tag], i: int) -> bool:
    """'嗰隻', '左邊嗰架', 'that one': a demonstrative with no noun behind it."""
    text = tags[i].word.text.lower()
    counted = tags[i].is_determiner and i + 1 < len(tags) and tags[i + 1].kind == "classifier"
    if text not in _THAT_ONE and text not in ("one", "ones") and not counted:
        return False
    if text in ("one", "ones") and i == 0:
        return False
    return phrase(tags, i + (2 if counted else 1)).noun is None


def has_pronoun(words: Sequence[Word]) -> bool:
    tags = tag(words)
    return any(t.kind == "who" or is_that_one(tags, i) for i, t in enumerate(tags))


def means_every(tags: Sequence[Tag]) -> bool:
    """'所有', 'them', '佢哋': more than one."""
    return any(t.word.text.lower() in _EVERY for t in tags)


CONTRASTS = ("唔係", "不是", "not")  # what stands behind these is denied, and what stands before them meant
_OTHER = frozenset(["other", "the other", "另外", "另", "另一", "其他"])


def means_other(tags: Sequence[Tag]) -> bool:
    """'另外嗰隻', 'the other one': not the one spoken of last."""
    return any(t.word.text.lower() in _OTHER for t in tags)


def which_before(tags: Sequence[Tag], i: int) -> str | None:
    """left or right, said before: '左邊嗰架', 'the left cat'."""
    for t in reversed(tags[max(0, i - 3) : i + 1]):
        if t.kind == "side" and t.id in ("left", "right"):
            return t.id
        if t.word.text.lower() in ("left", "right"):
            return t.word.text.lower()
    return None


def which_after(tags: Sequence[Tag], end: int) -> str | None:
    """'the cat on the left'."""
    if end >= len(tags) or tags[end].kind != "side" or not tags[end].word.text.lower().startswith("on "):
        return None
    return tags[end].id if tags[end].id in ("left", "right") else None


def direction_of(tags: Sequence[Tag], *, at: int | None) -> tuple[str, Word] | None:
    """Where to, and the word that says so. A side before the thing it tells apart ('左邊嗰架', 'the left cat') is none,
    nor is one after a thing ('棵樹後面') unless the command to move stood between, `at` that index."""
    for i in reversed(range(len(tags))):
        t, after = tags[i], tags[i + 1] if i + 1 < len(tags) else None
        if after is not None and (after.opens_noun or after.kind == "de" or is_that_one(tags, i + 1)):
            continue
        if t.kind == "side":
            return t.id, t.word
        side = _SIDE_OF.get(t.word.text.lower())
        locates = i and i != at and tags[i - 1].kind in ("thing", "place") and t.kind == "localiser"
        if at is not None and side and not locates:
            return side, t.word
    return None


def is_direction(word: Word) -> bool:
    return word.sense("side") is not None or word.text.lower() in _SIDE_OF


def noun_in(words: Sequence[Word], after: Noun | None = None) -> Noun | None:
    """The first noun phrase of these words (behind the phrase `after`)."""
    tags = tag(words)
    for i in range(len(tags)):
        if after is not None and tags[i].word.start < after.end:
            continue
        if tags[i].opens_noun and (found := phrase(tags, i)).noun is not None:
            return found.noun
    return None


def described(words: Sequence[Word]) -> tuple[Noun, Reading] | None:
    """What these words describe: the noun that all else is said of ('一隻穿西裝嘅狗' is a dog), and the reading."""
    reading = read(tag(words))
    if not reading.things:
        return None
    objects = {o for _, kind, o in reading.relations}
    main = next((k for k in range(len(reading.things)) if k not in objects), 0)
    return reading.things[main], reading


def joined(words: Sequence[Word]) -> str:
    """The words as they were typed, blanks between Latin ones."""
    text = ""
    for before, word in zip([None, *words[:-1]], words, strict=False):
        text += (" " if before is not None and word.start > before.end else "") + word.text
    return text


def number_of(tag: Tag) -> int:
    """The number a tag says."""
    if tag.word.number is not None:
        return max(1, tag.word.number)
    return int(tag.sense.concept.attributes.get("is", tag.id)) if tag.sense else 1
