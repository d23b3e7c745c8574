"""What the headers of weight files say: shapes, and so sizes, without reading a weight and without PyTorch."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

from waa.engines.flux import catalogue
from waa.engines.flux.memory import Weights

_MOST_HEADER = 100 << 20  # the format's own bound
_LAYER = re.compile(r"(?:^|\.)layers\.(\d+)\.")


def header(path: Path) -> dict[str, dict[str, Any]]:
    """Tensor name -> {dtype, shape, data_offsets} of a safetensors file. ValueError when it is broken or cut short."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 2 <= length <= _MOST_HEADER:
            raise ValueError(f"{path.name} is no safetensors file")
        told = json.loads(file.read(length))
    told.pop("__metadata__", None)
    end = max((entry["data_offsets"][1] for entry in told.values()), default=0)
    if path.stat().st_size != 8 + length + end:
        raise ValueError(f"{path.name} is not as long as its header says")
    return dict(told)


def layers_read(folder: Path) -> int | None:
    """How many layers of the text encoder the pipeline reads; None: all of them. Klein takes the states after layers
    9, 18 and 27, whatever comes after is never looked at."""
    return 27 if catalogue.pipeline_of(folder) == "Flux2KleinPipeline" else None


def weights_of(folder: Path) -> Weights:
    """Bytes of each part in bf16, the encoder cut where it is cut at loading."""
    cut = layers_read(folder)
    return Weights(
        encoders=sum(_bytes(folder / name, cut) for name in ("text_encoder", "text_encoder_2")),
        transformer=_bytes(folder / "transformer", None),
        vae=_bytes(folder / "vae", None),
    )


def _bytes(part: Path, cut: int | None) -> float:
    total = 0
    for path in part.glob("*.safetensors"):
        for name, entry in header(path).items():
            layer = _LAYER.search(name)
            if cut is None or layer is None or int(layer[1]) < cut:
                total += 2 * math.prod(entry["shape"])
    return float(total)
