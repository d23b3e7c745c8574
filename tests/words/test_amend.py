"""What amend() does to a scene, and the sentence it answers with."""

from __future__ import annotations

import pytest

from waa.words.amend import Edits, amend
from waa.words.scene import Scene, Spot
from waa.words.understand import understand


def said(before: str, instruction: str) -> Edits:
    return amend(understand(before), instruction)


def things(scene: Scene) -> list[str]:
    return [t.concept for t in scene.things]


def test_the_change_of_the_front_page() -> None:
    done = said("一隻貓坐喺月球上睇地球", "加多隻狗，改成夜晚")
    assert [e.op for e in done.edits] == ["add", "time"]
    assert [e.zh for e in done.edits] == ["加咗一隻狗", "時間改成夜晚"]
    assert things(done.scene) == ["cat", "moon", "earth", "dog"]
    assert done.scene.time == "night"


def test_things_keep_their_names_and_spots() -> None:
    scene = understand("一隻貓同一隻狗")
    placed = scene.with_spots(
        {"cat1": Spot(x=0.3, y=0.8, height=0.4), "dog1": Spot(x=0.7, y=0.8, height=0.4)}
    )
    after = amend(placed, "加隻兔仔").scene
    assert after.things[:2] == placed.things
    assert after.things[2].spot is None
    assert amend(placed, "隻狗大啲").scene.thing("cat1") == placed.thing("cat1")


@pytest.mark.parametrize(
    ("before", "instruction", "op", "zh"),
    [
        ("一隻貓同一隻狗", "刪咗隻狗", "remove", "移走咗狗"),
        ("一隻貓", "唔要月亮", "remove", "幅圖入面冇月亮，所以冇嘢移走"),
        ("一隻貓", "remove the cat", "remove", "移走咗貓"),
        ("三個蘋果", "減一個", "count", "而家有兩個蘋果"),
        ("兩隻貓", "變成五隻", "count", "而家有五隻貓"),
        ("一隻貓", "要三隻貓", "count", "而家有三隻貓"),
        ("一隻貓", "換做隻狗", "replace", "貓換咗做一隻狗"),
        ("一架紅色巴士", "架巴士變藍色", "recolour", "巴士變咗藍色"),
        ("一隻貓", "背景變白色", "recolour", "背景變咗白色"),
        ("一隻貓", "大少少", "resize", "貓大咗少少"),
        ("一隻貓", "太細", "resize", "貓大咗"),
        ("一隻貓", "擺左啲", "move", "貓移咗去左邊"),
        ("一個波同一張枱", "個波放喺張枱下面", "move", "波移咗去枱下面"),
        ("一隻貓同一張梳化", "隻貓坐返上梳化", "move", "貓移咗去梳化上面"),
        ("一隻貓", "水墨風格", "restyle", "畫風改成水墨"),
        ("一隻貓", "落雨", "weather", "天氣改成落雨"),
        ("一隻貓", "搬去沙灘", "place", "搬咗去沙灘"),
        ("一隻貓", "加標題「生日快樂」", "text", "寫上咗「生日快樂」"),
        ("一隻貓", "16:9", "aspect", "比例改成橫度"),
        ("一隻貓", "佢瞓覺", "action", "貓而家瞓覺緊"),
        ("一個女仔", "佢戴頂帽", "add", "女仔戴咗一頂帽"),
        ("一個女人", "佢著條紅裙", "add", "女人着咗一條紅色嘅裙"),
    ],
)
def test_one_change_and_its_answer(before: str, instruction: str, op: str, zh: str) -> None:
    done = said(before, instruction)
    assert [(e.op, e.zh) for e in done.edits] == [(op, zh)]
    assert done.unknown == ()


@pytest.mark.parametrize(
    ("before", "instruction", "left"),
    [
        ("一隻貓同一隻狗", "刪咗隻貓佢", ["dog"]),
        ("一隻貓戴住頂帽", "除咗佢頂帽", ["cat"]),
        ("一個女仔揸住個氣球", "佢個氣球唔要", ["girl"]),
        ("一隻貓", "唔要貓，要隻企鵝", ["penguin"]),
        ("一隻貓", "要狗唔要貓", ["dog"]),
        ("一隻狗", "佢唔係狗，係狐狸嚟㗎", ["fox"]),
        ("一隻貓同一隻狗", "嗰隻狗唔好，換隻兔仔", ["cat", "rabbit"]),
        ("一隻貓同一隻狗", "隻狗唔好戴帽", ["cat", "dog"]),
        ("一隻貓", "唔好水彩", ["cat"]),
        ("一隻狗喺公園", "replace the dog with a cat wearing a hat", ["cat", "hat"]),
    ],
)
def test_nothing_goes_but_what_was_meant(before: str, instruction: str, left: list[str]) -> None:
    assert things(said(before, instruction).scene) == left


def test_who_is_meant() -> None:
    scene = understand("左邊有架紅色車，右邊有架藍色車")
    left = amend(scene, "左邊嗰架變綠色").scene
    assert [t.colour for t in left.things] == ["green", "blue"]
    other = amend(understand("一隻貓同一隻狗"), "make the cat bigger and the other one smaller").scene
    assert [t.scale > 1 for t in other.things] == [True, False]
    spoken_of = amend(understand("一隻貓同一隻狗"), "隻狗大啲，佢變黑色").scene
    assert [t.colour for t in spoken_of.things] == [None, "black"]
    everyone = amend(understand("貓、狗、兔"), "全部變白色").scene
    assert {t.colour for t in everyone.things} == {"white"}


def test_two_wishes_in_one_clause() -> None:
    car = said("a red car", "make the car blue and a bit bigger").scene.things[0]
    assert car.colour == "blue"
    assert car.scale > 1


@pytest.mark.parametrize(
    ("instruction", "operations"),
    [
        ("水彩，光啲", [("watercolour", None), ("brighten", None)]),
        ("太光，調暗少少", [("darken", "slight")]),
        ("去背景，轉黑白", [("remove_background", None), ("grayscale", None)]),
        ("make it warmer and rotate it", [("warm", None), ("rotate", None)]),
    ],
)
def test_photos(instruction: str, operations: list[tuple[str, str | None]]) -> None:
    assert list(amend(Scene(), instruction, photo=True).photo_operations) == operations


def test_pixel_words_said_to_a_painted_scene_change_the_scene() -> None:
    done = said("一隻貓", "水彩")
    assert done.photo_operations == ()
    assert done.scene.style == "watercolour"


def test_what_was_not_understood_is_told() -> None:
    done = said("一隻貓", "加隻flimbozzle")
    assert "flimbozzle" in done.unknown
    assert said("一隻貓", "blorptastic").unknown == ("blorptastic",)
    assert said("一隻貓", "blorptastic").edits == ()


def test_undo_points_to_the_picture_before() -> None:
    edit = said("一隻貓", "還原").edits[0]
    assert (edit.op, edit.done) == ("undo", False)
