"""What Waa adds around an engine that takes no time: python -m bench.overhead [--count 100] [--only sqlite]

A real `waa serve`; one visitor presses 畫 again and again, and does what the page does: sends the form, watches the live
stream, gets the picture (1024 × 1024). Milliseconds, median and 95th percentile:
  accepted    from the press to the answer
  started     from the row in the line to its start by the worker (from the rows)
  viewable    from the answer to the last byte of the picture
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from pathlib import Path

from bench.machine import machine
from tests.processes.browser import Browser
from tests.processes.place import Place, new_database

REST = 0.3  # seconds between presses, for the lossless copy that is written after the picture is shown
STARTED = """if True:
    import json
    from waa.studio.models import Job
    rows = Job.objects.order_by("pk").values_list("created_at", "started_at")
    print(json.dumps([(start - asked).total_seconds() * 1000 for asked, start in rows]))"""


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--only", choices=["sqlite", "postgres"])
    asked = options.parse_args()
    print(f"{machine()}\n{asked.count} presses, one at a time; milliseconds, median / p95\n")
    print(f"{'':10}{'accepted':>16}{'started':>16}{'viewable':>16}")
    if asked.only != "postgres":
        measure("sqlite", "sqlite", asked.count)
    if asked.only != "sqlite":
        from tests import postgres

        measure("postgres", os.environ["DATABASE_URL"], asked.count)
        postgres.pytest_unconfigure()


def measure(name: str, server: str, count: int) -> None:
    """Print the row of one database."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(
            Path(folder), engine="bench.instant:InstantEngine", database_url=new_database(server)
        ).start()
        try:
            alice = place.browser()
            for _ in range(5):  # until everything has been used once
                press(alice)
            figures = [press(alice) for _ in range(count)]
            started = json.loads(place.waa("manage", "shell", "--no-imports", "-c", STARTED))[5:]
        finally:
            place.end()
    columns = [[f[0] for f in figures], started, [f[1] for f in figures]]
    print(f"{name:10}" + "".join(f"{show(column):>16}" for column in columns), flush=True)


def press(alice: Browser) -> tuple[float, float]:
    """(press to answer, answer to picture)."""
    time.sleep(REST)
    begun = time.perf_counter()
    [job] = alice.press("一隻貓坐喺月球上睇地球", long_side=1024)
    accepted = time.perf_counter()
    done = next(e for e in alice.watch() if e["id"] == job and e["status"] == "done")
    assert alice.has(done["picture"])
    return (accepted - begun) * 1000, (time.perf_counter() - accepted) * 1000


def show(values: list[float]) -> str:
    return f"{statistics.median(values):.1f} / {statistics.quantiles(values, n=20)[-1]:.1f}"


if __name__ == "__main__":
    main()
