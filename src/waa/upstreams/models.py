"""Accounts at providers, their models, what they have spent. See docs/upstreams.md.

An Upstream is an account (or this machine's own GPU), an UpstreamModel one model of it behind an offer, with a price and
budgets. A Reservation holds money and a place for one attempt at a job; Spending is the sum of them in a day or month.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from waa.upstreams.breaker import Health
from waa.upstreams.texts import both

SEEN_FOR = timedelta(
    minutes=5
)  # an account of the environment that no process has said to have for so long is gone


class Healing(models.Model):
    """What a circuit breaker remembers; see breaker.py."""

    failures = models.PositiveIntegerField(default=0, editable=False)
    openings = models.PositiveIntegerField(default=0, editable=False)
    open_until = models.DateTimeField(null=True, blank=True, editable=False)
    on_trial = models.BooleanField(default=False, editable=False)
    last_error = models.JSONField(null=True, blank=True, editable=False)  # {code, zh, en, at}
    last_ok_at = models.DateTimeField(null=True, blank=True, editable=False)
    running = models.PositiveIntegerField(default=0, editable=False)  # open reservations

    class Meta:
        abstract = True

    @property
    def health(self) -> Health:
        return Health(self.failures, self.openings, self.open_until, self.on_trial)

    @health.setter
    def health(self, health: Health) -> None:
        self.failures, self.openings = health.failures, health.openings
        self.open_until, self.on_trial = health.open_until, health.on_trial


class UpstreamQuerySet(models.QuerySet["Upstream"]):
    def present(self, now: datetime) -> UpstreamQuerySet:
        """Those of the operator, and those that some process has in its environment."""
        return self.filter(Q(origin=Upstream.Origin.OPERATOR) | Q(seen_at__gte=now - SEEN_FOR))


class Upstream(Healing):
    """An account. `config` is the engine's Config without its secrets, which are in `sealed` (seal.py)."""

    class Origin(models.TextChoices):
        OPERATOR = "operator", both("營運者", "operator")
        ENVIRONMENT = "environment", both("環境變數", "environment")

    name = models.CharField(both("名", "name"), max_length=80, unique=True)
    kind = models.CharField(both("類別", "kind"), max_length=40)
    config = models.JSONField(default=dict, blank=True)
    sealed = models.TextField(blank=True, editable=False)
    origin = models.CharField(max_length=12, choices=Origin.choices, default=Origin.OPERATOR, editable=False)
    is_enabled = models.BooleanField(both("使用中", "in use"), default=True)
    concurrency = models.PositiveIntegerField(
        both("同時最多幾多幅", "most pictures at once"), default=64, validators=[MinValueValidator(1)]
    )
    seen_at = models.DateTimeField(null=True, blank=True, editable=False)
    seen_by = models.CharField(max_length=200, blank=True, editable=False)  # the machine

    objects = UpstreamQuerySet.as_manager()

    class Meta:
        verbose_name = both("帳戶", "account")
        verbose_name_plural = both("帳戶", "accounts")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(concurrency__gte=1), name="upstream_concurrency"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_from_environment(self) -> bool:
        return self.origin == self.Origin.ENVIRONMENT

    def is_present(self, now: datetime) -> bool:
        seen = self.seen_at is not None and self.seen_at >= now - SEEN_FOR
        return seen or not self.is_from_environment


class UpstreamModel(Healing):
    """A model of an account, behind an offer. Prices are for one picture; budgets, where there is one, are kept."""

    upstream = models.ForeignKey(Upstream, on_delete=models.CASCADE, related_name="models")
    model_id = models.CharField(both("模型", "model"), max_length=200, blank=True)
    offer = models.CharField(both("選項", "offer"), max_length=40)
    price_usd_micros = models.PositiveBigIntegerField(both("每幅價錢", "price of a picture"), default=0)
    edit_price_usd_micros = models.PositiveBigIntegerField(
        both("改圖價錢", "price of an edit"), null=True, blank=True
    )
    weight = models.PositiveIntegerField(both("比重", "weight"), default=1)
    daily_budget_usd_micros = models.PositiveBigIntegerField(
        both("每日預算", "budget of a day"), null=True, blank=True
    )
    monthly_budget_usd_micros = models.PositiveBigIntegerField(
        both("每月預算", "budget of a month"), null=True, blank=True
    )
    concurrency = models.PositiveIntegerField(
        both("同時最多", "most at once"), default=64, validators=[MinValueValidator(1)]
    )
    is_enabled = models.BooleanField(both("使用中", "in use"), default=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = both("模型", "model")
        verbose_name_plural = both("模型", "models")
        constraints = [
            models.UniqueConstraint(fields=["upstream", "model_id"], name="one_row_for_a_model"),
            models.CheckConstraint(condition=Q(concurrency__gte=1), name="model_concurrency"),
        ]

    def __str__(self) -> str:
        return self.model_id or self.offer

    def price(self, *, edit: bool) -> int:
        """Millionths of a US dollar for one picture."""
        if edit and self.edit_price_usd_micros is not None:
            return self.edit_price_usd_micros
        return self.price_usd_micros


class Spending(models.Model):
    """What a model has spent, and holds back for pictures on their way, in a day ("2026-11-25") or month ("2026-11")."""

    model = models.ForeignKey(UpstreamModel, on_delete=models.CASCADE, related_name="spendings")
    period = models.CharField(max_length=10)
    reserved_usd_micros = models.PositiveBigIntegerField(default=0)
    spent_usd_micros = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model", "period"], name="one_sum_for_a_period")]

    def __str__(self) -> str:
        return f"{self.model_id} {self.period}"


class Reservation(models.Model):
    """Money and a place held for one attempt at a job. Open until it is settled or released, once."""

    class Status(models.TextChoices):
        OPEN = "open"
        SETTLED = "settled"
        RELEASED = "released"

    model = models.ForeignKey(UpstreamModel, on_delete=models.CASCADE, related_name="reservations")
    job_id = models.CharField(max_length=64)
    attempt = models.PositiveIntegerField()
    usd_micros = models.PositiveBigIntegerField()
    settled_usd_micros = models.PositiveBigIntegerField(null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["status", "created_at"], name="reservations_left_open")]
        constraints = [
            models.UniqueConstraint(
                fields=["job_id", "attempt", "model"], condition=Q(status="open"), name="one_open_reservation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.job_id}/{self.attempt} {self.status}"

    @property
    def periods(self) -> tuple[str, str]:
        return periods(self.created_at)


def periods(now: datetime) -> tuple[str, str]:
    """The day and the month where Waa is: ("2026-11-25", "2026-11")."""
    day = timezone.localtime(now, ZoneInfo(settings.TIME_ZONE)).date().isoformat()
    return day, day[:7]


def told(error: Any, now: datetime) -> dict[str, str]:
    """An error as `last_error` keeps it."""
    return {"code": error.code, "zh": error.zh, "en": error.en, "at": now.isoformat(timespec="seconds")}
