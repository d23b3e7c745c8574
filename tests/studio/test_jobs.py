"""Asking: everything is checked before anything is made, and what is made waits in the line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from tests.make import a_scene, files_in, make_brief, make_job, make_picture, make_upload, photo_bytes
from waa.accounts.models import Visitor
from waa.lib import images
from waa.lib.errors import Refused, TooMany, Unavailable, WaaError
from waa.studio import jobs, masks, requests
from waa.studio.jobs import MAX_SEED, Ask
from waa.studio.models import Brief, Job
from waa.words import scene as scenes
from waa.work.bell import Bell

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]


def test_an_ask_becomes_a_brief_and_its_jobs(alice: Visitor) -> None:
    made = jobs.submit(
        visitor=alice, ask=Ask(words="一隻貓", count=3, seed=10, style="ink wash", hide_words=True)
    )
    [brief] = Brief.objects.all()
    assert [(j.seed, j.number, j.status) for j in made] == [
        (10, 0, "queued"),
        (11, 1, "queued"),
        (12, 2, "queued"),
    ]
    assert all(j.brief == brief and j.visitor == alice for j in made)
    assert (brief.words, brief.engine, brief.width, brief.height) == ("一隻貓", "quick", 1024, 1024)
    assert brief.settings == {"style": "ink wash", "count": 3, "long_side": 1024, "hide_words": True}
    told = scenes.from_json(brief.scene)
    assert told.things[0].concept == "cat"
    assert told.style == "ink wash"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"words": ""}, "nothing_asked"),
        ({"words": " \n\t　"}, "nothing_asked"),
        ({"words": "貓" * 2001}, "words_too_long"),
        ({"count": 0}, "count_out_of_range"),
        ({"count": 5}, "count_out_of_range"),
        ({"count": -1}, "count_out_of_range"),
        ({"seed": -1}, "seed_out_of_range"),
        ({"seed": MAX_SEED + 1}, "seed_out_of_range"),
        ({"long_side": 255}, "size_out_of_range"),
        ({"long_side": 2049}, "size_out_of_range"),
        ({"style": "magic"}, "no_such_choice"),
        ({"mode": "magic"}, "no_such_choice"),
        ({"aspect": "7:1"}, "no_such_choice"),
        ({"engine": "magic"}, "no_such_engine"),
    ],
)
def test_every_field_has_its_bounds(alice: Visitor, change: dict[str, Any], code: str) -> None:
    with pytest.raises(WaaError) as refusal:
        jobs.submit(visitor=alice, ask=Ask(**{"words": "一隻貓", **change}))
    assert refusal.value.code == code
    assert refusal.value.zh
    assert refusal.value.en
    assert not Brief.objects.exists(), "something was made all the same"


@pytest.mark.parametrize(
    "change",
    [
        {"words": "貓" * 2000},
        {"count": 4},
        {"seed": 0},
        {"seed": MAX_SEED},
        {"long_side": 256},
        {"long_side": 2048},
        {"words": "🎉"},
    ],
)
def test_what_is_just_within_bounds_is_taken(alice: Visitor, change: dict[str, Any]) -> None:
    assert jobs.submit(visitor=alice, ask=Ask(**{"words": "一隻貓", **change}))


def test_seeds_wrap_round(alice: Visitor) -> None:
    made = jobs.submit(visitor=alice, ask=Ask(words="貓", count=2, seed=MAX_SEED))
    assert [job.seed for job in made] == [MAX_SEED, 0]


def test_without_a_seed_each_press_has_another(alice: Visitor) -> None:
    seeds = {jobs.submit(visitor=alice, ask=Ask(words="貓"))[0].seed for _ in range(5)}
    assert len(seeds) == 5
    assert all(0 <= seed <= MAX_SEED for seed in seeds)


def test_the_bell_rings_when_the_rows_are_there(
    alice: Visitor, data_folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with Bell(data_folder, "work").listen() as listener:
        with django_capture_on_commit_callbacks(execute=True):
            jobs.submit(visitor=alice, ask=Ask(words="貓"))
            assert not listener.wait(0.01), "it rang before anybody could see the job"
        assert listener.wait(1)


def test_a_visitor_can_only_wait_for_so_many(alice: Visitor, bob: Visitor, settings: Settings) -> None:
    settings.MAX_WAITING = 4
    jobs.submit(visitor=alice, ask=Ask(words="貓", count=4))
    with pytest.raises(Unavailable) as refusal:
        jobs.submit(visitor=alice, ask=Ask(words="貓"))
    assert refusal.value.code == "too_many_waiting"
    assert refusal.value.retry_after
    assert jobs.submit(visitor=bob, ask=Ask(words="貓")), "others are not held up"
    Job.objects.filter(visitor=alice).update(status=Job.Status.DONE)
    assert jobs.submit(visitor=alice, ask=Ask(words="貓"))


# -- refining ------------------------------------------------------------------------------------------------


def test_refining_keeps_the_seed_the_size_and_the_places(alice: Visitor) -> None:
    scene = a_scene("cat").with_spots({"cat1": scenes.Spot(x=0.3, y=0.8, height=0.4)})
    picture = make_picture(by=alice, scene=scene, seed=77, width=96, height=64)
    [job] = jobs.submit(visitor=alice, ask=Ask(words="加多隻狗", picture=picture))
    assert (job.seed, job.brief.width, job.brief.height) == (77, 96, 64)
    told = scenes.from_json(job.brief.scene)
    assert told.thing("cat1").spot == scene.things[0].spot
    assert len(told.things) == 2
    assert job.brief.sentences
    assert job.brief.references == []


def test_another_ratio_gives_another_size(alice: Visitor) -> None:
    picture = make_picture(by=alice, width=96, height=64)
    [job] = jobs.submit(visitor=alice, ask=Ask(words="加多隻狗", picture=picture, aspect="9:16"))
    assert (job.brief.width, job.brief.height) == (768, 1344)


def test_refining_needs_a_word(alice: Visitor) -> None:
    with pytest.raises(Refused) as refusal:
        jobs.submit(visitor=alice, ask=Ask(words="  ", picture=make_picture(by=alice)))
    assert refusal.value.code == "nothing_asked"


def test_a_photo_is_the_first_reference(alice: Visitor) -> None:
    photo, other = make_upload(by=alice), make_upload(by=alice, data=photo_bytes((120, 90)))
    [job] = jobs.submit(visitor=alice, ask=Ask(words="水彩", picture=photo))
    assert job.brief.references == [photo.public_id]
    assert (job.brief.width, job.brief.height) == (photo.width, photo.height)
    [job] = jobs.submit(visitor=alice, ask=Ask(words="擺埋一齊", picture=photo, references=[other, photo]))
    assert job.brief.references == [photo.public_id, other.public_id]
    assert (job.brief.width, job.brief.height) == (other.width, other.height), (
        "the last is what the others stand on"
    )


def test_a_photo_too_small_for_the_engine_is_refused_at_once(alice: Visitor) -> None:
    tiny = make_upload(by=alice, data=photo_bytes((40, 10)))
    with pytest.raises(Refused) as refusal:
        jobs.submit(visitor=alice, ask=Ask(words="水彩", picture=tiny))
    assert refusal.value.code == "size_unsupported"
    assert not Job.objects.exists()


def test_more_photos_than_the_engine_takes_are_refused_at_once(alice: Visitor) -> None:
    photos = [make_upload(by=alice) for _ in range(5)]
    with pytest.raises(Refused) as refusal:
        jobs.submit(visitor=alice, ask=Ask(words="擺埋一齊", references=photos))
    assert refusal.value.code == "too_many_references"


# -- variations ------------------------------------------------------------------------------------------------


def test_variations_are_the_same_scene_with_other_seeds_and_places(
    alice: Visitor, settings: Settings
) -> None:
    scene = a_scene("cat").with_spots({"cat1": scenes.Spot(x=0.3, y=0.8, height=0.4)})
    picture = make_picture(by=alice, scene=scene, seed=77, words="貓")
    made = jobs.vary(visitor=alice, picture=picture)
    assert len(made) == 4
    assert len({job.seed for job in made} | {77}) == 5
    brief = made[0].brief
    assert (brief.picture, brief.words, brief.engine) == (picture, "貓", "quick")
    assert scenes.from_json(brief.scene).thing("cat1").spot is None
    assert brief.settings["variation"] is True
    settings.MAX_COUNT = 2
    assert len(jobs.vary(visitor=alice, picture=picture)) == 2


def test_variations_of_a_picture_made_from_photos_use_them_in_order(alice: Visitor) -> None:
    photos = [make_upload(by=alice) for _ in range(3)]
    names = [photos[2].public_id, photos[0].public_id, photos[1].public_id]
    picture = make_picture(by=alice, references=names)
    assert jobs.vary(visitor=alice, picture=picture)[0].brief.references == names


def test_a_photo_has_no_variations(alice: Visitor) -> None:
    with pytest.raises(Refused) as refusal:
        jobs.vary(visitor=alice, picture=make_upload(by=alice))
    assert refusal.value.code == "photo_not_variable"


# -- again ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", Job.ENDS)
def test_an_ended_job_can_be_tried_again(alice: Visitor, status: str) -> None:
    job = make_job(by=alice, status=status, seed=5, number=2, attempts=3)
    again = jobs.retry(job)
    assert again.pk != job.pk
    assert (again.brief, again.seed, again.number, again.attempts, again.status) == (
        job.brief,
        5,
        2,
        0,
        "queued",
    )


@pytest.mark.parametrize("status", [Job.Status.QUEUED, Job.Status.RUNNING])
def test_a_job_that_has_not_ended_cannot_be_tried_again(alice: Visitor, status: str) -> None:
    with pytest.raises(Refused) as refusal:
        jobs.retry(make_job(by=alice, status=status))
    assert refusal.value.code == "still_running"


# -- place and time left --------------------------------------------------------------------------------------


def took(seconds: float, by: Visitor, engine: str = "quick") -> None:
    now = timezone.now()
    brief = make_brief(by=by, engine=engine)
    make_job(
        by=by,
        brief=brief,
        status=Job.Status.DONE,
        started_at=now - timedelta(seconds=seconds),
        finished_at=now,
    )


def test_the_first_place_is_the_next_turn(alice: Visitor, bob: Visitor) -> None:
    first, second = make_job(by=alice), make_job(by=alice)
    assert jobs.outlook(first).place == 1
    assert jobs.outlook(second).place == 2
    late = make_job(by=bob)
    assert jobs.outlook(late).place == 2, "one of Alice's goes first, not both"
    assert jobs.outlook(second).place == 3


def test_time_left_is_learnt_from_the_engine(alice: Visitor) -> None:
    for seconds in (8, 12):
        took(seconds, alice)
    took(500, alice, engine="another")
    running = make_job(by=alice, status=Job.Status.RUNNING, progress=0.5, worker="w")
    waiting = make_job(by=alice)
    assert jobs.outlook(running) == jobs.Outlook(0, 5)
    # Two slots: one is busy, so that the waiting one is half a round behind.
    assert jobs.outlook(waiting) == jobs.Outlook(1, 15)


def test_without_experience_a_second_is_guessed(alice: Visitor) -> None:
    assert jobs.outlook(make_job(by=alice)).seconds == 1


def test_a_job_that_is_over_has_no_outlook(alice: Visitor) -> None:
    assert jobs.outlook(make_job(by=alice, status=Job.Status.FAILED)) == jobs.Outlook(0, 0)


def test_many_outlooks_cost_as_much_as_one(alice: Visitor, django_assert_num_queries: Any) -> None:
    brief = make_brief(by=alice)
    for _ in range(8):
        make_job(by=alice, brief=brief)
    waiting = list(Job.objects.waiting().select_related("brief"))
    with django_assert_num_queries(3):  # the engine's usual time, how many run, who waits
        jobs.outlooks(waiting)


@pytest.mark.parametrize("kind", ["lettering", "put_back"])
def test_what_was_made_from_another_picture_has_no_variations(alice: Visitor, kind: str) -> None:
    picture = make_picture(by=alice)
    picture.settings = {kind: True}
    with pytest.raises(Refused) as refused:
        jobs.vary(visitor=alice, picture=picture)
    assert refused.value.code == "derived_not_variable"


def test_a_mask_stays_as_it_was_when_it_was_sent(
    alice: Visitor, data_folder: Path, settings: Settings
) -> None:
    photo = make_upload(by=alice)
    first, second = (np.full((photo.height, photo.width), value, np.uint8) for value in (0, 255))
    masks.correct(photo, painted=images.encode_mask(first))
    ask = Ask(words="水彩", picture=photo, mask=masks.mask_name(photo))
    [job] = jobs.submit(visitor=alice, ask=ask)
    masks.correct(photo, painted=images.encode_mask(second))
    assert (requests.mask_of(job.brief) == first).all()
    before = files_in(data_folder)
    settings.MAX_WAITING = 1
    with pytest.raises(TooMany):
        jobs.submit(visitor=alice, ask=ask)
    assert files_in(data_folder) == before  # what is refused leaves no copy behind
