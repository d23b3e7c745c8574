"""The fakes' common ground: faults come over the wire as they come from a provider."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime

import httpx2
import numpy as np
import pytest
from PIL import Image

from tests.upstreams import faults, painting
from tests.upstreams.server import Answer, Asked, Upstream, events_answer, json_answer, nobody, parts_of


class Echo(Upstream):
    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/events":
            return events_answer([{"type": "a", "n": 1}, "[DONE]"], names=True, pause=0.01)
        if asked.path == "/crash":
            raise KeyError("a mistake in the fake")
        return json_answer({"path": asked.path, "query": dict(asked.query)}, x_more="yes")


@pytest.fixture
def echo() -> Iterator[Echo]:
    with Echo() as upstream:
        yield upstream


@pytest.fixture
def client() -> Iterator[httpx2.Client]:
    with httpx2.Client(timeout=2) as client:
        yield client


def test_it_answers_and_keeps_what_arrived(echo: Echo, client: httpx2.Client) -> None:
    answer = client.post(f"{echo.base_url}/v1/x?a=1&b=", json={"words": "貓"}, headers={"X-Key": "k"})
    assert answer.json() == {"path": "/v1/x", "query": {"a": "1", "b": ""}}
    assert answer.headers["x-more"] == "yes"
    (asked,) = echo.asked_for("/x")
    assert (asked.method, asked.json, asked.headers["x-key"]) == ("POST", {"words": "貓"}, "k")


def test_a_form_comes_apart(echo: Echo, client: httpx2.Client) -> None:
    data = bytes(range(256)) + b"\r\n--\r\n"
    client.post(echo.base_url, data={"prompt": "貓"}, files=[("image[]", ("a.png", data, "image/png"))] * 2)
    asked = echo.requests[0]
    assert asked.fields == {"prompt": "貓"}
    assert [(f.name, f.filename, f.content_type, f.data) for f in asked.files] == [
        ("image[]", "a.png", "image/png", data)
    ] * 2
    with pytest.raises(ValueError, match="multipart"):
        parts_of("application/json", b"{}")


def test_events_come_piece_by_piece(echo: Echo, client: httpx2.Client) -> None:
    with client.stream("GET", f"{echo.base_url}/events") as answer:
        lines = list(answer.iter_lines())
    assert lines == ["event: a", 'data: {"type": "a", "n": 1}', "", "data: [DONE]", ""]
    echo.script.append(faults.cut_body())
    with pytest.raises(httpx2.RemoteProtocolError), client.stream("GET", f"{echo.base_url}/events") as answer:
        list(answer.iter_lines())


def test_faults_are_played_once_in_their_order_and_where_they_belong(
    echo: Echo, client: httpx2.Client
) -> None:
    echo.script += [faults.rate_limited(3), faults.server_error(at="/there"), faults.html_error()]
    assert client.get(echo.base_url).headers["retry-after"] == "3"
    assert client.get(echo.base_url).headers["content-type"].startswith("text/html")
    assert client.get(echo.base_url).status_code == 200
    assert client.get(f"{echo.base_url}/there").status_code == 500
    assert client.get(f"{echo.base_url}/there").status_code == 200


def test_a_date_to_retry_after(echo: Echo, client: httpx2.Client) -> None:
    echo.script.append(faults.rate_limited(60, as_date=True))
    when = parsedate_to_datetime(client.get(echo.base_url).headers["retry-after"])
    assert 55 < when.timestamp() - time.time() <= 60


def test_a_cut_body_is_cut(echo: Echo, client: httpx2.Client) -> None:
    echo.script.append(faults.cut_body())
    with pytest.raises(httpx2.RemoteProtocolError):
        client.get(echo.base_url)
    assert client.get(echo.base_url).status_code == 200


def test_who_hangs_notices_that_the_client_left(echo: Echo) -> None:
    echo.script.append(faults.hang())
    with httpx2.Client(timeout=0.1) as client, pytest.raises(httpx2.ReadTimeout):
        client.get(f"{echo.base_url}/long")
    until = time.monotonic() + 2
    while not echo.gone and time.monotonic() < until:
        time.sleep(0.01)
    assert echo.gone == ["/long"]


def test_a_closed_fake_refuses_and_lets_nobody_hang(client: httpx2.Client) -> None:
    with Echo() as upstream:
        upstream.script.append(faults.hang())
        hung: list[type] = []

        def wait() -> None:
            try:
                client.get(upstream.base_url)
            except httpx2.HTTPError as error:
                hung.append(type(error))

        thread = threading.Thread(target=wait)
        thread.start()
        time.sleep(0.05)
    thread.join(1)
    assert hung == [httpx2.RemoteProtocolError]
    for address in (upstream.base_url, nobody()):
        with pytest.raises(httpx2.ConnectError):
            client.get(address)


def test_a_fake_that_crashes_fails_its_test() -> None:
    with pytest.raises(AssertionError, match="Echo crashed"), Echo() as upstream:
        assert httpx2.get(f"{upstream.base_url}/crash").status_code == 500


def test_many_at_once(echo: Echo) -> None:
    echo.latency = 0.2
    limits = httpx2.Limits(max_connections=100)
    began = time.monotonic()
    with ThreadPoolExecutor(100) as pool, httpx2.Client(limits=limits, timeout=5) as client:
        told = list(pool.map(lambda _: client.get(echo.base_url).status_code, range(100)))
    assert told == [200] * 100
    assert time.monotonic() - began < 3


def test_the_picture_is_of_its_request_and_nothing_else() -> None:
    one = painting.answer_picture("一隻貓", 1, 96, 64)
    assert one == painting.answer_picture("一隻貓", 1, 96, 64)
    assert (
        len({one, painting.answer_picture("狗", 1, 96, 64), painting.answer_picture("一隻貓", 2, 96, 64)})
        == 3
    )
    assert painting.decoded(one).shape == (64, 96, 3)
    for kind in ("jpeg", "webp"):
        assert painting.decoded(painting.answer_picture("a", 1, 64, 64, kind=kind)).shape == (64, 64, 3)


def test_a_reference_can_be_seen_in_the_answer_and_a_mask_is_kept() -> None:
    photos = [painting.answer_picture(words, 1, 240, 160) for words in ("a", "b", "c")]
    base = painting.decoded(photos[0])
    edited = painting.answer_pixels("紅色", 3, 240, 160, photos[:1])
    merged = painting.answer_pixels("紅色", 3, 240, 160, photos)
    assert 0.02 < (edited != base).any(2).mean() < 0.5
    assert (merged != edited).any()
    mask = np.zeros((80, 120), np.uint8)
    mask[20:60, 30:90] = 255
    inside = painting.answer_pixels("紅色", 3, 240, 160, photos[:1], mask)
    changed = (inside != base).any(2)
    assert changed[60:100, 80:160].all()
    assert not changed[:38].any()
    assert not changed[:, :58].any()


def test_masks_by_alpha_and_by_light_say_the_same() -> None:
    light = np.zeros((8, 8), np.uint8)
    light[2:5, 2:5] = 255
    rgba = Image.new("RGBA", (8, 8), "white")
    rgba.putalpha(Image.fromarray(255 - light))
    files = [io.BytesIO(), io.BytesIO()]
    rgba.save(files[0], "PNG")
    Image.fromarray(light).save(files[1], "PNG")
    assert (painting.mask_of_alpha(files[0].getvalue()) == light).all()
    assert (painting.mask_of_light(files[1].getvalue()) == light).all()
    with pytest.raises(ValueError, match="alpha"):
        painting.mask_of_alpha(files[1].getvalue())


def test_what_is_half_done_is_coarser() -> None:
    whole = painting.answer_pixels("a", 1, 256, 256)
    early, late = (np.abs(painting.half_done(whole, s).astype(int) - whole).mean() for s in (0.2, 0.9))
    assert early > late > 0
