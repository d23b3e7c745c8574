"""How each engine is opened for its contract, a line each: at home, or at a strict fake of its provider.

    "bfl": at(Bfl, "bfl", poll_seconds=0.01)

`at(fake, kind, **settings)` starts the fake, and fills in its address and key; a setting may be a function of the fake.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.upstreams.bfl import Bfl
from tests.upstreams.gemini import Gemini
from tests.upstreams.openai import OpenAIServer
from tests.upstreams.server import Upstream
from waa.engines import registry
from waa.engines.base import Engine


@dataclass(frozen=True)
class Opened:
    """`again` opens another with settings of its own; `picture_at` is where the fake hands out the picture, "" where
    that is in the answer itself."""

    engine: Engine
    again: Callable[..., Engine]
    provider: Upstream | None = None
    picture_at: str = ""


Opening = Callable[[], AbstractContextManager[Opened]]


def at_home(name: str, where: str = "") -> Opening:
    """One that needs nobody; `where` as for `registry.register`."""

    @contextmanager
    def opened() -> Iterator[Opened]:
        if where:
            registry.register(name, where)
        yield Opened(registry.get(name), again=lambda: registry.kind(name)())
        if where:
            registry.remove(name)

    return opened


def at(fake: Callable[[], Upstream], kind: str, *, picture_at: str = "", **settings: Any) -> Opening:
    @contextmanager
    def opened() -> Iterator[Opened]:
        engines: list[Engine] = []
        with fake() as provider:
            own = {name: value(provider) if callable(value) else value for name, value in settings.items()}

            def again(**more: Any) -> Engine:
                told = {"base_url": provider.base_url, "api_key": provider.key} | own | more
                made = registry.kind(kind)
                engines.append(made(made.config_class(**told)))  # type: ignore[call-arg]
                return engines[-1]

            yield Opened(again(), again, provider, picture_at)
            for engine in engines:
                engine.close()

    return opened


@contextmanager
def tiny_flux(pipeline: str) -> Iterator[Opened]:
    """FLUX on the processor, with a few random weights."""
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    pytest.importorskip("diffusers", reason="diffusers is not installed")
    from tests.engines.flux import tiny
    from waa.engines.flux import FluxConfig, FluxEngine

    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        config = FluxConfig(model=str(getattr(tiny, pipeline)(Path(folder) / pipeline)))
        engine = FluxEngine(config)
        yield Opened(engine, again=lambda: FluxEngine(config))
        engine.close()


def _served(server: Any) -> str:
    return str(server.models[0])


# Other models and servers of the same kind have tests of their own; here stand those that promise something else.
OPENINGS: dict[str, Opening] = {
    "offline": at_home("offline"),
    "quick": at_home("quick", "tests.engines.quick:QuickEngine"),
    "bfl": at(Bfl, "bfl", picture_at="/sample", poll_seconds=0.01),
    "bfl, kontext": at(Bfl, "bfl", picture_at="/sample", poll_seconds=0.01, model="flux-kontext-pro"),
    "gemini": at(Gemini, "gemini"),
    "openai": at(OpenAIServer, "openai_images"),
    "sglang": at(partial(OpenAIServer, "sglang"), "openai_images", server="sglang", model=_served),
}
WITH_TORCH: dict[str, Opening] = {
    "flux, klein": partial(tiny_flux, "klein"),
    "flux, schnell": partial(tiny_flux, "schnell"),
}
REMOTE = ["bfl", "gemini", "openai", "sglang"]  # once for every way of asking
EVERY = [*OPENINGS, *(pytest.param(name, marks=pytest.mark.torch) for name in WITH_TORCH)]


def opening(name: str) -> AbstractContextManager[Opened]:
    return (OPENINGS | WITH_TORCH)[name]()
