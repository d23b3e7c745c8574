"""The shape of what came back, beside the one that was asked for: models make their own sizes, and drift."""

from __future__ import annotations

UNSEEN = 0.03  # of drift in the ratio: as much as nobody notices

Size = tuple[int, int]  # width, height
Note = tuple[str, str]  # zh, en


def notes_on(who: str, came: Size, wanted: Size) -> tuple[Note, ...]:
    """What the person should read about a picture of another ratio; nothing where nobody would see it."""
    drift = came[0] * wanted[1] / (came[1] * wanted[0])
    if 1 / (1 + UNSEEN) <= drift <= 1 + UNSEEN:
        return ()
    zh = f"{who} 畫咗 {came[0]}×{came[1]}，同要求嘅 {wanted[0]}×{wanted[1]} 比例唔同。"
    en = f"{who} painted {came[0]}×{came[1]}, which is another shape than {wanted[0]}×{wanted[1]}."
    return ((zh, en),)
