"""Engines by kind, imported on first use, so that nothing heavy loads where nothing is painted."""

from __future__ import annotations

import importlib
import threading

from waa.engines.base import Engine
from waa.lib.errors import NotHere

ENGINES: dict[str, str] = {
    "offline": "waa.engines.offline:OfflineEngine",
}
DEFAULT = "offline"

_open: dict[str, Engine] = {}
_lock = threading.Lock()


def get(name: str) -> Engine:
    """The engine of that kind, one for the whole process. NotHere for a kind nobody registered."""
    with _lock:
        if name not in _open:
            if name not in ENGINES:
                raise NotHere(
                    "no_such_engine", f"冇「{name}」呢個引擎。", f"There is no engine called {name!r}."
                )
            module, _, attribute = ENGINES[name].partition(":")
            _open[name] = getattr(importlib.import_module(module), attribute)()
        return _open[name]


def close_all() -> None:
    """Close every engine that was opened."""
    with _lock:
        while _open:
            _open.popitem()[1].close()
