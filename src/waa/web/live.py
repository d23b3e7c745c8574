"""Live updates: server-sent events on raw ASGI. One reader for the process; a stream costs a queue, no thread.

    GET /live   text/event-stream   event: job   data: {"id", "status", "progress", …}

At the start, and after every reconnection, the visitor's unfinished and lately finished jobs are sent, so that a page
that was reloaded, or lost its connection, catches up without remembering anything.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
import uuid
from collections import defaultdict
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import datetime, timedelta
from http.cookies import CookieError, SimpleCookie
from typing import Any

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

from waa.accounts.visitors import visitor_id
from waa.studio import jobs
from waa.studio.models import Job
from waa.work.bell import Bell

POLL_SECONDS = 0.5  # when no bell was heard: jobs of workers on other machines
PING_SECONDS = 15.0
RECENT = timedelta(minutes=2)
MOST_STREAMS_OF_ONE = 12

Message = MutableMapping[str, Any]
Queue = asyncio.Queue[list[dict[str, Any]]]


class Hub:
    """Reads changed jobs, while anybody watches, and hands them to the streams of their visitors."""

    def __init__(self) -> None:
        self._streams: dict[uuid.UUID, set[Queue]] = defaultdict(set)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = threading.Lock()
        self._awake = threading.Event()
        self._started = False

    def join(self, visitor: uuid.UUID, queue: Queue) -> bool:
        """False when this visitor has too many streams open already."""
        self._loop = asyncio.get_running_loop()
        with self._lock:
            if len(self._streams[visitor]) >= MOST_STREAMS_OF_ONE:
                return False
            self._streams[visitor].add(queue)
            if not self._started:
                self._started = True
                threading.Thread(target=self._read_for_ever, name="live", daemon=True).start()
        self._awake.set()
        return True

    def leave(self, visitor: uuid.UUID, queue: Queue) -> None:
        with self._lock:
            self._streams[visitor].discard(queue)
            if not self._streams[visitor]:
                del self._streams[visitor]

    def _read_for_ever(self) -> None:
        with Bell(settings.WAA_DATA, "live").listen() as listener:
            since = timezone.now()
            while True:
                with self._lock:
                    watched = list(self._streams)
                if not watched:
                    self._awake.clear()
                    self._awake.wait(30)
                    since = timezone.now() - timedelta(seconds=1)
                    continue
                listener.wait(POLL_SECONDS)
                with contextlib.suppress(
                    Exception
                ):  # a database that is away for a moment is read again at the next turn
                    since = self._read(watched, since)

    def _read(self, watched: list[uuid.UUID], since: datetime) -> datetime:
        close_old_connections()
        now = timezone.now()
        # A little overlap: a row written before `since` may become visible after it.
        changed = Job.objects.filter(visitor__in=watched, changed_at__gte=since - timedelta(milliseconds=300))
        by_visitor: dict[uuid.UUID, list[dict[str, Any]]] = defaultdict(list)
        for job in changed.select_related("brief", "picture").order_by("changed_at")[:500]:
            by_visitor[job.visitor_id].append(event_of(job))
        for visitor, events in by_visitor.items():
            self._hand_out(visitor, events)
        return now

    def _hand_out(self, visitor: uuid.UUID, events: list[dict[str, Any]]) -> None:
        with self._lock:
            queues = list(self._streams.get(visitor, ()))
        for queue in queues:
            if self._loop is not None:
                self._loop.call_soon_threadsafe(_put, queue, events)


def _put(queue: Queue, events: list[dict[str, Any]]) -> None:
    with contextlib.suppress(asyncio.QueueFull):  # a reader that does not read catches up when it comes back
        queue.put_nowait(events)


hub = Hub()


def event_of(job: Job) -> dict[str, Any]:
    """What a page needs to know of a job."""
    event: dict[str, Any] = {
        "id": str(job.pk), "status": job.status, "progress": round(job.progress, 3), "step": job.step,
        "changed": job.changed_at.timestamp(),
    }  # fmt: skip
    if not job.is_over:
        outlook = jobs.outlook(job)
        event |= {"place": outlook.place, "seconds": outlook.seconds}
    if job.picture is not None:
        event["picture"] = job.picture.public_id
    if job.error:
        event["error"] = {"code": job.error["code"], "zh": job.error["zh"], "en": job.error["en"]}
    return event


def _first_events(visitor: uuid.UUID) -> list[dict[str, Any]]:
    close_old_connections()
    try:
        mine = Job.objects.filter(visitor=visitor).select_related("brief", "picture")
        recent = mine.filter(finished_at__gte=timezone.now() - RECENT).order_by("-finished_at")[:20]
        return [event_of(job) for job in [*mine.unfinished().order_by("pk")[:50], *recent]]
    finally:
        close_old_connections()


async def live(
    scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
) -> None:
    """The ASGI application of /live."""
    visitor = _visitor(scope)
    if scope["method"] != "GET" or visitor is None:
        await _answer(send, 204 if visitor is None else 405)
        return
    queue: Queue = asyncio.Queue(maxsize=100)
    if not hub.join(visitor, queue):
        await _answer(send, 429)
        return
    gone = asyncio.ensure_future(_until_gone(receive))
    try:
        headers = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"),
                   (b"x-content-type-options", b"nosniff")]  # fmt: skip
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await _send_events(send, await asyncio.to_thread(_first_events, visitor), first=True)
        while not gone.done():
            next_events = asyncio.ensure_future(queue.get())
            done, _ = await asyncio.wait(
                {next_events, gone}, timeout=PING_SECONDS, return_when=asyncio.FIRST_COMPLETED
            )
            if next_events in done:
                await _send_events(send, next_events.result())
            else:
                next_events.cancel()
                if gone not in done:
                    await send({"type": "http.response.body", "body": b": ping\n\n", "more_body": True})
    finally:
        gone.cancel()
        hub.leave(visitor, queue)
    with contextlib.suppress(Exception):  # whoever left need not hear the end
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _until_gone(receive: Callable[[], Awaitable[Message]]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send_events(
    send: Callable[[Message], Awaitable[None]], events: list[dict[str, Any]], first: bool = False
) -> None:
    lines = ["retry: 1500\n\n"] if first else []
    lines += [f"event: job\ndata: {json.dumps(event, ensure_ascii=False)}\n\n" for event in events]
    if lines:
        await send({"type": "http.response.body", "body": "".join(lines).encode(), "more_body": True})


async def _answer(send: Callable[[Message], Awaitable[None]], status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


def _visitor(scope: Message) -> uuid.UUID | None:
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                morsel = SimpleCookie(value.decode("latin-1")).get(settings.VISITOR_COOKIE)
            except CookieError:
                return None
            return visitor_id(morsel.value) if morsel else None
    return None
