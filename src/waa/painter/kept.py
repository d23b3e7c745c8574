"""Kept: what was made once and may be wanted again, in memory, within one bound for the whole process.

Models, photographs, backdrops and the sets of places all share it. What goes first is what takes little time to make
again for the room it takes, and was not asked for lately (GreedyDual-Size, Cao and Irani 1997). Whatever is kept is
shared by all who ask for it, so nobody may change it.
"""

from __future__ import annotations

import dataclasses
import sys
import threading
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

import numpy as np

LIMIT = 72_000_000  # bytes
_SMALL = 200  # a guess for whatever is not an array

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass
class _Item:
    value: Any
    weight: int
    worth: float  # milliseconds for each byte
    rank: float = 0.0


class Store:
    """A mapping that forgets. Threads may share it: at worst two of them make the same thing."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._items: dict[Hashable, _Item] = {}
        self._age = 0.0  # the rank of what went last: whatever is asked for ranks above it
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """What is kept under `key`, else what `make` makes; what alone would fill half of the store is not kept."""
        found: _T | None = self.find(key)
        if found is not None:
            return found
        start = time.perf_counter()
        made = make()
        self.put(key, made, 1000 * (time.perf_counter() - start))
        return made

    def find(self, key: Hashable) -> Any:
        """What is kept under `key`, or None."""
        with self._lock:
            item = self._items.pop(key, None)
            if item is None:
                return None
            self._items[key] = item  # the last of its rank to go
            item.rank = self._age + item.worth
            return item.value

    def put(self, key: Hashable, value: object, took: float) -> None:
        """Keep what took so many milliseconds to make."""
        weight = weigh((key, value))
        if weight > self.limit / 2:
            return
        item = _Item(value, weight, took / weight)
        with self._lock:
            if key in self._items:
                self.size -= self._items[key].weight
            item.rank = self._age + item.worth
            self._items[key] = item
            self.size += item.weight
            if self.size > self.limit:
                self._make_room()

    def _make_room(self) -> None:
        """A tenth at once: sorting takes time."""
        for key, item in sorted(self._items.items(), key=lambda pair: pair[1].rank):
            if self.size <= 0.9 * self.limit:
                return
            self._age = item.rank
            del self._items[key]
            self.size -= item.weight

    def clear(self) -> None:
        with self._lock:
            self._items.clear()
            self.size = 0


STORE = Store(LIMIT)


def kept(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Decorator: the answers of a function of hashable arguments are kept in the process's one store."""

    @wraps(function)
    def asked(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        key = (function.__module__, function.__qualname__, args, *sorted(kwargs.items()))
        return STORE.get(key, lambda: function(*args, **kwargs))

    return asked


def weigh(value: object) -> int:
    """About how many bytes `value` holds on to: arrays in dataclasses, containers and closures are found."""
    return _weigh(value, set())


def _weigh(value: object, seen: set[int]) -> int:
    if value is None or isinstance(value, (int, float)):
        return _SMALL
    if isinstance(value, np.ndarray) and isinstance(value.base, np.ndarray):
        return _weigh(value.base, seen)  # a view keeps the whole of what it looks at
    if id(value) in seen:
        return 0
    seen.add(id(value))
    if isinstance(value, np.ndarray):
        return value.nbytes + _SMALL
    if isinstance(value, (str, bytes)):
        return sys.getsizeof(value)
    return _SMALL + sum(_weigh(part, seen) for part in _parts(value))


def _parts(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    if isinstance(value, (list, tuple, set, frozenset)):
        return list(value)
    if isinstance(value, partial):
        return [value.func, *value.args, *value.keywords.values()]
    if callable(value) and getattr(value, "__closure__", None):
        return [cell.cell_contents for cell in value.__closure__]  # type: ignore[attr-defined]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    return list(vars(value).values()) if hasattr(value, "__dict__") and not isinstance(value, type) else []
