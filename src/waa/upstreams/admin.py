"""The operator's pages at /operator/: accounts, their models, health and spending.

A new account is made in two steps, the kind and then its form, which is drawn from the kind's Config (forms.py). What the
environment gives is shown and not changed here. Keys go in and never come out.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import Promise

from waa.engines import registry
from waa.lib import money
from waa.upstreams import checkup, given
from waa.upstreams.breaker import Health
from waa.upstreams.forms import PREFIX, AccountForm, ModelForm, account_form, shown_fields, suggestions
from waa.upstreams.models import Upstream, UpstreamModel, periods
from waa.upstreams.signin import SignIn
from waa.upstreams.texts import both, either, is_chinese

admin.site.site_header = both("話畫 · 營運", "Waa · Operator")
admin.site.site_title = both("話畫營運", "Waa operator")
admin.site.index_title = both("畫師帳戶同預算", "Accounts and budgets")
admin.site.login_form = SignIn
admin.site.enable_nav_sidebar = False
admin.site.unregister(Group)


def _shown(micros: int | None, none: str = "–") -> str:
    return none if micros is None else money.shown(micros, "zh-hk" if is_chinese() else "en")


def _state(health: Health, now: datetime) -> str:
    state = health.state(now)
    if state == "closed":
        return either("正常", "well")
    if state in ("half-open", "trial"):
        return either("試緊返唔返到嚟", "on trial")
    until = timezone.localtime(health.open_until).strftime("%H:%M:%S")
    return either(f"停到 {until}", f"left alone until {until}")


class ModelInline(admin.TabularInline):
    """The models of an account. A new account begins with those that its kind has."""

    model = UpstreamModel
    form = ModelForm
    extra = 0
    readonly_fields = ("health", "price", "edit_price", "daily_budget", "monthly_budget")

    def get_fields(self, request: HttpRequest, obj: Upstream | None = None) -> tuple[str, ...]:
        if obj is not None and obj.is_from_environment:
            return (
                "is_enabled",
                "model_id",
                "offer",
                "price",
                "edit_price",
                "daily_budget",
                "monthly_budget",
                "health",
            )
        return (*ModelForm.Meta.fields, "health") if obj is not None else ModelForm.Meta.fields

    def get_extra(self, request: HttpRequest, obj: Upstream | None = None, **more: Any) -> int:
        return len(suggestions(request.GET["kind"])) if obj is None else 0

    @admin.display(description=both("狀況", "health"))
    def health(self, row: UpstreamModel) -> str:
        return _state(row.health, timezone.now())

    @admin.display(description=both("每幅價錢", "price of a picture"))
    def price(self, row: UpstreamModel) -> str:
        return _shown(row.price_usd_micros)

    @admin.display(description=both("改圖價錢", "price of an edit"))
    def edit_price(self, row: UpstreamModel) -> str:
        return _shown(row.price(edit=True))

    @admin.display(description=both("每日預算", "budget of a day"))
    def daily_budget(self, row: UpstreamModel) -> str:
        return _shown(row.daily_budget_usd_micros)

    @admin.display(description=both("每月預算", "budget of a month"))
    def monthly_budget(self, row: UpstreamModel) -> str:
        return _shown(row.monthly_budget_usd_micros)


@admin.register(Upstream)
class UpstreamAdmin(admin.ModelAdmin):
    inlines = (ModelInline,)
    list_display = ("name", "kind_name", "is_used", "health", "today", "this_month", "last_said")
    actions = ("test_account",)
    list_per_page = 50
    readonly_fields = ("kind_name", "where_from", "health", "today", "this_month", "last_said", "settings")

    # -- the two steps -----------------------------------------------------------------------------------

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        kinds = {name: engine for name in registry.names() if (engine := _with_a_form(name)) is not None}
        if (engine := kinds.get(request.GET.get("kind", ""))) is not None:
            title = either(f"新帳戶：{engine.label[0]}", f"A new account: {engine.label[1]}")
            return super().add_view(request, form_url, {**(extra_context or {}), "title": title})
        if not self.has_add_permission(request):
            return self.changelist_view(request)
        told = [
            {"name": name, "label": either(*engine.label), "is_local": engine.is_local}
            for name, engine in kinds.items()
        ]
        context = {**self.admin_site.each_context(request), "opts": self.opts, "kinds": told,
                   "title": either("新帳戶：邊一類？", "A new account: of which kind?")}  # fmt: skip
        return TemplateResponse(request, "operator/kinds.html", context)

    def get_form(
        self, request: HttpRequest, obj: Upstream | None = None, change: bool = False, **more: Any
    ) -> Any:
        if obj is None or not obj.is_from_environment:
            more["form"] = _form(_kind(request, obj))
        return super().get_form(request, obj, change, **more)

    def get_fieldsets(self, request: HttpRequest, obj: Upstream | None = None) -> Any:
        if obj is not None and obj.is_from_environment:
            return [(None, {"fields": ("name", "kind_name", "where_from", "settings")}), self._condition()]
        names = tuple(PREFIX + field.name for field in shown_fields(_form(_kind(request, obj)).config_class))
        first = ("name", *([] if obj is None else ["kind_name"]), *names[:2], "is_enabled")
        more = (
            either("其他設定", "More settings"),
            {"fields": (*names[2:], "concurrency"), "classes": ("collapse",)},
        )
        return [(None, {"fields": first}), more, *([self._condition()] if obj is not None else [])]

    def _condition(self) -> Any:
        return either("狀況", "Health"), {"fields": ("health", "last_said", "today", "this_month")}

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        engine = registry.kind(request.GET["kind"])
        return {"name": either(*engine.label), "concurrency": engine.most_at_once}

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Upstream, inline: Any, prefix: str
    ) -> dict[str, Any]:
        told: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if (
            obj.pk is None and request.method != "POST"
        ):  # in a POST they would count as rows nobody has touched
            told["initial"] = suggestions(request.GET["kind"])
        return told

    # -- keeping -----------------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Upstream, form: Any, change: bool) -> None:
        if not change:
            obj.kind = request.GET["kind"]
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if isinstance(form, AccountForm) and (not change or form.is_another_account_now):
            # After the transaction: a provider may take its time, and nobody else could write meanwhile.
            transaction.on_commit(partial(self._tell, request, [form.instance]))

    def has_change_permission(self, request: HttpRequest, obj: Upstream | None = None) -> bool:
        is_fixed = obj is not None and obj.is_from_environment
        return super().has_change_permission(request, obj) and not is_fixed

    def has_delete_permission(self, request: HttpRequest, obj: Upstream | None = None) -> bool:
        is_fixed = obj is not None and obj.is_from_environment
        return super().has_delete_permission(request, obj) and not is_fixed

    # -- asking ------------------------------------------------------------------------------------------

    @admin.action(description=both("試下呢啲帳戶通唔通", "Test these accounts"), permissions=["view"])
    def test_account(self, request: HttpRequest, chosen: QuerySet[Upstream]) -> None:
        self._tell(request, list(chosen))

    def _tell(self, request: HttpRequest, upstreams: list[Upstream]) -> None:
        for remark in checkup.look(timezone.now(), upstreams):
            told = either(remark.zh, remark.en).rstrip("。.")
            hint = "" if remark.is_well else either(remark.hint_zh, remark.hint_en)
            sentence = either(f"{remark.name}：{told}。{hint}", f"{remark.name}: {told}. {hint}".strip())
            self.message_user(request, sentence, messages.SUCCESS if remark.is_well else messages.ERROR)

    # -- what is shown -----------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Upstream]:
        day, month = periods(timezone.now())
        spent = {
            name: Sum(
                "models__spendings__spent_usd_micros", filter=Q(models__spendings__period=period), default=0
            )
            for name, period in (("spent_today", day), ("spent_this_month", month))
        }
        found: QuerySet[Upstream] = super().get_queryset(request).annotate(**spent).prefetch_related("models")
        return found

    @admin.display(description=both("類別", "kind"))
    def kind_name(self, upstream: Upstream) -> str:
        engine = given.engine_class(upstream.kind) if upstream.kind else None
        return either(*engine.label) if engine is not None and engine.label[0] else upstream.kind or "–"

    @admin.display(description=both("使用中", "in use"), boolean=True)
    def is_used(self, upstream: Upstream) -> bool:
        return upstream.is_enabled and upstream.is_present(timezone.now())

    @admin.display(description=both("狀況", "health"))
    def health(self, upstream: Upstream) -> str:
        now = timezone.now()
        if not upstream.health.takes(now):
            return _state(upstream.health, now)
        ill = [str(row) for row in upstream.models.all() if row.is_enabled and not row.health.takes(now)]
        if ill:
            return either(f"{'、'.join(ill)} 停緊", f"{', '.join(ill)} left alone")
        if any(_failed_last(row) for row in (upstream, *upstream.models.all())):
            return either("上次出錯", "failed last time")
        return _state(upstream.health, now)

    @admin.display(description=both("今日用咗", "spent today"))
    def today(self, upstream: Upstream) -> str:
        return _amount(getattr(upstream, "spent_today", 0))

    @admin.display(description=both("今個月用咗", "spent this month"))
    def this_month(self, upstream: Upstream) -> str:
        return _amount(getattr(upstream, "spent_this_month", 0))

    @admin.display(description=both("最近一次出錯", "last error"))
    def last_said(self, upstream: Upstream) -> str:
        errors = [row.last_error for row in (upstream, *upstream.models.all()) if row.last_error]
        if not errors:
            return "–"
        last = max(errors, key=lambda error: error["at"])
        at = timezone.localtime(datetime.fromisoformat(last["at"])).strftime("%Y-%m-%d %H:%M")
        return f"{at} {either(last['zh'], last['en'])}"

    @admin.display(description=both("點嚟", "where from"))
    def where_from(self, upstream: Upstream) -> str | Promise:
        return either("由環境變數嚟，要改就改環境變數，再開過 Waa。佢嘅預算跟 UPSTREAM_DAILY_BUDGET；"
                      "想逐個模型定，就喺度開個新帳戶。",
                      "It comes from the environment: change the variable and start Waa again. Its budget follows "
                      "UPSTREAM_DAILY_BUDGET; to set it for each model, add an account here.")  # fmt: skip

    @admin.display(description=both("設定", "settings"))
    def settings(self, upstream: Upstream) -> str:
        return ", ".join(
            f"{name}={value}" for name, value in upstream.config.items() if value not in ("", None)
        )


def _failed_last(row: Upstream | UpstreamModel) -> bool:
    at = datetime.fromisoformat(row.last_error["at"]) if row.last_error else None
    return at is not None and (row.last_ok_at is None or row.last_ok_at < at)


def _amount(micros: int) -> str:
    """Nothing spent is no price that is free."""
    return _shown(micros) if micros else "–"


def _with_a_form(kind: str) -> Any:
    engine = given.engine_class(kind)
    return None if engine is None or not engine.models or given.needs_no_account(engine) else engine


def _kind(request: HttpRequest, obj: Upstream | None) -> str:
    return obj.kind if obj is not None else request.GET.get("kind", "")


def _form(kind: str) -> type[AccountForm]:
    """A kind that is not installed any more has nothing to fill in."""
    return account_form(kind) if given.engine_class(kind) is not None else AccountForm
