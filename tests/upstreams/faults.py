"""What goes wrong between us and a provider, one value each; `Upstream.script.append(faults.hang())` plays it once.

`at` is a part of the path: a fault waits for the first request whose path has it.
"""

from __future__ import annotations

import io
import struct
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import formatdate

from PIL import Image

FOREVER = 3600.0


@dataclass(frozen=True)
class Fault:
    """With a `status` it answers in the provider's place; without one the provider's own answer comes `seconds` later,
    cut off in the middle, or with another picture in it."""

    name: str
    at: str = ""
    status: int = 0
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    cuts: bool = False
    picture: bytes | None = None


def answers(status: int, body: bytes = b'{"detail": "no"}', *, at: str = "", **headers: str) -> Fault:
    """Any status with any body."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Fault(f"answers {status}", at, status, body, headers=named)


def rate_limited(seconds: float | None = None, *, as_date: bool = False, at: str = "") -> Fault:
    """429; `Retry-After` in seconds or as a date, or left out."""
    headers = {}
    if seconds is not None:
        headers["retry-after"] = formatdate(time.time() + seconds, usegmt=True) if as_date else f"{seconds:g}"
    return Fault("rate limited", at, 429, b'{"detail": "Rate limit exceeded"}', headers=headers)


def unavailable(seconds: float | None = None, *, at: str = "") -> Fault:
    """503, with `Retry-After` where the provider knows."""
    headers = {} if seconds is None else {"retry-after": f"{seconds:g}"}
    return Fault("unavailable", at, 503, b'{"detail": "overloaded"}', headers=headers)


def server_error(*, at: str = "") -> Fault:
    """500 once, then all is well."""
    return Fault("server error", at, 500, b'{"detail": "Internal Server Error"}')


server_error_then_fine = server_error


def hang(*, at: str = "") -> Fault:
    """Takes the request and says nothing."""
    return Fault("hang", at, seconds=FOREVER)


def slow(seconds: float, *, at: str = "") -> Fault:
    return Fault("slow", at, seconds=seconds)


def cut_body(*, at: str = "") -> Fault:
    """The provider's answer ends in the middle, the connection with it."""
    return Fault("cut body", at, cuts=True)


def html_error(status: int = 502, *, at: str = "") -> Fault:
    """What a proxy in between says; with status 200 it says so as if all were well."""
    page = b"<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>"
    return Fault("html error", at, status, page, "text/html; charset=utf-8")


def invalid_json(*, at: str = "") -> Fault:
    return Fault("invalid json", at, 200, b'{"id": "1", "status": ')


def wrong_type(kind: str = "svg", *, at: str = "") -> Fault:
    """Another file in the picture's place under the same header: "svg", "text", "gif" (no picture an engine takes), "jpeg",
    "webp" (pictures all the same), "bomb" (a small file of very many pixels), "empty"."""
    return Fault("wrong type", at, picture=_in_its_place(kind))


def redirect_private(to: str = "http://10.0.0.1/secret", *, at: str = "") -> Fault:
    return Fault("redirect", at, 302, b"", headers={"location": to})


def _in_its_place(kind: str) -> bytes:
    if kind == "svg":
        return b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    if kind == "text":
        return b"this is no picture"
    if kind == "empty":
        return b""
    if kind == "bomb":
        size = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
        chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(bytes(1 << 20))), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            for name, data in chunks
        )
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "#d08030").save(out, kind.upper())
    return out.getvalue()
