"""What goes wrong is said in the person's language, with a code that never changes, in the form that was asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from tests.disks import FullDisk
from tests.make import files_in, make_job, photo_bytes
from tests.web.html import Page
from tests.web.world import World
from waa.accounts.models import Visitor
from waa.studio.models import Picture
from waa.web.errors import MOST_BYTES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]
Send = Callable[[Client, dict[str, str]], HttpResponse]

HAN = re.compile(r"[\u3400-\u9fff]")
MULTIPART = "multipart/form-data; boundary=x"


def a_photo(size: int = 0) -> SimpleUploadedFile:
    return SimpleUploadedFile("a.jpg", photo_bytes() + b"0" * size, "image/jpeg")


# status, code, and a request that gets it. `h` are the headers that say what form of answer is wanted.
FAILURES: dict[str, tuple[int, str, Send]] = {
    "host": (400, "bad_request", lambda c, h: c.get("/", headers={**h, "host": "evil.example"})),
    "fields": (
        400,
        "bad_request",
        lambda c, h: c.post("/draw", {f"f{n}": "x" for n in range(499)}, headers=h),
    ),
    "files": (
        400,
        "bad_request",
        lambda c, h: c.post("/draw", {"photos": [a_photo() for _ in range(9)]}, headers=h),
    ),
    "multipart": (
        400,
        "bad_request",
        lambda c, h: c.post("/draw", b"--y\r\n\r\n", content_type="multipart/form-data", headers=h),
    ),
    "address": (404, "not_found", lambda c, h: c.get("/nothing/here", headers=h)),
    "example": (404, "not_found", lambda c, h: c.get("/examples/77.jpg", headers=h)),
    "picture": (404, "picture_not_found", lambda c, h: c.get("/p/nosuchpicture", headers=h)),
    "job": (
        404,
        "job_not_found",
        lambda c, h: c.get("/jobs/00000000-0000-7000-8000-000000000000", headers=h),
    ),
    "share": (404, "link_ended", lambda c, h: c.get("/s/nosuchtoken", headers=h)),
    "share file": (404, "link_ended", lambda c, h: c.get("/s/nosuchtoken.png", headers=h)),
    "method": (405, "method_not_allowed", lambda c, h: c.get("/draw", headers=h)),
    "fields too large": (413, "too_large", lambda c, h: c.post("/draw", {"words": "x" * 2**20}, headers=h)),
    "photo too large": (
        413,
        "upload_too_large",
        lambda c, h: c.post("/upload", {"photo": a_photo(25 * 2**20)}, headers=h),
    ),
    "nothing": (422, "nothing_asked", lambda c, h: c.post("/draw", {"words": " "}, headers=h)),
    "no photo": (422, "upload_empty", lambda c, h: c.post("/upload", {}, headers=h)),
    "unforeseen": (500, "unexpected", lambda c, h: c.get("/broken", headers=h)),
}


def whole(client: Client, headers: dict[str, str]) -> HttpResponse:
    """More bytes than Waa takes; the test sends none of them, and none is waited for."""
    return client.generic(
        "POST", "/draw", b"", MULTIPART, CONTENT_LENGTH=str(MOST_BYTES + 1), headers=headers
    )


FAILURES["far too large"] = (413, "too_large", whole)


@pytest.fixture
def client_of(settings: Settings) -> Callable[[str], Client]:
    settings.ROOT_URLCONF = "tests.web.broken"
    return lambda language: Client(headers={"accept-language": language}, raise_request_exception=False)


def sentence_in(response: Any) -> str:
    """The sentence of an error, whatever form it came in."""
    if "json" in response.headers["Content-Type"]:
        return str(response.json()["error"]["message"])
    [sentence] = re.findall(r'<p class="(?:lead|notice-error)"[^>]*>(.*?)</p>', response.content.decode())
    return str(sentence)


@pytest.mark.parametrize("what", FAILURES)
def test_it_is_said_in_the_persons_language_in_any_form(
    what: str, client_of: Callable[[str], Client], data_folder: Path
) -> None:
    status, code, send = FAILURES[what]
    for form in ({"accept": "text/html"}, {"accept": "application/json"}, {"hx-request": "true"}):
        zh, en = (send(client_of(language), dict(form)) for language in ("zh-HK", "en-GB"))
        assert zh.status_code == en.status_code == status
        assert HAN.search(sentence_in(zh))
        assert not HAN.search(sentence_in(en))
        assert len(sentence_in(en)) > 15
        for response in (zh, en):
            assert code in response.content.decode()
            assert b"secret" not in response.content
            assert b"Traceback" not in response.content
    assert not Visitor.objects.exists(), "somebody was made of a request that failed"
    assert not files_in(data_folder)


@pytest.mark.parametrize("what", FAILURES)
def test_each_form_is_what_was_asked_for(what: str, client_of: Callable[[str], Client]) -> None:
    _, code, send = FAILURES[what]
    client = client_of("en")
    page = Page(send(client, {"accept": "text/html"}))
    assert page.all("html") == [{"lang": "en"}]
    assert code in {tag.get("data-code") for tag in page.all("section")}
    assert "/" in page.links(), "no way on"
    assert send(client, {"accept": "application/json"}).json()["error"]["code"] == code
    fragment = send(client, {"hx-request": "true"})
    assert not Page(fragment).all("html"), "a whole page would be put into the notice line"
    assert (fragment.headers["HX-Retarget"], fragment.headers["HX-Reswap"]) == ("#notice", "innerHTML")


def test_the_token_of_a_form_is_missed_in_every_form(careful_client: Clients) -> None:
    for headers in ({}, {"accept": "application/json"}, {"hx-request": "true"}):
        response = careful_client().post("/draw", {"words": "一隻貓"}, headers=headers)
        assert response.status_code == 403
        assert "cookie" in sentence_in(response)


def test_who_asks_for_too_much_hears_when_to_come_back(
    alice: Visitor, client_for: Clients, settings: Settings
) -> None:
    settings.MAX_WAITING = 2
    for _ in range(2):
        make_job(by=alice)
    for language, word in (("zh-HK", "排緊隊"), ("en", "waiting")):
        response = client_for(alice, language).post("/draw", {"words": "一隻貓"})
        assert response.status_code == 429
        assert response.headers["Retry-After"] == "5"
        assert word in sentence_in(response)


@pytest.mark.parametrize(("room", "address", "field"), [(0, "/upload", "photo"), (900, "/draw", "photos")])
def test_a_full_disk_is_said_and_leaves_nothing(
    small_disk: FullDisk,
    data_folder: Path,
    client_of: Callable[[str], Client],
    room: int,
    address: str,
    field: str,
) -> None:
    small_disk.room = room
    for language, word in (("zh-HK", "站長"), ("en", "operator")):
        response = client_of(language).post(address, {field: a_photo(), "words": "水彩"})
        assert response.status_code == 507
        assert word in sentence_in(response)
    assert not files_in(data_folder)
    assert not Picture.objects.exists()
    assert not Visitor.objects.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite can be told how large it may become")
@pytest.mark.django_db(transaction=True)
def test_a_database_that_cannot_grow_is_said(client_of: Callable[[str], Client]) -> None:
    with connection.cursor() as cursor:
        [most] = cursor.execute("PRAGMA max_page_count").fetchone()
        cursor.execute("PRAGMA max_page_count = 1")  # as large as it is now
        client = client_of("en")
        statuses = {client.post("/draw", {"words": "貓" * 1900}).status_code for _ in range(20)}
        cursor.execute(f"PRAGMA max_page_count = {most}")
    assert 507 in statuses
    assert statuses <= {302, 507}


def test_a_lost_file_is_a_sentence_not_a_crash(world: World, client_for: Clients, data_folder: Path) -> None:
    for path in (data_folder / "pictures").rglob("*.*"):
        path.unlink()
    client = client_for(world.alice)
    for address in (f"/p/{world.picture.public_id}.jpg", f"/p/{world.picture.public_id}/thumbnail"):
        response = client.get(address)
        assert response.status_code == 404
        assert b'data-code="picture_gone"' in response.content
    assert client.get(f"/p/{world.picture.public_id}").status_code == 200


def test_a_refusal_says_which_method_there_is(client_of: Callable[[str], Client]) -> None:
    assert client_of("en").get("/draw").headers["Allow"] == "POST"
    assert client_of("en").post("/help").headers["Allow"] == "GET, HEAD"
