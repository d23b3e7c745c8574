"""A job while it runs: its card, stopping it, trying again."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from waa.accounts.visitors import visitor_of
from waa.engines.offers import OFFERS
from waa.lib.errors import NotHere
from waa.studio import choosing, files, jobs
from waa.studio.models import Job
from waa.web import engines
from waa.web.forms import RetryForm, checked


def cards(found: Sequence[Job], language: str) -> list[dict[str, Any]]:
    """What the template of each job's card needs; where one failed, who else could paint it too."""
    has_failed = any(job.status == Job.Status.FAILED for job in found)
    quotes = choosing.offers() if has_failed else []
    return [
        {"job": job, "outlook": outlook, "painter": _painter(job, language),
         "ways": engines.other_ways(job, quotes, language)}
        for job, outlook in zip(found, jobs.outlooks(found), strict=True)
    ]  # fmt: skip


def _painter(job: Job, language: str) -> str:
    """Who paints, where that is worth a word: not Waa itself."""
    offer = OFFERS.get(job.offer)
    if offer is None or offer.name == "offline":
        return ""
    return offer.zh if language == "zh-hk" else offer.en


def _own(request: HttpRequest, job_id: uuid.UUID) -> Job:
    found = (
        Job.objects.visible_to(visitor_of(request))
        .select_related("brief", "picture")
        .filter(pk=job_id)
        .first()
    )
    if found is None:
        raise NotHere(
            "job_not_found", "搵唔到呢個工作，或者佢唔係你嘅。", "There is no such job, or it is not yours."
        )
    return found


@require_safe
def job(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """With JavaScript a card; without, a page that looks again by itself and ends at the picture."""
    found = _own(request, job_id)
    [card] = cards([found], request.language)
    if getattr(request, "htmx", False):
        return render(request, "studio/_job.html", card)
    if found.picture is not None:
        return HttpResponseRedirect(reverse("picture", args=[found.picture.public_id]))
    return render(request, "studio/job.html", card)


@require_POST
def cancel(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    found = _own(request, job_id)
    jobs.cancel(found)
    return _answer(request, found)


@require_POST
def retry(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    found = _own(request, job_id)
    form = checked(RetryForm(request.POST))
    return _answer(request, jobs.retry(found, engine=form["engine"] or None))


@require_safe
def preview(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """The partial picture of a job that is being painted; what follows after `?n=` only tells one from the next."""
    found = _own(request, job_id)
    response = HttpResponse(files.read(files.preview_name(found.pk)), content_type="image/jpeg")
    response.headers["Cache-Control"] = "no-store"  # gone when the picture is there
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _answer(request: HttpRequest, job: Job) -> HttpResponse:
    job.refresh_from_db()
    if getattr(request, "htmx", False):
        return render(request, "studio/_job.html", cards([job], request.language)[0])
    return HttpResponseRedirect(reverse("job", args=[job.pk]))
