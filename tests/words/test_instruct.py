"""One English instruction for a model that edits: what was understood in English, what was not in the person's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.words.instruct import instruct
from waa.words.understand import understand

CAT = understand("一隻貓坐喺月球上")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("加多隻狗，改成夜晚", "Add a dog. Change the time to night."),
        ("水彩，光啲", "Turn it into a watercolour. Make it brighter."),
        ("戴頂帽", "Add a hat."),
        ("背景換做海灘", "Change the background to the beach."),
        ("刪走後面個人", "Remove the person."),
        ("加返啲字「恭喜發財」", "Write “恭喜發財”."),
        ("令佢笑", "The request in the person's own words: 令佢笑."),
    ],
)
def test_at_a_photo_whatever_the_words_name_is_there(words: str, told: str) -> None:
    assert instruct(words) == told


def test_at_a_painted_picture_its_scene_is_known() -> None:
    assert instruct("戴頂帽", scene=CAT) == "The cat is now wearing a hat."
    assert instruct("刪走隻狗", scene=CAT).startswith("The request in the person's own words")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("將第二張相嘅隻狗放入第一張相", "Put the dog of image 2 into image 1."),
        ("將第三張相嘅貓放落第二張", "Put the cat of image 3 into image 2."),
        (
            "第二張相嘅貓同第三張相嘅狗放埋一齊",
            "Put the cat of image 2 and the dog of image 3 together in one picture.",
        ),
        ("put the dog of the second photo into the first photo", "put the dog of image 2 into image 1"),
    ],
)
def test_pictures_are_named_by_their_numbers(words: str, told: str) -> None:
    assert instruct(words, references=3) == told


def test_a_number_beyond_the_pictures_that_go_along_names_none() -> None:
    assert "image 3" not in instruct("將第三張相嘅貓放大", references=2)


def test_joining_says_how_many() -> None:
    assert instruct("合成三張相", references=3).startswith("Combine all 3 images into one picture.")


def test_english_stays_as_it_is() -> None:
    assert instruct("make the sky purple, keep the cat") == "make the sky purple, keep the cat"


@given(st.text(max_size=60), st.integers(1, 4))
def test_any_words_make_an_instruction(words: str, references: int) -> None:
    assert isinstance(instruct(words, references=references), str)
