"""Sizes: every ratio has one that every engine can make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.studio.sizes import size_like, size_of
from waa.words.scene import ASPECTS


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(("long_side", "off"), [(256, 0.2), (1024, 0.04), (1500, 0.05), (2048, 0.04)])
def test_a_ratio_is_kept(aspect: str, long_side: int, off: float) -> None:
    width, height = size_of(aspect, long_side)
    across, down = (int(part) for part in aspect.split(":"))
    assert width / height == pytest.approx(across / down, rel=off)
    assert width % 32 == height % 32 == 0
    assert max(width, height) <= (1344 if long_side == 1024 else long_side)


def test_without_a_ratio_it_is_square() -> None:
    assert size_of(None) == (1024, 1024)
    assert size_of(None, 2048) == (2048, 2048)


@given(st.integers(1, 12_000), st.integers(1, 12_000), st.integers(256, 4096))
def test_a_photo_keeps_its_ratio_and_never_grows(width: int, height: int, longest: int) -> None:
    w, h = size_like(width, height, longest)
    assert 1 <= w <= width
    assert 1 <= h <= height
    assert max(w, h) <= longest
    assert abs(w / width - h / height) <= 1 / min(width, height)
