from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.upstreams.painters import registered


@pytest.fixture
def now() -> datetime:
    """A Wednesday afternoon in Hong Kong."""
    return datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


@pytest.fixture
def painters() -> Iterator[None]:
    """The kinds of tests/upstreams/painters.py are registered."""
    with registered():
        yield
