"""Without JavaScript: everything that matters, through plain links and forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.make import photo_bytes
from tests.web.html import Page
from tests.web.world import World, work
from waa.accounts.models import Visitor
from waa.studio.models import Job, Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]


def look(client: Client, address: str) -> Page:
    page = Page(client.get(address))
    assert page.status == 200, address
    return page


def ask(client: Client, page: Page, **filled: Any) -> str:
    """Fill in the composer of a page and press Draw; the address of the picture that comes of it."""
    sent = page.form("/draw").submit(client, **filled)
    assert sent.status_code == 302
    waiting = look(client, sent.headers["Location"])
    assert {"http-equiv": "refresh", "content": "1"} in waiting.all("meta"), "nobody would see it come"
    assert waiting.all("progress")
    work()
    done = client.get(sent.headers["Location"])
    assert done.status_code == 302
    return done.headers["Location"]


def test_words_become_a_picture_that_can_be_changed_and_taken_home(careful_client: Clients) -> None:
    client = careful_client()
    first = ask(client, look(client, "/"), words="一隻貓", style="watercolour", seed="7")
    page = look(client, first)
    made = Picture.objects.get()
    assert (made.words, made.seed, made.settings["style"]) == ("一隻貓", 7, "watercolour")
    assert client.get(page.tag("picture-image")["src"]).headers["Content-Type"] == "image/jpeg"

    second = ask(client, page, words="加多隻狗")
    assert Picture.objects.get(parent=made).words == "加多隻狗"
    assert first in look(client, second).links(), "no way back to the picture before"

    links = [link for link in look(client, second).links() if link.endswith("?download")]
    kinds = {client.get(link).headers["Content-Type"] for link in links}
    assert kinds == {"image/png", "image/jpeg", "image/webp"}
    assert all("attachment" in client.get(link).headers["Content-Disposition"] for link in links)


def test_a_photo_is_sent_along_with_the_words(careful_client: Clients) -> None:
    client = careful_client()
    page = look(client, "/")
    assert page.form("/draw").is_multipart
    photo = SimpleUploadedFile("a.jpg", photo_bytes(), "image/jpeg")
    look(client, ask(client, page, words="水彩", photos=photo))
    assert [str(p.kind) for p in Picture.objects.order_by("pk")] == ["upload", "made"]


def test_several_at_once_are_seen_together(careful_client: Clients) -> None:
    client = careful_client()
    page = look(client, ask(client, look(client, "/"), words="一隻貓", count="3"))
    assert Picture.objects.count() == 3
    assert sum(link.startswith("/p/") and link.endswith("/thumbnail") for link in page.links()) >= 3


def test_every_button_of_a_picture_works(world: World, careful_client: Clients) -> None:
    client, address = careful_client(world.alice), f"/p/{world.picture.public_id}"

    def press(what: str) -> None:
        answer = look(client, address).form(f"{address}/{what}").submit(client)
        assert answer.status_code == 302
        world.picture.refresh_from_db() if what != "delete" else None

    press("unshare")
    assert world.picture.share_token is None
    press("share")
    shared = world.picture.share_token
    assert f"http://testserver/s/{shared}" in str(look(client, address).all("input"))
    press("vary")
    assert Job.objects.filter(brief__settings__variation=True).count() == 4
    press("delete")
    assert not Picture.objects.filter(pk=world.picture.pk).exists()
    assert client.get(address).status_code == 404


def test_a_job_can_be_stopped_and_painted_after_all(world: World, careful_client: Clients) -> None:
    client, address = careful_client(world.alice), f"/jobs/{world.waiting.pk}"
    stopped = look(client, look(client, address).form(f"{address}/cancel").submit(client).headers["Location"])
    assert "停咗" in stopped.text
    assert {"http-equiv": "refresh", "content": "1"} not in stopped.all("meta"), "it would look for ever"
    again = stopped.form(f"{address}/retry").submit(client).headers["Location"]
    work()
    assert client.get(again).headers["Location"].startswith("/p/")


def test_what_failed_says_why_and_can_be_tried_again(world: World, careful_client: Clients) -> None:
    client = careful_client(world.alice)
    page = look(client, f"/jobs/{world.failed.pk}")
    assert "畫唔到，請再試。" in page.text
    assert page.form(f"/jobs/{world.failed.pk}/retry").submit(client).status_code == 302


def test_the_language_changes_and_the_page_stays(world: World, careful_client: Clients) -> None:
    client, address = careful_client(world.alice), f"/p/{world.picture.public_id}"
    for word in ("Download", "下載"):
        switch = look(client, address).form("/language")
        [button] = switch.buttons
        answer = switch.submit(client, **{button["name"]: button["value"]})
        assert answer.headers["Location"] == address
        assert word in look(client, address).text


def test_a_form_that_was_refused_does_not_lead_into_nothing(careful_client: Clients) -> None:
    client = careful_client()
    refused = Page(look(client, "/").form("/draw").submit(client, words=" "))
    assert refused.status == 422
    assert refused.form("/language").fields["next"] == "/", "nobody can look at /draw"
    assert "/" in refused.links()


def test_every_link_and_form_leads_somewhere(world: World, careful_client: Clients) -> None:
    client = careful_client(world.alice)
    seen: dict[str, int] = {}
    for address in world.pages().values():
        page = Page(client.get(address))
        for link in page.links():
            path = link.partition("#")[0]
            where = path if path.startswith("/") else address.partition("?")[0] + path
            if path and not path.startswith("/static/") and where not in seen:
                seen[where] = client.get(where).status_code
    doing = {where for where, status in seen.items() if status == 405}
    assert {where for where in doing if client.post(where).status_code != 403} == set()
    assert {where: status for where, status in seen.items() if status not in (200, 302, 405)} == {
        "/live": 404
    }


@pytest.mark.parametrize("who", ["newcomer", "alice"])
def test_the_words_of_an_address_are_in_the_box(world: World, careful_client: Clients, who: str) -> None:
    client = careful_client(world.alice if who == "alice" else None)
    page = look(client, "/?new=1&words=%3Cb%3E貓&style=neon&mode=portrait&aspect=16:9")
    fields = page.form("/draw").fields
    chosen = [fields[name] for name in ("words", "style", "mode", "aspect")]
    assert chosen == ["<b>貓", "neon", "portrait", "16:9"]
    assert "at" not in fields, "a new picture changes no other"


def test_pictures_are_on_pages_of_sixty(alice: Visitor, careful_client: Clients) -> None:
    client = careful_client(alice)
    Picture.objects.bulk_create(
        [Picture(visitor=alice, width=4, height=3, file="a.jpg", thumbnail="a.jpg") for _ in range(61)]
    )
    first = look(client, "/pictures")
    assert len([link for link in first.links() if link.endswith("/thumbnail")]) == 60
    assert "?page=2" in first.links()
    assert len([li for li in look(client, "/pictures?page=2").links() if li.endswith("/thumbnail")]) == 1
    for odd in ("0", "-1", "x", "99", "\x00"):
        look(client, f"/pictures?page={odd}")
