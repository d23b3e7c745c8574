"""A provider made of plans: what each model does next is written down by the test, and what it was asked is kept.

    scripted.plan("pro", Busy, None)     the first call is refused as busy, the second paints

Its models stand behind every offer that costs something, so that a test needs no fake of a real provider.
"""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from waa.engines.base import (
    Capabilities,
    Config,
    Engine,
    EngineBroken,
    EngineBusy,
    EngineError,
    EngineMisconfigured,
    EngineRefused,
    Model,
    PictureRequest,
    PictureResult,
    Progress,
    setting,
)

_CAN = Capabilities(modes=frozenset({"draw", "edit"}), min_side=16, max_references=8, trained=True)
_ENGLISH = Capabilities(modes=frozenset({"draw", "edit"}), min_side=16, side_step=16, max_references=4,
                        languages=frozenset({"en"}), trained=True)  # fmt: skip

Plan = Callable[[PictureRequest, Progress], PictureResult | None] | EngineError | None

plans: dict[str, deque[Plan]] = defaultdict(deque)
asked: list[tuple[str, PictureRequest]] = []
_lock = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class ScriptedConfig(Config):
    api_key: str = setting("", zh="金鑰", en="Key", env="SCRIPTED_API_KEY", secret=True)
    model: str = setting("pro", zh="型號", en="Model")


class ScriptedEngine(Engine):
    name = "scripted"
    label = ("照稿", "Scripted")
    config_class = ScriptedConfig
    is_local = False
    models = (
        Model(id="pro", name="Pro", offer="gemini-pro", capabilities=_CAN, price_usd_micros=134_000),
        Model(id="flash", name="Flash", offer="gemini", capabilities=_CAN, price_usd_micros=33_600),
        Model(id="klein", name="Klein", offer="flux", capabilities=_ENGLISH, price_usd_micros=14_000,
              edit_price_usd_micros=15_000),
    )  # fmt: skip

    def __init__(self, config: ScriptedConfig) -> None:
        self.version = config.model
        self.capabilities = self.model_of(config.model).capabilities

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        with _lock:
            asked.append((self.version, request))
            next_plan = plans[self.version].popleft() if plans[self.version] else None
        on_progress(0.1, "wait")
        if isinstance(next_plan, EngineError):
            raise next_plan
        told = next_plan(request, on_progress) if next_plan is not None else None
        on_progress(0.92, "receive")
        return told or self._painted(request)

    def _painted(self, request: PictureRequest) -> PictureResult:
        pixels = np.full((request.height, request.width, 3), request.seed % 200 + 20, np.uint8)
        return PictureResult(pixels=pixels, engine=self.name, version=self.version, seed=request.seed,
                             prompt_used=request.prompt)  # fmt: skip


def plan(model: str, *what: Plan) -> None:
    plans[model].extend(what)


def forget() -> None:
    plans.clear()
    asked.clear()


def busy() -> EngineError:
    return EngineBusy(
        "provider_busy", "太多人。", "Too many people.", retryable=True, retry_after=7, is_unpaid=True
    )


def unreachable() -> EngineError:
    return EngineBroken("provider_unreachable", "連唔到。", "Not reached.", retryable=True, is_unpaid=True)


def too_late() -> EngineError:
    return EngineBroken("provider_timeout", "太耐。", "Too late.", retryable=True)


def refused() -> EngineError:
    return EngineRefused("blocked", "唔畫呢樣。", "Will not paint that.")


def no_credit() -> EngineError:
    return EngineMisconfigured("provider_no_credit", "冇錢。", "No credit.", is_unpaid=True)
