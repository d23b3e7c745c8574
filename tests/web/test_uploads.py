"""Photos from outside: taken clean, or refused with a sentence and nothing left behind."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from PIL.TiffImagePlugin import IFDRational
from pytest_django import Settings

from tests.make import files_in, photo_bytes
from waa.accounts.models import Visitor
from waa.lib import images
from waa.studio import files
from waa.studio.models import Job, Picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_engine")]
Clients = Callable[..., Client]
JSON = {"accept": "application/json"}


def heic() -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.open(io.BytesIO(photo_bytes(kind="PNG")))).save(out, quality=90)
    return out.getvalue()


def sent(client: Client, data: bytes, name: str = "a.jpg", mime: str = "image/jpeg") -> Any:
    return client.post("/upload", {"photo": SimpleUploadedFile(name, data, mime)}, headers=JSON)


@pytest.fixture(autouse=True)
def temporary(data_folder: Path, settings: Settings) -> Path:
    """Where large uploads rest while they arrive."""
    folder = data_folder / "arriving"
    folder.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = str(folder)
    return folder


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIC"])
def test_a_photo_arrives_and_can_be_seen(client_for: Clients, kind: str) -> None:
    client = client_for(None)
    told = sent(client, heic() if kind == "HEIC" else photo_bytes(kind=kind))
    assert told.status_code == 201
    told = told.json()
    assert (told["width"], told["height"]) == (96, 64)
    assert client.get(told["thumbnail"]).headers["Content-Type"] == "image/jpeg"
    shown = client.get(told["address"])
    assert told["id"].encode() in shown.content
    pixels = images.decode(client.get(f"/p/{told['id']}.jpg").content)
    assert pixels[32, 8, 0] > 150 > pixels[32, 88, 0], "the colours are not those of the photo"


def test_the_first_photo_makes_a_visitor_and_the_next_is_theirs_too(client_for: Clients) -> None:
    client = client_for(None)
    for _ in range(2):
        sent(client, photo_bytes())
    assert Picture.objects.filter(visitor=Visitor.objects.get()).count() == 2


@pytest.mark.parametrize(("turn", "size"), [(1, (96, 64)), (3, (96, 64)), (6, (64, 96)), (8, (64, 96))])
def test_a_photo_stands_upright(client_for: Clients, turn: int, size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    told = sent(client_for(None), photo_bytes(exif=exif)).json()
    assert (told["width"], told["height"]) == size


def test_nothing_of_the_file_but_its_pixels_is_kept(client_for: Clients, data_folder: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (IFDRational(22), IFDRational(17), IFDRational(39))
    data = photo_bytes(exif=exif, comment=b"SecretComment", xmp=b"<x:xmpmeta>SecretXmp</x:xmpmeta>")
    assert b"Secret" in data
    client = client_for(None)
    told = sent(client, data).json()
    kept = [path.read_bytes() for path in (data_folder / "pictures").rglob("*.*")]
    served = [client.get(f"/p/{told['id']}.{kind}").content for kind in images.FORMATS]
    for one in (*kept, *served):
        assert b"Secret" not in one
        assert not Image.open(io.BytesIO(one)).getexif()


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("../../../etc/passwd", "image/jpeg"),
        ("a.html", "text/html"),
        ("a.php\x00.jpg", "x"),
        ("相.jpg", ""),
        ("a" * 400, "image/svg+xml"),
    ],
)
def test_what_the_file_is_called_does_not_matter(
    client_for: Clients, data_folder: Path, name: str, mime: str
) -> None:
    client = client_for(None)
    told = sent(client, photo_bytes(), name, mime)
    assert told.status_code == 201
    picture = Picture.objects.get()
    assert files_in(data_folder) == {picture.file, picture.thumbnail}
    assert picture.file == files.name_for(picture.pk, "jpg")
    assert client.get(f"/p/{picture.public_id}.jpg").headers["Content-Type"] == "image/jpeg"


def test_what_hangs_on_a_photo_is_not_served(client_for: Clients) -> None:
    """A file that is a photo and something else besides: only the photo of it stays."""
    for tail in (b"<script>alert(1)</script>", b"PK\x03\x04evil.zip", b"%PDF-1.7 evil", b"#!/bin/sh evil"):
        client = client_for(None)
        told = sent(client, photo_bytes() + tail).json()
        for kind in images.FORMATS:
            served = client.get(f"/p/{told['id']}.{kind}")
            assert tail not in served.content
            assert served.headers["X-Content-Type-Options"] == "nosniff"


# -- what is refused ---------------------------------------------------------------------------------------

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><script>alert(1)</script></svg>'


def png(width: int, height: int, rows: int = 0) -> bytes:
    """A PNG that says it is of that size; with few bytes for many rows it is a bomb."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = b"\0" * (1 + (width + 7) // 8)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(row * rows))
        + chunk(b"IEND", b"")
    )


