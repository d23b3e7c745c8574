"""`./run test`: every gate, then every test on SQLite, with the tests that touch a database on Postgres too.

Two things run at a time, for two cores: most of the tests, and beside them the type checker, Postgres, the journeys.
Stops at the first gate that fails. Further words go to pytest: `./run test tests/words -k moon`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
GATES = (
    ("ruff", ["-m", "ruff", "check", "--quiet", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("makemigrations", ["-m", "waa", "manage", "makemigrations", "--check", "--dry-run", "-v", "1"]),
)


MYPY = ["-m", "mypy", "--no-error-summary"]
POSTGRES = ["-m", "pytest", "-q", "-m", "database and not journey", "-p", "tests.postgres"]
JOURNEYS = ["-m", "pytest", "-q", "tests/journeys"]
SQLITE = ["-m", "pytest", "-m", "not journey"]


def main() -> int:
    arguments = sys.argv[1:]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if arguments:
        return _run(["-m", "pytest", *arguments], environment)
    for name, command in GATES:
        if code := _pass(name, command, environment):
            return code
    return _on_both(environment)


def _run(command: list[str], environment: Mapping[str, str]) -> int:
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=False).returncode


def _pass(name: str, command: list[str], environment: Mapping[str, str]) -> int:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(done.stdout + done.stderr)
        print(f"waa: {name} found something to mend")
    else:
        print(f"waa: {name} is content ({time.monotonic() - started:.0f} s)", flush=True)
    return done.returncode


def _on_both(environment: Mapping[str, str]) -> int:
    """Most tests in the background, and in the foreground what waits a lot or takes one core alone. What the former
    say stays in a file until the others have spoken, so that the last line is pytest's own."""
    with tempfile.TemporaryFile("w+b") as said:
        command = [sys.executable, *SQLITE]
        sqlite = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT)
        try:
            print("waa: on SQLite, and beside it the type checker, Postgres, the journeys", flush=True)
            if code := _pass("mypy", MYPY, environment):
                return code
            postgres, journeys = _run(POSTGRES, environment), _run(JOURNEYS, environment)
            print("waa: on SQLite, all but the journeys", flush=True)
            _follow(said.fileno(), sqlite)
        finally:
            sqlite.kill()
            sqlite.wait()
        return postgres or journeys or sqlite.returncode


def _follow(file: int, process: subprocess.Popen[bytes]) -> None:
    """Print what the process has written so far, and what it goes on to write."""
    at = 0
    while True:
        ended = process.poll() is not None
        piece = os.pread(file, 1 << 16, at)
        at += len(piece)
        sys.stdout.buffer.write(piece)
        sys.stdout.flush()
        if ended and not piece:
            return
        if not piece:
            time.sleep(0.2)


if __name__ == "__main__":
    raise SystemExit(main())
