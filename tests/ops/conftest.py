"""The command line, called as from a shell."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waa.cli import main
from waa.painter import cache

Waa = Callable[..., Result]


@pytest.fixture
def waa(tmp_path: Path) -> Iterator[Waa]:
    """`waa("draw", "一隻貓")` in an empty folder, which is where its files go; `input` is what is piped in."""
    runner = CliRunner()
    here, folder = Path.cwd(), cache.folder("")
    os.chdir(tmp_path)

    def call(*arguments: str, input: bytes | str | None = None) -> Result:
        return runner.invoke(main, list(arguments), input=input)

    yield call
    os.chdir(here)
    cache.keep_in(folder)
