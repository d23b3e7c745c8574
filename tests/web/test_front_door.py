"""The front door: streams on ASGI, pages on their pool of threads, and nobody else let in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from tests.make import make_job
from tests.web.watch import Browser
from waa.accounts.models import Visitor
from waa.asgi import app


@pytest.fixture
def browser(data_folder: object) -> Iterator[Browser]:
    browser = Browser(app)
    yield browser
    browser.close()


def test_a_page_comes_through(browser: Browser) -> None:
    answer = browser.open(None, path="/healthz")
    assert (answer.status, answer.headers["content-type"], answer.body()) == (200, "text/plain", b"ok\n")


def test_a_page_that_is_not_there_is_an_error_with_a_sentence(browser: Browser) -> None:
    answer = browser.open(None, path="/nothing")
    assert answer.status == 404
    assert b'data-code="not_found"' in answer.body()


@pytest.mark.django_db(transaction=True)
def test_a_stream_comes_through(browser: Browser, alice: Visitor) -> None:
    job = make_job(by=alice)
    assert browser.open(alice).event().data["id"] == str(job.pk)


def test_a_post_to_the_stream_is_not_a_page(browser: Browser) -> None:
    assert browser.open(None, method="POST").status == 405


@pytest.mark.parametrize("kind", ["lifespan", "websocket"])
def test_other_kinds_of_connections_are_left_alone(kind: str) -> None:
    async def never(*_: Any) -> Any:
        raise AssertionError("it was answered")

    asyncio.run(app({"type": kind}, never, never))
