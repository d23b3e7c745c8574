"""The one place that turns errors into responses: a sentence in the reader's language and a code that never changes.

WaaError                     whatever a room raised, by its `status`; anything unforeseen is a 500
├── BadRequest               400, the request makes no sense
├── Forbidden                403, the form's token is missing or old
├── NotAllowed               405, the address is there, but not for this method
├── TooLarge                 413, more bytes than Waa takes
└── NoRoom                   507, the server's disk is full
"""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from waa.lib import images
from waa.lib.errors import NotHere, WaaError
from waa.web.languages import language_of

MOST_PHOTOS = 4
MOST_BYTES = MOST_PHOTOS * images.MAX_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE


class BadRequest(WaaError):
    status = 400


class Forbidden(WaaError):
    status = 403


class NotAllowed(WaaError):
    status = 405


class TooLarge(WaaError):
    status = 413


class NoRoom(WaaError):
    status = 507


def error_response(request: HttpRequest, error: WaaError) -> HttpResponse:
    """JSON, a fragment for the notice line, or a page: whatever was asked for."""
    request.language = getattr(request, "language", None) or language_of(request)
    sentence = error.sentence(request.language)
    is_fragment = request.headers.get("hx-request") == "true"
    response: HttpResponse
    if "application/json" in request.headers.get("accept", ""):
        told = {"error": {"code": error.code, "message": sentence}}
        response = JsonResponse(told, status=error.status)
    else:
        template = "web/_error.html" if is_fragment else "web/error.html"
        context = {"code": error.code, "sentence": sentence, "status": error.status}
        response = render(request, template, context, status=error.status)
        if is_fragment:  # shown in the notice line; the page stays as it was
            response.headers["HX-Retarget"] = "#notice"
            response.headers["HX-Reswap"] = "innerHTML"
    if error.retry_after:
        response.headers["Retry-After"] = str(round(error.retry_after))
    return response


def too_large() -> WaaError:
    return TooLarge(
        "too_large",
        f"傳嘅嘢太大。一次最多 {MOST_PHOTOS} 張相，每張最多 25 MB。",
        f"That is too much to send: {MOST_PHOTOS} photos of 25 MB each at most.",
    )


def no_room() -> WaaError:
    return NoRoom(
        "disk_full",
        "伺服器冇位放相喇，今次乜都冇改到。請通知站長。",
        "The server has no room left for pictures, so nothing was changed. Please tell the operator.",
    )


# -- called by Django, for what no view of ours has raised --------------------------------------------------


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return error_response(request, too_large())
    return error_response(
        request,
        BadRequest(
            "bad_request",
            "呢個要求睇唔明，請返去再試。",
            "That request could not be understood. Go back and try again.",
        ),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Of all that Django forbids, only a form without its token happens here."""
    return error_response(
        request,
        Forbidden(
            "form_expired",
            "呢一頁開得太耐，或者瀏覽器唔收 cookie。請重新載入再試。",
            "This page has been open too long, or your browser refuses cookies. Reload it and try again.",
        ),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_response(request, NotHere("not_found", "搵唔到呢一頁。", "There is no such page."))


def not_allowed(request: HttpRequest) -> HttpResponse:
    return error_response(
        request,
        NotAllowed(
            "method_not_allowed",
            "呢個地址唔係咁用，請返去畫室。",
            "That address is not used this way. Go back to the studio.",
        ),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return error_response(
        request,
        WaaError(
            "unexpected",
            "Waa 出咗錯，已經記低。你嘅畫全部仲喺度，請再試一次。",
            "Something went wrong in Waa, and it has been noted. Your pictures are all still there; please try again.",
        ),
    )
