"""Addresses from outside are reached only where the whole internet reaches them."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import re
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from tests.upstreams import faults
from tests.upstreams.server import Answer, Asked, Upstream, json_answer, nobody
from waa.lib.http import Fetched, FetchRefused, Guarded, check_url, fetch, for_log, is_public, retry_after

LOCAL = """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1
192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1
::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::1 2001::1 2002:7f00:1:: 2002:808:808::
fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 ff02::1 2001:db8::1 100::1 localhost not.an.address""".split()
PUBLIC = (
    "8.8.8.8 1.1.1.1 172.32.0.1 100.128.0.1 2606:4700::1111 2a00:1450:4009::200e 64:ff9b::8.8.8.8".split()
)


class Shop(Upstream):
    """Pictures under every path."""

    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/loop":
            return Answer(302, headers={"location": "/loop"})
        if asked.path.startswith("/hops/"):
            left = int(asked.path.removeprefix("/hops/"))
            return Answer(307, headers={"location": f"/hops/{left - 1}" if left > 1 else "/a.png"})
        if asked.path == "/away":
            return Answer(302, headers={"location": asked.query["to"]})
        if asked.path == "/packed":
            return Answer(200, b"x", headers={"content-encoding": "gzip"})
        if asked.path == "/endless":
            return Answer(200, content_type="image/png", pieces=(b"x" * 1000 for _ in range(1000)))
        return Answer(200, b"p" * 100, "image/png", headers={"set-cookie": "spy=1"})


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Shop() as upstream:
        yield upstream


TRUSTING = ssl.create_default_context()  # made once; it takes longer than the rest of a test


def got(url: str, *, own: str = "", seconds: float = 5, most_bytes: int = 1000, **more: object) -> Fetched:
    async def ask() -> Fetched:
        transport = Guarded(own=own, **{"verify": TRUSTING, **more})  # type: ignore[arg-type]
        async with httpx2.AsyncClient(
            transport=transport, headers={"x-key": "secret"}, cookies={"a": "secret"}, auth=("me", "secret")
        ) as client:
            return await fetch(client, url, most_bytes=most_bytes, seconds=seconds)

    return asyncio.run(ask())


def means(*addresses: str) -> Callable[[str, int], Awaitable[list[str]]]:
    """A resolver that always gives these."""

    async def resolve(host: str, port: int) -> list[str]:
        return list(addresses)

    return resolve


@pytest.mark.parametrize("address", LOCAL)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_taken(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_no_way_of_writing_a_v4_address_makes_it_more_public(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    plain = is_public(str(address))
    assert is_public(str(ipaddress.IPv6Address((0x64FF9B << 96) + number))) == plain
    carriers = [
        number,
        (0xFFFF << 32) + number,
        (0x2002 << 112) + (number << 80),
        (0x20010000 << 96) + number,
    ]
    for carrier in carriers:
        assert not is_public(str(ipaddress.IPv6Address(carrier)))
    assert not plain or address.is_global


@given(st.ip_addresses(v=6))
def test_a_public_v6_address_is_a_global_one(address: ipaddress.IPv6Address) -> None:
    if is_public(str(address)):
        local = (address.is_private, address.is_loopback, address.is_link_local, address.is_multicast)
        assert not any(local)
        assert address.ipv4_mapped is None
        assert address.sixtofour is None


@given(st.sampled_from([*LOCAL[:-2], "2130706433", "0x7f.1", "127.1", "0177.0.0.1"]), st.integers(0, 2))
def test_a_name_that_means_any_local_address_is_refused(address: str, place: int) -> None:
    addresses = ["8.8.8.8", "1.1.1.1"]
    addresses.insert(place, address)
    with pytest.raises(FetchRefused, match="public"):
        got("https://pictures.example/a.png", resolve=means(*addresses))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::1]", "localhost"])
def test_no_spelling_of_this_machine_is_reached(host: str) -> None:
    with pytest.raises(FetchRefused, match="public"):
        got(f"https://{host}/")


@pytest.mark.parametrize(
    "url",
    ["", "/a", "http://a.example/", "ftp://a.example/", "file:///etc/passwd", "https://", "https://[::1",
     "https://me:secret@a.example/", "data:image/png;base64,AA", "https://a\x00b/"],
)  # fmt: skip
def test_only_plain_https_addresses_are_taken(url: str) -> None:
    with pytest.raises(FetchRefused) as refusal:
        got(url, resolve=means("8.8.8.8"))
    assert "secret" not in str(refusal.value)


def test_the_account_s_own_origin_may_be_anywhere_and_nothing_beside_it(shop: Shop) -> None:
    found = got(f"{shop.base_url}/a.png", own=f"{shop.base_url}/v1")
    assert (found.status, len(found.content), found.headers["content-type"]) == (200, 100, "image/png")
    check_url("https://a.example/", own="http://localhost:1")
    other = nobody()
    for url in (
        other,
        shop.base_url.replace("http", "https"),
        shop.base_url.replace("127.0.0.1", "localhost"),
    ):
        with pytest.raises(FetchRefused):
            got(url, own=shop.base_url)


def test_nothing_secret_is_sent_along(shop: Shop) -> None:
    got(f"{shop.base_url}/hops/1?signature=s", own=shop.base_url)
    for asked in shop.requests:
        assert "secret" not in repr(asked.headers)
        assert not {"cookie", "authorization", "x-key", "referer"} & set(asked.headers)
        assert asked.headers["host"] == shop.host


def test_redirects_are_followed_three_times_with_the_same_rule(shop: Shop) -> None:
    assert got(f"{shop.base_url}/hops/3", own=shop.base_url).status == 200
    for path in ("/hops/4", "/loop"):
        with pytest.raises(FetchRefused, match="next"):
            got(f"{shop.base_url}{path}", own=shop.base_url)
    for to in (
        "http://10.0.0.1/secret",
        "https://169.254.169.254/latest",
        "//127.0.0.1:1/",
        "file:///etc/passwd",
    ):
        with pytest.raises(FetchRefused):
            got(f"{shop.base_url}/away?to={to}", own=shop.base_url)
    shop.script.append(faults.redirect_private())
    with pytest.raises(FetchRefused):
        got(f"{shop.base_url}/a.png", own=shop.base_url)


def test_bytes_are_counted(shop: Shop) -> None:
    for path in ("/a.png", "/endless", "/packed"):
        with pytest.raises(FetchRefused):
            got(f"{shop.base_url}{path}", own=shop.base_url, most_bytes=99)
    assert len(got(f"{shop.base_url}/a.png", own=shop.base_url, most_bytes=100).content) == 100


def test_seconds_are_counted(shop: Shop) -> None:
    shop.script.append(faults.hang())
    with pytest.raises(httpx2.ReadTimeout):
        got(f"{shop.base_url}/a.png", own=shop.base_url, seconds=0.2)


def test_another_answer_is_handed_on_with_its_beginning(shop: Shop) -> None:
    shop.script += [faults.answers(403, b"<expired/>"), json_answer({"a": "b" * 100_000}, 404)]
    assert got(f"{shop.base_url}/a.png", own=shop.base_url).content == b"<expired/>"
    found = got(f"{shop.base_url}/a.png", own=shop.base_url)
    assert (found.status, len(found.content)) == (404, 65_536)


def test_what_goes_wrong_on_the_way_is_httpx2_s_error(shop: Shop) -> None:
    shop.script.append(faults.cut_body())
    with pytest.raises(httpx2.RemoteProtocolError):
        got(f"{shop.base_url}/a.png", own=shop.base_url)
    with pytest.raises(httpx2.ConnectError):
        got(own := nobody(), own=own)
    with pytest.raises(httpx2.ConnectError):
        got("https://a.example/", resolve=means())

    async def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(httpx2.ConnectError, match="found"):
        got("https://nowhere.example/", resolve=unknown)


def test_it_goes_to_the_address_that_was_checked_and_asks_for_it_once(shop: Shop) -> None:
    asked: list[str] = []

    async def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) > 1 else ["::1", "127.0.0.1"]

    port = shop.host.split(":")[1]
    own = f"http://name.test:{port}"
    assert (
        got(f"{own}/a.png", own=own, resolve=rebinding).status == 200
    )  # the second address, after the first failed
    assert asked == ["name.test"]
    assert shop.requests[0].headers["host"] == f"name.test:{port}"


@pytest.fixture
def tls(tmp_path: Path) -> Iterator[tuple[int, ssl.SSLContext]]:
    """A server on 127.0.0.1 with a certificate for name.test, and a context that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "name.test")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - datetime.timedelta(1)).not_valid_after(now + datetime.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("name.test")]), False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = tmp_path / "both.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    here, trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context(cafile=str(pem))
    here.load_cert_chain(pem)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_serve_tls, args=(listener, here), daemon=True).start()
        yield listener.getsockname()[1], trusting


