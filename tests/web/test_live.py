"""Live updates: in order, each once, resumed where they were left, with an end, and never too many."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from tests.make import make_brief, make_job
from tests.web.watch import Browser
from tests.web.world import ERROR, work
from waa.accounts.models import Visitor
from waa.accounts.visitors import cookie_for
from waa.studio import jobs
from waa.studio.bells import live_bell
from waa.studio.models import Job, Picture
from waa.web import live

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("quick_engine", "data_folder"),
]


@pytest.fixture
def browser(data_folder: object) -> Iterator[Browser]:
    browser = Browser(live.live)
    yield browser
    browser.close()


def change(job: Job, **values: Any) -> None:
    """As the line does: written, then rung."""
    Job.objects.filter(pk=job.pk).update(changed_at=timezone.now(), **values)
    live_bell().ring()


def ended(by: Visitor, ago: timedelta, status: str = Job.Status.CANCELLED, **more: Any) -> Job:
    then = timezone.now() - ago
    return make_job(by=by, status=status, finished_at=then, changed_at=then, started_at=then, **more)


def test_a_page_that_comes_sees_what_is_going_on(browser: Browser, alice: Visitor, bob: Visitor) -> None:
    ended(alice, timedelta(minutes=10))
    recent = ended(alice, timedelta(seconds=20), Job.Status.FAILED, error={**ERROR, "retryable": True})
    running = make_job(by=alice, status=Job.Status.RUNNING, progress=0.25, step="paint")
    waiting = make_job(by=alice)
    make_job(by=bob)
    stream = browser.open(alice)
    assert (stream.status, stream.headers["content-type"]) == (200, "text/event-stream")
    assert stream.headers["cache-control"] == "no-store"
    told = [stream.event().data for _ in range(3)]
    assert [one["id"] for one in told] == [str(job.pk) for job in (recent, running, waiting)]
    assert (told[0]["status"], told[0]["error"]) == ("failed", ERROR)
    assert (told[1]["progress"], told[1]["place"], told[1]["step"]) == (0.25, 0, "paint")
    assert (told[2]["status"], told[2]["place"]) == ("queued", 2)
    assert told[2]["seconds"] >= 1
    assert "place" not in told[0]
    assert stream.is_silent(), "it was told of somebody else's, or twice"


def test_a_picture_is_watched_from_the_line_to_its_end(browser: Browser, alice: Visitor) -> None:
    job = make_job(by=alice, brief=make_brief(by=alice, words="slow 12"))
    stream = browser.open(alice)
    assert stream.event().data["status"] == "queued"
    work()
    told = [one.data for one in stream.until(status="done")]
    assert told[-1]["picture"] == Picture.objects.get().public_id
    assert {one["id"] for one in told} == {str(job.pk)}
    statuses = [status for status, _ in groupby(one["status"] for one in told)]
    assert statuses in (["running", "done"], ["queued", "running", "done"]), "it went back in time"
    progress = [one["progress"] for one in told]
    assert progress == sorted(progress)
    assert stream.event().event == "end"
    assert stream.body() == b""


def test_ids_only_grow_and_nothing_is_told_twice(browser: Browser, alice: Visitor) -> None:
    one, other = make_job(by=alice), make_job(by=alice)
    stream = browser.open(alice)
    for share in (0.2, 0.4, 0.6):
        for job in (other, one):
            change(job, status=Job.Status.RUNNING, progress=share, started_at=timezone.now())
            time.sleep(0.01)
    told = stream.until(id=str(one.pk), progress=0.6)
    ids = [float(event.id) for event in told]
    assert ids == sorted(ids)
    seen = [tuple(sorted((k, str(v)) for k, v in event.data.items())) for event in told]
    assert len(set(seen)) == len(seen)
    live_bell().ring()
    assert stream.is_silent()


def test_who_waits_hears_of_moving_up(browser: Browser, alice: Visitor, bob: Visitor) -> None:
    first = make_job(by=alice)
    mine = make_job(by=alice)
    stream = browser.open(alice)
    assert [stream.event().data["place"] for _ in range(2)] == [1, 2]
    jobs.cancel(first)
    assert stream.until(id=str(mine.pk), place=1)[-1].data["status"] == "queued"


def test_each_watches_their_own(browser: Browser, alice: Visitor, bob: Visitor) -> None:
    hers, his = make_job(by=alice), make_job(by=bob)
    watching = {job.pk: browser.open(job.visitor) for job in (hers, his)}
    for job in (hers, his):
        change(job, status=Job.Status.CANCELLED, finished_at=timezone.now())
    for job in (hers, his):
        told = watching[job.pk].until("end")
        assert {event.data["id"] for event in told[:-1]} == {str(job.pk)}


def test_two_tabs_of_one_person_see_the_same(browser: Browser, alice: Visitor) -> None:
    job = make_job(by=alice)
    tabs = [browser.open(alice), browser.open(alice)]
    change(job, status=Job.Status.CANCELLED, finished_at=timezone.now())
    for tab in tabs:
        assert tab.until("end")[-2].data["status"] == "cancelled"


# -- coming back -----------------------------------------------------------------------------------------------


def test_who_comes_back_gets_what_ended_meanwhile_however_long_it_was(
    browser: Browser, alice: Visitor
) -> None:
    long_ago = timezone.now() - timedelta(hours=2)
    before = ended(alice, timedelta(hours=3))
    meanwhile = [ended(alice, timedelta(minutes=minutes)) for minutes in (100, 50, 1)]
    still = make_job(by=alice)
    stream = browser.open(alice, last=f"{long_ago.timestamp():.6f}")
    told = [stream.event().data["id"] for _ in range(4)]
    assert told == [str(job.pk) for job in (*meanwhile, still)]
    assert str(before.pk) not in told


def test_a_connection_that_broke_goes_on_where_it_was(browser: Browser, alice: Visitor) -> None:
    first, second = make_job(by=alice), make_job(by=alice)
    stream = browser.open(alice)
    change(first, status=Job.Status.CANCELLED, finished_at=timezone.now())
    last = stream.until(id=str(first.pk), status="cancelled")[-1].id
    stream.leave()
    change(second, status=Job.Status.CANCELLED, finished_at=timezone.now())
    told = [event.data["id"] for event in browser.open(alice, last=last).until("end")[:-1]]
    assert told in ([str(second.pk)], [str(first.pk), str(second.pk)]), "what was last may be told again"


def test_who_comes_back_for_nothing_is_told_to_stay_away(browser: Browser, alice: Visitor) -> None:
    ended(alice, timedelta(minutes=1))
    assert browser.open(alice, last=f"{timezone.now().timestamp() + 1:.6f}").status == 204


def test_a_page_with_nothing_to_watch_gets_an_end(browser: Browser, alice: Visitor) -> None:
    stream = browser.open(alice)
    assert stream.event().event == "end"
    assert stream.body() == b""


@pytest.mark.parametrize(
    "last", ["", "abc", "-1.000000", "nan", "1e9", "99999999999.999999", "9" * 40, "\xb2.000000"]
)
def test_an_odd_id_does_no_harm(browser: Browser, alice: Visitor, last: str) -> None:
    job = make_job(by=alice)
    assert browser.open(alice, last=last).event().data["id"] == str(job.pk)


# -- who may watch, and how many -------------------------------------------------------------------------------


@pytest.mark.parametrize("cookie", [None, "", "waa=", "waa=forged", "waa=a:b:c", "waa", "\xff=\xfe", ";;;"])
def test_a_stranger_has_nothing_to_watch(browser: Browser, cookie: str | None) -> None:
    stream = browser.open(None, cookie=cookie)
    assert (stream.status, stream.body()) == (204, b"")


def test_cookies_of_other_programs_do_not_hide_ours(browser: Browser, alice: Visitor) -> None:
    make_job(by=alice)
    odd = f'a={{"b": [1, 2]}}; c d=e; =; {settings.VISITOR_COOKIE}={cookie_for(alice)}; "'
    assert browser.open(None, cookie=odd).event().data["status"] == "queued"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_watching_is_all_there_is(browser: Browser, alice: Visitor, method: str) -> None:
    assert browser.open(alice, method=method).status == 405


def test_a_visitor_has_so_many_streams_and_no_more(browser: Browser, alice: Visitor, bob: Visitor) -> None:
    for visitor in (alice, bob):
        make_job(by=visitor)
    tabs = [browser.open(alice) for _ in range(live.MOST_STREAMS_OF_ONE)]
    assert browser.open(alice).status == 429
    assert browser.open(bob).status == 200, "others are not to suffer"
    tabs[0].leave()
    assert browser.open(alice).status == 200


@pytest.mark.parametrize("moment", range(1, 8))
def test_what_ends_while_a_page_reads_is_told_before_the_end(alice: Visitor, moment: int) -> None:
    """The job ends just before the n-th query."""
    job = make_job(by=alice, status=Job.Status.RUNNING)
    asked = 0

    def meanwhile(execute: Any, sql: str, *more: Any) -> Any:
        nonlocal asked
        asked += 1
        if asked == moment:
            then = timezone.now()
            Job.objects.filter(pk=job.pk).update(status=Job.Status.FAILED, finished_at=then, changed_at=then)
        return execute(sql, *more)

    with connection.execute_wrapper(meanwhile):
        told = live._first_events(alice.pk, None)
    _, text = told_to(told)
    assert "event: end" not in text or '"failed"' in text
    assert '"place"' in text or '"failed"' in text


def test_when_nobody_watches_nothing_is_read(browser: Browser, alice: Visitor) -> None:
    make_job(by=alice)

    def readers() -> list[threading.Thread]:
        return [thread for thread in threading.enumerate() if thread.name == "live"]

    stream = browser.open(alice)
    [reader] = readers()
    stream.leave()
    reader.join(3)
    assert not readers()
    assert browser.open(alice).event().data["status"] == "queued", "the next to come sees nothing"


# -- one stream by itself --------------------------------------------------------------------------------------


def told_to(*batches: list[live.Event]) -> tuple[list[bool], str]:
    """Whether more may follow each batch, and what was written."""
    sent: list[bytes] = []

    async def send(message: Any) -> None:
        sent.append(message["body"])

    async def tell() -> list[bool]:
        stream = live.Stream(send, None)
        answers = [await stream.tell(batch) for batch in batches]
        await stream.ping()
        return answers

    return asyncio.run(tell()), b"".join(sent).decode()


def an_event(changed: float, **more: Any) -> live.Event:
    return {"id": "a", "changed": changed, **more}


def test_a_stream_never_goes_back_in_time() -> None:
    _, text = told_to([an_event(5.0, status="running")], [an_event(4.0, status="queued")])
    assert "running" in text
    assert "queued" not in text
    assert text.endswith(": ping\n\n"), "a proxy would close what is silent"


def test_a_changed_place_is_told_though_the_job_has_not_changed() -> None:
    _, text = told_to([an_event(5.0, place=2)], [an_event(5.0, place=1)], [an_event(5.0, place=1)])
    assert text.count("event: job") == 2


def test_nothing_is_told_after_the_end() -> None:
    more, text = told_to([an_event(1.0), live.END, an_event(2.0)])
    assert more == [False]
    assert text.index("event: end") > text.index("event: job")
    assert "2.0" not in text


def test_a_page_that_does_not_read_is_sent_away_to_come_back() -> None:
    async def overflow() -> list[list[live.Event]]:
        queue: asyncio.Queue[list[live.Event]] = asyncio.Queue(maxsize=3)
        for number in range(4):
            live._put(queue, [an_event(float(number))])
        return [queue.get_nowait() for _ in range(queue.qsize())]

    [left] = asyncio.run(overflow())
    more, text = told_to(left)
    assert more == [False], "the stream goes on without what was left out"
    assert "end" not in text, "it would not come back"
