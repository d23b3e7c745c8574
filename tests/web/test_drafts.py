"""Drafts while typing, and the pictures of the first visit."""

from __future__ import annotations

import base64
import io
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image

from tests.make import files_in, make_picture, make_upload
from tests.web.html import Page
from waa.accounts.models import Visitor
from waa.painter.compose import VERSION
from waa.studio import drafts
from waa.studio.models import Brief, Job, Picture
from waa.web import examples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]


def image_of(told: dict[str, str]) -> Image.Image:
    kind, _, data = told["image"].partition(",")
    assert kind == "data:image/jpeg;base64"
    return Image.open(io.BytesIO(base64.b64decode(data)))


def test_a_draft_shows_what_the_words_would_give(client_for: Clients, data_folder: Path) -> None:
    told = client_for(None).post("/draft", {"words": "一隻紅色嘅貓", "aspect": "16:9"}).json()
    assert image_of(told).size == (told["width"], told["height"])
    assert told["width"] > told["height"]
    assert max(told["width"], told["height"]) == drafts.SIDE
    [chip] = [one for one in told["chips"] if one["kind"] == "thing"]
    assert "貓" in chip["label"]
    assert "貓" in "一隻紅色嘅貓"[chip["start"] : chip["end"]], "its words could not be taken out"
    assert not files_in(data_folder)
    for nothing in (Visitor, Brief, Job, Picture):
        assert not nothing.objects.exists(), "a draft is never kept"


def test_chips_are_in_the_persons_language(client_for: Clients) -> None:
    for language, label in (("zh-HK", "貓"), ("en", "cat")):
        told = client_for(None, language).post("/draft", {"words": "一隻貓"}).json()
        assert label in str([chip["label"] for chip in told["chips"]])


def test_what_nobody_understands_is_said_with_three_offers(client_for: Clients) -> None:
    for language, word in (("zh-HK", "睇唔出"), ("en", "No thing")):
        told = client_for(None, language).post("/draft", {"words": "嘰哩咕嚕"}).json()
        assert word in told["says"]
        assert len(told["suggestions"]) == 3


def test_no_words_are_no_draft(client_for: Clients) -> None:
    told = client_for(None).post("/draft", {"words": " \n "}).json()
    assert told["image"] is None
    assert told["chips"] == []


def test_a_draft_of_a_change_says_what_it_changes(alice: Visitor, client_for: Clients) -> None:
    picture = make_picture(by=alice, words="一隻貓")
    for language, word in (("zh-HK", "狗"), ("en", "dog")):
        form = {"words": "加隻狗", "at": picture.public_id}
        told = client_for(alice, language).post("/draft", form).json()
        assert any(word in sentence for sentence in told["sentences"])


def test_a_draft_of_a_photo_is_the_photo_changed(alice: Visitor, client_for: Clients) -> None:
    photo = make_upload(by=alice)
    told = client_for(alice).post("/draft", {"words": "黑白", "at": photo.public_id}).json()
    red, green, blue = image_of(told).convert("RGB").getpixel((5, 5))  # type: ignore[misc]
    assert max(red, green, blue) - min(red, green, blue) < 12


def test_the_seed_of_a_draft_makes_the_draft(client_for: Clients) -> None:
    def image(**form: str) -> str:
        told = client_for(None).post("/draft", {"words": "一隻貓喺草地", **form}).json()
        return str(told["image"])

    seen = image(drafted="5")
    assert image(seed="5", drafted="6") == seen
    assert image(drafted="6") != seen


def test_a_draft_that_was_overtaken_says_nothing(alice: Visitor, client_for: Clients) -> None:
    """A newer one took its turn while it waited for the brush."""
    answers: list[int] = []
    client = client_for(alice)
    with drafts._brush:
        asking = threading.Thread(target=_overtake, args=(str(alice.pk),))
        asking.start()
        answers.append(client.post("/draft", {"words": "一隻貓"}).status_code)
        asking.join()
    assert answers == [204]


def _overtake(key: str) -> None:
    while key not in drafts._newest:
        time.sleep(0.002)
    drafts._take_turn(key)


# -- examples --------------------------------------------------------------------------------------------------


def test_an_example_is_painted_once(data_folder: Path) -> None:
    folder = data_folder / "examples"
    first = examples.example_image(1, folder)
    assert Image.open(io.BytesIO(first)).size == (640, 640)
    assert [path.name for path in folder.iterdir()] == [f"1-{VERSION}.jpg"]
    (folder / f"1-{VERSION}.jpg").write_bytes(b"kept")
    assert examples.example_image(1, folder) == b"kept"


def test_a_folder_that_cannot_be_written_costs_only_time(data_folder: Path) -> None:
    folder = data_folder / "a-file"
    folder.write_text("in the way")
    assert examples.example_image(1, folder).startswith(b"\xff\xd8")


def test_the_first_visit_shows_all_of_them(client_for: Clients) -> None:
    page = Page(client_for(None).get("/"))
    shown = {image.get("src") for image in page.all("img")}
    assert shown >= {f"/examples/{n}.jpg" for n in range(len(examples.EXAMPLES))}
    for example in examples.EXAMPLES:
        assert example.zh in page.text
    again = client_for(None).get("/examples/1.jpg")
    assert again.headers["Cache-Control"] == "public, max-age=86400"
