"""Somebody with a browser: what they do, said in their words, and what must never happen while they do it.

    with somebody(chromium, site, width=390, height=844, dark=True) as visitor:
        visitor.open()
        visitor.type("一隻貓坐喺月球上睇地球")
        first = visitor.draw()

On the way out it fails when a script has complained, or when the page asked another host for anything.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Request

SECONDS = 1000
_DROP = """([name, type, data]) => {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name, { type }));
  const target = document.querySelector("#composer");
  for (const kind of ["dragover", "drop"])
    target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
}"""


class Somebody:
    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.trouble: list[str] = []
        self.asked: list[str] = []
        self.page = self._new_page()

    def _new_page(self) -> Page:
        page = self.context.new_page()
        page.set_default_timeout(20 * SECONDS)
        page.on("console", lambda m: m.type == "error" and self.trouble.append(m.text))
        page.on("pageerror", lambda e: self.trouble.append(str(e)))
        page.on("request", self._note)
        return page

    def _note(self, request: Request) -> None:
        self.asked.append(request.url)
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.trouble.append(f"asked another host: {request.url}")

    def open(self, path: str = "/") -> Somebody:
        self.page.goto(self.address + path)
        return self

    def close_tab_and_come_back(self) -> None:
        self.page.close()
        self.page = self._new_page()
        self.open()

    # -- the studio ------------------------------------------------------------------------------------------

    def type(self, words: str) -> None:
        """Letter by letter, and wait for the draft of it all."""
        box = self.page.locator("#words")
        box.press_sequentially(words, delay=15)

    def draft(self) -> None:
        self.page.wait_for_selector("#draft:not([hidden]) img[src^='data:image']")

    def draw(self) -> str:
        """Press the button and wait for a new picture; its address."""
        before = self.page.url
        self.page.click("#draw")
        return self.picture(other_than=before)

    def picture(self, other_than: str = "") -> str:
        """The address of the picture that is shown, once its image has come."""
        self.page.wait_for_function(
            "(before) => location.href !== before && /[/]p[/]/.test(location.pathname)"
            " && document.querySelector('#picture-image')?.complete"
            " && document.querySelector('#picture-image').naturalWidth > 0",
            arg=other_than,
        )
        return self.page.url

    def say(self, words: str) -> str:
        """Type and press Enter; the address of the picture that comes."""
        before = self.page.url
        self.page.fill("#words", words)
        self.page.press("#words", "Enter")
        return self.picture(other_than=before)

    def chips(self) -> list[str]:
        self.page.wait_for_selector("#chips li")
        return self.page.locator("#chips li").all_inner_texts()

    def notes(self) -> list[str]:
        """What Waa answered to the change."""
        return self.page.locator("#picture .notes li").all_inner_texts()

    def drop(self, name: str, data: bytes, kind: str = "image/jpeg") -> None:
        """Let a file fall on the page."""
        self.page.evaluate(_DROP, [name, kind, base64.b64encode(data).decode()])

    def pixels(self, address: str | None = None) -> np.ndarray[Any, np.dtype[np.float64]]:
        """The shown picture, or that at an address: (height, width, 3), 0..1."""
        path = re.sub(r"\?.*", "", address or self.page.url)
        answer = self.context.request.get(f"{path}.png")
        assert answer.ok, answer.status
        return np.asarray(Image.open(io.BytesIO(answer.body())).convert("RGB"), dtype=np.float64) / 255


@contextmanager
def somebody(
    chromium: Browser,
    address: str,
    *,
    width: int = 1440,
    height: int = 900,
    dark: bool = False,
    language: str = "zh-HK",
    **more: Any,
) -> Iterator[Somebody]:
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale=language,
        reduced_motion="reduce",
        **more,
    )
    visitor = Somebody(context, address)
    try:
        yield visitor
        assert not visitor.trouble, visitor.trouble
    finally:
        context.close()
