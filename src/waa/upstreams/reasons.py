"""Why an offer does not paint something just now, as parts of sentences in both languages."""

from __future__ import annotations

from waa.engines.base import BeyondCapabilities, Capabilities
from waa.engines.offers import Offer

# The most telling first: what somebody hears where the models of an offer have different reasons.
CLAUSES: dict[str, tuple[str, str]] = {
    "day": ("今日嘅預算用晒", "has spent today's budget"),
    "month": ("今個月嘅預算用晒", "has spent this month's budget"),
    "down": ("而家用唔到", "is not working just now"),
    "busy": ("而家太多人用", "is too busy just now"),
    "mask": ("唔識淨係改圈住嘅地方", "cannot change only what was brushed over"),
    "references": ("收唔到咁多張相", "cannot take that many pictures"),
    "edit": ("唔識改現有嘅圖", "cannot change a picture"),
    "draw": ("唔識由頭畫起", "cannot paint from words alone"),
    "unmasked": ("要圈住邊度先識改", "has to be shown which part to change"),
    "size": ("畫唔到呢個大細", "cannot paint that size"),
    "absent": ("喺度未設定好", "is not set up here"),
    "failed": ("今次畫唔到", "could not paint this"),
}


def telling(reasons: set[str]) -> str:
    """The one to say."""
    return next((reason for reason in CLAUSES if reason in reasons), "failed")


def note(reason: str, wanted: Offer, taken: Offer) -> tuple[str, str]:
    """What stands beside the picture that another offer painted."""
    zh, en = CLAUSES[reason]
    return f"{wanted.zh} {zh}，改用{_spaced(taken.zh)}畫。", f"{wanted.en} {en}, so {taken.en} painted this."


def why(reason: str, wanted: Offer, below: Offer | None) -> tuple[str, str]:
    """What stands beside an offer that cannot be had."""
    zh, en = CLAUSES[reason]
    if below is None:
        return f"{wanted.zh} {zh}。", f"{wanted.en} {en}."
    return (
        f"{wanted.zh} {zh}，會改用{_spaced(below.zh)}畫。",
        f"{wanted.en} {en}; {below.en} will paint instead.",
    )


def _spaced(name: str) -> str:
    """Hong Kong's way: a space between Chinese and Latin letters, none between Chinese ones."""
    return f" {name} " if name.isascii() else name


def unable(
    capabilities: Capabilities, *, edit: bool, width: int, height: int, references: int, mask: bool
) -> str | None:
    """The reason why a model of these capabilities cannot take a request of that kind; None where it can."""
    if edit and "edit" not in capabilities.modes:
        return "edit"
    if not edit and "draw" not in capabilities.modes:
        return "draw"
    if capabilities.needs_mask and not mask:
        return "unmasked"
    if mask and not capabilities.supports_mask:
        return "mask"
    if references > capabilities.max_references:
        return "references"
    try:
        width, height = capabilities.fit(width, height)
        capabilities.check(width=width, height=height)
    except BeyondCapabilities:
        return "size"
    return None
