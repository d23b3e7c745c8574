"""Accounts of the environment: they come with a variable, go with it, and their keys never reach the database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import serializers
from django.db import connection
from pytest_django import Settings

from tests.upstreams.painters import CENT, KEY, Near, Paid, PaidConfig, a_model, an_account
from waa.engines import registry
from waa.upstreams import environment, given, routes, seal
from waa.upstreams.models import Upstream, UpstreamModel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("painters", "nothing_given")]

NAME = "PAID_API_KEY"


@pytest.fixture
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever is set where the tests run; and nothing is on this machine."""
    for name in (
        "GEMINI_API_KEY",
        "BFL_API_KEY",
        "OPENAI_API_KEY",
        "PAID_API_KEY",
        "PAID_MODEL",
        "PAID_BASE_URL",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Near, "is_there", False)
    registry.remove("flux")  # a model may lie in this machine's cache
    yield
    registry.register("flux", "waa.engines.flux:FluxEngine")


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PAID_API_KEY", KEY)
    return KEY


def offered(now: datetime) -> list[str]:
    return [q.offer for q in routes.quotes(now=now)]


def way(now: datetime) -> routes.Route:
    return routes.routes(
        offer="gemini-pro", edit=False, width=512, height=512, references=0, mask=False, now=now
    )[0]


def test_without_variables_there_is_nothing(now: datetime) -> None:
    assert environment.sync(now) == []
    assert offered(now) == ["offline"]


def test_a_key_makes_an_account_with_one_model_for_each_offer(now: datetime, key: str) -> None:
    (upstream,) = environment.sync(now)
    assert (upstream.name, upstream.kind, upstream.is_from_environment) == (NAME, "paid", True)
    models = {m.offer: m for m in upstream.models.all()}
    assert {offer: m.model_id for offer, m in models.items()} == {
        "gemini-pro": "paid-pro",
        "gemini": "paid-fast",
    }
    assert models["gemini-pro"].price_usd_micros == 13 * CENT
    assert models["gemini-pro"].daily_budget_usd_micros == 6_410_256  # HK$50
    assert (upstream.concurrency, models["gemini"].concurrency) == (12, 12)
    assert offered(now) == ["offline", "gemini", "gemini-pro"]
    engine = routes.engine_for(way(now))
    assert isinstance(engine, Paid)
    assert (engine.config.api_key, engine.version) == (KEY, "paid-pro")


def test_the_key_stays_in_the_environment(now: datetime, key: str) -> None:
    environment.sync(now)
    assert not Upstream.objects.exclude(sealed="").exists()
    assert KEY not in serializers.serialize("json", [*Upstream.objects.all(), *UpstreamModel.objects.all()])


def test_it_may_be_repeated(now: datetime, key: str) -> None:
    environment.sync(now)
    rows = list(UpstreamModel.objects.values())
    environment.refresh(now)
    environment.sync(now)
    assert list(UpstreamModel.objects.values()) == rows
    assert Upstream.objects.count() == 1


