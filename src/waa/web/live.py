"""Live updates: server-sent events on raw ASGI. One reader for the process; a stream costs a queue, no thread.

    GET /live   text/event-stream   event: job   data: {"id", "status", "progress", …}
                                    event: end   when none of the visitor's jobs is unfinished any more

At the start the visitor's unfinished and lately finished jobs are sent, so that a page that was reloaded catches up
without remembering anything; a browser that comes back (Last-Event-ID) gets all that ended since it left.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import close_old_connections, connection
from django.http import parse_cookie
from django.utils import timezone

from waa.accounts.visitors import visitor_id
from waa.studio import jobs
from waa.studio.models import Job
from waa.work.bell import Bell

POLL_SECONDS = 0.5  # when no bell was heard: jobs of workers on other machines
PING_SECONDS = 15.0
PLACES_SECONDS = 1.0  # those who wait move up without being changed themselves
RECENT = timedelta(minutes=2)
OVERLAP = timedelta(milliseconds=300)  # a row written before we read may become visible after it
MOST_READ = 200
MOST_STREAMS_OF_ONE = 12

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Event = dict[str, Any]
Queue = asyncio.Queue[list[Event]]

END: Event = {}  # both are told apart by identity
AWAY: Event = {}


class Hub:
    """Reads changed jobs, while anybody watches, and hands them to the streams of their visitors. Its thread begins
    with the first stream and ends with the last."""

    def __init__(self) -> None:
        self._streams: dict[uuid.UUID, set[Queue]] = defaultdict(set)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = threading.Lock()
        self._reader: threading.Thread | None = None
        self._places_at = 0.0

    def join(self, visitor: uuid.UUID, queue: Queue) -> bool:
        """False when this visitor has too many streams open already."""
        self._loop = asyncio.get_running_loop()
        with self._lock:
            if len(self._streams[visitor]) >= MOST_STREAMS_OF_ONE:
                return False
            self._streams[visitor].add(queue)
            if self._reader is None:
                since = timezone.now()
                self._reader = threading.Thread(
                    target=self._keep_reading, args=(since,), name="live", daemon=True
                )
                self._reader.start()
        return True

    def leave(self, visitor: uuid.UUID, queue: Queue) -> None:
        with self._lock:
            self._streams[visitor].discard(queue)
            if not self._streams[visitor]:
                del self._streams[visitor]

    def _keep_reading(self, since: datetime) -> None:
        with Bell(settings.WAA_DATA, "live").listen() as listener, contextlib.closing(connection):
            while watched := self._watched():
                # A database that is away for a moment is read again at the next turn.
                with contextlib.suppress(Exception):
                    since = self._read(watched, since)
                listener.wait(POLL_SECONDS)

    def _watched(self) -> list[uuid.UUID]:
        """Who is to be told; nobody means that the reader may go."""
        with self._lock:
            if not self._streams:
                self._reader = None
            return list(self._streams)

    def _read(self, watched: list[uuid.UUID], since: datetime) -> datetime:
        close_old_connections()
        now = timezone.now()
        theirs = Job.objects.filter(visitor__in=watched).select_related("brief", "picture")
        changed = list(theirs.filter(changed_at__gte=since - OVERLAP).order_by("changed_at")[:MOST_READ])
        until = changed[-1].changed_at if len(changed) == MOST_READ else now
        if time.monotonic() - self._places_at > PLACES_SECONDS:
            self._places_at = time.monotonic()
            known = {job.pk for job in changed}
            changed += [job for job in theirs.waiting().order_by("pk")[:MOST_READ] if job.pk not in known]
        by_visitor: dict[uuid.UUID, list[Event]] = defaultdict(list)
        for job, event in zip(changed, events_of(changed), strict=True):
            by_visitor[job.visitor_id].append(event)
        for visitor, events in by_visitor.items():
            self._hand_out(visitor, [*events, *_end_if_over(visitor, events, since)])
        return until

    def _hand_out(self, visitor: uuid.UUID, events: list[Event]) -> None:
        with self._lock:
            queues = list(self._streams.get(visitor, ()))
        for queue in queues:
            if self._loop is not None:
                self._loop.call_soon_threadsafe(_put, queue, events)


def _put(queue: Queue, events: list[Event]) -> None:
    """A page that does not read is sent away: it comes back by itself, and then catches up."""
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        events = [AWAY]
    queue.put_nowait(events)


hub = Hub()


def events_of(changed: Sequence[Job]) -> list[Event]:
    """What a page needs to know of each job."""
    return [_event_of(job, outlook) for job, outlook in zip(changed, jobs.outlooks(changed), strict=True)]


def _event_of(job: Job, outlook: jobs.Outlook) -> Event:
    event: Event = {
        "id": str(job.pk), "status": job.status, "progress": round(job.progress, 3), "step": job.step,
        "changed": job.changed_at.timestamp(),
    }  # fmt: skip
    if not job.is_over:
        event |= {"place": outlook.place, "seconds": outlook.seconds, "preview": job.preview}
    if job.picture is not None:
        event["picture"] = job.picture.public_id
    if job.error:
        event["error"] = {"code": job.error["code"], "zh": job.error["zh"], "en": job.error["en"]}
    return event


def _end_if_over(visitor: uuid.UUID, events: list[Event], since: datetime) -> list[Event]:
    """The end of the stream, when the last of the visitor's jobs has come to its own; before it, what ended while
    `events` were read, from `since` on."""
    mine = Job.objects.filter(visitor=visitor)
    if any("place" in event for event in events) or mine.unfinished().exists():
        return []
    late = mine.filter(finished_at__gte=since - OVERLAP).select_related("brief", "picture")
    return [*events_of(late.order_by("finished_at")[:MOST_READ]), END]


def _first_events(visitor: uuid.UUID, since: float | None) -> list[Event]:
    """What a page that has just come, or come back, has to catch up with."""
    try:
        begun = timezone.now()
        mine = Job.objects.filter(visitor=visitor).select_related("brief", "picture")
        start = begun - RECENT if since is None else datetime.fromtimestamp(since, UTC) - OVERLAP
        recent = mine.filter(finished_at__gte=start).order_by("-finished_at")[:MOST_READ]
        events = events_of([*reversed(recent), *mine.unfinished().order_by("pk")[:MOST_READ]])
        return [*events, *_end_if_over(visitor, events, begun)]
    finally:
        connection.close()  # this thread may not be needed again for long


class Stream:
    """One page that watches: writes events, each thing once, under ids that only grow."""

    def __init__(self, send: Send, last: float | None) -> None:
        self._send = send
        self._last = last or 0.0
        self._told: dict[str, Event] = {}

    async def start(self) -> None:
        headers = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"),
                   (b"x-content-type-options", b"nosniff")]  # fmt: skip
        await self._send({"type": "http.response.start", "status": 200, "headers": headers})
        await self._write("retry: 1500\n\n")

    async def tell(self, events: list[Event]) -> bool:
        """Write what is new of them; whether more may follow."""
        lines = []
        for event in events:
            if event is AWAY:
                return False
            if event is END:
                lines.append("event: end\ndata: {}\n\n")
                break
            known = self._told.get(event["id"], {"changed": 0.0})
            # What was read before the page came may arrive after what it was told at first: never back in time.
            if event != known and event["changed"] >= known["changed"]:
                self._told[event["id"]] = event
                self._last = max(self._last, event["changed"])
                data = json.dumps(event, ensure_ascii=False)
                lines.append(f"id: {self._last:.6f}\nevent: job\ndata: {data}\n\n")
        if lines:
            await self._write("".join(lines))
        return not any(event is END for event in events)

    async def ping(self) -> None:
        await self._write(": ping\n\n")

    async def end(self) -> None:
        with contextlib.suppress(Exception):  # whoever left need not hear the end
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _write(self, text: str) -> None:
        await self._send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def live(scope: Message, receive: Receive, send: Send) -> None:
    """The ASGI application of /live."""
    visitor = _visitor(scope)
    if scope["method"] != "GET" or visitor is None:
        await _answer(send, 405 if scope["method"] != "GET" else 204)
        return
    queue: Queue = asyncio.Queue(maxsize=100)
    if not hub.join(visitor, queue):
        await _answer(send, 429)
        return
    gone = asyncio.ensure_future(_until_gone(receive))
    try:
        last = _last_event_id(scope)
        events = await asyncio.to_thread(_first_events, visitor, last)
        if last is not None and events == [END]:
            await _answer(send, 204)  # a browser that comes back for nothing stops asking
            return
        await _watch(Stream(send, last), events, queue, gone)
    finally:
        gone.cancel()
        hub.leave(visitor, queue)


async def _watch(stream: Stream, events: list[Event], queue: Queue, gone: asyncio.Future[None]) -> None:
    await stream.start()
    more = await stream.tell(events)
    while more and not gone.done():
        next_events = asyncio.ensure_future(queue.get())
        either: set[asyncio.Future[Any]] = {next_events, gone}
        done, _ = await asyncio.wait(either, timeout=PING_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if next_events in done:
            more = await stream.tell(next_events.result())
            continue
        next_events.cancel()
        if gone not in done:
            await stream.ping()
    await stream.end()


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _answer(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


def _header(scope: Message, wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")


def _visitor(scope: Message) -> uuid.UUID | None:
    """By the same cookies as the pages: other programs on this host may have set odd ones beside ours."""
    return visitor_id(parse_cookie(_header(scope, b"cookie")).get(settings.VISITOR_COOKIE))


def _last_event_id(scope: Message) -> float | None:
    """When the last event that this browser got was written; None at its first call, or for what is no id of ours."""
    given = _header(scope, b"last-event-id")
    return float(given) if re.fullmatch(r"\d{1,11}\.\d{6}", given) else None
