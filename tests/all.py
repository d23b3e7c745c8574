"""`./run test`: every gate, then every test on SQLite, with the tests that touch a database on Postgres too.

Three things run at a time, so that two cores are never idle while something waits: most of the tests, and beside them
two lanes of others. Stops at the first gate that fails. Further words go to pytest: `./run test tests/words -k moon`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
GATES = (
    ("ruff", ["-m", "ruff", "check", "--quiet", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("makemigrations", ["-m", "waa", "manage", "makemigrations", "--check", "--dry-run", "-v", "1"]),
)


# Where three processes share two cores, pools of threads inside each cost a fifth more than they bring.
ONE_THREAD = dict.fromkeys(("OPENCV_FOR_THREADS_NUM", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
_PYTEST = ["-m", "pytest"]
# Of the pages, those that ask every address as everybody: how a page looks does not depend on the database.
POSTGRES = [
    f"--ignore=tests/{name}" for name in ("painter", "words", "engines", "writers", "lib", "journeys")
] + [
    f"--ignore=tests/web/test_{name}.py"
    for name in (
        "headers",
        "reach",
        "languages",
        "weight",
        "plain",
        "forms",
        "errors",
        "fragments",
        "letter",
        "front_door",
    )
]
LANES = (
    (
        ("mypy", ["-m", "mypy", "--no-error-summary"]),
        ("journeys", [*_PYTEST, "-q", "tests/journeys"]),
        ("the pages on SQLite", [*_PYTEST, "-q", "tests/web"]),
    ),
    (
        ("Postgres", [*_PYTEST, "-q", "-m", "database and not journey", "-p", "tests.postgres", *POSTGRES]),
        ("processes on SQLite", [*_PYTEST, "-q", "tests/processes"]),
        (
            "studio, accounts, commands on SQLite",
            [*_PYTEST, "-q", "tests/studio", "tests/upstreams", "tests/ops"],
        ),
    ),
)
_ELSEWHERE = [
    folder for lane in LANES for _, command in lane for folder in command if folder.startswith("tests/")
]
SQLITE = [*_PYTEST, *(f"--ignore={folder}" for folder in _ELSEWHERE)]


def main() -> int:
    arguments = sys.argv[1:]
    environment = (
        os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)} | ONE_THREAD
    )
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if arguments:
        return _run(["-m", "pytest", *arguments], environment)
    for name, command in GATES:
        if code := _pass(name, command, environment):
            return code
    return _beside_each_other(environment)


def _run(command: list[str], environment: Mapping[str, str]) -> int:
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=False).returncode


def _pass(name: str, command: list[str], environment: Mapping[str, str]) -> int:
    """Run it, and say how it went: all it said where it is a test or found something."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    said = done.stdout if done.returncode or "pytest" in command else ""
    verdict = "found something to mend" if done.returncode else "is content"
    print(f"{said}waa: {name} {verdict} ({time.monotonic() - started:.0f} s)", flush=True)
    return done.returncode


def _beside_each_other(environment: Mapping[str, str]) -> int:
    """What most of the tests say stays in a file until the lanes have spoken, so that the last line is pytest's own."""
    with tempfile.TemporaryFile("w+b") as said, ThreadPoolExecutor() as threads:
        most = subprocess.Popen(
            [sys.executable, *SQLITE], cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            print(
                "waa: most tests on SQLite; beside them the type checker, the journeys, Postgres", flush=True
            )
            lanes = [threads.submit(_lane, lane, environment) for lane in LANES]
            codes = [code for lane in lanes for code in lane.result()]
            print("waa: most tests, on SQLite", flush=True)
            _follow(said.fileno(), most)
        finally:
            most.kill()
            most.wait()
        return next(filter(None, codes), most.returncode)


def _lane(steps: Sequence[tuple[str, list[str]]], environment: Mapping[str, str]) -> list[int]:
    return [_pass(name, command, environment) for name, command in steps]


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
