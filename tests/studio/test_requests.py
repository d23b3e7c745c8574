"""From a job to an engine's request: the pixels it needs, in order, and nobody else's."""

from __future__ import annotations

import numpy as np
import pytest

from tests.engines.quick import QuickEngine
from tests.make import a_scene, make_brief, make_job, make_picture, make_upload, photo_bytes
from waa.accounts.models import Visitor
from waa.engines.base import Capabilities
from waa.lib.errors import NotHere
from waa.studio import files, masks
from waa.studio.requests import request_of

PAINTER = QuickEngine.capabilities  # of scenes
READER = Capabilities(modes=frozenset({"draw", "edit"}), max_references=8)  # of words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]


def test_a_new_picture_needs_no_pixels(alice: Visitor) -> None:
    brief = make_brief(by=alice, words="一隻貓", scene=a_scene("cat", time="night"), width=640, height=480)
    request = request_of(make_job(by=alice, brief=brief, seed=42), PAINTER)
    assert (request.prompt, request.width, request.height, request.seed) == ("一隻貓", 640, 480, 42)
    assert request.scene == a_scene("cat", time="night")
    assert request.reference_images == ()
    assert request.mask_image is None


def test_the_same_job_has_the_same_key_at_every_attempt(alice: Visitor) -> None:
    job = make_job(by=alice)
    assert request_of(job, PAINTER).idempotency_key == request_of(job, READER).idempotency_key == str(job.pk)


def test_operations_come_as_pairs(alice: Visitor) -> None:
    brief = make_brief(by=alice, operations=[["blur_background", "strong"], ["grayscale", None]])
    assert request_of(make_job(by=alice, brief=brief), PAINTER).operations == (
        ("blur_background", "strong"),
        ("grayscale", None),
    )


def test_references_come_in_the_order_they_were_given(alice: Visitor) -> None:
    small, large = make_upload(by=alice), make_upload(by=alice, data=photo_bytes((120, 90)))
    for order in ([small, large], [large, small]):
        brief = make_brief(by=alice, references=[p.public_id for p in order])
        shapes = [
            image.shape[:2] for image in request_of(make_job(by=alice, brief=brief), PAINTER).reference_images
        ]
        assert shapes == [(p.height, p.width) for p in order]


def test_the_lossless_copy_is_used_where_there_is_one(alice: Visitor) -> None:
    picture = make_picture(by=alice, colour=(201, 13, 77))
    brief = make_brief(by=alice, references=[picture.public_id])
    [pixels] = request_of(make_job(by=alice, brief=brief), PAINTER).reference_images
    assert (pixels == (201, 13, 77)).all()


def test_the_mask_comes_along(alice: Visitor) -> None:
    photo = make_upload(by=alice)
    mask = np.zeros((photo.height, photo.width), np.uint8)
    mask[:, :10] = 255
    masks.correct(photo, painted=masks.images.encode_mask(mask))
    brief = make_brief(by=alice, references=[photo.public_id], settings={"mask": masks.mask_name(photo)})
    found = request_of(make_job(by=alice, brief=brief), PAINTER).mask_image
    assert found is not None
    assert (found == mask).all()


def test_somebody_elses_photo_is_not_there(alice: Visitor, bob: Visitor) -> None:
    theirs = make_upload(by=bob)
    brief = make_brief(by=alice, references=[theirs.public_id])
    with pytest.raises(NotHere) as error:
        request_of(make_job(by=alice, brief=brief), PAINTER)
    assert error.value.code == "reference_gone"


def test_a_lost_file_is_an_error_with_a_sentence(alice: Visitor) -> None:
    photo = make_upload(by=alice)
    files.delete(photo.file)
    brief = make_brief(by=alice, references=[photo.public_id])
    with pytest.raises(NotHere) as error:
        request_of(make_job(by=alice, brief=brief), PAINTER)
    assert error.value.code == "picture_gone"
