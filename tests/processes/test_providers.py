"""Jobs that a provider paints, whoever dies meanwhile: every picture arrives once, and all money is accounted for.

The providers are the strict fakes, in this process; Waa is real, and beside it.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psutil
import pytest

from tests.processes.conftest import NewPlace
from tests.processes.place import Place, left_of
from tests.upstreams import faults
from tests.upstreams.bfl import Bfl
from tests.upstreams.gemini import Gemini
from tests.upstreams.server import Answer, Asked

GEMINI_PRICE = 33_600  # of a picture of the offer "gemini", millionths of a US dollar
FLUX_PRICE = 14_000
PAINTS = ":generateContent"
SUBMIT = "/v1/flux"
POLL = "get_result"


class Held(Gemini):
    """Paints when it may."""

    def __init__(self) -> None:
        self.may = threading.Event()
        super().__init__()

    def answer(self, asked: Asked) -> Answer:
        if PAINTS in asked.path:
            self.may.wait(30)
        return super().answer(asked)


@pytest.fixture(scope="module")
def gemini() -> Iterator[Held]:
    with Held() as provider:
        yield provider


@pytest.fixture(scope="module")
def bfl() -> Iterator[Bfl]:
    with Bfl() as provider:
        yield provider


@pytest.fixture(scope="module")
def place(new_places: NewPlace, gemini: Held, bfl: Bfl) -> Place:
    """One Waa for all of them, with an account at each provider."""
    return new_places(
        GEMINI_API_KEY=gemini.key, GOOGLE_GEMINI_BASE_URL=gemini.base_url,
        BFL_API_KEY=bfl.key, BFL_BASE_URL=bfl.base_url, BFL_TIMEOUT="5", MAX_WAITING="40",
    ).start()  # fmt: skip


@pytest.fixture(autouse=True)
def forgotten(gemini: Held, bfl: Bfl) -> None:
    """The providers have not heard of the test before."""
    gemini.may.set()
    gemini.latency = bfl.seconds = 0.0
    for provider in (gemini, bfl):
        provider.requests.clear()
        provider.gone.clear()


def wait_until(what: Callable[[], object], seconds: float = 10.0) -> float:
    """How many seconds it took until that was so."""
    started = time.monotonic()
    while not what():
        assert time.monotonic() - started < seconds, "not in time"
        time.sleep(0.02)
    return time.monotonic() - started


@dataclass(frozen=True)
class Told:
    """What the table says of a job; `cost` is what its visitor is shown."""

    status: str
    attempts: int
    cost: int | None
    painted_by: str
    trail: str


def told(place: Place, job: str) -> Told:
    [row] = place.rows(
        "SELECT j.status, j.attempts, j.cost_usd_micros, coalesce(p.engine_label, ''), j.trail FROM studio_job j "
        f"LEFT JOIN studio_picture p ON p.id = j.picture_id WHERE j.id = '{job.replace('-', '')}'"
    )
    status, attempts, price, painted_by, trail = row
    return Told(status, attempts, price, painted_by, str(trail))


def cost(place: Place, job: str) -> int:
    found = told(place, job).cost
    assert found
    return found


def pictures(place: Place) -> int:
    [[count]] = place.rows("SELECT count(*) FROM studio_picture")
    return int(count)


def spent(place: Place) -> Counter[str]:
    """Today, by the offer, as soon as nothing is held back and no place is taken any more."""
    wait_until(
        lambda: (
            not place.rows("SELECT id FROM upstreams_reservation WHERE status = 'open'")
            and not place.rows("SELECT id FROM upstreams_spending WHERE reserved_usd_micros <> 0")
            and not place.rows("SELECT id FROM upstreams_upstream WHERE running <> 0")
        )
    )
    rows = place.rows(
        "SELECT m.offer, s.spent_usd_micros FROM upstreams_spending s "
        "JOIN upstreams_upstreammodel m ON m.id = s.model_id WHERE length(s.period) = 10"
    )
    return Counter(dict(rows))


@pytest.mark.database
def test_a_killed_worker_pays_bfl_once_and_counts_what_gemini_may_charge(
    place: Place, gemini: Held, bfl: Bfl
) -> None:
    """The visitor sees one price and one picture for each, whoever was asked how often."""
    gemini.may.clear()
    bfl.seconds = 60.0
    alice, before, there = place.browser(), spent(place), pictures(place)
    lost = alice.press("a cat", engine="gemini", count=4)
    wait_until(lambda: len(gemini.asked_for(PAINTS)) == 4)
    [kept] = alice.press("a cat", engine="flux")
    wait_until(lambda: bfl.asked_for(POLL))
    os.kill(place.worker.pid, signal.SIGKILL)
    [task] = [task for task in bfl.tasks.values() if task.status == "Pending"]
    task.ready_at = 0.0
    wait_until(lambda: len(gemini.asked_for(PAINTS)) == 8)  # together, as before
    gemini.may.set()
    for job in (kept, *lost):
        assert alice.has(alice.card(job, until="done").picture)
        assert told(place, job).attempts == 2
    assert len(bfl.asked_for(SUBMIT)) == 1
    assert {asked.query["id"] for asked in bfl.asked_for(POLL)} == {task.id}
    assert len(gemini.asked_for(PAINTS)) == 8
    assert pictures(place) == there + 5
    assert spent(place) - before == Counter(
        flux=cost(place, kept), gemini=4 * GEMINI_PRICE + sum(cost(place, job) for job in lost)
    )


def test_what_is_stopped_is_stopped_at_the_provider_too(place: Place, gemini: Held) -> None:
    """It may have painted by then: the operator's budget counts it, the visitor is charged nothing."""
    gemini.latency = 5.0
    alice, before, there = place.browser(), spent(place), pictures(place)
    [job] = alice.press("a cat", engine="gemini")
    wait_until(lambda: gemini.asked_for(PAINTS))
    alice.post(f"/jobs/{job}/cancel")
    assert wait_until(lambda: gemini.gone) < 1.5
    alice.card(job, until="cancelled", seconds=1)
    assert told(place, job).cost is None
    assert pictures(place) == there
    assert spent(place) - before == Counter(gemini=GEMINI_PRICE)


