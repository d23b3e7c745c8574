"""FluxEngine: what Waa sees of FLUX. Data until the first picture; then one pipeline, one picture at a time."""

from __future__ import annotations

import importlib.util
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from waa.engines.base import (
    Config,
    Engine,
    EngineBroken,
    EngineError,
    Model,
    PictureRequest,
    PictureResult,
    Ping,
    Pixels,
    Progress,
    setting,
)
from waa.engines.flux import catalogue

if TYPE_CHECKING:
    from waa.engines.flux.memory import Plan
    from waa.engines.flux.painting import Painter

log = logging.getLogger("waa.engines")
T = TypeVar("T")

PACKAGES = ("torch", "diffusers", "transformers", "accelerate")
_CHOICES = {
    "precision": ("auto", "bf16", "fp8", "fp32"),
    "offload": ("auto", "none", "model", "group"),
    "compile": ("off", "on"),
}


@dataclass(frozen=True, kw_only=True, repr=False)
class FluxConfig(Config):
    """What the operator may set; nothing has to be."""

    model: str = setting(
        catalogue.DEFAULT, zh="模型（代號或資料夾）", en="Model (id or folder)", env="FLUX_MODEL"
    )
    models_dir: str = setting("", zh="放模型嘅資料夾", en="Folder of models", env="FLUX_MODELS_DIR")
    device: str = setting("auto", zh="用邊個處理器", en="Device: auto, cuda, mps or cpu", env="FLUX_DEVICE")
    precision: str = setting(
        "auto",
        zh="精度（auto、bf16、fp8、fp32）",
        en="Precision: auto, bf16, fp8 or fp32",
        env="FLUX_PRECISION",
    )
    offload: str = setting(
        "auto",
        zh="記憶體不足時點搬（auto、none、model、group）",
        en="Offloading: auto, none, model or group",
        env="FLUX_OFFLOAD",
    )
    compile: str = setting(
        "off",
        zh="編譯（on：首次多等，之後較快）",
        en="Compile (on: slower start, faster pictures)",
        env="FLUX_COMPILE",
    )
    steps: int = setting(0, zh="步數（0：模型自己嘅）", en="Steps (0: the model's own)", env="FLUX_STEPS")
    text_cache_mb: int = setting(
        64, zh="記住讀過嘅字（MB）", en="Memory for prompts read before, MB", env="FLUX_TEXT_CACHE_MB"
    )
    accept_licence: str = setting(
        "", zh="已確認嘅授權名", en="Name of a licence you have accepted", env="FLUX_ACCEPT_LICENCE"
    )


class FluxEngine(Engine):
    name = "flux"
    label = ("本機 FLUX", "FLUX on this machine")
    config_class = FluxConfig
    models = tuple(known.model for known in catalogue.KNOWN.values())
    is_local = True
    version: str

    WAIT_SECONDS: ClassVar[float] = 0.5  # between two looks at whether somebody who waits has cancelled

    def __init__(self, config: FluxConfig | None = None) -> None:
        self.config = config or FluxConfig()
        self._models = catalogue.models_folder(self.config.models_dir)
        model = catalogue.model_of(self.config.model, self._models)
        self.version = model.id if model.id in catalogue.KNOWN else Path(model.id).name
        self.capabilities = model.capabilities
        self._turn = threading.Lock()
        self._painter: Painter | None = None
        self._plan: Plan | None = None  # of the painter, or of the last try to load one

    @classmethod
    def model_of(cls, model_id: str) -> Model:
        return catalogue.model_of(model_id, catalogue.models_folder())

    @classmethod
    def model_for(cls, config: Config) -> Model:
        assert isinstance(config, FluxConfig)
        return catalogue.model_of(config.model, catalogue.models_folder(config.models_dir))

    @classmethod
    def is_here(cls) -> bool:
        return not missing_packages()

    def has_model(self) -> bool:
        """Whether the weights are whole on this machine."""
        return catalogue.find(self.config.model, self._models) is not None

    def ping(self) -> Ping:
        try:
            folder = self._folder()
        except EngineError as error:
            return Ping(is_well=False, zh=error.zh, en=error.en)
        return Ping(is_well=True, zh=f"模型 {folder.name} 齊全", en=f"the model {folder.name} is whole",
                    models=frozenset({self.config.model}))  # fmt: skip

    def warm_up(self) -> None:
        """Load the model and paint something small, so that the first picture does not wait. EngineError as in `draw`."""
        with self._turn, _told():
            self._within_memory(lambda painter: None)

    def close(self) -> None:
        """Give the memory back, unless it is painting or loading just now: then the end of the process does."""
        if self._turn.acquire(timeout=1.0):
            try:
                self._drop()
            finally:
                self._turn.release()

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        started = time.monotonic()
        tell = _growing(on_progress)
        with self._my_turn(tell), _told():
            waited = time.monotonic() - started
            pixels = self._paint(request, tell)
            assert self._painter is not None
            plan, took = self._painter.plan, self._painter.took
        meta = {"precision": plan.precision, "offload": plan.offload, "waited": waited, **took}
        return PictureResult(
            pixels=pixels,
            engine=self.name,
            version=self.version,
            seed=request.seed,
            prompt_used=request.prompt,
            notes=_notes(request, plan),
            cost_usd_micros=0,
            meta=meta,
        )

    def _paint(self, request: PictureRequest, tell: Progress) -> Pixels:
        tell(0.01, "load")
        return self._within_memory(lambda painter: painter.paint(request, tell))

    def _within_memory(self, work: Callable[[Painter], T]) -> T:
        """Once, and once more with a leaner plan when the memory runs out, be it in loading or in painting."""
        try:
            return work(self._ready())
        except Exception as error:
            leaner = self._plan.leaner() if self._plan is not None and _is_memory(error) else None
            if leaner is None:
                raise
            log.warning("flux: the memory ran out; now with offload %s", leaner.offload)
        self._drop()  # here, where the error and all that its frames held are gone
        return work(self._ready(leaner))

    @contextmanager
    def _my_turn(self, tell: Progress) -> Iterator[None]:
        """Wait for the pipeline, which serves one at a time; whoever waits may still cancel."""
        while not self._turn.acquire(timeout=self.WAIT_SECONDS):
            tell(0.0, "wait")
        try:
            yield
        finally:
            self._turn.release()

    def _folder(self) -> Path:
        """The weights. EngineMisconfigured, with what to run, when something is missing."""
        _check_choices(self.config)
        if lacking := missing_packages():
            raise catalogue.packages_missing(", ".join(lacking))
        folder = catalogue.find(self.config.model, self._models)
        if folder is None:
            raise catalogue.not_here(self.config.model)
        catalogue.pipeline_of(folder)
        licence = catalogue.licence_of(self.config.model, folder)
        if licence and not catalogue.is_free(licence) and licence != self.config.accept_licence:
            raise catalogue.not_acknowledged(self.config.model, licence)
        return folder

    def _ready(self, plan: Plan | None = None) -> Painter:
        if self._painter is None:
            folder = self._folder()
            from waa.engines.flux import loading
            from waa.engines.flux.painting import Painter

            config = self.config
            chosen = plan or loading.plan(
                folder, device=config.device, precision=config.precision, offload=config.offload
            )
            self._plan = chosen
            pipe = loading.load(folder, chosen, fast=config.compile == "on")
            painter = Painter(pipe, chosen, steps=config.steps, text_bytes=config.text_cache_mb << 20)
            painter.warm_up()
            self._painter = painter
        return self._painter

    def _drop(self) -> None:
        self._painter = None
        if self._plan is not None:
            from waa.engines.flux import loading

            loading.free(self._plan.device)


