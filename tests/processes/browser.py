"""A browser as small as these tests need it: keeps cookies, sends forms with their token, reads cards."""

from __future__ import annotations

import contextlib
import html
import http.client
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

ENDS = ("done", "failed", "blocked", "cancelled")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Card:
    """What the page shows of a job."""

    status: str
    picture: str
    says: str
    code: str


@dataclass
class Browser:
    port: int
    language: str = "en"
    cookies: dict[str, str] = field(default_factory=dict)
    _token: str = ""

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, **fields: object) -> Answer:
        """A form as htmx sends it."""
        if not self._token:
            found = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.get("/").text)
            assert found is not None
            self._token = found[1]
        return self._ask(
            "POST", path, urlencode({"csrfmiddlewaretoken": self._token, **fields}), {"HX-Request": "true"}
        )

    def press(self, words: str, **more: object) -> list[str]:
        """Press 畫; the ids of the jobs."""
        answer = self.post("/draw", **{"words": words, "long_side": 256, **more})
        assert answer.status == 200, answer.text
        return re.findall(r'data-job="([0-9a-f-]{36})"', answer.text)

    def card(self, job: str, until: str | tuple[str, ...] = "", seconds: float = 20) -> Card:
        """The card of a job; with `until`, as soon as it has that status."""
        deadline = time.monotonic() + seconds
        while True:
            card = self._card(job)
            if not until or card.status in until:
                return card
            assert card.status not in ENDS, card
            assert time.monotonic() < deadline, f"not {until} within {seconds} s: {card}"
            time.sleep(0.02)

    def _card(self, job: str) -> Card:
        text = self.get(f"/jobs/{job}", **{"HX-Request": "true"}).text

        def value(name: str) -> str:
            found = re.search(rf'data-{name}="([^"]*)"', text)
            return found[1] if found else ""

        says = re.search(r"<p[^>]*>([^<]*)</p>", text)
        return Card(value("status"), value("picture"), html.unescape(says[1]) if says else "", value("code"))

    def has(self, picture: str) -> bool:
        """Whether the picture can be seen: its file comes, whole."""
        answer = self.get(f"/p/{picture}.jpg")
        return (
            answer.status == 200 and answer.body.startswith(b"\xff\xd8") and answer.body.endswith(b"\xff\xd9")
        )

    def watch(self, seconds: float = 20) -> Iterator[dict[str, Any]]:
        """What the live stream says, event by event, until its end."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        with contextlib.closing(connection):
            connection.request("GET", "/live", headers=self._headers({}))
            with connection.getresponse() as response:
                for line in response:
                    if line.startswith(b"event: end"):
                        return
                    if line.startswith(b"data: "):
                        yield json.loads(line[6:])

    def _headers(self, headers: dict[str, str]) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Accept-Language": self.language, "Cookie": cookies, **headers}

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        headers = self._headers(headers)
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            connection.request(method, path, body, headers)
            with connection.getresponse() as response:
                answer = Answer(response.status, response.headers, response.read())
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer
