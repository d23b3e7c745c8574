"""Pages that watch /live, as a browser's EventSource does, on an event loop of their own."""

from __future__ import annotations

import asyncio
import json
import queue
import threading
from collections.abc import Callable, Coroutine, MutableMapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from waa.accounts.models import Visitor
from waa.accounts.visitors import cookie_for
from waa.studio.bells import live_bell

Message = MutableMapping[str, Any]
App = Callable[[Any, Any, Any], Coroutine[Any, Any, None]]


@dataclass
class Event:
    id: str = ""
    event: str = ""
    data: dict[str, Any] = field(default_factory=dict)


class Stream:
    """One connection. `status` and `headers` are there once it has begun."""

    def __init__(self, app: App, loop: asyncio.AbstractEventLoop, scope: Message) -> None:
        self._messages: queue.Queue[Message] = queue.Queue()
        self._loop = loop
        self._gone = asyncio.Event()
        self._text = ""
        self.is_over = False
        self._done: Future[None] = asyncio.run_coroutine_threadsafe(
            app(scope, self._receive, self._send), loop
        )
        start = self._next(5)
        self.status: int = start["status"]
        self.headers = {name.decode(): value.decode() for name, value in start["headers"]}

    async def _receive(self) -> Message:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        self._messages.put(message)

    def _next(self, seconds: float) -> Message:
        return self._messages.get(timeout=seconds)

    def body(self, seconds: float = 5) -> bytes:
        """All that comes until the end."""
        data = b""
        while not self.is_over:
            message = self._next(seconds)
            data += message["body"]
            self.is_over = not message.get("more_body")
        return data

    def event(self, seconds: float = 5) -> Event:
        """The next event; queue.Empty when none comes in time."""
        while "\n\n" not in self._text:
            message = self._next(seconds)
            self._text += message["body"].decode()
            self.is_over = not message.get("more_body")
            if self.is_over and not self._text:
                raise EOFError("the stream has ended")
        told, _, self._text = self._text.partition("\n\n")
        lines = dict(line.split(": ", 1) for line in told.splitlines())
        if "event" not in lines:
            return self.event(seconds)
        return Event(lines.get("id", ""), lines["event"], json.loads(lines["data"]))

    def until(self, event: str = "job", **wanted: Any) -> list[Event]:
        """The events up to the first of which all of that is true."""
        told = [self.event()]
        while told[-1].event != event or wanted.items() - told[-1].data.items():
            told.append(self.event())
        return told

    def is_silent(self, seconds: float = 0.3) -> bool:
        try:
            self.event(seconds)
        except (queue.Empty, EOFError):
            return True
        return False

    def leave(self) -> None:
        """Close the tab."""
        self._loop.call_soon_threadsafe(self._gone.set)
        live_bell().ring()
        self._done.result(5)


class Browser:
    """Opens streams, all on one loop, as one server does."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._streams: list[Stream] = []

    def open(
        self,
        visitor: Visitor | None,
        last: str | None = None,
        cookie: str | None = None,
        method: str = "GET",
        path: str = "/live",
    ) -> Stream:
        if cookie is None and visitor is not None:
            cookie = f"{settings.VISITOR_COOKIE}={cookie_for(visitor)}"
        headers = [(b"host", b"testserver")]
        headers += [(b"cookie", cookie.encode("latin-1"))] if cookie is not None else []
        headers += [(b"last-event-id", last.encode("latin-1"))] if last is not None else []
        scope = {"type": "http", "method": method, "path": path, "headers": headers, "query_string": b""}
        stream = Stream(self._app, self._loop, {**scope, "scheme": "http", "http_version": "1.1"})
        self._streams.append(stream)
        return stream

    def close(self) -> None:
        """Close every tab; then nobody watches, and the reader goes."""
        for stream in self._streams:
            stream.leave()
        live_bell().ring()
        for thread in threading.enumerate():
            if thread.name == "live":
                thread.join(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()
