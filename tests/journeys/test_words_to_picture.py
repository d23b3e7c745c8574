"""The main journey: words, a draft, a picture, a change, a photo, and back again tomorrow."""

from __future__ import annotations

import base64
import io

import numpy as np
from PIL import Image
from playwright.sync_api import Browser

from tests.journeys.visitor import somebody

CAT = "一隻貓坐喺月球上睇地球"


def a_photo(*, turned: bool = False) -> bytes:
    """A round face on a plain wall, as a phone would send it: with where it was taken, perhaps lying on its side."""
    y, x = np.mgrid[0:480, 0:640]
    wall = np.stack([110 + x / 16, 120 + y / 12, np.full_like(x, 150)], axis=-1)
    inside = ((x - 320) ** 2 + (y - 250) ** 2 < 120**2)[..., None]
    image = Image.fromarray(np.where(inside, [208, 120, 70], wall).astype(np.uint8))
    exif = Image.Exif()
    exif[0x010E] = "a secret description"
    exif.get_ifd(0x8825)[1] = "N"
    if turned:
        image, exif[0x0112] = image.rotate(90, expand=True), 6
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92, exif=exif)
    return out.getvalue()


def test_words_become_a_picture_and_the_picture_changes_by_talking(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open()
        visitor.type(CAT)
        visitor.draft()
        chips = visitor.chips()
        assert any("貓" in chip for chip in chips)
        assert any("月球" in chip for chip in chips)
        first = visitor.draw()
        day = visitor.pixels()
        assert day.shape == (1024, 1024, 3)
        assert day.std() > 0.1  # something is on it

        second = visitor.say("加多隻狗，改成夜晚")
        assert visitor.notes() == ["加咗一隻狗", "時間改成夜晚"]
        assert np.abs(visitor.pixels() - day).mean() > 0.005
        assert visitor.page.locator(".tree li").count() == 2
        assert visitor.page.locator(".target-chip").inner_text() == "改緊：第 2 幅"

        visitor.page.click("[data-act=compare]")
        slider = visitor.page.locator("waa-compare [role=slider]")
        slider.press("Home")
        assert slider.get_attribute("aria-valuenow") == "0"
        visitor.page.click("[data-act=compare]")

        visitor.page.click("[data-act=undo]")
        assert visitor.picture(other_than=second) == first
        third = visitor.say("換做水彩風格")
        assert len({first, second, third}) == 3
        assert visitor.page.locator(".tree li").count() == 3  # the other branch is still there


def test_the_picture_is_the_draft_that_was_seen(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open("/?new=1")
        visitor.type("三隻紅色氣球喺海灘")
        visitor.draft()
        visitor.page.wait_for_timeout(400)
        seen = visitor.page.eval_on_selector("#draft-image", "image => image.src")
        visitor.draw()
        drafted = Image.open(io.BytesIO(base64.b64decode(seen.partition(",")[2]))).convert("RGB")
        painted = Image.fromarray((visitor.pixels() * 255).astype(np.uint8)).resize(drafted.size)
        apart = np.abs(np.asarray(drafted, dtype=float) - np.asarray(painted, dtype=float)).mean()
        assert apart < 12  # of 255: the same composition, finer


def test_a_photo_is_dropped_and_changed(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open()
        visitor.drop("face.jpg", a_photo(turned=True))
        photo = visitor.picture(other_than=visitor.address + "/")
        before = visitor.pixels()
        assert before.shape == (480, 640, 3)  # turned the right way up
        visitor.say("水彩，光啲")
        assert visitor.notes() == ["變咗水彩畫", "調光咗"]
        after = visitor.pixels()
        assert after.shape == before.shape
        assert after.mean() > before.mean() + 0.03
        kept = visitor.context.request.get(f"{photo}.jpg").body()
        assert b"secret" not in kept
        assert not Image.open(io.BytesIO(kept)).getexif().get_ifd(0x8825)


def test_everything_is_there_after_the_tab_was_closed(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open()
        visitor.say("一杯凍檸茶")
        second = visitor.say("加多一個菠蘿包")
        visitor.close_tab_and_come_back()
        assert (
            visitor.page.locator("#at").input_value() == second.partition("/p/")[2]
        )  # the last one is at hand
        assert visitor.page.locator(".tree li").count() == 2
        visitor.open("/pictures")
        assert visitor.page.locator(".rows li").count() == 2


def test_a_reload_in_the_middle_goes_on_watching(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open()
        visitor.page.fill("#words", "維港夜景，有煙花")
        visitor.page.select_option("[name=count]", "4")
        visitor.page.click("#draw")
        visitor.page.wait_for_selector("#waiting [data-job]")
        visitor.page.reload()
        visitor.page.wait_for_selector("#picture-image, #waiting [data-status=done]")
        visitor.page.wait_for_function(
            "() => !document.querySelector('[data-status=queued], [data-status=running]')"
        )
        visitor.open("/pictures")
        assert visitor.page.locator(".rows li").count() == 4


def test_a_newcomer_reads_what_was_not_understood(chromium: Browser, site: str) -> None:
    with somebody(chromium, site) as visitor:
        visitor.open()
        visitor.page.fill("#words", "qwrtzp")
        offers = visitor.page.locator("#chips .offer button")
        offers.first.wait_for()
        assert offers.count() == 3
        offers.first.click()
        visitor.draft()
        assert visitor.page.input_value("#words") != "qwrtzp"
