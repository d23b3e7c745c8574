"""Where the parts of a model live while it paints, by the memory found. Pure: no PyTorch, so that a table can test it.

From fast to frugal: everything stays on the device; one part at a time is moved there; a few blocks at a time. What
changes the numbers (fp8) is chosen by itself only where bf16 would have to go block by block, and is said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

GIB = 1 << 30

Precision = Literal["bf16", "fp8", "fp32"]
Offload = Literal["none", "model", "group"]

# Beside the weights: activations and the kernels' work space with the decoder in one piece and in tiles, and what is
# lost between pieces. CUDA's own context is there already when the free memory is counted.
_WORK = 2.5 * GIB
_TIGHT_WORK = 1.2 * GIB
_LOST = 0.2 * GIB


@dataclass(frozen=True, kw_only=True)
class Weights:
    """Bytes of the parts in bf16, text encoders already cut."""

    encoders: float
    transformer: float
    vae: float

    @property
    def total(self) -> float:
        return self.encoders + self.transformer + self.vae


@dataclass(frozen=True, kw_only=True)
class Plan:
    """`tiles`: the decoder works tile by tile. `reason` is for the operator."""

    device: str
    precision: Precision
    offload: Offload
    tiles: bool = False
    reason: str = ""

    def leaner(self) -> Plan | None:
        """The next plan after the memory ran out; None when there is none."""
        if self.device == "cpu":
            return None if self.tiles else replace(self, tiles=True, reason="memory ran out")
        following: dict[Offload, Offload] = {"none": "model", "model": "group"}
        if self.offload in following:
            return replace(self, offload=following[self.offload], tiles=True, reason="memory ran out")
        return None


def plan_memory(
    vram_bytes: float, ram_bytes: float, weights: Weights, *, has_fp8: bool = False, device: str = "cuda"
) -> Plan:
    """The plan for a device with so much free memory of its own (`vram_bytes`, 0 for none) and a machine with so much
    free RAM. With nothing that fits it plans what comes nearest, and the reason says so."""
    if vram_bytes <= 0:
        return _on_processor(ram_bytes, weights)
    room = vram_bytes - _LOST
    if weights.total + _WORK <= room:
        return Plan(device=device, precision="bf16", offload="none", reason="everything fits")
    if weights.total + _TIGHT_WORK <= room:
        return Plan(
            device=device, precision="bf16", offload="none", tiles=True, reason="everything fits, just"
        )
    if max(weights.encoders, weights.transformer) + _TIGHT_WORK <= room:
        return Plan(
            device=device, precision="bf16", offload="model", tiles=True, reason="one part at a time fits"
        )
    half = weights.transformer / 2
    if has_fp8 and weights.encoders + half + weights.vae + _TIGHT_WORK <= room:
        return Plan(
            device=device, precision="fp8", offload="none", tiles=True, reason="everything fits in fp8"
        )
    if has_fp8 and max(weights.encoders, half) + _TIGHT_WORK <= room:
        return Plan(
            device=device,
            precision="fp8",
            offload="model",
            tiles=True,
            reason="one part at a time fits in fp8",
        )
    enough = weights.total < ram_bytes
    reason = "a few blocks at a time" if enough else "a few blocks at a time, and the RAM is short too"
    return Plan(device=device, precision="bf16", offload="group", tiles=True, reason=reason)


def _on_processor(ram_bytes: float, weights: Weights) -> Plan:
    """On the processor fp32 is faster than bf16 on most, and needs twice the memory."""
    if 2 * weights.total + _WORK <= ram_bytes:
        return Plan(
            device="cpu", precision="fp32", offload="none", reason="the processor, with room for fp32"
        )
    enough = weights.total + _TIGHT_WORK <= ram_bytes
    reason = "the processor" if enough else "the processor, and the memory is short"
    return Plan(device="cpu", precision="bf16", offload="none", tiles=True, reason=reason)
