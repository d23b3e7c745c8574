"""The wire: a stop is heard as long as anything is on its way."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.upstreams.server import Answer, Asked, Upstream
from waa.engines import wire
from waa.engines.base import Cancelled


class Trickle(Upstream):
    """Answers at once, and then lets minutes pass until the last byte."""

    def answer(self, asked: Asked) -> Answer:
        return Answer(content_type="image/png", pieces=(b"x" * 1000 for _ in range(1000)), pause=0.2)


@pytest.fixture
def trickle() -> Iterator[Trickle]:
    with Trickle() as provider:
        yield provider


def test_a_stop_is_heard_while_the_answer_comes_in(trickle: Trickle) -> None:
    async def ask() -> bytes:
        async with wire.client() as client:
            return (await client.get(trickle.base_url)).content

    steps: list[str] = []

    def stop_at_last(share: float, step: str, preview: object = None) -> None:
        steps.append(step)
        if steps.count("receive") == 2:
            raise Cancelled

    started = time.monotonic()
    with pytest.raises(Cancelled):
        wire.wait(ask(), stop_at_last, who="Trickle", expected=1.0, deadline=20.0)
    while not trickle.gone and time.monotonic() - started < 5:
        time.sleep(0.02)
    assert trickle.gone, "the connection was closed"
    assert time.monotonic() - started < 3
