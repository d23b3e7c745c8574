"""Kinds of engines for these tests, and rows for their accounts. They are registered like any other.

paid      takes a key; three models behind two offers; what its key is called decides what its ping says
near      this machine's own; `Near.is_there` says whether its model is on it
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from waa.engines import registry
from waa.engines.base import (
    Capabilities,
    Config,
    Engine,
    Model,
    PictureRequest,
    PictureResult,
    Ping,
    Progress,
    setting,
)
from waa.upstreams import seal
from waa.upstreams.models import Upstream, UpstreamModel

KEY = "sk-nobody-may-ever-see-this"
CENT = 10_000  # millionths of a US dollar

_BOTH = frozenset({"draw", "edit"})
GOOD = Capabilities(modes=_BOTH, max_references=4, supports_mask=True, trained=True)


@dataclass(frozen=True, kw_only=True, repr=False)
class PaidConfig(Config):
    api_key: str = setting("", zh="密鑰", en="API key", env="PAID_API_KEY", secret=True)
    model: str = setting("paid-pro", zh="模型", en="Model", env="PAID_MODEL")
    base_url: str = setting("https://paid.example", zh="網址", en="Address", env="PAID_BASE_URL")
    timeout: float = setting(60.0, zh="最多等幾多秒", en="Seconds to wait")
    is_careful: bool = setting(False, zh="小心啲", en="Careful")


class Paid(Engine):
    name = "paid"
    label = ("收錢嘅", "Paid")
    config_class = PaidConfig
    is_local = False
    most_at_once = 12
    models = (
        Model(id="paid-pro", name="Pro", offer="gemini-pro", capabilities=GOOD, price_usd_micros=13 * CENT,
              edit_price_usd_micros=14 * CENT, seconds=25),
        Model(id="paid-fast", name="Fast", offer="gemini", capabilities=Capabilities(modes=_BOTH, max_references=2),
              price_usd_micros=3 * CENT),
        Model(id="paid-plain", name="Plain", offer="gemini", capabilities=Capabilities(max_side=1024),
              price_usd_micros=1 * CENT),
    )  # fmt: skip

    def __init__(self, config: PaidConfig) -> None:
        self.config = config
        self.version = config.model
        self.capabilities = self.model_for(config).capabilities

    def ping(self) -> Ping:
        if "wrong" in self.config.api_key:
            return Ping(is_well=False, zh="密鑰唔啱。", en="The key is wrong.")
        if "crash" in self.config.api_key:
            raise ZeroDivisionError
        ids = {m.id for m in self.models} - ({"paid-fast"} if "old" in self.config.api_key else set())
        return Ping(is_well=True, zh="準備好", en="ready", models=frozenset(ids))

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        pixels = np.full((request.height, request.width, 3), 99, np.uint8)
        return PictureResult(pixels=pixels, engine=self.name, version=self.version, seed=request.seed,
                             prompt_used=request.prompt, cost_usd_micros=12 * CENT)  # fmt: skip


@dataclass(frozen=True, kw_only=True, repr=False)
class NearConfig(Config):
    model: str = setting("near-1", zh="模型", en="Model", env="NEAR_MODEL")


class Near(Engine):
    name = "near"
    label = ("呢部機", "Near")
    config_class = NearConfig
    models = (Model(id="near-1", name="Near", offer="flux", capabilities=GOOD),)
    has_packages: ClassVar[bool] = True
    is_there: ClassVar[bool] = True

    def __init__(self, config: NearConfig) -> None:
        self.version = config.model
        self.capabilities = GOOD

    @classmethod
    def is_here(cls) -> bool:
        return cls.has_packages

    def ping(self) -> Ping:
        return Ping(is_well=self.is_there, zh="", en="")

    _draw = Paid._draw


@contextmanager
def registered() -> Iterator[None]:
    for name in ("paid", "near"):
        registry.register(name, f"tests.upstreams.painters:{name.title()}")
    yield
    for name in ("paid", "near"):
        registry.remove(name)
    Near.has_packages = Near.is_there = True


def an_account(name: str = "ours", *models: UpstreamModel, kind: str = "paid", **more: Any) -> Upstream:
    more.setdefault("sealed", seal.seal({"api_key": KEY} if kind != "near" else {}))
    upstream = Upstream.objects.create(name=name, kind=kind, **more)
    for model in models:
        model.upstream = upstream
        model.save()
    return upstream


def a_model(
    model_id: str = "paid-pro", offer: str = "gemini-pro", cents: int = 10, **more: Any
) -> UpstreamModel:
    return UpstreamModel(model_id=model_id, offer=offer, price_usd_micros=cents * CENT, **more)
