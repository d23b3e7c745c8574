"""The line: fair turns, ends that stay ends, and what becomes of a job when its worker dies."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from tests.disks import FullDisk
from tests.make import files_in, make_brief, make_job, make_picture, make_upload
from waa.accounts.models import Visitor
from waa.studio import jobs
from waa.studio.line import DEAD_AFTER, MOST_ATTEMPTS, PictureLine
from waa.studio.models import Job, Picture, WorkerBeat
from waa.work.bell import Bell

MANY = dict.fromkeys(Job.Lane.values, 100)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]


@pytest.fixture
def line(tmp_path: Path) -> PictureLine:
    return PictureLine(Bell(tmp_path, "live"), MANY)


def asked(by: Visitor, words: str = "貓", **more: object) -> Job:
    return make_job(by=by, brief=make_brief(by=by, words=words), **more)


def claimed_by(line: PictureLine, worker: str = "w1") -> Job:
    run_id = line.claim(worker)
    assert run_id is not None
    job = Job.objects.get(pk=run_id.partition(":")[0])
    job.run_id = run_id  # type: ignore[attr-defined]
    return job


def done(line: PictureLine, job: Job, worker: str = "w1") -> Job:
    line.perform(job.run_id, worker)  # type: ignore[attr-defined]
    job.refresh_from_db()
    return job


# -- whose turn it is ------------------------------------------------------------------------------------


def test_nobody_waits(line: PictureLine) -> None:
    assert line.claim("w1") is None


def test_a_lone_visitor_is_served_in_order(line: PictureLine, alice: Visitor) -> None:
    asked_for = [asked(alice).pk for _ in range(4)]
    assert [claimed_by(line).pk for _ in range(4)] == asked_for


def test_visitors_take_turns(line: PictureLine, alice: Visitor, bob: Visitor) -> None:
    for _ in range(5):
        asked(alice)
    for _ in range(3):
        asked(bob)
    turns = []
    for _ in range(8):
        job = claimed_by(line)
        turns.append("a" if job.visitor_id == alice.pk else "b")
        done(line, job)
    assert "".join(turns) == "abababaa"


def test_a_newcomer_is_next_however_many_wait(line: PictureLine, alice: Visitor, bob: Visitor) -> None:
    for _ in range(12):
        asked(alice)
    claimed_by(line)
    claimed_by(line)
    late = asked(bob)
    assert claimed_by(line).pk == late.pk


def test_a_claim_says_who_and_when(line: PictureLine, alice: Visitor) -> None:
    asked(alice)
    job = claimed_by(line, "w7")
    assert (job.status, job.worker, job.attempts) == (Job.Status.RUNNING, "w7", 0)
    assert job.started_at is not None


@pytest.mark.django_db(transaction=True)
def test_no_job_is_claimed_twice(line: PictureLine) -> None:
    """Eight workers at the same time, on a real database."""
    people = [Visitor.objects.create() for _ in range(4)]
    wanted = {str(asked(person).pk) for person in people for _ in range(10)}
    got: list[str] = []

    def work(name: str) -> None:
        try:
            while run_id := line.claim(name):
                got.append(run_id.partition(":")[0])
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=(f"w{n}",)) for n in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    while run_id := line.claim("last"):  # a worker may give up after five lost races
        got.append(run_id.partition(":")[0])
    assert Counter(got) == Counter(wanted)


# -- doing it --------------------------------------------------------------------------------------------


def test_a_job_ends_with_a_picture(line: PictureLine, alice: Visitor, data_folder: Path) -> None:
    asked(alice, "note", seed=5)
    job = done(line, claimed_by(line))
    assert (job.status, job.progress, job.attempts, job.error) == (Job.Status.DONE, 1.0, 1, None)
    picture = job.picture
    assert picture is not None
    assert (picture.seed, picture.engine, picture.words, picture.visitor) == (5, "quick", "note", alice)
    assert ["呢度有嘢未識畫。", "Something here cannot be drawn."] in picture.notes
    assert files_in(data_folder) == {picture.file, picture.thumbnail, picture.original}


@pytest.mark.parametrize(
    ("words", "status", "code", "retryable"),
    [
        ("refuse", Job.Status.BLOCKED, "refused", False),
        ("break", Job.Status.FAILED, "broken", True),
        ("crash", Job.Status.FAILED, "painting_failed", True),
    ],
)
def test_a_job_that_fails_says_why(
    line: PictureLine, alice: Visitor, data_folder: Path, words: str, status: str, code: str, retryable: bool
) -> None:
    asked(alice, words)
    job = done(line, claimed_by(line))
    assert job.status == status
    assert (job.error["code"], job.error["retryable"]) == (code, retryable)
    assert job.error["zh"]
    assert job.error["en"]
    assert not files_in(data_folder)


def test_a_full_disk_fails_the_job_and_leaves_nothing(
    line: PictureLine, alice: Visitor, small_disk: FullDisk, data_folder: Path
) -> None:
    small_disk.room = 900  # enough for the picture, not for its thumbnail too
    asked(alice)
    job = done(line, claimed_by(line))
    assert job.status == Job.Status.FAILED
    assert job.error["code"] == "disk_full"
    assert not files_in(data_folder)
    assert not Picture.objects.exists()


def test_a_disk_that_fills_after_the_picture_costs_only_the_lossless_copy(
    line: PictureLine, alice: Visitor, small_disk: FullDisk, data_folder: Path
) -> None:
    before = make_picture(by=alice)
    size = sum((data_folder / "pictures" / n).stat().st_size for n in (before.file, before.thumbnail))
    small_disk.room = size + 60
    asked(alice)
    job = done(line, claimed_by(line))
    assert job.status == Job.Status.DONE
    assert job.picture is not None
    assert job.picture.original == ""
    assert len(files_in(data_folder)) == 5


def test_an_engine_that_went_away_fails_the_job(line: PictureLine, alice: Visitor) -> None:
    make_job(by=alice, brief=make_brief(by=alice, engine="gone"))
    job = done(line, claimed_by(line))
    assert job.error["code"] == "no_such_engine"


def test_a_photo_deleted_meanwhile_fails_the_job(line: PictureLine, alice: Visitor) -> None:
    photo = make_upload(by=alice)
    make_job(by=alice, brief=make_brief(by=alice, picture=photo, references=[photo.public_id]))
    photo.delete()
    job = done(line, claimed_by(line))
    assert job.error["code"] == "reference_gone"


def test_progress_is_written_and_heard(alice: Visitor, data_folder: Path) -> None:
    heard: list[float] = []

    class Watched(Bell):
        def ring(self) -> None:
            heard.append(Job.objects.get().progress)

    line = PictureLine(Watched(data_folder, "live"))
    asked(alice, "slow 35")
    done(line, claimed_by(line))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len({share for share in heard if 0 < share < 1}) >= 3


# -- stopping --------------------------------------------------------------------------------------------


def test_stopping_while_it_waits(line: PictureLine, alice: Visitor) -> None:
    job = asked(alice)
    assert jobs.cancel(job)
    assert line.claim("w1") is None
    job.refresh_from_db()
    assert job.status == Job.Status.CANCELLED
    assert not jobs.cancel(job), "there is nothing left to stop"


def test_stopping_before_it_starts_painting(line: PictureLine, alice: Visitor) -> None:
    asked(alice)
    job = claimed_by(line)
    assert jobs.cancel(job)
    assert done(line, job).status == Job.Status.CANCELLED
    assert not Picture.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_stopping_in_the_middle_takes_less_than_a_second(line: PictureLine, data_folder: Path) -> None:
    alice = Visitor.objects.create()
    asked(alice, "slow 400")
    job = claimed_by(line)

    def work() -> None:
        try:
            line.perform(job.run_id, "w1")  # type: ignore[attr-defined]
        finally:
            connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    while worker.is_alive() and not Job.objects.filter(pk=job.pk, step="slow").exists():
        worker.join(0.02)
    assert jobs.cancel(job)
    asked_at = timezone.now()
    worker.join(2)
    job.refresh_from_db()
    assert job.status == Job.Status.CANCELLED
    assert job.finished_at is not None
    assert job.finished_at - asked_at < timedelta(seconds=1)
    assert not files_in(data_folder)


def test_stopping_at_the_last_moment_leaves_no_picture_and_no_stuck_job(
    line: PictureLine, alice: Visitor, data_folder: Path
) -> None:
    """After the engine's last word and before the picture is kept."""

    class LastMoment(Bell):
        def ring(self) -> None:
            if (
                job.progress < 1
                and Job.objects.filter(pk=job.pk, progress=1.0, status=Job.Status.RUNNING).exists()
            ):
                jobs.cancel(job)

    asked(alice)
    job = claimed_by(line)
    late = PictureLine(LastMoment(data_folder, "live"))
    assert done(late, job).status == Job.Status.CANCELLED
    assert not files_in(data_folder)
    assert not Picture.objects.exists()


