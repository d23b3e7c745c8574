"""Archive: what took long to make, on disk, so that a new process, or the one next door, need not make it again.

A file is named after what was asked for and after the painter's own source as it was when the process began: a
changed builder never meets the models of the old one. Arrays, plain values, and dataclasses of the painter that are
made of those.
"""

from __future__ import annotations

import dataclasses
import hashlib
import importlib
import json
import math
import os
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from waa.painter import cache

_MOST = 800_000_000  # bytes on disk
_HOME = "waa.painter."

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Arrays = list[NDArray[Any]]


def archived(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Decorator: the answers of a function whose arguments say by `repr` all that they are."""

    @wraps(function)
    def asked(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        name = f"{function.__module__} {function.__qualname__} {args} {sorted(kwargs.items())}"
        answer = recalled(name, lambda: function(*args, **kwargs))
        if isinstance(answer, np.ndarray):
            answer.setflags(write=False)  # shared by every caller, from the disk as well
        return answer

    return asked


def recalled(name: str, make: Callable[[], _T]) -> _T:
    """What is archived under that name, else what `make` makes, archived now."""
    folder = cache.folder("made")
    if folder is None:
        return make()
    path = folder / f"{hashlib.sha256(f'{source()}|{name}'.encode()).hexdigest()[:32]}.made"
    try:
        return cast(_T, _read(path))
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
    ):  # not there, or cut short by a full disk: make it again
        return _written(path, make())


@lru_cache(1)
def source() -> str:
    """Names the painter's source by the paths, sizes and times of its files. Ask before importing builders."""
    root = Path(__file__).parent
    files = [*root.rglob("*.py"), *(root.parent / "assets").glob("glyphs.*")]
    seen = [(str(f.relative_to(root.parent)), f.stat().st_size, f.stat().st_mtime_ns) for f in sorted(files)]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def _read(path: Path) -> object:
    """A file is the length of its facts in eight bytes, the facts as JSON, and the bytes of its arrays, each from a
    multiple of 64 on: a tenth of the time that a zip archive takes, and the arrays are views of what was read.
    """
    data = np.fromfile(path, np.uint8)
    start = 8 + int.from_bytes(data[:8].tobytes(), "little")
    facts = json.loads(data[8:start].tobytes())
    arrays: _Arrays = []
    for kind, shape in facts["arrays"]:
        first, start = _aligned(start), _aligned(start) + math.prod(shape) * np.dtype(kind).itemsize
        arrays.append(data[first:start].view(kind).reshape(shape))
    if start != data.size:
        raise ValueError(f"{path.name} was cut short")
    os.utime(path)  # what is read stays
    return _unpacked(facts["made"], arrays)


def _aligned(at: int) -> int:
    return at + -at % 64


def _written(path: Path, made: _T) -> _T:
    """Puts it there, and answers what will be read back: the same bytes whoever asks first."""
    arrays: _Arrays = []
    packed = _packed(made, arrays)
    facts = {"arrays": [(array.dtype.str, array.shape) for array in arrays], "made": packed}
    text = json.dumps(facts).encode()
    part = path.with_suffix(f".{os.getpid()}.{id(made)}.part")
    try:
        with part.open("wb") as file:
            file.write(len(text).to_bytes(8, "little") + text)
            for array in arrays:
                file.write(bytes(-file.tell() % 64))
                array.tofile(file)
        part.replace(path)
        cache.tidy(path.parent, _MOST)
    except OSError:  # a full disk costs time, not the picture
        part.unlink(missing_ok=True)
    return cast(_T, _unpacked(json.loads(text)["made"], arrays))


def _packed(value: object, arrays: _Arrays) -> object:
    """`value` as JSON, its arrays put aside."""
    if isinstance(value, np.ndarray):
        arrays.append(np.ascontiguousarray(value))
        return {"array": len(arrays) - 1}
    if isinstance(value, np.generic):
        return value.item()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (tuple, list)):
        return {type(value).__name__: [_packed(part, arrays) for part in value]}
    if isinstance(value, Mapping):
        return {"map": {str(k): _packed(part, arrays) for k, part in value.items()}}
    if not dataclasses.is_dataclass(value) or not type(value).__module__.startswith(_HOME):
        raise TypeError(f"{type(value).__name__} cannot be archived")
    fields = {f.name: _packed(getattr(value, f.name), arrays) for f in dataclasses.fields(value)}
    return {"is": [type(value).__module__, type(value).__qualname__], "fields": fields}


def _unpacked(facts: Any, arrays: _Arrays) -> Any:
    if not isinstance(facts, dict):
        return facts
    if "array" in facts:
        return arrays[facts["array"]]
    if "map" in facts:
        return {k: _unpacked(part, arrays) for k, part in facts["map"].items()}
    if "is" in facts:
        module, name = facts["is"]
        if not module.startswith(_HOME):
            raise ValueError(f"{module} is none of the painter's")
        made = getattr(importlib.import_module(module), name)
        return made(**{k: _unpacked(part, arrays) for k, part in facts["fields"].items()})
    ((kind, parts),) = facts.items()
    return (tuple if kind == "tuple" else list)(_unpacked(part, arrays) for part in parts)