def test_the_end_comes_in_time_and_a_start_goes_on_with_what_providers_paint(
    place: Place, gemini: Held, bfl: Bfl
) -> None:
    gemini.may.clear()
    bfl.seconds = 3.0
    alice, there = place.browser(), pictures(place)
    jobs = [*alice.press("a cat", engine="flux"), *alice.press("a cat", engine="gemini", count=2)]
    wait_until(lambda: bfl.asked_for(POLL) and len(gemini.asked_for(PAINTS)) == 2)
    assert place.stop(signal.SIGINT) < 3
    assert [told(place, job).status for job in jobs] == ["running"] * 3

    gemini.may.set()
    place.start()
    alice.port = place.port
    assert all(alice.has(alice.card(job, until="done").picture) for job in jobs)
    assert pictures(place) == there + 3
    assert len(bfl.asked_for(SUBMIT)) == 1
    spent(place)  # nothing is held back


def test_thirty_wait_at_once_while_others_are_painted_here(place: Place, gemini: Held, bfl: Bfl) -> None:
    """The pages die meanwhile, and another provider never answers: nobody else is asked for that one."""
    gemini.may.clear()
    bfl.script.append(faults.hang(at=SUBMIT))
    alice, before = place.browser(), spent(place)
    [hung] = alice.press("a dog", engine="flux")
    wait_until(lambda: bfl.asked_for(SUBMIT))
    presses = [alice.press("a cat", engine="gemini", count=count) for count in (4, 4, 4, 4, 4, 4, 4, 2)]
    jobs = [job for press in presses for job in press]
    wait_until(lambda: len(gemini.asked_for(PAINTS)) == 30)
    bob = place.browser()
    for _ in range(3):
        [here] = bob.press("一隻貓", engine="offline")
        bob.card(here, until="done")

    os.kill(place.web.pid, signal.SIGKILL)
    gemini.may.set()
    wait_until(lambda: {told(place, job).status for job in jobs} == {"done"}, seconds=20)
    card = alice.card(hung, until="failed")
    assert card.code == "provider_timeout"
    assert "Nothing was charged to you" in card.says
    assert told(place, hung).painted_by == ""
    assert (len(gemini.asked_for(PAINTS)), len(bfl.asked_for(SUBMIT))) == (30, 1)
    assert spent(place) - before == Counter(flux=FLUX_PRICE, gemini=sum(cost(place, job) for job in jobs))


def test_who_is_asked_too_much_is_asked_again_when_it_said(place: Place, gemini: Held) -> None:
    """Meanwhile the next one on the ladder paints, and the card says so."""
    alice, before = place.browser(), spent(place)
    gemini.script.append(faults.rate_limited(1, at=PAINTS))
    [first] = alice.press("a cat", engine="gemini-pro")
    alice.card(first, until="done")
    assert told(place, first).painted_by == "Nano Banana 2.1"
    assert "Nano Banana Pro" in told(place, first).trail
    time.sleep(1)
    [second] = alice.press("a cat", engine="gemini-pro")
    alice.card(second, until="done")
    assert told(place, second).painted_by == "Nano Banana Pro"
    assert spent(place) - before == Counter({"gemini": cost(place, first), "gemini-pro": cost(place, second)})


def test_fake_providers_come_and_go_with_the_whole(new_place: NewPlace) -> None:
    """`waa serve --with-fake-upstreams`, killed when it is up, and ended by Ctrl-C when it has just begun."""
    place = new_place().start("--with-fake-upstreams")
    alice = place.browser()
    [job] = alice.press("a cat", engine="flux")
    assert alice.has(alice.card(job, until="done").picture)
    assert told(place, job).painted_by.startswith("FLUX")
    everyone = place.processes
    assert any(_is_fakes(process) for process in everyone)
    os.kill(everyone[0].pid, signal.SIGKILL)
    alive = left_of(everyone, seconds=5)
    for process in alive:
        process.kill()
    place.end()
    assert not alive

    place.begin("--with-fake-upstreams")
    wait_until(lambda: any(_is_fakes(process) for process in place.processes))
    assert place.stop(signal.SIGINT) < 3


def _is_fakes(process: psutil.Process) -> bool:
    return "tests.upstreams" in process.cmdline()
