"""Names of things in both languages: '一隻紅色嘅狗', 'a red dog'."""

from __future__ import annotations

from waa.words.forms import article, is_uncounted, number, plural
from waa.words.lexicon import concept
from waa.words.scene import Place, Thing

_DIGITS = "零一兩三四五六七八九十"
_ZH_KIND = {
    "time": {"dawn": "清晨", "day": "日頭", "sunset": "黃昏", "night": "夜晚"},
    "weather": {"rain": "落雨", "snow": "落雪", "fog": "有霧", "storm": "行雷閃電", "clear": "晴天", "cloudy": "陰天"},
}  # fmt: skip


def zh_name(thing: Thing) -> str:
    """Its own words where they are Chinese, else the lexicon's."""
    if thing.words and not thing.words.isascii() and thing.words[0] != "一":  # the lists have '一棵樹'
        return thing.words
    known = concept(thing.concept)
    return known.zh[0] if known and known.zh else thing.words or thing.concept


def zh_phrase(thing: Thing) -> str:
    """'三隻紅色嘅狗'."""
    colour = zh_word("colour", thing.colour) if thing.colour else ""
    material = zh_word("material", thing.material) if thing.material else ""
    like = f"{colour or material}嘅" if colour or material else ""
    return f"{zh_number(thing.count)}{zh_classifier(thing)}{like}{zh_name(thing)}"


def zh_number(count: int) -> str:
    return _DIGITS[count] if 0 < count <= 10 else str(count)


def zh_classifier(thing: Thing) -> str:
    known = concept(thing.concept)
    return (known.attributes.get("cl", "").split(",")[0] if known else "") or "個"


def zh_word(kind: str, value: str) -> str:
    """The Hong Kong word for a colour, style, hour …"""
    if said := _ZH_KIND.get(kind, {}).get(value):
        return said
    known = concept(value, kind)
    return known.zh[0] if known and known.zh else value


def zh_place(place: Place) -> str:
    known = concept(place.id, "place")
    return (
        place.words
        if place.words and not place.words.isascii()
        else (known.zh[0] if known and known.zh else place.names[0])
    )


def en_name(thing: Thing) -> str:
    return thing.names[0] if thing.names else thing.words


def en_noun(thing: Thing) -> str:
    """'big red dogs': without number or article."""
    name = en_name(thing)
    words = [w for w in (thing.size, *_adjectives(thing), thing.colour, thing.material) if w]
    return " ".join([*words, plural(name) if thing.count > 1 else name])


def _adjectives(thing: Thing) -> list[str]:
    """Traits that stand before a noun; 'long hair' and 'blue eyes' come after it."""
    return [t for t in thing.traits if not is_feature(t)]


def is_feature(trait: str) -> bool:
    return trait.endswith((" hair", " eyes")) or trait in ("beard", "freckles", "ponytail")


def en_phrase(thing: Thing, *, definite: bool = False) -> str:
    """'a red dog', 'three balloons', 'rice', 'the Earth'."""
    noun = en_noun(thing)
    if thing.count > 1:
        phrase = f"{number(thing.count)} {noun}"
    elif definite or _is_one_of_a_kind(thing):
        phrase = f"the {noun}"
    elif is_uncounted(en_name(thing)) or (
        en_name(thing)[:1].isupper() and thing.count == 1 and _is_proper(thing)
    ):
        phrase = noun
    else:
        phrase = f"{article(noun)} {noun}"
    features = [t for t in thing.traits if is_feature(t)]
    return f"{phrase} with {' and '.join(features)}" if features else phrase


def _is_one_of_a_kind(thing: Thing) -> bool:
    return thing.concept in ("moon", "sun", "earth", "sky", "sea", "milky_way")


def _is_proper(thing: Thing) -> bool:
    known = concept(thing.concept)
    return known is not None and known.has("landmark", "person") and " " in en_name(thing)
