"""Archive: finished models on disk, so that a new process, or the one next door, need not build them again.

A file is named after what was asked for and after the painter's own source as it was when the process began: a
changed builder never meets the models of the old one. Arrays and plain JSON, nothing that runs when it is read.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from waa.painter import cache
from waa.painter.colour import F
from waa.painter.solid.mesh import Mesh
from waa.painter.solid.model import Anchor, Lamp, Model

_PARTS = ("mesh", "glass", "night")
_MOST = 500_000_000  # bytes of models on disk
_ARRAYS = ("vertices", "faces", "normals", "colours", "surface")


@lru_cache(1)
def source() -> str:
    """Names the painter's source by the paths, sizes and times of its files. Ask before importing builders."""
    root = Path(__file__).parents[1]
    files = [*root.rglob("*.py"), *(root.parent / "assets").glob("glyphs.*")]
    seen = [(str(f.relative_to(root.parent)), f.stat().st_size, f.stat().st_mtime_ns) for f in sorted(files)]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def archived(name: str, make: Callable[[], Model]) -> Model:
    """The model of that name from the folder, else from `make`, and put there. A globe has code in it and stays out."""
    folder = cache.folder("models")
    if folder is None:
        return make()
    path = folder / f"{hashlib.sha256(f'{source()}|{name}'.encode()).hexdigest()[:32]}.npz"
    model = _read(path)
    if model is None:
        model = make()
        if model.globe is None:
            model = _written(path, model)
    return model


def _read(path: Path) -> Model | None:
    try:
        with np.load(path) as data:
            facts = json.loads(data["facts"].tobytes())
            meshes = {part: _mesh(data, part) for part in facts["parts"]}
        os.utime(path)  # what is read stays
        return _model(facts, meshes)
    except (
        OSError,
        ValueError,
        KeyError,
        EOFError,
    ):  # not there, or cut short by a full disk: build it again
        return None


def _mesh(data: Mapping[str, Any], part: str) -> Mesh:
    return Mesh(*(data[f"{part}.{name}"] for name in _ARRAYS))


def _model(facts: dict[str, Any], meshes: dict[str, Mesh]) -> Model:
    anchors = {
        k: Anchor(at=_point(a["at"]), size=a["size"], yaw=a["yaw"]) for k, a in facts["anchors"].items()
    }
    lamps = tuple(Lamp(**{**lamp, "at": _point(lamp["at"])}) for lamp in facts["lamps"])
    return Model(anchors=anchors, lamps=lamps, waterline=facts["waterline"], **meshes)  # type: ignore[arg-type]


def _point(numbers: list[float]) -> tuple[float, float, float]:
    x, y, z = numbers
    return x, y, z


def _written(path: Path, model: Model) -> Model:
    """Puts the model there, and answers what will be read back: the same bytes whoever asks first."""
    meshes = {part: getattr(model, part) for part in _PARTS if getattr(model, part) is not None}
    facts = {
        "parts": list(meshes),
        "anchors": {k: asdict(a) for k, a in model.anchors.items()},
        "lamps": [asdict(lamp) for lamp in model.lamps],
        "waterline": model.waterline,
    }
    arrays = {
        f"{part}.{name}": np.ascontiguousarray(getattr(mesh, name), np.int32 if name == "faces" else F)
        for part, mesh in meshes.items()
        for name in _ARRAYS
    }
    text = json.dumps(facts, default=float)  # NumPy's numbers are floats here
    part_written = path.with_suffix(f".{os.getpid()}.{id(model)}.part")
    try:
        with part_written.open("wb") as file:
            np.savez(file, facts=np.frombuffer(text.encode(), np.uint8), **arrays)
        part_written.replace(path)
        cache.tidy(path.parent, _MOST)
    except OSError:  # a full disk costs time, not the picture
        part_written.unlink(missing_ok=True)
    return _model(json.loads(text), {part: _mesh(arrays, part) for part in meshes})
