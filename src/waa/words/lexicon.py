"""Lexicon: every word Waa knows, and the search for them in a text.

The lists are lexicon/*.tsv, one concept a line (id, Chinese words, English words, attributes), and behind them the
long tail: CLDR's names of the glyphs in the asset pack. Traditional words are listed; simplified ones are made here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import opencc

from waa.words.forms import plural

HERE = Path(__file__).parent / "lexicon"
LONG_TAIL = Path(__file__).parents[1] / "assets" / "longtail.tsv"
THINGS = (
    "animals", "people", "vehicles", "buildings", "nature", "food", "products", "home", "festival", "culture", "misc",
)  # fmt: skip
# File -> the kind of its senses.
CLASSES = {
    "places": "place",
    "times": "time",
    "weather": "weather",
    "seasons": "season",
    "festivals": "festival",
    "styles": "style",
    "modes": "mode",
    "shots": "shot",
    "aspects": "aspect",
    "moods": "mood",
    "colours": "colour",
    "numbers": "number",
    "classifiers": "classifier",
    "sizes": "size",
    "materials": "material",
    "traits": "trait",
    "verbs": "verb",
    "localisers": "localiser",
    "sides": "side",
    "function": "function",
    "stop": "stop",
}
# Words of instructions; a first prompt does not know them ("光" is no brightness there).
ORDERS = {"commands": "command", "degrees": "degree", "photo": "photo"}
# Characters people write for one another.
_VARIANTS = {
    pair[0]: pair[1]
    for pair in (
        "裏裡 臺台 檯枱 羣群 着著 衞衛 峯峰 綫線 粧妝 麪麵 牀床 鷄雞 汚污 呌叫 啓啟 "
        "爲為 衆眾 逹達 産產 説說 脱脫 鋭銳 温溫 煑煮 鎚錘 癡痴"
    ).split()
}


@dataclass(frozen=True)
class Concept:
    """One line of a list. `attributes` are the fourth cell: flags have the value ''."""

    kind: str
    id: str
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)

    def has(self, *flags: str) -> bool:
        return any(flag in self.attributes for flag in flags)

    @property
    def is_drawable(self) -> bool:
        """Whether the offline painter has a model, a glyph or an honest stand-in."""
        return self.has("solid", "glyph", "draw")


@dataclass(frozen=True)
class Sense:
    """What a run of the text may mean. `plural` tells an English plural ('cats'); `rank` how far down the concept's
    names the word stands ('dog' is the first name of one concept and the last of every breed)."""

    concept: Concept
    plural: bool = False
    rank: int = 0

    @property
    def kind(self) -> str:
        return self.concept.kind

    @property
    def id(self) -> str:
        return self.concept.id


@dataclass(frozen=True)
class Lexicon:
    """`index` maps a normalised word to its senses, in the order of the lists; `orders` does so for the words of
    instructions; `longest` maps a first character to the length of the longest word that begins with it.
    `simplified` are characters only simplified writing uses; `short` its words of one character, which mean other
    things in traditional writing."""

    concepts: Mapping[tuple[str, str], Concept]
    index: Mapping[str, tuple[Sense, ...]]
    orders: Mapping[str, tuple[Sense, ...]]
    longest: Mapping[str, int]
    simplified: frozenset[str]
    short: Mapping[str, tuple[Sense, ...]]


def concept(concept_id: str, kind: str = "thing") -> Concept | None:
    """The concept of that id; None when the lexicon has none."""
    return lexicon().concepts.get((kind, concept_id))


def named(word: str, kind: str = "thing") -> Concept | None:
    """The concept a single word or name stands for: 'kitten', '貓仔', 'cat1' is none."""
    for sense in lexicon().index.get(normalise(word).strip(), ()):
        if sense.kind == kind:
            return sense.concept
    return None


def normalise(text: str) -> str:
    """Lower case, half width, one form for each character, hyphens in words as spaces; as long as `text`."""
    plain = _TYPED_D.sub("啲", _TYPED_LEFT.sub("咗", text.translate(_PLAIN)))
    return re.sub(r"(?<=[a-z0-9])[-_/](?=[a-z])", " ", plain) if re.search("[-_/]", plain) else plain


# Typed on phones: d for 啲, 左 for 咗.
_TYPED_D = re.compile(r"(?<=[大細光暗多少靚高低快慢肥瘦長短暖凍紅藍綠黃白黑近遠前後左右好有加俾])d(?![a-z])")
_TYPED_LEFT = re.compile(r"(?<=[換變改加刪剪影畫食飲戴坐企瞓訓走去跌整搬移])左(?![邊面手側上下方右])")


class _Plain(dict[int, str]):
    """Character -> the one form of it that is looked up, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain(chr(code))
        return plain


