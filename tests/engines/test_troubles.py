"""What people read when a provider fails: whole sentences, the same at every provider."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waa.engines.base import EngineBroken, EngineError, EngineMisconfigured, EngineRefused
from waa.engines.troubles import TROUBLES, of_status, trouble

WHO, MODEL = "FLUX {at} BFL", "gpt-image-{1}"


@pytest.mark.parametrize("code", TROUBLES)
def test_each_says_what_happened_that_it_was_free_and_a_way_on(code: str) -> None:
    error = trouble(code, WHO, model=MODEL)
    assert error.code == code
    assert error.zh.count("，冇扣你額度。") == error.en.count(". Nothing was charged to you; ") == 1
    assert all(text.count(WHO) == 1 for text in (error.zh, error.en))
    assert error.zh.endswith("。")
    assert "。。" not in error.zh
    assert error.en[0].isupper() or error.en.startswith(WHO)
    assert error.en.endswith(".")
    assert error.en.isascii()
    assert not re.search("[a-z]", error.zh.replace(WHO, "").replace(MODEL, ""))


@pytest.mark.parametrize("code", TROUBLES)
def test_who_may_be_replaced_and_who_may_be_asked_again(code: str) -> None:
    error = trouble(code, WHO)
    assert not (isinstance(error, EngineRefused) and (error.is_unpaid or error.retryable))
    assert not isinstance(error, EngineMisconfigured) or (error.is_unpaid and not error.retryable)
    assert error.is_unpaid or error.retryable or isinstance(error, EngineRefused), (
        "nobody knows what to do then"
    )


def test_the_model_that_is_gone_is_named() -> None:
    error = trouble("model_gone", WHO, model=MODEL)
    assert MODEL in error.zh
    assert MODEL in error.en


@given(st.integers(100, 999), st.none() | st.floats(0, 1e6))
def test_every_status_is_an_error_of_ours(status: int, after: float | None) -> None:
    error = of_status(status, WHO, model=MODEL, retry_after=after)
    assert isinstance(error, EngineError)
    assert error.retry_after == after
    never_began = 400 <= status < 500 and status != 408
    assert error.is_unpaid == (never_began or (status == 503 and after is not None))


def test_a_time_out_of_the_provider_is_ambiguous() -> None:
    error = of_status(408, WHO, model=MODEL)
    assert (type(error), error.code, error.is_unpaid) == (EngineBroken, "provider_failed", False)
