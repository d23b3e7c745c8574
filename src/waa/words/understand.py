"""understand: what somebody typed -> a Scene. Never fails: any input gives a Scene, if an empty one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from waa.words.lexicon import Concept, concept, lexicon
from waa.words.nouns import Noun
from waa.words.reader import Reading, read
from waa.words.scene import Place, Relation, Scene, Span, Thing
from waa.words.tags import tag
from waa.words.tokens import Word, tokenise

MOST_CHARACTERS = 2000  # what is beyond is not read, and said so
MOST_THINGS = 24
_CANTONESE = re.compile(
    r"[喺嘅咗冇嚟啲嗰仔佢哋睇瞓攞唔嘢緊乜噉咁冚搵揸攬嗌嘥諗啱靚畀俾睺曱拎佬囡囝孖攰嬲]|企(?![鵝鹅業业])|架車|食緊|飲緊|邊度|屋企|而家|同埋"
)
_WRITTEN = re.compile(r"[的在了吃喝們这那是看和站沒把被著她他它]|正在|晚上|早上|一只|不要|請畫|一群")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def understand(text: str) -> Scene:
    """The scene that `text` describes. Words nobody knows are in `unknown`, with where they stand."""
    cut = _ADDRESSED.sub(lambda m: "\n" * len(m[0]), text[:MOST_CHARACTERS])
    reading = read(tag(_without_titles(cut, tokenise(cut))))
    return _scene(text, reading, beyond=_beyond(text))


def _beyond(text: str) -> tuple[Span, ...]:
    rest = text[MOST_CHARACTERS:]
    return (Span(rest, MOST_CHARACTERS, len(text)),) if rest.strip() else ()


_ADDRESSED = re.compile(r"^\w{1,4}[呀啊哎][，,、 ]*(?=幫|畫|整|我|同我|可唔可以)")  # '阿女呀，幫我畫…'


def language_of(text: str) -> str:
    """'yue', 'zh' or 'en', by what is typical of each."""
    han = len(_HAN.findall(text))
    if han == 0 or (han < 2 and len(re.findall(r"[A-Za-z]+", text)) > 3):
        return "en"
    if _CANTONESE.search(text):
        return "yue"
    simplified = any(c in lexicon().simplified for c in text)
    return "zh" if simplified or _WRITTEN.search(text) else "yue"


_CUE = re.compile(
    r"(?:上面|上邊)?(?:寫住|寫着|寫著|寫上|寫有|印住|印有|印上|標題(?:係|是|為)?|字樣(?:係|是)?|題字)[:：]?\s*(?P<zh>[^，。,.;；、！!？?「『“\"《\n]{1,40})"
    r"|\b(?:that\s+)?(?:says|saying|that reads|reading the words|titled|entitled|captioned|labelled|labeled|"
    r"with the (?:words|text|title|caption|headline)|with text)\b[:：]?\s+(?P<en>[^,.;!?\"“\n]{1,60})",
    re.IGNORECASE,
)  # fmt: skip
_END_OF_ENGLISH = re.compile(
    r"\s+(?:in|on|at|with|above|below|beside|next to|under|behind|and a|and the)\s", re.IGNORECASE
)


def _without_titles(text: str, words: list[Word]) -> list[Word]:
    """Words to be written that stand without quotation marks ('寫住生日快樂') become one quotation."""
    if any(w.kind == "quote" for w in words):
        return words
    found = _CUE.search(text)
    if found is None:
        return words
    group = "zh" if found["zh"] else "en"
    start, end = found.span(group)
    if group == "en" and (stop := _END_OF_ENGLISH.search(text, start, end)):
        end = stop.start()
    if group == "zh" and (de := max(text.rfind(c, start, end) for c in "嘅的")) > start + 1:
        end = de
    if group == "zh" and (change := re.search(r"(?<=[A-Za-z!]) +(?=[\u3400-\u9fff])", text[start:end])):
        end = start + change.start()  # '寫住 Merry Christmas 雪人'
    title = text[start:end].strip()
    if not title or (words and title == text):
        return words
    return [
        *(w for w in words if w.end <= found.start()),
        Word(title, start, end, "quote"),
        *(w for w in words if w.start >= end),
    ]


def _scene(text: str, reading: Reading, beyond: tuple[Span, ...]) -> Scene:
    settings = reading.settings
    nouns = reading.things[:MOST_THINGS]
    things = things_of(nouns, _counter())
    ids = [thing.id for thing in things]
    relations = tuple(
        Relation(ids[s], kind, ids[o]) for s, kind, o in reading.relations if s < len(ids) and o < len(ids)
    )
    return Scene(
        words=text,
        language=language_of(text),
        things=tuple(things),
        relations=relations,
        place=_place(reading, settings),
        time=_kept(settings.get("time")) or _time_of(reading),
        weather=_kept(settings.get("weather")),
        season=_kept(settings.get("season")) or _implied(reading, "season"),
        festival=_kept(settings.get("festival")) or _festival_of(nouns),
        style=_kept(settings.get("style")),
        mode=_kept(settings.get("mode")),
        shot=_kept(settings.get("shot")),
        aspect=_kept(settings.get("aspect")),
        mood=_kept(settings.get("mood")),
        background=_kept(settings.get("background")),
        text=reading.text or _headline(text),
        negative=tuple(dict.fromkeys(_names(noun)[0] for noun in reading.negative)),
        unknown=(*_spans(text, reading.unknown), *beyond),
        undrawable=_undrawable(text, nouns, reading),
    )


_HEADLINE = re.compile(
    r"(?:新聞封面|頭條|標題|headline)\s*[:：]\s*(?P<title>[^\n。的嘅喺在]{2,40})\s*$", re.IGNORECASE
)


def _headline(text: str) -> str | None:
    """'新聞封面：AI 公司收入破千億': what follows the colon is the title, and is understood besides."""
    found = _HEADLINE.search(text)
    return found["title"].strip() if found else None


def _kept(known: Concept | None) -> str | None:
    """The value a scene keeps: most are their own id; 'cover' is an illustration, 'dusk' a sunset."""
    return known.attributes.get("is", known.id) if known else None


def things_of(nouns: Sequence[Noun], new_id: Callable[[str], str]) -> list[Thing]:
    """Things for what was read; `new_id` names them by their concept's id."""
    return [_thing(new_id(noun.concept.id if noun.concept else "thing"), noun) for noun in nouns]


