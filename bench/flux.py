"""How fast Waa paints with FLUX, beside plain diffusers in the same process: `python -m bench.flux`.

On a machine with CUDA the models are full-size with random weights, four steps, one picture at a time. Elsewhere (or with
--small) tiny ones show that all of it still runs; their figures mean nothing.

Each level is added to the one before. "bytes" is what lies between the words and an encoded JPEG beyond what the
pipeline itself takes. "difference" is from plain bf16, of the pixels for the same noise and words.
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import statistics
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from bench.flux_models import FLOORS, build
from bench.machine import machine

from waa.engines.base import PictureRequest, Pixels
from waa.engines.flux import FluxConfig, FluxEngine, loading, speed, text
from waa.engines.flux.memory import Plan, Precision
from waa.engines.flux.painting import Painter, noise_of, recipe_of
from waa.lib.images import encode
from waa.words.scene import Scene

WORDS = "a red minibus on a wet street in Hong Kong at night, neon signs, seen from across the road"


def main() -> None:
    options = _options()
    _quiet()
    device = loading.device_of(options.device)
    small = options.small or not device.startswith("cuda")
    side = options.side or (128 if small else 1024)
    rows = []
    for name in options.models:
        rows += measure(
            name,
            device,
            small=small,
            side=side,
            runs=options.runs or (2 if small else 15),
            compiles=not small,
        )
        _clear(device)
    where = torch.cuda.get_device_name() if device.startswith("cuda") else machine()
    print(f"{where}; torch {torch.__version__}; {side} × {side}{', tiny models' if small else ''}\n")
    print(table(rows))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(
                {"where": where, "torch": torch.__version__, "side": side, "rows": rows}, file, indent=1
            )


def measure(
    name: str, device: str, *, small: bool, side: int, runs: int, compiles: bool
) -> list[dict[str, Any]]:
    """Every level of one model, as rows of the table."""
    dtype = torch.bfloat16 if device.startswith("cuda") else torch.float32
    pipe = build(name, device, dtype, small=small)
    pipe.set_progress_bar_config(disable=True)
    bench = _Bench(name, device, small=small, side=side, runs=runs, plain=pipe)
    bench.add("plain diffusers", _plain(pipe, side), first=True)
    exact: Precision = "bf16" if device.startswith("cuda") else "fp32"
    plan = Plan(device=device, precision=exact, offload="none")

    text.cut(pipe, 27 if name == "klein" else None)
    painter = Painter(loading.place(pipe, plan), plan, text_bytes=0)
    bench.add_waa("encoder cut, cuDNN attention", painter)

    speed.fuse(pipe.transformer)
    _compile(pipe, compiles)
    painter = Painter(pipe, plan, text_bytes=0)
    bench.add_waa("compiled blocks and decoder, fused QKV", painter)

    painter = Painter(pipe, plan)
    bench.add_waa("the same words again (encoder's cache)", painter)

    speed.to_fp8(pipe.transformer, device)
    _compile(pipe, compiles)
    painter = Painter(pipe, plan, text_bytes=0)
    bench.add_waa("fp8", painter, floor="fp8")
    painter = Painter(pipe, plan)
    bench.add_waa("fp8, the same words again", painter, floor="fp8")
    torch._dynamo.reset()
    return bench.rows


def _compile(pipe: Any, compiles: bool) -> None:
    """Anew: what was compiled before goes. Tiny models are left as they are, for compiling takes longer than they do."""
    torch._dynamo.reset()
    if compiles:
        speed.compile_blocks(pipe.transformer)
        speed.compile_decoder(pipe.vae)


class _Bench:
    """Measures a level and keeps its row."""

    def __init__(self, name: str, device: str, *, small: bool, side: int, runs: int, plain: Any) -> None:
        self.name, self.device, self.side, self.runs = name, device, side, runs
        self.rows: list[dict[str, Any]] = []
        self.has_floor = not small and side == 1024 and self._is_hopper()
        self._wanted: Pixels | None = None
        self.backend = attention_backend(plain, device, side)

    def add(self, level: str, paint: Callable[[], Pixels], *, first: bool = False, floor: str = "bf16",
            overhead: float | None = None) -> None:  # fmt: skip
        cold, pixels = self._timed(paint)
        times = [self._timed(paint)[0] for _ in range(self.runs)]
        warm = statistics.median(times)
        if first:
            self._wanted = pixels
        assert self._wanted is not None
        plain = self.rows[0]["warm"] if self.rows else warm
        least = getattr(FLOORS[self.name], floor) if self.has_floor else None
        self.rows.append({
            "model": self.name, "level": level, "attention": self.backend, "cold": cold, "warm": warm,
            "ratio": plain / warm, "floor": least, "of_floor": least / warm if least else None,
            "bytes": overhead, "difference": difference(pixels, self._wanted),
        })  # fmt: skip

    def add_waa(self, level: str, painter: Painter, *, floor: str = "bf16") -> None:
        with speed.painting(self.device):
            self.backend = attention_backend(painter.pipe, self.device, self.side)
        started = time.perf_counter()
        painter.warm_up()
        self._sync()
        warmed = (time.perf_counter() - started) * 1000
        request = PictureRequest(prompt=WORDS, scene=Scene(), width=self.side, height=self.side, seed=7)
        self.add(level, lambda: painter.paint(request, lambda *_: None), floor=floor)
        self.rows[-1]["cold"] += warmed
        self.rows[-1]["bytes"] = self._bytes(painter, request)

    def _bytes(self, painter: Painter, request: PictureRequest) -> float:
        """From the engine's `draw` to JPEG bytes, less what the pipeline took by itself."""
        engine = FluxEngine(FluxConfig())
        engine._painter = painter
        most = []
        for _ in range(self.runs):
            started = time.perf_counter()
            result = engine.draw(request)
            encode(result.pixels, "jpg")
            took = (time.perf_counter() - started) * 1000
            most.append(took - sum(painter.took.values()) * 1000)
        engine._painter = None
        return statistics.median(most)

    def _timed(self, paint: Callable[[], Pixels]) -> tuple[float, Pixels]:
        self._sync()
        started = time.perf_counter()
        pixels = paint()
        self._sync()
        return (time.perf_counter() - started) * 1000, pixels

    def _sync(self) -> None:
        if self.device.startswith("cuda"):
            torch.cuda.synchronize()

    def _is_hopper(self) -> bool:
        return self.device.startswith("cuda") and torch.cuda.get_device_capability()[0] == 9


