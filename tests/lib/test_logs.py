"""Every line in the log says which job it is about, also when a request on the wire's loop writes it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from waa.engines import wire
from waa.engines.base import no_progress
from waa.lib import logs

log = logging.getLogger("waa.engines")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(logs.About())
    handler.setFormatter(logging.Formatter("{name}{about}: {message}", style="{"))
    log.addHandler(handler)
    yield out
    log.removeHandler(handler)


def test_a_line_says_what_it_is_about(written: io.StringIO) -> None:
    with logs.about("job 7"):
        log.warning("busy")
    log.warning("idle")
    assert written.getvalue() == "waa.engines [job 7]: busy\nwaa.engines: idle\n"


def test_also_on_the_loop_of_the_wire(written: io.StringIO) -> None:
    async def asking() -> int:
        log.warning("asked")
        return 5

    with logs.about("job 8"):
        assert wire.wait(asking(), no_progress, "Nobody", expected=1.0, deadline=5.0) == 5
    assert written.getvalue() == "waa.engines [job 8]: asked\n"
