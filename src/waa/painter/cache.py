"""Where the painter keeps what it makes once: shapes of clay, rasters of glyphs. None: only in memory."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path

_root: Path | None = None


def keep_in(root: Path | None) -> None:
    """Set the folder. Nothing is made until something is kept."""
    global _root
    _root = root


def folder(name: str) -> Path | None:
    """The folder for one kind of thing, made if need be; None when nothing is kept or the disk refuses."""
    if _root is None:
        return None
    path = _root / name
    with contextlib.suppress(OSError):
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        return path
    return None


_writes = itertools.count(1)


def tidy(path: Path, limit: int) -> None:
    """Now and then: remove the files of a folder that were used longest ago until `limit` bytes are left."""
    if next(_writes) % 64:
        return
    seen = sorted((f.stat().st_mtime, f.stat().st_size, f) for f in path.iterdir())
    total = sum(size for _, size, _ in seen)
    for _, size, file in seen:
        if total <= limit:
            return
        file.unlink(missing_ok=True)
        total -= size
