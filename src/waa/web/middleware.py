"""What happens to every page: its language, its headers, its errors."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from waa.lib.errors import WaaError
from waa.web.errors import MOST_BYTES, error_response, no_room, not_allowed, not_found, too_large
from waa.web.languages import LANGUAGES, language_of

log = logging.getLogger("waa.web")

View = Callable[[HttpRequest], HttpResponse]

# Waa needs none of a browser's instruments: a photo comes through a file field, which asks nobody.
_PERMISSIONS = ", ".join(
    f"{name}=()" for name in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
)


def language(get_response: View) -> View:
    """Set `request.language`, and say on the answer what it depends on."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.language = language_of(request)
        translation.activate(LANGUAGES[request.language])
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        if response.get("content-type", "").startswith("text/html"):
            response.headers["Content-Language"] = "zh-HK" if request.language == "zh-hk" else "en"
            response.headers.setdefault("Cache-Control", "private, no-cache")
            patch_vary_headers(response, ("Accept-Language", "Cookie", "HX-Request"))
        return response

    return middleware


def bounded(get_response: View) -> View:
    """Refuse a request that is too large before anybody reads, or stores, a byte of it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > MOST_BYTES:
            return error_response(request, too_large())
        return get_response(request)

    return middleware


class Errors:
    """What views raise becomes the response that `web.errors` has for it."""

    def __init__(self, get_response: View) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        if response.status_code == 405:
            told = not_allowed(request)
            told.headers["Allow"] = response.headers.get("Allow", "")
            return told
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Http404):
            return not_found(request, error)
        if _is_full_disk(error):
            log.exception("no room to answer %s", request.path)
            return error_response(request, no_room())
        return error_response(request, error) if isinstance(error, WaaError) else None


def _is_full_disk(error: Exception) -> bool:
    """Under the pictures or under the database (SQLite's words, PostgreSQL's words)."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOSPC
    told = str(error).lower()
    return isinstance(error, DatabaseError) and ("disk is full" in told or "no space left" in told)


errors = Errors
