"""Pages for everybody: labels for who listens, an order for who has no mouse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from django.test import Client

from tests.web.html import Page
from tests.web.world import World

pytestmark = [pytest.mark.django_db]
Clients = Callable[..., Client]


@pytest.fixture
def pages(world: World, client_for: Clients) -> dict[str, Page]:
    client = client_for(world.alice)
    pages = {name: Page(client.get(address)) for name, address in world.pages().items()}
    return {**pages, "first": Page(client_for(None).get("/"))}


def test_every_picture_has_a_text_and_a_size(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        for image in page.all("img"):
            assert "alt" in image, (name, image)
            if "src" in image:  # the draft's arrives later
                assert image["width"].isdigit(), (name, image)
                assert image["height"].isdigit(), "the page would jump"


def test_every_field_has_a_name(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        labelled = {label.get("for") for label in page.all("label")}
        for (tag, field), within in zip(page.tags, page.within, strict=True):
            if tag in ("input", "select", "textarea", "progress") and field.get("type") != "hidden":
                named = "label" in within or field.get("id") in labelled
                assert named or field.get("aria-label"), (name, field)


def test_every_button_says_what_it_does(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert all(text.strip() for text in page.said["button"]), name
        assert all(text.strip() for text in page.said["summary"]), name


def test_ids_are_there_once(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        ids = Counter(tag["id"] for _, tag in page.tags if tag.get("id"))
        assert [one for one, count in ids.items() if count > 1] == [], name


def test_the_frame_is_the_same_everywhere(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert page.tag("main")["tabindex"] == "-1", name
        assert page.all("a")[0] == {"class": "skip", "href": "#main"}, "the first key leads past the menu"
        assert page.tag("notice")["aria-live"] == "polite", name
        assert len(page.all("h1")) <= 1, name
        assert page.all("title"), name
        viewport = [meta["content"] for meta in page.all("meta") if meta.get("name") == "viewport"]
        assert "user-scalable" not in viewport[0], "nobody may be kept from zooming"


def test_what_needs_a_script_is_not_there_without(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        for _, tag in page.tags:
            if "data-needs-js" in tag:
                assert "hidden" in tag, name


def test_deleting_asks_first(pages: dict[str, Page]) -> None:
    asked = [tag["hx-confirm"] for tag in pages["child"].all("form") if "hx-confirm" in tag]
    assert len(asked) == 1
