"""From a ratio to a size in pixels."""

from __future__ import annotations

# About a megapixel each, sides in steps of 32, which every engine can make.
_OF_RATIO = {
    "1:1": (1024, 1024),
    "16:9": (1344, 768),
    "9:16": (768, 1344),
    "4:3": (1184, 896),
    "3:4": (896, 1184),
}


def size_of(aspect: str | None, long_side: int = 1024) -> tuple[int, int]:
    """(width, height), no longer than `long_side`; 1024 is the standard size, about a megapixel whatever the ratio."""
    width, height = _OF_RATIO[aspect or "1:1"]
    if long_side == 1024:
        return width, height
    scale = long_side / max(width, height)
    return _step(width * scale), _step(height * scale)


def size_like(width: int, height: int, longest: int) -> tuple[int, int]:
    """A photo's own size, no longer than `longest`."""
    scale = min(1.0, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def size_of_draft(width: int, height: int, longest: int) -> tuple[int, int]:
    """The same shape with that longer side; a very slim one is made wide enough to paint."""
    scale = longest / max(width, height)
    return max(64, round(width * scale)), max(64, round(height * scale))


def _step(side: float) -> int:
    return max(64, int(side // 32) * 32)
