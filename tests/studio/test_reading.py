"""Reading: new words make a scene, words at a picture change it, words at a photo change its pixels."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.make import a_scene, make_picture, make_upload
from waa.accounts.models import Visitor
from waa.lib.errors import Refused, WaaError
from waa.studio import reading
from waa.words.scene import ASPECTS, MODES, STYLES, Scene


def concepts(scene: Scene) -> list[str]:
    return [thing.concept for thing in scene.things]


@pytest.mark.parametrize("words", ["一隻貓", "一只猫", "a cat"])
def test_new_words_make_a_scene(words: str) -> None:
    read = reading.read(words)
    assert concepts(read.scene) == ["cat"]
    assert not read.needs_pixels
    assert not read.operations


def test_what_was_chosen_in_the_form_wins() -> None:
    read = reading.read("一隻貓，水彩", style="ink wash", aspect="16:9", mode="portrait")
    assert (read.scene.style, read.scene.aspect, read.scene.mode) == ("ink wash", "16:9", "portrait")


def test_what_nobody_understood_is_told() -> None:
    assert reading.read("一隻貓 qwrtzpx").unknown == ("qwrtzpx",)


@pytest.mark.parametrize(
    ("choice", "value"), [("style", "magic"), ("mode", "x"), ("aspect", "2:1"), ("aspect", "1:1 ")]
)
def test_a_choice_that_does_not_exist_is_refused(choice: str, value: str) -> None:
    with pytest.raises(Refused) as refusal:
        reading.read("一隻貓", **{choice: value})
    assert refusal.value.code == "no_such_choice"
    assert value in refusal.value.zh


def test_too_many_words_are_refused_and_just_enough_are_not() -> None:
    assert reading.read("貓" * reading.MOST_WORDS).scene
    with pytest.raises(Refused) as refusal:
        reading.read("貓" * (reading.MOST_WORDS + 1))
    assert refusal.value.code == "words_too_long"


@pytest.mark.django_db
@pytest.mark.usefixtures("data_folder")
class TestAtAPicture:
    def test_words_change_the_scene(self, alice: Visitor) -> None:
        picture = make_picture(by=alice, scene=a_scene("cat", time="day"))
        read = reading.read("加多隻狗，改成夜晚", picture=picture)
        assert concepts(read.scene) == ["cat", "dog"]
        assert read.scene.time == "night"
        assert not read.needs_pixels
        assert len(read.sentences) == 2
        assert all(zh and en for zh, en in read.sentences)

    def test_a_place_without_things_is_a_scene_too(self, alice: Visitor) -> None:
        empty = make_picture(by=alice, scene=Scene(words="海邊", time="sunset"))
        read = reading.read("加隻貓", picture=empty)
        assert not read.needs_pixels
        assert concepts(read.scene) == ["cat"]
        assert read.scene.time == "sunset"

    def test_operations_of_before_are_kept(self, alice: Visitor) -> None:
        picture = make_picture(by=alice, operations=[["grayscale", None]])
        assert reading.read("光啲", picture=picture).operations[0] == ("grayscale", None)

    def test_words_at_a_photo_change_its_pixels(self, alice: Visitor) -> None:
        read = reading.read("黑白", picture=make_upload(by=alice))
        assert read.needs_pixels
        assert [name for name, _ in read.operations] == ["grayscale"]
        assert not read.scene.things

    def test_what_is_added_to_a_photo_is_a_scene_of_its_own(self, alice: Visitor) -> None:
        read = reading.read("加隻貓", picture=make_upload(by=alice))
        assert read.needs_pixels
        assert concepts(read.scene) == ["cat"]

    def test_a_picture_made_from_a_photo_is_pixels_too(self, alice: Visitor) -> None:
        photo = make_upload(by=alice)
        picture = make_picture(by=alice, parent=photo, references=[photo.public_id])
        assert reading.read("加隻貓", picture=picture).needs_pixels

    def test_photos_alone_are_pixels(self, alice: Visitor) -> None:
        assert reading.read("水彩", references=[make_upload(by=alice)]).needs_pixels

    def test_a_scene_of_another_version_is_pixels(self, alice: Visitor) -> None:
        """An old picture can still be refined, though what it meant can no longer be read."""
        picture = make_picture(by=alice)
        picture.scene = {"v": 99}
        assert reading.read("黑白", picture=picture).needs_pixels


@given(
    st.text(max_size=60),
    st.sampled_from([None, *STYLES]),
    st.sampled_from([None, *MODES]),
    st.sampled_from([None, *ASPECTS]),
)
def test_anything_typed_can_be_read_or_is_refused(
    words: str, style: str | None, mode: str | None, aspect: str | None
) -> None:
    with contextlib.suppress(WaaError):
        read = reading.read(words, style=style, mode=mode, aspect=aspect)
        assert style is None or read.scene.style == style
        assert aspect is None or read.scene.aspect == aspect


def test_folder_is_not_needed(tmp_path: Path) -> None:
    """Reading new words touches neither disk nor database."""
    assert reading.read("a dog").scene.things


@pytest.mark.django_db
@pytest.mark.usefixtures("data_folder")
@pytest.mark.parametrize(
    "words", ["將隻狗放喺沙灘張相上面", "put the dog on the beach photo", "合成呢兩張相"]
)
def test_two_photos_are_put_together_and_nothing_is_painted_besides(alice: Visitor, words: str) -> None:
    two = [make_upload(by=alice), make_upload(by=alice)]
    understood = reading.read(words, references=two)
    assert understood.scene.things == ()
    assert understood.sentences[0][1] == "Set the subject into the last photo"
    alone = reading.read("加隻狗", references=two)
    assert [t.concept for t in alone.scene.things] == ["dog"]
