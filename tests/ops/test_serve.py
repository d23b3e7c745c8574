"""What serve is made of; the whole of it is tried in tests/processes."""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path

import pytest

from waa.ops.serve import _Child, free_port, gpus


def test_any_free_port_for_zero() -> None:
    assert 1024 <= free_port("127.0.0.1", 0) <= 65_535


def test_a_port_that_is_free_is_taken_as_it_is() -> None:
    port = free_port("127.0.0.1", 0)
    assert free_port("127.0.0.1", port) == port


@pytest.mark.parametrize(("host", "why"), [("127.0.0.1", "in use"), ("192.0.2.1", "annot assign")])
def test_a_port_that_cannot_be_had_ends_with_a_sentence(host: str, why: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=rf"port {port} on {host} cannot be used .*{why}.*PORT=8001"):
            free_port(host, port)


def test_what_keeps_dying_is_started_again_more_and_more_slowly(capfd: pytest.CaptureFixture[str]) -> None:
    child = _Child("worker 0", [sys.executable, "-c", "raise SystemExit(3)"])
    child.start()
    waits = []
    for _ in range(5):
        assert child.process is not None
        child.process.wait()
        before = time.monotonic()
        child.look_after()
        waits.append(max(0, round(child.not_before - before)))
        if child.not_before:
            child.not_before = before  # the wait is over
            child.look_after()
    assert waits == [0, 0, 1, 2, 4]
    assert child.process is not None
    child.process.wait()
    assert capfd.readouterr().err.count("waa: the worker 0 ended (3) and is started again\n") == 5


def test_what_lived_long_is_started_again_at_once() -> None:
    child = _Child("web process", [sys.executable, "-c", ""], failures=5)
    child.start()
    assert child.process is not None
    child.process.wait()
    child.started -= 60
    first = child.process
    child.look_after()
    assert child.process is not first
    assert child.failures == 0
    child.process.wait()


def test_children_share_few_arenas_unless_somebody_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    asks = "import os, sys; sys.exit(int(os.environ['MALLOC_ARENA_MAX']))"
    for chosen, seen in ((None, 2), ("5", 5)):
        monkeypatch.delenv("MALLOC_ARENA_MAX", raising=False)
        if chosen is not None:
            monkeypatch.setenv("MALLOC_ARENA_MAX", chosen)
        child = _Child("worker 0", [sys.executable, "-c", asks])
        child.start()
        assert child.process is not None
        assert child.process.wait(10) == seen


def test_workers_are_dealt_out_to_the_gpus_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    assert gpus(tmp_path / "none") == []
    for card in ("0000:01:00.0", "0000:02:00.0"):
        (tmp_path / card).mkdir()
    assert gpus(tmp_path) == ["0", "1"]
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "3, GPU-5a")
    assert gpus(tmp_path) == ["3", "GPU-5a"]
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert gpus(tmp_path) == []


def test_what_a_child_alone_gets_goes_before_everybodys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0,1")
    asks = "import os, sys; sys.exit(int(os.environ['CUDA_VISIBLE_DEVICES']))"
    child = _Child("worker 1", [sys.executable, "-c", asks], environment={"CUDA_VISIBLE_DEVICES": "1"})
    child.start()
    assert child.process is not None
    assert child.process.wait(10) == 1
