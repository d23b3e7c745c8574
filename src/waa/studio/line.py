"""The line: whose job is next, and what becomes of it. The jobs table seen by the worker (work.runner.Line)."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import close_old_connections, connection
from django.db.models import Count, Max, Min, QuerySet
from django.utils import timezone

from waa.engines.base import Cancelled, EngineRefused
from waa.lib import logs
from waa.lib.errors import WaaError
from waa.studio import files, painting, pictures
from waa.studio.models import Job, WorkerBeat
from waa.studio.progress import Board, Watch, told_now
from waa.upstreams import routes
from waa.work.bell import Bell

log = logging.getLogger("waa.studio")

MOST_ATTEMPTS = 3
BEAT_SECONDS = 3.0
DEAD_AFTER = timedelta(seconds=20)


class PictureLine:
    """`bell` is rung whenever a job has changed, so that pages show it at once. `slots` are how many jobs of each lane
    this worker takes at the same time."""

    def __init__(self, bell: Bell, slots: Mapping[str, int] | None = None) -> None:
        self._bell = bell
        self._slots = slots or {
            Job.Lane.LOCAL: settings.WORKER_SLOTS,
            Job.Lane.REMOTE: settings.UPSTREAM_SLOTS,
        }
        self._alone = threading.Lock()
        self._board = Board(bell)

    # -- whose turn it is --------------------------------------------------------------------------------

    def claim(self, worker: str) -> str | None:
        """The next job: of the visitors who wait, the one with the fewest running, then the one served longest ago."""
        _look_after_connection()
        lanes = self._free_lanes(worker)
        for _ in range(5):  # another worker may be quicker
            job_id = _next_job(lanes)
            if job_id is None:
                return None
            now = timezone.now()
            waiting = Job.objects.waiting().filter(pk=job_id)
            if waiting.update(
                status=Job.Status.RUNNING, worker=worker, started_at=now, changed_at=now, step="start"
            ):
                self._bell.ring()
                return _run_id(job_id, now)
        return None

    def _free_lanes(self, worker: str) -> list[str]:
        mine = Job.objects.filter(status=Job.Status.RUNNING, worker=worker)
        taken = dict(mine.values_list("lane").annotate(n=Count("id")))
        return [lane for lane, most in self._slots.items() if taken.get(lane, 0) < most]

    def flush(self) -> None:
        """Write how far the jobs are that wait for somebody else, and stop those whose visitors asked for it."""
        self._board.flush()

    def forget(self, worker: str, known: Callable[[str], bool]) -> None:
        """Put back what was claimed in the instant before this worker died."""
        for job in Job.objects.filter(status=Job.Status.RUNNING, worker=worker):
            if not known(_run_id(job.pk, job.started_at)):
                _put_back(job)

    # -- doing it ----------------------------------------------------------------------------------------

    def perform(self, run_id: str, worker: str) -> None:
        """Paint the picture of a job and keep it. Whatever happens, the job comes to an end."""
        _look_after_connection()
        try:
            with logs.about(f"job {run_id.partition(':')[0]}"), self._company(run_id):
                job = self._start(run_id, worker)
                if job is not None:
                    self._paint(job)
        finally:
            self._bell.ring()
            _look_after_connection()

    @contextlib.contextmanager
    def _company(self, run_id: str) -> Iterator[None]:
        """A job that was there when its worker died is painted without another such beside it, so that one which
        kills its worker every time does not use up the attempts of the innocent. Of those that only wait there may be
        hundreds: they go on together the first time, and alone only after that."""
        job = Job.objects.filter(pk=run_id.partition(":")[0])
        is_suspect = (job.filter(attempts__gt=0, lane=Job.Lane.LOCAL) | job.filter(attempts__gt=1)).exists()
        while is_suspect and not self._alone.acquire(timeout=1.0):
            is_suspect = job.filter(cancel_requested_at=None).exists()  # one that is stopped is not painted
            painting.let_go()
        try:
            yield
        finally:
            if is_suspect:
                self._alone.release()

    def _start(self, run_id: str, worker: str) -> Job | None:
        """Count the attempt; None when there is nothing (more) to do."""
        mine = Job.objects.filter(pk=run_id.partition(":")[0], status=Job.Status.RUNNING, worker=worker)
        job = mine.select_related("brief__picture", "visitor").first()
        if job is None or _run_id(job.pk, job.started_at) != run_id:
            return None  # cancelled, deleted, or claimed anew meanwhile
        if job.attempts >= MOST_ATTEMPTS:
            _end_of_a_dead_one(job, Job.Status.FAILED, error=_gave_up())
            return None
        if job.cancel_requested_at is not None:  # before anybody is asked for it, perhaps once more
            _end_of_a_dead_one(job, Job.Status.CANCELLED)
            return None
        counted = Job.objects.running_as(job).update(attempts=job.attempts + 1, changed_at=timezone.now())
        job.attempts += 1
        return job if counted else None

    def _paint(self, job: Job) -> None:
        try:
            with self._watched(job) as progress:
                progress(0.0, "start")
                painted = painting.paint(job, progress)
                try:
                    picture = pictures.keep(job=job, painted=painted)
                    self._bell.ring()  # it can be seen; the books and the lossless copy may take their time
                finally:
                    painted.settle()
                if picture is not None:
                    pictures.keep_original(picture, painted.result.pixels)
        except Cancelled:
            _end(job, Job.Status.CANCELLED)
        except EngineRefused as refused:
            _end(job, Job.Status.BLOCKED, error=refused)
        except WaaError as error:
            log.warning("failed: %s", error.code)
            _end(job, Job.Status.FAILED, error=error)
        except OSError as error:
            log.exception("could not be kept")
            _end(job, Job.Status.FAILED, error=_no_room() if error.errno == 28 else _unexpected())
        except Exception:
            log.exception("failed")
            _end(job, Job.Status.FAILED, error=_unexpected())
        else:
            if picture is None:  # it was stopped at the last moment, or is another worker's by now
                _end(job, Job.Status.CANCELLED)

    @contextlib.contextmanager
    def _watched(self, job: Job) -> Iterator[Watch]:
        """Its progress: written at once by whoever paints here, together with others' by whoever only waits."""
        is_remote = job.lane == Job.Lane.REMOTE
        posts = self._board.posts(job) if is_remote else contextlib.nullcontext(told_now(job, self._bell))
        with posts as post:
            watch = Watch(job, post)
            try:
                yield watch
            finally:
                watch.leave()
                if watch.previews:
                    files.delete(files.preview_name(job.pk))

    # -- looking after each other ------------------------------------------------------------------------

    def beat(self, worker: str) -> None:
        now = timezone.now()
        WorkerBeat.objects.update_or_create(
            name=worker, defaults={"beat_at": now}, create_defaults={"beat_at": now, "started_at": now}
        )

    def sweep(self, worker: str, running: Collection[str] = ()) -> None:
        """Give the jobs of workers that no longer live to those that do, and those of this worker that it is not
        `running` (run ids), which a database that was away at the wrong moment leaves behind."""
        dead_since = timezone.now() - DEAD_AFTER
        alive = set(WorkerBeat.objects.filter(beat_at__gte=dead_since).values_list("name", flat=True))
        for job in Job.objects.filter(status=Job.Status.RUNNING, changed_at__lt=dead_since):
            is_mine = job.worker == worker
            is_at_it = _run_id(job.pk, job.started_at) in running if is_mine else job.worker in alive
            if not is_at_it:
                _put_back(job)
        WorkerBeat.objects.filter(beat_at__lt=timezone.now() - timedelta(days=1)).delete()


