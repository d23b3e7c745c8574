"""Pictures: kept whole or not at all, shared by a link that ends, deleted for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.disks import FullDisk
from tests.make import a_scene, files_in, make_brief, make_job, make_picture, make_upload, photo_bytes
from waa.accounts.models import Visitor
from waa.lib import images
from waa.lib.images import ImageRefused
from waa.lib.provenance import from_xmp
from waa.studio import files, masks, pictures
from waa.studio.models import Brief, Job, Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_folder")]


def told_in(data: bytes) -> object:
    return from_xmp(images.xmp_of(data) or b"")


def test_a_picture_knows_how_it_came_to_be(alice: Visitor) -> None:
    first = make_picture(by=alice, words="一隻貓", scene=a_scene("cat"))
    second = make_picture(by=alice, words="加隻狗", parent=first, seed=9, scene=a_scene("cat", "dog"))
    assert (second.parent, second.words, second.seed, second.prompt_used) == (first, "加隻狗", 9, "a cat")
    assert second.meaning == a_scene("cat", "dog")
    assert second.kind == Picture.Kind.MADE
    assert Job.objects.get(picture=second).status == Job.Status.DONE


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_every_file_says_how_it_came_to_be(alice: Visitor, kind: str) -> None:
    parent = make_picture(by=alice)
    picture = make_picture(by=alice, parent=parent, words="一隻貓", seed=31)
    told = told_in(pictures.download(picture, kind))
    assert told is not None
    assert (told.source_type, told.engine, told.version, told.seed, told.words, told.parents) == (  # type: ignore[attr-defined]
        "algorithmicMedia", "quick", "1", 31, "一隻貓", (parent.public_id,),
    )  # fmt: skip


def test_a_picture_made_from_a_photo_says_so(alice: Visitor) -> None:
    photo = make_upload(by=alice)
    picture = make_picture(by=alice, parent=photo, references=[photo.public_id])
    told = told_in(pictures.download(picture, "jpg"))
    assert told.source_type == "algorithmicallyEnhanced"  # type: ignore[attr-defined]
    assert list(picture.references.all()) == [photo]


def test_words_stay_out_of_the_file_for_who_wants_that(alice: Visitor) -> None:
    picture = make_picture(by=alice, words="我嘅秘密", settings={"hide_words": True})
    for kind in images.FORMATS:
        assert "我嘅秘密".encode() not in pictures.download(picture, kind)


def test_a_png_is_lossless_once_the_copy_is_written(alice: Visitor) -> None:
    picture = make_picture(by=alice, colour=(201, 13, 77))
    assert (images.decode(pictures.download(picture, "png")) == (201, 13, 77)).all()
    files.delete(picture.original)
    picture.original = ""
    assert images.decode(pictures.download(picture, "png")).shape == (48, 64, 3), "until then, from the JPEG"


def test_a_deleted_picture_gets_no_lossless_copy(alice: Visitor, data_folder: Path) -> None:
    picture = make_picture(by=alice)
    pixels = files.pixels(picture)
    Picture.objects.filter(pk=picture.pk).delete()
    pictures.keep_original(picture, pixels)
    assert not (data_folder / "pictures" / picture.original).exists()


# -- photos ------------------------------------------------------------------------------------------------


def test_an_upload_is_kept_clean(alice: Visitor) -> None:
    photo = make_upload(by=alice, data=photo_bytes((96, 64)) + b"PK\x03\x04<script>")
    assert (photo.width, photo.height, photo.is_upload) == (96, 64, True)
    assert b"script" not in files.read(photo.file)
    assert images.decode(files.read(photo.thumbnail)).shape == (64, 96, 3)
    assert told_in(files.read(photo.file)) is None, "a photo was not made by Waa"


def test_what_is_no_photo_leaves_nothing(alice: Visitor, data_folder: Path) -> None:
    with pytest.raises(ImageRefused):
        make_upload(by=alice, data=b"<svg/>")
    assert not files_in(data_folder)
    assert not Picture.objects.exists()


@pytest.mark.parametrize("room", [0, 300, 1500])
def test_a_full_disk_leaves_nothing_of_an_upload(
    alice: Visitor, small_disk: FullDisk, data_folder: Path, room: int
) -> None:
    small_disk.room = room
    with pytest.raises(OSError, match="No space left"):
        make_upload(by=alice)
    assert not files_in(data_folder)
    assert not Picture.objects.exists()


# -- deleting ------------------------------------------------------------------------------------------------


def test_deleting_is_real(alice: Visitor, data_folder: Path) -> None:
    picture = make_picture(by=alice, words="我嘅秘密")
    assert len(files_in(data_folder)) == 3
    pictures.delete(picture)
    assert not files_in(data_folder)
    assert not Picture.objects.exists()
    assert not Brief.objects.filter(words="我嘅秘密").exists(), "the words are still there"
    assert not Job.objects.exists()


def test_deleting_a_photo_takes_its_mask_along(alice: Visitor, data_folder: Path) -> None:
    photo = make_upload(by=alice)
    masks.correct(photo, painted=images.encode_mask(files.pixels(photo)[..., 0]))
    assert len(files_in(data_folder)) == 3
    pictures.delete(photo)
    assert not files_in(data_folder)


def test_children_stay_and_lose_their_parent(alice: Visitor) -> None:
    parent = make_picture(by=alice)
    child = make_picture(by=alice, parent=parent, words="加隻狗")
    pictures.delete(parent)
    child.refresh_from_db()
    assert child.parent is None
    assert files.read(child.file)


def test_siblings_keep_their_brief(alice: Visitor) -> None:
    brief = make_brief(by=alice)
    one, other = (make_picture(by=alice, brief=brief, seed=seed) for seed in (1, 2))
    pictures.delete(one)
    assert Job.objects.get(picture=other).brief == brief
    pictures.delete(other)
    assert not Brief.objects.exists()


def test_a_job_that_still_waits_keeps_its_brief(alice: Visitor) -> None:
    brief = make_brief(by=alice)
    picture = make_picture(by=alice, brief=brief)
    waiting = make_job(by=alice, brief=brief)
    pictures.delete(picture)
    assert Job.objects.get(pk=waiting.pk).brief == brief


def test_what_cannot_be_deleted_stays_and_can_be_tried_again(alice: Visitor, small_disk: FullDisk) -> None:
    small_disk.room = 100_000
    picture = make_picture(by=alice)
    small_disk.is_locked = True
    with pytest.raises(PermissionError):
        pictures.delete(picture)
    again = Picture.objects.get()
    small_disk.is_locked = False
    pictures.delete(again)
    assert not Picture.objects.exists()


# -- sharing ------------------------------------------------------------------------------------------------


def test_a_share_link_is_made_once_and_ends(alice: Visitor) -> None:
    picture = make_picture(by=alice)
    token = pictures.share(picture)
    assert token == pictures.share(picture) == pictures.share(Picture.objects.get(pk=picture.pk))
    assert len(token) == 24
    pictures.unshare(picture)
    assert Picture.objects.get(pk=picture.pk).share_token is None
    picture.refresh_from_db()
    assert pictures.share(picture) != token, "an ended link must not come back to life"


def test_a_visitor_sees_their_own_and_nobody_elses(alice: Visitor, bob: Visitor) -> None:
    mine, theirs = make_picture(by=alice), make_picture(by=bob)
    assert list(Picture.objects.visible_to(alice)) == [mine]
    assert list(Picture.objects.visible_to(bob)) == [theirs]
    assert list(Picture.objects.visible_to(None)) == []
