"""What nobody asked to change comes back from the picture before, and what changed can be seen."""

from __future__ import annotations

import numpy as np
import pytest

from tests.make import make_picture
from waa.accounts.models import Visitor
from waa.engines.base import Pixels
from waa.lib import images
from waa.lib.errors import NotHere, Refused
from waa.painter import compose
from waa.studio import files, keeping, pictures
from waa.studio.models import Picture
from waa.words.understand import understand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]


@pytest.fixture(scope="module")
def meadow() -> Pixels:
    return compose.paint(understand("一隻貓喺草地"), width=320, height=320, seed=3).pixels


def kept(by: Visitor, pixels: Pixels, parent: Picture | None = None) -> Picture:
    """A picture with these pixels."""
    picture = make_picture(by=by, parent=parent, width=pixels.shape[1], height=pixels.shape[0])
    pictures.keep_original(picture, pixels)
    picture.refresh_from_db()
    return picture


@pytest.fixture
def edited(alice: Visitor, meadow: Pixels) -> Picture:
    """By a model that put a red ball into the corner and made everything a little brighter."""
    answer = np.clip(meadow.astype(np.int16) + 4, 0, 255).astype(np.uint8)
    answer[20:80, 20:80] = (220, 30, 30)
    return kept(alice, answer, parent=kept(alice, meadow))


def test_the_rest_is_the_parents_again(edited: Picture, meadow: Pixels) -> None:
    made = keeping.put_back(edited)
    pixels = files.pixels(made)
    assert made.parent == edited
    assert (pixels[160:, 160:] == meadow[160:, 160:]).all()
    assert np.abs(pixels[45:55, 45:55].astype(int) - (220, 30, 30)).max() < 12
    assert "%" in made.notes[0][0]


def test_what_changed_can_be_seen(edited: Picture) -> None:
    shown = images.decode(keeping.show_changes(edited)).astype(int)
    redness = shown[..., 0] - shown[..., 1]
    assert redness[30:70, 30:70].mean() > redness[200:, 200:].mean() + 20


def test_where_all_has_changed_nothing_is_put_back(alice: Visitor, meadow: Pixels) -> None:
    other = compose.paint(understand("維港夜晚煙花"), width=320, height=320, seed=9).pixels
    picture = kept(alice, other, parent=kept(alice, meadow))
    before = Picture.objects.count()
    with pytest.raises(Refused) as refused:
        keeping.put_back(picture)
    assert refused.value.code == "nothing_to_put_back"
    assert Picture.objects.count() == before


def test_without_a_picture_before_there_is_nothing_to_compare(alice: Visitor) -> None:
    with pytest.raises(NotHere):
        keeping.show_changes(make_picture(by=alice))
