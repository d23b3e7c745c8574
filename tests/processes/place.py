"""A Waa that really runs: `waa serve` with its pages and its worker, as ./run starts them, in a folder of its own.

    place = Place(folder).start()       # until the first page answers
    alice = place.browser()
    [job] = alice.press("slow 50")
    os.kill(place.worker.pid, signal.SIGKILL)
    alice.card(job, until="done")
    place.stop()                        # how many seconds the end took

Its engine is tests/engines/quick.py, which it finds as it would find anybody's: by an entry point.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil

from tests.processes.browser import Browser

ROOT = Path(__file__).parents[2]
_OURS = (
    "WAA_DATA",
    "DATABASE_URL",
    "SECRET_KEY",
    "PORT",
    "HOST",
    "BASE_URL",
    "ENGINE",
    "WORKERS",
    "WORKER_NAME",
)


class Place:
    """`more` are further settings, by their names in the environment."""

    def __init__(
        self,
        folder: Path,
        *,
        engine: str = "tests.engines.quick:QuickEngine",
        database_url: str = "sqlite",
        settings: str = "waa.settings",
        **more: str,
    ) -> None:
        self.data = folder / "data"
        self.log = folder / "log.txt"
        folder.mkdir(parents=True, exist_ok=True)
        self.environment = {k: v for k, v in os.environ.items() if k not in _OURS} | {
            "WAA_DATA": str(self.data),
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": settings,
            "PORT": "0",
            "ENGINE": "quick",
            "PYTHONPATH": os.pathsep.join([str(_with_entry_point(folder, engine)), str(ROOT)]),
            **more,
        }
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.port = 0
        self._begun = 0  # where the log of this start begins
        self.supervisor: psutil.Popen | None = None

    def start(self, *options: str, seconds: float = 30) -> Place:
        """Until the first page answers. `options` are of `waa serve`."""
        supervisor = self.begin(*options)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and supervisor.poll() is None:
            if found := re.search(r"localhost:(\d+)", self.said()[self._begun :]):
                self.port = int(found[1])
                return self
            time.sleep(0.02)
        self.end()
        raise AssertionError(f"Waa did not start:\n{self.said()}")

    def begin(self, *options: str) -> psutil.Popen:
        """The same, and wait for nothing."""
        with self.log.open("ab") as log:
            self._begun = log.tell()
            self.supervisor = psutil.Popen(
                [sys.executable, "-m", "waa", "serve", *options], env=self.environment, cwd=self.data.parent,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        return self.supervisor

    def said(self) -> str:
        return self.log.read_bytes().decode("ascii", "replace")  # so that bytes are characters, for `_begun`

    def waa(self, *arguments: str) -> str:
        """What another command of `waa` says in the same folder."""
        command = [sys.executable, "-m", "waa", *arguments]
        return subprocess.check_output(command, env=self.environment, cwd=self.data.parent, text=True)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What its database says, asked beside it."""
        if (url := self.environment["DATABASE_URL"]) == "sqlite":
            with contextlib.closing(sqlite3.connect(self.data / "waa.sqlite3", timeout=20)) as connection:
                return connection.execute(query).fetchall()
        import psycopg

        with contextlib.closing(psycopg.connect(url, autocommit=True)) as connection:
            return connection.execute(query.encode()).fetchall()

    def browser(self, language: str = "en") -> Browser:
        """Of somebody who has not been here before."""
        return Browser(self.port, language)

    @property
    def processes(self) -> list[psutil.Process]:
        """The supervisor and all below it."""
        assert self.supervisor is not None
        if not self.supervisor.is_running():
            return []
        return [psutil.Process(self.supervisor.pid), *self.supervisor.children(recursive=True)]

    @property
    def web(self) -> psutil.Process:
        return self._child("web")

    @property
    def worker(self) -> psutil.Process:
        return self._child("worker")

    def _child(self, command: str, seconds: float = 10) -> psutil.Process:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for process in self.processes:
                if _lives(process) and command in process.cmdline():
                    return process
            time.sleep(0.02)
        raise AssertionError(f"there is no {command}:\n{self.said()}")

    def stop(self, number: int = signal.SIGINT) -> float:
        """Send the signal; how many seconds it took until none of its processes was left."""
        assert self.supervisor is not None
        everyone = self.processes
        started = time.monotonic()
        os.kill(self.supervisor.pid, number)
        alive = left_of(everyone, seconds=10)
        took = time.monotonic() - started
        self.end()
        assert not alive, f"left behind: {alive}"
        return took

    def end(self) -> None:
        """Kill what is there, whatever it does; for the end of a test."""
        if self.supervisor is None:
            return
        for process in reversed(self.processes):
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        self.supervisor.wait(5)


def left_of(processes: list[psutil.Process], seconds: float) -> list[psutil.Process]:
    """Those that still live when none is left, or after that time. A zombie has ended."""
    deadline = time.monotonic() + seconds
    while (alive := [p for p in processes if _lives(p)]) and time.monotonic() < deadline:
        time.sleep(0.02)
    return alive


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def new_database(server: str) -> str:
    """The address of an empty database: a new one of that Postgres, or, for "sqlite", of the place's folder."""
    if server == "sqlite":
        return server
    import psycopg

    name = f"place_{uuid.uuid4().hex[:8]}"
    with contextlib.closing(psycopg.connect(server, autocommit=True)) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def _with_entry_point(folder: Path, engine: str) -> Path:
    """A folder that looks like an installed package with one engine in it."""
    packages = folder / "packages"
    told = packages / "quick_engine-1.dist-info"
    told.mkdir(parents=True, exist_ok=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: quick-engine\nVersion: 1\n")
    (told / "entry_points.txt").write_text(f"[waa.engines]\nquick = {engine}\n")
    return packages
