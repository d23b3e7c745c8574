"""Prepare: what has to be there before the first page. Skipped while nothing has changed since the last time."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from waa import __version__
from waa.settings import accounts_given

_PACKAGE = Path(__file__).parent.parent

# Of htmx only the one file is used; its extensions name, in comments, files that are not there.
UNUSED_STATIC = ["ext", "htmx-4*", "serif.txt"]


def is_prepared(settings: Any) -> bool:
    """Whether the data folder was prepared for this very code and this database."""
    stamp = settings.WAA_DATA / "prepared"
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"] and not Path(database["NAME"]).exists():
        return False
    return (
        stamp.exists()
        and stamp.read_text() == _stamp(settings)
        and (settings.STATIC_ROOT / "staticfiles.json").exists()
    )


def _stamp(settings: Any) -> str:
    """Of the version, the migrations, the static files, the database's address and the accounts of the environment."""
    digest = hashlib.sha256(
        f"{__version__}|{settings.DATABASE_URL}|{settings.STORAGES['staticfiles']}|{accounts_given()}".encode()
    )
    watched = [
        *_PACKAGE.glob("*/migrations/*.py"),
        *(p for p in _PACKAGE.glob("*/static/**/*") if p.is_file()),
    ]
    for path in sorted(watched):
        status = path.stat()
        digest.update(f"{path.relative_to(_PACKAGE)}:{status.st_mtime_ns}:{status.st_size}".encode())
    return digest.hexdigest()


def prepare(settings: Any) -> None:
    """Folders for the owner alone, tables, static files; then the stamp."""
    from django.core.management import call_command

    for folder in (settings.WAA_DATA, settings.MEDIA_ROOT, settings.WAA_DATA / "cache"):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    call_command("migrate", interactive=False, verbosity=0)
    _keep_accounts()
    call_command("collectstatic", interactive=False, verbosity=0, clear=True, ignore_patterns=UNUSED_STATIC)
    (settings.WAA_DATA / "prepared").write_text(_stamp(settings))


def _keep_accounts() -> None:
    """So that the first page shows what the environment gives: a key, and it is there."""
    from django.utils import timezone

    from waa.upstreams import environment

    environment.sync(timezone.now())