# -- workers that die ------------------------------------------------------------------------------------


def test_a_job_that_stops_its_worker_is_given_up_with_a_sentence(line: PictureLine, alice: Visitor) -> None:
    asked(alice)
    job = claimed_by(line)
    Job.objects.filter(pk=job.pk).update(
        attempts=MOST_ATTEMPTS
    )  # it was started three times, and never ended
    job = done(line, job)
    assert job.status == Job.Status.FAILED
    assert job.error["code"] == "worker_died"
    assert "三次" in job.error["zh"]


def test_a_run_that_ended_is_not_done_again(line: PictureLine, alice: Visitor) -> None:
    asked(alice)
    job = done(line, claimed_by(line))
    run_id = f"{job.pk}:{round(job.started_at.timestamp() * 1_000_000)}" if job.started_at else ""
    line.perform(run_id, "w1")
    assert Picture.objects.count() == 1


def test_a_worker_gives_back_what_it_claimed_in_its_last_instant(line: PictureLine, alice: Visitor) -> None:
    for _ in range(2):
        asked(alice)
    known, unknown = claimed_by(line), claimed_by(line)
    line.forget("w1", lambda run_id: run_id == known.run_id)  # type: ignore[attr-defined]
    assert list(Job.objects.waiting()) == [unknown]
    assert Job.objects.get(pk=known.pk).status == Job.Status.RUNNING


