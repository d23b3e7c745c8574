"""The tools of a picture: words set over it, an area chosen by hand, what a change changed and the rest put back."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.journeys.test_words_to_picture import a_photo
from tests.journeys.visitor import Somebody, somebody

Point = tuple[float, float]


_SENT = "() => { const mask = document.querySelector('waa-mask'); return !mask.isDirty && !mask.saving; }"


def sweep(page: Page, *points: Point, button: str = "left") -> None:
    """Over the mask's canvas with the button held; points in fractions of it."""
    canvas = page.locator("waa-mask canvas")
    canvas.wait_for()
    box = canvas.bounding_box()
    assert box is not None
    (x, y), *others = [(box["x"] + a * box["width"], box["y"] + b * box["height"]) for a, b in points]
    page.mouse.move(x, y)
    page.mouse.down(button=button)  # type: ignore[arg-type]
    for x, y in others:
        page.mouse.move(x, y, steps=5)
    page.mouse.up(button=button)  # type: ignore[arg-type]


def mask_of(visitor: Somebody, address: str) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """As the server has it, once the page has sent the last of it."""
    visitor.page.wait_for_function(_SENT)
    answer = visitor.context.request.get(f"{address}/mask")
    return np.asarray(Image.open(io.BytesIO(answer.body())).convert("L"))


def zoom(page: Page) -> int:
    return int(page.locator("#mask-zoom").inner_text().rstrip("%"))


