"""One memory for all of these tests: in their random order the painter's own would forget what the next one needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from waa.painter.kept import STORE


@pytest.fixture(scope="package", autouse=True)
def much_is_kept() -> Iterator[None]:
    limit, STORE.limit = STORE.limit, 1_000_000_000
    yield
    STORE.limit = limit
    STORE.clear()