def test_a_second_claim_is_another_run(line: PictureLine, alice: Visitor) -> None:
    """DBOS remembers a run for ever, the failed ones too; the same id would never run again."""
    asked(alice)
    first = claimed_by(line)
    line.forget("w1", lambda run_id: False)
    second = claimed_by(line)
    assert second.pk == first.pk
    assert second.run_id != first.run_id  # type: ignore[attr-defined]
    line.perform(first.run_id, "w1")  # type: ignore[attr-defined]
    assert Job.objects.get(pk=first.pk).status == Job.Status.RUNNING, "the former claim is not this one"
    assert done(line, second).status == Job.Status.DONE


def grown_old(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(changed_at=timezone.now() - DEAD_AFTER - timedelta(seconds=1))


def test_the_jobs_of_a_dead_worker_go_to_another(line: PictureLine, alice: Visitor) -> None:
    asked(alice)
    job = claimed_by(line, "dead")
    line.beat("alive")
    line.sweep("alive")
    assert Job.objects.waiting().count() == 0, "it may only be slow"
    grown_old(job)
    line.sweep("alive")
    assert list(Job.objects.waiting()) == [job]
    again = claimed_by(line, "alive")
    assert done(line, again, "alive").status == Job.Status.DONE


def test_a_worker_that_still_beats_keeps_its_jobs(line: PictureLine, alice: Visitor) -> None:
    asked(alice)
    job = claimed_by(line, "busy")
    grown_old(job)
    line.beat("busy")
    line.sweep("alive")
    assert Job.objects.get(pk=job.pk).status == Job.Status.RUNNING


def test_a_worker_finds_what_it_lost_itself(line: PictureLine, alice: Visitor) -> None:
    """Its run ended in an error before the job did: a database that was away for a moment."""
    asked(alice)
    job = claimed_by(line)
    grown_old(job)
    line.beat("w1")
    line.sweep("w1", running={job.run_id})  # type: ignore[attr-defined]
    assert Job.objects.waiting().count() == 0
    line.sweep("w1", running=())
    assert list(Job.objects.waiting()) == [job]


def test_a_late_result_of_a_worker_thought_dead_changes_nothing(
    line: PictureLine, alice: Visitor, data_folder: Path
) -> None:
    asked(alice)
    late = claimed_by(line, "late")
    grown_old(late)
    line.sweep("alive")
    again = claimed_by(line, "alive")
    line.perform(late.run_id, "late")  # type: ignore[attr-defined]
    assert not Picture.objects.exists()
    assert done(line, again, "alive").status == Job.Status.DONE
    assert Picture.objects.count() == 1


def test_old_beats_are_forgotten(line: PictureLine) -> None:
    line.beat("w1")
    line.beat("w1")
    WorkerBeat.objects.create(
        name="long ago", beat_at=timezone.now() - timedelta(days=2), started_at=timezone.now()
    )
    line.sweep("w1")
    assert [beat.name for beat in WorkerBeat.objects.all()] == ["w1"]
