"""The front door: live updates on raw ASGI, everything else as pages on a fixed pool of threads.

A stream holds no thread and no database connection. Pages are Django's WSGI handler on a fixed pool: under Django's own
ASGI handler every request may get a new thread, and with it a new database connection.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waa.settings")

from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.core.wsgi import get_wsgi_application

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

pages = get_wsgi_application()

from waa.web.live import live  # noqa: E402 - it reads models, which have to be set up first

_pages = WSGIMiddleware(pages, workers=settings.WEB_THREADS)


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Send each request to its room."""
    if scope["type"] != "http":
        return
    if scope["path"] == "/live":
        await live(scope, receive, send)
        return

    async def plain_receive() -> MutableMapping[str, Any]:
        # granian's receive can be awaited but is no coroutine, which a2wsgi insists on.
        return await receive()

    await _pages(scope, plain_receive, send)  # type: ignore[arg-type]
