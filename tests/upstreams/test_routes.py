"""Who paints: what a form may offer, every way to a picture, best first, and why another takes over."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from tests.upstreams.painters import CENT, KEY, Near, Paid, a_model, an_account
from waa.engines import registry
from waa.engines.base import EngineBroken, EngineBusy, EngineMisconfigured, EngineRefused
from waa.upstreams import health, routes
from waa.upstreams.models import Spending, Upstream, UpstreamModel
from waa.upstreams.routes import Quote, Route

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("painters")]

ROOT = Path(__file__).parents[2]

BROKEN = EngineBroken("broken", "壞咗", "broken", retryable=True)
UNREACHABLE = EngineBroken(
    "provider_unreachable", "連唔到", "cannot be reached", retryable=True, is_unpaid=True
)
WRONG_KEY = EngineMisconfigured("provider_wrong_key", "密鑰唔啱", "The key is wrong", is_unpaid=True)
GONE = EngineMisconfigured("model_gone", "冇呢個模型", "There is no such model", is_unpaid=True)


def ways(now: datetime, offer: str = "gemini-pro", **more: Any) -> list[Route]:
    asked: dict[str, Any] = {
        "edit": False,
        "width": 1024,
        "height": 1024,
        "references": 0,
        "mask": False,
        **more,
    }
    return routes.routes(offer=offer, now=now, **asked)


def ids(found: list[Route]) -> list[str]:
    return [route.model_id or route.kind for route in found]


def quote(now: datetime, offer: str) -> Quote:
    return next(q for q in routes.quotes(now=now) if q.offer == offer)


def fail(route: Route, error: Any, now: datetime, times: int = 1) -> None:
    for _ in range(times):
        health.failed(route=route, error=error, now=now)


@pytest.fixture
def everything(now: datetime) -> Upstream:
    """Two accounts, four offers."""
    an_account("here", a_model("near-1", "flux", cents=0), kind="near")
    return an_account(
        "ours", a_model(), a_model("paid-fast", "gemini", cents=3), a_model("paid-plain", "gemini", cents=1)
    )


# -- best first --------------------------------------------------------------------------------------------


def test_down_the_ladder_with_the_cheaper_first_and_the_built_in_painter_last(
    now: datetime, everything: Upstream
) -> None:
    found = ways(now)
    assert ids(found) == ["paid-pro", "paid-plain", "paid-fast", "near-1", "offline"]
    assert [route.offer for route in found] == ["gemini-pro", "gemini", "gemini", "flux", "offline"]
    assert (found[0].upstream_name, found[0].model_name, found[0].price(edit=False)) == (
        "ours",
        "Pro",
        10 * CENT,
    )
    assert found[0].note is None
    assert found[-1].upstream_id is found[-1].model_pk is None
    assert ids(ways(now, "gemini")) == ["paid-plain", "paid-fast", "near-1", "offline"]
    assert ids(ways(now, "openai")) == ["near-1", "offline"]
    assert ids(ways(now, "offline")) == ["offline"]


def test_an_offer_and_price_are_what_the_operator_says(now: datetime) -> None:
    an_account("ours", a_model("paid-pro", "openai", cents=1, edit_price_usd_micros=2 * CENT))
    (route, *_) = ways(now, "openai")
    assert (route.offer, route.price(edit=False), route.price(edit=True)) == ("openai", CENT, 2 * CENT)


@pytest.mark.parametrize(
    ("asked", "able", "clause"),
    [
        ({"mask": True, "references": 1}, ["paid-pro", "near-1", "offline"], "唔識淨係改圈住嘅地方"),
        ({"edit": True, "references": 3}, ["paid-pro", "near-1", "offline"], "唔識改現有嘅圖"),
        ({"edit": True, "references": 2}, ["paid-pro", "paid-fast", "near-1", "offline"], ""),
        ({"references": 9}, ["offline"], "收唔到咁多張相"),
        ({"width": 2048, "height": 1024}, ["paid-pro", "paid-plain", "paid-fast", "near-1", "offline"], ""),
    ],
)
def test_only_who_can_do_it_is_asked(
    now: datetime, everything: Upstream, asked: dict[str, Any], able: list[str], clause: str
) -> None:
    """A size is made to fit; references, masks and editing cannot be."""
    assert ids(ways(now, **asked)) == able
    if clause:
        note = next(r.note for r in ways(now, "gemini", **asked) if r.offer != "gemini")
        assert note is not None
        assert clause in note[0] or "references" in asked


def test_equals_share_the_work_by_weight(now: datetime) -> None:
    models = [a_model(weight=3), a_model("second", weight=1), a_model("never", weight=0)]
    an_account("ours", *models)
    first = Counter(ids(ways(now, seed=n))[0] for n in range(400))
    assert first["never"] == 0
    assert 2.0 < first["paid-pro"] / first["second"] < 4.5
    assert ids(ways(now, seed=1)) == ids(ways(now, seed=1))
    assert ids(ways(now))[2] == "never", "without any weight it is the last resort"


def test_who_is_full_comes_after_who_is_not_but_before_another_offer(
    now: datetime, everything: Upstream
) -> None:
    UpstreamModel.objects.filter(model_id="paid-plain").update(running=64)
    found = ways(now, "gemini")
    assert ids(found) == ["paid-fast", "paid-plain", "near-1", "offline"]
    assert [route.is_full for route in found] == [False, True, False, False]


def test_what_is_switched_off_is_not_there(now: datetime, everything: Upstream) -> None:
    UpstreamModel.objects.filter(model_id="paid-plain").update(is_enabled=False)
    assert ids(ways(now, "gemini")) == ["paid-fast", "near-1", "offline"]
    Upstream.objects.filter(name="ours").update(is_enabled=False)
    assert ids(ways(now, "gemini")) == ["near-1", "offline"]


def test_a_kind_that_is_not_installed_any_more_is_passed_over(now: datetime, everything: Upstream) -> None:
    registry.remove("near")
    assert ids(ways(now, "flux")) == ["offline"]
    registry.register("near", "waa.nowhere:Near")
    assert ids(ways(now, "flux")) == ["offline"]
    assert [q.offer for q in routes.quotes(now=now)] == ["offline", "gemini", "gemini-pro"]


def test_a_worker_without_the_packages_does_not_promise_what_it_cannot_do(
    now: datetime, everything: Upstream
) -> None:
    Near.has_packages = False
    assert ids(ways(now, "flux")) == ["offline"]
    assert quote(now, "flux").is_open, "another worker may have them"


def test_an_engine_of_somebody_elses_is_its_own_offer(now: datetime, quick_engine: str) -> None:
    found = ways(now, "quick")
    assert ids(found) == ["quick", "offline"]
    assert found[0].capabilities == registry.get("quick").capabilities
    assert routes.engine_for(found[0]) is registry.get("quick")
    assert ids(ways(now, "nonsense")) == ["offline"]


# -- money and health --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("budget", "period", "zh", "en"),
    [
        ("daily_budget_usd_micros", "2026-11-25", "Gemini Pro 今日嘅預算用晒，改用 Gemini 畫。",
         "Gemini Pro has spent today's budget, so Gemini painted this."),
        ("monthly_budget_usd_micros", "2026-11", "Gemini Pro 今個月嘅預算用晒，改用 Gemini 畫。",
         "Gemini Pro has spent this month's budget, so Gemini painted this."),
    ],
)  # fmt: skip
def test_a_spent_budget_steps_down_and_says_so(
    now: datetime, everything: Upstream, budget: str, period: str, zh: str, en: str
) -> None:
    UpstreamModel.objects.filter(model_id="paid-pro").update(**{budget: 19 * CENT})
    model = UpstreamModel.objects.get(model_id="paid-pro")
    Spending.objects.create(
        model=model, period=period, spent_usd_micros=5 * CENT, reserved_usd_micros=5 * CENT
    )
    found = ways(now)
    assert ids(found) == ["paid-plain", "paid-fast", "near-1", "offline"]
    assert found[0].note == (zh, en)
    assert found[-1].note is not None
    assert found[-1].note[0].endswith("改用內置插畫畫。")
    told = quote(now, "gemini-pro")
    assert (told.is_open, told.steps_down_to) == (False, "gemini")
    assert told.why_zh == zh.replace("改用", "會改用")
    assert told.why_en == en.replace(", so Gemini painted this.", "; Gemini will paint instead.")
    assert ids(ways(now + timedelta(days=31)))[0] == "paid-pro"


def test_of_two_accounts_the_other_takes_over_without_a_word(now: datetime, everything: Upstream) -> None:
    an_account("theirs", a_model(cents=20))
    ours, theirs = ways(now)[:2]
    assert (ours.upstream_name, theirs.upstream_name) == ("ours", "theirs")
    fail(ours, WRONG_KEY, now)
    (first, *_) = ways(now)
    assert (first.upstream_name, first.note) == ("theirs", None)
    assert quote(now, "gemini-pro").price_usd_micros == 20 * CENT, "what it costs now, not what it might"


def test_a_wrong_key_closes_the_account_and_a_dead_model_only_itself(
    now: datetime, everything: Upstream
) -> None:
    (pro, *_) = ways(now)
    fail(pro, GONE, now)
    assert ids(ways(now)) == ["paid-plain", "paid-fast", "near-1", "offline"]
    fail(ways(now, "gemini")[0], WRONG_KEY, now)
    assert ids(ways(now)) == ["near-1", "offline"]
    upstream = Upstream.objects.get(name="ours")
    assert upstream.last_error == {"code": "provider_wrong_key", "zh": "密鑰唔啱", "en": "The key is wrong",
                                   "at": "2026-11-25T07:00:00+00:00"}  # fmt: skip
    assert ids(ways(now + timedelta(minutes=15)))[0] == "paid-pro", "perhaps it has been mended"


def test_three_failures_open_and_a_success_closes(now: datetime, everything: Upstream) -> None:
    (pro, *_) = ways(now)
    fail(pro, BROKEN, now, 2)
    health.succeeded(route=pro, now=now)
    fail(pro, BROKEN, now, 2)
    assert ids(ways(now))[0] == "paid-pro"
    fail(pro, BROKEN, now)
    assert ids(ways(now))[0] == "paid-plain"
    assert ways(now)[0].note == ("Gemini Pro 而家用唔到，改用 Gemini 畫。",
                                 "Gemini Pro is not working just now, so Gemini painted this.")  # fmt: skip
    health.succeeded(route=pro, now=now + timedelta(seconds=40))
    assert UpstreamModel.objects.get(model_id="paid-pro").last_ok_at == now + timedelta(seconds=40)
    assert ids(ways(now))[0] == "paid-pro"


def test_an_address_that_cannot_be_reached_is_so_for_all_models(now: datetime, everything: Upstream) -> None:
    fail(ways(now)[0], UNREACHABLE, now, 3)
    assert ids(ways(now)) == ["near-1", "offline"]


def test_too_busy_is_said_differently(now: datetime, everything: Upstream) -> None:
    (pro, *_) = ways(now)
    fail(pro, EngineBusy("busy", "好忙", "busy", retryable=True, retry_after=20), now)
    assert ways(now)[0].note == ("Gemini Pro 而家太多人用，改用 Gemini 畫。",
                                 "Gemini Pro is too busy just now, so Gemini painted this.")  # fmt: skip
    assert ids(ways(now + timedelta(seconds=21)))[0] == "paid-pro"


def test_a_refusal_is_an_answer_of_a_healthy_provider(now: datetime, everything: Upstream) -> None:
    (pro, *_) = ways(now)
    fail(pro, BROKEN, now, 2)
    fail(pro, EngineRefused("refused", "唔畫", "will not"), now)
    fail(pro, BROKEN, now, 2)
    assert ids(ways(now))[0] == "paid-pro"


def test_an_offer_nobody_set_up_says_so(now: datetime) -> None:
    (offline,) = ways(now, "gemini")
    assert offline.note == ("Gemini 喺度未設定好，改用內置插畫畫。",
                            "Gemini is not set up here, so Built-in painter painted this.")  # fmt: skip


# -- what a form shows -------------------------------------------------------------------------------------


def test_quotes(now: datetime, everything: Upstream) -> None:
    told = {q.offer: q for q in routes.quotes(now=now)}
    assert list(told) == ["offline", "flux", "gemini", "gemini-pro"]
    assert all(q.is_open and not q.why_zh and q.steps_down_to is None for q in told.values())
    assert (told["offline"].price_usd_micros, told["offline"].zh) == (0, "內置插畫")
    assert (told["gemini"].price_usd_micros, told["gemini"].model_name) == (CENT, "Plain")
    assert told["gemini-pro"].capabilities.supports_mask
    assert told["gemini-pro"].edit_price_usd_micros == 10 * CENT


def test_two_queries_however_many_accounts(
    now: datetime, everything: Upstream, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(5):
        an_account(f"more {n}", a_model())
    with django_assert_num_queries(2):  # the models with their accounts; what they have spent
        routes.quotes(now=now)
    with django_assert_num_queries(2):
        ways(now)


def test_with_nothing_set_up_there_is_the_built_in_painter(now: datetime) -> None:
    assert [q.offer for q in routes.quotes(now=now)] == ["offline"]


def test_an_engine_chosen_by_setting_is_offered_too(now: datetime, quick_engine: str) -> None:
    assert [q.offer for q in routes.quotes(now=now)] == ["offline", "quick"]


def test_when_everything_is_down_the_built_in_painter_is_what_it_steps_down_to(
    now: datetime, everything: Upstream
) -> None:
    for name in ("gemini-pro", "flux"):
        fail(ways(now, name)[0], WRONG_KEY, now)
    assert quote(now, "gemini-pro").steps_down_to == "offline"
    assert quote(now, "gemini-pro").why_zh == "Gemini Pro 而家用唔到，會改用內置插畫畫。"


# -- the engine --------------------------------------------------------------------------------------------


def opened(route: Route) -> Paid:
    engine = routes.engine_for(route)
    assert isinstance(engine, Paid)
    return engine


def test_the_engine_has_the_key_the_model_and_the_address(now: datetime) -> None:
    an_account("ours", a_model("paid-fast"), config={"base_url": "https://mirror.example", "gone": 1})
    (route, *_) = ways(now)
    engine = opened(route)
    assert (engine.config.api_key, engine.config.model) == (KEY, "paid-fast")
    assert engine.config.base_url == "https://mirror.example"
    assert engine.config.timeout == 60.0
    assert opened(route) is engine


def test_a_key_that_was_changed_is_used_at_once(now: datetime) -> None:
    upstream = an_account("ours", a_model())
    (route, *_) = ways(now)
    before = opened(route)
    upstream.sealed = ""
    upstream.save()
    assert opened(route).config.api_key == ""
    assert opened(route) is not before


def test_a_key_that_cannot_be_opened_is_a_sentence(now: datetime, settings: Settings) -> None:
    an_account("ours", a_model())
    (route, *_) = ways(now)
    settings.SECRET_KEY = "another"
    with pytest.raises(EngineMisconfigured) as raised:
        routes.engine_for(route)
    assert (raised.value.code, raised.value.is_unpaid) == ("sealed_key_unreadable", True)


def test_an_account_that_went_meanwhile_is_a_sentence(now: datetime) -> None:
    upstream = an_account("ours", a_model())
    (route, *_) = ways(now)
    registry.remove("paid")
    with pytest.raises(EngineMisconfigured, match="engine_not_here"):
        routes.engine_for(route)
    upstream.delete()
    with pytest.raises(EngineMisconfigured, match="no_such_upstream"):
        routes.engine_for(route)
    health.failed(route=route, error=BROKEN, now=timezone.now())  # nobody minds


def test_a_page_that_quotes_loads_no_model_and_no_providers_client() -> None:
    code = """if True:
        import os, sys
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django
        django.setup()
        from waa.engines import registry
        from waa.upstreams import given, routes
        for kind in registry.names():
            engine = given.engine_class(kind)
            engine and [engine.model_for(engine.config_class(model=m.id)) for m in engine.models if m.id]
        sys.exit(", ".join({"torch", "diffusers", "transformers", "google.genai", "openai"} & set(sys.modules)))"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.stderr.strip(), done.stderr
