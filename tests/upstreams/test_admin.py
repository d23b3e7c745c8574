"""The operator's pages: who gets in, a new account in two steps, keys that go in and never come out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.upstreams.painters import CENT, KEY, a_model, an_account
from tests.web.html import Page
from waa.accounts.models import Visitor
from waa.engines import registry
from waa.upstreams import environment, routes, seal, signin
from waa.upstreams.models import Spending, Upstream, UpstreamModel, periods

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("painters")]
Clients = Callable[..., Client]

LIST = "/operator/upstreams/upstream/"
ADD = f"{LIST}add/?kind=paid"
PASSWORD = "a-long-password-of-hers"


@pytest.fixture
def operator(client_for: Clients) -> Client:
    """Somebody who has signed in, and reads English."""
    client = client_for(None, language="en")
    client.force_login(User.objects.create(username="mei", is_staff=True, is_superuser=True))
    return client


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def no_wrong_passwords() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def change(upstream: Upstream) -> str:
    return f"{LIST}{upstream.pk}/change/"


def fields(response: Any) -> dict[str, str]:
    """The form of an account as a browser would send it back."""
    form = max(Page(response).forms, key=lambda form: len(form.fields)).fields
    return {
        name: value or ("on" if name.endswith(("is_enabled", "is_careful")) else "")
        for name, value in form.items()
    }


def said(client: Client) -> str:
    page = client.get(LIST).content.decode()
    return " ".join(re.findall(r'<li class="(?:success|error|warning)">(.*?)</li>', page, re.S))


def added(operator: Client, **more: str) -> Upstream:
    form = fields(operator.get(ADD)) | {"config_api_key": KEY} | more
    response = operator.post(ADD, form)
    assert response.status_code == 302, response.content.decode()
    return Upstream.objects.get(name=form["name"])


# -- who gets in -------------------------------------------------------------------------------------------

PAGES = [
    "/operator/",
    LIST,
    f"{LIST}add/",
    ADD,
    f"{LIST}1/change/",
    f"{LIST}1/history/",
    "/operator/auth/user/",
]


@pytest.mark.parametrize("page", PAGES)
def test_nobody_and_visitors_are_asked_to_sign_in(client_for: Clients, alice: Visitor, page: str) -> None:
    an_account("ours", pk=1)
    for who in (None, alice):
        response = client_for(who).get(page)
        assert response.status_code == 302, page
        assert response.url.startswith("/operator/login/"), page
        assert client_for(who).post(page, {"name": "x"}).status_code == 302
    assert Upstream.objects.get().name == "ours"


@pytest.mark.parametrize("page", PAGES)
def test_an_operator_gets_in(operator: Client, page: str) -> None:
    an_account("ours", pk=1)
    assert operator.get(page).status_code == 200, page


def test_somebody_who_is_known_but_no_operator_stays_out(client_for: Clients) -> None:
    client = client_for(None)
    client.force_login(User.objects.create(username="sam"))
    for page in PAGES:
        assert client.get(page).status_code == 302


def test_pages_of_the_site_make_no_session(client_for: Clients) -> None:
    client = client_for(None)
    client.get("/")
    client.get("/operator/")
    assert "operator" not in client.cookies


def test_signing_in_and_out(client_for: Clients) -> None:
    User.objects.create_superuser("mei", password=PASSWORD)
    client = client_for(None)
    assert client.post("/operator/login/", {"username": "mei", "password": PASSWORD}).status_code == 302
    cookie = client.cookies["operator"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    client.post("/operator/logout/")
    assert client.get(LIST).status_code == 302


def test_after_five_wrong_passwords_the_right_one_has_to_wait(client_for: Clients) -> None:
    User.objects.create_superuser("mei", password=PASSWORD)
    client = client_for(None, language="en")

    def sign_in(password: str, address: str = "192.0.2.7") -> str:
        told = {"username": "mei", "password": password}
        response = client.post("/operator/login/", told, REMOTE_ADDR=address)
        return "in" if response.status_code == 302 else response.content.decode()

    for _ in range(signin.MOST):
        assert "Too many" not in sign_in("guess")
    assert "Too many wrong passwords; try again in a minute." in sign_in(PASSWORD)
    assert sign_in(PASSWORD, "192.0.2.8") == "in", "others are not locked out"


# -- a new account -----------------------------------------------------------------------------------------


def test_first_the_kind(operator: Client) -> None:
    page = operator.get(f"{LIST}add/").content.decode()
    assert '<a href="?kind=paid">Paid</a>' in page
    assert "?kind=offline" not in page
    assert operator.get(f"{LIST}add/?kind=nonsense").status_code == 200


def test_then_its_own_fields_with_prices_in_our_money(operator: Client) -> None:
    form = fields(operator.get(ADD))
    assert (form["name"], form["config_base_url"], form["config_timeout"]) == (
        "Paid",
        "https://paid.example",
        "60.0",
    )
    assert "config_model" not in form, "models are rows"
    assert (form["models-0-model_id"], form["models-0-offer"]) == ("paid-pro", "gemini-pro")
    assert (form["models-0-price_usd_micros"], form["models-0-daily_budget_usd_micros"]) == ("1.014", "50.00")
    in_use = [n for n in range(3) if f"models-{n}-is_enabled" in form]
    assert in_use == [0, 1], "one for each offer"


def test_a_key_and_it_works(operator: Client, now: datetime) -> None:
    upstream = added(operator)
    assert seal.unseal(upstream.sealed) == {"api_key": KEY}
    assert upstream.config == {"base_url": "https://paid.example", "timeout": 60.0, "is_careful": False}
    assert [m.model_id for m in upstream.models.filter(is_enabled=True)] == ["paid-pro", "paid-fast"]
    assert upstream.models.get(model_id="paid-pro").price_usd_micros == 13 * CENT
    assert "gemini-pro" in [q.offer for q in routes.quotes(now=now)]


@pytest.mark.django_db(transaction=True)
def test_it_is_asked_at_once_whether_it_works(operator: Client) -> None:
    added(operator)
    assert "Paid: ready." in said(operator)
    added(operator, name="Other", config_api_key="wrong")
    assert "Other: The key is wrong. Are the key and the address right?" in said(operator)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("config_base_url", "paid.example", "An address that begins with http:// or https://."),
        ("config_base_url", "https://mei:secret@paid.example", "An address that begins with"),
        ("config_base_url", "http://[", "An address that begins with"),
        ("config_timeout", "soon", "Enter a number."),
        ("name", "", "This field is required."),
        ("models-0-price_usd_micros", "-1", "greater than or equal to 0"),
        ("models-0-concurrency", "0", "greater than or equal to 1"),
        ("models-1-model_id", "paid-pro", "Please correct the duplicate"),
    ],
)
def test_what_cannot_be_is_said(operator: Client, field: str, value: str, said: str) -> None:
    form = fields(operator.get(ADD)) | {"config_api_key": KEY, field: value}
    page = operator.post(ADD, form)
    assert page.status_code == 200
    assert said in page.content.decode()
    assert KEY not in page.content.decode()
    assert not Upstream.objects.exists()


# -- changing one ------------------------------------------------------------------------------------------


def test_the_key_is_never_shown_again(
    operator: Client, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    upstream = added(operator)
    form = fields(operator.get(change(upstream)))
    assert form["config_api_key"] == ""
    operator.post(change(upstream), form | {"config_timeout": "30"})
    operator.post(change(upstream), form | {"config_api_key": f"{KEY}-2", "models-0-weight": "5"})
    out = io.StringIO()
    call_command("dumpdata", stdout=out)
    entries = " ".join(f"{e.change_message} {e.object_repr}" for e in LogEntry.objects.all())
    shown = [
        operator.get(page).content.decode()
        for page in (change(upstream), LIST, f"{LIST}{upstream.pk}/history/")
    ]
    for text in (*shown, out.getvalue(), entries, caplog.text):
        assert KEY not in text
    assert "A key is set; type to replace it." in shown[0]
    assert seal.unseal(Upstream.objects.get().sealed) == {"api_key": f"{KEY}-2"}
    assert Upstream.objects.get().sealed in out.getvalue(), "as it is sealed, and only so"


def test_what_is_left_as_it_was_stays_as_it_was(operator: Client) -> None:
    """Prices are shown in another currency; saving the page must not shave them."""
    upstream = added(operator)
    UpstreamModel.objects.filter(model_id="paid-pro").update(price_usd_micros=134_617, weight=7)
    before = list(UpstreamModel.objects.order_by("pk").values())
    operator.post(change(upstream), fields(operator.get(change(upstream))))
    assert list(UpstreamModel.objects.order_by("pk").values()) == before


def test_another_address_needs_the_key_again(operator: Client) -> None:
    """Or whoever gets hold of the page could have the key sent to themselves."""
    upstream = added(operator)
    form = fields(operator.get(change(upstream))) | {"config_base_url": "https://thief.example"}
    page = operator.post(change(upstream), form).content.decode()
    assert "With another address, the key has to be typed again." in page
    assert operator.post(change(upstream), form | {"config_api_key": "new"}).status_code == 302
    assert Upstream.objects.get().config["base_url"] == "https://thief.example"


def test_a_change_gives_another_chance(operator: Client) -> None:
    upstream = added(operator)
    ill = {"openings": 1, "open_until": timezone.now() + timedelta(minutes=15)}
    Upstream.objects.update(**ill)
    form = fields(operator.get(change(upstream)))
    operator.post(change(upstream), form | {"name": "Other name"})
    assert Upstream.objects.get().open_until is not None
    operator.post(change(upstream), form | {"config_api_key": "new"})
    assert Upstream.objects.get().open_until is None
    UpstreamModel.objects.update(**ill)
    operator.post(change(upstream), form | {"models-0-model_id": "paid-next"})
    assert UpstreamModel.objects.get(model_id="paid-next").open_until is None


def test_a_key_that_cannot_be_opened_is_said_and_can_be_typed_again(operator: Client) -> None:
    upstream = added(operator)
    Upstream.objects.update(sealed="nonsense")
    page = operator.get(change(upstream))
    assert "The key cannot be opened (has SECRET_KEY changed?); type it again." in page.content.decode()
    operator.post(change(upstream), fields(page) | {"config_api_key": "again"})
    assert seal.unseal(Upstream.objects.get().sealed) == {"api_key": "again"}


def test_a_kind_that_is_not_installed_any_more_can_be_taken_out_of_use(operator: Client) -> None:
    upstream = an_account("ours", a_model(), kind="gone")
    form = fields(operator.get(change(upstream)))
    form.pop("is_enabled")
    assert operator.post(change(upstream), form).status_code == 302
    assert not Upstream.objects.get().is_enabled
    assert operator.post(f"{LIST}{upstream.pk}/delete/", {"post": "yes"}).status_code == 302


def test_what_comes_from_the_environment_is_shown_and_not_changed(
    operator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAID_API_KEY", KEY)
    environment.sync(timezone.now())
    upstream = Upstream.objects.get(kind="paid")
    page = operator.get(change(upstream)).content.decode()
    assert "change the variable and start Waa again" in page
    assert "paid-fast" in page
    assert "HK$1.01" in page
    assert KEY not in page
    assert 'name="name"' not in page
    assert operator.post(change(upstream), {"name": "mine"}).status_code == 403
    assert operator.post(f"{LIST}{upstream.pk}/delete/", {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": upstream.pk, "post": "yes"}
    operator.post(LIST, chosen)
    assert Upstream.objects.filter(name="PAID_API_KEY").exists()


# -- the list ----------------------------------------------------------------------------------------------


def test_the_list_shows_health_spending_and_the_last_error(operator: Client) -> None:
    model = a_model(
        last_error={"code": "x", "zh": "壞咗。", "en": "It broke.", "at": "2026-11-25T07:00:00+00:00"}
    )
    upstream = an_account("ours", model, openings=1, open_until=timezone.now() + timedelta(minutes=9))
    day, month = periods(timezone.now())
    Spending.objects.create(model=model, period=day, spent_usd_micros=134_000)
    Spending.objects.create(model=model, period=month, spent_usd_micros=1_340_000)
    page = operator.get(LIST).content.decode()
    for text in ("ours", "Paid", "HK$1.05", "HK$10.45", "left alone until", "2026-11-25 15:00 It broke."):
        assert text in page
    Upstream.objects.filter(pk=upstream.pk).update(open_until=None, openings=0)
    assert "failed last time" in operator.get(LIST).content.decode()
    UpstreamModel.objects.update(last_ok_at=timezone.now() + timedelta(days=365))
    assert '<td class="field-health">well</td>' in operator.get(LIST).content.decode()
    UpstreamModel.objects.update(openings=1, open_until=timezone.now() + timedelta(minutes=9))
    assert "paid-pro left alone" in operator.get(LIST).content.decode()


def test_accounts_can_be_tested(operator: Client) -> None:
    good, bad = (
        an_account("good", a_model()),
        an_account("bad", a_model(), sealed=seal.seal({"api_key": "wrong"})),
    )
    operator.post(LIST, {"action": "test_account", "_selected_action": [good.pk, bad.pk]})
    told = said(operator)
    assert "Good: ready." in told
    assert "Bad: The key is wrong. Are the key and the address right?" in told
    bad.refresh_from_db()
    assert bad.last_error["en"] == "The key is wrong."
    assert bad.open_until is None


# -- how it looks ------------------------------------------------------------------------------------------


def test_in_both_languages(operator: Client, client_for: Clients) -> None:
    an_account("ours", a_model())
    chinese = client_for(None, language="zh-HK")
    chinese.force_login(User.objects.get())
    for page, en, zh in (
        (LIST, "Add account", "帳戶"),
        (f"{LIST}add/", "A new account: of which kind?", "新帳戶：邊一類？"),
        (ADD, "Price of a picture (HK$)", "每幅價錢（HK$）"),
        (ADD, "API key", "密鑰"),
        ("/operator/", "Waa · Operator", "話畫 · 營運"),
    ):
        assert en in operator.get(page).content.decode()
        assert zh in chinese.get(page).content.decode()


def test_no_page_needs_an_exception_from_the_policy(operator: Client, client_for: Clients) -> None:
    an_account("ours", a_model(), pk=1)
    answers = [operator.get(page) for page in PAGES] + [client_for(None).get("/operator/login/")]
    for response in answers:
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        page = Page(response)
        for tag, attributes in page.tags:
            assert "style" not in attributes, (response.request["PATH_INFO"], tag, attributes)
            assert not [a for a in attributes if a.startswith("on")], (response.request["PATH_INFO"], tag)
        for script in page.all("script"):
            assert script.get("src") or script.get("type") == "application/json"


def test_all_real_kinds_have_a_form(operator: Client) -> None:
    """Whatever their Configs ask for."""
    for name in ("gemini", "openai_images", "bfl", "flux"):
        try:
            registry.kind(name)
        except ImportError:
            continue
        form = fields(operator.get(f"{LIST}add/?kind={name}"))
        assert form["models-0-model_id"], name
        response = operator.post(f"{LIST}add/?kind={name}", form | {"config_api_key": KEY})
        assert response.status_code == 302, (
            name,
            re.findall(r"errorlist.*?</ul>", response.content.decode(), re.S),
        )
        assert Upstream.objects.get(kind=name).models.count() == int(form["models-TOTAL_FORMS"])