REFUSED: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 422, "upload_empty"),
    "text": (b"not a photo", 422, "upload_unreadable"),
    "svg": (SVG, 422, "upload_unreadable"),
    "svg called photo": (b"\xef\xbb\xbf<?xml version='1.0'?>" + SVG, 422, "upload_unreadable"),
    "page": (b"<!doctype html><script>alert(1)</script>", 422, "upload_unreadable"),
    "page with a photo's start": (b"\xff\xd8\xff\xe0<script>alert(1)</script>", 422, "upload_unreadable"),
    "gif that is a script": (b"GIF89a/*" + b"*/=1;alert(1)", 422, "upload_unreadable"),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", 422, "upload_unreadable"),
    "tiff": (photo_bytes(kind="TIFF"), 422, "upload_unreadable"),
    "bmp": (photo_bytes(kind="BMP"), 422, "upload_unreadable"),
    "half a photo": (photo_bytes()[:300], 422, "upload_unreadable"),
    "half a heic": (heic()[:200], 422, "upload_unreadable"),
    "bomb": (png(11_000, 11_000, 11_000), 422, "upload_too_many_pixels"),
    "larger bomb": (png(60_000, 60_000), 422, "upload_too_many_pixels"),
    "long and thin": (png(20_000, 9), 422, "upload_too_many_pixels"),
    "tiny": (photo_bytes((4, 4)), 422, "upload_too_small"),
    "too many bytes": (photo_bytes() + bytes(images.MAX_BYTES), 413, "upload_too_large"),
}


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("way", ["upload", "draw"])
def test_what_is_refused_leaves_nothing(
    client_for: Clients, data_folder: Path, temporary: Path, what: str, way: str
) -> None:
    data, status, code = REFUSED[what]
    client = client_for(None)
    if way == "upload":
        response = sent(client, data)
    else:
        photos = [SimpleUploadedFile("good.jpg", photo_bytes()), SimpleUploadedFile("bad.jpg", data)]
        response = client.post("/draw", {"words": "水彩", "photos": photos}, headers=JSON)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert len(response.json()["error"]["message"]) > 5
    assert not files_in(data_folder)
    assert not list(temporary.iterdir())
    assert not Picture.objects.exists()
    assert not Job.objects.exists()
    assert not Visitor.objects.exists()
    assert not response.cookies


def test_a_large_photo_that_is_taken_leaves_nothing_half_way(client_for: Clients, temporary: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (1100, 1100, 3), np.uint8)
    data = images.encode(noise, "png")
    assert len(data) > 2_621_440, "it would not have gone through a file"
    assert sent(client_for(None), data).status_code == 201
    assert not list(temporary.iterdir())


def test_four_photos_at_a_time(client_for: Clients, data_folder: Path) -> None:
    five = [SimpleUploadedFile(f"{n}.jpg", photo_bytes()) for n in range(5)]
    answer = client_for(None).post("/draw", {"words": "水彩", "photos": five}, headers=JSON)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "too_many_photos")
    assert not files_in(data_folder)


def test_words_that_are_refused_take_their_photos_along(client_for: Clients, data_folder: Path) -> None:
    for form in ({"words": "x" * 2001}, {"words": "水彩", "count": "99"}, {"words": ""}):
        form["photos"] = SimpleUploadedFile("a.jpg", photo_bytes())
        assert client_for(None).post("/draw", form, headers=JSON).status_code == 422
    assert not files_in(data_folder)
    assert not Picture.objects.exists()


@pytest.mark.parametrize("step", range(0, 60, 4))
def test_a_photo_damaged_on_the_way_is_taken_or_refused(client_for: Clients, step: int) -> None:
    """Never a crash: one byte of every kind of file is another."""
    for kind in ("JPEG", "PNG", "WEBP", "GIF"):
        data = bytearray(photo_bytes((16, 12), kind))
        data[min(step, len(data) - 1)] ^= 0xFF
        assert sent(client_for(None), bytes(data)).status_code in (201, 422)
