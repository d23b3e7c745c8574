"""What Waa adds around a provider: python -m bench.providers [--count 60] [--crowd 200]

A real `waa serve` and a fake Gemini on loopback that answers with one PNG of 1024 × 1024. Milliseconds, median and
95th percentile:
  out       from the press to the request's arrival at the provider
  in        from the answer's last byte to the last byte of the picture in the browser, over the live stream
Then a crowd: that many jobs at once, each of which the provider takes ten seconds for, on one worker. What counts is
that all are with the provider at the same time, and what the worker's memory grows to while all come back at once.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil
from bench.machine import machine
from tests.processes.place import Place
from tests.upstreams.gemini import Gemini
from tests.upstreams.server import Answer, Asked

REST = 0.3
SECONDS = 10.0


class Clockwork(Gemini):
    """Paints once, then gives the same picture after `seconds`; notes when it was asked and when it answered."""

    def __init__(self) -> None:
        self.seconds = 0.05
        self.arrived: list[float] = []
        self.answered: list[float] = []
        self.inside = self.most_inside = 0
        self._count = threading.Lock()
        self._same: Answer | None = None
        super().__init__()

    def answer(self, asked: Asked) -> Answer:
        if not asked.path.endswith(":generateContent"):
            return super().answer(asked)
        self.arrived.append(time.perf_counter())
        with self._count:
            self.inside += 1
            self.most_inside = max(self.most_inside, self.inside)
            self._same = self._same or super().answer(asked)
        time.sleep(self.seconds)
        with self._count:
            self.inside -= 1
        self.answered.append(time.perf_counter())
        return self._same


@contextmanager
def waa(provider: Clockwork) -> Iterator[Place]:
    settings = {
        "GEMINI_API_KEY": provider.key,
        "GOOGLE_GEMINI_BASE_URL": provider.base_url,
        "UPSTREAM_DAILY_BUDGET": "1000000",
        "MAX_WAITING": "1000",
        "ENGINE": "gemini",
    }
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), **settings).start()
        try:
            yield place
        finally:
            place.end()


def overhead(provider: Clockwork, count: int) -> None:
    with waa(provider) as place:
        alice = place.browser()
        figures = []
        for n in range(count + 5):  # the first five until everything has been used once
            time.sleep(REST)
            provider.arrived.clear()
            provider.answered.clear()
            begun = time.perf_counter()
            [job] = alice.press("一隻貓坐喺月球上睇地球", long_side=1024)
            done = next(e for e in alice.watch() if e["id"] == job and e["status"] in ("done", "failed"))
            assert done["status"] == "done", place.said()
            assert alice.has(done["picture"])
            seen = time.perf_counter()
            if n >= 5:
                figures.append(((provider.arrived[0] - begun) * 1000, (seen - provider.answered[0]) * 1000))
    for name, column in zip(("out", "in"), zip(*figures, strict=True), strict=True):
        print(f"{name:10}{statistics.median(column):8.1f} / {np.percentile(column, 95):.1f} ms", flush=True)
    both = [a + b for a, b in figures]
    print(f"{'together':10}{statistics.median(both):8.1f} / {np.percentile(both, 95):.1f} ms", flush=True)


def crowd(provider: Clockwork, people: int) -> None:
    provider.seconds = SECONDS
    with waa(provider) as place:
        worker, most = place.worker, 0
        begun = time.perf_counter()
        jobs = [(place.browser(), n) for n in range(people)]
        asked = [(browser, browser.press(f"貓 {n}", long_side=1024)[0]) for browser, n in jobs]
        pressed = time.perf_counter() - begun
        provider.most_inside = provider.inside
        left = list(asked)
        while left:
            most = max(most, worker.memory_info().rss)
            left = [(b, job) for b, job in left[:4] if b.card(job).status not in ("done", "failed")] + left[
                4:
            ]
            time.sleep(0.02)
            assert time.perf_counter() - begun < 300, "some never came back"
        took = time.perf_counter() - begun
        ends = {browser.card(job).status for browser, job in asked}
        print(
            f"\n{people} jobs of {SECONDS:.0f} s, pressed in {pressed:.1f} s: {provider.most_inside} there at once,"
        )
        print(f"all back after {took:.1f} s, as {ends}; the worker grew to {most / 1e6:.0f} MB")
        assert psutil.pid_exists(worker.pid), "the worker died"


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--count", type=int, default=60)
    options.add_argument("--crowd", type=int, default=200)
    asked = options.parse_args()
    print(f"{machine()}\n{asked.count} pictures, one at a time; median / p95")
    with Clockwork() as provider:
        if asked.count:
            overhead(provider, asked.count)
        if asked.crowd:
            crowd(provider, asked.crowd)


if __name__ == "__main__":
    main()
