"""Progress: how far a job is, from the thread that paints to the row that everybody reads.

A job that is painted here writes its row itself, at most ten times a second (`told_now`). Jobs that only wait for a
provider, of which one worker has hundreds, post on a Board, which writes them all together and reads in one query who
has been stopped.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils import timezone

from waa.engines.base import Cancelled, Pixels
from waa.lib import images
from waa.studio import files
from waa.studio.models import Job
from waa.work.bell import Bell

PREVIEW_SIDE = 512
MOST_RECEIVING = 4  # large answers taken in, decoded and kept at the same time; the others stay on their way

Post = Callable[[float, str, int], None]  # share, step, previews so far; raises Cancelled

_receiving = threading.BoundedSemaphore(MOST_RECEIVING)


class Watch:
    """The progress of one job, as an engine calls it (engines.base.Progress)."""

    def __init__(self, job: Job, post: Post) -> None:
        self._job, self._post = job, post
        self.previews = 0
        self._has_room = False

    def __call__(self, share: float, step: str, preview: Pixels | None = None) -> None:
        if preview is not None:
            self._keep(preview)
        self._post(share, step, self.previews)
        if step == "receive" and not self._has_room:
            while not _receiving.acquire(timeout=0.5):
                self._post(share, step, self.previews)  # which hears of a stop
            self._has_room = True

    def _keep(self, preview: Pixels) -> None:
        small = images.thumbnail(preview, PREVIEW_SIDE)
        with contextlib.suppress(OSError):  # a preview is worth no failure
            files.write(files.preview_name(self._job.pk), images.encode(small, "jpg", quality=72))
            self.previews += 1

    def leave(self) -> None:
        """Make room for another answer."""
        if self._has_room:
            self._has_room = False
            _receiving.release()


def told_now(job: Job, bell: Bell) -> Post:
    """Writes at once, and stops the job when its visitor asked for that or it is another worker's by now."""
    written = 0.0
    seen = 0

    def post(share: float, step: str, previews: int) -> None:
        nonlocal written, seen
        now = time.monotonic()
        if now - written < 0.1 and share < 1 and previews == seen:
            return
        written, seen = now, previews
        mine = Job.objects.running_as(job).filter(cancel_requested_at=None)
        if not mine.update(progress=share, step=step, preview=previews, changed_at=timezone.now()):
            raise Cancelled
        bell.ring()

    return post


class Board:
    """Where waiting jobs post how far they are; `flush` is called by one thread, a few times a second."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._lock = threading.Lock()
        self._posted: dict[Job, tuple[float, str, int]] = {}
        self._stopped: dict[Job, bool] = {}

    @contextlib.contextmanager
    def posts(self, job: Job) -> Iterator[Post]:
        """Where that job posts, while it runs."""
        with self._lock:
            self._stopped[job] = False

        def post(share: float, step: str, previews: int) -> None:
            with self._lock:
                if self._stopped.get(job):
                    raise Cancelled
                self._posted[job] = (share, step, previews)

        try:
            yield post
        finally:
            with self._lock:
                self._stopped.pop(job, None)
                self._posted.pop(job, None)

    def flush(self) -> None:
        with self._lock:
            watched, posted = list(self._stopped), self._posted
            self._posted = {}
        if not watched:
            return
        if posted:
            now = timezone.now()
            with transaction.atomic():
                for job, (share, step, previews) in posted.items():
                    mine = Job.objects.running_as(job).filter(cancel_requested_at=None)
                    mine.update(progress=share, step=step, preview=previews, changed_at=now)
            self._bell.ring()
        self._stop(watched)

    def _stop(self, watched: list[Job]) -> None:
        """Those that were cancelled, or that are no longer this worker's in this attempt."""
        rows = Job.objects.filter(
            pk__in=[job.pk for job in watched], status=Job.Status.RUNNING, cancel_requested_at=None
        ).values_list("pk", "worker", "attempts")
        going_on = set(rows)
        with self._lock:
            for job in watched:
                if job in self._stopped and (job.pk, job.worker, job.attempts) not in going_on:
                    self._stopped[job] = True
