"""explain: what was understood, as chips the person can remove, and what was not, said plainly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waa.words.lexicon import concept
from waa.words.names import en_noun, en_phrase, zh_name, zh_phrase, zh_place, zh_word
from waa.words.scene import Scene, Span, Thing
from waa.words.tokens import Word, tokenise

SUGGESTIONS = (
    ("一隻貓坐喺月球上睇地球", "a cat sitting on the moon, looking at the Earth"),
    ("維港夜景，滿天煙花", "fireworks over Victoria Harbour at night"),
    ("一杯凍檸茶，產品圖", "a glass of lemon tea, product shot"),
)
_SETTINGS = ("time", "weather", "season", "festival", "style", "mode", "shot", "aspect", "mood")


@dataclass(frozen=True)
class Chip:
    """Something understood. text[start:end] says it (both are 0 where no one run does)."""

    kind: str
    zh: str
    en: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Missing:
    """Something understood that the offline painter cannot show; `offer` is a word for something near that it can."""

    zh: str
    en: str
    offer: str | None = None


@dataclass(frozen=True)
class Explanation:
    """`zh` and `en` are one sentence: what cannot be shown or was not understood, else ''."""

    chips: tuple[Chip, ...]
    missing: tuple[Missing, ...]
    unknown: tuple[Span, ...]
    zh: str
    en: str
    suggestions: tuple[str, ...] = ()


def explain(scene: Scene, missing: Iterable[str] = ()) -> Explanation:
    """`missing` are ids of things that the painter found no way to draw."""
    gone = dict.fromkeys([*(t.id for t in scene.things if not t.drawable and concept(t.concept)), *missing])
    absent = tuple(_missing(scene.thing(i)) for i in gone if any(t.id == i for t in scene.things))
    if scene.place is not None and not scene.place.drawable:
        absent += (Missing(zh_place(scene.place), scene.place.names[0]),)
    nothing = not scene.things and scene.place is None and scene.text is None
    zh, en = _sentence(absent, scene.unknown, nothing and bool(scene.words.strip()))
    chosen = 1 if scene.language == "en" else 0
    return Explanation(
        chips=tuple(_chips(scene)),
        missing=absent,
        unknown=scene.unknown,
        zh=zh,
        en=en,
        suggestions=tuple(pair[chosen] for pair in SUGGESTIONS) if nothing else (),
    )


def _missing(thing: Thing) -> Missing:
    return Missing(zh_name(thing), en_noun(thing), _near(thing))


def _near(thing: Thing) -> str | None:
    """A drawable thing that shares a common name with this one: a 'dog' for a rare breed."""
    for name in thing.names[1:]:
        for word in tokenise(name):
            sense = word.sense("thing")
            if sense is not None and sense.concept.is_drawable:
                return sense.concept.zh[0] if sense.concept.zh else name
    return None


def _sentence(missing: tuple[Missing, ...], unknown: tuple[Span, ...], nothing: bool) -> tuple[str, str]:
    zh, en = [], []
    if nothing:
        zh.append("睇唔出你想畫乜，試下講一樣嘢、一個地方，例如下面呢啲")
        en.append("No thing to paint was understood; name a thing or a place, for example one of these")
    if missing:
        zh.append(f"未識畫：{'、'.join(m.zh for m in missing)}")
        en.append(f"Cannot be drawn yet: {', '.join(m.en for m in missing)}")
    if unknown and not nothing:
        zh.append(f"唔明：{'、'.join(f'「{s.text[:40]}」' for s in unknown[:6])}")
        en.append(f"Not understood: {', '.join(s.text[:40] for s in unknown[:6])}")
    return "。".join(zh), ". ".join(en)


def _chips(scene: Scene) -> Iterator[Chip]:
    words = tokenise(scene.words[:2000])
    for thing in scene.things:
        if thing.drawable and not thing.is_place:
            start, end = _found(scene.words, thing.words)
            yield Chip(
                "thing",
                zh_phrase(thing) if thing.count > 1 or thing.colour else zh_name(thing),
                en_phrase(thing),
                start,
                end,
            )
    if scene.place is not None and scene.place.drawable:
        yield Chip(
            "place", zh_place(scene.place), scene.place.names[0], *_found(scene.words, scene.place.words)
        )
    for kind in _SETTINGS:
        value = getattr(scene, kind)
        if value:
            known = concept(value, kind)
            yield Chip(
                kind,
                zh_word(kind, value),
                (known.en[0] if known and known.en else value),
                *_said(words, kind, value),
            )
    if scene.background:
        kind = "colour" if concept(scene.background, "colour") else "material"
        said = _said(words, kind, scene.background)
        yield Chip(
            "background", f"{zh_word(kind, scene.background)}背景", f"{scene.background} background", *said
        )
    if scene.text:
        yield Chip("text", f"「{scene.text}」", f"“{scene.text}”", *_found(scene.words, scene.text))


def _found(text: str, words: str) -> tuple[int, int]:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else (0, 0)


def _said(words: list[Word], kind: str, value: str) -> tuple[int, int]:
    for word in words:
        sense = word.sense(kind)
        if sense is not None and sense.concept.attributes.get("is", sense.id) == value:
            return word.start, word.end
    return 0, 0
