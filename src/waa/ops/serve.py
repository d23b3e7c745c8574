"""`waa serve`: everything in one process group. It prepares, starts the pages and the workers, starts again what dies,
and ends all of it within three seconds. Imports nothing heavy: it waits, most of its life."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

GRACE_SECONDS = 2.5
_CLEAR_AFTER = 30.0  # a process that lived this long may start again at once


@dataclass
class _Child:
    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    not_before: float = 0.0
    environment: dict[str, str] = field(default_factory=dict)  # beside everybody's

    def start(self) -> None:
        self.started = time.monotonic()
        # Its own process group: Ctrl-C in a terminal reaches this process alone, which then ends the others in order.
        # Few arenas: the C library otherwise keeps free memory for each thread apart, a seventh of a worker's.
        calm = {"MALLOC_ARENA_MAX": "2"} | os.environ | self.environment
        self.process = subprocess.Popen(self.command, start_new_session=True, env=calm)  # noqa: S603 - our own command

    def signal(self, number: int) -> None:
        if self.process is not None and self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def look_after(self) -> None:
        """Start it again when it died: twice at once, then after 1, 2, 4 … 30 seconds while it keeps dying."""
        if self.process is None or self.process.poll() is None:
            return
        now = time.monotonic()
        if self.not_before == 0.0:
            self.failures = 0 if now - self.started > _CLEAR_AFTER else self.failures + 1
            wait = 0.0 if self.failures <= 2 else min(30.0, 2.0 ** (self.failures - 3))
            self.not_before = now + wait
            print(
                f"waa: the {self.name} ended ({self.process.returncode}) and is started again",
                file=sys.stderr,
                flush=True,
            )
        if now >= self.not_before:
            self.not_before = 0.0
            self.start()


@dataclass
class Supervisor:
    host: str
    port: int
    workers: int
    worker_name: (
        str  # what theirs begin with; without one each takes the first of this machine's that is free
    )
    shown: str
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> int:
        """Until Ctrl-C or SIGTERM; the exit status."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stop.set())
        waa = [sys.executable, "-m", "waa"]
        ours = ["--parent", str(os.getpid())]
        address = ["--host", self.host, "--port", str(self.port)]
        children = [_Child("web process", [*waa, "web", *address, *ours])]
        devices = gpus()
        for n in range(self.workers):
            name = ["--name", f"{self.worker_name}-{n}"] if self.worker_name else []
            own = {"CUDA_VISIBLE_DEVICES": devices[n % len(devices)]} if devices else {}
            children.append(_Child(f"worker {n}", [*waa, "worker", *name, *ours], environment=own))
        for child in children:
            child.start()
        threading.Thread(target=self._announce, daemon=True).start()
        while not self.stop.wait(0.25):
            for child in children:
                child.look_after()
        return _end(children)

    def _announce(self) -> None:
        """One line, when the first page answers."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104 - compared, not bound
        while not self.stop.is_set():
            try:
                urllib.request.urlopen(f"http://{host}:{self.port}/healthz", timeout=2)
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
            else:
                print(f"Waa 話畫  {self.shown}  (Ctrl-C ends it)", flush=True)
                return


def _end(children: list[_Child]) -> int:
    for child in children:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        if child.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.0, deadline - time.monotonic()))
    for child in children:
        child.signal(signal.SIGKILL)
        if child.process is not None:
            child.process.wait()
    return 0


def gpus(folder: Path = Path("/proc/driver/nvidia/gpus")) -> list[str]:
    """The GPUs that workers are dealt out to in turn: those of CUDA_VISIBLE_DEVICES, else all that the driver shows.
    Empty where there is none."""
    from waa.settings import variable

    if "CUDA_VISIBLE_DEVICES" in os.environ:  # set to nothing it means none
        chosen = variable("CUDA_VISIBLE_DEVICES").split(",")
        return [device.strip() for device in chosen if device.strip()]
    try:
        return [str(n) for n, _ in enumerate(folder.iterdir())]
    except OSError:
        return []


def free_port(host: str, port: int) -> int:
    """`port`, or any free one for 0. Ends the program with a sentence when somebody else has it."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SystemExit(
                f"waa: port {port} on {host} cannot be used ({error.strerror}). "
                "Is Waa running already? Another port: PORT=8001 ./run"
            ) from error
        return int(probe.getsockname()[1])


def end_with(parent: int) -> None:
    """End this process when its supervisor is gone: a killed supervisor must not leave a server behind."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
