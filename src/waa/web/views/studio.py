"""The studio: one page to ask, watch, refine and keep."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from waa.accounts.models import Visitor
from waa.accounts.visitors import ensure_visitor, remember, visitor_of
from waa.lib import images
from waa.lib.errors import Refused
from waa.studio import choosing, files, jobs, masks, pictures, thinking, trees
from waa.studio.jobs import Ask
from waa.studio.models import Job, Picture
from waa.upstreams.routes import Quote
from waa.web import engines
from waa.web.choices import MODES, RATIOS, STYLES
from waa.web.errors import MOST_PHOTOS
from waa.web.examples import EXAMPLES
from waa.web.forms import DrawForm, checked, seed_of
from waa.web.views.changes import has_changes
from waa.web.views.jobs import cards
from waa.web.views.pictures import picture_of, pictures_of


@require_safe
def studio(request: HttpRequest, public_id: str | None = None) -> HttpResponse:
    """The composer and, above it, the picture it refines: the one of the address, else the latest."""
    visitor = visitor_of(request)
    picture = None
    if public_id is not None:
        picture = picture_of(visitor, public_id)
    elif "new" not in request.GET:
        picture = Picture.objects.visible_to(visitor).select_related("parent").newest_first().first()
    unfinished = list(Job.objects.visible_to(visitor).unfinished().select_related("brief").order_by("pk"))
    return render(request, "studio/studio.html", _context(request, picture, unfinished))


def _context(request: HttpRequest, picture: Picture | None, unfinished: list[Job]) -> dict[str, Any]:
    nodes = trees.tree_of(picture) if picture is not None else []
    here = next((n for n in nodes if picture is not None and n.picture.pk == picture.pk), None)
    siblings = _siblings(picture)
    quotes = choosing.offers()
    return {
        "picture": picture,
        "number": here.number if here else None,
        "nodes": nodes,
        "siblings": siblings,
        "has_changes": picture is not None and has_changes(picture),
        "unfinished": cards(unfinished, request.language),
        "styles": STYLES,
        "modes": MODES,
        "ratios": RATIOS,
        "counts": range(1, settings.MAX_COUNT + 1),
        "max_side": settings.MAX_SIDE,
        "tries": [(n, e.zh, e.en) for n, e in enumerate(EXAMPLES) if n],
        "is_first_visit": picture is None and not unfinished and "new" not in request.GET,
        "words": request.GET.get("words", "")[:2000],
        "chosen": {name: request.GET.get(name, "") for name in ("style", "mode", "aspect")},
        "engines": engines.cards(quotes, request.language, edit=picture is not None),
        "engine": engines.chosen(quotes, request.GET.get("engine", "")),
        "is_engine_named": "engine" in request.GET,
        "can_rewrite": thinking.rewrite() is not None,
        "vary_price": _vary_price(picture, quotes, request.language),
        "cost": engines.cost_of(picture, request.language) if picture is not None else "",
    }


def _vary_price(picture: Picture | None, quotes: list[Quote], language: str) -> str:
    if picture is None or picture.is_upload or len(quotes) == 1:
        return ""
    return engines.price_of_variations(picture, quotes, language)


def _siblings(picture: Picture | None) -> list[Picture]:
    """The pictures that one press made together."""
    if picture is None or picture.is_upload:
        return []
    return list(
        Picture.objects.filter(job__brief__jobs__picture=picture).order_by("job__number").distinct()[:8]
    )


@require_POST
def draw(request: HttpRequest) -> HttpResponse:
    """Put an ask into the line; answers with the cards that watch it. Whatever is refused leaves nothing behind."""
    form = checked(DrawForm(request.POST))
    photos = _photos(request)
    uploads: list[Picture] = []
    try:
        with transaction.atomic():
            visitor = ensure_visitor(request)
            for photo in photos:
                uploads.append(pictures.keep_upload(visitor=visitor, photo=photo))
            made = jobs.submit(visitor=visitor, ask=_ask(request, visitor, form, uploads))
    except BaseException:  # the rows have gone back; the files do not by themselves
        for picture in uploads:
            files.delete(*pictures.files_of(picture))
        raise
    response: HttpResponse
    if getattr(request, "htmx", False):
        response = render(request, "studio/_waiting.html", {"unfinished": cards(made, request.language)})
    else:
        response = HttpResponseRedirect(reverse("job", args=[made[0].pk]))
    remember(response, visitor)
    return response


def _photos(request: HttpRequest) -> list[pictures.Photo]:
    """The photos that came along with the words, clean."""
    sent = request.FILES.getlist("photos")
    if len(sent) > MOST_PHOTOS:
        raise Refused(
            "too_many_photos",
            f"一次最多 {MOST_PHOTOS} 張相，請減少啲再試。",
            f"{MOST_PHOTOS} photos at a time. Choose fewer and try again.",
        )
    return [pictures.clean(_read_file(file)) for file in sent]


def _ask(request: HttpRequest, visitor: Visitor, form: dict[str, Any], uploads: list[Picture]) -> Ask:
    picture = picture_of(visitor, form["at"]) if form["at"] else None
    references = [*pictures_of(visitor, form["references"]), *uploads]
    if picture is None and references:  # photos alone: the first is what the words speak of
        picture, references = references[0], references[1:]
    return Ask(
        words=form["words"],
        picture=picture,
        references=references,
        style=form["style"] or None,
        mode=form["mode"] or None,
        aspect=form["aspect"] or None,
        count=form["count"] or 1,
        seed=seed_of(form),
        long_side=form["long_side"] or 1024,
        engine=form["engine"] or None,
        prompt=form["prompt"],
        composition=form["composition"],
        keep_rest=form["keep_rest"],
        hide_words=form["hide_words"],
        mask=_mask_name(picture, form["mask"]),
        language=request.language,
    )


def _mask_name(picture: Picture | None, wanted: str) -> str | None:
    """Masks are kept beside their photo; nobody can name another file."""
    if picture is None or not wanted or not files.exists(masks.mask_name(picture)):
        return None
    return masks.mask_name(picture)


@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """One photo; answers with where it is. Without JavaScript the composer sends photos along with the words."""
    sent = request.FILES.get("photo")
    if sent is None:
        raise Refused("upload_empty", "未揀到相，請再試。", "No photo arrived; please try again.")
    photo = pictures.clean(_read_file(sent))
    with transaction.atomic():
        visitor = ensure_visitor(request)
        picture = pictures.keep_upload(visitor=visitor, photo=photo)
    told = {
        "id": picture.public_id,
        "width": picture.width,
        "height": picture.height,
        "thumbnail": reverse("thumbnail", args=[picture.public_id]),
        "address": reverse("picture", args=[picture.public_id]),
    }
    response = JsonResponse(told, status=201)
    remember(response, visitor)
    return response


def _read_file(sent: Any) -> bytes:
    """Bounded: one byte more than allowed is enough to know."""
    data: bytes = sent.read(images.MAX_BYTES + 1)
    return data
