from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.web.world import World
from waa.accounts.models import Visitor
from waa.accounts.visitors import cookie_for


@pytest.fixture
def world(alice: Visitor, bob: Visitor, quick_engine: str, data_folder: Path) -> World:
    return World(alice, bob)


@pytest.fixture
def careful_client() -> Callable[..., Client]:
    """`careful_client(alice)` is her browser, and the site wants the token of its forms from it, as it really does."""

    def make(visitor: Visitor | None = None, **headers: str) -> Client:
        client = Client(
            headers={"accept-language": "zh-HK", **headers},
            enforce_csrf_checks=True,
            raise_request_exception=False,
        )
        if visitor is not None:
            client.cookies[settings.VISITOR_COOKIE] = cookie_for(visitor)
        return client

    return make
