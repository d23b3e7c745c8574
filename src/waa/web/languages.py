"""Which language a person reads."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

LANGUAGES = {"zh-hk": "zh-hant", "en": "en"}  # ours -> the nearest in Django's catalogue


def language_of(request: HttpRequest) -> str:
    """'zh-hk' or 'en': the cookie of the language switch, else what the browser asks for first."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if chosen in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").lower().split(","):
        code = part.partition(";")[0].strip()
        if code.startswith(("zh", "yue")):
            return "zh-hk"
        if code.startswith("en"):
            return "en"
    return str(settings.LANGUAGE)
