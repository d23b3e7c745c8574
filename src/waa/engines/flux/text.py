"""The text encoder: cut where the pipeline stops reading, and what it said kept for the next picture.

Klein takes Qwen3's hidden states after layers 9, 18 and 27 of 36 and pads every prompt to 512 tokens. The layers after
the 27th, the last norm and the head over 151,936 words change nothing, so they are neither loaded nor run: exact, a
quarter of the encoder's time and memory.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import torch

Embeds = dict[str, torch.Tensor]


def cut_config(config: Any, layers: int) -> Any:
    """The encoder's configuration with that many layers, or as it is when it has no more."""
    if config.num_hidden_layers > layers:
        config.num_hidden_layers = layers
        config.layer_types = config.layer_types[:layers]
    return config


def cut(pipe: Any, layers: int | None) -> Any:
    """Leave out what nobody reads after that many layers; None leaves the encoder as it is. The state after the last
    layer is handed out bare: a whole encoder would put its norm on the last one, and the 27th is the last one now."""
    if layers is not None:
        encoder = pipe.text_encoder.model
        cut_config(encoder.config, layers)
        encoder.layers = encoder.layers[:layers]
        encoder.norm = torch.nn.Identity()
        pipe.text_encoder = encoder
    return pipe


class Encoder:
    """Prompt -> what the pipeline takes instead of one. `size` bytes of answers stay on the device, the oldest go first."""

    def __init__(self, pipe: Any, *, most_tokens: int, size: int) -> None:
        self._pipe, self._most_tokens, self._size = pipe, most_tokens, size
        self._kept: OrderedDict[str, Embeds] = OrderedDict()
        self.held = 0
        self.hits = 0

    @torch.no_grad()
    def __call__(self, prompt: str) -> Embeds:
        if prompt in self._kept:
            self._kept.move_to_end(prompt)
            self.hits += 1
            return self._kept[prompt]
        embeds = self._encode(prompt)
        self._keep(prompt, embeds)
        return embeds

    def _encode(self, prompt: str) -> Embeds:
        if hasattr(self._pipe, "text_encoder_2"):
            embeds, pooled, _ = self._pipe.encode_prompt(
                prompt=prompt, prompt_2=None, max_sequence_length=self._most_tokens
            )
            return {"prompt_embeds": embeds, "pooled_prompt_embeds": pooled}
        embeds, _ = self._pipe.encode_prompt(prompt=prompt, max_sequence_length=self._most_tokens)
        return {"prompt_embeds": embeds}

    def _keep(self, prompt: str, embeds: Embeds) -> None:
        length = _bytes(embeds)
        if length > self._size:
            return
        self._kept[prompt] = embeds
        self.held += length
        while self.held > self._size:
            _, oldest = self._kept.popitem(last=False)
            self.held -= _bytes(oldest)


def _bytes(embeds: Embeds) -> int:
    return sum(tensor.numel() * tensor.element_size() for tensor in embeds.values())
