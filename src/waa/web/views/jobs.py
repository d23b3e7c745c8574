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
from waa.lib.errors import NotHere
from waa.studio import jobs
from waa.studio.models import Job


def cards(found: Sequence[Job]) -> list[dict[str, Any]]:
    """What the template of each job's card needs."""
    return [{"job": j, "outlook": o} for j, o in zip(found, jobs.outlooks(found), strict=True)]


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
    [card] = cards([found])
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
    return _answer(request, jobs.retry(_own(request, job_id)))


def _answer(request: HttpRequest, job: Job) -> HttpResponse:
    job.refresh_from_db()
    if getattr(request, "htmx", False):
        return render(request, "studio/_job.html", cards([job])[0])
    return HttpResponseRedirect(reverse("job", args=[job.pk]))
