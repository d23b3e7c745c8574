"""Words set over a picture stay words: the bare picture is kept, and whoever letters again begins from it."""

from __future__ import annotations

import json

import numpy as np
import pytest

from tests.make import make_picture, make_upload
from waa.accounts.models import Visitor
from waa.lib.errors import Refused
from waa.lib.provenance import from_xmp
from waa.studio import files, lettering, pictures
from waa.studio.models import Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]

JOY = json.dumps([{"text": "恭喜發財", "y": 0.3, "size": 0.2}])
LUCK = json.dumps([{"text": "大吉大利", "y": 0.7, "size": 0.2, "colour": "#d73431"}])


@pytest.fixture
def cat(alice: Visitor) -> Picture:
    return make_picture(by=alice, width=320, height=240)


def test_the_words_are_on_a_child_and_the_bare_picture_stays(cat: Picture) -> None:
    made = lettering.letter(cat, lettering.read_layers(JOY))
    assert made.parent == cat
    assert (files.pixels(made) != files.pixels(cat)).any()
    assert (files.pixels(made)[200:] == files.pixels(cat)[200:]).all()
    assert lettering.bare(made) == cat
    assert lettering.layers_of(made)[0]["text"] == "恭喜發財"
    assert "恭喜發財" in made.notes[0][0]


def test_changed_words_begin_from_the_bare_picture(cat: Picture) -> None:
    first = lettering.letter(cat, lettering.read_layers(JOY))
    second = lettering.letter(first, lettering.read_layers(LUCK))
    alone = lettering.letter(cat, lettering.read_layers(LUCK))
    assert second.parent == cat
    assert (files.pixels(second) == files.pixels(alone)).all()


def test_when_the_bare_picture_is_gone_the_words_are_part_of_the_picture(cat: Picture) -> None:
    made = lettering.letter(cat, lettering.read_layers(JOY))
    pictures.delete(cat)
    made.refresh_from_db()
    assert lettering.layers_of(made) == []
    assert lettering.bare(made) == made


def test_who_painted_it_is_still_said(cat: Picture, alice: Visitor) -> None:
    made = lettering.letter(cat, lettering.read_layers(JOY))
    assert (made.engine, made.engine_label) == (cat.engine, cat.engine_label)
    told = from_xmp(pictures.images.xmp_of(pictures.download(made, "png")) or b"")
    assert told is not None
    assert (told.source_type, told.parents) == ("algorithmicMedia", (cat.public_id,))
    photo = lettering.letter(make_upload(by=alice), lettering.read_layers(JOY))
    told = from_xmp(pictures.images.xmp_of(pictures.download(photo, "jpg")) or b"")
    assert told is not None
    assert told.source_type == "algorithmicallyEnhanced"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no json", "bad_lettering"),
        ("{}", "bad_lettering"),
        ('[{"text": ""}]', "bad_lettering"),
        ('[{"text": "字", "size": 99}]', "bad_lettering"),
        ('[{"text": "字", "font": "../../etc"}]', "bad_lettering"),
        ("[" * 9000, "bad_lettering"),
        (json.dumps([{"text": "字" * 30_000}]), "bad_lettering"),
        ('[{"text": "好🦩"}]', "no_such_glyph"),
    ],
)
def test_what_cannot_be_set_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        lettering.read_layers(text)
    assert refused.value.code == code


def test_no_words_are_no_picture(cat: Picture) -> None:
    with pytest.raises(Refused):
        lettering.letter(cat, ())
    assert Picture.objects.count() == 1


def test_a_preview_and_a_place_are_proposed_without_keeping_anything(cat: Picture) -> None:
    assert pictures.images.decode(lettering.preview(cat, lettering.read_layers(JOY))).shape == (240, 320, 3)
    told = lettering.suggest(cat, "恭喜", "sans-bold")
    assert told["text"] == "恭喜"
    assert 0 <= told["x"] <= 1
    assert Picture.objects.count() == 1


def test_nothing_is_left_behind_when_the_disk_is_full(
    cat: Picture, data_folder: object, small_disk: object
) -> None:
    before = Picture.objects.count()
    with pytest.raises(OSError, match="space"):
        lettering.letter(cat, lettering.read_layers(JOY))
    assert Picture.objects.count() == before
    assert np.asarray(files.pixels(cat)).shape == (240, 320, 3)
