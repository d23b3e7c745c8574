"""The visitor of a request: read from a signed cookie, made when there is something to remember."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from waa.accounts.models import Visitor

_SALT = "waa.visitor"


def visitor_id(cookie: str | None) -> uuid.UUID | None:
    """The id in a cookie's value; None when there is none or somebody tampered with it."""
    if not cookie:
        return None
    try:
        value = signing.loads(cookie, salt=_SALT, max_age=settings.VISITOR_DAYS * 86_400)
        return uuid.UUID(value)
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None


def visitor_of(request: HttpRequest) -> Visitor | None:
    """Who asks; None for somebody who has made nothing yet."""
    found = visitor_id(request.COOKIES.get(settings.VISITOR_COOKIE))
    return Visitor.objects.filter(pk=found).first() if found else None


def ensure_visitor(request: HttpRequest) -> Visitor:
    """Who asks, made now if need be. Call `remember` on the response."""
    return visitor_of(request) or Visitor.objects.create()


def cookie_for(visitor: Visitor) -> str:
    return signing.dumps(str(visitor.pk), salt=_SALT)


def remember(response: HttpResponse, visitor: Visitor) -> None:
    """Put the visitor's cookie on the response; every time anew, so that it lasts while it is used."""
    response.set_cookie(
        settings.VISITOR_COOKIE,
        cookie_for(visitor),
        max_age=settings.VISITOR_DAYS * 86_400,
        httponly=True,
        samesite="Lax",
        secure=settings.BASE_URL.startswith("https://"),
        path="/",
    )
