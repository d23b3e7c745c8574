"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def everywhere(request: HttpRequest) -> dict[str, Any]:
    language = getattr(request, "language", settings.LANGUAGE)
    return {
        "language": language,
        "html_language": "zh-HK" if language == "zh-hk" else "en",
        "other_language": "en" if language == "zh-hk" else "zh-hk",
        "version": settings.VERSION,
    }
