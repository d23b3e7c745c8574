"""A ring wakes whoever listens, at once; nobody minds one that is lost."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from waa.work.bell import Bell


def test_a_ring_wakes_every_listener_of_its_topic(tmp_path: Path) -> None:
    bell, other = Bell(tmp_path, "work"), Bell(tmp_path, "live")
    with bell.listen() as first, bell.listen() as second, other.listen() as elsewhere:
        bell.ring()
        assert first.wait(1)
        assert second.wait(1)
        assert not elsewhere.wait(0.01)


def test_waiting_ends_when_it_rings(tmp_path: Path) -> None:
    bell = Bell(tmp_path, "work")
    with bell.listen() as listener:
        threading.Timer(0.05, bell.ring).start()
        started = time.monotonic()
        assert listener.wait(5)
        assert time.monotonic() - started < 2


def test_many_rings_count_as_one(tmp_path: Path) -> None:
    bell = Bell(tmp_path, "work")
    with bell.listen() as listener:
        for _ in range(20):
            bell.ring()
        assert listener.wait(1)
        assert not listener.wait(0.01)


def test_ringing_never_fails(tmp_path: Path) -> None:
    bell = Bell(tmp_path / "nowhere", "work")
    bell.ring()
    (tmp_path / "bells").mkdir()
    (tmp_path / "bells" / "work.1").touch()  # left by a process that was killed
    (tmp_path / "bells" / "work.abc").touch()
    Bell(tmp_path, "work").ring()


def test_a_listener_takes_its_file_along(tmp_path: Path) -> None:
    with Bell(tmp_path, "work").listen():
        assert list((tmp_path / "bells").iterdir())
    assert not list((tmp_path / "bells").iterdir())


def test_a_listener_can_be_nudged(tmp_path: Path) -> None:
    with Bell(tmp_path, "work").listen() as listener:
        listener.nudge()
        assert listener.wait(1)


def test_the_file_of_a_killed_listener_goes_when_the_next_comes(tmp_path: Path) -> None:
    bell = Bell(tmp_path, "live")
    with bell.listen():
        dead = bell.listen()
        dead.socket.close()
        (tmp_path / "bells" / "live.no-port").touch()
        (tmp_path / "bells" / "live.99999999").touch()
        with bell.listen(), Bell(tmp_path, "work").listen():
            assert len(list((tmp_path / "bells").iterdir())) == 4, "three that listen, one that is no port"
