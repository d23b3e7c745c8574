"""The forms of an account and its models, drawn from what its engine says: its Config and its Models."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError

from waa.engines import offers, registry
from waa.engines.base import Config, EngineMisconfigured, Model
from waa.lib import money
from waa.upstreams import environment, given, seal
from waa.upstreams.breaker import Health
from waa.upstreams.models import Upstream, UpstreamModel
from waa.upstreams.texts import both, either

PREFIX = "config_"


class MoneyField(forms.DecimalField):
    """Typed and shown in the operator's currency, kept in millionths of a US dollar."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=Decimal(0), max_value=Decimal(10**9), **options)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        ours = money.ours()
        amounts = [
            ours.amount(value, more_decimals=more) for more in range(5)
        ]  # as few decimals as lose nothing
        return f"{next((a for a in amounts if ours.micros(a) == value), amounts[-1]):f}"

    def clean(self, value: Any) -> int | None:
        amount = super().clean(value)
        return None if amount is None else money.ours().micros(amount)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "step": "any", "class": "vIntegerField"}


class AccountForm(forms.ModelForm):
    """What every account has. `account_form` adds the fields of a kind's Config. A key is taken and never shown."""

    config_class: ClassVar[type[Config]] = Config

    class Meta:
        model = Upstream
        fields = ("name", "is_enabled", "concurrency")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for field in shown_fields(self.config_class):
            box = self.fields[PREFIX + field.name]
            if field.metadata.get("secret"):
                box.help_text = self._about_the_key()
            else:
                box.initial = self.instance.config.get(field.name, field.default)

    def _about_the_key(self) -> str:
        if not self.instance.sealed:
            return either("仲未有密鑰。", "No key is set yet.")
        if not seal.is_readable(self.instance.sealed):
            return either("舊密鑰打唔開（SECRET_KEY 換咗？），請再打一次。",
                          "The key cannot be opened (has SECRET_KEY changed?); type it again.")  # fmt: skip
        return either("已經有密鑰；想換先至打。", "A key is set; type to replace it.")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        moved = PREFIX + "base_url" in self.changed_data and self.instance.pk
        if moved and self.instance.sealed and not self._typed(cleaned):
            # Or whoever may change the address could have the key sent to themselves.
            raise ValidationError(
                either("換咗網址，要連密鑰再打一次。", "With another address, the key has to be typed again.")
            )
        return cleaned

    def _typed(self, cleaned: dict[str, Any]) -> dict[str, str]:
        secrets = given.secrets_of(self.config_class)
        return {f.name: key.strip() for f in secrets if (key := cleaned.get(PREFIX + f.name) or "")}

    @property
    def is_another_account_now(self) -> bool:
        """Whether something changed that may mend what was wrong."""
        return any(name.startswith(PREFIX) or name == "is_enabled" for name in self.changed_data)

    def save(self, commit: bool = True) -> Any:
        upstream, typed = self.instance, self._typed(self.cleaned_data)
        upstream.config = {
            field.name: self.cleaned_data[PREFIX + field.name]
            for field in shown_fields(self.config_class)
            if not field.metadata.get("secret")
        }
        if typed:
            upstream.sealed = seal.seal(_kept(upstream.sealed) | typed)
        if self.is_another_account_now:
            upstream.health = Health()
        return super().save(commit)


def _kept(sealed: str) -> dict[str, str]:
    try:
        return seal.unseal(sealed)
    except EngineMisconfigured:
        return {}


def shown_fields(config_class: type[Config]) -> list[dataclasses.Field[Any]]:
    """The fields a form shows, the address and key first; the model is a row of its own."""
    fields = [f for f in dataclasses.fields(config_class) if f.metadata and f.name != "model"]
    return sorted(fields, key=lambda f: (not f.metadata.get("secret"), f.name != "base_url"))


