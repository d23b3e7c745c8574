"""Typeset: words as coverage, along or down the page, with the fonts of the asset pack.

Lengths are in ems until the type is drawn. Down the page, punctuation takes its vertical forms, a short number or word
stands upright in one cell, and a longer one lies on its side, as Chinese is set on shop signs and in books.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from waa.painter.colour import Array, F
from waa.painter.type import atoms, font

FONTS = {
    "sans": "sans-400", "sans-bold": "sans-700", "sans-black": "sans-900",
    "serif": "serif-500", "serif-black": "serif-900",
}  # fmt: skip
LEADING = {False: 1.24, True: 1.36}  # from line to line, from column to column
_ASCENT = 0.88  # of the em, above the base line: where CJK fonts put it
_PITCH = 1.04  # down a column

_ACROSS = "，、。：；！？「」『』（）《》〈〉【】…—｛｝"
_DOWN = "︐︑︒︓︔︕︖﹁﹂﹃﹄︵︶︽︾︿﹀︻︼︙︱︷︸"
_VERTICAL = dict(zip(_ACROSS, _DOWN, strict=True))
_OPENS, _CLOSES, _STOPS = "﹁﹃︵︽︿︻︷", "﹂﹄︶︾﹀︼︸", "︐︑︒︓︔︕︖"
_ENDS = tuple("，。、！？：；,.!?:;）」』")
_CELL = re.compile(r"[!-~À-ɏ]+(?: +[!-~À-ɏ]+)*|.", re.DOTALL)
_ON_ITS_SIDE = frozenset("～〜ー–-=<>[]→←")
# Joiners, variation selectors and skin tones say how an emoji looks; by themselves they are nothing to draw.
_SILENT = re.compile(
    "[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]"
)


# -- glyphs ------------------------------------------------------------------------------------------------


def missing_glyphs(text: str, name: str) -> tuple[str, ...]:
    """The characters of `text` that the font (a key of FONTS) cannot draw, each once, in order: emoji, mostly."""
    said = _SILENT.sub("", unicodedata.normalize("NFC", text))
    return tuple(dict.fromkeys(c for c in said if not c.isspace() and not _has(name, c)))


def drawable(text: str, name: str) -> str:
    """`text` without what the font cannot draw, its white space plain."""
    said = _SILENT.sub("", unicodedata.normalize("NFC", text)).replace("\r\n", "\n")
    plain = "".join(c if c == "\n" else " " if c.isspace() else c for c in said)
    lines = "".join(c for c in plain if c in " \n" or _has(name, c)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip("\n")


@lru_cache(8192)
def _has(name: str, character: str) -> bool:
    """A glyph that looks like the font's sign for no glyph is none."""
    if unicodedata.category(character) in ("Cc", "Cs"):
        return False
    return _picture(name, character) != _picture(name, "\uffff")


def _picture(name: str, character: str) -> tuple[tuple[int, int], bytes]:
    mask = _plain(name).getmask(character)
    return mask.size, bytes(mask)


@lru_cache(len(FONTS))
def _plain(name: str) -> ImageFont.FreeTypeFont:
    """Glyph by glyph: full layout would put together a letter and an accent that the font never meant to meet."""
    return font(FONTS[name], 40).font_variant(layout_engine=ImageFont.Layout.BASIC)


@lru_cache(8192)
def _advance(name: str, text: str) -> float:
    return float(font(FONTS[name], 100).getlength(text)) / 100


# -- lines -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Lines:
    """Words in lines or columns. `width` and `height` are in ems."""

    lines: tuple[str, ...]
    name: str
    vertical: bool
    width: float
    height: float


def lines(text: str, name: str, limit: float, *, vertical: bool = False) -> Lines:
    """Drawable `text` in lines no longer than `limit` ems, where that can be; its own newlines stay."""
    measure = _measure(name, vertical)
    broken = [line for paragraph in text.split("\n") for line in _wrapped(paragraph, measure, limit)]
    along = max((measure(line) for line in broken), default=0.0)
    across = 1 + (len(broken) - 1) * LEADING[vertical]
    return Lines(tuple(broken), name, vertical, *((across, along) if vertical else (along, across)))


def _measure(name: str, vertical: bool) -> Callable[[str], float]:
    if vertical:
        return lambda text: sum(cell.length for cell in _cells(text, name))
    return lambda text: _advance(name, text)


def _wrapped(paragraph: str, measure: Callable[[str], float], limit: float) -> list[str]:
    """As few lines as it takes, about as long as each other."""
    whole = measure(paragraph)
    if whole <= limit:
        return [paragraph]
    pieces = [(piece, measure(piece)) for piece in atoms(paragraph)]
    fewest = len(_filled(pieces, limit))
    shortest = min(limit, whole / fewest * 0.98)
    trials = (_filled(pieces, shortest + (limit - shortest) * step / 12) for step in range(13))
    return min(
        (t for t in trials if len(t) == fewest), key=lambda t: _badness(t, measure), default=[paragraph]
    )


def _badness(found: list[str], measure: Callable[[str], float]) -> float:
    """Uneven lines, and breaks elsewhere than after a stop or between scripts."""
    lengths = [measure(line) for line in found]
    mean = sum(lengths) / len(lengths) or 1.0
    uneven = sum(((length - mean) / mean) ** 2 for length in lengths)
    return uneven + 0.35 * sum(_hurt(before[-1], after[0]) for before, after in pairwise(found))


