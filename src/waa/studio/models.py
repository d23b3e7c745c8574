"""Briefs, jobs and pictures. See docs/studio.md.

A Brief is what was asked and never changes. A Job is one attempt at it, with a status. A Picture is bytes plus how
they came to be; its parents make refining a tree.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from waa.accounts.models import Visitor
from waa.lib.ids import new_id, public_id
from waa.words import scene as scenes


class PictureQuerySet(models.QuerySet["Picture"]):
    def visible_to(self, visitor: Visitor | None) -> PictureQuerySet:
        """What this person may see and change: their own."""
        return self.filter(visitor=visitor) if visitor is not None else self.none()

    def newest_first(self) -> PictureQuerySet:
        return self.order_by("-pk")

    def made(self) -> PictureQuerySet:
        return self.filter(kind=Picture.Kind.MADE)


class Picture(models.Model):
    """`scene` is the scene as painted (None for a photo), `words` what was typed last, `notes` [[zh, en], …]."""

    class Kind(models.TextChoices):
        MADE = "made"
        UPLOAD = "upload"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    public_id = models.CharField(max_length=16, unique=True, default=public_id, editable=False)
    visitor = models.ForeignKey(Visitor, on_delete=models.CASCADE, related_name="pictures")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.MADE)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children"
    )
    references = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="used_in")
    words = models.TextField(blank=True)
    prompt_used = models.TextField(blank=True)
    scene = models.JSONField(null=True, blank=True)
    operations = models.JSONField(default=list, blank=True)
    notes = models.JSONField(default=list, blank=True)
    settings = models.JSONField(default=dict, blank=True)
    engine = models.CharField(max_length=40, blank=True)  # the kind that painted it
    engine_version = models.CharField(max_length=80, blank=True)  # of the painter, or the model's id
    engine_label = models.CharField(max_length=80, blank=True)  # what people call it
    cost_usd_micros = models.BigIntegerField(null=True, blank=True)
    seed = models.BigIntegerField(default=0)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.CharField(max_length=200)  # a name in the storage: JPEG
    thumbnail = models.CharField(max_length=200)
    original = models.CharField(
        max_length=200, blank=True
    )  # lossless PNG, written after the picture is shown
    colour = models.CharField(max_length=7, default="#888888")
    share_token = models.CharField(max_length=32, null=True, blank=True, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = PictureQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["visitor", "-id"], name="picture_by_visitor")]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_upload(self) -> bool:
        return self.kind == self.Kind.UPLOAD

    @property
    def meaning(self) -> scenes.Scene:
        """The scene; an empty one for a photo or for a scene of another version."""
        try:
            return scenes.from_json(self.scene) if self.scene else scenes.Scene()
        except ValueError:
            return scenes.Scene()

    @property
    def ratio(self) -> float:
        return self.width / self.height


class Brief(models.Model):
    """What was asked, as it was asked. `picture` is the one being refined.

    `scene`, `operations` and `references` (the refined picture among them where its pixels matter) are what a painter of
    scenes needs; `english` is the same for a model that reads English, `prompt` what the person made of it, if they
    did. `engine` is the offer that was chosen (engines.offers), or a kind of engine that needs no account.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    visitor = models.ForeignKey(Visitor, on_delete=models.CASCADE, related_name="briefs")
    words = models.TextField(blank=True)
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="briefs"
    )
    references = models.JSONField(default=list, blank=True)  # public ids, in order
    scene = models.JSONField()
    operations = models.JSONField(default=list, blank=True)
    sentences = models.JSONField(default=list, blank=True)
    engine = models.CharField(max_length=40)
    english = models.TextField(blank=True)
    prompt = models.TextField(blank=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    settings = models.JSONField(
        default=dict, blank=True
    )  # the form as it was: style, mode, ratio, count, opt-outs
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.words[:40]

    @property
    def shown(self) -> list[str]:
        """The public ids of all pictures that somebody who looks at pictures is shown, the one being refined first."""
        at = self.settings.get("at")
        return [at, *self.references] if at and at not in self.references else list(self.references)

    @property
    def is_edit(self) -> bool:
        """Whether pictures go along where they can, be it only a draft whose composition is to be kept."""
        return bool(self.shown or self.settings.get("composition"))


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, visitor: Visitor | None) -> JobQuerySet:
        return self.filter(visitor=visitor) if visitor is not None else self.none()

    def waiting(self) -> JobQuerySet:
        return self.filter(status=Job.Status.QUEUED)

    def running_as(self, job: Job) -> JobQuerySet:
        """That job, if it is still being painted by the same worker in the same attempt."""
        return self.filter(pk=job.pk, status=Job.Status.RUNNING, worker=job.worker, attempts=job.attempts)

    def unfinished(self) -> JobQuerySet:
        return self.filter(status__in=(Job.Status.QUEUED, Job.Status.RUNNING))


class Job(models.Model):
    """One attempt at a brief. `attempts` counts starts: a job that keeps killing its worker is given up.

    `offer` is what was chosen for this attempt; `trail` tells [[zh, en], …] why another painted it. `preview` counts the
    partial pictures so far. `ticket` is what an engine needs to fetch a picture that is paid for already.
    """

    class Status(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"
        BLOCKED = "blocked"

    class Lane(models.TextChoices):
        LOCAL = "local"  # takes a processor of this machine
        REMOTE = "remote"  # mostly waits

    ENDS = (Status.DONE, Status.FAILED, Status.CANCELLED, Status.BLOCKED)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="jobs")
    visitor = models.ForeignKey(Visitor, on_delete=models.CASCADE, related_name="jobs")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    number = models.PositiveSmallIntegerField(default=0)
    seed = models.BigIntegerField()
    offer = models.CharField(max_length=40, default="offline")
    lane = models.CharField(max_length=8, choices=Lane.choices, default=Lane.LOCAL)
    quote_usd_micros = models.BigIntegerField(default=0)
    cost_usd_micros = models.BigIntegerField(null=True, blank=True)
    trail = models.JSONField(default=list, blank=True)
    ticket = models.JSONField(null=True, blank=True)
    preview = models.PositiveSmallIntegerField(default=0)
    picture = models.OneToOneField(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="job"
    )
    progress = models.FloatField(default=0.0)
    step = models.CharField(max_length=40, blank=True)
    worker = models.CharField(max_length=80, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    cancel_requested_at = models.DateTimeField(null=True, blank=True)
    error = models.JSONField(null=True, blank=True)  # {code, zh, en, retryable}
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["status", "lane", "visitor", "id"], name="job_line")]

    def __str__(self) -> str:
        return f"{self.pk} {self.status}"

    @property
    def is_over(self) -> bool:
        return self.status in self.ENDS


class WorkerBeat(models.Model):
    """A worker that lives says so every few seconds; the jobs of one that does not are given to another."""

    name = models.CharField(max_length=80, primary_key=True)
    beat_at = models.DateTimeField()
    started_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
