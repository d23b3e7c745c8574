"""What makes it faster, each with a switch, and each with its difference from plain bf16 said in docs/engines/flux.md.

attention       cuDNN's kernel first: the same sum in another order
compile_blocks  the repeated blocks compiled once, for every size: the same operations, fused
compile_decoder the same for the decoder of the VAE
to_fp8          weights and activations of the blocks' linears in fp8, a scale for each row: not the same, see `error_of`
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

import torch
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel

_MOST_E4M3 = 448.0  # the largest float8_e4m3fn
_ORDER = [
    SDPBackend.CUDNN_ATTENTION,
    SDPBackend.FLASH_ATTENTION,
    SDPBackend.EFFICIENT_ATTENTION,
    SDPBackend.MATH,
]


@contextlib.contextmanager
def painting(device: str) -> Iterator[None]:
    """Everything that paints runs within this, in whatever thread: attention goes to cuDNN where it can (on Hopper 1.6
    times FlashAttention 2), else to the next; and what is compiled leaves sizes open, which PyTorch remembers for each
    thread apart."""
    with contextlib.ExitStack() as stack:
        if device.startswith("cuda"):
            stack.enter_context(sdpa_kernel(_ORDER, set_priority=True))
        if "torch._dynamo" in sys.modules:  # something may be compiled; the import takes seconds
            import torch._dynamo.config as dynamo
            import torch.fx.experimental._config as shapes

            # Two sizes that happen to be equal would be taken for one and the same for ever.
            stack.enter_context(shapes.patch(use_duck_shape=False))
            stack.enter_context(dynamo.patch(recompile_limit=16))
        yield


def fuse(transformer: Any) -> None:
    """One product for query, key and value of each stream, the three that it replaces dropped."""
    transformer.fuse_qkv_projections()
    for module in transformer.modules():
        if getattr(module, "fused_projections", False):
            for name in ("to_q", "to_k", "to_v", "add_q_proj", "add_k_proj", "add_v_proj"):
                if hasattr(module, name):
                    delattr(module, name)


def compile_blocks(transformer: Any, *, backend: str = "inductor") -> None:
    """Compile the repeated blocks with sizes left open, so that another size is no other program."""
    import torch._dynamo  # noqa: F401 - so that `painting` knows

    transformer.compile_repeated_blocks(fullgraph=True, dynamic=True, backend=backend)


def is_compiled(transformer: Any) -> bool:
    return transformer.transformer_blocks[0]._compiled_call_impl is not None


def compile_decoder(vae: Any, *, backend: str = "inductor") -> None:
    """The same for the decoder of the VAE."""
    import torch._dynamo  # noqa: F401 - so that `painting` knows

    vae.decoder.compile(dynamic=True, backend=backend)


def tile(vae: Any) -> None:
    """Decode tile by tile of 512 pixels: a quarter of the memory at 1024, and seams that can hardly be seen."""
    vae.enable_tiling()
    vae.tile_sample_min_size = 512
    vae.tile_latent_min_size = 512 // 2 ** (len(vae.config.block_out_channels) - 1)


class Fp8Linear(nn.Module):
    """A linear layer with fp8 weights, one scale for each output row, that scales its input row by row as it comes."""

    weight: torch.Tensor
    scale: torch.Tensor

    def __init__(self, linear: nn.Linear, device: str) -> None:
        super().__init__()
        home = linear.weight.device
        weight, scale = _rows_to_fp8(linear.weight.detach().to(device))
        self.register_buffer("weight", weight.to(home))  # (out, in)
        self.register_buffer("scale", scale.to(home))  # (out, 1) fp32
        self.bias = linear.bias

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        rows = x.reshape(-1, x.shape[-1])
        narrow, scale = _rows_to_fp8(rows)
        out = torch._scaled_mm(
            narrow,
            self.weight.t(),
            scale_a=scale,
            scale_b=self.scale.t(),
            bias=None if self.bias is None else self.bias.to(torch.bfloat16),
            out_dtype=torch.bfloat16,
            use_fast_accum=True,
        )
        return out.reshape(*x.shape[:-1], out.shape[-1]).to(x.dtype)


def _rows_to_fp8(rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """(n, k) -> (n, k) fp8 and (n, 1) fp32, so that their product is about the same again."""
    scale = rows.abs().amax(dim=-1, keepdim=True).float().clamp(min=1e-12) / _MOST_E4M3
    narrow = (rows.float() / scale).clamp(-_MOST_E4M3, _MOST_E4M3).to(torch.float8_e4m3fn)
    return narrow, scale


def to_fp8(transformer: Any, device: str) -> int:
    """Put the large linears of the blocks into fp8; how many. What is small or sets the tone for all (embedders,
    modulation, the last layer) stays as it is, and so do shapes that the kernels do not take."""
    done = 0
    for blocks in (transformer.transformer_blocks, transformer.single_transformer_blocks):
        for parent in list(blocks.modules()):
            for name, child in list(parent.named_children()):
                if isinstance(child, nn.Linear) and _is_large(name, child):
                    setattr(parent, name, Fp8Linear(child, device))
                    done += 1
    return done


def _is_large(name: str, linear: nn.Linear) -> bool:
    fits = linear.in_features % 16 == 0 and linear.out_features % 16 == 0
    return fits and name != "linear"  # FLUX.1 calls its modulation so


def error_of(got: torch.Tensor, wanted: torch.Tensor) -> dict[str, float]:
    """How far two tensors are apart: relative to the norm, and the cosine between them."""
    a, b = got.detach().double().flatten(), wanted.detach().double().flatten()
    return {
        "relative": float((a - b).norm() / b.norm()),
        "cosine": float(torch.nn.functional.cosine_similarity(a, b, dim=0)),
    }
