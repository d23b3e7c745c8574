"""What scripts get in place of whole pages: the same views, only smaller."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from tests.make import make_picture
from tests.web.html import Page
from tests.web.world import World, work
from waa.studio.models import Job, Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]
HTMX = {"hx-request": "true"}


def test_drawing_answers_with_a_card_for_each_picture(client_for: Clients) -> None:
    answer = client_for(None).post("/draw", {"words": "一隻貓", "count": "3"}, headers=HTMX)
    page = Page(answer)
    assert not page.all("html")
    cards = [card for card in page.all("article") if card["data-status"] == "queued"]
    assert [card["data-job"] for card in cards] == [str(job.pk) for job in Job.objects.order_by("number")]
    assert "waa" in answer.cookies
    assert "排第 3" in page.text


def test_a_card_follows_its_job(world: World, client_for: Clients) -> None:
    client, address = client_for(world.alice), f"/jobs/{world.waiting.pk}"
    [waiting] = Page(client.get(address, headers=HTMX)).all("article")
    assert waiting["data-status"] == "queued"
    work()
    done = Page(client.get(address, headers=HTMX))
    assert done.all("article")[0]["data-status"] == "done"
    assert done.all("article")[0]["data-address"] in done.links()


def test_stopping_and_trying_again_answer_with_the_card(world: World, client_for: Clients) -> None:
    client = client_for(world.alice)
    stopped = Page(client.post(f"/jobs/{world.waiting.pk}/cancel", headers=HTMX))
    assert stopped.all("article")[0]["data-status"] == "cancelled"
    again = Page(client.post(f"/jobs/{world.failed.pk}/retry", headers=HTMX))
    assert again.all("article")[0]["data-status"] == "queued"
    assert again.all("article")[0]["data-job"] != str(world.failed.pk)


def test_stopping_what_is_over_changes_nothing(world: World, client_for: Clients) -> None:
    client_for(world.alice).post(f"/jobs/{world.failed.pk}/cancel")
    world.failed.refresh_from_db()
    assert world.failed.status == Job.Status.FAILED


def test_what_still_runs_is_not_tried_again(world: World, client_for: Clients) -> None:
    answer = client_for(world.alice).post(
        f"/jobs/{world.waiting.pk}/retry", headers={"accept": "application/json"}
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "still_running")


@pytest.mark.parametrize("status", [Job.Status.BLOCKED, Job.Status.FAILED])
def test_a_card_says_what_went_wrong_and_whether_to_try_again(
    world: World, client_for: Clients, status: str
) -> None:
    world.failed.status = status
    world.failed.save()
    for language, told in (("zh-HK", "畫唔到，請再試。"), ("en", "It could not be painted; try again.")):
        page = Page(client_for(world.alice, language).get(f"/jobs/{world.failed.pk}", headers=HTMX))
        assert told in page.text
        assert {"broken"} == {tag["data-code"] for _, tag in page.tags if "data-code" in tag}
        assert bool(page.forms) is (status == Job.Status.FAILED), "what is refused is refused again"


def test_variations_answer_with_their_cards(world: World, client_for: Clients, settings: Settings) -> None:
    settings.MAX_COUNT = 2
    answer = client_for(world.alice).post(f"/p/{world.picture.public_id}/vary", headers=HTMX)
    assert len(Page(answer).all("article")) == 2


def test_a_photo_has_no_variations(world: World, client_for: Clients) -> None:
    answer = client_for(world.alice).post(f"/p/{world.photo.public_id}/vary", headers=HTMX)
    assert answer.status_code == 422
    assert b'data-code="photo_not_variable"' in answer.content


def test_sharing_answers_with_the_link_and_ending_it_without(world: World, client_for: Clients) -> None:
    client, address = client_for(world.alice), f"/p/{world.picture.public_id}"
    shared = Page(client.post(f"{address}/share", headers=HTMX))
    assert shared.tag("share-link")["value"] == f"http://testserver/s/{world.token}"
    ended = Page(client.post(f"{address}/unshare", headers=HTMX))
    assert not ended.all("input") or "share-link" not in {tag.get("id") for tag in ended.all("input")}
    assert Picture.objects.get(pk=world.picture.pk).share_token is None


def test_deleting_says_where_to_go(world: World, client_for: Clients) -> None:
    """To what it came from, else to the studio."""
    client = client_for(world.alice)
    child = make_picture(by=world.alice, parent=world.picture)
    gone = client.post(f"/p/{child.public_id}/delete", headers=HTMX)
    assert (gone.status_code, gone.headers["HX-Location"]) == (204, f"/p/{world.picture.public_id}")
    last = client.post(f"/p/{world.picture.public_id}/delete", headers=HTMX)
    assert last.headers["HX-Location"] == "/"


def test_a_tree_shows_where_one_is(world: World, client_for: Clients) -> None:
    child = make_picture(by=world.alice, parent=world.picture, words="加隻狗")
    branch = make_picture(by=world.alice, parent=world.picture, words="改成夜晚")
    page = Page(client_for(world.alice).get(f"/p/{branch.public_id}"))
    tree = [tag for tag in page.all("li") if tag.get("class", "").startswith("depth-")]
    assert [tag["class"] for tag in tree] == ["depth-0", "depth-0", "depth-1 branch"]
    here = [tag["href"] for tag in page.all("a") if tag.get("aria-current")]
    assert here == [f"/p/{branch.public_id}"]
    assert f"/p/{child.public_id}" in page.links()
    assert page.form("/draw").fields["at"] == branch.public_id, "the words would change another picture"
    assert "改緊：第 3 幅" in page.text


def test_the_latest_picture_is_open_unless_something_new_is_begun(world: World, client_for: Clients) -> None:
    client = client_for(world.alice)
    assert Page(client.get("/")).form("/draw").fields["at"] == world.photo.public_id
    assert "at" not in Page(client.get("/?new=1")).form("/draw").fields
