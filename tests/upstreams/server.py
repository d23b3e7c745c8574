"""A provider on a real socket, for tests and for trying Waa without a key: what every fake has in common.

    class Bfl(Upstream):
        def answer(self, asked: Asked) -> Answer: ...

    with Bfl() as provider:
        provider.script.append(faults.rate_limited(3))     # played before anything else
        ...                                                # talk to provider.base_url
        assert provider.requests[0].headers["x-key"] == provider.key

`requests` holds what arrived, `script` the faults to play first, `latency` the seconds before every answer, `gone` the
paths of requests whose client left before it was answered. A fake that crashes fails the test that opened it.
"""

from __future__ import annotations

import contextlib
import functools
import json
import select
import socket
import threading
import time
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from email.parser import HeaderParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from tests.upstreams import faults
from tests.upstreams.faults import Fault


@dataclass(frozen=True)
class Part:
    """One part of a multipart form. `filename` is None for a plain field."""

    name: str
    data: bytes
    filename: str | None = None
    content_type: str = ""

    @property
    def text(self) -> str:
        return self.data.decode()


@dataclass(frozen=True)
class Asked:
    """A request as it arrived; header names are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""
    fault: Fault | None = None  # the one that is being played

    @functools.cached_property
    def json(self) -> Any:
        """ValueError for a body that is none."""
        return json.loads(self.body)

    @functools.cached_property
    def form(self) -> list[Part]:
        """The parts of a multipart form in their order; ValueError for anything else."""
        return parts_of(self.headers.get("content-type", ""), self.body)

    @property
    def fields(self) -> dict[str, str]:
        """The plain fields of the form."""
        return {part.name: part.text for part in self.form if part.filename is None}

    @property
    def files(self) -> list[Part]:
        return [part for part in self.form if part.filename is not None]


@dataclass(frozen=True)
class Answer:
    """What goes back: `body` at once, or `pieces` in chunks, `pause` seconds before each."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: Iterable[bytes] | None = None
    pause: float = 0.0


def json_answer(value: Any, status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(status, json.dumps(value, ensure_ascii=False).encode(), headers=named)


def events_answer(events: Iterable[Any], *, pause: float = 0.0, names: bool = False) -> Answer:
    """Server-sent events. A str goes as it is ("[DONE]"), anything else as JSON; with `names` an event line says the
    value's own "type"."""

    def pieces() -> Iterable[bytes]:
        for event in events:
            head = f"event: {event['type']}\n" if names and isinstance(event, dict) else ""
            data = event if isinstance(event, str) else json.dumps(event, ensure_ascii=False)
            yield f"{head}data: {data}\n\n".encode()

    return Answer(200, content_type="text/event-stream", pieces=pieces(), pause=pause)


def parts_of(content_type: str, body: bytes) -> list[Part]:
    """The parts of a multipart/form-data body; ValueError when it is none."""
    message = Message()
    message["content-type"] = content_type
    boundary = message.get_param("boundary")
    if message.get_content_type() != "multipart/form-data" or not isinstance(boundary, str):
        raise ValueError("not a multipart form")
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode())
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise ValueError("the form has no end")
    return [_part(piece) for piece in pieces[1:-1]]


def _part(piece: bytes) -> Part:
    head, found, data = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    if not found:
        raise ValueError("a part without a head")
    about = HeaderParser().parsestr(head.decode())
    name = about.get_param("name", header="content-disposition")
    if not isinstance(name, str):
        raise ValueError("a part without a name")
    content_type = about.get_content_type() if "content-type" in about else ""
    return Part(name, data, about.get_filename(), content_type)


