"""Fake providers beside a real Waa, so that every flow can be seen without a key. They come with the source only."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

_SOURCE = Path(__file__).parents[3]


@contextlib.contextmanager
def fake_upstreams() -> Iterator[None]:
    """Sets the environment that leads to them; they end with this process, however it ends."""
    if not (_SOURCE / "tests" / "upstreams" / "__main__.py").exists():
        raise click.ClickException("The fake providers come with Waa's source, which is not here.")
    command = [sys.executable, "-m", "tests.upstreams"]
    # Its standard input is a pipe from here: it closes with this process, and the fakes end.
    fakes = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=_SOURCE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert fakes.stdout is not None
    try:
        told = fakes.stdout.readline()
        if not told:
            raise click.ClickException("The fake providers did not start.")
        os.environ.update(json.loads(told))
        click.echo(
            "waa: Gemini, BFL and OpenAI are fakes on this machine; no picture of theirs is real", err=True
        )
        yield
    finally:
        fakes.kill()
        fakes.wait()
