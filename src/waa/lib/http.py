"""The one client for addresses that somebody else gives us, such as the signed address of a picture.

    async with httpx2.AsyncClient(transport=Guarded(own=base_url)) as client:
        answer = await fetch(client, url, most_bytes=…, seconds=…)

Only https, only to the public internet; what resolves to this machine or its network is refused, at the moment of the
connection and on each redirect, so that no name can mean one thing when it is checked and another when it is used. The
one exception is `own`, the origin that the operator wrote into an account. Nothing secret is sent along.

    FetchRefused                 the address, or what is there, is not taken
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpx2

MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_WORDS = 65_536  # of an answer that is no success
_HEADERS = {"accept": "*/*", "accept-encoding": "identity", "user-agent": "waa"}

# Addresses that carry a v4 address inside; a translator on the way would take us to that one.
# Teredo and 6to4, which lead to any v4 address, and what else is set apart within 2000::/3.
_CARRIERS = tuple(
    ipaddress.IPv6Network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
# Of the IANA registry of special v4 addresses (RFC 6890 and after), what older Pythons take for public.
_SET_APART = tuple(ipaddress.IPv4Network(net) for net in ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10"))
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # how a network without v4 reaches the v4 internet
_UNICAST = ipaddress.IPv6Network("2000::/3")  # mapped and compatible v4 addresses lie outside of it

_SECRET = re.compile(r"(?i)(?:bearer\s+\S+|\b(?:sk|key|waa)-[\w*.-]{6,})")
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")

Resolve = Callable[[str, int], Awaitable[list[str]]]


class FetchRefused(Exception):
    """The address, or what was found there, is not taken. The text names no secret: of an address, its host only."""


@dataclass(frozen=True)
class Fetched:
    """`content` is whole where `status` is 200; of other answers it is the beginning."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet: not of this machine, its network, or a way into either."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:  # a zone, such as fe80::1%eth0, is only ever local
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if found not in _UNICAST or any(found in net for net in _CARRIERS):
            return False
    elif any(found in net for net in _SET_APART):
        return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def origin(url: str | httpx2.URL) -> tuple[str, str, int]:
    """(scheme, host, port); FetchRefused for what is no address of the web."""
    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, TypeError, ValueError) as error:
        raise FetchRefused("no address") from error
    port = parsed.port or {"http": 80, "https": 443}.get(parsed.scheme)
    if not _HOST.fullmatch(parsed.raw_host.decode("ascii", "replace")) or port is None:
        raise FetchRefused("no address")
    return parsed.scheme, parsed.host, port


def check_url(url: str | httpx2.URL, own: str = "") -> None:
    """FetchRefused for an address that is neither https nor of the account's own origin, or that has a password in it."""
    found = origin(url)
    if httpx2.URL(url).userinfo:
        raise FetchRefused(f"{found[1]} comes with a name and a password")
    if found[0] != "https" and not (own and found == origin(own)):
        raise FetchRefused(f"{found[1]} is not reached by https")


async def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name, in the order in which to try them. OSError when it has none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guarded(httpx2.AsyncBaseTransport):
    """Connects to addresses that it has looked up and checked itself. Connections are not kept: two names may share
    an address, and each has its own certificate."""

    def __init__(
        self, *, own: str = "", resolve: Resolve = resolved, verify: ssl.SSLContext | bool = True
    ) -> None:
        self._own = own
        self._resolve = resolve
        limits = httpx2.Limits(max_connections=64, max_keepalive_connections=0)
        self._inner = httpx2.AsyncHTTPTransport(verify=verify, trust_env=False, limits=limits)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        check_url(request.url, self._own)
        _, host, port = found = origin(request.url)
        is_own = bool(self._own) and found == origin(self._own)
        addresses = await self._addresses(host, port, request)
        if not (is_own or all(is_public(address) for address in addresses)):
            raise FetchRefused(f"{host} is not on the public internet")
        failed: httpx2.TransportError = httpx2.ConnectError(f"{host} has no address", request=request)
        for address in addresses:
            try:
                return await self._inner.handle_async_request(_at(request, address, host))
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                failed = error
        raise failed

    async def _addresses(self, host: str, port: int, request: httpx2.Request) -> list[str]:
        seconds = request.extensions.get("timeout", {}).get("connect")
        try:
            return await asyncio.wait_for(self._resolve(host, port), seconds)
        except (OSError, UnicodeError) as error:  # TimeoutError is an OSError
            raise httpx2.ConnectError(f"{host} cannot be found", request=request) from error

    async def aclose(self) -> None:
        await self._inner.aclose()


def _at(request: httpx2.Request, address: str, host: str) -> httpx2.Request:
    """The same request to that very address; the name stays in the Host header and in the certificate's check."""
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )


async def fetch(client: httpx2.AsyncClient, url: str, *, most_bytes: int, seconds: float) -> Fetched:
    """What is at `url`, through a client whose transport is Guarded. FetchRefused for an address or an answer that is
    not taken, httpx2's own errors for what goes wrong on the way. The client's headers and cookies are not sent."""
    try:
        async with asyncio.timeout(seconds):
            for _ in range(MOST_REDIRECTS + 1):
                origin(url)
                answer = await _once(client, url, most_bytes)
                location = answer.headers.get("location")
                if answer.status not in _REDIRECTS or not location:
                    return answer
                url = urljoin(url, location)
            raise FetchRefused("it leads from one address to the next")
    except TimeoutError as error:
        raise httpx2.ReadTimeout("the whole took too long") from error


async def _once(client: httpx2.AsyncClient, url: str, most_bytes: int) -> Fetched:
    request = httpx2.Request("GET", url, headers=_HEADERS, extensions={"timeout": client.timeout.as_dict()})
    answer = await client.send(request, stream=True, auth=None, follow_redirects=False)
    try:
        content = await _read(answer, most_bytes if answer.status_code == 200 else _MOST_WORDS)
    finally:
        await answer.aclose()
    return Fetched(answer.status_code, answer.headers, content)


async def _read(answer: httpx2.Response, most: int) -> bytes:
    """The body as it is on the wire. A packed one is refused: nobody can tell how large it is."""
    if answer.status_code != 200:
        return b"" if answer.status_code in _REDIRECTS else await _beginning(answer, most)
    if answer.headers.get("content-encoding", "identity") != "identity":
        raise FetchRefused("it came packed")
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise FetchRefused("it is too large")
    pieces, size = [], 0
    async for piece in answer.aiter_raw():
        size += len(piece)
        if size > most:
            raise FetchRefused("it is too large")
        pieces.append(piece)
    return b"".join(pieces)


async def _beginning(answer: httpx2.Response, most: int) -> bytes:
    found = b""
    async for piece in answer.aiter_raw():
        found += piece
        if len(found) >= most:
            break
    return found[:most]


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds, of a `retry-after` that says seconds or a date; None where it says nothing that can be read."""
    said = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,6}(\.\d+)?", said):
        return float(said)
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return None


def for_log(words: str, key: str) -> str:
    """A server's words on one line, no longer than is useful, without the key or what looks like one."""
    without = words.replace(key, "[key]") if key else words
    return _SECRET.sub("[key]", " ".join(without.split()))[:600]
