"""Drafts: painted small while somebody types; the newest wins, and nothing is kept."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from tests.make import a_scene, files_in, make_picture, make_upload, photo_bytes
from waa.accounts.models import Visitor
from waa.engines.base import Cancelled
from waa.lib import images
from waa.lib.errors import Refused
from waa.studio import drafts
from waa.studio.models import Job, Picture
from waa.words.scene import Scene, Thing


def test_words_give_a_small_picture() -> None:
    draft = drafts.draft("一隻貓", key="k")
    assert draft.image is not None
    assert images.decode(draft.image).shape == (512, 512, 3)
    assert [thing.concept for thing in draft.reading.scene.things] == ["cat"]


def test_the_same_words_give_the_same_draft() -> None:
    assert drafts.draft("一隻貓", key="k").image == drafts.draft("一隻貓", key="k").image


def test_no_words_give_no_picture_and_no_error() -> None:
    draft = drafts.draft("  ", key="k")
    assert draft.image is None
    assert (draft.width, draft.height) == (512, 512)


def test_the_ratio_is_that_of_the_picture_to_come() -> None:
    draft = drafts.draft("一隻貓", key="k", aspect="16:9")
    assert draft.image is not None
    assert images.decode(draft.image).shape == (draft.height, draft.width, 3) == (293, 512, 3)


def test_what_has_no_drawing_is_told() -> None:
    assert drafts.draft("一隻貓", key="k").missing == ()


def test_a_choice_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Refused):
        drafts.draft("一隻貓", key="k", style="magic")


def together(asks: list[tuple[str, str]], pause: float = 0.01) -> list[object]:
    """Ask for a draft for each (key, words), one shortly after the other; what became of each."""
    ends: list[object] = [None] * len(asks)

    def ask(number: int, key: str, words: str) -> None:
        try:
            ends[number] = drafts.draft(words, key=key)
        except Cancelled:
            ends[number] = "overtaken"

    threads = [threading.Thread(target=ask, args=(n, *one)) for n, one in enumerate(asks)]
    for thread in threads:
        thread.start()
        time.sleep(pause)
    for thread in threads:
        thread.join()
    return ends


def test_the_newest_wins() -> None:
    with drafts._brush:  # somebody else is being painted meanwhile
        threading.Timer(0.9, drafts._brush.release).start()
        ends = together([("k", "一隻貓" + "呀" * n) for n in range(8)], pause=0.1)
        drafts._brush.acquire()
    assert isinstance(ends[-1], drafts.Draft)
    assert ends[-1].reading.scene.words.endswith("呀" * 7)
    assert ends[:-1].count("overtaken") == 7, "old drafts were painted to the end"


def test_others_are_not_overtaken() -> None:
    ends = together([("a", "一隻貓"), ("b", "一隻貓"), ("c", "一隻貓")], pause=0)
    assert all(isinstance(end, drafts.Draft) for end in ends)


def test_only_so_many_visitors_are_remembered() -> None:
    for number in range(drafts._MOST_REMEMBERED + 50):
        drafts.draft("", key=f"visitor {number}")
    assert len(drafts._newest) <= drafts._MOST_REMEMBERED


@pytest.mark.django_db
@pytest.mark.usefixtures("data_folder")
class TestAtAPicture:
    def test_the_draft_keeps_size_and_seed(self, alice: Visitor, data_folder: Path) -> None:
        picture = make_picture(by=alice, scene=a_scene("cat"), width=96, height=64, seed=9)
        before = files_in(data_folder)
        draft = drafts.draft("加多隻狗", key="k", picture=picture)
        assert (draft.width, draft.height) == (512, 341)
        assert len(draft.reading.scene.things) == 2
        assert draft.reading.sentences
        assert draft.image == drafts.draft("加多隻狗", key="k", picture=picture, seed=9).image
        assert files_in(data_folder) == before, "a draft was kept"
        assert Picture.objects.count() == 1
        assert Job.objects.count() == 1

    def test_a_photo_is_worked_on_small(self, alice: Visitor) -> None:
        photo = make_upload(by=alice, data=photo_bytes((800, 600)))
        draft = drafts.draft("黑白", key="k", picture=photo)
        assert draft.image is not None
        pixels = images.decode(draft.image).astype(int)
        assert pixels.shape == (384, 512, 3)
        assert abs(pixels[..., 0] - pixels[..., 2]).mean() < 4

    def test_things_are_painted_into_a_photo(self, alice: Visitor) -> None:
        photo = make_upload(by=alice, data=photo_bytes((400, 300)))
        plain = drafts.draft("光啲", key="k", picture=photo).image
        assert drafts.draft("加隻貓", key="k", picture=photo).image != plain

    def test_what_cannot_be_drawn_is_told(self, alice: Visitor) -> None:
        dream = Thing(id="dream1", concept="a dream", names=("dream",), words="夢", drawable=False)
        picture = make_picture(by=alice, scene=Scene(words="夢", things=(dream,)))
        assert drafts.draft("改成夜晚", key="k", picture=picture).missing == ("dream1",)


def test_when_too_many_draft_at_once_the_words_are_read_and_the_picture_waits() -> None:
    taken = 0
    while drafts._seats.acquire(blocking=False):
        taken += 1
    try:
        made = drafts.draft("一隻貓", key="late")
    finally:
        for _ in range(taken):
            drafts._seats.release()
    assert made.busy
    assert made.image is None
    assert made.reading.scene.things[0].concept == "cat"
    assert not drafts.draft("一隻貓", key="late").busy
