"""Sealed keys: opened by whoever has SECRET_KEY, by nobody else, and shown nowhere."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from waa.engines.base import EngineMisconfigured
from waa.upstreams import seal

SECRETS = st.dictionaries(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=60), max_size=3)


@given(SECRETS)
def test_what_is_sealed_comes_back_and_cannot_be_read(secrets: dict[str, str]) -> None:
    sealed = seal.seal(secrets)
    assert seal.unseal(sealed) == secrets
    assert not any(len(value) > 6 and value in sealed for value in secrets.values())


def test_nothing_is_sealed_as_nothing() -> None:
    assert seal.seal({}) == seal.seal({"api_key": ""}) == ""
    assert seal.unseal("") == {}


def test_the_same_key_never_looks_the_same() -> None:
    assert seal.seal({"api_key": "k"}) != seal.seal({"api_key": "k"})


@given(at=st.integers(0, 10_000), bit=st.integers(0, 5))
def test_one_changed_letter_and_it_stays_shut(at: int, bit: int) -> None:
    sealed = seal.seal({"api_key": "secret"})
    at %= len(sealed.rstrip("=")) - 1  # the last letter carries bits that nothing reads
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    other = letters[letters.index(sealed[at]) ^ (1 << bit)]
    assert not seal.is_readable(sealed[:at] + other + sealed[at + 1 :])


@pytest.mark.parametrize("nonsense", ["x", "gAAAAA", "{}", "密鑰", " "])
def test_nonsense_is_a_sentence_for_the_operator(nonsense: str) -> None:
    with pytest.raises(EngineMisconfigured) as raised:
        seal.unseal(nonsense)
    assert raised.value.code == "sealed_key_unreadable"
    assert raised.value.is_unpaid


def test_a_new_secret_key_reads_what_the_old_one_sealed(settings: Settings) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "first", []
    sealed = seal.seal({"api_key": "k"})
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "third", ["second", "first"]
    assert seal.unseal(sealed) == {"api_key": "k"}
    anew = seal.reseal(sealed)
    settings.SECRET_KEY_FALLBACKS = []
    assert seal.unseal(anew) == {"api_key": "k"}
    assert not seal.is_readable(sealed)


def test_it_is_not_the_secret_key_itself_that_seals(settings: Settings) -> None:
    """Short keys work too, and what signs cookies opens nothing here."""
    settings.SECRET_KEY = "short"
    assert seal.unseal(seal.seal({"a": "b"})) == {"a": "b"}
    assert json.dumps({"a": "b"}) not in seal.seal({"a": "b"})
