"""Type: words set over a picture, with real fonts, broken and balanced as Chinese wants it.

A cover's headline stands in the quiet half of its backdrop; other words stand where they hide the least.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from waa.painter.canvas import Canvas, blur, linear
from waa.painter.colour import Array, Colour, F, rgb
from waa.painter.noise import smoothstep
from waa.painter.stage import Setting

Box = tuple[int, int, int, int]

# Not at the start, not at the end of a line (kinsoku, after JLReq and CLReq).
_NOT_FIRST = "，。、！？：；」』）〕】》〉…—·％%,.!?:;)]}’”"
_NOT_LAST = "「『（〔【《〈([{‘“$#"
# Never broken inside: Latin words, numbers with what belongs to them, and short names of measure.
_ATOM = re.compile(
    r"[A-Za-z][A-Za-z0-9'&.\-]*|(?:HK|US|NT)?[$€£¥]?\d[\d,.]*(?:[%％]|萬億|千億|百億|十億|億|百萬|千萬|萬|元|蚊|年|月|日|點|分|號|歲|折|倍|個)?"
    r"|萬億|千億|百億|十億|億元|公司|香港|收入|\s+|."
)
_FIGURE = re.compile(
    r"(?:HK|US)?[$€£¥]?\d[\d,.]*[%％]?(?:萬億|千億|百億|十億|億|百萬|千萬|萬)?(?:元|倍)?|破?(?:萬億|千億|百億)"
)


@lru_cache(48)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """'sans-400', 'sans-700', 'sans-900', 'serif-500' or 'serif-900' of the asset pack."""
    return ImageFont.truetype(str(files("waa") / f"assets/fonts/{name}.ttf"), size)


def atoms(text: str) -> list[str]:
    """The runs a line may be broken between."""
    found: list[str] = []
    for piece in _ATOM.findall(text):
        if found and (piece in _NOT_FIRST or found[-1][-1:] in _NOT_LAST):
            found[-1] += piece
        else:
            found.append(piece)
    return found


@dataclass(frozen=True)
class Fitted:
    """Type that fits: its size in pixels and its lines."""

    size: int
    lines: list[str]


def fit(
    text: str,
    width: float,
    height: float,
    name: str,
    largest: float,
    *,
    most_lines: int = 4,
    leading: float = 1.22,
) -> Fitted:
    """The text as large as the box allows, in lines about as long as each other that break where a reader would.

    For every number of lines the best breaks are found; a break after a comma is better than one inside a clause,
    and larger type is better than smaller. A newline of the text always breaks.
    """
    face = font(name, 100)
    candidates = []
    for count in range(1, most_lines + 1):
        lines, badness = broken(text, face, count)
        if len(lines) > most_lines:
            continue
        widest = max(face.getlength(line) for line in lines) / 100
        size = min(width / max(widest, 0.1), height / (len(lines) * leading), largest)
        candidates.append((size * (1 - 0.10 * badness), size, lines))
    if not candidates:
        lines = text.split("\n")[:most_lines]
        widest = max(face.getlength(line) for line in lines) / 100
        candidates.append(
            (0.0, min(width / max(widest, 0.1), height / (len(lines) * leading), largest), lines)
        )
    _, size, lines = max(candidates)
    return Fitted(max(10, int(size)), lines)


def broken(text: str, face: ImageFont.FreeTypeFont, count: int) -> tuple[list[str], float]:
    """`text` in `count` lines (more where it has newlines of its own), and how bad its breaks are."""
    paragraphs = [p for p in text.split("\n") if p.strip()]
    total = sum(face.getlength(p) for p in paragraphs) or 1.0
    lines: list[str] = []
    badness = 0.0
    for paragraph in paragraphs:
        share = max(1, round(count * face.getlength(paragraph) / total))
        more, bad = _broken(atoms(paragraph), face, share)
        lines += more
        badness += bad
    return lines, badness


def _broken(pieces: list[str], face: ImageFont.FreeTypeFont, count: int) -> tuple[list[str], float]:
    """Dynamic programming over the atoms: even lengths, and breaks that hurt least."""
    count = min(count, len(pieces))
    ends = np.cumsum([face.getlength(p) for p in pieces])
    mean = max(float(ends[-1]) / count, 1e-6)  # characters without a width exist
    best: dict[tuple[int, int], tuple[float, float, int]] = {(0, 0): (0.0, 0.0, 0)}
    for row in range(1, count + 1):
        for end in range(row, len(pieces) + 1):
            options = []
            for start in range(row - 1, end):
                if (row - 1, start) in best:
                    length = ends[end - 1] - (ends[start - 1] if start else 0)
                    hurt = 0.0 if end == len(pieces) else _hurt(pieces[end - 1], pieces[end])
                    before = best[row - 1, start]
                    options.append(
                        (before[0] + ((length - mean) / mean) ** 2 + 0.35 * hurt, before[1] + hurt, start)
                    )
            if options:
                best[row, end] = min(options)
    lines: list[str] = []
    end = len(pieces)
    badness = best[count, end][1]
    for row in range(count, 0, -1):
        start = best[row, end][2]
        lines.insert(0, "".join(pieces[start:end]).strip())
        end = start
    return [line for line in lines if line], badness


def _hurt(before: str, after: str) -> float:
    """How much a break between two atoms disturbs reading: not at all after a stop, little at a space."""
    if before[-1:] in "，。、！？：；,.!?:;)）」』":
        return 0.0
    if before.isspace() or after.isspace() or before[-1:].isascii() != after[:1].isascii():
        return 0.5
    return 1.0


# -- on the canvas ---------------------------------------------------------------------------------------


def letter(canvas: Canvas, setting: Setting, obstacles: Sequence[Box]) -> None:
    """Set `setting.text`: as a headline on a cover, else as a caption where it covers least."""
    text = " ".join((setting.text or "").split()) if "\n" not in (setting.text or "") else str(setting.text)
    if not text.strip():
        return
    text = text[:120]
    if setting.place == "cover":
        _headline(canvas, text)
    else:
        _caption(canvas, text, obstacles)


def _headline(canvas: Canvas, text: str) -> None:
    """Large sans, figures in gold, over the quiet side: left on wide pictures, the top on tall ones."""
    w, h, unit = canvas.width, canvas.height, canvas.unit
    wide = w / h > 1.2
    left = w * 0.06
    box = (w * 0.50, h * 0.62) if wide else (w * 0.88, h * 0.34)
    set_ = fit(text, *box, "sans-900", 168 * unit, most_lines=4, leading=1.2)
    tall = len(set_.lines) * set_.size * 1.2
    top = (h - tall) * 0.47 if wide else h * 0.10
    rule = max(3.0, 8 * unit)
    canvas.rectangle(left, top - 46 * unit, 96 * unit, rule, "#ff4f5e", radius=rule / 2)
    _draw(canvas, left, top, set_, "sans-900", "#ffffff", figures="#ffc94d", leading=1.2, shadow=0.5)


def _caption(canvas: Canvas, text: str, obstacles: Sequence[Box]) -> None:
    w, h, unit = canvas.width, canvas.height, canvas.unit
    set_ = fit(text, w * 0.84, h * 0.22, "serif-900", 132 * unit, most_lines=3)
    tall = len(set_.lines) * set_.size * 1.22
    margin = 0.055 * h
    places = {"top": margin, "bottom": h - margin - tall}
    hidden = {
        name: sum(_overlap(box, (0, int(y), w, int(tall))) for box in obstacles) for name, y in places.items()
    }
    where = "bottom" if hidden["bottom"] <= hidden["top"] else "top"
    top = places[where]
    _scrim(canvas, top, tall, where)
    _draw(
        canvas,
        (w - w * 0.84) / 2,
        top,
        set_,
        "serif-900",
        "#fffaf0",
        width=w * 0.84,
        centred=True,
        shadow=0.6,
    )


def _overlap(box: Box, band: Box) -> int:
    wide = min(box[0] + box[2], band[0] + band[2]) - max(box[0], band[0])
    tall = min(box[1] + box[3], band[1] + band[3]) - max(box[1], band[1])
    return max(0, wide) * max(0, tall)


def _scrim(canvas: Canvas, top: float, tall: float, where: str) -> None:
    """A darkening behind the words, no more than they need: none where the picture is dark already."""
    h = canvas.height
    band = canvas.pixels[max(0, int(top)) : int(top + tall)]
    lightness = float(band.mean()) if band.size else 0.5
    strength = float(np.clip((lightness - 0.12) * 1.15, 0.12, 0.66))
    rows = np.arange(h, dtype=F)[:, None]
    reach = tall * 0.9 + 40 * canvas.unit
    fade = (
        smoothstep(top - reach, top + tall * 0.35, rows)
        if where == "bottom"
        else smoothstep(top + tall + reach, top + tall * 0.65, rows)
    )
    canvas.lay(0, 0, rgb("#05060f"), np.broadcast_to(fade, (h, canvas.width)), "normal", strength)


def _draw(canvas: Canvas, x: float, y: float, set_: Fitted, name: str, colour: Colour, *, figures: Colour | None = None,
          leading: float = 1.22, width: float = 0, centred: bool = False, shadow: float = 0.0) -> None:  # fmt: skip
    plain, gold = _masks(set_, name, leading, width, centred, split=figures is not None)
    pad = set_.size // 3
    x, y = x - pad, y - pad
    if shadow:
        both = np.maximum(plain, gold)
        canvas.lay(
            x + set_.size * 0.02,
            y + set_.size * 0.05,
            rgb("#02030c"),
            np.asarray(blur(both, set_.size * 0.13)),
            "normal",
            shadow,
        )
        canvas.lay(
            x,
            y + set_.size * 0.02,
            rgb("#02030c"),
            np.asarray(blur(both, set_.size * 0.03)),
            "normal",
            shadow * 0.8,
        )
    canvas.lay(x, y, rgb(colour), plain)
    if figures is not None and gold.any():
        h, w = gold.shape
        paint = linear((0, y), (0, y + h), [(0, "#fff0b4"), (0.5, figures), (1, "#e79b2e")])(
            int(x), int(y), w, h
        )
        canvas.lay(x, y, paint[..., :3], gold)


def _masks(
    set_: Fitted, name: str, leading: float, width: float, centred: bool, *, split: bool
) -> tuple[Array, Array]:
    """(plain, figures) coverage 0..1 of the block, padded by a third of the size."""
    face, pad = font(name, set_.size), set_.size // 3
    widest = max(face.getlength(line) for line in set_.lines)
    size = (
        int(max(widest, width)) + 2 * pad,
        int(len(set_.lines) * set_.size * leading) + 2 * pad + set_.size // 4,
    )
    layers = [Image.new("L", size), Image.new("L", size)]
    draws = [ImageDraw.Draw(layer) for layer in layers]
    for row, line in enumerate(set_.lines):
        at = pad + ((max(widest, width) - face.getlength(line)) / 2 if centred else 0)
        y = (
            pad + row * set_.size * leading - set_.size * 0.12
        )  # the font's own ascent leaves room above Chinese
        for text, is_figure in _runs(line, split):
            draws[is_figure].text((at, y), text, font=face, fill=255)
            at += face.getlength(text)
    plain, gold = (np.asarray(layer, F) / F(255) for layer in layers)
    return plain, gold


def _runs(line: str, split: bool) -> list[tuple[str, bool]]:
    if not split:
        return [(line, False)]
    runs, at = [], 0
    for match in _FIGURE.finditer(line):
        if match.group():
            runs += [(line[at : match.start()], False), (match.group(), True)]
            at = match.end()
    runs.append((line[at:], False))
    return [(text, is_figure) for text, is_figure in runs if text]
