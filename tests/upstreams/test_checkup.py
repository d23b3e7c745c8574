"""What is asked of every account, and what the operator hears."""

from __future__ import annotations

import logging
import threading
import time
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from tests.upstreams.painters import CENT, KEY, Paid, a_model, an_account
from waa.engines import registry
from waa.engines.base import Config, Ping
from waa.ops import commands, doctor
from waa.upstreams import checkup, environment, seal
from waa.upstreams.models import Spending, Upstream

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("painters")]


class Asleep(Paid):
    """Until it is woken."""

    woken = threading.Event()

    def ping(self) -> Ping:
        self.woken.wait(30)
        return super().ping()


def wrong(now: datetime) -> list[str]:
    return [f"{r.name}: {r.en} {r.hint_en}" for r in checkup.look(now) if not r.is_well]


def with_key(name: str, key: str, *models: object) -> Upstream:
    return an_account(name, *models, sealed=seal.seal({"api_key": key}))  # type: ignore[arg-type]


def test_a_good_account(now: datetime) -> None:
    an_account("ours", a_model(daily_budget_usd_micros=50 * CENT))
    (remark,) = checkup.look(now)
    assert (remark.name, remark.is_well, remark.en, remark.zh) == ("ours", True, "ready", "準備好")


@pytest.mark.parametrize(
    ("key", "en"),
    [
        ("wrong", "ours: The key is wrong. Are the key and the address right?"),
        ("crash", "ours: it crashed when asked (ZeroDivisionError) Are the key and the address right?"),
    ],
)
def test_one_that_is_not_well(now: datetime, key: str, en: str) -> None:
    with_key("ours", key, a_model())
    assert wrong(now) == [en]


def test_a_model_that_is_gone(now: datetime) -> None:
    with_key(
        "ours", "old", a_model(), a_model("paid-fast", is_enabled=True), a_model("other", is_enabled=False)
    )
    assert wrong(now) == [
        "ours: it has no model paid-fast (any more) Choose another on /operator/, or by the variable of its model."
    ]


def test_money_that_nothing_holds_and_money_that_is_gone(now: datetime) -> None:
    free, poor = a_model(cents=0), a_model("paid-fast", daily_budget_usd_micros=10 * CENT)
    an_account("ours", free, poor)
    Spending.objects.create(model=poor, period="2026-11-25", spent_usd_micros=CENT)
    assert [r.partition(": ")[2][:44] for r in wrong(now)] == [
        "paid-pro has no price, so that no budget hol",
        "paid-fast has spent today's budget Raise it ",
    ]


def test_no_model_in_use(now: datetime) -> None:
    an_account("ours", a_model(is_enabled=False))
    assert wrong(now) == ["ours: none of its models is in use Choose one on /operator/."]


def test_a_key_that_cannot_be_opened(now: datetime, settings: Settings) -> None:
    an_account("ours", a_model())
    settings.SECRET_KEY = "another"
    (told,) = wrong(now)
    assert told.startswith("ours: The key of this account cannot be opened (has SECRET_KEY changed?)")


def test_a_kind_that_is_not_there(now: datetime) -> None:
    an_account("ours", a_model(), kind="gone")
    assert wrong(now) == [
        "ours: the kind gone is not installed Install its package, or take the account out of use."
    ]


def test_all_at_once_and_whoever_hangs_is_left_behind(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    registry.register("asleep", "tests.upstreams.test_checkup:Asleep")
    monkeypatch.setattr(checkup, "SECONDS", 0.2)
    for n in range(5):
        an_account(f"sleeper {n}", a_model(), kind="asleep")
    an_account("ours", a_model())
    started = time.monotonic()
    told = wrong(now)
    Asleep.woken.set()
    assert time.monotonic() - started < 5 * 0.2 + 2
    assert len(told) == 5
    assert told[0] == "sleeper 0: it did not answer in 0 seconds Is the address right, and the network there?"
    registry.remove("asleep")


def test_who_answers_gets_another_chance(now: datetime) -> None:
    good, bad = an_account("good", a_model()), with_key("bad", "wrong", a_model())
    Upstream.objects.update(openings=2, open_until=now + timedelta(minutes=5))
    checkup.look(now)
    good.refresh_from_db()
    bad.refresh_from_db()
    assert good.open_until is None
    assert bad.open_until is not None


def test_what_is_out_of_use_is_not_asked(now: datetime) -> None:
    with_key("ours", "wrong", a_model()).delete()
    an_account("off", a_model(), is_enabled=False)
    assert checkup.look(now) == []


def test_a_key_of_another_processs_environment_is_not_a_fault(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAID_API_KEY", KEY)
    environment.sync(now)
    monkeypatch.delenv("PAID_API_KEY")
    assert wrong(now) == []
    assert any("another process" in r.en for r in checkup.look(now))


def test_the_doctor_says_it_too(now: datetime) -> None:
    with_key("ours", "wrong", a_model())
    findings = {f.what: f for f in doctor.examine()}
    assert not findings["ours: The key is wrong"].is_well


def test_a_worker_begins_with_accounts_and_tells_its_log(
    now: datetime, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAID_API_KEY", "old")
    commands.begin_with_accounts()
    with caplog.at_level(logging.WARNING, "waa.upstreams"):
        commands.tell_of_accounts()
    assert "PAID_API_KEY: it has no model paid-fast (any more). Choose another" in caplog.text
    commands.look_after_accounts()


def test_a_key_is_nowhere_to_be_read(now: datetime, caplog: pytest.LogCaptureFixture) -> None:
    upstream = with_key("ours", f"crash {KEY}", a_model())
    with caplog.at_level(logging.DEBUG):
        told = repr(checkup.look(now))
    for text in (told, caplog.text, repr(upstream), str(upstream), upstream.sealed, repr(Config())):
        assert KEY not in text
