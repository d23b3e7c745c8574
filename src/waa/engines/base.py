"""What a picture engine is: one short contract. docs/engines.md says how to write another.

An engine turns a PictureRequest into a PictureResult. It knows no Django and no database; it gets everything in
the request, tells how far it is, and stops soon after it is asked to.

    EngineError                  the engine could not do it
    ├── EngineRefused            the provider will not paint this; ask for something else
    ├── EngineMisconfigured      the operator has to act: a wrong key, no credit, an unknown model
    ├── EngineBusy               too many requests; `retry_after` says when
    └── EngineBroken             a time-out, a broken answer, a crash: may work the next time
    Cancelled                    the person changed their mind; not an error
"""

from __future__ import annotations

import abc
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from waa.lib.errors import Refused, WaaError
from waa.words.scene import Scene

Pixels = NDArray[np.uint8]
Operation = tuple[str, str | None]  # a photo operation and its degree: slight, strong or None


@dataclass(frozen=True, eq=False, kw_only=True)
class PictureRequest:
    """What is wanted. diffusers' words where it has one.

    `prompt` is in the person's own words, `scene` what they mean. `reference_images` are (h, w, 3) uint8, the one
    being refined first. `operations` are photo operations (name, degree) for the references or the finished
    picture. `mask_image` is (h, w) uint8, 255 on the part of the first reference that is meant.
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


@dataclass(frozen=True, eq=False, kw_only=True)
class PictureResult:
    """`pixels` is (h, w, 3) uint8. `scene` is the scene as painted, spots included, where the engine knows it.

    `notes` are sentences (zh, en) the person should read: what could not be done, what came out otherwise.
    """

    pixels: Pixels
    engine: str
    version: str
    seed: int
    prompt_used: str
    scene: Scene | None = None
    notes: tuple[tuple[str, str], ...] = ()
    meta: dict[str, Any] = field(default_factory=dict)


Mode = Literal["draw", "edit"]


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """What an engine can do: data, so that a request is checked and a form is drawn from it."""

    modes: frozenset[Mode] = frozenset({"draw"})
    sizes: tuple[tuple[int, int], ...] = ()  # empty: any size in the limits below
    min_side: int = 256
    max_side: int = 2048
    side_step: int = 1
    max_references: int = 0
    supports_seed: bool = True
    supports_mask: bool = False
    supports_progress: bool = True
    supports_cancel: bool = True
    languages: frozenset[str] = frozenset({"yue", "zh", "en"})
    trained: bool = False  # a trained model, for the provenance

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
            or any(side % self.side_step for side in sides)
        ):
            step = "" if self.side_step == 1 else f", in steps of {self.side_step}"
            steps = "" if self.side_step == 1 else f"，每級 {self.side_step} 點"
            raise BeyondCapabilities(
                "size_unsupported",
                f"邊長要喺 {self.min_side} 至 {self.max_side} 點之間{steps}。",
                f"Each side must be between {self.min_side} and {self.max_side} pixels{step}.",
            )


class EngineError(WaaError):
    status = 502


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


Progress = Callable[[float, str], None]  # (share done 0..1, step); raises Cancelled to stop


def no_progress(share: float, step: str) -> None:
    """For callers who do not watch."""


class Engine(abc.ABC):
    """One way to make pictures. `name` is its kind; `version` goes into every picture."""

    name: str
    version: str
    capabilities: Capabilities

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