class Upstream:
    """A fake provider. Begins when it is made, on 127.0.0.1 and a free port unless told another."""

    key = "fake-key-that-must-never-be-shown"

    def __init__(self, *, port: int = 0, latency: float = 0.0) -> None:
        self.latency = latency
        self.requests: list[Asked] = []
        self.gone: list[str] = []
        self.crashes: list[BaseException] = []
        self.script: deque[Fault | Answer] = deque()
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.upstream, self._server.open_ones = self, set()
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="upstream", daemon=True
        )
        self._thread.start()

    def answer(self, asked: Asked) -> Answer:
        """What the provider says. Subclasses write this."""
        raise NotImplementedError

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def base_url(self) -> str:
        return f"http://{self.host}"

    def asked_for(self, part_of_path: str) -> list[Asked]:
        return [asked for asked in self.requests if part_of_path in asked.path]

    def close(self) -> None:
        """Hang up on everybody; from now on connections are refused."""
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._server.hang_up()
        self._thread.join(5)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
        if self.crashes and error[0] is None:
            raise AssertionError(f"{type(self).__name__} crashed") from self.crashes[0]

    def _next_fault(self, path: str) -> Fault | Answer | None:
        with self._lock:
            for item in self.script:
                if isinstance(item, Answer) or item.at in path:
                    self.script.remove(item)
                    return item
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 512
    upstream: Upstream
    open_ones: set[socket.socket]

    def hang_up(self) -> None:
        """Also on those who are only keeping a connection for later."""
        for one in list(self.open_ones):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open_ones.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open_ones.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients leave when they like."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16  # head and body in one write
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    do_POST = do_DELETE = do_PUT = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""

    def _serve(self) -> None:
        upstream = self.server.upstream
        target = urlsplit(self.path)
        fault = upstream._next_fault(target.path)
        asked = Asked(
            method=self.command,
            path=target.path,
            query=dict(parse_qsl(target.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(int(self.headers.get("content-length", 0))),
            fault=fault if isinstance(fault, Fault) else None,
        )
        upstream.requests.append(asked)
        seconds = upstream.latency + (fault.seconds if isinstance(fault, Fault) else 0.0)
        if not self._is_still_there(seconds):
            upstream.gone.append(asked.path)
            self.close_connection = True
            return
        self._send(self._answer(asked, fault), cut=bool(asked.fault and asked.fault.cuts))

    def _answer(self, asked: Asked, fault: Fault | Answer | None) -> Answer:
        if isinstance(fault, Answer):
            return fault
        if fault is not None and fault.status:
            return Answer(fault.status, fault.body, fault.content_type, fault.headers)
        try:
            return self.server.upstream.answer(asked)
        except Exception as error:
            self.server.upstream.crashes.append(error)
            return json_answer({"error": f"the fake crashed: {error!r}"}, 500)

    def _is_still_there(self, seconds: float) -> bool:
        """Wait that long; False as soon as the client has left or the server is closing."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            readable, _, _ = select.select([self.connection], [], [], min(left, 0.05))
            if self.server.upstream._closing.is_set():
                return False
            if readable:
                try:
                    if not self.connection.recv(1, socket.MSG_PEEK):
                        return False
                except OSError:
                    return False
                time.sleep(min(left, 0.05))
        return True

    def _send(self, answer: Answer, *, cut: bool) -> None:
        self.send_response(answer.status)
        self.send_header("content-type", answer.content_type)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.pieces is not None:
            self._send_pieces(answer, cut=cut)
            return
        self.send_header("content-length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body[: len(answer.body) // 2] if cut else answer.body)
        self.close_connection = self.close_connection or cut

    def _send_pieces(self, answer: Answer, *, cut: bool) -> None:
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self.wfile.flush()
        for piece in answer.pieces or ():
            if not self._is_still_there(answer.pause):
                self.server.upstream.gone.append(self.path)
                self.close_connection = True
                return
            if cut:
                piece = piece[: len(piece) // 2]
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            self.wfile.flush()
            if cut:  # in the middle of an event, without the end of the body
                self.close_connection = True
                return
        self.wfile.write(b"0\r\n\r\n")


def nobody() -> str:
    """An address on this machine where every connection is refused."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


__all__ = [
    "Answer",
    "Asked",
    "Part",
    "Upstream",
    "events_answer",
    "faults",
    "json_answer",
    "nobody",
    "parts_of",
]
