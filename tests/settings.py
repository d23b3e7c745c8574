"""Waa's settings for tests: a data folder of their own, small and quick."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

if "WAA_TEST_DATA" not in os.environ:
    os.environ["WAA_TEST_DATA"] = tempfile.mkdtemp(prefix="waa-test-")
    atexit.register(shutil.rmtree, os.environ["WAA_TEST_DATA"], ignore_errors=True)
os.environ["WAA_DATA"] = os.environ["WAA_TEST_DATA"]
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("DATABASE_URL", "sqlite")
os.environ["PORT"] = "8000"

from waa.settings import *  # noqa: F403
from waa.settings import DATABASES, STATIC_ROOT, STORAGES, WAA_DATA

STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
if "sqlite" in str(DATABASES["default"]["ENGINE"]):
    # A file, not memory: threads share it, as they do in the product.
    DATABASES["default"]["TEST"] = {"NAME": str(WAA_DATA / "test.sqlite3")}
