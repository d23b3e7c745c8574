"""The site with one more address, where something goes wrong that nobody has foreseen."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from waa.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("our own secret")


urlpatterns = [path("", include("waa.web.urls")), path("broken", broken, name="broken")]
