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

from waa.engines import wire
from waa.engines.base import EngineBroken, EngineBusy, EngineError, EngineMisconfigured, EngineRefused

WHO = "Gemini"
Json = Mapping[str, Any]
# Millionths of a US dollar for one token (which is dollars for a million): read, written in words, painted.
Rates = tuple[float, float, float]

log = logging.getLogger("waa.engines")

_BLAMELESS = "冇扣你額度"
# What is in the name of a reason, our code, and what the person reads.
_FAMILIES: tuple[tuple[str, str, str, str], ...] = (
    (
        "RECITATION",
        "refused_recitation",
        f"Gemini 覺得畫出嚟會太似一件現有嘅作品，所以冇交圖，{_BLAMELESS}。請唔好點名作品，講多啲你想要嘅樣再試。",
        "Gemini found the picture too close to an existing work and held it back. Nothing was charged to you; describe "
        "what you want without naming the work.",
    ),
    (
        "SPII",
        "refused_personal",
        f"Gemini 覺得入面有個人資料，所以冇畫，{_BLAMELESS}。請拎走電話、證件號碼呢類嘢再試。",
        "Gemini found personal details in it and did not paint. Nothing was charged to you; take out telephone or "
        "identity numbers and try again.",
    ),
    (
        "LANGUAGE",
        "refused_language",
        f"Gemini 讀唔明呢種語言，{_BLAMELESS}。請用廣東話、書面中文或者英文再講一次。",
        "Gemini does not read that language. Nothing was charged to you; say it again in Cantonese, Chinese or English.",
    ),
    (
        "PROHIBITED|BLOCKLIST|ARMOR|JAILBREAK|ESCALATION",
        "refused_prohibited",
        f"Gemini 唔畫呢類題材，{_BLAMELESS}。請轉個題材再試。",
        "Gemini does not paint this kind of subject. Nothing was charged to you; ask for something else.",
    ),
    (
        "SAFETY",
        "refused_safety",
        f"Gemini 嘅安全過濾攔住咗，{_BLAMELESS}。可以講得溫和啲再試，或者轉用第二個引擎。",
        "Gemini's safety filter stopped it. Nothing was charged to you; ask in softer words or choose another engine.",
    ),
)
_LIMITED = "PUP_LIMITED"  # the account broke Google's rules too often


def body_of(text: str) -> Json:
    """The JSON object in an answer; EngineBroken for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise wire.broken_answer(WHO)
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
                raise wire.broken_answer(WHO) from error
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
        "Gemini sent no picture: blocked %r, endings %r, words %r", blocked, endings, told(words, key)
    )
    for reason in (blocked, *endings):
        if _LIMITED in reason.upper():
            return _limited()
        if refused := _refused(reason):
            return refused
    if blocked:
        return _refused_for_no_said_reason()
    if words and all(ending in ("", "STOP", "NO_IMAGE") for ending in endings):
        return _answered_in_words()
    return EngineBroken(
        "provider_no_picture",
        f"Gemini 今次冇交到圖，{_BLAMELESS}。可以再試一次，或者轉用第二個引擎。",
        "Gemini finished without a picture this time. Nothing was charged to you; try again or choose another engine.",
        retryable=True,
    )


def _refused(reason: str) -> EngineRefused | None:
    for words, code, zh, en in _FAMILIES:
        if re.search(words, reason.upper()):
            return EngineRefused(code, zh, en)
    return None


def _refused_for_no_said_reason() -> EngineRefused:
    return EngineRefused(
        "refused_other",
        f"Gemini 冇接呢個要求，亦冇講原因，{_BLAMELESS}。可以轉個講法，或者轉用第二個引擎。",
        "Gemini did not take this request and gave no reason. Nothing was charged to you; put it another way or choose "
        "another engine.",
    )


def _answered_in_words() -> EngineRefused:
    return EngineRefused(
        "answered_in_words",
        f"Gemini 用文字回覆，冇畫圖，{_BLAMELESS}。請直接啲講要一張點樣嘅圖，例如「畫一隻貓喺碼頭」，再試過。",
        "Gemini answered with words instead of a picture. Nothing was charged to you; ask for a picture more plainly, "
        "such as “paint a cat on a pier”.",
    )


def _limited() -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_account_limited",
        f"呢個網站嘅 Gemini 帳戶俾 Google 限制咗，{_BLAMELESS}。請轉用第二個引擎，並通知網站管理員。",
        "Google has limited this site's Gemini account. Nothing was charged; choose another engine, and tell whoever runs "
        "this site.",
        is_unpaid=True,
    )


def error_of(
    code: int, details: Any, headers: Mapping[str, str], *, model: str, key: str = ""
) -> EngineError:
    """Google's error envelope as one of ours. Its own words reach the log and nothing else."""
    envelope = details.get("error", details) if isinstance(details, dict) else {}
    envelope = envelope if isinstance(envelope, dict) else {}
    status, more = str(envelope.get("status", "")), _items(envelope, "details")
    log.warning("Gemini answered %s %s: %s", code, status, told(str(envelope.get("message", "")), key))
    reasons = {str(item.get("reason", "")) for item in more}
    if code in (401, 403) or reasons & {"API_KEY_INVALID", "API_KEY_EXPIRED"}:
        return _wrong_key()
    if code == 400 and status == "FAILED_PRECONDITION":
        return _not_here()
    if code == 402 or (code == 429 and _has_no_quota(envelope, more)):
        return _no_credit()
    if code == 404:
        return model_gone(model)
    if code == 429:
        return _busy(_delay(more, headers))
    if code == 503 and (after := _delay(more, headers)) is not None:
        return _overloaded(after)
    if 400 <= code < 500 and code != 408:
        return _bad_request()
    if code < 500 and code != 408:
        return wire.broken_answer(WHO)  # a redirect, or a success that is none
    return _server_error()


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
    return wire.retry_after(headers)


