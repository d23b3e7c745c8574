"""Memory: what paintings no longer need goes back to the machine.

The C library keeps freed memory for later, in pieces that large pictures leave behind; after some hundred pictures
that is more than all the painter uses. What is given back must be asked for again, page by page, so that it is done
now and then only.
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

ENOUGH = 240_000_000  # bytes resident: below that nobody minds
PAUSE = 2.0  # seconds between two times

_last = -PAUSE


def give_back() -> None:
    """Give back free memory where there may be much of it; a few milliseconds, and nothing outside Linux."""
    global _last
    now = time.monotonic()
    if now - _last < PAUSE:
        return
    trim = _trim()
    if trim is not None and resident() > ENOUGH:
        _last = now
        trim(0)


def resident() -> int:
    """Bytes of the machine's memory that this process holds; 0 where nobody can tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


@lru_cache(1)
def _trim() -> Callable[[int], int] | None:
    """malloc_trim(3) of the GNU C library."""
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):
        return None
