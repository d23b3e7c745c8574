"""Picture files: only to their maker, or to whoever holds the share link."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from waa.lib import images
from waa.lib.errors import NotHere
from waa.studio import files, masks, pictures
from waa.studio.models import Picture
from waa.web.views.pictures import own_picture


@require_safe
def picture_file(request: HttpRequest, public_id: str, kind: str) -> HttpResponse:
    return _send(request, own_picture(request, public_id), kind)


@require_safe
def thumbnail(request: HttpRequest, public_id: str) -> HttpResponse:
    picture = own_picture(request, public_id)
    return _bytes(files.read(picture.thumbnail), "image/jpeg")


@require_safe
def shared_file(request: HttpRequest, token: str, kind: str) -> HttpResponse:
    picture = Picture.objects.filter(share_token=token).first()
    if picture is None:
        raise NotHere("link_ended", "呢條分享連結已經失效。", "This share link has ended.")
    response = _send(request, picture, kind, keep="private, max-age=300")  # the link may end
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def mask(request: HttpRequest, public_id: str) -> HttpResponse:
    """Which part of a picture is meant (PNG, white there): the mask that was kept, else its subject; with `?found` that
    in any case. POST sets it: what is found in a `box`, or a painted `mask`."""
    picture = own_picture(request, public_id)
    if request.method == "POST":
        painted = request.FILES.get("mask")
        data = masks.correct(
            picture,
            box=request.POST.get("box", ""),
            painted=painted.read(images.MAX_BYTES) if painted else None,
        )
    elif "found" in request.GET:
        data = masks.found(picture)
    else:
        data = masks.subject(picture)
    return _bytes(data, "image/png", keep="no-store")  # it changes with every correction


def _send(request: HttpRequest, picture: Picture, kind: str, keep: str = "") -> HttpResponse:
    if kind not in images.FORMATS:
        raise NotHere("no_such_format", "Waa 有 PNG、JPEG 同 WebP。", "Waa has PNG, JPEG and WebP.")
    if kind == "png" and not picture.original and not picture.is_upload:
        keep = "no-store"  # the lossless copy is still being written
    response = _bytes(pictures.download(picture, kind), images.FORMATS[kind][1], keep=keep or _FOR_EVER)
    if "download" in request.GET:
        response.headers["Content-Disposition"] = (
            content_disposition_header(True, file_name(picture, kind)) or "attachment"
        )
    return response


def file_name(picture: Picture, kind: str) -> str:
    """waa-a-cat-on-the-moon-x7k2.png; without the words for who keeps them out of the file."""
    said = "" if picture.settings.get("hide_words") else picture.words
    words = re.sub(r"[^\w\u3400-\u9fff]+", "-", said)[:40].strip("-_")
    return f"waa-{words}-{picture.public_id[:4]}.{kind}" if words else f"waa-{picture.public_id}.{kind}"


# An address names one unchanging picture, so it may be kept for long, but only by its maker's browser.
_FOR_EVER = "private, max-age=31536000, immutable"


def _bytes(data: bytes, mime: str, keep: str = _FOR_EVER) -> HttpResponse:
    response = HttpResponse(data, content_type=mime)
    response.headers["Cache-Control"] = keep
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