def _busy(after: float | None) -> EngineBusy:
    return EngineBusy(
        "provider_busy",
        f"而家太多人用 Gemini，{_BLAMELESS}。等陣再試，或者轉用第二個引擎。",
        "Gemini has too much to do right now. Nothing was charged; try again in a while or choose another engine.",
        retryable=True,
        retry_after=after,
        is_unpaid=True,
    )


def _overloaded(after: float) -> EngineBroken:
    return EngineBroken(
        "provider_failed",
        f"Gemini 暫時唔得閒，{_BLAMELESS}。等陣再試，或者轉用第二個引擎。",
        "Gemini is not available for a moment. Nothing was charged; try again in a while or choose another engine.",
        retryable=True,
        retry_after=after,
        is_unpaid=True,
    )


def _server_error() -> EngineBroken:
    return EngineBroken(
        "provider_failed",
        f"Gemini 嗰邊出咗問題，{_BLAMELESS}。可以再試，或者轉用第二個引擎。",
        "Something went wrong at Gemini. Nothing was charged to you; try again or choose another engine.",
        retryable=True,
    )


def _bad_request() -> EngineBroken:
    return EngineBroken(
        "provider_rejected",
        f"Gemini 唔收呢個要求，{_BLAMELESS}。請轉用第二個引擎；網站管理員可以喺紀錄睇到原因。",
        "Gemini did not accept the request. Nothing was charged; choose another engine. Whoever runs this site finds the "
        "cause in the log.",
        is_unpaid=True,
    )


def _wrong_key() -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_wrong_key",
        f"Gemini 唔認得呢個網站嘅金鑰，{_BLAMELESS}。請轉用第二個引擎，並通知網站管理員檢查 GEMINI_API_KEY。",
        "Gemini does not accept this site's key. Nothing was charged; choose another engine, and ask whoever runs this "
        "site to check GEMINI_API_KEY.",
        is_unpaid=True,
    )


def key_missing() -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_key_missing",
        "未有 Gemini 金鑰，所以用唔到。可以先用內置畫師；網站管理員請設定 GEMINI_API_KEY。",
        "There is no Gemini key yet. The built-in painter works without one; whoever runs this site can set "
        "GEMINI_API_KEY.",
        is_unpaid=True,
    )


def _not_here() -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_region",
        f"Gemini 唔服務呢部伺服器所在嘅地區，或者未開通收費，{_BLAMELESS}。請轉用第二個引擎；"
        "網站管理員可以睇下 Gemini 嗰頁說明。",
        "Gemini does not serve the region of this server, or billing is not set up. Nothing was charged; choose another "
        "engine. Whoever runs this site finds more on the documentation's page about Gemini.",
        is_unpaid=True,
    )


def _no_credit() -> EngineMisconfigured:
    return EngineMisconfigured(
        "provider_no_credit",
        f"呢個網站嘅 Gemini 帳戶冇畫圖額度，{_BLAMELESS}。請轉用第二個引擎；網站管理員要喺 Google 開通收費。",
        "This site's Gemini account has no quota for pictures. Nothing was charged; choose another engine. Whoever runs "
        "this site has to turn on billing at Google.",
        is_unpaid=True,
    )


def model_gone(model: str) -> EngineMisconfigured:
    return EngineMisconfigured(
        "model_gone",
        f"Gemini 已經冇「{model}」呢個模型，{_BLAMELESS}。請轉用第二個引擎；網站管理員請更新 GEMINI_IMAGE_MODEL。",
        f"Gemini has no model {model!r} any more. Nothing was charged; choose another engine. Whoever runs this site can "
        "change GEMINI_IMAGE_MODEL.",
        is_unpaid=True,
    )


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


def told(words: str, key: str) -> str:
    """A provider's words for the log: one line, no longer than is useful, without the key."""
    return " ".join((words.replace(key, "[key]") if key else words).split())[:600]


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
