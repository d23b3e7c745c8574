"""Where picture files lie on disk: each is written beside its place and renamed into it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """Whoever reads finds a whole file or none, also after a full disk or a kill; a second write replaces the first."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: File) -> str:
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
        try:
            with self.open_part(part) as file:
                for chunk in content.chunks():
                    file.write(chunk)
            part.replace(place)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return name

    def open_part(self, part: Path) -> IO[bytes]:
        """A new file for its owner alone."""
        return os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
