"""The small pages."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from waa.lib.errors import Refused
from waa.lib.licences import licence_texts
from waa.web.languages import LANGUAGES


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language and go back to the page."""
    wanted = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    if wanted not in LANGUAGES:
        raise Refused(
            "no_such_language", "Waa 有中文同英文。", "Waa speaks Chinese and English. Choose one of them."
        )
    response = HttpResponseRedirect(back)
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, wanted, max_age=31_536_000, samesite="Lax",
                        secure=settings.BASE_URL.startswith("https://"))  # fmt: skip
    return response


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/help.html")


@require_safe
def licences(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/licences.html", {"texts": licence_texts()})


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """So that the studio can be put on a home screen."""
    return JsonResponse(
        {"name": "Waa 話畫", "short_name": "話畫", "start_url": "/", "display": "standalone", "background_color": "#faf8f4",
         "theme_color": "#faf8f4", "icons": [{"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml"}]},
        content_type="application/manifest+json",
    )  # fmt: skip


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")
