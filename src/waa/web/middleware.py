"""Which language a person reads, and the one place that turns errors into responses."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers

from waa.lib.errors import NotHere, WaaError

log = logging.getLogger("waa.web")

LANGUAGES = {"zh-hk": "zh-hant", "en": "en"}  # ours -> the nearest in Django's catalogue

View = Callable[[HttpRequest], HttpResponse]


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


def language(get_response: View) -> View:
    def middleware(request: HttpRequest) -> HttpResponse:
        request.language = language_of(request)
        translation.activate(LANGUAGES[request.language])
        response = get_response(request)
        if response.get("content-type", "").startswith("text/html"):
            response.headers["Content-Language"] = "zh-HK" if request.language == "zh-hk" else "en"
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return middleware


class Errors:
    """WaaError -> its sentence and status, as JSON, as a fragment or as a page, whatever was asked for."""

    def __init__(self, get_response: View) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Http404):
            error = NotHere("not_found", "搵唔到呢一頁。", "There is no such page.")
        if not isinstance(error, WaaError):
            return None
        return error_response(request, error)


errors = Errors


def error_response(request: HttpRequest, error: WaaError) -> HttpResponse:
    """The one way an error reaches a person."""
    sentence = error.sentence(getattr(request, "language", settings.LANGUAGE))
    if "application/json" in request.headers.get("accept", ""):
        response: HttpResponse = JsonResponse(
            {"error": {"code": error.code, "message": sentence}}, status=error.status
        )
    else:
        htmx = bool(getattr(request, "htmx", False))
        template = "web/_error.html" if htmx else "web/error.html"
        response = render(
            request, template, {"code": error.code, "sentence": sentence, "error": error}, status=error.status
        )
        if htmx:  # shown in the notice line; the page stays as it was
            response.headers["HX-Retarget"] = "#notice"
            response.headers["HX-Reswap"] = "innerHTML"
    if error.retry_after:
        response.headers["Retry-After"] = str(round(error.retry_after))
    return response
