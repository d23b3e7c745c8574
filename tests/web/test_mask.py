"""The area of a picture that is meant: found, framed, painted; bounded and checked; on photos and made pictures."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.make import make_picture, make_upload
from tests.web.html import Page
from waa.accounts.models import Visitor
from waa.studio import files, masks
from waa.studio.models import Job, Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]
JSON = {"accept": "image/png, application/json"}


@pytest.fixture(params=["photo", "made"])
def picture(request: pytest.FixtureRequest, alice: Visitor) -> Picture:
    return make_upload(by=alice) if request.param == "photo" else make_picture(by=alice)


def address(picture: Picture) -> str:
    return f"/p/{picture.public_id}/mask"


def painted(
    picture: Picture, *, scale: float = 1.0, mode: str = "RGBA", share: float = 0.5
) -> SimpleUploadedFile:
    """White in the left half, or in that share."""
    width, height = round(picture.width * scale), round(picture.height * scale)
    pixels = np.zeros((height, width), np.uint8)
    pixels[:, : int(width * share)] = 255
    out = io.BytesIO()
    Image.fromarray(pixels).convert(mode).save(out, "PNG")
    return SimpleUploadedFile("mask.png", out.getvalue(), "image/png")


def shown(answer: Any) -> np.ndarray[Any, np.dtype[np.uint8]]:
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Cache-Control"] == "no-store"
    return np.asarray(Image.open(io.BytesIO(answer.content)).convert("L"))


@pytest.mark.parametrize("scale", [1.0, 0.5, 2.0])
def test_what_was_painted_is_kept_at_the_pictures_size(
    picture: Picture, client_for: Clients, alice: Visitor, scale: float
) -> None:
    client = client_for(alice)
    client.post(address(picture), {"mask": painted(picture, scale=scale)})
    mask = shown(client.get(address(picture)))
    assert mask.shape == (picture.height, picture.width)
    assert mask[:, : picture.width // 2 - 3].min() > 250
    assert mask[:, picture.width // 2 + 3 :].max() < 5


def test_the_subject_can_be_found_again_and_what_was_painted_stays(
    picture: Picture, client_for: Clients, alice: Visitor
) -> None:
    client = client_for(alice)
    client.post(address(picture), {"mask": painted(picture)})
    kept = client.get(address(picture)).content
    found = shown(client.get(address(picture) + "?found"))
    assert found.shape == (picture.height, picture.width)
    assert client.get(address(picture)).content == kept, "looking for the subject changed the mask"


def test_looking_for_the_subject_keeps_nothing(picture: Picture, client_for: Clients, alice: Visitor) -> None:
    client_for(alice).get(address(picture) + "?found")
    assert not files.exists(masks.mask_name(picture))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"box": "0.1,0.1,0.1,0.9"}, "bad_box"),
        ({"box": "a,b,c,d"}, "bad_box"),
        ({"box": "0,0,2,2"}, "bad_box"),
        ({}, "bad_box"),
        ({"mask": SimpleUploadedFile("m.png", b"no picture")}, "bad_mask"),
        ({"mask": SimpleUploadedFile("m.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)}, "bad_mask"),
    ],
    ids=str,
)
def test_what_is_no_mask_is_refused_and_the_old_one_stays(
    picture: Picture, client_for: Clients, alice: Visitor, data: dict[str, Any], code: str
) -> None:
    client = client_for(alice)
    client.post(address(picture), {"mask": painted(picture)})
    before = files.read(masks.mask_name(picture))
    answer = client.post(address(picture), data, headers=JSON)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
    assert files.read(masks.mask_name(picture)) == before


def test_the_page_carries_the_tool_for_every_picture(
    picture: Picture, client_for: Clients, alice: Visitor
) -> None:
    page = Page(client_for(alice).get(f"/p/{picture.public_id}"))
    [tool] = page.all("waa-mask")
    assert tool["data-mask"] == address(picture)
    assert (tool["data-width"], tool["data-height"]) == (str(picture.width), str(picture.height))
    assert "hidden" in page.tag("mask-bar")


def test_only_a_job_that_names_it_gets_the_mask(
    picture: Picture, client_for: Clients, alice: Visitor
) -> None:
    client = client_for(alice)
    client.post(address(picture), {"mask": painted(picture)})
    client.post("/draw", {"words": "水彩", "at": picture.public_id, "mask": "1"})
    client.post("/draw", {"words": "水彩", "at": picture.public_id, "mask": ""})
    jobs = Job.objects.filter(brief__picture=picture).order_by("pk")
    with_mask, without = (job.brief.settings.get("mask") for job in jobs)
    assert without is None
    assert files.read(with_mask) == files.read(masks.mask_name(picture))
    client.post(address(picture), {"mask": painted(picture, share=1.0)})  # for the next one
    assert files.read(with_mask) != files.read(masks.mask_name(picture))
