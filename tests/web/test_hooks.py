"""A provider's call: believed only with its signature, and never more than a hint."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from waa.engines import bfl_hooks, wire
from waa.engines.bfl import BflConfig
from waa.upstreams import hooks, seal
from waa.upstreams.models import Upstream

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]

KEY = "bfl-key"
SECRET = BflConfig(api_key=KEY).webhook_secret
BODY = json.dumps({"id": "task-1", "status": "Ready"}).encode()


@pytest.fixture
def account() -> Upstream:
    config = {"webhook_url": "https://waa.example/hooks/bfl"}
    return Upstream.objects.create(name="BFL", kind="bfl", config=config, sealed=seal.seal({"api_key": KEY}))


@pytest.fixture
def post(client_for: Callable[..., Client]) -> Callable[..., int]:
    def send(body: bytes = BODY, secret: str = SECRET, **more: str) -> int:
        signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {bfl_hooks.SIGNED_BY: f"sha256={signature}"} | more
        answer = Client(enforce_csrf_checks=True).post(
            reverse("hook_bfl"), body, content_type="application/json", headers=headers
        )
        return answer.status_code

    return send


@pytest.fixture
def waiting() -> Iterator[asyncio.Event]:
    """A worker that waits for task-1."""
    with bfl_hooks.listening("task-1") as event:
        yield event


def heard(data_folder: Path) -> list[str]:
    return sorted(path.name for path in (data_folder / "heard").glob("*"))


def test_a_signed_call_wakes_whoever_waits(
    account: Upstream, post: Callable[..., int], waiting: asyncio.Event, data_folder: Path
) -> None:
    assert post() == 204
    assert heard(data_folder) == ["task-1"]
    hooks.listen()
    wire.run(asyncio.wait_for(waiting.wait(), 2))
    assert heard(data_folder) == []


def test_a_task_of_another_worker_stays_for_it(
    account: Upstream, post: Callable[..., int], data_folder: Path
) -> None:
    post()
    hooks.listen()
    assert heard(data_folder) == ["task-1"]


def test_whoever_does_not_know_the_secret_is_not_believed(
    account: Upstream, post: Callable[..., int], data_folder: Path
) -> None:
    assert post(secret="guessed") == 422
    assert post(**{bfl_hooks.SIGNED_BY: ""}) == 422
    assert heard(data_folder) == []


@pytest.mark.parametrize(
    "body", [b"", b"no json", b"[]", b'{"id": 5}', b'{"id": "../../etc/passwd"}', b'{"id": ""}']
)
def test_a_call_that_names_no_task_does_nothing(
    account: Upstream, post: Callable[..., int], data_folder: Path, body: bytes
) -> None:
    assert post(body) == 204
    assert heard(data_folder) == []


def test_without_an_account_that_asks_for_calls_there_is_no_such_page(post: Callable[..., int]) -> None:
    assert post() == 404
    Upstream.objects.create(name="BFL", kind="bfl", sealed=seal.seal({"api_key": KEY}))
    assert post() == 404


def test_a_large_body_is_not_read(account: Upstream, post: Callable[..., int]) -> None:
    assert post(b"x" * (hooks.MOST_BYTES + 5)) == 413
