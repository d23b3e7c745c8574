"""FLUX's models with random weights, full-size or small: speed does not depend on what the weights say, so nothing has
to be downloaded. Sizes are those of the published configurations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderKLFlux2,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinPipeline,
    Flux2Transformer2DModel,
    FluxPipeline,
    FluxTransformer2DModel,
)
from tests.engines.flux import tiny
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    Qwen3Config,
    Qwen3ForCausalLM,
    T5Config,
    T5EncoderModel,
)

_VAE: dict[str, Any] = {
    "block_out_channels": (128, 256, 512, 512),
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
    "layers_per_block": 2,
    "norm_num_groups": 32,
}


@dataclass(frozen=True)
class Floor:
    """Milliseconds at 1024 × 1024 in four steps that no program on one H100 or H200 can go under: text encoder,
    transformer and decoder at 788 TFLOP/s in bf16, 1500 in fp8."""

    bf16: float
    fp8: float


FLOORS = {"klein": Floor(194, 110), "schnell": Floor(369, 202)}


def build(name: str, device: str, dtype: torch.dtype, *, small: bool) -> Any:
    """The pipeline `klein` or `schnell` on that device."""
    if small:
        pipe = {"klein": tiny.klein_pipe, "schnell": tiny.schnell_pipe}[name]()
        for part in pipe.components.values():
            if isinstance(part, torch.nn.Module):
                part.eval()
        return pipe.to(device, dtype)
    before = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    try:
        with torch.device(device):
            parts = _klein() if name == "klein" else _schnell()
    finally:
        torch.set_default_dtype(before)
    for part in parts.values():
        if isinstance(part, torch.nn.Module):
            fill(part)
    kind = Flux2KleinPipeline if name == "klein" else FluxPipeline
    return kind(**parts, **({"is_distilled": True} if name == "klein" else {}))


@torch.no_grad()
def fill(module: torch.nn.Module) -> None:
    """Normal weights of 0.02, norms of one, no bias: zeros would take less power and run faster than any real model."""
    module.eval().requires_grad_(False)
    for name, value in module.named_parameters():
        if value.ndim >= 2:
            value.normal_(0.0, 0.02)
        else:
            value.fill_(0.0 if name.endswith("bias") else 1.0)


def _klein() -> dict[str, Any]:
    encoder = Qwen3Config(
        vocab_size=151_936, hidden_size=2560, intermediate_size=9728, num_hidden_layers=36, num_attention_heads=32,
        num_key_value_heads=8, head_dim=128, tie_word_embeddings=True, max_position_embeddings=40_960,
    )  # fmt: skip
    transformer = Flux2Transformer2DModel(
        in_channels=128, num_layers=5, num_single_layers=20, attention_head_dim=128, num_attention_heads=24,
        joint_attention_dim=7680, timestep_guidance_channels=256, mlp_ratio=3.0, axes_dims_rope=(32, 32, 32, 32),
        rope_theta=2000, guidance_embeds=False,
    )  # fmt: skip
    return {
        "scheduler": FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        "vae": AutoencoderKLFlux2(**_VAE, latent_channels=32),
        "text_encoder": Qwen3ForCausalLM(encoder),
        "tokenizer": tiny.klein_tokenizer(),
        "transformer": transformer,
    }


def _schnell() -> dict[str, Any]:
    clip = CLIPTextConfig(vocab_size=49_408, hidden_size=768, intermediate_size=3072, num_hidden_layers=12,
                          num_attention_heads=12, max_position_embeddings=77, projection_dim=768)  # fmt: skip
    t5 = T5Config(vocab_size=32_128, d_model=4096, d_kv=64, d_ff=10_240, num_layers=24, num_heads=64,
                  feed_forward_proj="gated-gelu", tie_word_embeddings=False)  # fmt: skip
    transformer = FluxTransformer2DModel(
        in_channels=64, num_layers=19, num_single_layers=38, attention_head_dim=128, num_attention_heads=24,
        joint_attention_dim=4096, pooled_projection_dim=768, guidance_embeds=False, axes_dims_rope=(16, 56, 56),
    )  # fmt: skip
    return {
        "scheduler": FlowMatchEulerDiscreteScheduler(shift=1.0),
        "vae": AutoencoderKL(**_VAE, latent_channels=16, scaling_factor=0.3611, shift_factor=0.1159,
                             use_quant_conv=False, use_post_quant_conv=False),
        "text_encoder": CLIPTextModel(clip),
        "text_encoder_2": T5EncoderModel(t5),
        **tiny.flux1_tokenizers(),
        "transformer": transformer,
    }  # fmt: skip
