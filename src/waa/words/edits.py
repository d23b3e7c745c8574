"""Edits: one change to a picture, as data and as a sentence in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from waa.words.targets import Target

OPS = (
    "add", "remove", "replace", "recolour", "resize", "move", "count", "restyle", "time", "weather", "season", "festival",
    "place", "text", "aspect", "shot", "mood", "mode", "action", "photo", "undo",
)  # fmt: skip
PHOTO = {  # operation -> what was done, in both languages
    "grayscale": ("轉咗做黑白", "Made it black and white"), "brighten": ("調光咗", "Made it brighter"),
    "darken": ("調暗咗", "Made it darker"), "contrast": ("加強咗對比", "Raised the contrast"),
    "warm": ("調暖咗啲色", "Made the colours warmer"), "cool": ("調冷咗啲色", "Made the colours cooler"),
    "blur_background": ("背景變矇咗", "Blurred the background"), "crop_square": ("裁咗做正方形", "Cropped it to a square"),
    "frame": ("加咗個框", "Put a frame around it"), "pencil": ("變咗鉛筆畫", "Turned it into a pencil drawing"),
    "watercolour": ("變咗水彩畫", "Turned it into a watercolour"), "cartoon": ("變咗卡通", "Turned it into a cartoon"),
    "rotate": ("轉咗 90 度", "Turned it by 90 degrees"), "flip": ("左右反轉咗", "Mirrored it"),
    "sharpen": ("清晰咗", "Sharpened it"), "remove_background": ("去咗背景", "Took the background away"),
    "vintage": ("加咗懷舊味", "Gave it a vintage look"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Edit:
    """`op` is one of OPS. `value` depends on it: a Thing (add, replace), a word, a number, a tuple of names (place),
    or (relation, Target) for a move next to something. `done` is False when the picture has no such thing."""

    op: str
    target: Target | None = None
    value: Any = None
    relation: str | None = None
    anchor: Target | None = None
    degree: str | None = None
    photo_op: str | None = None
    zh: str = ""
    en: str = ""
    done: bool = True
