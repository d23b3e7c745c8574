"""The whole of it comes and goes: ends in time, leaves nobody behind, forgets nothing."""

from __future__ import annotations

import os
import signal
import socket
import threading

import pytest

from tests.processes.conftest import NewPlace
from tests.processes.place import left_of


@pytest.mark.database
def test_it_ends_in_time_in_the_middle_of_work_and_goes_on_where_it_was(new_place: NewPlace) -> None:
    """Ctrl-C, then SIGTERM, with a job half done and a page that watches it; then everything is there again."""
    place = new_place().start()
    alice = place.browser()
    [first] = alice.press("a cat")
    picture = alice.card(first, until="done").picture
    [job] = alice.press("slow 600")
    waiting = alice.press("slow 600", count=2)
    alice.card(job, until="running")
    begun = threading.Event()
    watching = threading.Thread(target=lambda: [begun.set() for _ in alice.watch()])
    watching.start()
    assert begun.wait(10)
    assert place.stop(signal.SIGINT) < 3
    watching.join(5)
    assert not watching.is_alive()

    place.start()
    alice.port = place.port
    assert alice.has(picture)
    assert alice.card(job).status in ("queued", "running")
    alice.card(job, until="running")
    assert [alice.post(f"/jobs/{j}/cancel").status for j in waiting] == [200, 200]
    assert place.stop(signal.SIGTERM) < 3


def test_a_killed_supervisor_leaves_nobody_behind(new_place: NewPlace) -> None:
    place = new_place().start()
    everyone = place.processes
    os.kill(everyone[0].pid, signal.SIGKILL)
    alive = left_of(everyone, seconds=5)
    for process in alive:
        process.kill()
    assert not alive


def test_a_port_that_is_taken_ends_the_start_with_a_sentence(new_place: NewPlace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = new_place(PORT=str(taken.getsockname()[1]))
        with pytest.raises(AssertionError, match=r"cannot be used .*Is Waa running already"):
            place.start()
        assert place.supervisor is not None
        assert place.supervisor.wait(5) == 1
