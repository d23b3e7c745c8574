"""What a first visit costs before any picture: few requests, few bytes, as they are really served."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.web.html import Page
from tests.web.world import World
from waa.ops.prepare import UNUSED_STATIC

pytestmark = [pytest.mark.django_db]
Clients = Callable[..., Client]

MOST_REQUESTS = 10
MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static files as `waa serve` prepares them: named by their content, compressed."""
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder, STORAGES=_served()):
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED_STATIC)
    return folder


def _served() -> dict[str, dict[str, str]]:
    return {
        "default": {"BACKEND": "waa.studio.storage.WholeFiles"},
        "staticfiles": {"BACKEND": "waa.web.storage.HashedFiles"},
    }


@pytest.fixture
def as_served(collected: Path, settings: Settings, quick_engine: str, data_folder: Path) -> Path:
    settings.STATIC_ROOT = collected
    settings.STORAGES = {**settings.STORAGES, "staticfiles": _served()["staticfiles"]}
    return collected


def got(client: Client, address: str) -> tuple[int, str]:
    """(bytes on the wire, text) of one request."""
    response = client.get(address, headers={"accept-encoding": "gzip"})
    assert response.status_code == 200, address
    data = b"".join(response.streaming_content) if response.streaming else response.content
    if address.startswith("/static/"):
        assert "immutable" in response.headers["Cache-Control"], address
        assert response.headers["X-Content-Type-Options"] == "nosniff", address
        plain = b"".join(client.get(address).streaming_content)
    else:
        plain = data
    return len(data), plain.decode("utf-8", "replace")


def fetched(client: Client, address: str) -> dict[str, int]:
    """Everything a browser asks for before it has painted a picture, with its bytes."""
    seen: dict[str, int] = {}
    size, _ = got(client, address)
    seen[address] = size
    page = Page(client.get(address))
    wanted = [script["src"] for script in page.all("script")]
    wanted += [link["href"] for link in page.all("link")]
    while wanted:
        one = wanted.pop()
        if one in seen:
            continue
        seen[one], text = got(client, one)
        near = (
            re.findall(r"""(?:^|[;}\s])import\b[^"';(]*["'](\.[^"']+)["']""", text)
            if one.endswith(".js")
            else []
        )
        near += re.findall(r"""url\(["']?(?!data:|#)([^"')]+)""", text) if one.endswith(".css") else []
        wanted += [normpath(join(dirname(one), name)) for name in near]
    return seen


@pytest.mark.parametrize("address", ["/", "/?new=1", "/pictures", "/help"])
@pytest.mark.parametrize("who", ["newcomer", "alice"])
def test_ten_requests_and_150_kilobytes_at_most(
    as_served: Path, world: World, client_for: Clients, address: str, who: str
) -> None:
    client = client_for(world.alice if who == "alice" else None)
    seen = fetched(client, address)
    assert any("/waa." in name for name in seen), "the style sheet was not found"
    assert len(seen) <= MOST_REQUESTS, seen
    assert sum(seen.values()) <= MOST_BYTES, seen


def test_the_studio_is_counted_whole(as_served: Path, client_for: Clients) -> None:
    """The count above is of real addresses: scripts with what they import, and the font of the style sheet."""
    seen = [name.rpartition("/")[2] for name in fetched(client_for(None), "/")]
    for part in ("htmx-2", "studio.", "page.", "composer.", "waa.", "titles."):
        assert any(name.startswith(part) for name in seen), part


def test_every_static_address_of_a_page_is_named_by_its_content(
    as_served: Path, world: World, client_for: Clients
) -> None:
    client = client_for(world.alice)
    for address in world.pages().values():
        for link in Page(client.get(address)).links():
            if link.startswith("/static/"):
                assert re.search(r"\.[0-9a-f]{12}\.", link), link


def test_scripts_loaded_later_are_there_too(as_served: Path, client_for: Clients) -> None:
    client = client_for(None)
    [studio] = [s["src"] for s in Page(client.get("/")).all("script") if "studio" in s["src"]]
    _, text = got(client, studio)
    later = re.findall(r"""import\(["'](\./[^"']+)["']\)""", text)
    assert {name.partition(".js")[0].split(".")[1] for name in later} == {
        "/compare",
        "/mask",
        "/live",
        "/engines",
        "/changes",
    }
    for name in later:
        assert got(client, normpath(join(dirname(studio), name)))[0] < 5000


def test_the_number_of_queries_does_not_depend_on_how_many_pictures(
    world: World, client_for: Clients, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    """Visitor, count and page; the studio: visitor, picture, the levels of its tree, siblings, jobs and their line."""
    client = client_for(world.alice)
    world.pages()
    with django_assert_max_num_queries(3):  # type: ignore[attr-defined]
        client.get("/pictures")
    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        client.get("/")
