"""Names of workers. DBOS gives a worker that comes back the runs of its name, so that no two that live may share one."""

from __future__ import annotations

import fcntl
import itertools
import os
from dataclasses import dataclass
from pathlib import Path


class NameTaken(Exception):
    """Another live worker of this machine has that name."""


@dataclass(frozen=True)
class Name:
    """Taken until this process ends, however it ends: the system lets go of the lock."""

    text: str
    lock: int  # of the open file


def take(folder: Path, text: str = "") -> Name:
    """That name, or the first of this machine's that nobody has: host-0, host-1, … NameTaken for one that is taken."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if text:
        if (name := _locked(folder, text)) is None:
            raise NameTaken(text)
        return name
    numbered = (_locked(folder, f"{os.uname().nodename}-{n}") for n in itertools.count())
    return next(name for name in numbered if name is not None)


def _locked(folder: Path, text: str) -> Name | None:
    lock = os.open(folder / text.replace("/", "_"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    return Name(text, lock)
