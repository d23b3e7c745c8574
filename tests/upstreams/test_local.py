"""Models that run on this very machine are loaded when a worker begins."""

from __future__ import annotations

import logging
from datetime import datetime

import pytest

from tests.upstreams.painters import Near, a_model, an_account
from waa.engines.base import EngineBroken
from waa.ops import commands
from waa.upstreams import opening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("painters")]


def test_only_what_this_machine_runs_is_opened(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    an_account("far", a_model())
    near = an_account("near", a_model("near-1", "flux", 0), kind="near")
    an_account("off", a_model("near-1", "flux", 0), kind="near", is_enabled=False)
    (engine,) = opening.local_engines(now)
    assert engine is opening.opened(near, "near-1")
    monkeypatch.setattr(Near, "has_packages", False)
    assert opening.local_engines(now) == []


def test_a_worker_warms_them_up_and_a_failure_is_in_the_log(
    now: datetime, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed = []
    monkeypatch.setattr(Near, "warm_up", lambda self: warmed.append(self.version), raising=False)
    an_account("near", a_model("near-1", "flux", 0), kind="near")
    commands.load_models()
    assert warmed == ["near-1"]

    def fail(self: Near) -> None:
        raise EngineBroken("out_of_memory", "唔夠記憶體。", "Not enough memory.")

    monkeypatch.setattr(Near, "warm_up", fail)
    with caplog.at_level(logging.WARNING, "waa"):
        commands.load_models()
    assert "Not enough memory" in caplog.text
