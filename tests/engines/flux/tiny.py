"""Tiny pipelines of FLUX's own classes, made on the spot with random weights: the whole path without a download.

A tokenizer of 256 bytes reads any language; 28 layers, for klein reads the states after layers 9, 18 and 27. What it
paints is noise.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderKLFlux2,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinPipeline,
    Flux2Transformer2DModel,
    FluxKontextPipeline,
    FluxPipeline,
    FluxTransformer2DModel,
)
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    PreTrainedTokenizerFast,
    Qwen2TokenizerFast,
    Qwen3Config,
    Qwen3ForCausalLM,
    T5Config,
    T5EncoderModel,
)

_CHAT = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n"
    "{% if enable_thinking is false %}<think>\n\n</think>\n\n{% endif %}{% endif %}"
)
_END = "<|endoftext|>"
_VAE: dict[str, Any] = {
    "block_out_channels": (8, 8, 8, 8),
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
    "layers_per_block": 1,
    "latent_channels": 4,
    "norm_num_groups": 2,
}


def _bytes(*special: str) -> dict[str, int]:
    symbols = sorted(pre_tokenizers.ByteLevel.alphabet())
    return {token: n for n, token in enumerate([*symbols, *special])}


def klein_tokenizer() -> Qwen2TokenizerFast:
    special = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
    tokenizer = Qwen2TokenizerFast(
        vocab=_bytes(*special), merges=[], unk_token=special[0], pad_token=special[0], eos_token=special[2],
        additional_special_tokens=list(special[1:]), model_max_length=512,
    )  # fmt: skip
    tokenizer.chat_template = _CHAT
    return tokenizer


def klein(folder: Path, *, layers: int = 28) -> Path:
    """A Flux2KleinPipeline in `folder`, 390,000 parameters."""
    klein_pipe(layers=layers).save_pretrained(folder)
    return folder


def klein_pipe(*, layers: int = 28) -> Flux2KleinPipeline:
    torch.manual_seed(1)
    encoder = Qwen3ForCausalLM(
        Qwen3Config(vocab_size=320, hidden_size=32, intermediate_size=64, num_hidden_layers=layers,
                    num_attention_heads=2, num_key_value_heads=2, head_dim=16, max_position_embeddings=512)
    )  # fmt: skip
    transformer = Flux2Transformer2DModel(
        in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=96, timestep_guidance_channels=32, mlp_ratio=2.0, axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=False,
    )  # fmt: skip
    return Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True), vae=AutoencoderKLFlux2(**_VAE),
        text_encoder=encoder, tokenizer=klein_tokenizer(), transformer=transformer, is_distilled=True,
    )  # fmt: skip


def flux1_tokenizers() -> dict[str, PreTrainedTokenizerFast]:
    words = Tokenizer(models.BPE(vocab=_bytes(_END), merges=[]))
    words.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    words.decoder = decoders.ByteLevel()
    plain = {
        "tokenizer_object": words,
        "unk_token": _END,
        "pad_token": _END,
        "eos_token": _END,
        "bos_token": _END,
    }
    lengths = {"tokenizer": 77, "tokenizer_2": 256}
    return {name: PreTrainedTokenizerFast(**plain, model_max_length=most) for name, most in lengths.items()}


def _flux1() -> dict[str, Any]:
    torch.manual_seed(2)
    end = _bytes(_END)[_END]
    clip = CLIPTextModel(
        CLIPTextConfig(vocab_size=320, hidden_size=32, intermediate_size=64, num_hidden_layers=2,
                       num_attention_heads=2, max_position_embeddings=77, projection_dim=32,
                       eos_token_id=end, bos_token_id=end, pad_token_id=end)
    )  # fmt: skip
    t5 = T5EncoderModel(T5Config(vocab_size=320, d_model=32, d_kv=16, d_ff=64, num_layers=2, num_heads=2))
    return {
        "scheduler": FlowMatchEulerDiscreteScheduler(),
        "vae": AutoencoderKL(
            **_VAE, scaling_factor=0.36, shift_factor=0.11, use_quant_conv=False, use_post_quant_conv=False
        ),
        "text_encoder": clip,
        "text_encoder_2": t5,
        **flux1_tokenizers(),
    }  # fmt: skip


def _transformer1(guidance: bool) -> FluxTransformer2DModel:
    return FluxTransformer2DModel(
        in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=32, pooled_projection_dim=32, guidance_embeds=guidance, axes_dims_rope=(4, 4, 8),
    )  # fmt: skip


def schnell_pipe() -> FluxPipeline:
    return FluxPipeline(**_flux1(), transformer=_transformer1(False))


def schnell(folder: Path) -> Path:
    """A FluxPipeline in `folder`."""
    schnell_pipe().save_pretrained(folder)
    return folder


def kontext(folder: Path) -> Path:
    """A FluxKontextPipeline in `folder`."""
    FluxKontextPipeline(**_flux1(), transformer=_transformer1(True)).save_pretrained(folder)
    return folder
