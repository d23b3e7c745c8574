"""`./run test`: every gate, then every test on SQLite, with the tests that touch a database on Postgres too.

Stops at the first gate that fails. Further words go to pytest: `./run test tests/words -k moon`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
GATES = (
    ("ruff", ["-m", "ruff", "check", "--quiet", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
    ("mypy", ["-m", "mypy", "--no-error-summary"]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("makemigrations", ["-m", "waa", "manage", "makemigrations", "--check", "--dry-run", "-v", "1"]),
)


def main() -> int:
    arguments = sys.argv[1:]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not arguments:
        for name, command in GATES:
            started = time.monotonic()
            done = subprocess.run(
                [sys.executable, *command],
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                print(done.stdout + done.stderr)
                print(f"waa: {name} found something to mend")
                return done.returncode
            print(f"waa: {name} is content ({time.monotonic() - started:.0f} s)", flush=True)
        print("waa: on Postgres", flush=True)
        with_postgres = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-m",
            "database and not journey",
            "-p",
            "tests.postgres",
        ]
        code = subprocess.run(with_postgres, cwd=ROOT, env=environment, check=False).returncode
        if code:
            return code
    print("waa: on SQLite", flush=True)
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment, check=False
    ).returncode


if __name__ == "__main__":
    raise SystemExit(main())
