"""The bells of this data folder: `work` wakes workers, `live` wakes the pages that watch."""

from __future__ import annotations

from django.conf import settings

from waa.work.bell import Bell


def work_bell() -> Bell:
    return Bell(settings.WAA_DATA, "work")


def live_bell() -> Bell:
    return Bell(settings.WAA_DATA, "live")


def ring_work() -> None:
    """Something entered the line, or left it: workers look, and so do the pages."""
    work_bell().ring()
    live_bell().ring()
