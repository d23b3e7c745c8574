"""Who paints a job: the chosen one, the next one where nothing was paid, and nobody twice for the same money."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings
from django.utils import timezone

from tests.engines import scripted
from tests.make import make_brief, make_job, make_picture, make_upload
from waa.accounts.models import Visitor
from waa.engines import registry
from waa.engines.base import Cancelled, EngineError, PictureRequest, PictureResult, Progress
from waa.studio import jobs, painting
from waa.studio.line import MOST_ATTEMPTS, PictureLine
from waa.studio.models import Job, Picture
from waa.upstreams import routes
from waa.upstreams.models import Reservation, Spending, Upstream, UpstreamModel
from waa.words.scene import Scene
from waa.work.bell import Bell

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]

PRICES = {"pro": 134_000, "flash": 33_600, "klein": 14_000}
HOUR = timedelta(hours=1)
OFFERS = {"pro": "gemini-pro", "flash": "gemini", "klein": "flux"}


@pytest.fixture(autouse=True)
def accounts() -> Iterator[None]:
    """An account with one model behind each offer."""
    registry.register("scripted", "tests.engines.scripted:ScriptedEngine")
    scripted.forget()
    for model, offer in OFFERS.items():
        upstream = Upstream.objects.create(name=model, kind="scripted")
        UpstreamModel.objects.create(
            upstream=upstream, model_id=model, offer=offer, price_usd_micros=PRICES[model]
        )
    yield
    registry.remove("scripted")


@pytest.fixture
def paint(tmp_path: Path) -> Callable[[Job], Job]:
    line = PictureLine(Bell(tmp_path, "live"))

    def work(job: Job) -> Job:
        run_id = line.claim("w1")
        assert run_id is not None
        line.perform(run_id, "w1")
        job.refresh_from_db()
        return job

    return work


def asked(by: Visitor, offer: str = "gemini-pro", **more: object) -> Job:
    brief = make_brief(by=by, words="一隻貓", engine=offer, english="a cat", width=64, height=64, **more)
    return make_job(by=by, brief=brief, offer=offer, lane=Job.Lane.REMOTE)


def money() -> tuple[int, int]:
    """(held back, spent) of all models, in a day."""
    rows = [s for s in Spending.objects.all() if len(s.period) == 10]
    return sum(r.reserved_usd_micros for r in rows), sum(r.spent_usd_micros for r in rows)


def who() -> list[str]:
    return [model for model, _ in scripted.asked]


def test_the_chosen_one_paints_and_is_named(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    job = paint(asked(alice))
    assert (job.status, job.cost_usd_micros, job.trail) == (Job.Status.DONE, PRICES["pro"], [])
    assert job.picture is not None
    assert (job.picture.engine, job.picture.engine_version, job.picture.engine_label) == (
        "scripted",
        "pro",
        "Pro",
    )
    assert job.picture.prompt_used == "一隻貓"
    assert money() == (0, PRICES["pro"])


def test_what_the_provider_says_it_cost_is_what_it_cost(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    def cheap(request: PictureRequest, on_progress: Progress) -> PictureResult:
        pixels = np.zeros((request.height, request.width, 3), np.uint8)
        return PictureResult(
            pixels=pixels, engine="scripted", version="pro", seed=1, prompt_used="x", cost_usd_micros=9
        )

    scripted.plan("pro", cheap)
    assert paint(asked(alice)).cost_usd_micros == 9
    assert money() == (0, 9)


@pytest.mark.parametrize("fault", [scripted.busy, scripted.unreachable, scripted.no_credit])
def test_where_nothing_was_paid_the_next_one_paints(
    alice: Visitor, paint: Callable[[Job], Job], fault: Callable[[], EngineError]
) -> None:
    scripted.plan("pro", fault())
    job = paint(asked(alice))
    assert job.status == Job.Status.DONE
    assert who() == ["pro", "flash"]
    assert job.picture is not None
    assert job.picture.engine_label == "Flash"
    told = fault()
    assert any("Pro" in en and told.en in en for _, en in job.trail)
    assert job.picture.notes[: len(job.trail)] == job.trail
    assert money() == (0, PRICES["flash"])


def test_an_ambiguous_time_out_is_tried_nowhere_else(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    scripted.plan("pro", scripted.too_late())
    job = paint(asked(alice))
    assert (job.status, job.error["code"], job.error["retryable"]) == (
        Job.Status.FAILED,
        "provider_timeout",
        True,
    )
    assert who() == ["pro"]
    assert money() == (0, PRICES["pro"])  # the operator's budget takes it as spent; the person pays nothing
    assert job.cost_usd_micros is None


def test_what_one_refuses_is_given_to_nobody_else(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    scripted.plan("pro", scripted.refused())
    job = paint(asked(alice))
    assert job.status == Job.Status.BLOCKED
    assert who() == ["pro"]
    assert money() == (0, 0)


def test_a_spent_budget_steps_down_and_says_so(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    UpstreamModel.objects.filter(model_id="pro").update(daily_budget_usd_micros=PRICES["pro"])
    paint(asked(alice))
    job = paint(asked(alice))
    assert who() == ["pro", "flash"]
    assert job.picture is not None
    assert "預算" in job.trail[0][0]
    UpstreamModel.objects.exclude(model_id="pro").update(daily_budget_usd_micros=PRICES["flash"])
    job = paint(asked(alice))
    assert who()[2:] == ["klein"]
    assert scripted.asked[-1][1].prompt == "a cat"  # it reads English


def test_when_nobody_elsewhere_can_the_built_in_painter_does(
    alice: Visitor, paint: Callable[[Job], Job]
) -> None:
    UpstreamModel.objects.update(daily_budget_usd_micros=1)
    job = paint(asked(alice))
    assert who() == []
    assert job.picture is not None
    assert job.picture.engine == "offline"
    assert job.cost_usd_micros in (None, 0)


def test_who_fails_three_times_is_left_alone_for_a_while(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    scripted.plan("pro", *(scripted.unreachable() for _ in range(3)))
    for _ in range(4):
        paint(asked(alice))
    assert who() == ["pro", "flash", "pro", "flash", "pro", "flash", "flash"]


def test_an_engine_of_somebody_elses_is_the_only_way(
    alice: Visitor, paint: Callable[[Job], Job], quick_engine: str
) -> None:
    job = paint(make_job(by=alice, brief=make_brief(by=alice, words="break", engine=quick_engine)))
    assert (job.status, job.error["code"]) == (Job.Status.FAILED, "broken")


def test_the_refined_picture_goes_along_to_whoever_reads_words(
    alice: Visitor, paint: Callable[[Job], Job]
) -> None:
    before, other = make_picture(by=alice, colour=(1, 2, 3)), make_upload(by=alice)
    settings = {"at": before.public_id}
    job = paint(asked(alice, picture=before, references=[other.public_id], settings=settings))
    [(_, request)] = scripted.asked
    assert [image.shape[:2] for image in request.reference_images] == [
        (before.height, before.width),
        (other.height, other.width),
    ]
    assert (request.reference_images[0] == (1, 2, 3)).all()
    assert job.picture is not None
    assert set(job.picture.references.all()) == {before, other}
    assert job.picture.parent == before


def test_the_draft_goes_along_as_the_composition(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    paint(asked(alice, "flux", settings={"composition": 5}))
    [(_, request)] = scripted.asked
    assert len(request.reference_images) == 1
    assert request.reference_images[0].std() > 5  # something is on it
    assert "sketch of the composition" in request.prompt
    assert request.prompt.startswith("a cat")


def test_the_rest_comes_back_where_a_mask_says_so(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    from waa.studio import files, masks

    photo = make_upload(by=alice)
    mask = np.zeros((photo.height, photo.width), np.uint8)
    mask[: photo.height // 2] = 255
    masks.correct(photo, painted=masks.images.encode_mask(mask))
    settings = {"at": photo.public_id, "mask": masks.mask_name(photo)}
    brief = make_brief(by=alice, words="改", engine="gemini-pro", picture=photo, references=[photo.public_id],
                       width=photo.width, height=photo.height, settings=settings)  # fmt: skip
    job = paint(make_job(by=alice, brief=brief, offer="gemini-pro", lane=Job.Lane.REMOTE))
    assert job.picture is not None
    pixels, before = files.pixels(job.picture), files.pixels(photo)
    lower = slice(photo.height * 3 // 4, None)
    assert (pixels[lower] == before[lower]).all()
    assert (pixels[: photo.height // 4] != before[: photo.height // 4]).any()


def test_a_ticket_leads_back_to_whoever_was_paid(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    def killed(request: PictureRequest, on_progress: Progress) -> PictureResult:
        request.keep_ticket({"id": "t1"})
        raise KeyboardInterrupt  # as a kill, it leaves the row as it is

    scripted.plan("flash", killed)
    job = asked(alice, "gemini")
    with pytest.raises(KeyboardInterrupt):
        paint(job)
    job.refresh_from_db()
    assert job.ticket["ticket"] == {"id": "t1"}
    Job.objects.filter(pk=job.pk).update(status=Job.Status.QUEUED)
    assert paint(job).status == Job.Status.DONE
    assert scripted.asked[-1][0] == "flash"
    assert scripted.asked[-1][1].ticket == {"id": "t1"}


def left_by_a_kill(job: Job, model: str, **more: object) -> Job:
    """The job is in the line again; its first attempt had put money aside and was killed."""
    [way] = [way for way in painting.ways(job) if way.model_id == model]
    assert routes.reserve(route=way, job_id=str(job.pk), attempt=1, edit=False, now=timezone.now())
    if "ticket" in more:
        more["ticket"] = {"route": way.name, "ticket": more["ticket"]}
    Job.objects.filter(pk=job.pk).update(attempts=1, **more)
    return job


@pytest.mark.parametrize("ticket", [None, {"id": "t1"}])
def test_nobody_waits_for_a_place_that_they_hold_themselves(
    alice: Visitor, paint: Callable[[Job], Job], ticket: dict[str, str] | None
) -> None:
    Upstream.objects.update(concurrency=1)
    job = (
        left_by_a_kill(asked(alice), "pro", ticket=ticket) if ticket else left_by_a_kill(asked(alice), "pro")
    )
    started = time.monotonic()
    assert paint(job).status == Job.Status.DONE
    assert time.monotonic() - started < painting.CROWDED
    assert who() == ["pro"]
    assert money() == (0, PRICES["pro"] if ticket else 2 * PRICES["pro"])


def test_what_is_paid_for_is_fetched_whatever_the_budget_says(
    alice: Visitor, paint: Callable[[Job], Job]
) -> None:
    job = left_by_a_kill(asked(alice), "pro", ticket={"id": "t1"})
    UpstreamModel.objects.update(
        daily_budget_usd_micros=PRICES["pro"], open_until=timezone.now() + HOUR, openings=1
    )
    assert paint(job).status == Job.Status.DONE
    assert [(model, request.ticket) for model, request in scripted.asked] == [("pro", {"id": "t1"})]
    assert money() == (0, PRICES["pro"])


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"cancel_requested_at": timezone.now()}, Job.Status.CANCELLED),
        ({"attempts": MOST_ATTEMPTS}, Job.Status.FAILED),
    ],
)
def test_nobody_is_asked_for_what_ended_while_its_worker_was_dead(
    alice: Visitor, paint: Callable[[Job], Job], more: dict[str, object], status: str
) -> None:
    job = left_by_a_kill(asked(alice), "pro")
    Job.objects.filter(pk=job.pk).update(**more)
    assert paint(job).status == status
    assert who() == []
    assert money() == (0, PRICES["pro"])


def test_a_brief_from_the_studio_waits_in_the_lane_of_its_engine(alice: Visitor) -> None:
    [job] = jobs.submit(visitor=alice, ask=jobs.Ask(words="一隻貓", engine="gemini-pro"))
    assert (job.lane, job.quote_usd_micros, job.offer) == (Job.Lane.REMOTE, PRICES["pro"], "gemini-pro")
    [job] = jobs.submit(visitor=alice, ask=jobs.Ask(words="一隻貓", engine="offline"))
    assert (job.lane, job.quote_usd_micros) == (Job.Lane.LOCAL, 0)


def test_one_lane_never_keeps_the_other_waiting(alice: Visitor, tmp_path: Path) -> None:
    line = PictureLine(Bell(tmp_path, "live"), {Job.Lane.LOCAL: 1, Job.Lane.REMOTE: 2})
    for _ in range(3):
        asked(alice)
        make_job(by=alice, brief=make_brief(by=alice, engine="offline"))
    taken = [line.claim("w1") for _ in range(4)]
    lanes = Job.objects.filter(status=Job.Status.RUNNING).values_list("lane", flat=True)
    assert sorted(lanes) == [Job.Lane.LOCAL, Job.Lane.REMOTE, Job.Lane.REMOTE]
    assert taken[3] is None


def test_nothing_stays_held_back(alice: Visitor, paint: Callable[[Job], Job]) -> None:
    scripted.plan("pro", scripted.too_late(), scripted.refused(), None, scripted.busy())
    for _ in range(4):
        paint(asked(alice))
    assert not Reservation.objects.filter(status=Reservation.Status.OPEN).exists()
    assert Picture.objects.visible_to(alice).count() == 2
    assert Job.objects.filter(finished_at__lte=timezone.now()).count() == 4


def test_who_waits_for_a_brush_hears_of_a_stop(alice: Visitor) -> None:
    """When a provider goes away, hundreds may wait for the painters of this machine."""

    def stopped(share: float, step: str, preview: object = None) -> None:
        assert step == "queue"
        raise Cancelled

    engine = scripted.ScriptedEngine(scripted.ScriptedConfig())
    request = PictureRequest(prompt="一隻貓", scene=Scene(), width=64, height=64, seed=1)
    for _ in range(settings.WORKER_SLOTS):
        painting._brushes.acquire()
    try:
        with pytest.raises(Cancelled):
            painting._with_brush(engine, request, stopped)
    finally:
        painting._brushes.release(settings.WORKER_SLOTS)
    assert not scripted.asked


def test_who_waits_to_be_painted_alone_can_be_stopped(alice: Visitor, tmp_path: Path) -> None:
    line, job = PictureLine(Bell(tmp_path, "live")), asked(alice)
    Job.objects.filter(pk=job.pk).update(attempts=2)
    run_id = line.claim("w1")
    assert run_id is not None
    with line._alone:
        jobs.cancel(job)
        line.perform(run_id, "w1")
    job.refresh_from_db()
    assert job.status == Job.Status.CANCELLED
    assert not line._alone.locked()
