"""What an OpenAI-shaped server answers when it paints nothing, as our errors.

The provider's own words go to the log only, without anything that looks like a key.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from waa.engines.base import EngineBroken, EngineBusy, EngineError, EngineMisconfigured, EngineRefused
from waa.engines.wire import broken_answer, retry_after

log = logging.getLogger("waa.engines")

_BLOCKED = {"moderation_blocked", "content_policy_violation", "content_filter"}
_NO_CREDIT = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
_SECRET = re.compile(r"(?i)(?:bearer\s+\S+|\b(?:sk|key|waa)-[\w*.-]{6,})")


def told(
    status: int, body: object, headers: Mapping[str, str], *, who: str, model: str, key: str
) -> EngineError:
    """The error for an answer of that status. `body` is the decoded answer, or its error object, or text."""
    code, message = _code_of(body)
    log.warning("%s answered %d %s: %s", who, status, code, _clean(message, key))
    if code in _BLOCKED:
        return _blocked(who)
    if status == 402 or code in _NO_CREDIT:
        return _no_credit(who)
    if status == 401:
        return _wrong_key(who)
    if code == "unsupported_country_region_territory":
        return _region(who)
    if status == 403:
        return _unverified(who) if "verif" in message.lower() else _wrong_key(who)
    if status == 404 or code == "model_not_found":
        return model_gone(who, model)
    if status == 429:
        return _busy(who, retry_after(headers))
    if 400 <= status < 500:
        return _not_taken(who)
    if status < 500:
        return broken_answer(who)
    has_not_begun = status == 503 and "retry-after" in headers
    return _failed(who, retry_after(headers), is_unpaid=has_not_begun)


def _code_of(body: object) -> tuple[str, str]:
    """(code, the provider's words) of whatever came."""
    found: Any = body
    if isinstance(found, Mapping) and isinstance(found.get("error"), Mapping | str):
        found = found["error"]
    if not isinstance(found, Mapping):
        return "", str(found or "")
    code = found.get("code") or found.get("type") or ""
    return str(code), str(found.get("message") or found.get("detail") or "")


def _clean(text: str, key: str) -> str:
    without = text.replace(key, "[key]") if key else text
    return _SECRET.sub("[key]", without).replace("\n", " ")[:500]


def _blocked(who: str) -> EngineRefused:
    return EngineRefused(
        "provider_refused",
        f"{who} 嘅安全規則唔俾畫呢個內容，冇扣任何額度。請換啲溫和啲嘅字眼，或者轉用第二個引擎。",
        f"The safety rules of {who} do not allow this picture. Nothing was charged to you; "
        "use softer words or choose another engine.",
        is_unpaid=True,
    )


def _no_credit(who: str) -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_no_credit",
        f"{who} 個戶口冇錢喇，要管理員增值。冇扣你任何額度，可以先轉用第二個引擎。",
        f"The account at {who} has no credit left, and the operator has to top it up. "
        "Nothing was charged to you; choose another engine meanwhile.",
        is_unpaid=True,
    )


def _wrong_key(who: str) -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_wrong_key",
        f"{who} 唔認得我哋條鎖匙，要管理員更新。冇扣你任何額度，可以先轉用第二個引擎。",
        f"{who} does not accept our key, and the operator has to renew it. "
        "Nothing was charged to you; choose another engine meanwhile.",
        is_unpaid=True,
    )


def missing_key(who: str) -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_key_missing",
        f"{who} 仲未有鎖匙，要管理員填。可以先轉用第二個引擎。",
        f"There is no key for {who} yet; the operator has to enter one. Choose another engine meanwhile.",
        is_unpaid=True,
    )


def _unverified(who: str) -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_unverified",
        f"{who} 要先核實管理員嘅機構先俾用圖像模型。冇扣你任何額度，可以先轉用第二個引擎。",
        f"{who} lets only verified organisations use its image models; the operator can verify theirs in its "
        "settings. Nothing was charged to you; choose another engine meanwhile.",
        is_unpaid=True,
    )


def _region(who: str) -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_region",
        f"{who} 唔服務呢部伺服器所在嘅地區。冇扣你任何額度，可以轉用第二個引擎。",
        f"{who} does not serve the region of this server. Nothing was charged to you; choose another engine.",
        is_unpaid=True,
    )


def model_gone(who: str, model: str) -> EngineMisconfigured:
    return EngineMisconfigured(
        "model_gone",
        f"{who} 冇「{model}」呢個模型，要管理員揀過另一個。冇扣你任何額度，可以先轉用第二個引擎。",
        f"{who} has no model {model!r}; the operator has to choose another. "
        "Nothing was charged to you; choose another engine meanwhile.",
        is_unpaid=True,
    )


def _busy(who: str, seconds: float | None) -> EngineBusy:
    return EngineBusy(
        "provider_busy",
        f"{who} 而家太多人用，冇扣任何額度。請等陣再試，或者轉用第二個引擎。",
        f"{who} is busy. Nothing was charged; try again in a while or choose another engine.",
        retryable=True,
        retry_after=seconds,
        is_unpaid=True,
    )


def _not_taken(who: str) -> EngineBroken:
    return EngineBroken(
        "provider_rejected",
        f"{who} 唔收呢個要求，唔會扣你額度。請改吓字眼或者大細，或者轉用第二個引擎。",
        f"{who} did not take this request. Nothing was charged to you; "
        "change the words or the size, or choose another engine.",
        is_unpaid=True,
    )


def _failed(who: str, seconds: float | None, *, is_unpaid: bool) -> EngineBroken:
    return EngineBroken(
        "provider_failed",
        f"{who} 嗰邊出咗問題，唔會扣你額度。可以再試，或者轉用第二個引擎。",
        f"Something went wrong at {who}. Nothing was charged to you; try again or choose another engine.",
        retryable=True,
        retry_after=seconds,
        is_unpaid=is_unpaid,
    )
