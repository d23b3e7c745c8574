from __future__ import annotations

import pickle

from waa.lib.errors import NotHere, Refused
from waa.lib.ids import new_id, public_id, share_token
from waa.lib.licences import licence_texts


def test_an_error_speaks_the_readers_language() -> None:
    error = Refused("too_many", "太多喇。", "Too many.")
    assert error.sentence("zh-hk") == error.sentence("yue") == "太多喇。"
    assert error.sentence("en") == error.sentence("fr") == "Too many."


def test_an_error_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(NotHere("gone", "冇喇。", "Gone.", retryable=True, retry_after=3)))
    assert isinstance(error, NotHere)
    assert (error.code, error.zh, error.retryable, error.retry_after) == ("gone", "冇喇。", True, 3)


def test_ids_made_later_sort_later() -> None:
    ids = [new_id() for _ in range(200)]
    assert ids == sorted(ids)


def test_addresses_cannot_be_mistaken_or_guessed() -> None:
    made = {public_id() for _ in range(500)}
    assert len(made) == 500
    assert not set("".join(made)) & set("01loIO")
    assert len(share_token()) == 24


def test_licences_name_the_art_and_the_packages() -> None:
    names = {part.name for part in licence_texts()}
    assert {"Django", "numpy", "Fluent Emoji", "Noto Sans HK"} <= names
    assert all(part.text for part in licence_texts() if part.name in ("Fluent Emoji", "CLDR annotations"))
