"""The wire: how engines that paint elsewhere wait for their answer.

One event loop in a thread of its own carries every request of the process, so that two hundred waiting jobs cost two
hundred sleeping coroutines. The job's own thread reports progress, and whoever cancels closes the connection.

    answer = wire.wait(ask(), on_progress, WHO, expected=12.0, deadline=180.0)

A large answer is taken in only when there is room for it: the transport holds each answer's body back until the
caller's progress at the step "receive" has returned.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import contextvars
import functools
import math
import ssl
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx2

from waa.engines.base import EngineError, Pixels, Progress
from waa.engines.troubles import broken_answer, trouble
from waa.lib import images

T = TypeVar("T")

TICK = 0.5  # seconds between two looks at whether somebody cancelled
MOST_BYTES = 64 * 2**20  # of one answer
MOST_WAITS = {"connect": 10.0, "pool": 30.0, "write": 120.0}  # seconds; for the answer, engines say how many


@dataclass(eq=False)
class _Call:
    """What the waiting thread and the loop tell each other about one request."""

    loop: asyncio.AbstractEventLoop
    wake: threading.Event = field(default_factory=threading.Event)
    answered: threading.Event = field(default_factory=threading.Event)
    may_receive: asyncio.Event = field(default_factory=asyncio.Event)
    told: tuple[float, str, Pixels | None] | None = None
    sent: bool = False


_call: contextvars.ContextVar[_Call | None] = contextvars.ContextVar("call", default=None)
_loop: asyncio.AbstractEventLoop | None = None
_lock = threading.Lock()


def loop() -> asyncio.AbstractEventLoop:
    """The loop of this process, begun with the first request. A forked process begins its own."""
    global _loop
    with _lock:
        if _loop is None or not _loop.is_running():
            _loop = asyncio.new_event_loop()
            threading.Thread(target=_loop.run_forever, name="wire", daemon=True).start()
            while not _loop.is_running():
                time.sleep(0.001)
        return _loop


def run(coroutine: Coroutine[Any, Any, T], seconds: float = 20.0) -> T:
    """Run something short on the loop, such as closing a client."""
    return asyncio.run_coroutine_threadsafe(coroutine, loop()).result(seconds)


def tell(share: float, step: str, preview: Pixels | None = None) -> None:
    """From inside a request: how far it is. The waiting thread passes it on."""
    call = _call.get()
    if call is not None:
        call.told = (share, step, preview)
        call.wake.set()


def wait(
    asking: Coroutine[Any, Any, T],
    on_progress: Progress,
    who: str,
    *,
    expected: float,
    deadline: float,
    step: str = "wait",
) -> T:
    """Send it to `who`, and wait. `expected` seconds shape the progress line; after `deadline` seconds it is given up as
    ambiguous: the provider may have painted, and charged. Whatever `on_progress` raises closes the connection."""
    call = _Call(loop())
    future = asyncio.run_coroutine_threadsafe(_within(call, asking), call.loop)
    future.add_done_callback(lambda _: call.wake.set())
    started, share = time.monotonic(), 0.0
    try:
        while not future.done():
            passed = time.monotonic() - started
            if passed > deadline:
                raise trouble("provider_timeout", who)
            share = max(share, 0.9 * (1 - math.exp(-1.5 * passed / expected)))
            share = _report(call, on_progress, share, step)
            call.wake.wait(TICK)
            call.wake.clear()
        return future.result()
    except concurrent.futures.CancelledError as error:
        raise trouble("provider_timeout", who) from error
    finally:
        future.cancel()


def _report(call: _Call, on_progress: Progress, share: float, step: str) -> float:
    told, call.told = call.told, None
    if told is not None:
        share = max(share, told[0])
        on_progress(share, told[1], told[2])
    elif not call.answered.is_set():
        on_progress(share, step)
    if call.answered.is_set():
        share = max(share, 0.92)
        on_progress(share, "receive")
        call.loop.call_soon_threadsafe(call.may_receive.set)
    return share


async def _within(call: _Call, asking: Awaitable[T]) -> T:
    token = _call.set(call)
    try:
        return await asking
    finally:
        _call.reset(token)


class _Held(httpx2.AsyncByteStream):
    """A body that is not read before there is room, and never beyond MOST_BYTES."""

    def __init__(self, inner: httpx2.AsyncByteStream, call: _Call | None) -> None:
        self._inner, self._call = inner, call

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self._call is not None and not self._call.answered.is_set():
            self._call.answered.set()
            self._call.wake.set()
            await self._call.may_receive.wait()
        length = 0
        async for piece in self._inner:
            length += len(piece)
            if length > MOST_BYTES:
                raise httpx2.ReadError("the answer is larger than any picture")
            yield piece

    async def aclose(self) -> None:
        await self._inner.aclose()


@functools.cache
def trust() -> ssl.SSLContext:
    """Whose certificates are believed. Reading the list takes a tenth of a second, so it is read once."""
    return httpx2.create_ssl_context()


class Transport(httpx2.AsyncBaseTransport):
    """httpx2's own, or `inner`, with bodies held back. Small answers and streams of events (`HOLD_FROM` bytes, by their
    header) are not held, nor anything where `holds` is False: where no picture is in the answers themselves."""

    HOLD_FROM = 65_536

    def __init__(
        self, *, connections: int = 256, inner: httpx2.AsyncBaseTransport | None = None, holds: bool = True
    ) -> None:
        limits = httpx2.Limits(max_connections=connections, max_keepalive_connections=16)
        self._inner = inner or httpx2.AsyncHTTPTransport(verify=trust(), limits=limits, retries=0)
        self._holds = holds

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        _bound(request)
        response = await self._inner.handle_async_request(request)
        length = response.headers.get("content-length", "")
        is_stream = response.headers.get("content-type", "").startswith("text/event-stream")
        is_large = not length.isdecimal() or int(length) >= self.HOLD_FROM
        holds = self._holds and is_large and not is_stream and response.status_code < 300
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Held(response.stream, _call.get() if holds else None)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


def _bound(request: httpx2.Request) -> None:
    """A client library may set one time for all that it waits for; only for the answer is it right to wait minutes."""
    waits: dict[str, float | None] = request.extensions.setdefault("timeout", {})
    for what, most in MOST_WAITS.items():
        waits[what] = min(waits.get(what) or most, most)


def client(
    *, timeout: float = 600.0, headers: dict[str, str] | None = None, transport: Transport | None = None
) -> httpx2.AsyncClient:
    """A client for one account. It follows no redirect, tries nothing twice, and reads no proxy from the environment
    but what httpx2 reads by itself."""
    waits = httpx2.Timeout(timeout, **MOST_WAITS)
    return httpx2.AsyncClient(
        transport=transport or Transport(), timeout=waits, headers=headers, follow_redirects=False
    )


@contextlib.contextmanager
def translated(who: str) -> Iterator[None]:
    """httpx2's errors as ours. Only what never reached the provider is unpaid. A client library that wraps them is
    looked through by its causes."""
    try:
        yield
    except EngineError:
        raise
    except Exception as error:
        cause = _http_cause(error)
        if cause is None:
            raise
        if isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout):
            raise trouble("provider_unreachable", who) from error
        if isinstance(cause, httpx2.TimeoutException):
            raise trouble("provider_timeout", who) from error
        raise broken_answer(who) from error


def _http_cause(error: BaseException | None) -> httpx2.HTTPError | None:
    while error is not None:
        if isinstance(error, httpx2.HTTPError):
            return error
        error = error.__cause__ or error.__context__
    return None


def picture(data: bytes, who: str) -> Pixels:
    """The picture that came back, (h, w, 3) uint8; EngineBroken for bytes that are none."""
    try:
        return images.read_answer(data)
    except images.ImageRefused as error:
        raise trouble("provider_no_picture", who) from error
