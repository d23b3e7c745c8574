"""A disk that is full: a sentence for whoever asked, what was there stays whole, and work goes on when there is room."""

from __future__ import annotations

import os
import signal

from tests.processes.conftest import NewPlace


def test_a_full_disk_is_told_and_leaves_things_whole(new_place: NewPlace) -> None:
    place = new_place(settings="tests.processes.small_disk").start()
    alice = place.browser()
    kept = []
    for _ in range(20):
        [job] = alice.press("a cat")
        card = alice.card(job, until=("done", "failed"))
        if card.status == "failed":
            break
        kept.append(card.picture)
    assert card.code == "disk_full"
    assert "no room left" in card.says
    assert kept
    assert all(alice.has(picture) for picture in kept)
    assert not list((place.data / "pictures").rglob(".*")), "nothing half written"
    assert {path.stem[:32] for path in (place.data / "pictures").rglob("*.jpg")} == {
        path.name[:32] for path in (place.data / "pictures").rglob("*.thumb.jpg")
    }

    os.kill(place.worker.pid, signal.SIGKILL)  # the next one has room again
    [job] = alice.press("a cat")
    assert alice.has(alice.card(job, until="done").picture)
