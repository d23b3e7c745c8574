"""Whatever happens in whatever order: one owner at a time, ends stay ends, every picture has one job."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.engines.quick import QuickEngine
from tests.make import make_brief, make_job
from waa.accounts.models import Visitor
from waa.engines import registry
from waa.engines.base import PictureRequest, PictureResult, Progress
from waa.studio import jobs
from waa.studio.line import DEAD_AFTER, MOST_ATTEMPTS, PictureLine
from waa.studio.models import Job, Picture
from waa.work.bell import Bell


class Killed(BaseException):
    """As if the process had been killed: nothing of Waa's catches it, and nothing is written any more."""


class MortalEngine(QuickEngine):
    name = "mortal"
    is_deadly: ClassVar[bool] = False

    def _draw(self, request: PictureRequest, on_progress: Progress) -> PictureResult:
        on_progress(0.2, "start")
        if self.is_deadly:
            raise Killed
        return super()._draw(request, on_progress)


WORKERS = st.sampled_from(["w1", "w2"])
PICK = st.integers(0, 1000)


class TheLine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.line = PictureLine(Bell(Path("nowhere"), "live"), {"local": 100})
        self.people = [Visitor.objects.create() for _ in range(3)]
        self.runs: list[tuple[str, str]] = []  # (run id, worker): what DBOS knows and has not ended
        self.ends: dict[object, str] = {}

    @rule(who=st.integers(0, 2))
    def ask(self, who: int) -> None:
        person = self.people[who]
        make_job(by=person, brief=make_brief(by=person, engine="mortal", width=16, height=16))

    @rule(worker=WORKERS)
    def claim(self, worker: str) -> None:
        waiting = list(Job.objects.waiting().order_by("pk"))
        run_id = self.line.claim(worker)
        if not waiting:
            assert run_id is None
            return
        assert run_id is not None
        taken = Job.objects.get(pk=run_id.partition(":")[0])
        assert taken.pk == next(job.pk for job in waiting if job.visitor_id == taken.visitor_id)
        at_work = {job.visitor_id: 0 for job in waiting}
        for job in Job.objects.filter(status=Job.Status.RUNNING).exclude(pk=taken.pk):
            if job.visitor_id in at_work:
                at_work[job.visitor_id] += 1
        assert at_work[taken.visitor_id] == min(at_work.values()), (
            "somebody with fewer at work was passed over"
        )
        assert (run_id, worker) not in self.runs
        self.runs.append((run_id, worker))

    @precondition(lambda self: self.runs)
    @rule(pick=PICK)
    def finish(self, pick: int) -> None:
        run_id, worker = self.runs.pop(pick % len(self.runs))
        self.line.perform(run_id, worker)

    @precondition(lambda self: self.runs)
    @rule(pick=PICK)
    def die(self, pick: int) -> None:
        """The worker is killed in the middle; DBOS still has the run and will start it again."""
        run_id, worker = self.runs[pick % len(self.runs)]
        MortalEngine.is_deadly = True
        try:
            self.line.perform(run_id, worker)
            self.runs.remove((run_id, worker))  # there was nothing left to paint
        except Killed:
            pass
        finally:
            MortalEngine.is_deadly = False

    @precondition(lambda self: self.runs)
    @rule(pick=PICK)
    def lose_the_run(self, pick: int) -> None:
        """Killed between claiming and telling DBOS; the worker looks after that when it comes back."""
        _, worker = self.runs.pop(pick % len(self.runs))
        self.line.forget(worker, lambda known: (known, worker) in self.runs)

    @precondition(lambda self: Job.objects.unfinished().exists())
    @rule(pick=PICK)
    def cancel(self, pick: int) -> None:
        unfinished = list(Job.objects.unfinished().order_by("pk"))
        jobs.cancel(unfinished[pick % len(unfinished)])

    @rule(dead=WORKERS)
    def sweep(self, dead: str) -> None:
        """One worker's machine never returns; the other one notices."""
        alive = "w2" if dead == "w1" else "w1"
        Job.objects.filter(status=Job.Status.RUNNING, worker=dead).update(
            changed_at=timezone.now() - DEAD_AFTER - timedelta(seconds=1)
        )
        self.line.beat(alive)
        self.line.sweep(alive, running={run for run, worker in self.runs if worker == alive})

    @invariant()
    def ends_stay_ends(self) -> None:
        for job in Job.objects.all():
            assert self.ends.get(job.pk, job.status) == job.status
            if job.is_over:
                assert job.finished_at is not None
                self.ends[job.pk] = job.status

    @invariant()
    def every_picture_has_one_job_and_every_done_job_a_picture(self) -> None:
        done = set(Job.objects.filter(status=Job.Status.DONE).values_list("picture", flat=True))
        assert None not in done
        assert done == set(Picture.objects.values_list("pk", flat=True))
        assert not Job.objects.exclude(status=Job.Status.DONE).exclude(picture=None).exists()

    @invariant()
    def nobody_waits_with_a_worker_and_nobody_works_without_one(self) -> None:
        assert not Job.objects.waiting().exclude(worker="").exists()
        assert not Job.objects.filter(status=Job.Status.RUNNING, worker="").exists()
        assert not Job.objects.filter(attempts__gt=MOST_ATTEMPTS).exists()

    @invariant()
    def places_grow_along_the_line(self) -> None:
        for person in self.people:
            mine = list(Job.objects.waiting().filter(visitor=person).select_related("brief").order_by("pk"))
            places = [outlook.place for outlook in jobs.outlooks(mine)]
            assert places == sorted(set(places))
            assert all(1 <= place <= Job.objects.waiting().count() for place in places)

    def teardown(self) -> None:
        """Left alone, with a worker that lives, everything comes to an end."""
        for run_id, worker in self.runs:
            self.line.perform(run_id, worker)
        self.runs.clear()
        for dead in ("w1", "w2"):
            self.sweep(dead)
        while run_id := self.line.claim("last"):
            self.line.perform(run_id, "last")
        assert not Job.objects.unfinished().exists()
        for person in self.people:
            person.delete()


@pytest.fixture
def mortal_engine() -> Iterator[None]:
    registry.register("mortal", "tests.studio.test_line_machine:MortalEngine")
    yield
    registry.remove("mortal")


@pytest.mark.django_db
@pytest.mark.usefixtures("mortal_engine", "data_folder")
def test_the_line_holds_whatever_happens() -> None:
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        TheLine,
        settings=settings(
            max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=checks
        ),
    )
