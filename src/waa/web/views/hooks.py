"""Calls from providers. Nobody is signed in here: the signature says who calls, and the body is bounded."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from waa.engines.bfl_hooks import SIGNED_BY
from waa.upstreams import hooks
from waa.web.errors import too_large


@csrf_exempt
@require_POST
def bfl(request: HttpRequest) -> HttpResponse:
    """A picture of Black Forest Labs' is ready, says somebody who knows the secret."""
    body = request.read(hooks.MOST_BYTES + 1)
    if len(body) > hooks.MOST_BYTES:
        raise too_large()
    hooks.called_by_bfl(body, request.headers.get(SIGNED_BY, ""), now=timezone.now())
    return HttpResponse(status=204)
