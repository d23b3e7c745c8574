"""Who asks: read from a signed cookie, which nobody can make up, and remembered as long as it is used."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from waa.accounts.models import Visitor
from waa.accounts.visitors import cookie_for, ensure_visitor, remember, visitor_id, visitor_of


def asking(cookie: str | None) -> HttpRequest:
    request = HttpRequest()
    if cookie is not None:
        request.COOKIES[settings.VISITOR_COOKIE] = cookie
    return request


def signed(value: object, salt: str = "waa.visitor") -> str:
    return signing.dumps(value, salt=salt)


SOMEBODY = uuid.UUID("0190b0f0-0000-7000-8000-0000000000ab")


def test_a_cookie_comes_back_as_who_it_is_for() -> None:
    assert visitor_id(cookie_for(Visitor(pk=SOMEBODY))) == SOMEBODY


@given(st.text(max_size=80))
def test_a_made_up_cookie_is_nobodys(cookie: str) -> None:
    assert visitor_id(cookie) is None


@given(at=st.integers(0, 200), letter=st.characters(codec="ascii"))
def test_a_changed_letter_makes_it_nobodys(at: int, letter: str) -> None:
    cookie = cookie_for(Visitor(pk=SOMEBODY))
    at %= len(cookie)
    changed = cookie[:at] + letter + cookie[at + 1 :]
    # The last letter of a signature holds spare bits; whatever is read is still the same person.
    assert visitor_id(changed) in (
        (None,) if changed != cookie and at < len(cookie) - 1 else (None, SOMEBODY)
    )


@pytest.mark.parametrize("value", ["", "not a uuid", 5, None, [], {}, ["x"], True, 1.5, "0" * 31])
def test_what_was_signed_but_is_no_id_is_nobodys(value: object) -> None:
    assert visitor_id(signed(value)) is None


def test_what_was_signed_for_something_else_does_not_count() -> None:
    assert visitor_id(signed(str(SOMEBODY), salt="waa.something")) is None


def test_a_new_key_keeps_everybody_when_the_former_is_named(settings: Settings) -> None:
    cookie = cookie_for(Visitor(pk=SOMEBODY))
    settings.SECRET_KEY = "another"
    assert visitor_id(cookie) is None
    settings.SECRET_KEY_FALLBACKS = ["only-for-tests"]
    assert visitor_id(cookie) == SOMEBODY


def test_a_device_is_forgotten_after_its_time(settings: Settings) -> None:
    settings.VISITOR_DAYS = 30
    with time_machine.travel("2030-01-01T12:00:00Z", tick=False) as clock:
        cookie = cookie_for(Visitor(pk=SOMEBODY))
        clock.shift(timedelta(days=29, hours=23))
        assert visitor_id(cookie) == SOMEBODY
        clock.shift(timedelta(hours=2))
        assert visitor_id(cookie) is None


@pytest.mark.django_db
def test_looking_makes_nobody() -> None:
    assert visitor_of(asking(None)) is None
    assert visitor_of(asking(cookie_for(Visitor(pk=SOMEBODY)))) is None, "the row is gone"
    assert not Visitor.objects.exists()


@pytest.mark.django_db
def test_whoever_makes_something_is_somebody_and_stays_so() -> None:
    made = ensure_visitor(asking(None))
    assert ensure_visitor(asking(cookie_for(made))) == made
    assert visitor_of(asking(cookie_for(made))) == made
    assert Visitor.objects.count() == 1


@pytest.mark.django_db
def test_who_was_deleted_begins_anew(alice: Visitor) -> None:
    cookie = cookie_for(alice)
    alice.delete()
    assert ensure_visitor(asking(cookie)).pk != visitor_id(cookie)


@pytest.mark.parametrize(
    ("base", "secure"), [("http://localhost:8000", ""), ("https://waa.example.hk", True)]
)
def test_the_cookie_is_for_this_site_alone(settings: Settings, base: str, secure: object) -> None:
    settings.BASE_URL = base
    response = HttpResponse()
    remember(response, Visitor(pk=SOMEBODY))
    cookie = response.cookies[settings.VISITOR_COOKIE]
    assert visitor_id(cookie.value) == SOMEBODY
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (
        True,
        "Lax",
        "/",
        "",
    )
    assert cookie["secure"] == secure
    assert cookie["max-age"] == settings.VISITOR_DAYS * 86_400


@pytest.mark.django_db
def test_nothing_is_known_of_a_person(alice: Visitor) -> None:
    assert {field.name for field in Visitor._meta.fields} == {"id", "created_at"}
    assert str(alice) == f"visitor {alice.pk}"