def account_form(kind: str) -> type[AccountForm]:
    """The form for accounts of a kind. NotHere for a kind nobody registered."""
    config_class = registry.kind(kind).config_class
    boxes = {PREFIX + field.name: _box(field) for field in shown_fields(config_class)}
    return type("AccountForm", (AccountForm,), {**boxes, "config_class": config_class})


def _box(field: dataclasses.Field[Any]) -> forms.Field:
    label, default = both(field.metadata["zh"], field.metadata["en"]), field.default
    if field.metadata.get("secret"):
        widget = forms.PasswordInput(attrs={"autocomplete": "new-password", "class": "vTextField"})
        return forms.CharField(label=label, required=False, max_length=2000, widget=widget)
    if isinstance(default, bool):
        return forms.BooleanField(label=label, required=False)
    if isinstance(default, int):
        return forms.IntegerField(label=label)
    if isinstance(default, float):
        return forms.FloatField(label=label)
    checks = [is_address] if field.name == "base_url" else []
    widget = forms.TextInput(attrs={"class": "vTextField"})
    return forms.CharField(
        label=label, required=False, max_length=500, empty_value="", validators=checks, widget=widget
    )


def is_address(value: str) -> None:
    """http:// or https:// and a name, with nothing secret in it."""
    try:
        parts = urlsplit(value)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        is_good = False
    if not is_good:
        raise ValidationError(
            either(
                "要係 http:// 或者 https:// 開頭嘅網址。", "An address that begins with http:// or https://."
            )
        )


def _in_our_money(zh: str, en: str) -> Any:
    """A label that says in which currency to type."""
    sign = money.ours().sign.strip()
    return both(f"{zh}（{sign}）", f"{en} ({sign})")


class ModelForm(forms.ModelForm):
    """A model of an account, with its prices and budgets."""

    offer = forms.ChoiceField(label=both("當係邊個選項", "offered as"))
    price_usd_micros = MoneyField(label=_in_our_money("每幅價錢", "price of a picture"))
    edit_price_usd_micros = MoneyField(label=_in_our_money("改圖價錢", "price of an edit"), required=False)
    daily_budget_usd_micros = MoneyField(label=_in_our_money("每日預算", "budget of a day"), required=False)
    monthly_budget_usd_micros = MoneyField(
        label=_in_our_money("每月預算", "budget of a month"), required=False
    )

    class Meta:
        model = UpstreamModel
        widgets = {"model_id": forms.TextInput(attrs={"size": 24})}
        fields = ("is_enabled", "model_id", "offer", "price_usd_micros", "edit_price_usd_micros",
                  "daily_budget_usd_micros", "monthly_budget_usd_micros", "weight", "concurrency")  # fmt: skip

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        known = {o.name: either(o.zh, o.en) for o in offers.OFFERS.values() if o.name != "offline"}
        for own in (self.instance.offer, (self.initial or {}).get("offer")):
            if own:
                known.setdefault(own, own)
        box = self.fields["offer"]
        assert isinstance(box, forms.ChoiceField)
        box.choices = list(known.items())

    def save(self, commit: bool = True) -> Any:
        if {"model_id", "is_enabled"} & set(self.changed_data):
            self.instance.health = Health()
        return super().save(commit)


def suggestions(kind: str) -> list[dict[str, Any]]:
    """What the rows of a new account begin with: the models of the kind, one for each offer in use."""
    engine = registry.kind(kind)
    config = engine.config_class()
    chosen = {model.id for model in given.chosen(engine, config)}
    models = [engine.model_for(given.with_model(config, model.id)) for model in engine.models]
    return [_suggestion(model, model.id in chosen, engine.most_at_once) for model in models]


def _suggestion(model: Model, is_enabled: bool, most_at_once: int) -> dict[str, Any]:
    return {
        "is_enabled": is_enabled,
        "model_id": model.id,
        "offer": model.offer,
        "price_usd_micros": model.price_usd_micros,
        "edit_price_usd_micros": model.edit_price_usd_micros,
        "daily_budget_usd_micros": environment.default_budget() if model.price_usd_micros else None,
        "weight": 1,
        "concurrency": most_at_once,
    }
