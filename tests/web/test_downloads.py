"""Files that leave: every kind, with how they came to be in them; without the words for who wants that."""

from __future__ import annotations

import io
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.test import Client
from PIL import Image

from tests.make import make_picture, make_upload
from tests.web.world import work
from waa.accounts.models import Visitor
from waa.lib import images
from waa.lib.provenance import Provenance, from_xmp
from waa.studio import pictures
from waa.studio.models import Picture
from waa.web.views.files import file_name

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine", "data_folder")]
Clients = Callable[..., Client]
KINDS = {"png": ("PNG", "image/png"), "jpg": ("JPEG", "image/jpeg"), "webp": ("WEBP", "image/webp")}
SECRET = "我嘅秘密"


def drawn(client: Client, **form: str) -> Picture:
    assert client.post("/draw", {"words": SECRET, **form}).status_code == 302
    work()
    return Picture.objects.latest("pk")


def provenance(data: bytes) -> Provenance:
    told = from_xmp(images.xmp_of(data) or b"")
    assert told is not None, "the file does not say how it came to be"
    return told


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["own", "shared"])
def test_a_file_of_every_kind_says_how_it_came_to_be(client_for: Clients, kind: str, way: str) -> None:
    client = client_for(None)
    parent = drawn(client)
    picture = drawn(client, at=parent.public_id, seed="31")
    address = f"/p/{picture.public_id}" if way == "own" else f"/s/{pictures.share(picture)}"
    response = (client if way == "own" else client_for(None)).get(f"{address}.{kind}?download")
    name, mime = KINDS[kind]
    assert response.headers["Content-Type"] == mime
    assert Image.open(io.BytesIO(response.content)).format == name
    assert response.headers["Content-Disposition"].startswith("attachment")
    told = provenance(response.content)
    assert told.source_type == "algorithmicMedia"
    assert (told.engine, told.version, told.seed) == ("quick", "1", 31)
    assert (told.words, told.parents) == (SECRET, (parent.public_id,))
    assert told.made_at[:4].isdigit()


@pytest.mark.parametrize("kind", KINDS)
def test_words_that_are_kept_out_are_nowhere_in_what_leaves(client_for: Clients, kind: str) -> None:
    client = client_for(None)
    picture = drawn(client, hide_words="1")
    token = pictures.share(picture)
    for address in (f"/p/{picture.public_id}.{kind}?download", f"/s/{token}.{kind}?download"):
        response = client.get(address)
        assert provenance(response.content).words is None
        assert SECRET.encode() not in response.content
        assert SECRET not in unquote(response.headers["Content-Disposition"]), (
            "the name of the file tells them"
        )
    assert SECRET.encode() not in client_for(None).get(f"/s/{token}").content, "the shared page tells them"
    assert SECRET.encode() in client.get(f"/p/{picture.public_id}").content, "its maker may read them"


def test_they_stay_out_of_variations(client_for: Clients) -> None:
    client = client_for(None)
    picture = drawn(client, hide_words="1")
    client.post(f"/p/{picture.public_id}/vary")
    work()
    made = Picture.objects.filter(parent=picture)
    assert made.count() == 4
    for one in made:
        assert SECRET.encode() not in client.get(f"/p/{one.public_id}.jpg").content


def test_a_shared_page_shows_the_words_of_who_did_not_mind(client_for: Clients) -> None:
    token = pictures.share(drawn(client_for(None)))
    assert SECRET in client_for(None).get(f"/s/{token}").content.decode()


def test_a_png_is_lossless(alice: Visitor, client_for: Clients) -> None:
    picture = make_picture(by=alice, colour=(201, 13, 77))
    data = client_for(alice).get(f"/p/{picture.public_id}.png").content
    assert (images.decode(data) == (201, 13, 77)).all()


def test_a_photo_goes_as_a_photo(alice: Visitor, client_for: Clients) -> None:
    """What somebody took themselves was not made by Waa, and says nothing of the sort."""
    photo = make_upload(by=alice)
    for kind in KINDS:
        response = client_for(alice).get(f"/p/{photo.public_id}.{kind}?download")
        assert images.decode(response.content).shape == (64, 96, 3)
        assert images.xmp_of(response.content) is None


@pytest.mark.parametrize("kind", ["gif", "svg", "jpeg", "PNG", "exe", "html"])
def test_there_are_three_kinds(alice: Visitor, client_for: Clients, kind: str) -> None:
    picture = make_picture(by=alice)
    response = client_for(alice).get(f"/p/{picture.public_id}.{kind}")
    assert response.status_code == 404
    assert b'data-code="no_such_format"' in response.content


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("a cat on the moon", "waa-a-cat-on-the-moon-abcd.png"),
        ("一隻貓，坐喺月球上", "waa-一隻貓-坐喺月球上-abcd.png"),
        ("", "waa-abcdefgh.png"),
        ("。。。", "waa-abcdefgh.png"),
        ('../../etc/"passwd"\r\nX: 1', "waa-etc-passwd-X-1-abcd.png"),
        ("x" * 99, f"waa-{'x' * 40}-abcd.png"),
        ("🐱", "waa-abcdefgh.png"),
    ],
)
def test_a_file_is_called_after_its_words(words: str, named: str) -> None:
    assert file_name(Picture(public_id="abcdefgh", words=words), "png") == named


def test_names_in_any_language_survive_the_header(alice: Visitor, client_for: Clients) -> None:
    picture = make_picture(by=alice, words='一隻"貓"\r\nX: 1')
    told = client_for(alice).get(f"/p/{picture.public_id}.png?download").headers["Content-Disposition"]
    assert "\n" not in told
    assert f"waa-一隻-貓-X-1-{picture.public_id[:4]}.png" in unquote(told)
