"""Folders as diffusers keeps models, with the headers of weights and no weights: for what never loads one."""

from __future__ import annotations

import json
from pathlib import Path

KLEIN = {
    "_class_name": "Flux2KleinPipeline",
    "_diffusers_version": "0.42.1",
    "is_distilled": True,
    "scheduler": ["diffusers", "FlowMatchEulerDiscreteScheduler"],
    "text_encoder": ["transformers", "Qwen3ForCausalLM"],
    "tokenizer": ["transformers", "Qwen2TokenizerFast"],
    "transformer": ["diffusers", "Flux2Transformer2DModel"],
    "vae": ["diffusers", "AutoencoderKLFlux2"],
}


def safetensors(shapes: dict[str, list[int]]) -> bytes:
    """A whole file of zeros, bf16."""
    at, told = 0, {}
    for name, shape in shapes.items():
        length = 2
        for side in shape:
            length *= side
        told[name] = {"dtype": "BF16", "shape": shape, "data_offsets": [at, at + length]}
        at += length
    head = json.dumps(told).encode()
    return len(head).to_bytes(8, "little") + head + bytes(at)


def files(index: dict[str, object] | None = None) -> dict[str, bytes]:
    """Path -> bytes of a small whole model."""
    layers = {f"model.layers.{n}.mlp.weight": [4, 8] for n in range(36)}
    return {
        "model_index.json": json.dumps(index or KLEIN).encode(),
        "README.md": b"---\nlicense: apache-2.0\n---\nA model.\n",
        "scheduler/scheduler_config.json": b"{}",
        "text_encoder/config.json": b"{}",
        "text_encoder/model.safetensors": safetensors({**layers, "model.embed_tokens.weight": [16, 8]}),
        "tokenizer/tokenizer.json": b"{}",
        "transformer/config.json": b"{}",
        "transformer/diffusion_pytorch_model.safetensors": safetensors({"proj.weight": [32, 32]}),
        "vae/config.json": b"{}",
        "vae/diffusion_pytorch_model.safetensors": safetensors({"conv.weight": [8, 3, 3, 3]}),
    }


def write(folder: Path, index: dict[str, object] | None = None) -> Path:
    for name, data in files(index).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder
