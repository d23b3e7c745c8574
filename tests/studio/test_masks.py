"""Masks: the subject is found, shown, and corrected with a box or a brush."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.make import make_upload
from waa.accounts.models import Visitor
from waa.lib import images
from waa.lib.errors import Refused
from waa.studio import masks
from waa.studio.models import Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]


def a_ball(size: tuple[int, int] = (160, 120), at: tuple[int, int] = (80, 60)) -> bytes:
    """A red ball on a pale ground."""
    ys, xs = np.mgrid[0 : size[1], 0 : size[0]]
    pixels = np.full((size[1], size[0], 3), (214, 222, 210), np.uint8)
    pixels[(xs - at[0]) ** 2 + (ys - at[1]) ** 2 < 30**2] = (190, 30, 40)
    return images.encode(pixels, "png")


@pytest.fixture
def photo(alice: Visitor) -> Picture:
    return make_upload(by=alice, data=a_ball())


def test_the_subject_is_found_and_remembered(photo: Picture) -> None:
    found = masks.subject(photo)
    mask = images.decode_mask(found)
    assert mask.shape == (120, 160)
    assert mask[60, 80] > 200
    assert mask[5, 5] < 50
    assert masks.subject(photo) == found


def test_a_box_says_where_to_look(alice: Visitor) -> None:
    pixels = images.decode(a_ball(at=(45, 60)))
    pixels[:, 80:] = images.decode(a_ball(at=(115, 60)))[:, 80:]
    two = make_upload(by=alice, data=images.encode(pixels, "png"))
    mask = images.decode_mask(masks.correct(two, box="0.5,0.1,1,0.9"))
    assert mask[60, 115] > 200
    assert mask[60, 45] < 50
    assert images.decode_mask(masks.subject(two))[60, 115] > 200, "the correction was not kept"


@pytest.mark.parametrize(
    "box",
    [
        "",
        "1,2,3",
        "0,0,1",
        "0.9,0,0.1,1",
        "0,0,0.01,0.01",
        "0,0,2,2",
        "-1,0,1,1",
        "nan,0,1,1",
        "0,0,1e9,1",
        "a,b,c,d",
    ],
)
def test_a_box_that_is_none_is_refused(photo: Picture, box: str) -> None:
    with pytest.raises(Refused) as refusal:
        masks.correct(photo, box=box)
    assert refusal.value.code == "bad_box"
    assert not masks.files.exists(masks.mask_name(photo))


def test_a_painted_mask_is_taken_at_the_size_of_the_photo(photo: Picture) -> None:
    painted = np.zeros((60, 80), np.uint8)
    painted[:, :40] = 255
    kept = images.decode_mask(masks.correct(photo, painted=images.encode_mask(painted)))
    assert kept.shape == (120, 160)
    assert kept[60, 20] == 255
    assert kept[60, 140] == 0
    assert (images.decode_mask(masks.subject(photo)) == kept).all()


def a_bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "painted", [b"", b"<svg/>", a_ball()[:60], images.encode(np.zeros((9, 9, 3), np.uint8), "jpg"), a_bomb()]
)
def test_a_mask_that_is_none_is_refused(photo: Picture, painted: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        masks.correct(photo, painted=painted)
    assert refusal.value.code == "bad_mask"


@given(st.text(alphabet="0123456789.,- e", max_size=30))
def test_any_box_is_four_shares_or_refused(text: str) -> None:
    match = masks._BOX.fullmatch(text.replace(" ", ""))
    if match:
        assert all(0 <= float(value) <= 1 for value in match.groups())
