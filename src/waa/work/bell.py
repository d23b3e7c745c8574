"""A bell between the processes of one machine: rung after something was written, so that nobody waits for a poll.

Each listener binds a UDP port on loopback and leaves its number as a file name in the folder; whoever rings sends a
byte to all of them. A lost ring costs one polling interval, never work; what is said does not matter, so whoever
else sends a byte can do no more than have a table read once. Across machines there is only the poll.
"""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path
from types import TracebackType


class Bell:
    """One kind of ring, e.g. 'work' (for workers) or 'live' (for pages)."""

    def __init__(self, folder: Path, topic: str) -> None:
        self._folder = folder / "bells"
        self._topic = topic

    def ring(self) -> None:
        """Wake every listener. Never raises and never waits."""
        with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)
            for entry in os.scandir(self._folder):
                topic, _, port = entry.name.partition(".")
                if topic == self._topic and port.isdigit():
                    with contextlib.suppress(OSError, OverflowError):
                        sender.sendto(b"!", ("127.0.0.1", int(port)))

    def listen(self) -> Listener:
        return Listener(self._folder, self._topic)


class Listener:
    """Use as a context manager; the file goes when it closes. One left by a killed process goes with the next one's
    coming, and does no harm until then."""

    def __init__(self, folder: Path, topic: str) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _clear(folder)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self._file = folder / f"{topic}.{self.socket.getsockname()[1]}"
        self._file.touch()

    def wait(self, seconds: float) -> bool:
        """Wait for a ring, `seconds` at most; whether there was one. Rings that came meanwhile count as one."""
        self.socket.settimeout(max(seconds, 0.001))
        try:
            self.socket.recv(16)
        except TimeoutError:
            return False
        self.socket.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while self.socket.recv(16):
                pass
        return True

    def nudge(self) -> None:
        """Wake this listener from another thread."""
        with contextlib.suppress(OSError):
            self.socket.sendto(b"!", self.socket.getsockname())

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
        self.socket.close()

    def __enter__(self) -> Listener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _clear(folder: Path) -> None:
    """Remove the files of listeners that are no more: those whose port is free."""
    for path in folder.glob("*.*"):
        port = path.suffix[1:]
        with (
            contextlib.suppress(OSError, OverflowError),
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe,
        ):
            if port.isdigit():
                probe.bind(("127.0.0.1", int(port)))
            path.unlink()