def _look_after_connection() -> None:
    """Django does this around a request; here nobody else would replace a connection that is old or broken."""
    if not connection.in_atomic_block:
        close_old_connections()


def _run_id(job_id: object, claimed_at: datetime | None) -> str:
    """One claim of a job. A later claim of the same job is another run, which DBOS has not heard of."""
    return f"{job_id}:{round(claimed_at.timestamp() * 1_000_000) if claimed_at else 0}"


def _next_job(lanes: Sequence[str]) -> object | None:
    waiting = Job.objects.waiting().filter(lane__in=lanes)
    running = dict(
        Job.objects.filter(status=Job.Status.RUNNING).values_list("visitor").annotate(n=Count("id"))
    )
    # No more than fifty visitors are weighed at a time: those whose oldest job waits longest.
    heads = list(waiting.values("visitor").annotate(first=Min("created_at")).order_by("first")[:50])
    if len(heads) <= 1:
        return _first_of(waiting, heads[0]["visitor"]) if heads else None
    served = dict(
        Job.objects.filter(
            visitor__in=[h["visitor"] for h in heads], started_at__gte=timezone.now() - timedelta(hours=1)
        )
        .values_list("visitor")
        .annotate(last=Max("started_at"))
    )
    never = timezone.now() - timedelta(days=3650)
    best = min(
        heads, key=lambda h: (running.get(h["visitor"], 0), served.get(h["visitor"], never), h["first"])
    )
    return _first_of(waiting, best["visitor"])


def _first_of(waiting: QuerySet[Job], visitor: object) -> object | None:
    return waiting.filter(visitor=visitor).order_by("pk").values_list("pk", flat=True).first()


def _put_back(job: Job) -> None:
    """Back into the line, or given up when it has had its attempts."""
    if job.attempts >= MOST_ATTEMPTS:
        _end_of_a_dead_one(job, Job.Status.FAILED, error=_gave_up())
        return
    Job.objects.running_as(job).update(
        status=Job.Status.QUEUED, worker="", progress=0, step="", preview=0, changed_at=timezone.now()
    )


def _end(job: Job, status: str, *, error: WaaError | None = None) -> None:
    """End a job once. Ends stay ends, and another attempt's job is left to it."""
    now = timezone.now()
    told = (
        None
        if error is None
        else {"code": error.code, "zh": error.zh, "en": error.en, "retryable": error.retryable}
    )
    Job.objects.running_as(job).update(status=status, error=told, finished_at=now, changed_at=now)


def _end_of_a_dead_one(job: Job, status: str, *, error: WaaError | None = None) -> None:
    """End a job that no attempt is at any more; what its last one had put aside is accounted for."""
    routes.settle_earlier(job_id=str(job.pk), attempt=job.attempts + 1, now=timezone.now())
    _end(job, status, error=error)


def _gave_up() -> WaaError:
    return WaaError(
        "worker_died",
        "畫呢幅畫令畫師停咗三次，所以唔再試。冇扣任何額度，請改下字眼再試。",
        "Painting this stopped the painter three times, so it was given up. Nothing was charged; please try other words.",
    )


def _unexpected() -> WaaError:
    return WaaError(
        "painting_failed",
        "畫嗰陣出咗問題，冇扣任何額度。請再試一次。",
        "Something went wrong while painting. Nothing was charged; please try again.",
        retryable=True,
    )


def _no_room() -> WaaError:
    return WaaError(
        "disk_full",
        "伺服器冇位放相喇，冇扣任何額度。請通知站長。",
        "The server has no room left for pictures. Nothing was charged; please tell the operator.",
    )
