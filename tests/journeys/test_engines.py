"""The flows with providers, each a strict fake on this machine: draw with FLUX, refine and merge with Gemini, a provider
that is down, a budget that is spent."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.journeys.visitor import Somebody, somebody
from tests.processes.place import Place
from tests.upstreams.bfl import Bfl
from tests.upstreams.gemini import Gemini
from tests.upstreams.openai import OpenAIServer
from tests.upstreams.town import environment

CAT = "一隻貓坐喺月球上睇地球"


@dataclass
class Town:
    """Waa and its providers. A day's budget is enough for one picture of Gemini Pro's, and for many of the others'."""

    place: Place
    bfl: Bfl
    gemini: Gemini
    openai: OpenAIServer

    @property
    def address(self) -> str:
        return f"http://localhost:{self.place.port}"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with ExitStack() as stack:
        bfl, gemini = stack.enter_context(Bfl()), Gemini()
        openai = stack.enter_context(OpenAIServer())
        told = environment(bfl, gemini, openai) | {"UPSTREAM_DAILY_BUDGET": "2", "ENGINE": ""}
        place = Place(tmp_path_factory.mktemp("town"), **told).start()
        stack.callback(place.end)
        yield Town(place, bfl, gemini, openai)
        gemini.close()


def photo(colour: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return out.getvalue()


def choose(visitor: Somebody, engine: str) -> None:
    visitor.page.click("#engines summary")
    visitor.page.check(f"input[name=engine][value={engine}]")
    visitor.page.keyboard.press("Escape")


def painter(visitor: Somebody) -> str:
    """Who painted it, as its facts say."""
    return visitor.page.locator(".facts dl").text_content() or ""


def test_a_picture_grows_from_hand_to_hand(chromium: Browser, town: Town) -> None:
    """Draft, FLUX, Gemini Pro once, then its budget is spent, then Gemini is down; and nothing is ever lost."""
    with somebody(chromium, town.address) as visitor:
        visitor.open("/?new=1")
        visitor.type(CAT)
        visitor.draft()
        visitor.page.click("#english summary")
        assert "a cat sitting on the moon" in visitor.page.input_value("[name=prompt]").lower()
        first = visitor.draw()
        assert "FLUX.2 klein 4B" in painter(visitor)
        assert "cat sitting on the moon" in town.bfl.asked_for("flux-2-klein-4b")[-1].json["prompt"].lower()

        assert visitor.page.locator(".leaves").is_visible()  # before the press: the picture goes elsewhere
        choose(visitor, "offline")
        assert not visitor.page.locator(".leaves").is_visible()
        choose(visitor, "gemini-pro")
        assert "HK$1.05" in visitor.page.locator("#draw").inner_text()
        second = visitor.say("加頂紅色帽")
        assert "Nano Banana Pro" in painter(visitor)
        assert "預算" in visitor.page.locator("#notice").inner_text()  # that was the last of today
        parts = town.gemini.asked_for("gemini-3-pro-image")[-1].json["contents"][0]["parts"]
        assert sum("inlineData" in part for part in parts) == 1  # the chosen picture went along
        assert any("加頂紅色帽" in part.get("text", "") for part in parts)  # in the person's own words

        third = visitor.say("改成夜晚")
        assert "Nano Banana 2.1" in painter(visitor)

        town.gemini.close()
        fourth = visitor.say("落雪")
        assert "FLUX.2 klein 4B" in painter(visitor)
        assert visitor.notes()
        assert visitor.page.locator(".tree li").count() == 4
        assert len({first, second, third, fourth}) == 4


def test_the_draft_is_rendered_by_one_press(chromium: Browser, town: Town) -> None:
    with somebody(chromium, town.address, width=390, height=844, dark=True) as visitor:
        visitor.open("/?new=1")
        visitor.type("三隻紅色氣球喺海灘")
        visitor.draft()
        before = visitor.page.url
        visitor.page.click("#render")
        visitor.picture(other_than=before)
        sent = town.bfl.asked_for("flux-2-klein-4b")[-1].json
        assert "input_image" in sent
        assert "sketch of the composition" in sent["prompt"]


def test_three_photos_are_merged_in_their_order(chromium: Browser, town: Town) -> None:
    with somebody(chromium, town.address) as visitor:
        visitor.open("/?new=1")
        for colour in ((200, 40, 40), (40, 160, 60), (40, 60, 200)):
            visitor.drop("photo.jpg", photo(colour))
            visitor.page.wait_for_function(
                "() => document.querySelector('#at') && !document.querySelector('#photos .loading')"
            )
        choose(visitor, "openai")
        visitor.say("將第二張相嘅隻狗放入第一張相")
        asked = town.openai.asked_for("/images/edits")[-1]
        colours = [np.asarray(Image.open(io.BytesIO(file.data)).convert("RGB"))[5, 5] for file in asked.files]
        assert [int(np.argmax(colour)) for colour in colours] == [0, 1, 2]
        assert "GPT Image" in painter(visitor)


def test_what_a_provider_will_not_paint_is_said_with_a_way_on(chromium: Browser, town: Town) -> None:
    with somebody(chromium, town.address, language="en") as visitor:
        visitor.open("/?new=1")
        choose(visitor, "openai")
        visitor.page.fill("#words", "blocked, a cat")
        visitor.page.press("#words", "Enter")
        card = visitor.page.locator(".job[data-status=blocked]")
        card.wait_for()
        assert "Nothing was charged" in card.inner_text()
        card.get_by_role("link", name="Try softer words").click()
        visitor.page.wait_for_function("() => document.activeElement.id === 'words'")
        assert visitor.page.input_value("#words") == "blocked, a cat"
