"""The pictures of the documentation, made again by Waa itself: python -m tests.journeys.screenshots

A real `waa serve` with a visitor in Chromium for the screenshots, `waa draw` for the pictures; all of them go to
docs/pictures/. Look at each one before you commit it.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.conftest import CHROMIUM, QUIET
from tests.journeys.visitor import Somebody, somebody
from tests.processes.place import ROOT, Place
from waa.lib import images

PICTURES = ROOT / "docs" / "pictures"
SIDE = 432
CAT = "一隻貓坐喺月球上睇地球"
STRIP = (  # name, words, seed
    ("ferry", "天星小輪喺維港，黃昏", 3),
    ("milk-tea", "茶餐廳入面，一杯奶茶同一個菠蘿包", 3),
    ("taxi", "旺角夜晚落雨，一架紅色的士", 3),
    ("whale", "一條藍鯨在海底游泳，周圍有很多魚", 3),
    ("perfume", "產品圖：一樽香水放喺雲石上", 3),
    ("library", "一個女仔喺圖書館睇書，水彩", 3),
    ("cranes", "一對白鶴喺湖上，水墨畫", 3),
    ("paper-boat", "A sailboat on a lake, paper cut style", 3),
)
CHANGES = (("cat-1", ""), ("cat-2", "加多隻狗"), ("cat-3", "換做水彩風格"))  # each said to the picture before


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), ENGINE="offline").start()
        try:
            draw_strip(place, Path(folder))
            draw_changes(place, Path(folder))
            with sync_playwright() as tools:
                browser = tools.chromium.launch(executable_path=CHROMIUM, args=QUIET)
                take_screenshots(browser, f"http://localhost:{place.port}")
                browser.close()
        finally:
            place.end()
    for path in sorted(PICTURES.iterdir()):
        print(f"{path.stat().st_size / 1000:7.1f} kB  {path.name}")


def draw_strip(place: Place, folder: Path) -> None:
    for name, words, seed in STRIP:
        target = folder / f"{name}.png"
        place.waa("draw", words, "--seed", str(seed), "--size", "1024x1024", "-o", str(target))
        _keep_small(target)


def draw_changes(place: Place, folder: Path) -> None:
    before: list[str] = []
    for name, words in CHANGES:
        target = folder / f"{name}.png"
        place.waa("draw", words or CAT, "--seed", "3", *before, "-o", str(target))
        _keep_small(target)
        before = ["--from", str(target)]


def _keep_small(path: Path) -> None:
    """As WebP, with where it comes from still inside."""
    data = path.read_bytes()
    small = images.thumbnail(images.decode(data), SIDE)
    (PICTURES / f"{path.stem}.webp").write_bytes(
        images.encode(small, "webp", quality=84, xmp=images.xmp_of(data))
    )


def take_screenshots(browser: Browser, site: str) -> None:
    with somebody(browser, site, width=1440, height=900) as visitor:
        visitor.open()
        visitor.type(CAT)
        visitor.draft()
        visitor.page.eval_on_selector("#seed", "field => { field.value = '3'; }")
        visitor.draw()
        visitor.say("加多隻狗")
        visitor.say("換做水彩風格")
        visitor.page.click("[data-act=undo]")
        visitor.page.wait_for_function("() => document.querySelector('.tree li:nth-child(2) [aria-current]')")
        visitor.page.fill("#words", "")
        _shoot(visitor, "studio")
    with somebody(browser, site, width=390, height=844, dark=True, device_scale_factor=2) as visitor:
        visitor.open("/?new=1")
        visitor.type("旺角夜晚落雨，一架紅色的士")
        visitor.draft()
        visitor.page.wait_for_timeout(800)  # until the draft is the last one
        _shoot(visitor, "phone", width=480)


def _shoot(visitor: Somebody, name: str, width: int = 1440) -> None:
    visitor.page.mouse.move(4, 400)  # nothing is hovered over
    visitor.page.evaluate("() => document.fonts.ready.then(() => scrollTo(0, 0))")
    visitor.page.wait_for_timeout(400)
    image = Image.open(io.BytesIO(visitor.page.screenshot())).convert("RGB")
    image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    image.save(PICTURES / f"{name}.webp", quality=86, method=6)


if __name__ == "__main__":
    main()
