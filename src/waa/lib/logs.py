"""Logs: which job a line is about, whoever writes it.

with logs.about("job 01a2…"):
    …                      every line written in here, also from a request on another loop, says so
"""

from __future__ import annotations

import contextlib
import contextvars
import logging
from collections.abc import Iterator

_about: contextvars.ContextVar[str] = contextvars.ContextVar("about", default="")


@contextlib.contextmanager
def about(what: str) -> Iterator[None]:
    token = _about.set(what)
    try:
        yield
    finally:
        _about.reset(token)


class About(logging.Filter):
    """Gives each record `about`: " [job 01a2…]", or nothing."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.about = f" [{_about.get()}]" if _about.get() else ""
        return True
