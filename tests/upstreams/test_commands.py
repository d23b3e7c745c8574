"""The command line and accounts: an operator's password, and pictures by whoever the environment gives a key for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from tests.ops.conftest import Waa
from tests.ops.conftest import waa as waa  # the fixture
from tests.upstreams.gemini import Gemini
from tests.upstreams.painters import KEY, Near, a_model, an_account
from waa import settings as variables
from waa.engines import registry
from waa.ops import drawing, prepare
from waa.upstreams import given
from waa.upstreams.models import Upstream

pytestmark = pytest.mark.usefixtures("painters")

SMALL = ("--size", "512x512", "--language", "en")


# -- operators ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_one_command_makes_an_operator(waa: Waa) -> None:
    done = waa("operator", "mei", "--password-stdin", input="dim-sum-for-two\n")
    assert done.output == "mei may now sign in at http://localhost:8000/operator/\n"
    user = User.objects.get()
    assert user.is_staff
    assert user.is_superuser
    assert user.check_password("dim-sum-for-two")


@pytest.mark.django_db
def test_the_same_command_gives_another_password(waa: Waa) -> None:
    User.objects.create(username="mei", is_active=False)
    done = waa("operator", "mei", input="dim-sum-for-two\ndim-sum-for-two\n")
    assert "mei has a new password and may sign in at" in done.output
    assert "dim-sum" not in done.output, "what is typed is not shown"
    assert User.objects.get().is_active


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("mei", "short", "This password is too short."),
        ("mei", "password1", "This password is too common."),
        ("dim-sum-shop", "dim-sum-shop", "too similar to the username"),
        ("no spaces", "dim-sum-for-two", "Enter a valid username."),
    ],
)
def test_what_is_no_good_changes_nothing(waa: Waa, name: str, password: str, said: str) -> None:
    done = waa("operator", name, "--password-stdin", input=f"{password}\n")
    assert done.exit_code == 1
    assert said in done.output
    assert not User.objects.exists()


# -- drawing -----------------------------------------------------------------------------------------------


@pytest.fixture
def gemini(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gemini]:
    """Its key and address are in the environment."""
    for name in ("BFL_API_KEY", "OPENAI_API_KEY", "GEMINI_IMAGE_MODEL"):
        monkeypatch.delenv(name, raising=False)
    registry.close_all()  # whose address was another test's
    with Gemini() as provider:
        monkeypatch.setenv("GEMINI_API_KEY", provider.key)
        monkeypatch.setenv("GOOGLE_GEMINI_BASE_URL", provider.base_url)
        yield provider


@pytest.mark.parametrize(
    ("name", "model", "price"),
    [("gemini", "gemini-nano-banana-2.1", "HK$0.2"), ("gemini-pro", "gemini-3-pro-image", "HK$1.0")],
)
def test_a_key_in_the_environment_is_enough(
    waa: Waa, gemini: Gemini, name: str, model: str, price: str
) -> None:
    done = waa("draw", "一隻貓", "-o", "cat.png", "--engine", name, *SMALL)
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[-1].startswith(f"gemini  {model}  {price}")
    assert gemini.requests[0].path.endswith(f"{model}:generateContent")
    assert Path("cat.png").exists()
    assert gemini.key not in done.output


def test_without_a_word_it_is_the_built_in_painter(waa: Waa, gemini: Gemini) -> None:
    done = waa("draw", "一隻貓", "-o", "cat.png", "--size", "96x64")
    assert done.exit_code == 0, done.output
    assert not gemini.requests
    assert "HK$" not in done.output


def test_a_provider_that_will_not_is_a_sentence(
    waa: Waa, gemini: Gemini, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEMINI_API_KEY", KEY)
    registry.close_all()
    done = waa("draw", "一隻貓", "-o", "cat.png", "--engine", "gemini", *SMALL)
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert KEY not in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("paid", "For paid, set PAID_API_KEY. Without a key there is --engine offline."),
        ("gemini-pro", "For gemini-pro, set GEMINI_API_KEY or PAID_API_KEY."),
        ("flux", "There is no FLUX here: get a model with `waa models pull`, or set BFL_API_KEY."),
        ("crayon", "There is no engine called 'crayon'."),
    ],
)
def test_what_is_missing_is_said(waa: Waa, name: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("GEMINI_API_KEY", "BFL_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(Near, "is_there", False)
    monkeypatch.setattr(drawing, "_account", lambda name: None)
    registry.register("flux", "waa.nowhere:Flux")
    try:
        done = waa("draw", "一隻貓", "--engine", name, *SMALL)
    finally:
        registry.register("flux", "waa.engines.flux:FluxEngine")
    assert done.exit_code == 1
    assert said in done.output


def test_names_lead_to_engines() -> None:
    told = {"PAID_API_KEY": KEY}

    def named(name: str) -> tuple[str, str] | None:
        found = given.named(name, lambda variable: told.get(variable, ""))
        return found and (found[0].name, found[1].id)

    assert named("paid") == ("paid", "paid-pro")
    assert named("gemini") == ("paid", "paid-fast")
    assert named("flux") == ("near", "near-1")
    assert named("offline") is None


@pytest.mark.django_db
def test_an_account_of_this_waa_by_its_name(
    waa: Waa, data_folder: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    an_account("our shop's", a_model("paid-fast", cents=3))
    monkeypatch.setattr(prepare, "is_prepared", lambda settings: True)
    done = waa("draw", "一隻貓", "-o", "cat.png", "--engine", "our shop's", *SMALL)
    assert done.output.splitlines()[-1] == "paid  paid-fast  HK$0.94", done.output
    Upstream.objects.update(is_enabled=False)
    assert waa("draw", "一隻貓", "--engine", "our shop's", *SMALL).exit_code == 1


# -- starting ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_new_key_is_noticed_at_the_next_start(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Settings(dict[str, Any]):
        __getattr__ = dict.__getitem__

    there = Settings(WAA_DATA=data_folder, DATABASE_URL="postgresql://", DATABASES={"default": {"ENGINE": "postgresql"}},
                     STATIC_ROOT=data_folder, STORAGES={"staticfiles": ""})  # fmt: skip
    (data_folder / "staticfiles.json").touch()
    (data_folder / "prepared").write_text(prepare._stamp(there))
    assert prepare.is_prepared(there)
    monkeypatch.setenv("SOMETHING_ELSE", "x")
    assert prepare.is_prepared(there)
    monkeypatch.setenv("PAID_API_KEY", KEY)
    assert not prepare.is_prepared(there)
    assert KEY not in variables.accounts_given()
    prepare._keep_accounts()
    assert Upstream.objects.filter(kind="paid").exists()
