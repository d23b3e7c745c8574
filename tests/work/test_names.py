"""No two live workers share a name; one that comes back after a kill has its own again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waa.work import names

HOST = os.uname().nodename


def test_each_takes_the_first_that_is_free(tmp_path: Path) -> None:
    taken = [names.take(tmp_path / "workers") for _ in range(3)]
    assert [name.text for name in taken] == [f"{HOST}-0", f"{HOST}-1", f"{HOST}-2"]
    os.close(taken[1].lock)  # as the system does when the process ends
    assert names.take(tmp_path / "workers").text == f"{HOST}-1"


def test_a_given_name_is_taken_once(tmp_path: Path) -> None:
    first = names.take(tmp_path, "a/b")
    assert first.text == "a/b"
    with pytest.raises(names.NameTaken, match="a/b"):
        names.take(tmp_path, "a/b")
    os.close(first.lock)
    assert names.take(tmp_path, "a/b").text == "a/b"
