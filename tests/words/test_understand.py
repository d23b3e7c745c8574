"""What understand() reads out of sentences, feature by feature; the corpus beside this measures how often."""

from __future__ import annotations

from typing import Any

import pytest

from waa.words.lexicon import lexicon
from waa.words.scene import Scene
from waa.words.understand import MOST_CHARACTERS, MOST_THINGS, language_of, understand


def things(scene: Scene) -> list[str]:
    return [t.concept for t in scene.things]


def relations(scene: Scene) -> set[tuple[str, str, str]]:
    """By concept: ('cat', 'on', 'moon')."""
    return {(scene.thing(r.subject).concept, r.kind, scene.thing(r.object).concept) for r in scene.relations}


def test_the_sentence_of_the_front_page() -> None:
    scene = understand("一隻貓坐喺月球上睇地球")
    assert things(scene) == ["cat", "moon", "earth"]
    cat, moon, earth = scene.things
    assert (cat.count, cat.doing, cat.words) == (1, ("sitting",), "貓")
    assert moon.is_place
    assert not earth.is_place
    assert relations(scene) == {("cat", "on", "moon"), ("cat", "looking_at", "earth")}
    assert scene.place is not None
    assert scene.place.id == "moon"
    assert scene.unknown == ()


@pytest.mark.parametrize(
    ("words", "concept", "fields"),
    [
        ("三隻黑貓", "cat", {"count": 3, "colour": "black"}),
        ("兩架紅色巴士", "bus", {"count": 2, "colour": "red"}),
        ("two big red apples", "apple", {"count": 2, "colour": "red", "size": "big"}),
        ("一隻好細嘅狗", "dog", {"size": "tiny"}),
        ("一張木枱", "table", {"material": "wood"}),
        ("木頭做嘅機械人", "robot", {"material": "wood"}),
        ("a teapot made of glass", "teapot", {"material": "glass"}),
        ("隻貓瞓緊覺", "cat", {"doing": ("sleeping",)}),
        ("a running dog", "dog", {"doing": ("running",)}),
        ("郵筒旁邊企住個郵差", "postman", {"doing": ("standing",)}),
        ("蘋果係綠色嘅", "apple", {"colour": "green"}),
        ("一籠四粒嘅蝦餃", "har_gow", {"count": 4}),
        ("一打雞蛋", "egg", {"count": 12}),
        ("a penguin family", "penguin", {"count": 3}),
        ("狗兩隻", "dog", {"count": 2}),
        ("隻麻雀", "sparrow", {}),
        ("副麻雀", "mahjong", {}),
        ("kittens", "cat", {"count": 3}),
        ("一束玫瑰花", "bouquet", {}),
    ],
)
def test_things_and_what_they_are_like(words: str, concept: str, fields: dict[str, Any]) -> None:
    thing = next(t for t in understand(words).things if t.concept == concept)
    assert {name: getattr(thing, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("隻貓喺枱上面", ("cat", "on", "table")),
        ("樹下有隻狗", ("dog", "under", "tree")),
        ("隻貓喺隻狗隔離", ("cat", "beside", "dog")),
        ("沙發後面藏着一個小男孩", ("boy", "behind", "sofa")),
        ("a girl standing in front of a bus", ("girl", "in_front_of", "bus")),
        ("玻璃瓶裡裝著一艘小船", ("boat", "in", "bottle")),
        ("a basket full of apples", ("apple", "in", "basket")),
        ("a pumpkin with a candle inside", ("candle", "in", "pumpkin")),
        ("女仔揸住個氣球", ("girl", "holding", "balloon")),
        ("小朋友放風箏", ("child", "holding", "kite")),
        ("隻狗戴住頂帽", ("dog", "wearing", "hat")),
        ("a woman in a red dress", ("woman", "wearing", "dress")),
        ("太空人騎馬", ("astronaut", "riding", "horse")),
        ("阿婆食雲吞麵", ("old_woman", "eating", "wonton_noodles")),
        ("隻貓望住個月亮", ("cat", "looking_at", "moon")),
        ("一個老人在燈下看書", ("old_man", "reading", "book")),
        ("my grandma hugging her old cat", ("old_woman", "hugging", "cat")),
        ("坐喺梳化上嘅貓", ("cat", "on", "sofa")),
        ("被狗追嘅貓", ("dog", "behind", "cat")),
        ("女孩看著窗外的煙火", ("girl", "looking_at", "fireworks")),
    ],
)
def test_relations(words: str, relation: tuple[str, str, str]) -> None:
    assert relation in relations(understand(words))


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("夜晚嘅貓", {"time": "night"}),
        ("黃昏", {"time": "sunset"}),
        ("雨夜的街道", {"time": "night", "weather": "rain"}),
        ("八號風球", {"weather": "storm"}),
        ("秋天嘅狗", {"season": "autumn"}),
        ("中秋節，月餅", {"festival": "mid-autumn"}),
        ("水彩風格嘅貓", {"style": "watercolour"}),
        ("a cat, ukiyo-e", {"style": "ukiyo-e"}),
        ("賽博龐克風格嘅街道", {"style": "neon"}),
        ("香水產品圖", {"mode": "product"}),
        ("女人人像", {"mode": "portrait"}),
        ("一隻貓，特寫", {"shot": "close-up"}),
        ("一隻貓，16:9", {"aspect": "16:9"}),
        ("portrait format 3:4 of a cat", {"aspect": "3:4"}),
        ("手錶，白色背景", {"background": "white"}),
        ("a corgi on a yellow background", {"background": "yellow"}),
        ("背景係藍色，一隻狗", {"background": "blue"}),
        ("海報寫住「大減價」", {"text": "大減價"}),
        ('poster with the words "Summer Sale"', {"text": "Summer Sale"}),
    ],
)
def test_what_holds_for_the_whole_picture(words: str, fields: dict[str, Any]) -> None:
    scene = understand(words)
    assert {name: getattr(scene, name) for name in fields} == fields


