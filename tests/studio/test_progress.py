"""Progress: every number heard in order, many jobs written together, a stop that reaches each, room for few answers."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from django.utils import timezone

from tests.make import make_job
from waa.accounts.models import Visitor
from waa.engines.base import Cancelled
from waa.studio import files, jobs, progress
from waa.studio.line import PictureLine
from waa.studio.models import Job
from waa.studio.progress import Board, Watch, told_now
from waa.work.bell import Bell

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder", "quick_engine")]


@pytest.fixture
def bell(tmp_path: Path) -> Bell:
    return Bell(tmp_path, "live")


def running(by: Visitor, **more: object) -> Job:
    return make_job(by=by, status=Job.Status.RUNNING, worker="w1", attempts=1, **more)


def told(job: Job) -> tuple[float, str, int]:
    job.refresh_from_db()
    return job.progress, job.step, job.preview


def test_who_paints_here_writes_at_once(alice: Visitor, bell: Bell) -> None:
    job = running(alice)
    Watch(job, told_now(job, bell))(0.5, "denoise")
    assert told(job) == (0.5, "denoise", 0)


def test_what_waits_is_written_together(alice: Visitor, bell: Bell) -> None:
    board = Board(bell)
    first, second = running(alice), running(alice)
    with board.posts(first) as one, board.posts(second) as two:
        one(0.1, "wait", 0)
        one(0.4, "wait", 0)
        two(0.2, "wait", 0)
        assert told(first) == (0.0, "", 0)
        board.flush()
        assert (told(first), told(second)) == ((0.4, "wait", 0), (0.2, "wait", 0))


def test_a_stop_reaches_whoever_waits(alice: Visitor, bell: Bell) -> None:
    board = Board(bell)
    stopped, other = running(alice), running(alice)
    with board.posts(stopped) as one, board.posts(other) as two:
        jobs.cancel(stopped)
        board.flush()
        with pytest.raises(Cancelled):
            one(0.3, "wait", 0)
        two(0.3, "wait", 0)


def test_a_job_that_another_worker_took_over_stops_here(alice: Visitor, bell: Bell) -> None:
    board = Board(bell)
    job = running(alice)
    with board.posts(job) as post:
        Job.objects.filter(pk=job.pk).update(worker="w2")
        board.flush()
        with pytest.raises(Cancelled):
            post(0.3, "wait", 0)


def test_who_waits_for_minutes_is_not_taken_for_dead(alice: Visitor, bell: Bell) -> None:
    """Not even while its worker's own beat is late."""
    board, long_ago = Board(bell), timezone.now() - timedelta(minutes=5)
    job = running(alice, changed_at=long_ago)
    left = running(alice, changed_at=long_ago)
    with board.posts(job) as post:
        post(0.4, "wait", 0)
        board.flush()
        PictureLine(bell).sweep("w2")
    job.refresh_from_db()
    left.refresh_from_db()
    assert (job.status, left.status) == (Job.Status.RUNNING, Job.Status.QUEUED)


def test_a_preview_is_kept_small_and_counted(alice: Visitor, bell: Bell) -> None:
    job = running(alice)
    watch = Watch(job, told_now(job, bell))
    watch(0.3, "denoise", np.full((900, 1200, 3), 90, np.uint8))
    watch(0.6, "denoise", np.full((90, 120, 3), 90, np.uint8))
    assert told(job)[2] == 2
    assert files.exists(files.preview_name(job.pk))
    assert watch.previews == 2


def test_who_waits_for_room_can_be_stopped(alice: Visitor) -> None:
    others = [Watch(running(alice), lambda *_: None) for _ in range(progress.MOST_RECEIVING)]
    for watch in others:
        watch(0.9, "receive")
    posted: list[str] = []

    def post(share: float, step: str, previews: int) -> None:
        posted.append(step)
        if len(posted) > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        Watch(running(alice), post)(0.9, "receive")
    for watch in others:
        watch.leave()


def test_no_more_answers_are_taken_in_than_there_is_room_for(alice: Visitor) -> None:
    watches = [
        Watch(running(alice), lambda share, step, previews: None) for _ in range(progress.MOST_RECEIVING + 1)
    ]
    for watch in watches[:-1]:
        watch(0.9, "receive")
        watch(0.95, "receive")  # the same answer takes one place
    late = threading.Thread(target=watches[-1], args=(0.9, "receive"), daemon=True)
    late.start()
    late.join(0.1)
    assert late.is_alive()
    watches[0].leave()
    late.join(5)
    assert not late.is_alive()
    for watch in watches[1:]:
        watch.leave()
        watch.leave()
