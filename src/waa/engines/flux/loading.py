"""From a folder to a pipeline that is ready: read, cut, place. The only module that knows where memory is counted."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import torch

from waa.engines.base import EngineMisconfigured
from waa.engines.flux import catalogue, speed, text
from waa.engines.flux.memory import GIB, Plan, plan_memory
from waa.engines.flux.weights import layers_read, weights_of

log = logging.getLogger("waa.engines")

_TYPES = {"bf16": torch.bfloat16, "fp8": torch.bfloat16, "fp32": torch.float32}


def device_of(setting: str) -> str:
    """The device to use: what is set, else CUDA, Apple's, or the processor."""
    if setting != "auto":
        return setting
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def free_ram() -> float:
    """Bytes of RAM that can be had without pushing anything out; 16 GiB where the system does not say."""
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
        told = {line.split(":")[0]: int(line.split()[1]) for line in lines}
        return float(told["MemAvailable"]) * 1024
    except (OSError, KeyError, ValueError, IndexError):
        return 16.0 * GIB


def free_memory(device: str) -> float:
    """Bytes that are free on the device itself; 0 for the processor."""
    if device.startswith("cuda"):
        return float(torch.cuda.mem_get_info(torch.device(device))[0])
    return free_ram() * 0.7 if device == "mps" else 0.0  # Apple's memory is one for both


def has_fp8(device: str) -> bool:
    """Whether the device multiplies fp8 itself (Ada, Hopper and later)."""
    return device.startswith("cuda") and torch.cuda.get_device_capability(torch.device(device)) >= (8, 9)


def plan(folder: Path, *, device: str, precision: str = "auto", offload: str = "auto") -> Plan:
    """The plan by the memory found, with what the operator has set taken as it is."""
    where = device_of(device)
    try:
        size = weights_of(folder)
    except (OSError, ValueError, KeyError) as error:
        raise unreadable(folder, error) from error
    found = plan_memory(free_memory(where), free_ram(), size, has_fp8=has_fp8(where), device=where)
    if precision == "auto" and offload == "auto":
        return found
    chosen: Any = {
        "precision": found.precision if precision == "auto" else precision,
        "offload": found.offload if offload == "auto" or where == "cpu" else offload,
    }
    tiles = found.tiles or chosen["offload"] != "none"
    return Plan(device=where, tiles=tiles, reason="as set by the operator", **chosen)


def load(folder: Path, plan: Plan, *, fast: bool = False) -> Any:
    """The pipeline of that folder, placed as planned. EngineMisconfigured when its weights cannot be read."""
    log.info("flux: loading %s: %s, offload %s (%s)", folder.name, plan.precision, plan.offload, plan.reason)
    try:
        pipe = read(folder, _TYPES[plan.precision])
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        if isinstance(error, torch.OutOfMemoryError):
            raise
        raise unreadable(folder, error) from error
    return place(pipe, plan, fast=fast)


def unreadable(folder: Path, error: Exception) -> EngineMisconfigured:
    return catalogue.misconfigured(
        "model_unreadable",
        f"FLUX 模型 {folder.name} 讀唔到，可能未下載完。管理員請再執行：./run models pull",
        f"The weights in {folder.name} cannot be read ({type(error).__name__}). Pull the model again.",
    )


def read(folder: Path, dtype: torch.dtype) -> Any:
    """Read every part into RAM, the encoder only as far as it is used."""
    import diffusers
    import transformers

    _quiet()
    kind = getattr(diffusers, catalogue.pipeline_of(folder))
    given = {}
    layers = layers_read(folder)
    if layers is not None:
        config = text.cut_config(transformers.AutoConfig.from_pretrained(folder / "text_encoder"), layers)
        given["text_encoder"] = transformers.Qwen3ForCausalLM.from_pretrained(
            folder / "text_encoder", config=config, dtype=dtype, use_safetensors=True
        )
    pipe = kind.from_pretrained(folder, dtype=dtype, local_files_only=True, use_safetensors=True, **given)
    return text.cut(pipe, layers)


def place(pipe: Any, plan: Plan, *, fast: bool = False) -> Any:
    """Move a pipeline to where the plan wants it, and switch on what is switched on."""
    pipe.set_progress_bar_config(disable=True)
    on_cuda = plan.device.startswith("cuda")
    if fast:
        speed.fuse(pipe.transformer)
    if plan.precision == "fp8":
        speed.to_fp8(pipe.transformer, plan.device)
    if plan.tiles:
        speed.tile(pipe.vae)
    if on_cuda:
        pipe.vae.to(memory_format=torch.channels_last)
    if plan.offload == "none" or not (on_cuda or plan.device == "mps"):
        pipe.to(plan.device)
    elif plan.offload == "model":
        pipe.enable_model_cpu_offload(device=plan.device)
    else:
        by_blocks(pipe, plan.device)
    if fast and plan.offload != "group":  # whose hooks sit inside the blocks
        speed.compile_blocks(pipe.transformer)
        if on_cuda and not plan.tiles:
            speed.compile_decoder(pipe.vae)
    return pipe


def by_blocks(pipe: Any, device: str) -> None:
    """A block of the transformer at a time, a layer of the encoders, the VAE whole: it is small, and its `decode` is no
    forward that hooks would see. On CUDA the next one comes while this one computes."""
    from diffusers.hooks import apply_group_offloading

    on_cuda = device.startswith("cuda")
    more: dict[str, Any] = {
        "onload_device": torch.device(device),
        "offload_device": torch.device("cpu"),
        "use_stream": on_cuda,
        "low_cpu_mem_usage": on_cuda,  # pin piece by piece: pinning all at once would double the RAM
    }
    apply_group_offloading(pipe.transformer, offload_type="block_level", num_blocks_per_group=1, **more)
    for name in ("text_encoder", "text_encoder_2"):  # T5 keeps its blocks where blocks are not looked for
        if getattr(pipe, name, None) is not None:
            apply_group_offloading(getattr(pipe, name), offload_type="leaf_level", **more)
    pipe.vae.to(device)


def free(device: str) -> None:
    """Give back what PyTorch keeps for later."""
    import gc

    gc.collect()
    if device.startswith("cuda"):
        torch.cuda.empty_cache()


def _quiet() -> None:
    """The libraries' bars and advice are for notebooks; what matters comes as an exception."""
    import diffusers
    import transformers

    for library in (diffusers, transformers):
        library.utils.logging.set_verbosity_error()
        library.utils.logging.disable_progress_bar()
