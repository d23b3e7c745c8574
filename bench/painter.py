"""How long the painter takes, and how much memory: python bench/painter.py [--sheet FILE] [--size 1024] [--steps]

Words to Scene to picture for the sixty prompts of prompts.tsv, in one process like a worker's, one at a time.
  first     in a process that has painted something else; its folder of what took long to make is empty
  draft     at 512 px, as the page shows one while somebody types: the models are known, the picture is not
  warm      the sixty again, when the process remembers nothing and finds models and sets in its folder
  other     with another seed: other people and another street are built, nothing of the picture is known
  refined   that picture with a dog added: what is not touched is remembered
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from waa.painter import cache, compose, kept
from waa.words.amend import amend
from waa.words.scene import Scene
from waa.words.understand import understand

DRAFT = 512
CELL = 384  # of the contact sheet, pixels
Picture = NDArray[np.uint8]
Prompt = tuple[str, str]


def prompts() -> list[Prompt]:
    lines = (Path(__file__).parent / "prompts.tsv").read_text("utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if line and line[0] != "#"]


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--sheet", type=Path, help="write all sixty pictures on one JPEG")
    options.add_argument("--size", type=int, default=1024)
    options.add_argument("--only", default="", help="prompts whose names contain this")
    options.add_argument("--steps", action="store_true", help="also print each prompt and its steps")
    asked = options.parse_args()
    chosen = [p for p in prompts() if asked.only in p[0]]
    with tempfile.TemporaryDirectory() as folder:
        cache.keep_in(Path(folder))
        idle = _resident()
        imported = _timed(lambda: _paint("一個蘋果", asked.size, 1))[0]
        rounds, pictures = _rounds(chosen, asked.size)
    if asked.steps:
        _print_steps(chosen, rounds)
    _print_table(rounds, asked.size, imported, idle)
    if asked.sheet:
        _write_sheet(asked.sheet, chosen, pictures)


# -- measuring -------------------------------------------------------------------------------------------


def _paint(words: str | Scene, size: int, seed: int, draft: bool = False) -> compose.Painting:
    scene = understand(words) if isinstance(words, str) else words
    return compose.paint(scene, width=size, height=size, seed=seed, draft=draft)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return (time.perf_counter() - start) * 1000, result


def _rounds(chosen: list[Prompt], size: int) -> tuple[dict[str, list[float]], list[Picture]]:
    """Milliseconds by round, and the pictures of the first, made small."""
    took: dict[str, list[float]] = {"first": [], "draft": [], "warm": [], "other": [], "refined": []}
    pictures: list[Picture] = []
    for _, words in chosen:
        ms, painting = _timed(partial(_paint, words, size, 3))
        took["first"].append(ms)
        pictures.append(cv2.resize(painting.pixels, (CELL, CELL), interpolation=cv2.INTER_AREA))
    for _, words in chosen:
        took["draft"].append(_timed(partial(_paint, words, DRAFT, 3, True))[0])
    kept.STORE.clear()
    for _, words in chosen:
        took["warm"].append(_timed(partial(_paint, words, size, 3))[0])
    for _, words in chosen:
        ms, painting = _timed(partial(_paint, words, size, 5))
        took["other"].append(ms)
        more = amend(painting.scene, "加多隻狗").scene
        took["refined"].append(_timed(partial(_paint, more, size, 5))[0])
    return took, pictures


def _resident() -> float:
    """Megabytes in use now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


# -- telling ---------------------------------------------------------------------------------------------


def _print_table(took: dict[str, list[float]], size: int, imported: float, idle: float) -> None:
    cores = len(os.sched_getaffinity(0))
    print(
        f"{_processor()}, {cores} cores; Python {platform.python_version()}, NumPy {np.__version__}, ", end=""
    )
    print(f"OpenCV {cv2.__version__}; painter {compose.VERSION}; {len(took['warm'])} prompts, {size} px")
    print(f"\n{'':10}{'mean':>8}{'p50':>8}{'p95':>8}{'most':>8}   ms")
    for name, times in took.items():
        ordered = sorted(times)
        p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
        row = (statistics.mean(times), statistics.median(times), p95, ordered[-1])
        print(f"{name:10}" + "".join(f"{value:8.0f}" for value in row))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"\nfirst picture of a process {imported:.0f} ms, the painter's import included")
    print(f"memory: {idle:.0f} MB before, {_resident():.0f} MB after, {peak:.0f} MB at most")


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _print_steps(chosen: list[Prompt], took: dict[str, list[float]]) -> None:
    for number, (name, _) in enumerate(chosen):
        print(f"{name:18}" + "".join(f"{round_} {times[number]:5.0f}   " for round_, times in took.items()))


def _write_sheet(path: Path, chosen: list[Prompt], pictures: list[Picture]) -> None:
    cells = []
    for (name, _), picture in zip(chosen, pictures, strict=True):
        label = np.full((26, CELL, 3), 24, np.uint8)
        cv2.putText(label, name, (8, 18), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (235, 230, 220), 1, cv2.LINE_AA)
        cells.append(np.vstack([picture, label]))
    columns = min(6, len(cells))
    cells += [np.full_like(cells[0], 24)] * (-len(cells) % columns)
    rows = [np.hstack(cells[k : k + columns]) for k in range(0, len(cells), columns)]
    if not cv2.imwrite(str(path), np.vstack(rows)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 88]):
        sys.exit(f"{path} could not be written")


if __name__ == "__main__":
    main()
