"""One pipeline that paints: words, references and a seed go in, pixels come out. Not to be used by two threads at once."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image

from waa.engines.base import PictureRequest, Pixels, Progress
from waa.engines.flux import previews, speed
from waa.engines.flux.memory import Plan
from waa.engines.flux.text import Encoder

_MOST_REFERENCE = 1 << 20  # pixels; the pipeline itself goes no further
_LEAST_REFERENCE_SIDE = 64
_MOST_RATIO = 8.0


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How a model is driven. `guidance` is what it was trained for; distilled models take none."""

    steps: int
    guidance: float
    most_tokens: int


def recipe_of(pipe: Any, steps: int = 0) -> Recipe:
    """By what the model says of itself: distilled ones paint in four steps. `steps` over 0 is the operator's choice."""
    name = type(pipe).__name__
    if name == "Flux2KleinPipeline":
        distilled = bool(pipe.config.is_distilled)
        return Recipe(
            steps=steps or (4 if distilled else 50), guidance=1.0 if distilled else 4.0, most_tokens=512
        )
    if name == "FluxKontextPipeline":
        return Recipe(steps=steps or 28, guidance=2.5, most_tokens=512)
    if pipe.transformer.config.guidance_embeds:
        return Recipe(steps=steps or 28, guidance=3.5, most_tokens=512)
    return Recipe(steps=steps or 4, guidance=0.0, most_tokens=256)


class Painter:
    """A pipeline with its plan, its cache of texts and its colours for previews."""

    def __init__(self, pipe: Any, plan: Plan, *, steps: int = 0, text_bytes: int = 64 << 20) -> None:
        self.pipe, self.plan = pipe, plan
        self.recipe = recipe_of(pipe, steps)
        self.encoder = Encoder(pipe, most_tokens=self.recipe.most_tokens, size=text_bytes)
        self.colours: torch.Tensor | None = None
        self.took: dict[str, float] = {}
        self._inpaint: Any = None
        self._is_kontext = type(pipe).__name__ == "FluxKontextPipeline"

    def warm_up(self) -> None:
        """What the first picture would wait for: kernels, memory, compiled blocks, the colours of previews."""
        with speed.painting(self.plan.device):
            self.colours = previews.fit_colours(self.pipe, str(self.pipe._execution_device))
            embeds = self.encoder("a photo")
            sizes = [(256, 256)]
            if speed.is_compiled(self.pipe.transformer):
                sizes.append((320, 256))  # opens the compiled program for every size
            for width, height in sizes:
                noise = self._noise(width, height, 0)
                self._run(embeds, noise, width, height, {"num_inference_steps": 1})
        self.pipe.maybe_free_model_hooks()

    def paint(self, request: PictureRequest, on_progress: Progress) -> Pixels:
        """(h, w, 3) uint8 of the size that was asked for. Whatever `on_progress` raises stops it between two steps."""
        started = time.perf_counter()
        on_progress(0.02, "read")
        try:
            with speed.painting(self.plan.device):
                embeds = self.encoder(request.prompt)
                encoded = time.perf_counter()
                on_progress(0.08, "denoise")
                picture = self._denoise(request, embeds, on_progress)
        except BaseException:
            self.pipe.maybe_free_model_hooks()  # nothing of a picture that was given up stays on the device
            raise
        pixels = to_host(picture)
        self.took = {"text": encoded - started, "rest": time.perf_counter() - encoded}
        if pixels.shape[:2] != (request.height, request.width):  # a masked picture of over a megapixel
            image = Image.fromarray(pixels).resize((request.width, request.height), Image.Resampling.LANCZOS)
            pixels = np.asarray(image)
        on_progress(1.0, "done")
        return pixels

    def _denoise(
        self, request: PictureRequest, embeds: dict[str, torch.Tensor], on_progress: Progress
    ) -> torch.Tensor:
        more: dict[str, Any] = {}
        size = (request.width, request.height)
        if request.mask_image is not None and request.reference_images:
            size = _within(size, _MOST_REFERENCE)
            more = self._masked(request, size)
        elif request.reference_images:
            more["image"] = [fit_reference(pixels) for pixels in request.reference_images]
            if self._is_kontext:
                more["image"] = more["image"][0]
        noise = self._noise(*size, request.seed)
        packed = self.pipe._pack_latents(noise) if noise.ndim == 4 else noise
        watcher = previews.Watcher(
            on_progress, noise=packed, size=size, colours=self.colours, steps=self.recipe.steps
        )
        more["callback_on_step_end"] = watcher
        picture = self._run(embeds, noise, *size, more)
        watcher.report()
        return picture

    def _run(
        self,
        embeds: dict[str, torch.Tensor],
        noise: torch.Tensor,
        width: int,
        height: int,
        more: dict[str, Any],
    ) -> torch.Tensor:
        pipe = self.inpaint if "mask_image" in more else self.pipe
        call: dict[str, Any] = {
            "num_inference_steps": self.recipe.steps,
            "guidance_scale": self.recipe.guidance,
            "width": width,
            "height": height,
            "latents": noise,
            "generator": torch.Generator().manual_seed(0),  # nothing is drawn from it: the noise is given
            "output_type": "pt",
            "max_sequence_length": self.recipe.most_tokens,
        }
        if self._is_kontext:
            call["max_area"] = width * height  # it would make a megapixel of every size
        return pipe(**(call | embeds | more)).images[0]

    def _noise(self, width: int, height: int, seed: int) -> torch.Tensor:
        return noise_of(self.pipe, width, height, seed).to(
            self.pipe._execution_device, self.pipe.transformer.dtype
        )

    @property
    def inpaint(self) -> Any:
        """The pipeline for masks, of the same parts."""
        if self._inpaint is None:
            import diffusers

            self._inpaint = diffusers.Flux2KleinInpaintPipeline(
                **self.pipe.components, is_distilled=self.pipe.config.is_distilled
            )
            self._inpaint.set_progress_bar_config(disable=True)
        if hasattr(
            self.pipe, "_offload_device"
        ):  # whoever frees the parts after painting has to know where they go
            self._inpaint._offload_device = self.pipe._offload_device
            self._inpaint._all_hooks = self.pipe._all_hooks
        return self._inpaint

    def _masked(self, request: PictureRequest, size: tuple[int, int]) -> dict[str, Any]:
        assert request.mask_image is not None
        more = {
            "image": Image.fromarray(request.reference_images[0]).resize(size, Image.Resampling.LANCZOS),
            "mask_image": Image.fromarray(request.mask_image).resize(size, Image.Resampling.BILINEAR),
            "strength": 1.0,
        }
        if len(request.reference_images) > 1:
            more["image_reference"] = fit_reference(request.reference_images[1])
        return more


