"""Tokens: a text -> the words in it, by the cheapest way to cover it with words of the lexicon.

Chinese is written without spaces, so every cut is weighed: few long known words beat many short ones, and an
unknown character costs most. Offsets are those of the text as typed.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from waa.words.lexicon import Lexicon, Sense, lexicon, normalise

_LATIN = re.compile(r"[a-z0-9]")
_RUN = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?|\d+(?:\.\d+)?")
_PUNCTUATION = '，,。.！!？?；;：:\n、（）()【】[]{}「」『』“”"《》〈〉…—–-~～|/\\*#=_<>·•@^`+&'
_PAIRS = {"「": "」", "『": "』", "“": "”", '"': '"', "《": "》", "〈": "〉", "＂": "＂", "«": "»", "‘": "’"}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"兩": 2, "两": 2}
_CHINESE_NUMBER = re.compile(r"[一二三四五六七八九兩两]?十[一二三四五六七八九]?|[一二三四五六七八九兩两]百")
# '85mm', '十二點', '一萬蚊': nothing to paint, and no three of anything.
_MEASURE = re.compile(
    r"(?:f/)?\d+(?:[.,]\d+)*\s?(?:mm|px|dpi|fps|度角|點鐘|點半|點|年代|年|月|日|號|蚊|元|%|億|萬)(?![a-z])"
    r"|[零一二三四五六七八九十百千萬億兩]+(?:度角|點鐘|點半|點|年代|年|月|號|蚊|元|億元|成半|巴仙)"
)
_UNKNOWN, _SINGLE, _FILLER = 4.0, 0.2, 0.15


@dataclass(frozen=True)
class Word:
    """A run of the text: text[start:end]. `senses` are what it may mean; none for an unknown run.

    `number` is set for figures. `kind` is 'word', 'number', 'measure', 'unknown', 'quote' or 'mark' (punctuation).
    """

    text: str
    start: int
    end: int
    kind: str = "word"
    senses: tuple[Sense, ...] = ()
    number: int | None = None

    def sense(self, *kinds: str) -> Sense | None:
        """The first sense of one of these kinds."""
        for kind in kinds:
            for sense in self.senses:
                if sense.kind == kind:
                    return sense
        return None

    def function(self, *names: str) -> bool:
        """Whether it can be a function word of one of these names ('de', 'and', …)."""
        return any(s.kind == "function" and s.id in names for s in self.senses)

    @property
    def is_latin(self) -> bool:
        return self.text[:1].isascii() and self.text[:1].isalnum()


def tokenise(text: str, *, orders: bool = False) -> list[Word]:
    """The words of `text` in order, blanks left out. `orders` also knows the words of instructions."""
    plain = normalise(text)
    words: list[Word] = []
    start = 0
    for quote_start, quote_end in _quotes(text):
        words += _cover(text, plain, start, quote_start, orders)
        words.append(Word(text[quote_start + 1 : quote_end], quote_start, quote_end + 1, "quote"))
        start = quote_end + 1
    words += _cover(text, plain, start, len(text), orders)
    return words


def _quotes(text: str) -> list[tuple[int, int]]:
    """(opening, closing) positions of quoted runs; a text that is one quotation as a whole is not quoted."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(text):
        closing = _PAIRS.get(text[i])
        if text[i] == "'" and (i == 0 or not text[i - 1].isalnum()):
            closing = "'"
        end = text.find(closing, i + 1) if closing else -1
        if closing == "'" and end > 0 and text[end + 1 : end + 2].isalnum():
            end = -1
        if end > i + 1:
            found.append((i, end))
            i = end
        i += 1
    if len(found) == 1 and len(text[: found[0][0]].strip() + text[found[0][1] + 1 :].strip()) <= 1:
        return []
    return found