def missing_packages() -> list[str]:
    """Those of FLUX's packages that this Python does not have; nothing is imported for it."""
    return [name for name in PACKAGES if importlib.util.find_spec(name) is None]


def _check_choices(config: FluxConfig) -> None:
    for name, choices in _CHOICES.items():
        value = getattr(config, name)
        if value not in choices:
            raise catalogue.misconfigured(
                "setting_unknown",
                f"FLUX_{name.upper()} 唔可以係「{value}」，只可以揀：{'、'.join(choices)}。",
                f"FLUX_{name.upper()}={value} is none of: {', '.join(choices)}.",
            )


def _notes(request: PictureRequest, plan: Plan) -> tuple[tuple[str, str], ...]:
    """What little memory costs, and a mask: the pipeline for masks looks at two pictures and paints a megapixel."""
    notes = []
    if plan.precision == "fp8":
        notes.append(
            (
                "顯示卡記憶體唔多，用咗 fp8 畫，細節同原裝可能有少少出入。",
                "The GPU has little memory, so this was painted in fp8: details may differ a little from the full model.",
            )
        )
    if request.mask_image is not None and len(request.reference_images) > 2:
        notes.append(
            ("有遮罩時 FLUX 只會睇頭兩張相。", "With a mask FLUX looks at the first two pictures only.")
        )
    if request.mask_image is not None and request.width * request.height > 1 << 20:
        notes.append(
            (
                "有遮罩時 FLUX 最多畫一百萬點，呢張係放大咗嘅。",
                "With a mask FLUX paints a megapixel at most; this picture was enlarged.",
            )
        )
    return tuple(notes)


def _growing(on_progress: Progress) -> Progress:
    """Progress that never falls, though a second try begins again."""
    most = 0.0

    def tell(share: float, step: str, preview: Pixels | None = None) -> None:
        nonlocal most
        most = max(most, share)
        on_progress(most, step, preview)

    return tell


def _is_memory(error: BaseException) -> bool:
    import torch

    return isinstance(error, torch.OutOfMemoryError)


@contextmanager
def _told() -> Iterator[None]:
    """What went wrong inside, as a sentence; nobody was charged for it. Cancelled and our own errors go through."""
    try:
        yield
    except (RuntimeError, ValueError, OSError, ImportError) as error:
        log.exception("flux: painting failed")
        if _is_memory(error):
            raise EngineBroken(
                "out_of_memory",
                "呢部機嘅記憶體唔夠畫呢張圖，冇扣任何額度。試下細啲嘅尺寸，或者轉用第二個引擎。",
                "This machine has not enough memory for that picture. Nothing was charged; try a smaller size or "
                "another engine.",
                is_unpaid=True,
            ) from error
        raise EngineBroken(
            "flux_failed",
            "本機 FLUX 出咗問題，冇扣任何額度。可以再試，或者轉用第二個引擎。",
            "FLUX on this machine failed. Nothing was charged; try again or choose another engine.",
            retryable=True,
            is_unpaid=True,
        ) from error
