"""Words over a picture: the page, its preview, its errors in place; with scripts and without."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from django.test import Client
from PIL import Image

from tests.make import make_picture
from tests.web.html import Page
from tests.web.world import World
from waa.accounts.models import Visitor
from waa.studio import files
from waa.studio.models import Picture
from waa.web.views import letter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]


@pytest.fixture
def picture(alice: Visitor) -> Picture:
    return make_picture(by=alice, width=320, height=240)


def address(picture: Picture) -> str:
    return f"/p/{picture.public_id}/letter"


def form_of(client: Client, picture: Picture) -> Any:
    return Page(client.get(address(picture))).form(address(picture))


def layers_sent(*texts: str) -> str:
    return json.dumps([{**letter.FIRST, "text": text} for text in texts])


def pixels_in(data: bytes) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def test_every_font_and_effect_of_the_painter_is_offered() -> None:
    from waa.painter import lettering as painter

    assert {one.value for one in letter.FONTS} == set(painter.FONTS)
    assert {one.value for one in letter.EFFECTS} == set(painter.EFFECTS)
    assert {one.value for one in letter.ALIGNS} == set(painter.ALIGNS)
    assert painter.Lettering.from_json({**letter.FIRST, "text": "字"}).text == "字"


def test_one_layer_without_scripts(picture: Picture, careful_client: Clients, alice: Visitor) -> None:
    client = careful_client(alice)
    form = form_of(client, picture)
    answer = form.submit(client, text="開張\r\n大吉", size="20", colour="#d73431", x="30")
    assert answer.status_code == 302
    made = Picture.objects.get(public_id=answer.headers["Location"].rpartition("/")[2])
    assert made.parent == picture
    [layer] = made.settings["lettering"]
    assert (layer["text"], layer["size"], layer["colour"], layer["x"]) == ("開張\n大吉", 0.2, "#d73431", 0.3)
    assert (files.pixels(made) != files.pixels(picture)).any()


def test_lettering_again_begins_with_the_layers_from_the_bare_picture(
    picture: Picture, careful_client: Clients, alice: Visitor
) -> None:
    client = careful_client(alice)
    first = form_of(client, picture).submit(client, layers=layers_sent("上", "下"), current="1", text="下")
    made = Picture.objects.get(public_id=first.headers["Location"].rpartition("/")[2])
    page = Page(client.get(address(made)))
    assert page.tag("letter-image")["data-bare"] == f"/p/{picture.public_id}.jpg"
    form = page.form(address(made))
    assert form.fields["text"] == "上"
    second = form.submit(client, text="中")
    again = Picture.objects.get(public_id=second.headers["Location"].rpartition("/")[2])
    assert again.parent == picture, "words were set over words"
    assert [one["text"] for one in again.settings["lettering"]] == ["中", "下"]


def test_own_colour(picture: Picture, client_for: Clients, alice: Visitor) -> None:
    client = client_for(alice)
    form_of(client, picture).submit(client, text="字", colour="own", own="#12ab9f")
    made = Picture.objects.get(parent=picture)
    assert made.settings["lettering"][0]["colour"] == "#12ab9f"
    form = form_of(client, made)
    assert (form.fields["colour"], form.fields["own"]) == ("own", "#12ab9f")


def test_looking_shows_the_words_and_keeps_nothing(
    picture: Picture, careful_client: Clients, alice: Visitor
) -> None:
    client = careful_client(alice)
    page = Page(form_of(client, picture).submit(client, text="字", look="1"))
    shown = page.tag("letter-image")["src"]
    assert shown.startswith("data:image/jpeg;base64,")
    assert pixels_in(base64.b64decode(shown.partition(",")[2])).shape == (240, 320, 3)
    assert page.form(address(picture)).fields["text"] == "字"
    assert not Picture.objects.filter(parent=picture).exists()


def test_a_calm_place_is_found_with_and_without_scripts(
    picture: Picture, client_for: Clients, alice: Visitor
) -> None:
    client = client_for(alice)
    form = form_of(client, picture)
    found = client.post(f"{address(picture)}/place", {**form.fields, "text": "字"}).json()["layer"]
    assert found["text"] == "字"
    page = Page(form.submit(client, text="字", place="1"))
    assert float(page.form(address(picture)).fields["x"]) == pytest.approx(100 * found["x"], abs=0.01)


def test_the_preview_is_what_will_be_kept_and_says_where_the_words_are(
    picture: Picture, client_for: Clients, alice: Visitor
) -> None:
    client = client_for(alice)
    fields = form_of(client, picture).fields | {"layers": layers_sent("", "下", "上")}
    fields |= {"current": "2", "text": "上", "y": "20"}
    answer = client.post(f"{address(picture)}/preview", fields)
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    frames = json.loads(answer.headers["Waa-Frames"])
    assert len(frames) == 2, "a layer without words has no place"
    assert all(0 <= left < right <= 1 and 0 <= top < bottom <= 1 for left, top, right, bottom in frames)
    client.post(address(picture), fields)
    kept = files.pixels(Picture.objects.get(parent=picture)).astype(int)
    assert np.abs(pixels_in(answer.content).astype(int) - kept).mean() < 3


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("zh-HK", "食🍋", "呢款字體冇「🍋」"),
        ("en", "🍋", "This font has no “🍋”"),
        ("zh-HK", "字" * 201, "最多 200 個字"),
        ("zh-HK", "字\n" * 9, "8 行"),
        ("zh-HK", "  ", "請先打啲字"),
        ("en", "", "Type some words first"),
    ],
)
def test_what_cannot_be_set_is_said_in_place_and_stays(
    picture: Picture, client_for: Clients, alice: Visitor, language: str, text: str, told: str
) -> None:
    client = client_for(alice, language)
    answer = form_of(client, picture).submit(client, text=text)
    page = Page(answer)
    assert answer.status_code == 422
    assert told in page.text
    assert page.form(address(picture)).fields["text"].strip() == text.strip()
    assert not Picture.objects.filter(parent=picture).exists()


def test_the_preview_tells_scripts_the_same(picture: Picture, client_for: Clients, alice: Visitor) -> None:
    client = client_for(alice)
    fields = {**form_of(client, picture).fields, "text": "🍋"}
    answer = client.post(f"{address(picture)}/preview", fields, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "no_such_glyph")


@pytest.mark.parametrize(
    "wrong",
    [
        {"font": "../etc/passwd"},
        {"size": "1e9"},
        {"size": "nan"},
        {"x": "-1"},
        {"x": ""},
        {"colour": "own", "own": "red"},
        {"colour": "url(x)"},
        {"effect": "explode"},
        {"align": ""},
        {"layers": "{"},
        {"layers": "7"},
        {"layers": "[1]"},
        {"layers": "[" * 9999},
        {"layers": "[" + "1," * 20_000 + "1]"},
        {"layers": '[{"text": "a", "more": 1}, {"text": "b"}]', "current": "1"},
        {"layers": json.dumps([{"text": "a"}] * 13)},
        {"layers": '[{"text": 5}]', "current": "1"},
        {"current": "-1"},
        {"current": "x"},
        {"text": "\0"},
    ],
    ids=str,
)
@pytest.mark.parametrize("where", ["", "/preview"])
def test_bad_input_is_refused_and_changes_nothing(
    picture: Picture, client_for: Clients, alice: Visitor, wrong: dict[str, str], where: str
) -> None:
    client = client_for(alice)
    fields = {**form_of(client, picture).fields, "text": "字", **wrong}
    assert client.post(address(picture) + where, fields).status_code == 422
    assert not Picture.objects.filter(parent=picture).exists()


def test_the_card_leads_to_the_page(world: World, client_for: Clients) -> None:
    client = client_for(world.alice)
    for picture in (world.picture, world.photo):
        assert address(picture) in Page(client.get(f"/p/{picture.public_id}")).links()


def test_a_lettered_picture_offers_to_change_its_words_and_no_variations(
    picture: Picture, client_for: Clients, alice: Visitor
) -> None:
    client = client_for(alice)
    location = form_of(client, picture).submit(client, text="字").headers["Location"]
    page = Page(client.get(location))
    assert "改字" in page.text
    assert "/vary" not in " ".join(page.links())