def test_the_colour_of_the_background_is_nobodys_own() -> None:
    assert [t.colour for t in understand("一杯凍檸茶，白色背景").things] == [None]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("維港夜景", "harbour"),
        ("喺沙灘上嘅狗", "beach"),
        ("香港茶餐廳入面嘅貓", "cafe"),
        ("一艘帆船喺海上，天空有海鷗", "sea"),
        ("下雪嘅森林入面行緊嘅狐狸", "forest"),
        ("背景係海灘，一個女仔", "beach"),
        ("a train passing a snowy mountain", "mountain"),
    ],
)
def test_places(words: str, place: str) -> None:
    found = understand(words).place
    assert found is not None
    assert found.id == place


@pytest.mark.parametrize(
    ("words", "negative"),
    [
        ("海灘，唔要人", ("person",)),
        ("冇人嘅街道", ("person",)),
        ("街上一個人也沒有", ("person",)),
        ("a street without cars", ("car",)),
        ("唔好有字嘅海報", ("text",)),
        ("維港，唔好有霧", ("fog",)),
    ],
)
def test_what_is_not_wanted(words: str, negative: tuple[str, ...]) -> None:
    scene = understand(words)
    assert scene.negative == negative
    assert not set(things(scene)) & set(negative)
    assert scene.weather != "fog"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("一隻貓坐喺月球上", "yue"),
        ("貓", "yue"),
        ("一隻貓坐在月球上", "zh"),
        ("一只猫坐在月球上", "zh"),
        ("四隻企鵝站在冰山上", "zh"),
        ("a cat on the moon", "en"),
        ("畫隻 cute 嘅 corgi", "yue"),
    ],
)
def test_languages(words: str, language: str) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize(
    "script",
    ["一隻貓坐在月球上看地球", "一只猫坐在月球上看地球", "a cat sits on the moon, looking at the Earth"],
)
def test_the_same_is_understood_in_every_script(script: str) -> None:
    scene = understand(script)
    assert relations(scene) == {("cat", "on", "moon"), ("cat", "looking_at", "earth")}
    assert scene.things[0].doing == ("sitting",)


def test_emoji_are_words() -> None:
    assert relations(understand("🐱喺🌙上面")) == {("cat", "on", "moon")}
    assert things(understand("🍰🐶🎅🏻")) == ["cake", "dog", "santa"]
    assert understand("🎅🏻").unknown == ()


def test_who_is_named_again_is_the_same() -> None:
    scene = understand("畫隻狗，佢係隻柴犬，戴住帽")
    assert things(scene) == ["shiba", "hat"]
    assert relations(scene) == {("shiba", "wearing", "hat")}


def test_what_nobody_understood_is_told_with_its_place() -> None:
    scene = understand("隻貓 flimbozzle 喺度")
    assert [(s.text, s.start, s.end) for s in scene.unknown] == [("flimbozzle", 3, 13)]
    concepts = lexicon().concepts.values()
    word = next(c.zh[0] for c in concepts if c.kind == "thing" and not c.is_drawable and len(c.zh) > 1)
    assert [s.text for s in understand(f"一隻貓同{word}").undrawable] == [word]


def test_what_is_too_long_is_cut_and_said() -> None:
    scene = understand("一隻貓，" * 3000)
    assert len(scene.things) <= MOST_THINGS
    assert scene.unknown[-1].start == MOST_CHARACTERS


@pytest.mark.parametrize(
    "words", ["", " ", "\x00\x01", "😀😀", "....", "ผู้หญิง", "מילים", "「」", "'''", "1e999", "一" * 10_000]
)
def test_anything_gives_a_scene(words: str) -> None:
    scene = understand(words)
    assert scene.words == words
