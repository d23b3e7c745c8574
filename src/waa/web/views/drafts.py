"""The draft while typing, and the living examples of the first visit."""

from __future__ import annotations

import base64
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from waa.accounts.visitors import visitor_of
from waa.engines.base import Cancelled
from waa.lib.errors import NotHere
from waa.studio import drafts
from waa.web.examples import EXAMPLES, example_image
from waa.web.forms import DraftForm, checked, seed_of
from waa.web.views.pictures import own_picture
from waa.words.explain import explain


@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """{"image", "chips", …}; 204 when a newer draft has overtaken this one."""
    form = checked(DraftForm(request.POST))
    visitor = visitor_of(request)
    picture = own_picture(request, form["at"]) if form["at"] else None
    try:
        made = drafts.draft(
            form["words"],
            # A newcomer has no name yet, but a browser of their own; an address would be shared behind a proxy.
            key=str(visitor.pk) if visitor else request.META.get("CSRF_COOKIE", ""),
            picture=picture,
            style=form["style"] or None,
            mode=form["mode"] or None,
            aspect=form["aspect"] or None,
            seed=seed_of(form),
        )
    except Cancelled:
        return HttpResponse(status=204)
    return JsonResponse(_as_json(made, request.language))


def _as_json(made: drafts.Draft, language: str) -> dict[str, Any]:
    told = explain(made.reading.scene, missing=made.missing)
    zh = language == "zh-hk"
    return {
        "image": f"data:image/jpeg;base64,{base64.b64encode(made.image).decode()}" if made.image else None,
        "busy": made.busy,
        "width": made.width,
        "height": made.height,
        "chips": [
            {"kind": c.kind, "label": c.zh if zh else c.en, "start": c.start, "end": c.end}
            for c in told.chips
        ],
        "missing": [{"label": m.zh if zh else m.en, "offer": m.offer} for m in told.missing],
        "unknown": list(made.reading.unknown),
        "sentences": [pair[0 if zh else 1] for pair in made.reading.sentences],
        "says": told.zh if zh else told.en,
        "suggestions": list(told.suggestions),
    }


@require_safe
def example(request: HttpRequest, number: int) -> HttpResponse:
    """The picture of an example prompt: painted by Waa at the first look, then kept."""
    if not 0 <= number < len(EXAMPLES):
        raise NotHere("not_found", "搵唔到呢一頁。", "There is no such page.")
    response = HttpResponse(
        example_image(number, settings.WAA_DATA / "cache" / "examples"), content_type="image/jpeg"
    )
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response
