"""Engines by kind, imported on first use, so that nothing heavy loads where nothing is painted.

A package of somebody else's adds its engines with an entry point of the group `waa.engines`, a line of its own
pyproject.toml: `[project.entry-points."waa.engines"]`, then `name = "module:Class"`.
"""

from __future__ import annotations

import importlib
import threading
from importlib.metadata import entry_points

from waa.engines.base import Engine
from waa.lib.errors import NotHere

ENGINES: dict[str, str] = {
    "offline": "waa.engines.offline:OfflineEngine",
}
GROUP = "waa.engines"

_open: dict[str, Engine] = {}
_lock = threading.RLock()


def register(name: str, where: str) -> None:
    """Add an engine, `where` as "module:Class". A name that is taken goes to the newcomer."""
    with _lock:
        remove(name)
        ENGINES[name] = where


def remove(name: str) -> None:
    """Close an engine and forget it."""
    with _lock:
        ENGINES.pop(name, None)
        if name in _open:
            _open.pop(name).close()


def get(name: str) -> Engine:
    """The engine of that kind, one for the whole process. NotHere for a kind nobody registered."""
    with _lock:
        if name not in _open:
            module, _, attribute = _where(name).partition(":")
            _open[name] = getattr(importlib.import_module(module), attribute)()
        return _open[name]


def _where(name: str) -> str:
    if name in ENGINES:
        return ENGINES[name]
    for point in entry_points(group=GROUP, name=name):
        return point.value
    raise NotHere("no_such_engine", f"冇「{name}」呢個引擎。", f"There is no engine called {name!r}.")


def names() -> list[str]:
    """Every kind there is, ours first."""
    return list(dict.fromkeys([*ENGINES, *(point.name for point in entry_points(group=GROUP))]))


def close_all() -> None:
    """Close every engine that was opened."""
    with _lock:
        while _open:
            _open.popitem()[1].close()