def _counter() -> Callable[[str], str]:
    """'cat1', 'cat2': stable names in the order of mention."""
    seen: dict[str, int] = {}

    def name(stem: str) -> str:
        seen[stem] = seen.get(stem, 0) + 1
        return f"{stem}{seen[stem]}"

    return name


def _thing(name: str, noun: Noun) -> Thing:
    known = noun.concept
    return Thing(
        id=name,
        concept=known.id if known else noun.words,
        names=_names(noun),
        words=noun.words,
        count=noun.count,
        colour=noun.colour,
        size=noun.size,
        material=noun.material,
        doing=tuple(dict.fromkeys(noun.doing)),
        traits=tuple(dict.fromkeys(noun.traits)),
        side=noun.side,
        drawable=known is not None and (known.is_drawable or known.kind == "place"),
        is_place=noun.painted_as_place,
    )


def _names(noun: Noun) -> tuple[str, ...]:
    return (noun.concept.en if noun.concept else ()) or (noun.words,)


def _implied(reading: Reading, name: str) -> str | None:
    """Fallen leaves mean autumn."""
    return next((v for n in reading.things if n.concept and (v := n.concept.attributes.get(name))), None)


def _festival_of(nouns: Sequence[Noun]) -> str | None:
    """'聖誕樹', '中秋月餅': the feast is in the name."""
    for noun in nouns:
        said = noun.words.lower()
        for name, words in _festivals():
            if any(w in said for w in words):
                return name
    return None


@lru_cache(1)
def _festivals() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(id, what it is called) of every feast, in the order of the list."""
    concepts = [c for c in lexicon().concepts.values() if c.kind == "festival"]
    return tuple((c.id, tuple(w.lower() for w in (*c.zh, *c.en) if len(w) > 1)) for c in concepts)


def _time_of(reading: Reading) -> str | None:
    """'維港夜景' is a place, and a night; so is a moon in the sky."""
    place = reading.place
    at_night = place is not None and "夜景" in place.words
    moonlit = any(
        n.concept is not None and n.concept.id == "moon" and not n.painted_as_place for n in reading.things
    )
    return "night" if at_night or moonlit else None


def _place(reading: Reading, settings: dict[str, Concept]) -> Place | None:
    noun = reading.place
    covers = settings.get("place") is not None and settings["place"].id == "cover"
    if noun is not None and noun.place is not None and not covers:
        return Place(id=noun.place.id, names=noun.place.en, words=noun.words, drawable=noun.place.is_drawable)
    if "place" in settings:
        known = concept(settings["place"].id, "place") or settings["place"]
        return Place(id=known.id, names=known.en or (known.id,), drawable=known.is_drawable)
    return None


def _spans(text: str, words: Sequence[Word]) -> tuple[Span, ...]:
    unique = {(w.start, w.end): Span(text[w.start : w.end], w.start, w.end) for w in words if w.text.strip()}
    return tuple(unique[key] for key in sorted(unique))


def _undrawable(text: str, things: Sequence[Noun], reading: Reading) -> tuple[Span, ...]:
    spans = [
        Span(text[t.start : t.end], t.start, t.end)
        for t in things
        if t.concept and not t.concept.is_drawable and not t.is_place
    ]
    place = reading.place
    if place is not None and place.place is not None and not place.place.is_drawable:
        spans.append(Span(text[place.start : place.end], place.start, place.end))
    return tuple(sorted(set(spans), key=lambda s: s.start))
