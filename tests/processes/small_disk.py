"""Waa's settings, but pictures lie on a disk that is soon full (tests/disks.py): a little room for each process."""

from __future__ import annotations

from waa.settings import *  # noqa: F403
from waa.settings import MEDIA_ROOT, STORAGES

STORAGES["default"] = {
    "BACKEND": "tests.disks.FullDisk",
    "OPTIONS": {"location": str(MEDIA_ROOT), "room": 10_000},
}
