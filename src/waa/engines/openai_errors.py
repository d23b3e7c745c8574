"""What an OpenAI-shaped server answers when it paints nothing, as our errors.

The provider's own words go to the log only, without anything that looks like a key.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from waa.engines.base import EngineError
from waa.engines.troubles import of_status, trouble
from waa.lib import http

log = logging.getLogger("waa.engines")

# What the server calls it, and what we do.
_CODES = {
    "moderation_blocked": "refused_safety",
    "content_policy_violation": "refused_safety",
    "content_filter": "refused_safety",
    "insufficient_quota": "provider_no_credit",
    "billing_hard_limit_reached": "provider_no_credit",
    "billing_not_active": "provider_no_credit",
    "unsupported_country_region_territory": "provider_region",
    "model_not_found": "model_gone",
}


def told(
    status: int, body: object, headers: Mapping[str, str], *, who: str, model: str, key: str
) -> EngineError:
    """The error for an answer of that status. `body` is the decoded answer, or its error object, or text."""
    code, message = _code_of(body)
    log.warning("%s answered %d %s: %s", who, status, code, http.for_log(message, key))
    if code in _CODES:
        return trouble(_CODES[code], who, model=model)
    if status == 403 and "verif" in message.lower():
        return trouble("provider_unverified", who)
    return of_status(status, who, model=model, retry_after=http.retry_after(headers))


def _code_of(body: object) -> tuple[str, str]:
    """(code, the provider's words) of whatever came."""
    found: Any = body
    if isinstance(found, Mapping) and isinstance(found.get("error"), Mapping | str):
        found = found["error"]
    if not isinstance(found, Mapping):
        return "", str(found or "")
    code = found.get("code") or found.get("type") or ""
    return str(code), str(found.get("message") or found.get("detail") or "")
