"""What Black Forest Labs answers: a task, its state, its errors as ours. docs/engines/bfl.md tells the whole of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from waa.engines import wire
from waa.engines.base import EngineError
from waa.engines.troubles import broken_answer, of_status, trouble
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
            raise broken_answer(WHO)
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
            raise Lost(broken_answer(WHO))
        return sample
    if status.endswith("moderated"):
        log.warning("%s: %s", WHO, status)
        raise trouble("refused_safety", WHO)
    if status in ("error", "failed"):
        raise Lost(trouble("provider_failed", WHO))
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
        raise broken_answer(WHO)
    return told


def paid(error: EngineError) -> EngineError:
    """The same error once BFL has taken the task: nobody else may paint it for nothing."""
    error.is_unpaid = False
    return error


def gone() -> EngineError:
    return trouble("provider_lost_it", WHO)


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
    log.warning("%s answered %d: %s", WHO, answer.status_code, http.for_log(str(detail), key))
    return of_status(answer.status_code, WHO, model=model, retry_after=http.retry_after(answer.headers))