def test_other_variables_set_the_address_and_the_model(
    now: datetime, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.sync(now)
    monkeypatch.setenv("PAID_MODEL", "paid-plain")
    monkeypatch.setenv("PAID_BASE_URL", "https://mirror.example")
    (upstream,) = environment.sync(now)
    upstream.refresh_from_db()
    assert upstream.config["base_url"] == "https://mirror.example"
    assert "api_key" not in upstream.config
    in_use = upstream.models.filter(is_enabled=True).values_list("offer", "model_id")
    assert dict(in_use) == {"gemini-pro": "paid-pro", "gemini": "paid-plain"}


def test_a_model_nobody_listed_can_be_used(now: datetime, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAID_MODEL", "paid-next-year")
    environment.sync(now)
    assert way(now).model_id == "paid-next-year"


def test_without_the_variable_the_next_start_takes_it_away(
    now: datetime, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.sync(now)
    monkeypatch.delenv("PAID_API_KEY")
    environment.sync(now)
    assert offered(now) == ["offline"]
    assert Upstream.objects.filter(name=NAME).exists(), "what it has spent is still known"
    monkeypatch.setenv("PAID_API_KEY", KEY)
    environment.sync(now)
    assert "gemini-pro" in offered(now)


def test_a_machine_without_it_does_not_take_it_from_one_that_has_it(
    now: datetime, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.sync(now)
    Upstream.objects.update(seen_by="another machine")
    monkeypatch.delenv("PAID_API_KEY")
    environment.sync(now)
    assert "gemini-pro" in offered(now), "the other one can paint it"
    assert way(now).kind == "offline", "this one cannot"


def test_what_nobody_has_any_more_goes_by_itself(now: datetime, key: str) -> None:
    environment.sync(now)
    later = now + timedelta(minutes=6)
    assert offered(later) == ["offline"]
    environment.refresh(later)
    assert "gemini-pro" in offered(later)


def test_a_start_gives_another_chance(now: datetime, key: str) -> None:
    environment.sync(now)
    Upstream.objects.update(openings=3, open_until=now + timedelta(minutes=15))
    environment.refresh(now)
    assert way(now).kind == "offline"
    environment.sync(now)
    assert way(now).kind == "paid"


def test_accounts_of_the_operator_are_left_alone(now: datetime, key: str) -> None:
    mine = an_account("mine", a_model())
    an_account(NAME, a_model("paid-plain"))
    environment.sync(now)
    mine.refresh_from_db()
    assert (mine.seen_at, mine.is_enabled) == (None, True)
    taken = Upstream.objects.get(name=NAME)
    assert seal.unseal(taken.sealed) == {"api_key": KEY}
    assert not taken.is_from_environment


def test_this_machines_own_model(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Near, "is_there", True)
    (upstream,) = environment.sync(now)
    assert upstream.name == "Near (this machine)"
    assert offered(now) == ["offline", "flux"]
    assert upstream.models.get().daily_budget_usd_micros is None
    monkeypatch.setattr(Near, "has_packages", False)
    environment.sync(now)
    assert offered(now) == ["offline"]


def test_what_a_former_secret_key_sealed_is_sealed_anew(now: datetime, settings: Settings) -> None:
    good, lost = an_account("good"), an_account("lost")
    Upstream.objects.filter(pk=lost.pk).update(sealed="nonsense")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    environment.sync(now)
    settings.SECRET_KEY_FALLBACKS = []
    good.refresh_from_db()
    lost.refresh_from_db()
    assert seal.unseal(good.sealed) == {"api_key": KEY}
    assert lost.sealed == "nonsense"


@pytest.mark.django_db(transaction=True)
def test_several_workers_that_start_at_once_make_one(now: datetime, key: str) -> None:
    gate = threading.Barrier(4)

    def start() -> None:
        gate.wait()
        try:
            environment.sync(now)
        finally:
            connection.close()

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Upstream.objects.count() == 1
    assert UpstreamModel.objects.filter(is_enabled=True).count() == 2


# -- without a database ------------------------------------------------------------------------------------


def test_values_are_read_as_what_they_are() -> None:
    told = {"PAID_API_KEY": "k", "PAID_MODEL": "m"}
    config: Any = given.config_from(PaidConfig, lambda name: told.get(name, ""))
    assert (config.api_key, config.model, config.timeout) == ("k", "m", 60.0)
    assert given.as_kind_of(1.0, "2.5") == 2.5
    assert given.as_kind_of(1, "many") == 1
    assert given.as_kind_of(False, "yes") is True
    assert given.as_kind_of("a", "b") == "b"


def test_every_kind_that_takes_a_key_can_be_set_by_the_environment() -> None:
    """The real ones: a key of each is enough, and what they offer can be chosen."""
    for kind in registry.names():
        engine = given.engine_class(kind)
        if engine is None or engine.is_local or kind == "paid":
            continue
        account = given.account(kind, lambda name: "some-key" if name.endswith("_API_KEY") else "")
        assert account is not None, kind
        assert account.models, kind
        assert "some-key" not in repr(account.config), kind
        assert all(model.price_usd_micros for model in account.models), kind