def _serve_tls(listener: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        try:
            with connection, context.wrap_socket(connection, server_side=True) as wrapped:
                wrapped.recv(4096)
                wrapped.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nhi")
        except OSError:  # the client did not like the certificate
            continue


def test_the_certificate_is_that_of_the_name_and_not_of_the_address(tls: tuple[int, ssl.SSLContext]) -> None:
    port, trusting = tls
    for host, is_theirs in (("name.test", True), ("other.test", False)):
        own = f"https://{host}:{port}"
        if is_theirs:
            assert got(own, own=own, resolve=means("127.0.0.1"), verify=trusting).content == b"hi"
        else:
            with pytest.raises(httpx2.ConnectError, match="certificate"):
                got(own, own=own, resolve=means("127.0.0.1"), verify=trusting)


def test_a_wait_that_is_told_in_a_header() -> None:
    said = {"7": 7.0, "1.5": 1.5, "soon": None, "": None, "-3": None, "Wed, 25 Nov 2020 12:00:00 GMT": 0.0}
    assert {text: retry_after({"retry-after": text}) for text in said} == said


@given(st.text())
def test_a_log_line_is_one_line_without_the_key(words: str) -> None:
    key = "AIza-not-for-you"
    said = for_log(f"{words}\nwrong: {key}, Bearer abc.def, sk-proj-0123456", key)
    assert len(said.splitlines()) <= 1
    assert len(said) <= 600
    assert not re.search("AIza|abc.def|sk-proj", said)
