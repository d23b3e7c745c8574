"""What a change really changed, and putting the rest back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from waa.studio import keeping
from waa.studio.models import Picture
from waa.web.views.pictures import own_picture

_OURS = "offline"


def has_changes(picture: Picture) -> bool:
    """Whether it was made of the pixels of the picture before, so that the two can be laid upon each other. Words set
    over a picture change nothing else, and what was put back once is put back."""
    parent = picture.parent
    if parent is None or picture.settings.get("lettering") or picture.settings.get("put_back"):
        return False
    return parent.is_upload or parent.engine != _OURS or picture.references.exists()


@require_safe
def changes(request: HttpRequest, public_id: str) -> HttpResponse:
    """JPEG: the picture before in grey, and in red what changed since."""
    response = HttpResponse(keeping.show_changes(own_picture(request, public_id)), content_type="image/jpeg")
    response.headers["Cache-Control"] = "private, max-age=86400"  # neither of the two ever changes
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_POST
def put_back(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new picture, where all that did not really change is as it was; goes to it."""
    made = keeping.put_back(own_picture(request, public_id))
    address = reverse("picture", args=[made.public_id])
    if getattr(request, "htmx", False):
        response = HttpResponse(status=204)
        response.headers["HX-Location"] = address
        return response
    return HttpResponseRedirect(address)
