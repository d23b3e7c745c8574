"""The living examples of the first visit: prompts of our own, painted by Waa on the operator's machine."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from waa.lib import images


@dataclass(frozen=True)
class Example:
    zh: str
    en: str
    aspect: str = "1:1"
    seed: int = 3


EXAMPLES = (
    Example("一隻貓坐喺月球上睇地球", "A cat sitting on the moon, looking at the Earth"),
    Example("維港夜景，煙花，一艘紅帆船", "Victoria Harbour at night, fireworks, a red-sailed junk", seed=5),
    Example("茶餐廳入面，一杯奶茶同一個菠蘿包", "Milk tea and a pineapple bun in a cha chaan teng", seed=2),
    Example("產品圖：一樽香水放喺雲石上", "Product shot: a bottle of perfume on marble", seed=4),
)


def example_image(number: int, folder: Path) -> bytes:
    """JPEG, 640 px; painted once for each version of the painter. A folder that cannot be written costs only time."""
    from waa.painter import compose
    from waa.words.understand import understand

    kept = folder / f"{number}-{compose.VERSION}.jpg"
    try:
        return kept.read_bytes()
    except OSError:
        pass
    one = EXAMPLES[number]
    painting = compose.paint(understand(one.zh), width=640, height=640, seed=one.seed)
    data = images.encode(painting.pixels, "jpg", quality=86)
    part = kept.with_suffix(f".{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(kept)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
    return data
