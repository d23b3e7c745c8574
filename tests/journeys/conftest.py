"""One Waa for all journeys, as ./run starts it, and one Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.processes.place import Place

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)
            if CHROMIUM is None:
                item.add_marker(
                    pytest.mark.skip(reason="no chromium: apt-get install chromium fonts-noto-cjk")
                )


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """With the painter that comes with Waa."""
    place = Place(tmp_path_factory.mktemp("journeys"), ENGINE="offline").start()
    yield place
    place.end()


@pytest.fixture(scope="session")
def site(place: Place) -> str:
    return f"http://localhost:{place.port}"


@pytest.fixture(scope="module")  # no longer: while it is there an event loop runs in this thread
def chromium() -> Iterator[Browser]:
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
