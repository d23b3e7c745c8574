"""Black Forest Labs' webhooks. One ends a wait and no more: what it says is asked for again, from BFL itself.

if verify_webhook(body, headers[SIGNED_BY], config.webhook_secret):
    hear(answered(body))
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import json
from collections.abc import Iterator

from waa.engines import wire

SIGNED_BY = "X-BFL-Signature"

_waiting: dict[str, asyncio.Event] = {}  # by task; used on the loop of `wire`


@contextlib.contextmanager
def listening(task_id: str) -> Iterator[asyncio.Event]:
    """An event that `hear` sets, for whoever waits for a task on the loop."""
    event = _waiting[task_id] = asyncio.Event()
    try:
        yield event
    finally:
        _waiting.pop(task_id, None)


async def pause(event: asyncio.Event, seconds: float) -> None:
    """Wait that long, or until it is heard."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
    event.clear()


def hear(task_id: str) -> bool:
    """A task has changed: whoever waits for it in this process asks at once. False when nobody here does."""
    event = _waiting.get(task_id)
    if event is not None:
        wire.loop().call_soon_threadsafe(event.set)
    return event is not None


def verify_webhook(body: bytes, signature: str, secret: str) -> bool:
    """Whether BFL, who was told the secret, sent this body. `signature` is the header SIGNED_BY."""
    if not secret:
        return False
    told = signature.strip().removeprefix("sha256=").lower().encode(errors="replace")
    return hmac.compare_digest(told, hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode())


def answered(body: bytes) -> str:
    """The id of the task that a webhook speaks of; "" for a body that speaks of none."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(told, dict):
        return ""
    found = told.get("id") or told.get("task_id")
    return found if isinstance(found, str) else ""
