"""What Black Forest Labs answers: a task, its state, its errors as ours. docs/engines/bfl.md tells the whole of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from waa.engines import openai_errors, wire
from waa.engines.base import EngineBroken, EngineError, EngineRefused
from waa.lib import http

WHO = "Black Forest Labs"
CREDIT = 10_000  # millionths of a US dollar
MOST_OF_JSON = 1 << 20

log = logging.getLogger("waa.engines")


@dataclass(frozen=True)
class Task:
    """What BFL took and will be paid for. `cost` is in credits, "" where it does not say."""

    id: str
    polling_url: str
    cost: str = ""

    @classmethod
    def from_ticket(cls, ticket: Mapping[str, str] | None) -> Task | None:
        told = {name: str((ticket or {}).get(name, "")) for name in ("id", "polling_url", "cost")}
        return cls(**told) if told["id"] else None

    @classmethod
    def from_answer(cls, told: Mapping[str, Any]) -> Task:
        """Of what BFL says when it takes a task; EngineBroken where that is none."""
        if not isinstance(told.get("id"), str) or not told["id"]:
            raise wire.broken_answer(WHO)
        cost = told.get("cost")
        return cls(told["id"], str(told.get("polling_url") or ""), "" if cost is None else str(cost))

    @property
    def ticket(self) -> dict[str, str]:
        return {"id": self.id, "polling_url": self.polling_url, "cost": self.cost}

    @property
    def usd_micros(self) -> int | None:
        try:
            cost = float(self.cost)
        except ValueError:
            return None
        return round(cost * CREDIT) if 0 <= cost < 1e6 else None


class Lost(Exception):
    """There will be no picture for this task; `error` says why."""

    def __init__(self, error: EngineError) -> None:
        super().__init__(error.code)
        self.error = error


def is_theirs(url: str, base_url: str) -> bool:
    """Whether the key may be sent there: to the account's own origin, or to one of BFL's regions."""
    try:
        scheme, host, port = http.origin(url)
        if httpx2.URL(url).userinfo:
            return False
        return (scheme, host, port) == http.origin(base_url) or (
            scheme == "https" and port == 443 and (host == "bfl.ai" or host.endswith(".bfl.ai"))
        )
    except http.FetchRefused:
        return False


def sample_of(told: dict[str, Any]) -> str:
    """The picture's address; "" while it is not ready. A state that nobody knows is one of waiting."""
    status = str(told.get("status", "")).strip().lower()
    if status == "ready":
        result = told.get("result")
        sample = result.get("sample") if isinstance(result, dict) else None
        if not isinstance(sample, str) or not sample:
            raise Lost(wire.broken_answer(WHO))
        return sample
    if status.endswith("moderated"):
        log.warning("%s: %s", WHO, status)
        raise _moderated(is_request=status.startswith("request"))
    if status in ("error", "failed"):
        raise Lost(_failed())
    if status == "task not found":
        raise Lost(gone())
    share = told.get("progress")
    if isinstance(share, int | float) and 0 < share <= 1:
        wire.tell(0.9 * share, "paint")
    return ""


def object_of(answer: httpx2.Response) -> dict[str, Any]:
    try:
        told = json.loads(answer.content) if len(answer.content) <= MOST_OF_JSON else None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise wire.broken_answer(WHO)
    return told


def paid(error: EngineError) -> EngineError:
    """The same error once BFL has taken the task: nobody else may paint it for nothing."""
    error.is_unpaid = False
    return error


def _moderated(*, is_request: bool) -> EngineRefused:
    if is_request:
        return EngineRefused(
            "provider_refused",
            "FLUX 嘅安全規則唔收呢個要求，唔會扣你額度。請換啲溫和啲嘅字眼或者另一張相，再試過。",
            "FLUX's safety rules do not take this request. Nothing was charged to you; use softer words or another photo.",
        )
    return EngineRefused(
        "provider_refused",
        "FLUX 畫完先覺得唔啱安全規則，所以冇交圖，唔會扣你額度。請講得溫和啲，再試過。",
        "FLUX painted it and held it back by its safety rules. Nothing was charged to you; use softer words and try again.",
    )


def _failed() -> EngineBroken:
    return EngineBroken(
        "provider_failed",
        "FLUX 嗰邊畫到一半出咗問題，唔會扣你額度。可以再試，或者轉用第二個引擎。",
        "Something went wrong at FLUX while it painted. Nothing was charged to you; try again or choose another engine.",
        retryable=True,
    )


def gone() -> EngineBroken:
    return EngineBroken(
        "provider_lost_it",
        "FLUX 搵唔返張圖，唔會扣你額度。可以再試，或者轉用第二個引擎。",
        "FLUX cannot find the picture any more. Nothing was charged to you; try again or choose another engine.",
        retryable=True,
    )


def told(answer: httpx2.Response, *, model: str, key: str) -> EngineError:
    """An answer that is no success as our error; BFL's words go to the log."""
    try:
        found = json.loads(answer.content[:MOST_OF_JSON])
        detail = found.get("detail", found) if isinstance(found, dict) else found
    except ValueError:
        detail = answer.headers.get("content-type", "")
    if isinstance(detail, list):  # what was wrong with which field, and after it all that was sent
        detail = "; ".join(
            f"{item.get('loc')}: {item.get('msg')}" for item in detail if isinstance(item, dict)
        )
    words = {"message": str(detail)}
    return openai_errors.told(answer.status_code, words, answer.headers, who=WHO, model=model, key=key)
