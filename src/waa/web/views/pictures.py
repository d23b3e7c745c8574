"""Pictures that are there: all of mine, variations, sharing, deleting."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from waa.accounts.models import Visitor
from waa.accounts.visitors import remember, visitor_of
from waa.lib.errors import NotHere
from waa.studio import jobs, pictures
from waa.studio.models import Picture
from waa.web.views.jobs import cards

PER_PAGE = 60


def own_picture(request: HttpRequest, public_id: str) -> Picture:
    return picture_of(visitor_of(request), public_id)


def picture_of(visitor: Visitor | None, public_id: str) -> Picture:
    """A picture of that visitor's; somebody else's is as little there as one that never was."""
    mine = Picture.objects.visible_to(visitor).select_related("parent", "job")
    found = mine.filter(public_id=public_id).first()
    if found is None:
        raise NotHere(
            "picture_not_found",
            "搵唔到呢幅畫，或者佢唔係你嘅。",
            "There is no such picture, or it is not yours.",
        )
    return found


def pictures_of(visitor: Visitor | None, names: str) -> list[Picture]:
    """Several of that visitor's, in the order in which they are named."""
    return [picture_of(visitor, name) for name in names.split()]


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Everything this visitor made, newest first."""
    everything = Picture.objects.visible_to(visitor_of(request)).newest_first()
    page = Paginator(everything, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "studio/pictures.html", {"page": page})


@require_POST
def vary(request: HttpRequest, public_id: str) -> HttpResponse:
    picture = own_picture(request, public_id)
    made = jobs.vary(visitor=picture.visitor, picture=picture)
    response: HttpResponse
    if getattr(request, "htmx", False):
        response = render(request, "studio/_waiting.html", {"unfinished": cards(made, request.language)})
    else:
        response = HttpResponseRedirect(reverse("job", args=[made[0].pk]))
    remember(response, picture.visitor)
    return response


@require_POST
def share(request: HttpRequest, public_id: str) -> HttpResponse:
    """Make the private link; whoever has it may see this one picture."""
    picture = own_picture(request, public_id)
    pictures.share(picture)
    return _share_part(request, picture)


@require_POST
def unshare(request: HttpRequest, public_id: str) -> HttpResponse:
    picture = own_picture(request, public_id)
    pictures.unshare(picture)
    picture.refresh_from_db()
    return _share_part(request, picture)


def _share_part(request: HttpRequest, picture: Picture) -> HttpResponse:
    if getattr(request, "htmx", False):
        return render(request, "studio/_share.html", {"picture": picture})
    return HttpResponseRedirect(reverse("picture", args=[picture.public_id]) + "#share")


@require_POST
def delete(request: HttpRequest, public_id: str) -> HttpResponse:
    """Gone for good: row, file, thumbnail, lossless copy, share link."""
    picture = own_picture(request, public_id)
    parent = picture.parent
    pictures.delete(picture)
    address = reverse("picture", args=[parent.public_id]) if parent is not None else reverse("studio")
    if getattr(request, "htmx", False):
        response = HttpResponse(status=204)
        response.headers["HX-Location"] = address
        return response
    return HttpResponseRedirect(address)


@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a private link: the picture and nothing else of its maker."""
    picture = Picture.objects.filter(share_token=token).first()
    if picture is None:
        raise NotHere("link_ended", "呢條分享連結已經失效。", "This share link has ended.")
    response = render(request, "studio/shared.html", {"picture": picture})
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
