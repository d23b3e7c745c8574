"""Hooks: a provider's call that something is ready, from the web process, which hears it, to the worker that waits.

The call is a hint and nothing more: what it says is asked for again. So it travels as an empty file named after the task,
which every worker of this machine looks for twice a second; workers elsewhere go on asking, as they would without it.
"""

from __future__ import annotations

import contextlib
import re
import time
from datetime import datetime
from pathlib import Path

from django.conf import settings

from waa.engines import bfl_hooks
from waa.lib.errors import NotHere, Refused
from waa.upstreams import opening
from waa.upstreams.models import Upstream

MOST_BYTES = 1 << 20
KEPT_SECONDS = 600.0
_TASK = re.compile(r"[0-9A-Za-z_-]{1,80}")


def called_by_bfl(body: bytes, signature: str, *, now: datetime) -> None:
    """Pass on a webhook of Black Forest Labs'. NotHere where no account asks for any, Refused for a wrong signature."""
    from waa.engines.bfl import BflConfig  # with its client, which few web processes need

    configs = [
        opening.config_of(upstream)
        for upstream in Upstream.objects.present(now).filter(kind="bfl", is_enabled=True)
        if opening.is_openable(upstream, now)
    ]
    secrets = [c.webhook_secret for c in configs if isinstance(c, BflConfig) and c.webhook_url]
    if not secrets:
        raise NotHere("not_found", "搵唔到呢一頁。", "There is no such page.")
    if not any(bfl_hooks.verify_webhook(body, signature, secret) for secret in secrets):
        raise Refused("bad_signature", "簽名唔啱。", "The signature is wrong.")
    task = bfl_hooks.answered(body)
    if _TASK.fullmatch(task):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / task).touch()


def listen() -> None:
    """Wake whoever waits in this process for a task that was called; forget what nobody here waited for."""
    with contextlib.suppress(OSError):
        for path in _folder().iterdir():
            if bfl_hooks.hear(path.name) or time.time() - path.stat().st_mtime > KEPT_SECONDS:
                path.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.WAA_DATA) / "heard"