def _plain(pipe: Any, side: int) -> Callable[[], Pixels]:
    """diffusers as its documentation shows it, for the same noise."""
    recipe = recipe_of(pipe)
    noise = noise_of(pipe, side, side, 7)

    def paint() -> Pixels:
        image = pipe(
            prompt=WORDS, width=side, height=side, num_inference_steps=recipe.steps, guidance_scale=recipe.guidance,
            latents=noise.to(pipe.device, pipe.transformer.dtype), max_sequence_length=recipe.most_tokens,
        ).images[0]  # fmt: skip
        return np.asarray(image)

    return paint


def attention_backend(pipe: Any, device: str, side: int) -> str:
    """Which kernel PyTorch picks for the transformer's attention, here and now."""
    config = pipe.transformer.config
    tokens = (side // 16) ** 2 + 512
    shape = (1, config.num_attention_heads, tokens, config.attention_head_dim)
    dtype = torch.bfloat16 if device.startswith("cuda") else torch.float32
    query = torch.empty(shape, device=device, dtype=dtype)
    choice = torch._fused_sdp_choice(query, query, query)
    return torch.nn.attention.SDPBackend(choice).name.removesuffix("_ATTENTION").lower()


def difference(got: Pixels, wanted: Pixels) -> float:
    """Mean difference of the pixels, of 255."""
    return float(np.abs(got.astype(np.int16) - wanted).mean())


def table(rows: list[dict[str, Any]]) -> str:
    """Markdown, milliseconds."""
    lines = [
        "| model | level | attention | first | warm | × plain | floor | of floor | bytes | difference |",
        "|---|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        floor = f"{row['floor']:.0f} | {row['of_floor']:.0%}" if row["floor"] else "– | –"
        extra = "–" if row["bytes"] is None else f"{row['bytes']:.1f}"
        lines.append(
            f"| {row['model']} | {row['level']} | {row['attention']} | {row['cold']:.0f} | {row['warm']:.1f} | "
            f"{row['ratio']:.2f} | {floor} | {extra} | {row['difference']:.2f} |"
        )
    return "\n".join(lines)


def _clear(device: str) -> None:
    gc.collect()
    loading.free(device)


def _quiet() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    loading._quiet()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--models", nargs="+", choices=list(FLOORS), default=list(FLOORS))
    parser.add_argument("--device", default="auto")
    parser.add_argument("--side", type=int, default=0, help="pixels; 1024 unless the models are tiny")
    parser.add_argument("--runs", type=int, default=0)
    parser.add_argument("--small", action="store_true", help="tiny models, on any device")
    parser.add_argument("--json", default="", help="write the figures to this file too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
