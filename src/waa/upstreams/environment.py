"""Environment: accounts that need no form. GEMINI_API_KEY, BFL_API_KEY, OPENAI_API_KEY make one each; so does this machine
where it can paint with FLUX itself.

The key stays in the environment; the row says only that some process has it. Every worker says so again each minute
(`refresh`), so that machines with different environments may share a database; the account is gone where nobody has said
so for five minutes, or where a start on the same machine finds the variable gone (`sync`).
"""

from __future__ import annotations

import logging
import socket
from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction

from waa import settings as variables
from waa.lib import money
from waa.upstreams import given, opening, seal
from waa.upstreams.breaker import Health
from waa.upstreams.given import Account
from waa.upstreams.health import columns
from waa.upstreams.models import Upstream, UpstreamModel

log = logging.getLogger("waa.upstreams")


def sync(now: datetime) -> list[Upstream]:
    """What a start does: the accounts the environment gives now, and no others of this machine. They are given another
    chance, for who starts again may have mended what was wrong. Keys sealed under a former SECRET_KEY are sealed anew."""
    found = refresh(now, is_start=True)
    Upstream.objects.filter(origin=Upstream.Origin.ENVIRONMENT, seen_by=_here()).exclude(
        pk__in=[upstream.pk for upstream in found]
    ).update(seen_at=None)
    if settings.SECRET_KEY_FALLBACKS:
        _reseal()
    return found


def refresh(now: datetime, *, is_start: bool = False) -> list[Upstream]:
    """Say that this process has what its environment gives. Safe in company, and to repeat."""
    return [_kept(account, now, is_start) for account in given.accounts(variables.variable)]


def _kept(account: Account, now: datetime, is_start: bool) -> Upstream:
    seen = {"seen_at": now, "seen_by": _here(), "is_enabled": True}
    made = {"kind": account.kind, "config": opening.plain(account.config),
            "concurrency": account.engine.most_at_once}  # fmt: skip
    told = {"origin": Upstream.Origin.ENVIRONMENT, **made, **seen}
    with transaction.atomic():
        upstream, is_new = Upstream.objects.get_or_create(name=_name(account), defaults=told)
        if not upstream.is_from_environment:
            log.warning("the account %s is the operator's: what the environment gives has no place", upstream)
        elif is_new or is_start or upstream.config != made["config"]:
            Upstream.objects.filter(pk=upstream.pk).update(**told, **columns(Health()))
            _keep_models(upstream, account)
        else:
            Upstream.objects.filter(pk=upstream.pk).update(**seen)
    return upstream


def _keep_models(upstream: Upstream, account: Account) -> None:
    budget = default_budget()
    for model in account.models:
        facts = {
            "offer": model.offer,
            "price_usd_micros": model.price_usd_micros,
            "edit_price_usd_micros": model.edit_price_usd_micros,
            "daily_budget_usd_micros": budget if model.price_usd_micros else None,
            "concurrency": account.engine.most_at_once,
            "is_enabled": True,
        } | columns(Health())
        UpstreamModel.objects.update_or_create(upstream=upstream, model_id=model.id, defaults=facts)
    upstream.models.exclude(model_id__in=[model.id for model in account.models]).update(is_enabled=False)


def _name(account: Account) -> str:
    """That of the variable, such as GEMINI_API_KEY: what an operator has to look for."""
    variable = next((f.metadata["env"] for f in given.secrets_of(account.engine.config_class)), "")
    return variable or f"{account.engine.label[1] or account.kind} (this machine)"


def _here() -> str:
    return socket.gethostname()


def default_budget() -> int:
    """UPSTREAM_DAILY_BUDGET in millionths of a US dollar."""
    return money.ours().micros(Decimal(settings.UPSTREAM_DAILY_BUDGET))


def _reseal() -> None:
    for upstream in Upstream.objects.exclude(sealed=""):
        if seal.is_readable(upstream.sealed):
            anew = seal.reseal(upstream.sealed)
            Upstream.objects.filter(pk=upstream.pk, sealed=upstream.sealed).update(sealed=anew)
        else:
            log.warning(
                "the key of %s cannot be opened: SECRET_KEY_FALLBACKS lacks what it was sealed with", upstream
            )
