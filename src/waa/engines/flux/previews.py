"""Progress and small previews while it denoises, without making the device wait.

A preview is where the picture is heading: from two consecutive latents x and the noise levels between them,

    velocity = (x[i+1] - x[i]) / (sigma[i+1] - sigma[i]),   clean = x[i+1] - sigma[i+1] * velocity

which at the last step is the result itself. Colours come from the clean latent by a linear map that is fitted to the
VAE at hand with a test card, so that no table has to be believed. What the device has after step i is copied while it
computes the next, and reported with that: the device is never waited for at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from waa.engines.base import Pixels

MOST_SIDE = 160  # pixels of a preview
_SHARES = (0.08, 0.9)  # of the whole, where denoising begins and ends

Tell = Callable[[float, str, Pixels | None], None]


def clean(before: torch.Tensor, after: torch.Tensor, sigma: Any, next_sigma: Any) -> torch.Tensor:
    """The estimate of the finished latent after a step from noise level `sigma` to `next_sigma`. These may be tensors
    of the device, for reading a number from there would wait for it."""
    return after - next_sigma * (after - before) / (next_sigma - sigma)


def unpacked(pipe: Any, latents: torch.Tensor, width: int, height: int) -> torch.Tensor:
    """Packed latents (1, tokens, c) -> (1, channels, h, w) as the VAE has them, an eighth of the picture's size."""
    if not hasattr(pipe, "_unpatchify_latents"):
        return pipe._unpack_latents(latents, height, width, pipe.vae_scale_factor)
    side = pipe.vae_scale_factor * 2
    rows, columns = height // side, width // side
    grid = latents.permute(0, 2, 1).reshape(latents.shape[0], -1, rows, columns)
    bn = pipe.vae.bn
    deviation = torch.sqrt(bn.running_var + pipe.vae.config.batch_norm_eps).view(1, -1, 1, 1)
    grid = grid * deviation.to(grid) + bn.running_mean.view(1, -1, 1, 1).to(grid)
    return pipe._unpatchify_latents(grid)


def test_card(side: int) -> torch.Tensor:
    """(1, 3, side, side) in -1..1: soft colours of every kind, the same each time."""
    noise = torch.Generator().manual_seed(7)
    coarse = torch.rand((1, 3, 6, 6), generator=noise)
    fine = torch.rand((1, 3, 24, 24), generator=noise)
    parts = [F.interpolate(p, (side, side), mode="bicubic", align_corners=False) for p in (coarse, fine)]
    return (0.75 * parts[0] + 0.25 * parts[1]).clamp(0, 1) * 2 - 1


@torch.no_grad()
def fit_colours(pipe: Any, device: str, *, side: int = 256) -> torch.Tensor:
    """The map from a latent to colours: (channels + 1, 3), on the device, the last row what is added."""
    scale = pipe.vae_scale_factor
    card = test_card(side)
    latent = pipe.vae.encode(card.to(device, pipe.vae.dtype)).latent_dist.mode()
    if hasattr(pipe, "_unpack_latents") and not hasattr(pipe, "_unpatchify_latents"):
        shift, factor = pipe.vae.config.shift_factor, pipe.vae.config.scaling_factor
        latent = (latent - shift) * factor
    small = F.avg_pool2d(card, scale)
    return solve_colours(latent.float().cpu(), small).to(device)


def solve_colours(latent: torch.Tensor, colours: torch.Tensor) -> torch.Tensor:
    """Least squares with a little restraint: (1, c, h, w) latent, (1, 3, h, w) colours in -1..1 -> (c + 1, 3)."""
    x = latent[0].flatten(1).T.double()
    x = torch.cat([x, torch.ones(len(x), 1, dtype=x.dtype)], dim=1)
    y = colours[0].flatten(1).T.double()
    restraint = 1e-3 * len(x) * torch.eye(x.shape[1], dtype=x.dtype)
    restraint[-1, -1] = 0
    return torch.linalg.solve(x.T @ x + restraint, x.T @ y).float()


def in_colour(latent: torch.Tensor, colours: torch.Tensor) -> torch.Tensor:
    """(1, c, h, w) latent -> (h, w, 3) uint8 on the same device, no side longer than MOST_SIDE."""
    step = max(1, -(-max(latent.shape[-2:]) // MOST_SIDE))
    thin = latent[0, :, ::step, ::step].float()
    rgb = torch.einsum("chw,cd->hwd", thin, colours[:-1]) + colours[-1]
    return ((rgb + 1) * 127.5).round().clamp(0, 255).to(torch.uint8)


class Watcher:
    """The callback of a pipeline: tells how far it is, one step behind the device, and stops when asked to."""

    def __init__(
        self,
        tell: Tell,
        *,
        noise: torch.Tensor,
        size: tuple[int, int],
        colours: torch.Tensor | None,
        steps: int,
    ) -> None:
        self._tell, self._before, self._size, self._colours, self._steps = tell, noise, size, colours, steps
        self._waiting: tuple[int, torch.Tensor | None, Any] | None = None

    def __call__(self, pipe: Any, step: int, timestep: Any, given: dict[str, Any]) -> dict[str, Any]:
        latents = given["latents"]
        shown = self._preview(pipe, step, latents)
        self._before = latents
        mark = None
        if latents.is_cuda:
            mark = torch.cuda.current_stream(latents.device).record_event()
            self.report()  # the step before: by now it is done, or nearly
        self._waiting = (step, shown, mark)
        if mark is None:
            self.report()
        return given

    def report(self) -> None:
        """Tell of the step that waits to be told of."""
        if self._waiting is None:
            return
        (step, shown, mark), self._waiting = self._waiting, None
        if mark is not None:
            mark.synchronize()
        low, high = _SHARES
        pixels = None if shown is None else np.array(shown.numpy())
        self._tell(low + (high - low) * (step + 1) / self._steps, "denoise", pixels)

    def _preview(self, pipe: Any, step: int, latents: torch.Tensor) -> torch.Tensor | None:
        if self._colours is None or step + 1 >= self._steps:  # the picture itself comes next
            return None
        sigma, following = pipe.scheduler.sigmas[step], pipe.scheduler.sigmas[step + 1]
        before = self._before.to(latents)
        latent = unpacked(pipe, clean(before, latents, sigma, following), *self._size)
        pixels = in_colour(latent, self._colours)
        if not pixels.is_cuda:
            return pixels
        landing = torch.empty(pixels.shape, dtype=torch.uint8, pin_memory=True)
        return landing.copy_(pixels, non_blocking=True)
