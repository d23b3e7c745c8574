"""The page itself: by keyboard, on a phone, in the dark, without scripts, slowly, wrongly, and for others to see."""

from __future__ import annotations

import io
import os
import re
import signal

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.journeys.test_words_to_picture import a_photo
from tests.journeys.visitor import SECONDS, somebody
from tests.processes.place import Place

LOOKS = [
    pytest.param(390, 844, True, "en-GB", id="phone, dark, English"),
    pytest.param(390, 844, False, "zh-HK", id="phone, light"),
    pytest.param(820, 1180, True, "zh-HK", id="tablet, dark"),
    pytest.param(1440, 900, False, "en-GB", id="desktop, light, English"),
]
_NAMELESS = """() => [...document.querySelectorAll("button, a, input, select, textarea, summary, [role=slider], img")]
  .filter((e) => e.checkVisibility() && e.type !== "hidden")
  .filter((e) => !(e.getAttribute("aria-label") || e.innerText?.trim() || e.labels?.length || e.hasAttribute("alt")
    || e.getAttribute("aria-labelledby") || e.title || [...e.querySelectorAll("[aria-label], img[alt]")].length))
  .map((e) => e.outerHTML.slice(0, 120))"""
_SMALL = """() => [...document.querySelectorAll("button, a.act, summary")].filter((e) => e.checkVisibility())
  .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 24 || box.width < 24).map(([html]) => html)"""


@pytest.mark.parametrize(("width", "height", "dark", "language"), LOOKS)
def test_every_look_of_the_page(
    chromium: Browser, site: str, width: int, height: int, dark: bool, language: str
) -> None:
    with somebody(chromium, site, width=width, height=height, dark=dark, language=language) as visitor:
        visitor.open()
        assert visitor.page.locator("html").get_attribute("lang") in ("en", "zh-HK", "zh-Hant-HK")
        _fits(visitor.page)
        visitor.page.fill("#words", "a cat asleep on a red sofa")
        visitor.draft()
        _fits(visitor.page)
        assert visitor.page.locator("#draw").is_visible()
        visitor.draw()
        _fits(visitor.page)
        assert visitor.page.evaluate(_NAMELESS) == []
        assert visitor.page.evaluate(_SMALL) == []
        corner = visitor.page.screenshot(clip={"x": 0, "y": 0, "width": 8, "height": 8})
        assert (np.asarray(Image.open(io.BytesIO(corner)).convert("L")).mean() < 80) == dark


