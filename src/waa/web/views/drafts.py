"""The draft while typing, the English that an engine would read, and the living examples of the first visit."""

from __future__ import annotations

import base64
import logging
import threading
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from waa.accounts.visitors import visitor_of
from waa.engines.base import Cancelled
from waa.lib.errors import NotHere, Refused, Unavailable
from waa.studio import drafts, prompts, reading, thinking
from waa.studio.models import Picture
from waa.studio.reading import Reading
from waa.web.examples import EXAMPLES, example_image
from waa.web.forms import DraftForm, checked, seed_of
from waa.web.views.pictures import own_picture, pictures_of
from waa.words.explain import explain

log = logging.getLogger("waa.web")

_thinkers = threading.Semaphore(2)  # a text model takes seconds; the other web threads stay free for pages


@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """{"image", "chips", …}; 204 when a newer draft has overtaken this one."""
    form = checked(DraftForm(request.POST))
    visitor = visitor_of(request)
    picture = own_picture(request, form["at"]) if form["at"] else None
    photos = len(pictures_of(visitor, form["references"]))
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
    told = _as_json(made, request.language)
    return JsonResponse(told | {"english": _english(form["words"], made.reading, picture, photos)})


def _english(words: str, understood: Reading, picture: Picture | None, photos: int) -> str:
    """Waa's own, as `studio.jobs` will make it for an engine that reads English."""
    seen = picture.meaning if picture is not None and picture.scene else None
    references = photos + (picture is not None)
    return prompts.english_of(words, understood.scene, seen=seen, references=references)


@require_POST
def prompt(request: HttpRequest) -> HttpResponse:
    """{"prompt", "by"}: the words in English by the text model, or by Waa ("waa") where that one was of no use."""
    form = checked(DraftForm(request.POST))
    if not form["words"].strip():
        raise Refused("nothing_asked", "請先講你想要乜嘢畫。", "Say first what you would like.")
    picture = own_picture(request, form["at"]) if form["at"] else None
    photos = len(pictures_of(visitor_of(request), form["references"]))
    understood = reading.read(form["words"], picture=picture, style=form["style"] or None,
                              mode=form["mode"] or None, aspect=form["aspect"] or None)  # fmt: skip
    told = _english(form["words"], understood, picture, photos)
    better = _rewritten(form["words"], told, photos + (picture is not None))
    return JsonResponse({"prompt": better or told, "by": "writer" if better else "waa"})


def _rewritten(words: str, told: str, references: int) -> str:
    """By the text model; "" where it failed in any way, for what Waa made stands then."""
    rewrite = thinking.rewrite()
    if rewrite is None:
        raise NotHere("no_text_model", "呢度冇設定文字模型。", "No text model is set up here.")
    if not _thinkers.acquire(blocking=False):
        raise Unavailable(
            "text_model_busy",
            "文字模型忙緊，請等陣再試，或者自己改。",
            "The text model is busy. Try again in a moment, or edit the English yourself.",
            retryable=True,
            retry_after=5,
        )
    try:
        return prompts.rewritten(rewrite, words, told, references)
    finally:
        _thinkers.release()


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