def test_words_are_set_moved_and_set_again(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        page = visitor.open("/?new=1").page
        bare_address = visitor.say("一個茶壺")
        bare = visitor.pixels()
        page.click("#picture .actions a[href$='/letter']")
        page.fill("#letter-text", "飲茶")
        words = page.locator(".layer-box")
        words.wait_for()
        before = words.bounding_box()
        assert before is not None
        page.mouse.move(before["x"] + 20, before["y"] + 20)
        page.mouse.down()
        page.mouse.move(before["x"] + 20, before["y"] + 220, steps=6)
        page.mouse.up()
        page.wait_for_function("() => Number(document.querySelector('[name=y]').value) > 30")
        down = float(page.input_value("[name=y]"))
        words.press("ArrowDown")
        assert float(page.input_value("[name=y]")) > down
        page.click("#add-layer")
        page.fill("#letter-text", "有得坐")
        page.locator(".layer-box").nth(1).wait_for()
        page.click("#set")
        first = visitor.picture()
        lettered = visitor.pixels()
        assert (np.abs(lettered - bare).max(axis=2) > 0.1).mean() > 0.005

        page.click("#picture .actions a[href$='/letter']")
        page.locator("#layer-list button").nth(1).wait_for()
        assert page.locator("#layer-list button").all_inner_texts() == ["飲茶", "有得坐"]
        page.locator("#layer-list button").nth(1).click()
        assert page.input_value("#letter-text") == "有得坐"
        page.click("#remove-layer")
        page.click("#set")
        second = visitor.picture(other_than=first)
        again = visitor.pixels()
        assert np.abs(again - lettered).max() > 0.2
        page.click("[data-act=undo]")  # its parent is the bare one, not the one with more words
        assert visitor.picture(other_than=second) == bare_address


def test_what_no_font_has_is_said_beside_the_words(chromium: Browser, site: str) -> None:
    with somebody(chromium, site, width=390, height=844, dark=True, language="en-GB") as visitor:
        page = visitor.open("/?new=1").page
        visitor.say("a teapot")
        page.click("#picture .actions a[href$='/letter']")
        page.fill("#letter-text", "Tea 🫖")
        page.get_by_text("This font has no").wait_for()
        page.fill("#letter-text", "Tea")
        page.locator(".layer-box").wait_for()
        page.wait_for_function("() => !document.querySelector('#letter-trouble').textContent")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        visitor.trouble = [line for line in visitor.trouble if "422" not in line]  # the browser's own note


def test_an_area_is_brushed_zoomed_undone_and_used(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        page = visitor.open().page
        visitor.drop("face.jpg", a_photo())
        photo = visitor.picture(other_than=visitor.address + "/")
        page.click("[data-act=mask]")
        page.wait_for_function("() => document.querySelector('#mask-says').textContent.includes('主體，')")
        page.click("[data-do=clear]")
        assert page.locator("#mask-chip").count() == 0
        sweep(page, (0.2, 0.5), (0.8, 0.5))
        assert page.locator("#mask-chip").count() == 1
        wide = mask_of(visitor, photo)
        assert wide[240, 160:480].min() > 200
        assert wide[:100].max() < 20

        box = page.locator("waa-mask canvas").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 5, box["y"] + 5)
        page.mouse.wheel(0, -700)
        page.wait_for_function("() => parseInt(document.querySelector('#mask-zoom').textContent) > 200")
        near = zoom(page)
        sweep(page, (0.3, 0.3), (0.4, 0.3))  # finer here, and in the corner
        fine = mask_of(visitor, photo)
        assert 0 < (fine[:150] > 128).sum() < (wide > 128).sum() / 4
        assert fine[:, 400:][:150].max() < 20
        sweep(page, (0.8, 0.8), (0.4, 0.4), button="middle")  # moves the picture, paints nothing
        assert (mask_of(visitor, photo) == fine).all()

        page.keyboard.press("Control+z")
        assert (mask_of(visitor, photo) == wide).all()
        page.keyboard.press("Control+Shift+z")
        assert (mask_of(visitor, photo) == fine).all()
        page.keyboard.press("Control+z")
        page.keyboard.press("0")
        assert zoom(page) == 100 < near
        page.keyboard.press("e")
        size = int(page.input_value("#mask-size"))
        for _ in range(4):
            page.keyboard.press("]")
        assert int(page.input_value("#mask-size")) > size
        sweep(page, (0.5, 0.4), (0.5, 0.6))
        erased = mask_of(visitor, photo)
        assert erased[240, 320] < 20 < erased[240, 200]
        page.click("[data-do=invert]")
        assert (mask_of(visitor, photo) > 128).mean() > 0.5
        page.click("[data-do=done]")
        assert page.input_value("#mask-field") == "1"
        assert page.locator("#composer").is_visible()

        page.click("#mask-chip .drop")
        assert page.locator("#mask-chip").count() == 0
        assert page.input_value("#mask-field") == ""

        page.click("[data-act=mask]")
        sweep(page, (0.5, 0.2), (0.5, 0.8))
        page.click("[data-do=done]")
        visitor.say("水彩")
        sent = [address.rpartition("/")[2] for address in visitor.asked]
        assert sent.index("draw") > max(n for n, name in enumerate(sent) if name == "mask")


def test_a_mask_made_with_two_fingers_in_between_keeps_only_what_one_painted(
    chromium: Browser, site: str
) -> None:
    """A second finger zooms; what the first began was not meant."""
    with somebody(chromium, site, width=390, height=844, has_touch=True) as visitor:
        page = visitor.open().page
        visitor.drop("face.jpg", a_photo())
        visitor.picture(other_than=visitor.address + "/")
        page.click("[data-act=mask]")
        page.wait_for_function("() => document.querySelector('#mask-says').textContent.includes('主體，')")
        page.click("[data-do=clear]")
        box = page.locator("waa-mask canvas").bounding_box()
        assert box is not None
        touch = visitor.context.new_cdp_session(page)

        def fingers(kind: str, *points: Point) -> None:
            at = [{"x": box["x"] + x, "y": box["y"] + y, "id": n} for n, (x, y) in enumerate(points)]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

        fingers("touchStart", (100, 100))
        fingers("touchMove", (120, 110))
        fingers("touchStart", (120, 110), (200, 180))
        fingers("touchMove", (60, 60), (280, 240))
        fingers("touchEnd")
        page.wait_for_function("() => parseInt(document.querySelector('#mask-zoom').textContent) > 150")
        assert page.input_value("#mask-field") == ""
        fingers("touchStart", (100, 100))
        fingers("touchMove", (160, 140))
        fingers("touchEnd")
        page.wait_for_function("() => document.querySelector('#mask-field').value === '1'")


def test_what_changed_is_shown_and_the_rest_put_back(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        page = visitor.open().page
        visitor.drop("face.jpg", a_photo())
        visitor.picture(other_than=visitor.address + "/")
        changed = visitor.say("加多隻狗")
        page.get_by_role("group").filter(has_text="更多").locator("summary").click()
        page.locator(".menu [data-act=changes]").click()
        page.wait_for_function("() => document.querySelector('#changes-image')?.naturalWidth > 0")
        page.locator("#changes-bar").wait_for()
        page.locator("#changes-bar [data-act=changes]").click()
        page.locator("#changes-image").wait_for(state="hidden")
        assert page.url == changed
        page.get_by_role("group").filter(has_text="更多").locator("summary").click()
        page.locator(".menu form[action$='put-back'] button").click()
        visitor.picture(other_than=changed)
        assert "其餘照返上一幅" in visitor.notes()[0]
