"""Somebody who runs Waa: one command, a key pasted into a page, and people can choose what it pays for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.visitor import Somebody, somebody
from tests.processes.place import Place
from tests.upstreams.gemini import Gemini

PASSWORD = "dim-sum-for-two"


@pytest.fixture
def provider() -> Iterator[Gemini]:
    with Gemini() as provider:
        yield provider


@pytest.fixture(scope="module")
def name(place: Place) -> str:
    """An operator, as `waa operator mei` makes one."""
    command = [sys.executable, "-m", "waa", "operator", "mei", "--password-stdin"]
    subprocess.run(
        command,
        env=place.environment,
        cwd=place.data.parent,
        input=PASSWORD,
        text=True,
        check=True,
        capture_output=True,
    )
    return "mei"


def sign_in(operator: Somebody, name: str) -> None:
    operator.open("/operator/")
    operator.page.fill("#id_username", name)
    operator.page.fill("#id_password", PASSWORD)
    operator.page.click("[type=submit]")


def test_a_key_is_pasted_tested_offered_and_taken_away(
    chromium: Browser, site: str, name: str, provider: Gemini
) -> None:
    """Under the same strict policy as every page: any complaint of the browser fails this."""
    with somebody(chromium, site) as operator:
        page = operator.page
        sign_in(operator, name)
        page.goto(f"{site}/operator/upstreams/upstream/add/")
        page.click("#content-main >> text=Gemini")
        page.fill("[name=name]", "我哋嘅 Gemini")
        page.fill("[name=config_api_key]", provider.key)
        page.fill("[name=config_base_url]", provider.base_url)
        page.click("text=新增其它")  # another row: the admin's own script works
        assert page.locator("[name=models-4-model_id]").count() == 1
        page.click("#models-4 .inline-deletelink")
        page.click("[name=_save]")
        assert page.locator(".messagelist .error").count() == 0, page.locator(".messagelist").inner_text()
        page.locator(".messagelist .success").nth(1).wait_for()  # kept, and it answered
        page.click("text=我哋嘅 Gemini >> nth=-1")
        assert page.input_value("[name=config_api_key]") == ""
        assert provider.key not in page.content()

        page.goto(f"{site}/?new=1")
        assert "Gemini Pro" in page.content()

        page.goto(f"{site}/operator/upstreams/upstream/")
        page.click("text=我哋嘅 Gemini")
        page.click("a.deletelink")
        page.click("#content [type=submit]")
        page.goto(f"{site}/?new=1")
        assert "Gemini Pro" not in page.content()


def test_a_wrong_key_is_said_on_a_phone_by_night(
    chromium: Browser, site: str, name: str, provider: Gemini
) -> None:
    with somebody(chromium, site, width=390, height=844, dark=True, language="en") as operator:
        page = operator.page
        sign_in(operator, name)
        page.goto(f"{site}/operator/upstreams/upstream/add/?kind=gemini")
        ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert max(int(part) for part in ground.strip("rgb()").split(",")) < 60
        page.fill("[name=name]", "Wrong")
        page.fill("[name=config_api_key]", "not-a-key")
        page.fill("[name=config_base_url]", provider.base_url)
        page.uncheck("[name=is_enabled]")
        page.click("[name=_save]")
        assert "key" in page.locator(".messagelist .error").inner_text()
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
