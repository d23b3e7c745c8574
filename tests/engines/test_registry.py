"""Engines are found by name: ours, those of a package with an entry point, those a test brings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from waa.engines import registry
from waa.engines.base import BeyondCapabilities, Capabilities
from waa.lib.errors import NotHere


@pytest.fixture
def quick() -> Iterator[str]:
    registry.register("quick", "tests.engines.quick:QuickEngine")
    yield "quick"
    registry.remove("quick")


def test_an_engine_is_opened_once(quick: str) -> None:
    assert registry.get(quick) is registry.get(quick)
    assert quick in registry.names()


def test_an_unknown_engine_is_an_error_with_a_sentence() -> None:
    with pytest.raises(NotHere) as error:
        registry.get("nobody")
    assert error.value.code == "no_such_engine"
    assert "nobody" in error.value.en


def test_removing_closes(quick: str) -> None:
    engine = registry.get(quick)
    closed: list[bool] = []
    engine.close = lambda: closed.append(True)  # type: ignore[method-assign]
    registry.remove(quick)
    assert closed == [True]
    assert quick not in registry.names()


def test_the_newcomer_takes_the_name(quick: str) -> None:
    before = registry.get(quick)
    registry.register(quick, "tests.engines.quick:QuickEngine")
    assert registry.get(quick) is not before


def test_a_package_brings_engines_by_an_entry_point(tmp_path: Path) -> None:
    info = tmp_path / "their_engine-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: their-engine\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[waa.engines]\ntheirs = tests.engines.quick:QuickEngine\n")
    sys.path.insert(0, str(tmp_path))
    registry._others.cache_clear()  # as in a process that begins now
    try:
        assert "theirs" in registry.names()
        assert registry.get("theirs").version == "1"
    finally:
        sys.path.remove(str(tmp_path))
        registry._others.cache_clear()
        registry.remove("theirs")


SQUARES = Capabilities(sizes=((512, 512), (1024, 1024)))
STEPS = Capabilities(min_side=256, max_side=1024, side_step=16)


@pytest.mark.parametrize(
    ("can", "size", "fits"),
    [
        (SQUARES, (512, 512), True),
        (SQUARES, (512, 1024), False),
        (STEPS, (256, 1024), True),
        (STEPS, (250, 1024), False),
        (STEPS, (264, 1024), False),
        (STEPS, (256, 1040), False),
    ],
)
def test_sizes_are_checked_against_what_an_engine_can(
    can: Capabilities, size: tuple[int, int], fits: bool
) -> None:
    if fits:
        can.check(width=size[0], height=size[1])
        return
    with pytest.raises(BeyondCapabilities, match=r"256|512×512"):
        can.check(width=size[0], height=size[1])
