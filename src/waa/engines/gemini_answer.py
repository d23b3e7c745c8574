"""What Gemini answers: the picture in it, or why there is none, what it cost; and its errors as ours.

The answer is read as plain JSON, in the job's own thread. Google adds reasons as it goes along; a reason nobody has
heard of is judged by the words in its name.
"""

from __future__ import annotations

import base64
import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from waa.engines.base import EngineError
from waa.engines.troubles import broken_answer, of_status, trouble
from waa.lib import http

WHO = "Gemini"
Json = Mapping[str, Any]
# Millionths of a US dollar for one token (which is dollars for a million): read, written in words, painted.
Rates = tuple[float, float, float]

log = logging.getLogger("waa.engines")

# What is in the name of a reason, and our code.
_REASONS = (
    ("PUP_LIMITED", "provider_account_limited"),  # the account broke Google's rules too often
    ("RECITATION", "refused_recitation"),
    ("SPII", "refused_personal"),
    ("LANGUAGE", "refused_language"),
    ("PROHIBITED|BLOCKLIST|ARMOR|JAILBREAK|ESCALATION", "refused_prohibited"),
    ("SAFETY", "refused_safety"),
)


def body_of(text: str) -> Json:
    """The JSON object in an answer; EngineBroken for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise broken_answer(WHO)
    return found


def picture_of(answer: Json, *, key: str = "") -> bytes:
    """The first finished picture. Pictures among the thoughts are sketches that the model threw away. Where there is
    none: EngineRefused when it was blocked or answered in words, EngineBroken when it may work the next time."""
    for candidate in _items(answer, "candidates"):
        for part in _parts(candidate):
            blob = part.get("inlineData", part.get("inline_data"))
            if part.get("thought") or not isinstance(blob, dict) or not _is_picture(blob):
                continue
            try:
                return base64.b64decode(blob["data"].replace("-", "+").replace("_", "/"), validate=True)
            except ValueError as error:
                raise broken_answer(WHO) from error
    raise _no_picture(answer, key)


def _no_picture(answer: Json, key: str) -> EngineError:
    candidates = _items(answer, "candidates")
    endings = [str(candidate.get("finishReason", "")) for candidate in candidates]
    feedback = answer.get("promptFeedback")
    blocked = str(feedback.get("blockReason", "")) if isinstance(feedback, dict) else ""
    words = " ".join(
        str(part["text"])
        for c in candidates
        for part in _parts(c)
        if part.get("text") and not part.get("thought")
    )
    log.warning(
        "Gemini sent no picture: blocked %r, endings %r, words %r", blocked, endings, http.for_log(words, key)
    )
    return trouble(_why_no_picture(blocked, endings, words), WHO)


def _why_no_picture(blocked: str, endings: list[str], words: str) -> str:
    for reason in (blocked, *endings):
        for names, code in _REASONS:
            if re.search(names, reason.upper()):
                return code
    if blocked:
        return "refused_other"
    if words and all(ending in ("", "STOP", "NO_IMAGE") for ending in endings):
        return "answered_in_words"
    return "provider_no_picture"


def error_of(
    code: int, details: Any, headers: Mapping[str, str], *, model: str, key: str = ""
) -> EngineError:
    """Google's error envelope as one of ours. Its own words reach the log and nothing else."""
    envelope = details.get("error", details) if isinstance(details, dict) else {}
    envelope = envelope if isinstance(envelope, dict) else {}
    status, more = str(envelope.get("status", "")), _items(envelope, "details")
    log.warning(
        "Gemini answered %s %s: %s", code, status, http.for_log(str(envelope.get("message", "")), key)
    )
    reasons = {str(item.get("reason", "")) for item in more}
    if reasons & {"API_KEY_INVALID", "API_KEY_EXPIRED"}:
        return trouble("provider_wrong_key", WHO)
    if code == 400 and status == "FAILED_PRECONDITION":
        return trouble("provider_region", WHO)
    if code == 429 and _has_no_quota(envelope, more):
        return trouble("provider_no_credit", WHO)
    return of_status(code, WHO, model=model, retry_after=_delay(more, headers))


def _has_no_quota(envelope: Json, more: list[Json]) -> bool:
    """Image models have no free tier: a project without billing is told that its quota is 0."""
    violations = [violation for item in more for violation in _items(item, "violations")]
    return any(str(v.get("quotaValue", "")) == "0" for v in violations) or bool(
        re.search(r"limit: 0\b", str(envelope.get("message", "")))
    )


def _delay(more: list[Json], headers: Mapping[str, str]) -> float | None:
    """Seconds, of RetryInfo or Retry-After."""
    for item in more:
        if said := re.fullmatch(r"(\d+(?:\.\d+)?)s", str(item.get("retryDelay", ""))):
            return float(said[1])
    return http.retry_after(headers)


def cost_of(answer: Json, rates: Rates | None) -> int | None:
    """Millionths of a US dollar by the tokens that Google counted; None where it did not count, or nobody knows the
    rates."""
    usage = answer.get("usageMetadata")
    if rates is None or not isinstance(usage, dict):
        return None
    written = _count(usage, "candidatesTokenCount") + _count(usage, "thoughtsTokenCount")
    painted = sum(
        _count(item, "tokenCount")
        for item in _items(usage, "candidatesTokensDetails")
        if item.get("modality") == "IMAGE"
    )
    if not painted:
        return None
    read = _count(usage, "promptTokenCount")
    return round(read * rates[0] + max(0, written - painted) * rates[1] + painted * rates[2])


def _count(usage: Json, name: str) -> int:
    count = usage.get(name, 0)
    return count if isinstance(count, int) and count > 0 else 0


def _items(within: Json, name: str) -> list[Json]:
    found = within.get(name)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _parts(candidate: Json) -> Iterator[Json]:
    content = candidate.get("content")
    yield from _items(content, "parts") if isinstance(content, dict) else ()


def _is_picture(blob: Json) -> bool:
    kind = str(blob.get("mimeType", blob.get("mime_type", "image/")))
    return kind.startswith("image/") and isinstance(blob.get("data"), str)
