"""What a picture engine is: one short contract. docs/engines.md says how to write another.

An engine turns a PictureRequest into a PictureResult. It knows no Django and no database; it gets everything in
the request, tells how far it is, and stops soon after it is asked to.

    EngineError                  the engine could not do it; `is_unpaid` where nothing can have been charged
    ├── EngineRefused            the provider will not paint this; ask for something else
    ├── EngineMisconfigured      the operator has to act: a wrong key, no credit, an unknown model
    ├── EngineBusy               too many requests; `retry_after` says when
    └── EngineBroken             a time-out, a broken answer, a crash: may work the next time
    Cancelled                    the person changed their mind; not an error

Three things make an engine: a Config (what the operator fills in, secrets marked), its Models (data: what each can do
and costs), and `_draw`. One instance paints with one model of one account.
"""

from __future__ import annotations

import abc
import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from waa.lib.errors import Refused, WaaError
from waa.words.scene import Scene

Pixels = NDArray[np.uint8]
Operation = tuple[str, str | None]  # a photo operation and its degree: slight, strong or None


@dataclass(frozen=True, eq=False, kw_only=True)
class PictureRequest:
    """What is wanted. diffusers' words where it has one.

    `prompt` is what an engine that reads words is to read, in a language of its `capabilities.languages`; `scene` is
    what the person meant, for an engine that paints scenes. `reference_images` are (h, w, 3) uint8 in the order in
    which the prompt names them (image 1, image 2, …), the one being refined first. `operations` are photo operations
    (name, degree) for the references or the finished picture. `mask_image` is (h, w) uint8, 255 on the part of the
    first reference that is meant. `ticket` is what an earlier attempt at the same job gave to `keep_ticket`: enough to
    fetch a picture that is paid for already. `person` stands for whoever asks, the same each time and nobody's name; a
    provider that wants to know one abuser from another gets a hash of it.
    """

    prompt: str
    scene: Scene
    width: int
    height: int
    seed: int
    reference_images: tuple[Pixels, ...] = ()
    mask_image: Pixels | None = None
    operations: tuple[Operation, ...] = ()
    idempotency_key: str = ""
    person: str = ""
    ticket: Mapping[str, str] | None = None
    keep_ticket: Callable[[Mapping[str, str]], None] = lambda ticket: None


@dataclass(frozen=True, eq=False, kw_only=True)
class PictureResult:
    """`pixels` is (h, w, 3) uint8. `scene` is the scene as painted, spots included, where the engine knows it.

    `version` is the painter's version or the id of the model. `notes` are sentences (zh, en) the person should read:
    what could not be done, what came out otherwise. `cost_usd_micros` is what the provider says that it charged
    (millionths of a US dollar), None where it does not say. `meta` may hold what the log should know.
    """

    pixels: Pixels
    engine: str
    version: str
    seed: int
    prompt_used: str
    scene: Scene | None = None
    notes: tuple[tuple[str, str], ...] = ()
    cost_usd_micros: int | None = None
    meta: dict[str, Any] = field(default_factory=dict)