def _hurt(before: str, after: str) -> float:
    if before in _ENDS:
        return 0.0
    return 0.5 if before.isascii() or after.isascii() else 1.0


def _filled(pieces: Sequence[tuple[str, float]], limit: float) -> list[str]:
    """Greedy; a comma in the latter part of a line ends it rather than the last word that fits."""
    found: list[str] = []
    line: list[tuple[str, float]] = []
    for piece in pieces:
        if line and sum(length for _, length in line) + piece[1] > limit:
            stop = max((k for k, (text, _) in enumerate(line) if text[-1:] in _ENDS), default=-1)
            if stop < 0 or sum(length for _, length in line[: stop + 1]) < 0.6 * limit:
                stop = len(line) - 1
            found.append("".join(text for text, _ in line[: stop + 1]).strip())
            line = line[stop + 1 :]
        line.append(piece)
    found.append("".join(text for text, _ in line).strip())
    return [text for text in found if text]


# -- cells of a column -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Cell:
    text: str
    length: float  # down the column
    on_its_side: bool = False
    up: float = 0.0  # how much of its upper part is left out


@lru_cache(1024)
def _cells(text: str, name: str) -> tuple[_Cell, ...]:
    cells = [_cell(piece, name) for piece in _CELL.findall(text)]
    return tuple(
        _closed_up(cell, before, after)
        for before, cell, after in zip([None, *cells], cells, [*cells[1:], None], strict=False)
    )


def _closed_up(cell: _Cell, before: _Cell | None, after: _Cell | None) -> _Cell:
    """Without the blank half of a bracket that meets another mark or the end of its column."""
    marks = _OPENS + _CLOSES + _STOPS
    if cell.text and cell.text in _OPENS and (before is None or before.text in marks):
        return replace(cell, length=_PITCH / 2, up=_PITCH / 2)
    if cell.text and cell.text in _CLOSES and (after is None or after.text in marks):
        return replace(cell, length=_PITCH / 2)
    if cell.text and cell.text in _STOPS and after is not None and after.text and after.text in _CLOSES:
        return replace(cell, length=0.75 * _PITCH)
    return cell


def _cell(piece: str, name: str) -> _Cell:
    if piece.isspace():
        return _Cell("", 0.4)
    if piece in _VERTICAL:
        form = _VERTICAL[piece]
        return _Cell(form, _PITCH) if _has(name, form) else _Cell(piece, _PITCH, True)
    if piece in ("!", "?"):
        return _Cell(chr(ord(piece) + 0xFEE0), _PITCH)
    if piece in _ON_ITS_SIDE or (len(piece) > 1 and _advance(name, piece) > 1.45):
        return _Cell(piece, _advance(name, piece) + 0.2, True)
    return _Cell(piece, _PITCH)


# -- drawing -----------------------------------------------------------------------------------------------


def draw(set_: Lines, size: int, align: str, *, stroke: float = 0.0, pad: int = 0) -> Array:
    """(h, w) coverage 0..1 of the block with `pad` pixels round it; `stroke` pixels wider on all sides."""
    wide, tall = set_.width * size, set_.height * size
    image = Image.new("L", (int(wide) + 1 + 2 * pad, int(tall) + 1 + 2 * pad))
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    measure = _measure(set_.name, set_.vertical)
    for number, line in enumerate(set_.lines):
        across = number * LEADING[set_.vertical] * size
        spare = ((tall if set_.vertical else wide) - measure(line) * size) * share
        if set_.vertical:
            _column(image, line, set_.name, size, (pad + wide - size - across, pad + spare), stroke)
        else:
            _put(image, line, set_.name, size, (pad + spare, pad + across), stroke)
    return np.asarray(image, F) / F(255)


def _put(image: Image.Image, text: str, name: str, size: int, at: tuple[float, float], stroke: float) -> None:
    """`at` is the left upper corner of the first em."""
    base = (at[0], at[1] + _ASCENT * size)
    ImageDraw.Draw(image).text(
        base, text, font=font(FONTS[name], size), fill=255, anchor="ls", stroke_width=stroke
    )


def _column(
    image: Image.Image, line: str, name: str, size: int, at: tuple[float, float], stroke: float
) -> None:
    x, y = at
    for cell in _cells(line, name):
        if cell.on_its_side:
            _put_on_its_side(image, cell, name, size, (x, y), stroke)
        elif cell.text:
            wide = _advance(name, cell.text)
            narrow = max(1, int(size * min(1.0, 1.05 / wide))) if wide else size
            corner = (x + (size - wide * narrow) / 2, y + (size - narrow) / 2 - cell.up * size)
            _put(image, cell.text, name, narrow, corner, stroke)
        y += cell.length * size


def _put_on_its_side(image: Image.Image, cell: _Cell, name: str, size: int, at: tuple[float, float],
                     stroke: float) -> None:  # fmt: skip
    margin = int(stroke) + size // 3
    lying = Image.new("L", (int(cell.length * size) + 2 * margin, size + 2 * margin))
    start = (cell.length - _advance(name, cell.text)) / 2 * size
    _put(lying, cell.text, name, size, (margin + start, margin), stroke)
    turned = lying.transpose(Image.Transpose.ROTATE_270)
    corner = (round(at[0]) - margin, round(at[1]) - margin)
    image.paste(255, corner, turned)
