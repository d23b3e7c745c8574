"""Engines by kind, imported on first use, so that nothing heavy loads where nothing is painted.

A package of somebody else's adds its engines with an entry point of the group `waa.engines`, a line of its own
pyproject.toml: `[project.entry-points."waa.engines"]`, then `name = "module:Class"`.
"""

from __future__ import annotations

import functools
import importlib
import threading
from importlib.metadata import entry_points

from waa.engines.base import Config, Engine
from waa.lib.errors import NotHere

ENGINES: dict[str, str] = {
    "offline": "waa.engines.offline:OfflineEngine",
    "flux": "waa.engines.flux:FluxEngine",
    "bfl": "waa.engines.bfl:BflEngine",
    "gemini": "waa.engines.gemini:GeminiEngine",
    "openai_images": "waa.engines.openai_images:OpenAIImagesEngine",
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


def kind(name: str) -> type[Engine]:
    """The class of that kind. NotHere for a kind nobody registered."""
    with _lock:
        module, _, attribute = _where(name).partition(":")
        found: type[Engine] = getattr(importlib.import_module(module), attribute)
        return found


def get(name: str) -> Engine:
    """The engine of that kind which needs no account, one for the whole process. NotHere for a kind nobody registered."""
    return open_with(name, None, name)


def open_with(name: str, config: Config | None, key: str) -> Engine:
    """The engine of that kind with that Config, opened once for each `key`: who gives another Config gives another key."""
    with _lock:
        if key not in _open:
            _open[key] = kind(name)() if config is None else kind(name)(config)  # type: ignore[call-arg]
        return _open[key]


def _where(name: str) -> str:
    if name in ENGINES:
        return ENGINES[name]
    if name in _others():
        return _others()[name]
    raise NotHere("no_such_engine", f"冇「{name}」呢個引擎。", f"There is no engine called {name!r}.")


@functools.cache
def _others() -> dict[str, str]:
    """What other packages brought. Looked up once: all that is installed is read for it, which takes ten milliseconds."""
    return {point.name: point.value for point in entry_points(group=GROUP)}


def names() -> list[str]:
    """Every kind there is, ours first."""
    return list(dict.fromkeys([*ENGINES, *_others()]))


def close_all() -> None:
    """Close every engine that was opened."""
    with _lock:
        while _open:
            _open.popitem()[1].close()
