"""Words of the operator's pages in both languages, side by side in the code like all of Waa's."""

from __future__ import annotations

from typing import Any

from django.utils import translation
from django.utils.functional import lazy


def is_chinese() -> bool:
    """Whether the page that is being made is in Chinese; commands, which have no language, are in English."""
    return (translation.get_language() or "en").startswith("zh")


def either(zh: str, en: str) -> str:
    """The text in the language of the page that is being made."""
    return zh if is_chinese() else en


both: Any = lazy(either, str)  # the same, decided when it is shown
