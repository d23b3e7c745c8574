"""Memory: what a painting no longer needs goes back to the machine.

The C library keeps freed memory for later, in pieces that large pictures leave behind; after some hundred pictures
that is more than all the painter uses.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

ENOUGH = 240_000_000  # bytes resident: below that nobody minds


def give_back() -> None:
    """Give back free memory where there may be much of it; a few milliseconds, and nothing outside Linux."""
    trim = _trim()
    if trim is not None and resident() > ENOUGH:
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
