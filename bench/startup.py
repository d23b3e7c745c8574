"""How long Waa takes to start and to end, and the memory it needs at rest: python -m bench.startup [--rounds 5]

A real `waa serve` with the offline engine, on SQLite. Seconds to the first page and to the end of the last process;
megabytes resident ten seconds after the start, when everything is warm, with nobody there.
  first       on an empty data folder: key, tables, static files, the painter's first shapes
  later       on a data folder that is there
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from bench.machine import machine
from tests.processes.place import Place

SETTLED = 10.0


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), ENGINE="offline")
        try:
            first, _ = start_and_end(place)
            later = [start_and_end(place) for _ in range(asked.rounds)]
            place.start()
            time.sleep(SETTLED)
            memory = resident(place)
        finally:
            place.end()
    print(
        f"first page: first start {first:.1f} s, later {statistics.median(s for s, _ in later):.1f} s", end=""
    )
    print(f" (slowest of {len(later)}: {max(s for s, _ in later):.1f} s)")
    print(f"end: {max(e for _, e in later):.1f} s at most")
    print(
        f"at rest: {sum(memory.values()):.0f} MB, "
        + ", ".join(f"{name} {mb:.0f}" for name, mb in memory.items())
    )


def start_and_end(place: Place) -> tuple[float, float]:
    begun = time.perf_counter()
    place.start()
    assert place.browser().get("/").status == 200
    took = time.perf_counter() - begun
    time.sleep(2)  # the worker is still on its way when the page is there
    return took, place.stop()


def resident(place: Place) -> dict[str, float]:
    """Megabytes by process; what several share is counted in each."""
    names = {"serve": "supervisor", "web": "web", "worker": "worker"}
    found = {}
    for process in place.processes:
        word = next((word for word in names if word in process.cmdline()), "other")
        found[names.get(word, word)] = process.memory_info().rss / 2**20
    return found


if __name__ == "__main__":
    main()
