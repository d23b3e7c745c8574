"""Every field of every form with what does not belong there: a sentence, a 4xx, and nothing changed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.make import files_in
from tests.web.world import World
from waa.studio.models import Job, Picture
from waa.web.choices import MODES, RATIOS, STYLES
from waa.web.forms import DraftForm, DrawForm, seed_of
from waa.words import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]
JSON = {"accept": "application/json"}

NUMBERS = ("-1", "1.5", "x", "１２x", "²", "99999999999999999999", "1e3", "0x10", "\x00", "1;2", "NaN")
CHOICES = ("nonsense", "x" * 3000, "\x00", "neon\x00", "<script>", "-1")
IDS = ("no such id", "../../etc/passwd", "\x00", "x" * 3000, "<b>", "你好")
TICKS = ("hide_words", "keep_rest")
BAD: dict[str, tuple[str, ...]] = {
    "words": ("x" * 2001, "貓" * 2001, "a\x00b"),
    "at": IDS,
    "style": CHOICES,
    "mode": CHOICES,
    "aspect": (*CHOICES, "2:1", "1:0"),
    "seed": (*NUMBERS, str(2**31)),
    "drafted": (*NUMBERS, str(2**31)),
    "count": (*NUMBERS, "0", "5", "9"),
    "long_side": (*NUMBERS, "0", "255", "4097", "2049"),
    "mask": ("../secret.png", "\x00", "a b"),
    "references": ("x" * 401, "\x00", "nosuchpicture", "x y"),
    "engine": ("no such engine", "../quick", "\x00", "x" * 41, "nosuchengine", "gemini"),
    "prompt": ("x" * 4001, "a\x00b"),
    "composition": (*NUMBERS, str(2**31)),
}


def refused(response: Any) -> None:
    assert 400 <= response.status_code < 500, response.status_code
    error = response.json()["error"]
    assert error["code"]
    assert len(error["message"]) > 5


@pytest.mark.parametrize("field", BAD)
def test_the_composer_refuses_what_does_not_belong_there(
    world: World, client_for: Clients, field: str, data_folder: Path
) -> None:
    client, before, kept = client_for(world.alice), world.state(), files_in(data_folder)
    for value in BAD[field]:
        refused(client.post("/draw", {"words": "一隻貓", field: value}, headers=JSON))
    assert world.state() == before
    assert files_in(data_folder) == kept


@pytest.mark.parametrize("field", [name for name in BAD if name in DraftForm.base_fields])
def test_a_draft_refuses_it_too(client_for: Clients, field: str) -> None:
    for value in BAD[field]:
        refused(client_for(None).post("/draft", {"words": "一隻貓", field: value}, headers=JSON))


def test_every_field_of_the_composer_is_tried() -> None:
    """A new field needs its row above; a tick is on or off, whatever is sent."""
    assert set(DrawForm.base_fields) == {*BAD, *TICKS}


@pytest.mark.parametrize("name", TICKS)
@pytest.mark.parametrize("value", ["", "x", "-1", "\x00", "<b>"])
def test_a_tick_cannot_be_wrong(client_for: Clients, name: str, value: str) -> None:
    assert client_for(None).post("/draw", {"words": "一隻貓", name: value}).status_code == 302


def test_what_the_form_offers_is_what_the_words_know() -> None:
    assert {one.value for one in STYLES} == set(scene.STYLES)
    assert {one.value for one in MODES} == set(scene.MODES)
    assert {one.value for one in RATIOS} == set(scene.ASPECTS)


@pytest.mark.parametrize(
    ("seed", "drafted", "chosen"), [("", "", None), ("", "5", 5), ("0", "5", 0), ("7", "", 7)]
)
def test_a_typed_seed_goes_before_that_of_the_draft(seed: str, drafted: str, chosen: int | None) -> None:
    form = DrawForm({"seed": seed, "drafted": drafted})
    assert form.is_valid()
    assert seed_of(form.cleaned_data) == chosen


def test_a_form_says_which_field_it_means(client_for: Clients) -> None:
    answer = client_for(None, "en").post("/draw", {"words": "cat", "seed": "x"}, headers=JSON)
    assert answer.json()["error"] == {"code": "bad_choice", "message": "Please choose again: the seed."}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_words_make_a_job_or_get_a_sentence(client_for: Clients, words: str) -> None:
    before = Job.objects.count()
    response = client_for(None).post("/draw", {"words": words}, headers=JSON)
    assert response.status_code in (302, 422)
    assert Job.objects.count() - before == (response.status_code == 302)
    if response.status_code == 422:
        refused(response)
    drawn = client_for(None).post("/draw", {"words": words, "count": "x"}, headers=JSON)
    assert drawn.status_code == 422


# -- the other forms ------------------------------------------------------------------------------------------

BOXES = (
    *("", "1", "0,0,1", "a,b,c,d", "-0.1,0,1,1", "0,0,1.5,1", "0.5,0.5,0.5,0.5"),
    *("0.9,0.9,0.1,0.1", "nan,0,1,1", "\x00", "0," * 999),
)


@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_is_none(world: World, client_for: Clients, box: str, data_folder: Path) -> None:
    kept = files_in(data_folder)
    refused(client_for(world.alice).post(f"/p/{world.photo.public_id}/mask", {"box": box}, headers=JSON))
    assert files_in(data_folder) == kept, "the mask was changed"


def png_header(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.mark.parametrize(
    "painted",
    [b"x", b"<svg/>", b"\x89PNG\r\n\x1a\n", png_header(30_000, 30_000), png_header(6000, 5000)],
    ids=["text", "svg", "stump", "bomb", "too-many-pixels"],
)
def test_a_painted_mask_that_is_none(
    world: World, client_for: Clients, painted: bytes, data_folder: Path
) -> None:
    kept = files_in(data_folder)
    sent = {"mask": SimpleUploadedFile("mask.png", painted, "image/png")}
    refused(client_for(world.alice).post(f"/p/{world.photo.public_id}/mask", sent, headers=JSON))
    assert files_in(data_folder) == kept


@pytest.mark.parametrize("wanted", ["", "fr", "zh", "en\x00", "x" * 5000, "<script>"])
def test_a_language_that_there_is_not(client_for: Clients, wanted: str) -> None:
    answer = client_for(None).post("/language", {"language": wanted}, headers=JSON)
    refused(answer)
    assert "waa_language" not in answer.cookies


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "\x00//evil.example",
     "http:///evil.example", " //evil.example"],
)  # fmt: skip
def test_the_language_switch_sends_nobody_elsewhere(client_for: Clients, back: str) -> None:
    answer = client_for(None).post("/language", {"language": "en", "next": back})
    assert answer.headers["Location"] == "/"


def test_no_header_is_smuggled_into_the_answer(client_for: Clients) -> None:
    answer = client_for(None).post("/language", {"language": "en", "next": "/help\r\nSet-Cookie: x=1"})
    assert "x" not in answer.cookies
    assert "\n" not in answer.headers["Location"]


def test_nobodys_picture_is_nobodys_photo(world: World, client_for: Clients) -> None:
    """A reference that is somebody else's is refused as one that is not there, also among good ones."""
    before = Picture.objects.count(), Job.objects.count()
    both = f"{world.photo.public_id} {world.bobs.public_id}"
    answer = client_for(world.alice).post("/draw", {"words": "水彩", "references": both}, headers=JSON)
    assert answer.json()["error"]["code"] == "picture_not_found"
    assert (Picture.objects.count(), Job.objects.count()) == before