def _cover(text: str, plain: str, start: int, end: int, orders: bool) -> list[Word]:
    """Shortest path over the positions start..end."""
    known = lexicon()
    simplified = any(c in known.simplified for c in plain)
    breaks = _breaks(plain)
    best: list[tuple[float, int, Word | None]] = [(0.0, -1, None), *[(1e9, -1, None)] * (end - start)]
    for i in range(start, end):
        cost = best[i - start][0]
        if cost >= 1e9:
            continue
        for step, word in _steps(text, plain, i, end, known, orders, simplified, breaks):
            j = (word.end if word else i + 1) - start
            if cost + step <= best[j][0] + 1e-9:  # of equals, the one whose first word is longer
                best[j] = (cost + step, i, word)
    words: list[Word] = []
    at = end
    while at > start:
        _, previous, word = best[at - start]
        if word is not None:
            words.append(word)
        at = previous
    words.reverse()
    return _joined(text, words)


_HAN_BLANK = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")


def _breaks(plain: str) -> frozenset[int]:
    """Blanks that stand for a comma: 'XX YY' in Chinese, where not every word is set apart."""
    found = [m.start() for m in _HAN_BLANK.finditer(plain)]
    return frozenset(found) if len(found) * 4 <= len(plain.replace(" ", "")) else frozenset()


def _steps(
    text: str, plain: str, i: int, end: int, known: Lexicon, orders: bool, simplified: bool, breaks: Set[int]
) -> list[tuple[float, Word | None]]:
    """(cost, word) of every way to go on from position i; a blank is free and gives no word."""
    c = plain[i]
    if c == " ":
        return [(0.0, Word(text[i], i, i + 1, "mark") if i in breaks else None)]
    steps: list[tuple[float, Word | None]] = []
    for j in range(min(end, i + known.longest.get(c, 0)), i, -1):
        if (
            j < end
            and _LATIN.match(plain[j])
            and _LATIN.match(plain[j - 1])
            and plain[j].isalpha() == plain[j - 1].isalpha()
        ):
            continue
        senses = known.index.get(plain[i:j], ())
        if orders:
            senses = senses + known.orders.get(plain[i:j], ())
        if simplified and j == i + 1:
            senses = senses + known.short.get(c, ())
        if senses:
            steps.append((_cost(senses, j - i, c), Word(text[i:j], i, j, senses=senses)))
    if (measure := _MEASURE.match(plain, i, end)) and measure[0] not in ("一點", "一號", "一日", "一年"):
        steps.append((1.0, Word(text[i : measure.end()], i, measure.end(), "measure")))
    run = _RUN.match(plain, i, end)
    if run is not None:
        steps.append(_run(text, i, run.end(), run[0]))
    elif number := _CHINESE_NUMBER.match(plain, i, end):
        steps.append((1.0, Word(text[i : number.end()], i, number.end(), "number", number=_value(number[0]))))
    if run is None:
        mark = c in _PUNCTUATION
        steps.append((1.0 if mark else _UNKNOWN, Word(text[i], i, i + 1, "mark" if mark else "unknown")))
    return steps


def _run(text: str, start: int, end: int, run: str) -> tuple[float, Word]:
    if run[0].isdigit():
        return 1.0, Word(text[start:end], start, end, "number", number=min(int(float(run[:9])), 10**6))
    return _UNKNOWN, Word(text[start:end], start, end, "unknown")


def _cost(senses: tuple[Sense, ...], length: int, first: str) -> float:
    cost = 1.0 + (_SINGLE if length == 1 and not first.isascii() else 0.0)
    return cost + (_FILLER if all(s.kind in ("stop", "classifier") for s in senses) else 0.0)


def _value(number: str) -> int:
    """'二十三' -> 23, '三百' -> 300."""
    tens, unit, ones = number.partition("百" if "百" in number else "十")
    scale = 100 if unit == "百" else 10
    return (_DIGITS.get(tens, 1) * scale) + _DIGITS.get(ones, 0)


def _joined(text: str, words: list[Word]) -> list[Word]:
    """Neighbouring unknown Chinese characters as one unknown word."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and word.kind == last.kind == "unknown" and last.end == word.start:
            joined[-1] = Word(text[last.start : word.end], last.start, word.end, "unknown")
        else:
            joined.append(word)
    return joined