def _fits(page: Page) -> None:
    """Nothing has to be scrolled sideways."""
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_alone_is_enough(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open("/?new=1")
        page = visitor.page
        page.keyboard.press("/")
        page.keyboard.type("a red bus")
        page.keyboard.press("Enter")
        first = visitor.picture()
        page.keyboard.press("/")
        page.keyboard.type("make it blue")
        page.keyboard.press("Enter")
        second = visitor.picture(other_than=first)
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowLeft")
        assert visitor.picture(other_than=second) == first
        page.keyboard.press("ArrowRight")
        visitor.picture(other_than=first)
        page.keyboard.press("z")
        assert visitor.picture(other_than=second) == first
        page.keyboard.press("?")
        assert page.locator("#shortcuts").is_visible()
        page.keyboard.press("Escape")
        with page.expect_download() as download:
            page.keyboard.press("d")
        assert download.value.suggested_filename.endswith(".png")
        for _ in range(60):  # everything can be reached, and is seen to be
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement.id") == "draw":
                break
        assert page.evaluate("() => document.activeElement.matches(':focus-visible')")
        assert page.evaluate("() => document.activeElement.id") == "draw"


def test_without_scripts_one_can_draw_refine_and_download(chromium: Browser, site: str) -> None:
    with somebody(chromium, site, java_script_enabled=False) as visitor:
        page = visitor.open().page
        page.fill("#words", "一隻熊貓食緊竹")
        page.click("#draw")
        page.wait_for_url("**/p/*")
        first = page.url
        page.fill("#words", "加多頂帽")
        page.click("#draw")
        page.wait_for_url(lambda address: "/p/" in address and address != first)
        assert page.locator("#picture .notes li").count() >= 1
        page.locator("summary", has_text="下載").click()
        with page.expect_download() as download:
            page.locator("#picture a", has_text="WebP").click()
        assert download.value.suggested_filename.endswith(".webp")


def test_the_first_page_is_light_and_quick(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        sizes: list[int] = []
        pictures = re.compile(r"/examples/|/p/|thumbnail|^data:")
        visitor.page.on(
            "requestfinished",
            lambda r: None if pictures.search(r.url) else sizes.append(r.sizes()["responseBodySize"]),
        )
        visitor.open()
        visitor.page.wait_for_load_state("networkidle")
        assert len(sizes) <= 10
        assert sum(sizes) <= 150_000


def test_wrong_things_are_said_and_lose_nothing(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        page = visitor.open("/?new=1").page
        visitor.drop("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")
        page.wait_for_selector(".notice-error")
        page.click("#draw")  # with no words
        page.wait_for_selector(".notice-error")
        page.fill("#words", "一隻狗")
        page.locator("summary", has_text="設定").click()
        page.eval_on_selector("#seed", "field => { field.removeAttribute('pattern'); field.maxLength = 99; }")
        page.fill("#seed", "many")
        page.click("#draw")
        page.wait_for_function("() => document.querySelector('.notice-error')?.innerText.length > 3")
        assert page.input_value("#words") == "一隻狗"
        visitor.trouble = [
            t for t in visitor.trouble if not re.search("status of 4|Error Code 4", t)
        ]  # Chromium logs refusals


def test_a_shared_picture_is_seen_until_the_link_is_ended(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as alice, somebody(chromium, site) as stranger:
        alice.open("/?new=1")
        own = alice.say("兩個人喺咖啡店傾偈")
        alice.page.locator("#share summary").click()
        alice.page.locator("#share-box button", has_text="整條分享連結").click()
        link = alice.page.locator("#share-link").input_value()
        assert stranger.context.request.get(own).status == 404
        stranger.page.goto(link)
        assert stranger.page.locator(".shared img").is_visible()
        alice.page.locator("#share-box button", has_text="收返連結").click()
        alice.page.wait_for_selector("#share-box p")
        assert stranger.context.request.get(link).status == 404


def test_deleting_is_for_good(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open("/?new=1")
        address = visitor.say("一個茶壺")
        visitor.page.on("dialog", lambda dialog: dialog.accept())
        visitor.page.locator("summary", has_text="更多").click()
        visitor.page.locator("button.danger").click()
        visitor.page.wait_for_url(lambda url: url != address)
        assert visitor.context.request.get(address).status == 404
        assert visitor.context.request.get(f"{address}.png").status == 404


def test_variations_and_a_seed_of_ones_own(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open("/?new=1")
        page = visitor.page
        page.fill("#words", "a fox in a forest")
        page.locator("summary", has_text="設定").click()
        page.fill("#seed", "42")
        first = visitor.draw()
        assert page.locator("[data-seed]").get_attribute("data-seed") == "42"
        page.locator("#picture .actions button", has_text="變奏").click()
        second = visitor.picture(other_than=first)
        assert page.locator("[data-seed]").get_attribute("data-seed") != "42"
        assert not (visitor.pixels(second) == visitor.pixels(first)).all()


def test_the_subject_of_a_photo_is_shown_and_corrected(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        page = visitor.open("/?new=1").page
        visitor.drop("face.jpg", a_photo())
        photo = visitor.picture(other_than=page.url)
        page.locator("[data-act=mask]").click()
        canvas = page.locator("waa-mask canvas")
        canvas.wait_for()
        box = canvas.bounding_box()
        assert box is not None
        with page.expect_response(lambda r: r.url.endswith("/mask") and r.request.method == "POST"):
            page.mouse.move(box["x"] + box["width"] * 0.28, box["y"] + box["height"] * 0.22)
            page.mouse.down()
            page.mouse.move(box["x"] + box["width"] * 0.72, box["y"] + box["height"] * 0.8, steps=4)
            page.mouse.up()
        page.get_by_role("button", name="揀好").click()
        after = visitor.say("去背景")
        assert after != photo
        answer = visitor.context.request.get(f"{after}.png")
        assert answer.ok
        assert visitor.notes() == ["去咗背景"]


def test_a_killed_worker_loses_nothing(chromium: Browser, site: str, place: Place) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open("/?new=1")
        visitor.page.fill("#words", "廟街夜市，落雨，好多霓虹燈")
        visitor.page.select_option("[name=count]", "4")
        visitor.page.click("#draw")
        visitor.page.wait_for_selector("#waiting [data-status=running]")
        os.kill(place.worker.pid, signal.SIGKILL)
        visitor.page.wait_for_function(
            "() => !document.querySelector('[data-status=queued], [data-status=running]')",
            timeout=60 * SECONDS,
        )
        visitor.open("/pictures")
        assert visitor.page.locator(".rows li").count() == 4
