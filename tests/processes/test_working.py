"""Pictures arrive: whoever dies on the way, whoever else is in the line."""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.processes.place import Place

on_both = pytest.mark.database  # what is said of the page or the runner alone is said once


@on_both
def test_a_picture_arrives(place: Place) -> None:
    alice = place.browser()
    [job] = alice.press("a cat")
    card = alice.card(job, until="done")
    assert alice.has(card.picture)
    assert not place.browser().has(card.picture), "it is hers alone"


@on_both
def test_the_picture_of_a_killed_worker_still_arrives(place: Place) -> None:
    alice = place.browser()
    [job] = alice.press("slow 80")
    alice.card(job, until="running")
    time.sleep(0.3)
    os.kill(place.worker.pid, signal.SIGKILL)
    card = alice.card(job, until="done")
    assert alice.has(card.picture)


def test_a_job_that_kills_its_worker_fails_with_a_sentence_and_the_line_goes_on(place: Place) -> None:
    alice, bob, charlie = place.browser(), place.browser("zh-HK"), place.browser()
    [killer] = alice.press("kill")
    [beside] = bob.press("slow 40")
    [after] = charlie.press("a cat")
    card = alice.card(killer, until="failed")
    assert card.code == "worker_died"
    assert "three times" in card.says
    for browser, job in ((bob, beside), (charlie, after)):
        assert browser.has(browser.card(job, until="done").picture)


@on_both
def test_a_job_is_stopped_within_a_second(place: Place) -> None:
    alice = place.browser()
    [job] = alice.press("slow 500")
    alice.card(job, until="running")
    started = time.monotonic()
    assert alice.post(f"/jobs/{job}/cancel").status == 200
    card = alice.card(job, until="cancelled")
    assert time.monotonic() - started < 1
    assert not card.picture
    [job] = alice.press("a cat")
    alice.card(job, until="done")


@on_both
def test_a_newcomer_need_not_wait_for_somebody_who_asked_for_much(place: Place) -> None:
    alice, bob = place.browser(), place.browser()
    hers = [job for _ in range(2) for job in alice.press("slow 40", count=4)]
    [his] = bob.press("slow 10")
    assert "in line" in bob.card(his).says
    bob.card(his, until="done")
    assert sum(alice.card(job).status == "queued" for job in hers) >= 4
    for job in hers:
        alice.card(job, until="done")


def test_the_stream_says_how_far_it_is_and_ends_with_the_picture(place: Place) -> None:
    alice = place.browser()
    [job] = alice.press("slow 40")
    events = [event for event in alice.watch() if event["id"] == job]
    shares = [event["progress"] for event in events]
    assert shares == sorted(shares)
    assert len({share for share in shares if 0 < share < 1}) >= 2
    assert events[-1]["status"] == "done"
    assert alice.has(events[-1]["picture"])


@on_both
def test_pages_that_die_come_back_with_everything(place: Place) -> None:
    alice = place.browser()
    [first] = alice.press("a cat")
    picture = alice.card(first, until="done").picture
    [second] = alice.press("slow 150")
    os.kill(place.web.pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            card = alice.card(second)
            break
        except OSError:
            time.sleep(0.05)
    assert card.status in ("running", "done")
    assert alice.has(picture)
    assert alice.has(alice.card(second, until="done").picture)