def noise_of(pipe: Any, width: int, height: int, seed: int) -> torch.Tensor:
    """The noise a seed stands for, fp32 from the processor's generator: the same on every device and precision. In the
    shape in which the pipeline takes it: FLUX.1 packed, FLUX.2 as a grid."""
    rows, columns = height // (pipe.vae_scale_factor * 2), width // (pipe.vae_scale_factor * 2)
    channels = pipe.transformer.config.in_channels
    generator = torch.Generator().manual_seed(seed)
    if hasattr(pipe, "_unpatchify_latents"):
        return torch.randn((1, channels, rows, columns), generator=generator)
    grid = torch.randn((1, channels // 4, rows * 2, columns * 2), generator=generator)
    return pipe._pack_latents(grid, 1, channels // 4, rows * 2, columns * 2)


def fit_reference(pixels: Pixels) -> Image.Image:
    """A reference as the pipeline takes it whole: at most a megapixel, sides in steps of 16 and no shorter than 64, no
    longer than eight times the other; what it would cut off at the edges is kept by resizing."""
    image = Image.fromarray(pixels)
    width, height = image.size
    if max(width, height) > _MOST_RATIO * min(width, height):
        image = _cropped(image)
        width, height = image.size
    width, height = _within((width, height), _MOST_REFERENCE)
    width, height = min(width, 8 * height), min(height, 8 * width)  # rounding may have gone past the ratio
    return image if (width, height) == image.size else image.resize((width, height), Image.Resampling.LANCZOS)


def _cropped(image: Image.Image) -> Image.Image:
    width, height = image.size
    side = int(min(width, height) * _MOST_RATIO)
    left, top = max(0, (width - side) // 2), max(0, (height - side) // 2)
    return image.crop((left, top, min(width, left + side), min(height, top + side)))


def _within(size: tuple[int, int], most: int) -> tuple[int, int]:
    """The size in steps of 16, shrunk to that many pixels, never under 64."""
    scale = min(1.0, math.sqrt(most / (size[0] * size[1])))
    scale = max(scale, _LEAST_REFERENCE_SIDE / min(size))
    return int(size[0] * scale) // 16 * 16, int(size[1] * scale) // 16 * 16


def to_host(picture: torch.Tensor) -> Pixels:
    """(3, h, w) in 0..1 -> (h, w, 3) uint8 on the host: narrowed on the device, so that a twelfth of the bytes travel."""
    narrow = (picture.permute(1, 2, 0).float() * 255).round().clamp(0, 255).to(torch.uint8).contiguous()
    if not narrow.is_cuda:
        return np.array(narrow.cpu().numpy())
    landing = torch.empty(narrow.shape, dtype=torch.uint8, pin_memory=True)
    landing.copy_(narrow, non_blocking=True)
    torch.cuda.current_stream(narrow.device).synchronize()
    return np.array(landing.numpy())