Mode = Literal["draw", "edit"]


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """What an engine can do: data, so that a request is checked and a form is drawn from it.

    `paints_scenes`: it paints `scene` and `operations`; others read `prompt`. `is_exact`: pixels come back in the size
    that was asked for; others keep the ratio as nearly as they can and say where it drifted.
    """

    modes: frozenset[Mode] = frozenset({"draw"})
    sizes: tuple[tuple[int, int], ...] = ()  # empty: any size in the limits below
    min_side: int = 256
    max_side: int = 2048
    max_pixels: int = 1 << 24
    side_step: int = 1
    max_references: int = 0
    paints_scenes: bool = False
    is_exact: bool = True
    supports_seed: bool = True
    supports_mask: bool = False
    needs_mask: bool = False  # it changes what a mask shows, and does nothing else
    supports_progress: bool = True
    supports_preview: bool = False
    supports_cancel: bool = True
    languages: frozenset[str] = frozenset({"yue", "zh", "en"})
    trained: bool = False  # a trained model, for the provenance

    def fit(self, width: int, height: int) -> tuple[int, int]:
        """The size to ask for: a painter of scenes makes it exactly, a model the nearest of its own, of the same ratio as
        nearly as its steps allow."""
        if self.paints_scenes:
            return width, height
        if self.sizes:
            wanted = width / height
            return min(
                self.sizes, key=lambda s: (abs(s[0] / s[1] - wanted), abs(s[0] * s[1] - width * height))
            )
        shrink = min(1.0, self.max_side / max(width, height), (self.max_pixels / (width * height)) ** 0.5)
        scale = max(shrink, self.min_side / min(width, height)) if shrink == 1.0 else shrink
        return self._step(width * scale), self._step(height * scale)

    def _step(self, side: float) -> int:
        low = -(-self.min_side // self.side_step) * self.side_step
        return max(low, min(self.max_side, int(side)) // self.side_step * self.side_step)

    def check(self, *, width: int, height: int, references: int = 0, mask: bool = False) -> None:
        """Raise BeyondCapabilities for what the engine cannot do; known before any pixel is read."""
        if references > self.max_references:
            raise BeyondCapabilities(
                "too_many_references",
                f"呢個引擎最多收 {self.max_references} 張參考相。",
                f"This engine takes {self.max_references} reference pictures at most.",
            )
        if mask and not self.supports_mask:
            raise BeyondCapabilities("mask_unsupported", "呢個引擎未識用遮罩。", "This engine takes no mask.")
        self._check_size(width, height)

    def _check_size(self, width: int, height: int) -> None:
        if self.sizes and (width, height) not in self.sizes:
            allowed = "、".join(f"{w}×{h}" for w, h in self.sizes)
            raise BeyondCapabilities(
                "size_unsupported",
                f"呢個引擎只有呢啲大細：{allowed}。",
                f"This engine makes these sizes: {allowed}.",
            )
        sides = (width, height)
        if (
            min(sides) < self.min_side
            or max(sides) > self.max_side
            or width * height > self.max_pixels
            or any(side % self.side_step for side in sides)
        ):
            step = "" if self.side_step == 1 else f", in steps of {self.side_step}"
            steps = "" if self.side_step == 1 else f"，每級 {self.side_step} 點"
            raise BeyondCapabilities(
                "size_unsupported",
                f"邊長要喺 {self.min_side} 至 {self.max_side} 點之間{steps}。",
                f"Each side must be between {self.min_side} and {self.max_side} pixels{step}.",
            )


@dataclass(frozen=True, kw_only=True)
class Model:
    """One model of a kind of engine. `offer` is what people choose (engines.offers); prices are millionths of a US
    dollar for one picture of about a megapixel, the provider's list price, which the operator may change."""

    id: str
    name: str
    offer: str
    capabilities: Capabilities
    price_usd_micros: int = 0
    edit_price_usd_micros: int | None = None  # None: as for drawing
    seconds: float = 10.0  # what it usually takes, for the first progress line
    licence: str = ""


@dataclass(frozen=True, kw_only=True)
class Config:
    """What the operator fills in for an account. Every further field is made with `setting`."""

    def __repr__(self) -> str:
        shown = (
            f"{f.name}={getattr(self, f.name)!r}"
            for f in dataclasses.fields(self)
            if not f.metadata.get("secret")
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def setting(default: Any, *, zh: str, en: str, env: str = "", secret: bool = False) -> Any:
    """A field of a Config: its words on the form, the variable that sets it, and whether it is a secret, which is then
    sealed at rest and never shown again."""
    return field(
        default=default, repr=not secret, metadata={"zh": zh, "en": en, "env": env, "secret": secret}
    )


@dataclass(frozen=True, kw_only=True)
class Ping:
    """What an account answered when it was asked whether it is well. `models` are the ids it has, None if it cannot say."""

    is_well: bool
    zh: str
    en: str
    models: frozenset[str] | None = None


class EngineError(WaaError):
    """`is_unpaid` is True only where the provider cannot have begun: refused, busy, never reached."""

    status = 502

    def __init__(
        self,
        code: str,
        zh: str,
        en: str,
        *,
        retryable: bool = False,
        retry_after: float | None = None,
        is_unpaid: bool = False,
    ) -> None:
        super().__init__(code, zh, en, retryable=retryable, retry_after=retry_after)
        self.is_unpaid = is_unpaid

    def __reduce__(self) -> tuple[object, ...]:
        told = (self.code, self.zh, self.en, self.retryable, self.retry_after, self.is_unpaid)
        return _restore, (type(self), *told)


def _restore(
    cls: type[EngineError],
    code: str,
    zh: str,
    en: str,
    retryable: bool,
    retry_after: float | None,
    unpaid: bool,
) -> EngineError:
    return cls(code, zh, en, retryable=retryable, retry_after=retry_after, is_unpaid=unpaid)


class EngineRefused(EngineError):
    status = 422


class EngineMisconfigured(EngineError):
    status = 503


class EngineBusy(EngineError):
    status = 503


class EngineBroken(EngineError):
    pass


class Cancelled(Exception):
    """Raised out of `draw` when the progress callback asked for a stop."""


class BeyondCapabilities(Refused):
    """The request asks for what this engine cannot do; raised before anything is sent or paid."""


class Progress(Protocol):
    """Called with the share that is done (0..1, only growing), the step's name, and perhaps a small preview of the
    picture, (h, w, 3) uint8. Raises Cancelled to stop. At the step "receive" an engine is about to take in a large
    answer: the callee may keep it waiting there until there is room."""

    def __call__(self, share: float, step: str, preview: Pixels | None = None) -> None: ...


def no_progress(share: float, step: str, preview: Pixels | None = None) -> None:
    """For callers who do not watch."""


class Engine(abc.ABC):
    """One way to make pictures. `name` is its kind; `version` goes into every picture."""

    name: str
    version: str
    capabilities: Capabilities
    label: ClassVar[tuple[str, str]] = ("", "")  # zh, en: what the operator calls this kind
    config_class: ClassVar[type[Config]] = Config
    models: ClassVar[tuple[Model, ...]] = ()
    is_local: ClassVar[bool] = True  # it uses this machine's processor; others only wait
    most_at_once: ClassVar[int] = 256  # pictures on their way at one account, where the operator does not say

    @classmethod
    def model_of(cls, model_id: str) -> Model:
        """The facts of a model; of one that nobody listed, those of the kind's first."""
        known = next((m for m in cls.models if m.id == model_id), None)
        return known or dataclasses.replace(cls.models[0], id=model_id, name=model_id)

    @classmethod
    def model_for(cls, config: Config) -> Model:
        """The facts of the model that an account uses; more than `model_of` where they depend on the account too."""
        return cls.model_of(getattr(config, "model", ""))

    @classmethod
    def models_for(cls, config: Config) -> tuple[Model, ...]:
        """The listed models that an account may have besides its own: all, unless its server has others."""
        return cls.models

    @classmethod
    def is_here(cls) -> bool:
        """Whether this process has what the kind needs (packages, a processor)."""
        return True

    def ping(self) -> Ping:
        """Ask the account whether it is well, without cost; never raises for what a provider does."""
        return Ping(is_well=True, zh="準備好", en="ready")

    def warm_up(self) -> None:  # noqa: B027 - most engines have nothing to load
        """Load what the first picture would otherwise wait for. EngineError as in `draw`."""

    def check(self, request: PictureRequest) -> None:
        """Raise BeyondCapabilities for a request this engine cannot take."""
        self.capabilities.check(
            width=request.width,
            height=request.height,
            references=len(request.reference_images),
            mask=request.mask_image is not None,
        )

    def draw(self, request: PictureRequest, on_progress: Progress = no_progress) -> PictureResult:
        """Check, then paint. EngineError for what went wrong, Cancelled when `on_progress` raised it."""
        self.check(request)
        return self._draw(request, on_progress)

    @abc.abstractmethod
    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult: ...

    def close(self) -> None:  # noqa: B027 - most engines hold nothing
        """Give back connections and memory."""
