"""Fixtures for every test: three named people, sealed network, a data folder of each test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.test import Client
from pytest_django import Settings
from pytest_socket import enable_socket, socket_allow_hosts

from tests.disks import FullDisk
from waa.accounts.models import Visitor
from waa.accounts.visitors import cookie_for
from waa.engines import registry
from waa.writers import registry as writers


@pytest.fixture(autouse=True)
def sealed_network() -> Iterator[None]:
    """Nobody reaches beyond this machine: loopback and UNIX sockets only."""
    socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)
    yield
    enable_socket()


def pytest_sessionfinish() -> None:
    """Engines and writers that tests left open have connections."""
    registry.close_all()
    writers.close_all()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever uses a database is marked, so that the Postgres run finds them."""
    for item in items:
        if {"db", "transactional_db", "django_db_setup"} & set(
            getattr(item, "fixturenames", ())
        ) or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


@pytest.fixture
def data_folder(tmp_path: Path, settings: Settings) -> Path:
    """Pictures, bells and caches of one test."""
    settings.WAA_DATA = tmp_path
    settings.MEDIA_ROOT = tmp_path / "pictures"
    options = {"location": str(tmp_path / "pictures")}
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "waa.studio.storage.WholeFiles", "OPTIONS": options},
    }
    return tmp_path


@pytest.fixture
def small_disk(data_folder: Path, settings: Settings) -> FullDisk:
    """The same folder on a disk with room for 4 kB more; `small_disk.room` changes that."""
    options = {"location": str(data_folder / "pictures")}
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "tests.disks.FullDisk", "OPTIONS": options},
    }
    return storages["default"]


@pytest.fixture
def quick_engine(settings: Settings) -> Iterator[str]:
    """An engine that does what the words say, and nothing slowly (tests/engines/quick.py); the one jobs get."""
    registry.register("quick", "tests.engines.quick:QuickEngine")
    settings.ENGINE = "quick"
    yield "quick"
    registry.remove("quick")


@pytest.fixture
def alice(db: None) -> Visitor:
    """The owner."""
    return Visitor.objects.create()


@pytest.fixture
def bob(db: None) -> Visitor:
    """Another member of the same site, with pictures of his own."""
    return Visitor.objects.create()


@pytest.fixture
def client_for() -> Callable[..., Client]:
    """`client_for(alice)` is her browser; `client_for(None)` belongs to a stranger who never made anything."""

    def make(visitor: Visitor | None = None, language: str = "zh-HK") -> Client:
        client = Client(headers={"accept-language": language})
        if visitor is not None:
            client.cookies[settings.VISITOR_COOKIE] = cookie_for(visitor)
        return client

    return make
