"""Tiny models on the disk, made once; one thread, for PyTorch's own wait for each other on a machine that is shared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from waa.engines.base import PictureRequest, Pixels
from waa.engines.flux import FluxConfig, FluxEngine
from waa.words.scene import Scene


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`tiny_folder("klein")`: a whole model of that class."""
    import torch

    from tests.engines.flux import tiny

    torch.set_num_threads(1)
    made: dict[str, Path] = {}

    def folder(name: str) -> Path:
        if name not in made:
            made[name] = getattr(tiny, name)(tmp_path_factory.mktemp("models") / name)
        return made[name]

    return folder


@pytest.fixture
def engine_of(tiny_folder: Callable[[str], Path]) -> Callable[..., FluxEngine]:
    """`engine_of("klein", steps=2)`: an engine of that tiny model. Nobody closes it, for it is small and that is slow."""

    def make(name: str, **settings: object) -> FluxEngine:
        return FluxEngine(FluxConfig(model=str(tiny_folder(name)), **settings))  # type: ignore[arg-type]

    return make


def asked(words: str = "a cat on the moon", **more: object) -> PictureRequest:
    wanted: dict[str, object] = {"seed": 7, "width": 96, "height": 64} | more
    return PictureRequest(prompt=words, scene=Scene(), **wanted)  # type: ignore[arg-type]


def a_photo(width: int = 96, height: int = 64, seed: int = 0) -> Pixels:
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)
