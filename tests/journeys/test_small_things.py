"""What a hard-to-please visitor noticed once: nothing jumps, nothing is cut off, nothing typed is lost."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.journeys.test_words_to_picture import a_photo
from tests.journeys.visitor import somebody

_OUTSIDE = """() => [...document.querySelectorAll("details.menu[open] > :not(summary), .chip, .chip button")]
  .filter((e) => e.checkVisibility()).map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, box]) => box.left < 0 || box.right > innerWidth || !box.width).map(([html]) => html)"""
_OVERFLOWING = """() => [...document.querySelectorAll(".chip button")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.innerText)"""


def test_every_menu_fits_a_phone(chromium: Browser, site: str) -> None:
    with somebody(chromium, site, width=390, height=844) as visitor:
        page = visitor.open("/?new=1").page
        visitor.say("一杯凍檸茶")
        visitor.say("加多一個菠蘿包")
        menus = page.locator("details.menu > summary")
        page.wait_for_function("() => document.querySelectorAll('details.menu > summary').length === 4")
        for number in range(menus.count()):
            menus.nth(number).click()
            assert page.locator("details.menu[open]").count() == 1
            assert page.evaluate(_OUTSIDE) == []
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
            menus.nth(number).click()  # it has not run away


def test_the_picture_is_seen_from_its_top_when_it_arrives(chromium: Browser, site: str) -> None:
    with somebody(chromium, site, width=390, height=844) as visitor:
        visitor.open("/?new=1")
        visitor.say("一個茶壺")
        visitor.page.evaluate("() => scrollTo(0, 400)")
        visitor.say("改成夜晚")
        visitor.page.wait_for_function(
            "() => document.querySelector('#picture').getBoundingClientRect().top >= 0"
        )


def test_what_is_typed_while_a_picture_is_painted_stays(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        page = visitor.open("/?new=1").page
        page.fill("#words", "維港夜景，有煙花")
        page.press("#words", "Enter")
        page.wait_for_function("() => !document.querySelector('#words').value")
        page.keyboard.type("add a junk")
        visitor.picture(other_than=f"{site}/?new=1")
        assert page.input_value("#words") == "add a junk"
        assert page.evaluate("() => document.activeElement.id") == "words"


def test_another_language_keeps_the_picture(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open("/?new=1")
        address = visitor.say("一個茶壺")
        visitor.page.locator("form.language button").click()
        visitor.page.wait_for_selector("html[lang^=en]")
        assert visitor.page.url == address


def test_what_was_not_understood_is_said_before_and_after(chromium: Browser, site: str) -> None:
    with somebody(chromium, site, width=390, height=844, language="en-GB") as visitor:
        page = visitor.open("/?new=1").page
        page.fill("#words", "qwrtzp")
        page.locator("#chips .offer button").first.wait_for()
        assert page.evaluate(_OVERFLOWING) == []
        assert page.evaluate(_OUTSIDE) == []
        visitor.draw()
        assert visitor.notes() == ["Not understood, so not painted: “qwrtzp”."]


def test_two_photos_say_which_is_the_background(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        page = visitor.open("/?new=1").page
        page.set_input_files("#photo-input", [
            {"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": a_photo()} for n in range(2)
        ])  # fmt: skip
        page.locator("#photos img").nth(1).wait_for()
        assert page.locator(".photos-say.for-scenes").inner_text() == "最尾嗰張做背景，其餘嘅主體放上去"
        page.locator("#photos button.remove").first.click()
        assert page.locator(".photos-say.for-scenes").is_hidden()