_PLAIN = _Plain()


def _plain(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
        return "\n" if character == "\n" else " "
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return " "  # the skin tone of the emoji before it
    simple = unicodedata.normalize("NFKC", character).lower()
    if simple in ("’", "‘", "ʼ"):
        return "'"
    return _VARIANTS.get(simple, simple) if len(simple) == 1 else character


@lru_cache(1)
def lexicon() -> Lexicon:
    """The lists, read once for the life of the process (about a fifth of a second)."""
    concepts: dict[tuple[str, str], Concept] = {}
    for item in _listed():
        concepts.setdefault((item.kind, item.id), item)
    words: dict[str, list[Sense]] = {}
    orders: dict[str, list[Sense]] = {}
    for item in concepts.values():
        _enter(orders if item.kind in ORDERS.values() else words, item)
    _leave_to_grammar(words)
    for item in _long_tail(words, {c.attributes.get("glyph") for c in concepts.values()}):
        known = concepts.setdefault((item.kind, item.id), item)
        _enter(words, item if known is item else replace(known, zh=item.zh, en=()))
    _enter_emoji(words, concepts)
    only, short = _add_simplified(words, orders)
    longest: dict[str, int] = {}
    for word in (*words, *orders):
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return Lexicon(concepts, _frozen(words), _frozen(orders), longest, only, short)


def _frozen(words: Mapping[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return {
        word: tuple(_best(senses) if word.isascii() else _ranked(senses)) for word, senses in words.items()
    }


def _ranked(senses: list[Sense]) -> list[Sense]:
    return sorted(senses, key=lambda s: s.rank)


def _best(senses: list[Sense]) -> list[Sense]:
    """Best first; a word that is some concept's own name is not read as another's hypernym."""
    own = {s.kind for s in senses if s.rank == 0}
    return _ranked([s for s in senses if s.rank < 2 or s.kind not in own])


def _listed() -> Iterator[Concept]:
    for name in (*THINGS, *CLASSES, *ORDERS):
        path = HERE / f"{name}.tsv"
        if not path.exists():
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield _concept((CLASSES | ORDERS).get(name, "thing"), line)


def _concept(kind: str, line: str) -> Concept:
    name, zh, en, attributes = (line.split("\t") + ["", "", ""])[:4]
    pairs = (a.partition("=") for a in attributes.split())
    return Concept(kind, name, _cells(zh), _cells(en), {key: value for key, _, value in pairs})


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word and word != "-")


def _enter(words: dict[str, list[Sense]], item: Concept) -> None:
    for names in (item.zh, item.en):
        for rank, name in enumerate(names):
            _add(words, normalise(name), Sense(item, rank=rank))
            if name.isascii() and item.kind in ("thing", "place"):
                _add(words, plural(normalise(name)), Sense(item, plural=True, rank=rank))


def _add(words: dict[str, list[Sense]], word: str, sense: Sense) -> None:
    senses = words.setdefault(word, [])
    if all((s.kind, s.id) != (sense.kind, sense.id) for s in senses):
        senses.append(sense)


def _leave_to_grammar(words: dict[str, list[Sense]]) -> None:
    """'枱上' and 'under a tree' are no places but a thing and where something is of it; '山上' and 'under the sea' are.
    '木枱' is a table, and wooden."""
    where = tuple(w for w, senses in words.items() if any(s.kind == "localiser" for s in senses))
    before = tuple(f"{w} {the}" for w in where for the in ("the ", "a ", "") if w.isascii())
    for word, senses in list(words.items()):
        kinds = {s.kind for s in senses}
        if "place" in kinds and (word.endswith(where) or word.startswith(before)):
            stems = {word.removesuffix(w) for w in where} | {word.removeprefix(w) for w in before}
            if any(_only_a_thing(words.get(stem, ())) for stem in stems - {word}):
                words[word] = [s for s in senses if s.kind != "place"]
        elif "thing" in kinds and _is_material(word, words):
            words[word] = [s for s in senses if s.kind != "thing"]
        if not words[word]:
            del words[word]


# Names of kinds, not of what colour one of them is.
_KINDS = frozenset("赤狐 藍鯨 棕熊 黑熊 灰熊".split()) | {
    "red fox",
    "blue whale",
    "brown bear",
    "black bear",
    "grizzly bear",
}


def _is_material(word: str, words: Mapping[str, list[Sense]]) -> bool:
    """Whether a word is one of the same concept with a colour or material before it."""
    if word in _KINDS:
        return False
    own = {s.id for s in words[word] if s.kind == "thing" and s.rank > 0}
    cuts = [word.find(" ") + 1] if word.isascii() else range(1, min(len(word), 4))
    for cut in cuts:
        adjective = words.get(word[:cut].strip(), ())
        if any(s.kind in ("colour", "material") for s in adjective) and own & {
            s.id for s in words.get(word[cut:], ())
        }:
            return True
    return False


def _only_a_thing(senses: Iterable[Sense]) -> bool:
    kinds = {s.kind for s in senses}
    in_the_sky = any(s.concept.has("sky") for s in senses)  # 'above the clouds' is a place
    return "thing" in kinds and "place" not in kinds and not in_the_sky


@lru_cache(1)
def _glyphs() -> list[list[str]]:
    """(glyph, emoji, names in yue, zh-Hant-HK and en) of every glyph of the asset pack."""
    return [line.split("\t") for line in LONG_TAIL.read_text(encoding="utf-8").splitlines()[1:]]


def _enter_emoji(words: dict[str, list[Sense]], concepts: Mapping[tuple[str, str], Concept]) -> None:
    """An emoji is the thing whose glyph it is; a face is its whole animal, each of the Moon's is the Moon."""
    by_glyph = {
        c.attributes["glyph"]: c for c in reversed(list(concepts.values())) if c.attributes.get("glyph")
    }
    for glyph, emoji, *_ in _glyphs():
        whole = "moon" if "moon" in glyph else glyph.removesuffix("-face").replace("-", "_")
        meant = concepts.get(("thing", whole)) or by_glyph.get(glyph)
        if meant is not None:
            for form in {emoji, emoji.removesuffix("\ufe0f"), emoji + "\ufe0f"}:
                _add(words, form, Sense(meant))


def _long_tail(words: Mapping[str, list[Sense]], drawn: set[str | None]) -> Iterator[Concept]:
    """Glyphs that no list names. A keyword counts when it belongs to one glyph only and shares a character with its
    name: CLDR's keywords are associations ('bamboo' is one of the panda's)."""
    rows = _glyphs()
    seen: dict[str, int] = {}
    for row in rows:
        for word in {w for cell in row[2:] for w in cell.split("|")}:
            seen[word] = seen.get(word, 0) + 1
    for glyph, _, yue, hk, en in rows:
        if glyph not in drawn:
            zh = [
                w
                for cell in (yue, hk)
                for w in _own(cell, seen)
                if normalise(w) not in words and not _coloured(w, words)
            ]
            english = [w for w in (en.split("|")[0],) if normalise(w) not in words]
            if zh or english:
                names = tuple(english) or (glyph.replace("-", " "),)
                yield Concept("thing", glyph.replace("-", "_"), tuple(zh), names, {"glyph": glyph})


_COUNTED = re.compile("[一二兩三四五][個隻條架]")  # '兩個人' is two of what has a name of its own


def _coloured(word: str, words: Mapping[str, list[Sense]]) -> bool:
    """'紅色車' is a car, and red, whatever a glyph is called."""
    plain = normalise(word)
    return any(
        any(s.kind == "colour" for s in words.get(plain[:cut], ())) and plain[cut:] in words
        for cut in range(1, len(plain))
    )


def _own(cell: str, seen: Mapping[str, int]) -> Iterator[str]:
    name, *keywords = cell.split("|")
    if len(name) > 1 and not _COUNTED.match(name):
        yield name
    yield from (
        w
        for w in keywords
        if len(w) > 1 and not _COUNTED.match(w) and seen[w] <= 2 and len(name) > 0 and w[-1] in name
    )


def _add_simplified(*indexes: dict[str, list[Sense]]) -> tuple[frozenset[str], dict[str, tuple[Sense, ...]]]:
    """Enter the simplified form of every word; (characters only they use, their words of one character)."""
    characters = "".join(sorted({c for words in indexes for word in words for c in word if ord(c) > 0x2E7F}))
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {ord(t): s for t, s in zip(characters, converted, strict=True) if len(s) == 1 and s != t}
    only = frozenset(table.values()) - frozenset(characters)
    short: dict[str, tuple[Sense, ...]] = {}
    for words in indexes:
        for word, senses in list(words.items()):
            simple = word.translate(table)
            if simple == word:
                continue
            if len(simple) == 1 and simple not in only:
                short[simple] = tuple(senses)
            else:
                for sense in senses:
                    _add(words, simple, sense)
    return only, short
