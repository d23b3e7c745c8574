"""The writer of this process: one, opened when it is first wanted, or none where no model is named.

WRITER_MODEL=qwen3:8b WRITER_BASE_URL=http://localhost:11434/v1 waa serve
"""

from __future__ import annotations

import importlib
import threading

from waa.writers.base import Writer

WRITERS: dict[str, str] = {"openai_chat": "waa.writers.openai_chat:OpenAIChatWriter"}

_lock = threading.Lock()
_open: dict[tuple[str, str, str], Writer] = {}


def writer() -> Writer | None:
    """The one that the settings WRITER_MODEL, WRITER_BASE_URL and WRITER_API_KEY name; None without a model."""
    from waa import settings  # read when it is wanted, as the settings are Django's too

    return open_with(settings.WRITER_MODEL, settings.WRITER_BASE_URL, settings.WRITER_API_KEY)


def open_with(
    model: str, base_url: str = "", api_key: str = "", *, kind: str = "openai_chat"
) -> Writer | None:
    """The writer for that model at that address, opened once; None without a model."""
    if not model:
        return None
    key = (model, base_url, api_key)
    with _lock:
        if key not in _open:
            module, _, name = WRITERS[kind].partition(":")
            made: Writer = getattr(importlib.import_module(module), name)(
                model=model, base_url=base_url, api_key=api_key
            )
            _open[key] = made
        return _open[key]


def close_all() -> None:
    """Close every writer that was opened."""
    with _lock:
        while _open:
            _open.popitem()[1].close()
